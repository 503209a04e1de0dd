//! The front page of Administration: what one can do, arranged by what one wants, and what needs attention.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use samskab_platform::desk::{self, Aim};
use samskab_platform::tool::Sample;
use samskab_platform::{App, Error, Page, Result, Visitor, page};

use crate::start::{self, Steps};

/// A page one can go to.
struct Link {
    word: String,
    hint: String,
    href: &'static str,
    attention: Option<String>,
}

#[derive(Template)]
#[template(path = "administration.html")]
struct Front {
    page: Page,
    /// Heading and links.
    groups: Vec<(&'static str, String, Vec<Link>)>,
    /// What needs attention: in words, and where.
    attention: Vec<(String, String, &'static str)>,
    /// Getting started, until it is done.
    start: Option<Steps>,
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    if visitor.person.is_none() {
        return Err(Error::SignIn);
    }
    if !desk::administers(&app, &visitor.municipal_roles) {
        return Err(Error::Forbidden("administration"));
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-administration", &[]));
    let mut sql = app.db.read().await?;
    let (mut groups, mut attention) = (vec![], vec![]);
    for aim in Aim::ALL {
        let mut links = vec![];
        for p in desk::pages_for(&app, aim, &visitor.municipal_roles) {
            let word = page.t(p.word);
            let now = (p.attention)(&mut sql, &page).await?;
            if let Some(text) = &now {
                attention.push((text.clone(), word.clone(), p.href));
            }
            links.push(Link { hint: page.t(&format!("{}-hint", p.word)), word, href: p.href, attention: now });
        }
        if !links.is_empty() {
            groups.push((aim.word(), page.t(aim.word()), links));
        }
    }
    let steps = start::steps(&mut sql, &app).await?;
    let start = Some(steps).filter(|s| start::is_for(&visitor.municipal_roles) && !s.complete());
    page::html(&Front { page, groups, attention, start })
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let link = Link { word: "Læs journalen".into(), hint: "Alt, der er gjort".into(), href: "/administration/journal", attention: Some("Se <her>".into()) };
    let full = Front {
        page: page.clone(),
        groups: vec![("aim-trust", "Tillid".into(), vec![link])],
        attention: vec![("To ting".into(), "Læs journalen".into(), "/administration/journal")],
        start: Some(start::sample()),
    };
    let calm = Front { page: page.clone(), groups: vec![], attention: vec![], start: None };
    vec![("administration", full.render()), ("administration, calm", calm.render())]
}
