//! What every tool stands on: database, people and sign-in, spaces, access, acts and journal, outbox and mail, pages,
//! live updates, errors. It knows nothing of the tools; they declare themselves with [`tool::Tool`].

pub mod access;
pub mod act;
pub mod app;
pub mod choices;
pub mod clock;
pub mod commitment;
pub mod db;
pub mod desk;
pub mod error;
pub mod form;
pub mod journal;
pub mod live;
pub mod mail;
pub mod outbox;
pub mod page;
pub mod pages;
pub mod person;
pub mod personal;
pub mod reading;
pub mod recipe;
pub mod session;
pub mod settings;
pub mod sign_in;
pub mod space;
pub mod space_acts;
mod start;
pub mod tool;
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
        choices::STATEMENTS,
        commitment::STATEMENTS,
        journal::STATEMENTS,
        outbox::STATEMENTS,
        person::STATEMENTS,
        reading::STATEMENTS,
        session::STATEMENTS,
        sign_in::STATEMENTS,
        space::STATEMENTS,
    ]
    .concat()
}
