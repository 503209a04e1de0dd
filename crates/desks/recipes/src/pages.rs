//! The list of recipes, one in plain words, its versions and how two of them differ, and the file.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Recipe;
use samskab_platform::{App, Error, Page, Result, Visitor, desk, page};
use serde::Deserialize;

use crate::acts::COOKS;
use crate::difference::{self, Line};
use crate::fields::Preview;
use crate::store::{self, Version};

/// Where the recipes are.
pub(crate) const HOME: &str = "/administration/opskrifter";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/opskrifter", get(list))
        .route("/administration/opskrifter/{key}", get(show))
        .route("/administration/opskrifter/{key}/fil", get(file))
        .route("/administration/opskrifter/{key}/udgaver", get(versions))
        .route("/administration/opskrifter/{key}/sammenlign", get(compare))
}

/// A recipe on the list.
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) version: u32,
    pub(crate) used: i64,
    pub(crate) group: bool,
    pub(crate) own: bool,
    pub(crate) retired: bool,
    /// Its tools are not all here.
    pub(crate) lacking: bool,
}

#[derive(Template)]
#[template(path = "recipes.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "recipe.html")]
pub(crate) struct RecipePage {
    pub(crate) page: Page,
    pub(crate) row: Row,
    pub(crate) preview: Preview,
    /// The program came with one of this name too, and the municipality's is another.
    pub(crate) differs_from_program: bool,
}

#[derive(Template)]
#[template(path = "recipe_versions.html")]
pub(crate) struct VersionsPage {
    pub(crate) page: Page,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) versions: Vec<Version>,
    pub(crate) from_file: Option<u32>,
}

#[derive(Template)]
#[template(path = "recipe_compare.html")]
pub(crate) struct ComparePage {
    pub(crate) page: Page,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) changes: Vec<String>,
    pub(crate) lines: Vec<Line>,
    /// The version one can go back to from here: its name in the address.
    pub(crate) back: Option<String>,
}

/// A recipe and its text, as they are now.
pub(crate) async fn current(sql: &mut Sql, app: &App, key: &str) -> Result<(std::sync::Arc<Recipe>, String)> {
    let recipes = app.recipes();
    let recipe = recipes.get(key).ok_or(Error::NotFound)?.clone();
    let text = match store::text(sql, key, i64::from(recipe.version)).await? {
        Some(text) => text,
        None => recipes.file(key).map(|f| f.text.to_string()).unwrap_or_default(),
    };
    Ok((recipe, text))
}

fn row(app: &App, page: &Page, recipe: &Recipe, used: &[(String, i64)], own: &[String]) -> Row {
    let (recipes, words) = (app.recipes(), recipe.words(page.lang));
    Row {
        key: recipe.key.clone(),
        name: words.name.clone(),
        description: words.description.clone(),
        version: recipe.version,
        group: recipe.group,
        used: used.iter().find(|u| u.0 == recipe.key).map_or(0, |u| u.1),
        own: own.contains(&recipe.key) || recipes.file(&recipe.key).is_none(),
        retired: recipes.is_retired(&recipe.key),
        lacking: recipe.tools.iter().any(|t| app.tool(t).is_none()),
    }
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let mut sql = app.db.read().await?;
    let (used, own) = (store::used(&mut sql).await?, store::own(&mut sql).await?);
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "admin-recipes", &[]));
    let mut rows: Vec<Row> = app.recipes().all().map(|r| row(&app, &page, r, &used, &own)).collect();
    rows.sort_by_key(|r| (r.retired, r.name.to_lowercase()));
    page::html(&ListPage { page, rows })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let mut sql = app.db.read().await?;
    let (recipe, text) = current(&mut sql, &app, &key).await?;
    let (used, own) = (store::used(&mut sql).await?, store::own(&mut sql).await?);
    let page = Page::new(&app, &visitor, recipe.words(visitor.lang).name.clone());
    let row = row(&app, &page, &recipe, &used, &own);
    let differs_from_program = row.own && app.recipes().file(&key).is_some_and(|f| *f.text != *text);
    page::html(&RecipePage { preview: Preview::of(&page, &recipe), row, differs_from_program, page })
}

/// The recipe as a file, to be kept or given to another municipality.
async fn file(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (recipe, text) = current(&mut app.db.read().await?, &app, &key).await?;
    let name = format!("attachment; filename=\"{}-{}.toml\"", recipe.key, recipe.version);
    Ok(([(CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}

async fn versions(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let recipe = app.recipe(&key).ok_or(Error::NotFound)?;
    let versions = store::versions(&mut app.db.read().await?, &key).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "recipes-versions", &[]));
    let from_file = versions.is_empty().then_some(recipe.version);
    page::html(&VersionsPage { name: recipe.words(visitor.lang).name.clone(), key, versions, from_file, page })
}

#[derive(Deserialize)]
struct Two {
    fra: String,
    til: String,
}

/// A version by its name in an address: a number, or `program` for the one that came with the program.
pub(crate) async fn version(sql: &mut Sql, app: &App, page: &Page, key: &str, name: &str) -> Result<(Recipe, String, String)> {
    let (text, called) = if name == "program" {
        let file = app.recipes().file(key).cloned().ok_or(Error::NotFound)?;
        (file.text.to_string(), page.t("recipes-of-program"))
    } else {
        let number: i64 = name.parse().map_err(|_| Error::NotFound)?;
        (store::text(sql, key, number).await?.ok_or(Error::NotFound)?, page.t1("recipes-version-n", "n", number))
    };
    let recipe = Recipe::parse(key, &text).map_err(|_| Error::Refused("recipes-unreadable"))?;
    Ok((recipe, text, called))
}

async fn compare(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, Query(two): Query<Two>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let mut sql = app.db.read().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "recipes-compare", &[]));
    let (old, old_text, from) = version(&mut sql, &app, &page, &key, &two.fra).await?;
    let (new, new_text, to) = version(&mut sql, &app, &page, &key, &two.til).await?;
    let now = app.recipe(&key).ok_or(Error::NotFound)?;
    page::html(&ComparePage {
        changes: difference::in_words(&page, &old.labelled(&app.words), &new.labelled(&app.words)),
        lines: difference::in_lines(&old_text, &new_text),
        back: (two.fra != now.version.to_string()).then_some(two.fra),
        name: now.words(visitor.lang).name.clone(),
        key,
        from,
        to,
        page,
    })
}
