//! Looking an installation over: what is right, what is not, and what to do about it. Nothing is changed, nothing is sent,
//! and no secret is shown.

mod database;
mod machine;
mod neighbours;
mod sealed;

use samskab_platform::Error;
use samskab_platform::db::Tables;
use serde::Serialize;

use crate::build;
use crate::configuration::Configuration;

/// How it stands with one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As it should be.
    Good,
    /// Works, but somebody should look at it.
    Mind,
    /// Does not work.
    Wrong,
}

/// One thing that was looked at.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// What was looked at: `database`, `mail`.
    pub what: &'static str,
    /// How it stands.
    pub level: Level,
    /// In words.
    pub found: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cure: Option<String>,
}

impl Finding {
    fn good(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, level: Level::Good, found: found.into(), cure: None }
    }

    fn mind(what: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, level: Level::Mind, found: found.into(), cure: Some(cure.into()) }
    }

    fn wrong(what: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, level: Level::Wrong, found: found.into(), cure: Some(cure.into()) }
    }

    /// As one line, with a second one for the cure.
    #[must_use]
    pub fn line(&self) -> String {
        let sign = match self.level {
            Level::Good => '✓',
            Level::Mind => '!',
            Level::Wrong => '✗',
        };
        let cure = self.cure.as_ref().map_or(String::new(), |cure| format!("\n    → {cure}"));
        format!("{sign} {}: {}{cure}", self.what, self.found)
    }
}

/// Looks at everything; `full` also reads the whole journal and database.
pub async fn look(configuration: Result<Configuration, Error>, full: bool) -> Vec<Finding> {
    let configuration = match configuration {
        Ok(configuration) => configuration,
        Err(error) => return vec![Finding::wrong("settings", error.to_string(), "correct it; docs/settings.md lists every setting")],
    };
    let settings = &configuration.settings;
    let mut found = machine::look(&configuration);
    match build::open(settings, Tables::AsTheyAre).await {
        Ok(db) => {
            found.extend(database::look(settings, &db, full).await);
            db.close().await;
        }
        Err(error) if settings.database.is_some() => found.push(Finding::wrong(
            "database",
            crate::configuration::without_password(&error.to_string()),
            "check the address in `database`, that PostgreSQL runs, and that this machine may connect (pg_hba.conf)",
        )),
        Err(_) if !settings.data.join("samskab.db").exists() => found.push(Finding::mind(
            "database",
            format!("there is none in {} yet", settings.data.display()),
            "it is made when the server starts; if there should be one, check --data and --config",
        )),
        Err(error) => found.push(Finding::wrong("database", error.to_string(), "start the server once, or check --data and --config")),
    }
    found.extend(neighbours::look(settings).await);
    found
}
