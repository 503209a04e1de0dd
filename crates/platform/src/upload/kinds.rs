//! What a file is, told by its content: the name is only what somebody called it.

use super::text;
use crate::page::Page;

/// What may be sent. What can hold a script that a browser runs (SVG, HTML) or a macro is not among it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FileType {
    Pdf,
    Jpeg,
    Png,
    Webp,
    Gif,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Text,
    Csv,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Refusal {
    Empty,
    /// Larger than this many bytes.
    TooLarge(usize),
    Markup,
    Program,
    Macros,
    OldOffice,
    Sound,
    Archive,
    /// Something else than the text that was asked for.
    NotText,
    Unknown,
}

impl Refusal {
    #[cfg(test)]
    const ALL: [Refusal; 10] =
        [Self::Empty, Self::TooLarge(1), Self::Markup, Self::Program, Self::Macros, Self::OldOffice, Self::Sound, Self::Archive, Self::NotText, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Empty => "upload-empty",
            Self::TooLarge(_) => "upload-too-large",
            Self::Markup => "upload-markup",
            Self::Program => "upload-program",
            Self::Macros => "upload-macros",
            Self::OldOffice => "upload-old-office",
            Self::Sound => "upload-sound",
            Self::Archive => "upload-archive",
            Self::NotText => "upload-not-text",
            Self::Unknown => "upload-unknown",
        }
    }

    /// Says why, and what to do instead.
    #[must_use]
    pub fn say(self, page: &Page) -> String {
        match self {
            Self::TooLarge(limit) => page.t1(self.word(), "size", size(limit)),
            _ => page.t(self.word()),
        }
    }
}

/// `2 MB`, `512 KB`.
fn size(bytes: usize) -> String {
    if bytes >= 1_000_000 { format!("{} MB", bytes / 1_000_000) } else { format!("{} KB", bytes / 1_000) }
}

impl FileType {
    /// As in the database and in answers.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Text => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// How its name ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Text => "txt",
            Self::Csv => "csv",
        }
    }

    /// Whether it is a picture.
    #[must_use]
    pub fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif)
    }

    /// Whether it is letters and nothing else.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Csv)
    }
}

/// Recognises a file by its first bytes and, for office documents, by what the package holds. `name` tells a table from
/// another text and nothing else.
///
/// # Errors
/// Why it is not taken.
pub fn recognise(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    match bytes {
        [] => Err(Refusal::Empty),
        [0xff, 0xd8, 0xff, ..] => Ok(FileType::Jpeg),
        b if b.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(FileType::Png),
        b if b.starts_with(b"GIF87a") || b.starts_with(b"GIF89a") => Ok(FileType::Gif),
        b if b.starts_with(b"RIFF") && b.get(8..12) == Some(b"WEBP") => Ok(FileType::Webp),
        b if b.starts_with(b"%PDF-") => Ok(FileType::Pdf),
        b if b.starts_with(b"PK\x03\x04") || b.starts_with(b"PK\x05\x06") => package(b),
        b if b.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => Err(Refusal::OldOffice),
        b if b.starts_with(b"MZ") || b.starts_with(b"\x7fELF") || b.starts_with(b"\xca\xfe\xba\xbe") || b.starts_with(b"#!") => Err(Refusal::Program),
        b if b.starts_with(b"\xcf\xfa\xed\xfe") || b.starts_with(b"\xce\xfa\xed\xfe") => Err(Refusal::Program),
        b if b.starts_with(b"ID3") || b.starts_with(b"OggS") || b.get(4..8) == Some(b"ftyp") || b.starts_with(b"RIFF") => Err(Refusal::Sound),
        // Excel's "Unicode text" begins with 0xff 0xfe, which an MP3 frame of the same bytes cannot: its layer is reserved.
        [0xff, 0xfe, ..] => plain(bytes, name),
        [0xff, 0xe2..=0xff, ..] => Err(Refusal::Sound),
        b if b.starts_with(b"Rar!") || b.starts_with(b"7z\xbc\xaf") || b.starts_with(b"\x1f\x8b") || b.starts_with(b"BZh") => Err(Refusal::Archive),
        b => plain(b, name),
    }
}

/// The names in a ZIP package's central directory (PKWARE APPNOTE 4.3.12), where everything that will be unpacked is listed.
fn names(bytes: &[u8]) -> Vec<&[u8]> {
    let number = |at: usize, size: usize| bytes.get(at..at + size).map(|b| b.iter().rev().fold(0usize, |n, b| n << 8 | usize::from(*b)));
    let from = bytes.len().saturating_sub(66_000);
    let Some(end) = bytes[from..].windows(4).rposition(|w| w == b"PK\x05\x06").map(|i| from + i) else { return vec![] };
    let (Some(count), Some(mut at)) = (number(end + 10, 2), number(end + 16, 4)) else { return vec![] };
    let mut all = vec![];
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            break;
        }
        let (Some(name), Some(extra), Some(comment)) = (number(at + 28, 2), number(at + 30, 2), number(at + 32, 2)) else { break };
        let Some(text) = bytes.get(at + 46..at + 46 + name) else { break };
        all.push(text);
        at += 46 + name + extra + comment;
    }
    all
}

fn package(bytes: &[u8]) -> Result<FileType, Refusal> {
    let names = names(bytes);
    let holds = |start: &[u8]| names.iter().any(|n| n.starts_with(start));
    if names.iter().any(|n| n.to_ascii_lowercase().ends_with(b"vbaproject.bin")) || holds(b"Basic/") {
        return Err(Refusal::Macros);
    }
    if holds(b"[Content_Types].xml") {
        return match () {
            () if holds(b"word/document.xml") => Ok(FileType::Docx),
            () if holds(b"xl/workbook.xml") => Ok(FileType::Xlsx),
            () if holds(b"ppt/presentation.xml") => Ok(FileType::Pptx),
            () => Err(Refusal::Unknown),
        };
    }
    // OpenDocument 1.3, part 2, 3.3: the first entry is `mimetype`, stored as it is, so its text begins at byte 38.
    if bytes.get(30..38) == Some(b"mimetype") {
        let rest = bytes.get(38..).unwrap_or_default();
        for kind in [FileType::Ods, FileType::Odt] {
            if rest.starts_with(kind.media_type().as_bytes()) {
                return Ok(kind);
            }
        }
        return Err(Refusal::Unknown);
    }
    Err(Refusal::Archive)
}

fn plain(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    let text = text::decode(bytes);
    if text.chars().any(|c| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{c}')) {
        return Err(Refusal::Unknown);
    }
    let start: String = text.chars().take(4_096).collect::<String>().to_lowercase();
    let start = start.trim_start();
    if start.starts_with('<') || ["<svg", "<html", "<script", "<body", "<iframe"].iter().any(|tag| start.contains(tag)) {
        return Err(Refusal::Markup);
    }
    Ok(if name.to_lowercase().ends_with(".csv") { FileType::Csv } else { FileType::Text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A ZIP package that holds these names, without content.
    fn zip(names: &[&str]) -> Vec<u8> {
        let mut out = b"PK\x03\x04".to_vec();
        out.resize(60, b'.');
        let directory = out.len() as u32;
        for name in names {
            out.extend(b"PK\x01\x02");
            out.extend([0; 24]);
            out.extend((name.len() as u16).to_le_bytes());
            out.extend([0; 16]);
            out.extend(name.as_bytes());
        }
        out.extend(b"PK\x05\x06");
        out.extend([0; 6]);
        out.extend((names.len() as u16).to_le_bytes());
        out.extend([0; 4]);
        out.extend(directory.to_le_bytes());
        out.extend([0; 2]);
        out
    }

    #[test]
    fn a_file_is_what_its_content_says_whatever_it_is_called() {
        assert_eq!(recognise(b"MZ\x90\x00\x03", "ferie.jpg"), Err(Refusal::Program));
        assert_eq!(recognise(b"\xff\xd8\xff\xe0", "program.exe"), Ok(FileType::Jpeg));
        assert_eq!(recognise(b"%PDF-1.7\n", "brev"), Ok(FileType::Pdf));
        assert_eq!(recognise(b"", "tom.txt"), Err(Refusal::Empty));
        assert_eq!(recognise(b"  <?xml version='1.0'?><svg/>", "logo.svg"), Err(Refusal::Markup));
        assert_eq!(recognise(b"hej <script>alert(1)</script>", "hej.txt"), Err(Refusal::Markup));
        assert_eq!(recognise("Hej æøå".as_bytes(), "hej.txt"), Ok(FileType::Text));
        assert_eq!(recognise(b"a;b\r\n1;2", "TAL.CSV"), Ok(FileType::Csv));
        assert_eq!(recognise(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gammel.doc"), Err(Refusal::OldOffice));
        assert_eq!(recognise(b"ID3\x04", "tale.mp3"), Err(Refusal::Sound));
        assert_eq!(recognise(b"#!/bin/sh\nrm", "noter.txt"), Err(Refusal::Program));
        assert_eq!(recognise(&[1, 2, 3, 0], "x"), Err(Refusal::Unknown));
    }

    #[test]
    fn office_documents_are_told_apart_by_what_the_package_holds() {
        assert_eq!(recognise(&zip(&["[Content_Types].xml", "word/document.xml"]), "a"), Ok(FileType::Docx));
        assert_eq!(recognise(&zip(&["[Content_Types].xml", "xl/workbook.xml"]), "a"), Ok(FileType::Xlsx));
        assert_eq!(recognise(&zip(&["[Content_Types].xml", "ppt/presentation.xml"]), "a"), Ok(FileType::Pptx));
        assert_eq!(recognise(&zip(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), "a.docx"), Err(Refusal::Macros));
        assert_eq!(recognise(&zip(&["billeder/1.jpg"]), "a.docx"), Err(Refusal::Archive));
        let mut odt = b"PK\x03\x04".to_vec();
        odt.resize(30, 0);
        odt.extend(b"mimetypeapplication/vnd.oasis.opendocument.text");
        assert_eq!(recognise(&odt, "a"), Ok(FileType::Odt));
    }

    #[test]
    fn a_text_in_any_alphabet_of_a_spreadsheet_is_a_text() {
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("Navn;Mail\r\nÅse".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(recognise(&utf16, "liste.csv"), Ok(FileType::Csv));
        assert_eq!(recognise(b"Navn;Mail\r\n\xc5se", "liste.csv"), Ok(FileType::Csv));
        let hidden: Vec<u8> = [0xff, 0xfe].into_iter().chain("<script>".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(recognise(&hidden, "noter.txt"), Err(Refusal::Markup), "another alphabet is no way around");
    }

    #[test]
    fn a_limit_is_said_as_people_say_it() {
        assert_eq!((size(20_000_000), size(512_000)), ("20 MB".to_owned(), "512 KB".to_owned()));
    }

    #[test]
    fn every_refusal_has_words_of_its_own() {
        let mut words: Vec<_> = Refusal::ALL.iter().map(|r| r.word()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Refusal::ALL.len());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut package = b"PK\x03\x04".to_vec();
            package.extend(&bytes);
            let _ = (recognise(&bytes, "a"), recognise(&package, "a"));
        }
    }
}
