//! Setting up the house: rooms and equipment, opening hours, activity groups.

use samskab_platform::{Act, Error, Result, space};
use uuid::Uuid;

use crate::acts::titled;
use crate::house_store::{self, Group, Resource};
use crate::model::{Kind, known};

/// What a room or a thing is.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Room {
    pub kind: Kind,
    pub name: String,
    pub seats: Option<i64>,
    pub text: String,
}

/// Sets up a room or equipment, or changes one.
///
/// # Errors
/// [`Error::Taken`] where another has that name, [`Error::NotFound`], or when the database fails.
pub async fn room(act: &mut Act<'_>, id: Option<Uuid>, room: &Room) -> Result<Uuid> {
    act.screen(&[("name", &room.name), ("text", &room.text)]).await?;
    let space = act.space().id;
    if let Some(id) = id {
        house_store::resource(act.sql(), space, id).await?;
    }
    let r = Resource { id: id.unwrap_or_else(|| act.new_id()), kind: room.kind, name: room.name.clone(), seats: room.seats, text: room.text.clone() };
    house_store::put_resource(act.sql(), space, &r, id.is_none()).await?;
    act.record("programme", r.id, titled(&r.name)).await?;
    Ok(r.id)
}

/// Says when the house is open: day of the week (1 is Monday), from and to in minutes after midnight; whether on public holidays too.
///
/// # Errors
/// When the database fails.
pub async fn hours(act: &mut Act<'_>, hours: &[(i64, i64, i64)], on_holidays: bool) -> Result<()> {
    let space = act.space().id;
    house_store::set_hours(act.sql(), space, hours, on_holidays).await?;
    act.record("programme", space, serde_json::json!({})).await
}

/// Says whether those who carry activities see the telephone numbers of those who are signed up.
///
/// # Errors
/// When the database fails.
pub async fn phones(act: &mut Act<'_>, shown: bool) -> Result<()> {
    let space = act.space().id;
    house_store::show_phones(act.sql(), space, shown).await?;
    act.record("programme", space, serde_json::json!({ "shown": if shown { "yes" } else { "no" } })).await
}

/// Opens the house again on days it was to be closed. What was cancelled for it stays cancelled until somebody holds it after all.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn reopen(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let space = act.space().id;
    if house_store::drop_closing(act.sql(), space, id).await? == 0 {
        return Err(Error::NotFound);
    }
    act.record("programme", id, serde_json::json!({})).await
}

/// The people of the space by name.
pub(crate) async fn team(act: &mut Act<'_>) -> Result<Vec<(Uuid, String)>> {
    let id = act.space().id;
    let mut team: Vec<(Uuid, String)> = space::team(act.sql(), id).await?.into_iter().map(|m| (m.id, m.name)).collect();
    team.sort();
    team.dedup();
    Ok(team)
}

/// Sets up an activity group, or changes one, and says who carries it: those on the team by their account, others by name.
///
/// # Errors
/// [`Error::Taken`] where another has that name, [`Error::NotFound`], or when the database fails.
pub async fn group(act: &mut Act<'_>, id: Option<Uuid>, name: &str, text: &str, carriers: &[String]) -> Result<Uuid> {
    act.screen(&[("name", name), ("text", text)]).await?;
    let (space, at, by) = (act.space().id, act.at(), act.person()?);
    if let Some(id) = id {
        house_store::group(act.sql(), space, id).await?;
    }
    let g = Group { id: id.unwrap_or_else(|| act.new_id()), name: name.to_owned(), text: text.to_owned() };
    house_store::put_group(act.sql(), space, &g, id.is_none().then_some((by, at))).await?;
    let team = team(act).await?;
    let mut members: Vec<(Uuid, Option<Uuid>, String)> = vec![];
    for name in carriers {
        let person = known(name, &team);
        let twice = members.iter().any(|(_, p, n)| person.is_some() && *p == person || n.to_lowercase() == name.to_lowercase());
        if !twice {
            members.push((act.new_id(), person, name.clone()));
        }
    }
    house_store::set_members(act.sql(), g.id, &members).await?;
    act.record("activity_group", g.id, titled(name)).await?;
    Ok(g.id)
}
