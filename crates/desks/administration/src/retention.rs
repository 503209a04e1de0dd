//! How long things are kept: the rules, and when something is old enough to be removed. The clean-up itself is in
//! [`crate::cleaning`].

use chrono::{DateTime, Duration, Utc};
use samskab_platform::choices::Choices;
use samskab_platform::{Page, held};

/// A kind of data with a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Codes,
    Sessions,
    Messages,
    Readings,
    Invitations,
    Interests,
    People,
    Imports,
    Held,
}

/// How a rule is set where nobody has chosen, and how far it can be set.
#[derive(Debug, Clone, Copy)]
pub struct Default {
    /// Days.
    pub days: i64,
    /// The fewest days the program can live with.
    pub least: i64,
    /// The most that can be meant.
    pub most: i64,
}

impl Kind {
    /// In the order they are shown.
    pub const ALL: [Kind; 9] =
        [Kind::Codes, Kind::Sessions, Kind::Held, Kind::Messages, Kind::Imports, Kind::Invitations, Kind::Interests, Kind::Readings, Kind::People];

    /// Its name in choices, words (`kept-…`) and the journal.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Codes => "codes",
            Kind::Sessions => "sessions",
            Kind::Messages => "messages",
            Kind::Readings => "readings",
            Kind::Invitations => "invitations",
            Kind::Interests => "interests",
            Kind::People => "people",
            Kind::Imports => "imports",
            Kind::Held => "held",
        }
    }

    /// Whether the program itself has the rule, and nobody can change it.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        self.default().least == self.default().most
    }

    /// The rule where nobody has chosen. Why each is as it is stands in the words `kept-…-why`.
    #[must_use]
    pub fn default(self) -> Default {
        let (days, least, most) = match self {
            Kind::Codes => (1, 1, 30),
            Kind::Sessions => (30, 1, 365),
            Kind::Messages => (90, 7, 3650),
            Kind::Readings => (730, 180, 3650),
            Kind::Invitations => (365, 30, 3650),
            Kind::Interests => (180, 30, 1825),
            Kind::People => (1095, 180, 7300),
            Kind::Imports => (30, 7, 365),
            Kind::Held => (held::DAYS, held::DAYS, held::DAYS),
        };
        Default { days, least, most }
    }
}

/// A rule in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it is about.
    pub kind: Kind,
    /// How many days it is kept.
    pub days: i64,
    /// What it is kept for, in the municipality's own words; empty: as the program explains it.
    pub purpose: String,
}

impl Rule {
    /// How long that is, in words: whole years as years.
    #[must_use]
    pub fn span(&self, page: &Page) -> String {
        if self.days > 0 && self.days % 365 == 0 { page.t1("years", "n", self.days / 365) } else { page.t1("days", "n", self.days) }
    }
}

/// The rules as the municipality has chosen them.
#[must_use]
pub fn rules(choices: &Choices) -> Vec<Rule> {
    Kind::ALL.into_iter().map(|kind| rule(choices, kind)).collect()
}

/// One rule. What lies outside its bounds counts as not chosen.
#[must_use]
pub fn rule(choices: &Choices, kind: Kind) -> Rule {
    let default = kind.default();
    let chosen = choices.get(&format!("retention.{}", kind.key())).and_then(|days| days.parse().ok());
    let days = chosen.filter(|days| (default.least..=default.most).contains(days)).unwrap_or(default.days);
    Rule { kind, days, purpose: choices.get(&format!("retention.{}.purpose", kind.key())).cloned().unwrap_or_default() }
}

/// What is older than this is removed.
#[must_use]
pub fn cutoff(now: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    now - Duration::days(days)
}

/// Whether something that ended at `at` is removed: the model that the SQL is held against.
#[must_use]
pub fn is_removed(at: DateTime<Utc>, now: DateTime<Utc>, days: i64, held: bool) -> bool {
    !held && at < cutoff(now, days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_default_lies_within_its_own_bounds() {
        for kind in Kind::ALL {
            let d = kind.default();
            assert!((d.least..=d.most).contains(&d.days), "{}", kind.key());
        }
    }

    fn moment(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + second, 0).expect("a moment")
    }

    proptest! {
        #[test]
        fn nothing_younger_than_its_rule_is_removed(age in 0i64..10_000_000_000, days in 1i64..7300, held: bool) {
            let now = moment(0);
            let removed = is_removed(now - Duration::seconds(age), now, days, held);
            prop_assert_eq!(removed, !held && age > days * 86_400);
        }

        #[test]
        fn what_is_removed_today_would_be_removed_tomorrow_and_by_a_shorter_rule(age in 0i64..1_000_000_000, days in 2i64..7300) {
            let now = moment(0);
            let at = now - Duration::seconds(age);
            if is_removed(at, now, days, false) {
                prop_assert!(is_removed(at, now + Duration::days(1), days, false));
                prop_assert!(is_removed(at, now, days - 1, false));
            }
            prop_assert!(!is_removed(at, now, days, true), "what is held stays");
        }

        #[test]
        fn a_choice_outside_its_bounds_is_not_one(chosen in any::<i64>()) {
            for kind in Kind::ALL {
                let choices = Choices::from([(format!("retention.{}", kind.key()), chosen.to_string())]);
                let (d, rule) = (kind.default(), rule(&choices, kind));
                let inside = (d.least..=d.most).contains(&chosen);
                prop_assert_eq!(rule.days, if inside { chosen } else { d.days });
            }
        }
    }
}
