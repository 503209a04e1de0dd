//! Opening a circle, on a telephone, while somebody is on another one; and changing what was written then.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use chrono::{Duration, NaiveTime};
use samskab_platform::clock::time_of_day;
use samskab_platform::desk::admit;
use samskab_platform::network::Kind;
use samskab_platform::person;
use samskab_platform::{Act, App, Form, Page, Result, Visitor, page};

use crate::acts::{self, CHANGE, OPEN, OPENERS, Opening};
use crate::model::{Basis, Details, MOST_DAYS, MOST_PEOPLE, NeedWords, Plan, Repeat, Requirements};
use crate::store::Need;
use crate::whole;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/kreds/ny", get(new).post(open)).route("/forloeb/{slug}/kreds/ret", get(edit).post(change))
}

/// Something that is most often needed: key, kind, from, until, on which days.
pub type Preset = (&'static str, Kind, (u32, u32), (u32, u32), Repeat);

/// What is most often needed, to be ticked.
pub const PRESETS: [Preset; 5] = [
    ("fetch", Kind::Children, (15, 30), (16, 30), Repeat::Weekdays),
    ("dinner", Kind::Cook, (17, 30), (18, 30), Repeat::Daily),
    ("night", Kind::Night, (20, 0), (7, 0), Repeat::Daily),
    ("hospital", Kind::Drive, (10, 0), (12, 0), Repeat::Daily),
    ("shopping", Kind::Shop, (14, 0), (15, 0), Repeat::Once),
];
/// Days a preset goes on, where nobody says otherwise.
const DAYS: i64 = 7;

#[derive(Template)]
#[template(path = "circle_new.html")]
pub(crate) struct NewPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) areas: Vec<(String, String)>,
}

impl NewPage {
    /// Key, words, the words of the days, and whether it is for one day alone.
    pub(crate) fn presets(&self) -> Vec<(&'static str, String, String, bool)> {
        let words = |key: &str| self.page.t(&format!("circle-preset-{key}"));
        let line = |(key, _, _, _, repeat): Preset| (key, words(key), self.page.t(&format!("circle-repeat-{}", repeat.key())), repeat == Repeat::Once);
        PRESETS.map(line).to_vec()
    }

    pub(crate) fn bases(&self) -> Vec<(String, String)> {
        bases(&self.page)
    }
}

#[derive(Template)]
#[template(path = "circle_change.html")]
pub(crate) struct ChangePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) areas: Vec<(String, String)>,
}

impl ChangePage {
    pub(crate) fn bases(&self) -> Vec<(String, String)> {
        bases(&self.page)
    }
}

fn bases(page: &Page) -> Vec<(String, String)> {
    Basis::ALL.map(|b| (b.key().to_owned(), page.t(&format!("circle-basis-{}", b.key())))).to_vec()
}

async fn new_page(app: &App, visitor: &Visitor, form: Form) -> Result<NewPage> {
    let areas = whole::areas(&mut app.db.read().await?).await?;
    Ok(NewPage { page: Page::new(app, visitor, app.words.say(visitor.lang, "circle-new-title", &[])), form, areas })
}

async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OPENERS)?;
    let phone = visitor.person.as_ref().and_then(|p| p.phone.as_deref()).map(person::spaced).unwrap_or_default();
    let mut form = Form::filled([("phone", phone), ("basis", Basis::Consent.key().to_owned())]);
    for (key, _, from, _, _) in PRESETS {
        form.set(&format!("{key}-from"), format!("{:02}.{:02}", from.0, from.1));
        form.set(&format!("{key}-days"), DAYS.to_string());
        form.set(&format!("{key}-people"), "1");
    }
    page::html(&new_page(&app, &visitor, form).await?)
}

/// What both forms ask: name, what is known, what allows it, whether they know.
fn read_details(page: &Page, form: &mut Form, areas: &[(String, String)]) -> (String, Details, Option<Basis>, bool) {
    let labels = [
        ("name", "circle-name"),
        ("happened", "circle-happened"),
        ("area", "circle-area"),
        ("address", "circle-address"),
        ("phone", "circle-phone"),
        ("basis", "circle-basis"),
    ];
    form.called(page, &labels);
    let name = form.required(page, "name", 120);
    let happened = form.optional(page, "happened", 2_000);
    let area = form.choice(page, "area", areas.iter().filter_map(|(id, _)| id.parse().ok()));
    if area.is_none() && !areas.is_empty() && form.error("area").is_none() {
        form.wrong("area", page.t("circle-wrong-area"));
    }
    let address = form.optional(page, "address", 300);
    let written = form.optional(page, "phone", 30);
    let phone = person::phone(&written);
    match (&phone, written.is_empty()) {
        (_, true) => form.wrong("phone", page.t("circle-wrong-phone")),
        (None, _) => form.wrong1(page, "phone", "form-phone", "text", &written),
        _ => {}
    }
    let basis = form.need(page, "basis", Basis::of(form.value("basis")));
    let informed = form.is("informed", "yes");
    (name, Details { happened, address, area, phone: phone.unwrap_or_default() }, basis, informed)
}

/// The presets that were ticked.
fn read_presets(app: &App, page: &Page, form: &mut Form) -> Vec<(Need, Plan)> {
    let mut needs = vec![];
    for (key, kind, from, until, repeat) in PRESETS {
        if !form.is("preset", key) {
            continue;
        }
        let field = |part: &str| format!("{key}-{part}");
        let what = page.t(&format!("circle-preset-{key}"));
        for part in ["from", "days", "people"] {
            form.calls(&field(part), &what);
        }
        let at = time_of_day(form.value(&field("from")));
        if at.is_none() {
            form.wrong(&field("from"), page.t("circle-wrong-time"));
        }
        let days = if repeat == Repeat::Once { 1 } else { form.number(page, &field("days"), 1..=MOST_DAYS).unwrap_or(1) };
        let people = form.number(page, &field("people"), 1..=MOST_PEOPLE).unwrap_or(1);
        let time = |(h, m)| NaiveTime::from_hms_opt(h, m, 0).unwrap_or_default();
        // As long as it usually takes, from whenever it begins.
        let (usual, length) = (time(from), time(until) - time(from));
        let begin = at.unwrap_or(usual);
        let first = page.today();
        let until = begin.overflowing_add_signed(length).0;
        let plan = Plan { first, last: first + Duration::days(days - 1), from: begin, until, repeat, people }.ahead(page.now);
        let words = NeedWords { what, ..NeedWords::default() };
        needs.push((Need { id: app.clock.id(), kind, words, requires: Requirements::default() }, plan));
    }
    needs
}

async fn open(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &OPEN).await?;
    let mut template = new_page(&app, &visitor, form).await?;
    let (page, form) = (&template.page, &mut template.form);
    let (name, details, basis, informed) = read_details(page, form, &template.areas);
    let needs = read_presets(&app, page, form);
    let (Some(basis), true) = (basis, template.form.ok()) else { return page::not_accepted(&template) };
    let slug = acts::open(&mut act, &Opening { name, details, basis, informed, needs }).await?;
    act.commit().await?;
    Ok(page::go(&format!("/forloeb/{slug}/kreds"), "circle-opened"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let d = &whole.details;
    let mut form = Form::filled([
        ("name", whole.view.space.title.clone()),
        ("happened", d.happened.clone()),
        ("area", d.area.map(|a| a.to_string()).unwrap_or_default()),
        ("address", d.address.clone()),
        ("phone", person::spaced(&d.phone)),
        ("basis", whole.row.legal_basis.clone()),
    ]);
    if whole.row.informed {
        form.set("informed", "yes");
    }
    let areas = whole::areas(&mut app.db.read().await?).await?;
    page::html(&ChangePage { page: whole.page(&app, &visitor, "circle-change-title"), form, areas })
}

async fn change(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &CHANGE).await?;
    let areas = whole::areas(act.sql()).await?;
    let mut template = ChangePage { page: whole.page(&app, &visitor, "circle-change-title"), form, areas };
    let (name, details, basis, informed) = read_details(&template.page, &mut template.form, &template.areas);
    let (Some(basis), true) = (basis, template.form.ok()) else {
        return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
    };
    acts::change(&mut act, &name, &details, basis, informed).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), "circle-changed"))
}
