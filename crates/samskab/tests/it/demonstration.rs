//! The demonstration municipality: the same every time, and every page of it opens for everyone it is for.

use axum::http::{Method, StatusCode};
use samskab::{build, server};
use samskab_platform::clock::Clock;
use samskab_platform::db::Statement;
use samskab_platform::{args, journal, person};
use tokio_util::sync::CancellationToken;

use crate::house::{House, form};

const HEADS: Statement = Statement { name: "heads", sql: "SELECT slug, journal_seq, journal_hash FROM space ORDER BY slug", postgres: None };

/// Addresses on a page that lead further into this site.
fn links(html: &str) -> Vec<String> {
    html.split("href=\"/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|path| format!("/{}", path.replace("&amp;", "&")))
        .filter(|p| !p.starts_with("/assets/"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_opens_for_everyone_and_it_is_the_same_on_both_databases() {
    let houses = House::demonstrations().await;
    let mut heads = vec![];
    for house in &houses {
        let report = journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        assert!(report.entries > 150, "{}", report.entries);
        heads.push(house.app.db.read().await.unwrap().all::<(String, i64, Vec<u8>)>(&HEADS, args![]).await.unwrap());

        let personas = person::personas(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert_eq!(personas.len(), 5);
        let mut cookies = vec![String::new()];
        for persona in &personas {
            cookies.push(house.cookie(persona).await);
        }
        for cookie in cookies {
            let (mut seen, mut waiting) = (vec![], vec!["/".to_owned(), "/min-side".to_owned(), "/monstre".to_owned()]);
            while let Some(path) = waiting.pop() {
                let known = path.starts_with("/postkasse/") || seen.len() > 120;
                if seen.contains(&path) || known {
                    continue;
                }
                let answer = house.get(&path, &cookie).await;
                let fine = answer.status == StatusCode::OK || (cookie.is_empty() && answer.status == StatusCode::UNAUTHORIZED);
                assert!(fine, "{path} on {}: {}\n{}", house.kind, answer.status, answer.text);
                waiting.extend(links(&answer.text));
                seen.push(path);
            }
            assert!(seen.len() > 30, "only {} pages were found", seen.len());
        }
    }
    assert_eq!(heads[0], heads[1], "the same seed and day give the same journal on both databases");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_goes_ahead_only_where_the_demonstration_was_started_so() {
    let mut house = House::demonstration("sqlite").await;
    let to = |at: &str| form(&[("to", at)]);
    assert_eq!(house.post("/ur", "", &to("2031-01-01T09:00:00+01:00")).await.status, StatusCode::NOT_FOUND, "this one stands still");
    house.clock = Clock::movable();
    house.app = build::app(house.settings.clone(), house.app.db.clone(), house.clock.clone(), CancellationToken::new()).await.unwrap();
    house.router = server::router(house.app.clone());
    let answer = house.post("/ur", "", &to("2101-01-01T09:00:00+01:00")).await;
    assert_eq!((answer.status, answer.text.starts_with("2101-01-01T08:00:0")), (StatusCode::OK, true), "{}", answer.text);
    assert_eq!(house.app.clock.today().to_string(), "2101-01-01");
    assert_eq!(house.post("/ur", "", &to("2100-12-31T09:00:00Z")).await.status, StatusCode::NOT_FOUND, "never backwards");
    assert_eq!(house.post("/ur", "", &to("i morgen")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(house.send(Method::GET, "/ur", "", "").await.status, StatusCode::SEE_OTHER, "there is no page: one is led to the front page");
    assert_eq!(house.app.clock.today().to_string(), "2101-01-01");
}
