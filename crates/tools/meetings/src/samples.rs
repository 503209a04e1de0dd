//! The meetings' templates with samples.

use askama::Template;
use chrono::Duration;
use samskab_platform::paging::Paging;
use samskab_platform::rich_text;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::agenda_pages::{FormPage, ItemPage};
use crate::decision_pages::{DecisionPage, ListPage as DecisionList};
use crate::feeds::FeedPage;
use crate::minutes_pages::{Field, May as MayMinutes, MinutesPage};
use crate::minutes_store::{Decision, Note};
use crate::model::{Kind, Minutes, Needs, Reply, Sight};
use crate::overview::NextMeeting;
use crate::pages::{Line, ListPage, May, MeetingPage};
use crate::people_pages::{Guest, PeoplePage, SheetPage};
use crate::places::Row;
use crate::plan_pages::{CancelPage, PlanPage};
use crate::seen::{self, Seen};
use crate::store::{Item, Meeting, Recused, Registration};

fn meeting(page: &Page, hours: i64, kind: Kind, state: Minutes) -> Meeting {
    let starts_at = page.now + Duration::hours(hours);
    Meeting {
        id: Uuid::nil(),
        kind,
        title: "Møde <3>".into(),
        starts_at,
        ends_at: starts_at + Duration::hours(2),
        place: "Salen på biblioteket".into(),
        online: "https://moede.example/abc".into(),
        bring: "En idé\nog en ven".into(),
        capacity: Some(30),
        sequence: 1,
        changed_at: page.now,
        cancelled_at: None,
        cancel_reason: String::new(),
        minutes_state: state,
        minutes_sent_at: None,
        objections_until: (state == Minutes::Sent).then(|| page.today()),
        approved_at: (state == Minutes::Approved).then_some(page.now),
        invited_at: Some(page.now),
    }
}

fn decision(page: &Page, closed: bool) -> Decision {
    Decision {
        id: Uuid::nil(),
        meeting_id: Uuid::nil(),
        item_id: Some(Uuid::nil()),
        year: 2026,
        number: 7,
        about: "Hallerne".into(),
        text: "Hallen er åben <fredag>".into(),
        votes_for: Some(9),
        votes_against: Some(2),
        abstained: Some(1),
        noted_at: page.now,
        meeting: "Møde 3".into(),
        starts_at: page.now,
        minutes_state: Minutes::Draft,
        ground: if closed { "private".into() } else { String::new() },
    }
}

fn seen(page: &Page, place: i64, sight: Sight, ground: &str) -> Seen {
    let item = Item {
        id: Uuid::nil(),
        meeting_id: Uuid::nil(),
        place,
        title: "Åbne <haller>".into(),
        presentation: "Sagen".into(),
        proposal: "Det foreslås".into(),
        minutes: Some(20),
        presenter: "Line".into(),
        ground: ground.into(),
    };
    let whole = sight == Sight::Whole;
    let rich = |text: &str| if whole { rich_text::html(text) } else { rich_text::html("") };
    Seen {
        presentation: rich("Sagen er **stor**."),
        proposal: rich("At hallen åbner."),
        recused: if whole { vec![Recused { id: Uuid::nil(), name: "Ida".into(), item_id: Uuid::nil() }] } else { vec![] },
        minutes: rich("Udvalget talte om <hallen>."),
        decisions: if whole { vec![decision(page, false)] } else { vec![] },
        item,
        sight,
    }
}

fn agenda(page: &Page) -> Vec<Seen> {
    vec![
        seen(page, 1, Sight::Whole, ""),
        seen(page, 2, Sight::Whole, "private"),
        seen(page, 3, Sight::Sealed, "business"),
        seen(page, 4, Sight::Recused, "economy"),
        seen(page, 5, Sight::First, "nature"),
    ]
}

fn registration(page: &Page, state: Reply) -> Registration {
    let needs = "Vegetar <og> tolk".to_owned();
    let attended = state == Reply::Silent;
    Registration {
        id: Uuid::nil(),
        person_id: None,
        name: "Ida".into(),
        state,
        attended,
        of_team: true,
        entered_by: None,
        at: page.now,
        needs,
        need_kinds: "transport interpreter".into(),
    }
}

fn meeting_pages(page: &Page, wrong: &Form) -> Vec<Sample> {
    let all = May { run: true, call: true, agenda: true, reply: true, sign_in: false, write: true, read_minutes: true, promise: true };
    let one = |m: Meeting, agenda: Vec<Seen>, may: May, own: Option<Registration>, form: &Form| {
        let seats = seen::seats(page, &m, if own.is_some() { 30 } else { 3 }, 0);
        let choices = ["coming", "online", "declined"].into_iter().map(|w| (w, page.t(&format!("meetings-wish-{w}")))).collect();
        let decisions = vec![decision(page, false)];
        MeetingPage {
            when: seen::when(page, &m),
            page: page.clone(),
            m,
            agenda,
            decisions,
            form: form.clone(),
            own,
            seats,
            waiting: 2,
            coming: 12,
            may,
            choices,
            needs: seen::needs(page),
        }
        .render()
    };
    let (team, open) = (meeting(page, 48, Kind::Team, Minutes::Draft), meeting(page, 48, Kind::Dialogue, Minutes::Draft));
    let gone = Meeting { cancelled_at: Some(page.now), cancel_reason: "Sygdom".into(), ..team.clone() };
    let bare = Meeting { capacity: None, online: String::new(), bring: String::new(), invited_at: None, ..team.clone() };
    let stranger = May { sign_in: true, ..May::default() };
    vec![
        ("meeting", one(team.clone(), agenda(page), all, Some(registration(page, Reply::Waiting)), &Form::default())),
        ("meeting, stranger", one(open, agenda(page), stranger, None, &Form::default())),
        ("meeting, bare", one(bare, vec![], all, None, wrong)),
        ("meeting, cancelled", one(gone, vec![], May::default(), None, &Form::default())),
        (
            "meeting, held",
            one(meeting(page, -48, Kind::Team, Minutes::Approved), agenda(page), May { read_minutes: true, ..May::default() }, None, &Form::default()),
        ),
    ]
}

fn lists(page: &Page) -> Vec<Sample> {
    let Some(view) = &page.space else { return vec![] };
    let line = |hours, state, reply: Option<Reply>| {
        let replies: Vec<_> = reply.into_iter().map(|r| (Uuid::nil(), r)).collect();
        Line::of(page, view, meeting(page, hours, Kind::Dialogue, state), &replies)
    };
    let list = |coming: Vec<Line>, held: Vec<Line>, n| {
        let paging = Paging::new("/", &[], Some(2), 90, 20);
        ListPage { page: page.clone(), coming, held, paging, may_plan: true, feed: true, decisions: n }.render()
    };
    let mut gone = line(48, Minutes::Draft, None);
    gone.meeting.cancelled_at = Some(page.now);
    let coming = vec![
        line(24, Minutes::Draft, Some(Reply::Coming)),
        line(30, Minutes::Draft, Some(Reply::Waiting)),
        line(36, Minutes::Draft, Some(Reply::Declined)),
        gone,
    ];
    let held = vec![line(-48, Minutes::Draft, None), line(-96, Minutes::Sent, None), line(-200, Minutes::Approved, None)];
    let m = meeting(page, 48, Kind::Dialogue, Minutes::Draft);
    let next = NextMeeting { page, view, m: &m, when: seen::when(page, &m), href: "/".into(), seats: Some("3 pladser".into()), more: true };
    vec![
        ("meetings", list(coming, held, 3)),
        ("meetings, none coming", list(vec![], vec![line(-48, Minutes::Sent, None)], 0)),
        ("meetings, empty", list(vec![], vec![], 0)),
        ("next_meeting", next.render()),
    ]
}

fn minutes_pages(page: &Page, wrong: &Form) -> Vec<Sample> {
    let field = |label: &str, recused: &str| Field {
        id: Uuid::nil(),
        label: label.into(),
        proposal: rich_text::html("At hallen åbner."),
        text: "\nFørste <linje>".into(),
        edit: Uuid::nil(),
        recused: recused.into(),
    };
    let note = |kind: &str| Note { kind: kind.into(), text: "En\nto".into(), author: "Ida".into(), written_at: page.now };
    let one = |state: Minutes, fields: Vec<Field>, may: MayMinutes, form: &Form| {
        let m = meeting(page, -48, Kind::Team, state);
        MinutesPage {
            when: seen::when(page, &m),
            page: page.clone(),
            m,
            agenda: agenda(page),
            rest: rich_text::html("Tak for i aften."),
            decisions: vec![decision(page, false)],
            notes: vec![note("objection"), note("correction")],
            there: vec!["Ida".into(), "Bo".into()],
            absent: vec!["Eva".into()],
            others: 3,
            fields,
            form: form.clone(),
            items: vec![("1".into(), "1. Haller".into())],
            may,
        }
        .render()
    };
    let may = |decide, send| MayMinutes { promise: send, decide, send, take_back: !send, object: !send, approve: !send, correct: !decide };
    vec![
        ("minutes", one(Minutes::Draft, vec![field("1. Haller", "Ida"), field("I øvrigt", "")], may(true, true), &Form::default())),
        ("minutes, wrong", one(Minutes::Draft, vec![field("1. Haller", "")], may(true, true), wrong)),
        ("minutes, sent", one(Minutes::Sent, vec![], may(true, false), wrong)),
        ("minutes, approved", one(Minutes::Approved, vec![], may(false, false), &Form::default())),
        ("minutes, stranger", one(Minutes::Approved, vec![], MayMinutes::default(), &Form::default())),
    ]
}

fn item_pages(page: &Page, wrong: &Form) -> Vec<Sample> {
    let m = || meeting(page, 48, Kind::Team, Minutes::Draft);
    let beside = Some((Uuid::nil(), "2. Andet".to_owned()));
    let one = |seen: Seen, run: bool| {
        let team = if run { vec![("1".to_owned(), "Bo".to_owned())] } else { vec![] };
        let (before, after) = (beside.clone(), beside.clone());
        ItemPage {
            page: page.clone(),
            when: seen::when(page, &m()),
            m: m(),
            seen,
            before,
            after,
            may_change: run,
            may_recuse: run,
            team,
            me: Some(Uuid::from_u128(7)),
            attached: "<p>Filer</p>".into(),
        }
        .render()
    };
    let form = |form: &Form, item: Option<Item>| {
        FormPage {
            page: page.clone(),
            form: form.clone(),
            meeting: m(),
            item,
            action: "/".into(),
            grounds: vec![("private", page.t("meetings-ground-private"))],
        }
        .render()
    };
    vec![
        ("agenda_item", one(seen(page, 1, Sight::Whole, ""), true)),
        ("agenda_item, closed", one(seen(page, 1, Sight::Sealed, "private"), false)),
        ("agenda_item, left", one(seen(page, 1, Sight::Recused, "private"), true)),
        ("agenda_item, first", one(seen(page, 1, Sight::First, "private"), false)),
        ("agenda_form", form(&Form::default(), None)),
        ("agenda_form, wrong", form(wrong, Some(seen(page, 1, Sight::Whole, "").item))),
    ]
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let fields = [
        "title",
        "kind",
        "date",
        "date2",
        "from",
        "to",
        "place",
        "online",
        "bring",
        "capacity",
        "presentation",
        "proposal",
        "minutes",
        "presenter",
        "ground",
        "wish",
        "needs",
        "name",
        "reason",
        "item",
        "decision",
        "about",
        "for",
        "until",
        "text",
    ];
    let mut wrong = Form::filled([("title", "Møde <3>".to_owned()), ("kind", "team".to_owned()), ("for", "ni".to_owned())]);
    fields.iter().for_each(|field| wrong.wrong(field, "Det mangler"));
    let m = || meeting(page, -2, Kind::Dialogue, Minutes::Draft);
    let kinds = || Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("meetings-kind-{}-long", k.key())))).collect::<Vec<_>>();
    let plan = |form: &Form, meeting: Option<Meeting>| {
        let more = if meeting.is_some() { vec![] } else { vec![("date2".to_owned(), "2. møde".to_owned())] };
        PlanPage { page: page.clone(), form: form.clone(), meeting, action: "/".into(), back: "/".into(), kinds: kinds(), more }.render()
    };
    let states = [Some(Reply::Coming), Some(Reply::Online), Some(Reply::Waiting), Some(Reply::Declined), Some(Reply::Silent), None];
    let guest = |state: Option<Reply>| Guest {
        row: Row::Registration(Uuid::nil()),
        name: "Ida <Bo>".into(),
        state,
        attended: state == Some(Reply::Silent),
        needs: if state == Some(Reply::Coming) { Needs::of(|need| need == "transport", "<Vegetar>") } else { Needs::default() },
        entered: (state == Some(Reply::Waiting)).then(Uuid::nil),
    };
    let people = |guests: Vec<Guest>, form: &Form, begun| {
        let counts = guests.len();
        let m = m();
        PeoplePage {
            when: seen::when(page, &m),
            page: page.clone(),
            m,
            guests,
            coming: counts,
            online: counts,
            waiting: counts,
            came: counts,
            form: form.clone(),
            needs: seen::needs(page),
            sums: vec![("<Kørsel>".into(), 2)],
            may_enter: true,
            begun,
        }
        .render()
    };
    let paging = |n: usize| Paging::new("/", &[], Some(2), n, 30);
    let decisions = |decisions: Vec<Decision>, all| DecisionList { page: page.clone(), decisions, all, paging: paging(90) }.render();
    let one =
        |d: Decision, votes: &str| DecisionPage { page: page.clone(), d, votes: votes.into(), may_remove: true, attached: "<p>Filer</p>".into() }.render();
    let feed = |address: Option<&str>, since: Option<&str>| {
        FeedPage { page: page.clone(), address: address.map(str::to_owned), since: since.map(str::to_owned) }.render()
    };
    let mut all = vec![
        ("meeting_plan", plan(&Form::default(), None)),
        ("meeting_plan, wrong", plan(&wrong, None)),
        ("meeting_plan, change", plan(&Form::default(), Some(m()))),
        ("meeting_cancel", CancelPage { page: page.clone(), form: wrong.clone(), meeting: m(), told: 3 }.render()),
        ("meeting_people", people(states.map(guest).to_vec(), &Form::default(), true)),
        ("meeting_people, empty", people(vec![], &wrong, false)),
        ("meeting_sheet", SheetPage { page: page.clone(), m: m(), when: "i dag".into(), names: vec!["Ida <Bo>".into()], empty: vec![0, 1] }.render()),
        ("decisions", decisions(vec![decision(page, false), decision(page, true)], 90)),
        ("decisions, empty", decisions(vec![], 0)),
        ("decision", one(decision(page, false), &seen::votes(page, &decision(page, false)))),
        ("decision, closed", one(decision(page, true), "")),
        ("calendar_feed", feed(None, None)),
        ("calendar_feed, made", feed(Some("http://127.0.0.1/kalender/abc.ics"), Some("i dag"))),
    ];
    all.extend(lists(page));
    all.extend(meeting_pages(page, &wrong));
    all.extend(minutes_pages(page, &wrong));
    all.extend(item_pages(page, &wrong));
    all
}
