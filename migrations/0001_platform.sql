-- The platform: people, spaces, the journal, the outbox, commitments. One text for SQLite and PostgreSQL.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE area (
    id          UUID PRIMARY KEY,
    slug        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL
);

CREATE TABLE organisation (
    id      UUID PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL,
    area_id UUID REFERENCES area (id)
);

CREATE TABLE person (
    id              UUID PRIMARY KEY,
    name            TEXT NOT NULL,
    email           TEXT UNIQUE,
    title           TEXT,
    organisation_id UUID REFERENCES organisation (id),
    language        TEXT NOT NULL,
    persona         TEXT UNIQUE,
    created_at      TIMESTAMPTZ NOT NULL
);

CREATE TABLE sign_in_code (
    id         UUID PRIMARY KEY,
    email      TEXT NOT NULL,
    mac        BYTEA NOT NULL,
    tries      BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ
);
CREATE INDEX sign_in_code_email ON sign_in_code (email, created_at);

CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY,
    person_id  UUID NOT NULL REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX session_person ON session (person_id);

-- The municipality itself is the first space (no parent): roles there are municipal roles, its journal is the installation's.
CREATE TABLE space (
    id           UUID PRIMARY KEY,
    parent_id    UUID REFERENCES space (id),
    slug         TEXT NOT NULL UNIQUE,
    recipe       TEXT NOT NULL,
    title        TEXT NOT NULL,
    summary      TEXT NOT NULL,
    sentence     TEXT NOT NULL,
    belongs_to   TEXT NOT NULL,
    area_id      UUID REFERENCES area (id),
    visibility   TEXT NOT NULL,
    stage        TEXT NOT NULL,
    answer_by    DATE,
    created_at   TIMESTAMPTZ NOT NULL,
    journal_seq  BIGINT NOT NULL,
    journal_hash BYTEA NOT NULL
);
CREATE INDEX space_area ON space (area_id);
CREATE INDEX space_parent ON space (parent_id);

CREATE TABLE space_tool (
    space_id UUID NOT NULL REFERENCES space (id),
    tool     TEXT NOT NULL,
    place    BIGINT NOT NULL,
    PRIMARY KEY (space_id, tool)
);

CREATE TABLE space_role (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    since     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id, role)
);
CREATE INDEX space_role_person ON space_role (person_id);

CREATE TABLE invitation (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    name        TEXT NOT NULL,
    email       TEXT NOT NULL,
    role        TEXT NOT NULL,
    token_hash  BYTEA NOT NULL UNIQUE,
    invited_by  UUID NOT NULL REFERENCES person (id),
    created_at  TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    answer      TEXT,
    UNIQUE (space_id, email, role)
);
CREATE INDEX invitation_email ON invitation (email);

-- Append-only. `hash` covers the row and the hash before it; `payload` may be erased, its salted digest stays.
CREATE TABLE journal (
    space_id       UUID NOT NULL REFERENCES space (id),
    seq            BIGINT NOT NULL,
    verb           TEXT NOT NULL,
    actor_id       UUID,
    object_kind    TEXT NOT NULL,
    object_id      UUID NOT NULL,
    at             TIMESTAMPTZ NOT NULL,
    payload        TEXT,
    salt           BYTEA,
    payload_digest BYTEA NOT NULL,
    hash           BYTEA NOT NULL,
    PRIMARY KEY (space_id, seq)
);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_object ON journal (object_id);

CREATE TABLE outbox (
    id          UUID PRIMARY KEY,
    dedup_key   TEXT NOT NULL UNIQUE,
    space_id    UUID REFERENCES space (id),
    person_id   UUID REFERENCES person (id),
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    link        TEXT NOT NULL,
    language    TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    due_at      TIMESTAMPTZ NOT NULL,
    lease_until TIMESTAMPTZ,
    attempts    BIGINT NOT NULL,
    sent_at     TIMESTAMPTZ,
    failed_at   TIMESTAMPTZ,
    last_error  TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_person ON outbox (person_id);

-- Who gave something to a space, so that they can be told what came of it.
CREATE TABLE contribution (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    kind      TEXT NOT NULL,
    first_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id, kind)
);
CREATE INDEX contribution_person ON contribution (person_id);

CREATE TABLE commitment (
    id              UUID PRIMARY KEY,
    space_id        UUID NOT NULL REFERENCES space (id),
    source_kind     TEXT,
    source_id       UUID,
    source_title    TEXT,
    what            TEXT NOT NULL,
    doer_id         UUID NOT NULL REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    counterpart_id  UUID NOT NULL REFERENCES person (id),
    due_on          DATE NOT NULL,
    hours           BIGINT,
    money_ore       BIGINT,
    rooms           TEXT NOT NULL,
    staff           TEXT NOT NULL,
    status          TEXT NOT NULL,
    waiting_for     TEXT NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    started_at      TIMESTAMPTZ,
    done_at         TIMESTAMPTZ
);
CREATE INDEX commitment_space ON commitment (space_id, due_on);
CREATE INDEX commitment_doer ON commitment (doer_id);
CREATE INDEX commitment_counterpart ON commitment (counterpart_id);

CREATE TABLE progress (
    id            UUID PRIMARY KEY,
    commitment_id UUID NOT NULL REFERENCES commitment (id),
    person_id     UUID NOT NULL REFERENCES person (id),
    status        TEXT NOT NULL,
    text          TEXT NOT NULL,
    hours         BIGINT,
    money_ore     BIGINT,
    at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX progress_commitment ON progress (commitment_id, at);
