//! Lists in pages: where one is, and the addresses of the pages before and after. Templates show it with `paging.html`.

use std::fmt::Write;

/// A list's pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// The page that is shown, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// Path and query of every page, up to its number.
    base: String,
}

impl Paging {
    /// Pages of `size` items each; `number` is what stands in the address (1 where it stands for nothing). `query` holds what
    /// else stands in the address; empty values are left out.
    #[must_use]
    pub fn new(path: &str, query: &[(&str, &str)], number: Option<usize>, items: usize, size: usize) -> Self {
        let mut base = format!("{path}?");
        for (name, value) in query.iter().filter(|q| !q.1.is_empty()) {
            let _ = write!(base, "{name}={}&", encoded(value));
        }
        let pages = items.div_ceil(size).max(1);
        Self { page: number.unwrap_or(1).clamp(1, pages), pages, base }
    }

    /// The items before this page's first.
    #[must_use]
    pub fn skipped(&self, size: usize) -> usize {
        (self.page - 1) * size
    }

    /// The first page's address.
    #[must_use]
    pub fn first(&self) -> String {
        self.base.trim_end_matches(['?', '&']).to_owned()
    }

    /// The page before.
    #[must_use]
    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| format!("{}side={}", self.base, self.page - 1))
    }

    /// The page after.
    #[must_use]
    pub fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| format!("{}side={}", self.base, self.page + 1))
    }
}

/// A value as it stands in an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-_.".contains(&b) {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lead_to_their_neighbours_and_no_further() {
        let first = Paging::new("/soeg", &[("q", "børn & unge"), ("slags", "")], None, 25, 10);
        assert_eq!((first.page, first.pages, first.skipped(10)), (1, 3, 0));
        assert_eq!(first.previous(), None);
        assert_eq!(first.next().unwrap_or_default(), "/soeg?q=b%C3%B8rn%20%26%20unge&side=2");
        let past = Paging::new("/forloeb", &[], Some(99), 25, 10);
        assert_eq!((past.page, past.skipped(10)), (3, 20));
        assert_eq!(past.next(), None);
        assert_eq!(Paging::new("/", &[], Some(0), 0, 10).pages, 1);
    }
}
