-- The municipality's own recipes, in every version; those that come with the program are files.

CREATE TABLE recipe (
    key        TEXT PRIMARY KEY,
    -- For the journal, which names what it is about by id.
    id         UUID NOT NULL UNIQUE,
    version    BIGINT NOT NULL,
    retired_at TIMESTAMPTZ
);

CREATE TABLE recipe_version (
    key        TEXT NOT NULL,
    version    BIGINT NOT NULL,
    text       TEXT NOT NULL,
    -- Why it was written, in a few words.
    note       TEXT NOT NULL,
    -- Empty: as it came with the program, kept when the municipality first changed it.
    written_by UUID REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (key, version)
);
CREATE INDEX recipe_version_written_by ON recipe_version (written_by);

-- The version a space was made with: its steps and roles keep the names they had.
ALTER TABLE space ADD COLUMN recipe_version BIGINT NOT NULL DEFAULT 1;
CREATE INDEX space_recipe ON space (recipe);
