-- Conversations: statements, those who take part (by account, or by a cookie's hash, or imported), and their votes.

CREATE TABLE dialogue (
    id            UUID PRIMARY KEY,
    space_id      UUID NOT NULL REFERENCES space (id),
    question      TEXT NOT NULL,
    description   TEXT NOT NULL,
    language      TEXT NOT NULL,
    attribution   TEXT NOT NULL,
    status        TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    opened_at     TIMESTAMPTZ,
    closed_at     TIMESTAMPTZ,
    changed_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX dialogue_space ON dialogue (space_id);

CREATE TABLE statement (
    id           UUID PRIMARY KEY,
    dialogue_id  UUID NOT NULL REFERENCES dialogue (id),
    number       BIGINT NOT NULL,
    text         TEXT NOT NULL,
    author_id    UUID REFERENCES person (id),
    voter_id     UUID,
    seed         BOOLEAN NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    judged_by    UUID REFERENCES person (id),
    created_at   TIMESTAMPTZ NOT NULL,
    UNIQUE (dialogue_id, number)
);

CREATE TABLE voter (
    id          UUID PRIMARY KEY,
    dialogue_id UUID NOT NULL REFERENCES dialogue (id),
    person_id   UUID REFERENCES person (id),
    token_hash  BYTEA,
    external_id TEXT,
    created_at  TIMESTAMPTZ NOT NULL,
    UNIQUE (dialogue_id, person_id),
    UNIQUE (dialogue_id, token_hash),
    UNIQUE (dialogue_id, external_id)
);

CREATE TABLE vote (
    dialogue_id  UUID NOT NULL,
    voter_id     UUID NOT NULL REFERENCES voter (id),
    statement_id UUID NOT NULL REFERENCES statement (id),
    value        BIGINT NOT NULL CHECK (value IN (-1, 0, 1)),
    at           TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (voter_id, statement_id)
);
CREATE INDEX vote_dialogue ON vote (dialogue_id, at);

-- The latest opinion map of a conversation. A vote or statement after `covers_to` makes it out of date.
CREATE TABLE opinion_map (
    dialogue_id UUID PRIMARY KEY REFERENCES dialogue (id),
    digest      TEXT NOT NULL,
    result      TEXT NOT NULL,
    priorities  TEXT NOT NULL,
    covers_to   TIMESTAMPTZ NOT NULL
);
