//! The SQL of the commitments' own pages; the commitments themselves are the platform's.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::commitment::Status;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

/// Of some spaces: how many commitments each has, how many of them are over, and how many are late on a day.
macro_rules! at_a_glance {
    ($among:literal) => {
        concat!(
            "SELECT c.space_id, COUNT(*), CAST(SUM(CASE WHEN c.status IN ('done', 'given_up') THEN 1 ELSE 0 END) AS BIGINT),
             CAST(SUM(CASE WHEN c.status NOT IN ('done', 'given_up') AND c.due_on < $2 THEN 1 ELSE 0 END) AS BIGINT) ",
            $among,
            " GROUP BY c.space_id"
        )
    };
}

statements! {
    AT_A_GLANCE = at_a_glance!("FROM json_each($1) e CROSS JOIN commitment c WHERE c.space_id = unhex(e.value)"),
        postgres at_a_glance!("FROM commitment c WHERE c.space_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    LATE = "SELECT c.space_id, MIN(c.due_on) FROM commitment c WHERE c.status IN ('agreed', 'started', 'waiting') AND c.due_on < $1 GROUP BY c.space_id";
    CAME_OF = "SELECT c.id, c.what, c.status, c.started_at, c.done_at, s.slug, s.title AS space, d.name AS doer, o.name AS organisation
        FROM commitment c JOIN space s ON s.id = c.space_id JOIN person d ON d.id = c.doer_id LEFT JOIN organisation o ON o.id = c.organisation_id
        WHERE c.status IN ('started', 'done') AND c.doer_id <> $1 AND c.counterpart_id <> $1
        AND c.space_id IN (SELECT x.space_id FROM space_role x WHERE x.person_id = $1 UNION
        SELECT g.space_id FROM contribution g JOIN space v ON v.id = g.space_id WHERE g.person_id = $1 AND v.visibility IN ('public', 'registered'))
        ORDER BY COALESCE(c.done_at, c.started_at) DESC, c.id LIMIT 8";
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
