-- An emergency opening: two people of the municipality ask to see a sealed space whose coordinators cannot be reached. Where no space
-- has that address there is a row all the same, and its reason is sealed under a key that belongs to no space.
CREATE TABLE sealed_opening (
    id        UUID PRIMARY KEY,
    -- As it was asked for.
    address   TEXT NOT NULL,
    -- Missing: there is no such space.
    space_id  UUID REFERENCES space (id),
    asked_by  UUID NOT NULL REFERENCES person (id),
    -- Who must agree.
    second_id UUID NOT NULL REFERENCES person (id),
    reason    BYTEA NOT NULL,
    asked_at  TIMESTAMPTZ NOT NULL,
    -- What became of it: agreed, refused, withdrawn.
    outcome   TEXT,
    decided_at TIMESTAMPTZ,
    -- Until when it is open, once both have agreed; and when that was over.
    ends_at   TIMESTAMPTZ,
    ended_at  TIMESTAMPTZ
);
CREATE INDEX sealed_opening_space ON sealed_opening (space_id, decided_at);
CREATE INDEX sealed_opening_asked ON sealed_opening (asked_by, asked_at);
CREATE INDEX sealed_opening_second ON sealed_opening (second_id, asked_at);
CREATE INDEX sealed_opening_ends ON sealed_opening (ended_at, ends_at);

-- Roles in sealed spaces that are held back: somebody else has changed how their holder comes in. They are not in `space_role` until
-- somebody in the space lets them in again.
CREATE TABLE role_held (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    since     TIMESTAMPTZ NOT NULL,
    -- Why: address, letter, link, merge, opening.
    cause     TEXT NOT NULL,
    -- When those in the space were told.
    told_at   TIMESTAMPTZ,
    PRIMARY KEY (space_id, person_id, role)
);
CREATE INDEX role_held_person ON role_held (person_id);
