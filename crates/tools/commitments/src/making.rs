//! Making a commitment: the form that asks who does what by when.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use samskab_platform::commitment::MAKE;
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Choice};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, journal, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, New};
use crate::model::{OTHER, is_somebody_else};
use crate::pages::{Source, path_of};

#[derive(Template)]
#[template(path = "commitment_new.html")]
pub(crate) struct NewPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) source: Option<Source>,
    /// The people of the space and "somebody else".
    pub(crate) people: Vec<(String, String)>,
    pub(crate) organisations: Vec<(String, String)>,
}

impl NewPage {
    /// Whether the fields for somebody else are open.
    pub(crate) fn other(&self, field: &str) -> bool {
        let value = |part| self.form.value(&format!("{field}_{part}"));
        is_somebody_else(self.form.value(field), value("name"), value("email"))
    }
}

/// What the page is made of, beside what was typed.
struct Parts {
    people: Vec<Choice>,
    organisations: Vec<person::Organisation>,
    source: Option<(String, Uuid, String)>,
}

/// Looks up the people, the organisations and, where an id of something in the space was given, what that is.
async fn parts(sql: &mut Sql, space: Uuid, from: &str) -> Result<Parts> {
    let source = match from.parse() {
        Ok(id) => match journal::object(sql, space, id).await {
            Ok((kind, title)) => Some((kind, id, title)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        Err(_) => None,
    };
    Ok(Parts { people: person::of_space(sql, space).await?, organisations: person::organisations(sql).await?, source })
}

fn new_page(app: &App, visitor: &Visitor, view: &SpaceView, parts: &Parts, form: Form) -> NewPage {
    let page = Page::of_space(app, visitor, view, "commitments-make");
    let mut people: Vec<(String, String)> = parts.people.iter().map(|choice| (choice.0.to_string(), called(choice))).collect();
    people.push((OTHER.to_owned(), page.t("commitments-other")));
    NewPage {
        source: parts.source.as_ref().map(|(kind, id, title)| Source::of(&page, &view.space.slug, kind, *id, title)),
        organisations: parts.organisations.iter().map(|o| (o.id.to_string(), o.name.clone())).collect(),
        people,
        form,
        page,
    }
}

/// `Ida Holm, inspektør, Hallen`.
fn called((_, name, organisation, title): &Choice) -> String {
    let parts: Vec<&str> = [Some(name), title.as_ref(), organisation.as_ref()].into_iter().flatten().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(", ")
}

#[derive(Deserialize)]
pub(crate) struct Cause {
    #[serde(default)]
    fra: String,
    /// What is to be done, where the page one comes from can say it.
    #[serde(default)]
    hvad: String,
}

pub(crate) async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(cause): Query<Cause>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("aftaler");
    view.demand(&MAKE)?;
    let parts = parts(&mut sql, view.space.id, &cause.fra).await?;
    let form = Form::filled([("fra", cause.fra), ("what", cause.hvad.chars().take(200).collect())]);
    page::html(&new_page(&app, &visitor, &view, &parts, form))
}

/// What the fields are called.
const LABELS: &[(&str, &str)] = &[
    ("what", "commitments-what"),
    ("doer", "deed-who"),
    ("doer_name", "commitments-doer-name"),
    ("doer_email", "commitments-doer-email"),
    ("organisation", "commitments-organisation"),
    ("counterpart", "commitments-counterpart"),
    ("counterpart_name", "commitments-counterpart-name"),
    ("counterpart_email", "commitments-counterpart-email"),
    ("due_on", "commitments-due-on"),
    ("hours", "commitments-hours"),
    ("money", "commitments-money"),
    ("rooms", "commitments-rooms"),
    ("staff", "commitments-staff"),
];

/// Somebody chosen in the form.
enum Who {
    Known(Uuid),
    New { name: String, email: String },
}

impl Who {
    /// Reads a choice of a person, or the name and address of somebody else; errors stay in the form.
    fn read(page: &Page, form: &mut Form, field: &str, people: &[Choice]) -> Option<Self> {
        let (name_field, email_field) = (format!("{field}_name"), format!("{field}_email"));
        if is_somebody_else(form.value(field), form.value(&name_field), form.value(&email_field)) {
            let (name, email) = (form.required(page, &name_field, 80), form.email(page, &email_field));
            return Some(Self::New { name, email });
        }
        let chosen = form.choice(page, field, people.iter().map(|p| p.0));
        form.need(page, field, chosen).map(Self::Known)
    }

    /// Who it is: the one with that address, or somebody new.
    async fn found(self, act: &mut Act<'_>) -> Result<Uuid> {
        let (id, at) = (act.new_id(), act.at());
        match self {
            Self::Known(person) => Ok(person),
            Self::New { name, email } => person::find_or_insert(act.sql(), id, at, &name, &email, Lang::Da).await,
        }
    }
}

pub(crate) async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("aftaler");
    let mut act = Act::begin(&app, &visitor, view.space.id, &MAKE).await?;
    let parts = parts(act.sql(), view.space.id, form.value("fra")).await?;
    let mut new = new_page(&app, &visitor, &view, &parts, form);
    let (page, form) = (&new.page, &mut new.form);
    form.called(page, LABELS);
    let what = form.required(page, "what", 200);
    let doer = Who::read(page, form, "doer", &parts.people);
    let organisation = form.choice(page, "organisation", parts.organisations.iter().map(|o| o.id));
    let counterpart = Who::read(page, form, "counterpart", &parts.people);
    let due_on = form.date(page, "due_on");
    let due_on = form.need(page, "due_on", due_on);
    if let Some(date) = due_on.filter(|d| *d < page.today()) {
        form.wrong1(page, "due_on", "commitments-date-in-past", "date", page.date(&date));
    }
    let hours = form.number(page, "hours", 0..=1_000_000);
    let money_ore = form.money(page, "money");
    let (rooms, staff) = (form.optional(page, "rooms", 300), form.optional(page, "staff", 300));
    let (Some(doer), Some(counterpart), Some(due_on), true) = (doer, counterpart, due_on, form.ok()) else {
        return page::not_accepted(&new);
    };
    let (doer, counterpart) = (doer.found(&mut act).await?, counterpart.found(&mut act).await?);
    let commitment = New { source: parts.source, what, doer, organisation, counterpart, due_on, hours, money_ore, rooms, staff };
    let id = acts::make(&mut act, commitment).await?;
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "commitments-made"))
}
