//! The record of processing activities (GDPR article 30): what the parts of the program declare that they store about people, and what
//! the municipality says of it — why, on which legal basis, who receives it. What is stored, how long, and what becomes of it cannot be
//! written here: that is what the program does.

use samskab_platform::choices::Choices;
use samskab_platform::personal::{OnLeave, PLATFORM, Personal};
use samskab_platform::record::Paper;
use samskab_platform::{App, Page};

use crate::retention::{self, Kind, Rule};

/// What the municipality writes of each part.
pub(crate) const SAID: [&str; 5] = ["purpose", "basis", "whom", "receivers", "kept"];
/// What it writes of all of it.
pub(crate) const OF_ALL: [&str; 4] = ["controller", "officer", "processors", "safety"];
/// The tools whose spaces are sealed: other people receive it, and it is kept otherwise than everything else.
const SEALED: [&str; 2] = ["circle", "plan"];
/// The name under which what is said of all of it stands.
pub(crate) const ALL: &str = "kommunen";

/// A part of the program that stores something about people.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Its name in addresses and choices.
    pub(crate) name: String,
    pub(crate) title: String,
    /// What is stored, and what becomes of it when somebody leaves.
    pub(crate) stored: Vec<(String, OnLeave)>,
    /// The rules about how long that hold for it.
    pub(crate) rules: Vec<Rule>,
    /// What the municipality says; empty: nothing has been written.
    pub(crate) said: Vec<(&'static str, String)>,
    /// What stands there until it does.
    pub(crate) purpose: String,
}

impl Part {
    /// What is said under one heading, or what stands there until something is.
    pub(crate) fn says(&self, page: &Page, what: &str) -> String {
        let own = self.said.iter().find(|(name, _)| *name == what).map_or("", |(_, text)| text.as_str());
        match what {
            _ if !own.is_empty() => own.to_owned(),
            "purpose" => self.purpose.clone(),
            "basis" => page.t("processing-basis-missing"),
            _ if SEALED.contains(&self.name.as_str()) => page.t(&format!("processing-part-{}-{what}", self.name)),
            _ => page.t(&format!("processing-{what}-usual")),
        }
    }

    /// Whether nobody has chosen a legal basis.
    pub(crate) fn lacks_basis(&self) -> bool {
        !self.said.iter().any(|(name, text)| *name == "basis" && !text.is_empty())
    }

    /// How long it is kept, by the rules in force; empty where none of them is about it.
    pub(crate) fn spans(&self, page: &Page) -> Vec<String> {
        self.rules.iter().map(|r| page.t2("processing-rule", "what", page.t(&format!("kept-{}", r.kind.key())), "span", r.span(page))).collect()
    }

    /// Each thing that is stored, and in words what becomes of it.
    pub(crate) fn rows(&self, page: &Page) -> Vec<(String, String)> {
        let after = |leave: &OnLeave| match leave {
            OnLeave::Keep => "processing-leave-keep",
            OnLeave::Delete => "processing-leave-delete",
            OnLeave::Empty => "processing-leave-empty",
        };
        self.stored.iter().map(|(what, leave)| (what.clone(), page.t(after(leave)))).collect()
    }
}

/// The record.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) parts: Vec<Part>,
    /// What the municipality says of all of it.
    pub(crate) said: Vec<(&'static str, String)>,
    /// Those outside the program that it hands something to, as it is set up.
    pub(crate) outside: Vec<String>,
}

impl Record {
    /// As the program and its settings stand.
    pub(crate) fn of(app: &App, page: &Page) -> Self {
        let choices = app.choices();
        let rules = retention::rules(&choices);
        let tools = app.tools.iter().map(|t| {
            let purpose = page.t(&format!("processing-part-{}-purpose", t.name));
            (t.name, page.t(&format!("{}-tab", t.name)), purpose, t.personal)
        });
        let desks = app.desks.iter().map(|d| d.name).zip(app.desks.iter().map(|d| d.personal));
        let named = |name: &'static str| {
            let word = format!("processing-part-{}", name.replace('_', "-"));
            (page.t(&word), page.t(&format!("{word}-purpose")))
        };
        let desks = desks.filter(|(_, personal)| !personal.is_empty()).map(|(name, personal)| {
            let (title, purpose) = named(name);
            (name, title, purpose, personal)
        });
        let (title, purpose) = named("platform");
        let all = std::iter::once(("platform", title, purpose, PLATFORM)).chain(desks).chain(tools);
        let parts = all
            .filter(|(.., personal)| !personal.is_empty())
            .map(|(name, title, purpose, personal)| Part {
                name: name.to_owned(),
                title,
                stored: stored(page, personal),
                rules: rules.iter().filter(|r| personal.iter().any(|p| rule_of(p.table) == Some(r.kind)) || addressed(name, r.kind)).cloned().collect(),
                said: said(&choices, name, &SAID),
                purpose,
            })
            .collect();
        Self { parts, said: said(&choices, ALL, &OF_ALL), outside: outside(app, page) }
    }

    /// What is said of all of it under one heading, or what stands there until something is.
    pub(crate) fn says(&self, page: &Page, what: &str) -> String {
        match self.said.iter().find(|(name, text)| *name == what && !text.is_empty()) {
            Some((_, text)) => text.clone(),
            None => page.t(&format!("processing-{what}-usual")),
        }
    }

    /// The document on paper.
    pub(crate) fn paper(&self, page: &Page) -> Paper {
        let mut paper = Paper::new(page.t("processing-title"), page.municipality.clone());
        paper.text(&page.t("processing-lead"));
        for what in OF_ALL {
            paper.section(2, page.t(&format!("processing-{what}")), &self.says(page, what));
        }
        paper.heading(2, page.t("processing-outside"));
        paper.text(&page.t("processing-outside-text"));
        paper.list(self.outside.clone());
        for part in &self.parts {
            paper.heading(2, part.title.clone());
            paper.facts(SAID.map(|what| (page.t(&format!("processing-{what}")), part.says(page, what))));
            paper.list(part.spans(page));
            let heads = [(page.t("processing-what"), 3), (page.t("processing-leave"), 2)];
            paper.table(&heads, part.rows(page).into_iter().map(|(what, after)| vec![what, after]).collect());
        }
        paper
    }
}

/// Each thing once, in the order it is declared.
fn stored(page: &Page, personal: &[&Personal]) -> Vec<(String, OnLeave)> {
    let mut all: Vec<(String, OnLeave)> = vec![];
    for p in personal {
        let words = page.t(p.word);
        if !all.iter().any(|(w, leave)| *w == words && *leave == p.on_leave) {
            all.push((words, p.on_leave));
        }
    }
    all
}

/// The rule about how long that a table's rows follow.
fn rule_of(table: &str) -> Option<Kind> {
    Some(match table {
        "session" => Kind::Sessions,
        "outbox" | "notice" => Kind::Messages,
        "reading" | "assisted" => Kind::Readings,
        "invitation" => Kind::Invitations,
        "interest" => Kind::Interests,
        "person" => Kind::People,
        "person_import" | "person_import_row" => Kind::Imports,
        "held" => Kind::Held,
        _ => return None,
    })
}

/// What is stored by address, and not by person.
fn addressed(part: &str, kind: Kind) -> bool {
    part == "platform" && kind == Kind::Codes
}

fn said(choices: &Choices, name: &str, what: &[&'static str]) -> Vec<(&'static str, String)> {
    what.iter().map(|w| (*w, choices.get(&choice(name, w)).cloned().unwrap_or_default())).collect()
}

/// The name of a choice.
pub(crate) fn choice(part: &str, what: &str) -> String {
    format!("processing.{part}.{what}")
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}

/// Whom the program hands something to, as it is set up: no secret is in it.
fn outside(app: &App, page: &Page) -> Vec<String> {
    let s = &app.settings;
    let mail = s.mail.as_ref().map(|m| page.t1("processing-outside-mail", "host", &m.host));
    let text = s.text.as_ref().map(|t| page.t1("processing-outside-text-messages", "host", host(&t.url)));
    let files = s.files.s3.as_ref().map(|f| page.t1("processing-outside-files", "host", host(&f.endpoint)));
    let ways = s.provider.iter().map(|p| page.t2("processing-outside-sign-in", "name", &p.name.da, "host", host(&p.issuer)));
    let mut all: Vec<String> = [mail, text, files].into_iter().flatten().chain(ways).collect();
    if all.is_empty() {
        all.push(page.t("processing-outside-none"));
    }
    all
}

/// Whether there is such a part.
pub(crate) fn is_part(app: &App, name: &str) -> bool {
    name == "platform"
        || app.tools.iter().any(|t| t.name == name && !t.personal.is_empty())
        || app.desks.iter().any(|d| d.name == name && !d.personal.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_of_an_address_is_shown() {
        assert_eq!(host("https://gateway.example/send?key=secret"), "gateway.example");
        assert_eq!(host("mail.example"), "mail.example");
    }

    #[test]
    fn what_has_a_rule_about_how_long_follows_it() {
        for kind in Kind::ALL {
            let tables = ["session", "outbox", "reading", "invitation", "interest", "person", "person_import", "held"];
            assert!(tables.into_iter().any(|t| rule_of(t) == Some(kind)) || addressed("platform", kind), "{}", kind.key());
        }
    }
}
