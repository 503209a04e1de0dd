-- Milestones: steps on the way to keeping a commitment, each with a date.

CREATE TABLE milestone (
    id            UUID PRIMARY KEY,
    commitment_id UUID NOT NULL REFERENCES commitment (id),
    what          TEXT NOT NULL,
    due_on        DATE NOT NULL,
    reached_on    DATE,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX milestone_commitment ON milestone (commitment_id, due_on);
