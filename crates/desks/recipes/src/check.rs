//! Whether a recipe can be used: what is wrong, on which line, and what to do about it.

use std::collections::BTreeSet;

use samskab_platform::access::{OF_SEALED, ROLES, Role, Visibility};
use samskab_platform::recipe::{QUESTION_FIELDS, Recipe, Stage};
use samskab_platform::words::{Arg, Lang};
use samskab_platform::{App, Page};

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The line of the text, from 1.
    pub(crate) line: usize,
    /// The field of the form.
    pub(crate) field: String,
    /// Word key: what is wrong and what to do.
    word: &'static str,
    /// The values in it.
    values: Vec<(&'static str, String)>,
}

impl Fault {
    /// The key of a recipe stays: spaces know it by it.
    pub(crate) fn of_key(text: &str, key: &str) -> Self {
        let line = line_of(text, &Place { key: "key".to_owned(), ..Place::default() });
        Self { line, field: "text".to_owned(), word: "recipes-fault-key-changed", values: vec![("name", key.to_owned())] }
    }

    /// What is wrong and what to do, in words.
    pub(crate) fn say(&self, page: &Page) -> String {
        let values: Vec<(&str, &dyn Arg)> = self.values.iter().map(|(name, value)| (*name, value as &dyn Arg)).collect();
        page.ta(self.word, &values)
    }
}

/// Reads a recipe and checks what it says.
pub(crate) fn read(app: &App, text: &str) -> Result<Recipe, Vec<Fault>> {
    let tools: Vec<&str> = app.tools.iter().map(|t| t.name).collect();
    read_with(&tools, text)
}

fn read_with(tools: &[&str], text: &str) -> Result<Recipe, Vec<Fault>> {
    let recipe: Recipe = toml::from_str(text).map_err(|e| {
        let at = e.span().map_or(0, |s| s.start.min(text.len()));
        let line = text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        vec![unreadable(line, e.message())]
    })?;
    let faults: Vec<Fault> = faults(tools, &recipe)
        .into_iter()
        .map(|(place, mut fault)| {
            fault.line = line_of(text, &place);
            fault
        })
        .collect();
    if faults.is_empty() { Ok(recipe) } else { Err(faults) }
}

/// What the reader of TOML says, in words for people. It speaks English and of types.
fn unreadable(line: usize, message: &str) -> Fault {
    let names = |text: &str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let marked = names(message);
    let first = marked.first().cloned().unwrap_or_default();
    let offered = marked.get(1..).unwrap_or_default().join(", ");
    let fault = |word, values| Fault { line, field: "text".to_owned(), word, values };
    let quoted = message.split('\'').nth(1).unwrap_or("").to_owned();
    if message.starts_with("missing field") {
        fault("recipes-fault-missing", vec![("name", first)])
    } else if message.starts_with("unknown field") {
        fault("recipes-fault-unknown", vec![("name", first), ("offered", offered)])
    } else if message.starts_with("unknown role") {
        fault("recipes-fault-role", vec![("name", quoted), ("offered", offered_roles())])
    } else if message.starts_with("unknown visibility") {
        let offered = OFFERED.map(Visibility::key).join(", ");
        fault("recipes-fault-visibility", vec![("name", quoted), ("offered", offered)])
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        let expected = message.rsplit_once("expected ").map_or("", |(_, e)| e);
        let word = match expected {
            "u32" => "recipes-fault-wants-number",
            "a boolean" => "recipes-fault-wants-yes-no",
            e if e.starts_with("a sequence") => "recipes-fault-wants-list",
            "a string" => "recipes-fault-wants-text",
            _ => "recipes-fault-wants-table",
        };
        fault(word, vec![])
    } else if message.starts_with("duplicate") {
        fault("recipes-fault-twice", vec![("name", first)])
    } else {
        fault("recipes-fault-syntax", vec![("message", message.lines().next().unwrap_or("").to_owned())])
    }
}

/// The visibilities a recipe can begin with.
pub(crate) const OFFERED: [Visibility; 3] = [Visibility::Public, Visibility::Registered, Visibility::Members];

/// The roles a space can have; an administrator is one of the municipality only.
pub(crate) fn space_roles() -> impl Iterator<Item = Role> {
    ROLES.into_iter().filter(|r| *r != Role::Administrator && !OF_SEALED.contains(r))
}

fn offered_roles() -> String {
    space_roles().map(Role::key).collect::<Vec<_>>().join(", ")
}

/// Where something stands in the text: the heading of its table, which of those if there are several, and its key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    table: String,
    index: usize,
    key: String,
}

/// Everything that is wrong with what a recipe says, with the place of each.
pub(crate) fn faults(tools: &[&str], recipe: &Recipe) -> Vec<(Place, Fault)> {
    let mut all = vec![];
    let mut wrong = |table: &str, index: usize, key: &str, field: String, word: &'static str, values: Vec<(&'static str, String)>| {
        all.push((Place { table: table.to_owned(), index, key: key.to_owned() }, Fault { line: 1, field, word, values }));
    };
    let plain = |key: &str| (2..=40).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !plain(&recipe.key) {
        wrong("", 0, "key", "text".into(), "recipes-fault-key", vec![("name", recipe.key.clone())]);
    }
    let mut seen = BTreeSet::new();
    for tool in &recipe.tools {
        if !tools.contains(&tool.as_str()) {
            wrong("", 0, "tools", "tools".into(), "recipes-fault-tool", vec![("name", tool.clone()), ("offered", tools.join(", "))]);
        }
        if !seen.insert(tool.clone()) {
            wrong("", 0, "tools", "tools".into(), "recipes-fault-twice", vec![("name", tool.clone())]);
        }
    }
    if recipe.tools.is_empty() {
        wrong("", 0, "tools", "tools".into(), "recipes-fault-no-tools", vec![]);
    }
    if !OFFERED.contains(&recipe.visibility) {
        let offered = OFFERED.map(Visibility::key).join(", ");
        wrong("", 0, "visibility", "visibility".into(), "recipes-fault-visibility", vec![("name", recipe.visibility.key().to_owned()), ("offered", offered)]);
    }
    // Whoever makes a space becomes its secretary, so there must be one.
    if !recipe.roles.contains(&Role::Secretary) {
        wrong("", 0, "roles", "role_secretary".into(), "recipes-fault-no-secretary", vec![]);
    }
    let mut seen = BTreeSet::new();
    for role in &recipe.roles {
        if *role == Role::Administrator {
            wrong("", 0, "roles", "roles".into(), "recipes-fault-role", vec![("name", role.key().to_owned()), ("offered", offered_roles())]);
        }
        if !seen.insert(*role) {
            wrong("", 0, "roles", "roles".into(), "recipes-fault-twice", vec![("name", role.key().to_owned())]);
        }
    }
    for lang in Lang::ALL {
        let (words, tag) = (recipe.words(lang), lang.tag());
        let texts = [("name", &words.name, 60), ("description", &words.description, 400), ("one_sentence_hint", &words.one_sentence_hint, 400)];
        for (key, text, most) in texts {
            if let Some((word, values)) = text_fault(text, most) {
                wrong(tag, 0, key, format!("{key}_{tag}"), word, values);
            }
        }
        let stages = Stage::ALL.iter().map(|s| (s.key(), "stages", "stage", &words.stages));
        let roles = recipe.roles.iter().map(|r| (r.key(), "roles", "role", &words.roles));
        for (key, part, field, names) in stages.chain(roles) {
            if let Some((word, values)) = text_fault(names.get(key).map_or("", String::as_str), 40) {
                wrong(&format!("{tag}.{part}"), 0, key, format!("{field}_{key}_{tag}"), word, values);
            }
        }
        for key in words.stages.keys().filter(|k| Stage::of(k).is_none()) {
            let offered = Stage::ALL.map(Stage::key).join(", ");
            wrong(&format!("{tag}.stages"), 0, key, "text".into(), "recipes-fault-stage", vec![("name", key.clone()), ("offered", offered)]);
        }
        for key in words.roles.keys().filter(|k| Role::of(k).is_none()) {
            wrong(&format!("{tag}.roles"), 0, key, "text".into(), "recipes-fault-role", vec![("name", key.clone()), ("offered", offered_roles())]);
        }
    }
    let mut seen = BTreeSet::new();
    for (i, q) in recipe.questions.iter().enumerate() {
        if !QUESTION_FIELDS.contains(&q.field.as_str()) {
            let values = vec![("name", q.field.clone()), ("offered", QUESTION_FIELDS.join(", "))];
            wrong("question", i, "field", format!("q{i}_field"), "recipes-fault-field", values);
        } else if !seen.insert(q.field.clone()) {
            wrong("question", i, "field", format!("q{i}_field"), "recipes-fault-field-twice", vec![("name", q.field.clone())]);
        }
        for (tag, words, default) in [("da", &q.da, &q.default_da), ("en", &q.en, &q.default_en)] {
            for (part, text, most, needed) in [("label", &words.label, 120, true), ("hint", &words.hint, 400, true)] {
                if let Some((word, values)) = text_fault(text, most).filter(|_| needed) {
                    wrong("question", i, tag, format!("q{i}_{part}_{tag}"), word, values);
                }
            }
            if default.chars().count() > 4_000 {
                wrong("question", i, &format!("default_{tag}"), format!("q{i}_default_{tag}"), "recipes-fault-long", vec![("n", "4000".to_owned())]);
            }
        }
        if q.default_da.is_empty() != q.default_en.is_empty() {
            let tag = if q.default_da.is_empty() { "da" } else { "en" };
            wrong("question", i, "field", format!("q{i}_default_{tag}"), "recipes-fault-untranslated", vec![]);
        }
    }
    all
}

fn text_fault(text: &str, most: usize) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    if text.trim().is_empty() {
        Some(("recipes-fault-untranslated", vec![]))
    } else if text.chars().count() > most {
        Some(("recipes-fault-long", vec![("n", most.to_string())]))
    } else {
        None
    }
}

/// The line of a place: its key, or else the heading of its table.
fn line_of(text: &str, place: &Place) -> usize {
    let (mut table, mut index, mut found) = (String::new(), 0, None);
    for (i, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') && line.ends_with(']') && !line.contains('=') {
            let heading = line.trim_matches(['[', ']']).trim().to_owned();
            index = if heading == table { index + 1 } else { 0 };
            table = heading;
            if table == place.table && index == place.index {
                found = Some(i + 1);
            }
        } else if table == place.table && index == place.index {
            let key = line.split('=').next().unwrap_or("").trim().trim_matches('"');
            if key == place.key {
                return i + 1;
            }
        }
    }
    found.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../../recipes/task_committee.toml");
    const TOOLS: &[&str] = &["frame", "team", "recruitment", "meetings", "dialogue", "ideas", "recommendations", "commitments", "files"];

    /// Line and word of what is wrong with the recipe after a change.
    fn told(from: &str, to: &str) -> Vec<(usize, &'static str)> {
        assert!(FILE.contains(from), "{from}");
        let text = FILE.replacen(from, to, 1);
        read_with(TOOLS, &text).err().unwrap_or_default().into_iter().map(|f| (f.line, f.word)).collect()
    }

    fn line(start: &str) -> usize {
        FILE.lines().position(|l| l.starts_with(start)).unwrap() + 1
    }

    #[test]
    fn a_good_recipe_has_no_faults() {
        assert!(read_with(TOOLS, FILE).is_ok());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert_eq!(told("version = 2", "version = \"en\""), [(line("version"), "recipes-fault-wants-number")]);
        assert_eq!(told("\"frame\",", "\"frame\", \"magi\","), [(line("tools"), "recipes-fault-tool")]);
        assert_eq!(told("\"chair\",", "\"konge\","), [(line("roles"), "recipes-fault-role")]);
        assert_eq!(told("roles = [\"secretary\", ", "roles = ["), [(line("roles"), "recipes-fault-no-secretary")]);
        assert_eq!(told("visibility = \"public\"", "visibility = \"hemmelig\""), [(line("visibility"), "recipes-fault-visibility")]);
        assert_eq!(told("name = \"{ -Task-committee }\"", "name = \"\""), [(line("name = \"{ -Task-committee }\""), "recipes-fault-untranslated")]);
        assert_eq!(told("deeds = \"Handling\"\n", ""), [(line("[da.stages]"), "recipes-fault-untranslated")]);
        assert_eq!(told("field = \"task\"", "field = \"farve\""), [(line("field = \"task\""), "recipes-fault-field")]);
        assert_eq!(told("field = \"task\"", "field = \"background\""), [(line("field = \"task\""), "recipes-fault-field-twice")]);
        assert_eq!(told("required = true", "required = \"ja\""), [(line("required"), "recipes-fault-wants-yes-no")]);
        assert_eq!(told("key = \"task_committee\"", "nøgle = \"x\"").len(), 1);
        assert_eq!(
            told("name = \"{ -Task-committee }\"", "navn = \"{ -Task-committee }\""),
            [(line("name = \"{ -Task-committee }\""), "recipes-fault-unknown")]
        );
        let quote = told("name = \"{ -Task-committee }\"", "name = \"{ -Task-committee }");
        assert_eq!(quote, [(line("name = \"{ -Task-committee }\""), "recipes-fault-syntax")]);
        assert_eq!(told("\"files\"]", "\"files\", \"files\"]"), [(line("tools"), "recipes-fault-twice")]);
    }
}
