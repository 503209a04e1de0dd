//! What can be done in the network. All of it is private: the municipality's open journal never tells who offers what.

use chrono::{Duration, NaiveDate};
use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::notice::Notice;
use samskab_platform::person::{self, Contact, Details, Person};
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::model::{How, MOST, Offer};
use crate::store::{self, Row};

/// Those who find help when it is needed.
pub const COORDINATORS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Administrator];

const fn own(name: &'static str) -> ActDef {
    ActDef { name, roles: &[], reach: Reach::SignedIn, trace: Trace::Quiet }
}

const fn office(name: &'static str) -> ActDef {
    ActDef { name, roles: COORDINATORS, reach: Reach::Roles, trace: Trace::Quiet }
}

/// Telling what one can do or lend, and changing it.
pub const TELL: ActDef = own("network.tell");
/// Saying that an offer still holds, pausing it, going on, ending it.
pub const TEND: ActDef = own("network.tend");
/// Writing down somebody else's offer, told on paper or by telephone.
pub const ENTER: ActDef = office("network.enter");
/// Tending somebody else's offer, as they asked.
pub const TEND_FOR: ActDef = office("network.tend_for");
/// Asking once a year whether an offer holds, and ending it when nobody answers.
pub const ASK: ActDef = ActDef { name: "network.ask", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };

/// All of them.
pub const ALL: &[&ActDef] = &[&TELL, &TEND, &ENTER, &TEND_FOR, &ASK];

/// Where one's own offers stand.
pub(crate) const OWN: &str = "/min-side/netvaerk";

async fn fits(act: &mut Act<'_>, person: &Person, offer: &Offer, organisation: Option<Uuid>) -> Result<()> {
    if !person.is_here() {
        return Err(Error::Refused("error-has-left"));
    }
    // Who has left an association may still change what they once told for it, or end it.
    if let Some(id) = offer.organisation.filter(|id| organisation != Some(*id))
        && !store::organisations(act.sql(), person.id).await?.iter().any(|o| o.0 == id)
    {
        return Err(Error::BadRequest("error-form"));
    }
    Ok(())
}

/// Notes an offer of a person; gives its id. `how`: who writes it down is somebody else.
///
/// # Errors
/// [`Error::Refused`] where the person has left or has many offers already, or when the database fails.
pub async fn tell(act: &mut Act<'_>, person: Uuid, offer: &Offer, how: Option<How>) -> Result<Uuid> {
    let person = person::find(act.sql(), person).await?;
    fits(act, &person, offer, None).await?;
    if store::of_person(act.sql(), person.id).await?.len() >= MOST {
        return Err(Error::Refused("error-network-many"));
    }
    let (id, at) = (act.new_id(), act.at());
    let by = if how.is_some() { act.actor() } else { None };
    store::insert(act.sql(), id, person.id, offer, by, how.map_or("", How::key), at).await?;
    // What somebody else wrote down is sent to the one it is about; who told it by telephone has just heard it.
    if how.is_some() && person.contact() != Contact::Phone {
        act.tell(person.id, &Notice::new("mail-network-entered", OWN, id)).await?;
    }
    Ok(id)
}

/// Writes an offer anew; it holds from now on.
///
/// # Errors
/// [`Error::BadRequest`] for an organisation that is not theirs, or when the database fails.
pub async fn change(act: &mut Act<'_>, row: &Row, offer: &Offer) -> Result<()> {
    let person = person::find(act.sql(), row.person_id).await?;
    fits(act, &person, offer, row.organisation_id).await?;
    let at = act.at();
    store::change(act.sql(), row.id, offer, row.paused_until, at).await
}

/// Pauses an offer for so many days; none: it goes on.
///
/// # Errors
/// When the database fails.
pub async fn pause(act: &mut Act<'_>, id: Uuid, days: Option<i64>) -> Result<()> {
    let until: Option<NaiveDate> = days.map(|n| act.today() + Duration::days(n));
    store::pause(act.sql(), id, until).await
}

/// Notes that an offer holds.
///
/// # Errors
/// When the database fails.
pub async fn confirm(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let at = act.at();
    store::confirm(act.sql(), id, at).await
}

/// Ends an offer: it is deleted, nothing of it is kept.
///
/// # Errors
/// When the database fails.
pub async fn end(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    store::delete(act.sql(), id).await
}

/// Keeps the telephone number somebody gave with their offer.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_phone(act: &mut Act<'_>, person: Uuid, phone: Option<&str>) -> Result<()> {
    let person = person::find(act.sql(), person).await?;
    match phone {
        Some(phone) if person.phone.as_deref() != Some(phone) => {
            let details = Details { phone: Some(phone.to_owned()), ..Details::of(&person) };
            person::set_details(act.sql(), person.id, &details).await
        }
        _ => Ok(()),
    }
}

/// Adds somebody who is not here yet, as they told it on paper or by telephone.
///
/// # Errors
/// When the database fails.
pub(crate) async fn newcomer(act: &mut Act<'_>, details: &Details, area: Option<Uuid>) -> Result<Uuid> {
    let (id, at, by) = (act.new_id(), act.at(), act.person()?);
    let way = if details.phone.is_some() { Contact::Phone } else { Contact::Letter };
    store::insert_person(act.sql(), id, details, area, way.key(), by, at).await?;
    person::index(act.sql(), id, &details.name, None, details.phone.as_deref()).await?;
    Ok(id)
}
