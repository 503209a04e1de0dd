-- Finding people by any word of their name, changing an address, helpers, import, making two persons one.

-- The words a person is found by: of the name, the e-mail address and the telephone number, in lower case, as UTF-8 bytes, so
-- that both databases order them alike and the beginning of a word is a range of the key.
CREATE TABLE person_word (
    word      BYTEA NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (word, person_id)
);
CREATE INDEX person_word_person ON person_word (person_id);

-- A new e-mail address waits here for its code.
CREATE TABLE address_change (
    id         UUID PRIMARY KEY,
    person_id  UUID NOT NULL REFERENCES person (id),
    email      TEXT NOT NULL,
    mac        BYTEA NOT NULL,
    tries      BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ
);
CREATE INDEX address_change_person ON address_change (person_id, created_at);

-- Somebody asked another to help them; in force (person.helper_id) when the other has said yes.
CREATE TABLE helper_request (
    id          UUID PRIMARY KEY,
    person_id   UUID NOT NULL REFERENCES person (id),
    helper_id   UUID NOT NULL REFERENCES person (id),
    at          TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    accepted    BOOLEAN
);
CREATE INDEX helper_request_person ON helper_request (person_id, at);
CREATE INDEX helper_request_helper ON helper_request (helper_id, answered_at);

ALTER TABLE organisation ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN contact_id UUID REFERENCES person (id);
CREATE INDEX organisation_area ON organisation (area_id);
CREATE INDEX organisation_contact ON organisation (contact_id);
CREATE INDEX person_organisation ON person (organisation_id);

CREATE TABLE person_import (
    id              UUID PRIMARY KEY,
    made_by         UUID NOT NULL REFERENCES person (id),
    made_at         TIMESTAMPTZ NOT NULL,
    space_id        UUID REFERENCES space (id),
    role            TEXT,
    organisation_id UUID REFERENCES organisation (id),
    added           BIGINT NOT NULL,
    updated         BIGINT NOT NULL,
    bad             BIGINT NOT NULL,
    bad_rows        TEXT NOT NULL,
    undone_at       TIMESTAMPTZ,
    undone_by       UUID REFERENCES person (id)
);
CREATE INDEX person_import_at ON person_import (made_at);

-- What an import did to one person: `before` and `after` hold the fields it changed, as JSON.
CREATE TABLE person_import_row (
    import_id  UUID NOT NULL REFERENCES person_import (id),
    line       BIGINT NOT NULL,
    person_id  UUID NOT NULL REFERENCES person (id),
    what       TEXT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    gave_role  BOOLEAN NOT NULL,
    gave_place BOOLEAN NOT NULL,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX person_import_row_person ON person_import_row (person_id);

-- Two persons that were one: `filled` holds what the kept person took over, as JSON.
CREATE TABLE person_merge (
    id        UUID PRIMARY KEY,
    kept_id   UUID NOT NULL REFERENCES person (id),
    away_id   UUID NOT NULL REFERENCES person (id),
    made_by   UUID NOT NULL REFERENCES person (id),
    made_at   TIMESTAMPTZ NOT NULL,
    filled    TEXT NOT NULL,
    undone_at TIMESTAMPTZ
);
CREATE INDEX person_merge_kept ON person_merge (kept_id, made_at);
CREATE INDEX person_merge_away ON person_merge (away_id);

-- Each row that was moved to the kept person (table, column, key), or taken away because both had it (`row_values`: all of it).
CREATE TABLE person_merge_row (
    merge_id    UUID NOT NULL REFERENCES person_merge (id),
    place       BIGINT NOT NULL,
    table_name  TEXT NOT NULL,
    column_name TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    row_values  TEXT,
    PRIMARY KEY (merge_id, place)
);

-- Where somebody belongs, when they were read in from a list of an area.
ALTER TABLE person ADD COLUMN area_id UUID REFERENCES area (id);
CREATE INDEX person_area ON person (area_id);
