//! The simple lot: who of those who fit gets a seat, decided in public by a seed that nobody knew when the list was closed.
//!
//! The order is that of HMAC-SHA-256 (RFC 2104, FIPS 180-4), with the SHA-256 of the seed as the key and each candidate's
//! pseudonym as the message: whoever has the receipt can draw again and must get the same. No database, no clock, no
//! chance of its own.

mod check;
mod receipt;
mod rule;

pub use check::{Fault, check};
pub use receipt::{Closed, FORMAT, Receipt};
pub use rule::{RULE, order, ticket};
