//! What comes of what: a recommendation of an idea, a commitment of a recommendation. The tool that makes the one tells it to
//! the tool that has the other, by the kind of its objects; neither needs to know the other.

use uuid::Uuid;

use crate::act::Act;
use crate::error::Result;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It was made.
    Made,
    /// Somebody told that it is under way.
    Started,
    /// Somebody told that it is done.
    Done,
    /// It does not build on the source any more.
    Undone,
}

/// Something of one tool that comes of something of another, in the space of the act.
#[derive(Debug, Clone, Copy)]
pub struct Growth<'a> {
    /// Kind of what it comes of, as in the journal.
    pub source_kind: &'a str,
    /// Id of what it comes of.
    pub source: Uuid,
    /// Kind of what came, as in the journal.
    pub kind: &'static str,
    /// Id of what came.
    pub id: Uuid,
    /// What it is called.
    pub title: &'a str,
    /// How far it has come.
    pub step: Step,
}

/// Tells the tool that has the source, if one does, inside the act.
///
/// # Errors
/// When the database fails.
pub async fn tell(act: &mut Act<'_>, growth: Growth<'_>) -> Result<()> {
    let has = |kinds: &[(&str, &str)]| kinds.iter().any(|(kind, _)| *kind == growth.source_kind);
    let tool = act.app().tools.iter().copied().find(|t| has(t.objects));
    match tool {
        Some(tool) => (tool.grown)(act, growth).await,
        None => Ok(()),
    }
}
