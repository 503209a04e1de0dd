//! Making two persons one, and two again.

use chrono::Duration;
use samskab_platform::person::{self, Details, Person};
use samskab_platform::personal::{self, Moved};
use samskab_platform::{Act, Error, Result, args};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::{UNDO_DAYS, filled};
use crate::store::{self, Merge};

/// Two persons' fields, before and after: what is needed to take it back.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
struct Fields {
    kept: Whole,
    away: Whole,
    after: Whole,
}

/// A person's fields that making two one may fill.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
struct Whole {
    details: Details,
    organisation: Option<Uuid>,
    area: Option<Uuid>,
    helper: Option<Uuid>,
}

async fn whole(act: &mut Act<'_>, person: &Person) -> Result<Whole> {
    let area: Option<(Option<Uuid>,)> = act.sql().maybe(&store::AREA_OF, args![person.id]).await?;
    Ok(Whole { details: Details::of(person), organisation: person.organisation_id, area: area.and_then(|a| a.0), helper: person.helper_id })
}

async fn set(act: &mut Act<'_>, person: Uuid, whole: &Whole) -> Result<()> {
    person::set_own_details(act.sql(), person, &whole.details).await?;
    act.sql().run(&store::SET_FILLED, args![person, whole.organisation, whole.area, whole.helper]).await.map(|_| ())
}

/// Makes two persons one: everything that points at `away` points at `kept`, who takes over what it does not have itself.
/// Gives the id of the record by which it can be taken back.
///
/// # Errors
/// [`Error::Refused`] where one of them has left or is one with somebody already.
pub(crate) async fn merge(act: &mut Act<'_>, kept: Uuid, away: Uuid) -> Result<Uuid> {
    let (kept, away) = (person::find(act.sql(), kept).await?, person::find(act.sql(), away).await?);
    // The five of the demonstration stay: its bar signs in as them.
    if kept.id == away.id || !kept.is_here() || !away.is_here() || away.persona.is_some() {
        return Err(Error::Refused("error-cannot-merge"));
    }
    let (id, by, at, app) = (act.new_id(), act.person()?, act.at(), act.app());
    let (own, other) = (whole(act, &kept).await?, whole(act, &away).await?);
    let after = Whole {
        details: filled(&own.details, &other.details),
        organisation: own.organisation.or(other.organisation),
        area: own.area.or(other.area),
        helper: own.helper.or(other.helper).filter(|h| *h != kept.id && *h != away.id),
    };
    let moved = personal::repoint(act.sql(), app, away.id, kept.id).await?;
    // An address stands with one person only.
    if own.details.email.is_none() && other.details.email.is_some() {
        person::set_own_details(act.sql(), away.id, &Details { email: None, ..other.details.clone() }).await?;
    }
    set(act, kept.id, &after).await?;
    act.sql().run(&store::SET_MERGED, args![away.id, kept.id]).await?;
    let fields = serde_json::to_string(&Fields { kept: own, away: other, after })?;
    act.sql().run(&store::INSERT_MERGE, args![id, kept.id, away.id, by, at, fields]).await?;
    for (place, m) in moved.iter().enumerate() {
        let row = m.row.as_ref().map(ToString::to_string);
        let values = args![id, i64::try_from(place).unwrap_or(i64::MAX), &m.table, &m.column, m.key.to_string(), row];
        act.sql().run(&store::INSERT_MERGE_ROW, values).await?;
    }
    Ok(id)
}

/// Whether a merge can still be taken back at this moment.
pub(crate) fn can_undo(merge: &Merge, now: chrono::DateTime<chrono::Utc>) -> bool {
    merge.undone_at.is_none() && now < merge.made_at + Duration::days(UNDO_DAYS)
}

/// Makes them two again. Gives how many things were not there any more.
///
/// # Errors
/// [`Error::Refused`] when it is too late, was done already, or one of them has since left or been merged on.
pub(crate) async fn undo(act: &mut Act<'_>, id: Uuid) -> Result<usize> {
    let (at, app) = (act.at(), act.app());
    let merge: Merge = act.sql().one(&store::ONE_MERGE, args![id]).await?;
    let later = act.sql().count(&store::LATER_MERGES, args![merge.kept_id, merge.made_at]).await? > 0;
    let kept = person::find(act.sql(), merge.kept_id).await?;
    if !can_undo(&merge, at) || later || !kept.is_here() {
        return Err(Error::Refused("error-cannot-unmerge"));
    }
    if act.sql().run(&store::END_MERGE, args![id, at]).await? == 0 {
        return Err(Error::Refused("error-cannot-unmerge"));
    }
    let rows: Vec<(String, String, String, Option<String>)> = act.sql().all(&store::MERGE_ROWS, args![id]).await?;
    let mut moved = vec![];
    for (table, column, key, row) in rows {
        let row = row.map(|r| serde_json::from_str(&r)).transpose()?;
        moved.push(Moved { table, column, key: serde_json::from_str(&key)?, row });
    }
    act.sql().run(&store::SET_MERGED, args![merge.away_id, None::<Uuid>]).await?;
    let fields: Fields = serde_json::from_str(&merge.filled)?;
    // What was corrected since stays as it was corrected.
    let now = whole(act, &kept).await?;
    let restored = Whole {
        details: Details {
            name: back(&now.details.name, &fields.after.details.name, &fields.kept.details.name),
            email: back(&now.details.email, &fields.after.details.email, &fields.kept.details.email),
            title: back(&now.details.title, &fields.after.details.title, &fields.kept.details.title),
            phone: back(&now.details.phone, &fields.after.details.phone, &fields.kept.details.phone),
            address: back(&now.details.address, &fields.after.details.address, &fields.kept.details.address),
        },
        organisation: back(&now.organisation, &fields.after.organisation, &fields.kept.organisation),
        area: back(&now.area, &fields.after.area, &fields.kept.area),
        helper: back(&now.helper, &fields.after.helper, &fields.kept.helper),
    };
    set(act, kept.id, &restored).await?;
    let free = restored.details.email != fields.away.details.email;
    let mut away = fields.away.clone();
    if !free {
        away.details.email = None;
    }
    set(act, merge.away_id, &away).await?;
    personal::put_back(act.sql(), app, merge.away_id, merge.kept_id, &moved).await
}

fn back<T: PartialEq + Clone>(now: &T, after: &T, before: &T) -> T {
    if now == after { before.clone() } else { now.clone() }
}
