//! The page between a text and its public: what looks like what, and how to go on.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

use crate::app::App;
use crate::error::{Error, Result};
use crate::held;
use crate::page::{self, Page};
use crate::screen::{Allowed, Hit, Screened, find};
use crate::visitor::Visitor;

/// The field of the button that asks for a colleague's look.
const HOLD: &str = "_gennemsyn";

/// A text with its marked pieces.
pub(crate) struct Marked {
    /// The form's field, where the text came from one: it can be corrected here.
    field: Option<String>,
    text: String,
    /// Pieces of the text around what was found; marked ones with the word key of what they look like.
    pieces: Vec<(String, Option<&'static str>)>,
}

#[derive(Template)]
#[template(path = "screened.html")]
struct ScreenedPage {
    page: Page,
    action: String,
    texts: Vec<Marked>,
    hidden: Vec<(String, String)>,
    /// Whether the form is at hand: it can be sent again and held.
    again: bool,
    correctable: bool,
    back: String,
}

/// Answers a submission that stopped: shows the page, or holds it where that is what was asked for.
pub(crate) async fn answer(app: &App, visitor: &Visitor, screened: &Screened, form: Option<&[u8]>) -> Result<Response> {
    let pairs: Vec<(String, String)> = match form {
        Some(form) => serde_urlencoded::from_bytes(form).map_err(|_| Error::BadRequest("error-form"))?,
        None => vec![],
    };
    if form.is_some() && pairs.iter().any(|(name, _)| name == HOLD) {
        let kept: Vec<&(String, String)> = pairs.iter().filter(|(name, _)| name != HOLD).collect();
        let kept = serde_urlencoded::to_string(kept).map_err(|e| Error::Internal(e.to_string()))?;
        let space = held::hold(app, visitor, screened, kept).await?;
        let done = if visitor.person.is_some() { "held" } else { "held-nameless" };
        return Ok(page::go(&held::place(app, &space, screened.act, &visitor.path), done));
    }
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "screened-title", &[]));
    let (today, allowed) = (page.today(), Allowed::in_force(app));
    let (mut texts, mut hidden) = (vec![], vec![]);
    for (name, value) in pairs {
        let hits = if screened.texts.iter().any(|t| t.field == name) { find(&value, today, &allowed) } else { vec![] };
        if hits.is_empty() {
            hidden.push((name, value));
        } else {
            texts.push(Marked { pieces: pieces(&value, &hits), field: Some(name), text: value });
        }
    }
    let correctable = !texts.is_empty();
    if !correctable {
        texts = screened.texts.iter().map(|t| Marked { field: None, text: t.text.clone(), pieces: pieces(&t.text, &t.hits) }).collect();
    }
    let back = visitor.path.split('?').next().unwrap_or("/").to_owned();
    let html = ScreenedPage { action: visitor.path.clone(), texts, hidden, again: form.is_some(), correctable, back, page }.render()?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(html)).into_response())
}

/// Whether a request carries a form that can be kept and sent again.
pub(crate) fn is_form(headers: &axum::http::HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

/// Signs shown on either side of what was found.
const AROUND: usize = 60;

/// A whole text with the hits marked.
#[must_use]
pub fn whole(text: &str, hits: &[Hit]) -> Vec<(String, Option<&'static str>)> {
    marked(text, hits, usize::MAX)
}

/// The text around each hit, with the hits marked.
fn pieces(text: &str, hits: &[Hit]) -> Vec<(String, Option<&'static str>)> {
    marked(text, hits, AROUND)
}

fn marked(text: &str, hits: &[Hit], around: usize) -> Vec<(String, Option<&'static str>)> {
    let word = |hit: &Hit| match hit.kind {
        crate::screen::Kind::PersonalNumber => "screened-cpr",
        crate::screen::Kind::Phone => "screened-phone",
        crate::screen::Kind::Email => "screened-email",
    };
    let mut out = vec![];
    let mut at = 0;
    for (i, hit) in hits.iter().enumerate() {
        let before = &text[at..hit.range.start];
        let length = before.chars().count();
        let (first, room) = (i == 0, if i == 0 { around } else { around.saturating_mul(2) });
        if length > room {
            let head: String = if first { String::new() } else { before.chars().take(around).collect() };
            let tail: String = before.chars().skip(length - around).collect();
            out.push((format!("{head} … {tail}"), None));
        } else if !before.is_empty() {
            out.push((before.to_owned(), None));
        }
        out.push((text[hit.range.clone()].to_owned(), Some(word(hit))));
        at = hit.range.end;
    }
    let after: String = text[at..].chars().take(around).collect();
    let more = after.len() < text.len() - at;
    if !after.is_empty() {
        out.push((if more { format!("{after} …") } else { after }, None));
    }
    out
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let text = "Ring til <Karen> på 20 12 34 56, cpr 070761-4285, karen@skole.dk".to_owned();
    let hits = find(&text, page.today(), &Allowed::default());
    let marked = |field: Option<&str>| Marked { field: field.map(str::to_owned), pieces: pieces(&text, &hits), text: text.clone() };
    let one = |texts: Vec<Marked>, again: bool| {
        let (correctable, hidden) = (texts[0].field.is_some(), vec![("a".to_owned(), "<b>".to_owned())]);
        ScreenedPage { page: page.clone(), action: "/forloeb/x".into(), texts, hidden, again, correctable, back: "/".into() }.render()
    };
    vec![
        ("screened", one(vec![marked(Some("text"))], true)),
        ("screened, several", one(vec![marked(Some("text")), marked(Some("title"))], true)),
        ("screened, not from the form", one(vec![marked(None)], true)),
        ("screened, with files", one(vec![marked(None)], false)),
    ]
}
