//! The program `samskab`.

use std::process::ExitCode;

use clap::Parser;
use samskab::commands::{Cli, run};

/// Pages are many small strings: this allocator makes them cheaper.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("samskab: {error}");
            ExitCode::from(2)
        }
    }
}
