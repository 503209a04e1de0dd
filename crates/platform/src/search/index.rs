//! Keeping the index. What a space's tools say can be found there is compared with what the index holds, whenever the
//! space's journal has grown; only what differs is written. One node writes at a time: it holds the row `search_indexer`.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use super::{stem, store, typo};
use crate::access::Visibility;
use crate::app::App;
use crate::args;
use crate::db::Sql;
use crate::error::Result;
use crate::person;
use crate::space::{self, MUNICIPALITY, Space};
use crate::tool::Document;
use crate::words::Lang;

/// Changes when words are stemmed, weighed or stored in another way: the index is made anew.
const VERSION: i64 = 2;
/// Documents written in one transaction, so that nobody waits long for the database.
const BATCH: usize = 100;
/// A word in the title counts as so many in the text.
const TITLE: f64 = 3.0;
/// Words of an average document, and BM25's constants: how fast more of the same word stops to matter, and how much length
/// counts against it (half of the usual: statements are all short).
const AVERAGE: f64 = 40.0;
const K1: f64 = 1.2;
const B: f64 = 0.4;

/// Brings the index up to date; gives the number of documents written. Another node may be at it: then nothing is done here.
///
/// # Errors
/// When the database fails.
pub async fn update(app: &App) -> Result<usize> {
    let mut written = 0;
    loop {
        let behind: Vec<(Uuid,)> = app.db.read().await?.all(&store::BEHIND, args![]).await?;
        if behind.is_empty() {
            return Ok(written);
        }
        let mut failed = None;
        for (space,) in behind {
            if app.stop.is_cancelled() {
                return Ok(written);
            }
            match index(app, space).await {
                Ok(Some(n)) => written += n,
                Ok(None) => return Ok(written),
                // One space that cannot be read does not keep the others out.
                Err(error) => failed = Some(error),
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
    }
}

/// Throws the index away and makes it again; gives the number of documents.
///
/// # Errors
/// When the database fails.
pub async fn reindex_all(app: &App) -> Result<usize> {
    let mut sql = app.db.write().await?;
    if sql.maybe::<(i64,)>(&store::LOCK, args![]).await?.is_some() {
        forget(&mut sql).await?;
        sql.commit().await?;
    }
    update(app).await
}

async fn forget(sql: &mut Sql) -> Result<()> {
    for statement in [&store::FORGET_SPACES, &store::FORGET_POSTINGS, &store::FORGET_DOCUMENTS, &store::FORGET_WORDS, &store::FORGET_PARTS] {
        sql.run(statement, args![]).await?;
    }
    sql.run(&store::SET_VERSION, args![VERSION]).await.map(|_| ())
}

/// Keeps the index up to date for as long as the server runs: when a space changed, and every few seconds for what was missed.
pub async fn keep_indexing(app: App) {
    let mut changes = app.live.listen();
    loop {
        if let Err(error) = update(&app).await {
            tracing::error!(%error, "the search index could not be brought up to date; it is tried again");
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            heard = changes.recv() => {
                if matches!(heard, Err(RecvError::Closed)) {
                    return;
                }
                // Acts come in flocks; one look is enough for all of them.
                tokio::time::sleep(Duration::from_millis(500)).await;
                changes = changes.resubscribe();
            }
            () = tokio::time::sleep(Duration::from_secs(5)) => {}
        }
    }
}

/// Everything that can be found in a space.
async fn documents(app: &App, sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    if space.visibility == Visibility::Sealed {
        return Ok(vec![]);
    }
    if space.slug == MUNICIPALITY {
        return municipal(app, sql).await;
    }
    let recipes = app.recipes();
    let kinds = recipes.get(&space.recipe).map_or_else(String::new, |r| r.words(Lang::Da).name.clone());
    let text = [&space.summary, &kinds, &space.belongs_to, space.area.as_ref().unwrap_or(&String::new())].map(|t| t.trim().to_owned());
    let text = text.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
    let mut out = vec![Document { kind: "space", id: space.id, title: space.title.clone(), text, href: format!("/forloeb/{}", space.slug) }];
    for tool in space::tools(sql, space.id).await?.iter().filter_map(|name| app.tool(name)) {
        out.extend((tool.documents)(sql, space).await?);
    }
    Ok(out)
}

#[derive(sqlx::FromRow)]
struct Organisation {
    id: Uuid,
    name: String,
    kind: String,
    area: Option<String>,
    slug: Option<String>,
}

/// What belongs to the municipality as a whole: areas, organisations, recipes.
async fn municipal(app: &App, sql: &mut Sql) -> Result<Vec<Document>> {
    let areas = person::areas(sql).await?.into_iter().map(|a| Document {
        kind: "area",
        id: a.id,
        title: a.name,
        text: a.description,
        href: format!("/omraader/{}", a.slug),
    });
    let mut out: Vec<Document> = areas.collect();
    for o in sql.all::<Organisation>(&store::ORGANISATIONS, args![]).await? {
        let kind = app.words.say(Lang::Da, &format!("organisation-{}", o.kind), &[]);
        let text = [Some(kind), o.area].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let href = o.slug.map_or_else(|| "/omraader".to_owned(), |slug| format!("/omraader/{slug}"));
        out.push(Document { kind: "organisation", id: o.id, title: o.name, text, href });
    }
    for recipe in app.recipes().offered() {
        // A recipe has no id of its own: its key gives one, the same every time.
        let digest = Sha256::digest(recipe.key.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        let words = recipe.words(Lang::Da);
        let href = format!("/forloeb?slags={}", recipe.key);
        out.push(Document { kind: "recipe", id: Uuid::from_bytes(bytes), title: words.name.clone(), text: words.description.clone(), href });
    }
    Ok(out)
}

fn digest(d: &Document) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for field in [&d.title, &d.text, &d.href] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hasher.finalize().to_vec()
}

/// Indexes one space; `None` where another node holds the index.
async fn index(app: &App, space: Uuid) -> Result<Option<usize>> {
    let mut sql = app.db.write().await?;
    match sql.maybe::<(i64,)>(&store::LOCK, args![]).await? {
        None => return Ok(None),
        Some((VERSION,)) => {}
        Some(_) => {
            forget(&mut sql).await?;
        }
    }
    let space = space::by_id(&mut sql, space).await?;
    let known: Vec<(i64, String, Uuid, Vec<u8>)> = sql.all(&store::KNOWN, args![space.id]).await?;
    let mut known: BTreeMap<(String, Uuid), (i64, Vec<u8>)> = known.into_iter().map(|(no, kind, id, digest)| ((kind, id), (no, digest))).collect();
    let mut writing = Writing { next: sql.count(&store::LAST_NO, args![]).await?, ..Writing::default() };
    let mut written = 0;
    let mut seen = BTreeSet::new();
    for document in documents(app, &mut sql, &space).await? {
        let digest = digest(&document);
        if !seen.insert((document.kind, document.id)) {
            continue;
        }
        let before = known.remove(&(document.kind.to_owned(), document.id));
        if before.as_ref().is_some_and(|(_, d)| *d == digest) || written == BATCH {
            continue;
        }
        writing.put(&mut sql, space.id, &document, before.map(|b| b.0), digest).await?;
        written += 1;
    }
    for (no, _) in known.into_values() {
        writing.take(&mut sql, no).await?;
        sql.run(&store::DELETE_DOCUMENT, args![no]).await?;
        written += 1;
    }
    writing.finish(&mut sql).await?;
    // A full batch: there may be more, and the space stays behind until there is not.
    if written < BATCH {
        sql.run(&store::INDEXED, args![space.id, space.journal_seq]).await?;
    }
    sql.commit().await?;
    Ok(Some(written))
}

/// What is gathered while the documents of a space are written.
#[derive(Default)]
struct Writing {
    next: i64,
    postings: Vec<(i64, String, i64)>,
    /// Word and term.
    words: BTreeSet<(String, String)>,
    /// Terms that some document has lost.
    lost: BTreeSet<String>,
}

impl Writing {
    async fn put(&mut self, sql: &mut Sql, space: Uuid, d: &Document, before: Option<i64>, digest: Vec<u8>) -> Result<()> {
        let no = match before {
            Some(no) => {
                self.take(sql, no).await?;
                sql.run(&store::UPDATE_DOCUMENT, args![no, &d.title, &d.text, &d.href, digest]).await?;
                no
            }
            None => {
                self.next += 1;
                sql.run(&store::INSERT_DOCUMENT, args![self.next, space, d.kind, d.id, &d.title, &d.text, &d.href, digest]).await?;
                self.next
            }
        };
        let lang = stem::language(&format!("{} {}", d.title, d.text));
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        let mut length = 0.0;
        for (text, worth) in [(&d.title, TITLE), (&d.text, 1.0)] {
            for token in stem::tokens(text) {
                length += 1.0;
                if stem::is_stop(token.text) {
                    continue;
                }
                let term = stem::term(token.text, lang);
                self.words.insert((stem::folded(token.text), term.clone()));
                *counts.entry(term).or_default() += worth;
            }
        }
        self.postings.extend(counts.into_iter().map(|(term, count)| (no, term, weight(d.kind, count, length))));
        Ok(())
    }

    /// Takes a document's words out of the index.
    async fn take(&mut self, sql: &mut Sql, no: i64) -> Result<()> {
        let terms: Vec<(Vec<u8>,)> = sql.all(&store::TERMS_OF, args![no]).await?;
        self.lost.extend(terms.into_iter().map(|t| store::text(t.0)));
        sql.run(&store::DELETE_POSTINGS, args![no]).await.map(|_| ())
    }

    async fn finish(self, sql: &mut Sql) -> Result<()> {
        for part in self.postings.chunks(2_000) {
            let rows: Vec<(i64, String, i64)> = part.iter().map(|(no, term, weight)| (*no, store::hex(term), *weight)).collect();
            sql.run(&store::INSERT_POSTINGS, args![serde_json::to_string(&rows)?]).await?;
        }
        let known: BTreeSet<(String, String)> = store::known_words(sql, self.words.iter().map(|w| w.0.as_str())).await?.into_iter().collect();
        let new: Vec<&(String, String)> = self.words.difference(&known).collect();
        if !new.is_empty() {
            let backwards = |term: &str| store::hex(&term.chars().rev().collect::<String>());
            let rows: Vec<[String; 3]> = new.iter().map(|(word, term)| [store::hex(word), store::hex(term), backwards(term)]).collect();
            sql.run(&store::INSERT_WORDS, args![serde_json::to_string(&rows)?]).await?;
            let old: BTreeSet<&str> = known.iter().map(|k| k.0.as_str()).collect();
            let corrected = new
                .iter()
                .map(|(word, _)| word.as_str())
                .filter(|w| !old.contains(w) && w.chars().count() >= typo::SHORTEST && !w.chars().any(|c| c.is_ascii_digit()));
            let rows: Vec<[String; 2]> = corrected.flat_map(|w| typo::parts(w).into_iter().map(move |p| [store::hex(&p), store::hex(w)])).collect();
            for part in rows.chunks(4_000) {
                sql.run(&store::INSERT_PARTS, args![serde_json::to_string(part)?]).await?;
            }
        }
        forget_words(sql, &self.lost).await
    }
}

/// Words that are in no document any more are not kept: what was erased elsewhere is gone here too.
async fn forget_words(sql: &mut Sql, lost: &BTreeSet<String>) -> Result<()> {
    for term in lost {
        if sql.maybe::<(i64,)>(&store::IN_USE, args![term.as_bytes()]).await?.is_some() {
            continue;
        }
        let words: Vec<(Vec<u8>,)> = sql.all(&store::WORDS_OF_TERM, args![term.as_bytes()]).await?;
        sql.run(&store::DELETE_WORDS, args![term.as_bytes()]).await?;
        for (word,) in words {
            if sql.maybe::<(Vec<u8>,)>(&store::STILL_A_WORD, args![word.clone()]).await?.is_none() {
                sql.run(&store::DELETE_PARTS, args![word]).await?;
            }
        }
    }
    Ok(())
}

/// How much a document is about a term, in thousandths. What a whole space is called weighs more than what one said in it.
fn weight(kind: &str, count: f64, length: f64) -> i64 {
    let kind = match kind {
        "space" | "area" => 1.5,
        "statement" => 0.8,
        _ => 1.0,
    };
    (1_000.0 * kind * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length / AVERAGE))) as i64
}
