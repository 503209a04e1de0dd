//! What can be done about seats, and by whom.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, Trace};

const SECRETARY: &[Role] = &[Role::Secretary];
/// Those who see who showed interest.
pub const STAFF: &[Role] = &[Role::Secretary, Role::Facilitator];

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Writing what a seat is for, or changing it.
pub const SEAT: ActDef = journalled("recruitment.seat", SECRETARY);
/// Taking a profile away that nobody holds a seat of.
pub const REMOVE: ActDef = journalled("recruitment.remove", SECRETARY);
/// Noting that somebody on the team holds a seat: whom the council named without a call.
pub const PLACE: ActDef = journalled("recruitment.place", SECRETARY);
/// Writing a call, or changing it.
pub const CALL: ActDef = journalled("recruitment.call", SECRETARY);
/// Opening a call, also again.
pub const OPEN: ActDef = journalled("recruitment.open", SECRETARY);
/// Closing a call; the program does it after the last day.
pub const CLOSE: ActDef = journalled("recruitment.close", SECRETARY);
/// Showing interest, changing it or taking it back. Who does is nobody's business: it leaves no trace.
pub const INTEREST: ActDef = ActDef { name: "recruitment.interest", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet };
/// The same by somebody who has not signed in, until they confirm it from their mail.
pub const ASK: ActDef = ActDef { name: "recruitment.ask", roles: &ROLES, reach: Reach::Everyone, trace: Trace::Quiet };
/// Confirming it: the link of the mail opens it, not a role.
pub const CONFIRM: ActDef = ActDef { name: "recruitment.confirm", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
/// Entering what somebody wrote on paper or said on the phone.
pub const ENTER: ActDef = ActDef { name: "recruitment.enter", roles: STAFF, reach: Reach::Roles, trace: Trace::Quiet };
/// Looking at why somebody wants to take part.
pub const READ: ActDef = ActDef { name: "recruitment.read", roles: STAFF, reach: Reach::Roles, trace: Trace::Quiet };
/// Giving the council's answers: seats, alternates, not this time.
pub const APPOINT: ActDef = journalled("recruitment.appoint", SECRETARY);
/// Taking somebody who is welcome in a working group into one; done in the group.
pub const GROUP: ActDef = journalled("recruitment.group", STAFF);
/// Closing the list of a lot.
pub const LIST: ActDef = journalled("recruitment.list", SECRETARY);
/// Writing the seed of a lot down, once.
pub const DRAW: ActDef = journalled("recruitment.draw", SECRETARY);
/// Calling a lot off before it is drawn.
pub const CALL_OFF: ActDef = journalled("recruitment.call_off", SECRETARY);
/// Noting that somebody has left their seat; the program does it when somebody leaves the team or a term ends.
pub const VACATE: ActDef = journalled("recruitment.vacate", SECRETARY);
/// Offering a free seat to the next alternate: the program's own work.
pub const OFFER: ActDef = journalled("recruitment.offer", &[]);
/// Saying yes to a seat: the link opens it; the secretary does it for those who ring.
pub const ACCEPT: ActDef = journalled("recruitment.accept", SECRETARY);
/// Saying no thank you, in the same ways.
pub const DECLINE: ActDef = journalled("recruitment.decline", SECRETARY);
/// Telling of terms that end, and forgetting what nobody confirmed: the program's own work.
pub const TIDY: ActDef = ActDef { name: "recruitment.tidy", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };

/// All of them.
pub const ALL: &[&ActDef] = &[
    &SEAT, &REMOVE, &PLACE, &CALL, &OPEN, &CLOSE, &INTEREST, &ASK, &CONFIRM, &ENTER, &READ, &APPOINT, &GROUP, &LIST, &DRAW, &CALL_OFF, &VACATE, &OFFER,
    &ACCEPT, &DECLINE, &TIDY,
];
