//! SQL of what began at once: promises that came of an idea, a decision at a meeting, a statement, or of nothing written, and so waited
//! for no answer to a recommendation.

use chrono::NaiveDate;
use samskab_platform::db::Sql;
use samskab_platform::tool::list_of;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::followup_store::{Deed, Who, deed_columns, page_of_found, visible};

/// Commitments `c` that began at once: word for word the condition of the indexes. A task that is taken over has a page of its own.
macro_rules! at_once {
    () => {
        "(c.source_kind IS NULL OR c.source_kind IN ('idea', 'decision', 'statement'))"
    };
}
/// When something last happened to it: word for word what the index is sorted by.
macro_rules! moved {
    () => {
        "COALESCE(c.done_at, c.started_at, c.created_at)"
    };
}
macro_rules! columns {
    () => {
        concat!(deed_columns!(), ", s.slug, s.title AS space, c.source_kind, c.source_title ")
    };
}
/// With where it is and who carries it.
macro_rules! joined {
    () => {
        "JOIN space s ON s.id = c.space_id JOIN person d ON d.id = c.doer_id JOIN person k ON k.id = c.counterpart_id LEFT JOIN organisation o ON o.id = c.organisation_id "
    };
}
/// The rows of one page: they are chosen from an index alone, and only those that are shown are read.
macro_rules! latest {
    ($which:expr, $rows:literal) => {
        concat!(
            columns!(),
            "FROM (SELECT c.id FROM commitment c CROSS JOIN space s WHERE s.id = c.space_id AND ",
            at_once!(),
            " AND ",
            $which,
            " ORDER BY ",
            moved!(),
            " DESC, c.id DESC ",
            $rows,
            ") p JOIN commitment c ON c.id = p.id ",
            joined!(),
            "ORDER BY ",
            moved!(),
            " DESC, c.id DESC"
        )
    };
}
/// Past its date on the day $5, and not over: word for word the condition of the index.
macro_rules! late {
    () => {
        "c.status IN ('agreed', 'started', 'waiting') AND c.due_on < $5"
    };
}

statements! {
    ACROSS = latest!(visible!(), "LIMIT $5 OFFSET $6");
    COUNTED = concat!("SELECT COUNT(*) FROM space s CROSS JOIN commitment c WHERE c.space_id = s.id AND s.parent_id IS NOT NULL AND ", at_once!(), " AND ", visible!());
    LATE = page_of_found!(concat!("SELECT c.id, c.due_on AS at FROM commitment c CROSS JOIN space s WHERE s.id = c.space_id AND ", at_once!(), " AND ", late!(), " AND ", visible!()),
        "ASC", "$6", "$7");
    OF_IDS = concat!(columns!(), "FROM json_each($1) e CROSS JOIN commitment c ", joined!(), "WHERE c.id = unhex(e.value) ORDER BY c.due_on, c.id"),
        postgres concat!(columns!(), "FROM commitment c ", joined!(), "WHERE c.id = ANY (ARRAY(SELECT e::uuid FROM json_array_elements_text($1::json) e)) ORDER BY c.due_on, c.id");
    IN_SPACE = latest!("c.space_id = $1", "LIMIT 500");
    PUBLIC_LATEST = latest!("s.visibility = 'public'", "LIMIT 50");
}

/// Something that began at once, where, and what it came of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Begun {
    #[sqlx(flatten)]
    pub(crate) deed: Deed,
    pub(crate) slug: String,
    pub(crate) space: String,
    pub(crate) source_kind: Option<String>,
    pub(crate) source_title: Option<String>,
}

/// What began at once in all spaces one may see, what last moved first.
pub(crate) async fn across(sql: &mut Sql, who: Who, limit: usize, skip: usize) -> Result<Vec<Begun>> {
    let mut args = who.args();
    args.extend(args![limit as i64, skip as i64]);
    sql.all(&ACROSS, args).await
}

/// How many there are.
pub(crate) async fn counted(sql: &mut Sql, who: Who) -> Result<i64> {
    sql.count(&COUNTED, who.args()).await
}

/// A page of those of them that are late on a day, the longest late first, and how many there are in all. Instead of a page that is
/// not there, the last one.
pub(crate) async fn late(sql: &mut Sql, who: Who, day: NaiveDate, limit: usize, skip: usize) -> Result<(Vec<Begun>, i64)> {
    let mut args = who.args();
    args.extend(args![day, limit as i64, skip as i64]);
    let found: Vec<(Uuid, i64)> = sql.all(&LATE, args).await?;
    match found.first() {
        None => Ok((vec![], 0)),
        Some((_, all)) => Ok((sql.all(&OF_IDS, args![list_of(found.iter().map(|(id, _)| *id))]).await?, *all)),
    }
}

/// What began at once in a space, what last moved first.
pub(crate) async fn in_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Begun>> {
    sql.all(&IN_SPACE, args![space]).await
}

/// What last moved in public spaces.
pub(crate) async fn public_latest(sql: &mut Sql) -> Result<Vec<Begun>> {
    sql.all(&PUBLIC_LATEST, args![]).await
}
