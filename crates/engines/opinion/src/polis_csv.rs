//! Reads a Polis export: `votes.csv` and, beside it, `comments.csv` and `participants-votes.csv`.
//!
//! Columns are found by their names in the header row; other columns are ignored. A byte-order mark, CRLF line ends and
//! quoted fields are accepted. The vote in force is the one with the latest timestamp; where votes by the same person on the
//! same statement have the same latest timestamp, [`Choice::reconcile`] settles it (different choices count as *pass*), so
//! the order of the rows never matters. The counts of agrees and disagrees in `comments.csv` are known to be unreliable and
//! are not read.

mod problem;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::conversation::{Choice, Conversation, Statement, Vote, compare_ids};

pub use problem::{ImportError, Kind, Problem, Wanted};

/// After this many problems reading stops.
pub const MOST_PROBLEMS: usize = 20;

const VOTES: &str = "votes.csv";
const COMMENTS: &str = "comments.csv";
const PARTICIPANTS: &str = "participants-votes.csv";

/// The files of an export as text in memory.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExportText<'a> {
    /// `votes.csv`: columns `timestamp` (whole number), `comment-id`, `voter-id`, `vote` (1, 0, −1).
    pub votes: &'a str,
    /// `comments.csv`, if there is one: columns `comment-id`, `moderated` (1, 0, −1), `comment-body`, optionally `is-meta`.
    pub comments: Option<&'a str>,
}

/// Reads an export from memory.
///
/// # Errors
/// Up to [`MOST_PROBLEMS`] problems, each with file, line and column.
pub fn read_text(export: ExportText<'_>) -> Result<Conversation, ImportError> {
    let mut problems = Vec::new();
    let statements = export.comments.map(|text| comments(text, &mut problems)).unwrap_or_default();
    let votes = votes(export.votes, &mut problems);
    if !problems.is_empty() {
        problems.truncate(MOST_PROBLEMS);
        return Err(ImportError { problems });
    }
    let mut all: BTreeMap<String, Statement> = statements;
    for vote in &votes {
        if !all.contains_key(&vote.statement) {
            let id = vote.statement.clone();
            all.insert(id.clone(), Statement { id, text: String::new(), moderated_out: false });
        }
    }
    let mut statements: Vec<Statement> = all.into_values().collect();
    statements.sort_by(|a, b| compare_ids(&a.id, &b.id));
    Ok(Conversation { statements, votes })
}

/// Reads an export from a folder with `votes.csv` and perhaps `comments.csv`.
///
/// # Errors
/// As [`read_text`], and a problem without a line if a file cannot be read or is not UTF-8.
pub fn read_dir(folder: &Path) -> Result<Conversation, ImportError> {
    let votes = read_file(folder, VOTES, true);
    let comments = read_file(folder, COMMENTS, false);
    match (votes, comments) {
        (Ok(votes), Ok(comments)) => read_text(ExportText { votes: votes.as_deref().unwrap_or_default(), comments: comments.as_deref() }),
        (votes, comments) => Err(ImportError { problems: [votes.err(), comments.err()].into_iter().flatten().collect() }),
    }
}

/// The groups Polis itself published: participant → group id, `None` where Polis gave no group. Reads the text of
/// `participants-votes.csv`: columns `participant` and `group-id`.
///
/// # Errors
/// Up to [`MOST_PROBLEMS`] problems, each with file, line and column.
pub fn published_groups(text: &str) -> Result<BTreeMap<String, Option<String>>, ImportError> {
    let mut problems = Vec::new();
    let mut groups = BTreeMap::new();
    for_each_row(PARTICIPANTS, text, &["participant", "group-id"], &[], &mut problems, |row, problems| {
        if let Some(participant) = row.id(0, problems) {
            let group = row.field(1);
            groups.insert(participant.to_owned(), (!group.is_empty()).then(|| group.to_owned()));
        }
    });
    if problems.is_empty() { Ok(groups) } else { Err(ImportError { problems }) }
}

/// [`published_groups`] from the file in a folder; `None` if there is no such file.
///
/// # Errors
/// As [`published_groups`] and [`read_dir`].
pub fn published_groups_in(folder: &Path) -> Result<Option<BTreeMap<String, Option<String>>>, ImportError> {
    match read_file(folder, PARTICIPANTS, false) {
        Ok(Some(text)) => published_groups(&text).map(Some),
        Ok(None) => Ok(None),
        Err(problem) => Err(ImportError { problems: vec![problem] }),
    }
}

fn read_file(folder: &Path, name: &str, required: bool) -> Result<Option<String>, Problem> {
    let path = folder.join(name);
    let problem = |kind| Problem { file: path.display().to_string(), line: None, column: None, kind };
    match std::fs::read(&path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Problem { line: Some(1 + before.iter().filter(|byte| **byte == b'\n').count() as u64), ..problem(Kind::NotUtf8) }
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !required => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(problem(Kind::NoFile)),
        Err(error) => Err(problem(Kind::NoAccess(error.to_string()))),
    }
}

/// One row of `votes.csv`, with numbers in place of ids.
struct Cast {
    participant: usize,
    statement: usize,
    time: i64,
    choice: Choice,
}

fn votes(text: &str, problems: &mut Vec<Problem>) -> Vec<Vote> {
    let mut participants = Ids::default();
    let mut statements = Ids::default();
    let mut cast: Vec<Cast> = Vec::new();
    let names = ["timestamp", "comment-id", "voter-id", "vote"];
    for_each_row(VOTES, text, &names, &[], problems, |row, problems| {
        let time = row.number(0, Wanted::Time, problems, Some);
        let statement = row.id(1, problems).map(|id| statements.number(id));
        let participant = row.id(2, problems).map(|id| participants.number(id));
        let choice = row.number(3, Wanted::Vote, problems, Choice::from_value);
        if let (Some(time), Some(statement), Some(participant), Some(choice)) = (time, statement, participant, choice) {
            cast.push(Cast { participant, statement, time, choice });
        }
    });
    let participant_rank = participants.ranks();
    let statement_rank = statements.ranks();
    cast.sort_by_key(|vote| (participant_rank[vote.participant], statement_rank[vote.statement], vote.time));
    let mut votes: Vec<Vote> = Vec::with_capacity(cast.len());
    for same in cast.chunk_by(|a, b| (a.participant, a.statement) == (b.participant, b.statement)) {
        // Sorted by time: the last row is the latest, and those at the same time are right before it.
        let Some(latest) = same.last() else { continue };
        let at_once = same.iter().rev().take_while(|vote| vote.time == latest.time);
        votes.push(Vote {
            participant: participants.names[latest.participant].clone(),
            statement: statements.names[latest.statement].clone(),
            choice: at_once.fold(latest.choice, |choice, vote| choice.reconcile(vote.choice)),
        });
    }
    votes
}

/// Ids in the order in which they were first seen. The hash map is only looked up, never walked.
#[derive(Default)]
struct Ids {
    names: Vec<String>,
    number_of: HashMap<String, usize>,
}

impl Ids {
    fn number(&mut self, id: &str) -> usize {
        if let Some(number) = self.number_of.get(id) {
            return *number;
        }
        self.number_of.insert(id.to_owned(), self.names.len());
        self.names.push(id.to_owned());
        self.names.len() - 1
    }

    /// The place of each id in the canonical order.
    fn ranks(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_by(|a, b| compare_ids(&self.names[*a], &self.names[*b]));
        let mut ranks = vec![0; order.len()];
        order.into_iter().enumerate().for_each(|(rank, number)| ranks[number] = rank);
        ranks
    }
}

fn comments(text: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, Statement> {
    let mut statements: BTreeMap<String, Statement> = BTreeMap::new();
    let names = ["comment-id", "moderated", "comment-body"];
    for_each_row(COMMENTS, text, &names, &["is-meta"], problems, |row, problems| {
        let id = row.id(0, problems);
        let moderated = row.number(1, Wanted::Moderation, problems, |number| (-1..=1).contains(&number).then_some(number));
        let meta = match row.field(3).to_ascii_lowercase().as_str() {
            "" | "false" | "0" | "f" => Some(false),
            "true" | "1" | "t" => Some(true),
            other => {
                problems.push(row.problem(3, Kind::NotYesOrNo(shown(other))));
                None
            }
        };
        let (Some(id), Some(moderated), Some(meta)) = (id, moderated, meta) else {
            return;
        };
        if statements.contains_key(id) {
            problems.push(row.problem(0, Kind::StatementTwice(shown(id))));
            return;
        }
        let text = row.field(2).to_owned();
        statements.insert(id.to_owned(), Statement { id: id.to_owned(), text, moderated_out: moderated == -1 || meta });
    });
    statements
}

/// A row with the fields asked for, in the order asked for.
struct Row<'a> {
    file: &'static str,
    line: u64,
    names: &'a [&'static str],
    fields: Vec<&'a str>,
}

impl Row<'_> {
    fn field(&self, index: usize) -> &str {
        self.fields[index].trim()
    }

    fn problem(&self, index: usize, kind: Kind) -> Problem {
        Problem { file: self.file.to_owned(), line: Some(self.line), column: Some(self.names[index].to_owned()), kind }
    }

    fn id(&self, index: usize, problems: &mut Vec<Problem>) -> Option<&str> {
        let id = self.field(index);
        if id.is_empty() {
            problems.push(self.problem(index, Kind::NoId));
            return None;
        }
        Some(id)
    }

    fn number<T>(&self, index: usize, wanted: Wanted, problems: &mut Vec<Problem>, accept: impl Fn(i64) -> Option<T>) -> Option<T> {
        let text = self.field(index);
        let number = text.parse::<i64>().ok().and_then(accept);
        if number.is_none() {
            let kind = if text.is_empty() { Kind::NoNumber(wanted) } else { Kind::Misfit(shown(text), wanted) };
            problems.push(self.problem(index, kind));
        }
        number
    }
}

/// Calls `each` with every row. `required` columns must be in the header; `optional` ones are empty where they are not.
fn for_each_row(
    file: &'static str,
    text: &str,
    required: &[&'static str],
    optional: &[&'static str],
    problems: &mut Vec<Problem>,
    mut each: impl FnMut(&Row<'_>, &mut Vec<Problem>),
) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let before = problems.len();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let problem = |line: Option<u64>, column: Option<&str>, kind: Kind| Problem { file: file.to_owned(), line, column: column.map(str::to_owned), kind };
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return problems.push(problem(Some(1), None, Kind::BadHeader(error.to_string()))),
    };
    let place = |name: &str| header.iter().position(|title| title.trim().eq_ignore_ascii_case(name));
    for name in required {
        if place(name).is_none() {
            problems.push(problem(Some(1), Some(name), Kind::NoColumn(name)));
        }
        if header.iter().filter(|title| title.trim().eq_ignore_ascii_case(name)).count() > 1 {
            problems.push(problem(Some(1), Some(name), Kind::ColumnTwice));
        }
    }
    if problems.len() > before {
        return;
    }
    let names: Vec<&'static str> = required.iter().chain(optional).copied().collect();
    let places: Vec<Option<usize>> = names.iter().map(|name| place(name)).collect();
    let needed = places.iter().flatten().max().copied().unwrap_or(0);
    let mut record = csv::StringRecord::new();
    loop {
        if problems.len() >= before + MOST_PROBLEMS {
            return;
        }
        match reader.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {}
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                return problems.push(problem(line, None, Kind::BadLine(error.to_string())));
            }
        }
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() <= needed {
            problems.push(problem(Some(line), None, Kind::FewFields { fields: record.len(), columns: header.len() }));
            continue;
        }
        let fields = places.iter().map(|place| place.and_then(|place| record.get(place)).unwrap_or_default()).collect();
        each(&Row { file, line, names: &names, fields }, problems);
    }
}

/// At most thirty letters of what somebody wrote, on one line.
fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(30).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
