//! Appointments as iCalendar (RFC 5545), and as the messages that move them in somebody's calendar (iTIP, RFC 5546; iMIP,
//! RFC 6047).
//!
//! A calendar knows an appointment by its UID. Of two messages with the same UID the one with the higher SEQUENCE wins, so
//! the sequence grows with every change of time or place, and with the cancellation. Times are in UTC: whatever a reader's
//! calendar believes of daylight saving, the moment is right.

use chrono::{DateTime, NaiveDateTime, Utc};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};

use crate::app::App;
use crate::form::is_email;

/// What a message does with an appointment (RFC 5546, 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Puts it into a calendar, or changes it there.
    Request,
    /// Takes it out.
    Cancel,
    /// Shows it to whoever looks: a file to fetch, or a feed.
    Publish,
}

impl Method {
    /// Its name in a calendar and in the type of a mail's part.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
            Method::Publish => "PUBLISH",
        }
    }

    /// The method of a calendar's text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let named = |method: &Method| text.lines().any(|line| line.strip_prefix("METHOD:") == Some(method.key()));
        [Method::Request, Method::Cancel].into_iter().find(named).unwrap_or(Method::Publish)
    }
}

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The same for as long as it lives, in the whole world.
    pub uid: String,
    /// Grows with every change that matters to a calendar.
    pub sequence: i64,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What it is called.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// Plain text; may be empty.
    pub description: String,
    /// The page about it.
    pub url: String,
    /// Whether it will not take place.
    pub cancelled: bool,
}

/// A name and an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Mailbox {
    pub name: String,
    pub email: String,
}

/// Who invites: the municipality, from the address its mail comes from.
#[must_use]
pub fn organizer(app: &App) -> Mailbox {
    let from = app.settings.mail.as_ref().and_then(|m| m.from.parse::<lettre::message::Mailbox>().ok());
    let email = from.map_or_else(|| format!("samskab@{}", host(app)), |m| m.email.to_string());
    Mailbox { name: app.municipality(), email: if is_email(&email) { email } else { "samskab@example.invalid".to_owned() } }
}

/// The name of this installation on the net: what makes a UID ours.
#[must_use]
pub fn host(app: &App) -> &str {
    let rest = app.settings.base_url.split_once("://").map_or(app.settings.base_url.as_str(), |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// One appointment as a message to one reader, or as a file for anybody.
#[must_use]
pub fn message(appointment: &Appointment, method: Method, organizer: &Mailbox, attendee: Option<&Mailbox>) -> String {
    let mut calendar = calendar(method);
    let mut entry = entry(appointment);
    if method == Method::Cancel && !appointment.cancelled {
        // One reader is taken off the list and the appointment stays for the others: then there is no status (RFC 5546, 3.2.5).
        entry.remove_property("STATUS");
    }
    if method != Method::Publish {
        entry.append_property(address("ORGANIZER", organizer).done());
        if let Some(attendee) = attendee {
            let mut who = address("ATTENDEE", attendee);
            // One answers on the page, where the places are counted: calendars need not ask for an answer.
            who.add_parameter("ROLE", "REQ-PARTICIPANT").add_parameter("PARTSTAT", "NEEDS-ACTION").add_parameter("RSVP", "FALSE");
            entry.append_multi_property(who.done());
        }
    }
    calendar.push(entry);
    folded(&calendar.to_string())
}

/// Many appointments under one name, for a calendar that comes back and looks again.
#[must_use]
pub fn feed(name: &str, appointments: &[Appointment]) -> String {
    let mut calendar = calendar(Method::Publish);
    // Not `NAME` (RFC 7986) as well: the library writes it as it is, and a comma or a line break in it would spoil the file.
    calendar.append_property(("X-WR-CALNAME", clean(name).as_str()));
    calendar.ttl(&chrono::Duration::hours(1));
    for appointment in appointments {
        calendar.push(entry(appointment));
    }
    folded(&calendar.to_string())
}

/// When one of a series is, where it was moved; local times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What the rule gave: its RECURRENCE-ID.
    pub original: NaiveDateTime,
    /// When it begins.
    pub start: NaiveDateTime,
    /// When it ends.
    pub end: NaiveDateTime,
    /// Where; may be empty.
    pub place: String,
}

/// An appointment that comes again and again (RFC 5545, 3.8.5). Its times are local, so that two o'clock stays two o'clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// What all have in common; its own moments are not used.
    pub appointment: Appointment,
    /// When the first begins.
    pub start: NaiveDateTime,
    /// When the first ends.
    pub end: NaiveDateTime,
    /// The RRULE, with UNTIL in UTC; empty: it is held once.
    pub rule: String,
    /// What the rule gives and is not held.
    pub removed: Vec<NaiveDateTime>,
    /// What is held at another time or place.
    pub moved: Vec<Moved>,
}

/// Series under one name, in a time zone: `zone` is its name, `definition` its VTIMEZONE.
#[must_use]
pub fn series(name: &str, zone: &str, definition: &str, all: &[Recurring]) -> String {
    let mut calendar = calendar(Method::Publish);
    calendar.append_property(("X-WR-CALNAME", clean(name).as_str()));
    let time = |key: &str, at: NaiveDateTime| Property::new(key, at.format("%Y%m%dT%H%M%S").to_string()).add_parameter("TZID", zone).done();
    for r in all {
        let mut first = about(&r.appointment);
        first.append_property(time("DTSTART", r.start)).append_property(time("DTEND", r.end));
        if !r.rule.is_empty() {
            first.add_property("RRULE", &r.rule);
        }
        for at in &r.removed {
            first.append_multi_property(time("EXDATE", *at));
        }
        calendar.push(first.done());
        for m in &r.moved {
            let mut entry = about(&Appointment { place: m.place.clone(), ..r.appointment.clone() });
            entry.append_property(time("RECURRENCE-ID", m.original)).append_property(time("DTSTART", m.start)).append_property(time("DTEND", m.end));
            calendar.push(entry.done());
        }
    }
    folded(&calendar.to_string().replacen("BEGIN:VEVENT", &format!("{definition}BEGIN:VEVENT"), 1))
}

fn calendar(method: Method) -> Calendar {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//Samskab//Samskab//DA"), ("CALSCALE", "GREGORIAN"), ("METHOD", method.key())] {
        calendar.append_property((key, value));
    }
    calendar
}

fn entry(a: &Appointment) -> Entry {
    about(a).starts(a.starts_at).ends(a.ends_at).done()
}

/// An appointment without its time.
fn about(a: &Appointment) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&a.uid).timestamp(a.changed_at).last_modified(a.changed_at).summary(&clean(&a.title)).url(&a.url);
    entry.add_property("SEQUENCE", a.sequence.to_string());
    if !a.place.is_empty() {
        entry.location(&clean(&a.place));
    }
    if !a.description.is_empty() {
        entry.description(&clean(&a.description));
    }
    entry.status(if a.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    entry
}

fn address(key: &str, who: &Mailbox) -> Property {
    let mut property = Property::new(key, format!("mailto:{}", who.email));
    // A name in quotes cannot hold one (RFC 5545, 3.1), nor the end of a line.
    let name: String = who.name.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    property
}

/// The same with every line folded at 75 octets (RFC 5545, 3.1): the library's last piece of a line can be one longer.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for sign in line.chars() {
            if octets + sign.len_utf8() > 75 {
                out.push_str("\r\n ");
                octets = 1;
            }
            out.push(sign);
            octets += sign.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

/// Without what a line of a calendar cannot hold.
fn clean(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    fn appointment(title: &str) -> Appointment {
        let at = |hour| Utc.with_ymd_and_hms(2027, 3, 28, hour, 30, 0).unwrap();
        Appointment {
            uid: "1@samskab.example".into(),
            sequence: 3,
            changed_at: at(0),
            starts_at: at(1),
            ends_at: at(3),
            title: title.into(),
            place: "Salen, Torvet 1; 2. sal".into(),
            description: "Tag med:\nen ven".into(),
            url: "http://samskab.example/forloeb/x/moeder/1".into(),
            cancelled: false,
        }
    }

    /// The lines of a calendar, unfolded (RFC 5545, 3.1).
    fn lines(text: &str) -> Vec<String> {
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line has at most 75 octets: {text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        text.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_request_names_both_sides_and_can_be_taken_back() {
        let (from, to) = (Mailbox { name: "Prøveby \"By\", K".into(), email: "k@x.dk".into() }, Mailbox { name: "Ida".into(), email: "ida@x.dk".into() });
        let request = message(&appointment("Møde"), Method::Request, &from, Some(&to));
        let all = lines(&request);
        for line in [
            "METHOD:REQUEST",
            "UID:1@samskab.example",
            "SEQUENCE:3",
            "DTSTART:20270328T013000Z",
            "DTEND:20270328T033000Z",
            "STATUS:CONFIRMED",
            "LOCATION:Salen\\, Torvet 1\\; 2. sal",
            "DESCRIPTION:Tag med:\\nen ven",
            "ORGANIZER;CN=\"Prøveby 'By', K\":mailto:k@x.dk",
            "ATTENDEE;CN=Ida;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:ida@x.dk",
        ] {
            assert!(all.iter().any(|l| l == line), "{line} in {request}");
        }
        assert_eq!(Method::of(&request), Method::Request);
        let cancel = message(&Appointment { cancelled: true, sequence: 4, ..appointment("Møde") }, Method::Cancel, &from, Some(&to));
        assert_eq!(Method::of(&cancel), Method::Cancel);
        assert!(cancel.contains("\r\nSTATUS:CANCELLED\r\n") && cancel.contains("\r\nSEQUENCE:4\r\n"));
        let file = message(&appointment("Møde"), Method::Publish, &from, None);
        assert!(!file.contains("ORGANIZER") && Method::of(&file) == Method::Publish);
    }

    proptest! {
        #[test]
        fn whatever_a_meeting_is_called_the_lines_stay_lines(title in "(\\PC|[\\\\,;:\n\"æøå漢]){0,120}") {
            let text = feed(&title, &[appointment(&title), appointment("to")]);
            let all = lines(&text);
            prop_assert_eq!(all.iter().filter(|l| *l == "BEGIN:VEVENT").count(), 2);
            let summary = all.iter().find_map(|l| l.strip_prefix("SUMMARY:")).unwrap();
            let mut back = String::new();
            let mut signs = summary.chars();
            while let Some(c) = signs.next() {
                match c {
                    '\\' => back.push(match signs.next() { Some('n') => '\n', Some(c) => c, None => '?' }),
                    c => back.push(c),
                }
            }
            prop_assert_eq!(back, clean(&title));
        }
    }
}
