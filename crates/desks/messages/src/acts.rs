//! What can be done with messages. All of it happens in the municipality's own space.

use samskab_platform::access::{ActDef, Reach, Trace};
use samskab_platform::person::{Contact, Rhythm};
use samskab_platform::{Act, Error, Result, gather, outbox};
use uuid::Uuid;

use crate::model::Left;
use crate::{OFFICE, store};

/// Leaving, by the address in a mail; whoever holds it may.
pub const LEAVE: ActDef = ActDef { name: "messages.leave", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
/// Hearing of a space again.
pub const HEAR: ActDef = ActDef { name: "messages.hear", roles: &[], reach: Reach::SignedIn, trace: Trace::Quiet };
/// Telling somebody on the phone what they should know; their helper may, and the office.
pub const TELL: ActDef = ActDef { name: "messages.tell", roles: OFFICE, reach: Reach::SignedIn, trace: Trace::Quiet };
/// Sending what failed or was stopped once more.
pub const RESEND: ActDef = ActDef { name: "messages.resend", roles: OFFICE, reach: Reach::Roles, trace: Trace::Journal };
/// Keeping a message that waits from being sent.
pub const STOP: ActDef = ActDef { name: "messages.stop", roles: OFFICE, reach: Reach::Roles, trace: Trace::Journal };
/// Noting that letters were printed.
pub const PRINT: ActDef = ActDef { name: "messages.print", roles: OFFICE, reach: Reach::Roles, trace: Trace::Journal };
/// Sending a test message to oneself.
pub const TEST: ActDef = ActDef { name: "messages.test", roles: OFFICE, reach: Reach::Roles, trace: Trace::Quiet };

/// All of them.
pub const ACTS: &[&ActDef] = &[&LEAVE, &HEAR, &TELL, &RESEND, &STOP, &PRINT, &TEST];

/// Hears less, as the reader of a message chose.
///
/// # Errors
/// [`Error::BadRequest`] where there is no space to leave, or when the database fails.
pub(crate) async fn leave(act: &mut Act<'_>, message: &store::Received, what: Left) -> Result<()> {
    let (app, at, everything) = (act.app(), act.at(), act.space().id);
    let Some(person) = message.person_id else {
        return store::silence(act.sql(), &message.recipient, at).await;
    };
    match what {
        Left::Space => store::mute(act.sql(), person, message.space_id.ok_or(Error::BadRequest("error-form"))?, at).await?,
        Left::AllButImportant => store::set_rhythm(act.sql(), person, Rhythm::Important).await?,
        Left::Everything => store::mute(act.sql(), person, everything, at).await?,
    }
    gather::look_again(act.sql(), app, person).await
}

/// Takes it back. `before` is how often they heard before they chose to hear only of what is important.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stay(act: &mut Act<'_>, message: &store::Received, what: Left, before: Rhythm) -> Result<()> {
    let (app, everything) = (act.app(), act.space().id);
    let Some(person) = message.person_id else {
        return store::unsilence(act.sql(), &message.recipient).await;
    };
    match (what, message.space_id) {
        (Left::Space, Some(space)) => store::unmute(act.sql(), person, space).await?,
        (Left::Space, None) => {}
        (Left::AllButImportant, _) => store::set_rhythm(act.sql(), person, before).await?,
        (Left::Everything, _) => store::unmute(act.sql(), person, everything).await?,
    }
    gather::look_again(act.sql(), app, person).await
}

/// Hears of a space again (of everything, where it is the municipality's own).
///
/// # Errors
/// When the database fails.
pub(crate) async fn hear(act: &mut Act<'_>, space: Uuid) -> Result<()> {
    let (app, person) = (act.app(), act.person()?);
    store::unmute(act.sql(), person, space).await?;
    gather::look_again(act.sql(), app, person).await
}

/// Sends one message once more, or all that failed; gives how many.
///
/// # Errors
/// [`Error::Refused`] where there is nothing to send, or when the database fails.
pub(crate) async fn resend(act: &mut Act<'_>, one: Option<Uuid>) -> Result<u64> {
    let (at, own) = (act.at(), act.space().id);
    let n = match one {
        Some(id) => store::resend(act.sql(), id, at).await?,
        None => store::resend_all(act.sql(), at).await?,
    };
    if n == 0 {
        return Err(Error::Refused("error-message-gone"));
    }
    act.record("message", one.unwrap_or(own), serde_json::json!({ "title": "", "n": n })).await?;
    act.rings();
    Ok(n)
}

/// Keeps a message from being sent.
///
/// # Errors
/// [`Error::Refused`] where it has been sent already, or when the database fails.
pub(crate) async fn stop(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let at = act.at();
    if store::stop(act.sql(), id, at).await? == 0 {
        return Err(Error::Refused("error-message-gone"));
    }
    act.record("message", id, serde_json::json!({ "title": "" })).await
}

/// Notes that the letters of a page were printed.
///
/// # Errors
/// [`Error::Refused`] where somebody else did already, or when the database fails.
pub(crate) async fn printed(act: &mut Act<'_>, letters: &[Uuid]) -> Result<u64> {
    let (at, by, own) = (act.at(), act.person()?, act.space().id);
    let mut n = 0;
    for letter in letters {
        n += store::printed(act.sql(), *letter, by, at).await?;
    }
    if n == 0 {
        return Err(Error::Refused("error-message-gone"));
    }
    act.record("message", own, serde_json::json!({ "title": "", "n": n })).await?;
    Ok(n)
}

/// Notes that somebody was told on the phone.
///
/// # Errors
/// [`Error::NotFound`] for whoever is neither the helper nor of the office, or when the database fails.
pub(crate) async fn told(act: &mut Act<'_>, call: Uuid, note: &str) -> Result<()> {
    let (at, by, office) = (act.at(), act.person()?, act.holds_any(OFFICE));
    let helper = (!office).then_some(by);
    if store::told(act.sql(), call, helper, by, note, at).await? == 0 {
        return Err(Error::NotFound);
    }
    act.refresh_pages();
    Ok(())
}

/// Puts a test message to the actor in the outbox.
///
/// # Errors
/// [`Error::Refused`] where they have no such address, or when the database fails.
pub(crate) async fn test(act: &mut Act<'_>, way: Contact) -> Result<Uuid> {
    let (app, me) = (act.app(), act.person()?);
    let me = samskab_platform::person::find(act.sql(), me).await?;
    let address = match way {
        Contact::Text => me.phone.as_deref().and_then(samskab_platform::text::e164),
        _ => me.email.clone(),
    };
    let address = address.ok_or(Error::Refused("error-no-address"))?;
    let id = outbox::put_test(act.sql(), app, &me, way, &address).await?;
    act.rings();
    Ok(id)
}
