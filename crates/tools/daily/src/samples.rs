//! The templates of the everyday with samples.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::rich_text;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::contact_pages::ContactsPage;
use crate::count_pages::{CountsPage, Week};
use crate::day::{Line, Shown};
use crate::day_pages::{DayPage, May};
use crate::device_pages::DevicesPage;
use crate::device_store::Device;
use crate::duty_pages::{Day, DutiesPage};
use crate::duty_store::Duty;
use crate::house_store::{Contact, Earlier, Incident, Key, Rules};
use crate::incident_pages::IncidentsPage;
use crate::key_pages::KeysPage;
use crate::kiosk_pages::{KioskPage, Name, PairPage};
use crate::name_pages::{NamesPage, OwnPage, Row};
use crate::overview::Section;
use crate::rules_pages::RulesPage;
use crate::screen_pages::ScreenPage;
use crate::store::Counted;

fn wrong(page: &Page, field: &str) -> Form {
    let mut form = Form::filled([(field, "<b>".to_owned())]);
    form.wrong(field, page.t("form-required"));
    form
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).unwrap_or_default()
}

fn shown(page: &Page) -> Shown {
    let line = |over| Line { when: "10.00–12.00".into(), text: "Kor <A>".into(), place: "Salen".into(), note: "Flyttet".into(), over };
    Shown {
        date: page.date(&day()),
        open: page.t1("daily-open", "hours", "9.00–16.00"),
        next_closed: page.t2("daily-next-closed", "date", page.date(&day()), "why", "Påske"),
        duties: vec![(page.t("daily-duty-steward"), "Bent <B>".into())],
        lines: vec![line(false), line(true)],
        messages: vec![(Uuid::nil(), "Elevatoren er <i stykker>".into())],
    }
}

fn device(page: &Page, kind: &str, paired: bool, closed: bool) -> Device {
    Device {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        kind: kind.into(),
        name: "Ved <døren>".into(),
        pair_code: (!paired).then(|| "abcd2345".into()),
        pair_until: (!paired).then(|| page.now + chrono::Duration::minutes(9)),
        opened_at: page.now,
        seen_at: paired.then(|| page.now - chrono::Duration::days(2)),
        closed_at: closed.then_some(page.now),
        paired,
    }
}

fn duty(asked: bool) -> Duty {
    Duty {
        id: Uuid::nil(),
        day: day(),
        kind: "steward".into(),
        person_id: Uuid::nil(),
        name: "Bent <B>".into(),
        phone: Some("20123456".into()),
        asked_id: asked.then(Uuid::nil),
        asked: asked.then(|| "Karen".into()),
    }
}

fn key(page: &Page, held: bool, agreed: bool) -> Key {
    Key {
        id: Uuid::nil(),
        name: "Hoveddør <3>".into(),
        opens: "Døren".into(),
        held_id: held.then(Uuid::nil),
        person_id: held.then(Uuid::nil),
        holder: held.then(|| "Bent".into()),
        given_on: held.then(day),
        agreed_at: agreed.then_some(page.now),
    }
}

fn kiosk(page: &Page, found: bool) -> KioskPage {
    KioskPage {
        page: page.clone(),
        house: "Huset <på bakken>".into(),
        q: if found { "ka".into() } else { String::new() },
        names: if found { vec![Name { id: Uuid::nil(), label: "Karen <S>.".into() }] } else { vec![] },
        letters: if found { vec!["K".into(), "Ø".into()] } else { vec![] },
        ids: [Uuid::nil(); 3],
        guests: vec![1, 2, 3],
        wrong: (!found).then(|| page.t("daily-kiosk-unknown")),
    }
}

fn duties(page: &Page, full: bool) -> DutiesPage {
    let slots = |n| vec![("open", None), ("steward", (n > 0).then(|| duty(n > 1))), ("close", None)];
    DutiesPage {
        page: page.clone(),
        form: if full { wrong(page, "day") } else { Form::default() },
        days: (0..3).map(|n| Day { day: page.today(), name: "mandag".into(), today: n == 0, closed: n == 2, slots: slots(n) }).collect(),
        week: page.t2("daily-week-name", "week", 9, "from", page.date(&day())),
        before: "2027-02-22".into(),
        after: "2027-03-08".into(),
        monday: "2027-03-01".into(),
        own: if full { vec![duty(false), duty(true)] } else { vec![] },
        asked: if full { vec![duty(true)] } else { vec![] },
        people: vec![(Uuid::max().to_string(), "Karen <K>".into())],
        may_set: full,
        may_swap: full,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let counted = Counted { day: day(), kiosk: 120, clicked: 7, paper: 3 };
    let links = vec![("dagen/regler", "daily-rules-title")];
    let day_page = |full: bool| DayPage {
        page: page.clone(),
        day: if full { shown(page) } else { Shown { date: page.date(&day()), ..Shown::default() } },
        counted,
        may: May { count: full, message: full },
        inner: full,
        links: links.clone(),
        form: if full { wrong(page, "text") } else { Form::default() },
    };
    let section =
        |full: bool| Section { page, href: "/x".into(), day: if full { shown(page) } else { Shown::default() }, inner: full, yesterday: full.then_some(187) };
    let rows = vec![
        Row { id: Uuid::nil(), name: "Karen <S>".into(), label: "Karen S.".into(), listed: true, cards: vec![(Uuid::nil(), "100<1>".into())] },
        Row { id: Uuid::nil(), name: "Bent".into(), label: String::new(), listed: false, cards: vec![] },
    ];
    let own = |full: bool| OwnPage {
        page: page.clone(),
        listed: full,
        keep: 14,
        days: if full { vec!["mandag".into()] } else { vec![] },
        keys: if full { vec![key(page, true, true), key(page, true, false)] } else { vec![] },
    };
    let weeks = vec![Week { name: "Uge 9".into(), heads: 700, most: 900 }];
    let contact =
        Contact { id: Uuid::nil(), matter: "Vand <i> kælderen".into(), who: "VVS".into(), phone: "20123456".into(), note: "Døgnvagt".into(), is_open: true };
    let incident = |closed| Incident {
        id: Uuid::nil(),
        happened_on: day(),
        text: "En <rude> gik".into(),
        told: "Glarmester".into(),
        done: "Skiftet".into(),
        closed,
        by: closed.then(|| "Bent".into()),
        written_at: page.now,
    };
    let rules = |number| Rules { id: Uuid::nil(), number, text: "**Ryd op** <her>".into(), written_at: page.now };
    let kinds = vec![("kiosk".to_owned(), page.t("daily-screen-kind-kiosk-long"))];
    let devices = vec![device(page, "kiosk", false, false), device(page, "screen", true, false), device(page, "screen", true, true)];
    vec![
        ("daily_device_layout", kiosk(page, true).render()),
        ("daily_lines", day_page(true).render()),
        ("daily_kiosk", kiosk(page, true).render()),
        ("daily_kiosk, a card nobody knows", kiosk(page, false).render()),
        ("daily_pair", PairPage { page: page.clone(), form: wrong(page, "code"), closed: true }.render()),
        ("daily_screen", ScreenPage { page: page.clone(), house: "Huset".into(), day: shown(page) }.render()),
        ("daily_screen, empty", ScreenPage { page: page.clone(), house: "Huset".into(), day: Shown::default() }.render()),
        ("daily_day", day_page(true).render()),
        ("daily_day, empty", day_page(false).render()),
        ("daily_section", section(true).render()),
        ("daily_section, empty", section(false).render()),
        ("daily_devices", DevicesPage { page: page.clone(), form: wrong(page, "name"), keep: Form::default(), devices, kinds }.render()),
        ("daily_names", NamesPage { page: page.clone(), form: wrong(page, "name"), people: vec![(Uuid::nil().to_string(), "Ida".into())], rows }.render()),
        ("daily_names, empty", NamesPage { page: page.clone(), form: Form::default(), people: vec![], rows: vec![] }.render()),
        ("daily_own", own(true).render()),
        ("daily_own, empty", own(false).render()),
        ("daily_counts", CountsPage { page: page.clone(), paper: Some(wrong(page, "heads")), weeks, days: vec![("mandag".into(), counted)] }.render()),
        ("daily_counts, empty", CountsPage { page: page.clone(), paper: None, weeks: vec![], days: vec![] }.render()),
        ("daily_duties", duties(page, true).render()),
        ("daily_duties, empty", duties(page, false).render()),
        (
            "daily_keys",
            KeysPage {
                page: page.clone(),
                form: wrong(page, "name"),
                keys: vec![key(page, false, false), key(page, true, true), key(page, true, false)],
                earlier: vec![Earlier { key_name: "2".into(), name: "Bent <B>".into(), given_on: day(), back_on: Some(day()) }],
                people: vec![(Uuid::nil().to_string(), "Ida".into())],
            }
            .render(),
        ),
        ("daily_keys, empty", KeysPage { page: page.clone(), form: Form::default(), keys: vec![], earlier: vec![], people: vec![] }.render()),
        ("daily_contacts", ContactsPage { page: page.clone(), form: wrong(page, "phone"), contacts: vec![contact], may: true }.render()),
        ("daily_contacts, empty", ContactsPage { page: page.clone(), form: Form::default(), contacts: vec![], may: false }.render()),
        (
            "daily_incidents",
            IncidentsPage { page: page.clone(), form: wrong(page, "text"), all: Some(vec![incident(false), incident(true)]), months: 12 }.render(),
        ),
        ("daily_incidents, others", IncidentsPage { page: page.clone(), form: Form::default(), all: None, months: 12 }.render()),
        (
            "daily_rules",
            RulesPage {
                page: page.clone(),
                form: Some(wrong(page, "text")),
                shown: Some((rules(1), rich_text::html(&rules(1).text))),
                newest: 2,
                all: vec![rules(2), rules(1)],
            }
            .render(),
        ),
        ("daily_rules, empty", RulesPage { page: page.clone(), form: None, shown: None, newest: 0, all: vec![] }.render()),
    ]
}
