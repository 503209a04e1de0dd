//! The programme on paper: the week as a poster, and sheets to sign up on, whose code leads to where their names are typed in.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, Datelike, Duration, Utc};
use qrcode::{EcLevel, QrCode};
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page, view};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::acts::ENTER;
use crate::lists::Lists;
use crate::model::{Signup, State as Held};
use crate::pages::{Asked, Day, days, id_of};
use crate::signup_store::{self, Seat};
use crate::{seen, store};

const POSTER: &str = include_str!("../layouts/poster.typ");
const SHEET: &str = include_str!("../layouts/sheet.typ");

/// Lines of a sheet for an activity with room for all.
const LINES: usize = 20;
/// Lines for those who wait.
const WAITING: usize = 4;
/// Sheets are typed in within so many days, before or after.
const SHEET_DAYS: i64 = 120;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/program/plakat.pdf", get(poster))
        .route("/forloeb/{slug}/program/gang/{id}/ark.pdf", get(sheet))
        .route("/forloeb/{slug}/program/ark", get(by_code))
}

#[derive(Template)]
#[template(path = "programme_code.html")]
pub(crate) struct CodePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

/// The code on an occurrence's sheet: six signs of its id that chance has chosen.
fn code(id: Uuid) -> String {
    id.simple().to_string()[26..].to_uppercase()
}

/// A code as somebody types it; the letters O and I do not occur, so they are the digits that look like them.
fn typed(text: &str) -> String {
    let sign = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    text.chars().filter(char::is_ascii_alphanumeric).map(sign).take(12).collect()
}

/// The modules of a QR code, a line each.
fn qr(address: &str) -> Result<Vec<String>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|e| Error::Internal(e.to_string()))?;
    let width = code.width();
    let signs: Vec<char> = code.to_colors().into_iter().map(|c| c.select('1', '0')).collect();
    Ok(signs.chunks(width).map(|row| row.iter().collect()).collect())
}

async fn paper(layout: &'static str, values: Value, at: DateTime<Utc>, name: &str) -> Result<Response> {
    let made = tokio::task::spawn_blocking(move || samskab_print::pdf(layout, &values, at)).await;
    let pdf = made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, pdf).into_response())
}

fn poster_day(page: &Page, day: &Day) -> Value {
    let row = |r: &crate::pages::Row| {
        let off = if r.o.state == Held::Cancelled { page.t("programme-cancelled") } else { String::new() };
        let note = if r.o.is_planned() && r.o.signup != Signup::Free { page.t("programme-sign-up-needed") } else { String::new() };
        json!({ "times": r.times.replace('\u{2060}', ""), "title": r.o.title, "place": r.place, "off": off, "note": note })
    };
    let note = if day.closed.is_empty() { day.open.clone() } else { format!("{} {}", page.t("programme-house-closed"), day.closed) };
    let name = seen::capital(&seen::day_of_year(page, &day.date));
    json!({ "name": name, "note": note, "closed": !day.closed.is_empty(), "rows": day.rows.iter().map(row).collect::<Vec<_>>() })
}

async fn poster(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    let page = Page::of_space(&app, &visitor, &view, "programme-title");
    let monday = asked.monday(&page);
    let mut days = days(&mut sql, &page, &view, monday, 7).await?;
    drop(sql);
    // An empty Saturday or Sunday takes no room on a wall.
    days.retain(|d| !d.rows.is_empty() || d.date.weekday().number_from_monday() < 6);
    let address = format!("{}{}", app.settings.base_url, view.under("program"));
    let values = json!({
        "title": view.space.title,
        "subtitle": page.t2("programme-poster-week", "week", i64::from(monday.iso_week().week()), "date", page.date(&monday)),
        "qr_label": page.t("programme-poster-qr"),
        "sender": app.municipality(),
        "lang": page.lang.tag(),
        "foot": page.t2("programme-poster-foot", "address", &address, "date", page.date(&page.today())),
        "qr": qr(&address)?,
        "nothing": page.t("programme-nothing"),
        "days": days.iter().map(|d| poster_day(&page, d)).collect::<Vec<_>>(),
    });
    paper(POSTER, values, page.now, "program.pdf").await
}

async fn sheet(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?;
    view.demand(&ENTER)?;
    let page = Page::of_space(&app, &visitor, &view, "programme-people");
    let o = store::occurrence(&mut sql, view.space.id, id_of(&id)?).await?;
    Lists::of(&mut sql, &view).await?.demand(o.activity_id)?;
    let places = store::places_of(&mut sql, o.activity_id, o.starts_at).await?;
    let about = (o.signup == Signup::Each).then_some(o.id);
    let people = signup_store::of(&mut sql, o.activity_id, about).await?;
    drop(sql);
    let named = |seat: Seat| people.iter().filter(|p| p.state == seat).map(|p| p.name.clone()).collect::<Vec<_>>();
    let (names, waiting) = (named(Seat::In), named(Seat::Waiting));
    let lines = o.capacity.and_then(|c| usize::try_from(c).ok()).unwrap_or(LINES).max(names.len()).min(200);
    let code = code(o.id);
    let address = format!("{}{}?kode={code}", app.settings.base_url, view.under("program/ark"));
    let values = json!({
        "title": o.title,
        "when": seen::capital(&seen::when(&page, &o.span())).replace('\u{2060}', ""),
        "place": seen::places(places.get(&o.id)),
        "sender": app.municipality(),
        "lang": page.lang.tag(),
        "foot": page.t2("programme-sheet-foot", "space", &view.space.title, "address", format!("{}{}", app.settings.base_url, view.under("program/ark"))),
        "qr": qr(&address)?,
        "code_label": page.t("programme-code"),
        "code": format!("{} {}", &code[..3], &code[3..]),
        "names_head": page.t("programme-sheet-names"),
        "names": names,
        "lines": lines,
        "waiting_head": page.t("programme-sheet-waiting"),
        "waiting_lines": if o.capacity.is_some() { waiting.len().max(WAITING) } else { 0 },
        "waiting": waiting,
    });
    paper(SHEET, values, page.now, "tilmelding.pdf").await
}

#[derive(Deserialize)]
struct Coded {
    kode: Option<String>,
}

/// Where a sheet's names are typed in: by the code on it.
async fn by_code(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(coded): Query<Coded>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&ENTER)?;
    let page = Page::of_space(&app, &visitor, &view, "programme-code-title");
    let Some(text) = coded.kode else { return page::html(&CodePage { page, form: Form::default() }) };
    let (wanted, now) = (typed(&text), page.now);
    let span = (now - Duration::days(SHEET_DAYS), now + Duration::days(SHEET_DAYS));
    let found = store::between(&mut sql, view.space.id, span).await?.into_iter().find(|o| code(o.id) == wanted);
    match found {
        Some(o) if o.signup == Signup::Series => Ok(Redirect::to(&view.under(&format!("program/{}/deltagere#skriv", o.activity_id))).into_response()),
        Some(o) => Ok(Redirect::to(&view.under(&format!("program/gang/{}/deltagere#skriv", o.id))).into_response()),
        None => {
            let mut form = Form::filled([("kode", text)]);
            form.called(&page, &[("kode", "programme-code")]);
            form.wrong("kode", page.t("programme-code-wrong"));
            page::not_accepted(&CodePage { page, form })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it_and_drawn_as_a_square() {
        let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_00a0_1f3c);
        assert_eq!(code(id), "A01F3C");
        assert_eq!((typed(" a01 f3c "), typed("AoI-F3c")), (code(id), code(id)));
        let rows = qr("https://samskab.example/forloeb/lindehuset/program/ark?kode=A01F3C").unwrap_or_default();
        assert!(rows.len() > 20 && rows.iter().all(|r| r.len() == rows.len()));
    }
}
