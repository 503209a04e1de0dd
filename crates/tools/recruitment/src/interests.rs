//! Interest: somebody would like to take part.

use chrono::Duration;
use samskab_platform::access::Role;
use samskab_platform::outbox::Notice;
use samskab_platform::person::{self, Contact, Details, NewPerson};
use samskab_platform::session::token_hash;
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Result, space};
use uuid::Uuid;

use crate::interest_store::{self, Draft, New, NewDraft, Wish};
use crate::model::{DRAFTS_AN_HOUR, Reply, Way};
use crate::store::{self, Call};
use crate::succession_store;

/// The call, where interest can be registered.
async fn open(act: &mut Act<'_>, call: Uuid) -> Result<Call> {
    let (space, today) = (act.space().id, act.today());
    let call = store::call(act.sql(), space, call).await?;
    if call.is_open(today) { Ok(call) } else { Err(Error::Refused("recruitment-call-closed")) }
}

/// Only what the call asks for.
async fn fitting(act: &mut Act<'_>, call: &Call, wish: &Wish) -> Result<Wish> {
    let offered: Vec<Uuid> = store::profiles_of_call(act.sql(), call.id).await?.iter().map(|p| p.id).collect();
    let profiles: Vec<Uuid> = wish.profiles.iter().copied().filter(|p| offered.contains(p)).collect();
    let wish = Wish { why: wish.why.clone(), working_group: wish.working_group && call.working_groups, profiles };
    if wish.profiles.is_empty() && !wish.working_group { Err(Error::BadRequest("error-form")) } else { Ok(wish) }
}

/// Where somebody sees their own interest.
fn own(act: &Act<'_>, call: Uuid) -> String {
    format!("/forloeb/{}/pladser/opslag/{call}", act.space().slug)
}

async fn put(act: &mut Act<'_>, call: &Call, person: Uuid, wish: &Wish, way: Way, entered_by: Option<Uuid>) -> Result<Uuid> {
    let wish = fitting(act, call, wish).await?;
    if interest_store::of_person(act.sql(), call.id, person).await?.is_some_and(|i| i.reply.is_some()) {
        return Err(Error::Refused("recruitment-replied"));
    }
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    let new = New { id, call: call.id, space, person, wish: &wish, way, entered_by, at };
    let id = interest_store::put(act.sql(), &new).await?;
    // Each receipt tells of what was registered then.
    let about = act.new_id();
    let notice = Notice::new("mail-interest", own(act, call.id), about).with("call", &call.title).with("date", call.deadline).direct();
    act.tell(person, &notice).await?;
    act.refresh_pages();
    Ok(id)
}

/// Registers the actor's interest, or changes it; gives its id.
///
/// # Errors
/// [`Error::Refused`] where the call is not open or they have an answer, [`Error::BadRequest`] where they want nothing the call
/// asks for, or when the database fails.
pub async fn register(act: &mut Act<'_>, call: Uuid, wish: &Wish, helper: Option<Uuid>) -> Result<Uuid> {
    let (call, person) = (open(act, call).await?, act.person()?);
    put(act, &call, person, wish, Way::Online, helper).await
}

/// Keeps what somebody wrote who has not signed in, and sends a mail to confirm it from. The answer is the same whether somebody
/// has that address or not.
///
/// # Errors
/// [`Error::Refused`] where the call is not open, [`Error::TooMany`] for one address too often in an hour, or when the database fails.
pub async fn ask(act: &mut Act<'_>, call: Uuid, name: &str, email: &str, wish: &Wish, lang: Lang) -> Result<String> {
    let call = open(act, call).await?;
    let wish = fitting(act, &call, wish).await?;
    let (app, id, at) = (act.app(), act.new_id(), act.at());
    if interest_store::recent_drafts(act.sql(), email, at - Duration::hours(1)).await? >= DRAFTS_AN_HOUR {
        return Err(Error::TooMany);
    }
    let token = app.clock.token();
    let draft = NewDraft { id, call: call.id, name, email, wish: &wish, language: lang.tag(), token_hash: token_hash(&token), at };
    interest_store::insert_draft(act.sql(), &draft).await?;
    let notice = Notice::new("mail-interest-confirm", format!("/interesse/{token}"), id).with("call", &call.title).direct();
    match person::find_by_email(act.sql(), email).await? {
        Some(known) => act.tell(known.id, &notice).await?,
        None => act.tell_address(name, email, &notice).await?,
    }
    Ok(token)
}

/// Registers what somebody has confirmed from their mail; finds or makes the person with that address.
///
/// # Errors
/// [`Error::Refused`] where it was confirmed already or the call is not open any more, or when the database fails.
pub(crate) async fn confirm(act: &mut Act<'_>, draft: &Draft) -> Result<Uuid> {
    let call = open(act, draft.call_id).await?;
    if !interest_store::take_draft(act.sql(), draft).await? {
        return Err(Error::Refused("recruitment-confirmed"));
    }
    let (new, at) = (act.new_id(), act.at());
    let person = person::find_or_insert(act.sql(), new, at, &draft.name, &draft.email, Lang::of(&draft.language)).await?;
    if person::find(act.sql(), person).await?.name.is_empty() {
        person::set_name(act.sql(), person, &draft.name).await?;
    }
    put(act, &call, person, &draft.wish(), Way::Online, None).await
}

/// Enters what came on paper or by telephone, also after the call's last day: a letter may have been on its way. Somebody with the
/// same mail address is found; otherwise a person is added, with the actor's name as the one who did.
///
/// # Errors
/// [`Error::Refused`] where the call was never open or they have an answer, or when the database fails.
pub async fn enter(act: &mut Act<'_>, call: Uuid, who: &Details, wish: &Wish, way: Way) -> Result<Uuid> {
    let (space, by) = (act.space().id, act.person()?);
    let call = store::call(act.sql(), space, call).await?;
    if !call.is_published() {
        return Err(Error::Refused("recruitment-call-closed"));
    }
    let known = match &who.email {
        Some(email) => person::find_by_email(act.sql(), email).await?,
        None => None,
    };
    let person = match known {
        Some(known) => known.id,
        None => add(act, who, by).await?,
    };
    put(act, &call, person, wish, way, Some(by)).await
}

async fn add(act: &mut Act<'_>, who: &Details, by: Uuid) -> Result<Uuid> {
    let (id, at) = (act.new_id(), act.at());
    let new = NewPerson { name: &who.name, email: who.email.as_deref(), title: None, organisation: None, lang: Lang::Da, persona: None };
    person::insert(act.sql(), id, at, &new).await?;
    person::set_details(act.sql(), id, who).await?;
    let contact = match who {
        Details { email: Some(_), .. } => Contact::Mail,
        Details { phone: Some(_), .. } => Contact::Phone,
        _ => Contact::Letter,
    };
    interest_store::entered(act.sql(), id, contact.key(), by).await?;
    Ok(id)
}

/// Takes the actor's interest back; what they wrote goes with it, and they are no alternate any more.
///
/// # Errors
/// [`Error::Refused`] where there is nothing to take back, or when the database fails.
pub async fn withdraw(act: &mut Act<'_>, call: Uuid) -> Result<()> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    let call = store::call(act.sql(), space, call).await?;
    if !interest_store::withdraw(act.sql(), call.id, person, at).await? {
        return Err(Error::Refused("recruitment-nothing-to-withdraw"));
    }
    succession_store::give_up(act.sql(), space, person, at).await?;
    act.refresh_pages();
    Ok(())
}

/// Somebody who got no seat would like to be in a working group.
///
/// # Errors
/// [`Error::Refused`] where that was not their answer, or when the database fails.
pub async fn join_group(act: &mut Act<'_>, call: Uuid) -> Result<()> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    let call = store::call(act.sql(), space, call).await?;
    if !call.working_groups || !interest_store::join_group(act.sql(), call.id, person, at).await? {
        return Err(Error::Refused("recruitment-nothing-to-join"));
    }
    act.refresh_pages();
    Ok(())
}

/// Takes somebody who was told that they are welcome into the working group the act is done in, and tells them; false when they
/// take part in it already.
///
/// # Errors
/// [`Error::NotFound`] in a group of another space, [`Error::Refused`] where that was not their answer, or when the database fails.
pub async fn take_in(act: &mut Act<'_>, committee: Uuid, interest: Uuid) -> Result<bool> {
    let (group, at) = (act.space().clone(), act.at());
    if group.committee_id != Some(committee) {
        return Err(Error::NotFound);
    }
    let interest = interest_store::one(act.sql(), committee, interest).await?;
    if interest.withdrawn_at.is_some() || interest.reply() != Some(Reply::Group) {
        return Err(Error::Refused("recruitment-nothing-to-join"));
    }
    let person = interest.person_id;
    // The entry comes first: it holds the group's chain, so that nobody is told twice.
    act.record("person", person, serde_json::json!({ "role": Role::Member.key() })).await?;
    if space::roles_of(act.sql(), group.id, person).await?.iter().any(|r| [Role::Chair, Role::Member].contains(r)) {
        return Ok(false);
    }
    space::give_role(act.sql(), group.id, person, Role::Member, at).await?;
    let notice = Notice::new("mail-group-joined", format!("/forloeb/{}", group.slug), act.new_id()).with("group", &group.title).direct();
    act.tell(person, &notice).await?;
    Ok(true)
}
