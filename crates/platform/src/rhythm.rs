//! When a notice becomes a message: the rules, without a database.
//!
//! At most one digest a day for each person, at 07:00 in Denmark, with everything that waits; a week's on Mondays for
//! those who chose so. What changes within 48 hours, or needs an answer, goes at once, and so do sign-in codes and
//! personal invitations. Nobody's phone buzzes at night.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, TimeZone, Timelike, Utc, Weekday};
use chrono_tz::Europe::Copenhagen;
use uuid::Uuid;

use crate::person::{Contact, Rhythm};

/// The hour of digests, in Denmark.
pub const MORNING: u32 = 7;
/// After this hour a digest that is late waits until morning, and so do text messages.
pub const NIGHT: u32 = 22;
/// What changes within so many hours does not wait.
pub const SOON_HOURS: i64 = 48;

/// How much a notice presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It can wait for the digest.
    Ordinary,
    /// Somebody waits for an answer.
    Pressing,
    /// Sent to this one person by name: an invitation. Nobody can turn it off.
    Direct,
    /// Sign-in codes and what concerns the account's safety: at once, never shown to anybody else.
    Secret,
}

impl Urgency {
    /// All of them.
    pub const ALL: [Urgency; 4] = [Urgency::Ordinary, Urgency::Pressing, Urgency::Direct, Urgency::Secret];

    /// The name in the database.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Urgency::Ordinary => "ordinary",
            Urgency::Pressing => "pressing",
            Urgency::Direct => "direct",
            Urgency::Secret => "secret",
        }
    }
}

impl TryFrom<String> for Urgency {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Urgency::ALL.into_iter().find(|u| u.key() == key).ok_or_else(|| format!("unknown urgency '{key}'"))
    }
}

/// A notice that waits.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Waiting {
    pub id: Uuid,
    pub space: Option<Uuid>,
    pub urgency: Urgency,
    pub changes_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// What the person wants, and what they had.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// How often.
    pub rhythm: Rhythm,
    /// The way their messages go.
    pub way: Contact,
    /// Spaces they do not want to hear of.
    pub muted: BTreeSet<Uuid>,
    /// Nothing but what is sent to them by name.
    pub silent: bool,
    /// The day of their last digest.
    pub last_digest: Option<NaiveDate>,
}

/// What becomes of the notices that wait for one person; each stands in exactly one list.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// A message each, now.
    pub at_once: Vec<Uuid>,
    /// Together in one digest, now.
    pub digest: Vec<Uuid>,
    /// Not wanted.
    pub unwanted: Vec<Uuid>,
    /// To be looked at again then.
    pub later: Vec<(Uuid, DateTime<Utc>)>,
}

/// The first 07:00 in Denmark after a moment. No clock is ever set at seven, so it is there once on every day.
#[must_use]
pub fn next_morning(after: DateTime<Utc>) -> DateTime<Utc> {
    let today = after.with_timezone(&Copenhagen).date_naive();
    let at = |date: NaiveDate| {
        let seven = date.and_hms_opt(MORNING, 0, 0).unwrap_or_default();
        Copenhagen.from_local_datetime(&seven).earliest().map_or_else(|| seven.and_utc(), |t| t.with_timezone(&Utc))
    };
    if at(today) > after { at(today) } else { at(today + Duration::days(1)) }
}

/// The first Monday's 07:00 in Denmark after a moment.
#[must_use]
pub fn next_monday(after: DateTime<Utc>) -> DateTime<Utc> {
    let mut at = next_morning(after);
    while at.with_timezone(&Copenhagen).weekday() != Weekday::Mon {
        at = next_morning(at);
    }
    at
}

/// The date of a moment in Denmark.
#[must_use]
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Copenhagen).date_naive()
}

/// Whether it is between 07:00 and 22:00 in Denmark.
#[must_use]
pub fn is_daytime(at: DateTime<Utc>) -> bool {
    (MORNING..NIGHT).contains(&at.with_timezone(&Copenhagen).hour())
}

enum Fate {
    Now,
    Unwanted,
    Again,
    /// Part of the digest that was or is due then.
    Digest(DateTime<Utc>),
}

fn fate(now: DateTime<Utc>, wishes: &Wishes, notice: &Waiting) -> Fate {
    if matches!(notice.urgency, Urgency::Direct | Urgency::Secret) {
        return Fate::Now;
    }
    if wishes.silent || notice.space.is_some_and(|s| wishes.muted.contains(&s)) {
        return Fate::Unwanted;
    }
    let ahead = notice.changes_at.filter(|at| *at >= now);
    let soon = ahead.is_some_and(|at| at - now <= Duration::hours(SOON_HOURS));
    let pressing = soon || notice.urgency == Urgency::Pressing;
    if pressing || wishes.rhythm == Rhythm::AtOnce && matches!(wishes.way, Contact::Mail | Contact::Text) {
        let morning = next_morning(now);
        // Two hours are enough to read and act.
        let too_late_then = ahead.is_some_and(|at| at < morning + Duration::hours(2));
        let asleep = wishes.way == Contact::Text && !is_daytime(now) && !too_late_then;
        return if asleep { Fate::Again } else { Fate::Now };
    }
    match wishes.rhythm {
        Rhythm::Important if ahead.is_some() => Fate::Again,
        Rhythm::Important => Fate::Unwanted,
        // Letters are printed once a week.
        _ if wishes.way == Contact::Letter => Fate::Digest(next_monday(notice.created_at)),
        Rhythm::Weekly => Fate::Digest(next_monday(notice.created_at)),
        Rhythm::Daily | Rhythm::AtOnce => Fate::Digest(next_morning(notice.created_at)),
    }
}

/// Decides what becomes of everything that waits for one person.
#[must_use]
pub fn decide(now: DateTime<Utc>, wishes: &Wishes, waiting: &[Waiting]) -> Plan {
    let mut plan = Plan::default();
    let (mut digest, mut due) = (vec![], false);
    for notice in waiting {
        match fate(now, wishes, notice) {
            Fate::Now => plan.at_once.push(notice.id),
            Fate::Unwanted => plan.unwanted.push(notice.id),
            Fate::Again => plan.later.push((notice.id, again(now, notice))),
            Fate::Digest(slot) => {
                due |= slot <= now;
                digest.push(notice);
            }
        }
    }
    if due && is_daytime(now) && wishes.last_digest.is_none_or(|last| last < day(now)) {
        plan.digest = digest.iter().map(|n| n.id).collect();
    } else {
        plan.later.extend(digest.iter().map(|n| (n.id, again(now, n))));
    }
    plan
}

/// A notice that waits is looked at every morning (its person may have chosen another rhythm), and when it begins to press.
fn again(now: DateTime<Utc>, notice: &Waiting) -> DateTime<Utc> {
    let presses = notice.changes_at.map(|at| at - Duration::hours(SOON_HOURS)).filter(|at| *at > now);
    presses.map_or_else(|| next_morning(now), |at| at.min(next_morning(now)))
}

/// The way a message can go: the one they chose if it is open, or else the first that is.
#[must_use]
pub fn way(wanted: Contact, open: impl Fn(Contact) -> bool) -> Option<Contact> {
    std::iter::once(wanted).chain(Contact::ALL).find(|way| open(*way))
}

#[cfg(test)]
#[path = "rhythm_tests.rs"]
mod tests;
