//! Helping somebody: whom one may help, beginning and stopping.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Details, Person};
use samskab_platform::tool::{Mine as OwnLine, MinePart, Sample};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, assisting, page, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::HELP;
use crate::form;
use crate::people_pages::{insert, sample_found};
use crate::store::{self, Found, Mine};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/min-side/hjaelp", get(show).post(start)).route("/min-side/hjaelp/ny", post(enter)).route("/min-side/hjaelp/stop", post(stop))
}

#[derive(Template)]
#[template(path = "help.html")]
struct Help {
    page: Page,
    form: Form,
    query: String,
    staff: bool,
    /// Those who ask the visitor for help: the request, their name, since when.
    asks_me: Vec<(Uuid, String, DateTime<Utc>)>,
    named_me: Vec<Found>,
    found: Vec<Found>,
}

/// On somebody's own page: those who ask them for help.
pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<OwnLine>> {
    let asked: Vec<(Uuid, String, DateTime<Utc>)> = sql.all(&store::ASKED_OF, args![person]).await?;
    let line = |(_, name, at): (Uuid, String, DateTime<Utc>)| OwnLine {
        part: MinePart::Next,
        text: page.t1("helper-asks-you", "name", name),
        detail: page.when(&at),
        href: "/min-side/hjaelp".to_owned(),
        button: page.t("mail-helper-action"),
        tag: None,
    };
    Ok(asked.into_iter().map(line).collect())
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

/// The one who helps: the owner of the session, also while helping.
fn helper(visitor: &Visitor) -> Result<&Person> {
    visitor.helper.as_ref().or(visitor.person.as_ref()).ok_or(Error::SignIn)
}

async fn help_page(app: &App, visitor: &Visitor, query: &str, form: Form) -> Result<Help> {
    let me = helper(visitor)?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "account-help", &[]));
    let mut sql = app.db.read().await?;
    let named_me = sql.all(&store::NAMED_ME, args![me.id]).await?;
    // Nobody answers while they are somebody else.
    let asks_me = if visitor.helper.is_none() { sql.all(&store::ASKED_OF, args![me.id]).await? } else { vec![] };
    let staff = assisting::is_staff(&mut sql, me.id).await?;
    let found = if !staff || query.trim().is_empty() {
        vec![]
    } else if assisting::is_municipal_staff(&mut sql, me.id).await? {
        store::search(&mut sql, query, 20, 0).await?
    } else {
        // Staff of a space find only those who take part there.
        let words = person::query_words(query);
        let mine: Vec<Mine> = sql.all(&store::OF_MINE, args![me.id]).await?;
        let fits = |m: &Mine| {
            let theirs = person::words_of(&m.found.name, m.email.as_deref(), m.phone.as_deref());
            words.iter().all(|w| theirs.iter().any(|t| t.starts_with(w.as_str())))
        };
        mine.into_iter().filter(fits).take(20).map(|m| m.found).collect()
    };
    let found = found.into_iter().filter(|f| f.id != me.id).collect();
    Ok(Help { page, form, query: query.to_owned(), staff, asks_me, named_me, found })
}

async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    page::html(&help_page(&app, &visitor, &asked.q, Form::default()).await?)
}

/// The visitor as the helper themselves, also when they help somebody already.
fn as_helper(visitor: &Visitor) -> Result<Visitor> {
    helper(visitor)?;
    Ok(visitor.clone().unassisted())
}

async fn begin(app: &App, act: &mut Act<'_>, me: &Person, helped: Uuid) -> Result<Response> {
    let helped = person::find(act.sql(), helped).await?;
    if !assisting::may_help(act.sql(), me, &helped).await? {
        return Err(Error::Refused("error-may-not-help"));
    }
    reading::note(act.sql(), app, Some(me.id), helped.id, "reading-helped").await?;
    let mut response = page::go("/forloeb", "helping");
    assisting::begin(&mut response, app, me.id, helped.id);
    Ok(response)
}

async fn start(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let visitor = as_helper(&visitor)?;
    let me = helper(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &HELP).await?;
    let helped: Uuid = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let response = begin(&app, &mut act, &me, helped).await?;
    act.commit().await?;
    Ok(response)
}

async fn enter(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let visitor = as_helper(&visitor)?;
    let me = helper(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &HELP).await?;
    if !assisting::is_staff(act.sql(), me.id).await? {
        return Err(Error::Refused("error-may-not-help"));
    }
    let mut template = help_page(&app, &visitor, "", form).await?;
    let new = form::read_details(&template.page, &mut template.form, false);
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    let (id, at) = (act.new_id(), act.at());
    insert(act.sql(), id, at, me.id, &Details { email: None, ..new }, None, None).await?;
    let response = begin_entered(&app, &me, id);
    act.commit().await?;
    Ok(response)
}

/// Whoever entered a person helps them at once; the right is asked for at every request that follows.
fn begin_entered(app: &App, me: &Person, helped: Uuid) -> Response {
    let mut response = page::go("/forloeb", "helping");
    assisting::begin(&mut response, app, me.id, helped);
    response
}

async fn stop(State(app): State<App>, visitor: Visitor, headers: HeaderMap) -> Result<Response> {
    helper(&visitor)?;
    // Back to the page one was on, as oneself.
    let from = headers.get("referer").and_then(|v| v.to_str().ok()).and_then(|r| r.strip_prefix(app.settings.base_url.as_str())).unwrap_or("");
    let back = samskab_platform::pages::safe_next(from).split('?').next().unwrap_or("");
    let mut response = page::go(if back.is_empty() { "/min-side/hjaelp" } else { back }, "helped");
    assisting::stop(&mut response, &app);
    Ok(response)
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let found = sample_found("Bodil <Holm>");
    let help = |staff: bool, query: &str, named_me: Vec<Found>, found: Vec<Found>, form: Form| Help {
        page: page.clone(),
        form,
        query: query.into(),
        staff,
        asks_me: vec![],
        named_me,
        found,
    };
    let asked = Help { asks_me: vec![(Uuid::nil(), "Karl <Bo>".into(), page.now)], ..help(false, "", vec![], vec![], Form::default()) };
    let mut wrong = Form::default();
    wrong.wrong("name", "Skriv et navn");
    vec![
        ("help", help(true, "bodil", vec![], vec![found.clone()], wrong).render()),
        ("help, none", help(true, "bodil", vec![], vec![], Form::default()).render()),
        ("help, named", help(false, "", vec![found], vec![], Form::default()).render()),
        ("help, asked", asked.render()),
        ("help, nobody", help(false, "", vec![], vec![], Form::default()).render()),
    ]
}
