//! Telling people something, and reading what became of it.

use chrono::{DateTime, Utc};
use samskab_platform::access::{ActDef, Reach, Trace, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::gather::gather;
use samskab_platform::outbox::{self, Notice, OutboxRow};
use samskab_platform::person::Person;
use samskab_platform::{Act, App, Page, Visitor, args};
use uuid::Uuid;

use crate::house::House;

const TELL: ActDef = ActDef { name: "test.tell", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
const WISHES: Statement =
    Statement { name: "test", sql: "UPDATE person SET rhythm = $2, contact = $3, phone = $4, address = $5, language = $6 WHERE id = $1", postgres: None };
const HELPER: Statement = Statement { name: "test", sql: "UPDATE person SET helper_id = $2 WHERE id = $1", postgres: None };

/// How somebody is reached: rhythm, way, number, address, language.
pub async fn reached(house: &House, person: &Person, rhythm: &str, contact: &str, phone: Option<&str>, address: Option<&str>, language: &str) {
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(&WISHES, args![person.id, rhythm, contact, phone, address, language]).await.unwrap();
    sql.commit().await.unwrap();
}

/// Somebody who is reached by mail, in Danish, at this rhythm.
pub async fn reader(house: &House, name: &str, rhythm: &str) -> Person {
    let person = house.person(name).await;
    reached(house, &person, rhythm, "mail", None, None, "da").await;
    person
}

/// Gives somebody a helper.
pub async fn helped_by(house: &House, person: &Person, helper: &Person) {
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(&HELPER, args![person.id, helper.id]).await.unwrap();
    sql.commit().await.unwrap();
}

/// A secretary, and a public committee of theirs: its id and slug.
pub async fn committee(house: &House) -> (Person, Uuid, String) {
    let secretary = house.secretary().await;
    let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    (secretary, space, slug)
}

pub async fn tell(app: &App, space: Uuid, person: &Person, notice: &Notice) {
    let mut act = Act::begin(app, &Visitor::program(), space, &TELL).await.unwrap();
    act.tell(person.id, notice).await.unwrap();
    act.commit().await.unwrap();
}

/// News about something of its own.
pub fn news(app: &App, what: &str) -> Notice {
    Notice::new("mail-progress", "/forloeb/x/aftaler/1", app.clock.id()).with("what", what).with("text", "Det går.").with("who", "Bo")
}

pub async fn all(app: &App) -> Vec<OutboxRow> {
    outbox::latest(&mut app.db.read().await.unwrap(), 1000).await.unwrap()
}

/// Every message, once those that are due have been written.
pub async fn written(app: &App) -> Vec<OutboxRow> {
    gather(app).await.unwrap();
    all(app).await
}

/// Sends what is due; how many messages were tried.
pub async fn sent(app: &App) -> usize {
    outbox::drain(app).await.unwrap()
}

pub fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_date_never_stands_on_two_lines_on_a_page_and_has_ordinary_spaces_in_a_message() {
    let house = House::both().await.remove(0);
    let (secretary, space, _) = committee(&house).await;
    let day = chrono::NaiveDate::from_ymd_opt(2027, 5, 1).unwrap();
    let page = Page::new(&house.app, &Visitor::of(secretary.clone()), String::new());
    assert_eq!(page.date(&day), "1.\u{a0}maj\u{a0}2027");
    let reader = reader(&house, "Rita", "at_once").await;
    let notice = Notice::new("mail-commitment-doer", "/forloeb/x/aftaler/1", house.app.clock.id()).with("what", "Åben hal").with("date", day);
    tell(&house.app, space, &reader, &notice.with("doer", "Rita").with("counterpart", "Bo")).await;
    gather(&house.app).await.unwrap();
    let mails = all(&house.app).await;
    assert!(mails.iter().any(|m| m.body.contains("1. maj 2027")), "{mails:?}");
}
