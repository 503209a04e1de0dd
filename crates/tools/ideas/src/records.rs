//! What of the ideas is kept for good: all that stood on the list, who had them, and what came of each.

use std::collections::BTreeMap;

use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;
use uuid::Uuid;

use crate::model::State;
use crate::pages::{by, stands};
use crate::store::{self, Author, Grown, Idea};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let all = store::every(sql, view.space.id).await?;
    let Some(last) = all.iter().map(|i| i.settled_at.or(i.agreed_at).unwrap_or(i.written_at)).max() else { return Ok(vec![]) };
    // Those of a merged idea stand with the one it is part of now, by the id of what each wrote.
    let roots: Vec<Uuid> = all.iter().filter(|i| i.state != State::Merged).map(|i| i.id).collect();
    let mut authors: BTreeMap<Uuid, Vec<Author>> = BTreeMap::new();
    for author in store::authors(sql, &roots).await?.into_values().flatten() {
        authors.entry(author.idea).or_default().push(author);
    }
    let mut grown: BTreeMap<Uuid, Vec<Grown>> = BTreeMap::new();
    for (idea, what) in store::all_growth(sql, view.space.id).await? {
        grown.entry(idea).or_default().push(what);
    }
    let titles: BTreeMap<Uuid, &str> = all.iter().map(|i| (i.id, i.title.as_str())).collect();
    let mut paper = Paper::new(page.t("record-ideas"), view.space.title.clone());
    for idea in &all {
        one(&mut paper, page, idea, authors.get(&idea.id).map_or(&[], Vec::as_slice), grown.get(&idea.id).map_or(&[], Vec::as_slice), &titles);
    }
    let data = all.iter().map(|i| data(i, authors.get(&i.id).map_or(&[], Vec::as_slice), grown.get(&i.id).map_or(&[], Vec::as_slice)));
    let data = json!({ "ideas": data.collect::<Vec<_>>() });
    Ok(vec![Record::paper("record-ideas", last, paper, data)])
}

fn one(paper: &mut Paper, page: &Page, idea: &Idea, authors: &[Author], grown: &[Grown], titles: &BTreeMap<Uuid, &str>) {
    paper.heading(2, idea.title.clone());
    let nameless = i64::from(authors.is_empty());
    let part_of = if idea.state == State::Merged { titles.get(&idea.root_id).copied().unwrap_or_default() } else { "" };
    paper.facts([
        (page.t("record-written-by"), by(page, authors, nameless, idea.way)),
        (page.t("record-date"), page.date_of(&idea.written_at)),
        (page.t("deed-status"), stands(page, idea.state, idea.started_at.is_some(), idea.done_at.is_some()).1),
        (page.t("ideas-state-merged"), part_of.to_owned()),
        (page.t("ideas-became"), grown.iter().map(|g| g.title.as_str()).collect::<Vec<_>>().join("\n")),
    ]);
    paper.text(&idea.text);
    paper.text(&idea.reason);
}

fn data(idea: &Idea, authors: &[Author], grown: &[Grown]) -> serde_json::Value {
    json!({
        "id": idea.id, "title": idea.title, "text": idea.text, "state": idea.state.key(), "part_of": (idea.root_id != idea.id).then_some(idea.root_id),
        "authors": authors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), "entered_by": idea.entered_by, "reason": idea.reason,
        "written_at": idea.written_at, "agreed_at": idea.agreed_at, "started_at": idea.started_at, "done_at": idea.done_at,
        "became": grown.iter().map(|g| json!({ "kind": g.kind, "id": g.object_id, "title": g.title, "at": g.at })).collect::<Vec<_>>(),
    })
}
