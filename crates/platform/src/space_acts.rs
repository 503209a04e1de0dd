//! What can be done with a space as a whole: making one, moving it along the loop.

use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, Trace, Visibility};
use crate::act::Act;
use crate::error::Result;
use crate::outbox::Notice;
use crate::recipe::{Recipe, Stage};
use crate::space::{self, NewSpace};

/// Making a new space; done in the municipality's own space.
pub const CREATE: ActDef =
    ActDef { name: "space.create", roles: &[Role::Administrator, Role::Secretary, Role::Facilitator], reach: Reach::Roles, trace: Trace::Journal };

/// Moving a space to another step of the loop.
pub const MOVE: ActDef = ActDef { name: "space.move", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Both.
pub const ACTS: &[&ActDef] = &[&CREATE, &MOVE];

/// A space to be made.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Beginning<'a> {
    pub recipe: &'a Recipe,
    pub title: &'a str,
    pub summary: &'a str,
    pub area: Option<Uuid>,
    pub visibility: Visibility,
}

/// Makes a space from a recipe, with the actor as its secretary; gives its name in addresses.
///
/// # Errors
/// When the database fails.
pub async fn create(act: &mut Act<'_>, new: &Beginning<'_>) -> Result<String> {
    let (id, at, person, parent) = (act.new_id(), act.at(), act.person()?, act.space().id);
    let slug = space::free_slug(act.sql(), new.title).await?;
    let row = NewSpace {
        id,
        parent: Some(parent),
        slug: &slug,
        recipe: &new.recipe.key,
        title: new.title,
        summary: new.summary,
        area: new.area,
        visibility: new.visibility,
        tools: &new.recipe.tools,
        at,
    };
    space::insert(act.sql(), &row).await?;
    space::give_role(act.sql(), id, person, Role::Secretary, at).await?;
    // The municipality's own journal is public: a space that is not is recorded without its title.
    let shown = if new.visibility == Visibility::Public { new.title } else { "" };
    act.record("space", id, serde_json::json!({ "title": shown, "recipe": new.recipe.key })).await?;
    Ok(slug)
}

/// Moves a space to a step and tells everyone who is part of it. `name` is what the step is called there.
///
/// # Errors
/// When the database fails.
pub async fn move_to(act: &mut Act<'_>, stage: Stage, name: &str) -> Result<()> {
    let space = act.space().clone();
    space::set_stage(act.sql(), space.id, stage).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title, "stage": stage.key() })).await?;
    let about = act.new_id();
    act.tell_contributors(&Notice { word: "mail-stage", args: vec![("stage", name.to_owned())], link: format!("/forloeb/{}", space.slug), about }).await
}
