//! The recommendations' templates with samples.

use askama::Template;
use chrono::{DateTime, Utc};
use samskab_platform::commitment::{self, Commitment};
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::model::{Outcome, Recommendation, Status};
use crate::overview::Section;
use crate::pages::{AnswerPage, EditPage, ListPage, RecommendationPage, Row};

/// A recommendation submitted (unless it is a draft) and answered (if it is) at a moment.
pub(crate) fn recommendation(number: i64, status: Status, outcome: Option<Outcome>, at: DateTime<Utc>) -> Recommendation {
    Recommendation {
        id: Uuid::from_u128(u128::from(number.unsigned_abs())),
        number,
        title: "Åbn hallen <fredag>".into(),
        text: "Hallen er åben fredag aften.\n\nUnge har nøglen.".into(),
        reason: "84 % var enige".into(),
        status,
        author: "Ida".into(),
        created_at: at,
        submitted_at: (status != Status::Draft).then_some(at),
        outcome: outcome.map(|o| o.key().to_owned()),
        answer: outcome.map(|_| "Der er penge til det.\n\nVi begynder småt.".into()),
        meeting: outcome.map(|_| "Byrådet, punkt 7".into()),
        answered_by: outcome.map(|_| "Karen".into()),
        answered_at: outcome.map(|_| at),
    }
}

fn row(page: &Page, r: &Recommendation, late: i64) -> Row {
    let detail = page.t2("recommendations-submitted-on", "date", page.date_of(&page.now), "n", 1);
    Row { number: r.number, title: r.title.clone(), href: "/".into(), tag: r.tag(), status: page.t(r.word()), detail, late }
}

fn commitment(page: &Page) -> Commitment {
    Commitment {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        space_slug: "a".into(),
        space_title: "A".into(),
        source_kind: Some("recommendation".into()),
        source_id: None,
        source_title: Some("Åbn hallen".into()),
        what: "Åben hal <fredag>".into(),
        doer_id: Uuid::nil(),
        doer: "Ida".into(),
        organisation: Some("Ungdomsrådet".into()),
        counterpart_id: Uuid::nil(),
        counterpart: "Jens".into(),
        counterpart_title: None,
        due_on: page.today(),
        hours: None,
        money_ore: None,
        rooms: String::new(),
        staff: String::new(),
        status: commitment::Status::Started,
        waiting_for: String::new(),
        created_at: page.now,
        started_at: Some(page.now),
        done_at: None,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let make = |number, status, outcome| recommendation(number, status, outcome, page.now);
    let (draft, waiting) = (make(1, Status::Draft, None), make(2, Status::Submitted, None));
    let rows = |late| vec![row(page, &draft, 0), row(page, &waiting, late)];
    let one = |r: &Recommendation, late| RecommendationPage {
        page: page.clone(),
        row: row(page, r, late),
        waited: 12,
        commitments: vec![commitment(page)],
        may_edit: true,
        may_submit: true,
        nobody_answers: false,
        may_answer: true,
        may_commit: r.outcome().is_some_and(Outcome::leads_to_deeds),
        r: r.clone(),
    };
    let mut wrong = Form::filled([("outcome", "partly".to_owned()), ("title", "Kort".to_owned())]);
    for field in ["title", "text", "reason", "outcome", "meeting"] {
        wrong.wrong(field, "Det mangler");
    }
    let mut out = vec![
        ("recommendations", ListPage { page: page.clone(), rows: rows(19), waiting: 1, may_write: true }.render()),
        ("recommendations, empty", ListPage { page: page.clone(), rows: vec![], waiting: 0, may_write: true }.render()),
        ("recommendations_section", Section { page, rows: rows(0), href: "/".into() }.render()),
        ("recommendation, draft", one(&draft, 0).render()),
        ("recommendation, nobody to answer", RecommendationPage { nobody_answers: true, ..one(&draft, 0) }.render()),
        ("recommendation, late", one(&waiting, 19).render()),
        ("recommendation_edit, new", EditPage { page: page.clone(), form: Form::default(), draft: None }.render()),
        ("recommendation_edit, wrong", EditPage { page: page.clone(), form: wrong.clone(), draft: Some(draft.clone()) }.render()),
        ("recommendation_answer", AnswerPage { page: page.clone(), form: Form::default(), r: waiting.clone() }.render()),
        ("recommendation_answer, wrong", AnswerPage { page: page.clone(), form: wrong, r: waiting.clone() }.render()),
    ];
    for (name, outcome) in [
        ("recommendation, approved", Outcome::Approved),
        ("recommendation, partly", Outcome::Partly),
        ("recommendation, noted", Outcome::Noted),
        ("recommendation, rejected", Outcome::Rejected),
    ] {
        out.push((name, one(&make(3, Status::Answered, Some(outcome)), 0).render()));
    }
    let not_begun = RecommendationPage { commitments: vec![], ..one(&make(3, Status::Answered, Some(Outcome::Approved)), 0) };
    out.push(("recommendation, approved and not begun", not_begun.render()));
    out
}
