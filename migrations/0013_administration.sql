-- Administration: the logo, the link of the very first start, legal holds, what became of the journal's checks, closed spaces.

CREATE TABLE logo (
    digest   TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    content  BYTEA NOT NULL,
    added_at TIMESTAMPTZ NOT NULL
);

-- Made while there is no administrator; of the token only the hash is kept.
CREATE TABLE setup_link (
    token_hash BYTEA PRIMARY KEY,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

-- Nothing about this person, or in this space, is removed until the hold ends.
CREATE TABLE hold (
    id        UUID PRIMARY KEY,
    space_id  UUID REFERENCES space (id),
    person_id UUID REFERENCES person (id),
    reason    TEXT NOT NULL,
    until     DATE NOT NULL,
    placed_by UUID REFERENCES person (id),
    placed_at TIMESTAMPTZ NOT NULL,
    lifted_by UUID REFERENCES person (id),
    lifted_at TIMESTAMPTZ
);
CREATE INDEX hold_space ON hold (space_id, until);
CREATE INDEX hold_person ON hold (person_id, until);
CREATE INDEX hold_placed_by ON hold (placed_by);
CREATE INDEX hold_lifted_by ON hold (lifted_by);

CREATE TABLE journal_check (
    id      UUID PRIMARY KEY,
    at      TIMESTAMPTZ NOT NULL,
    spaces  BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    erased  BIGINT NOT NULL,
    faults  TEXT NOT NULL
);
CREATE INDEX journal_check_at ON journal_check (at);

ALTER TABLE space ADD COLUMN closed_at TIMESTAMPTZ;

-- Reading the whole journal, page by page, also by person, by act and by space.
DROP INDEX journal_at;
CREATE INDEX journal_order ON journal (at, space_id, seq);
CREATE INDEX journal_actor ON journal (actor_id, at, space_id, seq);
CREATE INDEX journal_verb ON journal (verb, at, space_id, seq);
CREATE INDEX journal_of_space ON journal (space_id, at, seq);

-- What the rules of retention look for.
CREATE INDEX reading_at ON reading (at);
CREATE INDEX session_expires ON session (expires_at);
CREATE INDEX space_closed ON space (closed_at);
CREATE INDEX space_title ON space (title);
