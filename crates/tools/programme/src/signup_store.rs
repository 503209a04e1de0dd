//! The SQL of who comes.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::calls::Concerned;
use crate::model::keys;

keys! {
    /// Whether somebody has a place.
    Seat {
        /// They have.
        In => "in",
        /// They wait for one.
        Waiting => "waiting",
    }
}

macro_rules! signup {
    () => {
        "SELECT s.id, s.person_id, COALESCE(p.name, s.name) AS name, COALESCE(p.phone, s.phone) AS phone, s.state FROM activity_signup s LEFT JOIN person p ON p.id = s.person_id "
    };
}

statements! {
    // The whole of an activity, or one occurrence of it.
    OF_SERIES = concat!(signup!(), "WHERE s.activity_id = $1 AND s.occurrence_id IS NULL ORDER BY s.at, s.id LIMIT 2000");
    OF_OCCURRENCE = concat!(signup!(), "WHERE s.occurrence_id = $1 ORDER BY s.at, s.id LIMIT 2000");
    COUNTS = "SELECT s.occurrence_id, s.state, COUNT(*) FROM activity_occurrence o JOIN activity_signup s ON s.occurrence_id = o.id
        WHERE o.space_id = $1 AND o.starts_at >= $2 AND o.starts_at < $3 GROUP BY s.occurrence_id, s.state";
    COUNTS_OF = "SELECT s.occurrence_id, s.state, COUNT(*) FROM activity_occurrence o JOIN activity_signup s ON s.occurrence_id = o.id
        WHERE o.activity_id = $1 AND o.starts_at >= $2 GROUP BY s.occurrence_id, s.state";
    PEOPLE_OF = "SELECT person_id FROM activity_signup WHERE activity_id = $1 AND occurrence_id IS NULL AND person_id IS NOT NULL
        UNION SELECT person_id FROM activity_signup WHERE occurrence_id = $2 AND person_id IS NOT NULL";
    PEOPLE_OF_OCCURRENCE = "SELECT DISTINCT person_id FROM activity_signup WHERE occurrence_id = $1 AND person_id IS NOT NULL";
    PEOPLE_FROM = "SELECT person_id FROM activity_signup WHERE activity_id = $1 AND occurrence_id IS NULL AND person_id IS NOT NULL
        UNION SELECT s.person_id FROM activity_occurrence o JOIN activity_signup s ON s.occurrence_id = o.id
        WHERE o.activity_id = $1 AND o.starts_at >= $2 AND s.person_id IS NOT NULL";
    NAMES_OF = "SELECT name, phone FROM activity_signup WHERE activity_id = $1 AND occurrence_id IS NULL AND person_id IS NULL
        UNION SELECT name, phone FROM activity_signup WHERE occurrence_id = $2 AND person_id IS NULL";
    NAMES_OF_OCCURRENCE = "SELECT name, phone FROM activity_signup WHERE occurrence_id = $1 AND person_id IS NULL";
    NAMES_FROM = "SELECT name, phone FROM activity_signup WHERE activity_id = $1 AND occurrence_id IS NULL AND person_id IS NULL
        UNION SELECT s.name, s.phone FROM activity_occurrence o JOIN activity_signup s ON s.occurrence_id = o.id
        WHERE o.activity_id = $1 AND o.starts_at >= $2 AND s.person_id IS NULL";
    CAME = "SELECT t.signup_id FROM activity_attendance t WHERE t.occurrence_id = $1";
    NOTE_CAME = "INSERT INTO activity_attendance (signup_id, occurrence_id, person_id, at) SELECT s.id, $2, s.person_id, $3 FROM activity_signup s WHERE s.id = $1
        ON CONFLICT DO NOTHING";
    NOTE_NOT = "DELETE FROM activity_attendance WHERE signup_id = $1 AND occurrence_id = $2";
    TAKE_TURN = "UPDATE activity SET turn = turn + 1 WHERE id = $1";
    INSERT = "INSERT INTO activity_signup (id, activity_id, occurrence_id, person_id, name, phone, state, entered_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    MOVE_UP = "UPDATE activity_signup SET state = 'in' WHERE id = $1";
    STRIKE = "DELETE FROM activity_signup WHERE id = $1";
    WHICH = "SELECT activity_id, occurrence_id, person_id, name FROM activity_signup WHERE id = $1";
    OWN = "SELECT s.activity_id, s.occurrence_id, s.state FROM activity_signup s JOIN activity a ON a.id = s.activity_id
        WHERE s.person_id = $1 AND a.space_id = $2 ORDER BY s.at DESC LIMIT 500";
    MINE = "SELECT o.activity_id, a.title, sp.slug, sp.title AS space, o.starts_at, o.ends_at, w.state, o.state AS occurrence_state, w.state = 'carries' AS carries
        FROM (SELECT o.id, s.state FROM activity_signup s JOIN activity_occurrence o ON o.id = s.occurrence_id WHERE s.person_id = $1 AND o.ends_at >= $2
        UNION SELECT o.id, s.state FROM activity_signup s JOIN activity_occurrence o ON o.activity_id = s.activity_id
        WHERE s.person_id = $1 AND s.occurrence_id IS NULL AND o.ends_at >= $2
        UNION SELECT o.id, 'carries' FROM activity a JOIN activity_occurrence o ON o.activity_id = a.id WHERE a.carrier_id = $1 AND o.ends_at >= $2) w
        JOIN activity_occurrence o ON o.id = w.id JOIN activity a ON a.id = o.activity_id JOIN space sp ON sp.id = a.space_id
        WHERE o.state <> 'skipped' AND (sp.visibility IN ('public', 'registered') OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = sp.id AND r.person_id = $1))
        ORDER BY o.starts_at, o.id LIMIT $3";
    FEED_OF = "SELECT o.id, o.activity_id, a.title, sp.slug, sp.title AS space, o.starts_at, o.ends_at, o.state, o.reason, o.sequence, o.changed_at,
        COALESCE((SELECT MIN(r.name) FROM activity_booking b JOIN programme_resource r ON r.id = b.resource_id WHERE b.occurrence_id = o.id AND r.kind = 'room'), '') AS place
        FROM (SELECT o.id, s.state FROM activity_signup s JOIN activity_occurrence o ON o.id = s.occurrence_id WHERE s.person_id = $1 AND o.ends_at >= $2
        UNION SELECT o.id, s.state FROM activity_signup s JOIN activity_occurrence o ON o.activity_id = s.activity_id
        WHERE s.person_id = $1 AND s.occurrence_id IS NULL AND o.ends_at >= $2
        UNION SELECT o.id, 'carries' FROM activity a JOIN activity_occurrence o ON o.activity_id = a.id WHERE a.carrier_id = $1 AND o.ends_at >= $2) w
        JOIN activity_occurrence o ON o.id = w.id JOIN activity a ON a.id = o.activity_id JOIN space sp ON sp.id = a.space_id
        WHERE sp.assurance = 'low' AND o.state <> 'skipped' AND w.state <> 'waiting'
        AND (sp.visibility IN ('public', 'registered') OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = sp.id AND r.person_id = $1))
        ORDER BY o.starts_at, o.id LIMIT 1000";
    DROP_OF_OCCURRENCE = "DELETE FROM activity_signup WHERE occurrence_id = $1";
}

/// Somebody without an account; the number may be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) phone: String,
}

fn ids(rows: Vec<(Uuid,)>) -> Vec<Uuid> {
    rows.into_iter().map(|row| row.0).collect()
}

/// Those who are signed up for an occurrence or for the whole of its activity.
pub(crate) async fn people_of(sql: &mut Sql, activity: Uuid, occurrence: Uuid) -> Result<Concerned> {
    let people = ids(sql.all(&PEOPLE_OF, args![activity, occurrence]).await?);
    Ok(Concerned { people, names: sql.all(&NAMES_OF, args![activity, occurrence]).await? })
}

/// Those who are signed up for just this one.
pub(crate) async fn people_of_occurrence(sql: &mut Sql, occurrence: Uuid) -> Result<Concerned> {
    let people = ids(sql.all(&PEOPLE_OF_OCCURRENCE, args![occurrence]).await?);
    Ok(Concerned { people, names: sql.all(&NAMES_OF_OCCURRENCE, args![occurrence]).await? })
}

/// Those who are signed up for anything of an activity from a moment on.
pub(crate) async fn people_from(sql: &mut Sql, activity: Uuid, from: DateTime<Utc>) -> Result<Concerned> {
    let people = ids(sql.all(&PEOPLE_FROM, args![activity, from]).await?);
    Ok(Concerned { people, names: sql.all(&NAMES_FROM, args![activity, from]).await? })
}

/// Which of those signed up came to an occurrence.
pub(crate) async fn came(sql: &mut Sql, occurrence: Uuid) -> Result<BTreeSet<Uuid>> {
    Ok(ids(sql.all(&CAME, args![occurrence]).await?).into_iter().collect())
}

/// Notes that somebody came, or did not after all.
pub(crate) async fn note_came(sql: &mut Sql, signup: Uuid, occurrence: Uuid, came: bool, at: DateTime<Utc>) -> Result<()> {
    if came { sql.run(&NOTE_CAME, args![signup, occurrence, at]).await } else { sql.run(&NOTE_NOT, args![signup, occurrence]).await }.map(|_| ())
}

pub(crate) async fn drop_of_occurrence(sql: &mut Sql, occurrence: Uuid) -> Result<()> {
    sql.run(&DROP_OF_OCCURRENCE, args![occurrence]).await.map(|_| ())
}

/// Somebody who comes, or waits.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct SignedUp {
    pub id: Uuid,
    pub person_id: Option<Uuid>,
    pub name: String,
    /// May be empty.
    pub phone: String,
    #[sqlx(try_from = "String")]
    pub state: Seat,
}

/// Something one person has signed up for.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Own {
    pub activity_id: Uuid,
    pub occurrence_id: Option<Uuid>,
    #[sqlx(try_from = "String")]
    pub state: Seat,
}

/// The same with what it is, for somebody's own page.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Mine {
    pub activity_id: Uuid,
    pub title: String,
    pub slug: String,
    pub space: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub state: String,
    /// planned, cancelled, skipped
    pub occurrence_state: String,
    pub carries: bool,
}

pub(crate) async fn take_turn(sql: &mut Sql, activity: Uuid) -> Result<()> {
    sql.run(&TAKE_TURN, args![activity]).await.map(|_| ())
}

/// Everyone who comes to an occurrence, or where there is none, to the whole of the activity, and those who wait; in their order.
pub(crate) async fn of(sql: &mut Sql, activity: Uuid, occurrence: Option<Uuid>) -> Result<Vec<SignedUp>> {
    match occurrence {
        Some(id) => sql.all(&OF_OCCURRENCE, args![id]).await,
        None => sql.all(&OF_SERIES, args![activity]).await,
    }
}

/// A sign-up that is new.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) activity: Uuid,
    pub(crate) occurrence: Option<Uuid>,
    pub(crate) person: Option<Uuid>,
    pub(crate) name: &'a str,
    pub(crate) phone: &'a str,
    pub(crate) seat: Seat,
    pub(crate) entered_by: Option<Uuid>,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New<'_>) -> Result<()> {
    sql.run(&INSERT, args![n.id, n.activity, n.occurrence, n.person, n.name, n.phone, n.seat.key(), n.entered_by, n.at]).await.map(|_| ())
}

pub(crate) async fn move_up(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&MOVE_UP, args![id]).await.map(|_| ())
}

pub(crate) async fn strike(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&STRIKE, args![id]).await.map(|_| ())
}

/// What a sign-up is for, and whose: activity, occurrence, person, name.
pub(crate) type Which = (Uuid, Option<Uuid>, Option<Uuid>, String);

pub(crate) async fn which(sql: &mut Sql, id: Uuid) -> Result<Which> {
    sql.one(&WHICH, args![id]).await
}

/// What a person has signed up for in a space.
pub(crate) async fn own(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Own>> {
    sql.all(&OWN, args![person, space]).await
}

/// How many have a place and how many wait: by occurrence.
pub(crate) type Counts = std::collections::BTreeMap<Uuid, (i64, i64)>;

fn counted(rows: Vec<(Uuid, String, i64)>) -> Counts {
    let mut all = Counts::new();
    for (occurrence, state, n) in rows {
        let entry = all.entry(occurrence).or_default();
        *(if state == Seat::In.key() { &mut entry.0 } else { &mut entry.1 }) = n;
    }
    all
}

pub(crate) async fn counts(sql: &mut Sql, space: Uuid, (from, to): (DateTime<Utc>, DateTime<Utc>)) -> Result<Counts> {
    Ok(counted(sql.all(&COUNTS, args![space, from, to]).await?))
}

pub(crate) async fn counts_of(sql: &mut Sql, activity: Uuid, from: DateTime<Utc>) -> Result<Counts> {
    Ok(counted(sql.all(&COUNTS_OF, args![activity, from]).await?))
}

/// What somebody has signed up for or carries, from a moment on; spaces they may not see any more are left out.
pub(crate) async fn mine(sql: &mut Sql, person: Uuid, from: DateTime<Utc>, limit: i64) -> Result<Vec<Mine>> {
    sql.all(&MINE, args![person, from, limit]).await
}

/// The same for a calendar.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct InFeed {
    pub id: Uuid,
    pub activity_id: Uuid,
    pub title: String,
    pub slug: String,
    pub space: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub state: String,
    pub reason: String,
    pub sequence: i64,
    pub changed_at: DateTime<Utc>,
    pub place: String,
}

pub(crate) async fn feed_of(sql: &mut Sql, person: Uuid, since: DateTime<Utc>) -> Result<Vec<InFeed>> {
    sql.all(&FEED_OF, args![person, since]).await
}
