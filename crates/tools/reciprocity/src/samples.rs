//! The templates of reciprocity with samples.

use askama::Template;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::model::{Kind, Verdict};
use crate::overview::{Section, ThanksSection};
use crate::pages::{FormPage, Line, MainPage, Promised, Row};
use crate::people_pages::{ThanksPage, ThanksRow, WelcomePage, WelcomesPage};
use crate::people_store::{Step, Thanks, Welcome};

fn line() -> Line {
    Line { quarter: "1. kvartal 2026".into(), kind: "Timer".into(), sides: ["120 af <150> timer".into(), "80 timer".into()] }
}

fn row(page: &Page, verdict: Verdict) -> Row {
    let disputed = verdict == Verdict::Disputed;
    Row {
        id: Uuid::nil(),
        side: "Kommunen".into(),
        what: "Rengøring af <salen>".into(),
        amount: "40 timer".into(),
        line: "1. marts 2026".into(),
        tag: (verdict.tag(), page.t(&format!("reciprocity-verdict-{}", verdict.key()))),
        reason: if disputed { page.t2("reciprocity-against", "name", "Carl", "reason", "Der blev ikke gjort <rent>") } else { String::new() },
        reply: if disputed { page.t2("reciprocity-for", "side", "Kommunen", "text", "Det gjorde vi") } else { String::new() },
        may_judge: verdict == Verdict::Open,
        may_reply: disputed,
    }
}

fn thanks(page: &Page, person: bool) -> Thanks {
    Thanks {
        id: Uuid::nil(),
        person_id: person.then(Uuid::nil),
        person: person.then(|| "Vera".into()),
        to_group: if person { String::new() } else { "Husholdet".into() },
        text: "Tak for <kagen>".into(),
        said_by: Uuid::nil(),
        said_name: "Carl".into(),
        said_at: page.now,
        slug: "bakken".into(),
        space: "Bakken".into(),
    }
}

fn welcome(page: &Page, done: i64) -> Welcome {
    Welcome {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        person: "Asta <Ny>".into(),
        buddy_id: Uuid::nil(),
        buddy: "Vera".into(),
        begun_at: page.now,
        ended_at: (done == 2).then_some(page.now),
        slug: "bakken".into(),
        space: "Bakken".into(),
        steps: 2,
        done,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut wrong = Form::filled([("reason", "Nej".to_owned()), ("side", "house".to_owned())]);
    let fields = ["reason", "reply", "note", "side", "kind", "amount", "what", "from_on", "to_on", "given_on", "promise", "person", "buddy", "steps"];
    for field in fields.into_iter().chain(["group", "text"]) {
        wrong.wrong(field, "Det mangler");
    }
    let promised = |behind: &str| Promised {
        id: Uuid::nil(),
        side: "Kommunen".into(),
        what: "Rengøring".into(),
        line: "120 af 150 timer".into(),
        behind: behind.into(),
        closed: if behind.is_empty() { "Lukket <1. maj>".into() } else { String::new() },
        may_close: !behind.is_empty(),
    };
    let main = |full: bool, form: Form| MainPage {
        page: page.clone(),
        now: if full { vec![line()] } else { vec![] },
        before: if full { vec![line()] } else { vec![] },
        behind: if full { vec!["Kommunen mangler <30> timer".into()] } else { vec![] },
        waiting: if full { vec![row(page, Verdict::Open)] } else { vec![] },
        rows: if full { vec![row(page, Verdict::Confirmed), row(page, Verdict::Disputed)] } else { vec![] },
        promises: if full { vec![promised("Der mangler 30 timer"), promised("")] } else { vec![] },
        may_enter: full,
        may_promise: full,
        may_welcome: full,
        about: (!form.ok()).then(Uuid::nil),
        form,
    };
    let kinds = || -> Vec<(&'static str, String)> { Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("reciprocity-kind-{}-long", k.key())))).collect() };
    let form = |form, is_promise, sides: usize| FormPage {
        page: page.clone(),
        form,
        is_promise,
        sides: vec![("municipality", "Kommunen".to_owned()), ("house", "Huset".to_owned())].into_iter().take(sides).collect(),
        kinds: kinds(),
        promises: if is_promise { vec![] } else { vec![("1".into(), "Rengøring".into())] },
    };
    let people = || vec![("1".to_owned(), "Vera".to_owned())];
    let welcomes = |full: bool, form| WelcomesPage {
        page: page.clone(),
        welcomes: if full { vec![welcome(page, 1), welcome(page, 2)] } else { vec![] },
        people: people(),
        steps: vec!["Se <huset>".into()],
        form,
    };
    let step = |position, done: bool| Step { position, step: "Se <huset>".into(), done_at: done.then_some(page.now) };
    let one =
        |done, is_new| WelcomePage { page: page.clone(), w: welcome(page, done), steps: vec![step(1, done > 0), step(2, done > 1)], is_new, runs: !is_new };
    let thanked = |full: bool, form| ThanksPage {
        page: page.clone(),
        rows: if full { vec![ThanksRow { t: thanks(page, true), may_remove: true }, ThanksRow { t: thanks(page, false), may_remove: false }] } else { vec![] },
        people: people(),
        may_thank: full,
        form,
    };
    let section = || Section { page, href: "/".into(), now: vec![line()], behind: vec!["Huset mangler <2> timer".into()] };
    vec![
        ("reciprocity", main(true, Form::default()).render()),
        ("reciprocity, empty", main(false, Form::default()).render()),
        ("reciprocity, wrong", main(true, wrong.clone()).render()),
        ("reciprocity_row", main(true, Form::default()).render()),
        ("reciprocity_lines", section().render()),
        ("reciprocity_section", section().render()),
        ("reciprocity_thanks_section", ThanksSection { page, href: "/".into(), thanks: vec![thanks(page, true), thanks(page, false)] }.render()),
        ("reciprocity_form", form(Form::default(), true, 1).render()),
        ("reciprocity_form, wrong", form(wrong.clone(), false, 2).render()),
        ("reciprocity_welcomes", welcomes(true, Form::default()).render()),
        ("reciprocity_welcomes, wrong", welcomes(false, wrong.clone()).render()),
        ("reciprocity_welcome", one(1, true).render()),
        ("reciprocity_welcome, over", one(2, false).render()),
        ("reciprocity_thanks", thanked(true, Form::default()).render()),
        ("reciprocity_thanks, wrong", thanked(false, wrong).render()),
    ]
}
