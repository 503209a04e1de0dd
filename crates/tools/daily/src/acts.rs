//! What can be done in the everyday of a house. What is private or comes many times a day is quiet; the day's result is told.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

const fn quiet(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Quiet }
}

const fn own(name: &'static str) -> ActDef {
    ActDef { name, roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet }
}

/// Those who run the house: the employees, the chair and the board.
pub(crate) const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board];

/// Those who carry its everyday: also the volunteers.
pub(crate) const CARRIES: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Board, Role::Treasurer, Role::Volunteer];

/// Opening a screen in the hall.
pub const OPEN_SCREEN: ActDef = journalled("daily.open_screen", RUNS);
/// Closing it: from then on it can do nothing.
pub const CLOSE_SCREEN: ActDef = journalled("daily.close_screen", RUNS);
/// Typing the code on the screen itself: the code opens it, not a role.
pub const PAIR: ActDef = quiet("daily.pair", &[]);
/// Coming to the house: a screen in the hall does it.
pub const CHECK_IN: ActDef = quiet("daily.check_in", &[]);
/// Writing down who comes to the house, and which card is whose.
pub const ENROL: ActDef = quiet("daily.enrol", RUNS);
/// Saying yes or no to standing on the kiosk.
pub const STAND: ActDef = own("daily.stand");
/// Counting by hand.
pub const COUNT: ActDef = quiet("daily.count", CARRIES);
/// The day's number, told by the program after midnight.
pub const TELL_COUNT: ActDef = journalled("daily.tell_count", &[]);
/// Choosing how long names are kept.
pub const KEEP: ActDef = journalled("daily.keep", RUNS);
/// Deleting the names that have been kept long enough, and incidents after their time; the program does it.
pub const FORGET: ActDef = quiet("daily.forget", &[]);
/// Writing on the screen in the hall, and taking it down again.
pub const MESSAGE: ActDef = journalled("daily.message", CARRIES);
/// Saying who opens, is house steward and closes.
pub const DUTY: ActDef = quiet("daily.duty", RUNS);
/// Taking a duty nobody has, or one that one was asked to take; asking somebody to take one's own.
pub const SWAP: ActDef = quiet("daily.swap", CARRIES);
/// The register of keys.
pub const KEY: ActDef = quiet("daily.key", RUNS);
/// Saying that one has a key.
pub const AGREE: ActDef = own("daily.agree");
/// Whom to ring for what.
pub const CONTACT: ActDef = quiet("daily.contact", RUNS);
/// Writing down what happened.
pub const INCIDENT: ActDef = quiet("daily.incident", CARRIES);
/// Reading what happened, and saying what was done.
pub const FOLLOW: ActDef = quiet("daily.follow", RUNS);
/// Writing the house rules.
pub const RULES: ActDef = journalled("daily.rules", RUNS);

/// All of them.
pub const ACTS: &[&ActDef] = &[
    &OPEN_SCREEN,
    &CLOSE_SCREEN,
    &PAIR,
    &CHECK_IN,
    &ENROL,
    &STAND,
    &COUNT,
    &TELL_COUNT,
    &KEEP,
    &FORGET,
    &MESSAGE,
    &DUTY,
    &SWAP,
    &KEY,
    &AGREE,
    &CONTACT,
    &INCIDENT,
    &FOLLOW,
    &RULES,
];
