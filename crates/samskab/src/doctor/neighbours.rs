//! The servers this one talks to: each is asked whether it is there, and nothing is sent through it.

use std::time::Duration;

use axum::http::{Request, Uri};
use samskab_platform::mail::Mailer;
use samskab_platform::outgoing;
use samskab_platform::provider::Provider;
use samskab_platform::settings::{Settings, Smtp};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Finding;

const PATIENCE: Duration = Duration::from_secs(8);

pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let mut found = vec![];
    found.push(match &settings.mail {
        Some(smtp) => mail(smtp).await,
        None => Finding::wrong("mail", "no [mail] in the settings: people cannot get their sign-in codes", "set [mail] (docs/operations.md)"),
    });
    if let Some(text) = &settings.text {
        found.push(reachable("text gateway", &text.url, "check [text] in the settings, and the firewall").await);
    }
    if let Some(s3) = &settings.files.s3 {
        found.push(reachable("file storage", &s3.endpoint, "check [files.s3] in the settings, and the firewall").await);
    }
    for provider in &settings.provider {
        found.push(openid(settings, provider).await);
    }
    found
}

async fn mail(smtp: &Smtp) -> Finding {
    let cure = "check [mail] in the settings: host, port, security, user and password";
    let transport = match Mailer::smtp(smtp) {
        Ok(Mailer::Smtp { transport, .. }) => transport,
        Ok(Mailer::Mailbox) => return Finding::good("mail", "stays in the mailbox"),
        Err(error) => return Finding::wrong("mail", error.to_string(), cure),
    };
    match timeout(PATIENCE, transport.test_connection()).await {
        Ok(Ok(true)) => Finding::good("mail", format!("{} takes mail from here (nothing was sent)", smtp.host)),
        Ok(Ok(false)) => Finding::wrong("mail", format!("{} answers, but not as a mail server", smtp.host), cure),
        Ok(Err(error)) => Finding::wrong("mail", format!("{}: {error}", smtp.host), cure),
        Err(_) => Finding::wrong("mail", format!("{} does not answer within {} seconds", smtp.host, PATIENCE.as_secs()), cure),
    }
}

/// Whether a connection can be made.
async fn reachable(what: &'static str, address: &str, cure: &str) -> Finding {
    let Some((host, port)) = place(address) else { return Finding::wrong(what, format!("'{address}' is not an address"), cure) };
    match timeout(PATIENCE, TcpStream::connect((host.trim_matches(['[', ']']), port))).await {
        Ok(Ok(_)) => Finding::good(what, format!("{host}:{port} can be reached (nothing was sent)")),
        Ok(Err(error)) => Finding::wrong(what, format!("{host}:{port}: {error}"), cure),
        Err(_) => Finding::wrong(what, format!("{host}:{port} does not answer within {} seconds", PATIENCE.as_secs()), cure),
    }
}

fn place(address: &str) -> Option<(String, u16)> {
    let uri: Uri = address.parse().ok()?;
    let port = uri.port_u16().or(match uri.scheme_str() {
        Some("https") => Some(443),
        Some("http") => Some(80),
        _ => None,
    })?;
    Some((uri.host()?.to_owned(), port))
}

/// Whether the provider describes itself as the one in the settings.
async fn openid(settings: &Settings, provider: &Provider) -> Finding {
    let address = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
    let cure = format!("check issuer of [[provider]] '{}' in the settings, the firewall, and outgoing.allow where it stands on an inner network", provider.key);
    let Ok(request) = Request::get(&address).body(vec![]) else { return Finding::wrong("sign-in", format!("'{address}' is not an address"), cure) };
    match outgoing::send(&settings.outgoing, request).await {
        Err(error) => Finding::wrong("sign-in", error.to_string(), cure),
        Ok(answer) => {
            let described: Option<serde_json::Value> = serde_json::from_slice(answer.body()).ok();
            let issuer = described.as_ref().and_then(|d| d.get("issuer")).and_then(|i| i.as_str()).unwrap_or_default();
            if issuer == provider.issuer {
                Finding::good("sign-in", format!("{} answers as {issuer}", provider.key))
            } else {
                Finding::wrong("sign-in", format!("{address} answers {} and calls itself '{issuer}'", answer.status().as_u16()), cure)
            }
        }
    }
}
