//! Reading many tasks at once from pasted lines: a task each line, its parts between semicolons or tabs, as spreadsheets copy them.

use std::collections::BTreeSet;

use samskab_platform::person::Choice;
use uuid::Uuid;

use crate::model::{AREA, Per, TITLE, read_minutes, read_often};
use crate::store::Details;

/// So many lines are read at once.
pub(crate) const LINES: usize = 200;

/// Words that say no more than a tick does.
const TICKED: [&str; 7] = ["nøgle", "oplæring", "attest", "bevis", "key", "training", "certificate"];

/// A line, and what was read from it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) title: String,
    /// What it is, or the word of what is wrong and the text it is about.
    pub(crate) read: Result<Details, (&'static str, String)>,
}

/// Reads lines. `people` can be named as who has a task; `there` are the titles of those laid out already.
pub(crate) fn read(text: &str, people: &[Choice], there: &BTreeSet<String>) -> Vec<Line> {
    let mut met = there.clone();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).filter(|(n, line)| *n > 0 || !is_heading(line));
    lines
        .take(LINES + 1)
        .map(|(n, line)| {
            let cells = cells(line);
            let title = cells.first().map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
            let read =
                task(&title, &cells, people).and_then(|d| if met.insert(title.to_lowercase()) { Ok(d) } else { Err(("handover-bad-twice", title.clone())) });
            Line { number: n + 1, title, read }
        })
        .collect()
}

fn is_heading(line: &str) -> bool {
    let first = cells(line).first().map(|c| c.to_lowercase()).unwrap_or_default();
    ["opgave", "task", "titel", "title"].contains(&first.as_str())
}

/// The cells of a line: between tabs where there are any, else between semicolons. A cell may stand in quotation marks.
fn cells(line: &str) -> Vec<String> {
    let sign = if line.contains('\t') { '\t' } else { ';' };
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        let Some(cell) = cells.last_mut() else { break };
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            c if c == sign && !quoted => cells.push(String::new()),
            c if c.is_control() => {}
            c => cell.push(c),
        }
    }
    cells.iter().map(|c| samskab_platform::csv_safe::plain(c.trim()).to_owned()).collect()
}

/// Title, area, how often, how long, who has it today, what it needs.
fn task(title: &str, cells: &[String], people: &[Choice]) -> Result<Details, (&'static str, String)> {
    let cell = |i: usize| cells.get(i).map_or("", String::as_str);
    if title.is_empty() {
        return Err(("handover-bad-title", String::new()));
    }
    if title.chars().count() > TITLE || cell(1).chars().count() > AREA || cell(5).chars().count() > 300 {
        return Err(("handover-bad-long", String::new()));
    }
    if cells.len() > 6 {
        return Err(("handover-bad-cells", cells.len().to_string()));
    }
    let (times, per): (i64, Per) = read_often(cell(2)).ok_or_else(|| ("handover-bad-often", cell(2).to_owned()))?;
    let minutes = read_minutes(cell(3)).ok_or_else(|| ("handover-bad-length", cell(3).to_owned()))?;
    let holder = match cell(4) {
        "" | "-" | "–" => None,
        name => Some(named(name, people).ok_or_else(|| ("handover-bad-holder", name.to_owned()))?),
    };
    let lower = cell(5).to_lowercase();
    let has = |stems: &[&str]| stems.iter().any(|s| lower.contains(s));
    // Bare words for what has a tick of its own are not said twice.
    let ticked = |word: &str| TICKED.contains(&word.to_lowercase().as_str());
    let said_all = lower.split([',', '/', ' ']).filter(|w| !w.is_empty()).all(|w| ticked(w) || ["og", "and"].contains(&w));
    let needs = if said_all { String::new() } else { cell(5).to_owned() };
    Ok(Details {
        title: title.to_owned(),
        area: cell(1).to_owned(),
        times,
        per,
        minutes,
        needs_key: has(&["nøgle", "key"]),
        needs_skill: has(&["oplæring", "kursus", "øvelse", "training", "course"]),
        needs_certificate: has(&["attest", "bevis", "certifikat", "certificate"]),
        needs,
        holder,
        by_on: None,
        guide: String::new(),
        contact: String::new(),
    })
}

/// The one person of this name, or of this first name.
fn named(name: &str, people: &[Choice]) -> Option<Uuid> {
    let name = name.to_lowercase();
    let one = |fits: &dyn Fn(&str) -> bool| {
        let mut found = people.iter().filter(|p| fits(&p.1.to_lowercase()));
        found.next().map(|p| p.0).filter(|_| found.next().is_none())
    };
    one(&|n| n == name).or_else(|| one(&|n| n.split(' ').next() == Some(name.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn people() -> Vec<Choice> {
        vec![
            (Uuid::from_u128(1), "Rikke Holm".into(), None, None),
            (Uuid::from_u128(2), "Jens Friis".into(), None, None),
            (Uuid::from_u128(3), "Jens Bo".into(), None, None),
        ]
    }

    fn one(line: &str) -> Result<Details, (&'static str, String)> {
        read(line, &people(), &BTreeSet::new()).remove(0).read
    }

    #[test]
    fn a_line_is_a_task_whether_typed_or_copied_from_a_sheet() {
        let typed = one("Lukke huset; Huset; hver dag; 20 min; Rikke; Nøgle og oplæring").unwrap_or_else(|e| panic!("{e:?}"));
        let copied = one("Lukke huset\tHuset\thver dag\t20\tRikke Holm\tNøgle og oplæring").unwrap_or_else(|e| panic!("{e:?}"));
        for d in [typed, copied] {
            assert_eq!((d.title.as_str(), d.area.as_str(), d.times, d.per, d.minutes), ("Lukke huset", "Huset", 1, Per::Day, 20));
            assert_eq!((d.holder, d.needs_key, d.needs_skill, d.needs_certificate), (Some(Uuid::from_u128(1)), true, true, false));
        }
        let quoted = one("\"Kaffe; te\"; ; 2 gange om dagen; 15").unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!((quoted.title.as_str(), quoted.holder), ("Kaffe; te", None));
    }

    #[test]
    fn what_is_wrong_is_said_of_its_own_line() {
        let bad = |line: &str| one(line).err().map(|e| e.0);
        assert_eq!(bad("; ; hver dag; 10"), Some("handover-bad-title"));
        assert_eq!(bad("Lukke; ; tit; 10"), Some("handover-bad-often"));
        assert_eq!(bad("Lukke; ; hver dag; længe"), Some("handover-bad-length"));
        assert_eq!(bad("Lukke; ; hver dag; 10; Bo"), Some("handover-bad-holder"));
        assert_eq!(bad("Lukke; ; hver dag; 10; Jens"), Some("handover-bad-holder"), "two have that name");
        assert_eq!(bad("Lukke; ; hver dag; 10; ; ; mere"), Some("handover-bad-cells"));
        let lines = read("Opgave; Område; Hvor tit; Hvor længe\nLukke; ; hver dag; 10\n\nlukke; ; hver dag; 10", &people(), &BTreeSet::new());
        assert_eq!(lines.len(), 2, "the heading and the empty line are no tasks");
        assert!(lines[0].read.is_ok());
        assert_eq!((lines[1].number, lines[1].read.as_ref().err().map(|e| e.0)), (4, Some("handover-bad-twice")));
    }

    proptest! {
        #[test]
        fn any_text_gives_at_most_as_many_lines_as_it_has(text in "(.|\n|;|\t|\"){0,200}") {
            prop_assert!(read(&text, &people(), &BTreeSet::new()).len() <= text.lines().count());
        }
    }
}
