-- Recommendations in depth: every version of a draft, changes others suggest, what each builds on, where each member
-- stands, what was handed to the council, answers that were corrected, and what was said when an answer was late.

CREATE TABLE submission (
    id           UUID PRIMARY KEY,
    space_id     UUID NOT NULL REFERENCES space (id),
    -- 1, 2, 3 … in its space.
    number       BIGINT NOT NULL,
    -- Everything that was handed over, as JSON; it never changes.
    document     TEXT NOT NULL,
    -- SHA-256 of the document, in hex; the journal holds it too.
    digest       TEXT NOT NULL,
    submitted_by UUID NOT NULL REFERENCES person (id),
    submitted_at TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, number)
);
CREATE INDEX submission_submitted_by ON submission (submitted_by);

ALTER TABLE recommendation ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE recommendation ADD COLUMN submission_id UUID REFERENCES submission (id);
-- The answer's outcome once more, so that many can be counted from an index; empty: no answer.
ALTER TABLE recommendation ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
-- When it was handed over or last answered; missing while it is a draft.
ALTER TABLE recommendation ADD COLUMN moved_at TIMESTAMPTZ;
UPDATE recommendation SET
    outcome = COALESCE((SELECT a.outcome FROM council_answer a WHERE a.recommendation_id = recommendation.id), ''),
    moved_at = COALESCE((SELECT a.answered_at FROM council_answer a WHERE a.recommendation_id = recommendation.id), submitted_at);
CREATE INDEX recommendation_sent ON recommendation (space_id, status, outcome);
CREATE INDEX recommendation_status ON recommendation (status, space_id);
-- What a list across spaces chooses and sorts by, so that pages far down are found without reading the texts.
CREATE INDEX recommendation_moved ON recommendation (moved_at, id, space_id, status, outcome);
CREATE INDEX recommendation_submission ON recommendation (submission_id);

CREATE TABLE recommendation_version (
    recommendation_id UUID NOT NULL REFERENCES recommendation (id),
    version           BIGINT NOT NULL,
    title             TEXT NOT NULL,
    text              TEXT NOT NULL,
    reason            TEXT NOT NULL,
    -- Why it was changed.
    note              TEXT NOT NULL,
    -- The suggestion it came from, or the version it brought back.
    suggestion_id     UUID,
    restored          BIGINT,
    written_by        UUID NOT NULL REFERENCES person (id),
    written_at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (recommendation_id, version)
);
CREATE INDEX recommendation_version_written_by ON recommendation_version (written_by);
INSERT INTO recommendation_version (recommendation_id, version, title, text, reason, note, written_by, written_at)
    SELECT id, 1, title, text, reason, '', written_by, created_at FROM recommendation;

CREATE TABLE recommendation_suggestion (
    id                UUID PRIMARY KEY,
    recommendation_id UUID NOT NULL REFERENCES recommendation (id),
    -- The version it was written on.
    base              BIGINT NOT NULL,
    title             TEXT NOT NULL,
    text              TEXT NOT NULL,
    reason            TEXT NOT NULL,
    -- Why it is suggested.
    note              TEXT NOT NULL,
    suggested_by      UUID NOT NULL REFERENCES person (id),
    suggested_at      TIMESTAMPTZ NOT NULL,
    -- open, accepted, declined, withdrawn
    state             TEXT NOT NULL,
    decided_by        UUID REFERENCES person (id),
    decided_at        TIMESTAMPTZ,
    -- Why it was declined.
    decision          TEXT NOT NULL
);
CREATE INDEX recommendation_suggestion_of ON recommendation_suggestion (recommendation_id, suggested_at);
CREATE INDEX recommendation_suggestion_by ON recommendation_suggestion (suggested_by);
CREATE INDEX recommendation_suggestion_decided_by ON recommendation_suggestion (decided_by);

CREATE TABLE recommendation_source (
    recommendation_id UUID NOT NULL REFERENCES recommendation (id),
    object_id         UUID NOT NULL,
    -- As in the journal: idea, statement, decision.
    kind              TEXT NOT NULL,
    title             TEXT NOT NULL,
    href              TEXT NOT NULL,
    added_at          TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (recommendation_id, object_id)
);
CREATE INDEX recommendation_source_object ON recommendation_source (object_id);

CREATE TABLE recommendation_stance (
    recommendation_id UUID NOT NULL REFERENCES recommendation (id),
    person_id         UUID NOT NULL REFERENCES person (id),
    -- for, against, abstains
    stance            TEXT NOT NULL,
    -- What the person wants said; a minority's statement where they are against.
    statement         TEXT NOT NULL,
    -- The version they had before them.
    version           BIGINT NOT NULL,
    at                TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (recommendation_id, person_id)
);
CREATE INDEX recommendation_stance_person ON recommendation_stance (person_id);

-- An answer is corrected by a new one: this is what was answered before, 1 the first.
CREATE TABLE earlier_answer (
    recommendation_id UUID NOT NULL REFERENCES recommendation (id),
    place             BIGINT NOT NULL,
    outcome           TEXT NOT NULL,
    reason            TEXT NOT NULL,
    meeting           TEXT NOT NULL,
    correction        TEXT NOT NULL,
    answered_by       UUID NOT NULL REFERENCES person (id),
    answered_at       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (recommendation_id, place)
);
CREATE INDEX earlier_answer_answered_by ON earlier_answer (answered_by);
-- Why the answer was corrected; empty: it is the first.
ALTER TABLE council_answer ADD COLUMN correction TEXT NOT NULL DEFAULT '';

-- What has been said of a promised date: days before (negative) and after it, each step once.
CREATE TABLE answer_step (
    space_id  UUID NOT NULL REFERENCES space (id),
    answer_by DATE NOT NULL,
    step      BIGINT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, answer_by, step)
);

CREATE INDEX IF NOT EXISTS commitment_source ON commitment (source_id);
CREATE INDEX IF NOT EXISTS commitment_status_due ON commitment (status, due_on);
