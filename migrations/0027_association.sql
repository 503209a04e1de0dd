-- The association of a house: its members and what they owe, its board with terms, its general meetings, what both sides have agreed on,
-- and who has shown a child-protection certificate (that it was shown, never the certificate).

-- What the bylaws say that the program reckons with; `last_number` counts members, so that no number is given twice.
CREATE TABLE association (
    space_id          UUID PRIMARY KEY REFERENCES space (id),
    notice_days       BIGINT NOT NULL,
    proposal_days     BIGINT NOT NULL,
    paid_to_vote      BOOLEAN NOT NULL,
    term_years        BIGINT NOT NULL,
    certificate_years BIGINT NOT NULL,
    agenda            TEXT NOT NULL,
    last_number       BIGINT NOT NULL
);

-- Without a number somebody has asked to become a member and waits. `code` stands on the card: chance, and nothing about the person.
CREATE TABLE association_member (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    number     BIGINT,
    code       TEXT NOT NULL,
    asked_at   TIMESTAMPTZ NOT NULL,
    joined_on  DATE,
    left_on    DATE,
    entered_by UUID REFERENCES person (id)
);
CREATE UNIQUE INDEX association_member_person ON association_member (space_id, person_id);
CREATE UNIQUE INDEX association_member_code ON association_member (space_id, code);
CREATE INDEX association_member_of ON association_member (person_id);
CREATE INDEX association_member_by ON association_member (entered_by);

-- Dues of a year or a season.
CREATE TABLE association_season (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    name       TEXT NOT NULL,
    amount_ore BIGINT NOT NULL,
    due_on     DATE NOT NULL,
    made_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX association_season_space ON association_season (space_id, due_on);

CREATE TABLE association_due (
    season_id   UUID NOT NULL REFERENCES association_season (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    amount_ore  BIGINT NOT NULL,
    paid_on     DATE,
    way         TEXT,
    entered_by  UUID REFERENCES person (id),
    reminded_at TIMESTAMPTZ,
    PRIMARY KEY (season_id, person_id)
);
CREATE INDEX association_due_of ON association_due (person_id, season_id);
CREATE INDEX association_due_by ON association_due (entered_by);

CREATE TABLE general_meeting (
    id              UUID PRIMARY KEY,
    space_id        UUID NOT NULL REFERENCES space (id),
    extraordinary   BOOLEAN NOT NULL,
    held_on         DATE NOT NULL,
    at_time         TEXT NOT NULL,
    place           TEXT NOT NULL,
    agenda          TEXT NOT NULL,
    notice_days     BIGINT NOT NULL,
    proposal_days   BIGINT NOT NULL,
    paid_to_vote    BOOLEAN NOT NULL,
    called_on       DATE,
    voters          BIGINT,
    guests          BIGINT,
    closed_at       TIMESTAMPTZ,
    minutes         TEXT NOT NULL,
    chaired_by      TEXT NOT NULL,
    approved_on     DATE
);
CREATE INDEX general_meeting_space ON general_meeting (space_id, held_on);

CREATE TABLE general_meeting_proposal (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES general_meeting (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX general_meeting_proposal_meeting ON general_meeting_proposal (meeting_id, at);
CREATE INDEX general_meeting_proposal_person ON general_meeting_proposal (person_id);

-- `state` is open, tied or decided. Of a count that is done again the last stands here; each one stands in the journal.
CREATE TABLE general_meeting_election (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES general_meeting (id),
    post       TEXT NOT NULL,
    seats      BIGINT NOT NULL,
    until_on   DATE NOT NULL,
    state      TEXT NOT NULL,
    way        TEXT NOT NULL,
    ballots    BIGINT NOT NULL,
    blank      BIGINT NOT NULL,
    invalid    BIGINT NOT NULL,
    counted_by TEXT NOT NULL,
    rounds     BIGINT NOT NULL,
    note       TEXT NOT NULL,
    made_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX general_meeting_election_meeting ON general_meeting_election (meeting_id, made_at);

-- `standing` is open, tied, elected or not.
CREATE TABLE general_meeting_candidate (
    election_id UUID NOT NULL REFERENCES general_meeting_election (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    votes       BIGINT NOT NULL,
    standing    TEXT NOT NULL,
    added_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (election_id, person_id)
);
CREATE INDEX general_meeting_candidate_person ON general_meeting_candidate (person_id);

CREATE TABLE general_meeting_resolution (
    id         UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES general_meeting (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    majority   TEXT NOT NULL,
    way        TEXT NOT NULL,
    ayes       BIGINT NOT NULL,
    noes       BIGINT NOT NULL,
    blank      BIGINT NOT NULL,
    carried    BOOLEAN NOT NULL,
    counted_by TEXT NOT NULL,
    at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX general_meeting_resolution_meeting ON general_meeting_resolution (meeting_id, at);

-- Seats on the board: from and to. `meeting_id` is missing for those who sat there before the program did.
CREATE TABLE association_seat (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    post       TEXT NOT NULL,
    elected_on DATE NOT NULL,
    until_on   DATE NOT NULL,
    left_on    DATE,
    meeting_id UUID REFERENCES general_meeting (id)
);
CREATE INDEX association_seat_space ON association_seat (space_id, elected_on);
CREATE INDEX association_seat_person ON association_seat (person_id);
CREATE INDEX association_seat_until ON association_seat (until_on) WHERE left_on IS NULL;

-- Bylaws and cooperation agreement, in every version. In force when both sides have acknowledged it.
CREATE TABLE association_paper (
    id              UUID PRIMARY KEY,
    space_id        UUID NOT NULL REFERENCES space (id),
    kind            TEXT NOT NULL,
    version         BIGINT NOT NULL,
    text            TEXT NOT NULL,
    change_note     TEXT NOT NULL,
    notice          TEXT NOT NULL,
    notice_on       DATE,
    review_on       DATE,
    written_by      UUID NOT NULL REFERENCES person (id),
    written_at      TIMESTAMPTZ NOT NULL,
    association_by  UUID REFERENCES person (id),
    association_at  TIMESTAMPTZ,
    municipality_by UUID REFERENCES person (id),
    municipality_at TIMESTAMPTZ,
    notice_told_at  TIMESTAMPTZ,
    review_told_at  TIMESTAMPTZ
);
CREATE UNIQUE INDEX association_paper_version ON association_paper (space_id, kind, version);
CREATE INDEX association_paper_review ON association_paper (review_on);
CREATE INDEX association_paper_notice ON association_paper (notice_on);
CREATE INDEX association_paper_written ON association_paper (written_by);
CREATE INDEX association_paper_association ON association_paper (association_by);
CREATE INDEX association_paper_municipality ON association_paper (municipality_by);

-- Who is with children under 15, and on which day the board saw a certificate without remarks. A person has a row only while they should
-- have one.
CREATE TABLE child_certificate (
    space_id   UUID NOT NULL REFERENCES space (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    seen_on    DATE,
    entered_by UUID REFERENCES person (id),
    PRIMARY KEY (space_id, person_id)
);
CREATE INDEX child_certificate_person ON child_certificate (person_id);
CREATE INDEX child_certificate_by ON child_certificate (entered_by);

-- What the association has told the municipality: numbers, no names.
CREATE TABLE child_declaration (
    id        UUID PRIMARY KEY,
    space_id  UUID NOT NULL REFERENCES space (id),
    year      BIGINT NOT NULL,
    needed    BIGINT NOT NULL,
    shown     BIGINT NOT NULL,
    made_by   UUID NOT NULL REFERENCES person (id),
    made_at   TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX child_declaration_year ON child_declaration (space_id, year);
CREATE INDEX child_declaration_by ON child_declaration (made_by);
