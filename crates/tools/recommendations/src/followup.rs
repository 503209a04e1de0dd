//! What became of recommendations, as lines to be shown: the answer, and under it who does what by when.

use chrono::NaiveDate;
use samskab_platform::Page;
use samskab_platform::clock::days_between;
use samskab_platform::commitment::Status;

use crate::followup_store::{Deed, Followed};
use crate::model::Outcome;

/// What one can ask for: the outcomes, what still waits, and what began at once.
pub(crate) const STANDS: [&str; 6] = ["approved", "partly", "noted", "rejected", "waiting", AT_ONCE];
/// What waited for no answer.
pub(crate) const AT_ONCE: &str = "at-once";

/// A recommendation and what came of it.
pub(crate) struct Line {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) space: String,
    pub(crate) space_href: String,
    pub(crate) tag: &'static str,
    pub(crate) status: String,
    pub(crate) detail: String,
    /// Days the answer is late.
    pub(crate) late: i64,
    /// Whether something should have come of it, and nothing has been agreed.
    pub(crate) nothing_yet: bool,
    pub(crate) deeds: Vec<DeedLine>,
}

/// Something that came of it.
pub(crate) struct DeedLine {
    pub(crate) what: String,
    pub(crate) href: String,
    pub(crate) who: String,
    pub(crate) with: String,
    pub(crate) due: String,
    pub(crate) tag: &'static str,
    pub(crate) status: String,
}

impl Followed {
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        Outcome::of(&self.outcome)
    }

    /// Which body decided it, and on which day, where that was written.
    fn decided(&self) -> Option<(&str, NaiveDate)> {
        Some((self.body.as_deref().filter(|body| !body.is_empty())?, self.decided_on?))
    }

    pub(crate) fn waits(&self) -> bool {
        self.status == "submitted"
    }

    /// The word for where it stands.
    pub(crate) fn word(&self) -> &'static str {
        self.outcome().map_or("recommendations-submitted", |o| o.word())
    }

    /// Whether it is what somebody asked for: an outcome, `waiting`, or empty for any.
    pub(crate) fn stands(&self, asked: &str) -> bool {
        asked.is_empty() || self.outcome == asked || asked == "waiting" && self.waits()
    }

    /// Days the answer is past its date; 0 where it is not, or where there is one.
    pub(crate) fn days_late(&self, page: &Page) -> i64 {
        self.answer_by.filter(|_| self.waits()).map_or(0, |date| days_between(date, page.today()).max(0))
    }

    pub(crate) fn href(&self) -> String {
        format!("/forloeb/{}/anbefalinger/{}", self.slug, self.id)
    }

    /// One line of the answer, or since when it waits.
    pub(crate) fn detail(&self, page: &Page) -> String {
        if let Some((body, day)) = self.decided() {
            return page.t2("recommendations-decided-by-on", "body", body, "date", page.date(&day));
        }
        match (&self.answered_at, &self.submitted_at) {
            (Some(at), _) => page.t1("recommendations-answered-on", "date", page.date_of(at)),
            (None, Some(at)) => page.t2("recommendations-submitted-on", "date", page.date_of(at), "n", (page.now - *at).num_days().max(0)),
            (None, None) => String::new(),
        }
    }
}

impl Deed {
    /// Days past its date; 0 where it is not late or nothing more is expected.
    pub(crate) fn days_late(&self, page: &Page) -> i64 {
        if self.status.is_over() { 0 } else { days_between(self.due_on, page.today()).max(0) }
    }

    /// The class of its tag, and its status in words: lateness first.
    pub(crate) fn status(&self, page: &Page) -> (&'static str, String) {
        let late = self.days_late(page);
        let tag = match self.status {
            _ if late > 0 => "late",
            Status::Started | Status::Done => "ok",
            Status::Waiting => "wait",
            Status::Agreed | Status::GivenUp => "plain",
        };
        let words = match self.status {
            _ if late > 0 => page.t1("status-late", "n", late),
            Status::Waiting if !self.waiting_for.is_empty() => page.t1("status-waiting-for", "what", &self.waiting_for),
            status => page.t(&format!("status-{}", status.key().replace('_', "-"))),
        };
        (tag, words)
    }

    /// Who does it: the organisation, where there is one.
    pub(crate) fn who(&self) -> &str {
        self.organisation.as_deref().unwrap_or(&self.doer)
    }
}

/// Whether the answer, or something that was to come of it, is late today.
pub(crate) fn is_late(page: &Page, r: &Followed, deeds: &[Deed]) -> bool {
    r.days_late(page) > 0 || deeds.iter().any(|d| d.source_id == Some(r.id) && d.days_late(page) > 0)
}

/// A recommendation with what came of it.
pub(crate) fn line(page: &Page, r: &Followed, deeds: &[Deed]) -> Line {
    let of: Vec<DeedLine> = deeds.iter().filter(|d| d.source_id == Some(r.id)).map(|d| deed(page, &r.slug, d)).collect();
    Line {
        number: r.number,
        title: r.title.clone(),
        href: r.href(),
        space: r.space.clone(),
        space_href: format!("/forloeb/{}", r.slug),
        tag: r.outcome().map_or("wait", Outcome::tag),
        status: page.t(r.word()),
        detail: r.detail(page),
        late: r.days_late(page),
        nothing_yet: of.is_empty() && r.outcome().is_some_and(Outcome::leads_to_deeds),
        deeds: of,
    }
}

/// What somebody does, to be shown.
pub(crate) fn deed(page: &Page, slug: &str, d: &Deed) -> DeedLine {
    let (tag, status) = d.status(page);
    DeedLine {
        what: d.what.clone(),
        href: format!("/forloeb/{slug}/aftaler/{}", d.id),
        who: d.who().to_owned(),
        with: d.counterpart.clone(),
        due: page.date(&d.due_on),
        tag,
        status,
    }
}
