//! The SQL of interest: who would like to take part.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Reply, Way};

macro_rules! interest {
    () => {
        "SELECT i.id, i.call_id, i.person_id, p.name, i.why, i.working_group, i.way, i.registered_at, i.withdrawn_at, i.reply, i.replied_at,
         e.name AS entered_by FROM interest i JOIN person p ON p.id = i.person_id LEFT JOIN person e ON e.id = i.entered_by "
    };
}

statements! {
    OF_CALL = concat!(interest!(), "WHERE i.call_id = $1 ORDER BY p.name, i.id LIMIT 1000");
    ONE = concat!(interest!(), "WHERE i.id = $1 AND i.space_id = $2");
    OF_PERSON = concat!(interest!(), "WHERE i.call_id = $1 AND i.person_id = $2");
    WELCOME = concat!(interest!(), "JOIN seat_call c ON c.id = i.call_id WHERE c.space_id = $1 AND i.reply = 'group' AND i.withdrawn_at IS NULL ORDER BY i.replied_at, p.name, i.id LIMIT 500");
    PROFILES_OF_CALL = "SELECT x.interest_id, x.profile_id FROM interest_profile x JOIN interest i ON i.id = x.interest_id WHERE i.call_id = $1";
    PROFILES_OF = "SELECT profile_id FROM interest_profile WHERE interest_id = $1";
    COUNT = "SELECT COUNT(*), COUNT(CASE WHEN reply IS NULL THEN 1 END) FROM interest WHERE call_id = $1 AND withdrawn_at IS NULL";
    INSERT = "INSERT INTO interest (id, call_id, space_id, person_id, why, working_group, way, entered_by, registered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (call_id, person_id) DO UPDATE SET why = excluded.why, working_group = excluded.working_group, way = excluded.way,
        entered_by = excluded.entered_by, registered_at = excluded.registered_at, withdrawn_at = NULL";
    FORGET_PROFILES = "DELETE FROM interest_profile WHERE interest_id = $1";
    INSERT_PROFILE = "INSERT INTO interest_profile (interest_id, profile_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    // What somebody wrote about themselves goes when they take it back.
    WITHDRAW = "UPDATE interest SET withdrawn_at = $3, why = '' WHERE call_id = $1 AND person_id = $2 AND withdrawn_at IS NULL AND (reply IS NULL OR reply <> 'seat')";
    REPLY = "UPDATE interest SET reply = $2, replied_at = $3 WHERE id = $1 AND reply IS NULL AND withdrawn_at IS NULL";
    JOIN_GROUP = "UPDATE interest SET working_group = $3, reply = 'group', replied_at = $4 WHERE call_id = $1 AND person_id = $2 AND reply = 'declined' AND withdrawn_at IS NULL";
    MINE = "SELECT s.slug, s.title, c.id, c.title, c.deadline, c.closed_at, i.reply FROM interest i JOIN seat_call c ON c.id = i.call_id JOIN space s ON s.id = i.space_id
        WHERE i.person_id = $1 AND i.withdrawn_at IS NULL ORDER BY i.registered_at DESC, i.id LIMIT 20";
    INSERT_DRAFT = "INSERT INTO interest_draft (id, call_id, name, email, why, working_group, profiles, language, token_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    DRAFT = "SELECT d.id, d.call_id, c.space_id, d.name, d.email, d.why, d.working_group, d.profiles, d.language FROM interest_draft d
        JOIN seat_call c ON c.id = d.call_id WHERE d.token_hash = $1 AND d.created_at > $2";
    FORGET_DRAFT = "DELETE FROM interest_draft WHERE id = $1";
    FORGET_DRAFTS_TO = "DELETE FROM interest_draft WHERE call_id = $1 AND email = $2";
    RECENT_DRAFTS = "SELECT COUNT(*) FROM interest_draft WHERE email = $1 AND created_at > $2";
    OLD_DRAFTS = "SELECT COUNT(*) FROM interest_draft WHERE created_at <= $1";
    FORGET_OLD_DRAFTS = "DELETE FROM interest_draft WHERE created_at <= $1";
    ENTERED = "UPDATE person SET contact = $2, entered_by = $3 WHERE id = $1";
}

/// Somebody's interest.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Interest {
    pub(crate) id: Uuid,
    pub(crate) call_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) why: String,
    pub(crate) working_group: bool,
    pub(crate) way: String,
    pub(crate) registered_at: DateTime<Utc>,
    pub(crate) withdrawn_at: Option<DateTime<Utc>>,
    pub(crate) reply: Option<String>,
    pub(crate) replied_at: Option<DateTime<Utc>>,
    pub(crate) entered_by: Option<String>,
}

impl Interest {
    /// Whether it counts and has no answer yet.
    pub(crate) fn waits(&self) -> bool {
        self.withdrawn_at.is_none() && self.reply.is_none()
    }

    /// The answer it got.
    pub(crate) fn reply(&self) -> Option<Reply> {
        self.reply.as_deref().and_then(Reply::of)
    }
}

/// What somebody wants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Wish {
    pub why: String,
    pub working_group: bool,
    pub profiles: Vec<Uuid>,
}

/// Interest that comes in: when, which way, and by whose hand if not the person's own.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) call: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) wish: &'a Wish,
    pub(crate) way: Way,
    pub(crate) entered_by: Option<Uuid>,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn of_call(sql: &mut Sql, call: Uuid) -> Result<Vec<Interest>> {
    sql.all(&OF_CALL, args![call]).await
}

/// Those who were told that they are welcome in a working group of a space.
pub(crate) async fn welcome(sql: &mut Sql, space: Uuid) -> Result<Vec<Interest>> {
    sql.all(&WELCOME, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Interest> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn of_person(sql: &mut Sql, call: Uuid, person: Uuid) -> Result<Option<Interest>> {
    sql.maybe(&OF_PERSON, args![call, person]).await
}

/// Who wants which seats: interest and profile.
pub(crate) async fn profiles_of_call(sql: &mut Sql, call: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&PROFILES_OF_CALL, args![call]).await
}

pub(crate) async fn profiles_of(sql: &mut Sql, interest: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&PROFILES_OF, args![interest]).await?.into_iter().map(|r| r.0).collect())
}

/// How many there are, and how many have no answer yet.
pub(crate) async fn count(sql: &mut Sql, call: Uuid) -> Result<(i64, i64)> {
    sql.one(&COUNT, args![call]).await
}

/// Registers interest, or changes what was registered; gives its id.
pub(crate) async fn put(sql: &mut Sql, new: &New<'_>) -> Result<Uuid> {
    let w = new.wish;
    let values = args![new.id, new.call, new.space, new.person, &w.why, w.working_group, new.way.key(), new.entered_by, new.at];
    sql.run(&INSERT, values).await?;
    let id = of_person(sql, new.call, new.person).await?.map_or(new.id, |i| i.id);
    sql.run(&FORGET_PROFILES, args![id]).await?;
    for profile in &w.profiles {
        sql.run(&INSERT_PROFILE, args![id, *profile]).await?;
    }
    Ok(id)
}

/// Takes interest back; false where there is none, or its person has got a seat.
pub(crate) async fn withdraw(sql: &mut Sql, call: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&WITHDRAW, args![call, person, at]).await? > 0)
}

/// Notes the answer; false where there is one already.
pub(crate) async fn reply(sql: &mut Sql, id: Uuid, reply: Reply, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&REPLY, args![id, reply.key(), at]).await? > 0)
}

/// Somebody who got no seat wants to be in a working group; false where that was not their answer.
pub(crate) async fn join_group(sql: &mut Sql, call: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&JOIN_GROUP, args![call, person, true, at]).await? > 0)
}

/// Interest as its own person sees it: the space's name in addresses and title, the call's id, title and last day, when it was
/// closed, the answer.
pub(crate) type Mine = (String, String, Uuid, String, NaiveDate, Option<DateTime<Utc>>, Option<String>);

pub(crate) async fn mine(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&MINE, args![person]).await
}

/// What a new visitor wrote.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Draft {
    pub(crate) id: Uuid,
    pub(crate) call_id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) why: String,
    pub(crate) working_group: bool,
    pub(crate) profiles: String,
    pub(crate) language: String,
}

impl Draft {
    /// What they want.
    pub(crate) fn wish(&self) -> Wish {
        let profiles = self.profiles.split(' ').filter_map(|id| id.parse().ok()).collect();
        Wish { why: self.why.clone(), working_group: self.working_group, profiles }
    }
}

/// A draft to be kept until it is confirmed.
pub(crate) struct NewDraft<'a> {
    pub(crate) id: Uuid,
    pub(crate) call: Uuid,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) wish: &'a Wish,
    pub(crate) language: &'a str,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert_draft(sql: &mut Sql, d: &NewDraft<'_>) -> Result<()> {
    let profiles: Vec<String> = d.wish.profiles.iter().map(Uuid::to_string).collect();
    let values = args![d.id, d.call, d.name, d.email, &d.wish.why, d.wish.working_group, profiles.join(" "), d.language, d.token_hash.clone(), d.at];
    sql.run(&INSERT_DRAFT, values).await.map(|_| ())
}

pub(crate) async fn draft(sql: &mut Sql, token_hash: Vec<u8>, after: DateTime<Utc>) -> Result<Option<Draft>> {
    sql.maybe(&DRAFT, args![token_hash, after]).await
}

/// Takes a draft; false when it has been taken.
pub(crate) async fn take_draft(sql: &mut Sql, draft: &Draft) -> Result<bool> {
    let taken = sql.run(&FORGET_DRAFT, args![draft.id]).await? > 0;
    // What the same person wrote before is out of date with it.
    sql.run(&FORGET_DRAFTS_TO, args![draft.call_id, &draft.email]).await?;
    Ok(taken)
}

pub(crate) async fn recent_drafts(sql: &mut Sql, email: &str, after: DateTime<Utc>) -> Result<i64> {
    sql.count(&RECENT_DRAFTS, args![email, after]).await
}

pub(crate) async fn old_drafts(sql: &mut Sql, before: DateTime<Utc>) -> Result<i64> {
    sql.count(&OLD_DRAFTS, args![before]).await
}

pub(crate) async fn forget_old_drafts(sql: &mut Sql, before: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_OLD_DRAFTS, args![before]).await.map(|_| ())
}

/// Notes who entered a person, and how they are reached.
pub(crate) async fn entered(sql: &mut Sql, person: Uuid, contact: &str, by: Uuid) -> Result<()> {
    sql.run(&ENTERED, args![person, contact, by]).await.map(|_| ())
}
