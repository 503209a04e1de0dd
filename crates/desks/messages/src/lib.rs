//! Messages: what waits and what was sent, letters and calls, and the pages where people choose to hear less.

pub mod acts;
mod called_pages;
mod leave_pages;
mod letter_pages;
mod model;
mod outbox_pages;
mod own_pages;
mod personal;
mod samples;
mod store;
mod tidy;

use axum::Router;
use samskab_platform::App;
use samskab_platform::access::Role;
use samskab_platform::desk::{AdminPage, Aim, Desk};

/// Who looks after messages.
pub(crate) const OFFICE: &[Role] = &[Role::Administrator, Role::Secretary];

/// The desk.
pub const DESK: Desk = Desk {
    name: "messages",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "messages"),
    routes,
    personal: personal::PERSONAL,
    admin: &[
        AdminPage {
            aim: Aim::Reach,
            word: "admin-messages",
            href: "/administration/beskeder",
            roles: OFFICE,
            attention: |sql, page| Box::pin(outbox_pages::attention(sql, page)),
        },
        AdminPage {
            aim: Aim::Reach,
            word: "admin-post",
            href: "/administration/beskeder/breve",
            roles: OFFICE,
            attention: |sql, page| Box::pin(letter_pages::attention(sql, page)),
        },
        AdminPage {
            aim: Aim::Reach,
            word: "admin-calls",
            href: "/administration/beskeder/ring",
            roles: OFFICE,
            attention: |sql, page| Box::pin(called_pages::attention(sql, page)),
        },
    ],
    account: &[("account-messages", "/min-side/beskeder")],
    tick: |app| Box::pin(tidy::tick(app)),
    samples: samples::samples,
    ..Desk::NONE
};

fn routes() -> Router<App> {
    leave_pages::routes().merge(outbox_pages::routes()).merge(letter_pages::routes()).merge(called_pages::routes()).merge(own_pages::routes())
}
