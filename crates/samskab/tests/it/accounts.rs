//! The accounts of a house: the book that is never changed, closed months, the counter, the budget, the fund.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::Role;
use samskab_platform::args;
use samskab_platform::db::Statement;

use crate::association::{Home, homes};
use crate::house::{form, morning};

const PAYLOADS: Statement = Statement { name: "payloads", sql: "SELECT payload FROM journal WHERE payload IS NOT NULL", postgres: None };
const NUMBERS: Statement = Statement { name: "numbers", sql: "SELECT number FROM cash_entry ORDER BY number", postgres: None };

/// A house with a treasurer; the cookie.
async fn treasurer(home: &Home) -> String {
    let person = home.house.person("Kasper").await;
    home.house.role(home.space, &person, Role::Treasurer).await;
    home.house.cookie(&person).await
}

fn entry<'a>(way: &'a str, amount: &'a str, day: &'a str, text: &'a str) -> [(&'a str, &'a str); 6] {
    [("way", way), ("amount", amount), ("on_day", day), ("text", text), ("account", if way == "in" { "1030" } else { "2030" }), ("receipt", "B1")]
}

/// A cell's number of the one that stands in the row of a text.
fn after<'a>(page: &'a str, text: &str, mark: &str) -> &'a str {
    page.split(text).nth(1).and_then(|rest| rest.split(mark).nth(1)).and_then(|rest| rest.split(['/', '"', '?']).next()).unwrap()
}

#[tokio::test]
async fn an_entry_is_never_changed_but_taken_back_and_a_closed_month_stays_as_it_is() {
    for home in homes().await {
        let cash = treasurer(&home).await;
        home.post("kasse/bilag", &cash, &entry("in", "1.000", "2026-02-10", "Tilskud")).await;
        home.post("kasse/bilag", &cash, &entry("out", "99,50", "2026-02-11", "=Kaffe")).await;
        for (cookie, what) in [(&home.chair, "the chair reads"), (&home.secretary, "so does the municipality")] {
            let book = home.page("kasse/bog", cookie).await;
            assert!(book.contains("900,50") && book.contains("−99,50"), "{what}: {book}");
            let refused = home.house.post(&home.at("kasse/bilag"), cookie, &form(&entry("in", "1", "2026-02-10", "Nej"))).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{what} and does not write");
        }
        let csv = home.page("kasse/bog.csv", &home.chair).await;
        assert!(csv.contains("2;2026-02-11;'=Kaffe;2030 ") && csv.contains(";\"-99,50\";\"900,50\";B1;Kasper"), "{csv}");
        let id = after(&home.page("kasse/bog", &cash).await, "=Kaffe", "/kasse/bilag/").to_owned();
        home.post(&format!("kasse/bilag/{id}/ret"), &cash, &[("why", "Det var te")]).await;
        let twice = home.house.post(&home.at(&format!("kasse/bilag/{id}/ret")), &cash, &form(&[("why", "Igen")])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        let book = home.page("kasse/bog", &cash).await;
        assert!(book.contains("Kaffe") && book.contains("Det var te") && book.contains("Taget tilbage ved bilag 3"), "both stand there: {book}");

        // February is over: what was counted does not agree, so a word is needed.
        let page = home.page("kasse/maaned", &cash).await;
        assert!(page.contains("februar 2026") && page.contains("900,50"), "{page}");
        let wrong = home.house.post(&home.at("kasse/maaned"), &cash, &form(&[("counted", "900")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        home.post("kasse/maaned", &cash, &[("counted", "900"), ("note", "En mønt for lidt")]).await;
        assert_eq!(home.house.post(&home.at("kasse/maaned"), &cash, &form(&[("counted", "900")])).await.status, StatusCode::CONFLICT, "March is not over");
        let late = home.house.post(&home.at("kasse/bilag"), &cash, &form(&entry("in", "5", "2026-02-28", "For sent"))).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "the month is closed");
        let ahead = home.house.post(&home.at("kasse/bilag"), &cash, &form(&entry("in", "5", "2026-03-03", "For tidligt"))).await;
        assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY, "the day has not come");
        let numbers: Vec<(i64,)> = home.house.app.db.read().await.unwrap().all(&NUMBERS, args![]).await.unwrap();
        assert_eq!(numbers, [(1,), (2,), (3,)], "what was refused has no number");
        let journal: Vec<(String,)> = home.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(journal.iter().all(|(p,)| !p.contains("Kaffe") && !p.contains("99")), "the book is not in the journal: {journal:?}");
    }
}

#[tokio::test]
async fn fees_are_taken_with_one_press_and_two_at_once_both_get_a_number() {
    for home in homes().await {
        let cash = treasurer(&home).await;
        home.post("kasse/takst", &cash, &[("fee", "Kaffe"), ("amount", "10")]).await;
        let volunteer = home.house.person("Vera").await;
        home.house.role(home.space, &volunteer, Role::Volunteer).await;
        let volunteer = home.house.cookie(&volunteer).await;
        let id = after(&home.page("kasse/disken", &volunteer).await, "Kaffe", "name=\"one\" value=\"").to_owned();
        let one = form(&[("one", &id)]);
        let path = home.at("kasse/disken");
        let answers = futures::future::join_all((0..6).map(|_| home.house.post(&path, &volunteer, &one))).await;
        assert!(answers.iter().all(|a| a.status == StatusCode::SEE_OTHER), "{answers:?}");
        home.post("kasse/disken", &volunteer, &[(&format!("n-{id}"), "4")]).await;
        assert_eq!(home.house.post(&path, &volunteer, &form(&[(&format!("n-{id}"), "0")])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(home.house.get(&home.at("kasse/bog"), &volunteer).await.status, StatusCode::FORBIDDEN, "the book is not theirs");
        let numbers: Vec<(i64,)> = home.house.app.db.read().await.unwrap().all(&NUMBERS, args![]).await.unwrap();
        assert_eq!(numbers.len(), 7, "each has a number of its own");
        home.post("kasse/budget/skriv?aar=2026", &home.chair, &[("a-1020", "1.000"), ("a-2030", "400")]).await;
        let budget = home.page("kasse/budget?aar=2026", &home.secretary).await;
        assert!(budget.contains("1.000 kr.") && budget.contains("100 kr.") && budget.contains("900 kr."), "{budget}");
    }
}

#[tokio::test]
async fn money_of_the_fund_is_followed_from_the_application_to_what_came_back() {
    for home in homes().await {
        let cash = treasurer(&home).await;
        let person = home.house.person("Kor").await;
        let own = home.house.cookie(&person).await;
        home.post("kasse/pulje/afsaet", &home.chair, &[("amount", "2.000")]).await;
        let apply = |amount: &'static str| [("group", "Koret"), ("purpose", "Noder til jul"), ("amount", amount)];
        let there = home.post("kasse/pulje/ansoeg", &own, &apply("1.500")).await;
        let path = format!("kasse/ansoegning/{}", there.split("/ansoegning/").nth(1).unwrap().split('?').next().unwrap());
        let other = home.house.person("Nabo").await;
        let other = home.house.cookie(&other).await;
        assert_eq!(home.house.get(&home.at(&path), &other).await.status, StatusCode::NOT_FOUND, "an application is not everybody's");
        let silent = home.house.post(&home.at(&format!("{path}/svar")), &home.chair, &form(&[("granted", "1.000")])).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "less needs a reason");
        home.post(&format!("{path}/svar"), &home.chair, &[("granted", "1.000"), ("reason", "Lån resten")]).await;
        let twice = home.house.post(&home.at(&format!("{path}/svar")), &home.chair, &form(&[("granted", "1.500")])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        assert_eq!(
            home.house.post(&home.at(&format!("{path}/rapport")), &own, &form(&[("report", "Sunget"), ("spent", "900")])).await.status,
            StatusCode::CONFLICT
        );
        home.post(&format!("{path}/udbetal"), &cash, &[]).await;
        assert_eq!(home.house.post(&home.at(&format!("{path}/udbetal")), &cash, "").await.status, StatusCode::CONFLICT, "once");
        let more = home.house.post(&home.at(&format!("{path}/rapport")), &own, &form(&[("report", "Sunget"), ("spent", "1.001")])).await;
        assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY);
        home.post(&format!("{path}/rapport"), &own, &[("report", "Sunget"), ("spent", "900")]).await;
        home.post(&format!("{path}/retur"), &cash, &[]).await;
        let pool = home.page("kasse/pulje", "").await;
        assert!(pool.contains("1.100 kr."), "2.000 less 1.000 and 100 back: {pool}");
        assert!(!pool.contains("Koret"), "who applied is not public");
        assert!(home.page("kasse/bog", &home.chair).await.contains("−900 kr."), "the book says the same");
        // The rest is less than the next asks for: the fund cannot be drawn over.
        let there = home.post("kasse/pulje/ansoeg", &own, &apply("1.200")).await;
        let next = format!("kasse/ansoegning/{}/svar", there.split("/ansoegning/").nth(1).unwrap().split('?').next().unwrap());
        assert_eq!(home.house.post(&home.at(&next), &home.chair, &form(&[("granted", "1.200")])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        home.post(&next, &home.chair, &[("granted", "0"), ("reason", "Der er ikke nok")]).await;
        assert!(home.page("kasse/pulje", &own).await.contains("Afslået"));
        home.house.clock.set(morning() + Duration::days(1));
        assert!(home.page(&path, &own).await.contains("Sunget"));
    }
}

const SUM: Statement = Statement {
    name: "sum",
    sql: "SELECT CAST(COALESCE(SUM(e.amount_ore), 0) AS BIGINT) FROM cash_entry e JOIN cash_account a ON a.id = e.account_id WHERE a.number = 1010",
    postgres: None,
};
const PAID: Statement =
    Statement { name: "paid", sql: "SELECT CAST(COALESCE(SUM(amount_ore), 0) AS BIGINT) FROM association_due WHERE paid_on IS NOT NULL", postgres: None };

#[tokio::test]
async fn dues_that_are_paid_stand_in_the_book_once_and_are_taken_back_where_they_were_noted() {
    for home in homes().await {
        let cash = treasurer(&home).await;
        for name in ["Ida", "Ole", "Eva"] {
            home.post("forening/medlemmer/ny", &home.chair, &[("name", name), ("address", "Gade 1")]).await;
        }
        let season = home.post("forening/kontingent/ny", &home.chair, &[("name", "Kontingent 2026"), ("amount", "200"), ("due_on", "2026-05-01")]).await;
        let season = season.split("/kontingent/").nth(1).unwrap().split('?').next().unwrap().to_owned();
        let at = |what: &str| format!("forening/kontingent/{season}/{what}");
        let page = home.page(&format!("forening/kontingent/{season}"), &home.chair).await;
        let people: Vec<String> = page.split("name=\"person\" value=\"").skip(1).map(|p| p[..36].to_owned()).collect();
        let sums = async || {
            let mut sql = home.house.app.db.read().await.unwrap();
            (sql.count(&SUM, args![]).await.unwrap(), sql.count(&PAID, args![]).await.unwrap())
        };
        for (person, way) in people.iter().zip(["cash", "mobile", "transfer"]) {
            home.post(&at("betal"), &home.chair, &[("person", person), ("way", way)]).await;
        }
        let twice = home.house.post(&home.at(&at("betal")), &cash, &form(&[("person", &people[0]), ("way", "cash")])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        assert_eq!(sums().await, (60_000, 60_000), "{}: each once", home.house.kind);
        let book = home.page("kasse/bog", &home.secretary).await;
        assert!(book.contains("Kontingent 2026, medlem nr. 3: Kontant") && book.contains("medlem nr. 1: På mobil"), "{book}");
        assert!(!["Ida", "Ole", "Eva"].iter().any(|name| book.contains(name)), "the municipality reads the book and not who is a member");
        let dues = home.page(&format!("forening/kontingent/{season}"), &cash).await;
        assert!(dues.contains("Kontant 200 kr.") && dues.contains("3 betalinger står i kassebogen"), "{dues}");

        // It is taken back where it was noted and nowhere else.
        let csv = home.page("kasse/bog.csv", &cash).await;
        assert!(csv.contains("1010 Kontingent"), "{csv}");
        let entry = home.house.app.db.read().await.unwrap().one::<(uuid::Uuid,)>(&FIRST, args![]).await.unwrap().0;
        let refused = home.house.post(&home.at(&format!("kasse/bilag/{entry}/ret")), &cash, &form(&[("why", "Forkert")])).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("kommer fra kontingentet"), "{}", refused.text);
        home.post(&at("fortryd"), &home.chair, &[("person", &people[0])]).await;
        assert_eq!(sums().await, (40_000, 40_000));
        home.post(&at("betal"), &home.chair, &[("person", &people[0]), ("way", "transfer")]).await;
        assert_eq!(sums().await, (60_000, 60_000), "paid after all");
        assert!(home.page("kasse/bog", &cash).await.contains("betalingen var noteret ved en fejl"));
    }
}

const FIRST: Statement = Statement { name: "first", sql: "SELECT id FROM cash_entry WHERE number = 1", postgres: None };

#[tokio::test]
async fn what_is_refused_leads_back_to_where_one_came_from_and_never_to_another_house() {
    use axum::body::Body;
    use axum::http::{Method, Request};
    let home = homes().await.remove(0);
    let cash = treasurer(&home).await;
    let refused = async |method: Method, path: &str, cookie: &str, referer: &str| {
        let request = Request::builder().method(method).uri(home.at(path)).header("host", "samskab.example").header("cookie", cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin").header("referer", referer);
        home.house.request(request.body(Body::from("counted=900")).unwrap()).await.text
    };
    let (tool, space) = (format!("href=\"{}\"", home.at("kasse")), format!("href=\"/forloeb/{}\"", home.slug));
    let from = format!("http://samskab.example{}?aar=2026&klar=accounts-entered", home.at("kasse/bog"));
    let page = refused(Method::POST, "kasse/maaned", &cash, &from).await;
    assert!(page.contains(&format!("href=\"{}?aar=2026\"", home.at("kasse/bog"))) && page.contains(">Tilbage<"), "{page}");
    for elsewhere in ["https://evil.example/forloeb/x", "http://samskab.example//evil.example/", "http://samskab.example.evil.example/", "", "rubbish"] {
        let page = refused(Method::POST, "kasse/maaned", &cash, elsewhere).await;
        assert!(page.contains(&format!("<a class=\"btn\" {tool}>")) && !page.contains("evil"), "{elsewhere}: {page}");
    }
    // Who may not be there goes to the space, or to where they were.
    let own = home.house.cookie(&home.house.person("Nabo").await).await;
    assert!(refused(Method::GET, "kasse/bog", &own, "").await.contains(&format!("<a class=\"btn\" {space}>")));
    let from = format!("http://samskab.example{}", home.at("kasse"));
    assert!(refused(Method::GET, "kasse/bog", &own, &from).await.contains(&format!("<a class=\"btn\" {tool}>")));
}
