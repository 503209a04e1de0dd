//! Voting: by account, by cookie, and by somebody who signs in afterwards.

use samskab_dialogue::acts::{self, New, OPEN, Proposed, STATE, VOTE, Voter, WRITE};
use samskab_dialogue::{Answer, accepted_statements};
use samskab_platform::access::Visibility;
use samskab_platform::db::Statement;
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Visitor, args};
use uuid::Uuid;

use crate::house::{House, form};

const COUNT: Statement = Statement { name: "count", sql: "SELECT COUNT(*) FROM vote WHERE dialogue_id = $1", postgres: None };
const VOTERS: Statement = Statement { name: "voters", sql: "SELECT COUNT(*) FROM voter WHERE dialogue_id = $1", postgres: None };
const SUM: Statement = Statement { name: "sum", sql: "SELECT CAST(COALESCE(SUM(value), 0) AS BIGINT) FROM vote WHERE dialogue_id = $1", postgres: None };
const ENTRIES: Statement = Statement { name: "entries", sql: "SELECT COUNT(*) FROM journal WHERE object_id = $1", postgres: None };

async fn open_dialogue(house: &House) -> (Uuid, Uuid, Vec<(Uuid, String)>) {
    let secretary = Visitor::of(house.secretary().await);
    let (space, _) = house.committee(secretary.person.as_ref().unwrap(), "Ungepolitik", Visibility::Public).await;
    let mut act = Act::begin(&house.app, &secretary, space, &WRITE).await.unwrap();
    let seeds = ["Hallen skal være åben", "Bussen kører for sjældent", "Vi mangler lektiehjælp"].map(str::to_owned);
    let id = acts::write(&mut act, &New { question: "Hvad mangler?", description: "", language: "da", attribution: "", seeds: &seeds }).await.unwrap();
    act.commit().await.unwrap();
    let mut act = Act::begin(&house.app, &secretary, space, &OPEN).await.unwrap();
    acts::set_open(&mut act, id, true).await.unwrap();
    act.commit().await.unwrap();
    let statements = accepted_statements(&mut house.app.db.read().await.unwrap(), id).await.unwrap();
    (space, id, statements)
}

async fn count(house: &House, statement: &Statement, id: Uuid) -> i64 {
    house.app.db.read().await.unwrap().count(statement, args![id]).await.unwrap()
}

async fn vote(house: &House, visitor: &Visitor, space: Uuid, dialogue: Uuid, statement: Uuid, answer: Answer) {
    let mut act = Act::begin(&house.app, visitor, space, &VOTE).await.unwrap();
    let voter = Voter::of(visitor).unwrap();
    acts::vote(&mut act, dialogue, &voter, visitor.voter_token.as_deref(), statement, answer).await.unwrap();
    act.commit().await.unwrap();
}

#[tokio::test]
async fn a_vote_replaces_the_one_before_and_is_not_journalled() {
    for house in House::both().await {
        let (space, id, statements) = open_dialogue(&house).await;
        let before = count(&house, &ENTRIES, id).await;
        let ida = Visitor::of(house.person("Ida").await);
        vote(&house, &ida, space, id, statements[0].0, Answer::Agree).await;
        vote(&house, &ida, space, id, statements[0].0, Answer::Disagree).await;
        assert_eq!((count(&house, &COUNT, id).await, count(&house, &SUM, id).await), (1, -1), "{}", house.kind);
        assert_eq!(count(&house, &ENTRIES, id).await, before, "a vote leaves no trace in the journal");
    }
}

#[tokio::test]
async fn votes_from_before_signing_in_stay_with_the_person() {
    for house in House::both().await {
        let (space, id, statements) = open_dialogue(&house).await;
        let token = house.clock.token();
        let stranger = Visitor::stranger(Lang::Da).with_voter_token(token.clone());
        vote(&house, &stranger, space, id, statements[0].0, Answer::Agree).await;
        let ida = Visitor::of(house.person("Ida").await).with_voter_token(token);
        vote(&house, &ida, space, id, statements[1].0, Answer::Agree).await;
        assert_eq!((count(&house, &VOTERS, id).await, count(&house, &COUNT, id).await), (1, 2), "{}", house.kind);
    }
}

#[tokio::test]
async fn an_equal_statement_is_not_taken_twice_and_a_closed_dialogue_takes_nothing() {
    for house in House::both().await {
        let (space, id, statements) = open_dialogue(&house).await;
        let ida = Visitor::of(house.person("Ida").await);
        let voter = Voter::of(&ida).unwrap();
        let mut act = Act::begin(&house.app, &ida, space, &STATE).await.unwrap();
        assert_eq!(acts::propose(&mut act, id, &voter, None, "hallen skal VÆRE åben!").await.unwrap(), Proposed::There);
        assert!(matches!(acts::propose(&mut act, id, &voter, None, "Der skal være gratis frugt").await.unwrap(), Proposed::Waiting(_)));
        act.commit().await.unwrap();

        let secretary = samskab_platform::person::find_by_email(&mut house.app.db.read().await.unwrap(), "sille@borger.example").await.unwrap().unwrap();
        let mut act = Act::begin(&house.app, &Visitor::of(secretary), space, &acts::CLOSE).await.unwrap();
        acts::set_open(&mut act, id, false).await.unwrap();
        act.commit().await.unwrap();
        let mut act = Act::begin(&house.app, &ida, space, &VOTE).await.unwrap();
        let refused = acts::vote(&mut act, id, &voter, None, statements[0].0, Answer::Agree).await;
        assert!(matches!(refused, Err(Error::Refused("error-dialogue-closed"))), "{refused:?}");
        drop(act);
        let page = house.get(&format!("/forloeb/ungepolitik/dialog/{id}/stem"), "").await;
        assert_eq!(page.status, axum::http::StatusCode::OK, "a page left open looks again without an error");
        assert!(page.text.contains("Dialogen er lukket") && !page.text.contains("name=\"vote\"") && !page.text.contains("data-keys"), "{}", page.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_votes_at_once_and_a_wrong_vote_among_them_spoils_none() {
    for house in House::both().await {
        let (_, id, statements) = open_dialogue(&house).await;
        let path = format!("/forloeb/ungepolitik/dialog/{id}/stem");
        let house = std::sync::Arc::new(house);
        let tasks: Vec<_> = (0..200usize)
            .map(|n| {
                let (house, path) = (house.clone(), path.clone());
                let statement = if n % 20 == 7 { house.clock.id() } else { statements[n % 3].0 }.to_string();
                let cookie = format!("deltager={}", house.clock.token());
                tokio::spawn(async move { (n, house.post(&path, &cookie, &form(&[("statement", &statement), ("vote", "agree")])).await.status.as_u16()) })
            })
            .collect();
        for task in tasks {
            let (n, status) = task.await.unwrap();
            assert_eq!(status, if n % 20 == 7 { 404 } else { 303 }, "vote {n} on {}", house.kind);
        }
        assert_eq!((count(&house, &COUNT, id).await, count(&house, &VOTERS, id).await), (190, 190), "{}", house.kind);
    }
}
