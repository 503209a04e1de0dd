//! Search over what the visitor may see: one index in plain tables, the same on both databases.
//!
//! [`index`] keeps it, [`query`] asks it, [`stem`] says which words are the same, [`typo`] which are nearly, [`highlight`] shows why
//! something was found. Who may see what is decided when somebody asks, never stored: a space that closes is gone from the
//! results with the same commit.

pub mod highlight;
pub mod index;
pub mod query;
pub mod stem;
mod store;
pub mod typo;

pub use index::{keep_indexing, reindex_all, update};
pub use query::{Filter, Found, Hit, PAGE, Who, search};
pub use store::STATEMENTS;
