//! docs/settings.md, written from the code: doc comments, types and defaults of the settings.

use std::fmt::Write;

use serde_json::Value as Json;

use super::environment::variable;
use super::shape::{Entry, Shape, choices, kind};

const INTRODUCTION: &str = "# Settings

Samskab needs no settings to start. What there is comes from four places; a later one wins:

1. the defaults below;
2. a TOML file, given with `--config FILE` or the environment variable `SAMSKAB_CONFIG`;
3. environment variables: `SAMSKAB_` and the name in capitals, with two underscores between the name of a section and what is in it
   (`SAMSKAB_MAIL__HOST`), and the number of an entry where there can be several (`SAMSKAB_PROVIDER__0__KEY`). A list is written
   with commas, or as TOML;
4. the command line: `--listen`, `--data`, `--database`, `--base-url`.

`samskab config` prints the settings in force, and where each comes from. A name that is not a setting is an error with line and the
name that was probably meant. A secret can stand in a file of its own: the setting that ends in `_file` names it.

What the municipality chooses in the browser (look, labels, rules) is not here but in the database. How to run an installation is in
[operations.md](operations.md).

This page is written from the code by `samskab config --reference`; a test keeps it true.
";

/// The whole page.
#[must_use]
pub fn reference() -> String {
    let shape = Shape::of_settings();
    let mut out = INTRODUCTION.to_owned();
    section(&mut out, &shape, shape.root(), &[], "## At the top of the file", "", None);
    out
}

/// Where a section stands: its path, with `0` for the first entry of a list, its heading in TOML, and what it holds when it is
/// left out.
fn section(out: &mut String, shape: &Shape, of: &Json, path: &[String], heading: &str, about: &str, filled: Option<&Json>) {
    let (sections, plain): (Vec<Entry>, Vec<Entry>) = shape.entries(of).into_iter().partition(|e| inner(shape, e).is_some());
    let _ = write!(out, "\n{heading}\n\n");
    if !about.is_empty() {
        let _ = write!(out, "{about}\n\n");
    }
    if !plain.is_empty() {
        let _ = writeln!(out, "| Setting | What it can be | Default | Meaning |\n|---|---|---|---|");
        for entry in &plain {
            let _ = writeln!(out, "| `{}` | {} | {} | {} |", entry.name, what(shape, &entry.of), default(entry, filled), cell(&entry.about));
        }
        if let Some(first) = plain.first() {
            let _ = writeln!(out, "\nAs a variable: `{}` and so on.", variable(&[path, std::slice::from_ref(&first.name)].concat()));
        }
    }
    for entry in sections {
        let Some((of, many)) = inner(shape, &entry) else { continue };
        let named: Vec<&str> = path.iter().map(String::as_str).filter(|p| p.parse::<usize>().is_err()).chain([entry.name.as_str()]).collect();
        let heading = if many { format!("## `[[{}]]`", named.join(".")) } else { format!("## `[{}]`", named.join(".")) };
        let mut path = [path, std::slice::from_ref(&entry.name)].concat();
        if many {
            path.push("0".to_owned());
        }
        section(out, shape, &of, &path, &heading, &entry.about, entry.default.as_ref());
    }
}

/// The schema of a section, or of the entries of a list of sections.
fn inner(shape: &Shape, entry: &Entry) -> Option<(Json, bool)> {
    if entry.of.get("properties").is_some() {
        return Some((entry.of.clone(), false));
    }
    let items = shape.resolve(entry.of.get("items")?).clone();
    items.get("properties").is_some().then_some((items, true))
}

fn what(shape: &Shape, of: &Json) -> String {
    let words = choices(of);
    if !words.is_empty() {
        return words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    }
    match kind(of) {
        "integer" => "whole number".to_owned(),
        "number" => "number".to_owned(),
        "boolean" => "`true`, `false`".to_owned(),
        "array" => of.get("items").map_or_else(|| "list".to_owned(), |items| format!("list: {}", what(shape, shape.resolve(items)))),
        "object" => "names and values".to_owned(),
        _ => "text".to_owned(),
    }
}

fn default(entry: &Entry, filled: Option<&Json>) -> String {
    match entry.default.as_ref().or_else(|| filled?.get(&entry.name).filter(|d| !d.is_null())) {
        Some(Json::String(text)) if text.is_empty() => "empty".to_owned(),
        Some(Json::String(text)) => format!("`{text}`"),
        Some(Json::Array(list)) if list.is_empty() => "empty".to_owned(),
        Some(value) => format!("`{value}`"),
        None if entry.required => "must be given".to_owned(),
        None => "none".to_owned(),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
