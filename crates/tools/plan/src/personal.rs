//! What a plan stores about people. What it says is sealed: its owner finds it under their own things (see `own.rs`).

use samskab_platform::personal::{OnLeave, Personal};

const fn column(
    table: &'static str,
    column: &'static str,
    word: &'static str,
    shows: &'static [&'static str],
    key: &'static [&'static str],
    on_leave: OnLeave,
) -> Personal {
    Personal { table, column, word, shows, key, unique_with: None, on_leave }
}

// When the owner leaves, the plan ends: see `tick.rs`.
const OWNER: Personal = column("plan", "owner_id", "stored-plan-owner", &["space_id", "changed_at"], &["space_id"], OnLeave::Keep);
const DREAM: Personal = column("plan", "changed_by", "stored-plan-wrote", &["changed_at"], &["space_id"], OnLeave::Empty);
const STEP: Personal = column("plan_step", "changed_by", "stored-plan-wrote", &["changed_at"], &["id"], OnLeave::Empty);
const NOTE: Personal = column("plan_note", "author_id", "stored-plan-note", &["written_at"], &["id"], OnLeave::Keep);
const READING: Personal = column("plan_reading", "person_id", "stored-plan-reading", &["at"], &["id"], OnLeave::Keep);
const GUEST: Personal = Personal {
    table: "plan_person",
    column: "person_id",
    word: "stored-plan-guest",
    shows: &["space_id", "let_in_at", "came_at"],
    key: &["id"],
    unique_with: Some(&["space_id"]),
    on_leave: OnLeave::Delete,
};

/// Every column that points at a person.
pub(crate) const ALL: &[&Personal] = &[&OWNER, &DREAM, &STEP, &NOTE, &READING, &GUEST];
