//! Which ideas of a space are like some words: while somebody writes, before two are merged, and in the list's search.

use std::collections::{BTreeMap, BTreeSet};

use samskab_platform::Result;
use samskab_platform::db::Sql;
use uuid::Uuid;

use crate::likeness::{self, ALIKE, MEANT, PART, Word};
use crate::term_store::{self, Candidate};

/// Longer words that one word may be part of.
const LONGER: i64 = 24;
/// Words compared letter by letter with one that nobody has used.
const COMPARED: i64 = 300;
/// Ideas looked at more closely.
const CLOSELY: usize = 60;
/// Ideas a search in the list gives.
const FOUND: usize = 200;

/// An idea that is like what was asked.
#[derive(Debug, Clone)]
pub(crate) struct Like {
    /// The idea, or the one it is part of.
    pub(crate) idea: Candidate,
    /// From 0 to 1.
    pub(crate) score: f64,
}

/// So many ideas that are like a text, the most alike first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn alike(sql: &mut Sql, space: Uuid, text: &str, most: usize) -> Result<Vec<Like>> {
    let mut all = ranked(sql, space, text, CLOSELY, ALIKE).await?;
    all.retain(|l| l.idea.state.is_listed());
    all.truncate(most);
    Ok(all)
}

/// All that has something to do with a text, the most alike first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn found(sql: &mut Sql, space: Uuid, text: &str) -> Result<Vec<Like>> {
    let mut all = ranked(sql, space, text, FOUND, 0.2).await?;
    all.retain(|l| l.idea.state.is_listed());
    Ok(all)
}

async fn ranked(sql: &mut Sql, space: Uuid, text: &str, most: usize, least: f64) -> Result<Vec<Like>> {
    let asked = likeness::asked(text);
    if asked.is_empty() {
        return Ok(vec![]);
    }
    let (words, counts) = words(sql, space, &asked).await?;
    let words = likeness::affordable(words, &counts);
    let terms: BTreeSet<&String> = words.iter().flat_map(|w| w.terms.keys()).filter(|t| counts.contains_key(*t)).collect();
    if terms.is_empty() {
        return Ok(vec![]);
    }
    let mut has: BTreeMap<Uuid, BTreeMap<String, i64>> = BTreeMap::new();
    for (idea, term, weight) in term_store::postings(sql, space, terms).await? {
        has.entry(idea).or_default().insert(term, weight);
    }
    let mut first: Vec<(f64, Uuid)> = has.iter().map(|(id, has)| (likeness::covered(&words, has), *id)).filter(|(covered, _)| *covered >= least).collect();
    first.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    first.truncate(most);
    let ids: Vec<Uuid> = first.into_iter().map(|(_, id)| id).collect();
    // What is merged is found by its own words too, and stands for the one it is part of.
    let mut best: BTreeMap<Uuid, Like> = BTreeMap::new();
    for idea in term_store::candidates(sql, &ids).await? {
        let Some(has) = has.get(&idea.id) else { continue };
        let score = likeness::likeness(&words, has, usize::try_from(idea.length).unwrap_or(1));
        let like = Like { idea, score };
        best.entry(like.idea.root_id)
            .and_modify(|l| {
                if l.score < score {
                    *l = like.clone()
                }
            })
            .or_insert(like);
    }
    let mut all: Vec<Like> = best.into_values().collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.idea.root_id.cmp(&a.idea.root_id)));
    Ok(all)
}

/// What the words that were typed may stand for among the space's own words, and how many ideas hold each of those.
async fn words(sql: &mut Sql, space: Uuid, asked: &[String]) -> Result<(Vec<Word>, BTreeMap<String, i64>)> {
    let all = term_store::ideas(sql, space).await?;
    let mut meanings: Vec<BTreeMap<String, f64>> = asked.iter().map(|term| likeness::stems(term).into_iter().map(|t| (t, 1.0)).collect()).collect();
    for (i, (term, meaning)) in asked.iter().zip(&mut meanings).enumerate() {
        // The last word may not be finished yet.
        let least = if i + 1 == asked.len() { 3 } else { 4 };
        for stem in likeness::stems(term) {
            let (letters, word) = (stem.chars().count(), !stem.chars().all(|c| c.is_ascii_digit()));
            if word && letters >= least {
                for longer in term_store::starting(sql, space, &stem, LONGER).await? {
                    meaning.entry(longer).or_insert(PART);
                }
            }
            if word && letters >= 4 {
                for longer in term_store::ending(sql, space, &stem, LONGER).await? {
                    meaning.entry(longer).or_insert(PART);
                }
            }
        }
        for part in likeness::parts(term) {
            meaning.entry(part).or_insert(PART);
        }
    }
    let mut counts = term_store::counts(sql, space, meanings.iter().flat_map(BTreeMap::keys)).await?;
    for (term, meaning) in asked.iter().zip(&mut meanings) {
        if meaning.keys().any(|t| counts.contains_key(t)) {
            continue;
        }
        if let Some((first, last)) = likeness::ends(term) {
            let mut near = term_store::starting(sql, space, &first, COMPARED).await?;
            near.extend(term_store::ending(sql, space, &last, COMPARED).await?);
            near.retain(|other| likeness::is_near(term, other));
            counts.extend(term_store::counts(sql, space, &near).await?);
            meaning.extend(near.into_iter().map(|other| (other, MEANT)));
        }
    }
    let word = |(term, mut terms): (&String, BTreeMap<String, f64>)| {
        terms.retain(|t, _| t == term || counts.contains_key(t));
        let with = terms.keys().filter_map(|t| counts.get(t)).sum();
        Word { rarity: likeness::rarity(all, with), terms }
    };
    let words = asked.iter().zip(meanings).map(word).collect();
    Ok((words, counts))
}
