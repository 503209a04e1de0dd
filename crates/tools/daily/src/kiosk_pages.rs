//! The touch screen by the door. Everything on it works as plain forms; its script only makes it quicker, and keeps what is pressed
//! while the network is away.

use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, session, space};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::CHECK_IN;
use crate::device;
use crate::device_store::{Device, Kind};
use crate::kiosk::{self, Item, Taken};
use crate::model;
use crate::store::{self, Regular, Way};

/// A kiosk sends at most so many at a time.
const BATCH: usize = 200;
/// Buttons for so many guests.
const GUESTS: i64 = 5;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/enhed", get(ask).post(pair))
        .route("/enhed/{key}", get(asked))
        .route("/kiosk", get(show))
        .route("/kiosk/ind", post(check_in))
        .route("/kiosk/koe", post(batch))
        .route("/kiosk/navne", get(names))
        .route("/kiosk-sw.js", get(worker))
}

/// A name on the kiosk.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) id: Uuid,
    pub(crate) label: String,
}

#[derive(Template)]
#[template(path = "daily_kiosk.html")]
pub(crate) struct KioskPage {
    pub(crate) page: Page,
    pub(crate) house: String,
    /// What was typed.
    pub(crate) q: String,
    pub(crate) names: Vec<Name>,
    /// The letters first names begin with.
    pub(crate) letters: Vec<String>,
    /// What makes a press on this page one press, however often it is sent.
    pub(crate) ids: [Uuid; 3],
    pub(crate) guests: Vec<i64>,
    pub(crate) wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "daily_pair.html")]
pub(crate) struct PairPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// The screen is known, but not open any more.
    pub(crate) closed: bool,
}

/// The page of a screen that nobody has opened, or that was closed.
pub(crate) fn not_open(app: &App, visitor: &Visitor, headers: &HeaderMap) -> Result<Response> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "daily-pair-title", &[]));
    let closed = samskab_platform::visitor::cookie(headers, device::COOKIE).is_some();
    Ok((StatusCode::UNAUTHORIZED, Html(PairPage { page, form: Form::default(), closed }.render()?)).into_response())
}

async fn ask(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "daily-pair-title", &[]));
    page::html(&PairPage { page, form: Form::default(), closed: false })
}

/// The address in the code one scans: the code stands in the field, and one press opens.
async fn asked(State(app): State<App>, visitor: Visitor, axum::extract::Path(key): axum::extract::Path<String>) -> Result<Response> {
    let code = model::typed(&key);
    crate::device_store::by_code(&mut app.db.read().await?, &code, app.clock.now()).await?.ok_or(Error::NotFound)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "daily-pair-title", &[]));
    page::html(&PairPage { page, form: Form::filled([("code", code)]), closed: false })
}

/// Makes this browser a screen of the house. Whoever was signed in on it is signed out: nobody's session stands in a hall.
async fn pair(State(app): State<App>, visitor: Visitor, headers: HeaderMap, mut form: Form) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "daily-pair-title", &[]));
    form.called(&page, &[("code", "daily-pair-code")]);
    let code = form.required(&page, "code", 40);
    let paired = if form.ok() { device::pair(&app, &code).await? } else { None };
    let Some((token, kind)) = paired else {
        if form.ok() {
            form.wrong("code", page.t("daily-pair-wrong"));
        }
        return page::not_accepted(&PairPage { page, form, closed: false });
    };
    if let Some(token) = samskab_platform::visitor::cookie(&headers, samskab_platform::visitor::SESSION_COOKIE) {
        session::end(&app, token).await?;
    }
    let mut response = page::go(kind.path(), "");
    session::take(&mut response, &app);
    samskab_platform::visitor::set_cookie(&mut response, &app, device::COOKIE, &token, device::COOKIE_SECONDS);
    Ok(response)
}

fn named(regulars: &[Regular]) -> Vec<Name> {
    let names: Vec<&str> = regulars.iter().map(|r| r.name.as_str()).collect();
    regulars.iter().zip(model::labels(&names)).map(|(r, label)| Name { id: r.id, label }).collect()
}

async fn kiosk_page(app: &App, visitor: &Visitor, device: &Device, q: &str, wrong: Option<&str>) -> Result<KioskPage> {
    let mut sql = app.db.read().await?;
    let house = space::by_id(&mut sql, device.space_id).await?.title;
    let all = named(&store::listed(&mut sql, device.space_id).await?);
    let mut letters: Vec<String> = all.iter().filter_map(|n| n.label.chars().next()).map(|c| c.to_uppercase().to_string()).collect();
    letters.sort();
    letters.dedup();
    // Danish order: æ, ø and å come last, as Unicode has all but å.
    letters.sort_by_key(|l| match l.as_str() {
        "Æ" => "\u{fff0}".to_owned(),
        "Ø" => "\u{fff1}".to_owned(),
        "Å" => "\u{fff2}".to_owned(),
        _ => l.clone(),
    });
    let names = if q.trim().is_empty() { vec![] } else { all.into_iter().filter(|n| model::fits(&n.label, q)).collect() };
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "daily-kiosk-title", &[]));
    let ids = [app.clock.id(), app.clock.id(), app.clock.id()];
    Ok(KioskPage { wrong: wrong.map(|w| page.t(w)), page, house, q: q.to_owned(), names, letters, ids, guests: (1..=GUESTS).collect() })
}

#[derive(Deserialize)]
struct Find {
    #[serde(default)]
    q: String,
}

async fn show(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Query(find): Query<Find>) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Kiosk).await? else { return not_open(&app, &visitor, &headers) };
    device::noticed(&app, &device).await?;
    let q: String = find.q.chars().take(40).collect();
    page::html(&kiosk_page(&app, &visitor, &device, &q, None).await?)
}

async fn check_in(State(app): State<App>, visitor: Visitor, headers: HeaderMap, form: Form) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Kiosk).await? else { return not_open(&app, &visitor, &headers) };
    let (id, way) = (form.value("id").parse().ok(), Way::of(form.value("way")));
    let (Some(id), Some(way)) = (id, way) else { return Err(Error::BadRequest("error-form")) };
    let item = Item {
        id,
        way,
        who: form.value("who").parse().ok(),
        code: form.value("code").chars().take(80).collect(),
        heads: form.value("heads").parse().unwrap_or(1),
        at: app.clock.now(),
    };
    let taken = taken(&app, &device, &[item]).await?;
    let done = match taken.first() {
        Some(Taken::In(_) | Taken::Sent) => "daily-in",
        Some(Taken::Again(_)) => "daily-again",
        _ => {
            let word = if way == Way::Card { "daily-kiosk-unknown" } else { "daily-kiosk-gone" };
            return page::not_accepted(&kiosk_page(&app, &visitor, &device, "", Some(word)).await?);
        }
    };
    Ok(page::go("/kiosk", done))
}

async fn taken(app: &App, device: &Device, items: &[Item]) -> Result<Vec<Taken>> {
    let mut act = Act::begin_by_token(app, device.space_id, &CHECK_IN).await?;
    let taken = kiosk::take(&mut act, device, items).await?;
    act.commit().await?;
    Ok(taken)
}

/// What the script sends: times by its own clock, and what that clock says now.
#[derive(Deserialize)]
struct Batch {
    now: i64,
    items: Vec<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    id: String,
    way: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    heads: i64,
    at: i64,
}

impl Sent {
    fn item(&self, app: &App, now: i64) -> Option<Item> {
        let (id, way) = (self.id.parse().ok()?, Way::of(&self.way)?);
        let at = model::moment(app.clock.now(), now.saturating_sub(self.at));
        Some(Item { id, way, who: self.who.parse().ok(), code: self.code.chars().take(80).collect(), heads: self.heads, at })
    }
}

/// An answer that no cache keeps.
fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], value.to_string()).into_response()
}

/// Many at once, also what was pressed while the network was away. What is answered may be thrown away by the kiosk; what it sends
/// again is not counted again.
async fn batch(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Kiosk).await? else { return Ok(json(StatusCode::UNAUTHORIZED, &serde_json::json!({}))) };
    let batch: Batch = match serde_json::from_slice(&body) {
        Ok(batch) => batch,
        Err(_) => return Ok(json(StatusCode::UNPROCESSABLE_ENTITY, &serde_json::json!({}))),
    };
    let sent = &batch.items[..batch.items.len().min(BATCH)];
    let items: Vec<Item> = sent.iter().filter_map(|s| s.item(&app, batch.now)).collect();
    let taken = taken(&app, &device, &items).await?;
    let mut results: Vec<_> =
        items.iter().zip(&taken).map(|(item, taken)| serde_json::json!({ "id": item.id, "result": taken.key(), "name": taken.name() })).collect();
    // What cannot be read would be sent for ever.
    let unread = sent.iter().filter(|s| s.item(&app, batch.now).is_none());
    results.extend(unread.map(|s| serde_json::json!({ "id": s.id, "result": "unknown", "name": "" })));
    Ok(json(StatusCode::OK, &serde_json::json!({ "results": results })))
}

async fn names(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let Some(device) = device::of(&app, &headers, Kind::Kiosk).await? else { return Ok(json(StatusCode::UNAUTHORIZED, &serde_json::json!({}))) };
    device::noticed(&app, &device).await?;
    let all = named(&store::listed(&mut app.db.read().await?, device.space_id).await?);
    let names: Vec<_> = all.into_iter().map(|n| (n.id, n.label)).collect();
    Ok(json(StatusCode::OK, &serde_json::json!({ "names": names })))
}

/// The script that opens the kiosk's page without a network; it may only look after what lies under its own address.
async fn worker() -> Response {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")], include_str!("../../../../assets/kiosk-sw.js")).into_response()
}
