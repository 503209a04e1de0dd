//! Whoever counts on an activity is told what changes. Whoever cannot be written to is rung up by the house: a name from a sheet has no
//! address, and a letter comes too late.

use chrono::{DateTime, Duration, Utc};
use samskab_platform::outbox::Said;
use samskab_platform::person::{self, Contact, Person};
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::acts::notice;
use crate::call_store::{self, New};
use crate::lists::Lists;
use crate::model::keys;
use crate::signup_store::Named;
use crate::store::Occurrence;

/// A call is forgotten so many days after it would have come too late.
const KEPT: i64 = 30;

keys! {
    /// What there is to tell.
    What {
        /// A place that came free.
        Seat => "seat",
        /// One time is held at another.
        Moved => "moved",
        /// All that follow are.
        Changed => "changed",
        /// One time is not held.
        Cancelled => "cancelled",
        /// None are any more.
        Stopped => "stopped",
        /// One is held after all.
        Restored => "restored",
    }
}

impl What {
    /// The mail that tells it.
    fn mail(self) -> &'static str {
        match self {
            What::Seat => "mail-programme-seat",
            What::Moved => "mail-programme-moved",
            What::Changed => "mail-programme-changed",
            What::Cancelled => "mail-programme-cancelled",
            What::Stopped => "mail-programme-stopped",
            What::Restored => "mail-programme-restored",
        }
    }
}

/// Those who count on something: by their account, and by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concerned {
    pub(crate) people: Vec<Uuid>,
    pub(crate) names: Vec<Named>,
}

impl Concerned {
    /// These and those, each once.
    pub(crate) fn and(mut self, other: Concerned) -> Self {
        self.people.extend(other.people);
        self.people.sort();
        self.people.dedup();
        self.names.extend(other.names);
        self.names.sort();
        self.names.dedup_by(|a, b| a.name == b.name);
        self
    }
}

/// What is told, of which time.
pub(crate) struct News<'a> {
    pub(crate) what: What,
    pub(crate) o: &'a Occurrence,
    /// When it was to be.
    pub(crate) was: Option<DateTime<Utc>>,
    pub(crate) reason: &'a str,
}

impl<'a> News<'a> {
    pub(crate) fn new(what: What, o: &'a Occurrence) -> Self {
        Self { what, o, was: None, reason: "" }
    }
}

/// Whether somebody is rung up from the house: nothing that is sent reaches them in time, and nobody helps them with it.
fn is_rung(p: &Person) -> bool {
    let written = match p.contact() {
        Contact::Mail => p.email.is_some(),
        Contact::Text => p.phone.is_some(),
        Contact::Letter | Contact::Phone => false,
    };
    !written && p.helper_id.is_none() && p.merged_into.is_none() && p.is_here()
}

/// Tells everyone concerned but the actor.
pub(crate) async fn tell(act: &mut Act<'_>, all: &Concerned, news: &News<'_>) -> Result<()> {
    let mut told = notice(act, news.what.mail(), news.o);
    if let Some(was) = news.was {
        told = told.with("was", Said::Time(was)).before(was.min(news.o.starts_at));
    }
    if !news.reason.is_empty() || matches!(news.what, What::Cancelled | What::Stopped) {
        told = told.with("reason", Said::from(news.reason));
    }
    let mut to_ring: Vec<(Option<Uuid>, &str, &str)> = vec![];
    let actor = act.actor();
    for person in all.people.iter().filter(|p| Some(**p) != actor) {
        if is_rung(&person::find(act.sql(), *person).await?) {
            to_ring.push((Some(*person), "", ""));
        } else {
            act.tell(*person, &told).await?;
        }
    }
    to_ring.extend(all.names.iter().map(|n| (None, n.name.as_str(), n.phone.as_str())));
    if to_ring.is_empty() {
        return Ok(());
    }
    let (space, at) = (act.space().id, act.at());
    call_store::forget(act.sql(), space, at - Duration::days(KEPT)).await?;
    for (person, name, phone) in to_ring {
        let until = news.was.map_or(news.o.starts_at, |was| was.max(news.o.starts_at));
        let new = New {
            id: act.new_id(),
            space,
            activity: news.o.activity_id,
            person,
            name,
            phone,
            what: news.what,
            starts_at: news.o.starts_at,
            was_at: news.was,
            reason: news.reason,
            until_at: until,
            at,
        };
        call_store::insert(act.sql(), &new).await?;
    }
    act.refresh_pages();
    Ok(())
}

/// Notes that somebody was rung up about these.
///
/// # Errors
/// [`Error::NotFound`] where there is nothing to ring about, or not for this actor, or when the database fails.
pub(crate) async fn rung(act: &mut Act<'_>, lists: &Lists, calls: &[Uuid]) -> Result<()> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let open: Vec<Uuid> = call_store::open(act.sql(), space, at).await?.into_iter().filter(|c| lists.has(c.activity_id)).map(|c| c.id).collect();
    let mut done = false;
    for id in calls.iter().filter(|id| open.contains(id)) {
        done |= call_store::ring(act.sql(), space, *id, by, at).await?;
    }
    act.refresh_pages();
    if done { Ok(()) } else { Err(Error::NotFound) }
}
