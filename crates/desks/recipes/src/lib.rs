//! Recipes: listed, read in plain words, copied, edited with a preview, exported and imported.

pub mod acts;
mod brackets;
mod change_pages;
mod check;
mod check_pages;
mod difference;
mod fields;
mod form;
mod import_pages;
mod pages;
mod samples;
mod store;
mod write;

use axum::Router;
use samskab_platform::App;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};
use samskab_platform::personal::{OnLeave, Personal};

/// Who wrote a version.
const WROTE: Personal = Personal {
    table: "recipe_version",
    column: "written_by",
    word: "personal-recipe-version",
    shows: &["key", "version", "note", "written_at"],
    key: &["key", "version"],
    unique_with: None,
    on_leave: OnLeave::Keep,
};

/// The desk.
pub const DESK: Desk = Desk {
    name: "recipes",
    acts: acts::ALL,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "recipes"),
    routes,
    personal: &[&WROTE],
    admin: &[AdminPage { aim: Aim::Spaces, word: "admin-recipes", href: "/administration/opskrifter", roles: acts::COOKS, attention: no_attention }],
    samples: samples::samples,
    ..Desk::NONE
};

fn routes() -> Router<App> {
    pages::routes().merge(change_pages::routes()).merge(check_pages::routes()).merge(import_pages::routes())
}
