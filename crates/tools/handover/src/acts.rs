//! What can be done on the board: lay a task out, say that one would like it, agree who takes it over, move it on, and write down what
//! happens in the house in a week.

use chrono::NaiveDate;
use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};
use samskab_platform::commitment::{self, NewCommitment, NewProgress, Status};
use samskab_platform::outbox::Notice;
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Result, person, space};
use serde_json::json;
use uuid::Uuid;

use crate::level_store::{self, Aim, Week};
use crate::model::{MOST, State};
use crate::store::{self, Details, NewMove, Task};

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Those who run the house together.
pub(crate) const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board];

/// Laying a task out.
pub const WRITE: ActDef = journalled("handover.write", RUNS);
/// Changing what a task is.
pub const CHANGE: ActDef = journalled("handover.change", RUNS);
/// Laying many out at once.
pub const IMPORT: ActDef = journalled("handover.import", RUNS);
/// Saying that one would like to take a task over: whoever has signed in and sees the space.
pub const WANT: ActDef = ActDef { name: "handover.want", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Journal };
/// Taking that back.
pub const UNWANT: ActDef = ActDef { name: "handover.unwant", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Journal };
/// Agreeing who takes a task over.
pub const AGREE: ActDef = journalled("handover.agree", RUNS);
/// Moving a task on: those who run the house, and whoever takes it over.
pub const MOVE: ActDef = journalled("handover.move", &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board, Role::Doer]);
/// Writing down what happened in a week.
pub const WEEK: ActDef = journalled("handover.week", &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board, Role::Volunteer]);
/// Writing down what it was in a usual week, and what is promised.
pub const AIM: ActDef = journalled("handover.aim", RUNS);

/// All of them.
pub const ACTS: &[&ActDef] = &[&WRITE, &CHANGE, &IMPORT, &WANT, &UNWANT, &AGREE, &MOVE, &WEEK, &AIM];

/// Who takes a task over, by when and how.
#[derive(Debug, Clone, Default)]
pub struct Agreement {
    /// The person; for a group, who answers for it.
    pub taker: Option<Uuid>,
    /// The group's name; empty for a person.
    pub group: String,
    /// When it is to be handed over.
    pub by_on: Option<NaiveDate>,
    /// When the trial begins.
    pub trial_from: Option<NaiveDate>,
    /// Its last day.
    pub trial_to: Option<NaiveDate>,
    /// How it is done, in short.
    pub guide: String,
    /// Whom to ask.
    pub contact: String,
}

async fn room(act: &mut Act<'_>, more: usize) -> Result<()> {
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    let there = usize::try_from(store::count(act.sql(), space).await?).unwrap_or(MOST);
    if there + more > MOST { Err(Error::Refused("handover-full")) } else { Ok(()) }
}

async fn put(act: &mut Act<'_>, d: &Details) -> Result<Uuid> {
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    store::insert(act.sql(), id, space, d, by, at).await?;
    Ok(id)
}

/// Lays a task out.
///
/// # Errors
/// [`Error::Refused`] where the house has as many as it can, or when the database fails.
pub async fn write(act: &mut Act<'_>, d: &Details) -> Result<Uuid> {
    act.screen(&[("title", &d.title), ("needs", &d.needs), ("guide", &d.guide), ("contact", &d.contact)]).await?;
    room(act, 1).await?;
    let id = put(act, d).await?;
    act.contributed("task").await?;
    act.record("task", id, json!({ "title": d.title })).await?;
    Ok(id)
}

/// Lays many tasks out, all or none.
///
/// # Errors
/// As [`write`].
pub async fn import(act: &mut Act<'_>, all: &[Details]) -> Result<()> {
    let text: String = all.iter().flat_map(|d| [d.title.as_str(), "\n", d.needs.as_str(), "\n"]).collect();
    act.screen(&[("lines", &text)]).await?;
    room(act, all.len()).await?;
    for d in all {
        put(act, d).await?;
    }
    act.contributed("task").await?;
    let space = act.space().id;
    act.record("board", space, json!({ "n": all.len() })).await
}

/// Changes what a task is; where it stands stays.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn change(act: &mut Act<'_>, id: Uuid, d: &Details) -> Result<()> {
    act.screen(&[("title", &d.title), ("needs", &d.needs), ("guide", &d.guide), ("contact", &d.contact)]).await?;
    let task = locked(act, id).await?;
    store::change(act.sql(), task.id, d).await?;
    act.record("task", id, json!({ "title": d.title })).await
}

/// A task of the space, while nobody else changes it.
async fn locked(act: &mut Act<'_>, id: Uuid) -> Result<Task> {
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    store::one(act.sql(), space, id).await
}

async fn go(act: &mut Act<'_>, task: Uuid, state: State, note: &str) -> Result<()> {
    let new = NewMove { space: act.space().id, task, state, note, by: act.actor(), at: act.at() };
    store::go(act.sql(), &new).await
}

/// What is told of a task. Each telling is one of its own: a task may go the same way twice.
fn notice(act: &Act<'_>, word: &'static str, task: &Task) -> Notice {
    Notice::new(word, format!("/forloeb/{}/overdragelse/{}", act.space().slug, task.id), act.new_id()).with("title", &task.title)
}

async fn tell(act: &mut Act<'_>, mut people: Vec<Uuid>, notice: &Notice) -> Result<()> {
    people.sort();
    people.dedup();
    for person in people {
        if Some(person) != act.actor() {
            act.tell(person, notice).await?;
        }
    }
    Ok(())
}

/// Says that one would like to take a task over; whoever has it today is told, or those who run the house.
///
/// # Errors
/// [`Error::Refused`] where it is not to be had or one has said so already.
pub async fn want(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (task, person, at) = (locked(act, id).await?, act.person()?, act.at());
    if !task.state.is_open() {
        return Err(Error::Refused("handover-not-open"));
    }
    if !store::wish(act.sql(), id, person, at).await? {
        return Err(Error::Refused("handover-wanted-already"));
    }
    if task.state != State::Wanted {
        go(act, id, State::Wanted, "").await?;
    }
    act.contributed("task").await?;
    act.record("task", id, json!({ "title": task.title })).await?;
    let who = person::find(act.sql(), person).await?.name;
    let notice = notice(act, "mail-handover-wanted", &task).with("who", who);
    let told = match task.holder_id {
        Some(holder) => vec![holder],
        None => {
            let space = act.space().id;
            let mut all = space::with_role(act.sql(), space, Role::Facilitator).await?;
            all.extend(space::with_role(act.sql(), space, Role::Chair).await?);
            all
        }
    };
    tell(act, told, &notice).await
}

/// Takes one's wish back.
///
/// # Errors
/// [`Error::Refused`] where there is none.
pub async fn unwant(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (task, person) = (locked(act, id).await?, act.person()?);
    if !store::unwish(act.sql(), id, person).await? {
        return Err(Error::Refused("handover-not-wanted"));
    }
    if task.state == State::Wanted && store::wishes(act.sql(), id).await?.is_empty() {
        go(act, id, State::Unowned, "").await?;
    }
    act.record("task", id, json!({ "title": task.title })).await
}

/// Agrees who takes a task over: they, whoever has it and whoever else would like it are told. With a person and a day it becomes a
/// commitment, where the space keeps them.
///
/// # Errors
/// [`Error::Refused`] where it is not to be had, [`Error::BadRequest`] without anybody.
pub async fn agree(act: &mut Act<'_>, id: Uuid, a: &Agreement) -> Result<()> {
    if a.taker.is_none() && a.group.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("group", &a.group), ("guide", &a.guide), ("contact", &a.contact)]).await?;
    let task = locked(act, id).await?;
    if !task.state.may_go(State::Agreed) {
        return Err(Error::Refused("handover-not-open"));
    }
    let others: Vec<Uuid> = store::wishes(act.sql(), id).await?.into_iter().map(|w| w.0).filter(|p| Some(*p) != a.taker).collect();
    store::agree(act.sql(), id, a).await?;
    store::unwish_all(act.sql(), id).await?;
    go(act, id, State::Agreed, "").await?;
    if let Some(taker) = a.taker {
        let (space, at) = (act.space().id, act.at());
        space::give_role(act.sql(), space, taker, Role::Doer, at).await?;
        promise(act, &task, taker, a).await?;
    }
    act.record("task", id, json!({ "title": task.title })).await?;
    let who = match a.taker {
        _ if !a.group.is_empty() => a.group.clone(),
        Some(taker) => person::find(act.sql(), taker).await?.name,
        None => String::new(),
    };
    let mut told = notice(act, "mail-handover-agreed", &task).with("who", who.as_str());
    if let Some(day) = a.by_on {
        told = told.due_on(day);
    }
    tell(act, a.taker.into_iter().chain(task.holder_id).collect(), &told).await?;
    let told = notice(act, "mail-handover-other", &task).with("who", who);
    tell(act, others, &told).await
}

/// The commitment of an agreement: who takes over does it, whoever has the task today helps. Helping makes nobody the municipality's contact.
async fn promise(act: &mut Act<'_>, task: &Task, taker: Uuid, a: &Agreement) -> Result<()> {
    let (space, id, at, actor) = (act.space().id, act.new_id(), act.at(), act.person()?);
    let Some(due_on) = a.by_on else { return Ok(()) };
    if !space::tools(act.sql(), space).await?.iter().any(|t| t == "commitments") {
        return Ok(());
    }
    let counterpart = task.holder_id.filter(|h| *h != taker).unwrap_or(actor);
    let what = act.app().words.say(Lang::Da, "handover-commitment", &[("title", &task.title)]);
    let row = NewCommitment {
        id,
        space,
        source: Some(("task", task.id, &task.title)),
        what: &what,
        doer: taker,
        organisation: None,
        counterpart,
        due_on,
        hours: None,
        money_ore: None,
        rooms: "",
        staff: "",
        at,
    };
    commitment::insert(act.sql(), &row).await?;
    store::set_commitment(act.sql(), task.id, Some(id)).await
}

/// Tells the commitment of a task how far it has come.
async fn report(act: &mut Act<'_>, task: &Task, to: State, note: &str) -> Result<()> {
    let Some(commitment) = task.commitment_id else { return Ok(()) };
    let (word, status) = match to {
        State::Trial => ("handover-commitment-trial", Status::Started),
        State::Handed => ("handover-commitment-handed", Status::Done),
        _ => ("handover-commitment-over", Status::GivenUp),
    };
    let (id, space, person, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    if commitment::one(act.sql(), space, commitment).await?.status == status {
        return Ok(());
    }
    let said = act.app().words.say(Lang::Da, word, &[]);
    let text = if note.is_empty() { said } else { format!("{said}\n{note}") };
    commitment::report(act.sql(), &NewProgress { id, commitment, person, status, text: &text, waiting_for: "", hours: None, money_ore: None, at }).await
}

/// Moves a task on, and tells whoever takes it over, whoever has it and whoever would like it.
///
/// # Errors
/// [`Error::Forbidden`] for who neither runs the house nor takes it over, [`Error::Refused`] where it cannot go there from where it stands.
pub async fn step(act: &mut Act<'_>, id: Uuid, to: State, note: &str) -> Result<()> {
    act.screen(&[("note", note)]).await?;
    let task = locked(act, id).await?;
    let takes = task.taker_id.is_some() && task.taker_id == act.actor();
    let may = act.holds_any(RUNS) || takes && task.state.taker_may(to);
    if !may {
        return Err(Error::Forbidden(MOVE.name));
    }
    if matches!(to, State::Wanted | State::Agreed) || !task.state.may_go(to) {
        return Err(Error::Refused("handover-cannot-go"));
    }
    let mut people: Vec<Uuid> = task.taker_id.into_iter().chain(task.holder_id).collect();
    if !to.is_citizens() {
        people.extend(store::wishes(act.sql(), id).await?.into_iter().map(|w| w.0));
        report(act, &task, to, note).await?;
        store::unwish_all(act.sql(), id).await?;
        store::let_go(act.sql(), id).await?;
    } else {
        report(act, &task, to, note).await?;
    }
    go(act, id, to, note).await?;
    act.record("task", id, json!({ "title": task.title, "to": to.key() })).await?;
    let notice = notice(act, word_of(to), &task).with("note", note);
    tell(act, people, &notice).await
}

fn word_of(to: State) -> &'static str {
    match to {
        State::Trial => "mail-handover-trial",
        State::Handed => "mail-handover-handed",
        State::Back => "mail-handover-back",
        State::Kept => "mail-handover-kept",
        State::Ended => "mail-handover-ended",
        State::Unowned | State::Wanted | State::Agreed => "mail-handover-open",
    }
}

/// Writes down what happened in a week.
///
/// # Errors
/// When the database fails.
pub async fn week(act: &mut Act<'_>, week: &Week) -> Result<()> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    level_store::set_week(act.sql(), space, week, by, at).await?;
    act.record("level", space, json!({ "monday": week.monday, "visits": week.visits, "activities": week.activities })).await
}

/// Writes down what it was in a usual week, and what is promised.
///
/// # Errors
/// When the database fails.
pub async fn aim(act: &mut Act<'_>, aim: &Aim) -> Result<()> {
    act.screen(&[("was_when", &aim.was_when), ("promised_text", &aim.promised_text)]).await?;
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    level_store::set_aim(act.sql(), space, aim, by, at).await?;
    act.record("level", space, json!({ "visits": aim.promised_visits, "activities": aim.promised_activities })).await
}
