//! Who may do what: one table, role × act × visibility.
//!
//! `docs/access.md` shows the whole table; a test walks every cell of it.

use std::fmt;

/// A role in a space. In the municipality's own space it is a municipal role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Administrator,
    Secretary,
    Facilitator,
    Chair,
    Member,
    Politician,
    Council,
    Doer,
    Counterpart,
    Board,
    Treasurer,
    Volunteer,
    /// Whose space it is: the citizen a sealed space is about.
    Owner,
    /// Helps in a sealed space without seeing it.
    Helper,
}

/// The roles in the order they are shown: all but [`Role::Helper`], who is no part of the space.
pub const ROLES: [Role; 13] = [
    Role::Owner,
    Role::Secretary,
    Role::Facilitator,
    Role::Chair,
    Role::Board,
    Role::Treasurer,
    Role::Volunteer,
    Role::Member,
    Role::Politician,
    Role::Council,
    Role::Doer,
    Role::Counterpart,
    Role::Administrator,
];

/// The roles of sealed spaces alone: no list of roles to choose from offers them.
pub const OF_SEALED: [Role; 2] = [Role::Owner, Role::Helper];

/// Everybody with a part in a space: all roles but the last, which is one of the municipality only.
pub const TEAM: &[Role] = ROLES.split_at(ROLES.len() - 1).0;

impl Role {
    /// The name in the database, recipes and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Secretary => "secretary",
            Role::Facilitator => "facilitator",
            Role::Chair => "chair",
            Role::Member => "member",
            Role::Politician => "politician",
            Role::Council => "council",
            Role::Doer => "doer",
            Role::Counterpart => "counterpart",
            Role::Board => "board",
            Role::Treasurer => "treasurer",
            Role::Volunteer => "volunteer",
            Role::Owner => "owner",
            Role::Helper => "helper",
        }
    }

    /// The role of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        ROLES.into_iter().chain([Role::Helper]).find(|r| r.key() == key)
    }
}

impl TryFrom<String> for Role {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Role::of(&key).ok_or_else(|| format!("unknown role '{key}'"))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// Who may see a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Visibility {
    Public,
    Registered,
    Members,
    Sealed,
}

impl Visibility {
    /// From the most open to the most closed.
    pub const ALL: [Visibility; 4] = [Visibility::Public, Visibility::Registered, Visibility::Members, Visibility::Sealed];

    /// The name in the database, recipes and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Registered => "registered",
            Visibility::Members => "members",
            Visibility::Sealed => "sealed",
        }
    }

    /// The visibility of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.key() == key)
    }
}

impl TryFrom<String> for Visibility {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Visibility::of(&key).ok_or_else(|| format!("unknown visibility '{key}'"))
    }
}

/// How far an act reaches beyond those with a role in the space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only the roles named.
    Roles,
    /// Also whoever has signed in and may see the space.
    SignedIn,
    /// Also strangers, where the space is public.
    Everyone,
}

/// Whether an act leaves an entry of its own in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// One entry an act.
    Journal,
    /// None: high-volume, secret or reversible input; its *result* is journalled by another act.
    Quiet,
}

/// Something that can be done in a space. Its name is also the journal's verb.
#[derive(Debug)]
pub struct ActDef {
    /// `tool.verb`, for example `frame.write_mandate`.
    pub name: &'static str,
    /// The roles that may.
    pub roles: &'static [Role],
    /// How far it reaches beyond them.
    pub reach: Reach,
    /// Whether it is journalled.
    pub trace: Trace,
}

impl PartialEq for ActDef {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Who is asking, seen from one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Not signed in.
    Stranger,
    /// Signed in, without a role in this space.
    SignedIn,
    /// With this role in this space.
    Holds(Role),
    /// The program itself (a map computed, a notice sent).
    Program,
}

/// Whether someone of this standing may see a space of this visibility.
#[must_use]
pub fn may_see(standing: Standing, visibility: Visibility) -> bool {
    match (standing, visibility) {
        // Helping gives no sight: they see what anybody sees who has signed in.
        (Standing::Holds(Role::Helper), visibility) => may_see(Standing::SignedIn, visibility),
        (Standing::Holds(_) | Standing::Program, _) | (_, Visibility::Public) | (Standing::SignedIn, Visibility::Registered) => true,
        (Standing::SignedIn | Standing::Stranger, _) => false,
    }
}

/// Whether someone of this standing may do this act in a space of this visibility. Only a helper acts where they do not see, and only
/// what names them.
#[must_use]
pub fn may(standing: Standing, act: &ActDef, visibility: Visibility) -> bool {
    if standing == Standing::Holds(Role::Helper) {
        return act.roles.contains(&Role::Helper);
    }
    may_see(standing, visibility)
        && match standing {
            Standing::Program => true,
            Standing::Holds(role) => act.roles.contains(&role) || act.reach != Reach::Roles,
            Standing::SignedIn => act.reach != Reach::Roles,
            Standing::Stranger => act.reach == Reach::Everyone,
        }
}

/// The standings of someone with these roles (none: signed in or a stranger).
#[must_use]
pub fn standings(signed_in: bool, roles: &[Role]) -> Vec<Standing> {
    if !roles.is_empty() {
        // Whoever only helps may all that anybody may who has signed in.
        let beside = roles.iter().all(|r| *r == Role::Helper).then_some(Standing::SignedIn);
        roles.iter().map(|r| Standing::Holds(*r)).chain(beside).collect()
    } else if signed_in {
        vec![Standing::SignedIn]
    } else {
        vec![Standing::Stranger]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOR_HELPERS: ActDef = ActDef { name: "test.take", roles: &[Role::Helper], reach: Reach::Roles, trace: Trace::Quiet };
    const FOR_ALL: ActDef = ActDef { name: "test.say", roles: &ROLES, reach: Reach::Everyone, trace: Trace::Quiet };

    #[test]
    fn a_helper_sees_nothing_more_than_a_stranger_to_the_space_and_does_only_what_names_them() {
        let helper = standings(true, &[Role::Helper]);
        for visibility in Visibility::ALL {
            let signed_in = standings(true, &[]);
            assert_eq!(helper.iter().any(|s| may_see(*s, visibility)), signed_in.iter().any(|s| may_see(*s, visibility)), "{}", visibility.key());
            assert_eq!(helper.iter().any(|s| may(*s, &FOR_ALL, visibility)), signed_in.iter().any(|s| may(*s, &FOR_ALL, visibility)), "{}", visibility.key());
            assert!(helper.iter().any(|s| may(*s, &FOR_HELPERS, visibility)));
            for role in ROLES {
                assert!(!may(Standing::Holds(role), &FOR_HELPERS, visibility), "{}", role.key());
            }
        }
        assert!(!may_see(Standing::Holds(Role::Helper), Visibility::Sealed));
        assert!(!standings(true, &[Role::Helper, Role::Owner]).contains(&Standing::SignedIn));
    }

    #[test]
    fn every_role_has_a_key_of_its_own_and_is_found_by_it() {
        for role in ROLES.into_iter().chain([Role::Helper]) {
            assert_eq!(Role::of(role.key()), Some(role));
        }
        assert!(TEAM.contains(&Role::Owner) && !TEAM.contains(&Role::Helper) && !ROLES.contains(&Role::Helper));
    }
}
