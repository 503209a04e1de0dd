//! Recruitment's templates with samples.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::access::Role;
use samskab_platform::person::Person;
use samskab_platform::rich_text;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::answer_pages::{ConfirmPage, OfferPage, SaidPage};
use crate::appoint_pages::{AppointPage, Counted, LookPage, Row};
use crate::call_pages::{CallForm, CallPage, Wanted};
use crate::candidate_pages::{Candidate, CandidatePage, CandidatesPage, tag};
use crate::group_pages::{Welcomed, WelcomedPage};
use crate::interest_pages::{EnterForm, InterestForm, SentPage};
use crate::interest_store::Interest;
use crate::lot_pages::{Line, ListPage, LotPage};
use crate::lot_store::Draw;
use crate::overview::{Aside, Attached};
use crate::print_pages::{PaperPage, PosterPage, Sheet};
use crate::seat_pages::{LeavePage, PlacePage, SeatForm, SeatsPage, Shown, term};
use crate::store::{Call, Holding, Profile};
use crate::succession_store::Alternate;

fn profile(filled: i64) -> Profile {
    Profile {
        id: Uuid::nil(),
        place: 1,
        title: "Ung <25>".into(),
        description: "Kender byen".into(),
        role: Role::Member,
        seats: 2,
        from_on: None,
        until_on: NaiveDate::from_ymd_opt(2027, 3, 1),
        filled,
        last_place: 0,
    }
}

fn holding(left: bool) -> Holding {
    let from_on = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default();
    Holding {
        id: Uuid::nil(),
        profile_id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Ida <b>".into(),
        title: "Ung".into(),
        role: Role::Member,
        from_on,
        until_on: None,
        left_on: left.then_some(from_on),
        reason: left.then(|| "time".to_owned()),
    }
}

fn alternate(offered: bool, answer: Option<&str>, page: &Page) -> Alternate {
    Alternate {
        id: Uuid::nil(),
        profile_id: Uuid::nil(),
        space_id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Bo".into(),
        title: "Ung".into(),
        place: 2,
        offered_at: offered.then_some(page.now),
        answer_by: offered.then(|| page.today()),
        answer: answer.map(str::to_owned),
    }
}

fn call(page: &Page, published: bool, closed: bool) -> Call {
    Call {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        title: "Vil du være med i <Havnen>?".into(),
        text: "Kom **med**".into(),
        period: "Marts".into(),
        meetings: "Seks".into(),
        preparation: "Lidt".into(),
        contact: "Line, 12 34 56 78".into(),
        working_groups: true,
        deadline: page.today(),
        opened_at: published.then_some(page.now),
        closed_at: closed.then_some(page.now),
    }
}

fn interest(page: &Page, reply: Option<&str>) -> Interest {
    Interest {
        id: Uuid::nil(),
        call_id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Ida <b>".into(),
        why: "Fordi <jeg> kan".into(),
        working_group: true,
        way: "paper".into(),
        registered_at: page.now,
        withdrawn_at: None,
        reply: reply.map(str::to_owned),
        replied_at: reply.map(|_| page.now),
        entered_by: Some("Line".into()),
    }
}

fn candidate(page: &Page, reply: Option<&str>) -> Candidate {
    let interest = interest(page, reply);
    Candidate { profiles: vec![Uuid::nil()], wants: vec!["Ung".into(), "Havnen".into()], tag: tag(page, &interest), interest }
}

fn draw(page: &Page, drawn: bool, off: bool) -> Draw {
    Draw {
        id: Uuid::nil(),
        call_id: Uuid::nil(),
        profile_id: Uuid::nil(),
        space_name: "Havnen".into(),
        profile_name: "Ung <25>".into(),
        seats: 1,
        digest: "ab".repeat(32),
        closed_at: page.now,
        closed_by: "Marianne".into(),
        seed: drawn.then(|| "4 6 <1>".to_owned()),
        seal: None,
        drawn_at: drawn.then_some(page.now),
        drawn_by: drawn.then(|| "Marianne".to_owned()),
        called_off_at: off.then_some(page.now),
        called_off: off.then(|| "Fejl".to_owned()),
    }
}

fn wanted(page: &Page) -> Vec<Wanted> {
    let profile = profile(1);
    vec![Wanted { role: "Borgermedlem".into(), term: term(page, None, profile.until_on), profile }]
}

fn wrong(fields: &[&str]) -> Form {
    let mut form = Form::filled([("title", "x".to_owned())]);
    for field in fields {
        form.wrong(field, "Ret det <her>");
    }
    form
}

/// Each template with samples, also the empty and the refused one.
pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let pairs = || vec![("a".to_owned(), "Ida".to_owned())];
    let mut all = seats(page, &pairs);
    all.extend(calls(page));
    all.extend(candidates(page));
    all.extend(lots(page));
    all.extend(answers(page));
    all
}

fn seats(page: &Page, pairs: &dyn Fn() -> Vec<(String, String)>) -> Vec<Sample> {
    let one = |p: Profile, alternates| Shown {
        role: "Medlem".into(),
        term: term(page, p.from_on, p.until_on),
        holders: vec![holding(false)],
        alternates,
        profile: p,
    };
    let alternates = vec![alternate(true, None, page), alternate(true, Some("expired"), page), alternate(false, None, page)];
    let list = |shown, staff| {
        let lots = vec![draw(page, true, false), draw(page, false, false), draw(page, false, true)];
        let (open, others) = (vec![call(page, true, false)], vec![call(page, false, false), call(page, true, true)]);
        SeatsPage {
            page: page.clone(),
            shown,
            seats: 4,
            filled: 1,
            open,
            others,
            lots,
            history: vec![holding(true)],
            may_write: staff,
            staff,
            welcome: usize::from(staff),
        }
        .render()
    };
    let empty = |may_write| {
        let none = SeatsPage {
            page: page.clone(),
            shown: vec![],
            seats: 0,
            filled: 0,
            open: vec![],
            others: vec![],
            lots: vec![],
            history: vec![],
            may_write,
            staff: false,
            welcome: 0,
        };
        none.render()
    };
    let form = |form, profile| SeatForm { page: page.clone(), form, profile, roles: pairs(), may_remove: profile.is_some() }.render();
    let leave = |form| LeavePage { page: page.clone(), form, holding: holding(false), reasons: pairs() }.render();
    let place = |form| PlacePage { page: page.clone(), form, profile: profile(1), people: pairs() }.render();
    let fields = ["title", "description", "role", "seats", "from_on", "until_on", "person", "reason", "left_on"];
    vec![
        ("seats", list(vec![one(profile(1), alternates), one(profile(2), vec![])], true)),
        ("seats, a stranger", list(vec![one(profile(1), vec![])], false)),
        ("seats, empty", empty(true)),
        ("seats, empty, a stranger", empty(false)),
        ("seat_form", form(Form::default(), None)),
        ("seat_form, errors", form(wrong(&fields), Some(Uuid::nil()))),
        ("seat_place", place(Form::default())),
        ("seat_place, errors", place(wrong(&fields))),
        ("seat_leave", leave(Form::default())),
        ("seat_leave, errors", leave(wrong(&fields))),
        ("seats_aside", Aside { page, href: "/".into(), profiles: &[profile(1), profile(2)], seats: 4, filled: 3 }.render()),
        ("seats_attached", Attached { page, href: "/".into(), rows: &[(profile(1), "Medlem".into()), (profile(2), "Medlem".into())] }.render()),
    ]
}

fn calls(page: &Page) -> Vec<Sample> {
    let shown = |published: bool, closed: bool, own: Option<Option<&str>>, staff| {
        let own = own.map(|reply| (interest(page, reply), vec!["Ung".to_owned(), "Havnen".to_owned()]));
        let tickets = vec![(Uuid::nil(), "Ung".to_owned(), "K7M-4QX".to_owned())];
        let (rich, is_open) = (rich_text::html("Kom **med**"), published && !closed);
        CallPage {
            page: page.clone(),
            call: call(page, published, closed),
            rich,
            wanted: wanted(page),
            is_open,
            own,
            tickets,
            may_write: staff,
            staff,
            counted: (3, 1),
        }
        .render()
    };
    let form = |form, call| CallForm { page: page.clone(), form, call, profiles: vec![("a".into(), "Ung <25>".into(), "1 af 2".into())] }.render();
    let fields = ["title", "text", "profiles", "period", "meetings", "preparation", "deadline", "contact", "name", "email", "why", "way", "phone", "address"];
    let interest = |form, known: Option<&str>, again| {
        InterestForm { page: page.clone(), form, call: call(page, true, false), wanted: wanted(page), known: known.map(str::to_owned), again }.render()
    };
    let enter = |form| {
        let ways = vec![("paper".to_owned(), "På papir".to_owned())];
        EnterForm { page: page.clone(), form, call: call(page, true, false), wanted: wanted(page), ways }.render()
    };
    let sheet = || Sheet { address: "samskab.example/forloeb/x/pladser".into(), picture: "<svg></svg>".into() };
    let poster =
        |wanted| PosterPage { page: page.clone(), call: call(page, true, false), text: "Kom med".into(), wanted, sheet: sheet(), back: "/".into() }.render();
    let paper = PaperPage { page: page.clone(), call: call(page, true, false), wanted: wanted(page), sheet: sheet(), back: "/".into() };
    vec![
        ("call", shown(true, false, None, true)),
        ("call, draft", shown(false, false, None, true)),
        ("call, closed", shown(true, true, None, false)),
        ("call, own", shown(true, false, Some(None), false)),
        ("call, own, declined", shown(true, true, Some(Some("declined")), false)),
        ("call, own, seat", shown(true, true, Some(Some("seat")), false)),
        ("call_form", form(Form::default(), None)),
        ("call_form, errors", form(wrong(&fields), Some(Uuid::nil()))),
        ("call_poster", poster(wanted(page))),
        ("call_poster, groups only", poster(vec![])),
        ("call_paper", paper.render()),
        ("interest_form", interest(Form::default(), None, false)),
        ("interest_wish", interest(Form::default(), Some("Ida"), true)),
        ("interest_form, errors", interest(wrong(&fields), None, false)),
        ("interest_enter", enter(Form::default())),
        ("interest_enter, errors", enter(wrong(&fields))),
        ("interest_sent", SentPage { page: page.clone(), call: call(page, true, false) }.render()),
    ]
}

fn candidates(page: &Page) -> Vec<Sample> {
    let list = |candidates: Vec<Candidate>, waiting, texts| {
        let (wanted, lots) = (vec![("Ung <25>".to_owned(), 2)], vec![(Uuid::nil(), "Ung".to_owned(), false)]);
        let call = call(page, true, true);
        CandidatesPage { page: page.clone(), call, candidates, wanted, groups: 1, waiting, is_open: waiting > 0, may_appoint: true, texts, lots }.render()
    };
    let both = || vec![candidate(page, None), candidate(page, Some("seat")), candidate(page, Some("declined"))];
    let person = Person {
        id: Uuid::nil(),
        name: "Ida".into(),
        email: Some("ida@eksempel.dk".into()),
        title: None,
        organisation_id: None,
        language: "da".into(),
        persona: None,
        phone: Some("12345678".into()),
        address: Some("Vej 1\nBy".into()),
        contact: "mail".into(),
        helper_id: None,
        rhythm: "daily".into(),
        merged_into: None,
        left_at: None,
    };
    let welcomed = |groups: bool, there: bool, form| {
        let one = |groups| Welcomed { interest: candidate(page, Some("group")).interest, field: "for-1".into(), groups };
        let people = if there { vec![one(vec![]), one(vec!["<Bussen>".into(), "Parken".into()])] } else { vec![] };
        let groups = if groups { vec![("a".to_owned(), "<Bussen>".to_owned())] } else { vec![] };
        WelcomedPage { page: page.clone(), form, people, groups, may_make: true }.render()
    };
    let row =
        || Row { field: "for-1".into(), options: vec![(String::new(), "Senere".into()), ("group".into(), "Gruppe".into())], candidate: candidate(page, None) };
    let appoint =
        |rows, form, by_lot| AppointPage { page: page.clone(), form, call: call(page, true, true), rows, profiles: vec![profile(1)], by_lot }.render();
    let look = |undecided, note: &str| {
        let counted = vec![Counted { word: "Får plads".into(), names: vec!["Ida <b>".into()] }];
        let fields = vec![("for-1".to_owned(), "group".to_owned())];
        LookPage { page: page.clone(), call: call(page, true, true), counted, undecided, fields, date: "1. marts".into(), note: note.into() }.render()
    };
    vec![
        ("candidates", list(both(), 1, false)),
        ("candidates, texts", list(both(), 0, true)),
        ("candidates, empty", list(vec![], 0, false)),
        ("candidate", CandidatePage { page: page.clone(), call: call(page, true, true), candidate: candidate(page, Some("group")), person }.render()),
        ("appoint", appoint(vec![row()], Form::default(), true)),
        ("appoint, errors", appoint(vec![row()], wrong(&["date", "note", "rows"]), false)),
        ("appoint, empty", appoint(vec![], Form::default(), false)),
        ("welcomed", welcomed(true, true, wrong(&["rows"]))),
        ("welcomed, no groups", welcomed(false, true, Form::default())),
        ("welcomed, nobody", welcomed(false, false, Form::default())),
        ("appoint_look", look(vec!["Bo".into()], "Punkt 7")),
        ("appoint_look, all", look(vec![], "")),
    ]
}

fn lots(page: &Page) -> Vec<Sample> {
    let list = |form, chosen: bool, there: bool, is_open: bool| {
        let (profiles, profile) = (if there { vec![profile(1)] } else { vec![] }, chosen.then(|| profile(1)));
        ListPage { page: page.clone(), form, call: call(page, true, !is_open), profiles, profile, candidates: vec![candidate(page, None)], is_open }.render()
    };
    let shown = |drawn, off, may: bool, form, holds| {
        let line = |i: usize| Line { pseudonym: format!("K7M-4Q{i}"), mine: i == 1, seated: i == 0, number: i };
        let mine = may.then(|| "K7M-4Q1".to_owned());
        let (lines, draw) = ((0..3).map(line).collect(), draw(page, drawn, off));
        LotPage { page: page.clone(), form, draw, lines, candidates: 3, mine, may_draw: may, may_call_off: may, may_appoint: drawn, holds }.render()
    };
    vec![
        ("lot_list", list(Form::default(), true, true, false)),
        ("lot_list, errors", list(wrong(&["seats", "fits"]), true, true, false)),
        ("lot_list, choose", list(Form::default(), false, true, false)),
        ("lot_list, none", list(Form::default(), false, false, false)),
        ("lot_list, open", list(Form::default(), false, true, true)),
        ("lot", shown(false, false, true, Form::default(), true)),
        ("lot, errors", shown(false, false, true, wrong(&["seed", "again", "why"]), true)),
        ("lot, drawn", shown(true, false, false, Form::default(), true)),
        ("lot, called off", shown(false, true, false, Form::default(), false)),
    ]
}

fn answers(page: &Page) -> Vec<Sample> {
    let confirm = |wants: Vec<String>, why: &str| {
        let call = call(page, true, false);
        ConfirmPage { page: page.clone(), key: "k".into(), space: "Havnen".into(), call, name: "Ida <b>".into(), wants, working_group: true, why: why.into() }
            .render()
    };
    let said = |next: Option<(String, String)>| SaidPage { page: page.clone(), text: "Tak".into(), next }.render();
    let mut all = vec![
        ("interest_confirm", confirm(vec!["Ung".into(), "Havnen".into()], "Fordi")),
        ("interest_confirm, group only", confirm(vec![], "")),
        ("recruitment_said", said(None)),
        ("recruitment_said, next", said(Some(("/".into(), "Videre".into())))),
    ];
    if let Some(view) = &page.space {
        let offer = |term: &str| OfferPage {
            page: page.clone(),
            key: "k".into(),
            space: view.space.clone(),
            profile: profile(1),
            name: "Bo".into(),
            answer_by: "1. maj".into(),
            term: term.into(),
        };
        all.extend([("seat_offer", offer("til 1. marts").render()), ("seat_offer, no term", offer("").render())]);
    }
    all
}
