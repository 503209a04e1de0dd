//! What can be done with the association, and by whom.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};

/// Those the members have elected.
pub const BOARD: &[Role] = &[Role::Chair, Role::Board, Role::Treasurer];
const CHAIR: &[Role] = &[Role::Chair];
const BOARD_AND_SECRETARY: &[Role] = &[Role::Chair, Role::Board, Role::Treasurer, Role::Secretary];
const CHAIR_AND_SECRETARY: &[Role] = &[Role::Chair, Role::Secretary];
/// Of those the secretary has named, a part of the municipality in the house is asked for too: see [`crate::model::answers`].
const BOTH_SIDES: &[Role] = &[Role::Chair, Role::Secretary, Role::Council, Role::Counterpart];

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

const fn quiet(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Quiet }
}

/// Writing down what the bylaws say that the program reckons with.
pub const SETTLE: ActDef = journalled("association.settle", BOARD);
/// Asking to become a member. Who does is the board's business and nobody else's: it leaves no trace.
pub const ASK: ActDef = ActDef { name: "association.ask", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet };
/// Entering members, letting in those who asked, noting that somebody has left.
pub const ENTER: ActDef = quiet("association.enter", BOARD);
/// Looking at what is stored about members.
pub const READ: ActDef = quiet("association.read", BOARD);
/// Making the dues of a year or a season.
pub const SEASON: ActDef = journalled("association.season", &[Role::Chair, Role::Treasurer]);
/// Noting that somebody has paid, or that it was a mistake.
pub const PAY: ActDef = quiet("association.pay", BOARD);
/// Reminding those who owe.
pub const REMIND: ActDef = journalled("association.remind", &[Role::Chair, Role::Treasurer]);
/// Noting who sits on the board; what a general meeting elects comes by itself.
pub const SEAT: ActDef = journalled("association.seat", CHAIR_AND_SECRETARY);
/// Noting that somebody has left the board; the program does it when a term is over.
pub const VACATE: ActDef = journalled("association.vacate", CHAIR_AND_SECRETARY);
/// Planning a general meeting, or changing the plan.
pub const PLAN: ActDef = journalled("association.plan", BOARD);
/// Calling the members.
pub const CALL: ActDef = journalled("association.call", BOARD);
/// Proposing something to the general meeting: a member, or the board for one who came with a paper.
pub const PROPOSE: ActDef = ActDef { name: "association.propose", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Journal };
/// Noting who came, elections and resolutions while the meeting goes on.
pub const COUNT: ActDef = journalled("association.count", BOARD);
/// Ending a general meeting: the elected take their seats.
pub const CLOSE: ActDef = journalled("association.close", BOARD);
/// Writing the minutes.
pub const MINUTES: ActDef = journalled("association.minutes", BOARD);
/// Approving them.
pub const APPROVE: ActDef = journalled("association.approve", CHAIR);
/// Writing a version of the bylaws or the cooperation agreement.
pub const DRAFT: ActDef = journalled("association.draft", BOARD_AND_SECRETARY);
/// Acknowledging it for one's side.
pub const ACKNOWLEDGE: ActDef = journalled("association.acknowledge", BOTH_SIDES);
/// Naming who says yes for the municipality beside its secretary, or taking that back.
pub const NAME: ActDef = journalled("association.name", &[Role::Secretary]);
/// Noting who is with children, and that a certificate was shown.
pub const CERTIFY: ActDef = quiet("association.certify", BOARD);
/// Declaring it to the municipality, in numbers.
pub const DECLARE: ActDef = journalled("association.declare", CHAIR);
/// Reminding of days that come near: the program's own work.
pub const TIDY: ActDef = quiet("association.tidy", &[]);

/// All of them.
pub const ALL: &[&ActDef] = &[
    &SETTLE,
    &ASK,
    &ENTER,
    &READ,
    &SEASON,
    &PAY,
    &REMIND,
    &SEAT,
    &VACATE,
    &PLAN,
    &CALL,
    &PROPOSE,
    &COUNT,
    &CLOSE,
    &MINUTES,
    &APPROVE,
    &DRAFT,
    &ACKNOWLEDGE,
    &NAME,
    &CERTIFY,
    &DECLARE,
    &TIDY,
];
