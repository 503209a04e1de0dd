//! What can be done at this desk.

use samskab_platform::access::{ActDef, Reach, Role, Trace};

/// Those who administer.
pub(crate) const ADMINISTRATOR: &[Role] = &[Role::Administrator];
/// Those who administer, and those who keep the spaces running.
pub(crate) const BOTH: &[Role] = &[Role::Administrator, Role::Secretary];

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $verb:literal, $roles:expr, $trace:ident;)*) => {
        $($(#[$doc])* pub const $name: ActDef = ActDef { name: $verb, roles: $roles, reach: Reach::Roles, trace: Trace::$trace };)*
        /// All of them.
        pub(crate) const ALL: &[&ActDef] = &[$(&$name),*];
    };
}

acts! {
    /// Becoming the first administrator, by the link the program printed.
    BEGIN = "administration.begin", &[], Journal;
    /// Leaving a step of getting started out, or taking it up again; looking at the recipes; sending a test mail.
    STEP = "administration.step", ADMINISTRATOR, Quiet;
    /// Choosing name, contact, logo and colours.
    LOOK = "administration.look", ADMINISTRATOR, Journal;
    /// Choosing what things are called.
    LABEL = "administration.label", ADMINISTRATOR, Journal;
    /// Asking for the journal to be checked, and checking it.
    CHECK = "administration.check", ADMINISTRATOR, Quiet;
    /// Taking a copy of the journal.
    EXPORT = "administration.export", ADMINISTRATOR, Journal;
    /// Choosing how long something is kept.
    RULE = "administration.rule", ADMINISTRATOR, Journal;
    /// Removing what the rules say.
    REMOVE = "administration.remove", &[], Journal;
    /// Setting a legal hold.
    HOLD = "administration.hold", ADMINISTRATOR, Journal;
    /// Ending one before its time.
    LIFT = "administration.lift", ADMINISTRATOR, Journal;
    /// Writing in the record of processing: why, on which legal basis, who receives it.
    DESCRIBE = "administration.describe", ADMINISTRATOR, Journal;
    /// Writing the accessibility statement.
    STATE = "administration.state", BOTH, Journal;
}
