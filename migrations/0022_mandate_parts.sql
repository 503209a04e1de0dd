-- What other tools keep of the mandate, as it was promised in a version: the seats, the meeting plan. The text is in Danish.

CREATE TABLE mandate_part (
    mandate_id UUID NOT NULL REFERENCES mandate (id),
    place      BIGINT NOT NULL,
    -- The word it is called by.
    word       TEXT NOT NULL,
    n          BIGINT NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (mandate_id, word)
);
