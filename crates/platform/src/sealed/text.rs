//! The form of a sealed value: a version byte, a nonce of 24 bytes, and the text, padded and encrypted with XChaCha20-Poly1305
//! (draft-irtf-cfrg-xchacha-03). Where the value stands is authenticated with it, so that it opens in no other place.

use std::fmt;
use std::ops::Deref;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::clock;
use crate::error::{Error, Result};

/// A key of XChaCha20-Poly1305.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// The form of what is written.
const VERSION: u8 = 1;

/// How long a padded text is, in bytes: one of these, then whole multiples of the last.
const BUCKETS: [usize; 3] = [64, 256, 1024];

/// Where a sealed value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
}

/// Text that was sealed, opened for as long as it is needed: it shows itself to no log, and its memory is overwritten after.
pub struct Plain(Zeroizing<String>);

impl Plain {
    /// Text that is to be sealed, or was.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl Deref for Plain {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain(…)")
    }
}

/// Encrypts under a key, with what must be the same when it is opened.
pub(super) fn encrypt(key: &Key, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    // Always the system's chance: a nonce from a seed could come twice under the same key.
    let nonce: [u8; 24] = clock::system_random()?;
    let sealed = XChaCha20Poly1305::new((&**key).into()).encrypt(&XNonce::from(nonce), Payload { msg: plain, aad });
    let sealed = sealed.map_err(|_| Error::Internal("something could not be sealed".to_owned()))?;
    Ok([&[VERSION][..], &nonce, &sealed].concat())
}

/// Decrypts; nothing where the key, the place or a single bit is another.
pub(super) fn decrypt(key: &Key, aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (version, rest) = sealed.split_first()?;
    let (nonce, text) = rest.split_first_chunk::<24>().filter(|_| *version == VERSION)?;
    let plain = XChaCha20Poly1305::new((&**key).into()).decrypt(&XNonce::from(*nonce), Payload { msg: text, aad });
    plain.ok().map(Zeroizing::new)
}

/// A code over a text that nobody makes without the key (HMAC-SHA-256, RFC 2104).
pub(super) fn mac(key: &Key, text: &[u8]) -> [u8; 32] {
    // A key of any length is accepted by HMAC.
    let mut mac = Hmac::<Sha256>::new_from_slice(&**key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// The padded length of so many bytes and the four that say how many.
fn padded(len: usize) -> usize {
    let needed = len + 4;
    let last = BUCKETS[BUCKETS.len() - 1];
    BUCKETS.into_iter().find(|b| *b >= needed).unwrap_or_else(|| needed.div_ceil(last) * last)
}

/// The text with its length before it and zeros after it, so that what is stored tells little of how much was written.
pub(super) fn pad(text: &str) -> Result<Zeroizing<Vec<u8>>> {
    let len = u32::try_from(text.len()).map_err(|_| Error::BadRequest("error-form"))?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(padded(text.len())));
    bytes.extend_from_slice(&len.to_le_bytes());
    bytes.extend_from_slice(text.as_bytes());
    bytes.resize(padded(text.len()), 0);
    Ok(bytes)
}

/// What [`pad`] was given.
pub(super) fn unpad(bytes: &[u8]) -> Option<Plain> {
    let (len, rest) = bytes.split_first_chunk::<4>()?;
    let text = rest.get(..usize::try_from(u32::from_le_bytes(*len)).ok()?)?;
    match String::from_utf8(text.to_vec()) {
        Ok(text) => Some(Plain::new(text)),
        Err(wrong) => {
            wrong.into_bytes().zeroize();
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(byte: u8) -> Key {
        Zeroizing::new([byte; 32])
    }

    #[test]
    fn lengths_are_those_of_the_buckets() {
        let of = |len: usize| pad(&"x".repeat(len)).unwrap().len();
        assert_eq!([0, 60, 61, 252, 253, 1020, 1021, 2044, 2045].map(of), [64, 64, 256, 256, 1024, 1024, 2048, 2048, 3072]);
    }

    #[test]
    fn no_text_is_shown_by_accident() {
        assert_eq!(format!("{:?}", Plain::new("hemmeligt".to_owned())), "Plain(…)");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(text in "\\PC{0,2000}") {
            let sealed = encrypt(&key(1), b"here", &pad(&text).unwrap()).unwrap();
            prop_assert_eq!(&*unpad(&decrypt(&key(1), b"here", &sealed).unwrap()).unwrap(), text.as_str());
        }

        #[test]
        fn another_key_another_place_or_one_other_bit_opens_nothing(text in "\\PC{0,80}", bit in 0usize..800) {
            let sealed = encrypt(&key(1), b"here", &pad(&text).unwrap()).unwrap();
            prop_assert!(decrypt(&key(2), b"here", &sealed).is_none());
            prop_assert!(decrypt(&key(1), b"there", &sealed).is_none());
            let mut changed = sealed.clone();
            let at = bit % (changed.len() * 8);
            changed[at / 8] ^= 1 << (at % 8);
            prop_assert!(decrypt(&key(1), b"here", &changed).is_none());
            prop_assert!(decrypt(&key(1), b"here", &sealed[..sealed.len() - 1]).is_none());
            prop_assert!(decrypt(&key(1), b"here", &[]).is_none());
        }

        #[test]
        fn bytes_that_were_never_padded_are_no_text(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Some(text) = unpad(&bytes) {
                prop_assert!(text.len() + 4 <= bytes.len());
            }
        }
    }
}
