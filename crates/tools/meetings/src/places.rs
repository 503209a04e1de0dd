//! Who comes: answers, seats and the queue for them, what people need, and who was there.

use samskab_platform::calendar::Method;
use samskab_platform::{Act, Error, Result, person};
use uuid::Uuid;

use crate::acts::open_meeting;
use crate::model::{INNER, Needs, Reply, moves_up, seat};
use crate::store::{self, Meeting, NewPlace, Somebody};
use crate::telling::{notice, tell};

/// The meeting, while one can still answer.
async fn answerable(act: &mut Act<'_>, id: Uuid) -> Result<Meeting> {
    let at = act.at();
    let meeting = open_meeting(act, id).await?;
    if meeting.is_held(at) { Err(Error::Refused("meetings-is-over")) } else { Ok(meeting) }
}

/// A seat or a place in the queue, for somebody who had neither.
async fn seat_for(act: &mut Act<'_>, m: &Meeting) -> Result<Reply> {
    let seated = store::taken(act.sql(), m.id, Reply::Coming).await?;
    let waiting = store::taken(act.sql(), m.id, Reply::Waiting).await?;
    Ok(seat(m.capacity, seated, waiting))
}

/// The actor says whether they come: `wish` is coming, online or declined. Gives what became of it: a seat, or a place in the
/// queue.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not on the team, to its own meeting, [`Error::Refused`] where it is too late,
/// [`Error::BadRequest`] for a wish the meeting does not offer, or when the database fails.
pub async fn reply(act: &mut Act<'_>, id: Uuid, wish: Reply, needs: impl Into<Needs>) -> Result<Reply> {
    let needs = if wish == Reply::Declined { Needs::default() } else { needs.into() };
    let meeting = answerable(act, id).await?;
    let (who, at, of_team) = (act.person()?, act.at(), act.holds_any(INNER));
    let invited = store::invited(act.sql(), id).await?.iter().any(|p| p.id == who);
    if !meeting.is_open() && !of_team {
        return Err(Error::Forbidden("meetings.reply"));
    }
    let before = store::own(act.sql(), id, who).await?;
    let had = before.as_ref().map(|r| r.state);
    let now = match wish {
        Reply::Declined => Reply::Declined,
        Reply::Online if !meeting.online.is_empty() => Reply::Online,
        Reply::Coming => match had {
            Some(kept @ (Reply::Coming | Reply::Waiting)) => kept,
            _ => seat_for(act, &meeting).await?,
        },
        _ => return Err(Error::BadRequest("error-form")),
    };
    let place = match before {
        Some(r) if had == Some(now) => r.id,
        Some(r) => {
            store::set_reply(act.sql(), r.id, now, of_team, at).await?;
            r.id
        }
        None => {
            let new = act.new_id();
            let place = NewPlace { id: new, meeting: id, person: Some(who), name: "", state: now, attended: false, of_team, entered_by: None, at };
            store::register(act.sql(), &place).await?;
            new
        }
    };
    store::set_need(act.sql(), place, id, Some(who), &needs).await?;
    if matches!(now, Reply::Coming | Reply::Online | Reply::Waiting) && meeting.is_open() {
        act.contributed("meeting").await?;
    }
    // Whoever was called, or has a seat, has it in their calendar.
    let held = matches!(had, Some(Reply::Coming | Reply::Online)) || invited && had != Some(Reply::Declined);
    match now {
        Reply::Coming | Reply::Online if !held => into_calendar(act, &meeting, who, Method::Request, had == Some(Reply::Declined)).await?,
        Reply::Declined if held => into_calendar(act, &meeting, who, Method::Cancel, true).await?,
        _ => {}
    }
    fill(act, &meeting).await?;
    act.refresh_pages();
    Ok(now)
}

/// Puts the meeting into the calendar of whoever has answered, or takes it out. A calendar heeds a message with a higher number than
/// the one it knows: `again` where it may know this one.
async fn into_calendar(act: &mut Act<'_>, m: &Meeting, who: Uuid, method: Method, again: bool) -> Result<()> {
    let p = person::find(act.sql(), who).await?;
    let word = if method == Method::Cancel { "mail-meeting-declined" } else { "mail-meeting-registered" };
    // Without an address there is no calendar of theirs, and they know what they answered.
    if method == Method::Cancel && p.email.is_none() {
        return Ok(());
    }
    let mut meeting = m.clone();
    if again {
        let (space, at) = (act.space().id, act.at());
        store::renumber(act.sql(), m.id, at).await?;
        meeting = store::one(act.sql(), space, m.id).await?;
    }
    let notice = notice(act, word, &meeting);
    tell(act, &Somebody { id: who, name: p.name, email: p.email }, &notice, &meeting, method).await
}

/// Gives free seats to those who wait, and tells them.
pub(crate) async fn fill(act: &mut Act<'_>, m: &Meeting) -> Result<()> {
    let waiting = store::queue(act.sql(), m.id).await?;
    if waiting.is_empty() || m.is_held(act.at()) {
        return Ok(());
    }
    let seated = store::taken(act.sql(), m.id, Reply::Coming).await?;
    let order: Vec<Uuid> = waiting.iter().map(|(id, _)| *id).collect();
    for up in moves_up(m.capacity, seated, &order) {
        store::move_up(act.sql(), up).await?;
        // Whoever was entered by the staff is rung up by them: the list says that they have a seat.
        if let Some((_, Some(who))) = waiting.iter().find(|(id, _)| *id == up) {
            let p = person::find(act.sql(), *who).await?;
            let notice = notice(act, "mail-meeting-seat", m);
            tell(act, &Somebody { id: *who, name: p.name, email: p.email }, &notice, m, Method::Request).await?;
        }
    }
    Ok(())
}

/// Enters somebody who has rung or written, under their name; gives whether they have a seat or wait for one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is too late, or when the database fails.
pub async fn enter(act: &mut Act<'_>, id: Uuid, name: &str, needs: impl Into<Needs>) -> Result<Reply> {
    let needs = needs.into();
    let meeting = open_meeting(act, id).await?;
    let (new, at, by) = (act.new_id(), act.at(), act.person()?);
    // After the meeting it is somebody who was there and had not said so before.
    let attended = meeting.is_held(at);
    let state = if attended { Reply::Silent } else { seat_for(act, &meeting).await? };
    store::register(act.sql(), &NewPlace { id: new, meeting: id, person: None, name, state, attended, of_team: false, entered_by: Some(by), at }).await?;
    store::set_need(act.sql(), new, id, None, &if attended { Needs::default() } else { needs }).await?;
    act.refresh_pages();
    Ok(state)
}

/// Strikes out somebody who was entered by the staff; the first who waits gets their seat.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`] for somebody who answers for themselves, or when the database fails.
pub async fn strike(act: &mut Act<'_>, id: Uuid, registration: Uuid) -> Result<()> {
    let meeting = open_meeting(act, id).await?;
    let found = store::registration(act.sql(), id, registration).await?;
    if found.person_id.is_some() {
        return Err(Error::Forbidden("meetings.enter"));
    }
    store::strike(act.sql(), registration).await?;
    fill(act, &meeting).await?;
    act.refresh_pages();
    Ok(())
}

/// Somebody on the list of a meeting: by their answer, or as one of the team who has not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Their answer.
    Registration(Uuid),
    /// The person.
    Person(Uuid),
}

impl Row {
    /// The value of its box in the form.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Row::Registration(id) => format!("r:{id}"),
            Row::Person(id) => format!("p:{id}"),
        }
    }
}

/// Notes who was there.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is not on the list, or when the database fails.
pub async fn attend(act: &mut Act<'_>, id: Uuid, rows: &[(Row, bool)]) -> Result<()> {
    let meeting = open_meeting(act, id).await?;
    let (space, at) = (act.space().id, act.at());
    let team: Vec<Uuid> = store::team(act.sql(), space).await?.into_iter().map(|p| p.id).collect();
    for (row, there) in rows {
        match row {
            Row::Registration(registration) => {
                let found = store::registration(act.sql(), id, *registration).await?;
                let of_team = found.person_id.is_some_and(|person| team.contains(&person));
                store::set_attended(act.sql(), *registration, *there, of_team).await?;
            }
            Row::Person(person) if *there => {
                if !team.contains(person) {
                    return Err(Error::NotFound);
                }
                let new = NewPlace {
                    id: act.new_id(),
                    meeting: meeting.id,
                    person: Some(*person),
                    name: "",
                    state: Reply::Silent,
                    attended: true,
                    of_team: true,
                    entered_by: None,
                    at,
                };
                store::register(act.sql(), &new).await?;
            }
            Row::Person(_) => {}
        }
    }
    act.refresh_pages();
    Ok(())
}
