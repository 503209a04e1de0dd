//! Running an installation: health, figures, logs without personal data, an orderly stop, the commands of those who run it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures::future::BoxFuture;
use samskab_platform::access::Visibility;
use samskab_platform::app::Making;
use samskab_platform::desk::Desk;
use samskab_platform::mail::Mailer;
use samskab_platform::words::{WordFile, Words};
use samskab_platform::{App, Result, args, db::Statement, journal, outbox};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

use crate::house::{House, form};
use crate::process::{Server, done, free_port, program, refused, run, text};

/// An administrator added from the command line, signed in with what `user link` printed; the cookie.
async fn let_in(server: &Server, data: &str, email: &str) -> String {
    let said = done(&["user", "link", email, "--data", data, "--base-url", &format!("http://127.0.0.1:{}", server.port)]);
    let word = |before: &str| said.split(before).nth(1).unwrap().split(|c: char| c.is_whitespace() || c == '&').next().unwrap().to_owned();
    let (id, code) = (word("kode?id="), word("code "));
    let body = form(&[("id", &id), ("code", &code)]);
    let answer = server
        .ask(&format!(
            "POST /log-ind/kode HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            server.port,
            body.len()
        ))
        .await
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let cookie = answer.lines().find_map(|l| l.strip_prefix("set-cookie: samskab=")).unwrap();
    format!("samskab={}", cookie.split(';').next().unwrap())
}

#[tokio::test]
async fn somebody_who_is_locked_out_is_let_in_once_and_it_stands_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path()).to_owned();
    let server = Server::start("serve", &["--data", &data]).await;
    assert!(done(&["user", "list", "--data", &data]).contains("Nobody"));
    done(&["user", "add", "--name", "Anne Hansen", "--email", "Anne@Kommune.example", "--role", "administrator", "--data", &data]);
    let list = done(&["user", "list", "anne", "--data", &data]);
    assert!(list.contains("anne@kommune.example") && list.contains("administrator"), "{list}");
    assert!(refused(&["user", "add", "--name", "A", "--email", "anne@kommune.example", "--data", &data]).contains("here already"));
    let cookie = let_in(&server, &data, "anne@kommune.example").await;
    assert_eq!(server.get("/min-side", &cookie).await.0, 200);
    done(&["user", "end-sessions", "anne@kommune.example", "--data", &data]);
    assert_ne!(server.get("/min-side", &cookie).await.0, 200);
    assert!(refused(&["user", "take", "anne@kommune.example", "administrator", "--data", &data]).contains("last administrator"));
    done(&["user", "give", "anne@kommune.example", "secretary", "--data", &data]);
    done(&["user", "take", "anne@kommune.example", "secretary", "--data", &data]);
    assert!(refused(&["user", "link", "nobody@kommune.example", "--data", &data]).contains("nobody here"));
    const VERBS: Statement = Statement { name: "verbs", sql: "SELECT verb, payload FROM journal ORDER BY seq", postgres: None };
    let db = samskab_platform::db::Database::open_folder(folder.path()).await.unwrap();
    let mut sql = db.read().await.unwrap();
    let entries: Vec<(String, String)> = sql.all(&VERBS, args![]).await.unwrap();
    let verbs: Vec<&str> = entries.iter().map(|e| e.0.as_str()).filter(|v| v.starts_with("operations.")).collect();
    assert_eq!(verbs, ["operations.add", "operations.let_in", "operations.sign_out", "operations.give", "operations.take"]);
    assert!(!entries.iter().any(|e| e.1.contains("Anne") || e.1.contains("anne")), "{entries:?}");
    assert!(journal::verify(&mut sql).await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn health_and_readiness_are_answered_without_a_session_and_readiness_asks_the_database() {
    for house in House::both().await {
        for path in ["/sundhed", "/healthz", "/klar", "/readyz"] {
            assert_eq!(house.get(path, "").await.status, 200, "{path}");
        }
        house.app.db.close().await;
        assert_eq!(house.get("/sundhed", "").await.status, 200);
        let answer = house.get("/klar", "").await;
        assert_eq!(answer.status, 503);
        assert!(!answer.text.contains("sqlx") && answer.text.lines().count() == 1, "{}", answer.text);
    }
}

#[tokio::test]
async fn every_answer_has_a_number_and_the_page_of_an_error_of_ours_shows_it() {
    let house = House::sqlite().await;
    house.app.db.close().await;
    let mut numbers = std::collections::BTreeSet::new();
    for _ in 0..2 {
        let answer = house.get("/forloeb", "").await;
        assert_eq!(answer.status, 500);
        let number = answer.text.split("Fejlens nummer er ").nth(1).map(|t| t[..10].to_owned()).unwrap_or_else(|| panic!("{}", answer.text));
        assert!(number.chars().all(|c| c.is_ascii_hexdigit()), "{number}");
        numbers.insert(number);
    }
    assert_eq!(numbers.len(), 2);
}

const NEEDLES: [&str; 4] = ["needle-name", "needle.mail", "127.0.0.1", "needle-agent"];

#[tokio::test]
async fn the_log_has_a_line_for_every_request_and_nothing_personal() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path()).to_owned();
    let mut server = Server::start_with("serve", &["--data", &data, "--base-url", "http://x.example"], |c| {
        c.env("SAMSKAB_LOG__FORMAT", "json");
    })
    .await;
    let head = "Host: x.example\r\nUser-Agent: needle-agent\r\nX-Forwarded-For: 192.0.2.77\r\nConnection: close\r\n";
    server.ask(&format!("GET /forloeb/needle-name?q=needle-name HTTP/1.1\r\n{head}\r\n")).await.unwrap();
    server.ask(&format!("GET /needle-name/{} HTTP/1.1\r\n{head}\r\n", "needle.mail")).await.unwrap();
    let body = "email=needle.mail%40borger.example";
    let post = format!(
        "POST /log-ind HTTP/1.1\r\n{head}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = server.ask(&post).await.unwrap();
    let number = answer.lines().find_map(|l| l.strip_prefix("x-request-id: ")).unwrap().to_owned();
    server.ask_to_stop();
    assert_eq!(server.ended().await, Some(0));
    let log = server.said();
    let lines: Vec<serde_json::Value> = log.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect();
    let answered: Vec<&serde_json::Value> = lines.iter().filter(|l| l["message"] == "answered").collect();
    assert!(answered.len() >= 3, "{log}");
    let post = answered.iter().find(|l| l["span"]["id"] == number.as_str()).expect("the line of the request with that number");
    assert_eq!((post["method"].as_str(), post["route"].as_str()), (Some("POST"), Some("/log-ind")));
    assert!(post["status"].is_u64() && post["ms"].is_f64(), "{post}");
    assert!(answered.iter().any(|l| l["route"] == "/forloeb/{slug}"), "{log}");
    for needle in NEEDLES.iter().chain(&["192.0.2.77"]) {
        assert!(!log.contains(needle), "{needle} is in the log:\n{log}");
    }
}

#[tokio::test]
async fn figures_are_on_a_listener_of_their_own_and_name_routes_not_addresses() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let server = Server::start_with("demo", &["--data", text(folder.path())], |c| {
        c.env("SAMSKAB_METRICS__LISTEN", format!("127.0.0.1:{port}"));
    })
    .await;
    server.get("/forloeb/ungepolitik", "").await;
    server.get("/forloeb/needle-name", "").await;
    let figures = crate::process::ask(port, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    let value = |name: &str| -> f64 {
        let line = figures.lines().find(|l| l.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {figures}"));
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert_eq!(value("samskab_requests_total{method=\"GET\",route=\"/forloeb/{slug}\",status=\"200\"}"), 1.0);
    assert_eq!(value("samskab_requests_total{method=\"GET\",route=\"/forloeb/{slug}\",status=\"404\"}"), 1.0);
    assert!(value("samskab_request_seconds_count{method=\"GET\",route=\"/forloeb/{slug}\"}") >= 2.0);
    assert!(value("samskab_journal_entries ") > 100.0);
    for name in [
        "samskab_outbox_waiting",
        "samskab_outbox_failed",
        "samskab_outbox_oldest_seconds",
        "samskab_sessions",
        "samskab_live_pages",
        "samskab_database_connections{state=\"idle\"}",
    ] {
        assert!(value(name) >= 0.0);
    }
    assert!(!figures.contains("needle-name"));
    assert_eq!(server.get("/metrics", "").await.0, 404);
}

#[tokio::test]
async fn asked_to_stop_it_ends_open_streams_answers_what_is_under_way_and_is_gone_in_five_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start("demo", &["--data", text(folder.path())]).await;
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).await.unwrap();
    stream.write_all(b"GET /live/ungepolitik HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut buffer = [0u8; 4096];
    let n = stream.read(&mut buffer).await.unwrap();
    assert!(String::from_utf8_lossy(&buffer[..n]).contains("text/event-stream"));
    // A request that is half sent when the server is asked to stop.
    let mut slow = TcpStream::connect(("127.0.0.1", server.port)).await.unwrap();
    let body = "role=secretary&next=/";
    let head = format!(
        "POST /rolle HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    slow.write_all(&body.as_bytes()[..5]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let began = Instant::now();
    server.ask_to_stop();
    tokio::time::sleep(Duration::from_millis(700)).await;
    slow.write_all(&body.as_bytes()[5..]).await.unwrap();
    let mut answer = vec![];
    slow.read_to_end(&mut answer).await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 303"), "{}", String::from_utf8_lossy(&answer));
    let code = tokio::time::timeout(Duration::from_secs(5), server.ended()).await.expect("gone within five seconds");
    assert_eq!(code, Some(0));
    assert!(began.elapsed() < Duration::from_secs(5));
    let mut rest = vec![];
    let _ = stream.read_to_end(&mut rest).await;
}

fn doctor(args: &[&str]) -> (i32, Vec<serde_json::Value>) {
    let output = run(&[&["doctor", "--json"], args].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code().unwrap(), serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}{}", String::from_utf8_lossy(&output.stderr))))
}

fn level<'a>(found: &'a [serde_json::Value], what: &str) -> Vec<&'a str> {
    found.iter().filter(|f| f["what"] == what).map(|f| f["level"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_finds_what_is_wrong_says_what_to_do_and_shows_no_secret() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("samskab.toml");
        let database = house.settings.database.as_ref().map_or(String::new(), |d| format!("database = \"{d}\"\n"));
        let password = house.settings.database.as_ref().map(|d| d.split(':').nth(2).unwrap().split('@').next().unwrap().to_owned());
        let silent = free_port();
        std::fs::write(
            &file,
            format!(
                "base_url = \"http://sammen.example.dk\"\ndata = \"{}\"\n{database}[mail]\nhost = \"127.0.0.1\"\nport = {silent}\nsecurity = \"none\"\nuser = \"u\"\npassword = \"hemmeligt-ord\"\nfrom = \"a@example.dk\"\n",
                house.settings.data.display()
            ),
        )
        .unwrap();
        let (code, found) = doctor(&["--config", text(&file)]);
        assert_eq!(code, 1);
        let all = serde_json::to_string(&found).unwrap();
        assert!(!all.contains("hemmeligt-ord") && password.is_none_or(|p| !all.contains(&p)), "{all}");
        for wrong in ["base_url", "mail", "administrator"] {
            assert_eq!(level(&found, wrong), ["wrong"], "{wrong}: {all}");
        }
        for good in ["settings", "secret key", "database", "journal", "recipes", "outbox", "time zone"] {
            assert_eq!(level(&found, good), ["good"], "{good}: {all}");
        }
        assert!(level(&found, "backup") == ["mind"] && level(&found, "server") == ["mind"], "{all}");
        assert!(found.iter().all(|f| f["level"] == "good" || f["cure"].as_str().is_some_and(|c| c.len() > 10)), "{all}");
        // Somebody changes the journal behind the program's back.
        const FORGE: Statement = Statement { name: "forge", sql: "UPDATE journal SET verb = 'space.forged'", postgres: None };
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&FORGE, args![]).await.unwrap();
        sql.commit().await.unwrap();
        let (_, found) = doctor(&["--config", text(&file), "--full"]);
        assert_eq!(level(&found, "journal"), ["wrong"]);
    }
}

#[test]
fn the_doctor_says_so_when_there_is_nothing_to_look_at() {
    let folder = tempfile::tempdir().unwrap();
    let (code, found) = doctor(&["--data", text(&folder.path().join("nowhere"))]);
    assert_eq!(code, 1);
    assert_eq!((level(&found, "data folder"), level(&found, "database")), (vec!["wrong"], vec!["mind"]));
    assert!(!folder.path().join("nowhere").exists(), "a doctor changes nothing");
    let (code, found) = doctor(&["--config", "/nonexistent.toml"]);
    assert_eq!((code, found.len()), (1, 1));
}

#[test]
fn the_settings_in_force_are_shown_with_where_they_come_from_and_without_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("samskab.toml");
    std::fs::write(
        &file,
        "municipality = \"Prøveby\"\ndatabase = \"postgres://u:hemmelig@db.example/x\"\n[mail]\nhost = \"h\"\nfrom = \"a@b.dk\"\npassword = \"hemmelig\"\n",
    )
    .unwrap();
    let output = program(&["config", "--config", text(&file), "--listen", "127.0.0.1:9999"]).env("SAMSKAB_MAIL__USER", "u").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!shown.contains("hemmelig"), "{shown}");
    let origin =
        |start: &str| shown.lines().find(|l| l.starts_with(start)).unwrap_or_else(|| panic!("no {start}: {shown}")).rsplit(" # ").next().unwrap().to_owned();
    assert_eq!(origin("municipality"), text(&file));
    assert_eq!(origin("listen = \"127.0.0.1:9999\""), "--listen");
    assert_eq!(origin("user"), "SAMSKAB_MAIL__USER");
    assert_eq!(origin("base_url"), "default");
    shown.parse::<toml::Table>().expect("it is TOML");
}

#[test]
fn a_recipe_is_checked_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let good = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../recipes/local_project.toml");
    assert!(done(&["recipe", "check", text(&good)]).contains("is a recipe"));
    let bad = folder.path().join("bad.toml");
    std::fs::write(&bad, "key = \"x\"\nversio = 1\n").unwrap();
    let said = refused(&["recipe", "check", text(&bad)]);
    assert!(said.contains("bad.toml, line"), "{said}");
}

static QUICK: AtomicUsize = AtomicUsize::new(0);

/// A part of the program with this to do in the background.
const fn part(name: &'static str, tick: for<'a> fn(&'a App) -> BoxFuture<'a, Result<()>>) -> Desk {
    Desk { name, words: WordFile { name, da: "", en: "" }, tick, ..Desk::NONE }
}

static ENDLESS_PART: Desk = part("endless", |_| Box::pin(std::future::pending()));
static QUICK_PART: Desk = part("quick", |_| {
    QUICK.fetch_add(1, Ordering::SeqCst);
    Box::pin(async { Ok(()) })
});

#[tokio::test(flavor = "multi_thread")]
async fn a_long_piece_of_work_keeps_no_other_waiting_and_ends_when_the_program_is_asked_to_stop() {
    for house in House::both().await {
        let app = App::new(Making {
            db: house.app.db.clone(),
            clock: house.clock.clone(),
            words: Words::new(&samskab::word_files()),
            settings: house.settings.clone(),
            tools: samskab::TOOLS.to_vec(),
            desks: [&ENDLESS_PART].into_iter().chain(samskab::DESKS.iter().copied()).chain([&QUICK_PART]).collect(),
            recipes: samskab::build::recipes(&house.settings).unwrap(),
            mailer: Some(Mailer::Mailbox),
            secret: vec![7; 32],
            stop: CancellationToken::new(),
        })
        .await
        .unwrap();
        QUICK.store(0, Ordering::SeqCst);
        let background = tokio::spawn(samskab::server::background(app.clone()));
        house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
        app.outbox_ready.notify_one();
        let all_done = async {
            let sent = async || outbox::latest(&mut app.db.read().await.unwrap(), 1).await.unwrap()[0].sent_at.is_some();
            while QUICK.load(Ordering::SeqCst) < 2 || !sent().await {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), all_done).await.expect("the others go on, and mail is sent");
        app.stop.cancel();
        tokio::time::timeout(Duration::from_secs(5), background).await.expect("it ends although its work does not").unwrap();
    }
}
