//! The circle's templates with samples.

use askama::Template;
use chrono::Duration;
use samskab_platform::network::Kind;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::ask_pages::{AskPage, OwnPage, ProposalLine};
use crate::ask_store::{Ask, Known};
use crate::circle_pages::{CirclePage, ClosePage, LessonsPage, OverPage, ReadPage, WeekPage};
use crate::help_pages::{Asked, GonePage, HelpPage, Mine};
use crate::model::{Details, NeedWords, Requirements};
use crate::need_pages::NeedPage;
use crate::open_pages::{ChangePage, NewPage};
use crate::people_pages::{Insider, PeoplePage};
use crate::slot_pages::SlotPage;
use crate::slot_store::Slot;
use crate::store::{Lesson, Need};
use crate::times::{Line, by_day};

fn need(full: bool) -> Need {
    Need {
        id: Uuid::nil(),
        kind: Kind::Children,
        words: if full { NeedWords { what: "Hente <to> børn".into(), place: "Mariehønen".into(), note: "Ring på".into() } } else { NeedWords::default() },
        requires: if full {
            Requirements { certificate: true, licence: true, first_aid: true, known: true, language: "ar".into() }
        } else {
            Requirements::default()
        },
    }
}

fn slot(page: &Page, hours: i64, taken: bool, by_staff: bool) -> Slot {
    Slot {
        id: Uuid::nil(),
        need_id: Uuid::nil(),
        space_id: Uuid::nil(),
        starts_at: page.now + Duration::hours(hours),
        ends_at: page.now + Duration::hours(hours + 11),
        person_id: taken.then(Uuid::nil),
        taken_at: taken.then_some(page.now),
        by_staff,
        cancelled_at: None,
        changed: 0,
        name: taken.then(|| "Ida <Holm>".into()),
        phone: taken.then(|| "20123456".into()),
    }
}

fn line(page: &Page, hours: i64, taken: bool, by_staff: bool, full: bool) -> Line {
    Line { slot: slot(page, hours, taken, by_staff), need: need(full) }
}

fn ask(page: &Page, answer: &str, way: &str) -> Ask {
    Ask {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        person_id: Uuid::nil(),
        wave: 2,
        way: way.into(),
        asked_at: page.now,
        answer: answer.into(),
        name: "Ida <Holm>".into(),
        phone: Some("20123456".into()),
    }
}

fn known() -> Known {
    Known { id: Uuid::nil(), name: "Ida <Holm>".into(), area: Some("Byen <nord>".into()), email: None, phone: Some("20123456".into()), contact: "phone".into() }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let p = || page.clone();
    let areas = || vec![(Uuid::nil().to_string(), "Byen <nord>".to_owned())];
    let mut wrong = Form::default();
    for field in [
        "name", "happened", "address", "phone", "area", "basis", "kind", "what", "first", "last", "from", "until", "people", "repeat", "need", "person",
        "sure", "lesson", "email", "day",
    ] {
        wrong.wrong(field, "Det mangler");
    }
    wrong.add("preset".into(), "night".into());
    let all = || {
        vec![
            line(page, -30, false, false, true),
            line(page, -29, true, false, false),
            line(page, 1, false, false, true),
            line(page, 2, true, false, true),
            line(page, 3, false, true, false),
            line(page, 80, false, false, false),
        ]
    };
    let details = Details { happened: "Et <uheld>".into(), address: "Møllevej 3".into(), area: None, phone: "20123456".into() };
    let circle = |full: bool| CirclePage {
        page: p(),
        details: if full { details.clone() } else { Details::default() },
        area: full.then(|| "Byen <nord>".into()),
        basis: "Samtykke".into(),
        informed: !full,
        has_owner: !full,
        days: if full { by_day(page, all()) } else { vec![] },
        past: if full { by_day(page, all()) } else { vec![] },
        open: if full { 2 } else { 0 },
        taken: 1,
        staff: i64::from(full),
        asked: if full { vec![ask(page, "", "phone"), ask(page, "yes", "text"), ask(page, "no", "mail")] } else { vec![] },
        yes: 1,
        no: 1,
        drops: if full { vec![("Ida <Holm>".into(), "i dag".into(), "i går".into())] } else { vec![] },
    };
    let proposal = || ProposalLine { id: Uuid::nil(), name: "Ida <Holm>".into(), why: vec!["Bor i <området>".into()], way: "sms".into() };
    let asking = |lines: Vec<ProposalLine>, form: Form| AskPage { page: p(), form, lines, more: 3, full: 1, open: 2, most: 12, night: true };
    let own = |found: Vec<Known>, needs: bool| OwnPage {
        page: p(),
        form: wrong.clone(),
        looks_up: needs,
        query: "ida".into(),
        found,
        needs: if needs { vec![(Uuid::nil().to_string(), "Hente <børn>".into())] } else { vec![] },
    };
    let one = |l: Line| SlotPage {
        page: p(),
        form: wrong.clone(),
        address: "Møllevej <3>".into(),
        people: vec![(Uuid::nil().to_string(), "Ida <Holm>".into())],
        line: l,
    };
    let asked = |mine: bool, open: bool, said_no: bool| Asked {
        action: "/hjaelp/x/svar".into(),
        area: if open { "Byen <nord>".into() } else { String::new() },
        open: if open { by_day(page, vec![line(page, 1, false, false, true)]) } else { vec![] },
        mine: if mine {
            [false, true].map(|begun| Mine { line: line(page, 2, true, false, !begun), name: "Familien <L>".into(), place: "Møllevej 3".into(), begun }).into()
        } else {
            vec![]
        },
        phone: "20 12 34 56".into(),
        said_no,
        calendar: if mine { "/hjaelp/x/kalender.ics".into() } else { String::new() },
    };
    let help = |asked: Vec<Asked>, by_link: bool| HelpPage { page: p(), name: "Ida".into(), asked, by_link };
    let people = |full: bool| PeoplePage {
        page: p(),
        form: if full { wrong.clone() } else { Form::default() },
        inside: [("Ida <Holm>", false, true), ("Bo", true, true), ("Familien", false, false)]
            .map(|(name, me, goes)| Insider { id: Uuid::nil(), name: name.into(), role: "Koordinator".into(), me, goes })
            .into(),
        stances: if full { vec![(Uuid::nil(), "Ida".into(), "known".into()), (Uuid::nil(), "Per".into(), "not".into())] } else { vec![] },
        colleagues: if full { vec![(Uuid::nil().to_string(), "Sille <S>".into())] } else { vec![] },
        query: "x".into(),
        found: if full { vec![known()] } else { vec![] },
    };
    let lesson = Lesson { month: page.today(), asked: 25, helpers: 9, slots: 14, taken: 14, days: 8, text: "Spørg <tidligt>".into() };
    vec![
        ("circle_new", NewPage { page: p(), form: wrong.clone(), areas: areas() }.render()),
        ("circle_new, empty", NewPage { page: p(), form: Form::default(), areas: vec![] }.render()),
        ("circle_change", ChangePage { page: p(), form: wrong.clone(), areas: areas() }.render()),
        ("circle", circle(true).render()),
        ("circle, empty", circle(false).render()),
        ("circle_over", OverPage { page: p() }.render()),
        ("circle_week", WeekPage { page: p(), phone: "20 12 34 56".into(), days: by_day(page, all()) }.render()),
        ("circle_week, empty", WeekPage { page: p(), phone: String::new(), days: vec![] }.render()),
        ("circle_read", ReadPage { page: p(), readings: vec![("Ida <Holm>".into(), "circle-read-circle".into(), 2, page.now, page.now)] }.render()),
        ("circle_read, none", ReadPage { page: p(), readings: vec![] }.render()),
        ("circle_close", ClosePage { page: p(), form: wrong.clone(), ahead: 2, held: false }.render()),
        ("circle_close, held", ClosePage { page: p(), form: Form::default(), ahead: 0, held: true }.render()),
        ("circle_lessons", LessonsPage { page: p(), lessons: vec![lesson] }.render()),
        ("circle_lessons, none", LessonsPage { page: p(), lessons: vec![] }.render()),
        ("circle_need", NeedPage { page: p(), form: wrong.clone(), there: false }.render()),
        ("circle_need, there", NeedPage { page: p(), form: Form::default(), there: true }.render()),
        ("circle_ask", asking(vec![proposal()], wrong.clone()).render()),
        ("circle_ask, none", asking(vec![], Form::default()).render()),
        ("circle_ask_own", own(vec![known()], true).render()),
        ("circle_ask_own, none", own(vec![], true).render()),
        ("circle_ask_own, nothing open", own(vec![], false).render()),
        ("circle_slot", one(line(page, 2, false, false, true)).render()),
        ("circle_slot, taken", one(line(page, 2, true, false, false)).render()),
        ("circle_slot, staff", one(line(page, 2, false, true, false)).render()),
        ("circle_people", people(true).render()),
        ("circle_people, few", people(false).render()),
        ("circle_help", help(vec![asked(true, true, false), asked(false, true, true)], true).render()),
        ("circle_help, taken", help(vec![asked(false, false, false)], false).render()),
        ("circle_help, none", help(vec![], false).render()),
        ("circle_gone", GonePage { page: p() }.render()),
    ]
}
