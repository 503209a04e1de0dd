//! People and organisations: what is stored about me, how I am reached, import, helpers, making two persons one.

use samskab_platform::desk::Desk;
use samskab_platform::tool::no_tick;

/// The desk.
pub const DESK: Desk = Desk {
    name: "people",
    acts: &[],
    statements: &[],
    words: samskab_platform::words!("../../../../", "people"),
    routes: axum::Router::new,
    personal: &[],
    admin: &[],
    account: &[],
    tick: no_tick,
    samples: |_, _| vec![],
};
