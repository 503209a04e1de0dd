//! Each template with samples: full and empty.

use askama::Template;
use samskab_platform::message::{Content, Line as Said, Section};
use samskab_platform::person::Rhythm;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Page};
use uuid::Uuid;

use crate::called_pages::{CallsPage, OwnCallsPage, ToCall};
use crate::leave_pages::LeavePage;
use crate::letter_pages::{LettersPage, Sheet, Week};
use crate::model::Left;
use crate::outbox_pages::{Filter, MessagePage, OutboxPage};
use crate::own_pages::{Line, OwnPage};
use crate::store::{Call, Figures, Letter, Listed, Told};

fn content() -> Content {
    let line = Said { title: String::new(), text: "Læs <rammen>.\n\nDen er kort.".into(), action: "Læs".into(), href: "http://127.0.0.1/x".into() };
    Content {
        hello: "Hej Ida".into(),
        intro: "To nyheder".into(),
        sections: vec![
            Section { title: String::new(), lines: vec![line.clone()] },
            Section { title: "Ungepolitik".into(), lines: vec![Said { title: "Læs rammen".into(), ..line }] },
        ],
        ..Content::default()
    }
}

fn listed(page: &Page) -> Vec<Listed> {
    let sent = Listed {
        id: Uuid::nil(),
        person_id: Some(Uuid::nil()),
        person: Some("Ida <Holm>".into()),
        recipient: "ida@borger.example".into(),
        way: "mail".into(),
        sort: "notice".into(),
        subject: "Læs rammen".into(),
        language: "da".into(),
        created_at: page.now,
        due_at: page.now,
        attempts: 1,
        sent_at: Some(page.now),
        failed_at: None,
        stopped_at: None,
        last_error: None,
        lease_until: None,
    };
    let waiting = Listed {
        sent_at: None,
        last_error: Some("transient error (450): greylisted".into()),
        person_id: None,
        person: None,
        sort: "secret".into(),
        ..sent.clone()
    };
    let failed = Listed {
        sent_at: None,
        failed_at: Some(page.now),
        last_error: Some("permanent error (550): 5.1.1 <no>".into()),
        sort: "direct".into(),
        ..sent.clone()
    };
    let stopped = Listed { sent_at: None, stopped_at: Some(page.now), ..sent.clone() };
    vec![sent, waiting, failed, stopped]
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let p = || page.clone();
    let letter = Letter {
        id: Uuid::nil(),
        person_id: None,
        person: Some("Ida".into()),
        recipient: "Bygaden 1\n8888 Prøveby".into(),
        subject: "2 nyheder".into(),
        content: String::new(),
        language: "da".into(),
        short: Some("abcdefghij".into()),
        created_at: page.now,
        sent_at: None,
    };
    let call = Call {
        id: Uuid::nil(),
        person_id: None,
        person: Some("Ida".into()),
        recipient: "20123456".into(),
        helper: Some("Bo".into()),
        helper_phone: Some("30123456".into()),
        content: String::new(),
        language: "da".into(),
        created_at: page.now,
        sent_at: Some(page.now),
        note: "Kommer <gerne>".into(),
        teller: Some("Bo".into()),
    };
    let to_call = || {
        let others = [Call { helper_phone: None, ..call.clone() }, Call { helper: None, helper_phone: None, ..call.clone() }];
        [call.clone()].into_iter().chain(others).map(|call| ToCall { call, content: content() }).collect::<Vec<_>>()
    };
    let told = Told { space: None, word: "mail-test".into(), args: "[]".into(), link: "/x".into(), created_at: page.now, outcome: String::new(), way: None };
    let lines = |told: &Told| {
        [
            ("sent", Some("mail")),
            ("sent", Some("text")),
            ("sent", Some("letter")),
            ("sent", Some("phone")),
            ("sent", None),
            ("unwanted", None),
            ("unreachable", None),
            ("", None),
        ]
        .into_iter()
        .map(|(outcome, way)| Line { subject: "Læs".into(), told: Told { outcome: outcome.into(), way: way.map(str::to_owned), ..told.clone() } })
        .collect::<Vec<_>>()
    };
    let own = |rhythm, contact| OwnPage { page: p(), rhythm, contact, lines: vec![], older: None, muted: vec![], unreached: vec![], helps: false };
    let mut all: Vec<Sample> = vec![
        ("leave", LeavePage { page: p(), token: "x".into(), space: Some("Ungepolitik".into()), account: true, left: vec![], before: "daily" }.render()),
        (
            "leave, left",
            LeavePage { page: p(), token: "x".into(), space: Some("Ungepolitik".into()), account: true, left: Left::ALL.to_vec(), before: "daily" }.render(),
        ),
        ("leave, no account", LeavePage { page: p(), token: "x".into(), space: None, account: false, left: vec![], before: "daily" }.render()),
        (
            "outbox",
            OutboxPage {
                page: p(),
                figures: Figures { waiting: 3, oldest: Some(page.now), failed: 2, ..Figures::default() },
                mail: true,
                text: true,
                filter: Filter::default(),
                rows: listed(page),
                older: Some("/x".into()),
            }
            .render(),
        ),
        (
            "outbox, empty",
            OutboxPage { page: p(), figures: Figures::default(), mail: false, text: false, filter: Filter::default(), rows: vec![], older: None }.render(),
        ),
        (
            "letters",
            LettersPage {
                page: p(),
                sheets: vec![Sheet { letter: letter.clone(), content: content(), page: p() }],
                weeks: vec![Week { href: "/x".into(), year: 2026, number: 10, letters: 2 }],
                shown: None,
                base_url: "https://samskab.example".into(),
            }
            .render(),
        ),
        ("letters, empty", LettersPage { page: p(), sheets: vec![], weeks: vec![], shown: Some((2026, 10)), base_url: String::new() }.render()),
        ("calls", CallsPage { page: p(), calls: to_call(), made: vec![call.clone()] }.render()),
        ("calls, empty", CallsPage { page: p(), calls: vec![], made: vec![] }.render()),
        ("own_calls", OwnCallsPage { page: p(), calls: to_call() }.render()),
        ("own_calls, empty", OwnCallsPage { page: p(), calls: vec![] }.render()),
        (
            "own_messages",
            OwnPage {
                lines: lines(&told),
                older: Some("/x".into()),
                muted: vec![(Uuid::nil(), "Ungepolitik".into(), "ungepolitik".into()), (Uuid::nil(), "Alt".into(), "kommunen".into())],
                unreached: vec![("mail".into(), page.now), ("text".into(), page.now)],
                helps: true,
                ..own(Rhythm::Daily, "mail")
            }
            .render(),
        ),
    ];
    for (rhythm, contact) in [(Rhythm::AtOnce, "text"), (Rhythm::Weekly, "letter"), (Rhythm::Important, "phone")] {
        all.push(("own_messages, empty", own(rhythm, contact).render()));
    }
    all.extend(listed(page).into_iter().map(|row| ("outbox_message", MessagePage { page: p(), content: (row.sort != "secret").then(content), row }.render())));
    all
}
