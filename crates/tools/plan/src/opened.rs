//! A plan opened by somebody who may: what it says, as far as they see it, and the note that they looked.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::sealed::{self, Place, Plain, SpaceKey};
use samskab_platform::{App, Error, Result, SpaceView, Visitor, reading, view};
use uuid::Uuid;

use crate::model::{Sight, Standing, State};
use crate::store::{self, Guest, Plan};

/// A column whose values are sealed.
#[derive(Debug, Clone, Copy)]
pub struct Column(&'static str, &'static str);

impl Column {
    /// The place of a value in it.
    #[must_use]
    pub fn of(self, row: Uuid) -> Place {
        Place { table: self.0, column: self.1, row }
    }
}

pub(crate) const DREAM: Column = Column("plan", "dream");
pub(crate) const WHAT: Column = Column("plan_step", "what");
pub(crate) const HELPER: Column = Column("plan_helper", "called");
pub(crate) const NOTE: Column = Column("plan_note", "words");
pub(crate) const CALLED: Column = Column("plan_person", "called");
pub(crate) const ADDRESS: Column = Column("plan_person", "address");

/// Seals a text for a row of a column.
pub(crate) fn seal(key: &SpaceKey, column: Column, row: Uuid, text: &str) -> Result<Vec<u8>> {
    key.seal(column.of(row), text)
}

/// What the owner is told that somebody looked at, on the page of what is stored about them.
const READING: &str = "reading-plan";

/// A plan, and who has opened it.
pub struct Opened {
    pub(crate) view: SpaceView,
    pub(crate) plan: Plan,
    pub(crate) key: SpaceKey,
    pub(crate) me: Uuid,
    pub(crate) standing: Standing,
    pub(crate) people: Vec<Guest>,
    pub(crate) sights: Vec<Sight>,
}

/// A step in words.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) id: Uuid,
    pub(crate) what: String,
    pub(crate) by_on: Option<NaiveDate>,
    pub(crate) state: State,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) changed_by: String,
    pub(crate) helpers: Vec<Helper>,
    pub(crate) notes: Vec<Note>,
}

/// Somebody who helps with a step.
#[derive(Debug, Clone)]
pub(crate) struct Helper {
    pub(crate) id: Uuid,
    pub(crate) called: String,
    pub(crate) kind: String,
    /// Whether they have been let in.
    pub(crate) inside: bool,
}

/// How it went, on a day.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    pub(crate) id: Uuid,
    pub(crate) words: String,
    pub(crate) author: String,
    pub(crate) at: DateTime<Utc>,
    /// Whether this visitor may take it away: their own, and the owner's plan is the owner's.
    pub(crate) removable: bool,
}

/// The dream in words.
#[derive(Debug, Clone)]
pub(crate) struct Dream {
    pub(crate) text: String,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) changed_by: String,
    pub(crate) notes: Vec<Note>,
}

/// What of a plan somebody sees.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) dream: Option<Dream>,
    pub(crate) steps: Vec<Step>,
}

impl Content {
    /// The ids of the parts it holds.
    pub(crate) fn parts(&self, plan: &Opened) -> Vec<Uuid> {
        self.dream.iter().map(|_| plan.space()).chain(self.steps.iter().map(|s| s.id)).collect()
    }
}

/// Opens a plan for a visitor. Nobody does this as somebody they help: whoever writes for the owner has been let in themselves, and their looks
/// are noted as theirs.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or where it is not theirs to know; [`Error::Refused`] where its key is not here; or when the
/// database fails.
pub async fn open(sql: &mut Sql, app: &App, visitor: &Visitor, slug: &str) -> Result<Opened> {
    let view = view::find_visible_with(sql, app, visitor, slug).await?;
    let (Some(me), None) = (view.person, &visitor.helper) else { return Err(Error::NotFound) };
    let plan = store::plan(sql, view.space.id).await?.ok_or(Error::NotFound)?;
    let people = store::people(sql, view.space.id).await?;
    let sights = store::sights(sql, view.space.id, &people).await?;
    let mine = || people.iter().zip(&sights).find(|(g, _)| g.person_id == Some(me) && g.came_at.is_some());
    let standing = if plan.owner_id == me && view.holds(Role::Owner) {
        Standing::Owner
    } else if let Some((guest, sight)) = mine() {
        Standing::Guest { id: guest.id, manages: guest.manages && guest.helper, sight: sight.clone() }
    } else {
        return Err(Error::NotFound);
    };
    let key = sealed::of(sql, app, view.space.id).await?;
    Ok(Opened { view, plan, key, me, standing, people, sights })
}

impl Opened {
    /// The id of its space, which is also the dream's as a part.
    #[must_use]
    pub fn space(&self) -> Uuid {
        self.plan.space_id
    }

    pub(crate) fn seal(&self, column: Column, row: Uuid, text: &str) -> Result<Vec<u8>> {
        seal(&self.key, column, row, text)
    }

    fn words(&self, column: Column, row: Uuid, sealed: &[u8]) -> Result<Plain> {
        self.key.open(column.of(row), sealed)
    }

    /// What the owner calls somebody.
    pub(crate) fn called(&self, guest: &Guest) -> Result<String> {
        Ok(self.words(CALLED, guest.id, &guest.called)?.to_owned())
    }

    /// Where somebody's link was sent, while they have not come.
    pub(crate) fn address(&self, guest: &Guest) -> Result<Option<String>> {
        guest.address.as_deref().map(|sealed| Ok(self.words(ADDRESS, guest.id, sealed)?.to_owned())).transpose()
    }

    /// The addresses of those who have not come yet.
    pub(crate) fn waiting(&self) -> Result<Vec<Plain>> {
        self.people.iter().filter_map(|g| Some((g, g.address.as_deref()?))).map(|(g, sealed)| self.words(ADDRESS, g.id, sealed)).collect()
    }

    /// The guest with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn guest(&self, id: Uuid) -> Result<(&Guest, &Sight)> {
        self.people.iter().zip(&self.sights).find(|(g, _)| g.id == id).ok_or(Error::NotFound)
    }

    /// Those who see a part too, beside the owner: only whoever sees it themselves is told.
    pub(crate) fn who_sees(&self, part: Uuid) -> Result<Vec<String>> {
        let see = self.people.iter().zip(&self.sights).filter(|(g, sight)| g.came_at.is_some() && sight.of(part) > crate::model::Level::None);
        see.filter(|(g, _)| g.person_id != Some(self.me)).map(|(g, _)| self.called(g)).collect()
    }

    /// An error unless this visitor sees the part.
    ///
    /// # Errors
    /// [`Error::NotFound`]: a part one does not see is not there.
    pub(crate) fn demand_sight(&self, part: Uuid) -> Result<()> {
        if self.standing.reads(part) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// An error unless this visitor may write in the part.
    ///
    /// # Errors
    /// [`Error::NotFound`] where they do not see it, [`Error::Forbidden`] where they may only read.
    pub(crate) fn demand_pen(&self, part: Uuid) -> Result<()> {
        self.demand_sight(part)?;
        if self.standing.writes(part) { Ok(()) } else { Err(Error::Forbidden(crate::acts::WRITE.name)) }
    }

    /// An error unless this visitor may add and move steps.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn demand_whole(&self) -> Result<()> {
        if self.standing.adds() { Ok(()) } else { Err(Error::NotFound) }
    }

    /// An error unless this visitor decides who sees what.
    ///
    /// # Errors
    /// [`Error::NotFound`]: the pages of it are nobody else's.
    pub(crate) fn demand_deciding(&self) -> Result<()> {
        if self.standing.manages() { Ok(()) } else { Err(Error::NotFound) }
    }

    fn notes_of(&self, all: &[store::Note], part: Uuid) -> Result<Vec<Note>> {
        let of = |n: &store::Note| {
            let words = self.words(NOTE, n.id, &n.words)?.to_owned();
            Ok(Note { id: n.id, words, author: n.author.clone(), at: n.written_at, removable: self.standing.owns() || n.author_id == self.me })
        };
        all.iter().filter(|n| n.part == part).map(of).collect()
    }

    /// What this visitor sees of it.
    ///
    /// # Errors
    /// When the database fails, or a value was changed.
    pub(crate) async fn content(&self, sql: &mut Sql) -> Result<Content> {
        let space = self.space();
        let notes = store::notes(sql, space).await?;
        let helpers = store::helpers(sql, space).await?;
        let dream = if self.standing.reads(space) {
            let text = self.words(DREAM, space, &self.plan.dream)?.to_owned();
            let changed_by = self.plan.changed_by.clone().unwrap_or_default();
            Some(Dream { text, changed_at: self.plan.changed_at, changed_by, notes: self.notes_of(&notes, space)? })
        } else {
            None
        };
        let mut steps = vec![];
        for s in store::steps(sql, space).await?.into_iter().filter(|s| self.standing.reads(s.id)) {
            let helper = |h: &store::Helper| {
                let called = self.words(HELPER, h.id, &h.called)?.to_owned();
                Ok(Helper { id: h.id, called, kind: h.kind.clone(), inside: h.guest_id.is_some() })
            };
            steps.push(Step {
                id: s.id,
                what: self.words(WHAT, s.id, &s.what)?.to_owned(),
                by_on: s.by_on,
                state: State::of(&s.state).unwrap_or(State::Waiting),
                changed_at: s.changed_at,
                changed_by: s.changed_by.unwrap_or_default(),
                helpers: helpers.iter().filter(|h| h.step_id == s.id).map(helper).collect::<Result<_>>()?,
                notes: self.notes_of(&notes, s.id)?,
            });
        }
        Ok(Content { dream, steps })
    }

    /// One step, where this visitor sees it.
    ///
    /// # Errors
    /// [`Error::NotFound`], or as [`Opened::content`].
    pub(crate) async fn step(&self, sql: &mut Sql, id: Uuid) -> Result<Step> {
        self.content(sql).await?.steps.into_iter().find(|s| s.id == id).ok_or(Error::NotFound)
    }

    /// Notes that somebody else than the owner looks at these parts, before they are shown.
    ///
    /// # Errors
    /// When the database fails; then nothing is to be shown.
    pub(crate) async fn note_look(&self, app: &App, parts: &[Uuid]) -> Result<()> {
        if self.standing.owns() || parts.is_empty() {
            return Ok(());
        }
        let (mut sql, at) = (app.db.write().await?, app.clock.now());
        for part in parts {
            store::read(&mut sql, app.clock.id(), self.space(), *part, self.me, at).await?;
        }
        reading::note_once_a_day(&mut sql, app, Some(self.me), self.plan.owner_id, READING).await?;
        sql.commit().await
    }
}

/// Somebody reads all of a plan that they see: their look is noted.
///
/// # Errors
/// As [`open`].
pub async fn look(app: &App, visitor: &Visitor, slug: &str) -> Result<()> {
    let mut sql = app.db.read().await?;
    let plan = open(&mut sql, app, visitor, slug).await?;
    let content = plan.content(&mut sql).await?;
    drop(sql);
    plan.note_look(app, &content.parts(&plan)).await
}
