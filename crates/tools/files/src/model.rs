//! What came in and what may be kept of it.

use bytes::Bytes;
use samskab_platform::screen::{self, Allowed};
use samskab_platform::upload::{self, FileType, Refusal};
use samskab_platform::{Form, Page};
use uuid::Uuid;

use crate::pictures::{self, Fault, MOST_PIXELS};
use crate::storage;

/// What people say about a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    pub(crate) title: String,
    pub(crate) alt: String,
    pub(crate) decorative: bool,
}

/// Some of the bytes that are kept of a file.
pub(crate) struct Part {
    pub(crate) purpose: &'static str,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Bytes,
}

/// A file that was found good.
pub(crate) struct Incoming {
    pub(crate) file_type: FileType,
    pub(crate) name: String,
    /// Width and height of a picture.
    pub(crate) size: Option<(i64, i64)>,
    pub(crate) parts: Vec<Part>,
}

impl Incoming {
    /// As in the database.
    pub(crate) fn kind(&self) -> &'static str {
        if self.file_type.is_image() { "image" } else { "document" }
    }

    /// Purpose, key, media type and number of bytes of each part.
    pub(crate) fn parts(&self, space: Uuid) -> Vec<(&'static str, String, &'static str, i64)> {
        self.parts.iter().map(|p| (p.purpose, storage::key(space, &p.bytes), p.media_type, p.bytes.len() as i64)).collect()
    }
}

/// Its name with the ending of what it is.
fn named(name: &str, kind: FileType) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    upload::clean_name(&format!("{stem}.{}", kind.ending()))
}

/// Why a file is not kept.
#[derive(Debug)]
pub(crate) enum Refused {
    Kind(Refusal),
    Picture(Fault),
}

impl Refused {
    fn say(&self, page: &Page) -> String {
        match self {
            Self::Kind(refusal) => refusal.say(page),
            Self::Picture(Fault::TooManyPixels) => page.t1("files-refused-pixels", "n", MOST_PIXELS / 1_000_000),
            Self::Picture(Fault::Broken) => page.t("files-refused-broken"),
        }
    }
}

/// Looks at a file that was sent; what is wrong with it is noted in the form.
pub(crate) async fn inspect(page: &Page, form: &mut Form, file: upload::Incoming) -> Option<Incoming> {
    match make_ready(&file.name, file.bytes.into(), file.kind).await {
        Ok(incoming) => Some(incoming),
        Err(refused) => {
            form.wrong("file", refused.say(page));
            None
        }
    }
}

/// Looks at a file and makes ready what is kept of it.
pub(crate) async fn check(name: &str, bytes: Bytes) -> Result<Incoming, Refused> {
    let kind = upload::recognise(&bytes, name);
    make_ready(name, bytes, kind).await
}

async fn make_ready(name: &str, bytes: Bytes, kind: Result<FileType, Refusal>) -> Result<Incoming, Refused> {
    let found = kind.map_err(Refused::Kind)?;
    if !found.is_image() {
        let bytes = if found.is_text() { Bytes::from(upload::decode(&bytes)) } else { bytes };
        let part = Part { purpose: "original", media_type: found.media_type(), bytes };
        return Ok(Incoming { file_type: found, name: named(name, found), size: None, parts: vec![part] });
    }
    let picture = pictures::prepare(bytes, found).await.map_err(Refused::Picture)?;
    let size = Some((i64::from(picture.width), i64::from(picture.height)));
    let file_type = picture.original.kind;
    let parts = [("original", picture.original), ("display", picture.display), ("thumbnail", picture.thumbnail)];
    let parts = parts.map(|(purpose, e)| Part { purpose, media_type: e.kind.media_type(), bytes: e.bytes.into() }).into();
    Ok(Incoming { file_type, name: named(name, file_type), size, parts })
}

/// Looks for personal numbers, telephone numbers and addresses in what is said of a file that is being sent. A form with a
/// file cannot wait for a colleague's look; the text can be changed afterwards, and then it can.
pub(crate) fn screen(page: &Page, form: &mut Form, text: &Text) {
    let allowed = Allowed::in_force(page.app());
    for (field, said) in [("title", &text.title), ("alt", &text.alt)] {
        if !screen::find(said, page.today(), &allowed).is_empty() && form.error(field).is_none() {
            form.wrong(field, page.t("files-screened"));
        }
    }
}

/// What people said about a file; `image` is what it turned out to be, where that is known.
pub(crate) fn text(page: &Page, form: &mut Form, image: Option<bool>) -> Text {
    form.called(page, &[("file", "files-file"), ("title", "files-title-label"), ("alt", "files-alt"), ("reason", "files-reason")]);
    let title = form.required(page, "title", 120);
    let decorative = image != Some(false) && form.value("decorative") == "yes";
    let mut alt = String::new();
    if image != Some(false) && !decorative {
        alt = form.optional(page, "alt", 400);
        if image == Some(true) && alt.is_empty() {
            form.wrong("alt", page.t("files-alt-missing"));
        } else if image == Some(true) && alt.eq_ignore_ascii_case(&title) {
            form.wrong("alt", page.t("files-alt-same"));
        }
    }
    Text { title, alt, decorative }
}
