//! Which addresses may be asked, and what an exchange does when the other side misbehaves.

use proptest::prelude::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

/// A network and how many bits of it count.
fn in_v4(net: [u8; 4], bits: u32, random: u32) -> Ipv4Addr {
    let mask = u32::MAX.checked_shl(32 - bits).unwrap_or(0);
    Ipv4Addr::from((u32::from_be_bytes(net) & mask) | (random & !mask))
}

fn in_v6(net: &str, bits: u32, random: u128) -> Ipv6Addr {
    let mask = u128::MAX.checked_shl(128 - bits).unwrap_or(0);
    Ipv6Addr::from((u128::from(net.parse::<Ipv6Addr>().unwrap()) & mask) | (random & !mask))
}

const INNER_V4: [([u8; 4], u32); 16] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
    ([168, 63, 129, 16], 32),
];

const INNER_V6: [(&str, u32); 14] = [
    ("::", 96),
    ("100::", 64),
    ("64:ff9b:1::", 48),
    ("2001::", 32),
    ("2001:2::", 48),
    ("2001:10::", 28),
    ("2001:20::", 28),
    ("2001:db8::", 32),
    ("3fff::", 20),
    ("5f00::", 16),
    ("fc00::", 7),
    ("fe80::", 10),
    ("fec0::", 10),
    ("ff00::", 8),
];

proptest! {
    #[test]
    fn no_inner_address_is_public_however_it_is_written(which in 0..INNER_V4.len(), random: u32) {
        let (net, bits) = INNER_V4[which];
        let v4 = in_v4(net, bits, random);
        let [high, low] = [(u32::from(v4) >> 16) as u16, u32::from(v4) as u16];
        for ip in [
            IpAddr::V4(v4),
            IpAddr::V6(v4.to_ipv6_mapped()),
            IpAddr::V6(Ipv6Addr::new(0, 0, 0, 0, 0, 0, high, low)),
            IpAddr::V6(Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low)),
            IpAddr::V6(Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1)),
        ] {
            prop_assert!(!is_public(ip), "{ip}");
        }
    }

    #[test]
    fn no_special_ipv6_address_is_public(which in 0..INNER_V6.len(), random: u128) {
        let (net, bits) = INNER_V6[which];
        let ip = in_v6(net, bits, random);
        prop_assert!(!is_public(IpAddr::V6(ip)), "{ip}");
    }

    #[test]
    fn an_ipv4_address_is_judged_alike_in_all_its_disguises(random: u32) {
        let v4 = Ipv4Addr::from(random);
        let [high, low] = [(random >> 16) as u16, random as u16];
        let public = is_public(IpAddr::V4(v4));
        prop_assert_eq!(is_public(IpAddr::V6(v4.to_ipv6_mapped())), public);
        prop_assert_eq!(is_public(IpAddr::V6(Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low))), public);
        prop_assert_eq!(is_public(IpAddr::V6(Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1))), public);
    }
}

#[test]
fn ordinary_servers_are_public() {
    for ip in [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "193.163.102.58",
        "2a00:1450:400f::1",
        "2606:4700::1111",
        "64:ff9b::808:808",
    ] {
        assert!(is_public(ip.parse().unwrap()), "{ip}");
    }
    assert!(!is_public("169.254.169.254".parse().unwrap()), "the metadata of most clouds");
    assert!(!is_public("fd00:ec2::254".parse().unwrap()), "Amazon's metadata");
    assert!(!is_public("::1".parse().unwrap()));
}

fn get(uri: &str) -> Request<Vec<u8>> {
    Request::get(uri).body(vec![]).unwrap()
}

#[tokio::test]
async fn only_public_https_addresses_are_asked_unless_listed() {
    for uri in [
        "http://example.org/",
        "https://127.0.0.1/",
        "https://[::1]:443/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://localhost./",
        "https://169.254.169.254/latest/meta-data/",
        "https://somebody@example.org/",
        "ftp://example.org/",
        "/local",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
    ] {
        let failure = send(&Outgoing::default(), get(uri)).await.unwrap_err();
        // A name that resolves nowhere is as good as refused: a resolver that reads 127.1 as an address gives 127.0.0.1.
        assert!(matches!(failure, Failure::Refused(..) | Failure::Unreachable(..)), "{uri}: {failure}");
        let odd = ["https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://localhost/", "https://localhost./"].contains(&uri);
        assert!(odd || matches!(failure, Failure::Refused(..)), "{uri}: {failure}");
    }
}

/// A server that answers each connection with these bytes, then waits so long.
async fn answering(bytes: Vec<u8>, then: Duration) -> (String, Outgoing) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let name = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut seen = [0; 4096];
            let _ = stream.read(&mut seen).await;
            let _ = stream.write_all(&bytes).await;
            tokio::time::sleep(then).await;
        }
    });
    (format!("http://{name}/a?b=c"), Outgoing { allow: vec![name], authorities: None })
}

#[tokio::test]
async fn a_listed_server_is_asked_and_its_redirect_is_an_answer_like_any_other() {
    let (uri, allowed) = answering(b"HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 2\r\n\r\nhi".to_vec(), Duration::ZERO).await;
    let answer = send(&allowed, get(&uri)).await.unwrap();
    assert_eq!(answer.status(), 302);
    assert_eq!(answer.body(), b"hi");
    let other = Outgoing { allow: vec!["127.0.0.1:1".to_owned()], authorities: None };
    assert!(matches!(send(&other, get(&uri)).await, Err(Failure::Refused(..))), "another port is another server");
}

#[tokio::test]
async fn an_answer_that_is_too_long_or_too_slow_is_given_up() {
    let long = [b"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n".to_vec(), vec![b'x'; 5000]].concat();
    let (uri, allowed) = answering(long, Duration::ZERO).await;
    let limits = Limits { time: Duration::from_secs(5), size: 1000 };
    assert!(matches!(send_within(&allowed, get(&uri), limits).await, Err(Failure::TooLarge(_, 1000))));
    let (uri, allowed) = answering(b"HTTP/1.1 200 OK\r\n".to_vec(), Duration::from_secs(30)).await;
    let limits = Limits { time: Duration::from_millis(200), size: 1000 };
    assert!(matches!(send_within(&allowed, get(&uri), limits).await, Err(Failure::TooSlow(..))));
}

#[test]
fn own_authorities_that_cannot_be_read_are_named() {
    let settings = Outgoing { allow: vec![], authorities: Some("/nowhere/ca.pem".into()) };
    assert!(trust(&settings).unwrap_err().to_string().contains("/nowhere/ca.pem"));
    assert!(trust(&Outgoing::default()).is_ok());
}
