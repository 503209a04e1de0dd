//! The council's answers to those who showed interest: everybody gets one.

use chrono::NaiveDate;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::interest_store::{self, Interest};
use crate::model::{Decided, Room, judge};
use crate::seats::seat;
use crate::store::{self, Call, Profile};
use crate::succession_store::{self, NewAlternate};

/// Where it was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The day.
    pub on: NaiveDate,
    /// The case's number or whatever else leads to the decision; may be empty.
    pub note: String,
}

/// A profile as decisions see it.
pub(crate) fn room(profile: &Profile) -> Room {
    Room { profile: profile.id, free: profile.free(), last_place: profile.last_place }
}

/// Carries decisions out: roles are given, alternates noted, and everybody named is told.
///
/// # Errors
/// [`Error::Refused`] where the seats are not there any more or somebody has an answer already, [`Error::BadRequest`] for a profile
/// the call does not ask for, or when the database fails.
pub async fn appoint(act: &mut Act<'_>, call: Uuid, meeting: &Meeting, decisions: &[(Uuid, Decided)]) -> Result<()> {
    act.screen(&[("note", &meeting.note)]).await?;
    let (space, number) = (act.space().id, |what: fn(&Decided) -> bool| decisions.iter().filter(|(_, d)| what(d)).count());
    let call = store::call(act.sql(), space, call).await?;
    let (seats, alternates) = (number(|d| matches!(d, Decided::Seat(_))), number(|d| matches!(d, Decided::Alternate(..))));
    // The entry comes first: it holds the space's chain, so that a seat is not given twice at the same moment.
    let payload = serde_json::json!({ "title": call.title, "seats": seats, "alternates": alternates, "others": decisions.len() - seats - alternates, "date": meeting.on, "note": meeting.note });
    act.record("call", call.id, payload).await?;
    let profiles = store::profiles_of_call(act.sql(), call.id).await?;
    let rooms: Vec<Room> = profiles.iter().map(room).collect();
    let made: Vec<Decided> = decisions.iter().map(|d| d.1).collect();
    judge(&rooms, &made).map_err(|_| Error::Refused("recruitment-seats-changed"))?;
    for (interest, decided) in decisions {
        let interest = interest_store::one(act.sql(), space, *interest).await?;
        if interest.call_id != call.id {
            return Err(Error::NotFound);
        }
        reply(act, &call, &profiles, meeting, &interest, *decided).await?;
    }
    Ok(())
}

async fn reply(act: &mut Act<'_>, call: &Call, profiles: &[Profile], meeting: &Meeting, interest: &Interest, decided: Decided) -> Result<()> {
    let at = act.at();
    if !interest_store::reply(act.sql(), interest.id, decided.reply(), at).await? {
        return Err(Error::Refused("recruitment-seats-changed"));
    }
    let of = |id: Uuid| profiles.iter().find(|p| p.id == id).ok_or(Error::BadRequest("error-form"));
    let (home, own) = (format!("/forloeb/{}", act.space().slug), format!("/forloeb/{}/pladser/opslag/{}", act.space().slug, call.id));
    let notice = match decided {
        Decided::Seat(profile) => {
            let profile = of(profile)?;
            let held = store::held_by(act.sql(), call.space_id, interest.person_id).await?;
            if !held.iter().any(|h| h.profile_id == profile.id) {
                seat(act, profile, interest.person_id, profile.from_on.unwrap_or(meeting.on)).await?;
            }
            Notice::new("mail-seat-given", home, interest.id).with("seat", &profile.title).with("date", meeting.on)
        }
        Decided::Alternate(profile, place) => {
            let (profile, id) = (of(profile)?, act.new_id());
            let place = profile.last_place + place;
            succession_store::insert(act.sql(), &NewAlternate { id, profile: profile.id, space: call.space_id, person: interest.person_id, place, at }).await?;
            Notice::new("mail-seat-alternate", own, interest.id).with("seat", &profile.title).with("place", place)
        }
        Decided::Group => Notice::new("mail-seat-group", home, interest.id),
        Decided::Declined if call.working_groups => Notice::new("mail-seat-declined-group", own, interest.id),
        Decided::Declined => Notice::new("mail-seat-declined", home, interest.id),
    };
    act.tell(interest.person_id, &notice.with("call", &call.title).direct()).await
}
