//! A circle of the demonstration: opened yesterday, people were asked, some have taken a time.

use chrono::{Duration, NaiveTime};
use samskab_circle::acts::{ASK, OPEN, Opening, TAKE, open};
use samskab_circle::asking::{Asking, call_out, propose};
use samskab_circle::{Basis, Details, Need, NeedWords, Plan, Repeat, Requirements, helping};
use samskab_platform::clock::plus_days;
use samskab_platform::network::Kind;
use samskab_platform::person::Contact;
use samskab_platform::{Act, Result, sealed, space};
use serde::Deserialize;

use super::data;
use super::fill::{Cast, internal};

/// Who coordinates it.
const COORDINATOR: &str = "sekretaer";
/// How many are asked.
const ASKED: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Circle {
    name: String,
    happened: String,
    address: String,
    area: String,
    phone: String,
    need: Vec<NeedEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeedEntry {
    kind: String,
    what: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    note: String,
    from: NaiveTime,
    until: NaiveTime,
    repeat: String,
    days: i64,
    #[serde(default)]
    licence: bool,
}

fn need(cast: &Cast, entry: &NeedEntry) -> Result<(Need, Plan)> {
    let wrong = |what: &str| internal(format!("circle.toml: '{what}'"));
    let words = NeedWords { what: entry.what.clone(), place: entry.place.clone(), note: entry.note.clone() };
    let requires = Requirements { licence: entry.licence, ..Requirements::default() };
    let need = Need { id: cast.app.clock.id(), kind: Kind::of(&entry.kind).ok_or_else(|| wrong(&entry.kind))?, words, requires };
    let repeat = Repeat::of(&entry.repeat).ok_or_else(|| wrong(&entry.repeat))?;
    let plan = Plan { first: cast.today, last: plus_days(cast.today, entry.days - 1), from: entry.from, until: entry.until, repeat, people: 1 };
    Ok((need, plan))
}

/// Opens it. Where there is no master key nothing can be sealed: then the demonstration has no circle.
pub(super) async fn fill(cast: &Cast) -> Result<()> {
    let app = &cast.app;
    if app.keyring.current().is_none() && !app.keyring.makes() {
        println!("  no circle: no master key is set ([sealed] in the settings)");
        return Ok(());
    }
    let file: Circle = data::parse("circle.toml")?;
    let coordinator = cast.visitor(COORDINATOR).await?;
    app.clock.set(cast.start - Duration::days(1));
    let area = Some(cast.area(&file.area)?);
    let opening = Opening {
        name: file.name,
        details: Details { happened: file.happened, address: file.address, area, phone: file.phone },
        basis: Basis::Consent,
        informed: true,
        needs: file.need.iter().map(|n| need(cast, n)).collect::<Result<_>>()?,
    };
    let mut act = Act::begin_at_desk(app, &coordinator, &OPEN).await?;
    let slug = open(&mut act, &opening).await?;
    act.commit().await?;
    app.clock.set(cast.start - Duration::days(1) + Duration::minutes(2));
    let mut sql = app.db.read().await?;
    let id = space::by_slug(&mut sql, &slug).await?.id;
    let key = sealed::of(&mut sql, app, id).await?;
    let fits = propose(&mut sql, app, &key, area, ASKED).await?.fits;
    drop(sql);
    let people: Vec<Asking> = fits.iter().map(|f| Asking { person: f.person, needs: f.needs.clone(), way: Contact::Mail }).collect();
    let mut act = Act::begin(app, &coordinator, id, &ASK).await?;
    call_out(&mut act, &people).await?;
    act.commit().await?;
    // Every other one says yes, an hour or two later.
    for (i, fit) in fits.iter().enumerate().filter(|(i, _)| i % 2 == 0) {
        app.clock.set(cast.start - Duration::days(1) + Duration::minutes(30 + 10 * i as i64));
        let mut act = Act::begin_by_token(app, id, &TAKE).await?;
        act.acts_as(fit.person);
        if helping::take_first(&mut act, fit.person).await? {
            act.commit().await?;
        }
    }
    Ok(())
}
