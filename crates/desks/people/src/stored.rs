//! What this desk's own tables hold about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Every column that points at a person.
pub(crate) const PERSONAL: &[&Personal] = &[
    column!("address_change", "person_id", "stored-address-change", ["email", "created_at", "used_at"], ["id"], None, Delete),
    column!("helper_request", "person_id", "stored-helper-asked", ["at", "accepted"], ["id"], None, Delete),
    column!("helper_request", "helper_id", "stored-helper-asked-me", ["at", "accepted"], ["id"], None, Delete),
    column!("organisation", "contact_id", "stored-organisation-contact", ["name"], ["id"], None, Empty),
    column!("person_import", "made_by", "stored-import", ["made_at", "added", "updated"], ["id"], None, Keep),
    column!("person_import", "undone_by", "stored-import-undone", ["undone_at"], ["id"], None, Keep),
    column!("person_import_row", "person_id", "stored-imported", ["what", "after"], ["import_id", "line"], None, Keep),
    column!("person_merge", "kept_id", "stored-merge-kept", ["made_at", "undone_at"], ["id"], None, Keep),
    column!("person_merge", "away_id", "stored-merge-away", ["made_at", "undone_at"], ["id"], None, Keep),
    column!("person_merge", "made_by", "stored-merge-made", ["made_at"], ["id"], None, Keep),
];
