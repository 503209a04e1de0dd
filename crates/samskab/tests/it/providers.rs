//! Real servers of others in processes of their own, on loopback: a mail server, a gateway for text messages.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use samskab_platform::settings::{Security, Smtp};

/// A process that ends with the test.
pub struct Provider(Child);

impl Provider {
    pub fn start(mut command: Command, port: u16) -> Self {
        let what = format!("{command:?}");
        let provider = Self(command.stderr(Stdio::inherit()).spawn().unwrap_or_else(|e| panic!("{what}: {e}")));
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return provider;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{what} does not listen: `make test` installs what it needs");
    }

    /// A mail server that keeps what it gets in a Maildir, and does not know these addresses.
    pub fn mail(port: u16, folder: &Path, unknown: &[&str]) -> Self {
        let python = std::env::var("SAMSKAB_TEST_SMTP_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".into());
        let mut command = Command::new(python);
        command.arg(provider("mail_server.py")).arg(port.to_string()).arg(folder).args(unknown);
        Self::start(command, port)
    }

    /// A gateway for text messages.
    pub fn text(port: u16, options: &[&str]) -> Self {
        let mut command = Command::new("node");
        command.arg(provider("text_gateway.mjs")).arg(port.to_string()).arg("token of a test").args(options);
        Self::start(command, port)
    }
}

fn provider(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/providers").join(file)
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn smtp(port: u16) -> Smtp {
    Smtp {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: Security::None,
        user: None,
        password: None,
        password_file: None,
        from: "Prøveby Kommune <samskab@proeveby.example>".into(),
    }
}

/// What a mail server got, each as head and body, decoded from quoted-printable.
pub fn received(folder: &Path) -> Vec<(String, String)> {
    let files =
        std::fs::read_dir(folder.join("new")).map(|d| d.map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap()).collect::<Vec<_>>()).unwrap_or_default();
    files
        .into_iter()
        .map(|raw| {
            let raw = raw.replace("\r\n", "\n");
            let (head, body) = raw.split_once("\n\n").unwrap();
            (head.replace("\n ", " "), decoded(body))
        })
        .collect()
}

fn decoded(body: &str) -> String {
    let (mut out, bytes) = (vec![], body.replace("=\n", "").into_bytes());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'=').then(|| bytes.get(at + 1..at + 3)).flatten().and_then(|h| u8::from_str_radix(std::str::from_utf8(h).ok()?, 16).ok());
        match hex {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    // The head of a part is not encoded: what looks like a byte there (`method=CANCEL`) is none.
    String::from_utf8_lossy(&out).into_owned()
}

/// What the gateway took.
pub fn taken(port: u16) -> serde_json::Value {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

/// The settings of a provider of sign-in, with more of its own.
pub fn openid(issuer: &str, more: serde_json::Value) -> samskab_platform::provider::Provider {
    let mut all = serde_json::json!({ "key": "broker", "name": { "da": "Login Prøveby", "en": "Login Testville" }, "issuer": issuer, "client_id": "samskab" });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}
