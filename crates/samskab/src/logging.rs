//! The log: on standard error, for people or as JSON. It holds no personal data: no addresses of pages as they were asked
//! for, no network addresses, no names.

use std::io::IsTerminal;

use samskab_platform::settings::{LogFormat, Settings};
use tracing_subscriber::EnvFilter;

/// Starts the log of a server. A second start changes nothing.
pub fn start(settings: &Settings) {
    let filter = EnvFilter::try_new(&settings.log.filter).unwrap_or_else(|error| {
        eprintln!("samskab: log.filter '{}' is not understood ({error}); logging as with 'info'", settings.log.filter);
        EnvFilter::new("info")
    });
    // Colours are for a terminal; in systemd's journal or a file they would be noise.
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    // Already started: tests run several servers in one process.
    let _ = match settings.log.format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
    };
}
