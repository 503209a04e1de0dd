//! The accessibility statement: the page everybody finds, and where it is written.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use samskab_platform::db::Sql;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Form, Page, Result, Visitor, choices, desk, page};

use crate::acts::{BOTH, STATE};
use crate::statement::{AUTHORITY, METHODS, STATUSES, Statement, TOOL};

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Shown {
    page: Page,
    exceptions_rich: Rich,
    burden_rich: Rich,
    statement: Statement,
    contact: String,
    authority: &'static str,
}

impl Shown {
    fn new(page: Page, statement: Statement, contact: String) -> Self {
        let (exceptions_rich, burden_rich) = (rich_text::html(&statement.exceptions), rich_text::html(&statement.burden));
        Self { page, exceptions_rich, burden_rich, statement, contact, authority: AUTHORITY }
    }
}

#[derive(Template)]
#[template(path = "statement.html")]
struct Editor {
    page: Page,
    form: Form,
    statuses: Vec<(String, String)>,
    methods: Vec<(String, String)>,
    tool: &'static str,
    old: bool,
}

/// `GET /tilgaengelighed`.
pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "footer-accessibility", &[]));
    let statement = Statement::of(&app.choices());
    let contact = if statement.contact.is_empty() { app.contact() } else { statement.contact.clone() };
    page::html(&Shown::new(page, statement, contact))
}

/// `GET /was`: the short address every Danish public site has; it leads to the statement.
pub(crate) async fn short(State(app): State<App>) -> Response {
    let official = Statement::of(&app.choices()).official;
    Redirect::to(if official.is_empty() { "/tilgaengelighed" } else { &official }).into_response()
}

fn editor(app: &App, visitor: &Visitor, form: Form) -> Editor {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "statement-title", &[]));
    let words = |prefix: &str, keys: [&str; 3]| keys.map(|k| (k.to_owned(), page.t(&format!("{prefix}-{k}")))).to_vec();
    let (statuses, methods) = (words("accessible", STATUSES), words("assessed", METHODS));
    let old = Statement::of(&app.choices()).is_old(page.today());
    Editor { page, form, statuses, methods, tool: TOOL, old }
}

pub(crate) async fn edit(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, BOTH)?;
    let statement = Statement::of(&app.choices());
    let mut form = Form::filled(statement.parts());
    if statement.date.is_none() {
        // A draft that claims nothing: only that nobody has looked yet can be said of a new site.
        form.set("contact", app.contact());
        form.set("exceptions", app.words.say(visitor.lang, "statement-draft", &[]));
        form.set("status", "partially");
    }
    page::html(&editor(&app, &visitor, form))
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &STATE).await?;
    let page = Page::new(&app, &visitor, String::new());
    let names = ["status", "exceptions", "burden", "method", "assessed", "phone", "contact", "official"];
    let labels = names.map(|n| format!("statement-{n}"));
    form.called(&page, &std::array::from_fn::<_, 8, _>(|i| (names[i], labels[i].as_str())));
    let status = STATUSES.into_iter().find(|s| *s == form.value("status"));
    let status = form.need(&page, "status", status).unwrap_or_default().to_owned();
    let exceptions = if status == "fully" { form.optional(&page, "exceptions", 4000) } else { form.required(&page, "exceptions", 4000) };
    let burden = form.optional(&page, "burden", 2000);
    let method = METHODS.into_iter().find(|m| *m == form.value("method"));
    let method = form.need(&page, "method", method).unwrap_or_default().to_owned();
    let assessed = form.date(&page, "assessed");
    let assessed = form.need(&page, "assessed", assessed);
    if assessed.is_some_and(|day| day > act.today()) {
        form.wrong("assessed", page.t("statement-assessed-future"));
    }
    let phone = form.required(&page, "phone", 40);
    let contact = form.required(&page, "contact", 200);
    let official = form.optional(&page, "official", 200);
    if !official.is_empty() && !official.starts_with("https://was.digst.dk/") {
        form.wrong("official", page.t("statement-official-wrong"));
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&editor(&app, &visitor, form));
    }
    let date = Some(act.today());
    let statement = Statement { status, exceptions, burden, method, assessed, phone, contact, official, date };
    for (part, value) in statement.parts() {
        choices::choose(&mut act, &format!("accessibility.{part}"), &value).await?;
    }
    let space = act.space().id;
    act.record("statement", space, serde_json::json!({ "accessible": statement.status })).await?;
    act.commit().await?;
    Ok(page::go("/administration/tilgaengelighed", "accessibility"))
}

/// There must be a statement, and it is gone through every year.
pub(crate) async fn attention(_: &mut Sql, page: &Page) -> Result<Option<String>> {
    let statement = Statement::of(&page.app().choices());
    Ok(match statement.date {
        None => Some(page.t("statement-missing")),
        Some(_) if statement.is_old(page.today()) => Some(page.t("statement-old")),
        Some(_) => None,
    })
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let visitor = Visitor::stranger(page.lang);
    let statement = Statement {
        status: "partially".into(),
        exceptions: "Kortet <b>".into(),
        burden: "Gamle PDF'er".into(),
        method: "self".into(),
        assessed: Some(page.today()),
        phone: "12345678".into(),
        contact: "a@b.example".into(),
        official: "https://was.digst.dk/x-dk".into(),
        date: Some(page.today()),
    };
    let mut form = Form::filled(statement.parts());
    form.wrong("status", "Vælg");
    let shown = |statement: Statement| Shown::new(page.clone(), statement.clone(), statement.contact);
    vec![
        ("accessibility", shown(statement).render()),
        ("accessibility, not written", shown(Statement::default()).render()),
        ("statement", editor(app, &visitor, form).render()),
    ]
}
