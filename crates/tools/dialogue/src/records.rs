//! What of the conversations is kept for good: the question, the statements that could be voted on, how they were answered, and
//! what the map shows. Who answered what is secret and stays here.

use samskab_opinion::{Direction, OpinionMap, StatementResult};
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::model::{Dialogue, Statement};
use crate::pages::{MapShown, Shown, shown};
use crate::store::{self, Counts};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let mut out = vec![];
    for dialogue in store::of_space(sql, view.space.id).await?.into_iter().rev().filter(|d| !d.is_draft()) {
        let statements = store::accepted(sql, dialogue.id).await?;
        let counts = store::counts(sql, dialogue.id).await?;
        let map = store::map(sql, dialogue.id).await?.and_then(|(_, json)| serde_json::from_str::<OpinionMap>(&json).ok()).filter(|m| m.participants > 0);
        out.push(record(view, page, &dialogue, &statements, counts, map.as_ref()));
    }
    Ok(out)
}

fn record(view: &SpaceView, page: &Page, d: &Dialogue, statements: &[Statement], counts: Counts, map: Option<&OpinionMap>) -> Record {
    let mut paper = Paper::new(d.question.clone(), view.space.title.clone());
    paper.text(&d.description);
    paper.facts([
        (page.t("record-participants"), page.number(&counts.0)),
        (page.t("record-answers"), page.number(&counts.1)),
        (page.t("record-statements"), page.number(&counts.2)),
        (page.t("import-attribution"), d.attribution.clone()),
    ]);
    match map {
        Some(map) => drawn(&mut paper, page, &shown(page, map, None, &[])),
        None => {
            paper.heading(2, page.t("record-statements"));
            paper.list(statements.iter().map(|s| s.text.clone()));
        }
    }
    let at = statements.iter().map(|s| s.created_at).max().unwrap_or(view.space.created_at);
    let data = json!({
        "id": d.id, "question": d.question, "description": d.description, "language": d.language, "attribution": d.attribution, "status": d.status.key(),
        "participants": counts.0, "answers": counts.1,
        "statements": statements.iter().map(|s| json!({ "id": s.id, "text": s.text })).collect::<Vec<_>>(),
        "map": map.map(data),
    });
    Record::paper("record-dialogue", at, paper, data).about(d.id)
}

fn drawn(paper: &mut Paper, page: &Page, map: &MapShown) {
    let line = |s: &Shown| {
        let side = if s.agrees { page.t1("bar-agree", "n", s.bar.agree) } else { page.t1("bar-disagree", "n", s.bar.disagree) };
        format!("{} ({side})", s.text)
    };
    if !map.consensus.is_empty() {
        paper.heading(2, page.t("map-consensus"));
        paper.text(&page.t("map-consensus-lead"));
        paper.list(map.consensus.iter().map(line));
    }
    if !map.stable {
        paper.heading(2, page.t("map-title"));
        paper.text(&page.t("map-not-stable"));
    }
    for group in &map.groups {
        paper.heading(2, page.t2("map-group-title", "letter", &group.letter, "n", group.size));
        paper.list(group.statements.iter().map(line));
    }
    if map.rows.is_empty() {
        return;
    }
    paper.heading(2, page.t("record-statements"));
    let cell = |b: &crate::pages::Bar| page.t3("map-cell", "agree", b.agree, "disagree", b.disagree, "seen", b.seen);
    // What each group says stands in the data: on paper the columns would be too many.
    paper.table(&[(page.t("map-statement"), 7), (page.t("map-all"), 4)], map.rows.iter().map(|r| vec![r.text.clone(), cell(&r.all)]).collect());
    paper.text(&format!("{} {}", page.t("map-how-digest"), map.digest));
}

/// The map without what belongs to each participant, and without statements that did not come along.
fn data(map: &OpinionMap) -> serde_json::Value {
    let side = |d: Direction| if d == Direction::Agree { "agree" } else { "disagree" };
    let tally = |r: &StatementResult| {
        let groups: Vec<_> =
            if map.stable { r.by_group.iter().map(|t| json!({ "agree": t.agree, "disagree": t.disagree, "pass": t.pass })).collect() } else { vec![] };
        json!({ "statement": r.statement, "agree": r.agree, "disagree": r.disagree, "pass": r.pass, "by_group": groups })
    };
    let groups = if map.stable { map.groups.as_slice() } else { &[] };
    json!({
        "participants": map.participants, "votes": map.votes, "grouped": map.grouped, "input_digest": map.input_digest, "stable": map.stable,
        "groups": groups.iter().map(|g| json!({ "id": g.id, "size": g.size,
            "representative": g.representative.iter().map(|r| json!({ "statement": r.statement, "direction": side(r.direction) })).collect::<Vec<_>>() })).collect::<Vec<_>>(),
        "consensus": map.consensus.iter().map(|c| json!({ "statement": c.statement, "direction": side(c.direction) })).collect::<Vec<_>>(),
        "results": map.results.iter().filter(|r| !r.moderated_out).map(tally).collect::<Vec<_>>(),
    })
}
