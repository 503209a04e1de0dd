//! Text messages, through whatever HTTP gateway the municipality has: the settings say how it is asked.

use axum::http::{HeaderName, Method, Request};
use uuid::Uuid;

use crate::app::App;
use crate::outgoing;
use crate::settings::{BodyKind, Text};

/// What fits in one text message of 7-bit letters; longer ones travel in parts (3GPP TS 23.038, 23.040).
const ONE_GSM: usize = 160;
const PART_GSM: usize = 153;
/// The same in 16-bit letters (UCS-2).
const ONE_UCS: usize = 70;
const PART_UCS: usize = 67;
/// A notice takes at most so many parts.
const PARTS: usize = 2;

/// The letters of the GSM 7-bit default alphabet that are not ASCII letters, digits or signs (3GPP TS 23.038, 6.2.1).
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
/// Those of its extension table: two places each.
const GSM_TWO: &str = "^{}\\[~]|€";

/// Why a text message was not taken.
#[derive(Debug)]
pub enum Failure {
    /// It may go well another time.
    Again(String),
    /// The gateway does not want this message.
    Refused(String),
}

/// How many parts a text travels in.
#[must_use]
pub fn parts(text: &str) -> usize {
    let place = |c: char| match c {
        c if c.is_ascii_alphanumeric() || GSM.contains(c) => Some(1),
        c if GSM_TWO.contains(c) => Some(2),
        _ => None,
    };
    let (length, one, part) = match text.chars().map(place).sum::<Option<usize>>() {
        Some(septets) => (septets, ONE_GSM, PART_GSM),
        None => (text.encode_utf16().count(), ONE_UCS, PART_UCS),
    };
    if length <= one { 1 } else { length.div_ceil(part) }
}

/// A text message: who writes, what, and where to read more; what is too long is cut before the address.
#[must_use]
pub fn compose(from: &str, subject: &str, href: &str) -> String {
    // What would make the whole message three times as dear for one sign is written as the alphabet has it.
    let plain: String = subject
        .chars()
        .map(|c| match c {
            '»' | '«' | '“' | '”' => '"',
            '’' | '‘' => '\'',
            '–' | '—' => '-',
            '…' => '.',
            c => c,
        })
        .collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let mut cut = "";
    loop {
        let text = format!("{from}: {}{cut} {href}", words.join(" "));
        if parts(&text) <= PARTS || words.pop().is_none() {
            return text;
        }
        cut = " ...";
    }
}

/// A telephone number as gateways want it (E.164): Danish ones get +45. Nothing for what cannot be one.
#[must_use]
pub fn e164(number: &str) -> Option<String> {
    let trimmed = number.trim();
    if !trimmed.chars().all(|c| c.is_ascii_digit() || "+ -.()/\u{a0}".contains(c)) {
        return None;
    }
    let digits: String = trimmed.chars().filter(char::is_ascii_digit).collect();
    let abroad = if trimmed.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match abroad {
        // E.164: country code and number, at most 15 digits, and none begins with 0.
        Some(all) if (8..=15).contains(&all.len()) && !all.starts_with('0') && (!all.starts_with("45") || all.len() == 10) => Some(format!("+{all}")),
        Some(_) => None,
        // The Danish numbering plan: eight digits, none beginning with 0 or 1 for subscribers.
        None if digits.len() == 8 && !digits.starts_with(['0', '1']) => Some(format!("+45{digits}")),
        None if digits.len() == 10 && digits.starts_with("45") => Some(format!("+{digits}")),
        None => None,
    }
}

/// Fills the settings' template: `{to}`, `{text}`, `{from}` and `{id}`, each escaped for the kind of body.
fn body(settings: &Text, id: Uuid, to: &str, text: &str) -> String {
    let escape = |value: &str| match settings.kind {
        BodyKind::Json => {
            let quoted = serde_json::Value::from(value).to_string();
            quoted[1..quoted.len() - 1].to_owned()
        }
        BodyKind::Form => {
            value.bytes().map(|b| if b.is_ascii_alphanumeric() || b"-._~".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
        }
    };
    let id = id.to_string();
    let values = [("{to}", to), ("{text}", text), ("{from}", settings.from.as_str()), ("{id}", id.as_str())];
    // In one pass: a value that looks like a placeholder stays what it is.
    let (mut out, mut rest) = (String::new(), settings.body.as_str());
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match values.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                out.push_str(&escape(value));
                rest = &rest[name.len()..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// Whether an answer says that the message was taken, and if not, whether to try again.
fn judge(settings: &Text, status: u16, answer: &[u8]) -> Result<(), Failure> {
    let said = String::from_utf8_lossy(answer).chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    let error = format!("the gateway answered {status}: {said}");
    match status {
        200..=299 => {}
        // Too many requests, a timeout, the account, an address that moved: nothing about this message.
        401 | 403 | 404 | 407 | 408 | 425 | 429 => return Err(Failure::Again(error)),
        400..=499 => return Err(Failure::Refused(error)),
        _ => return Err(Failure::Again(error)),
    }
    if let Some(field) = &settings.success_field {
        let json: serde_json::Value = serde_json::from_slice(answer).unwrap_or_default();
        let found = field.split('.').try_fold(&json, |at, key| at.get(key).or_else(|| at.get(key.parse::<usize>().ok()?)));
        let found = found.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
        let good = match &settings.success_value {
            Some(wanted) => found.as_deref() == Some(wanted),
            None => found.is_some_and(|f| f != "null" && f != "false"),
        };
        if !good {
            return Err(Failure::Refused(error));
        }
    }
    Ok(())
}

/// Hands a text message to the gateway. The id is the same at every try: a gateway that takes one sends it once.
pub(crate) async fn send(app: &App, id: Uuid, to: &str, text: &str) -> Result<(), Failure> {
    let Some(settings) = &app.settings.text else {
        return Err(Failure::Again("no gateway for text messages is set up".to_owned()));
    };
    let again = |e: &dyn std::fmt::Display| Failure::Again(e.to_string());
    let kind = if settings.kind == BodyKind::Json { "application/json" } else { "application/x-www-form-urlencoded" };
    let method = Method::from_bytes(settings.method.as_bytes()).map_err(|e| again(&e))?;
    let mut request = Request::builder().method(method).uri(&settings.url).header("content-type", kind).header("idempotency-key", id.to_string());
    if let (Some(name), Some(token)) = (&settings.header, &settings.token) {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|e| again(&e))?;
        request = request.header(name, token);
    }
    let request = request.body(body(settings, id, to, text).into_bytes()).map_err(|e| again(&e))?;
    let answer = outgoing::send(&app.settings.outgoing, request).await.map_err(|e| again(&e))?;
    judge(settings, answer.status().as_u16(), answer.body())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(kind: BodyKind, body: &str) -> Text {
        Text { kind, body: body.to_owned(), from: "Prøveby".to_owned(), ..Text::sample() }
    }

    #[test]
    fn danish_numbers_are_written_as_gateways_want_them() {
        for (typed, wanted) in [
            ("20 12 34 56", "+4520123456"),
            ("+45 20123456", "+4520123456"),
            ("0045 2012 3456", "+4520123456"),
            ("4520123456", "+4520123456"),
            ("+46 70 123 45 67", "+46701234567"),
        ] {
            assert_eq!(e164(typed).as_deref(), Some(wanted), "{typed}");
        }
        for wrong in ["", "112", "2012345", "201234567", "+45 201234567", "1234", "ring til Ida", "+0 12345678", "01234567", "+1234567890123456"] {
            assert_eq!(e164(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn danish_letters_are_cheap_and_others_are_counted_in_sixteen_bits() {
        assert_eq!(parts(&"æøåÆØÅé".repeat(22)), 1, "154 letters of the 7-bit alphabet");
        assert_eq!(parts(&"a".repeat(160)), 1);
        assert_eq!(parts(&"a".repeat(161)), 2);
        assert_eq!(parts(&"€".repeat(80)), 1);
        assert_eq!(parts(&"€".repeat(81)), 2);
        assert_eq!(parts(&"ł".repeat(70)), 1);
        assert_eq!(parts(&"ł".repeat(71)), 2);
        assert_eq!(parts(&"😀".repeat(36)), 2, "two places each");
    }

    #[test]
    fn a_text_is_cut_before_its_address() {
        let long = "Ungepolitik: byrådet siger ja til noget af anbefaling 3 ".repeat(12);
        let text = compose("Prøveby Kommune", &long, "https://samskab.example/b/abcdefghij");
        assert!(parts(&text) <= PARTS && text.ends_with("... https://samskab.example/b/abcdefghij"), "{text}");
        assert_eq!(compose("Prøveby", "»Åben hal« er gjort", "https://x.example/b/y"), "Prøveby: \"Åben hal\" er gjort https://x.example/b/y");
    }

    #[test]
    fn values_cannot_break_out_of_the_body() {
        let json =
            body(&settings(BodyKind::Json, r#"{"to":"{to}","msg":"{text}","ref":"{id}","x":{"y":1}}"#), Uuid::nil(), "+4520123456", "Hun sagde \"{to}\"\\\n");
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["msg"], "Hun sagde \"{to}\"\\\n");
        assert_eq!((read["to"].as_str(), read["x"]["y"].as_i64()), (Some("+4520123456"), Some(1)));
        assert_eq!(
            body(&settings(BodyKind::Form, "to={to}&text={text}&from={from}"), Uuid::nil(), "+45", "a&b=ø"),
            "to=%2B45&text=a%26b%3D%C3%B8&from=Pr%C3%B8veby"
        );
    }

    #[test]
    fn an_answer_is_taken_for_what_it_says() {
        let mut settings = settings(BodyKind::Json, "");
        assert!(judge(&settings, 202, b"").is_ok());
        assert!(matches!(judge(&settings, 503, b"later"), Err(Failure::Again(_))));
        assert!(matches!(judge(&settings, 429, b""), Err(Failure::Again(_))));
        assert!(matches!(judge(&settings, 422, b"no such number"), Err(Failure::Refused(_))));
        settings.success_field = Some("messages.0.status".to_owned());
        settings.success_value = Some("queued".to_owned());
        assert!(judge(&settings, 200, br#"{"messages":[{"status":"queued"}]}"#).is_ok());
        assert!(matches!(judge(&settings, 200, br#"{"messages":[{"status":"blocked"}]}"#), Err(Failure::Refused(_))));
        settings.success_value = None;
        assert!(judge(&settings, 200, br#"{"messages":[{"status":"any"}]}"#).is_ok());
        assert!(judge(&settings, 200, b"not json").is_err());
    }
}
