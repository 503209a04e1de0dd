//! Putting a running program together from its settings.

use std::path::Path;
use std::sync::Arc;

use samskab_platform::app::Making;
use samskab_platform::clock::Clock;
use samskab_platform::db::{Database, Tables};
use samskab_platform::mail::Mailer;
use samskab_platform::recipe::Recipe;
use samskab_platform::recipes::FromFile;
use samskab_platform::settings::Settings;
use samskab_platform::words::Words;
use samskab_platform::{App, Error, Result};
use tokio_util::sync::CancellationToken;

/// The recipes that come with the program.
const RECIPES: &[(&str, &str)] = &[
    ("recipes/task_committee.toml", include_str!("../../../recipes/task_committee.toml")),
    ("recipes/local_project.toml", include_str!("../../../recipes/local_project.toml")),
    ("recipes/working_group.toml", include_str!("../../../recipes/working_group.toml")),
    ("recipes/support_circle.toml", include_str!("../../../recipes/support_circle.toml")),
    ("recipes/user_run_house.toml", include_str!("../../../recipes/user_run_house.toml")),
    ("recipes/own_plan.toml", include_str!("../../../recipes/own_plan.toml")),
];

/// Opens the database the settings name.
///
/// # Errors
/// [`Error::Startup`] with what to do.
pub async fn database(settings: &Settings) -> Result<Database> {
    open(settings, Tables::Latest).await
}

/// Opens it with a choice of tables; with [`Tables::AsTheyAre`] it must be there.
///
/// # Errors
/// [`Error::Startup`] with what to do.
pub async fn open(settings: &Settings, tables: Tables) -> Result<Database> {
    match &settings.database {
        Some(address) => Database::connect_with(address, tables).await,
        None if tables == Tables::AsTheyAre && !settings.data.join("samskab.db").exists() => {
            Err(Error::Startup(format!("there is no database in {}: give its folder with --data, or --database ADDRESS", settings.data.display())))
        }
        None => Database::open_folder_with(&settings.data, tables).await,
    }
}

/// Puts the program together.
///
/// # Errors
/// [`Error::Startup`] where a setting, a recipe or the database is at fault.
pub async fn app(settings: Settings, db: Database, clock: Clock, stop: CancellationToken) -> Result<App> {
    let recipes = recipes(&settings)?;
    samskab_files::storage::Storage::open(&settings)?;
    let mailer = match (&settings.mail, settings.demo) {
        (Some(smtp), _) => Some(Mailer::smtp(smtp)?),
        (None, true) => Some(Mailer::Mailbox),
        (None, false) => None,
    };
    let secret = settings.secret(&clock)?;
    let words = Words::new(&crate::word_files());
    App::new(Making { db, clock, words, settings, tools: crate::TOOLS.to_vec(), desks: crate::DESKS.to_vec(), recipes, mailer, secret, stop }).await
}

/// The recipes that come with the program, and those of the folder in the settings.
///
/// # Errors
/// [`Error::Startup`] with file and line where one is at fault.
pub fn recipes(settings: &Settings) -> Result<Vec<FromFile>> {
    let mut recipes = vec![];
    for (file, text) in RECIPES {
        recipes.push(read_recipe(file, text)?);
    }
    if let Some(folder) = &settings.recipes {
        recipes.extend(read_recipes(folder)?);
    }
    Ok(recipes)
}

fn read_recipe(file: &str, text: &str) -> Result<FromFile> {
    Ok(FromFile { recipe: Arc::new(Recipe::parse(file, text).map_err(Error::Startup)?), text: text.into() })
}

fn read_recipes(folder: &Path) -> Result<Vec<FromFile>> {
    let wrong = |e: std::io::Error| Error::Startup(format!("cannot read the recipes in {}: {e}", folder.display()));
    let mut files: Vec<_> =
        std::fs::read_dir(folder).map_err(wrong)?.filter_map(|f| f.ok().map(|f| f.path())).filter(|f| f.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let text = std::fs::read_to_string(file).map_err(wrong)?;
            read_recipe(&file.display().to_string(), &text)
        })
        .collect()
}
