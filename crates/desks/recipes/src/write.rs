//! A recipe as TOML text, in the order and form of the files that come with the program.

use std::collections::BTreeMap;
use std::fmt::Write;

use samskab_platform::access::Role;
use samskab_platform::recipe::{Question, Recipe, RecipeWords, Stage};
use samskab_platform::words::Lang;

/// A text as TOML writes it in quotes. Line breaks and the like are escaped, so that every value stands on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", values.map(quoted).collect::<Vec<_>>().join(", "))
}

/// A key of a table: plain where TOML allows it.
fn key(text: &str) -> String {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if plain { text.to_owned() } else { quoted(text) }
}

fn table<'a>(out: &mut String, name: &str, order: impl Iterator<Item = &'a str>, values: &BTreeMap<String, String>) {
    let _ = writeln!(out, "\n[{name}]");
    let mut first: Vec<&str> = order.filter(|k| values.contains_key(*k)).collect();
    let rest: Vec<&str> = values.keys().map(String::as_str).filter(|k| !first.contains(k)).collect();
    first.extend(rest);
    for name in first {
        let _ = writeln!(out, "{} = {}", key(name), quoted(&values[name]));
    }
}

fn words(out: &mut String, lang: Lang, recipe: &Recipe) {
    let RecipeWords { name, description, one_sentence_hint, stages, roles } = recipe.words(lang);
    let tag = lang.tag();
    let _ = writeln!(out, "\n[{tag}]\nname = {}\ndescription = {}\none_sentence_hint = {}", quoted(name), quoted(description), quoted(one_sentence_hint));
    table(out, &format!("{tag}.stages"), Stage::ALL.iter().map(|s| s.key()), stages);
    table(out, &format!("{tag}.roles"), recipe.roles.iter().map(|r| r.key()), roles);
}

fn question(out: &mut String, q: &Question) {
    let _ = writeln!(out, "\n[[question]]\nfield = {}\nrequired = {}", quoted(&q.field), q.required);
    for (lang, words) in [("da", &q.da), ("en", &q.en)] {
        let _ = writeln!(out, "{lang} = {{ label = {}, hint = {} }}", quoted(&words.label), quoted(&words.hint));
    }
    for (name, text) in [("default_da", &q.default_da), ("default_en", &q.default_en)] {
        if !text.is_empty() {
            let _ = writeln!(out, "{name} = {}", quoted(text));
        }
    }
}

/// The recipe as TOML; reading it gives the same recipe. `before` is the text it was, whose comment at the top is kept.
pub(crate) fn to_toml(recipe: &Recipe, before: &str) -> String {
    let mut out: String = before.lines().take_while(|l| l.starts_with('#') || l.is_empty()).map(|l| format!("{l}\n")).collect();
    let _ = writeln!(out, "key = {}\nversion = {}", quoted(&recipe.key), recipe.version);
    if recipe.group {
        out.push_str("group = true\n");
    }
    let _ = writeln!(out, "tools = {}", list(recipe.tools.iter().map(String::as_str)));
    let _ = writeln!(out, "visibility = {}", quoted(recipe.visibility.key()));
    let _ = writeln!(out, "roles = {}", list(recipe.roles.iter().copied().map(Role::key)));
    words(&mut out, Lang::Da, recipe);
    words(&mut out, Lang::En, recipe);
    recipe.questions.iter().for_each(|q| question(&mut out, q));
    out
}

/// The text with another number of version in it.
pub(crate) fn with_version(text: &str, version: i64) -> String {
    let mut done = false;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let here = !done && line.trim_start().strip_prefix("version").is_some_and(|rest| rest.trim_start().starts_with('='));
        if here {
            done = true;
            let _ = writeln!(out, "version = {version}");
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use samskab_platform::access::Visibility;

    const FILES: [&str; 4] = [
        include_str!("../../../../recipes/task_committee.toml"),
        include_str!("../../../../recipes/local_project.toml"),
        include_str!("../../../../recipes/working_group.toml"),
        include_str!("../../../../recipes/user_run_house.toml"),
    ];

    #[test]
    fn the_recipes_of_the_program_come_back_as_they_were() {
        for file in FILES {
            let recipe = Recipe::parse("x", file).unwrap();
            let text = to_toml(&recipe, file);
            assert_eq!(Recipe::parse("x", &text).unwrap(), recipe);
            assert!(text.starts_with(file.lines().next().unwrap()), "the comment at the top stays");
            assert_eq!(Recipe::parse("x", &with_version(&text, 7)).unwrap().version, 7);
        }
    }

    proptest! {
        #[test]
        fn whatever_people_type_comes_back_as_they_typed_it(name in "\\PC{0,60}", hint in "[a-zæøå\"\\\\\n\t#=\\[\\]]{0,60}", label in ".{0,40}") {
            let mut recipe = Recipe::parse("x", FILES[0]).unwrap();
            recipe.visibility = Visibility::Members;
            recipe.da.name = name;
            recipe.da.stages.insert("frame".into(), label.clone());
            recipe.questions[0].da.hint = hint;
            recipe.questions[0].da.label = label;
            let text = to_toml(&recipe, "");
            prop_assert_eq!(Recipe::parse("x", &text).unwrap(), recipe);
        }
    }
}
