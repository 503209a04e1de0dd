//! One time: who comes, and what can be done where nobody does.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::clock::time_of_day;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page, person};
use samskab_recurrence::{instant, local};
use uuid::Uuid;

use crate::acts::SLOT;
use crate::ask_store;
use crate::helping::{give, tell_cancelled, tell_moved};
use crate::slot_store::{self, Slot};
use crate::times::{self, Line};
use crate::whole::{self, Whole};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/kreds/tid/{slot}", get(show).post(change))
}

#[derive(Template)]
#[template(path = "circle_slot.html")]
pub(crate) struct SlotPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) line: Line,
    pub(crate) address: String,
    /// Those who were asked for it and did not say no: id, name.
    pub(crate) people: Vec<(String, String)>,
}

impl SlotPage {
    pub(crate) fn phone(&self) -> String {
        self.line.slot.phone.as_deref().map(person::spaced).unwrap_or_default()
    }
}

fn of(whole: &Whole, slot: &str) -> Result<Line> {
    let id = whole::id_of(slot)?;
    whole.lines().into_iter().find(|l| l.slot.id == id).ok_or(Error::NotFound)
}

async fn slot_page(app: &App, visitor: &Visitor, whole: &Whole, line: Line, mut form: Form) -> Result<SlotPage> {
    let page = whole.page(app, visitor, "circle-slot-title");
    let (from, until) = (local(line.slot.starts_at), local(line.slot.ends_at));
    // What somebody emptied is said to be missing, and not filled in for them.
    if form.value("do") != "move" {
        form.set("day", from.format("%Y-%m-%d").to_string());
        form.set("from", from.format("%H:%M").to_string());
        form.set("until", until.format("%H:%M").to_string());
    }
    let mut sql = app.db.read().await?;
    let asked = ask_store::needs_of_space(&mut sql, whole.view.space.id).await?;
    let fits = |ask: &Uuid| asked.iter().any(|(a, n)| a == ask && *n == line.need.id);
    let asks = ask_store::of_space(&mut sql, whole.view.space.id).await?;
    let people = asks.into_iter().filter(|a| a.answer != "no" && fits(&a.id)).map(|a| (a.person_id.to_string(), a.name)).collect();
    Ok(SlotPage {
        address: if line.need.words.place.is_empty() { whole.details.address.clone() } else { line.need.words.place.clone() },
        page,
        form,
        line,
        people,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, slot)): Path<(String, String)>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-circle").await?;
    let line = of(&whole, &slot)?;
    page::html(&slot_page(&app, &visitor, &whole, line, Form::default()).await?)
}

/// Frees a time without a word of whose wish it was; the helper is told that it is off.
async fn free(act: &mut Act<'_>, slot: &Slot) -> Result<()> {
    slot_store::free(act.sql(), slot.id).await?;
    match slot.person_id {
        Some(who) => tell_cancelled(act, slot, who).await,
        None => Ok(()),
    }
}

async fn move_slot(act: &mut Act<'_>, page: &Page, form: &mut Form, slot: &Slot) -> Result<bool> {
    form.called(page, &[("day", "circle-first"), ("from", "circle-from"), ("until", "circle-until")]);
    let day = form.date(page, "day");
    let day = form.need(page, "day", day);
    let mut time = |field: &str| {
        let time = time_of_day(form.value(field));
        if time.is_none() {
            form.wrong(field, page.t("circle-wrong-time"));
        }
        time
    };
    let (from, until) = (time("from"), time("until"));
    let (Some(day), Some(from), Some(until)) = (day, from, until) else { return Ok(false) };
    let end = if until > from { day } else { samskab_platform::clock::plus_days(day, 1) };
    let span = (instant(day.and_time(from)), instant(end.and_time(until)));
    if span.1 <= page.now {
        form.wrong("day", page.t("circle-wrong-past"));
        return Ok(false);
    }
    slot_store::move_to(act.sql(), slot.id, span).await?;
    if let Some(who) = slot.person_id {
        let moved = slot_store::one(act.sql(), slot.space_id, slot.id).await?;
        tell_moved(act, &moved, who).await?;
    }
    Ok(true)
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, slot)): Path<(String, String)>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &SLOT).await?;
    let line = of(&whole, &slot)?;
    let slot = line.slot.clone();
    let done = match form.value("do") {
        "give" => {
            let who = form.value("person").parse::<Uuid>().ok();
            let mut template = slot_page(&app, &visitor, &whole, line, form).await?;
            let Some(who) = who.filter(|id| template.people.iter().any(|(p, _)| *p == id.to_string())) else {
                let text = template.page.t("circle-slot-wrong-person");
                template.form.wrong("person", text);
                return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
            };
            give(&mut act, slot.id, who).await?;
            "circle-given"
        }
        "free" => {
            free(&mut act, &slot).await?;
            "circle-freed"
        }
        "staff" => {
            if !slot_store::give_to_staff(act.sql(), slot.id).await? {
                return Err(Error::Refused("circle-taken"));
            }
            "circle-staffed"
        }
        "cancel" => {
            let at = act.at();
            slot_store::cancel(act.sql(), slot.id, at).await?;
            if let Some(who) = slot.person_id {
                tell_cancelled(&mut act, &slot, who).await?;
            }
            "circle-cancelled"
        }
        "move" => {
            let mut template = slot_page(&app, &visitor, &whole, line, form).await?;
            if !move_slot(&mut act, &template.page, &mut template.form, &slot).await? {
                return whole::refused(&app, &visitor, act, "circle-read-circle", &template).await;
            }
            "circle-moved"
        }
        _ => return Err(Error::BadRequest("error-form")),
    };
    act.record("circle_slot", slot.id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&whole.under(""), done))
}

/// The heading of a time's page.
impl SlotPage {
    pub(crate) fn moment(&self) -> String {
        times::moment(&self.page, &self.line.slot)
    }
}
