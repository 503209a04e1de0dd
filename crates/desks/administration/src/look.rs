//! The municipality's look: what it has chosen, the stylesheet made of it, and its logo.

use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use samskab_platform::choices::Choices;
use samskab_platform::{App, Error, Result};
use serde::Deserialize;

use crate::contrast::Colour;
use crate::store;

/// The program's own colours, as in `assets/samskab.css`.
pub(crate) const COLOUR: &str = "#0f5257";
pub(crate) const ACCENT: &str = "#a8401c";

/// Two colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colours {
    pub(crate) colour: Colour,
    pub(crate) accent: Colour,
}

/// The colours in force.
pub(crate) fn colours(choices: &Choices) -> Option<Colours> {
    let of = |name: &str, own: &str| Colour::parse(choices.get(name).map_or(own, String::as_str));
    Some(Colours { colour: of("look.colour", COLOUR)?, accent: of("look.accent", ACCENT)? })
}

/// The stylesheet: everything else is derived from these two properties in `assets/samskab.css`.
pub(crate) fn stylesheet(colours: &Colours) -> String {
    format!(":root{{--municipal:{};--municipal-2:{}}}\n", colours.colour, colours.accent)
}

/// Colours to be tried on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Trying {
    #[serde(default)]
    pub(crate) colour: String,
    #[serde(default)]
    pub(crate) accent: String,
}

impl Trying {
    /// The colours, where both can be read as such.
    pub(crate) fn colours(&self) -> Option<Colours> {
        Some(Colours { colour: Colour::parse(&self.colour)?, accent: Colour::parse(&self.accent)? })
    }
}

/// `GET /look.css`: the colours in force, or those being tried on.
pub(crate) async fn css(State(app): State<App>, Query(trying): Query<Trying>, headers: HeaderMap) -> Result<Response> {
    let colours = trying.colours().or_else(|| colours(&app.choices())).ok_or(Error::NotFound)?;
    let text = stylesheet(&colours);
    let tag = format!("\"{}{}\"", &colours.colour.to_string()[1..], &colours.accent.to_string()[1..]);
    Ok(cached(&headers, &tag, "text/css; charset=utf-8", text.into_bytes()))
}

/// `GET /logo`.
pub(crate) async fn logo(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let digest = app.choice("look.logo").ok_or(Error::NotFound)?;
    let tag = format!("\"{digest}\"");
    if headers.get(IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == tag.as_bytes()) {
        return Ok(cached(&headers, &tag, "", vec![]));
    }
    let (kind, content) = store::logo(&mut app.db.read().await?, &digest).await?;
    Ok(cached(&headers, &tag, &kind, content))
}

/// Addresses carry the version, so a copy can be kept; who asks without one is told by the tag.
fn cached(headers: &HeaderMap, tag: &str, kind: &str, content: Vec<u8>) -> Response {
    if headers.get(IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag.to_owned())]).into_response();
    }
    ([(CONTENT_TYPE, kind.to_owned()), (ETAG, tag.to_owned()), (CACHE_CONTROL, "public, max-age=3600".to_owned())], content).into_response()
}
