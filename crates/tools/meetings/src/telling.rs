//! What people are told of a meeting, and what their calendars get with it.

use samskab_platform::calendar::{self, Appointment, Mailbox, Method};
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::{Act, App, Result};

use crate::store::{Meeting, Somebody, Somewhere};

/// Where a meeting is, in words; where it is nowhere else, on the net.
pub(crate) fn place(place: &str, online: &str) -> String {
    if place.is_empty() { online.to_owned() } else { place.to_owned() }
}

/// A meeting of a space, as calendars know it.
pub(crate) fn appointment(app: &App, slug: &str, m: &Meeting) -> Appointment {
    let url = format!("{}/forloeb/{slug}/moeder/{}", app.settings.base_url, m.id);
    let description: Vec<&str> = [m.bring.as_str(), m.online.as_str(), url.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
    Appointment {
        uid: format!("{}@{}", m.id, calendar::host(app)),
        sequence: m.sequence,
        changed_at: m.changed_at,
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        title: m.title.clone(),
        place: place(&m.place, &m.online),
        description: description.join("\n\n"),
        url,
        cancelled: m.cancelled_at.is_some(),
    }
}

/// The same for a list that goes across spaces: the title says which.
pub(crate) fn appointment_somewhere(app: &App, m: &Somewhere) -> Appointment {
    let url = format!("{}/forloeb/{}/moeder/{}", app.settings.base_url, m.slug, m.id);
    let description: Vec<&str> = [m.bring.as_str(), m.online.as_str(), url.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
    Appointment {
        uid: format!("{}@{}", m.id, calendar::host(app)),
        sequence: m.sequence,
        changed_at: m.changed_at,
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        title: format!("{} · {}", m.title, m.space),
        place: place(&m.place, &m.online),
        description: description.join("\n\n"),
        url,
        cancelled: m.cancelled_at.is_some(),
    }
}

/// What is said of a meeting, the same to everyone.
pub(crate) fn notice(act: &Act<'_>, word: &'static str, m: &Meeting) -> Notice {
    notice_at(act, word, format!("/forloeb/{}/moeder/{}", act.space().slug, m.id), m)
}

/// The same, for whoever may not see the meeting's page: it leads somewhere else.
pub(crate) fn notice_at(act: &Act<'_>, word: &'static str, link: String, m: &Meeting) -> Notice {
    // Not the meeting's id: a second change is another message.
    Notice::new(word, link, act.new_id())
        .with("title", &m.title)
        .with("when", Said::Time(m.starts_at))
        .with("where", place(&m.place, &m.online))
        .before(m.starts_at)
        .direct()
}

/// Says it to somebody, with the appointment for their calendar.
pub(crate) async fn tell(act: &mut Act<'_>, who: &Somebody, notice: &Notice, m: &Meeting, method: Method) -> Result<()> {
    let app = act.app();
    let attendee = who.email.as_ref().map(|email| Mailbox { name: who.name.clone(), email: email.clone() });
    let appointment = appointment(app, &act.space().slug, m);
    let text = calendar::message(&appointment, method, &calendar::organizer(app), attendee.as_ref());
    act.tell(who.id, &notice.clone().calendar(text)).await
}
