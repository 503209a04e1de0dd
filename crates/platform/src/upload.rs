//! Files that people send: how large, of what kind — told from the bytes, never from what the browser says — and under
//! which name they are kept. See OWASP, *File Upload Cheat Sheet*.
//!
//! A handler first asks whether the visitor may (`view.demand(&ACT)`), then reads with [`read`], then begins its act: so
//! nothing is read from those who may not, and no transaction waits for a slow connection.

mod kinds;
mod text;

use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

use crate::error::{Error, Result};
use crate::form::Form;

pub use kinds::{FileType, Refusal, recognise};
pub use text::decode;

/// A name a file can be kept and offered under on every system: no folders, no signs with a meaning, none that reverse
/// the direction of writing (so that `gnp.exe` cannot look like `exe.png`), at most 120 characters.
#[must_use]
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';' | '%') { '_' } else { c })
        .collect();
    let kept = kept.trim().trim_start_matches('.').trim_end_matches(['.', ' ']).trim();
    let (stem, extension) = match kept.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 10 => (stem, format!(".{extension}")),
        _ => (kept, String::new()),
    };
    let room = 120 - extension.chars().count();
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim();
    let reserved = ["con", "prn", "aux", "nul"].contains(&stem.to_lowercase().as_str())
        || ["com", "lpt"].iter().any(|p| stem.to_lowercase().strip_prefix(p).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit())));
    match (stem.is_empty(), reserved) {
        (true, _) => format!("fil{extension}"),
        (false, true) => format!("fil-{stem}{extension}"),
        (false, false) => format!("{stem}{extension}"),
    }
}

/// A file as it came, with its name cleaned.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The field of the form.
    pub field: String,
    /// Its name, fit to be kept.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it is, or why it is not taken.
    pub kind: Result<FileType, Refusal>,
}

impl Incoming {
    /// The letters of a text or a table.
    ///
    /// # Errors
    /// Why it is not taken; [`Refusal::NotText`] for what may otherwise be sent.
    pub fn text(&self) -> Result<String, Refusal> {
        match self.kind {
            Ok(kind) if kind.is_text() => Ok(decode(&self.bytes)),
            Ok(_) | Err(Refusal::OldOffice | Refusal::Archive | Refusal::Unknown) => Err(Refusal::NotText),
            Err(refusal) => Err(refusal),
        }
    }
}

/// How much one form may hold.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Bytes a file.
    pub file: usize,
    /// Files a form.
    pub files: usize,
    /// Bytes of all other fields together.
    pub text: usize,
}

/// Most fields a form may have.
const FIELDS: usize = 200;

/// Reads a form with files (`multipart/form-data`). A file that is too large is read no further than its limit and comes
/// back as [`Refusal::TooLarge`]; fields without a chosen file are left out.
///
/// # Errors
/// [`Error::BadRequest`] for a form that cannot be read, or with more fields, files or text than there is room for.
pub async fn read(mut request: Request, room: Room) -> Result<(Form, Vec<Incoming>)> {
    // A file that is somewhat too large gets an answer that says so; for much more the connection is given up.
    DefaultBodyLimit::max(2 * (room.file * room.files + room.text) + 32_000_000).apply(&mut request);
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| Error::BadRequest("error-form"))?;
    let unreadable = |_: MultipartError| Error::BadRequest("error-form");
    let (mut form, mut files, mut text, mut fields) = (Form::default(), vec![], 0, 0);
    while let Some(mut field) = multipart.next_field().await.map_err(unreadable)? {
        fields += 1;
        let Some(name) = field.name().map(str::to_owned) else { return Err(Error::BadRequest("error-form")) };
        let file = field.file_name().map(str::to_owned);
        let limit = if file.is_some() { room.file } else { room.text - text };
        let (mut bytes, mut over) = (Vec::new(), false);
        while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
            // The rest of a file that is too large is let pass, so that the form can be shown again with an error.
            over = over || bytes.len() + chunk.len() > limit;
            if !over {
                bytes.extend_from_slice(&chunk);
            }
        }
        match file {
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => {
                let clean = clean_name(&file);
                let kind = if over { Err(Refusal::TooLarge(room.file)) } else { recognise(&bytes, &clean) };
                files.push(Incoming { field: name, name: clean, bytes: if over { vec![] } else { bytes }, kind });
            }
            None if over => return Err(Error::BadRequest("error-form")),
            None => {
                text += bytes.len();
                form.add(name, String::from_utf8(bytes).map_err(|_| Error::BadRequest("error-form"))?);
            }
        }
        if files.len() > room.files || fields > FIELDS {
            return Err(Error::BadRequest("error-form"));
        }
    }
    Ok((form, files))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_lose_folders_and_signs_with_a_meaning() {
        for (given, clean) in [
            ("C:\\Users\\ida\\Referat møde 3.pdf", "Referat møde 3.pdf"),
            ("../../etc/passwd", "passwd"),
            (".htaccess", "htaccess"),
            ("foto\u{202e}gnp.exe", "fotognp.exe"),
            ("a\r\nb\".pdf", "ab_.pdf"),
            ("CON.pdf", "fil-CON.pdf"),
            ("com1.txt", "fil-com1.txt"),
            ("   . . ", "fil"),
            ("", "fil"),
            (".pdf", "pdf"),
        ] {
            assert_eq!(clean_name(given), clean, "{given:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_becomes_one_that_is_safe_and_stays_so(name in ".{0,300}") {
            let clean = clean_name(&name);
            prop_assert!(!clean.is_empty() && clean.chars().count() <= 130);
            prop_assert!(!clean.contains(['/', '\\', '"', '\n', '\r', '\0', '<', '>', ':', '%', ';']));
            prop_assert!(!clean.starts_with('.'));
            prop_assert_eq!(clean_name(&clean), clean.clone());
        }
    }
}
