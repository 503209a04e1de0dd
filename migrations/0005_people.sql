-- What the platform knows of people beyond a name and an address: how they are reached, what they chose, who looked.

ALTER TABLE person ADD COLUMN phone TEXT;
ALTER TABLE person ADD COLUMN address TEXT;
-- How one is reached: mail, text, letter, phone (through `helper_id`).
ALTER TABLE person ADD COLUMN contact TEXT NOT NULL DEFAULT 'mail';
ALTER TABLE person ADD COLUMN helper_id UUID REFERENCES person (id);
-- How often one hears: daily (at most one digest a day), at_once, weekly, important (only what changes within 48 hours).
ALTER TABLE person ADD COLUMN rhythm TEXT NOT NULL DEFAULT 'daily';
-- Entered by a helper or an import; empty: the person came by themselves.
ALTER TABLE person ADD COLUMN entered_by UUID REFERENCES person (id);
-- A person who turned out to be another one: everything new happens there.
ALTER TABLE person ADD COLUMN merged_into UUID REFERENCES person (id);
ALTER TABLE person ADD COLUMN left_at TIMESTAMPTZ;
CREATE INDEX person_name ON person (name);
CREATE INDEX person_phone ON person (phone);
CREATE INDEX person_merged ON person (merged_into);
CREATE INDEX person_helper ON person (helper_id);

-- Sessions can be told apart and ended one by one; `assurance` is how surely one knows who it is: low, substantial, high.
ALTER TABLE session ADD COLUMN id UUID;
ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'mail';
ALTER TABLE session ADD COLUMN assurance TEXT NOT NULL DEFAULT 'low';
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN seen_at TIMESTAMPTZ;
CREATE UNIQUE INDEX session_id ON session (id);

ALTER TABLE space ADD COLUMN assurance TEXT NOT NULL DEFAULT 'low';

-- Who has looked at what is stored about whom.
CREATE TABLE reading (
    id        UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    reader_id UUID REFERENCES person (id),
    what      TEXT NOT NULL,
    at        TIMESTAMPTZ NOT NULL
);
CREATE INDEX reading_person ON reading (person_id, at);

-- People of associations, businesses and institutions.
CREATE TABLE organisation_person (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    person_id       UUID NOT NULL REFERENCES person (id),
    role            TEXT NOT NULL,
    since           TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX organisation_person_person ON organisation_person (person_id);
