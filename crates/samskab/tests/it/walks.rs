//! Walks through every route: what a browser is told, what crosses from one space to another, what floods.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use samskab_platform::access::{ROLES, Role, Visibility};
use samskab_platform::limits::{Budget, Limits};
use samskab_platform::person::{self, Person};
use samskab_platform::words::Lang;
use samskab_platform::{Visitor, args, limits, statements};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower::ServiceExt;
use uuid::Uuid;

use crate::house::{House, form};
use crate::strangers::routes;

statements! {
    OBJECTS = "SELECT j.object_kind, j.object_id FROM journal j WHERE j.space_id = $1 AND j.object_kind <> 'person' ORDER BY j.seq";
    OTHERS = "SELECT id FROM space WHERE parent_id IS NOT NULL AND id <> $1";
    CLOSE = "UPDATE space SET visibility = 'members' WHERE id <> $1 AND parent_id IS NOT NULL";
    TITLES = "SELECT title FROM space WHERE id <> $1 AND parent_id IS NOT NULL";
}

struct Whole {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn ask(house: &House, request: Request<Body>) -> Whole {
    let response = house.router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let text = String::from_utf8_lossy(&body.collect().await.unwrap().to_bytes()).into_owned();
    Whole { status: parts.status, headers: parts.headers, text }
}

fn request(method: &Method, path: &str, cookie: &str) -> axum::http::request::Builder {
    let builder = Request::builder().method(method.clone()).uri(path).header("host", "samskab.example");
    if cookie.is_empty() { builder } else { builder.header("cookie", cookie) }
}

/// One of the demonstration's five.
async fn persona(house: &House, which: &str) -> Person {
    let all = person::personas(&mut house.app.db.read().await.unwrap()).await.unwrap();
    all.into_iter().find(|p| p.persona.as_deref() == Some(which)).unwrap()
}

/// Every pattern as a path in this space, with this id.
pub fn path_of(pattern: &str, slug: &str, id: &str) -> String {
    let mut path = pattern.replace("{slug}", slug);
    while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
        path.replace_range(from..=to, id);
    }
    path
}

#[tokio::test]
async fn every_page_tells_the_browser_what_it_may_do_and_holds_nothing_inline() {
    let house = House::demonstrations().await.remove(0);
    let secretary = persona(&house, "secretary").await;
    let cookie = house.cookie(&secretary).await;
    let id = house.app.clock.id().to_string();
    let mut pages = 0;
    for (_, pattern) in routes().into_iter().filter(|(m, p)| m == "GET" && !p.starts_with("/live")) {
        for cookie in ["", cookie.as_str()] {
            let path = path_of(&pattern, "ungepolitik", &id);
            let answer = ask(&house, request(&Method::GET, &path, cookie).body(Body::empty()).unwrap()).await;
            let header = |name: &str| answer.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
            let policy = header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header("x-frame-options"), "DENY", "{path}");
            assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert_eq!(header("referrer-policy"), "same-origin", "{path}");
            assert!(header("permissions-policy").contains("camera=()"), "{path}");
            for cookie in answer.headers.get_all("set-cookie") {
                let cookie = cookie.to_str().unwrap();
                assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=") && cookie.contains("Path=/"), "{path}: {cookie}");
            }
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            if !header("content-type").starts_with("text/html") {
                continue;
            }
            pages += 1;
            assert!(header("cache-control").contains("no-cache") || header("cache-control").contains("no-store"), "{path}");
            for inline in ["<style", " style=\"", " onclick=", " onload=", " onsubmit=", "javascript:", "<script>"] {
                assert!(!answer.text.contains(inline), "{path} holds {inline}");
            }
            let error = answer.status.is_client_error();
            assert_eq!(answer.text.contains("<title>Fejl: "), error, "{path}: the title of {}", answer.status);
        }
    }
    assert!(pages > 60, "only {pages} pages");
}

#[tokio::test]
async fn over_https_every_cookie_is_for_https_only() {
    let house = House::both_with(|s| s.base_url = "https://samskab.example".into()).await.remove(0);
    let answer = house.post("/sprog", "", &form(&[("lang", "en"), ("next", "/")])).await;
    assert!(answer.cookie.contains("Secure") && answer.cookie.contains("HttpOnly"), "{}", answer.cookie);
    let front = ask(&house, request(&Method::GET, "/", "").body(Body::empty()).unwrap()).await;
    assert!(front.headers["strict-transport-security"].to_str().unwrap().contains("max-age=31536000"));
}

#[tokio::test]
async fn no_other_site_can_send_a_form_in_somebodys_name() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let cookie = house.cookie(&secretary).await;
    let id = house.app.clock.id().to_string();
    let mut asked = 0;
    for (_, pattern) in routes().into_iter().filter(|(m, _)| m == "POST") {
        let path = path_of(&pattern, &slug, &id);
        for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://ond.example")] {
            let body = request(&Method::POST, &path, &cookie).header("content-type", "application/x-www-form-urlencoded").header(name, value);
            let answer = ask(&house, body.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {name}: {value}");
        }
        asked += 1;
    }
    assert!(asked > 40, "only {asked} routes");
}

#[tokio::test]
async fn what_is_too_large_is_refused_on_every_route_that_takes_a_form() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let cookie = house.cookie(&secretary).await;
    let large = format!("text={}", "x".repeat(2 << 20));
    for (_, pattern) in routes().into_iter().filter(|(m, _)| m == "POST") {
        let path = path_of(&pattern, &slug, &house.app.clock.id().to_string());
        let answer = house.post(&path, &cookie, &large).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
    assert!(house.post("/sprog", "", &large).await.text.contains("<h1>Det er for stort</h1>"));
}

#[tokio::test]
async fn asking_only_for_the_head_and_asking_what_is_possible_do_no_harm() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let id = house.app.clock.id().to_string();
    for (_, pattern) in routes().into_iter().filter(|(m, p)| m == "GET" && !p.starts_with("/live")) {
        let path = path_of(&pattern, &slug, &id);
        let get = ask(&house, request(&Method::GET, &path, "").body(Body::empty()).unwrap()).await;
        let head = ask(&house, request(&Method::HEAD, &path, "").body(Body::empty()).unwrap()).await;
        assert_eq!(head.status, get.status, "{path}");
        for method in [Method::OPTIONS, Method::PUT, Method::DELETE, Method::TRACE] {
            let answer = ask(&house, request(&method, &path, "").header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap()).await;
            assert!(!answer.status.is_server_error(), "{method} {path}: {}", answer.status);
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_host_header_of_somebody_elses_choosing_leads_nowhere() {
    let house = House::sqlite().await;
    for path in ["/", "/log-ind", "/min-side", "/sprog"] {
        let answer = ask(&house, Request::get(path).header("host", "ond.example").header("x-forwarded-host", "ond.example").body(Body::empty()).unwrap()).await;
        assert!(!answer.text.contains("ond.example"), "{path}");
        assert!(answer.headers.get("location").is_none_or(|l| !l.to_str().unwrap().contains("ond.example")), "{path}");
    }
}

/// What differs between two answers although they tell the same: the id asked for, and the reference of an error.
fn told(whole: &Whole, id: &str) -> (StatusCode, String) {
    let text = whole.text.replace(id, "ID");
    let main = text.split("<main").nth(1).and_then(|m| m.split("</main>").next()).unwrap_or("").to_owned();
    (whole.status, main)
}

#[tokio::test]
async fn an_id_from_another_space_is_answered_like_one_that_does_not_exist() {
    let house = House::demonstrations().await.remove(0);
    let secretary = persona(&house, "secretary").await;
    let (own, slug) = house.committee(&secretary, "Mit eget", Visibility::Public).await;
    let neighbour = house.person("Nabo").await;
    for role in ROLES.into_iter().filter(|r| *r != Role::Administrator) {
        house.role(own, &neighbour, role).await;
    }
    let cookie = house.cookie(&neighbour).await;
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(&CLOSE, args![own]).await.unwrap();
    let titles: Vec<(String,)> = sql.all(&TITLES, args![own]).await.unwrap();
    let mut foreign: Vec<(String, Uuid)> = vec![];
    for (space,) in sql.all::<(Uuid,)>(&OTHERS, args![own]).await.unwrap() {
        let mut seen = std::collections::BTreeSet::new();
        let objects: Vec<(String, Uuid)> = sql.all(&OBJECTS, args![space]).await.unwrap();
        foreign.extend(objects.into_iter().filter(|(kind, _)| seen.insert(kind.clone())));
    }
    sql.commit().await.unwrap();
    foreign.sort();
    foreign.dedup_by(|a, b| a.0 == b.0);
    assert!(foreign.len() >= 4, "{foreign:?}");
    let nobody = house.app.clock.id().to_string();
    let mut asked = 0;
    for (method, pattern) in routes().into_iter().filter(|(_, p)| p.contains("{id}")) {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let send = |id: String| {
            let (house, path, cookie, method) = (&house, path_of(&pattern, &slug, &id), &cookie, method.clone());
            async move {
                let request =
                    request(&method, &path, cookie).header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin");
                told(&ask(house, request.body(Body::empty()).unwrap()).await, &id)
            }
        };
        let unknown = send(nobody.clone()).await;
        for (kind, id) in &foreign {
            let answer = send(id.to_string()).await;
            assert_eq!(answer, unknown, "{method} {pattern} tells a {kind} of another space from nothing");
            assert!(titles.iter().all(|(t,)| !answer.1.contains(t.as_str())), "{method} {pattern} shows another space's title");
            asked += 1;
        }
    }
    assert!(asked > 100, "only {asked}");
}

#[tokio::test]
async fn an_address_somebody_signs_in_with_is_not_told_apart_from_an_unknown_one() {
    let house = House::sqlite().await;
    house.person("Kendt").await;
    let mut answers = vec![];
    for email in ["kendt@borger.example", "ukendt@borger.example"] {
        let answer = house.post("/log-ind", "", &form(&[("email", email)])).await;
        let location = answer.location.split("id=").next().unwrap().to_owned();
        answers.push((answer.status, location, answer.text.replace(email, "")));
    }
    assert_eq!(answers[0], answers[1]);
}

async fn strict(change: impl Fn(&mut Limits)) -> Vec<House> {
    House::both_with(|s| {
        s.limits = Limits { trusted_proxies: vec!["10.0.0.0/8".to_owned().try_into().unwrap()], ..Limits::default() };
        change(&mut s.limits);
    })
    .await
}

#[tokio::test]
async fn whoever_asks_too_often_is_told_to_wait_and_how_long() {
    for house in strict(|l| l.writes = Budget { each: 3, network: 1_000 }).await {
        let person = house.person("Ivrig").await;
        let cookie = house.cookie(&person).await;
        let post = || {
            request(&Method::POST, "/sprog", &cookie).header("content-type", "application/x-www-form-urlencoded").body(Body::from("lang=da&next=/")).unwrap()
        };
        for _ in 0..3 {
            assert_eq!(ask(&house, post()).await.status, StatusCode::SEE_OTHER);
        }
        let refused = ask(&house, post()).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        let wait: i64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=60).contains(&wait));
        assert!(refused.text.contains("<h1>Vent lidt</h1>") && refused.text.contains("<title>Fejl: "));
        assert_eq!(house.get("/min-side", &cookie).await.status, StatusCode::OK, "reading is not counted");
        house.clock.set(crate::house::morning() + chrono::Duration::seconds(wait));
        assert_eq!(ask(&house, post()).await.status, StatusCode::SEE_OTHER);
    }
}

fn vote(peer: &str, forwarded: &str) -> axum::extract::Request {
    let mut request = Request::post("/forloeb/x/dialog/y/stem").header("x-forwarded-for", forwarded).body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
    request
}

#[tokio::test]
async fn five_hundred_pupils_behind_one_address_can_vote_at_once() {
    let house = strict(|_| {}).await.remove(0);
    let mut turned_away = 0;
    for pupil in 0..500 {
        let pupil = Visitor::stranger(Lang::Da).with_voter_token(format!("{pupil:064x}"));
        for _ in 0..9 {
            turned_away += usize::from(limits::exceeded(&house.app, &pupil, &vote("10.0.0.1", "198.51.100.7")).is_some());
        }
    }
    assert_eq!(turned_away, 0, "nine votes each in ten seconds");
    let flood = (0..10_000).filter(|_| limits::exceeded(&house.app, &Visitor::stranger(Lang::Da), &vote("10.0.0.1", "198.51.100.7")).is_none()).count();
    assert_eq!(flood, 500, "the network's budget holds also for those who throw their cookie away");
    assert!(limits::exceeded(&house.app, &Visitor::stranger(Lang::Da), &vote("10.0.0.1", "198.51.100.8")).is_none(), "another network");
    assert!(
        limits::exceeded(&house.app, &Visitor::stranger(Lang::Da), &vote("198.51.100.7", "1.1.1.1")).is_some(),
        "a stranger's word for another address is not believed"
    );
}

#[tokio::test]
async fn nodes_that_share_a_database_share_the_budgets() {
    for house in strict(|l| l.writes = Budget { each: 80, network: 1_000 }).await {
        let other =
            samskab::build::app(house.settings.clone(), house.app.db.clone(), house.clock.clone(), tokio_util::sync::CancellationToken::new()).await.unwrap();
        let person = Visitor::of(house.person("Ivrig").await);
        let post = || Request::post("/sprog").body(Body::empty()).unwrap();
        let mut through = 0;
        for _ in 0..40 {
            for app in [&house.app, &other] {
                through += (0..10).filter(|_| limits::exceeded(app, &person, &post()).is_none()).count();
                limits::flush(app).await.unwrap();
            }
        }
        assert!((80..=80 + 2 * 10 + 10).contains(&through), "{through} went through: the budget, an eighth a node, and what came between two flushes");
    }
}

#[tokio::test]
async fn a_connection_that_sends_a_letter_a_second_is_closed() {
    let house = House::sqlite().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = tokio_util::sync::CancellationToken::new();
    let server = tokio::spawn(samskab::listening::accept(listener, house.router.clone(), stop.clone(), Duration::from_millis(300)));
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: samskab").await.unwrap();
    let mut rest = vec![];
    tokio::time::timeout(Duration::from_secs(5), slow.read_to_end(&mut rest)).await.expect("it is closed").ok();
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    let mut quick = tokio::net::TcpStream::connect(address).await.unwrap();
    quick.write_all(b"GET /om HTTP/1.1\r\nhost: samskab.example\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut page = String::new();
    quick.read_to_string(&mut page).await.unwrap();
    assert!(page.starts_with("HTTP/1.1 200 OK"), "{page}");
    stop.cancel();
    tokio::time::timeout(Duration::from_secs(5), server).await.expect("it stops").unwrap();
}
