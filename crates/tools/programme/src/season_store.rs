//! The SQL of seasons and what is wished for them.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::season::Slot;

macro_rules! wish {
    () => {
        "SELECT w.id, w.season_id, w.title, w.carrier, w.seats, w.first_weekday, w.first_minute, w.second_weekday, w.second_minute, w.minutes,
         w.settled_weekday, w.settled_minute, w.settled_resource, w.activity_id, w.wished_by FROM season_wish w "
    };
}

statements! {
    SEASONS = "SELECT id, title, first_day, last_day, wishes_until, published_at FROM season WHERE space_id = $1 ORDER BY first_day DESC, id LIMIT 50";
    SEASON = "SELECT id, title, first_day, last_day, wishes_until, published_at FROM season WHERE id = $1 AND space_id = $2";
    ADD = "INSERT INTO season (id, space_id, title, first_day, last_day, wishes_until) VALUES ($1, $2, $3, $4, $5, $6)";
    // Who sets it first publishes; a second one changes nothing.
    PUBLISH = "UPDATE season SET published_at = $2 WHERE id = $1 AND published_at IS NULL";
    WISHES = concat!(wish!(), "WHERE w.season_id = $1 ORDER BY w.at, w.id LIMIT 500");
    WISH = concat!(wish!(), "JOIN season s ON s.id = w.season_id WHERE w.id = $1 AND s.space_id = $2");
    NEEDS = "SELECT n.wish_id, n.resource_id FROM season_wish w JOIN season_wish_need n ON n.wish_id = w.id WHERE w.season_id = $1 ORDER BY n.wish_id, n.resource_id LIMIT 2000";
    ADD_WISH = "INSERT INTO season_wish (id, season_id, title, carrier, seats, first_weekday, first_minute, second_weekday, second_minute, minutes, wished_by, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_NEED = "INSERT INTO season_wish_need (wish_id, resource_id) VALUES ($1, $2)";
    SETTLE = "UPDATE season_wish SET settled_weekday = $2, settled_minute = $3, settled_resource = $4 WHERE id = $1";
    BECAME = "UPDATE season_wish SET activity_id = $2 WHERE id = $1";
    // What is booked in the season already.
    STANDING = "SELECT b.resource_id, b.starts_at, b.ends_at, a.title FROM activity_occurrence o JOIN activity_booking b ON b.occurrence_id = o.id
        JOIN activity a ON a.id = o.activity_id WHERE o.space_id = $1 AND o.starts_at >= $2 AND o.starts_at < $3 ORDER BY o.starts_at, a.title, o.id LIMIT 5000";
}

/// A season.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Season {
    pub id: Uuid,
    pub title: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub wishes_until: NaiveDate,
    pub published_at: Option<DateTime<Utc>>,
}

/// A wish as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct WishRow {
    pub id: Uuid,
    pub season_id: Uuid,
    pub title: String,
    pub carrier: String,
    pub seats: Option<i64>,
    pub first_weekday: i64,
    pub first_minute: i64,
    pub second_weekday: Option<i64>,
    pub second_minute: Option<i64>,
    pub minutes: i64,
    pub settled_weekday: Option<i64>,
    pub settled_minute: Option<i64>,
    pub settled_resource: Option<Uuid>,
    pub activity_id: Option<Uuid>,
    pub wished_by: Option<Uuid>,
}

impl WishRow {
    /// The first choice.
    #[must_use]
    pub fn first(&self) -> Slot {
        Slot { weekday: self.first_weekday, from: self.first_minute, minutes: self.minutes }
    }

    /// The second, where there is one.
    #[must_use]
    pub fn second(&self) -> Option<Slot> {
        Some(Slot { weekday: self.second_weekday?, from: self.second_minute?, minutes: self.minutes })
    }

    /// What the board has settled.
    #[must_use]
    pub fn settled(&self) -> Option<(Uuid, Slot)> {
        Some((self.settled_resource?, Slot { weekday: self.settled_weekday?, from: self.settled_minute?, minutes: self.minutes }))
    }
}

pub(crate) async fn seasons(sql: &mut Sql, space: Uuid) -> Result<Vec<Season>> {
    sql.all(&SEASONS, args![space]).await
}

pub(crate) async fn season(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Season> {
    sql.one(&SEASON, args![id, space]).await
}

pub(crate) async fn add(sql: &mut Sql, space: Uuid, s: &Season) -> Result<()> {
    sql.run(&ADD, args![s.id, space, &s.title, s.first_day, s.last_day, s.wishes_until]).await.map(|_| ())
}

/// Whether it was not published before.
pub(crate) async fn publish(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&PUBLISH, args![id, at]).await? == 1)
}

/// In the order they were handed in.
pub(crate) async fn wishes(sql: &mut Sql, season: Uuid) -> Result<Vec<WishRow>> {
    sql.all(&WISHES, args![season]).await
}

pub(crate) async fn wish(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<WishRow> {
    sql.one(&WISH, args![id, space]).await
}

/// Wish and what it needs.
pub(crate) async fn needs(sql: &mut Sql, season: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&NEEDS, args![season]).await
}

pub(crate) async fn add_wish(sql: &mut Sql, w: &WishRow, needs: &[Uuid], at: DateTime<Utc>) -> Result<()> {
    let values =
        args![w.id, w.season_id, &w.title, &w.carrier, w.seats, w.first_weekday, w.first_minute, w.second_weekday, w.second_minute, w.minutes, w.wished_by, at];
    sql.run(&ADD_WISH, values).await?;
    for need in needs {
        sql.run(&ADD_NEED, args![w.id, *need]).await?;
    }
    Ok(())
}

pub(crate) async fn settle(sql: &mut Sql, id: Uuid, settled: Option<(Uuid, Slot)>) -> Result<()> {
    sql.run(&SETTLE, args![id, settled.map(|s| s.1.weekday), settled.map(|s| s.1.from), settled.map(|s| s.0)]).await.map(|_| ())
}

pub(crate) async fn became(sql: &mut Sql, id: Uuid, activity: Uuid) -> Result<()> {
    sql.run(&BECAME, args![id, activity]).await.map(|_| ())
}

/// Room, from, to and title of what is booked between two moments.
pub(crate) async fn standing(
    sql: &mut Sql,
    space: Uuid,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<(Uuid, DateTime<Utc>, DateTime<Utc>, String)>> {
    sql.all(&STANDING, args![space, from, to]).await
}
