//! Reading a pasted list of people, and counting a team.

use std::collections::BTreeSet;

use samskab_platform::access::{ROLES, Role};
use samskab_platform::space::TeamMember;

/// The answer of an invitation that was said yes to.
pub(crate) const ACCEPTED: &str = "accepted";
/// The answer of an invitation that was said no to.
pub(crate) const DECLINED: &str = "declined";
/// The answer of an invitation that was taken back.
pub(crate) const WITHDRAWN: &str = "withdrawn";

/// The longest name taken.
pub(crate) const NAME_MAX: usize = 80;

/// Somebody in a pasted list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitee {
    /// Counted from 1.
    pub(crate) line: usize,
    pub(crate) name: String,
    /// Lower case.
    pub(crate) email: String,
}

/// A line of a pasted list that is not right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrongLine {
    /// Counted from 1.
    pub(crate) line: usize,
    /// What is wrong, as a word key.
    pub(crate) word: &'static str,
    /// The part of the line that is wrong.
    pub(crate) text: String,
}

/// Reads people, one a line: `Navn, mail`, `Navn <mail>`, or the two apart by a tab, a semicolon or a space, in either
/// order. Every line that is not blank is read or reported. `is_address` says what an e-mail address looks like.
pub(crate) fn read_lines(text: &str, is_address: impl Fn(&str) -> bool) -> (Vec<Invitee>, Vec<WrongLine>) {
    let (mut people, mut wrong, mut seen) = (vec![], vec![], BTreeSet::new());
    for (line, content) in (1..).zip(text.lines()) {
        if tidy(content).is_empty() {
            continue;
        }
        let (name, email) = split(content);
        let (name, email) = (tidy(name.trim_matches('"')), tidy(email).to_lowercase());
        let found = if email.is_empty() {
            Some(("team-line-no-email", name.clone()))
        } else if !is_address(&email) {
            Some(("team-line-email", email.clone()))
        } else if name.is_empty() {
            Some(("team-line-no-name", email.clone()))
        } else if name.chars().count() > NAME_MAX {
            Some(("team-line-long-name", name.clone()))
        } else if !seen.insert(email.clone()) {
            Some(("team-line-twice", email.clone()))
        } else {
            None
        };
        match found {
            Some((word, text)) => wrong.push(WrongLine { line, word, text }),
            None => people.push(Invitee { line, name, email }),
        }
    }
    (people, wrong)
}

/// One line as name and e-mail address; the address is empty where nothing looks like one.
fn split(line: &str) -> (&str, &str) {
    const SIGNS: [char; 4] = [',', ';', '\t', ' '];
    let line = line.trim_matches(|c: char| c.is_whitespace() || c == ',' || c == ';');
    if let Some((name, email)) = line.strip_suffix('>').and_then(|l| l.rsplit_once('<')) {
        return (name.trim_end_matches([' ', ',', ';', '\t']), email);
    }
    // The part with the at sign is the address, wherever it stands; the rest is the name.
    for sign in SIGNS {
        match (line.rsplit_once(sign), line.split_once(sign)) {
            (Some((name, email)), _) if email.contains('@') => return (name.trim_end_matches(SIGNS), email),
            (_, Some((email, name))) if email.contains('@') && !name.contains('@') => return (name, email),
            _ => {}
        }
    }
    if line.contains('@') { ("", line) } else { (line, "") }
}

/// A text on one line: no control characters, one space between words.
pub(crate) fn tidy(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text looks like the token of an invitation's link: 64 lower-case hex digits.
pub(crate) fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The team by role, in the order given; roles outside it come last, roles nobody has are left out.
pub(crate) fn groups<'a>(team: &'a [TeamMember], order: &[Role]) -> Vec<(Role, Vec<&'a TeamMember>)> {
    let others = ROLES.into_iter().filter(|r| !order.contains(r));
    order
        .iter()
        .copied()
        .chain(others)
        .map(|role| (role, team.iter().filter(|m| m.role == role).collect::<Vec<_>>()))
        .filter(|(_, members)| !members.is_empty())
        .collect()
}

/// How many people a team has. Nobody is counted twice.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// Everyone.
    pub(crate) all: usize,
    /// Members and chairs who are not politicians.
    pub(crate) citizens: usize,
    /// Politicians and those who answer for the council.
    pub(crate) politicians: usize,
    /// Nobody but the secretary.
    pub(crate) alone: bool,
}

/// Counts a team.
pub(crate) fn count(team: &[TeamMember]) -> Count {
    let having = |roles: &[Role]| team.iter().filter(|m| roles.contains(&m.role)).map(|m| m.id).collect::<BTreeSet<_>>();
    let politicians = having(&[Role::Politician]);
    let citizens = having(&[Role::Member, Role::Chair]).difference(&politicians).count();
    Count { all: having(&ROLES).len(), citizens, politicians: politicians.len(), alone: team.iter().all(|m| m.role == Role::Secretary) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn is_address(text: &str) -> bool {
        text.split_once('@').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && !b.contains('@') && !text.contains(['<', '>', ' ', ',', ';', '"']))
    }

    fn one(line: &str) -> (String, String) {
        let (people, wrong) = read_lines(line, is_address);
        assert!(wrong.is_empty() && people.len() == 1, "{line}: {people:?} {wrong:?}");
        (people[0].name.clone(), people[0].email.clone())
    }

    #[test]
    fn a_person_is_read_however_the_line_is_written() {
        for line in [
            "Ida Hansen, ida@eksempel.dk",
            "Ida Hansen <Ida@eksempel.dk>",
            "\"Ida Hansen\" <ida@eksempel.dk>,",
            "Ida  Hansen\tida@eksempel.dk",
            "  Ida Hansen ; IDA@EKSEMPEL.DK ; ",
            "ida@eksempel.dk; Ida Hansen",
            "Ida Hansen ida@eksempel.dk\r",
        ] {
            assert_eq!(one(line), ("Ida Hansen".to_owned(), "ida@eksempel.dk".to_owned()), "{line}");
        }
        assert_eq!(one("Hansen, Ida, ida@eksempel.dk").0, "Hansen, Ida");
    }

    #[test]
    fn a_wrong_line_is_named_by_its_number() {
        let long = "a".repeat(NAME_MAX + 1);
        let text = format!("\nIda, ida@x.dk\n\nBo\nbo@x.dk\nEva, eva@@x.dk\nAnden Ida, IDA@x.dk\n{long}, a@x.dk\n");
        let (people, wrong) = read_lines(&text, is_address);
        assert_eq!(people.iter().map(|p| p.line).collect::<Vec<_>>(), [2]);
        assert_eq!(
            wrong.iter().map(|w| (w.line, w.word)).collect::<Vec<_>>(),
            [(4, "team-line-no-email"), (5, "team-line-no-name"), (6, "team-line-email"), (7, "team-line-twice"), (8, "team-line-long-name")]
        );
    }

    #[test]
    fn nobody_is_counted_twice() {
        let member = |n: u128, role| TeamMember {
            id: Uuid::from_u128(n),
            name: String::new(),
            role,
            organisation: None,
            title: None,
            since: chrono::DateTime::UNIX_EPOCH,
        };
        let team = [member(1, Role::Secretary), member(2, Role::Chair), member(2, Role::Politician), member(3, Role::Member), member(3, Role::Facilitator)];
        assert_eq!(count(&team), Count { all: 3, citizens: 1, politicians: 1, alone: false });
        assert!(count(&team[..1]).alone);
        let roles: Vec<Role> = groups(&team, &[Role::Member, Role::Secretary]).iter().map(|g| g.0).collect();
        assert_eq!(roles, [Role::Member, Role::Secretary, Role::Facilitator, Role::Chair, Role::Politician]);
    }

    proptest! {
        #[test]
        fn every_line_is_read_or_reported(text in "([aÆ1@.<>,;\"\t\r\n ]|\\PC){0,120}") {
            let (people, wrong) = read_lines(&text, is_address);
            let mut lines: Vec<usize> = people.iter().map(|p| p.line).chain(wrong.iter().map(|w| w.line)).collect();
            lines.sort_unstable();
            let expected: Vec<usize> = (1..).zip(text.lines()).filter(|(_, l)| !tidy(l).is_empty()).map(|(n, _)| n).collect();
            prop_assert_eq!(lines, expected);
            for p in &people {
                prop_assert!(is_address(&p.email) && !p.name.is_empty() && tidy(&p.name) == p.name);
            }
        }

        #[test]
        fn a_list_that_is_right_is_read_as_it_was_written(names in prop::collection::vec("[A-ZÆØÅ][a-zæøå]{1,8}( [A-Z][a-z]{1,8})?", 0..20), sign in "(, |;|\t| )") {
            let text: Vec<String> = names.iter().enumerate().map(|(i, name)| format!("{name}{sign}p{i}@x.dk")).collect();
            let (people, wrong) = read_lines(&text.join("\n"), is_address);
            prop_assert_eq!(wrong, vec![]);
            prop_assert_eq!(people.into_iter().map(|p| p.name).collect::<Vec<_>>(), names);
        }
    }
}
