//! Reading a Polis export that was sent through the browser.

use samskab_opinion::polis_csv::{ExportText, ImportError, read_text};
use samskab_opinion::{Conversation, Vote};

/// Reads the texts of `votes.csv` and, if given, `comments.csv`; where one participant has several votes on a statement
/// only the one in force is kept.
///
/// # Errors
/// Every problem with its file, line, column and cure.
pub fn read_export(votes: &str, comments: Option<&str>) -> Result<Conversation, ImportError> {
    let conversation = read_text(ExportText { votes, comments })?;
    Ok(in_force(conversation))
}

fn in_force(mut conversation: Conversation) -> Conversation {
    let mut kept: std::collections::BTreeMap<(String, String), Vote> = std::collections::BTreeMap::new();
    for vote in conversation.votes.drain(..) {
        kept.insert((vote.participant.clone(), vote.statement.clone()), vote);
    }
    conversation.votes = kept.into_values().collect();
    conversation
}
