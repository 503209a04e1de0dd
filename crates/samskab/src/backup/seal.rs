//! The layers of the file, from the inside out: gzip, age, the disk.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use age::stream::StreamWriter;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use samskab_platform::{Error, Result};

use super::keys::Keys;

/// What the encrypted file begins with.
const AGE: &[u8] = b"age-encryption.org/";

/// A file being written; encrypted or not.
pub(super) enum Sealed {
    Age(Box<StreamWriter<BufWriter<File>>>),
    Open(BufWriter<File>),
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Sealed::Age(w) => w.write(bytes),
            Sealed::Open(w) => w.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sealed::Age(w) => w.flush(),
            Sealed::Open(w) => w.flush(),
        }
    }
}

/// The archive being written.
pub(super) type Archive = tar::Builder<GzEncoder<Sealed>>;

/// Begins a new file that only its owner can read.
pub(super) fn begin(path: &Path, encryptor: Option<age::Encryptor>) -> io::Result<Archive> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = BufWriter::new(options.open(path)?);
    let sealed = match encryptor {
        Some(encryptor) => Sealed::Age(Box::new(encryptor.wrap_output(file)?)),
        None => Sealed::Open(file),
    };
    // Level 6, gzip's own: rows shrink to about a tenth.
    Ok(tar::Builder::new(GzEncoder::new(sealed, flate2::Compression::new(6))))
}

/// Ends it: every layer is closed, and the bytes are on the disk.
pub(super) fn end(archive: Archive) -> io::Result<()> {
    let buffer = match archive.into_inner()?.finish()? {
        Sealed::Age(writer) => writer.finish()?,
        Sealed::Open(buffer) => buffer,
    };
    buffer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

/// Opens a backup for reading.
pub(super) fn open(path: &Path, keys: &Keys) -> Result<tar::Archive<Box<dyn Read>>> {
    let wrong = |e: io::Error| Error::Startup(format!("cannot read the backup {}: {e}", path.display()));
    let mut file = BufReader::new(File::open(path).map_err(wrong)?);
    let encrypted = io::BufRead::fill_buf(&mut file).map_err(wrong)?.starts_with(AGE);
    let inner: Box<dyn Read> = if encrypted {
        let decryptor = age::Decryptor::new_buffered(file).map_err(|e| Error::Startup(format!("{} is not a whole age file: {e}", path.display())))?;
        if keys.is_empty() {
            let with = if decryptor.is_scrypt() { "--passphrase-file FILE" } else { "--identity FILE" };
            return Err(Error::Startup(format!("{} is encrypted: give {with}", path.display())));
        }
        Box::new(decryptor.decrypt(keys.each()).map_err(|e| Error::Startup(format!("{} cannot be opened with this key: {e}", path.display())))?)
    } else {
        Box::new(file)
    };
    Ok(tar::Archive::new(Box::new(GzDecoder::new(inner))))
}
