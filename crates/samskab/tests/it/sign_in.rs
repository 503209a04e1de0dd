//! Signing in by a code from a mail.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::outbox;

use crate::house::{House, form};

/// The code in the newest mail, and the id it is entered for.
async fn ask(house: &House, email: &str) -> (String, String) {
    house.clock.set(house.clock.now() + Duration::seconds(1));
    let answer = house.post("/log-ind", "", &form(&[("email", email)])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let id = answer.location.split("id=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let mail = outbox::latest(&mut house.app.db.read().await.unwrap(), 1).await.unwrap().remove(0);
    assert_eq!(mail.recipient, email);
    (id, mail.subject.chars().filter(char::is_ascii_digit).collect())
}

#[tokio::test]
async fn a_code_opens_a_session_once() {
    for house in House::both().await {
        house.person("Ida").await;
        let (id, code) = ask(&house, "ida@borger.example").await;
        let body = form(&[("id", &id), ("code", &code), ("next", "/forloeb")]);
        let answer = house.post("/log-ind/kode", "", &body).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/forloeb"), "{}", house.kind);
        let cookie = answer.cookie.split(';').next().unwrap().to_owned();
        assert!(answer.cookie.contains("HttpOnly") && answer.cookie.contains("SameSite=Lax"));
        assert_eq!(house.get("/min-side", &cookie).await.status, StatusCode::OK);
        let again = house.post("/log-ind/kode", "", &body).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
        house.post("/log-ud", &cookie, "").await;
        assert_eq!(house.get("/min-side", &cookie).await.status, StatusCode::UNAUTHORIZED, "signed out");
    }
}

#[tokio::test]
async fn five_wrong_tries_spend_a_code_and_ten_minutes_end_it() {
    for house in House::both().await {
        house.person("Ida").await;
        let (id, code) = ask(&house, "ida@borger.example").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            let answer = house.post("/log-ind/kode", "", &form(&[("id", &id), ("code", wrong)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let right = house.post("/log-ind/kode", "", &form(&[("id", &id), ("code", &code)])).await;
        assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY, "the sixth try is not taken, right or not ({})", house.kind);

        let (id, code) = ask(&house, "ida@borger.example").await;
        house.clock.set(house.clock.now() + Duration::minutes(10));
        let late = house.post("/log-ind/kode", "", &form(&[("id", &id), ("code", &code)])).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn the_answer_is_the_same_for_known_and_unknown_addresses_and_a_new_person_gives_a_name() {
    for house in House::both().await {
        house.person("Ida").await;
        let known = house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
        let (id, code) = ask(&house, "ny@borger.example").await;
        let unknown = format!("/log-ind/kode?id={id}&next=");
        assert_eq!(known.location.split("id=").next(), unknown.split("id=").next());
        assert_eq!(known.location.len(), unknown.len());
        let answer = house.post("/log-ind/kode", "", &form(&[("id", &id), ("code", &code)])).await;
        assert!(answer.location.starts_with("/min-side/navn"), "{}", answer.location);
    }
}

#[tokio::test]
async fn a_sixth_code_within_an_hour_is_not_sent() {
    for house in House::both().await {
        for _ in 0..5 {
            ask(&house, "ida@borger.example").await;
        }
        let answer = house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("value=\"ida@borger.example\""), "what was typed is kept");
        house.clock.set(house.clock.now() + Duration::minutes(61));
        ask(&house, "ida@borger.example").await;
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let house = House::sqlite().await;
    let person = house.person("Ida").await;
    let cookie = house.cookie(&person).await;
    let request = axum::http::Request::post("/log-ud").header("host", "samskab.example").header("cookie", &cookie).header("sec-fetch-site", "cross-site");
    let answer = house.request(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(house.get("/min-side", &cookie).await.status, StatusCode::OK, "still signed in");
}
