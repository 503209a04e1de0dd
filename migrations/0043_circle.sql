-- A circle around somebody who needs help for a time. What tells of them is sealed under the key of their space.
CREATE TABLE circle (
    space_id    UUID PRIMARY KEY REFERENCES space (id),
    -- What happened, where they live, in which area, whom helpers ring.
    details     BYTEA NOT NULL,
    legal_basis TEXT NOT NULL,
    informed    BOOLEAN NOT NULL,
    opened_by   UUID NOT NULL REFERENCES person (id),
    opened_at   TIMESTAMPTZ NOT NULL,
    -- How many times people were asked.
    waves       BIGINT NOT NULL,
    -- When the coordinators were asked whether it can be closed.
    asked_at    TIMESTAMPTZ,
    ended_at    TIMESTAMPTZ
);
CREATE INDEX circle_opened ON circle (opened_by);
CREATE INDEX circle_ended ON circle (ended_at);

CREATE TABLE circle_need (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES circle (space_id),
    kind        TEXT NOT NULL,
    -- What is to be done, where, and what is good to know.
    words       BYTEA NOT NULL,
    certificate BOOLEAN NOT NULL,
    licence     BOOLEAN NOT NULL,
    first_aid   BOOLEAN NOT NULL,
    known       BOOLEAN NOT NULL,
    language    TEXT NOT NULL,
    made_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX circle_need_space ON circle_need (space_id);

-- One helper's place at one time.
CREATE TABLE circle_slot (
    id           UUID PRIMARY KEY,
    need_id      UUID NOT NULL REFERENCES circle_need (id),
    space_id     UUID NOT NULL REFERENCES circle (space_id),
    starts_at    TIMESTAMPTZ NOT NULL,
    ends_at      TIMESTAMPTZ NOT NULL,
    person_id    UUID REFERENCES person (id),
    taken_at     TIMESTAMPTZ,
    -- The municipality does it.
    by_staff     BOOLEAN NOT NULL,
    cancelled_at TIMESTAMPTZ,
    -- Grows with every change of time, for calendars.
    changed      BIGINT NOT NULL,
    -- How often the coordinators were told that nobody has taken it.
    warned       BIGINT NOT NULL,
    reminded_at  TIMESTAMPTZ
);
CREATE INDEX circle_slot_space ON circle_slot (space_id, starts_at);
CREATE INDEX circle_slot_need ON circle_slot (need_id);
CREATE INDEX circle_slot_person ON circle_slot (person_id, starts_at);
CREATE INDEX circle_slot_starts ON circle_slot (starts_at) WHERE cancelled_at IS NULL;

-- Who was asked, once for each circle; their link is made of the id (see links.rs).
CREATE TABLE circle_ask (
    id          UUID PRIMARY KEY,
    space_id    UUID NOT NULL REFERENCES circle (space_id),
    person_id   UUID NOT NULL REFERENCES person (id),
    wave        BIGINT NOT NULL,
    -- How they are asked: mail, text, or phone, when somebody rings them.
    way         TEXT NOT NULL,
    asked_at    TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    answer      TEXT NOT NULL,
    UNIQUE (space_id, person_id)
);
CREATE INDEX circle_ask_person ON circle_ask (person_id, asked_at);
CREATE INDEX circle_ask_asked ON circle_ask (asked_at);

-- What they were asked for: they see nothing else.
CREATE TABLE circle_asked_need (
    ask_id  UUID NOT NULL REFERENCES circle_ask (id) ON DELETE CASCADE,
    need_id UUID NOT NULL REFERENCES circle_need (id) ON DELETE CASCADE,
    PRIMARY KEY (ask_id, need_id)
);
CREATE INDEX circle_asked_need_need ON circle_asked_need (need_id);

-- Who could not after all.
CREATE TABLE circle_drop (
    id        UUID PRIMARY KEY,
    slot_id   UUID NOT NULL REFERENCES circle_slot (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL
);
CREATE INDEX circle_drop_slot ON circle_drop (slot_id);
CREATE INDEX circle_drop_person ON circle_drop (person_id);

-- Whom the family knows, and who is not to be asked.
CREATE TABLE circle_stance (
    space_id  UUID NOT NULL REFERENCES circle (space_id),
    person_id UUID NOT NULL REFERENCES person (id),
    stance    TEXT NOT NULL,
    PRIMARY KEY (space_id, person_id)
);
CREATE INDEX circle_stance_person ON circle_stance (person_id);

-- Who has read what of a circle.
CREATE TABLE circle_reading (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES circle (space_id),
    person_id UUID NOT NULL REFERENCES person (id),
    what      TEXT NOT NULL,
    at        TIMESTAMPTZ NOT NULL
);
CREATE INDEX circle_reading_space ON circle_reading (space_id, at);
CREATE INDEX circle_reading_person ON circle_reading (person_id);

-- What was learned, without anything that leads back to a circle: month, figures, and words that a coordinator wrote for others.
CREATE TABLE circle_lesson (
    id      UUID PRIMARY KEY,
    month   DATE NOT NULL,
    asked   BIGINT NOT NULL,
    helpers BIGINT NOT NULL,
    slots   BIGINT NOT NULL,
    taken   BIGINT NOT NULL,
    days    BIGINT NOT NULL,
    text    TEXT NOT NULL
);

-- The way a notice is to go, where it is another than the person's own.
ALTER TABLE notice ADD COLUMN way TEXT;
