//! What commitments show on the space's page and on somebody's own page.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::clock::days_between;
use samskab_platform::commitment::{self, Commitment, MAKE};
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::space::Space;
use samskab_platform::tool::{Glance, Mine, MinePart, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::model::{Tally, sort, status_word};
use crate::pages::{Row, counts};
use crate::store::{self, CameOf};

/// So many stand on the space's own page.
const SHOWN: usize = 8;
/// So many of somebody's own are named among what they can do now.
const NAMED: usize = 4;
/// So many that are over stay among what somebody promised.
const REMEMBERED: usize = 3;

#[derive(Template)]
#[template(path = "commitments_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) href: String,
    pub(crate) may_make: bool,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let mut all = commitment::of_space(sql, view.space.id).await?;
    sort(&mut all);
    let tally = Tally::of(&all, page.today());
    out.facts.push((Stage::Deeds, if all.is_empty() { page.t("commitments-fact-none") } else { counts(page, &tally) }));
    if tally.all_over() {
        out.facts.push((Stage::Learning, page.t2("commitments-fact-over", "done", tally.done, "all", tally.all())));
    }
    let own = all.iter().filter(|c| Some(c.doer_id) == view.person && !c.status.is_over());
    out.todos.extend(own.take(NAMED).map(|c| Todo {
        order: 2,
        text: page.t1("commitments-todo-tell", "what", &c.what),
        detail: due(page, c),
        href: view.under(&format!("aftaler/{}", c.id)),
        button: page.t("commitments-tell-button"),
    }));
    let decided = view.space.stage >= Stage::Decision;
    let may_make = view.may(&MAKE);
    if decided && may_make && view.space.closed_at.is_none() {
        out.todos.push(Todo {
            order: 7,
            text: page.t("commitments-make"),
            detail: page.t("commitments-todo-make-detail"),
            href: view.under("aftaler/ny"),
            button: page.t("commitments-todo-make-button"),
        });
    }
    if decided || !all.is_empty() {
        let milestones = store::milestones_of_space(sql, view.space.id).await?;
        let rows = all.into_iter().take(SHOWN).map(|c| Row::of(page, view, c, &milestones)).collect();
        out.sections.push((10, Section { page, rows, href: view.under("aftaler"), may_make }.render()?));
    }
    Ok(out)
}

/// When it is due, or how long it has been.
fn due(page: &Page, c: &Commitment) -> String {
    let late = c.days_late(page.today());
    let date = page.date(&c.due_on);
    if late > 0 { page.t2("commitments-was-due", "date", date, "n", late) } else { page.t1("commitments-due", "date", date) }
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let mut own = commitment::of_person(sql, person).await?;
    sort(&mut own);
    let open = own.iter().filter(|c| !c.status.is_over()).count();
    let next = store::next_milestones(sql, person).await?;
    let mut out: Vec<Mine> = own.iter().take(open + REMEMBERED).map(|c| promised(page, c, person, next.get(&c.id))).collect();
    out.extend(store::came_of(sql, person).await?.iter().map(|c| came_of(page, c)));
    Ok(out)
}

fn promised(page: &Page, c: &Commitment, person: Uuid, next: Option<&(String, NaiveDate)>) -> Mine {
    let with = if c.doer_id == person { page.t1("deed-with", "name", &c.counterpart) } else { page.t1("commitments-mine-helping", "name", &c.doer) };
    let mut detail = vec![c.space_title.clone(), with];
    if !c.status.is_over() {
        detail.push(page.t1("commitments-mine-due", "date", page.date(&c.due_on)));
        detail.extend(next.map(|(what, date)| page.t2("commitments-mine-milestone", "what", what, "date", page.date(date))));
    }
    Mine {
        part: MinePart::Promised,
        text: c.what.clone(),
        detail: detail.join(" · "),
        href: format!("/forloeb/{}/aftaler/{}", c.space_slug, c.id),
        button: if c.status.is_over() { String::new() } else { page.t("commitments-tell-button") },
        tag: Some((c.tag(page.today()), page.commitment_status(c))),
    }
}

fn came_of(page: &Page, c: &CameOf) -> Mine {
    let mut detail = vec![c.space.clone(), c.organisation.clone().unwrap_or_else(|| c.doer.clone())];
    detail.extend(c.done_at.or(c.started_at).map(|at| page.date_of(&at)));
    Mine {
        part: MinePart::Outcome,
        text: c.what.clone(),
        detail: detail.join(" · "),
        href: format!("/forloeb/{}/aftaler/{}", c.slug, c.id),
        button: String::new(),
        tag: Some(("ok", page.t(status_word(&c.status)))),
    }
}

/// How many commitments are late, or how far they are.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let seen = store::at_a_glance(sql, &ids_of(spaces), page.today()).await?;
    let glance = |(id, all, over, late): (Uuid, i64, i64, i64)| {
        let space = spaces.iter().find(|s| s.id == id)?;
        let (text, class) = match late {
            0 => (page.t2("glance-commitments-over", "over", over, "all", all), if over == all { "ok" } else { "plain" }),
            _ => (page.t1("glance-commitments-late", "late", late), "late"),
        };
        Some(Glance { space: id, column: "glance-commitments", text, class, href: format!("/forloeb/{}/aftaler", space.slug) })
    };
    Ok(seen.into_iter().filter_map(glance).collect())
}

/// How many commitments are not over yet.
pub(crate) async fn unfinished(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<String>> {
    let seen = store::at_a_glance(sql, &ids_of(spaces), page.today()).await?;
    let open: i64 = seen.iter().map(|(_, all, over, _)| all - over).sum();
    Ok(if open > 0 { vec![page.t1("commitments-unfinished", "n", open)] } else { vec![] })
}

/// Spaces with a commitment that is late, and for how many days.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, i64)>> {
    Ok(store::late(sql, today).await?.into_iter().map(|(space, date)| (space, days_between(date, today))).collect())
}
