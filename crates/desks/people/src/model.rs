//! Rules that need no database.

use samskab_platform::person::Details;
pub(crate) use samskab_platform::person::phone;
use serde_json::Value as Json;

/// Days in which two persons made one can be made two again.
pub(crate) const UNDO_DAYS: i64 = 30;

/// Whether a journal entry's payload names somebody: the whole name, standing by itself in one of its texts.
pub(crate) fn names(payload: &str, name: &str) -> bool {
    fn holds(value: &Json, name: &str) -> bool {
        match value {
            Json::String(text) => stands_in(text, name),
            Json::Array(all) => all.iter().any(|v| holds(v, name)),
            Json::Object(all) => all.values().any(|v| holds(v, name)),
            _ => false,
        }
    }
    name.contains(' ') && serde_json::from_str::<Json>(payload).is_ok_and(|value| holds(&value, name))
}

fn stands_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// What the kept person takes over from the other: only what it does not have itself.
pub(crate) fn filled(kept: &Details, away: &Details) -> Details {
    let blank = |text: &str| text.trim().is_empty();
    let take = |mine: &Option<String>, other: &Option<String>| if mine.is_none() { other.clone() } else { mine.clone() };
    Details {
        name: if blank(&kept.name) { away.name.clone() } else { kept.name.clone() },
        email: take(&kept.email, &away.email),
        title: take(&kept.title, &away.title),
        phone: take(&kept.phone, &away.phone),
        address: take(&kept.address, &away.address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use samskab_platform::person::query_words;

    #[test]
    fn telephone_numbers_are_stored_one_way() {
        for text in ["20 12 34 56", "+45 20123456", "0045 20 12 34 56", "20-12-34-56", "4520123456"] {
            assert_eq!(phone(text).as_deref(), Some("20123456"), "{text}");
        }
        assert_eq!(phone("+46 70 123 45 67").as_deref(), Some("+46701234567"));
        for text in ["", "2012345", "201234567", "ring til Ida", "+45 2012345", "+0123456"] {
            assert_eq!(phone(text), None, "{text}");
        }
    }

    #[test]
    fn a_search_is_by_words_a_whole_address_or_digits() {
        assert_eq!(query_words("Freja Nørby-Hansen Oda Iben"), ["freja", "nørby", "hansen"]);
        assert_eq!(query_words("freja.noerby@bor"), ["freja.noerby@bor"]);
        assert_eq!(query_words("+45 20 12 34"), ["45201234"]);
        assert_eq!(query_words("+45 20 12 34 56"), ["20123456"]);
        assert!(query_words(" . ").is_empty());
    }

    #[test]
    fn a_name_is_found_where_it_stands_by_itself() {
        assert!(names(r#"{"title":"Aftale med Bodil Holm."}"#, "Bodil Holm"));
        assert!(!names(r#"{"title":"Bodil Holmgaard"}"#, "Bodil Holm"));
        assert!(!names(r#"{"title":"Ida åbner huset"}"#, "Ida"), "one word alone may be anybody");
    }

    proptest! {
        #[test]
        fn a_stored_number_is_stored_the_same_again(text in "[+0-9 .-]{0,18}") {
            if let Some(stored) = phone(&text) {
                prop_assert_eq!(phone(&stored), Some(stored));
            }
        }

        #[test]
        fn the_kept_person_loses_nothing(a in "[a-z]{0,3}", b in "[a-z]{0,3}", x in proptest::option::of("[a-z]{1,3}"), y in proptest::option::of("[a-z]{1,3}")) {
            let kept = Details { name: a, email: x.clone(), ..Details::default() };
            let away = Details { name: b, email: y.clone(), ..Details::default() };
            let both = filled(&kept, &away);
            prop_assert!(kept.name.is_empty() || both.name == kept.name);
            prop_assert_eq!(both.email, x.or(y));
        }
    }
}
