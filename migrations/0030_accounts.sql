-- The accounts of a house: a cash book whose entries are never changed, months that are closed, fees at the counter, a budget, and the
-- activity fund.

-- One row a house; `last_entry` counts entries, so that no number is missing and none is given twice.
CREATE TABLE cash_book (
    space_id   UUID PRIMARY KEY REFERENCES space (id),
    last_entry BIGINT NOT NULL
);

CREATE TABLE cash_account (
    id       UUID PRIMARY KEY,
    space_id UUID NOT NULL REFERENCES space (id),
    number   BIGINT NOT NULL,
    name     TEXT NOT NULL,
    income   BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX cash_account_number ON cash_account (space_id, number);

-- Money in is positive, money out negative. `corrects` is the entry this one takes back.
CREATE TABLE cash_entry (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    number     BIGINT NOT NULL,
    on_day     DATE NOT NULL,
    text       TEXT NOT NULL,
    amount_ore BIGINT NOT NULL,
    account_id UUID NOT NULL REFERENCES cash_account (id),
    receipt    TEXT NOT NULL,
    entered_by UUID NOT NULL REFERENCES person (id),
    entered_at TIMESTAMPTZ NOT NULL,
    corrects   UUID REFERENCES cash_entry (id)
);
CREATE UNIQUE INDEX cash_entry_number ON cash_entry (space_id, number);
CREATE UNIQUE INDEX cash_entry_corrects ON cash_entry (corrects);
CREATE INDEX cash_entry_day ON cash_entry (space_id, on_day, number);
CREATE INDEX cash_entry_by ON cash_entry (entered_by);
CREATE INDEX cash_entry_account ON cash_entry (account_id);

-- A month that is closed, by its first day: what the book said, and what was counted.
CREATE TABLE cash_month (
    space_id    UUID NOT NULL REFERENCES space (id),
    month       DATE NOT NULL,
    book_ore    BIGINT NOT NULL,
    counted_ore BIGINT NOT NULL,
    note        TEXT NOT NULL,
    closed_by   UUID NOT NULL REFERENCES person (id),
    closed_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (space_id, month)
);
CREATE INDEX cash_month_by ON cash_month (closed_by);

CREATE TABLE cash_budget (
    space_id   UUID NOT NULL REFERENCES space (id),
    year       BIGINT NOT NULL,
    account_id UUID NOT NULL REFERENCES cash_account (id),
    amount_ore BIGINT NOT NULL,
    PRIMARY KEY (space_id, year, account_id)
);

-- What is paid at the counter, and what it costs.
CREATE TABLE user_fee (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    name       TEXT NOT NULL,
    amount_ore BIGINT NOT NULL,
    removed_at TIMESTAMPTZ
);
CREATE INDEX user_fee_space ON user_fee (space_id);

-- What the board has set aside for the activities of a year.
CREATE TABLE activity_fund (
    space_id   UUID NOT NULL REFERENCES space (id),
    year       BIGINT NOT NULL,
    amount_ore BIGINT NOT NULL,
    PRIMARY KEY (space_id, year)
);

-- An application, its answer, the payout and the report. `decision` is granted, partly or refused; `year` is that of the decision.
CREATE TABLE fund_application (
    id           UUID PRIMARY KEY,
    space_id     UUID NOT NULL REFERENCES space (id),
    person_id    UUID NOT NULL REFERENCES person (id),
    group_name   TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    amount_ore   BIGINT NOT NULL,
    applied_at   TIMESTAMPTZ NOT NULL,
    decision     TEXT,
    granted_ore  BIGINT NOT NULL,
    year         BIGINT,
    reason       TEXT NOT NULL,
    decided_by   UUID REFERENCES person (id),
    decided_at   TIMESTAMPTZ,
    paid_entry   UUID REFERENCES cash_entry (id),
    report       TEXT NOT NULL,
    spent_ore    BIGINT NOT NULL,
    back_entry   UUID REFERENCES cash_entry (id),
    back_ore     BIGINT NOT NULL,
    reported_at  TIMESTAMPTZ
);
CREATE INDEX fund_application_space ON fund_application (space_id, applied_at);
CREATE INDEX fund_application_person ON fund_application (person_id);
CREATE INDEX fund_application_by ON fund_application (decided_by);
