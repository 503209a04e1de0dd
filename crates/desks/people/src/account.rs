//! What a person does about themselves: correcting, a new address, how they are reached, leaving.

use chrono::Duration;
use hmac::{Hmac, KeyInit, Mac};
use samskab_platform::hold::{self, Held};
use samskab_platform::notice::Notice;
use samskab_platform::person::{self, Contact, Details, FORMER, Person, Rhythm};
use samskab_platform::safety::{self, Change, Place};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, args, personal};
use sha2::Sha256;
use uuid::Uuid;

use crate::model;
use crate::store::{self, Promise};

/// As for signing in: ten minutes, five tries, five codes an hour.
const MINUTES: i64 = 10;
const TRIES: i64 = 5;
const CODES_AN_HOUR: i64 = 5;

fn mac(secret: &[u8], id: Uuid, code: &str) -> Hmac<Sha256> {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(b"address");
    mac.update(id.as_bytes());
    mac.update(code.as_bytes());
    mac
}

/// Sends a code to an address that the person says is theirs; gives the id the code is entered for. Whether somebody has
/// that address is not said before it is proven.
///
/// # Errors
/// [`Error::TooMany`] after five codes in an hour, or when the database fails.
pub(crate) async fn ask_address(act: &mut Act<'_>, email: &str) -> Result<Uuid> {
    let (id, at, me) = (act.new_id(), act.at(), act.person()?);
    if act.sql().count(&store::ADDRESSES_ASKED, args![me, at - Duration::hours(1)]).await? >= CODES_AN_HOUR {
        return Err(Error::TooMany);
    }
    let code = format!("{:06}", (act.app().clock.chance() * 1_000_000.0) as u32);
    let mac = mac(&act.app().secret, id, &code).finalize().into_bytes().to_vec();
    act.sql().run(&store::NEW_ADDRESS, args![id, me, email, mac, at, at + Duration::minutes(MINUTES)]).await?;
    let name = person::find(act.sql(), me).await?.name;
    let notice = Notice::new("mail-address", "", id).with("code", code).with("minutes", MINUTES).secret();
    act.tell_address(&name, email, &notice).await?;
    Ok(id)
}

/// What became of a code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Proven {
    /// The address is now the person's.
    Changed,
    /// It is another person's: both are the same human being, who may make them one.
    Anothers(Uuid),
    /// Wrong, used, too old, or tried too often. The act must be committed: it counts the try.
    Wrong,
}

/// Tries a code.
///
/// # Errors
/// When the database fails.
pub(crate) async fn prove_address(act: &mut Act<'_>, id: Uuid, code: &str, device: &str) -> Result<Proven> {
    let (at, me) = (act.at(), act.person()?);
    let tried: Option<(String, Vec<u8>)> = act.sql().maybe(&store::TRY_ADDRESS, args![id, me, TRIES, at]).await?;
    let Some((email, expected)) = tried else { return Ok(Proven::Wrong) };
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if mac(&act.app().secret, id, &digits).verify_slice(&expected).is_err() {
        return Ok(Proven::Wrong);
    }
    act.sql().run(&store::PROVE_ADDRESS, args![id, at]).await?;
    match person::find_by_email(act.sql(), &email).await? {
        Some(other) if other.id != me => Ok(Proven::Anothers(other.id)),
        _ => {
            let person = person::find(act.sql(), me).await?;
            // The address may stand with somebody merged into this person: it moves.
            for merged in store::merged_into(act.sql(), me).await?.into_iter().filter(|m| m.email.as_deref() == Some(&email)) {
                person::set_own_details(act.sql(), merged.id, &Details { email: None, ..Details::of(&merged) }).await?;
            }
            person::set_own_details(act.sql(), me, &Details { email: Some(email.clone()), ..Details::of(&person) }).await?;
            if person.email.as_ref() != Some(&email) {
                let addresses: Vec<&str> = person.email.as_deref().into_iter().chain([email.as_str()]).collect();
                safety::tell(act, &person, &addresses, &Change { word: "safety-address", name: &email, place: Place::Browser(device) }).await?;
            }
            Ok(Proven::Changed)
        }
    }
}

/// Chooses how the person is reached.
///
/// # Errors
/// When the database fails.
pub(crate) async fn choose_contact(act: &mut Act<'_>, contact: Contact, rhythm: Rhythm, lang: Lang) -> Result<()> {
    let me = act.person()?;
    act.sql().run(&store::SET_CONTACT, args![me, contact.key(), rhythm.key(), lang.tag()]).await.map(|_| ())
}

/// Asks the person with this address to be one's helper. Nothing tells whether there is one.
///
/// # Errors
/// When the database fails.
pub(crate) async fn ask_helper(act: &mut Act<'_>, email: &str) -> Result<()> {
    let (me, id, at) = (act.person()?, act.new_id(), act.at());
    act.sql().run(&store::DROP_REQUESTS, args![me]).await?;
    let Some(helper) = person::find_by_email(act.sql(), email).await?.filter(|h| h.id != me) else { return Ok(()) };
    act.sql().run(&store::ASK_HELPER, args![id, me, helper.id, at]).await?;
    let name = person::find(act.sql(), me).await?.name;
    act.tell(helper.id, &Notice::new("mail-helper", "/min-side/hjaelp", id).with("who", name)).await
}

/// Answers somebody who asked for help.
///
/// # Errors
/// [`Error::NotFound`] where nobody asked.
pub(crate) async fn answer_helper(act: &mut Act<'_>, request: Uuid, yes: bool) -> Result<()> {
    let (me, at) = (act.person()?, act.at());
    let asked: Option<(Uuid,)> = act.sql().maybe(&store::ANSWER_HELPER, args![request, me, at, yes]).await?;
    let (person,) = asked.ok_or(Error::NotFound)?;
    if yes {
        act.sql().run(&store::SET_HELPER, args![person, me]).await?;
    }
    let name = person::find(act.sql(), me).await?.name;
    let word = if yes { "mail-helper-yes" } else { "mail-helper-no" };
    act.tell(person, &Notice::new(word, "/min-side/kontakt", request).with("who", name)).await
}

/// Ends the help of the named helper.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end_helper(act: &mut Act<'_>) -> Result<()> {
    let me = act.person()?;
    act.sql().run(&store::DROP_REQUESTS, args![me]).await?;
    act.sql().run(&store::SET_HELPER, args![me, None::<Uuid>]).await.map(|_| ())
}

/// Why somebody cannot leave now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stays {
    /// The only administrator.
    LastAdministrator,
    /// A legal hold, until this day.
    Held(chrono::NaiveDate),
    /// One of the five the demonstration is about.
    Persona,
}

/// What stands in the way of leaving.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stays(sql: &mut samskab_platform::db::Sql, app: &App, person: &Person) -> Result<Option<Stays>> {
    if person.persona.is_some() {
        return Ok(Some(Stays::Persona));
    }
    if let Some(hold) = hold::blocked(sql, Held::Person(person.id), app.clock.today()).await? {
        return Ok(Some(Stays::Held(hold.until)));
    }
    Ok(store::is_last_administrator(sql, person.id).await?.then_some(Stays::LastAdministrator))
}

/// Leaves: those one promised something hear of it, what goes with the person goes, the name with it.
///
/// # Errors
/// [`Error::Refused`] where something stands in the way.
pub(crate) async fn leave(act: &mut Act<'_>) -> Result<()> {
    let (me, at, app) = (act.person()?, act.at(), act.app());
    let person = person::find(act.sql(), me).await?;
    if stays(act.sql(), app, &person).await?.is_some() {
        return Err(Error::Refused("error-cannot-leave"));
    }
    for Promise { id, slug, what, title, doer_id, counterpart_id, .. } in store::open_promises(act.sql(), me).await? {
        let other = if doer_id == me { counterpart_id } else { doer_id };
        let notice = Notice::new("mail-left", format!("/forloeb/{slug}/aftaler/{id}"), id).with("what", what).with("space", title);
        if other != me && person::find(act.sql(), other).await?.is_here() {
            act.tell(other, &notice).await?;
        }
    }
    let merged = store::merged_into(act.sql(), me).await?;
    for one in std::iter::once(&person).chain(&merged) {
        erase_name(act, one).await?;
        act.sql().run(&store::FORGET_IMPORTED, args![one.id]).await?;
        act.sql().run(&store::FORGET_MERGE_ROWS, args![one.id]).await?;
        act.sql().run(&store::FORGET_MERGE, args![one.id]).await?;
        personal::leave(act.sql(), app, one.id, one.email.as_deref()).await?;
        act.sql().run(&store::EMPTY, args![one.id, FORMER, at]).await?;
    }
    act.record("person", me, serde_json::json!({})).await
}

/// Takes the person's name out of the journals that hold it; the entries themselves stay, and the chain with them.
async fn erase_name(act: &mut Act<'_>, person: &Person) -> Result<()> {
    let pattern = format!("%{}%", person.name.replace(['%', '_'], "_"));
    let found: Vec<(Uuid, i64, Option<String>)> = act.sql().all(&store::NAMING, args![person.id, pattern]).await?;
    for (space, seq, payload) in found {
        if payload.is_some_and(|p| model::names(&p, &person.name)) {
            act.sql().run(&store::ERASE_PAYLOAD, args![space, seq]).await?;
        }
    }
    Ok(())
}
