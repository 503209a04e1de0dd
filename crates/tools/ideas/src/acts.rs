//! What can be done with ideas; writing one, changing it, taking it back, standing behind it, setting it aside.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::model::{Level, State, Way};
use crate::store::{self, Idea, New};
use crate::{likeness, term_store};

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

const fn for_all(name: &'static str, trace: Trace) -> ActDef {
    ActDef { name, roles: &ROLES, reach: Reach::SignedIn, trace }
}

/// Those who run the space: they look at what comes from a hall, and set ideas aside.
pub(crate) const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair];

/// Those who sort the ideas together.
const SORTS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Member, Role::Politician];

/// Writing an idea: whoever has signed in and sees the space.
pub const WRITE: ActDef = for_all("ideas.write", Trace::Journal);
/// Changing one's own, while nobody else stands behind it.
pub const CHANGE: ActDef = for_all("ideas.change", Trace::Journal);
/// Taking one's own back, while nobody else stands behind it.
pub const WITHDRAW: ActDef = for_all("ideas.withdraw", Trace::Journal);
/// Saying that one stands behind an idea, or no longer does.
pub const SUPPORT: ActDef = for_all("ideas.support", Trace::Quiet);
/// Writing down what stands on notes and on paper.
pub const NOTE: ActDef = journalled("ideas.note", RUNS);
/// Putting ideas together.
pub const MERGE: ActDef = journalled("ideas.merge", SORTS);
/// Taking that back.
pub const PART: ActDef = journalled("ideas.part", SORTS);
/// Setting an idea aside, with a reason.
pub const SET_ASIDE: ActDef = journalled("ideas.set_aside", RUNS);
/// Taking it up again.
pub const TAKE_UP: ActDef = journalled("ideas.take_up", RUNS);
/// Opening a collection in a hall.
pub const OPEN_HALL: ActDef = journalled("ideas.open_hall", RUNS);
/// Closing it; the program does it when its time is over.
pub const CLOSE_HALL: ActDef = journalled("ideas.close_hall", RUNS);
/// Sending an idea from the hall that everybody sees at once: the code opens it, not a role.
pub const SAY: ActDef = journalled("ideas.say", &[]);
/// Sending one that waits for somebody's look: the code opens it, too.
pub const HAND_IN: ActDef = ActDef { name: "ideas.hand_in", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
/// Letting ideas from the hall in.
pub const LET_IN: ActDef = journalled("ideas.let_in", RUNS);
/// Not showing one: it is deleted. The journal says that it happened, not what stood there.
pub const TURN_AWAY: ActDef = journalled("ideas.turn_away", RUNS);

/// All of them.
pub const ACTS: &[&ActDef] =
    &[&WRITE, &CHANGE, &WITHDRAW, &SUPPORT, &NOTE, &MERGE, &PART, &SET_ASIDE, &TAKE_UP, &OPEN_HALL, &CLOSE_HALL, &SAY, &HAND_IN, &LET_IN, &TURN_AWAY];

/// What an idea says.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it is.
    pub title: &'a str,
    /// Why, and for whom; may be empty.
    pub text: &'a str,
}

/// Writes an idea; where `helps`, its author will take part in doing it. `helper` wrote it for them.
///
/// # Errors
/// When the database fails.
pub async fn write(act: &mut Act<'_>, said: Said<'_>, helps: bool, helper: Option<Uuid>) -> Result<Uuid> {
    let (person, at) = (act.person()?, act.at());
    act.screen(&[("title", said.title), ("text", said.text)]).await?;
    let way = if helper.is_some() { Way::Helped } else { Way::Online };
    let id = put(act, said, way, None, State::Open, helper).await?;
    store::insert_author(act.sql(), id, person, at).await?;
    if helps {
        store::set_support(act.sql(), id, person, Some(Level::Helps), at).await?;
    }
    act.contributed("idea").await?;
    act.record("idea", id, titled(said.title)).await?;
    Ok(id)
}

/// Stores an idea with its words.
pub(crate) async fn put(act: &mut Act<'_>, said: Said<'_>, way: Way, hall: Option<Uuid>, state: State, entered_by: Option<Uuid>) -> Result<Uuid> {
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    store::insert(act.sql(), &New { id, space, title: said.title, text: said.text, way, hall, state, entered_by, at }).await?;
    if state != State::Waiting {
        index(act, id, said).await?;
    }
    Ok(id)
}

/// Lets an idea be found by what it says.
pub(crate) async fn index(act: &mut Act<'_>, id: Uuid, said: Said<'_>) -> Result<()> {
    let space = act.space().id;
    term_store::set(act.sql(), space, id, &likeness::terms(said.title, said.text)).await
}

pub(crate) fn titled(title: &str) -> serde_json::Value {
    serde_json::json!({ "title": title })
}

/// An idea of the space, while nobody else changes it.
pub(crate) async fn locked(act: &mut Act<'_>, id: Uuid) -> Result<Idea> {
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    store::one(act.sql(), space, id).await
}

/// Whether an idea is one's own to change: nothing has come of it, nothing is merged in it, and nobody else stands behind it.
pub(crate) async fn is_own(sql: &mut samskab_platform::db::Sql, idea: &Idea, person: Option<Uuid>) -> Result<bool> {
    let Some(person) = person.filter(|_| idea.state == State::Open) else { return Ok(false) };
    let authors = store::authors(sql, &[idea.id]).await?.remove(&idea.id).unwrap_or_default();
    let (parts, _) = store::families(sql, &[idea.id]).await?.remove(&idea.id).unwrap_or_default();
    let alone = authors.len() == 1 && authors[0].person == person && parts == 1;
    Ok(alone && store::supporters(sql, idea.id).await?.iter().all(|s| *s == person))
}

async fn own(act: &mut Act<'_>, id: Uuid) -> Result<Idea> {
    let (idea, person) = (locked(act, id).await?, act.person()?);
    if is_own(act.sql(), &idea, Some(person)).await? {
        return Ok(idea);
    }
    let authors = store::authors(act.sql(), &[id]).await?.remove(&id).unwrap_or_default();
    if authors.iter().any(|a| a.person == person) { Err(Error::Refused("ideas-not-alone")) } else { Err(Error::Forbidden(act.name())) }
}

/// Changes what one's own idea says.
///
/// # Errors
/// [`Error::Forbidden`] for somebody else's, [`Error::Refused`] once others stand behind it.
pub async fn change(act: &mut Act<'_>, id: Uuid, said: Said<'_>) -> Result<()> {
    own(act, id).await?;
    act.screen(&[("title", said.title), ("text", said.text)]).await?;
    store::change(act.sql(), id, said.title, said.text).await?;
    index(act, id, said).await?;
    act.record("idea", id, titled(said.title)).await
}

/// Takes one's own idea back: nobody finds it any more.
///
/// # Errors
/// As [`change`].
pub async fn withdraw(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (idea, at) = (own(act, id).await?, act.at());
    store::set_state(act.sql(), id, State::Withdrawn, "", Some(at)).await?;
    store::change(act.sql(), id, &idea.title, "").await?;
    let space = act.space().id;
    term_store::set(act.sql(), space, id, &std::collections::BTreeMap::new()).await?;
    act.record("idea", id, titled(&idea.title)).await
}

/// Says how one stands behind an idea; `None` takes it back. Gives the idea it counts for.
///
/// # Errors
/// [`Error::Refused`] for one that is set aside or was taken back.
pub async fn support(act: &mut Act<'_>, id: Uuid, level: Option<Level>) -> Result<Uuid> {
    let (idea, person, at) = (locked(act, id).await?, act.person()?, act.at());
    let space = act.space().id;
    let root = if idea.root_id == id { idea } else { store::one(act.sql(), space, idea.root_id).await? };
    if root.state == State::Waiting {
        return Err(Error::NotFound);
    }
    if level.is_some() && !root.state.takes_support() {
        return Err(Error::Refused("ideas-no-support"));
    }
    store::set_support(act.sql(), root.id, person, level, at).await?;
    if level.is_some() {
        act.contributed("support").await?;
    }
    act.refresh_pages();
    Ok(root.id)
}

/// Sets an idea aside with a reason, and tells those who wrote it and those who support it.
///
/// # Errors
/// [`Error::Refused`] where something has come of it, [`Error::BadRequest`] without a reason.
pub async fn set_aside(act: &mut Act<'_>, id: Uuid, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("reason", reason)]).await?;
    let (idea, at) = (locked(act, id).await?, act.at());
    if idea.state != State::Open {
        return Err(Error::Refused("ideas-not-open"));
    }
    store::set_state(act.sql(), id, State::Aside, reason, Some(at)).await?;
    act.record("idea", id, titled(&idea.title)).await?;
    let notice = notice(act, "mail-idea-aside", &idea).with("reason", reason);
    tell_family(act, id, &notice, true).await
}

/// Takes an idea up again.
///
/// # Errors
/// [`Error::Refused`] where it was not set aside.
pub async fn take_up(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let idea = locked(act, id).await?;
    if idea.state != State::Aside {
        return Err(Error::Refused("ideas-not-aside"));
    }
    store::set_state(act.sql(), id, State::Open, "", None).await?;
    act.record("idea", id, titled(&idea.title)).await
}

/// What is told of an idea. Each telling is one of its own: an idea may be set aside twice.
pub(crate) fn notice(act: &Act<'_>, word: &'static str, idea: &Idea) -> Notice {
    Notice::new(word, format!("/forloeb/{}/ideer/{}", act.space().slug, idea.id), act.new_id()).with("title", &idea.title)
}

/// Tells everybody who wrote an idea or what is merged in it, and where `supporters`, everybody who stands behind it.
pub(crate) async fn tell_family(act: &mut Act<'_>, root: Uuid, notice: &Notice, supporters: bool) -> Result<()> {
    let mut people: Vec<Uuid> = store::authors(act.sql(), &[root]).await?.remove(&root).unwrap_or_default().into_iter().map(|a| a.person).collect();
    if supporters {
        people.extend(store::supporters(act.sql(), root).await?);
    }
    people.sort();
    people.dedup();
    for person in people {
        if Some(person) != act.actor() {
            act.tell(person, notice).await?;
        }
    }
    Ok(())
}
