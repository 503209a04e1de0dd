//! A digest of a table that does not depend on the order of its rows.

use sha2::{Digest as _, Sha256};

use super::Sum;
use crate::clock::hex;

/// The sum, modulo 2²⁵⁶, of the SHA-256 of every row's line: rows may come in any order, and a row that is there twice
/// counts twice (an exclusive or would lose it). It finds accidents; against forgery stands the encryption of the whole.
#[derive(Debug, Clone, Default)]
pub struct Digest {
    rows: u64,
    sum: [u8; 32],
}

impl Digest {
    /// One more row.
    pub fn add(&mut self, line: &str) {
        let hash = Sha256::digest(line.as_bytes());
        let mut carry = 0u16;
        for (byte, more) in self.sum.iter_mut().zip(hash.iter()).rev() {
            carry += u16::from(*byte) + u16::from(*more);
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        self.rows += 1;
    }

    /// As hexadecimal.
    #[must_use]
    pub fn hex(&self) -> String {
        hex(&self.sum)
    }

    /// Rows and digest.
    #[must_use]
    pub fn sum(&self) -> Sum {
        Sum { rows: self.rows, digest: self.hex() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<'a>(lines: impl IntoIterator<Item = &'a String>) -> Sum {
        let mut digest = Digest::default();
        for line in lines {
            digest.add(line);
        }
        digest.sum()
    }

    proptest! {
        #[test]
        fn the_order_of_rows_does_not_matter_but_every_row_does(mut lines in proptest::collection::vec("[a-z]{0,6}", 1..20), n in 0usize..20) {
            let whole = of(&lines);
            prop_assert_eq!(&of(lines.iter().rev()), &whole);
            let n = n % lines.len();
            lines[n].push('!');
            prop_assert_ne!(&of(&lines), &whole);
            let twice = lines[n].clone();
            lines.push(twice);
            prop_assert_ne!(&of(&lines).digest, &of(&lines[..lines.len() - 1]).digest);
        }
    }
}
