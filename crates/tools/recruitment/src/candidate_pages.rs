//! Who showed interest: for the secretary and the facilitator alone. Every look at why somebody wants to take part is noted.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::person::{self, Person};
use samskab_platform::{App, Page, Result, SpaceView, Visitor, page, reading, view};
use uuid::Uuid;

use crate::acts::{APPOINT, READ};
use crate::interest_store::{self, Interest};
use crate::lot_store;
use crate::model::Reply;
use crate::store::{self, Call, Profile};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/pladser/opslag/{id}/interesserede", get(list))
        .route("/forloeb/{slug}/pladser/opslag/{id}/interesserede/alle", get(read_all))
        .route("/forloeb/{slug}/pladser/interesse/{id}", get(read))
}

/// Somebody who showed interest, in words.
pub(crate) struct Candidate {
    pub(crate) interest: Interest,
    /// The seats they want: by their profiles, and in words.
    pub(crate) profiles: Vec<Uuid>,
    pub(crate) wants: Vec<String>,
    /// State in words, with its class.
    pub(crate) tag: (&'static str, String),
}

#[derive(Template)]
#[template(path = "candidates.html")]
pub(crate) struct CandidatesPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) candidates: Vec<Candidate>,
    /// How many want a seat of each kind.
    pub(crate) wanted: Vec<(String, usize)>,
    pub(crate) groups: usize,
    pub(crate) waiting: usize,
    pub(crate) is_open: bool,
    pub(crate) may_appoint: bool,
    /// Whether texts are shown; then every one of them has been noted as read.
    pub(crate) texts: bool,
    /// The lots of the call: id, profile, whether it is drawn.
    pub(crate) lots: Vec<(Uuid, String, bool)>,
}

#[derive(Template)]
#[template(path = "candidate.html")]
pub(crate) struct CandidatePage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) candidate: Candidate,
    pub(crate) person: Person,
}

/// How a candidate stands, in words.
pub(crate) fn tag(page: &Page, interest: &Interest) -> (&'static str, String) {
    match (interest.withdrawn_at, interest.reply()) {
        (Some(_), _) => ("plain", page.t("recruitment-withdrawn")),
        (None, None) => ("wait", page.t("recruitment-no-reply")),
        (None, Some(reply @ (Reply::Seat | Reply::Alternate))) => ("ok", page.t(&format!("reply-{}", reply.key()))),
        (None, Some(reply)) => ("plain", page.t(&format!("reply-{}", reply.key()))),
    }
}

/// Everybody who showed interest in a call, with what they want.
pub(crate) async fn candidates(sql: &mut samskab_platform::db::Sql, page: &Page, call: Uuid, profiles: &[Profile]) -> Result<Vec<Candidate>> {
    let wants = interest_store::profiles_of_call(sql, call).await?;
    let in_words = |interest: Interest| Candidate {
        profiles: profiles.iter().map(|p| p.id).filter(|p| wants.contains(&(interest.id, *p))).collect(),
        wants: profiles.iter().filter(|p| wants.contains(&(interest.id, p.id))).map(|p| p.title.clone()).collect(),
        tag: tag(page, &interest),
        interest,
    };
    Ok(interest_store::of_call(sql, call).await?.into_iter().map(in_words).collect())
}

async fn candidates_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, texts: bool) -> Result<CandidatesPage> {
    let mut sql = app.db.read().await?;
    let call = store::call(&mut sql, view.space.id, id).await?;
    let page = Page::of_space(app, visitor, view, "recruitment-candidates");
    let profiles = store::profiles_of_call(&mut sql, id).await?;
    let candidates = candidates(&mut sql, &page, id, &profiles).await?;
    let there: Vec<&Candidate> = candidates.iter().filter(|c| c.interest.withdrawn_at.is_none()).collect();
    let lots = lot_store::of_call(&mut sql, id).await?;
    Ok(CandidatesPage {
        wanted: profiles.iter().map(|p| (p.title.clone(), there.iter().filter(|c| c.profiles.contains(&p.id)).count())).collect(),
        groups: there.iter().filter(|c| c.interest.working_group).count(),
        waiting: there.iter().filter(|c| c.interest.waits()).count(),
        is_open: call.is_open(app.clock.today()),
        may_appoint: view.may(&APPOINT),
        lots: lots.into_iter().map(|d| (d.id, d.profile_name, d.seed.is_some())).collect(),
        candidates,
        texts,
        call,
        page,
    })
}

async fn list(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&READ)?;
    page::html(&candidates_page(&app, &visitor, &view, id, false).await?)
}

async fn read_all(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&READ)?;
    let shown = candidates_page(&app, &visitor, &view, id, true).await?;
    let mut sql = app.db.write().await?;
    for candidate in &shown.candidates {
        reading::note(&mut sql, &app, view.person, candidate.interest.person_id, "reading-interest").await?;
    }
    sql.commit().await?;
    page::html(&shown)
}

async fn read(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&READ)?;
    let mut sql = app.db.write().await?;
    let interest = interest_store::one(&mut sql, view.space.id, id).await?;
    let person = person::find(&mut sql, interest.person_id).await?;
    reading::note(&mut sql, &app, view.person, person.id, "reading-interest").await?;
    let call = store::call(&mut sql, view.space.id, interest.call_id).await?;
    let page = Page::of_space(&app, &visitor, &view, "recruitment-candidates");
    let profiles = interest_store::profiles_of(&mut sql, id).await?;
    let all = store::profiles_of_call(&mut sql, call.id).await?;
    sql.commit().await?;
    let wants = all.into_iter().filter(|p| profiles.contains(&p.id)).map(|p| p.title).collect();
    let candidate = Candidate { profiles, wants, tag: tag(&page, &interest), interest };
    page::html(&CandidatePage { page, call, candidate, person })
}
