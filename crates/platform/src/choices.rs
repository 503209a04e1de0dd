//! What the municipality has chosen in the browser: look, labels, rules. Kept in the table `setting`, read into memory,
//! and read again on every node when somebody changes it.

use std::collections::BTreeMap;

use crate::act::Act;
use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::{args, recipes, statements};

statements! {
    ALL = "SELECT name, value FROM setting";
    SET = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    REMOVE = "DELETE FROM setting WHERE name = $1";
}

/// Name and value; names look like `look.colour`.
pub type Choices = BTreeMap<String, String>;

/// Every choice as the database holds it.
///
/// # Errors
/// When the database fails.
pub async fn all(sql: &mut Sql) -> Result<Choices> {
    Ok(sql.all::<(String, String)>(&ALL, args![]).await?.into_iter().collect())
}

/// Chooses something, as part of an act in the municipality's own space; an empty value takes the choice back. In force
/// on this node when the act has committed, on the others a moment later.
///
/// # Errors
/// When the database fails.
pub async fn choose(act: &mut Act<'_>, name: &str, value: &str) -> Result<()> {
    if value.is_empty() {
        act.sql().run(&REMOVE, args![name]).await?;
    } else {
        act.sql().run(&SET, args![name, value]).await?;
    }
    act.changes_choices();
    Ok(())
}

/// Reads every choice again.
///
/// # Errors
/// When the database fails.
pub async fn reload(app: &App) -> Result<()> {
    let choices = all(&mut app.db.read().await?).await?;
    if app.set_choices(choices) {
        recipes::reload(app).await?;
    }
    Ok(())
}
