//! What can be done with a space as a whole: making one, moving it along the loop.

use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, Trace, Visibility};
use crate::act::Act;
use crate::assurance::Assurance;
use crate::error::{Error, Result};
use crate::hold::{self, Held};
use crate::outbox::{Notice, Said};
use crate::recipe::{Recipe, Stage};
use crate::space::{self, NewSpace};

/// Making a new space; done in the municipality's own space.
pub const CREATE: ActDef =
    ActDef { name: "space.create", roles: &[Role::Administrator, Role::Secretary, Role::Facilitator], reach: Reach::Roles, trace: Trace::Journal };

/// Moving a space to another step of the loop.
pub const MOVE: ActDef = ActDef { name: "space.move", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Changing what a space is called, what it is about, where it belongs and who may see it.
pub const SETTLE: ActDef = ActDef { name: "space.settle", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Closing a space: it can be read, and nothing more is done in it.
pub const CLOSE: ActDef = ActDef { name: "space.close", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Opening a closed space again.
pub const REOPEN: ActDef = ActDef { name: "space.reopen", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Taking everything of a space out as one archive.
pub const ARCHIVE: ActDef = ActDef { name: "space.archive", roles: &[Role::Secretary, Role::Administrator], reach: Reach::Roles, trace: Trace::Journal };

/// All of them.
pub const ACTS: &[&ActDef] = &[&CREATE, &MOVE, &SETTLE, &CLOSE, &REOPEN, &ARCHIVE];

/// What can still be done in a space that is closed.
pub const IN_CLOSED: [&ActDef; 2] = [&REOPEN, &ARCHIVE];

/// A space to be made.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Beginning<'a> {
    pub recipe: &'a Recipe,
    pub title: &'a str,
    pub summary: &'a str,
    pub area: Option<Uuid>,
    pub visibility: Visibility,
    pub assurance: Assurance,
}

/// Makes a space from a recipe, with the actor as its secretary; gives its name in addresses.
///
/// # Errors
/// When the database fails.
pub async fn create(act: &mut Act<'_>, new: &Beginning<'_>) -> Result<String> {
    act.screen(&[("title", new.title), ("summary", new.summary)]).await?;
    let (id, at, person, parent) = (act.new_id(), act.at(), act.person()?, act.space().id);
    let slug = space::free_slug(act.sql(), new.title).await?;
    let row = NewSpace {
        id,
        parent: Some(parent),
        slug: &slug,
        recipe: &new.recipe.key,
        recipe_version: i64::from(new.recipe.version),
        title: new.title,
        summary: new.summary,
        area: new.area,
        visibility: new.visibility,
        assurance: new.assurance,
        tools: &new.recipe.tools,
        at,
    };
    space::insert(act.sql(), &row).await?;
    space::give_role(act.sql(), id, person, Role::Secretary, at).await?;
    // The municipality's own journal is public: a space that is not is recorded without its title.
    let shown = if new.visibility == Visibility::Public { new.title } else { "" };
    act.record("space", id, serde_json::json!({ "title": shown, "recipe": new.recipe.key, "level": new.assurance.key() })).await?;
    Ok(slug)
}

/// What a space's secretary can change about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Settling {
    pub title: String,
    pub summary: String,
    pub area: Option<Uuid>,
    pub visibility: Visibility,
}

/// Changes what a space is called, what it is about, where it belongs and who may see it.
///
/// # Errors
/// When the database fails.
pub async fn settle(act: &mut Act<'_>, new: &Settling) -> Result<()> {
    let space = act.space().clone();
    act.screen(&[("title", &new.title), ("summary", &new.summary)]).await?;
    space::settle(act.sql(), space.id, &new.title, &new.summary, new.area, new.visibility).await?;
    let payload = serde_json::json!({ "title": new.title, "before": space.visibility.key(), "visibility": new.visibility.key() });
    act.record("space", space.id, payload).await
}

/// Closes a space.
///
/// # Errors
/// [`Error::Refused`] while a legal hold is on it, or when the database fails.
pub async fn close(act: &mut Act<'_>) -> Result<()> {
    let (space, today, at) = (act.space().clone(), act.today(), act.at());
    if hold::blocked(act.sql(), Held::Space(space.id), today).await?.is_some() {
        return Err(Error::Refused("error-held"));
    }
    space::set_closed(act.sql(), space.id, Some(at)).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title })).await
}

/// Opens a closed space again.
///
/// # Errors
/// When the database fails.
pub async fn reopen(act: &mut Act<'_>) -> Result<()> {
    let space = act.space().clone();
    space::set_closed(act.sql(), space.id, None).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title })).await
}

/// Moves a space to a step and tells everyone who is part of it.
///
/// # Errors
/// When the database fails.
pub async fn move_to(act: &mut Act<'_>, stage: Stage) -> Result<()> {
    let space = act.space().clone();
    space::set_stage(act.sql(), space.id, stage).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title, "stage": stage.key() })).await?;
    let about = act.new_id();
    let notice = Notice::new("mail-stage", format!("/forloeb/{}", space.slug), about).with("stage", Said::stage(&space, stage));
    act.tell_contributors(&notice).await
}
