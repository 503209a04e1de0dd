//! A series: a rule from a first day on, at a time of day, with what was taken out of it and what was moved.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::Refusal;
use crate::local::instant;
use crate::rule::{End, Rule};

/// The longest window a series is laid out in, in days: ten years.
pub const WINDOW_DAYS: i64 = 3_660;

/// When one occurrence is, where it was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Local.
    pub start: NaiveDateTime,
    /// How long it takes.
    pub minutes: u32,
}

/// One occurrence of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// When it is.
    pub place: Place,
    /// The date the rule gave it: what it is known by.
    pub date: NaiveDate,
    /// Whether it was moved or changed by itself.
    pub moved: bool,
}

impl Occurrence {
    /// The moment it begins.
    #[must_use]
    pub fn starts_at(&self) -> DateTime<Utc> {
        instant(self.place.start)
    }

    /// The moment it ends: it lasts as long as it says, whatever the clocks do meanwhile (RFC 5545, 3.8.5.3).
    #[must_use]
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.starts_at() + Duration::minutes(i64::from(self.place.minutes))
    }
}

/// A series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    first: NaiveDate,
    time: NaiveTime,
    minutes: u32,
    rule: Rule,
    removed: BTreeSet<NaiveDate>,
    moved: BTreeMap<NaiveDate, Place>,
}

impl Series {
    /// A series from the first day on or after `from` that the rule fits.
    ///
    /// # Errors
    /// [`Refusal::Never`] where the rule ends before it begins, [`Refusal::OutOfRange`] for a length of nothing or of more than
    /// a week.
    pub fn new(from: NaiveDate, time: NaiveTime, minutes: u32, rule: Rule) -> Result<Self, Refusal> {
        if !(1..=7 * 24 * 60).contains(&minutes) {
            return Err(Refusal::OutOfRange(format!("{minutes} minutes")));
        }
        let first = rule.begins(from);
        if matches!(rule.end, End::Until(last) if last < first) {
            return Err(Refusal::Never);
        }
        Ok(Self { first, time, minutes, rule, removed: BTreeSet::new(), moved: BTreeMap::new() })
    }

    /// The same with what was taken out of it and what was moved, as they were kept; what the rule does not give is left out.
    #[must_use]
    pub fn with(mut self, removed: BTreeSet<NaiveDate>, moved: BTreeMap<NaiveDate, Place>) -> Self {
        let last = removed.iter().chain(moved.keys()).max().copied().unwrap_or(self.first);
        let given: BTreeSet<NaiveDate> = self.rule.dates(self.first, last).into_iter().collect();
        self.moved = moved.into_iter().filter(|(d, _)| given.contains(d) && !removed.contains(d)).collect();
        self.removed = removed.intersection(&given).copied().collect();
        self
    }

    /// Its first day.
    #[must_use]
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// Its time of day.
    #[must_use]
    pub fn time(&self) -> NaiveTime {
        self.time
    }

    /// How long it takes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// Its rule.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// The dates that were taken out.
    #[must_use]
    pub fn removed(&self) -> &BTreeSet<NaiveDate> {
        &self.removed
    }

    /// Those that were moved, by the date they are known by.
    #[must_use]
    pub fn moved(&self) -> &BTreeMap<NaiveDate, Place> {
        &self.moved
    }

    /// The local time the rule gave the occurrence of a date.
    #[must_use]
    pub fn original(&self, date: NaiveDate) -> NaiveDateTime {
        date.and_time(self.time)
    }

    /// Whether the rule gives this date, taken out or not.
    #[must_use]
    pub fn gives(&self, date: NaiveDate) -> bool {
        date >= self.first && self.rule.dates(self.first, date).last() == Some(&date)
    }

    /// What of it lies between two local dates, both included, in the order of its time. At most ten years are laid out.
    #[must_use]
    pub fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let to = to.min(from + Duration::days(WINDOW_DAYS));
        let stays = |date: &NaiveDate| *date >= from && !self.moved.contains_key(date);
        let mut all: Vec<Occurrence> = self.rule.dates(self.first, to).into_iter().filter(stays).filter_map(|date| self.on(date)).collect();
        let inside = |(_, place): &(&NaiveDate, &Place)| (from..=to).contains(&place.start.date());
        all.extend(self.moved.iter().filter(inside).filter_map(|(date, _)| self.on(*date)));
        all.sort();
        all
    }

    /// All of it; of a series that never ends the first ten years.
    #[must_use]
    pub fn all(&self) -> Vec<Occurrence> {
        let last = match self.rule.end {
            End::Never => self.first + Duration::days(WINDOW_DAYS),
            End::Count(_) | End::Until(_) => NaiveDate::MAX,
        };
        let mut all: Vec<Occurrence> = self.rule.dates(self.first, last).into_iter().filter_map(|date| self.on(date)).collect();
        all.sort();
        all
    }

    /// The occurrence that is known by a date the rule gives, unless it was taken out.
    fn on(&self, date: NaiveDate) -> Option<Occurrence> {
        let moved = self.moved.get(&date);
        let place = moved.copied().unwrap_or(Place { start: self.original(date), minutes: self.minutes });
        (!self.removed.contains(&date)).then_some(Occurrence { place, date, moved: moved.is_some() })
    }

    fn known(&self, date: NaiveDate) -> Result<(), Refusal> {
        if self.gives(date) { Ok(()) } else { Err(Refusal::NotThere(date)) }
    }

    /// This one: takes it out.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn remove(&mut self, date: NaiveDate) -> Result<(), Refusal> {
        self.known(date)?;
        self.moved.remove(&date);
        self.removed.insert(date);
        Ok(())
    }

    /// This one: puts it back where the rule has it.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn restore(&mut self, date: NaiveDate) -> Result<(), Refusal> {
        self.known(date)?;
        self.removed.remove(&date);
        self.moved.remove(&date);
        Ok(())
    }

    /// This one: moves it, or changes how long it takes. One that was taken out comes back.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], [`Refusal::OutOfRange`] for a length of nothing or of more than a week.
    pub fn place(&mut self, date: NaiveDate, place: Place) -> Result<(), Refusal> {
        self.known(date)?;
        if !(1..=7 * 24 * 60).contains(&place.minutes) {
            return Err(Refusal::OutOfRange(format!("{} minutes", place.minutes)));
        }
        self.removed.remove(&date);
        self.moved.insert(date, place);
        Ok(())
    }

    /// This one and those that follow it by the dates they are known by: what comes before it, where there is any, and the rest
    /// as a series of its own. What was taken out and what was moved goes with the part its date belongs to.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn split(&self, date: NaiveDate) -> Result<(Option<Series>, Series), Refusal> {
        self.known(date)?;
        let before = self.rule.dates(self.first, date).len().saturating_sub(1);
        let mut right = self.clone();
        right.first = date;
        if let End::Count(n) = self.rule.end {
            right.rule.end = End::Count(n - u32::try_from(before).unwrap_or(n - 1));
        }
        right.removed = self.removed.range(date..).copied().collect();
        right.moved = self.moved.range(date..).map(|(d, p)| (*d, *p)).collect();
        if before == 0 {
            return Ok((None, right));
        }
        let mut left = self.clone();
        left.rule.end = End::Until(date - Duration::days(1));
        left.removed = self.removed.range(..date).copied().collect();
        left.moved = self.moved.range(..date).map(|(d, p)| (*d, *p)).collect();
        Ok((Some(left), right))
    }

    /// All of it: another time of day or another length. What was moved by itself stays where it was moved to.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] as in [`Series::new`].
    pub fn at_time(&mut self, time: NaiveTime, minutes: u32) -> Result<(), Refusal> {
        let new = Self::new(self.first, time, minutes, self.rule.clone())?;
        (self.time, self.minutes) = (new.time, new.minutes);
        Ok(())
    }

    /// All of it: another rule, from a day on. What was taken out stays out and what was moved stays moved where the new rule
    /// gives its date too.
    ///
    /// # Errors
    /// As [`Series::new`].
    pub fn in_rhythm(&mut self, from: NaiveDate, rule: Rule) -> Result<(), Refusal> {
        let new = Self::new(from, self.time, self.minutes, rule)?;
        *self = new.with(std::mem::take(&mut self.removed), std::mem::take(&mut self.moved));
        Ok(())
    }
}
