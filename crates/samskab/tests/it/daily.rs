//! The everyday of a house: what a screen in the hall can do and what it cannot, that everybody is counted once, and that names go.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::person::Person;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::{Act, Visitor, args, space, statements};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};

statements! {
    CODE = "SELECT pair_code FROM daily_device WHERE space_id = $1 AND pair_code IS NOT NULL ORDER BY opened_at DESC, id DESC";
    DEVICE = "SELECT id FROM daily_device WHERE space_id = $1 AND closed_at IS NULL ORDER BY opened_at, id";
    REGULAR = "SELECT r.id FROM daily_regular r JOIN person p ON p.id = r.person_id WHERE r.space_id = $1 AND p.name = $2";
    ROWS = "SELECT COUNT(*), CAST(COALESCE(SUM(heads), 0) AS BIGINT) FROM daily_checkin WHERE space_id = $1";
    NAMED = "SELECT COUNT(*) FROM daily_checkin WHERE space_id = $1 AND person_id IS NOT NULL";
    DAYS = "SELECT kiosk, clicked, paper FROM daily_day WHERE space_id = $1 ORDER BY day";
    TOLD = "SELECT payload FROM journal WHERE verb = 'daily.tell_count' AND space_id = $1 ORDER BY seq";
    VERBS = "SELECT verb, COALESCE(payload, '') FROM journal WHERE space_id = $1 ORDER BY seq";
}

struct Home {
    house: House,
    space: Uuid,
    slug: String,
    chair: String,
    chair_person: Person,
}

impl Home {
    async fn all(visibility: Visibility) -> Vec<Self> {
        let mut all = vec![];
        for house in House::both().await {
            let secretary = house.secretary().await;
            let root = house.app.municipality_space().await.unwrap().id;
            let recipe = &house.app.recipe("user_run_house").unwrap();
            let mut act = Act::begin(&house.app, &Visitor::of(secretary), root, &CREATE).await.unwrap();
            let new = Beginning { recipe, title: "Huset på bakken", summary: "Et hus", area: None, visibility, assurance: Assurance::Low };
            let slug = space_acts::create(&mut act, &new).await.unwrap();
            let space = space::by_slug(act.sql(), &slug).await.unwrap().id;
            act.commit().await.unwrap();
            let chair_person = house.person("Formand").await;
            house.role(space, &chair_person, Role::Chair).await;
            let chair = house.cookie(&chair_person).await;
            all.push(Self { house, space, slug, chair, chair_person });
        }
        all
    }

    fn path(&self, under: &str) -> String {
        format!("/forloeb/{}/dagen{under}", self.slug)
    }

    async fn post(&self, under: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&self.path(under), &self.chair, &form(fields)).await
    }

    /// Opens a screen as the chair does, and types its code on a browser nobody is signed in on; its cookie.
    async fn screen(&self, kind: &str) -> String {
        assert_eq!(self.post("/skaerme", &[("kind", kind), ("name", "Ved døren")]).await.status, StatusCode::SEE_OTHER);
        let (code,): (String,) = self.house.app.db.read().await.unwrap().one(&CODE, args![self.space]).await.unwrap();
        let typed = format!("{} {}", &code[..4], code[4..].to_uppercase());
        let answer = self.house.post("/enhed", "", &form(&[("code", &typed)])).await;
        assert_eq!(answer.location, if kind == "kiosk" { "/kiosk" } else { "/skaerm" }, "{}", answer.text);
        let wrong = self.house.post("/enhed", "", &form(&[("code", &code)])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
        self.device_cookie(&answer)
    }

    fn device_cookie(&self, answer: &Answer) -> String {
        // The first of the two cookies ends whatever session there was.
        answer.cookies.iter().find_map(|c| c.strip_prefix("enhed=")).map(|rest| format!("enhed={}", rest.split(';').next().unwrap())).unwrap()
    }

    async fn regular(&self, name: &str, card: &str) -> Uuid {
        let answer = self.post("/navne", &[("name", name), ("card", card), ("listed", "yes")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        self.house.app.db.read().await.unwrap().one::<(Uuid,)>(&REGULAR, args![self.space, name]).await.unwrap().0
    }

    async fn send(&self, cookie: &str, body: &Value) -> (StatusCode, Value) {
        let request = Request::builder().method(Method::POST).uri("/kiosk/koe").header("host", "samskab.example").header("cookie", cookie);
        let request = request.header("content-type", "application/json").header("sec-fetch-site", "same-origin");
        let answer = self.house.request(request.body(Body::from(body.to_string())).unwrap()).await;
        (answer.status, serde_json::from_str(&answer.text).unwrap_or_default())
    }

    async fn rows(&self) -> (i64, i64) {
        self.house.app.db.read().await.unwrap().one(&ROWS, args![self.space]).await.unwrap()
    }

    async fn named(&self) -> i64 {
        self.house.app.db.read().await.unwrap().count(&NAMED, args![self.space]).await.unwrap()
    }

    async fn days(&self) -> Vec<(i64, i64, i64)> {
        self.house.app.db.read().await.unwrap().all(&DAYS, args![self.space]).await.unwrap()
    }

    async fn tick(&self) {
        samskab_daily::tidy::tick(&self.house.app).await.unwrap();
    }

    async fn told(&self) -> Vec<(i64, String)> {
        let rows: Vec<(String,)> = self.house.app.db.read().await.unwrap().all(&TOLD, args![self.space]).await.unwrap();
        let read = |(text,): (String,)| serde_json::from_str::<Value>(&text).unwrap();
        rows.into_iter().map(read).map(|v| (v["heads"].as_i64().unwrap(), v["day"].as_str().unwrap().to_owned())).collect()
    }
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn result(answer: &Value, id: Uuid) -> String {
    let results = answer["results"].as_array().unwrap();
    results.iter().find(|r| r["id"] == id.to_string()).unwrap()["result"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_a_kiosk_sends_twice_late_or_crosswise_is_counted_once() {
    for home in Home::all(Visibility::Public).await {
        let (kiosk, other) = (home.screen("kiosk").await, home.screen("kiosk").await);
        let (karen, bent) = (home.regular("Karen Sørensen", "1001").await, home.regular("Bent Berg", "").await);
        let minute = 60_000;
        // The tablet's own clock is two years behind: only how long ago counts.
        let now = 1_700_000_000_000_i64;
        let batch = json!({ "now": now, "items": [
            { "id": id(1), "way": "name", "who": karen, "at": now - 12 * minute },
            { "id": id(2), "way": "guest", "heads": 3, "at": now - 11 * minute },
            { "id": id(3), "way": "card", "code": "10-01", "at": now - 10 * minute },
            { "id": id(4), "way": "card", "code": "9999", "at": now - 9 * minute },
            { "id": id(5), "way": "card", "code": "8888", "at": now },
            { "id": "not an id", "way": "name", "at": now },
        ] });
        let (status, answer) = home.send(&kiosk, &batch).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!([1, 2, 3, 4, 5].map(|n| result(&answer, id(n))), ["in", "in", "again", "in", "unknown"], "{answer}");
        assert_eq!(answer["results"].as_array().unwrap().len(), 6, "what cannot be read is answered too, or it would be sent for ever");
        assert_eq!((home.rows().await, home.days().await), ((3, 5), vec![(5, 0, 0)]), "Karen, three guests, and a card nobody knows that has gone on");
        // The answer was lost on the way: the same again, also at the same time, also from another screen.
        let (one, two) = tokio::join!(home.send(&kiosk, &batch), home.send(&kiosk, &batch));
        assert_eq!((one.0, two.0), (StatusCode::OK, StatusCode::OK));
        assert_eq!(result(&one.1, id(1)), "sent");
        let again = json!({ "now": now, "items": [
            { "id": id(11), "way": "name", "who": karen, "at": now },
            { "id": id(12), "way": "name", "who": bent, "at": now },
        ] });
        let crossed = json!({ "now": now, "items": [
            { "id": id(13), "way": "name", "who": bent, "at": now },
            { "id": id(14), "way": "name", "who": karen, "at": now },
        ] });
        let (one, two) = tokio::join!(home.send(&other, &again), home.send(&kiosk, &crossed));
        assert_eq!((one.0, two.0), (StatusCode::OK, StatusCode::OK), "{} {}", one.1, two.1);
        let bents = [result(&one.1, id(12)), result(&two.1, id(13))];
        assert!(bents.contains(&"in".to_owned()) && bents.contains(&"again".to_owned()), "{bents:?}");
        assert_eq!((home.rows().await, home.days().await), ((4, 6), vec![(6, 0, 0)]));
        // Yesterday evening's queue is yesterday's.
        let late = json!({ "now": now, "items": [{ "id": id(21), "way": "name", "who": karen, "at": now - 15 * 60 * minute }] });
        assert_eq!(result(&home.send(&kiosk, &late).await.1, id(21)), "in");
        assert_eq!(home.days().await, [(1, 0, 0), (6, 0, 0)]);
    }
}

#[tokio::test]
async fn a_kiosk_works_as_plain_forms_and_shows_no_more_than_it_needs() {
    for home in Home::all(Visibility::Members).await {
        let kiosk = home.screen("kiosk").await;
        let karen = home.regular("Karen Sørensen", "1001").await;
        home.regular("Kasper Sand", "").await;
        home.post("/navne", &[("name", "Hemmelig Hansen")]).await;
        let page = home.house.get("/kiosk?q=ka", &kiosk).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Karen S.") && page.text.contains("Kasper S.") && !page.text.contains("Sørensen"), "{}", page.text);
        assert!(!home.house.get("/kiosk?q=hem", &kiosk).await.text.contains("Hemmelig"), "who has not said yes does not stand there");
        assert!(!page.text.contains("1001") && !page.text.contains("/min-side"));
        let press = |fields: Vec<(&'static str, String)>| {
            let (home, kiosk) = (&home, &kiosk);
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
                home.house.post("/kiosk/ind", kiosk, &form(&fields)).await
            }
        };
        let by_name = || vec![("id", id(1).to_string()), ("way", "name".into()), ("who", karen.to_string())];
        assert_eq!(press(by_name()).await.location, "/kiosk?klar=daily-in");
        assert_eq!(press(by_name()).await.location, "/kiosk?klar=daily-in", "a page that is sent again is counted once");
        let card = |code: &str, n| vec![("id", id(n).to_string()), ("way", "card".to_owned()), ("code", code.to_owned())];
        assert_eq!(press(card("1001", 2)).await.location, "/kiosk?klar=daily-again");
        let unknown = press(card("4711", 3)).await;
        assert!(unknown.status == StatusCode::UNPROCESSABLE_ENTITY && unknown.text.contains("Vi kender ikke det kort"), "{}", unknown.text);
        assert_eq!(press(vec![("id", id(4).to_string()), ("way", "guest".into()), ("heads", "2".into())]).await.location, "/kiosk?klar=daily-in");
        assert_eq!((home.rows().await, home.days().await), ((2, 3), vec![(3, 0, 0)]));
        // Not one of them stands in the journal.
        let verbs: Vec<(String, String)> = home.house.app.db.read().await.unwrap().all(&VERBS, args![home.space]).await.unwrap();
        assert!(verbs.iter().all(|(verb, payload)| verb != "daily.check_in" && !payload.contains("Karen")), "{verbs:?}");
    }
}

#[tokio::test]
async fn a_screen_reaches_nothing_else_and_a_closed_one_nothing_at_all() {
    for home in Home::all(Visibility::Members).await {
        let (kiosk, screen) = (home.screen("kiosk").await, home.screen("screen").await);
        let karen = home.regular("Karen Sørensen", "").await;
        for cookie in [&kiosk, &screen] {
            for path in ["", "/navne", "/skaerme", "/tal", "/tal.csv", "/vagter", "/noegler", "/kontakter", "/haendelser", "/regler", "/mig"] {
                assert!(home.house.get(&home.path(path), cookie).await.is_refusal(), "{path}");
            }
            for path in ["/min-side", "/administration"] {
                assert!(home.house.get(path, cookie).await.is_refusal(), "{path}");
            }
            assert!(home.house.post(&home.path("/navne"), cookie, &form(&[("name", "X")])).await.is_refusal());
        }
        // A board cannot check anybody in, and a kiosk shows no board.
        let item = json!({ "now": 0, "items": [{ "id": id(1), "way": "name", "who": karen, "at": 0 }] });
        assert_eq!(home.send(&screen, &item).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(home.house.get("/kiosk/navne", &screen).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(home.house.get("/skaerm", &kiosk).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(home.house.get("/skaerm", &screen).await.status, StatusCode::OK);
        let (device,): (Uuid,) = home.house.app.db.read().await.unwrap().one(&DEVICE, args![home.space]).await.unwrap();
        let closed = home.post(&format!("/skaerme/{device}"), &[("do", "close")]).await;
        assert!(closed.location.ends_with("klar=daily-screen-closed"), "{closed:?}");
        assert_eq!(home.send(&kiosk, &item).await.0, StatusCode::UNAUTHORIZED, "what waits stays on the screen");
        let page = home.house.get("/kiosk", &kiosk).await;
        assert!(page.status == StatusCode::UNAUTHORIZED && page.text.contains("Denne skærm er lukket"), "{}", page.text);
        assert_eq!(home.rows().await, (0, 0));
        for cookie in ["", "enhed=0", &format!("enhed={}", "0".repeat(64))] {
            assert_eq!(home.house.get("/kiosk", cookie).await.status, StatusCode::UNAUTHORIZED);
        }
    }
}

#[tokio::test]
async fn names_go_after_some_days_the_number_stays_and_the_journal_tells_it_once_a_day() {
    for home in Home::all(Visibility::Public).await {
        let kiosk = home.screen("kiosk").await;
        let chair = home.house.post(&home.path("/mig"), &home.chair, "do=yes").await;
        assert!(chair.location.ends_with("klar=daily-stands"), "{chair:?}");
        let (me,): (Uuid,) = home.house.app.db.read().await.unwrap().one(&REGULAR, args![home.space, "Formand"]).await.unwrap();
        let karen = home.regular("Karen Sørensen", "").await;
        let item = |n: u128, who: Uuid| json!({ "id": id(n), "way": "name", "who": who, "at": 0 });
        home.send(&kiosk, &json!({ "now": 0, "items": [item(1, me), item(2, karen)] })).await;
        home.post("/tal", &[("more", "5")]).await;
        home.post("/tal", &[("more", "-1")]).await;
        home.tick().await;
        assert!(home.told().await.is_empty(), "the day is not over");
        let own = home.house.get(&home.path("/mig"), &home.chair).await.text;
        assert!(own.contains("Mandag 2. marts 2026") && own.contains("14 dage"), "one sees one's own: {own}");

        home.house.clock.set(morning() + Duration::days(1));
        home.tick().await;
        home.tick().await;
        assert_eq!(home.told().await, [(6, "2.3.2026".to_owned())]);
        home.post("/tal", &[("day", "2026-03-02"), ("heads", "10")]).await;
        home.tick().await;
        assert_eq!(home.told().await.last().unwrap(), &(16, "2.3.2026".to_owned()), "a number that is put right is told again");
        assert_eq!((home.named().await, home.days().await), (2, vec![(2, 4, 10)]));

        // The house keeps names for three days instead.
        assert!(home.post("/navne/gem", &[("days", "3")]).await.location.ends_with("klar=daily-kept"));
        home.house.clock.set(morning() + Duration::days(2));
        home.tick().await;
        assert_eq!(home.named().await, 2);
        home.house.clock.set(morning() + Duration::days(3));
        home.tick().await;
        assert_eq!((home.named().await, home.rows().await, home.days().await), (0, (2, 2), vec![(2, 4, 10)]));
        assert!(!home.house.get(&home.path("/mig"), &home.chair).await.text.contains("2. marts"));
        // The list of numbers is for everybody, and says no names.
        let table = home.house.get(&home.path("/tal.csv"), "").await.text;
        assert!(table.contains("2026-03-02;16;2;4;10"), "{table}");
        // Who says no stands there no more.
        home.house.post(&home.path("/mig"), &home.chair, "do=no").await;
        assert!(!home.house.get("/kiosk?q=form", &kiosk).await.text.contains("Formand"));
    }
}

#[tokio::test]
async fn duties_are_swapped_by_asking_and_keys_are_receipted_by_whoever_has_them() {
    for home in Home::all(Visibility::Public).await {
        let (bent, karen) = (home.house.person("Bent").await, home.house.person("Karen").await);
        for person in [&bent, &karen] {
            home.house.role(home.space, person, Role::Volunteer).await;
        }
        let (b, k) = (home.house.cookie(&bent).await, home.house.cookie(&karen).await);
        let set = home.post("/vagter", &[("day", "2026-03-02"), ("kind", "steward"), ("person", &bent.id.to_string()), ("weeks", "2")]).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text);
        let list = home.house.get(&home.path("/vagter"), &b).await.text;
        let duty = list.split("name=\"duty\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let swap = |cookie: &'static str, fields: Vec<(&'static str, String)>| (cookie, fields);
        let send = |(who, fields): (&'static str, Vec<(&'static str, String)>)| {
            let (home, cookie) = (&home, if who == "b" { &b } else { &k });
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
                home.house.post(&home.path("/vagter/byt"), cookie, &form(&fields)).await
            }
        };
        let ask = |what: &str| vec![("do", what.to_owned()), ("duty", duty.clone()), ("person", karen.id.to_string())];
        assert_eq!(send(swap("k", ask("yes"))).await.status, StatusCode::CONFLICT, "nobody has asked her");
        assert_eq!(send(swap("k", ask("ask"))).await.status, StatusCode::CONFLICT, "it is not hers to give away");
        assert_eq!(send(swap("b", ask("ask"))).await.status, StatusCode::SEE_OTHER);
        assert!(home.house.get("/min-side", &k).await.text.contains("Bent spørger, om du kan tage en vagt"));
        assert_eq!(send(swap("k", ask("yes"))).await.status, StatusCode::SEE_OTHER);
        let screen = home.screen("screen").await;
        let board = home.house.get("/skaerm", &screen).await.text;
        assert!(board.contains("Husvært") && board.contains("Karen") && !board.contains("Bent"), "{board}");
        assert!(!home.house.get(&home.path(""), "").await.text.contains("Karen"), "names are for those with a part in the house");
        let free = |day: &str| vec![("do", "take".to_owned()), ("day", day.to_owned()), ("kind", "close".to_owned())];
        let (one, two) = tokio::join!(send(swap("b", free("2026-03-03"))), send(swap("k", free("2026-03-03"))));
        assert_eq!([one.status, two.status].iter().filter(|s| **s == StatusCode::SEE_OTHER).count(), 1, "two take it at once: one gets it");
        let pdf = home.house.get(&home.path("/vagter.pdf"), &b).await;
        assert!(pdf.status == StatusCode::OK && pdf.text.starts_with("%PDF"), "{}", pdf.status);

        home.post("/noegler", &[("name", "Hoveddør 3"), ("opens", "Døren")]).await;
        let keys = home.house.get(&home.path("/noegler"), &home.chair).await.text;
        let key = keys.split("/dagen/noegler/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let out = home.post(&format!("/noegler/{key}"), &[("do", "out"), ("person", &bent.id.to_string())]).await;
        assert!(out.location.ends_with("klar=daily-key-handed"), "{out:?}");
        assert_eq!(home.post(&format!("/noegler/{key}"), &[("do", "out"), ("person", &karen.id.to_string())]).await.status, StatusCode::CONFLICT);
        let own = home.house.get(&home.path("/mig"), &b).await.text;
        let held = own.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(
            home.house.post(&home.path("/mig"), &k, &form(&[("do", "key"), ("key", &held)])).await.status,
            StatusCode::NOT_FOUND,
            "only the holder says so"
        );
        assert_eq!(home.house.post(&home.path("/mig"), &b, &form(&[("do", "key"), ("key", &held)])).await.status, StatusCode::SEE_OTHER);
        assert!(home.house.get(&home.path("/noegler"), &home.chair).await.text.contains("Kvitteret"));
    }
}

#[tokio::test]
async fn what_happened_is_read_by_those_who_run_the_house_and_goes_after_a_year() {
    for home in Home::all(Visibility::Public).await {
        let bent = home.house.person("Bent").await;
        home.house.role(home.space, &bent, Role::Volunteer).await;
        let bent = home.house.cookie(&bent).await;
        let fields = form(&[("day", "2026-03-01"), ("text", "Jens faldt på trappen"), ("told", "Formanden"), ("done", "")]);
        assert_eq!(home.house.post(&home.path("/haendelser"), &bent, &fields).await.status, StatusCode::SEE_OTHER);
        assert!(!home.house.get(&home.path("/haendelser"), &bent).await.text.contains("Jens"));
        assert!(home.house.get(&home.path("/haendelser"), &home.chair).await.text.contains("Jens faldt på trappen"));
        assert!(home.house.get(&home.path("/haendelser"), "").await.is_refusal());
        let verbs: Vec<(String, String)> = home.house.app.db.read().await.unwrap().all(&VERBS, args![home.space]).await.unwrap();
        assert!(verbs.iter().all(|(verb, payload)| !verb.contains("incident") && !payload.contains("Jens")), "{verbs:?}");
        home.house.clock.set(morning() + Duration::days(366));
        home.tick().await;
        let again = home.house.cookie(&home.chair_person).await;
        assert!(!home.house.get(&home.path("/haendelser"), &again).await.text.contains("Jens"));
        // House rules are everybody's, in versions; a number for everybody is found by everybody, another one is not.
        home.house.post(&home.path("/regler"), &again, &form(&[("text", "1. Ryd op efter dig")])).await;
        home.house.post(&home.path("/regler"), &again, &form(&[("text", "1. Ryd op efter dig\n2. Luk vinduerne")])).await;
        assert!(home.house.get(&home.path("/regler"), "").await.text.contains("Luk vinduerne"));
        assert!(!home.house.get(&home.path("/regler?udgave=1"), "").await.text.contains("Luk vinduerne"));
        for (matter, open) in [("Vand i kælderen", "yes"), ("Alarmen hyler", "")] {
            let contact = [("matter", matter), ("who", "Vagten"), ("phone", "20 12 34 56"), ("note", ""), ("open", open)];
            assert_eq!(home.house.post(&home.path("/kontakter"), &again, &form(&contact)).await.status, StatusCode::SEE_OTHER);
        }
        let seen = home.house.get(&home.path("/kontakter"), "").await.text;
        assert!(seen.contains("Vand i kælderen") && !seen.contains("Alarmen"), "{seen}");
        assert!(home.house.get(&home.path("/regler.pdf"), "").await.text.starts_with("%PDF"));
    }
}

#[tokio::test]
async fn of_many_names_at_once_a_card_in_use_is_named_with_its_line_and_nothing_is_saved() {
    for home in Home::all(Visibility::Public).await {
        home.regular("Karen Storm", "4005").await;
        let many = "Else Dam, 4001\n\nPoul Vang, 40-05\nLis Thorup\nÅge Nørby, 4001";
        let answer = home.post("/navne", &[("many", many)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        assert!(answer.text.contains("Linje 3: Karen Storm har det kort") && answer.text.contains("Linje 5: Kortet står også på linje 1"), "{}", answer.text);
        assert!(answer.text.contains("Poul Vang, 40-05"), "what was typed stands there");
        let page = home.house.get(&home.path("/navne"), &home.chair).await.text;
        assert!(page.contains("Karen Storm") && !page.contains("Else Dam"), "{page}");
        let answer = home.post("/navne", &[("many", "Else Dam, 4001\nPoul Vang, 4006\nLis Thorup")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
}
