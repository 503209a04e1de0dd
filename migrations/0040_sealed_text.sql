-- Sealed text. Each sealed space has a key of its own, kept wrapped under a master key that is not in the database; without `wrapped`
-- the key is destroyed and nothing of that space can be read any more. The table travels in no backup.
CREATE TABLE space_key (
    space_id     UUID PRIMARY KEY REFERENCES space (id),
    wrapped      BYTEA,
    -- The fingerprint of the master key it is wrapped under.
    master       TEXT NOT NULL,
    made_at      TIMESTAMPTZ NOT NULL,
    destroyed_at TIMESTAMPTZ
);

-- What a sealed space is really called and about; its title and its name in addresses say nothing.
CREATE TABLE space_words (
    space_id UUID PRIMARY KEY REFERENCES space (id),
    name     BYTEA NOT NULL,
    summary  BYTEA NOT NULL
);
