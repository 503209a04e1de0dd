//! Messages, through a real mail server and a real gateway for text messages on loopback.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::{DateTime, Duration, Utc};
use proptest::prelude::{ProptestConfig, proptest};
use samskab::build;
use samskab_platform::access::{ActDef, Reach, Role, Trace, Visibility};
use samskab_platform::clock::Clock;
use samskab_platform::db::Statement;
use samskab_platform::gather::gather;
use samskab_platform::outbox::{self, Notice, OutboxRow};
use samskab_platform::person::Person;
use samskab_platform::settings::{Security, Settings, Smtp, Text};
use samskab_platform::{Act, App, Visitor, args, reading};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::house::{House, form, morning};

/// A process that ends with the test.
struct Provider(Child);

impl Provider {
    fn start(mut command: Command, port: u16) -> Self {
        let what = format!("{command:?}");
        let provider = Self(command.stderr(Stdio::inherit()).spawn().unwrap_or_else(|e| panic!("{what}: {e}")));
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return provider;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{what} does not listen: `make test` installs what it needs");
    }

    /// A mail server that keeps what it gets in a Maildir, and does not know these addresses.
    fn mail(port: u16, folder: &Path, unknown: &[&str]) -> Self {
        let python = std::env::var("SAMSKAB_TEST_SMTP_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".into());
        let mut command = Command::new(python);
        command.arg(provider("mail_server.py")).arg(port.to_string()).arg(folder).args(unknown);
        Self::start(command, port)
    }

    /// A gateway for text messages.
    fn text(port: u16, options: &[&str]) -> Self {
        let mut command = Command::new("node");
        command.arg(provider("text_gateway.mjs")).arg(port.to_string()).arg("token of a test").args(options);
        Self::start(command, port)
    }
}

fn provider(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/providers").join(file)
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn smtp(port: u16) -> Smtp {
    Smtp {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: Security::None,
        user: None,
        password: None,
        password_file: None,
        from: "Prøveby Kommune <samskab@proeveby.example>".into(),
    }
}

/// What a mail server got, each as head and body, decoded from quoted-printable.
fn received(folder: &Path) -> Vec<(String, String)> {
    let files =
        std::fs::read_dir(folder.join("new")).map(|d| d.map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap()).collect::<Vec<_>>()).unwrap_or_default();
    files
        .into_iter()
        .map(|raw| {
            let raw = raw.replace("\r\n", "\n");
            let (head, body) = raw.split_once("\n\n").unwrap();
            (head.replace("\n ", " "), decoded(body))
        })
        .collect()
}

fn decoded(body: &str) -> String {
    let (mut out, bytes) = (vec![], body.replace("=\n", "").into_bytes());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'=').then(|| bytes.get(at + 1..at + 3)).flatten().and_then(|h| u8::from_str_radix(std::str::from_utf8(h).ok()?, 16).ok());
        match hex {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap()
}

const TELL: ActDef = ActDef { name: "test.tell", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
const WISHES: Statement =
    Statement { name: "test", sql: "UPDATE person SET rhythm = $2, contact = $3, phone = $4, address = $5, language = $6 WHERE id = $1", postgres: None };
const HELPER: Statement = Statement { name: "test", sql: "UPDATE person SET helper_id = $2 WHERE id = $1", postgres: None };
const NOTICES: Statement = Statement { name: "test", sql: "SELECT id, outcome, message_id FROM notice", postgres: None };

/// How somebody is reached: rhythm, way, number, address, language.
async fn reached(house: &House, person: &Person, rhythm: &str, contact: &str, phone: Option<&str>, address: Option<&str>, language: &str) {
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(&WISHES, args![person.id, rhythm, contact, phone, address, language]).await.unwrap();
    sql.commit().await.unwrap();
}

async fn tell(app: &App, space: Uuid, person: &Person, notice: &Notice) {
    let mut act = Act::begin(app, &Visitor::program(), space, &TELL).await.unwrap();
    act.tell(person.id, notice).await.unwrap();
    act.commit().await.unwrap();
}

/// News about something of its own.
fn news(app: &App, what: &str) -> Notice {
    Notice::new("mail-progress", "/forloeb/x/aftaler/1", app.clock.id()).with("what", what).with("text", "Det går.").with("who", "Bo")
}

async fn all(app: &App) -> Vec<OutboxRow> {
    outbox::latest(&mut app.db.read().await.unwrap(), 1000).await.unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_reaches_a_real_mail_server_once_even_if_it_was_down() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let cookie = house.cookie(&secretary).await;
        let body = form(&[("name", "Søren Ærø"), ("email", "soeren@borger.example"), ("role", "member")]);
        let answer = house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &body).await;
        assert!(answer.status.is_redirection(), "{}", answer.text);

        assert_eq!(outbox::drain(&house.app).await.unwrap(), 1, "tried while nobody listens");
        let row = all(&house.app).await.remove(0);
        assert!(row.sent_at.is_none() && row.last_error.is_some(), "{row:?}");
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 0, "not before its pause is over");

        let server = Provider::mail(port, &folder.path().join("post"), &[]);
        house.clock.set(morning() + Duration::minutes(2));
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 1);
        house.clock.set(morning() + Duration::hours(5));
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 0, "sent once");
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
    let secretary = house.secretary().await;
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    for (name, language) in [("Dorte", "da"), ("Emily", "en")] {
        let person = house.person(name).await;
        reached(&house, &person, "at_once", "mail", None, None, language).await;
        let notice = Notice::new("mail-commitment-doer", "/forloeb/ungepolitik/aftaler/1", house.clock.id());
        let notice = notice.with("what", "Åben <hal>").with("date", utc("2026-09-01T10:00:00Z").date_naive()).with("doer", name).with("counterpart", "Preben");
        tell(&house.app, space, &person, &notice).await;
    }
    house.post("/log-ind", "", &form(&[("email", "ny@borger.example")])).await;
    outbox::drain(&house.app).await.unwrap();
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
    assert_eq!(outbox::drain(&house.app).await.unwrap(), 0);
    let row = all(&house.app).await.remove(0);
    assert!(row.sent_at.is_none() && row.attempts == 0);
}

#[tokio::test]
async fn a_digest_comes_at_seven_once_a_day_also_when_the_clocks_change() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (one, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (two, _) = house.committee(&secretary, "Havnen", Visibility::Public).await;
        let ida = house.person("Ida").await;
        // Summer time begins in the night to 29 March 2026.
        house.clock.set(utc("2026-03-28T09:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den første")).await;
        house.clock.set(utc("2026-03-28T10:00:00Z"));
        tell(&house.app, two, &ida, &news(&house.app, "havnen")).await;
        house.clock.set(utc("2026-03-28T11:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den anden")).await;
        for early in ["2026-03-28T11:00:00Z", "2026-03-29T04:59:59Z"] {
            house.clock.set(utc(early));
            gather(&house.app).await.unwrap();
            assert!(all(&house.app).await.is_empty(), "nothing at {early}");
        }
        house.clock.set(utc("2026-03-29T05:00:00Z"));
        gather(&house.app).await.unwrap();
        let mails = all(&house.app).await;
        assert_eq!(mails.len(), 1, "one at 07:00 summer time ({})", house.kind);
        assert_eq!(mails[0].subject, "3 nyheder fra Ungepolitik og Havnen");
        let order: Vec<usize> = ["Ungepolitik\n---", "»den anden«", "»den første«", "Havnen\n---", "»havnen«"]
            .iter()
            .map(|t| mails[0].body.find(t).unwrap_or_else(|| panic!("{t} in {}", mails[0].body)))
            .collect();
        assert!(order.is_sorted(), "by space, newest first: {}", mails[0].body);
        assert!(mails[0].body.contains("* Nyt om »den anden«\n  http://samskab.example/forloeb/"), "one line each with its link");

        // Later on the same day, and a sender that was down: still one a day.
        tell(&house.app, one, &ida, &news(&house.app, "den tredje")).await;
        for later in ["2026-03-29T12:00:00Z", "2026-03-29T20:30:00Z"] {
            house.clock.set(utc(later));
            gather(&house.app).await.unwrap();
            assert_eq!(all(&house.app).await.len(), 1, "at {later}");
        }
        house.clock.set(utc("2026-03-30T11:00:00Z"));
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 2, "late, but it comes");
        // Winter time again: 07:00 is 06:00 UTC.
        house.clock.set(utc("2026-10-24T12:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den fjerde")).await;
        house.clock.set(utc("2026-10-25T05:00:00Z"));
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 2, "06:00 is too early");
        house.clock.set(utc("2026-10-25T06:00:00Z"));
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 3);
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn what_changes_within_48_hours_goes_at_once_and_a_new_rhythm_counts_for_what_waits() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let ida = house.person("Ida").await;
        reached(&house, &ida, "weekly", "mail", None, None, "da").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget").before(morning() + Duration::hours(47))).await;
        tell(&house.app, space, &ida, &news(&house.app, "andet").before(morning() + Duration::hours(49))).await;
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.iter().map(|m| m.subject.as_str()).collect::<Vec<_>>(), ["Ungepolitik: nyt om »noget«"]);
        house.clock.set(morning() + Duration::hours(1));
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 2, "it presses an hour later");
        tell(&house.app, space, &ida, &news(&house.app, "ugen")).await;
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 2, "waits for Monday");
        reached(&house, &ida, "daily", "mail", None, None, "da").await;
        house.clock.set(morning() + Duration::hours(23));
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 3, "now it comes in the morning");
        tell(&house.app, space, &ida, &news(&house.app, "ugen")).await;
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn one_click_leaves_without_signing_in_and_nothing_more_comes() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (other, _) = house.committee(&secretary, "Havnen", Visibility::Public).await;
        let ida = house.person("Ida").await;
        reached(&house, &ida, "at_once", "mail", None, None, "da").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        gather(&house.app).await.unwrap();
        let mail = all(&house.app).await.remove(0);
        let path = outbox::leave_path(&house.app.secret, mail.id);
        // As a mail provider asks: no cookie, no origin, no Sec-Fetch-Site.
        let click = |path: String| {
            let request =
                Request::builder().method(Method::POST).uri(path).header("host", "samskab.example").header("content-type", "application/x-www-form-urlencoded");
            house.request(request.body(Body::from("List-Unsubscribe=One-Click")).unwrap())
        };
        assert_eq!(house.get(&path, "").await.status, StatusCode::OK);
        assert_eq!(click(path.clone()).await.status, StatusCode::OK, "{}", house.kind);
        assert_eq!(click(path.clone()).await.status, StatusCode::OK, "twice is no harm");
        let forged = format!("{}{}", &path[..path.len() - 1], if path.ends_with('0') { '1' } else { '0' });
        assert_eq!(click(forged).await.status, StatusCode::NOT_FOUND);
        tell(&house.app, space, &ida, &news(&house.app, "mere")).await;
        tell(&house.app, other, &ida, &news(&house.app, "fra et andet sted")).await;
        gather(&house.app).await.unwrap();
        let mails = all(&house.app).await;
        assert_eq!(mails.len(), 2, "only from the other space");
        assert!(mails[0].subject.contains("Havnen"));

        // Everything, in the browser; an invitation sent to her by name still comes.
        let post = |body: &'static str| house.post(&path, "", body);
        assert!(post("leave=everything").await.location.contains("klar=less-chosen"));
        tell(&house.app, other, &ida, &news(&house.app, "intet")).await;
        let cookie = house.cookie(&secretary).await;
        let body = form(&[("name", "Ida"), ("email", "ida@borger.example"), ("role", "member")]);
        assert!(house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &body).await.status.is_redirection());
        gather(&house.app).await.unwrap();
        let mails = all(&house.app).await;
        assert_eq!(mails.len(), 3);
        assert!(mails.iter().any(|m| m.sort == "direct"));

        // And back.
        assert!(post("stay=everything").await.location.contains("klar=less-undone"));
        assert!(post("stay=space").await.location.contains("klar=less-undone"));
        tell(&house.app, space, &ida, &news(&house.app, "igen")).await;
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 4);
        // Only what is urgent; undone, it is as often as before.
        let answer = post("leave=important").await;
        assert!(answer.location.contains("foer=at_once"), "{}", answer.location);
        tell(&house.app, space, &ida, &news(&house.app, "uvigtigt")).await;
        tell(&house.app, space, &ida, &news(&house.app, "vigtigt").pressing()).await;
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 5);
        post("stay=important&before=at_once").await;
        tell(&house.app, space, &ida, &news(&house.app, "nu igen")).await;
        gather(&house.app).await.unwrap();
        assert_eq!(all(&house.app).await.len(), 6);
    }
}

#[tokio::test]
async fn a_stranger_can_ask_not_to_be_invited_any_more() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let cookie = house.cookie(&secretary).await;
    let invite = || async {
        house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &form(&[("name", "Ny"), ("email", "ny@borger.example"), ("role", "member")])).await
    };
    invite().await;
    let path = outbox::leave_path(&house.app.secret, all(&house.app).await[0].id);
    assert!(house.post(&path, "", "leave=everything").await.location.contains("klar=less-chosen"));
    invite().await;
    let page = house.get("/administration/beskeder?tilstand=stopped", &cookie).await.text;
    assert!(page.contains("ny@borger.example"), "the second one waits for nobody, and the office can see it");
    house.post("/log-ind", "", &form(&[("email", "ny@borger.example")])).await;
    assert_eq!(all(&house.app).await[0].sort, "secret", "a code that was asked for still comes");
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
    let secretary = house.secretary().await;
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
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
    let secretary = house.secretary().await;
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_is_set_aside_at_once_and_its_owner_is_told() {
    let port = free_port();
    for house in House::both_with(|s| s.mail = Some(smtp(port))).await {
        let folder = tempfile::tempdir().unwrap();
        let server = Provider::mail(port, &folder.path().join("post"), &["ida@borger.example"]);
        let secretary = house.secretary().await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let ida = house.person("Ida").await;
        reached(&house, &ida, "at_once", "mail", None, None, "da").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        outbox::drain(&house.app).await.unwrap();
        let row = all(&house.app).await.remove(0);
        assert!(row.failed_at.is_some() && row.attempts == 1, "{row:?}");
        let (mine, office) = (house.cookie(&ida).await, house.cookie(&secretary).await);
        assert!(house.get("/min-side/beskeder", &mine).await.text.contains("Vi kan ikke nå dig på mail."), "{}", house.kind);
        let list = house.get("/administration/beskeder?tilstand=failed", &office).await.text;
        assert!(list.contains("Modtagerens mailserver kender ikke adressen.") && list.contains("1 besked kom ikke frem."), "{list}");

        // The address is known now: sent again, it gets through, and the warning goes.
        drop(server);
        let _server = Provider::mail(port, &folder.path().join("post2"), &[]);
        assert!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &mine, "").await.is_refusal());
        assert!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &office, "").await.status.is_redirection());
        assert_eq!(house.post(&format!("/administration/beskeder/{}/igen", row.id), &office, "").await.status, StatusCode::CONFLICT, "once is enough");
        outbox::drain(&house.app).await.unwrap();
        assert!(all(&house.app).await[0].sent_at.is_some());
        assert!(!house.get("/min-side/beskeder", &mine).await.text.contains("Vi kan ikke nå dig"));
    }
}

#[tokio::test]
async fn the_office_sees_messages_but_no_codes_and_the_reader_sees_who_looked() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let ida = house.person("Ida").await;
        reached(&house, &ida, "at_once", "mail", None, None, "da").await;
        house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
        let code = all(&house.app).await.remove(0);
        let digits = code.subject.rsplit(' ').next().unwrap().to_owned();
        assert_eq!(digits.len(), 6);
        let (office, mine) = (house.cookie(&secretary).await, house.cookie(&ida).await);
        let body = form(&[("name", "Ny"), ("email", "ny@borger.example"), ("role", "member")]);
        house.post(&format!("/forloeb/{slug}/hold/inviter"), &office, &body).await;
        let invitation = all(&house.app).await.remove(0);
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        gather(&house.app).await.unwrap();
        let told = all(&house.app).await.into_iter().find(|m| m.sort == "notice").unwrap();

        for path in
            ["/administration/beskeder".to_owned(), format!("/administration/beskeder/{}", code.id), format!("/administration/beskeder/{}", invitation.id)]
        {
            let page = house.get(&path, &office).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.text.contains(&digits), "{path} shows a code");
            assert!(!page.text.contains("/invitation/"), "{path} shows an invitation's link");
            assert!(!page.text.contains("/afmeld/"), "{path} shows the way to leave");
            assert_eq!(house.get(&path, &mine).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(house.get(&format!("/administration/beskeder/{}", told.id), &office).await.text.contains("Det går."));
        let looked = reading::of_person(&mut house.app.db.read().await.unwrap(), ida.id, 10).await.unwrap();
        assert!(looked.iter().any(|(_, who, what)| who.as_deref() == Some("Sille") && what == "reading-message"), "{looked:?}");
        assert!(house.get("/administration/beskeder", &office).await.text.contains("Der er ikke sat mail op."));

        // Stopped: it is not sent, until somebody wants it to be.
        let stop = format!("/administration/beskeder/{}/stop", told.id);
        assert!(house.post(&stop, &office, "").await.status.is_redirection());
        assert_eq!(house.post(&stop, &office, "").await.status, StatusCode::CONFLICT);
        assert!(house.get("/administration/beskeder?tilstand=stopped", &office).await.text.contains("noget"));
        let test = house.post("/administration/beskeder/proev", &office, "way=mail").await;
        assert!(house.get(&test.location, &office).await.text.contains("Du bad om en prøve."));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_messages_go_through_a_real_gateway_that_is_down_slow_and_strict() {
    let port = free_port();
    let gateway = Text {
        url: format!("http://127.0.0.1:{port}/send"),
        header: Some("Authorization".into()),
        token: Some("Bearer token of a test".into()),
        success_field: Some("messages.0.status".into()),
        success_value: Some("queued".into()),
        ..Text::sample()
    };
    for house in House::both_with(|s| {
        s.text = Some(gateway.clone());
        s.outgoing.allow = vec![format!("127.0.0.1:{port}")];
    })
    .await
    {
        let _server = Provider::text(port, &["--fail=1", "--refuse=+4520000001", "--delay=30"]);
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (ida, bo) = (house.person("Ida").await, house.person("Bo").await);
        reached(&house, &ida, "at_once", "text", Some("20 12 34 56"), None, "da").await;
        reached(&house, &bo, "at_once", "text", Some("20000001"), None, "da").await;
        tell(&house.app, space, &ida, &Notice::new("mail-stage", format!("/forloeb/{slug}"), house.clock.id()).with("stage", "Dialogen")).await;
        outbox::drain(&house.app).await.unwrap();
        let row = all(&house.app).await.remove(0);
        assert!(row.sent_at.is_none() && row.last_error.as_deref().unwrap().contains("503"), "{row:?}");
        house.clock.set(morning() + Duration::minutes(2));
        tell(&house.app, space, &bo, &news(&house.app, "noget")).await;
        outbox::drain(&house.app).await.unwrap();
        let rows = all(&house.app).await;
        assert!(rows[0].failed_at.is_some() && rows[0].attempts == 1, "a number that does not exist is not tried again: {:?}", rows[0]);
        assert!(rows[1].sent_at.is_some(), "{:?}", rows[1]);

        let taken = taken(port);
        assert_eq!(taken.as_array().unwrap().len(), 1, "{taken}");
        let text = taken[0]["text"].as_str().unwrap();
        assert_eq!((taken[0]["to"].as_str(), taken[0]["from"].as_str()), (Some("+4520123456"), Some("Kommunen")));
        let short = text.strip_prefix("Prøveby Kommune: Ungepolitik: nu er vi nået til Dialogen http://samskab.example").unwrap_or_else(|| panic!("{text}"));
        assert!(samskab_platform::text::parts(text) == 1, "{text}");
        assert_eq!(house.get(short, "").await.location, format!("/forloeb/{slug}"), "the short address leads there");
        let mine = house.cookie(&bo).await;
        assert!(house.get("/min-side/beskeder", &mine).await.text.contains("Vi kan ikke nå dig på sms."));
        house.clock.set(morning());
    }
}

/// What the gateway took.
fn taken(port: u16) -> serde_json::Value {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

#[tokio::test]
async fn letters_are_printed_and_calls_are_made_by_those_they_are_for() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (gunnar, inger, jytte, other) =
            (house.person("Gunnar").await, house.person("Inger").await, house.person("Jytte").await, house.person("Nabo").await);
        reached(&house, &gunnar, "daily", "letter", None, Some("Møllevej 14\n8888 Lyngholt"), "da").await;
        reached(&house, &inger, "daily", "phone", Some("20001234"), None, "da").await;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&HELPER, args![inger.id, jytte.id]).await.unwrap();
        sql.commit().await.unwrap();
        for person in [&gunnar, &inger] {
            for what in ["hallen", "bussen"] {
                tell(&house.app, space, person, &news(&house.app, what)).await;
            }
        }
        let (office, helper, neighbour) = (house.cookie(&secretary).await, house.cookie(&jytte).await, house.cookie(&other).await);
        // Calls come every morning, letters on Mondays (9 March 2026).
        house.clock.set(morning() + Duration::days(1));
        outbox::drain(&house.app).await.unwrap();
        assert!(house.get("/administration/beskeder/breve", &office).await.text.contains("Der er ingen breve"));
        let page = house.get("/min-side/ring", &helper).await.text;
        assert!(page.contains("Inger") && page.contains("Nyt om »hallen«") && page.contains("20001234"), "{page}");
        assert!(!house.get("/min-side/ring", &neighbour).await.text.contains("Inger"));
        let call = all(&house.app).await.remove(0);
        let told = |cookie: String, to: &'static str| {
            let (house, path) = (&house, format!("{to}/{}", call.id));
            async move { house.post(&path, &cookie, &form(&[("note", "Kommer gerne")])).await.status }
        };
        assert_eq!(told(neighbour.clone(), "/min-side/ring").await, StatusCode::NOT_FOUND, "only her helper and the office");
        assert_eq!(told(helper.clone(), "/min-side/ring").await, StatusCode::SEE_OTHER);
        assert_eq!(told(office.clone(), "/administration/beskeder/ring").await, StatusCode::NOT_FOUND, "it is done");
        let page = house.get("/administration/beskeder/ring", &office).await.text;
        assert!(page.contains("Jytte fortalte det til Inger") && page.contains("Kommer gerne"), "{page}");

        house.clock.set(morning() + Duration::days(7));
        outbox::drain(&house.app).await.unwrap();
        let page = house.get("/administration/beskeder/breve", &office).await.text;
        assert!(page.contains("Møllevej 14\n8888 Lyngholt") && page.contains("Nyt om »bussen«") && page.contains("samskab.example/b/"), "{page}");
        assert_eq!(house.get("/administration/beskeder/breve", &neighbour).await.status, StatusCode::FORBIDDEN);
        let letter = all(&house.app).await.remove(0);
        assert_eq!(letter.way, "letter");
        let body = form(&[("letters", &letter.id.to_string())]);
        assert_eq!(house.post("/administration/beskeder/breve", &office, &body).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post("/administration/beskeder/breve", &office, &body).await.status, StatusCode::CONFLICT);
        assert!(house.get("/administration/beskeder/breve?uge=2026-11", &office).await.text.contains("Møllevej 14"), "printed once more");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn what_a_sent_message_said_is_removed_after_a_month_unless_it_is_held() {
    let house = House::sqlite().await;
    let (secretary, ida) = (house.secretary().await, house.person("Ida").await);
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    reached(&house, &ida, "daily", "letter", None, Some("Bygaden 1"), "da").await;
    house.role(house.app.municipality_space().await.unwrap().id, &secretary, Role::Administrator).await;
    tell(&house.app, space, &ida, &news(&house.app, "noget").pressing()).await;
    outbox::drain(&house.app).await.unwrap();
    let letter = all(&house.app).await.remove(0);
    let office = house.cookie(&secretary).await;
    house.post("/administration/beskeder/breve", &office, &form(&[("letters", &letter.id.to_string())])).await;
    let desk = samskab::DESKS.iter().find(|d| d.name == "messages").unwrap();
    for (days, kept) in [(29, true), (31, false)] {
        house.clock.set(morning() + Duration::days(days));
        (desk.tick)(&house.app).await.unwrap();
        let row = all(&house.app).await.remove(0);
        assert_eq!(!row.body.is_empty(), kept, "after {days} days");
        assert!(row.sent_at.is_some(), "that it was sent is still known");
    }
    house.clock.set(morning());
}
