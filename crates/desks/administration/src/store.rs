//! The administration's SQL, but for the journal's and the rules' (`journal_store.rs`, `cleaning_store.rs`).

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    // Every sealed space has or had a key; of a destroyed one it is kept that it was there.
    STATE = "SELECT (SELECT COUNT(*) FROM area), (SELECT COUNT(*) FROM space WHERE parent_id IS NOT NULL) - (SELECT COUNT(*) FROM space_key),
        (SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE sent_at IS NOT NULL AND way = 'mail' LIMIT 1) o)";
    // Somebody with the role in the municipality, or invited to it.
    WITH_ROLE = "SELECT (SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id WHERE s.slug = 'kommunen' AND r.role = $1)
        + (SELECT COUNT(*) FROM invitation i JOIN space s ON s.id = i.space_id WHERE s.slug = 'kommunen' AND i.role = $1 AND i.answered_at IS NULL)";
    // Facilitators may also belong to a single space.
    FACILITATORS = "SELECT COUNT(*) FROM (SELECT r.person_id FROM space_role r JOIN space s ON s.id = r.space_id WHERE r.role = 'facilitator' AND s.visibility <> 'sealed' UNION ALL
        SELECT id FROM invitation WHERE role = 'facilitator' AND answered_at IS NULL LIMIT 1) f";
    ADMINISTRATORS = "SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id WHERE s.slug = 'kommunen' AND r.role = 'administrator'";
    RENAME = "UPDATE space SET title = $1 WHERE slug = 'kommunen'";

    PUT_LINK = "INSERT INTO setup_link (token_hash, created_at, expires_at) VALUES ($1, $2, $3)";
    FORGET_LINKS = "DELETE FROM setup_link";
    LINK = "SELECT created_at FROM setup_link WHERE token_hash = $1 AND expires_at > $2";
    USE_LINK = "DELETE FROM setup_link WHERE token_hash = $1 AND expires_at > $2";

    PUT_LOGO = "INSERT INTO logo (digest, kind, content, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING";
    DROP_OTHER_LOGOS = "DELETE FROM logo WHERE digest <> $1";
    LOGO = "SELECT kind, content FROM logo WHERE digest = $1";

    PLACE_HOLD = "INSERT INTO hold (id, space_id, person_id, reason, until, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LIFT_HOLD = "UPDATE hold SET lifted_by = $2, lifted_at = $3 WHERE id = $1 AND lifted_at IS NULL";
    // A sealed one has no address here: nobody but those in it can open it, and trying is written down.
    HOLDS = "SELECT h.id, s.title AS space, CASE WHEN s.visibility <> 'sealed' THEN s.slug END AS slug, p.name AS person, h.reason, h.until, b.name AS placed_by, h.placed_at, h.lifted_at
        FROM hold h LEFT JOIN space s ON s.id = h.space_id LEFT JOIN person p ON p.id = h.person_id LEFT JOIN person b ON b.id = h.placed_by
        ORDER BY CASE WHEN h.lifted_at IS NULL AND h.until >= $1 THEN 0 ELSE 1 END, h.until, h.id LIMIT 200";
    // Whoever was merged into another is found as the other.
    PEOPLE_CALLED = "SELECT p.id, p.name, p.email FROM person p WHERE p.id IN (SELECT COALESCE(m.merged_into, m.id) FROM person m WHERE m.email = $1 OR m.name = $2)
        AND p.merged_into IS NULL AND p.left_at IS NULL ORDER BY p.name, p.id LIMIT 20";
    SPACES_SHOWN = "SELECT id, slug, title FROM space WHERE (slug = $1 OR title = $2) AND visibility <> 'sealed' ORDER BY created_at DESC, id LIMIT 20";
    // Also a sealed one, for a legal hold: by its name in addresses, which whoever is in it tells.
    SPACES_CALLED = "SELECT id, slug, title FROM space WHERE slug = $1 OR title = $2 AND visibility <> 'sealed' ORDER BY created_at DESC, id LIMIT 20";
}

/// What the database says about how far the municipality has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) areas: i64,
    pub(crate) spaces: i64,
    pub(crate) mails_sent: i64,
    pub(crate) administrators: i64,
    pub(crate) secretaries: i64,
    pub(crate) facilitators: i64,
}

pub(crate) async fn state(sql: &mut Sql) -> Result<State> {
    let (areas, spaces, mails_sent) = sql.one(&STATE, args![]).await?;
    Ok(State {
        areas,
        spaces,
        mails_sent,
        administrators: sql.count(&WITH_ROLE, args!["administrator"]).await?,
        secretaries: sql.count(&WITH_ROLE, args!["secretary"]).await?,
        facilitators: sql.count(&FACILITATORS, args![]).await?,
    })
}

/// Whether there is anybody to administer.
pub(crate) async fn has_administrator(sql: &mut Sql) -> Result<bool> {
    Ok(sql.count(&ADMINISTRATORS, args![]).await? > 0)
}

pub(crate) async fn rename(sql: &mut Sql, name: &str) -> Result<()> {
    sql.run(&RENAME, args![name]).await.map(|_| ())
}

/// Puts the one link that is in force in place of those before it.
pub(crate) async fn put_link(sql: &mut Sql, hash: Vec<u8>, now: DateTime<Utc>, expires: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET_LINKS, args![]).await?;
    sql.run(&PUT_LINK, args![hash, now, expires]).await.map(|_| ())
}

pub(crate) async fn link_holds(sql: &mut Sql, hash: Vec<u8>, now: DateTime<Utc>) -> Result<bool> {
    Ok(sql.maybe::<(DateTime<Utc>,)>(&LINK, args![hash, now]).await?.is_some())
}

/// Uses the link up; false where somebody else was first.
pub(crate) async fn use_link(sql: &mut Sql, hash: Vec<u8>, now: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&USE_LINK, args![hash, now]).await? > 0)
}

pub(crate) async fn put_logo(sql: &mut Sql, digest: &str, kind: &str, content: Vec<u8>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&PUT_LOGO, args![digest, kind, content, at]).await?;
    sql.run(&DROP_OTHER_LOGOS, args![digest]).await.map(|_| ())
}

pub(crate) async fn logo(sql: &mut Sql, digest: &str) -> Result<(String, Vec<u8>)> {
    sql.one(&LOGO, args![digest]).await
}

/// A hold in the list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct HoldRow {
    pub(crate) id: Uuid,
    pub(crate) space: Option<String>,
    pub(crate) slug: Option<String>,
    pub(crate) person: Option<String>,
    pub(crate) reason: String,
    pub(crate) until: NaiveDate,
    pub(crate) placed_by: Option<String>,
    pub(crate) placed_at: DateTime<Utc>,
    pub(crate) lifted_at: Option<DateTime<Utc>>,
}

/// A hold to be set.
pub(crate) struct NewHold<'a> {
    pub(crate) space: Option<Uuid>,
    pub(crate) person: Option<Uuid>,
    pub(crate) reason: &'a str,
    pub(crate) until: NaiveDate,
}

pub(crate) async fn place_hold(sql: &mut Sql, id: Uuid, new: &NewHold<'_>, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&PLACE_HOLD, args![id, new.space, new.person, new.reason, new.until, by, at]).await.map(|_| ())
}

/// Ends a hold; false where there is none in force of that id.
pub(crate) async fn lift_hold(sql: &mut Sql, id: Uuid, by: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&LIFT_HOLD, args![id, by, at]).await? > 0)
}

/// The holds, those in force first.
pub(crate) async fn holds(sql: &mut Sql, today: NaiveDate) -> Result<Vec<HoldRow>> {
    sql.all(&HOLDS, args![today]).await
}

/// Somebody by their address or their whole name: id, name, address.
pub(crate) async fn people_called(sql: &mut Sql, text: &str) -> Result<Vec<(Uuid, String, Option<String>)>> {
    sql.all(&PEOPLE_CALLED, args![text.to_lowercase(), text]).await
}

/// Spaces by their name in addresses or their whole title: id, slug, title.
pub(crate) async fn spaces_shown(sql: &mut Sql, text: &str) -> Result<Vec<(Uuid, String, String)>> {
    sql.all(&SPACES_SHOWN, args![text, text]).await
}

pub(crate) async fn spaces_called(sql: &mut Sql, text: &str) -> Result<Vec<(Uuid, String, String)>> {
    sql.all(&SPACES_CALLED, args![text, text]).await
}
