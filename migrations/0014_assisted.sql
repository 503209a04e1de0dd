-- What was done with somebody's help and leaves no trace in a journal (a vote, a statement that waits): that it was done, where and
-- with whose help, never what. What the journal holds names the helper there.
CREATE TABLE assisted (
    id        UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    -- Missing: somebody who has left.
    helper_id UUID REFERENCES person (id),
    space_id  UUID NOT NULL REFERENCES space (id),
    act       TEXT NOT NULL,
    -- The same within one sitting is one row.
    times     BIGINT NOT NULL,
    first_at  TIMESTAMPTZ NOT NULL,
    last_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX assisted_person ON assisted (person_id, last_at);
CREATE INDEX assisted_helper ON assisted (helper_id);
CREATE INDEX assisted_last ON assisted (last_at);
