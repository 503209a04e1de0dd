//! Ways in: sessions, codes on paper, levels of assurance, invitations that are too old.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::gather::gather;
use samskab_platform::person::{self, NewPerson, Person};
use samskab_platform::session::{self, Browser, Opening};
use samskab_platform::words::Lang;
use samskab_platform::{outbox, space};

use crate::house::{House, form};

fn cookie_of(set: &str) -> String {
    set.split(';').next().unwrap().to_owned()
}

/// The codes a page shows, as they stand on paper.
fn codes(html: &str) -> Vec<String> {
    html.split("translate=\"no\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn one_browser_holds_one_person_and_their_old_session_ends() {
    for house in House::both().await {
        let (ida, per) = (house.person("Ida").await, house.person("Per").await);
        let idas = house.cookie(&ida).await;
        let browser = Browser { device: "Firefox · Windows".into(), token: idas.split_once('=').map(|(_, t)| t.to_owned()) };
        let mut sql = house.app.db.write().await.unwrap();
        let pers = session::open(&mut sql, &house.app, &Opening { person: per.id, way: "mail", assurance: Assurance::Low, browser: &browser }).await.unwrap();
        sql.commit().await.unwrap();
        assert_eq!(house.get("/min-side", &idas).await.status, StatusCode::UNAUTHORIZED, "{}", house.kind);
        let page = house.get("/min-side/log-ind", &format!("samskab={pers}")).await;
        assert!(page.text.contains("Firefox · Windows") && !page.text.contains("ida@borger.example"));
    }
}

#[tokio::test]
async fn sessions_are_listed_ended_one_by_one_and_all_at_once() {
    for house in House::both().await {
        let (ida, per) = (house.person("Ida").await, house.person("Per").await);
        let (here, there, pers) = (house.cookie(&ida).await, house.cookie(&ida).await, house.cookie(&per).await);
        let listed = session::of_person(&mut house.app.db.read().await.unwrap(), &house.app, ida.id).await.unwrap();
        assert_eq!(listed.len(), 2);
        for s in &listed {
            assert_eq!(house.post(&format!("/min-side/log-ind/browser/{}/slut", s.id), &pers, "").await.status, StatusCode::NOT_FOUND, "not Per's to end");
        }
        let page = house.get("/min-side/log-ind", &here).await.text;
        let other = listed.iter().find(|s| page.contains(&format!("/browser/{}/slut", s.id))).expect("the other browser can be ended");
        assert_eq!(house.post(&format!("/min-side/log-ind/browser/{}/slut", other.id), &here, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get("/min-side", &there).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(house.get("/min-side", &here).await.status, StatusCode::OK);
        let third = house.cookie(&ida).await;
        assert_eq!(house.post("/log-ud/alle", &here, "").await.status, StatusCode::SEE_OTHER);
        for gone in [&here, &third] {
            assert_eq!(house.get("/min-side", gone).await.status, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(house.get("/min-side", &pers).await.status, StatusCode::OK, "only one's own");
    }
}

#[tokio::test]
async fn that_a_session_is_used_is_written_once_an_hour() {
    for house in House::both().await {
        let ida = house.person("Ida").await;
        let cookie = house.cookie(&ida).await;
        let seen = async || session::of_person(&mut house.app.db.read().await.unwrap(), &house.app, ida.id).await.unwrap()[0].seen_at.unwrap();
        let first = seen().await;
        house.clock.set(house.clock.now() + Duration::minutes(59));
        house.get("/min-side", &cookie).await;
        assert_eq!(seen().await, first, "{}", house.kind);
        house.clock.set(house.clock.now() + Duration::minutes(2));
        house.get("/min-side", &cookie).await;
        assert_eq!(seen().await, house.clock.now());
    }
}

/// A committee of this visibility with letters to it: its slug and the codes.
async fn letters(house: &House, sille: &Person, visibility: Visibility, role: &str) -> (String, Vec<String>) {
    let (id, slug) = house.committee(sille, "Bakkehuset", visibility).await;
    let body = form(&[("space", &id.to_string()), ("role", role), ("many", "2"), ("days", "60"), ("note", "Skovvej")]);
    let made = house.post("/administration/breve", &house.cookie(sille).await, &body).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    (slug, codes(&made.text))
}

#[tokio::test]
async fn a_letters_code_lets_one_person_in_once_however_it_is_typed() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (slug, codes) = letters(&house, &sille, Visibility::Members, "member").await;
        assert_eq!(codes.len(), 2);
        assert_eq!(house.get(&format!("/forloeb/{slug}"), "").await.status, StatusCode::NOT_FOUND);
        let typed = codes[0].to_lowercase().replace('-', " ").replace('0', "o");
        let asked = house.post("/kode", "", &form(&[("code", &typed)])).await;
        assert!(asked.status == StatusCode::OK && asked.text.contains("Bakkehuset"), "{}", asked.text);
        let joined = house.post("/kode/deltag", "", &form(&[("code", &typed), ("name", "Karen Thorup")])).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
        let karen = cookie_of(&joined.cookie);
        let page = house.get(&format!("/forloeb/{slug}/hold"), &karen).await;
        assert!(page.text.contains("Karen Thorup"), "{}", house.kind);
        let again = house.post("/kode/deltag", "", &form(&[("code", &codes[0]), ("name", "En anden")])).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "one code, one person");
        // Whoever is here already joins as themselves.
        let ida = house.person("Ida").await;
        let joined = house.post("/kode/deltag", &house.cookie(&ida).await, &form(&[("code", &codes[1])])).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER);
        let found = space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap();
        assert_eq!(space::roles_of(&mut house.app.db.read().await.unwrap(), found.id, ida.id).await.unwrap(), [Role::Member]);
        let entries = samskab_platform::journal::of_space(&mut house.app.db.read().await.unwrap(), found.id, None, 20).await.unwrap();
        assert!(entries.iter().all(|e| !e.payload.as_deref().unwrap_or("").contains(&codes[0])), "no code in the journal");
    }
}

#[tokio::test]
async fn letters_expire_can_be_stopped_and_are_the_secretarys_to_make() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (_, codes) = letters(&house, &sille, Visibility::Public, "none").await;
        let nobody = house.cookie(&house.person("Ida").await).await;
        assert_eq!(house.get("/administration/breve", &nobody).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post("/administration/breve", &nobody, "").await.status, StatusCode::FORBIDDEN);
        let silles = house.cookie(&sille).await;
        let page = house.get("/administration/breve", &silles).await.text;
        let stop = page.split("/administration/breve/").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(house.post(&format!("/administration/breve/{stop}"), &nobody, "").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post("/kode", "", &form(&[("code", &codes[0])])).await.status, StatusCode::OK);
        house.clock.set(house.clock.now() + Duration::days(61));
        let late = house.post("/kode", "", &form(&[("code", &codes[0])])).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.text.contains("for gammel"), "{}", late.text);

        let (_, codes) = letters(&house, &sille, Visibility::Public, "none").await;
        let silles = house.cookie(&sille).await;
        let page = house.get("/administration/breve", &silles).await.text;
        let stop = page.split("action=\"/administration/breve/").nth(2).or_else(|| page.split("action=\"/administration/breve/").nth(1)).unwrap();
        let stopped = house.post(&format!("/administration/breve/{}", stop.split('"').next().unwrap()), &silles, "").await;
        assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.text);
        assert_eq!(house.post("/kode", "", &form(&[("code", &codes[0])])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A closed space cannot be entered without a role.
        let (id, _) = house.committee(&sille, "Lukket", Visibility::Members).await;
        let body = form(&[("space", &id.to_string()), ("role", "none"), ("many", "1"), ("days", "60")]);
        assert_eq!(house.post("/administration/breve", &silles, &body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn whoever_is_to_be_let_in_again_is_found_by_any_word_of_their_name_their_address_or_number() {
    for house in House::both().await {
        let asta = house.person("Asta").await;
        house.role(house.app.municipality_space().await.unwrap().id, &asta, Role::Administrator).await;
        let cookie = house.cookie(&asta).await;
        let mut sql = house.app.db.write().await.unwrap();
        for (n, name) in ["Bodil Marie Holm", "Børge Holmgaard", "Karen_Bo"].into_iter().chain(["Nabo"; 30]).enumerate() {
            let (id, email) = (house.app.clock.id(), format!("b{n}@borger.example"));
            let new = NewPerson { name, email: Some(&email), title: None, organisation: None, lang: Lang::Da, persona: None };
            person::insert(&mut sql, id, house.app.clock.now(), &new).await.unwrap();
        }
        sql.commit().await.unwrap();
        let found = async |q: &str| {
            let page = house.get(&format!("/administration/log-ind/brev?{}", form(&[("q", q)])), &cookie).await.text;
            let names = ["Bodil Marie Holm", "Børge Holmgaard", "Karen_Bo", "Nabo"];
            names.into_iter().flat_map(|name| std::iter::repeat_n(name, page.matches(&format!("<b>{name}")).count())).collect::<Vec<_>>()
        };
        assert_eq!(found("bodil").await, ["Bodil Marie Holm"], "{}", house.kind);
        assert_eq!(found("HOLM").await, ["Bodil Marie Holm", "Børge Holmgaard"], "also by the last name");
        assert_eq!(found("mar bod").await, ["Bodil Marie Holm"]);
        assert_eq!(found("b1@borger.example").await, ["Børge Holmgaard"]);
        assert_eq!(found("%_").await, Vec::<&str>::new(), "signs stand for nothing");
        assert_eq!(found("nabo").await.len(), 20, "no more than one looks through");
    }
}

#[tokio::test]
async fn codes_on_paper_let_their_owner_in_once_each_and_new_ones_replace_them() {
    for house in House::both().await {
        let ida = house.person("Ida").await;
        let cookie = house.cookie(&ida).await;
        let first = codes(&house.post("/min-side/log-ind/koder", &cookie, "").await.text);
        assert_eq!(first.len(), 8);
        let used = house.post("/kode", "", &form(&[("code", &first[0])])).await;
        assert_eq!((used.status, used.location.as_str()), (StatusCode::SEE_OTHER, "/min-side/log-ind?klar=recovered"), "{}", used.text);
        assert!(house.get("/min-side/log-ind", &cookie_of(&used.cookie)).await.text.contains("ida@borger.example"));
        assert_eq!(house.post("/kode", "", &form(&[("code", &first[0])])).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.kind);
        let second = codes(&house.post("/min-side/log-ind/koder", &cookie, "").await.text);
        assert_eq!(house.post("/kode", "", &form(&[("code", &first[1])])).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the old ones are gone");
        assert_eq!(house.post("/kode", "", &form(&[("code", &second[1])])).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn an_administrators_letter_lets_one_person_in_again_and_tells_them() {
    for house in House::both().await {
        let (admin, ida) = (house.person("Anna").await, house.person("Ida").await);
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &admin, Role::Administrator).await;
        let (admin, stranger) = (house.cookie(&admin).await, house.cookie(&house.secretary().await).await);
        let path = format!("/administration/log-ind/brev/{}", ida.id);
        assert_eq!(house.post(&path, &stranger, "").await.status, StatusCode::FORBIDDEN, "a secretary may not");
        assert!(house.get("/administration/log-ind/brev?q=ida", &admin).await.text.contains(&path));
        // From the person's own page it is one press; whoever may not make it is not sent there.
        let (from, link) = (format!("/administration/personer/{}", ida.id), format!("/administration/log-ind/brev?person={}", ida.id));
        assert!(house.get(&from, &admin).await.text.contains(&link) && !house.get(&from, &stranger).await.text.contains(&link));
        assert!(house.get(&link, &admin).await.text.contains(&path), "the person is found already");
        let letter = codes(&house.post(&path, &admin, "").await.text);
        assert_eq!(letter.len(), 1);
        gather(&house.app).await.unwrap();
        let told = outbox::latest(&mut house.app.db.read().await.unwrap(), 5).await.unwrap();
        assert!(told.iter().any(|m| m.recipient == "ida@borger.example"), "{}", house.kind);
        let used = house.post("/kode", "", &form(&[("code", &letter[0])])).await;
        assert_eq!(used.status, StatusCode::SEE_OTHER);
        assert!(house.get("/min-side/log-ind", &cookie_of(&used.cookie)).await.text.contains("ida@borger.example"));
        assert_eq!(house.post("/kode", "", &form(&[("code", &letter[0])])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_space_that_asks_for_a_surer_sign_in_gets_it_before_anybody_acts() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (_, slug) = house.committee(&sille, "Ungepolitik", Visibility::Public).await;
        let (low, high) = (house.cookie(&sille).await, house.cookie_of(&sille, Assurance::High).await);
        let path = format!("/forloeb/{slug}/sikkerhed");
        let shut_out = house.post(&path, &low, "level=substantial").await;
        assert_eq!(shut_out.status, StatusCode::FORBIDDEN, "one cannot ask for more than one has");
        assert_eq!(house.post(&path, &high, "level=substantial").await.status, StatusCode::SEE_OTHER, "{}", house.kind);

        let page = house.get(&format!("/forloeb/{slug}"), &low).await;
        assert!(page.status == StatusCode::OK && page.text.contains("Ungepolitik"), "everybody may still read it");
        assert!(page.text.contains("Log ind på en sikrere måde"), "and is told");
        for path in ["hold/inviter", "sikkerhed"] {
            let answer = house.get(&format!("/forloeb/{slug}/{path}"), &low).await;
            assert!(answer.status == StatusCode::FORBIDDEN && answer.text.contains("mere sikre på, hvem du er"), "{path}: {}", answer.text);
        }
        let act = house.post(&format!("/forloeb/{slug}/trin"), &low, "stage=team").await;
        assert!(act.status == StatusCode::FORBIDDEN && act.text.contains("mere sikre på, hvem du er"));
        assert_eq!(house.post(&format!("/forloeb/{slug}/trin"), &high, "stage=team").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_closed_space_that_asks_for_a_surer_sign_in_shows_itself_to_nobody_below() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (id, slug) = house.committee(&sille, "Lukket udvalg", Visibility::Members).await;
        let mut sql = house.app.db.write().await.unwrap();
        space::set_assurance(&mut sql, id, Assurance::High).await.unwrap();
        sql.commit().await.unwrap();
        let at = async |level| house.get(&format!("/forloeb/{slug}"), &house.cookie_of(&sille, level).await).await;
        for level in [Assurance::Low, Assurance::Substantial] {
            let answer = at(level).await;
            assert!(answer.status == StatusCode::FORBIDDEN && !answer.text.contains("Lukket udvalg"), "{level:?} {}", house.kind);
        }
        assert_eq!(at(Assurance::High).await.status, StatusCode::OK);
        // To others it is not there at all, whatever their session.
        let neighbour = house.person("Nabo").await;
        assert_eq!(house.get(&format!("/forloeb/{slug}"), &house.cookie(&neighbour).await).await.status, StatusCode::NOT_FOUND);
        // One's own page does not break on it.
        assert_eq!(house.get("/min-side", &house.cookie(&sille).await).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_invitation_that_is_too_old_signs_nobody_in_and_is_sent_anew_to_the_same_address() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let (_, slug) = house.committee(&sille, "Ungepolitik", Visibility::Members).await;
        let silles = house.cookie(&sille).await;
        let body = form(&[("role", "member"), ("name", "Karen"), ("email", "karen@borger.example")]);
        assert_eq!(house.post(&format!("/forloeb/{slug}/hold/inviter"), &silles, &body).await.status, StatusCode::SEE_OTHER);
        let link = async || {
            let mails = outbox::latest(&mut house.app.db.read().await.unwrap(), 9).await.unwrap();
            mails.iter().find(|m| m.recipient == "karen@borger.example").unwrap().link.clone()
        };
        let old = link().await;
        house.clock.set(house.clock.now() + Duration::days(31));
        let shown = house.get(&old, "").await;
        assert!(shown.status == StatusCode::GONE && shown.text.contains("for gammelt"), "{}", shown.text);
        let yes = house.post(&format!("{old}/ja"), "", "").await;
        assert!(yes.status == StatusCode::GONE && yes.cookie.is_empty(), "nobody is signed in");
        let nowhere = format!("/invitation/{}", "0".repeat(64));
        let unknown = house.post(&format!("{nowhere}/ny"), "", "").await;
        let known = house.post(&format!("{old}/ny"), "", "").await;
        assert_eq!((known.status, known.text.replace(&old, &nowhere)), (unknown.status, unknown.text), "the same answer");
        let new = link().await;
        assert_ne!(new, old, "{}", house.kind);
        assert_eq!(house.get(&old, "").await.status, StatusCode::NOT_FOUND, "the old link is gone");
        assert_eq!(house.post(&format!("{new}/ja"), "", "").await.status, StatusCode::SEE_OTHER);
        let again = house.post(&format!("{new}/ja"), "", "").await;
        assert!(again.cookie.is_empty() && again.status == StatusCode::OK, "a link signs in once, and then says what happened");
    }
}
