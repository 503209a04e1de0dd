//! The minutes, written together: one text for each item, and one for everything else. What is sent is merged with what
//! others have written meanwhile, so that no word is lost. And what becomes of them: decisions, approval, corrections.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::changes::merge;
use samskab_platform::clock::hex;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::agenda::demand_sight;
use crate::minutes_store::{self, DecisionText, NewDecision, Text};
use crate::model::{Minutes, Sight};
use crate::store::{self, Item, Meeting};

/// The longest text of an item's minutes, in characters.
pub const LONGEST: usize = 40_000;

/// What somebody sends: the text they began with, and what it is now.
#[derive(Debug, Clone)]
pub struct Edit<'a> {
    /// Its number; sent twice, it is written once.
    pub id: Uuid,
    /// The item, or the meeting itself.
    pub text: Uuid,
    /// What they began with.
    pub base: &'a str,
    /// What they made of it.
    pub mine: &'a str,
}

/// The meeting, while its minutes are in this state.
async fn in_state(act: &mut Act<'_>, id: Uuid, state: Minutes, word: &'static str) -> Result<Meeting> {
    let space = act.space().id;
    let meeting = store::take(act.sql(), space, id).await?;
    if meeting.minutes_state == state { Ok(meeting) } else { Err(Error::Refused(word)) }
}

/// Writes what somebody sent into the minutes; gives the text as it then stands.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where the minutes are closed, [`Error::Forbidden`] for a closed item the actor may
/// not see, [`Error::BadRequest`] where the text is too long, or when the database fails.
pub(crate) async fn write(act: &mut Act<'_>, meeting: Uuid, edit: &Edit<'_>) -> Result<Text> {
    in_state(act, meeting, Minutes::Draft, "meetings-minutes-closed").await?;
    let (space, at) = (act.space().id, act.at());
    if edit.text != meeting {
        let item = store::item(act.sql(), space, edit.text).await?;
        if item.meeting_id != meeting {
            return Err(Error::NotFound);
        }
        demand_sight(act, &item).await?;
    }
    let now = minutes_store::text(act.sql(), meeting, edit.text).await?;
    if edit.base == edit.mine || !minutes_store::is_new(act.sql(), edit.id, at).await? {
        return Ok(now);
    }
    let merged = merge(edit.base, edit.mine, &now.text);
    if merged == now.text {
        return Ok(now);
    }
    if merged.chars().count() > LONGEST {
        return Err(Error::BadRequest("meetings-minutes-too-long"));
    }
    minutes_store::set_text(act.sql(), edit.text, &merged, at).await?;
    Ok(Text { id: edit.text, text: merged, version: now.version + 1 })
}

/// The same for the demonstration: writes a text into the minutes.
///
/// # Errors
/// As for anybody who writes minutes.
pub async fn put(act: &mut Act<'_>, meeting: Uuid, text: Uuid, words: &str) -> Result<()> {
    let id = act.new_id();
    write(act, meeting, &Edit { id, text, base: "", mine: words }).await.map(|_| ())
}

/// Sends the minutes to the team for approval; nobody having objected by that day, they are approved.
///
/// # Errors
/// [`Error::Refused`] where they were sent before or the meeting has not begun, or when the database fails.
pub async fn send(act: &mut Act<'_>, id: Uuid, until: NaiveDate) -> Result<()> {
    let meeting = in_state(act, id, Minutes::Draft, "meetings-minutes-sent-before").await?;
    let (space, slug, at) = (act.space().id, act.space().slug.clone(), act.at());
    if meeting.cancelled_at.is_some() || meeting.starts_at > at {
        return Err(Error::Refused("meetings-not-held"));
    }
    screen(act, id).await?;
    minutes_store::set_state(act.sql(), id, Minutes::Sent, Some(at), Some(until), None).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title })).await?;
    let notice = Notice::new("mail-meeting-minutes", format!("/forloeb/{slug}/moeder/{id}/referat"), act.new_id());
    let notice = notice.with("title", &meeting.title).with("date", until).due_on(until);
    for person in store::team(act.sql(), space).await? {
        if act.actor() != Some(person.id) {
            act.tell(person.id, &notice).await?;
        }
    }
    Ok(())
}

/// Looks through what everyone will be able to read.
async fn screen(act: &mut Act<'_>, meeting: Uuid) -> Result<()> {
    let closed: Vec<Uuid> = store::items(act.sql(), meeting).await?.iter().filter(|i| i.is_closed()).map(|i| i.id).collect();
    let texts = minutes_store::texts(act.sql(), meeting).await?;
    let open: Vec<(String, String)> = texts.into_iter().filter(|t| !closed.contains(&t.id)).map(|t| (format!("text-{}", t.id), t.text)).collect();
    let open: Vec<(&str, &str)> = open.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    act.screen(&open).await
}

/// Takes the minutes back, so that the team can write on.
///
/// # Errors
/// [`Error::Refused`] where they are not out for approval, or when the database fails.
pub async fn take_back(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let meeting = in_state(act, id, Minutes::Sent, "meetings-minutes-not-sent").await?;
    minutes_store::set_state(act.sql(), id, Minutes::Draft, None, None, None).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title })).await
}

/// Somebody on the team objects: then the minutes are not approved by themselves.
///
/// # Errors
/// As [`take_back`].
pub async fn object(act: &mut Act<'_>, id: Uuid, text: &str) -> Result<()> {
    act.screen(&[("text", text)]).await?;
    let meeting = in_state(act, id, Minutes::Sent, "meetings-minutes-not-sent").await?;
    let (note, by, at) = (act.new_id(), act.person()?, act.at());
    minutes_store::note(act.sql(), note, id, "objection", text, by, at).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title })).await
}

/// Approves the minutes: from then on they stand as they are. The journal remembers a digest of them.
///
/// # Errors
/// As [`take_back`].
pub async fn approve(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let meeting = in_state(act, id, Minutes::Sent, "meetings-minutes-not-sent").await?;
    let at = act.at();
    minutes_store::set_state(act.sql(), id, Minutes::Approved, meeting.minutes_sent_at, meeting.objections_until, Some(at)).await?;
    let digest = digest(act, id).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title, "digest": digest })).await
}

/// SHA-256 over the texts of the minutes, the items in their order and everything else last, each with its length before it.
async fn digest(act: &mut Act<'_>, id: Uuid) -> Result<String> {
    let texts = minutes_store::texts(act.sql(), id).await?;
    let order = store::items(act.sql(), id).await?.into_iter().map(|i| i.id).chain([id]);
    let mut hasher = Sha256::new();
    for text in order.filter_map(|id| texts.iter().find(|t| t.id == id)) {
        hasher.update((text.text.len() as u64).to_be_bytes());
        hasher.update(text.text.as_bytes());
    }
    Ok(hex(&hasher.finalize()))
}

/// Adds a correction to minutes that are approved; what they say stays as it is.
///
/// # Errors
/// [`Error::Refused`] where they are not approved, or when the database fails.
pub async fn correct(act: &mut Act<'_>, id: Uuid, text: &str) -> Result<()> {
    act.screen(&[("text", text)]).await?;
    let meeting = in_state(act, id, Minutes::Approved, "meetings-minutes-not-approved").await?;
    let (note, by, at) = (act.new_id(), act.person()?, act.at());
    minutes_store::note(act.sql(), note, id, "correction", text, by, at).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title })).await
}

/// The year of a moment in Denmark: decisions are numbered within it.
fn year(at: DateTime<Utc>) -> i64 {
    i64::from(at.with_timezone(&Copenhagen).year())
}

/// Notes a decision of a meeting, with the next number of the space in the meeting's year; gives its id.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where the minutes are approved or the meeting has not begun, or when the database
/// fails.
pub async fn decide(act: &mut Act<'_>, meeting: Uuid, text: &DecisionText) -> Result<Uuid> {
    let (space, at, by, id) = (act.space().id, act.at(), act.person()?, act.new_id());
    let found = store::take(act.sql(), space, meeting).await?;
    if found.minutes_state == Minutes::Approved {
        return Err(Error::Refused("meetings-minutes-closed"));
    }
    if found.cancelled_at.is_some() || found.starts_at > at {
        return Err(Error::Refused("meetings-not-held"));
    }
    let item = match text.item {
        Some(item) => Some(store::item(act.sql(), space, item).await?),
        None => None,
    };
    if let Some(item) = &item {
        if item.meeting_id != meeting {
            return Err(Error::NotFound);
        }
        demand_sight(act, item).await?;
    }
    let closed = item.as_ref().is_some_and(Item::is_closed);
    if !closed {
        act.screen(&[("decision", &text.text), ("about", &text.about)]).await?;
    }
    // The entry comes first: it holds the space's chain until the act ends, so that no number is given twice.
    act.record("decision", id, serde_json::json!({ "title": if closed { "" } else { text.text.as_str() } })).await?;
    let year = year(found.starts_at);
    let number = minutes_store::last_number(act.sql(), space, year).await? + 1;
    minutes_store::decide(act.sql(), &NewDecision { id, space, meeting, year, number, text, by, at }).await?;
    Ok(id)
}

/// Takes back a decision that was noted by mistake, while the minutes are not approved; gives its meeting.
///
/// # Errors
/// As [`decide`].
pub async fn undecide(act: &mut Act<'_>, id: Uuid) -> Result<Uuid> {
    let space = act.space().id;
    let decision = minutes_store::decision(act.sql(), space, id).await?;
    let meeting = store::take(act.sql(), space, decision.meeting_id).await?;
    if meeting.minutes_state == Minutes::Approved {
        return Err(Error::Refused("meetings-minutes-closed"));
    }
    if let Some(item) = decision.item_id {
        let item = store::item(act.sql(), space, item).await?;
        demand_sight(act, &item).await?;
    }
    minutes_store::forget(act.sql(), id).await?;
    act.record("meeting", meeting.id, serde_json::json!({ "title": meeting.title })).await?;
    Ok(meeting.id)
}

/// Whether a text of the minutes can be read by somebody who sees this much of its item.
pub(crate) fn is_readable(sight: Sight) -> bool {
    sight == Sight::Whole
}
