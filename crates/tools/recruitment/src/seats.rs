//! Seats: what they are for, and who sits on them without a call.

use chrono::NaiveDate;
use samskab_platform::access::Role;
use samskab_platform::recipe::Recipe;
use samskab_platform::{Act, Error, Result, space};
use uuid::Uuid;

use crate::model::SEAT_ROLES;
use crate::store::{self, NewHolding, Profile, Seats};

/// The roles a seat can come with in spaces of a recipe.
#[must_use]
pub fn roles(recipe: Option<&Recipe>) -> Vec<Role> {
    SEAT_ROLES.into_iter().filter(|role| recipe.is_none_or(|r| r.roles.contains(role))).collect()
}

/// Writes a profile, or changes one; gives its id. Its role cannot be changed: people have it.
///
/// # Errors
/// [`Error::BadRequest`] for a role that the space does not have, [`Error::Refused`] for fewer seats than are held, or when the
/// database fails.
pub async fn write(act: &mut Act<'_>, id: Option<Uuid>, seats: &Seats) -> Result<Uuid> {
    act.screen(&[("title", &seats.title), ("description", &seats.description)]).await?;
    let space = act.space().clone();
    if !roles(act.app().recipe_of(&space).as_deref()).contains(&seats.role) {
        return Err(Error::BadRequest("error-form"));
    }
    let id = match id {
        Some(id) => {
            if store::profile(act.sql(), space.id, id).await?.filled > seats.seats {
                return Err(Error::Refused("recruitment-seats-held"));
            }
            store::update_profile(act.sql(), id, space.id, seats).await?;
            id
        }
        None => {
            let id = act.new_id();
            store::insert_profile(act.sql(), id, space.id, seats).await?;
            id
        }
    };
    act.record("seat", id, serde_json::json!({ "title": seats.title, "seats": seats.seats })).await?;
    Ok(id)
}

/// Takes a profile away.
///
/// # Errors
/// [`Error::Refused`] while somebody holds a seat of it, or when the database fails.
pub async fn remove(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let profile = store::profile(act.sql(), space, id).await?;
    if !store::remove_profile(act.sql(), id, space, at).await? {
        return Err(Error::Refused("recruitment-seats-held"));
    }
    act.record("seat", id, serde_json::json!({ "title": profile.title })).await
}

/// Puts a person on a seat: the holding, and the role that comes with it.
pub(crate) async fn seat(act: &mut Act<'_>, profile: &Profile, person: Uuid, from_on: NaiveDate) -> Result<()> {
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    store::insert_holding(act.sql(), &NewHolding { id, profile: profile.id, space, person, from_on, until_on: profile.until_on }).await?;
    space::give_role(act.sql(), space, person, profile.role, at).await
}

/// Notes that somebody on the team sits on a seat.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is not on the team, [`Error::Refused`] where no seat is free or they have one, or when the
/// database fails.
pub async fn place(act: &mut Act<'_>, profile: Uuid, person: Uuid, from_on: NaiveDate) -> Result<()> {
    let space = act.space().id;
    if space::roles_of(act.sql(), space, person).await?.is_empty() {
        return Err(Error::NotFound);
    }
    let title = store::profile(act.sql(), space, profile).await?.title;
    // The entry comes first: it holds the space's chain, so that two secretaries cannot fill one seat twice.
    act.record("seat", profile, serde_json::json!({ "title": title })).await?;
    let profile = store::profile(act.sql(), space, profile).await?;
    if profile.free() == 0 || store::held_by(act.sql(), space, person).await?.iter().any(|h| h.profile_id == profile.id) {
        return Err(Error::Refused("recruitment-no-free-seat"));
    }
    seat(act, &profile, person, from_on).await
}
