-- The network: what people can do or lend when it is needed, told before anything happens.

-- How many live in an area: what offers are held against.
ALTER TABLE area ADD COLUMN inhabitants BIGINT;

-- `can`, `week` and `languages` are what the person reads; what is searched by stands in `network_kind`.
CREATE TABLE network_offer (
    id              UUID PRIMARY KEY,
    person_id       UUID NOT NULL REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    area_id         UUID REFERENCES area (id) ON DELETE SET NULL,
    can             TEXT NOT NULL,
    own_words       TEXT NOT NULL,
    reach           TEXT NOT NULL,
    week            TEXT NOT NULL,
    per_month       BIGINT NOT NULL,
    fast            TEXT NOT NULL,
    certificate_on  DATE,
    licence         BOOLEAN NOT NULL,
    first_aid       BOOLEAN NOT NULL,
    languages       TEXT NOT NULL,
    entered_by      UUID REFERENCES person (id),
    entered_how     TEXT NOT NULL,
    told_at         TIMESTAMPTZ NOT NULL,
    confirmed_at    TIMESTAMPTZ NOT NULL,
    reminded_at     TIMESTAMPTZ,
    paused_until    DATE
);
CREATE INDEX network_offer_person ON network_offer (person_id, told_at);
CREATE INDEX network_offer_organisation ON network_offer (organisation_id);
CREATE INDEX network_offer_area ON network_offer (area_id);
CREATE INDEX network_offer_entered ON network_offer (entered_by);
CREATE INDEX network_offer_confirmed ON network_offer (confirmed_at);
CREATE INDEX network_offer_reminded ON network_offer (reminded_at);

-- A row for each kind of an offer, and one with an empty kind for the offer itself; `times` has a bit for each part of the week.
CREATE TABLE network_kind (
    offer_id     UUID NOT NULL REFERENCES network_offer (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    area_id      UUID REFERENCES area (id) ON DELETE SET NULL,
    wide         BOOLEAN NOT NULL,
    times        BIGINT NOT NULL,
    paused_until DATE,
    PRIMARY KEY (offer_id, kind)
);
CREATE INDEX network_kind_fits ON network_kind (kind, area_id, paused_until);
CREATE INDEX network_kind_area ON network_kind (area_id);
