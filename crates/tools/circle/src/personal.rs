//! What a circle stores about people. Whom it is around stands in the sealed text alone.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Every column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("circle", "opened_by", "stored-circle-opened", ["opened_at", "ended_at"], ["space_id"], None, Keep),
    column!("circle_slot", "person_id", "stored-circle-slot", ["starts_at", "ends_at", "taken_at"], ["id"], None, Empty),
    column!("circle_ask", "person_id", "stored-circle-ask", ["asked_at", "answered_at", "answer"], ["id"], Some(&["space_id"]), Delete),
    column!("circle_drop", "person_id", "stored-circle-drop", ["at"], ["id"], None, Delete),
    column!("circle_stance", "person_id", "stored-circle-stance", [], ["space_id"], Some(&["space_id"]), Delete),
    column!("circle_reading", "person_id", "stored-circle-reading", ["what", "at"], ["id"], None, Keep),
];
