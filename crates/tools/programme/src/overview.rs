//! The programme elsewhere: today and tomorrow on the house's page, what one has signed up for on one's own, what can be searched.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Document, Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::PLAN;
use crate::pages::{self, Day};
use crate::signup_store::Seat;
use crate::{call_pages, call_store, house_store, seen, signup_store, store};

/// The section on a house's own page.
#[derive(Template)]
#[template(path = "programme_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) view: &'a SpaceView,
    /// Today and tomorrow.
    pub(crate) days: Vec<Day>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    if store::all(sql, view.space.id, 1).await?.is_empty() {
        if view.may(&PLAN) {
            let (text, detail, button) = (page.t("programme-todo"), page.t("programme-todo-detail"), page.t("programme-todo-button"));
            out.todos.push(Todo { order: 30, text, detail, href: view.under("program/ny"), button });
        }
        return Ok(out);
    }
    let to_ring = call_pages::by_person(page, &call_pages::waiting(sql, view, page).await?).len();
    if to_ring > 0 {
        let (text, detail, button) = (page.t1("programme-ring-n", "n", to_ring), page.t("programme-ring-text"), page.t("programme-ring-see"));
        out.todos.push(Todo { order: 4, text, detail, href: view.under("program/ring"), button });
    }
    let days = pages::days(sql, page, view, page.today(), 2).await?;
    out.sections.push((2, Section { page, view, days }.render()?));
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |m: signup_store::Mine| {
        let tag = if m.occurrence_state == crate::model::State::Cancelled.key() {
            ("late", page.t("programme-cancelled"))
        } else if m.state == Seat::Waiting.key() {
            ("wait", page.t("programme-you-wait"))
        } else if m.carries {
            ("plain", page.t("programme-you-carry"))
        } else {
            ("ok", page.t("programme-you-come"))
        };
        let detail = format!("{} · {}", m.space, seen::when(page, &(m.starts_at, m.ends_at)));
        let href = format!("/forloeb/{}/program/{}", m.slug, m.activity_id);
        Mine { part: MinePart::Next, text: m.title, detail, href, button: String::new(), tag: Some(tag) }
    };
    // Of what comes every week one line is enough: the next one.
    let mut seen_already: Vec<Uuid> = vec![];
    let mut out = vec![];
    for m in signup_store::mine(sql, person, page.now, 200).await? {
        if !seen_already.contains(&m.activity_id) {
            seen_already.push(m.activity_id);
            out.push(line(m));
        }
    }
    let calls = call_store::of_carrier(sql, person, page.now).await?;
    let mut houses: Vec<(&str, &str)> = calls.iter().map(|c| (c.slug.as_str(), c.space.as_str())).collect();
    houses.sort_unstable();
    houses.dedup();
    for (slug, space) in houses {
        let own: Vec<_> = calls.iter().filter(|c| c.slug == slug).cloned().collect();
        let text = page.t1("programme-ring-n", "n", call_pages::by_person(page, &own).len());
        let (detail, href, button) = (space.to_owned(), format!("/forloeb/{slug}/program/ring"), page.t("programme-ring-see"));
        out.push(Mine { part: MinePart::Invited, text, detail, href, button, tag: None });
    }
    Ok(out)
}

/// Activities, with their groups.
pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let groups = house_store::groups(sql, space.id).await?;
    let document = |a: store::Activity| {
        let group = groups.iter().find(|g| Some(g.id) == a.group_id).map_or("", |g| g.text.as_str());
        let text = [a.text.as_str(), a.group_name.as_str(), group].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
        Document { kind: "activity", id: a.id, title: a.title, text, href: format!("/forloeb/{}/program/{}", space.slug, a.id) }
    };
    Ok(store::all(sql, space.id, 1_000).await?.into_iter().map(document).collect())
}
