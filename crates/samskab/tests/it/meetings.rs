//! Meetings: seats and their queue, calendars that follow, closed items, minutes written by many at once, decisions, approval.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::{DateTime, Duration, Utc};
use samskab_meetings::acts::{ACTS, PLAN};
use samskab_meetings::{Kind, Plan, acts};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::outbox::OutboxRow;
use samskab_platform::person::Person;
use samskab_platform::{Act, Visitor, args};
use uuid::Uuid;

use crate::files::{photograph, upload};
use crate::house::{House, form, morning};
use crate::process::free_port;
use crate::providers::{Provider, received, smtp};
use crate::told::{all, sent, utc};

const FILES: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM file", postgres: None };
const NEEDS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM meeting_need", postgres: None };
const ORDER: Statement =
    Statement { name: "test", sql: "SELECT person_id FROM meeting_registration ORDER BY CASE WHEN state = 'coming' THEN 0 ELSE 1 END, at, id", postgres: None };
const JOURNAL: Statement = Statement { name: "test", sql: "SELECT verb, COALESCE(payload, '') FROM journal ORDER BY at, seq", postgres: None };

/// A committee with three members, and its address.
async fn committee(house: &House, visibility: Visibility) -> (Person, Vec<Person>, Uuid, String) {
    let secretary = house.secretary().await;
    let (space, slug) = house.committee(&secretary, "Ungepolitik", visibility).await;
    let mut members = vec![];
    for name in ["Ida", "Bo", "Eva"] {
        let person = house.person(name).await;
        house.role(space, &person, Role::Member).await;
        members.push(person);
    }
    (secretary, members, space, slug)
}

async fn planned(house: &House, secretary: &Person, space: Uuid, kind: Kind, starts_at: DateTime<Utc>, capacity: Option<i64>) -> String {
    let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), space, &PLAN).await.unwrap();
    let plan = Plan {
        kind,
        title: "Aftenmøde".into(),
        starts_at,
        ends_at: starts_at + Duration::hours(2),
        place: "Salen, Torvet 1".into(),
        online: "https://moede.example/x".into(),
        bring: "Godt humør".into(),
        capacity,
    };
    let id = acts::plan(&mut act, &[plan]).await.unwrap()[0];
    act.commit().await.unwrap();
    id.to_string()
}

async fn do_(house: &House, path: &str, cookie: &str, fields: &[(&str, &str)]) {
    let answer = house.post(path, cookie, &form(fields)).await;
    assert!(answer.status.is_redirection(), "{path} ({}): {} {}", house.kind, answer.status, answer.text);
}

/// An address on a page, by what stands around it.
fn link(html: &str, before: &str, after: &str) -> String {
    html.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {html}")).split(after).next().unwrap().to_owned()
}

/// Where a page leads to under this address: the last part of it.
async fn item(house: &House, base: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
    do_(house, &format!("{base}/dagsorden"), cookie, fields).await;
    let page = house.get(base, cookie).await.text;
    page.rsplit("id=\"punkt-").next().unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_year_of_meetings_is_planned_in_one_form_and_a_time_that_does_not_exist_is_refused() {
    for house in House::both().await {
        let (secretary, members, _, slug) = committee(&house, Visibility::Public).await;
        let (cookie, member) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let path = format!("/forloeb/{slug}/moeder/nyt");
        let fields = |from| {
            vec![
                ("title", "Udvalgsmøde"),
                ("kind", "team"),
                ("date", "2027-03-28"),
                ("date2", "27.3.2027"),
                ("from", from),
                ("to", "21.30"),
                ("place", "Salen"),
            ]
        };
        let answer = house.post(&path, &cookie, &form(&fields("2.30"))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Den 28. marts 2027 bliver uret stillet frem") && answer.text.contains("value=\"Udvalgsmøde\""), "{}", answer.text);
        assert!(house.post(&path, &member, &form(&fields("19.00"))).await.is_refusal());
        let bare = house.post(&path, &cookie, &form(&[("title", "X"), ("kind", "team"), ("from", "kl. 7"), ("to", "6")])).await;
        for wrong in ["href=\"#date\"", "href=\"#place\"", "Mødet slutter, før det begynder"] {
            assert!(bare.text.contains(wrong), "{wrong} in {}", bare.text);
        }

        do_(&house, &path, &cookie, &fields("19.00")).await;
        // Times do not break over two lines.
        let list = house.get(&format!("/forloeb/{slug}/moeder"), "").await.text.replace('\u{2060}', "").replace('\u{a0}', " ");
        let (first, second) = (list.find("Udvalgsmøde 1").unwrap(), list.find("Udvalgsmøde 2").unwrap());
        assert!(first < second, "in the order of their dates");
        assert!(
            list[first..second].contains("lørdag den 27. marts 2027 kl. 19.00–21.30") && list[second..].contains("søndag den 28. marts 2027 kl. 19.00–21.30"),
            "{list}"
        );
        let feed = house.get(&format!("/forloeb/{slug}/moeder/kalender.ics"), "").await.text;
        assert!(feed.contains("DTSTART:20270327T180000Z") && feed.contains("DTSTART:20270328T170000Z"), "the hour changes between them: {feed}");
    }
}

#[tokio::test]
async fn the_room_is_never_too_full_and_who_waits_moves_up_and_is_told() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let office = house.cookie(&secretary).await;
        let id = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::days(9), Some(2)).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        assert!(house.get(&base, "").await.text.contains("Log ind, og meld dig til"));
        let mut guests = vec![];
        for name in ["Ane", "Ole", "Pia", "Kaj"] {
            let person = house.person(name).await;
            guests.push((house.cookie(&person).await, person));
        }
        // All at once: two get a seat, two wait.
        let reply = format!("{base}/svar");
        let replies = futures::future::join_all(guests.iter().map(|(cookie, _)| house.post(&reply, cookie, "wish=coming&needs=Glutenfri+mad"))).await;
        let seats: Vec<String> = replies.into_iter().map(|answer| answer.location).collect();
        assert_eq!(seats.iter().filter(|l| l.ends_with("meetings-coming")).count(), 2, "{seats:?}");
        // In an order that can be told: those with a seat first, then those who wait, in their order.
        let mut order = vec![];
        for row in house.app.db.read().await.unwrap().all::<(Uuid,)>(&ORDER, args![]).await.unwrap() {
            order.push(guests.iter().position(|(_, p)| p.id == row.0).unwrap());
        }
        let guests: Vec<_> = order.into_iter().map(|n| guests[n].clone()).collect();
        let page = house.get(&base, &guests[2].0).await.text;
        assert!(page.contains("Du er på venteliste") && page.contains("2 på venteliste"), "{page}");
        // Rung up: a name without an account waits too, behind them.
        do_(&house, &format!("{base}/deltagere/ny"), &office, &[("name", "Gamle Gerda"), ("needs", "Kørsel")]).await;
        let list = house.get(&format!("{base}/deltagere"), &office).await.text;
        assert!(list.contains("Gamle Gerda") && list.contains("Glutenfri mad") && list.contains("Kørsel"));
        // What somebody needs is for the staff; and they can see who has looked.
        let chair = house.person("Formand").await;
        house.role(space, &chair, Role::Chair).await;
        let seen = house.get(&format!("{base}/deltagere"), &house.cookie(&chair).await).await.text;
        assert!(seen.contains("Gamle Gerda") && !seen.contains("Glutenfri") && !seen.contains("Kørsel"), "{seen}");
        assert!(house.get(&format!("{base}/deltagere"), &house.cookie(&members[0]).await).await.is_refusal());
        let own = house.get("/min-side/oplysninger", &guests[0].0).await.text;
        assert!(own.contains("Det, du har brug for til et møde"), "{own}");

        // One leaves, and declines twice: the first who waits gets the seat, once.
        for _ in 0..2 {
            do_(&house, &format!("{base}/svar"), &guests[0].0, &[("wish", "declined")]).await;
        }
        assert!(house.get(&base, &guests[2].0).await.text.contains("Du kommer"));
        assert!(house.get(&base, &guests[3].0).await.text.contains("Du er på venteliste"));
        sent(&house.app).await;
        let told: Vec<OutboxRow> = all(&house.app).await.into_iter().filter(|m| m.subject.contains("Der er en plads til dig")).collect();
        assert_eq!(told.len(), 1, "{}", house.kind);
        assert!(told[0].recipient == guests[2].1.email.clone().unwrap() && told[0].calendar.contains("METHOD:REQUEST"), "{told:?}");
        // Joining online takes no seat; a larger room takes in everybody who waits.
        do_(&house, &format!("{base}/svar"), &guests[0].0, &[("wish", "online")]).await;
        let plan = [
            ("title", "Aftenmøde"),
            ("kind", "dialogue"),
            ("date", "2026-03-11"),
            ("from", "09:00"),
            ("to", "11:00"),
            ("place", "Salen, Torvet 1"),
            ("online", "https://moede.example/x"),
        ];
        let larger: Vec<_> = plan.iter().copied().chain([("bring", "Godt humør"), ("capacity", "5")]).collect();
        do_(&house, &format!("{base}/ret"), &office, &larger).await;
        let page = house.get(&base, &guests[3].0).await.text;
        assert!(page.contains("Du kommer") && page.contains("4 kommer") && !page.contains("på venteliste</"), "{page}");

        // Two weeks after the meeting what people needed is gone; their answers are not.
        house.clock.set(morning() + Duration::days(30));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        assert_eq!(house.app.db.read().await.unwrap().count(&NEEDS, args![]).await.unwrap(), 0);
        let office = house.cookie(&secretary).await;
        assert!(house.get(&format!("{base}/deltagere"), &office).await.text.contains("Gamle Gerda"));
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Gluten") && !payload.contains("Gerda")), "{journal:?}");
    }
}

/// Puts calendars through the independent parser `icalendar` of PyPI, where it is installed; gives what it read of each event.
fn parsed(text: &str) -> Vec<BTreeMap<String, String>> {
    if let Ok(python) = std::env::var("SAMSKAB_TEST_ICALENDAR_PYTHON") {
        let script = "import sys,icalendar\ncalendar=icalendar.Calendar.from_ical(sys.stdin.buffer.read())\nassert calendar['VERSION']=='2.0' and calendar['PRODID']\nfor e in calendar.walk('VEVENT'):\n assert not e.errors, e.errors\n print('\\t'.join(['METHOD='+str(calendar['METHOD'])]+[k+'='+(v.dt.isoformat() if hasattr(v,'dt') else str(v)).replace('\\n',' ') for k,v in e.items()]))";
        let mut child =
            std::process::Command::new(python).args(["-c", script]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "the parser refuses {text}");
        let lines = String::from_utf8(out.stdout).unwrap();
        return lines.lines().map(|l| l.split('\t').filter_map(|p| p.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()).collect();
    }
    // Without it: unfolded lines, the times as they stand.
    let text = text.replace("\r\n ", "");
    let method = text.lines().find_map(|l| l.strip_prefix("METHOD:")).unwrap().to_owned();
    let time = |v: &str| DateTime::parse_from_str(&v.replace('Z', "+0000"), "%Y%m%dT%H%M%S%z").unwrap().to_rfc3339();
    text.split("BEGIN:VEVENT")
        .skip(1)
        .map(|event| {
            let event = event.split("END:VEVENT").next().unwrap();
            let pairs = event.lines().filter_map(|l| l.split_once(':')).map(|(k, v)| (k.split(';').next().unwrap().to_owned(), v.to_owned()));
            let mut all: BTreeMap<String, String> = pairs.map(|(k, v)| if k.starts_with("DT") { (k, time(&v)) } else { (k, v) }).collect();
            all.insert("METHOD".into(), method.clone());
            all
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_comes_into_calendars_moves_there_and_leaves_them() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let post = folder.path().join("post");
        let server = Provider::mail(port, &post, &[]);
        let (secretary, _, space, slug) = committee(&house, Visibility::Public).await;
        let cookie = house.cookie(&secretary).await;
        // On the evening before the clocks go forward; moved to the evening after.
        let id = planned(&house, &secretary, space, Kind::Team, utc("2026-03-28T18:00:00Z"), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        do_(&house, &format!("{base}/indkald"), &cookie, &[]).await;
        assert!(house.post(&format!("{base}/indkald"), &cookie, "").await.location.ends_with("meetings-called-nobody"), "nobody is called twice");
        let plan = |date, place| {
            [
                ("title", "Aftenmøde"),
                ("kind", "team"),
                ("date", date),
                ("from", "19.00"),
                ("to", "21.00"),
                ("place", place),
                ("online", "https://moede.example/x"),
            ]
        };
        let same: Vec<_> = plan("2026-03-28", "Salen, Torvet 1").into_iter().chain([("bring", "Noget andet")]).collect();
        do_(&house, &format!("{base}/ret"), &cookie, &same).await;
        do_(&house, &format!("{base}/ret"), &cookie, &plan("2026-03-29", "Salen, Torvet 1")).await;
        do_(&house, &format!("{base}/ret"), &cookie, &plan("2026-10-25", "Kælderen; på \"Torvet\"")).await;
        do_(&house, &format!("{base}/aflys"), &cookie, &[("reason", "Ingen kan")]).await;
        assert_eq!(house.post(&format!("{base}/aflys"), &cookie, "reason=igen").await.status, StatusCode::CONFLICT);
        while sent(&house.app).await > 0 {}
        drop(server);

        let mails = received(&post);
        let to_ida: Vec<_> = mails.iter().filter(|(head, _)| head.contains("To: ida@borger.example")).collect();
        assert_eq!(to_ida.len(), 4, "called, moved twice, cancelled: a change that no calendar shows is no message ({})", house.kind);
        for (head, body) in &to_ida {
            assert!(head.contains("multipart/mixed"), "{head}");
            assert!(body.contains("moede.ics") && body.contains("text/calendar; method"), "{body}");
        }
        let mut events: Vec<BTreeMap<String, String>> = vec![];
        for row in all(&house.app).await.into_iter().filter(|m| m.recipient.starts_with("ida@")) {
            assert!(row.calendar.replace("\r\n ", "").contains("mailto:ida@borger.example"), "{}", row.calendar);
            events.extend(parsed(&row.calendar));
        }
        events.sort_by_key(|e| e["SEQUENCE"].parse::<i64>().unwrap());
        let uid = format!("{id}@samskab.example");
        let seen: Vec<_> =
            events.iter().map(|e| (e["METHOD"].as_str(), e["SEQUENCE"].as_str(), e["STATUS"].as_str(), e["DTSTART"].replace("+00:00", "Z"))).collect();
        let at = |text: &str| text.to_owned();
        assert_eq!(
            seen,
            [
                ("REQUEST", "0", "CONFIRMED", at("2026-03-28T18:00:00Z")),
                ("REQUEST", "1", "CONFIRMED", at("2026-03-29T17:00:00Z")),
                ("REQUEST", "2", "CONFIRMED", at("2026-10-25T18:00:00Z")),
                ("CANCEL", "3", "CANCELLED", at("2026-10-25T18:00:00Z")),
            ]
        );
        assert!(events.iter().all(|e| e["UID"] == uid), "the same appointment all along");
        let file = parsed(&house.get(&format!("{base}/moede.ics"), "").await.text);
        assert_eq!((file[0]["METHOD"].as_str(), file[0]["STATUS"].as_str()), ("PUBLISH", "CANCELLED"));
    }
}

#[tokio::test]
async fn ones_own_feed_is_behind_an_address_nobody_can_guess_and_shows_what_one_may_see() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Members).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::days(3), None).await;
        let (ida, stranger) = (house.cookie(&members[0]).await, house.cookie(&house.person("Fremmed").await).await);
        let address = |text: &str| link(text, "feed-address\">", "<").replace("http://samskab.example", "");
        let made = house.post("/min-side/moedekalender", &ida, "do=make").await;
        assert_eq!(made.status, StatusCode::OK);
        let first = address(&made.text);
        let other = address(&house.post("/min-side/moedekalender", &stranger, "do=make").await.text);
        assert!(!house.get("/min-side/moedekalender", &ida).await.text.contains(&first), "shown once");
        // Fetched by a calendar that knows nobody.
        let request = Request::builder().uri(&first).header("host", "samskab.example").body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(house.router.clone(), request).await.unwrap();
        assert!(response.headers()["cache-control"].to_str().unwrap().starts_with("private"));
        assert_eq!(parsed(&house.get(&first, "").await.text)[0]["UID"], format!("{id}@samskab.example"));
        assert!(parsed(&house.get(&other, "").await.text).is_empty(), "a stranger's feed holds nothing of a closed space");
        assert_eq!(house.get(&format!("/forloeb/{slug}/moeder/kalender.ics"), "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get("/kalender/abc.ics", "").await.status, StatusCode::NOT_FOUND);
        assert!(house.get(&format!("/forloeb/{slug}/moeder/{id}/moede.ics"), &stranger).await.is_refusal());
        // A new address stops the old one; closing stops both.
        let second = address(&house.post("/min-side/moedekalender", &ida, "do=make").await.text);
        assert_eq!((house.get(&first, "").await.status, house.get(&second, "").await.status), (StatusCode::NOT_FOUND, StatusCode::OK));
        do_(&house, "/min-side/moedekalender", &ida, &[("do", "stop")]).await;
        assert_eq!(house.get(&second, "").await.status, StatusCode::NOT_FOUND);
        // Who leaves the team no longer sees its meetings there.
        let third = address(&house.post("/min-side/moedekalender", &ida, "do=make").await.text);
        do_(&house, &format!("/forloeb/{slug}/hold/forlad"), &ida, &[("role", "member")]).await;
        assert!(parsed(&house.get(&third, "").await.text).is_empty());
    }
}

#[tokio::test]
async fn a_closed_item_is_for_the_team_that_stays_and_has_promised_and_for_nobody_else_anywhere() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let council = house.person("Udvalgsformand").await;
        house.role(space, &council, Role::Council).await;
        let council = house.cookie(&council).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        item(&house, &base, &office, &[("title", "Velkomst")]).await;
        let closed =
            item(&house, &base, &office, &[("title", "Klagen over Hemmeligsen"), ("presentation", "Hemmeligsen har klaget."), ("ground", "private")]).await;
        let page = format!("/forloeb/{slug}/moeder/punkt/{closed}");
        let written: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(written.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "closed when it is first saved, its name never stands in the journal");
        let before = house.get(&format!("{base}/referat"), &office).await.text;
        assert!(before.contains(&format!("{base}/tavshed")) && !before.contains(&format!("text-{closed}")), "whoever has not promised is asked to");
        do_(&house, &format!("{base}/tavshed"), &office, &[]).await;
        assert!(!house.get(&format!("{base}/referat"), &office).await.text.contains(&format!("{base}/tavshed")), "once");
        do_(&house, &format!("{base}/tavshed"), &ida, &[]).await;
        let write = |cookie: String, text: &'static str| {
            let (house, base, closed) = (&house, base.clone(), closed.clone());
            async move {
                let edit = house.clock.id().to_string();
                house.post(&format!("{base}/referat/skriv"), &cookie, &form(&[("text", &closed), ("edit", &edit), ("base", ""), ("mine", text)])).await
            }
        };
        assert!(write(bo.clone(), "Bo skriver").await.is_refusal(), "not before he knows his duty");
        assert_eq!(write(ida.clone(), "Hemmeligsen fik ret.").await.status, StatusCode::OK);
        assert!(house.get(&page, &ida).await.text.contains("Hemmeligsen"));
        assert!(house.get(&page, &bo).await.text.contains("Det ved jeg. Vis punktet"));
        // Ida leaves for an interest of her own: it is closed to her from then on, and she cannot take that back herself.
        let ida_id = members[0].id.to_string();
        do_(&house, &format!("{page}/inhabil"), &ida, &[("person", &ida_id)]).await;
        assert!(house.post(&format!("{page}/inhabil"), &ida, &form(&[("person", &ida_id), ("leaves", "no")])).await.is_refusal());
        assert!(house.post(&format!("{page}/inhabil"), &bo, &form(&[("person", &ida_id)])).await.is_refusal(), "one speaks for oneself");
        assert!(write(ida.clone(), "Ida skriver").await.is_refusal());
        let decided = [("item", closed.as_str()), ("decision", "Hemmeligsen får ret"), ("for", "4")];
        do_(&house, &format!("{base}/beslutning"), &office, &decided).await;
        do_(&house, &format!("{base}/referat/send"), &office, &[("until", "2026-03-20")]).await;
        (samskab_platform::search::index::update(&house.app)).await.unwrap();

        let list = format!("/forloeb/{slug}/moeder");
        let places = [
            base.clone(),
            page.clone(),
            format!("{base}/referat"),
            format!("{base}/moede.ics"),
            list.clone(),
            format!("{list}/beslutninger"),
            format!("{list}/kalender.ics"),
            format!("/forloeb/{slug}"),
            format!("/forloeb/{slug}/aktivitet"),
            "/soeg?q=klagen".to_owned(),
            "/".to_owned(),
        ];
        for (who, cookie) in [("a stranger", String::new()), ("one who left", ida.clone()), ("one who has not promised", bo.clone()), ("the council", council)]
        {
            for place in &places {
                let answer = house.get(place, &cookie).await;
                assert!(!answer.text.contains("Hemmeligsen"), "{who} reads it on {place} ({}): {}", house.kind, answer.text);
            }
        }
        assert!(house.get(&base, "").await.text.contains("Lukket punkt") && house.get(&base, "").await.text.contains("forvaltningslovens § 27"));
        let minutes = house.get(&format!("{base}/referat"), &office).await.text;
        assert!(
            minutes.contains("Hemmeligsen fik ret.") && minutes.contains("Deltog ikke på grund af inhabilitet: Ida") && minutes.contains("Beslutning 2026/1"),
            "{minutes}"
        );
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "{journal:?}");
    }
}

#[tokio::test]
async fn what_is_attached_to_an_item_is_closed_and_opened_and_removed_with_it() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, bo) = (house.cookie(&secretary).await, house.cookie(&members[1]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let point = item(&house, &base, &office, &[("title", "Lejeaftalen")]).await;
        let (page, files) = (format!("/forloeb/{slug}/moeder/punkt/{point}"), format!("/forloeb/{slug}/filer"));
        let attach = |cookie: String, title: &'static str| {
            let (house, path, to) = (&house, format!("{files}/ny"), format!("agenda_item:{point}"));
            async move { upload(house, &path, &cookie, &[("title", title), ("alt", "Et papir"), ("til", &to)], Some(("papir.jpg", &photograph()))).await }
        };
        assert!(attach(office.clone(), "Kontrakten med Hemmeligsen").await.status.is_redirection());
        let list = house.get(&files, "").await.text;
        let file = list.split("<h3><a href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(list.contains("Hemmeligsen") && house.get(&format!("{file}/hent"), "").await.status == StatusCode::OK);

        let change = format!("{page}/ret");
        let close = async |ground: &str| do_(&house, &change, &office, &[("title", "Lejeaftalen"), ("ground", ground)]).await;
        close("business").await;
        samskab_platform::search::index::update(&house.app).await.unwrap();
        let places =
            [files.clone(), file.clone(), page.clone(), format!("/forloeb/{slug}"), format!("/forloeb/{slug}/aktivitet"), "/soeg?q=kontrakten".to_owned()];
        for cookie in ["", &bo, &office] {
            for place in &places {
                assert!(!house.get(place, cookie).await.text.contains("Hemmeligsen"), "{place} ({})", house.kind);
            }
            for end in ["", "/hent", "/vis", "/lille"] {
                assert_eq!(house.get(&format!("{file}{end}"), cookie).await.status, StatusCode::NOT_FOUND, "{end}");
            }
        }
        assert!(house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text.contains("noget, der ikke er for alle"));
        let records = |of: Person| {
            let (app, slug) = (house.app.clone(), slug.clone());
            async move {
                let mut sql = app.db.read().await.unwrap();
                let visitor = Visitor::of(of);
                let view = samskab_platform::view::find_visible_with(&mut sql, &app, &visitor, &slug).await.unwrap();
                let page = samskab_platform::Page::new(&app, &visitor, String::new());
                format!("{:?}", (samskab_files::TOOL.records)(&mut sql, &view, &page).await.unwrap())
            }
        };
        assert!(!records(secretary.clone()).await.contains("Hemmeligsen"), "the archive of whoever may not see it does not hold it");

        // Whoever knows their duty sees it beside the item, and can attach more; nobody else can.
        do_(&house, &format!("{base}/tavshed"), &office, &[]).await;
        assert!(house.get(&page, &office).await.text.contains("Kontrakten med Hemmeligsen"));
        assert_eq!(house.get(&format!("{file}/hent"), &office).await.status, StatusCode::OK);
        assert!(records(secretary.clone()).await.contains("Kontrakten med Hemmeligsen"));
        assert!(attach(office.clone(), "Svaret fra Hemmeligsen").await.status.is_redirection());
        assert!(attach(bo.clone(), "Mit").await.status == StatusCode::NOT_FOUND, "what one may not see one attaches nothing to");
        assert!(house.get(&page, &office).await.text.contains("Svaret fra Hemmeligsen") && !house.get(&files, &office).await.text.contains("Hemmeligsen"));
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "{journal:?}");
        let report = samskab_platform::journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert!(report.faults.is_empty() && report.erased > 0, "the chain holds: {report:?}");

        // Opened again it is for everybody; closed and removed it is gone.
        close("").await;
        assert!(house.get(&files, "").await.text.contains("Svaret fra Hemmeligsen"));
        close("business").await;
        do_(&house, &format!("{page}/fjern"), &office, &[]).await;
        assert_eq!(house.get(&format!("{file}/hent"), &office).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.app.db.read().await.unwrap().count(&FILES, args![]).await.unwrap(), 0);
    }
}

/// The texts of the minutes as somebody's script gets them.
async fn texts(house: &House, base: &str, cookie: &str) -> BTreeMap<String, String> {
    let answer = house.get(&format!("{base}/referat/tekster"), cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let json: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    let pair = |t: &serde_json::Value| (t["id"].as_str().unwrap().to_owned(), t["text"].as_str().unwrap().to_owned());
    json["texts"].as_array().unwrap().iter().map(pair).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn five_who_write_the_minutes_at_once_lose_no_word_and_end_with_the_same_text() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let office = house.cookie(&secretary).await;
        let point = item(&house, &base, &office, &[("title", "Haller")]).await;
        let mut writers = vec![office.clone()];
        for member in &members {
            writers.push(house.cookie(member).await);
        }
        let fifth = house.person("Per").await;
        house.role(space, &fifth, Role::Politician).await;
        writers.push(house.cookie(&fifth).await);

        const ROUNDS: usize = 30;
        let house = std::sync::Arc::new(house);
        let mut work = tokio::task::JoinSet::new();
        for (n, cookie) in writers.iter().cloned().enumerate() {
            let (house, base, texts) = (house.clone(), base.clone(), [point.clone(), id.clone()]);
            work.spawn(async move {
                // What this one has on the screen: each change begins with it, as in the script.
                let mut mine = [String::new(), String::new()];
                for round in 0..ROUNDS {
                    let which = (n + round) % 3 % 2;
                    let word = format!("w{n}x{round}");
                    let before = mine[which].clone();
                    // At the end, at the beginning, or between two words in the middle.
                    let gaps: Vec<usize> = before.match_indices(' ').map(|(i, _)| i).collect();
                    let after = match (round % 3, gaps.get(gaps.len() / 2)) {
                        (0, _) | (_, None) => format!("{before}{}{word}", if before.is_empty() { "" } else { " " }),
                        (1, _) => format!("{word} {before}"),
                        (_, Some(gap)) => format!("{} {word}{}", &before[..*gap], &before[*gap..]),
                    };
                    let edit = house.app.clock.id().to_string();
                    let body = form(&[("text", &texts[which]), ("edit", &edit), ("base", &before), ("mine", &after)]);
                    let path = format!("{base}/referat/skriv");
                    let answer = house.post(&path, &cookie, &body).await;
                    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
                    if round % 7 == 0 {
                        // The answer was lost on its way: the same is sent once more, and written once.
                        assert_eq!(house.post(&path, &cookie, &body).await.status, StatusCode::OK);
                    }
                    let json: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
                    json["text"].as_str().unwrap().clone_into(&mut mine[which]);
                }
            });
        }
        while let Some(done) = work.join_next().await {
            done.unwrap();
        }
        let first = texts(&house, &base, &writers[0]).await;
        for cookie in &writers {
            assert_eq!(texts(&house, &base, cookie).await, first, "all have the same");
        }
        let mut words: Vec<&str> = first.values().flat_map(|t| t.split_whitespace()).collect();
        words.sort_unstable();
        let mut expected: Vec<String> = (0..5).flat_map(|n| (0..ROUNDS).map(move |r| format!("w{n}x{r}"))).collect();
        expected.sort_unstable();
        assert_eq!(words, expected, "every word, once ({})", house.kind);
    }
}

#[tokio::test]
async fn without_a_script_the_form_is_merged_and_minutes_end_approved_and_stay() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let point = item(&house, &base, &office, &[("title", "Haller"), ("proposal", "At hallen åbner.")]).await;
        let minutes = format!("{base}/referat");
        let (edit, text, first) = (format!("edit-{point}"), format!("text-{point}"), format!("base-{point}"));
        let save = |cookie: String, began: &'static str, now: &'static str| {
            let (house, minutes, edit, text, first) = (&house, minutes.clone(), edit.clone(), text.clone(), first.clone());
            async move { house.post(&minutes, &cookie, &form(&[(&edit, &house.clock.id().to_string()), (&first, began), (&text, now)])).await.location }
        };
        assert!(save(office.clone(), "", "Sille skriver.\r\nTo linjer. ").await.ends_with("meetings-minutes-saved"));
        assert!(save(ida.clone(), "", "Ida også.").await.ends_with("meetings-minutes-merged"));
        let shown = house.get(&minutes, &ida).await.text;
        assert!(shown.contains("Sille skriver.\nTo linjer.") && shown.contains("Ida også."), "{shown}");
        assert!(house.get(&minutes, "").await.is_refusal(), "a draft is the team's");

        // Something that must not become public by accident is noticed before it does.
        save(ida.clone(), "", "Ring til Bo på 20 12 34 56.").await;
        let stopped = house.post(&format!("{minutes}/send"), &office, "until=2026-03-20").await;
        assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
        let all_of_it = texts(&house, &base, &ida).await[&point].clone();
        let body = form(&[
            ("text", &point),
            ("edit", &house.clock.id().to_string()),
            ("base", &all_of_it),
            ("mine", &all_of_it.replace("Ring til Bo på 20 12 34 56.", "")),
        ]);
        house.post(&format!("{minutes}/skriv"), &ida, &body).await;

        let wrong = house.post(&format!("{base}/beslutning"), &office, "decision=&for=ni").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (text, number) in [("Hallen åbner fredag.", "2026/1"), ("Køkkenet bliver malet.", "2026/2")] {
            do_(&house, &format!("{base}/beslutning"), &office, &[("item", &point), ("decision", text), ("for", "9"), ("against", "2")]).await;
            assert!(house.get(&format!("/forloeb/{slug}/moeder/beslutninger"), "").await.text.contains(number));
        }
        let page = house.get(&base, "").await.text;
        let decision = link(&page, &format!("/forloeb/{slug}/moeder/beslutninger/"), "\"");
        let one = house.get(&format!("/forloeb/{slug}/moeder/beslutninger/{decision}"), "").await.text;
        assert!(one.contains("Hallen åbner fredag.") && one.contains("9 for, 2 imod"), "{one}");
        assert!(house.post(&format!("/forloeb/{slug}/moeder/punkt/{point}/fjern"), &office, "").await.status == StatusCode::CONFLICT, "what was treated stays");

        // Sent: everyone reads it, nobody writes, the team can object; an objection stops it from being approved by itself.
        do_(&house, &format!("{minutes}/send"), &office, &[("until", "2026-03-20")]).await;
        assert!(house.get(&minutes, "").await.text.contains("Sille skriver."));
        let late = house
            .post(&format!("{minutes}/skriv"), &ida, &form(&[("text", &point), ("edit", &house.clock.id().to_string()), ("base", ""), ("mine", "x")]))
            .await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        do_(&house, &format!("{minutes}/indsigelse"), &ida, &[("text", "Jeg sagde noget andet.")]).await;
        house.clock.set(morning() + Duration::days(30));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        assert!(house.get(&minutes, "").await.text.contains("Sendt til godkendelse"), "somebody has objected");
        let office = house.cookie(&secretary).await;
        do_(&house, &format!("{minutes}/tilbage"), &office, &[]).await;
        do_(&house, &format!("{minutes}/send"), &office, &[("until", "2026-04-10")]).await;
        house.clock.set(morning() + Duration::days(60));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        let office = house.cookie(&secretary).await;
        let approved = house.get(&minutes, "").await.text;
        assert!(approved.contains("Godkendt") && approved.contains("Jeg sagde noget andet."), "{approved}");
        for path in ["tilbage", "godkend"] {
            assert_eq!(house.post(&format!("{minutes}/{path}"), &office, "").await.status, StatusCode::CONFLICT, "{path}");
        }
        assert_eq!(house.post(&format!("{base}/beslutning"), &office, "decision=For+sent").await.status, StatusCode::CONFLICT);
        do_(&house, &format!("{minutes}/rettelse"), &office, &[("text", "Der skulle stå lørdag.")]).await;
        assert!(house.get(&minutes, "").await.text.contains("Der skulle stå lørdag."));
        // The journal remembers a digest of what was approved.
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        let (_, payload) = journal.iter().find(|(verb, _)| verb == "meetings.lapse").unwrap();
        assert!(payload.contains("\"digest\":\""), "{payload}");
        assert!(house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text.contains("Ingen gjorde indsigelse inden fristen"));
    }
}

#[tokio::test]
async fn who_came_is_ticked_off_and_the_agenda_keeps_its_order() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let mut points = vec![];
        for title in ["Et", "To", "Tre"] {
            points.push(item(&house, &base, &office, &[("title", title), ("minutes", "20")]).await);
        }
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[2]), &office, &[("way", "up")]).await;
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[0]), &office, &[("way", "up")]).await;
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/fjern", points[1]), &office, &[]).await;
        assert!(house.send(Method::POST, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[0]), &ida, "way=up").await.is_refusal());
        let page = house.get(&base, "").await.text;
        let at = |id: &str| page.find(&format!("punkt-{id}")).unwrap();
        assert!(at(&points[0]) < at(&points[2]) && !page.contains(&points[1]), "{page}");
        assert!(page.contains("1. </span>Et") && page.contains("2. </span>Tre"), "numbered anew: {page}");

        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming")]).await;
        let path = format!("{base}/deltagere");
        let list = house.get(&path, &office).await.text;
        let keys: Vec<String> = list.split("name=\"listed\" value=\"").skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect();
        assert_eq!(keys.len(), 4, "three members and the secretary");
        let bo = format!("p:{}", members[1].id);
        let ticked: Vec<(&str, &str)> = keys.iter().map(|k| ("listed", k.as_str())).chain([("here", keys[0].as_str()), ("here", bo.as_str())]).collect();
        do_(&house, &path, &office, &ticked).await;
        let list = house.get(&path, &office).await.text;
        assert!(list.contains("2 var der") && list.contains("Kom uden tilmelding"), "{list}");
        assert!(house.get(&format!("{base}/deltagerliste"), &office).await.text.contains("Underskrift"));
        assert!(house.get(&format!("{base}/referat"), &office).await.text.contains("Til stede"));
    }
}

/// The names of those who were there, as the minutes' page says it.
async fn minuted(house: &House, base: &str, cookie: &str) -> String {
    let page = house.get(&format!("{base}/referat"), cookie).await.text;
    link(&page, "id=\"there\"", "</section>")
}

#[tokio::test]
async fn whoever_leaves_the_team_stays_in_the_minutes_of_the_meetings_they_were_at() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let guest = house.person("Gæst").await;
        let id = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming")]).await;
        do_(&house, &format!("{base}/svar"), &bo, &[("wish", "declined")]).await;
        do_(&house, &format!("{base}/svar"), &house.cookie(&guest).await, &[("wish", "coming")]).await;
        let path = format!("{base}/deltagere");
        let list = house.get(&path, &office).await.text;
        let key = |name: &str| {
            let before = list.split(&format!(">{name}<span")).next().unwrap();
            before.rsplit("name=\"listed\" value=\"").next().unwrap().split('"').next().unwrap().to_owned()
        };
        let here = [key("Ida"), key("Eva"), key("Gæst")];
        let away = key("Bo");
        let ticked: Vec<(&str, &str)> = here.iter().flat_map(|k| [("listed", k.as_str()), ("here", k.as_str())]).chain([("listed", away.as_str())]).collect();
        do_(&house, &path, &office, &ticked).await;
        house.clock.set(morning() + Duration::hours(9));
        let office = house.cookie(&secretary).await;
        let before = minuted(&house, &base, &office).await;
        for (n, name) in ["Ida", "Bo", "Eva"].into_iter().enumerate() {
            assert!(before.contains(name), "{name} in {before}");
            let cookie = house.cookie(&members[n]).await;
            do_(&house, &format!("/forloeb/{slug}/hold/forlad"), &cookie, &[("role", "member")]).await;
        }
        assert!(!before.contains("Gæst") && before.contains("og én mere"), "whoever is not on the team is counted, not named: {before}");
        // They have left, the list is gone through once more, and the minutes are sent and approved.
        do_(&house, &path, &office, &ticked.iter().map(|(a, b)| if b.starts_with("p:") { ("other", *b) } else { (*a, *b) }).collect::<Vec<_>>()).await;
        do_(&house, &format!("{base}/referat/send"), &office, &[("until", "2026-12-24")]).await;
        do_(&house, &format!("{base}/referat/godkend"), &office, &[]).await;
        assert_eq!(minuted(&house, &base, "").await, before, "{}: as it was", house.kind);
    }
}

#[tokio::test]
async fn invitations_follow_the_team_whoever_leaves_is_let_go_and_whoever_comes_is_called() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::days(9), Some(1)).await;
        let open = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::days(12), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let tick = || async { (samskab_meetings::TOOL.tick)(&house.app).await.unwrap() };
        tick().await;
        assert_eq!(sent(&house.app).await, 0, "nobody is called before somebody calls");
        for meeting in [&id, &open] {
            do_(&house, &format!("/forloeb/{slug}/moeder/{meeting}/indkald"), &office, &[]).await;
        }
        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming"), ("needs", "Glutenfri mad")]).await;
        do_(&house, &format!("{base}/svar"), &bo, &[("wish", "coming")]).await;
        assert!(house.get(&base, &bo).await.text.contains("Du er på venteliste"));
        sent(&house.app).await;
        let of = |name: &'static str| {
            let app = &house.app;
            async move {
                sent(app).await;
                all(app).await.into_iter().filter(|m| m.recipient.starts_with(name)).collect::<Vec<OutboxRow>>()
            }
        };
        assert_eq!(of("ida@").await.len(), 2, "called to both");

        // Ida leaves: her seat goes to Bo, the meeting out of her calendar, and her link answers no more.
        do_(&house, &format!("/forloeb/{slug}/hold/forlad"), &ida, &[("role", "member")]).await;
        assert!(house.post(&format!("{base}/svar"), &ida, "wish=coming").await.is_refusal(), "the old link answers no more");
        assert!(!house.get(&base, &ida).await.text.contains("/svar\""), "nor is one asked");
        for _ in 0..2 {
            tick().await;
        }
        let told = of("ida@").await;
        assert_eq!(told.len(), 3, "{}: once: {told:?}", house.kind);
        let left: Vec<_> = told.iter().filter(|m| m.subject.contains("ikke længere i din kalender")).collect();
        let event = parsed(&left[0].calendar).remove(0);
        assert_eq!((left.len(), event["METHOD"].as_str(), event["SEQUENCE"].as_str(), event.get("STATUS")), (1, "CANCEL", "1", None), "{event:?}");
        assert!(event["UID"].starts_with(&id) && !left[0].body.contains("moede.example"), "{}", left[0].body);
        assert_eq!(house.app.db.read().await.unwrap().count(&NEEDS, args![]).await.unwrap(), 0, "what she needed is gone");
        assert!(house.get(&base, &bo).await.text.contains("Du kommer"), "who waits moves up");
        // What happens to the meeting later is not for her; the open one is for everybody, and she is still asked to it.
        let plan = [("title", "Aftenmøde"), ("kind", "team"), ("date", "2026-03-20"), ("from", "19.00"), ("to", "21.00"), ("place", "Kælderen")];
        do_(&house, &format!("{base}/ret"), &office, &plan).await;
        assert_eq!(of("ida@").await.len(), 3);
        assert!(of("bo@").await.iter().any(|m| m.subject.contains("er ændret")));

        // Ulla comes onto the team after the call: she is called once, with the number the calendars have by now; Ida comes back.
        let ulla = house.person("Ulla").await;
        house.role(space, &ulla, Role::Politician).await;
        house.role(space, &members[0], Role::Member).await;
        for _ in 0..2 {
            tick().await;
        }
        let called: Vec<_> = of("ulla@").await.into_iter().filter(|m| m.subject.contains("Du er indkaldt")).collect();
        assert_eq!(called.len(), 2, "to both, once each");
        let again = of("ida@").await;
        let event = again.iter().flat_map(|m| parsed(&m.calendar)).filter(|e| e["UID"].starts_with(&id)).max_by_key(|e| e["SEQUENCE"].parse::<i64>().unwrap());
        let event = event.unwrap();
        assert_eq!((again.len(), event["METHOD"].as_str(), event["SEQUENCE"].as_str()), (4, "REQUEST", "2"), "called again, over the cancellation");
    }
}

#[test]
fn every_act_of_meetings_is_its_own() {
    let mut names: Vec<&str> = ACTS.iter().map(|a| a.name).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!((names.len(), all), (22, 22));
}
