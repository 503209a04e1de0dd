//! Reading Polis exports: what is accepted, and what is said about the rest.
#![allow(clippy::unwrap_used)]

use samskab_opinion::Choice;
use samskab_opinion::polis_csv::{ExportText, ImportError, Kind, MOST_PROBLEMS, Wanted, published_groups, read_dir, read_text};

const HEADER: &str = "timestamp,comment-id,voter-id,vote\n";

fn votes(rows: &str) -> Result<samskab_opinion::Conversation, ImportError> {
    read_text(ExportText { votes: &format!("{HEADER}{rows}"), comments: None })
}

fn message(result: Result<samskab_opinion::Conversation, ImportError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn columns_are_found_by_name_and_the_latest_vote_counts() {
    let text = "\u{feff}vote,extra,voter-id,Timestamp,comment-id\r\n1,x,7,200,3\r\n-1,x,7,100,3\r\n0,\"a,\nb\",8,5,10\r\n";
    let comments = "comment-id,moderated,comment-body,is-meta\r\n3,1,\"Hej, \"\"du\"\"\",false\r\n4,-1,Ud,\r\n5,0,Om os,true\r\n";
    let conversation = read_text(ExportText { votes: text, comments: Some(comments) }).unwrap();
    let short: Vec<_> = conversation.votes.iter().map(|vote| (&*vote.participant, &*vote.statement, vote.choice)).collect();
    assert_eq!(short, [("7", "3", Choice::Agree), ("8", "10", Choice::Pass)]);
    let short: Vec<_> = conversation.statements.iter().map(|one| (&*one.id, &*one.text, one.moderated_out)).collect();
    assert_eq!(short, [("3", "Hej, \"du\"", false), ("4", "Ud", true), ("5", "Om os", true), ("10", "", false)]);
}

#[test]
fn votes_at_the_same_time_do_not_depend_on_their_order() {
    for rows in ["9,1,1,1\n9,1,1,-1\n8,1,1,-1\n", "8,1,1,-1\n9,1,1,-1\n9,1,1,1\n", "9,1,1,-1\n8,1,1,-1\n9,1,1,1\n"] {
        assert_eq!(votes(rows).unwrap().votes[0].choice, Choice::Pass);
    }
    assert_eq!(votes("9,1,1,-1\n9,1,1,-1\n8,1,1,1\n").unwrap().votes[0].choice, Choice::Disagree);
}

#[test]
fn a_problem_says_where_what_and_what_to_do() {
    assert_eq!(message(votes("1,1,1,1\n2,1,1,2\n")), "votes.csv, line 3, column vote: \"2\" does not fit; write 1 (agree), 0 (pass) or -1 (disagree)");
    assert_eq!(message(votes("yesterday,1,1,1\n")), "votes.csv, line 2, column timestamp: \"yesterday\" does not fit; write a whole number of milliseconds");
    assert_eq!(message(votes("1,,1,1\n")), "votes.csv, line 2, column comment-id: there is no id; fill in the id or remove the line");
    assert_eq!(message(votes("1,1,1\n")), "votes.csv, line 2: the line has 3 of 4 fields; complete the line or remove it");
    assert_eq!(
        message(read_text(ExportText { votes: "timestamp,voter-id,vote\n", comments: None })),
        "votes.csv, line 1, column comment-id: there is no such column; add a column with the title comment-id in the first line"
    );
    assert!(message(read_text(ExportText { votes: "", comments: None })).starts_with("votes.csv, line 1, column timestamp"));
    let twice = ExportText { votes: HEADER, comments: Some("comment-id,moderated,comment-body\n1,1,a\n1,1,b\n") };
    assert_eq!(message(read_text(twice)), "comments.csv, line 3, column comment-id: statement 1 is listed twice; keep one of the two lines");
}

#[test]
fn a_problem_can_be_worded_by_somebody_else() {
    let kind = |rows: &str| votes(rows).unwrap_err().problems.remove(0).kind;
    assert_eq!(kind("1,1,1,perhaps\n"), Kind::Misfit("perhaps".into(), Wanted::Vote));
    assert_eq!(kind(",1,1,1\n"), Kind::NoNumber(Wanted::Time));
    assert_eq!(kind("1,1,1\n"), Kind::FewFields { fields: 3, columns: 4 });
    let error = read_text(ExportText { votes: "timestamp,voter-id,vote\n", comments: None }).unwrap_err();
    assert_eq!(error.problems[0].kind, Kind::NoColumn("comment-id"));
}

#[test]
fn problems_are_collected_but_not_without_end() {
    let error = votes(&"1,1,1,5\n".repeat(100)).unwrap_err();
    assert_eq!(error.problems.len(), MOST_PROBLEMS);
    assert_eq!(error.problems[4].line, Some(6));
    assert_eq!(error.problems[4].column.as_deref(), Some("vote"));
    assert_eq!(error.problems[4].file, "votes.csv");
    let error = votes("x,,1,1\n").unwrap_err();
    assert_eq!(error.problems.len(), 2);
}

#[test]
fn a_message_never_has_more_than_one_line_for_each_problem() {
    let error = votes("1,1,1,\"a\nb\"\n").unwrap_err();
    assert_eq!(error.to_string().lines().count(), 1);
}

#[test]
fn a_folder_without_votes_is_named() {
    let error = read_dir(std::path::Path::new("/nowhere/at/all")).unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all/votes.csv: there is no such file; give the folder"));
}

#[test]
fn published_groups_may_be_empty() {
    let groups = published_groups("participant,group-id,0\n1,0,1\n2,,\n").unwrap();
    assert_eq!(groups["1"].as_deref(), Some("0"));
    assert_eq!(groups["2"], None);
}

#[test]
fn a_quarter_of_a_million_rows_are_read_in_any_order() {
    let mut rows: Vec<String> = (0..250_000u64).map(|row| format!("{row},{},{},{}", row % 499, row * 7919 % 9973, (row % 3) as i64 - 1)).collect();
    let forwards = votes(&(rows.join("\n") + "\n")).unwrap();
    rows.reverse();
    assert!(votes(&(rows.join("\n") + "\n")).unwrap() == forwards);
}
