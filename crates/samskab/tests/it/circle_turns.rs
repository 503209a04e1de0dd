//! Turns a circle takes: somebody is not wanted after all, two things at once, those who come in other ways than their own.

use axum::http::StatusCode;
use samskab_platform::access::Role;
use samskab_platform::network::Kind;
use samskab_platform::person::{self, Person};
use samskab_platform::{args, assisting, held_roles, sealed, space, statements};
use uuid::Uuid;

use crate::circle::{can, moment, open};
use crate::house::{House, form};
use crate::network::{area, told};
use crate::sealed::houses;

statements! {
    COOKING = "SELECT t.id, t.person_id FROM circle_slot t JOIN circle_need n ON n.id = t.need_id WHERE n.kind = 'cook' AND t.cancelled_at IS NULL ORDER BY t.starts_at, t.id";
    AT_NIGHT = "SELECT t.id FROM circle_slot t JOIN circle_need n ON n.id = t.need_id WHERE n.kind = 'night' ORDER BY t.starts_at LIMIT 1";
    ASKED = "SELECT person_id FROM circle_ask ORDER BY id";
    TOLD = "SELECT COUNT(*) FROM notice WHERE person_id = $1 AND word = $2";
    NAMES_HELPER = "UPDATE person SET helper_id = $2 WHERE id = $1";
    READERS = "SELECT reader_id FROM reading WHERE person_id = $1 AND what = 'reading-circle-match'";
    FORGET_KEYS = "DELETE FROM space_key";
    DAYS = "SELECT MIN(t.starts_at) FROM circle_slot t JOIN circle_need n ON n.id = t.need_id WHERE n.kind = 'shop'";
}

/// A town with a circle in it: the house, the coordinator and their cookie, the circle, its address.
struct Town {
    house: House,
    secretary: Person,
    cookie: String,
    id: Uuid,
    circle: String,
}

async fn towns(helpers: &[(&str, &[Kind])]) -> Vec<(Town, Vec<Person>)> {
    let mut towns = vec![];
    for (house, _) in houses().await {
        house.clock.set(moment("2026-03-02T09:00:00+01:00"));
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let mut people = vec![];
        for (name, kinds) in helpers {
            let person = house.person(name).await;
            told(&house, &person, &can(sandhavn, kinds, "mail")).await;
            people.push(person);
        }
        let cookie = house.cookie(&secretary).await;
        let (id, slug) = open(&house, &cookie, sandhavn).await;
        towns.push((Town { house, secretary, cookie, id, circle: format!("/forloeb/{slug}/kreds") }, people));
    }
    towns
}

impl Town {
    async fn asks(&self, people: &[&Person]) -> StatusCode {
        let ids: Vec<String> = people.iter().map(|p| p.id.to_string()).collect();
        let mut fields = vec![("antal", "20")];
        fields.extend(ids.iter().map(|id| ("person", id.as_str())));
        self.house.post(&format!("{}/spoerg", self.circle), &self.cookie, &form(&fields)).await.status
    }

    /// Somebody who is signed in takes a time, or gives it back.
    async fn answers(&self, person: &Person, what: &str, slot: Uuid) -> StatusCode {
        let cookie = self.house.cookie(person).await;
        let own = self.house.get("/min-side/kreds", &cookie).await.text;
        let action = own.split("action=\"").find(|p| p.starts_with("/min-side/kreds/")).unwrap().split('"').next().unwrap().to_owned();
        self.house.post(&action, &cookie, &form(&[("do", what), ("slot", &slot.to_string())])).await.status
    }

    async fn cooking(&self) -> Vec<(Uuid, Option<Uuid>)> {
        self.house.app.db.read().await.unwrap().all(&COOKING, args![]).await.unwrap()
    }

    async fn told(&self, person: &Person, word: &str) -> i64 {
        self.house.app.db.read().await.unwrap().count(&TOLD, args![person.id, word]).await.unwrap()
    }

    /// The one whom it is around, signed in.
    async fn owner(&self) -> (Person, String) {
        let people = format!("{}/folk", self.circle);
        let fields = form(&[("do", "owner"), ("name", "Ejner"), ("email", "ejner@borger.example")]);
        assert_eq!(self.house.post(&people, &self.cookie, &fields).await.status, StatusCode::SEE_OTHER);
        let ejner = person::find_by_email(&mut self.house.app.db.read().await.unwrap(), "ejner@borger.example").await.unwrap().unwrap();
        let cookie = self.house.cookie(&ejner).await;
        (ejner, cookie)
    }
}

#[tokio::test]
async fn whoever_the_family_does_not_want_loses_their_times_and_their_link() {
    for (town, people) in towns(&[("Eks", &[Kind::Cook])]).await {
        let (house, eks) = (&town.house, &people[0]);
        assert_eq!(town.asks(&[eks]).await, StatusCode::SEE_OTHER);
        let slot = town.cooking().await[1].0;
        assert_eq!(town.answers(eks, "take", slot).await, StatusCode::SEE_OTHER);
        assert_eq!(town.cooking().await[1].1, Some(eks.id));
        let (_, own) = town.owner().await;
        assert_eq!(house.post(&format!("{}/kender/{}", town.circle, eks.id), &own, "do=not").await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.cooking().await[1].1, None, "the time is free again");
        assert_eq!((town.told(eks, "mail-circle-cancelled").await, town.told(&town.secretary, "mail-circle-dropped").await), (1, 1));
        let page = house.get("/min-side/kreds", &house.cookie(eks).await).await.text;
        assert!(page.contains("Der er ikke brug for dig lige nu"), "{page}");
        // Nobody asks them after that, not even by name, nor makes them known by asking.
        let need = house.get(&format!("{}/spoerg/selv?q=Eks", town.circle), &town.cookie).await.text;
        let need = need.split("name=\"need\"").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let fields = form(&[("q", "Eks"), ("person", &eks.id.to_string()), ("need", &need), ("known", "yes")]);
        let refused = house.post(&format!("{}/spoerg/selv", town.circle), &town.cookie, &fields).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("Familien vil ikke have"), "{}", refused.text);
        let give = form(&[("do", "give"), ("person", &eks.id.to_string())]);
        assert_ne!(house.post(&format!("{}/tid/{slot}", town.circle), &town.cookie, &give).await.status, StatusCode::SEE_OTHER);
        // Undone, they can be asked again.
        assert_eq!(house.post(&format!("{}/kender/{}", town.circle, eks.id), &own, "do=neither").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post(&format!("{}/spoerg/selv", town.circle), &town.cookie, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.answers(eks, "take", slot).await, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn nobody_is_at_two_places_at_once_or_takes_what_the_municipality_does() {
    for (town, people) in towns(&[("Hjalte", &[Kind::Cook, Kind::Night])]).await {
        let (house, hjalte) = (&town.house, &people[0]);
        assert_eq!(town.asks(&[hjalte]).await, StatusCode::SEE_OTHER);
        let night: (Uuid,) = house.app.db.read().await.unwrap().one(&AT_NIGHT, args![]).await.unwrap();
        let move_to = form(&[("do", "move"), ("day", "2026-03-02"), ("from", "18.00"), ("until", "07.00")]);
        assert_eq!(house.post(&format!("{}/tid/{}", town.circle, night.0), &town.cookie, &move_to).await.status, StatusCode::SEE_OTHER);
        for _ in 0..2 {
            assert_eq!(town.answers(hjalte, "take", night.0).await, StatusCode::SEE_OTHER, "also pressed twice");
        }
        assert_eq!(town.told(hjalte, "mail-circle-taken").await, 1);
        let dinner = town.cooking().await[0].0;
        assert_eq!(town.answers(hjalte, "take", dinner).await, StatusCode::CONFLICT, "dinner is from half past five to half past six");
        let page = house.get("/min-side/kreds", &house.cookie(hjalte).await).await.text;
        assert!(!page.contains(&dinner.to_string()), "and is not offered");
        let staffed = town.cooking().await[1].0;
        assert_eq!(house.post(&format!("{}/tid/{staffed}", town.circle), &town.cookie, "do=staff").await.status, StatusCode::SEE_OTHER);
        town.answers(hjalte, "take", staffed).await;
        assert_eq!(town.cooking().await[1].1, None, "the municipality has it");
    }
}

#[tokio::test]
async fn two_who_send_the_same_wave_ask_nobody_twice() {
    for (town, people) in towns(&[("Ask", &[Kind::Cook]), ("Bo", &[Kind::Cook])]).await {
        let everybody: Vec<&Person> = people.iter().collect();
        let (a, b) = tokio::join!(town.asks(&everybody), town.asks(&everybody));
        let mut answers = [a, b];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        assert_eq!(town.house.app.db.read().await.unwrap().all::<(Uuid,)>(&ASKED, args![]).await.unwrap().len(), 2);
        for person in &people {
            assert_eq!(town.told(person, "mail-circle-ask").await, 1);
        }
    }
}

#[tokio::test]
async fn whoever_acts_for_somebody_does_not_come_into_their_circle() {
    for (town, _) in towns(&[]).await {
        let (house, neighbour) = (&town.house, town.house.person("Nabo").await);
        let (ejner, own) = town.owner().await;
        assert_eq!(house.get(&town.circle, &own).await.status, StatusCode::OK);
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&NAMES_HELPER, args![ejner.id, neighbour.id]).await.unwrap();
        let ejner = person::find(&mut sql, ejner.id).await.unwrap();
        let space = space::by_id(&mut sql, town.id).await.unwrap();
        // Neither the neighbour he once named nor his own coordinator, who sees the circle as themselves.
        for helper in [&neighbour, &town.secretary] {
            assert!(assisting::may_help(&mut sql, helper, &ejner).await.unwrap());
            assert!(!assisting::may_help_in(&mut sql, helper, &ejner, &space).await.unwrap());
        }
        sql.commit().await.unwrap();
    }
}

#[tokio::test]
async fn those_it_is_around_leave_no_name_with_strangers_and_look_nobody_up() {
    for (town, people) in towns(&[("Hjalte", &[Kind::Cook])]).await {
        let (house, hjalte) = (&town.house, &people[0]);
        let (_, own) = town.owner().await;
        for _ in 0..2 {
            let page = house.get(&format!("{}/spoerg", town.circle), &own).await.text;
            assert!(page.contains("Hjalte") && !page.contains("gang"), "not how often he helps elsewhere: {page}");
        }
        let readers: Vec<(Option<Uuid>,)> = house.app.db.read().await.unwrap().all(&READERS, args![hjalte.id]).await.unwrap();
        assert_eq!(readers, [(None,)], "once, and nobody's name");
        assert!(!house.get("/min-side/oplysninger", &house.cookie(hjalte).await).await.text.contains("Ejner"));
        // Among those who have offered help they find by name whom they know or do not want; nobody else, and nobody by an address.
        let stranger = house.person("Fremmed").await;
        let mail = hjalte.email.clone().unwrap();
        let finds =
            async |cookie: &str, path: String, who: &Person| house.get(&format!("{}/{path}", town.circle), cookie).await.text.contains(&who.id.to_string());
        assert!(finds(&own, "folk?q=hjal".into(), hjalte).await);
        for (path, who) in [(format!("folk?q={mail}"), hjalte), ("folk?q=Fremmed".into(), &stranger), ("spoerg/selv?q=Hjalte".into(), hjalte)] {
            assert!(!finds(&own, path.clone(), who).await && finds(&town.cookie, path.clone(), who).await, "{path}");
        }
    }
}

#[tokio::test]
async fn what_one_has_promised_stays_ones_own_when_one_is_let_in() {
    for (town, people) in towns(&[("Moster", &[Kind::Cook])]).await {
        let (house, aunt) = (&town.house, &people[0]);
        assert_eq!(town.asks(&[aunt]).await, StatusCode::SEE_OTHER);
        let slot = town.cooking().await[1].0;
        assert_eq!(town.answers(aunt, "take", slot).await, StatusCode::SEE_OTHER);
        let people = format!("{}/folk", town.circle);
        let fields = form(&[("do", "owner"), ("name", "Moster"), ("email", aunt.email.as_deref().unwrap())]);
        assert_eq!(house.post(&people, &town.cookie, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.answers(aunt, "drop", slot).await, StatusCode::SEE_OTHER, "she can still give it back");
        // While her part in it is held back, her own page does not tell of it.
        assert_eq!(town.answers(aunt, "take", slot).await, StatusCode::SEE_OTHER);
        let mine = async || house.get("/min-side", &house.cookie(aunt).await).await.text.contains("Du hjælper");
        assert!(mine().await);
        let mut sql = house.app.db.write().await.unwrap();
        held_roles::hold(&mut sql, aunt.id, "letter").await.unwrap();
        sql.commit().await.unwrap();
        assert!(!mine().await);
    }
}

#[tokio::test]
async fn no_letter_leads_into_a_circle() {
    for (town, _) in towns(&[]).await {
        let page = town.house.get("/administration/breve", &town.cookie).await;
        assert!(page.status == StatusCode::OK && !page.text.contains(&town.id.to_string()), "{}", page.text);
        let fields = form(&[("space", &town.id.to_string()), ("role", "none"), ("many", "1"), ("days", "60")]);
        assert_eq!(town.house.post("/administration/breve", &town.cookie, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn what_is_ticked_late_in_the_day_is_needed_from_the_next() {
    for (town, _) in towns(&[]).await {
        let (house, cookie) = (&town.house, &town.cookie);
        house.clock.set(moment("2026-03-02T16:42:00+01:00"));
        let area = area(house, "Lyngholt", None).await.to_string();
        let fields = [
            ("name", "Familien"),
            ("phone", "20112233"),
            ("area", area.as_str()),
            ("basis", "vital"),
            ("preset", "shopping"),
            ("shopping-from", "14.00"),
            ("shopping-people", "1"),
        ];
        assert_eq!(house.post("/kreds/ny", cookie, &form(&fields)).await.status, StatusCode::SEE_OTHER);
        let day: (Option<chrono::DateTime<chrono::Utc>>,) = house.app.db.read().await.unwrap().one(&DAYS, args![]).await.unwrap();
        assert_eq!(day.0, Some(moment("2026-03-03T14:00:00+01:00")));
    }
}

#[tokio::test]
async fn a_form_that_is_not_accepted_is_a_reading_too() {
    for (town, _) in towns(&[("Hjalte", &[Kind::Cook])]).await {
        let colleague = town.house.person("Kaj").await;
        town.house.role(town.id, &colleague, Role::Facilitator).await;
        let (_, own) = town.owner().await;
        let cookie = town.house.cookie(&colleague).await;
        let slot = town.cooking().await[0].0;
        let answer = town.house.post(&format!("{}/tid/{slot}", town.circle), &cookie, "do=give").await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text.contains("Lukketsens"), "{}", answer.text);
        assert!(town.house.get(&format!("{}/laest", town.circle), &own).await.text.contains("Kaj"));
    }
}

#[tokio::test]
async fn those_in_a_circle_can_end_an_emergency_opening_of_it() {
    for (town, _) in towns(&[]).await {
        let house = &town.house;
        let (_, own) = town.owner().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let (asker, second) = (house.person("Anna").await, house.person("Bodil").await);
        house.role(root, &asker, Role::Secretary).await;
        house.role(root, &second, Role::Administrator).await;
        let slug = town.circle.split('/').nth(2).unwrap();
        let fields = form(&[("address", slug), ("reason", "Ingen svarer, og børnene skal hentes nu"), ("second", &second.id.to_string())]);
        let path = "/administration/noedaabning";
        let asked = house.post(path, &house.cookie(&asker).await, &fields).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let here = asked.location.split('?').next().unwrap().to_owned();
        // Who may ask may not agree to it once they have another task.
        let mut sql = house.app.db.write().await.unwrap();
        space::take_role(&mut sql, root, asker.id, Role::Secretary).await.unwrap();
        sql.commit().await.unwrap();
        let agree = async || house.post(&format!("{here}/enig"), &house.cookie(&second).await, "").await.status;
        assert_eq!(agree().await, StatusCode::CONFLICT);
        house.role(root, &asker, Role::Secretary).await;
        assert_eq!(agree().await, StatusCode::SEE_OTHER);
        let reads = async || house.get(&town.circle, &house.cookie(&asker).await).await.status;
        assert_eq!(reads().await, StatusCode::OK);
        let tries = house.get(&format!("/forloeb/{slug}/forsoeg"), &own).await.text;
        let end = tries.split("action=\"").map(|p| p.split('"').next().unwrap()).find(|p| p.ends_with("/slut")).unwrap();
        assert_eq!(house.post(end, &own, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(reads().await, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_key_of_a_closed_circle_does_not_come_back_from_an_older_key_file() {
    for (town, _) in towns(&[]).await {
        let house = &town.house;
        let keys = sealed::wrapped(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert_eq!(keys.len(), 1);
        let restored = async || {
            // A backup holds no keys.
            let mut sql = house.app.db.write().await.unwrap();
            sql.run(&FORGET_KEYS, args![]).await.unwrap();
            let put = sealed::put_back(&mut sql, &keys).await.unwrap();
            sql.commit().await.unwrap();
            put
        };
        assert_eq!(restored().await, 1);
        assert_eq!(house.post(&format!("{}/luk", town.circle), &town.cookie, &form(&[("sure", "yes"), ("lesson", "")])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(restored().await, 0);
    }
}
