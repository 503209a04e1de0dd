//! A recipe as text, and the look before it is saved: what changes, and how it will be met.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::recipe::Recipe;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page};

use crate::acts::{self, COOKS, IMPORT, WRITE};
use crate::change_pages::form_again;
use crate::check::{self, Fault};
use crate::difference::{self, Line};
use crate::fields::Preview;
use crate::pages::{HOME, current};

/// The longest recipe, in bytes: ten times the longest that comes with the program.
pub(crate) const LONGEST: usize = 100_000;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/opskrifter/{key}/tekst", get(text).post(send))
        .route("/administration/opskrifter/hent-ind/tekst", axum::routing::post(send_import))
}

/// A line around a fault.
pub(crate) struct Shown {
    pub(crate) number: usize,
    pub(crate) text: String,
    pub(crate) marked: bool,
}

/// A fault with the lines around it.
pub(crate) struct Told {
    pub(crate) line: usize,
    pub(crate) said: String,
    pub(crate) around: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "recipe_text.html")]
pub(crate) struct TextPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Missing: a recipe that is being taken in.
    pub(crate) key: Option<String>,
    pub(crate) action: String,
    pub(crate) told: Vec<Told>,
}

#[derive(Template)]
#[template(path = "recipe_check.html")]
pub(crate) struct CheckPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) key: Option<String>,
    pub(crate) action: String,
    /// What it is compared with; missing: there is no recipe of this key.
    pub(crate) against: Option<String>,
    pub(crate) changes: Vec<String>,
    pub(crate) lines: Vec<Line>,
    pub(crate) preview: Preview,
    pub(crate) by_form: bool,
}

/// A recipe that was found good.
pub(crate) struct Checked<'a> {
    pub(crate) key: Option<&'a str>,
    pub(crate) recipe: &'a Recipe,
    pub(crate) text: &'a str,
    pub(crate) base: i64,
    pub(crate) note: &'a str,
    pub(crate) by_form: bool,
}

fn action(key: Option<&str>) -> String {
    format!("{HOME}/{}/tekst", key.unwrap_or("hent-ind"))
}

fn text_template(app: &App, visitor: &Visitor, key: Option<&str>, text: &str, base: i64, faults: &[Fault]) -> TextPage {
    let word = if key.is_some() { "recipes-text" } else { "recipes-import" };
    let page = Page::new(app, visitor, app.words.say(visitor.lang, word, &[]));
    let mut form = Form::filled([("text", text.to_owned()), ("base", base.to_string())]);
    form.called(&page, &[("text", "recipes-text")]);
    let lines: Vec<&str> = text.lines().collect();
    let told = faults.iter().map(|f| {
        let from = f.line.saturating_sub(3).min(lines.len());
        let around = (from..lines.len().min(f.line + 2)).map(|i| Shown { number: i + 1, text: lines[i].to_owned(), marked: i + 1 == f.line });
        Told { line: f.line, said: f.say(&page), around: around.collect() }
    });
    let told: Vec<Told> = told.collect();
    for t in &told {
        let said = page.t2("recipes-fault-line", "line", t.line, "what", &t.said);
        form.wrong("text", said);
    }
    TextPage { page, form, key: key.map(str::to_owned), action: action(key), told }
}

/// The text to be changed.
pub(crate) async fn text_page(app: &App, visitor: &Visitor, key: Option<&str>, text: &str, base: i64) -> Result<Response> {
    page::html(&text_template(app, visitor, key, text, base, &[]))
}

/// The text with what is wrong in it.
pub(crate) fn refused(app: &App, visitor: &Visitor, key: Option<&str>, text: &str, base: i64, faults: &[Fault]) -> Result<Response> {
    page::not_accepted(&text_template(app, visitor, key, text, base, faults))
}

async fn text(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (recipe, text) = current(&mut app.db.read().await?, &app, &key).await?;
    text_page(&app, &visitor, Some(&key), &text, i64::from(recipe.version)).await
}

/// The look before it is saved.
pub(crate) async fn check_page(app: &App, visitor: &Visitor, checked: &Checked<'_>) -> Result<CheckPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "recipes-check", &[]));
    let mut form = Form::filled([("text", checked.text.to_owned()), ("base", checked.base.to_string()), ("note", checked.note.to_owned())]);
    form.called(&page, &[("note", "recipes-note")]);
    let recipe = checked.recipe.labelled(&app.words);
    let (against, changes, lines) = match current(&mut app.db.read().await?, app, &checked.recipe.key).await {
        Ok((old, old_text)) => {
            let called = page.t2("recipes-against", "name", &old.words(page.lang).name, "version", old.version);
            (Some(called), difference::in_words(&page, &old, &recipe), difference::in_lines(&old_text, checked.text))
        }
        Err(Error::NotFound) => (None, vec![], vec![]),
        Err(e) => return Err(e),
    };
    let preview = Preview::of(&page, &recipe);
    Ok(CheckPage { page, form, key: checked.key.map(str::to_owned), action: action(checked.key), against, changes, lines, preview, by_form: checked.by_form })
}

async fn send(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    app.recipe(&key).ok_or(Error::NotFound)?;
    handle(&app, &visitor, Some(&key), form).await
}

async fn send_import(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    handle(&app, &visitor, None, form).await
}

/// What the buttons of both pages do: `see` and `save` judge the text, `edit` shows it, `form` shows the form.
async fn handle(app: &App, visitor: &Visitor, key: Option<&str>, form: Form) -> Result<Response> {
    let text = form.value("text").replace("\r\n", "\n");
    let base = form.value("base").parse().unwrap_or(0);
    if text.len() > LONGEST {
        return Err(Error::BadRequest("error-form"));
    }
    let button = form.value("do");
    if button == "edit" {
        return text_page(app, visitor, key, &text, base).await;
    }
    let mut recipe = match check::read(app, &text) {
        Ok(recipe) => recipe,
        Err(faults) => return refused(app, visitor, key, &text, base, &faults),
    };
    if key.is_some_and(|key| recipe.key != key) {
        return refused(app, visitor, key, &text, base, &[Fault::of_key(&text, key.unwrap_or_default())]);
    }
    let now = app.recipe(&recipe.key).map_or(0, |r| i64::from(r.version));
    recipe.version = u32::try_from(now).unwrap_or(0);
    if button == "form" && key.is_some() {
        return form_again(app, visitor, &recipe, base).await;
    }
    let checked = Checked { key, recipe: &recipe, text: &text, base, note: form.value("note"), by_form: form.value("by_form") == "yes" };
    let mut check = check_page(app, visitor, &checked).await?;
    if button != "save" {
        return page::html(&check);
    }
    let note = match check.against {
        Some(_) => check.form.required(&check.page, "note", 300),
        None => check.form.optional(&check.page, "note", 300),
    };
    if base != now {
        check.form.wrong("note", check.page.t("recipes-changed-meanwhile"));
        check.form.set("base", now.to_string());
    }
    if !check.form.ok() {
        return page::not_accepted(&check);
    }
    let mut act = Act::begin_at_desk(app, visitor, if key.is_some() { &WRITE } else { &IMPORT }).await?;
    acts::write(&mut act, &recipe, &text, &note).await?;
    act.commit().await?;
    Ok(page::go(&format!("{HOME}/{}", recipe.key), if key.is_some() { "recipe-saved" } else { "recipe-imported" }))
}
