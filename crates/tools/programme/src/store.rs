//! The SQL of activities: series, their occurrences, and what is booked for them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Error, Result, args, statements};
use samskab_recurrence::{Place, Rule, Series, local};
use uuid::Uuid;

use crate::model::{Busy, Signup, Span, State, minute_of, time_of};

macro_rules! activity {
    () => {
        "SELECT a.id, a.title, a.text, a.group_id, COALESCE(g.name, '') AS group_name, a.carrier_id, COALESCE(p.name, a.carrier) AS carrier, a.signup, a.capacity
         FROM activity a LEFT JOIN activity_group g ON g.id = a.group_id LEFT JOIN person p ON p.id = a.carrier_id "
    };
}
macro_rules! occurrence {
    () => {
        "SELECT o.id, o.activity_id, o.series_id, o.day, o.starts_at, o.ends_at, o.state, o.moved, o.reason, o.sequence, o.changed_at, a.title, a.signup, a.capacity,
         COALESCE(p.name, a.carrier) AS carrier
         FROM activity_occurrence o JOIN activity a ON a.id = o.activity_id LEFT JOIN person p ON p.id = a.carrier_id "
    };
}

statements! {
    ONE = concat!(activity!(), "WHERE a.id = $1 AND a.space_id = $2");
    ALL = concat!(activity!(), "WHERE a.space_id = $1 ORDER BY a.title, a.id LIMIT $2");
    CARRIED = "SELECT a.id FROM activity a WHERE a.space_id = $1 AND (a.carrier_id = $2
        OR a.group_id IN (SELECT m.group_id FROM activity_group_member m WHERE m.person_id = $2)) ORDER BY a.id LIMIT 1000";
    INSERT = "INSERT INTO activity (id, space_id, group_id, title, text, carrier_id, carrier, signup, capacity, turn, created_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)";
    CHANGE = "UPDATE activity SET group_id = $2, title = $3, text = $4, carrier_id = $5, carrier = $6, signup = $7, capacity = $8 WHERE id = $1";

    SERIES = "SELECT id, first_day, minute, minutes, rule, sequence, changed_at FROM activity_series WHERE id = $1";
    SERIES_OF = "SELECT id, first_day, minute, minutes, rule, sequence, changed_at FROM activity_series WHERE activity_id = $1 ORDER BY first_day, id LIMIT 200";
    PUT_SERIES = "INSERT INTO activity_series (id, activity_id, first_day, minute, minutes, rule, sequence, changed_at) VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
        ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, minute = excluded.minute, minutes = excluded.minutes, rule = excluded.rule,
        sequence = activity_series.sequence + 1, changed_at = excluded.changed_at";
    DROP_SERIES = "DELETE FROM activity_series WHERE id = $1";
    SERIES_RESOURCES = "SELECT resource_id FROM activity_series_resource WHERE series_id = $1 ORDER BY resource_id";
    ADD_SERIES_RESOURCE = "INSERT INTO activity_series_resource (series_id, resource_id) VALUES ($1, $2)";
    DROP_SERIES_RESOURCES = "DELETE FROM activity_series_resource WHERE series_id = $1";

    OCCURRENCE = concat!(occurrence!(), "WHERE o.id = $1 AND o.space_id = $2");
    OF_SERIES = concat!(occurrence!(), "WHERE o.series_id = $1 ORDER BY o.day LIMIT 2000");
    OF_ACTIVITY = concat!(occurrence!(), "WHERE o.activity_id = $1 AND o.ends_at >= $2 ORDER BY o.starts_at, o.id LIMIT $3");
    BETWEEN = concat!(occurrence!(), "WHERE o.space_id = $1 AND o.starts_at >= $2 AND o.starts_at < $3 AND o.state <> 'skipped' ORDER BY o.starts_at, a.title, o.id LIMIT 2000");
    INSERT_OCCURRENCE = "INSERT INTO activity_occurrence (id, space_id, activity_id, series_id, day, starts_at, ends_at, state, moved, reason, sequence, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, $9, 0, $10)";
    SET_TIME = "UPDATE activity_occurrence SET starts_at = $2, ends_at = $3, moved = $4, sequence = sequence + 1, changed_at = $5 WHERE id = $1";
    SET_STATE = "UPDATE activity_occurrence SET state = $2, reason = $3, sequence = sequence + 1, changed_at = $4 WHERE id = $1";
    TO_SERIES = "UPDATE activity_occurrence SET series_id = $2 WHERE series_id = $1 AND day >= $3";
    DROP_OCCURRENCE = "DELETE FROM activity_occurrence WHERE id = $1";

    // Whoever raises the turn of a room holds its row until the end of the act: bookings of it come one after another.
    TAKE_TURN = "UPDATE programme_resource SET turn = turn + 1 WHERE id = $1 AND space_id = $2 AND closed_at IS NULL";
    BUSY = "SELECT b.starts_at, b.ends_at, a.title FROM activity_booking b JOIN activity_occurrence o ON o.id = b.occurrence_id JOIN activity a ON a.id = o.activity_id
        WHERE b.resource_id = $1 AND b.ends_at > $2 AND b.starts_at < $3 ORDER BY b.starts_at LIMIT 5000";
    BOOK = "INSERT INTO activity_booking (resource_id, occurrence_id, starts_at, ends_at) VALUES ($1, $2, $3, $4)";
    UNBOOK = "DELETE FROM activity_booking WHERE occurrence_id = $1";
    BOOKED_BY = "SELECT resource_id FROM activity_booking WHERE occurrence_id = $1 ORDER BY resource_id";
    PLACES_OF_ACTIVITY = "SELECT b.occurrence_id, r.id, r.name FROM activity_occurrence o JOIN activity_booking b ON b.occurrence_id = o.id
        JOIN programme_resource r ON r.id = b.resource_id WHERE o.activity_id = $1 AND o.ends_at >= $2 ORDER BY r.kind DESC, r.name LIMIT 5000";
    PLACES_BETWEEN = "SELECT b.occurrence_id, r.id, r.name FROM activity_occurrence o JOIN activity_booking b ON b.occurrence_id = o.id
        JOIN programme_resource r ON r.id = b.resource_id WHERE o.space_id = $1 AND o.starts_at >= $2 AND o.starts_at < $3 ORDER BY r.kind DESC, r.name LIMIT 5000";
}

/// An activity.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Activity {
    pub id: Uuid,
    pub title: String,
    pub text: String,
    pub group_id: Option<Uuid>,
    pub group_name: String,
    pub carrier_id: Option<Uuid>,
    /// The name of whoever carries it; may be empty.
    pub carrier: String,
    #[sqlx(try_from = "String")]
    pub signup: Signup,
    pub capacity: Option<i64>,
}

/// A series as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct SeriesRow {
    pub id: Uuid,
    pub first_day: NaiveDate,
    pub minute: i64,
    pub minutes: i64,
    pub rule: String,
    pub sequence: i64,
    pub changed_at: DateTime<Utc>,
}

/// One time an activity is held, or would have been.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Occurrence {
    pub id: Uuid,
    pub activity_id: Uuid,
    pub series_id: Uuid,
    pub day: NaiveDate,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub moved: bool,
    pub reason: String,
    pub sequence: i64,
    pub changed_at: DateTime<Utc>,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub signup: Signup,
    pub capacity: Option<i64>,
    pub carrier: String,
}

impl Occurrence {
    /// Whether it takes place.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        self.state == State::Planned
    }

    /// From when to when.
    #[must_use]
    pub fn span(&self) -> Span {
        (self.starts_at, self.ends_at)
    }
}

/// A room or thing an occurrence has.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Placed {
    pub occurrence_id: Uuid,
    pub id: Uuid,
    pub name: String,
}

/// What an activity is, beside its times.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct About {
    pub title: String,
    pub text: String,
    pub group: Option<Uuid>,
    pub carrier_id: Option<Uuid>,
    /// The name of somebody without an account; empty where there is a person, or nobody.
    pub carrier: String,
    pub signup: Signup,
    pub capacity: Option<i64>,
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Activity> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn all(sql: &mut Sql, space: Uuid, limit: i64) -> Result<Vec<Activity>> {
    sql.all(&ALL, args![space, limit]).await
}

/// The activities somebody carries, alone or in a group.
pub(crate) async fn carried(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&CARRIED, args![space, person]).await?.into_iter().map(|row| row.0).collect())
}

pub(crate) async fn insert(sql: &mut Sql, id: Uuid, space: Uuid, about: &About, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let a = about;
    sql.run(&INSERT, args![id, space, a.group, &a.title, &a.text, a.carrier_id, &a.carrier, a.signup.key(), a.capacity, by, at]).await.map(|_| ())
}

pub(crate) async fn change(sql: &mut Sql, id: Uuid, a: &About) -> Result<()> {
    sql.run(&CHANGE, args![id, a.group, &a.title, &a.text, a.carrier_id, &a.carrier, a.signup.key(), a.capacity]).await.map(|_| ())
}

pub(crate) async fn series_row(sql: &mut Sql, id: Uuid) -> Result<SeriesRow> {
    sql.one(&SERIES, args![id]).await
}

pub(crate) async fn series_of(sql: &mut Sql, activity: Uuid) -> Result<Vec<SeriesRow>> {
    sql.all(&SERIES_OF, args![activity]).await
}

/// A stored series with what was taken out of it and what was moved.
pub(crate) async fn series(sql: &mut Sql, row: &SeriesRow) -> Result<Series> {
    let rows = of_series(sql, row.id).await?;
    let removed: BTreeSet<NaiveDate> = rows.iter().filter(|o| !o.is_planned()).map(|o| o.day).collect();
    let place = |o: &Occurrence| Place { start: local(o.starts_at), minutes: u32::try_from((o.ends_at - o.starts_at).num_minutes()).unwrap_or(60) };
    let moved: BTreeMap<NaiveDate, Place> = rows.iter().filter(|o| o.moved && o.is_planned()).map(|o| (o.day, place(o))).collect();
    let wrong = |e| Error::Internal(format!("series {}: {e}", row.id));
    let rule = Rule::parse(&row.rule, row.first_day).map_err(wrong)?;
    let series = Series::new(row.first_day, time_of(row.minute), u32::try_from(row.minutes).unwrap_or(60), rule).map_err(wrong)?;
    Ok(series.with(removed, moved))
}

pub(crate) async fn put_series(sql: &mut Sql, id: Uuid, activity: Uuid, series: &Series, at: DateTime<Utc>) -> Result<()> {
    let (minute, minutes) = (minute_of(series.time()), i64::from(series.minutes()));
    sql.run(&PUT_SERIES, args![id, activity, series.first(), minute, minutes, series.rule().to_string(), at]).await.map(|_| ())
}

pub(crate) async fn drop_series(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&DROP_SERIES_RESOURCES, args![id]).await?;
    sql.run(&DROP_SERIES, args![id]).await.map(|_| ())
}

pub(crate) async fn series_resources(sql: &mut Sql, series: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&SERIES_RESOURCES, args![series]).await?.into_iter().map(|r| r.0).collect())
}

pub(crate) async fn set_series_resources(sql: &mut Sql, series: Uuid, resources: &[Uuid]) -> Result<()> {
    sql.run(&DROP_SERIES_RESOURCES, args![series]).await?;
    for resource in resources {
        sql.run(&ADD_SERIES_RESOURCE, args![series, *resource]).await?;
    }
    Ok(())
}

pub(crate) async fn occurrence(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Occurrence> {
    sql.one(&OCCURRENCE, args![id, space]).await
}

pub(crate) async fn of_series(sql: &mut Sql, series: Uuid) -> Result<Vec<Occurrence>> {
    sql.all(&OF_SERIES, args![series]).await
}

/// Those of an activity that end after a moment, in order.
pub(crate) async fn of_activity(sql: &mut Sql, activity: Uuid, from: DateTime<Utc>, limit: i64) -> Result<Vec<Occurrence>> {
    sql.all(&OF_ACTIVITY, args![activity, from, limit]).await
}

/// Everything on the programme that begins between two moments.
pub(crate) async fn between(sql: &mut Sql, space: Uuid, (from, to): Span) -> Result<Vec<Occurrence>> {
    sql.all(&BETWEEN, args![space, from, to]).await
}

/// A date of a series, as it is laid out.
pub(crate) struct NewOccurrence<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) activity: Uuid,
    pub(crate) series: Uuid,
    pub(crate) day: NaiveDate,
    pub(crate) span: Span,
    pub(crate) state: State,
    pub(crate) reason: &'a str,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn insert_occurrence(sql: &mut Sql, n: &NewOccurrence<'_>) -> Result<()> {
    let values = args![n.id, n.space, n.activity, n.series, n.day, n.span.0, n.span.1, n.state.key(), n.reason, n.at];
    sql.run(&INSERT_OCCURRENCE, values).await.map(|_| ())
}

pub(crate) async fn set_time(sql: &mut Sql, id: Uuid, span: Span, moved: bool, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_TIME, args![id, span.0, span.1, moved, at]).await.map(|_| ())
}

pub(crate) async fn set_state(sql: &mut Sql, id: Uuid, state: State, reason: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_STATE, args![id, state.key(), reason, at]).await.map(|_| ())
}

/// Those of a series from a date on belong to another one.
pub(crate) async fn to_series(sql: &mut Sql, from: Uuid, to: Uuid, day: NaiveDate) -> Result<()> {
    sql.run(&TO_SERIES, args![from, to, day]).await.map(|_| ())
}

/// Removes an occurrence that is not booked any more.
pub(crate) async fn drop_occurrence(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&DROP_OCCURRENCE, args![id]).await.map(|_| ())
}

/// Waits for the turn to book a room.
///
/// # Errors
/// [`Error::NotFound`] for a room that is not there or is not used any more.
pub(crate) async fn take_turn(sql: &mut Sql, space: Uuid, resource: Uuid) -> Result<()> {
    if sql.run(&TAKE_TURN, args![resource, space]).await? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

pub(crate) async fn busy(sql: &mut Sql, resource: Uuid, (from, to): Span) -> Result<Vec<Busy>> {
    sql.all(&BUSY, args![resource, from, to]).await
}

pub(crate) async fn book(sql: &mut Sql, resource: Uuid, occurrence: Uuid, span: Span) -> Result<()> {
    sql.run(&BOOK, args![resource, occurrence, span.0, span.1]).await.map(|_| ())
}

pub(crate) async fn unbook(sql: &mut Sql, occurrence: Uuid) -> Result<()> {
    sql.run(&UNBOOK, args![occurrence]).await.map(|_| ())
}

pub(crate) async fn booked_by(sql: &mut Sql, occurrence: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&BOOKED_BY, args![occurrence]).await?.into_iter().map(|r| r.0).collect())
}

fn by_occurrence(rows: Vec<Placed>) -> BTreeMap<Uuid, Vec<Placed>> {
    rows.into_iter().fold(BTreeMap::new(), |mut all: BTreeMap<Uuid, Vec<Placed>>, row| {
        all.entry(row.occurrence_id).or_default().push(row);
        all
    })
}

/// Where the coming occurrences of an activity are held: rooms first.
pub(crate) async fn places_of(sql: &mut Sql, activity: Uuid, from: DateTime<Utc>) -> Result<BTreeMap<Uuid, Vec<Placed>>> {
    Ok(by_occurrence(sql.all(&PLACES_OF_ACTIVITY, args![activity, from]).await?))
}

/// Where everything that begins between two moments is held.
pub(crate) async fn places_between(sql: &mut Sql, space: Uuid, (from, to): Span) -> Result<BTreeMap<Uuid, Vec<Placed>>> {
    Ok(by_occurrence(sql.all(&PLACES_BETWEEN, args![space, from, to]).await?))
}
