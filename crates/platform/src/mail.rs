//! Mail over SMTP.

use lettre::message::Mailbox;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::settings::{Security, Smtp};
use crate::words::Lang;

/// One mail to be sent.
#[derive(Debug)]
pub struct Mail<'a> {
    /// Becomes the Message-ID: a mail that is sent twice after a crash is shown once by most mail programs.
    pub id: Uuid,
    /// The address.
    pub to: &'a str,
    /// One line.
    pub subject: &'a str,
    /// Plain text.
    pub body: &'a str,
    /// The language it is written in.
    pub lang: Lang,
}

/// The way mail leaves the house.
pub enum Mailer {
    /// A mail server.
    Smtp {
        /// The connection pool.
        transport: AsyncSmtpTransport<Tokio1Executor>,
        /// The sender of everything.
        from: Mailbox,
    },
    /// The demonstration: mail stays in the mailbox that everyone can read.
    Mailbox,
}

impl Mailer {
    /// From the settings.
    ///
    /// # Errors
    /// [`Error::Startup`] when the sender or the server's name is wrong.
    pub fn smtp(settings: &Smtp) -> Result<Self> {
        let from = settings.from.parse().map_err(|e| Error::Startup(format!("mail.from '{}' is not an address ({e}): write NAME <ADDRESS>", settings.from)))?;
        let wrong = |e: lettre::transport::smtp::Error| Error::Startup(format!("mail server '{}': {e}", settings.host));
        let mut builder = match settings.security {
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host).map_err(wrong)?,
            Security::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host).map_err(wrong)?,
            Security::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host),
        };
        if let Some(port) = settings.port {
            builder = builder.port(port);
        }
        if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Mailer::Smtp { transport: builder.timeout(Some(std::time::Duration::from_secs(20))).build(), from })
    }

    /// Hands a mail to the server.
    ///
    /// # Errors
    /// What the server, or the address, is at fault for; in words for the outbox page.
    pub async fn send(&self, mail: &Mail<'_>) -> Result<(), String> {
        let Mailer::Smtp { transport, from } = self else {
            return Ok(());
        };
        let message = message(from, mail)?;
        transport.send(message).await.map(|_| ()).map_err(|e| e.to_string())
    }
}

fn message(from: &Mailbox, mail: &Mail<'_>) -> Result<Message, String> {
    let to: Mailbox = mail.to.parse().map_err(|e| format!("the address '{}' is not valid: {e}", mail.to))?;
    Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.email.domain())))
        .from(from.clone())
        .to(to)
        .subject(mail.subject)
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::QuotedPrintable)
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Content-Language"), mail.lang.tag().to_owned()))
        // RFC 3834: nobody's holiday reply should answer us.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .body(mail.body.to_owned())
        .map_err(|e| e.to_string())
}
