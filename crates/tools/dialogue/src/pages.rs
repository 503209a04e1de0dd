//! The conversation's pages for everyone: the list, one conversation, its map.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use samskab_opinion::svg::{SvgWords, draw};
use samskab_opinion::{Direction, OpinionMap, StatementResult, Tally, group_letter};
use samskab_platform::tool::{self, Became};
use samskab_platform::{App, Page, Result, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{OPEN, WRITE};
use crate::desk::Desk;
use crate::model::Dialogue;
use crate::store::{self, Counts};
use crate::{run, vote};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/dialog", get(list))
        .route("/forloeb/{slug}/dialog/ny", get(run::new).post(run::write))
        .route("/forloeb/{slug}/dialog/importer", get(run::import_form).post(run::import).layer(DefaultBodyLimit::max(64 << 20)))
        .route("/forloeb/{slug}/dialog/{id}", get(show))
        .route("/forloeb/{slug}/dialog/{id}/stem", get(vote::show).post(vote::vote))
        .route("/forloeb/{slug}/dialog/{id}/udsagn", get(vote::show).post(vote::propose))
        .route("/forloeb/{slug}/dialog/{id}/behandl", get(run::moderate).post(run::judge))
        .route("/forloeb/{slug}/dialog/{id}/aabn", post(run::open))
        .route("/forloeb/{slug}/dialog/{id}/luk", post(run::close))
        .layer(Extension(Desk::default()))
}

#[derive(Template)]
#[template(path = "dialogues.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) dialogues: Vec<(Dialogue, Counts)>,
    pub(crate) may_write: bool,
}

/// A bar of agree, pass and disagree, in per cent of those who answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bar {
    pub(crate) agree: u32,
    pub(crate) pass: u32,
    pub(crate) disagree: u32,
    pub(crate) seen: u32,
}

impl Bar {
    pub(crate) fn of(t: &Tally) -> Self {
        let seen = t.agree + t.disagree + t.pass;
        let percent = |n: u32| (n * 100 + seen / 2).checked_div(seen).unwrap_or(0);
        let (agree, disagree) = (percent(t.agree), percent(t.disagree));
        // The three add up to 100: what rounding leaves over goes to the passes.
        Bar { agree, pass: if seen == 0 { 0 } else { 100u32.saturating_sub(agree + disagree) }, disagree, seen }
    }
}

pub(crate) struct Shown {
    pub(crate) text: String,
    /// What became of it: words and address.
    pub(crate) became: Vec<(String, String)>,
    pub(crate) agrees: bool,
    pub(crate) bar: Bar,
}

pub(crate) struct GroupShown {
    pub(crate) id: usize,
    pub(crate) letter: String,
    pub(crate) size: usize,
    pub(crate) mine: bool,
    pub(crate) statements: Vec<Shown>,
}

pub(crate) struct Row {
    pub(crate) text: String,
    /// What became of it: words and address.
    pub(crate) became: Vec<(String, String)>,
    pub(crate) all: Bar,
    pub(crate) groups: Vec<Bar>,
}

/// The map as the page shows it.
pub(crate) struct MapShown {
    pub(crate) svg: String,
    pub(crate) stable: bool,
    pub(crate) participants: usize,
    pub(crate) grouped: usize,
    pub(crate) groups: Vec<GroupShown>,
    pub(crate) consensus: Vec<Shown>,
    pub(crate) rows: Vec<Row>,
    pub(crate) letters: Vec<String>,
    pub(crate) runs: usize,
    pub(crate) rand: String,
    pub(crate) digest: String,
}

#[derive(Template)]
#[template(path = "dialogue.html")]
pub(crate) struct DialoguePage {
    pub(crate) page: Page,
    pub(crate) dialogue: Dialogue,
    pub(crate) counts: Counts,
    pub(crate) answered: i64,
    pub(crate) map: Option<MapShown>,
    pub(crate) may_run: bool,
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("dialog");
    let mut dialogues = vec![];
    for d in store::of_space(&mut sql, view.space.id).await? {
        let counts = store::counts(&mut sql, d.id).await?;
        dialogues.push((d, counts));
    }
    dialogues.retain(|(d, _)| !d.is_draft() || view.may(&OPEN));
    page::html(&ListPage { may_write: view.may(&WRITE), page: Page::of_space(&app, &visitor, &view, "dialogue-title"), dialogues })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("dialog");
    let dialogue = store::one(&mut sql, view.space.id, id).await?;
    if dialogue.is_draft() {
        view.demand(&OPEN)?;
    }
    let counts = store::counts(&mut sql, id).await?;
    let voter = vote::known_voter(&mut sql, &visitor, id).await?;
    let answered = match voter {
        Some(voter) => counts.2 - i64::try_from(store::unvoted(&mut sql, id, voter).await?.len()).unwrap_or(0),
        None => 0,
    };
    let stored = store::map(&mut sql, id).await?;
    let mut page = Page::of_space(&app, &visitor, &view, "dialogue-title");
    let became = tool::became(&mut sql, &view, &page, "statement").await?;
    drop(sql);
    page.title.clone_from(&dialogue.question);
    let map = stored.and_then(|(_, json)| serde_json::from_str::<OpinionMap>(&json).ok()).filter(|m| m.participants > 0);
    let map = map.map(|map| shown(&page, &map, voter, &became));
    page::html(&DialoguePage { may_run: view.may(&OPEN), page, dialogue, counts, answered, map })
}

/// Puts a map in words and lines for the page.
pub(crate) fn shown(page: &Page, map: &OpinionMap, me: Option<Uuid>, became: &[Became]) -> MapShown {
    let mut links: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for b in became {
        links.entry(b.id.to_string()).or_default().push((b.text.clone(), b.href.clone()));
    }
    let links = |statement: &str| links.get(statement).cloned().unwrap_or_default();
    let me = me.map(|id| id.to_string());
    let words = SvgWords {
        title: page.t("map-svg-title"),
        description: page.t2("map-svg-description", "participants", map.participants, "groups", if map.stable { map.groups.len() } else { 0 }),
        group: page.t("map-group"),
        you: page.t("map-you"),
        not_stable: page.t("map-not-stable-short"),
        id: "meningskort".to_owned(),
    };
    let mine = me.as_ref().and_then(|id| map.group_of.get(id).copied().flatten());
    let result = |id: &str| map.results.iter().find(|r| r.statement == id);
    let all_of = |r: &StatementResult| Bar::of(&Tally { agree: r.agree, disagree: r.disagree, pass: r.pass });
    let groups = if map.stable { map.groups.as_slice() } else { &[] };
    let groups: Vec<GroupShown> = groups
        .iter()
        .map(|g| GroupShown {
            id: g.id,
            letter: group_letter(g.id),
            size: g.size,
            mine: mine == Some(g.id),
            statements: g
                .representative
                .iter()
                .filter_map(|r| {
                    let tally = result(&r.statement)?.by_group.get(g.id)?;
                    Some(Shown { became: links(&r.statement), text: r.text.clone(), agrees: r.direction == Direction::Agree, bar: Bar::of(tally) })
                })
                .collect(),
        })
        .collect();
    let consensus = map
        .consensus
        .iter()
        .filter_map(|c| {
            Some(Shown { became: links(&c.statement), text: c.text.clone(), agrees: c.direction == Direction::Agree, bar: all_of(result(&c.statement)?) })
        })
        .collect();
    let mut rows: Vec<&StatementResult> = map.results.iter().filter(|r| !r.moderated_out && r.seen > 0).collect();
    rows.sort_by_key(|r| std::cmp::Reverse(r.seen));
    let rows = rows
        .into_iter()
        .map(|r| Row { became: links(&r.statement), text: r.text.clone(), all: all_of(r), groups: r.by_group.iter().take(groups.len()).map(Bar::of).collect() })
        .collect();
    let letters = groups.iter().map(|g| g.letter.clone()).collect();
    MapShown {
        svg: draw(map, &words, me.as_deref()),
        stable: map.stable,
        participants: map.participants,
        grouped: map.grouped,
        groups,
        consensus,
        rows,
        letters,
        runs: map.stability.runs,
        rand: map
            .stability
            .rand_index
            .map(|r| format!("{r:.2}"))
            .unwrap_or_default()
            .replace('.', if page.lang == samskab_platform::words::Lang::Da { "," } else { "." }),
        digest: map.input_digest.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_bar_adds_up_to_a_hundred(agree in 0u32..500, disagree in 0u32..500, pass in 0u32..500) {
            let bar = Bar::of(&Tally { agree, disagree, pass });
            let sum = bar.agree + bar.disagree + bar.pass;
            // Two halves may both round up: 101 at most.
            let fine = if agree + disagree + pass == 0 { sum == 0 } else { (100..=101).contains(&sum) };
            prop_assert!(fine, "{:?}", bar);
        }
    }
}
