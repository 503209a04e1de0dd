//! The one door to the database: an actor does something in a space.
//!
//! [`Act::begin`] opens the transaction and asks [`crate::access`]; the tool makes its change through [`Act::sql`]; what
//! it [`Act::record`]s is appended to the space's journal and what it [`Act::tell`]s goes to the outbox in the same
//! transaction; [`Act::commit`] commits and tells the open pages. Dropping an act undoes it.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{self, ActDef, Role, Standing, Trace, Visibility};
use crate::app::App;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::held::{self, Cleared};
use crate::outbox::{self, Notice};
use crate::space::{self, MUNICIPALITY, Space};
use crate::space_acts::goes_on;
use crate::visitor::Visitor;
use crate::{assisting, attempt, choices, held_roles, journal, opening, person, recipes, tool};

/// What those in a sealed space do for its safety, whichever tool's home it is.
const KEEPS_SAFE: [ActDef; 2] = [held_roles::LET_IN, opening::END];

/// An act under way.
#[must_use = "an act that is not committed is undone"]
pub struct Act<'a> {
    app: &'a App,
    sql: Sql,
    def: &'static ActDef,
    space: Space,
    roles: Vec<Role>,
    actor: Option<Uuid>,
    helper: Option<Uuid>,
    at: DateTime<Utc>,
    recorded: usize,
    /// Other spaces whose journals hold an entry of this act.
    others: Vec<Uuid>,
    told: bool,
    refresh: bool,
    choices: bool,
    recipes: bool,
    key_destroyed: bool,
    cleared: Option<Arc<Cleared>>,
    clears: bool,
}

impl<'a> Act<'a> {
    /// Opens the transaction and asks whether this visitor may do this act in this space.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the visitor may not see the space, [`Error::SignIn`] or [`Error::Forbidden`] where the
    /// act is not theirs, [`Error::StepUp`] where the space asks for a surer session, or when the database fails.
    pub async fn begin(app: &'a App, visitor: &Visitor, space: Uuid, def: &'static ActDef) -> Result<Self> {
        let mut sql = app.db.write().await?;
        let space = space::by_id(&mut sql, space).await?;
        Self::begin_in(app, visitor, sql, space, def).await
    }

    /// The same for a space by its name in addresses: one query fewer, for what happens thousands of times.
    ///
    /// # Errors
    /// As [`Act::begin`].
    pub async fn begin_at(app: &'a App, visitor: &Visitor, slug: &str, def: &'static ActDef) -> Result<Self> {
        let mut sql = app.db.write().await?;
        let space = space::by_slug(&mut sql, slug).await?;
        Self::begin_in(app, visitor, sql, space, def).await
    }

    async fn begin_in(app: &'a App, visitor: &Visitor, mut sql: Sql, space: Space, def: &'static ActDef) -> Result<Self> {
        let actor = visitor.person.as_ref().map(|p| p.id);
        let roles = match actor {
            Some(id) => space::roles_of(&mut sql, space.id, id).await?,
            None => vec![],
        };
        let standings = if visitor.is_program() { vec![Standing::Program] } else { access::standings(actor.is_some(), &roles) };
        if !standings.iter().any(|s| access::may(*s, def, space.visibility)) {
            return Err(if !standings.iter().any(|s| access::may_see(*s, space.visibility)) {
                attempt::note(app, visitor, &space);
                Error::NotFound
            } else if actor.is_none() {
                Error::SignIn
            } else {
                Error::Forbidden(def.name)
            });
        }
        // A sealed space that is one tool's alone knows no other acts, whatever one's role.
        if space.visibility == Visibility::Sealed && !visitor.is_program() {
            let tools: Vec<_> = space::tools(&mut sql, space.id).await?.iter().filter_map(|name| app.tool(name)).collect();
            if tool::home(&tools).is_some_and(|home| !home.acts.contains(&def) && !KEEPS_SAFE.contains(def)) {
                return Err(Error::NotFound);
            }
        }
        // The second gate; the program itself knows who it is. A stranger is not asked for less than one who has signed in.
        if !visitor.is_program() && visitor.assurance < space.assurance {
            return Err(if actor.is_none() { Error::SignIn } else { Error::StepUp(space.assurance) });
        }
        if space.closed_at.is_some() && !visitor.is_program() && !goes_on(&app.tools, def) {
            return Err(Error::Refused("error-closed"));
        }
        let helper = visitor.helper.as_ref().map(|h| h.id);
        if let (Some(helper), Some(helped)) = (&visitor.helper, &visitor.person) {
            assisting::demand(&mut sql, app, visitor, helper, helped, &space).await?;
        }
        let cleared = visitor.cleared.clone();
        let at = app.clock.now();
        Ok(Self {
            cleared,
            clears: false,
            app,
            sql,
            def,
            space,
            roles,
            actor,
            helper,
            at,
            recorded: 0,
            others: vec![],
            told: false,
            refresh: false,
            choices: false,
            recipes: false,
            key_destroyed: false,
        })
    }

    /// Opens an act on the strength of something else than a role: an invitation's token, say. The caller has checked it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_by_token(app: &'a App, space: Uuid, def: &'static ActDef) -> Result<Self> {
        Self::begin(app, &Visitor::program(), space, def).await
    }

    /// The same, where what the visitor sends is published: what a colleague has let through is not stopped again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_by_token_for(app: &'a App, visitor: &Visitor, space: Uuid, def: &'static ActDef) -> Result<Self> {
        let program = Visitor { cleared: visitor.cleared.clone(), ..Visitor::program() };
        Self::begin(app, &program, space, def).await
    }

    /// Whose act this is, where a token opened it.
    pub fn acts_as(&mut self, person: Uuid) {
        self.actor = Some(person);
    }

    /// The name of what is done.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.def.name
    }

    /// Whether a colleague has let this submission through; it is settled when this act commits.
    pub(crate) fn is_cleared(&mut self) -> bool {
        self.clears = self.cleared.is_some();
        self.clears
    }

    /// The running program.
    #[must_use]
    pub fn app(&self) -> &'a App {
        self.app
    }

    /// The transaction, for the tool's own change.
    pub fn sql(&mut self) -> &mut Sql {
        &mut self.sql
    }

    /// The space.
    #[must_use]
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The actor's roles in the space.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Whether the actor has one of these roles here.
    #[must_use]
    pub fn holds_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|r| roles.contains(r))
    }

    /// Who acts: a person, unless a stranger or the program does.
    #[must_use]
    pub fn actor(&self) -> Option<Uuid> {
        self.actor
    }

    /// The person who acts.
    ///
    /// # Errors
    /// [`Error::SignIn`] for a stranger.
    pub fn person(&self) -> Result<Uuid> {
        self.actor.ok_or(Error::SignIn)
    }

    /// The moment of the act.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The date of the act in Denmark.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.app.clock.today()
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.app.clock.id()
    }

    /// Writes an entry in the space's journal: what the act was about, and a small payload that everyone who sees the
    /// space may read (`title` is what feeds and links show).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record(&mut self, object_kind: &'static str, object_id: Uuid, payload: serde_json::Value) -> Result<()> {
        self.record_in(self.space.id, object_kind, object_id, payload).await
    }

    /// The same in the journal of another space the act changes: a working group that follows the space it belongs to.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn record_in(&mut self, space: Uuid, object_kind: &'static str, object_id: Uuid, mut payload: serde_json::Value) -> Result<()> {
        let sealed = if space == self.space.id { self.space.visibility } else { space::by_id(&mut self.sql, space).await?.visibility } == Visibility::Sealed;
        if sealed {
            payload = journal::without_words(payload);
        }
        if let (Some(helper), Some(fields)) = (self.helper, payload.as_object_mut()) {
            fields.insert(journal::ASSISTED_BY.to_owned(), helper.to_string().into());
        }
        let mut salt = [0u8; 16];
        self.app.clock.fill(&mut salt);
        let draft = journal::Draft { verb: self.def.name, actor: self.actor, object_kind, object_id, at: self.at, payload: payload.to_string(), salt };
        journal::append(&mut self.sql, space, draft).await?;
        self.recorded += 1;
        if space != self.space.id && !self.others.contains(&space) {
            self.others.push(space);
        }
        Ok(())
    }

    /// Writes an entry by somebody else than the actor, under another act's name, in the same transaction.
    pub(crate) async fn record_as(&mut self, verb: &'static str, actor: Uuid, object_id: Uuid, payload: serde_json::Value) -> Result<()> {
        let mut salt = [0u8; 16];
        self.app.clock.fill(&mut salt);
        let payload = if self.space.visibility == Visibility::Sealed { journal::without_words(payload) } else { payload };
        let draft = journal::Draft { verb, actor: Some(actor), object_kind: "held", object_id, at: self.at, payload: payload.to_string(), salt };
        journal::append(&mut self.sql, self.space.id, draft).await?;
        self.recorded += 1;
        Ok(())
    }

    /// Remembers that the actor gave something to the space, so that they are told what came of it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn contributed(&mut self, kind: &str) -> Result<()> {
        match self.actor {
            Some(person) => space::contributed(&mut self.sql, self.space.id, person, kind, self.at).await,
            None => Ok(()),
        }
    }

    /// Tells one person something; when and how they hear of it is decided in [`crate::rhythm`].
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell(&mut self, recipient: Uuid, notice: &Notice) -> Result<()> {
        let person = person::find(&mut self.sql, recipient).await?;
        self.told = true;
        outbox::tell(&mut self.sql, self.app, &self.space, &person, notice, self.at).await
    }

    /// Puts a mail to somebody who is not a person here yet in the outbox.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_address(&mut self, name: &str, email: &str, notice: &Notice) -> Result<()> {
        self.told = true;
        outbox::put(&mut self.sql, self.app, Some(&self.space), outbox::To { name, email, person: None, lang: crate::words::Lang::Da }, notice, self.at).await
    }

    /// Tells everyone who gave something to the space or has a role in it, except the actor.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_contributors(&mut self, notice: &Notice) -> Result<()> {
        for person in space::contributors(&mut self.sql, self.space.id).await? {
            if Some(person) != self.actor {
                self.tell(person, notice).await?;
            }
        }
        Ok(())
    }

    /// The same as [`Act::begin`] in the municipality's own space: what is done at a desk.
    ///
    /// # Errors
    /// As [`Act::begin`].
    pub async fn begin_at_desk(app: &'a App, visitor: &Visitor, def: &'static ActDef) -> Result<Self> {
        Self::begin_at(app, visitor, MUNICIPALITY, def).await
    }

    /// What the municipality has chosen is read again when this act has committed (see [`crate::choices`]).
    pub fn changes_choices(&mut self) {
        self.choices = true;
        self.refresh = true;
    }

    /// The municipality's recipes are read again when this act has committed (see [`crate::recipes`]).
    pub fn changes_recipes(&mut self) {
        self.recipes = true;
        self.refresh = true;
    }

    /// The traces of a destroyed key are cleared when this act has committed (see [`crate::sealed`]).
    pub(crate) fn destroys_a_key(&mut self) {
        self.key_destroyed = true;
    }

    /// Lets the outbox be looked at when this act has committed, although nobody was told anything.
    pub fn rings(&mut self) {
        self.told = true;
    }

    /// Lets open pages look again although nothing was recorded: a map drawn anew, a row of votes counted.
    pub fn refresh_pages(&mut self) {
        self.refresh = true;
    }

    /// Commits. What is answered to the visitor after this is never lost.
    ///
    /// # Errors
    /// When the database fails; then nothing of the act happened.
    pub async fn commit(mut self) -> Result<()> {
        if self.def.trace == Trace::Journal && self.recorded == 0 {
            return Err(Error::Internal(format!("the act {} recorded nothing", self.def.name)));
        }
        if self.clears
            && let Some(cleared) = self.cleared.take()
        {
            held::settle(&mut self, &cleared).await?;
        }
        if let (Some(person), Some(helper), 0) = (self.actor, self.helper, self.recorded) {
            assisting::note(&mut self.sql, self.app, person, helper, self.space.id, self.def.name).await?;
        }
        let loud = self.recorded > 0 || self.refresh;
        let changed: Vec<Uuid> = if loud { std::iter::once(self.space.id).chain(std::mem::take(&mut self.others)).collect() } else { vec![] };
        for space in &changed {
            self.sql.tell_nodes(*space).await?;
        }
        self.sql.commit().await?;
        if self.choices {
            choices::reload(self.app).await?;
        }
        if self.recipes {
            recipes::reload(self.app).await?;
        }
        for space in changed {
            self.app.live.changed(space);
        }
        if self.told {
            self.app.outbox_ready.notify_one();
        }
        if self.key_destroyed {
            self.app.key_destroyed.notify_one();
        }
        Ok(())
    }
}
