//! Meetings in calendars: invitations that move and leave, and a feed of one's own.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Duration};
use samskab_meetings::Kind;
use samskab_platform::access::Visibility;

use crate::house::{House, morning};
use crate::meetings::{committee, do_, link, planned};
use crate::process::free_port;
use crate::providers::{Provider, received, smtp};
use crate::told::{all, sent, utc};

/// Puts calendars through the independent parser `icalendar` of PyPI, where it is installed; gives what it read of each event.
pub(crate) fn parsed(text: &str) -> Vec<BTreeMap<String, String>> {
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

/// What Thunderbird's calendar holds after each of these messages to somebody — UID, start, place —, where `make test-calendar` asks
/// for it; `None` elsewhere.
fn in_thunderbird(address: &str, messages: &[String]) -> Option<Vec<Vec<(String, String, String)>>> {
    let script = std::env::var("SAMSKAB_TEST_THUNDERBIRD").ok()?;
    let mut command = std::process::Command::new("/usr/bin/python3");
    let mut child = command.args([script.as_str(), address]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), serde_json::to_string(messages).unwrap().as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "Thunderbird: {}", out.status);
    Some(serde_json::from_slice(&out.stdout).unwrap())
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
        let messages = all(&house.app).await.into_iter().filter(|m| m.recipient.starts_with("ida@")).map(|m| m.calendar);
        let mut read: Vec<(BTreeMap<String, String>, String)> = messages.map(|text| (parsed(&text).remove(0), text)).collect();
        read.sort_by_key(|(e, _)| e["SEQUENCE"].parse::<i64>().unwrap());
        let (events, messages): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        assert!(messages.iter().all(|m| m.replace("\r\n ", "").contains("mailto:ida@borger.example")), "{messages:?}");
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
        if let Some(held) = in_thunderbird("ida@borger.example", &messages) {
            let entry = |start: &str, place: &str| vec![(uid.clone(), start.to_owned(), place.to_owned())];
            let (hall, cellar) = ("Salen, Torvet 1", "Kælderen; på \"Torvet\"");
            let moved = [entry("20260328T180000Z", hall), entry("20260329T170000Z", hall), entry("20261025T180000Z", cellar), vec![]];
            assert_eq!(held, moved, "it comes, moves twice and is gone");
        }
        let file = parsed(&house.get(&format!("{base}/moede.ics"), "").await.text);
        assert_eq!((file[0]["METHOD"].as_str(), file[0]["STATUS"].as_str()), ("PUBLISH", "CANCELLED"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_declines_gets_it_out_of_their_calendar_and_whoever_changes_their_mind_gets_it_back() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let _server = Provider::mail(port, &folder.path().join("post"), &[]);
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::days(3), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        do_(&house, &format!("{base}/indkald"), &house.cookie(&secretary).await, &[]).await;
        let ida = house.cookie(&members[0]).await;
        for wish in ["coming", "declined", "declined", "coming", "declined"] {
            do_(&house, &format!("{base}/svar"), &ida, &[("wish", wish)]).await;
        }
        while sent(&house.app).await > 0 {}
        let messages = all(&house.app).await.into_iter().filter(|m| m.recipient.starts_with("ida@")).map(|m| m.calendar);
        let mut read: Vec<(i64, String, String)> =
            messages.map(|text| (parsed(&text).remove(0), text)).map(|(e, text)| (e["SEQUENCE"].parse().unwrap(), e["METHOD"].clone(), text)).collect();
        read.sort();
        let seen: Vec<_> = read.iter().map(|(n, method, _)| (*n, method.as_str())).collect();
        assert_eq!(seen, [(0, "REQUEST"), (1, "CANCEL"), (2, "REQUEST"), (3, "CANCEL")], "{}", house.kind);
        let messages: Vec<String> = read.into_iter().map(|(_, _, text)| text).collect();
        if let Some(held) = in_thunderbird("ida@borger.example", &messages) {
            assert_eq!(held.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 1, 0]);
        }
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
