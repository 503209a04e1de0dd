-- Ideas: written online, in a hall or on paper, merged without losing anybody, and what came of them.

-- Collecting in a hall: whoever has the code can write without signing in, until it is closed.
CREATE TABLE idea_hall (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    code       TEXT NOT NULL UNIQUE,
    question   TEXT NOT NULL,
    -- Whether somebody looks at each idea before others see it.
    look_first BOOLEAN NOT NULL,
    opened_by  UUID NOT NULL REFERENCES person (id),
    opened_at  TIMESTAMPTZ NOT NULL,
    closes_at  TIMESTAMPTZ NOT NULL,
    closed_at  TIMESTAMPTZ
);
CREATE INDEX idea_hall_space ON idea_hall (space_id, opened_at);
CREATE INDEX idea_hall_open ON idea_hall (closes_at) WHERE closed_at IS NULL;
CREATE INDEX idea_hall_opened_by ON idea_hall (opened_by);

CREATE TABLE idea (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    -- online, hall, helped, paper
    way        TEXT NOT NULL,
    hall_id    UUID REFERENCES idea_hall (id),
    -- waiting, open, merged, recommended, agreed, aside, withdrawn
    state      TEXT NOT NULL,
    -- The idea it is part of: itself, unless it is merged.
    root_id    UUID NOT NULL REFERENCES idea (id),
    -- Why it was set aside; everybody may read it.
    reason     TEXT NOT NULL,
    -- Who wrote it down for somebody else.
    entered_by UUID REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL,
    -- When the oldest of those merged in it was written.
    first_at   TIMESTAMPTZ NOT NULL,
    agreed_at  TIMESTAMPTZ,
    started_at TIMESTAMPTZ,
    done_at    TIMESTAMPTZ,
    settled_at TIMESTAMPTZ,
    -- How many support it, for the order of the list.
    backers    BIGINT NOT NULL
);
CREATE INDEX idea_newest ON idea (space_id, written_at, id);
CREATE INDEX idea_state ON idea (space_id, state);
CREATE INDEX idea_unseen ON idea (space_id, state, backers, written_at DESC, id);
CREATE INDEX idea_root ON idea (root_id);
CREATE INDEX idea_hall_written ON idea (hall_id, written_at);
CREATE INDEX idea_entered_by ON idea (entered_by);

-- An idea without a row here was written by somebody nobody asked for a name.
CREATE TABLE idea_author (
    idea_id   UUID NOT NULL REFERENCES idea (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (idea_id, person_id)
);
CREATE INDEX idea_author_person ON idea_author (person_id, at);

CREATE TABLE idea_support (
    idea_id   UUID NOT NULL REFERENCES idea (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id),
    -- backs, helps
    level     TEXT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (idea_id, person_id)
);
CREATE INDEX idea_support_person ON idea_support (person_id, at);

-- The words of each idea, as stems, also backwards. BYTEA, because bytes sort alike in both databases. The weight says where the
-- word stands, in thousandths.
CREATE TABLE idea_term (
    space_id UUID NOT NULL REFERENCES space (id),
    term     BYTEA NOT NULL,
    idea_id  UUID NOT NULL REFERENCES idea (id) ON DELETE CASCADE,
    reversed BYTEA NOT NULL,
    weight   BIGINT NOT NULL,
    PRIMARY KEY (space_id, term, idea_id)
);
CREATE INDEX idea_term_reversed ON idea_term (space_id, reversed);
CREATE INDEX idea_term_idea ON idea_term (idea_id);

-- A merge, with what must be known to take it back.
CREATE TABLE idea_merge (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    into_id   UUID NOT NULL REFERENCES idea (id),
    was_title TEXT NOT NULL,
    was_text  TEXT NOT NULL,
    was_state TEXT NOT NULL,
    made_by   UUID NOT NULL REFERENCES person (id),
    made_at   TIMESTAMPTZ NOT NULL,
    undone_at TIMESTAMPTZ
);
CREATE INDEX idea_merge_into ON idea_merge (into_id, made_at);
CREATE INDEX idea_merge_made_by ON idea_merge (made_by);

CREATE TABLE idea_merged (
    merge_id  UUID NOT NULL REFERENCES idea_merge (id),
    idea_id   UUID NOT NULL REFERENCES idea (id),
    was_root  UUID NOT NULL REFERENCES idea (id),
    was_state TEXT NOT NULL,
    PRIMARY KEY (merge_id, idea_id)
);
CREATE INDEX idea_merged_idea ON idea_merged (idea_id);
CREATE INDEX idea_merged_was_root ON idea_merged (was_root);

-- What came of an idea in other tools: recommendations and commitments.
CREATE TABLE idea_growth (
    idea_id   UUID NOT NULL REFERENCES idea (id),
    kind      TEXT NOT NULL,
    object_id UUID NOT NULL,
    title     TEXT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (idea_id, object_id)
);
CREATE INDEX idea_growth_object ON idea_growth (object_id);
