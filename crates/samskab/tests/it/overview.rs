//! The overview of all spaces: what waits and what is late, for those who may see it.

use chrono::Duration;
use samskab_meetings::Kind;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::space;

use crate::house::{House, form, morning};
use crate::meetings::{committee, do_, planned};
use crate::thread::MANDATE;

#[tokio::test]
async fn the_time_of_the_team_at_meetings_is_used_of_what_the_frame_promises() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let office = house.cookie(&secretary).await;
        house.post(&format!("/forloeb/{slug}/ramme/skriv"), &office, &form(MANDATE)).await;
        // Two hours each: one that is over, one that was cancelled, one to come.
        let at = |days| morning() + Duration::days(days);
        let held = planned(&house, &secretary, space, Kind::Team, at(1), None).await;
        let cancelled = planned(&house, &secretary, space, Kind::Team, at(2), None).await;
        let later = planned(&house, &secretary, space, Kind::Team, at(60), None).await;
        let there: Vec<String> = members[..2].iter().map(|p| format!("p:{}", p.id)).collect();
        for id in [&held, &cancelled, &later] {
            let rows: Vec<(&str, &str)> = there.iter().flat_map(|key| [("listed", key.as_str()), ("here", key.as_str())]).collect();
            do_(&house, &format!("/forloeb/{slug}/moeder/{id}/deltagere"), &office, &rows).await;
        }
        do_(&house, &format!("/forloeb/{slug}/moeder/{cancelled}/aflys"), &office, &[("reason", "Ingen kan")]).await;
        assert!(house.get("/overblik", &office).await.text.contains("0 af 300"), "nothing is held yet");
        house.clock.set(at(30));
        assert!(house.get("/overblik", &house.cookie(&secretary).await).await.text.contains("4 af 300"), "{}", house.kind);
        let own = house.get(&format!("/forloeb/{slug}"), "").await.text;
        assert!(own.contains("4 af 300") && own.contains("heraf 4 på møder"), "{own}");
    }
}

#[tokio::test]
async fn the_overview_says_what_waits_and_what_is_late_and_names_no_space_one_may_not_see() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        house.committee(&secretary, "Lukket udvalg", Visibility::Members).await;
        let (sure, _) = house.committee(&secretary, "Sikkert udvalg", Visibility::Members).await;
        let (member, council) = (house.person("Mads").await, house.person("Polly").await);
        house.role(space, &member, Role::Member).await;
        house.role(space, &council, Role::Council).await;
        house.role(sure, &member, Role::Member).await;
        let mut sql = house.app.db.write().await.unwrap();
        space::set_assurance(&mut sql, sure, Assurance::Substantial).await.unwrap();
        sql.commit().await.unwrap();
        let (s, m) = (house.cookie(&secretary).await, house.cookie(&member).await);

        assert!(house.get("/overblik", "").await.is_refusal(), "a stranger has the list of spaces");
        house.post(&format!("/forloeb/{slug}/ramme/skriv"), &s, &form(MANDATE)).await;
        let text = [("title", "Bus 12"), ("text", "Bussen skal køre oftere."), ("reason", "Så kommer flere.")];
        let written = house.post(&format!("/forloeb/{slug}/anbefalinger/ny"), &s, &form(&text)).await;
        let shown = house.get("/overblik", &m).await.text;
        assert!(shown.contains("2 af 2 mangler"), "the frame is not read, by the council neither: {shown}");
        assert!(shown.contains("0 af 300"), "hours");
        assert!(shown.replace('\u{a0}', " ").contains("0 af 80.000 kr."), "money: {shown}");
        assert!(!shown.contains("Lukket udvalg") && !shown.contains("Sikkert udvalg"));
        assert!(!shown.contains("1 venter"), "a draft waits for nobody");

        let id = written.location.rsplit('/').next().unwrap_or("").split('?').next().unwrap_or("").to_owned();
        house.post(&format!("/forloeb/{slug}/anbefalinger/{id}/indsend"), &s, "").await;
        assert!(house.get("/overblik", &m).await.text.contains("1 venter"));
        house.clock.set(house.clock.now() + chrono::Duration::days(400));
        house.committee(&secretary, "Stille udvalg", Visibility::Public).await;
        let late = house.get("/overblik?mine=ja", &house.cookie(&member).await).await.text;
        assert!(late.contains("dage over tiden"), "the council's promise has passed: {late}");

        // One's own first; what is late can be shown alone.
        let all = house.get("/overblik", &house.cookie(&member).await).await.text;
        let place = |text: &str| all.find(text).unwrap_or_else(|| panic!("{text} in {all}"));
        assert!(
            place("Dine forløb") < place(">Ungepolitik<") && place(">Ungepolitik<") < place("Andre forløb") && place("Andre forløb") < place(">Stille udvalg<")
        );
        assert!(all.contains("Kun forsinkede (1)") && all.contains("id=\"def-glance-meeting\"") && all.contains("href=\"#def-glance-seats\""), "{all}");
        let only = house.get("/overblik?sent=ja", &house.cookie(&member).await).await.text;
        assert!(only.contains(">Ungepolitik<") && !only.contains("Stille udvalg"), "{only}");
        let closed = house.post(&format!("/forloeb/{slug}/afslut"), &house.cookie(&secretary).await, "").await;
        assert!(closed.status.is_redirection());
        assert!(!house.get("/overblik?sent=ja", &house.cookie(&member).await).await.text.contains(">Ungepolitik<"), "what is closed is late for nobody");

        let table = house.get("/overblik.csv", &house.cookie(&member).await).await.text;
        assert!(table.starts_with('\u{feff}') && table.contains("Ungepolitik;Opgaveudvalg;") && !table.contains("Lukket"), "{table}");
    }
}

#[tokio::test]
async fn a_politician_comes_from_their_own_page_to_the_overview_of_their_own_standing_committee() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let s = house.cookie(&secretary).await;
        let (school, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let (harbour, _) = house.committee(&secretary, "Havnepladsen", Visibility::Public).await;
        house.committee(&secretary, "Uden udvalg", Visibility::Public).await;
        let (secret, _) = house.committee(&secretary, "Lukket", Visibility::Members).await;
        let mut sql = house.app.db.write().await.unwrap();
        for (space, body) in [(school, "Børne- & Ungeudvalget"), (harbour, "Teknikudvalget"), (secret, "Hemmeligt udvalg")] {
            space::set_frame(&mut sql, space, "Sammen.", body, None).await.unwrap();
        }
        sql.commit().await.unwrap();
        let (polly, citizen) = (house.person("Polly").await, house.person("Carl").await);
        house.role(school, &polly, Role::Politician).await;
        let (p, c) = (house.cookie(&polly).await, house.cookie(&citizen).await);

        let own = house.get("/min-side", &p).await.text;
        let there = "/overblik?udvalg=B%C3%B8rne-%20%26%20Ungeudvalget";
        assert!(own.contains("href=\"/overblik\"") && own.contains(there) && !own.contains("Teknikudvalget"), "{own}");
        assert!(!house.get("/min-side", &c).await.text.contains(there), "only who is a politician there");
        assert!(house.get("/forloeb", &p).await.text.contains("href=\"/overblik\""));

        let shown = house.get(there, &p).await.text;
        assert!(shown.contains(">Ungepolitik<") && !shown.contains(">Havnepladsen<") && !shown.contains(">Uden udvalg<"), "{shown}");
        assert!(shown.contains("<option value=\"Teknikudvalget\"") && !shown.contains("Hemmeligt udvalg"), "one can change to another one may see: {shown}");
        assert!(shown.contains("selected"), "what was chosen stays chosen: {shown}");
        let copy =
            shown.split("href=\"").find(|h| h.starts_with("/overblik.csv")).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let table = house.get(&copy, &p).await.text;
        assert!(table.contains("Ungepolitik;") && table.contains("Børne- & Ungeudvalget") && !table.contains("Havnepladsen"), "{copy}: {table}");
        assert!(house.get("/overblik?udvalg=Findes+ikke", &p).await.text.contains("Der er ingen forløb"));
        // Whoever helps sees all of theirs, also what is for its members only.
        assert!(house.get("/overblik", &s).await.text.contains("<option value=\"Hemmeligt udvalg\""));
    }
}

#[tokio::test]
async fn money_used_stands_beside_money_promised_and_more_than_promised_stands_out() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let mads = house.person("Mads").await;
        house.role(space, &mads, Role::Member).await;
        let (s, m) = (house.cookie(&secretary).await, house.cookie(&mads).await);
        house.post(&format!("/forloeb/{slug}/ramme/skriv"), &s, &form(MANDATE)).await;
        let (person, due) = (mads.id.to_string(), (house.app.clock.today() + chrono::Duration::days(9)).to_string());
        let promise = form(&[("what", "Åben hal"), ("doer", &person), ("counterpart", &person), ("due_on", &due)]);
        let made = house.post(&format!("/forloeb/{slug}/aftaler/ny"), &m, &promise).await;
        let deed = made.location.split('?').next().unwrap().to_owned();
        for (hours, money, hours_shown, money_shown) in
            [("", "500", "0 af 300", "500 af 80.000 kr."), ("12", "", "12 af 300", "500 af 80.000 kr."), ("", "79.600", "12 af 300", "80.100 af 80.000 kr.")]
        {
            let told = form(&[("status", "started"), ("text", "Vi er i gang."), ("hours", hours), ("money", money)]);
            assert!(house.post(&format!("{deed}/fortael"), &m, &told).await.status.is_redirection(), "{hours} {money}");
            for path in ["/overblik", "/overblik.csv"] {
                let text = house.get(path, &s).await.text.replace('\u{a0}', " ");
                assert!(text.contains(hours_shown) && text.contains(money_shown), "{path}: {text}");
            }
        }
        let text = house.get("/overblik", &s).await.text.replace('\u{a0}', " ");
        assert!(text.contains("<span class=\"tag late\">80.100 af 80.000 kr.</span>"), "{text}");
    }
}
