//! What is stored about people, why, and for how long: read from what the parts of the program declare and from the
//! rules in force, so that the page cannot say something else than the program does.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Page, Result, Visitor, page, personal};

use crate::retention::{self, Rule};

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    page: Page,
    stored: Vec<String>,
    rules: Vec<Rule>,
    contact: String,
}

/// `GET /privatliv`.
pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "footer-privacy", &[]));
    let mut stored: Vec<String> = vec![];
    for declared in personal::all(&app) {
        let words = page.t(declared.word);
        if !stored.contains(&words) {
            stored.push(words);
        }
    }
    page::html(&Privacy { page, stored, rules: retention::rules(&app.choices()), contact: app.contact() })
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let rules = retention::rules(&samskab_platform::choices::Choices::new());
    let privacy = Privacy { page: page.clone(), stored: vec!["Dine <roller>".into()], rules, contact: "a@b.example".into() };
    vec![("privacy", privacy.render())]
}
