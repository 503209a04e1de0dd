//! The recipes in force: those that came with the program, and over them the municipality's own from the table `recipe`.
//! Held in memory; read again on every node when somebody changes one, like what the municipality chose.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::access::{OF_SEALED, ROLES, Role, Visibility};
use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::recipe::{Recipe, RecipeWords, Stage};
use crate::words::{Lang, Words};
use crate::{args, statements};

statements! {
    CURRENT = "SELECT key, version, retired_at FROM recipe ORDER BY key";
    VERSIONS = "SELECT key, version, text FROM recipe_version ORDER BY key, version";
}

/// A recipe that came with the program or lies in the folder of recipes, with its text.
#[derive(Debug, Clone)]
pub struct FromFile {
    /// The recipe.
    pub recipe: Arc<Recipe>,
    /// The file as it stands.
    pub text: Arc<str>,
}

/// The recipes of an installation.
#[derive(Debug, Clone)]
pub struct Recipes {
    files: Arc<BTreeMap<String, FromFile>>,
    current: BTreeMap<String, Arc<Recipe>>,
    versions: BTreeMap<(String, i64), Arc<Recipe>>,
    retired: Vec<String>,
    tools: Arc<Vec<String>>,
    nameless: Arc<Recipe>,
}

impl Recipes {
    /// The recipes of files; `tools` are the names of the tools the program has.
    #[must_use]
    pub fn new(files: Vec<FromFile>, tools: Vec<String>, words: &Words) -> Self {
        let files: BTreeMap<String, FromFile> = files.into_iter().map(|f| (f.recipe.key.clone(), f)).collect();
        let current: BTreeMap<_, _> = files.iter().map(|(key, f)| (key.clone(), f.recipe.clone())).collect();
        let versions = current.values().map(|r| ((r.key.clone(), i64::from(r.version)), r.clone())).collect();
        Self { files: Arc::new(files), current, versions, retired: vec![], tools: Arc::new(tools), nameless: Arc::new(nameless(words)) }
    }

    /// The same with what the database holds now. A text that this version of the program cannot read is left out and
    /// named in the log: the spaces made from it go on with the program's own names.
    async fn with_own(&self, sql: &mut Sql) -> Result<Self> {
        let files = self.files.values().map(|f| (f.recipe.key.clone(), f.recipe.clone()));
        let mut all = Self { current: files.collect(), retired: vec![], ..self.clone() };
        all.versions = all.current.values().map(|r| ((r.key.clone(), i64::from(r.version)), r.clone())).collect();
        for (key, version, text) in sql.all::<(String, i64, String)>(&VERSIONS, args![]).await? {
            match Recipe::parse(&format!("the recipe {key}, version {version}"), &text) {
                Ok(recipe) => {
                    let recipe = Recipe { version: u32::try_from(version).unwrap_or(u32::MAX), ..recipe };
                    all.versions.insert((key, version), Arc::new(recipe));
                }
                Err(error) => tracing::error!(%error, "a recipe of the municipality cannot be read"),
            }
        }
        for (key, version, retired) in sql.all::<(String, i64, Option<DateTime<Utc>>)>(&CURRENT, args![]).await? {
            if let Some(recipe) = all.versions.get(&(key.clone(), version)) {
                all.current.insert(key.clone(), recipe.clone());
            }
            if retired.is_some() {
                all.retired.push(key);
            }
        }
        Ok(all)
    }

    /// The same with the municipality's labels in every text; the files stay as they are written.
    #[must_use]
    pub(crate) fn labelled(mut self, words: &Words) -> Self {
        for recipe in self.current.values_mut().chain(self.versions.values_mut()) {
            *recipe = Arc::new(recipe.labelled(words));
        }
        self
    }

    /// The recipe of a key as it is now, also one that is not offered.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Arc<Recipe>> {
        self.current.get(key)
    }

    /// The version of a recipe a space was made with; where that text is gone, the recipe as it is now.
    #[must_use]
    pub fn at(&self, key: &str, version: i64) -> Option<&Arc<Recipe>> {
        self.versions.get(&(key.to_owned(), version)).or_else(|| self.current.get(key))
    }

    /// Every recipe as it is now, in the order of their keys.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Recipe>> {
        self.current.values()
    }

    /// Those a new space can be made from: not for working groups, not retired, and every tool they name is here. What is sealed is
    /// opened where it is needed, by a page of its tool.
    pub fn offered(&self) -> impl Iterator<Item = &Arc<Recipe>> {
        self.usable().filter(|r| !r.group && r.visibility != Visibility::Sealed)
    }

    /// Those a working group can be made from.
    pub fn for_groups(&self) -> impl Iterator<Item = &Arc<Recipe>> {
        self.usable().filter(|r| r.group)
    }

    fn usable(&self) -> impl Iterator<Item = &Arc<Recipe>> {
        self.current.values().filter(|r| !self.retired.contains(&r.key) && r.tools.iter().all(|t| self.tools.contains(t)))
    }

    /// Whether a recipe is not offered any more.
    #[must_use]
    pub fn is_retired(&self, key: &str) -> bool {
        self.retired.iter().any(|k| k == key)
    }

    /// The recipe as it came with the program or lies in the folder of recipes.
    #[must_use]
    pub fn file(&self, key: &str) -> Option<&FromFile> {
        self.files.get(key)
    }

    /// The program's own names of steps and roles, for spaces whose recipe is gone.
    #[must_use]
    pub fn nameless(&self) -> &Arc<Recipe> {
        &self.nameless
    }
}

/// A recipe without a name of its own, that calls steps and roles what the program calls them.
fn nameless(words: &Words) -> Recipe {
    let named = |lang: Lang| RecipeWords {
        name: String::new(),
        description: String::new(),
        one_sentence_hint: String::new(),
        stages: Stage::ALL.iter().map(|s| (s.key().to_owned(), words.say(lang, &format!("stage-{}", s.key()), &[]))).collect(),
        roles: ROLES.iter().chain(&[Role::Helper]).map(|r| (r.key().to_owned(), words.say(lang, &format!("role-{}", r.key()), &[]))).collect(),
    };
    Recipe {
        key: String::new(),
        version: 0,
        group: false,
        tools: vec![],
        visibility: crate::access::Visibility::Members,
        roles: ROLES.into_iter().filter(|r| !OF_SEALED.contains(r)).collect(),
        da: named(Lang::Da),
        en: named(Lang::En),
        questions: vec![],
    }
}

/// The recipes of files with the municipality's own over them.
///
/// # Errors
/// When the database fails.
pub async fn with_own(sql: &mut Sql, recipes: &Recipes) -> Result<Recipes> {
    recipes.with_own(sql).await
}

/// Reads the municipality's own recipes again.
///
/// # Errors
/// When the database fails.
pub async fn reload(app: &App) -> Result<()> {
    let recipes = app.recipes().with_own(&mut app.db.read().await?).await?;
    app.set_recipes(recipes);
    Ok(())
}
