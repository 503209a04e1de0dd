//! How often one may ask: per visitor and per network, across all nodes.
//!
//! Counted is what costs or guesses: forms, votes, codes and passkeys, uploads, searches, exports. Reading is not. A budget
//! of each visitor comes first — who has signed in, or votes with a cookie of their own —, that of a network is wide: a
//! school has one address, and five hundred pupils must be able to vote at once.
//!
//! Every node counts in memory and brings what it has counted to the database when it is an eighth of the budget, so most
//! visitors never cause a write. Together *k* nodes therefore let through at most the budget, *k* eighths of it, and what
//! arrives within [`FLUSH`] — and twice a budget around the end of a span, since spans are fixed. Neither a person nor a
//! network is stored: the key is a keyed hash that changes with every span, and it is gone soon after the span.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::{ConnectInfo, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method};
use chrono::DateTime;
use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::app::App;
use crate::error::Result;
use crate::visitor::Visitor;
use crate::{args, statements};

/// How often counts are brought to the database.
pub const FLUSH: Duration = Duration::from_secs(2);

/// How often one may ask.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Whether anything is counted.
    pub enabled: bool,
    /// The proxies in front of the program, as addresses or networks: `["10.0.0.0/8"]`. Only what they say in
    /// `X-Forwarded-For` is believed. Without them, everybody behind a proxy counts as one network.
    pub trusted_proxies: Vec<Net>,
    /// Forms, in a minute.
    pub writes: Budget,
    /// Votes, in ten seconds.
    pub votes: Budget,
    /// Sign-in codes, passkeys, codes from letters, invitations, in ten minutes.
    pub codes: Budget,
    /// Files, in ten minutes.
    pub uploads: Budget,
    /// Searches, in a minute.
    pub searches: Budget,
    /// Tables and exports, in ten minutes.
    pub exports: Budget,
}

/// How often.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Each person who has signed in, or participant with a cookie.
    pub each: u32,
    /// Everybody on one network (an IPv4 address, or a /56 of IPv6).
    pub network: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            enabled: true,
            trusted_proxies: vec![],
            writes: Budget { each: 120, network: 3_000 },
            votes: Budget { each: 60, network: 5_000 },
            codes: Budget { each: 60, network: 600 },
            uploads: Budget { each: 100, network: 500 },
            searches: Budget { each: 60, network: 600 },
            exports: Budget { each: 60, network: 300 },
        }
    }
}

/// A network: an address and how many of its bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Net {
    address: IpAddr,
    bits: u8,
}

impl TryFrom<String> for Net {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not a network: give an address (10.0.0.1) or a network (10.0.0.0/8)");
        let (address, bits) = text.split_once('/').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.trim().parse().ok().filter(|b| *b <= most).ok_or_else(wrong)?,
            None => most,
        };
        Ok(Self { address, bits })
    }
}

impl From<Net> for String {
    fn from(net: Net) -> Self {
        format!("{}/{}", net.address, net.bits)
    }
}

impl Net {
    fn holds(&self, ip: IpAddr) -> bool {
        masked(ip, self.bits) == masked(self.address, self.bits)
    }
}

/// An address with only its first bits.
fn masked(ip: IpAddr, bits: u8) -> IpAddr {
    match ip {
        IpAddr::V4(ip) => IpAddr::V4((u32::from(ip) & u32::MAX.checked_shl(32 - u32::from(bits.min(32))).unwrap_or(0)).into()),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from(u128::from(ip) & u128::MAX.checked_shl(128 - u32::from(bits.min(128))).unwrap_or(0))),
    }
}

/// The network a request comes from. A peer on this machine is a proxy nobody told us about, or somebody who may do
/// anything here anyway: it is not counted as one network, or the whole municipality would share its budget.
#[must_use]
pub fn network(peer: IpAddr, headers: &HeaderMap, trusted: &[Net]) -> Option<IpAddr> {
    let is_trusted = |ip: IpAddr| trusted.iter().any(|net| net.holds(ip));
    let mut ip = peer.to_canonical();
    if is_trusted(ip) {
        // The last address was added by our own proxy; what stands before the first stranger could be made up.
        let told: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).collect();
        for address in told.iter().rev() {
            ip = address.trim().parse::<IpAddr>().ok()?.to_canonical();
            if !is_trusted(ip) {
                break;
            }
        }
        if is_trusted(ip) {
            return None;
        }
    } else if ip.is_loopback() {
        return None;
    }
    Some(masked(ip, if ip.is_ipv4() { 32 } else { 56 }))
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Write,
    Vote,
    Code,
    Upload,
    Search,
    Export,
}

impl Class {
    /// What a request is counted as; `None`: reading.
    fn of(method: &Method, path: &str, headers: &HeaderMap) -> Option<Self> {
        let under = |roots: &[&str]| roots.iter().any(|r| path == *r || path.strip_prefix(r).is_some_and(|rest| rest.starts_with('/')));
        if method.is_safe() {
            let export = [".csv", ".json", ".zip", ".ics"].iter().any(|end| path.ends_with(end)) || path.contains("/hent");
            // The list of what is like the words somebody is typing is a search, too.
            return if path == "/soeg" || path.ends_with("/lignende") {
                Some(Class::Search)
            } else if export {
                Some(Class::Export)
            } else {
                None
            };
        }
        let multipart = headers.get(CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"multipart/"));
        Some(
            if under(&[
                "/log-ind",
                "/kode",
                "/invitation",
                "/interesse",
                "/plads",
                "/kom-i-gang",
                "/afmeld",
                "/min-side/log-ind",
                "/min-side/oplysninger/mail",
                "/min-side/slaa-sammen",
            ]) {
                Class::Code
            } else if path.ends_with("/stem") {
                Class::Vote
            } else if multipart {
                Class::Upload
            } else {
                Class::Write
            },
        )
    }

    fn budget(self, limits: &Limits) -> (i64, Budget) {
        match self {
            Class::Write => (60, limits.writes),
            Class::Vote => (10, limits.votes),
            Class::Code => (600, limits.codes),
            Class::Upload => (600, limits.uploads),
            Class::Search => (60, limits.searches),
            Class::Export => (600, limits.exports),
        }
    }
}

type Key = [u8; 16];

/// What this node has counted.
#[derive(Default)]
pub struct Counter(Mutex<HashMap<Key, Count>>);

struct Count {
    /// The end of its span, in seconds since 1970.
    ends: i64,
    limit: i64,
    /// What the database said last, of all nodes.
    known: i64,
    /// What it has not been told yet.
    pending: i64,
}

/// Beyond so many counts those that have ended are cleared away at once.
const MOST: usize = 100_000;

impl Counter {
    fn counts(&self) -> MutexGuard<'_, HashMap<Key, Count>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one more; gives the seconds to wait where the budget is used up.
    fn count(&self, key: Key, limit: i64, ends: i64, now: i64) -> Option<i64> {
        let mut counts = self.counts();
        if counts.len() >= MOST {
            counts.retain(|_, c| c.ends > now);
        }
        let count = counts.entry(key).or_insert(Count { ends, limit, known: 0, pending: 0 });
        if count.known + count.pending >= limit {
            return Some((count.ends - now).max(1));
        }
        count.pending += 1;
        None
    }
}

statements! {
    ADD = "INSERT INTO request_count (key, n, ends_at) VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET n = request_count.n + excluded.n RETURNING n";
    ENDED = "DELETE FROM request_count WHERE ends_at < $1";
}

fn key(app: &App, class: Class, kind: &str, who: &[u8], span: i64) -> Key {
    let mut key = Key::default();
    // HMAC takes a key of any length.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&app.secret) {
        mac.update(b"samskab: limits, 1");
        mac.update(&[class as u8]);
        mac.update(kind.as_bytes());
        mac.update(&span.to_be_bytes());
        mac.update(who);
        key.copy_from_slice(&mac.finalize().into_bytes()[..16]);
    }
    key
}

/// Counts a request; gives the seconds to wait where a budget is used up.
#[must_use]
pub fn exceeded(app: &App, visitor: &Visitor, request: &Request) -> Option<i64> {
    let limits = &app.settings.limits;
    if !limits.enabled {
        return None;
    }
    let class = Class::of(request.method(), request.uri().path(), request.headers())?;
    let (span, budget) = class.budget(limits);
    let now = app.clock.now().timestamp();
    let (index, ends) = (now.div_euclid(span), (now.div_euclid(span) + 1) * span);
    let helper = visitor.helper.as_ref().or(visitor.person.as_ref());
    let each = match (helper, &visitor.voter_token) {
        (Some(person), _) => Some(key(app, class, "person", person.id.as_bytes(), index)),
        (None, Some(token)) => Some(key(app, class, "voter", token.as_bytes(), index)),
        (None, None) => None,
    };
    if let Some(each) = each
        && let Some(wait) = app.counter.count(each, budget.each.into(), ends, now)
    {
        return Some(wait);
    }
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let network = network(peer.ip(), request.headers(), &limits.trusted_proxies)?;
    app.counter.count(key(app, class, "network", network.to_string().as_bytes(), index), budget.network.into(), ends, now)
}

/// Brings what was counted to the database, and learns what other nodes have counted.
///
/// # Errors
/// When the database fails; then the counts are brought the next time.
pub async fn flush(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due: Vec<(Key, i64, i64)> = {
        let mut counts = app.counter.counts();
        counts.retain(|_, c| c.ends > now.timestamp());
        counts.iter().filter(|(_, c)| c.pending > 0 && c.pending >= c.limit / 8).map(|(key, c)| (*key, c.pending, c.ends)).collect()
    };
    if due.is_empty() {
        return Ok(());
    }
    let mut sql = app.db.write().await?;
    let mut told = vec![];
    for (key, pending, ends) in due {
        let ends_at = DateTime::from_timestamp(ends, 0).unwrap_or(now);
        let (all,): (i64,) = sql.one(&ADD, args![&key[..], pending, ends_at]).await?;
        told.push((key, pending, all));
    }
    sql.run(&ENDED, args![now]).await?;
    sql.commit().await?;
    let mut counts = app.counter.counts();
    for (key, pending, all) in told {
        if let Some(count) = counts.get_mut(&key) {
            count.pending -= pending;
            count.known = all;
        }
    }
    Ok(())
}

/// Flushes for as long as the server runs.
pub async fn keep_flushing(app: App) {
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(FLUSH) => {}
        }
        if let Err(error) = flush(&app).await {
            tracing::warn!(%error, "what was counted could not be stored; it is tried again");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn net(text: &str) -> Net {
        Net::try_from(text.to_owned()).unwrap()
    }

    fn from(peer: &str, forwarded: &[&'static str], trusted: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(value));
        }
        let trusted: Vec<Net> = trusted.iter().map(|t| net(t)).collect();
        network(peer.parse().unwrap(), &headers, &trusted).map(|ip| ip.to_string())
    }

    #[test]
    fn only_configured_proxies_are_believed() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(from("198.51.100.7", &["1.2.3.4"], &[]), some("198.51.100.7"), "a stranger may say anything");
        assert_eq!(from("10.0.0.1", &["1.2.3.4"], &["10.0.0.0/8"]), some("1.2.3.4"));
        assert_eq!(from("10.0.0.1", &["9.9.9.9, 1.2.3.4, 10.0.0.2"], &["10.0.0.0/8"]), some("1.2.3.4"), "what stands before the first stranger is made up");
        assert_eq!(from("10.0.0.1", &["9.9.9.9", "1.2.3.4"], &["10.0.0.1"]), some("1.2.3.4"), "also in headers of its own");
        assert_eq!(from("10.0.0.1", &[], &["10.0.0.0/8"]), None);
        assert_eq!(from("10.0.0.1", &["nonsense"], &["10.0.0.0/8"]), None);
        assert_eq!(from("::ffff:10.0.0.1", &["1.2.3.4"], &["10.0.0.0/8"]), some("1.2.3.4"));
        assert_eq!(from("127.0.0.1", &["1.2.3.4"], &[]), None);
        assert_eq!(from("127.0.0.1", &["1.2.3.4"], &["127.0.0.1"]), some("1.2.3.4"));
    }

    #[test]
    fn a_network_of_ipv6_is_what_one_household_gets() {
        assert_eq!(from("2001:db8:1:2aff::1", &[], &[]), Some("2001:db8:1:2a00::".to_owned()));
        assert_eq!(from("2001:db8:1:2a01:ffff::2", &[], &[]), Some("2001:db8:1:2a00::".to_owned()));
        assert_eq!(from("2001:db8:1:2b01::1", &[], &[]), Some("2001:db8:1:2b00::".to_owned()));
    }

    #[test]
    fn networks_in_the_settings_are_checked() {
        for wrong in ["10.0.0.0/33", "10.0.0", "::1/129", "kommune.dk", "10.0.0.0/"] {
            assert!(Net::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
        assert_eq!(String::from(net("10.1.2.3/8")), "10.1.2.3/8");
        assert!(net("0.0.0.0/0").holds("9.9.9.9".parse().unwrap()));
        assert!(!net("0.0.0.0/0").holds("::1".parse().unwrap()));
    }

    #[test]
    fn a_budget_is_used_up_and_comes_back_with_the_next_span() {
        let counter = Counter::default();
        for _ in 0..3 {
            assert_eq!(counter.count([1; 16], 3, 60, 10), None);
        }
        assert_eq!(counter.count([1; 16], 3, 60, 10), Some(50), "wait until the span ends");
        assert_eq!(counter.count([2; 16], 3, 60, 10), None, "somebody else");
        assert_eq!(counter.count([3; 16], 3, 120, 61), None, "the next span has another key");
    }

    #[test]
    fn what_costs_or_guesses_is_counted_and_reading_is_not() {
        let class = |method: Method, path: &str| Class::of(&method, path, &HeaderMap::new());
        assert_eq!(class(Method::GET, "/forloeb/x"), None);
        assert_eq!(class(Method::HEAD, "/"), None);
        assert_eq!(class(Method::GET, "/soeg"), Some(Class::Search));
        assert_eq!(class(Method::GET, "/forloeb/x/ideer/lignende"), Some(Class::Search));
        assert_eq!(class(Method::GET, "/min-side/oplysninger/hent.json"), Some(Class::Export));
        assert_eq!(class(Method::POST, "/log-ind/kode"), Some(Class::Code));
        assert_eq!(class(Method::POST, "/log-indhold"), Some(Class::Write));
        assert_eq!(class(Method::POST, "/forloeb/x/dialog/1/stem"), Some(Class::Vote));
        let mut files = HeaderMap::new();
        files.insert(CONTENT_TYPE, HeaderValue::from_static("multipart/form-data; boundary=x"));
        assert_eq!(Class::of(&Method::POST, "/forloeb/x/filer/ny", &files), Some(Class::Upload));
    }
}
