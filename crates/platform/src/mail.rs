//! Mail over SMTP.

use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use uuid::Uuid;

use crate::calendar::Method;
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
    pub text: &'a str,
    /// The same as HTML.
    pub html: &'a str,
    /// The language it is written in.
    pub lang: Lang,
    /// The address where one leaves, by a click or by the mail program's own button (RFC 8058); missing: one cannot.
    pub leave: Option<&'a str>,
    /// An appointment as iCalendar, for the reader's calendar; empty: none.
    pub calendar: &'a str,
}

/// Why a mail was not taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// What the server, or the address, is at fault for.
    pub text: String,
    /// The recipient's own server said no for good: trying again is no use.
    pub refused: bool,
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
    /// [`Failure`].
    pub async fn send(&self, mail: &Mail<'_>) -> Result<(), Failure> {
        let Mailer::Smtp { transport, from } = self else {
            return Ok(());
        };
        let message = message(from, mail)?;
        transport.send(message).await.map(|_| ()).map_err(|e| {
            let text = e.to_string();
            let refused = e.status().is_some_and(|code| is_refusal(u16::from(code), &text));
            Failure { text, refused }
        })
    }
}

/// Whether an answer says that this address will never take mail: 550, 551, 553 or 556 (RFC 5321, RFC 7504), unless an
/// enhanced code (RFC 3463) says that it is about something else than the address or the mailbox.
fn is_refusal(code: u16, text: &str) -> bool {
    let enhanced = text.split(|c: char| c.is_whitespace() || ";:,()".contains(c)).find(|word| {
        let mut parts = word.split('.');
        let digits = |part: Option<&str>, most: usize| part.is_some_and(|p| !p.is_empty() && p.len() <= most && p.bytes().all(|b| b.is_ascii_digit()));
        word.starts_with("5.") && parts.next().is_some() && digits(parts.next(), 3) && digits(parts.next(), 3) && parts.next().is_none()
    });
    matches!(code, 550 | 551 | 553 | 556) && enhanced.is_none_or(|e| e.starts_with("5.1.") || e.starts_with("5.2."))
}

fn message(from: &Mailbox, mail: &Mail<'_>) -> Result<Message, Failure> {
    let to: Mailbox = mail.to.parse().map_err(|e| Failure { text: format!("the address is not valid: {e}"), refused: true })?;
    let raw = |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
    let part = |kind: ContentType, body: &str| SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body.to_owned());
    let mut builder = Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.email.domain())))
        .from(from.clone())
        .to(to)
        .subject(mail.subject)
        .raw_header(raw("Content-Language", mail.lang.tag().to_owned()))
        // RFC 3834: nobody's holiday reply should answer us.
        .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()));
    if let Some(leave) = mail.leave {
        builder =
            builder.raw_header(raw("List-Unsubscribe", format!("<{leave}>"))).raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    let both = MultiPart::alternative().singlepart(part(ContentType::TEXT_PLAIN, mail.text)).singlepart(part(ContentType::TEXT_HTML, mail.html));
    let failed = |text: String| Failure { text, refused: false };
    if mail.calendar.is_empty() {
        return builder.multipart(both).map_err(|e| failed(e.to_string()));
    }
    // Mail programs with a calendar take the third of the alternatives (RFC 6047, 2.4); the others show a file to open.
    let kind = format!("text/calendar; method={}; charset=utf-8", Method::of(mail.calendar).key());
    let kind = ContentType::parse(&kind).map_err(|e| failed(e.to_string()))?;
    let file = SinglePart::builder()
        .header(ContentType::parse("application/ics; charset=utf-8").map_err(|e| failed(e.to_string()))?)
        .header(ContentDisposition::attachment("moede.ics"))
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(mail.calendar.to_owned());
    let whole = MultiPart::mixed().multipart(both.singlepart(part(kind, mail.calendar))).singlepart(file);
    builder.multipart(whole).map_err(|e| failed(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::is_refusal;

    #[test]
    fn only_what_the_recipient_is_refused_for_is_final() {
        assert!(is_refusal(550, "permanent error (550): 5.1.1 No such user"));
        assert!(is_refusal(550, "permanent error (550): mailbox unavailable"));
        assert!(is_refusal(556, "permanent error (556): domain does not accept mail"));
        assert!(!is_refusal(550, "permanent error (550): 5.7.1 relaying denied"), "our own server's policy");
        assert!(!is_refusal(535, "permanent error (535): 5.7.8 authentication failed"), "our own account");
        assert!(!is_refusal(554, "permanent error (554): 5.6.0 message content rejected"));
        assert!(!is_refusal(450, "transient error (450): greylisted"));
    }
}
