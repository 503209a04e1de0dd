//! The cash book, months, fees and budget.

use chrono::{Datelike, NaiveDate};
use samskab_platform::db::Sql;
use samskab_platform::tool::Money;
use samskab_platform::{Act, Error, Page, Result, Visitor};
use uuid::Uuid;

use crate::model::{CHART, DUES, FEES, OTHER_IN, month_of, next_month, to_close};
use crate::store::{self, Account, Fee, Month, New};

/// Gives a house that has no accounts yet those every house begins with.
///
/// # Errors
/// When the database fails.
pub async fn begin(act: &mut Act<'_>) -> Result<()> {
    let space = act.space().id;
    if !store::accounts(act.sql(), space).await?.is_empty() {
        return Ok(());
    }
    store::hold(act.sql(), space).await?;
    // Somebody else may have been first while this one waited.
    if !store::accounts(act.sql(), space).await?.is_empty() {
        return Ok(());
    }
    let words = Page::new(act.app(), &Visitor::program(), String::new());
    for (number, word, income) in CHART {
        let id = act.new_id();
        store::add_account(act.sql(), space, &Account { id, number, name: words.t(word), income }).await?;
    }
    Ok(())
}

/// The account with a number; the one that was chosen.
pub(crate) async fn account(act: &mut Act<'_>, number: i64) -> Result<Account> {
    begin(act).await?;
    let space = act.space().id;
    store::accounts(act.sql(), space).await?.into_iter().find(|a| a.number == number).ok_or(Error::BadRequest("error-form"))
}

/// What is written in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day the money moved.
    pub on_day: NaiveDate,
    /// What for.
    pub text: String,
    /// Øre; positive: in, negative: out.
    pub amount_ore: i64,
    /// The account's number.
    pub account: i64,
    /// The number on the receipt; may be empty.
    pub receipt: String,
}

/// Writes an entry; gives its id and number.
pub(crate) async fn write(act: &mut Act<'_>, entry: &Entry) -> Result<(Uuid, i64)> {
    write_from(act, entry, "").await
}

/// The same with the kind of what another tool took the money for.
async fn write_from(act: &mut Act<'_>, entry: &Entry, origin: &str) -> Result<(Uuid, i64)> {
    let account = account(act, entry.account).await?.id;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    let number = store::next_number(act.sql(), space).await?;
    if store::is_closed(act.sql(), space, month_of(entry.on_day)).await? {
        return Err(Error::Refused("accounts-month-closed"));
    }
    if entry.amount_ore == 0 || entry.on_day > act.today() {
        return Err(Error::BadRequest("error-form"));
    }
    let (text, receipt) = (entry.text.as_str(), entry.receipt.as_str());
    let new = New { id, space, number, on_day: entry.on_day, text, amount_ore: entry.amount_ore, account, receipt, by, at, corrects: None, origin };
    store::insert(act.sql(), &new).await?;
    Ok((id, number))
}

/// Writes an entry by the treasurer.
///
/// # Errors
/// [`Error::Refused`] in a month that is closed, [`Error::BadRequest`] for nothing at all or a day that has not come, or when the database
/// fails.
pub async fn enter(act: &mut Act<'_>, entry: &Entry) -> Result<i64> {
    let (id, number) = write(act, entry).await?;
    act.record("entry", id, serde_json::json!({ "n": number })).await?;
    Ok(number)
}

/// What the book came to before a day.
///
/// # Errors
/// When the database fails.
pub async fn balance(sql: &mut Sql, space: Uuid, before: NaiveDate) -> Result<i64> {
    store::balance(sql, space, before).await
}

/// Writes money of another tool in the book, or takes it back. Nothing is written of nothing, nor twice.
///
/// # Errors
/// As [`enter`].
pub(crate) async fn of_another(act: &mut Act<'_>, money: Money<'_>) -> Result<Option<Uuid>> {
    match money {
        Money::In { amount_ore: 0, .. } => Ok(None),
        Money::In { kind, text, receipt, amount_ore, on_day } => {
            let account = if kind == "dues" { DUES } else { OTHER_IN };
            let entry = Entry { on_day, text: text.to_owned(), amount_ore, account, receipt: receipt.to_owned() };
            Ok(Some(write_from(act, &entry, kind).await?.0))
        }
        Money::Back { entry, why } => {
            let space = act.space().id;
            if store::entry(act.sql(), space, entry).await?.corrected_by.is_some() {
                return Ok(None);
            }
            Ok(Some(take_back(act, entry, why).await?.0))
        }
    }
}

/// Takes an entry back by another one of today. What was written stays. What another tool had written is taken back there, so that the
/// two say the same.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it was taken back, is itself a correction or came from another tool, or when the database
/// fails.
pub async fn correct(act: &mut Act<'_>, id: Uuid, why: &str) -> Result<i64> {
    let space = act.space().id;
    if !store::entry(act.sql(), space, id).await?.origin.is_empty() {
        return Err(Error::Refused("accounts-from-elsewhere"));
    }
    let (new, number) = take_back(act, id, why).await?;
    act.record("entry", new, serde_json::json!({ "n": number })).await?;
    Ok(number)
}

async fn take_back(act: &mut Act<'_>, id: Uuid, why: &str) -> Result<(Uuid, i64)> {
    let (new, space, by, at, today) = (act.new_id(), act.space().id, act.person()?, act.at(), act.today());
    let number = store::next_number(act.sql(), space).await?;
    let wrong = store::entry(act.sql(), space, id).await?;
    if wrong.corrected_by.is_some() || wrong.corrects.is_some() {
        return Err(Error::Refused("accounts-corrected-already"));
    }
    if store::is_closed(act.sql(), space, month_of(today)).await? {
        return Err(Error::Refused("accounts-month-closed"));
    }
    let account = store::account_of(act.sql(), space, id).await?;
    let (amount_ore, receipt, origin) = (-wrong.amount_ore, wrong.receipt.as_str(), wrong.origin.as_str());
    let entry = New { id: new, space, number, on_day: today, text: why, amount_ore, account, receipt, by, at, corrects: Some(id), origin };
    store::insert(act.sql(), &entry).await?;
    Ok((new, number))
}

/// Takes fees at the counter: how many of each; one entry for each kind. Gives what it came to, in øre.
///
/// # Errors
/// [`Error::BadRequest`] for nothing at all, or when the database fails.
pub async fn sell(act: &mut Act<'_>, sold: &[(Uuid, i64)]) -> Result<i64> {
    let (space, today) = (act.space().id, act.today());
    let fees = store::fees(act.sql(), space).await?;
    let mut sum = 0i64;
    for (id, n) in sold.iter().filter(|(_, n)| *n > 0) {
        let fee = fees.iter().find(|f| f.id == *id).ok_or(Error::NotFound)?;
        let amount_ore = fee.amount_ore.checked_mul(*n).ok_or(Error::BadRequest("error-form"))?;
        write(act, &Entry { on_day: today, text: format!("{n} × {}", fee.name), amount_ore, account: FEES, receipt: String::new() }).await?;
        sum = sum.saturating_add(amount_ore);
    }
    act.refresh_pages();
    if sum > 0 { Ok(sum) } else { Err(Error::BadRequest("error-form")) }
}

/// Adds an account.
///
/// # Errors
/// [`Error::Taken`] where the number is, or when the database fails.
pub async fn add_account(act: &mut Act<'_>, number: i64, name: &str, income: bool) -> Result<()> {
    act.screen(&[("name", name)]).await?;
    begin(act).await?;
    let (id, space) = (act.new_id(), act.space().id);
    store::add_account(act.sql(), space, &Account { id, number, name: name.to_owned(), income }).await?;
    act.record("accounts", space, serde_json::json!({ "arranged": "account", "title": name })).await
}

/// Adds something that is paid at the counter; gives its id.
///
/// # Errors
/// When the database fails.
pub async fn add_fee(act: &mut Act<'_>, name: &str, amount_ore: i64) -> Result<Uuid> {
    act.screen(&[("fee", name)]).await?;
    let (id, space) = (act.new_id(), act.space().id);
    store::add_fee(act.sql(), space, &Fee { id, name: name.to_owned(), amount_ore }).await?;
    act.record("accounts", space, serde_json::json!({ "arranged": "fee", "title": name })).await?;
    Ok(id)
}

/// Takes one away; what was sold stays in the book.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn drop_fee(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let fee = store::fees(act.sql(), space).await?.into_iter().find(|f| f.id == id).ok_or(Error::NotFound)?;
    store::drop_fee(act.sql(), space, id, at).await?;
    act.record("accounts", space, serde_json::json!({ "arranged": "fee-dropped", "title": fee.name })).await
}

/// Closes the next month: what was counted against what the book says. A difference needs a word about why.
///
/// # Errors
/// [`Error::Refused`] where no month is over, [`Error::BadRequest`] for a difference without a word, or when the database fails.
pub async fn close(act: &mut Act<'_>, month: NaiveDate, counted_ore: i64, note: &str) -> Result<()> {
    let (space, by, at, today) = (act.space().id, act.person()?, act.at(), act.today());
    store::hold(act.sql(), space).await?;
    let (last, first) = (store::months(act.sql(), space).await?.first().map(|m| m.month), store::first_day(act.sql(), space).await?);
    if to_close(last, first, today) != Some(month) {
        return Err(Error::Refused("accounts-not-over"));
    }
    let book_ore = store::balance(act.sql(), space, next_month(month)).await?;
    if book_ore != counted_ore && note.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    let closed = Month { month, book_ore, counted_ore, note: note.to_owned(), closed_by: String::new(), closed_at: at };
    store::close(act.sql(), space, &closed, by).await?;
    act.record("accounts", space, serde_json::json!({ "month": month.month(), "year": month.year() })).await
}

/// Writes the budget of a year: an account's number and øre, without a sign.
///
/// # Errors
/// [`Error::BadRequest`] for an account the house does not have, or when the database fails.
pub async fn write_budget(act: &mut Act<'_>, year: i64, lines: &[(i64, i64)]) -> Result<()> {
    begin(act).await?;
    let space = act.space().id;
    let accounts = store::accounts(act.sql(), space).await?;
    for (number, amount_ore) in lines {
        let account = accounts.iter().find(|a| a.number == *number).ok_or(Error::BadRequest("error-form"))?;
        store::set_budget(act.sql(), space, year, account.id, *amount_ore).await?;
    }
    act.record("accounts", space, serde_json::json!({ "year": year })).await
}
