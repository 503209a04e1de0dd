//! Working on a draft together: bringing a version back, suggesting and settling changes, sources, support.

use samskab_platform::growth::{self, Growth, Step};
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::acts::{notice, save};
use crate::draft_store::{self, Origin, Source, Suggestion};
use crate::model::Recommendation;
use crate::stance::Stance;
use crate::store;
use crate::texts::Texts;

/// The draft with this id, while nobody else changes it.
async fn draft(act: &mut Act<'_>, id: Uuid) -> Result<Recommendation> {
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    must_be_draft(store::one(act.sql(), space, id).await?)
}

/// A draft can be changed; what was submitted cannot.
pub(crate) fn must_be_draft(r: Recommendation) -> Result<Recommendation> {
    if r.is_draft() { Ok(r) } else { Err(Error::Refused("recommendations-not-draft")) }
}

/// Makes an older version the draft's latest; false where it already says the same.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more, [`Error::NotFound`] for a version that is not there.
pub async fn restore(act: &mut Act<'_>, id: Uuid, version: i64) -> Result<bool> {
    let draft = draft(act, id).await?;
    let old = draft_store::version(act.sql(), id, version).await?;
    if old.texts() == draft.texts() {
        return Ok(false);
    }
    save(act, &draft, &old.texts(), Origin { restored: Some(version), ..Origin::default() }).await?;
    Ok(true)
}

/// Suggests that a draft says something else, on the version one had before one; tells those who have written on it.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more, or when the database fails.
pub async fn suggest(act: &mut Act<'_>, about: Uuid, base: i64, texts: &Texts, note: &str) -> Result<Uuid> {
    act.screen(&[("title", &texts.title), ("text", &texts.text), ("reason", &texts.reason), ("note", note)]).await?;
    let draft = draft(act, about).await?;
    let (id, by, at) = (act.new_id(), act.person()?, act.at());
    draft_store::suggest(act.sql(), id, about, base.clamp(1, draft.version), texts, note, by, at).await?;
    act.contributed("recommendation").await?;
    act.record("recommendation", about, of(&draft)).await?;
    let mut told = notice(act, "mail-suggestion", &draft, id).with("note", note);
    told.link = format!("{}/forslag/{id}", told.link);
    for writer in draft_store::writers(act.sql(), about).await? {
        if writer != by {
            act.tell(writer, &told).await?;
        }
    }
    Ok(id)
}

fn of(r: &Recommendation) -> serde_json::Value {
    serde_json::json!({ "title": r.title, "number": r.number })
}

/// What the draft would say with a suggestion in it, whatever was written since the suggestion was made.
///
/// # Errors
/// When the database fails.
pub(crate) async fn with_suggestion(sql: &mut samskab_platform::db::Sql, draft: &Recommendation, suggestion: &Suggestion) -> Result<Texts> {
    let base = draft_store::version(sql, draft.id, suggestion.base).await?.texts();
    Ok(suggestion.texts().merged(&base, &draft.texts()))
}

/// Takes a suggestion into the draft, and tells whoever made it.
///
/// # Errors
/// [`Error::Refused`] where it is settled, where the draft is submitted, or where both changes together are too long.
pub async fn accept(act: &mut Act<'_>, about: Uuid, id: Uuid) -> Result<()> {
    let draft = draft(act, about).await?;
    let suggestion = draft_store::suggestion(act.sql(), about, id).await?;
    settle(act, &suggestion, "accepted", "").await?;
    let texts = with_suggestion(act.sql(), &draft, &suggestion).await?;
    if !texts.fits() {
        return Err(Error::Refused("suggestion-does-not-fit"));
    }
    save(act, &draft, &texts, Origin { note: &suggestion.note, suggestion: Some(id), restored: None }).await?;
    tell(act, "mail-suggestion-accepted", &draft, &suggestion, "").await
}

/// Declines a suggestion with a reason, and tells whoever made it.
///
/// # Errors
/// [`Error::Refused`] where it is settled, [`Error::BadRequest`] without a reason.
pub async fn decline(act: &mut Act<'_>, about: Uuid, id: Uuid, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("decision", reason)]).await?;
    let draft = draft(act, about).await?;
    let suggestion = draft_store::suggestion(act.sql(), about, id).await?;
    settle(act, &suggestion, "declined", reason).await?;
    act.record("recommendation", about, of(&draft)).await?;
    tell(act, "mail-suggestion-declined", &draft, &suggestion, reason).await
}

/// Takes one's own suggestion back.
///
/// # Errors
/// [`Error::Forbidden`] for somebody else's, [`Error::Refused`] where it is settled.
pub async fn withdraw(act: &mut Act<'_>, about: Uuid, id: Uuid) -> Result<()> {
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    store::one(act.sql(), space, about).await?;
    let suggestion = draft_store::suggestion(act.sql(), about, id).await?;
    if act.actor() != Some(suggestion.suggested_by) {
        return Err(Error::Forbidden(act.name()));
    }
    act.refresh_pages();
    settle(act, &suggestion, "withdrawn", "").await
}

async fn settle(act: &mut Act<'_>, suggestion: &Suggestion, state: &str, reason: &str) -> Result<()> {
    let (by, at) = (act.person()?, act.at());
    if draft_store::decide(act.sql(), suggestion.id, state, by, at, reason).await? { Ok(()) } else { Err(Error::Refused("suggestion-settled")) }
}

async fn tell(act: &mut Act<'_>, word: &'static str, draft: &Recommendation, suggestion: &Suggestion, reason: &str) -> Result<()> {
    if act.actor() == Some(suggestion.suggested_by) {
        return Ok(());
    }
    let mut notice = notice(act, word, draft, suggestion.id).with("reason", reason);
    notice.link = format!("{}/forslag/{}", notice.link, suggestion.id);
    act.tell(suggestion.suggested_by, &notice).await
}

/// Notes that a draft builds on something; twice is once.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more.
pub(crate) async fn add_source(act: &mut Act<'_>, id: Uuid, source: &Source) -> Result<()> {
    let (draft, at) = (draft(act, id).await?, act.at());
    draft_store::add_source(act.sql(), draft.id, source, at).await?;
    act.refresh_pages();
    growth::tell(act, grown(&draft, source, Step::Made)).await
}

/// The same for something of the space that the caller knows: its kind, id, title and address.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more.
pub async fn build_on(act: &mut Act<'_>, id: Uuid, kind: &str, object: Uuid, title: &str, href: &str) -> Result<()> {
    add_source(act, id, &Source { object_id: object, kind: kind.to_owned(), title: title.to_owned(), href: href.to_owned() }).await
}

/// Takes a source away again.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more.
pub(crate) async fn remove_source(act: &mut Act<'_>, id: Uuid, object: Uuid) -> Result<()> {
    let draft = draft(act, id).await?;
    act.refresh_pages();
    let removed = draft_store::sources(act.sql(), draft.id).await?.into_iter().find(|s| s.object_id == object);
    draft_store::remove_source(act.sql(), draft.id, object).await?;
    match removed {
        Some(source) => growth::tell(act, grown(&draft, &source, Step::Undone)).await,
        None => Ok(()),
    }
}

/// The draft as what comes of a source.
fn grown<'a>(draft: &'a Recommendation, source: &'a Source, step: Step) -> Growth<'a> {
    Growth { source_kind: &source.kind, source: source.object_id, kind: "recommendation", id: draft.id, title: &draft.title, step }
}

/// Says where the actor stands on a draft; the last word counts.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more.
pub async fn take_stance(act: &mut Act<'_>, id: Uuid, stance: Stance, statement: &str) -> Result<()> {
    act.screen(&[("statement", statement)]).await?;
    let draft = draft(act, id).await?;
    let (person, at) = (act.person()?, act.at());
    act.refresh_pages();
    draft_store::take_stance(act.sql(), draft.id, person, stance, statement, draft.version, at).await
}
