//! Times as pages show them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use samskab_platform::Page;
use samskab_platform::network::Kind;
use samskab_recurrence::local;

use crate::slot_store::Slot;
use crate::store::Need;

/// `tirsdag 3. marts`; with the year only where it is another.
pub(crate) fn day(page: &Page, date: NaiveDate) -> String {
    let weekday = page.t(&format!("network-day-{}", date.weekday().number_from_monday()));
    let whole = page.date(&date);
    let date = if date.year() == page.today().year() { whole.rsplit_once('\u{a0}').map_or(whole.clone(), |(start, _)| start.to_owned()) } else { whole };
    format!("{weekday} {date}")
}

/// `15.30–16.30`, and that it ends next day where it does.
pub(crate) fn span(page: &Page, slot: &Slot) -> String {
    let hours = format!("{}–{}", page.time_of(&slot.starts_at), page.time_of(&slot.ends_at));
    if local(slot.starts_at).date() == local(slot.ends_at).date() { hours } else { page.t1("circle-next-day", "hours", hours) }
}

/// `tirsdag 3. marts kl. 15.30–16.30`.
pub(crate) fn moment(page: &Page, slot: &Slot) -> String {
    page.t2("circle-moment", "day", day(page, local(slot.starts_at).date()), "hours", span(page, slot))
}

/// What is to be done, in a word that tells nothing of whom it is for.
pub(crate) fn kind(page: &Page, kind: Kind) -> String {
    page.t(&format!("network-kind-{}", kind.key()))
}

/// A time with what it is for.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) slot: Slot,
    pub(crate) need: Need,
}

impl Line {
    /// From when to when.
    pub(crate) fn hours(&self, page: &Page) -> String {
        span(page, &self.slot)
    }

    /// Day and hours.
    pub(crate) fn moment(&self, page: &Page) -> String {
        moment(page, &self.slot)
    }

    /// What is to be done, as those who may read it are told.
    pub(crate) fn what(&self, page: &Page) -> String {
        if self.need.words.what.is_empty() { kind(page, self.need.kind) } else { self.need.words.what.clone() }
    }

    /// The same for those who have not taken it yet.
    pub(crate) fn kind(&self, page: &Page) -> String {
        kind(page, self.need.kind)
    }

    pub(crate) fn is_open(&self, page: &Page) -> bool {
        self.slot.is_open(page.now)
    }

    /// Whether it is over.
    pub(crate) fn is_over(&self, page: &Page) -> bool {
        self.slot.ends_at <= page.now
    }

    /// Whether it begins within a day and nobody has taken it.
    pub(crate) fn presses(&self, page: &Page) -> bool {
        self.is_open(page) && (self.slot.starts_at - page.now).num_hours() < 24
    }

    /// What one must have or be, in words.
    pub(crate) fn requires(&self, page: &Page) -> Vec<String> {
        requires(page, &self.need)
    }
}

/// What one must have or be, in words.
pub(crate) fn requires(page: &Page, need: &Need) -> Vec<String> {
    let r = &need.requires;
    let checks = [
        (r.certificate, "network-check-certificate"),
        (r.licence, "network-check-licence"),
        (r.first_aid, "network-check-first-aid"),
        (r.known, "circle-known-needed"),
    ];
    let mut all: Vec<String> = checks.into_iter().filter(|c| c.0).map(|c| page.t(c.1)).collect();
    if !r.language.is_empty() {
        all.push(page.t1("circle-speaks", "language", page.t(&format!("network-language-{}", r.language))));
    }
    all
}

/// Times with what they are for, in the order of the times.
pub(crate) fn lines(slots: &[Slot], needs: &[Need]) -> Vec<Line> {
    let line = |slot: &Slot| Some(Line { slot: slot.clone(), need: needs.iter().find(|n| n.id == slot.need_id)?.clone() });
    slots.iter().filter_map(line).collect()
}

/// A day with its times.
pub(crate) struct Day {
    pub(crate) name: String,
    pub(crate) today: bool,
    pub(crate) lines: Vec<Line>,
}

/// The same by days.
pub(crate) fn by_day(page: &Page, lines: Vec<Line>) -> Vec<Day> {
    let mut days: Vec<(NaiveDate, Day)> = vec![];
    for line in lines {
        let date = local(line.slot.starts_at).date();
        match days.last_mut().filter(|(last, _)| *last == date) {
            Some((_, day)) => day.lines.push(line),
            None => days.push((date, Day { name: day(page, date), today: date == page.today(), lines: vec![line] })),
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// Whether a moment is at a time when people sleep: whoever asks then is told.
pub(crate) fn is_night(now: DateTime<Utc>) -> bool {
    !samskab_platform::rhythm::is_daytime(now)
}
