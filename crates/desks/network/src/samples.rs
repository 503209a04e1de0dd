//! The network's templates with samples.

use samskab_platform::network::{Part, Times};
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::capacity::{self, Place};
use crate::form::OfferForm;
use crate::model::PAUSES;
use crate::office_pages::{Find, Line, Show, listing};
use crate::own_pages::Own;
use crate::pages::{Public, on_paper};
use crate::store::Row;
use askama::Template;

fn row(page: &Page, full: bool) -> Row {
    Row {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        organisation_id: full.then(Uuid::nil),
        area_id: full.then(Uuid::nil),
        can: "drive,other".into(),
        own_words: if full { "Jeg har <en trailer>".into() } else { String::new() },
        reach: if full { "all".into() } else { "area".into() },
        week: if full { Times::crossed(|d| d < 6, |p| p == Part::Evening).to_string() } else { "1morning 7night".into() },
        per_month: if full { 2 } else { 0 },
        fast: "text".into(),
        certificate_on: full.then(|| page.today()),
        licence: full,
        first_aid: full,
        languages: if full { ",ar,uk,".into() } else { String::new() },
        entered_how: if full { "paper".into() } else { String::new() },
        told_at: page.now,
        confirmed_at: page.now - chrono::Duration::days(400),
        reminded_at: full.then_some(page.now),
        paused_until: full.then(|| page.today()),
        area: full.then(|| "Sandhavn <ø>".into()),
        organisation: full.then(|| "Bådelauget <1>".into()),
        entered_by: full.then(|| "Sille".into()),
    }
}

fn places(page: &Page) -> Vec<Place> {
    let areas = [(Uuid::from_u128(1), "Sandhavn <ø>".to_owned(), Some(1_200)), (Uuid::from_u128(2), "Byen".to_owned(), None)];
    let counted = [(Some(areas[0].0), String::new(), 7), (Some(areas[0].0), "drive".to_owned(), 6), (None, String::new(), 9), (None, "cook".to_owned(), 2)];
    capacity::places(page, &areas, &counted)
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut wrong = Form::default();
    for field in ["name", "address", "kind", "words", "area", "day", "part", "fast", "phone", "date", "language"] {
        wrong.wrong(field, "Det mangler");
    }
    wrong.add("grid".into(), "1morning".into());
    wrong.add("language".into(), "ar".into());
    let form = |form: Form, whose: Option<&str>, newcomer: bool, many: bool| OfferForm {
        page: page.clone(),
        by_day: !form.value("grid").is_empty(),
        form,
        action: "/".into(),
        cancel: "/".into(),
        whose: whose.map(str::to_owned),
        newcomer,
        organisations: if many { vec![(Uuid::nil().to_string(), "Bådelauget <1>".into())] } else { vec![] },
        areas: if many { vec![(Uuid::nil().to_string(), "Sandhavn <ø>".into())] } else { vec![] },
    };
    let own = |offers: Vec<Row>| Own { page: page.clone(), offers, pauses: PAUSES }.render();
    let list = |lines: Vec<Line>| listing(page.clone(), Form::default(), vec![], lines, Some("/".into()), Some("/".into())).render();
    let show =
        |offer: Row| Show { page: page.clone(), offer, name: "Ida <Holm>".into(), phone: "20 12 34 56".into(), email: "i@x.example".into(), pauses: PAUSES };
    let bare = Show { phone: String::new(), email: String::new(), ..show(row(page, false)) };
    let public = |places: Vec<Place>, coordinator: bool| Public { page: page.clone(), places, coordinator }.render();
    vec![
        ("network", public(places(page), true)),
        ("network, none", public(vec![], false)),
        ("network_paper", on_paper(page.clone(), vec!["Sandhavn <ø>".into()]).render()),
        ("network_form", form(wrong, Some("Ida <Holm>"), false, true).render()),
        ("network_form, own", form(Form::default(), None, false, false).render()),
        ("network_form, newcomer", form(Form::default(), None, true, true).render()),
        ("network_own", own(vec![row(page, true), row(page, false)])),
        ("network_own, none", own(vec![])),
        ("network_list", list(vec![Line { row: row(page, true), near: true }, Line { row: row(page, false), near: false }])),
        ("network_list, none", list(vec![])),
        ("network_find", Find { page: page.clone(), query: "ida".into(), found: vec![(Uuid::nil(), "Ida <Holm>".into(), Some("Byen".into()))] }.render()),
        ("network_find, none", Find { page: page.clone(), query: "xyz".into(), found: vec![] }.render()),
        ("network_offer", show(row(page, true)).render()),
        ("network_offer, bare", bare.render()),
    ]
}
