//! A server killed in the middle of a thousand acts has lost none that it answered.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use samskab_platform::access::Visibility;
use samskab_platform::db::Statement;
use samskab_platform::{args, journal};
use tokio::sync::Mutex;

use crate::house::{House, form};
use crate::process::{Server, done as done_running, post, text};

const TITLES: Statement = Statement { name: "titles", sql: "SELECT title FROM recommendation", postgres: None };

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
        let data = text(&house.settings.data).to_owned();
        let mut place = vec!["--data", &data];
        if let Some(database) = &house.settings.database {
            place.extend(["--database", database]);
        }
        // One person who does a thousand things in a minute would be asked to wait.
        let mut server = Server::start_with("serve", &place, |c| {
            c.env("SAMSKAB_LIMITS__ENABLED", "false");
        })
        .await;
        let port = server.port;
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
        }
        server.kill();
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
        done_running(&[&["verify", "journal"], &place[..]].concat());
    }
}
