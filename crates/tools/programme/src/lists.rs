//! Whose lists of participants somebody looks after: those who look after the house have all of them, whoever carries an activity, alone or
//! in its group, has its own and no other.

use std::collections::BTreeSet;

use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::{Act, Error, Result, SpaceView, tool};
use uuid::Uuid;

use crate::acts::ENTER;
use crate::model::HOUSE;
use crate::store;

/// The activities whose lists one looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lists {
    All,
    Of(BTreeSet<Uuid>),
}

impl Lists {
    async fn read(sql: &mut Sql, space: Uuid, roles: &[Role], person: Option<Uuid>) -> Result<Self> {
        if roles.iter().any(|r| HOUSE.contains(r)) {
            return Ok(Lists::All);
        }
        Ok(Lists::Of(match person {
            Some(person) => store::carried(sql, space, person).await?.into_iter().collect(),
            None => BTreeSet::new(),
        }))
    }

    /// Those of a visitor.
    pub(crate) async fn of(sql: &mut Sql, view: &SpaceView) -> Result<Self> {
        Self::read(sql, view.space.id, &view.roles, view.person).await
    }

    /// Those of whoever acts.
    pub(crate) async fn of_actor(act: &mut Act<'_>) -> Result<Self> {
        let (space, roles, actor) = (act.space().id, act.roles().to_vec(), act.actor());
        Self::read(act.sql(), space, &roles, actor).await
    }

    /// Those a visitor rings for: whoever looks after the house today has all.
    pub(crate) async fn to_ring(sql: &mut Sql, view: &SpaceView, today: chrono::NaiveDate) -> Result<Self> {
        let Some(person) = view.person else { return Ok(Lists::Of(BTreeSet::new())) };
        if tool::keepers(sql, &view.tools, view.space.id, today).await?.contains(&person) {
            return Ok(Lists::All);
        }
        Self::of(sql, view).await
    }

    pub(crate) fn has(&self, activity: Uuid) -> bool {
        match self {
            Lists::All => true,
            Lists::Of(some) => some.contains(&activity),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Lists::Of(some) if some.is_empty())
    }

    /// # Errors
    /// [`Error::Forbidden`] for an activity somebody else carries.
    pub(crate) fn demand(&self, activity: Uuid) -> Result<()> {
        if self.has(activity) { Ok(()) } else { Err(Error::Forbidden(ENTER.name)) }
    }
}
