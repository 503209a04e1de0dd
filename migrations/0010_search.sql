-- The search index: an inverted index of what can be found in the spaces. It holds nothing that does not stand elsewhere
-- and can be thrown away and made again. Words are BYTEA because bytes sort alike in both databases, whatever the locale.

-- How far into each space's journal the index has come.
CREATE TABLE search_space (
    space_id    UUID PRIMARY KEY REFERENCES space (id),
    indexed_seq BIGINT NOT NULL
);

-- One row: whoever holds it writes the index. `version` is the form of the index; another one means that it is made anew.
CREATE TABLE search_indexer (
    one     BIGINT PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO search_indexer (one, version) VALUES (1, 0);

CREATE TABLE search_document (
    no        BIGINT PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    kind      TEXT NOT NULL,
    object_id UUID NOT NULL,
    title     TEXT NOT NULL,
    text      TEXT NOT NULL,
    href      TEXT NOT NULL,
    digest    BYTEA NOT NULL,
    UNIQUE (space_id, kind, object_id)
);

-- A term in a document; the weight says how much the document is about it, in thousandths.
CREATE TABLE search_posting (
    doc    BIGINT NOT NULL REFERENCES search_document (no),
    term   BYTEA NOT NULL,
    weight BIGINT NOT NULL,
    PRIMARY KEY (doc, term)
);
CREATE INDEX search_posting_term ON search_posting (term, weight, doc);

-- Words as they were written, with the term (the stem) each one stands for, also backwards: so the second half of a
-- compound is found like the first.
CREATE TABLE search_word (
    word     BYTEA NOT NULL,
    term     BYTEA NOT NULL,
    reversed BYTEA NOT NULL,
    PRIMARY KEY (word, term)
);
CREATE INDEX search_word_reversed ON search_word (reversed, term);
CREATE INDEX search_word_term ON search_word (term);

-- Each word, and each word with one letter left out: what a misspelt word is looked up in.
CREATE TABLE search_part (
    part BYTEA NOT NULL,
    word BYTEA NOT NULL,
    PRIMARY KEY (part, word)
);
CREATE INDEX search_part_word ON search_part (word);

-- Lists of spaces, newest first, and the feed of the whole municipality.
CREATE INDEX space_visibility ON space (visibility, created_at, id);
CREATE INDEX space_created ON space (created_at, id);

-- What the front page shows: the newest entries and commitments, the open conversations, the demonstration's five.
CREATE INDEX commitment_created ON commitment (created_at, id);
CREATE INDEX dialogue_status ON dialogue (status, opened_at);
CREATE INDEX person_persona_there ON person (created_at, id) WHERE persona IS NOT NULL;

-- Columns that point at somebody or something: without these, taking a row away reads every table that could point at it.
CREATE INDEX person_entered_by ON person (entered_by);
CREATE INDEX invitation_invited_by ON invitation (invited_by);
CREATE INDEX outbox_space ON outbox (space_id);
CREATE INDEX progress_person ON progress (person_id);
CREATE INDEX mandate_written_by ON mandate (written_by);
CREATE INDEX acknowledgement_person ON acknowledgement (person_id);
CREATE INDEX statement_author ON statement (author_id);
CREATE INDEX statement_judged_by ON statement (judged_by);
CREATE INDEX voter_person ON voter (person_id);
CREATE INDEX vote_statement ON vote (statement_id);
CREATE INDEX recommendation_written_by ON recommendation (written_by);
CREATE INDEX council_answer_answered_by ON council_answer (answered_by);
CREATE INDEX reading_reader ON reading (reader_id);
CREATE INDEX outbox_done_by ON outbox (done_by);
CREATE INDEX notice_space ON notice (space_id);
