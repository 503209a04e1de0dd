//! What the frame shows on the space's page and on somebody's own page.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::space::Space;
use samskab_platform::tool::{Glance, Mine, MinePart, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView, tool};
use uuid::Uuid;

use crate::acts::WRITE;
use crate::model::{Mandate, Part, changed};
use crate::store::{self, Standing};

#[derive(Template)]
#[template(path = "frame_card.html")]
pub(crate) struct Card<'a> {
    pub(crate) page: &'a Page,
    pub(crate) mandate: &'a Mandate,
    pub(crate) href: String,
    pub(crate) facilitator: Option<String>,
    pub(crate) spent_hours: i64,
    /// Of them at meetings.
    pub(crate) met_hours: i64,
    pub(crate) spent_ore: i64,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let href = view.under("ramme");
    let Some(mandate) = store::latest(sql, view.space.id).await? else {
        out.facts.push((Stage::Frame, page.t("frame-fact-none")));
        if view.may(&WRITE) {
            out.todos.push(Todo {
                order: 1,
                text: page.t("frame-todo-write"),
                detail: page.t("frame-todo-write-detail"),
                href: view.under("ramme/skriv"),
                button: page.t("frame-write"),
            });
        }
        return Ok(out);
    };
    let Standing(all, read, unread, facilitator) = store::standing(sql, view.space.id, mandate.version, view.person).await?;
    let fact = if all == 0 { page.t1("frame-fact-version", "version", mandate.version) } else { page.t2("frame-fact-read", "read", read, "all", all) };
    out.facts.push((Stage::Frame, fact));
    if unread > 0 {
        let word = if mandate.version > 1 { "frame-todo-read-again" } else { "frame-todo-read" };
        out.todos.push(Todo {
            order: 2,
            text: page.t(word),
            detail: page.t("frame-todo-read-detail"),
            href: href.clone(),
            button: page.t("frame-todo-read-button"),
        });
    }
    let promised = store::parts(sql, mandate.id).await?;
    if view.may(&WRITE) {
        let now = now(sql, page, view).await?;
        let changed = changed(&promised, &now);
        if !changed.is_empty() {
            out.todos.push(Todo {
                order: 8,
                text: page.t1("frame-todo-changed", "what", named(page, &changed)),
                detail: page.t1("frame-todo-changed-detail", "version", mandate.version),
                href: view.under("ramme/skriv"),
                button: page.t("frame-rewrite"),
            });
        }
    }
    out.promised.extend(mandate.answer_by.map(|date| page.t1("frame-line-answer", "date", page.date(&date))));
    out.promised.extend(promised.iter().map(|p| page.t1(&format!("{}-line", p.word), "n", p.n)));
    let (reported_hours, spent_ore) = samskab_platform::commitment::spent(sql, view.space.id).await?;
    let met_hours = tool::used(sql, std::slice::from_ref(&view.space), page).await?.get(&view.space.id).map_or(0, |u| u.hours());
    let card = Card { page, mandate: &mandate, href, facilitator, spent_hours: reported_hours + met_hours, met_hours, spent_ore };
    out.aside.push((10, card.render()?));
    Ok(out)
}

/// What other tools keep of the mandate, as it stands now.
pub(crate) async fn now(sql: &mut Sql, page: &Page, view: &SpaceView) -> Result<Vec<Part>> {
    Ok(tool::mandate(sql, page.app(), &view.space).await?.iter().map(Part::from).collect())
}

/// What parts of the mandate are called, one after another.
pub(crate) fn named(page: &Page, words: &[String]) -> String {
    words.iter().map(|word| page.t(word)).collect::<Vec<_>>().join(", ")
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let unread = store::unread(sql, person).await?;
    Ok(unread
        .into_iter()
        .map(|(slug, title, _)| Mine {
            part: MinePart::Next,
            text: page.t1("frame-mine-read", "space", title),
            detail: page.t("frame-todo-read-detail"),
            href: format!("/forloeb/{slug}/ramme"),
            button: page.t("frame-todo-read-button"),
            tag: None,
        })
        .collect())
}

/// Who has not read the latest version, and hours and money reported against what was promised.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let mut out = vec![];
    let ids = ids_of(spaces);
    let (reported, met) = (store::reported(sql, &ids).await?, tool::used(sql, spaces, page).await?);
    for (id, all, read, hours, ore) in store::at_a_glance(sql, &ids).await? {
        let Some(space) = spaces.iter().find(|s| s.id == id) else { continue };
        let (told, used_ore) = reported.get(&id).copied().unwrap_or_default();
        let used = told + met.get(&id).map_or(0, |u| u.hours());
        let href = format!("/forloeb/{}/ramme", space.slug);
        if all > 0 {
            let (text, class) =
                if read < all { (page.t2("glance-read-some", "missing", all - read, "all", all), "wait") } else { (page.t("glance-read-all"), "ok") };
            out.push(Glance { space: id, column: "glance-read", text, class, href: href.clone() });
        }
        let text = match hours {
            Some(hours) => Some(page.t2("glance-hours-of", "used", used, "hours", hours)),
            None => (used > 0).then(|| page.t1("glance-hours-used", "used", used)),
        };
        // More than was promised stands out.
        let class = |used: i64, promised: Option<i64>| if promised.is_some_and(|p| used > p) { "late" } else { "" };
        out.extend(text.map(|text| Glance { space: id, column: "glance-hours", text, class: class(used, hours), href: href.clone() }));
        // Whole kroner: the page of the frame tells them to the øre.
        let kroner = |ore: i64| page.number(&(ore / 100));
        let text = match ore.filter(|ore| *ore > 0) {
            Some(ore) => Some(page.t2("glance-money-of", "used", kroner(used_ore), "money", kroner(ore))),
            None => (used_ore > 0).then(|| page.t1("glance-money-used", "used", kroner(used_ore))),
        };
        out.extend(text.map(|text| Glance { space: id, column: "glance-money", text, class: class(used_ore, ore), href }));
    }
    Ok(out)
}
