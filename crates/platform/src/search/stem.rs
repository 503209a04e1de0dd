//! Words and their stems: what counts as the same word, in Danish and in English, whichever database is below.
//!
//! A word is folded first (case, accents, `ae`/`oe`/`aa` as in an address without Danish letters) and stemmed afterwards with the
//! Snowball algorithm of its language, so *Børnehaver*, *boernehaven* and *BØRNEHAVE* are one term.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::words::Lang;

static DANISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Danish));
static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Longer words are cut: nobody types them, and each takes room for its misspellings.
pub const LONGEST: usize = 40;

/// Words that say nothing about what a text is about; sorted. (The Snowball lists, shortened to what is frequent.)
const DANISH_STOP: &[&str] = &[
    "af", "alle", "alt", "at", "blev", "blive", "bliver", "da", "de", "dem", "den", "denne", "der", "deres", "det", "dette", "dig", "din", "disse", "dog",
    "du", "efter", "eller", "en", "end", "er", "et", "for", "fra", "ham", "han", "har", "havde", "have", "hende", "her", "hos", "hun", "hvad", "hvis", "hvor",
    "hvordan", "i", "ikke", "ind", "jeg", "jer", "kan", "kunne", "man", "med", "meget", "men", "mig", "min", "mod", "ned", "noget", "nogle", "når", "og",
    "også", "om", "op", "os", "over", "på", "sig", "sin", "skal", "skulle", "som", "så", "til", "ud", "under", "var", "ved", "vi", "vil", "ville", "være",
    "været",
];
const ENGLISH_STOP: &[&str] = &[
    "a", "about", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for", "from", "has", "have", "how", "i", "if", "in", "is",
    "it", "its", "not", "of", "on", "or", "our", "should", "so", "that", "the", "their", "there", "they", "this", "to", "was", "we", "what", "which", "will",
    "with", "would", "you",
];

/// Nouns whose forms differ in more than their ending, and short ones that the algorithm leaves alone; folded, each with its first form.
const IRREGULAR: &[(&str, &str)] = &[
    ("barnet", "barn"),
    ("broderen", "bror"),
    ("brødre", "bror"),
    ("brødrene", "bror"),
    ("byen", "by"),
    ("byens", "by"),
    ("byer", "by"),
    ("byerne", "by"),
    ("byernes", "by"),
    ("cafeen", "cafe"),
    ("cafeer", "cafe"),
    ("cafeerne", "cafe"),
    ("byers", "by"),
    ("bøger", "bog"),
    ("bøgerne", "bog"),
    ("bøgers", "bog"),
    ("børn", "barn"),
    ("børnene", "barn"),
    ("børnenes", "barn"),
    ("børns", "barn"),
    ("døtre", "datter"),
    ("døtrene", "datter"),
    ("fædre", "far"),
    ("fædrene", "far"),
    ("fødder", "fod"),
    ("fødderne", "fod"),
    ("hænder", "hånd"),
    ("hænderne", "hånd"),
    ("mænd", "mand"),
    ("mændene", "mand"),
    ("mænds", "mand"),
    ("mødre", "mor"),
    ("mødrene", "mor"),
    ("nætter", "nat"),
    ("nætterne", "nat"),
    ("stien", "sti"),
    ("stiens", "sti"),
    ("stier", "sti"),
    ("stierne", "sti"),
    ("søen", "sø"),
    ("søer", "sø"),
    ("søerne", "sø"),
    ("tænder", "tand"),
    ("tænderne", "tand"),
    ("træer", "træ"),
    ("træerne", "træ"),
    ("træet", "træ"),
    ("veje", "vej"),
    ("vejen", "vej"),
    ("vejene", "vej"),
    ("øen", "ø"),
    ("øer", "ø"),
    ("øerne", "ø"),
];

/// A word of a text and where it stands (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Token<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
}

/// Marks that stand on the letter before them, as a Mac writes `å`.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The words of a text.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric() && !is_mark(c)).map_or(text.len(), |i| start + i);
        rest = end;
        Some(Token { text: &text[start..end], start, end })
    })
}

/// Lower case without accents; `æ`, `ø` and `å` stay letters of their own.
#[must_use]
pub fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => out.push('æ'),
            'ö' => out.push('ø'),
            'á' | 'à' | 'â' | 'ã' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'í' | 'ì' | 'î' | 'ï' => out.push('i'),
            'ó' | 'ò' | 'ô' | 'õ' => out.push('o'),
            'ú' | 'ù' | 'û' => out.push('u'),
            'ü' | 'ý' | 'ÿ' => out.push('y'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            'ð' => out.push('d'),
            'ß' => out.push_str("ss"),
            // A letter and its mark apart: a ring makes å, two dots æ and ø, other marks are accents.
            '\u{30a}' if out.ends_with('a') => replace_last(&mut out, 'å'),
            '\u{308}' if out.ends_with('a') => replace_last(&mut out, 'æ'),
            '\u{308}' if out.ends_with('o') => replace_last(&mut out, 'ø'),
            c if is_mark(c) => {}
            c => out.push(c),
        }
    }
    if out.chars().count() > LONGEST { out.chars().take(LONGEST).collect() } else { out }
}

fn replace_last(out: &mut String, c: char) {
    out.pop();
    out.push(c);
}

/// The same with `ae`, `oe` and `aa` read as `æ`, `ø` and `å`: *Aarhus* is *Århus*, *boernehave* is *børnehave*.
#[must_use]
pub fn folded(word: &str) -> String {
    let plain = plain(word);
    if plain.contains("ae") || plain.contains("oe") || plain.contains("aa") {
        return plain.replace("ae", "æ").replace("oe", "ø").replace("aa", "å");
    }
    plain
}

/// The term of a word of a language: what two words have in common that count as the same.
#[must_use]
pub fn term(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            let word = folded(word);
            let word = IRREGULAR.iter().find(|(form, _)| *form == word).map_or(word.as_str(), |(_, first)| first);
            DANISH.stem(word).into_owned()
        }
        Lang::En => ENGLISH.stem(&plain(word)).into_owned(),
    }
}

/// The stem that compounds are found by: as [`term`] in Danish, but *børn* stays *børn*, as in *børnehave* and *skolebørn*.
#[must_use]
pub fn root(word: &str) -> String {
    DANISH.stem(&folded(word)).into_owned()
}

/// Whether a word says nothing about what a text is about.
#[must_use]
pub fn is_stop(word: &str) -> bool {
    let word = plain(word);
    DANISH_STOP.binary_search(&word.as_str()).is_ok() || ENGLISH_STOP.binary_search(&word.as_str()).is_ok()
}

/// The language a text is written in, by its small words; Danish when in doubt.
#[must_use]
pub fn language(text: &str) -> Lang {
    let (mut danish, mut english) = (0, 0);
    for token in tokens(text).take(400) {
        let word = plain(token.text);
        danish += u32::from(DANISH_STOP.binary_search(&word.as_str()).is_ok());
        english += u32::from(ENGLISH_STOP.binary_search(&word.as_str()).is_ok());
    }
    if english > danish { Lang::En } else { Lang::Da }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(words: &[&str]) {
        let terms: std::collections::BTreeSet<String> = words.iter().map(|w| term(w, Lang::Da)).collect();
        assert_eq!(terms.len(), 1, "{words:?}: {terms:?}");
    }

    #[test]
    fn the_forms_of_a_danish_word_are_one_term() {
        same(&["klub", "klubben", "klubber", "klubberne", "klubbens", "KLUB"]);
        same(&["børnehave", "Børnehaver", "børnehaven", "boernehaverne", "BØRNEHAVENS"]);
        same(&["anbefaling", "anbefalinger", "anbefalingerne"]);
        same(&["skole", "skolen", "skoler", "skolerne", "skolernes"]);
        same(&["barn", "børn", "boern", "barnet", "børnene"]);
        same(&["by", "byen", "byerne", "byens"]);
        same(&["sti", "stien", "stier", "stierne"]);
        same(&["ung", "unge", "unges"]);
        same(&["Aarhus", "Århus", "århus", "A\u{30a}rhus"]);
        same(&["café", "cafe", "Caféen", "cafeer"]);
    }

    #[test]
    fn different_words_stay_apart() {
        assert_ne!(term("klub", Lang::Da), term("klud", Lang::Da));
        assert_ne!(term("bil", Lang::Da), term("bibliotek", Lang::Da));
        assert_ne!(term("unge", Lang::Da), term("ungdom", Lang::Da));
    }

    #[test]
    fn english_is_stemmed_as_english() {
        assert_eq!(term("volunteers", Lang::En), term("volunteering", Lang::En));
        assert_eq!(language("Native plants should be protected in all the reserves"), Lang::En);
        assert_eq!(language("Hallen skal være åben om aftenen"), Lang::Da);
        assert_eq!(language("Cykelstier"), Lang::Da);
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "§ 17, stk. 4: Børne- og \"Ungeudvalget\"…";
        let found: Vec<&str> = tokens(text).map(|t| t.text).collect();
        assert_eq!(found, ["17", "stk", "4", "Børne", "og", "Ungeudvalget"]);
        assert!(tokens(text).all(|t| &text[t.start..t.end] == t.text));
    }

    #[test]
    fn the_lists_can_be_searched() {
        assert!(DANISH_STOP.is_sorted() && ENGLISH_STOP.is_sorted());
        assert!(IRREGULAR.iter().all(|(form, first)| folded(form) == *form && folded(first) == *first));
        assert!(is_stop("Og") && is_stop("the") && !is_stop("skole"));
    }
}
