//! Emergency openings: two named people, a reason, and everybody in the space told. Nobody learns from asking whether a space is there.

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::outbox;
use samskab_platform::person::Person;
use samskab_platform::{Act, Visitor, args, sealed, space, statements};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};
use crate::sealed::{PHRASE, houses};

const WHY: &str = "Ejner svarer ikke, og hans børn skal hentes nu";
const PATH: &str = "/administration/noedaabning";

statements! {
    REASONS = "SELECT reason, address FROM sealed_opening ORDER BY asked_at, id";
    JOURNAL = "SELECT verb, COALESCE(payload, ''), space_id FROM journal ORDER BY at, seq";
    SAID = "SELECT n.person_id, n.word, n.space_id FROM notice n WHERE n.word LIKE 'mail-sealed%' OR n.word LIKE 'mail-opening%'";
    RENAMED = "SELECT COUNT(*) FROM sealed_opening";
}

pub struct Town {
    pub house: House,
    pub id: Uuid,
    pub slug: String,
    pub owner: Person,
    pub coordinator: Person,
    pub asker: Person,
    pub second: Person,
    pub other: Person,
}

/// A sealed space with its owner and coordinator, and three of the town hall who are not in it.
pub async fn towns() -> Vec<Town> {
    let mut towns = vec![];
    for (house, _) in houses().await {
        let coordinator = house.secretary().await;
        let (id, slug) = house.committee(&coordinator, PHRASE, Visibility::Sealed).await;
        let owner = house.person("Ejner").await;
        house.role(id, &owner, Role::Owner).await;
        let root = house.app.municipality_space().await.unwrap().id;
        let (asker, second, other) = (house.person("Anna").await, house.person("Bodil").await, house.person("Carla").await);
        house.role(root, &asker, Role::Secretary).await;
        house.role(root, &second, Role::Administrator).await;
        house.role(root, &other, Role::Administrator).await;
        towns.push(Town { house, id, slug, owner, coordinator, asker, second, other });
    }
    towns
}

impl Town {
    pub async fn roles(&self, person: &Person) -> Vec<Role> {
        space::roles_of(&mut self.house.app.db.read().await.unwrap(), self.id, person.id).await.unwrap()
    }

    async fn ask(&self, by: &Person, address: &str, of: &Person, why: &str) -> Answer {
        let fields = [("address", address), ("reason", why), ("second", &of.id.to_string())];
        self.house.post(PATH, &self.house.cookie(by).await, &form(&fields)).await
    }

    /// Asks, and gives where it stands.
    async fn asked(&self, address: &str) -> String {
        let answer = self.ask(&self.asker, address, &self.second, WHY).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer.location.split('?').next().unwrap().to_owned()
    }

    async fn press(&self, by: &Person, path: &str) -> Answer {
        self.house.post(path, &self.house.cookie(by).await, "").await
    }

    async fn tick(&self) {
        (samskab_opening::DESK.tick)(&self.house.app).await.unwrap();
    }

    async fn said(&self) -> Vec<(Uuid, String, Option<Uuid>)> {
        self.house.app.db.read().await.unwrap().all(&SAID, args![]).await.unwrap()
    }

    async fn journal(&self) -> Vec<(String, String, Uuid)> {
        self.house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap()
    }

    async fn sees(&self, person: &Person) -> bool {
        self.house.get(&format!("/forloeb/{}", self.slug), &self.house.cookie(person).await).await.text.contains(PHRASE)
    }
}

#[tokio::test]
async fn two_named_people_with_a_reason_open_a_sealed_space_for_a_day_and_those_in_it_are_told() {
    for town in towns().await {
        let house = &town.house;
        let here = town.asked(&format!("https://samskab.example/forloeb/{}", town.slug)).await;
        assert!(!town.sees(&town.asker).await && !town.sees(&town.second).await, "asking opens nothing");
        let shown = house.get(&here, &house.cookie(&town.second).await).await.text;
        assert!(shown.contains("Anna") && shown.contains(&town.slug) && shown.contains(WHY) && shown.contains("får besked med det samme"), "{shown}");
        assert!(house.get("/min-side", &house.cookie(&town.second).await).await.text.contains(PATH));
        let agreed = town.press(&town.second, &format!("{here}/enig")).await;
        assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text);
        for person in [&town.asker, &town.second] {
            assert_eq!(town.roles(person).await, [Role::Facilitator]);
            assert!(town.sees(person).await);
        }
        // Those in it hear of it at once, and see who, when, why and until when.
        let told: Vec<Uuid> = town.said().await.into_iter().filter(|(_, word, of)| word == "mail-sealed-access" && *of == Some(town.id)).map(|s| s.0).collect();
        assert!(told.len() == 2 && told.contains(&town.owner.id) && told.contains(&town.coordinator.id), "{told:?}");
        samskab_platform::gather::gather(&house.app).await.unwrap();
        let mails = outbox::latest(&mut house.app.db.read().await.unwrap(), 50).await.unwrap();
        let mail = mails.iter().find(|m| m.person_id == Some(town.owner.id) && m.subject.contains("Vigtigt nyt om")).unwrap();
        for secret in [PHRASE, WHY, "Anna", "Bodil", "nød"] {
            assert!(!mail.subject.contains(secret) && !mail.body.contains(secret), "{mail:?}");
        }
        for person in [&town.owner, &town.coordinator] {
            let page = house.get(&format!("/forloeb/{}/forsoeg", town.slug), &house.cookie(person).await).await.text;
            assert!(page.contains("Anna og Bodil åbnede rummet") && page.contains(WHY) && page.contains("3. marts 2026"), "{page}");
        }
        // The reason is nowhere in the clear; the space's own journal holds who it was, the municipality's nothing.
        let mut sql = house.app.db.read().await.unwrap();
        let (reason, _): (Vec<u8>, String) = sql.all(&REASONS, args![]).await.unwrap().remove(0);
        assert!(!reason.windows(10).any(|w| WHY.as_bytes().starts_with(w)), "the reason is sealed");
        drop(sql);
        let journal = town.journal().await;
        let opened: Vec<_> = journal.iter().filter(|(verb, ..)| verb.starts_with("opening.")).collect();
        assert!(opened.len() == 1 && opened[0].2 == town.id, "{opened:?}");
        assert!(opened[0].1.contains(&town.asker.id.to_string()) && opened[0].1.contains(&town.second.id.to_string()), "{opened:?}");
        assert!(journal.iter().all(|(_, payload, _)| !payload.contains("Ejner svarer")));
        // A day later it is over.
        house.clock.set(morning() + Duration::hours(23));
        town.tick().await;
        assert!(town.sees(&town.asker).await);
        house.clock.set(morning() + Duration::hours(24));
        town.tick().await;
        town.tick().await;
        for person in [&town.asker, &town.second] {
            assert!(town.roles(person).await.is_empty() && !town.sees(person).await);
        }
        assert_eq!(town.journal().await.iter().filter(|(verb, ..)| verb == "opening.end").count(), 1);
        assert_eq!(town.roles(&town.coordinator).await, [Role::Secretary], "nobody else lost anything");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn asking_for_a_space_that_is_not_there_is_answered_shown_and_agreed_to_like_one_that_is() {
    for town in towns().await {
        let house = &town.house;
        let made_up = format!("{}zzzz", &town.slug[..town.slug.len() - 4]);
        let (_, open) = house.committee(&town.coordinator, "Ungepolitik", Visibility::Members).await;
        let real = town.asked(&town.slug).await;
        let (asker, second, other) = (house.cookie(&town.asker).await, house.cookie(&town.second).await, house.cookie(&town.other).await);
        for nothing in [made_up.as_str(), open.as_str()] {
            let fake = town.asked(nothing).await;
            let alike = async |path: &str, cookie: &str| house.get(path, cookie).await.text.replace(&town.slug, "SLUG").replace(nothing, "SLUG");
            for cookie in [&asker, &second] {
                let (one, two) = (alike(&real, cookie).await.replace(&real, "HERE"), alike(&fake, cookie).await.replace(&fake, "HERE"));
                assert_eq!(one, two, "{} {nothing}", house.kind);
            }
            // Neither is for a third, whatever their role.
            for path in [&real, &fake] {
                assert_eq!(house.get(path, &other).await.status, StatusCode::NOT_FOUND);
                assert_eq!(house.post(&format!("{path}/enig"), &other, "").await.status, StatusCode::NOT_FOUND);
            }
            assert!(!house.get(PATH, &other).await.text.contains(nothing));
            let agreed = town.press(&town.second, &format!("{fake}/enig")).await;
            assert_eq!((agreed.status, agreed.location.as_str()), (StatusCode::SEE_OTHER, format!("{fake}?klar=opening-agreed").as_str()));
            let after = house.get(&fake, &asker).await.text;
            assert!(after.contains("I har begge sagt ja. Findes rummet") && after.contains(WHY), "{after}");
        }
        let sealed: Vec<(Vec<u8>, String)> = house.app.db.read().await.unwrap().all(&REASONS, args![]).await.unwrap();
        assert!(sealed.iter().all(|(reason, _)| reason.len() == sealed[0].0.len()), "kept in the same form");
        // It ends like the other, and after a month nothing of it is left.
        house.clock.set(morning() + Duration::hours(25));
        town.tick().await;
        assert!(house.get(PATH, &asker).await.text.contains("Slut"));
        house.clock.set(morning() + Duration::days(31));
        let mut sql = house.app.db.write().await.unwrap();
        samskab_platform::opening::tidy(&mut sql, house.app.clock.now()).await.unwrap();
        assert_eq!(sql.count(&RENAMED, args![]).await.unwrap(), 0, "the real one was not agreed to either");
        sql.commit().await.unwrap();
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn an_opening_needs_another_person_a_reason_and_an_answer_within_a_day() {
    for town in towns().await {
        let house = &town.house;
        let refused = |answer: Answer| assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        refused(town.ask(&town.asker, &town.slug, &town.second, "Det haster").await);
        refused(town.ask(&town.asker, "", &town.second, WHY).await);
        refused(town.ask(&town.asker, &town.slug, &town.asker, WHY).await);
        let citizen = house.person("Nabo").await;
        refused(town.ask(&town.asker, &town.slug, &citizen, WHY).await);
        assert_eq!(town.ask(&citizen, &town.slug, &town.second, WHY).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get(PATH, "").await.status, StatusCode::UNAUTHORIZED);
        // Who is in it cannot be one of the two: the asker is told, and the second.
        assert_eq!(town.ask(&town.coordinator, &town.slug, &town.second, WHY).await.status, StatusCode::CONFLICT);
        let answer = town.ask(&town.asker, &town.slug, &town.coordinator, WHY).await;
        let inside = answer.location.split('?').next().unwrap().to_owned();
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "the asker is not told who is in it");
        assert!(town.press(&town.coordinator, &format!("{inside}/enig")).await.text.contains("Du er med i rummet"));
        // Only the second agrees; only the asker takes it back.
        let here = town.asked(&town.slug).await;
        assert_eq!(town.press(&town.asker, &format!("{here}/enig")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.press(&town.second, &format!("{here}/tilbage")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.press(&town.asker, &format!("{here}/tilbage")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.press(&town.second, &format!("{here}/enig")).await.status, StatusCode::CONFLICT);
        let here = town.asked(&town.slug).await;
        assert_eq!(town.press(&town.second, &format!("{here}/afvis")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.press(&town.second, &format!("{here}/enig")).await.status, StatusCode::CONFLICT);
        let here = town.asked(&town.slug).await;
        house.clock.set(morning() + Duration::hours(24));
        assert_eq!(town.press(&town.second, &format!("{here}/enig")).await.status, StatusCode::CONFLICT);
        // A key that is destroyed opens to nobody.
        let here = town.asked(&town.slug).await;
        let mut act = Act::begin(&house.app, &Visitor::program(), town.id, &samskab_platform::opening::END).await.unwrap();
        sealed::destroy(&mut act).await.unwrap();
        act.record("space", town.id, serde_json::json!({})).await.unwrap();
        act.commit().await.unwrap();
        assert_eq!(town.press(&town.second, &format!("{here}/enig")).await.status, StatusCode::CONFLICT);
        let again = town.asked(&town.slug).await;
        assert_eq!(town.press(&town.second, &format!("{again}/enig")).await.status, StatusCode::SEE_OTHER, "as if there were no such space");
        assert!(town.roles(&town.asker).await.is_empty() && town.roles(&town.second).await.is_empty());
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn those_in_the_space_can_end_an_opening_and_what_was_gained_beside_it_is_held_back() {
    for town in towns().await {
        let house = &town.house;
        let here = town.asked(&town.slug).await;
        town.press(&town.second, &format!("{here}/enig")).await;
        // Meanwhile one of the two takes another role, so as to stay.
        house.clock.set(morning() + Duration::hours(1));
        let mut sql = house.app.db.write().await.unwrap();
        let later: DateTime<Utc> = house.app.clock.now();
        space::give_role(&mut sql, town.id, town.asker.id, Role::Member, later).await.unwrap();
        sql.commit().await.unwrap();
        let page = house.get(&format!("/forloeb/{}/forsoeg", town.slug), &house.cookie(&town.owner).await).await.text;
        let end = page.split("action=\"").map(|p| p.split('"').next().unwrap()).find(|p| p.ends_with("/slut")).unwrap().to_owned();
        assert_eq!(town.press(&town.owner, &end).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.press(&town.owner, &end).await.status, StatusCode::NOT_FOUND, "once");
        for person in [&town.asker, &town.second] {
            assert!(town.roles(person).await.is_empty() && !town.sees(person).await);
        }
        let page = house.get(&format!("/forloeb/{}/forsoeg", town.slug), &house.cookie(&town.owner).await).await.text;
        assert!(page.contains("Luk Anna ind igen") && !page.contains("Luk Bodil ind igen"), "{page}");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn what_happens_in_a_sealed_space_moves_no_figure_outside() {
    for town in towns().await {
        let entries = async || samskab::figures::entries(&mut town.house.app.db.read().await.unwrap()).await.unwrap();
        let before = (entries().await, town.journal().await.len());
        let cookie = town.house.cookie(&town.coordinator).await;
        assert_eq!(town.house.post(&format!("/forloeb/{}/trin", town.slug), &cookie, "stage=team").await.status, StatusCode::SEE_OTHER);
        assert_eq!((entries().await, town.journal().await.len()), (before.0, before.1 + 1));
    }
}
