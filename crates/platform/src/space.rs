//! Spaces: where people work together on one thing.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{ROLES, Role, Visibility};
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::error::Result;
use crate::recipe::Stage;
use crate::{args, group, statements};

/// The municipality's own space; its slug.
pub const MUNICIPALITY: &str = "kommunen";

/// A space as it stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Space {
    /// UUIDv7.
    pub id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// The recipe it was made from.
    pub recipe: String,
    /// The version of it.
    pub recipe_version: i64,
    /// What people call it.
    pub title: String,
    /// One or two sentences for lists.
    pub summary: String,
    /// The frame in one sentence; empty until it is written.
    pub sentence: String,
    /// The standing committee or body it works for; may be empty.
    pub belongs_to: String,
    /// Its local area; missing: the whole municipality.
    pub area_id: Option<Uuid>,
    /// The area's name.
    pub area: Option<String>,
    /// Who may see it.
    #[sqlx(try_from = "String")]
    pub visibility: Visibility,
    /// How surely one must know who somebody is before they act in it, or see it where not everybody may.
    #[sqlx(try_from = "String")]
    pub assurance: Assurance,
    /// Where it stands in the loop.
    #[sqlx(try_from = "String")]
    pub stage: Stage,
    /// When the council has promised its answers.
    pub answer_by: Option<NaiveDate>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Entries in its journal.
    pub journal_seq: i64,
    /// When it was closed: then it can be read, and nothing more is done in it.
    pub closed_at: Option<DateTime<Utc>>,
    /// The address of its picture; empty: it has none.
    pub cover: String,
    /// What the picture shows; empty: it is only decoration.
    pub cover_alt: String,
    /// The space a working group belongs to; missing: it is no working group.
    pub committee_id: Option<Uuid>,
}

impl Space {
    /// Whether it is a working group of another space.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.committee_id.is_some()
    }
}

/// A space with its area and, for a working group, the space `up` it belongs to: every space but the municipality's own has a
/// parent, and only a group has one that has a parent itself.
macro_rules! space_columns {
    () => {
        "SELECT s.id, s.slug, s.recipe, s.recipe_version, s.title, s.summary, s.sentence, s.belongs_to, s.area_id, a.name AS area, s.visibility, s.assurance, s.stage, s.answer_by, s.created_at, s.journal_seq, s.closed_at, s.cover, s.cover_alt,
         up.id AS committee_id FROM space s LEFT JOIN area a ON a.id = s.area_id LEFT JOIN space up ON up.id = s.parent_id AND up.parent_id IS NOT NULL "
    };
}
pub(crate) use space_columns;

/// Which spaces a list shows: $1 signed in, $2 who, $3 recipe, $4 area, $5 step, $6 only those $2 has a role in,
/// $7 and $8 the levels above the lowest that the session has: what not everybody may read is not told of below its level.
/// Working groups are found through the space they belong to.
macro_rules! listed {
    () => {
        "s.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM space above WHERE above.id = s.parent_id AND above.parent_id IS NOT NULL)
         AND (s.visibility = 'public' OR ($1 AND s.visibility = 'registered') OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $2))
         AND (s.recipe = $3 OR $3 IS NULL) AND (s.area_id = $4 OR $4 IS NULL) AND (s.stage = $5 OR $5 IS NULL)
         AND (s.visibility = 'public' OR s.assurance IN ('low', $7, $8))
         AND (NOT $6 OR s.id IN (SELECT space_id FROM space_role WHERE person_id = $2))"
    };
}

statements! {
    BY_ID = concat!(space_columns!(), "WHERE s.id = $1");
    BY_SLUG = concat!(space_columns!(), "WHERE s.slug = $1");
    LIST = concat!(space_columns!(), "WHERE ", listed!(), " ORDER BY s.created_at DESC, s.id DESC LIMIT $9 OFFSET $10");
    IDS = concat!("SELECT s.id, CAST(CASE WHEN s.closed_at IS NULL THEN 0 ELSE 1 END AS BIGINT),
        CAST(CASE WHEN EXISTS (SELECT 1 FROM space_role o WHERE o.space_id = s.id AND o.person_id = $2) THEN 1 ELSE 0 END AS BIGINT), s.belongs_to
        FROM space s WHERE ", listed!(), " ORDER BY s.created_at DESC, s.id DESC LIMIT 10000");
    BY_IDS = concat!(space_columns!(), "WHERE s.id IN (SELECT unhex(e.value) FROM json_each($1) e)"),
        postgres concat!(space_columns!(), "WHERE s.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    COUNT = concat!("SELECT COUNT(*) FROM space s WHERE ", listed!());
    OF_PERSON = concat!(space_columns!(), "WHERE s.parent_id IS NOT NULL AND s.id IN (SELECT space_id FROM space_role WHERE person_id = $1) ORDER BY s.created_at DESC, s.id LIMIT $2");
    ALL_ROLES = "SELECT space_id, role FROM space_role WHERE person_id = $1";
    INSERT = "INSERT INTO space (id, parent_id, slug, recipe, title, summary, sentence, belongs_to, area_id, visibility, stage, answer_by, created_at, journal_seq, journal_hash, recipe_version, assurance)
        VALUES ($1, $2, $3, $4, $5, $6, '', '', $7, $8, $9, NULL, $10, 0, $11, $12, $13)";
    INSERT_TOOL = "INSERT INTO space_tool (space_id, tool, place) VALUES ($1, $2, $3)";
    TOOLS = "SELECT tool FROM space_tool WHERE space_id = $1 ORDER BY place";
    ROLES_OF = "SELECT role FROM space_role WHERE space_id = $1 AND person_id = $2 UNION ALL SELECT 'helper' FROM space_helper WHERE space_id = $1 AND person_id = $2";
    GIVE_HELPER = "INSERT INTO space_helper (space_id, person_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    TAKE_HELPER = "DELETE FROM space_helper WHERE space_id = $1 AND person_id = $2";
    HELPERS = "SELECT person_id FROM space_helper WHERE space_id = $1 ORDER BY person_id";
    GIVE_ROLE = "INSERT INTO space_role (space_id, person_id, role, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    TAKE_ROLE = "DELETE FROM space_role WHERE space_id = $1 AND person_id = $2 AND role = $3";
    TEAM = "SELECT p.id, p.name, r.role, o.name AS organisation, p.title, r.since FROM space_role r JOIN person p ON p.id = r.person_id
        LEFT JOIN organisation o ON o.id = p.organisation_id WHERE r.space_id = $1 ORDER BY p.name, r.role";
    SET_FRAME = "UPDATE space SET sentence = $2, belongs_to = $3, answer_by = $4 WHERE id = $1";
    SET_COVER = "UPDATE space SET cover = $2, cover_alt = $3 WHERE id = $1";
    SET_ASSURANCE = "UPDATE space SET assurance = $2 WHERE id = $1";
    SETTLE = "UPDATE space SET title = $2, summary = $3, area_id = $4, visibility = $5 WHERE id = $1";
    SET_CLOSED = "UPDATE space SET closed_at = $2 WHERE id = $1";
    SET_STAGE = "UPDATE space SET stage = $2 WHERE id = $1";
    SLUGS_LIKE = "SELECT slug FROM space WHERE slug LIKE $1";
    CONTRIBUTED_NOW = "INSERT INTO contribution (space_id, person_id, kind, first_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    CONTRIBUTORS = "SELECT p.id FROM person p WHERE (p.id IN (SELECT person_id FROM contribution WHERE space_id = $1)
        OR p.id IN (SELECT person_id FROM space_role WHERE space_id = $1))
        AND p.id NOT IN (SELECT person_id FROM role_held WHERE space_id = $1) ORDER BY p.id";
    WITH_ROLE = "SELECT person_id FROM space_role WHERE space_id = $1 AND role = $2 ORDER BY person_id";
}

/// Somebody on the team.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct TeamMember {
    pub id: Uuid,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub role: Role,
    pub organisation: Option<String>,
    pub title: Option<String>,
    pub since: DateTime<Utc>,
}

/// A new space.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewSpace<'a> {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    pub slug: &'a str,
    pub recipe: &'a str,
    pub recipe_version: i64,
    pub title: &'a str,
    pub summary: &'a str,
    pub area: Option<Uuid>,
    pub visibility: Visibility,
    pub assurance: Assurance,
    pub tools: &'a [String],
    pub at: DateTime<Utc>,
}

/// One space by id.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn by_id(sql: &mut Sql, id: Uuid) -> Result<Space> {
    sql.one(&BY_ID, args![id]).await
}

/// One space by its name in addresses.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn by_slug(sql: &mut Sql, slug: &str) -> Result<Space> {
    sql.one(&BY_SLUG, args![slug]).await
}

/// Which spaces a list shows; `None` is any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Those this person may see; a stranger sees the public ones.
    pub person: Option<Uuid>,
    /// Made from this recipe.
    pub recipe: Option<String>,
    /// In this local area.
    pub area: Option<Uuid>,
    /// At this step of the loop.
    pub stage: Option<Stage>,
    /// Only those the person has a role in.
    pub own: bool,
    /// How surely one knows who the person is.
    pub assurance: Assurance,
}

impl Listed {
    fn args(&self) -> Vec<crate::db::Value> {
        let (substantial, high) = self.assurance.covered();
        args![self.person.is_some(), self.person, self.recipe.clone(), self.area, self.stage.map(Stage::key), self.own, substantial, high]
    }
}

/// The spaces somebody may see, newest first: so many after the first so many.
///
/// # Errors
/// When the database fails.
pub async fn list(sql: &mut Sql, listed: &Listed, limit: usize, skip: usize) -> Result<Vec<Space>> {
    let mut args = listed.args();
    args.extend(args![limit as i64, skip as i64]);
    sql.all(&LIST, args).await
}

/// A space of a list before it is read: its id, whether it is closed, whether the person has a role in it, the body it works for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Brief {
    pub id: Uuid,
    pub closed: bool,
    pub own: bool,
    pub belongs_to: String,
}

/// All spaces somebody may see, newest first, for a list in another order: so many are a few milliseconds.
///
/// # Errors
/// When the database fails.
pub async fn briefs(sql: &mut Sql, listed: &Listed) -> Result<Vec<Brief>> {
    let rows: Vec<(Uuid, i64, i64, String)> = sql.all(&IDS, listed.args()).await?;
    Ok(rows.into_iter().map(|(id, closed, own, belongs_to)| Brief { id, closed: closed != 0, own: own != 0, belongs_to }).collect())
}

/// These spaces, in this order.
///
/// # Errors
/// When the database fails.
pub async fn by_ids(sql: &mut Sql, ids: &[Uuid]) -> Result<Vec<Space>> {
    let list = serde_json::json!(ids.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string();
    let mut found: Vec<Space> = sql.all(&BY_IDS, args![list]).await?;
    let place: BTreeMap<Uuid, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    found.sort_by_key(|space| place.get(&space.id).copied());
    Ok(found)
}

/// How many spaces a list shows in all.
///
/// # Errors
/// When the database fails.
pub async fn count(sql: &mut Sql, listed: &Listed) -> Result<usize> {
    Ok(usize::try_from(sql.count(&COUNT, listed.args()).await?).unwrap_or(0))
}

/// The spaces somebody has a role in and those roles, newest first, so many.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, person: Uuid, limit: usize) -> Result<Vec<(Space, Vec<Role>)>> {
    let spaces: Vec<Space> = sql.all(&OF_PERSON, args![person, limit as i64]).await?;
    let held: Vec<(Uuid, String)> = sql.all(&ALL_ROLES, args![person]).await?;
    let roles_in = |space: Uuid| ROLES.iter().copied().filter(|role| held.iter().any(|(s, key)| *s == space && Role::of(key) == Some(*role))).collect();
    Ok(spaces.into_iter().map(|space| (roles_in(space.id), space)).map(|(roles, space)| (space, roles)).collect())
}

/// Adds a space with its tools.
///
/// # Errors
/// [`crate::Error::Taken`] where the slug is in use.
pub async fn insert(sql: &mut Sql, new: &NewSpace<'_>) -> Result<()> {
    let first_hash = crate::journal::first_hash(new.id);
    sql.run(
        &INSERT,
        args![
            new.id,
            new.parent,
            new.slug,
            new.recipe,
            new.title,
            new.summary,
            new.area,
            new.visibility.key(),
            Stage::Frame.key(),
            new.at,
            first_hash,
            new.recipe_version,
            new.assurance.key()
        ],
    )
    .await?;
    for (place, tool) in new.tools.iter().enumerate() {
        sql.run(&INSERT_TOOL, args![new.id, tool, place as i64]).await?;
    }
    Ok(())
}

/// The names of a space's tools, in order.
///
/// # Errors
/// When the database fails.
pub async fn tools(sql: &mut Sql, space: Uuid) -> Result<Vec<String>> {
    Ok(sql.all::<(String,)>(&TOOLS, args![space]).await?.into_iter().map(|t| t.0).collect())
}

/// The roles somebody has in a space.
///
/// # Errors
/// When the database fails.
pub async fn roles_of(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Role>> {
    let keys = sql.all::<(String,)>(&ROLES_OF, args![space, person]).await?;
    let mut roles: Vec<Role> = keys.iter().filter_map(|k| Role::of(&k.0)).collect();
    roles.sort_by_key(|r| ROLES.iter().position(|x| x == r).unwrap_or(ROLES.len()));
    Ok(roles)
}

/// Gives a role; giving it twice changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn give_role(sql: &mut Sql, space: Uuid, person: Uuid, role: Role, at: DateTime<Utc>) -> Result<()> {
    if role == Role::Helper {
        return sql.run(&GIVE_HELPER, args![space, person, at]).await.map(|_| ());
    }
    sql.run(&GIVE_ROLE, args![space, person, role.key(), at]).await?;
    if group::is_handed_down(role) { group::hand_down(sql, space).await } else { Ok(()) }
}

/// Takes a role away, also in the working groups it was handed down to.
///
/// # Errors
/// [`crate::Error::Refused`] in a working group for a role that comes from the space it belongs to, or when the database fails.
pub async fn take_role(sql: &mut Sql, space: Uuid, person: Uuid, role: Role) -> Result<()> {
    if role == Role::Helper {
        return sql.run(&TAKE_HELPER, args![space, person]).await.map(|_| ());
    }
    if group::is_handed_down(role) {
        group::take_down(sql, space, person, role).await?;
    }
    sql.run(&TAKE_ROLE, args![space, person, role.key()]).await.map(|_| ())
}

/// Everyone with a role in the space, a row a role.
///
/// # Errors
/// When the database fails.
pub async fn team(sql: &mut Sql, space: Uuid) -> Result<Vec<TeamMember>> {
    sql.all(&TEAM, args![space]).await
}

/// The people with one role in the space.
///
/// # Errors
/// When the database fails.
pub async fn with_role(sql: &mut Sql, space: Uuid, role: Role) -> Result<Vec<Uuid>> {
    let found = if role == Role::Helper { sql.all::<(Uuid,)>(&HELPERS, args![space]).await? } else { sql.all(&WITH_ROLE, args![space, role.key()]).await? };
    Ok(found.into_iter().map(|r| r.0).collect())
}

/// What the frame says of the space as a whole.
///
/// # Errors
/// When the database fails.
pub async fn set_frame(sql: &mut Sql, space: Uuid, sentence: &str, belongs_to: &str, answer_by: Option<NaiveDate>) -> Result<()> {
    sql.run(&SET_FRAME, args![space, sentence, belongs_to, answer_by]).await.map(|_| ())
}

/// Gives a space a picture: its address and what it shows; two empty texts take it away.
///
/// # Errors
/// When the database fails.
pub async fn set_cover(sql: &mut Sql, space: Uuid, address: &str, alt: &str) -> Result<()> {
    sql.run(&SET_COVER, args![space, address, alt]).await.map(|_| ())
}

/// Asks for a level of assurance.
///
/// # Errors
/// When the database fails.
pub async fn set_assurance(sql: &mut Sql, space: Uuid, level: Assurance) -> Result<()> {
    sql.run(&SET_ASSURANCE, args![space, level.key()]).await.map(|_| ())
}

/// Sets what a space is called, what it is about, where it belongs and who may see it.
///
/// # Errors
/// When the database fails.
pub async fn settle(sql: &mut Sql, space: Uuid, title: &str, summary: &str, area: Option<Uuid>, visibility: Visibility) -> Result<()> {
    sql.run(&SETTLE, args![space, title, summary, area, visibility.key()]).await.map(|_| ())
}

/// Closes a space, or opens it again.
///
/// # Errors
/// When the database fails.
pub async fn set_closed(sql: &mut Sql, space: Uuid, at: Option<DateTime<Utc>>) -> Result<()> {
    sql.run(&SET_CLOSED, args![space, at]).await.map(|_| ())
}

/// Moves a space to a step of the loop.
///
/// # Errors
/// When the database fails.
pub async fn set_stage(sql: &mut Sql, space: Uuid, stage: Stage) -> Result<()> {
    sql.run(&SET_STAGE, args![space, stage.key()]).await.map(|_| ())
}

/// Everyone who gave something to the space or has a role in it.
///
/// # Errors
/// When the database fails.
pub async fn contributors(sql: &mut Sql, space: Uuid) -> Result<Vec<Uuid>> {
    Ok(sql.all::<(Uuid,)>(&CONTRIBUTORS, args![space]).await?.into_iter().map(|r| r.0).collect())
}

/// Remembers that somebody gave something.
///
/// # Errors
/// When the database fails.
pub async fn contributed(sql: &mut Sql, space: Uuid, person: Uuid, kind: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&CONTRIBUTED_NOW, args![space, person, kind, at]).await.map(|_| ())
}

/// A name for addresses made from a title, that no other space has: `Unge på Nørremarken` → `unge-paa-noerremarken`.
///
/// # Errors
/// When the database fails.
pub async fn free_slug(sql: &mut Sql, title: &str) -> Result<String> {
    let base = slug_of(title);
    let taken: Vec<(String,)> = sql.all(&SLUGS_LIKE, args![format!("{base}%")]).await?;
    let free = |slug: &str| taken.iter().all(|t| t.0 != slug);
    if free(&base) {
        return Ok(base);
    }
    Ok((2..).map(|n| format!("{base}-{n}")).find(|slug| free(slug)).unwrap_or(base))
}

/// Lower-case ASCII with hyphens; never empty.
#[must_use]
pub fn slug_of(title: &str) -> String {
    let mut out = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'é' | 'è' | 'ê' => out.push('e'),
            'ü' => out.push('u'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
        if out.len() >= 60 {
            break;
        }
    }
    let out = out.trim_matches('-').to_owned();
    // "ny" is the page where a space is made.
    if out.is_empty() || out == "ny" { "forloeb".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn danish_letters_become_readable_addresses() {
        assert_eq!(slug_of("Unge på Nørremarken!"), "unge-paa-noerremarken");
        assert_eq!(slug_of("  ***  "), "forloeb");
        assert_eq!(slug_of("Ny"), "forloeb");
    }

    proptest! {
        #[test]
        fn any_title_becomes_a_slug_of_plain_characters(title in "\\PC{0,200}") {
            let slug = slug_of(&title);
            prop_assert!(!slug.is_empty() && slug.len() <= 64);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }
    }
}
