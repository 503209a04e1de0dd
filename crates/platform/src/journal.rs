//! The journal: what was done, by whom, in which space — append-only, a hash chain for each space.
//!
//! An entry's hash is SHA-256 over the hash before it and the entry's own fields; of the payload it covers a salted
//! digest only, so that a payload can be erased (payload and salt set to NULL) and the chain still holds.

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::Sql;
use crate::error::Result;
use crate::hold::{self, Held};
use crate::{args, statements};

/// An entry as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Entry {
    pub space_id: Uuid,
    pub seq: i64,
    pub verb: String,
    pub actor_id: Option<Uuid>,
    pub object_kind: String,
    pub object_id: Uuid,
    pub at: DateTime<Utc>,
    pub payload: Option<String>,
    pub salt: Option<Vec<u8>>,
    pub payload_digest: Vec<u8>,
    pub hash: Vec<u8>,
}

/// An entry with what a feed shows of it.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct FeedEntry {
    pub verb: String,
    pub actor: Option<String>,
    pub object_kind: String,
    pub object_id: Uuid,
    pub at: DateTime<Utc>,
    pub payload: Option<String>,
    pub space_slug: String,
    pub space_title: String,
    /// Who helped the actor, if somebody did.
    #[sqlx(skip)]
    pub helper: Option<String>,
}

statements! {
    // Taking the number also locks the space's chain until the act commits.
    NEXT = "UPDATE space SET journal_seq = journal_seq + 1 WHERE id = $1 RETURNING journal_seq, journal_hash";
    SET_HASH = "UPDATE space SET journal_hash = $2 WHERE id = $1";
    INSERT = "INSERT INTO journal (space_id, seq, verb, actor_id, object_kind, object_id, at, payload, salt, payload_digest, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    CHAIN = "SELECT space_id, seq, verb, actor_id, object_kind, object_id, at, payload, salt, payload_digest, hash FROM journal
        WHERE space_id = $1 AND seq > $2 ORDER BY seq LIMIT 1000";
    NAMED = "SELECT j.space_id, j.seq, j.verb, j.actor_id, j.object_kind, j.object_id, j.at, j.payload, j.salt, j.payload_digest, j.hash,
        COALESCE(k.name, p.name) AS actor FROM journal j LEFT JOIN person p ON p.id = j.actor_id LEFT JOIN person k ON k.id = p.merged_into
        WHERE j.space_id = $1 AND j.seq > $2 ORDER BY j.seq LIMIT 1000";
    SPACES = "SELECT id, slug FROM space ORDER BY id";
    HASH = "SELECT hash FROM journal WHERE space_id = $1 AND seq = $2";
    HEAD = "SELECT journal_seq, journal_hash FROM space WHERE id = $1";
    OF_SPACE = "SELECT j.verb, COALESCE(k.name, p.name) AS actor, j.object_kind, j.object_id, j.at, j.payload, s.slug AS space_slug, s.title AS space_title
        FROM journal j JOIN space s ON s.id = j.space_id LEFT JOIN person p ON p.id = j.actor_id LEFT JOIN person k ON k.id = p.merged_into
        WHERE j.space_id = $1 AND j.seq < $2 ORDER BY j.seq DESC LIMIT $3";
    // CROSS JOIN keeps SQLite from going through every public space and sorting all of their entries.
    PUBLIC_LATEST = "SELECT j.verb, COALESCE(k.name, p.name) AS actor, j.object_kind, j.object_id, j.at, j.payload, s.slug AS space_slug, s.title AS space_title
        FROM journal j CROSS JOIN space s LEFT JOIN person p ON p.id = j.actor_id LEFT JOIN person k ON k.id = p.merged_into
        WHERE s.id = j.space_id AND s.visibility = 'public' AND s.parent_id IS NOT NULL ORDER BY j.at DESC, j.space_id DESC, j.seq DESC LIMIT $1";
    WITHHOLD = "UPDATE journal SET payload = NULL, salt = NULL WHERE object_id = $1 AND space_id = $2";
    NAME = "SELECT COALESCE(k.name, p.name) FROM person p LEFT JOIN person k ON k.id = p.merged_into WHERE p.id = $1";
    OBJECT_IN_SPACE = "SELECT object_kind, payload FROM journal WHERE object_id = $1 AND space_id = $2 ORDER BY seq DESC LIMIT 1";
}

/// The hash a space's chain starts from.
#[must_use]
pub fn first_hash(space: Uuid) -> Vec<u8> {
    Sha256::digest(space.as_bytes()).to_vec()
}

/// The salted digest of a payload.
#[must_use]
pub fn payload_digest(salt: &[u8], payload: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(payload.as_bytes()).finalize().to_vec()
}

/// The hash of an entry, given the one before it. Every field is written with its length, so that no two entries read alike.
#[must_use]
pub fn entry_hash(before: &[u8], entry: &Entry) -> Vec<u8> {
    let mut hasher = Sha256::new();
    let actor = entry.actor_id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
    let seq = entry.seq.to_be_bytes();
    let at = entry.at.timestamp_micros().to_be_bytes();
    for field in [
        before,
        entry.space_id.as_bytes(),
        &seq,
        entry.verb.as_bytes(),
        &actor,
        entry.object_kind.as_bytes(),
        entry.object_id.as_bytes(),
        &at,
        &entry.payload_digest,
    ] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    hasher.finalize().to_vec()
}

/// What an act wants written.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) verb: &'static str,
    pub(crate) actor: Option<Uuid>,
    pub(crate) object_kind: &'static str,
    pub(crate) object_id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) payload: String,
    pub(crate) salt: [u8; 16],
}

/// Appends to a space's chain, inside the act's transaction.
pub(crate) async fn append(sql: &mut Sql, space: Uuid, draft: Draft) -> Result<i64> {
    let (seq, before): (i64, Vec<u8>) = sql.one(&NEXT, args![space]).await?;
    let mut entry = Entry {
        space_id: space,
        seq,
        verb: draft.verb.to_owned(),
        actor_id: draft.actor,
        object_kind: draft.object_kind.to_owned(),
        object_id: draft.object_id,
        at: draft.at,
        payload_digest: payload_digest(&draft.salt, &draft.payload),
        payload: Some(draft.payload),
        salt: Some(draft.salt.to_vec()),
        hash: vec![],
    };
    entry.hash = entry_hash(&before, &entry);
    sql.run(&SET_HASH, args![space, entry.hash.clone()]).await?;
    sql.run(
        &INSERT,
        args![
            space,
            seq,
            entry.verb,
            entry.actor_id,
            entry.object_kind,
            entry.object_id,
            entry.at,
            entry.payload,
            entry.salt,
            entry.payload_digest,
            entry.hash
        ],
    )
    .await?;
    Ok(seq)
}

/// What is wrong with a chain.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The space's name in addresses.
    pub space: String,
    /// The entry.
    pub seq: i64,
    /// In words.
    pub what: &'static str,
}

/// What a check found.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct Report {
    pub spaces: usize,
    pub entries: usize,
    pub erased: usize,
    pub faults: Vec<Fault>,
}

/// Checks every chain from its first entry to the head the space remembers.
///
/// # Errors
/// When the database cannot be read; a broken chain is not an error but a fault in the report.
pub async fn verify(sql: &mut Sql) -> Result<Report> {
    verify_last(sql, i64::MAX).await
}

/// Checks the last entries of every chain, so many of each, and that it ends where the space remembers.
///
/// # Errors
/// As [`verify`].
pub async fn verify_last(sql: &mut Sql, entries: i64) -> Result<Report> {
    let mut report = Report::default();
    let spaces: Vec<(Uuid, String)> = sql.all(&SPACES, args![]).await?;
    for (space, slug) in spaces {
        report.spaces += 1;
        let mut looked_at = 0;
        let (head_seq, _): (i64, Vec<u8>) = sql.one(&HEAD, args![space]).await?;
        let mut seq = head_seq.saturating_sub(entries).max(0);
        let mut before = match sql.maybe::<(Vec<u8>,)>(&HASH, args![space, seq]).await? {
            Some((hash,)) => hash,
            None => {
                seq = 0;
                first_hash(space)
            }
        };
        let mut fault = |seq, what| report.faults.push(Fault { space: slug.clone(), seq, what });
        'chain: loop {
            let page: Vec<Entry> = sql.all(&CHAIN, args![space, seq]).await?;
            if page.is_empty() {
                // The head is read after the chain: on a living database entries may have come meanwhile, and are read too.
                let (head_seq, head_hash): (i64, Vec<u8>) = sql.one(&HEAD, args![space]).await?;
                if head_seq > seq && head_seq > looked_at {
                    looked_at = head_seq;
                    continue;
                }
                if seq != head_seq {
                    fault(seq + 1, "the entry is missing");
                } else if before != head_hash {
                    fault(seq, "the space remembers another last hash");
                }
                break;
            }
            for entry in page {
                if entry.seq != seq + 1 {
                    fault(seq + 1, "the entry is missing");
                    break 'chain;
                }
                match (&entry.payload, &entry.salt) {
                    (Some(payload), Some(salt)) if payload_digest(salt, payload) != entry.payload_digest => {
                        fault(entry.seq, "the payload is not what was written");
                    }
                    (Some(_), Some(_)) => {}
                    (None, None) => report.erased += 1,
                    _ => fault(entry.seq, "the payload is half erased"),
                }
                if entry_hash(&before, &entry) != entry.hash {
                    fault(entry.seq, "the entry is not what was written");
                }
                report.entries += 1;
                (seq, before) = (entry.seq, entry.hash);
            }
        }
    }
    Ok(report)
}

/// An entry as it is stored, with the name of who acted and who helped.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Named {
    #[sqlx(flatten)]
    pub entry: Entry,
    pub actor: Option<String>,
    #[sqlx(skip)]
    pub helper: Option<String>,
}

/// The entries of a space after a number, the oldest first, at most a thousand.
///
/// # Errors
/// When the database fails.
pub async fn after(sql: &mut Sql, space: Uuid, seq: i64) -> Result<Vec<Named>> {
    let mut all: Vec<Named> = sql.all(&NAMED, args![space, seq]).await?;
    for named in &mut all {
        named.helper = helper(sql, named.entry.payload.as_deref()).await?;
    }
    Ok(all)
}

/// The latest entries of a space, before an entry number (for the next page), newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid, before: Option<i64>, limit: i64) -> Result<Vec<FeedEntry>> {
    let entries = sql.all(&OF_SPACE, args![space, before.unwrap_or(i64::MAX), limit]).await?;
    with_helpers(sql, entries).await
}

/// The payload's field that holds the id of who helped the actor. Names live with the person, not in the journal.
pub const ASSISTED_BY: &str = "assisted_by";

/// Finds the names of those who helped: few entries have one.
async fn with_helpers(sql: &mut Sql, mut entries: Vec<FeedEntry>) -> Result<Vec<FeedEntry>> {
    for entry in &mut entries {
        entry.helper = helper(sql, entry.payload.as_deref()).await?;
    }
    Ok(entries)
}

/// The name of who helped the actor of an entry with this payload, if somebody did.
///
/// # Errors
/// When the database fails.
pub async fn helper(sql: &mut Sql, payload: Option<&str>) -> Result<Option<String>> {
    let payload = payload.filter(|p| p.contains(ASSISTED_BY)).and_then(|p| serde_json::from_str::<serde_json::Value>(p).ok());
    match payload.and_then(|p| p.get(ASSISTED_BY)?.as_str()?.parse::<Uuid>().ok()) {
        Some(id) => Ok(sql.maybe::<(String,)>(&NAME, args![id]).await?.map(|(name,)| name)),
        None => Ok(None),
    }
}

/// The latest entries of all public spaces, newest first.
///
/// # Errors
/// When the database fails.
pub async fn public_latest(sql: &mut Sql, limit: i64) -> Result<Vec<FeedEntry>> {
    let entries = sql.all(&PUBLIC_LATEST, args![limit]).await?;
    with_helpers(sql, entries).await
}

/// Erases what a space's journal has said of something that is not for everyone any more: that it was done, when and by whom
/// stays, and the chain holds. Nothing is erased while a legal hold is on the space.
///
/// # Errors
/// When the database fails.
pub async fn withhold(sql: &mut Sql, space: Uuid, object: Uuid, today: NaiveDate) -> Result<()> {
    if hold::blocked(sql, Held::Space(space), today).await?.is_none() {
        sql.run(&WITHHOLD, args![object, space]).await?;
    }
    Ok(())
}

/// Kind and title of something that was written about in a space's journal: how one tool can point at another's object.
///
/// # Errors
/// [`crate::Error::NotFound`] where the space's journal does not know it.
pub async fn object(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<(String, String)> {
    let (kind, payload): (String, Option<String>) = sql.one(&OBJECT_IN_SPACE, args![id, space]).await?;
    let title = payload
        .and_then(|p| serde_json::from_str::<serde_json::Value>(&p).ok())
        .and_then(|p| p.get("title").and_then(|t| t.as_str()).map(str::to_owned))
        .unwrap_or_default();
    Ok((kind, title))
}

/// What a payload may say in a sealed space: ids, figures, and the fixed words of the program; never a text somebody wrote.
pub(crate) fn without_words(payload: serde_json::Value) -> serde_json::Value {
    const FIXED: [&str; 8] = ["level", "named", "outcome", "recipe", "role", "stage", "status", "visibility"];
    let serde_json::Value::Object(fields) = payload else { return serde_json::json!({}) };
    let kept = |name: &str, value: serde_json::Value| match value {
        serde_json::Value::String(text) if FIXED.contains(&name) || text.parse::<uuid::Uuid>().is_ok() => text.into(),
        serde_json::Value::Number(_) | serde_json::Value::Bool(_) => value,
        // A line of the feed is said with an empty word rather than with a gap.
        _ => "".into(),
    };
    serde_json::Value::Object(
        fields
            .into_iter()
            .map(|(name, value)| {
                let value = kept(&name, value);
                (name, value)
            })
            .collect(),
    )
}
