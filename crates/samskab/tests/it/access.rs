//! Who may do what: the code and docs/access.md say the same in every cell.

use std::fmt::Write;
use std::path::Path;

use samskab_platform::access::{ROLES, Role, Standing, Visibility, may, may_see};

fn standings() -> Vec<(String, Standing)> {
    let outside = [("stranger".to_owned(), Standing::Stranger), ("signed in".to_owned(), Standing::SignedIn)];
    outside.into_iter().chain(ROLES.into_iter().chain([Role::Helper]).map(|r| (r.key().to_owned(), Standing::Holds(r)))).collect()
}

/// The four visibilities in which the act is allowed, as one cell: `P R M S`, or a dash.
fn cell(allowed: impl Fn(Visibility) -> bool) -> String {
    let letters: Vec<&str> = Visibility::ALL.into_iter().zip(["P", "R", "M", "S"]).filter(|(v, _)| allowed(*v)).map(|(_, letter)| letter).collect();
    if letters.is_empty() { "–".to_owned() } else { letters.join(" ") }
}

fn table() -> String {
    let mut out = String::from(
        "# Who may do what\n\nEvery act, every role, every visibility. A cell names the visibilities in which the act is allowed: **P**ublic, **R**egistered,\n**M**embers, **S**ealed; – means never. Roles are those somebody has *in the space*; making a space happens in the municipality's own space,\nwhere roles are municipal. Some acts ask for more than the role: reporting on a commitment is for its own doer and counterpart. Accepting\nand declining an invitation, and the program's own work, are opened by a token and are in nobody's row.\n\nThis page is compared with the code by a test; `UPDATE_DOCS=1 cargo nextest run -p samskab access` writes it anew.\n\n",
    );
    let heads: Vec<String> = standings().into_iter().map(|(name, _)| name).collect();
    writeln!(out, "| act | {} |\n|---|{}", heads.join(" | "), "---|".repeat(heads.len())).unwrap();
    let seen: Vec<String> = standings().iter().map(|(_, s)| cell(|v| may_see(*s, v))).collect();
    writeln!(out, "| *see the space* | {} |", seen.join(" | ")).unwrap();
    for act in samskab::acts() {
        let cells: Vec<String> = standings().iter().map(|(_, s)| cell(|v| may(*s, act, v))).collect();
        writeln!(out, "| `{}` | {} |", act.name, cells.join(" | ")).unwrap();
    }
    out
}

#[test]
fn every_role_act_and_visibility_is_as_the_table_in_the_docs_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, table()).unwrap();
    }
    let docs = std::fs::read_to_string(&file).expect("docs/access.md is there");
    let rows: Vec<Vec<String>> = docs
        .lines()
        .filter(|l| l.starts_with("| `"))
        .map(|l| l.trim_matches('|').split(" | ").map(|c| c.trim_matches([' ', '|', '`']).to_owned()).collect())
        .collect();
    let mut cells = 0;
    for act in samskab::acts() {
        let row = rows.iter().find(|r| r[0] == act.name).unwrap_or_else(|| panic!("docs/access.md has no row for {}", act.name));
        for ((name, standing), cell) in standings().into_iter().zip(&row[1..]) {
            for (visibility, letter) in Visibility::ALL.into_iter().zip(["P", "R", "M", "S"]) {
                let documented = cell.split(' ').any(|l| l == letter);
                assert_eq!(may(standing, act, visibility), documented, "{} by {name} in a {} space", act.name, visibility.key());
                cells += 1;
            }
        }
    }
    assert_eq!(rows.len(), samskab::acts().len(), "docs/access.md has rows for acts that are gone");
    assert_eq!(cells, samskab::acts().len() * standings().len() * 4);
}

#[test]
fn nobody_but_a_helper_may_act_where_they_may_not_see() {
    for (_, standing) in standings().into_iter().filter(|(_, s)| *s != Standing::Holds(Role::Helper)) {
        for act in samskab::acts() {
            for visibility in Visibility::ALL {
                assert!(!may(standing, act, visibility) || may_see(standing, visibility), "{} {}", act.name, visibility.key());
            }
        }
    }
}
