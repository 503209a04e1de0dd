//! The mandate binds both sides: seats and meeting plan are frozen in each version of the frame, and what changes asks for a new one.

use axum::http::StatusCode;
use chrono::{DateTime, Duration, TimeZone, Utc};
use samskab_meetings::acts::{self, CHANGE, PLAN};
use samskab_meetings::{Kind, Plan};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::person::Person;
use samskab_platform::{Act, Visitor};
use uuid::Uuid;

use crate::house::{House, form};
use crate::thread::MANDATE;

fn plan(starts_at: DateTime<Utc>) -> Plan {
    Plan {
        kind: Kind::Team,
        title: "Første møde".into(),
        starts_at,
        ends_at: starts_at + Duration::hours(2),
        place: "Salen".into(),
        online: String::new(),
        bring: String::new(),
        capacity: None,
    }
}

async fn meets(house: &House, secretary: &Person, space: Uuid, starts_at: DateTime<Utc>) -> Uuid {
    let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), space, &PLAN).await.unwrap();
    let id = acts::plan(&mut act, &[plan(starts_at)]).await.unwrap()[0];
    act.commit().await.unwrap();
    id
}

async fn moved(house: &House, secretary: &Person, space: Uuid, id: Uuid, starts_at: DateTime<Utc>) {
    let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), space, &CHANGE).await.unwrap();
    acts::change(&mut act, id, &plan(starts_at)).await.unwrap();
    act.commit().await.unwrap();
}

#[tokio::test]
async fn seats_and_meeting_plan_are_promised_in_a_version_and_what_changes_asks_for_the_next() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let member = house.person("Mads").await;
        house.role(space, &member, Role::Member).await;
        let (office, mads) = (house.cookie(&secretary).await, house.cookie(&member).await);
        let base = format!("/forloeb/{slug}");
        let post = async |path: &str, cookie: &str, body: &str| {
            let answer = house.post(&format!("{base}{path}"), cookie, body).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} on {}: {}", house.kind, answer.text);
        };
        let get = async |path: &str, cookie: &str| house.get(&format!("{base}{path}"), cookie).await.text;
        let version = async |n: &str, note: &str| {
            let kept = MANDATE.iter().copied().filter(|(key, _)| *key != "version");
            let fields: Vec<(&str, &str)> = kept.chain([("version", n), ("change_note", note)]).collect();
            post("/ramme/skriv", &office, &form(&fields)).await;
        };
        post("/ramme/skriv", &office, &form(MANDATE)).await;
        post("/ramme/laest", &mads, "").await;
        assert!(!get("", &office).await.contains("Ændret siden rammen"), "nothing has changed");

        // Seats and a meeting come about after the frame: the secretary is told, the others are not.
        let seat = [("title", "Ung under 25"), ("description", "Kender byen"), ("role", "member"), ("seats", "2")];
        post("/pladser/profil/ny", &office, &form(&seat)).await;
        let april = Utc.with_ymd_and_hms(2026, 4, 8, 17, 0, 0).unwrap();
        let meeting = meets(&house, &secretary, space, april).await;
        assert!(get("", &office).await.contains("Ændret siden rammen: Pladser, Mødeplan"), "{}", get("", &office).await);
        assert!(get("/ramme", &office).await.contains("Udgave 1 af rammen siger noget andet"));
        assert!(!get("", &mads).await.contains("Ændret siden rammen") && !get("/ramme", &mads).await.contains("Ung under 25 (Borgermedlem)"));
        let edit = get("/ramme/skriv", &office).await;
        assert!(edit.contains("Ændret: Pladser, Mødeplan.") && edit.contains("Ung under 25 (Borgermedlem)"), "{edit}");

        // The next version freezes them; everybody reads what changed, word by word, and says so again.
        version("2", "Pladserne er på plads").await;
        assert!(!get("", &office).await.contains("Ændret siden rammen"));
        let compared = get("/ramme/sammenlign?fra=1&til=2", "").await;
        assert!(compared.contains("<ins>") && compared.contains("2 × Ung under 25 (Borgermedlem)") && compared.contains("april 2026: 1 møde"), "{compared}");
        let asked = get("/ramme", &mads).await;
        assert!(asked.contains("Jeg har læst rammen") && asked.contains("siden du læste udgave 1"), "{asked}");
        let top = get("", "").await;
        for said in ["Svar senest 1. september 2026", "2 pladser", "1 møde"] {
            assert!(top.contains(&format!("<span>{said}</span>")), "{said} stands at the top on {}: {top}", house.kind);
        }

        // What was promised stands as it was written, until somebody writes the next version.
        let page = get("/pladser", &office).await;
        let profile = page.split("id=\"seat-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let more = [("title", "Ung under 25"), ("description", "Kender byen"), ("seats", "3")];
        post(&format!("/pladser/profil/{profile}"), &office, &form(&more)).await;
        assert!(get("/ramme", "").await.contains("2 × Ung under 25") && get("", "").await.contains("<span>2 pladser</span>"));
        assert!(get("", &office).await.contains("Ændret siden rammen: Pladser<"));
        version("3", "En plads mere").await;
        let compared = get("/ramme/sammenlign?fra=2&til=3", "").await;
        assert!(compared.contains("<del>") && compared.contains("<ins>") && !compared.contains("april 2026"), "only what changed: {compared}");

        // A day that moves within its month changes no promise; another month does.
        moved(&house, &secretary, space, meeting, april + Duration::days(7)).await;
        assert!(!get("", &office).await.contains("Ændret siden rammen"));
        moved(&house, &secretary, space, meeting, april + Duration::days(30)).await;
        assert!(get("", &office).await.contains("Ændret siden rammen: Mødeplan<"), "{}", house.kind);
    }
}
