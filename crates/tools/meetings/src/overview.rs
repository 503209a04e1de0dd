//! What meetings show on the space's page, on somebody's own page and on the front page, and what can be searched for.

use std::collections::BTreeMap;

use askama::Template;
use chrono::{Datelike, Duration};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Document, Glance, MandatePart, Mine, MinePart, Need, Overview, Todo, Used, ids_of};
use samskab_platform::{Page, Result, SpaceView, rich_text};
use uuid::Uuid;

use crate::acts::{AGENDA, CALL};
use crate::minutes_store;
use crate::model::{Kind, Minutes, Reply};
use crate::pages::{inner, path_of};
use crate::seen::{self, when_somewhere};
use crate::store::{self, Meeting, Somewhere};
use crate::telling::place;

/// A dialogue meeting stands on the front page so many days before.
const DAYS_AHEAD: i64 = 45;
/// The team is asked whether it comes so many days before.
const ASKED_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "next_meeting.html")]
pub(crate) struct NextMeeting<'a> {
    pub(crate) page: &'a Page,
    pub(crate) view: &'a SpaceView,
    pub(crate) m: &'a Meeting,
    pub(crate) when: String,
    pub(crate) href: String,
    pub(crate) seats: Option<String>,
    pub(crate) more: bool,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let coming = store::coming(sql, view.space.id, page.now, 3).await?;
    let mut coming = coming.into_iter().filter(|m| m.cancelled_at.is_none());
    let Some(next) = coming.next() else { return Ok(out) };
    let (when, href) = (seen::when(page, &next), path_of(view, next.id));
    let (taken, waiting) = (store::taken(sql, next.id, Reply::Coming).await?, store::taken(sql, next.id, Reply::Waiting).await?);
    let seats = seen::seats(page, &next, taken, waiting);
    let soon = next.starts_at - page.now <= Duration::days(ASKED_DAYS);
    if let Some(person) = view.person.filter(|_| soon && (inner(view) || next.is_open()) && view.space.closed_at.is_none()) {
        let own = store::own(sql, next.id, person).await?;
        if own.is_none() && (next.invited_at.is_some() || next.is_open()) {
            out.todos.push(Todo {
                order: 3,
                text: page.t1("meetings-todo-reply", "title", &next.title),
                detail: when.clone(),
                href: href.clone(),
                button: page.t("meetings-reply"),
            });
        }
    }
    if soon && view.may(&AGENDA) && store::count_items(sql, next.id).await? == 0 {
        let text = page.t1("meetings-todo-agenda", "title", &next.title);
        out.todos.push(Todo { order: 4, text, detail: when.clone(), href: format!("{href}/dagsorden"), button: page.t("meetings-todo-agenda-button") });
    } else if soon && next.invited_at.is_none() && view.may(&CALL) {
        let text = page.t1("meetings-todo-call", "title", &next.title);
        out.todos.push(Todo { order: 4, text, detail: when.clone(), href: href.clone(), button: page.t("meetings-todo-call-button") });
    }
    let more = coming.next().is_some();
    out.aside.push((5, NextMeeting { page, view, m: &next, when, href, seats, more }.render()?));
    Ok(out)
}

/// The meeting plan as the frame promises it: how many in which month. A day that moves within its month changes no promise.
pub(crate) async fn mandate(sql: &mut Sql, space: &Space, page: &Page) -> Result<Vec<MandatePart>> {
    let plan = store::plan_of(sql, space.id).await?;
    if plan.is_empty() {
        return Ok(vec![]);
    }
    let mut months: BTreeMap<(i32, u32), (i64, i64)> = BTreeMap::new();
    for (kind, starts_at) in &plan {
        let day = starts_at.with_timezone(&Copenhagen);
        let (team, open) = months.entry((day.year(), day.month())).or_default();
        *(if kind == Kind::Dialogue.key() { open } else { team }) += 1;
    }
    let line = |((year, month), (team, open)): (&(i32, u32), &(i64, i64))| {
        let kinds = [("meetings-plan-team", *team), ("meetings-plan-open", *open)];
        let words = kinds.into_iter().filter(|(_, n)| *n > 0).map(|(word, n)| page.t1(word, "n", n)).collect::<Vec<_>>().join(", ");
        format!("{} {year}: {words}", page.t(&format!("month-{month}")))
    };
    let text = months.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(vec![MandatePart { word: "mandate-meetings", n: i64::try_from(plan.len()).unwrap_or(i64::MAX), text }])
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let replies: BTreeMap<Uuid, Reply> = store::replies_of(sql, person).await?.into_iter().collect();
    let of = |m: Somewhere| {
        let reply = replies.get(&m.id).copied();
        let (part, button, tag) = match reply {
            None => (MinePart::Invited, page.t("meetings-reply"), None),
            Some(Reply::Declined | Reply::Silent) => return None,
            Some(reply) => {
                let class = if reply == Reply::Waiting { "wait" } else { "ok" };
                (MinePart::Next, String::new(), Some((class, page.t(&format!("meetings-you-{}", reply.key())))))
            }
        };
        let detail = [m.space.clone(), when_somewhere(page, &m), place(&m.place, &m.online)].join(" · ");
        Some(Mine { part, text: m.title, detail, href: format!("/forloeb/{}/moeder/{}", m.slug, m.id), button, tag })
    };
    Ok(store::of_person(sql, person, page.now).await?.into_iter().filter_map(of).collect())
}

pub(crate) async fn needs(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Need>> {
    let slugs: BTreeMap<&str, &Space> = spaces.iter().map(|s| (s.slug.as_str(), s)).collect();
    let open = store::open(sql, page.now, page.now + Duration::days(DAYS_AHEAD)).await?;
    let need = |m: &Somewhere| {
        let space = slugs.get(m.slug.as_str()).filter(|s| s.closed_at.is_none())?;
        Some(Need {
            space: space.title.clone(),
            text: m.title.clone(),
            detail: format!("{} · {}", when_somewhere(page, m), place(&m.place, &m.online)),
            href: format!("/forloeb/{}/moeder/{}", m.slug, m.id),
            foot: if m.capacity.is_some() { page.t("meetings-need-seats") } else { page.t("meetings-need-open") },
        })
    };
    Ok(open.iter().filter_map(need).take(3).collect())
}

/// Meetings with their open items and what of the minutes everybody may read, and decisions.
pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let mut out = vec![];
    for m in store::all(sql, space.id, 300).await? {
        let items = store::items(sql, m.id).await?;
        let texts = if m.minutes_state == Minutes::Draft { vec![] } else { minutes_store::texts(sql, m.id).await? };
        let mut parts = vec![m.place.clone()];
        for item in items.iter().filter(|i| !i.is_closed()) {
            parts.extend([item.title.clone(), rich_text::plain(&item.presentation), rich_text::plain(&item.proposal)]);
        }
        let open = |id: Uuid| id == m.id || items.iter().any(|i| i.id == id && !i.is_closed());
        parts.extend(texts.iter().filter(|t| open(t.id)).map(|t| rich_text::plain(&t.text)));
        parts.retain(|p| !p.trim().is_empty());
        let (title, text, href) = (m.title, parts.join("\n"), format!("/forloeb/{}/moeder/{}", space.slug, m.id));
        out.push(Document { kind: "meeting", id: m.id, title, text, href });
    }
    for d in minutes_store::of_space(sql, space.id, 1_000, 0).await? {
        let href = format!("/forloeb/{}/moeder/beslutninger/{}", space.slug, d.id);
        out.push(Document { kind: "decision", id: d.id, title: d.text, text: format!("{} {}", d.about, d.meeting).trim().to_owned(), href });
    }
    Ok(out)
}

/// When each meets next.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let mut out: Vec<Glance> = vec![];
    for (id, meeting, starts_at) in store::next(sql, &ids_of(spaces), page.now).await? {
        let Some(space) = spaces.iter().find(|s| s.id == id && out.iter().all(|g| g.space != id)) else { continue };
        let (text, href) = (page.date_of(&starts_at), format!("/forloeb/{}/moeder/{meeting}", space.slug));
        out.push(Glance { space: id, column: "glance-meeting", text, class: "", href });
    }
    Ok(out)
}

/// The team's own time at meetings that are over: how long each took, times how many of the team were there.
pub(crate) async fn used(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Used>> {
    let held = store::attended(sql, &ids_of(spaces), page.now).await?;
    Ok(held.into_iter().map(|(space, starts, ends, there)| Used { space, minutes: (ends - starts).num_minutes() * there }).collect())
}
