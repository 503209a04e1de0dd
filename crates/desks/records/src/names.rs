//! Names of files that people can read and every system can keep: on Windows, on paper, in a records system.

use std::collections::BTreeSet;

/// So many bytes of UTF-8 a name has at most, without its ending: with its folder it is well below what Windows keeps (260 signs).
const LONGEST: usize = 120;

/// Names that Windows keeps for itself, whatever the ending.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A part of a path made of any text: no folder, no control characters, nothing that a file system forbids or reads as something
/// else; never empty.
#[must_use]
pub fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace(": ", " – ").chars() {
        let c = match c {
            '/' | '\\' | ':' | '|' | '\u{ff0f}' | '\u{2215}' | '\u{2044}' => '-',
            '*' | '?' | '"' | '<' | '>' => continue,
            c if c.is_control() || is_unseen(c) => continue,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if out.len() + c.len_utf8() > LONGEST {
            break;
        }
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    // A dot or a space at the end vanishes on Windows; one at the beginning hides the file elsewhere.
    let out = out.trim_matches([' ', '.']).to_owned();
    let stem = out.split('.').next().unwrap_or("").trim_end().to_lowercase();
    let device =
        RESERVED.iter().any(|name| stem.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit())));
    match out.is_empty() || device {
        true => format!("dokument {out}").trim_end().to_owned(),
        false => out,
    }
}

/// Signs that turn the direction of writing or are not seen: a name must be what it looks like.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Names that are given out: none twice, not even where capitals do not count.
#[derive(Debug, Default)]
pub(crate) struct Taken(BTreeSet<String>);

impl Taken {
    /// A path in a folder (with its slash at the end, or empty) for a name and an ending: `navn.pdf`, `navn (2).pdf`.
    pub(crate) fn free(&mut self, folder: &str, stem: &str, ending: &str) -> String {
        let stem = safe(stem);
        let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).take(12).collect::<String>().to_lowercase();
        let mut n = 1;
        loop {
            let number = if n == 1 { String::new() } else { format!(" ({n})") };
            let path = if ending.is_empty() { format!("{folder}{stem}{number}") } else { format!("{folder}{stem}{number}.{ending}") };
            if self.0.insert(path.to_lowercase()) {
                return path;
            }
            n += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stay_readable() {
        assert_eq!(safe("2026-03-14 Møde 2 – referat"), "2026-03-14 Møde 2 – referat");
        assert_eq!(safe("Punkt 3: æbler/pærer?"), "Punkt 3 – æbler-pærer");
        assert_eq!((safe("../../etc/passwd"), safe("..\\..\\x")), ("-..-etc-passwd".to_owned(), "-..-x".to_owned()));
        assert_eq!((safe("con"), safe("COM1.txt"), safe("Contact")), ("dokument con".to_owned(), "dokument COM1.txt".to_owned(), "Contact".to_owned()));
        assert_eq!((safe("..."), safe(" .a. ")), ("dokument".to_owned(), "a".to_owned()));
    }

    #[test]
    fn no_name_is_given_twice_even_where_capitals_do_not_count() {
        let mut taken = Taken::default();
        let mut name = |stem: &str, ending: &str| taken.free("filer/", stem, ending);
        assert_eq!([name("Kort", "PDF"), name("kort", "pdf"), name("Kort", "png")], ["filer/Kort.pdf", "filer/kort (2).pdf", "filer/Kort.png"]);
        assert_eq!(name("a", "../x"), "filer/a.x");
    }

    proptest! {
        #[test]
        fn no_text_makes_a_name_that_leaves_its_folder(text in "(\\.\\./|\\.\\.\\\\|/|\\\\|C:|nul|\u{202e}|\0|\n|[. ]|\\PC|æ){0,40}", ending in "\\PC{0,20}") {
            let mut taken = Taken::default();
            for _ in 0..3 {
                let path = taken.free("lukket/filer/", &text, &ending);
                let name = path.strip_prefix("lukket/filer/").expect("it stays in its folder");
                prop_assert!(!name.is_empty() && name.len() <= 160, "{}", name);
                prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0']) && !name.chars().any(|c| c.is_control() || is_unseen(c)), "{:?}", name);
                prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']), "{:?}", name);
                prop_assert!(![".", ".."].contains(&name));
                let stem = name.split('.').next().unwrap_or("").trim_end().to_lowercase();
                prop_assert!(!["con", "prn", "aux", "nul", "com1", "lpt9"].contains(&stem.as_str()), "{:?}", name);
            }
        }
    }
}
