//! Who knows of a sealed space: those who are in it. To everybody else, whatever their role, it does not exist.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::attempt;
use samskab_platform::person::Person;
use samskab_platform::{args, space, statements};
use uuid::Uuid;

use crate::house::{House, form};
use crate::sealed::{PHRASE, houses};
use crate::strangers::routes;
use crate::walks::path_of;

statements! {
    PAYLOADS = "SELECT payload FROM journal WHERE payload IS NOT NULL";
}

/// A sealed space with its owner, coordinator and helper, and an open one beside it; and somebody with every role in the municipality
/// and none in the sealed space.
struct Town {
    house: House,
    id: Uuid,
    slug: String,
    title: String,
    open: String,
    coordinator: Person,
    owner: Person,
    helper: Person,
    office: Person,
}

async fn towns() -> Vec<Town> {
    let mut towns = vec![];
    for (house, _) in houses().await {
        let coordinator = house.secretary().await;
        let (_, open) = house.committee(&coordinator, "Ungepolitik", Visibility::Public).await;
        let (id, slug) = house.committee(&coordinator, PHRASE, Visibility::Sealed).await;
        let (owner, helper, office) = (house.person("Ejner").await, house.person("Hjalte").await, house.person("Nysgerrig").await);
        house.role(id, &coordinator, Role::Facilitator).await;
        house.role(id, &owner, Role::Owner).await;
        house.role(id, &helper, Role::Helper).await;
        let root = house.app.municipality_space().await.unwrap().id;
        for role in [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council, Role::Politician] {
            house.role(root, &office, role).await;
        }
        // Something has happened in it.
        let cookie = house.cookie(&coordinator).await;
        assert_eq!(house.post(&format!("/forloeb/{slug}/trin"), &cookie, "stage=team").await.status, StatusCode::SEE_OTHER);
        let title = space::by_id(&mut house.app.db.read().await.unwrap(), id).await.unwrap().title;
        towns.push(Town { house, id, slug, title, open, coordinator, owner, helper, office });
    }
    towns
}

#[tokio::test]
async fn whoever_is_not_in_a_sealed_space_gets_the_answer_of_an_address_that_does_not_exist() {
    for town in towns().await {
        let house = &town.house;
        let nothing = format!("{}zzzz", &town.slug[..town.slug.len() - 4]);
        assert_eq!(nothing.len(), town.slug.len());
        let id = house.app.clock.id().to_string();
        let stranger = String::new();
        let (office, helper, neighbour) = (house.cookie(&town.office).await, house.cookie(&town.helper).await, house.person("Nabo").await);
        let neighbour = house.cookie(&neighbour).await;
        let mut asked = 0;
        for (method, pattern) in routes().into_iter().filter(|(_, p)| p.contains("{slug}")) {
            for cookie in [&stranger, &office, &helper, &neighbour] {
                let method = Method::from_bytes(method.as_bytes()).unwrap();
                let there = house.send(method.clone(), &path_of(&pattern, &town.slug, &id), cookie, "").await;
                let nowhere = house.send(method.clone(), &path_of(&pattern, &nothing, &id), cookie, "").await;
                assert_eq!(there.status, nowhere.status, "{method} {pattern} ({})", house.kind);
                assert_eq!(there.text.replace(&town.slug, "SLUG"), nowhere.text.replace(&nothing, "SLUG"), "{method} {pattern} ({})", house.kind);
                assert_eq!((&there.location, &there.cookies), (&nowhere.location, &nowhere.cookies), "{method} {pattern}");
                assert!(there.is_refusal(), "{method} {pattern}: {}", there.status);
                asked += 1;
            }
        }
        assert!(asked > 400, "only {asked}");
        // Those who are in it see it.
        for person in [&town.owner, &town.coordinator] {
            assert!(house.get(&format!("/forloeb/{}", town.slug), &house.cookie(person).await).await.text.contains(PHRASE));
        }
    }
}

#[tokio::test]
async fn no_page_tells_the_municipality_the_helper_or_a_stranger_that_a_sealed_space_is_there() {
    for town in towns().await {
        let house = &town.house;
        samskab_platform::search::reindex_all(&house.app).await.unwrap();
        let cookies = [String::new(), house.cookie(&town.office).await, house.cookie(&town.helper).await];
        let ids = [town.owner.id, town.helper.id, town.id, house.app.clock.id()].map(|id| id.to_string());
        let mut pages = 0;
        for (_, pattern) in routes().into_iter().filter(|(m, p)| m == "GET" && !p.starts_with("/live")) {
            let paths: std::collections::BTreeSet<String> = ids.iter().map(|id| path_of(&pattern, &town.open, id)).collect();
            for path in paths {
                for cookie in &cookies {
                    let answer = house.get(&path, cookie).await;
                    assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
                    let text = answer.text.replace(&path, "");
                    let told = [PHRASE, &town.slug, &town.title].into_iter().find(|what| text.contains(*what));
                    assert!(told.is_none(), "{path} shows {told:?} ({})", house.kind);
                    pages += usize::from(answer.status.is_success());
                }
            }
        }
        assert!(pages > 150, "only {pages}");
        for asked in ["/soeg?q=Ulykkesramt".to_owned(), format!("/soeg?q={}", town.slug), format!("/administration/journal?forloeb={}", town.slug)] {
            let text = house.get(&asked, &cookies[1]).await.text.replace(&town.slug, "");
            assert!(!text.contains(PHRASE) && !text.contains(&town.title), "{asked}");
        }
        // The owner's own pages do name it, by its neutral title.
        assert!(house.get("/min-side", &house.cookie(&town.owner).await).await.text.contains(&town.slug));
        assert!(!house.get("/min-side", &cookies[2]).await.text.contains(&town.slug), "a helper's list does not hold it");
        // No journal holds a word of it.
        let payloads: Vec<(String,)> = house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.len() > 2 && payloads.iter().all(|(p,)| !p.contains(PHRASE) && !p.contains(&town.title)), "{payloads:?}");
    }
}

#[tokio::test]
async fn an_administrator_lets_nobody_into_a_sealed_space() {
    for town in towns().await {
        let house = &town.house;
        let cookie = house.cookie(&town.office).await;
        let (id, nobody) = (town.id.to_string(), house.app.clock.id().to_string());
        for path in [format!("/administration/personer/{}/rolle", town.office.id), format!("/administration/personer/{}/rolle/fjern", town.owner.id)] {
            let ask = async |space: &str| house.post(&path, &cookie, &form(&[("space", space), ("role", "facilitator")])).await;
            let (there, nowhere) = (ask(&id).await, ask(&nobody).await);
            assert!(there.is_refusal(), "{path}: {}", there.status);
            assert_eq!((there.status, there.text), (nowhere.status, nowhere.text), "{path}");
        }
        let mut sql = house.app.db.read().await.unwrap();
        assert!(space::roles_of(&mut sql, town.id, town.office.id).await.unwrap().is_empty());
        assert_eq!(space::roles_of(&mut sql, town.id, town.owner.id).await.unwrap(), [Role::Owner]);
        assert_eq!(space::roles_of(&mut sql, town.id, town.helper.id).await.unwrap(), [Role::Helper]);
        assert_eq!(space::with_role(&mut sql, town.id, Role::Helper).await.unwrap(), [town.helper.id]);
        assert!(space::contributors(&mut sql, town.id).await.unwrap().iter().all(|p| *p != town.helper.id), "a helper is told nothing of the space");
    }
}

#[tokio::test]
async fn a_refused_attempt_is_on_record_for_the_owner_and_the_coordinator_alone() {
    for town in towns().await {
        let house = &town.house;
        let path = format!("/forloeb/{}", town.slug);
        let office = house.cookie(&town.office).await;
        for _ in 0..3 {
            assert_eq!(house.get(&path, &office).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(house.post(&format!("{path}/trin"), &office, "stage=team").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&path, "").await.status, StatusCode::NOT_FOUND);
        let noted = async || attempt::of_space(&mut house.app.db.read().await.unwrap(), town.id).await.unwrap();
        for _ in 0..100 {
            if noted().await.first().is_some_and(|a| a.times == 4) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let all = noted().await;
        assert!(all.len() == 1 && all[0].name == "Nysgerrig" && all[0].times == 4, "{all:?} ({})", house.kind);
        for person in [&town.owner, &town.coordinator] {
            let cookie = house.cookie(person).await;
            assert!(house.get(&path, &cookie).await.text.contains(&format!("{path}/forsoeg")));
            assert!(house.get(&format!("{path}/forsoeg"), &cookie).await.text.contains("Nysgerrig"));
        }
        let member = house.person("Medlem").await;
        house.role(town.id, &member, Role::Member).await;
        assert_eq!(house.get(&format!("{path}/forsoeg"), &house.cookie(&member).await).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&format!("/forloeb/{}/forsoeg", town.open), &house.cookie(&town.coordinator).await).await.status, StatusCode::NOT_FOUND);
    }
}
