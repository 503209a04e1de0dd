//! How much an idea is like some words: pure computation over terms, without a database.
//!
//! Each word that was typed stands for some terms: itself, words it is part of or made of (*klub*, *ungdomsklub*), and where
//! nobody has used it, words a slip of the finger away. A word weighs by how rare it is among the space's ideas (the inverse
//! document frequency of BM25; S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009). An idea is like
//! the words as far as it covers their weight; of two that cover the same, the one that says little else is more like them.

use std::collections::{BTreeMap, BTreeSet};

use samskab_platform::search::{stem, typo};
use samskab_platform::words::Lang;

/// Words of a text that are looked at.
const WORDS: usize = 12;
/// Postings read for one question; frequent words are left out before that.
const POSTINGS: i64 = 4_000;

/// A word that is part of the other, or that the other is part of, counts as so much of a whole one.
pub(crate) const PART: f64 = 0.6;
/// A word that was perhaps meant.
pub(crate) const MEANT: f64 = 0.5;
/// An idea is shown as similar when it covers so much of what was written.
pub(crate) const ALIKE: f64 = 0.4;
/// One is marked as like another from here on: to share one word of two is not enough.
pub(crate) const MARKED: f64 = 0.55;

/// What a term is worth where it stands, in thousandths.
pub(crate) const IN_TITLE: i64 = 1_000;
/// As [`IN_TITLE`], in the text beside it.
pub(crate) const IN_TEXT: i64 = 600;

/// The terms of an idea with what each is worth.
pub(crate) fn terms(title: &str, text: &str) -> BTreeMap<String, i64> {
    let mut all = BTreeMap::new();
    for (part, worth) in [(title, IN_TITLE), (text, IN_TEXT)] {
        for token in stem::tokens(part).filter(|t| !stem::is_stop(t.text)) {
            let known = all.entry(stem::term(token.text, Lang::Da)).or_insert(worth);
            *known = worth.max(*known);
        }
    }
    all
}

/// The different words of a text that say something, as their terms, in their order.
pub(crate) fn asked(text: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let terms = stem::tokens(text).filter(|t| !stem::is_stop(t.text)).map(|t| stem::term(t.text, Lang::Da));
    terms.filter(|t| seen.insert(t.clone())).take(WORDS).collect()
}

/// A term and its other stem, where an `e` comes and goes: *cykel* and *cykler*, *regel* and *regler*.
pub(crate) fn stems(term: &str) -> Vec<String> {
    let mut all = vec![term.to_owned()];
    let letters: Vec<char> = term.chars().collect();
    if let [first @ .., before, last @ ('l' | 'n' | 'r')] = letters.as_slice()
        && letters.len() >= 4
    {
        let first: String = first.iter().collect();
        if *before == 'e' {
            all.push(format!("{first}{last}"));
        } else if !"aeiouyæøå".contains(*before) && before != last {
            all.push(format!("{first}{before}e{last}"));
        }
    }
    all
}

/// The words a long word may be put together of, as terms: *ungdomsklub* gives *ungdom* and *klub* among others. Which of them
/// are words is for the space's own ideas to say.
pub(crate) fn parts(term: &str) -> BTreeSet<String> {
    let letters: Vec<char> = term.chars().collect();
    let mut out = BTreeSet::new();
    if letters.len() >= 7 && !letters.iter().any(char::is_ascii_digit) {
        for cut in 3..=letters.len() - 3 {
            let (first, last): (String, String) = (letters[..cut].iter().collect(), letters[cut..].iter().collect());
            out.extend([first, last].into_iter().filter(|part| part.chars().count() >= 4 && !stem::is_stop(part)).map(|part| stem::term(&part, Lang::Da)));
        }
    }
    out.remove(term);
    out
}

/// Whether a term is so near that the other was perhaps meant.
pub(crate) fn is_near(term: &str, other: &str) -> bool {
    term != other && typo::slips(term, other) <= typo::forgiven(term.chars().count())
}

/// The first and the last letters of a term, long enough that one slip leaves one of the two as it is.
pub(crate) fn ends(term: &str) -> Option<(String, String)> {
    let letters: Vec<char> = term.chars().collect();
    let half = letters.len().checked_sub(1)? / 2;
    (letters.len() >= typo::SHORTEST && half >= 2).then(|| (letters[..half].iter().collect(), letters[letters.len() - half..].iter().collect()))
}

/// How much a term says: the fewer of so many ideas hold it, the more.
pub(crate) fn rarity(ideas: i64, with: i64) -> f64 {
    // A word nobody else has used says no more than one that two have: it may be a name, or misspelt.
    let (all, with) = (ideas.max(1) as f64, with.clamp(2, ideas.max(2)) as f64);
    (1.0 + ((all - with).max(0.0) + 0.5) / (with + 0.5)).ln()
}

/// A word that was typed: the terms it stands for with what each counts, and how much it says.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) terms: BTreeMap<String, f64>,
    pub(crate) rarity: f64,
}

/// Leaves frequent words out, so that a question never reads more than some thousand postings; `counts` says how many ideas hold
/// each term.
pub(crate) fn affordable(mut words: Vec<Word>, counts: &BTreeMap<String, i64>) -> Vec<Word> {
    let cost = |w: &Word| w.terms.keys().map(|t| counts.get(t).copied().unwrap_or(0)).sum::<i64>();
    words.sort_by_key(cost);
    let mut spent = 0;
    words.retain(|w| {
        spent += cost(w);
        spent <= POSTINGS
    });
    words
}

/// How much an idea covers of the words, from 0 to 1; `has` is what of their terms it holds, with what each is worth.
pub(crate) fn covered(words: &[Word], has: &BTreeMap<String, i64>) -> f64 {
    let all: f64 = words.iter().map(|w| w.rarity).sum();
    let best = |w: &Word| w.terms.iter().filter_map(|(t, factor)| Some(factor * *has.get(t)? as f64 / IN_TITLE as f64)).fold(0.0, f64::max);
    if all > 0.0 { (words.iter().map(|w| w.rarity * best(w)).sum::<f64>() / all).clamp(0.0, 1.0) } else { 0.0 }
}

/// How much an idea of so many terms is like the words, from 0 to 1: what it covers, and a little how much else it says.
pub(crate) fn likeness(words: &[Word], has: &BTreeMap<String, i64>, length: usize) -> f64 {
    let met = words.iter().filter(|w| w.terms.keys().any(|t| has.contains_key(t))).count();
    covered(words, has) * (0.8 + 0.2 * (met as f64 / length.max(1) as f64).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<Word> {
        asked(text).into_iter().map(|t| Word { terms: BTreeMap::from([(t, 1.0)]), rarity: 1.0 }).collect()
    }

    fn like(text: &str, title: &str) -> f64 {
        let has = terms(title, "");
        likeness(&words(text), &has, has.len())
    }

    #[test]
    fn forms_of_words_and_small_words_make_no_difference() {
        assert!((like("Bænke på stierne", "Flere bænke på stien") - like("bænken og stien", "flere bænke stier")).abs() < 1e-9);
        assert!(like("Cykelparkering ved stationen", "Cykelparkeringen ved stationer") > 0.99);
        assert!(like("Cykelparkering", "Svømmehallen åben om aftenen") < 0.01);
    }

    #[test]
    fn what_stands_in_the_text_beside_counts_less_than_the_title() {
        let (title, text) = (terms("Flere bænke", ""), terms("Et godt sted", "flere bænke"));
        assert!(covered(&words("bænke"), &title) > covered(&words("bænke"), &text));
        assert!(covered(&words("bænke"), &text) > ALIKE);
    }

    #[test]
    fn a_long_word_is_taken_apart_and_a_short_one_is_not() {
        let of = |word: &str| parts(&asked(word)[0]);
        assert!(of("ungdomsklubben").contains("klub"), "{:?}", of("ungdomsklubben"));
        assert!(of("cykelparkering").contains("cykel"), "{:?}", of("cykelparkering"));
        assert!(of("bænke").is_empty() && of("2027200").is_empty());
    }

    #[test]
    fn an_e_that_comes_and_goes_makes_no_other_word() {
        assert_eq!(stems("cykel"), ["cykel", "cykl"]);
        assert_eq!(stems("cykl"), ["cykl", "cykel"]);
        assert_eq!((stems("bænk").len(), stems("hal").len(), stems("hall").len()), (1, 1, 1));
    }

    #[test]
    fn rare_words_say_more() {
        assert!(rarity(5_000, 3) > rarity(5_000, 300));
        assert!(rarity(10, 10) > 0.0 && rarity(0, 0) > 0.0);
    }

    #[test]
    fn frequent_words_are_left_out_before_they_cost_too_much() {
        let (common, rare) = (asked("torvet").remove(0), asked("gynger").remove(0));
        let counts = BTreeMap::from([(common, 4_500), (rare.clone(), 3)]);
        let left = affordable(words("torvet gynger"), &counts);
        assert!(left.len() == 1 && left[0].terms.contains_key(&rare), "{left:?}");
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("[a-zæøå]{3,12}", 1..8).prop_map(|w| w.join(" "))
    }

    proptest! {
        #[test]
        fn likeness_is_a_share_and_an_idea_is_most_like_itself(a in text(), b in text()) {
            let (own, other) = (like(&a, &a), like(&a, &b));
            prop_assert!((0.0..=1.0).contains(&other));
            prop_assert!(own + 1e-9 >= other, "{} is more like {} than itself", a, b);
            if !asked(&a).is_empty() {
                prop_assert!(own > 0.999);
            }
        }

        #[test]
        fn the_order_of_words_makes_no_difference(a in text(), b in text()) {
            let turned = a.split(' ').rev().collect::<Vec<_>>().join(" ");
            prop_assert!((like(&a, &b) - like(&turned, &b)).abs() < 1e-9);
        }

        #[test]
        fn a_word_the_idea_does_not_have_never_makes_it_more_like(a in text(), b in text(), extra in "[a-zæøå]{3,12}") {
            prop_assume!(!terms(&b, "").contains_key(&stem::term(&extra, Lang::Da)) && asked(&format!("{a} {extra}")).len() > asked(&a).len());
            let longer = format!("{a} {extra}");
            prop_assert!(like(&longer, &b) <= like(&a, &b) + 1e-9);
        }

        #[test]
        fn one_slip_leaves_one_end_of_a_word_as_it_is(word in "[a-zæøå]{5,14}", place in 0usize..14, letter in "[a-zæøå]") {
            let mut letters: Vec<char> = word.chars().collect();
            let at = place % letters.len();
            letters[at] = letter.chars().next().unwrap_or('e');
            let typed: String = letters.iter().collect();
            let (first, last) = ends(&typed).unwrap();
            prop_assert!(word.starts_with(&first) || word.ends_with(&last), "{typed} does not meet {word}");
        }
    }
}
