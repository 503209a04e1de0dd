//! Working groups: spaces that belong to another space and follow it.
//!
//! A group is never more open than the space it belongs to and never asks for less when somebody signs in; it stands at the same
//! step and closes with it; and the space's secretaries and facilitators have those roles in every group. All of these rules are here.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::access::{Role, Visibility};
use crate::assurance::Assurance;
use crate::db::{Sql, Value};
use crate::error::{Error, Result};
use crate::space::{Space, space_columns};
use crate::tool::ids_of;
use crate::visitor::Visitor;
use crate::{args, statements};

/// The most groups a space can have.
pub const MOST: usize = 60;

/// The roles that come from the space a group belongs to.
const HANDED_DOWN: [Role; 2] = [Role::Secretary, Role::Facilitator];

/// Whether somebody with this role in a space has it in its working groups too.
#[must_use]
pub fn is_handed_down(role: Role) -> bool {
    HANDED_DOWN.contains(&role)
}

/// Who may see a group: as wished, but never more people than those who may see the space it belongs to.
#[must_use]
pub fn visibility_within(committee: Visibility, wished: Visibility) -> Visibility {
    wished.max(committee)
}

/// How surely one must sign in to a group: as wished, but never less surely than to the space it belongs to.
#[must_use]
pub fn assurance_within(committee: Assurance, wished: Assurance) -> Assurance {
    wished.max(committee)
}

/// Whether a visitor may see space `s`: $1 signed in, $2 who, $3 and $4 the levels above the lowest that the session has.
macro_rules! visible {
    () => {
        "(s.visibility = 'public' OR s.assurance IN ('low', $3, $4)
         AND ($1 AND s.visibility = 'registered' OR EXISTS (SELECT 1 FROM space_role x WHERE x.space_id = s.id AND x.person_id = $2)))"
    };
}

statements! {
    OF = concat!(space_columns!(), "WHERE s.parent_id = $1 AND up.id IS NOT NULL ORDER BY s.created_at, s.id LIMIT 60");
    SEEN = concat!(space_columns!(), "WHERE s.parent_id = $5 AND up.id IS NOT NULL AND ", visible!(), " ORDER BY s.created_at, s.id LIMIT 60");
    SEEN_IN = concat!(space_columns!(), "WHERE s.parent_id IN (SELECT unhex(e.value) FROM json_each($5) e) AND up.id IS NOT NULL AND s.closed_at IS NULL AND ",
            visible!(), " ORDER BY s.created_at DESC, s.id LIMIT 300"),
        postgres concat!(space_columns!(), "WHERE s.parent_id IN (SELECT e::uuid FROM json_array_elements_text($5::json) e) AND up.id IS NOT NULL AND s.closed_at IS NULL AND ",
            visible!(), " ORDER BY s.created_at DESC, s.id LIMIT 300");
    COUNTED = concat!("SELECT s.parent_id, COUNT(*) FROM json_each($5) e CROSS JOIN space s WHERE s.parent_id = unhex(e.value) AND ", visible!(), " GROUP BY s.parent_id"),
        postgres concat!("SELECT s.parent_id, COUNT(*) FROM space s WHERE s.parent_id IN (SELECT e::uuid FROM json_array_elements_text($5::json) e) AND ", visible!(), " GROUP BY s.parent_id");
    PARTICIPANTS = "SELECT r.space_id, COUNT(DISTINCT r.person_id) FROM space s JOIN space_role r ON r.space_id = s.id
        WHERE s.parent_id = $1 AND r.role IN ('chair', 'member', 'politician') GROUP BY r.space_id";
    GROUPS_OF_PERSON = "SELECT r.person_id, s.id, s.title FROM space s JOIN space_role r ON r.space_id = s.id
        WHERE s.parent_id = $1 AND r.role IN ('chair', 'member', 'politician') ORDER BY s.created_at, s.id LIMIT 2000";
    FOLLOW_STAGE = "UPDATE space SET stage = $2 WHERE parent_id = $1";
    HAND_DOWN = "INSERT INTO space_role (space_id, person_id, role, since) SELECT s.id, r.person_id, r.role, r.since FROM space up
        JOIN space s ON s.parent_id = up.id JOIN space_role r ON r.space_id = up.id
        WHERE up.id = $1 AND up.parent_id IS NOT NULL AND r.role IN ('secretary', 'facilitator') ON CONFLICT DO NOTHING";
    // A role that came from above has the day of the one above: one that was given in the group itself stays.
    TAKE_DOWN = "DELETE FROM space_role WHERE person_id = $2 AND role = $3
        AND since = (SELECT r.since FROM space_role r WHERE r.space_id = $1 AND r.person_id = $2 AND r.role = $3)
        AND space_id IN (SELECT s.id FROM space s JOIN space up ON up.id = s.parent_id WHERE up.id = $1 AND up.parent_id IS NOT NULL)";
    FROM_ABOVE = "SELECT COUNT(*) FROM space s JOIN space up ON up.id = s.parent_id JOIN space_role r ON r.space_id = up.id
        WHERE s.id = $1 AND up.parent_id IS NOT NULL AND r.person_id = $2 AND r.role = $3";
}

fn asker(visitor: &Visitor) -> Vec<Value> {
    let person = visitor.person.as_ref().map(|p| p.id);
    let (substantial, high) = visitor.assurance.covered();
    args![person.is_some(), person, substantial, high]
}

/// The groups of a space, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of(sql: &mut Sql, committee: Uuid) -> Result<Vec<Space>> {
    sql.all(&OF, args![committee]).await
}

/// Those of them a visitor may see.
///
/// # Errors
/// When the database fails.
pub async fn seen(sql: &mut Sql, visitor: &Visitor, committee: Uuid) -> Result<Vec<Space>> {
    let mut args = asker(visitor);
    args.extend(args![committee]);
    sql.all(&SEEN, args).await
}

/// The groups of all these spaces that a visitor may see and that work on, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn seen_in(sql: &mut Sql, visitor: &Visitor, spaces: &[Space]) -> Result<Vec<Space>> {
    let mut args = asker(visitor);
    args.extend(args![ids_of(spaces)]);
    sql.all(&SEEN_IN, args).await
}

/// How many groups of each of these spaces a visitor may see; those without any are left out.
///
/// # Errors
/// When the database fails.
pub async fn counted(sql: &mut Sql, visitor: &Visitor, spaces: &[Space]) -> Result<BTreeMap<Uuid, i64>> {
    let mut args = asker(visitor);
    args.extend(args![ids_of(spaces)]);
    Ok(sql.all::<(Uuid, i64)>(&COUNTED, args).await?.into_iter().collect())
}

/// How many take part in each of a space's groups, beside those who help all of them.
///
/// # Errors
/// When the database fails.
pub async fn participants(sql: &mut Sql, committee: Uuid) -> Result<BTreeMap<Uuid, i64>> {
    Ok(sql.all::<(Uuid, i64)>(&PARTICIPANTS, args![committee]).await?.into_iter().collect())
}

/// Who takes part in which of a space's groups: person, and the group's id and title.
///
/// # Errors
/// When the database fails.
pub async fn of_people(sql: &mut Sql, committee: Uuid) -> Result<Vec<(Uuid, Uuid, String)>> {
    sql.all(&GROUPS_OF_PERSON, args![committee]).await
}

/// Moves the groups of a space to its step.
///
/// # Errors
/// When the database fails.
pub(crate) async fn follow_stage(sql: &mut Sql, committee: &Space) -> Result<()> {
    sql.run(&FOLLOW_STAGE, args![committee.id, committee.stage.key()]).await.map(|_| ())
}

/// Gives the secretaries and facilitators of a space those roles in its groups.
///
/// # Errors
/// When the database fails.
pub async fn hand_down(sql: &mut Sql, committee: Uuid) -> Result<()> {
    sql.run(&HAND_DOWN, args![committee]).await.map(|_| ())
}

/// Takes a role that somebody has in a space away in its groups, where it came from there; a role of the group's own stays.
///
/// # Errors
/// [`Error::Refused`] where the space is a group itself and the role comes from above, or when the database fails.
pub(crate) async fn take_down(sql: &mut Sql, space: Uuid, person: Uuid, role: Role) -> Result<()> {
    if sql.count(&FROM_ABOVE, args![space, person, role.key()]).await? > 0 {
        return Err(Error::Refused("group-role-from-above"));
    }
    sql.run(&TAKE_DOWN, args![space, person, role.key()]).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Standing, may_see};

    #[test]
    fn whoever_may_see_a_group_without_a_role_in_it_may_see_the_space_it_belongs_to() {
        for committee in Visibility::ALL {
            for wished in Visibility::ALL {
                let group = visibility_within(committee, wished);
                assert!(group == wished || group == committee);
                for anybody in [Standing::Stranger, Standing::SignedIn] {
                    assert!(!may_see(anybody, group) || may_see(anybody, committee), "{} in {}", wished.key(), committee.key());
                }
            }
        }
    }

    #[test]
    fn a_group_never_asks_for_less_than_the_space_it_belongs_to() {
        for committee in Assurance::ALL {
            for wished in Assurance::ALL {
                let group = assurance_within(committee, wished);
                assert!(group >= committee && (group == wished || group == committee));
            }
        }
    }
}
