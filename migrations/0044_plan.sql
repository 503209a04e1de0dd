-- A citizen's own plan: what they dream of, the steps on the way, who helps, how it goes. Every word of it is sealed under the key of
-- its space (see space_key); dates, order and how far a step has come are not.
CREATE TABLE plan (
    space_id   UUID PRIMARY KEY REFERENCES space (id),
    owner_id   UUID NOT NULL REFERENCES person (id),
    dream      BYTEA NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    changed_by UUID REFERENCES person (id)
);
CREATE INDEX plan_owner ON plan (owner_id);
CREATE INDEX plan_changed_by ON plan (changed_by);
-- A plan ends when its owner leaves: few have left, and they are looked for every few seconds.
CREATE INDEX person_left ON person (left_at) WHERE left_at IS NOT NULL;

CREATE TABLE plan_step (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES plan (space_id),
    position   BIGINT NOT NULL,
    what       BYTEA NOT NULL,
    by_on      DATE,
    state      TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    changed_by UUID REFERENCES person (id)
);
CREATE INDEX plan_step_space ON plan_step (space_id, position);
CREATE INDEX plan_step_changed_by ON plan_step (changed_by);

-- Somebody who has been let in, or has been asked and has not come yet: then `person_id` is missing and the link's `token_hash` is there.
-- What the owner calls them, and where the link was sent, are sealed. `whole`: how far they see all of it, also what comes later.
CREATE TABLE plan_person (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES plan (space_id),
    person_id  UUID REFERENCES person (id),
    called     BYTEA NOT NULL,
    address    BYTEA,
    token_hash BYTEA UNIQUE,
    helper     BOOLEAN NOT NULL,
    manages    BOOLEAN NOT NULL,
    whole      TEXT NOT NULL,
    let_in_at  TIMESTAMPTZ NOT NULL,
    came_at    TIMESTAMPTZ,
    UNIQUE (space_id, person_id)
);
CREATE INDEX plan_person_person ON plan_person (person_id);

-- How far somebody sees one part. The dream goes by the id of the space.
CREATE TABLE plan_sight (
    guest_id UUID NOT NULL REFERENCES plan_person (id) ON DELETE CASCADE,
    part     UUID NOT NULL,
    level    TEXT NOT NULL,
    PRIMARY KEY (guest_id, part)
);
CREATE INDEX plan_sight_part ON plan_sight (part);

-- Who helps with a step, in the owner's words; `guest_id` where it is somebody who has been let in.
CREATE TABLE plan_helper (
    id       UUID PRIMARY KEY,
    step_id  UUID NOT NULL REFERENCES plan_step (id) ON DELETE CASCADE,
    called   BYTEA NOT NULL,
    kind     TEXT NOT NULL,
    guest_id UUID REFERENCES plan_person (id) ON DELETE SET NULL
);
CREATE INDEX plan_helper_step ON plan_helper (step_id);
CREATE INDEX plan_helper_guest ON plan_helper (guest_id);

-- How it goes, day by day.
CREATE TABLE plan_note (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES plan (space_id),
    part       UUID NOT NULL,
    words      BYTEA NOT NULL,
    author_id  UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX plan_note_part ON plan_note (space_id, part, written_at);
CREATE INDEX plan_note_author ON plan_note (author_id);

-- Every look at a part by anybody but its owner.
CREATE TABLE plan_reading (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES plan (space_id),
    part      UUID NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL
);
CREATE INDEX plan_reading_space ON plan_reading (space_id, at);
CREATE INDEX plan_reading_person ON plan_reading (person_id);
