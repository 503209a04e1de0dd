//! How surely one knows who somebody is: the levels of NSIS and eIDAS (Regulation (EU) No 910/2014, article 8).
//!
//! A session has a level, given by the way one came in; a space may ask for one. Access ([`crate::access`]) asks what a
//! role may do; this asks, as a second gate, whether the session is good enough for the space. Reading what everybody may
//! read needs nothing.

use std::collections::BTreeSet;

use crate::db::Sql;
use crate::error::Result;
use crate::{args, statements};

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

    /// The keys of the levels above the lowest that this one covers, for two placeholders beside `'low'`.
    #[must_use]
    pub fn covered(self) -> (&'static str, &'static str) {
        let up_to = |level: Assurance| if self >= level { level.key() } else { Assurance::Low.key() };
        (up_to(Assurance::Substantial), up_to(Assurance::High))
    }

    /// The level of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.key() == key)
    }
}

statements! {
    BEYOND = "SELECT s.slug FROM json_each($1) e CROSS JOIN space s WHERE s.slug = e.value AND s.assurance NOT IN ('low', $2, $3)",
        postgres "SELECT s.slug FROM json_array_elements_text($1::json) e JOIN space s ON s.slug = e WHERE s.assurance NOT IN ('low', $2, $3)";
}

/// Which of these spaces ask for more than a session of this level.
///
/// # Errors
/// When the database fails.
pub async fn beyond<'a>(sql: &mut Sql, level: Assurance, slugs: impl Iterator<Item = &'a str>) -> Result<BTreeSet<String>> {
    let slugs: BTreeSet<&str> = slugs.collect();
    if slugs.is_empty() || level == Assurance::High {
        return Ok(BTreeSet::new());
    }
    let (substantial, high) = level.covered();
    let rows: Vec<(String,)> = sql.all(&BEYOND, args![serde_json::to_string(&slugs)?, substantial, high]).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

impl TryFrom<String> for Assurance {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Assurance::of(&key).ok_or_else(|| format!("unknown level of assurance '{key}'"))
    }
}
