//! What helpers do: take a time, give it back, say no. And what they are told of it: the time, and nothing else.

use samskab_platform::calendar::{self, Appointment, Mailbox, Method};
use samskab_platform::notice::{Notice, Said};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, person};
use uuid::Uuid;

use crate::acts::coordinators;
use crate::ask_store::{self, Ask};
use crate::slot_store::{self, Slot};
use crate::store;

/// Where a helper who signs in sees what they have taken.
pub(crate) const OWN: &str = "/min-side/kreds";

/// A time as it stands in the helper's own calendar: when, and that they help. Not where, not whom.
pub(crate) fn appointment(app: &App, slot: &Slot, lang: Lang) -> Appointment {
    Appointment {
        uid: format!("{}@{}", slot.id, calendar::host(app)),
        sequence: slot.changed,
        changed_at: slot.taken_at.unwrap_or(slot.starts_at),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        title: app.words.say(lang, "circle-calendar-title", &[]),
        place: String::new(),
        description: app.words.say(lang, "circle-calendar-text", &[]),
        url: format!("{}{OWN}", app.settings.base_url),
        cancelled: slot.cancelled_at.is_some(),
    }
}

async fn calendar_of(act: &mut Act<'_>, slot: &Slot, who: Uuid, method: Method) -> Result<String> {
    let (app, person) = (act.app(), person::find(act.sql(), who).await?);
    let Some(email) = &person.email else { return Ok(String::new()) };
    let attendee = Mailbox { name: person.name.clone(), email: email.clone() };
    Ok(calendar::message(&appointment(app, slot, person.lang()), method, &calendar::organizer(app), Some(&attendee)))
}

async fn tell(act: &mut Act<'_>, slot: &Slot, who: Uuid, word: &'static str, method: Method) -> Result<()> {
    let calendar = calendar_of(act, slot, who, method).await?;
    let notice = Notice::new(word, OWN, act.new_id()).with("time", Said::Time(slot.starts_at)).direct().calendar(calendar);
    act.tell(who, &notice).await
}

/// Tells a helper that a time is called off.
pub(crate) async fn tell_cancelled(act: &mut Act<'_>, slot: &Slot, who: Uuid) -> Result<()> {
    tell(act, slot, who, "mail-circle-cancelled", Method::Cancel).await
}

/// Tells a helper that a time has moved.
pub(crate) async fn tell_moved(act: &mut Act<'_>, slot: &Slot, who: Uuid) -> Result<()> {
    tell(act, slot, who, "mail-circle-moved", Method::Request).await
}

async fn tell_coordinators(act: &mut Act<'_>, notice: &Notice) -> Result<()> {
    let (space, actor) = (act.space().id, act.actor());
    for person in coordinators(act.sql(), space).await? {
        if Some(person) != actor {
            act.tell(person, notice).await?;
        }
    }
    Ok(())
}

/// Gives a time to somebody; it stands in their calendar.
///
/// # Errors
/// [`Error::Refused`] where another was quicker, where they help already at that time or the family does not want them, or when the
/// database fails.
pub(crate) async fn give(act: &mut Act<'_>, slot: Uuid, who: Uuid) -> Result<()> {
    let (space, at) = (act.space().clone(), act.at());
    if store::unwanted(act.sql(), space.id, who).await? {
        return Err(Error::Refused("circle-unwanted"));
    }
    if slot_store::overlaps(act.sql(), slot, who).await? {
        return Err(Error::Refused("circle-overlaps"));
    }
    if !slot_store::take(act.sql(), space.id, slot, who, at).await? {
        return Err(Error::Refused("circle-taken"));
    }
    if let Some(ask) = ask_store::in_space(act.sql(), space.id, who).await? {
        ask_store::answer(act.sql(), ask.id, "yes", at).await?;
    }
    let slot = slot_store::one(act.sql(), space.id, slot).await?;
    tell(act, &slot, who, "mail-circle-taken", Method::Request).await?;
    act.refresh_pages();
    let open = slot_store::of_space(act.sql(), space.id).await?.iter().any(|s| s.is_open(at));
    if !open {
        tell_coordinators(act, &Notice::new("mail-circle-filled", format!("/forloeb/{}/kreds", space.slug), act.new_id()).pressing()).await?;
    }
    Ok(())
}

/// Takes a time as the one who was asked.
///
/// # Errors
/// [`Error::NotFound`] for what they were not asked for, or as [`give`].
pub(crate) async fn take(act: &mut Act<'_>, ask: &Ask, slot: Uuid) -> Result<()> {
    let space = act.space().id;
    let found = slot_store::one(act.sql(), space, slot).await?;
    if ask.space_id != space || !ask_store::needs(act.sql(), ask.id).await?.contains(&found.need_id) {
        return Err(Error::NotFound);
    }
    // Pressed twice: it is theirs.
    if found.person_id == Some(ask.person_id) && found.cancelled_at.is_none() {
        return Ok(());
    }
    give(act, slot, ask.person_id).await
}

/// The same for the demonstration: takes the first time of what somebody was asked for; false where none is open.
///
/// # Errors
/// When the database fails.
pub async fn take_first(act: &mut Act<'_>, who: Uuid) -> Result<bool> {
    let (space, at) = (act.space().id, act.at());
    let Some(ask) = ask_store::in_space(act.sql(), space, who).await? else { return Ok(false) };
    let needs = ask_store::needs(act.sql(), ask.id).await?;
    let slots = slot_store::of_space(act.sql(), space).await?;
    let Some(slot) = slots.iter().find(|s| needs.contains(&s.need_id) && s.is_open(at)) else { return Ok(false) };
    take(act, &ask, slot.id).await.map(|()| true)
}

/// Frees a time somebody had taken: others can take it, the coordinators are told.
///
/// # Errors
/// [`Error::NotFound`] for a time that is not theirs, [`Error::Refused`] for one that has begun, or when the database fails.
pub(crate) async fn give_back(act: &mut Act<'_>, slot: Uuid, who: Uuid) -> Result<()> {
    let (space, at, id) = (act.space().id, act.at(), act.new_id());
    let slot = slot_store::one(act.sql(), space, slot).await?;
    if slot.person_id != Some(who) || slot.cancelled_at.is_some() {
        return Err(Error::NotFound);
    }
    if slot.starts_at <= at {
        return Err(Error::Refused("circle-begun"));
    }
    slot_store::free(act.sql(), slot.id).await?;
    slot_store::insert_drop(act.sql(), id, slot.id, who, at).await?;
    tell(act, &slot, who, "mail-circle-freed", Method::Cancel).await?;
    tell_dropped(act, &slot).await?;
    act.refresh_pages();
    Ok(())
}

async fn tell_dropped(act: &mut Act<'_>, slot: &Slot) -> Result<()> {
    let link = format!("/forloeb/{}/kreds/tid/{}", act.space().slug, slot.id);
    let notice = Notice::new("mail-circle-dropped", link, act.new_id()).with("time", Said::Time(slot.starts_at)).direct();
    tell_coordinators(act, &notice).await
}

/// Frees the times ahead of somebody the family does not want; they are told that the times are off, and not why.
///
/// # Errors
/// When the database fails.
pub(crate) async fn turn_away(act: &mut Act<'_>, who: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    for slot in slot_store::of_space(act.sql(), space).await?.into_iter().filter(|s| s.person_id == Some(who) && s.ends_at > at) {
        slot_store::free(act.sql(), slot.id).await?;
        tell_cancelled(act, &slot, who).await?;
        tell_dropped(act, &slot).await?;
    }
    if let Some(ask) = ask_store::in_space(act.sql(), space, who).await? {
        ask_store::answer(act.sql(), ask.id, "no", at).await?;
    }
    Ok(())
}

/// Notes that somebody cannot help this time. What they have taken stays theirs.
///
/// # Errors
/// When the database fails.
pub(crate) async fn decline(act: &mut Act<'_>, ask: &Ask) -> Result<()> {
    let at = act.at();
    ask_store::answer(act.sql(), ask.id, "no", at).await?;
    act.refresh_pages();
    Ok(())
}

/// Notes that somebody has read what they need for their times.
pub(crate) async fn read(act: &mut Act<'_>, who: Uuid) -> Result<()> {
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    store::read_by(act.sql(), id, space, who, "circle-read-own", at).await
}
