//! The meetings of the demonstration: planned, held and minuted by the acts a person would do.

use samskab_meetings::acts::{self, AGENDA, APPROVE, ATTEND, CALL, DECIDE, ENTER, PLAN, PROMISE, REPLY, SEND, WRITE};
use samskab_meetings::places::{self, Row};
use samskab_meetings::{DecisionText, ItemText, Kind, Needs, Plan, Reply, agenda, minutes, moment};
use samskab_platform::clock::plus_days;
use samskab_platform::{Result, Visitor};
use uuid::Uuid;

use super::data::MeetingEntry;
use super::fill::{Cast, internal};

/// A meeting that was planned, with its agenda.
#[derive(Debug, Clone, Default)]
pub(super) struct Meeting {
    id: Uuid,
    items: Vec<Uuid>,
}

/// Plans a meeting with its agenda and, where it is for the team, calls it.
pub(super) async fn plan(cast: &Cast, space: Uuid, m: &MeetingEntry) -> Result<Meeting> {
    let by = cast.visitor(&m.by).await?;
    let date = plus_days(cast.today, m.day);
    let at = |text: &str| {
        let time = samskab_meetings::time_of_day(text).ok_or_else(|| internal(format!("'{text}' is not a time")))?;
        moment(date, time).map_err(|_| internal(format!("{date} {text} is not there")))
    };
    let kind = Kind::of(&m.kind).ok_or_else(|| internal(format!("unknown kind '{}'", m.kind)))?;
    let plan = Plan {
        kind,
        title: m.title.clone(),
        starts_at: at(&m.from)?,
        ends_at: at(&m.to)?,
        place: m.place.clone(),
        online: m.online.clone(),
        bring: m.bring.clone(),
        capacity: m.capacity,
    };
    let mut act = cast.begin(&by, space, &PLAN).await?;
    let id = acts::plan(&mut act, &[plan]).await?[0];
    act.commit().await?;
    let mut items = vec![];
    for item in &m.item {
        let mut act = cast.begin(&by, space, &AGENDA).await?;
        let text = ItemText {
            title: item.title.clone(),
            presentation: item.presentation.clone(),
            proposal: item.proposal.clone(),
            minutes: item.minutes,
            presenter: item.presenter.clone(),
            ground: item.ground.clone(),
        };
        items.push(agenda::add(&mut act, id, &text).await?);
        act.commit().await?;
    }
    if kind == Kind::Team {
        let mut act = cast.begin(&by, space, &CALL).await?;
        acts::call(&mut act, id).await?;
        act.commit().await?;
    }
    if m.day >= 0 {
        answers(cast, space, m, id).await?;
    }
    Ok(Meeting { id, items })
}

/// Those who have answered before the meeting.
async fn answers(cast: &Cast, space: Uuid, m: &MeetingEntry, id: Uuid) -> Result<()> {
    for (keys, wish) in [(&m.came, Reply::Coming), (&m.declined, Reply::Declined)] {
        for key in keys {
            let mut act = cast.begin(&cast.visitor(key).await?, space, &REPLY).await?;
            let needs = m.needs.get(key).map_or_else(Needs::default, |ticked| Needs::of(|need| ticked.iter().any(|t| t == need), ""));
            places::reply(&mut act, id, wish, needs).await?;
            act.commit().await?;
        }
    }
    let by = cast.visitor(&m.by).await?;
    for guest in &m.guests {
        let mut act = cast.begin(&by, space, &ENTER).await?;
        places::enter(&mut act, id, guest, "").await?;
        act.commit().await?;
    }
    Ok(())
}

/// What happened: who came, what was said and decided.
pub(super) async fn hold(cast: &Cast, space: Uuid, m: &MeetingEntry, meeting: &Meeting) -> Result<()> {
    let by = cast.visitor(&m.by).await?;
    let mut act = cast.begin(&by, space, &ATTEND).await?;
    let mut there = vec![];
    for key in &m.came {
        there.push((Row::Person(cast.person(key)?), true));
    }
    places::attend(&mut act, meeting.id, &there).await?;
    act.commit().await?;
    for guest in &m.guests {
        let mut act = cast.begin(&by, space, &ENTER).await?;
        places::enter(&mut act, meeting.id, guest, "").await?;
        act.commit().await?;
    }
    if m.item.iter().any(|i| !i.ground.is_empty()) {
        let mut act = cast.begin(&by, space, &PROMISE).await?;
        if agenda::promise(&mut act, meeting.id).await? {
            act.commit().await?;
        }
    }
    for (item, id) in m.item.iter().zip(&meeting.items) {
        if !item.text.is_empty() {
            write(cast, &by, space, meeting.id, *id, &item.text).await?;
        }
        for d in &item.decision {
            let mut act = cast.begin(&by, space, &DECIDE).await?;
            let (about, text) = (d.about.clone(), d.text.clone());
            let text = DecisionText { item: Some(*id), about, text, votes_for: d.votes_for, votes_against: d.against, abstained: d.abstained };
            minutes::decide(&mut act, meeting.id, &text).await?;
            act.commit().await?;
        }
    }
    if !m.rest.is_empty() {
        write(cast, &by, space, meeting.id, meeting.id, &m.rest).await?;
    }
    if m.item.iter().all(|i| i.text.is_empty()) {
        return Ok(());
    }
    let mut act = cast.begin(&by, space, &SEND).await?;
    // Minutes that nobody has approved yet are still open to objections on the day somebody looks at them.
    let until = if m.approved_day.is_some() { plus_days(act.today(), 14) } else { plus_days(cast.today, 7) };
    minutes::send(&mut act, meeting.id, until).await?;
    act.commit().await
}

async fn write(cast: &Cast, by: &Visitor, space: Uuid, meeting: Uuid, text: Uuid, words: &str) -> Result<()> {
    let mut act = cast.begin(by, space, &WRITE).await?;
    minutes::put(&mut act, meeting, text, words).await?;
    act.commit().await
}

/// The minutes are approved, as at the next meeting.
pub(super) async fn approve(cast: &Cast, space: Uuid, m: &MeetingEntry, meeting: &Meeting) -> Result<()> {
    let mut act = cast.begin(&cast.visitor(&m.by).await?, space, &APPROVE).await?;
    minutes::approve(&mut act, meeting.id).await?;
    act.commit().await
}
