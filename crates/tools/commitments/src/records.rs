//! What of the commitments is kept for good: what was promised, by whom, and how it went.

use std::collections::BTreeMap;

use samskab_platform::commitment::{self, Commitment, Progress};
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;
use uuid::Uuid;

use crate::store::{self, Milestone};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let all = commitment::every(sql, view.space.id).await?;
    if all.is_empty() {
        return Ok(vec![]);
    }
    let mut news: BTreeMap<Uuid, Vec<Progress>> = BTreeMap::new();
    for (of, progress) in commitment::all_progress(sql, view.space.id).await? {
        news.entry(of).or_default().push(progress);
    }
    let mut steps: BTreeMap<Uuid, Vec<Milestone>> = BTreeMap::new();
    for (of, milestone) in store::all_milestones(sql, view.space.id).await? {
        steps.entry(of).or_default().push(milestone);
    }
    let at = store::changed_at(sql, view.space.id).await?.unwrap_or(view.space.created_at);
    let mut paper = Paper::new(page.t("record-commitments"), view.space.title.clone());
    let row = |c: &Commitment| vec![c.what.clone(), who(c), page.date(&c.due_on), page.commitment_status(c)];
    let columns = [(page.t("deed-what"), 6), (page.t("deed-who"), 4), (page.t("deed-when"), 3), (page.t("deed-status"), 3)];
    paper.table(&columns, all.iter().map(row).collect());
    for c in &all {
        one(&mut paper, page, c, of(&steps, c), of(&news, c));
    }
    let data: Vec<_> = all.iter().map(|c| data(c, of(&steps, c), of(&news, c))).collect();
    Ok(vec![Record::paper("record-commitments", at, paper, json!({ "commitments": data }))])
}

/// What belongs to a commitment.
fn of<'a, T>(all: &'a BTreeMap<Uuid, Vec<T>>, c: &Commitment) -> &'a [T] {
    all.get(&c.id).map_or(&[], Vec::as_slice)
}

fn who(c: &Commitment) -> String {
    match &c.organisation {
        Some(organisation) => format!("{organisation}\n{}", c.doer),
        None => c.doer.clone(),
    }
}

fn one(paper: &mut Paper, page: &Page, c: &Commitment, steps: &[Milestone], news: &[Progress]) {
    paper.heading(2, c.what.clone());
    paper.facts([
        (page.t("commitments-because").trim_end_matches(':').to_owned(), c.source_title.clone().unwrap_or_default()),
        (page.t("deed-who"), who(c)),
        (page.t("commitments-counterpart"), c.counterpart.clone()),
        (page.t("commitments-due-on"), page.date(&c.due_on)),
        (page.t("deed-status"), page.commitment_status(c)),
        (page.t("commitments-hours"), c.hours.map(|h| page.number(&h)).unwrap_or_default()),
        (page.t("commitments-money"), c.money_ore.map(|m| page.money(&m)).unwrap_or_default()),
        (page.t("commitments-rooms"), c.rooms.clone()),
        (page.t("commitments-staff"), c.staff.clone()),
    ]);
    if !steps.is_empty() {
        paper.heading(3, page.t("commitments-milestones"));
        paper.list(steps.iter().map(|m| {
            let reached = m.reached_on.map(|day| format!(" – {}", page.t1("commitments-milestone-reached-on", "date", page.date(&day))));
            format!("{} ({}){}", m.what, page.t1("commitments-milestone-by", "date", page.date(&m.due_on)), reached.unwrap_or_default())
        }));
    }
    if !news.is_empty() {
        paper.heading(3, page.t("commitments-progress"));
    }
    for p in news {
        paper.strong(format!("{}, {}: {}", page.date_of(&p.at), p.person, page.t(crate::model::status_word(&p.status))));
        paper.text(&p.text);
    }
}

fn data(c: &Commitment, steps: &[Milestone], news: &[Progress]) -> serde_json::Value {
    json!({
        "id": c.id, "what": c.what, "source": c.source_kind.as_ref().map(|kind| json!({ "kind": kind, "id": c.source_id, "title": c.source_title })),
        "doer": c.doer, "organisation": c.organisation, "counterpart": c.counterpart, "due_on": c.due_on, "hours": c.hours, "money_ore": c.money_ore,
        "rooms": c.rooms, "staff": c.staff, "status": c.status.key(), "waiting_for": c.waiting_for, "created_at": c.created_at, "started_at": c.started_at,
        "done_at": c.done_at,
        "milestones": steps.iter().map(|m| json!({ "what": m.what, "due_on": m.due_on, "reached_on": m.reached_on })).collect::<Vec<_>>(),
        "news": news.iter().map(|p| json!({ "person": p.person, "status": p.status.key(), "text": p.text, "hours": p.hours, "money_ore": p.money_ore, "at": p.at })).collect::<Vec<_>>(),
    })
}
