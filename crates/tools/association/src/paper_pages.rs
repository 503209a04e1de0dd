//! Bylaws and cooperation agreement; the child-protection certificates.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::Role;
use samskab_platform::changes::{Piece, compare};
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ACKNOWLEDGE, CERTIFY, DECLARE, DRAFT, NAME};
use crate::model::{Shown, again_on, shown as standing};
use crate::pages::{seen, waits_for};
use crate::paper_store::{self, Certificate, Declaration, Paper};
use crate::papers::{self, Version, kind_of};
use crate::{board_store, store};
use samskab_platform::questions::Questions;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/papir/{key}", get(show))
        .route("/forloeb/{slug}/forening/papir/{key}/skriv", get(edit).post(write))
        .route("/forloeb/{slug}/forening/papir/{key}/tiltraed", post(acknowledge))
        .route("/forloeb/{slug}/forening/papir/{key}/sammenlign", get(difference))
        .route("/forloeb/{slug}/forening/kommunen", get(speakers).post(name))
        .route("/forloeb/{slug}/forening/boerneattester", get(certificates).post(certify))
        .route("/forloeb/{slug}/forening/boerneattester/erklaering", post(declare))
}

#[derive(Template)]
#[template(path = "association_paper.html")]
pub(crate) struct PaperPage {
    pub(crate) page: Page,
    pub(crate) title: String,
    pub(crate) key: String,
    /// The version shown, and its text.
    pub(crate) shown: Option<Paper>,
    pub(crate) text_rich: Rich,
    pub(crate) latest: Option<Paper>,
    /// Whom the latest version waits for.
    pub(crate) waits: String,
    /// The words for writing the first one.
    pub(crate) write_words: String,
    pub(crate) in_force: Option<i64>,
    /// Whether the version in force is shown, and was to be looked at before today.
    pub(crate) review_late: bool,
    /// Whether the latest version is not the one shown.
    pub(crate) draft_elsewhere: bool,
    pub(crate) versions: Vec<Paper>,
    pub(crate) may_write: bool,
    /// Whether the visitor's yes is asked for, for which side.
    pub(crate) for_association: bool,
    pub(crate) for_municipality: bool,
    /// Who can say yes for the municipality, for those who are asked.
    pub(crate) answering: String,
    pub(crate) may_name: bool,
}

#[derive(Template)]
#[template(path = "association_compare.html")]
pub(crate) struct ComparePage {
    pub(crate) page: Page,
    pub(crate) title: String,
    pub(crate) key: String,
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) note: String,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) differs: bool,
}

#[derive(Template)]
#[template(path = "association_speakers.html")]
pub(crate) struct SpeakersPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Those who answer for the municipality, and whether the secretary has named them.
    pub(crate) answering: Vec<(Uuid, String, bool)>,
    pub(crate) people: Vec<(String, String)>,
}

/// A row of the list of certificates.
pub(crate) struct Line {
    pub(crate) certificate: Certificate,
    pub(crate) word: &'static str,
    pub(crate) class: &'static str,
    pub(crate) again: String,
}

#[derive(Template)]
#[template(path = "association_certificates.html")]
pub(crate) struct CertificatesPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Whether names are shown: to the board only.
    pub(crate) board: bool,
    pub(crate) lines: Vec<Line>,
    pub(crate) missing: usize,
    pub(crate) old: usize,
    pub(crate) years: i64,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) declarations: Vec<Declaration>,
    pub(crate) may_declare: bool,
    /// Whether it was declared this year.
    pub(crate) declared: bool,
    pub(crate) this_year: i64,
}

#[derive(Deserialize)]
struct Versions {
    #[serde(default)]
    udgave: Option<i64>,
    #[serde(default)]
    fra: i64,
    #[serde(default)]
    til: i64,
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, key)): Path<(String, String)>, Query(asked): Query<Versions>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let kind = kind_of(&key)?;
    let mut sql = app.db.read().await?;
    let versions = paper_store::of_kind(&mut sql, view.space.id, kind).await?;
    let answering = paper_store::answering(&mut sql, view.space.id).await?;
    drop(sql);
    let latest = versions.first().cloned();
    let in_force = versions.iter().find(|p| p.in_force_at().is_some());
    // A draft is for those who can say something to it; everybody else reads what is in force.
    let inside = view.may(&DRAFT) || view.may(&ACKNOWLEDGE);
    let chosen = match asked.udgave {
        Some(n) => Some(versions.iter().find(|p| p.version == n).ok_or(Error::NotFound)?),
        None => in_force.or_else(|| versions.first()),
    };
    let shown = chosen.filter(|p| inside || p.in_force_at().is_some()).cloned();
    let asks = |side: bool| latest.as_ref().is_some_and(|p| if side { p.association_at.is_none() } else { p.municipality_at.is_none() });
    let spoken = |by: Option<Uuid>| by.is_some() && by == view.person;
    let page = Page::of_space(&app, &visitor, &view, if kind == "bylaws" { "association-bylaws" } else { "association-agreement" });
    page::html(&PaperPage {
        title: page.t(&format!("association-{kind}")),
        for_association: view.holds(Role::Chair) && asks(true) && !latest.as_ref().is_some_and(|p| spoken(p.municipality_by)),
        for_municipality: answering.iter().any(|(id, ..)| Some(*id) == view.person)
            && asks(false)
            && !latest.as_ref().is_some_and(|p| spoken(p.association_by)),
        text_rich: rich_text::html(shown.as_ref().map_or("", |p| p.text.as_str())),
        in_force: in_force.map(|p| p.version),
        review_late: shown.as_ref().is_some_and(|p| in_force.is_some_and(|f| f.version == p.version) && p.review_on.is_some_and(|d| d < page.today())),
        draft_elsewhere: latest.as_ref().map(|p| p.version) != shown.as_ref().map(|p| p.version),
        may_write: view.may(&DRAFT),
        may_name: view.may(&NAME),
        answering: answering.into_iter().map(|(_, name, _)| name).collect::<Vec<_>>().join(", "),
        waits: latest.as_ref().map(|p| waits_for(&page, p)).unwrap_or_default(),
        write_words: page.t(write_word(kind)),
        versions: versions.iter().filter(|p| inside || p.in_force_at().is_some()).cloned().collect(),
        latest: latest.filter(|_| inside),
        shown,
        key,
        page,
    })
}

/// The word for writing a paper.
fn write_word(kind: &str) -> &'static str {
    if kind == "bylaws" { "association-bylaws-write" } else { "association-agreement-write" }
}

/// A text as it is compared: its headings and lists without the signs they are typed with.
fn unmarked(text: &str) -> String {
    let line = |line: &str| match line.trim_start_matches('#') {
        heading if heading.len() < line.len() => heading.trim_start().to_owned(),
        _ => line.strip_prefix("- ").map_or_else(|| line.to_owned(), |point| format!("• {point}")),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn paper_form(app: &App, visitor: &Visitor, view: &SpaceView, kind: &str, key: &str, latest: Option<&Paper>, form: Form) -> Questions {
    let word = write_word(kind);
    let back = view.under(&format!("forening/papir/{key}"));
    let mut shown = Questions::new(app, visitor, view, word, &format!("forening/papir/{key}/skriv"), form).back(back, "association-paper-back");
    let lead = shown.page.t("association-paper-lead");
    shown = shown.lead(lead);
    if latest.is_some() {
        shown = shown.ask("change_note", "association-paper-note", "area");
    }
    shown
        .ask("text", "association-paper-text", "long")
        .may_ask("notice", "association-paper-notice", "text")
        .may_ask("notice_on", "association-paper-notice-on", "date")
        .may_ask("review_on", "association-paper-review-on", "date")
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, key)): Path<(String, String)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let kind = kind_of(&key)?;
    view.demand(&DRAFT)?;
    let latest = paper_store::of_kind(&mut app.db.read().await?, view.space.id, kind).await?.into_iter().next();
    let mut form = Form::default();
    if let Some(p) = &latest {
        let day = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        form = Form::filled([("text", p.text.clone()), ("notice", p.notice.clone()), ("notice_on", day(p.notice_on)), ("review_on", day(p.review_on))]);
    }
    page::html(&paper_form(&app, &visitor, &view, kind, &key, latest.as_ref(), form))
}

async fn write(State(app): State<App>, visitor: Visitor, Path((slug, key)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DRAFT).await?;
    let kind = kind_of(&key)?;
    let latest = paper_store::of_kind(act.sql(), view.space.id, kind).await?.into_iter().next();
    let mut shown = paper_form(&app, &visitor, &view, kind, &key, latest.as_ref(), form);
    let change_note = if latest.is_some() { shown.required("change_note", 1_000) } else { String::new() };
    let (text, notice) = (shown.required("text", 60_000), shown.optional("notice", 120));
    let (notice_on, review_on) = (shown.maybe_date("notice_on"), shown.maybe_date("review_on"));
    for (name, day) in [("notice_on", notice_on), ("review_on", review_on)] {
        if day.is_some_and(|d| d < act.today()) {
            shown.wrong(name, "association-paper-past");
        }
    }
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    let version = papers::write(&mut act, kind, &Version { text, change_note, notice, notice_on, review_on }).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/papir/{key}?udgave={version}")), "association-paper"))
}

async fn acknowledge(State(app): State<App>, visitor: Visitor, Path((slug, key)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ACKNOWLEDGE).await?;
    let in_force = papers::acknowledge(&mut act, kind_of(&key)?, form.is("side", "association")).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/papir/{key}")), if in_force { "association-in-force" } else { "association-acknowledged" }))
}

async fn speakers_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<SpeakersPage> {
    let municipality = app.municipality_space().await?.id;
    let mut sql = app.db.read().await?;
    let titled = |(id, name, title): (Uuid, String, String)| (id.to_string(), if title.is_empty() { name } else { format!("{name}, {title}") });
    Ok(SpeakersPage {
        answering: paper_store::answering(&mut sql, view.space.id).await?.into_iter().map(|(id, name, named)| (id, name, named > 0)).collect(),
        people: paper_store::nameable(&mut sql, view.space.id, municipality).await?.into_iter().map(titled).collect(),
        page: Page::of_space(app, visitor, view, "association-speakers"),
        form,
    })
}

async fn speakers(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&NAME)?;
    page::html(&speakers_page(&app, &visitor, &view, Form::default()).await?)
}

async fn name(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &NAME).await?;
    let mut shown = speakers_page(&app, &visitor, &view, form).await?;
    shown.form.called(&shown.page, &[("person", "association-speaker-who")]);
    let person = shown.form.value("person").parse::<Uuid>().ok();
    let done = if shown.form.is("do", "remove") {
        papers::unname(&mut act, person.ok_or(Error::NotFound)?).await?;
        "association-unnamed"
    } else {
        let person = person.filter(|id| shown.people.iter().any(|(offered, _)| *offered == id.to_string()));
        let Some(person) = shown.form.need(&shown.page, "person", person) else { return page::not_accepted(&shown) };
        papers::name(&mut act, person).await?;
        "association-named"
    };
    act.commit().await?;
    Ok(page::go(&view.under("forening/kommunen"), done))
}

async fn difference(State(app): State<App>, visitor: Visitor, Path((slug, key)): Path<(String, String)>, Query(asked): Query<Versions>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let kind = kind_of(&key)?;
    let all = paper_store::of_kind(&mut app.db.read().await?, view.space.id, kind).await?;
    let inside = view.may(&DRAFT) || view.may(&ACKNOWLEDGE);
    let find = |n: i64| all.iter().find(|p| p.version == n && (inside || p.in_force_at().is_some())).ok_or(Error::NotFound);
    let (old, new) = (find(asked.fra)?, find(asked.til)?);
    let page = Page::of_space(&app, &visitor, &view, "association-compare");
    let pieces = compare(&unmarked(&old.text), &unmarked(&new.text));
    let differs = pieces.iter().any(|p| !matches!(p, Piece::Same(_)));
    page::html(&ComparePage {
        title: page.t(&format!("association-{kind}")),
        key,
        from: old.version,
        to: new.version,
        note: new.change_note.clone(),
        pieces,
        differs,
        page,
    })
}

async fn certificates_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<CertificatesPage> {
    let (board, space, today) = (view.may(&CERTIFY), view.space.id, app.clock.today());
    let mut sql = app.db.read().await?;
    let years = store::rules(&mut sql, space).await?.certificate_years;
    let page = Page::of_space(app, visitor, view, "association-certificates");
    let all = if board { paper_store::certificates(&mut sql, space).await? } else { vec![] };
    let named = if board { board_store::named(&mut sql, space).await? } else { vec![] };
    let people = named.into_iter().filter(|(id, _)| !all.iter().any(|c| c.person_id == *id)).map(|(id, name)| (id.to_string(), name)).collect();
    let line = |certificate: Certificate| {
        let (word, class) = match standing(certificate.seen_on, today, years) {
            Shown::Missing => ("association-certificate-missing", "late"),
            Shown::Old => ("association-certificate-old", "wait"),
            Shown::Valid => ("association-certificate-valid", "ok"),
        };
        let again = certificate.seen_on.map(|d| page.date(&again_on(d, years))).unwrap_or_default();
        Line { certificate, word, class, again }
    };
    let lines: Vec<Line> = all.into_iter().map(line).collect();
    let (declarations, this_year) = (paper_store::declarations(&mut sql, space).await?, i64::from(chrono::Datelike::year(&today)));
    Ok(CertificatesPage {
        missing: lines.iter().filter(|l| l.class == "late").count(),
        old: lines.iter().filter(|l| l.class == "wait").count(),
        board,
        lines,
        years,
        people,
        may_declare: view.may(&DECLARE),
        declared: declarations.iter().any(|d| d.year == this_year),
        declarations,
        this_year,
        form,
        page,
    })
}

/// The board sees who; the municipality sees numbers.
fn demand_part(view: &SpaceView) -> Result<()> {
    if view.may(&ACKNOWLEDGE) { Ok(()) } else { view.demand(&CERTIFY) }
}

async fn certificates(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    demand_part(&view)?;
    let shown = certificates_page(&app, &visitor, &view, Form::default()).await?;
    if shown.board {
        let mut act = Act::begin(&app, &visitor, view.space.id, &CERTIFY).await?;
        for line in &shown.lines {
            reading::note(act.sql(), &app, view.person, line.certificate.person_id, "reading-certificate").await?;
        }
        act.commit().await?;
    }
    page::html(&shown)
}

async fn certify(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CERTIFY).await?;
    let mut shown = certificates_page(&app, &visitor, &view, form).await?;
    shown.form.called(&shown.page, &[("person", "association-certificate-who"), ("seen_on", "association-certificate-day")]);
    let Ok(person) = shown.form.value("person").parse::<Uuid>() else {
        shown.form.need::<()>(&shown.page, "person", None);
        return page::not_accepted(&shown);
    };
    let done = match shown.form.value("do") {
        "add" => {
            papers::needs(&mut act, person, true).await?;
            "association-certificate-added"
        }
        "remove" => {
            papers::needs(&mut act, person, false).await?;
            "association-certificate-removed"
        }
        _ => {
            let day = shown.form.date(&shown.page, "seen_on");
            let day = shown.form.need(&shown.page, "seen_on", day);
            if day.is_some_and(|d| d > act.today()) {
                let text = shown.page.t("association-seat-future");
                shown.form.wrong("seen_on", text);
            }
            let (Some(day), true) = (day, shown.form.ok()) else { return page::not_accepted(&shown) };
            papers::seen(&mut act, person, day).await?;
            "association-certificate-seen"
        }
    };
    act.commit().await?;
    Ok(page::go(&view.under("forening/boerneattester"), done))
}

async fn declare(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECLARE).await?;
    papers::declare(&mut act).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening/boerneattester"), "association-declared"))
}
