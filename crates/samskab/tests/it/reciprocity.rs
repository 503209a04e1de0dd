//! Reciprocity: what both sides give and say of it, who is behind, the welcome of new volunteers, and thanks.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::{Act, Visitor, args, space};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};

const ENTRIES: Statement = Statement { name: "test", sql: "SELECT id, verdict FROM give_entry ORDER BY what", postgres: None };
const PROMISES: Statement = Statement { name: "test", sql: "SELECT id FROM give_promise", postgres: None };
const THANKS: Statement = Statement { name: "test", sql: "SELECT id FROM thanks", postgres: None };
const PAYLOADS: Statement = Statement { name: "test", sql: "SELECT COALESCE(payload, '') FROM journal", postgres: None };

/// A public user-run house with an employee for the municipality, a chair for the house, and volunteers.
struct Bakke {
    house: House,
    space: Uuid,
    base: String,
    employee: String,
    chair: String,
    vera: String,
    asta: String,
    bo: String,
    people: Vec<Person>,
}

async fn houses() -> Vec<Bakke> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let recipe = &house.app.recipe("user_run_house").unwrap();
        let mut act = Act::begin(&house.app, &Visitor::of(secretary), root, &CREATE).await.unwrap();
        let beginning = Beginning { recipe, title: "Bakken", summary: "Et hus", area: None, visibility: Visibility::Public, assurance: Assurance::Low };
        let slug = space_acts::create(&mut act, &beginning).await.unwrap();
        let space = space::by_slug(act.sql(), &slug).await.unwrap().id;
        act.commit().await.unwrap();
        let mut people = vec![];
        for name in ["Rikke", "Carl", "Vera", "Asta", "Bo"] {
            people.push(house.person(name).await);
        }
        for (person, role) in people.iter().zip([Role::Facilitator, Role::Chair, Role::Volunteer, Role::Member]) {
            house.role(space, person, role).await;
        }
        let mut cookies = vec![];
        for person in &people {
            cookies.push(house.cookie(person).await);
        }
        let [employee, chair, vera, asta, bo] = cookies.try_into().unwrap();
        all.push(Bakke { house, space, base: format!("/forloeb/{slug}/gensidighed"), employee, chair, vera, asta, bo, people });
    }
    all
}

impl Bakke {
    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&format!("{}{path}", self.base), cookie, &form(fields)).await
    }

    async fn done(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, cookie, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} {fields:?}: {}", answer.text);
        answer.location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
    }

    async fn text(&self, path: &str, cookie: &str) -> String {
        let answer = self.house.get(&format!("{}{path}", self.base), cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.text
    }

    async fn entries(&self) -> Vec<(Uuid, String)> {
        self.house.app.db.read().await.unwrap().all(&ENTRIES, args![]).await.unwrap()
    }

    async fn id(&self, statement: &'static Statement) -> Uuid {
        self.house.app.db.read().await.unwrap().one::<(Uuid,)>(statement, args![]).await.unwrap().0
    }

    async fn enter(&self, cookie: &str, side: &str, what: &str, amount: &str, promise: &str) -> Answer {
        let today = morning().date_naive().to_string();
        let fields = [("side", side), ("kind", "hours"), ("amount", amount), ("what", what), ("given_on", &today), ("promise", promise)];
        self.post("/givet/ny", cookie, &fields).await
    }
}

#[tokio::test]
async fn one_side_enters_the_other_judges_and_both_views_stay() {
    for bakke in houses().await {
        assert_eq!(bakke.enter(&bakke.vera, "house", "Vagter", "40", "").await.status, StatusCode::FORBIDDEN, "a volunteer speaks for no side");
        let answer = bakke.enter(&bakke.chair, "municipality", "Rengøring", "40", "").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody enters for the other side");
        assert_eq!(bakke.enter(&bakke.employee, "municipality", "Rengøring", "40", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(bakke.enter(&bakke.chair, "house", "Vagter", "120", "").await.status, StatusCode::SEE_OTHER);
        let (cleaning, shifts) = (bakke.entries().await[0].0, bakke.entries().await[1].0);
        let judge = async |cookie: &str, id: Uuid, fields: &[(&str, &str)]| bakke.post(&format!("/givet/{id}/svar"), cookie, fields).await.status;
        assert_eq!(judge(&bakke.employee, cleaning, &[("verdict", "confirmed")]).await, StatusCode::FORBIDDEN, "not one's own");
        assert_eq!(judge(&bakke.asta, cleaning, &[("verdict", "confirmed")]).await, StatusCode::FORBIDDEN);
        assert!(bakke.text("", &bakke.chair).await.contains("Er det rigtigt?"));
        assert_eq!(judge(&bakke.chair, cleaning, &[("verdict", "disputed")]).await, StatusCode::UNPROCESSABLE_ENTITY, "no only with a reason");
        assert_eq!(judge(&bakke.chair, cleaning, &[("verdict", "disputed"), ("reason", "Salen var ikke ren")]).await, StatusCode::SEE_OTHER);
        assert_eq!(judge(&bakke.employee, shifts, &[("verdict", "confirmed")]).await, StatusCode::SEE_OTHER);
        let reply = [("reply", "Den blev gjort ren tirsdag")];
        assert_eq!(bakke.post(&format!("/givet/{shifts}/modsvar"), &bakke.chair, &reply).await.status, StatusCode::CONFLICT, "nobody disagrees there");
        assert_eq!(bakke.post(&format!("/givet/{cleaning}/modsvar"), &bakke.chair, &reply).await.status, StatusCode::FORBIDDEN, "it is not theirs to explain");
        bakke.done(&format!("/givet/{cleaning}/modsvar"), &bakke.employee, &reply).await;
        let page = bakke.text("", "").await;
        assert!(page.contains("Salen var ikke ren") && page.contains("Den blev gjort ren tirsdag"), "both views stay: {page}");
        assert!(page.contains("I er uenige om 40 timer") && page.contains("120 timer"), "what is disputed stands by itself: {page}");
        assert_eq!(bakke.entries().await.into_iter().map(|e| e.1).collect::<Vec<_>>(), ["disputed", "confirmed"]);
    }
}

#[tokio::test]
async fn a_promise_whose_day_has_passed_is_late_until_it_is_kept_or_let_be() {
    for bakke in houses().await {
        let today = morning().date_naive();
        let (from, to) = ((today - Duration::days(30)).to_string(), (today + Duration::days(9)).to_string());
        let fields =
            [("side", "municipality"), ("kind", "hours"), ("amount", "100"), ("what", "Rengøring"), ("from_on", from.as_str()), ("to_on", to.as_str())];
        bakke.done("/loefte/ny", &bakke.employee, &fields).await;
        let promise = bakke.id(&PROMISES).await;
        bakke.enter(&bakke.employee, "municipality", "Uge 9", "60", &promise.to_string()).await;
        let other = bakke.enter(&bakke.chair, "house", "Vagter", "60", &promise.to_string()).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "one keeps one's own promises");
        let late = async |days| {
            let mut sql = bakke.house.app.db.read().await.unwrap();
            (samskab_reciprocity::TOOL.late)(&mut sql, today + Duration::days(days)).await.unwrap()
        };
        assert_eq!(late(9).await, []);
        assert_eq!(late(12).await, [(bakke.space, 3)]);
        bakke.house.clock.set(morning() + Duration::days(12));
        let page = bakke.text("", "").await;
        assert!(page.contains("Kommunen mangler 40 timer af »Rengøring«"), "{page}");
        let note = [("note", "Vi gjorde rent selv")];
        assert_eq!(bakke.post(&format!("/loefte/{promise}/luk"), &bakke.employee, &note).await.status, StatusCode::FORBIDDEN, "nobody lets themselves off");
        bakke.done(&format!("/loefte/{promise}/luk"), &bakke.chair, &note).await;
        assert_eq!(bakke.post(&format!("/loefte/{promise}/luk"), &bakke.chair, &note).await.status, StatusCode::CONFLICT);
        assert_eq!(late(12).await, []);
        assert!(!bakke.text("", "").await.contains("Kommunen mangler"));
    }
}

#[tokio::test]
async fn a_new_volunteer_gets_a_buddy_and_a_list_that_only_they_see() {
    for bakke in houses().await {
        let (asta, vera) = (bakke.people[3].id.to_string(), bakke.people[2].id.to_string());
        assert_eq!(bakke.post("/velkomst", &bakke.vera, &[("person", &asta), ("buddy", &vera)]).await.status, StatusCode::FORBIDDEN);
        let answer = bakke.post("/velkomst", &bakke.chair, &[("person", &asta), ("buddy", &asta)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is their own buddy");
        bakke.done("/velkomst/liste", &bakke.chair, &[("steps", "Se huset\n\nFå en nøgle")]).await;
        let id = bakke.done("/velkomst", &bakke.chair, &[("person", &asta), ("buddy", &vera)]).await;
        assert_eq!(bakke.post("/velkomst", &bakke.chair, &[("person", &asta), ("buddy", &vera)]).await.status, StatusCode::CONFLICT, "once at a time");
        let path = format!("/velkomst/{id}");
        assert_eq!(bakke.house.get(&format!("{}{path}", bakke.base), &bakke.bo).await.status, StatusCode::FORBIDDEN);
        assert!(bakke.house.get("/min-side", &bakke.asta).await.text.contains("Din makker er Vera"));
        assert!(bakke.house.get("/min-side", &bakke.vera).await.text.contains("Du er makker for Asta"));
        bakke.done(&format!("{path}/trin"), &bakke.asta, &[("step", "1"), ("done", "yes")]).await;
        assert_eq!(bakke.post(&format!("{path}/trin"), &bakke.asta, &[("step", "9"), ("done", "yes")]).await.status, StatusCode::NOT_FOUND);
        let page = bakke.text(&path, &bakke.vera).await;
        assert!(page.contains("1 af 2 er gjort") && page.contains("Få en nøgle"), "{page}");
        bakke.done(&format!("{path}/slut"), &bakke.vera, &[]).await;
        assert!(!bakke.house.get("/min-side", &bakke.asta).await.text.contains("Din makker er Vera"), "it is over");
        let payloads: Vec<(String,)> = bakke.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().all(|p| !p.0.contains("Asta") && !p.0.contains("Vera")), "the journal names nobody");
    }
}

#[tokio::test]
async fn thanks_stand_on_the_space_page_until_whoever_was_thanked_takes_them_away() {
    for bakke in houses().await {
        let vera = bakke.people[2].id.to_string();
        assert_eq!(bakke.post("/tak", &bakke.bo, &[("person", &vera), ("text", "Tak for kagen")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(bakke.post("/tak", &bakke.asta, &[("text", "Tak")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "to whom?");
        bakke.done("/tak", &bakke.asta, &[("person", &vera), ("text", "Tak for kagen")]).await;
        let (thanks, space) = (bakke.id(&THANKS).await, bakke.base.replace("/gensidighed", ""));
        assert!(bakke.house.get(&space, "").await.text.contains("Tak for kagen"));
        assert!(bakke.house.get("/min-side", &bakke.vera).await.text.contains("Asta siger tak: Tak for kagen"));
        assert_eq!(bakke.post(&format!("/tak/{thanks}/fjern"), &bakke.bo, &[]).await.status, StatusCode::FORBIDDEN);
        bakke.done(&format!("/tak/{thanks}/fjern"), &bakke.vera, &[]).await;
        assert!(!bakke.house.get(&space, "").await.text.contains("Tak for kagen"));
        let payloads: Vec<(String,)> = bakke.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().all(|p| !p.0.contains("kagen")), "what was taken away stands nowhere");
    }
}
