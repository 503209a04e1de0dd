//! The SQL of the commitments' own pages; the commitments themselves are the platform's.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::commitment::Status;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

/// How many commitments there are, how many of them are over, and how many are late on a day.
macro_rules! counts {
    () => {
        "COUNT(*) AS n, CAST(SUM(CASE WHEN c.status IN ('done', 'given_up') THEN 1 ELSE 0 END) AS BIGINT) AS ended,
         CAST(SUM(CASE WHEN c.status NOT IN ('done', 'given_up') AND c.due_on < $2 THEN 1 ELSE 0 END) AS BIGINT) AS late"
    };
}

statements! {
    // Each space is counted by itself, from the index alone: all rows of all spaces are never put beside each other.
    AT_A_GLANCE = concat!("SELECT c.space_id, ", counts!(), " FROM json_each($1) e CROSS JOIN commitment c WHERE c.space_id = unhex(e.value) GROUP BY c.space_id"),
        postgres concat!("SELECT e::uuid, x.n, x.ended, x.late FROM json_array_elements_text($1::json) e CROSS JOIN LATERAL (SELECT ", counts!(),
            " FROM commitment c WHERE c.space_id = e::uuid) x WHERE x.n > 0");
    LATE = "SELECT c.space_id, MIN(c.due_on) FROM commitment c WHERE c.status IN ('agreed', 'started', 'waiting') AND c.due_on < $1 GROUP BY c.space_id";
    CAME_OF = "SELECT c.id, c.what, c.status, c.started_at, c.done_at, s.slug, s.title AS space, d.name AS doer, o.name AS organisation
        FROM commitment c JOIN space s ON s.id = c.space_id JOIN person d ON d.id = c.doer_id LEFT JOIN organisation o ON o.id = c.organisation_id
        WHERE c.status IN ('started', 'done') AND c.doer_id <> $1 AND c.counterpart_id <> $1
        AND c.space_id IN (SELECT x.space_id FROM space_role x WHERE x.person_id = $1 UNION
        SELECT g.space_id FROM contribution g JOIN space v ON v.id = g.space_id WHERE g.person_id = $1 AND v.visibility IN ('public', 'registered'))
        ORDER BY COALESCE(c.done_at, c.started_at) DESC, c.id LIMIT 8";
    MILESTONES = "SELECT id, what, due_on, reached_on FROM milestone WHERE commitment_id = $1 ORDER BY due_on, id LIMIT 20";
    ALL_MILESTONES = "SELECT m.commitment_id, m.id, m.what, m.due_on, m.reached_on FROM commitment c CROSS JOIN milestone m
        WHERE m.commitment_id = c.id AND c.space_id = $1 ORDER BY m.due_on, m.id";
    MILESTONES_OF_SPACE = "SELECT m.commitment_id, COUNT(m.reached_on), COUNT(*) FROM commitment c CROSS JOIN milestone m
        WHERE m.commitment_id = c.id AND c.space_id = $1 GROUP BY m.commitment_id";
    MILESTONES_OF_PERSON = "SELECT m.commitment_id, m.what, m.due_on FROM commitment c CROSS JOIN milestone m WHERE m.commitment_id = c.id
        AND (c.doer_id = $1 OR c.counterpart_id = $1) AND c.status IN ('agreed', 'started', 'waiting') AND m.reached_on IS NULL ORDER BY m.due_on, m.id LIMIT 200";
    CHANGED_AT = "SELECT j.at FROM commitment c CROSS JOIN journal j WHERE j.object_id = c.id AND j.space_id = $1 AND c.space_id = $1
        ORDER BY j.at DESC LIMIT 1";
    // Each step once: -7 until the date has passed, 1 after it.
    TO_REMIND = "SELECT c.id, c.space_id FROM commitment c WHERE c.status IN ('agreed', 'started', 'waiting') AND c.due_on <= $2
        AND NOT EXISTS (SELECT 1 FROM commitment_step x WHERE x.commitment_id = c.id AND x.due_on = c.due_on
        AND x.step = CASE WHEN c.due_on < $1 THEN 1 ELSE -7 END) ORDER BY c.due_on, c.id LIMIT 200";
    TAKE_STEP = "INSERT INTO commitment_step (commitment_id, due_on, step, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    INSERT_MILESTONE = "INSERT INTO milestone (id, commitment_id, what, due_on, created_at) VALUES ($1, $2, $3, $4, $5)";
    SET_REACHED = "UPDATE milestone SET reached_on = $2 WHERE id = $1";
    REMOVE_MILESTONE = "DELETE FROM milestone WHERE id = $1";
}

/// The step before the date, as it is stored.
pub(crate) const BEFORE: i64 = -7;
/// The step after it.
pub(crate) const AFTER: i64 = 1;

/// Commitments of which something is to be said on a day, whose date is not after another: commitment and space.
pub(crate) async fn to_remind(sql: &mut Sql, today: NaiveDate, until: NaiveDate) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&TO_REMIND, args![today, until]).await
}

/// Takes a step; false where it was taken before.
pub(crate) async fn take_step(sql: &mut Sql, commitment: Uuid, due_on: NaiveDate, step: i64, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE_STEP, args![commitment, due_on, step, at]).await? > 0)
}

/// A step on the way.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Milestone {
    pub(crate) id: Uuid,
    pub(crate) what: String,
    pub(crate) due_on: NaiveDate,
    pub(crate) reached_on: Option<NaiveDate>,
}

impl Milestone {
    /// Past its date and not reached.
    pub(crate) fn is_late(&self, today: NaiveDate) -> bool {
        self.reached_on.is_none() && self.due_on < today
    }
}

/// A commitment's milestones, the first date first.
pub(crate) async fn milestones(sql: &mut Sql, commitment: Uuid) -> Result<Vec<Milestone>> {
    sql.all(&MILESTONES, args![commitment]).await
}

/// Of each commitment of a space that has some: milestones reached, and all of them.
pub(crate) async fn milestones_of_space(sql: &mut Sql, space: Uuid) -> Result<BTreeMap<Uuid, (i64, i64)>> {
    let rows: Vec<(Uuid, i64, i64)> = sql.all(&MILESTONES_OF_SPACE, args![space]).await?;
    Ok(rows.into_iter().map(|(id, reached, all)| (id, (reached, all))).collect())
}

/// The next milestone of each open commitment somebody carries: what and when.
pub(crate) async fn next_milestones(sql: &mut Sql, person: Uuid) -> Result<BTreeMap<Uuid, (String, NaiveDate)>> {
    let rows: Vec<(Uuid, String, NaiveDate)> = sql.all(&MILESTONES_OF_PERSON, args![person]).await?;
    // The first of each stays: they come by date.
    Ok(rows.into_iter().rev().map(|(id, what, due_on)| (id, (what, due_on))).collect())
}

pub(crate) async fn insert_milestone(sql: &mut Sql, id: Uuid, commitment: Uuid, what: &str, due_on: NaiveDate, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_MILESTONE, args![id, commitment, what, due_on, at]).await.map(|_| ())
}

pub(crate) async fn set_reached(sql: &mut Sql, id: Uuid, on: Option<NaiveDate>) -> Result<()> {
    sql.run(&SET_REACHED, args![id, on]).await.map(|_| ())
}

pub(crate) async fn remove_milestone(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&REMOVE_MILESTONE, args![id]).await.map(|_| ())
}

/// When something was last said of a space's commitments: promised, reported, or planned as a milestone.
pub(crate) async fn changed_at(sql: &mut Sql, space: Uuid) -> Result<Option<DateTime<Utc>>> {
    Ok(sql.maybe::<(DateTime<Utc>,)>(&CHANGED_AT, args![space]).await?.map(|(at,)| at))
}

/// What others do in a space somebody took part in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct CameOf {
    pub(crate) id: Uuid,
    pub(crate) what: String,
    #[sqlx(try_from = "String")]
    pub(crate) status: Status,
    pub(crate) started_at: Option<DateTime<Utc>>,
    pub(crate) done_at: Option<DateTime<Utc>>,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) doer: String,
    pub(crate) organisation: Option<String>,
}

/// The latest that others have started or done in spaces somebody gave something to or has a role in, and may see.
pub(crate) async fn came_of(sql: &mut Sql, person: Uuid) -> Result<Vec<CameOf>> {
    sql.all(&CAME_OF, args![person]).await
}

/// A space; its commitments, those that are over, and those that are late.
pub(crate) async fn at_a_glance(sql: &mut Sql, ids: &str, today: NaiveDate) -> Result<Vec<(Uuid, i64, i64, i64)>> {
    sql.all(&AT_A_GLANCE, args![ids, today]).await
}

/// Spaces with a commitment that is late on a day, and since when the latest has been.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate)>> {
    sql.all(&LATE, args![today]).await
}

/// All milestones of a space: the commitment, and the milestone.
pub(crate) async fn all_milestones(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, Milestone)>> {
    let rows: Vec<(Uuid, Uuid, String, NaiveDate, Option<NaiveDate>)> = sql.all(&ALL_MILESTONES, args![space]).await?;
    Ok(rows.into_iter().map(|(of, id, what, due_on, reached_on)| (of, Milestone { id, what, due_on, reached_on })).collect())
}
