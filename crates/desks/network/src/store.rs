//! The network's SQL.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::{Sql, Value};
use samskab_platform::network::{Candidate, Check, Kind, Times, Wanted};
use samskab_platform::person::{self, Details};
use samskab_platform::{Result, args, person_matches, statements};
use uuid::Uuid;

use crate::model::Offer;

macro_rules! offer {
    () => {
        "SELECT o.id, o.person_id, o.organisation_id, o.area_id, o.can, o.own_words, o.reach, o.week, o.per_month, o.fast, o.certificate_on, o.licence,
        o.first_aid, o.languages, o.entered_how, o.told_at, o.confirmed_at, o.reminded_at, o.paused_until, a.name AS area, g.name AS organisation,
        w.name AS entered_by FROM network_offer o LEFT JOIN area a ON a.id = o.area_id LEFT JOIN organisation g ON g.id = o.organisation_id
        LEFT JOIN person w ON w.id = o.entered_by "
    };
}

macro_rules! fitting {
    ($near:literal) => {
        concat!(
            "SELECT o.id AS offer, o.person_id, o.organisation_id, o.area_id, ", $near, " AS near, o.per_month, o.certificate_on, o.fast, o.confirmed_at
            FROM network_kind k JOIN network_offer o ON o.id = k.offer_id
            WHERE k.kind = $1 AND (k.paused_until IS NULL OR k.paused_until < $2) AND ($3 = 0 OR (k.times & $3) <> 0) AND (o.certificate_on IS NOT NULL OR NOT $4)
            AND (o.licence OR NOT $5) AND (o.first_aid OR NOT $6) AND (o.languages LIKE $7 OR $7 = '') "
        )
    };
}

statements! {
    ANYWHERE = concat!(fitting!("FALSE"), "ORDER BY o.confirmed_at DESC, o.id LIMIT $8 OFFSET $9");
    IN_AREA = concat!(fitting!("TRUE"), "AND k.area_id = $10 UNION ALL ", fitting!("FALSE"),
        "AND ((k.wide AND k.area_id <> $10) OR k.area_id IS NULL) ORDER BY near DESC, confirmed_at DESC, offer LIMIT $8 OFFSET $9");
    COUNTED = "SELECT area_id, kind, COUNT(*) FROM network_kind WHERE paused_until IS NULL OR paused_until < $1 GROUP BY area_id, kind";
    AREAS = "SELECT id, name, inhabitants FROM area ORDER BY name";
    OF_PERSON = concat!(offer!(), "WHERE o.person_id = $1 ORDER BY o.told_at, o.id");
    ONE = concat!(offer!(), "WHERE o.id = $1");
    LISTED = concat!(offer!(), "WHERE o.id IN (SELECT unhex(e.value) FROM json_each($1) e)"),
        postgres concat!(offer!(), "WHERE o.id IN (SELECT e::uuid FROM json_array_elements_text($1::json) e)");
    INSERT = "INSERT INTO network_offer (id, person_id, organisation_id, area_id, can, own_words, reach, week, per_month, fast, certificate_on, licence,
        first_aid, languages, entered_by, entered_how, told_at, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)";
    CHANGE = "UPDATE network_offer SET organisation_id = $2, area_id = $3, can = $4, own_words = $5, reach = $6, week = $7, per_month = $8, fast = $9,
        certificate_on = $10, licence = $11, first_aid = $12, languages = $13, confirmed_at = $14, reminded_at = NULL WHERE id = $1";
    FORGET_KINDS = "DELETE FROM network_kind WHERE offer_id = $1";
    INSERT_KIND = "INSERT INTO network_kind (offer_id, kind, area_id, wide, times, paused_until) VALUES ($1, $2, $3, $4, $5, $6)";
    PAUSE = "UPDATE network_offer SET paused_until = $2 WHERE id = $1";
    PAUSE_KINDS = "UPDATE network_kind SET paused_until = $2 WHERE offer_id = $1";
    CONFIRM = "UPDATE network_offer SET confirmed_at = $2, reminded_at = NULL WHERE id = $1";
    DELETE = "DELETE FROM network_offer WHERE id = $1";
    DUE_TO_END = "SELECT id, person_id FROM network_offer WHERE reminded_at <= $1 AND confirmed_at <= $2 ORDER BY reminded_at LIMIT $3";
    DUE_TO_ASK = "SELECT id, person_id FROM network_offer WHERE confirmed_at <= $1 AND reminded_at IS NULL ORDER BY confirmed_at LIMIT $2";
    END_UNANSWERED = "DELETE FROM network_offer WHERE id = $1 AND reminded_at <= $2";
    NOTE_ASKED = "UPDATE network_offer SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL";
    ORGANISATIONS = "SELECT o.id, o.name FROM organisation_person m JOIN organisation o ON o.id = m.organisation_id
        WHERE m.person_id = $1 AND o.kind IN ('association', 'business', 'institution') ORDER BY o.name";
    SEARCH = concat!("SELECT p.id, p.name, a.name AS area FROM person p LEFT JOIN area a ON a.id = p.area_id WHERE ", person_matches!(), "ORDER BY p.name, p.id LIMIT $7");
    INSERT_PERSON = "INSERT INTO person (id, name, phone, address, area_id, language, contact, entered_by, created_at) VALUES ($1, $2, $3, $4, $5, 'da', $6, $7, $8)";
    AREA_OF = "SELECT area_id FROM person WHERE id = $1";
}

/// An offer as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) area_id: Option<Uuid>,
    pub(crate) can: String,
    pub(crate) own_words: String,
    pub(crate) reach: String,
    pub(crate) week: String,
    pub(crate) per_month: i64,
    pub(crate) fast: String,
    pub(crate) certificate_on: Option<NaiveDate>,
    pub(crate) licence: bool,
    pub(crate) first_aid: bool,
    pub(crate) languages: String,
    pub(crate) entered_how: String,
    pub(crate) told_at: DateTime<Utc>,
    pub(crate) confirmed_at: DateTime<Utc>,
    pub(crate) reminded_at: Option<DateTime<Utc>>,
    pub(crate) paused_until: Option<NaiveDate>,
    pub(crate) area: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) entered_by: Option<String>,
}

impl Row {
    pub(crate) fn offer(&self) -> Offer {
        Offer {
            organisation: self.organisation_id,
            area: self.area_id,
            wide: self.reach == "all",
            can: self.can.split(',').filter_map(Kind::of).collect(),
            own_words: self.own_words.clone(),
            times: Times::read(&self.week),
            per_month: self.per_month,
            fast: self.fast.clone(),
            certificate_on: self.certificate_on,
            licence: self.licence,
            first_aid: self.first_aid,
            languages: self.languages.split(',').filter(|l| !l.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// Whether it is paused on this day.
    pub(crate) fn is_paused(&self, today: NaiveDate) -> bool {
        self.paused_until.is_some_and(|until| until >= today)
    }
}

/// Somebody found by their name: id, name, area.
pub(crate) type Found = (Uuid, String, Option<String>);

/// An area: id, name, how many live there.
pub(crate) type Area = (Uuid, String, Option<i64>);

/// The offers that fit, on this day (see [`samskab_platform::network::candidates`]).
pub(crate) async fn candidates(sql: &mut Sql, today: NaiveDate, wanted: &Wanted) -> Result<Vec<Candidate>> {
    let needs = |check| wanted.checks.contains(&check);
    let language = wanted.language.as_ref().map_or_else(String::new, |l| format!("%,{l},%"));
    let mut values: Vec<Value> = args![
        wanted.kind.map_or("", Kind::key),
        today,
        wanted.times.bits(),
        needs(Check::Certificate),
        needs(Check::Licence),
        needs(Check::FirstAid),
        language,
        wanted.limit,
        wanted.skip
    ];
    match wanted.area {
        None => sql.all(&ANYWHERE, values).await,
        Some(area) => {
            values.extend(args![area]);
            sql.all(&IN_AREA, values).await
        }
    }
}

/// How many offers there are: area, kind (empty: of any kind), number. Paused ones are not counted.
pub(crate) async fn counted(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Option<Uuid>, String, i64)>> {
    sql.all(&COUNTED, args![today]).await
}

pub(crate) async fn areas(sql: &mut Sql) -> Result<Vec<Area>> {
    sql.all(&AREAS, args![]).await
}

pub(crate) async fn of_person(sql: &mut Sql, person: Uuid) -> Result<Vec<Row>> {
    sql.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn one(sql: &mut Sql, id: Uuid) -> Result<Row> {
    sql.one(&ONE, args![id]).await
}

/// These offers, in the order of the ids.
pub(crate) async fn listed(sql: &mut Sql, ids: &[Uuid]) -> Result<Vec<Row>> {
    let hex: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
    let mut rows: Vec<Row> = sql.all(&LISTED, args![serde_json::json!(hex).to_string()]).await?;
    rows.sort_by_key(|r| ids.iter().position(|id| *id == r.id));
    Ok(rows)
}

fn keys(can: &[Kind]) -> String {
    can.iter().map(|k| k.key()).collect::<Vec<_>>().join(",")
}

/// With a comma at both ends, so that a language is found whole.
fn languages(all: &[String]) -> String {
    if all.is_empty() { String::new() } else { format!(",{},", all.join(",")) }
}

fn reach(offer: &Offer) -> &'static str {
    if offer.wide { "all" } else { "area" }
}

async fn insert_kinds(sql: &mut Sql, id: Uuid, offer: &Offer, paused_until: Option<NaiveDate>) -> Result<()> {
    sql.run(&FORGET_KINDS, args![id]).await?;
    for kind in offer.can.iter().map(|k| k.key()).chain([""]) {
        sql.run(&INSERT_KIND, args![id, kind, offer.area, offer.wide, offer.times.bits(), paused_until]).await?;
    }
    Ok(())
}

/// What an offer says, in the order in which both statements name its columns.
fn said(o: &Offer) -> Vec<Value> {
    args![
        o.organisation,
        o.area,
        keys(&o.can),
        &o.own_words,
        reach(o),
        o.times.to_string(),
        o.per_month,
        &o.fast,
        o.certificate_on,
        o.licence,
        o.first_aid,
        languages(&o.languages)
    ]
}

#[allow(clippy::too_many_arguments)]
pub(crate) async fn insert(sql: &mut Sql, id: Uuid, person: Uuid, o: &Offer, by: Option<Uuid>, how: &str, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT, [args![id, person], said(o), args![by, how, at]].concat()).await?;
    insert_kinds(sql, id, o, None).await
}

pub(crate) async fn change(sql: &mut Sql, id: Uuid, o: &Offer, paused_until: Option<NaiveDate>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&CHANGE, [args![id], said(o), args![at]].concat()).await?;
    insert_kinds(sql, id, o, paused_until).await
}

pub(crate) async fn pause(sql: &mut Sql, id: Uuid, until: Option<NaiveDate>) -> Result<()> {
    sql.run(&PAUSE, args![id, until]).await?;
    sql.run(&PAUSE_KINDS, args![id, until]).await.map(|_| ())
}

pub(crate) async fn confirm(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&CONFIRM, args![id, at]).await.map(|_| ())
}

pub(crate) async fn delete(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&DELETE, args![id]).await.map(|_| ())
}

/// Offers somebody was asked about before one moment and that were last said to hold before another: offer and person.
pub(crate) async fn due_to_end(sql: &mut Sql, asked: DateTime<Utc>, told: DateTime<Utc>, most: i64) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&DUE_TO_END, args![asked, told, most]).await
}

/// Offers that were last said to hold before this moment, and nobody has been asked since: offer and person.
pub(crate) async fn due_to_ask(sql: &mut Sql, told: DateTime<Utc>, most: i64) -> Result<Vec<(Uuid, Uuid)>> {
    sql.all(&DUE_TO_ASK, args![told, most]).await
}

/// Ends one; `false` where it has been answered for meanwhile, or is gone.
pub(crate) async fn end_unanswered(sql: &mut Sql, id: Uuid, asked: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&END_UNANSWERED, args![id, asked]).await? > 0)
}

pub(crate) async fn note_asked(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&NOTE_ASKED, args![id, at]).await? > 0)
}

/// The associations, businesses and institutions somebody belongs to.
pub(crate) async fn organisations(sql: &mut Sql, person: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&ORGANISATIONS, args![person]).await
}

/// People by words of their names, address or number; none for an empty query.
pub(crate) async fn search(sql: &mut Sql, query: &str) -> Result<Vec<Found>> {
    let Some(mut values) = person::word_ranges(query) else { return Ok(vec![]) };
    values.extend(args![20i64]);
    sql.all(&SEARCH, values).await
}

pub(crate) async fn insert_person(sql: &mut Sql, id: Uuid, d: &Details, area: Option<Uuid>, contact: &str, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_PERSON, args![id, &d.name, d.phone.clone(), d.address.clone(), area, contact, by, at]).await.map(|_| ())
}

/// The area somebody is known to belong to.
pub(crate) async fn area_of(sql: &mut Sql, person: Uuid) -> Result<Option<Uuid>> {
    Ok(sql.maybe::<(Option<Uuid>,)>(&AREA_OF, args![person]).await?.and_then(|r| r.0))
}
