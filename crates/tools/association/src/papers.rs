//! Bylaws and cooperation agreement, in force when both sides have acknowledged them; the child-protection certificates; what is told of
//! days that come near.

use chrono::{Datelike, NaiveDate};
use samskab_platform::access::Role;
use samskab_platform::clock::plus_days;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, App, Error, Result, space};
use uuid::Uuid;

use crate::acts::TIDY;
use crate::model::{Shown, answers, shown};
use crate::paper_store::{self, Declaration, Near};
use crate::{board, store};

/// The kinds: name in the database, name in addresses.
pub const KINDS: [(&str, &str); 2] = [("bylaws", "vedtaegter"), ("agreement", "samarbejdsaftale")];
/// So long before a day the two sides are told of it.
const DAYS_BEFORE: i64 = 30;

/// The kind of an address.
pub(crate) fn kind_of(path: &str) -> Result<&'static str> {
    KINDS.iter().find(|(_, p)| *p == path).map(|(kind, _)| *kind).ok_or(Error::NotFound)
}

/// The address of a kind.
pub(crate) fn path_of(kind: &str) -> &'static str {
    KINDS.iter().find(|(k, _)| *k == kind).map_or(KINDS[0].1, |(_, path)| *path)
}

fn link(act: &Act<'_>, kind: &str) -> String {
    format!("/forloeb/{}/forening/papir/{}", act.space().slug, path_of(kind))
}

/// Those who answer for the municipality.
async fn municipality(act: &mut Act<'_>) -> Result<Vec<Uuid>> {
    let space = act.space().id;
    Ok(paper_store::answering(act.sql(), space).await?.into_iter().map(|(id, ..)| id).collect())
}

async fn tell_both(act: &mut Act<'_>, notice: &Notice) -> Result<()> {
    let (space, actor) = (act.space().id, act.actor());
    let mut people = space::with_role(act.sql(), space, Role::Chair).await?;
    people.extend(municipality(act).await?);
    people.sort();
    people.dedup();
    for person in people.into_iter().filter(|p| Some(*p) != actor) {
        act.tell(person, notice).await?;
    }
    Ok(())
}

/// Names somebody who says yes for the municipality. They get a part in the house with it, as the municipality's contact.
///
/// # Errors
/// [`Error::Refused`] for somebody who sits for the association, or when the database fails.
pub async fn name(act: &mut Act<'_>, person: Uuid) -> Result<()> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    if !answers(&space::roles_of(act.sql(), space, person).await?, true) {
        return Err(Error::Refused("association-speaker-sits"));
    }
    paper_store::name(act.sql(), space, person, by, at).await?;
    space::give_role(act.sql(), space, person, Role::Counterpart, at).await?;
    act.record("agreement", space, serde_json::json!({ "named": "yes" })).await
}

/// Takes that back; their part in the house stays.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn unname(act: &mut Act<'_>, person: Uuid) -> Result<()> {
    let space = act.space().id;
    if !paper_store::unname(act.sql(), space, person).await? {
        return Err(Error::NotFound);
    }
    act.record("agreement", space, serde_json::json!({ "named": "no" })).await
}

fn named(kind: &str) -> (&'static str, &'static str) {
    if kind == "bylaws" { ("mail-bylaws-written", "mail-bylaws-day") } else { ("mail-agreement-written", "mail-agreement-day") }
}

/// What is written in a version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// The text; it may have headings and lists.
    pub text: String,
    /// What has changed, and why; empty in the first.
    pub change_note: String,
    /// How long before one side can end it, in words.
    pub notice: String,
    /// The last day to give notice, this time round.
    pub notice_on: Option<NaiveDate>,
    /// When both sides look at it again.
    pub review_on: Option<NaiveDate>,
}

/// Writes a version and asks both sides; gives its number. `kind` is one of [`KINDS`].
///
/// # Errors
/// When the database fails.
pub async fn write(act: &mut Act<'_>, kind: &str, new: &Version) -> Result<i64> {
    act.screen(&[("text", &new.text), ("change_note", &new.change_note), ("notice", &new.notice)]).await?;
    let (id, space, by, at) = (act.new_id(), act.space().id, act.person()?, act.at());
    let object = if kind == "bylaws" { "bylaws" } else { "agreement" };
    let version = paper_store::of_kind(act.sql(), space, kind).await?.first().map_or(0, |p| p.version) + 1;
    act.record(object, id, serde_json::json!({ "paper": kind, "version": version })).await?;
    paper_store::insert(act.sql(), &paper_store::New { id, space, kind, version, written: new, by, at }).await?;
    let notice = Notice::new(named(kind).0, link(act, kind), id).with("version", version);
    tell_both(act, &notice).await?;
    Ok(version)
}

/// Acknowledges the latest version for one's side; gives whether it is in force now. One person cannot speak for both sides.
///
/// # Errors
/// [`Error::Forbidden`] for who does not answer for the side, [`Error::NotFound`], [`Error::Refused`] where the side has spoken or the
/// person has for the other, or when the database fails.
pub async fn acknowledge(act: &mut Act<'_>, kind: &str, association: bool) -> Result<bool> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let speaks = if association {
        act.holds_any(&[Role::Chair])
    } else {
        let named = paper_store::is_named(act.sql(), space, by).await?;
        answers(act.roles(), named)
    };
    if !speaks {
        return Err(Error::Forbidden("association.acknowledge"));
    }
    let latest = paper_store::of_kind(act.sql(), space, kind).await?.into_iter().next().ok_or(Error::NotFound)?;
    let side = if association { "association" } else { "municipality" };
    let object = if kind == "bylaws" { "bylaws" } else { "agreement" };
    act.record(object, latest.id, serde_json::json!({ "paper": kind, "version": latest.version, "side": side })).await?;
    if !paper_store::acknowledge(act.sql(), latest.id, association, by, at).await? {
        return Err(Error::Refused("association-side-spoken"));
    }
    Ok(if association { latest.municipality_at.is_some() } else { latest.association_at.is_some() })
}

/// Says that somebody is with children under 15, or no longer.
///
/// # Errors
/// When the database fails.
pub async fn needs(act: &mut Act<'_>, person: Uuid, needs: bool) -> Result<()> {
    let (space, by) = (act.space().id, act.person()?);
    if needs {
        if !crate::board_store::named(act.sql(), space).await?.iter().any(|(id, _)| *id == person) {
            return Err(Error::NotFound);
        }
        paper_store::needs(act.sql(), space, person, by).await
    } else {
        paper_store::needs_not(act.sql(), space, person).await.map(|_| ())
    }
}

/// Notes that the board has seen somebody's certificate on a day.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn seen(act: &mut Act<'_>, person: Uuid, on: NaiveDate) -> Result<()> {
    let (space, by) = (act.space().id, act.person()?);
    if paper_store::seen(act.sql(), space, person, on, by).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Declares to the municipality how many should have a certificate and how many have shown one that is valid. No names.
///
/// # Errors
/// When the database fails.
pub async fn declare(act: &mut Act<'_>) -> Result<()> {
    let (id, space, by, at, today) = (act.new_id(), act.space().id, act.person()?, act.at(), act.today());
    let years = store::rules(act.sql(), space).await?.certificate_years;
    let all = paper_store::certificates(act.sql(), space).await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let valid = count(all.iter().filter(|c| shown(c.seen_on, today, years) == Shown::Valid).count());
    let declaration = Declaration { id, year: i64::from(today.year()), needed: count(all.len()), shown: valid, name: String::new(), made_at: at };
    act.record("declaration", id, serde_json::json!({ "year": today.year(), "n": declaration.needed, "shown": valid })).await?;
    paper_store::declare(act.sql(), space, &declaration, by).await?;
    let notice = Notice::new("mail-association-declared", format!("/forloeb/{}/forening/boerneattester", act.space().slug), id)
        .with("year", i64::from(today.year()))
        .with("n", declaration.needed)
        .with("shown", valid);
    for person in municipality(act).await? {
        act.tell(person, &notice).await?;
    }
    Ok(())
}

/// What the tool does in the background: mostly to see that there is nothing to do.
pub(crate) async fn tick(app: &App) -> Result<()> {
    board::end_terms(app).await?;
    let today = app.clock.today();
    let until = plus_days(today, DAYS_BEFORE);
    let (review, notice) = {
        let mut sql = app.db.read().await?;
        (paper_store::review_near(&mut sql, today, until).await?, paper_store::notice_near(&mut sql, today, until).await?)
    };
    for (near, is_review) in review.into_iter().map(|n| (n, true)).chain(notice.into_iter().map(|n| (n, false))) {
        tell_near(app, near, is_review).await?;
    }
    Ok(())
}

async fn tell_near(app: &App, (id, space, kind, day): Near, review: bool) -> Result<()> {
    let mut act = Act::begin_by_token(app, space, &TIDY).await?;
    let (at, about) = (act.at(), act.new_id());
    if paper_store::told(act.sql(), id, review, at).await? {
        let notice = Notice::new(named(&kind).1, link(&act, &kind), about).with("date", day).with("what", i64::from(review)).due_on(day);
        tell_both(&mut act, &notice).await?;
        act.commit().await?;
    }
    Ok(())
}
