-- Notices, what they become, and how they reach people.

-- What an act tells a person. It waits here until the rules of `rhythm.rs` let it become a message, alone or in a digest.
CREATE TABLE notice (
    id         UUID PRIMARY KEY,
    dedup_key  TEXT NOT NULL UNIQUE,
    person_id  UUID NOT NULL REFERENCES person (id),
    space_id   UUID REFERENCES space (id),
    word       TEXT NOT NULL,
    -- Typed values as JSON: dates and money are written in the reader's language when the message is.
    args       TEXT NOT NULL,
    link       TEXT NOT NULL,
    urgency    TEXT NOT NULL,
    -- When what it tells of changes: a deadline, a meeting. Within 48 hours it does not wait for a digest.
    changes_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    -- When it is looked at next.
    due_at     TIMESTAMPTZ NOT NULL,
    handled_at TIMESTAMPTZ,
    -- sent, unwanted, unreachable; empty while it waits.
    outcome    TEXT NOT NULL DEFAULT '',
    message_id UUID
);
CREATE INDEX notice_due ON notice (due_at) WHERE handled_at IS NULL;
CREATE INDEX notice_person ON notice (person_id, created_at);
CREATE INDEX notice_created ON notice (created_at);

-- The day of somebody's last digest, in Denmark: there is at most one a day.
CREATE TABLE digest (
    person_id UUID PRIMARY KEY REFERENCES person (id),
    last_day  DATE NOT NULL
);

-- Spaces somebody no longer wants to hear of; the municipality's own space stands for all.
CREATE TABLE mute (
    person_id UUID NOT NULL REFERENCES person (id),
    space_id  UUID NOT NULL REFERENCES space (id),
    since     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, space_id)
);

-- Addresses of people without an account who asked not to be written to.
CREATE TABLE silent_address (
    address TEXT PRIMARY KEY,
    since   TIMESTAMPTZ NOT NULL
);

-- People whose address or number refused a message; gone when one gets through.
CREATE TABLE unreached (
    person_id UUID NOT NULL REFERENCES person (id),
    way       TEXT NOT NULL,
    since     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, way)
);

-- How a message travels: mail, text, letter, phone.
ALTER TABLE outbox ADD COLUMN way TEXT NOT NULL DEFAULT 'mail';
-- What it is: secret (sign-in codes), direct (a personal invitation), notice, digest, test.
ALTER TABLE outbox ADD COLUMN sort TEXT NOT NULL DEFAULT 'notice';
-- The smaller goes first: somebody waits for a sign-in code, nobody for a digest.
ALTER TABLE outbox ADD COLUMN rank BIGINT NOT NULL DEFAULT 1;
-- Its parts as JSON; text and HTML are written from it.
ALTER TABLE outbox ADD COLUMN content TEXT NOT NULL DEFAULT '';
-- The end of its short address, for text messages and letters.
ALTER TABLE outbox ADD COLUMN short TEXT;
-- Who rings up.
ALTER TABLE outbox ADD COLUMN helper_id UUID REFERENCES person (id);
-- Who printed it, or told it, and what they noted.
ALTER TABLE outbox ADD COLUMN done_by UUID REFERENCES person (id);
ALTER TABLE outbox ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- Somebody decided that it does not go.
ALTER TABLE outbox ADD COLUMN stopped_at TIMESTAMPTZ;
CREATE UNIQUE INDEX outbox_short ON outbox (short);
CREATE INDEX outbox_created ON outbox (created_at);
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_helper ON outbox (helper_id) WHERE helper_id IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (way, created_at) WHERE sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL;
