//! What can be done with the ways in.

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::assurance::Assurance;
use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Error, Result, Visitor, space, space_acts};
use uuid::Uuid;

use crate::store;

/// Coming in: what signing in writes before anybody is known. Only the program does it.
pub const COME_IN: ActDef = ActDef { name: "ways_in.come_in", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };

/// Keeping one's own ways in: adding, naming, removing, ending sessions.
pub const KEEP: ActDef = ActDef { name: "ways_in.keep", roles: &[], reach: Reach::SignedIn, trace: Trace::Quiet };

/// A provider's claims give municipal roles, or take them back. Only the program does it.
pub const FOLLOW: ActDef = ActDef { name: "ways_in.follow", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Making letters with codes to a space.
pub const LETTERS: ActDef = ActDef { name: "ways_in.letters", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Ending the codes of letters that nobody has used.
pub const STOP: ActDef = ActDef { name: "ways_in.stop_letters", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Joining a space by a letter's code: the code itself opens it, not a role.
pub const JOIN: ActDef = ActDef { name: "ways_in.join", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Making a letter that lets somebody in again who has lost every other way.
pub const LET_IN_AGAIN: ActDef = ActDef { name: "ways_in.let_in_again", roles: &[Role::Administrator], reach: Reach::Roles, trace: Trace::Journal };

/// Choosing what the sign-in page says about help.
pub const SAY_HELP: ActDef = ActDef { name: "ways_in.say_help", roles: &[Role::Administrator], reach: Reach::Roles, trace: Trace::Journal };

/// Choosing how surely one must know who somebody is in a space.
pub const ASK_LEVEL: ActDef = ActDef { name: "ways_in.ask_level", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// All of them.
pub const ACTS: &[&ActDef] = &[&COME_IN, &KEEP, &FOLLOW, &LETTERS, &STOP, &JOIN, &LET_IN_AGAIN, &SAY_HELP, &ASK_LEVEL];

/// An act of the program in the municipality's own space.
///
/// # Errors
/// When the database fails.
pub(crate) async fn by_program<'a>(app: &'a App, def: &'static ActDef) -> Result<Act<'a>> {
    Act::begin_at(app, &Visitor::program(), MUNICIPALITY, def).await
}

/// The roles a provider's claims give are given; those it gave before and gives no longer are taken back. A role the person
/// has from somebody else is never touched.
///
/// # Errors
/// When the database fails.
pub(crate) async fn follow_roles(app: &App, provider: &str, person: Uuid, now: &[Role]) -> Result<()> {
    let before = store::given(&mut app.db.read().await?, provider, person).await?;
    if before.iter().all(|r| now.contains(r)) && now.iter().all(|r| before.contains(r)) {
        return Ok(());
    }
    let mut act = by_program(app, &FOLLOW).await?;
    let (municipality, at) = (act.space().id, act.at());
    let (mut given, mut taken) = (vec![], vec![]);
    let held = space::roles_of(act.sql(), municipality, person).await?;
    for role in now.iter().filter(|r| !before.contains(r)) {
        // A role they already have from the municipality itself stays the municipality's to take.
        if !held.contains(role) || store::given_by_another(act.sql(), provider, person, *role).await? {
            store::give(act.sql(), provider, person, *role).await?;
            space::give_role(act.sql(), municipality, person, *role, at).await?;
            given.push(role.key());
        }
    }
    for role in before.iter().filter(|r| !now.contains(r)) {
        store::take_back(act.sql(), provider, person, *role).await?;
        if !store::given_by_another(act.sql(), provider, person, *role).await? {
            space::take_role(act.sql(), municipality, person, *role).await?;
            taken.push(role.key());
        }
    }
    if given.is_empty() && taken.is_empty() {
        return Ok(());
    }
    let payload = serde_json::json!({ "provider": provider, "given": given.join(", "), "taken": taken.join(", ") });
    act.acts_as(person);
    act.record("person", person, payload).await?;
    act.commit().await
}

/// Asks for a level in a space. One cannot ask for more than one's own session has: that would shut the asker out.
///
/// # Errors
/// [`Error::StepUp`] where the session is lower, or when the database fails.
pub(crate) async fn ask_level(act: &mut Act<'_>, own: Assurance, level: Assurance) -> Result<()> {
    if own < level {
        return Err(Error::StepUp(level));
    }
    space_acts::ask_level(act, level).await
}
