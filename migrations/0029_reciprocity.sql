-- What the municipality and the house give each other: promised, given, and agreed on or not. New volunteers, and thanks.

CREATE TABLE give_promise (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    side        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    what        TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    from_on     DATE NOT NULL,
    to_on       DATE NOT NULL,
    promised_by UUID NOT NULL REFERENCES person (id),
    promised_at TIMESTAMPTZ NOT NULL,
    closed_at   TIMESTAMPTZ,
    closed_by   UUID REFERENCES person (id),
    closed_note TEXT NOT NULL
);
CREATE INDEX give_promise_space ON give_promise (space_id, to_on);
CREATE INDEX give_promise_late ON give_promise (closed_at, to_on, space_id);
CREATE INDEX give_promise_promised ON give_promise (promised_by);
CREATE INDEX give_promise_closed ON give_promise (closed_by);

CREATE TABLE give_entry (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    side       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    what       TEXT NOT NULL,
    amount     BIGINT NOT NULL,
    given_on   DATE NOT NULL,
    promise_id UUID REFERENCES give_promise (id),
    entered_by UUID NOT NULL REFERENCES person (id),
    entered_at TIMESTAMPTZ NOT NULL,
    verdict    TEXT NOT NULL,
    judged_by  UUID REFERENCES person (id),
    judged_at  TIMESTAMPTZ,
    reason     TEXT NOT NULL,
    reply      TEXT NOT NULL
);
CREATE INDEX give_entry_space ON give_entry (space_id, given_on);
CREATE INDEX give_entry_promise ON give_entry (promise_id, verdict);
CREATE INDEX give_entry_entered ON give_entry (entered_by);
CREATE INDEX give_entry_judged ON give_entry (judged_by);

-- The house's own list for new volunteers, a line each; without one the program's list holds.
CREATE TABLE welcome_list (
    space_id   UUID PRIMARY KEY REFERENCES space (id),
    steps      TEXT NOT NULL,
    written_by UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX welcome_list_written ON welcome_list (written_by);

CREATE TABLE welcome (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    buddy_id  UUID NOT NULL REFERENCES person (id),
    begun_by  UUID NOT NULL REFERENCES person (id),
    begun_at  TIMESTAMPTZ NOT NULL,
    ended_at  TIMESTAMPTZ
);
CREATE INDEX welcome_space ON welcome (space_id, begun_at);
CREATE INDEX welcome_person ON welcome (person_id);
CREATE INDEX welcome_buddy ON welcome (buddy_id);
CREATE INDEX welcome_begun ON welcome (begun_by);

CREATE TABLE welcome_step (
    welcome_id UUID NOT NULL REFERENCES welcome (id),
    position   BIGINT NOT NULL,
    step       TEXT NOT NULL,
    done_at    TIMESTAMPTZ,
    PRIMARY KEY (welcome_id, position)
);

CREATE TABLE thanks (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID REFERENCES person (id),
    to_group  TEXT NOT NULL,
    text      TEXT NOT NULL,
    said_by   UUID NOT NULL REFERENCES person (id),
    said_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX thanks_space ON thanks (space_id, said_at);
CREATE INDEX thanks_person ON thanks (person_id, said_at);
CREATE INDEX thanks_said ON thanks (said_by);
