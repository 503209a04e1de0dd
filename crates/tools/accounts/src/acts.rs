//! What can be done with the accounts, and by whom.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};

/// Those who answer for the money.
const BOARD: &[Role] = &[Role::Chair, Role::Board, Role::Treasurer];
const TREASURER: &[Role] = &[Role::Treasurer];
/// Those who stand at the counter.
const COUNTER: &[Role] = &[Role::Treasurer, Role::Chair, Role::Board, Role::Facilitator, Role::Volunteer];
/// Those who look through the books: the board, and the municipality that gives the subsidy.
const READERS: &[Role] = &[Role::Treasurer, Role::Chair, Role::Board, Role::Counterpart, Role::Secretary];

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Reading the books; nothing else comes with it.
pub const READ: ActDef = ActDef { name: "accounts.read", roles: READERS, reach: Reach::Roles, trace: Trace::Quiet };
/// Writing an entry, or the one that takes it back. The journal holds its number, never what it was for.
pub const ENTER: ActDef = journalled("accounts.enter", TREASURER);
/// Taking fees at the counter: many a day, one entry for each kind.
pub const SELL: ActDef = ActDef { name: "accounts.sell", roles: COUNTER, reach: Reach::Roles, trace: Trace::Quiet };
/// Changing the list of accounts and of fees.
pub const ARRANGE: ActDef = journalled("accounts.arrange", TREASURER);
/// Closing a month: what is counted against what the book says.
pub const CLOSE: ActDef = journalled("accounts.close", TREASURER);
/// Writing the budget of a year.
pub const BUDGET: ActDef = journalled("accounts.budget", BOARD);
/// Setting money aside for activities.
pub const ALLOT: ActDef = journalled("accounts.allot", BOARD);
/// Applying for some of it: whoever has signed in and sees the house.
pub const APPLY: ActDef = ActDef { name: "accounts.apply", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet };
/// Deciding an application.
pub const DECIDE: ActDef = journalled("accounts.decide", BOARD);
/// Paying out what was granted.
pub const PAY_OUT: ActDef = journalled("accounts.pay_out", TREASURER);
/// Telling what it was spent on: whoever applied.
pub const REPORT: ActDef = ActDef { name: "accounts.report", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet };

/// All of them.
pub const ALL: &[&ActDef] = &[&READ, &ENTER, &SELL, &ARRANGE, &CLOSE, &BUDGET, &ALLOT, &APPLY, &DECIDE, &PAY_OUT, &REPORT];
