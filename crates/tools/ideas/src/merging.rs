//! Putting ideas together without losing who wrote them, taking that back, and writing down a sheet of notes.

use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::acts::{self, Said, locked, notice, put, tell_family, titled};
use crate::merge_store;
use crate::model::{State, Way};
use crate::store;

/// Puts ideas, with all that is merged in them, into one, which then says this; tells those who wrote them. Everybody stays an
/// author, and everybody who stood behind one stands behind the one they are in.
///
/// # Errors
/// [`Error::Refused`] where something has come of one of them, or where the one they go into is gone, [`Error::BadRequest`] for
/// an empty list.
pub async fn merge(act: &mut Act<'_>, into: Uuid, others: &[Uuid], said: Said<'_>) -> Result<()> {
    act.screen(&[("title", said.title), ("text", said.text)]).await?;
    let target = locked(act, into).await?;
    if !target.state.takes_others() || target.root_id != target.id {
        return Err(Error::Refused("ideas-not-open"));
    }
    let (space, by, at, id) = (act.space().id, act.person()?, act.at(), act.new_id());
    let mut taken = vec![];
    for other in others.iter().filter(|o| **o != into) {
        let idea = store::one(act.sql(), space, *other).await?;
        if !idea.state.can_be_merged() {
            return Err(Error::Refused("ideas-cannot-merge"));
        }
        taken.push(idea);
    }
    if taken.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    merge_store::begin(act.sql(), id, into, by, at).await?;
    for idea in &taken {
        // Told before it is moved: afterwards its authors are those of both.
        let word = notice(act, "mail-idea-merged", idea).with("into", said.title);
        tell_family(act, idea.id, &word, false).await?;
        merge_store::take_in(act.sql(), id, idea.id, into).await?;
    }
    if (target.title.as_str(), target.text.as_str()) != (said.title, said.text) {
        store::change(act.sql(), into, said.title, said.text).await?;
        acts::index(act, into, said).await?;
    }
    store::recount(act.sql(), into).await?;
    act.record("idea", into, serde_json::json!({ "title": said.title, "n": taken.len() })).await
}

/// Takes the latest merge into an idea back: each stands by itself again with its own authors and supporters, and the idea says
/// what it said before.
///
/// # Errors
/// [`Error::Refused`] where nothing is merged in it, or where something has come of it since.
pub async fn part(act: &mut Act<'_>, into: Uuid) -> Result<()> {
    let (target, at) = (locked(act, into).await?, act.at());
    let merge = merge_store::last(act.sql(), into).await?.filter(|m| m.was_state == target.state).ok_or(Error::Refused("ideas-cannot-part"))?;
    for idea in merge_store::undo(act.sql(), &merge, at).await? {
        store::recount(act.sql(), idea).await?;
    }
    store::recount(act.sql(), into).await?;
    if (target.title.as_str(), target.text.as_str()) != (merge.was_title.as_str(), merge.was_text.as_str()) {
        store::change(act.sql(), into, &merge.was_title, &merge.was_text).await?;
        acts::index(act, into, Said { title: &merge.was_title, text: &merge.was_text }).await?;
    }
    act.record("idea", into, titled(&merge.was_title)).await
}

/// Where a note goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// It is an idea of its own.
    Alone,
    /// It says what another idea says.
    Into(Uuid),
    /// It says what a note before it says, counted from 0.
    With(usize),
}

/// Writes notes down, each as an idea without a name, or put into one that says the same. Gives the idea of each.
///
/// # Errors
/// [`Error::Refused`] where an idea does not take others any more.
pub async fn note(act: &mut Act<'_>, notes: &[(String, Goes)], way: Way, hall: Option<Uuid>) -> Result<Vec<Uuid>> {
    let (space, by) = (act.space().id, act.person()?);
    let sheet: Vec<&str> = notes.iter().map(|(text, _)| text.as_str()).collect();
    act.screen(&[("notes", &sheet.join("\n"))]).await?;
    store::lock(act.sql(), space).await?;
    let (mut roots, mut all): (Vec<Uuid>, Vec<Uuid>) = (vec![], vec![]);
    for (title, goes) in notes {
        let id = put(act, Said { title, text: "" }, way, hall, State::Open, Some(by)).await?;
        let into = match goes {
            Goes::Alone => None,
            Goes::Into(into) => Some(*into),
            Goes::With(n) => roots.get(*n).copied(),
        };
        if let Some(into) = into {
            let (target, merge, at) = (store::one(act.sql(), space, into).await?, act.new_id(), act.at());
            if !target.state.takes_others() {
                return Err(Error::Refused("ideas-not-open"));
            }
            merge_store::begin(act.sql(), merge, into, by, at).await?;
            merge_store::take_in(act.sql(), merge, id, into).await?;
            store::recount(act.sql(), into).await?;
        }
        roots.push(into.unwrap_or(id));
        all.push(id);
        act.record("idea", id, titled(title)).await?;
    }
    Ok(all)
}
