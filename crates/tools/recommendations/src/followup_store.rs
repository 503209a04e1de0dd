//! SQL of what became of recommendations, in one space and across all that somebody may see.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::assurance::Assurance;
use samskab_platform::commitment::Status;
use samskab_platform::db::{Sql, Value};
use samskab_platform::tool::list_of;
use samskab_platform::{Result, Visitor, args, statements};
use uuid::Uuid;

macro_rules! columns {
    () => {
        "SELECT r.id, r.number, r.title, r.status, r.outcome, s.slug, s.title AS space, s.answer_by, r.submitted_at, r.moved_at, a.reason, a.answered_at, a.body, a.decided_on "
    };
}
macro_rules! rows {
    () => {
        "FROM recommendation r CROSS JOIN space s LEFT JOIN council_answer a ON a.recommendation_id = r.id WHERE s.id = r.space_id AND "
    };
}
/// The rows of one page: they are chosen from an index alone, and only those that are shown are read.
macro_rules! chosen {
    ($($which:expr),*) => {
        concat!(columns!(), "FROM (SELECT r.id FROM recommendation r CROSS JOIN space s WHERE s.id = r.space_id AND ", $($which),*, ") p JOIN recommendation r ON r.id = p.id
         JOIN space s ON s.id = r.space_id LEFT JOIN council_answer a ON a.recommendation_id = r.id ORDER BY r.moved_at DESC, r.id DESC")
    };
}
/// Whether the asking person may see space `s`: $1 signed in, $2 who, $3 and $4 the levels of assurance above the lowest that
/// the session has. The same rule as everywhere.
macro_rules! visible {
    () => {
        "(s.visibility = 'public' OR s.assurance IN ('low', $3, $4)
         AND ($1 AND s.visibility = 'registered' OR EXISTS (SELECT 1 FROM space_role x WHERE x.space_id = s.id AND x.person_id = $2)))"
    };
}
pub(crate) use visible;
/// Whether the recommendation stands where it is asked for: $5 an outcome, `waiting`, or empty for any.
macro_rules! stands {
    () => {
        "($5 = '' OR r.outcome = $5 OR $5 = 'waiting' AND r.status = 'submitted')"
    };
}
/// Recommendations `r` that were sent in space `s` and stand where it is asked for.
macro_rules! sent {
    () => {
        concat!("r.space_id = s.id AND r.moved_at IS NOT NULL AND ", stands!())
    };
}
/// Whether its answer is late on the day $6.
macro_rules! unanswered {
    () => {
        "s.answer_by < $6 AND r.status = 'submitted'"
    };
}
/// Whether something that was to come of it is late on the day $6: word for word the condition of the index.
macro_rules! undone {
    () => {
        "EXISTS (SELECT 1 FROM commitment c WHERE c.space_id = s.id AND c.source_id = r.id AND c.due_on < $6 AND c.source_kind = 'recommendation'
         AND c.status IN ('agreed', 'started', 'waiting'))"
    };
}
/// A page of what is late, one space after another.
macro_rules! late {
    ($($of_space:expr),*) => {
        page_of_found!(concat!("SELECT r.id, r.moved_at AS at FROM space s CROSS JOIN ", $($of_space),*, " s.parent_id IS NOT NULL AND ", visible!()), "DESC", "$7", "$8")
    };
}
/// A page of the ids that `$found` gives, in the order of `at`, and how many there are in all: found once, counted and sorted as they
/// were found. Instead of a page that is not there, the last one.
macro_rules! page_of_found {
    ($found:expr, $way:literal, $limit:literal, $skip:literal) => {
        concat!(
            "WITH found AS MATERIALIZED (",
            $found,
            "), counted AS MATERIALIZED (SELECT COUNT(*) AS n FROM found) SELECT f.id, (SELECT n FROM counted) FROM found f ORDER BY f.at ",
            $way,
            ", f.id ",
            $way,
            " LIMIT ",
            $limit,
            " OFFSET CASE WHEN ",
            $skip,
            " < (SELECT n FROM counted) THEN ",
            $skip,
            " ELSE ((SELECT n FROM counted) - 1) / ",
            $limit,
            " * ",
            $limit,
            " END"
        )
    };
}
pub(crate) use page_of_found;
macro_rules! of_ids {
    ($among:literal) => {
        concat!(columns!(), $among, " ORDER BY r.moved_at DESC, r.id DESC")
    };
}
/// A commitment `c` with the names on it: doer `d`, counterpart `k`, organisation `o`.
macro_rules! deed_columns {
    () => {
        "SELECT c.source_id, c.id, c.what, c.status, c.due_on, d.name AS doer, o.name AS organisation, k.name AS counterpart, c.waiting_for, c.hours, c.money_ore, c.rooms, c.staff,
         c.created_at, c.started_at, COALESCE(c.done_at, c.started_at, c.created_at) AS moved_at "
    };
}
pub(crate) use deed_columns;
macro_rules! commitments {
    ($among:literal) => {
        concat!(deed_columns!(), $among, " ORDER BY c.due_on, c.id")
    };
}

statements! {
    ACROSS = chosen!("r.moved_at IS NOT NULL AND ", visible!(), " AND ", stands!(), " ORDER BY r.moved_at DESC, r.id DESC LIMIT $6 OFFSET $7");
    // PostgreSQL is given the two kinds apart: then both indexes of a space are walked side by side, in the same order, once.
    LATE = late!("recommendation r WHERE ", sent!(), " AND (", unanswered!(), " OR ", undone!(), ") AND"),
        postgres late!("LATERAL (SELECT r.id, r.moved_at FROM recommendation r WHERE ", sent!(), " AND ", unanswered!(),
            " UNION ALL SELECT r.id, r.moved_at FROM recommendation r WHERE ", sent!(), " AND (s.answer_by IS NULL OR s.answer_by >= $6 OR r.status <> 'submitted') AND ",
            undone!(), ") r WHERE");
    OF_IDS = of_ids!("FROM json_each($1) e CROSS JOIN recommendation r JOIN space s ON s.id = r.space_id LEFT JOIN council_answer a ON a.recommendation_id = r.id WHERE r.id = unhex(e.value)"),
        postgres of_ids!("FROM recommendation r JOIN space s ON s.id = r.space_id LEFT JOIN council_answer a ON a.recommendation_id = r.id
            WHERE r.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    // Each space is counted by itself, from the index alone and in its order.
    COUNTED = concat!("SELECT r.status, r.outcome, COUNT(*) FROM space s CROSS JOIN recommendation r WHERE r.space_id = s.id AND r.status IN ('submitted', 'answered') AND s.parent_id IS NOT NULL AND ",
            visible!(), " GROUP BY r.status, r.outcome"),
        postgres concat!("SELECT x.status, x.outcome, CAST(SUM(x.n) AS BIGINT) FROM space s CROSS JOIN LATERAL (SELECT r.status, r.outcome, COUNT(*) AS n FROM recommendation r
            WHERE r.space_id = s.id AND r.status IN ('submitted', 'answered') GROUP BY r.status, r.outcome) x WHERE s.parent_id IS NOT NULL AND ",
            visible!(), " GROUP BY x.status, x.outcome");
    IN_SPACE = concat!(columns!(), rows!(), "r.space_id = $1 AND r.moved_at IS NOT NULL ORDER BY r.number LIMIT 500");
    PUBLIC_LATEST = concat!(columns!(), rows!(), "r.moved_at IS NOT NULL AND s.visibility = 'public' ORDER BY r.moved_at DESC, r.id DESC LIMIT 50");
    COMMITTEES = concat!("SELECT s.slug, s.title FROM space s WHERE s.parent_id IS NOT NULL AND ", visible!(),
        " AND (EXISTS (SELECT 1 FROM recommendation r WHERE r.space_id = s.id AND r.status IN ('submitted', 'answered'))
        OR EXISTS (SELECT 1 FROM commitment c WHERE c.space_id = s.id AND (c.source_kind IS NULL OR c.source_kind IN ('idea', 'decision', 'statement')))) ORDER BY s.title LIMIT 300");
    EVERY_DEED = commitments!("FROM commitment c JOIN person d ON d.id = c.doer_id JOIN person k ON k.id = c.counterpart_id
            LEFT JOIN organisation o ON o.id = c.organisation_id WHERE c.space_id = $1 AND c.source_kind = 'recommendation'");
    COMMITMENTS = commitments!("FROM json_each($1) e CROSS JOIN commitment c JOIN person d ON d.id = c.doer_id JOIN person k ON k.id = c.counterpart_id
            LEFT JOIN organisation o ON o.id = c.organisation_id WHERE c.source_id = unhex(e.value)"),
        postgres commitments!("FROM commitment c JOIN person d ON d.id = c.doer_id JOIN person k ON k.id = c.counterpart_id
            LEFT JOIN organisation o ON o.id = c.organisation_id WHERE c.source_id = ANY (ARRAY(SELECT e::uuid FROM json_array_elements_text($1::json) e))");
}

/// A recommendation that was sent, and what was answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Followed {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) status: String,
    pub(crate) outcome: String,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) answer_by: Option<NaiveDate>,
    pub(crate) submitted_at: Option<DateTime<Utc>>,
    pub(crate) moved_at: DateTime<Utc>,
    pub(crate) reason: Option<String>,
    pub(crate) answered_at: Option<DateTime<Utc>>,
    pub(crate) body: Option<String>,
    pub(crate) decided_on: Option<NaiveDate>,
}

/// What came of a recommendation.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Deed {
    /// What it came of; nothing for a promise that came of nothing in the space.
    pub(crate) source_id: Option<Uuid>,
    pub(crate) id: Uuid,
    pub(crate) what: String,
    #[sqlx(try_from = "String")]
    pub(crate) status: Status,
    pub(crate) due_on: NaiveDate,
    pub(crate) doer: String,
    pub(crate) organisation: Option<String>,
    pub(crate) counterpart: String,
    pub(crate) waiting_for: String,
    pub(crate) hours: Option<i64>,
    pub(crate) money_ore: Option<i64>,
    pub(crate) rooms: String,
    pub(crate) staff: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) started_at: Option<DateTime<Utc>>,
    pub(crate) moved_at: DateTime<Utc>,
}

/// Who asks: decides what they may see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Who {
    person: Option<Uuid>,
    assurance: Assurance,
}

impl Who {
    pub(crate) fn of(visitor: &Visitor) -> Self {
        Self { person: visitor.person.as_ref().map(|p| p.id), assurance: visitor.assurance }
    }

    pub(crate) fn args(&self) -> Vec<Value> {
        let (substantial, high) = self.assurance.covered();
        args![self.person.is_some(), self.person, substantial, high]
    }
}

/// Sent recommendations of all spaces one may see, what last moved first.
pub(crate) async fn across(sql: &mut Sql, who: Who, stands: &str, limit: usize, skip: usize) -> Result<Vec<Followed>> {
    let mut args = who.args();
    args.extend(args![stands, limit as i64, skip as i64]);
    sql.all(&ACROSS, args).await
}

/// A page of those of them that are late on a day, from indexes alone, and how many there are in all. Instead of a page that is not
/// there, the last one.
pub(crate) async fn late(sql: &mut Sql, who: Who, stands: &str, day: NaiveDate, limit: usize, skip: usize) -> Result<(Vec<Followed>, i64)> {
    let mut args = who.args();
    args.extend(args![stands, day, limit as i64, skip as i64]);
    let found: Vec<(Uuid, i64)> = sql.all(&LATE, args).await?;
    match found.first() {
        None => Ok((vec![], 0)),
        Some((_, all)) => Ok((sql.all(&OF_IDS, args![list_of(found.iter().map(|(id, _)| *id))]).await?, *all)),
    }
}

/// Status, outcome and how many, of all spaces one may see.
pub(crate) async fn counted(sql: &mut Sql, who: Who) -> Result<Vec<(String, String, i64)>> {
    sql.all(&COUNTED, who.args()).await
}

/// Everything a space has sent, by number.
pub(crate) async fn in_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Followed>> {
    sql.all(&IN_SPACE, args![space]).await
}

/// What last moved in public spaces.
pub(crate) async fn public_latest(sql: &mut Sql) -> Result<Vec<Followed>> {
    sql.all(&PUBLIC_LATEST, args![]).await
}

/// Slug and title of the spaces one may see that have sent something, or begun something at once.
pub(crate) async fn committees(sql: &mut Sql, who: Who) -> Result<Vec<(String, String)>> {
    sql.all(&COMMITTEES, who.args()).await
}

/// What came of these recommendations, the next date first.
pub(crate) async fn deeds(sql: &mut Sql, of: &[Followed]) -> Result<Vec<Deed>> {
    if of.is_empty() {
        return Ok(vec![]);
    }
    sql.all(&COMMITMENTS, args![list_of(of.iter().map(|r| r.id))]).await
}

/// Everything a space has agreed on as a result of recommendations, the next date first.
pub(crate) async fn every_deed(sql: &mut Sql, space: Uuid) -> Result<Vec<Deed>> {
    sql.all(&EVERY_DEED, args![space]).await
}
