//! Checking in: what a kiosk sends, at once or after the network was away, counted once whatever happens on the way.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use samskab_platform::{Act, Result};
use uuid::Uuid;

use crate::device_store::{self, Device};
use crate::model::{self, GONE_ON, KEEP_DAYS, MOST_GUESTS};
use crate::store::{self, CheckIn, Way};

/// What somebody did on a kiosk.
#[derive(Debug, Clone)]
pub struct Item {
    /// Made by the kiosk; the same when it is sent again.
    pub id: Uuid,
    /// How they checked in.
    pub way: Way,
    /// Whose name was pressed.
    pub who: Option<Uuid>,
    /// What the card said.
    pub code: String,
    /// How many guests.
    pub heads: i64,
    /// When, by the server's clock.
    pub at: DateTime<Utc>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// Counted; the first name, where one is known.
    In(String),
    /// They were counted today already.
    Again(String),
    /// It was sent before.
    Sent,
    /// Nobody knows that card or name, and nothing was counted.
    Unknown,
}

impl Taken {
    /// What the kiosk's script calls it.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Taken::In(_) => "in",
            Taken::Again(_) => "again",
            Taken::Sent => "sent",
            Taken::Unknown => "unknown",
        }
    }

    /// The first name, where one is known.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Taken::In(name) | Taken::Again(name) => name,
            Taken::Sent | Taken::Unknown => "",
        }
    }
}

/// Whose card it is: one that was given out here, or one that another tool knows, such as a membership card.
async fn holder(act: &mut Act<'_>, signs: &str) -> Result<Option<(Uuid, String)>> {
    let space = act.space().id;
    let mut found = store::card(act.sql(), space, signs).await?;
    for tool in &act.app().tools {
        if found.is_none() {
            found = (tool.card)(act.sql(), space, signs).await?;
        }
    }
    Ok(found)
}

/// Takes what a kiosk sends; the answers are in the order of the items.
///
/// # Errors
/// When the database fails; then nothing of it was counted.
pub(crate) async fn take(act: &mut Act<'_>, device: &Device, items: &[Item]) -> Result<Vec<Taken>> {
    let (space, now) = (act.space().id, act.at());
    let keep = Duration::days(store::keep_days(act.sql(), space).await?.unwrap_or(KEEP_DAYS));
    let mut known = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let person = match (item.way, item.who) {
            (Way::Name, Some(id)) => store::regular(act.sql(), space, id).await?.map(|r| (r.person_id, r.name)),
            (Way::Card, _) => holder(act, &model::typed(&item.code)).await?,
            _ => None,
        };
        known.push((place, item, person));
    }
    // Always in the same order: two kiosks that send the same people at once wait for one another, not crosswise.
    known.sort_by_key(|(_, item, person)| (person.as_ref().map(|p| p.0), item.id));
    let mut taken = vec![Taken::Unknown; items.len()];
    let mut days: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for (place, item, person) in known {
        // Somebody who has gone on cannot be asked who they were. They came all the same.
        if person.is_none() && item.way != Way::Guest && now - item.at < Duration::seconds(GONE_ON) {
            continue;
        }
        let day = model::day_of(item.at);
        let heads = if item.way == Way::Guest { item.heads.clamp(1, MOST_GUESTS) } else { 1 };
        let forget_on = person.is_some().then(|| day + keep);
        let (id, whose) = (act.new_id(), person.as_ref().map(|p| p.0));
        let check_in = CheckIn { id, space, device: device.id, client: item.id, day, at: item.at, way: item.way, heads, person: whose, forget_on };
        let name = person.map(|(_, name)| model::first_name(&name).to_owned()).unwrap_or_default();
        taken[place] = if store::check_in(act.sql(), &check_in).await? {
            *days.entry(day).or_default() += heads;
            Taken::In(name)
        } else if store::was_sent(act.sql(), space, item.id).await? {
            Taken::Sent
        } else {
            Taken::Again(name)
        };
    }
    for (day, heads) in days {
        store::add(act.sql(), space, day, heads, 0).await?;
    }
    device_store::seen(act.sql(), device.id, now).await?;
    Ok(taken)
}
