//! Whom to ask, and asking them: in waves, by mail, text message or telephone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::network::{self, Times, Wanted};
use samskab_platform::notice::Notice;
use samskab_platform::person::Contact;
use samskab_platform::sealed::SpaceKey;
use samskab_platform::{Act, App, Error, Result, held_roles, space};
use uuid::Uuid;

use crate::ask_store::{self, Known};
use crate::model::{Around, Fit, MONTH_DAYS, MOST_ASKED, Offered, part_of_week, rank};
use crate::slot_store::{self, Slot};
use crate::store::{self, Need};
use crate::{acts, links};

/// Whom one could ask now.
pub struct Proposal {
    /// The first ones first.
    pub fits: Vec<Fit>,
    /// How many have reached what they said they can.
    pub full: usize,
}

/// The times of a circle that nobody has taken, by need.
pub(crate) fn open_by_need(slots: &[Slot], now: DateTime<Utc>) -> BTreeMap<Uuid, Vec<&Slot>> {
    let mut all: BTreeMap<Uuid, Vec<&Slot>> = BTreeMap::new();
    for slot in slots.iter().filter(|s| s.is_open(now)) {
        all.entry(slot.need_id).or_default().push(slot);
    }
    all
}

/// Whom to ask for what nobody has taken, at most so many.
///
/// # Errors
/// When the database fails.
pub async fn propose(sql: &mut Sql, app: &App, key: &SpaceKey, area: Option<Uuid>, most: usize) -> Result<Proposal> {
    let (space, now) = (key.space(), app.clock.now());
    let slots = slot_store::of_space(sql, space).await?;
    let open = open_by_need(&slots, now);
    let asks = ask_store::of_space(sql, space).await?;
    let stances = store::stances(sql, space).await?;
    let team = space::team(sql, space).await?;
    let of: BTreeMap<Uuid, Uuid> = asks.iter().map(|a| (a.id, a.person_id)).collect();
    let mut around = Around {
        known: stances.iter().filter(|s| s.2 == "known").map(|s| s.0).collect(),
        out: stances.iter().filter(|s| s.2 == "not").map(|s| s.0).collect(),
        load: slot_store::load(sql, now - Duration::days(MONTH_DAYS / 2), now + Duration::days(MONTH_DAYS / 2)).await?,
        asked: ask_store::asked(sql, now - Duration::days(MONTH_DAYS)).await?,
        before: BTreeMap::new(),
    };
    around.out.extend(team.iter().map(|m| m.id));
    around.out.extend(asks.iter().filter(|a| a.answer == "no").map(|a| a.person_id));
    for (ask, need) in ask_store::needs_of_space(sql, space).await? {
        if let Some(person) = of.get(&ask) {
            around.before.entry(*person).or_default().insert(need);
        }
    }
    let mut offered = vec![];
    for need in store::needs(sql, key).await? {
        let Some(open) = open.get(&need.id) else { continue };
        let wanted = Wanted {
            kind: Some(need.kind),
            area,
            times: open.iter().fold(Times::default(), |all, slot| all.and(part_of_week(slot.starts_at))),
            checks: need.requires.checks(),
            language: Some(need.requires.language.clone()).filter(|l| !l.is_empty()),
            skip: 0,
            // Room for those who are left out.
            limit: (most + around.out.len() + around.before.len() + 50) as i64,
        };
        let candidates = network::candidates(sql, app, &wanted).await?;
        offered.push(Offered { need: need.id, kind: need.kind, known: need.requires.known, candidates });
    }
    let (mut fits, full) = rank(offered, &around);
    fits.truncate(most);
    Ok(Proposal { fits, full })
}

/// Somebody to be asked.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Who.
    pub person: Uuid,
    /// For what.
    pub needs: BTreeSet<Uuid>,
    /// How they are reached.
    pub way: Contact,
}

/// How somebody is reached fast: as they said in the network, else as they are reached otherwise; by telephone where nothing else goes.
pub(crate) fn way(known: &Known, fast: &str) -> Contact {
    let wanted = match fast {
        "text" => Contact::Text,
        "mail" => Contact::Mail,
        "phone" => Contact::Phone,
        _ => Contact::of(&known.contact).unwrap_or(Contact::Mail),
    };
    let (mail, phone) = (known.email.is_some(), known.phone.is_some());
    match wanted {
        Contact::Mail if mail => Contact::Mail,
        Contact::Text if phone => Contact::Text,
        // Nobody waits for a letter when it is about today.
        Contact::Letter if mail => Contact::Mail,
        Contact::Text if mail => Contact::Mail,
        _ => Contact::Phone,
    }
}

/// Asks these people; gives how many. Whoever is to be rung stands on the coordinators' list instead.
///
/// # Errors
/// [`Error::BadRequest`] for nobody or too many, [`Error::Refused`] once the circle is over or for somebody the family does not want, or
/// when the database fails.
pub async fn call_out(act: &mut Act<'_>, people: &[Asking]) -> Result<usize> {
    if people.is_empty() || people.len() > MOST_ASKED {
        return Err(Error::BadRequest("circle-ask-nobody"));
    }
    let key = acts::key_of(act).await?;
    let (space, at) = (act.space().id, act.at());
    store::lock(act.sql(), space).await?;
    let wave = store::next_wave(act.sql(), space).await?;
    let unwanted: BTreeSet<Uuid> = store::stances(act.sql(), space).await?.into_iter().filter(|s| s.2 == "not").map(|s| s.0).collect();
    if people.iter().any(|one| unwanted.contains(&one.person)) {
        return Err(Error::Refused("circle-unwanted"));
    }
    let held: BTreeSet<Uuid> = held_roles::of_space(act.sql(), space).await?.into_iter().map(|h| h.person_id).collect();
    let before: BTreeMap<Uuid, Uuid> = ask_store::of_space(act.sql(), space).await?.into_iter().map(|a| (a.person_id, a.id)).collect();
    for one in people {
        let ask = match before.get(&one.person) {
            Some(id) => {
                ask_store::again(act.sql(), *id, wave, one.way.key(), at).await?;
                *id
            }
            None => {
                let id = act.new_id();
                ask_store::insert(act.sql(), id, space, one.person, wave, one.way.key(), at).await?;
                id
            }
        };
        for need in &one.needs {
            ask_store::insert_need(act.sql(), ask, *need).await?;
        }
        // Where others have changed how they come in, a link leads nowhere until somebody lets them in again.
        if held.contains(&one.person) {
            continue;
        }
        space::give_role(act.sql(), space, one.person, Role::Helper, at).await?;
        if one.way != Contact::Phone {
            // The link is as good as a code: it stands in no list and is wiped when it is sent.
            let notice = Notice::new("mail-circle-ask", links::path(&key, ask), act.new_id()).secret().by(one.way);
            act.tell(one.person, &notice).await?;
        }
    }
    act.record("circle", space, serde_json::json!({ "wave": wave, "n": people.len() as i64 })).await?;
    Ok(people.len())
}

/// The needs of a circle somebody was asked for.
pub(crate) async fn asked_for(sql: &mut Sql, key: &SpaceKey, ask: Uuid) -> Result<Vec<Need>> {
    let ids = ask_store::needs(sql, ask).await?;
    Ok(store::needs(sql, key).await?.into_iter().filter(|n| ids.contains(&n.id)).collect())
}
