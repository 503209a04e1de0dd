//! How surely one knows who somebody is: the levels of NSIS and eIDAS (Regulation (EU) No 910/2014, article 8).
//!
//! A session has a level, given by the way one came in; a space may ask for one. Access ([`crate::access`]) asks what a
//! role may do; this asks, as a second gate, whether the session is good enough for the space. Reading what everybody may
//! read needs nothing.

/// A level of assurance, the lowest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// Somebody who reads that mailbox, holds that letter or that device.
    #[default]
    Low,
    /// Somebody a provider has identified with two factors: MitID as most people use it.
    Substantial,
    /// The same with a stronger proof of who it is.
    High,
}

impl Assurance {
    /// From the lowest to the highest.
    pub const ALL: [Assurance; 3] = [Assurance::Low, Assurance::Substantial, Assurance::High];

    /// The name in the database, settings and word keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Assurance::Low => "low",
            Assurance::Substantial => "substantial",
            Assurance::High => "high",
        }
    }

    /// The level of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.key() == key)
    }
}

impl TryFrom<String> for Assurance {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Assurance::of(&key).ok_or_else(|| format!("unknown level of assurance '{key}'"))
    }
}
