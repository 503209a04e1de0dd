//! Legal hold: while a case runs, nothing about a person or in a space is removed. Whoever removes, closes or lets leave
//! asks [`blocked`] first.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::Sql;
use crate::error::Result;
use crate::{args, statements};

/// A hold as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Hold {
    /// Its id.
    pub id: Uuid,
    /// The space that is held.
    pub space_id: Option<Uuid>,
    /// The person who is held.
    pub person_id: Option<Uuid>,
    /// Why.
    pub reason: String,
    /// The last day it is in force.
    pub until: NaiveDate,
    /// When it was set.
    pub placed_at: DateTime<Utc>,
}

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A person.
    Person(Uuid),
    /// A space.
    Space(Uuid),
}

statements! {
    OF_PERSON = "SELECT id, space_id, person_id, reason, until, placed_at FROM hold
        WHERE person_id = $1 AND until >= $2 AND lifted_at IS NULL ORDER BY until DESC, id LIMIT 1";
    OF_SPACE = "SELECT id, space_id, person_id, reason, until, placed_at FROM hold
        WHERE space_id = $1 AND until >= $2 AND lifted_at IS NULL ORDER BY until DESC, id LIMIT 1";
}

/// The hold that stands in the way of removing something on this day, if there is one; the one that lasts longest.
///
/// # Errors
/// When the database fails.
pub async fn blocked(sql: &mut Sql, what: Held, today: NaiveDate) -> Result<Option<Hold>> {
    match what {
        Held::Person(id) => sql.maybe(&OF_PERSON, args![id, today]).await,
        Held::Space(id) => sql.maybe(&OF_SPACE, args![id, today]).await,
    }
}
