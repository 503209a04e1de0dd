//! All spaces at a glance, for those who answer for them: where each stands, what is next, what waits, what is late.
//! It holds no figures of its own: each tool says what it sees of a space ([`samskab_platform::tool::Glance`]).

mod pages;

use samskab_platform::desk::Desk;

/// The desk.
pub const DESK: Desk =
    Desk { name: "overview", words: samskab_platform::words!("../../../../", "overview"), routes: pages::routes, samples: pages::samples, ..Desk::NONE };
