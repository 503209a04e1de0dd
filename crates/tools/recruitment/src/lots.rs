//! The simple lot, step by step: the list is closed, then a seed is written down, and everybody can draw again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samskab_lot::{Closed, Receipt};
use samskab_platform::db::Sql;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::interest_store;
use crate::lot_store::{self, Draw, NewDraw};
use crate::model::pseudonym;
use crate::store;

/// A moment as it stands in a receipt.
fn moment(at: &DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The receipt of a lot, made from what is stored.
pub(crate) async fn receipt(sql: &mut Sql, draw: &Draw) -> Result<Receipt> {
    let pseudonyms = lot_store::pseudonyms(sql, draw.id).await?;
    let (id, closed_at) = (draw.id.to_string(), moment(&draw.closed_at));
    let seats = u32::try_from(draw.seats).unwrap_or(u32::MAX);
    let list = Closed { draw: &id, space: &draw.space_name, profile: &draw.profile_name, closed_at: &closed_at, seats, pseudonyms: &pseudonyms };
    let receipt = Receipt::of_list(&list);
    Ok(match (&draw.seed, &draw.drawn_at) {
        (Some(seed), Some(at)) => receipt.drawn(seed, &moment(at)),
        _ => receipt,
    })
}

/// Closes the list of a lot for so many seats of a profile: everybody on it gets a pseudonym and is told; the digest of the list goes
/// into the journal. Gives the lot's id.
///
/// # Errors
/// [`Error::Refused`] while the call is open, where there is a lot already, fewer seats are free or somebody does not stand to be drawn;
/// or when the database fails.
pub async fn close_list(act: &mut Act<'_>, call: Uuid, profile: Uuid, seats: i64, interests: &[Uuid]) -> Result<Uuid> {
    let (app, space, by, at, today) = (act.app(), act.space().clone(), act.person()?, act.at(), act.today());
    let call = store::call(act.sql(), space.id, call).await?;
    if call.is_open(today) || !call.is_published() {
        return Err(Error::Refused("recruitment-call-still-open"));
    }
    let profile = store::profile(act.sql(), space.id, profile).await?;
    if interests.is_empty() || seats < 1 || seats > profile.free() {
        return Err(Error::Refused("recruitment-seats-changed"));
    }
    let mut tickets: BTreeMap<String, Uuid> = BTreeMap::new();
    for id in interests {
        let interest = interest_store::one(act.sql(), space.id, *id).await?;
        if interest.call_id != call.id || !interest.waits() || !interest_store::profiles_of(act.sql(), *id).await?.contains(&profile.id) {
            return Err(Error::Refused("recruitment-seats-changed"));
        }
        let name = std::iter::repeat_with(|| {
            let mut bytes = [0u8; 6];
            app.clock.fill(&mut bytes);
            pseudonym(bytes)
        });
        let name = name.into_iter().find(|n| !tickets.contains_key(n)).unwrap_or_default();
        tickets.insert(name, interest.person_id);
    }
    let (id, names) = (act.new_id(), tickets.keys().cloned().collect::<Vec<_>>());
    let (draw, closed_at) = (id.to_string(), moment(&at));
    let list = Closed {
        draw: &draw,
        space: &space.title,
        profile: &profile.title,
        closed_at: &closed_at,
        seats: u32::try_from(seats).unwrap_or(u32::MAX),
        pseudonyms: &names,
    };
    let digest = Receipt::of_list(&list).digest;
    let payload = serde_json::json!({ "title": profile.title, "candidates": names.len(), "seats": seats, "digest": digest });
    act.record("lot", id, payload).await?;
    // Asked after the entry, which holds the space's chain: two cannot close a list at the same moment.
    if lot_store::of_call(act.sql(), call.id).await?.iter().any(|d| d.profile_id == profile.id) {
        return Err(Error::Refused("recruitment-lot-there"));
    }
    let tickets: Vec<(String, Uuid)> = tickets.into_iter().collect();
    let new = NewDraw {
        id,
        space: space.id,
        call: call.id,
        profile: profile.id,
        space_name: &space.title,
        profile_name: &profile.title,
        seats,
        digest: &digest,
        at,
        by,
        tickets: &tickets,
    };
    lot_store::insert(act.sql(), &new).await?;
    for (name, person) in &tickets {
        let link = format!("/forloeb/{}/pladser/lod/{id}", space.slug);
        let notice = Notice::new("mail-lot-ticket", link, id).with("seat", &profile.title).with("pseudonym", name).direct();
        act.tell(*person, &notice).await?;
    }
    Ok(id)
}

/// Writes the seed down, once: from then on the order is settled. Everybody who took part is told their place.
///
/// # Errors
/// [`Error::Refused`] where there is a seed already or the lot was called off, or when the database fails.
pub async fn draw(act: &mut Act<'_>, id: Uuid, seed: &str) -> Result<()> {
    let (space, by, at) = (act.space().clone(), act.person()?, act.at());
    let stored = lot_store::one(act.sql(), space.id, id).await?;
    if stored.seed.is_some() || stored.called_off_at.is_some() {
        return Err(Error::Refused("recruitment-lot-drawn"));
    }
    let receipt = receipt(act.sql(), &stored).await?.drawn(seed, &moment(&at));
    let (Some(seed), Some(seal)) = (&receipt.seed, &receipt.seal) else {
        return Err(Error::Internal("a drawn lot has a seed and a seal".to_owned()));
    };
    if !lot_store::draw(act.sql(), id, seed, seal, at, by).await? {
        return Err(Error::Refused("recruitment-lot-drawn"));
    }
    act.record("lot", id, serde_json::json!({ "title": stored.profile_name, "seed": seed, "seal": seal })).await?;
    let held = lot_store::held_by(act.sql(), id).await?;
    for (name, person) in held {
        let place = receipt.order.iter().position(|n| *n == name).map_or(0, |i| i as i64 + 1);
        let notice = Notice::new("mail-lot-drawn", format!("/forloeb/{}/pladser/lod/{id}", space.slug), id);
        let notice = notice.with("seat", &stored.profile_name).with("pseudonym", name).with("place", place).with("seats", stored.seats).direct();
        act.tell(person, &notice).await?;
    }
    Ok(())
}

/// Calls a lot off before it is drawn: the list had a fault. The reason is public.
///
/// # Errors
/// [`Error::Refused`] where it has been drawn, or when the database fails.
pub async fn call_off(act: &mut Act<'_>, id: Uuid, why: &str) -> Result<()> {
    act.screen(&[("why", why)]).await?;
    let (space, at) = (act.space().id, act.at());
    let stored = lot_store::one(act.sql(), space, id).await?;
    if !lot_store::call_off(act.sql(), id, at, why).await? {
        return Err(Error::Refused("recruitment-lot-drawn"));
    }
    act.record("lot", id, serde_json::json!({ "title": stored.profile_name, "why": why })).await
}
