//! Tasks in words: how often, how long, who has them.

use samskab_platform::access::Role;
use samskab_platform::words::Lang;
use samskab_platform::{Page, SpaceView};
use uuid::Uuid;

use crate::acts::WANT;
use crate::model::{Per, State, weekly_tenths};
use crate::store::Task;

/// `3 gange om ugen`.
pub(crate) fn often(page: &Page, times: i64, per: Per) -> String {
    page.t1(&format!("handover-per-{}", per.key()), "n", times)
}

/// `45 minutter`, `1 time og 30 minutter`.
pub(crate) fn span(page: &Page, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, m) => page.t1("handover-minutes", "n", m),
        (h, 0) => page.t1("handover-hours", "n", h),
        (h, m) => page.t2("handover-both", "hours", page.t1("handover-hours", "n", h), "minutes", page.t1("handover-minutes", "n", m)),
    }
}

/// Hours a week with one decimal, where there is one: `3,5`.
pub(crate) fn hours(page: &Page, yearly: i64) -> String {
    let tenths = weekly_tenths(yearly);
    if tenths == 0 && yearly > 0 {
        return page.t("handover-hours-under");
    }
    let mark = if page.lang == Lang::Da { ',' } else { '.' };
    match tenths % 10 {
        0 => page.number(&(tenths / 10)),
        part => format!("{}{mark}{part}", page.number(&(tenths / 10))),
    }
}

/// What it needs, a word or a few for each.
pub(crate) fn needs(page: &Page, t: &Task) -> Vec<String> {
    let ticks = [(t.needs_key, "handover-needs-key"), (t.needs_skill, "handover-needs-skill"), (t.needs_certificate, "handover-needs-certificate")];
    let mut all: Vec<String> = ticks.iter().filter(|(is, _)| *is).map(|(_, word)| page.t(word)).collect();
    all.extend(Some(t.needs.clone()).filter(|n| !n.is_empty()));
    all
}

/// Who has it today: a task on trial or handed over is with whoever has taken it.
pub(crate) fn holder(page: &Page, t: &Task) -> String {
    if t.state.is_citizens() {
        return taker(page, t);
    }
    t.holder.clone().unwrap_or_else(|| page.t("handover-nobody"))
}

/// Who takes it over; empty: nobody yet.
pub(crate) fn taker(page: &Page, t: &Task) -> String {
    match (&t.taker, t.taker_group.as_str()) {
        (Some(person), "") => person.clone(),
        (Some(person), group) => page.t2("handover-group-with", "group", group, "name", person),
        (None, group) => group.to_owned(),
    }
}

/// What a state is called.
pub(crate) fn state(page: &Page, state: State) -> String {
    page.t(&format!("handover-state-{}", state.key()))
}

/// Whether the visitor is asked to take over: whoever signed in and is none of the employees the tasks are taken over from.
pub(crate) fn may_want(view: &SpaceView) -> bool {
    view.may(&WANT) && !view.holds(Role::Facilitator)
}

/// A task as a line of a list.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) title: String,
    /// Area, how often and how long.
    pub(crate) line: String,
    /// Hours a week.
    pub(crate) hours: String,
    pub(crate) needs: String,
    pub(crate) holder: String,
    pub(crate) taker: String,
    pub(crate) by: String,
    pub(crate) late: bool,
    pub(crate) tag: (&'static str, String),
    /// Who would like it.
    pub(crate) wishes: String,
    /// Whether the visitor can say that they would like it.
    pub(crate) may_want: bool,
    /// Whether a stranger can, once they have signed in.
    pub(crate) may_sign_in: bool,
}

impl Row {
    pub(crate) fn of(page: &Page, view: &SpaceView, t: &Task, wishes: &[(Uuid, String)]) -> Self {
        let wanted = view.person.is_some_and(|p| wishes.iter().any(|w| w.0 == p));
        let parts = [t.area.clone(), often(page, t.times, t.per), span(page, t.minutes)];
        Self {
            href: view.under(&format!("overdragelse/{}", t.id)),
            title: t.title.clone(),
            line: parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "),
            hours: page.t1("handover-hours-a-week", "hours", hours(page, t.yearly())),
            needs: needs(page, t).join(", "),
            holder: holder(page, t),
            taker: if t.state.is_citizens() { String::new() } else { taker(page, t) },
            by: t.by_on.map(|day| page.date(&day)).unwrap_or_default(),
            late: t.is_late(page.today()),
            tag: (t.state.tag(), state(page, t.state)),
            wishes: wishes.iter().map(|w| w.1.as_str()).collect::<Vec<_>>().join(", "),
            may_want: t.state.is_open() && !wanted && may_want(view),
            may_sign_in: t.state.is_open() && view.person.is_none() && view.space.closed_at.is_none(),
        }
    }
}
