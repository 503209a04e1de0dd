//! What of the team is kept for good: who is on it, as everyone who sees the space sees it.

use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::space::{self, TeamMember};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::pages::about;

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let team = space::team(sql, view.space.id).await?;
    if team.is_empty() {
        return Ok(vec![]);
    }
    let at = team.iter().map(|m| m.since).max().unwrap_or(view.space.created_at);
    let role = |m: &TeamMember| view.role_name(&page.lang, &m.role).to_owned();
    let mut paper = Paper::new(page.t("team-title"), view.space.title.clone());
    paper.text(&page.t("record-team-lead"));
    let rows = team.iter().map(|m| vec![m.name.clone(), role(m), about(m), page.date_of(&m.since)]).collect();
    paper.table(&[(page.t("record-name"), 4), (page.t("record-role"), 3), (page.t("record-about"), 4), (page.t("record-since"), 3)], rows);
    let data: Vec<_> = team
        .iter()
        .map(|m| json!({ "name": m.name, "role": m.role.key(), "role_name": role(m), "title": m.title, "organisation": m.organisation, "since": m.since }))
        .collect();
    Ok(vec![Record::paper("record-team", at, paper, json!({ "members": data }))])
}
