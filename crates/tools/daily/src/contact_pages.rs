//! Whom to ring for what: on the wall, on a telephone, on paper.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::record::Paper;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::CONTACT;
use crate::day_pages::{id_of, inner};
use crate::house_store::{self, Contact};
use crate::paper;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/dagen/kontakter", get(all).post(save))
        .route("/forloeb/{slug}/dagen/kontakter.pdf", get(print))
        .route("/forloeb/{slug}/dagen/kontakter/{id}/fjern", post(remove))
}

#[derive(Template)]
#[template(path = "daily_contacts.html")]
pub(crate) struct ContactsPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) may: bool,
}

#[derive(Deserialize)]
struct Change {
    #[serde(default)]
    ret: String,
}

/// Those this visitor may see.
async fn seen(app: &App, view: &SpaceView) -> Result<Vec<Contact>> {
    let all = house_store::contacts(&mut app.db.read().await?, view.space.id).await?;
    Ok(all.into_iter().filter(|c| c.is_open || inner(view)).collect())
}

async fn contacts_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<ContactsPage> {
    let contacts = seen(app, view).await?;
    Ok(ContactsPage { page: Page::of_space(app, visitor, view, "daily-contacts-title"), form, contacts, may: view.may(&CONTACT) })
}

async fn all(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(change): Query<Change>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut form = Form::default();
    if let (true, Ok(id)) = (view.may(&CONTACT), change.ret.parse()) {
        let c = house_store::contact(&mut app.db.read().await?, view.space.id, id).await?;
        form = Form::filled([("id", c.id.to_string()), ("matter", c.matter), ("who", c.who), ("phone", c.phone), ("note", c.note)]);
        form.set("open", if c.is_open { "yes" } else { "" });
    }
    page::html(&contacts_page(&app, &visitor, &view, form).await?)
}

/// Writes a contact down, or changes one. The number is meant to be seen; the words beside it are looked through.
///
/// # Errors
/// When the database fails, or the words look like something personal.
pub async fn write(act: &mut Act<'_>, id: Option<Uuid>, matter: &str, who: &str, phone: &str, note: &str, is_open: bool) -> Result<Uuid> {
    act.screen(&[("matter", matter), ("note", note)]).await?;
    let space = act.space().id;
    let id = match id {
        Some(id) => house_store::contact(act.sql(), space, id).await?.id,
        None => act.new_id(),
    };
    let contact = Contact { id, matter: matter.to_owned(), who: who.to_owned(), phone: phone.to_owned(), note: note.to_owned(), is_open };
    house_store::set_contact(act.sql(), space, &contact).await?;
    Ok(id)
}

async fn save(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CONTACT).await?;
    let mut shown = contacts_page(&app, &visitor, &view, form).await?;
    let (form, page) = (&mut shown.form, &shown.page);
    form.called(page, &[("matter", "daily-contact-matter"), ("who", "daily-contact-who"), ("phone", "daily-contact-phone"), ("note", "daily-contact-note")]);
    let matter = form.required(page, "matter", 80);
    let who = form.required(page, "who", 80);
    let phone = form.required(page, "phone", 40);
    let note = form.optional(page, "note", 200);
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let (id, is_open) = (form.value("id").parse().ok(), form.is("open", "yes"));
    write(&mut act, id, &matter, &who, &phone, &note, is_open).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/kontakter"), "daily-contact-saved"))
}

async fn remove(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CONTACT).await?;
    house_store::drop_contact(act.sql(), view.space.id, id_of(&id)?).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/kontakter"), "daily-contact-removed"))
}

async fn print(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let page = Page::of_space(&app, &visitor, &view, "daily-contacts-title");
    let mut sheet = Paper::new(page.t("daily-contacts-title"), view.space.title.clone());
    let columns = [("daily-contact-matter", 3), ("daily-contact-who", 3), ("daily-contact-phone", 3), ("daily-contact-note", 4)];
    let rows = seen(&app, &view).await?.into_iter().map(|c| vec![c.matter, c.who, c.phone.replace(' ', "\u{a0}"), c.note]).collect();
    sheet.table(&columns.map(|(word, width)| (page.t(word), width)), rows);
    paper::pdf(&page, &sheet, 16, "kontakter").await
}
