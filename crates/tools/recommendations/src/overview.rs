//! What recommendations show on the space's page and on somebody's own page.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::clock::days_between;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::space::Space;
use samskab_platform::tool::{CLOCK, Glance, Mine, MinePart, Overview, Todo, ids_of};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{ANSWER, STANCE, SUBMIT, WRITE, can_be_answered};
use crate::draft_store;
use crate::model::{Outcome, Recommendation, is_handed_over};
use crate::pages::{Countdown, Row, row, tallies};
use crate::store;

/// So many recommendations get a line of their own among what can be done now.
const NAMED: usize = 3;

#[derive(Template)]
#[template(path = "recommendations_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) href: String,
    /// Whether something has been sent, so that one can ask what became of it.
    pub(crate) sent: bool,
}

/// The clock of the answers, in the place of the space's own.
#[derive(Template)]
#[template(path = "recommendations_clock.html")]
pub(crate) struct Clock<'a> {
    pub(crate) page: &'a Page,
    pub(crate) c: Countdown,
    pub(crate) href: String,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let all = store::all(sql, view.space.id).await?;
    let answered = all.iter().filter(|r| r.outcome().is_some()).count();
    let fact = if all.is_empty() { page.t("recommendations-fact-none") } else { page.t2("recommendations-fact", "n", all.len(), "answered", answered) };
    out.facts.push((Stage::Decision, fact));
    if view.may(&ANSWER) {
        to_answer(&mut out.todos, view, page, &all);
    }
    if view.may(&SUBMIT) && all.iter().any(Recommendation::is_draft) && !can_be_answered(sql, page.app(), &view.space).await? {
        out.todos.push(Todo {
            order: 5,
            text: page.t("recommendations-nobody-answers-todo"),
            detail: page.t("recommendations-nobody-answers-todo-detail"),
            href: view.under("hold/inviter"),
            button: page.t("recommendations-nobody-answers-button"),
        });
    } else if view.may(&SUBMIT) {
        to_submit(&mut out.todos, view, page, &all);
    }
    if all.iter().any(Recommendation::is_draft) {
        on_drafts(sql, &mut out.todos, view, page).await?;
    }
    let drafts = all.iter().filter(|r| r.is_draft()).count();
    if view.space.stage >= Stage::Dialogue && view.may(&WRITE) && !is_handed_over(view.space.stage, drafts, all.len() - drafts) {
        out.todos.push(Todo {
            order: 6,
            text: page.t("recommendations-write"),
            detail: page.t("recommendations-todo-write-detail"),
            href: view.under("anbefalinger/ny"),
            button: page.t("recommendations-todo-write-button"),
        });
    }
    if let Some(c) = Countdown::of(page, view, &all) {
        out.aside.push((CLOCK, Clock { page, c, href: view.under("anbefalinger/opfoelgning") }.render()?));
    }
    if !all.is_empty() {
        let tallies = tallies(sql, view.space.id).await?;
        let rows = all.iter().map(|r| row(page, view, r, tallies.get(&r.id))).collect();
        let sent = all.iter().any(|r| !r.is_draft());
        out.sections.push((30, Section { page, rows, href: view.under("anbefalinger"), sent }.render()?));
    }
    Ok(out)
}

/// What waits in the drafts: changes others suggest, and one's own word on them.
async fn on_drafts(sql: &mut Sql, todos: &mut Vec<Todo>, view: &SpaceView, page: &Page) -> Result<()> {
    if view.may(&WRITE) {
        let open = draft_store::open_suggestions(sql, view.space.id).await?;
        if let Some(first) = open.first() {
            todos.push(Todo {
                order: 3,
                text: page.t1("suggestion-open-n", "n", open.len()),
                detail: page.t2("recommendations-numbered", "number", first.number, "title", &first.title),
                href: view.under(&format!("anbefalinger/{}/forslag/{}", first.recommendation, first.id)),
                button: page.t("suggestion-see"),
            });
        }
    }
    if let (true, Some(person)) = (view.may(&STANCE), view.person) {
        let unsaid = draft_store::unsaid(sql, view.space.id, person).await?;
        if let Some((id, number, title)) = unsaid.first() {
            todos.push(Todo {
                order: 4,
                text: page.t1("stance-todo", "n", unsaid.len()),
                detail: page.t2("recommendations-numbered", "number", *number, "title", title),
                href: format!("{}#support", view.under(&format!("anbefalinger/{id}"))),
                button: page.t("stance-todo-button"),
            });
        }
    }
    Ok(())
}

/// One line for each of the first unanswered, one for the rest.
fn to_answer(todos: &mut Vec<Todo>, view: &SpaceView, page: &Page, all: &[Recommendation]) {
    let waiting: Vec<&Recommendation> = all.iter().filter(|r| r.is_waiting()).collect();
    let detail = match view.space.answer_by {
        Some(date) if page.days_to(&date) < 0 => page.t1("recommendations-deadline-was", "date", page.date(&date)),
        Some(date) => page.t1("recommendations-deadline-is", "date", page.date(&date)),
        None => String::new(),
    };
    for r in waiting.iter().take(NAMED) {
        todos.push(Todo {
            order: 2,
            text: page.t2("recommendations-todo-answer", "number", r.number, "title", &r.title),
            detail: detail.clone(),
            href: view.under(&format!("anbefalinger/{}/svar", r.id)),
            button: page.t("recommendations-answer-button"),
        });
    }
    if waiting.len() > NAMED {
        todos.push(Todo {
            order: 2,
            text: page.t1("recommendations-todo-answer-more", "n", waiting.len() - NAMED),
            detail,
            href: view.under("anbefalinger/svar"),
            button: page.t("recommendations-answer-all"),
        });
    }
}

/// One line for the drafts: a single one is named.
fn to_submit(todos: &mut Vec<Todo>, view: &SpaceView, page: &Page, all: &[Recommendation]) {
    let drafts: Vec<&Recommendation> = all.iter().filter(|r| r.is_draft()).collect();
    let (text, href, button) = match drafts.as_slice() {
        [] => return,
        [one] => (
            page.t2("recommendations-todo-submit", "number", one.number, "title", &one.title),
            view.under(&format!("anbefalinger/{}", one.id)),
            page.t("recommendations-todo-submit-button"),
        ),
        several => (page.t1("recommendations-todo-submit-several", "n", several.len()), view.under("anbefalinger/indsend"), page.t("submission-choose")),
    };
    todos.push(Todo { order: 5, text, detail: page.t("recommendations-todo-submit-detail"), href, button });
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let awaited = store::awaited_from(sql, person).await?.into_iter().map(|a| {
        let late = a.answer_by.filter(|date| page.days_to(date) < 0);
        Mine {
            part: MinePart::Next,
            text: page.t2("recommendations-todo-answer", "number", a.number, "title", &a.title),
            detail: match a.answer_by {
                Some(date) => page.t2("recommendations-mine-answer-by", "space", &a.space, "date", page.date(&date)),
                None => a.space,
            },
            href: format!("/forloeb/{}/anbefalinger/{}/svar", a.slug, a.id),
            button: page.t("recommendations-answer-button"),
            tag: late.map(|date| ("late", page.t1("status-late", "n", -page.days_to(&date)))),
        }
    });
    let mut out: Vec<Mine> = awaited.collect();
    out.extend(store::answers_for(sql, person).await?.into_iter().map(|a| Mine {
        part: MinePart::Outcome,
        text: page.t2("recommendations-mine-answered", "number", a.number, "title", &a.title),
        detail: page.t2("recommendations-mine-answered-detail", "space", &a.space, "date", page.date_of(&a.answered_at)),
        href: format!("/forloeb/{}/anbefalinger/{}", a.slug, a.id),
        button: String::new(),
        tag: Outcome::of(&a.outcome).map(|o| (o.tag(), page.t(o.word()))),
    }));
    Ok(out)
}

/// How many recommendations wait for the council, and whether its promise has passed.
pub(crate) async fn glance(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Glance>> {
    let seen = store::at_a_glance(sql, &ids_of(spaces)).await?;
    let glance = |(id, sent, waiting): (Uuid, i64, i64)| {
        let space = spaces.iter().find(|s| s.id == id)?;
        let late = space.answer_by.map_or(0, |date| days_between(date, page.today()));
        let (text, class) = match waiting {
            0 => (page.t1("glance-unanswered-none", "all", sent), "ok"),
            _ if late > 0 => (page.t2("glance-unanswered-late", "waiting", waiting, "days", late), "late"),
            _ => (page.t1("glance-unanswered-waiting", "waiting", waiting), "wait"),
        };
        Some(Glance { space: id, column: "glance-unanswered", text, class, href: format!("/forloeb/{}/anbefalinger", space.slug) })
    };
    Ok(seen.into_iter().filter_map(glance).collect())
}

/// How many recommendations wait for the council.
pub(crate) async fn unfinished(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<String>> {
    let waiting: i64 = store::at_a_glance(sql, &ids_of(spaces)).await?.iter().map(|(_, _, waiting)| waiting).sum();
    Ok(if waiting > 0 { vec![page.t1("recommendations-unfinished", "n", waiting)] } else { vec![] })
}

/// Spaces the council owes an answer, and for how many days.
pub(crate) async fn late(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, i64)>> {
    Ok(store::late(sql, today).await?.into_iter().map(|(space, date)| (space, days_between(date, today))).collect())
}
