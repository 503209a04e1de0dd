//! Signing in: passkeys, other providers, letters with codes, sessions; one person with several ways in.

use samskab_platform::desk::Desk;
use samskab_platform::tool::no_tick;

/// The desk.
pub const DESK: Desk = Desk {
    name: "ways_in",
    acts: &[],
    statements: &[],
    words: samskab_platform::words!("../../../../", "ways_in"),
    routes: axum::Router::new,
    personal: &[],
    admin: &[],
    account: &[],
    tick: no_tick,
    samples: |_, _| vec![],
};
