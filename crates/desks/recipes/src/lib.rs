//! Recipes: listed, copied, edited with preview, exported and imported.

use samskab_platform::desk::Desk;
use samskab_platform::tool::no_tick;

/// The desk.
pub const DESK: Desk = Desk {
    name: "recipes",
    acts: &[],
    statements: &[],
    words: samskab_platform::words!("../../../../", "recipes"),
    routes: axum::Router::new,
    personal: &[],
    admin: &[],
    account: &[],
    tick: no_tick,
    samples: |_, _| vec![],
};
