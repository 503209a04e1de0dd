//! Filling an empty database: people first, then every space by the acts its people did, on their days.
//!
//! The clock is set to each day in turn and chance comes from a seed, so the same day gives the same demonstration.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use samskab_platform::access::{ActDef, Role};
use samskab_platform::clock::Clock;
use samskab_platform::db::Database;
use samskab_platform::gather::gather;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::settings::Settings;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, Visitor, args, outbox, rhythm, space};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::data::{self, Municipality};
use super::{circle_fill, network_fill, plan_fill, space_fill};
use crate::build;

/// The seed of the demonstration's ids and votes.
const SEED: u64 = 20_181_115;

/// What the spaces refer to by key.
pub(super) struct Cast {
    pub(super) app: App,
    /// When the acts of day 0 begin.
    pub(super) start: DateTime<Utc>,
    /// The date that counts as day 0, in Denmark.
    pub(super) today: NaiveDate,
    people: BTreeMap<String, Uuid>,
    organisations: BTreeMap<String, Uuid>,
    areas: BTreeMap<String, Uuid>,
}

/// What is at fault in a file of the demonstration.
pub(super) fn internal(text: String) -> Error {
    Error::Internal(format!("demo: {text}"))
}

/// Keeps the id of something by its place in the file.
pub(super) fn put(all: &mut Vec<Uuid>, at: usize, id: Uuid) {
    all.resize(all.len().max(at + 1), Uuid::nil());
    all[at] = id;
}

impl Cast {
    /// Somebody begins to do something in a space.
    pub(super) async fn begin<'a>(&'a self, who: &Visitor, space: Uuid, def: &'static ActDef) -> Result<Act<'a>> {
        Act::begin(&self.app, who, space, def).await
    }

    pub(super) fn person(&self, key: &str) -> Result<Uuid> {
        self.people.get(key).copied().ok_or_else(|| internal(format!("no person '{key}'")))
    }

    pub(super) fn organisation(&self, key: &str) -> Result<Uuid> {
        self.organisations.get(key).copied().ok_or_else(|| internal(format!("no organisation '{key}'")))
    }

    pub(super) fn area(&self, key: &str) -> Result<Uuid> {
        self.areas.get(key).copied().ok_or_else(|| internal(format!("no area '{key}'")))
    }

    pub(super) async fn visitor(&self, key: &str) -> Result<Visitor> {
        let id = self.person(key)?;
        Ok(Visitor::of(person::find(&mut self.app.db.read().await?, id).await?))
    }
}

/// When the acts of day 0 begin: half a day ago, but no earlier than ten in the evening before, so that what is held on one
/// day lies behind by the next.
fn start_of_today(now: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = samskab_recurrence::instant(rhythm::day(now).and_time(NaiveTime::MIN));
    (now - Duration::hours(12)).max(midnight - Duration::hours(2))
}

/// Fills an empty database.
///
/// # Errors
/// When the database fails or a file in `demo/` is at fault.
pub async fn fill(db: &Database, settings: &Settings, now: DateTime<Utc>) -> Result<()> {
    let start = start_of_today(now);
    let municipality = data::municipality()?;
    let clock = Clock::fixed(start - Duration::days(1_000), SEED);
    let settings = Settings { municipality: municipality.name.clone(), ..settings.clone() };
    let app = build::app(settings, db.clone(), clock.clone(), CancellationToken::new()).await?;
    let spaces = data::spaces()?;
    let makers: Vec<&str> = spaces.iter().map(|s| s.created_by.as_str()).collect();
    clock.set(now);
    let today = clock.today();
    clock.set(start - Duration::days(1_000));
    let cast = people(app, start, today, &municipality, &makers).await?;
    let count = spaces.len();
    for (i, file) in spaces.iter().enumerate() {
        println!("  {} of {count}: {}", i + 1, file.title);
        space_fill::fill(&cast, file).await?;
    }
    clock.set(start);
    for tool in crate::TOOLS {
        (tool.tick)(&cast.app).await?;
    }
    // Every morning since the first act, as a server that runs would have done: digests come about as in life.
    let first = spaces.iter().map(|s| s.created_day).min().unwrap_or(0);
    let mut morning = rhythm::next_morning(start + Duration::days(first));
    while morning < now {
        clock.set(morning);
        gather(&cast.app).await?;
        morning = rhythm::next_morning(morning);
    }
    network_fill::fill(&cast, &data::network()?).await?;
    circle_fill::fill(&cast).await?;
    plan_fill::fill(&cast, &data::plan()?).await?;
    clock.set(now);
    while outbox::drain(&cast.app).await? > 0 {}
    let mut sql = db.write().await?;
    // What was sent was sent on its day, and letters and calls of the weeks before have been taken care of.
    sql.run(&super::DONE, args![now - Duration::days(8)]).await?;
    sql.run(&super::MARK, args![]).await?;
    sql.commit().await
}

async fn people(app: App, start: DateTime<Utc>, today: NaiveDate, file: &Municipality, makers: &[&str]) -> Result<Cast> {
    let (mut people, mut organisations, mut areas) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let root = app.municipality_space().await?.id;
    let mut sql = app.db.write().await?;
    let at = app.clock.now();
    for a in &file.area {
        let id = app.clock.id();
        sql.run(&person::INSERT_AREA, args![id, space::slug_of(&a.name), &a.name, &a.description]).await?;
        sql.run(&super::LIVE_THERE, args![id, a.inhabitants]).await?;
        areas.insert(a.key.clone(), id);
    }
    for o in &file.organisation {
        let id = app.clock.id();
        let area = o.area.as_ref().and_then(|key| areas.get(key)).copied();
        sql.run(&person::INSERT_ORGANISATION, args![id, &o.name, &o.kind, area]).await?;
        organisations.insert(o.key.clone(), id);
    }
    for p in &file.person {
        let id = app.clock.id();
        let organisation = p.organisation.as_ref().and_then(|key| organisations.get(key)).copied();
        let new = NewPerson { name: &p.name, email: Some(&p.email), title: p.title.as_deref(), organisation, lang: Lang::Da, persona: p.persona.as_deref() };
        person::insert(&mut sql, id, at, &new).await?;
        let role = match p.municipal_role.as_deref() {
            Some("administrator") => Some(Role::Administrator),
            Some("secretary") => Some(Role::Secretary),
            _ if makers.contains(&p.key.as_str()) => Some(Role::Facilitator),
            _ => None,
        };
        if let Some(role) = role {
            space::give_role(&mut sql, root, id, role, at).await?;
        }
        // In a small municipality one person does both: so a visitor of the demonstration sees all of Administration.
        if p.persona.is_some() && role == Some(Role::Secretary) {
            space::give_role(&mut sql, root, id, Role::Administrator, at).await?;
        }
        if let Some(organisation) = organisation {
            sql.run(&super::JOIN, args![organisation, id, p.title.as_deref().unwrap_or_default(), at]).await?;
            sql.run(&super::SPEAK, args![organisation, id]).await?;
        }
        people.insert(p.key.clone(), id);
    }
    for p in file.person.iter().filter(|p| p.contact.is_some()) {
        let helper = p.helper.as_ref().and_then(|key| people.get(key)).copied();
        let reached = args![people.get(&p.key).copied(), p.contact.as_deref(), p.phone.as_deref(), p.address.as_deref(), helper];
        sql.run(&super::REACHED, reached).await?;
        if let Some(id) = people.get(&p.key) {
            person::index(&mut sql, *id, &p.name, Some(&p.email), p.phone.as_deref()).await?;
        }
    }
    sql.run(&super::AT_ONCE, args![]).await?;
    sql.commit().await?;
    Ok(Cast { app, start, today, people, organisations, areas })
}

#[cfg(test)]
mod tests {
    use samskab_platform::clock::plus_days;

    use super::*;

    #[test]
    fn at_whatever_hour_it_is_filled_the_evening_before_lies_behind_and_nothing_ahead() {
        let mut now = samskab_recurrence::instant(NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date").and_time(NaiveTime::MIN));
        // Every hour and a half of a year, both changes of the clock among them.
        for _ in 0..365 * 16 {
            let start = start_of_today(now);
            assert!(now - start >= Duration::hours(2) && now - start <= Duration::hours(12), "{now}");
            for day in [0, -90, -180, -270] {
                let evening = plus_days(rhythm::day(now), day - 1).and_hms_opt(20, 30, 0).unwrap_or_default();
                assert!(samskab_recurrence::instant(evening) < start + Duration::days(day), "{now}, day {day}");
            }
            now += Duration::minutes(90);
        }
    }
}
