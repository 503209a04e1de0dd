//! Min side: invited to, next, promised, and what came of what I gave.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::access::{Role, Visibility};
use crate::app::App;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::{self, Page};
use crate::paging::encoded;
use crate::space::{self, Space};
use crate::tool::{Mine, MinePart};
use crate::visitor::Visitor;
use crate::{assurance, outbox, person, view};

/// Spaces shown; the rest are in the list of spaces.
const SPACES: usize = 30;

/// Who looks across spaces: those who answer for them, and those who help several.
const OVERSEES: [Role; 4] = [Role::Politician, Role::Council, Role::Secretary, Role::Facilitator];
/// So many bodies get a link of their own.
const BODIES: usize = 3;

struct Part {
    id: &'static str,
    title: String,
    empty: String,
    items: Vec<Mine>,
}

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    page: Page,
    name: String,
    /// The ways on which the latest message was refused, and since when.
    unreached: Vec<(String, DateTime<Utc>)>,
    /// Something is only shown after a surer sign-in than this one.
    unsure: bool,
    parts: Vec<Part>,
    spaces: Vec<(Space, String)>,
    /// Whether they answer for spaces, or help them: then the overview stands at the top.
    oversees: bool,
    /// The bodies that the spaces work for in which they are politicians: what the overview can be narrowed to, and the address.
    bodies: Vec<(String, String)>,
    more_spaces: bool,
    /// What one can do about oneself: word key and address, from the desks.
    account: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "name.html")]
struct Name {
    page: Page,
    form: Form,
}

#[derive(Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

/// A path of this site, or nothing: an address that leads elsewhere is not followed.
#[must_use]
pub fn safe_next(next: &str) -> &str {
    let bytes = next.as_bytes();
    let inside = bytes.first() == Some(&b'/') && !matches!(bytes.get(1), Some(b'/' | b'\\')) && !next.contains(['\n', '\r', '\t', '\\']);
    if inside { next } else { "" }
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-mine", &[]));
    let mut sql = app.db.read().await?;
    let mut items = vec![];
    for desk in &app.desks {
        items.extend((desk.mine)(&mut sql, me.id, &page).await?);
    }
    for tool in &app.tools {
        items.extend((tool.mine)(&mut sql, me.id, &page).await?);
    }
    let before = items.len();
    let beyond = assurance::beyond(&mut sql, visitor.assurance, items.iter().filter_map(Mine::slug)).await?;
    items.retain(|item| item.slug().is_none_or(|slug| !beyond.contains(slug)));
    let part = |part: MinePart, id: &'static str| Part {
        id,
        title: page.t(&format!("mine-{id}")),
        empty: page.t(&format!("mine-{id}-empty")),
        items: items.iter().filter(|i| i.part == part).cloned().collect(),
    };
    let parts =
        vec![part(MinePart::Invited, "invited"), part(MinePart::Next, "next"), part(MinePart::Promised, "promised"), part(MinePart::Outcome, "outcome")];
    let mut held = space::of_person(&mut sql, me.id, SPACES + 1).await?;
    let more_spaces = held.len() > SPACES;
    held.truncate(SPACES);
    // What asks for a surer sign-in than this one is not told of until then.
    let shown = held.len();
    held.retain(|(space, _)| visitor.assurance >= space.assurance);
    let unsure = items.len() < before || held.len() < shown;
    // Who helps in a sealed space looks across nothing.
    let oversees = held.iter().filter(|(space, _)| space.visibility != Visibility::Sealed).flat_map(|(_, roles)| roles).any(|role| OVERSEES.contains(role));
    let bodies = bodies(&held);
    let unreached = outbox::unreached(&mut sql, me.id).await?;
    let named = |(space, roles): (Space, Vec<Role>)| {
        let roles = view::role_names(&app, &space, page.lang, &roles);
        (space, roles)
    };
    let spaces = held.into_iter().map(named).collect();
    page::html(&MinePage {
        name: me.name.clone(),
        page,
        unreached,
        unsure,
        parts,
        spaces,
        oversees,
        bodies,
        more_spaces,
        account: app.tools.iter().map(|t| t.account).chain(app.desks.iter().map(|d| d.account)).flatten().copied().collect(),
    })
}

/// The bodies of the spaces in which somebody is a politician, the newest space first, each once, and the overview of each.
fn bodies(held: &[(Space, Vec<Role>)]) -> Vec<(String, String)> {
    let mut names: Vec<&str> = vec![];
    for (space, roles) in held {
        let politician = roles.iter().any(|role| matches!(role, Role::Politician | Role::Council));
        if politician && !space.belongs_to.is_empty() && !names.contains(&space.belongs_to.as_str()) {
            names.push(&space.belongs_to);
        }
    }
    names.truncate(BODIES);
    names.into_iter().map(|name| (name.to_owned(), format!("/overblik?udvalg={}", encoded(name)))).collect()
}

pub(crate) async fn name(State(app): State<App>, visitor: Visitor, Query(query): Query<Next>) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let form = Form::filled([("name", me.name.clone()), ("next", safe_next(&query.next).to_owned())]);
    page::html(&Name { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "name-title", &[])), form })
}

pub(crate) async fn set_name(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let mut template = Name { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "name-title", &[])), form };
    let name = template.form.required(&template.page, "name", 80);
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    let mut sql = app.db.write().await?;
    person::set_name(&mut sql, me.id, &name).await?;
    sql.commit().await?;
    let next = safe_next(template.form.value("next"));
    Ok(Redirect::to(if next.is_empty() { "/min-side" } else { next }).into_response())
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let item =
        Mine { part: MinePart::Next, text: "Læs".into(), detail: "nu".into(), href: "/".into(), button: "Læs".into(), tag: Some(("ok", "I gang".into())) };
    let part = Part { id: "next", title: "Næste".into(), empty: "Intet".into(), items: vec![item] };
    let mut form = Form::default();
    form.wrong("name", "Skriv dit navn");
    vec![
        (
            "mine",
            MinePage {
                page: page.clone(),
                name: "Ida".into(),
                unreached: vec![("mail".into(), page.now), ("text".into(), page.now)],
                unsure: true,
                parts: vec![part],
                spaces: vec![],
                oversees: true,
                bodies: vec![("Børne- & Ungeudvalget".into(), "/overblik?udvalg=x".into())],
                more_spaces: true,
                account: vec![("account-stored", "/min-side/oplysninger")],
            }
            .render(),
        ),
        ("name", Name { page: page.clone(), form }.render()),
    ]
}

#[cfg(test)]
mod tests {
    use super::safe_next;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert_eq!(safe_next("/forloeb/x?a=b"), "/forloeb/x?a=b");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\nb"] {
            assert_eq!(safe_next(elsewhere), "", "{elsewhere}");
        }
    }
}
