//! What can be done with a space as a whole: making one, moving it along the loop.

use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, Trace, Visibility};
use crate::act::Act;
use crate::assurance::Assurance;
use crate::error::{Error, Result};
use crate::group;
use crate::held_roles::{HELD_BACK, LET_IN};
use crate::hold::{self, Held};
use crate::opening;
use crate::outbox::{Notice, Said};
use crate::recipe::{Recipe, Stage};
use crate::sealed;
use crate::space::{self, MUNICIPALITY, NewSpace, Space};
use crate::tool::Tool;
use crate::words::Lang;

/// Making a new space; done in the municipality's own space.
pub const CREATE: ActDef =
    ActDef { name: "space.create", roles: &[Role::Administrator, Role::Secretary, Role::Facilitator], reach: Reach::Roles, trace: Trace::Journal };

/// Moving a space to another step of the loop.
pub const MOVE: ActDef = ActDef { name: "space.move", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Changing what a space is called, what it is about, where it belongs and who may see it.
pub const SETTLE: ActDef = ActDef { name: "space.settle", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Closing a space: it can be read, what was promised is carried on, and nothing new is begun in it.
pub const CLOSE: ActDef = ActDef { name: "space.close", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Opening a closed space again.
pub const REOPEN: ActDef = ActDef { name: "space.reopen", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Making a working group of a space.
pub const GROUP: ActDef = ActDef { name: "space.group", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Taking everything of a space out as one archive.
pub const ARCHIVE: ActDef = ActDef { name: "space.archive", roles: &[Role::Secretary, Role::Administrator], reach: Reach::Roles, trace: Trace::Journal };

/// All of them.
pub const ACTS: &[&ActDef] = &[&CREATE, &MOVE, &SETTLE, &CLOSE, &REOPEN, &GROUP, &ARCHIVE, &LET_IN, &HELD_BACK];

/// What can be done with a space that is closed, beside what its tools carry on there ([`Tool::goes_on`]).
pub const IN_CLOSED: [&ActDef; 4] = [&REOPEN, &ARCHIVE, &LET_IN, &opening::END];

/// Whether an act is also one for a space that is closed.
#[must_use]
pub fn goes_on(tools: &[&Tool], act: &ActDef) -> bool {
    IN_CLOSED.iter().copied().chain(tools.iter().flat_map(|tool| tool.goes_on.iter().copied())).any(|a| a == act)
}

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
    let maker = act.person()?;
    create_with(act, new, &[(maker, Role::Secretary)]).await.map(|made| made.1)
}

/// The same with these people in it, whoever makes it; gives its id and its name in addresses.
///
/// # Errors
/// When the database fails.
pub async fn create_with(act: &mut Act<'_>, new: &Beginning<'_>, team: &[(Uuid, Role)]) -> Result<(Uuid, String)> {
    let sealed = new.visibility == Visibility::Sealed;
    if !sealed {
        act.screen(&[("title", new.title), ("summary", new.summary)]).await?;
    }
    let (id, at, parent) = (act.new_id(), act.at(), act.space().id);
    let (slug, title, summary) = names(act, new.recipe, new.visibility, new.title, new.summary).await?;
    let row = NewSpace {
        id,
        parent: Some(parent),
        slug: &slug,
        recipe: &new.recipe.key,
        recipe_version: i64::from(new.recipe.version),
        title: &title,
        summary: &summary,
        area: new.area,
        visibility: new.visibility,
        assurance: new.assurance,
        tools: &new.recipe.tools,
        at,
    };
    space::insert(act.sql(), &row).await?;
    for (person, role) in team {
        space::give_role(act.sql(), id, *person, *role, at).await?;
    }
    if sealed {
        let key = sealed::make(act, id).await?;
        sealed::set_words(act.sql(), &key, new.title, new.summary).await?;
        // Nobody outside learns that it was made.
        act.record_in(id, "space", id, serde_json::json!({ "title": "", "recipe": new.recipe.key, "level": new.assurance.key() })).await?;
        return Ok((id, slug));
    }
    // The municipality's own journal is public: a space that is not is recorded without its title.
    let shown = if new.visibility == Visibility::Public { new.title } else { "" };
    act.record("space", id, serde_json::json!({ "title": shown, "recipe": new.recipe.key, "level": new.assurance.key() })).await?;
    Ok((id, slug))
}

/// What a space is called and about where it is kept in the clear, and its name in addresses: of a sealed one neither says anything.
async fn names(act: &mut Act<'_>, recipe: &Recipe, visibility: Visibility, title: &str, summary: &str) -> Result<(String, String, String)> {
    if visibility == Visibility::Sealed {
        let (slug, title) = sealed::neutral(act.app(), &recipe.words(Lang::Da).name);
        return Ok((slug, title, String::new()));
    }
    Ok((space::free_slug(act.sql(), title).await?, title.to_owned(), summary.to_owned()))
}

/// A working group to be made.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewGroup<'a> {
    pub recipe: &'a Recipe,
    pub title: &'a str,
    /// What it is to do, in a sentence or two.
    pub task: &'a str,
    /// Somebody on the team who leads it.
    pub leader: Option<Uuid>,
    pub visibility: Visibility,
}

/// Makes a working group of a space; gives its id and its name in addresses.
///
/// # Errors
/// [`Error::Refused`] within a working group and where there are too many, [`Error::BadRequest`] for a leader who is not on the
/// team or a recipe that is not for groups, or when the database fails.
pub async fn make_group(act: &mut Act<'_>, new: &NewGroup<'_>) -> Result<(Uuid, String)> {
    act.screen(&[("title", new.title), ("task", new.task)]).await?;
    let (id, at, maker, committee) = (act.new_id(), act.at(), act.person()?, act.space().clone());
    if committee.slug == MUNICIPALITY || committee.is_group() {
        return Err(Error::Refused("group-within"));
    }
    if group::of(act.sql(), committee.id).await?.len() >= group::MOST {
        return Err(Error::Refused("group-too-many"));
    }
    let on_the_team = match new.leader {
        Some(leader) => !space::roles_of(act.sql(), committee.id, leader).await?.is_empty(),
        None => true,
    };
    if !new.recipe.group || !on_the_team {
        return Err(Error::BadRequest("error-form"));
    }
    let visibility = group::visibility_within(committee.visibility, new.visibility);
    let (slug, title, summary) = names(act, new.recipe, visibility, new.title, new.task).await?;
    let row = NewSpace {
        id,
        parent: Some(committee.id),
        slug: &slug,
        recipe: &new.recipe.key,
        recipe_version: i64::from(new.recipe.version),
        title: &title,
        summary: &summary,
        area: committee.area_id,
        visibility,
        assurance: committee.assurance,
        tools: &new.recipe.tools,
        at,
    };
    space::insert(act.sql(), &row).await?;
    if visibility == Visibility::Sealed {
        let key = sealed::make(act, id).await?;
        sealed::set_words(act.sql(), &key, new.title, new.task).await?;
    }
    group::follow_stage(act.sql(), &committee).await?;
    group::hand_down(act.sql(), committee.id).await?;
    if let Some(leader) = new.leader {
        space::give_role(act.sql(), id, leader, Role::Chair, at).await?;
    }
    if space::roles_of(act.sql(), id, maker).await?.is_empty() {
        space::give_role(act.sql(), id, maker, Role::Member, at).await?;
    }
    // A group that fewer people see is recorded without its name, which all who see the space may read.
    let named = visibility == committee.visibility;
    let payload = serde_json::json!({ "title": if named { new.title } else { "" }, "named": if named { "yes" } else { "no" } });
    act.record("space", id, payload).await?;
    if let Some(leader) = new.leader.filter(|leader| *leader != maker) {
        let notice = Notice::new("mail-group-lead", format!("/forloeb/{slug}"), id).with("group", title.as_str());
        act.tell(leader, &notice).await?;
    }
    Ok((id, slug))
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
/// [`Error::BadRequest`] for a working group that would be more open than the space it belongs to, or when the database fails.
pub async fn settle(act: &mut Act<'_>, new: &Settling) -> Result<()> {
    let space = act.space().clone();
    if let Some(committee) = space.committee_id {
        let committee = space::by_id(act.sql(), committee).await?;
        if group::visibility_within(committee.visibility, new.visibility) != new.visibility {
            return Err(Error::BadRequest("error-form"));
        }
    }
    if space.visibility == Visibility::Sealed {
        // Once sealed, always sealed: its words would come out into the open with it.
        if new.visibility != Visibility::Sealed {
            return Err(Error::BadRequest("error-form"));
        }
        let (app, title) = (act.app(), space.title.clone());
        let key = sealed::of(act.sql(), app, space.id).await?;
        sealed::set_words(act.sql(), &key, &new.title, &new.summary).await?;
        space::settle(act.sql(), space.id, &title, "", new.area, Visibility::Sealed).await?;
        return act.record("space", space.id, serde_json::json!({ "title": title })).await;
    }
    if new.visibility == Visibility::Sealed {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("title", &new.title), ("summary", &new.summary)]).await?;
    space::settle(act.sql(), space.id, &new.title, &new.summary, new.area, new.visibility).await?;
    let payload = serde_json::json!({ "title": new.title, "before": space.visibility.key(), "visibility": new.visibility.key() });
    act.record("space", space.id, payload).await?;
    for g in group::of(act.sql(), space.id).await? {
        let visibility = group::visibility_within(new.visibility, g.visibility);
        if visibility != g.visibility {
            space::settle(act.sql(), g.id, &g.title, &g.summary, g.area_id, visibility).await?;
            let payload = serde_json::json!({ "title": g.title, "before": g.visibility.key(), "visibility": visibility.key() });
            act.record_in(g.id, "space", g.id, payload).await?;
        }
    }
    Ok(())
}

/// Asks for a level of assurance in a space; its working groups ask for no less.
///
/// # Errors
/// [`Error::BadRequest`] for a working group that would ask for less than the space it belongs to, or when the database fails.
pub async fn ask_level(act: &mut Act<'_>, level: Assurance) -> Result<()> {
    let space = act.space().clone();
    if let Some(committee) = space.committee_id {
        let committee = space::by_id(act.sql(), committee).await?;
        if group::assurance_within(committee.assurance, level) != level {
            return Err(Error::BadRequest("error-form"));
        }
    }
    space::set_assurance(act.sql(), space.id, level).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title, "level": level.key() })).await?;
    for g in group::of(act.sql(), space.id).await? {
        let level = group::assurance_within(level, g.assurance);
        if level != g.assurance {
            space::set_assurance(act.sql(), g.id, level).await?;
            act.record_in(g.id, "space", g.id, serde_json::json!({ "title": g.title, "level": level.key() })).await?;
        }
    }
    Ok(())
}

/// Closes a space and the working groups that belong to it.
///
/// # Errors
/// [`Error::Refused`] while a legal hold is on one of them, or when the database fails.
pub async fn close(act: &mut Act<'_>) -> Result<()> {
    let (space, today, at) = (act.space().clone(), act.today(), act.at());
    let groups = group::of(act.sql(), space.id).await?;
    for s in std::iter::once(space).chain(groups.into_iter().filter(|g| g.closed_at.is_none())) {
        if hold::blocked(act.sql(), Held::Space(s.id), today).await?.is_some() {
            return Err(Error::Refused("error-held"));
        }
        space::set_closed(act.sql(), s.id, Some(at)).await?;
        act.record_in(s.id, "space", s.id, serde_json::json!({ "title": s.title })).await?;
    }
    Ok(())
}

/// Opens a closed space again. Its working groups are opened one by one, where they are needed.
///
/// # Errors
/// [`Error::Refused`] for a working group while the space it belongs to is closed, or when the database fails.
pub async fn reopen(act: &mut Act<'_>) -> Result<()> {
    let space = act.space().clone();
    if let Some(committee) = space.committee_id
        && space::by_id(act.sql(), committee).await?.closed_at.is_some()
    {
        return Err(Error::Refused("group-closed-above"));
    }
    space::set_closed(act.sql(), space.id, None).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title })).await
}

/// Moves a space to a step and tells everyone who is part of it.
///
/// # Errors
/// [`Error::Refused`] for a working group, which follows the space it belongs to, or when the database fails.
pub async fn move_to(act: &mut Act<'_>, stage: Stage) -> Result<()> {
    let space = act.space().clone();
    if space.is_group() {
        return Err(Error::Refused("group-follows"));
    }
    space::set_stage(act.sql(), space.id, stage).await?;
    group::follow_stage(act.sql(), &Space { stage, ..space.clone() }).await?;
    act.record("space", space.id, serde_json::json!({ "title": space.title, "stage": stage.key() })).await?;
    let about = act.new_id();
    let notice = Notice::new("mail-stage", format!("/forloeb/{}", space.slug), about).with("stage", Said::stage(&space, stage));
    act.tell_contributors(&notice).await
}
