//! What the journal says of archives.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    LAST = "SELECT j.at, COALESCE(k.name, p.name) AS who, j.payload FROM journal j LEFT JOIN person p ON p.id = j.actor_id LEFT JOIN person k ON k.id = p.merged_into
        WHERE j.space_id = $1 AND j.verb = $2 ORDER BY j.seq DESC LIMIT 1";
    HEAD = "SELECT hash FROM journal WHERE space_id = $1 AND seq = $2";
}

/// An entry about an archive: when, who, what it holds.
pub(crate) type Last = (DateTime<Utc>, Option<String>, Option<String>);

/// The latest entry of this verb.
pub(crate) async fn last(sql: &mut Sql, space: Uuid, verb: &str) -> Result<Option<Last>> {
    sql.maybe(&LAST, args![space, verb]).await
}

/// The hash of an entry; missing: there is no such entry.
pub(crate) async fn hash(sql: &mut Sql, space: Uuid, seq: i64) -> Result<Option<Vec<u8>>> {
    Ok(sql.maybe::<(Vec<u8>,)>(&HEAD, args![space, seq]).await?.map(|(hash,)| hash))
}
