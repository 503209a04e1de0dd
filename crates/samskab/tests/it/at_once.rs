//! What began at once stands beside the recommendations in the follow-up: told apart, with the days it took, for those who may see it.

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::{args, space};
use uuid::Uuid;

use crate::house::{Answer, House, form};

const MEETING: Statement = Statement {
    name: "test",
    sql: "INSERT INTO meeting (id, space_id, kind, title, starts_at, ends_at, place, online, bring, sequence, changed_at, cancel_reason, minutes_state, created_by, created_at)
        VALUES ($1, $2, 'team', 'Andet møde', $3, $3, '', '', '', 0, $3, '', 'writing', $4, $3)",
    postgres: None,
};
const DECISION: Statement = Statement {
    name: "test",
    sql: "INSERT INTO decision (id, space_id, meeting_id, year, number, about, text, noted_by, noted_at) VALUES ($1, $2, $3, 2026, 1, 'Lys', 'Vi sætter lys op.', $4, $5)",
    postgres: None,
};
const DEED: Statement = Statement {
    name: "test",
    sql: "INSERT INTO commitment (id, space_id, source_kind, source_id, source_title, what, doer_id, counterpart_id, due_on, rooms, staff, status, waiting_for, created_at, started_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, '', '', 'started', '', $9, $10)",
    postgres: None,
};

fn done(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// What the page shows without its markup.
fn plain(html: &str) -> String {
    let text: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ");
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of the row in which this stands.
fn row<'a>(table: &'a str, what: &str) -> Vec<&'a str> {
    let line = table.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("{what} in {table}"));
    line.split(';').map(|cell| cell.trim_matches('"')).collect()
}

/// A committee with an approved recommendation, and what began at once: from an idea nine days old, from a decision, from nothing.
struct Quick<'a> {
    house: &'a House,
    space: Uuid,
    home: String,
    mads: Uuid,
    member: String,
    from: DateTime<Utc>,
}

impl<'a> Quick<'a> {
    async fn of(house: &'a House) -> Self {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Havnepladsen", Visibility::Public).await;
        let (mads, polly) = (house.person("Mads").await, house.person("Polly").await);
        house.role(space, &mads, Role::Member).await;
        house.role(space, &polly, Role::Council).await;
        let (home, from) = (format!("/forloeb/{slug}"), house.clock.now());
        let (office, member, council) = (house.cookie(&secretary).await, house.cookie(&mads).await, house.cookie(&polly).await);
        let text = [("title", "Åbn hallen"), ("text", "Hver fredag."), ("reason", "Den er tom.")];
        let id = done(&house.post(&format!("{home}/anbefalinger/ny"), &member, &form(&text)).await);
        done(&house.post(&format!("{home}/anbefalinger/{id}/indsend"), &office, "").await);
        done(&house.post(&format!("{home}/anbefalinger/{id}/svar"), &council, &form(&[("outcome", "approved"), ("reason", "Ja.")])).await);

        // An idea; a week later somebody promises to do it, and two days after that they are under way.
        let idea = done(&house.post(&format!("{home}/ideer/ny"), &member, &form(&[("title", "En vandpost")])).await);
        house.clock.set(from + Duration::days(7));
        let (person, due) = (mads.id.to_string(), (house.app.clock.today() + Duration::days(10)).to_string());
        let promise = [
            ("what", "Vand på bolværket"),
            ("doer", &person),
            ("counterpart", &person),
            ("due_on", &due),
            ("hours", "8"),
            ("money", "1.250,50"),
            ("fra", &idea),
        ];
        let member = house.cookie(&mads).await;
        let deed = done(&house.post(&format!("{home}/aftaler/ny"), &member, &form(&promise)).await);
        let one = format!("{home}/aftaler/{deed}");
        let late = (house.app.clock.today() + Duration::days(3)).to_string();
        for (what, due) in [("Røret er lagt", late.as_str()), ("Prøven er taget", &due)] {
            done(&house.post(&format!("{one}/delmaal"), &member, &form(&[("milestone", what), ("milestone_due", due)])).await);
        }
        house.clock.set(from + Duration::days(9));
        let told = [("status", "started"), ("text", "Vi graver."), ("hours", "3"), ("money", "200")];
        done(&house.post(&format!("{one}/fortael"), &member, &form(&told)).await);

        // A decision at a meeting, done the same day, and a promise that came of nothing written.
        let (meeting, decision, now) = (house.app.clock.id(), house.app.clock.id(), house.clock.now());
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&MEETING, args![meeting, space, now, mads.id]).await.unwrap();
        sql.run(&DECISION, args![decision, space, meeting, mads.id, now]).await.unwrap();
        let day = house.app.clock.today() + Duration::days(1);
        let of = [(Some("decision"), Some(decision), Some("Vi sætter lys op."), "Lys på molen"), (None, None, None, "Kaffe til de ventende")];
        for (kind, source, title, what) in of {
            sql.run(&DEED, args![house.app.clock.id(), space, kind, source, title, what, mads.id, day, now, now]).await.unwrap();
        }
        sql.commit().await.unwrap();
        Self { house, space, home, mads: mads.id, member: house.cookie(&mads).await, from }
    }

    async fn text(&self, path: &str) -> String {
        self.house.get(path, "").await.text
    }
}

#[tokio::test]
async fn what_began_at_once_is_told_apart_with_the_days_from_the_idea_until_somebody_began() {
    for house in House::both().await {
        let q = Quick::of(&house).await;
        let own = format!("{}/anbefalinger/opfoelgning", q.home);
        for path in ["/opfoelgning", own.as_str()] {
            let page = plain(&q.text(path).await);
            for words in [
                "Begyndte med det samme 3",
                "Vand på bolværket",
                "Fra idé til i gang: 9 dage",
                "Kom af idéen: En vandpost",
                "Lys på molen",
                "Fra beslutning til i gang: samme dag",
                "Kom af beslutningen: Vi sætter lys op.",
                "Kaffe til de ventende",
                "Fra aftale til i gang: samme dag",
                "Åbn hallen",
            ] {
                assert!(page.contains(words), "{words} on {path}: {page}");
            }
            let only = plain(&q.text(&format!("{path}?udfald=at-once")).await);
            assert!(only.contains("Vand på bolværket") && !only.contains("Åbn hallen"), "{only}");
            let approved = plain(&q.text(&format!("{path}?udfald=approved")).await);
            assert!(approved.contains("Åbn hallen") && !approved.contains("Vand på bolværket"), "{approved}");
        }
        // Late ones: the two of yesterday, not the one with ten days.
        house.clock.set(q.from + Duration::days(11));
        for path in ["/opfoelgning", own.as_str()] {
            let late = plain(&q.text(&format!("{path}?sent=ja")).await);
            assert!(late.contains("Lys på molen") && late.contains("1 dag over tiden") && !late.contains("Vand på bolværket"), "{late}");
        }
    }
}

#[tokio::test]
async fn more_than_a_few_that_began_at_once_are_a_link_and_a_list_of_their_own() {
    for house in House::both().await {
        let q = Quick::of(&house).await;
        let mut sql = house.app.db.write().await.unwrap();
        let (day, now) = (house.app.clock.today(), house.clock.now());
        let nothing: (Option<&str>, Option<Uuid>) = (None, None);
        for n in 0..30 {
            let at = now + Duration::minutes(n);
            sql.run(&DEED, args![house.app.clock.id(), q.space, nothing.0, nothing.1, nothing.0, format!("Løfte {n:02}."), q.mads, day, at, at]).await.unwrap();
        }
        sql.commit().await.unwrap();
        for path in ["/opfoelgning".to_owned(), format!("{}/anbefalinger/opfoelgning", q.home)] {
            let first = q.text(&path).await;
            assert_eq!(first.matches("Løfte ").count(), 3, "{first}");
            assert!(plain(&first).contains("Se alle 33") && first.contains("udfald=at-once") && first.contains("Løfte 29."), "{first}");
            let (one, two) = (q.text(&format!("{path}?udfald=at-once")).await, q.text(&format!("{path}?udfald=at-once&side=2")).await);
            assert!(one.matches("Løfte ").count() == 25 && two.matches("Løfte ").count() == 5 && two.contains("Vand på bolværket"), "{two}");
        }
        // Two days later they are all late but the one with ten days; a page that is not there is the last one.
        house.clock.set(now + Duration::days(2));
        for path in ["/opfoelgning".to_owned(), format!("{}/anbefalinger/opfoelgning", q.home)] {
            assert!(plain(&q.text(&format!("{path}?sent=ja")).await).contains("Se alle 32"), "{path} on {}", house.kind);
            for (side, shown) in [("1", 25), ("2", 5), ("9", 5)] {
                let late = q.text(&format!("{path}?udfald=at-once&sent=ja&side={side}")).await;
                assert!(late.matches("Løfte ").count() == shown && !late.contains("Vand på bolværket"), "{side} of {path} on {}: {late}", house.kind);
            }
        }
    }
}

#[tokio::test]
async fn the_table_tells_what_was_promised_used_and_reached_and_the_feed_has_what_began_at_once() {
    for house in House::both().await {
        let q = Quick::of(&house).await;
        let own = format!("{}/anbefalinger/opfoelgning", q.home);
        for path in ["/opfoelgning", own.as_str()] {
            let table = q.text(&format!("{path}.csv")).await;
            assert_eq!(table.lines().count(), 1 + 1 + 3, "{table}");
            let (heads, water) = (row(&table, "Kom af;"), row(&table, "Vand på bolværket"));
            let cell = |head: &str| water[heads.iter().position(|h| h.trim_start_matches('\u{feff}') == head).unwrap_or_else(|| panic!("{head} in {table}"))];
            let next = (q.from + Duration::days(10)).date_naive().to_string();
            for (head, value) in [
                ("Kom af", "Idé"),
                ("Titel", "En vandpost"),
                ("Svar", "Begyndte med det samme"),
                ("Dage til i gang", "9"),
                ("Timer lovet", "8"),
                ("Timer brugt", "3"),
                ("Kroner lovet", "1250,50"),
                ("Kroner brugt", "200"),
                ("Delmål nået", "0"),
                ("Delmål i alt", "2"),
                ("Næste delmål", next.as_str()),
            ] {
                assert_eq!(cell(head), value, "{head} on {path}: {table}");
            }
            let hall = row(&table, "Åbn hallen");
            assert!(hall.len() == heads.len() && hall[1] == "Anbefaling" && hall[6] == "Godkendt", "{table}");
            let only = q.text(&format!("{path}.csv?udfald=at-once")).await;
            assert!(only.lines().count() == 4 && !only.contains("Åbn hallen"), "{only}");

            let feed = q.text(&format!("{path}.atom")).await;
            assert_eq!(feed.matches("<entry>").count(), 4, "{feed}");
            assert!(feed.contains("Begyndte med det samme: Vand på bolværket (Havnepladsen)") && feed.contains("Fra idé til i gang: 9 dage"), "{feed}");
            assert!(feed.contains("<category term=\"at-once\""), "{feed}");
        }
    }
}

#[tokio::test]
async fn what_began_at_once_in_a_space_is_only_for_those_who_may_see_the_space() {
    for house in House::both().await {
        let q = Quick::of(&house).await;
        let mut sql = house.app.db.write().await.unwrap();
        let here = space::by_id(&mut sql, q.space).await.unwrap();
        space::settle(&mut sql, q.space, &here.title, &here.summary, None, Visibility::Members).await.unwrap();
        sql.commit().await.unwrap();
        for path in
            ["/opfoelgning", "/opfoelgning?udfald=at-once", "/opfoelgning?sent=ja", "/opfoelgning.csv", "/opfoelgning.csv?udfald=at-once", "/opfoelgning.atom"]
        {
            let text = q.text(path).await;
            assert!(!text.contains("bolværket") && !text.contains("Lys på molen"), "{path}: {text}");
        }
        assert!(plain(&q.text("/opfoelgning").await).contains("Begyndte med det samme 0"), "not even how many");
        let seen = house.get("/opfoelgning", &q.member).await.text;
        assert!(seen.contains("Vand på bolværket") && seen.contains("value=\"havnepladsen\""), "a member sees it, and can choose the space: {seen}");
    }
}
