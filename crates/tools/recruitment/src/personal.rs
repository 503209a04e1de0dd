//! What is stored about people here.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr, $unique:expr, $leave:ident) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: $unique, on_leave: OnLeave::$leave }
    };
}

/// Every column that points at a person.
pub(crate) const PERSONAL: &[&Personal] = &[
    // Who sat in a body the council set up is its history; the name goes with the person.
    column!("seat_holding", "person_id", "stored-seat", ["space_id", "from_on", "until_on", "left_on", "reason"], ["id"], None, Keep),
    column!("seat_alternate", "person_id", "stored-alternate", ["space_id", "made_at", "offered_at", "answer", "answered_at"], ["id"], None, Delete),
    column!(
        "interest",
        "person_id",
        "stored-interest",
        ["space_id", "why", "working_group", "way", "registered_at", "reply", "replied_at"],
        ["id"],
        Some(&["call_id"]),
        Delete
    ),
    column!("interest", "entered_by", "stored-interest-entered", ["space_id", "registered_at"], ["id"], None, Empty),
    column!("seat_call", "written_by", "stored-seat-call", ["space_id", "title", "written_at"], ["id"], None, Keep),
    column!("lot_ticket", "person_id", "stored-lot-ticket", ["pseudonym"], ["draw_id", "pseudonym"], Some(&["draw_id"]), Empty),
    column!("lot_draw", "closed_by", "stored-lot-closed", ["space_id", "closed_at"], ["id"], None, Keep),
    column!("lot_draw", "drawn_by", "stored-lot-drawn", ["space_id", "seed", "drawn_at"], ["id"], None, Keep),
];
