//! What of the programme is kept for good: each activity with who carried it and every time it was held or not.

use chrono::DateTime;
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::{seen, store};

/// More activities than any house has.
const ACTIVITIES: i64 = 5_000;

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let mut out = vec![];
    for a in store::all(sql, view.space.id, ACTIVITIES).await? {
        let times = store::of_activity(sql, a.id, DateTime::UNIX_EPOCH, 2_000).await?;
        let places = store::places_of(sql, a.id, DateTime::UNIX_EPOCH).await?;
        let mut paper = Paper::new(&a.title, &view.space.title);
        paper.facts([
            (page.t("programme-carrier"), a.carrier.clone()),
            (page.t("programme-group"), a.group_name.clone()),
            (page.t("programme-signup"), page.t(&format!("programme-signup-{}-long", a.signup.key()))),
        ]);
        paper.text(&a.text);
        paper.heading(2, page.t("programme-record-times"));
        let state = |o: &store::Occurrence| match seen::tag(page, o, 0) {
            _ if o.is_planned() && !o.moved => String::new(),
            Some((_, words)) if o.reason.is_empty() => words,
            Some((_, words)) => format!("{words}: {}", seen::reason(page, &o.reason)),
            None => String::new(),
        };
        let rows = times.iter().map(|o| vec![seen::when(page, &o.span()), seen::places(places.get(&o.id)), state(o)]).collect();
        let columns = [(page.t("programme-when-label"), 5), (page.t("programme-where"), 3), (page.t("programme-record-state"), 3)];
        paper.table(&columns, rows);
        let all: Vec<_> = times
            .iter()
            .map(|o| json!({ "starts_at": o.starts_at, "ends_at": o.ends_at, "state": o.state.key(), "moved": o.moved, "reason": o.reason, "place": seen::places(places.get(&o.id)) }))
            .collect();
        let at = times.iter().map(|o| o.changed_at).max().unwrap_or(page.now);
        let data = json!({ "title": a.title, "text": a.text, "carrier": a.carrier, "group": a.group_name, "signup": a.signup.key(), "capacity": a.capacity, "times": all });
        out.push(Record::paper("record-activity", at, paper, data).about(a.id));
    }
    Ok(out)
}
