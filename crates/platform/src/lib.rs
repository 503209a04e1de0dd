//! What every tool stands on: database, people and sign-in, spaces, access, acts and journal, outbox and mail, pages,
//! live updates, errors. It knows nothing of the tools; they declare themselves with [`tool::Tool`].

pub mod access;
pub mod act;
pub mod app;
pub mod assisting;
pub mod assurance;
pub mod attempt;
pub mod calendar;
pub mod changes;
pub mod choices;
pub mod clock;
pub mod commitment;
pub mod csv_safe;
pub mod db;
pub mod desk;
pub mod device;
pub mod dump;
pub mod error;
pub mod form;
pub mod gather;
pub mod group;
pub mod growth;
pub mod held;
pub mod held_roles;
pub mod hold;
pub mod journal;
pub mod labels;
pub mod limits;
pub mod live;
pub mod look;
pub mod mail;
pub mod message;
pub mod network;
pub mod notice;
pub mod opening;
pub mod outbox;
pub mod outgoing;
pub mod page;
pub mod pages;
pub mod paging;
pub mod person;
pub mod personal;
pub mod presence;
pub mod provider;
pub mod questions;
pub mod reading;
pub mod recipe;
pub mod recipes;
pub mod record;
pub mod reference;
pub mod rhythm;
pub mod rich_text;
pub mod safety;
pub mod screen;
pub mod screen_page;
pub mod sealed;
pub mod search;
pub mod session;
pub mod settings;
pub mod sign_in;
pub mod space;
pub mod space_acts;
mod start;
pub mod text;
pub mod tool;
pub mod upload;
pub mod view;
pub mod visitor;
pub mod words;

pub use act::Act;
pub use app::App;
pub use error::{Error, Result};
pub use form::Form;
pub use page::Page;
pub use view::SpaceView;
pub use visitor::Visitor;

use db::Statement;

/// Every SQL text of the platform.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    [
        assisting::STATEMENTS,
        assurance::STATEMENTS,
        attempt::STATEMENTS,
        choices::STATEMENTS,
        commitment::STATEMENTS,
        db::STATEMENTS,
        dump::STATEMENTS,
        gather::STATEMENTS,
        group::STATEMENTS,
        hold::STATEMENTS,
        held::STATEMENTS,
        held_roles::STATEMENTS,
        opening::STATEMENTS,
        journal::STATEMENTS,
        limits::STATEMENTS,
        outbox::STATEMENTS,
        person::STATEMENTS,
        personal::STATEMENTS,
        reading::STATEMENTS,
        recipes::STATEMENTS,
        sealed::STATEMENTS,
        search::STATEMENTS,
        screen::STATEMENTS,
        session::STATEMENTS,
        sign_in::STATEMENTS,
        space::STATEMENTS,
    ]
    .concat()
}
