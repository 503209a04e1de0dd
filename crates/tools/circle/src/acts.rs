//! What can be done in a circle. Helpers act where they do not see: what they do leaves no entry, so that no journal holds for good
//! who helped whom.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use samskab_platform::access::{ActDef, Reach, Role, Trace, Visibility};
use samskab_platform::db::Sql;
use samskab_platform::notice::Notice;
use samskab_platform::sealed::{self, SpaceKey};
use samskab_platform::space_acts::{self, Beginning};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, held_roles, person, space};
use uuid::Uuid;

use crate::model::{Basis, Details, NeedWords, Plan};
use crate::slot_store::Slot;
use crate::store::{Lesson, Need};
use crate::{ask_store, helping, slot_store, store};

/// Those who may open a circle: the municipality's secretaries and facilitators.
pub const OPENERS: &[Role] = &[Role::Secretary, Role::Facilitator];
/// Those who see a circle: whom it is around, and its coordinators.
pub const INNER: &[Role] = &[Role::Owner, Role::Secretary, Role::Facilitator];

const fn inner(name: &'static str) -> ActDef {
    ActDef { name, roles: INNER, reach: Reach::Roles, trace: Trace::Journal }
}

const fn helper(name: &'static str) -> ActDef {
    ActDef { name, roles: &[Role::Helper], reach: Reach::Roles, trace: Trace::Quiet }
}

const fn program(name: &'static str) -> ActDef {
    ActDef { name, roles: &[], reach: Reach::Roles, trace: Trace::Quiet }
}

/// Opening a circle. The municipality's journal does not tell of it.
pub const OPEN: ActDef = ActDef { name: "circle.open", roles: OPENERS, reach: Reach::Roles, trace: Trace::Quiet };
/// Changing what is known of those it is around.
pub const CHANGE: ActDef = inner("circle.change");
/// Writing down what is needed, and when.
pub const NEED: ActDef = inner("circle.need");
/// Asking people to help.
pub const ASK: ActDef = inner("circle.ask");
/// Giving a time to somebody, freeing, moving or cancelling it.
pub const SLOT: ActDef = inner("circle.slot");
/// Saying whom the family knows and who is not to be asked, letting people into the circle and out of it.
pub const PEOPLE: ActDef = inner("circle.people");
/// Reading; who does it stands in the circle's own list.
pub const READ: ActDef = ActDef { name: "circle.read", roles: INNER, reach: Reach::Roles, trace: Trace::Quiet };
/// Closing a circle for good.
pub const CLOSE: ActDef = inner("circle.close");
/// Taking a time.
pub const TAKE: ActDef = helper("circle.take");
/// Giving a time back.
pub const DROP: ActDef = helper("circle.drop");
/// Saying no.
pub const DECLINE: ActDef = helper("circle.decline");
/// Telling coordinators of times nobody has taken, reminding helpers, forgetting what is over.
pub const WATCH: ActDef = program("circle.watch");

/// All of them.
pub const ALL: &[&ActDef] = &[&OPEN, &CHANGE, &NEED, &ASK, &SLOT, &PEOPLE, &READ, &CLOSE, &TAKE, &DROP, &DECLINE, &WATCH];

/// The key of the recipe.
pub const RECIPE: &str = "support_circle";

/// A circle to be opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Whom it is around.
    pub name: String,
    /// What is known of them.
    pub details: Details,
    /// What allows it.
    pub basis: Basis,
    /// Whether they have been told.
    pub informed: bool,
    /// What is needed, and when.
    pub needs: Vec<(Need, Plan)>,
}

/// Opens a circle, with the actor as its coordinator; gives its name in addresses.
///
/// # Errors
/// [`Error::Refused`] where there is no master key or the recipe is not there, or when the database fails.
pub async fn open(act: &mut Act<'_>, new: &Opening) -> Result<String> {
    let (app, at, by) = (act.app(), act.at(), act.person()?);
    let recipe = app.recipes().get(RECIPE).cloned().ok_or(Error::Refused("circle-no-recipe"))?;
    let beginning = Beginning {
        recipe: &recipe,
        title: &new.name,
        summary: "",
        // Where they live is sealed with the rest.
        area: None,
        visibility: Visibility::Sealed,
        assurance: samskab_platform::assurance::Assurance::Low,
    };
    let slug = space_acts::create(act, &beginning).await?;
    let space = space::by_slug(act.sql(), &slug).await?.id;
    let key = sealed::of(act.sql(), app, space).await?;
    store::insert(act.sql(), &key, &new.details, new.basis.key(), new.informed, by, at).await?;
    for (need, plan) in &new.needs {
        write_need(act.sql(), app, &key, need, plan, at).await?;
    }
    Ok(slug)
}

async fn write_need(sql: &mut Sql, app: &App, key: &SpaceKey, need: &Need, plan: &Plan, at: DateTime<Utc>) -> Result<usize> {
    store::insert_need(sql, key, need, at).await?;
    let times = plan.times(at);
    for time in &times {
        for _ in 0..plan.people {
            slot_store::insert(sql, app.clock.id(), need.id, key.space(), *time).await?;
        }
    }
    Ok(times.len())
}

/// The key of the act's circle, while it goes on.
///
/// # Errors
/// [`Error::Refused`] once it is over, or when the database fails.
pub async fn key_of(act: &mut Act<'_>) -> Result<SpaceKey> {
    let (app, space) = (act.app(), act.space().id);
    if store::one(act.sql(), space).await?.ended_at.is_some() {
        return Err(Error::Refused("circle-over"));
    }
    sealed::of(act.sql(), app, space).await
}

/// Changes what is known of those the circle is around, and what it is called.
///
/// # Errors
/// [`Error::Refused`] once the circle is over, or when the database fails.
pub async fn change(act: &mut Act<'_>, name: &str, details: &Details, basis: Basis, informed: bool) -> Result<()> {
    let key = key_of(act).await?;
    sealed::set_words(act.sql(), &key, name, "").await?;
    store::change(act.sql(), &key, details, basis.key(), informed).await?;
    let space = act.space().id;
    act.record("circle", space, serde_json::json!({ "informed": informed })).await
}

/// Writes down something that is needed; gives how many times that is.
///
/// # Errors
/// [`Error::Refused`] once the circle is over, or when the database fails.
pub async fn need(act: &mut Act<'_>, need: &Need, plan: &Plan) -> Result<usize> {
    let key = key_of(act).await?;
    let (app, at) = (act.app(), act.at());
    let n = write_need(act.sql(), app, &key, need, plan, at).await?;
    act.record("circle_need", need.id, serde_json::json!({ "n": n as i64 })).await?;
    Ok(n)
}

/// Writes anew what is to be done.
///
/// # Errors
/// [`Error::Refused`] once the circle is over, or when the database fails.
pub async fn reword(act: &mut Act<'_>, id: Uuid, words: &NeedWords) -> Result<()> {
    let key = key_of(act).await?;
    store::change_need(act.sql(), &key, id, words).await?;
    act.record("circle_need", id, serde_json::json!({})).await
}

/// Who is told when something must be looked at: the coordinators.
///
/// # Errors
/// When the database fails.
pub async fn coordinators(sql: &mut Sql, space: Uuid) -> Result<Vec<Uuid>> {
    let mut all = space::with_role(sql, space, Role::Secretary).await?;
    all.extend(space::with_role(sql, space, Role::Facilitator).await?);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Somebody who is to see the circle.
#[derive(Debug, Clone)]
pub enum Joining {
    /// Whom it is around, or somebody of the family, by name and address.
    Owner {
        /// Their name.
        name: String,
        /// Where they get their code to sign in.
        email: String,
    },
    /// One of the municipality's secretaries and facilitators.
    Coordinator(Uuid),
}

/// Lets somebody into the circle. They are told, without a word of what it is about.
///
/// # Errors
/// When the database fails.
pub async fn let_in(act: &mut Act<'_>, joining: &Joining) -> Result<()> {
    let (space, at, id) = (act.space().clone(), act.at(), act.new_id());
    let (person, role, word) = match joining {
        Joining::Owner { name, email } => (person::find_or_insert(act.sql(), id, at, name, email, Lang::Da).await?, Role::Owner, "mail-circle-owner"),
        Joining::Coordinator(person) => (*person, Role::Facilitator, "mail-circle-coordinator"),
    };
    // Whoever sees it all needs no part of it, but for what they have promised already.
    if !slot_store::of_person(act.sql(), person, at).await?.iter().any(|s| s.space_id == space.id) {
        space::take_role(act.sql(), space.id, person, Role::Helper).await?;
    }
    space::give_role(act.sql(), space.id, person, role, at).await?;
    act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
    act.tell(person, &Notice::new(word, format!("/forloeb/{}/kreds", space.slug), act.new_id()).direct()).await
}

/// Takes somebody out of the circle.
///
/// # Errors
/// [`Error::Refused`] for the last coordinator, or when the database fails.
pub async fn take_out(act: &mut Act<'_>, person: Uuid) -> Result<()> {
    let space = act.space().id;
    let left: Vec<Uuid> = coordinators(act.sql(), space).await?.into_iter().filter(|c| *c != person).collect();
    if left.is_empty() {
        return Err(Error::Refused("circle-last-coordinator"));
    }
    for role in INNER {
        space::take_role(act.sql(), space, person, *role).await?;
    }
    act.record("person", person, serde_json::json!({ "role": "" })).await
}

/// Says whom the family knows (`known`), who is not to be asked (`not`), or neither. Whoever is not to be asked and was, loses the times
/// they took, and their link opens nothing.
///
/// # Errors
/// When the database fails.
pub async fn stand(act: &mut Act<'_>, person: Uuid, stance: Option<&str>) -> Result<()> {
    let space = act.space().id;
    store::set_stance(act.sql(), space, person, stance).await?;
    if stance == Some("not") {
        helping::turn_away(act, person).await?;
    }
    act.record("person", person, serde_json::json!({})).await
}

/// What came of a circle, in figures.
struct Sum {
    asked: i64,
    helpers: i64,
    slots: i64,
    taken: i64,
    days: i64,
}

/// Counts what came of a circle up to now: times that have begun, and who came to them.
async fn sum(sql: &mut Sql, space: Uuid, begun: &[Slot], at: DateTime<Utc>) -> Result<Sum> {
    Ok(Sum {
        asked: ask_store::of_space(sql, space).await?.len() as i64,
        helpers: helpers(begun).len() as i64,
        slots: begun.len() as i64,
        taken: begun.iter().filter(|s| s.person_id.is_some()).count() as i64,
        days: (at - store::one(sql, space).await?.opened_at).num_days() + 1,
    })
}

/// Who has taken these times, each once.
fn helpers(slots: &[Slot]) -> BTreeSet<Uuid> {
    slots.iter().filter_map(|s| s.person_id).collect()
}

/// Closes a circle for good: everybody who helped is thanked, times ahead are called off, who was asked is forgotten, and the key is
/// destroyed. What was learned is kept without anything that leads back to it.
///
/// # Errors
/// [`Error::Refused`] while a legal hold is on it or where it is closed, or when the database fails.
pub async fn close(act: &mut Act<'_>, lesson: &str) -> Result<()> {
    key_of(act).await?;
    let (space, at) = (act.space().clone(), act.at());
    let (begun, ahead): (Vec<Slot>, Vec<Slot>) = slot_store::of_space(act.sql(), space.id).await?.into_iter().partition(|s| s.starts_at <= at);
    let sum = sum(act.sql(), space.id, &begun, at).await?;
    let month: NaiveDate = act.today().with_day(1).unwrap_or(act.today());
    let id = act.new_id();
    let kept = Lesson { month, asked: sum.asked, helpers: sum.helpers, slots: sum.slots, taken: sum.taken, days: sum.days, text: lesson.to_owned() };
    store::insert_lesson(act.sql(), id, &kept).await?;
    for slot in &ahead {
        slot_store::cancel(act.sql(), slot.id, at).await?;
        if let Some(person) = slot.person_id {
            helping::tell_cancelled(act, slot, person).await?;
        }
    }
    for person in helpers(&begun) {
        act.tell(person, &Notice::new("mail-circle-thanks", "/min-side", act.new_id()).direct()).await?;
    }
    for owner in space::with_role(act.sql(), space.id, Role::Owner).await? {
        act.tell(owner, &Notice::new("mail-circle-closed", "/min-side", act.new_id()).direct()).await?;
    }
    for helper in space::with_role(act.sql(), space.id, Role::Helper).await? {
        space::take_role(act.sql(), space.id, helper, Role::Helper).await?;
    }
    held_roles::forget_helpers(act.sql(), space.id).await?;
    ask_store::forget(act.sql(), space.id).await?;
    slot_store::forget_drops(act.sql(), space.id).await?;
    store::forget_stances(act.sql(), space.id).await?;
    store::end(act.sql(), space.id, at).await?;
    space::set_closed(act.sql(), space.id, Some(at)).await?;
    act.record("circle", space.id, serde_json::json!({ "slots": sum.slots, "taken": sum.taken, "helpers": sum.helpers })).await?;
    sealed::destroy(act).await
}
