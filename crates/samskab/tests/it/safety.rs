//! Whoever holds an account hears of every change to its ways in, and nobody changes them for somebody else.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use samskab_platform::access::Role;
use samskab_platform::person::Person;
use samskab_platform::{Act, Error, Visitor, person, session};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::house::{Answer, House, form};
use crate::process::free_port;
use crate::providers::{Provider, received, smtp};
use crate::told::{all, reached, sent};

const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Posts JSON, as the page's script does.
async fn post_json(house: &House, path: &str, cookie: &str, body: &Value) -> Value {
    let request = Request::builder().method(Method::POST).uri(path).header("host", "samskab.example").header("cookie", cookie);
    let request = request.header("content-type", "application/json").header("sec-fetch-site", "same-origin").header("user-agent", FIREFOX);
    let answer: Answer = house.request(request.body(Body::from(body.to_string())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    serde_json::from_str(&answer.text).unwrap()
}

/// What a device answers that is asked for a passkey: the credential of a new key, without attestation (W3C Web
/// Authentication, 6.5; CBOR by RFC 8949, the key by RFC 9053).
fn device_answers(options: &Value, origin: &str) -> Value {
    let random = SystemRandom::new();
    let bytes = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, bytes.as_ref(), &random).unwrap();
    let point = key.public_key().as_ref();
    let cose = [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], &point[1..33], &[0x22, 0x58, 0x20], &point[33..]].concat();
    let id = Sha256::digest(point).to_vec();
    // Present, checked, with a credential; used never; of no known make.
    let mut data = Sha256::digest(options["publicKey"]["rp"]["id"].as_str().unwrap()).to_vec();
    data.push(0x45);
    data.extend([[0; 4].as_slice(), &[0; 16], &[0, 32], &id, &cose].concat());
    let size = u8::try_from(data.len()).unwrap();
    let attested = [b"\xa3cfmtdnonegattStmt\xa0hauthData\x58".as_slice(), &[size], &data].concat();
    let client = json!({ "type": "webauthn.create", "challenge": options["publicKey"]["challenge"], "origin": origin, "crossOrigin": false });
    let (id, attested, client) = (URL_SAFE_NO_PAD.encode(id), URL_SAFE_NO_PAD.encode(attested), URL_SAFE_NO_PAD.encode(client.to_string()));
    json!({ "id": id, "rawId": id, "type": "public-key", "response": { "attestationObject": attested, "clientDataJSON": client } })
}

async fn make_passkey(house: &House, cookie: &str, name: &str) {
    let begun = post_json(house, "/min-side/log-ind/noegle/begynd", cookie, &json!({})).await;
    let credential = device_answers(&begun["options"], &house.settings.base_url);
    let made = post_json(house, "/min-side/log-ind/noegle", cookie, &json!({ "ceremony": begun["ceremony"], "credential": credential, "name": name })).await;
    assert_eq!(made["next"], "/min-side/log-ind?klar=passkey", "{made}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_to_somebodys_ways_in_is_told_by_mail_at_once() {
    let port = free_port();
    for house in House::both_with(|s| {
        s.mail = Some(smtp(port));
        s.base_url = "http://localhost".into();
    })
    .await
    {
        let folder = tempfile::tempdir().unwrap();
        let post = folder.path().join("post");
        let _server = Provider::mail(port, &post, &[]);
        let (ida, emily) = (house.person("Ida").await, house.person("Emily").await);
        // Whatever they have chosen to hear of, and however they are reached otherwise.
        reached(&house, &ida, "important", "letter", None, Some("Bygaden 1"), "da").await;
        reached(&house, &emily, "weekly", "mail", None, None, "en").await;
        let subjects = async || all(&house.app).await.into_iter().map(|m| format!("{}: {}", m.recipient, m.subject)).collect::<Vec<_>>();
        let cookie = house.cookie(&ida).await;

        make_passkey(&house, &cookie, "Min telefon").await;
        assert_eq!(subjects().await, ["ida@borger.example: Der er lavet en adgangsnøgle til dig: Min telefon"], "{}", house.kind);
        make_passkey(&house, &house.cookie(&emily).await, "My phone").await;
        assert_eq!(sent(&house.app).await, 2, "at once");
        let mails = received(&post);
        let to = |address: &str| mails.iter().find(|(head, _)| head.contains(&format!("To: {address}"))).unwrap();
        for (address, words) in [
            ("ida@borger.example", ["2. marts 2026 kl. 9.00 fra Firefox · Windows", "Min telefon", "Var det ikke dig", "Log ud alle steder"]),
            ("emily@borger.example", ["2 March 2026 at 9:00 from Firefox · Windows", "My phone", "If it was not you", "Sign out everywhere"]),
        ] {
            let (head, body) = to(address);
            let (text, html) = body.split_once("text/html").unwrap();
            for word in words {
                assert!(text.contains(word) && html.contains(word), "{word} in both halves of {body}");
            }
            assert!(text.contains("http://localhost/min-side/log-ind") && !head.contains("List-Unsubscribe"), "{head}");
        }

        let page = house.get("/min-side/log-ind", &cookie).await.text;
        let id = page.split("/min-side/log-ind/noegle/").nth(1).unwrap()[..36].to_owned();
        assert_eq!(house.post(&format!("/min-side/log-ind/noegle/{id}"), &cookie, "name=Gammel+telefon").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post(&format!("/min-side/log-ind/noegle/{id}/fjern"), &cookie, "").await.status, StatusCode::SEE_OTHER);
        house.post("/min-side/log-ind/koder", &cookie, "").await;
        house.post("/min-side/log-ind/koder", &cookie, "").await;
        let mut told: Vec<_> = all(&house.app).await.into_iter().filter(|m| m.sent_at.is_none()).collect();
        told.sort_by(|a, b| a.subject.cmp(&b.subject));
        assert_eq!(
            told.iter().map(|m| m.subject.as_str()).collect::<Vec<_>>(),
            [
                "Der er lavet koder på papir til dig",
                "Der er lavet nye koder på papir til dig, og de gamle virker ikke længere",
                "En af dine adgangsnøgler er fjernet: Gammel telefon"
            ]
        );
        assert!(told.iter().all(|m| m.recipient == "ida@borger.example" && m.body.contains("en browser, vi ikke kender")));
    }
}

#[tokio::test]
async fn a_new_mail_address_is_told_of_at_the_old_one_and_the_new_one() {
    for house in House::both().await {
        let ida = house.person("Ida").await;
        let cookie = house.cookie(&ida).await;
        let asked = house.post("/min-side/oplysninger/ret", &cookie, &form(&[("name", "Ida"), ("email", "ida@ny.example")])).await;
        let id = asked.location.split("id=").nth(1).unwrap_or_else(|| panic!("{}", asked.text)).to_owned();
        let sent = all(&house.app).await.remove(0);
        let code: String = sent.body.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap_or_else(|| panic!("{}", sent.body)).to_owned();
        let entered = house.post("/min-side/oplysninger/mail", &cookie, &form(&[("id", &id), ("code", &code)])).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
        let told = async |subject: &str| {
            let mails = all(&house.app).await.into_iter().filter(|m| m.subject == subject);
            let mut to: Vec<_> = mails.map(|m| (m.recipient, m.person_id, m.body.contains("fra kommunens kontor"))).collect();
            to.sort();
            to
        };
        // A refusal by the address that was left does not count as her not being reached.
        assert_eq!(
            told("Din mailadresse er ændret til ida@ny.example").await,
            [("ida@borger.example".to_owned(), None, false), ("ida@ny.example".to_owned(), Some(ida.id), false)],
            "{}",
            house.kind
        );

        // The same when the municipality does it.
        let root = house.app.municipality_space().await.unwrap().id;
        let asta = house.person("Asta").await;
        house.role(root, &asta, Role::Administrator).await;
        let body = form(&[("name", "Ida"), ("email", "ida@tredje.example")]);
        let changed = house.post(&format!("/administration/personer/{}/ret", ida.id), &house.cookie(&asta).await, &body).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        assert_eq!(
            told("Kommunen har ændret din mailadresse til ida@tredje.example").await,
            [("ida@ny.example".to_owned(), None, true), ("ida@tredje.example".to_owned(), Some(ida.id), true)],
            "{}",
            house.kind
        );
    }
}

/// The addresses that take forms in a file of routes.
fn forms(source: &str) -> Vec<String> {
    let routes = source.split(".route(\"").skip(1).filter_map(|r| r.split_once('"'));
    let id = "00000000-0000-7000-8000-000000000000";
    routes
        .filter(|(_, handlers)| handlers.split(".route(").next().unwrap().contains("post("))
        .map(|(path, _)| path.replace("{id}", id).replace("{key}", "x"))
        .collect()
}

#[tokio::test]
async fn nobody_changes_how_somebody_signs_in_while_helping_them() {
    for house in House::both().await {
        let sille = house.secretary().await;
        let bodil = house.person("Bodil").await;
        let hers = house.cookie(&bodil).await;
        let (keep, helper) = (samskab::acts().into_iter().find(|a| a.name == "ways_in.keep").unwrap(), house.cookie(&sille).await);
        let begun = house.post("/min-side/hjaelp", &helper, &form(&[("person", &bodil.id.to_string())])).await;
        let helping = format!("{helper}; {}", begun.cookie.split(';').next().unwrap());
        assert!(house.get("/forloeb", &helping).await.text.contains("Du hjælper Bodil."));

        let ways = forms(include_str!("../../../desks/ways_in/src/lib.rs"));
        let own = forms(include_str!("../../../desks/people/src/account_pages.rs"))
            .into_iter()
            .chain(forms(include_str!("../../../desks/people/src/merge_pages.rs")));
        let all: Vec<String> = ways.into_iter().chain(own).filter(|p| p != "/log-ud" && !p.starts_with("/forloeb/")).collect();
        assert!(all.len() > 20, "{all:?}");
        for path in &all {
            let answer = house.post(path, &helping, "name=X&email=x@borger.example&code=7KPM-2QXD-94TC").await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path} on {}", house.kind);
            assert!(answer.text.contains("Det kan du ikke på en andens vegne"), "{path}: {}", answer.text);
        }
        // The act itself says no too, whatever page it is asked from.
        let mut visitor = Visitor::of(bodil.clone());
        visitor.helper = Some(sille.clone());
        let refused = Act::begin_at_desk(&house.app, &visitor, keep).await.map(|_| ()).unwrap_err();
        assert!(matches!(refused, Error::Refused("error-assisting")), "{refused:?}");

        let after: Person = person::find(&mut house.app.db.read().await.unwrap(), bodil.id).await.unwrap();
        assert_eq!((after.name, after.email), (bodil.name, bodil.email));
        assert_eq!(session::of_person(&mut house.app.db.read().await.unwrap(), &house.app, bodil.id).await.unwrap().len(), 1);
        assert_eq!(house.get("/min-side", &hers).await.status, StatusCode::OK);
    }
}
