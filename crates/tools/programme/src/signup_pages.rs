//! Signing up and off, and the list of who comes.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, reading, view};
use uuid::Uuid;

use crate::acts::{ENTER, SIGN_UP};
use crate::lists::Lists;
use crate::model::{Signup, names};
use crate::pages::{TICKED, home, id_of};
use crate::signing::Entered;
use crate::signup_store::{Seat, SignedUp};
use crate::store::{Activity, Occurrence};
use crate::{house, house_store, seen, signing, signup_store, store};

/// Names that go in at once.
const NAMES: usize = 200;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/program/{id}/tilmeld", post(sign_up))
        .route("/forloeb/{slug}/program/{id}/afmeld", post(sign_off))
        .route("/forloeb/{slug}/program/{id}/deltagere", get(of_series).post(enter_series))
        .route("/forloeb/{slug}/program/gang/{id}/deltagere", get(of_occurrence).post(enter_occurrence))
        .route("/forloeb/{slug}/program/deltager/{id}/slet", post(strike))
        .route("/forloeb/{slug}/program/deltager/{id}/kom", post(came))
}

/// The occurrence a form is about; none: the whole of the activity.
fn occurrence_of(form: &Form) -> Result<Option<Uuid>> {
    let text = form.value("occurrence");
    if text.is_empty() { Ok(None) } else { id_of(text).map(Some) }
}

async fn sign_up(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SIGN_UP).await?;
    let seat = signing::sign_up(&mut act, id, occurrence_of(&form)?).await?;
    act.commit().await?;
    Ok(page::go(&home(&view, &id), if seat == Seat::In { "programme-signed-up" } else { "programme-waiting" }))
}

async fn sign_off(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SIGN_UP).await?;
    signing::sign_off(&mut act, id, occurrence_of(&form)?).await?;
    act.commit().await?;
    Ok(page::go(&home(&view, &id), "programme-signed-off"))
}

#[derive(Template)]
#[template(path = "programme_people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) a: Activity,
    pub(crate) occurrence: Option<Uuid>,
    pub(crate) when: String,
    pub(crate) people: Vec<SignedUp>,
    /// The occurrence whose sheet is printed: of a whole series its next.
    pub(crate) sheet: Option<Uuid>,
    /// The time one can tick off who came to, and which it is.
    pub(crate) tick: Option<(Uuid, String)>,
    /// Those who came to it.
    pub(crate) there: BTreeSet<Uuid>,
    /// Whether numbers are shown.
    pub(crate) phones: bool,
}

impl PeoplePage {
    /// Those who come, and those who wait, each with a heading.
    pub(crate) fn lists(&self) -> Vec<(String, Vec<&SignedUp>)> {
        let of = |seat: Seat| self.people.iter().filter(|p| p.state == seat).collect::<Vec<_>>();
        let (come, wait) = (of(Seat::In), of(Seat::Waiting));
        let head = match self.a.capacity {
            Some(most) => self.page.t2("programme-come-of", "n", come.len(), "most", most),
            None => self.page.t1("programme-come", "n", come.len()),
        };
        let waiting = (!wait.is_empty()).then(|| (self.page.t1("programme-waiting-n", "n", wait.len()), wait));
        std::iter::once((head, come)).chain(waiting).collect()
    }

    /// Where one ticks off those who have a place.
    pub(crate) fn ticks(&self, p: &SignedUp) -> Option<Uuid> {
        self.tick.as_ref().filter(|_| p.state == Seat::In).map(|(id, _)| *id)
    }

    pub(crate) fn action(&self) -> String {
        let Some(view) = &self.page.space else { return String::new() };
        match self.occurrence {
            Some(o) => view.under(&format!("program/gang/{o}/deltagere")),
            None => view.under(&format!("program/{}/deltagere", self.a.id)),
        }
    }
}

async fn people_page(
    sql: &mut Sql,
    app: &App,
    visitor: &Visitor,
    view: &SpaceView,
    (activity, occurrence): (Option<Uuid>, Option<Uuid>),
    form: Form,
) -> Result<PeoplePage> {
    let mut page = Page::of_space(app, visitor, view, "programme-people");
    let o = match occurrence {
        Some(id) => Some(store::occurrence(sql, view.space.id, id).await?),
        None => None,
    };
    let id = activity.or(o.as_ref().map(|o| o.activity_id)).unwrap_or_default();
    let a = store::one(sql, view.space.id, id).await?;
    Lists::of(sql, view).await?.demand(a.id)?;
    page.title = format!("{} · {}", a.title, page.title);
    let when = o.as_ref().map_or_else(String::new, |o| seen::when(&page, &o.span()));
    // A time of what one signs up for as a whole has no list of its own.
    let about = occurrence.filter(|_| a.signup == Signup::Each);
    let people = signup_store::of(sql, a.id, about).await?;
    let today = |o: &Occurrence| o.is_planned() && seen::date_of(&o.starts_at) <= page.today();
    let tick = match o {
        Some(o) => Some(o).filter(today),
        None => store::of_activity(sql, a.id, page.now - Duration::days(TICKED), 60).await?.into_iter().rev().find(today),
    };
    let there = match &tick {
        Some(o) => signup_store::came(sql, o.id).await?,
        None => BTreeSet::new(),
    };
    let tick = tick.map(|o| (o.id, seen::when(&page, &o.span())));
    let phones = house_store::shows_phones(sql, view.space.id).await?;
    let sheet = match occurrence {
        Some(id) => Some(id),
        None => store::of_activity(sql, a.id, page.now, 20).await?.into_iter().find(store::Occurrence::is_planned).map(|o| o.id),
    };
    Ok(PeoplePage { page, form, a, occurrence: about, when, people, sheet, tick, there, phones })
}

async fn of_series(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    list(&app, &visitor, &slug, |id| (Some(id), None), &id).await
}

async fn of_occurrence(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    list(&app, &visitor, &slug, |id| (None, Some(id)), &id).await
}

type About = (Option<Uuid>, Option<Uuid>);

async fn list(app: &App, visitor: &Visitor, slug: &str, about: fn(Uuid) -> About, id: &str) -> Result<Response> {
    let view = view::find_visible(app, visitor, slug).await?.at("program");
    view.demand(&ENTER)?;
    let id = id_of(id)?;
    let mut sql = app.db.write().await?;
    let shown = people_page(&mut sql, app, visitor, &view, about(id), Form::default()).await?;
    let what = if shown.phones { "reading-activity-phone" } else { "reading-activity" };
    for person in shown.people.iter().filter_map(|p| p.person_id) {
        reading::note_once_a_day(&mut sql, app, view.person, person, what).await?;
    }
    sql.commit().await?;
    page::html(&shown)
}

async fn enter_series(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    enter(&app, &visitor, &slug, |id| (Some(id), None), &id, form).await
}

async fn enter_occurrence(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    enter(&app, &visitor, &slug, |id| (None, Some(id)), &id, form).await
}

async fn enter(app: &App, visitor: &Visitor, slug: &str, about: fn(Uuid) -> About, id: &str, form: Form) -> Result<Response> {
    let view = view::find_visible(app, visitor, slug).await?.at("program");
    let mut act = Act::begin(app, visitor, view.space.id, &ENTER).await?;
    let mut shown = people_page(act.sql(), app, visitor, &view, about(id_of(id)?), form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("names", "programme-names")]);
    let text = form.required(page, "names", 20_000);
    let typed = names(&text, NAMES);
    if let Some(long) = typed.iter().find(|n| n.chars().count() > 80) {
        form.wrong1(page, "names", "programme-name-long", "name", long);
    }
    if !form.ok() || typed.is_empty() {
        form.need::<()>(page, "names", (!typed.is_empty()).then_some(()));
        drop(act);
        return page::not_accepted(&shown);
    }
    let team = house::team(&mut act).await?;
    let typed: Vec<Entered> = typed.iter().map(|line| Entered::of(line, &team)).collect();
    let (_, waiting, _) = signing::enter(&mut act, shown.a.id, shown.occurrence, &typed).await?;
    act.commit().await?;
    Ok(page::go(&shown.action(), if waiting > 0 { "programme-entered-waiting" } else { "programme-entered" }))
}

async fn strike(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let (activity, occurrence, up) = signing::strike(&mut act, id).await?;
    act.commit().await?;
    let back = occurrence.map_or_else(|| format!("program/{activity}/deltagere"), |o| format!("program/gang/{o}/deltagere"));
    Ok(page::go(&view.under(&back), if up { "programme-struck-up" } else { "programme-struck" }))
}

async fn came(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let occurrence = occurrence_of(&form)?.ok_or(Error::BadRequest("error-form"))?;
    let came = form.is("came", "yes");
    signing::note_came(&mut act, id, occurrence, came).await?;
    act.commit().await?;
    Ok(page::go(&format!("{}#p-{id}", view.under(&format!("program/gang/{occurrence}/deltagere"))), ""))
}
