//! Filling an empty database: people first, then every space by the acts its people did, on their days.
//!
//! The clock is set to each day in turn and chance comes from a seed, so the same day gives the same demonstration.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use samskab_platform::access::Role;
use samskab_platform::clock::Clock;
use samskab_platform::db::Database;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::settings::Settings;
use samskab_platform::words::Lang;
use samskab_platform::{App, Error, Result, Visitor, args, outbox, space};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::data::{self, Municipality};
use super::space_fill;
use crate::build;

/// The seed of the demonstration's ids and votes.
const SEED: u64 = 20_181_115;

/// What the spaces refer to by key.
pub(super) struct Cast {
    pub(super) app: App,
    /// The moment that counts as day 0: this morning, so that nothing lies in the future.
    pub(super) start: DateTime<Utc>,
    /// The date that counts as day 0, in Denmark.
    pub(super) today: NaiveDate,
    people: BTreeMap<String, Uuid>,
    organisations: BTreeMap<String, Uuid>,
    areas: BTreeMap<String, Uuid>,
}

impl Cast {
    pub(super) fn person(&self, key: &str) -> Result<Uuid> {
        self.people.get(key).copied().ok_or_else(|| Error::Internal(format!("demo: no person '{key}'")))
    }

    pub(super) fn organisation(&self, key: &str) -> Result<Uuid> {
        self.organisations.get(key).copied().ok_or_else(|| Error::Internal(format!("demo: no organisation '{key}'")))
    }

    pub(super) fn area(&self, key: &str) -> Result<Uuid> {
        self.areas.get(key).copied().ok_or_else(|| Error::Internal(format!("demo: no area '{key}'")))
    }

    pub(super) async fn visitor(&self, key: &str) -> Result<Visitor> {
        let id = self.person(key)?;
        Ok(Visitor::of(person::find(&mut self.app.db.read().await?, id).await?))
    }
}

/// Fills an empty database.
///
/// # Errors
/// When the database fails or a file in `demo/` is at fault.
pub async fn fill(db: &Database, settings: &Settings, now: DateTime<Utc>) -> Result<()> {
    let start = now - Duration::hours(12);
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
    clock.set(now);
    while outbox::drain(&cast.app).await? > 0 {}
    let mut sql = db.write().await?;
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
        people.insert(p.key.clone(), id);
    }
    sql.commit().await?;
    Ok(Cast { app, start, today, people, organisations, areas })
}
