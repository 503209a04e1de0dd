//! The call on paper: a poster for the noticeboard, and a form to fill in by hand.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use samskab_platform::{App, Error, Page, Result, Visitor, page, view};
use uuid::Uuid;

use crate::call_pages::{Wanted, find, wanted};
use crate::store::Call;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/pladser/opslag/{id}/plakat", get(poster)).route("/forloeb/{slug}/pladser/opslag/{id}/blanket", get(form))
}

/// Where a sheet of paper leads.
pub(crate) struct Sheet {
    /// As one reads and types it.
    pub(crate) address: String,
    /// As a phone reads it: a drawing.
    pub(crate) picture: String,
}

#[derive(Template)]
#[template(path = "call_poster.html")]
pub(crate) struct PosterPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) text: String,
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) sheet: Sheet,
    pub(crate) back: String,
}

#[derive(Template)]
#[template(path = "call_paper.html")]
pub(crate) struct PaperPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) sheet: Sheet,
    pub(crate) back: String,
}

/// The address of a page of this installation, for paper.
pub(crate) fn sheet(app: &App, path: &str) -> Result<Sheet> {
    let link = format!("{}{path}", app.settings.base_url);
    let qr = QrCode::with_error_correction_level(&link, EcLevel::M).map_err(|e| Error::Internal(format!("qr: {e}")))?;
    let picture = qr.render().min_dimensions(160, 160).dark_color(svg::Color("#000")).light_color(svg::Color("#fff")).build();
    // Inside a page the drawing stands without its XML declaration.
    let picture = picture.split_once("?>").map_or(picture.clone(), |(_, drawing)| drawing.to_owned());
    Ok(Sheet { address: link.split_once("://").map_or(link.clone(), |(_, rest)| rest.to_owned()), picture })
}

async fn poster(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    let call = find(&mut sql, &view, id).await?;
    let page = Page::of_space(&app, &visitor, &view, "recruitment-poster");
    let wanted = wanted(&mut sql, &view, &page, id).await?;
    let back = view.under(&format!("pladser/opslag/{id}"));
    // A short address leads to the seats' page; the drawing to the call itself.
    let sheet = Sheet { address: sheet(&app, &view.under("pladser"))?.address, ..sheet(&app, &back)? };
    page::html(&PosterPage { text: samskab_platform::rich_text::plain(&call.text), page, call, wanted, sheet, back })
}

async fn form(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("pladser");
    let call = find(&mut sql, &view, id).await?;
    let page = Page::of_space(&app, &visitor, &view, "recruitment-paper");
    let wanted = wanted(&mut sql, &view, &page, id).await?;
    let back = view.under(&format!("pladser/opslag/{id}"));
    let sheet = Sheet { address: sheet(&app, &view.under("pladser"))?.address, ..sheet(&app, &back)? };
    page::html(&PaperPage { page, call, wanted, sheet, back })
}
