//! The record of processing is what the program declares, with what the municipality says of it.

use axum::http::StatusCode;
use samskab_platform::access::Role;
use samskab_platform::words::Lang;
use samskab_platform::{Page, Visitor, personal};

use crate::house::{House, form};

const PATH: &str = "/administration/fortegnelse";

#[tokio::test]
async fn the_record_of_processing_holds_all_that_is_declared_and_what_the_municipality_says() {
    for house in House::both_with(|s| {
        s.text = Some(samskab_platform::settings::Text {
            url: "https://gateway.example/send?key=zx81-planted".into(),
            ..samskab_platform::settings::Text::sample()
        });
    })
    .await
    {
        let (secretary, administrator) = (house.secretary().await, house.person("Alma").await);
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &administrator, Role::Administrator).await;
        let cookie = house.cookie(&administrator).await;
        for path in [PATH.to_owned(), format!("{PATH}.pdf"), format!("{PATH}/meetings")] {
            assert_eq!(house.get(&path, &house.cookie(&secretary).await).await.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(house.get(&path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        let shown = house.get(PATH, &cookie).await.text;
        let page = Page::new(&house.app, &Visitor::stranger(Lang::Da), String::new());
        for declared in personal::all(&house.app) {
            let words = askama_escaped(&page.t(declared.word));
            assert!(shown.contains(&words), "{}.{}: {words}", declared.table, declared.column);
        }
        assert!(shown.contains("gateway.example") && !shown.contains("zx81-planted"), "a secret of the settings is not shown");
        assert!(shown.contains("Mangler hjemmel") && shown.contains("Sendte beskeder"), "{shown}");

        let basis = "Artikel 6, stk. 1, litra e, og <§ 82> i serviceloven";
        for part in ["meetings", "platform", "ways_in"] {
            let saved = house.post(&format!("{PATH}/{part}"), &cookie, &form(&[("basis", basis), ("receivers", "Ingen andre")])).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        }
        let saved = house.post(&format!("{PATH}/kommunen"), &cookie, &form(&[("officer", "Dorte Rådgiver, dpo@proeveby.example")])).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let shown = house.get(PATH, &cookie).await.text;
        assert_eq!(shown.matches(&askama_escaped(basis)).count(), 3);
        assert!(shown.contains("Dorte Rådgiver"));
        assert!(house.get(&format!("{PATH}/meetings"), &cookie).await.text.contains(&askama_escaped(basis)), "what was written is in the form");
        assert_eq!(house.get(&format!("{PATH}/findes-ikke"), &cookie).await.status, StatusCode::NOT_FOUND);
        let long = house.post(&format!("{PATH}/meetings"), &cookie, &form(&[("basis", &"x".repeat(1_001))])).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let paper = house.get(&format!("{PATH}.pdf"), &cookie).await;
        assert!(paper.status == StatusCode::OK && paper.text.starts_with("%PDF-"), "{}", paper.status);
        // Taken back, the program's own words stand there again.
        house.post(&format!("{PATH}/meetings"), &cookie, &form(&[("basis", "")])).await;
        assert_eq!(house.get(PATH, &cookie).await.text.matches(&askama_escaped(basis)).count(), 2);
    }
}

fn askama_escaped(text: &str) -> String {
    let escaped = text.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;");
    // As the page says it: figures and dates are held together, tests write ordinary spaces.
    escaped.replace('\u{a0}', " ")
}
