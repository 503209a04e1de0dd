//! Who comes to a meeting: the list for those who run it, entering who has rung, ticking off who came, a sheet to sign.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, reading, view};
use uuid::Uuid;

use crate::acts::{ATTEND, ENTER};
use crate::model::{Needs, Reply};
use crate::pages::{id_of, path_of};
use crate::places::{self, Row};
use crate::seen;
use crate::store::{self, Meeting, Registration};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder/{id}/deltagere", get(show).post(attend))
        .route("/forloeb/{slug}/moeder/{id}/deltagere/ny", post(enter))
        .route("/forloeb/{slug}/moeder/{id}/deltagere/{key}/fjern", post(strike))
        .route("/forloeb/{slug}/moeder/{id}/deltagerliste", get(sheet))
}

/// Somebody on the list.
#[derive(Clone)]
pub(crate) struct Guest {
    pub(crate) row: Row,
    pub(crate) name: String,
    pub(crate) state: Option<Reply>,
    pub(crate) attended: bool,
    pub(crate) needs: Needs,
    /// Entered by the staff, and so struck out by them.
    pub(crate) entered: Option<Uuid>,
}

impl Guest {
    fn of(r: &Registration) -> Self {
        Self {
            row: Row::Registration(r.id),
            name: r.name.clone(),
            state: Some(r.state),
            attended: r.attended,
            needs: r.all_needs(),
            entered: r.person_id.is_none().then_some(r.id),
        }
    }

    /// Their answer in words.
    pub(crate) fn answer(&self, page: &Page) -> String {
        page.t(&format!("meetings-answer-{}", self.state.map_or("none", Reply::key)))
    }

    /// What they need, in a line; empty for nothing.
    pub(crate) fn needs_line(&self, page: &Page) -> String {
        let kinds = self.needs.kinds.iter().map(|need| page.t(&format!("meetings-need-kind-{need}")));
        kinds.chain([self.needs.text.clone()]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The class of its tag.
    pub(crate) fn tag(&self) -> &'static str {
        match self.state {
            Some(Reply::Coming | Reply::Online) => "ok",
            Some(Reply::Waiting) => "wait",
            _ => "plain",
        }
    }
}

/// The list: answers in their order, then those of the team who have not answered.
pub(crate) fn guests(registrations: &[Registration], team: &[(Uuid, String)]) -> Vec<Guest> {
    let order = |r: &Registration| match r.state {
        Reply::Coming | Reply::Silent => 0,
        Reply::Online => 1,
        Reply::Waiting => 2,
        Reply::Declined => 4,
    };
    let mut all: Vec<(i32, Guest)> = registrations.iter().map(|r| (order(r), Guest::of(r))).collect();
    let silent = team.iter().filter(|(id, _)| !registrations.iter().any(|r| r.person_id == Some(*id)));
    all.extend(
        silent.map(|(id, name)| (3, Guest { row: Row::Person(*id), name: name.clone(), state: None, attended: false, needs: Needs::default(), entered: None })),
    );
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, guest)| guest).collect()
}

#[derive(Template)]
#[template(path = "meeting_people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) m: Meeting,
    pub(crate) when: String,
    pub(crate) guests: Vec<Guest>,
    pub(crate) coming: usize,
    pub(crate) online: usize,
    pub(crate) waiting: usize,
    pub(crate) came: usize,
    pub(crate) form: Form,
    /// What can be ticked off that one needs.
    pub(crate) needs: Vec<(&'static str, String)>,
    /// How many of those who come to the room need what, for whoever orders it.
    pub(crate) sums: Vec<(String, usize)>,
    /// Whether the visitor may enter people and see what they need.
    pub(crate) may_enter: bool,
    pub(crate) begun: bool,
}

#[derive(Template)]
#[template(path = "meeting_sheet.html")]
pub(crate) struct SheetPage {
    pub(crate) page: Page,
    pub(crate) m: Meeting,
    pub(crate) when: String,
    pub(crate) names: Vec<String>,
    /// Lines for whoever comes by.
    pub(crate) empty: Vec<usize>,
}

async fn people_page(app: &App, visitor: &Visitor, view: &SpaceView, id: &str, form: Form) -> Result<PeoplePage> {
    view.demand(&ATTEND)?;
    let mut sql = app.db.read().await?;
    let m = store::one(&mut sql, view.space.id, id_of(id)?).await?;
    let mut registrations = store::registrations(&mut sql, m.id).await?;
    let team: Vec<(Uuid, String)> = store::team(&mut sql, view.space.id).await?.into_iter().map(|p| (p.id, p.name)).collect();
    drop(sql);
    let may_enter = view.may(&ENTER);
    if !may_enter {
        registrations.iter_mut().for_each(|r| {
            r.needs.clear();
            r.need_kinds.clear();
        });
    }
    // What somebody needs may say much about them: they can see who has looked.
    let looked_at: Vec<Uuid> = registrations.iter().filter(|r| !r.all_needs().is_empty()).filter_map(|r| r.person_id).collect();
    if !looked_at.is_empty() {
        let mut sql = app.db.write().await?;
        for person in looked_at {
            reading::note(&mut sql, app, view.person, person, "reading-meeting-needs").await?;
        }
        sql.commit().await?;
    }
    let mut page = Page::of_space(app, visitor, view, "meetings-people");
    page.title = format!("{} · {}", page.t("meetings-people"), m.title);
    let count = |state: Reply| registrations.iter().filter(|r| r.state == state).count();
    let (needs, coming) = (seen::needs(&page), registrations.iter().filter(|r| matches!(r.state, Reply::Coming | Reply::Silent)));
    let wanted: Vec<Needs> = coming.map(Registration::all_needs).collect();
    let sum = |(need, words): &(&'static str, String)| (words.clone(), wanted.iter().filter(|w| w.kinds.contains(need)).count());
    let sums = needs.iter().map(sum).filter(|(_, n)| *n > 0).collect();
    Ok(PeoplePage {
        needs,
        sums,
        when: seen::when(&page, &m),
        coming: count(Reply::Coming),
        online: count(Reply::Online),
        waiting: count(Reply::Waiting),
        came: registrations.iter().filter(|r| r.attended).count(),
        guests: guests(&registrations, &team),
        begun: m.starts_at <= page.now,
        form,
        may_enter,
        m,
        page,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    page::html(&people_page(&app, &visitor, &view, &id, Form::default()).await?)
}

async fn attend(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ATTEND).await?;
    let registrations = store::registrations(act.sql(), id).await?;
    let team: Vec<(Uuid, String)> = store::team(act.sql(), view.space.id).await?.into_iter().map(|p| (p.id, p.name)).collect();
    // Only who stood in the form is touched: somebody may have put themselves down meanwhile.
    let rows: Vec<(Row, bool)> =
        guests(&registrations, &team).into_iter().filter(|g| form.is("listed", &g.row.key())).map(|g| (g.row, form.is("here", &g.row.key()))).collect();
    places::attend(&mut act, id, &rows).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}/deltagere", path_of(&view, id)), "meetings-attended"))
}

async fn enter(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    view.demand(&ENTER)?;
    let mut shown = people_page(&app, &visitor, &view, &id, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("name", "meetings-guest-name"), ("needs", "meetings-needs-theirs")]);
    let name = form.required(page, "name", 80);
    let needs = form.optional(page, "needs", 1_000);
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let needs = Needs::of(|need| shown.form.is("need", need), &needs);
    let became = places::enter(&mut act, shown.m.id, &name, needs).await?;
    act.commit().await?;
    let done = if became == Reply::Waiting { "meetings-entered-waiting" } else { "meetings-entered" };
    Ok(page::go(&format!("{}/deltagere", path_of(&view, shown.m.id)), done))
}

async fn strike(State(app): State<App>, visitor: Visitor, Path((slug, id, key)): Path<(String, String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let (id, registration) = (id_of(&id)?, id_of(&key)?);
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    places::strike(&mut act, id, registration).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}/deltagere", path_of(&view, id)), "meetings-struck"))
}

async fn sheet(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let people = people_page(&app, &visitor, &view, &id, Form::default()).await?;
    let there = |g: &Guest| !matches!(g.state, Some(Reply::Declined | Reply::Waiting));
    let mut names: Vec<String> = people.guests.iter().filter(|g| there(g)).map(|g| g.name.clone()).collect();
    names.sort_by_key(|n| n.to_lowercase());
    let empty = if people.m.is_open() { 12 } else { 4 };
    page::html(&SheetPage { page: people.page, m: people.m, when: people.when, names, empty: (0..empty).collect() })
}
