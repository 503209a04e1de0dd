//! Milestones: written by those who carry a commitment and those who lead its space, reached, taken back and removed.

use axum::http::StatusCode;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::{Page, Visitor, args, commitment, view};

use crate::house::{House, form};

const REMINDED: Statement = Statement {
    name: "test",
    sql: "SELECT n.word, p.name FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.word IN ('mail-commitment-soon', 'mail-commitment-late', 'mail-commitment-late-counterpart') ORDER BY n.created_at, n.word",
    postgres: None,
};
const TOLD: Statement = Statement { name: "test", sql: "SELECT payload FROM journal WHERE verb = 'commitment.plan' ORDER BY seq", postgres: None };

#[tokio::test(flavor = "multi_thread")]
async fn milestones_are_written_reached_taken_back_and_removed_by_those_who_may() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (doer, member, other) = (house.person("Dorthe").await, house.person("Mads").await, house.person("Ole").await);
        house.role(space, &member, Role::Member).await;
        house.role(space, &other, Role::Doer).await;
        let (s, d, m, o) = (house.cookie(&secretary).await, house.cookie(&doer).await, house.cookie(&member).await, house.cookie(&other).await);
        let base = format!("/forloeb/{slug}/aftaler");
        house.role(space, &doer, Role::Doer).await;
        let deed = form(&[("what", "Åben hal"), ("doer", &doer.id.to_string()), ("counterpart", &secretary.id.to_string()), ("due_on", "2026-09-01")]);
        assert_eq!(house.post(&format!("{base}/ny"), &s, &deed).await.status, StatusCode::SEE_OTHER);
        let id = commitment::of_space(&mut house.app.db.read().await.unwrap(), space).await.unwrap()[0].id;
        let (page, add) = (format!("{base}/{id}"), format!("{base}/{id}/delmaal"));
        let step = |what: &str, due: &str| form(&[("milestone", what), ("milestone_due", due)]);

        // Whoever neither carries it nor leads the space may not, and a doer of something else neither.
        for stranger in [&m, &o, ""] {
            assert!(house.post(&add, stranger, &step("Nøglen", "2026-05-01")).await.is_refusal());
            assert!(!house.get(&page, stranger).await.text.contains("name=\"milestone\""), "the form is not offered either");
        }
        // What was typed is kept where something is missing.
        for (what, due) in [("Nøglen er aftalt", ""), ("Nøglen er aftalt", "2020-01-01"), ("", "2026-05-01")] {
            let answer = house.post(&add, &d, &step(what, due)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text.contains("error-summary") && answer.text.contains(what) && answer.text.contains(due), "{}", answer.text);
        }
        assert_eq!(house.post(&add, &d, &step("Nøglen er aftalt", "2026-05-01")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post(&add, &s, &step("Værterne er fundet", "2026-06-01")).await.status, StatusCode::SEE_OTHER, "whoever leads the space may too");
        assert!(house.get(&base, "").await.text.contains("0 af 2 delmål nået"), "everybody sees how far it is");
        assert!(house.get("/min-side", &d).await.text.contains("Nøglen er aftalt"), "the next one stands on the doer's own page");

        let shown = house.get(&page, &d).await.text;
        let of = |what: &str| {
            let after = shown.split(&format!("<b>{what}</b>")).nth(1).unwrap();
            after.split("/delmaal/").nth(1).unwrap()[..36].to_owned()
        };
        let (key, hosts) = (of("Nøglen er aftalt"), of("Værterne er fundet"));
        let change = |milestone: &str, change: &str| (format!("{add}/{milestone}"), form(&[("change", change)]));
        let (path, body) = change(&key, "reached");
        assert!(house.post(&path, &m, &body).await.is_refusal());
        assert_eq!(house.post(&path, &d, &body).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&base, "").await.text.contains("1 af 2 delmål nået"));
        assert!(house.get("/min-side", &d).await.text.contains("Værterne er fundet"), "now the next one");
        let (path, body) = change(&key, "not-yet");
        assert_eq!(house.post(&path, &d, &body).await.status, StatusCode::SEE_OTHER);
        let (path, body) = change(&hosts, "remove");
        assert_eq!(house.post(&path, &s, &body).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&base, "").await.text.contains("0 af 1 delmål nået"));
        let (path, body) = change(&hosts, "reached");
        assert_eq!(house.post(&path, &s, &body).await.status, StatusCode::NOT_FOUND, "it is gone");
        let (path, body) = change(&key, "explode");
        assert_eq!(house.post(&path, &s, &body).await.status, StatusCode::BAD_REQUEST);

        let told: Vec<(String,)> = house.app.db.read().await.unwrap().all(&TOLD, args![]).await.unwrap();
        let steps: Vec<String> = told.iter().map(|t| serde_json::from_str::<serde_json::Value>(&t.0).unwrap()["step"].as_str().unwrap().to_owned()).collect();
        assert_eq!(steps, ["planned", "planned", "reached", "not-yet", "removed"], "{}", house.kind);
        assert!(house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text.contains("nåede et delmål for Åben hal: Nøglen er aftalt"), "the feed says it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_archive_the_commitments_carry_the_day_of_the_last_milestone_too() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (s, me) = (house.cookie(&secretary).await, secretary.id.to_string());
        let base = format!("/forloeb/{slug}/aftaler");
        let deed = form(&[("what", "Åben hal"), ("doer", &me), ("counterpart", &me), ("due_on", "2026-09-01")]);
        let made = house.post(&format!("{base}/ny"), &s, &deed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
        house.clock.set(house.clock.now() + chrono::Duration::days(3));
        let visitor = Visitor::of(secretary.clone());
        let view = view::find_visible(&house.app, &visitor, &slug).await.unwrap();
        let id = commitment::of_space(&mut house.app.db.read().await.unwrap(), view.space.id).await.unwrap()[0].id;
        let milestone = form(&[("milestone", "Nøglen"), ("milestone_due", "2026-05-01")]);
        assert_eq!(house.post(&format!("{base}/{id}/delmaal"), &s, &milestone).await.status, StatusCode::SEE_OTHER);
        let page = Page::of_space(&house.app, &visitor, &view, "commitments-title");
        let kept = (samskab_commitments::TOOL.records)(&mut house.app.db.read().await.unwrap(), &view, &page).await.unwrap();
        assert_eq!(kept[0].at, house.clock.now(), "{}", house.kind);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_has_no_more_than_twenty_milestones() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let s = house.cookie(&secretary).await;
        let base = format!("/forloeb/{slug}/aftaler");
        let me = secretary.id.to_string();
        let deed = form(&[("what", "Åben hal"), ("doer", &me), ("counterpart", &me), ("due_on", "2026-09-01")]);
        assert_eq!(house.post(&format!("{base}/ny"), &s, &deed).await.status, StatusCode::SEE_OTHER);
        let id = commitment::of_space(&mut house.app.db.read().await.unwrap(), space).await.unwrap()[0].id;
        for n in 1..=21 {
            let answer =
                house.post(&format!("{base}/{id}/delmaal"), &s, &form(&[("milestone", &format!("Skridt {n}")), ("milestone_due", "2026-05-01")])).await;
            assert_eq!(answer.status, if n <= 20 { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY }, "{n}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_is_spoken_of_a_week_before_its_date_and_after_it_once_each() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (doer, helper) = (house.person("Dorthe").await, house.person("Karl").await);
        house.role(space, &doer, Role::Doer).await;
        house.role(space, &helper, Role::Counterpart).await;
        let s = house.cookie(&secretary).await;
        let base = format!("/forloeb/{slug}/aftaler");
        let start = house.app.clock.now();
        let due = (start + chrono::Duration::days(20)).date_naive().to_string();
        let soon = (start + chrono::Duration::days(3)).date_naive().to_string();
        for (what, due) in [("Åben hal", &due), ("Ny nøgle", &soon)] {
            let deed = form(&[("what", what), ("doer", &doer.id.to_string()), ("counterpart", &helper.id.to_string()), ("due_on", due)]);
            assert_eq!(house.post(&format!("{base}/ny"), &s, &deed).await.status, StatusCode::SEE_OTHER);
        }
        let done = commitment::of_space(&mut house.app.db.read().await.unwrap(), space).await.unwrap()[0].id;
        let told = || async {
            let all: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&REMINDED, args![]).await.unwrap();
            let short = |word: &str| word.trim_start_matches("mail-commitment-").to_owned();
            all.into_iter().map(|(word, who)| format!("{} {who}", short(&word))).collect::<Vec<_>>()
        };
        let mut heard = vec![];
        for day in 0..=40 {
            house.clock.set(start + chrono::Duration::days(day));
            for _ in 0..2 {
                (samskab_commitments::TOOL.tick)(&house.app).await.unwrap();
            }
            if day == 2 {
                let d = house.cookie(&doer).await;
                let report = form(&[("status", "done"), ("text", "Nøglen er lavet.")]);
                assert_eq!(house.post(&format!("{base}/{done}/fortael"), &d, &report).await.status, StatusCode::SEE_OTHER);
            }
            let now = told().await;
            heard.extend(now.iter().skip(heard.len()).map(|line| format!("{day} {line}")).collect::<Vec<_>>());
        }
        assert_eq!(heard, ["13 soon Dorthe", "21 late Dorthe", "21 late-counterpart Karl"], "{}: what is done is spoken of no more", house.kind);
    }
}
