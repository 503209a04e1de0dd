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
mod plans;
mod reading_level;
mod nodes;
mod operations;
mod people;
mod process;
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
