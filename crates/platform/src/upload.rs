//! Files that people send: how large, of what kind — told from the bytes, never from what the browser says — and under
//! which name they are kept. See OWASP, *File Upload Cheat Sheet*.
//!
//! A handler first asks whether the visitor may (`view.demand(&ACT)`), then reads with [`read`], then begins its act: so
//! nothing is read from those who may not, and no transaction waits for a slow connection.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::Page;

/// What a file is, told from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// For `Content-Type`.
    pub media_type: &'static str,
    /// The ends of names it may have, the usual one first.
    pub extensions: &'static [&'static str],
    /// Whether browsers can show it as a picture.
    pub image: bool,
}

/// Everything that may be sent. What can hold a script that a browser runs (SVG, HTML) or a macro is not among it.
pub const KINDS: &[Kind] = &[
    Kind { media_type: "image/jpeg", extensions: &["jpg", "jpeg"], image: true },
    Kind { media_type: "image/png", extensions: &["png"], image: true },
    Kind { media_type: "image/webp", extensions: &["webp"], image: true },
    Kind { media_type: "image/gif", extensions: &["gif"], image: true },
    Kind { media_type: "application/pdf", extensions: &["pdf"], image: false },
    Kind { media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extensions: &["docx"], image: false },
    Kind { media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: &["xlsx"], image: false },
    Kind { media_type: "application/vnd.openxmlformats-officedocument.presentationml.presentation", extensions: &["pptx"], image: false },
    Kind { media_type: "application/vnd.oasis.opendocument.text", extensions: &["odt"], image: false },
    Kind { media_type: "application/vnd.oasis.opendocument.spreadsheet", extensions: &["ods"], image: false },
    Kind { media_type: "application/vnd.oasis.opendocument.presentation", extensions: &["odp"], image: false },
    Kind { media_type: "text/plain; charset=utf-8", extensions: &["txt", "md"], image: false },
    Kind { media_type: "text/csv; charset=utf-8", extensions: &["csv"], image: false },
];

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// It is larger than allowed; the limit in bytes.
    TooLarge(usize),
    /// It is of a kind that is not taken.
    Kind,
    /// It is not what its name says.
    Mismatch,
    /// It holds macros: small programs that run when it is opened.
    Macros,
}

impl Unfit {
    /// What to tell the person.
    #[must_use]
    pub fn say(self, page: &Page) -> String {
        match self {
            Unfit::Empty => page.t("upload-empty"),
            Unfit::TooLarge(limit) => page.t1("upload-too-large", "megabytes", limit >> 20),
            Unfit::Kind => page.t("upload-kind"),
            Unfit::Mismatch => page.t("upload-mismatch"),
            Unfit::Macros => page.t("upload-macros"),
        }
    }
}

/// Looks at a file: what it is, unless it may not be taken. `name` is what the sender calls it.
///
/// # Errors
/// Why it is not taken.
pub fn check(name: &str, bytes: &[u8], max: usize) -> Result<Kind, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if bytes.len() > max {
        return Err(Unfit::TooLarge(max));
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let named = KINDS.iter().find(|k| k.extensions.contains(&extension.as_str())).ok_or(Unfit::Kind)?;
    let is_text = named.media_type.starts_with("text/");
    match infer::get(bytes) {
        Some(found) if found.mime_type() == named.media_type => {}
        // A text may begin like anything; what counts is that it is one.
        _ if is_text && is_plain_text(bytes) => {}
        _ => return Err(Unfit::Mismatch),
    }
    // The names of a ZIP's members stand in it uncompressed.
    if named.media_type.contains("openxmlformats") && contains(bytes, b"vbaProject.bin") {
        return Err(Unfit::Macros);
    }
    Ok(*named)
}

fn is_plain_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(|c| matches!(c, '\n' | '\r' | '\t') || !c.is_control()))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

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
    pub kind: Result<Kind, Unfit>,
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
/// back as [`Unfit::TooLarge`]; fields without a chosen file are left out. The route raises axum's own limit of two
/// megabytes with `DefaultBodyLimit::max`.
///
/// # Errors
/// [`Error::BadRequest`] for a form that cannot be read, or with more fields, files or text than there is room for.
pub async fn read(mut multipart: Multipart, room: Room) -> Result<(Form, Vec<Incoming>)> {
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
                let kind = if over { Err(Unfit::TooLarge(room.file)) } else { check(&clean, &bytes, room.file) };
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

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const PDF: &[u8] = b"%PDF-1.7\n";

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(check("foto.PNG", PNG, 100).unwrap().media_type, "image/png");
        assert_eq!(check("referat.pdf", PDF, 100).unwrap().media_type, "application/pdf");
        assert_eq!(check("note.txt", "Æbler\n".as_bytes(), 100).unwrap().media_type, "text/plain; charset=utf-8");
        assert_eq!(check("liste.csv", b"a;b\r\n", 100).unwrap().media_type, "text/csv; charset=utf-8");
        assert_eq!(check("foto.jpg", PNG, 100), Err(Unfit::Mismatch), "a PNG under another name");
        assert_eq!(check("foto.png", b"<script>alert(1)</script>", 100), Err(Unfit::Mismatch));
        assert_eq!(check("note.txt", b"MZ\x90\0\x03", 100), Err(Unfit::Mismatch), "a program");
        assert_eq!(check("side.html", b"<html>", 100), Err(Unfit::Kind));
        assert_eq!(check("tegning.svg", b"<svg/>", 100), Err(Unfit::Kind));
        assert_eq!(check("uden-endelse", PNG, 100), Err(Unfit::Kind));
        assert_eq!(check("foto.png", &[], 100), Err(Unfit::Empty));
        assert_eq!(check("foto.png", PNG, 4), Err(Unfit::TooLarge(4)));
    }

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
