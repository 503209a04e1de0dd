-- Numbered recommendations and the council's answer to each.

CREATE TABLE recommendation (
    id           UUID PRIMARY KEY,
    space_id     UUID NOT NULL REFERENCES space (id),
    number       BIGINT NOT NULL,
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    reason       TEXT NOT NULL,
    status       TEXT NOT NULL,
    written_by   UUID NOT NULL REFERENCES person (id),
    created_at   TIMESTAMPTZ NOT NULL,
    submitted_at TIMESTAMPTZ,
    UNIQUE (space_id, number)
);

CREATE TABLE council_answer (
    recommendation_id UUID PRIMARY KEY REFERENCES recommendation (id),
    outcome           TEXT NOT NULL,
    reason            TEXT NOT NULL,
    meeting           TEXT NOT NULL,
    answered_by       UUID NOT NULL REFERENCES person (id),
    answered_at       TIMESTAMPTZ NOT NULL
);
