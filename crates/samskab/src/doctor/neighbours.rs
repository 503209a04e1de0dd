//! The servers this one talks to: each is asked whether it is there, and nothing is sent through it.

use std::time::Duration;

use axum::http::Request;
use samskab_files::storage::Storage;
use samskab_platform::mail::Mailer;
use samskab_platform::outgoing::{self, Limits};
use samskab_platform::provider::Provider;
use samskab_platform::settings::{S3, Settings, Smtp, Text};
use tokio::time::timeout;

use super::Finding;

const PATIENCE: Duration = Duration::from_secs(8);
const LIMITS: Limits = Limits { time: PATIENCE, size: 1 << 20 };

pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let mut found = vec![];
    found.push(match &settings.mail {
        Some(smtp) => mail(smtp).await,
        None => Finding::wrong("mail", "no [mail] in the settings: people cannot get their sign-in codes", "set [mail] (docs/operations.md)"),
    });
    if let Some(text) = &settings.text {
        found.push(gateway(settings, text).await);
    }
    if let Some(s3) = &settings.files.s3 {
        found.push(storage(settings, s3).await);
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

/// Whether a web server answers at the gateway's address. A question without a message sends none.
async fn gateway(settings: &Settings, text: &Text) -> Finding {
    let what = "text gateway";
    let cure = "check [text] in the settings, the firewall, and outgoing.allow where it stands on an inner network";
    let Ok(request) = Request::head(&text.url).body(vec![]) else { return Finding::wrong(what, format!("'{}' is not an address", text.url), cure) };
    let place = request.uri().authority().map_or_else(|| text.url.clone(), ToString::to_string);
    match outgoing::send_within(&settings.outgoing, request, LIMITS).await {
        Err(error) => Finding::wrong(what, error.to_string(), cure),
        Ok(answer) if answer.status().is_server_error() => {
            Finding::mind(what, format!("{place} answers {}", answer.status()), "ask the gateway's provider whether it is in order")
        }
        Ok(_) => Finding::good(what, format!("{place} answers (nothing was sent)")),
    }
}

/// Whether the storage knows the bucket and takes the key.
async fn storage(settings: &Settings, s3: &S3) -> Finding {
    let what = "file storage";
    let cure = "check [files.s3] in the settings: endpoint, bucket, region and key; and the firewall";
    let storage = match Storage::open(settings) {
        Ok(storage) => storage,
        Err(error) => return Finding::wrong(what, error.to_string(), cure),
    };
    match timeout(PATIENCE, storage.look()).await {
        Ok(Ok(())) => Finding::good(what, format!("{} has the bucket {} and takes the key (nothing was written)", s3.endpoint, s3.bucket)),
        Ok(Err(error)) => Finding::wrong(what, error, cure),
        Err(_) => Finding::wrong(what, format!("{} does not answer within {} seconds", s3.endpoint, PATIENCE.as_secs()), cure),
    }
}

/// Whether the provider describes itself as the one in the settings.
async fn openid(settings: &Settings, provider: &Provider) -> Finding {
    let address = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
    let cure = format!("check issuer of [[provider]] '{}' in the settings, the firewall, and outgoing.allow where it stands on an inner network", provider.key);
    let Ok(request) = Request::get(&address).body(vec![]) else { return Finding::wrong("sign-in", format!("'{address}' is not an address"), cure) };
    match outgoing::send_within(&settings.outgoing, request, LIMITS).await {
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
