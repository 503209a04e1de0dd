//! The minutes' page: written together while they are a draft, read afterwards; sending, objecting, approving, correcting.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::NaiveDate;
use samskab_platform::clock::plus_days;
use samskab_platform::db::Sql;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{APPROVE, CORRECT, DECIDE, OBJECT, PROMISE, SEND, TAKE_BACK, WRITE};
use crate::minutes::{self, Edit};
use crate::minutes_store::{self, Decision, Note, Text};
use crate::model::{Minutes, Sight, written};
use crate::pages::{id_of, path_of};
use crate::seen::{self, Seen};
use crate::store::{self, Meeting};

/// Days the team has to object, where nobody says another date.
const OBJECTION_DAYS: i64 = 14;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/{id}/referat", get(show).post(save))
        .route("/forloeb/{slug}/moeder/{id}/referat/skriv", post(write))
        .route("/forloeb/{slug}/moeder/{id}/referat/tekster", get(texts))
        .route("/forloeb/{slug}/moeder/{id}/referat/send", post(send))
        .route("/forloeb/{slug}/moeder/{id}/referat/tilbage", post(take_back))
        .route("/forloeb/{slug}/moeder/{id}/referat/godkend", post(approve))
        .route("/forloeb/{slug}/moeder/{id}/referat/indsigelse", post(object))
        .route("/forloeb/{slug}/moeder/{id}/referat/rettelse", post(correct))
}

/// A text one writes in.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) id: Uuid,
    pub(crate) label: String,
    /// The proposed decision, to write under.
    pub(crate) proposal: Rich,
    pub(crate) text: String,
    /// The number under which it is sent where there is no script.
    pub(crate) edit: Uuid,
    /// Who leaves it.
    pub(crate) recused: String,
}

#[derive(Template)]
#[template(path = "minutes.html")]
pub(crate) struct MinutesPage {
    pub(crate) page: Page,
    pub(crate) m: Meeting,
    pub(crate) when: String,
    pub(crate) agenda: Vec<Seen>,
    /// What belongs to no item.
    pub(crate) rest: Rich,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) notes: Vec<Note>,
    /// Who of the team of that day was there, and how many others.
    pub(crate) there: Vec<String>,
    pub(crate) absent: Vec<String>,
    pub(crate) others: usize,
    /// What the visitor can write in; empty: they read.
    pub(crate) fields: Vec<Field>,
    pub(crate) form: Form,
    pub(crate) items: Vec<(String, String)>,
    pub(crate) may: May,
}

/// What the visitor can do with the minutes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct May {
    /// Say that one knows one's duty of confidentiality: until then a closed item has no field of its own to write in.
    pub(crate) promise: bool,
    pub(crate) decide: bool,
    pub(crate) send: bool,
    pub(crate) take_back: bool,
    pub(crate) object: bool,
    pub(crate) approve: bool,
    pub(crate) correct: bool,
}

pub(crate) fn minutes_path(view: &SpaceView, id: Uuid) -> String {
    format!("{}/referat", path_of(view, id))
}

pub(crate) async fn minutes_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, m: Meeting, form: Option<Form>) -> Result<MinutesPage> {
    if !seen::may_read_minutes(view, &m) {
        // Until they are sent there are none, to anybody but the team.
        return Err(if view.person.is_none() { Error::SignIn } else { Error::Forbidden(WRITE.name) });
    }
    let mut page = Page::of_space(app, visitor, view, "meetings-minutes");
    page.title = format!("{} · {}", page.t("meetings-minutes"), m.title);
    let agenda = seen::agenda(sql, view, &m).await?;
    let texts = minutes_store::texts(sql, m.id).await?;
    let writes = m.cancelled_at.is_none() && m.minutes_state == Minutes::Draft && view.may(&WRITE);
    let fields = if writes { fields(app, &page, &m, &agenda, &texts) } else { vec![] };
    let present = seen::present(sql, &page, m.id).await?;
    let (begun, draft) = (m.starts_at <= page.now && m.cancelled_at.is_none(), m.minutes_state == Minutes::Draft);
    let sent = m.minutes_state == Minutes::Sent;
    let may = May {
        promise: view.may(&PROMISE) && agenda.iter().any(|s| s.sight == Sight::First),
        decide: begun && m.minutes_state != Minutes::Approved && view.may(&DECIDE),
        send: begun && draft && view.may(&SEND),
        take_back: sent && view.may(&TAKE_BACK),
        object: sent && view.may(&OBJECT),
        approve: sent && view.may(&APPROVE),
        correct: m.minutes_state == Minutes::Approved && view.may(&CORRECT),
    };
    let until = plus_days(page.today(), OBJECTION_DAYS);
    Ok(MinutesPage {
        when: seen::when(&page, &m),
        rest: texts.iter().find(|t| t.id == m.id).map_or_else(Rich::default, |t| rich_text::html(&t.text)),
        decisions: minutes_store::of_meeting(sql, m.id).await?.into_iter().filter(|d| d.item_id.is_none()).collect(),
        notes: minutes_store::notes(sql, m.id).await?,
        others: present.others,
        absent: present.absent,
        there: present.there,
        items: agenda.iter().filter(|s| s.is_whole()).map(|s| (s.item.id.to_string(), format!("{}. {}", s.item.place, s.item.title))).collect(),
        form: form.unwrap_or_else(|| Form::filled([("until", until.to_string())])),
        fields,
        agenda,
        may,
        m,
        page,
    })
}

/// One for each item the visitor may see, and one for everything else.
fn fields(app: &App, page: &Page, m: &Meeting, agenda: &[Seen], texts: &[Text]) -> Vec<Field> {
    let text = |id: Uuid| texts.iter().find(|t| t.id == id).map_or_else(String::new, |t| t.text.clone());
    let items = agenda.iter().filter(|s| s.sight == Sight::Whole).map(|s| Field {
        id: s.item.id,
        label: format!("{}. {}", s.item.place, s.item.title),
        proposal: s.proposal.clone(),
        text: text(s.item.id),
        edit: app.clock.id(),
        recused: s.recused_names(),
    });
    let label = page.t("meetings-minutes-rest");
    let rest = Field { id: m.id, label, proposal: Rich::default(), text: text(m.id), edit: app.clock.id(), recused: String::new() };
    items.chain([rest]).collect()
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let m = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&minutes_page(&mut sql, &app, &visitor, &view, m, None).await?)
}

/// A text from the script: what it began with and what it is now. Answers with the text as it then stands.
async fn write(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let number = |field: &str| form.value(field).parse().map_err(|_| Error::BadRequest("error-form"));
    let (base, mine) = (written(form.value("base")), written(form.value("mine")));
    let text = minutes::write(&mut act, id, &Edit { id: number("edit")?, text: number("text")?, base: &base, mine: &mine }).await?;
    act.commit().await?;
    Ok(Json(text).into_response())
}

/// Every text the visitor writes in, as it stands: for the script, when somebody else has written.
async fn texts(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    view.demand(&WRITE)?;
    let m = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let agenda = seen::agenda(&mut sql, &view, &m).await?;
    let open = |id: Uuid| id == m.id || agenda.iter().any(|s| s.item.id == id && minutes::is_readable(s.sight));
    let texts: Vec<Text> = minutes_store::texts(&mut sql, m.id).await?.into_iter().filter(|t| open(t.id)).collect();
    Ok(Json(serde_json::json!({ "open": m.minutes_state == Minutes::Draft, "texts": texts })).into_response())
}

/// All texts at once, where there is no script.
async fn save(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let items = store::items(act.sql(), id).await?;
    let mut others = false;
    for text in items.into_iter().map(|i| i.id).chain([id]) {
        let Ok(edit) = form.value(&format!("edit-{text}")).parse() else { continue };
        let (base, mine) = (written(form.value(&format!("base-{text}"))), written(form.value(&format!("text-{text}"))));
        let now = minutes::write(&mut act, id, &Edit { id: edit, text, base: &base, mine: &mine }).await?;
        others |= now.text != mine;
    }
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), if others { "meetings-minutes-merged" } else { "meetings-minutes-saved" }))
}

/// The minutes' page with a form that was not accepted.
async fn again(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let m = store::one(&mut sql, view.space.id, id).await?;
    page::not_accepted(&minutes_page(&mut sql, app, visitor, view, m, Some(form)).await?)
}

async fn send(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&SEND)?;
    let (id, page) = (id_of(&id)?, Page::of_space(&app, &visitor, &view, "meetings-minutes"));
    form.called(&page, &[("until", "meetings-until")]);
    let until: Option<NaiveDate> = form.date(&page, "until");
    let until = form.need(&page, "until", until);
    if until.is_some_and(|d| d < page.today()) {
        form.wrong("until", page.t("meetings-until-past"));
    }
    let (Some(until), true) = (until, form.ok()) else {
        return again(&app, &visitor, &view, id, form).await;
    };
    let mut act = Act::begin(&app, &visitor, view.space.id, &SEND).await?;
    minutes::send(&mut act, id, until).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-minutes-sent"))
}

async fn take_back(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &TAKE_BACK).await?;
    minutes::take_back(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-minutes-taken-back"))
}

async fn approve(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &APPROVE).await?;
    minutes::approve(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-minutes-approved"))
}

async fn object(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&OBJECT)?;
    let (id, page) = (id_of(&id)?, Page::of_space(&app, &visitor, &view, "meetings-minutes"));
    form.called(&page, &[("text", "meetings-objection")]);
    let text = form.required(&page, "text", 2_000);
    if !form.ok() {
        return again(&app, &visitor, &view, id, form).await;
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &OBJECT).await?;
    minutes::object(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-objected"))
}

async fn correct(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&CORRECT)?;
    let (id, page) = (id_of(&id)?, Page::of_space(&app, &visitor, &view, "meetings-minutes"));
    form.called(&page, &[("text", "meetings-correction")]);
    let text = form.required(&page, "text", 2_000);
    if !form.ok() {
        return again(&app, &visitor, &view, id, form).await;
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &CORRECT).await?;
    minutes::correct(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&minutes_path(&view, id), "meetings-corrected"))
}
