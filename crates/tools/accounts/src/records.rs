//! What of the accounts is kept for good: each year's budget against its accounts, by account. Single entries may name people and stay in the
//! book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;
use uuid::Uuid;

use crate::model::Against;
use crate::pages::first_of;
use crate::store;

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let space = view.space.id;
    let Some(first) = store::first_day(sql, space).await? else { return Ok(vec![]) };
    let accounts = store::accounts(sql, space).await?;
    let closed: BTreeSet<i32> = store::months(sql, space).await?.iter().filter(|m| m.month.month() == 12).map(|m| m.month.year()).collect();
    let mut out = vec![];
    for year in first.year()..=page.today().year() {
        let sums: BTreeMap<Uuid, i64> = store::sums(sql, space, first_of(year), first_of(year + 1)).await?.into_iter().collect();
        let planned: BTreeMap<Uuid, i64> = store::budget(sql, space, i64::from(year)).await?.into_iter().collect();
        let of = |map: &BTreeMap<Uuid, i64>, id: Uuid| map.get(&id).copied().unwrap_or(0);
        let lines: Vec<_> = accounts.iter().map(|a| (a, Against::of(a.income, of(&planned, a.id), of(&sums, a.id)))).collect();
        let mut paper = Paper::new(page.t1("accounts-year", "year", year.to_string()), view.space.title.clone());
        paper.text(&page.t("accounts-budget-defined"));
        if !closed.contains(&year) {
            paper.strong(page.t("accounts-year-open"));
        }
        let columns = [(page.t("accounts-account"), 5), (page.t("accounts-budget"), 3), (page.t("accounts-actual"), 3)];
        paper.table(&columns, lines.iter().map(|(a, l)| vec![format!("{} {}", a.number, a.name), page.money(&l.budget), page.money(&l.actual)]).collect());
        let balance = store::balance(sql, space, first_of(year + 1)).await?;
        paper.facts([(page.t("accounts-balance"), page.money(&balance))]);
        let rows: Vec<_> = lines
            .iter()
            .map(|(a, l)| json!({ "number": a.number, "name": a.name, "income": a.income, "budget_ore": l.budget, "actual_ore": l.actual }))
            .collect();
        let data = json!({ "year": year, "accounts": rows, "balance_ore": balance, "closed": closed.contains(&year) });
        let at = first_of(year + 1).and_hms_opt(11, 0, 0).map_or(page.now, |t| t.and_utc()).min(page.now);
        out.push(Record::paper("record-accounts", at, paper, data));
    }
    Ok(out)
}
