//! The SQL of the house itself: rooms and equipment, opening hours, closing days, activity groups.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Kind;

statements! {
    RESOURCES = "SELECT id, kind, name, seats, text FROM programme_resource WHERE space_id = $1 AND closed_at IS NULL ORDER BY kind DESC, name, id LIMIT 300";
    RESOURCE = "SELECT id, kind, name, seats, text FROM programme_resource WHERE id = $1 AND space_id = $2 AND closed_at IS NULL";
    ADD_RESOURCE = "INSERT INTO programme_resource (id, space_id, kind, name, seats, text, turn) VALUES ($1, $2, $3, $4, $5, $6, 0)";
    CHANGE_RESOURCE = "UPDATE programme_resource SET kind = $2, name = $3, seats = $4, text = $5 WHERE id = $1";

    ON_HOLIDAYS = "SELECT CASE WHEN open_on_holidays THEN 1 ELSE 0 END FROM programme_house WHERE space_id = $1",
        postgres "SELECT CAST(CASE WHEN open_on_holidays THEN 1 ELSE 0 END AS BIGINT) FROM programme_house WHERE space_id = $1";
    SET_ON_HOLIDAYS = "INSERT INTO programme_house (space_id, open_on_holidays) VALUES ($1, $2)
        ON CONFLICT (space_id) DO UPDATE SET open_on_holidays = excluded.open_on_holidays";
    SHOWS_PHONES = "SELECT COUNT(*) FROM programme_house WHERE space_id = $1 AND shows_phones";
    SHOW_PHONES = "INSERT INTO programme_house (space_id, open_on_holidays, shows_phones) VALUES ($1, FALSE, $2)
        ON CONFLICT (space_id) DO UPDATE SET shows_phones = excluded.shows_phones";
    HOURS = "SELECT weekday, from_minute, to_minute FROM programme_hours WHERE space_id = $1 ORDER BY weekday";
    NO_HOURS = "DELETE FROM programme_hours WHERE space_id = $1";
    ADD_HOURS = "INSERT INTO programme_hours (space_id, weekday, from_minute, to_minute) VALUES ($1, $2, $3, $4)";
    CLOSINGS = "SELECT id, first_day, last_day, reason FROM programme_closing WHERE space_id = $1 AND last_day >= $2 ORDER BY first_day, id LIMIT 200";
    ADD_CLOSING = "INSERT INTO programme_closing (id, space_id, first_day, last_day, reason) VALUES ($1, $2, $3, $4, $5)";
    DROP_CLOSING = "DELETE FROM programme_closing WHERE id = $1 AND space_id = $2";

    GROUPS = "SELECT id, name, text FROM activity_group WHERE space_id = $1 AND closed_at IS NULL ORDER BY name, id LIMIT 300";
    GROUP = "SELECT id, name, text FROM activity_group WHERE id = $1 AND space_id = $2 AND closed_at IS NULL";
    ADD_GROUP = "INSERT INTO activity_group (id, space_id, name, text, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    CHANGE_GROUP = "UPDATE activity_group SET name = $2, text = $3 WHERE id = $1";
    MEMBERS = "SELECT m.group_id, COALESCE(p.name, m.name) FROM activity_group g JOIN activity_group_member m ON m.group_id = g.id LEFT JOIN person p ON p.id = m.person_id
        WHERE g.space_id = $1 ORDER BY m.group_id, m.place, m.id LIMIT 5000";
    NO_MEMBERS = "DELETE FROM activity_group_member WHERE group_id = $1";
    ADD_MEMBER = "INSERT INTO activity_group_member (id, group_id, person_id, name, place) VALUES ($1, $2, $3, $4, $5)";
}

/// A room, or equipment.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Resource {
    pub id: Uuid,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    pub name: String,
    pub seats: Option<i64>,
    pub text: String,
}

/// Days the house is closed.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Closing {
    pub id: Uuid,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub reason: String,
}

/// A group of people who carry activities.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Group {
    pub id: Uuid,
    pub name: String,
    pub text: String,
}

/// Whether those who carry activities see telephone numbers.
pub(crate) async fn shows_phones(sql: &mut Sql, space: Uuid) -> Result<bool> {
    Ok(sql.count(&SHOWS_PHONES, args![space]).await? > 0)
}

pub(crate) async fn show_phones(sql: &mut Sql, space: Uuid, shown: bool) -> Result<()> {
    sql.run(&SHOW_PHONES, args![space, shown]).await.map(|_| ())
}

pub(crate) async fn resources(sql: &mut Sql, space: Uuid) -> Result<Vec<Resource>> {
    sql.all(&RESOURCES, args![space]).await
}

pub(crate) async fn resource(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Resource> {
    sql.one(&RESOURCE, args![id, space]).await
}

pub(crate) async fn put_resource(sql: &mut Sql, space: Uuid, r: &Resource, fresh: bool) -> Result<()> {
    if fresh {
        sql.run(&ADD_RESOURCE, args![r.id, space, r.kind.key(), &r.name, r.seats, &r.text]).await.map(|_| ())
    } else {
        sql.run(&CHANGE_RESOURCE, args![r.id, r.kind.key(), &r.name, r.seats, &r.text]).await.map(|_| ())
    }
}

/// Whether the house is open on public holidays.
pub(crate) async fn open_on_holidays(sql: &mut Sql, space: Uuid) -> Result<bool> {
    Ok(sql.count(&ON_HOLIDAYS, args![space]).await? == 1)
}

/// Day of the week (1 is Monday), from and to in minutes after midnight.
pub(crate) async fn hours(sql: &mut Sql, space: Uuid) -> Result<Vec<(i64, i64, i64)>> {
    sql.all(&HOURS, args![space]).await
}

pub(crate) async fn set_hours(sql: &mut Sql, space: Uuid, hours: &[(i64, i64, i64)], on_holidays: bool) -> Result<()> {
    sql.run(&SET_ON_HOLIDAYS, args![space, on_holidays]).await?;
    sql.run(&NO_HOURS, args![space]).await?;
    for (weekday, from, to) in hours {
        sql.run(&ADD_HOURS, args![space, *weekday, *from, *to]).await?;
    }
    Ok(())
}

/// The closing days that are not over on a day.
pub(crate) async fn closings(sql: &mut Sql, space: Uuid, from: NaiveDate) -> Result<Vec<Closing>> {
    sql.all(&CLOSINGS, args![space, from]).await
}

pub(crate) async fn add_closing(sql: &mut Sql, space: Uuid, c: &Closing) -> Result<()> {
    sql.run(&ADD_CLOSING, args![c.id, space, c.first_day, c.last_day, &c.reason]).await.map(|_| ())
}

pub(crate) async fn drop_closing(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<u64> {
    sql.run(&DROP_CLOSING, args![id, space]).await
}

pub(crate) async fn groups(sql: &mut Sql, space: Uuid) -> Result<Vec<Group>> {
    sql.all(&GROUPS, args![space]).await
}

pub(crate) async fn group(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Group> {
    sql.one(&GROUP, args![id, space]).await
}

pub(crate) async fn put_group(sql: &mut Sql, space: Uuid, g: &Group, fresh: Option<(Uuid, DateTime<Utc>)>) -> Result<()> {
    match fresh {
        Some((by, at)) => sql.run(&ADD_GROUP, args![g.id, space, &g.name, &g.text, by, at]).await.map(|_| ()),
        None => sql.run(&CHANGE_GROUP, args![g.id, &g.name, &g.text]).await.map(|_| ()),
    }
}

/// The names of those who carry each group, in their order.
pub(crate) async fn members(sql: &mut Sql, space: Uuid) -> Result<BTreeMap<Uuid, Vec<String>>> {
    let rows: Vec<(Uuid, String)> = sql.all(&MEMBERS, args![space]).await?;
    Ok(rows.into_iter().fold(BTreeMap::new(), |mut all: BTreeMap<Uuid, Vec<String>>, (group, name)| {
        all.entry(group).or_default().push(name);
        all
    }))
}

/// Who carries a group: id of the row, the person where it is known, and the name where it is not.
pub(crate) async fn set_members(sql: &mut Sql, group: Uuid, members: &[(Uuid, Option<Uuid>, String)]) -> Result<()> {
    sql.run(&NO_MEMBERS, args![group]).await?;
    for (place, (id, person, name)) in (1i64..).zip(members) {
        sql.run(&ADD_MEMBER, args![*id, group, *person, name, place]).await?;
    }
    Ok(())
}
