//! Those who are welcome in a working group: which of them joins which group.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::space_acts;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, group, page, view};
use uuid::Uuid;

use crate::acts::{GROUP, READ};
use crate::interest_store::{self, Interest};
use crate::interests;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/pladser/arbejdsgrupper", get(show).post(save))
}

/// Somebody who is welcome, and the groups they are in.
pub(crate) struct Welcomed {
    pub(crate) interest: Interest,
    pub(crate) field: String,
    pub(crate) groups: Vec<String>,
}

#[derive(Template)]
#[template(path = "welcomed.html")]
pub(crate) struct WelcomedPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) people: Vec<Welcomed>,
    /// The groups one can be taken into: id and title.
    pub(crate) groups: Vec<(String, String)>,
    pub(crate) may_make: bool,
}

/// Everybody who is welcome in a group of the space, each once, with the groups they are in.
pub(crate) async fn welcomed(sql: &mut Sql, space: Uuid) -> Result<Vec<Welcomed>> {
    let mut groups: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for (person, _, title) in group::of_people(sql, space).await? {
        groups.entry(person).or_default().push(title);
    }
    let mut people: Vec<Welcomed> = vec![];
    for interest in interest_store::welcome(sql, space).await? {
        if people.iter().all(|w| w.interest.person_id != interest.person_id) {
            let groups = groups.remove(&interest.person_id).unwrap_or_default();
            people.push(Welcomed { field: format!("for-{}", interest.id), groups, interest });
        }
    }
    people.sort_by_key(|w| !w.groups.is_empty());
    Ok(people)
}

async fn welcomed_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<WelcomedPage> {
    let mut sql = app.db.read().await?;
    let open = group::seen(&mut sql, visitor, view.space.id).await?.into_iter().filter(|g| g.closed_at.is_none());
    Ok(WelcomedPage {
        groups: open.map(|g| (g.id.to_string(), g.title)).collect(),
        people: welcomed(&mut sql, view.space.id).await?,
        may_make: view.may(&space_acts::GROUP),
        page: Page::of_space(app, visitor, view, "recruitment-welcomed"),
        form,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&READ)?;
    page::html(&welcomed_page(&app, &visitor, &view, Form::default()).await?)
}

async fn save(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&READ)?;
    let mut shown = welcomed_page(&app, &visitor, &view, form).await?;
    let chosen: Vec<(Uuid, Uuid)> = shown
        .people
        .iter()
        .map(|w| (w.interest.id, shown.form.value(&w.field)))
        .filter(|(_, value)| shown.groups.iter().any(|(id, _)| id == value))
        .filter_map(|(interest, value)| Some((interest, value.parse().ok()?)))
        .collect();
    if chosen.is_empty() {
        let text = shown.page.t("recruitment-welcomed-choose");
        shown.form.called(&shown.page, &[("rows", "recruitment-welcomed-rows")]);
        shown.form.wrong("rows", text);
        return page::not_accepted(&shown);
    }
    // Each group is a space of its own, with its own journal: one act for each.
    for (interest, group) in chosen {
        let mut act = Act::begin(&app, &visitor, group, &GROUP).await?;
        if interests::take_in(&mut act, view.space.id, interest).await? {
            act.commit().await?;
        }
    }
    Ok(page::go(&view.under("pladser/arbejdsgrupper"), "welcomed"))
}
