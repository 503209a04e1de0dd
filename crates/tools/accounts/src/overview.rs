//! What the accounts show elsewhere: what is to be done, and on somebody's own page.

use chrono::Datelike;
use samskab_platform::db::Sql;
use samskab_platform::tool::{Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{CLOSE, DECIDE, PAY_OUT, READ, SELL};
use crate::model::to_close;
use crate::pages::month_name;
use crate::store;

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let (mut out, space) = (Overview::default(), view.space.id);
    if !view.may(&READ) && !view.may(&SELL) {
        return Ok(out);
    }
    let mut todo = |order: u8, text: String, word: &str, path: &str| {
        let (detail, button) = (page.t(&format!("{word}-detail")), page.t(&format!("{word}-button")));
        out.todos.push(Todo { order, text, detail, href: view.under(path), button });
    };
    let (waiting, to_pay) = store::waiting(sql, space).await?;
    if view.may(&DECIDE) && waiting > 0 {
        todo(9, page.t1("accounts-todo-waiting", "n", waiting), "accounts-todo-waiting", "kasse/pulje");
    }
    if view.may(&PAY_OUT) && to_pay > 0 {
        todo(9, page.t1("accounts-todo-pay", "n", to_pay), "accounts-todo-pay", "kasse/pulje");
    }
    if view.may(&CLOSE) {
        let last = store::months(sql, space).await?.first().map(|m| m.month);
        if let Some(month) = to_close(last, store::first_day(sql, space).await?, page.today()) {
            todo(15, page.t1("accounts-todo-close", "month", month_name(page, month)), "accounts-todo-close", "kasse/maaned");
        }
    }
    if view.may(&SELL) && !store::fees(sql, space).await?.is_empty() {
        todo(50, page.t("accounts-todo-sell"), "accounts-todo-sell", "kasse/disken");
    }
    let fund = store::fund(sql, space, i64::from(page.today().year())).await?;
    if fund.allotted > 0 {
        out.promised.push(page.t1("accounts-promised", "left", page.money(&fund.left())));
    }
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |(id, slug, space, group, decision, paid, reported): store::Mine| {
        let (part, word, class) = match (decision.as_deref(), paid, reported) {
            (None, ..) => (MinePart::Next, "accounts-mine-waits", "wait"),
            (Some("refused"), ..) => (MinePart::Outcome, "accounts-mine-refused", "plain"),
            (Some(_), None, _) => (MinePart::Outcome, "accounts-mine-granted", "ok"),
            (Some(_), Some(_), None) => (MinePart::Promised, "accounts-mine-report", "wait"),
            (Some(_), Some(_), Some(_)) => (MinePart::Outcome, "accounts-mine-done", "ok"),
        };
        let href = format!("/forloeb/{slug}/kasse/ansoegning/{id}");
        Mine { part, text: page.t1("accounts-mine", "group", group), detail: space, href, button: String::new(), tag: Some((class, page.t(word))) }
    };
    Ok(store::mine(sql, person).await?.into_iter().map(line).collect())
}
