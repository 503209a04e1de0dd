//! Changing recipes: a copy of one's own, the form for the common things, going back, not offering one any more.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::recipe::Recipe;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page, space};

use crate::acts::{self, COOKS, COPY, GO_BACK, OFFER, RETIRE};
use crate::brackets;
use crate::check;
use crate::check_pages::{self, Checked};
use crate::fields::Rows;
use crate::form::{from_form, rearrange, to_form};
use crate::pages::{HOME, current, version};
use crate::write::to_toml;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/opskrifter/{key}/kopi", get(ask_copy).post(copy))
        .route("/administration/opskrifter/{key}/ret", get(edit).post(change))
        .route("/administration/opskrifter/{key}/tilbud", post(offer))
        .route("/administration/opskrifter/{key}/tilbage", post(go_back))
}

#[derive(Template)]
#[template(path = "recipe_copy.html")]
pub(crate) struct CopyPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) key: String,
    pub(crate) name: String,
}

#[derive(Template)]
#[template(path = "recipe_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) rows: Rows,
    /// Spaces made from it keep the version they were made with.
    pub(crate) used: i64,
}

fn copy_page(app: &App, visitor: &Visitor, recipe: &Recipe, form: Form) -> CopyPage {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "recipes-copy", &[]));
    CopyPage { page, form, key: recipe.key.clone(), name: recipe.words(visitor.lang).name.clone() }
}

async fn ask_copy(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let recipe = app.recipe(&key).ok_or(Error::NotFound)?;
    page::html(&copy_page(&app, &visitor, &recipe, Form::default()))
}

/// A recipe as its text has it: the municipality's labels are not put in.
fn as_written(now: &Recipe, text: &str) -> Recipe {
    Recipe::parse(&now.key, text).unwrap_or_else(|_| now.clone())
}

/// A key no recipe has, made from a name.
fn free_key(app: &App, name: &str) -> String {
    let base: String = space::slug_of(name).replace('-', "_").chars().take(34).collect();
    let base = base.trim_matches('_').to_owned();
    let recipes = app.recipes();
    let free = |key: &String| recipes.get(key).is_none();
    std::iter::once(base.clone()).chain((2..10_000).map(|n| format!("{base}_{n}"))).find(free).unwrap_or(base)
}

async fn copy(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (recipe, text) = current(&mut app.db.read().await?, &app, &key).await?;
    let mut asked = copy_page(&app, &visitor, &recipe, form);
    let (page, form) = (&asked.page, &mut asked.form);
    form.called(page, &[("name_da", "recipes-name-da"), ("name_en", "recipes-name-en")]);
    let (da, en) = (form.required(page, "name_da", 60), form.required(page, "name_en", 60));
    let taken = |name: &str| app.recipes().all().any(|r| r.da.name.eq_ignore_ascii_case(name));
    if form.ok() && taken(&da) {
        form.wrong("name_da", page.t("recipes-name-taken"));
    }
    if !form.ok() {
        return page::not_accepted(&asked);
    }
    let mut new = Recipe { key: free_key(&app, &da), version: 1, ..as_written(&recipe, &text) };
    new.da.name = da;
    new.en.name = en;
    let mut act = Act::begin_at_desk(&app, &visitor, &COPY).await?;
    acts::write(&mut act, &new, &to_toml(&new, &text), &asked.page.t1("recipes-copy-note", "name", &asked.name)).await?;
    act.commit().await?;
    Ok(page::go(&format!("{HOME}/{}/ret", new.key), "recipe-copied"))
}

async fn edit_page(app: &App, visitor: &Visitor, recipe: &Recipe, mut form: Form, base: i64) -> Result<EditPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "recipes-edit", &[]));
    let used = crate::store::used(&mut app.db.read().await?).await?.into_iter().find(|u| u.0 == recipe.key).map_or(0, |u| u.1);
    form.set("base", base.to_string());
    let rows = Rows::of(app, &page, &mut form, recipe);
    let name = app.recipe(&recipe.key).map_or_else(String::new, |r| r.words(visitor.lang).name.clone());
    Ok(EditPage { page, form, key: recipe.key.clone(), name, rows, used })
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (now, text) = current(&mut app.db.read().await?, &app, &key).await?;
    form_again(&app, &visitor, &as_written(&now, &text), i64::from(now.version)).await
}

/// The form again, from a text that can be read.
pub(crate) async fn form_again(app: &App, visitor: &Visitor, recipe: &Recipe, base: i64) -> Result<Response> {
    page::html(&edit_page(app, visitor, recipe, to_form(&brackets::shown(app, recipe)), base).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (now, text) = current(&mut app.db.read().await?, &app, &key).await?;
    let base = form.value("base").parse().unwrap_or(0);
    let mut recipe = brackets::kept(&app, &from_form(&app, &form, &now), &text);
    let button = form.value("do").to_owned();
    if rearrange(&mut recipe, &button) {
        return form_again(&app, &visitor, &recipe, base).await;
    }
    let typed = to_toml(&recipe, &text);
    if button == "text" {
        return check_pages::text_page(&app, &visitor, Some(&key), &typed, base).await;
    }
    let tools: Vec<&str> = app.tools.iter().map(|t| t.name).collect();
    let faults = check::faults(&tools, &recipe);
    if faults.is_empty() {
        let checked = Checked { key: Some(&key), recipe: &recipe, text: &typed, base, note: form.value("note"), by_form: true };
        return page::html(&check_pages::check_page(&app, &visitor, &checked).await?);
    }
    let mut edit = edit_page(&app, &visitor, &recipe, form, base).await?;
    let mut faults: Vec<_> = faults.into_iter().map(|(_, fault)| fault).collect();
    let order = edit.rows.order();
    faults.sort_by_key(|f| order.iter().position(|field| *field == f.field).unwrap_or(usize::MAX));
    for fault in faults {
        let said = fault.say(&edit.page);
        edit.form.wrong(&fault.field, said);
    }
    page::not_accepted(&edit)
}

async fn offer(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let retired = form.value("offered") == "no";
    let mut act = Act::begin_at_desk(&app, &visitor, if retired { &RETIRE } else { &OFFER }).await?;
    acts::retire(&mut act, &key, retired).await?;
    act.commit().await?;
    Ok(page::go(&format!("{HOME}/{key}"), if retired { "recipe-retired" } else { "recipe-offered" }))
}

async fn go_back(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let page = Page::new(&app, &visitor, String::new());
    let (_, text, called) = version(&mut app.db.read().await?, &app, &page, &key, form.value("version")).await?;
    // An old version may name a tool that is gone.
    let recipe = check::read(&app, &text).map_err(|_| Error::Refused("recipes-unreadable"))?;
    let mut act = Act::begin_at_desk(&app, &visitor, &GO_BACK).await?;
    acts::write(&mut act, &recipe, &text, &page.t1("recipes-back-note", "version", called)).await?;
    act.commit().await?;
    Ok(page::go(&format!("{HOME}/{key}"), "recipe-back"))
}
