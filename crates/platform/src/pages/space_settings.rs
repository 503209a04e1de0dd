//! What a space is called, where it belongs, who may see it; closing it and opening it again.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::Form;
use crate::group::{self, visibility_within};
use crate::hold::{self, Hold};
use crate::page::{self, Page};
use crate::person;
use crate::space::{self, Space};
use crate::space_acts::{self, CLOSE, REOPEN, SETTLE, Settling};
use crate::tool;
use crate::view::{self, SpaceView};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "space_settings.html")]
struct Settings {
    page: Page,
    form: Form,
    areas: Vec<(String, String)>,
    visibilities: Vec<(String, String)>,
    /// Making the space more open lets more people read what is there already.
    opens: bool,
    hold: Option<Hold>,
    closed: bool,
    visibility_hint: String,
    /// Working groups that would be closed with it.
    groups: usize,
    /// What is still open, a line for each kind; it is carried on also when the space is closed.
    unfinished: Vec<String>,
}

async fn settings(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<Settings> {
    let page = Page::of_space(app, visitor, view, if view.space.is_group() { "group-settle" } else { "space-settle" });
    let visibility_hint = if view.space.is_group() { page.t("group-visibility-hint") } else { String::new() };
    let mut sql = app.db.read().await?;
    let areas = person::areas(&mut sql).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect();
    let hold = hold::blocked(&mut sql, hold::Held::Space(view.space.id), page.today()).await?;
    // Sealed spaces are made sealed: a space does not become one afterwards, nor the other way round.
    let sealed = view.space.visibility == Visibility::Sealed;
    // A working group is never more open than the space it belongs to.
    let most_open = match view.space.committee_id {
        Some(committee) => space::by_id(&mut sql, committee).await?.visibility,
        None => Visibility::Public,
    };
    let offered = Visibility::ALL.into_iter().filter(|v| (*v == Visibility::Sealed) == sealed && visibility_within(most_open, *v) == *v);
    let word = |v: &Visibility| if *v == Visibility::Sealed { "visibility-sealed".to_owned() } else { format!("visibility-{}-long", v.key()) };
    let visibilities = offered.map(|v| (v.key().to_owned(), page.t(&word(&v)))).collect();
    let opens = form.error("seen").is_some();
    let mut closing: Vec<Space> = group::of(&mut sql, view.space.id).await?.into_iter().filter(|g| g.closed_at.is_none()).collect();
    let groups = closing.len();
    closing.push(view.space.clone());
    let unfinished = tool::unfinished(&mut sql, &app.tools, &closing, &page).await?;
    Ok(Settings { closed: view.space.closed_at.is_some(), page, form, areas, visibilities, opens, hold, visibility_hint, groups, unfinished })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("indstil");
    view.demand(if view.space.closed_at.is_some() { &REOPEN } else { &SETTLE })?;
    let space = &view.space;
    let form = Form::filled([
        ("title", space.title.clone()),
        ("summary", space.summary.clone()),
        ("area", space.area_id.map(|id| id.to_string()).unwrap_or_default()),
        ("visibility", space.visibility.key().to_owned()),
    ]);
    page::html(&settings(&app, &visitor, &view, form).await?)
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("indstil");
    view.demand(&SETTLE)?;
    let mut shown = settings(&app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let (title, summary) = if view.space.is_group() { ("group-title", "group-task") } else { ("space-title", "space-summary") };
    form.called(page, &[("title", title), ("summary", summary), ("area", "space-area"), ("visibility", "space-visibility"), ("seen", "space-opens")]);
    let title = form.required(page, "title", 120);
    let summary = form.required(page, "summary", 400);
    let area = form.choice(page, "area", shown.areas.iter().filter_map(|(id, _)| id.parse().ok()));
    let visibility = Visibility::of(form.value("visibility")).filter(|v| shown.visibilities.iter().any(|(key, _)| key == v.key()));
    let visibility = form.need(page, "visibility", visibility);
    if visibility.is_some_and(|v| v < view.space.visibility) && form.value("seen") != "yes" {
        form.wrong("seen", page.t("space-opens-error"));
        shown.opens = true;
    }
    let (Some(visibility), true) = (visibility, shown.form.ok()) else {
        return page::not_accepted(&shown);
    };
    let mut act = Act::begin(&app, &visitor, view.space.id, &SETTLE).await?;
    space_acts::settle(&mut act, &Settling { title, summary, area, visibility }).await?;
    act.commit().await?;
    Ok(page::go(&view.href(), "space-settled"))
}

pub(crate) async fn close(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    space_acts::close(&mut act).await?;
    act.commit().await?;
    Ok(page::go(&view.href(), "space-closed"))
}

pub(crate) async fn reopen(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REOPEN).await?;
    space_acts::reopen(&mut act).await?;
    act.commit().await?;
    Ok(page::go(&view.href(), "space-reopened"))
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mut form = Form::filled([("title", "<Ungepolitik>".to_owned())]);
    form.wrong("seen", "Sæt kryds");
    let visibilities = vec![("public".to_owned(), "Alle".to_owned())];
    let sample = |closed, opens, form: &Form| Settings {
        page: page.clone(),
        form: form.clone(),
        areas: vec![],
        visibilities: visibilities.clone(),
        opens,
        hold: None,
        closed,
        visibility_hint: "Ikke mere åben".into(),
        groups: 2,
        unfinished: vec!["<1> aftale".into()],
    };
    vec![("space_settings", sample(false, true, &form).render()), ("space_settings, closed", sample(true, false, &Form::default()).render())]
}
