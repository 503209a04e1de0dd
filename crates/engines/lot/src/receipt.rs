//! The receipt of a lot: everything that is needed to draw it again.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::rule::{RULE, order};

/// The form of the receipts this program writes and reads.
pub const FORMAT: &str = "samskab-lot/1";

/// A list that has been closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<'a> {
    /// The lot's id.
    pub draw: &'a str,
    /// What is recruited for, in words.
    pub space: &'a str,
    /// Which seats are drawn for, in words.
    pub profile: &'a str,
    /// When the list was closed: ISO 8601 in UTC.
    pub closed_at: &'a str,
    /// How many seats.
    pub seats: u32,
    /// Everybody who takes part, in any order.
    pub pseudonyms: &'a [String],
}

/// A receipt. Before the lot is drawn it holds the list only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`FORMAT`].
    pub format: String,
    /// [`RULE`].
    pub rule: String,
    /// The lot's id.
    pub draw: String,
    /// What is recruited for.
    pub space: String,
    /// Which seats are drawn for.
    pub profile: String,
    /// When the list was closed.
    pub closed_at: String,
    /// How many seats.
    pub seats: u32,
    /// Everybody who takes part, sorted.
    pub pseudonyms: Vec<String>,
    /// SHA-256 of the list, published before the seed was known: see [`Receipt::list_digest`].
    pub digest: String,
    /// The seed, exactly as it was written down.
    pub seed: Option<String>,
    /// When it was written down.
    pub drawn_at: Option<String>,
    /// The order of the lot; empty before it is drawn.
    pub order: Vec<String>,
    /// SHA-256 of the list's digest, the seed and the order: see [`Receipt::result_seal`].
    pub seal: Option<String>,
}

/// Lower-case hex of the SHA-256 of lines, each ended by a line feed.
fn digest_of<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut sha = Sha256::new();
    for line in lines {
        sha.update(line.as_bytes());
        sha.update(b"\n");
    }
    sha.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// A text as one line: a line feed would end the line of the digest it stands in.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

impl Receipt {
    /// The receipt of a list that has just been closed.
    #[must_use]
    pub fn of_list(list: &Closed<'_>) -> Self {
        let mut pseudonyms = list.pseudonyms.to_vec();
        pseudonyms.sort();
        let mut receipt = Self {
            format: FORMAT.to_owned(),
            rule: RULE.to_owned(),
            draw: list.draw.to_owned(),
            space: one_line(list.space),
            profile: one_line(list.profile),
            closed_at: list.closed_at.to_owned(),
            seats: list.seats,
            pseudonyms,
            digest: String::new(),
            seed: None,
            drawn_at: None,
            order: vec![],
            seal: None,
        };
        receipt.digest = receipt.list_digest();
        receipt
    }

    /// The same, drawn: spaces around the seed do not belong to it.
    #[must_use]
    pub fn drawn(mut self, seed: &str, at: &str) -> Self {
        let seed = one_line(seed);
        self.order = order(&seed, &self.pseudonyms);
        self.seed = Some(seed);
        self.drawn_at = Some(at.to_owned());
        self.seal = self.result_seal();
        self
    }

    /// SHA-256 of the lines format, rule, draw, space, profile, `closed_at`, seats and every pseudonym, sorted, each ended by a
    /// line feed.
    #[must_use]
    pub fn list_digest(&self) -> String {
        let seats = self.seats.to_string();
        let head = [&self.format, &self.rule, &self.draw, &self.space, &self.profile, &self.closed_at, &seats];
        digest_of(head.into_iter().chain(&self.pseudonyms).map(String::as_str))
    }

    /// SHA-256 of the lines digest, seed, `drawn_at` and every pseudonym in the order of the lot; nothing before it is drawn.
    #[must_use]
    pub fn result_seal(&self) -> Option<String> {
        let (seed, at) = (self.seed.as_deref()?, self.drawn_at.as_deref()?);
        Some(digest_of([self.digest.as_str(), seed, at].into_iter().chain(self.order.iter().map(String::as_str))))
    }

    /// Those who get a seat.
    #[must_use]
    pub fn seated(&self) -> &[String] {
        &self.order[..self.order.len().min(self.seats as usize)]
    }

    /// The receipt as a file: JSON, indented, ended by a line feed.
    ///
    /// # Errors
    /// Never for a receipt made here; the type of `serde_json` asks for it.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}
