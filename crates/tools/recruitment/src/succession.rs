//! Leaving a seat, and who is next.

use chrono::{Duration, NaiveDate};
use samskab_platform::access::Role;
use samskab_platform::outbox::Notice;
use samskab_platform::session::token_hash;
use samskab_platform::{Act, App, Error, Result, space};
use uuid::Uuid;

use crate::acts::{OFFER, TIDY, VACATE};
use crate::model::{DRAFT_DAYS, Reason, answer_by, warned_until};
use crate::seats::seat;
use crate::store;
use crate::succession_store::{self, Alternate};
use crate::{calls, interest_store};

/// What the tool does every few seconds: mostly to see that there is nothing to do.
pub(crate) async fn tick(app: &App) -> Result<()> {
    calls::close_overdue(app).await?;
    notice_leavers(app).await?;
    end_terms(app).await?;
    warn_of_ends(app).await?;
    expire(app).await?;
    offer_due(app).await?;
    forget_drafts(app).await
}

fn pages(act: &Act<'_>) -> String {
    format!("/forloeb/{}/pladser", act.space().slug)
}

/// Tells the space's secretaries, except the one who did it.
async fn tell_secretaries(act: &mut Act<'_>, notice: &Notice) -> Result<()> {
    let (space, actor) = (act.space().id, act.actor());
    for secretary in space::with_role(act.sql(), space, Role::Secretary).await? {
        if Some(secretary) != actor {
            act.tell(secretary, notice).await?;
        }
    }
    Ok(())
}

/// Tells the secretaries that a seat is free: whether somebody is asked, or nobody is left to ask.
async fn tell_of_vacancy(act: &mut Act<'_>, profile: Uuid, title: &str) -> Result<()> {
    let asked = succession_store::next(act.sql(), profile).await?.is_some();
    let word = if asked { "mail-seat-vacant-asked" } else { "mail-seat-vacant-none" };
    let notice = Notice::new(word, pages(act), act.new_id()).with("seat", title);
    // Where nobody is left to ask, the seat stays empty until a secretary does something.
    let notice = if asked { notice } else { notice.pressing() };
    tell_secretaries(act, &notice).await
}

/// Notes that somebody has left their seat, and takes the role that came with it unless another seat gives it. The reason is never
/// in the journal.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is noted already, or when the database fails.
pub async fn vacate(act: &mut Act<'_>, holding: Uuid, reason: Reason, on: NaiveDate) -> Result<()> {
    let space = act.space().id;
    let held = store::holding(act.sql(), space, holding).await?;
    act.record("seat", held.profile_id, serde_json::json!({ "title": held.title })).await?;
    if !store::leave(act.sql(), holding, on, reason.key()).await? {
        return Err(Error::Refused("recruitment-left-already"));
    }
    let others = store::held_by(act.sql(), space, held.person_id).await?;
    if !others.iter().any(|h| h.role == held.role) {
        space::take_role(act.sql(), space, held.person_id, held.role).await?;
    }
    if reason != Reason::Left {
        let notice = Notice::new("mail-seat-ended", pages(act), holding).with("seat", &held.title).direct();
        act.tell(held.person_id, &notice).await?;
    }
    if reason != Reason::Term {
        tell_of_vacancy(act, held.profile_id, &held.title).await?;
    }
    Ok(())
}

/// An act by the program that may find that another node was first.
async fn unless_done(act: Act<'_>, done: Result<()>) -> Result<()> {
    match done {
        Ok(()) => act.commit().await,
        Err(Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whoever has left the team has left their seat.
async fn notice_leavers(app: &App) -> Result<()> {
    let due = succession_store::left(&mut app.db.read().await?).await?;
    for (holding, space) in due {
        let mut act = Act::begin_by_token(app, space, &VACATE).await?;
        let today = act.today();
        let done = vacate(&mut act, holding, Reason::Left, today).await;
        unless_done(act, done).await?;
    }
    Ok(())
}

async fn end_terms(app: &App) -> Result<()> {
    let due = succession_store::ended(&mut app.db.read().await?, app.clock.today()).await?;
    for (holding, space) in due {
        let mut act = Act::begin_by_token(app, space, &VACATE).await?;
        let held = store::holding(act.sql(), space, holding).await?;
        let done = vacate(&mut act, holding, Reason::Term, held.until_on.unwrap_or(held.from_on)).await;
        unless_done(act, done).await?;
    }
    Ok(())
}

/// Tells holder and secretaries that a term ends, once.
async fn warn_of_ends(app: &App) -> Result<()> {
    let today = app.clock.today();
    let due = succession_store::ending(&mut app.db.read().await?, today, warned_until(today)).await?;
    for (holding, space) in due {
        let mut act = Act::begin_by_token(app, space, &TIDY).await?;
        let at = act.at();
        let held = store::holding(act.sql(), space, holding).await?;
        let Some(until) = held.until_on else { continue };
        if succession_store::warned(act.sql(), holding, at).await? {
            let notice = Notice::new("mail-seat-ending", pages(&act), holding).with("seat", &held.title).with("date", until).direct();
            act.tell(held.person_id, &notice).await?;
            let notice = Notice::new("mail-seat-ending-secretary", pages(&act), holding).with("seat", &held.title).with("date", until).due_on(until);
            tell_secretaries(&mut act, &notice).await?;
            act.commit().await?;
        }
    }
    Ok(())
}

/// Offers that nobody has answered in time go to the next.
async fn expire(app: &App) -> Result<()> {
    let due = succession_store::expired(&mut app.db.read().await?, app.clock.today()).await?;
    for alternate in due {
        let mut act = Act::begin_by_token(app, alternate.space_id, &TIDY).await?;
        let at = act.at();
        if succession_store::answer(act.sql(), alternate.id, "expired", at).await? {
            tell_of_vacancy(&mut act, alternate.profile_id, &alternate.title).await?;
            act.refresh_pages();
            act.commit().await?;
        }
    }
    Ok(())
}

/// Offers seats that somebody has left to whoever is next.
///
/// # Errors
/// When the database fails.
pub async fn offer_due(app: &App) -> Result<()> {
    let today = app.clock.today();
    let due = succession_store::due(&mut app.db.read().await?, today).await?;
    for (profile, space) in due {
        let mut act = Act::begin_by_token(app, space, &OFFER).await?;
        let Some(next) = succession_store::next(act.sql(), profile).await? else { continue };
        let (token, at, last) = (app.clock.token(), act.at(), answer_by(today));
        if succession_store::offer(act.sql(), next.id, token_hash(&token), at, last).await? {
            act.record("seat", profile, serde_json::json!({ "title": next.title })).await?;
            let notice = Notice::new("mail-seat-offer", format!("/plads/{token}"), next.id).with("seat", &next.title).with("date", last).direct();
            act.tell(next.person_id, &notice).await?;
            act.commit().await?;
        }
    }
    Ok(())
}

async fn answer(act: &mut Act<'_>, alternate: Uuid, answer: &str) -> Result<Alternate> {
    let (space, at) = (act.space().id, act.at());
    let found = succession_store::maybe(act.sql(), alternate).await?.filter(|a| a.space_id == space && a.offered_at.is_some()).ok_or(Error::NotFound)?;
    // The entry comes first: it holds the space's chain, so that a seat is not given twice at the same moment.
    act.record("seat", found.profile_id, serde_json::json!({ "title": found.title })).await?;
    if succession_store::answer(act.sql(), alternate, answer, at).await? { Ok(found) } else { Err(Error::Refused("recruitment-offer-answered")) }
}

/// Says yes to an offered seat. The caller has checked that it is they who answer, or a secretary for them.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it was answered or the seat is taken, or when the database fails.
pub async fn accept(act: &mut Act<'_>, alternate: Uuid) -> Result<()> {
    let found = answer(act, alternate, "accepted").await?;
    let (space, today) = (act.space().id, act.today());
    let profile = store::profile(act.sql(), space, found.profile_id).await?;
    if profile.free() == 0 {
        return Err(Error::Refused("recruitment-no-free-seat"));
    }
    seat(act, &profile, found.person_id, today).await?;
    let notice = Notice::new("mail-seat-accepted", pages(act), alternate).with("seat", &found.title);
    tell_secretaries(act, &notice).await
}

/// Says no thank you to an offered seat.
///
/// # Errors
/// As [`accept`].
pub async fn decline(act: &mut Act<'_>, alternate: Uuid) -> Result<()> {
    let found = answer(act, alternate, "declined").await?;
    tell_of_vacancy(act, found.profile_id, &found.title).await
}

async fn forget_drafts(app: &App) -> Result<()> {
    let before = app.clock.now() - Duration::days(DRAFT_DAYS);
    if interest_store::old_drafts(&mut app.db.read().await?, before).await? == 0 {
        return Ok(());
    }
    let mut act = Act::begin_at_desk(app, &samskab_platform::Visitor::program(), &TIDY).await?;
    interest_store::forget_old_drafts(act.sql(), before).await?;
    act.commit().await
}
