//! Records: everything of a space as one archive, for filing in a records system. It knows nothing of what tools do: each gives what
//! of it is kept for good ([`samskab_platform::tool::Tool::records`]), and this desk sets it on paper, puts it in order and seals it.

mod acts;
mod archive;
mod check;
mod gather;
mod index;
mod names;
mod pages;
mod samples;
mod sink;
mod store;

pub use check::{Report, check};
pub use index::{Access, Document, Index, JournalFile};
pub use names::safe;

use samskab_platform::desk::Desk;

/// The desk.
pub const DESK: Desk = Desk {
    name: "records",
    acts: &[&acts::SEAL],
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "records"),
    routes: pages::routes,
    samples: samples::samples,
    ..Desk::NONE
};
