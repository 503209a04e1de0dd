//! The board: who takes a seat, who leaves it, and the role that comes and goes with it.

use chrono::NaiveDate;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, App, Error, Result, person, space};
use uuid::Uuid;

use crate::acts::VACATE;
use crate::board_store::{self, New, Seat};
use crate::model::Post;

/// Somebody takes a seat: whatever else they held on the board ends that day, and the role follows.
pub(crate) async fn sit(act: &mut Act<'_>, new: &New) -> Result<()> {
    let at = act.at();
    for held in board_store::held_by(act.sql(), new.space, new.person).await? {
        board_store::leave(act.sql(), held.id, new.elected_on).await?;
        take_role(act, &held, new.post.role()).await?;
    }
    board_store::insert(act.sql(), new).await?;
    if let Some(role) = new.post.role() {
        space::give_role(act.sql(), new.space, new.person, role, at).await?;
    }
    Ok(())
}

/// The role that came with a seat goes, unless the next one brings the same.
async fn take_role(act: &mut Act<'_>, held: &Seat, next: Option<samskab_platform::access::Role>) -> Result<()> {
    let still = board_store::held_by(act.sql(), held.space_id, held.person_id).await?;
    match held.post.role() {
        Some(role) if next != Some(role) && !still.iter().any(|s| s.post.role() == Some(role)) => {
            space::take_role(act.sql(), held.space_id, held.person_id, role).await
        }
        _ => Ok(()),
    }
}

/// Ends a seat, and the role with it.
pub(crate) async fn end(act: &mut Act<'_>, seat: &Seat, on: NaiveDate) -> Result<bool> {
    if !board_store::leave(act.sql(), seat.id, on).await? {
        return Ok(false);
    }
    take_role(act, seat, None).await?;
    Ok(true)
}

/// Notes that somebody sits on the board who was elected before, or whom the board has taken in between two general meetings.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is neither a member nor has a part in the space, or when the database fails.
pub async fn seat(act: &mut Act<'_>, who: Uuid, post: Post, elected_on: NaiveDate, until_on: NaiveDate) -> Result<()> {
    let (id, space) = (act.new_id(), act.space().id);
    // The entry comes first: it holds the space's chain, so that two who note the same do it after each other.
    act.record("board", space, serde_json::json!({ "post": post.key() })).await?;
    if !board_store::named(act.sql(), space).await?.iter().any(|(id, _)| *id == who) {
        return Err(Error::NotFound);
    }
    if matches!(post, Post::Chair | Post::Treasurer) {
        for other in board_store::of_space(act.sql(), space).await?.iter().filter(|s| s.post == post && s.left_on.is_none() && s.person_id != who) {
            end(act, other, elected_on).await?;
        }
    }
    sit(act, &New { id, space, person: who, post, elected_on, until_on, meeting: None }).await
}

/// Notes that somebody has left the board.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is noted, or when the database fails.
pub async fn vacate(act: &mut Act<'_>, id: Uuid, on: NaiveDate) -> Result<()> {
    let space = act.space().id;
    let seat = board_store::one(act.sql(), space, id).await?;
    act.record("board", space, serde_json::json!({ "post": seat.post.key() })).await?;
    if end(act, &seat, on).await? { Ok(()) } else { Err(Error::Refused("association-left-already")) }
}

/// Terms that are over end by themselves, and with them the role. Whoever sat there is told.
pub(crate) async fn end_terms(app: &App) -> Result<()> {
    let over = board_store::over(&mut app.db.read().await?, app.clock.today()).await?;
    for seat in over {
        let mut act = Act::begin_by_token(app, seat.space_id, &VACATE).await?;
        match vacate(&mut act, seat.id, seat.until_on).await {
            Ok(()) => {}
            // Another node was first.
            Err(Error::Refused(_)) => continue,
            Err(error) => return Err(error),
        }
        if person::find(act.sql(), seat.person_id).await?.is_here() {
            let link = format!("/forloeb/{}/forening/bestyrelse", act.space().slug);
            act.tell(seat.person_id, &Notice::new("mail-association-term", link, seat.id).with("date", seat.until_on).direct()).await?;
        }
        act.commit().await?;
    }
    Ok(())
}
