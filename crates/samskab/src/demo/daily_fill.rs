//! The everyday of the demonstration's house: who comes, duties, keys, numbers, house rules and what stands on the board, by the acts
//! a person would do.

use chrono::{Datelike, Duration};
use samskab_daily::acts::{CONTACT, COUNT, DUTY, ENROL, KEY, MESSAGE, RULES};
use samskab_platform::clock::plus_days;
use samskab_platform::{Result, Visitor};
use uuid::Uuid;

use super::association_fill::Members;
use super::data::SpaceFile;
use super::fill::Cast;
use super::house_data::DailyEntry;

/// So many days back people were counted.
const COUNTED: i64 = 25;
/// Duties are given so many weeks ahead.
const WEEKS: i64 = 4;

/// Something that happens; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DailyEvent {
    SetUp,
    Count(i64),
    Tell,
}

/// What happens in the everyday of a space, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, DailyEvent)> {
    let Some(d) = &file.daily else { return vec![] };
    let mut all = vec![(d.day, DailyEvent::SetUp), (-1, DailyEvent::Tell)];
    all.extend((-COUNTED..0).map(|n| (n + 1, DailyEvent::Count(n))));
    all
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, members: &Members, event: DailyEvent) -> Result<()> {
    let Some(d) = &file.daily else { return Ok(()) };
    let by = &cast.visitor(&d.by).await?;
    match event {
        DailyEvent::SetUp => set_up(cast, space, by, d, members).await,
        DailyEvent::Count(n) => {
            let day = plus_days(cast.today, n);
            let usual = d.usual.get(usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0)).copied().unwrap_or(0);
            if usual == 0 {
                return Ok(());
            }
            // A little more or less, and the same every time.
            let heads = usual + (i64::from(day.num_days_from_ce()) * 37) % 23 - 11;
            let mut act = cast.begin(by, space, &COUNT).await?;
            samskab_daily::count(&mut act, day, heads).await?;
            act.commit().await?;
            samskab_daily::tidy::tick(&cast.app).await
        }
        DailyEvent::Tell => {
            for text in &d.message {
                let mut act = cast.begin(by, space, &MESSAGE).await?;
                samskab_daily::tell(&mut act, text, plus_days(cast.today, -1), plus_days(cast.today, 5)).await?;
                act.commit().await?;
            }
            Ok(())
        }
    }
}

async fn set_up(cast: &Cast, space: Uuid, by: &Visitor, d: &DailyEntry, members: &Members) -> Result<()> {
    let mut act = cast.begin(by, space, &RULES).await?;
    samskab_daily::set_rules(&mut act, &d.rules).await?;
    act.commit().await?;
    for c in &d.contact {
        let mut act = cast.begin(by, space, &CONTACT).await?;
        samskab_daily::write_contact(&mut act, None, &c.matter, &c.who, &c.phone, &c.note, c.open).await?;
        act.commit().await?;
    }
    let mut act = cast.begin(by, space, &KEY).await?;
    for k in &d.key {
        let key = samskab_daily::add_key(&mut act, &k.name, &k.opens).await?;
        if let Some(holder) = &k.holder {
            samskab_daily::hand_out(&mut act, key, cast.person(holder)?, k.signed).await?;
        }
    }
    act.commit().await?;
    let mut act = cast.begin(by, space, &ENROL).await?;
    for (n, name) in d.regular.iter().enumerate() {
        samskab_daily::enter(&mut act, members.named(name).ok_or(name.as_str()), true, &format!("{}", 4_001 + n)).await?;
    }
    act.commit().await?;
    let monday = cast.today - Duration::days(i64::from(cast.today.weekday().num_days_from_monday()));
    let mut act = cast.begin(by, space, &DUTY).await?;
    for duty in &d.duty {
        samskab_daily::give(&mut act, &duty.kind, monday + Duration::days(duty.weekday - 1), WEEKS, cast.person(&duty.person)?).await?;
    }
    act.commit().await
}
