//! A circle, opened for somebody who may read it: the reading is noted before it is answered.

use askama::Template;
use axum::response::Response;
use samskab_platform::access::{ActDef, Role};
use samskab_platform::db::Sql;
use samskab_platform::sealed::SpaceKey;
use samskab_platform::{Act, App, Error, Page, Result, SpaceView, Visitor, page, person, reading, space, view};

use crate::acts::{self, OPENERS, READ};
use crate::model::Details;
use crate::slot_store::{self, Slot};
use crate::store::{self, Need, Row};
use crate::times::{self, Line};

/// Everything of a circle.
pub(crate) struct Whole {
    pub(crate) view: SpaceView,
    pub(crate) key: SpaceKey,
    pub(crate) row: Row,
    pub(crate) details: Details,
    pub(crate) needs: Vec<Need>,
    pub(crate) slots: Vec<Slot>,
}

impl Whole {
    /// Its times with what they are for.
    pub(crate) fn lines(&self) -> Vec<Line> {
        times::lines(&self.slots, &self.needs)
    }

    pub(crate) fn page(&self, app: &App, visitor: &Visitor, word: &str) -> Page {
        Page::of_space(app, visitor, &self.view, word)
    }

    /// Whether the visitor is one of its coordinators. Those it is around see all of it, but do not look people up.
    pub(crate) fn coordinates(&self) -> bool {
        self.view.roles.iter().any(|r| OPENERS.contains(r))
    }

    /// The page under this circle.
    pub(crate) fn under(&self, path: &str) -> String {
        self.view.under(&format!("kreds{path}"))
    }
}

/// The space of a circle as the visitor sees it.
pub(crate) async fn seen(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    let view = view::find_visible(app, visitor, slug).await?.at("kreds");
    view.demand(&READ)?;
    Ok(view)
}

/// Notes that the visitor reads this (a word key). Those the circle is around need not be told of themselves.
pub(crate) async fn note(act: &mut Act<'_>, what: &'static str) -> Result<()> {
    let (app, space, at, id, me) = (act.app(), act.space().id, act.at(), act.new_id(), act.person()?);
    let owners = space::with_role(act.sql(), space, Role::Owner).await?;
    if owners.contains(&me) {
        return Ok(());
    }
    store::read_by(act.sql(), id, space, me, what, at).await?;
    for owner in owners {
        reading::note_once_a_day(act.sql(), app, Some(me), owner, "reading-circle").await?;
    }
    Ok(())
}

/// Opens a circle to be read.
///
/// # Errors
/// [`Error::Refused`] once it is over, or when the database fails.
pub(crate) async fn read(app: &App, visitor: &Visitor, slug: &str, what: &'static str) -> Result<Whole> {
    let view = seen(app, visitor, slug).await?;
    let mut act = Act::begin(app, visitor, view.space.id, &READ).await?;
    let key = acts::key_of(&mut act).await?;
    note(&mut act, what).await?;
    let whole = load(act.sql(), view, key).await?;
    act.commit().await?;
    Ok(whole)
}

/// Opens an act on a circle that goes on, with everything of it as it stands: nobody else changes it meanwhile. A form that is not
/// accepted is answered by [`refused`].
pub(crate) async fn begin<'a>(app: &'a App, visitor: &Visitor, slug: &str, def: &'static ActDef) -> Result<(Act<'a>, Whole)> {
    let view = seen(app, visitor, slug).await?;
    let mut act = Act::begin(app, visitor, view.space.id, def).await?;
    store::lock(act.sql(), view.space.id).await?;
    let key = acts::key_of(&mut act).await?;
    let whole = load(act.sql(), view, key).await?;
    Ok((act, whole))
}

/// Answers a form that is not accepted: what was begun is given up, and that the circle is read again is noted before it is shown.
pub(crate) async fn refused(app: &App, visitor: &Visitor, act: Act<'_>, what: &'static str, template: &impl Template) -> Result<Response> {
    let space = act.space().id;
    drop(act);
    let mut act = Act::begin(app, visitor, space, &READ).await?;
    note(&mut act, what).await?;
    act.commit().await?;
    page::not_accepted(template)
}

async fn load(sql: &mut Sql, view: SpaceView, key: SpaceKey) -> Result<Whole> {
    let row = store::one(sql, view.space.id).await?;
    let details = store::details(&key, &row)?;
    let needs = store::needs(sql, &key).await?;
    let slots = slot_store::of_space(sql, view.space.id).await?;
    Ok(Whole { view, key, row, details, needs, slots })
}

/// The areas to choose from: id and name.
pub(crate) async fn areas(sql: &mut Sql) -> Result<Vec<(String, String)>> {
    Ok(person::areas(sql).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect())
}

/// The number of a slot or a need in an address.
pub(crate) fn id_of(text: &str) -> Result<uuid::Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}
