//! A recipe as a form, and back: everything one changes often, in plain fields.

use std::collections::BTreeMap;

use samskab_platform::access::Visibility;
use samskab_platform::recipe::{Question, QuestionWords, Recipe, RecipeWords, Stage};
use samskab_platform::words::Lang;
use samskab_platform::{App, Form};

use crate::check::space_roles;

/// The most questions a frame can ask: each fills its own field.
const MOST: usize = samskab_platform::recipe::QUESTION_FIELDS.len();

/// The form with what the recipe says.
pub(crate) fn to_form(recipe: &Recipe) -> Form {
    let mut form = Form::default();
    form.set("visibility", recipe.visibility.key());
    for tool in &recipe.tools {
        form.set(&format!("tool_{tool}"), "yes");
    }
    for role in &recipe.roles {
        form.set(&format!("role_{}", role.key()), "yes");
    }
    for lang in Lang::ALL {
        let (words, tag) = (recipe.words(lang), lang.tag());
        form.set(&format!("name_{tag}"), &words.name);
        form.set(&format!("description_{tag}"), &words.description);
        form.set(&format!("one_sentence_hint_{tag}"), &words.one_sentence_hint);
        for (part, names) in [("stage", &words.stages), ("role", &words.roles)] {
            for (key, name) in names {
                form.set(&format!("{part}_{key}_{tag}"), name);
            }
        }
    }
    form.set("questions", recipe.questions.len().to_string());
    for (i, q) in recipe.questions.iter().enumerate() {
        form.set(&format!("q{i}_field"), &q.field);
        if q.required {
            form.set(&format!("q{i}_required"), "yes");
        }
        for lang in Lang::ALL {
            let (words, tag) = (q.words(lang), lang.tag());
            form.set(&format!("q{i}_label_{tag}"), &words.label);
            form.set(&format!("q{i}_hint_{tag}"), &words.hint);
            form.set(&format!("q{i}_default_{tag}"), q.default(lang));
        }
    }
    form
}

/// A text as it was typed, without line breaks of Windows and blanks around it.
fn text(form: &Form, name: &str) -> String {
    form.value(name).replace("\r\n", "\n").trim().to_owned()
}

/// The recipe the form describes; `base` is what it was, whose order of tools and roles stays. Nothing is judged here.
pub(crate) fn from_form(app: &App, form: &Form, base: &Recipe) -> Recipe {
    let ticked = |name: &str| form.value(name) == "yes";
    let known = app.tools.iter().map(|t| t.name.to_owned());
    let tools = ordered(base.tools.iter().cloned().chain(known), |t| ticked(&format!("tool_{t}")));
    let roles = ordered(base.roles.iter().copied().chain(space_roles()), |r| ticked(&format!("role_{}", r.key())));
    let words = |lang: Lang| {
        let tag = lang.tag();
        let names = |part: &str, keys: Vec<&str>| -> BTreeMap<String, String> {
            keys.into_iter().map(|key| (key.to_owned(), text(form, &format!("{part}_{key}_{tag}")))).collect()
        };
        RecipeWords {
            name: text(form, &format!("name_{tag}")),
            description: text(form, &format!("description_{tag}")),
            one_sentence_hint: text(form, &format!("one_sentence_hint_{tag}")),
            stages: names("stage", Stage::ALL.iter().map(|s| s.key()).collect()),
            roles: names("role", roles.iter().map(|r| r.key()).collect()),
        }
    };
    let count = form.value("questions").parse().unwrap_or(0).min(MOST);
    let question = |i: usize| {
        let of = |part: &str, lang: Lang| text(form, &format!("q{i}_{part}_{}", lang.tag()));
        let words = |lang| QuestionWords { label: of("label", lang), hint: of("hint", lang) };
        Question {
            field: text(form, &format!("q{i}_field")),
            required: ticked(&format!("q{i}_required")),
            da: words(Lang::Da),
            en: words(Lang::En),
            default_da: of("default", Lang::Da),
            default_en: of("default", Lang::En),
        }
    };
    Recipe {
        key: base.key.clone(),
        version: base.version,
        group: base.group,
        visibility: Visibility::of(form.value("visibility")).unwrap_or(base.visibility),
        da: words(Lang::Da),
        en: words(Lang::En),
        questions: (0..count).map(question).collect(),
        tools,
        roles,
    }
}

/// The wanted ones, each once, in the order they come.
fn ordered<T: PartialEq>(all: impl Iterator<Item = T>, wanted: impl Fn(&T) -> bool) -> Vec<T> {
    let mut out: Vec<T> = vec![];
    for one in all {
        if wanted(&one) && !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

/// Moves, adds or removes a question as a button says: `up-2`, `down-0`, `remove-3`, `add`. False for any other button.
pub(crate) fn rearrange(recipe: &mut Recipe, button: &str) -> bool {
    let all = &mut recipe.questions;
    if button == "add" {
        if all.len() < MOST {
            let free = samskab_platform::recipe::QUESTION_FIELDS.iter().find(|f| all.iter().all(|q| q.field != **f)).copied().unwrap_or_default();
            let empty = QuestionWords { label: String::new(), hint: String::new() };
            let (default_da, default_en) = Default::default();
            all.push(Question { field: free.to_owned(), required: false, da: empty.clone(), en: empty, default_da, default_en });
        }
        return true;
    }
    let Some((what, i)) = button.split_once('-').and_then(|(what, i)| Some((what, i.parse::<usize>().ok()?))) else { return false };
    match what {
        "up" if i > 0 && i < all.len() => all.swap(i - 1, i),
        "down" if i + 1 < all.len() => all.swap(i, i + 1),
        "remove" if i < all.len() => {
            all.remove(i);
        }
        "up" | "down" | "remove" => {}
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        Recipe::parse("x", include_str!("../../../../recipes/local_project.toml")).unwrap()
    }

    fn order(recipe: &Recipe) -> Vec<&str> {
        recipe.questions.iter().map(|q| q.field.as_str()).collect()
    }

    #[test]
    fn questions_move_one_place_at_a_time_and_never_out_of_the_list() {
        let mut r = recipe();
        let before: Vec<String> = order(&r).into_iter().map(str::to_owned).collect();
        assert!(rearrange(&mut r, "up-0") && rearrange(&mut r, "down-99") && rearrange(&mut r, "remove-99"));
        assert_eq!(order(&r), before);
        assert!(rearrange(&mut r, "down-0"));
        assert_eq!(order(&r)[..2], [before[1].as_str(), before[0].as_str()]);
        assert!(rearrange(&mut r, "remove-1"));
        assert_eq!(r.questions.len(), before.len() - 1);
        assert!(!order(&r).contains(&before[0].as_str()));
        assert!(rearrange(&mut r, "add"));
        assert_eq!(r.questions.last().unwrap().field, before[0], "the free field is offered");
        assert!(!rearrange(&mut r, "see") && !rearrange(&mut r, ""));
    }

    #[test]
    fn there_are_never_more_questions_than_fields() {
        let mut r = recipe();
        for _ in 0..50 {
            rearrange(&mut r, "add");
        }
        assert_eq!(r.questions.len(), MOST);
    }
}
