//! Which installation a command is about.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use samskab_platform::db::{Database, Tables};
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};
use toml::Value;

use crate::build;
use crate::configuration::{Configuration, Sources};

/// The installation: its settings file, and what stands above it.
#[derive(Args, Clone, Debug, Default)]
pub struct Place {
    /// The settings file (TOML; see docs/settings.md)
    #[arg(long, global = true, env = "SAMSKAB_CONFIG")]
    config: Option<PathBuf>,
    /// Where to listen, for example 127.0.0.1:8080
    #[arg(long, global = true)]
    listen: Option<SocketAddr>,
    /// The folder of the embedded database
    #[arg(long, global = true)]
    data: Option<PathBuf>,
    /// A postgres:// address instead of the embedded database
    #[arg(long, global = true)]
    database: Option<String>,
    /// The address people reach it by, for links in mails
    #[arg(long, global = true)]
    base_url: Option<String>,
}

impl Place {
    /// The settings, and where each comes from.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn configuration(&self) -> Result<Configuration> {
        let mut options = vec![];
        let mut say = |path, option, value: Option<String>| options.extend(value.map(|v| (path, option, Value::from(v))));
        say("listen", "--listen", self.listen.map(|l| l.to_string()));
        say("data", "--data", self.data.as_ref().map(|d| d.to_string_lossy().into_owned()));
        say("database", "--database", self.database.clone());
        say("base_url", "--base-url", self.base_url.as_ref().map(|b| b.trim_end_matches('/').to_owned()));
        let environment = std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))).collect();
        let mut configuration =
            Configuration::read(&Sources { file: self.config.clone(), environment, options }).map_err(|e| Error::Settings(e.to_string()))?;
        let settings = &mut configuration.settings;
        if configuration.origins.contains_key("listen") && self.config.is_none() && !configuration.origins.contains_key("base_url") {
            settings.base_url = format!("http://{}", settings.listen);
        }
        Ok(configuration)
    }

    /// The settings.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn settings(&self) -> Result<Settings> {
        Ok(self.configuration()?.settings)
    }

    /// The database as it is: it must be there, and nothing in it is changed.
    ///
    /// # Errors
    /// [`Error::Startup`] where there is none.
    pub async fn existing(&self) -> Result<(Settings, Database)> {
        let settings = self.settings()?;
        let db = build::open(&settings, Tables::AsTheyAre).await?;
        Ok((settings, db))
    }
}
