//! All SQL of people, organisations and areas.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::person::{self, Person};
use samskab_platform::{Result, args, person_columns, person_matches, statements};
use uuid::Uuid;

macro_rules! found {
    () => {
        "SELECT p.id, p.name, p.title, p.contact, o.name AS organisation, a.name AS area, p.email, p.phone FROM person p
        LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN area a ON a.id = p.area_id "
    };
}

macro_rules! import_columns {
    () => {
        "SELECT i.id, i.made_at, m.name AS made_by, s.title AS space, i.role, o.name AS organisation, i.added, i.updated, i.bad, i.undone_at
        FROM person_import i JOIN person m ON m.id = i.made_by LEFT JOIN space s ON s.id = i.space_id LEFT JOIN organisation o ON o.id = i.organisation_id "
    };
}

macro_rules! merge_columns {
    () => {
        "SELECT g.id, g.kept_id, g.away_id, a.name AS away, m.name AS made_by, g.made_at, g.filled, g.undone_at FROM person_merge g
        JOIN person a ON a.id = g.away_id JOIN person m ON m.id = g.made_by "
    };
}

statements! {
    SEARCH = concat!(found!(), "WHERE ", person_matches!(), "ORDER BY p.name, p.id LIMIT $7 OFFSET $8");
    NEWEST = concat!(found!(), "WHERE p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.id DESC LIMIT $1 OFFSET $2");
    NAMED_ME = concat!(found!(), "WHERE p.helper_id = $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.name, p.id LIMIT 200");
    // Those who take part where one is staff, and those one has entered oneself.
    OF_MINE = concat!(found!(), "WHERE p.left_at IS NULL AND p.merged_into IS NULL AND (p.entered_by = $1 OR p.id IN (SELECT r.person_id FROM space_role mine
        JOIN space_role r ON r.space_id = mine.space_id WHERE mine.person_id = $1 AND mine.role IN ('secretary', 'facilitator', 'administrator'))
        OR p.id IN (SELECT c.person_id FROM space_role mine JOIN contribution c ON c.space_id = mine.space_id
        WHERE mine.person_id = $1 AND mine.role IN ('secretary', 'facilitator', 'administrator'))) ORDER BY p.name, p.id LIMIT 500");
    MUNICIPAL_ROLES = "SELECT r.person_id, r.role FROM space_role r JOIN space s ON s.id = r.space_id
        WHERE s.slug = 'kommunen' AND r.person_id IN (SELECT unhex(e.value) FROM json_each($1) e) ORDER BY r.person_id, r.role",
        postgres "SELECT r.person_id, r.role FROM space_role r JOIN space s ON s.id = r.space_id
        WHERE s.slug = 'kommunen' AND r.person_id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e) ORDER BY r.person_id, r.role";
    CAME = "SELECT p.created_at, e.name, a.name FROM person p LEFT JOIN person e ON e.id = p.entered_by LEFT JOIN area a ON a.id = p.area_id WHERE p.id = $1";
    ROLES = "SELECT s.id, s.slug, s.title, s.visibility, r.role, r.since FROM space_role r JOIN space s ON s.id = r.space_id WHERE r.person_id = $1 AND s.visibility <> 'sealed'
        ORDER BY s.parent_id IS NOT NULL, s.title, r.role LIMIT 500";
    MEMBERSHIPS = "SELECT o.id, o.name, m.role, m.since FROM organisation_person m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 ORDER BY o.name";
    SESSIONS = "SELECT COUNT(*) FROM session WHERE person_id = $1 AND expires_at > $2";
    ADMINISTRATORS = "SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id JOIN person p ON p.id = r.person_id
        WHERE s.slug = 'kommunen' AND r.role = 'administrator' AND p.left_at IS NULL AND p.merged_into IS NULL AND p.id <> $1";
    IS_ADMINISTRATOR = "SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id WHERE s.slug = 'kommunen' AND r.role = 'administrator' AND r.person_id = $1";
    SPACES = "SELECT id, slug, title FROM space WHERE parent_id IS NOT NULL AND visibility <> 'sealed' ORDER BY created_at DESC, id LIMIT 500";
    INSERT_WHOLE = "INSERT INTO person (id, name, email, title, phone, address, organisation_id, area_id, language, contact, entered_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'da', $9, $10, $11)";
    SET_CONTACT = "UPDATE person SET contact = $2, rhythm = $3, language = $4 WHERE id = $1";
    SET_HELPER = "UPDATE person SET helper_id = $2 WHERE id = $1";
    ASK_HELPER = "INSERT INTO helper_request (id, person_id, helper_id, at) VALUES ($1, $2, $3, $4)";
    DROP_REQUESTS = "DELETE FROM helper_request WHERE person_id = $1 AND answered_at IS NULL";
    ASKED_BY = "SELECT r.id, p.name, r.at FROM helper_request r JOIN person p ON p.id = r.helper_id WHERE r.person_id = $1 AND r.answered_at IS NULL ORDER BY r.at DESC LIMIT 1";
    ASKED_OF = "SELECT r.id, p.name, r.at FROM helper_request r JOIN person p ON p.id = r.person_id WHERE r.helper_id = $1 AND r.answered_at IS NULL ORDER BY r.at LIMIT 50";
    ANSWER_HELPER = "UPDATE helper_request SET answered_at = $3, accepted = $4 WHERE id = $1 AND helper_id = $2 AND answered_at IS NULL RETURNING person_id";
    NAMED_HELPER = "SELECT h.id, h.name FROM person p JOIN person h ON h.id = p.helper_id WHERE p.id = $1";
    NEW_ADDRESS = "INSERT INTO address_change (id, person_id, email, mac, tries, created_at, expires_at) VALUES ($1, $2, $3, $4, 0, $5, $6)";
    ADDRESSES_ASKED = "SELECT COUNT(*) FROM address_change WHERE person_id = $1 AND created_at > $2";
    TRY_ADDRESS = "UPDATE address_change SET tries = tries + 1 WHERE id = $1 AND person_id = $2 AND tries < $3 AND used_at IS NULL AND expires_at > $4 RETURNING email, mac";
    PROVE_ADDRESS = "UPDATE address_change SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    PROVEN_ADDRESS = "SELECT email FROM address_change WHERE id = $1 AND person_id = $2 AND used_at > $3";
    MERGED_INTO = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.merged_into = $1 ORDER BY p.id");
    OPEN_PROMISES = "SELECT c.id, s.slug, s.title, c.what, c.due_on, c.doer_id, c.counterpart_id, o.name FROM commitment c JOIN space s ON s.id = c.space_id
        JOIN person o ON o.id = CASE WHEN c.doer_id = $1 THEN c.counterpart_id ELSE c.doer_id END
        WHERE (c.doer_id = $1 OR c.counterpart_id = $1) AND c.status NOT IN ('done', 'given_up') ORDER BY c.due_on, c.id LIMIT 200";
    EMPTY = "UPDATE person SET name = $2, email = NULL, title = NULL, organisation_id = NULL, persona = NULL, phone = NULL, address = NULL, contact = 'mail',
        helper_id = NULL, area_id = NULL, rhythm = 'daily', left_at = $3 WHERE id = $1";
    NAMING = "SELECT j.space_id, j.seq, j.payload FROM journal j WHERE j.payload LIKE $2 AND (j.actor_id = $1 OR j.object_id = $1
        OR j.space_id IN (SELECT space_id FROM space_role WHERE person_id = $1) OR j.space_id IN (SELECT space_id FROM contribution WHERE person_id = $1))";
    ERASE_PAYLOAD = "UPDATE journal SET payload = NULL, salt = NULL WHERE space_id = $1 AND seq = $2";
    FORGET_IMPORTED = "UPDATE person_import_row SET before = '{}', after = '{}' WHERE person_id = $1";
    FORGET_MERGE_ROWS = "DELETE FROM person_merge_row WHERE merge_id IN (SELECT id FROM person_merge WHERE kept_id = $1 OR away_id = $1)";
    FORGET_MERGE = "UPDATE person_merge SET filled = '{}' WHERE kept_id = $1 OR away_id = $1";
    // To whoever only helps in a sealed space it has no name and no address.
    SPACE_NAME = "SELECT slug, title FROM space WHERE id = $1 AND (visibility <> 'sealed' OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = space.id AND r.person_id = $2))";

    BY_PHONE = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.phone = $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.id LIMIT 20");
    BY_NAME = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.name = $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.id LIMIT 20");
    // A whole list at a time, as JSON: hundreds of people in a handful of statements. Ids and words are in hex.
    KNOWN_EMAILS = "SELECT p.email FROM person p WHERE p.email IN (SELECT value FROM json_each($1))",
        postgres "SELECT p.email FROM person p WHERE p.email IN (SELECT value FROM json_array_elements_text($1::json))";
    KNOWN_PHONES = "SELECT DISTINCT p.phone FROM person p WHERE p.phone IN (SELECT value FROM json_each($1))",
        postgres "SELECT DISTINCT p.phone FROM person p WHERE p.phone IN (SELECT value FROM json_array_elements_text($1::json))";
    KNOWN_NAMES = "SELECT DISTINCT p.name FROM person p WHERE p.name IN (SELECT value FROM json_each($1))",
        postgres "SELECT DISTINCT p.name FROM person p WHERE p.name IN (SELECT value FROM json_array_elements_text($1::json))";
    INSERT_MANY = "INSERT INTO person (id, name, email, title, phone, address, organisation_id, area_id, contact, language, entered_by, created_at)
        SELECT unhex(json_extract(e.value, '$[0]')), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'),
        json_extract(e.value, '$[4]'), json_extract(e.value, '$[5]'), unhex(json_extract(e.value, '$[6]')), unhex(json_extract(e.value, '$[7]')),
        json_extract(e.value, '$[8]'), 'da', $2, $3 FROM json_each($1) e",
        postgres "INSERT INTO person (id, name, email, title, phone, address, organisation_id, area_id, contact, language, entered_by, created_at)
        SELECT (e ->> 0)::uuid, e ->> 1, e ->> 2, e ->> 3, e ->> 4, e ->> 5, (e ->> 6)::uuid, (e ->> 7)::uuid, e ->> 8, 'da', $2, $3 FROM json_array_elements($1::json) e";
    INSERT_MANY_WORDS = "INSERT INTO person_word (person_id, word) SELECT unhex(json_extract(e.value, '$[0]')), unhex(json_extract(e.value, '$[1]')) FROM json_each($1) e",
        postgres "INSERT INTO person_word (person_id, word) SELECT (e ->> 0)::uuid, decode(e ->> 1, 'hex') FROM json_array_elements($1::json) e";
    GIVE_MANY = "INSERT INTO space_role (space_id, person_id, role, since) SELECT $2, unhex(e.value), $3, $4 FROM json_each($1) e WHERE TRUE
        ON CONFLICT DO NOTHING RETURNING person_id",
        postgres "INSERT INTO space_role (space_id, person_id, role, since) SELECT $2, e::uuid, $3, $4 FROM json_array_elements_text($1::json) e
        ON CONFLICT DO NOTHING RETURNING person_id";
    INSERT_MANY_ROWS = "INSERT INTO person_import_row (import_id, line, person_id, what, before, after, gave_role, gave_place)
        SELECT $2, json_extract(e.value, '$[0]'), unhex(json_extract(e.value, '$[1]')), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'),
        json_extract(e.value, '$[4]'), json_extract(e.value, '$[5]'), json_extract(e.value, '$[6]') FROM json_each($1) e",
        postgres "INSERT INTO person_import_row (import_id, line, person_id, what, before, after, gave_role, gave_place)
        SELECT $2, (e ->> 0)::bigint, (e ->> 1)::uuid, e ->> 2, e ->> 3, e ->> 4, (e ->> 5)::boolean, (e ->> 6)::boolean FROM json_array_elements($1::json) e";
    INSERT_IMPORT = "INSERT INTO person_import (id, made_by, made_at, space_id, role, organisation_id, added, updated, bad, bad_rows) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    IMPORTS = concat!(import_columns!(), "ORDER BY i.made_at DESC, i.id LIMIT 20");
    ONE_IMPORT = concat!(import_columns!(), "WHERE i.id = $1");
    BAD_ROWS = "SELECT bad_rows FROM person_import WHERE id = $1";
    IMPORT_TARGET = "SELECT space_id, role, organisation_id FROM person_import WHERE id = $1";
    IMPORT_ROWS = "SELECT r.line, r.person_id, p.name, r.what, r.before, r.after, r.gave_role, r.gave_place FROM person_import_row r JOIN person p ON p.id = r.person_id
        WHERE r.import_id = $1 ORDER BY r.line";
    UNDO_IMPORT = "UPDATE person_import SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL";
    DELETE_PERSON = "DELETE FROM person WHERE id = $1";
    FORGET_OLD_ROWS = "UPDATE person_import SET bad_rows = '' WHERE made_at < $1 AND bad_rows <> ''";
    FORGET_OLD_ADDRESSES = "DELETE FROM address_change WHERE created_at < $1";

    INSERT_MERGE = "INSERT INTO person_merge (id, kept_id, away_id, made_by, made_at, filled) VALUES ($1, $2, $3, $4, $5, $6)";
    INSERT_MERGE_ROW = "INSERT INTO person_merge_row (merge_id, place, table_name, column_name, row_key, row_values) VALUES ($1, $2, $3, $4, $5, $6)";
    MERGES_OF = concat!(merge_columns!(), "WHERE g.kept_id = $1 ORDER BY g.made_at DESC, g.id LIMIT 20");
    ONE_MERGE = concat!(merge_columns!(), "WHERE g.id = $1");
    MERGE_ROWS = "SELECT table_name, column_name, row_key, row_values FROM person_merge_row WHERE merge_id = $1 ORDER BY place";
    LATER_MERGES = "SELECT COUNT(*) FROM person_merge WHERE undone_at IS NULL AND made_at > $2 AND (kept_id = $1 OR away_id = $1)";
    END_MERGE = "UPDATE person_merge SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    FORGET_UNDONE = "DELETE FROM person_merge_row WHERE merge_id IN (SELECT id FROM person_merge WHERE made_at < $1 OR undone_at IS NOT NULL)";
    SET_MERGED = "UPDATE person SET merged_into = $2 WHERE id = $1";
    SET_FILLED = "UPDATE person SET organisation_id = $2, area_id = $3, helper_id = $4 WHERE id = $1";
    AREA_OF = "SELECT area_id FROM person WHERE id = $1";

    ORGANISATIONS = "SELECT o.id, o.name, o.kind, o.description, o.area_id, a.name AS area, o.contact_id, c.name AS contact,
        (SELECT COUNT(*) FROM organisation_person m WHERE m.organisation_id = o.id) AS people
        FROM organisation o LEFT JOIN area a ON a.id = o.area_id LEFT JOIN person c ON c.id = o.contact_id ORDER BY o.name LIMIT 500";
    ORGANISATION = "SELECT o.id, o.name, o.kind, o.description, o.area_id, a.name AS area, o.contact_id, c.name AS contact,
        (SELECT COUNT(*) FROM organisation_person m WHERE m.organisation_id = o.id) AS people
        FROM organisation o LEFT JOIN area a ON a.id = o.area_id LEFT JOIN person c ON c.id = o.contact_id WHERE o.id = $1";
    ORGANISATION_NAMED = "SELECT id FROM organisation WHERE name = $1";
    INSERT_ORGANISATION = "INSERT INTO organisation (id, name, kind, area_id, description) VALUES ($1, $2, $3, $4, $5)";
    CHANGE_ORGANISATION = "UPDATE organisation SET name = $2, kind = $3, area_id = $4, description = $5 WHERE id = $1";
    SET_ORGANISATION_CONTACT = "UPDATE organisation SET contact_id = $2 WHERE id = $1";
    CLEAR_CONTACT = "UPDATE organisation SET contact_id = NULL WHERE id = $1 AND contact_id = $2";
    PEOPLE_OF = "SELECT p.id, p.name, m.role, p.email, p.phone FROM organisation_person m JOIN person p ON p.id = m.person_id
        WHERE m.organisation_id = $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.name, p.id LIMIT 500";
    SPEAKS_FOR = "SELECT COUNT(*) FROM organisation_person WHERE organisation_id = $1 AND person_id = $2";
    JOIN = "INSERT INTO organisation_person (organisation_id, person_id, role, since) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role";
    LEAVE_ORGANISATION = "DELETE FROM organisation_person WHERE organisation_id = $1 AND person_id = $2";
    ORGANISATION_SPACES = "SELECT DISTINCT s.slug, s.title FROM commitment c JOIN space s ON s.id = c.space_id WHERE c.organisation_id = $1 AND s.visibility = 'public' ORDER BY s.title LIMIT 20";

    AREAS = "SELECT a.id, a.slug, a.name, a.description, a.inhabitants, (SELECT COUNT(*) FROM space s WHERE s.area_id = a.id AND s.visibility <> 'sealed') AS spaces,
        (SELECT COUNT(*) FROM organisation o WHERE o.area_id = a.id) AS organisations, (SELECT COUNT(*) FROM person p WHERE p.area_id = a.id) AS people
        FROM area a ORDER BY a.name LIMIT 500";
    INSERT_AREA = "INSERT INTO area (id, slug, name, description, inhabitants) VALUES ($1, $2, $3, $4, $5)";
    CHANGE_AREA = "UPDATE area SET name = $2, description = $3, inhabitants = $4 WHERE id = $1";
    DELETE_AREA = "DELETE FROM area WHERE id = $1";
    INHABITANTS = "SELECT inhabitants FROM area WHERE id = $1";
    SLUG_TAKEN = "SELECT COUNT(*) FROM area WHERE slug = $1";
}

/// Somebody in a list. Their address and number are not in it: whoever wants those opens the person's page, which notes that they
/// were looked at.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Found {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) contact: String,
    pub(crate) organisation: Option<String>,
    pub(crate) area: Option<String>,
}

impl Found {
    /// What tells two of the same name apart: `Formand · Bådelauget · Sandhavn`.
    pub(crate) fn place(&self) -> String {
        [&self.title, &self.organisation, &self.area].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// Somebody one may help, with what they can be found by.
#[derive(sqlx::FromRow)]
pub(crate) struct Mine {
    #[sqlx(flatten)]
    pub(crate) found: Found,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
}

/// A role somebody has.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct HeldRole {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) visibility: String,
    pub(crate) role: String,
    pub(crate) since: DateTime<Utc>,
}

/// An open commitment of somebody: what, where, with whom.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Promise {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) due_on: NaiveDate,
    pub(crate) doer_id: Uuid,
    pub(crate) counterpart_id: Uuid,
    #[sqlx(rename = "name")]
    pub(crate) other: String,
}

/// An import as a list shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Import {
    pub(crate) id: Uuid,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) made_by: String,
    pub(crate) space: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) added: i64,
    pub(crate) updated: i64,
    pub(crate) bad: i64,
    pub(crate) undone_at: Option<DateTime<Utc>>,
}

/// What an import did to one person.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct ImportRow {
    pub(crate) line: i64,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) what: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) gave_role: bool,
    pub(crate) gave_place: bool,
}

/// Two persons made one.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Merge {
    pub(crate) id: Uuid,
    pub(crate) kept_id: Uuid,
    pub(crate) away_id: Uuid,
    pub(crate) away: String,
    pub(crate) made_by: String,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) filled: String,
    pub(crate) undone_at: Option<DateTime<Utc>>,
}

/// An organisation with what a page shows of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Organisation {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) description: String,
    pub(crate) area_id: Option<Uuid>,
    pub(crate) area: Option<String>,
    pub(crate) contact_id: Option<Uuid>,
    pub(crate) contact: Option<String>,
    pub(crate) people: i64,
}

/// A local area with what uses it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct UsedArea {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) description: String,
    /// How many live there, where somebody has told.
    pub(crate) inhabitants: Option<i64>,
    pub(crate) spaces: i64,
    pub(crate) organisations: i64,
    pub(crate) people: i64,
}

impl UsedArea {
    /// Whether something would miss it.
    pub(crate) fn is_used(&self) -> bool {
        self.spaces + self.organisations + self.people > 0
    }
}

/// Id, name, when: somebody who asked or was asked to help.
pub(crate) type Asked = (Uuid, String, DateTime<Utc>);
/// Id, name, function, e-mail, telephone: somebody in an organisation.
pub(crate) type InOrganisation = (Uuid, String, String, Option<String>, Option<String>);
/// When somebody came, who entered them, their area.
pub(crate) type Came = (DateTime<Utc>, Option<String>, Option<String>);

/// Those whose name, address or number has a word beginning with each word of the query; without a query the newest.
pub(crate) async fn search(sql: &mut Sql, query: &str, limit: i64, offset: i64) -> Result<Vec<Found>> {
    let Some(mut values) = person::word_ranges(query) else {
        return sql.all(&NEWEST, args![limit, offset]).await;
    };
    values.extend(args![limit, offset]);
    sql.all(&SEARCH, values).await
}

/// The roles these people have in the municipality itself.
pub(crate) async fn municipal_roles(sql: &mut Sql, people: &[Found]) -> Result<Vec<(Uuid, String)>> {
    let ids: Vec<String> = people.iter().map(|p| p.id.simple().to_string()).collect();
    sql.all(&MUNICIPAL_ROLES, args![serde_json::json!(ids).to_string()]).await
}

/// Everybody who was merged into a person.
pub(crate) async fn merged_into(sql: &mut Sql, person: Uuid) -> Result<Vec<Person>> {
    sql.all(&MERGED_INTO, args![person]).await
}

/// The commitments somebody has open, as doer or as counterpart.
pub(crate) async fn open_promises(sql: &mut Sql, person: Uuid) -> Result<Vec<Promise>> {
    sql.all(&OPEN_PROMISES, args![person]).await
}

/// Whether somebody is the municipality's only administrator.
pub(crate) async fn is_last_administrator(sql: &mut Sql, person: Uuid) -> Result<bool> {
    Ok(sql.count(&IS_ADMINISTRATOR, args![person]).await? > 0 && sql.count(&ADMINISTRATORS, args![person]).await? == 0)
}

/// All organisations.
pub(crate) async fn organisations(sql: &mut Sql) -> Result<Vec<Organisation>> {
    sql.all(&ORGANISATIONS, args![]).await
}
