//! What is printed to hang on a wall: one layout for all of it.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use samskab_platform::record::Paper;
use samskab_platform::{Error, Page, Result};

const WALL: &str = include_str!("../layouts/wall.typ");

/// A document as a PDF to look at and to print, in type as large as one page allows, up to so many points. Setting it takes a moment of
/// work, so it is done where blocking is allowed.
pub(crate) async fn pdf(page: &Page, paper: &Paper, largest: u8, name: &str) -> Result<Response> {
    let values = serde_json::json!({
        "title": paper.title, "subtitle": paper.subtitle, "sender": page.municipality, "date": page.date_of(&page.now), "lang": page.lang.tag(),
        "page": page.t("daily-paper-page"), "of": page.t("daily-paper-of"), "largest": largest, "blocks": paper.blocks,
    });
    let at = page.now;
    let made = tokio::task::spawn_blocking(move || samskab_print::pdf(WALL, &values, at)).await;
    let made = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, made).into_response())
}
