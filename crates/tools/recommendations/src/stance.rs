//! Where members stand on a recommendation.

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// Supports it.
    For,
    /// Does not.
    Against,
    /// Takes no side.
    Abstains,
}

impl Stance {
    /// All of them.
    pub const ALL: [Stance; 3] = [Stance::For, Stance::Against, Stance::Abstains];

    /// The name in the database, forms and documents.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Stance::For => "for",
            Stance::Against => "against",
            Stance::Abstains => "abstains",
        }
    }

    /// The stance of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Its word.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Stance::For => "stance-for",
            Stance::Against => "stance-against",
            Stance::Abstains => "stance-abstains",
        }
    }

    /// Its word where the person says it of themselves.
    pub(crate) fn mine(self) -> &'static str {
        match self {
            Stance::For => "stance-i-for",
            Stance::Against => "stance-i-against",
            Stance::Abstains => "stance-i-abstain",
        }
    }

    /// The class of its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Stance::For => "ok",
            Stance::Against => "wait",
            Stance::Abstains => "plain",
        }
    }
}

/// How many stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) favour: usize,
    pub(crate) against: usize,
    pub(crate) abstain: usize,
}

impl Tally {
    /// Counts stances.
    pub(crate) fn of(stances: impl IntoIterator<Item = Stance>) -> Self {
        let mut tally = Self::default();
        stances.into_iter().for_each(|s| tally.add(s, 1));
        tally
    }

    pub(crate) fn add(&mut self, stance: Stance, n: usize) {
        match stance {
            Stance::For => self.favour += n,
            Stance::Against => self.against += n,
            Stance::Abstains => self.abstain += n,
        }
    }

    /// Everybody who has said where they stand.
    pub(crate) fn all(&self) -> usize {
        self.favour + self.against + self.abstain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stance_is_found_again_by_its_key_and_counted_once() {
        for stance in Stance::ALL {
            assert_eq!(Stance::of(stance.key()), Some(stance));
            assert_eq!(Tally::of([stance]).all(), 1);
        }
        assert_eq!(Tally::of([Stance::For, Stance::Against, Stance::For]), Tally { favour: 2, against: 1, abstain: 0 });
    }
}
