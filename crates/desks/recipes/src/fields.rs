//! What the templates need to know of a recipe: the rows of the form, and the preview as people will meet it.

use samskab_platform::recipe::{QUESTION_FIELDS, Recipe, Stage};
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::words::Lang;
use samskab_platform::{App, Form, Page};

use crate::check::{OFFERED, space_roles};
use crate::difference::tool_name;

/// Something with a name in both languages.
pub(crate) struct NameRow {
    /// What it is called by the program itself.
    pub(crate) label: String,
    /// The tick box, for roles.
    pub(crate) tick: String,
    pub(crate) da: String,
    pub(crate) en: String,
}

/// A field with what it is called.
pub(crate) struct TextRow {
    pub(crate) field: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    /// As in `forms.html`.
    pub(crate) kind: &'static str,
    pub(crate) optional: bool,
}

/// A question, by the names of its fields.
pub(crate) struct QuestionRow {
    pub(crate) index: usize,
    pub(crate) first: bool,
    pub(crate) last: bool,
    pub(crate) field: String,
    pub(crate) required: String,
    /// Label, hint and default, in both languages.
    pub(crate) texts: Vec<TextRow>,
}

/// Parts of a recipe's words: field, label, hint, kind.
const PARTS: [(&str, &str, &str, &str); 3] = [
    ("name", "recipes-name", "", "text"),
    ("description", "recipes-description", "recipes-description-hint", "area"),
    ("one_sentence_hint", "recipes-hint", "recipes-hint-hint", "area"),
];

/// Parts of a question: field, label, kind.
const QUESTION_PARTS: [(&str, &str, &str); 3] =
    [("label", "recipes-question", "text"), ("hint", "recipes-question-help", "area"), ("default", "recipes-question-default", "area")];

/// The rows of the form.
pub(crate) struct Rows {
    /// Names, descriptions and help, in both languages.
    pub(crate) texts: Vec<TextRow>,
    pub(crate) tools: Vec<(String, String)>,
    pub(crate) visibilities: Vec<(String, String)>,
    pub(crate) stages: Vec<NameRow>,
    pub(crate) roles: Vec<NameRow>,
    pub(crate) questions: Vec<QuestionRow>,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) room: bool,
}

impl Rows {
    pub(crate) fn of(app: &App, page: &Page, form: &mut Form, recipe: &Recipe) -> Self {
        let named = |part: &str, key: &str, label: String| NameRow {
            label,
            tick: format!("{part}_{key}"),
            da: format!("{part}_{key}_da"),
            en: format!("{part}_{key}_en"),
        };
        let tools = app.tools.iter().map(|t| t.name.to_owned());
        let tools = tools.chain(recipe.tools.iter().filter(|t| app.tool(t).is_none()).cloned()).map(|t| (format!("tool_{t}"), tool_name(page, &t))).collect();
        let stages: Vec<NameRow> = Stage::ALL.iter().map(|s| named("stage", s.key(), page.t1("recipes-stage-n", "n", s.number()))).collect();
        let roles: Vec<NameRow> = space_roles().map(|r| named("role", r.key(), page.t(&format!("role-{}", r.key())))).collect();
        for row in stages.iter().chain(&roles) {
            form.calls(&row.da, &format!("{} ({})", row.label, page.t("recipes-in-danish")));
            form.calls(&row.en, &format!("{} ({})", row.label, page.t("recipes-in-english")));
        }
        let count = recipe.questions.len();
        let languages = [(Lang::Da, page.t("recipes-in-danish")), (Lang::En, page.t("recipes-in-english"))];
        let questions: Vec<QuestionRow> = (0..count)
            .map(|i| QuestionRow {
                index: i,
                first: i == 0,
                last: i + 1 == count,
                field: format!("q{i}_field"),
                required: format!("q{i}_required"),
                texts: languages
                    .iter()
                    .flat_map(|(lang, words)| {
                        QUESTION_PARTS.map(|(part, word, kind)| TextRow {
                            field: format!("q{i}_{part}_{}", lang.tag()),
                            label: format!("{} ({words})", page.t(word)),
                            hint: String::new(),
                            kind,
                            optional: part == "default",
                        })
                    })
                    .collect(),
            })
            .collect();
        for row in &questions {
            let name = page.t1("recipes-question-n", "n", row.index + 1);
            form.calls(&row.field, &name);
            row.texts.iter().for_each(|t| form.calls(&t.field, &format!("{name}: {}", t.label)));
        }
        let texts: Vec<TextRow> = languages
            .iter()
            .flat_map(|(lang, words)| {
                PARTS.map(|(part, word, hint, kind)| TextRow {
                    field: format!("{part}_{}", lang.tag()),
                    label: format!("{} ({words})", page.t(word)),
                    hint: if hint.is_empty() { String::new() } else { page.t(hint) },
                    kind,
                    optional: false,
                })
            })
            .collect();
        texts.iter().for_each(|t| form.calls(&t.field, &t.label));
        form.called(
            page,
            &[("tools", "recipes-tools"), ("roles", "recipes-roles"), ("visibility", "recipes-visibility"), ("note", "recipes-note"), ("text", "recipes-text")],
        );
        Self {
            texts,
            visibilities: OFFERED.iter().map(|v| (v.key().to_owned(), page.t(&format!("visibility-{}-long", v.key())))).collect(),
            fields: QUESTION_FIELDS.iter().map(|f| ((*f).to_owned(), page.t(&format!("recipes-field-{}", f.replace('_', "-"))))).collect(),
            room: count < QUESTION_FIELDS.len(),
            tools,
            stages,
            roles,
            questions,
        }
    }
}

impl Rows {
    /// The names of all fields, in the order one meets them on the page.
    pub(crate) fn order(&self) -> Vec<String> {
        let mut all: Vec<String> = self.texts.iter().map(|t| t.field.clone()).collect();
        all.extend(["visibility", "tools"].map(str::to_owned));
        all.extend(self.stages.iter().flat_map(|r| [r.da.clone(), r.en.clone()]));
        all.push("roles".to_owned());
        all.extend(self.roles.iter().flat_map(|r| [r.tick.clone(), r.da.clone(), r.en.clone()]));
        for q in &self.questions {
            all.push(q.field.clone());
            all.extend(q.texts.iter().map(|t| t.field.clone()));
        }
        all
    }
}

/// A question as people will meet it.
pub(crate) struct Asked {
    pub(crate) field: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) kind: &'static str,
    pub(crate) required: bool,
    /// How the text that stands there from the start is shown in the frame; empty for numbers and dates.
    pub(crate) rich: Rich,
}

/// A space made from the recipe, before there is one.
pub(crate) struct Preview {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) hint: String,
    pub(crate) visibility: String,
    pub(crate) tabs: Vec<String>,
    pub(crate) stages: Vec<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) questions: Vec<Asked>,
    /// What stands in the fields from the start.
    pub(crate) form: Form,
}

impl Preview {
    pub(crate) fn of(page: &Page, recipe: &Recipe) -> Self {
        let words = recipe.words(page.lang);
        let mut form = Form::default();
        recipe.questions.iter().for_each(|q| form.set(&q.field, q.default(page.lang)));
        Self {
            name: words.name.clone(),
            description: words.description.clone(),
            hint: words.one_sentence_hint.clone(),
            visibility: page.t(&format!("visibility-{}-long", recipe.visibility.key())),
            tabs: recipe.tools.iter().map(|t| tool_name(page, t)).collect(),
            stages: Stage::ALL.iter().map(|s| recipe.stage_name(page.lang, *s).to_owned()).collect(),
            roles: recipe.roles.iter().map(|r| recipe.role_name(page.lang, *r).to_owned()).collect(),
            questions: recipe
                .questions
                .iter()
                .map(|q| {
                    let words = q.words(page.lang);
                    let rich = if q.kind() == "area" { rich_text::html(q.default(page.lang)) } else { Rich::default() };
                    Asked { field: q.field.clone(), label: words.label.clone(), hint: words.hint.clone(), kind: q.kind(), required: q.required, rich }
                })
                .collect(),
            form,
        }
    }
}
