-- Who says yes for the municipality in a house beside its secretary, named by the secretary.
CREATE TABLE association_speaker (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    named_by  UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id)
);
CREATE INDEX association_speaker_person ON association_speaker (person_id);
CREATE INDEX association_speaker_by ON association_speaker (named_by);

-- The entry of the cash book that a payment of dues was written as; missing: the house kept no book then.
ALTER TABLE association_due ADD COLUMN entry_id UUID;
-- What another tool had written, by its kind; empty: the treasurer's own.
ALTER TABLE cash_entry ADD COLUMN origin TEXT NOT NULL DEFAULT '';

-- Whether whoever carries an activity sees the telephone numbers of those who are signed up for it.
ALTER TABLE programme_house ADD COLUMN shows_phones BOOLEAN NOT NULL DEFAULT FALSE;
-- The number of somebody without an account, where one was given with the name.
ALTER TABLE activity_signup ADD COLUMN phone TEXT NOT NULL DEFAULT '';

-- Who came to an occurrence of those who were signed up for it.
CREATE TABLE activity_attendance (
    signup_id     UUID NOT NULL REFERENCES activity_signup (id) ON DELETE CASCADE,
    occurrence_id UUID NOT NULL REFERENCES activity_occurrence (id) ON DELETE CASCADE,
    person_id     UUID REFERENCES person (id),
    at            TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (signup_id, occurrence_id)
);
CREATE INDEX activity_attendance_occurrence ON activity_attendance (occurrence_id);
CREATE INDEX activity_attendance_person ON activity_attendance (person_id);

-- Whom the house rings up, since they get no mail: of a place that came free, of another time, of nothing.
CREATE TABLE programme_call (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    activity_id UUID NOT NULL REFERENCES activity (id),
    -- Missing: somebody without an account, by name.
    person_id   UUID REFERENCES person (id),
    name        TEXT NOT NULL,
    phone       TEXT NOT NULL,
    -- seat, moved, changed, cancelled, stopped, restored
    what        TEXT NOT NULL,
    starts_at   TIMESTAMPTZ NOT NULL,
    -- When it was to be, where it was moved.
    was_at      TIMESTAMPTZ,
    reason      TEXT NOT NULL,
    -- After this nobody needs to ring any more.
    until_at    TIMESTAMPTZ NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    rung_at     TIMESTAMPTZ,
    rung_by     UUID REFERENCES person (id)
);
CREATE INDEX programme_call_space ON programme_call (space_id, until_at);
CREATE INDEX programme_call_activity ON programme_call (activity_id);
CREATE INDEX programme_call_person ON programme_call (person_id);
CREATE INDEX programme_call_rung_by ON programme_call (rung_by);
