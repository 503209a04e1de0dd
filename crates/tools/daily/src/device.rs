//! The screens in the hall: opening one with a code, knowing it again, closing it.

use axum::http::HeaderMap;
use chrono::Duration;
use samskab_platform::session::token_hash;
use samskab_platform::visitor::cookie;
use samskab_platform::{Act, App, Error, Result};
use uuid::Uuid;

use crate::acts::PAIR;
use crate::device_store::{self, Device, Kind};
use crate::model::{self, PAIR_MINUTES};

/// What the browser of a screen keeps.
pub(crate) const COOKIE: &str = "enhed";
/// For so many seconds: a year and a day, then it is opened again.
pub(crate) const COOKIE_SECONDS: i64 = 366 * 86_400;
/// That a screen was here is written down at most every so many minutes.
const SEEN_MINUTES: i64 = 10;

fn new_code(act: &Act<'_>) -> String {
    let mut random = [0; 8];
    act.app().clock.fill(&mut random);
    model::code(random)
}

/// Opens a screen; gives its id. It shows nothing until its code was typed on it.
///
/// # Errors
/// When the database fails, or the name looks like something personal.
pub async fn open(act: &mut Act<'_>, kind: Kind, name: &str) -> Result<Uuid> {
    act.screen(&[("name", name)]).await?;
    let (id, by, at) = (act.new_id(), act.person()?, act.at());
    let device = Device {
        id,
        space_id: act.space().id,
        kind: kind.key().to_owned(),
        name: name.to_owned(),
        pair_code: Some(new_code(act)),
        pair_until: Some(at + Duration::minutes(PAIR_MINUTES)),
        opened_at: at,
        seen_at: None,
        closed_at: None,
        paired: false,
    };
    device_store::insert(act.sql(), &device, by).await?;
    act.record("house-screen", id, serde_json::json!({ "title": name })).await?;
    Ok(id)
}

/// A new code for a screen: its browser has lost what it kept, or there is a new one.
///
/// # Errors
/// [`Error::Refused`] where it was closed.
pub async fn renew(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at, code) = (act.space().id, act.at(), new_code(act));
    let device = device_store::one(act.sql(), space, id).await?;
    if !device_store::renew(act.sql(), id, &code, at + Duration::minutes(PAIR_MINUTES)).await? {
        return Err(Error::Refused("daily-screen-closed"));
    }
    act.record("house-screen", id, serde_json::json!({ "title": device.name })).await
}

/// Closes a screen: whoever holds it can do nothing with it any more.
///
/// # Errors
/// [`Error::Refused`] where it was closed.
pub async fn close(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let device = device_store::one(act.sql(), space, id).await?;
    if !device_store::close(act.sql(), id, at).await? {
        return Err(Error::Refused("daily-screen-closed"));
    }
    act.record("house-screen", id, serde_json::json!({ "title": device.name })).await
}

/// Lets the browser in on which the code was typed. Gives what it shall keep, and what it is now; `None` for a code nobody knows.
///
/// # Errors
/// When the database fails.
pub async fn pair(app: &App, code: &str) -> Result<Option<(String, Kind)>> {
    let code = model::typed(code);
    let found = device_store::by_code(&mut app.db.read().await?, &code, app.clock.now()).await?;
    let Some(device) = found else { return Ok(None) };
    let mut act = Act::begin_by_token(app, device.space_id, &PAIR).await?;
    let (token, at) = (app.clock.token(), act.at());
    if !device_store::pair(act.sql(), device.id, token_hash(&token), at, &code).await? {
        return Ok(None);
    }
    act.refresh_pages();
    act.commit().await?;
    Ok(Some((token, device.kind())))
}

/// The screen a request comes from, where it is open and of this kind.
pub(crate) async fn of(app: &App, headers: &HeaderMap, kind: Kind) -> Result<Option<Device>> {
    let Some(token) = cookie(headers, COOKIE).filter(|t| t.len() == 64) else { return Ok(None) };
    let found = device_store::by_token(&mut app.db.read().await?, token_hash(token)).await?;
    Ok(found.filter(|d| d.kind() == kind))
}

/// Writes down now and then that a screen is alive, so that those who run the house see one that is not.
pub(crate) async fn noticed(app: &App, device: &Device) -> Result<()> {
    let now = app.clock.now();
    if device.seen_at.is_some_and(|at| now - at < Duration::minutes(SEEN_MINUTES)) {
        return Ok(());
    }
    let mut act = Act::begin_by_token(app, device.space_id, &PAIR).await?;
    device_store::seen(act.sql(), device.id, now).await?;
    act.commit().await
}
