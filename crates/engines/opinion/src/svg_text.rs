//! Text in a picture: broken into lines, measured, escaped.

use crate::labels::shortened;

/// The text on at most `most` lines of `letters`, broken between words where there are any.
pub(crate) fn wrapped(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while !rest.is_empty() && lines.len() < most {
        if lines.len() + 1 == most {
            lines.push(shortened(&rest, letters));
            break;
        }
        if rest.chars().count() <= letters {
            lines.push(std::mem::take(&mut rest));
            break;
        }
        let end = rest.char_indices().nth(letters + 1).map_or(rest.len(), |(place, _)| place);
        let hard = rest.char_indices().nth(letters).map_or(rest.len(), |(place, _)| place);
        let cut = rest[..end].rfind(' ').filter(|space| *space > 0).unwrap_or(hard);
        lines.push(rest[..cut].trim_end().to_owned());
        rest = rest[cut..].trim_start().to_owned();
    }
    lines
}

/// A generous guess of the width of a text at 12 units: letters outside Latin scripts are about twice as wide.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars().map(|letter| if u32::from(letter) >= 0x2e80 { 12.5 } else { 6.6 }).sum()
}

/// Text as XML content or attribute: the five special letters become entities, and control characters, which XML does not
/// allow, become spaces.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            control if control.is_control() || matches!(control, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_broken_between_words() {
        assert_eq!(wrapped("For: Flere bænke i parken ved søen", 14, 3), ["For: Flere", "bænke i parken", "ved søen"]);
        assert_eq!(wrapped("For: Flere bænke i parken ved søen", 14, 2), ["For: Flere", "bænke i…"]);
        assert_eq!(wrapped("乘客應該可以選擇", 4, 2), ["乘客應該", "可以選擇"]);
        assert!(wrapped("  ", 4, 2).is_empty());
    }

    #[test]
    fn special_letters_are_escaped() {
        assert_eq!(escaped("<a href=\"x\">'&\u{1}"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp; ");
    }
}
