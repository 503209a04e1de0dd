//! Collecting ideas in a hall: opening and closing, what people send from their telephones, letting it in.

use chrono::Duration;
use samskab_platform::{Act, App, Error, Result, Visitor};
use uuid::Uuid;

use crate::acts::{CLOSE_HALL, Said, index, put, titled};
use crate::hall_store::{self, Hall};
use crate::model::{self, HALL_HOURS, HALL_MINUTE, HALL_WAITING, State, Way};
use crate::{store, term_store};

/// Opens a collection; one at a time in a space. Gives its id.
///
/// # Errors
/// [`Error::Refused`] while another is open.
pub async fn open(act: &mut Act<'_>, question: &str, look_first: bool) -> Result<Uuid> {
    act.screen(&[("question", question)]).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    store::lock(act.sql(), space).await?;
    if hall_store::open_in(act.sql(), space, at).await?.is_some() {
        return Err(Error::Refused("ideas-hall-already"));
    }
    let mut random = [0; 6];
    act.app().clock.fill(&mut random);
    let hall = Hall {
        id: act.new_id(),
        space_id: space,
        code: model::code(random),
        question: question.to_owned(),
        look_first,
        opened_at: at,
        closes_at: at + Duration::hours(HALL_HOURS),
        closed_at: None,
    };
    hall_store::insert(act.sql(), &hall, by).await?;
    act.record("hall", hall.id, titled(question)).await?;
    Ok(hall.id)
}

/// Closes a collection. What waits for a look goes on waiting.
///
/// # Errors
/// [`Error::Refused`] where it was closed.
pub async fn close(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let hall = hall_store::one(act.sql(), space, id).await?;
    if !hall_store::close(act.sql(), id, at).await? {
        return Err(Error::Refused("ideas-hall-closed"));
    }
    act.record("hall", id, titled(&hall.question)).await
}

/// Takes an idea somebody sends from the hall. Nobody asks who it is.
///
/// # Errors
/// [`Error::Refused`] when the hall is closed, [`Error::TooMany`] where more come than anybody can write.
pub async fn send(act: &mut Act<'_>, hall: &Hall, said: Said<'_>) -> Result<Uuid> {
    let at = act.at();
    if !hall.is_open(at) || act.space().closed_at.is_some() {
        return Err(Error::Refused("ideas-hall-closed"));
    }
    act.screen(&[("title", said.title), ("text", said.text)]).await?;
    let (_, waiting) = hall_store::counted(act.sql(), hall.id).await?;
    if waiting >= HALL_WAITING || hall_store::since(act.sql(), hall.id, at - Duration::minutes(1)).await? >= HALL_MINUTE {
        return Err(Error::TooMany);
    }
    let state = if hall.look_first { State::Waiting } else { State::Open };
    let id = put(act, said, Way::Hall, Some(hall.id), state, None).await?;
    if state == State::Open {
        act.record("idea", id, titled(said.title)).await?;
    }
    // The screen in the hall counts also what waits.
    act.refresh_pages();
    Ok(id)
}

/// Lets ideas in that wait.
///
/// # Errors
/// [`Error::NotFound`] for an idea of another space, [`Error::Refused`] where none of them waits any more.
pub async fn let_in(act: &mut Act<'_>, ideas: &[Uuid]) -> Result<usize> {
    let (space, mut n) = (act.space().id, 0);
    for id in ideas {
        let idea = store::one(act.sql(), space, *id).await?;
        if hall_store::let_in(act.sql(), space, *id).await? {
            index(act, *id, Said { title: &idea.title, text: &idea.text }).await?;
            act.record("idea", *id, titled(&idea.title)).await?;
            n += 1;
        }
    }
    if n == 0 { Err(Error::Refused("ideas-not-waiting")) } else { Ok(n) }
}

/// Does not show an idea that waits: it is gone. The journal says that it happened, not what stood there.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is not waiting any more.
pub async fn turn_away(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let space = act.space().id;
    let idea = store::one(act.sql(), space, id).await?;
    term_store::set(act.sql(), space, id, &std::collections::BTreeMap::new()).await?;
    if !store::delete_waiting(act.sql(), space, id).await? {
        return Err(Error::Refused("ideas-not-waiting"));
    }
    let hall = idea.hall_id.ok_or(Error::NotFound)?;
    let question = hall_store::one(act.sql(), space, hall).await?.question;
    act.record("hall", hall, titled(&question)).await
}

/// Closes the halls whose time is over.
///
/// # Errors
/// When the database fails.
pub(crate) async fn tick(app: &App) -> Result<()> {
    let over = hall_store::over(&mut app.db.read().await?, app.clock.now()).await?;
    for (hall, space) in over {
        let mut act = Act::begin(app, &Visitor::program(), space, &CLOSE_HALL).await?;
        match close(&mut act, hall).await {
            Ok(()) => act.commit().await?,
            // Another node was first.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
