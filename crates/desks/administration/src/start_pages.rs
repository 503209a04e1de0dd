//! Getting started, and the way in for the very first administrator.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use samskab_platform::access::Role;
use samskab_platform::assurance::Assurance;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::session::{self, Browser, Opening};
use samskab_platform::space;
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, choices, desk, page};

use crate::acts::{ADMINISTRATOR, BEGIN, STEP};
use crate::start::{self, Step, Steps, Which};
use crate::{setup, store};

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    page: Page,
    steps: Steps,
    form: Form,
    /// The step whose form came back.
    open: Option<Which>,
    mail_set_up: bool,
}

#[derive(Template)]
#[template(path = "backup_step.html")]
struct BackupStep {
    page: Page,
    last: Option<String>,
    /// Whether the program knows where backups lie.
    seen: bool,
}

#[derive(Template)]
#[template(path = "first.html")]
struct First {
    page: Page,
    form: Form,
    token: String,
}

async fn start_page(app: &App, visitor: &Visitor, form: Form, open: Option<Which>) -> Result<StartPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "start-title", &[]));
    let steps = start::steps(&mut app.db.read().await?, app).await?;
    Ok(StartPage { page, steps, form, open, mail_set_up: app.settings.mail.is_some() || app.settings.demo })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    page::html(&start_page(&app, &visitor, Form::default(), None).await?)
}

pub(crate) async fn backup(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "start-backup", &[]));
    let last = start::latest_backup(&app.settings).map(|at| page.when(&at).to_lowercase());
    page::html(&BackupStep { last, seen: app.settings.backup.folder.is_some(), page })
}

/// Leaving a step out, with a reason; an empty reason takes it up again.
pub(crate) async fn leave_out(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &STEP).await?;
    let which = Which::of(&key).filter(|w| w.can_be_left_out()).ok_or(Error::NotFound)?;
    let again = form.value("again") == "yes";
    let words = Page::new(&app, &visitor, String::new());
    let reason = if again { String::new() } else { form.required(&words, "reason", 200) };
    if !form.ok() {
        drop(act);
        return page::not_accepted(&start_page(&app, &visitor, form, Some(which)).await?);
    }
    choices::choose(&mut act, &format!("start.without.{}", which.key()), &reason).await?;
    act.commit().await?;
    Ok(page::go("/administration/kom-i-gang", if again { "start-again" } else { "start-left-out" }))
}

/// On the way to the recipes: that somebody looked is what the step asks for.
pub(crate) async fn to_recipes(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &STEP).await?;
    let today = act.today().to_string();
    choices::choose(&mut act, "start.recipes-seen", &today).await?;
    act.commit().await?;
    Ok(Redirect::to(Which::Recipes.href()).into_response())
}

fn first_page(app: &App, visitor: &Visitor, form: Form, token: &str) -> First {
    First { page: Page::new(app, visitor, app.words.say(visitor.lang, "first-title", &[])), form, token: token.to_owned() }
}

/// The page behind the link that the program printed.
pub(crate) async fn first(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Result<Response> {
    setup::check(&app, &token).await?;
    let name = app.municipality();
    let form = Form::filled([("municipality", if name == samskab_platform::settings::Settings::default().municipality { String::new() } else { name })]);
    page::html(&first_page(&app, &visitor, form, &token))
}

/// The first administrator: the municipality's name, their own, and an address to sign in with from now on.
pub(crate) async fn begin(State(app): State<App>, visitor: Visitor, browser: Browser, Path(token): Path<String>, form: Form) -> Result<Response> {
    setup::check(&app, &token).await?;
    let mut first = first_page(&app, &visitor, form, &token);
    let (page, form) = (&first.page, &mut first.form);
    form.called(page, &[("municipality", "first-municipality"), ("name", "first-name"), ("email", "first-email")]);
    let municipality = form.required(page, "municipality", 80);
    let name = form.required(page, "name", 100);
    let email = form.email(page, "email");
    if !first.form.ok() {
        return page::not_accepted(&first);
    }
    let mut act = Act::begin_at_desk(&app, &Visitor::program(), &BEGIN).await?;
    setup::use_up(&mut act, &token).await?;
    let (at, root) = (act.at(), act.space().id);
    let person = match person::find_by_email(act.sql(), &email).await? {
        Some(known) => known.id,
        None => {
            let id = act.new_id();
            let new = NewPerson { name: &name, email: Some(&email), title: None, organisation: None, lang: visitor.lang, persona: None };
            person::insert(act.sql(), id, at, &new).await?;
            id
        }
    };
    act.acts_as(person);
    for role in [Role::Administrator, Role::Secretary] {
        space::give_role(act.sql(), root, person, role, at).await?;
    }
    choices::choose(&mut act, "look.name", &municipality).await?;
    store::rename(act.sql(), &municipality).await?;
    act.record("person", person, serde_json::json!({})).await?;
    let session = session::open(act.sql(), &app, &Opening { person, way: "setup", assurance: Assurance::Low, browser: &browser }).await?;
    act.commit().await?;
    let mut answer = page::go("/administration/kom-i-gang", "first");
    session::give(&mut answer, &app, &session);
    Ok(answer)
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let steps = start::sample();
    let mut form = Form::filled([("reason", "<fordi>".to_owned())]);
    form.wrong("reason", "Skriv hvorfor");
    let start = |open, form: &Form| StartPage { page: page.clone(), steps: steps.clone(), form: form.clone(), open, mail_set_up: false };
    let done = Steps { all: Which::ALL.map(|which| Step { which, done: true, left_out: None }).to_vec() };
    let finished = StartPage { page: page.clone(), steps: done, form: Form::default(), open: None, mail_set_up: true };
    let first = First { page: page.clone(), form: form.clone(), token: "0123".into() };
    let backups = [None, Some("i går".to_owned())].map(|last| BackupStep { page: page.clone(), seen: last.is_some(), last }.render());
    let [never, once] = backups;
    vec![
        ("start", start(None, &Form::default()).render()),
        ("start, refused", start(Some(Which::Recipes), &form).render()),
        ("start, finished", finished.render()),
        ("first", first.render()),
        ("backup_step", never),
        ("backup_step, taken", once),
    ]
}
