//! What everybody sees: what the network is, how much there is where, and a form to print.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use samskab_platform::network::{Check, Kind};
use samskab_platform::{App, Page, Result, Visitor, page};

use crate::acts::COORDINATORS;
use crate::capacity::{self, Place};
use crate::model::FAST;
use crate::{form, store};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/netvaerk", get(show)).route("/netvaerk/skema", get(paper))
}

#[derive(Template)]
#[template(path = "network.html")]
pub(crate) struct Public {
    pub(crate) page: Page,
    pub(crate) places: Vec<Place>,
    pub(crate) coordinator: bool,
}

#[derive(Template)]
#[template(path = "network_paper.html")]
pub(crate) struct Paper {
    pub(crate) page: Page,
    pub(crate) kinds: Vec<String>,
    pub(crate) areas: Vec<String>,
    pub(crate) days: Vec<String>,
    pub(crate) parts: Vec<String>,
    pub(crate) months: Vec<String>,
    pub(crate) fasts: Vec<String>,
    pub(crate) checks: Vec<String>,
    pub(crate) address: String,
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-network", &[]));
    let mut sql = app.db.read().await?;
    let counted = store::counted(&mut sql, app.clock.today()).await?;
    let places = capacity::places(&page, &store::areas(&mut sql).await?, &counted);
    page::html(&Public { places, coordinator: visitor.municipal_roles.iter().any(|r| COORDINATORS.contains(r)), page })
}

pub(crate) fn on_paper(page: Page, areas: Vec<String>) -> Paper {
    Paper {
        kinds: Kind::ALL.map(|k| page.t(&format!("network-kind-{}", k.key()))).to_vec(),
        days: (1..=7).map(|d| page.t(&format!("network-day-{d}"))).collect(),
        parts: form::parts(&page).into_iter().map(|(_, words, hours)| format!("{words}, {hours}")).collect(),
        months: form::months(&page).into_iter().map(|m| m.1).collect(),
        fasts: FAST.map(|f| page.t(&format!("network-fast-{f}"))).to_vec(),
        checks: Check::ALL.map(|c| page.t(&format!("network-check-{}", c.key()))).to_vec(),
        address: page.app().settings.base_url.split_once("://").map_or_else(String::new, |(_, host)| format!("{host}/netvaerk")),
        areas,
        page,
    }
}

async fn paper(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "network-paper", &[]));
    let areas = store::areas(&mut app.db.read().await?).await?.into_iter().map(|a| a.1).collect();
    page::html(&on_paper(page, areas))
}
