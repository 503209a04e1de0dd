//! Who has tried to see a sealed space that is not for them. They are answered as if there were none; those the space belongs to can see
//! that somebody tried.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::Visibility;
use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::space::Space;
use crate::visitor::Visitor;
use crate::{args, statements};

statements! {
    NOTE = "INSERT INTO sealed_attempt (space_id, person_id, day, times, first_at, last_at) VALUES ($1, $2, $3, 1, $4, $4)
        ON CONFLICT (space_id, person_id, day) DO UPDATE SET times = sealed_attempt.times + 1, last_at = excluded.last_at";
    OF_SPACE = "SELECT p.name, a.times, a.first_at, a.last_at FROM sealed_attempt a JOIN person p ON p.id = a.person_id
        WHERE a.space_id = $1 ORDER BY a.last_at DESC, a.person_id LIMIT 200";
}

/// One person's tries on one day.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Attempt {
    /// Who.
    pub name: String,
    /// How often.
    pub times: i64,
    /// The first time that day.
    pub first_at: DateTime<Utc>,
    /// The last time that day.
    pub last_at: DateTime<Utc>,
}

/// Puts on record that somebody who has signed in was refused a sealed space. It is written beside the answer: that one takes no
/// longer than where there is no space.
pub(crate) fn note(app: &App, visitor: &Visitor, space: &Space) {
    // Whoever acts for somebody else is the one who tried.
    let Some(person) = visitor.helper.as_ref().or(visitor.person.as_ref()).map(|p| p.id).filter(|_| space.visibility == Visibility::Sealed) else { return };
    let (app, space) = (app.clone(), space.id);
    tokio::spawn(async move {
        if let Err(error) = write(&app, space, person, app.clock.today(), app.clock.now()).await {
            tracing::error!(%space, %error, "a refused look at a sealed space could not be put on record");
        }
    });
}

async fn write(app: &App, space: Uuid, person: Uuid, day: NaiveDate, at: DateTime<Utc>) -> Result<()> {
    let mut sql = app.db.write().await?;
    sql.run(&NOTE, args![space, person, day, at]).await?;
    sql.commit().await
}

/// The latest tries at a space.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Attempt>> {
    sql.all(&OF_SPACE, args![space]).await
}
