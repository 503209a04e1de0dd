//! What began at once: what it came of, and how many days went by before somebody began.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::clock::days_between;
use samskab_platform::commitment::Status;
use samskab_platform::db::Sql;
use samskab_platform::{App, Page, Result, tool};
use uuid::Uuid;

use crate::at_once_store::Begun;
use crate::followup::{DeedLine, deed};

/// What a promise came of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Idea,
    Decision,
    Statement,
    /// Nothing that was written: somebody said that they would.
    Nothing,
}

impl Origin {
    pub(crate) fn of(kind: Option<&str>) -> Self {
        match kind {
            Some("idea") => Self::Idea,
            Some("decision") => Self::Decision,
            Some("statement") => Self::Statement,
            _ => Self::Nothing,
        }
    }

    /// The word for what it is.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Idea => "followup-origin-idea",
            Self::Decision => "followup-origin-decision",
            Self::Statement => "followup-origin-statement",
            Self::Nothing => "followup-origin-nothing",
        }
    }

    /// The word in front of what it came of, where that was written.
    fn came_of(self) -> Option<&'static str> {
        match self {
            Self::Idea => Some("followup-came-of-idea"),
            Self::Decision => Some("followup-came-of-decision"),
            Self::Statement => Some("followup-came-of-statement"),
            Self::Nothing => None,
        }
    }

    /// The word for the days until somebody began.
    fn span(self) -> &'static str {
        match self {
            Self::Idea => "followup-span-idea",
            Self::Decision => "followup-span-decision",
            Self::Statement => "followup-span-statement",
            Self::Nothing => "followup-span-agreed",
        }
    }
}

/// What something that began at once is shown as.
pub(crate) struct BegunLine {
    pub(crate) deed: DeedLine,
    pub(crate) space: String,
    pub(crate) space_href: String,
    /// From idea to under way: so many days.
    pub(crate) span: String,
    /// "Came of the idea", what that is called, and where it is.
    pub(crate) source: Option<(String, String, Option<String>)>,
}

/// Whole days in Denmark from one moment to another.
fn days(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    let day = |at: DateTime<Utc>| at.with_timezone(&Copenhagen).date_naive();
    days_between(day(from), day(to)).max(0)
}

/// When what these came of was first said.
pub(crate) async fn said(sql: &mut Sql, app: &App, all: &[Begun]) -> Result<BTreeMap<Uuid, DateTime<Utc>>> {
    tool::said(sql, app, &all.iter().filter_map(|b| b.deed.source_id).collect::<Vec<_>>()).await
}

impl Begun {
    /// What it came of. What its tool does not date counts from the day it was agreed.
    fn counted_from(&self, said: &BTreeMap<Uuid, DateTime<Utc>>) -> (Origin, DateTime<Utc>) {
        let origin = Origin::of(self.source_kind.as_deref());
        match self.deed.source_id.and_then(|id| said.get(&id)) {
            Some(at) if *at <= self.deed.created_at => (origin, *at),
            _ => (Origin::Nothing, self.deed.created_at),
        }
    }

    /// Days from the first word of it until somebody began; nothing before they have.
    pub(crate) fn days_to_start(&self, said: &BTreeMap<Uuid, DateTime<Utc>>) -> Option<i64> {
        self.deed.started_at.map(|at| days(self.counted_from(said).1, at))
    }

    /// The same in words; before somebody begins: when it was agreed.
    pub(crate) fn span(&self, page: &Page, said: &BTreeMap<Uuid, DateTime<Utc>>) -> String {
        match self.days_to_start(said) {
            Some(n) => page.t1(self.counted_from(said).0.span(), "n", n),
            None if self.deed.status == Status::GivenUp => String::new(),
            None => page.t1("followup-not-begun", "date", page.date_of(&self.deed.created_at)),
        }
    }

    /// What it came of, where that has a title: words in front, title, address.
    pub(crate) fn source(&self, page: &Page) -> Option<(String, String, Option<String>)> {
        let (kind, id) = (self.source_kind.as_deref()?, self.deed.source_id?);
        let title = self.source_title.clone().filter(|title| !title.is_empty())?;
        let href = page.app().object_path(kind).map(|path| format!("/forloeb/{}/{}", self.slug, path.replace("{id}", &id.to_string())));
        Some((page.t(Origin::of(Some(kind)).came_of()?), title, href))
    }
}

/// Something that began at once, to be shown.
pub(crate) fn line(page: &Page, b: &Begun, said: &BTreeMap<Uuid, DateTime<Utc>>) -> BegunLine {
    BegunLine {
        deed: deed(page, &b.slug, &b.deed),
        space: b.space.clone(),
        space_href: format!("/forloeb/{}", b.slug),
        span: b.span(page, said),
        source: b.source(page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::begun;
    use chrono::Duration;

    #[test]
    fn days_are_counted_from_the_idea_and_from_the_agreement_where_nothing_was_said_before() {
        let now = DateTime::<Utc>::UNIX_EPOCH + Duration::days(20_000);
        let b = begun(Some("idea"), now, Some(now + Duration::days(2)));
        let idea = |at| BTreeMap::from([(Uuid::nil(), at)]);
        assert_eq!(b.days_to_start(&idea(now - Duration::days(7))), Some(9));
        assert_eq!(b.days_to_start(&BTreeMap::new()), Some(2), "nobody knows when it was first said");
        assert_eq!(b.counted_from(&idea(now - Duration::days(7))).0, Origin::Idea);
        assert_eq!(b.counted_from(&BTreeMap::new()).0, Origin::Nothing, "then it is not called a count from the idea");
        // What was written down after the promise, such as a decision noted next day, is not where the promise came from in time.
        assert_eq!(b.days_to_start(&idea(now + Duration::days(1))), Some(2));
        assert_eq!(begun(None, now, None).days_to_start(&BTreeMap::new()), None);
    }

    #[test]
    fn an_evening_counts_as_the_danish_day_it_belongs_to() {
        // 23:30 in Denmark in winter is 22:30 in UTC, and half an hour later is another day.
        let evening = DateTime::parse_from_rfc3339("2027-01-10T22:30:00Z").expect("a moment").to_utc();
        assert_eq!(days(evening, evening + Duration::minutes(20)), 0);
        assert_eq!(days(evening, evening + Duration::minutes(40)), 1);
    }
}
