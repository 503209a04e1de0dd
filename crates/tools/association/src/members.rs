//! Members and their dues.

use chrono::{Duration, NaiveDate};
use samskab_platform::access::Role;
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::person::{self, Contact, Details, NewPerson};
use samskab_platform::tool::{self, Money};
use samskab_platform::words::Lang;
use samskab_platform::{Act, Error, Result, space};
use uuid::Uuid;

use crate::acts::BOARD;
use crate::model::{Rules, code};
use crate::store::{self, New, Season};

/// A reminder is not sent again before so many days have passed.
pub(crate) const REMIND_DAYS: i64 = 7;

fn own(act: &Act<'_>) -> String {
    format!("/forloeb/{}/forening", act.space().slug)
}

/// Writes down what the bylaws say that the program reckons with.
///
/// # Errors
/// When the database fails.
pub async fn settle(act: &mut Act<'_>, rules: &Rules) -> Result<()> {
    act.screen(&[("agenda", &rules.agenda)]).await?;
    let space = act.space().id;
    store::settle(act.sql(), space, rules).await?;
    act.record("association", space, serde_json::json!({ "days": rules.notice_days, "years": rules.term_years })).await
}

async fn insert(act: &mut Act<'_>, person: Uuid, entered_by: Option<Uuid>) -> Result<Uuid> {
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    let mut bytes = [0u8; 8];
    act.app().clock.fill(&mut bytes);
    store::insert(act.sql(), &New { id, space, person, code: &code(bytes), at, entered_by }).await?;
    Ok(id)
}

/// The actor asks to become a member; the board is told.
///
/// # Errors
/// [`Error::Refused`] where they are one or have asked, or when the database fails.
pub async fn ask(act: &mut Act<'_>) -> Result<()> {
    let (space, person) = (act.space().id, act.person()?);
    match store::of_person(act.sql(), space, person).await? {
        Some(known) if known.waits() || known.left_on.is_none() => return Err(Error::Refused("association-member-already")),
        // Somebody who comes back waits for nothing: the board has let them in before.
        Some(known) => return let_in(act, known.id).await,
        None => {}
    }
    let id = insert(act, person, None).await?;
    let mut told = vec![];
    for role in BOARD {
        for one in space::with_role(act.sql(), space, *role).await? {
            if one != person && !told.contains(&one) {
                told.push(one);
            }
        }
    }
    let notice = Notice::new("mail-association-asked", format!("{}/medlemmer", own(act)), id);
    for one in told {
        act.tell(one, &notice).await?;
    }
    Ok(())
}

/// Lets somebody in: they get a number, and owe the dues of the season that runs.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where they are a member, or when the database fails.
pub async fn let_in(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, today) = (act.space().id, act.today());
    let member = store::member(act.sql(), space, id).await?;
    let number = match member.number {
        Some(number) => number,
        None => store::next_number(act.sql(), space).await?,
    };
    if !store::let_in(act.sql(), id, number, today).await? {
        return Err(Error::Refused("association-member-already"));
    }
    store::ask_one(act.sql(), space, member.person_id).await?;
    if act.actor() != Some(member.person_id) {
        let about = act.new_id();
        let notice = Notice::new("mail-association-welcome", own(act), about).with("number", number).direct();
        act.tell(member.person_id, &notice).await?;
    }
    act.refresh_pages();
    Ok(())
}

/// Turns somebody away who asked. They are told nothing by the program: that is for somebody to say.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn turn_away(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let space = act.space().id;
    if store::turn_away(act.sql(), space, id).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Enters a member who came on paper, by telephone or in person. Somebody with the same mail address is found; otherwise a person is added.
///
/// # Errors
/// [`Error::Refused`] where they are a member, or when the database fails.
pub async fn enter(act: &mut Act<'_>, who: &Details) -> Result<Uuid> {
    let (space, by) = (act.space().id, act.person()?);
    let known = match &who.email {
        Some(email) => person::find_by_email(act.sql(), email).await?,
        None => None,
    };
    let person = match known {
        Some(known) => known.id,
        None => add(act, who, by).await?,
    };
    enter_person(act, space, person, by).await
}

/// Enters somebody the house knows.
///
/// # Errors
/// [`Error::Refused`] where they are a member, or when the database fails.
pub async fn enter_known(act: &mut Act<'_>, person: Uuid) -> Result<Uuid> {
    let (space, by) = (act.space().id, act.person()?);
    enter_person(act, space, person, by).await
}

async fn enter_person(act: &mut Act<'_>, space: Uuid, person: Uuid, by: Uuid) -> Result<Uuid> {
    let id = match store::of_person(act.sql(), space, person).await? {
        Some(known) => known.id,
        None => insert(act, person, Some(by)).await?,
    };
    let_in(act, id).await?;
    Ok(id)
}

async fn add(act: &mut Act<'_>, who: &Details, by: Uuid) -> Result<Uuid> {
    let (id, at) = (act.new_id(), act.at());
    let new = NewPerson { name: &who.name, email: who.email.as_deref(), title: None, organisation: None, lang: Lang::Da, persona: None };
    person::insert(act.sql(), id, at, &new).await?;
    person::set_details(act.sql(), id, who).await?;
    let contact = match who {
        Details { email: Some(_), .. } => Contact::Mail,
        Details { address: Some(_), .. } => Contact::Letter,
        _ => Contact::Phone,
    };
    store::entered(act.sql(), id, contact.key(), by).await?;
    Ok(id)
}

/// Notes that somebody is no member any more.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn leave(act: &mut Act<'_>, id: Uuid, on: NaiveDate) -> Result<()> {
    let space = act.space().id;
    act.refresh_pages();
    if store::leave(act.sql(), space, id, on).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Makes the dues of a year or a season and asks every member for them; gives the season's id.
///
/// # Errors
/// When the database fails.
pub async fn season(act: &mut Act<'_>, name: &str, amount_ore: i64, due_on: NaiveDate) -> Result<Uuid> {
    act.screen(&[("name", name)]).await?;
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    let season = Season { id, name: name.to_owned(), amount_ore, due_on, asked: 0, paid: 0, paid_ore: 0 };
    store::insert_season(act.sql(), space, &season, at).await?;
    let asked = store::ask_all(act.sql(), id, amount_ore, space).await?;
    act.record("dues", id, serde_json::json!({ "title": name, "n": asked })).await?;
    Ok(id)
}

/// Notes that somebody has paid, and writes it in the books where the house keeps any.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where it is noted, or when the database fails.
pub async fn pay(act: &mut Act<'_>, season: Uuid, person: Uuid, on: NaiveDate, way: &str) -> Result<()> {
    let (space, by) = (act.space().id, act.person()?);
    let name = store::season(act.sql(), space, season).await?.name;
    act.refresh_pages();
    if !store::pay(act.sql(), season, person, on, way, by).await? {
        return Err(Error::Refused("association-paid-already"));
    }
    let due = store::paid(act.sql(), season, person).await?;
    // The books are read by more than the board: a number, no name.
    let say = |word: &str, args: &[(&str, &dyn samskab_platform::words::Arg)]| act.app().words.say(Lang::Da, word, args);
    let way = say(&format!("association-way-{way}"), &[]);
    let text = say("association-due-entry", &[("season", &name), ("number", &due.number.unwrap_or_default()), ("way", &way)]);
    let money = Money::In { kind: "dues", text: &text, receipt: "", amount_ore: due.amount_ore, on_day: on };
    match tool::book(act, money).await? {
        Some(entry) => store::set_entry(act.sql(), season, person, entry).await,
        None => Ok(()),
    }
}

/// Takes a payment back that was noted by mistake, in the books too.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn unpay(act: &mut Act<'_>, season: Uuid, person: Uuid) -> Result<()> {
    let (space, by) = (act.space().id, act.person()?);
    let name = store::season(act.sql(), space, season).await?.name;
    act.refresh_pages();
    let entry = store::paid(act.sql(), season, person).await?.entry_id;
    if !store::unpay(act.sql(), season, person, by).await? {
        return Err(Error::NotFound);
    }
    if let Some(entry) = entry {
        let why = act.app().words.say(Lang::Da, "association-due-back", &[("season", &name)]);
        tool::book(act, Money::Back { entry, why: &why }).await?;
    }
    Ok(())
}

/// Reminds those who have not paid by the day it was due, and were not reminded within the last week; gives how many.
///
/// # Errors
/// [`Error::Refused`] before the day, or where there is nobody to remind, or when the database fails.
pub async fn remind(act: &mut Act<'_>, season: Uuid) -> Result<usize> {
    let (space, at) = (act.space().id, act.at());
    let season = store::season(act.sql(), space, season).await?;
    if season.due_on >= act.today() {
        return Err(Error::Refused("association-not-due"));
    }
    let owing = store::to_remind(act.sql(), season.id, at - Duration::days(REMIND_DAYS)).await?;
    if owing.is_empty() {
        return Err(Error::Refused("association-nobody-owes"));
    }
    act.record("dues", season.id, serde_json::json!({ "title": season.name, "n": owing.len() })).await?;
    for (person, ore) in &owing {
        store::reminded(act.sql(), season.id, *person, at).await?;
        let about = act.new_id();
        let notice = Notice::new("mail-association-owes", own(act), about)
            .with("season", &season.name)
            .with("amount", Said::Money(*ore))
            .with("date", season.due_on)
            .direct();
        act.tell(*person, &notice).await?;
    }
    Ok(owing.len())
}

/// Whether the actor may speak as a member of the association: a member of today, or the board for one.
///
/// # Errors
/// [`Error::Refused`] where they may not, or when the database fails.
pub(crate) async fn demand_member(act: &mut Act<'_>) -> Result<()> {
    let (space, person) = (act.space().id, act.person()?);
    if act.holds_any(&[Role::Chair, Role::Board, Role::Treasurer]) || store::is_member(act.sql(), space, person).await? {
        Ok(())
    } else {
        Err(Error::Refused("association-members-only"))
    }
}
