//! The frame's templates with samples.

use askama::Template;
use samskab_platform::changes::compare;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::model::Mandate;
use crate::overview::Card;
use crate::pages::{Answered, Changed, ComparePage, EditPage, FramePage};
use crate::store::Reader;

pub(crate) fn samples(app: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mandate = Mandate { version: 2, one_sentence: "Sammen <laver> vi det".into(), hours: Some(300), money_ore: Some(8_000_000), ..Mandate::default() };
    let questions = app.recipes().all().next().map(|r| r.questions.clone()).unwrap_or_default();
    let reader = |at| Reader { id: Uuid::nil(), name: "Ida".into(), at };
    let mut form = Form::default();
    form.wrong("task", "Skriv opgaven");
    let full = FramePage {
        parts: vec![("Pladser".into(), "2 × <ung>\n1 × ældre".into())],
        drifted: "Mødeplan".into(),
        last_read: Some(1),
        attached: "<p>Pladser</p>".into(),
        page: page.clone(),
        mandate: Some(mandate.clone()),
        answers: vec![
            Answered { label: "Opgave".into(), rich: rich_text::html("En\n\n- <to>"), plain: String::new() },
            Answered { label: "Svar".into(), rich: Rich::default(), plain: "1. maj".into() },
        ],
        readers: vec![reader(Some(page.now)), reader(None)],
        read: 1,
        versions: vec![mandate.clone(), mandate.clone()],
        may_write: true,
        asked_to_read: true,
        read_at: None,
    };
    let empty = FramePage {
        parts: vec![],
        drifted: String::new(),
        last_read: None,
        attached: String::new(),
        page: page.clone(),
        mandate: None,
        answers: vec![],
        readers: vec![],
        read: 0,
        versions: vec![],
        may_write: true,
        asked_to_read: false,
        read_at: None,
    };
    let parts =
        vec![Changed { label: "Pladser".into(), pieces: compare("2 × ung", "3 × ung") }, Changed { label: "Mødeplan".into(), pieces: compare("a", "a") }];
    let changed = vec![Changed { label: "Opgave".into(), pieces: compare("en to", "en tre") }];
    let card = Card { page, mandate: &mandate, href: "/".into(), facilitator: Some("Line".into()), spent_hours: 3, met_hours: 1, spent_ore: 100 };
    vec![
        ("frame", full.render()),
        ("frame, empty", empty.render()),
        ("frame_edit", EditPage { page: page.clone(), form, version: 2, questions, hint: "Kort".into(), parts }.render()),
        ("frame_compare", ComparePage { page: page.clone(), from: 1, to: 2, note: "Fordi".into(), changed }.render()),
        ("frame_compare, same", ComparePage { page: page.clone(), from: 1, to: 2, note: String::new(), changed: vec![] }.render()),
        ("frame_card", card.render()),
    ]
}
