//! Local areas: making, renaming, describing, deleting those that nothing uses.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::desk::admit;
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, page, person, space};
use uuid::Uuid;

use crate::acts::{AREA, DELETE_AREA};
use crate::people_pages::OFFICE;
use crate::store::{self, UsedArea};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/omraader", get(list).post(add))
        .route("/administration/omraader/{id}", get(edit).post(change))
        .route("/administration/omraader/{id}/slet", post(delete))
}

#[derive(Template)]
#[template(path = "areas_admin.html")]
struct List {
    page: Page,
    form: Form,
    areas: Vec<UsedArea>,
}

#[derive(Template)]
#[template(path = "area_form.html")]
struct Edit {
    page: Page,
    form: Form,
    id: Uuid,
}

async fn list_page(app: &App, visitor: &Visitor, form: Form) -> Result<List> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "areas-title", &[]));
    Ok(List { page, form, areas: app.db.read().await?.all(&store::AREAS, args![]).await? })
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&list_page(&app, &visitor, Form::default()).await?)
}

fn read(page: &Page, form: &mut Form) -> (String, String, Option<i64>) {
    form.called(page, &[("name", "field-name"), ("description", "field-description"), ("inhabitants", "area-inhabitants")]);
    (form.required(page, "name", 80), form.optional(page, "description", 1_000), form.number(page, "inhabitants", 1..=1_000_000))
}

/// A name for addresses that no other area has.
async fn free_slug(act: &mut Act<'_>, name: &str) -> Result<String> {
    let base = space::slug_of(name);
    let (mut slug, mut n) = (base.clone(), 1);
    while act.sql().count(&store::SLUG_TAKEN, args![&slug]).await? > 0 {
        n += 1;
        slug = format!("{base}-{n}");
    }
    Ok(slug)
}

async fn add(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &AREA).await?;
    let mut template = list_page(&app, &visitor, form).await?;
    let (name, description, inhabitants) = read(&template.page, &mut template.form);
    if template.areas.iter().any(|a| a.name.to_lowercase() == name.to_lowercase()) {
        let text = template.page.t("area-there");
        template.form.wrong("name", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    let (id, slug) = (act.new_id(), free_slug(&mut act, &name).await?);
    act.screen(&[("name", &name), ("description", &description)]).await?;
    act.sql().run(&store::INSERT_AREA, args![id, slug, &name, description, inhabitants]).await?;
    act.record("area", id, serde_json::json!({ "title": name })).await?;
    act.commit().await?;
    Ok(page::go("/administration/omraader", "area"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let mut sql = app.db.read().await?;
    let area: person::Area = sql.one(&person::AREA_BY_ID, args![id]).await?;
    let (inhabitants,): (Option<i64>,) = sql.one(&store::INHABITANTS, args![id]).await?;
    let number = inhabitants.map(|n| n.to_string()).unwrap_or_default();
    let form = Form::filled([("name", area.name.clone()), ("description", area.description), ("inhabitants", number)]);
    page::html(&Edit { page: Page::new(&app, &visitor, area.name), form, id })
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &AREA).await?;
    let area: person::Area = act.sql().one(&person::AREA_BY_ID, args![id]).await?;
    let mut template = Edit { page: Page::new(&app, &visitor, area.name), form, id };
    let (name, description, inhabitants) = read(&template.page, &mut template.form);
    let others: Vec<UsedArea> = act.sql().all(&store::AREAS, args![]).await?;
    if others.iter().any(|a| a.id != id && a.name.to_lowercase() == name.to_lowercase()) {
        let text = template.page.t("area-there");
        template.form.wrong("name", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    // The address stays: links to the area go on working.
    act.screen(&[("name", &name), ("description", &description)]).await?;
    act.sql().run(&store::CHANGE_AREA, args![id, &name, description, inhabitants]).await?;
    act.record("area", id, serde_json::json!({ "title": name })).await?;
    act.commit().await?;
    Ok(page::go("/administration/omraader", "area"))
}

async fn delete(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &DELETE_AREA).await?;
    let areas: Vec<UsedArea> = act.sql().all(&store::AREAS, args![]).await?;
    let area = areas.into_iter().find(|a| a.id == id).ok_or(Error::NotFound)?;
    if area.is_used() {
        return Err(Error::Refused("error-area-used"));
    }
    act.sql().run(&store::DELETE_AREA, args![id]).await?;
    act.record("area", id, serde_json::json!({ "title": area.name })).await?;
    act.commit().await?;
    Ok(page::go("/administration/omraader", "area-deleted"))
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let area = |n: i64| UsedArea {
        id: Uuid::nil(),
        slug: "x".into(),
        name: "Sandhavn <ø>".into(),
        description: "Ved kysten".into(),
        inhabitants: Some(1_200),
        spaces: n,
        organisations: n,
        people: n,
    };
    let mut wrong = Form::default();
    wrong.wrong("name", "Skriv et navn");
    vec![
        ("areas_admin", List { page: page.clone(), form: wrong.clone(), areas: vec![area(0), area(2)] }.render()),
        ("areas_admin, none", List { page: page.clone(), form: Form::default(), areas: vec![] }.render()),
        ("area_form", Edit { page: page.clone(), form: wrong, id: Uuid::nil() }.render()),
    ]
}
