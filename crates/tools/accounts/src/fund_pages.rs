//! The budget against the accounts, and the activity fund.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::Datelike;
use samskab_platform::questions::Questions;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page};
use uuid::Uuid;

use crate::acts::{ALLOT, APPLY, BUDGET, DECIDE, PAY_OUT, READ, REPORT};
use crate::model::{Against, Fund};
use crate::pages::{Year, ask, chart, first_of, seen, typed};
use crate::store::{self, Account, Application};
use crate::{book, fund};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/kasse/budget", get(budget))
        .route("/forloeb/{slug}/kasse/budget/skriv", get(edit_budget).post(write_budget))
        .route("/forloeb/{slug}/kasse/pulje", get(pool))
        .route("/forloeb/{slug}/kasse/pulje/afsaet", get(set_aside).post(allot))
        .route("/forloeb/{slug}/kasse/pulje/ansoeg", get(write).post(apply))
        .route("/forloeb/{slug}/kasse/ansoegning/{id}", get(one))
        .route("/forloeb/{slug}/kasse/ansoegning/{id}/svar", get(answer).post(decide))
        .route("/forloeb/{slug}/kasse/ansoegning/{id}/udbetal", post(pay_out))
        .route("/forloeb/{slug}/kasse/ansoegning/{id}/rapport", get(write_report).post(report))
        .route("/forloeb/{slug}/kasse/ansoegning/{id}/retur", post(take_back))
}

/// An account against its budget, in words.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) budget: String,
    pub(crate) actual: String,
    pub(crate) left: String,
}

impl Line {
    pub(crate) fn of(page: &Page, name: String, a: &Against) -> Self {
        Self { name, budget: page.money(&a.budget), actual: page.money(&a.actual), left: page.money(&a.left()) }
    }
}

/// Money in, or money out.
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) sum: Line,
}

#[derive(Template)]
#[template(path = "accounts_budget.html")]
pub(crate) struct BudgetPage {
    pub(crate) page: Page,
    pub(crate) year: i32,
    pub(crate) parts: Vec<Part>,
    pub(crate) result: String,
    pub(crate) may_write: bool,
}

#[derive(Template)]
#[template(path = "accounts_fund.html")]
pub(crate) struct FundPage {
    pub(crate) page: Page,
    pub(crate) year: i32,
    pub(crate) fund: Fund,
    /// Everybody's for those who read the books; one's own for others.
    pub(crate) applications: Vec<Application>,
    pub(crate) all: bool,
    pub(crate) may_apply: bool,
    pub(crate) may_allot: bool,
    /// Whether somebody is signed in: only then are there applications of one's own.
    pub(crate) known: bool,
}

impl FundPage {
    fn left(&self) -> String {
        self.page.money(&self.fund.left())
    }
}

#[derive(Template)]
#[template(path = "accounts_application.html")]
pub(crate) struct ApplicationPage {
    pub(crate) page: Page,
    pub(crate) a: Application,
    pub(crate) left: i64,
    pub(crate) may_decide: bool,
    pub(crate) may_pay: bool,
    pub(crate) may_report: bool,
    pub(crate) may_take_back: bool,
}

impl ApplicationPage {
    /// What was granted and not spent.
    fn over(&self) -> String {
        self.page.money(&(self.a.granted_ore - self.a.spent_ore))
    }
}

async fn budget(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Year>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&READ)?;
    let (mut sql, year, space) = (app.db.read().await?, asked.of(app.clock.today()), view.space.id);
    let sums: BTreeMap<Uuid, i64> = store::sums(&mut sql, space, first_of(year), first_of(year + 1)).await?.into_iter().collect();
    let planned: BTreeMap<Uuid, i64> = store::budget(&mut sql, space, i64::from(year)).await?.into_iter().collect();
    let accounts = store::accounts(&mut sql, space).await?;
    let page = Page::of_space(&app, &visitor, &view, "accounts-budget");
    let (mut parts, mut results) = (vec![], vec![]);
    for (income, word) in [(true, "accounts-income"), (false, "accounts-costs")] {
        let of = |map: &BTreeMap<Uuid, i64>, id: Uuid| map.get(&id).copied().unwrap_or(0);
        let compared = accounts.iter().filter(|a| a.income == income).map(|a| (a, Against::of(income, of(&planned, a.id), of(&sums, a.id))));
        let compared: Vec<(&Account, Against)> = compared.collect();
        let sum = Against { budget: compared.iter().map(|(_, a)| a.budget).sum(), actual: compared.iter().map(|(_, a)| a.actual).sum() };
        let lines: Vec<Line> = compared.iter().map(|(account, a)| Line::of(&page, format!("{} {}", account.number, account.name), a)).collect();
        if !lines.is_empty() {
            parts.push(Part { title: page.t(word), lines, sum: Line::of(&page, page.t("accounts-sum"), &sum) });
        }
        results.push(sum);
    }
    let of = |f: fn(&Against) -> i64| results.first().map_or(0, f) - results.last().map_or(0, f);
    let result = page.t2("accounts-result", "budget", page.money(&of(|a| a.budget)), "actual", page.money(&of(|a| a.actual)));
    page::html(&BudgetPage { year, parts, result, may_write: view.may(&BUDGET), page })
}

async fn budget_form(app: &App, visitor: &Visitor, view: &SpaceView, year: i32, form: Form) -> Result<(Questions, Vec<i64>)> {
    let mut shown =
        ask(app, visitor, view, "accounts-budget-write", &format!("budget/skriv?aar={year}"), form).back(view.under("kasse/budget"), "accounts-budget");
    let lead = shown.page.t1("accounts-budget-lead", "year", year.to_string());
    shown = shown.lead(lead);
    let mut numbers = vec![];
    for (number, name) in chart(&mut app.db.read().await?, &shown.page, view.space.id).await? {
        shown = shown.named(format!("a-{number}"), name, "short");
        numbers.extend(number.parse::<i64>());
    }
    Ok((shown, numbers))
}

async fn edit_budget(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Year>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let year = asked.of(app.clock.today());
    view.demand(&BUDGET)?;
    let mut form = Form::default();
    let mut sql = app.db.read().await?;
    let planned = store::budget(&mut sql, view.space.id, i64::from(year)).await?;
    for account in store::accounts(&mut sql, view.space.id).await? {
        if let Some((_, ore)) = planned.iter().find(|(id, _)| *id == account.id) {
            // Nothing is left empty, as the form says.
            form.set(&format!("a-{}", account.number), if *ore == 0 { String::new() } else { typed(*ore) });
        }
    }
    drop(sql);
    page::html(&budget_form(&app, &visitor, &view, year, form).await?.0)
}

async fn write_budget(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Year>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let year = asked.of(app.clock.today());
    let mut act = Act::begin(&app, &visitor, view.space.id, &BUDGET).await?;
    let (mut shown, numbers) = budget_form(&app, &visitor, &view, year, form).await?;
    let mut lines = vec![];
    for number in numbers {
        let (page, form) = (&shown.page, &mut shown.form);
        // What is left empty is nothing.
        lines.push((number, form.money(page, &format!("a-{number}")).unwrap_or(0)));
    }
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    book::write_budget(&mut act, i64::from(year), &lines).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("kasse/budget?aar={year}")), "accounts-budget"))
}

async fn pool(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let (mut sql, year, all) = (app.db.read().await?, app.clock.today().year(), view.may(&READ));
    let fund = store::fund(&mut sql, view.space.id, i64::from(year)).await?;
    let applications = match (all, view.person) {
        (true, _) => store::applications(&mut sql, view.space.id).await?,
        (false, Some(person)) => store::own(&mut sql, view.space.id, person).await?,
        (false, None) => vec![],
    };
    let page = Page::of_space(&app, &visitor, &view, "accounts-fund");
    page::html(&FundPage {
        page,
        year,
        fund,
        applications,
        all,
        may_apply: view.may(&APPLY) || view.person.is_none(),
        may_allot: view.may(&ALLOT),
        known: view.person.is_some(),
    })
}

fn allot_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = ask(app, visitor, view, "accounts-allot", "pulje/afsaet", form).back(view.under("kasse/pulje"), "accounts-fund");
    let lead = shown.page.t1("accounts-allot-lead", "year", app.clock.today().year().to_string());
    shown.lead(lead).ask("amount", "accounts-amount", "short")
}

async fn set_aside(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ALLOT)?;
    page::html(&allot_form(&app, &visitor, &view, Form::default()))
}

async fn allot(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ALLOT).await?;
    let mut shown = allot_form(&app, &visitor, &view, form);
    let (Some(amount), true) = (shown.money("amount"), shown.ok()) else { return page::not_accepted(&shown) };
    let year = i64::from(act.today().year());
    fund::allot(&mut act, year, amount).await?;
    act.commit().await?;
    Ok(page::go(&view.under("kasse/pulje"), "accounts-allotted"))
}

fn apply_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = ask(app, visitor, view, "accounts-apply", "pulje/ansoeg", form).back(view.under("kasse/pulje"), "accounts-fund");
    let lead = shown.page.t("accounts-apply-lead");
    shown
        .lead(lead)
        .ask("group", "accounts-apply-group", "text")
        .ask("purpose", "accounts-apply-purpose", "area")
        .ask("amount", "accounts-amount", "short")
        .button("accounts-apply-button")
}

async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&APPLY)?;
    page::html(&apply_form(&app, &visitor, &view, Form::default()))
}

async fn apply(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &APPLY).await?;
    let mut shown = apply_form(&app, &visitor, &view, form);
    let (group, purpose, amount) = (shown.required("group", 80), shown.required("purpose", 2_000), shown.money("amount"));
    shown.no_personal_number("purpose", &purpose);
    if amount == Some(0) {
        shown.wrong("amount", "accounts-nothing");
    }
    let (Some(amount), true) = (amount, shown.ok()) else { return page::not_accepted(&shown) };
    let id = fund::apply(&mut act, &group, &purpose, amount).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("kasse/ansoegning/{id}")), "accounts-applied"))
}

/// An application for whoever applied and those who read the books; for nobody else is there one.
async fn find(app: &App, view: &SpaceView, id: Uuid) -> Result<Application> {
    if view.person.is_none() {
        return Err(Error::SignIn);
    }
    let found = store::application(&mut app.db.read().await?, view.space.id, id).await?;
    if view.may(&READ) || Some(found.person_id) == view.person { Ok(found) } else { Err(Error::NotFound) }
}

async fn one(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let a = find(&app, &view, id).await?;
    let left = store::fund(&mut app.db.read().await?, view.space.id, i64::from(app.clock.today().year())).await?.left();
    let own = Some(a.person_id) == view.person;
    page::html(&ApplicationPage {
        page: Page::of_space(&app, &visitor, &view, "accounts-application"),
        left,
        may_decide: view.may(&DECIDE) && a.decision.is_none() && !own,
        may_pay: view.may(&PAY_OUT) && a.granted_ore > 0 && a.paid_entry.is_none(),
        may_report: (own || view.may(&PAY_OUT)) && a.paid_entry.is_some() && a.reported_at.is_none(),
        may_take_back: view.may(&PAY_OUT) && a.reported_at.is_some() && a.granted_ore > a.spent_ore && a.back_entry.is_none(),
        a,
    })
}

/// The page of an application.
fn at(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("kasse/ansoegning/{id}"))
}

async fn answer_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<(Questions, Application, i64)> {
    let a = find(app, view, id).await?;
    let left = store::fund(&mut app.db.read().await?, view.space.id, i64::from(app.clock.today().year())).await?.left();
    let shown = ask(app, visitor, view, "accounts-answer", &format!("ansoegning/{id}/svar"), form).back(at(view, id), "accounts-application-back");
    let lead = shown.page.t3("accounts-answer-lead", "group", &a.group_name, "amount", shown.page.money(&a.amount_ore), "left", shown.page.money(&left));
    Ok((
        shown
            .lead(lead)
            .ask("granted", "accounts-answer-granted", "short")
            .may_ask("reason", "accounts-answer-reason", "area")
            .button("accounts-answer-button"),
        a,
        left,
    ))
}

async fn answer(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&DECIDE)?;
    let (mut shown, a, _) = answer_form(&app, &visitor, &view, id, Form::default()).await?;
    if a.decision.is_some() {
        return Err(Error::Refused("accounts-fund-decided"));
    }
    if Some(a.person_id) == view.person {
        return Err(Error::Refused("accounts-fund-own"));
    }
    shown.form.set("granted", typed(a.amount_ore));
    page::html(&shown)
}

async fn decide(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &DECIDE).await?;
    let (mut shown, a, left) = answer_form(&app, &visitor, &view, id, form).await?;
    let (granted, reason) = (shown.money("granted"), shown.optional("reason", 1_000));
    if granted.is_some_and(|g| g > a.amount_ore) {
        shown.wrong("granted", "accounts-answer-more");
    }
    if a.decision.is_none() && granted.is_some_and(|g| g > left) {
        shown.wrong("granted", "accounts-fund-empty");
    }
    if granted.is_some_and(|g| g < a.amount_ore) && reason.is_empty() {
        shown.wrong("reason", "accounts-answer-why");
    }
    let (Some(granted), true) = (granted, shown.ok()) else { return page::not_accepted(&shown) };
    fund::decide(&mut act, id, granted, &reason).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "accounts-decided"))
}

async fn pay_out(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PAY_OUT).await?;
    fund::pay_out(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "accounts-paid-out"))
}

async fn report_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<(Questions, Application)> {
    let a = find(app, view, id).await?;
    let shown = ask(app, visitor, view, "accounts-report", &format!("ansoegning/{id}/rapport"), form).back(at(view, id), "accounts-application-back");
    let lead = shown.page.t1("accounts-report-lead", "amount", shown.page.money(&a.granted_ore));
    Ok((shown.lead(lead).ask("report", "accounts-report-text", "area").ask("spent", "accounts-report-spent", "short").button("accounts-report-button"), a))
}

async fn write_report(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&REPORT)?;
    page::html(&report_form(&app, &visitor, &view, id, Form::default()).await?.0)
}

async fn report(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REPORT).await?;
    let (mut shown, a) = report_form(&app, &visitor, &view, id, form).await?;
    let (text, spent) = (shown.required("report", 2_000), shown.money("spent"));
    shown.no_personal_number("report", &text);
    if spent.is_some_and(|s| s > a.granted_ore) {
        shown.wrong("spent", "accounts-report-more");
    }
    let (Some(spent), true) = (spent, shown.ok()) else { return page::not_accepted(&shown) };
    fund::report(&mut act, id, &text, spent).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "accounts-reported"))
}

async fn take_back(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PAY_OUT).await?;
    fund::take_back(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "accounts-came-back"))
}
