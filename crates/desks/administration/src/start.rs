//! Getting started: what a new municipality does first. Each step is read from how things are, nobody ticks it off;
//! what a municipality can do without, it can leave out with a reason.

use chrono::{DateTime, Utc};
use samskab_platform::access::Role;
use samskab_platform::choices::Choices;
use samskab_platform::db::Sql;
use samskab_platform::settings::Settings;
use samskab_platform::{App, Result};

use crate::store::{self, State};

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Which {
    Name,
    Accessibility,
    Mail,
    Areas,
    Administrator,
    Secretary,
    Facilitator,
    Recipes,
    Space,
    Backup,
}

impl Which {
    /// In the order they are best done.
    pub const ALL: [Which; 10] = [
        Which::Name,
        Which::Mail,
        Which::Administrator,
        Which::Secretary,
        Which::Areas,
        Which::Recipes,
        Which::Space,
        Which::Facilitator,
        Which::Accessibility,
        Which::Backup,
    ];

    /// Its name in choices, addresses and words (`start-…`).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Which::Name => "name",
            Which::Accessibility => "accessibility",
            Which::Mail => "mail",
            Which::Areas => "areas",
            Which::Administrator => "administrator",
            Which::Secretary => "secretary",
            Which::Facilitator => "facilitator",
            Which::Recipes => "recipes",
            Which::Space => "space",
            Which::Backup => "backup",
        }
    }

    /// The step of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|w| w.key() == key)
    }

    /// How many minutes it takes somebody who has not done it before.
    #[must_use]
    pub fn minutes(self) -> i64 {
        match self {
            Which::Name | Which::Areas | Which::Recipes | Which::Space => 2,
            Which::Accessibility => 3,
            Which::Mail | Which::Administrator | Which::Secretary | Which::Facilitator | Which::Backup => 1,
        }
    }

    /// Where it is done.
    #[must_use]
    pub fn href(self) -> &'static str {
        match self {
            Which::Name => "/administration/udseende",
            Which::Accessibility => "/administration/tilgaengelighed",
            Which::Mail => "/administration/beskeder",
            Which::Areas => "/administration/omraader",
            Which::Administrator | Which::Secretary | Which::Facilitator => "/administration/personer",
            Which::Recipes => "/administration/opskrifter",
            Which::Space => "/forloeb/ny",
            Which::Backup => "/administration/kom-i-gang/sikkerhedskopi",
        }
    }

    /// Whether one can do without it. Name, mail and a first space are what the rest stands on.
    #[must_use]
    pub fn can_be_left_out(self) -> bool {
        !matches!(self, Which::Name | Which::Mail | Which::Space)
    }
}

/// A step as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub which: Which,
    /// Whether it is done.
    pub done: bool,
    /// Why it was left out.
    pub left_out: Option<String>,
}

impl Step {
    /// The word key of what is to be done.
    #[must_use]
    pub fn word(&self) -> String {
        format!("start-{}", self.which.key())
    }

    /// The word key of why.
    #[must_use]
    pub fn why(&self) -> String {
        format!("start-{}-why", self.which.key())
    }

    /// Whether there is nothing left to do about it.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.done || self.left_out.is_some()
    }
}

/// All steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// In the order they are best done.
    pub all: Vec<Step>,
}

impl Steps {
    /// How many are done or left out.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.all.iter().filter(|s| s.settled()).count()
    }

    /// Whether the municipality has started.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.next().is_none()
    }

    /// What comes next.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.all.iter().find(|s| !s.settled())
    }

    /// How many minutes are left.
    #[must_use]
    pub fn minutes_left(&self) -> i64 {
        self.all.iter().filter(|s| !s.settled()).map(|s| s.which.minutes()).sum()
    }
}

/// Whether somebody with these roles sees it: whoever can do what it asks for.
#[must_use]
pub fn is_for(roles: &[Role]) -> bool {
    roles.contains(&Role::Administrator)
}

/// How each step stands.
///
/// # Errors
/// When the database fails.
pub async fn steps(sql: &mut Sql, app: &App) -> Result<Steps> {
    Ok(derive(&store::state(sql).await?, &app.choices(), latest_backup(&app.settings).is_some()))
}

/// When the newest backup was taken, by its name, in the folder the settings name: `samskab-20260302T080000Z…`.
#[must_use]
pub fn latest_backup(settings: &Settings) -> Option<DateTime<Utc>> {
    let files = std::fs::read_dir(settings.backup.folder.as_ref()?).ok()?;
    files.filter_map(|f| taken_at(f.ok()?.file_name().to_str()?)).max()
}

fn taken_at(name: &str) -> Option<DateTime<Utc>> {
    let stamp = name.strip_prefix("samskab-")?.get(..16)?;
    chrono::NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%SZ").ok().map(|at| at.and_utc())
}

/// The steps, derived from what the database and the choices say.
fn derive(state: &State, choices: &Choices, backup: bool) -> Steps {
    let chosen = |name: &str| choices.contains_key(name);
    let done = |which: Which| match which {
        Which::Name => chosen("look.name"),
        Which::Accessibility => chosen("accessibility.date"),
        Which::Mail => state.mails_sent > 0,
        Which::Areas => state.areas > 0,
        Which::Administrator => state.administrators > 1,
        Which::Secretary => state.secretaries > 1,
        Which::Facilitator => state.facilitators > 0,
        Which::Recipes => chosen("start.recipes-seen"),
        Which::Space => state.spaces > 0,
        Which::Backup => backup,
    };
    let step = |which: Which| Step { which, done: done(which), left_out: choices.get(&format!("start.without.{}", which.key())).cloned() };
    Steps { all: Which::ALL.into_iter().map(step).collect() }
}

/// A list for samples.
pub(crate) fn sample() -> Steps {
    let choices = Choices::from([("look.name".to_owned(), "Prøveby".to_owned()), ("start.without.areas".to_owned(), "Vi har <ingen>".to_owned())]);
    derive(&State::default(), &choices, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_installation_begins_with_its_name_and_takes_a_quarter_of_an_hour() {
        let steps = derive(&State { administrators: 1, secretaries: 1, ..State::default() }, &Choices::new(), false);
        assert_eq!(steps.settled(), 0);
        assert_eq!(steps.next().map(|s| s.which), Some(Which::Name));
        assert!(steps.minutes_left() <= 16, "{}", steps.minutes_left());
    }

    #[test]
    fn a_step_is_done_by_doing_it_and_can_be_left_out_with_a_reason() {
        let choices = Choices::from([("start.without.areas".to_owned(), "Vi har ingen".to_owned())]);
        let steps = derive(&State { administrators: 2, mails_sent: 1, ..State::default() }, &choices, false);
        let of = |which| steps.all.iter().find(|s| s.which == which).expect("every step is there").clone();
        assert!(of(Which::Administrator).done && of(Which::Mail).done);
        assert!(!of(Which::Areas).done && of(Which::Areas).settled());
        assert!(!of(Which::Secretary).settled());
    }

    #[test]
    fn when_everything_is_settled_it_is_complete() {
        let state = State { areas: 1, spaces: 1, mails_sent: 1, administrators: 2, secretaries: 2, facilitators: 1 };
        let names = ["look.name", "accessibility.date", "start.recipes-seen"];
        let steps = derive(&state, &names.into_iter().map(|n| (n.to_owned(), "x".to_owned())).collect(), true);
        assert!(steps.complete());
        assert_eq!(steps.minutes_left(), 0);
    }

    #[test]
    fn a_backup_is_known_by_its_name() {
        assert_eq!(taken_at("samskab-20260302T080000Z.tar.zst.age").map(|t| t.to_rfc3339()).as_deref(), Some("2026-03-02T08:00:00+00:00"));
        for other in ["samskab.db", "samskab-notes.txt", "samskab-20261302T080000Z.tar", "backup-20260302T080000Z"] {
            assert_eq!(taken_at(other), None, "{other}");
        }
    }

    #[test]
    fn what_the_rest_stands_on_cannot_be_left_out() {
        assert!(Which::ALL.iter().filter(|w| !w.can_be_left_out()).count() == 3);
        for which in Which::ALL {
            assert_eq!(Which::of(which.key()), Some(which));
        }
    }
}
