//! Settings: a TOML file, then the command line. Secrets may also stand in files of their own.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::clock::Clock;
use crate::error::{Error, Result};

/// How an installation is set up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The folder of the embedded database and of what the installation keeps beside it.
    pub data: PathBuf,
    /// A `postgres://` address; missing: the embedded database.
    pub database: Option<String>,
    /// The address people reach it by, without a slash at the end: stands in mails, and decides whether cookies are `Secure`.
    pub base_url: String,
    /// The name of the municipality, when a database is filled for the first time.
    pub municipality: String,
    /// The address of the first administrator and council secretary, when a database is filled for the first time.
    pub administrator: Option<String>,
    /// Where people can write about the program.
    pub contact: String,
    /// Folder with more recipes; missing: the ones that came with the program.
    pub recipes: Option<PathBuf>,
    /// Missing: mail waits in the outbox.
    pub mail: Option<Smtp>,
    /// The demonstration municipality. Only the `demo` command sets it.
    #[serde(skip)]
    pub demo: bool,
}

/// A mail server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port; missing: 465 (tls), 587 (starttls), 25 (none).
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub security: Security,
    /// The account, if it asks for one.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<String>,
    /// A file that holds the password.
    pub password_file: Option<PathBuf>,
    /// The sender: `Prøveby Kommune <samskab@example.dk>`.
    pub from: String,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte.
    #[default]
    Tls,
    /// TLS after STARTTLS.
    StartTls,
    /// None: only for a server on the same machine.
    None,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            database: None,
            base_url: "http://127.0.0.1:8080".to_owned(),
            municipality: "Kommunen".to_owned(),
            administrator: None,
            contact: String::new(),
            recipes: None,
            mail: None,
            demo: false,
        }
    }
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// [`Error::Startup`] with file, line and what to do.
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read the settings file {}: {e}", file.display())))?;
        let mut settings: Settings = toml::from_str(&text).map_err(|e| {
            let line = e.span().map_or(1, |s| text[..s.start.min(text.len())].lines().count().max(1));
            Error::Startup(format!("{}, line {line}: {}; docs/settings.md lists what can stand there", file.display(), e.message()))
        })?;
        if let Some(mail) = &mut settings.mail
            && let Some(file) = &mail.password_file
        {
            let secret = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read mail.password_file {}: {e}", file.display())))?;
            mail.password = Some(secret.trim_end().to_owned());
        }
        Ok(settings)
    }

    /// Whether people reach it over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The installation's own secret (it signs sign-in codes), made in the data folder when it is first needed.
    ///
    /// # Errors
    /// [`Error::Startup`] when it can neither be read nor written.
    pub fn secret(&self, clock: &Clock) -> Result<Vec<u8>> {
        let file = self.data.join("secret.key");
        let wrong = |e: std::io::Error| Error::Startup(format!("the secret key {}: {e}", file.display()));
        match std::fs::read(&file) {
            Ok(secret) if secret.len() >= 32 => Ok(secret),
            Ok(_) => Err(Error::Startup(format!("the secret key {} is too short: restore it from the backup, or remove it to make a new one", file.display()))),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let secret = clock.token().into_bytes();
                std::fs::create_dir_all(&self.data).map_err(wrong)?;
                write_private(&file, &secret).map_err(wrong)?;
                Ok(secret)
            }
            Err(e) => Err(wrong(e)),
        }
    }
}

fn write_private(file: &Path, secret: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?.write_all(secret)
}
