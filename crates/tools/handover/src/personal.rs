//! What the board stores about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("task", "holder_id", "stored-task-held", ["space_id", "title"], ["id"], None, Empty),
    // That somebody who has left has it must not look as if nobody ever had.
    column!("task", "taker_id", "stored-task-taken", ["space_id", "title", "by_on"], ["id"], None, Keep),
    column!("task", "created_by", "stored-task-written", ["space_id", "title", "created_at"], ["id"], None, Keep),
    column!("task_wish", "person_id", "stored-task-wish", ["at"], ["task_id"], Some(&["task_id"]), Delete),
    column!("task_move", "by_id", "stored-task-move", ["space_id", "note", "at"], ["task_id", "step"], None, Keep),
    column!("house_week", "entered_by", "stored-house-week", ["space_id", "visits"], ["space_id", "monday"], None, Keep),
    column!("house_aim", "entered_by", "stored-house-aim", ["space_id", "was_when"], ["space_id"], None, Keep),
];
