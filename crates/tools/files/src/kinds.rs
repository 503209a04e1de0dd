//! What a file is, told by its content: the name is only what somebody called it.

/// What may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileType {
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

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    Empty,
    Markup,
    Program,
    Macros,
    OldOffice,
    Sound,
    Archive,
    Unknown,
}

impl Refusal {
    #[cfg(test)]
    const ALL: [Refusal; 8] = [Self::Empty, Self::Markup, Self::Program, Self::Macros, Self::OldOffice, Self::Sound, Self::Archive, Self::Unknown];

    /// Says why, and what to do instead.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Empty => "files-refused-empty",
            Self::Markup => "files-refused-markup",
            Self::Program => "files-refused-program",
            Self::Macros => "files-refused-macros",
            Self::OldOffice => "files-refused-old-office",
            Self::Sound => "files-refused-sound",
            Self::Archive => "files-refused-archive",
            Self::Unknown => "files-refused-unknown",
        }
    }
}

impl FileType {
    /// As in the database and in answers.
    pub(crate) fn media_type(self) -> &'static str {
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
    pub(crate) fn ending(self) -> &'static str {
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

    pub(crate) fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif)
    }

    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Csv)
    }
}

/// Recognises a file by its first bytes and, for office documents, by what the package holds.
pub(crate) fn recognise(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
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
        [0xff, 0xe2..=0xff, ..] => Err(Refusal::Sound),
        b if b.starts_with(b"Rar!") || b.starts_with(b"7z\xbc\xaf") || b.starts_with(b"\x1f\x8b") || b.starts_with(b"BZh") => Err(Refusal::Archive),
        b => text(b, name),
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

fn text(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    if bytes.iter().any(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)) {
        return Err(Refusal::Unknown);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4_096)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') || ["<svg", "<html", "<script", "<body", "<iframe"].iter().any(|tag| start.contains(tag)) {
        return Err(Refusal::Markup);
    }
    Ok(if name.to_lowercase().ends_with(".csv") { FileType::Csv } else { FileType::Text })
}

/// A text as UTF-8. What is not UTF-8 is read as Windows-1252, which is what spreadsheets in Denmark save.
pub(crate) fn as_utf8(bytes: Vec<u8>) -> Vec<u8> {
    /// 0x80 to 0x9f of Windows-1252 (<https://encoding.spec.whatwg.org/#windows-1252>); the rest is as in Unicode.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match String::from_utf8(bytes) {
        Ok(text) => text.into_bytes(),
        Err(e) => {
            e.into_bytes().iter().map(|b| if (0x80..0xa0).contains(b) { HIGH[usize::from(b - 0x80)] } else { char::from(*b) }).collect::<String>().into_bytes()
        }
    }
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
    fn a_spreadsheet_saved_by_an_old_program_keeps_its_letters() {
        assert_eq!(as_utf8(b"bl\xe5b\xe6r \x80".to_vec()), "blåbær €".as_bytes());
        assert_eq!(as_utf8("blåbær".as_bytes().to_vec()), "blåbær".as_bytes());
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
            let _ = (recognise(&bytes, "a"), recognise(&package, "a"), as_utf8(bytes));
        }
    }
}
