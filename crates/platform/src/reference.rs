//! The number of a request: in its answer's header, in the log, and on the page of an error, so that somebody who reports
//! the error and somebody who reads the log can find each other.

use std::fmt;

use crate::clock::{Clock, hex};

/// Ten characters that are easy to read aloud.
#[derive(Debug, Clone)]
pub struct Reference(String);

impl Reference {
    /// A new one. It comes from chance alone: a number that a proxy sends along could hold anything.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        let mut bytes = [0u8; 5];
        clock.fill(&mut bytes);
        Self(hex(&bytes))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
