//! The SQL of rules, members and dues.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Rules;

macro_rules! member {
    () => {
        "SELECT m.id, m.person_id, p.name, p.contact, m.number, m.code, m.asked_at, m.joined_on, m.left_on,
         (SELECT CAST(COALESCE(SUM(d.amount_ore), 0) AS BIGINT) FROM association_due d JOIN association_season s ON s.id = d.season_id
          WHERE d.person_id = m.person_id AND s.space_id = m.space_id AND d.paid_on IS NULL) AS owes
         FROM association_member m JOIN person p ON p.id = m.person_id "
    };
}

statements! {
    RULES = "SELECT notice_days, proposal_days, paid_to_vote, term_years, certificate_years, agenda FROM association WHERE space_id = $1";
    BEGIN = "INSERT INTO association (space_id, notice_days, proposal_days, paid_to_vote, term_years, certificate_years, agenda, last_number)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0) ON CONFLICT DO NOTHING";
    SETTLE = "UPDATE association SET notice_days = $2, proposal_days = $3, paid_to_vote = $4, term_years = $5, certificate_years = $6, agenda = $7 WHERE space_id = $1";
    // The row is held until the transaction ends: two who enter members at once wait for each other.
    COUNT_ON = "UPDATE association SET last_number = last_number + 1 WHERE space_id = $1";
    LAST_NUMBER = "SELECT last_number FROM association WHERE space_id = $1";
    MEMBERS = concat!(member!(), "WHERE m.space_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL ORDER BY p.name, m.id LIMIT $2");
    WAITING = concat!(member!(), "WHERE m.space_id = $1 AND m.number IS NULL AND p.left_at IS NULL ORDER BY m.asked_at, m.id LIMIT 100");
    FORMER = concat!(member!(), "WHERE m.space_id = $1 AND m.left_on IS NOT NULL AND p.left_at IS NULL ORDER BY m.left_on DESC, m.id LIMIT 50");
    MEMBER = concat!(member!(), "WHERE m.id = $1 AND m.space_id = $2");
    OF_PERSON = concat!(member!(), "WHERE m.space_id = $1 AND m.person_id = $2");
    IS_MEMBER = "SELECT COUNT(*) FROM association_member m WHERE m.space_id = $1 AND m.person_id = $2 AND m.number IS NOT NULL AND m.left_on IS NULL";
    COUNT = "SELECT COUNT(*) FROM association_member m JOIN person p ON p.id = m.person_id
        WHERE m.space_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL";
    COUNT_WAITING = "SELECT COUNT(*) FROM association_member m JOIN person p ON p.id = m.person_id WHERE m.space_id = $1 AND m.number IS NULL AND p.left_at IS NULL";
    CARD = "SELECT p.id, p.name FROM association_member m JOIN person p ON p.id = m.person_id
        WHERE m.space_id = $1 AND m.code = $2 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL";
    INSERT = "INSERT INTO association_member (id, space_id, person_id, code, asked_at, entered_by) VALUES ($1, $2, $3, $4, $5, $6)";
    LET_IN = "UPDATE association_member SET number = COALESCE(number, $2), joined_on = $3, left_on = NULL WHERE id = $1 AND (number IS NULL OR left_on IS NOT NULL)";
    TURN_AWAY = "DELETE FROM association_member WHERE id = $1 AND space_id = $2 AND number IS NULL";
    LEAVE = "UPDATE association_member SET left_on = $3 WHERE id = $1 AND space_id = $2 AND number IS NOT NULL AND left_on IS NULL";
    ENTERED = "UPDATE person SET contact = $2, entered_by = $3 WHERE id = $1";
    // Those to be written to by letter.
    ON_PAPER = "SELECT p.id, p.name, COALESCE(p.address, ''), COALESCE(p.phone, '') FROM association_member m JOIN person p ON p.id = m.person_id
        WHERE m.space_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL AND p.contact IN ('letter', 'phone') ORDER BY p.name, p.id LIMIT 1000";

    SEASONS = "SELECT s.id, s.name, s.amount_ore, s.due_on, (SELECT COUNT(*) FROM association_due d WHERE d.season_id = s.id) AS asked,
        (SELECT COUNT(*) FROM association_due d WHERE d.season_id = s.id AND d.paid_on IS NOT NULL) AS paid,
        (SELECT CAST(COALESCE(SUM(d.amount_ore), 0) AS BIGINT) FROM association_due d WHERE d.season_id = s.id AND d.paid_on IS NOT NULL) AS paid_ore
        FROM association_season s WHERE s.space_id = $1 ORDER BY s.due_on DESC, s.id DESC LIMIT 30";
    SEASON = "SELECT s.id, s.name, s.amount_ore, s.due_on, (SELECT COUNT(*) FROM association_due d WHERE d.season_id = s.id) AS asked,
        (SELECT COUNT(*) FROM association_due d WHERE d.season_id = s.id AND d.paid_on IS NOT NULL) AS paid,
        (SELECT CAST(COALESCE(SUM(d.amount_ore), 0) AS BIGINT) FROM association_due d WHERE d.season_id = s.id AND d.paid_on IS NOT NULL) AS paid_ore
        FROM association_season s WHERE s.id = $1 AND s.space_id = $2";
    INSERT_SEASON = "INSERT INTO association_season (id, space_id, name, amount_ore, due_on, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    ASK_ALL = "INSERT INTO association_due (season_id, person_id, amount_ore) SELECT $1, m.person_id, $2 FROM association_member m JOIN person p ON p.id = m.person_id
        WHERE m.space_id = $3 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL";
    ASK_ONE = "INSERT INTO association_due (season_id, person_id, amount_ore) SELECT s.id, $2, s.amount_ore FROM association_season s
        WHERE s.space_id = $1 ORDER BY s.due_on DESC, s.id DESC LIMIT 1 ON CONFLICT DO NOTHING";
    DUES = "SELECT d.season_id, d.person_id, m.id AS member_id, p.name, m.number, d.amount_ore, d.paid_on, d.way, b.name AS entered_by, d.reminded_at, d.entry_id
        FROM association_due d JOIN person p ON p.id = d.person_id JOIN association_season s ON s.id = d.season_id
        JOIN association_member m ON m.space_id = s.space_id AND m.person_id = d.person_id LEFT JOIN person b ON b.id = d.entered_by
        WHERE d.season_id = $1 AND s.space_id = $2 ORDER BY p.name, p.id LIMIT 2000";
    DUES_OF = "SELECT s.name, s.due_on, d.season_id, d.amount_ore, d.paid_on, d.way, b.name AS entered_by FROM association_due d JOIN association_season s ON s.id = d.season_id
        LEFT JOIN person b ON b.id = d.entered_by WHERE d.person_id = $1 AND s.space_id = $2 ORDER BY s.due_on DESC, s.id DESC LIMIT 30";
    PAY = "UPDATE association_due SET paid_on = $3, way = $4, entered_by = $5 WHERE season_id = $1 AND person_id = $2 AND paid_on IS NULL";
    UNPAY = "UPDATE association_due SET paid_on = NULL, way = NULL, entry_id = NULL, entered_by = $3 WHERE season_id = $1 AND person_id = $2 AND paid_on IS NOT NULL";
    PAID = "SELECT d.amount_ore, m.number, d.entry_id FROM association_due d JOIN association_season s ON s.id = d.season_id
        LEFT JOIN association_member m ON m.space_id = s.space_id AND m.person_id = d.person_id WHERE d.season_id = $1 AND d.person_id = $2";
    SET_ENTRY = "UPDATE association_due SET entry_id = $3 WHERE season_id = $1 AND person_id = $2";
    TO_REMIND = "SELECT d.person_id, d.amount_ore FROM association_due d JOIN person p ON p.id = d.person_id JOIN association_season s ON s.id = d.season_id
        JOIN association_member m ON m.space_id = s.space_id AND m.person_id = d.person_id AND m.left_on IS NULL
        WHERE d.season_id = $1 AND d.paid_on IS NULL AND p.left_at IS NULL AND (d.reminded_at IS NULL OR d.reminded_at < $2) ORDER BY d.person_id LIMIT 2000";
    REMINDED = "UPDATE association_due SET reminded_at = $3 WHERE season_id = $1 AND person_id = $2";
    OWED_BY = "SELECT s.id, x.slug, x.title, s.name, d.amount_ore, s.due_on FROM association_due d JOIN association_season s ON s.id = d.season_id JOIN space x ON x.id = s.space_id
        JOIN association_member m ON m.space_id = s.space_id AND m.person_id = d.person_id AND m.left_on IS NULL
        WHERE d.person_id = $1 AND d.paid_on IS NULL ORDER BY s.due_on, s.id LIMIT 20";
}

/// A member, somebody who waits, or somebody who has left.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Member {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    /// How they are reached: a key of [`samskab_platform::person::Contact`].
    pub(crate) contact: String,
    pub(crate) number: Option<i64>,
    pub(crate) code: String,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) joined_on: Option<NaiveDate>,
    pub(crate) left_on: Option<NaiveDate>,
    /// Øre, of every season that is not paid.
    pub(crate) owes: i64,
}

impl Member {
    pub(crate) fn waits(&self) -> bool {
        self.number.is_none()
    }
}

/// Dues of a year or season, and how they come in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Season {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) amount_ore: i64,
    pub(crate) due_on: NaiveDate,
    pub(crate) asked: i64,
    pub(crate) paid: i64,
    pub(crate) paid_ore: i64,
}

/// What a member owes or has paid of a season.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Due {
    pub(crate) person_id: Uuid,
    pub(crate) member_id: Uuid,
    pub(crate) name: String,
    pub(crate) number: Option<i64>,
    pub(crate) amount_ore: i64,
    pub(crate) paid_on: Option<NaiveDate>,
    pub(crate) way: Option<String>,
    pub(crate) entered_by: Option<String>,
    pub(crate) reminded_at: Option<DateTime<Utc>>,
    /// The entry of the books it was written as.
    pub(crate) entry_id: Option<Uuid>,
}

/// A due as its payment is written down.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Paid {
    pub(crate) amount_ore: i64,
    pub(crate) number: Option<i64>,
    pub(crate) entry_id: Option<Uuid>,
}

/// The same, as a member's own page shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct OwnDue {
    pub(crate) name: String,
    pub(crate) due_on: NaiveDate,
    pub(crate) season_id: Uuid,
    pub(crate) amount_ore: i64,
    pub(crate) paid_on: Option<NaiveDate>,
    pub(crate) way: Option<String>,
    pub(crate) entered_by: Option<String>,
}

/// Dues somebody owes: season, the space's slug and title, the season's name, øre, the day.
pub(crate) type Owed = (Uuid, String, String, String, i64, NaiveDate);

/// So many members are shown on a page, printed and put in a table.
pub(crate) const MOST: i64 = 2_000;

/// Whose membership card a code is, by its eight signs without the dash.
pub(crate) async fn card(sql: &mut Sql, space: Uuid, signs: &str) -> Result<Option<(Uuid, String)>> {
    match signs.to_uppercase().split_at_checked(4) {
        Some((first, last)) => sql.maybe(&CARD, args![space, format!("{first}-{last}")]).await,
        None => Ok(None),
    }
}

pub(crate) async fn rules(sql: &mut Sql, space: Uuid) -> Result<Rules> {
    Ok(sql.maybe(&RULES, args![space]).await?.unwrap_or_default())
}

/// The association's row, where there is none yet.
pub(crate) async fn begin(sql: &mut Sql, space: Uuid) -> Result<()> {
    let r = Rules::default();
    let args = args![space, r.notice_days, r.proposal_days, r.paid_to_vote, r.term_years, r.certificate_years, r.agenda];
    sql.run(&BEGIN, args).await.map(|_| ())
}

pub(crate) async fn settle(sql: &mut Sql, space: Uuid, r: &Rules) -> Result<()> {
    begin(sql, space).await?;
    let args = args![space, r.notice_days, r.proposal_days, r.paid_to_vote, r.term_years, r.certificate_years, &r.agenda];
    sql.run(&SETTLE, args).await.map(|_| ())
}

/// The next member's number.
pub(crate) async fn next_number(sql: &mut Sql, space: Uuid) -> Result<i64> {
    begin(sql, space).await?;
    sql.run(&COUNT_ON, args![space]).await?;
    sql.count(&LAST_NUMBER, args![space]).await
}

pub(crate) async fn members(sql: &mut Sql, space: Uuid) -> Result<Vec<Member>> {
    sql.all(&MEMBERS, args![space, MOST]).await
}

pub(crate) async fn waiting(sql: &mut Sql, space: Uuid) -> Result<Vec<Member>> {
    sql.all(&WAITING, args![space]).await
}

pub(crate) async fn former(sql: &mut Sql, space: Uuid) -> Result<Vec<Member>> {
    sql.all(&FORMER, args![space]).await
}

pub(crate) async fn member(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Member> {
    sql.one(&MEMBER, args![id, space]).await
}

pub(crate) async fn of_person(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Option<Member>> {
    sql.maybe(&OF_PERSON, args![space, person]).await
}

/// Whether somebody is a member today.
pub(crate) async fn is_member(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&IS_MEMBER, args![space, person]).await? > 0)
}

pub(crate) async fn count(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT, args![space]).await
}

pub(crate) async fn count_waiting(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.count(&COUNT_WAITING, args![space]).await
}

/// Somebody who asks or is entered.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) person: Uuid,
    pub(crate) code: &'a str,
    pub(crate) at: DateTime<Utc>,
    pub(crate) entered_by: Option<Uuid>,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New<'_>) -> Result<()> {
    sql.run(&INSERT, args![n.id, n.space, n.person, n.code, n.at, n.entered_by]).await.map(|_| ())
}

/// Somebody becomes a member, also again; false where they are one.
pub(crate) async fn let_in(sql: &mut Sql, id: Uuid, number: i64, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&LET_IN, args![id, number, on]).await? > 0)
}

pub(crate) async fn turn_away(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<bool> {
    Ok(sql.run(&TURN_AWAY, args![id, space]).await? > 0)
}

pub(crate) async fn leave(sql: &mut Sql, space: Uuid, id: Uuid, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&LEAVE, args![id, space, on]).await? > 0)
}

/// Notes who entered a person, and how they are reached.
pub(crate) async fn entered(sql: &mut Sql, person: Uuid, contact: &str, by: Uuid) -> Result<()> {
    sql.run(&ENTERED, args![person, contact, by]).await.map(|_| ())
}

/// Members who get letters: person, name, address, telephone.
pub(crate) async fn on_paper(sql: &mut Sql, space: Uuid) -> Result<Vec<(Uuid, String, String, String)>> {
    sql.all(&ON_PAPER, args![space]).await
}

pub(crate) async fn seasons(sql: &mut Sql, space: Uuid) -> Result<Vec<Season>> {
    sql.all(&SEASONS, args![space]).await
}

pub(crate) async fn season(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Season> {
    sql.one(&SEASON, args![id, space]).await
}

pub(crate) async fn insert_season(sql: &mut Sql, space: Uuid, s: &Season, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_SEASON, args![s.id, space, &s.name, s.amount_ore, s.due_on, at]).await.map(|_| ())
}

/// Asks every member for the dues of a season.
pub(crate) async fn ask_all(sql: &mut Sql, season: Uuid, amount_ore: i64, space: Uuid) -> Result<u64> {
    sql.run(&ASK_ALL, args![season, amount_ore, space]).await
}

/// Asks somebody new for the dues of the latest season.
pub(crate) async fn ask_one(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<()> {
    sql.run(&ASK_ONE, args![space, person]).await.map(|_| ())
}

pub(crate) async fn dues(sql: &mut Sql, space: Uuid, season: Uuid) -> Result<Vec<Due>> {
    sql.all(&DUES, args![season, space]).await
}

pub(crate) async fn dues_of(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<OwnDue>> {
    sql.all(&DUES_OF, args![person, space]).await
}

/// Notes a payment; false where there is one.
pub(crate) async fn pay(sql: &mut Sql, season: Uuid, person: Uuid, on: NaiveDate, way: &str, by: Uuid) -> Result<bool> {
    Ok(sql.run(&PAY, args![season, person, on, way, by]).await? > 0)
}

/// What somebody's due of a season comes to, and as which entry it stands in the books.
pub(crate) async fn paid(sql: &mut Sql, season: Uuid, person: Uuid) -> Result<Paid> {
    sql.one(&PAID, args![season, person]).await
}

pub(crate) async fn set_entry(sql: &mut Sql, season: Uuid, person: Uuid, entry: Uuid) -> Result<()> {
    sql.run(&SET_ENTRY, args![season, person, entry]).await.map(|_| ())
}

/// Takes a payment back that was noted by mistake.
pub(crate) async fn unpay(sql: &mut Sql, season: Uuid, person: Uuid, by: Uuid) -> Result<bool> {
    Ok(sql.run(&UNPAY, args![season, person, by]).await? > 0)
}

/// Those who owe and were not reminded since: person and øre.
pub(crate) async fn to_remind(sql: &mut Sql, season: Uuid, since: DateTime<Utc>) -> Result<Vec<(Uuid, i64)>> {
    sql.all(&TO_REMIND, args![season, since]).await
}

pub(crate) async fn reminded(sql: &mut Sql, season: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&REMINDED, args![season, person, at]).await.map(|_| ())
}

pub(crate) async fn owed_by(sql: &mut Sql, person: Uuid) -> Result<Vec<Owed>> {
    sql.all(&OWED_BY, args![person]).await
}
