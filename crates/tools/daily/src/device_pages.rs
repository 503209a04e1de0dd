//! The screens of a house, for those who run it: opening one, seeing that it is alive, closing it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::Duration;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{CLOSE_SCREEN, OPEN_SCREEN};
use crate::day_pages::id_of;
use crate::device;
use crate::device_store::{self, Device, Kind};
use crate::model::KEEP_DAYS;
use crate::store;

/// A screen that nobody has seen for so many hours is perhaps switched off.
const SILENT_HOURS: i64 = 24;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/skaerme", get(all).post(open)).route("/forloeb/{slug}/dagen/skaerme/{id}", post(change))
}

/// How a screen is opened.
pub(crate) struct Sheet {
    pub(crate) address: String,
    pub(crate) code: String,
    /// The address with the code, as a tablet's camera reads it.
    pub(crate) picture: String,
    pub(crate) until: String,
}

#[derive(Template)]
#[template(path = "daily_devices.html")]
pub(crate) struct DevicesPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) keep: Form,
    pub(crate) devices: Vec<Device>,
    pub(crate) kinds: Vec<(String, String)>,
}

impl DevicesPage {
    pub(crate) fn sheet(&self, device: &Device) -> Option<Sheet> {
        let code = device.code(self.page.now)?;
        let address = format!("{}/enhed", self.page.app().settings.base_url);
        let qr = QrCode::with_error_correction_level(format!("{address}/{code}"), EcLevel::M).ok()?;
        let picture = qr.render().min_dimensions(160, 160).dark_color(svg::Color("#000")).light_color(svg::Color("#fff")).build();
        // Inside a page the drawing stands without its XML declaration.
        let picture = picture.split_once("?>").map_or(picture.clone(), |(_, drawing)| drawing.to_owned());
        let until = device.pair_until.map(|at| self.page.time_of(&at)).unwrap_or_default();
        Some(Sheet { address: address.split_once("://").map_or(address.clone(), |(_, rest)| rest.to_owned()), code: code.to_uppercase(), picture, until })
    }

    pub(crate) fn kind_word(&self, device: &Device) -> &'static str {
        match device.kind() {
            Kind::Kiosk => "daily-screen-kind-kiosk",
            Kind::Screen => "daily-screen-kind-screen",
        }
    }

    /// Whether one should look whether it is switched on.
    pub(crate) fn quiet(&self, device: &Device) -> bool {
        device.paired && device.seen_at.is_some_and(|at| self.page.now - at > Duration::hours(SILENT_HOURS))
    }

    pub(crate) fn seen(&self, device: &Device) -> String {
        match device.seen_at {
            Some(at) => self.page.t1("daily-screen-seen", "when", self.page.when(&at)),
            None => self.page.t1("daily-screen-opened", "when", self.page.when(&device.opened_at)),
        }
    }
}

pub(crate) async fn devices_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form, keep: Option<Form>) -> Result<DevicesPage> {
    let mut sql = app.db.read().await?;
    let devices = device_store::of_space(&mut sql, view.space.id).await?;
    let days = store::keep_days(&mut sql, view.space.id).await?.unwrap_or(KEEP_DAYS);
    let page = Page::of_space(app, visitor, view, "daily-screens-title");
    let kinds = Kind::ALL.iter().map(|k| (k.key().to_owned(), page.t(&format!("daily-screen-kind-{}-long", k.key())))).collect();
    Ok(DevicesPage { page, form, keep: keep.unwrap_or_else(|| Form::filled([("days", days.to_string())])), devices, kinds })
}

async fn all(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    view.demand(&OPEN_SCREEN)?;
    page::html(&devices_page(&app, &visitor, &view, Form::filled([("kind", "kiosk".to_owned())]), None).await?)
}

async fn open(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &OPEN_SCREEN).await?;
    let mut shown = devices_page(&app, &visitor, &view, form, None).await?;
    shown.form.called(&shown.page, &[("kind", "daily-screen-kind"), ("name", "daily-screen-name")]);
    let kind = Kind::of(shown.form.value("kind"));
    let kind = shown.form.need(&shown.page, "kind", kind);
    let name = shown.form.required(&shown.page, "name", 60);
    let (Some(kind), true) = (kind, shown.form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    device::open(&mut act, kind, &name).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/skaerme"), "daily-screen-opened"))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let (def, done) = if form.value("do") == "close" { (&CLOSE_SCREEN, "daily-screen-closed") } else { (&OPEN_SCREEN, "daily-screen-renewed") };
    let mut act = Act::begin(&app, &visitor, view.space.id, def).await?;
    let id = id_of(&id)?;
    match form.value("do") {
        "close" => device::close(&mut act, id).await?,
        "renew" => device::renew(&mut act, id).await?,
        _ => return Err(Error::BadRequest("error-form")),
    }
    act.commit().await?;
    Ok(page::go(&view.under("dagen/skaerme"), done))
}
