//! People, organisations and areas.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::Sql;
use crate::error::Result;
use crate::words::Lang;
use crate::{args, statements};

/// Someone with an account.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    /// UUIDv7.
    pub id: Uuid,
    /// As they write it themselves.
    pub name: String,
    /// Lower case; missing for people who are reached another way.
    pub email: Option<String>,
    /// Title or function, if any.
    pub title: Option<String>,
    /// The organisation they act for, if any.
    pub organisation_id: Option<Uuid>,
    /// `da` or `en`.
    pub language: String,
    /// In the demonstration: which of the five one can be.
    pub persona: Option<String>,
}

impl Person {
    /// The language of their mail.
    #[must_use]
    pub fn lang(&self) -> Lang {
        Lang::of(&self.language)
    }
}

/// A local area of the municipality.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Area {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub description: String,
}

/// An association, business, institution or part of the administration.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Organisation {
    pub id: Uuid,
    pub name: String,
    pub kind: String,
}

statements! {
    FIND = "SELECT id, name, email, title, organisation_id, language, persona FROM person WHERE id = $1";
    FIND_BY_EMAIL = "SELECT id, name, email, title, organisation_id, language, persona FROM person WHERE email = $1";
    INSERT = "INSERT INTO person (id, name, email, title, organisation_id, language, persona, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SET_NAME = "UPDATE person SET name = $2 WHERE id = $1";
    SET_LANGUAGE = "UPDATE person SET language = $2 WHERE id = $1";
    PERSONAS = "SELECT id, name, email, title, organisation_id, language, persona FROM person WHERE persona IS NOT NULL ORDER BY created_at, id";
    AREAS = "SELECT id, slug, name, description FROM area ORDER BY name";
    AREA_BY_SLUG = "SELECT id, slug, name, description FROM area WHERE slug = $1";
    AREA_BY_ID = "SELECT id, slug, name, description FROM area WHERE id = $1";
    INSERT_AREA = "INSERT INTO area (id, slug, name, description) VALUES ($1, $2, $3, $4)";
    ORGANISATIONS = "SELECT id, name, kind FROM organisation ORDER BY name";
    ORGANISATIONS_OF_AREA = "SELECT id, name, kind FROM organisation WHERE area_id = $1 ORDER BY name";
    ORGANISATION = "SELECT id, name, kind FROM organisation WHERE id = $1";
    INSERT_ORGANISATION = "INSERT INTO organisation (id, name, kind, area_id) VALUES ($1, $2, $3, $4)";
    WITH_ORGANISATION = "SELECT p.id, p.name, o.name AS organisation, p.title FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE p.id IN (SELECT person_id FROM space_role WHERE space_id = $1) ORDER BY p.name";
}

/// A new person.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewPerson<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub title: Option<&'a str>,
    pub organisation: Option<Uuid>,
    pub lang: Lang,
    pub persona: Option<&'a str>,
}

/// One person.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn find(sql: &mut Sql, id: Uuid) -> Result<Person> {
    sql.one(&FIND, args![id]).await
}

/// The person with this address, if any.
///
/// # Errors
/// When the database fails.
pub async fn find_by_email(sql: &mut Sql, email: &str) -> Result<Option<Person>> {
    sql.maybe(&FIND_BY_EMAIL, args![email.to_lowercase()]).await
}

/// Adds a person.
///
/// # Errors
/// [`crate::Error::Taken`] where the address already belongs to somebody.
pub async fn insert(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, new: &NewPerson<'_>) -> Result<()> {
    let email = new.email.map(str::to_lowercase);
    sql.run(&INSERT, args![id, new.name, email, new.title, new.organisation, new.lang.tag(), new.persona, at]).await?;
    Ok(())
}

/// Finds the person with this address or adds one of that name.
///
/// # Errors
/// When the database fails.
pub async fn find_or_insert(sql: &mut Sql, id: Uuid, at: DateTime<Utc>, name: &str, email: &str, lang: Lang) -> Result<Uuid> {
    if let Some(person) = find_by_email(sql, email).await? {
        return Ok(person.id);
    }
    insert(sql, id, at, &NewPerson { name, email: Some(email), title: None, organisation: None, lang, persona: None }).await?;
    Ok(id)
}

/// Changes what a person is called.
///
/// # Errors
/// When the database fails.
pub async fn set_name(sql: &mut Sql, id: Uuid, name: &str) -> Result<()> {
    sql.run(&SET_NAME, args![id, name]).await.map(|_| ())
}

/// Changes the language of a person's mail.
///
/// # Errors
/// When the database fails.
pub async fn set_language(sql: &mut Sql, id: Uuid, lang: Lang) -> Result<()> {
    sql.run(&SET_LANGUAGE, args![id, lang.tag()]).await.map(|_| ())
}

/// The people a visitor of the demonstration can be.
///
/// # Errors
/// When the database fails.
pub async fn personas(sql: &mut Sql) -> Result<Vec<Person>> {
    sql.all(&PERSONAS, args![]).await
}

/// All local areas.
///
/// # Errors
/// When the database fails.
pub async fn areas(sql: &mut Sql) -> Result<Vec<Area>> {
    sql.all(&AREAS, args![]).await
}

/// All organisations.
///
/// # Errors
/// When the database fails.
pub async fn organisations(sql: &mut Sql) -> Result<Vec<Organisation>> {
    sql.all(&ORGANISATIONS, args![]).await
}

/// Someone with a role in a space, for a list to choose from: id, name, organisation, title.
pub type Choice = (Uuid, String, Option<String>, Option<String>);

/// The people with a role in a space, by name.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Choice>> {
    sql.all(&WITH_ORGANISATION, args![space]).await
}
