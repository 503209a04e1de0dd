//! The ideas' templates with samples.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::commitment::{Commitment, Status};
use samskab_platform::paging::Paging;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::hall_pages::{HallPage, HallsPage, ScreenPage, Sheet};
use crate::hall_store::{Hall, Said};
use crate::merge_store::Merge;
use crate::model::{Level, State, Way};
use crate::note_pages::{Note, NotesPage};
use crate::overview::Section;
use crate::pages::{Chip, IdeaPage, ListPage, May, Row, Similar};
use crate::say_pages::SayPage;
use crate::sort_pages::{AsidePage, MergePage};
use crate::store::{Idea, Support};
use crate::write_pages::NewPage;

fn idea(now: DateTime<Utc>, state: State, way: Way) -> Idea {
    let root = if state == State::Merged { Uuid::from_u128(1) } else { Uuid::nil() };
    let agreed = (state == State::Agreed).then_some(now);
    Idea {
        id: Uuid::nil(),
        title: "Bænke på <vejen>".into(),
        text: "Så man kan hvile.\n\nFor dem, der går langsomt.".into(),
        way,
        hall_id: None,
        state,
        root_id: root,
        reason: "Vi ejer ikke <vejen>".into(),
        entered_by: Some("Line".into()),
        written_at: now,
        first_at: now,
        agreed_at: agreed,
        started_at: agreed,
        done_at: agreed,
        settled_at: Some(now),
    }
}

fn row(page: &Page) -> Row {
    Row {
        id: Uuid::nil(),
        title: "Lys på <stien>".into(),
        text: "Der er mørkt".into(),
        href: "/forloeb/x/ideer/1".into(),
        tag: ("ok", page.t("ideas-state-started")),
        by: "Karen og 2 andre".into(),
        at: page.now,
        support: page.t1("ideas-backers", "n", 2),
        span: page.t1("ideas-span-started", "n", 9),
    }
}

fn bare_row(page: &Page) -> Row {
    Row { text: String::new(), support: String::new(), span: String::new(), ..row(page) }
}

fn deed(page: &Page) -> Commitment {
    Commitment {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        space_slug: "x".into(),
        space_title: "X".into(),
        source_kind: Some("idea".into()),
        source_id: Some(Uuid::nil()),
        source_title: Some("Bænke".into()),
        what: "To bænke <nu>".into(),
        doer_id: Uuid::nil(),
        doer: "Poul".into(),
        organisation: None,
        counterpart_id: Uuid::nil(),
        counterpart: "Ida".into(),
        counterpart_title: None,
        due_on: NaiveDate::from_ymd_opt(2027, 5, 1).unwrap_or_default(),
        hours: None,
        money_ore: None,
        rooms: String::new(),
        staff: String::new(),
        status: Status::Started,
        waiting_for: String::new(),
        created_at: page.now,
        started_at: Some(page.now),
        done_at: None,
    }
}

fn refused(page: &Page, fields: &[&str]) -> Form {
    let mut form = Form::filled([("title", "<b>".to_owned()), ("text", "mere".to_owned())]);
    form.called(page, &[("title", "ideas-field-title")]);
    for field in fields {
        form.wrong(field, page.t("form-required"));
    }
    form
}

/// Each template with samples, also the empty and the refused one.
pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut all = lists(page);
    all.extend(one(page));
    all.extend(forms(page));
    all.extend(halls(page));
    all
}

fn lists(page: &Page) -> Vec<Sample> {
    let chips = |n: i64| vec![Chip { words: page.t("ideas-look-all"), n, href: "/".into(), current: true }];
    let list = |rows: Vec<Row>, chips, unseen, median, may: bool| {
        ListPage {
            page: page.clone(),
            rows,
            chips,
            form: Form::filled([("q", "bænk".to_owned()), ("vis", "aabne".to_owned())]),
            paging: Paging::new("/x", &[], Some(2), 100, 20),
            unseen,
            median,
            may_write: may,
            may_note: may,
            may_hall: may,
        }
        .render()
    };
    let section = |median| Section { page, href: "/x".into(), rows: vec![row(page), bare_row(page)], all: 7, became: 2, median }.render();
    vec![
        ("ideas", list(vec![row(page), bare_row(page)], chips(2), true, Some((9, 3)), true)),
        ("ideas, none fits", list(vec![], chips(2), false, None, false)),
        ("ideas, empty", list(vec![], vec![], false, None, true)),
        ("ideas, empty for a stranger", list(vec![], vec![], false, None, false)),
        ("ideas_section", section(Some((9, 3)))),
        ("ideas_section, nothing under way", section(None)),
        ("ideas_rows", section(None)),
        ("ideas_span", list(vec![row(page)], chips(1), false, Some((1, 1)), true)),
        ("ideas_similar", Similar { page, rows: vec![row(page), bare_row(page)], may_support: true }.render()),
    ]
}

fn one(page: &Page) -> Vec<Sample> {
    let merge = || Merge {
        id: Uuid::nil(),
        into_id: Uuid::nil(),
        was_title: "Før".into(),
        was_text: String::new(),
        was_state: State::Open,
        made_by: "Line".into(),
        made_at: page.now,
        ideas: 2,
    };
    let shown = |state, way, may: May, deeds: Vec<Commitment>, mine| {
        let idea = idea(page.now, state, way);
        let merged = state == State::Merged;
        IdeaPage {
            page: page.clone(),
            tag: crate::pages::stands(page, state, idea.started_at.is_some(), false),
            by: "Karen".into(),
            support: Support { all: 3, helpers: 1 },
            helpers: vec!["Poul <P>".into()],
            mine,
            is_author: false,
            parts: if merged { vec![] } else { vec![(idea.clone(), "Fra salen".into())] },
            merges: if merged { vec![] } else { vec![merge()] },
            root: merged.then(|| ("En <anden>".into(), "/x".into())),
            begin: may.merge.then(|| "/ny".into()),
            attached: String::new(),
            deeds,
            may,
            idea,
        }
        .render()
    };
    let all = May { support: true, sign_in: false, change: true, merge: true, part: true, aside: true, take_up: true };
    vec![
        ("idea", shown(State::Open, Way::Online, all, vec![], None)),
        ("idea, to sign in for", shown(State::Open, Way::Paper, May { sign_in: true, ..May::default() }, vec![], None)),
        ("idea, under way", shown(State::Agreed, Way::Helped, all, vec![deed(page)], Some(Level::Helps))),
        ("idea, backed", shown(State::Recommended, Way::Hall, all, vec![], Some(Level::Backs))),
        ("idea, aside", shown(State::Aside, Way::Online, May::default(), vec![], None)),
        ("idea, merged", shown(State::Merged, Way::Online, May::default(), vec![], None)),
        ("idea, withdrawn", shown(State::Withdrawn, Way::Online, May::default(), vec![], None)),
    ]
}

fn forms(page: &Page) -> Vec<Sample> {
    let new = |form, id, rows| NewPage { page: page.clone(), form, id, rows, may_support: true }.render();
    let open = || idea(page.now, State::Open, Way::Online);
    let merge = |form, rows| MergePage { page: page.clone(), idea: open(), form, rows, words: "b<".into() }.render();
    let ways = || vec![("hall".to_owned(), page.t("ideas-notes-from-hall"))];
    let note =
        |n: usize| Note { field: format!("to-{n}"), text: "Flere <bænke>".into(), choices: (0..n).map(|i| (i.to_string(), format!("valg {i}"))).collect() };
    let notes = |form, notes| NotesPage { page: page.clone(), form, ways: ways(), notes }.render();
    vec![
        ("idea_new", new(Form::default(), None, vec![])),
        ("idea_new, like others", new(Form::default(), None, vec![row(page)])),
        ("idea_new, refused", new(refused(page, &["title", "text"]), Some(Uuid::nil()), vec![])),
        ("idea_merge", merge(Form::default(), vec![row(page), bare_row(page)])),
        ("idea_merge, refused", merge(refused(page, &["ideas", "title"]), vec![])),
        ("idea_aside", AsidePage { page: page.clone(), idea: open(), form: Form::default() }.render()),
        ("idea_aside, refused", AsidePage { page: page.clone(), idea: open(), form: refused(page, &["reason"]) }.render()),
        ("idea_notes", notes(Form::default(), vec![])),
        ("idea_notes, refused", notes(refused(page, &["way", "notes"]), vec![])),
        ("idea_notes, looked through", notes(Form::default(), vec![note(2), note(4)])),
    ]
}

fn halls(page: &Page) -> Vec<Sample> {
    let hall = |open: bool| Hall {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        code: "k7m4qp".into(),
        question: "Hvad kan gøre <havnen> bedre?".into(),
        look_first: open,
        opened_at: page.now,
        closes_at: page.now + chrono::Duration::hours(12),
        closed_at: (!open).then_some(page.now),
    };
    let said = || Said { id: Uuid::nil(), root_id: Uuid::nil(), title: "Flere <bænke>".into(), text: "Mange".into(), written_at: page.now };
    let sheet = || Sheet {
        path: "/ide/k7m4qp".into(),
        address: "samskab.example/ide/k7m4qp".into(),
        place: "samskab.example/ide/".into(),
        picture: "<svg></svg>".into(),
    };
    let one = |open, waiting| {
        let (said, shown) = (vec![said(); usize::from(waiting > 0)], vec![said()]);
        let likes = [(Uuid::nil(), ("Bænke <her>".to_owned(), "/x".to_owned()))].into();
        HallPage { page: page.clone(), hall: hall(open), open, sheet: sheet(), all: 4, waiting, said, shown, likes }.render()
    };
    let screen = |open, shown| ScreenPage { page: page.clone(), hall: hall(open), open, sheet: sheet(), all: 4, shown }.render();
    let say = |open, form| {
        let ideas = Some("/forloeb/x/ideer".to_owned());
        SayPage { page: page.clone(), form, hall: hall(open), open, space: "Havnen <x>".into(), ideas }.render()
    };
    vec![
        ("idea_halls", HallsPage { page: page.clone(), form: Form::default(), halls: vec![hall(false)] }.render()),
        ("idea_halls, one is open", HallsPage { page: page.clone(), form: Form::default(), halls: vec![hall(true), hall(false)] }.render()),
        ("idea_halls, refused", HallsPage { page: page.clone(), form: refused(page, &["question"]), halls: vec![] }.render()),
        ("idea_hall", one(true, 2)),
        ("idea_hall, closed", one(false, 0)),
        ("idea_screen", screen(true, vec![said()])),
        ("idea_screen, closed", screen(false, vec![])),
        ("idea_say", say(true, Form::default())),
        ("idea_say, refused", say(true, refused(page, &["title", "text"]))),
        ("idea_say, closed", say(false, refused(page, &[]))),
    ]
}
