//! The association on paper: membership cards, the call, the voters' list, the declaration to the municipality.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use samskab_platform::record::Paper;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Page, Result, SpaceView, Visitor, reading};
use uuid::Uuid;

use crate::acts::{ACKNOWLEDGE, CALL, CERTIFY, COUNT, READ};
use crate::board_store;
use crate::meeting_pages::{points, title};
use crate::meeting_store;
use crate::model::Post;
use crate::model::last_call;
use crate::pages::{current, seen};
use crate::paper_store;
use crate::store::{self, Member};

/// The layout of membership cards.
const CARDS: &str = include_str!("../templates/membership_cards.typ");

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/medlemskort.pdf", get(cards))
        .route("/forloeb/{slug}/forening/medlem/{id}/medlemskort.pdf", get(card))
        .route("/forloeb/{slug}/forening/moede/{id}/indkaldelse.pdf", get(call))
        .route("/forloeb/{slug}/forening/moede/{id}/adresser.pdf", get(addresses))
        .route("/forloeb/{slug}/forening/moede/{id}/stemmeliste.pdf", get(voters))
        .route("/forloeb/{slug}/forening/erklaering/{id}/erklaering.pdf", get(declaration))
}

/// A page of words for paper: in Danish, whoever prints it.
fn danish(app: &App, visitor: &Visitor, view: &SpaceView) -> Page {
    let mut page = Page::of_space(app, visitor, view, "association-title");
    page.lang = Lang::Da;
    page
}

fn file(name: &str, bytes: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\""))], bytes).into_response()
}

/// Sets it where blocking is allowed.
async fn set(app: &App, layout: Option<&'static str>, values: serde_json::Value) -> Result<Vec<u8>> {
    let at = app.clock.now();
    let made = tokio::task::spawn_blocking(move || match layout {
        Some(layout) => samskab_print::pdf(layout, &values, at),
        None => samskab_print::document(&values, at),
    });
    made.await.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))
}

async fn document(app: &App, page: &Page, view: &SpaceView, paper: &Paper, mark: String) -> Result<Vec<u8>> {
    let values = serde_json::json!({
        "title": paper.title, "subtitle": paper.subtitle, "sender": view.space.title, "date": page.date(&page.today()),
        "page": page.t("submission-page"), "of": page.t("submission-of"), "mark": mark, "blocks": paper.blocks,
    });
    set(app, None, values).await
}

/// A member's code as a reader of codes sees it.
fn picture(code: &str) -> Result<String> {
    let qr = QrCode::with_error_correction_level(code, EcLevel::M).map_err(|e| Error::Internal(format!("qr: {e}")))?;
    Ok(qr.render().min_dimensions(120, 120).quiet_zone(true).dark_color(svg::Color("#000")).light_color(svg::Color("#fff")).build())
}

/// What the layout of the cards reads.
///
/// # Errors
/// When a code cannot be drawn.
pub(crate) fn card_values(page: &Page, view: &SpaceView, members: &[Member]) -> Result<serde_json::Value> {
    let mut cards = vec![];
    for m in members {
        let number = page.t1("association-card-number", "number", m.number.unwrap_or(0));
        let joined = m.joined_on.map(|d| page.t1("association-card-since", "year", chrono::Datelike::year(&d).to_string())).unwrap_or_default();
        cards.push(serde_json::json!({ "name": m.name, "number": number, "since": joined, "code": m.code, "qr": picture(&m.code)? }));
    }
    Ok(
        serde_json::json!({ "title": page.t("association-cards"), "house": view.space.title, "head": page.t("association-card"), "alt": page.t("association-card-code"),
        "help": page.t("association-card-help"), "cards": cards }),
    )
}

async fn print_cards(app: &App, visitor: &Visitor, view: &SpaceView, members: Vec<Member>) -> Result<Response> {
    let page = danish(app, visitor, view);
    let name = page.t("association-cards-file");
    let values = card_values(&page, view, &members)?;
    Ok(file(&name, set(app, Some(CARDS), values).await?))
}

async fn cards(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let members = store::members(&mut app.db.read().await?, view.space.id).await?;
    print_cards(&app, &visitor, &view, members).await
}

async fn card(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    if view.person.is_none() {
        return Err(Error::SignIn);
    }
    let member = store::member(&mut app.db.read().await?, view.space.id, id).await?;
    // One's own card is one's own to print.
    if Some(member.person_id) != view.person {
        view.demand(&READ)?;
    }
    if member.number.is_none() || member.left_on.is_some() {
        return Err(Error::NotFound);
    }
    print_cards(&app, &visitor, &view, vec![member]).await
}

async fn call(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut sql = app.db.read().await?;
    let meeting = meeting_store::one(&mut sql, view.space.id, id).await?;
    if meeting.called_on.is_none() {
        view.demand(&CALL)?;
    }
    let page = danish(&app, &visitor, &view);
    let mut paper = Paper::new(page.t("association-call-paper"), title(&page, &meeting));
    paper.text(&page.t1("association-call-intro", "house", &view.space.title));
    paper.facts([
        (page.t("association-plan-day"), page.date(&meeting.held_on)),
        (page.t("association-plan-time"), meeting.at_time.clone()),
        (page.t("association-plan-place"), meeting.place.clone()),
        (page.t("association-deadline"), page.date(&last_call(meeting.held_on, meeting.proposal_days))),
    ]);
    paper.heading(2, page.t("association-agenda"));
    let numbered = points(&meeting.agenda).into_iter().enumerate().map(|(i, p)| format!("{}. {p}", i + 1)).collect::<Vec<_>>().join("\n");
    paper.text(&numbered);
    let proposals = meeting_store::proposals(&mut sql, id).await?;
    if !proposals.is_empty() {
        paper.heading(2, page.t("association-proposals"));
        for p in proposals {
            paper.section(3, p.title, &p.text);
        }
    }
    paper.heading(2, page.t("association-vote-who"));
    paper.text(&page.t(if meeting.paid_to_vote { "association-vote-paid" } else { "association-vote-all" }));
    let board = current(board_store::of_space(&mut sql, view.space.id).await?);
    let names: Vec<String> = board.iter().filter(|s| s.post != Post::Alternate).map(|s| s.name.clone()).collect();
    paper.text(&format!("{}\n{}", page.t("association-call-end"), names.join(", ")));
    Ok(file("indkaldelse", document(&app, &page, &view, &paper, String::new()).await?))
}

async fn addresses(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &READ).await?;
    let meeting = meeting_store::one(act.sql(), view.space.id, id).await?;
    let people = store::on_paper(act.sql(), view.space.id).await?;
    for (person, ..) in &people {
        reading::note(act.sql(), &app, view.person, *person, "reading-association").await?;
    }
    act.commit().await?;
    let page = danish(&app, &visitor, &view);
    let mut paper = Paper::new(page.t("association-addresses"), title(&page, &meeting));
    let reached = |address: String, phone: String| if address.is_empty() { page.t1("association-addresses-phone", "phone", phone) } else { address };
    let rows = people.into_iter().map(|(_, name, address, phone)| vec![name, reached(address, phone), String::new()]).collect();
    paper.table(&[(page.t("association-name"), 3), (page.t("field-address"), 4), (page.t("association-addresses-done"), 2)], rows);
    Ok(file("adresser", document(&app, &page, &view, &paper, String::new()).await?))
}

async fn voters(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    let mut sql = app.db.read().await?;
    let meeting = meeting_store::one(&mut sql, view.space.id, id).await?;
    let all = meeting_store::voters(&mut sql, view.space.id, meeting.held_on).await?;
    let page = danish(&app, &visitor, &view);
    let mut paper = Paper::new(page.t("association-voters"), title(&page, &meeting));
    paper.text(&page.t(if meeting.paid_to_vote { "association-vote-paid" } else { "association-vote-all" }));
    let may = all.iter().filter(|v| !meeting.paid_to_vote || v.2 == 0).count();
    paper.text(&page.t2("association-voters-n", "n", may, "all", all.len()));
    let row = |(number, name, owes): meeting_store::Voter| {
        let vote = if meeting.paid_to_vote && owes > 0 { "association-voter-owes" } else { "association-voter-yes" };
        vec![number.map(|n| n.to_string()).unwrap_or_default(), name, page.t(vote), String::new()]
    };
    let heads =
        [(page.t("association-number"), 2), (page.t("association-name"), 5), (page.t("association-voter-vote"), 3), (page.t("association-voter-came"), 3)];
    paper.table(&heads, all.into_iter().map(row).collect());
    Ok(file("stemmeliste", document(&app, &page, &view, &paper, String::new()).await?))
}

async fn declaration(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    if !view.may(&ACKNOWLEDGE) {
        view.demand(&CERTIFY)?;
    }
    let mut sql = app.db.read().await?;
    let made = paper_store::declarations(&mut sql, view.space.id).await?.into_iter().find(|d| d.id == id).ok_or(Error::NotFound)?;
    let years = store::rules(&mut sql, view.space.id).await?.certificate_years;
    let page = danish(&app, &visitor, &view);
    let mut paper = Paper::new(page.t1("association-declaration-title", "year", made.year.to_string()), view.space.title.clone());
    paper.text(&page.ta("association-declaration-text", &[("year", &made.year.to_string()), ("n", &made.needed), ("shown", &made.shown), ("years", &years)]));
    paper.facts([
        (page.t("association-declaration-needed"), made.needed.to_string()),
        (page.t("association-declaration-shown"), made.shown.to_string()),
        (page.t("association-declaration-missing"), (made.needed - made.shown).to_string()),
        (page.t("association-declaration-by"), made.name.clone()),
        (page.t("association-declaration-on"), page.date_of(&made.made_at)),
    ]);
    paper.text(&page.t("association-declaration-law"));
    paper.text(&page.t("association-declaration-sign"));
    Ok(file("erklaering-boerneattester", document(&app, &page, &view, &paper, String::new()).await?))
}
