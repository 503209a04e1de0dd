//! One written form of a row: a JSON array, the same whichever database it was read from.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value as Json;

use super::{Column, Kind};
use crate::clock::hex;
use crate::db::Value;

/// Why a line is not a row of its table.
#[derive(Debug, PartialEq, Eq)]
pub struct Faulty(pub String);

/// A row as one line: ids and bytes as hexadecimal text, times in UTC to the microsecond.
#[must_use]
pub fn line(row: &[Value]) -> String {
    let cells = row.iter().map(|value| match value {
        Value::Text(v) => Json::from(v.clone()),
        Value::Int(v) => Json::from(*v),
        Value::Bool(v) => Json::from(*v),
        Value::Uuid(v) => Json::from(v.map(|v| v.to_string())),
        Value::Time(v) => Json::from(v.map(|v| v.to_rfc3339_opts(SecondsFormat::Micros, true))),
        Value::Date(v) => Json::from(v.map(|v| v.to_string())),
        Value::Bytes(v) => Json::from(v.as_deref().map(hex)),
    });
    Json::Array(cells.collect()).to_string()
}

/// The row of a line.
///
/// # Errors
/// [`Faulty`] with what does not fit.
pub fn parse(line: &str, columns: &[Column]) -> Result<Vec<Value>, Faulty> {
    let cells: Vec<Json> = serde_json::from_str(line).map_err(|e| Faulty(e.to_string()))?;
    if cells.len() != columns.len() {
        return Err(Faulty(format!("{} values for {} columns", cells.len(), columns.len())));
    }
    cells.into_iter().zip(columns).map(|(cell, column)| value(cell, column.kind).ok_or_else(|| Faulty(format!("column {}", column.name)))).collect()
}

fn value(cell: Json, kind: Kind) -> Option<Value> {
    fn some<T>(cell: &Json, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
        match cell {
            Json::Null => Some(None),
            Json::String(text) => read(text).map(Some),
            _ => None,
        }
    }
    Some(match kind {
        Kind::Text => Value::Text(some(&cell, |t| Some(t.to_owned()))?),
        Kind::Int if cell.is_null() => Value::Int(None),
        Kind::Int => Value::Int(Some(cell.as_i64()?)),
        Kind::Bool if cell.is_null() => Value::Bool(None),
        Kind::Bool => Value::Bool(Some(cell.as_bool()?)),
        Kind::Uuid => Value::Uuid(some(&cell, |t| t.parse().ok())?),
        Kind::Time => Value::Time(some(&cell, |t| DateTime::parse_from_rfc3339(t).ok().map(|t| t.with_timezone(&Utc)))?),
        Kind::Date => Value::Date(some(&cell, |t| t.parse::<NaiveDate>().ok())?),
        Kind::Bytes => Value::Bytes(some(&cell, bytes)?),
    })
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn columns(kinds: &[Kind]) -> Vec<Column> {
        kinds.iter().enumerate().map(|(i, kind)| Column { name: format!("c{i}"), kind: *kind }).collect()
    }

    proptest! {
        #[test]
        fn a_row_comes_back_as_it_was(text in proptest::option::of(".*"), int in proptest::option::of(any::<i64>()), bool in any::<bool>(), id in any::<u128>(),
            micros in -60_000_000_000_000_000i64..200_000_000_000_000_000, days in -100_000i32..1_000_000, bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let row = vec![
                Value::Text(text), Value::Int(int), Value::Bool(Some(bool)), Value::Uuid(Some(Uuid::from_u128(id))),
                Value::Time(Utc.timestamp_micros(micros).single()), Value::Date(NaiveDate::from_num_days_from_ce_opt(days)), Value::Bytes(Some(bytes)),
                Value::Uuid(None), Value::Time(None), Value::Date(None), Value::Bytes(None), Value::Bool(None),
            ];
            let kinds = [Kind::Text, Kind::Int, Kind::Bool, Kind::Uuid, Kind::Time, Kind::Date, Kind::Bytes, Kind::Uuid, Kind::Time, Kind::Date, Kind::Bytes, Kind::Bool];
            let written = line(&row);
            prop_assert!(!written.contains('\n'));
            prop_assert_eq!(line(&parse(&written, &columns(&kinds)).unwrap()), written);
        }
    }

    #[test]
    fn what_is_not_a_row_is_refused_with_the_column() {
        let columns = columns(&[Kind::Uuid, Kind::Int]);
        assert_eq!(parse("[\"no\",1]", &columns).unwrap_err(), Faulty("column c0".to_owned()));
        assert_eq!(parse("[null,\"1\"]", &columns).unwrap_err(), Faulty("column c1".to_owned()));
        assert_eq!(parse("[null]", &columns).unwrap_err(), Faulty("1 values for 2 columns".to_owned()));
        assert!(parse("[null,1", &columns).is_err());
    }
}
