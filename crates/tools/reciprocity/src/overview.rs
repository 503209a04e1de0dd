//! What reciprocity shows on the space's page, on somebody's own page and in the overview of all spaces.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::clock::days_between;
use samskab_platform::db::Sql;
use samskab_platform::tool::{DaysLate, Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::JUDGE;
use crate::model::{Quarter, Side};
use crate::pages::{Line, behind, lines};
use crate::people_store::{self, Thanks, Welcome};
use crate::store;

/// So many thanks stand on the space's own page.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "reciprocity_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) now: Vec<Line>,
    pub(crate) behind: Vec<String>,
}

#[derive(Template)]
#[template(path = "reciprocity_thanks_section.html")]
pub(crate) struct ThanksSection<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) thanks: Vec<Thanks>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let quarter = Quarter::of(page.today());
    let promises = store::promises(sql, view.space.id).await?;
    let given = store::given(sql, view.space.id, quarter.first()).await?;
    if view.may(&JUDGE) {
        let mut waiting = 0;
        for side in Side::spoken_for(&view.roles) {
            waiting += store::waiting(sql, view.space.id, side.other()).await?.iter().filter(|e| Some(e.entered_by) != view.person).count();
        }
        if waiting > 0 {
            let (text, detail) = (page.t1("reciprocity-todo", "n", waiting), page.t("reciprocity-todo-detail"));
            out.todos.push(Todo { order: 4, text, detail, href: view.under("gensidighed"), button: page.t("reciprocity-todo-button") });
        }
    }
    let section = Section {
        page,
        href: view.under("gensidighed"),
        now: lines(page, &promises, &given, quarter),
        behind: promises.iter().rev().filter_map(|p| behind(page, p)).collect(),
    };
    if !section.now.is_empty() || !section.behind.is_empty() {
        out.sections.push((40, section.render()?));
    }
    let mut thanks = people_store::thanks(sql, view.space.id).await?;
    thanks.truncate(SHOWN);
    if !thanks.is_empty() {
        out.aside.push((30, ThanksSection { page, href: view.under("gensidighed/tak"), thanks }.render()?));
    }
    Ok(out)
}

fn welcome(page: &Page, w: &Welcome, text: String) -> Mine {
    Mine {
        part: MinePart::Next,
        text,
        detail: format!("{} · {}", w.space, page.t2("reciprocity-steps-done", "done", w.done, "all", w.steps)),
        href: format!("/forloeb/{}/gensidighed/velkomst/{}", w.slug, w.id),
        button: page.t("reciprocity-mine-look"),
        tag: None,
    }
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let mut out: Vec<Mine> = vec![];
    for w in people_store::welcomed(sql, person).await? {
        out.push(welcome(page, &w, page.t1("reciprocity-mine-new", "buddy", &w.buddy)));
    }
    for w in people_store::buddy_of(sql, person).await? {
        out.push(welcome(page, &w, page.t1("reciprocity-mine-buddy", "who", &w.person)));
    }
    for t in people_store::thanked(sql, person).await? {
        out.push(Mine {
            part: MinePart::Outcome,
            text: page.t2("reciprocity-mine-thanks", "who", &t.said_name, "text", &t.text),
            detail: format!("{} · {}", t.space, page.date_of(&t.said_at)),
            href: format!("/forloeb/{}/gensidighed/tak", t.slug),
            button: String::new(),
            tag: None,
        });
    }
    Ok(out)
}

/// Spaces where a promise whose last day has passed is not kept, and for how many days.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<DaysLate>> {
    Ok(store::late(sql, today).await?.into_iter().map(|(space, day)| (space, days_between(day, today))).collect())
}
