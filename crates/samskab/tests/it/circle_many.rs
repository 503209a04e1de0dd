//! A circle where many are asked: two thousand at once, through a gateway that fails; and among twenty thousand offers.

use std::collections::BTreeSet;
use std::time::Instant;

use axum::http::StatusCode;
use samskab_circle::asking::propose;
use samskab_platform::settings::Text;
use samskab_platform::{args, sealed, statements};

use crate::circle::{moment, open};
use crate::house::{House, form};
use crate::network::twenty_thousand_offers;
use crate::process::free_port;
use crate::providers::{Provider, taken};
use crate::sealed::houses;
use crate::told::sent;

statements! {
    TEXTED = "UPDATE network_offer SET fast = 'text'";
    NUMBERED = "UPDATE person SET phone = '20' || printf('%06d', n.n) FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person) n WHERE n.id = person.id",
        postgres "UPDATE person SET phone = '20' || lpad(n.n::text, 6, '0') FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person) n WHERE n.id = person.id";
    ASKED = "SELECT COUNT(*) FROM circle_ask";
    SENT = "SELECT COUNT(*) FROM outbox WHERE way = 'text' AND sent_at IS NOT NULL";
    WAITING = "SELECT COUNT(*) FROM outbox WHERE way = 'text' AND sent_at IS NULL AND failed_at IS NULL";
    FAILED = "SELECT COUNT(*) FROM outbox WHERE way = 'text' AND failed_at IS NOT NULL";
}

/// How many of two thousand invitations are asked at once.
const MANY: usize = 2_000;

/// The seconds this process has computed so far, by all its threads (proc(5): clock ticks of a hundredth of a second).
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

async fn count(house: &House, statement: &'static samskab_platform::db::Statement) -> i64 {
    house.app.db.read().await.unwrap().count(statement, args![]).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_invitations_are_on_their_way_in_ten_seconds_and_a_failing_gateway_loses_and_doubles_none() {
    let port = free_port();
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("master.key");
    sealed::new_file(&key).unwrap();
    let gateway = Text {
        url: format!("http://127.0.0.1:{port}/send"),
        header: Some("Authorization".into()),
        token: Some("Bearer token of a test".into()),
        success_field: Some("messages.0.status".into()),
        success_value: Some("queued".into()),
        ..Text::sample()
    };
    let houses = House::both_with(|s| {
        s.sealed.master_key_file = Some(key.clone());
        s.text = Some(gateway.clone());
        s.outgoing.allow = vec![format!("127.0.0.1:{port}")];
    })
    .await;
    for house in houses {
        let _gateway = Provider::text(port, &["--half"]);
        house.clock.set(moment("2026-03-02T10:00:00+01:00"));
        let areas = twenty_thousand_offers(&house).await;
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&TEXTED, args![]).await.unwrap();
        sql.run(&NUMBERED, args![]).await.unwrap();
        sql.commit().await.unwrap();
        let (_, slug) = open(&house, &cookie, areas[4]).await;
        let path = format!("/forloeb/{slug}/kreds/spoerg");
        let page = house.get(&format!("{path}?antal={MANY}"), &cookie).await.text;
        assert!(page.contains("Og 1.940 mere"), "{page}");
        let many = MANY.to_string();
        let shown: Vec<String> =
            page.split("name=\"person\"").skip(1).map(|p| p.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect();
        let mut fields = vec![("antal", many.as_str())];
        fields.extend(shown.iter().map(|id| ("person", id.as_str())));
        let (began, spent) = (Instant::now(), cpu_seconds());
        assert_eq!(house.post(&path, &cookie, &form(&fields)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&house, &ASKED).await, MANY as i64, "each is asked once");
        // Each has been handed to the gateway at least once: that is as far as it is in our hands.
        while sent(&house.app).await > 0 {}
        let took = began.elapsed();
        let spent = cpu_seconds() - spent;
        println!("{}: {MANY} invitations handed over once in {:.1} s, {spent:.1} CPU seconds", house.kind, took.as_secs_f64());
        // A machine that does other things beside says nothing by the clock; `make bench-callout` measures that.
        assert!(spent < 10.0, "{spent} CPU seconds on {}", house.kind);
        assert!(cfg!(debug_assertions) || took.as_secs() < 10, "{took:?} on {}", house.kind);
        let at_first = taken(port).as_array().unwrap().len();
        assert!(at_first > MANY / 2, "{at_first} of {MANY} came through at the first try");
        // Those it failed for are tried again, later and later.
        for hour in 1..20 {
            house.clock.set(moment("2026-03-02T10:00:00+01:00") + chrono::Duration::hours(hour));
            while sent(&house.app).await > 0 {}
        }
        let all = taken(port);
        let to: BTreeSet<&str> = all.as_array().unwrap().iter().map(|t| t["to"].as_str().unwrap()).collect();
        assert_eq!((to.len(), all.as_array().unwrap().len()), (MANY, MANY), "nobody is left out and nobody gets two ({})", house.kind);
        assert_eq!((count(&house, &SENT).await, count(&house, &WAITING).await, count(&house, &FAILED).await), (MANY as i64, 0, 0));
    }
}

#[tokio::test]
async fn among_twenty_thousand_offers_it_is_found_at_once_whom_to_ask_first() {
    for (house, _) in houses().await {
        house.clock.set(moment("2026-03-02T10:00:00+01:00"));
        let areas = twenty_thousand_offers(&house).await;
        let secretary = house.secretary().await;
        let (id, _) = open(&house, &house.cookie(&secretary).await, areas[4]).await;
        let mut sql = house.app.db.read().await.unwrap();
        let key = sealed::of(&mut sql, &house.app, id).await.unwrap();
        let mut times = vec![];
        for _ in 0..5 {
            let began = Instant::now();
            let found = propose(&mut sql, &house.app, &key, Some(areas[4]), 40).await.unwrap();
            times.push(began.elapsed());
            assert_eq!(found.fits.len(), 40);
            assert!(found.fits.iter().all(|f| f.near) && found.fits[0].needs.len() > 1, "{:?}", found.fits[0]);
        }
        let best = times.iter().min().unwrap();
        println!("{}: whom to ask first for four needs, {:.0} ms at best, {:?}", house.kind, best.as_secs_f64() * 1e3, times);
        assert!(best.as_millis() < 100, "{times:?} on {}", house.kind);
    }
}
