//! How two versions of a recipe differ: in words for people, and line by line for those who read TOML.

use std::collections::BTreeMap;

use samskab_platform::Page;
use samskab_platform::recipe::{Question, Recipe, Stage};
use samskab_platform::words::Lang;
use similar::{ChangeTag, TextDiff};

/// What differs, each in one sentence. Empty: nothing does.
pub(crate) fn in_words(page: &Page, old: &Recipe, new: &Recipe) -> Vec<String> {
    let mut all = vec![];
    if old.group != new.group {
        all.push(page.t(if new.group { "recipes-diff-group" } else { "recipes-diff-no-group" }));
    }
    if old.visibility != new.visibility {
        let [from, to] = [old, new].map(|r| page.t(&format!("visibility-{}", r.visibility.key())));
        all.push(page.t2("recipes-diff-visibility", "to", to, "from", from));
    }
    for tool in new.tools.iter().filter(|t| !old.tools.contains(t)) {
        all.push(page.t1("recipes-diff-tool-new", "tool", tool_name(page, tool)));
    }
    for tool in old.tools.iter().filter(|t| !new.tools.contains(t)) {
        all.push(page.t1("recipes-diff-tool-gone", "tool", tool_name(page, tool)));
    }
    let order = |one: &Recipe, other: &Recipe| one.tools.iter().filter(|t| other.tools.contains(t)).cloned().collect::<Vec<_>>();
    if order(old, new) != order(new, old) {
        let tools = new.tools.iter().map(|t| tool_name(page, t)).collect::<Vec<_>>().join(", ");
        all.push(page.t1("recipes-diff-tool-order", "tools", tools));
    }
    for role in new.roles.iter().filter(|r| !old.roles.contains(r)) {
        all.push(page.t1("recipes-diff-role-new", "role", new.role_name(page.lang, *role)));
    }
    for role in old.roles.iter().filter(|r| !new.roles.contains(r)) {
        all.push(page.t1("recipes-diff-role-gone", "role", old.role_name(page.lang, *role)));
    }
    for lang in Lang::ALL {
        words(page, lang, old, new, &mut all);
    }
    questions(page, old, new, &mut all);
    all
}

/// What a tool is called on its tab.
pub(crate) fn tool_name(page: &Page, tool: &str) -> String {
    if page.app().tool(tool).is_some() { page.t(&format!("{tool}-tab")) } else { tool.to_owned() }
}

fn language(page: &Page, lang: Lang) -> String {
    page.t(if lang == Lang::Da { "recipes-in-danish" } else { "recipes-in-english" })
}

fn words(page: &Page, lang: Lang, old: &Recipe, new: &Recipe, all: &mut Vec<String>) {
    let (before, after) = (old.words(lang), new.words(lang));
    let tongue = language(page, lang);
    let texts = [
        ("recipes-diff-name", &before.name, &after.name),
        ("recipes-diff-description", &before.description, &after.description),
        ("recipes-diff-hint", &before.one_sentence_hint, &after.one_sentence_hint),
    ];
    for (word, from, to) in texts {
        if from != to {
            all.push(page.t3(word, "lang", &tongue, "to", to, "from", from));
        }
    }
    for stage in Stage::ALL {
        let (from, to) = (old.stage_name(lang, stage), new.stage_name(lang, stage));
        if from != to {
            all.push(page.ta("recipes-diff-stage", &[("n", &stage.number()), ("lang", &tongue), ("to", &to), ("from", &from)]));
        }
    }
    for role in new.roles.iter().filter(|r| old.roles.contains(r)) {
        let (from, to) = (old.role_name(lang, *role), new.role_name(lang, *role));
        if from != to {
            all.push(page.t3("recipes-diff-role", "lang", &tongue, "to", to, "from", from));
        }
    }
}

fn questions(page: &Page, old: &Recipe, new: &Recipe, all: &mut Vec<String>) {
    let of = |r: &Recipe| r.questions.iter().enumerate().map(|(i, q)| (q.field.clone(), (i, q.clone()))).collect::<BTreeMap<String, (usize, Question)>>();
    let (before, after) = (of(old), of(new));
    for q in new.questions.iter().filter(|q| !before.contains_key(&q.field)) {
        all.push(page.t1("recipes-diff-question-new", "question", &q.words(page.lang).label));
    }
    for q in old.questions.iter().filter(|q| !after.contains_key(&q.field)) {
        all.push(page.t1("recipes-diff-question-gone", "question", &q.words(page.lang).label));
    }
    let kept = |one: &Recipe, other: &BTreeMap<String, (usize, Question)>| -> Vec<String> {
        one.questions.iter().filter(|q| other.contains_key(&q.field)).map(|q| q.field.clone()).collect()
    };
    if kept(old, &after) != kept(new, &before) {
        let order = new.questions.iter().map(|q| q.words(page.lang).label.as_str()).collect::<Vec<_>>().join(" · ");
        all.push(page.t1("recipes-diff-question-order", "questions", order));
    }
    for q in &new.questions {
        let Some((_, was)) = before.get(&q.field) else { continue };
        let name = &q.words(page.lang).label;
        if was.required != q.required {
            all.push(page.t1(if q.required { "recipes-diff-required" } else { "recipes-diff-optional" }, "question", name));
        }
        for lang in Lang::ALL {
            let tongue = language(page, lang);
            let texts = [
                ("recipes-diff-question", &was.words(lang).label, &q.words(lang).label),
                ("recipes-diff-question-hint", &was.words(lang).hint, &q.words(lang).hint),
            ];
            for (word, from, to) in texts {
                if from != to {
                    all.push(page.ta(word, &[("question", name), ("lang", &tongue), ("to", to), ("from", from)]));
                }
            }
            if was.default(lang) != q.default(lang) {
                all.push(page.t2("recipes-diff-default", "question", name, "lang", &tongue));
            }
        }
    }
}

/// A line of the text beside the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// `same`, `old`, `new` or `gap`.
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// The lines that differ, each with three lines around it.
pub(crate) fn in_lines(old: &str, new: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(old, new);
    let mut out = vec![];
    for group in diff.grouped_ops(3) {
        if !out.is_empty() {
            out.push(Line { kind: "gap", text: String::new() });
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let kind = match change.tag() {
                ChangeTag::Equal => "same",
                ChangeTag::Delete => "old",
                ChangeTag::Insert => "new",
            };
            out.push(Line { kind, text: change.value().trim_end().to_owned() });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown_with_a_little_around_it() {
        let old: String = (0..40).map(|n| format!("linje {n}\n")).collect();
        let new = old.replace("linje 5\n", "linje fem\n").replace("linje 30\n", "");
        let lines = in_lines(&old, &new);
        let of = |kind: &str| lines.iter().filter(|l| l.kind == kind).map(|l| l.text.as_str()).collect::<Vec<_>>();
        assert_eq!(of("old"), ["linje 5", "linje 30"]);
        assert_eq!(of("new"), ["linje fem"]);
        assert_eq!(of("gap").len(), 1);
        assert!(lines.len() < 20);
        assert!(in_lines(&old, &old).is_empty());
    }
}
