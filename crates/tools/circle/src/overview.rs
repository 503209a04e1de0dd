//! What a circle shows on its own page, on the coordinator's and on the helper's.

use askama::Template;
use samskab_platform::calendar::Appointment;
use samskab_platform::db::Sql;
use samskab_platform::tool::{Mine, MinePart, Overview, Todo};
use samskab_platform::words::Lang;
use samskab_platform::{App, Page, Result, SpaceView, person};
use uuid::Uuid;

use chrono::{DateTime, Utc};

use crate::acts::READ;
use crate::helping::{OWN, appointment};
use crate::slot_store;
use crate::store;
use crate::times;

#[derive(Template)]
#[template(path = "circle_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) open: i64,
    pub(crate) taken: i64,
    pub(crate) all: i64,
}

/// On the space's own page: figures and the way in. The words of the circle are read on its own page, where that is noted.
pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut overview = Overview::default();
    if !view.may(&READ) {
        return Ok(overview);
    }
    let slots = slot_store::of_space(sql, view.space.id).await?;
    let open = slots.iter().filter(|s| s.is_open(page.now)).count() as i64;
    let taken = slots.iter().filter(|s| s.person_id.is_some()).count() as i64;
    if open > 0 {
        overview.todos.push(Todo {
            order: 1,
            text: page.t1("circle-todo-open", "n", open),
            detail: page.t("circle-todo-detail"),
            href: view.under("kreds/spoerg"),
            button: page.t("circle-ask-more"),
        });
    }
    let section = Section { page, href: view.under("kreds"), open, taken, all: slots.len() as i64 };
    overview.sections.push((1, section.render()?));
    Ok(overview)
}

/// On somebody's own page: what they have promised, and the circles they coordinate.
pub(crate) async fn mine(sql: &mut Sql, who: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let slots = slot_store::of_person(sql, who, page.now).await?;
    let mut all: Vec<Mine> = slots
        .iter()
        .map(|s| Mine {
            part: MinePart::Promised,
            text: page.t("circle-mine-helps"),
            detail: times::moment(page, s),
            href: OWN.to_owned(),
            button: page.t("circle-mine-see"),
            tag: None,
        })
        .collect();
    for (slug, title) in store::of_coordinator(sql, who).await? {
        all.push(Mine {
            part: MinePart::Next,
            text: title,
            detail: page.t("circle-mine-circle"),
            href: format!("/forloeb/{slug}/kreds"),
            button: page.t("circle-mine-open"),
            tag: None,
        });
    }
    Ok(all)
}

/// What a helper has taken, for their calendar: when, and nothing else.
pub(crate) async fn calendar(sql: &mut Sql, app: &App, who: Uuid, from: DateTime<Utc>) -> Result<Vec<Appointment>> {
    let lang = person::find(sql, who).await.map_or(Lang::Da, |p| p.lang());
    Ok(slot_store::of_person(sql, who, from).await?.iter().map(|s| appointment(app, s, lang)).collect())
}
