//! The program `samskab`.

use std::process::ExitCode;

use clap::Parser;
use samskab::commands::{Cli, run};
use tracing_subscriber::EnvFilter;

/// Pages are many small strings: this allocator makes them cheaper.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_env("SAMSKAB_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("samskab: {error}");
            ExitCode::from(2)
        }
    }
}
