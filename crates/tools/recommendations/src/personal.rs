//! What the recommendations store about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::Keep }
    };
}

/// Each column that points at a person. What was written, said and decided in the open stays, without its name; a document that
/// was handed to the council stays as it was handed over.
pub(crate) const ALL: &[&Personal] = &[
    column!("recommendation", "written_by", "stored-recommendation", ["space_id", "title", "text", "reason", "created_at"], ["id"], None),
    column!(
        "recommendation_version",
        "written_by",
        "stored-recommendation-version",
        ["title", "text", "reason", "note", "written_at"],
        ["recommendation_id", "version"],
        None
    ),
    column!("recommendation_suggestion", "suggested_by", "stored-suggestion", ["title", "text", "reason", "note", "suggested_at"], ["id"], None),
    column!("recommendation_suggestion", "decided_by", "stored-suggestion-settled", ["title", "decision", "decided_at"], ["id"], None),
    column!("recommendation_stance", "person_id", "stored-stance", ["stance", "statement", "at"], ["recommendation_id"], Some(&["recommendation_id"])),
    column!("submission", "submitted_by", "stored-submission", ["space_id", "number", "submitted_at"], ["id"], None),
    column!("council_answer", "answered_by", "stored-answer", ["outcome", "reason", "answered_at"], ["recommendation_id"], None),
    column!("earlier_answer", "answered_by", "stored-earlier-answer", ["outcome", "reason", "answered_at"], ["recommendation_id", "place"], None),
];
