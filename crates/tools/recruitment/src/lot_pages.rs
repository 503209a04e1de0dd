//! The lot: closing its list, writing the seed down in the hall, the result and the receipt for everybody.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use samskab_lot::Receipt;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{APPOINT, CALL_OFF, DRAW, LIST};
use crate::candidate_pages::{Candidate, candidates};
use crate::lot_store::{self, Draw};
use crate::lots;
use crate::store::{self, Call, Profile};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/pladser/opslag/{id}/lod", get(choose).post(close_list))
        .route("/forloeb/{slug}/pladser/lod/{id}", get(show).post(draw))
        .route("/forloeb/{slug}/pladser/lod/{id}/kvittering.json", get(receipt))
        .route("/forloeb/{slug}/pladser/lod/{id}/aflys", post(call_off))
}

#[derive(Template)]
#[template(path = "lot_list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) call: Call,
    /// Profiles one can draw for.
    pub(crate) profiles: Vec<Profile>,
    /// The profile that is drawn for, once it is chosen.
    pub(crate) profile: Option<Profile>,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) is_open: bool,
}

/// One line of the list or the result.
pub(crate) struct Line {
    pub(crate) pseudonym: String,
    pub(crate) mine: bool,
    pub(crate) seated: bool,
    /// As an alternate.
    pub(crate) number: usize,
}

#[derive(Template)]
#[template(path = "lot.html")]
pub(crate) struct LotPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) draw: Draw,
    pub(crate) lines: Vec<Line>,
    pub(crate) candidates: usize,
    pub(crate) mine: Option<String>,
    pub(crate) may_draw: bool,
    pub(crate) may_call_off: bool,
    pub(crate) may_appoint: bool,
    pub(crate) holds: bool,
}

#[derive(Deserialize)]
struct Asked {
    profil: Option<Uuid>,
}

async fn list_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, profile: Option<Uuid>, form: Form) -> Result<ListPage> {
    let mut sql = app.db.read().await?;
    let call = store::call(&mut sql, view.space.id, id).await?;
    let page = Page::of_space(app, visitor, view, "recruitment-lot-new");
    let drawn: Vec<Uuid> = lot_store::of_call(&mut sql, id).await?.iter().map(|d| d.profile_id).collect();
    let all = store::profiles_of_call(&mut sql, id).await?;
    let profiles: Vec<Profile> = all.iter().filter(|p| p.free() > 0 && !drawn.contains(&p.id)).cloned().collect();
    let profile = profiles.iter().find(|p| Some(p.id) == profile).cloned();
    let candidates = match &profile {
        Some(p) => candidates(&mut sql, &page, id, &all).await?.into_iter().filter(|c| c.interest.waits() && c.profiles.contains(&p.id)).collect(),
        None => vec![],
    };
    Ok(ListPage { is_open: call.is_open(app.clock.today()) || !call.is_published(), page, form, call, profiles, profile, candidates })
}

async fn choose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, Query(asked): Query<Asked>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&LIST)?;
    let mut shown = list_page(&app, &visitor, &view, id, asked.profil, Form::default()).await?;
    if let Some(profile) = &shown.profile {
        shown.form.set("seats", profile.free().to_string());
        // Whoever fits is for the secretary to say; at first everybody does.
        for candidate in &shown.candidates {
            shown.form.add("fits".to_owned(), candidate.interest.id.to_string());
        }
    }
    page::html(&shown)
}

async fn close_list(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &LIST).await?;
    let profile = form.value("profile").parse().ok();
    let mut shown = list_page(&app, &visitor, &view, id, profile, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let Some(profile) = &shown.profile else { return Err(Error::Refused("recruitment-seats-changed")) };
    form.called(page, &[("seats", "recruitment-lot-seats"), ("fits", "recruitment-lot-fits")]);
    let seats = form.number(page, "seats", 1..=profile.free());
    let seats = form.need(page, "seats", seats);
    let fit: Vec<Uuid> = shown.candidates.iter().map(|c| c.interest.id).filter(|id| form.is("fits", &id.to_string())).collect();
    if fit.is_empty() {
        let text = page.t("recruitment-lot-nobody");
        form.wrong("fits", text);
    }
    let (Some(seats), true) = (seats, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    let lot = lots::close_list(&mut act, id, profile.id, seats, &fit).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/lod/{lot}")), "lot-listed"))
}

/// The list, or the result, line by line.
fn lines(receipt: &Receipt, mine: Option<&str>) -> Vec<Line> {
    let drawn = if receipt.order.is_empty() { &receipt.pseudonyms } else { &receipt.order };
    let seated = receipt.seated().len();
    let line = |(i, name): (usize, &String)| Line {
        mine: mine == Some(name.as_str()),
        seated: i < seated,
        number: (i + 1).saturating_sub(seated),
        pseudonym: name.clone(),
    };
    drawn.iter().enumerate().map(line).collect()
}

async fn lot_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<LotPage> {
    let mut sql = app.db.read().await?;
    let draw = lot_store::one(&mut sql, view.space.id, id).await?;
    let receipt = lots::receipt(&mut sql, &draw).await?;
    let mine = match view.person {
        Some(person) => lot_store::mine(&mut sql, id, person).await?,
        None => None,
    };
    let page = Page::of_space(app, visitor, view, "recruitment-lot");
    let waits = draw.seed.is_none() && draw.called_off_at.is_none();
    Ok(LotPage {
        lines: lines(&receipt, mine.as_deref()),
        candidates: receipt.pseudonyms.len(),
        may_draw: waits && view.may(&DRAW),
        may_call_off: waits && view.may(&CALL_OFF),
        may_appoint: draw.seed.is_some() && view.may(&APPOINT),
        holds: receipt.digest == draw.digest && receipt.seal == draw.seal,
        mine,
        page,
        form,
        draw,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    page::html(&lot_page(&app, &visitor, &view, id, Form::default()).await?)
}

async fn draw(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &DRAW).await?;
    let mut shown = lot_page(&app, &visitor, &view, id, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("seed", "recruitment-lot-seed"), ("again", "recruitment-lot-again")]);
    let seed = form.required(page, "seed", 100);
    let again = form.required(page, "again", 100);
    if form.ok() && seed != again {
        let text = page.t("recruitment-lot-differ");
        form.wrong("again", text);
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    lots::draw(&mut act, id, &seed).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/lod/{id}")), "lot-drawn"))
}

async fn call_off(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CALL_OFF).await?;
    let mut shown = lot_page(&app, &visitor, &view, id, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("why", "recruitment-lot-why")]);
    let why = form.required(page, "why", 300);
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    lots::call_off(&mut act, id, &why).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("pladser/lod/{id}")), "lot-called-off"))
}

async fn receipt(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let draw = lot_store::one(&mut sql, view.space.id, id).await?;
    let file = lots::receipt(&mut sql, &draw).await?.write()?;
    let name = format!("attachment; filename=\"lodtraekning-{id}.json\"");
    Ok(([(CONTENT_TYPE, "application/json; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], file).into_response())
}
