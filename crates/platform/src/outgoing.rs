//! The one way out to other servers: sign-in providers, a gateway for text messages, storage.
//!
//! Addresses that somebody can influence must not let the program reach what only *it* can reach: itself, the
//! municipality's inner network, a cloud's metadata service (OWASP, *Server-Side Request Forgery Prevention*). So a name is
//! resolved here, once; every address it has is checked against the registries of special addresses (IANA, RFC 6890); the
//! connection goes to an address that was checked, so a name that answers differently a second later changes nothing.
//! Redirects are not followed. Hosts that IT operations list in `outgoing.allow` are exempt: an own sign-in server may well
//! stand on the inner network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::http::header::HOST;
use axum::http::uri::{Authority, Scheme};
use axum::http::{HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use crate::error::Error;

/// Connections to other servers.
#[derive(Debug, Clone, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Outgoing {
    /// Servers that may be reached although they stand on an inner network or are asked without TLS, each as `host:port`,
    /// for example `["login.kommune.local:443"]`. All others must have a public address and a valid certificate.
    pub allow: Vec<String>,
    /// A file with certificates (PEM) that are trusted besides the public ones: the municipality's own authority.
    pub authorities: Option<PathBuf>,
}

/// How long and how much.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The whole exchange, from resolving the name to the last byte.
    pub time: Duration,
    /// The answer's body, in bytes.
    pub size: usize,
}

impl Default for Limits {
    /// Fifteen seconds and one megabyte.
    fn default() -> Self {
        Self { time: Duration::from_secs(15), size: 1 << 20 }
    }
}

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The address is not one that may be asked.
    #[error("{0} is not asked: {1}")]
    Refused(String, &'static str),
    /// It could not be reached or did not answer as HTTP.
    #[error("{0} cannot be reached: {1}")]
    Unreachable(String, String),
    /// It took too long.
    #[error("{0} did not answer within {1} seconds")]
    TooSlow(String, u64),
    /// It answered more than was asked for.
    #[error("{0} answered more than {1} bytes")]
    TooLarge(String, usize),
    /// The file of `outgoing.authorities` cannot be used.
    #[error("outgoing.authorities {0}: {1}")]
    Authorities(String, String),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Error::Internal(failure.to_string())
    }
}

/// Asks another server, with the usual [`Limits`].
///
/// # Errors
/// A [`Failure`]; an answer with an error status is an answer.
pub async fn send(settings: &Outgoing, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Failure> {
    send_within(settings, request, Limits::default()).await
}

/// Asks another server. `request` has an absolute address.
///
/// # Errors
/// A [`Failure`]; an answer with an error status is an answer.
pub async fn send_within(settings: &Outgoing, request: Request<Vec<u8>>, limits: Limits) -> Result<Response<Vec<u8>>, Failure> {
    let place = Place::of(settings, request.uri())?;
    let name = place.name();
    match tokio::time::timeout(limits.time, exchange(settings, place, request, limits.size)).await {
        Ok(answer) => answer,
        Err(_) => Err(Failure::TooSlow(name, limits.time.as_secs())),
    }
}

/// Where a request goes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    tls: bool,
    host: String,
    port: u16,
    /// Listed in `outgoing.allow`.
    listed: bool,
}

impl Place {
    fn of(settings: &Outgoing, uri: &Uri) -> Result<Self, Failure> {
        let refuse = |why| Failure::Refused(uri.to_string(), why);
        let tls = match uri.scheme() {
            Some(s) if *s == Scheme::HTTPS => true,
            Some(s) if *s == Scheme::HTTP => false,
            _ => return Err(refuse("the address must begin with https://")),
        };
        let authority: &Authority = uri.authority().ok_or_else(|| refuse("the address names no server"))?;
        if authority.as_str().contains('@') {
            return Err(refuse("an address may not hold a user name"));
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').trim_end_matches('.').to_ascii_lowercase();
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let mut place = Self { tls, host, port, listed: false };
        let name = place.name();
        place.listed = settings.allow.iter().any(|allowed| allowed.eq_ignore_ascii_case(&name));
        if !place.tls && !place.listed {
            return Err(Failure::Refused(name, "without TLS only servers in outgoing.allow are asked"));
        }
        Ok(place)
    }

    /// `host:port`, as it stands in `outgoing.allow`.
    fn name(&self) -> String {
        if self.host.contains(':') { format!("[{}]:{}", self.host, self.port) } else { format!("{}:{}", self.host, self.port) }
    }

    /// The addresses of the server that may be connected to. One that is not public spoils all: a name that has both is
    /// either a mistake or an attack.
    async fn addresses(&self) -> Result<Vec<SocketAddr>, Failure> {
        let found: Vec<SocketAddr> = match self.host.parse::<IpAddr>() {
            Ok(ip) => vec![SocketAddr::new(ip, self.port)],
            Err(_) => tokio::net::lookup_host((self.host.as_str(), self.port)).await.map_err(|e| Failure::Unreachable(self.name(), e.to_string()))?.collect(),
        };
        if found.is_empty() {
            return Err(Failure::Unreachable(self.name(), "the name has no address".to_owned()));
        }
        if !self.listed && !found.iter().all(|a| is_public(a.ip())) {
            return Err(Failure::Refused(self.name(), "it has an address on an inner network; list it in outgoing.allow if that is meant"));
        }
        Ok(found)
    }
}

async fn exchange(settings: &Outgoing, place: Place, mut request: Request<Vec<u8>>, size: usize) -> Result<Response<Vec<u8>>, Failure> {
    let unreachable = |e: &dyn std::fmt::Display| Failure::Unreachable(place.name(), e.to_string());
    let addresses = place.addresses().await?;
    let mut last = None;
    let mut stream = None;
    for address in addresses.into_iter().take(4) {
        match tokio::time::timeout(Duration::from_secs(5), TcpStream::connect(address)).await {
            Ok(Ok(connected)) => {
                stream = Some(connected);
                break;
            }
            Ok(Err(error)) => last = Some(error.to_string()),
            Err(_) => last = Some("the connection took more than 5 seconds".to_owned()),
        }
    }
    let stream = stream.ok_or_else(|| unreachable(&last.unwrap_or_default()))?;

    // A server is asked for a path; the host goes into a header of its own.
    let host = request.uri().authority().map_or("", Authority::as_str).to_owned();
    request.headers_mut().insert(HOST, HeaderValue::from_str(&host).map_err(|e| unreachable(&e))?);
    let path = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    *request.uri_mut() = path.parse().map_err(|e| unreachable(&e))?;
    let request = request.map(|body| Full::new(Bytes::from(body)));

    if place.tls {
        let name = ServerName::try_from(place.host.clone()).map_err(|e| unreachable(&e))?;
        let stream = TlsConnector::from(trust(settings)?).connect(name, stream).await.map_err(|e| unreachable(&e))?;
        over(stream, &place, request, size).await
    } else {
        over(stream, &place, request, size).await
    }
}

async fn over<S>(stream: S, place: &Place, request: Request<Full<Bytes>>, size: usize) -> Result<Response<Vec<u8>>, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let unreachable = |e: &dyn std::fmt::Display| Failure::Unreachable(place.name(), e.to_string());
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|e| unreachable(&e))?;
    // Ends with the sender: nothing is kept open after the answer, nor when the time is up.
    let driver = AbortOnDrop(tokio::spawn(async move {
        let _ = connection.await;
    }));
    let (parts, body) = sender.send_request(request).await.map_err(|e| unreachable(&e))?.into_parts();
    let body = Limited::new(body, size)
        .collect()
        .await
        .map_err(|e| if e.downcast_ref::<http_body_util::LengthLimitError>().is_some() { Failure::TooLarge(place.name(), size) } else { unreachable(&e) })?;
    drop(driver);
    Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
}

struct AbortOnDrop(tokio::task::JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Whom we trust: the public certificate authorities, and the municipality's own where it gave one.
fn trust(settings: &Outgoing) -> Result<Arc<ClientConfig>, Failure> {
    static PUBLIC: LazyLock<Option<Arc<ClientConfig>>> = LazyLock::new(|| client(public_roots()).ok());
    let wrong = |e: String| Failure::Authorities(settings.authorities.as_ref().map_or_else(String::new, |f| f.display().to_string()), e);
    let Some(file) = &settings.authorities else {
        return PUBLIC.clone().ok_or_else(|| wrong("TLS is not available".to_owned()));
    };
    let mut roots = public_roots();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|e| wrong(e.to_string()))? {
        roots.add(certificate.map_err(|e| wrong(e.to_string()))?).map_err(|e| wrong(e.to_string()))?;
    }
    client(roots).map_err(|e| wrong(e.to_string()))
}

fn public_roots() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

fn client(roots: RootCertStore) -> Result<Arc<ClientConfig>, tokio_rustls::rustls::Error> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider())).with_safe_default_protocol_versions()?;
    Ok(Arc::new(builder.with_root_certificates(roots).with_no_client_auth()))
}

/// Whether an address is one on the public internet: not in the IANA special-purpose registries
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>, `…ipv6…`), not multicast, and not a cloud's own helper.
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, d] = ip.octets();
    !matches!(
        (a, b, c, d),
        (0 | 10 | 127, ..) // this network, private, loopback
            | (100, 64..=127, ..) // shared by carriers; also Alibaba's metadata
            | (169, 254, ..) // link-local; also the metadata of most clouds
            | (172, 16..=31, ..) // private
            | (192, 0, 0 | 2, _) // protocol assignments (also Oracle's metadata), documentation
            | (192, 31, 196, _) | (192, 52, 193, _) | (192, 88, 99, _) | (192, 175, 48, _) // AS112, AMT, 6to4 relays
            | (192, 168, ..) // private
            | (198, 18..=19, ..) | (198, 51, 100, _) | (203, 0, 113, _) // measurements, documentation
            | (168, 63, 129, 16) // Azure's helper, reachable from inside only
            | (224.., ..) // multicast, reserved, broadcast
    )
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let s = ip.segments();
    // An IPv4 address behind a prefix is judged as what it leads to.
    let embedded = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match s {
        // IPv4-mapped, and NAT64's well-known prefix (RFC 6052).
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => is_public_v4(embedded(high, low)),
        // 6to4 (RFC 3056).
        [0x2002, high, low, ..] => is_public_v4(embedded(high, low)),
        // Teredo, benchmarking, ORCHID and the rest of the protocol assignments; documentation, old and new.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // The direct delegation of AS112.
        [0x2620, 0x4f, 0x8000, ..] => false,
        // Global unicast is 2000::/3; loopback, local, link-local, multicast and everything unassigned lie outside.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
#[path = "outgoing_tests.rs"]
mod tests;
