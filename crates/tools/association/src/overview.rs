//! What the association shows elsewhere: on the space's page, on somebody's own page, in search, and what is late.

use askama::Template;
use samskab_platform::clock::days_between;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::{DaysLate, Document, Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView, rich_text};
use uuid::Uuid;

use crate::acts::{DECLARE, ENTER, PLAN};
use crate::board_store::{self, Seat};
use crate::meeting_store::{self, Meeting};
use crate::model::last_call;
use crate::pages::current;
use crate::papers::path_of;
use crate::{paper_store, store};

/// The association in a few lines, at the side of the space's page.
#[derive(Template)]
#[template(path = "association_aside.html")]
pub(crate) struct Aside<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) members: i64,
    pub(crate) board: &'a [Seat],
    pub(crate) next: Option<&'a Meeting>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let (mut out, space, today) = (Overview::default(), view.space.id, page.today());
    let next = meeting_store::next(sql, space).await?;
    if view.may(&ENTER) {
        let waiting = store::count_waiting(sql, space).await?;
        if waiting > 0 {
            let (text, detail) = (page.t1("association-todo-waiting", "n", waiting), page.t("association-todo-waiting-detail"));
            out.todos.push(Todo { order: 8, text, detail, href: view.under("forening/medlemmer"), button: page.t("association-todo-waiting-button") });
        }
    }
    if let (true, Some(meeting)) = (view.may(&PLAN), &next) {
        let href = view.under(&format!("forening/moede/{}", meeting.id));
        let last = last_call(meeting.held_on, meeting.notice_days);
        if meeting.called_on.is_none() {
            let word = if today > last { "association-todo-call-late" } else { "association-todo-call" };
            let (text, detail) = (page.t(word), page.t1("association-todo-call-detail", "date", page.date(&last)));
            out.todos.push(Todo { order: 3, text, detail, href, button: page.t("association-todo-call-button") });
        } else if meeting.held_on <= today {
            let (text, detail) = (page.t("association-todo-close"), page.t("association-todo-close-detail"));
            out.todos.push(Todo { order: 3, text, detail, href, button: page.t("association-todo-close-button") });
        }
    }
    if view.may(&DECLARE) {
        let year = i64::from(chrono::Datelike::year(&today));
        let due = chrono::Datelike::month(&today) >= 10 && !paper_store::certificates(sql, space).await?.is_empty();
        if due && !paper_store::declarations(sql, space).await?.iter().any(|d| d.year == year) {
            let (text, detail) = (page.t1("association-todo-declare", "year", year.to_string()), page.t("association-todo-declare-detail"));
            out.todos.push(Todo { order: 20, text, detail, href: view.under("forening/boerneattester"), button: page.t("association-todo-declare-button") });
        }
    }
    let members = store::count(sql, space).await?;
    let board = current(board_store::of_space(sql, space).await?);
    if members > 0 || !board.is_empty() || next.is_some() {
        let next = next.as_ref().filter(|m| m.called_on.is_some());
        out.aside.push((18, Aside { page, href: view.under("forening"), members, board: &board, next }.render()?));
    }
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let mut out = vec![];
    let line = |part: MinePart, text: String, detail: String, href: String, button: &str, tag: Option<(&'static str, String)>| Mine {
        part,
        text,
        detail,
        href,
        button: if button.is_empty() { String::new() } else { page.t(button) },
        tag,
    };
    for (slug, space, kind, version, role) in paper_store::waits_for(sql, person).await? {
        let side = if role == "chair" { "association-side-association" } else { "association-side-municipality" };
        let text = page.t2("association-mine-paper", "paper", page.t(&format!("association-{kind}")), "space", space);
        let detail = page.t2("association-mine-paper-detail", "version", version, "side", page.t(side));
        out.push(line(MinePart::Invited, text, detail, format!("/forloeb/{slug}/forening/papir/{}", path_of(&kind)), "association-mine-paper-button", None));
    }
    for (_, slug, space, season, ore, due_on) in store::owed_by(sql, person).await? {
        let late = due_on < page.today();
        let tag = if late { ("late", page.t("association-owes-late")) } else { ("wait", page.t("association-owes-soon")) };
        let text = page.t2("association-mine-owes", "season", season, "space", space);
        let detail = page.t2("association-mine-owes-detail", "amount", page.money(&ore), "date", page.date(&due_on));
        out.push(line(MinePart::Promised, text, detail, format!("/forloeb/{slug}/forening"), "", Some(tag)));
    }
    for (id, slug, space, held_on) in meeting_store::of_member(sql, person, page.today()).await? {
        let text = page.t2("association-mine-meeting", "date", page.date(&held_on), "space", space);
        out.push(line(MinePart::Next, text, page.t("association-mine-meeting-detail"), format!("/forloeb/{slug}/forening/moede/{id}"), "", None));
    }
    for (slug, space, seen_on) in paper_store::asked_of(sql, person).await? {
        if seen_on.is_none() {
            let text = page.t1("association-mine-certificate", "space", space);
            out.push(line(MinePart::Promised, text, page.t("association-mine-certificate-detail"), format!("/forloeb/{slug}/forening"), "", None));
        }
    }
    Ok(out)
}

/// Meetings that have been called, with their minutes once approved, and papers in force can be searched for.
pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let meetings = meeting_store::of_space(sql, space.id).await?.into_iter().filter(|m| m.called_on.is_some()).map(|m| Document {
        kind: "assembly",
        id: m.id,
        title: format!("Generalforsamling {}", m.held_on.format("%-d.%-m.%Y")),
        text: format!("{} {} {}", m.place, m.agenda, if m.approved_on.is_some() { rich_text::plain(&m.minutes) } else { String::new() }),
        href: format!("/forloeb/{}/forening/moede/{}", space.slug, m.id),
    });
    let mut seen = vec![];
    let mut papers = vec![];
    for paper in paper_store::of_space(sql, space.id).await?.into_iter().filter(|p| p.in_force_at().is_some()) {
        if seen.contains(&paper.kind) {
            continue;
        }
        let (kind, title) = if paper.kind == "bylaws" { ("bylaws", "Vedtægter") } else { ("agreement", "Samarbejdsaftale") };
        let (text, href) = (rich_text::plain(&paper.text), format!("/forloeb/{}/forening/papir/{}", space.slug, path_of(&paper.kind)));
        papers.push(Document { kind, id: paper.id, title: title.to_owned(), text, href });
        seen.push(paper.kind);
    }
    Ok(meetings.chain(papers).collect())
}

/// Agreements and bylaws that were to be looked at again before this day.
pub(crate) async fn late(sql: &mut Sql, today: chrono::NaiveDate) -> Result<Vec<DaysLate>> {
    Ok(paper_store::late(sql, today).await?.into_iter().map(|(space, day)| (space, days_between(day, today))).collect())
}
