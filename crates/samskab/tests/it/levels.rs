//! How surely one must know who somebody is in a space: chosen when it is made, and kept wherever it is told of.

use axum::http::StatusCode;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::{search, space};

use crate::house::{House, form};
use crate::thread::MANDATE;

#[tokio::test]
async fn how_surely_people_must_sign_in_is_chosen_when_a_space_is_made() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (low, sure) = (house.cookie(&sille).await, house.cookie_of(&sille, Assurance::Substantial).await);
        let page = house.get("/forloeb/ny", &sure).await.text;
        assert!(page.contains("Hvad skal man logge ind med for at være med?") && page.contains("MitID eller lignende"), "in plain words");
        assert!(page.contains("value=\"substantial\"") && !page.contains("value=\"high\""), "not more than one's own session has");
        assert!(!house.get("/forloeb/ny", &low).await.text.contains("Hvad skal man logge ind med"), "no question with one answer");

        let make = async |cookie: &str, title: &str, level: &str| {
            let body = [("recipe", "task_committee"), ("title", title), ("summary", "Om noget"), ("area", ""), ("visibility", "members"), ("level", level)];
            house.post("/forloeb/ny", cookie, &form(&body)).await
        };
        assert_eq!(make(&sure, "Ungepolitik", "substantial").await.status, StatusCode::SEE_OTHER, "{}", house.kind);
        let made = space::by_slug(&mut house.app.db.read().await.unwrap(), "ungepolitik").await.unwrap();
        assert_eq!(made.assurance, Assurance::Substantial);
        assert_eq!(house.get("/forloeb/ungepolitik", &low).await.status, StatusCode::FORBIDDEN, "from the first moment");
        assert_eq!(house.get("/forloeb/ungepolitik", &sure).await.status, StatusCode::OK);
        for (cookie, level) in [(&sure, "high"), (&low, "substantial"), (&sure, "")] {
            let answer = make(cookie, "Andet", level).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{level:?}");
        }
        assert_eq!(make(&low, "Havnen", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(space::by_slug(&mut house.app.db.read().await.unwrap(), "havnen").await.unwrap().assurance, Assurance::Low);
    }
}

#[tokio::test]
async fn what_lies_behind_a_surer_sign_in_is_told_of_nowhere_below_it() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let karl = house.person("Karl").await;
        for (title, visibility) in [("Vindmøllerne", Visibility::Members), ("Solcellerne", Visibility::Public), ("Bølgekraften", Visibility::Registered)] {
            let (id, slug) = house.committee(&sille, title, visibility).await;
            house.role(id, &karl, Role::Member).await;
            let written = house.post(&format!("/forloeb/{slug}/ramme/skriv"), &house.cookie(&sille).await, &form(MANDATE)).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
            let mut sql = house.app.db.write().await.unwrap();
            space::set_assurance(&mut sql, id, Assurance::Substantial).await.unwrap();
            sql.commit().await.unwrap();
        }
        search::reindex_all(&house.app).await.unwrap();
        let (low, sure) = (house.cookie(&karl).await, house.cookie_of(&karl, Assurance::Substantial).await);
        let hidden = ["Vindmøllerne", "Bølgekraften"];

        let mine = house.get("/min-side", &sure).await.text;
        for (title, slug) in [("Vindmøllerne", "vindmoellerne"), ("Solcellerne", "solcellerne"), ("Bølgekraften", "boelgekraften")] {
            assert!(mine.contains(&format!("href=\"/forloeb/{slug}/ramme\"")) && mine.contains(title), "{title} on {}", house.kind);
        }
        assert!(!mine.contains("Noget af dit viser vi først"));
        let mine = house.get("/min-side", &low).await.text;
        assert!(!mine.contains("/ramme\"") && !mine.contains("Vindmøllerne") && !mine.contains("Bølgekraften"), "{mine}");
        assert!(mine.contains("Noget af dit viser vi først") && mine.contains("/log-ind/sikrere"), "and they are told why");

        for path in ["/", "/forloeb", "/forloeb?mine=ja", "/soeg?q=vindm%C3%B8llerne", "/soeg?q=b%C3%B8lgekraften"] {
            let page = house.get(path, &low).await.text;
            assert!(hidden.iter().all(|title| !page.contains(&format!(">{title}<"))), "{path} on {}: {page}", house.kind);
        }
        assert!(house.get("/forloeb", &low).await.text.contains("Solcellerne"), "what everybody may read is listed");
        let listed = house.get("/forloeb", &sure).await.text;
        assert!(hidden.iter().all(|title| listed.contains(title)));
        for slug in ["vindmoellerne", "boelgekraften"] {
            for path in ["", "/aktivitet", "/ramme"] {
                assert_eq!(house.get(&format!("/forloeb/{slug}{path}"), &low).await.status, StatusCode::FORBIDDEN, "{slug}{path}");
            }
        }

        // Nor in the municipality's journal, for an administrator who came in by a code in a mail.
        house.role(house.app.municipality_space().await.unwrap().id, &karl, Role::Administrator).await;
        let copied = async |cookie: &str, format: &str| house.post(&format!("/administration/journal/kopi?format={format}"), cookie, "").await.text;
        let read = async |cookie: &str| {
            let page = house.get("/administration/journal", cookie).await.text;
            format!("{page}{}{}", copied(cookie, "csv").await, copied(cookie, "json").await)
        };
        let (below, above) = (read(&low).await, read(&sure).await);
        assert!(hidden.iter().all(|title| !below.contains(title)) && below.contains("Solcellerne"), "on {}: {below}", house.kind);
        assert!(hidden.iter().all(|title| above.contains(title)), "{}", house.kind);
    }
}
