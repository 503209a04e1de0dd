//! The files' SQL.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Page, Result, args, statements};
use uuid::Uuid;

macro_rules! columns {
    () => {
        "SELECT f.id, f.kind, f.title, f.alt, f.decorative, f.object_kind, f.object_id, f.sealed, f.version, f.changed_at, v.name, v.media_type, v.width, v.height,
            v.uploaded_by, p.name AS uploader, b.bytes
         FROM file f JOIN file_version v ON v.file_id = f.id AND v.version = f.version
         JOIN file_bytes b ON b.file_id = f.id AND b.version = f.version AND b.purpose = 'original'
         JOIN person p ON p.id = v.uploaded_by "
    };
}

statements! {
    OF_SPACE = concat!(columns!(), "WHERE f.space_id = $1 AND NOT f.sealed ORDER BY f.changed_at DESC, f.id DESC LIMIT $2 OFFSET $3");
    OF_OBJECT = concat!(columns!(), "WHERE f.object_id = $1 AND f.object_kind = $2 AND f.space_id = $3 ORDER BY f.created_at, f.id LIMIT 50");
    ONE = concat!(columns!(), "WHERE f.id = $1 AND f.space_id = $2");
    COUNT = "SELECT COUNT(*) FROM file WHERE space_id = $1";
    COUNT_OPEN = "SELECT COUNT(*) FROM file WHERE space_id = $1 AND NOT sealed";
    BELONGING = "SELECT f.id FROM file f WHERE f.object_id = $1 AND f.object_kind = $2 AND f.space_id = $3 ORDER BY f.id";
    SEAL = "UPDATE file SET sealed = $2 WHERE id = $1";
    VERSIONS = "SELECT v.version, v.name, v.uploaded_at, p.name AS uploader, b.bytes FROM file_version v
        JOIN file_bytes b ON b.file_id = v.file_id AND b.version = v.version AND b.purpose = 'original'
        JOIN person p ON p.id = v.uploaded_by WHERE v.file_id = $1 ORDER BY v.version DESC LIMIT 100";
    EVERY_VERSION = "SELECT f.id, f.title, f.object_kind, f.object_id, f.sealed, f.version AS latest, v.version, v.name, v.media_type, v.uploaded_at, b.storage_key, b.bytes
        FROM file f JOIN file_version v ON v.file_id = f.id JOIN file_bytes b ON b.file_id = f.id AND b.version = v.version AND b.purpose = 'original'
        WHERE f.space_id = $1 ORDER BY f.created_at, f.id, v.version";
    BYTES = "SELECT b.storage_key, b.media_type, b.bytes, v.name, f.object_kind, f.object_id, f.sealed FROM file_bytes b JOIN file f ON f.id = b.file_id
        JOIN file_version v ON v.file_id = b.file_id AND v.version = b.version
        WHERE b.file_id = $1 AND f.space_id = $2 AND b.purpose = $3 AND b.version = COALESCE($4, f.version)";
    INSERT = "INSERT INTO file (id, space_id, kind, title, alt, decorative, object_kind, object_id, sealed, version, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10)";
    INSERT_VERSION = "INSERT INTO file_version (file_id, version, name, media_type, width, height, uploaded_by, uploaded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    INSERT_BYTES = "INSERT INTO file_bytes (file_id, version, purpose, storage_key, media_type, bytes) VALUES ($1, $2, $3, $4, $5, $6)";
    NEXT_VERSION = "UPDATE file SET version = $2, kind = $3, changed_at = $4 WHERE id = $1";
    SET_TEXT = "UPDATE file SET title = $2, alt = $3, decorative = $4, changed_at = $5 WHERE id = $1";
    DELETE_BYTES = "DELETE FROM file_bytes WHERE file_id = $1";
    DELETE_VERSIONS = "DELETE FROM file_version WHERE file_id = $1";
    DELETE = "DELETE FROM file WHERE id = $1";
    LOOSE = "INSERT INTO file_loose (storage_key, due_at) VALUES ($1, $2) ON CONFLICT (storage_key) DO UPDATE SET
        due_at = CASE WHEN file_loose.due_at > excluded.due_at THEN file_loose.due_at ELSE excluded.due_at END";
    TIED = "DELETE FROM file_loose WHERE storage_key = $1";
    DUE = "SELECT storage_key FROM file_loose WHERE due_at <= $1 ORDER BY due_at LIMIT 20";
    TAKE_LOOSE = "DELETE FROM file_loose WHERE storage_key = $1 AND due_at <= $2";
    POINTED_AT = "SELECT COUNT(*) FROM file_bytes WHERE storage_key = $1";
    KEYS_OF = "SELECT DISTINCT storage_key FROM file_bytes WHERE file_id = $1";
}

/// Whether a file that is there points at this key.
///
/// # Errors
/// When the database fails.
pub async fn is_kept(sql: &mut Sql, key: &str) -> Result<bool> {
    Ok(sql.count(&POINTED_AT, args![key]).await? > 0)
}

/// A file in its latest version.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct File {
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) alt: String,
    pub(crate) decorative: bool,
    pub(crate) object_kind: Option<String>,
    pub(crate) object_id: Option<Uuid>,
    /// Not for everyone who sees the space: what it belongs to is closed.
    pub(crate) sealed: bool,
    pub(crate) version: i64,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) width: Option<i64>,
    pub(crate) height: Option<i64>,
    pub(crate) uploaded_by: Uuid,
    pub(crate) uploader: String,
    pub(crate) bytes: i64,
}

impl File {
    pub(crate) fn is_image(&self) -> bool {
        self.kind == "image"
    }

    /// The end of its name, in capitals: `PDF`.
    pub(crate) fn short_kind(&self) -> String {
        self.name.rsplit('.').next().unwrap_or("").to_uppercase()
    }

    /// Whether a browser shows it by itself.
    pub(crate) fn shows_itself(&self) -> bool {
        self.is_image() || self.media_type == "application/pdf"
    }

    /// `PDF · 340 kB · Karen Thorup · I går`.
    pub(crate) fn line(&self, page: &Page) -> String {
        let who = if self.uploader.is_empty() { page.t("somebody") } else { self.uploader.clone() };
        [self.short_kind(), size(page, &self.bytes), who, page.when(&self.changed_at)].join(" · ")
    }
}

/// `340 kB`, `1,2 MB`.
pub(crate) fn size(page: &Page, bytes: &i64) -> String {
    if *bytes < 1_000_000 {
        return page.t1("files-kb", "n", page.number(&((bytes + 999) / 1_000)));
    }
    let tenths = (bytes + 50_000) / 100_000;
    let sign = if page.lang == samskab_platform::words::Lang::Da { ',' } else { '.' };
    page.t1("files-mb", "n", if tenths % 10 == 0 { page.number(&(tenths / 10)) } else { format!("{}{sign}{}", page.number(&(tenths / 10)), tenths % 10) })
}

/// One version of a file.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Version {
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) uploaded_at: DateTime<Utc>,
    pub(crate) uploader: String,
    pub(crate) bytes: i64,
}

/// Where the bytes of a version lie.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Bytes {
    pub(crate) storage_key: String,
    pub(crate) media_type: String,
    pub(crate) bytes: i64,
    pub(crate) name: String,
    pub(crate) object_kind: Option<String>,
    pub(crate) object_id: Option<Uuid>,
    pub(crate) sealed: bool,
}

/// What a file belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Of<'a> {
    pub(crate) kind: &'a str,
    pub(crate) id: Uuid,
    /// Whether that is closed.
    pub(crate) sealed: bool,
}

/// A new file.
pub(crate) struct NewFile<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) kind: &'static str,
    pub(crate) title: &'a str,
    pub(crate) alt: &'a str,
    pub(crate) decorative: bool,
    pub(crate) of: Option<Of<'a>>,
    pub(crate) at: DateTime<Utc>,
}

/// A new version of a file; `parts` are purpose, key, media type and number of bytes.
pub(crate) struct NewVersion<'a> {
    pub(crate) file: Uuid,
    pub(crate) version: i64,
    pub(crate) name: &'a str,
    pub(crate) media_type: &'a str,
    pub(crate) size: Option<(i64, i64)>,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) parts: &'a [(&'static str, String, &'static str, i64)],
}

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid, limit: i64, offset: i64) -> Result<Vec<File>> {
    sql.all(&OF_SPACE, args![space, limit, offset]).await
}

pub(crate) async fn of_object(sql: &mut Sql, space: Uuid, kind: &str, id: Uuid) -> Result<Vec<File>> {
    sql.all(&OF_OBJECT, args![id, kind, space]).await
}

pub(crate) async fn count(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT, args![space]).await
}

/// How many of them are for everyone who sees the space.
pub(crate) async fn count_open(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT_OPEN, args![space]).await
}

/// The ids of what belongs to something.
pub(crate) async fn belonging(sql: &mut Sql, space: Uuid, kind: &str, id: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&BELONGING, args![id, kind, space]).await?.into_iter().map(|f| f.0).collect())
}

pub(crate) async fn seal(sql: &mut Sql, id: Uuid, sealed: bool) -> Result<()> {
    sql.run(&SEAL, args![id, sealed]).await.map(|_| ())
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<File> {
    sql.one(&ONE, args![id, space]).await
}

pub(crate) async fn versions(sql: &mut Sql, id: Uuid) -> Result<Vec<Version>> {
    sql.all(&VERSIONS, args![id]).await
}

/// A version of a file, and where its bytes lie.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Everything {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) object_kind: Option<String>,
    pub(crate) object_id: Option<Uuid>,
    pub(crate) sealed: bool,
    pub(crate) latest: i64,
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) uploaded_at: DateTime<Utc>,
    pub(crate) storage_key: String,
    pub(crate) bytes: i64,
}

/// Every version of every file of a space.
pub(crate) async fn every_version(sql: &mut Sql, space: Uuid) -> Result<Vec<Everything>> {
    sql.all(&EVERY_VERSION, args![space]).await
}

/// Where the bytes lie; without a version: the latest.
pub(crate) async fn bytes(sql: &mut Sql, space: Uuid, id: Uuid, purpose: &str, version: Option<i64>) -> Result<Bytes> {
    sql.one(&BYTES, args![id, space, purpose, version]).await
}

pub(crate) async fn insert(sql: &mut Sql, new: &NewFile<'_>) -> Result<()> {
    let (object_kind, object_id) = new.of.map(|of| (of.kind, of.id)).unzip();
    let sealed = new.of.is_some_and(|of| of.sealed);
    let args = args![new.id, new.space, new.kind, new.title, new.alt, new.decorative, object_kind, object_id, sealed, new.at];
    sql.run(&INSERT, args).await.map(|_| ())
}

pub(crate) async fn insert_version(sql: &mut Sql, new: &NewVersion<'_>) -> Result<()> {
    let (width, height) = new.size.unzip();
    sql.run(&INSERT_VERSION, args![new.file, new.version, new.name, new.media_type, width, height, new.by, new.at]).await?;
    for (purpose, key, media_type, bytes) in new.parts {
        sql.run(&INSERT_BYTES, args![new.file, new.version, *purpose, key, *media_type, *bytes]).await?;
    }
    Ok(())
}

pub(crate) async fn next_version(sql: &mut Sql, id: Uuid, version: i64, kind: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&NEXT_VERSION, args![id, version, kind, at]).await.map(|_| ())
}

pub(crate) async fn set_text(sql: &mut Sql, id: Uuid, title: &str, alt: &str, decorative: bool, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_TEXT, args![id, title, alt, decorative, at]).await.map(|_| ())
}

/// Takes a file and all its versions out; its bytes are looked at from `due` on.
pub(crate) async fn delete(sql: &mut Sql, id: Uuid, due: DateTime<Utc>) -> Result<()> {
    for (key,) in sql.all::<(String,)>(&KEYS_OF, args![id]).await? {
        loose(sql, &key, due).await?;
    }
    sql.run(&DELETE_BYTES, args![id]).await?;
    sql.run(&DELETE_VERSIONS, args![id]).await?;
    sql.run(&DELETE, args![id]).await.map(|_| ())
}

/// Notes that perhaps nothing points at a key: it is looked at from `due` on.
pub(crate) async fn loose(sql: &mut Sql, key: &str, due: DateTime<Utc>) -> Result<()> {
    sql.run(&LOOSE, args![key, due]).await.map(|_| ())
}

/// Takes a key off the list because something is about to point at it; false when the sweep was there first, and the bytes
/// may be gone.
pub(crate) async fn tie(sql: &mut Sql, key: &str) -> Result<bool> {
    Ok(sql.run(&TIED, args![key]).await? > 0)
}

/// The keys to look at now.
pub(crate) async fn due(sql: &mut Sql, now: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(sql.all::<(String,)>(&DUE, args![now]).await?.into_iter().map(|r| r.0).collect())
}

/// Takes a loose key off the list, and says whether its bytes can go: false where another node was first, where somebody
/// sends the same bytes just now, or where something points at them.
pub(crate) async fn take_loose(sql: &mut Sql, key: &str, now: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&TAKE_LOOSE, args![key, now]).await? > 0 && sql.count(&POINTED_AT, args![key]).await? == 0)
}
