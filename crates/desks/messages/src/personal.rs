//! What the tables of messages hold about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Every column that points at a person; the messages themselves are declared by the platform.
pub(crate) const PERSONAL: &[&Personal] = &[
    column!("notice", "person_id", "stored-told", ["space_id", "created_at", "handled_at", "outcome"], ["id"], None, Delete),
    column!("digest", "person_id", "stored-digest", ["last_day"], [], Some(&[]), Delete),
    column!("mute", "person_id", "stored-mute", ["space_id", "since"], ["space_id"], Some(&["space_id"]), Delete),
    column!("unreached", "person_id", "stored-unreached", ["way", "since"], ["way"], Some(&["way"]), Delete),
    column!("outbox", "helper_id", "stored-call", ["created_at", "sent_at"], ["id"], None, Empty),
    column!("outbox", "done_by", "stored-done", ["way", "sent_at"], ["id"], None, Empty),
];
