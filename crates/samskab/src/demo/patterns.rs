//! `/monstre`: each component of the look with its states.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use samskab_platform::{App, Form, Page, Result, Visitor, page};

#[derive(Template)]
#[template(path = "patterns.html")]
struct Patterns {
    page: Page,
    form: Form,
    empty: Form,
    options: Vec<(String, String)>,
}

fn patterns(page: Page) -> Patterns {
    let mut form = Form::filled([("navn", "Ida".to_owned()), ("mail", "ida@".to_owned()), ("valg", "b".to_owned())]);
    form.wrong("mail", page.t1("form-email", "text", "ida@"));
    let options = [("a", "pattern-choice-a"), ("b", "pattern-choice-b")].map(|(value, word)| (value.to_owned(), page.t(word))).to_vec();
    Patterns { page, form, empty: Form::default(), options }
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    page::html(&patterns(Page::new(&app, &visitor, app.words.say(visitor.lang, "footer-patterns", &[]))))
}

pub(super) fn sample(page: &Page) -> Result<String, askama::Error> {
    patterns(page.clone()).render()
}
