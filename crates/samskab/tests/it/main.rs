//! What the whole program promises, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod access;
mod administration;
mod architecture;
mod backups;
mod chain;
mod command_line;
mod crash;
mod demonstration;
mod docs;
mod files;
mod guard;
mod house;
mod live;
mod mail;
mod nodes;
mod operations;
mod people;
mod plans;
mod process;
mod reading_level;
mod recipes;
mod search;
mod sign_in;
mod statements;
mod strangers;
mod templates;
mod thread;
mod votes;
mod walks;
mod ways_in;
mod words;
