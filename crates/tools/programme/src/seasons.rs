//! Opening a season, wishing for it, settling by hand, and publishing: then every placed wish is on the programme.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::{Act, Error, Result};
use samskab_recurrence::{End, Rhythm, Rule, Series, instant, local};
use uuid::Uuid;

use crate::acts::{screen, titled};
use crate::house_store;
use crate::model::{Kind, Signup, Span, known, minute_of, time_of};
use crate::planning::{self, Plan, Tried, take_turns};
use crate::season::{Placing, Room, Slot, Standing, Wish, propose};
use crate::season_store::{self, Season, WishRow};
use crate::store::About;

/// Opens a season for wishes.
///
/// # Errors
/// When the database fails.
pub async fn open(act: &mut Act<'_>, title: &str, first: NaiveDate, last: NaiveDate, wishes_until: NaiveDate) -> Result<Uuid> {
    act.screen(&[("title", title)]).await?;
    let (id, space) = (act.new_id(), act.space().id);
    let season = Season { id, title: title.to_owned(), first_day: first, last_day: last, wishes_until, published_at: None };
    season_store::add(act.sql(), space, &season).await?;
    act.record("season", id, titled(title)).await?;
    Ok(id)
}

/// A wish that is handed in.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct NewWish {
    pub title: String,
    pub carrier: String,
    pub seats: Option<i64>,
    pub first: Slot,
    pub second: Option<Slot>,
    /// Equipment.
    pub needs: Vec<Uuid>,
}

/// A season that wishes can still change.
async fn unpublished(act: &mut Act<'_>, id: Uuid) -> Result<Season> {
    let space = act.space().id;
    let season = season_store::season(act.sql(), space, id).await?;
    if season.published_at.is_some() { Err(Error::Refused("programme-season-published")) } else { Ok(season) }
}

/// Hands in a wish. After the last day for wishes only those who look after the house can.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is too late, or when the database fails.
pub async fn wish(act: &mut Act<'_>, season: Uuid, new: &NewWish) -> Result<Uuid> {
    act.screen(&[("title", &new.title), ("carrier", &new.carrier)]).await?;
    let (id, by, at) = (act.new_id(), act.person()?, act.at());
    let season = unpublished(act, season).await?;
    if act.today() > season.wishes_until && !act.holds_any(crate::model::HOUSE) {
        return Err(Error::Refused("programme-wishes-over"));
    }
    let row = WishRow {
        id,
        season_id: season.id,
        title: new.title.clone(),
        carrier: new.carrier.clone(),
        seats: new.seats,
        first_weekday: new.first.weekday,
        first_minute: new.first.from,
        second_weekday: new.second.map(|s| s.weekday),
        second_minute: new.second.map(|s| s.from),
        minutes: new.first.minutes,
        settled_weekday: None,
        settled_minute: None,
        settled_resource: None,
        activity_id: None,
        wished_by: Some(by),
    };
    season_store::add_wish(act.sql(), &row, &new.needs, at).await?;
    act.contributed("wish").await?;
    act.record("season", season.id, titled(&new.title)).await?;
    Ok(id)
}

/// Settles a wish by hand, or lets the plan place it again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] once it is published, or when the database fails.
pub async fn settle(act: &mut Act<'_>, wish: Uuid, settled: Option<(Uuid, Slot)>) -> Result<Uuid> {
    let space = act.space().id;
    let row = season_store::wish(act.sql(), space, wish).await?;
    unpublished(act, row.season_id).await?;
    if let Some((room, _)) = settled {
        house_store::resource(act.sql(), space, room).await?;
    }
    season_store::settle(act.sql(), wish, settled).await?;
    act.refresh_pages();
    Ok(row.season_id)
}

/// The season from its first moment to its last.
fn span(season: &Season) -> Span {
    let midnight = |day: NaiveDate| instant(day.and_time(chrono::NaiveTime::MIN));
    (midnight(season.first_day), midnight(season.last_day + chrono::Duration::days(1)))
}

/// A wish with what it needs and what the plan gives it.
#[derive(Debug, Clone)]
pub(crate) struct Proposed {
    pub(crate) row: WishRow,
    pub(crate) needs: Vec<Uuid>,
    pub(crate) placing: Placing<Uuid>,
}

/// The plan as it would be published now.
pub(crate) async fn proposal(sql: &mut Sql, space: Uuid, season: &Season) -> Result<Vec<Proposed>> {
    let rows = season_store::wishes(sql, season.id).await?;
    let needs = season_store::needs(sql, season.id).await?;
    let needs_of = |id: Uuid| needs.iter().filter(|(w, _)| *w == id).map(|(_, r)| *r).collect::<Vec<_>>();
    let rooms: Vec<Room<Uuid>> =
        house_store::resources(sql, space).await?.into_iter().filter(|r| r.kind == Kind::Room).map(|r| Room { id: r.id, seats: r.seats }).collect();
    let mut standing: Vec<Standing<Uuid>> = vec![];
    for (room, from, to, title) in season_store::standing(sql, space, span(season)).await? {
        let one = Standing { room, slot: slot_of(from, to), title };
        if !standing.iter().any(|s| s.room == one.room && s.slot == one.slot && s.title == one.title) {
            standing.push(one);
        }
    }
    let wish = |w: &WishRow| Wish {
        title: w.title.clone(),
        seats: w.seats,
        equipment: needs_of(w.id),
        choices: [Some(w.first()), w.second()].into_iter().flatten().collect(),
        settled: w.settled(),
    };
    let wishes: Vec<Wish<Uuid>> = rows.iter().map(wish).collect();
    let placings = propose(&wishes, &rooms, &standing);
    Ok(rows.into_iter().zip(placings).map(|(row, placing)| Proposed { needs: needs_of(row.id), row, placing }).collect())
}

fn slot_of(from: DateTime<Utc>, to: DateTime<Utc>) -> Slot {
    let start = local(from);
    Slot { weekday: i64::from(start.weekday().number_from_monday()), from: minute_of(start.time()), minutes: (to - from).num_minutes() }
}

/// Publishes a season: each wish that has a place becomes an activity that is held every week of it, or where a room is taken after
/// all, none does. Those who wished are told what became of it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] once it is published or where nothing has a place, or when the database fails.
pub async fn publish(act: &mut Act<'_>, id: Uuid) -> Result<Tried<usize>> {
    let season = unpublished(act, id).await?;
    let (space, at) = (act.space().id, act.at());
    if !season_store::publish(act.sql(), id, at).await? {
        return Err(Error::Refused("programme-season-published"));
    }
    let rooms: Vec<Uuid> = house_store::resources(act.sql(), space).await?.into_iter().map(|r| r.id).collect();
    take_turns(act, &rooms).await?;
    let plan = proposal(act.sql(), space, &season).await?;
    let team = crate::house::team(act).await?;
    let (mut clashes, mut made) = (vec![], 0);
    for p in &plan {
        let Some((room, slot)) = p.placing.place else {
            tell(act, &p.row, None).await?;
            continue;
        };
        let day = u8::try_from(slot.weekday - 1).ok().and_then(|d| chrono::Weekday::try_from(d).ok()).unwrap_or(chrono::Weekday::Mon);
        let refused = |_| Error::Refused("programme-never");
        let rule = Rule::new(Rhythm::Weekly(vec![day]), 1, End::Until(season.last_day)).map_err(refused)?;
        let series = Series::new(season.first_day, time_of(slot.from), u32::try_from(slot.minutes).unwrap_or(60), rule).map_err(refused)?;
        let carrier_id = known(&p.row.carrier, &team);
        let carrier = if carrier_id.is_some() { String::new() } else { p.row.carrier.clone() };
        let about = About { title: p.row.title.clone(), text: String::new(), group: None, carrier_id, carrier, signup: Signup::Free, capacity: None };
        screen(act, &about).await?;
        let first = series.all().first().map(samskab_recurrence::Occurrence::starts_at);
        let resources = [vec![room], p.needs.clone()].concat();
        match planning::plan(act, &Plan { about, series, resources }).await? {
            Ok(activity) => {
                season_store::became(act.sql(), p.row.id, activity).await?;
                tell(act, &p.row, first.map(|at| (activity, at))).await?;
                made += 1;
            }
            Err(clash) => clashes.extend(clash),
        }
    }
    if !clashes.is_empty() {
        return Ok(Err(clashes));
    }
    if made == 0 {
        return Err(Error::Refused("programme-season-empty"));
    }
    act.record("season", id, titled(&season.title)).await?;
    Ok(Ok(made))
}

/// Tells whoever wished what became of it.
async fn tell(act: &mut Act<'_>, wish: &WishRow, got: Option<(Uuid, DateTime<Utc>)>) -> Result<()> {
    let Some(person) = wish.wished_by.filter(|p| Some(*p) != act.actor()) else { return Ok(()) };
    let base = format!("/forloeb/{}/program", act.space().slug);
    let notice = match got {
        Some((activity, first)) => Notice::new("mail-programme-wish-got", format!("{base}/{activity}"), act.new_id()).with("when", Said::Time(first)),
        None => Notice::new("mail-programme-wish-not", format!("{base}/saeson/{}", wish.season_id), act.new_id()),
    };
    act.tell(person, &notice.with("title", &wish.title).direct()).await
}
