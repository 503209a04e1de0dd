//! The programme of a house: rooms, opening hours, activities that come again and again, who carries them and who comes.

pub mod acts;
mod call_pages;
mod call_store;
mod calls;
mod edit_pages;
pub mod editing;
mod feeds;
pub mod house;
mod house_pages;
mod house_store;
mod lists;
mod model;
mod overview;
mod pages;
mod papers;
mod personal;
mod plan_pages;
pub mod planning;
mod records;
mod samples;
mod season;
mod season_pages;
mod season_store;
pub mod seasons;
mod seen;
pub mod signing;
mod signup_pages;
mod signup_store;
mod store;
mod times_form;
mod today;

use axum::Router;
use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::tool::Tool;
use samskab_platform::{App, Result};
use samskab_recurrence::{Rule, Series};
use uuid::Uuid;

pub use model::{Busy, Clash, Kind, Scope, Signup, Span, State, time_typed};
pub use season::Slot;
pub use signup_store::Seat;
pub use store::About;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "programme",
    path: "program",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, house_store::STATEMENTS, signup_store::STATEMENTS, season_store::STATEMENTS, call_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "programme"),
    objects: &[("activity", "program/{id}"), ("programme", "program"), ("activity_group", "program/grupper"), ("season", "program/saeson/{id}")],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    calendar: |sql, app, person, since| Box::pin(feeds::own(sql, app, person, since)),
    documents: |sql, space| Box::pin(overview::documents(sql, space)),
    records: |sql, view, page| Box::pin(records::records(sql, view, page)),
    today: |sql, space, day, page| Box::pin(today::today(sql, space, day, page)),
    opening: |sql, space, day, page| Box::pin(today::opening(sql, space, day, page)),
    level: |sql, space, days| Box::pin(today::level(sql, space, days)),
    samples: samples::samples,
    ..Tool::NONE
};

/// The series of a rule without its end (empty: just once) from one day to another, at times of day as a Dane writes them.
#[must_use]
pub fn plan_series(rule: &str, first: NaiveDate, last: NaiveDate, from: &str, to: &str) -> Option<Series> {
    let (from, to) = (time_typed(from)?, time_typed(to)?);
    let rule = if rule.is_empty() { Rule::once() } else { Rule::parse(&format!("{rule};UNTIL={}", last.format("%Y%m%d")), first).ok()? };
    Series::new(first, from, model::minutes_between(from, to), rule).ok()
}

/// The next time an activity is held after a moment.
///
/// # Errors
/// [`samskab_platform::Error::NotFound`] where there is none, or when the database fails.
pub async fn next_of(sql: &mut Sql, activity: Uuid, at: DateTime<Utc>) -> Result<Uuid> {
    let all = store::of_activity(sql, activity, at, 100).await?;
    all.into_iter().find(|o| o.is_planned() && o.starts_at > at).map(|o| o.id).ok_or(samskab_platform::Error::NotFound)
}

fn routes() -> Router<App> {
    pages::routes()
        .merge(plan_pages::routes())
        .merge(edit_pages::routes())
        .merge(house_pages::routes())
        .merge(signup_pages::routes())
        .merge(feeds::routes())
        .merge(papers::routes())
        .merge(season_pages::routes())
        .merge(call_pages::routes())
}
