//! Those who do not use mail: text messages through a real gateway on loopback, letters and calls.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::outbox::Notice;
use samskab_platform::settings::Text;

use crate::house::{House, form, morning};
use crate::process::free_port;
use crate::providers::{Provider, taken};
use crate::told::{all, committee, helped_by, news, reached, sent, tell};

#[tokio::test(flavor = "multi_thread")]
async fn text_messages_go_through_a_real_gateway_that_is_down_slow_and_strict() {
    let port = free_port();
    let gateway = Text {
        url: format!("http://127.0.0.1:{port}/send"),
        header: Some("Authorization".into()),
        token: Some("Bearer token of a test".into()),
        success_field: Some("messages.0.status".into()),
        success_value: Some("queued".into()),
        ..Text::sample()
    };
    for house in House::both_with(|s| {
        s.text = Some(gateway.clone());
        s.outgoing.allow = vec![format!("127.0.0.1:{port}")];
    })
    .await
    {
        let _server = Provider::text(port, &["--fail=1", "--refuse=+4520000001", "--delay=30"]);
        let (_, space, slug) = committee(&house).await;
        let (ida, bo) = (house.person("Ida").await, house.person("Bo").await);
        reached(&house, &ida, "at_once", "text", Some("20 12 34 56"), None, "da").await;
        reached(&house, &bo, "at_once", "text", Some("20000001"), None, "da").await;
        tell(&house.app, space, &ida, &Notice::new("mail-stage", format!("/forloeb/{slug}"), house.clock.id()).with("stage", "Dialogen")).await;
        sent(&house.app).await;
        let row = all(&house.app).await.remove(0);
        assert!(row.sent_at.is_none() && row.last_error.as_deref().unwrap().contains("503"), "{row:?}");
        house.clock.set(morning() + Duration::minutes(2));
        tell(&house.app, space, &bo, &news(&house.app, "noget")).await;
        sent(&house.app).await;
        let rows = all(&house.app).await;
        assert!(rows[0].failed_at.is_some() && rows[0].attempts == 1, "a number that does not exist is not tried again: {:?}", rows[0]);
        assert!(rows[1].sent_at.is_some(), "{:?}", rows[1]);

        let taken = taken(port);
        assert_eq!(taken.as_array().unwrap().len(), 1, "{taken}");
        let text = taken[0]["text"].as_str().unwrap();
        assert_eq!((taken[0]["to"].as_str(), taken[0]["from"].as_str()), (Some("+4520123456"), Some("Kommunen")));
        let short = text.strip_prefix("Prøveby Kommune: Ungepolitik: nu er vi nået til Dialogen http://samskab.example").unwrap_or_else(|| panic!("{text}"));
        assert!(samskab_platform::text::parts(text) == 1, "{text}");
        assert_eq!(house.get(short, "").await.location, format!("/forloeb/{slug}"), "the short address leads there");
        let mine = house.cookie(&bo).await;
        assert!(house.get("/min-side/beskeder", &mine).await.text.contains("Vi kan ikke nå dig på sms."));
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn letters_are_printed_and_calls_are_made_by_those_they_are_for() {
    for house in House::both().await {
        let (secretary, space, _) = committee(&house).await;
        let (gunnar, inger, jytte, other) =
            (house.person("Gunnar").await, house.person("Inger").await, house.person("Jytte").await, house.person("Nabo").await);
        reached(&house, &gunnar, "daily", "letter", None, Some("Møllevej 14\n8888 Lyngholt"), "da").await;
        reached(&house, &inger, "daily", "phone", Some("20001234"), None, "da").await;
        helped_by(&house, &inger, &jytte).await;
        for person in [&gunnar, &inger] {
            for what in ["hallen", "bussen"] {
                tell(&house.app, space, person, &news(&house.app, what)).await;
            }
        }
        let (office, helper, neighbour) = (house.cookie(&secretary).await, house.cookie(&jytte).await, house.cookie(&other).await);
        // Calls come every morning, letters on Mondays (9 March 2026).
        house.clock.set(morning() + Duration::days(1));
        sent(&house.app).await;
        assert!(house.get("/administration/beskeder/breve", &office).await.text.contains("Der er ingen breve"));
        let page = house.get("/min-side/ring", &helper).await.text;
        assert!(page.contains("Inger") && page.contains("Nyt om »hallen«") && page.contains("20001234"), "{page}");
        assert!(!house.get("/min-side/ring", &neighbour).await.text.contains("Inger"));
        let call = all(&house.app).await.remove(0);
        let told = |cookie: String, to: &'static str| {
            let (house, path) = (&house, format!("{to}/{}", call.id));
            async move { house.post(&path, &cookie, &form(&[("note", "Kommer gerne")])).await.status }
        };
        assert_eq!(told(neighbour.clone(), "/min-side/ring").await, StatusCode::NOT_FOUND, "only her helper and the office");
        assert_eq!(told(helper.clone(), "/min-side/ring").await, StatusCode::SEE_OTHER);
        assert_eq!(told(office.clone(), "/administration/beskeder/ring").await, StatusCode::NOT_FOUND, "it is done");
        let page = house.get("/administration/beskeder/ring", &office).await.text;
        assert!(page.contains("Jytte fortalte det til Inger") && page.contains("Kommer gerne"), "{page}");

        house.clock.set(morning() + Duration::days(7));
        sent(&house.app).await;
        let page = house.get("/administration/beskeder/breve", &office).await.text;
        assert!(page.contains("Møllevej 14\n8888 Lyngholt") && page.contains("Nyt om »bussen«") && page.contains("samskab.example/b/"), "{page}");
        assert_eq!(house.get("/administration/beskeder/breve", &neighbour).await.status, StatusCode::FORBIDDEN);
        let letter = all(&house.app).await.remove(0);
        assert_eq!(letter.way, "letter");
        let body = form(&[("letters", &letter.id.to_string())]);
        assert_eq!(house.post("/administration/beskeder/breve", &office, &body).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post("/administration/beskeder/breve", &office, &body).await.status, StatusCode::CONFLICT);
        assert!(house.get("/administration/beskeder/breve?uge=2026-11", &office).await.text.contains("Møllevej 14"), "printed once more");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn whoever_prints_letters_and_makes_calls_reads_nothing_of_a_sealed_space() {
    for (house, _) in crate::sealed::houses().await {
        let (secretary, open, _) = committee(&house).await;
        let (sealed, slug) = house.committee(&secretary, crate::sealed::PHRASE, samskab_platform::access::Visibility::Sealed).await;
        let title = samskab_platform::space::by_id(&mut house.app.db.read().await.unwrap(), sealed).await.unwrap().title;
        let (gunnar, inger, mette) = (house.person("Gunnar").await, house.person("Inger").await, house.person("Mette").await);
        reached(&house, &gunnar, "daily", "letter", None, Some("Møllevej 14\n8888 Lyngholt"), "da").await;
        reached(&house, &inger, "daily", "phone", Some("20001234"), None, "da").await;
        reached(&house, &mette, "daily", "mail", None, None, "da").await;
        let news = |what: &str| {
            Notice::new("mail-progress", format!("/forloeb/{slug}/aftaler/1"), house.clock.id()).with("what", what).with("text", "Går.").with("who", "Bo")
        };
        for person in [&gunnar, &inger, &mette] {
            for what in ["kørslen", "børnene"] {
                tell(&house.app, sealed, person, &news(what)).await;
            }
            for what in ["hallen", "bussen"] {
                tell(&house.app, open, person, &crate::told::news(&house.app, what)).await;
            }
            tell(&house.app, sealed, person, &news("natten").direct()).await;
        }
        for days in [0, 1, 7] {
            house.clock.set(morning() + Duration::days(days));
            sent(&house.app).await;
        }
        let office = house.cookie(&secretary).await;
        let secrets = ["kørslen", "børnene", "natten", &slug, &title, crate::sealed::PHRASE];
        let shown = async |path: &str| {
            let text = house.get(path, &office).await.text;
            let told = secrets.into_iter().find(|secret| text.contains(secret));
            assert!(told.is_none(), "{path} shows {told:?} ({}): {text}", house.kind);
            text
        };
        let letters = shown("/administration/beskeder/breve").await;
        assert!(letters.contains("Møllevej 14") && letters.contains("Der er nyt til dig") && letters.contains("Nyt om »hallen«"), "{letters}");
        let calls = shown("/administration/beskeder/ring").await;
        assert!(calls.contains("20001234") && calls.contains("Der er nyt til dig"), "{calls}");
        shown("/administration/beskeder").await;
        for message in all(&house.app).await {
            shown(&format!("/administration/beskeder/{}", message.id)).await;
            if message.way != "mail" {
                assert!(secrets.iter().all(|s| !message.subject.contains(s) && !message.body.contains(s) && !message.link.contains(s)), "{message:?}");
            }
        }
        // By mail the reader is told, in a message of its own.
        let mails: Vec<_> = all(&house.app).await.into_iter().filter(|m| m.way == "mail" && m.person_id == Some(mette.id)).collect();
        assert!(
            mails.iter().any(|m| m.body.contains("børnene")) && mails.iter().all(|m| !(m.body.contains("børnene") && m.body.contains("hallen"))),
            "{mails:?}"
        );
        house.clock.set(morning());
    }
}
