-- The everyday of a house: who came, the screens in the hall, duties, keys, contacts, incidents and house rules.

-- A screen in the hall, opened by somebody of the house. No person is signed in on it; what it can do is check in, or show the day.
CREATE TABLE daily_device (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    -- kiosk, screen
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    -- The code that is typed on the screen once, until it is used or its time is over.
    pair_code  TEXT UNIQUE,
    pair_until TIMESTAMPTZ,
    -- What the browser of the screen keeps, as a hash.
    token_hash BYTEA UNIQUE,
    opened_by  UUID NOT NULL REFERENCES person (id),
    opened_at  TIMESTAMPTZ NOT NULL,
    seen_at    TIMESTAMPTZ,
    closed_at  TIMESTAMPTZ
);
CREATE INDEX daily_device_space ON daily_device (space_id, opened_at);
CREATE INDEX daily_device_opened_by ON daily_device (opened_by);

-- Somebody who comes to the house. Only who has said yes stands on the kiosk.
CREATE TABLE daily_regular (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    listed     BOOLEAN NOT NULL,
    entered_by UUID REFERENCES person (id),
    added_at   TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, person_id)
);
CREATE INDEX daily_regular_person ON daily_regular (person_id);
CREATE INDEX daily_regular_entered_by ON daily_regular (entered_by);

CREATE TABLE daily_card (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    code      TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    given_at  TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, code)
);
CREATE INDEX daily_card_person ON daily_card (person_id);

-- Somebody came. The name goes after some days; that somebody came stays.
CREATE TABLE daily_checkin (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    device_id UUID NOT NULL REFERENCES daily_device (id),
    -- Made by the screen: what is sent twice is counted once.
    client_id UUID NOT NULL,
    day       DATE NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    -- name, card, guest
    way       TEXT NOT NULL,
    heads     BIGINT NOT NULL,
    person_id UUID REFERENCES person (id),
    forget_on DATE,
    UNIQUE (space_id, client_id),
    UNIQUE (space_id, day, person_id)
);
CREATE INDEX daily_checkin_person ON daily_checkin (person_id, day);
CREATE INDEX daily_checkin_device ON daily_checkin (device_id);
CREATE INDEX daily_checkin_forget ON daily_checkin (forget_on) WHERE forget_on IS NOT NULL;

-- How many came on a day: on the kiosk, clicked by somebody at the door, and counted on paper.
CREATE TABLE daily_day (
    space_id UUID NOT NULL REFERENCES space (id),
    day      DATE NOT NULL,
    kiosk    BIGINT NOT NULL,
    clicked  BIGINT NOT NULL,
    paper    BIGINT NOT NULL,
    -- What the journal says; less than nothing: it says nothing yet.
    told     BIGINT NOT NULL,
    PRIMARY KEY (space_id, day)
);
CREATE INDEX daily_day_untold ON daily_day (day) WHERE kiosk + clicked + paper <> told;

-- What a house has chosen; without a row the default counts.
CREATE TABLE daily_house (
    space_id  UUID PRIMARY KEY REFERENCES space (id),
    keep_days BIGINT NOT NULL
);

-- A word from the house on the screen in the hall.
CREATE TABLE daily_message (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    text       TEXT NOT NULL,
    from_on    DATE NOT NULL,
    until_on   DATE NOT NULL,
    written_by UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL,
    gone_at    TIMESTAMPTZ
);
CREATE INDEX daily_message_space ON daily_message (space_id, until_on);
CREATE INDEX daily_message_written_by ON daily_message (written_by);

-- Who opens, is house steward, or closes on a day.
CREATE TABLE daily_duty (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    day       DATE NOT NULL,
    -- open, steward, close
    kind      TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    -- Who has been asked to take it over.
    asked_id  UUID REFERENCES person (id),
    set_at    TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, day, kind)
);
CREATE INDEX daily_duty_person ON daily_duty (person_id, day);
CREATE INDEX daily_duty_asked ON daily_duty (asked_id, day);

CREATE TABLE daily_key (
    id       UUID PRIMARY KEY,
    space_id UUID NOT NULL REFERENCES space (id),
    -- What it says on its tag.
    name     TEXT NOT NULL,
    opens    TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    gone_at  TIMESTAMPTZ
);
CREATE INDEX daily_key_space ON daily_key (space_id, name);

-- Who has a key, and who had it.
CREATE TABLE daily_key_held (
    id        UUID PRIMARY KEY,
    key_id    UUID NOT NULL REFERENCES daily_key (id),
    space_id  UUID NOT NULL REFERENCES space (id),
    person_id UUID NOT NULL REFERENCES person (id),
    given_by  UUID NOT NULL REFERENCES person (id),
    given_on  DATE NOT NULL,
    -- The holder says so themselves, or a signature on paper.
    agreed_at TIMESTAMPTZ,
    back_on   DATE
);
CREATE UNIQUE INDEX daily_key_held_now ON daily_key_held (key_id) WHERE back_on IS NULL;
CREATE INDEX daily_key_held_key ON daily_key_held (key_id, given_on);
CREATE INDEX daily_key_held_space ON daily_key_held (space_id, back_on);
CREATE INDEX daily_key_held_person ON daily_key_held (person_id);
CREATE INDEX daily_key_held_given_by ON daily_key_held (given_by);

-- Whom to ring for what.
CREATE TABLE daily_contact (
    id       UUID PRIMARY KEY,
    space_id UUID NOT NULL REFERENCES space (id),
    place    BIGINT NOT NULL,
    matter   TEXT NOT NULL,
    who      TEXT NOT NULL,
    phone    TEXT NOT NULL,
    note     TEXT NOT NULL,
    -- Whether everybody who sees the space may see it; else only those with a part in the house.
    is_open  BOOLEAN NOT NULL
);
CREATE INDEX daily_contact_space ON daily_contact (space_id, place);

-- What happened that should not; only those who run the house see it, and it goes after a year.
CREATE TABLE daily_incident (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    happened_on DATE NOT NULL,
    text        TEXT NOT NULL,
    told        TEXT NOT NULL,
    done        TEXT NOT NULL,
    closed      BOOLEAN NOT NULL,
    written_by  UUID REFERENCES person (id),
    written_at  TIMESTAMPTZ NOT NULL,
    forget_on   DATE NOT NULL
);
CREATE INDEX daily_incident_space ON daily_incident (space_id, happened_on);
CREATE INDEX daily_incident_written_by ON daily_incident (written_by);
CREATE INDEX daily_incident_forget ON daily_incident (forget_on);

CREATE TABLE daily_rules (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    number     BIGINT NOT NULL,
    text       TEXT NOT NULL,
    written_by UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL,
    UNIQUE (space_id, number)
);
CREATE INDEX daily_rules_written_by ON daily_rules (written_by);
