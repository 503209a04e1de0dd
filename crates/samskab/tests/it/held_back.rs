//! Coming in as somebody else opens no sealed space: their roles are held back until somebody in the space lets them in again.

use axum::http::StatusCode;
use samskab_platform::access::Role;
use samskab_platform::person::Person;
use samskab_platform::{args, held_roles, statements};

use crate::house::{Answer, form};
use crate::opening::{Town, towns};

statements! {
    CODE = "SELECT body FROM outbox WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1";
    TOLD = "SELECT person_id FROM notice WHERE word = 'mail-sealed-access'";
    BEFORE = "UPDATE person SET email = NULL WHERE id = $1";
}

impl Town {
    async fn held(&self, person: &Person) -> bool {
        held_roles::is_held(&mut self.house.app.db.read().await.unwrap(), self.id, person.id).await.unwrap()
    }

    async fn looks(&self, person: &Person) -> StatusCode {
        self.house.get(&format!("/forloeb/{}", self.slug), &self.house.cookie(person).await).await.status
    }

    async fn office(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(path, &self.house.cookie(&self.second).await, &form(fields)).await
    }

    /// The address of a person, as the office corrects it.
    async fn readdress(&self, person: &Person, email: &str) {
        let path = format!("/administration/personer/{}/ret", person.id);
        let answer = self.office(&path, &[("name", &person.name), ("email", email), ("title", ""), ("phone", ""), ("address", "")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }

    async fn let_in(&self, by: &Person, person: &Person) -> Answer {
        let path = format!("/forloeb/{}/forsoeg/luk-ind", self.slug);
        self.house.post(&path, &self.house.cookie(by).await, &form(&[("person", &person.id.to_string())])).await
    }
}

#[tokio::test]
async fn an_address_the_office_changes_opens_no_sealed_space_until_somebody_in_it_lets_the_person_in() {
    for town in towns().await {
        let house = &town.house;
        town.readdress(&town.owner, "ejner@borger.example").await;
        assert_eq!(town.looks(&town.owner).await, StatusCode::OK, "nothing was changed");
        town.readdress(&town.owner, "nysgerrig@kommune.example").await;
        assert!(town.held(&town.owner).await && town.roles(&town.owner).await.is_empty());
        assert_eq!(town.looks(&town.owner).await, StatusCode::NOT_FOUND);
        // Their own page does not lead there either, and what is told in the space no longer comes to the new address.
        assert!(!house.get("/min-side", &house.cookie(&town.owner).await).await.text.contains(&town.slug));
        let contributors = samskab_platform::space::contributors(&mut house.app.db.read().await.unwrap(), town.id).await.unwrap();
        assert!(!contributors.contains(&town.owner.id));
        // Those who are left hear of it, once.
        for _ in 0..2 {
            (samskab_opening::DESK.tick)(&house.app).await.unwrap();
        }
        let told: Vec<(uuid::Uuid,)> = house.app.db.read().await.unwrap().all(&TOLD, args![]).await.unwrap();
        assert_eq!(told, [(town.coordinator.id,)]);
        let page = house.get(&format!("/forloeb/{}/forsoeg", town.slug), &house.cookie(&town.coordinator).await).await.text;
        assert!(page.contains("Luk Ejner ind igen") && page.contains("Andre har ændret personens mailadresse."), "{page}");
        // Nobody outside lets them in, nor they themselves.
        for person in [&town.owner, &town.second] {
            assert_eq!(town.let_in(person, &town.owner).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(town.let_in(&town.coordinator, &town.owner).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.roles(&town.owner).await, [Role::Owner]);
        assert_eq!(town.looks(&town.owner).await, StatusCode::OK);
        assert_eq!(town.let_in(&town.coordinator, &town.owner).await.status, StatusCode::NOT_FOUND, "once");
        let feed = house.get(&format!("/forloeb/{}/aktivitet", town.slug), &house.cookie(&town.coordinator).await).await.text;
        assert!(feed.contains("Sille lukkede en person ind igen"), "{feed}");
    }
}

#[tokio::test]
async fn a_first_address_a_letter_and_a_link_of_the_machine_hold_roles_back_too() {
    for town in towns().await {
        let house = &town.house;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&BEFORE, args![town.owner.id]).await.unwrap();
        sql.commit().await.unwrap();
        let back = async || {
            assert!(town.held(&town.owner).await, "{}", house.kind);
            assert_eq!(town.looks(&town.owner).await, StatusCode::NOT_FOUND);
            assert_eq!(town.let_in(&town.coordinator, &town.owner).await.status, StatusCode::SEE_OTHER);
        };
        let helper = house.person("Hjalte").await;
        house.role(town.id, &helper, Role::Helper).await;
        town.readdress(&town.owner, "ny@kommune.example").await;
        back().await;
        let made = town.office(&format!("/administration/log-ind/brev/{}", town.owner.id), &[]).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        back().await;
        samskab::operations::let_in(&house.app, town.owner.id).await.unwrap();
        back().await;
        // Helping is held back as well: whoever helps sees what they have taken.
        town.readdress(&helper, "ogsaa@kommune.example").await;
        assert!(town.roles(&helper).await.is_empty());
        town.let_in(&town.coordinator, &helper).await;
        assert_eq!(town.roles(&helper).await, [Role::Helper]);
    }
}

#[tokio::test]
async fn making_two_persons_one_carries_no_sight_into_a_sealed_space_either_way_and_can_be_taken_back() {
    for town in towns().await {
        let house = &town.house;
        let cookie = house.cookie(&town.second).await;
        // Into the administrator, and the administrator's spare person into the owner.
        for (kept, away) in [(&town.other, &town.coordinator), (&town.owner, &house.person("Reserve").await)] {
            let path = format!("/administration/personer/{}/slaa-sammen", kept.id);
            let before = house.get(&format!("{path}?med={}", away.id), &cookie).await.text;
            assert!(!before.contains("Hvor du hjælper") && !before.contains(&town.slug), "{before}");
            let merged = house.post(&path, &cookie, &form(&[("other", &away.id.to_string()), ("keep", &kept.id.to_string())])).await;
            assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text);
            assert_eq!(town.looks(kept).await, StatusCode::NOT_FOUND, "{}", house.kind);
            assert!(town.roles(kept).await.is_empty() && town.held(kept).await);
            let page = house.get(&format!("/administration/personer/{}", kept.id), &cookie).await.text;
            let undo = page.split("action=\"").map(|p| p.split('"').next().unwrap()).find(|p| p.ends_with("/fortryd")).unwrap().to_owned();
            assert_eq!(house.post(&undo, &cookie, "").await.status, StatusCode::SEE_OTHER);
            assert_eq!(town.looks(kept).await, StatusCode::NOT_FOUND);
        }
        assert!(town.held(&town.coordinator).await && town.held(&town.owner).await && !town.held(&town.other).await, "each has their own again, held back");
        // Nobody is left to let them in: two people open it together, and do.
        let fields = [("address", town.slug.as_str()), ("reason", "Ingen i rummet kan komme ind mere"), ("second", &town.second.id.to_string())];
        let asked = house.post("/administration/noedaabning", &house.cookie(&town.asker).await, &form(&fields)).await;
        let here = asked.location.split('?').next().unwrap().to_owned();
        assert_eq!(house.post(&format!("{here}/enig"), &house.cookie(&town.second).await, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.let_in(&town.asker, &town.owner).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.looks(&town.owner).await, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_person_who_shows_that_a_new_address_is_theirs_keeps_what_they_have() {
    for town in towns().await {
        let house = &town.house;
        let cookie = house.cookie(&town.owner).await;
        let fields = form(&[("name", "Ejner"), ("email", "ny@borger.example"), ("title", ""), ("phone", ""), ("address", "")]);
        let asked = house.post("/min-side/oplysninger/ret", &cookie, &fields).await;
        let id = asked.location.split("id=").nth(1).unwrap_or_else(|| panic!("{asked:?}")).to_owned();
        let (body,): (String,) = house.app.db.read().await.unwrap().one(&CODE, args!["ny@borger.example"]).await.unwrap();
        let code = body.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 6).unwrap();
        let proven = house.post("/min-side/oplysninger/mail", &cookie, &form(&[("id", &id), ("code", code)])).await;
        assert!(proven.location.ends_with("klar=address"), "{proven:?}");
        assert!(!town.held(&town.owner).await);
        assert_eq!(house.get(&format!("/forloeb/{}", town.slug), &cookie).await.status, StatusCode::OK);
    }
}
