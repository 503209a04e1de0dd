//! Several nodes on one PostgreSQL: what happens on one is seen on the other, and one that dies takes nothing with it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use samskab_platform::access::Visibility;
use samskab_platform::clock::Clock;
use samskab_platform::words::Lang;
use samskab_platform::{args, db::Statement, journal, sign_in};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use crate::house::{House, form};
use crate::process::{Server, post, text};

const TITLES: Statement = Statement { name: "titles", sql: "SELECT title FROM recommendation", postgres: None };

/// A house on PostgreSQL whose sessions are good on servers that run now, and the settings file its nodes share.
async fn shared() -> (House, String) {
    let house = House::both().await.remove(1);
    assert_eq!(house.kind, "postgres");
    house.clock.set(Clock::system().now());
    let file = house.settings.data.join("samskab.toml");
    let secret = house.settings.data.join("secret.key");
    let database = house.settings.database.clone().unwrap();
    let shared =
        format!("database = \"{database}\"\nsecret_file = \"{}\"\nbase_url = \"http://samskab.example\"\n[limits]\nenabled = false\n", secret.display());
    std::fs::write(&file, shared).unwrap();
    let file = text(&file).to_owned();
    (house, file)
}

/// A node with a data folder of its own.
async fn node(house: &House, config: &str, name: &str) -> Server {
    let data = house.settings.data.join(name);
    Server::start("serve", &["--config", config, "--data", text(&data)]).await
}

/// A page that is open on a node, listening for changes of a space.
async fn open_page(server: &Server, slug: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).await.unwrap();
    stream.write_all(format!("GET /live/{slug} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await.unwrap();
    let mut seen = vec![0u8; 4096];
    let n = stream.read(&mut seen).await.unwrap();
    assert!(String::from_utf8_lossy(&seen[..n]).contains("text/event-stream"));
    stream
}

async fn hears(stream: &mut TcpStream) {
    let mut heard = String::new();
    let mut buffer = [0u8; 4096];
    let listening = async {
        while !heard.contains("event: changed") {
            let n = stream.read(&mut buffer).await.unwrap();
            assert!(n > 0, "the stream ended: {heard}");
            heard.push_str(&String::from_utf8_lossy(&buffer[..n]));
        }
    };
    tokio::time::timeout(Duration::from_secs(10), listening).await.expect("an event within ten seconds");
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_in_on_one_node_one_acts_on_the_other_and_sees_it_live_on_the_first() {
    let (house, config) = shared().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let (a, b) = (node(&house, &config, "a").await, node(&house, &config, "b").await);
    // A code that is asked for on one node is right on the other: they share the secret.
    let asked = a
        .ask(&format!(
            "POST /log-ind HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 31\r\nConnection: close\r\n\r\nemail=sille%40borger.example&x=",
            a.port
        ))
        .await
        .unwrap();
    let id = asked.split("kode?id=").nth(1).unwrap_or_else(|| panic!("{asked}"))[..36].to_owned();
    const CODE: Statement = Statement { name: "code", sql: "SELECT body FROM outbox WHERE sort = 'secret'", postgres: None };
    let (body,): (String,) = house.app.db.read().await.unwrap().one(&CODE, args![]).await.unwrap();
    let code: String = body.split(|c: char| !c.is_ascii_digit()).find(|w| w.len() == 6).unwrap_or_else(|| panic!("{body}")).to_owned();
    let form_text = form(&[("id", &id), ("code", &code)]);
    let entered = b
        .ask(&format!(
            "POST /log-ind/kode HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form_text}",
            b.port,
            form_text.len()
        ))
        .await
        .unwrap();
    let cookie = entered.lines().find_map(|l| l.strip_prefix("set-cookie: samskab=")).unwrap_or_else(|| panic!("{entered}"));
    let cookie = format!("samskab={}", cookie.split(';').next().unwrap());
    assert_eq!(a.get("/min-side", &cookie).await.0, 200);

    let mut page = open_page(&a, &slug).await;
    let body = form(&[("title", "Flere borde ude"), ("text", "Noget skal ske"), ("reason", "Fordi")]);
    assert_eq!(b.post(&format!("/forloeb/{slug}/anbefalinger/ny"), &cookie, &body).await, Some(303));
    hears(&mut page).await;
    let (status, html) = a.get(&format!("/forloeb/{slug}/anbefalinger"), &cookie).await;
    assert!(status == 200 && html.contains("Flere borde ude"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_is_killed_under_load_takes_nothing_that_was_answered_with_it() {
    let (house, config) = shared().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let cookie = house.cookie(&secretary).await;
    let (mut a, b) = (node(&house, &config, "a").await, node(&house, &config, "b").await);
    let answered = Arc::new(Mutex::new(BTreeSet::new()));
    let (next, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let path = format!("/forloeb/{slug}/anbefalinger/ny");
    let ports = [a.port, b.port];
    let clients: Vec<_> = (0..16)
        .map(|client| {
            let (answered, next, done, path, cookie) = (answered.clone(), next.clone(), done.clone(), path.clone(), cookie.clone());
            tokio::spawn(async move {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= 400 {
                        return;
                    }
                    let title = format!("Anbefaling nr. {n}");
                    let body = form(&[("title", &title), ("text", "Noget skal ske"), ("reason", "Fordi")]);
                    // Half of them ask the node that dies, and go to the other one when it does not answer.
                    for port in [ports[client % 2], ports[1]] {
                        match post(port, &path, &cookie, &body).await {
                            Some(303) => {
                                answered.lock().await.insert(title);
                                done.fetch_add(1, Ordering::Relaxed);
                                break;
                            }
                            Some(status) => panic!("unexpected status {status}"),
                            None => {}
                        }
                    }
                }
            })
        })
        .collect();
    while done.load(Ordering::Relaxed) < 120 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    a.kill();
    for client in clients {
        client.await.unwrap();
    }
    let answered = answered.lock().await;
    assert_eq!(answered.len(), 400, "everyone was answered by the node that was left");
    let mut sql = house.app.db.read().await.unwrap();
    let stored: BTreeSet<String> = sql.all::<(String,)>(&TITLES, args![]).await.unwrap().into_iter().map(|r| r.0).collect();
    assert!(answered.is_subset(&stored), "lost: {:?}", answered.difference(&stored));
    let report = journal::verify(&mut sql).await.unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    assert_eq!(b.get("/klar", "").await.0, 200);
}

/// A mail server that takes everything and remembers the Message-IDs; it takes its time, so that two senders meet.
async fn mail_server() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = Arc::new(Mutex::new(vec![]));
    let all = taken.clone();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let taken = all.clone();
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 here\r\n").await.unwrap();
                let mut in_body = false;
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer: &[u8] = match (in_body, line.as_str()) {
                        (true, ".") => {
                            in_body = false;
                            tokio::time::sleep(Duration::from_millis(20)).await;
                            b"250 taken\r\n"
                        }
                        (true, line) => {
                            if let Some(id) = line.to_lowercase().strip_prefix("message-id:") {
                                taken.lock().await.push(id.trim().to_owned());
                            }
                            continue;
                        }
                        (false, "DATA") => {
                            in_body = true;
                            b"354 go on\r\n"
                        }
                        (false, "QUIT") => b"221 bye\r\n",
                        (false, _) => b"250 fine\r\n",
                    };
                    if write.write_all(answer).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (port, taken)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_send_each_mail_once() {
    let (house, config) = shared().await;
    let (port, taken) = mail_server().await;
    let mut settings = std::fs::read_to_string(&config).unwrap();
    settings.push_str(&format!("[mail]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"Kommunen <a@kommune.example>\"\n"));
    std::fs::write(&config, settings).unwrap();
    const MAILS: usize = 120;
    for n in 0..MAILS {
        sign_in::ask(&house.app, &format!("borger{n}@borger.example"), Lang::Da).await.unwrap();
    }
    let (_a, _b) = tokio::join!(node(&house, &config, "a"), node(&house, &config, "b"));
    const WAITING: Statement = Statement { name: "waiting", sql: "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL", postgres: None };
    for _ in 0..400 {
        if house.app.db.read().await.unwrap().count(&WAITING, args![]).await.unwrap() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let ids = taken.lock().await;
    let different: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), different.len()), (MAILS, MAILS));
}
