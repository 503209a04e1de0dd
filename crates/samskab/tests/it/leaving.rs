//! Leaving by a mail's own link, without signing in.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use samskab_platform::access::Visibility;
use samskab_platform::outbox;

use crate::house::{House, form};
use crate::told::{all, committee, news, reader, tell, written};

#[tokio::test]
async fn one_click_leaves_without_signing_in_and_nothing_more_comes() {
    for house in House::both().await {
        let (secretary, space, slug) = committee(&house).await;
        let (other, _) = house.committee(&secretary, "Havnen", Visibility::Public).await;
        let ida = reader(&house, "Ida", "at_once").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget")).await;
        let mail = written(&house.app).await.remove(0);
        let path = outbox::leave_path(&house.app.secret, mail.id);
        // As a mail provider asks: no cookie, no origin, no Sec-Fetch-Site.
        let click = |path: String| {
            let request =
                Request::builder().method(Method::POST).uri(path).header("host", "samskab.example").header("content-type", "application/x-www-form-urlencoded");
            house.request(request.body(Body::from("List-Unsubscribe=One-Click")).unwrap())
        };
        assert_eq!(house.get(&path, "").await.status, StatusCode::OK);
        assert_eq!(click(path.clone()).await.status, StatusCode::OK, "{}", house.kind);
        assert_eq!(click(path.clone()).await.status, StatusCode::OK, "twice is no harm");
        let forged = format!("{}{}", &path[..path.len() - 1], if path.ends_with('0') { '1' } else { '0' });
        assert_eq!(click(forged).await.status, StatusCode::NOT_FOUND);
        tell(&house.app, space, &ida, &news(&house.app, "mere")).await;
        tell(&house.app, other, &ida, &news(&house.app, "fra et andet sted")).await;
        let mails = written(&house.app).await;
        assert_eq!(mails.len(), 2, "only from the other space");
        assert!(mails[0].subject.contains("Havnen"));

        // Everything, in the browser; an invitation sent to her by name still comes.
        let post = |body: &'static str| house.post(&path, "", body);
        assert!(post("leave=everything").await.location.contains("klar=less-chosen"));
        tell(&house.app, other, &ida, &news(&house.app, "intet")).await;
        let cookie = house.cookie(&secretary).await;
        let body = form(&[("name", "Ida"), ("email", "ida@borger.example"), ("role", "member")]);
        assert!(house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &body).await.status.is_redirection());
        let mails = written(&house.app).await;
        assert_eq!(mails.len(), 3);
        assert!(mails.iter().any(|m| m.sort == "direct"));

        // And back.
        assert!(post("stay=everything").await.location.contains("klar=less-undone"));
        assert!(post("stay=space").await.location.contains("klar=less-undone"));
        tell(&house.app, space, &ida, &news(&house.app, "igen")).await;
        assert_eq!(written(&house.app).await.len(), 4);
        // Only what is urgent; undone, it is as often as before.
        let answer = post("leave=important").await;
        assert!(answer.location.contains("foer=at_once"), "{}", answer.location);
        tell(&house.app, space, &ida, &news(&house.app, "uvigtigt")).await;
        tell(&house.app, space, &ida, &news(&house.app, "vigtigt").pressing()).await;
        assert_eq!(written(&house.app).await.len(), 5);
        post("stay=important&before=at_once").await;
        tell(&house.app, space, &ida, &news(&house.app, "nu igen")).await;
        assert_eq!(written(&house.app).await.len(), 6);
    }
}

#[tokio::test]
async fn a_stranger_can_ask_not_to_be_invited_any_more() {
    let house = House::sqlite().await;
    let (secretary, _, slug) = committee(&house).await;
    let cookie = house.cookie(&secretary).await;
    let invite = || async {
        house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &form(&[("name", "Ny"), ("email", "ny@borger.example"), ("role", "member")])).await
    };
    invite().await;
    let path = outbox::leave_path(&house.app.secret, all(&house.app).await[0].id);
    assert!(house.post(&path, "", "leave=everything").await.location.contains("klar=less-chosen"));
    invite().await;
    let page = house.get("/administration/beskeder?tilstand=stopped", &cookie).await.text;
    assert!(page.contains("ny@borger.example"), "the second one waits for nobody, and the office can see it");
    house.post("/log-ind", "", &form(&[("email", "ny@borger.example")])).await;
    assert_eq!(all(&house.app).await[0].sort, "secret", "a code that was asked for still comes");
}
