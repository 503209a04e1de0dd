//! Forms that keep what was typed: values as they came, and an error for each field that is not right.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Request};
use axum::response::Response;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::error::Error;
use crate::page::Page;
use crate::words::Arg;

/// A form as it was sent, or as it is first shown.
#[derive(Debug, Default, Clone)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<(String, String)>,
    labels: BTreeMap<String, String>,
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        use axum::response::IntoResponse;
        let axum::Form(pairs) =
            axum::Form::<Vec<(String, String)>>::from_request(request, state).await.map_err(|_| Error::BadRequest("error-form").into_response())?;
        let mut form = Form::default();
        for (name, value) in pairs {
            form.values.entry(name).or_default().push(value);
        }
        Ok(form)
    }
}

impl Form {
    /// A form that already holds values.
    #[must_use]
    pub fn filled<const N: usize>(values: [(&str, String); N]) -> Self {
        Self { values: values.into_iter().map(|(k, v)| (k.to_owned(), vec![v])).collect(), ..Self::default() }
    }

    /// Sets a value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), vec![value.into()]);
    }

    /// Adds a value to those a field may already have.
    pub fn add(&mut self, name: String, value: String) {
        self.values.entry(name).or_default().push(value);
    }

    /// What stands in a field (the last of several).
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).and_then(|v| v.last()).map_or("", String::as_str)
    }

    /// Whether a field holds this value, for radio buttons and lists.
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.values.get(name).is_some_and(|v| v.iter().any(|x| x == value))
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(field, _)| field == name).map(|(_, error)| error.as_str())
    }

    /// All that is wrong: field and words, in the order of the fields.
    #[must_use]
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    /// Says what the fields are called, so that the list of errors can name them: field and word key.
    pub fn called(&mut self, page: &Page, fields: &[(&str, &str)]) {
        self.labels.extend(fields.iter().map(|(field, word)| ((*field).to_owned(), page.t(word))));
    }

    /// The same for one field whose label is not a word of the program: a recipe's question.
    pub fn calls(&mut self, field: &str, label: &str) {
        self.labels.insert(field.to_owned(), label.to_owned());
    }

    /// What a field is called; empty where nobody said.
    #[must_use]
    pub fn label(&self, field: &str) -> &str {
        self.labels.get(field).map_or("", String::as_str)
    }

    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.errors.is_empty()
    }

    /// Notes that a field is wrong.
    pub fn wrong(&mut self, name: &str, error: impl Into<String>) {
        self.errors.push((name.to_owned(), error.into()));
    }

    /// A text that must be there, at most `max` characters.
    pub fn required(&mut self, page: &Page, name: &str, max: usize) -> String {
        let text = self.optional(page, name, max);
        if text.is_empty() && self.error(name).is_none() {
            self.wrong(name, page.t("form-required"));
        }
        text
    }

    /// A text, at most `max` characters; control characters other than line breaks are taken out.
    pub fn optional(&mut self, page: &Page, name: &str, max: usize) -> String {
        let text: String = self.value(name).replace("\r\n", "\n").chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
        let text = text.trim().to_owned();
        let length = text.chars().count();
        if length > max {
            self.wrong(name, page.t2("form-too-long", "max", max, "length", length));
        }
        text
    }

    /// An e-mail address, in lower case.
    pub fn email(&mut self, page: &Page, name: &str) -> String {
        let text = self.required(page, name, 254).to_lowercase();
        if !text.is_empty() && !is_email(&text) {
            self.wrong(name, page.t1("form-email", "text", &text));
        }
        text
    }

    /// A whole number in a range, or nothing. Thousands may be grouped by dots or spaces.
    pub fn number(&mut self, page: &Page, name: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let text = self.value(name).trim();
        if text.is_empty() {
            return None;
        }
        match ungrouped(text).and_then(|digits| digits.parse::<i64>().ok()) {
            Some(n) if range.contains(&n) => Some(n),
            Some(_) => {
                self.wrong(name, page.t2("form-range", "from", *range.start(), "to", *range.end()));
                None
            }
            None => {
                self.wrong(name, page.t1("form-number", "text", self.value(name)));
                None
            }
        }
    }

    /// An amount in kroner (`12.500` or `99,50`) as øre, or nothing.
    pub fn money(&mut self, page: &Page, name: &str) -> Option<i64> {
        let text = self.value(name).trim().trim_end_matches("kr.").trim_end_matches("kr").trim().to_owned();
        if text.is_empty() {
            return None;
        }
        match kroner(&text) {
            Some(ore) => Some(ore),
            None => {
                self.wrong(name, page.t1("form-money", "text", self.value(name)));
                None
            }
        }
    }

    /// A date as a date field sends it (`2027-05-01`) or as a Dane writes it (`1.5.2027`), or nothing.
    pub fn date(&mut self, page: &Page, name: &str) -> Option<NaiveDate> {
        let text = self.value(name).trim().to_owned();
        if text.is_empty() {
            return None;
        }
        let date = ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"].iter().find_map(|f| NaiveDate::parse_from_str(&text, f).ok());
        match date {
            Some(date) if (1900..=2199).contains(&chrono::Datelike::year(&date)) => Some(date),
            _ => {
                self.wrong(name, page.t1("form-date", "text", &text));
                None
            }
        }
    }

    /// One of the ids offered.
    pub fn choice(&mut self, page: &Page, name: &str, offered: impl IntoIterator<Item = Uuid>) -> Option<Uuid> {
        let text = self.value(name);
        if text.is_empty() {
            return None;
        }
        let id = text.parse().ok().filter(|id| offered.into_iter().any(|o| o == *id));
        if id.is_none() {
            self.wrong(name, page.t("form-choice"));
        }
        id
    }

    /// A message for a field that needs a value.
    pub fn need<T>(&mut self, page: &Page, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.error(name).is_none() {
            self.wrong(name, page.t("form-required"));
        }
        value
    }

    /// A message with one value in it.
    pub fn wrong1(&mut self, page: &Page, name: &str, word: &str, arg: &str, value: impl Arg) {
        let text = page.t1(word, arg, value);
        self.wrong(name, text);
    }
}

/// Whether a text is an e-mail address.
#[must_use]
pub fn is_email(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}

/// The digits of a whole number whose thousands may be grouped by dots or spaces. A dot that does not group three digits
/// is not guessed at: `99.50` may be an Englishman's ninety-nine and a half.
fn ungrouped(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', ' ', '\u{a0}']).collect();
    let digits = parts.iter().all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    let grouped = parts.len() == 1 || (parts[0].len() <= 3 && parts[1..].iter().all(|p| p.len() == 3));
    (digits && grouped).then(|| parts.concat())
}

/// Kroner as øre.
fn kroner(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(',').unwrap_or((text, ""));
    let ore = match (part.len(), part.bytes().all(|b| b.is_ascii_digit())) {
        (0, _) if !text.contains(',') => 0,
        (1, true) => part.parse::<i64>().ok()? * 10,
        (2, true) => part.parse::<i64>().ok()?,
        _ => return None,
    };
    let whole: i64 = ungrouped(whole)?.parse().ok()?;
    (whole <= 1_000_000_000_000).then_some(whole * 100 + ore)
}

#[cfg(test)]
mod tests {
    use super::kroner;

    #[test]
    fn kroner_are_read_as_danes_write_them() {
        assert_eq!(kroner("12500"), Some(1_250_000));
        assert_eq!(kroner("99,5"), Some(9_950));
        assert_eq!(kroner("99,50"), Some(9_950));
        assert_eq!(kroner("1.234.567,80"), Some(123_456_780));
        assert_eq!(kroner("12 500"), Some(1_250_000));
        assert_eq!(kroner("99.50"), None, "an English amount is asked about, not guessed");
        assert_eq!(kroner("12,500"), None);
        assert_eq!(kroner("99,-5"), None);
        assert_eq!(kroner("99,505"), None);
        assert_eq!(kroner("-1"), None);
        assert_eq!(kroner("ti"), None);
        assert_eq!(kroner("99999999999999999999"), None);
    }
}
