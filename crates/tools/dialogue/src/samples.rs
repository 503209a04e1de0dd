//! The dialogue's templates with samples.

use askama::Template;
use samskab_opinion::polis_csv::{Kind, Problem, Wanted};
use samskab_opinion::{Choice, Conversation, Options, opinion_map};
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::model::{Dialogue, Statement, Status};
use crate::pages::{DialoguePage, ListPage, shown};
use crate::run::{ImportPage, ModeratePage, NewPage, reason_field};
use crate::store::Counts;
use crate::vote::VotePage;

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let dialogue = |status| Dialogue {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        question: "Hvad er <godt>?".into(),
        description: "En\nto".into(),
        language: "en".into(),
        attribution: "CC BY".into(),
        status,
    };
    let statement = Statement {
        id: Uuid::nil(),
        text: "Hallen skal være åben".into(),
        state: "rejected".into(),
        reason: "Findes i forvejen".into(),
        author_id: None,
        created_at: page.now,
    };
    let mut form = Form::default();
    form.wrong("text", "For langt");
    form.wrong(&reason_field(&statement.id), "Mangler");
    let vote =
        |statement| VotePage { page: page.clone(), dialogue: dialogue(Status::Open), answered: 1, all: 3, statement, signed_in: false, form: form.clone() };
    let map = |stable| {
        let mut map = opinion_map(&conversation(), &Options::default());
        map.stable = stable;
        shown(page, &map, None, &[])
    };
    let show = |status, map| DialoguePage { page: page.clone(), dialogue: dialogue(status), counts: Counts(40, 400, 10, 1), answered: 3, map, may_run: true };
    let list = vec![(dialogue(Status::Open), Counts(1, 1, 1, 1)), (dialogue(Status::Draft), Counts::default())];
    vec![
        ("dialogues", ListPage { page: page.clone(), dialogues: list, may_write: true }.render()),
        ("dialogues, empty", ListPage { page: page.clone(), dialogues: vec![], may_write: true }.render()),
        ("dialogue", show(Status::Open, Some(map(true))).render()),
        ("dialogue, draft", show(Status::Draft, None).render()),
        ("dialogue, not stable", show(Status::Closed, Some(map(false))).render()),
        ("vote", vote(Some((Uuid::nil(), "Hallen skal være åben".into()))).render()),
        ("vote, done", vote(None).render()),
        ("dialogue_new", NewPage { page: page.clone(), form: form.clone() }.render()),
        ("dialogue_import", ImportPage { page: page.clone(), form: form.clone(), problems: problems() }.render()),
        (
            "moderate",
            ModeratePage {
                page: page.clone(),
                dialogue: dialogue(Status::Open),
                waiting: vec![statement.clone()],
                judged: vec![statement],
                form: form.clone(),
            }
            .render(),
        ),
        ("moderate, empty", ModeratePage { page: page.clone(), dialogue: dialogue(Status::Open), waiting: vec![], judged: vec![], form }.render()),
    ]
}

/// One problem of each kind that a page words, each kind of place among them.
fn problems() -> Vec<Problem> {
    let kinds = [
        Kind::NotUtf8,
        Kind::NoColumn("vote"),
        Kind::ColumnTwice,
        Kind::FewFields { fields: 3, columns: 4 },
        Kind::NoId,
        Kind::NoNumber(Wanted::Time),
        Kind::Misfit("<perhaps>".into(), Wanted::Vote),
        Kind::Misfit("7".into(), Wanted::Moderation),
        Kind::NotYesOrNo("måske".into()),
        Kind::StatementTwice("1".into()),
    ];
    let place = |n: u64| ((n > 0).then_some(n), (n > 1).then(|| "vote".to_owned()));
    kinds
        .into_iter()
        .zip(0..)
        .map(|(kind, n)| (kind, place(n)))
        .map(|(kind, (line, column))| Problem { file: "votes.csv".into(), line, column, kind })
        .collect()
}

/// Forty people in two camps on ten statements.
fn conversation() -> Conversation {
    let statements = (0..10).map(|s| samskab_opinion::Statement { id: s.to_string(), text: format!("Udsagn {s}"), moderated_out: false }).collect();
    let choice = |p: usize, s: usize| if s < 2 || (p + s).is_multiple_of(2) { Choice::Agree } else { Choice::Disagree };
    let votes = (0..40)
        .flat_map(|p| (0..10).map(move |s| samskab_opinion::Vote { participant: p.to_string(), statement: s.to_string(), choice: choice(p, s) }))
        .collect();
    Conversation { statements, votes }
}
