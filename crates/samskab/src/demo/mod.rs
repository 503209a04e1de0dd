//! The demonstration municipality: fictional people, real acts. A real installation has none of this.

mod data;
mod fill;
pub mod pages;
mod patterns;
mod space_fill;

use samskab_platform::db::{Database, Statement};
use samskab_platform::{Result, args};

pub use fill::fill;

samskab_platform::statements! {
    SPACES = "SELECT COUNT(*) FROM space";
    MARKED = "SELECT COUNT(*) FROM setting WHERE name = 'demonstration'";
    MARK = "INSERT INTO setting (name, value) VALUES ('demonstration', 'yes')";
}

/// The demonstration's own SQL.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    STATEMENTS.to_vec()
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
