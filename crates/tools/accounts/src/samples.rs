//! The templates of the accounts with samples.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::fund_pages::{ApplicationPage, BudgetPage, FundPage, Line, Part};
use crate::model::{Against, Fund};
use crate::pages::{BookPage, ChartPage, CounterPage, FrontPage, Row};
use crate::store::{Account, Application, Entry, Fee, Month};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 3).unwrap_or_default()
}

fn entry(amount_ore: i64, corrected: bool) -> Entry {
    Entry {
        id: Uuid::nil(),
        number: 7,
        on_day: day(),
        text: "Kaffe <og> kage".into(),
        amount_ore,
        account: 2030,
        account_name: "Mad".into(),
        receipt: "B12".into(),
        entered_by: "Ida".into(),
        corrects: None,
        origin: if corrected { String::new() } else { "dues".into() },
        corrected_by: corrected.then_some(8),
    }
}

fn application(page: &Page, decision: Option<&str>, paid: bool) -> Application {
    Application {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        name: "Ida".into(),
        group_name: "Kor <og> spil".into(),
        purpose: "Noder".into(),
        amount_ore: 150_000,
        applied_at: page.now,
        decision: decision.map(str::to_owned),
        granted_ore: if decision == Some("partly") { 100_000 } else { 0 },
        year: decision.map(|_| 2027),
        reason: if decision.is_some() { "Der er ikke mere".into() } else { String::new() },
        decided_by: decision.map(|_| "Per".into()),
        decided_at: decision.map(|_| page.now),
        paid_entry: paid.then(Uuid::nil),
        report: if paid { "Vi købte noder".into() } else { String::new() },
        spent_ore: 90_000,
        back_ore: 10_000,
        back_entry: paid.then(Uuid::nil),
        reported_at: paid.then_some(page.now),
    }
}

/// Each template with samples, also the empty and the refused one.
pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let fund = Fund { allotted: 2_000_000, granted: 500_000, paid: 400_000, back: 10_000 };
    let front = |full: bool| FrontPage {
        page: page.clone(),
        book: full.then(|| (123_450, vec![entry(-5_000, false), entry(5_000, true)])),
        may_enter: full,
        may_sell: full,
        to_close: full.then(|| "marts 2027".into()),
        year: 2027,
        fund,
    };
    let month = Month { month: day(), book_ore: 1_000, counted_ore: 900, note: "Vekslet <forkert>".into(), closed_by: "Ida".into(), closed_at: page.now };
    let book = |rows: Vec<Row>| BookPage {
        page: page.clone(),
        year: 2027,
        before: 100_000,
        balance: 95_000,
        may_correct: !rows.is_empty(),
        may_close: !rows.is_empty(),
        months: if rows.is_empty() { vec![] } else { vec![month.clone()] },
        has_before: !rows.is_empty(),
        has_after: rows.is_empty(),
        rows,
    };
    let fee = Fee { id: Uuid::nil(), name: "Kaffe <stor>".into(), amount_ore: 1_000 };
    let mut form = Form::default();
    form.wrong("n-x", "Skriv et tal");
    let counter = |fees: Vec<Fee>| CounterPage { page: page.clone(), form: form.clone(), fees, may_arrange: true };
    let account = |income: bool| Account { id: Uuid::nil(), number: 1010, name: "Kontingent <b>".into(), income };
    let line = || Line::of(page, "1010 Kontingent <b>".into(), &Against { budget: 100_000, actual: 120_000 });
    let part = || Part { title: "Penge ind".into(), lines: vec![line()], sum: line() };
    let budget = |full: bool| BudgetPage {
        page: page.clone(),
        year: 2027,
        parts: if full { vec![part(), part()] } else { vec![] },
        result: "Resultat".into(),
        may_write: full,
    };
    let pool = |applications: Vec<Application>, all: bool| FundPage {
        page: page.clone(),
        year: 2027,
        fund,
        applications,
        all,
        may_apply: true,
        may_allot: all,
        known: all,
    };
    let one = |a: Application, may: bool| ApplicationPage {
        page: page.clone(),
        a,
        left: 100_000,
        may_decide: may,
        may_pay: may,
        may_report: may,
        may_take_back: may,
    };
    let chart = |fees: Vec<Fee>, may_arrange: bool| ChartPage { page: page.clone(), accounts: vec![account(true), account(false)], fees, may_arrange };
    vec![
        ("accounts", front(true).render()),
        ("accounts, reader of nothing", front(false).render()),
        ("accounts_book", book(vec![Row { entry: entry(-5_000, true), balance: 95_000 }, Row { entry: entry(5_000, false), balance: 100_000 }]).render()),
        ("accounts_book, empty", book(vec![]).render()),
        ("accounts_counter", counter(vec![fee.clone()]).render()),
        ("accounts_counter, empty", counter(vec![]).render()),
        ("accounts_chart", chart(vec![fee], true).render()),
        ("accounts_chart, reader", chart(vec![], false).render()),
        ("accounts_budget", budget(true).render()),
        ("accounts_budget, empty", budget(false).render()),
        ("accounts_fund", pool(vec![application(page, None, false), application(page, Some("partly"), true)], true).render()),
        ("accounts_fund, empty", pool(vec![], false).render()),
        ("accounts_application", one(application(page, None, false), true).render()),
        ("accounts_application, refused", one(application(page, Some("refused"), false), false).render()),
        ("accounts_application, reported", one(application(page, Some("partly"), true), false).render()),
    ]
}
