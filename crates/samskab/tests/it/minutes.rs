//! Minutes: written by many at once, merged without a script, approved, and true to who was there.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use chrono::Duration;
use samskab_meetings::Kind;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::args;

use crate::house::{House, form, morning};
use crate::meetings::{JOURNAL, committee, do_, item, link, planned};

/// The texts of the minutes as somebody's script gets them.
async fn texts(house: &House, base: &str, cookie: &str) -> BTreeMap<String, String> {
    let answer = house.get(&format!("{base}/referat/tekster"), cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let json: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    let pair = |t: &serde_json::Value| (t["id"].as_str().unwrap().to_owned(), t["text"].as_str().unwrap().to_owned());
    json["texts"].as_array().unwrap().iter().map(pair).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn five_who_write_the_minutes_at_once_lose_no_word_and_end_with_the_same_text() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let office = house.cookie(&secretary).await;
        let point = item(&house, &base, &office, &[("title", "Haller")]).await;
        let mut writers = vec![office.clone()];
        for member in &members {
            writers.push(house.cookie(member).await);
        }
        let fifth = house.person("Per").await;
        house.role(space, &fifth, Role::Politician).await;
        writers.push(house.cookie(&fifth).await);

        const ROUNDS: usize = 30;
        let house = std::sync::Arc::new(house);
        let mut work = tokio::task::JoinSet::new();
        for (n, cookie) in writers.iter().cloned().enumerate() {
            let (house, base, texts) = (house.clone(), base.clone(), [point.clone(), id.clone()]);
            work.spawn(async move {
                // What this one has on the screen: each change begins with it, as in the script.
                let mut mine = [String::new(), String::new()];
                for round in 0..ROUNDS {
                    let which = (n + round) % 3 % 2;
                    let word = format!("w{n}x{round}");
                    let before = mine[which].clone();
                    // At the end, at the beginning, or between two words in the middle.
                    let gaps: Vec<usize> = before.match_indices(' ').map(|(i, _)| i).collect();
                    let after = match (round % 3, gaps.get(gaps.len() / 2)) {
                        (0, _) | (_, None) => format!("{before}{}{word}", if before.is_empty() { "" } else { " " }),
                        (1, _) => format!("{word} {before}"),
                        (_, Some(gap)) => format!("{} {word}{}", &before[..*gap], &before[*gap..]),
                    };
                    let edit = house.app.clock.id().to_string();
                    let body = form(&[("text", &texts[which]), ("edit", &edit), ("base", &before), ("mine", &after)]);
                    let path = format!("{base}/referat/skriv");
                    let answer = house.post(&path, &cookie, &body).await;
                    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
                    if round % 7 == 0 {
                        // The answer was lost on its way: the same is sent once more, and written once.
                        assert_eq!(house.post(&path, &cookie, &body).await.status, StatusCode::OK);
                    }
                    let json: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
                    json["text"].as_str().unwrap().clone_into(&mut mine[which]);
                }
            });
        }
        while let Some(done) = work.join_next().await {
            done.unwrap();
        }
        let first = texts(&house, &base, &writers[0]).await;
        for cookie in &writers {
            assert_eq!(texts(&house, &base, cookie).await, first, "all have the same");
        }
        let mut words: Vec<&str> = first.values().flat_map(|t| t.split_whitespace()).collect();
        words.sort_unstable();
        let mut expected: Vec<String> = (0..5).flat_map(|n| (0..ROUNDS).map(move |r| format!("w{n}x{r}"))).collect();
        expected.sort_unstable();
        assert_eq!(words, expected, "every word, once ({})", house.kind);
    }
}

#[tokio::test]
async fn without_a_script_the_form_is_merged_and_minutes_end_approved_and_stay() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let point = item(&house, &base, &office, &[("title", "Haller"), ("proposal", "At hallen åbner.")]).await;
        let minutes = format!("{base}/referat");
        let (edit, text, first) = (format!("edit-{point}"), format!("text-{point}"), format!("base-{point}"));
        let save = |cookie: String, began: &'static str, now: &'static str| {
            let (house, minutes, edit, text, first) = (&house, minutes.clone(), edit.clone(), text.clone(), first.clone());
            async move { house.post(&minutes, &cookie, &form(&[(&edit, &house.clock.id().to_string()), (&first, began), (&text, now)])).await.location }
        };
        assert!(save(office.clone(), "", "Sille skriver.\r\nTo linjer. ").await.ends_with("meetings-minutes-saved"));
        assert!(save(ida.clone(), "", "Ida også.").await.ends_with("meetings-minutes-merged"));
        let shown = house.get(&minutes, &ida).await.text;
        assert!(shown.contains("Sille skriver.\nTo linjer.") && shown.contains("Ida også."), "{shown}");
        assert!(house.get(&minutes, "").await.is_refusal(), "a draft is the team's");

        // Something that must not become public by accident is noticed before it does.
        save(ida.clone(), "", "Ring til Bo på 20 12 34 56.").await;
        let stopped = house.post(&format!("{minutes}/send"), &office, "until=2026-03-20").await;
        assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
        let all_of_it = texts(&house, &base, &ida).await[&point].clone();
        let body = form(&[
            ("text", &point),
            ("edit", &house.clock.id().to_string()),
            ("base", &all_of_it),
            ("mine", &all_of_it.replace("Ring til Bo på 20 12 34 56.", "")),
        ]);
        house.post(&format!("{minutes}/skriv"), &ida, &body).await;

        let wrong = house.post(&format!("{base}/beslutning"), &office, "decision=&for=ni").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (text, number) in [("Hallen åbner fredag.", "2026/1"), ("Køkkenet bliver malet.", "2026/2")] {
            do_(&house, &format!("{base}/beslutning"), &office, &[("item", &point), ("decision", text), ("for", "9"), ("against", "2")]).await;
            assert!(house.get(&format!("/forloeb/{slug}/moeder/beslutninger"), "").await.text.contains(number));
        }
        let page = house.get(&base, "").await.text;
        let decision = link(&page, &format!("/forloeb/{slug}/moeder/beslutninger/"), "\"");
        let one = house.get(&format!("/forloeb/{slug}/moeder/beslutninger/{decision}"), "").await.text;
        assert!(one.contains("Hallen åbner fredag.") && one.contains("9 for, 2 imod"), "{one}");
        assert!(house.post(&format!("/forloeb/{slug}/moeder/punkt/{point}/fjern"), &office, "").await.status == StatusCode::CONFLICT, "what was treated stays");

        // Sent: everyone reads it, nobody writes, the team can object; an objection stops it from being approved by itself.
        do_(&house, &format!("{minutes}/send"), &office, &[("until", "2026-03-20")]).await;
        assert!(house.get(&minutes, "").await.text.contains("Sille skriver."));
        let late = house
            .post(&format!("{minutes}/skriv"), &ida, &form(&[("text", &point), ("edit", &house.clock.id().to_string()), ("base", ""), ("mine", "x")]))
            .await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        do_(&house, &format!("{minutes}/indsigelse"), &ida, &[("text", "Jeg sagde noget andet.")]).await;
        house.clock.set(morning() + Duration::days(30));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        assert!(house.get(&minutes, "").await.text.contains("Sendt til godkendelse"), "somebody has objected");
        let office = house.cookie(&secretary).await;
        do_(&house, &format!("{minutes}/tilbage"), &office, &[]).await;
        do_(&house, &format!("{minutes}/send"), &office, &[("until", "2026-04-10")]).await;
        house.clock.set(morning() + Duration::days(60));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        let office = house.cookie(&secretary).await;
        let approved = house.get(&minutes, "").await.text;
        assert!(approved.contains("Godkendt") && approved.contains("Jeg sagde noget andet."), "{approved}");
        for path in ["tilbage", "godkend"] {
            assert_eq!(house.post(&format!("{minutes}/{path}"), &office, "").await.status, StatusCode::CONFLICT, "{path}");
        }
        assert_eq!(house.post(&format!("{base}/beslutning"), &office, "decision=For+sent").await.status, StatusCode::CONFLICT);
        do_(&house, &format!("{minutes}/rettelse"), &office, &[("text", "Der skulle stå lørdag.")]).await;
        assert!(house.get(&minutes, "").await.text.contains("Der skulle stå lørdag."));
        // The journal remembers a digest of what was approved.
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        let (_, payload) = journal.iter().find(|(verb, _)| verb == "meetings.lapse").unwrap();
        assert!(payload.contains("\"digest\":\""), "{payload}");
        assert!(house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text.contains("Ingen gjorde indsigelse inden fristen"));
    }
}

/// The names of those who were there, as the minutes' page says it.
async fn minuted(house: &House, base: &str, cookie: &str) -> String {
    let page = house.get(&format!("{base}/referat"), cookie).await.text;
    link(&page, "id=\"there\"", "</section>")
}

#[tokio::test]
async fn whoever_leaves_the_team_stays_in_the_minutes_of_the_meetings_they_were_at() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let guest = house.person("Gæst").await;
        let id = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming")]).await;
        do_(&house, &format!("{base}/svar"), &bo, &[("wish", "declined")]).await;
        do_(&house, &format!("{base}/svar"), &house.cookie(&guest).await, &[("wish", "coming")]).await;
        let path = format!("{base}/deltagere");
        let list = house.get(&path, &office).await.text;
        let key = |name: &str| {
            let before = list.split(&format!(">{name}<span")).next().unwrap();
            before.rsplit("name=\"listed\" value=\"").next().unwrap().split('"').next().unwrap().to_owned()
        };
        let here = [key("Ida"), key("Eva"), key("Gæst")];
        let away = key("Bo");
        let ticked: Vec<(&str, &str)> = here.iter().flat_map(|k| [("listed", k.as_str()), ("here", k.as_str())]).chain([("listed", away.as_str())]).collect();
        do_(&house, &path, &office, &ticked).await;
        house.clock.set(morning() + Duration::hours(9));
        let office = house.cookie(&secretary).await;
        let before = minuted(&house, &base, &office).await;
        for (n, name) in ["Ida", "Bo", "Eva"].into_iter().enumerate() {
            assert!(before.contains(name), "{name} in {before}");
            let cookie = house.cookie(&members[n]).await;
            do_(&house, &format!("/forloeb/{slug}/hold/forlad"), &cookie, &[("role", "member")]).await;
        }
        assert!(!before.contains("Gæst") && before.contains("og én mere"), "whoever is not on the team is counted, not named: {before}");
        // They have left, the list is gone through once more, and the minutes are sent and approved.
        do_(&house, &path, &office, &ticked.iter().map(|(a, b)| if b.starts_with("p:") { ("other", *b) } else { (*a, *b) }).collect::<Vec<_>>()).await;
        do_(&house, &format!("{base}/referat/send"), &office, &[("until", "2026-12-24")]).await;
        do_(&house, &format!("{base}/referat/godkend"), &office, &[]).await;
        assert_eq!(minuted(&house, &base, "").await, before, "{}: as it was", house.kind);
    }
}
