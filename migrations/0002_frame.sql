-- The mandate, kept in every version, and who has read which.

CREATE TABLE mandate (
    id                 UUID PRIMARY KEY,
    space_id           UUID NOT NULL REFERENCES space (id),
    version            BIGINT NOT NULL,
    one_sentence       TEXT NOT NULL,
    background         TEXT NOT NULL,
    task               TEXT NOT NULL,
    fixed              TEXT NOT NULL,
    open               TEXT NOT NULL,
    deliverable        TEXT NOT NULL,
    composition        TEXT NOT NULL,
    timetable          TEXT NOT NULL,
    hours              BIGINT,
    money_ore          BIGINT,
    rooms              TEXT NOT NULL,
    staff              TEXT NOT NULL,
    answer_by          DATE,
    legal_basis        TEXT NOT NULL,
    standing_committee TEXT NOT NULL,
    change_note        TEXT NOT NULL,
    written_by         UUID NOT NULL REFERENCES person (id),
    written_at         TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, version)
);

CREATE TABLE acknowledgement (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    version   BIGINT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id, version)
);
