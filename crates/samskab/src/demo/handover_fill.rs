//! The tasks of the former employees of the demonstration's house: laid out, wanted, agreed, tried and handed over, by the acts a person
//! would do. What is settled on one day is settled at one meeting in front of the board.

use std::collections::BTreeSet;

use chrono::{Datelike, Duration};
use samskab_handover::acts::{self, Agreement};
use samskab_handover::{Aim, Details, Per, State, Week};
use samskab_platform::clock::plus_days;
use samskab_platform::{Act, Result};
use uuid::Uuid;

use super::data::SpaceFile;
use super::fill::{Cast, internal};
use super::house_data::{HandoverEntry, TaskEntry};

/// A trial whose end nobody has written down lasts so many days.
const TRIAL: i64 = 28;
/// The figures of so many weeks are written down at a time; those of last week are still to be.
const AT_ONCE: usize = 4;

/// Something that happens on the board; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HandoverEvent {
    LayOut,
    Want(usize),
    Agree(i64),
    Step(i64),
    /// Some, the last of them so many weeks ago.
    Weeks(usize),
}

/// What happens on it, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, HandoverEvent)> {
    let Some(h) = &file.handover else { return vec![] };
    let mut all = vec![(h.day, HandoverEvent::LayOut)];
    // A week has ended on whatever day of it the demonstration begins.
    all.extend((2..h.weeks.len() + 2).step_by(AT_ONCE).map(|ago| (7 - 7 * i64::try_from(ago).unwrap_or(2), HandoverEvent::Weeks(ago))));
    all.extend(h.task.iter().enumerate().filter_map(|(i, t)| Some((t.wanted.as_ref()?.1, HandoverEvent::Want(i)))));
    let agreed: BTreeSet<i64> = h.task.iter().filter_map(|t| t.agreed).collect();
    all.extend(agreed.into_iter().map(|day| (day, HandoverEvent::Agree(day))));
    let stepped: BTreeSet<i64> = h.task.iter().flat_map(steps).map(|(day, ..)| day).collect();
    all.extend(stepped.into_iter().map(|day| (day, HandoverEvent::Step(day))));
    all
}

/// The steps a task takes after it is agreed, with the day and a word.
fn steps(t: &TaskEntry) -> Vec<(i64, State, &str)> {
    let mut out = vec![];
    out.extend(t.trial.map(|day| (day, State::Trial, "")));
    out.extend(t.handed.map(|day| (day, State::Handed, "")));
    for (said, state) in [(&t.back, State::Back), (&t.kept, State::Kept), (&t.ended, State::Ended)] {
        out.extend(said.as_ref().map(|(day, note)| (*day, state, note.as_str())));
    }
    out
}

/// The ids of the tasks.
#[derive(Default)]
pub(super) struct Board {
    tasks: Vec<Uuid>,
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Board, event: HandoverEvent) -> Result<()> {
    let Some(h) = &file.handover else { return Ok(()) };
    let by = cast.visitor(&h.by).await?;
    let all = || made.tasks.iter().copied().zip(&h.task);
    match event {
        HandoverEvent::LayOut => {
            let mut act = cast.begin(&by, space, &acts::WRITE).await?;
            let mut tasks = vec![];
            for t in &h.task {
                tasks.push(acts::write(&mut act, &details(cast, t)?).await?);
            }
            act.commit().await?;
            made.tasks = tasks;
            let mut act = cast.begin(&by, space, &acts::AIM).await?;
            let ((was_visits, was_activities, was_when), (promised_visits, promised_activities, promised_text)) = (h.was.clone(), h.promised.clone());
            acts::aim(&mut act, &Aim { was_visits, was_activities, was_when, promised_visits, promised_activities, promised_text }).await?;
            act.commit().await
        }
        HandoverEvent::Want(i) => {
            let Some((who, _)) = &h.task[i].wanted else { return Ok(()) };
            let mut act = cast.begin(&cast.visitor(who).await?, space, &acts::WANT).await?;
            acts::want(&mut act, made.tasks[i]).await?;
            act.commit().await
        }
        HandoverEvent::Agree(day) => {
            let mut act = cast.begin(&by, space, &acts::AGREE).await?;
            for (id, t) in all().filter(|(_, t)| t.agreed == Some(day)) {
                acts::agree(&mut act, id, &agreement(cast, t)?).await?;
            }
            act.commit().await
        }
        HandoverEvent::Step(day) => {
            let mut act = cast.begin(&by, space, &acts::MOVE).await?;
            for (id, t) in all() {
                for (_, state, note) in steps(t).into_iter().filter(|(on, ..)| *on == day) {
                    acts::step(&mut act, id, state, note).await?;
                }
            }
            act.commit().await
        }
        HandoverEvent::Weeks(ago) => weeks(cast, cast.begin(&by, space, &acts::WEEK).await?, h, ago).await,
    }
}

fn details(cast: &Cast, t: &TaskEntry) -> Result<Details> {
    let needs = |what: &str| t.needs.iter().any(|n| n == what);
    Ok(Details {
        title: t.title.clone(),
        area: t.area.clone(),
        times: t.often.0,
        per: Per::of(&t.often.1).ok_or_else(|| internal(format!("unknown period '{}'", t.often.1)))?,
        minutes: t.minutes,
        needs_key: needs("key"),
        needs_skill: needs("skill"),
        needs_certificate: needs("certificate"),
        needs: t.also.clone(),
        holder: t.holder.as_ref().map(|key| cast.person(key)).transpose()?,
        by_on: t.by_day.map(|day| plus_days(cast.today, day)),
        guide: t.guide.clone(),
        contact: t.contact.clone(),
    })
}

fn agreement(cast: &Cast, t: &TaskEntry) -> Result<Agreement> {
    let date = |day: i64| plus_days(cast.today, day);
    Ok(Agreement {
        taker: t.taker.as_ref().map(|key| cast.person(key)).transpose()?,
        group: t.group.clone(),
        by_on: t.by_day.or(t.handed).map(date),
        trial_from: t.trial.map(date),
        trial_to: t.trial.map(|from| date(t.handed.unwrap_or(from + TRIAL))),
        guide: t.guide.clone(),
        contact: t.contact.clone(),
    })
}

/// What happened in the weeks from so many ago, the oldest first.
async fn weeks(cast: &Cast, mut act: Act<'_>, h: &HandoverEntry, ago: usize) -> Result<()> {
    let this = cast.today - Duration::days(i64::from(cast.today.weekday().num_days_from_monday()));
    let written = (2..).zip(h.weeks.iter().rev()).skip(ago - 2).take(AT_ONCE).collect::<Vec<_>>();
    for (back, (visits, activities)) in written.into_iter().rev() {
        acts::week(&mut act, &Week { monday: this - Duration::weeks(back), visits: *visits, activities: *activities }).await?;
    }
    act.commit().await
}
