//! What reciprocity stores about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("give_promise", "promised_by", "stored-promise", ["space_id", "what", "promised_at"], ["id"], None, Keep),
    column!("give_promise", "closed_by", "stored-promise-closed", ["space_id", "what", "closed_note"], ["id"], None, Keep),
    column!("give_entry", "entered_by", "stored-gift", ["space_id", "what", "reply"], ["id"], None, Keep),
    column!("give_entry", "judged_by", "stored-gift-judged", ["space_id", "what", "verdict", "reason"], ["id"], None, Keep),
    column!("welcome_list", "written_by", "stored-welcome-list", ["space_id", "steps"], ["space_id"], None, Keep),
    column!("welcome", "person_id", "stored-welcome", ["space_id", "begun_at", "ended_at"], ["id"], None, Keep),
    column!("welcome", "buddy_id", "stored-welcome-buddy", ["space_id", "begun_at", "ended_at"], ["id"], None, Keep),
    column!("welcome", "begun_by", "stored-welcome-begun", ["space_id", "begun_at"], ["id"], None, Keep),
    // Thanks nobody can be found behind any more say nothing to anybody.
    column!("thanks", "person_id", "stored-thanks", ["space_id", "text", "said_at"], ["id"], None, Delete),
    column!("thanks", "said_by", "stored-thanks-said", ["space_id", "text", "said_at"], ["id"], None, Keep),
];
