//! `samskab serve` and `samskab demo`: the server.

use clap::Args;
use samskab_platform::clock::Clock;
use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result, presence};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::{Place, print};
use crate::{build, demo, logging, server};

/// The demonstration.
#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    place: Place,
    /// Fill a municipality as large as they come, to measure with, and stop when it is filled
    #[arg(long)]
    scale: bool,
    /// Let everybody put the clock ahead (`POST /ur` with `to=2027-05-01T09:00:00Z`): to see what happens when a deadline passes
    #[arg(long, conflicts_with = "scale")]
    movable_clock: bool,
    /// Its people
    #[arg(long, requires = "scale", default_value_t = 50_000)]
    people: usize,
    /// Its spaces
    #[arg(long, requires = "scale", default_value_t = 2_000)]
    spaces: usize,
    /// The entries of its journals
    #[arg(long, requires = "scale", default_value_t = 500_000)]
    entries: usize,
    /// The recommendations of each space that has come so far
    #[arg(long, requires = "scale", default_value_t = 3)]
    recommendations: usize,
}

impl Demo {
    /// Serves it, and fills the database first where that is empty.
    ///
    /// # Errors
    /// What keeps it from starting.
    pub async fn run(self) -> Result<()> {
        let mut settings = self.place.settings()?;
        settings.demo = true;
        logging::start(&settings);
        let listener = listen(&settings).await?;
        let presence = presence::here(&settings).await?;
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
        let clock = if self.movable_clock { Clock::movable() } else { Clock::system() };
        let app = build::app(settings, db, clock, CancellationToken::new()).await?;
        if self.scale {
            let size = demo::scale::Size { people: self.people, spaces: self.spaces, entries: self.entries, recommendations: self.recommendations };
            return demo::scale::fill(&app, size).await;
        }
        println!("\n  Samskab, demonstration of a municipality with fictional people:\n\n    {address}\n");
        println!("  At the top of every page you choose who to be: secretary, facilitator, citizen, politician or doer.");
        println!("  All mail is in the mailbox: {address}/postkasse");
        println!("  Stop with Ctrl-C; `samskab demo` goes on where you left. Start afresh by removing the data folder.\n");
        let served = server::serve(app, listener).await;
        drop(presence);
        served
    }
}

async fn listen(settings: &Settings) -> Result<TcpListener> {
    TcpListener::bind(settings.listen)
        .await
        .map_err(|e| Error::Startup(format!("cannot listen on {}: {e}; choose another with --listen ADDRESS:PORT", settings.listen)))
}

/// Serves an installation.
///
/// # Errors
/// What keeps it from starting.
pub async fn serve(place: &Place) -> Result<()> {
    let configuration = place.configuration()?;
    let settings = configuration.settings;
    logging::start(&settings);
    for note in &configuration.notes {
        tracing::warn!("{note}");
    }
    let listener = listen(&settings).await?;
    let presence = presence::here(&settings).await?;
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
    if let Some(link) = samskab_administration::setup::offer(&app).await? {
        println!("Nobody administers this installation yet. Become the first administrator here, within 24 hours:\n\n    {link}\n");
    }
    let served = server::serve(app, listener).await;
    drop(presence);
    served
}

/// Makes the search index anew.
///
/// # Errors
/// When the database fails.
pub async fn reindex(place: &Place) -> Result<()> {
    let (settings, db) = place.existing().await?;
    let app = build::app(settings, db, Clock::system(), CancellationToken::new()).await?;
    let documents = samskab_platform::search::reindex_all(&app).await?;
    app.db.close().await;
    print(&format!("The search index is made anew: {documents} documents."))
}
