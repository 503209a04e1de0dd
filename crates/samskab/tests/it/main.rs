//! What the whole program promises, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod access;
mod architecture;
mod chain;
mod command_line;
mod crash;
mod demonstration;
mod house;
mod live;
mod mail;
mod recipes;
mod sign_in;
mod statements;
mod strangers;
mod templates;
mod thread;
mod votes;
mod words;
