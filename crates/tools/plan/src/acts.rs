//! What can be done with a plan. The journal of it holds ids alone: it is a sealed space's.

use chrono::NaiveDate;
use samskab_platform::access::{ActDef, Reach, Role, Trace, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::notice::Notice;
use samskab_platform::person::Contact;
use samskab_platform::session::token_hash;
use samskab_platform::space_acts::{self, Beginning};
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Result, assisting, person, sealed, space};
use serde_json::json;
use uuid::Uuid;

use crate::model::{Level, MOST, PLANS, State, moved_up};
use crate::opened::{self, Opened};
use crate::store::{self, Guest, NewGuest};

/// The recipe of a plan's space.
pub const RECIPE: &str = "own_plan";

const IN_IT: &[Role] = &[Role::Owner, Role::Facilitator, Role::Member];
const DECIDES: &[Role] = &[Role::Owner, Role::Facilitator];

const fn within(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Beginning one's own plan, or one for somebody one helps; done at the municipality's desk, recorded in the plan alone.
pub const BEGIN: ActDef = ActDef { name: "plan.begin", roles: &[], reach: Reach::SignedIn, trace: Trace::Journal };
/// Writing the dream, the steps and who helps; which part, the owner has decided.
pub const WRITE: ActDef = within("plan.write", IN_IT);
/// Writing how it goes.
pub const NOTE: ActDef = within("plan.note", IN_IT);
/// Letting somebody in, sending their link again, and changing what they see; helpers only where the owner asked them to.
pub const LET_IN: ActDef = within("plan.let_in", DECIDES);
/// Taking somebody out.
pub const TAKE_OUT: ActDef = within("plan.take_out", DECIDES);
/// Coming in by the link one was sent: the link opens it, not a role.
pub const COME: ActDef = within("plan.come", &[]);
/// Leaving a plan one has been let into.
pub const LEAVE: ActDef = within("plan.leave", &[Role::Facilitator, Role::Member]);
/// Ending the plan for good.
pub const END: ActDef = within("plan.end", DECIDES);

/// All of them.
pub const ALL: &[&ActDef] = &[&BEGIN, &WRITE, &NOTE, &LET_IN, &TAKE_OUT, &COME, &LEAVE, &END];

/// Begins a plan: somebody's own, or one for a person whom the actor helps; gives its name in addresses.
///
/// # Errors
/// [`Error::Forbidden`] where the actor is not to help that person, [`Error::Refused`] where that person has many plans, or when the
/// database fails.
pub async fn begin(act: &mut Act<'_>, owner: Uuid, dream: &str) -> Result<String> {
    let (app, me, at) = (act.app(), act.person()?, act.at());
    let recipe = app.recipe(RECIPE).ok_or(Error::Refused("error-plan-recipe"))?;
    let owner = person::find(act.sql(), owner).await?;
    let mut team = vec![(owner.id, Role::Owner)];
    if owner.id != me {
        let helper = person::find(act.sql(), me).await?;
        if !assisting::may_help(act.sql(), &helper, &owner).await? {
            return Err(Error::Forbidden(BEGIN.name));
        }
        team.push((me, Role::Facilitator));
    }
    if store::of_owner(act.sql(), owner.id).await?.len() >= PLANS {
        return Err(Error::Refused(if owner.id == me { "error-plan-many" } else { "error-plan-many-for" }));
    }
    let title = app.words.say(owner.lang(), "plan-of", &[("name", &owner.name)]);
    let new = Beginning { recipe: &recipe, title: &title, summary: "", area: None, visibility: Visibility::Sealed, assurance: Assurance::Low };
    let (space, slug) = space_acts::create_with(act, &new, &team).await?;
    let key = sealed::of(act.sql(), app, space).await?;
    store::insert(act.sql(), space, owner.id, opened::seal(&key, opened::DREAM, space, dream)?, me, at).await?;
    if owner.id != me {
        let helper = person::find(act.sql(), me).await?;
        let id = act.new_id();
        let guest = NewGuest {
            id,
            space,
            person: Some(me),
            called: opened::seal(&key, opened::CALLED, id, &helper.name)?,
            address: None,
            token_hash: None,
            helper: true,
            // Whoever cannot be written to by mail has others do this for them too.
            manages: owner.email.is_none(),
            whole: Level::Write,
            at,
            came_at: Some(at),
        };
        store::insert_guest(act.sql(), guest).await?;
        act.tell(owner.id, &Notice::new("mail-plan-begun", "/plan", space).direct()).await?;
    }
    Ok(slug)
}

async fn wrote(act: &mut Act<'_>, kind: &'static str, id: Uuid) -> Result<()> {
    act.record(kind, id, json!({})).await
}

/// Writes the dream.
///
/// # Errors
/// When the database fails.
pub async fn dream(act: &mut Act<'_>, plan: &Opened, text: &str) -> Result<()> {
    let (space, by, at) = (plan.space(), act.person()?, act.at());
    store::set_dream(act.sql(), space, plan.seal(opened::DREAM, space, text)?, by, at).await?;
    wrote(act, "plan", space).await
}

/// Adds a step at the end; gives its id.
///
/// # Errors
/// [`Error::Refused`] where there are too many, or when the database fails.
pub async fn add_step(act: &mut Act<'_>, plan: &Opened, what: &str, by_on: Option<NaiveDate>) -> Result<Uuid> {
    let (space, id, by, at) = (plan.space(), act.new_id(), act.person()?, act.at());
    if store::steps(act.sql(), space).await?.len() >= MOST {
        return Err(Error::Refused("error-plan-steps"));
    }
    store::insert_step(act.sql(), id, space, plan.seal(opened::WHAT, id, what)?, by_on, by, at).await?;
    wrote(act, "plan_step", id).await?;
    Ok(id)
}

/// Writes a step anew.
///
/// # Errors
/// When the database fails.
pub async fn set_step(act: &mut Act<'_>, plan: &Opened, id: Uuid, what: &str, by_on: Option<NaiveDate>) -> Result<()> {
    let (by, at) = (act.person()?, act.at());
    store::set_step(act.sql(), plan.space(), id, plan.seal(opened::WHAT, id, what)?, by_on, by, at).await?;
    wrote(act, "plan_step", id).await
}

/// Says how far a step has come.
///
/// # Errors
/// When the database fails.
pub async fn set_state(act: &mut Act<'_>, plan: &Opened, id: Uuid, state: State) -> Result<()> {
    let (by, at) = (act.person()?, act.at());
    store::set_state(act.sql(), plan.space(), id, state, by, at).await?;
    wrote(act, "plan_step", id).await
}

/// Moves a step one place up.
///
/// # Errors
/// When the database fails.
pub async fn move_up(act: &mut Act<'_>, plan: &Opened, id: Uuid) -> Result<()> {
    let order: Vec<Uuid> = store::steps(act.sql(), plan.space()).await?.iter().map(|s| s.id).collect();
    for (position, step) in (1..).zip(moved_up(&order, id)) {
        store::set_position(act.sql(), plan.space(), step, position).await?;
    }
    wrote(act, "plan_step", id).await
}

/// Takes a step away, with all that was written of it.
///
/// # Errors
/// When the database fails.
pub async fn remove_step(act: &mut Act<'_>, plan: &Opened, id: Uuid) -> Result<()> {
    store::delete_step(act.sql(), plan.space(), id).await?;
    wrote(act, "plan_step", id).await
}

/// Notes who helps with a step.
///
/// # Errors
/// When the database fails.
pub async fn add_helper(act: &mut Act<'_>, plan: &Opened, step: Uuid, called: &str, kind: &str, guest: Option<Uuid>) -> Result<()> {
    let id = act.new_id();
    store::insert_helper(act.sql(), id, step, plan.seal(opened::HELPER, id, called)?, kind, guest).await?;
    wrote(act, "plan_step", step).await
}

/// Takes a helper away from a step.
///
/// # Errors
/// When the database fails.
pub async fn remove_helper(act: &mut Act<'_>, step: Uuid, helper: Uuid) -> Result<()> {
    store::delete_helper(act.sql(), step, helper).await?;
    wrote(act, "plan_step", step).await
}

/// Writes how it goes with a part.
///
/// # Errors
/// When the database fails.
pub async fn note(act: &mut Act<'_>, plan: &Opened, part: Uuid, text: &str) -> Result<()> {
    let (id, by, at) = (act.new_id(), act.person()?, act.at());
    store::insert_note(act.sql(), id, plan.space(), part, plan.seal(opened::NOTE, id, text)?, by, at).await?;
    wrote(act, "plan_note", id).await
}

/// Takes a note away.
///
/// # Errors
/// When the database fails.
pub async fn remove_note(act: &mut Act<'_>, plan: &Opened, id: Uuid) -> Result<()> {
    store::delete_note(act.sql(), plan.space(), id).await?;
    wrote(act, "plan_note", id).await
}

/// What somebody may, as the owner has ticked it.
#[derive(Debug, Clone)]
pub struct Rights {
    /// What the owner calls them.
    pub called: String,
    /// Whether they write for the owner.
    pub helper: bool,
    /// Whether they let others in, and end the plan, on the owner's behalf.
    pub manages: bool,
    /// How far they see all of it.
    pub whole: Level,
    /// How far they see single parts.
    pub parts: Vec<(Uuid, Level)>,
}

/// Sends somebody a link to come in by. The answer is the same whether the program knows the address or not. Gives their id among
/// those let in, and the link's token.
///
/// # Errors
/// [`Error::Refused`] where they are in already or there are too many, or when the database fails.
pub async fn let_in(act: &mut Act<'_>, plan: &Opened, email: &str, rights: &Rights) -> Result<(Uuid, String)> {
    let (app, id, at) = (act.app(), act.new_id(), act.at());
    let email = email.to_lowercase();
    let known = person::find_by_email(act.sql(), &email).await?;
    let there = known.as_ref().is_some_and(|k| k.id == plan.plan.owner_id || plan.people.iter().any(|g| g.person_id == Some(k.id)));
    if there || plan.waiting()?.iter().any(|address| **address == *email) {
        return Err(Error::Refused("error-plan-in-already"));
    }
    if plan.people.len() >= MOST {
        return Err(Error::Refused("error-plan-people"));
    }
    let token = app.clock.token();
    let guest = NewGuest {
        id,
        space: plan.space(),
        person: None,
        called: plan.seal(opened::CALLED, id, &rights.called)?,
        address: Some(plan.seal(opened::ADDRESS, id, &email)?),
        token_hash: Some(token_hash(&token)),
        helper: rights.helper,
        manages: rights.manages,
        whole: rights.whole,
        at,
        came_at: None,
    };
    store::insert_guest(act.sql(), guest).await?;
    store::set_sight(act.sql(), id, &rights.parts).await?;
    wrote(act, "plan_person", id).await?;
    send_link(act, &email, &token).await?;
    Ok((id, token))
}

/// Sends a link to an address. The mail is the same whether the program knows the address or not.
async fn send_link(act: &mut Act<'_>, email: &str, token: &str) -> Result<()> {
    // Not the id of whom it is for: a new link is another mail.
    let about = act.new_id();
    // The link opens something by itself: it stands in no list and is wiped when it is sent.
    let notice = Notice::new("mail-plan-let-in", format!("/plan/ind/{token}"), about).secret().by(Contact::Mail);
    match person::find_by_email(act.sql(), email).await? {
        Some(known) => act.tell(known.id, &notice).await,
        // Their name is the owner's word for them: it stays in the plan.
        None => act.tell_address("", email, &notice).await,
    }
}

/// Sends somebody who has not come yet a new link, to the same address; the old one stops working.
///
/// # Errors
/// [`Error::NotFound`] where they have come or were taken out meanwhile, or when the database fails.
pub(crate) async fn send_again(act: &mut Act<'_>, plan: &Opened, guest: &Guest) -> Result<()> {
    let (app, at) = (act.app(), act.at());
    let email = plan.address(guest)?.ok_or(Error::NotFound)?;
    let token = app.clock.token();
    if !store::renew_link(act.sql(), guest, token_hash(&token), at).await? {
        return Err(Error::NotFound);
    }
    wrote(act, "plan_person", guest.id).await?;
    send_link(act, &email, &token).await
}

fn role(helper: bool) -> Role {
    if helper { Role::Facilitator } else { Role::Member }
}

/// Changes what somebody sees and may; it holds at once.
///
/// # Errors
/// When the database fails.
pub(crate) async fn set_rights(act: &mut Act<'_>, plan: &Opened, guest: &Guest, rights: &Rights) -> Result<()> {
    let at = act.at();
    let called = plan.seal(opened::CALLED, guest.id, &rights.called)?;
    store::set_rights(act.sql(), guest, called, rights.helper, rights.manages, rights.whole).await?;
    store::set_sight(act.sql(), guest.id, &rights.parts).await?;
    if let Some(person) = guest.person_id.filter(|_| rights.helper != guest.helper) {
        space::take_role(act.sql(), plan.space(), person, role(guest.helper)).await?;
        space::give_role(act.sql(), plan.space(), person, role(rights.helper), at).await?;
    }
    wrote(act, "plan_person", guest.id).await
}

/// Somebody comes in by their link: finds or makes the person with the address it was sent to. The caller has found them by the link.
///
/// # Errors
/// [`Error::NotFound`] where the link has been used or taken back meanwhile, or when the database fails.
pub(crate) async fn come(act: &mut Act<'_>, guest: &Guest, lang: Lang) -> Result<Uuid> {
    let (app, space, at, new) = (act.app(), guest.space_id, act.at(), act.new_id());
    let key = sealed::of(act.sql(), app, space).await?;
    let email = key.open(opened::ADDRESS.of(guest.id), guest.address.as_deref().ok_or(Error::NotFound)?)?;
    // What the owner calls them stays in the plan: whoever is new says themselves what they are called.
    let person = person::find_or_insert(act.sql(), new, at, "", &email, lang).await?;
    act.acts_as(person);
    let plan = store::plan(act.sql(), space).await?.ok_or(Error::NotFound)?;
    let there = store::people(act.sql(), space).await?.iter().any(|g| g.person_id == Some(person)) || plan.owner_id == person;
    if there {
        // They are in it by another address already: this link is not needed.
        store::delete_guest(act.sql(), space, guest.id).await?;
    } else {
        if !store::came(act.sql(), guest.id, person, at).await? {
            return Err(Error::NotFound);
        }
        space::give_role(act.sql(), space, person, role(guest.helper), at).await?;
    }
    let plan_page = format!("/forloeb/{}/plan", act.space().slug);
    store::lead_on(act.sql(), person, space, &plan_page).await?;
    wrote(act, "plan_person", guest.id).await?;
    Ok(person)
}

/// The same, found by the link's token.
///
/// # Errors
/// As [`come`].
pub async fn come_by(act: &mut Act<'_>, token: &str, lang: Lang) -> Result<Uuid> {
    let guest = store::by_token(act.sql(), token_hash(token)).await?.ok_or(Error::NotFound)?;
    come(act, &guest, lang).await
}

/// Takes somebody out, or takes their link back: from this moment they see nothing.
///
/// # Errors
/// [`Error::NotFound`] where they are out already, or when the database fails.
pub(crate) async fn take_out(act: &mut Act<'_>, plan: &Opened, guest: &Guest) -> Result<()> {
    if !store::delete_guest(act.sql(), plan.space(), guest.id).await? {
        return Err(Error::NotFound);
    }
    if let Some(person) = guest.person_id {
        for role in [Role::Member, Role::Facilitator] {
            space::take_role(act.sql(), plan.space(), person, role).await?;
        }
    }
    wrote(act, "plan_person", guest.id).await
}

/// Ends the plan of the act's space: its key is destroyed and its rows go, everybody is out, and they are told so without a word of it.
///
/// # Errors
/// [`Error::Refused`] while a legal hold is on it, or when the database fails.
pub async fn end(act: &mut Act<'_>) -> Result<()> {
    let (space, at, me) = (act.space().id, act.at(), act.actor());
    let plan = store::plan(act.sql(), space).await?.ok_or(Error::NotFound)?;
    sealed::destroy(act).await?;
    let guests = store::people(act.sql(), space).await?.into_iter().filter_map(|g| g.person_id);
    let everybody: Vec<Uuid> = std::iter::once(plan.owner_id).chain(guests).collect();
    for person in &everybody {
        if Some(*person) != me && person::find(act.sql(), *person).await?.is_here() {
            act.tell(*person, &Notice::new("mail-plan-ended", "/min-side", space).direct()).await?;
        }
        for role in IN_IT {
            space::take_role(act.sql(), space, *person, *role).await?;
        }
    }
    store::delete(act.sql(), space).await?;
    space::set_closed(act.sql(), space, Some(at)).await?;
    wrote(act, "plan", space).await
}
