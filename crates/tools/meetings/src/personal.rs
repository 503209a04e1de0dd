//! What meetings store about people.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Each column that points at a person.
pub(crate) const ALL: &[&Personal] = &[
    column!("meeting", "created_by", "personal-meeting", ["title", "created_at"], ["id"], None, Keep),
    column!("minutes_note", "written_by", "personal-minutes-note", ["text", "written_at"], ["id"], None, Keep),
    column!("recusal", "person_id", "personal-recusal", ["at"], ["item_id"], Some(&["item_id"]), Keep),
    column!("confidentiality", "person_id", "personal-confidentiality", ["space_id", "at"], ["space_id"], Some(&["space_id"]), Keep),
    column!("meeting_invited", "person_id", "personal-meeting-invited", ["at"], ["meeting_id"], Some(&["meeting_id"]), Delete),
    column!("meeting_registration", "person_id", "personal-meeting-registration", ["state", "attended", "at"], ["id"], Some(&["meeting_id"]), Keep),
    column!("meeting_registration", "entered_by", "personal-meeting-entered", ["name", "at"], ["id"], None, Empty),
    column!("meeting_need", "person_id", "personal-meeting-need", ["text", "kinds"], ["registration_id"], None, Delete),
    column!("decision", "noted_by", "personal-decision", ["text", "noted_at"], ["id"], None, Keep),
    column!("calendar_feed", "person_id", "personal-calendar-feed", ["made_at"], [], Some(&[]), Delete),
];
