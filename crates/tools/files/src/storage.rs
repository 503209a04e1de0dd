//! Where the bytes lie: a folder, or storage that speaks the S3 protocol. Keys are `SPACE/SHA256`, so the same bytes lie
//! there once in a space, and what lies there never changes.

use std::future::Future;
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Request, Uri};
use bytes::Bytes;
use futures::stream::{BoxStream, StreamExt, TryStreamExt};
use http_body_util::{BodyExt, Full};
use object_store::aws::AmazonS3Builder;
use object_store::client::{HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig};
use samskab_platform::outgoing::{self, Outgoing};
use samskab_platform::settings::{Files, S3, Settings};
use samskab_platform::{App, Error, Result};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long one request to the storage may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The storage of an installation; cheap to clone.
#[derive(Clone)]
pub struct Storage(Arc<dyn ObjectStore>);

fn fault(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        error => Error::Internal(format!("storage of files: {}", said(&error))),
    }
}

/// What the storage answered, with the setting that is at fault where the answer tells.
fn said(error: &object_store::Error) -> String {
    let text = error.to_string();
    let cure = [
        ("SignatureDoesNotMatch", "files.s3.secret_access_key does not belong to files.s3.access_key_id"),
        ("InvalidAccessKeyId", "the storage does not know files.s3.access_key_id"),
        ("NoSuchBucket", "the storage has no bucket of the name in files.s3.bucket"),
        ("AccessDenied", "the account of files.s3.access_key_id may not do this in the bucket"),
    ];
    match cure.iter().find(|(code, _)| text.contains(code)) {
        Some((_, cure)) => format!("{cure} ({text})"),
        None => text,
    }
}

fn wrong(text: impl std::fmt::Display) -> Error {
    Error::Startup(format!("files: {text}"))
}

/// The key of some bytes in a space.
#[must_use]
pub fn key(space: Uuid, bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
    format!("{space}/{digest}")
}

impl Storage {
    /// The storage the settings name. Nothing is asked over the network; [`Storage::probe`] does that.
    ///
    /// # Errors
    /// [`Error::Startup`] with the setting at fault and what to do.
    pub fn open(settings: &Settings) -> Result<Self> {
        let files = &settings.files;
        if !(1..=200).contains(&files.max_mb) {
            return Err(wrong(format!("max_mb = {} is not between 1 and 200", files.max_mb)));
        }
        match &files.s3 {
            Some(_) if files.folder.is_some() => Err(wrong("both folder and s3 are given; keep the one where the files are to lie")),
            Some(s3) => s3_storage(s3, &settings.outgoing),
            None => folder(&files.folder.clone().unwrap_or_else(|| settings.data.join("files"))),
        }
    }

    /// The storage of a running program. It is opened once for each way it is set up: tests run many programs in one process.
    ///
    /// # Errors
    /// As [`Storage::open`].
    pub fn of(app: &App) -> Result<Self> {
        static OPEN: Mutex<Vec<(Files, PathBuf, Storage)>> = Mutex::new(vec![]);
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let settings = &app.settings;
        if let Some((.., storage)) = open.iter().find(|(files, data, _)| *files == settings.files && *data == settings.data) {
            return Ok(storage.clone());
        }
        let storage = Self::open(settings)?;
        open.push((settings.files.clone(), settings.data.clone(), storage.clone()));
        Ok(storage)
    }

    /// Writes, reads and removes a small object: whether the storage really answers.
    ///
    /// # Errors
    /// What it answered.
    pub async fn probe(&self) -> Result<()> {
        let key = "samskab-probe";
        self.put(key, Bytes::from_static(b"samskab")).await?;
        let back = self.0.get(&Path::from(key)).await.map_err(fault)?.bytes().await.map_err(fault)?;
        self.remove(key).await?;
        if back == "samskab" { Ok(()) } else { Err(Error::Internal("storage of files: what was read is not what was written".to_owned())) }
    }

    /// Asks for an object that is not there, and writes nothing: whether the storage knows the bucket and takes the key.
    ///
    /// # Errors
    /// What it answered instead, in its own words.
    pub async fn look(&self) -> Result<(), String> {
        match self.0.get(&Path::from("samskab-probe")).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let text = error.to_string();
                // Only a storage that knows the bucket says that the object is what is missing.
                if text.contains("NoSuchKey") { Ok(()) } else { Err(said(&error)) }
            }
        }
    }

    /// Keeps bytes under a key.
    ///
    /// # Errors
    /// When the storage does not take them.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        self.0.put(&Path::from(key), bytes.into()).await.map(|_| ()).map_err(fault)
    }

    /// The bytes as a stream: all of them, or a range.
    pub(crate) async fn get(&self, key: &str, range: Option<std::ops::Range<u64>>) -> Result<BoxStream<'static, object_store::Result<Bytes>>> {
        let options = object_store::GetOptions { range: range.map(Into::into), ..Default::default() };
        Ok(self.0.get_opts(&Path::from(key), options).await.map_err(fault)?.into_stream())
    }

    /// What lies under a key: how many bytes, and the bytes as they come; nothing where nothing lies there.
    ///
    /// # Errors
    /// When the storage does not answer.
    pub async fn read(&self, key: &str) -> Result<Option<(u64, BoxStream<'static, io::Result<Bytes>>)>> {
        match self.0.get(&Path::from(key)).await {
            Ok(found) => Ok(Some((found.meta.size, found.into_stream().map_err(io::Error::other).boxed()))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    /// Whether something lies under this key.
    ///
    /// # Errors
    /// When the storage does not answer.
    pub async fn holds(&self, key: &str) -> Result<bool> {
        match self.0.head(&Path::from(key)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(fault(error)),
        }
    }

    /// Removes an object; one that is not there is no error.
    pub(crate) async fn remove(&self, key: &str) -> Result<()> {
        match self.0.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }
}

fn folder(folder: &std::path::Path) -> Result<Storage> {
    let cannot = |e: &dyn std::fmt::Display| wrong(format!("the folder {} cannot be used: {e}; give a folder the program may write to", folder.display()));
    std::fs::create_dir_all(folder).map_err(|e| cannot(&e))?;
    let probe = folder.join(".samskab");
    std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)).map_err(|e| cannot(&e))?;
    // What was answered "kept" survives a power cut, as a commit does.
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|e| cannot(&e))?.with_fsync(true);
    Ok(Storage(Arc::new(store)))
}

fn s3_storage(s3: &S3, outgoing: &Outgoing) -> Result<Storage> {
    let endpoint: Uri = s3.endpoint.parse().map_err(|_| wrong(format!("s3.endpoint '{}' is not an address; write https://NAME", s3.endpoint)))?;
    let (Some(scheme), Some(authority)) = (endpoint.scheme_str(), endpoint.authority()) else {
        return Err(wrong(format!("s3.endpoint '{}' is not an address; write https://NAME", s3.endpoint)));
    };
    let tls = scheme == "https";
    let here = ["127.0.0.1", "localhost", "[::1]"].contains(&authority.host());
    if !tls && scheme != "http" {
        return Err(wrong(format!("s3.endpoint begins with '{scheme}'; it must begin with https://")));
    }
    if !tls && !here && !s3.allow_http {
        return Err(wrong(format!(
            "s3.endpoint {} is without TLS, and everyone on the way could read the files; use https://, or say s3.allow_http = true",
            s3.endpoint
        )));
    }
    for (name, value) in [("bucket", &s3.bucket), ("access_key_id", &s3.access_key_id), ("region", &s3.region)] {
        if value.trim().is_empty() {
            return Err(wrong(format!("s3.{name} is empty; the storage's administrator can tell what to write")));
        }
    }
    let secret = match (&s3.secret_access_key, &s3.secret_access_key_file) {
        (Some(secret), None) => secret.clone(),
        (None, Some(file)) => {
            std::fs::read_to_string(file).map_err(|e| wrong(format!("cannot read s3.secret_access_key_file {}: {e}", file.display())))?.trim_end().to_owned()
        }
        (Some(_), Some(_)) => return Err(wrong("both s3.secret_access_key and s3.secret_access_key_file are given; keep one")),
        (None, None) => return Err(wrong("s3.secret_access_key is missing; give it, or the name of a file that holds it in s3.secret_access_key_file")),
    };
    // IT operations named this server: it may stand on the inner network. With the bucket before the name, that is the host.
    let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
    let host = if s3.path_style { authority.host().to_owned() } else { format!("{}.{}", s3.bucket, authority.host()) };
    let mut allowed = outgoing.clone();
    allowed.allow.push(format!("{host}:{port}"));
    let address = s3.endpoint.trim_end_matches('/');
    let address = if s3.path_style { address.to_owned() } else { format!("{scheme}://{}.{authority}", s3.bucket) };
    let store = AmazonS3Builder::new()
        .with_endpoint(address)
        .with_bucket_name(&s3.bucket)
        .with_region(&s3.region)
        .with_access_key_id(&s3.access_key_id)
        .with_secret_access_key(secret)
        .with_virtual_hosted_style_request(!s3.path_style)
        .with_allow_http(!tls)
        // Not every storage knows the request that removes many at once; one at a time is always understood.
        .with_disable_bulk_delete(true)
        .with_http_connector(Connector(Arc::new(allowed)))
        .with_client_options(ClientOptions::new().with_allow_http(!tls))
        .with_retry(RetryConfig {
            backoff: BackoffConfig { init_backoff: Duration::from_millis(100), max_backoff: Duration::from_secs(2), base: 2. },
            max_retries: 3,
            retry_timeout: PATIENCE,
        })
        .build()
        .map_err(|e| wrong(format!("s3: {e}")))?;
    Ok(Storage(Arc::new(store)))
}

/// Requests to the storage go the program's one way out, with its rules for addresses and certificates.
#[derive(Debug, Clone)]
struct Connector(Arc<Outgoing>);

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

/// A boxed future, written out as the trait wants it.
type Answer<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'a>>;

impl HttpService for Connector {
    fn call<'life0, 'async_trait>(&'life0 self, request: HttpRequest) -> Answer<'async_trait>
    where
        'life0: 'async_trait,
        Self: 'async_trait,
    {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = body.collect().await?.to_bytes();
            let mut request = Request::from_parts(parts, body.to_vec());
            request.headers_mut().remove(axum::http::header::CONTENT_LENGTH);
            // The largest file and the words around it.
            let limits = outgoing::Limits { time: PATIENCE, size: 220_000_000 };
            let answer = outgoing::send_within(&self.0, request, limits).await.map_err(|e| {
                let kind = match e {
                    outgoing::Failure::Unreachable(..) => HttpErrorKind::Connect,
                    outgoing::Failure::TooSlow(..) => HttpErrorKind::Timeout,
                    _ => HttpErrorKind::Unknown,
                };
                HttpError::new(kind, e)
            })?;
            Ok(answer.map(|body| HttpResponseBody::new(Full::new(Bytes::from(body)).map_err(|never| match never {}))))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s3(endpoint: &str) -> S3 {
        S3 {
            endpoint: endpoint.into(),
            bucket: "filer".into(),
            region: "us-east-1".into(),
            access_key_id: "A".into(),
            secret_access_key: Some("B".into()),
            secret_access_key_file: None,
            path_style: true,
            allow_http: false,
        }
    }

    fn told(change: impl Fn(&mut Settings)) -> String {
        let mut settings = Settings { data: std::env::temp_dir().join("samskab-files-settings"), ..Settings::default() };
        change(&mut settings);
        Storage::open(&settings).err().map(|e| e.to_string()).unwrap_or_default()
    }

    #[test]
    fn wrong_settings_are_told_at_the_start_with_the_cure() {
        assert_eq!(told(|s| s.files.s3 = Some(s3("https://storage.example"))), "");
        assert_eq!(told(|s| s.files.s3 = Some(s3("http://127.0.0.1:9000"))), "", "this machine may be asked without TLS");
        assert!(told(|s| s.files.s3 = Some(s3("http://storage.example"))).contains("allow_http"));
        assert!(told(|s| s.files.s3 = Some(s3("storage.example"))).contains("https://"));
        assert!(told(|s| s.files.s3 = Some(S3 { secret_access_key: None, ..s3("https://s.example") })).contains("secret_access_key_file"));
        assert!(told(|s| s.files.s3 = Some(S3 { bucket: String::new(), ..s3("https://s.example") })).contains("s3.bucket"));
        assert!(told(|s| s.files.max_mb = 0).contains("max_mb"));
        assert!(told(|s| s.files.folder = Some("/proc/1/nowhere".into())).contains("/proc/1/nowhere"));
    }

    #[test]
    fn the_same_bytes_have_the_same_key_in_a_space_and_another_in_another() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(key(one, b"x"), key(one, b"x"));
        assert_ne!(key(one, b"x"), key(other, b"x"));
        assert_ne!(key(one, b"x"), key(one, b"y"));
    }
}
