//! What of reciprocity is kept for good: what was promised and given, and what both sides said of it.

use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::pages::{amount, side_word};
use crate::store::{self, Entry, Promise};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let (promises, entries) = (store::promises(sql, view.space.id).await?, store::every_entry(sql, view.space.id).await?);
    if promises.is_empty() && entries.is_empty() {
        return Ok(vec![]);
    }
    let at = entries.iter().map(|e| e.entered_at).max().unwrap_or(view.space.created_at);
    let mut paper = Paper::new(page.t("record-reciprocity"), view.space.title.clone());
    if !promises.is_empty() {
        paper.heading(2, page.t("reciprocity-promises"));
        let columns = [("reciprocity-who", 3), ("reciprocity-what", 6), ("reciprocity-promised", 3), ("reciprocity-given", 3), ("reciprocity-to", 3)]
            .map(|(w, n)| (page.t(w), n));
        let row = |p: &Promise| {
            let what = if p.closed_note.is_empty() { p.what.clone() } else { format!("{}\n{}", p.what, p.closed_note) };
            vec![side_word(page, p.side), what, amount(page, p.kind, p.amount), amount(page, p.kind, p.given), page.date(&p.to_on)]
        };
        paper.table(&columns, promises.iter().map(row).collect());
    }
    if !entries.is_empty() {
        paper.heading(2, page.t("reciprocity-given"));
        let columns = [("reciprocity-given-on", 3), ("reciprocity-who", 3), ("reciprocity-what", 6), ("reciprocity-given", 3), ("deed-status", 3)]
            .map(|(w, n)| (page.t(w), n));
        let row = |e: &Entry| {
            let what = [&e.what, &e.reason, &e.reply].into_iter().filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join("\n");
            let verdict = page.t(&format!("reciprocity-verdict-{}", e.verdict.key()));
            vec![page.date(&e.given_on), side_word(page, e.side), what, amount(page, e.kind, e.amount), verdict]
        };
        paper.table(&columns, entries.iter().map(row).collect());
    }
    let promise = |p: &Promise| {
        json!({
            "id": p.id, "side": p.side.key(), "kind": p.kind.key(), "what": p.what, "amount": p.amount, "given": p.given, "from_on": p.from_on, "to_on": p.to_on,
            "closed_at": p.closed_at, "closed_note": p.closed_note,
        })
    };
    let entry = |e: &Entry| {
        json!({
            "id": e.id, "side": e.side.key(), "kind": e.kind.key(), "what": e.what, "amount": e.amount, "given_on": e.given_on, "promise": e.promise,
            "entered_by": e.entered_name, "entered_at": e.entered_at, "verdict": e.verdict.key(), "judged_by": e.judged_name, "reason": e.reason, "reply": e.reply,
        })
    };
    let data = json!({ "promises": promises.iter().map(promise).collect::<Vec<_>>(), "given": entries.iter().map(entry).collect::<Vec<_>>() });
    Ok(vec![Record::paper("record-reciprocity", at, paper, data)])
}
