//! Calls: writing, opening and closing them.

use samskab_platform::{Act, App, Error, Result};
use uuid::Uuid;

use crate::acts::CLOSE;
use crate::store::{self, Call, CallText};

/// Writes a call, or changes one; gives its id.
///
/// # Errors
/// [`Error::BadRequest`] for seats of another space, or when the database fails.
pub async fn write(act: &mut Act<'_>, id: Option<Uuid>, call: &CallText) -> Result<Uuid> {
    // The contact is meant to be public: it is the number to ring.
    let texts = [("title", &call.title), ("text", &call.text), ("period", &call.period), ("meetings", &call.meetings), ("preparation", &call.preparation)];
    act.screen(&texts.map(|(field, text)| (field, text.as_str()))).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let known: Vec<Uuid> = store::profiles(act.sql(), space).await?.iter().map(|p| p.id).collect();
    if !call.profiles.iter().all(|p| known.contains(p)) {
        return Err(Error::BadRequest("error-form"));
    }
    let id = match id {
        Some(id) => {
            store::call(act.sql(), space, id).await?;
            store::update_call(act.sql(), id, space, call).await?;
            id
        }
        None => {
            let id = act.new_id();
            store::insert_call(act.sql(), id, space, call, by, at).await?;
            id
        }
    };
    // What is not published yet is not told either.
    let title = if store::call(act.sql(), space, id).await?.is_published() { call.title.as_str() } else { "" };
    act.record("call", id, serde_json::json!({ "title": title })).await?;
    Ok(id)
}

/// Opens a call, or opens it again.
///
/// # Errors
/// [`Error::Refused`] where its last day is over or it is open, or when the database fails.
pub async fn open(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at, today) = (act.space().id, act.at(), act.today());
    let call = store::call(act.sql(), space, id).await?;
    if call.deadline < today {
        return Err(Error::Refused("recruitment-call-past"));
    }
    if !store::open_call(act.sql(), id, at).await? {
        return Err(Error::Refused("recruitment-call-changed"));
    }
    act.record("call", id, serde_json::json!({ "title": call.title })).await
}

/// Closes a call.
///
/// # Errors
/// [`Error::Refused`] where it is not open, or when the database fails.
pub async fn close(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let call = store::call(act.sql(), space, id).await?;
    if !store::close_call(act.sql(), id, at).await? {
        return Err(Error::Refused("recruitment-call-changed"));
    }
    act.record("call", id, serde_json::json!({ "title": call.title })).await
}

/// Closes the calls whose last day is over.
pub(crate) async fn close_overdue(app: &App) -> Result<()> {
    let due: Vec<Call> = store::overdue_calls(&mut app.db.read().await?, app.clock.today()).await?;
    for call in due {
        let mut act = Act::begin_by_token(app, call.space_id, &CLOSE).await?;
        match close(&mut act, call.id).await {
            Ok(()) => act.commit().await?,
            // Another node did it.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
