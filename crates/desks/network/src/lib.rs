//! The network: people, associations, businesses and institutions tell what they can do or lend, where and when, before anything
//! happens. Only they themselves and the municipality's coordinators see an offer; everybody sees how much there is where.

pub mod acts;
mod capacity;
mod form;
mod model;
mod office_pages;
mod own_pages;
mod pages;
mod personal;
mod samples;
mod store;
mod tick;

pub use model::{How, Offer};

use axum::Router;
use samskab_platform::App;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};

/// The desk.
pub const DESK: Desk = Desk {
    name: "network",
    acts: acts::ALL,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "network"),
    routes,
    personal: personal::PERSONAL,
    admin: &[AdminPage { aim: Aim::Spaces, word: "admin-network", href: "/administration/netvaerk", roles: acts::COORDINATORS, attention: no_attention }],
    account: &[("account-network", "/min-side/netvaerk")],
    mine: |sql, person, page| Box::pin(own_pages::mine(sql, person, page)),
    offers: |sql, app, wanted| Box::pin(store::candidates(sql, app.clock.today(), wanted)),
    tick: |app| Box::pin(tick::tick(app)),
    samples: samples::samples,
};

fn routes() -> Router<App> {
    pages::routes().merge(own_pages::routes()).merge(office_pages::routes())
}
