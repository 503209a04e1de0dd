//! The command line. Errors are one line on standard error — what is wrong, where, what to do — and exit 2.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use samskab_opinion::{OpinionMap, Options, opinion_map, polis_csv};
use samskab_platform::clock::Clock;
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result, journal};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{build, demo, server};

/// Samskab: citizens, politicians and staff of a municipality make welfare together.
#[derive(Parser)]
#[command(name = "samskab", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The server with the demonstration municipality: fictional people, a mailbox everyone can read
    Demo(Place),
    /// The server
    Serve(Place),
    /// The opinion map's engine without a server
    Opinion {
        #[command(subcommand)]
        what: OpinionCommand,
    },
    /// Check what cannot be seen: exit 0 only if it holds
    Verify {
        #[command(subcommand)]
        what: VerifyCommand,
    },
}

#[derive(Args, Clone)]
struct Place {
    /// The settings file (TOML; see docs/settings.md)
    #[arg(long)]
    config: Option<PathBuf>,
    /// Where to listen, for example 127.0.0.1:8080
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The folder of the embedded database
    #[arg(long)]
    data: Option<PathBuf>,
    /// A postgres:// address instead of the embedded database
    #[arg(long, env = "SAMSKAB_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// The address people reach it by, for links in mails
    #[arg(long)]
    base_url: Option<String>,
}

#[derive(Subcommand)]
enum OpinionCommand {
    /// The map of a Polis export: DIR holds votes.csv and, if there is one, comments.csv
    Map {
        /// The folder
        dir: PathBuf,
        /// Print the whole map as JSON (docs/formats.md)
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum VerifyCommand {
    /// Every hash chain of the journal
    Journal(Place),
}

impl Place {
    fn settings(&self, demo: bool) -> Result<Settings> {
        let mut settings = match &self.config {
            Some(file) => Settings::read(file)?,
            None => Settings::default(),
        };
        if let Some(listen) = self.listen {
            settings.listen = listen;
            if self.base_url.is_none() && self.config.is_none() {
                settings.base_url = format!("http://{listen}");
            }
        }
        if let Some(data) = &self.data {
            settings.data.clone_from(data);
        }
        if self.database.is_some() {
            settings.database.clone_from(&self.database);
        }
        if let Some(base_url) = &self.base_url {
            settings.base_url = base_url.trim_end_matches('/').to_owned();
        }
        settings.demo = demo;
        Ok(settings)
    }
}

/// Runs a command.
///
/// # Errors
/// With one line for standard error.
pub async fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Command::Demo(place) => demo(place.settings(true)?).await,
        Command::Serve(place) => serve(place.settings(false)?).await,
        Command::Opinion { what: OpinionCommand::Map { dir, json } } => map(&dir, json),
        Command::Verify { what: VerifyCommand::Journal(place) } => verify(place.settings(false)?).await,
    }
}

async fn listen(settings: &Settings) -> Result<TcpListener> {
    TcpListener::bind(settings.listen)
        .await
        .map_err(|e| Error::Startup(format!("cannot listen on {}: {e}; choose another with --listen ADDRESS:PORT", settings.listen)))
}

async fn demo(settings: Settings) -> Result<()> {
    let listener = listen(&settings).await?;
    let db = build::database(&settings).await?;
    if demo::is_empty(&db).await? {
        println!("Filling the database with the demonstration municipality …");
        demo::fill(&db, &settings, Clock::system().now()).await?;
    } else if !demo::is_demonstration(&db).await? {
        return Err(Error::Startup(
            "this database holds a real installation: the demonstration needs one of its own; give another with --data FOLDER".to_owned(),
        ));
    }
    let address = settings.base_url.clone();
    let app = build::app(settings, db, Clock::system(), CancellationToken::new()).await?;
    println!("\n  Samskab, demonstration of a municipality with fictional people:\n\n    {address}\n");
    println!("  At the top of every page you choose who to be: secretary, facilitator, citizen, politician or doer.");
    println!("  All mail is in the mailbox: {address}/postkasse");
    println!("  Stop with Ctrl-C; `samskab demo` goes on where you left. Start afresh by removing the data folder.\n");
    server::serve(app, listener).await
}

async fn serve(settings: Settings) -> Result<()> {
    let listener = listen(&settings).await?;
    let db = build::database(&settings).await?;
    if demo::is_demonstration(&db).await? {
        return Err(Error::Startup(
            "this database holds the demonstration, where everyone can be anyone: serve it with `samskab demo`, or give another with --data FOLDER".to_owned(),
        ));
    }
    if settings.mail.is_none() {
        tracing::warn!("no [mail] in the settings: mail, also sign-in codes, waits in the outbox");
    }
    let address = settings.base_url.clone();
    let app = build::app(settings, db, Clock::system(), CancellationToken::new()).await?;
    println!("Samskab serves {address}");
    server::serve(app, listener).await
}

fn map(dir: &std::path::Path, json: bool) -> Result<()> {
    let conversation = polis_csv::read_dir(dir).map_err(|e| Error::Startup(first_problem(&e.problems)))?;
    let map = opinion_map(&conversation, &Options::default());
    if json {
        let text = serde_json::to_string_pretty(&map)?;
        return print(&text);
    }
    print(&in_words(&map))
}

/// The first problem, in one line, and how many more there are.
fn first_problem(problems: &[polis_csv::Problem]) -> String {
    match problems {
        [] => "the folder could not be read".to_owned(),
        [only] => only.to_string(),
        [first, rest @ ..] => format!("{first} (and {} more)", rest.len()),
    }
}

/// Prints, and is content when the reader has gone away (`| head`).
fn print(text: &str) -> Result<()> {
    use std::io::Write;
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::Startup(format!("cannot write: {e}"))),
        _ => Ok(()),
    }
}

fn in_words(map: &OpinionMap) -> String {
    let mut out =
        format!("{} participants, {} statements, {} votes; {} voted enough to be grouped.\n", map.participants, map.statements, map.votes, map.grouped);
    if !map.stable {
        out.push_str("No stable groups: what follows is what was found, but it does not hold when votes are dropped.\n");
    }
    for group in &map.groups {
        out.push_str(&format!("\n{} ({} people)\n", group.label, group.size));
        for r in &group.representative {
            out.push_str(&format!("  {:?} {:>3.0} %  {}\n", r.direction, r.share * 100.0, r.text));
        }
    }
    out.push_str("\nWhat unites them:\n");
    for c in &map.consensus {
        out.push_str(&format!("  {:?} {:>3.0} %  {}\n", c.direction, c.share * 100.0, c.text));
    }
    out
}

async fn verify(settings: Settings) -> Result<()> {
    if settings.database.is_none() && !settings.data.join("samskab.db").exists() {
        return Err(Error::Startup(format!("there is no database in {}: give its folder with --data, or --database ADDRESS", settings.data.display())));
    }
    let db = build::database(&settings).await?;
    let report = journal::verify(&mut db.read().await?).await?;
    if report.faults.is_empty() {
        return print(&format!("The journal holds: {} entries in {} spaces, {} with an erased payload.", report.entries, report.spaces, report.erased));
    }
    let faults: Vec<String> = report.faults.iter().map(|f| format!("space '{}', entry {}: {}", f.space, f.seq, f.what)).collect();
    Err(Error::Startup(format!("the journal does not hold: {}; restore the database from a backup and compare", faults.join("; "))))
}
