//! Who has looked at what is stored about whom. Everybody can see it on their own page.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::{args, statements};

statements! {
    INSERT = "INSERT INTO reading (id, person_id, reader_id, what, at) VALUES ($1, $2, $3, $4, $5)";
    INSERT_ONCE = "INSERT INTO reading (id, person_id, reader_id, what, at) SELECT $1, $2, $3, $4, $5
        WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.person_id = $2 AND r.reader_id IS NOT DISTINCT FROM $3 AND r.what = $4 AND r.at >= $6)";
    OF_PERSON = "SELECT r.at, p.name, r.what FROM reading r LEFT JOIN person p ON p.id = r.reader_id WHERE r.person_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT $2";
}

/// One look: when, who (missing: the program), and the word key of what was looked at.
pub type Reading = (DateTime<Utc>, Option<String>, String);

/// Notes that somebody looked at what is stored about a person; looking at oneself is not noted. `what` is a word key,
/// `reading-…`.
///
/// # Errors
/// When the database fails.
pub async fn note(sql: &mut Sql, app: &App, reader: Option<Uuid>, person: Uuid, what: &'static str) -> Result<()> {
    if reader == Some(person) {
        return Ok(());
    }
    sql.run(&INSERT, args![app.clock.id(), person, reader, what, app.clock.now()]).await.map(|_| ())
}

/// The same for a list that somebody has open all day and that is fetched again whenever it changes: a look a day is noted.
///
/// # Errors
/// When the database fails.
pub async fn note_once_a_day(sql: &mut Sql, app: &App, reader: Option<Uuid>, person: Uuid, what: &'static str) -> Result<()> {
    if reader == Some(person) {
        return Ok(());
    }
    let now = app.clock.now();
    sql.run(&INSERT_ONCE, args![app.clock.id(), person, reader, what, now, now - Duration::hours(24)]).await.map(|_| ())
}

/// The latest looks at a person.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, person: Uuid, limit: i64) -> Result<Vec<Reading>> {
    sql.all(&OF_PERSON, args![person, limit]).await
}
