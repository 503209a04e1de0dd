-- Files in a space: what people see and read, every version of it, and where the bytes lie.

CREATE TABLE file (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    -- image or document
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    -- What the picture shows, for those who cannot see it; empty where it is only decoration, and for documents.
    alt         TEXT NOT NULL,
    decorative  BOOLEAN NOT NULL,
    -- What it is attached to, as in the journal; missing: the space.
    object_kind TEXT,
    object_id   UUID,
    version     BIGINT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    changed_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX file_space ON file (space_id, changed_at);
CREATE INDEX file_object_of ON file (object_id);

CREATE TABLE file_version (
    file_id     UUID NOT NULL REFERENCES file (id),
    version     BIGINT NOT NULL,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    width       BIGINT,
    height      BIGINT,
    uploaded_by UUID NOT NULL REFERENCES person (id),
    uploaded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (file_id, version)
);
CREATE INDEX file_version_uploaded_by ON file_version (uploaded_by);

-- The bytes of a version: original, display (1280 px), thumbnail (320 px). The key in the storage is made of the space
-- and the bytes' SHA-256, so the same bytes lie there once.
CREATE TABLE file_bytes (
    file_id    UUID NOT NULL REFERENCES file (id),
    version    BIGINT NOT NULL,
    purpose    TEXT NOT NULL,
    storage_key TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes      BIGINT NOT NULL,
    PRIMARY KEY (file_id, version, purpose)
);
CREATE INDEX file_bytes_key ON file_bytes (storage_key);

-- Keys that nothing may point at any more, or not yet: looked at when due, and taken out of the storage if nothing does.
CREATE TABLE file_loose (
    storage_key TEXT PRIMARY KEY,
    due_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX file_loose_due ON file_loose (due_at);

-- The space's picture: its address, and what it shows.
ALTER TABLE space ADD COLUMN cover TEXT NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN cover_alt TEXT NOT NULL DEFAULT '';
