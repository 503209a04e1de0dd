//! Sealed text: what is written in a sealed space is encrypted under a key of that space alone ([`SpaceKey`]), which is kept wrapped
//! under a master key outside the database ([`Keyring`]). To close such a space for good is to destroy its key ([`destroy`]).
//!
//! A sealed value knows its [`Place`] and opens in no other. It is in no journal, no search index and no mail; a backup holds it, but
//! not the key. See docs/decisions/0027.

mod master;
mod text;

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::access::Visibility;
use crate::act::Act;
use crate::app::App;
use crate::clock;
use crate::db::{Database, Sql};
use crate::error::{Error, Result};
use crate::hold::{self, Held};
use crate::{args, space, statements};

pub use master::{CREDENTIAL, Keyring, Master, new_file};
pub use text::{Place, Plain};

/// The table of keys; it travels in no backup.
pub const KEY_TABLE: &str = "space_key";

/// How long to wait before the traces of a destroyed key are looked for again, where somebody was reading.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(20);

statements! {
    INSERT = "INSERT INTO space_key (space_id, wrapped, master, made_at) VALUES ($1, $2, $3, $4)";
    PUT_BACK = "INSERT INTO space_key (space_id, wrapped, master, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    // What a space whose key was destroyed was called is gone, also in a backup: its key does not come back.
    IS_LIVING = "SELECT COUNT(*) FROM space_words WHERE space_id = $1";
    FORGET_WORDS = "DELETE FROM space_words WHERE space_id = $1";
    ONE = "SELECT wrapped, master, destroyed_at FROM space_key WHERE space_id = $1";
    DESTROY = "UPDATE space_key SET wrapped = NULL, destroyed_at = $2 WHERE space_id = $1 AND wrapped IS NOT NULL";
    LIVING = "SELECT COUNT(*) FROM space_key WHERE wrapped IS NOT NULL";
    DESTROYED = "SELECT COUNT(*) FROM space_key WHERE destroyed_at IS NOT NULL";
    WRAPPED = "SELECT k.space_id, s.slug, k.wrapped, k.master, k.made_at FROM space_key k JOIN space s ON s.id = k.space_id
        WHERE k.wrapped IS NOT NULL ORDER BY k.space_id";
    REWRAP = "UPDATE space_key SET wrapped = $2, master = $3 WHERE space_id = $1 AND wrapped IS NOT NULL";
    WORDS = "SELECT w.name, w.summary FROM space_words w JOIN space_key k ON k.space_id = w.space_id WHERE w.space_id = $1 AND k.wrapped IS NOT NULL";
    SET_WORDS = "INSERT INTO space_words (space_id, name, summary) VALUES ($1, $2, $3)
        ON CONFLICT (space_id) DO UPDATE SET name = excluded.name, summary = excluded.summary";
}

/// A key as it is stored: wrapped, under which master, when it was destroyed.
type Stored = (Option<Vec<u8>>, String, Option<DateTime<Utc>>);

/// The key of one sealed space. It shows itself to nobody, and its memory is overwritten after.
pub struct SpaceKey {
    space: Uuid,
    key: text::Key,
}

impl SpaceKey {
    /// Whose key it is.
    #[must_use]
    pub fn space(&self) -> Uuid {
        self.space
    }

    /// Seals a text for this place.
    ///
    /// # Errors
    /// [`Error::BadRequest`] for a text of four gigabytes or more, or when the system gives no random bytes.
    pub fn seal(&self, place: Place, text: &str) -> Result<Vec<u8>> {
        text::encrypt(&self.key, &self.bound_to(place), &text::pad(text)?)
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// [`Error::Internal`] where it was sealed for another place, under another key, or changed; the text is never in it.
    pub fn open(&self, place: Place, sealed: &[u8]) -> Result<Plain> {
        let plain = text::decrypt(&self.key, &self.bound_to(place), sealed).and_then(|bytes| text::unpad(&bytes));
        plain.ok_or_else(|| Error::Internal(format!("a sealed value of {}.{} does not open: it belongs elsewhere, or was changed", place.table, place.column)))
    }

    /// What shows that a link to a row of this space was made here: it can be made and checked only while the key lives.
    #[must_use]
    pub fn proof(&self, row: Uuid) -> [u8; 10] {
        let parts = [b"samskab link".as_slice(), self.space.as_bytes(), row.as_bytes()].concat();
        let whole = text::mac(&self.key, &parts);
        std::array::from_fn(|i| whole[i])
    }

    /// What must be the same when it is opened: every part with its length, so that no two places are written alike.
    fn bound_to(&self, place: Place) -> Vec<u8> {
        let parts: [&[u8]; 5] = [b"samskab sealed text", self.space.as_bytes(), place.table.as_bytes(), place.column.as_bytes(), place.row.as_bytes()];
        parts.into_iter().flat_map(|part| (part.len() as u64).to_le_bytes().into_iter().chain(part.iter().copied())).collect()
    }
}

/// A key as it is kept.
#[derive(Clone, sqlx::FromRow)]
pub struct Wrapped {
    /// Whose.
    pub space_id: Uuid,
    /// The space's name in addresses, which says nothing.
    pub slug: String,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
    /// The fingerprint of the master key it is wrapped under.
    pub master: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

impl Wrapped {
    fn open(&self, ring: &Keyring) -> Option<text::Key> {
        ring.of(&self.master)?.unwrap(self.space_id, &self.wrapped)
    }

    /// Whether a master key that is here opens it.
    #[must_use]
    pub fn opens(&self, ring: &Keyring) -> bool {
        self.open(ring).is_some()
    }
}

/// Makes the key of a sealed space, within the act that makes the space.
///
/// # Errors
/// [`Error::Refused`] where there is no master key, [`Error::Taken`] where the space has a key, [`Error::Internal`] for a space that is
/// not sealed, or when the database fails.
pub async fn make(act: &mut Act<'_>, space: Uuid) -> Result<SpaceKey> {
    if space::by_id(act.sql(), space).await?.visibility != Visibility::Sealed {
        return Err(Error::Internal("only a sealed space has a key".to_owned()));
    }
    let (app, at) = (act.app(), act.at());
    let ring = &app.keyring;
    // Where keys are wrapped under a master key that is gone, a new one would hide that it is.
    if ring.current().is_none() && ring.previous().is_none() && act.sql().count(&LIVING, args![]).await? > 0 {
        tracing::error!("the master key is not here: bring it back, or set [sealed] in the settings");
        return Err(Error::Refused("error-sealed-locked"));
    }
    let master = ring.current_or_made()?;
    let key = Zeroizing::new(clock::system_random::<32>()?);
    let wrapped = master.wrap(space, &key)?;
    act.sql().run(&INSERT, args![space, wrapped, master.fingerprint(), at]).await?;
    Ok(SpaceKey { space, key })
}

/// The key of a sealed space. Who may see the space has been asked before.
///
/// # Errors
/// [`Error::Refused`] where the key is destroyed, is not here, or its master key is not; or when the database fails.
pub async fn of(sql: &mut Sql, app: &App, space: Uuid) -> Result<SpaceKey> {
    let row: Option<Stored> = sql.maybe(&ONE, args![space]).await?;
    let (wrapped, master) = match row {
        Some((Some(wrapped), master, _)) => (wrapped, master),
        Some((None, ..)) => return Err(Error::Refused("error-sealed-destroyed")),
        None => {
            tracing::error!(%space, "the key of a sealed space is not here: was a backup brought back without its key file?");
            return Err(Error::Refused("error-sealed-locked"));
        }
    };
    let Some(holder) = app.keyring.of(&master) else {
        tracing::error!(%space, %master, "the master key that a sealed space needs is not set");
        return Err(Error::Refused("error-sealed-locked"));
    };
    match holder.unwrap(space, &wrapped) {
        Some(key) => Ok(SpaceKey { space, key }),
        None => Err(Error::Internal(format!("the key of the sealed space {space} does not open: it belongs elsewhere, or was changed"))),
    }
}

/// A key for what belongs to no space: what was asked for one that is not there looks like what was asked for one that is.
#[must_use]
pub(crate) fn of_nothing(app: &App, id: Uuid) -> SpaceKey {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(b"samskab: no space, 1");
    mac.update(id.as_bytes());
    SpaceKey { space: id, key: Zeroizing::new(mac.finalize().into_bytes().into()) }
}

/// Destroys the key of the act's space: when the act has committed, nothing that was sealed in it can be read by anybody.
///
/// # Errors
/// [`Error::Refused`] while a legal hold is on the space, or where the key is gone already; or when the database fails.
pub async fn destroy(act: &mut Act<'_>) -> Result<()> {
    let (space, today, at) = (act.space().id, act.today(), act.at());
    if hold::blocked(act.sql(), Held::Space(space), today).await?.is_some() {
        return Err(Error::Refused("error-held"));
    }
    if act.sql().run(&DESTROY, args![space, at]).await? == 0 {
        return Err(Error::Refused("error-sealed-destroyed"));
    }
    act.sql().run(&FORGET_WORDS, args![space]).await?;
    act.destroys_a_key();
    Ok(())
}

/// Where one of a space's own words stands.
fn words_place(space: Uuid, column: &'static str) -> Place {
    Place { table: "space_words", column, row: space }
}

/// What a sealed space is called where everybody could read it, and its name in addresses: what kind it is and a code that nobody
/// guesses. Without vowels, so that no code is a word.
pub(crate) fn neutral(app: &App, kind: &str) -> (String, String) {
    const SIGNS: &[u8; 27] = b"23456789bcdfghjkmnpqrstvwxz";
    let mut code = String::new();
    while code.len() < 9 {
        let mut byte = [0u8];
        app.clock.fill(&mut byte);
        // Every sign is as likely as the next: 243 is nine times 27.
        if byte[0] < 243 {
            code.push(char::from(SIGNS[usize::from(byte[0] % 27)]));
        }
    }
    (format!("{}-{code}", space::slug_of(kind)), format!("{kind} {}", code[..4].to_uppercase()).trim().to_owned())
}

/// Sets what a sealed space is really called and what it is about.
///
/// # Errors
/// When the database fails.
pub async fn set_words(sql: &mut Sql, key: &SpaceKey, name: &str, summary: &str) -> Result<()> {
    let (name, summary) = (key.seal(words_place(key.space, "name"), name)?, key.seal(words_place(key.space, "summary"), summary)?);
    sql.run(&SET_WORDS, args![key.space, name, summary]).await.map(|_| ())
}

/// What a sealed space is really called and about; nothing where that cannot be read any more, or not now. Who may see the space has
/// been asked before.
///
/// # Errors
/// [`Error::Internal`] where a value was changed, or when the database fails.
pub async fn words(sql: &mut Sql, app: &App, space: Uuid) -> Result<Option<(Plain, Plain)>> {
    let row: Option<(Vec<u8>, Vec<u8>)> = sql.maybe(&WORDS, args![space]).await?;
    let Some((name, summary)) = row else { return Ok(None) };
    match of(sql, app, space).await {
        Ok(key) => Ok(Some((key.open(words_place(space, "name"), &name)?, key.open(words_place(space, "summary"), &summary)?))),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Every key that is not destroyed, as it is kept.
///
/// # Errors
/// When the database fails.
pub async fn wrapped(sql: &mut Sql) -> Result<Vec<Wrapped>> {
    sql.all(&WRAPPED, args![]).await
}

/// Puts keys of a key file back, for the spaces that are there and were not closed for good; gives how many. A key that is there is left
/// as it is.
///
/// # Errors
/// When the database fails.
pub async fn put_back(sql: &mut Sql, keys: &[Wrapped]) -> Result<u64> {
    let mut put = 0;
    for key in keys {
        if sql.count(&IS_LIVING, args![key.space_id]).await? > 0 {
            put += sql.run(&PUT_BACK, args![key.space_id, key.wrapped.clone(), key.master.as_str(), key.made_at]).await?;
        }
    }
    Ok(put)
}

/// What a rotation did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// The fingerprint of the master key all are wrapped under now.
    pub master: String,
    /// Keys that were wrapped anew.
    pub rewrapped: usize,
    /// Keys that were under it already.
    pub already: usize,
}

/// Wraps every key under the current master key, all or none; a second run changes nothing.
///
/// # Errors
/// [`Error::Startup`] where a master key is missing or a key does not open, with what to do; or when the database fails.
pub async fn rotate(db: &Database, ring: &Keyring) -> Result<Rotated> {
    let mut sql = db.write().await?;
    let keys = wrapped(&mut sql).await?;
    if ring.current().is_none() && !(ring.makes() && (keys.is_empty() || ring.previous().is_some())) {
        return Err(Error::Startup("no master key is set: name the new one in sealed.master_key_file (`samskab key new FILE` writes one)".to_owned()));
    }
    let master = ring.current_or_made()?;
    let mut done = Rotated { master: master.fingerprint().to_owned(), rewrapped: 0, already: 0 };
    for kept in &keys {
        let Some(key) = kept.open(ring) else {
            return Err(Error::Startup(format!(
                "the key of {} is wrapped under the master key {}, which does not open it or is not here: name it in sealed.previous_key_file; nothing was changed",
                kept.slug, kept.master
            )));
        };
        if kept.master == done.master {
            done.already += 1;
            continue;
        }
        let anew = master.wrap(kept.space_id, &key)?;
        sql.run(&REWRAP, args![kept.space_id, anew, done.master.as_str()]).await?;
        done.rewrapped += 1;
    }
    sql.commit().await?;
    // What was wrapped under the old one is to lie nowhere.
    db.scrub_keys().await?;
    Ok(done)
}

/// Clears the traces of destroyed keys out of the database's files, at the start and whenever a key has been destroyed.
pub async fn keep_scrubbing(app: App) {
    let mut due = match app.db.read().await {
        Ok(mut sql) => sql.count(&DESTROYED, args![]).await.unwrap_or(0) > 0,
        Err(_) => true,
    };
    loop {
        if due {
            due = match app.db.scrub_keys().await {
                Ok(done) => !done,
                Err(error) => {
                    tracing::warn!(%error, "the traces of a destroyed key are not cleared yet; it is tried again");
                    true
                }
            };
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = app.key_destroyed.notified() => due = true,
            () = tokio::time::sleep(AGAIN), if due => {}
        }
    }
}
