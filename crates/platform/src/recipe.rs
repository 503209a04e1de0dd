//! Recipes: what a new space starts with, as a TOML file a municipality can read and change.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::access::{Role, Visibility};
use crate::words::{Lang, Words};

/// The six steps every space goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Stage {
    Frame,
    Team,
    Dialogue,
    Decision,
    Deeds,
    Learning,
}

impl Stage {
    /// The steps in order.
    pub const ALL: [Stage; 6] = [Stage::Frame, Stage::Team, Stage::Dialogue, Stage::Decision, Stage::Deeds, Stage::Learning];

    /// The name in the database and in recipes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Stage::Frame => "frame",
            Stage::Team => "team",
            Stage::Dialogue => "dialogue",
            Stage::Decision => "decision",
            Stage::Deeds => "deeds",
            Stage::Learning => "learning",
        }
    }

    /// The step of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// 1 to 6.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The step after this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }
}

impl TryFrom<String> for Stage {
    type Error = String;
    fn try_from(key: String) -> Result<Self, String> {
        Stage::of(&key).ok_or_else(|| format!("unknown stage '{key}'"))
    }
}

/// What a question of the frame can fill: the fields of the mandate.
pub const QUESTION_FIELDS: [&str; 14] = [
    "background",
    "task",
    "fixed",
    "open",
    "deliverable",
    "composition",
    "timetable",
    "hours",
    "money",
    "rooms",
    "staff",
    "answer_by",
    "standing_committee",
    "legal_basis",
];

/// A recipe as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The name in the database.
    pub key: String,
    /// Counts up when the recipe changes.
    pub version: u32,
    /// Whether it is for working groups of a space, and not for a space of its own.
    #[serde(default)]
    pub group: bool,
    /// The tools a space starts with, in order.
    pub tools: Vec<String>,
    /// Who may see a new space.
    #[serde(deserialize_with = "visibility")]
    pub visibility: Visibility,
    /// The roles people can have in it.
    #[serde(deserialize_with = "roles")]
    pub roles: Vec<Role>,
    /// Its words in Danish.
    pub da: RecipeWords,
    /// Its words in English.
    pub en: RecipeWords,
    /// What the frame asks, in order.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
}

/// The words of a recipe in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeWords {
    /// What such a space is called.
    pub name: String,
    /// When to choose it.
    pub description: String,
    /// Help for writing the frame in one sentence.
    pub one_sentence_hint: String,
    /// What the six steps are called.
    pub stages: BTreeMap<String, String>,
    /// What the roles are called.
    pub roles: BTreeMap<String, String>,
}

/// A question of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The mandate's field it fills.
    pub field: String,
    /// Whether it must be answered.
    pub required: bool,
    /// In Danish.
    pub da: QuestionWords,
    /// In English.
    pub en: QuestionWords,
    /// What stands in it from the start, in Danish.
    #[serde(default)]
    pub default_da: String,
    /// What stands in it from the start, in English.
    #[serde(default)]
    pub default_en: String,
}

/// A question's words in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question.
    pub label: String,
    /// How to answer it well.
    pub hint: String,
}

fn visibility<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Visibility, D::Error> {
    String::deserialize(d)?.try_into().map_err(serde::de::Error::custom)
}

fn roles<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Vec<Role>, D::Error> {
    Vec::<String>::deserialize(d)?.into_iter().map(|r| r.try_into().map_err(serde::de::Error::custom)).collect()
}

impl Recipe {
    /// Reads a recipe; `file` is named in the error.
    ///
    /// # Errors
    /// A line that says what is wrong, in which file and line, and what to do.
    pub fn parse(file: &str, text: &str) -> Result<Self, String> {
        let recipe: Recipe = toml::from_str(text).map_err(|e| {
            let line = e.span().map_or(1, |s| text[..s.start.min(text.len())].lines().count().max(1));
            format!("{file}, line {line}: {}", e.message())
        })?;
        for (lang, words) in [("da", &recipe.da), ("en", &recipe.en)] {
            for stage in Stage::ALL {
                if !words.stages.contains_key(stage.key()) {
                    return Err(format!("{file}: [{lang}.stages] lacks '{}': write what the step is called", stage.key()));
                }
            }
            for role in &recipe.roles {
                if !words.roles.contains_key(role.key()) {
                    return Err(format!("{file}: [{lang}.roles] lacks '{}': write what the role is called", role.key()));
                }
            }
        }
        Ok(recipe)
    }

    /// The same with the municipality's labels for what its texts write as `{ -council-the }`.
    #[must_use]
    pub fn labelled(&self, words: &Words) -> Self {
        self.reworded(|lang, text| words.labelled(lang, text).into_owned())
    }

    /// The same with every text for people changed: names, help, questions and what stands in them from the start.
    #[must_use]
    pub fn reworded(&self, change: impl Fn(Lang, &str) -> String) -> Self {
        let mut recipe = self.clone();
        let put = |lang: Lang, text: &mut String| *text = change(lang, text);
        for (lang, own) in [(Lang::Da, &mut recipe.da), (Lang::En, &mut recipe.en)] {
            let texts = [&mut own.name, &mut own.description, &mut own.one_sentence_hint];
            texts.into_iter().chain(own.stages.values_mut()).chain(own.roles.values_mut()).for_each(|text| put(lang, text));
        }
        for question in &mut recipe.questions {
            let da = [&mut question.da.label, &mut question.da.hint, &mut question.default_da];
            let en = [&mut question.en.label, &mut question.en.hint, &mut question.default_en];
            da.into_iter().for_each(|text| put(Lang::Da, text));
            en.into_iter().for_each(|text| put(Lang::En, text));
        }
        recipe
    }

    /// Its words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &RecipeWords {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }

    /// What a step is called here.
    #[must_use]
    pub fn stage_name(&self, lang: Lang, stage: Stage) -> &str {
        self.words(lang).stages.get(stage.key()).map_or(stage.key(), String::as_str)
    }

    /// What a role is called here.
    #[must_use]
    pub fn role_name(&self, lang: Lang, role: Role) -> &str {
        self.words(lang).roles.get(role.key()).map_or(role.key(), String::as_str)
    }
}

impl Question {
    /// The kind of field it is asked with, as in `forms.html`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.field.as_str() {
            "hours" | "money" => "short",
            "answer_by" => "date",
            "legal_basis" | "standing_committee" => "text",
            _ => "area",
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &QuestionWords {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }

    /// What stands in it from the start.
    #[must_use]
    pub fn default(&self, lang: Lang) -> &str {
        match lang {
            Lang::Da => &self.default_da,
            Lang::En => &self.default_en,
        }
    }
}
