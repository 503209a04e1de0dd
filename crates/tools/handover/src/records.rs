//! What of the board is kept for good: every task, who took it over, and what happened in the house week by week.

use samskab_platform::db::Sql;
use samskab_platform::record::Record;
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::figures::week_name;
use crate::pages::paper;
use crate::store::{self, Task};
use crate::{level_store, said};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let tasks = store::of_space(sql, view.space.id).await?;
    let Some(last) = tasks.iter().map(|t| t.moved_at).max() else { return Ok(vec![]) };
    let moves = store::all_moves(sql, view.space.id).await?;
    let last = moves.iter().map(|m| m.2).max().map_or(last, |at| at.max(last));
    let (weeks, aim) = (level_store::weeks(sql, view.space.id).await?, level_store::aim(sql, view.space.id).await?);
    let mut paper = paper(page, page.t("record-handover"), &view.space.title, &tasks);
    if !weeks.is_empty() {
        paper.heading(2, page.t("handover-level"));
        let columns = [(page.t("handover-week-head"), 4), (page.t("handover-visits"), 3), (page.t("handover-activities"), 3)];
        paper.table(&columns, weeks.iter().map(|w| vec![week_name(page, w.monday), page.number(&w.visits), page.number(&w.activities)]).collect());
    }
    let steps = |t: &Task| moves.iter().filter(|m| m.0 == t.id).map(|m| json!({ "state": m.1.key(), "at": m.2 })).collect::<Vec<_>>();
    let task = |t: &Task| {
        json!({
            "id": t.id, "title": t.title, "area": t.area, "times": t.times, "per": t.per.key(), "minutes": t.minutes, "needs": said::needs(page, t),
            "holder": t.holder, "taker": t.taker, "group": t.taker_group, "by_on": t.by_on, "trial_from": t.trial_from, "trial_to": t.trial_to,
            "guide": t.guide, "contact": t.contact, "state": t.state.key(), "created_at": t.created_at, "steps": steps(t),
        })
    };
    let data = json!({
        "tasks": tasks.iter().map(task).collect::<Vec<_>>(),
        "weeks": weeks.iter().map(|w| json!({ "monday": w.monday, "visits": w.visits, "activities": w.activities })).collect::<Vec<_>>(),
        "was": aim.as_ref().map(|a| json!({ "visits": a.was_visits, "activities": a.was_activities, "when": a.was_when })),
        "promised": aim.as_ref().map(|a| json!({ "visits": a.promised_visits, "activities": a.promised_activities, "text": a.promised_text })),
    });
    Ok(vec![Record::paper("record-handover", last, paper, data)])
}
