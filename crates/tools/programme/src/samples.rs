//! The programme's templates with samples.

use askama::Template;
use chrono::Duration;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::call_pages::{CallsPage, ToRing};
use crate::edit_pages::{CancelPage, MovePage};
use crate::house_pages::{GroupPage, GroupsPage, HoursPage, RoomPage, RoomsPage};
use crate::house_store::{Closing, Group, Resource};
use crate::model::{Kind, Scope, Signup, State};
use crate::overview::Section;
use crate::pages::{ActivityPage, Day, May, Row, Time, WeekPage};
use crate::papers::CodePage;
use crate::plan_pages::PlanPage;
use crate::season_pages::{Line, SeasonPage, SeasonsPage, WishPage};
use crate::season_store::{Season, WishRow};
use crate::seen;
use crate::signup_pages::PeoplePage;
use crate::signup_store::{Seat, SignedUp};
use crate::store::{Activity, Occurrence};
use crate::times_form::Times;

fn occurrence(page: &Page, state: State, signup: Signup) -> Occurrence {
    Occurrence {
        id: Uuid::nil(),
        activity_id: Uuid::nil(),
        series_id: Uuid::nil(),
        day: page.today(),
        starts_at: page.now + Duration::hours(2),
        ends_at: page.now + Duration::hours(4),
        state,
        moved: false,
        reason: if state == State::Planned { String::new() } else { "holiday-easter".into() },
        sequence: 0,
        changed_at: page.now,
        title: "Strik & <snak>".into(),
        signup,
        capacity: Some(12),
        carrier: "Inger Holm".into(),
    }
}

fn row(page: &Page, state: State, signup: Signup) -> Row {
    let o = occurrence(page, state, signup);
    Row { times: seen::times(page, &o.span()), place: "Salen, <Køkkenet>".into(), tag: seen::tag(page, &o, 3), href: "/forloeb/x/program/1".into(), o }
}

fn day(page: &Page, closed: &str, rows: Vec<Row>) -> Day {
    Day { date: page.today(), open: page.t2("programme-open", "from", "9.00", "to", "16.00"), closed: closed.into(), rows }
}

fn days(page: &Page) -> Vec<Day> {
    let all = vec![row(page, State::Planned, Signup::Each), row(page, State::Cancelled, Signup::Free)];
    vec![day(page, "", all), day(page, "Sommer & <ferie>", vec![]), day(page, "", vec![])]
}

fn activity(signup: Signup) -> Activity {
    Activity {
        id: Uuid::nil(),
        title: "Strik & <snak>".into(),
        text: "Tag dit strikketøj med.\nVi har <garn>.".into(),
        group_id: Some(Uuid::nil()),
        group_name: "Strikkerne".into(),
        carrier_id: None,
        carrier: "Inger Holm".into(),
        signup,
        capacity: Some(12),
    }
}

fn time(page: &Page, state: State, own: Option<Seat>) -> Time {
    let row = row(page, state, Signup::Each);
    let (when, reason) = (seen::when(page, &row.o.span()), seen::reason(page, &row.o.reason));
    Time { row, when, reason, seated: 3, waiting: 1, own, begun: false }
}

fn activity_page(page: &Page, signup: Signup, may: May, times: Vec<Time>, own: Option<Seat>) -> Result<String, askama::Error> {
    let courses = vec!["hver tirsdag kl. 14–16 · Salen".to_owned()];
    let carriers = vec!["Inger Holm".to_owned(), "Bo <B>".to_owned()];
    ActivityPage {
        page: page.clone(),
        a: activity(signup),
        courses,
        times,
        more: true,
        seated: 4,
        waiting: 1,
        own,
        carriers,
        may,
        feed: true,
        last: Some(("tirsdag".into(), "/".into())),
        to_ring: 2,
        phones: may.enter,
    }
    .render()
}

fn room() -> Resource {
    Resource { id: Uuid::nil(), kind: Kind::Room, name: "Salen & <scenen>".into(), seats: Some(60), text: "Har tæppe".into() }
}

fn refused(fields: &[&str]) -> Form {
    let mut form = Form::default();
    for field in fields {
        form.set(field, "<x>");
        form.wrong(field, "Skriv noget andet");
    }
    form
}

fn times(page: &Page) -> Times {
    Times::new(page, vec![room()])
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let all = May { change: true, describe: true, enter: true, sign_up: true, sign_in: false };
    let week = |days: Vec<Day>, any: bool, may: bool| {
        let (before, after) = ("?uge=2026-W09".to_owned(), "?uge=2026-W11".to_owned());
        let monday = crate::model::monday(page.today());
        WeekPage { page: page.clone(), monday, week: 10, days, before, after, this_week: may, any, may_plan: may, may_house: may, feed: true }.render()
    };
    let plan = |activity: Option<Activity>, form: Form| {
        let signups = Signup::ALL.iter().map(|s| (s.key(), page.t(&format!("programme-signup-{}-long", s.key())))).collect();
        let groups = vec![(Uuid::nil().to_string(), "Strikkerne".to_owned())];
        PlanPage { page: page.clone(), form, activity, groups, signups, times: times(page) }.render()
    };
    let moving = |scope: Option<Scope>, form: Form| {
        let o = occurrence(page, State::Planned, Signup::Each);
        MovePage { page: page.clone(), form, when: seen::when(page, &o.span()), o, scope, times: times(page), repeats: true }.render()
    };
    let cancel = |form: Form| {
        let o = occurrence(page, State::Planned, Signup::Each);
        let scopes = [Scope::This, Scope::Following].map(|s| (s.key(), page.t(&format!("programme-cancel-{}", s.key())))).to_vec();
        CancelPage { page: page.clone(), form, when: seen::when(page, &o.span()), o, scopes }.render()
    };
    let rooms = |rooms: Vec<Resource>, may: bool| {
        let taken = rooms
            .iter()
            .map(|r| {
                (
                    r.name.clone(),
                    vec![vec![("14–16".to_owned(), "<Strik>".to_owned(), Uuid::nil()), ("18–20".to_owned(), "Kor".to_owned(), Uuid::nil())], vec![], vec![]],
                )
            })
            .collect();
        RoomsPage {
            page: page.clone(),
            rooms,
            days: days(page),
            taken,
            monday: page.today(),
            week: 10,
            this_week: !may,
            before: "?uge=2026-W09".into(),
            after: "?uge=2026-W11".into(),
            may,
            may_plan: may,
        }
        .render()
    };
    let room_page = |room: Option<Resource>, form: Form| {
        let kinds = Kind::ALL.iter().map(|k| (k.key(), page.t(&format!("programme-kind-{}", k.key())))).collect();
        RoomPage { page: page.clone(), form, room, kinds }.render()
    };
    let hours = |form: Form, closings: Vec<Closing>, may: bool| {
        let days = crate::house_pages::week_fields(page);
        let holidays = vec![(seen::day(page, &page.today()), page.t("holiday-easter"))];
        HoursPage { page: page.clone(), form, days, closings, holidays, may }.render()
    };
    let closing = Closing { id: Uuid::nil(), first_day: page.today(), last_day: page.today() + Duration::days(7), reason: "Sommer<ferie>".into() };
    let group = Group { id: Uuid::nil(), name: "Strikkerne & <co>".into(), text: "Vi strikker".into() };
    let people = |people: Vec<SignedUp>, form: Form| {
        let tick = (!people.is_empty()).then(|| (Uuid::nil(), "tirsdag <i dag>".to_owned()));
        let (a, phones) = (activity(Signup::Series), tick.is_some());
        let there = people.iter().take(1).map(|p: &SignedUp| p.id).collect();
        PeoplePage { page: page.clone(), form, a, occurrence: None, when: String::new(), people, sheet: Some(Uuid::nil()), tick, there, phones }.render()
    };
    let comes = |state| SignedUp { id: Uuid::nil(), person_id: None, name: "Gerda <G>".into(), phone: "12 34 56 78".into(), state };
    let calls = |any: bool| {
        let one = |phone: &str| ToRing {
            name: "Gerda <G>".into(),
            phone: phone.into(),
            lines: vec!["Strik & <snak> er flyttet.".into()],
            ids: Uuid::nil().to_string(),
        };
        let (people, made) = if any { (vec![one("12 34 56 78"), one("")], vec![("i dag".into(), "Bo <B>".into(), "Inger".into())]) } else { (vec![], vec![]) };
        CallsPage { page: page.clone(), people, made }.render()
    };
    let season = |out: bool| Season {
        id: Uuid::nil(),
        title: "Sæson <27>".into(),
        first_day: page.today(),
        last_day: page.today() + Duration::days(300),
        wishes_until: page.today(),
        published_at: out.then_some(page.now),
    };
    let line = |got: &str, class| Line {
        id: Uuid::nil(),
        title: "Kor & <sang>".into(),
        carrier: "Rita <R>".into(),
        wished: "tirsdag kl. 14–16".into(),
        got: got.into(),
        why: page.t("programme-why-first"),
        class,
        activity: (class == "ok").then(Uuid::nil),
    };
    let plan_of = |lines: Vec<Line>, form: Form, may: bool| {
        SeasonPage { page: page.clone(), form, season: season(!may), placed: lines.len(), lines, may_wish: may, may_run: may }.render()
    };
    let seasons = |all: Vec<Season>, form: Form| SeasonsPage { page: page.clone(), form, seasons: all, may: true }.render();
    let wish_row = WishRow {
        id: Uuid::nil(),
        season_id: Uuid::nil(),
        title: "Kor & <sang>".into(),
        carrier: "Rita".into(),
        seats: Some(20),
        first_weekday: 2,
        first_minute: 840,
        second_weekday: None,
        second_minute: None,
        minutes: 120,
        settled_weekday: Some(2),
        settled_minute: Some(840),
        settled_resource: Some(Uuid::nil()),
        activity_id: None,
        wished_by: None,
    };
    let wishing = |wish: Option<WishRow>, form: Form| {
        let days = (1..=7).map(|d| (d.to_string(), page.t(&format!("programme-day-{d}")))).collect();
        let rooms = vec![(Uuid::nil().to_string(), "Salen <S>".to_owned())];
        WishPage { page: page.clone(), form, season: season(false), wish, wished: "tirsdag kl. 14–16".into(), days, equipment: rooms.clone(), rooms }.render()
    };
    let section = page.space.as_ref().map(|view| Section { page, view, days: days(page) }.render());
    let mut out = vec![
        ("programme", week(days(page), true, true)),
        ("programme, empty", week(days(page), false, true)),
        ("programme, stranger", week(days(page), true, false)),
        (
            "programme_activity",
            activity_page(page, Signup::Each, all, vec![time(page, State::Planned, Some(Seat::In)), time(page, State::Skipped, None)], None),
        ),
        ("programme_activity, whole", activity_page(page, Signup::Series, all, vec![time(page, State::Cancelled, None)], Some(Seat::Waiting))),
        ("programme_activity, stranger", activity_page(page, Signup::Series, May { sign_in: true, ..May::default() }, vec![], None)),
        ("programme_plan", plan(None, Form::filled([("rhythm", "week".to_owned()), ("days", "2".to_owned())]))),
        ("programme_plan, refused", plan(None, refused(&["title", "date", "from", "to", "rhythm", "until", "resource", "signup", "capacity", "group"]))),
        ("programme_plan, change", plan(Some(activity(Signup::Free)), Form::default())),
        ("programme_move, which", moving(None, Form::default())),
        ("programme_move, this", moving(Some(Scope::This), refused(&["date", "resource"]))),
        ("programme_move, following", moving(Some(Scope::Following), Form::filled([("rhythm", "week2".to_owned())]))),
        ("programme_move, all", moving(Some(Scope::All), Form::default())),
        ("programme_cancel", cancel(refused(&["scope", "reason"]))),
        ("programme_rooms", rooms(vec![room()], true)),
        ("programme_rooms, empty", rooms(vec![], false)),
        ("programme_room", room_page(None, refused(&["name", "kind", "seats"]))),
        ("programme_room, change", room_page(Some(room()), Form::default())),
        ("programme_hours", hours(refused(&["from1", "to2", "first", "last", "reason"]), vec![closing], true)),
        ("programme_hours, stranger", hours(Form::filled([("from1", "09:00".to_owned()), ("to1", "16:00".to_owned())]), vec![], false)),
        (
            "programme_groups",
            GroupsPage {
                page: page.clone(),
                groups: vec![(group.clone(), vec!["Inger <H>".into()], vec![(Uuid::nil(), "Strik & <snak>".into())]), (group.clone(), vec![], vec![])],
                may: true,
                phones: Some(true),
            }
            .render(),
        ),
        ("programme_groups, empty", GroupsPage { page: page.clone(), groups: vec![], may: false, phones: None }.render()),
        ("programme_group", GroupPage { page: page.clone(), form: refused(&["name", "carriers"]), group: None }.render()),
        ("programme_group, change", GroupPage { page: page.clone(), form: Form::default(), group: Some(group) }.render()),
        ("programme_people", people(vec![comes(Seat::In), comes(Seat::Waiting)], Form::default())),
        ("programme_seasons", seasons(vec![season(true), season(false)], Form::default())),
        ("programme_seasons, refused", seasons(vec![], refused(&["title", "first", "last", "until"]))),
        ("programme_season", plan_of(vec![line("Salen", "ok"), line("", "late")], refused(&["plan"]), true)),
        ("programme_season, published", plan_of(vec![], Form::default(), false)),
        ("programme_wish", wishing(None, refused(&["title", "day", "from", "day2", "to2", "seats"]))),
        ("programme_wish, settle", wishing(Some(wish_row), Form::default())),
        ("programme_code", CodePage { page: page.clone(), form: refused(&["kode"]) }.render()),
        ("programme_calls", calls(true)),
        ("programme_calls, none", calls(false)),
        ("programme_people, refused", people(vec![], refused(&["names"]))),
    ];
    out.extend(section.map(|s| ("programme_section", s)));
    out
}
