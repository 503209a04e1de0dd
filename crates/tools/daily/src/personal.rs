//! What the everyday stores about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("daily_checkin", "person_id", "stored-daily-checkin", ["space_id", "day", "at"], ["id"], Some(&["space_id", "day"]), Empty),
    column!("daily_regular", "person_id", "stored-daily-regular", ["space_id", "listed", "added_at"], ["id"], Some(&["space_id"]), Delete),
    column!("daily_regular", "entered_by", "stored-daily-entered", ["space_id", "added_at"], ["id"], None, Empty),
    column!("daily_card", "person_id", "stored-daily-card", ["space_id", "code", "given_at"], ["id"], None, Delete),
    column!("daily_device", "opened_by", "stored-daily-device", ["space_id", "name", "opened_at"], ["id"], None, Keep),
    column!("daily_message", "written_by", "stored-daily-message", ["space_id", "text", "written_at"], ["id"], None, Keep),
    column!("daily_duty", "person_id", "stored-daily-duty", ["space_id", "day"], ["id"], None, Keep),
    column!("daily_duty", "asked_id", "stored-daily-asked", ["space_id", "day"], ["id"], None, Empty),
    column!("daily_key_held", "person_id", "stored-daily-key", ["space_id", "given_on", "agreed_at", "back_on"], ["id"], None, Keep),
    column!("daily_key_held", "given_by", "stored-daily-key-given", ["space_id", "given_on"], ["id"], None, Keep),
    column!("daily_incident", "written_by", "stored-daily-incident", ["space_id", "happened_on", "text", "written_at"], ["id"], None, Empty),
    column!("daily_rules", "written_by", "stored-daily-rules", ["space_id", "number", "written_at"], ["id"], None, Keep),
];
