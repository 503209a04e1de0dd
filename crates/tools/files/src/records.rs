//! What of the files is kept for good: every version, as it was sent.

use futures::StreamExt;
use futures::future::BoxFuture;
use samskab_platform::db::Sql;
use samskab_platform::record::{Content, File, Record, Stream};
use samskab_platform::tool::Sight;
use samskab_platform::{App, Error, Page, Result, SpaceView};

use crate::pages::sight;
use crate::storage::Storage;
use crate::store;

fn open<'a>(app: &'a App, key: &'a str) -> BoxFuture<'a, Result<Stream>> {
    Box::pin(async move {
        let stream = Storage::of(app)?.get(key, None).await.map_err(|error| match error {
            Error::NotFound => Error::Internal(format!("storage of files: {key} is not there")),
            other => other,
        })?;
        Ok(stream.map(|part| part.map_err(std::io::Error::other)).boxed())
    })
}

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let all = store::every_version(sql, view.space.id).await?;
    let mut out = vec![];
    for f in all {
        if f.sealed && sight(sql, view, f.object_kind.as_deref(), f.object_id).await? == Sight::Hidden {
            out.push(Record::left_out("record-file", page.t("record-file-closed"), f.uploaded_at, page.t("record-file-unseen")));
        } else {
            out.push(record(page, f));
        }
    }
    Ok(out)
}

fn record(page: &Page, f: store::Everything) -> Record {
    let old = f.version < f.latest;
    Record {
        kind: "record-file",
        title: if old { page.t2("record-file-version", "title", &f.title, "n", f.version) } else { f.title.clone() },
        at: f.uploaded_at,
        // What it belongs to decides whether it is closed.
        about: f.object_id.or(Some(f.id)),
        closed: String::new(),
        closes: vec![],
        content: Content::File(File {
            name: if old { versioned(&f.name, f.version) } else { f.name },
            media_type: f.media_type,
            bytes: u64::try_from(f.bytes).unwrap_or(0),
            key: f.storage_key,
            open,
        }),
    }
}

/// `kort.pdf` → `kort (udgave 2).pdf`.
fn versioned(name: &str, version: i64) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem} (udgave {version}).{ending}"),
        None => format!("{name} (udgave {version})"),
    }
}
