//! SQL of the tasks, of who would like them, and of the steps they have taken.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Per, State, yearly_minutes};

macro_rules! tasks {
    ($among:literal) => {
        concat!(
            "SELECT t.id, t.title, t.area, t.times, t.per, t.minutes, t.needs_key, t.needs_skill, t.needs_certificate, t.needs, t.holder_id, h.name AS holder,
             t.taker_id, k.name AS taker, t.taker_group, t.by_on, t.trial_from, t.trial_to, t.guide, t.contact, t.state, t.moved_at, t.commitment_id, t.created_at
             FROM task t LEFT JOIN person h ON h.id = t.holder_id LEFT JOIN person k ON k.id = t.taker_id ",
            $among
        )
    };
}

/// How many tasks of a space stand in each state.
macro_rules! counted {
    ($among:literal) => {
        concat!("SELECT t.space_id, t.state, COUNT(*) ", $among, " GROUP BY t.space_id, t.state")
    };
}

statements! {
    LOCK = "SELECT id FROM space WHERE id = $1", postgres "SELECT id FROM space WHERE id = $1 FOR UPDATE";
    OF_SPACE = tasks!("WHERE t.space_id = $1 ORDER BY CASE WHEN t.by_on IS NULL THEN 1 ELSE 0 END, t.by_on, t.title, t.id LIMIT 500");
    ONE = tasks!("WHERE t.space_id = $1 AND t.id = $2");
    COUNT = "SELECT COUNT(*) FROM task WHERE space_id = $1";
    INSERT = "INSERT INTO task (id, space_id, title, area, times, per, minutes, needs_key, needs_skill, needs_certificate, needs, holder_id, taker_group,
        by_on, guide, contact, state, moved_at, created_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13, $14, $15, 'unowned', $17, $16, $17)";
    CHANGE = "UPDATE task SET title = $2, area = $3, times = $4, per = $5, minutes = $6, needs_key = $7, needs_skill = $8, needs_certificate = $9,
        needs = $10, holder_id = $11, by_on = $12, guide = $13, contact = $14 WHERE id = $1";
    AGREE = "UPDATE task SET taker_id = $2, taker_group = $3, by_on = $4, trial_from = $5, trial_to = $6, guide = $7, contact = $8 WHERE id = $1";
    MOVE = "UPDATE task SET state = $2, moved_at = $3 WHERE id = $1";
    LET_GO = "UPDATE task SET taker_id = NULL, taker_group = '', trial_from = NULL, trial_to = NULL, commitment_id = NULL WHERE id = $1";
    SET_COMMITMENT = "UPDATE task SET commitment_id = $2 WHERE id = $1";
    INSERT_MOVE = "INSERT INTO task_move (task_id, step, space_id, state, note, by_id, at)
        SELECT $1, COALESCE(MAX(step), 0) + 1, $2, $3, $4, $5, $6 FROM task_move WHERE task_id = $1";
    MOVES = "SELECT m.state, m.note, p.name AS by_name, m.at FROM task_move m LEFT JOIN person p ON p.id = m.by_id WHERE m.task_id = $1 ORDER BY m.step DESC LIMIT 100";
    ALL_MOVES = "SELECT task_id, state, at FROM task_move WHERE space_id = $1 ORDER BY at, step LIMIT 10000";
    WISH = "INSERT INTO task_wish (task_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNWISH = "DELETE FROM task_wish WHERE task_id = $1 AND person_id = $2";
    UNWISH_ALL = "DELETE FROM task_wish WHERE task_id = $1";
    WISHES = "SELECT w.person_id, p.name FROM task_wish w JOIN person p ON p.id = w.person_id WHERE w.task_id = $1 ORDER BY w.at, w.person_id LIMIT 200";
    ALL_WISHES = "SELECT w.task_id, w.person_id, p.name FROM task t CROSS JOIN task_wish w JOIN person p ON p.id = w.person_id
        WHERE w.task_id = t.id AND t.space_id = $1 ORDER BY w.at, w.person_id LIMIT 5000";
    COUNTED = counted!("FROM json_each($1) e CROSS JOIN task t WHERE t.space_id = unhex(e.value)"),
        postgres counted!("FROM task t WHERE t.space_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    LATE = "SELECT t.space_id, MIN(t.by_on) FROM task t WHERE t.state IN ('unowned', 'back', 'wanted', 'agreed', 'trial') AND t.by_on < $1 GROUP BY t.space_id";
    TAKEN_BY = "SELECT t.id, t.title, t.state, t.by_on, t.commitment_id, s.slug, s.title AS space FROM task t JOIN space s ON s.id = t.space_id
        WHERE t.taker_id = $1 AND t.state IN ('agreed', 'trial', 'handed') ORDER BY t.by_on, t.id LIMIT 20";
    WANTED_BY = "SELECT t.id, t.title, t.state, t.by_on, t.commitment_id, s.slug, s.title AS space FROM task_wish w CROSS JOIN task t JOIN space s ON s.id = t.space_id
        WHERE t.id = w.task_id AND w.person_id = $1 AND t.state = 'wanted' ORDER BY w.at, t.id LIMIT 20";
    WANTED_FROM = "SELECT t.id, t.title, t.state, t.by_on, t.commitment_id, s.slug, s.title AS space FROM task t JOIN space s ON s.id = t.space_id
        WHERE t.holder_id = $1 AND t.state = 'wanted' ORDER BY t.moved_at, t.id LIMIT 20";
}

/// A task with the names on it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Task {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) area: String,
    pub(crate) times: i64,
    #[sqlx(try_from = "String")]
    pub(crate) per: Per,
    pub(crate) minutes: i64,
    pub(crate) needs_key: bool,
    pub(crate) needs_skill: bool,
    pub(crate) needs_certificate: bool,
    pub(crate) needs: String,
    pub(crate) holder_id: Option<Uuid>,
    pub(crate) holder: Option<String>,
    pub(crate) taker_id: Option<Uuid>,
    pub(crate) taker: Option<String>,
    pub(crate) taker_group: String,
    pub(crate) by_on: Option<NaiveDate>,
    pub(crate) trial_from: Option<NaiveDate>,
    pub(crate) trial_to: Option<NaiveDate>,
    pub(crate) guide: String,
    pub(crate) contact: String,
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) moved_at: DateTime<Utc>,
    pub(crate) commitment_id: Option<Uuid>,
    pub(crate) created_at: DateTime<Utc>,
}

impl Task {
    /// Minutes a year.
    pub(crate) fn yearly(&self) -> i64 {
        yearly_minutes(self.times, self.per, self.minutes)
    }

    /// Past its day, and not with whoever is to have it.
    pub(crate) fn is_late(&self, today: NaiveDate) -> bool {
        (self.state.is_open() || self.state.is_under_way()) && self.by_on.is_some_and(|day| day < today)
    }
}

/// What a task is, beside where it stands.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Details {
    pub title: String,
    pub area: String,
    pub times: i64,
    pub per: Per,
    pub minutes: i64,
    pub needs_key: bool,
    pub needs_skill: bool,
    pub needs_certificate: bool,
    pub needs: String,
    pub holder: Option<Uuid>,
    pub by_on: Option<NaiveDate>,
    pub guide: String,
    pub contact: String,
}

/// A step a task has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Move {
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) note: String,
    pub(crate) by_name: Option<String>,
    pub(crate) at: DateTime<Utc>,
}

/// A task on somebody's own page.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Own {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    #[sqlx(try_from = "String")]
    pub(crate) state: State,
    pub(crate) by_on: Option<NaiveDate>,
    pub(crate) commitment_id: Option<Uuid>,
    pub(crate) slug: String,
    pub(crate) space: String,
}

/// Nobody else changes the space's tasks until this transaction is over.
pub(crate) async fn lock(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.one::<(Uuid,)>(&LOCK, args![space]).await.map(|_| ())
}

/// The tasks of a space, the first day first.
pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Task>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// One task of a space.
pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Task> {
    sql.one(&ONE, args![space, id]).await
}

/// How many tasks a space has.
pub(crate) async fn count(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT, args![space]).await
}

pub(crate) async fn insert(sql: &mut Sql, id: Uuid, space: Uuid, d: &Details, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let args = args![
        id,
        space,
        &d.title,
        &d.area,
        d.times,
        d.per.key(),
        d.minutes,
        d.needs_key,
        d.needs_skill,
        d.needs_certificate,
        &d.needs,
        d.holder,
        d.by_on,
        &d.guide,
        &d.contact,
        by,
        at
    ];
    sql.run(&INSERT, args).await.map(|_| ())
}

pub(crate) async fn change(sql: &mut Sql, id: Uuid, d: &Details) -> Result<()> {
    let args = args![
        id,
        &d.title,
        &d.area,
        d.times,
        d.per.key(),
        d.minutes,
        d.needs_key,
        d.needs_skill,
        d.needs_certificate,
        &d.needs,
        d.holder,
        d.by_on,
        &d.guide,
        &d.contact
    ];
    sql.run(&CHANGE, args).await.map(|_| ())
}

/// Writes down who takes a task over and how.
pub(crate) async fn agree(sql: &mut Sql, id: Uuid, a: &crate::acts::Agreement) -> Result<()> {
    sql.run(&AGREE, args![id, a.taker, &a.group, a.by_on, a.trial_from, a.trial_to, &a.guide, &a.contact]).await.map(|_| ())
}

/// A step to be written down.
pub(crate) struct NewMove<'a> {
    pub(crate) space: Uuid,
    pub(crate) task: Uuid,
    pub(crate) state: State,
    pub(crate) note: &'a str,
    pub(crate) by: Option<Uuid>,
    pub(crate) at: DateTime<Utc>,
}

/// Moves a task and writes the step down.
pub(crate) async fn go(sql: &mut Sql, new: &NewMove<'_>) -> Result<()> {
    sql.run(&MOVE, args![new.task, new.state.key(), new.at]).await?;
    sql.run(&INSERT_MOVE, args![new.task, new.space, new.state.key(), new.note, new.by, new.at]).await.map(|_| ())
}

/// Nobody takes the task over any more.
pub(crate) async fn let_go(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&LET_GO, args![id]).await.map(|_| ())
}

pub(crate) async fn set_commitment(sql: &mut Sql, id: Uuid, commitment: Option<Uuid>) -> Result<()> {
    sql.run(&SET_COMMITMENT, args![id, commitment]).await.map(|_| ())
}

/// The steps of a task, the latest first.
pub(crate) async fn moves(sql: &mut Sql, task: Uuid) -> Result<Vec<Move>> {
    sql.all(&MOVES, args![task]).await
}

/// Every step in a space, the first first.
pub(crate) async fn all_moves(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, State, DateTime<Utc>)>> {
    let rows: Vec<(Uuid, String, DateTime<Utc>)> = sql.all(&ALL_MOVES, args![space]).await?;
    Ok(rows.into_iter().filter_map(|(task, state, at)| Some((task, State::of(&state)?, at))).collect())
}

/// Notes that somebody would like a task; false where they had said so.
pub(crate) async fn wish(sql: &mut Sql, task: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&WISH, args![task, person, at]).await? > 0)
}

/// Takes a wish back; false where there was none.
pub(crate) async fn unwish(sql: &mut Sql, task: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&UNWISH, args![task, person]).await? > 0)
}

pub(crate) async fn unwish_all(sql: &mut Sql, task: Uuid) -> Result<()> {
    sql.run(&UNWISH_ALL, args![task]).await.map(|_| ())
}

/// Who would like a task: id and name, the first first.
pub(crate) async fn wishes(sql: &mut Sql, task: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&WISHES, args![task]).await
}

/// Who would like which task of a space.
pub(crate) async fn all_wishes(sql: &mut Sql, space: Uuid) -> Result<BTreeMap<Uuid, Vec<(Uuid, String)>>> {
    let rows: Vec<(Uuid, Uuid, String)> = sql.all(&ALL_WISHES, args![space]).await?;
    let mut out: BTreeMap<Uuid, Vec<(Uuid, String)>> = BTreeMap::new();
    for (task, person, name) in rows {
        out.entry(task).or_default().push((person, name));
    }
    Ok(out)
}

/// Of some spaces: how many tasks stand where.
pub(crate) async fn counted(sql: &mut Sql, spaces: &str) -> Result<BTreeMap<Uuid, Vec<(State, i64)>>> {
    let rows: Vec<(Uuid, String, i64)> = sql.all(&COUNTED, args![spaces]).await?;
    let mut out: BTreeMap<Uuid, Vec<(State, i64)>> = BTreeMap::new();
    for (space, state, n) in rows {
        out.entry(space).or_default().extend(State::of(&state).map(|s| (s, n)));
    }
    Ok(out)
}

/// Spaces with a task that nobody has taken over by its day, and the earliest such day.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate)>> {
    sql.all(&LATE, args![today]).await
}

/// What somebody has taken over or promised to.
pub(crate) async fn taken_by(sql: &mut Sql, person: Uuid) -> Result<Vec<Own>> {
    sql.all(&TAKEN_BY, args![person]).await
}

/// What somebody would like.
pub(crate) async fn wanted_by(sql: &mut Sql, person: Uuid) -> Result<Vec<Own>> {
    sql.all(&WANTED_BY, args![person]).await
}

/// What somebody has today and others would like.
pub(crate) async fn wanted_from(sql: &mut Sql, person: Uuid) -> Result<Vec<Own>> {
    sql.all(&WANTED_FROM, args![person]).await
}
