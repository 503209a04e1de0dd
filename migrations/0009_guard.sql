-- Submissions that wait for a colleague's look before they become public. The form is sealed, and gone once it is decided.
CREATE TABLE held (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    -- Missing: somebody without an account.
    author_id  UUID REFERENCES person (id),
    -- Who typed it on the author's behalf.
    helper_id  UUID REFERENCES person (id),
    act        TEXT NOT NULL,
    -- What was found, by key, with commas between.
    kinds      TEXT NOT NULL,
    sealed     BYTEA,
    at         TIMESTAMPTZ NOT NULL,
    decided_at TIMESTAMPTZ,
    decided_by UUID REFERENCES person (id),
    -- through, back, expired
    outcome    TEXT
);
CREATE INDEX held_space ON held (space_id, decided_at, at);
CREATE INDEX held_open ON held (decided_at, at);
CREATE INDEX held_author ON held (author_id);
CREATE INDEX held_helper ON held (helper_id);
CREATE INDEX held_decided_by ON held (decided_by);

-- How often somebody, or a network, has asked for something within a span of time. The key is a hash that changes daily.
CREATE TABLE request_count (
    key     BYTEA PRIMARY KEY,
    n       BIGINT NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX request_count_ends ON request_count (ends_at);
