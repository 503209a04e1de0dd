//! Who can open a backup: public keys and passphrases to write it, private keys and passphrases to read it.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::secrecy::SecretString;
use age::{Identity, Recipient, scrypt, x25519};
use samskab_platform::{Error, Result};

/// How a backup is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// To these public keys.
    Recipients(Vec<String>),
    /// With the passphrase in this file.
    Passphrase(PathBuf),
    /// Not at all.
    Open,
}

impl Lock {
    /// Makes the encryptor, and the keys that open what it writes: with public keys a key of this one run is added, that
    /// is never written anywhere, so that the backup can be opened and checked once it is written.
    pub(super) fn encryptor(&self) -> Result<Option<(age::Encryptor, Keys)>> {
        match self {
            Lock::Open => Ok(None),
            Lock::Passphrase(file) => {
                let passphrase = passphrase(file)?;
                Ok(Some((age::Encryptor::with_user_passphrase(passphrase.clone()), Keys(vec![Box::new(scrypt::Identity::new(passphrase))]))))
            }
            Lock::Recipients(keys) => {
                let once = x25519::Identity::generate();
                let mut recipients: Vec<Box<dyn Recipient>> = vec![];
                for key in keys {
                    recipients
                        .push(Box::new(x25519::Recipient::from_str(key.trim()).map_err(|e| {
                            Error::Startup(format!("'{key}' is not a public key of age ({e}): it looks like age1…; `age-keygen` makes a pair"))
                        })?));
                }
                recipients.push(Box::new(once.to_public()));
                let encryptor = age::Encryptor::with_recipients(recipients.iter().map(|r| r.as_ref() as &dyn Recipient))
                    .map_err(|e| Error::Startup(format!("cannot encrypt: {e}")))?;
                Ok(Some((encryptor, Keys(vec![Box::new(once)]))))
            }
        }
    }
}

/// What opens a backup.
#[derive(Default)]
pub struct Keys(Vec<Box<dyn Identity>>);

impl Keys {
    /// From a file of private keys (as `age-keygen` writes it) or one that holds a passphrase.
    ///
    /// # Errors
    /// [`Error::Startup`] where a file cannot be read or holds no key.
    pub fn read(identity: Option<&Path>, passphrase_file: Option<&Path>) -> Result<Self> {
        let mut keys: Vec<Box<dyn Identity>> = vec![];
        if let Some(file) = identity {
            let text = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read the private key {}: {e}", file.display())))?;
            for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
                let key = x25519::Identity::from_str(line)
                    .map_err(|e| Error::Startup(format!("{} holds something that is not a private key of age ({e})", file.display())))?;
                keys.push(Box::new(key));
            }
        }
        if let Some(file) = passphrase_file {
            keys.push(Box::new(scrypt::Identity::new(passphrase(file)?)));
        }
        Ok(Self(keys))
    }

    /// Whether there is any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &dyn Identity> {
        self.0.iter().map(AsRef::as_ref)
    }
}

fn passphrase(file: &Path) -> Result<SecretString> {
    let text = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read the passphrase file {}: {e}", file.display())))?;
    let text = text.trim_end_matches(['\n', '\r']);
    if text.is_empty() {
        return Err(Error::Startup(format!("the passphrase file {} is empty", file.display())));
    }
    Ok(SecretString::from(text.to_owned()))
}
