//! The SQL of the ways in.

use chrono::{DateTime, Utc};
use samskab_platform::access::Role;
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, person, person_matches, statements};
use uuid::Uuid;

statements! {
    BEGIN = "INSERT INTO ceremony (token_hash, kind, person_id, state, expires_at) VALUES ($1, $2, $3, $4, $5)";
    TAKE = "DELETE FROM ceremony WHERE token_hash = $1 AND kind = $2 AND expires_at > $3 RETURNING person_id, state";
    PEEK = "SELECT person_id, state FROM ceremony WHERE token_hash = $1 AND kind = $2 AND expires_at > $3";
    FORGET = "DELETE FROM ceremony WHERE expires_at <= $1";

    IDENTITY = "SELECT person_id FROM identity WHERE provider = $1 AND subject = $2";
    ADD_IDENTITY = "INSERT INTO identity (id, person_id, provider, subject, label, created_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $6)";
    USED_IDENTITY = "UPDATE identity SET used_at = $3, label = $4 WHERE provider = $1 AND subject = $2";
    IDENTITIES = "SELECT id, provider, label, used_at FROM identity WHERE person_id = $1 ORDER BY created_at, id LIMIT 50";
    REMOVE_IDENTITY = "DELETE FROM identity WHERE id = $1 AND person_id = $2 RETURNING provider";
    GIVEN = "SELECT role FROM identity_role WHERE provider = $1 AND person_id = $2";
    GIVE = "INSERT INTO identity_role (provider, person_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    TAKE_BACK = "DELETE FROM identity_role WHERE provider = $1 AND person_id = $2 AND role = $3";
    GIVEN_BY_ANOTHER = "SELECT COUNT(*) FROM identity_role WHERE provider <> $1 AND person_id = $2 AND role = $3";

    ADD_PASSKEY = "INSERT INTO passkey (id, person_id, user_handle, credential_id, credential, name, sign_count, backed_up, assurance, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    PASSKEY = "SELECT id, person_id, user_handle, credential, assurance FROM passkey WHERE credential_id = $1";
    USED_PASSKEY = "UPDATE passkey SET used_at = $2, credential = $3, sign_count = $4, backed_up = $5 WHERE id = $1";
    PASSKEYS = "SELECT id, name, backed_up, assurance, created_at, used_at FROM passkey WHERE person_id = $1 ORDER BY created_at, id LIMIT 50";
    CREDENTIAL_IDS = "SELECT credential_id FROM passkey WHERE person_id = $1 LIMIT 50";
    RENAME_PASSKEY = "UPDATE passkey SET name = $3 WHERE id = $1 AND person_id = $2";
    REMOVE_PASSKEY = "DELETE FROM passkey WHERE id = $1 AND person_id = $2 RETURNING name";
    // Whoever removes a way in holds this row until the act ends: two cannot both remove the one the other left.
    HOLD_PERSON = "UPDATE person SET id = id WHERE id = $1";

    ADD_RECOVERY = "INSERT INTO recovery_code (id, person_id, mac, created_at) VALUES ($1, $2, $3, $4)";
    CLEAR_RECOVERY = "DELETE FROM recovery_code WHERE person_id = $1";
    USE_RECOVERY = "UPDATE recovery_code SET used_at = $2 WHERE mac = $1 AND used_at IS NULL RETURNING person_id";
    RECOVERY_LEFT = "SELECT COUNT(*) FROM recovery_code WHERE person_id = $1 AND used_at IS NULL";

    ADD_BUNDLE = "INSERT INTO letter_bundle (id, space_id, role, note, made_by, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_LETTER = "INSERT INTO letter_code (id, bundle_id, person_id, mac) VALUES ($1, $2, $3, $4)";
    LETTER = "SELECT c.id, b.space_id, b.role, c.person_id, b.expires_at, c.used_at FROM letter_code c JOIN letter_bundle b ON b.id = c.bundle_id WHERE c.mac = $1";
    USE_LETTER = "UPDATE letter_code SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL";
    // Not the letters to people who are here already: those are between the administrator and the person.
    BUNDLES = "SELECT b.id, s.title AS space, b.role, b.note, p.name AS made_by, b.made_at, b.expires_at,
        (SELECT COUNT(*) FROM letter_code c WHERE c.bundle_id = b.id) AS letters,
        (SELECT COUNT(*) FROM letter_code c WHERE c.bundle_id = b.id AND c.used_at IS NOT NULL) AS used
        FROM letter_bundle b JOIN space s ON s.id = b.space_id JOIN person p ON p.id = b.made_by
        WHERE b.space_id IN (SELECT r.space_id FROM space_role r WHERE r.person_id = $1 AND r.role = 'secretary') AND s.parent_id IS NOT NULL AND s.visibility <> 'sealed'
        ORDER BY b.made_at DESC, b.id LIMIT 100";
    STOP_BUNDLE = "UPDATE letter_bundle SET expires_at = $2 WHERE id = $1 AND space_id = $3 AND expires_at > $2";
    BUNDLE_SPACE = "SELECT space_id FROM letter_bundle WHERE id = $1";
    SECRETARY_OF = "SELECT s.id, s.title FROM space s JOIN space_role r ON r.space_id = s.id
        WHERE r.person_id = $1 AND r.role = 'secretary' AND s.parent_id IS NOT NULL AND s.visibility <> 'sealed' ORDER BY s.created_at DESC, s.id LIMIT 200";

    THIS_PERSON = "SELECT p.id, p.name, p.created_at FROM person p WHERE p.id = $1 AND p.left_at IS NULL AND p.merged_into IS NULL";
    SOMEBODY = concat!("SELECT p.id, p.name, p.created_at FROM person p WHERE ", person_matches!(), "ORDER BY p.name, p.id LIMIT 20");

    FIGURES = "SELECT (SELECT COUNT(*) FROM session WHERE expires_at > $1), (SELECT COUNT(DISTINCT person_id) FROM session WHERE expires_at > $1),
        (SELECT COUNT(*) FROM passkey), (SELECT COUNT(DISTINCT person_id) FROM passkey),
        (SELECT COUNT(*) FROM letter_code c JOIN letter_bundle b ON b.id = c.bundle_id WHERE c.used_at IS NULL AND b.expires_at > $1)";
    IDENTITY_FIGURES = "SELECT provider, COUNT(*) FROM identity GROUP BY provider ORDER BY provider";
}

/// An identity as its own person sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Identity {
    pub(crate) id: Uuid,
    pub(crate) provider: String,
    pub(crate) label: String,
    pub(crate) used_at: DateTime<Utc>,
}

/// A passkey as its own person sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct PasskeyRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) backed_up: bool,
    #[sqlx(try_from = "String")]
    pub(crate) assurance: Assurance,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// A passkey as signing in needs it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Stored {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) user_handle: Uuid,
    pub(crate) credential: String,
    #[sqlx(try_from = "String")]
    pub(crate) assurance: Assurance,
}

/// A passkey to be kept.
pub(crate) struct NewPasskey<'a> {
    pub(crate) id: Uuid,
    pub(crate) person: Uuid,
    pub(crate) credential_id: Vec<u8>,
    pub(crate) credential: &'a str,
    pub(crate) name: &'a str,
    pub(crate) sign_count: i64,
    pub(crate) backed_up: bool,
    pub(crate) assurance: Assurance,
    pub(crate) at: DateTime<Utc>,
}

/// A letter's code as it is found by what was typed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Letter {
    pub(crate) id: Uuid,
    pub(crate) space_id: Uuid,
    pub(crate) role: Option<String>,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// A bundle of letters as the secretary sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Bundle {
    pub(crate) id: Uuid,
    pub(crate) space: String,
    pub(crate) role: Option<String>,
    pub(crate) note: String,
    pub(crate) made_by: String,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) letters: i64,
    pub(crate) used: i64,
}

/// A bundle to be kept.
pub(crate) struct NewBundle<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) role: Option<Role>,
    pub(crate) note: &'a str,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) expires: DateTime<Utc>,
}

pub(crate) async fn begin(sql: &mut Sql, hash: Vec<u8>, kind: &str, person: Option<Uuid>, state: &str, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<()> {
    sql.run(&FORGET, args![now]).await?;
    sql.run(&BEGIN, args![hash, kind, person, state, until]).await.map(|_| ())
}

pub(crate) async fn take(sql: &mut Sql, hash: Vec<u8>, kind: &str, now: DateTime<Utc>) -> Result<Option<(Option<Uuid>, String)>> {
    sql.maybe(&TAKE, args![hash, kind, now]).await
}

pub(crate) async fn peek(sql: &mut Sql, hash: Vec<u8>, kind: &str, now: DateTime<Utc>) -> Result<Option<(Option<Uuid>, String)>> {
    sql.maybe(&PEEK, args![hash, kind, now]).await
}

pub(crate) async fn identity(sql: &mut Sql, provider: &str, subject: &str) -> Result<Option<Uuid>> {
    Ok(sql.maybe::<(Uuid,)>(&IDENTITY, args![provider, subject]).await?.map(|r| r.0))
}

pub(crate) async fn add_identity(sql: &mut Sql, id: Uuid, person: Uuid, provider: &str, subject: &str, label: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&ADD_IDENTITY, args![id, person, provider, subject, label, at]).await.map(|_| ())
}

pub(crate) async fn used_identity(sql: &mut Sql, provider: &str, subject: &str, label: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&USED_IDENTITY, args![provider, subject, at, label]).await.map(|_| ())
}

pub(crate) async fn identities(sql: &mut Sql, person: Uuid) -> Result<Vec<Identity>> {
    sql.all(&IDENTITIES, args![person]).await
}

/// Gives the provider it was of, where it was this person's.
pub(crate) async fn remove_identity(sql: &mut Sql, person: Uuid, id: Uuid) -> Result<Option<String>> {
    Ok(sql.maybe::<(String,)>(&REMOVE_IDENTITY, args![id, person]).await?.map(|r| r.0))
}

/// The municipal roles a provider has given somebody.
pub(crate) async fn given(sql: &mut Sql, provider: &str, person: Uuid) -> Result<Vec<Role>> {
    Ok(sql.all::<(String,)>(&GIVEN, args![provider, person]).await?.iter().filter_map(|(key,)| Role::of(key)).collect())
}

pub(crate) async fn give(sql: &mut Sql, provider: &str, person: Uuid, role: Role) -> Result<()> {
    sql.run(&GIVE, args![provider, person, role.key()]).await.map(|_| ())
}

/// Forgets that a provider gave a role.
pub(crate) async fn take_back(sql: &mut Sql, provider: &str, person: Uuid, role: Role) -> Result<()> {
    sql.run(&TAKE_BACK, args![provider, person, role.key()]).await.map(|_| ())
}

/// Whether another provider gives somebody this role.
pub(crate) async fn given_by_another(sql: &mut Sql, provider: &str, person: Uuid, role: Role) -> Result<bool> {
    Ok(sql.count(&GIVEN_BY_ANOTHER, args![provider, person, role.key()]).await? > 0)
}

pub(crate) async fn add_passkey(sql: &mut Sql, new: &NewPasskey<'_>) -> Result<()> {
    let values =
        args![new.id, new.person, new.person, new.credential_id.clone(), new.credential, new.name, new.sign_count, new.backed_up, new.assurance.key(), new.at];
    sql.run(&ADD_PASSKEY, values).await.map(|_| ())
}

pub(crate) async fn passkey(sql: &mut Sql, credential_id: &[u8]) -> Result<Option<Stored>> {
    sql.maybe(&PASSKEY, args![credential_id]).await
}

pub(crate) async fn used_passkey(sql: &mut Sql, id: Uuid, credential: &str, count: i64, backed_up: bool, at: DateTime<Utc>) -> Result<()> {
    sql.run(&USED_PASSKEY, args![id, at, credential, count, backed_up]).await.map(|_| ())
}

pub(crate) async fn passkeys(sql: &mut Sql, person: Uuid) -> Result<Vec<PasskeyRow>> {
    sql.all(&PASSKEYS, args![person]).await
}

pub(crate) async fn credential_ids(sql: &mut Sql, person: Uuid) -> Result<Vec<Vec<u8>>> {
    Ok(sql.all::<(Vec<u8>,)>(&CREDENTIAL_IDS, args![person]).await?.into_iter().map(|r| r.0).collect())
}

pub(crate) async fn rename_passkey(sql: &mut Sql, person: Uuid, id: Uuid, name: &str) -> Result<bool> {
    Ok(sql.run(&RENAME_PASSKEY, args![id, person, name]).await? > 0)
}

/// Gives what it was called, where it was this person's.
pub(crate) async fn remove_passkey(sql: &mut Sql, person: Uuid, id: Uuid) -> Result<Option<String>> {
    Ok(sql.maybe::<(String,)>(&REMOVE_PASSKEY, args![id, person]).await?.map(|r| r.0))
}

pub(crate) async fn hold_person(sql: &mut Sql, person: Uuid) -> Result<()> {
    sql.run(&HOLD_PERSON, args![person]).await.map(|_| ())
}

pub(crate) async fn add_recovery(sql: &mut Sql, id: Uuid, person: Uuid, mac: Vec<u8>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&ADD_RECOVERY, args![id, person, mac, at]).await.map(|_| ())
}

/// Whether there were any.
pub(crate) async fn clear_recovery(sql: &mut Sql, person: Uuid) -> Result<bool> {
    Ok(sql.run(&CLEAR_RECOVERY, args![person]).await? > 0)
}

/// Uses a recovery code up; gives whose it was.
pub(crate) async fn use_recovery(sql: &mut Sql, mac: Vec<u8>, at: DateTime<Utc>) -> Result<Option<Uuid>> {
    Ok(sql.maybe::<(Uuid,)>(&USE_RECOVERY, args![mac, at]).await?.map(|r| r.0))
}

pub(crate) async fn recovery_left(sql: &mut Sql, person: Uuid) -> Result<i64> {
    sql.count(&RECOVERY_LEFT, args![person]).await
}

pub(crate) async fn add_bundle(sql: &mut Sql, new: &NewBundle<'_>) -> Result<()> {
    sql.run(&ADD_BUNDLE, args![new.id, new.space, new.role.map(Role::key), new.note, new.by, new.at, new.expires]).await.map(|_| ())
}

pub(crate) async fn add_letter(sql: &mut Sql, id: Uuid, bundle: Uuid, person: Option<Uuid>, mac: Vec<u8>) -> Result<()> {
    sql.run(&ADD_LETTER, args![id, bundle, person, mac]).await.map(|_| ())
}

pub(crate) async fn letter(sql: &mut Sql, mac: Vec<u8>) -> Result<Option<Letter>> {
    sql.maybe(&LETTER, args![mac]).await
}

/// Uses a letter's code up; false when somebody else was quicker.
pub(crate) async fn use_letter(sql: &mut Sql, id: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&USE_LETTER, args![id, at, person]).await? > 0)
}

/// The bundles of the spaces somebody is secretary of, newest first.
pub(crate) async fn bundles(sql: &mut Sql, person: Uuid) -> Result<Vec<Bundle>> {
    sql.all(&BUNDLES, args![person]).await
}

/// Ends what has not been used of a bundle.
pub(crate) async fn stop_bundle(sql: &mut Sql, space: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&STOP_BUNDLE, args![id, at, space]).await? > 0)
}

pub(crate) async fn bundle_space(sql: &mut Sql, id: Uuid) -> Result<Uuid> {
    Ok(sql.one::<(Uuid,)>(&BUNDLE_SPACE, args![id]).await?.0)
}

/// The spaces somebody is secretary of and can make letters to: id and title. A sealed space takes nobody in by a letter.
pub(crate) async fn secretary_of(sql: &mut Sql, person: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&SECRETARY_OF, args![person]).await
}

/// Somebody a letter can be made for.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Somebody {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) created_at: DateTime<Utc>,
}

/// The first people whose name, address or number has a word beginning with each word of the query.
pub(crate) async fn somebody(sql: &mut Sql, sought: &str) -> Result<Vec<Somebody>> {
    match person::word_ranges(sought) {
        Some(ranges) => sql.all(&SOMEBODY, ranges).await,
        None => Ok(vec![]),
    }
}

/// Somebody who was found elsewhere; nobody where they have left or are one with another.
pub(crate) async fn this_person(sql: &mut Sql, id: Uuid) -> Result<Vec<Somebody>> {
    sql.all(&THIS_PERSON, args![id]).await
}

/// How many sessions, people with one, passkeys, people with one, letters that wait.
pub(crate) type Figures = (i64, i64, i64, i64, i64);

pub(crate) async fn figures(sql: &mut Sql, now: DateTime<Utc>) -> Result<Figures> {
    sql.one(&FIGURES, args![now]).await
}

/// How many identities each provider has here.
pub(crate) async fn identity_figures(sql: &mut Sql) -> Result<Vec<(String, i64)>> {
    sql.all(&IDENTITY_FIGURES, args![]).await
}
