//! Roles in sealed spaces that are held back. Whoever looks after people's data can change how somebody comes in, and so come in as
//! them. That alone must not open a sealed space: the roles are taken out of it until somebody who is in it lets the person in again.
//! See docs/decisions/0030.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, Trace};
use crate::act::Act;
use crate::app::App;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::notice::Notice;
use crate::visitor::Visitor;
use crate::{args, space, statements};

/// Letting somebody in again whose roles are held back.
pub const LET_IN: ActDef =
    ActDef { name: "space.let_in", roles: &[Role::Owner, Role::Secretary, Role::Facilitator], reach: Reach::Roles, trace: Trace::Journal };

/// Telling those in a space that somebody's roles are held back. Only the program does it.
pub const HELD_BACK: ActDef = ActDef { name: "space.held_back", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Those in a sealed space who are told what happens to its safety.
pub const WATCH: [Role; 3] = [Role::Owner, Role::Secretary, Role::Facilitator];

/// Spaces looked after in one go.
const BATCH: i64 = 100;

macro_rules! living {
    () => {
        "SELECT s.id FROM space s JOIN space_key k ON k.space_id = s.id WHERE s.visibility = 'sealed' AND k.wrapped IS NOT NULL"
    };
}

statements! {
    HOLD = concat!("INSERT INTO role_held (space_id, person_id, role, since, cause) SELECT r.space_id, r.person_id, r.role, r.since, CAST($2 AS TEXT)
        FROM space_role r WHERE r.person_id = $1 AND r.space_id IN (", living!(), ") ON CONFLICT DO NOTHING");
    TAKE = concat!("DELETE FROM space_role WHERE person_id = $1 AND space_id IN (", living!(), ")");
    HOLD_HELP = concat!("INSERT INTO role_held (space_id, person_id, role, since, cause) SELECT r.space_id, r.person_id, 'helper', r.since, CAST($2 AS TEXT)
        FROM space_helper r WHERE r.person_id = $1 AND r.space_id IN (", living!(), ") ON CONFLICT DO NOTHING");
    TAKE_HELP = concat!("DELETE FROM space_helper WHERE person_id = $1 AND space_id IN (", living!(), ")");
    HOLD_IN = "INSERT INTO role_held (space_id, person_id, role, since, cause) SELECT r.space_id, r.person_id, r.role, r.since, CAST($3 AS TEXT)
        FROM space_role r WHERE r.space_id = $1 AND r.person_id = $2 ON CONFLICT DO NOTHING";
    TAKE_IN = "DELETE FROM space_role WHERE space_id = $1 AND person_id = $2";
    OF = "SELECT role, since FROM role_held WHERE space_id = $1 AND person_id = $2 ORDER BY role";
    FORGET = "DELETE FROM role_held WHERE space_id = $1 AND person_id = $2";
    FORGET_ONE = "DELETE FROM role_held WHERE space_id = $1 AND person_id = $2 AND role = $3 AND since = $4";
    FORGET_HELPERS = "DELETE FROM role_held WHERE space_id = $1 AND role = 'helper'";
    IN_SPACE = "SELECT h.person_id, p.name, h.role, h.cause, h.told_at FROM role_held h JOIN person p ON p.id = h.person_id
        WHERE h.space_id = $1 ORDER BY p.name, h.person_id, h.role LIMIT 200";
    UNTOLD = "SELECT DISTINCT space_id, person_id FROM role_held WHERE told_at IS NULL LIMIT $1";
    TOLD = "UPDATE role_held SET told_at = $3 WHERE space_id = $1 AND person_id = $2 AND told_at IS NULL";
}

/// A role that is held back, for those in the space.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HeldRole {
    /// Whose.
    pub person_id: Uuid,
    /// Their name.
    pub name: String,
    /// Which.
    #[sqlx(try_from = "String")]
    pub role: Role,
    /// Why: `address`, `letter`, `link`, `merge` or `opening`.
    pub cause: String,
    /// When those in the space were told.
    pub told_at: Option<DateTime<Utc>>,
}

/// Holds back every role somebody has in a sealed space that can still be read: somebody else has changed how they come in, and why.
/// Those in the spaces are told within seconds ([`tell`]).
///
/// # Errors
/// When the database fails.
pub async fn hold(sql: &mut Sql, person: Uuid, cause: &'static str) -> Result<()> {
    sql.run(&HOLD, args![person, cause]).await?;
    sql.run(&TAKE, args![person]).await?;
    sql.run(&HOLD_HELP, args![person, cause]).await?;
    sql.run(&TAKE_HELP, args![person]).await.map(|_| ())
}

/// The same in one space.
///
/// # Errors
/// When the database fails.
pub(crate) async fn hold_in(sql: &mut Sql, space: Uuid, person: Uuid, cause: &'static str) -> Result<()> {
    sql.run(&HOLD_IN, args![space, person, cause]).await?;
    sql.run(&TAKE_IN, args![space, person]).await.map(|_| ())
}

/// Whether somebody's roles in a space are held back.
///
/// # Errors
/// When the database fails.
pub async fn is_held(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(!sql.all::<(String, DateTime<Utc>)>(&OF, args![space, person]).await?.is_empty())
}

/// Forgets one role that was held back.
pub(crate) async fn forget_one(sql: &mut Sql, space: Uuid, person: Uuid, role: Role, since: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_ONE, args![space, person, role.key(), since]).await.map(|_| ())
}

/// Forgets the helpers of a space whose part in it is held back: the space is over.
///
/// # Errors
/// When the database fails.
pub async fn forget_helpers(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&FORGET_HELPERS, args![space]).await.map(|_| ())
}

/// The roles held back in a space.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<HeldRole>> {
    sql.all(&IN_SPACE, args![space]).await
}

/// Gives somebody back what was held back.
///
/// # Errors
/// [`Error::NotFound`] where nothing of theirs is held back here, or when the database fails.
pub async fn let_in(act: &mut Act<'_>, person: Uuid) -> Result<()> {
    let space = act.space().id;
    let held: Vec<(String, DateTime<Utc>)> = act.sql().all(&OF, args![space, person]).await?;
    if held.is_empty() {
        return Err(Error::NotFound);
    }
    for (role, since) in held.iter().filter_map(|(key, since)| Role::of(key).map(|r| (r, *since))) {
        space::give_role(act.sql(), space, person, role, since).await?;
    }
    act.sql().run(&FORGET, args![space, person]).await?;
    let notice = Notice::new("mail-sealed-access", forsoeg(act), act.new_id()).direct();
    watchers(act, &notice).await?;
    act.record("person", person, serde_json::json!({})).await
}

/// Where those in a space see what happened.
pub(crate) fn forsoeg(act: &Act<'_>) -> String {
    format!("/forloeb/{}/forsoeg", act.space().slug)
}

/// Tells those who watch over the act's space, except the actor; the words tell nothing.
pub(crate) async fn watchers(act: &mut Act<'_>, notice: &Notice) -> Result<()> {
    let (space, actor) = (act.space().id, act.actor());
    let mut told = vec![];
    for role in WATCH {
        for person in space::with_role(act.sql(), space, role).await? {
            if !told.contains(&person) && Some(person) != actor {
                act.tell(person, notice).await?;
                told.push(person);
            }
        }
    }
    Ok(())
}

/// Tells those in the spaces of roles that were held back since.
///
/// # Errors
/// When the database fails.
pub async fn tell(app: &App) -> Result<()> {
    let untold: Vec<(Uuid, Uuid)> = app.db.read().await?.all(&UNTOLD, args![BATCH]).await?;
    for (space, person) in untold {
        let mut act = Act::begin(app, &Visitor::program(), space, &HELD_BACK).await?;
        let at = act.at();
        // Another node may have been quicker.
        if act.sql().run(&TOLD, args![space, person, at]).await? == 0 {
            continue;
        }
        let notice = Notice::new("mail-sealed-access", forsoeg(&act), act.new_id()).direct();
        watchers(&mut act, &notice).await?;
        act.record("person", person, serde_json::json!({})).await?;
        act.commit().await?;
    }
    Ok(())
}
