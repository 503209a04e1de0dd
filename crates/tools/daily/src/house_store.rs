//! SQL of what a house keeps in its cupboard: messages, keys, contacts, what happened, the house rules.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    MESSAGE = "INSERT INTO daily_message (id, space_id, text, from_on, until_on, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MESSAGES_ON = "SELECT id, text FROM daily_message WHERE space_id = $1 AND until_on >= $2 AND from_on <= $2 AND gone_at IS NULL ORDER BY written_at DESC, id LIMIT 6";
    MESSAGE_TEXT = "SELECT id, text FROM daily_message WHERE id = $1 AND space_id = $2 AND gone_at IS NULL";
    TAKE_DOWN = "UPDATE daily_message SET gone_at = $3 WHERE id = $1 AND space_id = $2 AND gone_at IS NULL";

    KEYS = "SELECT k.id, k.name, k.opens, h.id AS held_id, h.person_id, p.name AS holder, h.given_on, h.agreed_at FROM daily_key k
        LEFT JOIN daily_key_held h ON h.key_id = k.id AND h.back_on IS NULL LEFT JOIN person p ON p.id = h.person_id
        WHERE k.space_id = $1 AND k.gone_at IS NULL ORDER BY k.name, k.id LIMIT 500";
    KEY = "SELECT k.id, k.name, k.opens, h.id AS held_id, h.person_id, p.name AS holder, h.given_on, h.agreed_at FROM daily_key k
        LEFT JOIN daily_key_held h ON h.key_id = k.id AND h.back_on IS NULL LEFT JOIN person p ON p.id = h.person_id
        WHERE k.id = $1 AND k.space_id = $2 AND k.gone_at IS NULL";
    KEYS_OF = "SELECT k.id, k.name, k.opens, h.id AS held_id, h.person_id, p.name AS holder, h.given_on, h.agreed_at FROM daily_key_held h
        JOIN daily_key k ON k.id = h.key_id JOIN person p ON p.id = h.person_id WHERE h.person_id = $1 AND h.space_id = $2 AND h.back_on IS NULL ORDER BY k.name LIMIT 60";
    UNAGREED = "SELECT s.slug, s.title, k.name FROM daily_key_held h JOIN daily_key k ON k.id = h.key_id JOIN space s ON s.id = h.space_id
        WHERE h.person_id = $1 AND h.back_on IS NULL AND h.agreed_at IS NULL ORDER BY k.name LIMIT 20";
    EARLIER = "SELECT k.name AS key_name, p.name, h.given_on, h.back_on FROM daily_key_held h JOIN daily_key k ON k.id = h.key_id JOIN person p ON p.id = h.person_id
        WHERE h.space_id = $1 AND h.back_on IS NOT NULL ORDER BY h.back_on DESC, h.id LIMIT 30";
    ADD_KEY = "INSERT INTO daily_key (id, space_id, name, opens, added_at) VALUES ($1, $2, $3, $4, $5)";
    HAND_OUT = "INSERT INTO daily_key_held (id, key_id, space_id, person_id, given_by, given_on, agreed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BACK = "UPDATE daily_key_held SET back_on = $3 WHERE key_id = $1 AND space_id = $2 AND back_on IS NULL";
    AGREE = "UPDATE daily_key_held SET agreed_at = $3 WHERE id = $1 AND person_id = $2 AND back_on IS NULL AND agreed_at IS NULL";
    KEY_GONE = "UPDATE daily_key SET gone_at = $3 WHERE id = $1 AND space_id = $2 AND gone_at IS NULL";

    CONTACTS = "SELECT id, matter, who, phone, note, is_open FROM daily_contact WHERE space_id = $1 ORDER BY place, id LIMIT 200";
    CONTACT = "SELECT id, matter, who, phone, note, is_open FROM daily_contact WHERE id = $1 AND space_id = $2";
    NEXT_PLACE = "SELECT COALESCE(MAX(place), 0) + 1 FROM daily_contact WHERE space_id = $1";
    SET_CONTACT = "INSERT INTO daily_contact (id, space_id, place, matter, who, phone, note, is_open) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET matter = excluded.matter, who = excluded.who, phone = excluded.phone, note = excluded.note, is_open = excluded.is_open";
    DROP_CONTACT = "DELETE FROM daily_contact WHERE id = $1 AND space_id = $2";

    INCIDENTS = "SELECT i.id, i.happened_on, i.text, i.told, i.done, i.closed, p.name AS by, i.written_at FROM daily_incident i LEFT JOIN person p ON p.id = i.written_by
        WHERE i.space_id = $1 ORDER BY i.happened_on DESC, i.written_at DESC, i.id LIMIT 100";
    ADD_INCIDENT = "INSERT INTO daily_incident (id, space_id, happened_on, text, told, done, closed, written_by, written_at, forget_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FOLLOW = "UPDATE daily_incident SET done = $3, closed = $4 WHERE id = $1 AND space_id = $2";
    OPEN_INCIDENTS = "SELECT COUNT(*) FROM daily_incident WHERE space_id = $1 AND NOT closed";
    OLD_INCIDENTS = "SELECT COUNT(*) FROM (SELECT id FROM daily_incident WHERE forget_on <= $1 LIMIT 1) due";
    FORGET = "DELETE FROM daily_incident WHERE forget_on <= $1";

    RULES = "SELECT id, number, text, written_at FROM daily_rules WHERE space_id = $1 ORDER BY number DESC LIMIT 100";
    ADD_RULES = "INSERT INTO daily_rules (id, space_id, number, text, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)";
}

/// A word on the screen in the hall.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Message {
    pub(crate) id: Uuid,
    pub(crate) text: String,
}

/// A key, and who has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Key {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) opens: String,
    pub(crate) held_id: Option<Uuid>,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) holder: Option<String>,
    pub(crate) given_on: Option<NaiveDate>,
    pub(crate) agreed_at: Option<DateTime<Utc>>,
}

/// Who had a key.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Earlier {
    pub(crate) key_name: String,
    pub(crate) name: String,
    pub(crate) given_on: NaiveDate,
    pub(crate) back_on: Option<NaiveDate>,
}

/// Whom to ring for what.
#[derive(Debug, Clone, Default, sqlx::FromRow)]
pub(crate) struct Contact {
    pub(crate) id: Uuid,
    pub(crate) matter: String,
    pub(crate) who: String,
    pub(crate) phone: String,
    pub(crate) note: String,
    pub(crate) is_open: bool,
}

/// What happened.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Incident {
    pub(crate) id: Uuid,
    pub(crate) happened_on: NaiveDate,
    pub(crate) text: String,
    pub(crate) told: String,
    pub(crate) done: String,
    pub(crate) closed: bool,
    pub(crate) by: Option<String>,
    pub(crate) written_at: DateTime<Utc>,
}

/// A version of the house rules.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Rules {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) text: String,
    pub(crate) written_at: DateTime<Utc>,
}

pub(crate) struct NewMessage<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) text: &'a str,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
}

pub(crate) async fn add_message(sql: &mut Sql, m: &NewMessage<'_>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&MESSAGE, args![m.id, m.space, m.text, m.from, m.until, by, at]).await.map(|_| ())
}

/// What stands on the screen on a day.
pub(crate) async fn messages_on(sql: &mut Sql, space: Uuid, day: NaiveDate) -> Result<Vec<Message>> {
    sql.all(&MESSAGES_ON, args![space, day]).await
}

pub(crate) async fn message(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Message> {
    sql.one(&MESSAGE_TEXT, args![id, space]).await
}

pub(crate) async fn take_down(sql: &mut Sql, space: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&TAKE_DOWN, args![id, space, at]).await.map(|_| ())
}

pub(crate) async fn keys(sql: &mut Sql, space: Uuid) -> Result<Vec<Key>> {
    sql.all(&KEYS, args![space]).await
}

pub(crate) async fn key(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Key> {
    sql.one(&KEY, args![id, space]).await
}

/// Those somebody has.
pub(crate) async fn keys_of(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Key>> {
    sql.all(&KEYS_OF, args![person, space]).await
}

/// Those somebody has and has not said so: address and title of the space, the key's name.
pub(crate) async fn unagreed(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String, String)>> {
    sql.all(&UNAGREED, args![person]).await
}

pub(crate) async fn earlier(sql: &mut Sql, space: Uuid) -> Result<Vec<Earlier>> {
    sql.all(&EARLIER, args![space]).await
}

pub(crate) async fn add_key(sql: &mut Sql, id: Uuid, space: Uuid, name: &str, opens: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&ADD_KEY, args![id, space, name, opens, at]).await.map(|_| ())
}

pub(crate) struct Handed {
    pub(crate) id: Uuid,
    pub(crate) key: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) by: Uuid,
    pub(crate) on: NaiveDate,
    pub(crate) agreed_at: Option<DateTime<Utc>>,
}

pub(crate) async fn hand_out(sql: &mut Sql, h: &Handed) -> Result<()> {
    sql.run(&HAND_OUT, args![h.id, h.key, h.space, h.person, h.by, h.on, h.agreed_at]).await.map(|_| ())
}

pub(crate) async fn back(sql: &mut Sql, space: Uuid, key: Uuid, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&BACK, args![key, space, on]).await? > 0)
}

pub(crate) async fn agree(sql: &mut Sql, held: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&AGREE, args![held, person, at]).await? > 0)
}

pub(crate) async fn key_gone(sql: &mut Sql, space: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&KEY_GONE, args![id, space, at]).await.map(|_| ())
}

pub(crate) async fn contacts(sql: &mut Sql, space: Uuid) -> Result<Vec<Contact>> {
    sql.all(&CONTACTS, args![space]).await
}

pub(crate) async fn contact(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Contact> {
    sql.one(&CONTACT, args![id, space]).await
}

pub(crate) async fn set_contact(sql: &mut Sql, space: Uuid, c: &Contact) -> Result<()> {
    let place = sql.count(&NEXT_PLACE, args![space]).await?;
    sql.run(&SET_CONTACT, args![c.id, space, place, &c.matter, &c.who, &c.phone, &c.note, c.is_open]).await.map(|_| ())
}

pub(crate) async fn drop_contact(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<()> {
    sql.run(&DROP_CONTACT, args![id, space]).await.map(|_| ())
}

pub(crate) async fn incidents(sql: &mut Sql, space: Uuid) -> Result<Vec<Incident>> {
    sql.all(&INCIDENTS, args![space]).await
}

pub(crate) async fn add_incident(sql: &mut Sql, space: Uuid, i: &Incident, by: Uuid, forget_on: NaiveDate) -> Result<()> {
    let args = args![i.id, space, i.happened_on, &i.text, &i.told, &i.done, i.closed, by, i.written_at, forget_on];
    sql.run(&ADD_INCIDENT, args).await.map(|_| ())
}

pub(crate) async fn follow(sql: &mut Sql, space: Uuid, id: Uuid, done: &str, closed: bool) -> Result<bool> {
    Ok(sql.run(&FOLLOW, args![id, space, done, closed]).await? > 0)
}

pub(crate) async fn open_incidents(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&OPEN_INCIDENTS, args![space]).await
}

/// Whether there is something that has been kept long enough.
pub(crate) async fn has_to_forget(sql: &mut Sql, today: NaiveDate) -> Result<bool> {
    Ok(sql.count(&OLD_INCIDENTS, args![today]).await? > 0)
}

pub(crate) async fn forget(sql: &mut Sql, today: NaiveDate) -> Result<()> {
    sql.run(&FORGET, args![today]).await.map(|_| ())
}

/// Every version of the house rules, the newest first.
pub(crate) async fn rules(sql: &mut Sql, space: Uuid) -> Result<Vec<Rules>> {
    sql.all(&RULES, args![space]).await
}

pub(crate) async fn add_rules(sql: &mut Sql, space: Uuid, r: &Rules, by: Uuid) -> Result<()> {
    sql.run(&ADD_RULES, args![r.id, space, r.number, &r.text, by, r.written_at]).await.map(|_| ())
}
