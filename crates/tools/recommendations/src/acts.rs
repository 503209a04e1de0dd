//! What can be done with recommendations: write them, submit them, answer them.

use std::collections::BTreeSet;

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::db::Sql;
use samskab_platform::outbox::Notice;
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, App, Error, Result};
use uuid::Uuid;

use crate::model::{Outcome, Recommendation};
use crate::store;

/// Writing a recommendation, or going on with a draft.
pub const WRITE: ActDef = ActDef {
    name: "recommendations.write",
    roles: &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Member, Role::Politician],
    reach: Reach::Roles,
    trace: Trace::Journal,
};

/// Handing a draft over to the council.
pub const SUBMIT: ActDef =
    ActDef { name: "recommendations.submit", roles: &[Role::Secretary, Role::Facilitator, Role::Chair], reach: Reach::Roles, trace: Trace::Journal };

/// Giving the council's answer.
pub const ANSWER: ActDef = ActDef { name: "recommendations.answer", roles: ANSWERERS, reach: Reach::Roles, trace: Trace::Journal };

/// Those who answer, and are told when something is submitted.
const ANSWERERS: &[Role] = &[Role::Council, Role::Secretary];

/// Writes a new recommendation with the next number, or changes the draft `id`.
///
/// # Errors
/// [`Error::Refused`] where it has been submitted meanwhile, or when the database fails.
pub async fn write(act: &mut Act<'_>, id: Option<Uuid>, title: &str, text: &str, reason: &str) -> Result<Uuid> {
    let (space, author, at) = (act.space().id, act.person()?, act.at());
    act.screen(&[("title", title), ("text", text), ("reason", reason)]).await?;
    store::lock(act.sql(), space).await?;
    let (id, number) = match id {
        Some(id) => {
            let draft = store::one(act.sql(), space, id).await?;
            if !store::update(act.sql(), id, title, text, reason).await? {
                return Err(Error::Refused("recommendations-not-draft"));
            }
            (id, draft.number)
        }
        None => {
            let (id, number) = (act.new_id(), store::next_number(act.sql(), space).await?);
            store::insert(act.sql(), &store::New { id, space, number, title, text, reason, author, at }).await?;
            (id, number)
        }
    };
    act.contributed("recommendation").await?;
    act.record("recommendation", id, serde_json::json!({ "title": title, "number": number })).await?;
    Ok(id)
}

/// Submits a draft to the council, and tells those who answer.
///
/// # Errors
/// [`Error::Refused`] where it is not a draft any more or nobody can answer, or when the database fails.
pub async fn submit(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (app, at, here) = (act.app(), act.at(), act.space().clone());
    if !can_be_answered(act.sql(), app, &here).await? {
        return Err(Error::Refused("recommendations-nobody-answers"));
    }
    let space = here.id;
    store::lock(act.sql(), space).await?;
    let draft = store::one(act.sql(), space, id).await?;
    if !store::submit(act.sql(), id, at).await? {
        return Err(Error::Refused("recommendations-not-draft"));
    }
    act.record("recommendation", id, serde_json::json!({ "title": draft.title, "number": draft.number })).await?;
    let mut recipients = BTreeSet::new();
    for role in ANSWERERS {
        recipients.extend(space::with_role(act.sql(), space, *role).await?);
    }
    let notice = notice(act, "mail-submitted", &draft);
    for person in recipients {
        if Some(person) != act.actor() {
            act.tell(person, &notice).await?;
        }
    }
    Ok(())
}

/// Whether there is somebody for the council to answer; in a recipe without that role the secretary does.
pub(crate) async fn can_be_answered(sql: &mut Sql, app: &App, space: &Space) -> Result<bool> {
    let has_role = app.recipe_of(space).is_none_or(|recipe| recipe.roles.contains(&Role::Council));
    Ok(!has_role || !space::with_role(sql, space.id, Role::Council).await?.is_empty())
}

/// Gives the council's answer to a submitted recommendation, and tells everyone who took part.
///
/// # Errors
/// [`Error::Refused`] where it has been answered or is still a draft, [`Error::BadRequest`] without a reason, or when
/// the database fails.
pub async fn answer(act: &mut Act<'_>, id: Uuid, outcome: Outcome, reason: &str, meeting: &str) -> Result<()> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    if reason.trim().is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("reason", reason), ("meeting", meeting)]).await?;
    store::lock(act.sql(), space).await?;
    let recommendation = store::one(act.sql(), space, id).await?;
    must_wait(&recommendation)?;
    store::answer(act.sql(), id, outcome, reason, meeting, person, at).await?;
    let payload = serde_json::json!({ "title": recommendation.title, "number": recommendation.number, "outcome": outcome.key() });
    act.record("recommendation", id, payload).await?;
    let notice = notice(act, outcome.mail(), &recommendation).with("reason", reason);
    act.tell_contributors(&notice).await
}

/// Only what lies with the council can be answered, and only once.
pub(crate) fn must_wait(recommendation: &Recommendation) -> Result<()> {
    if recommendation.is_draft() {
        Err(Error::Refused("recommendations-not-submitted"))
    } else if recommendation.is_waiting() {
        Ok(())
    } else {
        Err(Error::Refused("recommendations-answered"))
    }
}

fn notice(act: &Act<'_>, word: &'static str, about: &Recommendation) -> Notice {
    let link = format!("/forloeb/{}/anbefalinger/{}", act.space().slug, about.id);
    Notice::new(word, link, about.id).with("number", about.number).with("title", &about.title)
}
