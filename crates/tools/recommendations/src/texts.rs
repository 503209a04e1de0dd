//! The three texts of a recommendation, how two of them differ, and how two people's changes become one.

use samskab_platform::changes::{Piece, compare, merge};
use serde::{Deserialize, Serialize};

/// The longest a title may be, in characters.
pub(crate) const TITLE: usize = 160;
/// The longest a text or a reason may be, in characters.
pub(crate) const TEXT: usize = 8_000;

/// What a recommendation says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
pub struct Texts {
    /// In one line.
    pub title: String,
    /// What is to be done.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// A text that differs: word key of what it is, and the pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) word: &'static str,
    pub(crate) pieces: Vec<Piece>,
}

impl Texts {
    pub(crate) fn new(title: &str, text: &str, reason: &str) -> Self {
        Self { title: title.to_owned(), text: text.to_owned(), reason: reason.to_owned() }
    }

    fn parts(&self) -> [(&'static str, &str); 3] {
        [("recommendations-title-label", &self.title), ("recommendations-the-text", &self.text), ("recommendations-the-reason", &self.reason)]
    }

    /// What `self` changes in `old`, word by word; empty where they say the same.
    pub(crate) fn changes(&self, old: &Texts) -> Vec<Changed> {
        let both = old.parts().into_iter().zip(self.parts());
        both.filter(|((_, was), (_, is))| was != is).map(|((word, was), (_, is))| Changed { word, pieces: compare(was, is) }).collect()
    }

    /// `self` and `theirs` both began as `base`: the texts with both changes in them, nobody's words lost.
    pub(crate) fn merged(&self, base: &Texts, theirs: &Texts) -> Self {
        Self {
            title: merge(&base.title, &self.title, &theirs.title),
            text: merge(&base.text, &self.text, &theirs.text),
            reason: merge(&base.reason, &self.reason, &theirs.reason),
        }
    }

    /// Whether they are there and none is longer than it may be: two people's changes together can be.
    pub(crate) fn fits(&self) -> bool {
        let fits = |text: &str, most: usize| !text.trim().is_empty() && text.chars().count() <= most;
        fits(&self.title, TITLE) && fits(&self.text, TEXT) && fits(&self.reason, TEXT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts() -> impl Strategy<Value = Texts> {
        ["[ab ]{0,12}", "[abæ \n]{0,30}", "[ab .]{0,30}"].prop_map(|[a, b, c]| Texts::new(&a, &b, &c))
    }

    #[test]
    fn only_what_differs_is_shown_as_changed() {
        let old = Texts::new("Bus 12", "Bussen kører.", "Fordi.");
        let new = Texts { text: "Bussen kører oftere.".into(), ..old.clone() };
        let changes = new.changes(&old);
        assert_eq!(changes.iter().map(|c| c.word).collect::<Vec<_>>(), ["recommendations-the-text"]);
        assert!(old.changes(&old).is_empty());
    }

    #[test]
    fn a_suggestion_on_an_older_version_keeps_what_was_written_since() {
        let base = Texts::new("Bus 12", "Bussen kører hver time.", "Fordi.");
        let since = Texts { text: "Bussen kører hver time. Også søndag.".into(), ..base.clone() };
        let suggested = Texts { text: "Bussen kører hver halve time.".into(), reason: "Fordi. Mange venter.".into(), ..base.clone() };
        let both = suggested.merged(&base, &since);
        assert_eq!(both.text, "Bussen kører hver halve time. Også søndag.");
        assert_eq!(both.reason, "Fordi. Mange venter.");
    }

    #[test]
    fn texts_that_are_empty_or_too_long_do_not_fit() {
        let fits = Texts::new("a", "b", "c");
        assert!(fits.fits());
        assert!(!Texts { reason: " ".into(), ..fits.clone() }.fits());
        assert!(!Texts { title: "x".repeat(TITLE + 1), ..fits }.fits());
    }

    proptest! {
        #[test]
        fn a_suggestion_on_a_text_nobody_changed_is_taken_as_it_is(base in texts(), suggested in texts()) {
            prop_assert_eq!(suggested.merged(&base, &base), suggested.clone());
            prop_assert_eq!(base.merged(&base, &suggested), suggested);
        }

        #[test]
        fn changes_are_shown_exactly_where_texts_differ(old in texts(), new in texts()) {
            prop_assert_eq!(new.changes(&old).is_empty(), old == new);
            prop_assert_eq!(new.changes(&old).len(), old.changes(&new).len());
        }
    }
}
