//! The demonstration municipality: fictional people, real acts. A real installation has none of this.

mod association_fill;
mod circle_fill;
mod daily_fill;
mod data;
mod fill;
mod handover_fill;
mod house_data;
mod idea_fill;
mod meeting_fill;
mod network_fill;
pub mod pages;
mod patterns;
mod plan_fill;
mod programme_fill;
mod reciprocity_fill;
pub mod scale;
mod scale_store;
mod scale_words;
mod seat_fill;
mod space_fill;
mod till_fill;

use samskab_platform::db::{Database, Statement};
use samskab_platform::{Result, args};

pub use fill::fill;

samskab_platform::statements! {
    SPACES = "SELECT COUNT(*) FROM space";
    MARKED = "SELECT COUNT(*) FROM setting WHERE name = 'demonstration'";
    // The five see at once what their acts lead to; everybody else has a digest, like people in a real installation.
    AT_ONCE = "UPDATE person SET rhythm = 'at_once' WHERE persona IS NOT NULL";
    REACHED = "UPDATE person SET contact = $2, phone = $3, address = $4, helper_id = $5 WHERE id = $1";
    JOIN = "INSERT INTO organisation_person (organisation_id, person_id, role, since) VALUES ($1, $2, $3, $4)";
    LIVE_THERE = "UPDATE area SET inhabitants = $2 WHERE id = $1";
    // The first who came speaks for the others.
    SPEAK = "UPDATE organisation SET contact_id = $2 WHERE id = $1 AND contact_id IS NULL";
    DONE = "UPDATE outbox SET sent_at = created_at WHERE sent_at IS NOT NULL OR (way IN ('letter', 'phone') AND created_at < $1)";
    MEMBER = "SELECT person_id FROM association_member WHERE id = $1";
    MARK = "INSERT INTO setting (name, value) VALUES ('demonstration', 'yes')";
}

/// The demonstration's own SQL.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    [STATEMENTS, scale_store::STATEMENTS, scale_store::BULK].concat()
}

/// Whether nobody has used the database yet.
///
/// # Errors
/// When the database fails.
pub async fn is_empty(db: &Database) -> Result<bool> {
    Ok(db.read().await?.count(&SPACES, args![]).await? == 0)
}

/// Whether the database holds the demonstration.
///
/// # Errors
/// When the database fails.
pub async fn is_demonstration(db: &Database) -> Result<bool> {
    Ok(db.read().await?.count(&MARKED, args![]).await? > 0)
}
