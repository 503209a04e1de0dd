//! Running a conversation: writing it, opening and closing it, looking at proposed statements, bringing one in.

use askama::Template;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::response::Response;
use samskab_opinion::polis_csv::Problem;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, ACCEPT, CLOSE, IMPORT, New, OPEN, REJECT, WRITE};
use crate::import::read_export;
use crate::model::{Dialogue, MAX_STATEMENT, Seeds, Statement};
use crate::store;

#[derive(Template)]
#[template(path = "dialogue_new.html")]
pub(crate) struct NewPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

#[derive(Template)]
#[template(path = "dialogue_import.html")]
pub(crate) struct ImportPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) problems: Vec<Problem>,
}

#[derive(Template)]
#[template(path = "moderate.html")]
pub(crate) struct ModeratePage {
    pub(crate) page: Page,
    pub(crate) dialogue: Dialogue,
    pub(crate) waiting: Vec<Statement>,
    pub(crate) judged: Vec<Statement>,
    pub(crate) form: Form,
}

/// The name of the field for the reason why a statement is turned away.
pub(crate) fn reason_field(statement: &Uuid) -> String {
    format!("reason-{statement}")
}

async fn view_of(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    Ok(view::find_visible(app, visitor, slug).await?.at("dialog"))
}

pub(crate) async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    view.demand(&WRITE)?;
    page::html(&NewPage { page: Page::of_space(&app, &visitor, &view, "dialogue-new"), form: Form::default() })
}

pub(crate) async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let mut new = NewPage { page: Page::of_space(&app, &visitor, &view, "dialogue-new"), form };
    let (page, form) = (&new.page, &mut new.form);
    form.called(page, &[("question", "dialogue-question"), ("description", "dialogue-description"), ("seeds", "dialogue-seeds")]);
    let question = form.required(page, "question", 200);
    let description = form.optional(page, "description", 2_000);
    let text = form.required(page, "seeds", 40_000);
    let seeds = Seeds::read(&text);
    if let Some((line, length)) = seeds.too_long.first() {
        form.wrong("seeds", page.t3("dialogue-seed-too-long", "line", *line, "length", *length, "max", MAX_STATEMENT));
    } else if !text.is_empty() && seeds.texts.len() < 3 {
        form.wrong("seeds", page.t1("dialogue-few-seeds", "n", seeds.texts.len()));
    }
    if !form.ok() {
        return page::not_accepted(&new);
    }
    let language = visitor.lang.tag();
    let id = acts::write(&mut act, &New { question: &question, description: &description, language, attribution: "", seeds: &seeds.texts }).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("dialog/{id}")), "dialogue-written"))
}

pub(crate) async fn open(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &OPEN).await?;
    acts::set_open(&mut act, id, true).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("dialog/{id}")), "dialogue-open"))
}

pub(crate) async fn close(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    acts::set_open(&mut act, id, false).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("dialog/{id}")), "dialogue-closed"))
}

async fn moderate_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<ModeratePage> {
    let mut sql = app.db.read().await?;
    let dialogue = store::one(&mut sql, view.space.id, id).await?;
    let waiting = store::waiting(&mut sql, id).await?;
    let judged = store::judged(&mut sql, id).await?;
    Ok(ModeratePage { page: Page::of_space(app, visitor, view, "moderate-title"), dialogue, waiting, judged, form })
}

pub(crate) async fn moderate(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    view.demand(&ACCEPT)?;
    page::html(&moderate_page(&app, &visitor, &view, id, Form::default()).await?)
}

pub(crate) async fn judge(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, mut form: Form) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    let accept = form.value("judge") == "accept";
    let statement: Uuid = form.value("statement").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let page = Page::of_space(&app, &visitor, &view, "moderate-title");
    let field = reason_field(&statement);
    form.called(&page, &[(&field, "moderate-reason")]);
    let reason = if accept { String::new() } else { form.required(&page, &field, 500) };
    // The act is begun before the form is judged: who may not do it learns nothing from its errors.
    let mut act = Act::begin(&app, &visitor, view.space.id, if accept { &ACCEPT } else { &REJECT }).await?;
    if !form.ok() {
        drop(act);
        return page::not_accepted(&moderate_page(&app, &visitor, &view, id, form).await?);
    }
    acts::judge(&mut act, id, statement, accept, &reason).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("dialog/{id}/behandl")), if accept { "statement-in" } else { "statement-out" }))
}

pub(crate) async fn import_form(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    view.demand(&IMPORT)?;
    page::html(&ImportPage { page: Page::of_space(&app, &visitor, &view, "import-title"), form: Form::default(), problems: vec![] })
}

pub(crate) async fn import(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, request: Request) -> Result<Response> {
    let view = view_of(&app, &visitor, &slug).await?;
    view.demand(&IMPORT)?;
    let mut parts = Multipart::from_request(request, &app).await.map_err(|_| Error::BadRequest("error-form"))?;
    let (mut form, mut votes, mut comments, mut unreadable) = (Form::default(), String::new(), String::new(), None);
    while let Some(part) = parts.next_field().await.map_err(|_| Error::BadRequest("error-form"))? {
        let name = part.name().unwrap_or("").to_owned();
        let bytes = part.bytes().await.map_err(|_| Error::BadRequest("error-upload-too-large"))?;
        match (name.as_str(), String::from_utf8(bytes.to_vec())) {
            ("votes", Ok(text)) => votes = text,
            ("comments", Ok(text)) => comments = text,
            ("votes" | "comments", Err(_)) => unreadable = Some(name),
            (_, Ok(text)) => form.set(&name, text),
            (_, Err(_)) => {}
        }
    }
    let mut template = ImportPage { page: Page::of_space(&app, &visitor, &view, "import-title"), form, problems: vec![] };
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("question", "dialogue-question"), ("description", "dialogue-description"), ("attribution", "import-attribution")]);
    let question = form.required(page, "question", 200);
    let description = form.optional(page, "description", 2_000);
    let attribution = form.required(page, "attribution", 1_000);
    if let Some(name) = unreadable {
        form.wrong(&name, page.t("import-not-text"));
    } else if votes.trim().is_empty() {
        form.wrong("votes", page.t("import-no-votes"));
    }
    let conversation = match read_export(&votes, Some(comments.as_str()).filter(|c| !c.trim().is_empty())) {
        Ok(conversation) => Some(conversation),
        Err(error) if form.error("votes").is_none() => {
            form.wrong("votes", page.t1("import-problems", "n", error.problems.len()));
            template.problems = error.problems;
            None
        }
        Err(_) => None,
    };
    let (Some(conversation), true) = (conversation, template.form.ok()) else {
        return page::not_accepted(&template);
    };
    let language = if template.form.value("language") == "en" { "en" } else { "da" };
    let mut act = Act::begin(&app, &visitor, view.space.id, &IMPORT).await?;
    let new = New { question: &question, description: &description, language, attribution: &attribution, seeds: &[] };
    let id = acts::import(&mut act, &new, &conversation).await?;
    act.commit().await?;
    crate::map::refresh(&app, view.space.id, id).await?;
    Ok(page::go(&view.under(&format!("dialog/{id}")), "imported"))
}
