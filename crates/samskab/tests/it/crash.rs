//! A server killed in the middle of a thousand acts has lost none that it answered.

use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use samskab_platform::access::Visibility;
use samskab_platform::db::Statement;
use samskab_platform::{args, journal};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use crate::house::{House, form};

const TITLES: Statement = Statement { name: "titles", sql: "SELECT title FROM recommendation", postgres: None };

fn serve(house: &House, port: u16) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samskab"));
    command.args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--data"]).arg(&house.settings.data).stdout(Stdio::null()).stderr(Stdio::null());
    command.env_remove("SAMSKAB_DATABASE");
    if let Some(database) = &house.settings.database {
        command.args(["--database", database]);
    }
    command.spawn().unwrap()
}

/// Posts a form on a connection of its own; the status, or nothing if the server went away.
async fn post(port: u16, path: &str, cookie: &str, body: &str) -> Option<u16> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = vec![];
    stream.read_to_end(&mut answer).await.ok()?;
    String::from_utf8_lossy(&answer).split(' ').nth(1)?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answered_act_is_lost_when_the_server_is_killed() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let cookie = {
            // The server runs on the system's clock: the session must be good there.
            house.clock.set(samskab_platform::clock::Clock::system().now());
            house.cookie(&secretary).await
        };
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut server = serve(&house, port);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let answered = Arc::new(Mutex::new(BTreeSet::new()));
        let (next, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let path = format!("/forloeb/{slug}/anbefalinger/ny");
        let clients: Vec<_> = (0..40)
            .map(|_| {
                let (answered, next, done, path, cookie) = (answered.clone(), next.clone(), done.clone(), path.clone(), cookie.clone());
                tokio::spawn(async move {
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= 1000 {
                            return;
                        }
                        let title = format!("Anbefaling nr. {n}");
                        let body = form(&[("title", &title), ("text", "Noget skal ske"), ("reason", "Fordi")]);
                        match post(port, &path, &cookie, &body).await {
                            Some(303) => {
                                answered.lock().await.insert(title);
                                done.fetch_add(1, Ordering::Relaxed);
                            }
                            Some(status) => panic!("unexpected status {status}"),
                            None => return,
                        }
                    }
                })
            })
            .collect();
        while done.load(Ordering::Relaxed) < 300 {
            tokio::time::sleep(Duration::from_millis(5)).await;
            assert!(server.try_wait().unwrap().is_none(), "the server ended by itself");
        }
        server.kill().unwrap();
        server.wait().unwrap();
        for client in clients {
            client.await.unwrap();
        }
        let answered = answered.lock().await;
        assert!((300..1000).contains(&answered.len()), "killed in the middle: {} were answered", answered.len());
        let mut sql = house.app.db.read().await.unwrap();
        let stored: BTreeSet<String> = sql.all::<(String,)>(&TITLES, args![]).await.unwrap().into_iter().map(|r| r.0).collect();
        let lost: Vec<&String> = answered.difference(&stored).collect();
        assert!(lost.is_empty(), "{} answered acts are lost on {}: {lost:?}", lost.len(), house.kind);
        let report = journal::verify(&mut sql).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        drop(sql);
        let mut verify = Command::new(env!("CARGO_BIN_EXE_samskab"));
        verify.args(["verify", "journal", "--data"]).arg(&house.settings.data).env_remove("SAMSKAB_DATABASE").stdout(Stdio::null());
        if let Some(database) = &house.settings.database {
            verify.args(["--database", database]);
        }
        assert!(verify.status().unwrap().success());
    }
}
