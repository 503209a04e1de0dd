//! What the frame shows on the space's page and on somebody's own page.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::tool::{Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::WRITE;
use crate::model::Mandate;
use crate::store::{self, Standing};

#[derive(Template)]
#[template(path = "frame_card.html")]
pub(crate) struct Card<'a> {
    pub(crate) page: &'a Page,
    pub(crate) mandate: &'a Mandate,
    pub(crate) href: String,
    pub(crate) facilitator: Option<String>,
    pub(crate) spent_hours: i64,
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
    let (spent_hours, spent_ore) = samskab_platform::commitment::spent(sql, view.space.id).await?;
    let card = Card { page, mandate: &mandate, href, facilitator, spent_hours, spent_ore };
    out.aside.push((10, card.render()?));
    Ok(out)
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
