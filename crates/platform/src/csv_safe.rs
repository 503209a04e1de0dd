//! Tables for spreadsheets that cannot run as formulas.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break is read as a formula by spreadsheets, also when the
//! file quotes it: somebody's *name* could then send the whole sheet to a stranger. Such a cell gets an apostrophe in
//! front, which spreadsheets take as "text follows". See OWASP, *CSV Injection*
//! <https://owasp.org/www-community/attacks/CSV_Injection>.

use std::borrow::Cow;

/// What starts a formula: the ASCII signs, and the full-width ones that East Asian settings treat alike.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula. A plain number (`-12,5`) stays a number.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if starts_formula(text) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What [`cell`] was given: takes the apostrophe away again when a table of ours is read back.
#[must_use]
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(cell)
}

/// Blanks and signs without width in front are skipped: some programs drop them before they look.
fn starts_formula(text: &str) -> bool {
    let unseen = |c: &char| *c == ' ' || matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\0');
    text.chars().find(|c| !unseen(c)).is_some_and(|c| STARTS.contains(&c))
}

/// A sign, digits, and perhaps a decimal mark with more digits: nothing a formula could be made of.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once(['.', ',']) {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    }
}

/// A table as CSV (RFC 4180), safe to open in a spreadsheet.
pub struct Table {
    text: String,
}

impl Table {
    /// A table for a Danish spreadsheet: semicolons between cells, and the mark that tells it the text is UTF-8.
    #[must_use]
    pub fn for_spreadsheet() -> Self {
        Self { text: "\u{feff}".to_owned() }
    }

    /// Adds a row.
    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        for (i, text) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push(';');
            }
            let safe = cell(text.as_ref());
            if safe.contains([',', ';', '"', '\n', '\r', '\t']) {
                self.text.push('"');
                self.text.push_str(&safe.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&safe);
            }
        }
        self.text.push_str("\r\n");
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, cell, plain};
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_run_becomes_text() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1+1",
            "＋1x",
            "－1x",
            "＠A1",
            " =1",
            "\u{200b}=1",
            "\u{feff}=1",
            "--1",
            "+45 20 12 34 56",
        ] {
            assert_eq!(cell(formula), format!("'{formula}"), "{formula:?}");
        }
        for text in ["", "Karen", "Næstved-Vest", "a=b", "12", "-12", "+4520123456", "-12,5", "3.50", "'=1", "a@b.dk"] {
            assert_eq!(cell(text), text, "{text:?}");
        }
    }

    #[test]
    fn a_table_is_quoted_where_it_must_be() {
        let mut table = Table::for_spreadsheet();
        table.row(["navn", "ord"]);
        table.row(["Ib \"Bib\" Holm", "=HYPERLINK(\"http://x\");a"]);
        assert_eq!(table.finish(), "\u{feff}navn;ord\r\n\"Ib \"\"Bib\"\" Holm\";\"'=HYPERLINK(\"\"http://x\"\");a\"\r\n");
    }

    proptest! {
        #[test]
        fn no_cell_starts_a_formula_and_every_cell_is_read_back(text in "[ \t=+@＝x1,.'\u{200b}-]{0,8}|.*") {
            let safe = cell(&text);
            let first = safe.trim_start_matches([' ', '\u{200b}']).chars().next();
            let number = text.trim_start_matches(['-', '+']).bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
            prop_assert!(number || !first.is_some_and(|c| "=+-@\t\r\n＝＋－＠".contains(c)));
            // An apostrophe the person wrote in front of a formula cannot be told from ours; everything else comes back.
            if !text.starts_with('\'') {
                prop_assert_eq!(plain(&safe), text.as_str());
            }
        }
    }
}
