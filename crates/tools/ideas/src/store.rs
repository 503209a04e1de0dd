//! SQL of the ideas themselves: the list, one of them, who wrote it and who stands behind it, what came of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Level, State, Way};

macro_rules! fields {
    () => {
        "SELECT i.id, i.title, i.text, i.way, i.hall_id, i.state, i.root_id, i.reason, e.name AS entered_by, i.written_at, i.first_at, i.agreed_at, i.started_at, i.done_at,
         i.settled_at "
    };
}
macro_rules! columns {
    () => {
        concat!(fields!(), "FROM idea i LEFT JOIN person e ON e.id = i.entered_by ")
    };
}
/// What the list shows: $2 is a state, `became` for all that something came of, or empty for all that stands on the list.
macro_rules! listed {
    () => {
        "i.space_id = $1 AND i.state IN ('open', 'recommended', 'agreed', 'aside') AND ($2 = '' OR i.state = $2 OR $2 = 'became' AND i.state IN ('recommended', 'agreed'))"
    };
}
macro_rules! authors {
    ($among:literal) => {
        concat!("SELECT i.root_id, i.id, p.id, p.name ", $among, " ORDER BY a.at, p.name, p.id LIMIT 4000")
    };
}
macro_rules! families {
    ($among:literal) => {
        concat!(
            "SELECT i.root_id, COUNT(*), CAST(SUM(CASE WHEN EXISTS (SELECT 1 FROM idea_author a WHERE a.idea_id = i.id) THEN 0 ELSE 1 END) AS BIGINT) ",
            $among,
            " GROUP BY i.root_id"
        )
    };
}
macro_rules! support {
    ($among:literal) => {
        concat!(
            "SELECT i.root_id, COUNT(DISTINCT s.person_id), COUNT(DISTINCT CASE WHEN s.level = 'helps' THEN s.person_id END) ",
            $among,
            " GROUP BY i.root_id"
        )
    };
}
macro_rules! at_a_glance {
    ($among:literal) => {
        concat!(
            "SELECT i.space_id, COUNT(*), CAST(SUM(CASE WHEN i.state = 'open' THEN 1 ELSE 0 END) AS BIGINT), CAST(SUM(CASE WHEN i.state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) ",
            $among,
            " AND i.state IN ('open', 'recommended', 'agreed', 'aside', 'waiting') GROUP BY i.space_id"
        )
    };
}

/// When ideas were first written: where several were put together, the oldest counts.
macro_rules! said {
    ($among:literal) => {
        concat!("SELECT i.id, r.first_at ", $among)
    };
}

statements! {
    LOCK = "SELECT id FROM space WHERE id = $1", postgres "SELECT id FROM space WHERE id = $1 FOR UPDATE";
    INSERT = "INSERT INTO idea (id, space_id, title, text, way, hall_id, state, root_id, reason, entered_by, written_at, first_at, backers)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $1, '', $8, $9, $9, 0)";
    INSERT_AUTHOR = "INSERT INTO idea_author (idea_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    ONE = concat!(columns!(), "WHERE i.id = $1 AND i.space_id = $2");
    NEWEST = concat!(columns!(), "WHERE ", listed!(), " ORDER BY i.written_at DESC, i.id DESC LIMIT $3 OFFSET $4");
    UNSEEN = concat!(columns!(), "WHERE i.space_id = $1 AND i.state = 'open' ORDER BY i.backers, i.written_at DESC, i.id LIMIT $2 OFFSET $3");
    CHOSEN = concat!(fields!(), "FROM json_each($1) x CROSS JOIN idea i LEFT JOIN person e ON e.id = i.entered_by WHERE i.id = unhex(x.value)"),
        postgres concat!(columns!(), "JOIN json_array_elements_text($1::json) x ON i.id = x::uuid");
    FAMILY = concat!(columns!(), "WHERE i.root_id = $1 AND i.id <> $1 ORDER BY i.written_at, i.id LIMIT 300");
    COUNTED = "SELECT state, COUNT(*) FROM idea WHERE space_id = $1 GROUP BY state";
    CHANGE = "UPDATE idea SET title = $2, text = $3 WHERE id = $1";
    SET_STATE = "UPDATE idea SET state = $2, reason = $3, settled_at = $4 WHERE id = $1";
    RECOUNT = "UPDATE idea SET backers = (SELECT COUNT(DISTINCT s.person_id) FROM idea f JOIN idea_support s ON s.idea_id = f.id WHERE f.root_id = $1),
        first_at = (SELECT MIN(f.written_at) FROM idea f WHERE f.root_id = $1) WHERE id = $1";
    DELETE_WAITING = "DELETE FROM idea WHERE id = $1 AND space_id = $2 AND state = 'waiting'";
    AUTHORS = authors!("FROM json_each($1) x CROSS JOIN idea i JOIN idea_author a ON a.idea_id = i.id JOIN person p ON p.id = a.person_id WHERE i.root_id = unhex(x.value)"),
        postgres authors!("FROM json_array_elements_text($1::json) x JOIN idea i ON i.root_id = x::uuid JOIN idea_author a ON a.idea_id = i.id JOIN person p ON p.id = a.person_id");
    FAMILIES = families!("FROM json_each($1) x CROSS JOIN idea i WHERE i.root_id = unhex(x.value)"),
        postgres families!("FROM json_array_elements_text($1::json) x JOIN idea i ON i.root_id = x::uuid");
    SUPPORT = support!("FROM json_each($1) x CROSS JOIN idea i JOIN idea_support s ON s.idea_id = i.id WHERE i.root_id = unhex(x.value)"),
        postgres support!("FROM json_array_elements_text($1::json) x JOIN idea i ON i.root_id = x::uuid JOIN idea_support s ON s.idea_id = i.id");
    SUPPORTERS = "SELECT DISTINCT s.person_id FROM idea i JOIN idea_support s ON s.idea_id = i.id WHERE i.root_id = $1 LIMIT 5000";
    HELPERS = "SELECT DISTINCT p.name, p.id FROM idea i JOIN idea_support s ON s.idea_id = i.id JOIN person p ON p.id = s.person_id WHERE i.root_id = $1 AND s.level = 'helps' ORDER BY p.name, p.id LIMIT 200";
    OWN_SUPPORT = "SELECT s.level FROM idea i JOIN idea_support s ON s.idea_id = i.id WHERE i.root_id = $1 AND s.person_id = $2 ORDER BY s.level DESC LIMIT 1";
    TAKE_SUPPORT = "DELETE FROM idea_support WHERE person_id = $2 AND idea_id IN (SELECT id FROM idea WHERE root_id = $1)";
    INSERT_SUPPORT = "INSERT INTO idea_support (idea_id, person_id, level, at) VALUES ($1, $2, $3, $4)";
    INSERT_GROWTH = "INSERT INTO idea_growth (idea_id, kind, object_id, title, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    DELETE_GROWTH = "DELETE FROM idea_growth WHERE idea_id = $1 AND object_id = $2";
    GROWTH = "SELECT g.kind, g.object_id, g.title, g.at FROM idea_growth g WHERE g.idea_id = $1 ORDER BY g.at, g.object_id LIMIT 50";
    GROWN = "UPDATE idea SET state = $2, agreed_at = $3 WHERE id = $1";
    STARTED = "UPDATE idea SET started_at = $2 WHERE id = $1 AND started_at IS NULL";
    DONE = "UPDATE idea SET done_at = $2 WHERE id = $1 AND done_at IS NULL";
    SAID = said!("FROM json_each($1) e CROSS JOIN idea i JOIN idea r ON r.id = i.root_id WHERE i.id = unhex(e.value)"),
        postgres said!("FROM idea i JOIN idea r ON r.id = i.root_id WHERE i.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    SPANS = "SELECT first_at, started_at FROM idea WHERE space_id = $1 AND state = 'agreed' AND started_at IS NOT NULL LIMIT 2000";
    AT_A_GLANCE = at_a_glance!("FROM json_each($1) e CROSS JOIN idea i WHERE i.space_id = unhex(e.value)"),
        postgres at_a_glance!("FROM idea i WHERE i.space_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    ALL_LISTED = concat!(columns!(), "WHERE i.space_id = $1 AND i.state IN ('open', 'recommended', 'agreed') ORDER BY i.written_at DESC, i.id LIMIT 5000");
    EVERY = concat!(columns!(), "WHERE i.space_id = $1 AND i.state NOT IN ('waiting', 'withdrawn') ORDER BY i.written_at, i.id");
    ALL_GROWTH = "SELECT g.idea_id, g.kind, g.object_id, g.title, g.at FROM idea i CROSS JOIN idea_growth g WHERE g.idea_id = i.id AND i.space_id = $1 ORDER BY g.at, g.object_id";
    WRITTEN_BY = "SELECT s.slug, s.title AS space, r.id, r.title, i.title AS own, r.state, r.reason, r.started_at, r.done_at, COALESCE(r.settled_at, r.agreed_at, r.written_at) AS at
        FROM idea_author a JOIN idea i ON i.id = a.idea_id JOIN idea r ON r.id = i.root_id JOIN space s ON s.id = r.space_id
        WHERE a.person_id = $1 AND (s.visibility IN ('public', 'registered') OR EXISTS (SELECT 1 FROM space_role x WHERE x.space_id = s.id AND x.person_id = $1))
        ORDER BY a.at DESC LIMIT 30";
    HELPED_BY = "SELECT s.slug, s.title AS space, r.id, r.title, r.title AS own, r.state, r.reason, r.started_at, r.done_at, COALESCE(r.settled_at, r.agreed_at, r.written_at) AS at
        FROM idea_support u JOIN idea i ON i.id = u.idea_id JOIN idea r ON r.id = i.root_id JOIN space s ON s.id = r.space_id
        WHERE u.person_id = $1 AND u.level = 'helps' AND r.done_at IS NULL AND r.state IN ('open', 'recommended', 'agreed')
        AND (s.visibility IN ('public', 'registered') OR EXISTS (SELECT 1 FROM space_role x WHERE x.space_id = s.id AND x.person_id = $1))
        ORDER BY u.at DESC LIMIT 20";
}

/// An idea.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Idea {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) text: String,
    #[sqlx(try_from = "String")]
    pub(crate) way: Way,
    pub(crate) hall_id: Option<Uuid>,
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) root_id: Uuid,
    pub(crate) reason: String,
    pub(crate) entered_by: Option<String>,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) first_at: DateTime<Utc>,
    pub(crate) agreed_at: Option<DateTime<Utc>>,
    pub(crate) started_at: Option<DateTime<Utc>>,
    pub(crate) done_at: Option<DateTime<Utc>>,
    pub(crate) settled_at: Option<DateTime<Utc>>,
}

/// A new idea.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) way: Way,
    pub(crate) hall: Option<Uuid>,
    pub(crate) state: State,
    pub(crate) entered_by: Option<Uuid>,
    pub(crate) at: DateTime<Utc>,
}

/// Somebody who wrote an idea, or one that is merged in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Author {
    /// The idea they wrote.
    pub(crate) idea: Uuid,
    pub(crate) person: Uuid,
    pub(crate) name: String,
}

/// What came of an idea.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Grown {
    pub(crate) kind: String,
    pub(crate) object_id: Uuid,
    pub(crate) title: String,
    pub(crate) at: DateTime<Utc>,
}

/// How many stand behind an idea, and how many of them will take part in doing it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Support {
    pub(crate) all: i64,
    pub(crate) helpers: i64,
}

/// An idea as it stands on somebody's own page.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) id: Uuid,
    pub(crate) title: String,
    /// What they wrote, where it is merged in another.
    pub(crate) own: String,
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) reason: String,
    pub(crate) started_at: Option<DateTime<Utc>>,
    pub(crate) done_at: Option<DateTime<Utc>>,
    pub(crate) at: DateTime<Utc>,
}

/// Ids as the one value of a statement that asks for all of them.
pub(crate) fn ids(ids: &[Uuid]) -> Result<String> {
    Ok(serde_json::to_string(&ids.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>())?)
}

/// Lets other acts in the space wait until this one is done.
pub(crate) async fn lock(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.one::<(Uuid,)>(&LOCK, args![space]).await.map(|_| ())
}

pub(crate) async fn insert(sql: &mut Sql, new: &New<'_>) -> Result<()> {
    sql.run(&INSERT, args![new.id, new.space, new.title, new.text, new.way.key(), new.hall, new.state.key(), new.entered_by, new.at]).await.map(|_| ())
}

pub(crate) async fn insert_author(sql: &mut Sql, idea: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_AUTHOR, args![idea, person, at]).await.map(|_| ())
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Idea> {
    sql.one(&ONE, args![id, space]).await
}

/// A page of the list, the newest first.
pub(crate) async fn newest(sql: &mut Sql, space: Uuid, stands: &str, limit: usize, skip: usize) -> Result<Vec<Idea>> {
    sql.all(&NEWEST, args![space, stands, whole(limit), whole(skip)]).await
}

/// A page of the open ideas, those with the fewest behind them first.
pub(crate) async fn unseen(sql: &mut Sql, space: Uuid, limit: usize, skip: usize) -> Result<Vec<Idea>> {
    sql.all(&UNSEEN, args![space, whole(limit), whole(skip)]).await
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// These ideas, in this order.
pub(crate) async fn chosen(sql: &mut Sql, wanted: &[Uuid]) -> Result<Vec<Idea>> {
    let all: Vec<Idea> = sql.all(&CHOSEN, args![ids(wanted)?]).await?;
    let mut all: BTreeMap<Uuid, Idea> = all.into_iter().map(|i| (i.id, i)).collect();
    Ok(wanted.iter().filter_map(|id| all.remove(id)).collect())
}

/// The ideas merged in one, the oldest first.
pub(crate) async fn family(sql: &mut Sql, root: Uuid) -> Result<Vec<Idea>> {
    sql.all(&FAMILY, args![root]).await
}

/// How many ideas of a space stand where.
pub(crate) async fn counted(sql: &mut Sql, space: Uuid) -> Result<Vec<(State, i64)>> {
    let rows: Vec<(String, i64)> = sql.all(&COUNTED, args![space]).await?;
    Ok(rows.into_iter().filter_map(|(state, n)| Some((State::of(&state)?, n))).collect())
}

pub(crate) async fn change(sql: &mut Sql, id: Uuid, title: &str, text: &str) -> Result<()> {
    sql.run(&CHANGE, args![id, title, text]).await.map(|_| ())
}

pub(crate) async fn set_state(sql: &mut Sql, id: Uuid, state: State, reason: &str, at: Option<DateTime<Utc>>) -> Result<()> {
    sql.run(&SET_STATE, args![id, state.key(), reason, at]).await.map(|_| ())
}

/// Counts anew who stands behind an idea, and finds its oldest part.
pub(crate) async fn recount(sql: &mut Sql, root: Uuid) -> Result<()> {
    sql.run(&RECOUNT, args![root]).await.map(|_| ())
}

/// Takes away what nobody has published; false where it is not waiting.
pub(crate) async fn delete_waiting(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<bool> {
    Ok(sql.run(&DELETE_WAITING, args![id, space]).await? > 0)
}

/// Who wrote these ideas, and what is merged in them; of each the earliest first.
pub(crate) async fn authors(sql: &mut Sql, roots: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<Author>>> {
    let rows: Vec<(Uuid, Uuid, Uuid, String)> = sql.all(&AUTHORS, args![ids(roots)?]).await?;
    let mut all: BTreeMap<Uuid, Vec<Author>> = BTreeMap::new();
    for (root, idea, person, name) in rows {
        all.entry(root).or_default().push(Author { idea, person, name });
    }
    Ok(all)
}

/// Of each idea: how many it is made of, and how many of those were written by somebody without a name.
pub(crate) async fn families(sql: &mut Sql, roots: &[Uuid]) -> Result<BTreeMap<Uuid, (i64, i64)>> {
    let rows: Vec<(Uuid, i64, i64)> = sql.all(&FAMILIES, args![ids(roots)?]).await?;
    Ok(rows.into_iter().map(|(root, all, nameless)| (root, (all, nameless))).collect())
}

/// How many stand behind each idea and what is merged in it.
pub(crate) async fn support(sql: &mut Sql, roots: &[Uuid]) -> Result<BTreeMap<Uuid, Support>> {
    let rows: Vec<(Uuid, i64, i64)> = sql.all(&SUPPORT, args![ids(roots)?]).await?;
    Ok(rows.into_iter().map(|(root, all, helpers)| (root, Support { all, helpers })).collect())
}

/// Everybody who stands behind an idea.
pub(crate) async fn supporters(sql: &mut Sql, root: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = sql.all(&SUPPORTERS, args![root]).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

/// The names of those who will take part in doing it.
pub(crate) async fn helpers(sql: &mut Sql, root: Uuid) -> Result<Vec<String>> {
    let rows: Vec<(String, Uuid)> = sql.all(&HELPERS, args![root]).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

/// How somebody stands behind an idea.
pub(crate) async fn own_support(sql: &mut Sql, root: Uuid, person: Uuid) -> Result<Option<Level>> {
    let row: Option<(String,)> = sql.maybe(&OWN_SUPPORT, args![root, person]).await?;
    Ok(row.and_then(|r| Level::of(&r.0)))
}

/// Puts how somebody stands behind an idea in the place of what they said before.
pub(crate) async fn set_support(sql: &mut Sql, root: Uuid, person: Uuid, level: Option<Level>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&TAKE_SUPPORT, args![root, person]).await?;
    if let Some(level) = level {
        sql.run(&INSERT_SUPPORT, args![root, person, level.key(), at]).await?;
    }
    recount(sql, root).await
}

/// Notes what came of an idea; false where it was known.
pub(crate) async fn add_growth(sql: &mut Sql, idea: Uuid, g: &Grown) -> Result<bool> {
    Ok(sql.run(&INSERT_GROWTH, args![idea, &g.kind, g.object_id, &g.title, g.at]).await? > 0)
}

pub(crate) async fn take_growth(sql: &mut Sql, idea: Uuid, object: Uuid) -> Result<()> {
    sql.run(&DELETE_GROWTH, args![idea, object]).await.map(|_| ())
}

/// What came of an idea, the first first.
pub(crate) async fn growth(sql: &mut Sql, idea: Uuid) -> Result<Vec<Grown>> {
    sql.all(&GROWTH, args![idea]).await
}

pub(crate) async fn set_grown(sql: &mut Sql, idea: Uuid, state: State, agreed_at: Option<DateTime<Utc>>) -> Result<()> {
    sql.run(&GROWN, args![idea, state.key(), agreed_at]).await.map(|_| ())
}

pub(crate) async fn set_started(sql: &mut Sql, idea: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&STARTED, args![idea, at]).await.map(|_| ())
}

pub(crate) async fn set_done(sql: &mut Sql, idea: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&DONE, args![idea, at]).await.map(|_| ())
}

/// Of these ids, those of ideas, and when each was first written.
pub(crate) async fn said(sql: &mut Sql, ids: &str) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    sql.all(&SAID, args![ids]).await
}

/// When each idea of a space that is under way was first written, and when it began.
pub(crate) async fn spans(sql: &mut Sql, space: Uuid) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    sql.all(&SPANS, args![space]).await
}

/// Of some spaces: how many ideas each has, how many are open, how many wait for a look.
pub(crate) async fn at_a_glance(sql: &mut Sql, spaces: &str) -> Result<Vec<(Uuid, i64, i64, i64)>> {
    sql.all(&AT_A_GLANCE, args![spaces]).await
}

/// Everything that can be searched for.
pub(crate) async fn all_listed(sql: &mut Sql, space: Uuid) -> Result<Vec<Idea>> {
    sql.all(&ALL_LISTED, args![space]).await
}

/// What somebody has written, in spaces they may see, the latest first.
pub(crate) async fn written_by(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&WRITTEN_BY, args![person]).await
}

/// What somebody has said they will take part in doing, and is not done.
pub(crate) async fn helped_by(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&HELPED_BY, args![person]).await
}

/// Every idea of a space that stood on its list, the oldest first: for its archive.
pub(crate) async fn every(sql: &mut Sql, space: Uuid) -> Result<Vec<Idea>> {
    sql.all(&EVERY, args![space]).await
}

/// What came of each idea of a space: the idea, and what.
pub(crate) async fn all_growth(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, Grown)>> {
    let rows: Vec<(Uuid, String, Uuid, String, DateTime<Utc>)> = sql.all(&ALL_GROWTH, args![space]).await?;
    Ok(rows.into_iter().map(|(idea, kind, object_id, title, at)| (idea, Grown { kind, object_id, title, at })).collect())
}
