//! The association's templates with samples.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::changes::compare;
use samskab_platform::rich_text;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::board_pages::{BoardPage, up_next};
use crate::board_store::Seat;
use crate::election_pages::ElectionPage;
use crate::meeting_pages::{MeetingPage, Voted, points, said, title};
use crate::meeting_store::{Candidate, Election, Meeting, Proposal, Resolution};
use crate::member_pages::{DuesPage, MemberPage, MembersPage, SeasonPage};
use crate::model::Post;
use crate::overview::Aside;
use crate::pages::{FrontPage, PaperLine};
use crate::paper_pages::{CertificatesPage, ComparePage, Line, PaperPage, SpeakersPage};
use crate::paper_store::{Certificate, Declaration, Paper};
use crate::store::{Due, Member, OwnDue, Season};

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, month, 3).unwrap_or_default()
}

fn member(page: &Page, waits: bool) -> Member {
    Member {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Ida <b>".into(),
        contact: "mail".into(),
        number: (!waits).then_some(12),
        code: "ABCD-2345".into(),
        asked_at: page.now,
        joined_on: (!waits).then(|| day(1)),
        left_on: None,
        owes: 20_000,
    }
}

fn meeting(called: bool) -> Meeting {
    Meeting {
        id: Uuid::nil(),
        extraordinary: false,
        held_on: day(3),
        at_time: "19.00".into(),
        place: "Den <store> sal".into(),
        agenda: "Valg af dirigent\nEventuelt".into(),
        notice_days: 14,
        proposal_days: 7,
        paid_to_vote: true,
        called_on: called.then(|| day(2)),
        voters: called.then_some(41),
        guests: Some(2),
        closed_at: None,
        minutes: if called { "## Valg\n\nIda <blev> valgt".into() } else { String::new() },
        chaired_by: "Per".into(),
        approved_on: None,
    }
}

fn seat(post: Post, left: bool) -> Seat {
    Seat {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Ida".into(),
        post,
        elected_on: day(1),
        until_on: day(12),
        left_on: left.then(|| day(6)),
    }
}

fn election(state: &str) -> Election {
    Election {
        id: Uuid::nil(),
        meeting_id: Uuid::nil(),
        post: Post::Member,
        seats: 1,
        until_on: day(12),
        state: state.into(),
        way: "paper".into(),
        ballots: 40,
        blank: 1,
        invalid: 0,
        counted_by: "Per og Lis".into(),
        rounds: i64::from(state != "open"),
        note: String::new(),
    }
}

fn candidate(standing: &str) -> Candidate {
    Candidate { person_id: Uuid::nil(), name: "Ida <b>".into(), votes: 19, standing: standing.into() }
}

fn paper(page: &Page, force: bool) -> Paper {
    Paper {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        kind: "agreement".into(),
        version: 2,
        text: "## Formål\n\nHuset <er> for alle".into(),
        change_note: "Ny åbningstid".into(),
        notice: "6 måneder".into(),
        notice_on: Some(day(6)),
        review_on: Some(day(9)),
        author: "Ida".into(),
        written_at: page.now,
        association_by: None,
        for_association: Some("Ida".into()),
        association_at: Some(page.now),
        municipality_by: None,
        for_municipality: force.then(|| "Sille".into()),
        municipality_at: force.then_some(page.now),
    }
}

fn meeting_page(page: &Page, called: bool) -> MeetingPage {
    let meeting = meeting(called);
    let resolution = Resolution {
        id: Uuid::nil(),
        title: "Nye <vedtægter>".into(),
        text: "Som udsendt".into(),
        majority: "two-thirds".into(),
        way: "hands".into(),
        ayes: 30,
        noes: 8,
        blank: 2,
        carried: true,
        counted_by: "Per".into(),
        at: page.now,
    };
    let proposal =
        Proposal { id: Uuid::nil(), person_id: Uuid::nil(), name: "Lis".into(), title: "En <bænk>".into(), text: "Ved døren".into(), at: page.now };
    let voted = |state: &str| Voted { election: election(state), candidates: vec![candidate("elected"), candidate("tied")], line: "40 stemmer".into() };
    MeetingPage {
        title: title(page, &meeting),
        points: points(&meeting.agenda),
        last_call: day(2),
        first_day: (!called).then(|| day(4)),
        deadline: day(2),
        proposals: if called { vec![proposal] } else { vec![] },
        inside: called,
        elections: if called { vec![voted("open"), voted("tied"), voted("decided")] } else { vec![] },
        resolutions: if called { vec![said(page, resolution)] } else { vec![] },
        minutes_rich: rich_text::html(&meeting.minutes),
        voters: Some((30, 40)),
        on_paper: 3,
        may_plan: true,
        may_propose: true,
        may_count: called,
        may_write: called,
        may_approve: called,
        may_close: called,
        meeting,
        page: page.clone(),
    }
}

fn paper_page(page: &Page, shown: bool) -> PaperPage {
    PaperPage {
        title: page.t("association-agreement"),
        key: "samarbejdsaftale".into(),
        shown: shown.then(|| paper(page, true)),
        text_rich: rich_text::html("## Formål\n\n<b>"),
        latest: shown.then(|| Paper { version: 3, ..paper(page, false) }),
        in_force: shown.then_some(2),
        review_late: shown,
        waits: "Udgave 3 venter".into(),
        write_words: page.t("association-agreement-write"),
        draft_elsewhere: shown,
        versions: vec![paper(page, true)],
        may_write: true,
        for_association: true,
        for_municipality: true,
        answering: "Bente <b>".into(),
        may_name: shown,
        page: page.clone(),
    }
}

fn own_due(paid: bool) -> OwnDue {
    OwnDue {
        name: "2027".into(),
        due_on: day(2),
        season_id: Uuid::nil(),
        amount_ore: 20_000,
        paid_on: paid.then(|| day(1)),
        way: paid.then(|| "mobile".into()),
        entered_by: None,
    }
}

fn front(page: &Page, full: bool) -> FrontPage {
    FrontPage {
        page: page.clone(),
        members: 120,
        waiting: 2,
        own: full.then(|| member(page, false)),
        own_dues: if full { vec![own_due(false)] } else { vec![] },
        certificate: full.then(|| Certificate { person_id: Uuid::nil(), name: "Ida".into(), seen_on: Some(day(1)), entered_by: None }),
        may_ask: !full,
        board_member: full,
        next: full.then(|| meeting(false)),
        later: if full { vec![meeting(true)] } else { vec![] },
        held: if full { vec![meeting(true)] } else { vec![] },
        board: if full { vec![seat(Post::Chair, false)] } else { vec![] },
        papers: vec![PaperLine { title: "Aftale".into(), href: "/".into(), state: "Gælder".into(), class: "ok" }],
        desk: vec![("association-members", "/".into())],
    }
}

/// Each template with samples, also the empty and the refused one.
pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut form = Form::default();
    form.wrong("name", "Skriv et navn");
    let season = Season { id: Uuid::nil(), name: "2027".into(), amount_ore: 20_000, due_on: day(2), asked: 120, paid: 100, paid_ore: 2_000_000 };
    let due = |paid: bool| Due {
        person_id: Uuid::nil(),
        member_id: Uuid::nil(),
        name: "Ida <b>".into(),
        number: Some(3),
        amount_ore: 20_000,
        paid_on: paid.then(|| day(1)),
        way: paid.then(|| "cash".into()),
        entered_by: paid.then(|| "Per".into()),
        reminded_at: (!paid).then_some(page.now),
        entry_id: None,
    };
    let ways = vec![("cash".to_owned(), "Kontant".to_owned())];
    let members = |full: bool| MembersPage {
        page: page.clone(),
        query: if full { "ida".into() } else { String::new() },
        all: 1,
        members: if full { vec![member(page, false)] } else { vec![] },
        more: usize::from(full),
        waiting: if full { vec![member(page, true)] } else { vec![] },
        former: if full { vec![Member { left_on: Some(day(2)), ..member(page, false) }] } else { vec![] },
    };
    let certificate = |seen: bool| Line {
        certificate: Certificate { person_id: Uuid::nil(), name: "Ida <b>".into(), seen_on: seen.then(|| day(1)), entered_by: seen.then(|| "Per".into()) },
        word: if seen { "association-certificate-valid" } else { "association-certificate-missing" },
        class: if seen { "ok" } else { "late" },
        again: "2. januar".into(),
    };
    let speakers = |any: bool, form: Form| SpeakersPage {
        page: page.clone(),
        form,
        answering: if any { vec![(Uuid::nil(), "Bente <b>".into(), true), (Uuid::nil(), "Sekretæren".into(), false)] } else { vec![] },
        people: vec![("x".into(), "Per, leder".into())],
    };
    let certificates = |board: bool| CertificatesPage {
        page: page.clone(),
        form: form.clone(),
        board,
        lines: if board { vec![certificate(true), certificate(false)] } else { vec![] },
        missing: 1,
        old: 0,
        years: 2,
        people: vec![("x".into(), "Per".into())],
        declarations: if board {
            vec![Declaration { id: Uuid::nil(), year: 2026, needed: 3, shown: 2, name: "Ida".into(), made_at: page.now }]
        } else {
            vec![]
        },
        may_declare: board,
        declared: board,
        this_year: 2027,
    };
    let seats = vec![seat(Post::Chair, false), seat(Post::Alternate, false)];
    let board = |now: Vec<Seat>, full: bool| BoardPage {
        page: page.clone(),
        next: up_next(&now),
        before: if full { vec![seat(Post::Treasurer, true)] } else { vec![] },
        now,
        may_seat: full,
        may_vacate: full,
    };
    let vote = |state: &str, still: usize| ElectionPage {
        page: page.clone(),
        election: election(state),
        post: "Medlem".into(),
        line: "40 stemmer".into(),
        candidates: vec![candidate("tied"), candidate("elected")],
        still,
        seats: 1,
        people: vec![("x".into(), "Per <b>".into())],
        back: "/".into(),
    };
    let compare_page = |old: &str, differs: bool| ComparePage {
        page: page.clone(),
        title: "Aftale".into(),
        key: "samarbejdsaftale".into(),
        from: 1,
        to: 2,
        note: "Fordi".into(),
        pieces: compare(old, "en <to> tre"),
        differs,
    };
    let next = meeting(true);
    let aside = Aside { page, href: "/".into(), members: 120, board: &seats, next: Some(&next) };
    let season_page = |owing: Vec<Due>| SeasonPage {
        page: page.clone(),
        season: season.clone(),
        owing,
        paid: vec![due(true)],
        ways: ways.clone(),
        may_remind: true,
        query: String::new(),
        by_way: vec![("Kontant".into(), 20_000)],
        booked: 1,
    };
    vec![
        ("association", front(page, true).render()),
        ("association, empty", front(page, false).render()),
        ("association_members", members(true).render()),
        ("association_members, empty", members(false).render()),
        (
            "association_member",
            MemberPage { page: page.clone(), member: member(page, false), dues: vec![own_due(true), own_due(false)], ways: ways.clone() }.render(),
        ),
        ("association_member, waits", MemberPage { page: page.clone(), member: member(page, true), dues: vec![], ways: vec![] }.render()),
        ("association_dues", DuesPage { page: page.clone(), seasons: vec![season.clone()], may_make: true }.render()),
        ("association_dues, empty", DuesPage { page: page.clone(), seasons: vec![], may_make: false }.render()),
        ("association_season", season_page(vec![due(false)]).render()),
        ("association_season, all paid", season_page(vec![]).render()),
        ("association_board", board(seats.clone(), true).render()),
        ("association_board, empty", board(vec![], false).render()),
        ("association_meeting", meeting_page(page, true).render()),
        ("association_meeting, late", meeting_page(page, false).render()),
        ("association_election", vote("open", 2).render()),
        ("association_election, unopposed", vote("open", 1).render()),
        ("association_election, tied", vote("tied", 2).render()),
        ("association_election, decided", vote("decided", 0).render()),
        ("association_paper", paper_page(page, true).render()),
        ("association_paper, none", paper_page(page, false).render()),
        ("association_speakers", speakers(true, Form::default()).render()),
        ("association_speakers, none and wrong", speakers(false, form.clone()).render()),
        ("association_compare", compare_page("en to", true).render()),
        ("association_compare, same", compare_page("en <to> tre", false).render()),
        ("association_certificates", certificates(true).render()),
        ("association_certificates, municipality", certificates(false).render()),
        ("association_aside", aside.render()),
    ]
}
