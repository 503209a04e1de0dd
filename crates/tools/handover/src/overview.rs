//! What the board shows on the space's page, on somebody's own page, on the front page and in the overview of all spaces.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::clock::days_between;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::space::Space;
use samskab_platform::tool::{DaysLate, Glance, Mine, MinePart, Need, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{IMPORT, WANT};
use crate::model::State;
use crate::pages::{Shown, share_of};
use crate::said::{self, Row};
use crate::store::{self, Own};

/// So many that nobody has stand on the space's own page.
const SHOWN: usize = 5;

#[derive(Template)]
#[template(path = "handover_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) share: Shown,
    /// How many stand where, in words.
    pub(crate) counts: Vec<String>,
    /// The first of those nobody has.
    pub(crate) rows: Vec<Row>,
    pub(crate) open: usize,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let tasks = store::of_space(sql, view.space.id).await?;
    if tasks.is_empty() {
        if view.may(&IMPORT) {
            let (text, detail) = (page.t("handover-todo-begin"), page.t("handover-todo-begin-detail"));
            out.todos.push(Todo { order: 3, text, detail, href: view.under("overdragelse/indlaes"), button: page.t("handover-todo-begin-button") });
        }
        return Ok(out);
    }
    let share = share_of(&tasks);
    out.facts.push((Stage::Deeds, page.t2("handover-fact", "part", share.tasks, "all", share.all_tasks)));
    let open: Vec<_> = tasks.iter().filter(|t| t.state.is_open()).collect();
    if !open.is_empty() && (view.may(&WANT) || view.person.is_none()) {
        let (text, detail) = (page.t1("handover-todo-open", "n", open.len()), page.t("handover-todo-open-detail"));
        out.todos.push(Todo { order: 5, text, detail, href: view.under("overdragelse"), button: page.t("handover-todo-open-button") });
    }
    let wishes = store::all_wishes(sql, view.space.id).await?;
    let count = |state: State| {
        let n = tasks.iter().filter(|t| t.state == state).count();
        (n > 0).then(|| format!("{} {}", n, said::state(page, state).to_lowercase()))
    };
    let nobody = open.iter().filter(|t| t.state != State::Wanted);
    let section = Section {
        page,
        href: view.under("overdragelse"),
        share: Shown::of(page, &share),
        counts: State::ALL.into_iter().filter_map(count).collect(),
        rows: nobody.take(SHOWN).map(|t| Row::of(page, view, t, wishes.get(&t.id).map_or(&[][..], Vec::as_slice))).collect(),
        open: open.len(),
    };
    out.sections.push((12, section.render()?));
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |part: MinePart, text: String, o: &Own, button: &str| {
        let mut detail = vec![o.space.clone()];
        detail.extend(o.by_on.filter(|_| !o.state.is_citizens()).map(|day| page.t1("handover-mine-by", "date", page.date(&day))));
        Mine {
            part,
            text,
            detail: detail.join(" · "),
            href: format!("/forloeb/{}/overdragelse/{}", o.slug, o.id),
            button: if button.is_empty() { String::new() } else { page.t(button) },
            tag: Some((o.state.tag(), said::state(page, o.state))),
        }
    };
    let mut out: Vec<Mine> = vec![];
    for o in store::wanted_from(sql, person).await? {
        out.push(line(MinePart::Next, page.t1("handover-mine-asked", "title", &o.title), &o, "handover-mine-look"));
    }
    for o in store::wanted_by(sql, person).await? {
        out.push(line(MinePart::Promised, page.t1("handover-mine-wanted", "title", &o.title), &o, ""));
    }
    // Until it is handed over, the commitment says what was promised.
    for o in store::taken_by(sql, person).await?.iter().filter(|o| o.state == State::Handed || o.commitment_id.is_none()) {
        out.push(line(MinePart::Promised, o.title.clone(), o, ""));
    }
    Ok(out)
}

/// The houses among these spaces that look for somebody.
pub(crate) async fn needs(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Need>> {
    let counted = store::counted(sql, &ids_of(spaces)).await?;
    let need = |space: &Space| {
        let n: i64 = counted.get(&space.id)?.iter().filter(|(s, _)| matches!(s, State::Unowned | State::Back)).map(|c| c.1).sum();
        (n > 0 && space.closed_at.is_none()).then(|| Need {
            space: space.title.clone(),
            text: page.t1("handover-need", "n", n),
            detail: page.t("handover-need-detail"),
            href: format!("/forloeb/{}/overdragelse", space.slug),
            foot: page.t("handover-need-foot"),
        })
    };
    Ok(spaces.iter().filter_map(need).collect())
}

/// How many of the tasks citizens have.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let counted = store::counted(sql, &ids_of(spaces)).await?;
    let glance = |space: &Space| {
        let states = counted.get(&space.id)?;
        let sum = |fits: fn(State) -> bool| states.iter().filter(|(s, _)| fits(*s)).map(|c| c.1).sum::<i64>();
        let (part, all, open) = (sum(State::is_citizens), sum(State::is_done_at_all), sum(State::is_open));
        let class = if open > 0 { "wait" } else { "plain" };
        let text = page.t2("glance-handover-text", "part", part, "all", all);
        Some(Glance { space: space.id, column: "glance-handover", text, class, href: format!("/forloeb/{}/overdragelse", space.slug) })
    };
    Ok(spaces.iter().filter_map(glance).collect())
}

/// Spaces with a task that nobody has taken over by its day, and for how many days.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<DaysLate>> {
    Ok(store::late(sql, today).await?.into_iter().map(|(space, day)| (space, days_between(day, today))).collect())
}
