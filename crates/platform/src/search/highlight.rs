//! What of a text is shown in a result: a piece of it around the words that matched, and those words marked.
//!
//! Nothing is escaped here and nothing is HTML: a piece is text and whether it matched, and the template escapes it.

use std::collections::BTreeSet;

use super::stem::{self, Token};
use crate::words::Lang;

/// How long a piece is, in characters.
const LENGTH: usize = 220;

/// A part of a shown text; `true`: it matched.
pub type Piece = (String, bool);

/// Whether a word matched.
fn is_hit(word: &str, terms: &BTreeSet<String>) -> bool {
    terms.contains(&stem::term(word, Lang::Da)) || terms.contains(&stem::term(word, Lang::En))
}

fn hits<'a>(text: &'a str, terms: &BTreeSet<String>) -> Vec<Token<'a>> {
    stem::tokens(text).filter(|t| is_hit(t.text, terms)).collect()
}

/// The first word of a text that has one of these terms, as it was written.
#[must_use]
pub fn written(text: &str, terms: &BTreeSet<String>) -> Option<String> {
    stem::tokens(text).find(|t| is_hit(t.text, terms)).map(|t| t.text.to_owned())
}

/// A whole text with the words marked that have one of these terms.
#[must_use]
pub fn marked(text: &str, terms: &BTreeSet<String>) -> Vec<Piece> {
    pieces(text, 0, text.len(), &hits(text, terms))
}

/// The piece of a text that holds the most of what matched.
#[must_use]
pub fn snippet(text: &str, terms: &BTreeSet<String>) -> Vec<Piece> {
    let hits = hits(text, terms);
    if text.chars().count() <= LENGTH {
        return pieces(text, 0, text.len(), &hits);
    }
    // Bytes are near enough to characters to choose by.
    let distinct = |from: usize| {
        let inside = hits.iter().filter(|t| t.start >= from && t.end <= from + LENGTH);
        inside.map(|t| stem::term(t.text, Lang::Da)).collect::<BTreeSet<_>>().len()
    };
    let best = hits.iter().map(|t| t.start).max_by_key(|start| (distinct(*start), std::cmp::Reverse(*start))).unwrap_or(0);
    let from = beginning(text, best);
    let to = text[from..].char_indices().nth(LENGTH).map_or(text.len(), |(i, _)| from + i);
    let to = if to == text.len() { to } else { text[from..to].rfind(char::is_whitespace).map_or(to, |i| from + i) };
    let mut out = pieces(text[..to].trim_end(), from, text[..to].trim_end().len(), &hits);
    if from > 0 {
        out.insert(0, ("… ".to_owned(), false));
    }
    if to < text.len() {
        out.push((" …".to_owned(), false));
    }
    out
}

/// Where a piece begins that is to show a word: at the sentence before it, or some words ahead.
fn beginning(text: &str, word: usize) -> usize {
    if word < 60 {
        return 0;
    }
    let ahead = text[..word].char_indices().rev().nth(60).map_or(0, |(i, _)| i);
    let sentence = text[ahead..word].rfind(['.', '?', '!', '\n']).map(|i| ahead + i + 1);
    let from = sentence.or_else(|| text[ahead..word].find(char::is_whitespace).map(|i| ahead + i)).unwrap_or(ahead);
    from + text[from..].len() - text[from..].trim_start().len()
}

fn pieces(text: &str, from: usize, to: usize, hits: &[Token<'_>]) -> Vec<Piece> {
    let (mut out, mut at) = (vec![], from);
    for hit in hits.iter().filter(|t| t.start >= from && t.end <= to) {
        if hit.start > at {
            out.push((text[at..hit.start].to_owned(), false));
        }
        out.push((text[hit.start..hit.end].to_owned(), true));
        at = hit.end;
    }
    if at < to {
        out.push((text[at..to].to_owned(), false));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|w| stem::term(w, Lang::Da)).collect()
    }

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| p.0.as_str()).collect()
    }

    #[test]
    fn every_form_of_the_word_is_marked_as_it_stands() {
        let marked = marked("Klubberne i KLUBBEN <b>klub</b>", &terms(&["klub"]));
        let hits: Vec<&str> = marked.iter().filter(|p| p.1).map(|p| p.0.as_str()).collect();
        assert_eq!(hits, ["Klubberne", "KLUBBEN", "klub"]);
        assert_eq!(text(&marked), "Klubberne i KLUBBEN <b>klub</b>");
    }

    #[test]
    fn the_piece_is_chosen_where_most_matches() {
        let filler = "Her står der noget helt andet om vejr og vind. ".repeat(12);
        let long = format!("Bussen kører. {filler}Bussen til klubben holder ved hallen. {filler}");
        let shown = text(&snippet(&long, &terms(&["bus", "klub", "hal"])));
        assert!(shown.contains("Bussen til klubben holder ved hallen"), "{shown}");
        assert!(shown.starts_with("… ") && shown.ends_with(" …"));
        assert!(shown.chars().count() < LENGTH + 10, "{}", shown.chars().count());
    }

    proptest! {
        #[test]
        fn a_piece_is_a_part_of_the_text_and_marks_only_what_matched(text_ in "([a-zæøåÆØÅ<>&.]{0,9}[ \n]){0,90}", word in "[a-zæøå]{2,6}") {
            let terms = terms(&[&word]);
            for shown in [snippet(&text_, &terms), marked(&text_, &terms)] {
                let joined = text(&shown);
                let inner = joined.trim_start_matches("… ").trim_end_matches(" …");
                prop_assert!(text_.contains(inner), "{inner:?}");
                prop_assert!(shown.iter().filter(|p| p.1).all(|p| is_hit(&p.0, &terms)));
            }
        }
    }
}
