//! What of a space is kept for good: documents and files that go into its archive. Each tool gives its own
//! ([`crate::tool::Tool::records`]); how they are set on paper and put together is the archive's business.

use std::io;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::app::App;
use crate::error::Result;

/// The bytes of a file as they come.
pub type Stream = BoxStream<'static, io::Result<Bytes>>;

/// Something that is kept.
#[derive(Debug, Clone)]
pub struct Record {
    /// Word key of what it is: `record-minutes`. What follows `record-` is its name to machines.
    pub kind: &'static str,
    /// What it is called, in a line; also the name of its file.
    pub title: String,
    /// When what it shows last changed.
    pub at: DateTime<Utc>,
    /// The thing it shows or belongs to, as in the journal.
    pub about: Option<Uuid>,
    /// Why it is not for everyone who sees the space, in words; empty: it is.
    pub closed: String,
    /// Things that are closed with it: whatever else is about them is closed too.
    pub closes: Vec<Uuid>,
    /// What there is of it.
    pub content: Content,
}

/// What there is of a record.
#[derive(Debug, Clone)]
pub enum Content {
    /// A document, set with the layout all share, and the same as fields.
    Paper {
        /// To be read.
        paper: Paper,
        /// To be worked with; documented in `docs/formats.md`.
        data: Value,
    },
    /// A document with a layout of its own, and the same as it is kept, word for word.
    Kept {
        /// Typst.
        layout: &'static str,
        /// What the layout reads.
        values: Value,
        /// JSON.
        data: String,
    },
    /// Only data, as it is kept, word for word: JSON.
    Data(String),
    /// A file somebody put there.
    File(File),
    /// It cannot come along: why, in words.
    LeftOut(String),
}

/// A file somebody put there.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// Where it lies.
    pub key: String,
    /// Reads what lies there.
    pub open: for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<Stream>>,
}

impl Record {
    /// A document everyone who sees the space may read.
    #[must_use]
    pub fn paper(kind: &'static str, at: DateTime<Utc>, paper: Paper, data: Value) -> Self {
        Self { kind, title: paper.title.clone(), at, about: None, closed: String::new(), closes: vec![], content: Content::Paper { paper, data } }
    }

    /// Something that cannot come along.
    #[must_use]
    pub fn left_out(kind: &'static str, title: String, at: DateTime<Utc>, why: String) -> Self {
        Self { kind, title, at, about: None, closed: String::new(), closes: vec![], content: Content::LeftOut(why) }
    }

    /// The same, about this thing.
    #[must_use]
    pub fn about(self, id: Uuid) -> Self {
        Self { about: Some(id), ..self }
    }
}

/// A document: headings, paragraphs, lists, facts and tables. It knows nothing of how it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// A line under it; may be empty.
    pub subtitle: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "lowercase")]
pub enum Block {
    /// A heading: 2 under the title, 3 under that, 4.
    Heading {
        /// 2, 3 or 4; never more than one below the heading before.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Text {
        /// Its words.
        spans: Vec<Span>,
    },
    /// Points, in order or not.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// A point each.
        items: Vec<Vec<Span>>,
    },
    /// Names and values.
    Facts {
        /// Name and value.
        rows: Vec<(String, String)>,
    },
    /// A table.
    Table {
        /// A heading for each column.
        heads: Vec<String>,
        /// How wide the columns are, seen from each other.
        widths: Vec<u8>,
        /// A cell for each column.
        rows: Vec<Vec<String>>,
    },
}

/// Some words of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The words; a line break stays one.
    pub text: String,
    /// Whether they are strong.
    pub strong: bool,
    /// Whether they are stressed.
    pub stressed: bool,
}

impl Paper {
    /// An empty document.
    #[must_use]
    pub fn new(title: impl Into<String>, subtitle: impl Into<String>) -> Self {
        Self { title: title.into(), subtitle: subtitle.into(), blocks: vec![] }
    }

    /// Adds a heading: `level` 2 to 4. A level that is skipped is made good, since screen readers walk from one to the next.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        let before = self.blocks.iter().rev().find_map(|b| if let Block::Heading { level, .. } = b { Some(*level) } else { None }).unwrap_or(1);
        self.blocks.push(Block::Heading { level: level.clamp(2, 4).min(before + 1), text: text.into() });
    }

    /// Adds a text as it was written: an empty line parts paragraphs. Nothing where it is empty.
    pub fn text(&mut self, text: &str) {
        for part in text.replace("\r\n", "\n").split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            self.blocks.push(Block::Text { spans: vec![Span { text: part.to_owned(), ..Span::default() }] });
        }
    }

    /// Adds a paragraph that stands out.
    pub fn strong(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text { spans: vec![Span { text: text.into(), strong: true, stressed: false }] });
    }

    /// Adds a heading and the text under it; nothing where the text is empty.
    pub fn section(&mut self, level: u8, heading: impl Into<String>, text: &str) {
        if !text.trim().is_empty() {
            self.heading(level, heading);
            self.text(text);
        }
    }

    /// Adds names and values; those without a value are left out.
    pub fn facts(&mut self, rows: impl IntoIterator<Item = (String, String)>) {
        let rows: Vec<_> = rows.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if !rows.is_empty() {
            self.blocks.push(Block::Facts { rows });
        }
    }

    /// Adds a table; nothing where there are no rows. Columns: heading and width.
    pub fn table(&mut self, columns: &[(String, u8)], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            let (heads, widths) = columns.iter().cloned().unzip();
            self.blocks.push(Block::Table { heads, widths, rows });
        }
    }

    /// Adds points; nothing where there are none.
    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<_> = items.into_iter().map(|text| vec![Span { text, ..Span::default() }]).collect();
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, items });
        }
    }

    /// Adds a text that was written in Markdown; its headings stand under `level`.
    pub fn rich(&mut self, text: &str, level: u8) {
        let mut reader = Reader { paper: self, level, spans: vec![], heading: None, strong: 0, stressed: 0, lists: vec![], link: None };
        for event in Parser::new_ext(text, Options::empty()) {
            reader.take(event);
        }
        reader.end_text();
    }
}

/// Reads Markdown into the blocks of a document.
struct Reader<'a> {
    paper: &'a mut Paper,
    level: u8,
    spans: Vec<Span>,
    heading: Option<u8>,
    strong: usize,
    stressed: usize,
    /// The lists one is inside: numbered or not, and their points so far. Points of inner lists become points of the outermost.
    lists: Vec<(bool, Vec<Vec<Span>>)>,
    link: Option<String>,
}

impl Reader<'_> {
    fn add(&mut self, text: &str) {
        let (strong, stressed) = (self.strong > 0, self.stressed > 0);
        match self.spans.last_mut() {
            Some(last) if last.strong == strong && last.stressed == stressed => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), strong, stressed }),
        }
    }

    /// The paragraph, the heading or the point that ends here.
    fn end_text(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.iter().all(|s| s.text.trim().is_empty()) {
            return;
        }
        let heading = self.heading.take();
        if let Some((_, items)) = self.lists.first_mut() {
            // A heading cannot stand within a point: it stays where it was written, as strong words.
            let spans = spans.into_iter().map(|s| Span { strong: s.strong || heading.is_some(), ..s });
            match items.last_mut() {
                Some(point) if !point.is_empty() => {
                    point.push(Span { text: "\n".into(), ..Span::default() });
                    point.extend(spans);
                }
                Some(point) => point.extend(spans),
                None => items.push(spans.collect()),
            }
        } else if let Some(level) = heading {
            let text: String = spans.into_iter().map(|s| s.text).collect();
            self.paper.heading(level, text.trim());
        } else {
            self.paper.blocks.push(Block::Text { spans });
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => self.add(&words),
            Event::SoftBreak | Event::HardBreak => self.add("\n"),
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_text();
                let deep = u8::from(!matches!(level, HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3));
                self.heading = Some(self.level + deep);
            }
            Event::Start(Tag::Strong) => self.strong += 1,
            Event::End(TagEnd::Strong) => self.strong = self.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.stressed += 1,
            Event::End(TagEnd::Emphasis) => self.stressed = self.stressed.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some(dest_url.to_string()),
            Event::End(TagEnd::Link) => {
                // On paper an address is read, not pressed.
                let shown = self.spans.iter().map(|s| s.text.as_str()).collect::<String>();
                if let Some(link) = self.link.take().filter(|link| !shown.ends_with(link.as_str())) {
                    self.add(&format!(" ({link})"));
                }
            }
            Event::Start(Tag::List(first)) => {
                self.end_text();
                self.lists.push((first.is_some(), vec![]));
            }
            Event::End(TagEnd::List(_)) => {
                self.end_text();
                if let (Some((ordered, mut items)), true) = (self.lists.pop(), self.lists.is_empty()) {
                    items.retain(|point| !point.is_empty());
                    if !items.is_empty() {
                        self.paper.blocks.push(Block::List { ordered, items });
                    }
                }
            }
            Event::Start(Tag::Item) => {
                self.end_text();
                if let Some((_, items)) = self.lists.first_mut() {
                    items.push(vec![]);
                }
            }
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_)) | Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock) => {
                self.end_text();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Block> {
        let mut paper = Paper::new("", "");
        paper.heading(2, "Over");
        paper.rich(text, 3);
        paper.blocks.split_off(1)
    }

    fn plain(text: &str) -> Vec<Span> {
        vec![Span { text: text.into(), ..Span::default() }]
    }

    #[test]
    fn what_was_written_with_a_little_form_keeps_it() {
        let strong = Span { text: "fed".into(), strong: true, stressed: false };
        let text = Block::Text { spans: vec![Span { text: "en\nto ".into(), ..Span::default() }, strong] };
        assert_eq!(read("# Stor\n\nen\nto **fed**"), [Block::Heading { level: 3, text: "Stor".into() }, text]);
        assert_eq!(read("- en\n- to\n  - tre"), [Block::List { ordered: false, items: vec![plain("en"), plain("to"), plain("tre")] }]);
        assert_eq!(read("1. en\n\n2. to"), [Block::List { ordered: true, items: vec![plain("en"), plain("to")] }]);
        let point = |parts: &[&str]| parts.iter().map(|t| Span { text: (*t).into(), ..Span::default() }).collect::<Vec<_>>();
        let first = point(&["en", "\n", "mere"]);
        assert_eq!(read("1. en\n\n   mere\n2. to"), [Block::List { ordered: true, items: vec![first, plain("to")] }]);
        let heading = Span { text: "å".into(), strong: true, stressed: false };
        let both = vec![Span { text: "ø".into(), ..Span::default() }, Span { text: "\n".into(), ..Span::default() }, heading];
        assert_eq!(read("- ø\n  # å"), [Block::List { ordered: false, items: vec![both] }]);
        assert_eq!(read("[by](https://by.dk) <b>"), [Block::Text { spans: plain("by (https://by.dk) <b>") }]);
        assert_eq!(read("<https://by.dk>"), [Block::Text { spans: plain("https://by.dk") }]);
    }

    #[test]
    fn a_heading_is_never_more_than_one_below_the_one_before() {
        let mut paper = Paper::new("", "");
        for level in [4, 4, 4, 2, 4, 9, 0] {
            paper.heading(level, "x");
        }
        let levels: Vec<u8> = paper.blocks.iter().map(|b| if let Block::Heading { level, .. } = b { *level } else { 0 }).collect();
        assert_eq!(levels, [2, 3, 4, 2, 3, 4, 2]);
    }

    fn words(blocks: &[Block]) -> String {
        let of = |spans: &[Span]| spans.iter().map(|s| s.text.as_str()).collect::<String>();
        let mut all = String::new();
        for block in blocks {
            match block {
                Block::Heading { text, .. } => all.push_str(text),
                Block::Text { spans } => all.push_str(&of(spans)),
                Block::List { items, .. } => items.iter().for_each(|i| all.push_str(&of(i))),
                Block::Facts { .. } | Block::Table { .. } => {}
            }
        }
        all.chars().filter(|c| c.is_alphanumeric()).collect()
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_none_is_added(text in "([a-zæøå]{1,6}|[ \n]|\n\n|\\*\\*|- |1\\. |# |> |`){0,40}") {
            let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&words(&read(&text))), letters(&crate::rich_text::plain(&text)));
        }
    }
}
