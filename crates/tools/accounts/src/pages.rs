//! The cash book's pages: front, book, entry, counter, months, accounts.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{Datelike, NaiveDate};
use samskab_platform::csv_safe::Table;
use samskab_platform::db::Sql;
use samskab_platform::questions::Questions;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ARRANGE, CLOSE, ENTER, READ, SELL};
use crate::book;
use crate::model::{CHART, Fund, month_of, next_month, running, to_close};
use crate::store::{self, Account, Entry, Fee, Month};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/kasse", get(front))
        .route("/forloeb/{slug}/kasse/bog", get(book_page))
        .route("/forloeb/{slug}/kasse/bog.csv", get(table))
        .route("/forloeb/{slug}/kasse/bilag", get(new).post(enter))
        .route("/forloeb/{slug}/kasse/bilag/{id}/ret", get(ask_to_correct).post(correct))
        .route("/forloeb/{slug}/kasse/disken", get(counter).post(sell))
        .route("/forloeb/{slug}/kasse/maaned", get(month).post(close))
        .route("/forloeb/{slug}/kasse/konti", get(accounts))
        .route("/forloeb/{slug}/kasse/konti/ny", get(new_account).post(add_account))
        .route("/forloeb/{slug}/kasse/takst", get(new_fee).post(add_fee))
        .route("/forloeb/{slug}/kasse/takst/{id}/fjern", post(drop_fee))
}

/// The space, with the tab of the accounts.
pub(crate) async fn seen(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    Ok(view::find_visible(app, visitor, slug).await?.at("kasse"))
}

/// A form under the accounts.
pub(crate) fn ask(app: &App, visitor: &Visitor, view: &SpaceView, word: &str, path: &str, form: Form) -> Questions {
    Questions::new(app, visitor, view, word, &format!("kasse/{path}"), form).back(view.under("kasse"), "accounts-back")
}

#[derive(Template)]
#[template(path = "accounts.html")]
pub(crate) struct FrontPage {
    pub(crate) page: Page,
    /// The balance and the latest entries, for those who read the books.
    pub(crate) book: Option<(i64, Vec<Entry>)>,
    pub(crate) may_enter: bool,
    pub(crate) may_sell: bool,
    /// The month that can be closed.
    pub(crate) to_close: Option<String>,
    pub(crate) year: i32,
    pub(crate) fund: Fund,
}

impl FrontPage {
    fn left(&self) -> String {
        self.page.money(&self.fund.left())
    }
}

/// An entry with the balance after it.
pub(crate) struct Row {
    pub(crate) entry: Entry,
    pub(crate) balance: i64,
}

#[derive(Template)]
#[template(path = "accounts_book.html")]
pub(crate) struct BookPage {
    pub(crate) page: Page,
    pub(crate) year: i32,
    pub(crate) before: i64,
    pub(crate) rows: Vec<Row>,
    pub(crate) balance: i64,
    pub(crate) may_correct: bool,
    pub(crate) may_close: bool,
    pub(crate) months: Vec<Month>,
    /// Whether there is a year before and after this one to look at.
    pub(crate) has_before: bool,
    pub(crate) has_after: bool,
}

impl BookPage {
    /// What another tool wrote an entry for: its words, and where that is.
    fn origin(&self, e: &Entry) -> Option<(String, String)> {
        let view = self.page.space.as_ref()?;
        let (_, path) = view.tools.iter().flat_map(|t| t.objects).find(|(kind, _)| *kind == e.origin)?;
        Some((self.page.t(&format!("accounts-from-{}", e.origin)), view.under(path)))
    }
}

#[derive(Template)]
#[template(path = "accounts_counter.html")]
pub(crate) struct CounterPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) fees: Vec<Fee>,
    pub(crate) may_arrange: bool,
}

#[derive(Template)]
#[template(path = "accounts_chart.html")]
pub(crate) struct ChartPage {
    pub(crate) page: Page,
    pub(crate) accounts: Vec<Account>,
    pub(crate) fees: Vec<Fee>,
    pub(crate) may_arrange: bool,
}

#[derive(Deserialize)]
pub(crate) struct Year {
    pub(crate) aar: Option<i32>,
}

impl Year {
    /// The year asked for, or this one.
    pub(crate) fn of(&self, today: NaiveDate) -> i32 {
        self.aar.filter(|y| (2000..=2199).contains(y)).unwrap_or_else(|| today.year())
    }
}

/// The first day of a year.
pub(crate) fn first_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// The month in words: `marts 2027`.
pub(crate) fn month_name(page: &Page, month: NaiveDate) -> String {
    format!("{} {}", page.t(&format!("month-{}", month.month())), month.year())
}

async fn closable(sql: &mut Sql, space: Uuid, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let last = store::months(sql, space).await?.first().map(|m| m.month);
    Ok(to_close(last, store::first_day(sql, space).await?, today))
}

async fn front(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("kasse");
    let (page, today, space) = (Page::of_space(&app, &visitor, &view, "accounts-title"), app.clock.today(), view.space.id);
    let book = if view.may(&READ) { Some((store::balance(&mut sql, space, next_month(today)).await?, store::latest(&mut sql, space).await?)) } else { None };
    let to_close = if view.may(&CLOSE) { closable(&mut sql, space, today).await?.map(|m| month_name(&page, m)) } else { None };
    let fund = store::fund(&mut sql, space, i64::from(today.year())).await?;
    page::html(&FrontPage { book, may_enter: view.may(&ENTER), may_sell: view.may(&SELL), to_close, year: today.year(), fund, page })
}

async fn rows(sql: &mut Sql, space: Uuid, year: i32) -> Result<(i64, Vec<Row>)> {
    let (from, to) = (first_of(year), first_of(year + 1));
    let before = store::balance(sql, space, from).await?;
    let entries = store::entries(sql, space, from, to).await?;
    let balances = running(before, entries.iter().map(|e| e.amount_ore));
    Ok((before, entries.into_iter().zip(balances).map(|(entry, balance)| Row { entry, balance }).collect()))
}

async fn book_page(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Year>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let (mut sql, year) = (app.db.read().await?, asked.of(app.clock.today()));
    let (before, rows) = rows(&mut sql, view.space.id, year).await?;
    let balance = rows.last().map_or(before, |r| r.balance);
    let page = Page::of_space(&app, &visitor, &view, "accounts-book");
    let months = store::months(&mut sql, view.space.id).await?.into_iter().filter(|m| m.month.year() == year).collect();
    let has_before = store::first_day(&mut sql, view.space.id).await?.is_some_and(|first| first.year() < year);
    let has_after = year < page.today().year();
    page::html(&BookPage { page, year, before, rows, balance, may_correct: view.may(&ENTER), may_close: view.may(&CLOSE), months, has_before, has_after })
}

/// Øre as somebody types kroner into a form: `900`, `99,50`.
pub(crate) fn typed(ore: i64) -> String {
    if ore % 100 == 0 { (ore / 100).to_string() } else { kroner(ore) }
}

/// Øre as a Danish spreadsheet reads kroner.
pub(crate) fn kroner(ore: i64) -> String {
    let sign = if ore < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", ore.abs() / 100, ore.abs() % 100)
}

async fn table(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Year>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let page = Page::of_space(&app, &visitor, &view, "accounts-book");
    let year = asked.of(app.clock.today());
    let (_, rows) = rows(&mut app.db.read().await?, view.space.id, year).await?;
    let mut out = Table::for_spreadsheet();
    const HEADS: [&str; 8] = [
        "accounts-number",
        "accounts-day",
        "accounts-text",
        "accounts-account",
        "accounts-amount",
        "accounts-balance",
        "accounts-receipt",
        "accounts-entered-by",
    ];
    out.row(HEADS.map(|word| page.t(word)));
    for Row { entry: e, balance } in rows {
        let account = format!("{} {}", e.account, e.account_name);
        out.row([e.number.to_string(), e.on_day.to_string(), e.text, account, kroner(e.amount_ore), kroner(balance), e.receipt, e.entered_by]);
    }
    let name = format!("attachment; filename=\"{}-{year}.csv\"", page.t("accounts-book-file"));
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], out.finish()).into_response())
}

/// The accounts of a house, those it has or those it begins with: number and name.
pub(crate) async fn chart(sql: &mut Sql, page: &Page, space: Uuid) -> Result<Vec<(String, String)>> {
    let there = store::accounts(sql, space).await?;
    Ok(if there.is_empty() {
        CHART.iter().map(|(number, word, _)| (number.to_string(), format!("{number} {}", page.t(word)))).collect()
    } else {
        there.into_iter().map(|a| (a.number.to_string(), format!("{} {}", a.number, a.name))).collect()
    })
}

async fn entry_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<Questions> {
    let shown = ask(app, visitor, view, "accounts-enter", "bilag", form);
    let chart = chart(&mut app.db.read().await?, &shown.page, view.space.id).await?;
    let ways = shown.options("accounts-way-", &["in", "out"]);
    Ok(shown
        .choose("way", "accounts-enter-way", "radios", ways)
        .ask("amount", "accounts-amount", "short")
        .ask("on_day", "accounts-day", "date")
        .ask("text", "accounts-text", "text")
        .choose("account", "accounts-account", "select", chart)
        .may_ask("receipt", "accounts-receipt", "text")
        .button("accounts-enter-button"))
}

/// An entry to begin with: the one that was wrong.
#[derive(Deserialize)]
struct Like {
    som: Option<Uuid>,
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(like): Query<Like>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ENTER)?;
    let mut form = Form::filled([("on_day", app.clock.today().to_string()), ("way", "out".to_owned())]);
    if let Some(id) = like.som {
        let mut sql = app.db.read().await?;
        let wrong = store::entry(&mut sql, view.space.id, id).await?;
        if !store::is_closed(&mut sql, view.space.id, month_of(wrong.on_day)).await? {
            form.set("on_day", wrong.on_day.to_string());
        }
        form.set("way", if wrong.amount_ore > 0 { "in" } else { "out" });
        form.set("amount", typed(wrong.amount_ore.abs()));
        form.set("text", wrong.text);
        form.set("account", wrong.account.to_string());
        form.set("receipt", wrong.receipt);
    }
    page::html(&entry_form(&app, &visitor, &view, form).await?)
}

async fn enter(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let mut shown = entry_form(&app, &visitor, &view, form).await?;
    let (way, amount, day) = (shown.pick("way"), shown.money("amount"), shown.date("on_day"));
    let (text, receipt) = (shown.required("text", 160), shown.optional("receipt", 40));
    let account = shown.pick("account").and_then(|n| n.parse::<i64>().ok());
    shown.no_personal_number("text", &text);
    if amount == Some(0) {
        shown.wrong("amount", "accounts-nothing");
    }
    if day.is_some_and(|d| d > act.today()) {
        shown.wrong("on_day", "accounts-day-ahead");
    }
    if let Some(day) = day
        && store::is_closed(act.sql(), view.space.id, month_of(day)).await?
    {
        shown.wrong("on_day", "accounts-month-closed");
    }
    let (Some(way), Some(amount), Some(on_day), Some(account), true) = (way, amount, day, account, shown.ok()) else { return page::not_accepted(&shown) };
    let amount_ore = if way == "in" { amount } else { -amount };
    book::enter(&mut act, &book::Entry { on_day, text, amount_ore, account, receipt }).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse"), "accounts-entered"))
}

async fn correct_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<Questions> {
    let entry = store::entry(&mut app.db.read().await?, view.space.id, id).await?;
    let shown = ask(app, visitor, view, "accounts-correct", &format!("bilag/{id}/ret"), form).back(view.under("kasse/bog"), "accounts-book");
    let lead = shown.page.t3("accounts-correct-lead", "number", entry.number, "text", &entry.text, "amount", shown.page.money(&entry.amount_ore));
    Ok(shown.lead(lead).ask("why", "accounts-correct-why", "text").button("accounts-correct-button"))
}

async fn ask_to_correct(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ENTER)?;
    let wrong = store::entry(&mut app.db.read().await?, view.space.id, id).await?;
    if wrong.corrected_by.is_some() || wrong.corrects.is_some() {
        return Err(Error::Refused("accounts-corrected-already"));
    }
    if !wrong.origin.is_empty() {
        return Err(Error::Refused("accounts-from-elsewhere"));
    }
    page::html(&correct_form(&app, &visitor, &view, id, Form::default()).await?)
}

async fn correct(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ENTER).await?;
    let mut shown = correct_form(&app, &visitor, &view, id, form).await?;
    let why = shown.required("why", 160);
    shown.no_personal_number("why", &why);
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    book::correct(&mut act, id, &why).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("kasse/bilag?som={id}")), "accounts-corrected"))
}

async fn counter_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<CounterPage> {
    let fees = store::fees(&mut app.db.read().await?, view.space.id).await?;
    Ok(CounterPage { page: Page::of_space(app, visitor, view, "accounts-counter"), form, fees, may_arrange: view.may(&ARRANGE) })
}

async fn counter(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&SELL)?;
    page::html(&counter_page(&app, &visitor, &view, Form::default()).await?)
}

async fn sell(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SELL).await?;
    let mut shown = counter_page(&app, &visitor, &view, form).await?;
    // A button sells one; the form sells as many of each as it says.
    let one = shown.form.value("one").to_owned();
    let sold: Vec<(Uuid, i64)> = if one.is_empty() {
        let (page, form) = (&shown.page, &mut shown.form);
        shown.fees.iter().filter_map(|f| Some((f.id, form.number(page, &format!("n-{}", f.id), 0..=999)?))).collect()
    } else {
        shown.fees.iter().filter(|f| f.id.to_string() == one).map(|f| (f.id, 1)).collect()
    };
    if shown.form.ok()
        && sold.iter().all(|(_, n)| *n == 0)
        && let Some(first) = shown.fees.first()
    {
        let text = shown.page.t("accounts-counter-nothing");
        shown.form.wrong(&format!("n-{}", first.id), text);
    }
    if !shown.form.ok() {
        return page::not_accepted(&shown);
    }
    book::sell(&mut act, &sold).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/disken"), "accounts-sold"))
}

async fn month_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<(Questions, Option<NaiveDate>, i64)> {
    let mut sql = app.db.read().await?;
    let month = closable(&mut sql, view.space.id, app.clock.today()).await?;
    let shown = ask(app, visitor, view, "accounts-close", "maaned", form).back(view.under("kasse/bog"), "accounts-book");
    let Some(first) = month else {
        let lead = shown.page.t("accounts-not-over");
        return Ok((shown.lead(lead), None, 0));
    };
    let book = store::balance(&mut sql, view.space.id, next_month(first)).await?;
    let lead = shown.page.t2("accounts-close-lead", "month", month_name(&shown.page, first), "book", shown.page.money(&book));
    let shown = shown.lead(lead).ask("counted", "accounts-counted", "short").may_ask("note", "accounts-difference", "text").button("accounts-close-button");
    Ok((shown, month, book))
}

async fn month(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&CLOSE)?;
    let (shown, month, _) = month_form(&app, &visitor, &view, Form::default()).await?;
    // A form without a question is no help.
    if month.is_none() {
        return Err(Error::Refused("accounts-not-over"));
    }
    page::html(&shown)
}

async fn close(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    let (mut shown, month, book) = month_form(&app, &visitor, &view, form).await?;
    let Some(month) = month else { return Err(Error::Refused("accounts-not-over")) };
    let (counted, note) = (shown.money("counted"), shown.optional("note", 300));
    if let Some(counted) = counted.filter(|c| *c != book && note.is_empty()) {
        let text = shown.page.t1("accounts-difference-why", "amount", shown.page.money(&(counted - book)));
        shown.form.wrong("note", text);
    }
    let (Some(counted), true) = (counted, shown.ok()) else { return page::not_accepted(&shown) };
    book::close(&mut act, month, counted, &note).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/bog"), "accounts-closed"))
}

async fn accounts(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let (mut sql, page) = (app.db.read().await?, Page::of_space(&app, &visitor, &view, "accounts-chart"));
    let mut accounts = store::accounts(&mut sql, view.space.id).await?;
    if accounts.is_empty() {
        accounts = CHART.iter().map(|(number, word, income)| Account { id: Uuid::nil(), number: *number, name: page.t(word), income: *income }).collect();
    }
    let fees = store::fees(&mut sql, view.space.id).await?;
    page::html(&ChartPage { page, accounts, fees, may_arrange: view.may(&ARRANGE) })
}

fn account_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = ask(app, visitor, view, "accounts-account-new", "konti/ny", form).back(view.under("kasse/konti"), "accounts-chart");
    let ways = shown.options("accounts-kind-", &["in", "out"]);
    shown.ask("number", "accounts-account-number", "short").ask("name", "accounts-account-name", "text").choose("way", "accounts-account-way", "radios", ways)
}

async fn new_account(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ARRANGE)?;
    page::html(&account_form(&app, &visitor, &view, Form::default()))
}

async fn add_account(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ARRANGE).await?;
    let mut shown = account_form(&app, &visitor, &view, form);
    let (number, name, way) = (shown.number("number", 1..=9_999), shown.required("name", 60), shown.pick("way"));
    let taken = match number {
        Some(number) => chart(act.sql(), &shown.page, view.space.id).await?.iter().any(|(n, _)| *n == number.to_string()),
        None => false,
    };
    if taken {
        shown.wrong("number", "accounts-account-taken");
    }
    let (Some(number), Some(way), true) = (number, way, shown.ok()) else { return page::not_accepted(&shown) };
    book::add_account(&mut act, number, &name, way == "in").await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/konti"), "accounts-arranged"))
}

fn fee_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    ask(app, visitor, view, "accounts-fee-new", "takst", form).back(view.under("kasse/konti"), "accounts-chart").ask("fee", "accounts-fee-name", "text").ask(
        "amount",
        "accounts-amount",
        "short",
    )
}

async fn new_fee(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ARRANGE)?;
    page::html(&fee_form(&app, &visitor, &view, Form::default()))
}

async fn add_fee(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ARRANGE).await?;
    let mut shown = fee_form(&app, &visitor, &view, form);
    let (name, amount) = (shown.required("fee", 60), shown.money("amount"));
    if amount == Some(0) {
        shown.wrong("amount", "accounts-nothing");
    }
    let (Some(amount), true) = (amount, shown.ok()) else { return page::not_accepted(&shown) };
    book::add_fee(&mut act, &name, amount).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/konti"), "accounts-arranged"))
}

async fn drop_fee(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ARRANGE).await?;
    book::drop_fee(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/konti"), "accounts-arranged"))
}
