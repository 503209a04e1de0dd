//! What both sides give: side by side, quarter by quarter, with what either is behind on.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, CLOSE, ENTER, JUDGE, NewEntry, NewPromise, PROMISE, REPLY, WELCOME};
use crate::model::{Kind, Quarter, REASON, Side, Verdict, WHAT, falls_in};
use crate::store::{self, Entry, Given, Promise};

/// So many quarters are shown.
const QUARTERS: usize = 6;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/gensidighed", get(show))
        .route("/forloeb/{slug}/gensidighed/givet/ny", get(new_entry).post(enter))
        .route("/forloeb/{slug}/gensidighed/givet/{id}/svar", post(judge))
        .route("/forloeb/{slug}/gensidighed/givet/{id}/modsvar", post(reply))
        .route("/forloeb/{slug}/gensidighed/loefte/ny", get(new_promise).post(promise))
        .route("/forloeb/{slug}/gensidighed/loefte/{id}/luk", post(close))
}

/// What a side gave of a kind in a quarter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) promised: i64,
    pub(crate) given: i64,
    pub(crate) disputed: i64,
}

/// A kind in a quarter, both sides beside each other.
pub(crate) struct Line {
    pub(crate) quarter: String,
    pub(crate) kind: String,
    /// The municipality, then the house.
    pub(crate) sides: [String; 2],
}

/// Something that was given, in words.
pub(crate) struct Row {
    pub(crate) id: Uuid,
    pub(crate) side: String,
    pub(crate) what: String,
    pub(crate) amount: String,
    pub(crate) line: String,
    pub(crate) tag: (&'static str, String),
    /// What the other side says against it, and who of them; empty: nothing.
    pub(crate) reason: String,
    /// What its own side says to that.
    pub(crate) reply: String,
    pub(crate) may_judge: bool,
    pub(crate) may_reply: bool,
}

/// A promise in words.
pub(crate) struct Promised {
    pub(crate) id: Uuid,
    pub(crate) side: String,
    pub(crate) what: String,
    pub(crate) line: String,
    /// What is missing, once its day has passed.
    pub(crate) behind: String,
    pub(crate) closed: String,
    pub(crate) may_close: bool,
}

#[derive(Template)]
#[template(path = "reciprocity.html")]
pub(crate) struct MainPage {
    pub(crate) page: Page,
    /// This quarter.
    pub(crate) now: Vec<Line>,
    pub(crate) before: Vec<Line>,
    pub(crate) behind: Vec<String>,
    /// What the visitor's side has not answered yet.
    pub(crate) waiting: Vec<Row>,
    pub(crate) rows: Vec<Row>,
    pub(crate) promises: Vec<Promised>,
    pub(crate) may_enter: bool,
    pub(crate) may_promise: bool,
    pub(crate) may_welcome: bool,
    pub(crate) form: Form,
    /// What the form is about, where it was refused.
    pub(crate) about: Option<Uuid>,
}

impl MainPage {
    fn is_about(&self, id: &Uuid) -> bool {
        self.about == Some(*id)
    }
}

/// `40 timer`, `1.200 kr.`
pub(crate) fn amount(page: &Page, kind: Kind, n: i64) -> String {
    match kind {
        Kind::Hours => page.t1("reciprocity-amount-hours", "n", page.number(&n)),
        Kind::Rooms => page.t1("reciprocity-amount-rooms", "n", page.number(&n)),
        Kind::Money => page.money(&n),
    }
}

/// So much of so much, the unit said once: `420 af 549 timer`.
fn part_of(page: &Page, kind: Kind, given: i64, promised: i64) -> String {
    let bare = match kind {
        Kind::Hours | Kind::Rooms => page.number(&given),
        Kind::Money if given % 100 == 0 => page.number(&(given / 100)),
        Kind::Money => amount(page, kind, given),
    };
    page.t2("reciprocity-of-promised", "given", bare, "promised", amount(page, kind, promised))
}

pub(crate) fn side_word(page: &Page, side: Side) -> String {
    page.t(&format!("reciprocity-side-{}", side.key()))
}

fn kind_word(page: &Page, kind: Kind) -> String {
    page.t(&format!("reciprocity-kind-{}", kind.key()))
}

/// What is missing of a promise whose day has passed, in plain words; nothing where nothing is.
pub(crate) fn behind(page: &Page, p: &Promise) -> Option<String> {
    let missing = p.behind(page.today());
    let word = format!("reciprocity-behind-{}", p.side.key());
    (missing > 0).then(|| page.t3(&word, "amount", amount(page, p.kind, missing), "what", &p.what, "date", page.date(&p.to_on)))
}

/// What a side gave of a kind in a quarter, and how much of its promises falls in it.
pub(crate) fn sum(promises: &[Promise], given: &[Given], side: Side, kind: Kind, quarter: Quarter) -> Sum {
    let mut sum = Sum::default();
    for p in promises.iter().filter(|p| p.side == side && p.kind == kind) {
        sum.promised += falls_in(p.amount, p.from_on, p.to_on, quarter);
    }
    for g in given.iter().filter(|g| g.side == side && g.kind == kind && Quarter::of(g.given_on) == quarter) {
        match g.verdict {
            Verdict::Disputed => sum.disputed += g.amount,
            Verdict::Open | Verdict::Confirmed => sum.given += g.amount,
        }
    }
    sum
}

fn said(page: &Page, kind: Kind, s: Sum) -> String {
    let text = if s.promised > 0 {
        // A quarter's part of a promise is no exact amount: whole kroner are enough.
        let promised = if kind == Kind::Money { (s.promised + 50) / 100 * 100 } else { s.promised };
        part_of(page, kind, s.given, promised)
    } else {
        amount(page, kind, s.given)
    };
    if s.disputed == 0 {
        return text;
    }
    format!("{text}. {}", page.t1("reciprocity-disputed-too", "amount", amount(page, kind, s.disputed)))
}

fn quarter_word(page: &Page, q: Quarter) -> String {
    page.t2("reciprocity-quarter", "n", i64::from(q.number), "year", q.year.to_string())
}

/// The lines of a quarter: a kind each, those left out of which neither gave or promised anything.
pub(crate) fn lines(page: &Page, promises: &[Promise], given: &[Given], quarter: Quarter) -> Vec<Line> {
    let line = |kind: Kind| {
        let sums = Side::ALL.map(|side| sum(promises, given, side, kind, quarter));
        sums.iter().any(|s| *s != Sum::default()).then(|| Line {
            quarter: quarter_word(page, quarter),
            kind: kind_word(page, kind),
            sides: sums.map(|s| said(page, kind, s)),
        })
    };
    Kind::ALL.into_iter().filter_map(line).collect()
}

fn row(page: &Page, view: &SpaceView, e: &Entry) -> Row {
    let mine = Side::spoken_for(&view.roles);
    let mut parts = vec![page.date(&e.given_on), page.t1("reciprocity-entered-by", "name", &e.entered_name)];
    parts.extend(e.promise.as_ref().map(|p| page.t1("reciprocity-keeps", "what", p)));
    let judge = e.judged_name.clone().unwrap_or_default();
    Row {
        id: e.id,
        side: side_word(page, e.side),
        what: e.what.clone(),
        amount: amount(page, e.kind, e.amount),
        line: parts.join(" · "),
        tag: (e.verdict.tag(), page.t(&format!("reciprocity-verdict-{}", e.verdict.key()))),
        reason: if e.reason.is_empty() { String::new() } else { page.t2("reciprocity-against", "name", judge, "reason", &e.reason) },
        reply: if e.reply.is_empty() { String::new() } else { page.t2("reciprocity-for", "side", side_word(page, e.side), "text", &e.reply) },
        may_judge: e.verdict != Verdict::Confirmed && mine.contains(&e.side.other()) && Some(e.entered_by) != view.person && view.may(&JUDGE),
        may_reply: e.verdict == Verdict::Disputed && mine.contains(&e.side) && view.may(&REPLY),
    }
}

fn promised(page: &Page, view: &SpaceView, p: &Promise) -> Promised {
    let of = part_of(page, p.kind, p.given, p.amount);
    let span = page.t2("reciprocity-span", "from", page.date(&p.from_on), "to", page.date(&p.to_on));
    let mine = Side::spoken_for(&view.roles).contains(&p.side.other());
    Promised {
        id: p.id,
        side: side_word(page, p.side),
        what: p.what.clone(),
        line: format!("{of} · {span}"),
        behind: behind(page, p).unwrap_or_default(),
        closed: p.closed_at.map(|at| page.t2("reciprocity-closed-on", "date", page.date_of(&at), "note", &p.closed_note)).unwrap_or_default(),
        may_close: p.closed_at.is_none() && p.behind(page.today()) > 0 && mine && view.may(&CLOSE),
    }
}

async fn prepare(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, form: Form, about: Option<Uuid>) -> Result<MainPage> {
    let page = Page::of_space(app, visitor, view, "reciprocity-title");
    let now = Quarter::of(page.today());
    let mut quarters = vec![now];
    while quarters.len() < QUARTERS {
        quarters.extend(quarters.last().map(|q| q.before()));
    }
    let first = quarters.last().map_or(page.today(), |q| q.first());
    let (promises, given) = (store::promises(sql, view.space.id).await?, store::given(sql, view.space.id, first).await?);
    let mut waiting = vec![];
    for side in Side::spoken_for(&view.roles) {
        waiting.extend(store::waiting(sql, view.space.id, side.other()).await?.iter().map(|e| row(&page, view, e)).filter(|r| r.may_judge));
    }
    let rows: Vec<Row> =
        store::entries(sql, view.space.id).await?.iter().map(|e| row(&page, view, e)).filter(|r| !waiting.iter().any(|w| w.id == r.id)).collect();
    Ok(MainPage {
        now: lines(&page, &promises, &given, now),
        before: quarters.iter().skip(1).flat_map(|q| lines(&page, &promises, &given, *q)).collect(),
        behind: promises.iter().rev().filter_map(|p| behind(&page, p)).collect(),
        waiting,
        rows,
        promises: promises.iter().map(|p| promised(&page, view, p)).collect(),
        may_enter: view.may(&ENTER),
        may_promise: view.may(&PROMISE),
        may_welcome: view.may(&WELCOME),
        form,
        about,
        page,
    })
}

async fn show(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    page::html(&prepare(&mut sql, &app, &visitor, &view, Form::default(), None).await?)
}

fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

fn home(view: &SpaceView, done: &str) -> Response {
    page::go(&view.under("gensidighed"), done)
}

async fn judge(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &JUDGE).await?;
    let entry = store::entry(act.sql(), view.space.id, id_of(&id)?).await?;
    let verdict = Verdict::of(form.value("verdict")).filter(|v| *v != Verdict::Open).ok_or(Error::BadRequest("error-form"))?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, form, Some(entry.id)).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("reason", "reciprocity-reason")]);
    let reason = if verdict == Verdict::Disputed { form.required(page, "reason", REASON) } else { String::new() };
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::judge(&mut act, entry.id, verdict, &reason).await?;
    act.commit().await?;
    Ok(home(&view, if verdict == Verdict::Confirmed { "reciprocity-confirmed" } else { "reciprocity-disputed" }))
}

async fn reply(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &REPLY).await?;
    let entry = store::entry(act.sql(), view.space.id, id_of(&id)?).await?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, form, Some(entry.id)).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("reply", "reciprocity-reply")]);
    let text = form.required(page, "reply", REASON);
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::reply(&mut act, entry.id, &text).await?;
    act.commit().await?;
    Ok(home(&view, "reciprocity-replied"))
}

async fn close(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    let promise = store::promise(act.sql(), view.space.id, id_of(&id)?).await?;
    let mut shown = prepare(act.sql(), &app, &visitor, &view, form, Some(promise.id)).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("note", "reciprocity-close-note")]);
    let note = form.required(page, "note", REASON);
    if !form.ok() {
        return page::not_accepted(&shown);
    }
    acts::close(&mut act, promise.id, &note).await?;
    act.commit().await?;
    Ok(home(&view, "reciprocity-let-be"))
}

#[derive(Template)]
#[template(path = "reciprocity_form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Whether it is a promise, not something given.
    pub(crate) is_promise: bool,
    pub(crate) sides: Vec<(&'static str, String)>,
    pub(crate) kinds: Vec<(&'static str, String)>,
    pub(crate) promises: Vec<(String, String)>,
}

async fn form_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, mut form: Form, is_promise: bool) -> Result<FormPage> {
    let page = Page::of_space(app, visitor, view, if is_promise { "reciprocity-promise" } else { "reciprocity-enter" });
    let sides = Side::spoken_for(&view.roles);
    if form.value("side").is_empty()
        && let Some(side) = sides.first()
    {
        form.set("side", side.key());
    }
    let open = store::promises(sql, view.space.id).await?;
    let open = open.iter().filter(|p| !is_promise && p.closed_at.is_none() && sides.contains(&p.side));
    Ok(FormPage {
        sides: sides.iter().map(|s| (s.key(), side_word(&page, *s))).collect(),
        kinds: Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("reciprocity-kind-{}-long", k.key())))).collect(),
        promises: open.map(|p| (p.id.to_string(), format!("{} ({})", p.what, kind_word(&page, p.kind).to_lowercase()))).collect(),
        form,
        is_promise,
        page,
    })
}

const LABELS: &[(&str, &str)] = &[
    ("side", "reciprocity-side"),
    ("kind", "reciprocity-kind"),
    ("amount", "reciprocity-amount"),
    ("what", "reciprocity-what"),
    ("given_on", "reciprocity-given-on"),
    ("promise", "reciprocity-promise-kept"),
    ("from_on", "reciprocity-from"),
    ("to_on", "reciprocity-to"),
];

/// Side, kind, amount and what: the part both forms share.
fn read(page: &Page, form: &mut Form, sides: &[Side]) -> Option<(Side, Kind, i64, String)> {
    form.called(page, LABELS);
    let side = Side::of(form.value("side")).filter(|s| sides.contains(s));
    let side = form.need(page, "side", side);
    let kind = Kind::of(form.value("kind"));
    let kind = form.need(page, "kind", kind);
    let amount = match kind {
        Some(Kind::Money) => form.money(page, "amount"),
        _ => form.number(page, "amount", 1..=1_000_000),
    };
    let amount = form.need(page, "amount", amount.filter(|a| *a > 0));
    let what = form.required(page, "what", WHAT);
    Some((side?, kind?, amount?, what))
}

async fn new_entry(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    view.demand(&ENTER)?;
    let form = Form::filled([("given_on", app.clock.today().to_string()), ("kind", "hours".to_owned())]);
    page::html(&form_page(&mut sql, &app, &visitor, &view, form, false).await?)
}

async fn enter(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let open = store::promises(act.sql(), view.space.id).await?;
    let mut shown = form_page(act.sql(), &app, &visitor, &view, form, false).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let read = read(page, form, &Side::spoken_for(&view.roles));
    let given_on = form.date(page, "given_on");
    let given_on = form.need(page, "given_on", given_on);
    if let Some(date) = given_on.filter(|d| *d > page.today()) {
        form.wrong1(page, "given_on", "reciprocity-not-yet", "date", page.date(&date));
    }
    let promise = form.choice(page, "promise", open.iter().map(|p| p.id));
    if let (Some(id), Some((side, kind, ..))) = (promise, &read)
        && !open.iter().any(|p| p.id == id && p.side == *side && p.kind == *kind)
    {
        form.wrong("promise", page.t("reciprocity-other-kind"));
    }
    let (Some((side, kind, amount, what)), Some(given_on), true) = (read, given_on, form.ok()) else {
        return page::not_accepted(&shown);
    };
    acts::enter(&mut act, &NewEntry { side, kind, what, amount, given_on, promise }).await?;
    act.commit().await?;
    Ok(home(&view, "reciprocity-entered"))
}

async fn new_promise(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("gensidighed");
    view.demand(&PROMISE)?;
    let form = Form::filled([("from_on", app.clock.today().to_string()), ("kind", "hours".to_owned())]);
    page::html(&form_page(&mut sql, &app, &visitor, &view, form, true).await?)
}

async fn promise(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("gensidighed");
    let mut act = Act::begin(&app, &visitor, view.space.id, &PROMISE).await?;
    let mut shown = form_page(act.sql(), &app, &visitor, &view, form, true).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let read = read(page, form, &Side::spoken_for(&view.roles));
    let from_on = form.date(page, "from_on");
    let from_on = form.need(page, "from_on", from_on);
    let to_on = form.date(page, "to_on");
    let to_on = form.need(page, "to_on", to_on);
    if let (Some(from), Some(to)) = (from_on, to_on)
        && to < from
    {
        form.wrong("to_on", page.t("reciprocity-order"));
    }
    let (Some((side, kind, amount, what)), Some(from_on), Some(to_on), true) = (read, from_on, to_on, form.ok()) else {
        return page::not_accepted(&shown);
    };
    acts::promise(&mut act, &NewPromise { side, kind, what, amount, from_on, to_on }).await?;
    act.commit().await?;
    Ok(home(&view, "reciprocity-promised"))
}
