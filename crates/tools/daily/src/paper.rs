//! What is printed: one layout for all of it.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use samskab_platform::record::Paper;
use samskab_platform::{Error, Page, Result};

/// A document as a PDF to look at and to print. Setting it takes a moment of work, so it is done where blocking is allowed.
pub(crate) async fn pdf(page: &Page, paper: &Paper, name: &str) -> Result<Response> {
    let values = serde_json::json!({
        "title": paper.title, "subtitle": paper.subtitle, "sender": page.municipality, "date": page.date_of(&page.now),
        "page": page.t("daily-paper-page"), "of": page.t("daily-paper-of"), "mark": "", "blocks": paper.blocks,
    });
    let at = page.now;
    let made = tokio::task::spawn_blocking(move || samskab_print::document(&values, at)).await;
    let made = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, made).into_response())
}
