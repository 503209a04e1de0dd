-- Recruitment: seats by competence profile, public calls, interest, appointments, the simple lot, alternates and terms.

-- Seats of one kind: so many, for whom, from when until when. A profile that is taken away stays for the history of its seats.
CREATE TABLE seat_profile (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    place       BIGINT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    role        TEXT NOT NULL,
    seats       BIGINT NOT NULL,
    from_on     DATE,
    until_on    DATE,
    removed_at  TIMESTAMPTZ
);
CREATE INDEX seat_profile_space ON seat_profile (space_id, place);

-- Who has held a seat, from and to. `reason` is a category, for the secretary and the facilitator.
CREATE TABLE seat_holding (
    id         UUID PRIMARY KEY,
    profile_id UUID NOT NULL REFERENCES seat_profile (id),
    space_id   UUID NOT NULL REFERENCES space (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    from_on    DATE NOT NULL,
    until_on   DATE,
    left_on    DATE,
    reason     TEXT,
    warned_at  TIMESTAMPTZ
);
CREATE INDEX seat_holding_space ON seat_holding (space_id, from_on);
CREATE INDEX seat_holding_profile ON seat_holding (profile_id);
CREATE INDEX seat_holding_person ON seat_holding (person_id);
CREATE INDEX seat_holding_until ON seat_holding (until_on) WHERE left_on IS NULL;

-- A public call; what it says can be changed until it is closed.
CREATE TABLE seat_call (
    id             UUID PRIMARY KEY,
    space_id       UUID NOT NULL REFERENCES space (id),
    title          TEXT NOT NULL,
    text           TEXT NOT NULL,
    period         TEXT NOT NULL,
    meetings       TEXT NOT NULL,
    preparation    TEXT NOT NULL,
    contact        TEXT NOT NULL,
    working_groups BOOLEAN NOT NULL,
    deadline       DATE NOT NULL,
    written_by     UUID NOT NULL REFERENCES person (id),
    written_at     TIMESTAMPTZ NOT NULL,
    opened_at      TIMESTAMPTZ,
    closed_at      TIMESTAMPTZ
);
CREATE INDEX seat_call_space ON seat_call (space_id, written_at);
CREATE INDEX seat_call_open ON seat_call (deadline) WHERE opened_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX seat_call_closed ON seat_call (closed_at);

CREATE TABLE seat_call_profile (
    call_id    UUID NOT NULL REFERENCES seat_call (id),
    profile_id UUID NOT NULL REFERENCES seat_profile (id),
    PRIMARY KEY (call_id, profile_id)
);
CREATE INDEX seat_call_profile_profile ON seat_call_profile (profile_id);

-- Somebody offers to take part. Only the secretary and the facilitator see it; it goes some time after the call.
CREATE TABLE interest (
    id            UUID PRIMARY KEY,
    call_id       UUID NOT NULL REFERENCES seat_call (id),
    space_id      UUID NOT NULL REFERENCES space (id),
    person_id     UUID NOT NULL REFERENCES person (id),
    why           TEXT NOT NULL,
    working_group BOOLEAN NOT NULL,
    way           TEXT NOT NULL,
    entered_by    UUID REFERENCES person (id),
    registered_at TIMESTAMPTZ NOT NULL,
    withdrawn_at  TIMESTAMPTZ,
    reply         TEXT,
    replied_at    TIMESTAMPTZ,
    UNIQUE (call_id, person_id)
);
CREATE INDEX interest_person ON interest (person_id);
CREATE INDEX interest_entered_by ON interest (entered_by);

CREATE TABLE interest_profile (
    interest_id UUID NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
    profile_id  UUID NOT NULL REFERENCES seat_profile (id),
    PRIMARY KEY (interest_id, profile_id)
);
CREATE INDEX interest_profile_profile ON interest_profile (profile_id);

-- What a new visitor has written and not yet confirmed from their mail: a few days.
CREATE TABLE interest_draft (
    id            UUID PRIMARY KEY,
    call_id       UUID NOT NULL REFERENCES seat_call (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    why           TEXT NOT NULL,
    working_group BOOLEAN NOT NULL,
    profiles      TEXT NOT NULL,
    language      TEXT NOT NULL,
    token_hash    BYTEA NOT NULL UNIQUE,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX interest_draft_email ON interest_draft (email, created_at);
CREATE INDEX interest_draft_created ON interest_draft (created_at);

-- A lot: the list is closed and its digest published, then a seed is written down, once. What stands in the receipt is kept as it was.
CREATE TABLE lot_draw (
    id           UUID PRIMARY KEY,
    space_id     UUID NOT NULL REFERENCES space (id),
    call_id      UUID NOT NULL REFERENCES seat_call (id),
    profile_id   UUID NOT NULL REFERENCES seat_profile (id),
    space_name   TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    seats        BIGINT NOT NULL,
    digest       TEXT NOT NULL,
    closed_at    TIMESTAMPTZ NOT NULL,
    closed_by    UUID NOT NULL REFERENCES person (id),
    seed         TEXT,
    seal         TEXT,
    drawn_at     TIMESTAMPTZ,
    drawn_by     UUID REFERENCES person (id),
    called_off_at TIMESTAMPTZ,
    called_off    TEXT
);
CREATE INDEX lot_draw_space ON lot_draw (space_id, closed_at);
CREATE INDEX lot_draw_call ON lot_draw (call_id);

CREATE TABLE lot_ticket (
    draw_id   UUID NOT NULL REFERENCES lot_draw (id),
    pseudonym TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    PRIMARY KEY (draw_id, pseudonym)
);
CREATE INDEX lot_ticket_person ON lot_ticket (person_id);

-- Who is next when a seat becomes free, and what was offered and answered.
CREATE TABLE seat_alternate (
    id          UUID PRIMARY KEY,
    profile_id  UUID NOT NULL REFERENCES seat_profile (id),
    space_id    UUID NOT NULL REFERENCES space (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    place       BIGINT NOT NULL,
    made_at     TIMESTAMPTZ NOT NULL,
    token_hash  BYTEA UNIQUE,
    offered_at  TIMESTAMPTZ,
    answer_by   DATE,
    answer      TEXT,
    answered_at TIMESTAMPTZ
);
CREATE INDEX seat_alternate_profile ON seat_alternate (profile_id, place);
CREATE INDEX seat_alternate_next ON seat_alternate (profile_id) WHERE offered_at IS NULL AND answer IS NULL;
CREATE INDEX seat_alternate_space ON seat_alternate (space_id);
CREATE INDEX seat_alternate_person ON seat_alternate (person_id);
CREATE INDEX seat_alternate_due ON seat_alternate (answer_by) WHERE offered_at IS NOT NULL AND answer IS NULL;
