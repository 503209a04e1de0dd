//! Lists of spaces, areas, and making a new space from a recipe.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::args;
use crate::assurance::Assurance;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::{self, Page};
use crate::pages::front::{Note, may_create, notes};
use crate::pages::narrowing::{self, Asked};
use crate::paging::Paging;
use crate::person::{self, Area, Organisation};
use crate::space::{self, Listed};
use crate::space_acts::{self, Beginning, CREATE};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "spaces.html")]
struct Spaces {
    page: Page,
    heading: String,
    intro: String,
    spaces: Vec<Note>,
    organisations: Vec<Organisation>,
    may_create: bool,
    form: Form,
    paging: Paging,
    narrowed: bool,
    kinds: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    stages: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "areas.html")]
struct Areas {
    page: Page,
    areas: Vec<Area>,
}

#[derive(Template)]
#[template(path = "new_space.html")]
struct NewSpacePage {
    page: Page,
    form: Form,
    recipes: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    visibilities: Vec<(String, String)>,
    /// How surely people may have to sign in; only the lowest where nobody can do better here.
    levels: Vec<(String, String)>,
    /// There are higher levels here than the visitor's own session.
    beyond: bool,
}

/// Spaces on a page of a list.
const PAGE: usize = 24;

pub(crate) async fn list(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-spaces", &[]));
    let may_create = may_create(&app, &visitor).await?;
    let mut sql = app.db.read().await?;
    let all_areas = person::areas(&mut sql).await?;
    let recipes = app.recipes();
    let listed = Listed {
        person: visitor.person.as_ref().map(|p| p.id),
        recipe: recipes.get(&asked.slags).map(|r| r.key.clone()),
        area: asked.area(&all_areas).map(|a| a.id),
        stage: asked.stage(),
        own: asked.mine == "ja",
        assurance: visitor.assurance,
    };
    let narrowed = listed.own || listed.recipe.is_some() || listed.area.is_some() || listed.stage.is_some();
    let paging = asked.paging("/forloeb", space::count(&mut sql, &listed).await?, PAGE);
    let spaces = notes(&app, &page, space::list(&mut sql, &listed, PAGE, paging.skipped(PAGE)).await?);
    let template = Spaces {
        heading: page.t("nav-spaces"),
        intro: page.t("spaces-lead"),
        spaces,
        organisations: vec![],
        may_create,
        form: asked.form(),
        narrowed,
        kinds: recipes.all().filter(|r| !r.group).map(|r| (r.key.clone(), r.words(page.lang).name.clone())).collect(),
        areas: narrowing::areas(&all_areas),
        stages: narrowing::stages(&page),
        paging,
        page,
    };
    page::html(&template)
}

pub(crate) async fn areas(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "nav-areas", &[]));
    page::html(&Areas { page, areas: person::areas(&mut app.db.read().await?).await? })
}

pub(crate) async fn area(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let area: Area = sql.one(&person::AREA_BY_SLUG, args![slug]).await?;
    let page = Page::new(&app, &visitor, area.name.clone());
    let organisations = sql.all(&person::ORGANISATIONS_OF_AREA, args![area.id]).await?;
    let listed = Listed { person: visitor.person.as_ref().map(|p| p.id), area: Some(area.id), assurance: visitor.assurance, ..Listed::default() };
    let paging = Paging::new(&format!("/omraader/{}", area.slug), &[], asked.number(), space::count(&mut sql, &listed).await?, PAGE);
    let spaces = notes(&app, &page, space::list(&mut sql, &listed, PAGE, paging.skipped(PAGE)).await?);
    let template = Spaces {
        page,
        heading: area.name,
        intro: area.description,
        spaces,
        organisations,
        may_create: false,
        form: Form::default(),
        paging,
        narrowed: false,
        kinds: vec![],
        areas: vec![],
        stages: vec![],
    };
    page::html(&template)
}

async fn new_page(app: &App, visitor: &Visitor, form: Form) -> Result<NewSpacePage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "space-new", &[]));
    let areas = person::areas(&mut app.db.read().await?).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect();
    let words = |r: &crate::recipe::Recipe| format!("{}: {}", r.words(visitor.lang).name, r.words(visitor.lang).description);
    let recipes = app.recipes().offered().map(|r| (r.key.clone(), words(r))).collect();
    // Sealed spaces need sealed text; they are not offered until the program has it.
    let offered = [Visibility::Public, Visibility::Registered, Visibility::Members];
    let visibilities = offered.iter().map(|v| (v.key().to_owned(), page.t(&format!("visibility-{}-long", v.key())))).collect();
    // One cannot ask for more than one's own session has: that would shut the asker out.
    let within = Assurance::ALL.into_iter().filter(|level| *level <= visitor.assurance);
    let levels = within.map(|level| (level.key().to_owned(), page.t(&format!("level-{}", level.key())))).collect();
    let beyond = app.settings.provider.iter().any(|provider| provider.reaches() > visitor.assurance);
    Ok(NewSpacePage { page, form, recipes, areas, visibilities, levels, beyond })
}

pub(crate) async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    if !may_create(&app, &visitor).await? {
        return Err(if visitor.person.is_none() { Error::SignIn } else { Error::Forbidden(CREATE.name) });
    }
    page::html(
        &new_page(&app, &visitor, Form::filled([("visibility", Visibility::Public.key().to_owned()), ("level", Assurance::Low.key().to_owned())])).await?,
    )
}

pub(crate) async fn create(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let municipality = app.municipality_space().await?;
    let mut act = Act::begin(&app, &visitor, municipality.id, &CREATE).await?;
    let mut new = new_page(&app, &visitor, form).await?;
    let (page, form) = (&new.page, &mut new.form);
    form.called(
        page,
        &[
            ("recipe", "space-recipe"),
            ("title", "space-title"),
            ("summary", "space-summary"),
            ("area", "space-area"),
            ("visibility", "space-visibility"),
            ("level", "space-level"),
        ],
    );
    let offered = app.recipes();
    let recipe = offered.offered().find(|r| r.key == form.value("recipe"));
    let recipe = form.need(page, "recipe", recipe);
    let title = form.required(page, "title", 120);
    let summary = form.required(page, "summary", 400);
    let offered = new.areas.iter().filter_map(|(id, _)| id.parse().ok());
    let area = form.choice(page, "area", offered);
    let visibility = Visibility::of(form.value("visibility")).filter(|v| *v != Visibility::Sealed);
    let visibility = form.need(page, "visibility", visibility);
    // With only one to choose there is no question.
    let level = if new.levels.len() == 1 && form.value("level").is_empty() { Some(Assurance::Low) } else { Assurance::of(form.value("level")) };
    let level = level.filter(|level| *level <= visitor.assurance);
    let level = form.need(page, "level", level);
    let (Some(recipe), Some(visibility), Some(assurance), true) = (recipe, visibility, level, form.ok()) else {
        return page::not_accepted(&new);
    };
    let slug = space_acts::create(&mut act, &Beginning { recipe, title: &title, summary: &summary, area, visibility, assurance }).await?;
    act.commit().await?;
    Ok(page::go(&format!("/forloeb/{slug}"), "space"))
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mut form = Form::filled([("title", "Ungepolitik".to_owned())]);
    form.wrong("recipe", "Vælg en");
    let recipes = vec![("a".to_owned(), "A".to_owned())];
    let list = Spaces {
        page: page.clone(),
        heading: "Forløb".into(),
        intro: String::new(),
        spaces: vec![],
        organisations: vec![],
        may_create: true,
        form: Form::default(),
        paging: Paging::new("/forloeb", &[("trin", "team")], Some(2), 100, PAGE),
        narrowed: true,
        kinds: recipes.clone(),
        areas: recipes.clone(),
        stages: recipes.clone(),
    };
    vec![
        ("spaces", list.render()),
        ("areas", Areas { page: page.clone(), areas: vec![] }.render()),
        (
            "new_space",
            NewSpacePage {
                page: page.clone(),
                form,
                levels: recipes.iter().chain(&recipes).cloned().collect(),
                beyond: true,
                recipes,
                areas: vec![],
                visibilities: vec![],
            }
            .render(),
        ),
    ]
}
