//! What became of it as a spreadsheet: a row for each thing that came of a recommendation, one for each recommendation of which
//! nothing came, and one for each thing that began at once.

use std::collections::BTreeMap;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use samskab_platform::commitment::{self, Carried};
use samskab_platform::csv_safe::Table;
use samskab_platform::db::Sql;
use samskab_platform::tool::list_of;
use samskab_platform::{App, Page, Result};
use uuid::Uuid;

use crate::at_once::{self, Origin};
use crate::at_once_store::Begun;
use crate::followup_store::{Deed, Followed};

const HEADS: [&str; 27] = [
    "followup-committee",
    "followup-origin",
    "submission-number",
    "followup-origin-title",
    "followup-sent",
    "submission-answer-by",
    "followup-answer",
    "recommendations-answer-reason",
    "followup-answered",
    "recommendations-decided-by",
    "recommendations-decided",
    "deed-what",
    "deed-who",
    "followup-with",
    "deed-when",
    "deed-status",
    "followup-started",
    "followup-days",
    "followup-hours",
    "followup-hours-used",
    "followup-money",
    "followup-money-used",
    "followup-rooms",
    "followup-staff",
    "followup-milestones-reached",
    "followup-milestones",
    "followup-milestone-next",
];
/// The cells of what somebody does.
const OF_DEED: usize = 16;

/// Everything the rows are made of.
pub(crate) struct Rows {
    pub(crate) recommendations: Vec<Followed>,
    pub(crate) deeds: Vec<Deed>,
    pub(crate) begun: Vec<Begun>,
}

fn day(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.with_timezone(&chrono_tz::Europe::Copenhagen).date_naive().to_string()).unwrap_or_default()
}

fn number(n: Option<i64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

/// An amount as a spreadsheet in Danish reads it: `1250,50`.
fn kroner(ore: i64) -> String {
    if ore % 100 == 0 { (ore / 100).to_string() } else { format!("{},{:02}", ore / 100, ore % 100) }
}

/// The cells of what somebody does.
fn cells(page: &Page, d: &Deed, days: Option<i64>, carried: &BTreeMap<Uuid, Carried>) -> [String; OF_DEED] {
    let c = carried.get(&d.id).copied().unwrap_or_default();
    let milestones = |n: i64| if c.milestones > 0 { n.to_string() } else { String::new() };
    [
        d.what.clone(),
        d.who().to_owned(),
        d.counterpart.clone(),
        d.due_on.to_string(),
        d.status(page).1,
        day(d.started_at),
        number(days),
        number(d.hours),
        c.hours.to_string(),
        d.money_ore.map(kroner).unwrap_or_default(),
        kroner(c.money_ore),
        d.rooms.clone(),
        d.staff.clone(),
        milestones(c.milestones_reached),
        milestones(c.milestones),
        c.next_milestone.map(|date| date.to_string()).unwrap_or_default(),
    ]
}

/// The file.
pub(crate) async fn write(sql: &mut Sql, app: &App, page: &Page, rows: &Rows, name: &str) -> Result<Response> {
    let ids = rows.deeds.iter().chain(rows.begun.iter().map(|b| &b.deed)).map(|d| d.id);
    let carried = commitment::carried(sql, &list_of(ids)).await?;
    let said = at_once::said(sql, app, &rows.begun).await?;
    let mut of: BTreeMap<Uuid, Vec<&Deed>> = BTreeMap::new();
    for d in &rows.deeds {
        of.entry(d.source_id.unwrap_or_default()).or_default().push(d);
    }
    let mut out = Table::for_spreadsheet();
    out.row(HEADS.map(|word| page.t(word)));
    for r in &rows.recommendations {
        let about = [
            r.space.clone(),
            page.t("recommendations-one"),
            r.number.to_string(),
            r.title.clone(),
            day(r.submitted_at),
            r.answer_by.map(|d| d.to_string()).unwrap_or_default(),
            page.t(r.word()),
            r.reason.clone().unwrap_or_default(),
            day(r.answered_at),
            r.body.clone().unwrap_or_default(),
            r.decided_on.map(|d| d.to_string()).unwrap_or_default(),
        ];
        match of.get(&r.id) {
            None => out.row(about.iter().cloned().chain(std::iter::repeat_n(String::new(), OF_DEED))),
            Some(deeds) => deeds.iter().for_each(|d| out.row(about.iter().cloned().chain(cells(page, d, None, &carried)))),
        }
    }
    for b in &rows.begun {
        let origin = page.t(Origin::of(b.source_kind.as_deref()).word());
        let title = b.source_title.clone().unwrap_or_default();
        let none = String::new;
        let about = [b.space.clone(), origin, none(), title, none(), none(), page.t("followup-at-once"), none(), none(), none(), none()];
        out.row(about.into_iter().chain(cells(page, &b.deed, b.days_to_start(&said), &carried)));
    }
    let name = format!("attachment; filename=\"{name}.csv\"");
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], out.finish()).into_response())
}

#[cfg(test)]
mod tests {
    use super::kroner;

    #[test]
    fn amounts_are_written_as_danish_spreadsheets_read_them() {
        assert_eq!([0, 500_000, 125_050, 99].map(kroner), ["0", "5000", "1250,50", "0,99"]);
    }
}
