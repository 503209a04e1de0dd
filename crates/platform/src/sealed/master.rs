//! The master key: outside the database, in a file, the environment or a credential of systemd. Under it the keys of the sealed
//! spaces are wrapped. While it is changed there is also the previous one.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use base64ct::{Base64, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::text::{self, Key};
use crate::clock::{self, hex};
use crate::error::{Error, Result};
use crate::settings::{Settings, write_private};

/// The name of the credential systemd can hand over (`LoadCredential=`).
pub const CREDENTIAL: &str = "samskab-master-key";

/// A master key.
pub struct Master {
    wrapping: Key,
    fingerprint: String,
}

impl Master {
    fn new(key: &Key) -> Result<Self> {
        let derived = |what: &[u8]| -> Result<Key> {
            let mut mac = Hmac::<Sha256>::new_from_slice(&**key).map_err(|e| Error::Internal(e.to_string()))?;
            mac.update(what);
            Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
        };
        let fingerprint = hex(&derived(b"samskab: fingerprint of a master key, 1")?[..8]);
        Ok(Self { wrapping: derived(b"samskab: keys of sealed spaces, 1")?, fingerprint })
    }

    /// What it can be told from others by; nothing of the key itself is in it.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    pub(super) fn wrap(&self, space: Uuid, key: &Key) -> Result<Vec<u8>> {
        text::encrypt(&self.wrapping, &of_space(space), &**key)
    }

    pub(super) fn unwrap(&self, space: Uuid, wrapped: &[u8]) -> Option<Key> {
        let key = text::decrypt(&self.wrapping, &of_space(space), wrapped)?;
        <[u8; 32]>::try_from(key.as_slice()).ok().map(Zeroizing::new)
    }
}

fn of_space(space: Uuid) -> Vec<u8> {
    [b"samskab space key".as_slice(), space.as_bytes()].concat()
}

/// The master keys this installation has been given.
pub struct Keyring {
    current: RwLock<Option<Arc<Master>>>,
    previous: Option<Arc<Master>>,
    /// The key of the data folder.
    own: PathBuf,
    /// Whether that one is in use, and where it may be made.
    in_folder: bool,
    makes: bool,
}

impl Keyring {
    /// Reads what the settings and systemd hand over, else the key in the data folder, if it is there.
    ///
    /// # Errors
    /// [`Error::Settings`] where a key cannot be read or is none; nothing of it is shown.
    pub fn read(settings: &Settings) -> Result<Self> {
        let folder = std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from);
        Self::read_with(settings, folder.as_deref())
    }

    /// The same, with the folder of systemd's credentials.
    ///
    /// # Errors
    /// As [`Keyring::read`].
    pub fn read_with(settings: &Settings, credentials: Option<&Path>) -> Result<Self> {
        let sealed = &settings.sealed;
        let own = settings.master_path();
        let credential = credentials.map(|folder| folder.join(CREDENTIAL)).filter(|file| file.exists());
        let given = match (&sealed.master_key_file, &sealed.master_key, credential) {
            (Some(file), ..) => Some(from_file("sealed.master_key_file", file)?),
            (None, Some(text), _) => Some(key_of(text.expose()).ok_or_else(|| no_key("sealed.master_key"))?),
            (None, None, Some(file)) => Some(from_file("the credential", &file)?),
            (None, None, None) => None,
        };
        let in_folder = given.is_none();
        let current = match given {
            None if own.exists() => Some(from_file("the master key", &own)?),
            given => given,
        };
        let previous = match (&sealed.previous_key_file, &sealed.previous_key) {
            (Some(file), _) => Some(from_file("sealed.previous_key_file", file)?),
            (None, Some(text)) => Some(key_of(text.expose()).ok_or_else(|| no_key("sealed.previous_key"))?),
            (None, None) => None,
        };
        let master = |key: Option<Key>| key.map(|key| Master::new(&key).map(Arc::new)).transpose();
        Ok(Self { current: RwLock::new(master(current)?), previous: master(previous)?, own, in_folder, makes: in_folder && settings.database.is_none() })
    }

    /// The master key new keys are wrapped under.
    #[must_use]
    pub fn current(&self) -> Option<Arc<Master>> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The one before it, while it is changed.
    #[must_use]
    pub fn previous(&self) -> Option<Arc<Master>> {
        self.previous.clone()
    }

    /// The file in the data folder, where that is what is in use.
    #[must_use]
    pub fn own_file(&self) -> Option<&Path> {
        self.in_folder.then_some(self.own.as_path())
    }

    /// Whether a key is made in the data folder when it is first needed: only beside the embedded database, where there is one node.
    #[must_use]
    pub fn makes(&self) -> bool {
        self.makes
    }

    /// The one of a fingerprint.
    pub(super) fn of(&self, fingerprint: &str) -> Option<Arc<Master>> {
        let here = [self.current(), self.previous()].into_iter().flatten().find(|m| m.fingerprint == fingerprint);
        // A command beside the server may have made it.
        here.or_else(|| self.look_again().filter(|m| m.fingerprint == fingerprint))
    }

    fn look_again(&self) -> Option<Arc<Master>> {
        if !self.in_folder || self.current().is_some() || !self.own.exists() {
            return None;
        }
        let master = from_file("the master key", &self.own).and_then(|key| Master::new(&key)).ok().map(Arc::new)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(master.clone());
        Some(master)
    }

    /// The master key new keys are wrapped under; made in the data folder where it may be and is not there yet.
    pub(super) fn current_or_made(&self) -> Result<Arc<Master>> {
        if let Some(master) = self.current().or_else(|| self.look_again()) {
            return Ok(master);
        }
        if !self.makes {
            tracing::error!("no master key is set: nothing can be sealed ([sealed] in the settings)");
            return Err(Error::Refused("error-sealed-locked"));
        }
        make_file(&self.own, true)?;
        let master = Arc::new(Master::new(&from_file("the master key", &self.own)?)?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(master.clone());
        Ok(master)
    }
}

/// Writes a new master key to a file that only its owner can read.
///
/// # Errors
/// [`Error::Startup`] where the file is there already, or cannot be written.
pub fn new_file(file: &Path) -> Result<String> {
    make_file(file, false)?;
    Ok(Master::new(&from_file("the new key", file)?)?.fingerprint)
}

/// The key is whole and on the disk before the file has its name: what is wrapped under it must never be older than it.
fn make_file(file: &Path, may_be_there: bool) -> Result<()> {
    let wrong = |e: io::Error| Error::Startup(format!("cannot write the master key {}: {e}", file.display()));
    let text = Zeroizing::new(Base64::encode_string(&clock::system_random::<32>()?) + "\n");
    let mut part = file.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(part);
    if let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    write_private(&part, text.as_bytes()).map_err(wrong)?;
    let linked = std::fs::hard_link(&part, file);
    std::fs::remove_file(&part).map_err(wrong)?;
    match linked {
        Ok(()) => {}
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && may_be_there => return Ok(()),
        // A file system without links: the name is taken at once, and not twice.
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => write_private(file, text.as_bytes()).map_err(wrong)?,
        Err(e) => return Err(wrong(e)),
    }
    match file.parent().filter(|f| !f.as_os_str().is_empty()) {
        Some(folder) => std::fs::File::open(folder).and_then(|f| f.sync_all()).map_err(wrong),
        None => Ok(()),
    }
}

fn from_file(what: &str, file: &Path) -> Result<Key> {
    let text = std::fs::read_to_string(file).map_err(|e| Error::Settings(format!("cannot read {what} {}: {e}", file.display())))?;
    key_of(&Zeroizing::new(text)).ok_or_else(|| no_key(&format!("{what} {}", file.display())))
}

fn no_key(what: &str) -> Error {
    Error::Settings(format!("{what} is not a key: it must be 32 bytes as base64 or hex; `samskab key new FILE` writes one"))
}

/// 32 bytes, written as base64 or as hex.
fn key_of(text: &str) -> Option<Key> {
    let text = text.trim();
    let mut key = Zeroizing::new([0u8; 32]);
    if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        return Some(key);
    }
    // `key` is as long as what it is decoded into: nothing shorter or longer passes.
    (Base64::decode(text, &mut *key).ok()?.len() == 32).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Sealed, Secret};

    fn folder() -> (tempfile::TempDir, Settings) {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { data: folder.path().join("data"), ..Settings::default() };
        (folder, settings)
    }

    #[test]
    fn a_key_is_32_bytes_as_hex_or_base64_and_nothing_else() {
        let hexed = key_of(&"0f".repeat(32)).unwrap();
        assert_eq!(*hexed, [15; 32]);
        assert_eq!(*key_of(&format!(" {}\n", Base64::encode_string(&[15; 32]))).unwrap(), [15; 32]);
        for wrong in ["", "x", &"0g".repeat(32), &Base64::encode_string(&[15; 31]), &Base64::encode_string(&[15; 33]), &"æ".repeat(32)] {
            assert!(key_of(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_file_wins_over_a_value_and_that_over_the_credential_and_that_over_the_folder() {
        let (folder, mut settings) = folder();
        std::fs::create_dir_all(&settings.data).unwrap();
        let print =
            |settings: &Settings, credentials: Option<&Path>| Keyring::read_with(settings, credentials).unwrap().current().map(|m| m.fingerprint().to_owned());
        assert_eq!(print(&settings, Some(folder.path())), None);
        let own = new_file(&settings.master_path()).unwrap();
        assert_eq!(print(&settings, Some(folder.path())), Some(own.clone()));
        let credential = new_file(&folder.path().join(CREDENTIAL)).unwrap();
        assert_eq!(print(&settings, Some(folder.path())), Some(credential.clone()));
        assert_eq!(print(&settings, None), Some(own.clone()));
        settings.sealed = Sealed { master_key: Some(Secret::new("0f".repeat(32))), ..Sealed::default() };
        let value = print(&settings, Some(folder.path()));
        let file = folder.path().join("master");
        settings.sealed.master_key_file = Some(file.clone());
        let named = new_file(&file).unwrap();
        assert_eq!(print(&settings, Some(folder.path())), Some(named.clone()));
        let all = std::collections::BTreeSet::from([own, credential, value.unwrap(), named]);
        assert_eq!(all.len(), 4, "each has a fingerprint of its own");
        assert!(new_file(&file).is_err(), "a key is never overwritten");
    }

    #[test]
    fn what_is_no_key_stops_the_start_and_is_not_shown() {
        let (folder, mut settings) = folder();
        let file = folder.path().join("key");
        std::fs::write(&file, "hemmelig-men-ikke-en-noegle").unwrap();
        settings.sealed.master_key_file = Some(file);
        let Err(error) = Keyring::read_with(&settings, None) else { panic!("it was taken") };
        let said = error.to_string();
        assert!(matches!(error, Error::Settings(_)) && said.contains("32 bytes") && !said.contains("hemmelig"), "{said}");
        assert!(!format!("{:?}", Secret::new("hemmelig".to_owned())).contains("hemmelig"));
    }

    #[test]
    fn the_key_of_the_folder_is_made_once_is_private_and_only_beside_the_embedded_database() {
        let (_folder, mut settings) = folder();
        let ring = Keyring::read_with(&settings, None).unwrap();
        assert!(ring.current().is_none() && !settings.master_path().exists(), "not before it is needed");
        let beside = Keyring::read_with(&settings, None).unwrap();
        let made = ring.current_or_made().unwrap();
        assert_eq!(beside.current_or_made().unwrap().fingerprint(), made.fingerprint());
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(settings.master_path()).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(&settings.data).unwrap().count(), 1, "nothing else is left there");
        std::fs::remove_file(settings.master_path()).unwrap();
        settings.database = Some("postgres://x@y/z".to_owned());
        let ring = Keyring::read_with(&settings, None).unwrap();
        assert!(matches!(ring.current_or_made(), Err(Error::Refused("error-sealed-locked"))) && !settings.master_path().exists());
    }
}
