//! The files themselves, as downloads and pictures. What somebody sent is never trusted to be harmless: it is served with a
//! policy of its own that lets nothing in it run.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE,
    RANGE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use samskab_platform::tool::Sight;
use samskab_platform::{App, Error, Result, Visitor, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::pages::sight;
use crate::storage::Storage;
use crate::store::{self, Bytes};

/// Nothing in a served file may run, load or be framed.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// Browsers show a PDF with a viewer of their own, which a sandbox would stop; its scripts do not run as this site's.
const POLICY_PDF: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/filer/{id}/hent", get(original))
        .route("/forloeb/{slug}/filer/{id}/vis", get(display))
        .route("/forloeb/{slug}/filer/{id}/lille", get(thumbnail))
}

#[derive(Deserialize)]
struct Asked {
    /// An older version; missing: the latest.
    udgave: Option<i64>,
}

async fn original(
    State(app): State<App>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, Uuid)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    serve(&app, &visitor, &slug, id, "original", asked.udgave, &headers).await
}

async fn display(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, headers: HeaderMap) -> Result<Response> {
    serve(&app, &visitor, &slug, id, "display", None, &headers).await
}

async fn thumbnail(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, headers: HeaderMap) -> Result<Response> {
    serve(&app, &visitor, &slug, id, "thumbnail", None, &headers).await
}

async fn serve(app: &App, visitor: &Visitor, slug: &str, id: Uuid, purpose: &str, version: Option<i64>, headers: &HeaderMap) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, app, visitor, slug).await?;
    let found = store::bytes(&mut sql, view.space.id, id, purpose, version).await?;
    if found.sealed && sight(&mut sql, &view, found.object_kind.as_deref(), found.object_id).await? == Sight::Hidden {
        return Err(Error::NotFound);
    }
    drop(sql);

    let tag = format!("\"{}\"", found.storage_key.rsplit('/').next().unwrap_or(""));
    // Asked for again each time, so that what was removed is gone; shared caches keep only what is open to all.
    let open = view.space.visibility == samskab_platform::access::Visibility::Public && !found.sealed;
    let cache = if open { "public, no-cache" } else { "private, no-cache" };
    let mut answer = HeaderMap::new();
    put(&mut answer, ETAG, &tag)?;
    put(&mut answer, CACHE_CONTROL, cache)?;
    let said = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if said(IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|t| t.trim().trim_start_matches("W/") == tag)) {
        return Ok((StatusCode::NOT_MODIFIED, answer).into_response());
    }
    let pdf = found.media_type == "application/pdf";
    let inline = pdf || found.media_type.starts_with("image/");
    put(&mut answer, CONTENT_TYPE, &found.media_type)?;
    put(&mut answer, CONTENT_SECURITY_POLICY, if pdf { POLICY_PDF } else { POLICY })?;
    put(&mut answer, X_CONTENT_TYPE_OPTIONS, "nosniff")?;
    put(&mut answer, HeaderName::from_static("cross-origin-resource-policy"), "same-origin")?;
    put(&mut answer, CONTENT_DISPOSITION, &disposition(&found, inline))?;
    put(&mut answer, ACCEPT_RANGES, "bytes")?;

    let size = u64::try_from(found.bytes).unwrap_or(0);
    let same = said(IF_RANGE).is_none_or(|known| known == tag);
    let range = said(RANGE).filter(|_| same).and_then(|asked| range(asked, size));
    let (status, range) = match range {
        Some(Ok(range)) => {
            put(&mut answer, CONTENT_RANGE, &format!("bytes {}-{}/{size}", range.start, range.end - 1))?;
            put(&mut answer, CONTENT_LENGTH, &(range.end - range.start).to_string())?;
            (StatusCode::PARTIAL_CONTENT, Some(range))
        }
        Some(Err(())) => {
            put(&mut answer, CONTENT_RANGE, &format!("bytes */{size}"))?;
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, answer).into_response());
        }
        None => {
            put(&mut answer, CONTENT_LENGTH, &size.to_string())?;
            (StatusCode::OK, None)
        }
    };
    let stream = match Storage::of(app)?.get(&found.storage_key, range).await {
        Err(Error::NotFound) => return Err(Error::Internal(format!("storage of files: {} is not there", found.storage_key))),
        other => other?,
    };
    Ok((status, answer, Body::from_stream(stream)).into_response())
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<()> {
    headers.insert(name, HeaderValue::from_str(value).map_err(|e| Error::Internal(format!("header: {e}")))?);
    Ok(())
}

/// Name and manner (RFC 6266): the plain name for old programs, the real one in UTF-8 (RFC 8187).
fn disposition(found: &Bytes, inline: bool) -> String {
    let plain: String = found.name.chars().map(|c| if c.is_ascii() && !c.is_control() && !"\"\\%".contains(c) { c } else { '_' }).collect();
    let coded: String =
        found.name.bytes().map(|b| if b.is_ascii_alphanumeric() || b"-._~".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("{}; filename=\"{plain}\"; filename*=UTF-8''{coded}", if inline { "inline" } else { "attachment" })
}

/// One range of bytes (RFC 9110, 14.1.2); `None` for what is not understood or asks for several, `Err` for what is not there.
fn range(asked: &str, size: u64) -> Option<Result<std::ops::Range<u64>, ()>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let (from, to) = (from.trim(), to.trim());
    let range = match (from.is_empty(), to.is_empty()) {
        (true, true) => return None,
        (true, false) => size.saturating_sub(to.parse().ok()?)..size,
        (false, true) => from.parse().ok()?..size,
        (false, false) => from.parse().ok()?..to.parse::<u64>().ok()?.saturating_add(1).min(size),
    };
    Some(if range.start < range.end { Ok(range) } else { Err(()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(range("bytes=0-9", 100), Some(Ok(0..10)));
        assert_eq!(range("bytes=90-", 100), Some(Ok(90..100)));
        assert_eq!(range("bytes=-10", 100), Some(Ok(90..100)));
        assert_eq!(range("bytes=0-999", 100), Some(Ok(0..100)));
        assert_eq!(range("bytes=100-", 100), Some(Err(())));
        assert_eq!(range("bytes=9-0", 100), Some(Err(())));
        assert_eq!(range("bytes=0-1,5-6", 100), None);
        assert_eq!(range("lines=1-2", 100), None);
    }

    #[test]
    fn danish_names_survive_the_download() {
        let found = Bytes {
            storage_key: String::new(),
            media_type: String::new(),
            bytes: 1,
            name: "Møde \u{e5}.pdf".into(),
            object_kind: None,
            object_id: None,
            sealed: false,
        };
        assert_eq!(disposition(&found, false), "attachment; filename=\"M_de _.pdf\"; filename*=UTF-8''M%C3%B8de%20%C3%A5.pdf");
    }
}
