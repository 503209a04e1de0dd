//! A form that is a list of questions: one template for all of them, so that a tool writes what it asks and nothing else.

use askama::Template;
use chrono::NaiveDate;

use crate::app::App;
use crate::form::Form;
use crate::page::Page;
use crate::screen::holds_personal_number;
use crate::view::SpaceView;
use crate::visitor::Visitor;

/// A question.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Field {
    pub name: String,
    pub label: String,
    pub hint: String,
    /// `text`, `area`, `long` (an area for a whole document), `short`, `date`, `email`, `select`, `radios`, `check`.
    pub kind: &'static str,
    pub optional: bool,
    pub options: Vec<(String, String)>,
}

/// The page that asks.
#[derive(Template)]
#[template(path = "questions.html")]
#[allow(missing_docs)]
pub struct Questions {
    pub page: Page,
    pub form: Form,
    pub title: String,
    pub lead: String,
    pub fields: Vec<Field>,
    pub action: String,
    pub button: String,
    pub back: String,
    /// Word of the link back.
    pub back_word: &'static str,
}

impl Questions {
    /// A form in a space: `word` is its title, `action` where under the space it is sent.
    #[must_use]
    pub fn new(app: &App, visitor: &Visitor, view: &SpaceView, word: &str, action: &str, form: Form) -> Self {
        let page = Page::of_space(app, visitor, view, word);
        let (title, button) = (page.t(word), page.t("save"));
        Self { page, form, title, lead: String::new(), fields: vec![], action: view.under(action), button, back: view.href(), back_word: "tab-overview" }
    }

    /// With a text over the questions.
    #[must_use]
    pub fn lead(self, lead: String) -> Self {
        Self { lead, ..self }
    }

    /// With these words on the button.
    #[must_use]
    pub fn button(self, word: &str) -> Self {
        Self { button: self.page.t(word), ..self }
    }

    /// With a link back to this address, and its word.
    #[must_use]
    pub fn back(self, path: String, back_word: &'static str) -> Self {
        Self { back: path, back_word, ..self }
    }

    fn add(mut self, name: &str, word: &str, kind: &'static str, optional: bool, options: Vec<(String, String)>) -> Self {
        let hint = format!("{word}-hint");
        let hint = if self.page.app().words.has(self.page.lang, &hint) { self.page.t(&hint) } else { String::new() };
        let label = self.page.t(word);
        self.form.calls(name, &label);
        self.fields.push(Field { name: name.to_owned(), label, hint, kind, optional, options });
        self
    }

    /// A question whose label is not a word of the program: a candidate's name.
    #[must_use]
    pub fn named(mut self, name: String, label: String, kind: &'static str) -> Self {
        self.form.calls(&name, &label);
        self.fields.push(Field { name, label, hint: String::new(), kind, optional: false, options: vec![] });
        self
    }

    /// A question that must be answered; `{word}-hint` stands under it where there is one.
    #[must_use]
    pub fn ask(self, name: &str, word: &str, kind: &'static str) -> Self {
        self.add(name, word, kind, false, vec![])
    }

    /// One that need not be.
    #[must_use]
    pub fn may_ask(self, name: &str, word: &str, kind: &'static str) -> Self {
        self.add(name, word, kind, true, vec![])
    }

    /// One of several: `select` or `radios`.
    #[must_use]
    pub fn choose(self, name: &str, word: &str, kind: &'static str, options: Vec<(String, String)>) -> Self {
        self.add(name, word, kind, false, options)
    }

    /// A text that must be there.
    pub fn required(&mut self, name: &str, max: usize) -> String {
        self.form.required(&self.page, name, max)
    }

    /// A text that may be empty.
    pub fn optional(&mut self, name: &str, max: usize) -> String {
        self.form.optional(&self.page, name, max)
    }

    /// A date that must be there.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        let date = self.form.date(&self.page, name);
        self.form.need(&self.page, name, date)
    }

    /// A date that need not be.
    pub fn maybe_date(&mut self, name: &str) -> Option<NaiveDate> {
        self.form.date(&self.page, name)
    }

    /// A whole number that must be there.
    pub fn number(&mut self, name: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let number = self.form.number(&self.page, name, range);
        self.form.need(&self.page, name, number)
    }

    /// An amount that must be there, as øre.
    pub fn money(&mut self, name: &str) -> Option<i64> {
        let money = self.form.money(&self.page, name);
        self.form.need(&self.page, name, money)
    }

    /// One of the values offered.
    pub fn pick(&mut self, name: &str) -> Option<String> {
        let offered = self.fields.iter().find(|f| f.name == name).is_some_and(|f| f.options.iter().any(|(value, _)| value == self.form.value(name)));
        let picked = Some(self.form.value(name).to_owned()).filter(|_| offered);
        self.form.need(&self.page, name, picked)
    }

    /// Says what is wrong with a field.
    pub fn wrong(&mut self, name: &str, word: &str) {
        let text = self.page.t(word);
        self.form.wrong(name, text);
    }

    /// No personal numbers in what is kept of people.
    pub fn no_personal_number(&mut self, name: &str, text: &str) {
        if holds_personal_number(text, self.page.today()) {
            self.wrong(name, "form-personal-number");
        }
    }

    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.form.ok()
    }

    /// Values and words of a list whose words are `{prefix}{value}`.
    #[must_use]
    pub fn options(&self, prefix: &str, values: &[&str]) -> Vec<(String, String)> {
        options(&self.page, prefix, values)
    }
}

/// Values and words of a list whose words are `{prefix}{value}`.
#[must_use]
pub fn options(page: &Page, prefix: &str, values: &[&str]) -> Vec<(String, String)> {
    values.iter().map(|v| ((*v).to_owned(), page.t(&format!("{prefix}{v}")))).collect()
}

pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let mut form = Form::default();
    form.wrong("text", "Skriv et navn");
    let field = |kind: &'static str| Field {
        name: kind.into(),
        label: "Navn <b>".into(),
        hint: "Kort".into(),
        kind,
        optional: false,
        options: vec![("a".into(), "A".into())],
    };
    let sample = |form: Form, lead: &str, fields: Vec<Field>| {
        let (title, action, button, back) = ("Nyt medlem".into(), "/".into(), "Gem".into(), "/".into());
        Questions { page: page.clone(), form, title, lead: lead.into(), fields, action, button, back, back_word: "tab-overview" }.render()
    };
    vec![
        ("questions", sample(form, "Kort", ["text", "area", "select", "radios", "check"].map(field).into())),
        ("questions, none", sample(Form::default(), "", vec![])),
    ]
}
