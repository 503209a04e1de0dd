//! What an act tells somebody: words with typed values, said in the reader's language when the message is written.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::access::Role;
use crate::page::Page;
use crate::person::Contact;
use crate::recipe::Stage;
use crate::rhythm::Urgency;
use crate::space::Space;
use crate::words::Arg;

/// A value put into a notice's words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// As somebody wrote it.
    Text(String),
    /// A number; Fluent can choose words by it.
    Number(i64),
    /// Øre.
    Money(i64),
    /// `1. maj 2027`, `1 May 2027`.
    Date(NaiveDate),
    /// A moment, shown as a date and a time in Denmark.
    Time(DateTime<Utc>),
    /// What a role is called in a recipe.
    Role {
        /// The recipe's key.
        recipe: String,
        /// Its version.
        version: i64,
        /// The role's.
        role: String,
    },
    /// What a step of the loop is called in a recipe.
    Stage {
        /// The recipe's key.
        recipe: String,
        /// Its version.
        version: i64,
        /// The step's.
        stage: String,
    },
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Said::Text(text)
    }
}
impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Said::Text(text.to_owned())
    }
}
impl From<&String> for Said {
    fn from(text: &String) -> Self {
        Said::Text(text.clone())
    }
}
impl From<i64> for Said {
    fn from(n: i64) -> Self {
        Said::Number(n)
    }
}
impl From<NaiveDate> for Said {
    fn from(date: NaiveDate) -> Self {
        Said::Date(date)
    }
}

/// A value as Fluent takes it.
enum Spoken {
    Text(String),
    Number(i64),
}

impl Arg for Spoken {
    fn value(&self) -> fluent_bundle::FluentValue<'_> {
        match self {
            Spoken::Text(text) => text.value(),
            Spoken::Number(n) => n.value(),
        }
    }
}

impl Said {
    /// What a role is called in a space.
    #[must_use]
    pub fn role(space: &Space, role: Role) -> Self {
        Said::Role { recipe: space.recipe.clone(), version: space.recipe_version, role: role.key().to_owned() }
    }

    /// What a step is called in a space.
    #[must_use]
    pub fn stage(space: &Space, stage: Stage) -> Self {
        Said::Stage { recipe: space.recipe.clone(), version: space.recipe_version, stage: stage.key().to_owned() }
    }

    fn spoken(&self, page: &Page) -> Spoken {
        Spoken::Text(match self {
            Said::Number(n) => return Spoken::Number(*n),
            Said::Text(text) => text.clone(),
            Said::Money(ore) => page.money(ore),
            // Ordinary spaces: a no-break space would make a text message twice as long.
            Said::Date(date) => page.date(date).replace('\u{a0}', " "),
            Said::Time(at) => page.t2("mail-moment", "date", page.date_of(at), "time", page.time_of(at)).replace('\u{a0}', " "),
            Said::Role { recipe, version, role } => match (page.app().recipes().at(recipe, *version), Role::of(role)) {
                (Some(recipe), Some(role)) => recipe.role_name(page.lang, role).to_owned(),
                _ => page.t(&format!("role-{role}")),
            },
            Said::Stage { recipe, version, stage } => match (page.app().recipes().at(recipe, *version), Stage::of(stage)) {
                (Some(recipe), Some(stage)) => recipe.stage_name(page.lang, stage).to_owned(),
                _ => page.t(&format!("stage-{stage}")),
            },
        })
    }
}

/// A message to be written in the recipient's own language.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Words: `{word}-subject`, `{word}-body` and `{word}-action` (the link's text).
    pub word: &'static str,
    /// What is put into them, beside `space` (the space's title) and `municipality`.
    pub args: Vec<(&'static str, Said)>,
    /// Where the one link of the mail goes, from the root: `/forloeb/...`.
    pub link: String,
    /// The one thing this is about: the same notice about the same thing is sent to a person once.
    pub about: Uuid,
    /// How much it presses.
    pub urgency: Urgency,
    /// When what it tells of changes: a deadline, a meeting, an appointment. Within 48 hours it goes at once.
    pub changes_at: Option<DateTime<Utc>>,
    /// The appointment it tells of, as iCalendar; empty: none.
    pub calendar: String,
    /// The way it is to go, where that is open; missing: the person's own.
    pub way: Option<Contact>,
}

impl Notice {
    /// A notice that can wait for the digest.
    #[must_use]
    pub fn new(word: &'static str, link: impl Into<String>, about: Uuid) -> Self {
        Self { word, args: vec![], link: link.into(), about, urgency: Urgency::Ordinary, changes_at: None, calendar: String::new(), way: None }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Said>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Something changes then.
    #[must_use]
    pub fn before(self, at: DateTime<Utc>) -> Self {
        Self { changes_at: Some(at), ..self }
    }

    /// Something is due on that day: what changes is the end of it, in Denmark.
    #[must_use]
    pub fn due_on(self, date: NaiveDate) -> Self {
        let midnight = (date + Duration::days(1)).and_hms_opt(0, 0, 0).unwrap_or_default();
        self.before(Copenhagen.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |t| t.with_timezone(&Utc)))
    }

    /// With an appointment that the reader's calendar can take in (see [`crate::calendar`]).
    #[must_use]
    pub fn calendar(self, calendar: String) -> Self {
        Self { calendar, ..self }
    }

    /// On this way, where the person can be reached on it.
    #[must_use]
    pub fn by(self, way: Contact) -> Self {
        Self { way: Some(way), ..self }
    }

    /// Somebody waits for an answer.
    #[must_use]
    pub fn pressing(self) -> Self {
        Self { urgency: Urgency::Pressing, ..self }
    }

    /// Sent to this one person by name: an invitation.
    #[must_use]
    pub fn direct(self) -> Self {
        Self { urgency: Urgency::Direct, ..self }
    }

    /// A sign-in code, a link that opens something by itself, or something about the account's safety: at once, and wiped once sent.
    #[must_use]
    pub fn secret(self) -> Self {
        Self { urgency: Urgency::Secret, ..self }
    }

    /// The values as they are stored.
    pub(crate) fn stored_args(&self) -> String {
        serde_json::to_string(&self.args).unwrap_or_default()
    }
}

/// A notice in words.
#[derive(Debug, Clone)]
pub(crate) struct Spelled {
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) action: String,
}

/// Says a notice in the page's language.
pub(crate) fn spell(page: &Page, word: &str, args: &[(impl AsRef<str>, Said)], space: Option<&str>, name: &str) -> Spelled {
    let spoken: Vec<(&str, Spoken)> = args.iter().map(|(name, said)| (name.as_ref(), said.spoken(page))).collect();
    let mut values: Vec<(&str, &dyn Arg)> = vec![("name", &name), ("municipality", &page.municipality)];
    if let Some(space) = &space {
        values.push(("space", space));
    }
    values.extend(spoken.iter().map(|(name, value)| (*name, value as &dyn Arg)));
    let say = |suffix: &str| page.ta(&format!("{word}-{suffix}"), &values);
    Spelled { subject: say("subject"), body: say("body"), action: say("action") }
}

/// The subject of a stored notice in the page's language, for the list of what somebody was told.
#[must_use]
pub fn subject(page: &Page, word: &str, args: &str, space: Option<&str>, name: &str) -> String {
    let args: Vec<(String, Said)> = serde_json::from_str(args).unwrap_or_default();
    spell(page, word, &args, space, name).subject
}
