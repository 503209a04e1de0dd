//! The agenda: its items, their order, who leaves one, and who knows their duty of confidentiality.

use samskab_platform::tool::{self, Shut};
use samskab_platform::{Act, Error, Result, journal};
use uuid::Uuid;

use crate::acts::{RUNS, open_meeting};
use crate::model::{Minutes, Sight, sight};
use crate::store::{Item, ItemText, Meeting};
use crate::{minutes_store, store};

async fn screen(act: &mut Act<'_>, t: &ItemText) -> Result<()> {
    // A closed item is read by the team alone, who may have to speak of a person.
    if !t.ground.is_empty() {
        return Ok(());
    }
    act.screen(&[("title", &t.title), ("presentation", &t.presentation), ("proposal", &t.proposal), ("presenter", &t.presenter)]).await
}

/// What everyone may know of an item: a closed one has no title.
fn payload(t: &ItemText) -> serde_json::Value {
    serde_json::json!({ "title": if t.ground.is_empty() { t.title.as_str() } else { "" } })
}

/// The item and its meeting, while the agenda can still be changed.
async fn changeable(act: &mut Act<'_>, id: Uuid) -> Result<(Meeting, Item)> {
    let space = act.space().id;
    let item = store::item(act.sql(), space, id).await?;
    let meeting = open_meeting(act, item.meeting_id).await?;
    if meeting.minutes_state == Minutes::Draft { Ok((meeting, item)) } else { Err(Error::Refused("meetings-minutes-closed")) }
}

/// Puts an item at the end of a meeting's agenda; gives its id.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where the meeting is cancelled or its minutes are closed, or when the database fails.
pub async fn add(act: &mut Act<'_>, meeting: Uuid, text: &ItemText) -> Result<Uuid> {
    let found = open_meeting(act, meeting).await?;
    if found.minutes_state != Minutes::Draft {
        return Err(Error::Refused("meetings-minutes-closed"));
    }
    screen(act, text).await?;
    let (id, at) = (act.new_id(), act.at());
    let place = store::last_place(act.sql(), meeting).await? + 1;
    store::insert_item(act.sql(), id, meeting, place, text).await?;
    minutes_store::begin(act.sql(), meeting, id, at).await?;
    act.record("agenda_item", id, payload(text)).await?;
    Ok(id)
}

/// Changes an item.
///
/// # Errors
/// As [`add`]; [`Error::Forbidden`] for a closed item the actor may not see.
pub async fn change(act: &mut Act<'_>, id: Uuid, text: &ItemText) -> Result<()> {
    let (_, item) = changeable(act, id).await?;
    demand_sight(act, &item).await?;
    screen(act, text).await?;
    store::change_item(act.sql(), id, text).await?;
    if item.is_closed() == text.ground.is_empty() {
        shut(act, &item, if text.ground.is_empty() { Shut::Opened } else { Shut::Closed }).await?;
    }
    act.record("agenda_item", id, payload(text)).await
}

/// What belongs to an item follows it when it is closed or opened, and what the journal said of it is not for everyone any more.
async fn shut(act: &mut Act<'_>, item: &Item, how: Shut) -> Result<()> {
    let (space, today) = (act.space().id, act.today());
    let decisions = minutes_store::of_meeting(act.sql(), item.meeting_id).await?;
    let things = decisions.iter().filter(|d| d.item_id == Some(item.id)).map(|d| ("decision", d.id)).chain([("agenda_item", item.id)]);
    for (kind, id) in things {
        if how == Shut::Closed {
            journal::withhold(act.sql(), space, id, today).await?;
        }
        tool::shut(act, kind, id, how).await?;
    }
    Ok(())
}

/// Takes an item off the agenda.
///
/// # Errors
/// As [`change`]; [`Error::Refused`] where something has been written or decided about it.
pub async fn remove(act: &mut Act<'_>, id: Uuid) -> Result<Uuid> {
    let (meeting, item) = changeable(act, id).await?;
    demand_sight(act, &item).await?;
    let written = minutes_store::text(act.sql(), meeting.id, id).await?;
    if !written.text.trim().is_empty() || minutes_store::has_decisions(act.sql(), id).await? {
        return Err(Error::Refused("meetings-item-used"));
    }
    shut(act, &item, Shut::Gone).await?;
    store::delete_item(act.sql(), id).await?;
    number(act, meeting.id).await?;
    let title = if item.is_closed() { "" } else { item.title.as_str() };
    act.record("meeting", meeting.id, serde_json::json!({ "title": title })).await?;
    Ok(meeting.id)
}

/// Numbers the items anew, so that none is missing.
async fn number(act: &mut Act<'_>, meeting: Uuid) -> Result<()> {
    let items = store::items(act.sql(), meeting).await?;
    for (place, item) in (1..).zip(items) {
        store::set_place(act.sql(), item.id, place).await?;
    }
    Ok(())
}

/// Moves an item one place up or down; gives its meeting.
///
/// # Errors
/// As [`add`].
pub async fn shift(act: &mut Act<'_>, id: Uuid, up: bool) -> Result<Uuid> {
    let (meeting, item) = changeable(act, id).await?;
    let items = store::items(act.sql(), meeting.id).await?;
    let at = items.iter().position(|i| i.id == item.id).ok_or(Error::NotFound)?;
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.and_then(|o| items.get(o)) {
        store::set_place(act.sql(), item.id, other.place).await?;
        store::set_place(act.sql(), other.id, item.place).await?;
        act.refresh_pages();
    }
    Ok(meeting.id)
}

/// What the actor sees of an item.
pub(crate) async fn sight_of(act: &mut Act<'_>, item: &Item) -> Result<Sight> {
    if !item.is_closed() {
        return Ok(Sight::Whole);
    }
    let (space, person) = (act.space().id, act.person()?);
    let recused = store::recused(act.sql(), item.meeting_id).await?.iter().any(|r| r.item_id == item.id && r.id == person);
    let promised = store::has_promised(act.sql(), space, person).await?;
    Ok(sight(true, act.roles(), recused, promised))
}

pub(crate) async fn demand_sight(act: &mut Act<'_>, item: &Item) -> Result<()> {
    if sight_of(act, item).await? == Sight::Whole { Ok(()) } else { Err(Error::Forbidden("meetings.closed")) }
}

/// Notes that somebody on the team leaves while an item is treated, or takes that back. One says it of oneself; those who run
/// the meeting say it of anybody.
///
/// # Errors
/// [`Error::Forbidden`] for somebody else, [`Error::NotFound`] for somebody who is not on the team, [`Error::Refused`] where
/// the minutes are closed, or when the database fails.
pub async fn recuse(act: &mut Act<'_>, id: Uuid, person: Uuid, leaves: bool) -> Result<()> {
    let (_, item) = changeable(act, id).await?;
    let (space, at) = (act.space().id, act.at());
    if act.actor() != Some(person) && !act.holds_any(RUNS) {
        return Err(Error::Forbidden("meetings.recuse"));
    }
    // Whoever has left cannot come back by their own hand alone: it is for those who run the meeting.
    if !leaves && !act.holds_any(RUNS) {
        return Err(Error::Forbidden("meetings.recuse"));
    }
    if !store::team(act.sql(), space).await?.iter().any(|p| p.id == person) {
        return Err(Error::NotFound);
    }
    if leaves {
        store::recuse(act.sql(), id, person, at).await?;
    } else {
        store::unrecuse(act.sql(), id, person).await?;
    }
    let title = if item.is_closed() { "" } else { item.title.as_str() };
    act.record("agenda_item", id, serde_json::json!({ "title": title, "leaves": if leaves { "yes" } else { "no" } })).await
}

/// The actor knows their duty of confidentiality; false where they have said so before.
///
/// # Errors
/// When the database fails.
pub async fn promise(act: &mut Act<'_>, meeting: Uuid) -> Result<bool> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    let title = store::one(act.sql(), space, meeting).await?.title;
    let new = store::promise(act.sql(), space, person, at).await?;
    if new {
        act.record("meeting", meeting, serde_json::json!({ "title": title })).await?;
    }
    Ok(new)
}
