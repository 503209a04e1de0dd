//! What is stored about people here.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Every column that points at a person.
pub(crate) const PERSONAL: &[&Personal] = &[
    // A member's number and dues are the association's books; the name goes with the person.
    column!("association_member", "person_id", "stored-member", ["space_id", "number", "code", "joined_on", "left_on"], ["id"], Some(&["space_id"]), Keep),
    column!("association_member", "entered_by", "stored-member-entered", ["space_id", "asked_at"], ["id"], None, Empty),
    column!("association_due", "person_id", "stored-due", ["amount_ore", "paid_on", "way"], ["season_id"], Some(&["season_id"]), Keep),
    column!("association_due", "entered_by", "stored-due-entered", ["paid_on"], ["season_id", "person_id"], None, Empty),
    column!("association_seat", "person_id", "stored-board-seat", ["space_id", "post", "elected_on", "until_on", "left_on"], ["id"], None, Keep),
    column!("general_meeting_proposal", "person_id", "stored-proposal", ["title", "text", "at"], ["id"], None, Keep),
    column!("general_meeting_candidate", "person_id", "stored-candidate", ["votes", "standing", "added_at"], ["election_id"], Some(&["election_id"]), Keep),
    column!("association_paper", "written_by", "stored-paper", ["space_id", "kind", "version", "written_at"], ["id"], None, Keep),
    column!("association_paper", "association_by", "stored-paper-association", ["space_id", "kind", "version", "association_at"], ["id"], None, Keep),
    column!("association_paper", "municipality_by", "stored-paper-municipality", ["space_id", "kind", "version", "municipality_at"], ["id"], None, Keep),
    column!("association_speaker", "person_id", "stored-speaker", ["space_id", "at"], ["space_id"], Some(&["space_id"]), Delete),
    column!("association_speaker", "named_by", "stored-speaker-named", ["space_id", "at"], ["space_id", "person_id"], None, Keep),
    column!("child_certificate", "person_id", "stored-certificate", ["space_id", "seen_on"], ["space_id"], Some(&["space_id"]), Delete),
    column!("child_certificate", "entered_by", "stored-certificate-entered", ["space_id", "seen_on"], ["space_id", "person_id"], None, Empty),
    column!("child_declaration", "made_by", "stored-declaration", ["space_id", "year", "made_at"], ["id"], None, Keep),
];
