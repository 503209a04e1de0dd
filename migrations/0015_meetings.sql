-- Meetings: agenda, invitations, who comes, minutes written together, decisions.

CREATE TABLE meeting (
    id               UUID PRIMARY KEY,
    space_id         UUID NOT NULL REFERENCES space (id),
    -- team: the team's own meeting; dialogue: open to everyone who may see the space.
    kind             TEXT NOT NULL,
    title            TEXT NOT NULL,
    starts_at        TIMESTAMPTZ NOT NULL,
    ends_at          TIMESTAMPTZ NOT NULL,
    place            TEXT NOT NULL,
    -- The address one joins from a computer; empty: one comes in person.
    online           TEXT NOT NULL,
    bring            TEXT NOT NULL,
    -- Seats in the room; missing: room for all.
    capacity         BIGINT,
    -- iCalendar: grows with every change of time or place.
    sequence         BIGINT NOT NULL,
    changed_at       TIMESTAMPTZ NOT NULL,
    cancelled_at     TIMESTAMPTZ,
    cancel_reason    TEXT NOT NULL,
    -- draft, sent, approved
    minutes_state    TEXT NOT NULL,
    minutes_sent_at  TIMESTAMPTZ,
    -- Nobody having objected by then, the minutes are approved.
    objections_until DATE,
    approved_at      TIMESTAMPTZ,
    created_by       UUID NOT NULL REFERENCES person (id),
    created_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_space ON meeting (space_id, starts_at);
CREATE INDEX meeting_kind ON meeting (kind, starts_at);
CREATE INDEX meeting_minutes ON meeting (minutes_state, objections_until);
CREATE INDEX meeting_created_by ON meeting (created_by);

CREATE TABLE agenda_item (
    id           UUID PRIMARY KEY,
    meeting_id   UUID NOT NULL REFERENCES meeting (id),
    -- 1, 2, 3 …
    place        BIGINT NOT NULL,
    title        TEXT NOT NULL,
    presentation TEXT NOT NULL,
    proposal     TEXT NOT NULL,
    minutes      BIGINT,
    presenter    TEXT NOT NULL,
    -- Why it is closed: a key of the grounds; empty: it is open.
    ground       TEXT NOT NULL
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, place);

-- The minutes: a text for each item, and one for everything else, whose id is the meeting's own.
CREATE TABLE minutes_text (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meeting (id),
    text       TEXT NOT NULL,
    version    BIGINT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX minutes_text_meeting ON minutes_text (meeting_id);

-- What was written has a number from whoever wrote it: sent twice, it is written once. Kept for a day.
CREATE TABLE minutes_edit (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX minutes_edit_at ON minutes_edit (at);

-- Objections while the minutes are out for approval, and corrections after it.
CREATE TABLE minutes_note (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meeting (id),
    -- objection, correction
    kind       TEXT NOT NULL,
    text       TEXT NOT NULL,
    written_by UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX minutes_note_meeting ON minutes_note (meeting_id, written_at);
CREATE INDEX minutes_note_written_by ON minutes_note (written_by);

-- Somebody has an interest of their own in an item, and leaves while it is treated.
CREATE TABLE recusal (
    item_id   UUID NOT NULL REFERENCES agenda_item (id),
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (item_id, person_id)
);
CREATE INDEX recusal_person ON recusal (person_id);

-- Who has said that they know their duty of confidentiality here.
CREATE TABLE confidentiality (
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, person_id)
);
CREATE INDEX confidentiality_person ON confidentiality (person_id);

-- Who was sent an invitation, and so must hear of every change.
CREATE TABLE meeting_invited (
    meeting_id UUID NOT NULL REFERENCES meeting (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    at         TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX meeting_invited_person ON meeting_invited (person_id);

-- Who comes.
CREATE TABLE meeting_registration (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meeting (id),
    -- Missing: somebody without an account, entered by the staff under a name.
    person_id  UUID REFERENCES person (id),
    name       TEXT NOT NULL,
    -- coming, online, waiting, declined, silent (there, but never answered)
    state      TEXT NOT NULL,
    attended   BOOLEAN NOT NULL,
    entered_by UUID REFERENCES person (id),
    -- The place in the queue.
    at         TIMESTAMPTZ NOT NULL,
    UNIQUE (meeting_id, person_id)
);
CREATE INDEX meeting_registration_person ON meeting_registration (person_id);
CREATE INDEX meeting_registration_entered_by ON meeting_registration (entered_by);

-- What somebody needs to be able to come: food, transport, an interpreter, somebody to mind the children. Removed 14 days after
-- the meeting.
CREATE TABLE meeting_need (
    registration_id UUID PRIMARY KEY,
    meeting_id      UUID NOT NULL REFERENCES meeting (id),
    person_id       UUID REFERENCES person (id),
    text            TEXT NOT NULL
);
CREATE INDEX meeting_need_meeting ON meeting_need (meeting_id);
CREATE INDEX meeting_need_person ON meeting_need (person_id);

CREATE TABLE decision (
    id            UUID PRIMARY KEY,
    space_id      UUID NOT NULL REFERENCES space (id),
    meeting_id    UUID NOT NULL REFERENCES meeting (id),
    item_id       UUID REFERENCES agenda_item (id),
    -- The number in its space in its year.
    year          BIGINT NOT NULL,
    number        BIGINT NOT NULL,
    about         TEXT NOT NULL,
    text          TEXT NOT NULL,
    votes_for     BIGINT,
    votes_against BIGINT,
    abstained     BIGINT,
    noted_by      UUID NOT NULL REFERENCES person (id),
    noted_at      TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, year, number)
);
CREATE INDEX decision_meeting ON decision (meeting_id);
CREATE INDEX decision_item ON decision (item_id);
CREATE INDEX decision_noted_by ON decision (noted_by);

-- The address of somebody's own calendar feed. Whoever knows it can read it, so only its hash is kept.
CREATE TABLE calendar_feed (
    person_id  UUID PRIMARY KEY REFERENCES person (id),
    token_hash BYTEA NOT NULL UNIQUE,
    made_at    TIMESTAMPTZ NOT NULL
);

-- An appointment that goes with a message, as iCalendar; empty: none.
ALTER TABLE notice ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
