//! The rule: from a seed and pseudonyms to an order.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The rule in one line, as it stands in every receipt.
pub const RULE: &str = "order by HMAC-SHA-256(key = SHA-256(seed), message = pseudonym), RFC 2104; the first get the seats";

/// What a candidate's place is decided by: HMAC-SHA-256 (RFC 2104) of the pseudonym, with the SHA-256 of the seed's bytes as the
/// key.
#[must_use]
pub fn ticket(seed: &str, pseudonym: &str) -> [u8; 32] {
    let key = Sha256::digest(seed.as_bytes());
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(pseudonym.as_bytes());
    mac.finalize().into_bytes().into()
}

/// The pseudonyms in the order of the lot: the first get the seats, those after them are alternates. The order in which they are
/// given does not matter.
#[must_use]
pub fn order(seed: &str, pseudonyms: &[String]) -> Vec<String> {
    let mut drawn: Vec<([u8; 32], &String)> = pseudonyms.iter().map(|p| (ticket(seed, p), p)).collect();
    drawn.sort();
    drawn.into_iter().map(|(_, p)| p.clone()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// HMAC written out as RFC 2104 does: H(K ⊕ opad, H(K ⊕ ipad, text)), with a block of 64 bytes.
    fn by_hand(key: &[u8], text: &[u8]) -> Vec<u8> {
        let mut block = [0u8; 64];
        block[..key.len()].copy_from_slice(key);
        let padded = |pad: u8| block.iter().map(|b| b ^ pad).collect::<Vec<u8>>();
        let inner = Sha256::digest([padded(0x36), text.to_vec()].concat());
        Sha256::digest([padded(0x5c), inner.to_vec()].concat()).to_vec()
    }

    #[test]
    fn a_ticket_is_what_rfc_2104_says() {
        for (seed, pseudonym) in [("", "A"), ("4 6 1 3", "K7M-4QX"), ("søndag æøå", "ZZZ-ZZZ")] {
            assert_eq!(ticket(seed, pseudonym).to_vec(), by_hand(&Sha256::digest(seed.as_bytes()), pseudonym.as_bytes()));
        }
    }

    #[test]
    fn the_rule_gives_what_it_gave_before() {
        // Recomputed with Python: sorted(names, key=lambda n: hmac.new(sha256(b"4 6 1 3").digest(), n.encode(), sha256).digest())
        let names = ["AAA-AAA", "BBB-BBB", "CCC-CCC", "DDD-DDD", "EEE-EEE"].map(str::to_owned);
        assert_eq!(order("4 6 1 3", &names), ["CCC-CCC", "DDD-DDD", "EEE-EEE", "AAA-AAA", "BBB-BBB"]);
    }

    /// Chi-square of equal chances for these counts.
    fn chi_square(counts: impl Iterator<Item = u32> + Clone, expected: f64) -> f64 {
        counts.map(|n| (f64::from(n) - expected).powi(2) / expected).sum()
    }

    #[test]
    fn every_order_is_as_likely_as_any_other() {
        let names = ["AAA-AAA", "BBB-BBB", "CCC-CCC", "DDD-DDD"].map(str::to_owned);
        let mut counts: BTreeMap<Vec<String>, u32> = BTreeMap::new();
        for seed in 0..24_000 {
            *counts.entry(order(&seed.to_string(), &names)).or_default() += 1;
        }
        assert_eq!(counts.len(), 24, "all 4! orders come up");
        // 23 degrees of freedom: above 49.73 in one of a thousand fair lots.
        let chi = chi_square(counts.values().copied(), 1_000.0);
        assert!(chi < 49.73, "{chi}");
    }

    #[test]
    fn everybody_has_the_same_chance_of_every_place() {
        let names: Vec<String> = (0..10).map(|n| format!("NAME-{n}")).collect();
        let mut counts = [[0u32; 10]; 10];
        for seed in 0..10_000 {
            for (place, name) in order(&format!("kast {seed}"), &names).iter().enumerate() {
                counts[names.iter().position(|n| n == name).unwrap_or(0)][place] += 1;
            }
        }
        // 81 degrees of freedom: above 124.8 in one of a thousand.
        let chi = chi_square(counts.iter().flatten().copied(), 1_000.0);
        assert!(chi < 124.8, "{chi}");
    }

    proptest! {
        #[test]
        fn the_order_of_the_list_does_not_matter(names in proptest::collection::btree_set("[A-Z0-9]{3}-[A-Z0-9]{3}", 0..40), seed in "\\PC{1,30}", turn in 0usize..40) {
            let sorted: Vec<String> = names.into_iter().collect();
            let mut turned = sorted.clone();
            turned.reverse();
            let n = turned.len().max(1);
            turned.rotate_left(turn % n);
            let drawn = order(&seed, &sorted);
            prop_assert_eq!(&drawn, &order(&seed, &turned));
            let mut again = drawn;
            again.sort();
            prop_assert_eq!(again, sorted, "everybody has one place");
        }

        #[test]
        fn one_candidate_fewer_changes_nobody_elses_turn(names in proptest::collection::btree_set("[A-Z]{6}", 2..20), seed in "[0-9 ]{1,12}", gone in 0usize..20) {
            let all: Vec<String> = names.into_iter().collect();
            let gone = all[gone % all.len()].clone();
            let fewer: Vec<String> = all.iter().filter(|n| **n != gone).cloned().collect();
            let without: Vec<String> = order(&seed, &all).into_iter().filter(|n| *n != gone).collect();
            prop_assert_eq!(order(&seed, &fewer), without);
        }
    }
}
