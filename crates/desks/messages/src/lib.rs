//! Messages: digests, leaving a list with one click, the outbox, text messages, letters and phone lists.

use samskab_platform::desk::Desk;
use samskab_platform::tool::no_tick;

/// The desk.
pub const DESK: Desk = Desk {
    name: "messages",
    acts: &[],
    statements: &[],
    words: samskab_platform::words!("../../../../", "messages"),
    routes: axum::Router::new,
    personal: &[],
    admin: &[],
    account: &[],
    tick: no_tick,
    samples: |_, _| vec![],
};
