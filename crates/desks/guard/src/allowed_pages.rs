//! The municipality's own telephone numbers and addresses, which may always be shown.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use samskab_platform::screen::{ALLOWED, Allowed, Kind, find};
use samskab_platform::{Act, App, Form, Page, Result, Visitor, desk, page};

use crate::acts::{self, ALLOW};

#[derive(Template)]
#[template(path = "allowed.html")]
pub(crate) struct AllowedPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
}

fn allowed_page(app: &App, visitor: &Visitor, form: Form) -> AllowedPage {
    AllowedPage { page: Page::new(app, visitor, app.words.say(visitor.lang, "guard-allowed-title", &[])), form }
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ALLOW.roles)?;
    page::html(&allowed_page(&app, &visitor, Form::filled([("lines", app.choice(ALLOWED).unwrap_or_default())])))
}

pub(crate) async fn write(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ALLOW).await?;
    let mut allowed = allowed_page(&app, &visitor, form);
    let (page, form) = (&allowed.page, &mut allowed.form);
    form.called(page, &[("lines", "guard-allowed-lines")]);
    let text = form.optional(page, "lines", 10_000);
    let mut lines: Vec<String> = vec![];
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        match is_own(line, page) {
            Ok(()) => lines.push(line.to_owned()),
            Err(word) => form.wrong1(page, "lines", word, "line", line),
        }
    }
    if !form.ok() {
        return page::not_accepted(&allowed);
    }
    acts::allow(&mut act, &lines).await?;
    act.commit().await?;
    Ok(page::go("/administration/egne-numre", "allowed"))
}

/// A telephone number, an address, or `@` with a domain; the word key of what is wrong.
fn is_own(line: &str, page: &Page) -> Result<(), &'static str> {
    if let Some(domain) = line.strip_prefix('@') {
        let ok = domain.contains('.') && domain.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-');
        return if ok { Ok(()) } else { Err("guard-allowed-unknown") };
    }
    let probe = if line.contains('@') { line.to_owned() } else { format!("tlf. {line}") };
    let hits = find(&probe, page.today(), &Allowed::default());
    match hits.as_slice() {
        [hit] if hit.kind == Kind::PersonalNumber => Err("guard-allowed-cpr"),
        [hit] if probe[hit.range.clone()].len() + 1 >= line.len() => Ok(()),
        _ => Err("guard-allowed-unknown"),
    }
}
