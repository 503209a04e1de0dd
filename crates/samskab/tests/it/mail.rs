//! Mail, through a real SMTP server on loopback.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use chrono::Duration;
use samskab_platform::access::Visibility;
use samskab_platform::outbox;
use samskab_platform::settings::{Security, Smtp};

use crate::house::{House, form, morning};

/// A mail server that keeps what it gets in a Maildir.
struct MailServer(Child);

impl MailServer {
    fn start(port: u16, folder: &Path) -> Self {
        let python = std::env::var("SAMSKAB_TEST_SMTP_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".into());
        let mut command = Command::new(&python);
        command.args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"]).arg(folder).stderr(Stdio::inherit());
        let server = Self(command.spawn().expect("python with aiosmtpd is there: `make test` installs it"));
        for _ in 0..200 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{python} -m aiosmtpd does not listen: is python3-aiosmtpd installed? `make test` does it");
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn received(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder.join("new")).map(|d| d.map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap()).collect()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_reaches_a_real_mail_server_once_even_if_it_was_down() {
    let port = free_port();
    let smtp = Smtp {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: Security::None,
        user: None,
        password: None,
        password_file: None,
        from: "Prøveby Kommune <samskab@proeveby.example>".into(),
    };
    for house in House::both_with(|s| s.mail = Some(smtp.clone())).await {
        let folder = tempfile::tempdir().unwrap();
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let cookie = house.cookie(&secretary).await;
        let body = form(&[("name", "Søren Ærø"), ("email", "soeren@borger.example"), ("role", "member")]);
        let answer = house.post(&format!("/forloeb/{slug}/hold/inviter"), &cookie, &body).await;
        assert!(answer.status.is_redirection(), "{}", answer.text);

        assert_eq!(outbox::drain(&house.app).await.unwrap(), 1, "tried while nobody listens");
        let row = outbox::latest(&mut house.app.db.read().await.unwrap(), 1).await.unwrap().remove(0);
        assert!(row.sent_at.is_none() && row.last_error.is_some(), "{row:?}");
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 0, "not before its pause is over");

        let server = MailServer::start(port, &folder.path().join("post"));
        house.clock.set(morning() + Duration::minutes(2));
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 1);
        house.clock.set(morning() + Duration::hours(5));
        assert_eq!(outbox::drain(&house.app).await.unwrap(), 0, "sent once");
        drop(server);
        let mails = received(&folder.path().join("post"));
        assert_eq!(mails.len(), 1, "{}", house.kind);
        let text = mails[0].replace("=\n", "").replace("=3D", "=");
        assert!(text.contains("To: soeren@borger.example"), "{text}");
        assert!(text.contains("http://samskab.example/invitation/"), "{text}");
        assert!(text.contains("Auto-Submitted: auto-generated"), "{text}");
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn without_a_mail_server_mail_waits() {
    let house = House::sqlite().await;
    house.post("/log-ind", "", &form(&[("email", "ida@borger.example")])).await;
    assert_eq!(outbox::drain(&house.app).await.unwrap(), 0);
    let row = outbox::latest(&mut house.app.db.read().await.unwrap(), 1).await.unwrap().remove(0);
    assert!(row.sent_at.is_none() && row.attempts == 0);
}
