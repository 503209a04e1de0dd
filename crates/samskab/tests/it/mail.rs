//! Mail through a real mail server on loopback: it arrives, once, whole, and whoever cannot be reached is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use axum::http::StatusCode;
use chrono::Duration;
use proptest::prelude::{ProptestConfig, proptest};
use samskab::build;
use samskab_platform::clock::Clock;
use samskab_platform::db::Statement;
use samskab_platform::outbox::{self, Notice};
use samskab_platform::settings::Settings;
use samskab_platform::{App, args};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::house::{House, form, morning};
use crate::process::free_port;
use crate::providers::{Provider, received, smtp};
use crate::told::{all, committee, news, reached, reader, sent, tell, utc};

const NOTICES: Statement = Statement { name: "test", sql: "SELECT id, outcome, message_id FROM notice", postgres: None };

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_reaches_a_real_mail_server_once_even_if_it_was_down() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let (secretary, _, slug) = committee(&house).await;
        let cookie = house.cookie(&secretary).await;
        let body = form(&[("name", "Søren Ærø"), ("email", "soeren@borger.example"), ("role", "member")]);
        let answer = house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &body).await;
        assert!(answer.status.is_redirection(), "{}", answer.text);

        assert_eq!(sent(&house.app).await, 1, "tried while nobody listens");
        let row = all(&house.app).await.remove(0);
        assert!(row.sent_at.is_none() && row.last_error.is_some(), "{row:?}");
        assert_eq!(sent(&house.app).await, 0, "not before its pause is over");

        let server = Provider::mail(port, &folder.path().join("post"), &[]);
        house.clock.set(morning() + Duration::minutes(2));
        assert_eq!(sent(&house.app).await, 1);
        house.clock.set(morning() + Duration::hours(5));
        assert_eq!(sent(&house.app).await, 0, "sent once");
        drop(server);
        let mails = received(&folder.path().join("post"));
        assert_eq!(mails.len(), 1, "{}", house.kind);
        let (head, body) = &mails[0];
        assert!(head.contains("To: soeren@borger.example"), "{head}");
        assert!(body.contains("http://samskab.example/invitation/"), "{body}");
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_has_two_halves_in_the_readers_language_and_all_but_codes_can_be_left() {
    let port = free_port();
    let folder = tempfile::tempdir().unwrap();
    let post = folder.path().join("post");
    let _server = Provider::mail(port, &post, &[]);
    let house = House::both_with(|s| s.mail = Some(smtp(port))).await.remove(0);
    let (_, space, _) = committee(&house).await;
    for (name, language) in [("Dorte", "da"), ("Emily", "en")] {
        let person = house.person(name).await;
        reached(&house, &person, "at_once", "mail", None, None, language).await;
        let notice = Notice::new("mail-commitment-doer", "/forloeb/ungepolitik/aftaler/1", house.clock.id());
        let notice = notice.with("what", "Åben <hal>").with("date", utc("2026-09-01T10:00:00Z").date_naive()).with("doer", name).with("counterpart", "Preben");
        tell(&house.app, space, &person, &notice).await;
    }
    house.post("/log-ind", "", &form(&[("email", "ny@borger.example")])).await;
    sent(&house.app).await;
    let mails = received(&post);
    assert_eq!(mails.len(), 3);
    let to = |address: &str| mails.iter().find(|(head, _)| head.contains(&format!("To: {address}"))).unwrap();
    for (address, language, date) in [("dorte@borger.example", "da", "1. september 2026"), ("emily@borger.example", "en", "1 September 2026")] {
        let (head, body) = to(address);
        for line in [
            "Content-Type: multipart/alternative",
            "Auto-Submitted: auto-generated",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            &format!("Content-Language: {language}"),
        ] {
            assert!(head.contains(line), "{line} in {head}");
        }
        assert!(head.contains("Message-ID: <") && head.contains("@proeveby.example>"), "{head}");
        assert!(head.contains("List-Unsubscribe: <http://samskab.example/afmeld/"), "{head}");
        let (text, html) = body.split_once("text/html").unwrap();
        assert!(text.contains(date) && html.contains(date), "dates in the reader's language: {body}");
        assert!(text.contains("Åben <hal>") && html.contains("Åben &#60;hal&#62;"), "{body}");
        assert!(html.contains("class=\"button\" href=\"http://samskab.example/forloeb/ungepolitik/aftaler/1\""), "{html}");
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains(" src="), "nothing is fetched");
        assert!(text.contains("http://samskab.example/afmeld/") && html.contains("http://samskab.example/afmeld/"));
    }
    let (head, body) = to("ny@borger.example");
    assert!(!head.contains("List-Unsubscribe") && !body.contains("/afmeld/"), "a code cannot be left: {head}");
    let code = all(&house.app).await.into_iter().find(|m| m.sort == "secret").unwrap();
    assert!(code.body.is_empty() && code.subject.is_empty() && code.content.is_empty(), "a code that was handed over is not kept");
}

#[tokio::test]
async fn without_a_mail_server_mail_waits() {
    let house = House::sqlite().await;
    house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
    assert_eq!(sent(&house.app).await, 0);
    let row = all(&house.app).await.remove(0);
    assert!(row.sent_at.is_none() && row.attempts == 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_is_set_aside_at_once_and_its_owner_is_told() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let server = Provider::mail(port, &folder.path().join("post"), &["ida@borger.example"]);
        let (secretary, space, _) = committee(&house).await;
        let ida = reader(&house, "Ida", "at_once").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        sent(&house.app).await;
        let row = all(&house.app).await.remove(0);
        assert!(row.failed_at.is_some() && row.attempts == 1, "{row:?}");
        let (mine, office) = (house.cookie(&ida).await, house.cookie(&secretary).await);
        for path in ["/min-side", "/min-side/beskeder"] {
            let page = house.get(path, &mine).await.text;
            let warning = page.split("Vi kan ikke nå dig på mail.").nth(1).unwrap_or_else(|| panic!("no warning on {path} on {}", house.kind));
            assert!(warning.split("</div>").next().unwrap().contains("href=\"/min-side/oplysninger/ret\""), "and where to put it right");
        }
        let list = house.get("/administration/beskeder?tilstand=failed", &office).await.text;
        assert!(list.contains("Modtagerens mailserver kender ikke adressen.") && list.contains("1 besked kom ikke frem."), "{list}");

        // The address is known now: sent again, it gets through, and the warning goes.
        drop(server);
        let _server = Provider::mail(port, &folder.path().join("post2"), &[]);
        assert!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &mine, "").await.is_refusal());
        assert!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &office, "").await.status.is_redirection());
        assert_eq!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &office, "").await.status, StatusCode::CONFLICT, "once is enough");
        sent(&house.app).await;
        assert!(all(&house.app).await[0].sent_at.is_some());
        for path in ["/min-side", "/min-side/beskeder"] {
            assert!(!house.get(path, &mine).await.text.contains("Vi kan ikke nå dig"), "{path}");
        }
    }
}

/// Another node on the same database.
async fn node(settings: &Settings) -> App {
    let db = build::database(settings).await.unwrap();
    build::app(settings.clone(), db, Clock::fixed(morning(), rand_seed()), CancellationToken::new()).await.unwrap()
}

fn rand_seed() -> u64 {
    Clock::system().id().as_u64_pair().1
}

fn ids(folder: &Path) -> Vec<String> {
    let id = |head: &str| head.lines().find_map(|l| l.strip_prefix("Message-ID: ")).unwrap_or_else(|| panic!("{head}")).to_owned();
    received(folder).iter().map(|(head, _)| id(head)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_send_every_message_once() {
    let port = free_port();
    let folder = tempfile::tempdir().unwrap();
    let post = folder.path().join("post");
    let _server = Provider::mail(port, &post, &[]);
    let house = House::both_with(|s| s.mail = Some(smtp(port))).await.remove(1);
    let (_, space, _) = committee(&house).await;
    for n in 0..30 {
        let person = house.person(&format!("Nabo{n}")).await;
        reached(&house, &person, "at_once", "mail", None, None, "da").await;
        tell(&house.app, space, &person, &news(&house.app, "noget")).await;
        tell(&house.app, space, &person, &news(&house.app, "andet")).await;
    }
    let nodes = [house.app.clone(), node(&house.settings).await, node(&house.settings).await];
    let work = nodes.into_iter().map(|app| tokio::spawn(async move { while outbox::drain(&app).await.unwrap() > 0 {} }));
    for done in work.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    let ids = ids(&post);
    assert_eq!(ids.len(), 60, "each once");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 60);
}

/// Sends with nodes that die after so many microseconds each, then lets one live; gives Message-IDs as received, and
/// for each notice the message it is in.
async fn with_deaths(deaths: &[u64]) -> (Vec<String>, Vec<(Uuid, String, Option<Uuid>)>) {
    let port = free_port();
    let folder = tempfile::tempdir().unwrap();
    let post = folder.path().join("post");
    let _server = Provider::mail(port, &post, &[]);
    let house = House::both_with(|s| s.mail = Some(smtp(port))).await.remove(1);
    let (_, space, _) = committee(&house).await;
    for n in 0..12 {
        let person = house.person(&format!("Nabo{n}")).await;
        reached(&house, &person, if n % 2 == 0 { "at_once" } else { "daily" }, "mail", None, None, "da").await;
        for what in ["et", "to"] {
            tell(&house.app, space, &person, &news(&house.app, what)).await;
        }
    }
    house.clock.set(morning() + Duration::days(1));
    for (n, micros) in deaths.iter().enumerate() {
        let app = node(&house.settings).await;
        app.clock.set(house.clock.now() + Duration::minutes(5 * n as i64));
        let life = tokio::spawn(async move { while outbox::drain(&app).await.unwrap() > 0 {} });
        tokio::time::sleep(std::time::Duration::from_micros(*micros)).await;
        life.abort();
        let _ = life.await;
    }
    // What a dead node had in its hands is free again when its lease has run out.
    for hours in 1..=8 {
        house.clock.set(morning() + Duration::days(1) + Duration::hours(hours));
        while outbox::drain(&house.app).await.unwrap() > 0 {}
    }
    let notices = house.app.db.read().await.unwrap().all(&NOTICES, args![]).await.unwrap();
    assert!(all(&house.app).await.iter().all(|m| m.sent_at.is_some()), "nothing is left");
    (ids(&post), notices)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_or_told_twice_when_nodes_die(deaths in proptest::collection::vec(0u64..60_000, 1..6)) {
        let run = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let (received, notices) = run.block_on(with_deaths(&deaths));
        assert_eq!(notices.len(), 24);
        let messages: BTreeMap<Uuid, usize> = notices.iter().fold(BTreeMap::new(), |mut all, (id, outcome, message)| {
            assert_eq!(outcome, "sent", "{id}");
            *all.entry(message.unwrap()).or_default() += 1;
            all
        });
        assert_eq!(messages.len(), 18, "six people with two mails, six with one digest: {messages:?}");
        let there: BTreeSet<&str> = received.iter().map(String::as_str).collect();
        let wanted: BTreeSet<String> = messages.keys().map(|id| format!("<{id}@proeveby.example>")).collect();
        // A node that dies between handing a mail over and noting it leads to the same mail again, with the same
        // Message-ID: mail programs show it once.
        assert_eq!(there, wanted.iter().map(String::as_str).collect::<BTreeSet<_>>());
    }
}
