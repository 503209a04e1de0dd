//! What of the everyday can be searched for, and what is kept for good: the house rules, contacts for everybody, how many came.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::rich_text;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::rules_pages;
use crate::{house_store, store};

/// How many came is kept so many days back.
const DAYS: i64 = 3_660;

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let under = |path: &str| format!("/forloeb/{}/dagen/{path}", space.slug);
    let rules = house_store::rules(sql, space.id).await?.into_iter().take(1);
    let mut all: Vec<Document> = rules
        .map(|r| Document { kind: "house-rules", id: r.id, title: "Husregler".to_owned(), text: rich_text::plain(&r.text), href: under("regler") })
        .collect();
    let contacts = house_store::contacts(sql, space.id).await?.into_iter().filter(|c| c.is_open);
    all.extend(contacts.map(|c| Document {
        kind: "house-contact",
        id: c.id,
        title: c.matter,
        text: format!("{}\n{}", c.who, c.note),
        href: under("kontakter"),
    }));
    Ok(all)
}

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let mut all = vec![];
    if let Some(rules) = house_store::rules(sql, view.space.id).await?.first() {
        let data = json!({ "number": rules.number, "text": rules.text, "written_at": rules.written_at });
        all.push(Record::paper("record-house-rules", rules.written_at, rules_pages::sheet(page, &view.space.title, rules), data).about(rules.id));
    }
    let today = page.today();
    let days = store::days(sql, view.space.id, today - Duration::days(DAYS), today).await?;
    if !days.is_empty() {
        let mut months: BTreeMap<(i32, u32), (i64, i64)> = BTreeMap::new();
        for d in &days {
            let (heads, open) = months.entry((d.day.year(), d.day.month())).or_default();
            *heads += d.all();
            *open += i64::from(d.all() > 0);
        }
        let mut paper = Paper::new(page.t("record-house-visits"), view.space.title.clone());
        let rows = months
            .iter()
            .map(|((year, month), (heads, open))| vec![format!("{} {year}", page.t(&format!("month-{month}"))), page.number(heads), page.number(open)]);
        paper.table(&[(page.t("daily-month"), 4), (page.t("daily-heads-head"), 2), (page.t("daily-days-head"), 2)], rows.collect());
        let data =
            json!({ "days": days.iter().map(|d| json!({ "day": d.day, "kiosk": d.kiosk, "clicked": d.clicked, "paper": d.paper })).collect::<Vec<_>>() });
        all.push(Record::paper("record-house-visits", page.now, paper, data));
    }
    Ok(all)
}
