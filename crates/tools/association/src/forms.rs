//! The forms of the association: one after another, a question a line, on one template.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{App, Form, Page, SpaceView, Visitor};

/// A question.
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    /// `text`, `area`, `short`, `date`, `email`, `select`, `radios`, `check`.
    pub(crate) kind: &'static str,
    pub(crate) optional: bool,
    pub(crate) options: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "association_form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) action: String,
    pub(crate) button: String,
    pub(crate) back: String,
    /// Word of the link back.
    pub(crate) back_word: &'static str,
}

impl FormPage {
    /// A form under the association: `word` is its title, `action` where it is sent.
    pub(crate) fn new(app: &App, visitor: &Visitor, view: &SpaceView, word: &str, action: &str, form: Form) -> Self {
        let page = Page::of_space(app, visitor, view, word);
        let (title, button) = (page.t(word), page.t("association-save"));
        Self {
            page,
            form,
            title,
            lead: String::new(),
            fields: vec![],
            action: view.under(action),
            button,
            back: view.under("forening"),
            back_word: "association-back",
        }
    }

    pub(crate) fn lead(self, lead: String) -> Self {
        Self { lead, ..self }
    }

    pub(crate) fn button(self, word: &str) -> Self {
        Self { button: self.page.t(word), ..self }
    }

    pub(crate) fn back(self, path: String, back_word: &'static str) -> Self {
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

    /// A field whose label is not a word of the program: a candidate's name.
    pub(crate) fn named(mut self, name: String, label: String, kind: &'static str) -> Self {
        self.form.calls(&name, &label);
        self.fields.push(Field { name, label, hint: String::new(), kind, optional: false, options: vec![] });
        self
    }

    pub(crate) fn ask(self, name: &str, word: &str, kind: &'static str) -> Self {
        self.add(name, word, kind, false, vec![])
    }

    pub(crate) fn may_ask(self, name: &str, word: &str, kind: &'static str) -> Self {
        self.add(name, word, kind, true, vec![])
    }

    pub(crate) fn choose(self, name: &str, word: &str, kind: &'static str, options: Vec<(String, String)>) -> Self {
        self.add(name, word, kind, false, options)
    }

    pub(crate) fn required(&mut self, name: &str, max: usize) -> String {
        self.form.required(&self.page, name, max)
    }

    pub(crate) fn optional(&mut self, name: &str, max: usize) -> String {
        self.form.optional(&self.page, name, max)
    }

    pub(crate) fn date(&mut self, name: &str) -> Option<NaiveDate> {
        let date = self.form.date(&self.page, name);
        self.form.need(&self.page, name, date)
    }

    pub(crate) fn maybe_date(&mut self, name: &str) -> Option<NaiveDate> {
        self.form.date(&self.page, name)
    }

    pub(crate) fn number(&mut self, name: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let number = self.form.number(&self.page, name, range);
        self.form.need(&self.page, name, number)
    }

    pub(crate) fn money(&mut self, name: &str) -> Option<i64> {
        let money = self.form.money(&self.page, name);
        self.form.need(&self.page, name, money)
    }

    /// One of the values offered.
    pub(crate) fn pick(&mut self, name: &str) -> Option<String> {
        let offered = self.fields.iter().find(|f| f.name == name).is_some_and(|f| f.options.iter().any(|(value, _)| value == self.form.value(name)));
        let picked = Some(self.form.value(name).to_owned()).filter(|_| offered);
        self.form.need(&self.page, name, picked)
    }

    pub(crate) fn wrong(&mut self, name: &str, word: &str) {
        let text = self.page.t(word);
        self.form.wrong(name, text);
    }

    /// No personal numbers in what is kept of people.
    pub(crate) fn no_personal_number(&mut self, name: &str, text: &str) {
        if holds_personal_number(text, self.page.today()) {
            self.wrong(name, "form-personal-number");
        }
    }

    pub(crate) fn ok(&self) -> bool {
        self.form.ok()
    }
}

/// Values and words of a list whose words are `{prefix}{value}`.
pub(crate) fn options(page: &Page, prefix: &str, values: &[&str]) -> Vec<(String, String)> {
    values.iter().map(|v| ((*v).to_owned(), page.t(&format!("{prefix}{v}")))).collect()
}
