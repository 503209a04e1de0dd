-- Who helps in a sealed space without seeing it. They are not in `space_role`: whoever asks there who belongs to a space does not find
-- them.
CREATE TABLE space_helper (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    since     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id)
);
CREATE INDEX space_helper_person ON space_helper (person_id);

-- Who has tried to see a sealed space that is not for them; one row a person, space and day.
CREATE TABLE sealed_attempt (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    day       DATE NOT NULL,
    times     BIGINT NOT NULL,
    first_at  TIMESTAMPTZ NOT NULL,
    last_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id, day)
);
CREATE INDEX sealed_attempt_person ON sealed_attempt (person_id);
