//! What happens again and again: series of occurrences by the rules of RFC 5545, in Danish local time.
//!
//! Two o'clock stays two o'clock on both sides of a change to or from summer time; what is a moment in the world is worked out
//! last, for each occurrence ([`instant`]). An occurrence is known by the date the rule first gave it: it keeps that date
//! however often it is moved, and when the whole series gets another time of day. A rule gives a date at most once, so that the
//! date is all it takes. No database, no clock, no chance of its own.

mod holidays;
mod local;
mod rule;
mod series;

pub use holidays::{Holiday, easter, holiday_on, holidays};
pub use local::{VTIMEZONE, ZONE, instant, local};
pub use rule::{End, MAX_COUNT, Rhythm, Rule};
pub use series::{Occurrence, Place, Series, WINDOW_DAYS};

/// Why a rule or a change is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The text is no rule at all.
    #[error("'{0}' is not a recurrence rule")]
    NotARule(String),
    /// A rule of RFC 5545 that is not offered here.
    #[error("the part {0} of a recurrence rule is not supported: daily, weekly, monthly (on a date or an nth weekday) and yearly are")]
    NotOffered(String),
    /// A number outside what makes sense.
    #[error("{0} is outside what a rule may say")]
    OutOfRange(String),
    /// The series has no such occurrence.
    #[error("the series has no occurrence on {0}")]
    NotThere(chrono::NaiveDate),
    /// The rule gives no occurrence at all.
    #[error("the rule gives no occurrence")]
    Never,
}
