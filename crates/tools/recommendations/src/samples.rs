//! The recommendations' templates with samples.

use askama::Template;
use chrono::{DateTime, Utc};
use samskab_platform::commitment::{self, Commitment, Status as CommitmentStatus};
use samskab_platform::paging::Paging;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::answer_pages::AnswerPage;
use crate::at_once::{self, BegunLine};
use crate::at_once_store::Begun;
use crate::backing_pages::{SourcesPage, Uses};
use crate::document::{Document, Item, SourcePart, SpacePart, StancePart};
use crate::draft_store::{Said, Source, Suggestion, Version, Waiting};
use crate::followup::{DeedLine, Line};
use crate::followup_pages::{AllPage, Figure, List, SpacePage};
use crate::followup_store::Deed;
use crate::history_pages::{Compared, HistoryPage};
use crate::model::{Earlier, Outcome, Recommendation, Status};
use crate::overview::{Clock, Section};
use crate::pages::{Countdown, ListPage, RecommendationPage, Row};
use crate::stance::{Stance, Tally};
use crate::submission_pages::{Choice, ChoosePage, SubmissionPage};
use crate::submission_store::Handed;
use crate::suggestion_pages::{SuggestPage, SuggestionPage};
use crate::texts::Texts;
use crate::write_pages::EditPage;

type Samples = Vec<(&'static str, Result<String, askama::Error>)>;

/// A recommendation submitted (unless it is a draft) and answered (if it is) at a moment.
pub(crate) fn recommendation(number: i64, status: Status, outcome: Option<Outcome>, at: DateTime<Utc>) -> Recommendation {
    Recommendation {
        id: Uuid::from_u128(u128::from(number.unsigned_abs())),
        number,
        title: "Åbn hallen <fredag>".into(),
        text: "Hallen er åben fredag aften.\n\nUnge har nøglen.".into(),
        reason: "84 % var enige".into(),
        status,
        version: 3,
        submission_id: (status != Status::Draft).then_some(Uuid::nil()),
        author: "Ida".into(),
        created_at: at,
        submitted_at: (status != Status::Draft).then_some(at),
        outcome: outcome.map(|o| o.key().to_owned()),
        answer: outcome.map(|_| "Der er penge til det.\n\nVi begynder småt.".into()),
        meeting: outcome.map(|_| "Byrådet, punkt 7".into()),
        body: outcome.map(|_| "<Børneudvalget>".into()),
        decided_on: outcome.map(|_| at.date_naive()),
        correction: outcome.map(|_| "Beløbet var forkert.".into()),
        answered_by: outcome.map(|_| "Karen".into()),
        answered_at: outcome.map(|_| at),
    }
}

fn row(page: &Page, r: &Recommendation, late: i64) -> Row {
    let detail = page.t2("recommendations-submitted-on", "date", page.date_of(&page.now), "n", 1);
    let support = if late > 0 { "9 støtter".to_owned() } else { String::new() };
    Row { number: r.number, title: r.title.clone(), href: "/".into(), tag: r.tag(), status: page.t(r.word()), detail, support, late }
}

fn commitment(page: &Page) -> Commitment {
    Commitment {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        space_slug: "a".into(),
        space_title: "A".into(),
        source_kind: Some("recommendation".into()),
        source_id: None,
        source_title: Some("Åbn hallen".into()),
        what: "Åben hal <fredag>".into(),
        doer_id: Uuid::nil(),
        doer: "Ida".into(),
        organisation: Some("Ungdomsrådet".into()),
        counterpart_id: Uuid::nil(),
        counterpart: "Jens".into(),
        counterpart_title: None,
        due_on: page.today(),
        hours: None,
        money_ore: None,
        rooms: String::new(),
        staff: String::new(),
        status: commitment::Status::Started,
        waiting_for: String::new(),
        created_at: page.now,
        started_at: Some(page.now),
        done_at: None,
    }
}

fn suggestion(page: &Page, state: &str) -> Suggestion {
    let settled = state != "open";
    Suggestion {
        id: Uuid::nil(),
        base: 2,
        title: "Åbn hallen".into(),
        text: "Hallen er åben <lørdag>.".into(),
        reason: "84 % var enige".into(),
        note: "Fredag er der håndbold.".into(),
        suggested_by: Uuid::nil(),
        by_name: "Mads <M>".into(),
        suggested_at: page.now,
        state: state.into(),
        decided_by: settled.then(|| "Ida".into()),
        decided_at: settled.then_some(page.now),
        decision: if state == "declined" { "Lørdag er der fest.".into() } else { String::new() },
    }
}

fn source(title: &str) -> Source {
    Source { object_id: Uuid::nil(), kind: "statement".into(), title: title.into(), href: "/forloeb/a/dialog".into() }
}

fn said() -> Vec<Said> {
    let one = |name: &str, stance: Stance, statement: &str, version| Said {
        person_id: Uuid::nil(),
        name: name.into(),
        stance: stance.key().into(),
        statement: statement.into(),
        version,
    };
    vec![one("Ida", Stance::For, "", 3), one("Mads", Stance::Against, "Det er <for> dyrt.", 2), one("Bo", Stance::Abstains, "Jeg bor ikke her.", 3)]
}

fn wrong() -> Form {
    let mut wrong = Form::filled([("outcome", "partly".to_owned()), ("title", "Kort".to_owned())]);
    for field in ["title", "text", "reason", "outcome", "meeting", "body", "decided_on", "note", "stance", "statement", "decision", "correction", "id"] {
        wrong.wrong(field, "Det mangler");
    }
    wrong
}

fn one(page: &Page, r: &Recommendation, late: i64) -> RecommendationPage {
    RecommendationPage {
        page: page.clone(),
        row: row(page, r, late),
        waited: 12,
        commitments: vec![commitment(page)],
        earlier: vec![Earlier {
            outcome: "noted".into(),
            reason: "Vi ser på det.".into(),
            meeting: "Byrådet, punkt 2".into(),
            body: "Byrådet".into(),
            decided_on: Some(page.today()),
            correction: "En fejl".into(),
            answered_by: "Karen".into(),
            answered_at: page.now,
        }],
        suggestions: vec![suggestion(page, "open"), suggestion(page, "accepted"), suggestion(page, "declined"), suggestion(page, "withdrawn")],
        sources: vec![source("Hallen står <tom>")],
        said: said(),
        tally: Tally { favour: 1, against: 1, abstain: 1 },
        silent: 2,
        form: Form::filled([("stance", "for".to_owned())]),
        may_edit: true,
        may_suggest: true,
        may_source: true,
        may_stance: true,
        may_submit: true,
        nobody_answers: false,
        may_answer: true,
        may_correct: true,
        may_commit: r.outcome().is_some_and(Outcome::leads_to_deeds),
        attached: "<p>Filer</p>".into(),
        r: r.clone(),
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Samples {
    let mut out = recommendations(page);
    out.extend(drafts(page));
    out.extend(handed(page));
    out.extend(became(page));
    out
}

fn recommendations(page: &Page) -> Samples {
    let make = |number, status, outcome| recommendation(number, status, outcome, page.now);
    let (draft, waiting) = (make(1, Status::Draft, None), make(2, Status::Submitted, None));
    let rows = |late| vec![row(page, &draft, 0), row(page, &waiting, late)];
    let list = |rows: Vec<Row>, clock: Option<Countdown>| {
        let some = !rows.is_empty();
        let handed = Handed { id: Uuid::nil(), number: 1, submitted_by: "Sille".into(), submitted_at: page.now, items: 2 };
        let open = Waiting { recommendation: Uuid::nil(), number: 1, title: "Åbn hallen".into(), id: Uuid::nil(), by_name: "Mads".into() };
        let (submissions, suggestions) = if some { (vec![handed], vec![open]) } else { (vec![], vec![]) };
        ListPage { page: page.clone(), rows, clock, submissions, suggestions, may_write: true, drafts: 1, may_answer: some }.render()
    };
    let clock = |days, waiting| Some(Countdown { days, date: page.date(&page.today()), waiting, answered: 3, sent: 3 + waiting });
    let answer =
        |form: Form, corrects, more| AnswerPage { page: page.clone(), form, r: waiting.clone(), more, support: "2 støtter".into(), said: said(), corrects };
    let mut out = vec![
        ("recommendations", list(rows(19), clock(-19, 2))),
        ("recommendations, in time", list(rows(0), clock(40, 1))),
        ("recommendations, all answered", list(rows(0), clock(-40, 0))),
        ("recommendations, empty", list(vec![], None)),
        (
            "recommendations_clock",
            Clock { page, c: Countdown { days: -2, date: page.date(&page.today()), waiting: 1, answered: 11, sent: 12 }, href: "/".into() }.render(),
        ),
        ("recommendations_section", Section { page, rows: rows(0), href: "/".into(), sent: true }.render()),
        ("recommendation, draft", one(page, &draft, 0).render()),
        ("recommendation, wrong", RecommendationPage { form: wrong(), ..one(page, &draft, 0) }.render()),
        ("recommendation, nobody to answer", RecommendationPage { nobody_answers: true, ..one(page, &draft, 0) }.render()),
        (
            "recommendation, nobody has said",
            RecommendationPage { said: vec![], sources: vec![], suggestions: vec![], tally: Tally::default(), form: Form::default(), ..one(page, &draft, 0) }
                .render(),
        ),
        ("recommendation, late", one(page, &waiting, 19).render()),
        ("recommendation_edit, new", EditPage { page: page.clone(), form: Form::default(), draft: None, source: Some(source("Hallen")) }.render()),
        ("recommendation_edit, wrong", EditPage { page: page.clone(), form: wrong(), draft: Some(draft.clone()), source: None }.render()),
        ("recommendation_answer", answer(Form::default(), false, 2).render()),
        ("recommendation_answer, wrong", answer(wrong(), false, 0).render()),
        ("recommendation_answer, corrected", answer(wrong(), true, 0).render()),
    ];
    for (name, outcome) in [
        ("recommendation, approved", Outcome::Approved),
        ("recommendation, partly", Outcome::Partly),
        ("recommendation, noted", Outcome::Noted),
        ("recommendation, rejected", Outcome::Rejected),
    ] {
        out.push((name, one(page, &make(3, Status::Answered, Some(outcome)), 0).render()));
    }
    let not_begun = RecommendationPage { commitments: vec![], ..one(page, &make(3, Status::Answered, Some(Outcome::Approved)), 0) };
    out.push(("recommendation, approved and not begun", not_begun.render()));
    out
}

fn drafts(page: &Page) -> Samples {
    let draft = recommendation(1, Status::Draft, None, page.now);
    let version = |version, restored, suggested_by: Option<&str>| Version {
        version,
        title: "Åbn hallen".into(),
        text: format!("Hallen er åben {version} dage."),
        reason: "84 % var enige".into(),
        note: "Efter mødet".into(),
        restored,
        author: "Ida".into(),
        written_at: page.now,
        suggested_by: suggested_by.map(str::to_owned),
    };
    let versions = vec![version(3, None, Some("Mads")), version(2, Some(1), None), version(1, None, None)];
    let changes = versions[0].texts().changes(&versions[2].texts());
    let history = |compared, versions| HistoryPage { page: page.clone(), form: Form::default(), r: draft.clone(), versions, compared, may_restore: true };
    let shown = |state: &str, form: Form, changes| SuggestionPage {
        page: page.clone(),
        form,
        r: draft.clone(),
        s: suggestion(page, state),
        changes,
        moved: 1,
        may_settle: state == "open",
        may_withdraw: state == "open",
    };
    let chosen = |chosen, found| SourcesPage { page: page.clone(), r: draft.clone(), words: "hal <b>".into(), chosen, found };
    vec![
        ("recommendation_history", history(Some(Compared { from: 1, to: 3, changes: changes.clone() }), versions.clone()).render()),
        ("recommendation_history, same", history(Some(Compared { from: 3, to: 3, changes: vec![] }), versions).render()),
        ("recommendation_history, one", history(None, vec![version(1, None, None)]).render()),
        ("suggestion_edit", SuggestPage { page: page.clone(), form: wrong(), r: draft.clone() }.render()),
        ("suggestion", shown("open", Form::default(), changes.clone()).render()),
        ("suggestion, declined", shown("declined", Form::default(), changes).render()),
        ("suggestion, nothing left", shown("open", wrong(), vec![]).render()),
        ("recommendation_sources", chosen(vec![source("Hallen")], vec![source("Bussen <12>")]).render()),
        ("recommendation_sources, none", chosen(vec![], vec![]).render()),
        ("recommendation_uses", Uses { page, uses: vec![("Bruges i anbefaling 3".into(), "/".into())], write: Some("/".into()) }.render()),
        ("recommendation_uses, none", Uses { page, uses: vec![], write: Some("/".into()) }.render()),
    ]
}

fn handed(page: &Page) -> Samples {
    let draft = recommendation(1, Status::Draft, None, page.now);
    let choose = |form: Form, some: bool, nobody_answers| {
        let choices = if some {
            vec![Choice { id: Uuid::nil(), row: row(page, &draft, 0), open: 1 }, Choice { id: Uuid::nil(), row: row(page, &draft, 1), open: 0 }]
        } else {
            vec![]
        };
        ChoosePage { page: page.clone(), form, choices, nobody_answers }.render()
    };
    let stance = |name: &str, stance: Stance, statement: &str| StancePart { name: name.into(), stance: stance.key().into(), statement: statement.into() };
    let item = |number, stances| Item {
        id: Uuid::nil(),
        number,
        version: 2,
        texts: Texts::new("Åbn hallen <fredag>", "Hallen er åben.\n\nUnge har nøglen.", "84 % var enige"),
        sources: vec![SourcePart { kind: "statement".into(), title: "Hallen er tom".into(), address: "https://a.example/".into() }],
        stances,
        silent: 1,
    };
    let document = Document {
        format: "samskab-submission".into(),
        format_version: 1,
        municipality: "Prøveby Kommune".into(),
        space: SpacePart { title: "A".into(), address: "https://a.example/".into(), frame: "Alt er åbent.".into(), under: String::new() },
        number: 1,
        submitted_at: page.now,
        submitted_by: "Sille".into(),
        answer_by: Some(page.today()),
        recommendations: vec![item(1, vec![stance("Ida", Stance::For, "Godt."), stance("Mads", Stance::Against, "For <dyrt>.")]), item(2, vec![])],
    };
    vec![
        ("submission_choose", choose(Form::filled([("id", Uuid::nil().to_string())]), true, false)),
        ("submission_choose, wrong", choose(wrong(), true, false)),
        ("submission_choose, nobody answers", choose(Form::default(), true, true)),
        ("submission_choose, nothing", choose(Form::default(), false, false)),
        (
            "submission",
            SubmissionPage { page: page.clone(), id: Uuid::nil(), document, digest: "ab12".into(), now: vec![("ok", "Godkendt".into())], may_answer: true }
                .render(),
        ),
    ]
}

/// Something that began at once, agreed and begun at these moments.
pub(crate) fn begun(kind: Option<&str>, created_at: DateTime<Utc>, started_at: Option<DateTime<Utc>>) -> Begun {
    Begun {
        deed: Deed {
            source_id: kind.map(|_| Uuid::nil()),
            id: Uuid::nil(),
            what: "En vandpost <ved> bolværket".into(),
            status: if started_at.is_some() { CommitmentStatus::Started } else { CommitmentStatus::Agreed },
            due_on: created_at.date_naive(),
            doer: "Hassan".into(),
            organisation: None,
            counterpart: "Fie".into(),
            waiting_for: String::new(),
            hours: Some(8),
            money_ore: Some(125_050),
            rooms: String::new(),
            staff: String::new(),
            created_at,
            started_at,
            moved_at: started_at.unwrap_or(created_at),
        },
        slug: "ungepolitik".into(),
        space: "Ungepolitik".into(),
        source_kind: kind.map(str::to_owned),
        source_title: kind.map(|_| "Vand <på> havnen".to_owned()),
    }
}

fn became(page: &Page) -> Samples {
    let at_once = |kind, started: Option<DateTime<Utc>>| at_once::line(page, &begun(kind, page.now, started), &[(Uuid::nil(), page.now)].into());
    let deed = || DeedLine {
        what: "Åben hal <fredag>".into(),
        href: "/".into(),
        who: "Ida".into(),
        with: "Jens".into(),
        due: page.date(&page.today()),
        tag: "ok",
        status: "I gang".into(),
    };
    let line = |late, deeds: Vec<DeedLine>| Line {
        number: 1,
        title: "Åbn hallen <fredag>".into(),
        href: "/".into(),
        space: "Ungepolitik".into(),
        space_href: "/".into(),
        tag: "ok",
        status: "Godkendt".into(),
        detail: "Besvaret".into(),
        late,
        nothing_yet: deeds.is_empty(),
        deeds,
    };
    let list = |begun: Vec<BegunLine>, lines, narrowed, committees, feed: Option<&str>| List {
        path: "/opfoelgning".into(),
        form: Form::filled([("udfald", "approved".to_owned()), ("sent", "ja".to_owned())]),
        figures: vec![
            Figure { words: "Godkendt".into(), n: 1200, href: "/".into(), current: true },
            Figure { words: "Afvist".into(), n: 0, href: "/".into(), current: false },
        ],
        more_begun: (!begun.is_empty()).then(|| (12, "/opfoelgning?udfald=at-once".to_owned())),
        begun,
        lines,
        paging: Paging::new("/opfoelgning", &[("sent", "ja")], Some(2), 100, 25),
        narrowed,
        committees,
        table: "/opfoelgning.csv".into(),
        feed: feed.map(str::to_owned),
    };
    let everywhere = || {
        let mut page = page.clone();
        page.space = None;
        page
    };
    let kinds = [Some("idea"), Some("decision"), Some("statement"), None];
    let quick = || kinds.into_iter().map(|kind| at_once(kind, Some(page.now))).chain([at_once(None, None)]).collect::<Vec<_>>();
    let some = || vec![line(0, vec![deed(), deed()]), line(4, vec![])];
    let committees = vec![("a".to_owned(), "Ungepolitik".to_owned())];
    vec![
        ("followup", AllPage { page: everywhere(), list: list(quick(), some(), true, committees, Some("/opfoelgning.atom")) }.render()),
        ("followup, none", AllPage { page: everywhere(), list: list(vec![], vec![], false, vec![], None) }.render()),
        ("followup, at once", AllPage { page: everywhere(), list: list(quick(), vec![], true, vec![], None) }.render()),
        ("followup_space", SpacePage { page: page.clone(), list: list(quick(), some(), false, vec![], None) }.render()),
        ("followup_space, none", SpacePage { page: page.clone(), list: list(vec![], vec![], true, vec![], Some("/a.atom")) }.render()),
    ]
}
