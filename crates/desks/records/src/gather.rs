//! What goes into an archive, with the place of each file in it. Gathering reads the database and nothing else: it is quick, and the
//! page that offers the archive shows the same list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::record::{Content, Record};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::names::Taken;
use crate::store;

/// A space in an archive.
pub(crate) struct Part {
    /// The folder it lies in, with a slash at its end; empty: the archive itself.
    pub(crate) folder: String,
    pub(crate) view: SpaceView,
    /// The journal's last entry that comes along.
    pub(crate) entries: i64,
    pub(crate) hash: Vec<u8>,
    pub(crate) kept: Vec<Kept>,
    pub(crate) left_out: Vec<Record>,
    /// The kinds of records, in the order of the tools.
    pub(crate) kinds: Vec<&'static str>,
}

/// A record and the files it becomes.
pub(crate) struct Kept {
    pub(crate) record: Record,
    pub(crate) date: NaiveDate,
    /// Where the document lies; missing: there is only data.
    pub(crate) document: Option<String>,
    /// Where the data lie; missing: it is a file.
    pub(crate) data: Option<String>,
}

impl Kept {
    pub(crate) fn is_closed(&self) -> bool {
        !self.record.closed.is_empty()
    }
}

/// Everything of one space, in a folder of the archive. A space that has others under it is gathered by calling this for each of
/// them with a folder of its own (`arbejdsgrupper/NAVN/`), and putting the parts into the same archive.
///
/// # Errors
/// When the database fails.
pub(crate) async fn space(sql: &mut Sql, view: &SpaceView, page: &Page, folder: &str) -> Result<Part> {
    let mut records = vec![];
    for tool in &view.tools {
        records.extend((tool.records)(sql, view, page).await?);
    }
    close(&mut records);
    let mut kinds: Vec<&'static str> = vec![];
    for record in &records {
        if !kinds.contains(&record.kind) {
            kinds.push(record.kind);
        }
    }
    records.sort_by(|a, b| (a.at, a.kind).cmp(&(b.at, b.kind)));
    let (left_out, records): (Vec<Record>, Vec<Record>) = records.into_iter().partition(|r| matches!(r.content, Content::LeftOut(_)));
    let mut taken = Taken::default();
    let kept = records.into_iter().map(|r| place(r, folder, &mut taken)).collect();
    let entries = view.space.journal_seq;
    let hash = store::hash(sql, view.space.id, entries).await?.unwrap_or_else(|| samskab_platform::journal::first_hash(view.space.id));
    Ok(Part { folder: folder.to_owned(), view: view.clone(), entries, hash, kept, left_out, kinds })
}

/// Whatever belongs to something closed is closed too, for the same reason.
fn close(records: &mut [Record]) {
    let closed: BTreeMap<Uuid, String> = records.iter().flat_map(|r| r.closes.iter().map(|id| (*id, r.closed.clone()))).collect();
    for record in records.iter_mut().filter(|r| r.closed.is_empty()) {
        if let Some(why) = record.about.and_then(|id| closed.get(&id)) {
            record.closed.clone_from(why);
        }
    }
}

fn place(record: Record, folder: &str, taken: &mut Taken) -> Kept {
    let date = record.at.with_timezone(&Copenhagen).date_naive();
    let folder = if record.closed.is_empty() { folder.to_owned() } else { format!("{folder}lukket/") };
    let stem = format!("{date} {}", record.title);
    let (document, data) = match &record.content {
        Content::Paper { .. } | Content::Kept { .. } => {
            (Some(taken.free(&format!("{folder}dokumenter/"), &stem, "pdf")), Some(taken.free(&format!("{folder}data/"), &stem, "json")))
        }
        Content::Data(_) => (None, Some(taken.free(&format!("{folder}data/"), &stem, "json"))),
        Content::File(file) => {
            let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
            (Some(taken.free(&format!("{folder}filer/"), stem, ending)), None)
        }
        Content::LeftOut(_) => (None, None),
    };
    Kept { record, date, document, data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;
    use samskab_platform::record::Paper;

    fn record(title: &str, about: Option<Uuid>, closed: &str, closes: &[Uuid]) -> Record {
        let at = Utc.with_ymd_and_hms(2026, 3, 14, 23, 30, 0).single().unwrap_or_default();
        let paper = Record::paper("record-minutes", at, Paper::new(title, ""), serde_json::Value::Null);
        Record { about, closed: closed.to_owned(), closes: closes.to_vec(), ..paper }
    }

    #[test]
    fn a_document_is_named_by_its_day_in_denmark_and_its_title() {
        let kept = place(record("Møde 2 – referat", None, "", &[]), "", &mut Taken::default());
        assert_eq!(kept.document.as_deref(), Some("dokumenter/2026-03-15 Møde 2 – referat.pdf"));
        assert_eq!(kept.data.as_deref(), Some("data/2026-03-15 Møde 2 – referat.json"));
        let group = place(record("Referat", None, "fortroligt", &[]), "arbejdsgrupper/bus/", &mut Taken::default());
        assert_eq!(group.document.as_deref(), Some("arbejdsgrupper/bus/lukket/dokumenter/2026-03-15 Referat.pdf"));
    }

    #[test]
    fn what_belongs_to_something_closed_is_closed_with_it() {
        let (item, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut all = vec![record("bilag", Some(item), "", &[]), record("kort", Some(other), "", &[]), record("punkt", None, "private forhold", &[item])];
        close(&mut all);
        assert_eq!(all.iter().map(|r| r.closed.as_str()).collect::<Vec<_>>(), ["private forhold", "", "private forhold"]);
    }

    proptest! {
        #[test]
        fn everything_closed_lies_under_lukket_and_nothing_else_does(records in proptest::collection::vec(("(lukket/|\\.\\./|\\PC){0,12}", any::<bool>()), 0..12)) {
            let mut taken = Taken::default();
            for (title, closed) in records {
                let kept = place(record(&title, None, if closed { "grund" } else { "" }, &[]), "", &mut taken);
                for path in [kept.document, kept.data].into_iter().flatten() {
                    prop_assert_eq!(path.starts_with("lukket/"), closed, "{}", path);
                    prop_assert_eq!(path.matches('/').count(), if closed { 2 } else { 1 }, "{}", path);
                }
            }
        }
    }
}
