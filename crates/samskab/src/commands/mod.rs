//! The command line: one file a command. Errors are one line on standard error — what is wrong, where, what to do — and
//! exit 2, or 78 where the settings are wrong.

mod backup;
mod config;
mod doctor;
mod health;
mod key;
mod migrate;
mod opinion;
mod place;
mod recipe;
mod restore;
mod serve;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use samskab_platform::{Error, Result};

pub use place::Place;

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
    Demo(serve::Demo),
    /// The server
    Serve(Place),
    /// Check an installation and say what to do: exit 0 only if nothing is wrong
    Doctor(doctor::Doctor),
    /// Whether the server of these settings is ready: exit 0 only if it is
    Health(Place),
    /// The settings in force, and where each comes from
    Config(config::Config),
    /// Sealed text: the master key, and what is wrapped under it
    Key {
        #[command(subcommand)]
        what: key::KeyCommand,
    },
    /// People: find, add, give and take municipal roles, let somebody in who is locked out
    User(user::User),
    /// Recipes
    Recipe {
        #[command(subcommand)]
        what: recipe::RecipeCommand,
    },
    /// Make the search index anew
    Reindex(Place),
    /// Back everything up into one file, while the server runs; verified after it is written
    Backup(backup::Backup),
    /// Bring a backup back, into an empty installation
    Restore(restore::Restore),
    /// Move everything to another database: SQLite to PostgreSQL, or back
    Migrate(migrate::Migrate),
    /// The opinion map's engine without a server
    Opinion {
        #[command(subcommand)]
        what: opinion::OpinionCommand,
    },
    /// Check what cannot be seen: exit 0 only if it holds
    Verify(verify::Verify),
}

/// Runs a command.
///
/// # Errors
/// With one line for standard error.
pub async fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Doctor(doctor) => return doctor.run().await,
        Command::Health(place) => return health::run(&place).await,
        Command::Demo(demo) => demo.run().await,
        Command::Serve(place) => serve::serve(&place).await,
        Command::Config(config) => config.run(),
        Command::Key { what } => what.run().await,
        Command::User(user) => user.run().await,
        Command::Recipe { what } => what.run(),
        Command::Reindex(place) => serve::reindex(&place).await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Migrate(migrate) => migrate.run().await,
        Command::Opinion { what } => what.run(),
        Command::Verify(verify) => verify.run().await,
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Prints, and is content when the reader has gone away (`| head`).
fn print(text: &str) -> Result<()> {
    use std::io::Write;
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::Startup(format!("cannot write: {e}"))),
        _ => Ok(()),
    }
}
