//! A space as one visitor sees it.

use std::sync::Arc;

use uuid::Uuid;

use crate::access::{self, ActDef, Role, Standing, Visibility};
use crate::app::App;
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::recipe::{Recipe, Stage};
use crate::space::{self, Space};
use crate::space_acts::goes_on;
use crate::tool::{self, Tool};
use crate::visitor::Visitor;
use crate::words::Lang;
use crate::{attempt, sealed};

/// A space, and what this visitor is and may do in it.
#[derive(Clone)]
pub struct SpaceView {
    /// The space.
    pub space: Space,
    /// The visitor's roles in it.
    pub roles: Vec<Role>,
    /// The visitor, if signed in.
    pub person: Option<Uuid>,
    /// Its tools, in order.
    pub tools: Vec<&'static Tool>,
    /// The path of the tool that is shown, for the tabs.
    pub tab: &'static str,
    recipe: Option<Arc<Recipe>>,
    names: Arc<Recipe>,
    standings: Vec<Standing>,
    /// The level of assurance the visitor's session lacks; until then they stand here as anybody does.
    pub lacks: Option<Assurance>,
    /// The space a working group belongs to, where the visitor may see it.
    pub committee: Option<Space>,
}

impl SpaceView {
    /// The tool whose page it is, where it is one tool's alone: then it has no steps, no feed, and sends no live updates.
    #[must_use]
    pub fn home(&self) -> Option<&'static Tool> {
        tool::home(&self.tools)
    }

    /// Whether a frame stands at the top of its pages: a sealed space has none.
    #[must_use]
    pub fn has_frame(&self) -> bool {
        self.space.visibility != Visibility::Sealed || !self.space.sentence.is_empty()
    }

    /// Whether the visitor may do this act here.
    #[must_use]
    pub fn may(&self, act: &ActDef) -> bool {
        (self.space.closed_at.is_none() || goes_on(&self.tools, act)) && self.standings.iter().any(|s| access::may(*s, act, self.space.visibility))
    }

    /// An error unless the visitor may do this act here: for pages that only lead to the act.
    ///
    /// # Errors
    /// [`Error::SignIn`], [`Error::StepUp`] or [`Error::Forbidden`].
    pub fn demand(&self, act: &'static ActDef) -> Result<()> {
        if self.may(act) {
            Ok(())
        } else if let Some(level) = self.lacks {
            Err(Error::StepUp(level))
        } else if self.person.is_none() {
            Err(Error::SignIn)
        } else {
            Err(Error::Forbidden(act.name))
        }
    }

    /// Whether the visitor has this role here.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Its address.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/forloeb/{}", self.space.slug)
    }

    /// The address of a page under it.
    #[must_use]
    pub fn under(&self, path: &str) -> String {
        format!("/forloeb/{}/{path}", self.space.slug)
    }

    /// The recipe it was made from, if this installation still has it.
    #[must_use]
    pub fn recipe(&self) -> Option<&Recipe> {
        self.recipe.as_deref()
    }

    /// What kind of space it is.
    #[must_use]
    pub fn kind(&self, lang: &Lang) -> &str {
        self.names.words(*lang).name.as_str()
    }

    /// What a step is called here.
    #[must_use]
    pub fn stage_name(&self, lang: &Lang, stage: &Stage) -> &str {
        self.names.stage_name(*lang, *stage)
    }

    /// What a role is called here.
    #[must_use]
    pub fn role_name(&self, lang: &Lang, role: &Role) -> &str {
        self.names.role_name(*lang, *role)
    }

    /// All six steps.
    #[must_use]
    pub fn stages(&self) -> [Stage; 6] {
        Stage::ALL
    }

    /// The same view, with a tool's tab shown as the current one.
    #[must_use]
    pub fn at(mut self, tab: &'static str) -> Self {
        self.tab = tab;
        self
    }

    /// A view for tests and samples.
    #[must_use]
    pub fn sample(app: &App, space: Space, roles: &[Role], person: Option<Uuid>) -> Self {
        let (recipe, names) = recipe_of(app, &space);
        let standings = access::standings(person.is_some(), roles);
        Self { space, roles: roles.to_vec(), person, tools: app.tools.clone(), tab: "", recipe, names, standings, lacks: None, committee: None }
    }
}

/// The recipe a space was made from, and whose names of steps and roles it has.
fn recipe_of(app: &App, space: &Space) -> (Option<Arc<Recipe>>, Arc<Recipe>) {
    let recipe = app.recipe_of(space);
    let names = recipe.clone().unwrap_or_else(|| app.recipes().nameless().clone());
    (recipe, names)
}

/// What kind of space it is and what its step is called there, for a list of spaces.
#[must_use]
pub fn names_in(app: &App, space: &Space, lang: Lang) -> (String, String) {
    let (_, names) = recipe_of(app, space);
    (names.words(lang).name.clone(), names.stage_name(lang, space.stage).to_owned())
}

/// What roles in a space are called there, in order, for a list of spaces.
#[must_use]
pub fn role_names(app: &App, space: &Space, lang: Lang, roles: &[Role]) -> String {
    let (_, names) = recipe_of(app, space);
    let names: Vec<&str> = roles.iter().map(|role| names.role_name(lang, *role)).collect();
    names.join(", ")
}

/// Finds a space the visitor may see.
///
/// # Errors
/// [`Error::NotFound`] both where there is none and where the visitor may not see it.
pub async fn find_visible(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    let mut sql = app.db.read().await?;
    find_visible_with(&mut sql, app, visitor, slug).await
}

/// The same, on a connection the caller goes on with.
///
/// # Errors
/// [`Error::NotFound`] both where there is none and where the visitor may not see it.
pub async fn find_visible_with(sql: &mut Sql, app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    let mut space = space::by_slug(sql, slug).await?;
    if slug == space::MUNICIPALITY {
        return Err(Error::NotFound);
    }
    let person = visitor.person.as_ref().map(|p| p.id);
    let roles = match person {
        Some(id) => space::roles_of(sql, space.id, id).await?,
        None => vec![],
    };
    let standings = access::standings(person.is_some(), &roles);
    if !standings.iter().any(|s| access::may_see(*s, space.visibility)) {
        attempt::note(app, visitor, &space);
        return Err(Error::NotFound);
    }
    let lacks = (person.is_some() && visitor.assurance < space.assurance).then_some(space.assurance);
    let (roles, standings) = match lacks {
        None => (roles, standings),
        Some(_) if access::may_see(Standing::Stranger, space.visibility) => (vec![], vec![Standing::Stranger]),
        Some(level) => return Err(Error::StepUp(level)),
    };
    let tools: Vec<&'static Tool> = space::tools(sql, space.id).await?.iter().filter_map(|name| app.tool(name)).collect();
    if let Some(home) = tool::home(&tools)
        && !is_at_home(&visitor.path, home)
    {
        return Err(Error::NotFound);
    }
    let committee = match space.committee_id {
        Some(id) => above(sql, visitor, id).await?,
        None => None,
    };
    if space.visibility == Visibility::Sealed
        && let Some((name, summary)) = sealed::words(sql, app, space.id).await?
    {
        // Only what is drawn for those who may see it; acts, journal and messages know the neutral title alone.
        space.title = name.to_owned();
        space.summary = summary.to_owned();
    }
    let (recipe, names) = recipe_of(app, &space);
    Ok(SpaceView { space, roles, person, tools, tab: "", recipe, names, standings, lacks, committee })
}

/// Whether an address is one that a space which is one tool's alone has: its own page, the tool's, and who tried to see it. The name of the
/// space in it is not compared: it may be written in more than one way (`%2D`), and what follows it counts.
fn is_at_home(path: &str, home: &Tool) -> bool {
    let path = path.split('?').next().unwrap_or("");
    if path.starts_with("/live/") {
        return false;
    }
    let Some(rest) = path.strip_prefix("/forloeb/") else { return true };
    ["", home.path, "forsoeg"].contains(&rest.split('/').nth(1).unwrap_or(""))
}

/// The space a group belongs to, where the visitor may see it: what one may not see is not told of.
async fn above(sql: &mut Sql, visitor: &Visitor, id: Uuid) -> Result<Option<Space>> {
    let space = space::by_id(sql, id).await?;
    let person = visitor.person.as_ref().map(|p| p.id);
    let roles = match person {
        Some(person) => space::roles_of(sql, id, person).await?,
        None => vec![],
    };
    let sees = access::standings(person.is_some(), &roles).iter().any(|s| access::may_see(*s, space.visibility));
    let surely = visitor.assurance >= space.assurance || access::may_see(Standing::Stranger, space.visibility);
    Ok(Some(space).filter(|_| sees && surely))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_that_is_one_tools_has_no_other_pages() {
        const HOME: Tool = Tool { path: "plan", home: true, ..Tool::NONE };
        for path in [
            "/forloeb/a-1",
            "/forloeb/a-1?done=x",
            "/forloeb/a-1/",
            "/forloeb/a-1/plan",
            "/forloeb/a-1/plan/trin/3",
            "/forloeb/a-1/forsoeg",
            "/forloeb/a%2D1/plan",
            "",
            "/min-side",
        ] {
            assert!(is_at_home(path, &HOME), "{path}");
        }
        for path in
            ["/forloeb/a-1/hold", "/forloeb/a-1/aktivitet?side=2", "/forloeb/a-1/planer", "/forloeb/a-1/arbejdsgrupper/ny", "/forloeb/a%2D1/hold", "/live/a-1"]
        {
            assert!(!is_at_home(path, &HOME), "{path}");
        }
    }
}
