//! Taking in a recipe from a file or from a text.

use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::upload::{self, Refusal, Room};
use samskab_platform::{App, Form, Page, Result, Visitor, desk, page};

use crate::acts::COOKS;
use crate::check;
use crate::check_pages::{Checked, LONGEST, check_page, refused};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/administration/opskrifter/hent-ind", get(ask).post(take))
}

#[derive(Template)]
#[template(path = "recipe_import.html")]
pub(crate) struct ImportPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

fn import_page(app: &App, visitor: &Visitor, mut form: Form) -> ImportPage {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "recipes-import", &[]));
    form.called(&page, &[("file", "recipes-import-file"), ("text", "recipes-import-text")]);
    ImportPage { page, form }
}

async fn ask(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    page::html(&import_page(&app, &visitor, Form::default()))
}

async fn take(State(app): State<App>, visitor: Visitor, request: Request) -> Result<Response> {
    desk::admit(&visitor, COOKS)?;
    let (form, files) = upload::read(request, Room { file: LONGEST, files: 1, text: LONGEST }).await?;
    let mut asked = import_page(&app, &visitor, form);
    let text = match files.into_iter().find(|f| f.field == "file") {
        Some(file) => file.text().unwrap_or_else(|refusal| {
            let said = if refusal == Refusal::NotText { asked.page.t("recipes-import-not-text") } else { refusal.say(&asked.page) };
            asked.form.wrong("file", said);
            String::new()
        }),
        None => asked.form.value("text").to_owned(),
    };
    let text = text.replace("\r\n", "\n");
    if asked.form.ok() && text.trim().is_empty() {
        asked.form.wrong("file", asked.page.t("recipes-import-nothing"));
    }
    if !asked.form.ok() {
        return page::not_accepted(&asked);
    }
    let now = |key: &str| app.recipe(key).map_or(0, |r| i64::from(r.version));
    match check::read(&app, &text) {
        Ok(recipe) => {
            let checked = Checked { key: None, recipe: &recipe, text: &text, base: now(&recipe.key), note: "", by_form: false };
            page::html(&check_page(&app, &visitor, &checked).await?)
        }
        Err(faults) => refused(&app, &visitor, None, &text, 0, &faults),
    }
}
