//! Working groups on the page of the space they belong to, and making one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::{self, Page};
use crate::space::Space;
use crate::space_acts::{self, GROUP, NewGroup};
use crate::view::{self, SpaceView};
use crate::visitor::Visitor;
use crate::{group, person};

/// The column of the overview in which a tool says what comes next in a space.
const NEXT: &str = "glance-next-meeting";

/// A group as the page of its space shows it.
struct GroupCard {
    space: Space,
    participants: i64,
    /// What comes next, in words; empty: nothing is planned.
    next: String,
}

/// The groups of a space.
#[derive(Template)]
#[template(path = "groups.html")]
struct Groups<'a> {
    page: &'a Page,
    groups: Vec<GroupCard>,
    /// Where one is made, by those who may.
    new: Option<String>,
}

#[derive(Template)]
#[template(path = "group_new.html")]
struct NewPage {
    page: Page,
    form: Form,
    recipes: Vec<(String, String)>,
    people: Vec<(String, String)>,
    visibilities: Vec<(String, String)>,
}

/// The section of a space's page about its groups; nothing where there is none and the visitor may not make one.
pub(super) async fn section(sql: &mut Sql, visitor: &Visitor, view: &SpaceView, page: &Page) -> Result<Option<String>> {
    let seen = group::seen(sql, visitor, view.space.id).await?;
    let new = (!view.space.is_group() && view.may(&GROUP)).then(|| view.under("arbejdsgrupper/ny"));
    if seen.is_empty() && new.is_none() {
        return Ok(None);
    }
    let participants = if seen.is_empty() { Default::default() } else { group::participants(sql, view.space.id).await? };
    let mut next = vec![];
    for tool in page.app().tools.iter().filter(|t| !seen.is_empty() && t.columns.contains(&NEXT)) {
        next.extend((tool.glance)(sql, &seen, page).await?.into_iter().filter(|g| g.column == NEXT));
    }
    let card = |space: Space| GroupCard {
        participants: participants.get(&space.id).copied().unwrap_or(0),
        next: next.iter().find(|g| g.space == space.id).map(|g| g.text.clone()).unwrap_or_default(),
        space,
    };
    Ok(Some(Groups { page, groups: seen.into_iter().map(card).collect(), new }.render()?))
}

async fn new_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<NewPage> {
    let page = Page::of_space(app, visitor, view, "group-new");
    let recipes = app.recipes().for_groups().map(|r| (r.key.clone(), format!("{}: {}", r.words(page.lang).name, r.words(page.lang).description))).collect();
    let people = person::of_space(&mut app.db.read().await?, view.space.id).await?.into_iter().map(|(id, name, _, _)| (id.to_string(), name)).collect();
    let offered = Visibility::ALL.into_iter().filter(|v| *v != Visibility::Sealed && group::visibility_within(view.space.visibility, *v) == *v);
    let visibilities = offered.map(|v| (v.key().to_owned(), page.t(&format!("visibility-{}-long", v.key())))).collect();
    Ok(NewPage { page, form, recipes, people, visibilities })
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("arbejdsgrupper");
    view.demand(&GROUP)?;
    if view.space.is_group() {
        return Err(Error::Refused("group-within"));
    }
    let form = Form::filled([("visibility", view.space.visibility.key().to_owned())]);
    page::html(&new_page(&app, &visitor, &view, form).await?)
}

pub(super) async fn make(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("arbejdsgrupper");
    let mut act = Act::begin(&app, &visitor, view.space.id, &GROUP).await?;
    let mut shown = new_page(&app, &visitor, &view, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("title", "group-title"), ("task", "group-task"), ("leader", "group-leader")]);
    form.called(page, &[("recipe", "space-recipe"), ("visibility", "space-visibility")]);
    let recipes = app.recipes();
    // With only one to choose there is no question.
    let recipe = recipes.for_groups().find(|r| shown.recipes.len() == 1 || r.key == form.value("recipe"));
    let recipe = form.need(page, "recipe", recipe);
    let title = form.required(page, "title", 120);
    let task = form.required(page, "task", 400);
    let leader = form.choice(page, "leader", shown.people.iter().filter_map(|(id, _)| id.parse().ok()));
    let visibility = Visibility::of(form.value("visibility")).filter(|v| shown.visibilities.iter().any(|(key, _)| key == v.key()));
    let visibility = if shown.visibilities.len() < 2 { Some(view.space.visibility) } else { form.need(page, "visibility", visibility) };
    let (Some(recipe), Some(visibility), true) = (recipe, visibility, form.ok()) else { return page::not_accepted(&shown) };
    let (_, slug) = space_acts::make_group(&mut act, &NewGroup { recipe, title: &title, task: &task, leader, visibility }).await?;
    act.commit().await?;
    Ok(page::go(&format!("/forloeb/{slug}"), "group"))
}

pub(super) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mut form = Form::filled([("title", "<Bussen>".to_owned())]);
    form.wrong("task", "Skriv opgaven");
    let two = || vec![("a".to_owned(), "A".to_owned()), ("b".to_owned(), "B".to_owned())];
    let card = |closed: bool| {
        let space = page.space.as_ref().map(|view| Space { title: "<Bussen>".into(), closed_at: closed.then_some(page.now), ..view.space.clone() });
        space.map(|space| GroupCard { space, participants: 3, next: if closed { String::new() } else { "1. maj".into() } })
    };
    let list = |new: bool| Groups { page, groups: [card(false), card(true)].into_iter().flatten().collect(), new: new.then(|| "/ny".to_owned()) };
    vec![
        ("groups", list(true).render()),
        ("groups, none", Groups { page, groups: vec![], new: Some("/ny".into()) }.render()),
        ("group_new", NewPage { page: page.clone(), form, recipes: two(), people: two(), visibilities: two() }.render()),
    ]
}
