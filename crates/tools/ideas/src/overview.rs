//! What ideas show on the space's page, on somebody's own page and in the overview of all spaces.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{Glance, Mine, MinePart, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{LET_IN, WRITE};
use crate::hall_store;
use crate::model::State;
use crate::pages::{Row, median, rows, stands};
use crate::store;

/// So many stand on the space's own page.
const SHOWN: usize = 4;

#[derive(Template)]
#[template(path = "ideas_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) all: i64,
    pub(crate) became: i64,
    pub(crate) median: Option<(i64, usize)>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let counted = store::counted(sql, view.space.id).await?;
    let n = |fits: fn(State) -> bool| counted.iter().filter(|(s, _)| fits(*s)).map(|c| c.1).sum::<i64>();
    if view.may(&LET_IN) {
        let waiting = n(|s| s == State::Waiting);
        let hall = match hall_store::open_in(sql, view.space.id, page.now).await? {
            Some(hall) => Some(hall.id),
            None => hall_store::with_waiting(sql, view.space.id).await?.first().copied(),
        };
        if let Some(hall) = hall {
            let word = if waiting > 0 { "ideas-todo-waiting" } else { "ideas-todo-hall" };
            let (text, detail) = (page.t1(word, "n", waiting), page.t(&format!("{word}-detail")));
            out.todos.push(Todo { order: 2, text, detail, href: view.under(&format!("ideer/salen/{hall}")), button: page.t("ideas-todo-hall-button") });
        }
    }
    if view.may(&WRITE) {
        let (text, detail) = (page.t("ideas-todo-write"), page.t("ideas-todo-write-detail"));
        out.todos.push(Todo { order: 9, text, detail, href: view.under("ideer/ny"), button: page.t("ideas-todo-write-button") });
    }
    let all = n(State::is_listed);
    if all > 0 {
        let ideas = store::newest(sql, view.space.id, "", SHOWN, 0).await?;
        let section = Section {
            page,
            href: view.under("ideer"),
            rows: rows(sql, page, view, ideas).await?,
            all,
            became: n(|s| matches!(s, State::Recommended | State::Agreed)),
            median: median(sql, view).await?,
        };
        out.sections.push((25, section.render()?));
    }
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |part: MinePart, m: store::Mine| {
        let mut detail = vec![m.space.clone()];
        if m.own != m.title {
            detail.push(page.t1("ideas-mine-merged", "title", &m.title));
        }
        if m.state == State::Aside {
            detail.push(m.reason.clone());
        }
        Mine {
            part,
            text: m.own,
            detail: detail.join(" · "),
            href: format!("/forloeb/{}/ideer/{}", m.slug, m.id),
            button: String::new(),
            tag: Some(stands(page, m.state, m.started_at.is_some(), m.done_at.is_some())),
        }
    };
    // An idea nobody has answered yet is no outcome; one that is part of another is, whatever became of that.
    let came = |m: &store::Mine| matches!(m.state, State::Recommended | State::Agreed | State::Aside) || m.state == State::Open && m.own != m.title;
    let mut out: Vec<Mine> = store::helped_by(sql, person).await?.into_iter().map(|m| line(MinePart::Promised, m)).collect();
    out.extend(store::written_by(sql, person).await?.into_iter().filter(came).map(|m| line(MinePart::Outcome, m)));
    Ok(out)
}

/// How many ideas wait for a look, or are open, or have all been answered.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let seen = store::at_a_glance(sql, &ids_of(spaces)).await?;
    let glance = |(id, all, open, waiting): (Uuid, i64, i64, i64)| {
        let space = spaces.iter().find(|s| s.id == id)?;
        let (text, class) = match (waiting, open) {
            (0, 0) => (page.t1("glance-ideas-answered", "all", all), "ok"),
            (0, open) => (page.t2("glance-ideas-open", "open", open, "all", all), "plain"),
            (waiting, _) => (page.t1("glance-ideas-waiting", "waiting", waiting), "wait"),
        };
        Some(Glance { space: id, column: "glance-ideas", text, class, href: format!("/forloeb/{}/ideer", space.slug) })
    };
    Ok(seen.into_iter().filter_map(glance).collect())
}
