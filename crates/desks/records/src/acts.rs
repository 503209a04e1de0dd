//! What is journalled of an archive: that somebody took it out ([`ARCHIVE`]), and that all of it was put together.

use samskab_platform::access::{ActDef, Reach, Trace};
use samskab_platform::space_acts::ARCHIVE;
use samskab_platform::{Act, App, Result, Visitor};
use serde_json::json;
use uuid::Uuid;

/// An archive was put together to its end: the program's own.
pub(crate) const SEAL: ActDef = ActDef { name: "records.seal", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Somebody takes an archive out.
pub(crate) async fn begin(app: &App, visitor: &Visitor, space: Uuid) -> Result<()> {
    let mut act = Act::begin(app, visitor, space, &ARCHIVE).await?;
    let title = act.space().title.clone();
    act.record("space", space, json!({ "title": title })).await?;
    act.commit().await
}

/// It has come to its end: its seal goes into the journal, so that whoever holds the archive can see that it is the one.
pub(crate) async fn seal(app: &App, space: Uuid, documents: usize, seal: &str) -> Result<()> {
    let mut act = Act::begin(app, &Visitor::program(), space, &SEAL).await?;
    let title = act.space().title.clone();
    act.record("space", space, json!({ "title": title, "documents": documents, "seal": seal })).await?;
    act.commit().await
}
