//! The desk's templates with samples.

use askama::Template;
use samskab_platform::opening::Opening;
use samskab_platform::sealed::Plain;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::pages::{Openings, Show};

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut wrong = Form::default();
    for field in ["address", "reason", "second"] {
        wrong.wrong(field, "Det mangler");
    }
    let opening = |outcome: Option<&str>| Opening::sample(page.now, outcome);
    let list = |form: Form, colleagues: Vec<(String, String)>, own: Vec<Opening>| Openings { page: page.clone(), form, colleagues, own }.render();
    let show = |outcome: Option<&str>, why: Option<&str>, second: bool| {
        Show { page: page.clone(), opening: opening(outcome), why: why.map(|w| Plain::new(w.to_owned())), second }.render()
    };
    vec![
        ("openings", list(wrong, vec![(Uuid::nil().to_string(), "Bo <B>".to_owned())], vec![opening(None), opening(Some("agreed"))])),
        ("openings, none", list(Form::default(), vec![], vec![])),
        ("opening, to be agreed", show(None, Some("Ingen <svarer>"), true)),
        ("opening, waiting", show(None, None, false)),
        ("opening, open", show(Some("agreed"), Some("Ingen svarer"), false)),
        ("opening, refused", show(Some("refused"), Some("Ingen svarer"), false)),
    ]
}
