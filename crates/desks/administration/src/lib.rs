//! Administration, arranged by what an administrator wants to do: getting started, look and labels, the journal, how long
//! things are kept, the accessibility statement.

pub mod acts;
mod cleaning;
mod cleaning_store;
pub mod contrast;
mod front_pages;
mod journal_pages;
mod journal_store;
mod labels_pages;
mod look;
mod look_pages;
mod privacy_pages;
mod processing;
mod processing_pages;
pub mod retention;
mod retention_pages;
pub mod setup;
pub mod start;
mod start_pages;
mod statement;
mod statement_pages;
mod store;

use axum::Router;
use axum::routing::{get, post};
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};
use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::{App, Page};

/// The desk.
pub const DESK: Desk = Desk {
    name: "administration",
    acts: acts::ALL,
    statements: &[store::STATEMENTS, journal_store::STATEMENTS, cleaning_store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "administration"),
    routes,
    personal: &[&HELD, &PLACED, &LIFTED],
    admin: ADMIN,
    tick: |app| Box::pin(cleaning::tick(app)),
    samples,
    ..Desk::NONE
};

const ADMIN: &[AdminPage] = &[
    AdminPage { aim: Aim::Start, word: "admin-start", href: "/administration/kom-i-gang", roles: acts::ADMINISTRATOR, attention: no_attention },
    AdminPage { aim: Aim::Look, word: "admin-look", href: "/administration/udseende", roles: acts::ADMINISTRATOR, attention: no_attention },
    AdminPage { aim: Aim::Look, word: "admin-labels", href: "/administration/betegnelser", roles: acts::ADMINISTRATOR, attention: no_attention },
    AdminPage {
        aim: Aim::Trust,
        word: "admin-journal",
        href: "/administration/journal",
        roles: acts::ADMINISTRATOR,
        attention: |sql, page| Box::pin(journal_pages::attention(sql, page)),
    },
    AdminPage { aim: Aim::Trust, word: "admin-retention", href: "/administration/opbevaring", roles: acts::ADMINISTRATOR, attention: no_attention },
    AdminPage { aim: Aim::Trust, word: "admin-processing", href: "/administration/fortegnelse", roles: acts::ADMINISTRATOR, attention: no_attention },
    AdminPage {
        aim: Aim::Trust,
        word: "admin-holds",
        href: "/administration/tilbageholdelse",
        roles: acts::ADMINISTRATOR,
        attention: |sql, page| Box::pin(retention_pages::attention(sql, page)),
    },
    AdminPage {
        aim: Aim::Trust,
        word: "admin-statement",
        href: "/administration/tilgaengelighed",
        roles: acts::BOTH,
        attention: |sql, page| Box::pin(statement_pages::attention(sql, page)),
    },
];

const HELD: Personal = Personal {
    table: "hold",
    column: "person_id",
    word: "stored-hold",
    shows: &["reason", "until", "placed_at"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};
const PLACED: Personal = Personal { column: "placed_by", word: "stored-hold-placed", ..HELD };
const LIFTED: Personal = Personal { column: "lifted_by", word: "stored-hold-lifted", ..HELD };

fn routes() -> Router<App> {
    Router::new()
        .route("/administration", get(front_pages::show))
        .route("/administration/kom-i-gang", get(start_pages::show))
        .route("/administration/kom-i-gang/sikkerhedskopi", get(start_pages::backup))
        .route("/administration/kom-i-gang/opskrifter", post(start_pages::to_recipes))
        .route("/administration/kom-i-gang/{key}/uden", post(start_pages::leave_out))
        .route("/kom-i-gang/{token}", get(start_pages::first).post(start_pages::begin))
        .route("/administration/udseende", get(look_pages::show))
        .route("/administration/udseende/navn", post(look_pages::set_names))
        .route("/administration/udseende/farver", post(look_pages::set_colours))
        .route("/administration/udseende/farver/egne", post(look_pages::own_colours))
        .route("/administration/udseende/logo", post(look_pages::set_logo))
        .route("/administration/udseende/logo/fjern", post(look_pages::remove_logo))
        .route("/look.css", get(look::css))
        .route("/logo", get(look::logo))
        .route("/administration/betegnelser", get(labels_pages::show))
        .route("/administration/betegnelser/{key}", post(labels_pages::save))
        .route("/administration/journal", get(journal_pages::show))
        .route("/administration/journal/kontrol", post(journal_pages::ask_check))
        .route("/administration/journal/kopi", post(journal_pages::copy))
        .route("/administration/opbevaring", get(retention_pages::show))
        .route("/administration/opbevaring/{key}", post(retention_pages::set_rule))
        .route("/administration/fortegnelse", get(processing_pages::show))
        .route("/administration/fortegnelse.pdf", get(processing_pages::pdf))
        .route("/administration/fortegnelse/{part}", get(processing_pages::edit).post(processing_pages::save))
        .route("/administration/tilbageholdelse", get(retention_pages::show_holds).post(retention_pages::hold))
        .route("/administration/tilbageholdelse/{id}/ophaev", post(retention_pages::lift))
        .route("/administration/tilgaengelighed", get(statement_pages::edit).post(statement_pages::save))
        .route("/tilgaengelighed", get(statement_pages::show))
        .route("/was", get(statement_pages::short))
        .route("/privatliv", get(privacy_pages::show))
}

fn samples(app: &App, page: &Page) -> Vec<samskab_platform::tool::Sample> {
    [
        front_pages::samples(page),
        start_pages::samples(page),
        look_pages::samples(app, page),
        labels_pages::samples(app, page),
        journal_pages::samples(app, page),
        retention_pages::samples(page),
        statement_pages::samples(app, page),
        privacy_pages::samples(page),
        processing_pages::samples(app, page),
    ]
    .into_iter()
    .flatten()
    .collect()
}
