//! Rules without a database: what one leaves, what an error means, which week a letter belongs to.

use chrono::{DateTime, Datelike, Utc};
use samskab_platform::rhythm::day;

/// What a reader no longer wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// The space the message was about.
    Space,
    /// Everything that does not change within 48 hours.
    AllButImportant,
    /// Everything but sign-in codes and what is sent to them by name.
    Everything,
}

impl Left {
    pub(crate) const ALL: [Left; 3] = [Left::Space, Left::AllButImportant, Left::Everything];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Left::Space => "space",
            Left::AllButImportant => "important",
            Left::Everything => "everything",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.key() == key)
    }
}

/// What a mail program's own button leaves (RFC 8058 asks no question): the space, where the message is about one; for a
/// digest of several, everything.
pub(crate) fn one_click(about_a_space: bool) -> Left {
    if about_a_space { Left::Space } else { Left::Everything }
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Waiting,
    Sent,
    Failed,
    Stopped,
}

impl State {
    pub(crate) const ALL: [State; 4] = [State::Waiting, State::Failed, State::Sent, State::Stopped];

    pub(crate) fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sent => "sent",
            State::Failed => "failed",
            State::Stopped => "stopped",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// The class of its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            State::Waiting => "wait",
            State::Sent => "ok",
            State::Failed => "late",
            State::Stopped => "plain",
        }
    }
}

/// The words for what a server answered.
pub(crate) fn plain_error(error: &str) -> &'static str {
    let error = error.to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|s| error.contains(s));
    if says(&["gateway"]) {
        "message-error-gateway"
    } else if says(&["(550)", "(551)", "(553)", "(556)", "5.1.1", "address is not valid"]) {
        "message-error-address"
    } else if says(&["5.2.2", "(552)", "(452)"]) {
        "message-error-full"
    } else if says(&["(535)", "(530)", "(534)", "authentication"]) {
        "message-error-account"
    } else if says(&["certificate", "tls", "handshake"]) {
        "message-error-tls"
    } else if says(&["connection", "timed out", "timeout", "network", "dns", "lookup", "refused", "reached", "answer within"]) {
        "message-error-server"
    } else if says(&["(4", "transient"]) {
        "message-error-later"
    } else {
        "message-error-other"
    }
}

/// The ISO week of a moment in Denmark, as year and number.
pub(crate) fn week(at: DateTime<Utc>) -> (i32, u32) {
    let week = day(at).iso_week();
    (week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_told_in_plain_words() {
        for (error, word) in [
            ("permanent error (550): 5.1.1 No such user", "message-error-address"),
            ("Connection error: Connection refused (os error 111)", "message-error-server"),
            ("permanent error (535): 5.7.8 bad credentials", "message-error-account"),
            ("the gateway answered 503: busy", "message-error-gateway"),
            ("transient error (450): greylisted", "message-error-later"),
            ("something else", "message-error-other"),
        ] {
            assert_eq!(plain_error(error), word, "{error}");
        }
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        assert_eq!(week("2027-01-03T12:00:00Z".parse().unwrap()), (2026, 53));
        assert_eq!(week("2027-01-03T23:30:00Z".parse().unwrap()), (2027, 1), "already Monday in Denmark");
    }
}
