//! What every page has: words, dates, money, the frame around the content. Templates get a [`Page`] and ask it.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Europe::Copenhagen;

use crate::access::Role;
use crate::app::App;
use crate::assurance::Assurance;
use crate::clock::days_between;
use crate::desk;
use crate::reference::Reference;
use crate::view::SpaceView;
use crate::visitor::Visitor;
use crate::words::{Arg, Lang, group_digits};

/// A page of the program, in the visitor's language.
#[derive(Clone)]
pub struct Page {
    /// The words' home.
    app: App,
    /// The visitor's language.
    pub lang: Lang,
    /// The title, without the municipality's name.
    pub title: String,
    /// The municipality's name.
    pub municipality: String,
    /// The name of the person who signed in.
    pub person: Option<String>,
    /// Whether somebody else acts on that person's behalf.
    pub assisted: bool,
    /// Whether that person has work to do under Administration.
    pub administers: bool,
    /// That person's municipal roles.
    pub municipal_roles: Vec<Role>,
    /// In the demonstration, which of the five that person is (`none` for a stranger).
    pub persona: Option<String>,
    /// Path and query of this page, to come back to.
    pub path: String,
    /// The space the page belongs to.
    pub space: Option<SpaceView>,
    /// The address of the municipality's own stylesheet.
    pub stylesheet: Option<String>,
    /// Good news at the top: something was just done.
    pub notice: Option<String>,
    /// Now, for relative dates.
    pub now: DateTime<Utc>,
}

impl Page {
    /// A page outside a space.
    #[must_use]
    pub fn new(app: &App, visitor: &Visitor, title: String) -> Self {
        let notice = visitor
            .path
            .split_once("klar=")
            .map(|(_, word)| format!("done-{}", word.split('&').next().unwrap_or("")))
            .filter(|word| app.words.has(visitor.lang, word))
            .map(|word| app.words.say(visitor.lang, &word, &[]));
        Self {
            app: app.clone(),
            lang: visitor.lang,
            title,
            municipality: app.municipality(),
            person: visitor.person.as_ref().map(|p| p.name.clone()),
            assisted: visitor.helper.is_some(),
            administers: desk::administers(app, &visitor.municipal_roles),
            municipal_roles: visitor.municipal_roles.clone(),
            persona: visitor.helper.as_ref().or(visitor.person.as_ref()).and_then(|p| p.persona.clone()),
            path: visitor.path.clone(),
            space: None,
            stylesheet: app.stylesheet(),
            notice,
            now: app.clock.now(),
        }
    }

    /// A page of a space.
    #[must_use]
    pub fn of_space(app: &App, visitor: &Visitor, space: &SpaceView, word: &str) -> Self {
        let title = app.words.say(visitor.lang, word, &[]);
        Self { space: Some(space.clone()), ..Self::new(app, visitor, format!("{title} · {}", space.space.title)) }
    }

    /// A word.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.app.words.say(self.lang, key, &[])
    }

    /// A word with one value in it.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Arg) -> String {
        self.app.words.say(self.lang, key, &[(name, &value)])
    }

    /// A word with two values in it.
    #[must_use]
    pub fn t2(&self, key: &str, name: &str, value: impl Arg, name2: &str, value2: impl Arg) -> String {
        self.app.words.say(self.lang, key, &[(name, &value), (name2, &value2)])
    }

    /// A word with three values in it.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    pub fn t3(&self, key: &str, name: &str, value: impl Arg, name2: &str, value2: impl Arg, name3: &str, value3: impl Arg) -> String {
        self.app.words.say(self.lang, key, &[(name, &value), (name2, &value2), (name3, &value3)])
    }

    /// A word with any number of values in it.
    #[must_use]
    pub fn ta(&self, key: &str, args: &[(&str, &dyn Arg)]) -> String {
        self.app.words.say(self.lang, key, args)
    }

    /// Whether this is the demonstration.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.app.settings.demo
    }

    /// Today in Denmark.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&Copenhagen).date_naive()
    }

    /// `1. maj 2027`, `1 May 2027`, joined by no-break spaces: a date never stands on two lines.
    #[must_use]
    pub fn date(&self, date: &NaiveDate) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        match self.lang {
            Lang::Da => format!("{}.\u{a0}{month}\u{a0}{}", date.day(), date.year()),
            Lang::En => format!("{}\u{a0}{month}\u{a0}{}", date.day(), date.year()),
        }
    }

    /// The date of a moment in Denmark.
    #[must_use]
    pub fn date_of(&self, at: &DateTime<Utc>) -> String {
        self.date(&at.with_timezone(&Copenhagen).date_naive())
    }

    /// `14.05`, `14:05`: the time of day in Denmark.
    #[must_use]
    pub fn time_of(&self, at: &DateTime<Utc>) -> String {
        let (local, sign) = (at.with_timezone(&Copenhagen), if self.lang == Lang::Da { '.' } else { ':' });
        format!("{}{sign}{:02}", local.hour(), local.minute())
    }

    /// `I dag 14.05`, `I går`, or the date.
    #[must_use]
    pub fn when(&self, at: &DateTime<Utc>) -> String {
        let local = at.with_timezone(&Copenhagen);
        match days_between(local.date_naive(), self.today()) {
            0 => self.t1("today-at", "time", self.time_of(at)),
            1 => self.t("yesterday"),
            _ => self.date(&local.date_naive()),
        }
    }

    /// The machine-readable moment for `<time datetime>`.
    #[must_use]
    pub fn iso(&self, at: &DateTime<Utc>) -> String {
        at.with_timezone(&Copenhagen).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// Days from today to a date; negative when it has passed.
    #[must_use]
    pub fn days_to(&self, date: &NaiveDate) -> i64 {
        days_between(self.today(), *date)
    }

    /// `32.500 kr.`, `DKK 32,500`; øre are shown only where there are any.
    #[must_use]
    pub fn money(&self, ore: &i64) -> String {
        let (separator, decimal) = if self.lang == Lang::Da { ('.', ',') } else { (',', '.') };
        let mut amount = group_digits(ore / 100, separator);
        if ore % 100 != 0 {
            // Between minus one krone and nothing the kroner have lost the sign.
            let sign = if *ore < 0 && ore / 100 == 0 { "−" } else { "" };
            amount = format!("{sign}{amount}{decimal}{:02}", (ore % 100).abs());
        }
        self.t1("money", "amount", amount)
    }

    /// A whole number, grouped.
    #[must_use]
    pub fn number(&self, n: &i64) -> String {
        group_digits(*n, if self.lang == Lang::Da { '.' } else { ',' })
    }

    /// A share between 0 and 1 as whole per cent.
    #[must_use]
    pub fn percent(&self, share: &f64) -> String {
        format!("{}\u{a0}%", (share * 100.0).round() as i64)
    }

    /// The running program, for tools that look things up while rendering.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }
}

/// A text in which no line breaks inside `15–17`.
fn unbroken(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let between = |i: usize| signs.get(i.wrapping_sub(1)).is_some_and(char::is_ascii_digit) && signs.get(i + 1).is_some_and(char::is_ascii_digit);
    let joined = |(i, sign): (usize, &char)| if matches!(sign, '–' | '-') && between(i) { format!("\u{2060}{sign}\u{2060}") } else { sign.to_string() };
    signs.iter().enumerate().map(joined).collect()
}

/// Renders a template as an answer.
///
/// # Errors
/// [`crate::Error::Internal`] when rendering fails.
pub fn html(template: &impl Template) -> crate::Result<Response> {
    Ok(Html(template.render()?).into_response())
}

/// Renders a form that was not accepted: 422, with what was typed.
///
/// # Errors
/// [`crate::Error::Internal`] when rendering fails.
pub fn not_accepted(template: &impl Template) -> crate::Result<Response> {
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, Html(template.render()?)).into_response())
}

/// Sends the browser on after something was done; `done` is the word key after `done-`.
#[must_use]
pub fn go(path: &str, done: &str) -> Response {
    let sign = if path.contains('?') { '&' } else { '?' };
    let target = if done.is_empty() { path.to_owned() } else { format!("{path}{sign}klar={done}") };
    axum::response::Redirect::to(&target).into_response()
}

#[derive(Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorTemplate {
    pub(crate) page: Page,
    pub(crate) text: String,
    pub(crate) sign_in: bool,
    /// Where to go on, where what was asked for could not be done: the part of the space one was in.
    pub(crate) back: String,
    /// The number of the request, where the fault is ours.
    pub(crate) reference: Option<String>,
}

#[derive(Template)]
#[template(path = "step_up.html")]
pub(crate) struct StepUp {
    pub(crate) page: Page,
    pub(crate) level: Assurance,
    /// What it is called, and its key in addresses.
    pub(crate) ways: Vec<(String, String)>,
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let sample = |ways: &[&str]| {
        let ways = ways.iter().map(|name| ((*name).to_owned(), name.to_lowercase())).collect();
        StepUp { page: page.clone(), level: Assurance::High, ways }.render()
    };
    vec![("step_up", sample(&["MitID"])), ("step_up, no way", sample(&[]))]
}

/// Says why the session is not enough, and shows the ways in that are.
#[must_use]
pub fn step_up(app: &App, visitor: &Visitor, level: Assurance) -> Response {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "error-step-up-title", &[]));
    let ways = app.settings.provider.iter().filter(|p| p.reaches() >= level).map(|p| (p.name(&visitor.lang).to_owned(), p.key.clone())).collect();
    match (StepUp { page, level, ways }).render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => error.to_string().into_response(),
    }
}

pub(crate) fn error_page(page: Page, word: &str, sign_in: bool, back: String, reference: Option<Reference>) -> Response {
    let text = page.t(word);
    match (ErrorTemplate { page, text, sign_in, back, reference: reference.map(|r| r.to_string()) }).render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => error.to_string().into_response(),
    }
}

impl Page {
    /// Whether the visitor is one of those who turn the town out when something happens: the municipality's secretaries and facilitators.
    #[must_use]
    pub fn opens_circles(&self) -> bool {
        self.municipal_roles.iter().any(|r| matches!(r, Role::Secretary | Role::Facilitator))
    }

    /// In the demonstration: whether the visitor is this one of the five.
    #[must_use]
    pub fn is_persona(&self, role: &str) -> bool {
        self.persona.as_deref() == Some(role)
    }

    /// `Opgaveudvalg · under Børne- og Skoleudvalget · Hele kommunen`.
    #[must_use]
    pub fn kind_line(&self, view: &SpaceView) -> String {
        self.kind_of(view.kind(&self.lang), &view.space)
    }

    /// The same for a space in a list.
    #[must_use]
    pub fn kind_of(&self, kind: &str, space: &crate::space::Space) -> String {
        let mut parts = vec![kind.to_owned()];
        if !space.belongs_to.is_empty() {
            parts.push(self.t1("space-under", "name", &space.belongs_to));
        }
        // Where a sealed space belongs is sealed with the rest.
        if space.visibility != crate::access::Visibility::Sealed {
            parts.push(space.area.clone().unwrap_or_else(|| self.t("whole-municipality")));
        }
        if space.visibility != crate::access::Visibility::Public {
            parts.push(self.t(&format!("visibility-{}", space.visibility.key())));
        }
        if space.closed_at.is_some() {
            parts.push(self.t("space-closed"));
        }
        parts.retain(|p| !p.is_empty());
        parts.join(" · ")
    }

    /// One line of a feed: the words `verb-…` of the act, with the actor's name and what the payload holds.
    #[must_use]
    pub fn feed_line(&self, entry: &crate::journal::FeedEntry) -> String {
        let key = format!("verb-{}", entry.verb.replace(['.', '_'], "-"));
        let somebody = self.t("somebody");
        let former = self.t("former-participant");
        let who = match entry.actor.as_deref().filter(|n| !n.is_empty()) {
            Some(crate::person::FORMER) => &former,
            named => named.unwrap_or(&somebody),
        };
        let payload: serde_json::Map<String, serde_json::Value> = entry.payload.as_deref().and_then(|p| serde_json::from_str(p).ok()).unwrap_or_default();
        let mut texts: Vec<(String, String)> = payload
            .into_iter()
            .map(|(name, value)| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                // A stage, an outcome or a status is stored by its key and shown in words.
                let word = format!("{name}-{}", text.replace('_', "-"));
                // In a space a role is called what its recipe calls it.
                let here = self.space.as_ref().filter(|_| name == "role").and_then(|view| Some(view.role_name(&self.lang, &Role::of(&text)?).to_owned()));
                let shown = match here {
                    Some(role) => role,
                    None if self.app.words.has(self.lang, &word) => self.t(&word),
                    None => text,
                };
                (name, shown)
            })
            .collect();
        if entry.payload.is_none() {
            // What it said was erased: a line says so in the place of what it was about.
            texts.extend(["title", "reason"].map(|name| (name.to_owned(), self.t("feed-withheld"))));
        }
        let mut args: Vec<(&str, &dyn Arg)> = vec![("who", &who)];
        args.extend(texts.iter().map(|(name, text)| (name.as_str(), text as &dyn Arg)));
        let line = self.ta(&key, &args);
        match &entry.helper {
            Some(helper) => format!("{line} {}", self.t1("feed-with-help", "who", helper)),
            None => line,
        }
    }

    /// The page of what an entry is about, where a tool has one.
    #[must_use]
    pub fn feed_href(&self, entry: &crate::journal::FeedEntry) -> Option<String> {
        let path = self.app.object_path(&entry.object_kind)?;
        Some(format!("/forloeb/{}/{}", entry.space_slug, path.replace("{id}", &entry.object_id.to_string())))
    }

    /// A commitment's status in words: lateness first.
    #[must_use]
    pub fn commitment_status(&self, c: &crate::commitment::Commitment) -> String {
        let late = c.days_late(self.today());
        if late > 0 {
            self.t1("status-late", "n", late)
        } else if c.status == crate::commitment::Status::Waiting && !c.waiting_for.is_empty() {
            self.t1("status-waiting-for", "what", unbroken(&c.waiting_for))
        } else {
            self.t(&format!("status-{}", c.status.key().replace('_', "-")))
        }
    }
}
