//! What can be done at the desk. None of it is in the municipality's own journal, which everybody can read: what was opened stands in
//! the journal of the space itself.

use samskab_platform::access::{ActDef, Reach, Trace};
use samskab_platform::opening::TWO;

const fn act(name: &'static str) -> ActDef {
    ActDef { name, roles: TWO, reach: Reach::Roles, trace: Trace::Quiet }
}

/// Asking a colleague to open a sealed space together.
pub const ASK: ActDef = act("opening.ask");
/// Agreeing: it is opened.
pub const AGREE: ActDef = act("opening.agree");
/// Saying no.
pub const REFUSE: ActDef = act("opening.refuse");
/// Taking back what one has asked for.
pub const WITHDRAW: ActDef = act("opening.withdraw");
