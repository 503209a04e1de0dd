//! OpenID Connect (Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0) by openidconnect: authorization code with PKCE (RFC
//! 7636), state and nonce; the ID token's signature, issuer, audience, nonce and times are checked by the library.
//!
//! The program asks only the issuer's own server and those listed with the provider, through the guarded way out.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock, Mutex};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessTokenHash, AsyncHttpClient, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadataWithLogout, RedirectUrl, Scope, TokenResponse,
};
use samskab_platform::assurance::Assurance;
use samskab_platform::outgoing::{self, Failure, Outgoing};
use samskab_platform::provider::Provider;
use samskab_platform::{App, Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

/// What is remembered while somebody is at the provider.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Under {
    pub(crate) provider: String,
    nonce: String,
    verifier: String,
    pub(crate) next: String,
}

/// The provider of a key.
pub(crate) fn provider<'a>(app: &'a App, key: &str) -> Result<&'a Provider> {
    app.settings.provider.iter().find(|p| p.key == key).ok_or(Error::NotFound)
}

/// Asks the provider's own servers and no others.
struct Asker<'a> {
    outgoing: &'a Outgoing,
    provider: &'a Provider,
}

impl<'a> Asker<'a> {
    fn new(app: &'a App, provider: &'a Provider) -> Self {
        Self { outgoing: &app.settings.outgoing, provider }
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Failure> {
        let host = request.uri().host().unwrap_or_default().to_owned();
        let own = Url::parse(&self.provider.issuer).ok().and_then(|u| u.host_str().map(str::to_owned));
        if own.as_deref() != Some(&host) && !self.provider.hosts.contains(&host) {
            return Err(Failure::Refused(host, "it is neither the issuer's server nor one in the provider's hosts"));
        }
        outgoing::send(self.outgoing, request).await
    }
}

impl<'c> AsyncHttpClient<'c> for Asker<'_> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Failure>> + Send + 'c>>;
    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

type Known = HashMap<String, (DateTime<Utc>, Arc<ProviderMetadataWithLogout>)>;

/// The discovery documents and keys that were read, so that not every sign-in reads them again.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// How long they are believed. A signature by a key that is not among them makes them be read again at once.
const MINUTES: i64 = 10;

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

/// Reads a provider's discovery document and keys now.
///
/// # Errors
/// What is wrong, for whoever runs the installation.
pub(crate) async fn discover(app: &App, provider: &Provider) -> Result<Arc<ProviderMetadataWithLogout>, String> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|e| format!("issuer: {e}"))?;
    let asker = Asker::new(app, provider);
    let found = ProviderMetadataWithLogout::discover_async(issuer, &asker).await.map_err(|e| chain(&e))?;
    let found = Arc::new(found);
    let mut known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    known.insert(provider.issuer.clone(), (app.clock.now(), found.clone()));
    Ok(found)
}

async fn metadata(app: &App, provider: &Provider) -> Result<Arc<ProviderMetadataWithLogout>> {
    let now = app.clock.now();
    let known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get(&provider.issuer).cloned();
    if let Some((at, found)) = known
        && (now - at).abs() < Duration::minutes(MINUTES)
    {
        return Ok(found);
    }
    discover(app, provider).await.map_err(|error| {
        tracing::error!(provider = provider.key, error, "the provider's discovery document cannot be read");
        Error::Refused("error-provider-down")
    })
}

/// The address providers send people back to.
pub(crate) fn return_address(app: &App) -> String {
    format!("{}/log-ind/retur", app.settings.base_url)
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("openid: {error}"))
}

macro_rules! client {
    ($app:expr, $provider:expr, $metadata:expr) => {
        CoreClient::from_provider_metadata(
            (*$metadata).clone(),
            ClientId::new($provider.client_id.clone()),
            $provider.client_secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(RedirectUrl::new(return_address($app)).map_err(internal)?)
    };
}

/// Where to send the browser, and what to remember until it comes back; `state` is the token that is remembered by.
pub(crate) async fn begin(app: &App, provider: &Provider, level: Assurance, next: &str) -> Result<(Under, impl FnOnce(String) -> String + Send + use<>)> {
    let metadata = metadata(app, provider).await?;
    let client = client!(app, provider, metadata);
    let under = Under { provider: provider.key.clone(), nonce: app.clock.token(), verifier: app.clock.token(), next: next.to_owned() };
    let nonce = under.nonce.clone();
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(under.verifier.clone()));
    let scopes: Vec<Scope> = provider.scopes.iter().filter(|s| *s != "openid").map(|s| Scope::new(s.clone())).collect();
    let levels: Vec<AuthenticationContextClass> = provider.asks_for(level).into_iter().map(|v| AuthenticationContextClass::new(v.to_owned())).collect();
    let address = move |state: String| {
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || CsrfToken::new(state), move || Nonce::new(nonce))
            .add_scopes(scopes)
            .set_pkce_challenge(challenge);
        for level in levels {
            request = request.add_auth_context_value(level);
        }
        request.url().0.to_string()
    };
    Ok((under, address))
}

/// What the provider says about somebody: the ID token's claims, and those of its userinfo address where it has one.
pub(crate) async fn finish(app: &App, under: Under, code: String) -> Result<Value> {
    let provider = provider(app, &under.provider)?;
    let mut found = metadata(app, provider).await?;
    let refused = |what: &'static str, error: String| {
        tracing::warn!(provider = provider.key, error, what, "a sign-in at the provider was not accepted");
        Error::Refused("error-provider")
    };
    let asker = Asker::new(app, provider);
    let client = client!(app, provider, found);
    let exchange = client.exchange_code(AuthorizationCode::new(code)).map_err(internal)?.set_pkce_verifier(PkceCodeVerifier::new(under.verifier));
    let answer = exchange.request_async(&asker).await.map_err(|e| refused("code", chain(&e)))?;
    let token = answer.id_token().ok_or_else(|| refused("id token", "there is none".to_owned()))?;
    let nonce = Nonce::new(under.nonce);
    let mut checked = check(app, provider, &found, token, &nonce, answer.access_token());
    if checked.is_err() {
        // The provider may have changed its keys since they were read.
        found = discover(app, provider).await.map_err(|e| refused("discovery", e))?;
        checked = check(app, provider, &found, token, &nonce, answer.access_token());
    }
    let mut claims = checked.map_err(|e| refused("id token", e))?;
    if let Some(address) = found.userinfo_endpoint() {
        let mut request = HttpRequest::new(vec![]);
        *request.uri_mut() = address.url().as_str().parse().map_err(internal)?;
        let bearer = format!("Bearer {}", answer.access_token().secret()).parse().map_err(internal)?;
        request.headers_mut().insert(axum::http::header::AUTHORIZATION, bearer);
        let more = asker.ask(request).await.map_err(|e| refused("userinfo", e.to_string()))?;
        let more: Map<String, Value> = serde_json::from_slice(more.body()).unwrap_or_default();
        // OpenID Connect Core 5.3.2: claims of another subject must not be used. The signed token has the last word.
        if more.get("sub") == claims.get("sub") {
            for (name, value) in more {
                claims.entry(name).or_insert(value);
            }
        }
    }
    Ok(Value::Object(claims))
}

/// Checks an ID token and gives all its claims.
fn check(
    app: &App,
    provider: &Provider,
    metadata: &Arc<ProviderMetadataWithLogout>,
    token: &CoreIdToken,
    nonce: &Nonce,
    access: &openidconnect::AccessToken,
) -> Result<Map<String, Value>, String> {
    let client = CoreClient::from_provider_metadata(
        (**metadata).clone(),
        ClientId::new(provider.client_id.clone()),
        provider.client_secret.clone().map(ClientSecret::new),
    );
    let clock = app.clock.clone();
    // Only signatures by the provider's own keys: not "none", and not by the secret both know.
    let verifier = client.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || clock.now());
    let claims = token.claims(&verifier, nonce).map_err(|e| chain(&e))?;
    if let Some(expected) = claims.access_token_hash() {
        let (alg, key) = (token.signing_alg().map_err(|e| chain(&e))?, token.signing_key(&verifier).map_err(|e| chain(&e))?);
        if AccessTokenHash::from_token(access, alg, key).map_err(|e| chain(&e))? != *expected {
            return Err("the access token is not the one the ID token was issued with".to_owned());
        }
    }
    // The library's types keep the standard claims only; roles stand in others. The signature over them has been checked.
    let text = token.to_string();
    let payload = text.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok()).ok_or("the ID token has no payload")?;
    serde_json::from_slice(&payload).map_err(|e| e.to_string())
}

const SIGNATURES: [CoreJwsSigningAlgorithm; 10] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EcdsaP521Sha512,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Where one signs out at the provider, if it has such a place.
pub(crate) async fn end_session_address(app: &App, provider: &Provider) -> Option<String> {
    let found = metadata(app, provider).await.ok()?;
    let mut address = found.additional_metadata().end_session_endpoint.as_ref()?.url().clone();
    address.query_pairs_mut().append_pair("client_id", &provider.client_id).append_pair("post_logout_redirect_uri", &app.settings.base_url);
    Some(address.to_string())
}
