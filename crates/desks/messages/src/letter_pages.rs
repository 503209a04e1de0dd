//! Letters: one A4 page each, the address where a window envelope shows it. Printed by the browser, then noted as printed.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use chrono::{DateTime, Duration, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::message::Content;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::OFFICE;
use crate::acts::{self, PRINT};
use crate::model::week;
use crate::store::{self, Letter};

const PATH: &str = "/administration/beskeder/breve";
/// Letters of one page of the browser; the next come when these are printed.
const PAGES: i64 = 200;
/// Weeks of printed letters that are offered again.
const WEEKS: i64 = 8;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/administration/beskeder/breve", get(show).post(printed))
}

/// A letter as it is printed, in the reader's language.
pub(crate) struct Sheet {
    pub(crate) letter: Letter,
    pub(crate) content: Content,
    /// The page's words in the language of the letter.
    pub(crate) page: Page,
}

/// A week with printed letters: the address of its page, year, number, how many.
pub(crate) struct Week {
    pub(crate) href: String,
    pub(crate) year: i32,
    pub(crate) number: u32,
    pub(crate) letters: usize,
}

#[derive(Template)]
#[template(path = "letters.html")]
pub(crate) struct LettersPage {
    pub(crate) page: Page,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) weeks: Vec<Week>,
    /// The week of printed letters that is shown instead of those that wait.
    pub(crate) shown: Option<(i32, u32)>,
    pub(crate) base_url: String,
}

#[derive(Deserialize)]
struct Which {
    /// `2026-10`.
    #[serde(default)]
    uge: String,
}

fn monday(year: i32, number: u32) -> Option<DateTime<Utc>> {
    let date = chrono::NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon)?;
    Copenhagen.from_local_datetime(&date.and_hms_opt(0, 0, 0)?).earliest().map(|t| t.with_timezone(&Utc))
}

async fn show(State(app): State<App>, visitor: Visitor, Query(which): Query<Which>) -> Result<Response> {
    desk::admit(&visitor, OFFICE)?;
    let now = app.clock.now();
    let shown = which.uge.split_once('-').and_then(|(y, w)| Some((y.parse().ok()?, w.parse().ok()?)));
    let mut sql = app.db.write().await?;
    let letters = match shown {
        Some((year, number)) => {
            let from = monday(year, number).ok_or(Error::NotFound)?;
            store::letters_sent(&mut sql, from, from + Duration::hours(7 * 24 + 1), PAGES).await?.into_iter().filter(|l| l.sent_at.map(week) == shown).collect()
        }
        None => store::letters(&mut sql, PAGES).await?,
    };
    for person in letters.iter().filter_map(|l| l.person_id) {
        reading::note(&mut sql, &app, visitor.person.as_ref().map(|p| p.id), person, "reading-message").await?;
    }
    let printed = store::letters_sent(&mut sql, now - Duration::weeks(WEEKS), now, 1000).await?;
    sql.commit().await?;
    let mut weeks: Vec<Week> = vec![];
    for (year, number) in printed.iter().filter_map(|l| l.sent_at).map(week) {
        match weeks.iter_mut().find(|w| (w.year, w.number) == (year, number)) {
            Some(week) => week.letters += 1,
            None => weeks.push(Week { href: format!("{PATH}?uge={year}-{number}"), year, number, letters: 1 }),
        }
    }
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "post-title", &[]));
    let sheets = letters
        .into_iter()
        .map(|letter| Sheet {
            content: Content::read(&letter.content),
            page: Page::new(&app, &Visitor::stranger(Lang::of(&letter.language)), String::new()),
            letter,
        })
        .collect();
    page::html(&LettersPage { page, sheets, weeks, shown, base_url: app.settings.base_url.clone() })
}

async fn printed(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &PRINT).await?;
    // Only those that stood on the page: what came since is not printed yet.
    let letters: Vec<Uuid> = form.value("letters").split(' ').filter_map(|id| id.parse().ok()).take(PAGES as usize).collect();
    acts::printed(&mut act, &letters).await?;
    act.commit().await?;
    Ok(page::go(PATH, "post-printed"))
}

pub(crate) async fn attention(sql: &mut Sql, page: &Page) -> Result<Option<String>> {
    let n = store::waiting(sql, "letter").await?;
    Ok((n > 0).then(|| page.t1("post-waiting-short", "n", n)))
}

impl LettersPage {
    fn ids(&self) -> String {
        self.sheets.iter().map(|s| s.letter.id.to_string()).collect::<Vec<_>>().join(" ")
    }
}

impl Sheet {
    /// Whether everything can be told on one page, not only its heading.
    fn is_short(&self) -> bool {
        self.content.sections.iter().map(|s| s.lines.len()).sum::<usize>() <= 2
    }

    /// What one types into a browser instead of clicking.
    fn address(&self, base_url: &str) -> String {
        let site = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        self.letter.short.as_ref().map_or_else(|| site.to_owned(), |short| format!("{site}/b/{short}"))
    }
}
