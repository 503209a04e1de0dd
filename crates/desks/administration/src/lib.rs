//! Administration, arranged by what an administrator wants to do.

use samskab_platform::desk::Desk;
use samskab_platform::tool::no_tick;

/// The desk.
pub const DESK: Desk = Desk {
    name: "administration",
    acts: &[],
    statements: &[],
    words: samskab_platform::words!("../../../../", "administration"),
    routes: axum::Router::new,
    personal: &[],
    admin: &[],
    account: &[],
    tick: no_tick,
    samples: |_, _| vec![],
};
