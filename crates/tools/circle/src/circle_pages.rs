//! A circle on one page: what happened, what is needed day by day, who comes; who has read it; closing.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use chrono::Duration;
use samskab_platform::desk::admit;
use samskab_platform::hold::{self, Held};
use samskab_platform::{App, Form, Page, Result, SpaceView, Visitor, page, person};

use crate::acts::{self, CLOSE, OPENERS};
use crate::ask_store::{self, Ask};
use crate::model::{Basis, Details};
use crate::slot_store::{self, Drop};
use crate::store::{self, Lesson, Reading};
use crate::times::{self, Day, Line};
use crate::whole::{self, Whole};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/kreds", get(show))
        .route("/forloeb/{slug}/kreds/uge", get(print))
        .route("/forloeb/{slug}/kreds/laest", get(readings))
        .route("/forloeb/{slug}/kreds/luk", get(ask_close).post(close))
        .route("/kreds/erfaringer", get(lessons))
}

#[derive(Template)]
#[template(path = "circle.html")]
pub(crate) struct CirclePage {
    pub(crate) page: Page,
    pub(crate) details: Details,
    pub(crate) area: Option<String>,
    pub(crate) basis: String,
    pub(crate) informed: bool,
    pub(crate) has_owner: bool,
    pub(crate) days: Vec<Day>,
    /// Days that are over.
    pub(crate) past: Vec<Day>,
    pub(crate) open: i64,
    pub(crate) taken: i64,
    pub(crate) staff: i64,
    pub(crate) asked: Vec<Ask>,
    pub(crate) yes: i64,
    pub(crate) no: i64,
    pub(crate) drops: Vec<(String, String, String)>,
}

impl CirclePage {
    /// Those who are to be rung and have not answered.
    pub(crate) fn calls(&self) -> Vec<&Ask> {
        self.asked.iter().filter(|a| a.way == "phone" && a.answer.is_empty()).collect()
    }

    pub(crate) fn waiting(&self) -> i64 {
        self.asked.len() as i64 - self.yes - self.no
    }

    pub(crate) fn phone(&self) -> String {
        person::spaced(&self.details.phone)
    }
}

/// A circle that is over: nothing of it can be read any more.
#[derive(Template)]
#[template(path = "circle_over.html")]
pub(crate) struct OverPage {
    pub(crate) page: Page,
}

fn of_drop(page: &Page, d: &Drop) -> (String, String, String) {
    (d.0.clone(), page.t2("circle-moment", "day", times::day(page, samskab_recurrence::local(d.1).date()), "hours", page.time_of(&d.1)), page.when(&d.2))
}

async fn is_over(app: &App, view: &SpaceView) -> Result<bool> {
    Ok(store::one(&mut app.db.read().await?, view.space.id).await?.ended_at.is_some())
}

async fn circle_page(app: &App, visitor: &Visitor, whole: &Whole) -> Result<CirclePage> {
    let page = whole.page(app, visitor, "circle-tab");
    let mut sql = app.db.read().await?;
    let lines = whole.lines();
    let asked = ask_store::of_space(&mut sql, whole.view.space.id).await?;
    let team = samskab_platform::space::team(&mut sql, whole.view.space.id).await?;
    let area = person::areas(&mut sql).await?.into_iter().find(|a| Some(a.id) == whole.details.area).map(|a| a.name);
    let drops = slot_store::drops(&mut sql, whole.view.space.id).await?.iter().map(|d| of_drop(&page, d)).collect();
    let count = |f: &dyn Fn(&Line) -> bool| lines.iter().filter(|l| f(l)).count() as i64;
    let (open, taken, staff) = (count(&|l| l.is_open(&page)), count(&|l| l.slot.person_id.is_some()), count(&|l| l.slot.by_staff));
    let answered = |word: &str| asked.iter().filter(|a| a.answer == word).count() as i64;
    let (past, ahead) = lines.into_iter().partition(|l: &Line| l.is_over(&page));
    Ok(CirclePage {
        details: whole.details.clone(),
        area,
        basis: page.t(&format!("circle-basis-{}", Basis::of(&whole.row.legal_basis).unwrap_or(Basis::Law).key())),
        informed: whole.row.informed,
        has_owner: team.iter().any(|m| m.role == samskab_platform::access::Role::Owner),
        days: times::by_day(&page, ahead),
        past: times::by_day(&page, past),
        open,
        taken,
        staff,
        yes: answered("yes"),
        no: answered("no"),
        asked,
        drops,
        page,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = whole::seen(&app, &visitor, &slug).await?;
    if is_over(&app, &view).await? {
        return page::html(&OverPage { page: Page::of_space(&app, &visitor, &view, "circle-tab") });
    }
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    page::html(&circle_page(&app, &visitor, &whole).await?)
}

/// The days ahead on paper, for the refrigerator's door: when, what, who.
#[derive(Template)]
#[template(path = "circle_week.html")]
pub(crate) struct WeekPage {
    pub(crate) page: Page,
    pub(crate) phone: String,
    pub(crate) days: Vec<Day>,
}

async fn print(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-week").await?;
    let page = whole.page(&app, &visitor, "circle-week-title");
    let week = page.now + Duration::days(7);
    let ahead = whole.lines().into_iter().filter(|l| !l.is_over(&page) && l.slot.starts_at < week).collect();
    page::html(&WeekPage { phone: person::spaced(&whole.details.phone), days: times::by_day(&page, ahead), page })
}

#[derive(Template)]
#[template(path = "circle_read.html")]
pub(crate) struct ReadPage {
    pub(crate) page: Page,
    pub(crate) readings: Vec<Reading>,
}

async fn readings(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = whole::seen(&app, &visitor, &slug).await?;
    let mut sql = app.db.read().await?;
    let readings = store::readings(&mut sql, view.space.id).await?;
    page::html(&ReadPage { page: Page::of_space(&app, &visitor, &view, "circle-read-title"), readings })
}

#[derive(Template)]
#[template(path = "circle_close.html")]
pub(crate) struct ClosePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Times ahead that somebody has taken.
    pub(crate) ahead: i64,
    /// Why it cannot be closed yet.
    pub(crate) held: bool,
}

async fn close_page(app: &App, visitor: &Visitor, whole: &Whole, form: Form) -> Result<ClosePage> {
    let page = whole.page(app, visitor, "circle-close-title");
    let held = hold::blocked(&mut app.db.read().await?, Held::Space(whole.view.space.id), page.today()).await?.is_some();
    let ahead = whole.slots.iter().filter(|s| s.person_id.is_some() && s.starts_at > page.now).count() as i64;
    Ok(ClosePage { page, form, ahead, held })
}

async fn ask_close(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    page::html(&close_page(&app, &visitor, &whole, Form::default()).await?)
}

async fn close(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &CLOSE).await?;
    let mut template = close_page(&app, &visitor, &whole, form).await?;
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("sure", "circle-close-sure"), ("lesson", "circle-lesson")]);
    let lesson = form.optional(page, "lesson", 1_000);
    if !form.is("sure", "yes") {
        form.wrong("sure", page.t("circle-close-wrong-sure"));
    }
    // What others will read must not lead back to anybody: at least not by a name of the circle.
    if let Some(word) = names_in(&lesson, &format!("{} {}", whole.view.space.title, whole.details.address)) {
        form.wrong1(page, "lesson", "circle-lesson-wrong", "word", word);
    }
    if !template.form.ok() {
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    }
    acts::close(&mut act, &lesson).await?;
    act.commit().await?;
    Ok(page::go("/min-side", "circle-closed"))
}

/// Words of names and addresses that lead to nobody.
const COMMON: &str = " af and at barn barnet børn børnene children da daughter de den det din en et familie familien family far farfar farmor father \
     for fra the han hans have hendes her his hos hun huset i in ind med min mor morfar mormor mother no nr og of on op over på sal son st sted \
     søn tv th til to under ud ved vi vores ";

/// The first word of a text that stands in a name or an address, also with an s at its end.
fn names_in(text: &str, names: &str) -> Option<String> {
    let words = |of: &str| of.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let telling = |word: &String| word.chars().count() > 1 && word.chars().any(char::is_alphabetic) && !COMMON.contains(&format!(" {word} "));
    let telling: Vec<String> = words(names).into_iter().filter(telling).collect();
    words(text).into_iter().find(|word| telling.iter().any(|t| t == word || word.strip_suffix('s') == Some(t)))
}

#[derive(Template)]
#[template(path = "circle_lessons.html")]
pub(crate) struct LessonsPage {
    pub(crate) page: Page,
    pub(crate) lessons: Vec<Lesson>,
}

impl LessonsPage {
    pub(crate) fn month(&self, l: &Lesson) -> String {
        let whole = self.page.date(&l.month);
        whole.split_once('\u{a0}').map_or(whole.clone(), |(_, rest)| rest.to_owned())
    }
}

async fn lessons(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OPENERS)?;
    let lessons = store::lessons(&mut app.db.read().await?).await?;
    page::html(&LessonsPage { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "circle-lessons-title", &[])), lessons })
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn a_lesson_that_names_somebody_is_found() {
        let names = "Ida og børnene Holm, Skovvej 12, 2. tv.";
        for lesson in ["Ida fik hjælp", "Spørg idas naboer", "Alle på Skovvej kom", "Holms venner kom"] {
            assert!(names_in(lesson, names).is_some(), "{lesson}");
        }
        for lesson in ["", "Børnene skal hentes til tiden", "Spørg tidligt: 2 dage før", "De der bor i nærheden, kan på kort tid"] {
            assert_eq!(names_in(lesson, names), None, "{lesson}");
        }
    }
}
