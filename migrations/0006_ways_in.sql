-- Ways in: identities at providers, passkeys, codes on paper. One person may have several.

-- Who somebody is to a provider of sign-in. `label` is what the provider called them, for their own list.
CREATE TABLE identity (
    id         UUID PRIMARY KEY,
    person_id  UUID NOT NULL REFERENCES person (id),
    provider   TEXT NOT NULL,
    subject    TEXT NOT NULL,
    label      TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ NOT NULL,
    UNIQUE (provider, subject)
);
CREATE INDEX identity_person ON identity (person_id);

-- Municipal roles that a provider gave and may take back. A role somebody already had is not in here, and stays.
CREATE TABLE identity_role (
    provider  TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (provider, person_id, role)
);
CREATE INDEX identity_role_person ON identity_role (person_id);

-- `credential` is the public key as webauthn-rs keeps it; `user_handle` what the device knows its owner by.
CREATE TABLE passkey (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id),
    user_handle   UUID NOT NULL,
    credential_id BYTEA NOT NULL UNIQUE,
    credential    TEXT NOT NULL,
    name          TEXT NOT NULL,
    sign_count    BIGINT NOT NULL,
    backed_up     BOOLEAN NOT NULL,
    assurance     TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    used_at       TIMESTAMPTZ
);
CREATE INDEX passkey_person ON passkey (person_id);

-- What must be remembered between two steps of signing in: a challenge, a sign-in under way at a provider. A few minutes.
CREATE TABLE ceremony (
    token_hash BYTEA PRIMARY KEY,
    kind       TEXT NOT NULL,
    person_id  UUID REFERENCES person (id),
    state      TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX ceremony_expires ON ceremony (expires_at);
CREATE INDEX ceremony_person ON ceremony (person_id);

-- Codes somebody keeps on paper for the day their device is lost. Each works once.
CREATE TABLE recovery_code (
    id         UUID PRIMARY KEY,
    person_id  UUID NOT NULL REFERENCES person (id),
    mac        BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);

-- A bundle of letters, and the code in each. With `person_id` a letter is for somebody who is here already.
CREATE TABLE letter_bundle (
    id         UUID PRIMARY KEY,
    space_id   UUID NOT NULL REFERENCES space (id),
    role       TEXT,
    note       TEXT NOT NULL,
    made_by    UUID NOT NULL REFERENCES person (id),
    made_at    TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX letter_bundle_space ON letter_bundle (space_id, made_at);
CREATE INDEX letter_bundle_made_by ON letter_bundle (made_by);

CREATE TABLE letter_code (
    id        UUID PRIMARY KEY,
    bundle_id UUID NOT NULL REFERENCES letter_bundle (id),
    person_id UUID REFERENCES person (id),
    mac       BYTEA NOT NULL UNIQUE,
    used_at   TIMESTAMPTZ,
    used_by   UUID REFERENCES person (id)
);
CREATE INDEX letter_code_bundle ON letter_code (bundle_id);
CREATE INDEX letter_code_person ON letter_code (person_id);
CREATE INDEX letter_code_used_by ON letter_code (used_by);
