//! Reading a Polis export that was sent through the browser.

use samskab_opinion::polis_csv::{ExportText, ImportError, Kind, Problem, Wanted, read_text};
use samskab_opinion::{Conversation, Vote};
use samskab_platform::Page;

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

/// A problem in the language of the page: where, what, and what to do.
pub(crate) fn in_words(page: &Page, problem: &Problem) -> String {
    let file = problem.file.as_str();
    // A line's number is looked for in an editor: it is not grouped.
    let place = match (problem.line.map(|line| line.to_string()), &problem.column) {
        (None, _) => file.to_owned(),
        (Some(line), None) => page.t2("import-problem-line", "file", file, "line", line),
        (Some(line), Some(column)) => page.t3("import-problem-column", "file", file, "line", line, "column", column),
    };
    let what = match &problem.kind {
        Kind::NoFile | Kind::NoAccess(_) | Kind::NotUtf8 | Kind::BadHeader(_) | Kind::BadLine(_) => page.t("import-problem-unreadable"),
        Kind::NoColumn(title) => page.t1("import-problem-no-column", "title", title),
        Kind::ColumnTwice => page.t("import-problem-column-twice"),
        Kind::FewFields { fields, columns } => page.t2("import-problem-few-fields", "fields", *fields, "columns", *columns),
        Kind::NoId => page.t("import-problem-no-id"),
        Kind::NoNumber(wanted) => page.t1("import-problem-no-number", "remedy", remedy(page, *wanted)),
        Kind::Misfit(text, wanted) => page.t2("import-problem-misfit", "text", text, "remedy", remedy(page, *wanted)),
        Kind::NotYesOrNo(text) => page.t1("import-problem-not-yes-or-no", "text", text),
        Kind::StatementTwice(id) => page.t1("import-problem-statement-twice", "id", id),
    };
    format!("{place}: {what}")
}

fn remedy(page: &Page, wanted: Wanted) -> String {
    page.t(match wanted {
        Wanted::Time => "import-problem-write-time",
        Wanted::Vote => "import-problem-write-vote",
        Wanted::Moderation => "import-problem-write-moderation",
    })
}
