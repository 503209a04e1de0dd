//! Documents on A4: PDF/A-2a for the archive and PDF/UA-1 for screen readers at once (ISO 19005-2, ISO 14289-1), set with
//! Typst. It knows nothing of the database: a layout and its values go in, a file comes out, and the same values always
//! give the same file.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What every layout begins with: `#import "/house.typ": *`.
const HOUSE: &str = include_str!("../templates/house.typ");
/// The layout of documents that are headings, paragraphs, lists, facts and tables.
const DOCUMENT: &str = include_str!("../templates/document.typ");
const FONTS: [&[u8]; 3] =
    [include_bytes!("../fonts/IBMPlexSans-Regular.ttf"), include_bytes!("../fonts/IBMPlexSans-Italic.ttf"), include_bytes!("../fonts/IBMPlexSans-Bold.ttf")];

/// Why there is no document: a fault in a layout, never in what somebody wrote.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the document could not be set: {0}")]
pub struct Error(String);

/// What does not change from document to document.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    // Names of files are remembered for good, so there are only these three.
    layout: Option<FileId>,
    house: Option<FileId>,
    values: Option<FileId>,
}

static WORKSHOP: LazyLock<Workshop> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().filter_map(|data| Font::new(Bytes::new(*data), 0)).collect();
    let id = |path: &str| VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern());
    Workshop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        layout: id("/layout.typ"),
        house: id("/house.typ"),
        values: id("/values.json"),
    }
});

/// One document on its way.
struct Desk {
    layout: Source,
    house: Source,
    values: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &WORKSHOP.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &WORKSHOP.book
    }
    fn main(&self) -> FileId {
        self.layout.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.layout, &self.house].into_iter().find(|s| s.id() == id).cloned().ok_or(FileError::AccessDenied)
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == WORKSHOP.values { Ok(self.values.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        WORKSHOP.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a document: `layout` is Typst that reads its values with `#let it = json("/values.json")`, `at` the moment the file
/// says it was made. It takes some milliseconds of work: call it where blocking is allowed.
///
/// # Errors
/// [`Error`] where the layout is wrong or asks for a value that is not there.
pub fn pdf(layout: &str, values: &serde_json::Value, at: DateTime<Utc>) -> Result<Vec<u8>, Error> {
    let (Some(layout_id), Some(house_id)) = (WORKSHOP.layout, WORKSHOP.house) else {
        return Err(Error("its files have no names".to_owned()));
    };
    let mut values = values.clone();
    drawable(&mut values);
    let desk = Desk {
        layout: Source::new(layout_id, layout.to_owned()),
        house: Source::new(house_id, HOUSE.to_owned()),
        values: Bytes::from_string(values.to_string()),
    };
    let Warned { output, .. } = typst::compile::<PagedDocument>(&desk);
    let document = output.map_err(|faults| told(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|e| Error(e.message().to_string()))?;
    let options = PdfOptions { timestamp: moment(at), creator: Smart::Custom(Some("Samskab".to_owned())), standards, ..PdfOptions::default() };
    let file = typst_pdf::pdf(&document, &options).map_err(|faults| told(&faults));
    // What was remembered of this document is of no use to the next.
    typst::comemo::evict(0);
    file
}

/// Sets a document that has no layout of its own. Its values: `title`, `subtitle`, `sender`, `date`, `page` and `of` (the words for
/// the foot of a page), `mark` (what must be seen before anything else; may be empty), and `blocks`, each with `block` saying what it
/// is: `heading` (`level`, `text`), `text` (`spans` of `text`, `strong`, `stressed`), `list` (`ordered`, `items` of spans), `facts`
/// (`rows` of name and value), `table` (`heads`, `widths`, `rows`).
///
/// # Errors
/// [`Error`] where a value is missing or of another kind.
pub fn document(values: &serde_json::Value, at: DateTime<Utc>) -> Result<Vec<u8>, Error> {
    pdf(DOCUMENT, values, at)
}

fn told(faults: &[SourceDiagnostic]) -> Error {
    Error(faults.iter().map(|f| f.message.to_string()).collect::<Vec<_>>().join("; "))
}

fn moment(at: DateTime<Utc>) -> Option<Timestamp> {
    let small = |n: u32| u8::try_from(n).ok();
    let time = Datetime::from_ymd_hms(at.year(), small(at.month())?, small(at.day())?, small(at.hour())?, small(at.minute())?, small(at.second())?)?;
    Some(Timestamp::new_utc(time))
}

/// The archive's standard forbids signs the font cannot draw (an emoji, say): each becomes a question mark.
fn drawable(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) if !text.chars().all(is_drawable) => {
            *text = text.chars().filter(|c| !is_unseen(*c)).map(|c| if is_drawable(c) { c } else { '?' }).collect();
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(drawable),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(drawable),
        _ => {}
    }
}

/// Signs that only change or join the one before, or that control a terminal.
fn is_unseen(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{2060}' | '\u{feff}')
}

fn is_drawable(c: char) -> bool {
    c == '\n' || !c.is_control() && WORKSHOP.fonts.first().is_some_and(|font| font.info().coverage.contains(c as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use serde_json::json;

    const LAYOUT: &str = r#"#import "/house.typ": *
#let it = json("/values.json")
#show: paper.with(title: it.title, lang: "da", sender: it.sender, date: it.date, page: "Side", of: "af")
#for part in it.parts [
  == #part.title
  #text-of(part.text)
]"#;

    fn made(title: &str) -> Result<Vec<u8>, Error> {
        let at = Utc.with_ymd_and_hms(2027, 3, 1, 12, 0, 0).single().unwrap_or_default();
        let parts = json!([{ "title": "Bus 12", "text": "Bussen skal køre oftere.\n\nOgså om aftenen." }]);
        pdf(LAYOUT, &json!({ "title": title, "sender": "Prøveby Kommune", "date": "1. marts 2027", "parts": parts }), at)
    }

    #[test]
    fn the_same_values_give_the_same_file_and_others_another() {
        let one = made("Ungepolitik");
        assert!(one.as_ref().is_ok_and(|file| file.starts_with(b"%PDF-1.7") && file.len() > 5_000), "{one:?}");
        assert_eq!(one, made("Ungepolitik"));
        assert_ne!(one, made("Ældrepolitik"));
    }

    #[test]
    fn the_file_says_that_it_is_for_the_archive_and_for_screen_readers() {
        let file = made("Ungepolitik").unwrap_or_default();
        let text = String::from_utf8_lossy(&file);
        assert!(text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
        assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"));
    }

    #[test]
    fn what_somebody_writes_is_never_read_as_layout_and_never_stops_the_document() {
        for text in ["#panic(\"x\")", "*æ* _ø_ $å$ @nowhere", "👩‍👩‍👧 مرحبا \u{0}\u{1b}", "https://a.dk/#b", "\\ ` ``` ]]"] {
            assert!(made(text).is_ok_and(|file| file.len() > 5_000), "{text}");
        }
    }

    #[test]
    fn a_document_of_every_kind_of_block_is_set_and_an_empty_one_too() {
        let words = |text: &str| json!([{ "text": text, "strong": true, "stressed": false }, { "text": " og\nmere", "strong": false, "stressed": true }]);
        let blocks = json!([
            { "block": "heading", "level": 2, "text": "1. Busser" },
            { "block": "text", "spans": words("#panic(1)") },
            { "block": "heading", "level": 3, "text": "Under" },
            { "block": "list", "ordered": false, "items": [words("en"), words("to")] },
            { "block": "list", "ordered": true, "items": [words("en")] },
            { "block": "facts", "rows": [["Sted", "Salen\n1. sal"], ["", ""]] },
            { "block": "table", "heads": ["Nr.", "Hvad"], "widths": [1, 4], "rows": [["1", "Bus\n12"], ["2", "<b>"]] },
        ]);
        for (blocks, mark) in [(blocks, "Lukket"), (json!([]), "")] {
            let values =
                json!({ "title": "Møde 2", "subtitle": "", "sender": "Prøveby", "date": "i dag", "page": "Side", "of": "af", "mark": mark, "blocks": blocks });
            let made = document(&values, DateTime::UNIX_EPOCH);
            assert!(made.as_ref().is_ok_and(|file| file.starts_with(b"%PDF-1.7")), "{made:?}");
        }
    }

    #[test]
    fn a_layout_that_asks_for_what_is_not_there_says_so() {
        let fault = pdf("#let it = json(\"/values.json\")\n#it.nothing", &json!({}), DateTime::UNIX_EPOCH);
        assert!(fault.as_ref().is_err_and(|e| e.to_string().contains("nothing")), "{fault:?}");
        let fault = pdf("#read(\"/etc/passwd\")", &json!({}), DateTime::UNIX_EPOCH);
        assert!(fault.is_err());
    }
}
