//! What people have offered before anything happens, asked by those who look for somebody to help. A desk keeps the offers and
//! answers ([`crate::desk::Desk::offers`]); whoever asks needs to know no more than what stands here.

use std::fmt::{Display, Write};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::page::Page;

/// What somebody can do or lend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    Drive,
    Cook,
    Shop,
    Children,
    Night,
    Visit,
    Dog,
    Practical,
    Interpret,
    Room,
    Thing,
    Other,
}

impl Kind {
    /// In the order they are shown.
    pub const ALL: [Kind; 12] = [
        Kind::Drive,
        Kind::Cook,
        Kind::Shop,
        Kind::Children,
        Kind::Night,
        Kind::Visit,
        Kind::Dog,
        Kind::Practical,
        Kind::Interpret,
        Kind::Room,
        Kind::Thing,
        Kind::Other,
    ];

    /// The name in the database, forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Drive => "drive",
            Kind::Cook => "cook",
            Kind::Shop => "shop",
            Kind::Children => "children",
            Kind::Night => "night",
            Kind::Visit => "visit",
            Kind::Dog => "dog",
            Kind::Practical => "practical",
            Kind::Interpret => "interpret",
            Kind::Room => "room",
            Kind::Thing => "thing",
            Kind::Other => "other",
        }
    }

    /// The kind of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 6–12.
    Morning,
    /// 12–17.
    Afternoon,
    /// 17–22.
    Evening,
    /// 22–6, by the day on which it begins.
    Night,
}

impl Part {
    /// From morning to night.
    pub const ALL: [Part; 4] = [Part::Morning, Part::Afternoon, Part::Evening, Part::Night];

    /// The name in forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Part::Morning => "morning",
            Part::Afternoon => "afternoon",
            Part::Evening => "evening",
            Part::Night => "night",
        }
    }

    /// The part of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.key() == key)
    }
}

/// The parts of a week: a bit for each of four parts of each of seven days, Monday's morning first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times(i64);

impl Times {
    /// One part of one day; days are 1 (Monday) to 7.
    #[must_use]
    pub fn at(day: u32, part: Part) -> Self {
        Self(if (1..=7).contains(&day) { 1 << ((day - 1) * 4 + part as u32) } else { 0 })
    }

    /// What is wanted: a day, a part of the day, both, or neither (then nothing).
    #[must_use]
    pub fn wanted(day: Option<u32>, part: Option<Part>) -> Self {
        match (day, part) {
            (None, None) => Self::default(),
            _ => Self::crossed(|d| day.is_none_or(|day| day == d), |p| part.is_none_or(|part| part == p)),
        }
    }

    /// Every part of every day that both say yes to.
    #[must_use]
    pub fn crossed(days: impl Fn(u32) -> bool, parts: impl Fn(Part) -> bool) -> Self {
        let each = (1..=7).flat_map(|d| Part::ALL.map(|p| (d, p)));
        each.filter(|(d, p)| days(*d) && parts(*p)).fold(Self::default(), |all, (d, p)| all.and(Self::at(d, p)))
    }

    /// These and those.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Whether any of the others is among these.
    #[must_use]
    pub fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// As the database compares them.
    #[must_use]
    pub fn bits(self) -> i64 {
        self.0
    }

    /// As they are stored to be read: `1morning 3evening`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let one = |word: &str| Some(Self::at(word.get(..1)?.parse().ok()?, Part::of(word.get(1..)?)?));
        text.split(' ').filter_map(one).fold(Self::default(), Self::and)
    }

    /// The parts of one day.
    #[must_use]
    pub fn of_day(self, day: u32) -> Vec<Part> {
        Part::ALL.into_iter().filter(|p| self.meets(Self::at(day, *p))).collect()
    }

    /// The days and parts of which these are every pair; `None` where they are not.
    #[must_use]
    pub fn square(self) -> Option<(Vec<u32>, Vec<Part>)> {
        let days: Vec<u32> = (1..=7).filter(|d| !self.of_day(*d).is_empty()).collect();
        let parts: Vec<Part> = Part::ALL.into_iter().filter(|p| days.iter().any(|d| self.meets(Self::at(*d, *p)))).collect();
        (Self::crossed(|d| days.contains(&d), |p| parts.contains(&p)) == self).then_some((days, parts))
    }

    /// In words: days that are alike stand together, `mandag–fredag: morgen, aften`.
    #[must_use]
    pub fn in_words(self, page: &Page) -> String {
        let name = |d: u32| page.t(&format!("network-day-{d}"));
        let mut out: Vec<String> = vec![];
        let mut day = 1;
        while day <= 7 {
            let parts = self.of_day(day);
            let last = (day..=7).take_while(|d| self.of_day(*d) == parts).last().unwrap_or(day);
            if !parts.is_empty() {
                let days = if last == day { name(day) } else { format!("{}–{}", name(day), name(last)) };
                let days = if (day, last) == (1, 7) { page.t("network-every-day") } else { days };
                let when = match parts.len() {
                    4 => page.t("network-all-day"),
                    _ => parts.iter().map(|p| page.t(&format!("network-part-{}", p.key()))).collect::<Vec<_>>().join(", "),
                };
                out.push(format!("{days}: {when}"));
            }
            day = last + 1;
        }
        out.join(" · ")
    }
}

impl Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let each = (1..=7).flat_map(|d| Part::ALL.map(|p| (d, p))).filter(|(d, p)| self.meets(Self::at(*d, *p)));
        let mut text = String::new();
        for (day, part) in each {
            write!(text, "{}{day}{}", if text.is_empty() { "" } else { " " }, part.key())?;
        }
        f.write_str(&text)
    }
}

/// What somebody must have to show, or be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Check {
    Certificate,
    Licence,
    FirstAid,
}

impl Check {
    /// In the order they are shown.
    pub const ALL: [Check; 3] = [Check::Certificate, Check::Licence, Check::FirstAid];

    /// The name in forms and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Check::Certificate => "certificate",
            Check::Licence => "licence",
            Check::FirstAid => "first-aid",
        }
    }

    /// The check of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.key() == key)
    }
}

/// Languages one may be asked for beside Danish, by ISO 639-1; `sgn` is Danish sign language.
pub const LANGUAGES: [&str; 16] = ["en", "de", "ar", "bs", "fa", "fr", "ku", "pl", "ro", "ru", "so", "es", "tr", "uk", "ur", "sgn"];

/// What is looked for. Everything left out is not asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What is to be done.
    pub kind: Option<Kind>,
    /// Where: those who live there come first, then those who go everywhere. Left out: offers of every area.
    pub area: Option<Uuid>,
    /// When; any of these will do.
    pub times: Times,
    /// What is needed; all of it.
    pub checks: Vec<Check>,
    /// A language of [`LANGUAGES`].
    pub language: Option<String>,
    /// How many are left out at the beginning, for a list in pages.
    pub skip: i64,
    /// At most how many.
    pub limit: i64,
}

/// An offer that fits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Candidate {
    /// The offer.
    pub offer: Uuid,
    /// Who made it.
    pub person_id: Uuid,
    /// For which association, business or institution; missing: for themselves.
    pub organisation_id: Option<Uuid>,
    /// Where they are; missing: nowhere in particular.
    pub area_id: Option<Uuid>,
    /// Whether that is where one asked for.
    pub near: bool,
    /// How many times a month at most; 0: as often as needed.
    pub per_month: i64,
    /// The date of the child-protection certificate, as they told it.
    pub certificate_on: Option<NaiveDate>,
    /// How they are reached fast: `text`, `phone` or `mail`.
    pub fast: String,
    /// When they last said that it holds.
    pub confirmed_at: DateTime<Utc>,
}

/// The offers that fit, on this day: those who live there first, and of them those who said last that it holds. Paused and
/// ended offers are not among them, nor anybody who has left.
///
/// # Errors
/// When the database fails.
pub async fn candidates(sql: &mut Sql, app: &App, wanted: &Wanted) -> Result<Vec<Candidate>> {
    let mut all = vec![];
    for desk in &app.desks {
        all.extend((desk.offers)(sql, app, wanted).await?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_back_as_they_were_stored() {
        let some = Times::at(1, Part::Morning).and(Times::at(7, Part::Night)).and(Times::at(3, Part::Evening));
        assert_eq!(some.to_string(), "1morning 3evening 7night");
        assert_eq!(Times::read(&some.to_string()), some);
        for wrong in ["", "8morning", "0night", "1noon", "æmorning", "1"] {
            assert!(Times::read(wrong).is_empty(), "{wrong}");
        }
        assert_eq!(Times::crossed(|_| true, |_| true).bits(), (1 << 28) - 1);
    }

    #[test]
    fn a_day_or_a_part_alone_is_met_by_any_of_it() {
        let offered = Times::at(2, Part::Evening);
        assert!(offered.meets(Times::wanted(Some(2), None)) && offered.meets(Times::wanted(None, Some(Part::Evening))));
        assert!(!offered.meets(Times::wanted(Some(2), Some(Part::Morning))) && !offered.meets(Times::wanted(Some(3), None)));
        assert!(Times::wanted(None, None).is_empty());
    }

    #[test]
    fn a_week_is_days_and_parts_only_where_every_pair_is_there() {
        let weekdays = Times::crossed(|d| d < 6, |p| matches!(p, Part::Morning | Part::Evening));
        assert_eq!(weekdays.square(), Some((vec![1, 2, 3, 4, 5], vec![Part::Morning, Part::Evening])));
        assert_eq!(weekdays.and(Times::at(6, Part::Night)).square(), None);
    }
}
