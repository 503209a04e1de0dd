//! A plan that somebody of the demonstration has made, with those they have let in.

use std::collections::BTreeMap;

use chrono::Duration;
use samskab_plan::acts::{self, BEGIN, COME, LET_IN, NOTE, Rights, WRITE};
use samskab_plan::{Kind, Level, State, opened};
use samskab_platform::access::ActDef;
use samskab_platform::clock::plus_days;
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Result, person, space};
use serde::Deserialize;
use uuid::Uuid;

use super::fill::{Cast, internal};

/// The file. `day` counts from today.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanFile {
    owner: String,
    day: i64,
    dream: String,
    step: Vec<StepEntry>,
    note: Vec<NoteEntry>,
    guest: Vec<GuestEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepEntry {
    what: String,
    by_day: Option<i64>,
    state: Option<String>,
    #[serde(default)]
    helper: Vec<HelperEntry>,
    #[serde(default)]
    note: Vec<NoteEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HelperEntry {
    called: String,
    kind: String,
    guest: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteEntry {
    by: String,
    day: i64,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuestEntry {
    person: String,
    called: String,
    whole: Option<String>,
    #[serde(default)]
    helper: bool,
    /// The parts they see: `dream`, or the number of a step; and how far.
    #[serde(default)]
    parts: BTreeMap<String, String>,
    day: i64,
}

fn level(key: &str) -> Result<Level> {
    Level::of(key).ok_or_else(|| internal(format!("no level '{key}'")))
}

/// Opens an act of somebody in the plan.
async fn begin<'a>(cast: &'a Cast, who: &str, slug: &str, def: &'static ActDef) -> Result<(Act<'a>, opened::Opened)> {
    let visitor = cast.visitor(who).await?;
    let mut act = Act::begin_at(&cast.app, &visitor, slug, def).await?;
    let plan = opened::open(act.sql(), &cast.app, &visitor, slug).await?;
    Ok((act, plan))
}

async fn note(cast: &Cast, slug: &str, part: Uuid, entry: &NoteEntry) -> Result<()> {
    cast.app.clock.set(cast.start + Duration::days(entry.day));
    let (mut act, plan) = begin(cast, &entry.by, slug, &NOTE).await?;
    acts::note(&mut act, &plan, part, &entry.text).await?;
    act.commit().await
}

/// Lets them write it. Where no master key is set, as in PostgreSQL without one, nothing can be sealed, and there is no plan.
pub(super) async fn fill(cast: &Cast, file: &PlanFile) -> Result<()> {
    let app = &cast.app;
    app.clock.set(cast.start + Duration::days(file.day));
    let mut act = Act::begin_at_desk(app, &cast.visitor(&file.owner).await?, &BEGIN).await?;
    let slug = match acts::begin(&mut act, cast.person(&file.owner)?, file.dream.trim()).await {
        Ok(slug) => slug,
        Err(Error::Refused("error-sealed-locked")) => return Ok(()),
        Err(error) => return Err(error),
    };
    act.commit().await?;
    let space = space::by_slug(&mut app.db.read().await?, &slug).await?.id;
    let mut steps = vec![];
    for entry in &file.step {
        let (mut act, plan) = begin(cast, &file.owner, &slug, &WRITE).await?;
        let id = acts::add_step(&mut act, &plan, &entry.what, entry.by_day.map(|d| plus_days(cast.today, d))).await?;
        let state = entry.state.as_deref().map(|s| State::of(s).ok_or_else(|| internal(format!("no state '{s}'")))).transpose()?;
        if let Some(state) = state {
            acts::set_state(&mut act, &plan, id, state).await?;
        }
        act.commit().await?;
        steps.push(id);
    }
    let mut guests: BTreeMap<&str, Uuid> = BTreeMap::new();
    for entry in &file.guest {
        app.clock.set(cast.start + Duration::days(entry.day));
        let part = |key: &str| if key == "dream" { Some(space) } else { steps.get(key.parse::<usize>().ok()?.checked_sub(1)?).copied() };
        let parts = entry.parts.iter().map(|(key, l)| Ok((part(key).ok_or_else(|| internal(format!("no part '{key}'")))?, level(l)?)));
        let rights = Rights {
            called: entry.called.clone(),
            helper: entry.helper,
            manages: false,
            whole: level(entry.whole.as_deref().unwrap_or("none"))?,
            parts: parts.collect::<Result<_>>()?,
        };
        let email = person::find(&mut app.db.read().await?, cast.person(&entry.person)?).await?.email.unwrap_or_default();
        let (mut act, plan) = begin(cast, &file.owner, &slug, &LET_IN).await?;
        let (id, token) = acts::let_in(&mut act, &plan, &email, &rights).await?;
        act.commit().await?;
        guests.insert(&entry.person, id);
        let mut act = Act::begin_by_token(app, space, &COME).await?;
        acts::come_by(&mut act, &token, Lang::Da).await?;
        act.commit().await?;
        opened::look(app, &cast.visitor(&entry.person).await?, &slug).await?;
    }
    for (id, entry) in steps.iter().zip(&file.step) {
        for helper in &entry.helper {
            let kind = Kind::of(&helper.kind).ok_or_else(|| internal(format!("no kind '{}'", helper.kind)))?;
            let guest = helper.guest.as_deref().and_then(|key| guests.get(key)).copied();
            let (mut act, plan) = begin(cast, &file.owner, &slug, &WRITE).await?;
            acts::add_helper(&mut act, &plan, *id, &helper.called, kind.key(), guest).await?;
            act.commit().await?;
        }
        for entry in &entry.note {
            note(cast, &slug, *id, entry).await?;
        }
    }
    for entry in &file.note {
        note(cast, &slug, space, entry).await?;
    }
    app.clock.set(cast.start - Duration::days(2));
    opened::look(app, &cast.visitor("samira").await?, &slug).await
}
