//! Where a secretary makes letters with codes, and prints them.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use samskab_platform::access::Role;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{LETTERS, STOP};
use crate::admin_pages::{HELP_PHONE, HELP_PLACE};
use crate::code_pages::role_name;
use crate::letters;
use crate::store::{self, Bundle};

/// Days a letter may be good for.
const DAYS: [i64; 4] = [30, 60, 90, 180];

#[derive(Template)]
#[template(path = "letters.html")]
pub(crate) struct LettersPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) spaces: Vec<(String, String)>,
    pub(crate) roles: Vec<(String, String)>,
    pub(crate) days: Vec<(String, String)>,
    pub(crate) bundles: Vec<Bundle>,
}

/// One letter: the code as it is read aloud, and the picture a phone reads.
pub(crate) struct Sheet {
    pub(crate) code: String,
    pub(crate) picture: String,
}

#[derive(Template)]
#[template(path = "letters_print.html")]
pub(crate) struct PrintPage {
    pub(crate) page: Page,
    pub(crate) heading: String,
    pub(crate) greeting: String,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) expires: DateTime<Utc>,
    pub(crate) help_phone: String,
    pub(crate) help_place: String,
    pub(crate) back: &'static str,
    /// Word key: what to do with the code.
    pub(crate) last_step: &'static str,
}

/// The letters of these codes.
pub(crate) fn sheets(app: &App, codes: &[String]) -> Result<Vec<Sheet>> {
    let sheet = |code: &String| {
        let link = format!("{}/kode?k={code}", app.settings.base_url);
        let qr = QrCode::with_error_correction_level(link, EcLevel::M).map_err(|e| Error::Internal(format!("qr: {e}")))?;
        let picture = qr.render().min_dimensions(160, 160).dark_color(svg::Color("#000")).light_color(svg::Color("#fff")).build();
        // Inside a page the drawing stands without its XML declaration.
        let picture = picture.split_once("?>").map_or(picture.clone(), |(_, drawing)| drawing.to_owned());
        Ok(Sheet { code: code.clone(), picture })
    };
    codes.iter().map(sheet).collect()
}

/// A page of letters that is not finished: words and codes are still to be filled in.
pub(crate) fn print_page(app: &App, page: Page, sheets: Vec<Sheet>, expires: DateTime<Utc>) -> PrintPage {
    let address = app.settings.base_url.split_once("://").map_or("", |(_, rest)| rest);
    PrintPage {
        address: format!("{address}/kode"),
        heading: String::new(),
        greeting: String::new(),
        text: String::new(),
        sheets,
        expires,
        help_phone: app.choice(HELP_PHONE).unwrap_or_default(),
        help_place: app.choice(HELP_PLACE).unwrap_or_default(),
        back: "/administration/breve",
        last_step: "letter-write-code",
        page,
    }
}

async fn letters_page(app: &App, visitor: &Visitor, form: Form) -> Result<LettersPage> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "code-letters-title", &[]));
    let mut sql = app.db.read().await?;
    let spaces: Vec<(String, String)> = store::secretary_of(&mut sql, me.id).await?.into_iter().map(|(id, title)| (id.to_string(), title)).collect();
    if spaces.is_empty() && !visitor.municipal_roles.contains(&Role::Secretary) {
        return Err(Error::Forbidden(LETTERS.name));
    }
    let bundles = store::bundles(&mut sql, me.id).await?;
    let named = [Role::Member, Role::Chair, Role::Politician, Role::Facilitator].map(|r| (r.key().to_owned(), page.t(&format!("role-{}", r.key()))));
    let roles = [("none".to_owned(), page.t("code-letters-no-role"))].into_iter().chain(named).collect();
    let days = DAYS.iter().map(|n| (n.to_string(), page.t1("code-letters-days", "n", *n))).collect();
    Ok(LettersPage { page, form, spaces, roles, days, bundles })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let form = Form::filled([("role", "none".to_owned()), ("days", "60".to_owned()), ("many", "10".to_owned())]);
    page::html(&letters_page(&app, &visitor, form).await?)
}

pub(crate) async fn make(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut shown = letters_page(&app, &visitor, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(
        page,
        &[
            ("space", "code-letters-space"),
            ("role", "code-letters-role"),
            ("many", "code-letters-many"),
            ("days", "code-letters-valid"),
            ("note", "code-letters-note"),
        ],
    );
    let offered = shown.spaces.iter().filter_map(|(id, _)| id.parse::<Uuid>().ok());
    let space = form.choice(page, "space", offered);
    let space = form.need(page, "space", space);
    let many = form.number(page, "many", 1..=letters::MOST);
    let many = form.need(page, "many", many);
    let days = form.value("days").parse().ok().filter(|d| DAYS.contains(d));
    let days = form.need(page, "days", days);
    let note = form.optional(page, "note", 120);
    let (Some(space), Some(many), Some(days), true) = (space, many, days, form.ok()) else {
        return page::not_accepted(&shown);
    };
    let mut act = Act::begin(&app, &visitor, space, &LETTERS).await?;
    let to = act.space().clone();
    let role = Role::of(form.value("role"));
    match role {
        Some(role) if !letters::roles(&app, &to).contains(&role) => form.wrong("role", page.t("code-letters-role-not-here")),
        None if letters::needs_role(&to) => form.wrong("role", page.t("code-letters-role-needed")),
        _ => {}
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    let expires = act.at() + Duration::days(days);
    let codes = letters::make(&mut act, many, role, &note, days).await?;
    act.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "code-letters-print-title", &[]));
    let text = match role {
        Some(role) => page.t2("letter-text-role", "space", &to.title, "role", role_name(&app, &page, &to, role).to_lowercase()),
        None => page.t1("letter-text", "space", &to.title),
    };
    let (heading, greeting) = (page.t1("letter-heading", "space", &to.title), page.t("letter-greeting"));
    page::html(&PrintPage { heading, greeting, text, ..print_page(&app, page, sheets(&app, &codes)?, expires) })
}

pub(crate) async fn stop(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    visitor.person.as_ref().ok_or(Error::SignIn)?;
    let space = store::bundle_space(&mut app.db.read().await?, id).await?;
    let mut act = Act::begin(&app, &visitor, space, &STOP).await?;
    let (at, space) = (act.at(), act.space().id);
    if !store::stop_bundle(act.sql(), space, id, at).await? {
        return Err(Error::Refused("error-letters-over"));
    }
    act.record("letters", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go("/administration/breve", "letters-stopped"))
}
