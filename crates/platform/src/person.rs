//! People, organisations and areas.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Sql, Value};
use crate::error::Result;
use crate::held_roles;
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
    /// As they write it themselves; Danish numbers as eight digits, others with `+`.
    pub phone: Option<String>,
    /// For letters, several lines.
    pub address: Option<String>,
    /// How they are reached: `mail`, `text`, `letter`, `phone` (see [`Contact`]).
    pub contact: String,
    /// Who is rung up where they are reached by phone through a helper.
    pub helper_id: Option<Uuid>,
    /// How often they hear: `daily`, `at_once`, `weekly`, `important` (see [`Rhythm`]).
    pub rhythm: String,
    /// The person this one turned out to be; everything new happens there.
    pub merged_into: Option<Uuid>,
    /// When they left; then no name or address is stored any more.
    pub left_at: Option<DateTime<Utc>>,
}

/// How a person is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Contact {
    Mail,
    Text,
    Letter,
    Phone,
}

impl Contact {
    /// In the order they are offered.
    pub const ALL: [Contact; 4] = [Contact::Mail, Contact::Text, Contact::Letter, Contact::Phone];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Contact::Mail => "mail",
            Contact::Text => "text",
            Contact::Letter => "letter",
            Contact::Phone => "phone",
        }
    }

    /// The way of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.key() == key)
    }
}

/// How often a person hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Rhythm {
    Daily,
    AtOnce,
    Weekly,
    Important,
}

impl Rhythm {
    /// In the order they are offered.
    pub const ALL: [Rhythm; 4] = [Rhythm::Daily, Rhythm::AtOnce, Rhythm::Weekly, Rhythm::Important];

    /// The name in the database and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Rhythm::Daily => "daily",
            Rhythm::AtOnce => "at_once",
            Rhythm::Weekly => "weekly",
            Rhythm::Important => "important",
        }
    }

    /// The rhythm of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == key)
    }
}

/// The columns of a [`Person`], of the table or alias named.
#[macro_export]
macro_rules! person_columns {
    ($p:literal) => {
        concat!(
            $p,
            ".id, ",
            $p,
            ".name, ",
            $p,
            ".email, ",
            $p,
            ".title, ",
            $p,
            ".organisation_id, ",
            $p,
            ".language, ",
            $p,
            ".persona, ",
            $p,
            ".phone, ",
            $p,
            ".address, ",
            $p,
            ".contact, ",
            $p,
            ".helper_id, ",
            $p,
            ".rhythm, ",
            $p,
            ".merged_into, ",
            $p,
            ".left_at"
        )
    };
}

/// What stands in a person's place when they have left, in the language of the records; pages say `former-participant`.
pub const FORMER: &str = "Tidligere deltager";

impl Person {
    /// The language of their mail.
    #[must_use]
    pub fn lang(&self) -> Lang {
        Lang::of(&self.language)
    }

    /// How they are reached.
    #[must_use]
    pub fn contact(&self) -> Contact {
        Contact::of(&self.contact).unwrap_or(Contact::Mail)
    }

    /// How often they hear.
    #[must_use]
    pub fn rhythm(&self) -> Rhythm {
        Rhythm::of(&self.rhythm).unwrap_or(Rhythm::Daily)
    }

    /// Whether they are still here as themselves: neither left nor merged into somebody else.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.left_at.is_none() && self.merged_into.is_none()
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
    FIND = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.id = $1");
    // A person merged into another is found as the other one. Merging again points every earlier one there, so one step is enough.
    FIND_BY_EMAIL = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.id = (SELECT COALESCE(m.merged_into, m.id) FROM person m WHERE m.email = $1)");
    INSERT = "INSERT INTO person (id, name, email, title, organisation_id, language, persona, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SET_DETAILS = "UPDATE person SET name = $2, email = $3, title = $4, phone = $5, address = $6 WHERE id = $1";
    FORGET_WORDS = "DELETE FROM person_word WHERE person_id = $1";
    // Eight words at a time; a shorter list repeats its last word.
    INSERT_WORDS = "INSERT INTO person_word (person_id, word) VALUES ($1, $2), ($1, $3), ($1, $4), ($1, $5), ($1, $6), ($1, $7), ($1, $8), ($1, $9) ON CONFLICT DO NOTHING";
    WITHOUT_WORDS = "SELECT p.id, p.name, p.email, p.phone FROM person p WHERE p.name <> '' AND p.left_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM person_word w WHERE w.person_id = p.id) LIMIT 1000";
    SET_LANGUAGE = "UPDATE person SET language = $2 WHERE id = $1";
    PERSONAS = concat!("SELECT ", person_columns!("p"), " FROM person p WHERE p.persona IS NOT NULL ORDER BY p.created_at, p.id");
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

/// The person with this address, if any; somebody who was merged into another is found as the other.
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
    sql.run(&INSERT, args![id, new.name, email.clone(), new.title, new.organisation, new.lang.tag(), new.persona, at]).await?;
    index(sql, id, new.name, email.as_deref(), None).await
}

/// The words somebody is found by, in lower case: those of the name, the whole address and the words before its `@`, the
/// digits of the telephone number.
#[must_use]
pub fn words_of(name: &str, email: Option<&str>, phone: Option<&str>) -> BTreeSet<String> {
    let split = |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let email = email.unwrap_or_default().to_lowercase();
    let mut words: BTreeSet<String> = split(name).into_iter().chain(split(email.split('@').next().unwrap_or_default())).collect();
    words.insert(email);
    words.insert(phone.unwrap_or_default().chars().filter(char::is_ascii_digit).collect());
    words.remove("");
    words
}

/// The condition that a person `p` is here and has a word beginning with each of up to three words, whose ranges are $1 to $6
/// (see [`word_ranges`]): the first leads through the index.
#[macro_export]
macro_rules! person_matches {
    () => {
        "p.left_at IS NULL AND p.merged_into IS NULL AND p.id IN (SELECT w.person_id FROM person_word w WHERE w.word >= $1 AND w.word < $2)
        AND (EXISTS (SELECT 1 FROM person_word w2 WHERE w2.person_id = p.id AND w2.word >= $3 AND w2.word < $4) OR length($3) = 0)
        AND (EXISTS (SELECT 1 FROM person_word w3 WHERE w3.person_id = p.id AND w3.word >= $5 AND w3.word < $6) OR length($5) = 0) "
    };
}

/// The words of a search for people: up to three of a name, a whole address, or the digits of a telephone number.
#[must_use]
pub fn query_words(query: &str) -> Vec<String> {
    let query = query.to_lowercase();
    let digits: String = query.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 4 && !query.chars().any(char::is_alphabetic) {
        return vec![national(&digits).to_owned()];
    }
    let mut words = vec![];
    for token in query.split_whitespace() {
        if token.contains('@') {
            words.push(token.to_owned());
        } else {
            words.extend(token.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned));
        }
    }
    words.truncate(3);
    words
}

/// The digits of a Danish number without its country code.
#[must_use]
pub fn national(digits: &str) -> &str {
    digits.strip_prefix("0045").or_else(|| digits.strip_prefix("45").filter(|rest| rest.len() == 8)).unwrap_or(digits)
}

/// A telephone number as it is stored: eight digits for a Danish one, `+` and digits for others; nothing when it is none.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '(' | ')' | '\u{a0}' | '/')).collect();
    let (abroad, digits) = match plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")) {
        Some(rest) => (true, rest),
        None => (false, plain.as_str()),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let danish = if abroad { digits.strip_prefix("45") } else { Some(national(digits)) };
    match danish {
        Some(d) if d.len() == 8 => Some(d.to_owned()),
        None if abroad && (6..=15).contains(&digits.len()) && !digits.starts_with('0') => Some(format!("+{digits}")),
        _ => None,
    }
}

/// A number as it is read: `20 12 34 56`.
#[must_use]
pub fn spaced(phone: &str) -> String {
    if phone.len() != 8 {
        return phone.to_owned();
    }
    phone.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair)).collect::<Vec<_>>().join(" ")
}

/// The values for [`person_matches!`](crate::person_matches): the ranges of words that begin like those of the query.
/// Nothing where it has none.
#[must_use]
pub fn word_ranges(query: &str) -> Option<Vec<Value>> {
    let mut words = query_words(query);
    if words.is_empty() {
        return None;
    }
    // The longest word finds the fewest.
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    let range = |word: Option<&String>| {
        let mut upper = word.map(|w| w.clone().into_bytes()).unwrap_or_default();
        let lower = upper.clone();
        // No byte of UTF-8 is 0xff.
        upper.push(0xff);
        [Value::from(lower), Value::from(upper)]
    };
    Some((0..3).flat_map(|i| range(words.get(i))).collect())
}

/// Remembers the words a person is found by.
///
/// # Errors
/// When the database fails.
pub async fn index(sql: &mut Sql, id: Uuid, name: &str, email: Option<&str>, phone: Option<&str>) -> Result<()> {
    let words: Vec<String> = words_of(name, email, phone).into_iter().collect();
    for eight in words.chunks(8) {
        let last = eight.last().map(String::as_str).unwrap_or_default();
        let mut values = args![id];
        values.extend((0..8).map(|i| Value::from(eight.get(i).map_or(last, String::as_str).as_bytes())));
        sql.run(&INSERT_WORDS, values).await?;
    }
    Ok(())
}

/// Remembers the words of up to a thousand people who have none yet: those who were here before people could be found by
/// every word. Gives how many there were.
///
/// # Errors
/// When the database fails.
pub async fn index_some(sql: &mut Sql) -> Result<usize> {
    let rows: Vec<(Uuid, String, Option<String>, Option<String>)> = sql.all(&WITHOUT_WORDS, args![]).await?;
    for (id, name, email, phone) in &rows {
        index(sql, *id, name, email.as_deref(), phone.as_deref()).await?;
    }
    Ok(rows.len())
}

/// What a person may have corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Details {
    pub name: String,
    pub email: Option<String>,
    pub title: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
}

impl Details {
    /// As they stand.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            email: person.email.clone(),
            title: person.title.clone(),
            phone: person.phone.clone(),
            address: person.address.clone(),
        }
    }
}

/// Changes what is stored about a person. Another e-mail address is another way in: their roles in sealed spaces are held back, unless the
/// person has shown that it is theirs ([`set_own_details`]).
///
/// # Errors
/// [`crate::Error::Taken`] where the address belongs to somebody else.
pub async fn set_details(sql: &mut Sql, id: Uuid, d: &Details) -> Result<()> {
    if find(sql, id).await?.email != d.email {
        held_roles::hold(sql, id, "address").await?;
    }
    set_own_details(sql, id, d).await
}

/// The same by the person, who has shown that the address is theirs.
///
/// # Errors
/// When the database fails.
pub async fn set_own_details(sql: &mut Sql, id: Uuid, d: &Details) -> Result<()> {
    sql.run(&SET_DETAILS, args![id, &d.name, d.email.clone(), d.title.clone(), d.phone.clone(), d.address.clone()]).await?;
    sql.run(&FORGET_WORDS, args![id]).await?;
    index(sql, id, &d.name, d.email.as_deref(), d.phone.as_deref()).await
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
    let person = find(sql, id).await?;
    set_details(sql, id, &Details { name: name.to_owned(), ..Details::of(&person) }).await
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
