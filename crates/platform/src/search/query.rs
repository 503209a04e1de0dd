//! Asking the index. Each word that was typed becomes a set of terms: itself, words it begins or ends (*klub* finds
//! *ungdomsklub*), and where there is nothing, words a slip of the finger away. What ranks: how many of the words match, how
//! rare they are, how much the document is about them, and a little how new it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::highlight::{self, Piece};
use super::{stem, store, typo};
use crate::args;
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::error::Result;
use crate::recipe::Stage;
use crate::visitor::Visitor;
use crate::words::Lang;

/// Results on a page.
pub const PAGE: usize = 10;
/// Results that are ranked; nobody reads further.
const MOST: usize = 200;
/// Words of a question that count.
const WORDS: usize = 8;
/// Documents looked at for one term, and for a term a word is only part of.
const DEEP: i64 = 400;
const SHALLOW: i64 = 60;
/// Terms one word may stand for.
const TERMS: usize = 12;
/// Documents compared with the other words of a question.
const COMPARED: usize = 600;

/// What a match counts, in thousandths: the word itself, a longer word it is part of, a word that was perhaps meant.
const SAME: i64 = 1_000;
const PART: i64 = 500;
const MEANT: i64 = 350;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The person; `None` is a stranger.
    pub person: Option<Uuid>,
    /// How surely one knows who it is.
    pub assurance: Assurance,
}

impl Who {
    /// The visitor.
    #[must_use]
    pub fn of(visitor: &Visitor) -> Self {
        Self { person: visitor.person.as_ref().map(|p| p.id), assurance: visitor.assurance }
    }

    /// The levels above the lowest that this one covers, for two placeholders.
    pub(super) fn levels(self) -> (&'static str, &'static str) {
        self.assurance.covered()
    }
}

/// What the results are narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A kind of document.
    pub kind: Option<String>,
    /// A local area.
    pub area: Option<Uuid>,
    /// A step of the loop.
    pub stage: Option<Stage>,
}

/// One result.
#[derive(Debug, Clone)]
pub struct Hit {
    /// As in [`crate::tool::Document`].
    pub kind: String,
    /// The title, with the words that matched.
    pub title: Vec<Piece>,
    /// A piece of the text, with the words that matched.
    pub snippet: Vec<Piece>,
    /// Where it is shown.
    pub href: String,
    /// The space it belongs to; empty for what belongs to the municipality.
    pub space: String,
    /// That space's area.
    pub area: String,
    /// Who may see that space.
    pub visibility: String,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The page of results that was asked for.
    pub hits: Vec<Hit>,
    /// All of them, up to 200.
    pub total: usize,
    /// Whether there are more than that.
    pub more: bool,
    /// What was searched for instead, where a word was not found as it was typed.
    pub meant: Option<String>,
    /// Whether no document had all the words.
    pub partly: bool,
}

/// A typed word and what it may stand for.
struct Word {
    typed: String,
    /// Term and what it counts.
    terms: BTreeMap<String, i64>,
    /// Documents it is in, as far as that was counted.
    count: i64,
    /// Not found as it was typed.
    guessed: bool,
}

/// Searches; `page` counts from 0.
///
/// # Errors
/// When the database fails.
pub async fn search(sql: &mut Sql, who: &Who, now: DateTime<Utc>, text: &str, filter: &Filter, page: usize) -> Result<Found> {
    let mut words = vec![];
    let typed: Vec<&str> = stem::tokens(text).map(|t| t.text).filter(|t| !stem::is_stop(t)).take(WORDS).collect();
    for (i, word) in typed.iter().enumerate() {
        words.push(read(sql, who, word, i + 1 == typed.len()).await?);
    }
    let asked = words.len();
    words.retain(|w| !w.terms.is_empty());
    // The rarest word says most: what has it is looked at.
    let Some(lead) = (0..words.len()).min_by_key(|i| words[*i].count) else {
        return Ok(Found::default());
    };
    let all: i64 = sql.count(&store::LAST_NO, args![]).await?;
    let (scores, cut) = scores(sql, who, filter, &words, lead, all).await?;
    let mut ranked = ranked(sql, now, scores).await?;
    let full = ranked.iter().filter(|r| r.0 == words.len()).count();
    if full >= 3 {
        ranked.retain(|r| r.0 == words.len());
    }
    let mut found = Found { total: ranked.len().min(MOST), more: cut || ranked.len() > MOST, partly: full == 0 || words.len() < asked, ..Found::default() };
    ranked.truncate(MOST);
    let marked: BTreeSet<String> = words.iter().flat_map(|w| w.terms.keys().cloned()).collect();
    let docs: Vec<i64> = ranked.iter().skip(page * PAGE).take(PAGE).map(|r| r.2).collect();
    let mut shown = store::shown(sql, &docs).await?;
    shown.sort_by_key(|s| docs.iter().position(|doc| *doc == s.no));
    if let Some(first) = shown.first().filter(|_| page == 0 && words.iter().any(|w| w.guessed)) {
        found.meant = Some(meant(text, &words, first));
    }
    found.hits = shown.into_iter().map(|s| hit(s, &marked)).collect();
    Ok(found)
}

fn hit(shown: store::Shown, marked: &BTreeSet<String>) -> Hit {
    let municipal = shown.slug == crate::space::MUNICIPALITY;
    Hit {
        title: highlight::marked(&shown.title, marked),
        snippet: highlight::snippet(&shown.text, marked),
        space: if municipal || shown.kind == "space" { String::new() } else { shown.space },
        area: shown.area.unwrap_or_default(),
        kind: shown.kind,
        href: shown.href,
        visibility: shown.visibility,
    }
}

/// The question with the words in it that were found instead. They are read from a result the visitor may see, never from the
/// index's list of words, which also knows the closed spaces.
fn meant(text: &str, words: &[Word], shown: &store::Shown) -> String {
    let mut out = text.trim().to_owned();
    for word in words.iter().filter(|w| w.guessed) {
        let terms: BTreeSet<String> = word.terms.keys().cloned().collect();
        if let Some(written) = highlight::written(&shown.title, &terms).or_else(|| highlight::written(&shown.text, &terms)) {
            out = out.replacen(&word.typed, &written.to_lowercase(), 1);
        }
    }
    out
}

/// What a typed word may stand for.
async fn read(sql: &mut Sql, who: &Who, typed: &str, last: bool) -> Result<Word> {
    let mut terms: BTreeMap<String, i64> = BTreeMap::from([(stem::term(typed, Lang::Da), SAME), (stem::term(typed, Lang::En), SAME)]);
    let root = stem::root(typed);
    let letters = root.chars().count();
    let digits = root.chars().all(|c| c.is_ascii_digit());
    if !digits && letters >= if last { 3 } else { 4 } {
        for term in store::starting(sql, &root).await? {
            terms.entry(term).or_insert(PART);
        }
    }
    if !digits && letters >= 4 {
        for term in store::ending(sql, &root).await? {
            terms.entry(term).or_insert(PART);
        }
    }
    let mut word = counted(sql, typed, terms).await?;
    let mut there = false;
    for term in word.terms.keys() {
        if store::seen(sql, who, term).await? {
            there = true;
            break;
        }
    }
    // A word that is rare, or only the beginning or the end of others, may be a slip itself: its neighbours are offered too, after it.
    let whole = word.terms.values().any(|factor| *factor == SAME);
    if !there || !whole || word.count < 3 {
        let near = near(sql, typed).await?;
        if !there {
            word.terms.clear();
        }
        let mut terms = std::mem::take(&mut word.terms);
        for term in near {
            terms.entry(term).or_insert(MEANT);
        }
        word = Word { guessed: !there, ..counted(sql, typed, terms).await? };
    }
    Ok(word)
}

/// The word with those of its terms that are in documents, the most frequent ones.
async fn counted(sql: &mut Sql, typed: &str, terms: BTreeMap<String, i64>) -> Result<Word> {
    let mut counts = store::counts(sql, terms.keys().map(String::as_str)).await?;
    counts.retain(|(_, n)| *n > 0);
    counts.sort_by_key(|(term, n)| (std::cmp::Reverse(terms.get(term).copied()), std::cmp::Reverse(*n), term.clone()));
    counts.truncate(TERMS);
    let count = counts.iter().map(|c| c.1).sum();
    let terms = counts.into_iter().filter_map(|(term, _)| terms.get(&term).map(|factor| (term.clone(), *factor))).collect();
    Ok(Word { typed: typed.to_owned(), terms, count, guessed: false })
}

/// The terms of words so near that they were perhaps meant.
async fn near(sql: &mut Sql, typed: &str) -> Result<Vec<String>> {
    let forms = BTreeSet::from([stem::folded(typed), stem::plain(typed)]);
    let mut best: Vec<(usize, String)> = vec![];
    for form in &forms {
        let forgiven = typo::forgiven(form.chars().count());
        if forgiven == 0 || form.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let probes = typo::probes(form);
        let words = store::near(sql, probes.iter().map(String::as_str)).await?;
        best.extend(words.into_iter().map(|w| (typo::slips(form, &w), w)).filter(|(slips, _)| *slips <= forgiven));
    }
    // Two slips only where one explains nothing.
    let least = best.iter().map(|b| b.0).min().unwrap_or(0).max(1);
    best.retain(|b| b.0 <= least);
    let known = store::known_words(sql, best.iter().map(|b| b.1.as_str())).await?;
    let terms: BTreeSet<String> = known.into_iter().map(|k| k.1).collect();
    Ok(terms.into_iter().collect())
}

/// How many words each document has, and how much it is about them; and whether not all were looked at.
async fn scores(sql: &mut Sql, who: &Who, filter: &Filter, words: &[Word], lead: usize, all: i64) -> Result<(BTreeMap<i64, BTreeMap<usize, i64>>, bool)> {
    let mut scores: BTreeMap<i64, BTreeMap<usize, i64>> = BTreeMap::new();
    let mut cut = false;
    let gain = |i: usize, factor: i64| rarity(all, words[i].count) * factor / 1_000;
    for (term, factor) in &words[lead].terms {
        let limit = if *factor == SAME { DEEP } else { SHALLOW };
        let list = store::with_term(sql, who, filter, term, limit).await?;
        cut |= list.len() as i64 == limit;
        for (doc, weight) in list {
            let best = scores.entry(doc).or_default().entry(lead).or_default();
            *best = (*best).max(weight * gain(lead, *factor) / 1_000);
        }
    }
    let others: BTreeMap<&str, (usize, i64)> =
        words.iter().enumerate().filter(|(i, _)| *i != lead).flat_map(|(i, w)| w.terms.iter().map(move |(t, f)| (t.as_str(), (i, *f)))).collect();
    if others.is_empty() || scores.is_empty() {
        return Ok((scores, cut));
    }
    let mut docs: Vec<(i64, i64)> = scores.iter().map(|(doc, s)| (s.values().sum::<i64>(), *doc)).collect();
    docs.sort_unstable_by(|a, b| b.cmp(a));
    let docs: Vec<i64> = docs.into_iter().take(COMPARED).map(|d| d.1).collect();
    for (doc, term, weight) in store::weights(sql, &docs, others.keys().copied()).await? {
        if let (Some(score), Some((i, factor))) = (scores.get_mut(&doc), others.get(term.as_str())) {
            let best = score.entry(*i).or_default();
            *best = (*best).max(weight * gain(*i, *factor) / 1_000);
        }
    }
    Ok((scores, cut))
}

/// How much a word says that is in so many of all documents, in thousandths: the natural logarithm of how rare it is, as in BM25
/// (S. Robertson and H. Zaragoza, "The probabilistic relevance framework", 2009).
fn rarity(all: i64, count: i64) -> i64 {
    ((1.0 + all as f64 / (count as f64 + 0.5)).ln() * 1_000.0) as i64
}

/// Matched words, score and document, the best first.
async fn ranked(sql: &mut Sql, now: DateTime<Utc>, scores: BTreeMap<i64, BTreeMap<usize, i64>>) -> Result<Vec<(usize, i64, i64)>> {
    let mut all: Vec<(usize, i64, i64)> = scores.into_iter().map(|(doc, s)| (s.len(), s.values().sum(), doc)).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.truncate(MOST + 1);
    let docs: Vec<i64> = all.iter().map(|r| r.2).collect();
    let objects: BTreeMap<i64, Uuid> = store::objects(sql, &docs).await?.into_iter().collect();
    for r in &mut all {
        let age = objects.get(&r.2).map_or(10.0, |id| years(now, *id));
        // New is a tenth better than old; after a year half of that is gone.
        r.1 += (r.1 as f64 * 0.1 * 0.5f64.powf(age)) as i64;
    }
    all.sort_unstable_by(|a, b| b.cmp(a));
    Ok(all)
}

/// How old something is, by the moment in its UUIDv7.
fn years(now: DateTime<Utc>, id: Uuid) -> f64 {
    let made = id.get_timestamp().map_or(0, |t| t.to_unix().0);
    (now.timestamp() - i64::try_from(made).unwrap_or(0)).max(0) as f64 / (365.25 * 86_400.0)
}
