//! The front page: a noticeboard of what goes on and where one is needed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::commitment::{self, Commitment};
use crate::error::Result;
use crate::group;
use crate::journal::{self, FeedEntry};
use crate::page::{self, Page};
use crate::recipe::Stage;
use crate::space::{self, Listed, Space};
use crate::space_acts::CREATE;
use crate::tool::Need;
use crate::visitor::Visitor;

/// A space on the board.
pub(crate) struct Note {
    pub(crate) kind: String,
    pub(crate) stage: String,
    pub(crate) open: bool,
    pub(crate) space: Space,
}

#[derive(Template)]
#[template(path = "front.html")]
struct Front {
    page: Page,
    spaces: Vec<Note>,
    needed: Vec<Need>,
    deeds: Vec<Commitment>,
    feed: Vec<FeedEntry>,
    may_create: bool,
}

#[derive(Template)]
#[template(path = "outcomes.html")]
struct Outcomes {
    page: Page,
    deeds: Vec<Commitment>,
}

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    page: Page,
    contact: String,
    version: &'static str,
}

/// Spaces as notes on a board.
pub(crate) fn notes(app: &App, page: &Page, spaces: Vec<Space>) -> Vec<Note> {
    spaces
        .into_iter()
        .map(|space| {
            let recipe = app.recipe_of(&space);
            Note {
                kind: page.kind_of(recipe.as_ref().map_or("", |r| r.words(page.lang).name.as_str()), &space),
                stage: recipe.map_or_else(String::new, |r| r.stage_name(page.lang, space.stage).to_owned()),
                open: space.stage == Stage::Dialogue,
                space,
            }
        })
        .collect()
}

/// Whether the visitor may make a space.
pub(crate) async fn may_create(app: &App, visitor: &Visitor) -> Result<bool> {
    let Some(person) = &visitor.person else {
        return Ok(false);
    };
    let municipality = app.municipality_space().await?;
    let roles = space::roles_of(&mut app.db.read().await?, municipality.id, person.id).await?;
    let standings = crate::access::standings(true, &roles);
    Ok(standings.iter().any(|s| crate::access::may(*s, &CREATE, municipality.visibility)))
}

pub(crate) async fn front(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "front-name", &[]));
    let may_create = may_create(&app, &visitor).await?;
    let mut sql = app.db.read().await?;
    // Those with an open dialogue need people now; then the newest.
    let visible = Listed { person: visitor.person.as_ref().map(|p| p.id), assurance: visitor.assurance, ..Listed::default() };
    let mut spaces = space::list(&mut sql, &Listed { stage: Some(Stage::Dialogue), ..visible.clone() }, 60, 0).await?;
    let newest = space::list(&mut sql, &visible, 12, 0).await?;
    spaces.extend(newest.into_iter().filter(|s| s.stage != Stage::Dialogue));
    // People are needed in working groups too.
    let groups = group::seen_in(&mut sql, &visitor, &spaces).await?;
    let everywhere: Vec<Space> = spaces.iter().cloned().chain(groups).collect();
    let mut needed = vec![];
    for tool in &app.tools {
        needed.extend((tool.needs)(&mut sql, &everywhere, &page).await?);
    }
    needed.truncate(6);
    // What is open comes first; the newest first among equals.
    spaces.sort_by_key(|s| (s.stage != Stage::Dialogue, s.stage == Stage::Learning));
    spaces.truncate(6);
    let deeds = commitment::public_latest(&mut sql, 5).await?;
    let feed = journal::public_latest(&mut sql, 8).await?;
    let spaces = notes(&app, &page, spaces);
    page::html(&Front { page, spaces, needed, deeds, feed, may_create })
}

pub(crate) async fn outcomes(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-outcomes", &[]));
    let deeds = commitment::public_latest(&mut app.db.read().await?, 100).await?;
    page::html(&Outcomes { page, deeds })
}

pub(crate) async fn about(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "footer-how", &[]));
    page::html(&About { page, contact: app.contact(), version: env!("CARGO_PKG_VERSION") })
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let needed =
        vec![Need { space: "Ungepolitik".into(), text: "Sig din mening".into(), detail: "Fem minutter".into(), href: "/".into(), foot: "Start".into() }];
    vec![
        ("front", Front { page: page.clone(), spaces: vec![], needed, deeds: vec![], feed: vec![], may_create: true }.render()),
        ("outcomes", Outcomes { page: page.clone(), deeds: vec![] }.render()),
        ("about", About { page: page.clone(), contact: "samskab@proeveby.example".into(), version: "0.1.0" }.render()),
    ]
}
