//! The program `samskab`.

use std::process::ExitCode;

use clap::Parser;
use samskab::commands::{Cli, run};
use samskab_platform::Error;

/// Pages are many small strings: this allocator makes them cheaper.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("samskab: {error}");
            // EX_CONFIG of BSD's sysexits.h: the unit does not start again what cannot start.
            ExitCode::from(if matches!(error, Error::Settings(_)) { 78 } else { 2 })
        }
    }
}
