//! The overview of all spaces: what waits and what is late, for those who may see it.

use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::space;

use crate::house::{House, form};
use crate::thread::MANDATE;

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
        assert!(shown.contains("1 af 1 mangler"), "the frame is not read: {shown}");
        assert!(shown.contains("0 af 300"), "hours");
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
