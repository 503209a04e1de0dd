//! The frame's pages: reading it, writing a version, comparing two, saying that one has read it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::changes::{Piece, compare};
use samskab_platform::db::Sql;
use samskab_platform::recipe::Question;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, tool, view};
use serde::Deserialize;

use crate::acts::{ACKNOWLEDGE, READERS, WRITE, has_read, save};
use crate::model::{Mandate, Part, changed, paired};
use crate::overview::{named, now};
use crate::store::{self, Reader};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/ramme", get(show))
        .route("/forloeb/{slug}/ramme/skriv", get(edit).post(write))
        .route("/forloeb/{slug}/ramme/sammenlign", get(difference))
        .route("/forloeb/{slug}/ramme/laest", post(acknowledge))
}

/// A question of the recipe and its answer in the mandate: a text with form, or a number or date as it is.
pub(crate) struct Answered {
    pub(crate) label: String,
    pub(crate) rich: Rich,
    pub(crate) plain: String,
}

impl Answered {
    fn of(page: &Page, mandate: &Mandate, question: &Question) -> Self {
        let (text, label) = (answer(page, mandate, &question.field), question.words(page.lang).label.clone());
        // A date begins like a numbered list.
        if question.kind() == "area" {
            Self { label, rich: rich_text::html(&text), plain: String::new() }
        } else {
            Self { label, rich: Rich::default(), plain: text }
        }
    }
}

#[derive(Template)]
#[template(path = "frame.html")]
pub(crate) struct FramePage {
    pub(crate) page: Page,
    pub(crate) mandate: Option<Mandate>,
    pub(crate) answers: Vec<Answered>,
    pub(crate) readers: Vec<Reader>,
    pub(crate) read: usize,
    pub(crate) versions: Vec<Mandate>,
    pub(crate) may_write: bool,
    pub(crate) asked_to_read: bool,
    pub(crate) read_at: Option<String>,
    /// What of the mandate other tools keep, as this version promises it: what it is called, and the text in Danish.
    pub(crate) parts: Vec<(String, String)>,
    /// Parts that are not as they were promised, for those who write versions; empty: none.
    pub(crate) drifted: String,
    /// The version before the latest that the visitor has read, to compare with.
    pub(crate) last_read: Option<i64>,
    /// What other tools show beside it: how the seats are filled.
    pub(crate) attached: String,
}

#[derive(Template)]
#[template(path = "frame_edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) version: i64,
    pub(crate) questions: Vec<Question>,
    pub(crate) hint: String,
    /// What of the mandate other tools keep, as it comes into the new version: compared with the latest one.
    pub(crate) parts: Vec<Changed>,
}

/// A question whose answer differs between two versions.
pub(crate) struct Changed {
    pub(crate) label: String,
    pub(crate) pieces: Vec<Piece>,
}

impl Changed {
    pub(crate) fn differs(&self) -> bool {
        self.pieces.iter().any(|p| !matches!(p, Piece::Same(_)))
    }
}

#[derive(Template)]
#[template(path = "frame_compare.html")]
pub(crate) struct ComparePage {
    pub(crate) page: Page,
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) note: String,
    pub(crate) changed: Vec<Changed>,
}

fn questions(view: &SpaceView) -> Vec<Question> {
    view.recipe().map(|r| r.questions.clone()).unwrap_or_default()
}

/// What a mandate answers to a question, in words.
pub(crate) fn answer(page: &Page, mandate: &Mandate, field: &str) -> String {
    match field {
        "hours" => mandate.hours.map(|h| page.number(&h)).unwrap_or_default(),
        "money" => mandate.money_ore.map(|m| page.money(&m)).unwrap_or_default(),
        "answer_by" => mandate.answer_by.map(|d| page.date(&d)).unwrap_or_default(),
        field => mandate.text(field).to_owned(),
    }
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ramme");
    let versions = store::all(&mut sql, view.space.id).await?;
    let mandate = versions.first().cloned();
    let readers = match &mandate {
        Some(m) => store::readers(&mut sql, view.space.id, m.version).await?,
        None => vec![],
    };
    let page = Page::of_space(&app, &visitor, &view, "frame-title");
    let answers = match &mandate {
        Some(m) => questions(&view).iter().map(|q| Answered::of(&page, m, q)).filter(|a| !a.rich.is_empty() || !a.plain.is_empty()).collect(),
        None => vec![],
    };
    let read_at = readers.iter().find(|r| Some(r.id) == view.person).and_then(|r| r.at).map(|at| page.date_of(&at));
    let attached = match &mandate {
        Some(m) => tool::attached(&mut sql, &view, &page, "mandate", m.id).await?,
        None => String::new(),
    };
    let promised = match &mandate {
        Some(m) => store::parts(&mut sql, m.id).await?,
        None => vec![],
    };
    let drifted = if mandate.is_some() && view.may(&WRITE) {
        let now = now(&mut sql, &page, &view).await?;
        named(&page, &changed(&promised, &now))
    } else {
        String::new()
    };
    let last_read = match (view.person, &mandate) {
        (Some(person), Some(m)) => store::last_read(&mut sql, view.space.id, person).await?.filter(|v| *v < m.version),
        _ => None,
    };
    let asked_to_read = mandate.is_some() && read_at.is_none() && view.roles.iter().any(|r| READERS.contains(r));
    page::html(&FramePage {
        may_write: view.may(&WRITE),
        asked_to_read,
        read_at,
        read: readers.iter().filter(|r| r.at.is_some()).count(),
        mandate,
        answers,
        readers,
        versions,
        parts: promised.into_iter().map(|p| (page.t(&p.word), p.text)).collect(),
        drifted,
        last_read,
        attached,
        page,
    })
}

/// The page on which the version after `latest` is written.
async fn edit_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, latest: Option<&Mandate>, form: Form) -> Result<EditPage> {
    let page = Page::of_space(app, visitor, view, "frame-write");
    let hint = view.recipe().map(|r| r.words(page.lang).one_sentence_hint.clone()).unwrap_or_default();
    let promised = match latest {
        Some(m) => store::parts(sql, m.id).await?,
        None => vec![],
    };
    let now = now(sql, &page, view).await?;
    let parts = parts(&page, &promised, &now);
    Ok(EditPage { questions: questions(view), hint, version: latest.map_or(0, |m| m.version) + 1, parts, form, page })
}

/// What other tools keep of the mandate, word for word.
fn parts(page: &Page, old: &[Part], new: &[Part]) -> Vec<Changed> {
    paired(old, new).into_iter().map(|(word, old, new)| Changed { label: page.t(&word), pieces: compare(&old, &new) }).collect()
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ramme");
    view.demand(&WRITE)?;
    let latest = store::latest(&mut sql, view.space.id).await?;
    let mut form = Form::default();
    for q in questions(&view) {
        let text = match &latest {
            Some(m) => match q.field.as_str() {
                "answer_by" => m.answer_by.map(|d| d.to_string()).unwrap_or_default(),
                "hours" => m.hours.map(|h| h.to_string()).unwrap_or_default(),
                "money" => m.money_ore.map(|o| format!("{},{:02}", o / 100, o % 100).trim_end_matches(",00").to_owned()).unwrap_or_default(),
                field => m.text(field).to_owned(),
            },
            None => q.default(visitor.lang).to_owned(),
        };
        form.set(&q.field, text);
    }
    form.set("one_sentence", latest.as_ref().map_or("", |m| m.one_sentence.as_str()));
    let mut shown = edit_page(&mut sql, &app, &visitor, &view, latest.as_ref(), form).await?;
    shown.form.set("version", shown.version.to_string());
    let changed: Vec<&str> = shown.parts.iter().filter(|c| c.differs()).map(|c| c.label.as_str()).collect();
    if latest.is_some() && !changed.is_empty() {
        let note = shown.page.t1("frame-change-note-parts", "what", changed.join(", "));
        shown.form.set("change_note", note);
    }
    page::html(&shown)
}

/// Reads the form as the recipe asks; errors stay in the form.
fn read(page: &Page, form: &mut Form, questions: &[Question], version: i64) -> Mandate {
    form.called(page, &[("one_sentence", "frame-one-sentence"), ("change_note", "frame-change-note")]);
    questions.iter().for_each(|q| form.calls(&q.field, &q.words(page.lang).label));
    let change_note = if version > 1 { form.required(page, "change_note", 1_000) } else { String::new() };
    let mut mandate = Mandate { version, change_note, one_sentence: form.required(page, "one_sentence", 300), ..Mandate::default() };
    for q in questions {
        let field = q.field.as_str();
        match field {
            "hours" => mandate.hours = form.number(page, field, 0..=1_000_000),
            "money" => mandate.money_ore = form.money(page, field),
            "answer_by" => mandate.answer_by = form.date(page, field),
            _ => {
                let text = form.optional(page, field, 8_000);
                if let Some(place) = mandate.text_mut(field) {
                    *place = text;
                }
            }
        }
        if q.required && form.value(field).trim().is_empty() {
            form.need::<()>(page, field, None);
        }
    }
    if let Some(date) = mandate.answer_by.filter(|d| *d < page.today() && version == 1) {
        form.wrong1(page, "answer_by", "frame-answer-in-past", "date", page.date(&date));
    }
    mandate
}

async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ramme");
    let mut act = Act::begin(&app, &visitor, view.space.id, &WRITE).await?;
    let latest = store::latest(act.sql(), view.space.id).await?;
    let mut edit = edit_page(act.sql(), &app, &visitor, &view, latest.as_ref(), form).await?;
    let version = edit.version;
    if edit.form.value("version").parse() != Ok(version) {
        // Somebody saved a version meanwhile: what was typed is kept, and asked for again as the next version.
        edit.form.set("version", version.to_string());
        edit.form.wrong("one_sentence", edit.page.t1("frame-changed-meanwhile", "version", version - 1));
        return page::not_accepted(&edit);
    }
    let mut mandate = read(&edit.page, &mut edit.form, &edit.questions, version);
    if !edit.form.ok() {
        return page::not_accepted(&edit);
    }
    mandate.id = act.new_id();
    mandate.written_at = act.at();
    save(&mut act, &mandate).await?;
    act.commit().await?;
    Ok(page::go(&view.under("ramme"), "frame-written"))
}

async fn acknowledge(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ACKNOWLEDGE).await?;
    let mandate = store::latest(act.sql(), view.space.id).await?.ok_or(Error::NotFound)?;
    if has_read(&mut act, mandate.version, mandate.id).await? {
        act.commit().await?;
    }
    Ok(page::go(&view.under("ramme"), "frame-read"))
}

#[derive(Deserialize)]
struct Versions {
    fra: i64,
    til: i64,
}

async fn difference(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(versions): Query<Versions>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ramme");
    let all = store::all(&mut sql, view.space.id).await?;
    let find = |version| all.iter().find(|m| m.version == version).ok_or(Error::NotFound);
    let (old, new) = (find(versions.fra)?, find(versions.til)?);
    let page = Page::of_space(&app, &visitor, &view, "frame-compare-title");
    let mut changed = vec![Changed { label: page.t("frame-one-sentence"), pieces: compare(&old.one_sentence, &new.one_sentence) }];
    for q in questions(&view) {
        let pieces = compare(&answer(&page, old, &q.field), &answer(&page, new, &q.field));
        changed.push(Changed { label: q.words(page.lang).label.clone(), pieces });
    }
    let (before, after) = (store::parts(&mut sql, old.id).await?, store::parts(&mut sql, new.id).await?);
    changed.extend(parts(&page, &before, &after));
    changed.retain(Changed::differs);
    page::html(&ComparePage { from: old.version, to: new.version, note: new.change_note.clone(), changed, page })
}
