//! What the ideas store about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    // What was written in the open stays, without its name.
    column!("idea_author", "person_id", "stored-idea-author", ["at"], ["idea_id"], Some(&["idea_id"]), Keep),
    column!(
        "idea_author JOIN idea ON idea.id = idea_author.idea_id",
        "idea_author.person_id",
        "stored-idea",
        ["idea.space_id", "idea.title", "idea.text", "idea.written_at"],
        ["idea_author.idea_id"],
        None,
        Keep
    ),
    column!("idea_support", "person_id", "stored-idea-support", ["level", "at"], ["idea_id"], Some(&["idea_id"]), Delete),
    column!("idea", "entered_by", "stored-idea-entered", ["space_id", "title", "written_at"], ["id"], None, Empty),
    column!("idea_hall", "opened_by", "stored-idea-hall", ["space_id", "question", "opened_at"], ["id"], None, Keep),
    column!("idea_merge", "made_by", "stored-idea-merge", ["space_id", "made_at"], ["id"], None, Keep),
];
