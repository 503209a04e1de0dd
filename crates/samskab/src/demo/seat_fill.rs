//! The seats of a space of the demonstration: described, called for, drawn for, filled.

use samskab_platform::Result;
use samskab_platform::clock::plus_days;
use samskab_platform::person::Details;
use samskab_recruitment::acts::{CALL, CLOSE, DRAW, ENTER, INTEREST, LIST, OPEN, PLACE, SEAT};
use samskab_recruitment::{CallText, Seats, Way, Wish, calls, interests, lots, seats};
use uuid::Uuid;

use super::data::{InterestEntry, SpaceFile};
use super::fill::{Cast, internal};

/// Something that happens with seats; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SeatEvent {
    Describe(usize),
    Place(usize),
    Open(usize),
    Interest(usize, usize),
    Close(usize),
    List(usize),
    Draw(usize),
}

/// What has been made so far.
#[derive(Default)]
pub(super) struct Made {
    seats: Vec<Uuid>,
    calls: Vec<Uuid>,
    /// The lot of each call that has one, and who wants what.
    lots: Vec<Option<Uuid>>,
    interests: Vec<Vec<Uuid>>,
}

/// All events with their day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, SeatEvent)> {
    let mut all = vec![];
    for (i, s) in file.seat.iter().enumerate() {
        all.push((s.day, SeatEvent::Describe(i)));
        if !s.holder.is_empty() {
            all.push((s.filled_day.unwrap_or(s.day), SeatEvent::Place(i)));
        }
    }
    for (i, c) in file.call.iter().enumerate() {
        all.push((c.opened_day, SeatEvent::Open(i)));
        all.extend(c.interest.iter().enumerate().map(|(j, x)| (x.day, SeatEvent::Interest(i, j))));
        all.extend(c.closed_day.map(|day| (day, SeatEvent::Close(i))));
        if let Some(lot) = &c.lot {
            all.extend([(lot.listed_day, SeatEvent::List(i)), (lot.drawn_day, SeatEvent::Draw(i))]);
        }
    }
    all
}

fn seat_of(file: &SpaceFile, made: &Made, key: &str) -> Result<Uuid> {
    let at = file.seat.iter().position(|s| s.key == key).ok_or_else(|| internal(format!("no seat '{key}'")))?;
    made.seats.get(at).copied().ok_or_else(|| internal(format!("the seat '{key}' is not described yet")))
}

/// Lets it happen.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Made, event: SeatEvent) -> Result<()> {
    let secretary = cast.visitor(&file.created_by).await?;
    match event {
        SeatEvent::Describe(i) => {
            let s = &file.seat[i];
            let date = |day: Option<i64>| day.map(|d| plus_days(cast.today, d));
            let role = samskab_platform::access::Role::of(&s.role).ok_or_else(|| internal(format!("unknown role '{}'", s.role)))?;
            let new = Seats {
                title: s.title.clone(),
                description: s.description.clone(),
                role,
                seats: s.seats,
                from_on: date(s.from_day),
                until_on: date(s.until_day),
            };
            let mut act = cast.begin(&secretary, space, &SEAT).await?;
            made.seats.push(seats::write(&mut act, None, &new).await?);
            act.commit().await
        }
        SeatEvent::Place(i) => {
            let s = &file.seat[i];
            for holder in &s.holder {
                let mut act = cast.begin(&secretary, space, &PLACE).await?;
                let today = act.today();
                seats::place(&mut act, made.seats[i], cast.person(holder)?, today).await?;
                act.commit().await?;
            }
            Ok(())
        }
        SeatEvent::Open(i) => {
            let c = &file.call[i];
            let profiles = c.seats.iter().map(|key| seat_of(file, made, key)).collect::<Result<Vec<Uuid>>>()?;
            let text = CallText {
                title: c.title.clone(),
                text: c.text.clone(),
                period: c.period.clone(),
                meetings: c.meetings.clone(),
                preparation: c.preparation.clone(),
                contact: c.contact.clone(),
                working_groups: c.working_groups,
                deadline: plus_days(cast.today, c.deadline_day),
                profiles,
            };
            let mut act = cast.begin(&secretary, space, &CALL).await?;
            let id = calls::write(&mut act, None, &text).await?;
            act.commit().await?;
            let mut act = cast.begin(&secretary, space, &OPEN).await?;
            calls::open(&mut act, id).await?;
            act.commit().await?;
            made.calls.push(id);
            made.lots.push(None);
            made.interests.push(vec![]);
            Ok(())
        }
        SeatEvent::Interest(i, j) => {
            let id = interest(cast, file, space, made, i, &file.call[i].interest[j]).await?;
            made.interests[i].push(id);
            Ok(())
        }
        SeatEvent::Close(i) => {
            let mut act = cast.begin(&secretary, space, &CLOSE).await?;
            calls::close(&mut act, made.calls[i]).await?;
            act.commit().await
        }
        SeatEvent::List(i) => {
            let Some(lot) = &file.call[i].lot else { return Ok(()) };
            let seat = seat_of(file, made, &lot.seat)?;
            let wants = |(_, x): &(&Uuid, &InterestEntry)| x.seats.contains(&lot.seat);
            let who: Vec<Uuid> = made.interests[i].iter().zip(&file.call[i].interest).filter(wants).map(|(id, _)| *id).collect();
            let mut act = cast.begin(&secretary, space, &LIST).await?;
            let id = lots::close_list(&mut act, made.calls[i], seat, lot.seats, &who).await?;
            act.commit().await?;
            made.lots[i] = Some(id);
            Ok(())
        }
        SeatEvent::Draw(i) => {
            let (Some(lot), Some(id)) = (&file.call[i].lot, made.lots[i]) else { return Ok(()) };
            let mut act = cast.begin(&secretary, space, &DRAW).await?;
            lots::draw(&mut act, id, &lot.seed).await?;
            act.commit().await
        }
    }
}

/// Somebody known shows interest themselves; somebody else sends a form on paper.
async fn interest(cast: &Cast, file: &SpaceFile, space: Uuid, made: &Made, i: usize, x: &InterestEntry) -> Result<Uuid> {
    let profiles = x.seats.iter().map(|key| seat_of(file, made, key)).collect::<Result<Vec<Uuid>>>()?;
    let wish = Wish { why: x.why.clone(), working_group: x.working_group, profiles };
    let id = match &x.person {
        Some(person) => {
            let mut act = cast.begin(&cast.visitor(person).await?, space, &INTEREST).await?;
            let id = interests::register(&mut act, made.calls[i], &wish, None).await?;
            act.commit().await?;
            id
        }
        None => {
            let who = Details { name: x.name.clone(), email: x.email.clone(), phone: x.phone.clone(), ..Details::default() };
            let mut act = cast.begin(&cast.visitor(&file.created_by).await?, space, &ENTER).await?;
            let id = interests::enter(&mut act, made.calls[i], &who, &wish, Way::Paper).await?;
            act.commit().await?;
            id
        }
    };
    Ok(id)
}
