//! What can be wrong with an export: as values for a program to word, and in English for the command line.

use std::fmt;

use thiserror::Error;

/// One thing wrong with an export. Its text is one line: where, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}: {kind}", self.place())]
pub struct Problem {
    /// Name of the file, as `votes.csv`, or the path of a folder that cannot be read.
    pub file: String,
    /// Line in the file, from 1 for the header row; `None` if it is the file as a whole.
    pub line: Option<u64>,
    /// Name of the column; `None` if it is the whole line.
    pub column: Option<String>,
    /// What is wrong, and so what to do about it.
    pub kind: Kind,
}

/// What is wrong; where it holds a text somebody wrote, that is on one line and cut short. Shown in English: what; remedy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Kind {
    /// A file that must be there is not.
    #[error("there is no such file; give the folder that holds votes.csv from a Polis export")]
    NoFile,
    /// The file cannot be opened, with what the system says about it.
    #[error("cannot be read ({0}); check the name and the permissions")]
    NoAccess(String),
    /// The file is not UTF-8.
    #[error("the text is not UTF-8; save the file as UTF-8 and try again")]
    NotUtf8,
    /// The header row is not comma-separated text, with what the reader says about it.
    #[error("the header row cannot be read ({0}); save the file as comma-separated UTF-8 text")]
    BadHeader(String),
    /// The line is not comma-separated text, with what the reader says about it.
    #[error("the line cannot be read ({0}); save the file as comma-separated UTF-8 text")]
    BadLine(String),
    /// The column with this title is not in the header row.
    #[error("there is no such column; add a column with the title {0} in the first line")]
    NoColumn(&'static str),
    /// Two columns have the title that [`Problem::column`] names.
    #[error("there are two columns with this title; remove one of them")]
    ColumnTwice,
    /// The line ends before the last column that is read.
    #[error("the line has {fields} of {columns} fields; complete the line or remove it")]
    #[allow(missing_docs)]
    FewFields { fields: usize, columns: usize },
    /// There is no id.
    #[error("there is no id; fill in the id or remove the line")]
    NoId,
    /// There is nothing where a number is wanted.
    #[error("there is no number; write {0}")]
    NoNumber(Wanted),
    /// What is there is not a number, or not one of those wanted.
    #[error("\"{0}\" does not fit; write {1}")]
    Misfit(String, Wanted),
    /// What is there is neither yes nor no.
    #[error("\"{0}\" is not a yes or no; write true or false")]
    NotYesOrNo(String),
    /// The statement with this id is there twice.
    #[error("statement {0} is listed twice; keep one of the two lines")]
    StatementTwice(String),
}

/// Which numbers a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A time in milliseconds.
    Time,
    /// 1, 0 or −1 for agree, pass or disagree.
    Vote,
    /// 1, 0 or −1 for accepted, not judged or moderated out.
    Moderation,
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Time => "a whole number of milliseconds",
            Self::Vote => "1 (agree), 0 (pass) or -1 (disagree)",
            Self::Moderation => "1 (accepted), 0 (not judged) or -1 (moderated out)",
        })
    }
}

impl Problem {
    fn place(&self) -> String {
        let mut place = self.file.clone();
        if let Some(line) = self.line {
            place.push_str(&format!(", line {line}"));
        }
        if let Some(column) = &self.column {
            place.push_str(&format!(", column {column}"));
        }
        place
    }
}

/// Everything found wrong with an export, in the order of the files, at most [`MOST_PROBLEMS`](super::MOST_PROBLEMS); never empty.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.lines())]
pub struct ImportError {
    /// The problems.
    pub problems: Vec<Problem>,
}

impl ImportError {
    fn lines(&self) -> String {
        self.problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
    }
}
