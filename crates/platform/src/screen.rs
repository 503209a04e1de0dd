//! What must not become public by accident: personal numbers, telephone numbers, e-mail addresses.
//!
//! An act that is about to show a text to others calls [`crate::Act::screen`] with the texts and the names of the form's
//! fields. Where something looks like one of the three, the act ends in [`Error::Screened`], and the `visitor` layer shows
//! what looks like what: the author corrects it there, or lets a colleague look ([`crate::held`]).
//!
//! The search is meant to be *noticed*, not to be a wall: whoever really wants to publish a number can write it in words.
//! It therefore prefers to stay silent about amounts, dates and case numbers, so that people go on reading what it says.

mod cpr;
mod email;
mod numbers;
mod phone;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::error::{Error, Result};
use crate::{args, rich_text, statements};

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A Danish personal number (CPR).
    PersonalNumber,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::PersonalNumber, Kind::Phone, Kind::Email];

    /// The name in the database and in word keys (`screened-…`).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::PersonalNumber => "cpr",
            Kind::Phone => "phone",
            Kind::Email => "email",
        }
    }
}

/// How sure the search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It has the shape.
    Likely,
    /// Something more speaks for it: the check digit of a personal number, a country code.
    Sure,
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it looks like.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// Where, in bytes.
    pub range: Range<usize>,
}

/// Everything found in a text, in its order; nothing overlaps. Nobody is born after `today`.
#[must_use]
pub fn find(text: &str, today: NaiveDate, allowed: &Allowed) -> Vec<Hit> {
    let mut hits = email::find(text);
    let numbers = numbers::Numbers::of(text);
    for more in [cpr::find(&numbers, today), phone::find(&numbers)] {
        for hit in more {
            if hits.iter().all(|h| h.range.end <= hit.range.start || hit.range.end <= h.range.start) {
                hits.push(hit);
            }
        }
    }
    hits.retain(|h| !allowed.holds(h.kind, &text[h.range.clone()]));
    hits.sort_by_key(|h| h.range.start);
    hits
}

/// Whether a text holds a personal number, which nobody may keep of anybody. Where ten digits are the whole text, a day of birth
/// in them is enough: nothing around them says that they are something else.
#[must_use]
pub fn holds_personal_number(text: &str, today: NaiveDate) -> bool {
    let signs: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let alone = signs.len() == 10 && signs.bytes().all(|b| b.is_ascii_digit()) && cpr::birth(&signs, today).is_some();
    alone || !cpr::find(&numbers::Numbers::of(text), today).is_empty()
}

/// The municipality's own telephone numbers and addresses, which may always be shown.
#[derive(Debug, Clone, Default)]
pub struct Allowed {
    phones: BTreeSet<String>,
    emails: BTreeSet<String>,
}

/// The choice that holds them, one a line (see [`crate::choices`]). A line `@kommune.dk` allows every address there.
pub const ALLOWED: &str = "screen.allowed";

impl Allowed {
    /// Reads a list, one a line.
    #[must_use]
    pub fn of(list: &str) -> Self {
        let mut allowed = Self::default();
        for line in list.lines().map(str::trim).filter(|l| !l.is_empty()) {
            if line.contains('@') {
                allowed.emails.insert(line.to_lowercase());
            } else {
                allowed.phones.insert(phone::subscriber(line));
            }
        }
        allowed
    }

    /// The list of an installation, with its own contact address.
    #[must_use]
    pub fn in_force(app: &App) -> Self {
        let mut allowed = Self::of(&app.choice(ALLOWED).unwrap_or_default());
        if app.settings.contact.contains('@') {
            allowed.emails.insert(app.settings.contact.to_lowercase());
        }
        allowed
    }

    fn holds(&self, kind: Kind, text: &str) -> bool {
        match kind {
            Kind::PersonalNumber => false,
            Kind::Phone => self.phones.contains(&phone::subscriber(text)),
            Kind::Email => {
                let text = text.to_lowercase();
                self.emails.contains(&text) || text.rsplit_once('@').is_some_and(|(_, domain)| self.emails.contains(&format!("@{domain}")))
            }
        }
    }
}

/// A text in which something was found, and the form's field it came from.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Flagged {
    pub field: String,
    pub text: String,
    pub hits: Vec<Hit>,
}

/// Why an act stopped before it published anything.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Screened {
    pub space: Uuid,
    pub act: &'static str,
    pub texts: Vec<Flagged>,
}

impl Screened {
    /// The kinds that were found.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        self.texts.iter().flat_map(|t| t.hits.iter().map(|h| h.kind)).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

statements! {
    OTHERS = "SELECT COUNT(*) FROM space_role WHERE space_id = $1 AND person_id <> $2";
}

impl Act<'_> {
    /// Looks through texts that are about to be shown to others: the name of the form's field, and the text. To be called
    /// before anything is recorded or told. Somebody alone in a closed space writes to themselves.
    ///
    /// # Errors
    /// [`Error::Screened`] where something was found that nobody has let through, or when the database fails.
    pub async fn screen(&mut self, texts: &[(&str, &str)]) -> Result<()> {
        if self.is_cleared() {
            return Ok(());
        }
        let (today, allowed) = (self.today(), Allowed::in_force(self.app()));
        let mut flagged = vec![];
        for (field, text) in texts {
            // As it is written and, since stars and the like may part a number, as it will be read.
            let read = rich_text::plain(text);
            for text in [*text, read.as_str()] {
                let hits = find(text, today, &allowed);
                if !hits.is_empty() {
                    flagged.push(Flagged { field: (*field).to_owned(), text: text.to_owned(), hits });
                    break;
                }
            }
        }
        if flagged.is_empty() || self.nobody_else().await? {
            return Ok(());
        }
        let act = self.name();
        Err(Error::Screened(Box::new(Screened { space: self.space().id, act, texts: flagged })))
    }

    async fn nobody_else(&mut self) -> Result<bool> {
        let space = self.space();
        if matches!(space.visibility, Visibility::Public | Visibility::Registered) {
            return Ok(false);
        }
        let (space, Some(actor)) = (space.id, self.actor()) else { return Ok(false) };
        Ok(self.sql().count(&OTHERS, args![space, actor]).await? == 0)
    }
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
