//! Who comes: places, the queue for them, and names that were written on paper or told on the telephone.

use chrono::Duration;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::acts::{activity, coming};
use crate::call_store;
use crate::calls::{self, Concerned, News, What};
use crate::lists::Lists;
use crate::model::{Signup, State, known, with_phone};
use crate::signup_store::{self as people, Named, New, Seat, SignedUp};
use crate::store::{self, Activity, Occurrence};

/// What one signs up for: an occurrence, or the whole of an activity.
pub(crate) struct For {
    pub(crate) activity: Activity,
    pub(crate) occurrence: Option<Occurrence>,
}

/// What somebody signs up for, while others wait for their turn.
async fn taken(act: &mut Act<'_>, id: Uuid, occurrence: Option<Uuid>) -> Result<For> {
    people::take_turn(act.sql(), id).await?;
    let activity = activity(act, id).await?;
    let occurrence = match (activity.signup, occurrence) {
        (Signup::Each, Some(o)) => {
            let o = coming(act, o).await?;
            if !o.is_planned() || o.activity_id != id {
                return Err(Error::Refused("programme-is-cancelled"));
            }
            Some(o)
        }
        (Signup::Series, None) => None,
        _ => return Err(Error::Refused("programme-no-signup")),
    };
    Ok(For { activity, occurrence })
}

impl For {
    fn about(&self) -> Option<Uuid> {
        self.occurrence.as_ref().map(|o| o.id)
    }
}

/// The seat of somebody new: one, or a place in the queue.
fn seat(capacity: Option<i64>, there: &[SignedUp]) -> Seat {
    let full = capacity.is_some_and(|c| there.iter().filter(|s| s.state == Seat::In).count() as i64 >= c);
    // Nobody passes those who wait.
    if full || there.iter().any(|s| s.state == Seat::Waiting) { Seat::Waiting } else { Seat::In }
}

/// The actor signs up. Gives whether they have a place or wait for one; who is there already stays where they are.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for what is over, cancelled or needs no sign-up, or when the database fails.
pub async fn sign_up(act: &mut Act<'_>, id: Uuid, occurrence: Option<Uuid>) -> Result<Seat> {
    let (person, at) = (act.person()?, act.at());
    let wanted = taken(act, id, occurrence).await?;
    let there = people::of(act.sql(), id, wanted.about()).await?;
    if let Some(had) = there.iter().find(|s| s.person_id == Some(person)) {
        return Ok(had.state);
    }
    let seat = seat(wanted.activity.capacity, &there);
    let new = New { id: act.new_id(), activity: id, occurrence: wanted.about(), person: Some(person), name: "", phone: "", seat, entered_by: None, at };
    people::insert(act.sql(), &new).await?;
    act.contributed("activity").await?;
    act.refresh_pages();
    Ok(seat)
}

/// The actor signs off; whoever waits first gets the place.
///
/// # Errors
/// As [`sign_up`].
pub async fn sign_off(act: &mut Act<'_>, id: Uuid, occurrence: Option<Uuid>) -> Result<()> {
    let person = act.person()?;
    let wanted = taken(act, id, occurrence).await?;
    let there = people::of(act.sql(), id, wanted.about()).await?;
    for own in there.iter().filter(|s| s.person_id == Some(person)) {
        people::strike(act.sql(), own.id).await?;
        call_store::drop_of(act.sql(), id, own.person_id, "").await?;
    }
    fill(act, &wanted).await?;
    act.refresh_pages();
    Ok(())
}

/// Somebody as they stand on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// Where just one on the team is called that.
    pub person: Option<Uuid>,
    /// The name.
    pub name: String,
    /// The number after it; may be empty.
    pub phone: String,
}

impl Entered {
    /// A line of a sheet: a name, and perhaps a telephone number after a comma.
    #[must_use]
    pub fn of(line: &str, team: &[(Uuid, String)]) -> Self {
        let (name, phone) = with_phone(line);
        Self { person: known(&name, team), name, phone }
    }
}

/// Enters names, in their order; a name that stands there already is not entered twice. Gives how many have a place, how many wait,
/// and how many were there before.
///
/// # Errors
/// As [`sign_up`]; [`Error::Forbidden`] for an activity somebody else carries.
pub async fn enter(act: &mut Act<'_>, id: Uuid, occurrence: Option<Uuid>, names: &[Entered]) -> Result<(usize, usize, usize)> {
    Lists::of_actor(act).await?.demand(id)?;
    let (by, at) = (act.person()?, act.at());
    let wanted = taken(act, id, occurrence).await?;
    let mut there = people::of(act.sql(), id, wanted.about()).await?;
    let (mut seated, mut waiting, mut before) = (0, 0, 0);
    for (n, Entered { person, name, phone }) in (0..).zip(names) {
        let same = |s: &SignedUp| if person.is_some() { s.person_id == *person } else { s.name.to_lowercase() == name.to_lowercase() };
        if there.iter().any(same) {
            before += 1;
            continue;
        }
        let seat = seat(wanted.activity.capacity, &there);
        let (shown, number) = if person.is_some() { ("", "") } else { (name.as_str(), phone.as_str()) };
        // In the order they stand in, also in the queue.
        let at = at + Duration::microseconds(n);
        let new =
            New { id: act.new_id(), activity: id, occurrence: wanted.about(), person: *person, name: shown, phone: number, seat, entered_by: Some(by), at };
        people::insert(act.sql(), &new).await?;
        there.push(SignedUp { id: new.id, person_id: *person, name: name.clone(), phone: phone.clone(), state: seat });
        *(if seat == Seat::In { &mut seated } else { &mut waiting }) += 1;
    }
    act.refresh_pages();
    Ok((seated, waiting, before))
}

/// Strikes somebody out; whoever waits first gets the place. Gives the activity, and whether somebody got the place.
///
/// # Errors
/// As [`sign_up`].
pub async fn strike(act: &mut Act<'_>, signup: Uuid) -> Result<(Uuid, Option<Uuid>, bool)> {
    let (id, occurrence, person, name) = people::which(act.sql(), signup).await?;
    Lists::of_actor(act).await?.demand(id)?;
    let wanted = taken(act, id, occurrence).await?;
    call_store::drop_of(act.sql(), id, person, &name).await?;
    people::strike(act.sql(), signup).await?;
    let up = fill(act, &wanted).await?;
    act.refresh_pages();
    Ok((id, occurrence, up > 0))
}

/// Notes that somebody who is signed up came to an occurrence of today or before, or that they did not after all. Gives the activity.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`] for an activity somebody else carries, [`Error::Refused`] before the day or where it was
/// cancelled, or when the database fails.
pub async fn note_came(act: &mut Act<'_>, signup: Uuid, occurrence: Uuid, came: bool) -> Result<()> {
    let (id, only, ..) = people::which(act.sql(), signup).await?;
    Lists::of_actor(act).await?.demand(id)?;
    let (space, at, today) = (act.space().id, act.at(), act.today());
    let o = store::occurrence(act.sql(), space, occurrence).await?;
    if o.activity_id != id || only.is_some_and(|only| only != o.id) {
        return Err(Error::NotFound);
    }
    if o.state != State::Planned || crate::seen::date_of(&o.starts_at) > today {
        return Err(Error::Refused("programme-not-yet"));
    }
    people::note_came(act.sql(), signup, o.id, came, at).await?;
    act.refresh_pages();
    Ok(())
}

/// Gives free places to those who wait, and tells them. Gives how many got one.
async fn fill(act: &mut Act<'_>, wanted: &For) -> Result<usize> {
    let there = people::of(act.sql(), wanted.activity.id, wanted.about()).await?;
    let seated = there.iter().filter(|s| s.state == Seat::In).count();
    let free = wanted.activity.capacity.map_or(usize::MAX, |c| usize::try_from(c).unwrap_or(0).saturating_sub(seated));
    let up: Vec<&SignedUp> = there.iter().filter(|s| s.state == Seat::Waiting).take(free).collect();
    if up.is_empty() {
        return Ok(0);
    }
    let at = act.at();
    let next = match &wanted.occurrence {
        Some(o) => Some(o.clone()),
        None => store::of_activity(act.sql(), wanted.activity.id, at, 100).await?.into_iter().find(Occurrence::is_planned),
    };
    for s in &up {
        people::move_up(act.sql(), s.id).await?;
        if let Some(next) = &next {
            let name = Named { name: s.name.clone(), phone: s.phone.clone() };
            let who = Concerned { people: s.person_id.into_iter().collect(), names: if s.person_id.is_none() { vec![name] } else { vec![] } };
            calls::tell(act, &who, &News::new(What::Seat, next)).await?;
        }
    }
    Ok(up.len())
}

/// Gives free places to those who wait for anything of an activity: its capacity may have grown.
pub(crate) async fn fill_all(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    people::take_turn(act.sql(), id).await?;
    let (activity, at) = (activity(act, id).await?, act.at());
    let mut all = vec![For { activity: activity.clone(), occurrence: None }];
    for (occurrence, (_, waiting)) in people::counts_of(act.sql(), id, at).await? {
        if waiting > 0 {
            let space = act.space().id;
            let occurrence = store::occurrence(act.sql(), space, occurrence).await?;
            all.push(For { activity: activity.clone(), occurrence: Some(occurrence) });
        }
    }
    for wanted in all {
        fill(act, &wanted).await?;
    }
    Ok(())
}
