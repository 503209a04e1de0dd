//! The board's templates with samples.

use askama::Template;
use chrono::Duration;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::figures::{Chart, FiguresPage, LevelRow, ShareRow, week_name};
use crate::import_pages::{ImportPage, Seen};
use crate::level_store::Aim;
use crate::model::{Per, Share, State, monday};
use crate::overview::Section;
use crate::pages::{Bearer, BoardPage, Group, PeoplePage, Shown};
use crate::said::{self, Row};
use crate::store::{Move, Task};
use crate::task_pages::{AgreePage, May, TaskPage};
use crate::write_pages::FormPage;

fn task(page: &Page, state: State) -> Task {
    let taken = state.is_under_way() || state == State::Handed;
    Task {
        id: Uuid::nil(),
        title: "Lukke <huset>".into(),
        area: "Huset".into(),
        times: 5,
        per: Per::Week,
        minutes: 90,
        needs_key: true,
        needs_skill: true,
        needs_certificate: false,
        needs: "Alarmens kode".into(),
        holder_id: Some(Uuid::nil()),
        holder: Some("Rikke".into()),
        taker_id: taken.then(Uuid::nil),
        taker: taken.then(|| "Poul".into()),
        taker_group: if state == State::Handed { "Husholdet".into() } else { String::new() },
        by_on: Some(page.today() - Duration::days(3)),
        trial_from: taken.then(|| page.today()),
        trial_to: (state == State::Trial).then(|| page.today() + Duration::days(28)),
        guide: if taken { "Sluk lyset.\n\nLås døren.".into() } else { String::new() },
        contact: if taken { "Rikke".into() } else { String::new() },
        state,
        moved_at: page.now,
        commitment_id: None,
        created_at: page.now,
    }
}

fn row(page: &Page, state: State) -> Row {
    let t = task(page, state);
    Row {
        href: "/".into(),
        title: t.title.clone(),
        line: format!("{} · {}", said::often(page, t.times, t.per), said::span(page, t.minutes)),
        hours: page.t1("handover-hours-a-week", "hours", said::hours(page, t.yearly())),
        needs: said::needs(page, &t).join(", "),
        holder: said::holder(page, &t),
        taker: said::taker(page, &t),
        by: page.date(&page.today()),
        late: t.is_late(page.today()),
        tag: (state.tag(), said::state(page, state)),
        wishes: if state == State::Wanted { "Poul, <Grethe>".into() } else { String::new() },
        may_want: state == State::Wanted,
        may_sign_in: state == State::Unowned,
    }
}

fn task_page(page: &Page, state: State, form: Form) -> TaskPage {
    let t = task(page, state);
    let wishes = if state == State::Wanted { vec![(Uuid::nil(), "Poul".to_owned()), (Uuid::nil(), "Grethe".to_owned())] } else { vec![] };
    let step = |s: State| (s.key(), page.t(&format!("handover-to-{}", s.key())));
    TaskPage {
        page: page.clone(),
        tag: (state.tag(), said::state(page, state)),
        often: said::often(page, t.times, t.per),
        span: said::span(page, t.minutes),
        hours: said::hours(page, t.yearly()),
        needs: said::needs(page, &t),
        holder: said::holder(page, &t),
        taker: said::taker(page, &t),
        late: t.is_late(page.today()),
        wishes,
        moves: vec![(said::state(page, state), Move { state, note: "Det gik <godt>".into(), by_name: Some("Poul".into()), at: page.now })],
        next: state.next().map(step),
        others: state.others().into_iter().map(step).collect(),
        commitment: if state == State::Trial { "/".into() } else { String::new() },
        may: May { want: state == State::Unowned, unwant: state == State::Wanted, sign_in: state == State::Back, agree: state.is_open(), change: true },
        form,
        attached: "<p>Filer</p>".into(),
        t,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let mut wrong = Form::filled([("title", "Lukke".to_owned()), ("needs_key", "yes".to_owned()), ("lines", "Lukke; Huset".to_owned())]);
    let fields = ["to", "note", "title", "area", "times", "per", "minutes", "needs", "holder", "by_on", "guide", "contact", "taker", "group"];
    let more = ["trial_from", "trial_to", "lines", "monday", "visits", "activities", "was_visits", "was_activities", "was_when", "promised_visits"];
    for field in fields.into_iter().chain(more).chain(["promised_activities", "promised_text"]) {
        wrong.wrong(field, "Det mangler");
    }
    let share = Share { tasks: 12, all_tasks: 40, yearly: 30_000, all_yearly: 90_000 };
    let shown = || Shown::of(page, &share);
    let group = |state: State| Group {
        key: state.key(),
        title: said::state(page, state),
        text: page.t(&format!("handover-state-{}-text", state.key())),
        rows: vec![row(page, state)],
        open: state.is_open(),
    };
    let board = |groups: Vec<Group>, may| BoardPage {
        page: page.clone(),
        share: (!groups.is_empty()).then(shown),
        shelves: vec![("Alle 40".into(), "/".into(), true), ("Ingen <har> dem 3".into(), "/".into(), false)],
        area: String::new(),
        areas: if groups.is_empty() { vec![] } else { vec![("Alle".into(), "/".into(), true), ("<Huset>".into(), "/".into(), false)] },
        groups,
        may_write: may,
        may_import: may,
    };
    let people = |bearers| PeoplePage { page: page.clone(), bearers };
    let bearer = Bearer { name: "Poul".into(), hours: page.t1("handover-hours-a-week", "hours", "3,5"), rows: vec![row(page, State::Trial)] };
    let form = |form, id| FormPage {
        page: page.clone(),
        form,
        id,
        periods: Per::ALL.iter().map(|p| (p.key().to_owned(), page.t(&format!("handover-period-{}", p.key())))).collect(),
        people: vec![("1".into(), "Rikke".into())],
    };
    let agree = |form| AgreePage { page: page.clone(), t: task(page, State::Wanted), people: vec![("1".into(), "Poul".into())], form };
    let seen = |error: &str| Seen {
        number: 2,
        title: if error.is_empty() { "Lukke <huset>".into() } else { String::new() },
        line: "Huset".into(),
        hours: "3,5".into(),
        error: error.into(),
    };
    let import = |seen: Vec<Seen>, form: Form| ImportPage {
        page: page.clone(),
        bad: seen.iter().filter(|s| !s.error.is_empty()).count(),
        seen,
        form,
        total: "12,5".into(),
    };
    let aim = Aim {
        was_visits: 900,
        was_activities: 42,
        was_when: "Foråret".into(),
        promised_visits: 850,
        promised_activities: 40,
        promised_text: "Fra <januar>".into(),
    };
    let figures = |full: bool, form| FiguresPage {
        page: page.clone(),
        now: full.then(shown),
        share_chart: Chart { width: 20, bars: vec![(1, 40), (11, 60)], lines: vec![("whole", 0)] },
        shares: if full { vec![ShareRow { week: week_name(page, monday(page.today())), tasks: "12".into(), hours: "30".into() }] } else { vec![] },
        aim: full.then(|| aim.clone()),
        level_chart: Chart { width: 10, bars: vec![(1, 100)], lines: vec![("was", 5), ("promised", 10)] },
        levels: if full { vec![LevelRow { week: "Uge 48".into(), visits: 880, activities: 41 }] } else { vec![] },
        may_week: true,
        counted: full,
        may_aim: true,
        form,
    };
    let section = |rows: Vec<Row>| Section { page, href: "/".into(), share: shown(), counts: vec!["12 ingen har".into()], open: rows.len(), rows };
    let mut all = vec![
        ("handover", board(State::ALL.into_iter().map(group).collect(), true).render()),
        ("handover, empty", board(vec![], true).render()),
        ("handover_people", people(vec![bearer]).render()),
        ("handover_people, empty", people(vec![]).render()),
        ("handover_form", form(Form::default(), None).render()),
        ("handover_form, wrong", form(wrong.clone(), Some(Uuid::nil())).render()),
        ("handover_agree", agree(Form::default()).render()),
        ("handover_agree, wrong", agree(wrong.clone()).render()),
        ("handover_import", import(vec![], Form::default()).render()),
        ("handover_import, good", import(vec![seen("")], Form::default()).render()),
        ("handover_import, bad", import(vec![seen(""), seen("Skriv <en titel>")], wrong.clone()).render()),
        ("handover_figures", figures(true, Form::default()).render()),
        ("handover_figures, empty and wrong", figures(false, wrong.clone()).render()),
        ("handover_section", section(vec![row(page, State::Unowned)]).render()),
        ("handover_rows", section(vec![row(page, State::Wanted)]).render()),
        ("handover_definition", board(vec![group(State::Trial)], false).render()),
        ("handover_chart", figures(true, Form::default()).render()),
        ("handover_section, all have somebody", section(vec![]).render()),
    ];
    for state in State::ALL {
        all.push(("handover_task", task_page(page, state, Form::default()).render()));
    }
    all.push(("handover_task, wrong", task_page(page, State::Trial, wrong).render()));
    all
}
