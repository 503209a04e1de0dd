//! The record of processing: to read, to print, as a document, and what the municipality writes in it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, choices, desk, page};

use crate::acts::{ADMINISTRATOR, DESCRIBE};
use crate::processing::{self, ALL, OF_ALL, Part, Record, SAID};

const PATH: &str = "/administration/fortegnelse";
/// Longest text, in characters.
const LONGEST: usize = 1_000;

#[derive(Template)]
#[template(path = "processing.html")]
struct RecordPage {
    page: Page,
    record: Record,
    all: [&'static str; 4],
    said: [&'static str; 5],
}

#[derive(Template)]
#[template(path = "processing_edit.html")]
struct Edit {
    page: Page,
    form: Form,
    heading: String,
    action: String,
    /// Name, label, hint.
    fields: Vec<(&'static str, String, String)>,
}

fn titled(app: &App, visitor: &Visitor) -> Page {
    Page::new(app, visitor, app.words.say(visitor.lang, "processing-title", &[]))
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let page = titled(&app, &visitor);
    page::html(&RecordPage { record: Record::of(&app, &page), page, all: OF_ALL, said: SAID })
}

pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let (page, now) = (titled(&app, &visitor), app.clock.now());
    let paper = Record::of(&app, &page).paper(&page);
    let values = serde_json::json!({
        "title": paper.title, "subtitle": paper.subtitle, "sender": page.municipality, "date": page.date(&page.today()),
        "page": page.t("submission-page"), "of": page.t("submission-of"), "mark": "", "blocks": paper.blocks,
    });
    let made = tokio::task::spawn_blocking(move || samskab_print::document(&values, now)).await;
    let bytes = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, "inline; filename=\"fortegnelse.pdf\"")], bytes).into_response())
}

/// What can be written of a part, or of all of it.
fn fields_of(app: &App, name: &str) -> Result<&'static [&'static str]> {
    match name {
        ALL => Ok(&OF_ALL),
        _ if processing::is_part(app, name) => Ok(&SAID),
        _ => Err(Error::NotFound),
    }
}

fn edit_page(app: &App, visitor: &Visitor, name: &str, form: Form) -> Result<Edit> {
    let (page, fields) = (titled(app, visitor), fields_of(app, name)?);
    let record = Record::of(app, &page);
    let part: Option<&Part> = record.parts.iter().find(|p| p.name == name);
    let heading = part.map_or_else(|| page.t("processing-all"), |p| p.title.clone());
    let fields = fields.iter().map(|what| {
        let usual = match part {
            Some(part) if *what == "purpose" => page.t1("processing-usual", "text", &part.purpose),
            _ if *what == "basis" => page.t("processing-basis-hint"),
            _ => page.t1("processing-usual", "text", page.t(&format!("processing-{what}-usual"))),
        };
        (*what, page.t(&format!("processing-{what}")), usual)
    });
    Ok(Edit { fields: fields.collect(), form, heading, action: format!("{PATH}/{name}"), page })
}

pub(crate) async fn edit(State(app): State<App>, visitor: Visitor, Path(name): Path<String>) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let mut form = Form::default();
    for what in fields_of(&app, &name)? {
        form.set(what, app.choice(&processing::choice(&name, what)).unwrap_or_default());
    }
    page::html(&edit_page(&app, &visitor, &name, form)?)
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, Path(name): Path<String>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &DESCRIBE).await?;
    let mut template = edit_page(&app, &visitor, &name, form)?;
    let mut written = vec![];
    for (what, label, _) in &template.fields {
        template.form.calls(what, label);
        written.push((*what, template.form.optional(&template.page, what, LONGEST)));
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    for (what, text) in &written {
        choices::choose(&mut act, &processing::choice(&name, what), text).await?;
    }
    let space = act.space().id;
    act.record("choice", space, serde_json::json!({ "title": template.heading })).await?;
    act.commit().await?;
    Ok(page::go(PATH, "processing-saved"))
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let mut record = Record::of(app, page);
    record.parts.truncate(2);
    if let Some(part) = record.parts.first_mut() {
        part.said = vec![("basis", "Artikel 6, stk. 1, litra e <e>".to_owned())];
    }
    let mut wrong = Form::default();
    wrong.wrong("purpose", "For langt");
    let edit = |form: Form| Edit {
        page: page.clone(),
        form,
        heading: "Holdet <h>".to_owned(),
        action: "/".to_owned(),
        fields: vec![("purpose", "Formål".to_owned(), "Ellers står der: …".to_owned())],
    };
    let empty = Record { parts: vec![], said: vec![], outside: vec![] };
    let show = |record: Record| RecordPage { page: page.clone(), record, all: OF_ALL, said: SAID }.render();
    vec![
        ("processing", show(record)),
        ("processing, nothing", show(empty)),
        ("processing_edit", edit(wrong).render()),
        ("processing_edit, empty", edit(Form::default()).render()),
    ]
}
