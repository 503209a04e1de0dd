-- What has been said of a commitment's date: days before it (-7) and after it (1), each once for each date.
CREATE TABLE commitment_step (
    commitment_id UUID NOT NULL REFERENCES commitment (id),
    due_on        DATE NOT NULL,
    step          BIGINT NOT NULL,
    at            TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (commitment_id, due_on, step)
);
