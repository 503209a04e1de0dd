//! What recruitment shows elsewhere: on the space's page, beside the frame, on somebody's own page, on the front page, in search.

use std::collections::BTreeMap;

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Document, Glance, MandatePart, Mine, MinePart, Need, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView, rich_text, view};
use uuid::Uuid;

use crate::acts::{APPOINT, CALL, READ};
use crate::group_pages::welcomed;
use crate::model::Reply;
use crate::seat_pages::term;
use crate::store::{self, Call, Profile};
use crate::{interest_store, succession_store};

/// How many seats there are and how many are filled, at the side of the space's page.
#[derive(Template)]
#[template(path = "seats_aside.html")]
pub(crate) struct Aside<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) profiles: &'a [Profile],
    pub(crate) seats: i64,
    pub(crate) filled: i64,
}

/// The seats as what the frame promises.
#[derive(Template)]
#[template(path = "seats_attached.html")]
pub(crate) struct Attached<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) rows: &'a [(Profile, String)],
}

fn sums(profiles: &[Profile]) -> (i64, i64) {
    (profiles.iter().map(|p| p.seats).sum(), profiles.iter().map(|p| p.filled.min(p.seats)).sum())
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    if view.may(&READ) {
        let waiting = welcomed(sql, view.space.id).await?.iter().filter(|w| w.groups.is_empty()).count();
        if waiting > 0 {
            let (text, detail) = (page.t1("recruitment-todo-welcomed", "n", waiting), page.t("recruitment-todo-welcomed-detail"));
            let href = view.under("pladser/arbejdsgrupper");
            out.todos.push(Todo { order: 12, text, detail, href, button: page.t("recruitment-todo-welcomed-button") });
        }
    }
    let profiles = store::profiles(sql, view.space.id).await?;
    if profiles.is_empty() {
        return Ok(out);
    }
    let (seats, filled) = sums(&profiles);
    out.aside.push((15, Aside { page, href: view.under("pladser"), profiles: &profiles, seats, filled }.render()?));
    for call in store::calls(sql, view.space.id).await? {
        let href = view.under(&format!("pladser/opslag/{}", call.id));
        if view.may(&APPOINT) && call.closed_at.is_some() {
            let (_, waiting) = interest_store::count(sql, call.id).await?;
            if waiting > 0 {
                let (text, detail) = (page.t1("recruitment-todo-reply", "n", waiting), page.t("recruitment-todo-reply-detail"));
                out.todos.push(Todo { order: 6, text, detail, href: format!("{href}/interesserede"), button: page.t("recruitment-todo-reply-button") });
            }
        }
        if call.is_open(page.today()) && !registered(sql, &call, view.person).await? && (view.roles.is_empty() || view.may(&CALL)) {
            let detail = page.t1("recruitment-todo-call-detail", "date", page.date(&call.deadline));
            let order = if view.roles.is_empty() { 4 } else { 40 };
            out.todos.push(Todo { order, text: call.title, detail, href, button: page.t("recruitment-todo-call-button") });
        }
    }
    Ok(out)
}

async fn registered(sql: &mut Sql, call: &Call, person: Option<Uuid>) -> Result<bool> {
    let Some(person) = person else { return Ok(false) };
    Ok(interest_store::of_person(sql, call.id, person).await?.is_some_and(|i| i.withdrawn_at.is_none()))
}

pub(crate) async fn attached(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str) -> Result<String> {
    if kind != "mandate" {
        return Ok(String::new());
    }
    let profiles = store::profiles(sql, view.space.id).await?;
    if profiles.is_empty() {
        return Ok(String::new());
    }
    let named = |p: Profile| (view.role_name(&page.lang, &p.role).to_owned(), p);
    let rows: Vec<(Profile, String)> = profiles.into_iter().map(named).map(|(role, p)| (p, role)).collect();
    Ok(Attached { page, href: view.under("pladser"), rows: &rows }.render()?)
}

/// The seats as the frame promises them: how many of each kind, for whom, until when.
pub(crate) async fn mandate(sql: &mut Sql, space: &Space, page: &Page) -> Result<Vec<MandatePart>> {
    let profiles = store::profiles(sql, space.id).await?;
    if profiles.is_empty() {
        return Ok(vec![]);
    }
    let line = |p: &Profile| {
        let role = view::role_names(page.app(), space, page.lang, &[p.role]);
        let term = term(page, p.from_on, p.until_on);
        let head = format!("{} × {} ({role})", p.seats, p.title);
        let text = p.description.split_whitespace().collect::<Vec<_>>().join(" ");
        // What is kept and compared has ordinary spaces in its dates.
        if term.is_empty() { format!("{head}: {text}") } else { format!("{head}, {}: {text}", term.replace('\u{a0}', " ")) }
    };
    let text = profiles.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(vec![MandatePart { word: "mandate-seats", n: sums(&profiles).0, text }])
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let mut out = vec![];
    for (id, slug, space, seat, answer_by, offered_at) in succession_store::of_person(sql, person).await? {
        out.push(match (offered_at, answer_by) {
            (Some(_), Some(last)) => Mine {
                part: MinePart::Invited,
                text: page.t2("recruitment-mine-offer", "seat", seat, "space", space),
                detail: page.t1("recruitment-mine-offer-detail", "date", page.date(&last)),
                href: format!("/plads/{id}"),
                button: page.t("recruitment-mine-answer"),
                tag: None,
            },
            _ => Mine {
                part: MinePart::Next,
                text: page.t2("recruitment-mine-alternate", "seat", seat, "space", space),
                detail: page.t("recruitment-mine-alternate-detail"),
                href: format!("/forloeb/{slug}/pladser"),
                button: String::new(),
                tag: None,
            },
        });
    }
    for (slug, space, id, title, deadline, closed_at, reply) in interest_store::mine(sql, person).await? {
        let reply = reply.as_deref().and_then(Reply::of);
        let waits = closed_at.is_none() && deadline >= page.today();
        let (part, detail, tag) = match reply {
            // The seat itself tells the rest.
            Some(Reply::Seat | Reply::Alternate) => continue,
            Some(reply) => (MinePart::Outcome, page.t(&format!("reply-{}", reply.key())), None),
            None if waits => {
                (MinePart::Next, page.t1("recruitment-mine-open", "date", page.date(&deadline)), Some(("wait", page.t("recruitment-mine-registered"))))
            }
            None => (MinePart::Next, page.t("recruitment-mine-waiting"), Some(("wait", page.t("recruitment-mine-registered")))),
        };
        out.push(Mine { part, text: format!("{space}: {title}"), detail, href: format!("/forloeb/{slug}/pladser/opslag/{id}"), button: String::new(), tag });
    }
    Ok(out)
}

pub(crate) async fn needs(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Need>> {
    let by_id: BTreeMap<Uuid, &Space> = spaces.iter().map(|s| (s.id, s)).collect();
    let open = store::open_calls(sql, page.today()).await?;
    let need = |call: Call| {
        let space = by_id.get(&call.space_id)?;
        Some(Need {
            space: space.title.clone(),
            text: call.title,
            detail: call.meetings,
            href: format!("/forloeb/{}/pladser/opslag/{}", space.slug, call.id),
            foot: page.t1("recruitment-need-foot", "date", page.date(&call.deadline)),
        })
    };
    Ok(open.into_iter().filter_map(need).collect())
}

/// Seats and calls can be searched for by everybody who may see the space.
pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let seats = store::profiles(sql, space.id).await?.into_iter().map(|p| Document {
        kind: "seat",
        id: p.id,
        title: p.title,
        text: p.description,
        href: format!("/forloeb/{}/pladser", space.slug),
    });
    let calls = store::calls(sql, space.id).await?.into_iter().filter(Call::is_published).map(|c| Document {
        kind: "call",
        id: c.id,
        text: format!("{} {} {} {}", rich_text::plain(&c.text), c.period, c.meetings, c.preparation),
        title: c.title,
        href: format!("/forloeb/{}/pladser/opslag/{}", space.slug, c.id),
    });
    Ok(seats.chain(calls).collect())
}

/// How many seats nobody holds.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let mut seats: BTreeMap<Uuid, (i64, i64)> = BTreeMap::new();
    for (space, all, filled) in store::at_a_glance(sql, &ids_of(spaces)).await? {
        let sum = seats.entry(space).or_default();
        *sum = (sum.0 + all, sum.1 + (all - filled).max(0));
    }
    let glance = |space: &Space| {
        let (all, free) = *seats.get(&space.id)?;
        let (text, class) =
            if free > 0 { (page.t2("glance-seats-free", "free", free, "all", all), "wait") } else { (page.t1("glance-seats-full", "all", all), "ok") };
        Some(Glance { space: space.id, column: "glance-seats", text, class, href: format!("/forloeb/{}/pladser", space.slug) })
    };
    Ok(spaces.iter().filter_map(glance).collect())
}
