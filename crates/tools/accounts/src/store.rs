//! The SQL of the accounts. There is none that changes or deletes an entry.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Fund;

macro_rules! entry {
    () => {
        "SELECT e.id, e.number, e.on_day, e.text, e.amount_ore, a.number AS account, a.name AS account_name, e.receipt, p.name AS entered_by, e.corrects, e.origin,
         (SELECT c.number FROM cash_entry c WHERE c.corrects = e.id) AS corrected_by
         FROM cash_entry e JOIN cash_account a ON a.id = e.account_id JOIN person p ON p.id = e.entered_by "
    };
}
macro_rules! application {
    () => {
        "SELECT f.id, f.person_id, p.name, f.group_name, f.purpose, f.amount_ore, f.applied_at, f.decision, f.granted_ore, f.year, f.reason, d.name AS decided_by,
         f.decided_at, f.paid_entry, f.report, f.spent_ore, f.back_ore, f.back_entry, f.reported_at
         FROM fund_application f JOIN person p ON p.id = f.person_id LEFT JOIN person d ON d.id = f.decided_by "
    };
}

statements! {
    BEGIN = "INSERT INTO cash_book (space_id, last_entry) VALUES ($1, 0) ON CONFLICT DO NOTHING";
    // The row is held until the transaction ends: two who write at once wait for each other.
    COUNT_ON = "UPDATE cash_book SET last_entry = last_entry + 1 WHERE space_id = $1";
    HOLD = "UPDATE cash_book SET last_entry = last_entry WHERE space_id = $1";
    LAST_ENTRY = "SELECT last_entry FROM cash_book WHERE space_id = $1";
    ACCOUNTS = "SELECT id, number, name, income FROM cash_account WHERE space_id = $1 ORDER BY number LIMIT 200";
    ADD_ACCOUNT = "INSERT INTO cash_account (id, space_id, number, name, income) VALUES ($1, $2, $3, $4, $5)";
    ENTRIES = concat!(entry!(), "WHERE e.space_id = $1 AND e.on_day >= $2 AND e.on_day < $3 ORDER BY e.on_day, e.number LIMIT 5000");
    LATEST = concat!(entry!(), "WHERE e.space_id = $1 ORDER BY e.number DESC LIMIT 8");
    ENTRY = concat!(entry!(), "WHERE e.id = $1 AND e.space_id = $2");
    INSERT = "INSERT INTO cash_entry (id, space_id, number, on_day, text, amount_ore, account_id, receipt, entered_by, entered_at, corrects, origin)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    BALANCE = "SELECT CAST(COALESCE(SUM(e.amount_ore), 0) AS BIGINT) FROM cash_entry e WHERE e.space_id = $1 AND e.on_day < $2";
    FIRST_DAY = "SELECT e.on_day FROM cash_entry e WHERE e.space_id = $1 ORDER BY e.on_day, e.number LIMIT 1";
    ACCOUNT_OF = "SELECT e.account_id FROM cash_entry e WHERE e.id = $1 AND e.space_id = $2";
    SUMS = "SELECT e.account_id, CAST(SUM(e.amount_ore) AS BIGINT) FROM cash_entry e WHERE e.space_id = $1 AND e.on_day >= $2 AND e.on_day < $3 GROUP BY e.account_id";
    MONTHS = "SELECT m.month, m.book_ore, m.counted_ore, m.note, p.name AS closed_by, m.closed_at FROM cash_month m JOIN person p ON p.id = m.closed_by
        WHERE m.space_id = $1 ORDER BY m.month DESC LIMIT 60";
    CLOSE = "INSERT INTO cash_month (space_id, month, book_ore, counted_ore, note, closed_by, closed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    IS_CLOSED = "SELECT COUNT(*) FROM cash_month m WHERE m.space_id = $1 AND m.month >= $2";
    BUDGET = "SELECT b.account_id, b.amount_ore FROM cash_budget b WHERE b.space_id = $1 AND b.year = $2 LIMIT 200";
    SET_BUDGET = "INSERT INTO cash_budget (space_id, year, account_id, amount_ore) VALUES ($1, $2, $3, $4)
        ON CONFLICT (space_id, year, account_id) DO UPDATE SET amount_ore = $4";
    USER_FEES = "SELECT id, name, amount_ore FROM user_fee WHERE space_id = $1 AND removed_at IS NULL ORDER BY name, id LIMIT 40";
    ADD_FEE = "INSERT INTO user_fee (id, space_id, name, amount_ore) VALUES ($1, $2, $3, $4)";
    DROP_FEE = "UPDATE user_fee SET removed_at = $3 WHERE id = $1 AND space_id = $2 AND removed_at IS NULL";
    ALLOTTED = "SELECT amount_ore FROM activity_fund WHERE space_id = $1 AND year = $2";
    ALLOT = "INSERT INTO activity_fund (space_id, year, amount_ore) VALUES ($1, $2, $3) ON CONFLICT (space_id, year) DO UPDATE SET amount_ore = $3";
    GRANTED = "SELECT CAST(COALESCE(SUM(f.granted_ore), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN f.paid_entry IS NOT NULL THEN f.granted_ore ELSE 0 END), 0) AS BIGINT),
        CAST(COALESCE(SUM(f.back_ore), 0) AS BIGINT) FROM fund_application f WHERE f.space_id = $1 AND f.year = $2";
    APPLICATIONS = concat!(application!(), "WHERE f.space_id = $1 ORDER BY f.applied_at DESC, f.id DESC LIMIT 200");
    OWN = concat!(application!(), "WHERE f.space_id = $1 AND f.person_id = $2 ORDER BY f.applied_at DESC, f.id DESC LIMIT 50");
    APPLICATION = concat!(application!(), "WHERE f.id = $1 AND f.space_id = $2");
    APPLY = "INSERT INTO fund_application (id, space_id, person_id, group_name, purpose, amount_ore, applied_at, granted_ore, reason, report, spent_ore, back_ore)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '', '', 0, 0)";
    DECIDE = "UPDATE fund_application SET decision = $2, granted_ore = $3, year = $4, reason = $5, decided_by = $6, decided_at = $7 WHERE id = $1 AND decision IS NULL";
    PAID = "UPDATE fund_application SET paid_entry = $2 WHERE id = $1 AND paid_entry IS NULL AND granted_ore > 0";
    REPORTED = "UPDATE fund_application SET report = $2, spent_ore = $3, reported_at = $4 WHERE id = $1 AND paid_entry IS NOT NULL AND reported_at IS NULL";
    CAME_BACK = "UPDATE fund_application SET back_entry = $2, back_ore = $3 WHERE id = $1 AND back_entry IS NULL AND reported_at IS NOT NULL";
    WAITING = "SELECT COUNT(*) FROM fund_application f WHERE f.space_id = $1 AND f.decision IS NULL";
    TO_PAY = "SELECT COUNT(*) FROM fund_application f WHERE f.space_id = $1 AND f.granted_ore > 0 AND f.paid_entry IS NULL";
    MINE = "SELECT f.id, x.slug, x.title, f.group_name, f.decision, f.paid_entry, f.reported_at FROM fund_application f JOIN space x ON x.id = f.space_id
        WHERE f.person_id = $1 ORDER BY f.applied_at DESC, f.id DESC LIMIT 20";
}

/// An account.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Account {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) income: bool,
}

/// An entry of the cash book.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) on_day: NaiveDate,
    pub(crate) text: String,
    /// Positive: in; negative: out.
    pub(crate) amount_ore: i64,
    pub(crate) account: i64,
    pub(crate) account_name: String,
    pub(crate) receipt: String,
    pub(crate) entered_by: String,
    pub(crate) corrects: Option<Uuid>,
    /// Kind of what another tool took it for; empty: the treasurer's own.
    pub(crate) origin: String,
    /// The number of the entry that took this one back.
    pub(crate) corrected_by: Option<i64>,
}

/// A closed month.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Month {
    pub(crate) month: NaiveDate,
    pub(crate) book_ore: i64,
    pub(crate) counted_ore: i64,
    pub(crate) note: String,
    pub(crate) closed_by: String,
    pub(crate) closed_at: DateTime<Utc>,
}

/// Something paid at the counter.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Fee {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) amount_ore: i64,
}

/// An application to the activity fund.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Application {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) group_name: String,
    pub(crate) purpose: String,
    pub(crate) amount_ore: i64,
    pub(crate) applied_at: DateTime<Utc>,
    /// A key of [`crate::Decision`].
    pub(crate) decision: Option<String>,
    pub(crate) granted_ore: i64,
    #[allow(dead_code)]
    pub(crate) year: Option<i64>,
    pub(crate) reason: String,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) paid_entry: Option<Uuid>,
    pub(crate) report: String,
    pub(crate) spent_ore: i64,
    pub(crate) back_ore: i64,
    pub(crate) back_entry: Option<Uuid>,
    pub(crate) reported_at: Option<DateTime<Utc>>,
}

/// An application on its applicant's own page: id, the space's slug and title, the group, decision, payout, report.
pub(crate) type Mine = (Uuid, String, String, String, Option<String>, Option<Uuid>, Option<DateTime<Utc>>);

/// The next entry's number.
pub(crate) async fn next_number(sql: &mut Sql, space: Uuid) -> Result<i64> {
    sql.run(&BEGIN, args![space]).await?;
    sql.run(&COUNT_ON, args![space]).await?;
    sql.count(&LAST_ENTRY, args![space]).await
}

/// Holds the book until the transaction ends.
pub(crate) async fn hold(sql: &mut Sql, space: Uuid) -> Result<()> {
    sql.run(&BEGIN, args![space]).await?;
    sql.run(&HOLD, args![space]).await.map(|_| ())
}

pub(crate) async fn accounts(sql: &mut Sql, space: Uuid) -> Result<Vec<Account>> {
    sql.all(&ACCOUNTS, args![space]).await
}

pub(crate) async fn add_account(sql: &mut Sql, space: Uuid, a: &Account) -> Result<()> {
    sql.run(&ADD_ACCOUNT, args![a.id, space, a.number, &a.name, a.income]).await.map(|_| ())
}

pub(crate) async fn entries(sql: &mut Sql, space: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Vec<Entry>> {
    sql.all(&ENTRIES, args![space, from, to]).await
}

pub(crate) async fn latest(sql: &mut Sql, space: Uuid) -> Result<Vec<Entry>> {
    sql.all(&LATEST, args![space]).await
}

pub(crate) async fn entry(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Entry> {
    sql.one(&ENTRY, args![id, space]).await
}

/// The account of an entry.
pub(crate) async fn account_of(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Uuid> {
    Ok(sql.one::<(Uuid,)>(&ACCOUNT_OF, args![id, space]).await?.0)
}

/// A new entry.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) number: i64,
    pub(crate) on_day: NaiveDate,
    pub(crate) text: &'a str,
    pub(crate) amount_ore: i64,
    pub(crate) account: Uuid,
    pub(crate) receipt: &'a str,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) corrects: Option<Uuid>,
    pub(crate) origin: &'a str,
}

pub(crate) async fn insert(sql: &mut Sql, n: &New<'_>) -> Result<()> {
    let args = args![n.id, n.space, n.number, n.on_day, n.text, n.amount_ore, n.account, n.receipt, n.by, n.at, n.corrects, n.origin];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// What the book said before a day.
pub(crate) async fn balance(sql: &mut Sql, space: Uuid, before: NaiveDate) -> Result<i64> {
    sql.count(&BALANCE, args![space, before]).await
}

pub(crate) async fn first_day(sql: &mut Sql, space: Uuid) -> Result<Option<NaiveDate>> {
    Ok(sql.maybe::<(NaiveDate,)>(&FIRST_DAY, args![space]).await?.map(|row| row.0))
}

/// What the entries of each account sum to.
pub(crate) async fn sums(sql: &mut Sql, space: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Uuid, i64)>> {
    sql.all(&SUMS, args![space, from, to]).await
}

/// The closed months, the latest first.
pub(crate) async fn months(sql: &mut Sql, space: Uuid) -> Result<Vec<Month>> {
    sql.all(&MONTHS, args![space]).await
}

pub(crate) async fn close(sql: &mut Sql, space: Uuid, m: &Month, by: Uuid) -> Result<()> {
    sql.run(&CLOSE, args![space, m.month, m.book_ore, m.counted_ore, &m.note, by, m.closed_at]).await.map(|_| ())
}

/// Whether this month or a later one is closed.
pub(crate) async fn is_closed(sql: &mut Sql, space: Uuid, month: NaiveDate) -> Result<bool> {
    Ok(sql.count(&IS_CLOSED, args![space, month]).await? > 0)
}

pub(crate) async fn budget(sql: &mut Sql, space: Uuid, year: i64) -> Result<Vec<(Uuid, i64)>> {
    sql.all(&BUDGET, args![space, year]).await
}

pub(crate) async fn set_budget(sql: &mut Sql, space: Uuid, year: i64, account: Uuid, amount_ore: i64) -> Result<()> {
    sql.run(&SET_BUDGET, args![space, year, account, amount_ore]).await.map(|_| ())
}

pub(crate) async fn fees(sql: &mut Sql, space: Uuid) -> Result<Vec<Fee>> {
    sql.all(&USER_FEES, args![space]).await
}

pub(crate) async fn add_fee(sql: &mut Sql, space: Uuid, f: &Fee) -> Result<()> {
    sql.run(&ADD_FEE, args![f.id, space, &f.name, f.amount_ore]).await.map(|_| ())
}

pub(crate) async fn drop_fee(sql: &mut Sql, space: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&DROP_FEE, args![id, space, at]).await? > 0)
}

/// The activity fund of a year.
pub(crate) async fn fund(sql: &mut Sql, space: Uuid, year: i64) -> Result<Fund> {
    let allotted = sql.count(&ALLOTTED, args![space, year]).await?;
    let (granted, paid, back): (i64, i64, i64) = sql.one(&GRANTED, args![space, year]).await?;
    Ok(Fund { allotted, granted, paid, back })
}

pub(crate) async fn allot(sql: &mut Sql, space: Uuid, year: i64, amount_ore: i64) -> Result<()> {
    sql.run(&ALLOT, args![space, year, amount_ore]).await.map(|_| ())
}

pub(crate) async fn applications(sql: &mut Sql, space: Uuid) -> Result<Vec<Application>> {
    sql.all(&APPLICATIONS, args![space]).await
}

pub(crate) async fn own(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<Application>> {
    sql.all(&OWN, args![space, person]).await
}

pub(crate) async fn application(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Application> {
    sql.one(&APPLICATION, args![id, space]).await
}

pub(crate) async fn apply(sql: &mut Sql, space: Uuid, a: &Application) -> Result<()> {
    sql.run(&APPLY, args![a.id, space, a.person_id, &a.group_name, &a.purpose, a.amount_ore, a.applied_at]).await.map(|_| ())
}

/// An answer.
pub(crate) struct Answer<'a> {
    pub(crate) decision: &'static str,
    pub(crate) granted_ore: i64,
    pub(crate) year: i64,
    pub(crate) reason: &'a str,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

/// Writes an answer; false where there is one.
pub(crate) async fn decide(sql: &mut Sql, id: Uuid, a: &Answer<'_>) -> Result<bool> {
    Ok(sql.run(&DECIDE, args![id, a.decision, a.granted_ore, a.year, a.reason, a.by, a.at]).await? > 0)
}

pub(crate) async fn paid(sql: &mut Sql, id: Uuid, entry: Uuid) -> Result<bool> {
    Ok(sql.run(&PAID, args![id, entry]).await? > 0)
}

pub(crate) async fn reported(sql: &mut Sql, id: Uuid, report: &str, spent_ore: i64, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&REPORTED, args![id, report, spent_ore, at]).await? > 0)
}

pub(crate) async fn came_back(sql: &mut Sql, id: Uuid, entry: Uuid, ore: i64) -> Result<bool> {
    Ok(sql.run(&CAME_BACK, args![id, entry, ore]).await? > 0)
}

/// How many applications wait for an answer, and how many grants for their payout.
pub(crate) async fn waiting(sql: &mut Sql, space: Uuid) -> Result<(i64, i64)> {
    Ok((sql.count(&WAITING, args![space]).await?, sql.count(&TO_PAY, args![space]).await?))
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid) -> Result<Vec<Mine>> {
    sql.all(&MINE, args![person]).await
}
