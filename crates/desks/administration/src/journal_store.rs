//! The SQL of reading the whole journal.
//!
//! One page at a time, newest first, from a place (moment, space, number) on. What is asked for most narrowly decides
//! which index is walked; the rest is sifted on the way. So there is a statement for each way in.

use chrono::{DateTime, Utc};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::{Sql, Statement};
use samskab_platform::journal::{self, Report};
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

// CROSS JOIN keeps SQLite from beginning with the spaces and sorting all of their entries.
macro_rules! entries {
    ($way:literal) => {
        concat!(
            "SELECT j.space_id, j.seq, j.verb, j.actor_id, COALESCE(k.name, p.name) AS actor, j.object_kind, j.object_id, j.at, j.payload, s.slug, s.title, s.visibility, s.assurance
             FROM journal j CROSS JOIN space s LEFT JOIN person p ON p.id = j.actor_id LEFT JOIN person k ON k.id = p.merged_into
             WHERE s.id = j.space_id AND s.visibility <> 'sealed' AND (j.at, j.space_id, j.seq) < ($1, $2, $3) AND j.at >= $4 AND ",
            $way,
            " ORDER BY j.at DESC, j.space_id DESC, j.seq DESC LIMIT $8"
        )
    };
}

statements! {
    ALL = entries!("CAST($5 AS UUID) IS NULL AND CAST($6 AS UUID) IS NULL AND CAST($7 AS TEXT) = ''");
    BY_VERB = entries!("CAST($5 AS UUID) IS NULL AND CAST($6 AS UUID) IS NULL AND j.verb = $7");
    BY_PERSON = entries!("CAST($5 AS UUID) IS NULL AND j.actor_id = $6 AND ($7 = '' OR j.verb = $7)");
    BY_SPACE = entries!("j.space_id = $5 AND (CAST($6 AS UUID) IS NULL OR j.actor_id = $6) AND ($7 = '' OR j.verb = $7)");

    MERGED = "SELECT id FROM person WHERE merged_into = $1 ORDER BY id LIMIT 50";
    PUT_CHECK = "INSERT INTO journal_check (id, at, spaces, entries, erased, faults) VALUES ($1, $2, $3, $4, $5, $6)";
    LAST_CHECK = "SELECT at, spaces, entries, erased, faults FROM journal_check ORDER BY at DESC, id DESC LIMIT 1";
    DROP_OLD_CHECKS = "DELETE FROM journal_check WHERE at < $1";
    ROLES_SOMEWHERE = "SELECT DISTINCT space_id FROM space_role WHERE person_id = $1";
    // The first who comes takes the day: nobody else does the same work again.
    CLAIM = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value < excluded.value";
}

/// An entry with what a list shows of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) space_id: Uuid,
    pub(crate) seq: i64,
    pub(crate) verb: String,
    pub(crate) actor_id: Option<Uuid>,
    pub(crate) actor: Option<String>,
    pub(crate) object_kind: String,
    pub(crate) object_id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) payload: Option<String>,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) visibility: String,
    #[sqlx(try_from = "String")]
    pub(crate) assurance: Assurance,
    /// Who helped the actor, if somebody did.
    #[sqlx(skip)]
    pub(crate) helper: Option<String>,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) space: Option<Uuid>,
    pub(crate) person: Option<Uuid>,
    pub(crate) verb: String,
    pub(crate) from: Option<DateTime<Utc>>,
}

/// A place in the journal: what comes before it is read.
pub(crate) type Place = (DateTime<Utc>, Uuid, i64);

impl Wanted {
    /// The statement whose index fits best.
    pub(crate) fn way(&self) -> &'static Statement {
        match (self.space, self.person, self.verb.is_empty()) {
            (Some(_), _, _) => &BY_SPACE,
            (None, Some(_), _) => &BY_PERSON,
            (None, None, false) => &BY_VERB,
            (None, None, true) => &ALL,
        }
    }
}

/// Entries before a place, newest first. What somebody did as a person who has since been merged into the one looked for is
/// theirs: the journal keeps the id it was written with.
pub(crate) async fn entries(sql: &mut Sql, wanted: &Wanted, before: Place, limit: i64) -> Result<Vec<Row>> {
    let from = wanted.from.unwrap_or(DateTime::UNIX_EPOCH);
    let mut people = vec![wanted.person];
    if let Some(person) = wanted.person {
        people.extend(sql.all::<(Uuid,)>(&MERGED, args![person]).await?.into_iter().map(|(id,)| Some(id)));
    }
    let mut rows: Vec<Row> = vec![];
    for person in &people {
        rows.extend(sql.all(wanted.way(), args![before.0, before.1, before.2, from, wanted.space, *person, &wanted.verb, limit]).await?);
    }
    if people.len() > 1 {
        rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.space_id, row.seq)));
        rows.truncate(usize::try_from(limit).unwrap_or(0));
    }
    for row in &mut rows {
        row.helper = journal::helper(sql, row.payload.as_deref()).await?;
    }
    Ok(rows)
}

/// A check of the chains: when, spaces, entries, erased, and what was wrong, a line each.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Check {
    pub(crate) at: DateTime<Utc>,
    pub(crate) spaces: i64,
    pub(crate) entries: i64,
    pub(crate) erased: i64,
    pub(crate) faults: String,
}

pub(crate) async fn put_check(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, report: &Report) -> Result<()> {
    let faults: Vec<String> = report.faults.iter().map(|f| format!("{} {}: {}", f.space, f.seq, f.what)).take(100).collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (spaces, entries, erased) = (count(report.spaces), count(report.entries), count(report.erased));
    sql.run(&PUT_CHECK, args![id, at, spaces, entries, erased, faults.join("\n")]).await?;
    sql.run(&DROP_OLD_CHECKS, args![at - chrono::Duration::days(400)]).await.map(|_| ())
}

pub(crate) async fn last_check(sql: &mut Sql) -> Result<Option<Check>> {
    sql.maybe(&LAST_CHECK, args![]).await
}

/// The spaces somebody has a role in.
pub(crate) async fn spaces_of(sql: &mut Sql, person: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&ROLES_SOMEWHERE, args![person]).await?.into_iter().map(|r| r.0).collect())
}

/// Takes a piece of daily work; false where it has been done, here or on another node. `value` only grows: a date, a moment.
pub(crate) async fn claim(sql: &mut Sql, name: &str, value: &str) -> Result<bool> {
    Ok(sql.run(&CLAIM, args![name, value]).await? > 0)
}
