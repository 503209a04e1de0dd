//! Writes an archive: documents are set on paper one by one, files pass through piece by piece, and the index comes last. It runs
//! where blocking is allowed, and holds no more than one document at a time.

use std::io::Write;

use askama::Template;
use futures::StreamExt;
use samskab_platform::clock::hex;
use samskab_platform::journal::{self, FeedEntry, Named};
use samskab_platform::record::{Block, Content, File, Paper};
use samskab_platform::{App, Error, Page, Result};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use crate::gather::{Kept, Part};
use crate::index::{Access, Document, FORMAT, Index, JournalFile, LeftOut, SpacePart};
use crate::pages::IndexPage;
use crate::sink::Sink;

/// Entries of the journal on one document.
const ENTRIES: usize = 1_000;
/// The stylesheet of the index for people.
const STYLE: &str = include_str!("../templates/indeks.css");
/// From here on a file needs the larger fields of the format (4 GiB − 1 is the most of the others).
const LARGE: u64 = 4 << 30;

/// An archive to be written.
pub(crate) struct Job {
    pub(crate) app: App,
    /// In Danish, whoever asked: it is for the municipality's records.
    pub(crate) page: Page,
    pub(crate) made_by: String,
    /// The space itself first, then those under it.
    pub(crate) parts: Vec<Part>,
}

/// An archive that was written to its end.
pub(crate) struct Made {
    pub(crate) documents: usize,
    /// The SHA-256 of `indeks.json`, hex.
    pub(crate) seal: String,
}

struct Writer<'a> {
    job: &'a Job,
    runtime: Handle,
    zip: ZipWriter<StreamWriter<Sink>>,
    documents: Vec<Document>,
}

fn fault(what: impl std::fmt::Display) -> Error {
    Error::Internal(format!("archive: {what}"))
}

/// Writes it.
///
/// # Errors
/// When the database, a file or a layout fails, or nobody receives it any more.
pub(crate) fn write(job: &Job, sink: Sink, runtime: Handle) -> Result<Made> {
    let mut writer = Writer { job, runtime, zip: ZipWriter::new_stream(sink), documents: vec![] };
    let mut journals = vec![];
    for part in &job.parts {
        for kept in &part.kept {
            writer.record(kept)?;
        }
        journals.push(writer.journal(part)?);
    }
    let main = job.parts.first().ok_or_else(|| fault("there is nothing in it"))?;
    let left_out = job.parts.iter().flat_map(|p| &p.left_out).filter_map(|r| match &r.content {
        Content::LeftOut(reason) => Some(LeftOut {
            title: r.title.clone(),
            kind: name_of(r.kind),
            date: r.at.with_timezone(&chrono_tz::Europe::Copenhagen).date_naive(),
            reason: reason.clone(),
        }),
        _ => None,
    });
    let space = &main.view.space;
    let mut index = Index {
        format: FORMAT.to_owned(),
        program: format!("Samskab {}", env!("CARGO_PKG_VERSION")),
        municipality: job.page.municipality.clone(),
        made_at: job.page.now,
        made_by: job.made_by.clone(),
        space: SpacePart {
            id: space.id,
            title: space.title.clone(),
            address: format!("{}/forloeb/{}", job.app.settings.base_url, space.slug),
            recipe: space.recipe.clone(),
            created_at: space.created_at,
            closed_at: space.closed_at,
        },
        journals,
        left_out: left_out.collect(),
        documents: std::mem::take(&mut writer.documents),
    };
    let titles: Vec<(&str, &str)> = job.parts.iter().filter(|p| !p.folder.is_empty()).map(|p| (p.folder.as_str(), p.view.space.title.as_str())).collect();
    let page = IndexPage::of(job.page.clone(), &index, &main.kinds, &titles).render()?;
    let (title, date) = (job.page.t("records-index"), job.page.today());
    for (path, kind, text) in [("indeks.html", "text/html; charset=utf-8", page.as_str()), ("indeks.css", "text/css", STYLE)] {
        writer.bytes(text.as_bytes(), Document { title: title.clone(), date, ..plain(path, "index", kind) })?;
    }
    index.documents.append(&mut writer.documents);
    let index_text = serde_json::to_string_pretty(&index)?;
    writer.bytes(index_text.as_bytes(), plain("indeks.json", "index", "application/json"))?;
    let mut sink = writer.zip.finish().map_err(fault)?.into_inner();
    sink.flush().map_err(fault)?;
    Ok(Made { documents: index.documents.len(), seal: hex(&Sha256::digest(index_text.as_bytes())) })
}

/// What a record is, to machines.
fn name_of(kind: &str) -> String {
    kind.trim_start_matches("record-").to_owned()
}

fn plain(path: &str, kind: &str, media_type: &str) -> Document {
    Document {
        path: path.to_owned(),
        title: String::new(),
        kind: kind.to_owned(),
        date: chrono::NaiveDate::default(),
        media_type: media_type.to_owned(),
        bytes: 0,
        sha256: String::new(),
        access: Access::Open,
        ground: String::new(),
        about: None,
    }
}

fn described(kept: &Kept, path: &str, media_type: &str) -> Document {
    let record = &kept.record;
    Document {
        title: record.title.clone(),
        date: kept.date,
        access: if kept.is_closed() { Access::Closed } else { Access::Open },
        ground: record.closed.clone(),
        about: record.about,
        ..plain(path, &name_of(record.kind), media_type)
    }
}

impl Writer<'_> {
    /// Begins a file, lets `write` fill it, and notes its size and digest.
    fn file(&mut self, document: Document, large: bool, write: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<()>, &Handle) -> Result<()>) -> Result<()> {
        // Everything is deflated, also what will not become smaller: what is streamed has its size after it, and only deflated
        // files show programs that read from the front where they end.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(3)).large_file(large);
        self.zip.start_file(document.path.as_str(), options).map_err(fault)?;
        let (mut digest, mut bytes) = (Sha256::new(), 0u64);
        let zip = &mut self.zip;
        let mut add = |piece: &[u8]| -> Result<()> {
            digest.update(piece);
            bytes += piece.len() as u64;
            zip.write_all(piece).map_err(fault)
        };
        write(&mut add, &self.runtime)?;
        self.documents.push(Document { bytes, sha256: hex(&digest.finalize()), ..document });
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8], document: Document) -> Result<()> {
        self.file(document, false, |add, _| add(bytes))
    }

    fn record(&mut self, kept: &Kept) -> Result<()> {
        let record = &kept.record;
        if let Some(path) = &kept.document {
            match &record.content {
                Content::Paper { paper, .. } => {
                    let pdf = samskab_print::document(&self.values(paper, &record.closed, &record.at), record.at).map_err(fault)?;
                    self.bytes(&pdf, described(kept, path, "application/pdf"))?;
                }
                Content::Kept { layout, values, .. } => {
                    let pdf = samskab_print::pdf(layout, values, record.at).map_err(fault)?;
                    self.bytes(&pdf, described(kept, path, "application/pdf"))?;
                }
                Content::File(file) => self.sent(file, described(kept, path, &file.media_type))?,
                Content::Data(_) | Content::LeftOut(_) => {}
            }
        }
        let text = match &record.content {
            Content::Paper { data, .. } => {
                let whole = json!({
                    "format": "samskab-record-1", "kind": name_of(record.kind), "title": record.title, "date": kept.date,
                    "access": if kept.is_closed() { "closed" } else { "open" }, "ground": record.closed, "about": record.about, "data": data,
                });
                serde_json::to_string_pretty(&whole)?
            }
            Content::Kept { data, .. } | Content::Data(data) => data.clone(),
            Content::File(_) | Content::LeftOut(_) => return Ok(()),
        };
        match &kept.data {
            Some(path) => self.bytes(text.as_bytes(), described(kept, path, "application/json")),
            None => Ok(()),
        }
    }

    /// What the layout of documents reads.
    fn values(&self, paper: &Paper, closed: &str, at: &chrono::DateTime<chrono::Utc>) -> serde_json::Value {
        let page = &self.job.page;
        json!({
            "title": paper.title, "subtitle": paper.subtitle, "sender": page.municipality, "date": page.date_of(at),
            "page": page.t("submission-page"), "of": page.t("submission-of"),
            "mark": if closed.is_empty() { String::new() } else { page.t1("records-closed-mark", "ground", closed) },
            "blocks": paper.blocks,
        })
    }

    /// A file somebody put there passes through.
    fn sent(&mut self, file: &File, document: Document) -> Result<()> {
        let app = self.job.app.clone();
        self.file(document, file.bytes >= LARGE, |add, runtime| {
            let mut stream = runtime.block_on((file.open)(&app, &file.key))?;
            while let Some(piece) = runtime.block_on(stream.next()) {
                add(&piece.map_err(fault)?)?;
            }
            Ok(())
        })
    }

    /// The journal: to be read, a thousand entries a document, and the chain itself, an entry a line.
    fn journal(&mut self, part: &Part) -> Result<JournalFile> {
        let (space, folder) = (&part.view.space, part.folder.as_str());
        let path = format!("{folder}journal.jsonl");
        let mut page = self.job.page.clone();
        page.space = Some(part.view.clone());
        let mut from = 0;
        while from < part.entries {
            let entries = self.entries(part, from)?;
            let (Some(first), Some(last)) = (entries.first(), entries.last()) else { break };
            let title = page.t2("records-journal-part", "from", first.entry.seq, "to", last.entry.seq);
            let at = last.entry.at;
            let rows = entries
                .iter()
                .map(|e| vec![e.entry.seq.to_string(), format!("{} {}", page.date_of(&e.entry.at), page.time_of(&e.entry.at)), line(&page, e, &space.slug)]);
            let mut paper = Paper::new(title.clone(), space.title.clone());
            let (heads, widths) = ([page.t("submission-number"), page.t("records-when"), page.t("records-what")].into(), vec![1, 3, 9]);
            paper.blocks.push(Block::Table { heads, widths, rows: rows.collect() });
            let pdf = samskab_print::document(&self.values(&paper, "", &at), at).map_err(fault)?;
            let date = at.with_timezone(&chrono_tz::Europe::Copenhagen).date_naive();
            let document = Document {
                title: title.clone(),
                date,
                ..plain(&format!("{folder}dokumenter/{}.pdf", crate::names::safe(&title)), "journal", "application/pdf")
            };
            self.bytes(&pdf, document)?;
            from = last.entry.seq;
        }
        let document = Document { title: page.t("records-journal"), date: page.today(), ..plain(&path, "journal", "application/jsonl") };
        let app = self.job.app.clone();
        let (id, entries) = (space.id, part.entries);
        self.file(document, false, |add, runtime| {
            let mut from = 0;
            while from < entries {
                let read = runtime.block_on(async { journal::after(&mut app.db.read().await?, id, from).await })?;
                let Some(last) = read.last().map(|e| e.entry.seq) else { break };
                for named in read.iter().filter(|e| e.entry.seq <= entries) {
                    let mut text = serde_json::to_string(&chained(named))?;
                    text.push('\n');
                    add(text.as_bytes())?;
                }
                from = last;
            }
            Ok(())
        })?;
        Ok(JournalFile { path, space: id, entries, hash: hex(&part.hash) })
    }

    fn entries(&self, part: &Part, after: i64) -> Result<Vec<Named>> {
        let app = &self.job.app;
        let mut read = self.runtime.block_on(async { journal::after(&mut app.db.read().await?, part.view.space.id, after).await })?;
        read.retain(|e| e.entry.seq <= part.entries);
        read.truncate(ENTRIES);
        Ok(read)
    }
}

/// An entry in words.
fn line(page: &Page, named: &Named, slug: &str) -> String {
    let entry = &named.entry;
    if entry.payload.is_none() {
        return page.t("records-erased");
    }
    page.feed_line(&FeedEntry {
        verb: entry.verb.clone(),
        actor: named.actor.clone(),
        object_kind: entry.object_kind.clone(),
        object_id: entry.object_id,
        at: entry.at,
        payload: entry.payload.clone(),
        space_slug: slug.to_owned(),
        space_title: String::new(),
        helper: named.helper.clone(),
    })
}

/// An entry with everything its hash is made of. The payload is a text, letter by letter as it was hashed.
fn chained(named: &Named) -> serde_json::Value {
    let e = &named.entry;
    json!({
        "seq": e.seq, "verb": e.verb, "actor": e.actor_id, "actor_name": named.actor, "object_kind": e.object_kind, "object": e.object_id,
        "at": e.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true), "payload": e.payload, "salt": e.salt.as_deref().map(hex),
        "payload_digest": hex(&e.payload_digest), "hash": hex(&e.hash),
    })
}
