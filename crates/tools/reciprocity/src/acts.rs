//! What can be done: promise, enter what was given, confirm or dispute it, welcome somebody new, and say thanks.

use chrono::NaiveDate;
use samskab_platform::access::{ActDef, ROLES, Reach, Role, TEAM, Trace};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result, person, space};
use serde_json::json;
use uuid::Uuid;

use crate::model::{Kind, STEPS, Side, Verdict};
use crate::people_store::{self, NewThanks, NewWelcome, Welcome};
use crate::store;

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Those who speak for one of the two sides.
const SIDES: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Counterpart, Role::Chair, Role::Board, Role::Treasurer];
/// Those who welcome.
pub(crate) const WELCOMES: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board];

/// Promising something for one's own side.
pub const PROMISE: ActDef = journalled("reciprocity.promise", SIDES);
/// Letting a promise of the other side be.
pub const CLOSE: ActDef = journalled("reciprocity.close", SIDES);
/// Entering what one's own side has given.
pub const ENTER: ActDef = journalled("reciprocity.enter", SIDES);
/// Confirming or disputing what the other side has entered.
pub const JUDGE: ActDef = journalled("reciprocity.judge", SIDES);
/// Saying how one's own side sees what is disputed.
pub const REPLY: ActDef = journalled("reciprocity.reply", SIDES);
/// Writing the house's own list for new volunteers.
pub const LIST: ActDef = journalled("reciprocity.list", WELCOMES);
/// Beginning the welcome of somebody new.
pub const WELCOME: ActDef = journalled("reciprocity.welcome", WELCOMES);
/// Ticking a step of a welcome off, or ending it: the new one, the buddy, or those who welcome. What each has done is between them.
pub const TICK: ActDef = ActDef { name: "reciprocity.tick", roles: TEAM, reach: Reach::Roles, trace: Trace::Quiet };
/// Saying thanks where everybody sees it.
pub const THANK: ActDef = journalled("reciprocity.thank", TEAM);
/// Taking thanks away: whoever was thanked, whoever said it, or those who run the house.
pub const UNTHANK: ActDef = ActDef { name: "reciprocity.unthank", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Journal };

/// All of them.
pub const ACTS: &[&ActDef] = &[&PROMISE, &CLOSE, &ENTER, &JUDGE, &REPLY, &LIST, &WELCOME, &TICK, &THANK, &UNTHANK];

/// Something a side promises.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewPromise {
    pub side: Side,
    pub kind: Kind,
    pub what: String,
    /// Hours, hours of a room, or øre.
    pub amount: i64,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
}

/// Something a side has given.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewEntry {
    pub side: Side,
    pub kind: Kind,
    pub what: String,
    /// Hours, hours of a room, or øre.
    pub amount: i64,
    pub given_on: NaiveDate,
    /// The promise it keeps, if any.
    pub promise: Option<Uuid>,
}

fn speaks(act: &Act<'_>, side: Side) -> Result<()> {
    if act.holds_any(side.roles()) { Ok(()) } else { Err(Error::Forbidden(act.name())) }
}

/// Those of a side who are told: the first of its roles that anybody has, and for the house its whole board.
async fn speakers(act: &mut Act<'_>, side: Side) -> Result<Vec<Uuid>> {
    let space = act.space().id;
    let mut all = vec![];
    for role in side.roles() {
        all.extend(space::with_role(act.sql(), space, *role).await?);
    }
    all.sort();
    all.dedup();
    Ok(all)
}

async fn tell(act: &mut Act<'_>, people: Vec<Uuid>, notice: &Notice) -> Result<()> {
    for person in people {
        if Some(person) != act.actor() {
            act.tell(person, notice).await?;
        }
    }
    Ok(())
}

/// Promises something for one's own side, and tells the other.
///
/// # Errors
/// [`Error::Forbidden`] for who does not speak for that side.
pub async fn promise(act: &mut Act<'_>, new: &NewPromise) -> Result<Uuid> {
    speaks(act, new.side)?;
    act.screen(&[("what", &new.what)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    store::insert_promise(act.sql(), id, space, new, by, at).await?;
    act.record("promise", id, json!({ "title": new.what, "side": new.side.key() })).await?;
    let notice =
        Notice::new("mail-reciprocity-promised", format!("/forloeb/{}/gensidighed", act.space().slug), id).with("what", &new.what).with("date", new.to_on);
    let people = speakers(act, new.side.other()).await?;
    tell(act, people, &notice).await.map(|()| id)
}

/// Lets a promise of the other side be, with a reason: nobody is behind on it any more.
///
/// # Errors
/// [`Error::Forbidden`] for who does not speak for the side it was made to, [`Error::Refused`] where it has been let be.
pub async fn close(act: &mut Act<'_>, id: Uuid, note: &str) -> Result<()> {
    act.screen(&[("note", note)]).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let promise = store::promise(act.sql(), space, id).await?;
    speaks(act, promise.side.other())?;
    if !store::close_promise(act.sql(), id, at, by, note).await? {
        return Err(Error::Refused("reciprocity-closed"));
    }
    act.record("promise", id, json!({ "title": promise.what })).await
}

/// Enters what one's own side has given; the other side is told and can confirm or dispute it.
///
/// # Errors
/// [`Error::Forbidden`] for who does not speak for that side, [`Error::BadRequest`] for a promise of the other side or of another kind.
pub async fn enter(act: &mut Act<'_>, new: &NewEntry) -> Result<Uuid> {
    speaks(act, new.side)?;
    act.screen(&[("what", &new.what)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    if let Some(promise) = new.promise {
        let promise = store::promise(act.sql(), space, promise).await?;
        if promise.side != new.side || promise.kind != new.kind {
            return Err(Error::BadRequest("error-form"));
        }
    }
    store::insert_entry(act.sql(), id, space, new, by, at).await?;
    act.contributed("gift").await?;
    act.record("gift", id, json!({ "title": new.what, "side": new.side.key() })).await?;
    let notice = Notice::new("mail-reciprocity-given", format!("/forloeb/{}/gensidighed", act.space().slug), id).with("what", &new.what);
    let people = speakers(act, new.side.other()).await?;
    tell(act, people, &notice).await.map(|()| id)
}

/// Confirms or disputes what the other side has entered.
///
/// # Errors
/// [`Error::Forbidden`] for who does not speak for the other side or entered it, [`Error::BadRequest`] for a dispute without a reason.
pub async fn judge(act: &mut Act<'_>, id: Uuid, verdict: Verdict, reason: &str) -> Result<()> {
    if verdict == Verdict::Open || verdict == Verdict::Disputed && reason.trim().is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("reason", reason)]).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    store::lock(act.sql(), space).await?;
    let entry = store::entry(act.sql(), space, id).await?;
    speaks(act, entry.side.other())?;
    if entry.entered_by == by {
        return Err(Error::Forbidden(JUDGE.name));
    }
    store::judge(act.sql(), id, verdict, if verdict == Verdict::Disputed { reason } else { "" }, by, at).await?;
    act.record("gift", id, json!({ "title": entry.what, "verdict": verdict.key() })).await?;
    let word = if verdict == Verdict::Confirmed { "mail-reciprocity-confirmed" } else { "mail-reciprocity-disputed" };
    let notice = Notice::new(word, format!("/forloeb/{}/gensidighed", act.space().slug), act.new_id()).with("what", &entry.what).with("reason", reason);
    tell(act, vec![entry.entered_by], &notice).await
}

/// Says how one's own side sees what the other disputes. Both views stay.
///
/// # Errors
/// [`Error::Forbidden`] for who does not speak for that side, [`Error::Refused`] where nothing is disputed.
pub async fn reply(act: &mut Act<'_>, id: Uuid, text: &str) -> Result<()> {
    act.screen(&[("reply", text)]).await?;
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    let entry = store::entry(act.sql(), space, id).await?;
    speaks(act, entry.side)?;
    if entry.verdict != Verdict::Disputed {
        return Err(Error::Refused("reciprocity-not-disputed"));
    }
    store::reply(act.sql(), id, text).await?;
    act.record("gift", id, json!({ "title": entry.what })).await
}

/// Writes the house's own list for new volunteers. Welcomes under way keep theirs.
///
/// # Errors
/// When the database fails.
pub async fn list(act: &mut Act<'_>, steps: &[String]) -> Result<()> {
    let text = steps.iter().take(STEPS).map(String::as_str).collect::<Vec<_>>().join("\n");
    act.screen(&[("steps", &text)]).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    people_store::set_list(act.sql(), space, &text, by, at).await?;
    act.record("welcomes", space, json!({ "n": steps.len() })).await
}

/// Begins the welcome of somebody new: they become a volunteer of the house, and both are told of each other. Names stay out of the
/// journal.
///
/// # Errors
/// [`Error::Refused`] where they are being welcomed, [`Error::BadRequest`] where somebody is to welcome themselves.
pub async fn welcome(act: &mut Act<'_>, new: Uuid, buddy: Uuid, steps: &[String]) -> Result<Uuid> {
    let (id, space, by, at) = (act.new_id(), act.space().clone(), act.person()?, act.at());
    if new == buddy {
        return Err(Error::BadRequest("error-form"));
    }
    store::lock(act.sql(), space.id).await?;
    if people_store::is_welcomed(act.sql(), space.id, new).await? {
        return Err(Error::Refused("reciprocity-welcomed"));
    }
    people_store::begin(act.sql(), &NewWelcome { id, space: space.id, person: new, buddy, by, at, steps }).await?;
    space::give_role(act.sql(), space.id, new, Role::Volunteer, at).await?;
    act.record("welcome", id, json!({})).await?;
    let (new_name, buddy_name) = (person::find(act.sql(), new).await?.name, person::find(act.sql(), buddy).await?.name);
    let link = format!("/forloeb/{}/gensidighed/velkomst/{id}", space.slug);
    tell(act, vec![new], &Notice::new("mail-reciprocity-welcome", link.as_str(), id).with("buddy", buddy_name)).await?;
    tell(act, vec![buddy], &Notice::new("mail-reciprocity-buddy", link.as_str(), id).with("who", new_name)).await.map(|()| id)
}

/// A welcome, where the actor has a part in it.
async fn own(act: &mut Act<'_>, id: Uuid) -> Result<Welcome> {
    let space = act.space().id;
    let welcome = people_store::welcome(act.sql(), space, id).await?;
    let person = act.actor();
    // Whoever has no part in it does not learn that it is there.
    if act.holds_any(WELCOMES) || person == Some(welcome.person_id) || person == Some(welcome.buddy_id) { Ok(welcome) } else { Err(Error::NotFound) }
}

/// Ticks a step off, or says that it is not done after all.
///
/// # Errors
/// [`Error::NotFound`] for who has no part in it, or where there is no such step.
pub async fn tick(act: &mut Act<'_>, id: Uuid, position: i64, done: bool) -> Result<()> {
    let (welcome, at) = (own(act, id).await?, act.at());
    if !people_store::tick(act.sql(), welcome.id, position, done.then_some(at)).await? {
        return Err(Error::NotFound);
    }
    act.refresh_pages();
    Ok(())
}

/// Ends a welcome.
///
/// # Errors
/// [`Error::NotFound`] for who has no part in it.
pub async fn end(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (welcome, at) = (own(act, id).await?, act.at());
    people_store::end(act.sql(), welcome.id, at).await?;
    act.refresh_pages();
    Ok(())
}

/// Says thanks to a person or a group; a person is told. The journal names nobody who is thanked.
///
/// # Errors
/// [`Error::BadRequest`] without anybody to thank.
pub async fn thank(act: &mut Act<'_>, to: Option<Uuid>, group: &str, text: &str) -> Result<Uuid> {
    if to.is_none() && group.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("group", group), ("text", text)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    let group = if to.is_some() { "" } else { group };
    people_store::insert_thanks(act.sql(), &NewThanks { id, space, person: to, group, text, by, at }).await?;
    act.contributed("thanks").await?;
    act.record("thanks", id, json!({})).await?;
    let who = person::find(act.sql(), by).await?.name;
    let notice = Notice::new("mail-reciprocity-thanks", format!("/forloeb/{}/gensidighed/tak", act.space().slug), id).with("who", who).with("text", text);
    tell(act, to.into_iter().collect(), &notice).await.map(|()| id)
}

/// Takes thanks away for good.
///
/// # Errors
/// [`Error::Forbidden`] for anybody but who was thanked, who said it, and those who run the house.
pub async fn unthank(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, person) = (act.space().id, act.person()?);
    let thanks = people_store::one_thanks(act.sql(), space, id).await?;
    if thanks.person_id != Some(person) && thanks.said_by != person && !act.holds_any(WELCOMES) {
        return Err(Error::Forbidden(UNTHANK.name));
    }
    people_store::delete_thanks(act.sql(), id).await?;
    act.record("thanks", id, json!({})).await
}
