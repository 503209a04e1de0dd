//! The helper's pages: what they were asked for, one click to take a time, and what they need to know for those they have taken. By the
//! link of the message, or signed in.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::access::ActDef;
use samskab_platform::calendar;
use samskab_platform::db::Sql;
use samskab_platform::sealed::{self, SpaceKey};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, person};
use uuid::Uuid;

use crate::acts::{DECLINE, DROP, READ, TAKE};
use crate::ask_store::{self, Ask};
use crate::asking::asked_for;
use crate::helping::{self, OWN, appointment, decline, give_back, take};
use crate::slot_store;
use crate::store;
use crate::times::{self, Day, Line, lines};
use crate::{links, whole};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/hjaelp/{token}", get(by_link))
        .route("/hjaelp/{token}/svar", post(answer_by_link))
        .route("/hjaelp/{token}/kalender.ics", get(calendar_file))
        .route("/min-side/kreds", get(own))
        .route("/min-side/kreds/{ask}", post(answer_own))
}

/// What somebody was asked for in one circle.
pub(crate) struct Asked {
    /// Where the forms are sent.
    pub(crate) action: String,
    /// The area; empty where none was said.
    pub(crate) area: String,
    /// What is still open, by day.
    pub(crate) open: Vec<Day>,
    /// What they have taken, with everything they need to know for it.
    pub(crate) mine: Vec<Mine>,
    /// Whom they ring.
    pub(crate) phone: String,
    pub(crate) said_no: bool,
    /// Their times as a file for a calendar; empty when signed in, where the feed has them.
    pub(crate) calendar: String,
}

/// A time somebody has taken.
pub(crate) struct Mine {
    pub(crate) line: Line,
    /// Whom it is for.
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) begun: bool,
}

#[derive(Template)]
#[template(path = "circle_help.html")]
pub(crate) struct HelpPage {
    pub(crate) page: Page,
    pub(crate) name: String,
    pub(crate) asked: Vec<Asked>,
    /// Somebody who came by the link and is not signed in.
    pub(crate) by_link: bool,
}

#[derive(Template)]
#[template(path = "circle_gone.html")]
pub(crate) struct GonePage {
    pub(crate) page: Page,
}

/// The answer to a link that opens nothing, whatever the reason.
fn gone(app: &App, visitor: &Visitor) -> Result<Response> {
    let template = GonePage { page: Page::new(app, visitor, app.words.say(visitor.lang, "circle-gone-title", &[])) };
    Ok((StatusCode::NOT_FOUND, Html(template.render()?)).into_response())
}

async fn asked(sql: &mut Sql, page: &Page, key: &SpaceKey, ask: &Ask, action: String, calendar: String) -> Result<Asked> {
    let needs = asked_for(sql, key, ask.id).await?;
    let details = store::details(key, &store::one(sql, ask.space_id).await?)?;
    let slots = slot_store::of_space(sql, ask.space_id).await?;
    let areas = whole::areas(sql).await?;
    let area = details.area.and_then(|id| areas.into_iter().find(|(a, _)| *a == id.to_string())).map(|(_, name)| name).unwrap_or_default();
    let mine: Vec<Line> = {
        // A coordinator may have given them a time of something they were not asked for.
        let every = store::needs(sql, key).await?;
        let own: Vec<_> = slots.iter().filter(|s| s.person_id == Some(ask.person_id) && s.ends_at > page.now).cloned().collect();
        lines(&own, &every)
    };
    let name =
        if mine.is_empty() { String::new() } else { sealed::words(sql, page.app(), ask.space_id).await?.map(|(name, _)| name.to_string()).unwrap_or_default() };
    // Two places at the same time are one choice, and nobody is at two places at once.
    let mut open: Vec<Line> = vec![];
    for line in lines(&slots, &needs).into_iter().filter(|l| l.is_open(page)) {
        let same = |l: &Line| l.need.id == line.need.id && l.slot.starts_at == line.slot.starts_at;
        let meanwhile = |l: &Line| l.slot.starts_at < line.slot.ends_at && l.slot.ends_at > line.slot.starts_at;
        if !open.iter().any(same) && !mine.iter().any(meanwhile) {
            open.push(line);
        }
    }
    let place = |l: &Line| if l.need.words.place.is_empty() { details.address.clone() } else { l.need.words.place.clone() };
    Ok(Asked {
        action,
        area,
        open: times::by_day(page, open),
        phone: if mine.is_empty() { String::new() } else { person::spaced(&details.phone) },
        mine: mine.into_iter().map(|l| Mine { name: name.clone(), place: place(&l), begun: l.slot.starts_at <= page.now, line: l }).collect(),
        said_no: ask.answer == "no",
        calendar,
    })
}

/// Notes, before it is shown, that somebody reads what they need for their times.
async fn note(app: &App, ask: &Ask) -> Result<()> {
    let mut act = Act::begin_by_token(app, ask.space_id, &READ).await?;
    helping::read(&mut act, ask.person_id).await?;
    act.commit().await
}

async fn by_link(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let (ask, key) = match links::find(&mut sql, &app, &token).await {
        Ok(found) => found,
        Err(Error::NotFound) => return gone(&app, &visitor),
        Err(error) => return Err(error),
    };
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "circle-help-title", &[]));
    let path = format!("/hjaelp/{token}");
    let one = asked(&mut sql, &page, &key, &ask, format!("{path}/svar"), format!("{path}/kalender.ics")).await?;
    drop(sql);
    if !one.mine.is_empty() {
        note(&app, &ask).await?;
    }
    let mut answer = page::html(&HelpPage { page, name: ask.name, asked: vec![one], by_link: true })?;
    // The address opens something: it goes to no other site, and no search engine keeps it.
    answer.headers_mut().insert("referrer-policy", axum::http::HeaderValue::from_static("no-referrer"));
    answer.headers_mut().insert("x-robots-tag", axum::http::HeaderValue::from_static("noindex"));
    Ok(answer)
}

/// What somebody answers, on the strength of their link or of being signed in: the word of what was done.
async fn answer(app: &App, ask: &Ask, form: &Form) -> Result<&'static str> {
    let slot = || form.value("slot").parse::<Uuid>().map_err(|_| Error::BadRequest("error-form"));
    let begin = async |def: &'static ActDef| -> Result<Act<'_>> {
        let mut act = Act::begin_by_token(app, ask.space_id, def).await?;
        store::lock(act.sql(), ask.space_id).await?;
        act.acts_as(ask.person_id);
        Ok(act)
    };
    let (act, done) = match form.value("do") {
        "take" => {
            let (slot, mut act) = (slot()?, begin(&TAKE).await?);
            take(&mut act, ask, slot).await?;
            (act, "circle-you-took")
        }
        "drop" => {
            let (slot, mut act) = (slot()?, begin(&DROP).await?);
            give_back(&mut act, slot, ask.person_id).await?;
            (act, "circle-you-gave-back")
        }
        "no" => {
            let mut act = begin(&DECLINE).await?;
            decline(&mut act, ask).await?;
            (act, "circle-you-said-no")
        }
        _ => return Err(Error::BadRequest("error-form")),
    };
    act.commit().await?;
    Ok(done)
}

async fn answer_by_link(State(app): State<App>, visitor: Visitor, Path(token): Path<String>, form: Form) -> Result<Response> {
    let found = links::find(&mut app.db.read().await?, &app, &token).await;
    let (ask, _) = match found {
        Ok(found) => found,
        Err(Error::NotFound) => return gone(&app, &visitor),
        Err(error) => return Err(error),
    };
    answered(&format!("/hjaelp/{token}"), answer(&app, &ask, &form).await)
}

/// Back to the page; where another was quicker, that is said there, among what is still open.
fn answered(back: &str, result: Result<&'static str>) -> Result<Response> {
    match result {
        Ok(done) => Ok(page::go(back, done)),
        Err(Error::Refused("circle-taken")) => Ok(page::go(back, "circle-another-was-quicker")),
        Err(error) => Err(error),
    }
}

async fn calendar_file(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let Ok((ask, _)) = links::find(&mut sql, &app, &token).await else { return gone(&app, &visitor) };
    let slots = slot_store::of_person(&mut sql, ask.person_id, app.clock.now()).await?;
    let all: Vec<_> = slots.iter().filter(|s| s.space_id == ask.space_id).map(|s| appointment(&app, s, visitor.lang)).collect();
    let name = app.words.say(visitor.lang, "circle-calendar-title", &[]);
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], calendar::feed(&name, &all)).into_response())
}

/// Where somebody signed in was asked, in circles that go on.
async fn asks_of(sql: &mut Sql, app: &App, me: Uuid) -> Result<Vec<(Ask, SpaceKey)>> {
    let mut all = vec![];
    for ask in ask_store::of_person(sql, me).await? {
        if !links::helps(sql, &ask).await? {
            continue;
        }
        match sealed::of(sql, app, ask.space_id).await {
            Ok(key) => all.push((ask, key)),
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(all)
}

async fn own(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "circle-help-title", &[]));
    let mut sql = app.db.read().await?;
    let (mut all, mut read) = (vec![], vec![]);
    for (ask, key) in asks_of(&mut sql, &app, me.id).await? {
        let one = asked(&mut sql, &page, &key, &ask, format!("{OWN}/{}", ask.id), String::new()).await?;
        if !one.mine.is_empty() {
            read.push(ask);
        }
        all.push(one);
    }
    drop(sql);
    for ask in read {
        note(&app, &ask).await?;
    }
    page::html(&HelpPage { page, name: me.name.clone(), asked: all, by_link: false })
}

async fn answer_own(State(app): State<App>, visitor: Visitor, Path(ask): Path<String>, form: Form) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let mut sql = app.db.read().await?;
    let ask = ask_store::one(&mut sql, whole::id_of(&ask)?).await?;
    // Another's is answered like one that is not there.
    if ask.person_id != me.id || !links::helps(&mut sql, &ask).await? {
        return Err(Error::NotFound);
    }
    drop(sql);
    answered(OWN, answer(&app, &ask, &form).await)
}
