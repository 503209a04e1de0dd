//! What a recommendation can build on: things of the space's other tools, found by kind and id or by words.

use std::collections::BTreeSet;

use samskab_platform::db::Sql;
use samskab_platform::search::stem;
use samskab_platform::space::Space;
use samskab_platform::tool::{Document, Tool};
use samskab_platform::words::Lang;
use samskab_platform::{Error, Page, Result, SpaceView, group, journal};
use uuid::Uuid;

use crate::draft_store::Source;

/// The kinds that are offered.
pub(crate) const KINDS: [&str; 3] = ["idea", "statement", "decision"];

/// So many are shown at a time.
const SHOWN: usize = 30;

/// `idea:UUID` of an address.
pub(crate) fn named(text: &str) -> Option<(&str, Uuid)> {
    let (kind, id) = text.split_once(':')?;
    Some((kind, id.parse().ok()?))
}

/// What those tools that have things of a kind give to be found in the space and in its working groups: only what everyone who
/// sees the space may see, so nothing of a group that is less open.
async fn offered(sql: &mut Sql, view: &SpaceView, kinds: &[&str]) -> Result<Vec<Document>> {
    let groups = group::of(sql, view.space.id).await?;
    let as_open = |g: &Space| g.visibility == view.space.visibility && g.assurance == view.space.assurance;
    let mut all = documents(sql, &view.tools, &view.space, kinds).await?;
    for group in groups.iter().filter(|g| as_open(g)) {
        // A group may have other tools; what it does not have, it has nothing of.
        all.extend(documents(sql, &view.tools, group, kinds).await?);
    }
    Ok(all)
}

async fn documents(sql: &mut Sql, tools: &[&'static Tool], space: &Space, kinds: &[&str]) -> Result<Vec<Document>> {
    let mut all = vec![];
    for tool in tools.iter().filter(|t| t.objects.iter().any(|(kind, _)| kinds.contains(kind))) {
        all.extend((tool.documents)(sql, space).await?.into_iter().filter(|d| kinds.contains(&d.kind)));
    }
    Ok(all)
}

fn source(document: Document) -> Source {
    Source { object_id: document.id, kind: document.kind.to_owned(), title: document.title, href: document.href }
}

/// One thing of the space, by kind and id; `None` where the space has no such thing that everyone may see.
pub(crate) async fn find(sql: &mut Sql, page: &Page, view: &SpaceView, kind: &str, id: Uuid) -> Result<Option<Source>> {
    let found = offered(sql, view, &[kind]).await?.into_iter().find(|d| d.id == id);
    if let Some(document) = found {
        return Ok(Some(source(document)));
    }
    // Not everything is searched for; the journal knows the rest. Without a title it is nothing everyone may read.
    let (path, known) = (page.app().object_path(kind).filter(|_| KINDS.contains(&kind)), journal::object(sql, view.space.id, id).await);
    match (path, known) {
        (Some(path), Ok((of, title))) if of == kind && !title.is_empty() => {
            Ok(Some(Source { object_id: id, kind: of, title, href: view.under(&path.replace("{id}", &id.to_string())) }))
        }
        (_, Err(error)) if !matches!(error, Error::NotFound) => Err(error),
        _ => Ok(None),
    }
}

/// What can be chosen: what has most of the words in it first, without what is chosen already.
pub(crate) async fn choices(sql: &mut Sql, view: &SpaceView, words: &str, chosen: &[Source]) -> Result<Vec<Source>> {
    let taken: BTreeSet<Uuid> = chosen.iter().map(|s| s.object_id).collect();
    let mut all = offered(sql, view, &KINDS).await?;
    all.retain(|d| !taken.contains(&d.id));
    let asked = terms(words);
    let mut ranked: Vec<(usize, Document)> = all.into_iter().map(|d| (shared(&asked, &d), d)).filter(|(n, _)| asked.is_empty() || *n > 0).collect();
    ranked.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    Ok(ranked.into_iter().take(SHOWN).map(|(_, d)| source(d)).collect())
}

fn terms(text: &str) -> BTreeSet<String> {
    stem::tokens(text).filter(|t| !stem::is_stop(t.text)).map(|t| stem::term(t.text, Lang::Da)).collect()
}

fn shared(asked: &BTreeSet<String>, document: &Document) -> usize {
    if asked.is_empty() { 0 } else { terms(&format!("{} {}", document.title, document.text)).intersection(asked).count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_kind_and_an_id() {
        let id = Uuid::from_u128(7);
        assert_eq!(named(&format!("idea:{id}")), Some(("idea", id)));
        assert_eq!((named("idea"), named("idea:7")), (None, None));
    }

    #[test]
    fn forms_of_a_word_count_as_the_same_and_small_words_do_not_count() {
        let document = |title: &str| Document { kind: "idea", id: Uuid::nil(), title: title.into(), text: String::new(), href: String::new() };
        assert_eq!(shared(&terms("busserne og den"), &document("Flere busser om natten")), 1);
        assert_eq!(shared(&terms("hallen"), &document("Flere busser om natten")), 0);
    }
}
