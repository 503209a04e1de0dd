//! Settings: a TOML file, then the command line. Secrets may also stand in files of their own.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::outgoing::Outgoing;
use crate::provider::Provider;

/// How an installation is set up.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
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
    /// A gateway for text messages; missing: whoever wants text messages gets mail.
    pub text: Option<Text>,
    /// The file of the installation's own secret, which signs sign-in codes; missing: `secret.key` in the data folder. Nodes
    /// that share a database must share it.
    pub secret_file: Option<PathBuf>,
    /// What is written about how it runs.
    pub log: Log,
    /// Figures for Prometheus.
    pub metrics: Metrics,
    /// Backups.
    pub backup: Backup,
    /// How often one may ask.
    pub limits: Limits,
    /// Connections to other servers.
    pub outgoing: Outgoing,
    /// How people sign in.
    pub sign_in: SignIn,
    /// Providers of sign-in by OpenID Connect, each as `[[provider]]`.
    pub provider: Vec<Provider>,
    /// Files that people put into spaces.
    pub files: Files,
    /// Sealed text: what is written in sealed spaces.
    pub sealed: Sealed,
    /// The demonstration municipality. Only the `demo` command sets it.
    #[serde(skip)]
    pub demo: bool,
}

/// A mail server.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

/// What is written on standard error about how it runs.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// For people, or one JSON object a line for a log collector; JSON has a line for every request. Neither holds personal data.
    pub format: LogFormat,
    /// What is written: `error`, `warn`, `info` or `debug`, also for one part of the program: `info,sqlx=warn`.
    pub filter: String,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info,sqlx=warn".to_owned() }
    }
}

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Figures for Prometheus, on a listener of their own.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Metrics {
    /// Where, for example `127.0.0.1:9464`; missing: none. Whoever reaches it can read the figures; it holds no personal data.
    pub listen: Option<SocketAddr>,
}

/// Backups.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Backup {
    /// Public keys of `age` (`age1…`) that backups are encrypted to. The private keys belong on another machine.
    pub recipients: Vec<String>,
    /// The folder where `samskab doctor` looks for the latest backup.
    pub folder: Option<PathBuf>,
}

/// How people sign in.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SignIn {
    /// Days until an invitation's link no longer works; whoever comes later can ask for a new one.
    pub invitation_days: i64,
    /// Days a session lasts on a browser.
    pub session_days: i64,
}

impl Default for SignIn {
    fn default() -> Self {
        Self { invitation_days: 30, session_days: 30 }
    }
}

/// Files that people put into spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    /// The largest file, in megabytes (a million bytes); 1 to 200.
    pub max_mb: u64,
    /// How many files a space can hold.
    pub per_space: i64,
    /// The folder they lie in; missing: `files` in the data folder. Nodes that share a database must share it too, or use `files.s3`.
    pub folder: Option<PathBuf>,
    /// Missing: files lie in the folder.
    pub s3: Option<S3>,
}

impl Default for Files {
    fn default() -> Self {
        Self { max_mb: 20, per_space: 500, folder: None, s3: None }
    }
}

/// Storage for files that speaks the S3 protocol: Ceph, MinIO, Garage, a hosting company's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// Its address: `https://storage.example.dk`. It may stand on an inner network; it need not be listed in `outgoing.allow`.
    pub endpoint: String,
    /// The bucket. It must be there already, and hold nothing else.
    pub bucket: String,
    /// The region; `us-east-1` where the storage has none.
    #[serde(default = "S3::region")]
    pub region: String,
    /// The account.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: Option<String>,
    /// A file that holds the secret.
    pub secret_access_key_file: Option<PathBuf>,
    /// Whether the bucket stands in the path (`https://storage.example.dk/bucket/…`) or before the name of the server.
    #[serde(default = "S3::path_style")]
    pub path_style: bool,
    /// Whether a server that is not this machine may be asked without TLS. Then everyone on the way can read the files.
    #[serde(default)]
    pub allow_http: bool,
}

impl S3 {
    fn region() -> String {
        "us-east-1".to_owned()
    }

    fn path_style() -> bool {
        true
    }
}

/// Sealed text: the master key, under which the keys of sealed spaces are wrapped. It must never lie where the database or its backups
/// lie. 32 bytes, written as base64 or hex; `samskab key new FILE` writes one. Without these settings a systemd credential named
/// `samskab-master-key` is used; beside the embedded database a key is made in the data folder (`master.key`) when it is first needed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sealed {
    /// The master key.
    #[schemars(with = "Option<String>")]
    pub master_key: Option<Secret>,
    /// A file that holds the master key. Nodes that share a database must share the key.
    pub master_key_file: Option<PathBuf>,
    /// The master key before this one, while it is changed; `samskab key rotate` makes it needless.
    #[schemars(with = "Option<String>")]
    pub previous_key: Option<Secret>,
    /// A file that holds the master key before this one.
    pub previous_key_file: Option<PathBuf>,
}

/// A secret in the settings: it is never printed, and its memory is overwritten after.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// A secret.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The secret itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("***")
    }
}

/// A gateway that takes text messages over HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Its address. On an inner network, or without TLS, it must also be listed in `outgoing.allow`.
    pub url: String,
    /// How it is asked.
    #[serde(default = "Text::post")]
    pub method: String,
    /// The header that holds the token, for example `Authorization` or `X-Api-Key`.
    pub header: Option<String>,
    /// What stands in that header, for example `Bearer …`.
    pub token: Option<String>,
    /// A file that holds it.
    pub token_file: Option<PathBuf>,
    /// Whether the body is JSON or a form.
    #[serde(default)]
    pub kind: BodyKind,
    /// The body, with `{to}` (the number as `+4520123456`), `{text}`, `{from}` and `{id}` (the same at every try) in it. Values
    /// are escaped; for JSON, write the quotes around them.
    #[serde(default = "Text::template")]
    pub body: String,
    /// The sender that is shown: a number, or at most eleven letters.
    pub from: String,
    /// A field of the JSON answer that says whether the message was taken, with dots: `messages.0.status`. Missing: the
    /// status of the answer is enough.
    pub success_field: Option<String>,
    /// What that field must hold; missing: anything but `null` and `false`.
    pub success_value: Option<String>,
}

impl Text {
    fn post() -> String {
        "POST".to_owned()
    }

    fn template() -> String {
        r#"{"to": "{to}", "from": "{from}", "text": "{text}", "id": "{id}"}"#.to_owned()
    }

    /// One for tests and examples.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            url: "https://sms.example/send".to_owned(),
            method: Self::post(),
            header: None,
            token: None,
            token_file: None,
            kind: BodyKind::Json,
            body: Self::template(),
            from: "Kommunen".to_owned(),
            success_field: None,
            success_value: None,
        }
    }
}

/// How a request's body is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum BodyKind {
    /// JSON.
    #[default]
    Json,
    /// As a form in a browser sends it.
    Form,
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
            text: None,
            secret_file: None,
            log: Log::default(),
            metrics: Metrics::default(),
            backup: Backup::default(),
            limits: Limits::default(),
            outgoing: Outgoing::default(),
            files: Files::default(),
            sealed: Sealed::default(),
            sign_in: SignIn::default(),
            provider: vec![],
            demo: false,
        }
    }
}

impl Settings {
    /// What the file, the environment and the command line say becomes settings: secrets that stand in files of their own
    /// are read, and what only makes sense together is checked.
    ///
    /// # Errors
    /// [`Error::Startup`] with what is wrong and what to do.
    pub fn settle(mut self) -> Result<Self> {
        let settings = &mut self;
        if let Some(mail) = &mut settings.mail
            && let Some(file) = &mail.password_file
        {
            let secret = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read mail.password_file {}: {e}", file.display())))?;
            mail.password = Some(secret.trim_end().to_owned());
        }
        if let Some(text) = &mut settings.text
            && let Some(file) = &text.token_file
        {
            let secret = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read text.token_file {}: {e}", file.display())))?;
            text.token = Some(secret.trim_end().to_owned());
        }
        settings.provider.iter_mut().try_for_each(Provider::settle)?;
        Ok(self)
    }

    /// Whether people reach it over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Where the installation's own secret is.
    #[must_use]
    pub fn secret_path(&self) -> PathBuf {
        self.secret_file.clone().unwrap_or_else(|| self.data.join("secret.key"))
    }

    /// Where the master key of sealed text is, when no setting and no credential gives one.
    #[must_use]
    pub fn master_path(&self) -> PathBuf {
        self.data.join("master.key")
    }

    /// The installation's own secret (it signs sign-in codes), made in the data folder when it is first needed.
    ///
    /// # Errors
    /// [`Error::Startup`] when it can neither be read nor written.
    pub fn secret(&self, clock: &Clock) -> Result<Vec<u8>> {
        let file = self.secret_path();
        let wrong = |e: std::io::Error| Error::Startup(format!("the secret key {}: {e}", file.display()));
        match std::fs::read(&file) {
            Ok(secret) if secret.len() >= 32 => Ok(secret),
            Ok(_) => Err(Error::Startup(format!("the secret key {} is too short: restore it from the backup, or remove it to make a new one", file.display()))),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let secret = clock.token().into_bytes();
                if let Some(folder) = file.parent() {
                    std::fs::create_dir_all(folder).map_err(wrong)?;
                }
                write_private(&file, &secret).map_err(wrong)?;
                Ok(secret)
            }
            Err(e) => Err(wrong(e)),
        }
    }
}

/// Writes a file that only its owner can read; it must not be there yet.
///
/// # Errors
/// When it is there, or cannot be written.
pub fn write_private(file: &Path, secret: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(secret)?;
    file.sync_all()
}
