//! The program as a process of its own: servers that are stopped or killed, commands that are run.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use tempfile::NamedTempFile;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The program, with nothing from the environment of whoever runs the tests.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samskab"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SAMSKAB_")) {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// Runs a command to its end.
pub fn run(args: &[&str]) -> Output {
    program(args).output().unwrap()
}

/// Runs a command that must succeed; what it printed.
pub fn done(args: &[&str]) -> String {
    let output = run(args);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "samskab {}: {text}{}", args.join(" "), String::from_utf8_lossy(&output.stderr));
    text
}

/// Runs a command that must be refused; the line it gave as the reason.
pub fn refused(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(2), "samskab {}: {}", args.join(" "), String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    text.lines().find(|l| l.starts_with("samskab: ")).unwrap_or(&text).to_owned()
}

pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A server that runs; it is killed when the test is over.
pub struct Server {
    pub port: u16,
    child: Child,
    // A file, since a pipe that nobody reads fills up, and the server waits.
    log: NamedTempFile,
}

impl Server {
    /// Starts `samskab serve` (or `demo`) and waits until it answers.
    pub async fn start(what: &str, args: &[&str]) -> Self {
        Self::start_with(what, args, |_| {}).await
    }

    pub async fn start_with(what: &str, args: &[&str], change: impl Fn(&mut Command)) -> Self {
        let (port, log) = (free_port(), NamedTempFile::new().unwrap());
        let mut command = program(&[what, "--listen", &format!("127.0.0.1:{port}")]);
        command.args(args).stdout(Stdio::null()).stderr(log.reopen().unwrap());
        change(&mut command);
        let mut server = Self { port, child: command.spawn().unwrap(), log };
        for _ in 0..600 {
            if let Some(status) = server.child.try_wait().unwrap() {
                panic!("the server ended with {status}: {}", server.said());
            }
            if ask(port, "GET /sundhed HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.is_some() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not answer");
    }

    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as systemd does.
    pub fn ask_to_stop(&self) {
        assert!(Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap().success());
    }

    /// Its exit code, once it has ended.
    pub async fn ended(&mut self) -> Option<i32> {
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What it has written on standard error.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.log.path()).unwrap()
    }

    pub async fn get(&self, path: &str, cookie: &str) -> (u16, String) {
        let answer = self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")).await.unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    /// Posts a form on a connection of its own; the status, or nothing if the server went away.
    pub async fn post(&self, path: &str, cookie: &str, body: &str) -> Option<u16> {
        post(self.port, path, cookie, body).await
    }

    /// Sends a request as it is written, and reads to the end.
    pub async fn ask(&self, request: &str) -> Option<String> {
        ask(self.port, request).await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub async fn post(port: u16, path: &str, cookie: &str, body: &str) -> Option<u16> {
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    ask(port, &request).await?.split(' ').nth(1)?.parse().ok()
}

pub async fn ask(port: u16, request: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = vec![];
    stream.read_to_end(&mut answer).await.ok()?;
    (!answer.is_empty()).then(|| String::from_utf8_lossy(&answer).into_owned())
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
