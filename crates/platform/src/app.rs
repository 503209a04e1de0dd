//! The running program: what every request and every act can reach.

use std::ops::Deref;
use std::sync::{Arc, OnceLock, RwLock};

use axum::Router;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::choices::{self, Choices};
use crate::clock::Clock;
use crate::db::Database;
use crate::desk::Desk;
use crate::error::Result;
use crate::limits::Counter;
use crate::live::Live;
use crate::mail::Mailer;
use crate::recipe::Recipe;
use crate::recipes::{self, FromFile, Recipes};
use crate::sealed::Keyring;
use crate::settings::Settings;
use crate::space::{self, MUNICIPALITY, Space};
use crate::tool::Tool;
use crate::words::Words;

/// A handle on the running program; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of the running program.
pub struct Parts {
    /// The database.
    pub db: Database,
    /// Time, ids and chance.
    pub clock: Clock,
    /// Every word.
    pub words: Words,
    /// How the installation is set up.
    pub settings: Settings,
    /// The tools, in the order of the loop.
    pub tools: Vec<&'static Tool>,
    /// The desks.
    pub desks: Vec<&'static Desk>,
    /// Tells open pages.
    pub live: Live,
    /// Sends mail; missing: mail waits.
    pub mailer: Option<Mailer>,
    /// Rings when an act put mail in the outbox.
    pub outbox_ready: Notify,
    /// Signs sign-in codes.
    pub secret: Vec<u8>,
    /// The master keys of sealed text.
    pub keyring: Keyring,
    /// Ends streams and background work when the server stops.
    pub stop: CancellationToken,
    municipality: String,
    pub(crate) counter: Counter,
    pub(crate) key_destroyed: Notify,
    router: OnceLock<Router>,
    choices: RwLock<Arc<Choices>>,
    recipes: RwLock<Arc<Recipes>>,
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What an [`App`] is made of.
#[allow(missing_docs)]
pub struct Making {
    pub db: Database,
    pub clock: Clock,
    pub words: Words,
    pub settings: Settings,
    pub tools: Vec<&'static Tool>,
    pub desks: Vec<&'static Desk>,
    pub recipes: Vec<FromFile>,
    pub mailer: Option<Mailer>,
    pub secret: Vec<u8>,
    pub stop: CancellationToken,
}

impl App {
    /// Puts the parts together and sees to it that the municipality's own space is there.
    ///
    /// # Errors
    /// When the database fails, or [`crate::Error::Settings`] where a master key is none.
    pub async fn new(making: Making) -> Result<Self> {
        let Making { db, clock, words, settings, tools, desks, recipes, mailer, secret, stop } = making;
        let keyring = Keyring::read(&settings)?;
        let municipality = crate::start::municipality(&db, &clock, &settings).await?;
        let choices = choices::all(&mut db.read().await?).await?;
        words.relabel(&choices);
        let recipes = Recipes::new(recipes, tools.iter().map(|t| t.name.to_owned()).collect(), &words);
        let recipes = recipes::with_own(&mut db.read().await?, &recipes).await?.labelled(&words);
        let live = Live::new(stop.clone());
        Ok(Self(Arc::new(Parts {
            db,
            clock,
            words,
            settings,
            tools,
            desks,
            live,
            mailer,
            outbox_ready: Notify::new(),
            secret,
            keyring,
            stop,
            municipality,
            counter: Counter::default(),
            key_destroyed: Notify::new(),
            router: OnceLock::new(),
            choices: RwLock::new(Arc::new(choices)),
            recipes: RwLock::new(Arc::new(recipes)),
        })))
    }

    /// The name of the municipality.
    #[must_use]
    pub fn municipality(&self) -> String {
        self.choice("look.name").unwrap_or_else(|| self.municipality.clone())
    }

    /// What the municipality has chosen under this name (see [`crate::choices`]).
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<String> {
        self.choices().get(name).cloned()
    }

    /// Everything the municipality has chosen.
    #[must_use]
    pub fn choices(&self) -> Arc<Choices> {
        self.choices.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Takes the choices into use; true where things are called something else now.
    pub(crate) fn set_choices(&self, choices: Choices) -> bool {
        let relabelled = self.words.relabel(&choices);
        *self.choices.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(choices);
        relabelled
    }

    /// The recipes in force.
    #[must_use]
    pub fn recipes(&self) -> Arc<Recipes> {
        self.recipes.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// The recipe of a key as it is now.
    #[must_use]
    pub fn recipe(&self, key: &str) -> Option<Arc<Recipe>> {
        self.recipes().get(key).cloned()
    }

    /// The recipe a space was made from, in the version it was made with.
    #[must_use]
    pub fn recipe_of(&self, space: &Space) -> Option<Arc<Recipe>> {
        self.recipes().at(&space.recipe, space.recipe_version).cloned()
    }

    pub(crate) fn set_recipes(&self, recipes: Recipes) {
        *self.recipes.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(recipes.labelled(&self.words));
    }

    /// Remembers the whole program's routes, so that a submission that was held can be sent again ([`crate::held`]).
    pub fn set_router(&self, router: Router) {
        // The first one stays: a second one could only be the same.
        let _ = self.router.set(router);
    }

    pub(crate) fn router(&self) -> Option<Router> {
        self.router.get().cloned()
    }

    /// The municipality's own space.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn municipality_space(&self) -> Result<Space> {
        space::by_slug(&mut self.db.read().await?, MUNICIPALITY).await
    }

    /// The tool of a name.
    #[must_use]
    pub fn tool(&self, name: &str) -> Option<&'static Tool> {
        self.tools.iter().copied().find(|t| t.name == name)
    }

    /// The path of something a journal entry is about, where a tool has a page for its kind.
    #[must_use]
    pub fn object_path(&self, kind: &str) -> Option<&'static str> {
        self.tools.iter().find_map(|t| t.objects.iter().find(|(k, _)| *k == kind).map(|(_, path)| *path))
    }
}
