//! The commitments' templates with samples.

use askama::Template;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use samskab_platform::commitment::{Commitment, Progress, Status};
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::making::NewPage;
use crate::model::{REPORTABLE, status_word};
use crate::overview::Section;
use crate::pages::{CommitmentPage, ListPage, Row, Source, Totals};
use crate::store::Milestone;

/// A commitment of a status, with its date.
pub(crate) fn commitment(what: &str, status: Status, due_on: NaiveDate) -> Commitment {
    Commitment {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        space_slug: "ungepolitik".into(),
        space_title: "Ungepolitik".into(),
        source_kind: Some("recommendation".into()),
        source_id: Some(Uuid::nil()),
        source_title: Some("Åbn hallen".into()),
        what: what.into(),
        doer_id: Uuid::nil(),
        doer: "Ida".into(),
        organisation: None,
        counterpart_id: Uuid::nil(),
        counterpart: "Jens".into(),
        counterpart_title: None,
        due_on,
        hours: None,
        money_ore: None,
        rooms: String::new(),
        staff: String::new(),
        status,
        waiting_for: String::new(),
        created_at: DateTime::<Utc>::UNIX_EPOCH,
        started_at: None,
        done_at: None,
    }
}

/// One with everything filled in.
fn full(page: &Page, status: Status, days: i64) -> Commitment {
    Commitment {
        organisation: Some("Ungdomsrådet".into()),
        counterpart_title: Some("inspektør".into()),
        hours: Some(40),
        money_ore: Some(1_250_000),
        rooms: "Hallen, fredag 18–22".into(),
        staff: "To timer om ugen".into(),
        waiting_for: "nøglen".into(),
        created_at: page.now,
        ..commitment("Åben hal <fredag>", status, page.today() + Duration::days(days))
    }
}

fn rows(page: &Page) -> Vec<Row> {
    let source = |href: Option<&str>| Some(Source { title: "Åbn <hallen>".into(), href: href.map(str::to_owned) });
    vec![
        Row { c: full(page, Status::Started, -19), href: "/".into(), source: source(Some("/")), milestones: (1, 3) },
        Row { c: full(page, Status::Waiting, 3), href: "/".into(), source: source(None), milestones: (0, 0) },
        Row { c: commitment("Nattebus", Status::Done, page.today()), href: "/".into(), source: None, milestones: (2, 2) },
    ]
}

fn one(page: &Page, c: Commitment, progress: Vec<Progress>, form: Form) -> CommitmentPage {
    CommitmentPage {
        page: page.clone(),
        source: rows(page).remove(0).source,
        used_hours: progress.iter().filter_map(|p| p.hours).sum(),
        used_ore: progress.iter().filter_map(|p| p.money_ore).sum(),
        may_report: true,
        may_plan: true,
        milestones: vec![milestone(page, -9, Some(-10)), milestone(page, -2, None), milestone(page, 20, None)],
        statuses: REPORTABLE.iter().map(|s| (s.key(), page.t(status_word(s)))).collect(),
        attached: "<p>Filer</p>".into(),
        progress,
        form,
        c,
    }
}

fn milestone(page: &Page, due: i64, reached: Option<i64>) -> Milestone {
    let day = |days| page.today() + Duration::days(days);
    Milestone { id: Uuid::nil(), what: "Nøglen er <fundet>".into(), due_on: day(due), reached_on: reached.map(day) }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let told = |status, hours, money_ore| Progress { id: Uuid::nil(), person: "Ida".into(), status, text: "En\nto".into(), hours, money_ore, at: page.now };
    let mut wrong = Form::filled([("status", "waiting".to_owned()), ("doer", "other".to_owned()), ("doer_name", "Britta".to_owned())]);
    let fields = ["status", "text", "waiting_for", "hours", "money", "milestone", "milestone_due"];
    let new_fields = ["what", "doer", "doer_name", "doer_email", "organisation", "counterpart", "counterpart_name", "due_on", "rooms", "staff"];
    for field in fields.into_iter().chain(new_fields) {
        wrong.wrong(field, "Det mangler");
    }
    let list = |rows: Vec<Row>, may_make| ListPage {
        page: page.clone(),
        counts: if rows.is_empty() { String::new() } else { "1 i gang, 1 over tiden".into() },
        totals: Totals { hours: 80, used_hours: 5, ore: 2_500_000, used_ore: 0 },
        rows,
        may_make,
    };
    let new = |form, source| NewPage {
        page: page.clone(),
        form,
        source,
        people: vec![("1".into(), "Ida".into()), ("other".into(), "En anden".into())],
        organisations: vec![("2".into(), "Ungdomsrådet".into())],
    };
    let section = |rows| Section { page, rows, href: "/".into(), may_make: true };
    let plain = CommitmentPage {
        may_report: false,
        may_plan: false,
        milestones: vec![],
        source: None,
        ..one(page, commitment("Nattebus", Status::Agreed, page.today()), vec![], Form::default())
    };
    vec![
        ("commitments", list(rows(page), true).render()),
        ("commitments, empty", list(vec![], true).render()),
        ("commitments_section", section(rows(page)).render()),
        ("commitments_section, empty", section(vec![]).render()),
        ("commitment", plain.render()),
        ("commitment, late", one(page, full(page, Status::Started, -19), vec![told(Status::Started, Some(5), None)], Form::default()).render()),
        ("commitment, done", one(page, full(page, Status::Done, -1), vec![told(Status::Done, None, Some(9_950))], Form::default()).render()),
        ("commitment, wrong", one(page, full(page, Status::Waiting, 3), vec![], wrong.clone()).render()),
        ("commitment_new", new(Form::default(), None).render()),
        ("commitment_new, wrong", new(wrong, rows(page).remove(0).source).render()),
    ]
}
