-- The programme of a house: rooms and equipment, opening hours, activities with their series, who comes, the season's wishes.

-- Rooms, and equipment that can be in one place at a time.
CREATE TABLE programme_resource (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    -- room, equipment
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    -- How many a room holds; missing: nobody has said.
    seats     BIGINT,
    text      TEXT NOT NULL,
    -- Grows with every booking: whoever raises it books, one after another.
    turn      BIGINT NOT NULL,
    closed_at TIMESTAMPTZ,
    UNIQUE (space_id, name)
);

CREATE TABLE programme_house (
    space_id         UUID PRIMARY KEY REFERENCES space (id),
    open_on_holidays BOOLEAN NOT NULL
);

-- A day of the week without a row: closed.
CREATE TABLE programme_hours (
    space_id    UUID NOT NULL REFERENCES space (id),
    -- 1 is Monday.
    weekday     BIGINT NOT NULL,
    -- Minutes after midnight, local time.
    from_minute BIGINT NOT NULL,
    to_minute   BIGINT NOT NULL,
    PRIMARY KEY (space_id, weekday)
);

-- Days the house is closed, beside the public holidays.
CREATE TABLE programme_closing (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    first_day DATE NOT NULL,
    last_day  DATE NOT NULL,
    reason    TEXT NOT NULL
);
CREATE INDEX programme_closing_space ON programme_closing (space_id, last_day);

CREATE TABLE activity_group (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    name       TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_by UUID NOT NULL REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    closed_at  TIMESTAMPTZ,
    UNIQUE (space_id, name)
);
CREATE INDEX activity_group_created_by ON activity_group (created_by);

-- Those who carry a group.
CREATE TABLE activity_group_member (
    id        UUID PRIMARY KEY,
    group_id  UUID NOT NULL REFERENCES activity_group (id),
    -- Missing: somebody without an account, by name.
    person_id UUID REFERENCES person (id),
    name      TEXT NOT NULL,
    place     BIGINT NOT NULL,
    UNIQUE (group_id, person_id)
);
CREATE INDEX activity_group_member_person ON activity_group_member (person_id);

CREATE TABLE activity (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    group_id   UUID REFERENCES activity_group (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    -- Who carries it: somebody with an account, or a name.
    carrier_id UUID REFERENCES person (id),
    carrier    TEXT NOT NULL,
    -- free: just come; each: one signs up for each time; series: for all of them
    signup     TEXT NOT NULL,
    -- Places; missing: room for all.
    capacity   BIGINT,
    -- Grows with every sign-up: whoever raises it gives the places, one after another.
    turn       BIGINT NOT NULL,
    created_by UUID NOT NULL REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX activity_space ON activity (space_id, title);
CREATE INDEX activity_of_group ON activity (group_id);
CREATE INDEX activity_carrier ON activity (carrier_id);
CREATE INDEX activity_created_by ON activity (created_by);

-- A rule from a first day on (RFC 5545). "This and those that follow" parts a series in two.
CREATE TABLE activity_series (
    id          UUID PRIMARY KEY,
    activity_id UUID NOT NULL REFERENCES activity (id),
    first_day   DATE NOT NULL,
    -- Minutes after midnight, local time.
    minute      BIGINT NOT NULL,
    -- How long it takes.
    minutes     BIGINT NOT NULL,
    rule        TEXT NOT NULL,
    -- iCalendar: grows with every change of time or place.
    sequence    BIGINT NOT NULL,
    changed_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX activity_series_activity ON activity_series (activity_id, first_day);

-- Where its occurrences are held, unless they were moved by themselves.
CREATE TABLE activity_series_resource (
    series_id   UUID NOT NULL REFERENCES activity_series (id),
    resource_id UUID NOT NULL REFERENCES programme_resource (id),
    PRIMARY KEY (series_id, resource_id)
);
CREATE INDEX activity_series_resource_resource ON activity_series_resource (resource_id);

-- Every date a series gives, laid out.
CREATE TABLE activity_occurrence (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES space (id),
    activity_id UUID NOT NULL REFERENCES activity (id),
    series_id   UUID NOT NULL REFERENCES activity_series (id),
    -- The date the rule gave it: what it is known by, however it is moved.
    day         DATE NOT NULL,
    starts_at   TIMESTAMPTZ NOT NULL,
    ends_at     TIMESTAMPTZ NOT NULL,
    -- planned, cancelled, skipped (the house is closed)
    state       TEXT NOT NULL,
    moved       BOOLEAN NOT NULL,
    reason      TEXT NOT NULL,
    sequence    BIGINT NOT NULL,
    changed_at  TIMESTAMPTZ NOT NULL,
    UNIQUE (series_id, day)
);
CREATE INDEX activity_occurrence_space ON activity_occurrence (space_id, starts_at);
CREATE INDEX activity_occurrence_activity ON activity_occurrence (activity_id, starts_at);

-- What is taken when: at most one at a time, kept so by the turn of the room.
CREATE TABLE activity_booking (
    resource_id   UUID NOT NULL REFERENCES programme_resource (id),
    occurrence_id UUID NOT NULL REFERENCES activity_occurrence (id),
    starts_at     TIMESTAMPTZ NOT NULL,
    ends_at       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (resource_id, occurrence_id)
);
CREATE INDEX activity_booking_when ON activity_booking (resource_id, ends_at);
CREATE INDEX activity_booking_occurrence ON activity_booking (occurrence_id);

CREATE TABLE activity_signup (
    id            UUID PRIMARY KEY,
    activity_id   UUID NOT NULL REFERENCES activity (id),
    -- Missing: for the whole of it.
    occurrence_id UUID REFERENCES activity_occurrence (id),
    -- Missing: somebody without an account, by name.
    person_id     UUID REFERENCES person (id),
    name          TEXT NOT NULL,
    -- in, waiting
    state         TEXT NOT NULL,
    entered_by    UUID REFERENCES person (id),
    -- The place in the queue.
    at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX activity_signup_activity ON activity_signup (activity_id, occurrence_id, at);
CREATE INDEX activity_signup_occurrence ON activity_signup (occurrence_id);
CREATE INDEX activity_signup_person ON activity_signup (person_id);
CREATE INDEX activity_signup_entered_by ON activity_signup (entered_by);

-- A season that groups wish times and rooms for.
CREATE TABLE season (
    id           UUID PRIMARY KEY,
    space_id     UUID NOT NULL REFERENCES space (id),
    title        TEXT NOT NULL,
    first_day    DATE NOT NULL,
    last_day     DATE NOT NULL,
    -- Wishes are taken until then, the day itself among it.
    wishes_until DATE NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE INDEX season_space ON season (space_id, first_day);

CREATE TABLE season_wish (
    id               UUID PRIMARY KEY,
    season_id        UUID NOT NULL REFERENCES season (id),
    title            TEXT NOT NULL,
    -- Who carries it: a name.
    carrier          TEXT NOT NULL,
    -- How many there must be room for.
    seats            BIGINT,
    -- 1 is Monday; minutes after midnight, local time.
    first_weekday    BIGINT NOT NULL,
    first_minute     BIGINT NOT NULL,
    second_weekday   BIGINT,
    second_minute    BIGINT,
    minutes          BIGINT NOT NULL,
    -- What the board has settled by hand.
    settled_weekday  BIGINT,
    settled_minute   BIGINT,
    settled_resource UUID REFERENCES programme_resource (id),
    -- What it became.
    activity_id      UUID REFERENCES activity (id),
    -- Who handed it in.
    wished_by        UUID REFERENCES person (id),
    at               TIMESTAMPTZ NOT NULL
);
CREATE INDEX season_wish_season ON season_wish (season_id, at);
CREATE INDEX season_wish_settled ON season_wish (settled_resource);
CREATE INDEX season_wish_activity ON season_wish (activity_id);
CREATE INDEX season_wish_wished_by ON season_wish (wished_by);

-- Equipment a wish needs.
CREATE TABLE season_wish_need (
    wish_id     UUID NOT NULL REFERENCES season_wish (id),
    resource_id UUID NOT NULL REFERENCES programme_resource (id),
    PRIMARY KEY (wish_id, resource_id)
);
CREATE INDEX season_wish_need_resource ON season_wish_need (resource_id);
