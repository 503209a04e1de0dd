//! Collecting ideas in a hall, for those who run it: opening, what waits for a look, the screen everybody sees.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{CLOSE_HALL, LET_IN, OPEN_HALL, TURN_AWAY};
use crate::hall_store::{self, Hall, Said};
use crate::likeness::MARKED;
use crate::note_pages::same_as;
use crate::pages::{id_of, path_of};
use crate::{halls, similar};

/// Ideas on the screen at a time.
const ON_SCREEN: i64 = 8;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/ideer/salen", get(all).post(open))
        .route("/forloeb/{slug}/ideer/salen/{id}", get(one))
        .route("/forloeb/{slug}/ideer/salen/{id}/skaerm", get(screen))
        .route("/forloeb/{slug}/ideer/salen/{id}/luk", post(close))
        .route("/forloeb/{slug}/ideer/salen/{id}/vis", post(let_in))
        .route("/forloeb/{slug}/ideer/salen/{id}/fjern", post(turn_away))
}

/// How one gets to the form in the hall.
pub(crate) struct Sheet {
    /// The path.
    pub(crate) path: String,
    /// As one reads and types it.
    pub(crate) address: String,
    /// The same without the code.
    pub(crate) place: String,
    /// As a phone reads it: a drawing.
    pub(crate) picture: String,
}

#[derive(Template)]
#[template(path = "idea_halls.html")]
pub(crate) struct HallsPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) halls: Vec<Hall>,
}

#[derive(Template)]
#[template(path = "idea_hall.html")]
pub(crate) struct HallPage {
    pub(crate) page: Page,
    pub(crate) hall: Hall,
    pub(crate) open: bool,
    pub(crate) sheet: Sheet,
    pub(crate) all: i64,
    pub(crate) waiting: i64,
    pub(crate) said: Vec<Said>,
    pub(crate) shown: Vec<Said>,
    /// Of those that are like another idea: its title and address.
    pub(crate) likes: BTreeMap<Uuid, (String, String)>,
}

#[derive(Template)]
#[template(path = "idea_screen.html")]
pub(crate) struct ScreenPage {
    pub(crate) page: Page,
    pub(crate) hall: Hall,
    pub(crate) open: bool,
    pub(crate) sheet: Sheet,
    pub(crate) all: i64,
    pub(crate) shown: Vec<Said>,
}

impl HallPage {
    pub(crate) fn like(&self, said: &Said) -> Option<&(String, String)> {
        self.likes.get(&said.id)
    }

    /// How many wait that do not stand on the page yet.
    pub(crate) fn more(&self) -> i64 {
        self.waiting - i64::try_from(self.said.len()).unwrap_or(0)
    }
}

impl HallsPage {
    pub(crate) fn is_open(&self, hall: &Hall) -> bool {
        hall.is_open(self.page.now)
    }

    /// The one that is open.
    pub(crate) fn now(&self) -> Option<&Hall> {
        self.halls.iter().find(|h| h.is_open(self.page.now))
    }
}

fn place(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("ideer/salen/{id}"))
}

fn sheet(app: &App, hall: &Hall) -> Result<Sheet> {
    let path = format!("/ide/{}", hall.code);
    let link = format!("{}{path}", app.settings.base_url);
    let qr = QrCode::with_error_correction_level(&link, EcLevel::M).map_err(|e| Error::Internal(format!("qr: {e}")))?;
    let picture = qr.render().min_dimensions(160, 160).dark_color(svg::Color("#000")).light_color(svg::Color("#fff")).build();
    // Inside a page the drawing stands without its XML declaration.
    let picture = picture.split_once("?>").map_or(picture.clone(), |(_, drawing)| drawing.to_owned());
    let address = link.split_once("://").map_or(link.clone(), |(_, rest)| rest.to_owned());
    Ok(Sheet { path, place: address.trim_end_matches(&hall.code).to_owned(), address, picture })
}

async fn halls_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<HallsPage> {
    let halls = hall_store::of_space(&mut app.db.read().await?, view.space.id).await?;
    Ok(HallsPage { page: Page::of_space(app, visitor, view, "ideas-hall-title"), form, halls })
}

async fn all(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    view.demand(&OPEN_HALL)?;
    let form = Form::filled([("look", "yes".to_owned())]);
    page::html(&halls_page(&app, &visitor, &view, form).await?)
}

async fn open(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &OPEN_HALL).await?;
    let mut shown = halls_page(&app, &visitor, &view, form).await?;
    shown.form.called(&shown.page, &[("question", "ideas-hall-question")]);
    let question = shown.form.required(&shown.page, "question", 160);
    if !shown.form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let look = shown.form.is("look", "yes");
    let id = halls::open(&mut act, &question, look).await?;
    act.commit().await?;
    Ok(page::go(&place(&view, id), "hall-opened"))
}

/// Which of these are like an idea on the list, or else like an earlier one of those that wait.
async fn likes(sql: &mut Sql, view: &SpaceView, said: &[Said], shown: &[Said]) -> Result<BTreeMap<Uuid, (String, String)>> {
    let mut all = BTreeMap::new();
    let titles: Vec<String> = said.iter().map(|s| s.title.clone()).collect();
    for n in 0..said.len() {
        if let Some(i) = same_as(&titles, n) {
            all.insert(said[n].id, (said[i].title.clone(), format!("#idea-{}", said[i].id)));
        }
    }
    // What is part of another has been put together already.
    for s in said.iter().chain(shown.iter().filter(|s| s.root_id == s.id)) {
        let found = similar::alike(sql, view.space.id, &s.title, 2).await?;
        if let Some(like) = found.into_iter().find(|l| l.score >= MARKED && l.idea.root_id != s.id) {
            all.insert(s.id, (like.idea.title, path_of(view, like.idea.root_id)));
        }
    }
    Ok(all)
}

async fn one(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    view.demand(&LET_IN)?;
    let hall = hall_store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let (all, waiting) = hall_store::counted(&mut sql, hall.id).await?;
    let (said, shown) = (hall_store::waiting(&mut sql, hall.id).await?, hall_store::shown(&mut sql, hall.id, 20).await?);
    page::html(&HallPage {
        page: Page::of_space(&app, &visitor, &view, "ideas-hall-title"),
        open: hall.is_open(app.clock.now()),
        sheet: sheet(&app, &hall)?,
        likes: likes(&mut sql, &view, &said, &shown).await?,
        said,
        shown,
        all,
        waiting,
        hall,
    })
}

/// Everybody who sees the space may see the screen: it shows nothing that the list does not.
async fn screen(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    let hall = hall_store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    let (all, _) = hall_store::counted(&mut sql, hall.id).await?;
    page::html(&ScreenPage {
        page: Page::of_space(&app, &visitor, &view, "ideas-screen-title"),
        open: hall.is_open(app.clock.now()),
        sheet: sheet(&app, &hall)?,
        shown: hall_store::shown(&mut sql, hall.id, ON_SCREEN).await?,
        all,
        hall,
    })
}

async fn close(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE_HALL).await?;
    let id = id_of(&id)?;
    halls::close(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&place(&view, id), "hall-closed"))
}

async fn let_in(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &LET_IN).await?;
    let hall = hall_store::one(act.sql(), view.space.id, id_of(&id)?).await?.id;
    let ideas = match form.value("idea") {
        "all" => hall_store::all_waiting(act.sql(), hall).await?,
        one => vec![one.parse().map_err(|_| Error::BadRequest("error-form"))?],
    };
    halls::let_in(&mut act, &ideas).await?;
    act.commit().await?;
    Ok(page::go(&place(&view, hall), "hall-let-in"))
}

async fn turn_away(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &TURN_AWAY).await?;
    let hall = hall_store::one(act.sql(), view.space.id, id_of(&id)?).await?.id;
    let idea = form.value("idea").parse().map_err(|_| Error::BadRequest("error-form"))?;
    halls::turn_away(&mut act, idea).await?;
    act.commit().await?;
    Ok(page::go(&place(&view, hall), "hall-turned-away"))
}
