//! Signing in at a provider by OpenID Connect, through a small provider on loopback that signs what the test wants it to say.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::Form;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use samskab_platform::access::Role;
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::journal;
use samskab_platform::{args, outbox, person, session, space};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::house::{Answer, House, morning};
use crate::providers;

const IDENTITIES: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM identity", postgres: None };
const PEOPLE: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM person", postgres: None };

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let bytes = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, bytes.as_ref(), &random).unwrap()
}

/// A claim that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wrong {
    Nothing,
    Nonce,
    Audience,
    Issuer,
    Expired,
    /// Signed by a key that is not the provider's.
    Key,
    /// Not signed at all.
    Unsigned,
}

/// What the provider says of whoever comes next.
struct Says {
    claims: Map<String, Value>,
    wrong: Wrong,
    nonce: String,
    challenge: String,
}

/// A provider of sign-in (OpenID Connect Core 1.0, authorization code flow) with the keys of RFC 7518, ES256.
struct Broker {
    issuer: String,
    says: Arc<Mutex<Says>>,
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// An ID token.
fn token(issuer: &str, key: &EcdsaKeyPair, says: &Says) -> String {
    let is = |wrong| says.wrong == wrong;
    let now = morning().timestamp();
    let mut claims = says.claims.clone();
    claims.insert("iss".into(), json!(if is(Wrong::Issuer) { "https://login.example" } else { issuer }));
    claims.insert("aud".into(), json!(if is(Wrong::Audience) { "another" } else { "samskab" }));
    claims.insert("nonce".into(), json!(if is(Wrong::Nonce) { "another" } else { says.nonce.as_str() }));
    claims.insert("iat".into(), json!(now - 30));
    claims.insert("exp".into(), json!(if is(Wrong::Expired) { now - 10 } else { now + 300 }));
    let header = if is(Wrong::Unsigned) { json!({ "alg": "none" }) } else { json!({ "alg": "ES256", "typ": "JWT", "kid": "one" }) };
    let signed = format!("{}.{}", part(&header), part(&Value::Object(claims)));
    if is(Wrong::Unsigned) {
        return format!("{signed}.");
    }
    let stranger = self::key();
    let by = if is(Wrong::Key) { &stranger } else { key };
    let signature = by.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref()))
}

impl Broker {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let says = Says { claims: Map::new(), wrong: Wrong::Nothing, nonce: String::new(), challenge: String::new() };
        let (says, key) = (Arc::new(Mutex::new(says)), Arc::new(key()));
        let described = json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth"), "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
        });
        // An uncompressed point: 4, x, y (SEC 1, 2.3.3).
        let point = key.public_key().as_ref()[1..].to_vec();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[..32]), URL_SAFE_NO_PAD.encode(&point[32..]));
        let keys = json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "one", "x": x, "y": y }] });
        let (answers, signs) = (says.clone(), issuer.clone());
        let exchange = move |Form(asked): Form<BTreeMap<String, String>>| async move {
            let says = answers.lock().unwrap();
            let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(asked["code_verifier"].as_bytes()));
            assert_eq!(proof, says.challenge, "the browser that went is the one that came back (RFC 7636)");
            Json(json!({ "access_token": "one", "token_type": "Bearer", "expires_in": 300, "id_token": token(&signs, &key, &says) }))
        };
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(move || async move { Json(described) }))
            .route("/keys", get(move || async move { Json(keys) }))
            .route("/token", post(exchange));
        tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Self { issuer, says }
    }

    /// Houses where one can sign in here.
    async fn houses(&self) -> Vec<House> {
        let more = json!({ "trust_email": true, "role": [
            { "claim": "groups", "value": "sekretariat", "role": "secretary" }, { "claim": "groups", "value": "ledelse", "role": "facilitator" },
        ] });
        House::both_with(|s| {
            s.provider = vec![providers::openid(&self.issuer, more.clone())];
            s.outgoing.allow = vec![self.issuer.trim_start_matches("http://").to_owned()];
        })
        .await
    }

    /// Sends a browser there: the address it comes back to, and its cookie.
    async fn go(&self, house: &House, cookie: &str) -> (String, String) {
        let going = house.get("/log-ind/hos/broker", cookie).await;
        assert!(going.location.starts_with(&format!("{}/auth?", self.issuer)), "{going:?}");
        let value = |name: &str| {
            let pair = going.location.split(['?', '&']).find_map(|p| p.strip_prefix(&format!("{name}=")));
            pair.unwrap_or_else(|| panic!("no {name} in {}", going.location)).to_owned()
        };
        let mut says = self.says.lock().unwrap();
        (says.nonce, says.challenge) = (value("nonce"), value("code_challenge"));
        (format!("/log-ind/retur?code=one&state={}", value("state")), going.cookie.split(';').next().unwrap().to_owned())
    }

    /// Signs somebody in: what they say of themselves, and what is wrong with it.
    async fn sign_in(&self, house: &House, claims: Value, wrong: Wrong) -> Answer {
        {
            let mut says = self.says.lock().unwrap();
            (says.claims, says.wrong) = (claims.as_object().unwrap().clone(), wrong);
        }
        let (back, cookie) = self.go(house, "").await;
        house.get(&back, &cookie).await
    }
}

fn session_of(answer: &Answer) -> String {
    assert!(answer.status == StatusCode::SEE_OTHER && answer.cookie.starts_with("samskab="), "{answer:?}");
    answer.cookie.split(';').next().unwrap().to_owned()
}

fn anne(groups: &[&str]) -> Value {
    json!({ "sub": "anne-1", "name": "Anne Hansen", "email": "anne@kommune.example", "email_verified": true, "groups": groups, "acr": "Substantial" })
}

#[tokio::test]
async fn roles_are_given_and_taken_as_the_claims_say_and_nobody_elses_are_touched() {
    let broker = Broker::start().await;
    for house in broker.houses().await {
        let in_first = session_of(&broker.sign_in(&house, anne(&["sekretariat", "ledelse"]), Wrong::Nothing).await);
        assert_eq!(house.get("/administration/breve", &in_first).await.status, StatusCode::OK, "{}", house.kind);
        let root = house.app.municipality_space().await.unwrap().id;
        let mut sql = house.app.db.read().await.unwrap();
        let me = person::find_by_email(&mut sql, "anne@kommune.example").await.unwrap().unwrap();
        assert_eq!((me.name.as_str(), session::of_person(&mut sql, &house.app, me.id).await.unwrap()[0].assurance), ("Anne Hansen", Assurance::Substantial));
        assert_eq!(space::roles_of(&mut sql, root, me.id).await.unwrap(), [Role::Secretary, Role::Facilitator]);
        drop(sql);

        // What the municipality gave itself is not the provider's to take.
        house.role(root, &me, Role::Politician).await;
        let in_again = session_of(&broker.sign_in(&house, anne(&["ledelse", "kantine"]), Wrong::Nothing).await);
        let mut sql = house.app.db.read().await.unwrap();
        assert_eq!(space::roles_of(&mut sql, root, me.id).await.unwrap(), [Role::Facilitator, Role::Politician]);
        let followed = journal::of_space(&mut sql, root, None, 9).await.unwrap().into_iter().filter(|e| e.verb == "ways_in.follow").collect::<Vec<_>>();
        assert_eq!(followed.len(), 2, "each change stands in the journal, and nothing else does");
        assert!(followed[0].payload.as_deref().unwrap().contains(r#""taken":"secretary""#), "{followed:?}");
        assert_eq!(sql.count(&PEOPLE, args![]).await.unwrap(), 1, "the same person");
        drop(sql);
        assert_eq!(house.get("/administration/breve", &in_again).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn nobody_comes_in_by_an_answer_that_was_not_given_to_them_here_and_now() {
    let broker = Broker::start().await;
    for house in broker.houses().await {
        for wrong in [Wrong::Nonce, Wrong::Audience, Wrong::Issuer, Wrong::Expired, Wrong::Key, Wrong::Unsigned] {
            let answer = broker.sign_in(&house, anne(&["sekretariat"]), wrong).await;
            assert_eq!((answer.status, answer.cookie.as_str()), (StatusCode::CONFLICT, ""), "{wrong:?} on {}", house.kind);
        }
        let mut sql = house.app.db.read().await.unwrap();
        assert_eq!((sql.count(&IDENTITIES, args![]).await.unwrap(), sql.count(&PEOPLE, args![]).await.unwrap()), (0, 0), "nobody was made");
        drop(sql);

        broker.says.lock().unwrap().wrong = Wrong::Nothing;
        let (back, cookie) = broker.go(&house, "").await;
        assert_eq!(house.get(&back, "").await.status, StatusCode::CONFLICT, "another browser than the one that went");
        assert_eq!(house.get(&back, &format!("vej={}", "0".repeat(64))).await.status, StatusCode::CONFLICT);
        session_of(&house.get(&back, &cookie).await);
        let again = house.get(&back, &cookie).await;
        assert_eq!((again.status, again.cookie.as_str()), (StatusCode::CONFLICT, ""), "an answer is good once");

        let (back, cookie) = broker.go(&house, "").await;
        house.clock.set(morning() + Duration::minutes(16));
        assert_eq!(house.get(&back, &cookie).await.status, StatusCode::CONFLICT, "too late");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn whoever_gets_another_way_in_is_told_by_mail_and_whoever_is_new_is_not() {
    let broker = Broker::start().await;
    for house in broker.houses().await {
        session_of(&broker.sign_in(&house, anne(&[]), Wrong::Nothing).await);
        let latest = async || outbox::latest(&mut house.app.db.read().await.unwrap(), 9).await.unwrap();
        assert!(latest().await.is_empty(), "{}", house.kind);
        let ida = house.person("Ida").await;
        let claims = json!({ "sub": "ida-1", "email": "ida@borger.example", "email_verified": true });
        let cookie = session_of(&broker.sign_in(&house, claims.clone(), Wrong::Nothing).await);
        session_of(&broker.sign_in(&house, claims, Wrong::Nothing).await);
        let mails = latest().await;
        assert_eq!(mails.len(), 1, "once, not each time");
        assert_eq!((mails[0].recipient.as_str(), mails[0].subject.as_str()), ("ida@borger.example", "Du kan nu logge ind med Login Prøveby"));

        let page = house.get("/min-side/log-ind", &cookie).await.text;
        let id = page.split("/min-side/log-ind/identitet/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        assert_eq!(house.post(&format!("/min-side/log-ind/identitet/{id}/fjern"), &house.cookie(&ida).await, "").await.status, StatusCode::SEE_OTHER);
        assert!(latest().await.iter().any(|m| m.subject == "Du kan ikke længere logge ind med Login Prøveby"), "{}", house.kind);
    }
}
