//! What the programme stores about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("activity", "carrier_id", "personal-activity-carrier", ["title"], ["id"], None, Empty),
    column!("activity", "created_by", "personal-activity-planned", ["title", "created_at"], ["id"], None, Keep),
    column!("activity_group", "created_by", "personal-activity-group", ["name", "created_at"], ["id"], None, Keep),
    column!("activity_group_member", "person_id", "personal-activity-group-member", ["name"], ["id"], Some(&["group_id"]), Delete),
    column!("activity_signup", "person_id", "personal-activity-signup", ["state", "at"], ["id"], None, Delete),
    column!("activity_attendance", "person_id", "personal-activity-came", ["at"], ["signup_id", "occurrence_id"], None, Delete),
    column!("programme_call", "person_id", "personal-activity-call", ["what", "at"], ["id"], None, Delete),
    column!("programme_call", "rung_by", "personal-activity-rung", ["at"], ["id"], None, Empty),
    column!("season_wish", "wished_by", "personal-season-wish", ["title", "at"], ["id"], None, Empty),
    column!("activity_signup", "entered_by", "personal-activity-entered", ["name", "at"], ["id"], None, Empty),
];
