//! `samskab health`: whether the server of these settings is ready; for containers, which have no other tool to ask with.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::process::ExitCode;
use std::time::Duration;

use samskab_platform::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Place, print};

const PATIENCE: Duration = Duration::from_secs(4);

/// Asks `/klar` on the address the settings name; 1 where it is not ready.
///
/// # Errors
/// What is wrong with the settings.
pub async fn run(place: &Place) -> Result<ExitCode> {
    let mut address = place.settings()?.listen;
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    let asking = async {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(format!("GET /klar HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.map(|_| answer)
    };
    let (code, text) = match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(answer)) if answer.starts_with("HTTP/1.1 200 ") => (ExitCode::SUCCESS, "ready".to_owned()),
        Ok(Ok(answer)) => (ExitCode::FAILURE, answer.lines().last().unwrap_or("not ready").to_owned()),
        Ok(Err(error)) => (ExitCode::FAILURE, format!("{address}: {error}")),
        Err(_) => (ExitCode::FAILURE, format!("{address} does not answer within {} seconds", PATIENCE.as_secs())),
    };
    print(&text)?;
    Ok(code)
}
