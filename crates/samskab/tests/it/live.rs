//! Open pages hear of changes, also those made on another node.

use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use futures::StreamExt;
use samskab::{build, server};
use samskab_platform::access::Visibility;
use samskab_platform::clock::Clock;
use samskab_platform::recipe::Stage;
use samskab_platform::space_acts::{self, MOVE};
use samskab_platform::{Act, App, Visitor, live};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::house::House;

async fn changes(app: &App, visitor: &Visitor, space: uuid::Uuid) {
    let mut act = Act::begin(app, visitor, space, &MOVE).await.unwrap();
    space_acts::move_to(&mut act, Stage::Team).await.unwrap();
    act.commit().await.unwrap();
}

async fn hears(app: &App, slug: &str, change: impl Future<Output = ()>) {
    let request = Request::get(format!("/live/{slug}")).body(Body::empty()).unwrap();
    let response = server::router(app.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut events = response.into_body().into_data_stream();
    change.await;
    let event = tokio::time::timeout(Duration::from_secs(10), events.next()).await.expect("an event within ten seconds").unwrap().unwrap();
    assert!(String::from_utf8_lossy(&event).contains("event: changed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_open_hears_that_its_space_changed() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        hears(&house.app, &slug, changes(&house.app, &Visitor::of(secretary), space)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_on_one_node_hears_of_an_act_on_another() {
    let house = House::both().await.pop().unwrap();
    assert_eq!(house.kind, "postgres");
    let secretary = house.secretary().await;
    let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let stop = CancellationToken::new();
    let db = build::database(&house.settings).await.unwrap();
    let other = build::app(house.settings.clone(), db, Clock::fixed(crate::house::morning(), 8), stop.clone()).await.unwrap();
    let mut ready = other.live.listen();
    let listening = tokio::spawn(live::hear_other_nodes(other.clone()));
    // The listener says "anything may have changed" once it is connected.
    tokio::time::timeout(Duration::from_secs(10), ready.recv()).await.expect("the listener connects").unwrap();
    hears(&other, &slug, changes(&house.app, &Visitor::of(secretary), space)).await;
    stop.cancel();
    listening.await.unwrap();
}
