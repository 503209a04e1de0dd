//! What `samskab doctor` finds of the servers this one talks to: each good, wrong and not there.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use samskab::configuration::Configuration;
use samskab::doctor::{self, Finding, Level};
use samskab_platform::settings::{S3, Settings, Text};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::files::s3_server;
use crate::process::free_port;
use crate::providers;

/// What it finds about one thing, with these settings.
async fn found(what: &str, settings: Settings) -> Finding {
    let all = doctor::look(Ok(Configuration { settings, origins: BTreeMap::new(), file: None, notes: vec![] }), false).await;
    all.into_iter().find(|f| f.what == what).unwrap_or_else(|| panic!("nothing about {what}"))
}

fn good(finding: &Finding) {
    assert!(finding.level == Level::Good && finding.cure.is_none(), "{finding:?}");
}

/// It is wrong, says so in words that hold this, and says what to do.
fn wrong(finding: &Finding, holds: &str) {
    assert!(finding.level == Level::Wrong && finding.found.contains(holds) && finding.cure.is_some(), "{holds} in {finding:?}");
}

/// A server of ours on loopback; its port.
async fn server(routes: Router) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    port
}

/// A server that greets like one of mail, whatever is asked.
async fn something_else() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"220 mail.example ESMTP\r\n").await;
        }
    });
    port
}

#[tokio::test]
async fn a_gateway_for_text_messages_is_known_by_its_answer() {
    let port = free_port();
    let gateway = providers::Provider::text(port, &[]);
    let asked = |port: u16, allow: bool| async move {
        let mut settings = Settings { text: Some(Text { url: format!("http://127.0.0.1:{port}/send"), ..Text::sample() }), ..Settings::default() };
        settings.outgoing.allow = if allow { vec![format!("127.0.0.1:{port}")] } else { vec![] };
        found("text gateway", settings).await
    };
    good(&asked(port, true).await);
    assert_eq!(providers::taken(port).as_array().unwrap().len(), 0, "looking sends nothing");
    wrong(&asked(port, false).await, "outgoing.allow");
    drop(gateway);
    wrong(&asked(port, true).await, "cannot be reached");
    wrong(&asked(something_else().await, true).await, "cannot be reached");
    let broken = server(Router::new().fallback(|| async { StatusCode::BAD_GATEWAY })).await;
    let finding = asked(broken, true).await;
    assert!(finding.level == Level::Mind && finding.found.contains("502") && finding.cure.is_some(), "{finding:?}");
}

#[tokio::test]
async fn a_storage_of_files_is_known_by_its_bucket_and_its_key() {
    let storage = s3_server().await;
    let asked = |port: u16, bucket: &str, account: &str| {
        let s3 = S3 {
            endpoint: format!("http://127.0.0.1:{port}"),
            bucket: bucket.into(),
            region: "us-east-1".into(),
            access_key_id: account.into(),
            secret_access_key: Some("S3RVER".into()),
            secret_access_key_file: None,
            path_style: true,
            allow_http: false,
        };
        let mut settings = Settings::default();
        settings.files.s3 = Some(s3);
        found("file storage", settings)
    };
    good(&asked(storage.port, "filer", "S3RVER").await);
    wrong(&asked(storage.port, "en-anden", "S3RVER").await, "NoSuchBucket");
    wrong(&asked(storage.port, "filer", "forkert").await, "403");
    let other = server(Router::new().fallback(|| async { (StatusCode::NOT_FOUND, "nothing here") })).await;
    wrong(&asked(other, "filer", "S3RVER").await, "404");
    let gone = storage.port;
    drop(storage);
    wrong(&asked(gone, "filer", "S3RVER").await, &gone.to_string());
}

#[tokio::test]
async fn a_provider_of_sign_in_is_known_by_what_it_calls_itself() {
    let asked = |port: u16, says: &str| {
        let provider = providers::openid(&format!("http://127.0.0.1:{port}{says}"), serde_json::json!({}));
        let mut settings = Settings { provider: vec![provider], ..Settings::default() };
        settings.outgoing.allow = vec![format!("127.0.0.1:{port}")];
        found("sign-in", settings)
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let describe = |issuer: String| get(move || async move { axum::Json(serde_json::json!({ "issuer": issuer })) });
    let routes = Router::new()
        .route("/rigtig/.well-known/openid-configuration", describe(format!("http://127.0.0.1:{port}/rigtig")))
        .route("/forkert/.well-known/openid-configuration", describe("https://login.example".to_owned()))
        .route("/side/.well-known/openid-configuration", get(|| async { "<h1>Velkommen</h1>" }));
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    good(&asked(port, "/rigtig").await);
    wrong(&asked(port, "/forkert").await, "https://login.example");
    wrong(&asked(port, "/side").await, "calls itself ''");
    wrong(&asked(port, "/nogen").await, "404");
    wrong(&asked(free_port(), "").await, "cannot be reached");
    wrong(&asked(something_else().await, "").await, "cannot be reached");
}
