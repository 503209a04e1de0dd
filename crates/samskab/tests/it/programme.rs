//! The programme: a room is nobody's twice, what changes changes as it was meant and people hear of it, calendars agree.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::{Act, Visitor, args, space};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};
use crate::told::{all, sent};

const BOOKINGS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM activity_booking", postgres: None };
const ACTIVITIES: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM activity", postgres: None };
const OVERLAPS: Statement = Statement {
    name: "test",
    sql: "SELECT COUNT(*) FROM activity_booking a JOIN activity_booking b ON a.resource_id = b.resource_id AND a.occurrence_id < b.occurrence_id
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at",
    postgres: None,
};
const TIMES: Statement = Statement {
    name: "test",
    sql: "SELECT o.id, o.starts_at, o.state FROM activity_occurrence o JOIN activity a ON a.id = o.activity_id WHERE a.title = $1 ORDER BY o.starts_at, o.id",
    postgres: None,
};

/// A public house with an employee, a volunteer, two users, and two rooms.
struct Linde {
    house: House,
    base: String,
    space: Uuid,
    vibeke: Person,
    employee: String,
    volunteer: String,
    users: Vec<(String, Person)>,
    hall: String,
    cafe: String,
}

async fn houses() -> Vec<Linde> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let recipe = &house.app.recipe("user_run_house").unwrap();
        let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), root, &CREATE).await.unwrap();
        let beginning = Beginning { recipe, title: "Lindehuset", summary: "Et hus", area: None, visibility: Visibility::Public, assurance: Assurance::Low };
        let slug = space_acts::create(&mut act, &beginning).await.unwrap();
        let id = space::by_slug(act.sql(), &slug).await.unwrap().id;
        act.commit().await.unwrap();
        let base = format!("/forloeb/{slug}/program");
        let mut people = vec![];
        for (name, role) in [("Vibeke", Role::Facilitator), ("Villy", Role::Volunteer), ("Birgit", Role::Member), ("Esther", Role::Member)] {
            let person = house.person(name).await;
            house.role(id, &person, role).await;
            people.push((house.cookie(&person).await, person));
        }
        let users = people.split_off(2);
        let (employee, volunteer, vibeke) = (people[0].0.clone(), people[1].0.clone(), people[0].1.clone());
        let mut ids = vec![];
        for name in ["Salen", "Cafeen"] {
            let answer = house.post(&format!("{base}/lokaler"), &employee, &form(&[("name", name), ("kind", "room"), ("seats", "40")])).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        }
        let page = house.get(&format!("{base}/ny"), &employee).await.text;
        for name in ["Salen", "Cafeen"] {
            let before = page.split(&format!(">{name} (40 pladser)</label>")).next().unwrap();
            ids.push(before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned());
        }
        let [hall, cafe] = ids.try_into().unwrap();
        all.push(Linde { house, base, space: id, vibeke, employee, volunteer, users, hall, cafe });
    }
    all
}

impl Linde {
    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&format!("{}{path}", self.base), cookie, &form(fields)).await
    }

    async fn done(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, cookie, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} ({}): {}", self.house.kind, answer.text);
        answer.location
    }

    /// Plans a series; its id.
    async fn plan(&self, title: &str, fields: &[(&str, &str)]) -> String {
        let mut all = vec![("title", title), ("carrier", "Villy"), ("signup", "free"), ("resource", self.hall.as_str())];
        all.retain(|(name, _)| !fields.iter().any(|(n, _)| n == name));
        all.extend_from_slice(fields);
        let location = self.done("/ny", &self.employee, &all).await;
        location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
    }

    async fn times(&self, title: &str) -> Vec<(Uuid, DateTime<Utc>, String)> {
        self.house.app.db.read().await.unwrap().all(&TIMES, args![title]).await.unwrap()
    }

    async fn count(&self, statement: &Statement) -> i64 {
        self.house.app.db.read().await.unwrap().count(statement, args![]).await.unwrap()
    }

    async fn count_of(&self, statement: &Statement, person: Uuid) -> i64 {
        self.house.app.db.read().await.unwrap().count(statement, args![person]).await.unwrap()
    }

    async fn planned(&self, title: &str) -> Vec<String> {
        let times = self.times(title).await;
        times.iter().filter(|t| t.2 == "planned").map(|t| samskab_recurrence::local(t.1).format("%Y-%m-%d %H:%M").to_string()).collect()
    }
}

const WEEKLY: [(&str, &str); 5] = [("date", "2026-03-03"), ("from", "14.00"), ("to", "16.00"), ("rhythm", "week"), ("until", "2026-12-15")];

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_who_book_a_room_at_once_one_gets_it_all_the_times() {
    for linde in houses().await {
        // They begin on different days and at different times, and each of them needs the hall on some Tuesdays when all others do.
        let wishes: Vec<String> = (0..200)
            .map(|n| {
                let (title, date) = (format!("Gruppe {n}"), format!("2026-03-{:02}", 3 + 7 * (n % 4)));
                let (from, to) = (format!("14:{:02}", n % 60), format!("16:{:02}", n % 60));
                let fields = [("title", title.as_str()), ("date", &date), ("from", &from), ("to", &to), ("rhythm", "week"), ("until", "2026-12-15")];
                form(&[&fields[..], &[("signup", "free"), ("resource", linde.hall.as_str())]].concat())
            })
            .collect();
        let path = format!("{}/ny", linde.base);
        let answers = futures::future::join_all(wishes.iter().map(|body| linde.house.post(&path, &linde.employee, body))).await;
        let won: Vec<usize> = (0..200).filter(|n| answers[*n].status == StatusCode::SEE_OTHER).collect();
        assert_eq!(won.len(), 1, "{}", linde.house.kind);
        for (n, answer) in answers.iter().enumerate().filter(|(n, _)| *n != won[0]) {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{n}: {}", answer.text);
            assert!(answer.text.contains(&format!("af Gruppe {}.", won[0])) && answer.text.contains(&format!("value=\"Gruppe {n}\"")), "{}", answer.text);
        }
        assert_eq!((linde.count(&ACTIVITIES).await, linde.count(&OVERLAPS).await), (1, 0));
        let times = linde.times(&format!("Gruppe {}", won[0])).await;
        let first = NaiveDate::from_ymd_opt(2026, 3, 3 + 7 * (won[0] as u32 % 4)).unwrap();
        let weeks = (NaiveDate::from_ymd_opt(2026, 12, 15).unwrap() - first).num_days() / 7 + 1;
        assert_eq!((times.len() as i64, linde.count(&BOOKINGS).await), (weeks, weeks), "all of the times");
        // In the other room there is no one.
        linde.plan("I cafeen", &[&WEEKLY[..], &[("resource", linde.cafe.as_str())]].concat()).await;
    }
}

#[tokio::test]
async fn one_time_is_moved_what_follows_gets_another_day_and_all_another_hour() {
    for linde in houses().await {
        let short = [("date", "2026-03-17"), ("from", "14"), ("to", "16"), ("rhythm", "week"), ("until", "2026-04-21")];
        let id = linde.plan("Kor", &short).await;
        // 17 and 24 March, summer time from 29 March, and no choir in Easter week's holidays: none of them is a Tuesday.
        let tuesdays = ["2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07", "2026-04-14", "2026-04-21"];
        assert_eq!(linde.planned("Kor").await, tuesdays.map(|d| format!("{d} 14:00")));
        let times = linde.times("Kor").await;
        assert_eq!((times[1].1.to_rfc3339(), times[2].1.to_rfc3339()), ("2026-03-24T13:00:00+00:00".into(), "2026-03-31T12:00:00+00:00".into()));
        linde.plan("Banko", &[("date", "2026-03-25"), ("from", "14"), ("to", "16"), ("rhythm", "once")]).await;

        // This time: where somebody else is, it cannot be; what was typed stays.
        let gang = |n: usize| format!("/gang/{}", times[n].0);
        let one = |date, from, to| vec![("scope", "denne"), ("date", date), ("from", from), ("to", to), ("resource", linde.hall.as_str())];
        let refused = linde.post(&format!("{}/flyt", gang(1)), &linde.volunteer, &one("2026-03-25", "15.00", "17.00")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text.contains("af Banko") && refused.text.contains("onsdag den 25. marts 2026") && refused.text.contains("value=\"2026-03-25\""),
            "{}",
            refused.text
        );
        linde.done(&format!("{}/flyt", gang(1)), &linde.volunteer, &one("2026-03-25", "16.00", "17.00")).await;
        linde.done(&format!("{}/aflys", gang(4)), &linde.volunteer, &[("scope", "denne"), ("reason", "Dirigenten er syg")]).await;
        let follow = |fields: &[(&'static str, &'static str)]| {
            let rest = [("resource", linde.hall.clone())].into_iter();
            fields.iter().map(|(k, v)| (*k, (*v).to_owned())).chain(rest).collect::<Vec<_>>()
        };
        let wednesday =
            follow(&[("scope", "foelgende"), ("date", "2026-04-07"), ("from", "14"), ("to", "16"), ("rhythm", "week"), ("days", "3"), ("until", "2026-04-22")]);
        let fields: Vec<(&str, &str)> = wednesday.iter().map(|(k, v)| (*k, v.as_str())).collect();
        linde.done(&format!("{}/flyt", gang(3)), &linde.volunteer, &fields).await;
        assert_eq!(
            linde.planned("Kor").await,
            ["2026-03-17 14:00", "2026-03-25 16:00", "2026-03-31 14:00", "2026-04-08 14:00", "2026-04-15 14:00", "2026-04-22 14:00"],
            "the one that was moved stays moved; a Tuesday that was cancelled is no Wednesday"
        );
        // All: also what was parted, and what was moved by itself stays.
        let all_of =
            follow(&[("scope", "alle"), ("date", "2026-03-17"), ("from", "10"), ("to", "11.30"), ("rhythm", "week"), ("days", "2"), ("until", "2026-04-21")]);
        let fields: Vec<(&str, &str)> = all_of.iter().map(|(k, v)| (*k, v.as_str())).collect();
        linde.done(&format!("{}/flyt", gang(0)), &linde.volunteer, &fields).await;
        let wanted = ["2026-03-17 10:00", "2026-03-25 16:00", "2026-03-31 10:00", "2026-04-07 10:00", "2026-04-14 10:00", "2026-04-21 10:00"];
        assert_eq!(linde.planned("Kor").await, wanted, "{}", linde.house.kind);
        assert_eq!((linde.count(&BOOKINGS).await, linde.count(&OVERLAPS).await), (7, 0));
        // A cancelled time is shown, and can be held after all.
        linde.done(&format!("{}/aflys", gang(0)), &linde.volunteer, &[("scope", "denne"), ("reason", "Vand i kælderen")]).await;
        let week = linde.house.get(&format!("{}?uge=2026-W12", linde.base), "").await.text;
        assert!(week.contains("Aflyst") && week.contains("Vand i kælderen"), "{week}");
        linde.done(&format!("{}/afhold", gang(0)), &linde.volunteer, &[]).await;
        assert_eq!(linde.planned("Kor").await, wanted);
        // A user cannot, and a stranger cannot.
        for cookie in [linde.users[0].0.as_str(), ""] {
            assert!(linde.post(&format!("{}/flyt", gang(0)), cookie, &one("2026-03-18", "10", "11")).await.is_refusal());
        }
        // It stops: what was to follow is gone, and its room is free.
        linde.done(&format!("{}/aflys", gang(2)), &linde.volunteer, &[("scope", "foelgende"), ("reason", "Koret er holdt op")]).await;
        assert_eq!(linde.planned("Kor").await, &wanted[..2]);
        assert_eq!(linde.count(&BOOKINGS).await, 3);
        assert_eq!(linde.house.get(&format!("{}/{id}", linde.base), "").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn who_signed_up_hears_of_changes_and_the_first_who_waits_gets_the_place() {
    for linde in houses().await {
        let fields = [&WEEKLY[..4], &[("until", "2026-03-31"), ("signup", "each"), ("capacity", "1")]].concat();
        let id = linde.plan("Spisning", &fields).await;
        let times = linde.times("Spisning").await;
        let (birgit, esther) = (&linde.users[0], &linde.users[1]);
        let first = times[0].0.to_string();
        let at = |what: &str| format!("/{id}/{what}");
        for _ in 0..2 {
            assert!(linde.done(&at("tilmeld"), &birgit.0, &[("occurrence", &first)]).await.ends_with("programme-signed-up"));
        }
        linde.house.clock.set(morning() + Duration::minutes(1));
        assert!(linde.done(&at("tilmeld"), &esther.0, &[("occurrence", &first)]).await.ends_with("programme-waiting"));
        // On paper: one on the team by account, one by name, each once.
        linde.house.clock.set(morning() + Duration::minutes(2));
        let names = "Esther\nGerda Winther\n gerda winther \n";
        let list = format!("/gang/{first}/deltagere");
        linde.done(&list, &linde.volunteer, &[("names", names)]).await;
        let people = linde.house.get(&format!("{}{list}", linde.base), &linde.volunteer).await.text;
        assert_eq!(
            (people.matches("Gerda Winther</b>").count(), people.matches("Esther</b>").count(), people.matches("2 på venteliste</h2>").count()),
            (1, 1, 1),
            "{people}"
        );
        assert!(linde.house.get(&format!("{}{list}", linde.base), &birgit.0).await.is_refusal(), "who comes is not for everybody");
        let mine = linde.house.get("/min-side", &esther.0).await.text;
        assert!(mine.contains("Spisning") && mine.contains("På venteliste"), "{mine}");

        linde.done(&at("afmeld"), &birgit.0, &[("occurrence", &first)]).await;
        sent(&linde.house.app).await;
        let to = |mails: &[samskab_platform::outbox::OutboxRow], person: &Person, subject: &str| {
            mails.iter().filter(|m| Some(&m.recipient) == person.email.as_ref() && m.subject.contains(subject)).count()
        };
        let mails = all(&linde.house.app).await;
        assert_eq!((to(&mails, &esther.1, "Der er en plads til dig"), to(&mails, &birgit.1, "Der er en plads")), (1, 0));
        // It is moved, and then cancelled: who has a place or waits is told, once each; who signed off is not.
        let span = [("scope", "denne"), ("date", "2026-03-04"), ("from", "17"), ("to", "19"), ("resource", linde.hall.as_str())];
        linde.done(&format!("/gang/{first}/flyt"), &linde.volunteer, &span).await;
        linde.done(&format!("/gang/{first}/aflys"), &linde.volunteer, &[("scope", "denne"), ("reason", "Komfuret er i stykker")]).await;
        sent(&linde.house.app).await;
        let mails = all(&linde.house.app).await;
        assert_eq!(
            (to(&mails, &esther.1, "Spisning er flyttet"), to(&mails, &esther.1, "Spisning er aflyst"), to(&mails, &birgit.1, "Spisning er")),
            (1, 1, 0)
        );
        assert!(linde.post(&at("tilmeld"), &birgit.0, &[("occurrence", &first)]).await.status == StatusCode::CONFLICT);
        // The house closes: what was planned is cancelled.
        linde.done("/lukkedage", &linde.employee, &[("first", "2026-03-16"), ("last", "2026-03-20"), ("reason", "Nye gulve")]).await;
        assert_eq!(linde.planned("Spisning").await, ["2026-03-10 14:00", "2026-03-24 14:00", "2026-03-31 14:00"]);
        // A series planned over a public holiday leaves it out.
        linde.plan("Fredagsbar", &[("date", "2026-03-27"), ("from", "15"), ("to", "17"), ("rhythm", "week"), ("until", "2026-04-10")]).await;
        assert_eq!(linde.planned("Fredagsbar").await, ["2026-03-27 15:00", "2026-04-10 15:00"], "3 April 2026 is Good Friday");
    }
}

/// Lets Python's `icalendar` read a calendar and `dateutil` lay out its series: every start, in UTC.
fn laid_out(text: &str) -> Option<BTreeSet<String>> {
    let python = std::env::var("SAMSKAB_TEST_ICALENDAR_PYTHON").ok()?;
    let script = r#"
import sys, icalendar, datetime
from dateutil import rrule, tz
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zone = tz.gettz('Europe/Copenhagen')
def local(v):
    d = v.dt
    return (d.astimezone(zone) if d.tzname() == 'UTC' else d).replace(tzinfo=None)
def utc(d):
    return tz.resolve_imaginary(d.replace(tzinfo=zone)).astimezone(tz.UTC).strftime('%Y-%m-%dT%H:%MZ')
out = set()
moved = {}
for e in cal.walk('VEVENT'):
    assert not e.errors, e.errors
    if 'RECURRENCE-ID' in e: moved.setdefault(str(e['UID']), {})[local(e['RECURRENCE-ID'])] = local(e['DTSTART'])
for e in cal.walk('VEVENT'):
    if 'RECURRENCE-ID' in e: continue
    start = local(e['DTSTART'])
    if 'RRULE' in e:
        text = e['RRULE'].to_ical().decode()
        parts = dict(p.split('=') for p in text.split(';'))
        until = parts.pop('UNTIL', None)
        if until:
            u = datetime.datetime.strptime(until, '%Y%m%dT%H%M%SZ').replace(tzinfo=tz.UTC).astimezone(zone).replace(tzinfo=None)
            parts['UNTIL'] = u.strftime('%Y%m%dT%H%M%S')
        dates = list(rrule.rrulestr(';'.join(k + '=' + v for k, v in parts.items()), dtstart=start))
    else:
        dates = [start]
    ex = e.get('EXDATE', [])
    gone = {local(d) for group in (ex if isinstance(ex, list) else [ex]) for d in group.dts} if ex else set()
    for d in dates:
        if d in gone: continue
        out.add(utc(moved.get(str(e['UID']), {}).get(d, d)))
print('\n'.join(sorted(out)))
"#;
    let mut child =
        std::process::Command::new(python).args(["-c", script]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "the parser refuses {text}");
    Some(String::from_utf8(out.stdout).unwrap().lines().filter(|l| !l.is_empty()).map(str::to_owned).collect())
}

#[tokio::test]
async fn calendars_of_others_find_the_same_times_as_the_programme_over_both_changes_of_the_clock() {
    for linde in houses().await {
        let id = linde.plan("Kor; med \"sang\", og dans", &[&WEEKLY[..], &[("days", "2"), ("days", "7"), ("from", "2.30"), ("to", "3.30")]].concat()).await;
        let title = "Kor; med \"sang\", og dans";
        let monthly = linde.plan("Læsekreds", &[("date", "2026-03-26"), ("from", "19"), ("to", "21"), ("rhythm", "last"), ("until", "2028-03-01")]).await;
        let times = linde.times(title).await;
        let one = [("scope", "denne"), ("date", "2026-11-01"), ("from", "9"), ("to", "10"), ("resource", linde.hall.as_str())];
        linde.done(&format!("/gang/{}/flyt", times[20].0), &linde.volunteer, &one).await;
        linde.done(&format!("/gang/{}/aflys", times[6].0), &linde.volunteer, &[("scope", "denne"), ("reason", "Syg")]).await;
        let follow = [("scope", "foelgende"), ("date", "2026-09-08"), ("from", "2.15"), ("to", "4"), ("rhythm", "week2"), ("days", "2"), ("days", "7")];
        let follow = [&follow[..], &[("until", "2026-12-15"), ("resource", linde.hall.as_str())]].concat();
        let september = times.iter().find(|t| samskab_recurrence::local(t.1).date() == NaiveDate::from_ymd_opt(2026, 9, 8).unwrap()).unwrap();
        linde.done(&format!("/gang/{}/flyt", september.0), &linde.volunteer, &follow).await;

        for (id, title) in [(&id, title), (&monthly, "Læsekreds")] {
            let ours: BTreeSet<String> =
                linde.times(title).await.iter().filter(|t| t.2 == "planned").map(|t| t.1.format("%Y-%m-%dT%H:%MZ").to_string()).collect();
            assert!(ours.len() >= 20, "{}", ours.len());
            let file = linde.house.get(&format!("{}/{id}/kalender.ics", linde.base), "").await.text;
            assert!(file.contains("BEGIN:VTIMEZONE") && file.contains("DTSTART;TZID=Europe/Copenhagen:"), "{file}");
            if let Some(theirs) = laid_out(&file) {
                assert_eq!(theirs, ours, "{title} ({})", linde.house.kind);
            }
        }
        // The house's own feed: each by itself, in UTC; what was cancelled is marked.
        let feed = linde.house.get(&format!("{}/kalender.ics", linde.base), "").await.text;
        let year = linde.times(title).await.into_iter().chain(linde.times("Læsekreds").await);
        let wanted: BTreeSet<String> =
            year.filter(|t| t.2 != "skipped" && t.1 < morning() + Duration::days(400)).map(|t| t.1.format("%Y-%m-%dT%H:%MZ").to_string()).collect();
        if let Some(theirs) = laid_out(&feed) {
            assert_eq!(theirs, wanted);
        }
        assert_eq!(feed.matches("STATUS:CANCELLED").count(), 1);
        // Somebody's own: what they carry, behind the address they have for their meetings.
        let address = linde.house.post("/min-side/moedekalender", &linde.volunteer, "do=make").await.text;
        let address = address.split("feed-address\">").nth(1).unwrap().split('<').next().unwrap().replace("http://samskab.example", "");
        assert!(linde.house.get(&address, "").await.text.contains("Læsekreds · Lindehuset"));
    }
}

#[tokio::test]
async fn a_season_is_planned_from_wishes_each_hears_why_and_publishing_puts_them_on_the_programme() {
    for linde in houses().await {
        let season = [("title", "Efterår"), ("first", "2026-08-03"), ("last", "2026-12-18"), ("until", "2026-06-15")];
        assert!(linde.post("/saeson", &linde.volunteer, &season).await.is_refusal(), "the board opens a season");
        let late = linde.post("/saeson", &linde.employee, &[&season[..3], &[("until", "2026-09-01")]].concat()).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.text.contains("value=\"Efterår\""), "{}", late.text);
        let home = linde.done("/saeson", &linde.employee, &season).await;
        let path = home.split('?').next().unwrap().strip_prefix(&linde.base).unwrap().to_owned();
        let (birgit, esther) = (&linde.users[0], &linde.users[1]);
        let wish = |title: &'static str, day: &'static str, from: &'static str, day2: &'static str| {
            let mut all = vec![("title", title), ("carrier", "Villy"), ("seats", "30"), ("day", day), ("from", from), ("to", "16.00")];
            if !day2.is_empty() {
                all.extend([("day2", day2), ("from2", "10"), ("to2", "12")]);
            }
            all
        };
        let wishes = [(birgit, wish("Kor", "2", "14", "")), (esther, wish("Dans", "2", "14.30", "")), (esther, wish("Teater", "2", "15", "4"))];
        for (n, (who, fields)) in (1..).zip(wishes) {
            linde.house.clock.set(morning() + Duration::minutes(n));
            linde.done(&format!("{path}/oensk"), &who.0, &fields).await;
        }
        // Two rooms that hold thirty: the third has to take its second choice.
        let page = linde.house.get(&format!("{}{path}", linde.base), "").await.text;
        assert!(page.contains("Førsteønsket var optaget af Kor og Dans") || page.contains("Førsteønsket var optaget af Dans og Kor"), "{page}");
        assert!(!page.contains("Udgiv sæsonplanen"), "a stranger reads and does not publish");
        // A fourth gets nothing, until the board moves somebody by hand.
        linde.house.clock.set(morning() + Duration::minutes(9));
        linde.done(&format!("{path}/oensk"), &birgit.0, &wish("Skak", "2", "14", "")).await;
        let page = linde.house.get(&format!("{}{path}", linde.base), &linde.employee).await.text;
        assert!(page.contains("Tiden var optaget af") && page.contains("Ingen plads"), "{page}");
        let dance = page.split("Dans</b>").nth(1).unwrap().split("/program/oenske/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(linde.post(&format!("/oenske/{dance}"), &esther.0, &[("do", "plan")]).await.is_refusal());
        linde.done(&format!("/oenske/{dance}"), &linde.employee, &[("do", "settle"), ("room", linde.hall.as_str()), ("day", "5"), ("from", "9")]).await;
        let page = linde.house.get(&format!("{}{path}", linde.base), &linde.employee).await.text;
        // What the dancers left goes to the theatre, who came before the chess players.
        assert!(page.contains("Bestyrelsen har bestemt det") && page.contains("Tiden var optaget af Kor og Teater"), "{page}");
        linde.done(&format!("{path}/udgiv"), &linde.employee, &[]).await;
        assert_eq!(linde.post(&format!("{path}/udgiv"), &linde.employee, &[]).await.status, StatusCode::CONFLICT, "once");
        assert_eq!((linde.count(&ACTIVITIES).await, linde.count(&OVERLAPS).await), (3, 0));
        let dance = linde.planned("Dans").await;
        assert_eq!((dance.first().unwrap().as_str(), dance.last().unwrap().as_str()), ("2026-08-07 09:00", "2026-12-18 09:00"));
        sent(&linde.house.app).await;
        let mails = all(&linde.house.app).await;
        let told = |person: &Person, subject: &str| mails.iter().filter(|m| Some(&m.recipient) == person.email.as_ref() && m.subject.contains(subject)).count();
        assert_eq!(
            (told(&birgit.1, "Kor er på programmet"), told(&esther.1, "Teater er på programmet"), told(&birgit.1, "Der blev ikke plads til Skak")),
            (1, 1, 1),
            "{mails:?}"
        );
    }
}

const READ: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM reading WHERE person_id = $1 AND what = $2", postgres: None };
const TOLD: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM notice WHERE person_id = $1", postgres: None };
const ON_THE_PHONE: Statement =
    Statement { name: "test", sql: "UPDATE person SET contact = 'phone', phone = '70000022', email = NULL WHERE id = $1", postgres: None };

/// The ids of those on a list, as its forms have them.
fn signups(page: &str) -> Vec<String> {
    page.split("/program/deltager/").skip(1).filter(|part| part[36..].starts_with("/slet")).map(|part| part[..36].to_owned()).collect()
}

#[tokio::test]
async fn whoever_carries_an_activity_sees_and_ticks_off_its_list_and_no_other() {
    for linde in houses().await {
        let fields = |carrier: &'static str| [&WEEKLY[..4], &[("until", "2026-03-31"), ("signup", "each"), ("carrier", carrier)]].concat();
        linde.plan("Spisning", &fields("Villy")).await;
        // In the other room, so that both can be.
        linde.plan("Kor", &[fields("Vibeke"), vec![("resource", linde.cafe.as_str())]].concat()).await;
        let (own, other) = (linde.times("Spisning").await[0].0, linde.times("Kor").await[0].0);
        let (list, theirs) = (format!("/gang/{own}/deltagere"), format!("/gang/{other}/deltagere"));
        let (birgit, esther) = (&linde.users[0], &linde.users[1]);
        let page = async |path: &str, cookie: &str| linde.house.get(&format!("{}{path}", linde.base), cookie).await;
        let id = linde.times("Spisning").await[0].0.to_string();
        let activity = page(&list, &linde.volunteer).await.text.split("/program/").find(|p| p.len() > 36 && p.as_bytes()[36] == b'"').unwrap()[..36].to_owned();
        linde.done(&format!("/{activity}/tilmeld"), &birgit.0, &[("occurrence", &id)]).await;
        linde.done(&list, &linde.volunteer, &[("names", "Gerda Winther, 70 00 00 21")]).await;
        linde.done(&theirs, &linde.employee, &[("names", "Kaj Ove Lind")]).await;

        // Nothing of other activities: not their list, their paper, nor a name of theirs.
        let struck = signups(&page(&theirs, &linde.employee).await.text).remove(0);
        for (path, fields) in [
            (theirs.clone(), vec![("names", "Snyd")]),
            (format!("/deltager/{struck}/slet"), vec![]),
            (format!("/deltager/{struck}/kom"), vec![("occurrence", id.as_str()), ("came", "yes")]),
        ] {
            assert_eq!(linde.post(&path, &linde.volunteer, &fields).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for path in [theirs.clone(), format!("/gang/{other}/ark.pdf")] {
            assert_eq!(page(&path, &linde.volunteer).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(page(&list, &esther.0).await.is_refusal(), "nor has somebody who carries nothing");

        // Numbers are shown when the house has said so; whoever is looked at can see that they were.
        assert!(!page(&list, &linde.volunteer).await.text.contains("70 00 00 21"));
        assert_eq!(linde.post("/telefonnumre", &linde.volunteer, &[("phones", "yes")]).await.status, StatusCode::FORBIDDEN);
        linde.done("/telefonnumre", &linde.employee, &[("phones", "yes")]).await;
        for _ in 0..2 {
            assert!(page(&list, &linde.volunteer).await.text.contains("70 00 00 21"));
        }
        let read = async |what: &str| linde.house.app.db.read().await.unwrap().count(&READ, args![birgit.1.id, what]).await.unwrap();
        assert_eq!((read("reading-activity").await, read("reading-activity-phone").await), (1, 1), "{}: a look a day", linde.house.kind);

        // One is ticked off on the day, not before.
        let came = format!("/deltager/{}/kom", signups(&page(&list, &linde.volunteer).await.text).remove(0));
        let tick = [("occurrence", id.as_str()), ("came", "yes")];
        assert_eq!(linde.post(&came, &linde.volunteer, &tick).await.status, StatusCode::CONFLICT);
        linde.house.clock.set(morning() + Duration::days(1));
        for _ in 0..2 {
            linde.done(&came, &linde.volunteer, &tick).await;
        }
        assert!(page(&list, &linde.volunteer).await.text.contains("1 er kommet"));
        linde.done(&came, &linde.volunteer, &[("occurrence", &id), ("came", "no")]).await;
        assert!(page(&list, &linde.volunteer).await.text.contains("Ingen endnu"));
        linde.done(&came, &linde.volunteer, &tick).await;
        // After it is over the list is still to be found, and a name that was ticked off can be struck out.
        linde.house.clock.set(morning() + Duration::days(3));
        assert!(page(&format!("/{activity}"), &linde.volunteer).await.text.contains("Deltagere sidste gang"));
    }
}

#[tokio::test]
async fn whoever_gets_no_mail_is_rung_up_by_the_one_who_carries_it_or_keeps_the_house() {
    for linde in houses().await {
        let id = linde.plan("Spisning", &[&WEEKLY[..4], &[("until", "2026-03-31"), ("signup", "each"), ("capacity", "1")]].concat()).await;
        let first = linde.times("Spisning").await[0].0.to_string();
        let (birgit, esther) = (&linde.users[0], &linde.users[1]);
        let mut sql = linde.house.app.db.write().await.unwrap();
        sql.run(&ON_THE_PHONE, args![esther.1.id]).await.unwrap();
        sql.commit().await.unwrap();
        linde.done(&format!("/{id}/tilmeld"), &birgit.0, &[("occurrence", &first)]).await;
        linde.house.clock.set(morning() + Duration::minutes(1));
        linde.done(&format!("/gang/{first}/deltagere"), &linde.volunteer, &[("names", "Gerda Winther, 70 00 00 21\nEsther\nPoul Munk")]).await;
        let ring = async |cookie: &str| linde.house.get(&format!("{}/ring", linde.base), cookie).await;
        assert!(ring(&linde.volunteer).await.text.contains("Der er ingen at ringe til"));

        linde.done(&format!("/{id}/afmeld"), &birgit.0, &[("occurrence", &first)]).await;
        let text = ring(&linde.volunteer).await.text;
        assert!(
            text.contains("Gerda Winther") && text.contains("tel:70 00 00 21") && text.contains("Der er en plads på Spisning") && !text.contains("Poul Munk"),
            "{text}"
        );
        let moved = [("scope", "denne"), ("date", "2026-03-04"), ("from", "17"), ("to", "19"), ("resource", linde.hall.as_str())];
        linde.done(&format!("/gang/{first}/flyt"), &linde.employee, &moved).await;
        let text = ring(&linde.volunteer).await.text;
        assert_eq!(text.matches("<h2 id=\"call-").count(), 3, "one card a person: {text}");
        assert!(text.contains("tel:70000022") && text.contains("tirsdag den 3. marts 2026 kl. 14.00 er flyttet"), "{text}");
        assert_eq!(linde.count_of(&TOLD, esther.1.id).await, 0, "nothing is sent that does not arrive");
        assert!(linde.house.get("/min-side", &linde.volunteer).await.text.contains("Ring til 3"));

        // Only whoever carries it, whoever looks after the house, and the steward of the day.
        assert_eq!(ring(&birgit.0).await.status, StatusCode::FORBIDDEN);
        assert!(ring(&linde.employee).await.text.contains("Gerda Winther"));
        let employee = Visitor::of(linde.vibeke.clone());
        let mut act = Act::begin(&linde.house.app, &employee, linde.space, &samskab_daily::acts::DUTY).await.unwrap();
        let today = act.today();
        samskab_daily::give(&mut act, "steward", today, 1, birgit.1.id).await.unwrap();
        act.commit().await.unwrap();
        let text = ring(&birgit.0).await.text;
        let ids = text.split("name=\"ids\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(linde.post("/ring", &esther.0, &[("ids", &ids)]).await.status, StatusCode::NOT_FOUND, "somebody else's calls");
        linde.done("/ring", &birgit.0, &[("ids", &ids)]).await;
        assert_eq!(linde.post("/ring", &birgit.0, &[("ids", &ids)]).await.status, StatusCode::NOT_FOUND, "once");
        let text = ring(&linde.volunteer).await.text;
        assert!(text.contains("Gerda Winther, ringet op af Birgit") && text.matches("<h2 id=\"call-").count() == 2, "{text}");

        // Whoever is struck out needs no call, and what is over neither.
        let list = linde.house.get(&format!("{}/gang/{first}/deltagere", linde.base), &linde.volunteer).await.text;
        let poul = list.split("Poul Munk</b>").nth(1).unwrap();
        linde.done(&format!("/deltager/{}/slet", signups(poul)[0]), &linde.volunteer, &[]).await;
        assert!(!ring(&linde.volunteer).await.text.contains("Poul Munk"));
        linde.house.clock.set(morning() + Duration::days(4));
        assert!(ring(&linde.volunteer).await.text.contains("Der er ingen at ringe til"));
    }
}
