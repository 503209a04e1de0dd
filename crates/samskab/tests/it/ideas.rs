//! Ideas.
