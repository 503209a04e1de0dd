//! What can be done with people, organisations and areas. All of it happens in the municipality's own space.

use samskab_platform::access::{ActDef, Reach, Role, Trace};

const OFFICE: &[Role] = &[Role::Administrator, Role::Secretary];
const ADMINISTRATOR: &[Role] = &[Role::Administrator];

const fn own(name: &'static str, trace: Trace) -> ActDef {
    ActDef { name, roles: &[], reach: Reach::SignedIn, trace }
}

const fn office(name: &'static str, roles: &'static [Role], trace: Trace) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace }
}

/// Correcting what is stored about oneself.
pub const CORRECT: ActDef = own("people.correct", Trace::Quiet);
/// Choosing how one is reached, and by whose help.
pub const CONTACT: ActDef = own("people.contact", Trace::Quiet);
/// Beginning to act on somebody's behalf; who may is asked in the act.
pub const HELP: ActDef = own("people.help", Trace::Quiet);
/// Leaving for good.
pub const LEAVE: ActDef = own("people.leave", Trace::Journal);
/// Making two persons one when one has shown that both are oneself; and taking it back.
pub const MERGE_OWN: ActDef = own("people.merge_own", Trace::Quiet);

/// Adding a person.
pub const ADD: ActDef = office("people.add", OFFICE, Trace::Journal);
/// Correcting what is stored about somebody.
pub const CHANGE: ActDef = office("people.change", OFFICE, Trace::Journal);
/// Giving a role.
pub const GIVE_ROLE: ActDef = office("people.give_role", ADMINISTRATOR, Trace::Journal);
/// Taking a role away.
pub const TAKE_ROLE: ActDef = office("people.take_role", ADMINISTRATOR, Trace::Journal);
/// Ending somebody's sessions.
pub const END_SESSIONS: ActDef = office("people.end_sessions", ADMINISTRATOR, Trace::Journal);
/// Reading in a list of people.
pub const IMPORT: ActDef = office("people.import", OFFICE, Trace::Journal);
/// Taking an import back.
pub const UNDO_IMPORT: ActDef = office("people.undo_import", OFFICE, Trace::Journal);
/// Making two persons one.
pub const MERGE: ActDef = office("people.merge", ADMINISTRATOR, Trace::Journal);
/// Making them two again.
pub const UNDO_MERGE: ActDef = office("people.undo_merge", ADMINISTRATOR, Trace::Journal);

/// Writing an organisation.
pub const ORGANISATION: ActDef = office("people.organisation", OFFICE, Trace::Journal);
/// Adding and removing an organisation's people.
pub const ORGANISATION_PEOPLE: ActDef = office("people.organisation_people", OFFICE, Trace::Journal);
/// Writing a local area.
pub const AREA: ActDef = office("people.area", OFFICE, Trace::Journal);
/// Deleting a local area that nothing uses.
pub const DELETE_AREA: ActDef = office("people.delete_area", OFFICE, Trace::Journal);

/// All of them.
pub const ACTS: &[&ActDef] = &[
    &CORRECT,
    &CONTACT,
    &HELP,
    &LEAVE,
    &MERGE_OWN,
    &ADD,
    &CHANGE,
    &GIVE_ROLE,
    &TAKE_ROLE,
    &END_SESSIONS,
    &IMPORT,
    &UNDO_IMPORT,
    &MERGE,
    &UNDO_MERGE,
    &ORGANISATION,
    &ORGANISATION_PEOPLE,
    &AREA,
    &DELETE_AREA,
];
