//! The activity fund: money set aside, applications, answers, payouts and what became of the money.

use chrono::Datelike;
use samskab_platform::access::Role;
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::{Act, Error, Page, Result, Visitor, space};
use uuid::Uuid;

use crate::book::{self, Entry};
use crate::model::{Decision, FUND};
use crate::store::{self, Answer, Application};

fn link(act: &Act<'_>, id: Uuid) -> String {
    format!("/forloeb/{}/kasse/ansoegning/{id}", act.space().slug)
}

/// Sets money aside for the activities of a year.
///
/// # Errors
/// [`Error::Refused`] for less than has been granted, or when the database fails.
pub async fn allot(act: &mut Act<'_>, year: i64, amount_ore: i64) -> Result<()> {
    let space = act.space().id;
    store::hold(act.sql(), space).await?;
    let fund = store::fund(act.sql(), space, year).await?;
    if amount_ore < fund.granted - fund.back {
        return Err(Error::Refused("accounts-fund-granted"));
    }
    store::allot(act.sql(), space, year, amount_ore).await?;
    act.record("fund", space, serde_json::json!({ "year": year })).await
}

/// Applies for some of it; the board is told.
///
/// # Errors
/// When the database fails.
pub async fn apply(act: &mut Act<'_>, group: &str, purpose: &str, amount_ore: i64) -> Result<Uuid> {
    act.screen(&[("group", group)]).await?;
    let (id, space, person_id, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    let application = Application {
        id,
        person_id,
        name: String::new(),
        group_name: group.to_owned(),
        purpose: purpose.to_owned(),
        amount_ore,
        applied_at: at,
        decision: None,
        granted_ore: 0,
        year: None,
        reason: String::new(),
        decided_by: None,
        decided_at: None,
        paid_entry: None,
        report: String::new(),
        spent_ore: 0,
        back_ore: 0,
        back_entry: None,
        reported_at: None,
    };
    store::apply(act.sql(), space, &application).await?;
    let notice = Notice::new("mail-fund-applied", link(act, id), id).with("group", group).with("amount", Said::Money(amount_ore));
    let mut told = vec![];
    for role in [Role::Chair, Role::Board, Role::Treasurer] {
        for one in space::with_role(act.sql(), space, role).await? {
            if one != person_id && !told.contains(&one) {
                told.push(one);
                act.tell(one, &notice).await?;
            }
        }
    }
    act.refresh_pages();
    Ok(id)
}

/// Answers an application; whoever applied is told, with the reason. Nobody decides about their own.
///
/// # Errors
/// [`Error::Refused`] where it is answered, is one's own or the fund holds too little, [`Error::BadRequest`] for more than was asked for, or
/// less without a reason, or when the database fails.
pub async fn decide(act: &mut Act<'_>, id: Uuid, granted_ore: i64, reason: &str) -> Result<Decision> {
    let (space, by, at, year) = (act.space().id, act.person()?, act.at(), i64::from(act.today().year()));
    let asked = store::application(act.sql(), space, id).await?;
    if asked.person_id == by {
        return Err(Error::Refused("accounts-fund-own"));
    }
    let decision = Decision::of(asked.amount_ore, granted_ore).ok_or(Error::BadRequest("error-form"))?;
    if decision != Decision::Granted && reason.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    // The row of the book is held: two who answer at once do not both grant the last money.
    store::hold(act.sql(), space).await?;
    if granted_ore > store::fund(act.sql(), space, year).await?.left() {
        return Err(Error::Refused("accounts-fund-empty"));
    }
    if !store::decide(act.sql(), id, &Answer { decision: decision.key(), granted_ore, year, reason, by, at }).await? {
        return Err(Error::Refused("accounts-fund-decided"));
    }
    act.record("fund", id, serde_json::json!({ "title": asked.group_name, "fund": decision.key() })).await?;
    let word = match decision {
        Decision::Granted => "mail-fund-granted",
        Decision::Partly => "mail-fund-partly",
        Decision::Refused => "mail-fund-refused",
    };
    let notice = Notice::new(word, link(act, id), id).with("group", &asked.group_name).with("amount", Said::Money(granted_ore)).with("reason", reason).direct();
    act.tell(asked.person_id, &notice).await?;
    Ok(decision)
}

/// What stands in the book of a grant: `Pulje til aktiviteter: Koret`.
fn from_fund(act: &Act<'_>, group: &str) -> String {
    let words = Page::new(act.app(), &Visitor::program(), String::new());
    format!("{}: {group}", words.t("accounts-fund"))
}

/// Pays a grant out: an entry in the book.
///
/// # Errors
/// [`Error::Refused`] where it is paid or nothing was granted, or when the database fails.
pub async fn pay_out(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, today) = (act.space().id, act.today());
    let grant = store::application(act.sql(), space, id).await?;
    if grant.granted_ore == 0 || grant.paid_entry.is_some() {
        return Err(Error::Refused("accounts-fund-paid"));
    }
    let entry = Entry { on_day: today, text: from_fund(act, &grant.group_name), amount_ore: -grant.granted_ore, account: FUND, receipt: String::new() };
    let (entry, number) = book::write(act, &entry).await?;
    if !store::paid(act.sql(), id, entry).await? {
        return Err(Error::Refused("accounts-fund-paid"));
    }
    act.record("fund", id, serde_json::json!({ "title": grant.group_name, "n": number, "fund": "paid" })).await
}

/// Whoever applied tells what it was spent on. What is left over is brought back at the counter.
///
/// # Errors
/// [`Error::NotFound`] for somebody else, [`Error::Refused`] before the payout or twice, [`Error::BadRequest`] for more than was granted, or
/// when the database fails.
pub async fn report(act: &mut Act<'_>, id: Uuid, text: &str, spent_ore: i64) -> Result<()> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let grant = store::application(act.sql(), space, id).await?;
    if grant.person_id != by && !act.holds_any(&[Role::Treasurer]) {
        return Err(Error::NotFound);
    }
    if spent_ore < 0 || spent_ore > grant.granted_ore {
        return Err(Error::BadRequest("error-form"));
    }
    act.refresh_pages();
    if store::reported(act.sql(), id, text, spent_ore, at).await? { Ok(()) } else { Err(Error::Refused("accounts-fund-reported")) }
}

/// Takes what was not spent back into the book, and into the fund.
///
/// # Errors
/// [`Error::Refused`] where nothing is left or it has come back, or when the database fails.
pub async fn take_back(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, today) = (act.space().id, act.today());
    let grant = store::application(act.sql(), space, id).await?;
    let over = grant.granted_ore - grant.spent_ore;
    if grant.reported_at.is_none() || over <= 0 || grant.back_entry.is_some() {
        return Err(Error::Refused("accounts-fund-nothing-back"));
    }
    let entry = Entry { on_day: today, text: from_fund(act, &grant.group_name), amount_ore: over, account: FUND, receipt: String::new() };
    let (entry, number) = book::write(act, &entry).await?;
    if !store::came_back(act.sql(), id, entry, over).await? {
        return Err(Error::Refused("accounts-fund-nothing-back"));
    }
    act.record("fund", id, serde_json::json!({ "title": grant.group_name, "n": number, "fund": "back" })).await
}
