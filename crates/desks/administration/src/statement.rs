//! The accessibility statement, by the model of Commission Implementing Decision (EU) 2018/1523 and the Danish act on
//! web accessibility (lov om tilgængelighed af offentlige organers websteder og mobilapplikationer, section 4). The
//! statement itself is made in the WAS-Tool of Digitaliseringsstyrelsen; this page is where people find it, and where
//! the answers for it are written down.

use chrono::NaiveDate;
use samskab_platform::choices::Choices;

/// The authority that supervises, and the tool it asks municipalities to make the statement in.
pub(crate) const AUTHORITY: &str = "https://digst.dk/digital-inklusion/webtilgaengelighed/";
pub(crate) const TOOL: &str = "https://was.digst.dk/";
/// A statement is gone through at least this often, in days (bekendtgørelse nr. 904 af 22/08/2019).
pub(crate) const YEAR: i64 = 365;

/// How far the site meets the requirements: the three answers of the model, section "Compliance status".
pub(crate) const STATUSES: [&str; 3] = ["fully", "partially", "not"];
/// How it was judged: the model's three answers, and that nobody has yet.
pub(crate) const METHODS: [&str; 3] = ["self", "third", "other"];

/// What the municipality has written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) status: String,
    pub(crate) exceptions: String,
    pub(crate) burden: String,
    pub(crate) method: String,
    pub(crate) assessed: Option<NaiveDate>,
    pub(crate) phone: String,
    pub(crate) contact: String,
    pub(crate) official: String,
    /// The day it was last gone through; missing: there is no statement yet.
    pub(crate) date: Option<NaiveDate>,
}

/// The names of its parts in the choices, with the parts.
pub(crate) const PARTS: [&str; 9] = ["status", "exceptions", "burden", "method", "assessed", "phone", "contact", "official", "date"];

impl Statement {
    /// As it was chosen.
    pub(crate) fn of(choices: &Choices) -> Self {
        let text = |part: &str| choices.get(&format!("accessibility.{part}")).cloned().unwrap_or_default();
        let date = |part: &str| text(part).parse().ok();
        Self {
            status: text("status"),
            exceptions: text("exceptions"),
            burden: text("burden"),
            method: text("method"),
            assessed: date("assessed"),
            phone: text("phone"),
            contact: text("contact"),
            official: text("official"),
            date: date("date"),
        }
    }

    /// Its parts as they are kept.
    pub(crate) fn parts(&self) -> [(&'static str, String); 9] {
        let date = |d: &Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        let values = [
            self.status.clone(),
            self.exceptions.clone(),
            self.burden.clone(),
            self.method.clone(),
            date(&self.assessed),
            self.phone.clone(),
            self.contact.clone(),
            self.official.clone(),
            date(&self.date),
        ];
        let mut values = values.into_iter();
        PARTS.map(|part| (part, values.next().unwrap_or_default()))
    }

    /// Whether it is more than a year since somebody went through it.
    pub(crate) fn is_old(&self, today: NaiveDate) -> bool {
        self.date.is_some_and(|day| (today - day).num_days() > YEAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_read_back_as_it_was_kept() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        let statement = Statement {
            status: "partially".into(),
            exceptions: "Kortet".into(),
            burden: String::new(),
            method: "self".into(),
            assessed: day,
            phone: "12345678".into(),
            contact: "a@b.example".into(),
            official: "https://was.digst.dk/x-dk".into(),
            date: day,
        };
        let choices = statement.parts().into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (format!("accessibility.{k}"), v)).collect();
        assert_eq!(Statement::of(&choices), statement);
        assert_eq!(Statement::of(&Choices::new()), Statement::default());
    }

    #[test]
    fn a_statement_is_old_after_a_year_and_missing_is_not_old() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 1, 1).map(|d| d + chrono::Duration::days(n)).expect("a day");
        let of = |date| Statement { date, ..Statement::default() };
        assert!(!of(Some(day(0))).is_old(day(365)));
        assert!(of(Some(day(0))).is_old(day(366)));
        assert!(!of(None).is_old(day(9000)));
    }
}
