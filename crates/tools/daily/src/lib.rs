//! The everyday of a house: who came today and how that is counted, the screens in the hall, who opens and closes, keys, whom to
//! ring, what happened, and the house rules.

pub mod acts;
mod contact_pages;
mod count_pages;
mod day;
mod day_pages;
pub mod device;
mod device_pages;
mod device_store;
mod documents;
mod duty_pages;
mod duty_store;
mod house_store;
mod incident_pages;
mod key_pages;
pub mod kiosk;
mod kiosk_pages;
mod message_pages;
mod model;
mod name_pages;
mod overview;
mod paper;
mod personal;
mod rules_pages;
mod samples;
mod screen_pages;
mod store;
pub mod tidy;

pub use contact_pages::write as write_contact;
pub use count_pages::counted as count;
pub use device_store::Kind;
pub use duty_pages::give;
pub use key_pages::{add_key, hand_out};
pub use kiosk::{Item, Taken};
pub use message_pages::tell;
pub use name_pages::enter;
pub use rules_pages::set as set_rules;
pub use store::Way;

use axum::Router;
use samskab_platform::App;
use samskab_platform::tool::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "daily",
    path: "dagen",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS, device_store::STATEMENTS, duty_store::STATEMENTS, house_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "daily"),
    objects: &[
        ("house-day", "dagen"),
        ("house-screen", "dagen/skaerme"),
        ("house-message", "dagen"),
        ("house-rules", "dagen/regler"),
        ("house-names", "dagen/navne"),
    ],
    personal: personal::ALL,
    routes,
    overview: |sql, view, page| Box::pin(overview::overview(sql, view, page)),
    mine: |sql, person, page| Box::pin(overview::mine(sql, person, page)),
    tick: |app| Box::pin(tidy::tick(app)),
    documents: |sql, space| Box::pin(documents::documents(sql, space)),
    records: |sql, view, page| Box::pin(documents::records(sql, view, page)),
    keepers: |sql, space, day| Box::pin(day::keepers(sql, space, day)),
    level: |sql, space, days| Box::pin(day::level(sql, space, days)),
    samples: samples::samples,
    ..Tool::NONE
};

fn routes() -> Router<App> {
    day_pages::routes()
        .merge(device_pages::routes())
        .merge(kiosk_pages::routes())
        .merge(screen_pages::routes())
        .merge(name_pages::routes())
        .merge(count_pages::routes())
        .merge(message_pages::routes())
        .merge(duty_pages::routes())
        .merge(key_pages::routes())
        .merge(contact_pages::routes())
        .merge(incident_pages::routes())
        .merge(rules_pages::routes())
}
