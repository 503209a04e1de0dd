//! What can be done with the team.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::recipe::Recipe;
use samskab_platform::session::token_hash;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, person, space};
use uuid::Uuid;

use crate::model::{ACCEPTED, DECLINED, WITHDRAWN};
use crate::store::{self, Invitation, Invite};

/// Inviting somebody, or sending an invitation again.
pub const INVITE: ActDef =
    ActDef { name: "team.invite", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Taking an invitation back.
pub const WITHDRAW: ActDef =
    ActDef { name: "team.withdraw", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Saying yes: the invitation itself opens it, not a role.
pub const ACCEPT: ActDef = ActDef { name: "team.accept", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Saying no thank you: the invitation itself opens it, not a role.
pub const DECLINE: ActDef = ActDef { name: "team.decline", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Sending a new link to somebody whose old one is too old: having the old one opens it, not a role.
pub const RENEW: ActDef = ActDef { name: "team.renew", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Leaving a role oneself.
pub const LEAVE: ActDef = ActDef { name: "team.leave", roles: &ROLES, reach: Reach::Roles, trace: Trace::Journal };

/// Giving another role to somebody who is on the team.
pub const GIVE: ActDef = ActDef { name: "team.give", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// The roles one can be invited to: those of the recipe, except the two that come with a commitment.
#[must_use]
pub fn invitable(recipe: Option<&Recipe>) -> Vec<Role> {
    let all = recipe.map_or(&ROLES[..], |r| &r.roles);
    all.iter().copied().filter(|r| !matches!(r, Role::Doer | Role::Counterpart | Role::Administrator)).collect()
}

/// What a role is called in spaces of a recipe.
#[must_use]
pub fn role_name(app: &App, recipe: Option<&Recipe>, lang: Lang, role: Role) -> String {
    match recipe {
        Some(recipe) => recipe.role_name(lang, role).to_owned(),
        None => app.words.say(lang, &format!("role-{}", role.key()), &[]),
    }
}

/// Invites somebody to a role and sends them the link; gives the link's token, or nothing when they have the role
/// already. Whoever was invited to that role before gets a new link, and the old one stops working.
///
/// # Errors
/// [`Error::BadRequest`] for a role one cannot be invited to, or when the database fails.
pub async fn invite(act: &mut Act<'_>, name: &str, email: &str, role: Role) -> Result<Option<String>> {
    let (app, space, by, at) = (act.app(), act.space().clone(), act.person()?, act.at());
    if !invitable(app.recipe_of(&space).as_deref()).contains(&role) {
        return Err(Error::BadRequest("error-form"));
    }
    let email = email.to_lowercase();
    let known = person::find_by_email(act.sql(), &email).await?;
    if let Some(known) = &known
        && space::roles_of(act.sql(), space.id, known.id).await?.contains(&role)
    {
        return Ok(None);
    }
    let token = app.clock.token();
    let before = store::by_seat(act.sql(), space.id, &email, role).await?;
    let id = before.as_ref().map_or_else(|| act.new_id(), |i| i.id);
    let row = Invite { id, space: space.id, name, email: &email, role, token_hash: token_hash(&token), by, at };
    match before {
        Some(_) => store::renew(act.sql(), row).await?,
        None => store::insert(act.sql(), row).await?,
    }
    // Names and addresses live with the person, not in the journal.
    act.record("invitation", id, serde_json::json!({ "title": "", "role": role.key() })).await?;
    let inviter = person::find(act.sql(), by).await?.name;
    // Not the invitation's id: sending it again is another mail.
    let about = act.new_id();
    let notice = Notice::new("mail-invitation", format!("/invitation/{token}"), about).with("role", Said::role(&space, role)).with("inviter", inviter);
    let notice = notice.direct();
    match known {
        Some(known) => act.tell(known.id, &notice).await?,
        None => act.tell_address(name, &email, &notice).await?,
    }
    Ok(Some(token))
}

/// Sends a new link to the address of an open invitation; the old one stops working.
///
/// # Errors
/// When the database fails.
pub(crate) async fn renew(act: &mut Act<'_>, old: &Invitation) -> Result<()> {
    let (app, space, at, about) = (act.app(), act.space().clone(), act.at(), act.new_id());
    let token = app.clock.token();
    store::renew_link(act.sql(), old.id, token_hash(&token), at).await?;
    act.record("invitation", old.id, serde_json::json!({ "title": "", "role": old.role.key() })).await?;
    let notice = Notice::new("mail-invitation", format!("/invitation/{token}"), about);
    let notice = notice.with("role", Said::role(&space, old.role)).with("inviter", &old.inviter).direct();
    match person::find_by_email(act.sql(), &old.email).await? {
        Some(known) => act.tell(known.id, &notice).await,
        None => act.tell_address(&old.name, &old.email, &notice).await,
    }
}

/// Marks an open invitation as answered.
async fn answer(act: &mut Act<'_>, invitation: Uuid, answer: &str) -> Result<Invitation> {
    let (space, at) = (act.space().id, act.at());
    let found = store::by_id(act.sql(), invitation).await?.filter(|i| i.space_id == space).ok_or(Error::NotFound)?;
    if store::answer(act.sql(), space, invitation, answer, at).await? { Ok(found) } else { Err(Error::Refused("team-invitation-answered")) }
}

/// Takes an open invitation back; its link says so from then on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] when it was answered meanwhile, or when the database fails.
pub async fn withdraw(act: &mut Act<'_>, invitation: Uuid) -> Result<()> {
    let found = answer(act, invitation, WITHDRAWN).await?;
    act.record("invitation", invitation, serde_json::json!({ "title": "", "role": found.role.key() })).await
}

/// Says yes: finds or makes the person with the invitation's address and gives them the role. The caller has checked that
/// it is they who answer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] when it was answered meanwhile, or when the database fails.
pub async fn accept(act: &mut Act<'_>, invitation: Uuid) -> Result<Uuid> {
    accept_in(act, invitation, Lang::Da).await
}

/// The same, where the language of somebody who is new here is known.
pub(crate) async fn accept_in(act: &mut Act<'_>, invitation: Uuid, lang: Lang) -> Result<Uuid> {
    let found = answer(act, invitation, ACCEPTED).await?;
    let (space, at, new) = (act.space().id, act.at(), act.new_id());
    let person = person::find_or_insert(act.sql(), new, at, &found.name, &found.email, lang).await?;
    if person::find(act.sql(), person).await?.name.is_empty() {
        // They once signed in without saying what they are called.
        person::set_name(act.sql(), person, &found.name).await?;
    }
    act.acts_as(person);
    space::give_role(act.sql(), space, person, found.role, at).await?;
    act.record("person", person, serde_json::json!({ "role": found.role.key() })).await?;
    Ok(person)
}

/// Says no thank you. The journal does not say who did.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] when it was answered meanwhile, or when the database fails.
pub async fn decline(act: &mut Act<'_>, invitation: Uuid) -> Result<()> {
    let found = answer(act, invitation, DECLINED).await?;
    act.record("invitation", invitation, serde_json::json!({ "title": "", "role": found.role.key() })).await
}

/// The actor leaves one of their roles.
///
/// # Errors
/// [`Error::Refused`] for the last secretary, [`Error::BadRequest`] for a role they do not have, or when the database fails.
pub async fn leave(act: &mut Act<'_>, role: Role) -> Result<()> {
    let (space, person) = (act.space().id, act.person()?);
    if !act.holds_any(&[role]) {
        return Err(Error::BadRequest("error-form"));
    }
    // The entry comes first: it holds the space's chain until the act ends, so that two secretaries cannot both be the
    // one who leaves the other behind.
    act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
    if role == Role::Secretary && space::with_role(act.sql(), space, role).await?.len() < 2 {
        return Err(Error::Refused("team-last-secretary"));
    }
    space::take_role(act.sql(), space, person, role).await
}

/// Gives one more role to somebody who is on the team, and tells them; false when they had it already.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is not on the team, [`Error::BadRequest`] for a role that cannot be given, or when
/// the database fails.
pub async fn give(act: &mut Act<'_>, person: Uuid, role: Role) -> Result<bool> {
    let (app, space, at) = (act.app(), act.space().clone(), act.at());
    if !invitable(app.recipe_of(&space).as_deref()).contains(&role) {
        return Err(Error::BadRequest("error-form"));
    }
    let roles = space::roles_of(act.sql(), space.id, person).await?;
    if roles.is_empty() {
        return Err(Error::NotFound);
    }
    if roles.contains(&role) {
        return Ok(false);
    }
    space::give_role(act.sql(), space.id, person, role, at).await?;
    act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
    if act.actor() != Some(person) {
        let notice = Notice::new("mail-team-role", format!("/forloeb/{}/hold", space.slug), act.new_id()).with("role", Said::role(&space, role));
        act.tell(person, &notice).await?;
    }
    Ok(true)
}
