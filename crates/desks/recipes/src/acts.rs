//! What can be done with recipes. A version that is written is never changed: going back writes a new one.

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::recipe::Recipe;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::store;
use crate::write::with_version;

/// Those who work with recipes.
pub const COOKS: &[Role] = &[Role::Administrator, Role::Secretary];

/// Making a recipe of one's own from another.
pub const COPY: ActDef = ActDef { name: "recipes.copy", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// Writing a new version.
pub const WRITE: ActDef = ActDef { name: "recipes.write", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// Taking in a recipe from a file.
pub const IMPORT: ActDef = ActDef { name: "recipes.import", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// Going back to an earlier version.
pub const GO_BACK: ActDef = ActDef { name: "recipes.go_back", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// Not offering a recipe for new spaces any more.
pub const RETIRE: ActDef = ActDef { name: "recipes.retire", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// Offering it again.
pub const OFFER: ActDef = ActDef { name: "recipes.offer", roles: COOKS, reach: Reach::Roles, trace: Trace::Journal };

/// All of them.
pub const ALL: &[&ActDef] = &[&COPY, &WRITE, &IMPORT, &GO_BACK, &RETIRE, &OFFER];

/// The recipe's id, and the number of its latest version. A recipe that came with the program is put beside the
/// municipality's own first, so that its version stays when the program is renewed.
async fn kept(act: &mut Act<'_>, key: &str) -> Result<(Uuid, i64)> {
    if let Some(row) = store::one(act.sql(), key).await? {
        return Ok((row.id, row.version));
    }
    let (id, at, recipes) = (act.new_id(), act.at(), act.app().recipes());
    match recipes.file(key) {
        Some(file) => {
            let version = i64::from(file.recipe.version);
            store::insert(act.sql(), id, key, version, &file.text, "", None, at).await?;
            Ok((id, version))
        }
        None => Ok((id, 0)),
    }
}

/// Writes a new version of a recipe; gives its number. `text` is the recipe as TOML, which has been checked.
///
/// # Errors
/// [`Error::Taken`] where somebody else wrote the same version meanwhile, or when the database fails.
pub async fn write(act: &mut Act<'_>, recipe: &Recipe, text: &str, note: &str) -> Result<i64> {
    let (id, latest) = kept(act, &recipe.key).await?;
    let (version, by, at) = (latest + 1, act.person()?, act.at());
    store::insert(act.sql(), id, &recipe.key, version, &with_version(text, version), note, Some(by), at).await?;
    act.changes_recipes();
    act.record("recipe", id, serde_json::json!({ "title": recipe.da.name, "version": version })).await?;
    Ok(version)
}

/// Takes a recipe out of what is offered, or offers it again. Spaces that were made from it go on as they are.
///
/// # Errors
/// [`Error::NotFound`] for a recipe that is not there, or when the database fails.
pub async fn retire(act: &mut Act<'_>, key: &str, retired: bool) -> Result<()> {
    let recipe = act.app().recipe(key).ok_or(Error::NotFound)?;
    let ((id, _), at) = (kept(act, key).await?, act.at());
    if retired {
        store::retire(act.sql(), key, at).await?;
    } else {
        store::offer(act.sql(), key).await?;
    }
    act.changes_recipes();
    act.record("recipe", id, serde_json::json!({ "title": recipe.da.name })).await
}
