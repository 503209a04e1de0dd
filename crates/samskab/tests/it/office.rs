//! What the office sees of messages, and for how long.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::reading;

use crate::house::{House, form, morning};
use crate::told::{all, committee, news, reached, reader, sent, tell, written};

#[tokio::test]
async fn the_office_sees_messages_but_no_codes_and_the_reader_sees_who_looked() {
    for house in House::both().await {
        let (secretary, space, slug) = committee(&house).await;
        let ida = reader(&house, "Ida", "at_once").await;
        house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
        let code = all(&house.app).await.remove(0);
        let digits = code.subject.rsplit(' ').next().unwrap().to_owned();
        assert_eq!(digits.len(), 6);
        let (office, mine) = (house.cookie(&secretary).await, house.cookie(&ida).await);
        let body = form(&[("name", "Ny"), ("email", "ny@borger.example"), ("role", "member")]);
        house.post(&format!("/forloeb/{slug}/hold/inviter"), &office, &body).await;
        let invitation = all(&house.app).await.remove(0);
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        let told = written(&house.app).await.into_iter().find(|m| m.sort == "notice").unwrap();

        for path in
            ["/administration/beskeder".to_owned(), format!("/administration/beskeder/{}", code.id), format!("/administration/beskeder/{}", invitation.id)]
        {
            let page = house.get(&path, &office).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.text.contains(&digits), "{path} shows a code");
            assert!(!page.text.contains("/invitation/"), "{path} shows an invitation's link");
            assert!(!page.text.contains("/afmeld/"), "{path} shows the way to leave");
            assert_eq!(house.get(&path, &mine).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(house.get(&format!("/administration/beskeder/{}", told.id), &office).await.text.contains("Det går."));
        let looked = reading::of_person(&mut house.app.db.read().await.unwrap(), ida.id, 10).await.unwrap();
        assert!(looked.iter().any(|(_, who, what)| who.as_deref() == Some("Sille") && what == "reading-message"), "{looked:?}");
        assert!(house.get("/administration/beskeder", &office).await.text.contains("Der er ikke sat mail op."));

        // Stopped: it is not sent, until somebody wants it to be.
        let stop = format!("/administration/beskeder/{}/stop", told.id);
        assert!(house.post(&stop, &office, "").await.status.is_redirection());
        assert_eq!(house.post(&stop, &office, "").await.status, StatusCode::CONFLICT);
        assert!(house.get("/administration/beskeder?tilstand=stopped", &office).await.text.contains("noget"));
        let test = house.post("/administration/beskeder/proev", &office, "way=mail").await;
        assert!(house.get(&test.location, &office).await.text.contains("Du bad om en prøve."));
    }
}

#[tokio::test]
async fn what_a_sent_message_said_is_removed_after_a_month_unless_it_is_held() {
    let house = House::sqlite().await;
    let (secretary, ida) = (house.secretary().await, house.person("Ida").await);
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    reached(&house, &ida, "daily", "letter", None, Some("Bygaden 1"), "da").await;
    house.role(house.app.municipality_space().await.unwrap().id, &secretary, Role::Administrator).await;
    tell(&house.app, space, &ida, &news(&house.app, "noget").pressing()).await;
    sent(&house.app).await;
    let letter = all(&house.app).await.remove(0);
    let office = house.cookie(&secretary).await;
    house.post("/administration/beskeder/breve", &office, &form(&[("letters", &letter.id.to_string())])).await;
    let desk = samskab::DESKS.iter().find(|d| d.name == "messages").unwrap();
    for (days, kept) in [(29, true), (31, false)] {
        house.clock.set(morning() + Duration::days(days));
        (desk.tick)(&house.app).await.unwrap();
        let row = all(&house.app).await.remove(0);
        assert_eq!(!row.body.is_empty(), kept, "after {days} days");
        assert!(row.sent_at.is_some(), "that it was sent is still known");
    }
    house.clock.set(morning());
}
