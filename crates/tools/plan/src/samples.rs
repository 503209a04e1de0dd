//! The plan's templates with samples.

use askama::Template;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::begin_pages::{BeginPage, FindPage, FormOnPaper, LinkPage};
use crate::end_pages::{EndPage, EndedPage};
use crate::model::{Kind, Level, Look, State};
use crate::opened::{Content, Dream, Helper, Note, Step};
use crate::people_pages::{PeoplePage, Person, RightsPage};
use crate::plan_pages::{DreamPage, Frame, HomePage, LooksPage, StepPage};
use crate::write_pages::{Asked, FormPage};

fn frame(owns: bool) -> Frame {
    let title = if owns { "Min plan" } else { "Plan for Ida <3" };
    Frame { at: "/forloeb/plan-x/plan".into(), title: title.into(), owner: "Ida <3".into(), owns, manages: owns, adds: owns }
}

fn note(page: &Page, removable: bool) -> Note {
    Note { id: Uuid::nil(), words: "Det gik <godt>\nI dag".into(), author: if removable { "Bo".into() } else { String::new() }, at: page.now, removable }
}

fn dream(page: &Page, full: bool) -> Dream {
    let notes = if full { vec![note(page, true), note(page, false)] } else { vec![] };
    Dream { text: "At bo <selv>".into(), changed_at: page.now, changed_by: if full { "Bo".into() } else { String::new() }, notes }
}

fn step(page: &Page, full: bool) -> Step {
    let helper = |inside: bool| Helper { id: Uuid::nil(), called: "Grethe <nabo>".into(), kind: Kind::Neighbour.key().into(), inside };
    Step {
        id: Uuid::nil(),
        what: "Gå en tur <hver> dag".into(),
        by_on: full.then(|| page.today()),
        state: if full { State::Going } else { State::Waiting },
        changed_at: page.now,
        changed_by: if full { "Bo".into() } else { String::new() },
        helpers: if full { vec![helper(true), helper(false)] } else { vec![] },
        notes: if full { vec![note(page, true)] } else { vec![] },
    }
}

fn reading(page: &Page) -> Vec<Sample> {
    let mut wrong = Form::default();
    wrong.wrong("words", page.t("form-required"));
    let home = |owns: bool, content: Content, people: usize| {
        let (page, frame, helps) = (page.clone(), frame(owns), people > 0);
        HomePage { page, frame, content, writes: owns, people, helps }.render()
    };
    let full = Content { dream: Some(dream(page, true)), steps: vec![step(page, true), step(page, false)] };
    let step_page = |owns: bool, full: bool, form: Form| {
        let others = if full { vec!["Bo".into(), "Else <x>".into()] } else { vec![] };
        StepPage { page: page.clone(), frame: frame(owns), step: step(page, full), first: !full, writes: owns, others, form }.render()
    };
    let dream_page = |owns: bool, full: bool, form: Form| {
        let others = if full { vec!["Bo".into()] } else { vec![] };
        DreamPage { page: page.clone(), frame: frame(owns), dream: dream(page, full), writes: owns, others, form }.render()
    };
    let look = |name: &str, times| (Look { name: name.into(), part: Uuid::nil(), at: page.now, times }, "Drømmen <3".to_owned());
    let looks = |owns: bool, looks| LooksPage { page: page.clone(), frame: frame(owns), looks }.render();
    let helper =
        HomePage { page: page.clone(), frame: Frame { manages: true, ..frame(false) }, content: full.clone(), writes: true, people: 1, helps: false }.render();
    vec![
        ("plan_home", home(true, full.clone(), 2)),
        ("plan_home, empty", home(true, Content { dream: Some(dream(page, false)), steps: vec![] }, 0)),
        ("plan_home, guest", home(false, full, 1)),
        ("plan_home, guest, nothing", home(false, Content { dream: None, steps: vec![] }, 1)),
        ("plan_home, for the owner", helper),
        ("plan_step", step_page(true, true, wrong.clone())),
        ("plan_step, empty", step_page(true, false, Form::default())),
        ("plan_step, guest", step_page(false, true, Form::default())),
        ("plan_dream", dream_page(true, true, wrong)),
        ("plan_dream, empty", dream_page(true, false, Form::default())),
        ("plan_dream, guest", dream_page(false, true, Form::default())),
        ("plan_form_paper", FormOnPaper { page: page.clone() }.render()),
        ("plan_looks", looks(true, vec![look("Bo", 1), look("", 3)])),
        ("plan_looks, none", looks(true, vec![])),
        ("plan_looks, for the owner", looks(false, vec![look("Bo", 1)])),
    ]
}

fn deciding(page: &Page) -> Vec<Sample> {
    let person = |full: bool| Person {
        id: Uuid::nil(),
        called: "Min <søster>".into(),
        name: if full { "Else".into() } else { String::new() },
        waits: (!full).then(|| "else@borger.example".into()),
        helper: full,
        manages: full,
        whole: if full { Level::Read } else { Level::None },
        parts: if full { vec![("Drømmen <3".into(), Level::Write)] } else { vec![] },
    };
    let people = |owns: bool, people| PeoplePage { page: page.clone(), frame: frame(owns), people }.render();
    let mut form = Form::filled([("whole", "none".to_owned()), ("helper", "yes".to_owned())]);
    form.wrong("called", page.t("form-required"));
    let parts = vec![("del-a".to_owned(), Uuid::nil(), "Drømmen <3".to_owned())];
    let rights = |new: bool, form: Form| RightsPage { page: page.clone(), frame: frame(true), form, new, gives: new, parts: parts.clone(), action: "/".into() };
    let end = |held| EndPage { page: page.clone(), frame: frame(true), held }.render();
    vec![
        ("plan_people", people(true, vec![person(true), person(false)])),
        ("plan_people, none", people(true, vec![])),
        ("plan_people, for the owner", people(false, vec![person(true), Person { manages: false, ..person(true) }])),
        ("plan_rights, new", rights(true, form).render()),
        ("plan_rights", rights(false, Form::default()).render()),
        ("plan_end", end(None)),
        ("plan_end, held", end(Some(("1. maj 2027".into(), "En <sag>".into())))),
        ("plan_ended", EndedPage { page: page.clone() }.render()),
    ]
}

fn beginning(page: &Page) -> Vec<Sample> {
    let mut form = Form::default();
    form.wrong("dream", page.t("form-required"));
    let begin = |whose: Option<&str>, form| BeginPage { page: page.clone(), form, whose: whose.map(str::to_owned), action: "/".into(), helps: whose.is_none() };
    let found = || vec![(Uuid::nil(), "Ida <3".to_owned(), Some("Sandhavn".to_owned())), (Uuid::nil(), "Bo".to_owned(), None)];
    let find = |query: &str, full: bool| FindPage {
        page: page.clone(),
        query: query.into(),
        searches: true,
        found: if full { found() } else { vec![] },
        helped: if full { found() } else { vec![] },
    };
    let asked =
        |kind: &'static str| Asked { name: kind, word: "plan-step-question", kind, optional: kind == "date", options: vec![("a".into(), "A <b>".into())] };
    let fields = ["text", "area", "long", "date", "radios", "select"].map(asked).to_vec();
    let questions = FormPage { page: page.clone(), frame: frame(true), form: form.clone(), fields, action: "/".into(), back: "/".into() };
    vec![
        ("plan_begin", begin(None, form).render()),
        ("plan_begin, for somebody", begin(Some("Ida <3"), Form::default()).render()),
        ("plan_find", find("ida", true).render()),
        ("plan_find, none", find("zzz", false).render()),
        ("plan_link", LinkPage { page: page.clone(), owner: "Ida <3".into(), token: "abc".into() }.render()),
        ("plan_form", questions.render()),
    ]
}

/// Each template with samples, also the empty and the refused ones.
pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    [reading(page), deciding(page), beginning(page)].into_iter().flatten().collect()
}
