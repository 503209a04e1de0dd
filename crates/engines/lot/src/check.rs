//! Checking a receipt: everything in it is computed again.

use crate::receipt::{FORMAT, Receipt};
use crate::rule::{RULE, order};

/// What does not hold, and where in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Fault {
    /// The field, or line and column.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

fn fault<T>(place: impl Into<String>, what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { place: place.into(), what: what.into() })
}

/// Reads a receipt and draws again; gives it where everything in it holds. A byte that Samskab would not have written there is
/// a fault too, so that no change goes unseen.
///
/// # Errors
/// The first [`Fault`].
pub fn check(file: &[u8]) -> Result<Receipt, Fault> {
    let Ok(text) = std::str::from_utf8(file) else { return fault("file", "it is not UTF-8 text") };
    let receipt: Receipt = match serde_json::from_str(text) {
        Ok(receipt) => receipt,
        Err(e) => return fault(format!("line {}, column {}", e.line(), e.column()), format!("it cannot be read as a receipt: {}", plain(&e))),
    };
    head(&receipt)?;
    list(&receipt)?;
    result(&receipt)?;
    form(&receipt, text)?;
    Ok(receipt)
}

/// The error without its place, which is said first.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(what, _)| what.to_owned())
}

fn head(r: &Receipt) -> Result<(), Fault> {
    if r.format != FORMAT {
        return fault("format", format!("this program reads {FORMAT}, not '{}'", r.format));
    }
    if r.rule != RULE {
        return fault("rule", format!("{FORMAT} has the rule '{RULE}'"));
    }
    let texts = [("draw", Some(&r.draw)), ("space", Some(&r.space)), ("profile", Some(&r.profile)), ("closed_at", Some(&r.closed_at))];
    let later = [("seed", r.seed.as_ref()), ("drawn_at", r.drawn_at.as_ref())];
    for (field, text) in texts.into_iter().chain(later) {
        if text.is_some_and(|t| t.chars().any(char::is_control)) {
            return fault(field, "it holds a line break or another control character");
        }
    }
    if r.seats == 0 { fault("seats", "there is no seat to draw for") } else { Ok(()) }
}

fn list(r: &Receipt) -> Result<(), Fault> {
    for (i, name) in r.pseudonyms.iter().enumerate() {
        let place = format!("pseudonyms[{i}]");
        if name.is_empty() || name.chars().any(char::is_control) {
            return fault(place, "it is empty or holds a control character");
        }
        match i.checked_sub(1).map(|before| &r.pseudonyms[before]) {
            Some(before) if before == name => return fault(place, format!("'{name}' stands there twice")),
            Some(before) if before > name => return fault(place, format!("'{name}' stands after '{before}': the list must be sorted")),
            _ => {}
        }
    }
    let digest = r.list_digest();
    if r.digest == digest { Ok(()) } else { fault("digest", format!("the list gives {digest}: the list or the digest was changed")) }
}

fn result(r: &Receipt) -> Result<(), Fault> {
    let (Some(seed), Some(_)) = (&r.seed, &r.drawn_at) else {
        return if r.seed.is_none() && r.drawn_at.is_none() && r.order.is_empty() && r.seal.is_none() {
            Ok(())
        } else {
            fault("seed", "a result needs seed, drawn_at, order and seal; a list that is not drawn yet has none of them")
        };
    };
    let again = order(seed, &r.pseudonyms);
    if r.order.len() != again.len() {
        return fault("order", format!("it names {} of {} on the list", r.order.len(), again.len()));
    }
    if let Some((i, (there, right))) = r.order.iter().zip(&again).enumerate().find(|(_, (there, right))| there != right) {
        return fault(format!("order[{i}]"), format!("'{there}' stands where the rule gives '{right}': the seed or the order was changed"));
    }
    let seal = r.result_seal();
    if r.seal == seal { Ok(()) } else { fault("seal", format!("the result gives {}: the seed, its time or the seal was changed", seal.unwrap_or_default())) }
}

fn form(r: &Receipt, text: &str) -> Result<(), Fault> {
    let Ok(written) = r.write() else { return fault("file", "it cannot be written again") };
    let (there, right) = (text.trim_end(), written.trim_end());
    if there == right {
        return Ok(());
    }
    let line = there.lines().zip(right.lines()).take_while(|(a, b)| a == b).count() + 1;
    fault(format!("line {line}"), "the file is not written as Samskab writes it, so it was changed: fetch it again")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::receipt::Closed;

    fn names() -> Vec<String> {
        ["K7M-4QX", "3F2-99A", "ZAB-2C4", "AAA-BBB", "Q2W-E4R"].map(str::to_owned).to_vec()
    }

    fn list(pseudonyms: &[String]) -> Receipt {
        let closed =
            Closed { draw: "0198", space: "Havnepladsen\ni Sandhavn", profile: "Ung under 25", closed_at: "2026-03-02T08:00:00Z", seats: 2, pseudonyms };
        Receipt::of_list(&closed)
    }

    fn drawn() -> Receipt {
        list(&names()).drawn(" 4 6 1 3 ", "2026-03-09T18:30:00Z")
    }

    fn what(change: impl Fn(&mut Receipt)) -> String {
        let mut receipt = drawn();
        change(&mut receipt);
        check(receipt.write().unwrap_or_default().as_bytes()).err().map(|f| f.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_receipt_holds_before_and_after_the_lot_is_drawn() {
        let text = |r: &Receipt| r.write().unwrap_or_default();
        assert_eq!(check(text(&list(&names())).as_bytes()), Ok(list(&names())));
        let receipt = check(text(&drawn()).as_bytes()).unwrap_or_else(|f| panic!("{f}"));
        assert_eq!(receipt.space, "Havnepladsen i Sandhavn");
        assert_eq!(receipt.seed.as_deref(), Some("4 6 1 3"));
        assert_eq!(receipt.seated(), &receipt.order[..2]);
        assert_eq!(check(text(&list(&[])).as_bytes()).map(|r| r.seated().len()), Ok(0));
    }

    #[test]
    fn what_does_not_hold_is_told_with_its_place() {
        assert_eq!(check(b"\xff").unwrap_err().to_string(), "file: it is not UTF-8 text");
        assert!(check(b"{\n\"format\": 3}").unwrap_err().place.starts_with("line 2, column "));
        assert!(check(b"{\"x\":1}").unwrap_err().what.contains("unknown field `x`"));
        assert!(what(|r| r.format = "samskab-lot/2".into()).starts_with("format: this program reads samskab-lot/1"));
        assert!(what(|r| r.rule = "mine".into()).starts_with("rule: "));
        assert!(what(|r| r.seats = 0).starts_with("seats: "));
        assert!(what(|r| r.seats = 3).starts_with("digest: the list gives "));
        assert!(what(|r| r.pseudonyms[1] = r.pseudonyms[0].clone()).starts_with("pseudonyms[1]: '3F2-99A' stands there twice"));
        assert!(what(|r| r.pseudonyms.swap(0, 1)).starts_with("pseudonyms[1]: '3F2-99A' stands after 'AAA-BBB'"));
        assert!(what(|r| r.seed = Some("4 6 1 4".into())).starts_with("order["));
        assert!(what(|r| r.order.swap(3, 4)).starts_with("order[3]: "));
        assert!(what(|r| drop(r.order.pop())).starts_with("order: it names 4 of 5"));
        assert!(what(|r| r.drawn_at = Some("2026-03-09T18:30:01Z".into())).starts_with("seal: "));
        assert!(what(|r| r.seed = None).starts_with("seed: a result needs seed"));
        assert!(what(|r| r.seed = Some("4\n6".into())).starts_with("seed: it holds a line break"));
        let spaced = drawn().write().unwrap_or_default().replacen("  \"seats\"", "   \"seats\"", 1);
        assert!(check(spaced.as_bytes()).unwrap_err().to_string().starts_with("line 8: the file is not written as Samskab writes it"));
    }

    #[test]
    fn with_one_candidate_another_seed_is_found_too() {
        let mut receipt = list(&names()[..1]).drawn("1", "2026-03-09T18:30:00Z");
        receipt.seed = Some("2".into());
        assert_eq!(check(receipt.write().unwrap_or_default().as_bytes()).unwrap_err().place, "seal");
    }

    #[test]
    fn every_byte_that_is_changed_or_missing_is_found() {
        let text = drawn().write().unwrap_or_default();
        let bytes = text.trim_end().as_bytes();
        for at in 0..bytes.len() {
            for flip in [1u8, 2, 4, 8, 16, 32, 64, 128] {
                let mut changed = bytes.to_vec();
                changed[at] ^= flip;
                assert!(check(&changed).is_err(), "byte {at} as {:?}", changed[at] as char);
            }
            let mut fewer = bytes.to_vec();
            fewer.remove(at);
            assert!(check(&fewer).is_err(), "without byte {at}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_holds(names in proptest::collection::btree_set("[A-Z0-9]{3}-[A-Z0-9]{3}", 0..30), seed in "\\PC{0,40}", seats in 1u32..9, space in "\\PC{0,30}") {
            let pseudonyms: Vec<String> = names.into_iter().collect();
            let closed = Closed { draw: "d", space: &space, profile: "p", closed_at: "t", seats, pseudonyms: &pseudonyms };
            let receipt = Receipt::of_list(&closed).drawn(&seed, "t2");
            prop_assert_eq!(check(receipt.write().unwrap_or_default().as_bytes()), Ok(receipt));
        }

        #[test]
        fn nothing_that_is_read_makes_it_fall_over(file in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(check(&file).is_err());
        }
    }
}
