//! What those who run the machine do with people, from the command line: acts of the program, with their entries in the
//! municipality's journal. Nobody can do them in the browser.

pub(crate) mod store;

use chrono::{DateTime, Duration, Utc};
use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::db::{Sql, Statement};
use samskab_platform::held_roles;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, Visitor, session, sign_in, space};
use uuid::Uuid;

pub use store::Listed;

const fn act(name: &'static str) -> ActDef {
    ActDef { name, roles: &[], reach: Reach::Roles, trace: Trace::Journal }
}

/// Adding a person.
pub const ADD: ActDef = act("operations.add");
/// Giving a municipal role.
pub const GIVE: ActDef = act("operations.give");
/// Taking one away.
pub const TAKE: ActDef = act("operations.take");
/// Letting somebody in who is locked out.
pub const LET_IN: ActDef = act("operations.let_in");
/// Ending somebody's sessions.
pub const SIGN_OUT: ActDef = act("operations.sign_out");

/// All of them.
pub const ACTS: &[&ActDef] = &[&ADD, &GIVE, &TAKE, &LET_IN, &SIGN_OUT];

/// Every SQL text.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    store::STATEMENTS.to_vec()
}

/// People whose name or address holds this text, by name; at most 200.
///
/// # Errors
/// When the database fails.
pub async fn find(sql: &mut Sql, text: &str) -> Result<Vec<Listed>> {
    store::find(sql, text).await
}

/// Adds a person; gives their id.
///
/// # Errors
/// [`Error::Startup`] where somebody has that address.
pub async fn add(app: &App, name: &str, email: &str, role: Option<Role>) -> Result<Uuid> {
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &ADD).await?;
    let (id, at) = (act.new_id(), act.at());
    let new = NewPerson { name, email: Some(email), title: None, organisation: None, lang: Lang::Da, persona: None };
    person::insert(act.sql(), id, at, &new).await.map_err(|e| match e {
        Error::Taken(_) => Error::Startup(format!("somebody with the address {email} is here already: see `samskab user list {email}`")),
        other => other,
    })?;
    if let Some(role) = role {
        let municipality = act.space().id;
        space::give_role(act.sql(), municipality, id, role, at).await?;
    }
    act.record("person", id, serde_json::json!({ "role": role.map(Role::key) })).await?;
    act.commit().await?;
    Ok(id)
}

/// Gives a municipal role.
///
/// # Errors
/// When the database fails.
pub async fn give(app: &App, person: Uuid, role: Role) -> Result<()> {
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &GIVE).await?;
    let (municipality, at) = (act.space().id, act.at());
    space::give_role(act.sql(), municipality, person, role, at).await?;
    act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
    act.commit().await
}

/// Takes a municipal role away. The last administrator keeps theirs: nobody could give it back in the browser.
///
/// # Errors
/// [`Error::Startup`] for the last administrator.
pub async fn take(app: &App, person: Uuid, role: Role) -> Result<()> {
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &TAKE).await?;
    let municipality = act.space().id;
    space::take_role(act.sql(), municipality, person, role).await?;
    if role == Role::Administrator && store::administrators(act.sql()).await? == 0 {
        return Err(Error::Startup("this is the last administrator: give the role to somebody else first".to_owned()));
    }
    act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
    act.commit().await
}

/// How somebody who is locked out comes in.
#[derive(Debug)]
pub struct WayIn {
    /// The page where the code is typed.
    pub address: String,
    /// The code.
    pub code: String,
    /// Until when it is good.
    pub until: DateTime<Utc>,
}

/// Makes a sign-in code without sending it.
///
/// # Errors
/// [`Error::Startup`] for somebody without an address.
pub async fn let_in(app: &App, person: Uuid) -> Result<WayIn> {
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &LET_IN).await?;
    let found = person::find(act.sql(), person).await?;
    let email = found.email.ok_or_else(|| Error::Startup(format!("{} has no e-mail address to sign in with", found.name)))?;
    // Whoever runs the machine could use it: it opens no sealed space.
    held_roles::hold(act.sql(), person, "link").await?;
    let (id, code) = sign_in::issue(act.sql(), app, &email).await?;
    act.record("person", person, serde_json::json!({})).await?;
    let until = act.at() + Duration::minutes(sign_in::MINUTES);
    act.commit().await?;
    Ok(WayIn { address: format!("{}/log-ind/kode?id={id}&fra=drift", app.settings.base_url), code, until })
}

/// Ends every session of a person.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(app: &App, person: Uuid) -> Result<()> {
    let mut act = Act::begin_at_desk(app, &Visitor::program(), &SIGN_OUT).await?;
    session::end_all(act.sql(), person).await?;
    act.record("person", person, serde_json::json!({})).await?;
    act.commit().await
}
