//! The programme of the demonstration's house: set up, planned and signed up for by the acts a person would do.

use samskab_platform::clock::plus_days;
use samskab_platform::{Error, Result, Visitor};
use samskab_programme::acts::{CANCEL, CLOSE, ENTER, GROUP, HOURS, PLAN, ROOM, SEASON, SIGN_UP, WISH};
use samskab_programme::planning::{self, Plan};
use samskab_programme::seasons::{self, NewWish};
use samskab_programme::signing::Entered;
use samskab_programme::{About, Kind, Signup, Slot, editing, house, next_of, plan_series, signing, time_typed};
use uuid::Uuid;

use super::data::SpaceFile;
use super::fill::{Cast, internal, put};
use super::house_data::{ActivityEntry, ProgrammeEntry, SeasonEntry};

/// Something that happens; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ProgrammeEvent {
    SetUp,
    Plan(usize),
    SignUp(usize),
    Cancel(usize),
    Season,
    Wish(usize),
}

/// What happens to the programme of a space, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, ProgrammeEvent)> {
    let Some(p) = &file.programme else { return vec![] };
    let mut all = vec![(p.day, ProgrammeEvent::SetUp)];
    for (i, a) in p.activity.iter().enumerate() {
        all.push((a.first_day.min(-1), ProgrammeEvent::Plan(i)));
        if !(a.people.is_empty() && a.names.is_empty()) {
            all.push((0, ProgrammeEvent::SignUp(i)));
        }
        if !a.cancelled.is_empty() {
            all.push((0, ProgrammeEvent::Cancel(i)));
        }
    }
    if let Some(s) = &p.season {
        all.push((s.day, ProgrammeEvent::Season));
        all.extend(s.wish.iter().enumerate().map(|(i, w)| (w.day, ProgrammeEvent::Wish(i))));
    }
    all
}

/// The ids of what was made, by name.
#[derive(Debug, Default)]
pub(super) struct House {
    rooms: Vec<(String, Uuid)>,
    groups: Vec<(String, Uuid)>,
    activities: Vec<Uuid>,
    season: Uuid,
}

fn named(all: &[(String, Uuid)], name: &str) -> Result<Uuid> {
    all.iter().find(|(n, _)| n == name).map(|(_, id)| *id).ok_or_else(|| internal(format!("nothing is called '{name}'")))
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut House, event: ProgrammeEvent) -> Result<()> {
    let Some(p) = &file.programme else { return Ok(()) };
    let by = cast.visitor(&p.by).await?;
    match event {
        ProgrammeEvent::SetUp => set_up(cast, p, space, &by, made).await,
        ProgrammeEvent::Plan(i) => {
            let id = plan(cast, &p.activity[i], space, &by, made).await?;
            put(&mut made.activities, i, id);
            Ok(())
        }
        ProgrammeEvent::SignUp(i) => sign_up(cast, &p.activity[i], space, &by, made.activities[i]).await,
        ProgrammeEvent::Cancel(i) => {
            let mut act = cast.begin(&by, space, &CANCEL).await?;
            let next = next_of(act.sql(), made.activities[i], cast.app.clock.now()).await?;
            editing::cancel_one(&mut act, next, &p.activity[i].cancelled).await?;
            act.commit().await
        }
        ProgrammeEvent::Season => {
            let Some(s) = &p.season else { return Ok(()) };
            let [first, last, until] = [s.first_day, s.last_day, s.until_day].map(|day| plus_days(cast.today, day));
            let half = if chrono::Datelike::month(&first) < 7 { "Foråret" } else { "Efteråret" };
            let mut act = cast.begin(&by, space, &SEASON).await?;
            made.season = seasons::open(&mut act, &format!("{half} {}", chrono::Datelike::year(&first)), first, last, until).await?;
            act.commit().await
        }
        ProgrammeEvent::Wish(i) => match &p.season {
            Some(s) => wish(cast, s, i, space, made).await,
            None => Ok(()),
        },
    }
}

fn minute(text: &str) -> Option<i64> {
    time_typed(text).map(|t| i64::from(chrono::Timelike::num_seconds_from_midnight(&t) / 60))
}

async fn wish(cast: &Cast, s: &SeasonEntry, i: usize, space: Uuid, made: &House) -> Result<()> {
    let w = &s.wish[i];
    let slot = |(weekday, from, to): &(i64, String, String)| {
        let (from, to) = minute(from).zip(minute(to)).ok_or_else(|| internal(format!("the times of '{}'", w.title)))?;
        Ok::<_, Error>(Slot { weekday: *weekday, from, minutes: to - from })
    };
    let (first, second) = (slot(&w.first)?, w.second.as_ref().map(slot).transpose()?);
    let needs = w.needs.iter().map(|name| named(&made.rooms, name)).collect::<Result<Vec<_>>>()?;
    let mut act = cast.begin(&cast.visitor(&w.by).await?, space, &WISH).await?;
    let new = NewWish { title: w.title.clone(), carrier: w.carrier.clone(), seats: Some(w.seats), first, second, needs };
    seasons::wish(&mut act, made.season, &new).await?;
    act.commit().await
}

async fn set_up(cast: &Cast, p: &ProgrammeEntry, space: Uuid, by: &Visitor, made: &mut House) -> Result<()> {
    for r in &p.room {
        let mut act = cast.begin(by, space, &ROOM).await?;
        let kind = if r.equipment { Kind::Equipment } else { Kind::Room };
        let room = house::Room { kind, name: r.name.clone(), seats: r.seats, text: r.text.clone() };
        made.rooms.push((r.name.clone(), house::room(&mut act, None, &room).await?));
        act.commit().await?;
    }
    let hours: Vec<(i64, i64, i64)> = (1..).zip(&p.hours).filter_map(|(day, (from, to))| Some((day, minute(from)?, minute(to)?))).collect();
    let mut act = cast.begin(by, space, &HOURS).await?;
    house::hours(&mut act, &hours, false).await?;
    act.commit().await?;
    for c in &p.closing {
        let mut act = cast.begin(by, space, &CLOSE).await?;
        planning::close(&mut act, plus_days(cast.today, c.first_day), plus_days(cast.today, c.last_day), &c.reason).await?;
        act.commit().await?;
    }
    for g in &p.carried {
        let mut act = cast.begin(by, space, &GROUP).await?;
        made.groups.push((g.name.clone(), house::group(&mut act, None, &g.name, &g.text, &g.carriers).await?));
        act.commit().await?;
    }
    Ok(())
}

async fn plan(cast: &Cast, a: &ActivityEntry, space: Uuid, by: &Visitor, made: &House) -> Result<Uuid> {
    let (first, last) = (plus_days(cast.today, a.first_day), plus_days(cast.today, a.last_day));
    let series = plan_series(&a.rule, first, last, &a.from, &a.to).ok_or_else(|| internal(format!("the times of '{}'", a.title)))?;
    let mut act = cast.begin(by, space, &PLAN).await?;
    let about = About {
        title: a.title.clone(),
        text: a.text.clone(),
        group: a.group.as_ref().map(|name| named(&made.groups, name)).transpose()?,
        carrier_id: cast.person(&a.carrier).ok(),
        carrier: if cast.person(&a.carrier).is_ok() { String::new() } else { a.carrier.clone() },
        signup: Signup::of(&a.signup).ok_or_else(|| internal(format!("unknown sign-up '{}'", a.signup)))?,
        capacity: a.capacity,
    };
    let resources = a.rooms.iter().map(|name| named(&made.rooms, name)).collect::<Result<Vec<_>>>()?;
    let made = planning::plan(&mut act, &Plan { about, series, resources }).await?;
    let id = made.map_err(|clash| internal(format!("'{}' clashes: {clash:?}", a.title)))?;
    act.commit().await?;
    Ok(id)
}

async fn sign_up(cast: &Cast, a: &ActivityEntry, space: Uuid, by: &Visitor, id: Uuid) -> Result<()> {
    let next = if a.signup == Signup::Each.key() { Some(next_of(&mut cast.app.db.read().await?, id, cast.app.clock.now()).await?) } else { None };
    for key in &a.people {
        let mut act = cast.begin(&cast.visitor(key).await?, space, &SIGN_UP).await?;
        signing::sign_up(&mut act, id, next).await?;
        act.commit().await?;
    }
    if !a.names.is_empty() {
        let mut act = cast.begin(by, space, &ENTER).await?;
        let names: Vec<Entered> = a.names.iter().map(|line| Entered::of(line, &[])).collect();
        signing::enter(&mut act, id, next, &names).await?;
        act.commit().await?;
    }
    if let Some(key) = &a.leaves {
        let mut act = cast.begin(&cast.visitor(key).await?, space, &SIGN_UP).await?;
        signing::sign_off(&mut act, id, next).await?;
        act.commit().await?;
    }
    Ok(())
}
