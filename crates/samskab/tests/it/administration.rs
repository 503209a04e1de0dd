//! Administration: the first start, look, labels, journal, retention and legal hold.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::{DateTime, Duration, Utc};
use http_body_util::BodyExt;
use samskab_administration::retention::{Kind, is_removed};
use samskab_administration::setup;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::hold::{self, Held};
use samskab_platform::person::{self, Person};
use samskab_platform::space_acts::{CLOSE, MOVE, REOPEN};
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Visitor, args};
use tower::ServiceExt;

use crate::house::{House, form, morning};

/// An administrator and their cookie.
async fn administrator(house: &House) -> (Person, String) {
    let person = house.person("Asta").await;
    let root = house.app.municipality_space().await.unwrap().id;
    house.role(root, &person, Role::Administrator).await;
    let cookie = house.cookie(&person).await;
    (person, cookie)
}

async fn tick(house: &House) {
    (samskab_administration::DESK.tick)(&house.app).await.unwrap();
}

const PAGES: [&str; 9] = [
    "/administration/kom-i-gang",
    "/administration/kom-i-gang/sikkerhedskopi",
    "/administration/udseende",
    "/administration/betegnelser",
    "/administration/journal",
    "/administration/opbevaring",
    "/administration/tilbageholdelse",
    "/administration",
    "/administration/tilgaengelighed",
];

#[tokio::test]
async fn administration_is_for_those_with_the_roles_and_nobody_else() {
    for house in House::both().await {
        let (_, admin) = administrator(&house).await;
        let secretary = house.secretary().await;
        let secretary = house.cookie(&secretary).await;
        let citizen = house.person("Bo").await;
        let citizen = house.cookie(&citizen).await;
        for path in PAGES {
            assert_eq!(house.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
            let refused = house.get(path, &citizen).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
            assert!(refused.text.contains("Spørg kommunens administrator") && !refused.text.contains("Din rolle i forløbet"), "{}", refused.text);
            assert_eq!(house.get(path, &admin).await.status, StatusCode::OK, "{path} ({})", house.kind);
            let both = path == "/administration" || path.ends_with("tilgaengelighed");
            assert_eq!(house.get(path, &secretary).await.status, if both { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{path}");
        }
        let front = house.get("/administration", &secretary).await.text;
        assert!(front.contains("/administration/tilgaengelighed") && !front.contains("/administration/journal"), "only what the role allows is listed");
        assert!(!front.contains("/administration/kom-i-gang"));
        let front = house.get("/administration", &admin).await.text;
        assert!(front.contains("/administration/journal") && front.contains("Erklæringen er ikke skrevet"), "what needs attention is said");
    }
}

#[tokio::test]
async fn the_set_up_link_opens_once_and_only_while_nobody_administers() {
    for house in House::both().await {
        let link = setup::offer(&house.app).await.unwrap().expect("nobody administers yet");
        let path = link.strip_prefix("http://samskab.example").unwrap().to_owned();
        let newer = setup::offer(&house.app).await.unwrap().unwrap();
        assert_eq!(house.get(&path, "").await.status, StatusCode::NOT_FOUND, "a newer link takes its place");
        let path = newer.strip_prefix("http://samskab.example").unwrap().to_owned();
        assert_eq!(house.get("/kom-i-gang/0000", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&path, "").await.status, StatusCode::OK);
        let refused = house.post(&path, "", &form(&[("municipality", ""), ("name", "Asta"), ("email", "asta")])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("er ikke en mailadresse"));
        let sent = form(&[("municipality", "Nyby Kommune"), ("name", "Asta Holm"), ("email", "Asta@nyby.example")]);
        let answer = house.post(&path, "", &sent).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/administration/kom-i-gang?klar=first"), "{}", answer.text);
        let cookie = answer.cookie.split(';').next().unwrap().to_owned();
        let page = house.get("/administration/kom-i-gang", &cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Nyby Kommune"), "the name is in force at once");
        for method in [Method::GET, Method::POST] {
            assert_eq!(house.send(method, &path, "", &sent).await.status, StatusCode::NOT_FOUND, "it was used");
        }
        assert!(setup::offer(&house.app).await.unwrap().is_none());
        let person = person::find_by_email(&mut house.app.db.read().await.unwrap(), "asta@nyby.example").await.unwrap().unwrap();
        assert_eq!(person.name, "Asta Holm");
    }
}

#[tokio::test]
async fn the_set_up_link_is_too_old_after_a_day() {
    let house = House::sqlite().await;
    let link = setup::offer(&house.app).await.unwrap().unwrap();
    let path = link.strip_prefix("http://samskab.example").unwrap();
    house.clock.set(morning() + Duration::hours(23));
    assert_eq!(house.get(path, "").await.status, StatusCode::OK);
    house.clock.set(morning() + Duration::hours(24));
    assert_eq!(house.get(path, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn colours_that_cannot_be_read_are_turned_down_with_one_that_can() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let save = |colour: &'static str, accent: &'static str| form(&[("colour", colour), ("accent", accent), ("do", "save")]);
        let post = |body: String| house.post("/administration/udseende/farver", &cookie, Box::leak(body.into_boxed_str()));
        let refused = post(save("#ffcc00", "rød")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("»rød« er ikke en farvekode") && refused.text.contains("value=\"#ffcc00\""), "what was typed is shown again");
        let refused = post(save("#ffcc00", "#a8401c")).await;
        assert!(refused.text.contains("#ffcc00 er for lys til at læse"), "{}", refused.text);
        assert!(!house.get("/", "").await.text.contains("/look.css"), "nothing is in force");
        let accepted = post(save("#7a1230", "#8a5a00")).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
        let front = house.get("/", "").await.text;
        assert!(front.contains("href=\"/look.css?v=7a12308a5a00\""));
        let css = house.get("/look.css?v=7a12308a5a00", "").await;
        assert_eq!(css.text, ":root{--municipal:#7a1230;--municipal-2:#8a5a00}\n");
        assert!(
            house.get("/look.css?colour=red;}&accent=x", "").await.text.starts_with(":root{--municipal:#7a1230"),
            "nothing from the address reaches the stylesheet"
        );
    }
}

/// A form with one file and the fields of the logo's form.
fn upload(cookie: &str, name: &str, content: &[u8]) -> Request<Body> {
    let mut body = format!("--x\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n").into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--x\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\nByens <v\xc3\xa5ben>\r\n--x\r\nContent-Disposition: form-data; name=\"beside\"\r\n\r\nno\r\n--x--\r\n");
    Request::builder()
        .method(Method::POST)
        .uri("/administration/udseende/logo")
        .header("host", "samskab.example")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn a_logo_is_taken_by_its_content_and_svg_never() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let svg = house.request(upload(&cookie, "logo.svg", b"<svg onload='alert(1)'/>")).await;
        assert_eq!(svg.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(svg.text.contains("SVG kan vi ikke tage"));
        let disguised = house.request(upload(&cookie, "logo.png", b"<svg onload='alert(1)'/>")).await;
        assert_eq!(disguised.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.get("/logo", "").await.status, StatusCode::NOT_FOUND);
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
        let taken = house.request(upload(&cookie, "logo.png", png)).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
        let request = Request::builder().uri("/logo").header("host", "samskab.example").body(Body::empty()).unwrap();
        let response = house.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.headers()["content-type"], "image/png");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        let tag = response.headers()["etag"].clone();
        assert_eq!(&response.into_body().collect().await.unwrap().to_bytes()[..], png);
        let again = Request::builder().uri("/logo").header("host", "samskab.example").header("if-none-match", tag).body(Body::empty()).unwrap();
        assert_eq!(house.router.clone().oneshot(again).await.unwrap().status(), StatusCode::NOT_MODIFIED);
        assert!(house.get("/", "").await.text.contains("alt=\"Byens &#60;våben&#62;\""));
    }
}

#[tokio::test]
async fn a_label_that_is_chosen_is_said_on_every_page_in_its_language() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        assert!(house.get("/om", "").await.text.contains("Byrådet"));
        let answer = house.post("/administration/betegnelser/council", &cookie, &form(&[("name", "1")])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let about = house.get("/om", "").await.text;
        assert!(about.contains("Kommunalbestyrelsen") && !about.contains("Byrådet"), "{}", house.kind);
        let english = house.get("/om", "sprog=en").await.text;
        assert!(english.contains("he municipal board"), "{english}");
        let own = |forms: [&'static str; 4]| {
            form(&[
                ("name", "own"),
                ("da-0", forms[0]),
                ("da-1", forms[1]),
                ("da-2", forms[2]),
                ("da-3", forms[3]),
                ("en-0", "thing"),
                ("en-1", "the thing"),
                ("en-2", "things"),
                ("en-3", "the things"),
            ])
        };
        let refused = house.post("/administration/betegnelser/council", &cookie, &own(["ting", "", "ting { $x }", "tingene"])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        house.post("/administration/betegnelser/council", &cookie, &own(["ting", "tinget", "ting", "tingene"])).await;
        assert!(house.get("/om", "").await.text.contains("Tinget"));
        house.post("/administration/betegnelser/council", &cookie, &form(&[("name", "0")])).await;
        assert!(house.get("/om", "").await.text.contains("Byrådet"));
        assert!(house.app.choices().keys().all(|k| !k.starts_with("label.")), "what the program says anyway is no choice");
        assert_eq!(house.post("/administration/betegnelser/findes-ikke", &cookie, &form(&[("name", "0")])).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn every_label_in_a_word_exists() {
    let house = House::sqlite().await;
    for lang in Lang::ALL {
        for file in samskab::word_files() {
            for key in samskab_platform::words::keys(if lang == Lang::Da { file.da } else { file.en }) {
                let said = house.app.words.say(lang, key, &[]);
                assert!(!said.contains("{-"), "{key}: {said}");
            }
        }
        for recipe in house.app.recipes().offered() {
            let name = &recipe.words(lang).description;
            assert!(!house.app.words.labelled(lang, name).contains("{ -"), "{name}");
        }
    }
}

const CODE: Statement = Statement {
    name: "test::code",
    sql: "INSERT INTO sign_in_code (id, email, mac, tries, created_at, expires_at) VALUES ($1, $2, $3, 0, $4, $4)",
    postgres: None,
};
const CODES: Statement = Statement { name: "test::codes", sql: "SELECT email, created_at FROM sign_in_code ORDER BY created_at, email", postgres: None };
const REMOVALS: Statement =
    Statement { name: "test::removals", sql: "SELECT payload FROM journal WHERE verb = 'administration.remove' ORDER BY at, seq", postgres: None };

#[tokio::test]
async fn what_is_removed_is_what_the_rule_says_and_nothing_that_is_held() {
    for house in House::both().await {
        let (admin, cookie) = administrator(&house).await;
        let held = house.person("Holger").await;
        let ages: Vec<i64> = (0..60).map(|n| n * n * 97).collect();
        let mut sql = house.app.db.write().await.unwrap();
        let mut all: Vec<(String, DateTime<Utc>)> = vec![];
        for (i, minutes) in ages.iter().enumerate() {
            let email = if i % 7 == 0 { held.email.clone().unwrap() } else { format!("p{i}@borger.example") };
            let at = morning() - Duration::minutes(*minutes);
            sql.run(&CODE, args![house.app.clock.id(), &email, vec![1u8], at]).await.unwrap();
            all.push((email, at));
        }
        sql.commit().await.unwrap();
        let sent = form(&[("what", "person"), ("name", held.email.as_deref().unwrap()), ("reason", "Sag 7"), ("until", "2026-12-31")]);
        assert_eq!(house.post("/administration/tilbageholdelse", &cookie, &sent).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post("/administration/opbevaring/codes", &cookie, &form(&[("days", "40")])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            house.post("/administration/opbevaring/codes", &cookie, &form(&[("days", "7"), ("purpose", "Fejlsøgning")])).await.status,
            StatusCode::SEE_OTHER
        );

        let due = all.iter().filter(|(email, at)| is_removed(*at, morning(), 7, Some(email) == held.email.as_ref())).count();
        assert!(due > 5 && due < 50);
        let page = house.get("/administration/opbevaring", &cookie).await.text;
        assert!(page.contains(&format!("{due} ville blive slettet i dag")), "the page says beforehand what would be removed");

        tick(&house).await;
        tick(&house).await;
        let left: Vec<(String, DateTime<Utc>)> = house.app.db.read().await.unwrap().all(&CODES, args![]).await.unwrap();
        let mut expected: Vec<_> = all.into_iter().filter(|(email, at)| !is_removed(*at, morning(), 7, Some(email) == held.email.as_ref())).collect();
        expected.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        assert_eq!(left, expected, "{}", house.kind);
        let removals: Vec<(Option<String>,)> = house.app.db.read().await.unwrap().all(&REMOVALS, args![]).await.unwrap();
        assert_eq!(removals.len(), 1, "once a day");
        let payload = removals[0].0.clone().unwrap();
        assert!(payload.contains(&format!("\"count\":{due}")) && payload.contains("\"codes\"") && !payload.contains('@'), "{payload}");

        // The next day it happens again, and it notes the person who was looked up.
        house.clock.set(morning() + Duration::days(1));
        tick(&house).await;
        assert_eq!(house.app.db.read().await.unwrap().all::<(Option<String>,)>(&REMOVALS, args![]).await.unwrap().len(), 2);
        let readings = samskab_platform::reading::of_person(&mut house.app.db.read().await.unwrap(), held.id, 10).await.unwrap();
        assert_eq!(readings.len(), 1);
        assert_eq!(readings[0].1.as_deref(), Some(admin.name.as_str()));
    }
}

#[tokio::test]
async fn people_who_gave_nothing_and_do_not_come_back_lose_their_names() {
    for house in House::both().await {
        let (_, _) = administrator(&house).await;
        let (gone, active, held) = (house.person("Gudrun").await, house.person("Aksel").await, house.person("Hansine").await);
        let secretary = house.secretary().await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        house.role(space, &active, Role::Member).await;
        house.clock.set(morning() + Duration::days(1094));
        let (admin, cookie) = (house.person("Ny").await, String::new());
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &admin, Role::Administrator).await;
        let cookie = [cookie, house.cookie(&admin).await].concat();
        let sent = form(&[("what", "person"), ("name", "Hansine"), ("reason", "Klage"), ("until", "2030-01-01")]);
        assert_eq!(house.post("/administration/tilbageholdelse", &cookie, &sent).await.status, StatusCode::SEE_OTHER);
        tick(&house).await;
        let name = async |id| person::find(&mut house.app.db.read().await.unwrap(), id).await.unwrap().name;
        assert_eq!(name(gone.id).await, "Gudrun", "not a day too early");
        house.clock.set(morning() + Duration::days(1096));
        tick(&house).await;
        assert_eq!(name(gone.id).await, "", "{}", house.kind);
        assert_eq!(name(active.id).await, "Aksel", "a role is a reason to stay");
        assert_eq!(name(held.id).await, "Hansine", "held");
        let person = person::find(&mut house.app.db.read().await.unwrap(), gone.id).await.unwrap();
        assert!(person.email.is_none() && person.left_at.is_some());
    }
}

#[tokio::test]
async fn a_closed_space_can_be_read_and_nothing_is_done_in_it_until_it_is_opened_again() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let secretary = house.secretary().await;
        let (id, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let signed_in = house.cookie(&secretary).await;
        let path = |end: &str| format!("/forloeb/{slug}/{end}");
        assert!(house.get(&path("indstil"), "").await.is_refusal());
        assert_eq!(house.get(&path("indstil"), &signed_in).await.status, StatusCode::OK);

        let sent = form(&[("what", "space"), ("name", &slug), ("reason", "Aktindsigt"), ("until", "2026-06-01")]);
        house.post("/administration/tilbageholdelse", &cookie, &sent).await;
        assert!(hold::blocked(&mut house.app.db.read().await.unwrap(), Held::Space(id), house.app.clock.today()).await.unwrap().is_some());
        let refused = house.post(&path("afslut"), &signed_in, "").await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "a hold stands in the way");
        house.clock.set(morning() + Duration::days(120));
        let signed_in = house.cookie(&secretary).await;
        assert_eq!(house.post(&path("afslut"), &signed_in, "").await.status, StatusCode::SEE_OTHER, "until it is over");

        assert!(house.get(&path(""), "").await.text.contains("Afsluttet") || house.get(&format!("/forloeb/{slug}"), "").await.text.contains("Afsluttet"));
        let visitor = Visitor::of(secretary.clone());
        for act in [&MOVE, &CLOSE] {
            assert!(matches!(Act::begin(&house.app, &visitor, id, act).await, Err(Error::Refused("error-closed"))));
        }
        drop(Act::begin(&house.app, &visitor, id, &REOPEN).await.unwrap());
        assert_eq!(house.post(&path("genaabn"), &signed_in, "").await.status, StatusCode::SEE_OTHER);
        drop(Act::begin(&house.app, &visitor, id, &MOVE).await.unwrap());
    }
}

#[tokio::test]
async fn opening_a_space_to_more_people_asks_whether_it_was_gone_through() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Members).await;
    let cookie = house.cookie(&secretary).await;
    let fields = [("title", "Unge"), ("summary", "Om unge"), ("area", ""), ("visibility", "public")];
    let path = format!("/forloeb/{slug}/indstil");
    let refused = house.post(&path, &cookie, &form(&fields)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("name=\"seen\""));
    assert_eq!(house.get(&format!("/forloeb/{slug}"), "").await.status, StatusCode::NOT_FOUND);
    let with_seen: Vec<_> = fields.into_iter().chain([("seen", "yes")]).collect();
    assert_eq!(house.post(&path, &cookie, &form(&with_seen)).await.status, StatusCode::SEE_OTHER);
    assert!(house.get(&format!("/forloeb/{slug}"), "").await.text.contains("<h1>Unge</h1>"));
}

#[tokio::test]
async fn the_journal_shows_everything_but_what_stands_in_closed_spaces() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let secretary = house.secretary().await;
        let (_, open) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (_, closed) = house.committee(&secretary, "Hemmeligt udvalg", Visibility::Members).await;
        let visitor = house.cookie(&secretary).await;
        for slug in [&open, &closed] {
            house
                .post(
                    &format!("/forloeb/{slug}/indstil"),
                    &visitor,
                    &form(&[
                        ("title", if slug == &open { "Ungepolitik" } else { "Hemmeligt udvalg" }),
                        ("summary", "x"),
                        ("area", ""),
                        ("visibility", if slug == &open { "public" } else { "members" }),
                    ]),
                )
                .await;
        }
        let page = house.get("/administration/journal", &cookie).await.text;
        assert!(page.contains("ændrede forløbets navn, beskrivelse eller synlighed: Ungepolitik"), "{page}");
        assert!(!page.contains("Hemmeligt"), "neither title nor content of a closed space");
        assert!(page.contains("Lukket for dig"));
        let verb = house.get("/administration/journal?handling=space.create", &cookie).await.text;
        assert!(verb.contains("oprettede forløbet Ungepolitik") && !verb.contains("synlighed: Ungepolitik"));
        let none = house.get("/administration/journal?til=2026-03-01", &cookie).await.text;
        assert!(none.contains("Der er ingen linjer, der passer"));
        let unknown = house.get("/administration/journal?person=Ukendt", &cookie).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknown.text.contains("Vi kender ingen »Ukendt«"));
        let of_person = house.get("/administration/journal?person=Sille&forloeb=ungepolitik", &cookie).await.text;
        assert!(of_person.contains("synlighed: Ungepolitik"));
        let readings = samskab_platform::reading::of_person(&mut house.app.db.read().await.unwrap(), secretary.id, 10).await.unwrap();
        assert!(readings.iter().any(|r| r.2 == "reading-journal"), "the person can see that somebody looked");
        for format in ["csv", "json"] {
            let copy = house.post(&format!("/administration/journal/kopi?format={format}"), &cookie, "").await;
            assert_eq!(copy.status, StatusCode::OK);
            assert!(copy.text.contains("Ungepolitik") && !copy.text.contains("Hemmeligt"), "{}", copy.text);
        }
        assert!(house.get("/administration/journal", &cookie).await.text.contains("tog en kopi"));
    }
}

#[tokio::test]
async fn the_journal_of_a_person_holds_what_they_did_under_another_name_and_who_helped() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (inger, ingrid, per) = (house.person("Inger").await, house.person("Ingrid").await, house.person("Per").await);
        for (person, stage) in [(&inger, "team"), (&ingrid, "dialogue"), (&per, "decision"), (&inger, "deeds")] {
            house.role(space, person, Role::Chair).await;
            house.clock.set(house.clock.now() + Duration::minutes(1));
            let moved = house.post(&format!("/forloeb/{slug}/trin"), &house.cookie(person).await, &form(&[("stage", stage)])).await;
            assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
        }
        let (office, helped) = (house.cookie(&secretary).await, form(&[("person", &inger.id.to_string())]));
        let helping = house.post("/min-side/hjaelp", &office, &helped).await;
        let helping = format!("{office}; {}", helping.cookie.split(';').next().unwrap());
        house.clock.set(house.clock.now() + Duration::minutes(1));
        assert_eq!(house.post(&format!("/forloeb/{slug}/trin"), &helping, "stage=learning").await.status, StatusCode::SEE_OTHER);
        let merge = form(&[("other", &ingrid.id.to_string()), ("keep", &inger.id.to_string())]);
        let merged = house.post(&format!("/administration/personer/{}/slaa-sammen", inger.id), &cookie, &merge).await;
        assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text);

        for who in ["Inger", "Ingrid", "ingrid@borger.example"] {
            let page = house.get(&format!("/administration/journal?person={who}&handling=space.move"), &cookie).await.text;
            let lines: Vec<&str> = page.split("<tr><td>").skip(1).collect();
            assert_eq!(lines.len(), 4, "{who} on {}: {page}", house.kind);
            assert!(lines.iter().all(|l| l.starts_with("Inger ")), "under the name that is theirs now: {page}");
            assert!(lines[0].contains("(med hjælp fra Sille)"), "the newest first, and who helped: {page}");
            assert!(lines[1..].iter().all(|l| !l.contains("med hjælp")), "{page}");
        }
        let in_space = house.get("/administration/journal?person=Inger&forloeb=ungepolitik", &cookie).await.text;
        assert_eq!(in_space.matches("<tr><td>Inger ").count(), 4, "{in_space}");
        let copy = house.post("/administration/journal/kopi?format=csv&person=Inger", &cookie, "").await.text;
        assert!(copy.contains("med hjælp fra Sille") && copy.matches("space.move").count() == 4, "{copy}");
    }
}

#[tokio::test]
async fn a_check_that_was_cut_off_is_taken_up_again() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        // Somebody took today's check upon them and stopped.
        let mut act = Act::begin_at_desk(&house.app, &Visitor::program(), &samskab_administration::acts::CHECK).await.unwrap();
        samskab_platform::choices::choose(&mut act, "journal.check-taken", "2026-03-02T08:00:00.000000Z").await.unwrap();
        act.commit().await.unwrap();
        for (minutes, checked) in [(59, false), (61, true)] {
            house.clock.set(morning() + Duration::minutes(minutes));
            tick(&house).await;
            assert_eq!(house.get("/administration/journal", &cookie).await.text.contains("Journalen er hel"), checked, "{minutes} on {}", house.kind);
        }
    }
}

const TAMPER: Statement = Statement { name: "test::tamper", sql: "UPDATE journal SET verb = 'space.move' WHERE verb = 'space.create'", postgres: None };

#[tokio::test]
async fn the_chains_are_checked_every_day_and_a_break_is_shouted_about() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let secretary = house.secretary().await;
        house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        tick(&house).await;
        assert!(house.get("/administration/journal", &cookie).await.text.contains("Journalen er hel"));
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&TAMPER, args![]).await.unwrap();
        sql.commit().await.unwrap();
        tick(&house).await;
        assert!(house.get("/administration/journal", &cookie).await.text.contains("Journalen er hel"), "not again the same day, unless asked");
        house.clock.set(morning() + Duration::minutes(5));
        house.post("/administration/journal/kontrol", &cookie, "").await;
        house.clock.set(morning() + Duration::minutes(6));
        tick(&house).await;
        assert!(house.get("/administration/journal", &cookie).await.text.contains("Journalen er brudt ét sted"), "{}", house.kind);
        assert!(house.get("/administration", &cookie).await.text.contains("Journalen er brudt ét sted"));
    }
}

#[tokio::test]
async fn the_accessibility_statement_claims_nothing_until_somebody_wrote_it() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let before = house.get("/tilgaengelighed", "").await.text;
        assert!(before.contains("har ikke skrevet sin erklæring endnu") && !before.contains("opfylder kravene"));
        assert_eq!(house.get("/was", "").await.location, "/tilgaengelighed");
        let fields = [
            ("status", "partially"),
            ("exceptions", "Kortet"),
            ("burden", ""),
            ("method", "self"),
            ("assessed", "2026-02-01"),
            ("phone", "12 34 56 78"),
            ("contact", "web@proeveby.example"),
            ("official", "https://was.digst.dk/proeveby-dk"),
        ];
        let wrong: Vec<_> = fields.into_iter().map(|(k, v)| (k, if k == "official" { "javascript:alert(1)" } else { v })).collect();
        assert_eq!(house.post("/administration/tilgaengelighed", &cookie, &form(&wrong)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.post("/administration/tilgaengelighed", &cookie, &form(&fields)).await.status, StatusCode::SEE_OTHER);
        let after = house.get("/tilgaengelighed", "").await.text;
        assert!(after.contains("opfylder kravene delvist") && after.contains("Kortet") && after.contains("2. marts 2026"), "{after}");
        assert_eq!(house.get("/was", "").await.location, "https://was.digst.dk/proeveby-dk");
        house.clock.set(morning() + Duration::days(366));
        let (_, cookie) =
            (0, house.cookie(&person::find_by_email(&mut house.app.db.read().await.unwrap(), "asta@borger.example").await.unwrap().unwrap()).await);
        assert!(house.get("/administration", &cookie).await.text.contains("over et år gammel"), "it must be gone through every year");
    }
}

#[tokio::test]
async fn the_page_of_privacy_says_the_rules_in_force() {
    let house = House::sqlite().await;
    let (_, cookie) = administrator(&house).await;
    house.post("/administration/opbevaring/readings", &cookie, &form(&[("days", "999"), ("purpose", "Tilsyn <med> os selv")])).await;
    let page = house.get("/privatliv", "").await.text;
    assert!(page.contains("999 dage") && page.contains("Tilsyn &#60;med&#62; os selv"), "{page}");
    for kind in Kind::ALL {
        assert!(page.contains(&house.app.words.say(Lang::Da, &format!("kept-{}", kind.key()), &[])), "{}", kind.key());
    }
    assert!(page.contains("<code>samskab</code>"));
}

#[tokio::test]
async fn getting_started_is_read_from_how_things_are() {
    for house in House::both().await {
        let (_, cookie) = administrator(&house).await;
        let done = async || house.get("/administration/kom-i-gang", &cookie).await.text.matches("tag ok").count();
        assert_eq!(done().await, 0);
        house.post("/administration/udseende/navn", &cookie, &form(&[("name", "Nyby Kommune"), ("contact", "a@b.example")])).await;
        assert_eq!(done().await, 1);
        let secretary = house.secretary().await;
        house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        assert_eq!(done().await, 2, "the first space is made");
        let answer = house.post("/administration/kom-i-gang/areas/uden", &cookie, &form(&[("reason", "")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "leaving out needs a reason");
        house.post("/administration/kom-i-gang/areas/uden", &cookie, &form(&[("reason", "Vi er en lille ø")])).await;
        assert!(house.get("/administration/kom-i-gang", &cookie).await.text.contains("Udeladt: Vi er en lille ø"));
        assert_eq!(house.post("/administration/kom-i-gang/space/uden", &cookie, &form(&[("reason", "x")])).await.status, StatusCode::NOT_FOUND);
        house.post("/administration/kom-i-gang/areas/uden", &cookie, &form(&[("again", "yes")])).await;
        assert!(!house.get("/administration/kom-i-gang", &cookie).await.text.contains("Vi er en lille ø"));
    }
}
