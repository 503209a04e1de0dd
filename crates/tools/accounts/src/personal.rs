//! What is stored about people here.

use samskab_platform::personal::{OnLeave, Personal};

macro_rules! column {
    ($table:literal, $column:literal, $word:literal, $shows:expr, $key:expr) => {
        &Personal { table: $table, column: $column, word: $word, shows: &$shows, key: &$key, unique_with: None, on_leave: OnLeave::Keep }
    };
}

/// Every column that points at a person. Books are kept; the name goes with the person.
pub(crate) const PERSONAL: &[&Personal] = &[
    column!("cash_entry", "entered_by", "stored-entry", ["space_id", "number", "entered_at"], ["id"]),
    column!("cash_month", "closed_by", "stored-month", ["space_id", "month", "closed_at"], ["space_id", "month"]),
    column!("fund_application", "person_id", "stored-application", ["space_id", "group_name", "purpose", "amount_ore", "applied_at", "report"], ["id"]),
    column!("fund_application", "decided_by", "stored-application-decided", ["space_id", "group_name", "decided_at"], ["id"]),
];
