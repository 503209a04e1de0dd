-- The tasks of a house that its users take over from its employees, one by one.

CREATE TABLE task (
    id                UUID PRIMARY KEY,
    space_id          UUID NOT NULL REFERENCES space (id),
    title             TEXT NOT NULL,
    area              TEXT NOT NULL,
    times             BIGINT NOT NULL,
    per               TEXT NOT NULL,
    minutes           BIGINT NOT NULL,
    needs_key         BOOLEAN NOT NULL,
    needs_skill       BOOLEAN NOT NULL,
    needs_certificate BOOLEAN NOT NULL,
    needs             TEXT NOT NULL,
    holder_id         UUID REFERENCES person (id),
    taker_id          UUID REFERENCES person (id),
    taker_group       TEXT NOT NULL,
    by_on             DATE,
    trial_from        DATE,
    trial_to          DATE,
    guide             TEXT NOT NULL,
    contact           TEXT NOT NULL,
    state             TEXT NOT NULL,
    moved_at          TIMESTAMPTZ NOT NULL,
    commitment_id     UUID REFERENCES commitment (id),
    created_by        UUID NOT NULL REFERENCES person (id),
    created_at        TIMESTAMPTZ NOT NULL
);
CREATE INDEX task_space ON task (space_id, state, by_on);
CREATE INDEX task_late ON task (state, by_on, space_id);
CREATE INDEX task_holder ON task (holder_id);
CREATE INDEX task_taker ON task (taker_id);
CREATE INDEX task_created ON task (created_by);
CREATE INDEX task_commitment ON task (commitment_id);

-- Who would like to take a task over.
CREATE TABLE task_wish (
    task_id   UUID NOT NULL REFERENCES task (id),
    person_id UUID NOT NULL REFERENCES person (id),
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (task_id, person_id)
);
CREATE INDEX task_wish_person ON task_wish (person_id);

-- Every step a task has taken: what the share of the citizens was in an earlier week is counted from these.
CREATE TABLE task_move (
    task_id  UUID NOT NULL REFERENCES task (id),
    step     BIGINT NOT NULL,
    space_id UUID NOT NULL REFERENCES space (id),
    state    TEXT NOT NULL,
    note     TEXT NOT NULL,
    by_id    UUID REFERENCES person (id),
    at       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (task_id, step)
);
CREATE INDEX task_move_space ON task_move (space_id, at, step);
CREATE INDEX task_move_by ON task_move (by_id);

-- What happens in the house in a week, from its Monday.
CREATE TABLE house_week (
    space_id   UUID NOT NULL REFERENCES space (id),
    monday     DATE NOT NULL,
    visits     BIGINT NOT NULL,
    activities BIGINT NOT NULL,
    entered_by UUID NOT NULL REFERENCES person (id),
    entered_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, monday)
);
CREATE INDEX house_week_entered ON house_week (entered_by);

-- What happened in a week before, and what is promised.
CREATE TABLE house_aim (
    space_id            UUID PRIMARY KEY REFERENCES space (id),
    was_visits          BIGINT NOT NULL,
    was_activities      BIGINT NOT NULL,
    was_when            TEXT NOT NULL,
    promised_visits     BIGINT NOT NULL,
    promised_activities BIGINT NOT NULL,
    promised_text       TEXT NOT NULL,
    entered_by          UUID NOT NULL REFERENCES person (id),
    entered_at          TIMESTAMPTZ NOT NULL
);
CREATE INDEX house_aim_entered ON house_aim (entered_by);
