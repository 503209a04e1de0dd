//! What can be done with files.

use std::collections::BTreeSet;

use chrono::Duration;
use samskab_platform::access::{ActDef, Reach, Role, TEAM, Trace};
use samskab_platform::tool::Shut;
use samskab_platform::{Act, App, Error, Result, Visitor, journal, space};
use uuid::Uuid;

use crate::model::{self, Incoming, Text};
use crate::storage::Storage;
use crate::store::{self, File, NewFile, NewVersion, Of};

/// Those who run a space: they may also change and remove what others put there.
const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair];

/// Making room in the storage for bytes that are about to be kept; what is kept is recorded by the two acts below.
pub const RECEIVE: ActDef = ActDef { name: "files.receive", roles: TEAM, reach: Reach::Roles, trace: Trace::Quiet };

/// Putting a file into the space.
pub const ADD: ActDef = ActDef { name: "files.add", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// Putting a new version in the place of a file.
pub const REPLACE: ActDef = ActDef { name: "files.replace", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// Changing what a file is called and how a picture is described.
pub const DESCRIBE: ActDef = ActDef { name: "files.describe", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// Removing a file, with the reason.
pub const REMOVE: ActDef = ActDef { name: "files.remove", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };

/// Choosing the picture of the space.
pub const COVER: ActDef = ActDef { name: "files.cover", roles: RUNS, reach: Reach::Roles, trace: Trace::Journal };

/// The program's own: taking bytes that nothing points at out of the storage.
pub const SWEEP: ActDef = ActDef { name: "files.sweep", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };

/// Whether somebody with these roles may change this file: their own, or any where they run the space.
pub(crate) fn may_change(roles: &[Role], person: Option<Uuid>, file: &File) -> bool {
    roles.iter().any(|r| RUNS.contains(r)) || (!roles.is_empty() && person == Some(file.uploaded_by))
}

fn demand_own(act: &Act<'_>, file: &File) -> Result<()> {
    if may_change(act.roles(), act.actor(), file) { Ok(()) } else { Err(Error::Forbidden("files.change")) }
}

/// Where the space's picture lies: the display version of a file.
pub(crate) fn cover_address(slug: &str, file: Uuid) -> String {
    format!("/forloeb/{slug}/filer/{file}/vis")
}

/// Writes the bytes into the storage. Before that, their keys are noted as loose: if the act that keeps them never comes
/// (a crash, a lost connection), they are swept away an hour later. `act` is [`RECEIVE`].
///
/// # Errors
/// When the database or the storage fails.
pub(crate) async fn receive(mut act: Act<'_>, storage: &Storage, incoming: &Incoming) -> Result<()> {
    let (space, due) = (act.space().id, act.at() + Duration::hours(1));
    let parts = incoming.parts(space);
    for (_, key, ..) in &parts {
        store::loose(act.sql(), key, due).await?;
    }
    act.commit().await?;
    for (part, (_, key, ..)) in incoming.parts.iter().zip(&parts) {
        storage.put(key, part.bytes.clone()).await?;
    }
    Ok(())
}

/// A file as a person sends it.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Sent<'a> {
    pub name: &'a str,
    pub bytes: Vec<u8>,
    pub title: &'a str,
    /// What a picture shows.
    pub alt: &'a str,
    /// Whether it becomes the picture of the space.
    pub cover: bool,
}

/// Everything that happens when somebody puts a file into a space, for the demonstration.
///
/// # Errors
/// [`Error::BadRequest`] for a file that is not kept, or when the database or the storage fails.
pub async fn put(app: &App, visitor: &Visitor, space: Uuid, sent: Sent<'_>) -> Result<Uuid> {
    let incoming = model::check(sent.name, sent.bytes.into()).await.map_err(|_| Error::BadRequest("error-form"))?;
    let text = Text { title: sent.title.to_owned(), alt: sent.alt.to_owned(), decorative: false };
    receive(Act::begin(app, visitor, space, &RECEIVE).await?, &Storage::of(app)?, &incoming).await?;
    let mut act = Act::begin(app, visitor, space, &ADD).await?;
    let id = add(&mut act, &incoming, &text, None).await?;
    act.commit().await?;
    if sent.cover {
        let mut act = Act::begin(app, visitor, space, &COVER).await?;
        cover(&mut act, id, true).await?;
        act.commit().await?;
    }
    Ok(id)
}

/// Keeps a file whose bytes were received; gives its id.
///
/// # Errors
/// [`Error::Refused`] where the space is full, or when the database fails.
pub(crate) async fn add(act: &mut Act<'_>, incoming: &Incoming, text: &Text, of: Option<Of<'_>>) -> Result<Uuid> {
    act.screen(&[("title", &text.title), ("alt", &text.alt)]).await?;
    let (id, space, at, by) = (act.new_id(), act.space().id, act.at(), act.person()?);
    if store::count(act.sql(), space).await? >= act.app().settings.files.per_space {
        return Err(Error::Refused("files-full"));
    }
    let new = NewFile { id, space, kind: incoming.kind(), title: &text.title, alt: &text.alt, decorative: text.decorative, of, at };
    store::insert(act.sql(), &new).await?;
    keep_version(act, id, 1, incoming, by).await?;
    act.contributed("file").await?;
    act.record("file", id, told(&text.title, of.is_some_and(|of| of.sealed))).await?;
    Ok(id)
}

/// What the journal says of a file: of a sealed one only that it is there.
fn told(title: &str, sealed: bool) -> serde_json::Value {
    serde_json::json!({ "title": if sealed { "" } else { title } })
}

/// Files follow what they belong to when it is closed, opened again or removed.
///
/// # Errors
/// When the database fails.
pub(crate) async fn follow(act: &mut Act<'_>, kind: &str, object: Uuid, how: Shut) -> Result<()> {
    let (space, today, at) = (act.space().id, act.today(), act.at());
    for id in store::belonging(act.sql(), space, kind, object).await? {
        match how {
            Shut::Closed => {
                follow_cover(act, id, false, "").await?;
                store::seal(act.sql(), id, true).await?;
                journal::withhold(act.sql(), space, id, today).await?;
            }
            Shut::Opened => store::seal(act.sql(), id, false).await?,
            Shut::Gone if store::one(act.sql(), space, id).await?.sealed => store::delete(act.sql(), id, at).await?,
            Shut::Gone => {}
        }
    }
    Ok(())
}

async fn keep_version(act: &mut Act<'_>, file: Uuid, version: i64, incoming: &Incoming, by: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let parts = incoming.parts(space);
    let keys: BTreeSet<&str> = parts.iter().map(|p| p.1.as_str()).collect();
    for key in keys {
        if !store::tie(act.sql(), key).await? {
            return Err(Error::Refused("files-again"));
        }
    }
    let new = NewVersion { file, version, name: &incoming.name, media_type: incoming.file_type.media_type(), size: incoming.size, by, at, parts: &parts };
    store::insert_version(act.sql(), &new).await
}

/// Puts a new version in the place of a file.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`] for somebody else's file, or when the database fails.
pub(crate) async fn replace(act: &mut Act<'_>, id: Uuid, incoming: &Incoming, text: &Text) -> Result<()> {
    act.screen(&[("title", &text.title), ("alt", &text.alt)]).await?;
    let (space, at, by) = (act.space().id, act.at(), act.person()?);
    let file = store::one(act.sql(), space, id).await?;
    demand_own(act, &file)?;
    let version = file.version + 1;
    keep_version(act, id, version, incoming, by).await?;
    store::next_version(act.sql(), id, version, incoming.kind(), at).await?;
    store::set_text(act.sql(), id, &text.title, &text.alt, text.decorative, at).await?;
    follow_cover(act, id, incoming.kind() == "image", &text.alt).await?;
    let mut payload = told(&text.title, file.sealed);
    payload["version"] = version.into();
    act.record("file", id, payload).await
}

/// Changes what a file is called and how a picture is described.
///
/// # Errors
/// As [`replace`].
pub(crate) async fn describe(act: &mut Act<'_>, id: Uuid, text: &Text) -> Result<()> {
    act.screen(&[("title", &text.title), ("alt", &text.alt)]).await?;
    let (space, at) = (act.space().id, act.at());
    let file = store::one(act.sql(), space, id).await?;
    demand_own(act, &file)?;
    store::set_text(act.sql(), id, &text.title, &text.alt, text.decorative, at).await?;
    follow_cover(act, id, file.is_image(), &text.alt).await?;
    act.record("file", id, told(&text.title, file.sealed)).await
}

/// Removes a file and all its versions. The bytes leave the storage with the last file that points at them.
///
/// # Errors
/// As [`replace`].
pub(crate) async fn remove(act: &mut Act<'_>, id: Uuid, reason: &str) -> Result<()> {
    act.screen(&[("reason", reason)]).await?;
    let (space, at) = (act.space().id, act.at());
    let file = store::one(act.sql(), space, id).await?;
    demand_own(act, &file)?;
    follow_cover(act, id, false, "").await?;
    store::delete(act.sql(), id, at).await?;
    let mut payload = told(&file.title, file.sealed);
    payload["reason"] = if file.sealed { "" } else { reason }.into();
    act.record("file", id, payload).await
}

/// The space's picture changes with the file it is.
async fn follow_cover(act: &mut Act<'_>, file: Uuid, still_image: bool, alt: &str) -> Result<()> {
    let (space, address) = (act.space().clone(), cover_address(&act.space().slug, file));
    if space.cover != address {
        return Ok(());
    }
    let (address, alt) = if still_image { (address.as_str(), alt) } else { ("", "") };
    space::set_cover(act.sql(), space.id, address, alt).await
}

/// Makes a picture the picture of the space, or takes the picture away.
///
/// # Errors
/// [`Error::NotFound`] for what is not a picture of the space, or when the database fails.
pub(crate) async fn cover(act: &mut Act<'_>, id: Uuid, on: bool) -> Result<()> {
    let space = act.space().clone();
    let file = store::one(act.sql(), space.id, id).await?;
    if !file.is_image() || file.sealed {
        return Err(Error::NotFound);
    }
    let (address, alt) = if on { (cover_address(&space.slug, id), file.alt) } else { Default::default() };
    space::set_cover(act.sql(), space.id, &address, &alt).await?;
    act.record("file", id, serde_json::json!({ "title": file.title, "shown": if on { "yes" } else { "no" } })).await
}
