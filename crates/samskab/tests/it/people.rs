//! People: what is stored about them is declared, found, given along, taken away; two become one and two again; helpers act
//! in the open; lists are read in and taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use axum::http::StatusCode;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Database;
use samskab_platform::person::{self, Details, Person};
use samskab_platform::{Act, Visitor, args, personal, space, statements};
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::house::{House, form};

statements! {
    MERGES = "SELECT id FROM person_merge WHERE undone_at IS NULL";
    PAYLOADS = "SELECT payload FROM journal WHERE verb = $1 ORDER BY seq DESC";
    VOTER = "INSERT INTO voter (id, dialogue_id, person_id, created_at) VALUES ($1, $2, $3, $4)";
    DIALOGUE = "INSERT INTO dialogue (id, space_id, question, description, language, attribution, status, created_at, changed_at) VALUES ($1, $2, 'Q', '', 'da', '', 'open', $3, $3)";
    JOIN = "INSERT INTO organisation_person (organisation_id, person_id, role, since) VALUES ($1, $2, 'x', $3) ON CONFLICT DO NOTHING";
    ORGANISATION = "INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'association')";
    NAME_HELPER = "UPDATE person SET helper_id = $2 WHERE id = $1";
    PEOPLE = "SELECT COUNT(*) FROM person";
    HOLD = "INSERT INTO hold (id, person_id, reason, until, placed_by, placed_at) VALUES ($1, $2, 'Klagesag', $3, $4, $5)";
}

/// Every row of every table as text, without what tells of the act itself.
async fn everything(db: &Database) -> BTreeMap<String, Vec<String>> {
    let skip = ["person_merge", "person_merge_row", "journal", "space", "reading", "_sqlx_migrations", "outbox", "notice", "sqlite_sequence"];
    let mut all = BTreeMap::new();
    match db {
        Database::Sqlite { write, .. } => {
            let tables = sqlx::query("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetch_all(write).await.unwrap();
            for table in tables.iter().map(|r| r.get::<String, _>(0)).filter(|t| !skip.contains(&t.as_str()) && !t.contains("search")) {
                let columns = sqlx::query("SELECT name FROM pragma_table_info($1)").bind(&table).fetch_all(write).await.unwrap();
                let quoted: Vec<String> = columns.iter().map(|c| format!("quote(\"{}\")", c.get::<String, _>(0))).collect();
                let rows = sqlx::query(AssertSqlSafe(format!("SELECT json_array({}) FROM \"{table}\"", quoted.join(", ")))).fetch_all(write).await.unwrap();
                let mut rows: Vec<String> = rows.iter().map(|r| r.get(0)).collect();
                rows.sort();
                all.insert(table, rows);
            }
        }
        Database::Postgres(pool) => {
            let tables = sqlx::query("SELECT tablename::TEXT FROM pg_tables WHERE schemaname = current_schema()").fetch_all(pool).await.unwrap();
            for table in tables.iter().map(|r| r.get::<String, _>(0)).filter(|t| !skip.contains(&t.as_str()) && !t.contains("search")) {
                let rows = sqlx::query(AssertSqlSafe(format!("SELECT row_to_json(t)::TEXT FROM \"{table}\" t"))).fetch_all(pool).await.unwrap();
                let mut rows: Vec<String> = rows.iter().map(|r| r.get(0)).collect();
                rows.sort();
                all.insert(table, rows);
            }
        }
    }
    all
}

async fn administrator(house: &House) -> Person {
    let person = house.person("Asta").await;
    let root = house.app.municipality_space().await.unwrap().id;
    house.role(root, &person, Role::Administrator).await;
    person
}

async fn read(house: &House, id: Uuid) -> Person {
    person::find(&mut house.app.db.read().await.unwrap(), id).await.unwrap()
}

async fn set(house: &House, person: &Person, change: impl Fn(&mut Details)) -> Person {
    let mut details = Details::of(person);
    change(&mut details);
    let mut sql = house.app.db.write().await.unwrap();
    person::set_details(&mut sql, person.id, &details).await.unwrap();
    sql.commit().await.unwrap();
    read(house, person.id).await
}

#[tokio::test]
async fn every_column_that_points_at_a_person_is_declared_and_fits_the_database() {
    for house in House::both().await {
        let mut sql = house.app.db.write().await.unwrap();
        let pointing: BTreeSet<(String, String)> = personal::pointing_at(&mut sql, "person").await.unwrap().into_iter().collect();
        assert!(pointing.len() > 20, "{pointing:?}");
        let declared: BTreeSet<(String, String)> =
            personal::all(&house.app).iter().filter(|p| !p.table.contains(" JOIN ")).map(|p| (p.table.to_owned(), p.column.to_owned())).collect();
        let missing: Vec<_> = pointing.difference(&declared).collect();
        assert!(missing.is_empty(), "columns that point at a person and are not declared as Personal: {missing:?} ({})", house.kind);
        // The journal's actor is no foreign key: what was done stays when a person goes.
        let loose: Vec<_> = declared.difference(&pointing).filter(|(t, _)| t != "journal").collect();
        assert!(loose.is_empty(), "declared, but the database knows no such column: {loose:?}");
        drop(sql);
        // Every declaration is used in every way on both databases.
        let (one, other) = (house.person("Ida").await, house.person("Bo").await);
        let mut sql = house.app.db.write().await.unwrap();
        personal::about(&mut sql, &house.app, &[one.id], &["ida@borger.example".to_owned()], 10).await.unwrap();
        personal::traces(&mut sql, &house.app, one.id).await.unwrap();
        let moved = personal::repoint(&mut sql, &house.app, one.id, other.id).await.unwrap();
        personal::put_back(&mut sql, &house.app, one.id, other.id, &moved).await.unwrap();
        personal::leave(&mut sql, &house.app, one.id, Some("ida@borger.example")).await.unwrap();
    }
}

/// Two persons with this and that, decided by chance; what both have is what makes it hard.
async fn two(house: &House, round: u64) -> (Person, Person) {
    let chance = || house.app.clock.chance() < 0.5;
    let (a, b) = (house.person(&format!("Karen{round}")).await, house.person(&format!("Karin{round}")).await);
    let secretary = house.person(&format!("Sekretær{round}")).await;
    let root = house.app.municipality_space().await.unwrap().id;
    house.role(root, &secretary, Role::Secretary).await;
    let organisation = house.app.clock.id();
    for n in 0..2 {
        let (id, _) = house.committee(&secretary, &format!("Udvalg {round} {n}"), Visibility::Public).await;
        for p in [&a, &b] {
            for role in [Role::Member, Role::Chair] {
                if chance() {
                    house.role(id, p, role).await;
                }
            }
        }
        let dialogue = house.app.clock.id();
        let mut sql = house.app.db.write().await.unwrap();
        let at = house.app.clock.now();
        sql.run(&DIALOGUE, args![dialogue, id, at]).await.unwrap();
        if n == 0 {
            sql.run(&ORGANISATION, args![organisation, format!("Lauget {round}")]).await.unwrap();
        }
        for p in [&a, &b] {
            if chance() {
                sql.run(&VOTER, args![house.app.clock.id(), dialogue, p.id, at]).await.unwrap();
            }
            if chance() {
                sql.run(&JOIN, args![organisation, p.id, at]).await.unwrap();
            }
            if chance() {
                space::contributed(&mut sql, id, p.id, "note", at).await.unwrap();
            }
        }
        if chance() {
            sql.run(&NAME_HELPER, args![a.id, b.id]).await.unwrap();
        }
        if chance() {
            sql.run(&NAME_HELPER, args![secretary.id, a.id]).await.unwrap();
        }
        sql.commit().await.unwrap();
    }
    for p in [&a, &b] {
        house.cookie(p).await;
    }
    let bare = chance();
    let a = set(house, &a, |d| d.phone = chance().then(|| "20123456".into())).await;
    let b = set(house, &b, |d| {
        d.title = chance().then(|| "Formand".into());
        if bare {
            d.email = None;
        }
    })
    .await;
    (a, b)
}

#[tokio::test]
async fn two_persons_made_one_and_two_again_are_as_they_were_to_the_last_row() {
    for house in House::both().await {
        let admin = house.cookie(&administrator(&house).await).await;
        for round in 0..8 {
            let (a, b) = two(&house, round).await;
            let (keep, other) = if round % 2 == 0 { (&a, &b) } else { (&b, &a) };
            let before = everything(&house.app.db).await;
            let answer = house
                .post(&format!("/administration/personer/{}/slaa-sammen", a.id), &admin, &form(&[("other", &b.id.to_string()), ("keep", &keep.id.to_string())]))
                .await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
            let gone = read(&house, other.id).await;
            assert_eq!(gone.merged_into, Some(keep.id));
            let mut sql = house.app.db.read().await.unwrap();
            for p in [keep, other].into_iter().filter_map(|p| p.email.as_deref()) {
                assert_eq!(person::find_by_email(&mut sql, p).await.unwrap().map(|p| p.id), Some(keep.id), "both addresses lead to the kept person");
            }
            assert_eq!(space::of_person(&mut sql, other.id, 9).await.unwrap().len(), 0, "roles moved");
            let id: (Uuid,) = sql.one(&MERGES, args![]).await.unwrap();
            drop(sql);
            let answer = house.post(&format!("/administration/personer/sammenlagt/{}/fortryd", id.0), &admin, "").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
            let after = everything(&house.app.db).await;
            for (table, rows) in &before {
                assert_eq!(rows, &after[table], "{table} in round {round} ({})", house.kind);
            }
            assert_eq!(house.post(&format!("/administration/personer/sammenlagt/{}/fortryd", id.0), &admin, "").await.status, StatusCode::CONFLICT);
        }
    }
}

#[tokio::test]
async fn a_person_who_is_one_with_another_does_not_vote_twice() {
    for house in House::both().await {
        let admin = house.cookie(&administrator(&house).await).await;
        let (a, b) = (house.person("Karen").await, house.person("Karin").await);
        let (space, slug) = house.committee(&house.secretary().await, "Ungepolitik", Visibility::Public).await;
        let dialogue = house.app.clock.id();
        let mut sql = house.app.db.write().await.unwrap();
        let at = house.app.clock.now();
        sql.run(&DIALOGUE, args![dialogue, space, at]).await.unwrap();
        for p in [&a, &b] {
            sql.run(&VOTER, args![house.app.clock.id(), dialogue, p.id, at]).await.unwrap();
        }
        sql.commit().await.unwrap();
        let path = format!("/forloeb/{slug}/dialog/{dialogue}");
        assert!(house.get(&path, "").await.text.contains("2 "), "two take part");
        house
            .post(&format!("/administration/personer/{}/slaa-sammen", a.id), &admin, &form(&[("other", &b.id.to_string()), ("keep", &a.id.to_string())]))
            .await;
        let counted = |text: &str| text.contains("2 har") || text.contains("2 mennesker") || text.contains("2 deltagere");
        assert!(!counted(&house.get(&path, "").await.text));
    }
}

/// A list of people; every 40th line is bad, each in its own way.
fn list(n: usize) -> String {
    let mut text = String::from("Navn;E-mail;Telefon\n");
    let mut bad = 0;
    for i in 0..n {
        let line = if i % 40 == 39 {
            bad += 1;
            match bad % 4 {
                0 => format!(";person{i}@liste.example;20{i:06}\n"),
                1 => format!("Person {i};ikke-en-adresse;20{i:06}\n"),
                2 => format!("Person {i};person{i}@liste.example;12\n"),
                _ => format!("Person {i};person0@liste.example;20{i:06}\n"),
            }
        } else {
            format!("=Person {i};person{i}@liste.example;20{i:06}\n")
        };
        text.push_str(&line);
    }
    text
}

#[tokio::test]
async fn five_hundred_people_are_read_in_at_once_and_taken_back_without_a_trace() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let known = house.person("Person0").await;
        let known = set(&house, &known, |d| d.email = Some("person0@liste.example".into())).await;
        let before = everything(&house.app.db).await;
        let people = house.app.db.read().await.unwrap().count(&PEOPLE, args![]).await.unwrap();
        let body = form(&[("text", &list(500)), ("space", &space.to_string()), ("role", "member")]);
        let start = Instant::now();
        let answer = house.post("/administration/personer/indlaes/udfoer", &cookie, &body).await;
        let took = start.elapsed();
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        println!("500 people in {} ms ({})", took.as_millis(), house.kind);
        assert!(took.as_millis() < 2_000, "500 people took {} ms ({})", took.as_millis(), house.kind);
        // 488 good lines, one of them somebody who was here.
        assert_eq!(house.app.db.read().await.unwrap().count(&PEOPLE, args![]).await.unwrap(), people + 487);
        assert_eq!(read(&house, known.id).await.phone.as_deref(), Some("20000000"), "what was missing is filled in");
        let path = answer.location.split('?').next().unwrap().to_owned();
        let result = house.get(&path, &cookie).await;
        assert!(result.text.contains("487 nye personer") && result.text.contains("12 linjer"), "{}", result.text);
        let bad = house.get(&format!("{path}/fejl.csv"), &cookie).await;
        assert_eq!(bad.text.lines().count(), 13);
        assert!(bad.text.contains("ikke-en-adresse") && bad.text.contains("er ikke en mailadresse"));
        assert!(bad.text.lines().all(|l| !l.trim_start_matches('\u{feff}').starts_with('=')), "nothing runs as a formula");
        assert_eq!(house.post(&format!("{path}/fortryd"), &cookie, "").await.status, StatusCode::SEE_OTHER);
        let undone = house.get(&path, &cookie).await.text;
        assert!(undone.contains("<h1>Indlæsningen er fortrudt</h1>") && !undone.contains("Listen er læst ind"), "{undone}");
        assert!(!undone.contains("De nye bliver fjernet"), "there is nothing more to take back");
        let after = everything(&house.app.db).await;
        for (table, rows) in before.iter().filter(|(t, _)| !["person_import", "person_import_row", "session"].contains(&t.as_str())) {
            assert_eq!(rows, &after[table], "{table} ({})", house.kind);
        }
    }
}

#[tokio::test]
async fn what_is_used_since_stays_when_a_list_is_taken_back_and_it_is_said() {
    for house in House::both().await {
        let cookie = house.cookie(&house.secretary().await).await;
        let body = form(&[("text", "Navn;Mail\nBodil Holm;bodil@liste.example\nPer Bo;per@liste.example")]);
        let answer = house.post("/administration/personer/indlaes/udfoer", &cookie, &body).await;
        let path = answer.location.split('?').next().unwrap().to_owned();
        let bodil = person::find_by_email(&mut house.app.db.read().await.unwrap(), "bodil@liste.example").await.unwrap().unwrap();
        house.cookie(&bodil).await;
        let undone = house.post(&format!("{path}/fortryd"), &cookie, "").await;
        assert_eq!(undone.status, StatusCode::OK);
        assert!(undone.text.contains("Bodil Holm") && undone.text.contains("har været her siden"), "{}", undone.text);
        let mut sql = house.app.db.read().await.unwrap();
        assert!(person::find_by_email(&mut sql, "per@liste.example").await.unwrap().is_none());
        assert!(person::find_by_email(&mut sql, "bodil@liste.example").await.unwrap().is_some());
    }
}

#[tokio::test]
async fn somebody_who_leaves_leaves_what_was_said_and_takes_their_name_along() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let bodil = set(&house, &house.person("Bodil").await, |d| {
            d.name = "Bodil Holm".into();
            d.phone = Some("20123456".into());
        })
        .await;
        house.role(space, &bodil, Role::Member).await;
        let cookie = house.cookie(&bodil).await;
        assert_eq!(house.get("/min-side/forlad", &cookie).await.status, StatusCode::OK);
        assert_eq!(house.post("/min-side/forlad", &cookie, "").await.status, StatusCode::UNPROCESSABLE_ENTITY, "one must say that one is sure");
        let answer = house.post("/min-side/forlad", &cookie, "sure=yes").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let gone = read(&house, bodil.id).await;
        assert_eq!(Details::of(&gone), Details { name: "Tidligere deltager".into(), ..Details::default() });
        assert!(gone.left_at.is_some());
        assert!(house.get("/min-side", &cookie).await.is_refusal(), "the session is over");
        assert!(!house.get(&format!("/forloeb/{slug}/hold"), "").await.text.contains("Bodil Holm"));
        let everywhere = everything(&house.app.db).await;
        for (table, rows) in everywhere {
            assert!(rows.iter().all(|r| !r.contains("Bodil Holm") && !r.contains("bodil@borger.example") && !r.contains("20123456")), "{table} still knows");
        }
        let mut sql = house.app.db.read().await.unwrap();
        assert!(samskab_platform::journal::verify(&mut sql).await.unwrap().faults.is_empty());
        assert!(person::find_by_email(&mut sql, "bodil@borger.example").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_last_administrator_and_whoever_a_case_holds_cannot_leave() {
    for house in House::both().await {
        let asta = administrator(&house).await;
        let cookie = house.cookie(&asta).await;
        let answer = house.post("/min-side/forlad", &cookie, "sure=yes").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("eneste administrator"), "{}", answer.text);
        let root = house.app.municipality_space().await.unwrap().id.to_string();
        let taken =
            house.post(&format!("/administration/personer/{}/rolle/fjern", asta.id), &cookie, &form(&[("space", &root), ("role", "administrator")])).await;
        assert_eq!(taken.status, StatusCode::CONFLICT);
        let bodil = house.person("Bodil").await;
        let mut sql = house.app.db.write().await.unwrap();
        let until = house.app.clock.today() + chrono::Duration::days(10);
        sql.run(&HOLD, args![house.app.clock.id(), bodil.id, until, asta.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        let answer = house.post("/min-side/forlad", &house.cookie(&bodil).await, "sure=yes").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("indgår i en sag"), "{}", answer.text);
    }
}

/// The cookie of a helper who helps.
async fn helping(house: &House, cookie: &str, person: &Person) -> String {
    let answer = house.post("/min-side/hjaelp", cookie, &form(&[("person", &person.id.to_string())])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    format!("{cookie}; {}", answer.cookie.split(';').next().unwrap())
}

#[tokio::test]
async fn what_is_done_with_help_is_the_persons_and_names_the_helper() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let bodil = house.person("Bodil").await;
        house.role(space, &bodil, Role::Chair).await;
        let cookie = helping(&house, &house.cookie(&secretary).await, &bodil).await;
        assert!(house.get(&format!("/forloeb/{slug}"), &cookie).await.text.contains("Du hjælper Bodil."));
        // The chair moves the space along: with the chair's rights.
        let moved = house.post(&format!("/forloeb/{slug}/trin"), &cookie, "stage=team").await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
        let feed = house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text;
        assert!(feed.contains("(med hjælp fra Sille)") && feed.contains("Bodil"), "{feed}");
        let (payload,): (Option<String>,) = house.app.db.read().await.unwrap().one(&PAYLOADS, args!["space.move"]).await.unwrap();
        let payload = payload.unwrap();
        assert!(payload.contains(&secretary.id.to_string()) && !payload.contains("Sille"), "the journal holds the id, not the name: {payload}");
        // The person sees that somebody helped.
        let own = house.get("/min-side/oplysninger", &house.cookie(&bodil).await).await.text;
        assert!(own.contains("da en begyndte at hjælpe dig") && own.contains("Sille"), "{own}");
        let helped = own.split("Det har nogen hjulpet dig med").nth(1).unwrap_or_else(|| panic!("{own}")).split("</table>").next().unwrap().to_owned();
        assert!(helped.contains("Sille") && helped.contains("Bodil") && helped.contains("Ungepolitik"), "what the journal tells of stands among it: {helped}");
        // Stopping gives the helper themselves back.
        let stopped = house.post("/min-side/hjaelp/stop", &cookie, "").await;
        assert_eq!(stopped.status, StatusCode::SEE_OTHER);
        assert!(stopped.cookie.contains("hjaelper=;"), "{}", stopped.cookie);
    }
}

#[tokio::test]
async fn what_leaves_no_trace_in_the_journal_is_seen_by_the_one_who_was_helped() {
    use samskab_dialogue::acts::{self, New, OPEN, VOTE, Voter, WRITE};
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let by = Visitor::of(secretary.clone());
        let mut act = Act::begin(&house.app, &by, space, &WRITE).await.unwrap();
        let seeds = ["Hallen skal være åben", "Bussen kører for sjældent"].map(str::to_owned);
        let dialogue =
            acts::write(&mut act, &New { question: "Hvad mangler?", description: "", language: "da", attribution: "", seeds: &seeds }).await.unwrap();
        act.commit().await.unwrap();
        let mut act = Act::begin(&house.app, &by, space, &OPEN).await.unwrap();
        acts::set_open(&mut act, dialogue, true).await.unwrap();
        act.commit().await.unwrap();
        let statements = samskab_dialogue::accepted_statements(&mut house.app.db.read().await.unwrap(), dialogue).await.unwrap();
        let (bodil, karl) = (house.person("Bodil").await, house.person("Karl").await);
        let vote = async |visitor: &Visitor, statement: Uuid| {
            let mut act = Act::begin(&house.app, visitor, space, &VOTE).await.unwrap();
            acts::vote(&mut act, dialogue, &Voter::of(visitor).unwrap(), None, statement, samskab_dialogue::Answer::Agree).await.unwrap();
            act.commit().await.unwrap();
        };
        let mut helped = Visitor::of(bodil.clone());
        helped.helper = Some(secretary.clone());
        vote(&helped, statements[0].0).await;
        vote(&helped, statements[1].0).await;
        vote(&Visitor::of(karl.clone()), statements[0].0).await;
        let hers = house.get("/min-side/oplysninger", &house.cookie(&bodil).await).await.text;
        assert!(hers.contains("Stemte på udsagn (2 gange)"), "once for the whole sitting ({}): {hers}", house.kind);
        let row = hers.split("Det har nogen hjulpet dig med").nth(1).unwrap().split("</table>").next().unwrap();
        assert!(row.contains("Sille") && row.contains("Ungepolitik"), "who and where: {row}");
        let his = house.get("/min-side/oplysninger", &house.cookie(&karl).await).await.text;
        assert!(!his.contains("Det har nogen hjulpet dig med"), "who votes alone is told nothing");
        // The least that says it: neither the statement nor the answer is there.
        let kept = everything(&house.app.db).await.remove("assisted").unwrap();
        assert_eq!(kept.len(), 1);
        assert!(!kept[0].contains(&statements[0].0.to_string()) && !kept[0].contains(&statements[0].0.simple().to_string().to_uppercase()), "{kept:?}");
        // Another day is another line; and it goes with the person.
        house.clock.set(house.clock.now() + chrono::Duration::days(1));
        vote(&helped, statements[0].0).await;
        assert_eq!(everything(&house.app.db).await.remove("assisted").unwrap().len(), 2);
        assert_eq!(house.post("/min-side/forlad", &house.cookie(&bodil).await, "sure=yes").await.status, StatusCode::SEE_OTHER);
        assert!(everything(&house.app.db).await.remove("assisted").unwrap().is_empty());
    }
}

#[tokio::test]
async fn lists_of_people_show_no_address_and_no_number_and_looking_one_up_is_noted() {
    for house in House::both().await {
        let admin = administrator(&house).await;
        let cookie = house.cookie(&admin).await;
        let bodil = set(&house, &house.person("Bodil").await, |d| {
            d.name = "Bodil Holm".into();
            d.phone = Some("20123456".into());
            d.title = Some("Formand".into());
        })
        .await;
        let sille = house.secretary().await;
        let pages = [
            "/administration/personer".to_owned(),
            "/administration/personer?q=bodil".to_owned(),
            format!("/administration/personer/{}/slaa-sammen?q=bodil", sille.id),
            "/min-side/hjaelp?q=bodil".to_owned(),
        ];
        for path in &pages {
            let page = house.get(path, &cookie).await.text;
            let list = page.split("<main").nth(1).unwrap();
            assert!(list.contains("Bodil Holm") && list.contains("Formand"), "{path}: {list}");
            assert!(!list.contains("bodil@borger.example") && !list.contains("20123456") && !list.contains("20 12 34 56"), "{path}: {list}");
        }
        let all = house.get(&pages[0], &cookie).await.text;
        assert!(all.contains("Nås med") && all.contains("Administrator"), "how one is reached, and roles: {all}");
        let own = async || house.get("/min-side/oplysninger", &house.cookie(&bodil).await).await.text;
        assert!(!own().await.contains("Dine oplysninger og roller"), "a list tells nothing that must be noted");
        let person = house.get(&format!("/administration/personer/{}", bodil.id), &cookie).await.text;
        assert!(person.contains("bodil@borger.example") && person.contains("20 12 34 56"));
        assert!(own().await.contains("Dine oplysninger og roller"));
    }
}

#[tokio::test]
async fn a_personal_number_is_no_part_of_what_is_stored_about_somebody() {
    for house in House::both().await {
        let cookie = house.cookie(&house.secretary().await).await;
        for address in ["010190-1234", "Vej 1, cpr 010190-1234"] {
            let answer = house.post("/administration/personer/ny", &cookie, &form(&[("name", "Ida"), ("address", address)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address} ({})", house.kind);
            assert!(answer.text.contains(&house.app.words.say(samskab_platform::words::Lang::Da, "form-personal-number", &[])), "{}", answer.text);
        }
        assert_eq!(
            house.post("/administration/personer/ny", &cookie, &form(&[("name", "Ida"), ("address", "Vej 10, 1234 By")])).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn a_helper_gets_neither_the_persons_own_pages_nor_their_rights_elsewhere() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let bodil = house.person("Bodil").await;
        let owner = house.person("Ejer").await;
        house.role(house.app.municipality_space().await.unwrap().id, &owner, Role::Secretary).await;
        let (closed, slug) = house.committee(&owner, "Lukket udvalg", Visibility::Members).await;
        house.role(closed, &bodil, Role::Member).await;
        let own = house.cookie(&secretary).await;
        let cookie = helping(&house, &own, &bodil).await;
        for path in
            ["/min-side", "/min-side/oplysninger", "/min-side/oplysninger/hent.json", "/min-side/kontakt", "/min-side/forlad", "/administration/personer"]
        {
            let answer = house.get(path, &cookie).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path}: {}", answer.text);
        }
        for path in ["/min-side/forlad", "/min-side/oplysninger/ret", "/min-side/slaa-sammen", "/administration/personer/ny", "/log-ind"] {
            assert_eq!(house.post(path, &cookie, "sure=yes&name=X&email=x@y.example").await.status, StatusCode::CONFLICT, "{path}");
        }
        assert!(read(&house, bodil.id).await.is_here());
        // A space that the helper may not see is not opened by helping.
        let inside = house.get(&format!("/forloeb/{slug}"), &cookie).await;
        assert_eq!(inside.status, StatusCode::CONFLICT);
        assert!(!inside.text.contains("Lukket udvalg"));
        // The cookie is bound to the helper: in other hands, and changed, it means nothing.
        let thief = house.cookie(&house.person("Tyv").await).await;
        let stolen = format!("{thief}; {}", cookie.split("; ").nth(1).unwrap());
        assert!(!house.get("/", &stolen).await.text.contains("Du hjælper"));
        let forged = cookie.replace(&bodil.id.to_string(), &secretary.id.to_string());
        assert!(!house.get("/", &forged).await.text.contains("Du hjælper"));
        // Colleagues are not helped: their rights would come along.
        let colleague = house.person("Kollega").await;
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &colleague, Role::Administrator).await;
        assert_eq!(house.post("/min-side/hjaelp", &own, &form(&[("person", &colleague.id.to_string())])).await.status, StatusCode::CONFLICT);
        // Whoever is no staff and nobody's helper helps nobody.
        assert_eq!(house.post("/min-side/hjaelp", &thief, &form(&[("person", &bodil.id.to_string())])).await.status, StatusCode::CONFLICT);
        assert_eq!(house.post("/min-side/hjaelp/ny", &thief, "name=Nogen").await.status, StatusCode::CONFLICT);
        // The right is asked for at every request: taken away, the helping is over.
        let mut sql = house.app.db.write().await.unwrap();
        space::take_role(&mut sql, root, secretary.id, Role::Secretary).await.unwrap();
        sql.commit().await.unwrap();
        assert!(!house.get("/", &cookie).await.text.contains("Du hjælper"));
    }
}

#[tokio::test]
async fn a_named_helper_who_said_yes_may_help_everywhere_the_person_is() {
    for house in House::both().await {
        let (bodil, karl) = (house.person("Bodil").await, house.person("Karl").await);
        let (closed, slug) = house.committee(&house.secretary().await, "Lukket udvalg", Visibility::Members).await;
        house.role(closed, &bodil, Role::Member).await;
        let (hers, his) = (house.cookie(&bodil).await, house.cookie(&karl).await);
        assert_eq!(house.post("/min-side/kontakt/hjaelper", &hers, &form(&[("email", "karl@borger.example")])).await.status, StatusCode::SEE_OTHER);
        // The one who is asked meets it on their own page, where helping begins, and in a mail that says why it came.
        for path in ["/min-side", "/min-side/hjaelp"] {
            let page = house.get(path, &his).await.text;
            assert!(page.contains("Bodil beder dig om hjælp") && !page.contains("Ingen har valgt dig"), "{path}: {page}");
        }
        house.clock.set(house.clock.now() + chrono::Duration::days(1));
        samskab_platform::gather::gather(&house.app).await.unwrap();
        let mails = samskab_platform::outbox::latest(&mut house.app.db.read().await.unwrap(), 9).await.unwrap();
        let asked = mails.iter().find(|m| m.recipient == "karl@borger.example").unwrap();
        assert!(asked.body.contains("/min-side/hjaelp") && !asked.body.contains("med i et forløb"), "{}", asked.body);
        // Asking for somebody who is not here answers the same.
        let page = house.get("/min-side/kontakt", &his).await.text;
        assert!(page.contains("Bodil beder dig om hjælp"), "{page}");
        assert_eq!(
            house.post("/min-side/hjaelp", &his, &form(&[("person", &bodil.id.to_string())])).await.status,
            StatusCode::CONFLICT,
            "not before saying yes"
        );
        let id = page.split("/min-side/kontakt/hjaelper/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(
            house.post(&format!("/min-side/kontakt/hjaelper/{id}"), &hers, "answer=yes").await.status,
            StatusCode::NOT_FOUND,
            "only the one who was asked answers"
        );
        assert_eq!(house.post(&format!("/min-side/kontakt/hjaelper/{id}"), &his, "answer=yes").await.status, StatusCode::SEE_OTHER);
        let cookie = helping(&house, &his, &bodil).await;
        assert_eq!(house.get(&format!("/forloeb/{slug}"), &cookie).await.status, StatusCode::OK);
        assert_eq!(house.post("/min-side/kontakt/hjaelper/slut", &hers, "").await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&format!("/forloeb/{slug}"), &cookie).await.is_refusal(), "it ends when the person says so");
    }
}

#[tokio::test]
async fn people_are_found_by_the_beginning_of_any_word_and_looking_is_noted() {
    for house in House::both().await {
        let cookie = house.cookie(&house.secretary().await).await;
        let bodil = set(&house, &house.person("Bodil").await, |d| {
            d.name = "Bodil Ærø-Holm".into();
            d.phone = Some("20123456".into());
        })
        .await;
        for query in ["bod", "Ærø", "holm", "HOL bodil", "bodil@bor", "20 12 34", "+4520123456"] {
            let found = house.get(&format!("/administration/personer?{}", form(&[("q", query)])), &cookie).await;
            assert!(found.text.contains("Bodil Ærø-Holm"), "{query}: {}", found.text);
        }
        for query in ["odil", "bodil jensen", "bodil@borger.exampler"] {
            assert!(!house.get(&format!("/administration/personer?{}", form(&[("q", query)])), &cookie).await.text.contains("Ærø-Holm"), "{query}");
        }
        assert_eq!(house.get(&format!("/administration/personer/{}", bodil.id), &cookie).await.status, StatusCode::OK);
        let own = house.get("/min-side/oplysninger", &house.cookie(&bodil).await).await.text;
        assert!(own.contains("Dine oplysninger og roller") && own.contains("Sille"), "{own}");
        let neighbour = house.cookie(&house.person("Nabo").await).await;
        for path in ["/administration/personer", "/administration/personer/indlaes", "/administration/organisationer", "/administration/omraader"] {
            assert_eq!(house.get(path, &neighbour).await.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(house.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        assert_eq!(house.get(&format!("/administration/personer/{}", bodil.id), &neighbour).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn everything_about_me_is_in_the_file_i_take_along() {
    for house in House::demonstrations().await {
        let people = person::personas(&mut house.app.db.read().await.unwrap()).await.unwrap();
        let line = people.iter().find(|p| p.persona.as_deref() == Some("facilitator")).unwrap();
        let cookie = house.cookie(line).await;
        let file = house.get("/min-side/oplysninger/hent.json", &cookie).await;
        let json: serde_json::Value = serde_json::from_str(&file.text).unwrap();
        assert_eq!(json["format"], "samskab-person-1");
        assert_eq!(json["person"]["email"], line.email.as_deref().unwrap());
        let tables: BTreeSet<&str> = json["stored"].as_array().unwrap().iter().filter_map(|s| s["table"].as_str()).collect();
        for table in ["space_role", "journal", "session", "outbox", "commitment"] {
            assert!(tables.contains(table), "{table} is missing in {tables:?}");
        }
        for stored in json["stored"].as_array().unwrap() {
            let rows = stored["rows"].as_array().unwrap().len() as u64;
            assert!(rows == 0 || stored["total"].as_u64() == Some(rows), "{} is cut short", stored["table"]);
        }
        let page = house.get("/min-side/oplysninger/hent.html", &cookie).await;
        assert!(page.text.contains(&line.name) && !page.text.contains("<script"), "a page one can keep");
        assert_eq!(house.get("/min-side/oplysninger/hent.json", "").await.status, StatusCode::UNAUTHORIZED);
    }
}
