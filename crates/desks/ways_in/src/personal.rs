//! What the ways in store about people.

use samskab_platform::personal::{OnLeave, Personal};

/// Every column that points at a person.
pub(crate) const PERSONAL: &[&Personal] = &[
    &Personal {
        table: "identity",
        column: "person_id",
        word: "stored-identity",
        shows: &["provider", "label", "created_at", "used_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "identity_role",
        column: "person_id",
        word: "stored-identity-role",
        shows: &["provider", "role"],
        key: &["provider", "role"],
        unique_with: Some(&["provider", "role"]),
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "passkey",
        column: "person_id",
        word: "stored-passkey",
        shows: &["name", "created_at", "used_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "ceremony",
        column: "person_id",
        word: "stored-ceremony",
        shows: &["expires_at"],
        key: &["token_hash"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "recovery_code",
        column: "person_id",
        word: "stored-recovery-code",
        shows: &["created_at", "used_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "letter_bundle",
        column: "made_by",
        word: "stored-letters-made",
        shows: &["space_id", "note", "made_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Keep,
    },
    &Personal {
        table: "letter_code",
        column: "person_id",
        word: "stored-letter",
        shows: &["used_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    &Personal {
        table: "letter_code",
        column: "used_by",
        word: "stored-letter-used",
        shows: &["used_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Empty,
    },
];
