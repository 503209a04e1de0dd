//! The letters of a text file, whichever alphabet the program that saved it used.

/// 0x80 to 0x9f of Windows-1252 (<https://encoding.spec.whatwg.org/#windows-1252>); the rest is as in Unicode.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š',
    '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text: UTF-16 with its mark (Excel's "Unicode text"), UTF-8, or else Windows-1252, which is what spreadsheets in Denmark
/// save. A mark at the start is taken away.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    let pairs = |bytes: &[u8], unit: fn([u8; 2]) -> u16| -> String {
        let units = bytes.chunks_exact(2).map(|p| unit([p[0], p[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => pairs(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => pairs(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().map(|b| if (0x80..0xa0).contains(b) { HIGH[usize::from(b - 0x80)] } else { char::from(*b) }).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use proptest::prelude::*;

    #[test]
    fn a_spreadsheet_saved_by_an_old_program_keeps_its_letters() {
        assert_eq!(decode(b"bl\xe5b\xe6r \x80\x96"), "blåbær €–");
        assert_eq!(decode("blåbær".as_bytes()), "blåbær");
        assert_eq!(decode("\u{feff}blåbær".as_bytes()), "blåbær");
    }

    proptest! {
        #[test]
        fn what_was_written_in_unicode_is_read_back(text in "[a-zæøå€😀;\n]{0,40}") {
            let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
            prop_assert_eq!(decode(&le), text.clone());
            prop_assert_eq!(decode(&be), text.clone());
            prop_assert_eq!(decode(text.as_bytes()), text);
        }

        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode(&bytes);
        }
    }
}
