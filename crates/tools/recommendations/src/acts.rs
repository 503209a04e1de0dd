//! What can be done with recommendations, and writing and answering them.

use samskab_platform::access::{ActDef, Reach, Role, TEAM, Trace};
use samskab_platform::db::Sql;
use samskab_platform::outbox::Notice;
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, App, Error, Result};
use uuid::Uuid;

use crate::draft_store::{self, Origin};
use crate::model::{Answer, Decided, Recommendation, is_handed_over};
use crate::store;
use crate::texts::Texts;

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

const fn quiet(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Quiet }
}

/// Those who write.
const WRITERS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair, Role::Member, Role::Politician];

/// Those whose support is counted: the members of the committee, citizens and politicians alike.
pub(crate) const VOICES: &[Role] = &[Role::Chair, Role::Member, Role::Politician];

/// Those who answer, and are told when something is submitted.
pub(crate) const ANSWERERS: &[Role] = &[Role::Council, Role::Secretary];

/// Writing a recommendation, going on with a draft, or bringing an older version back.
pub const WRITE: ActDef = journalled("recommendations.write", WRITERS);

/// Suggesting a change to a draft.
pub const SUGGEST: ActDef = journalled("recommendations.suggest", TEAM);

/// Taking a suggestion into the draft.
pub const ACCEPT: ActDef = journalled("recommendations.accept", WRITERS);

/// Declining a suggestion, with a reason.
pub const DECLINE: ActDef = journalled("recommendations.decline", WRITERS);

/// Taking one's own suggestion back.
pub const WITHDRAW: ActDef = quiet("recommendations.withdraw", TEAM);

/// Saying what a draft builds on.
pub const SOURCE: ActDef = quiet("recommendations.source", WRITERS);

/// Saying whether one supports a draft.
pub const STANCE: ActDef = quiet("recommendations.stance", VOICES);

/// Handing drafts over to the council.
pub const SUBMIT: ActDef = journalled("recommendations.submit", &[Role::Secretary, Role::Facilitator, Role::Chair]);

/// Giving the council's answer.
pub const ANSWER: ActDef = journalled("recommendations.answer", ANSWERERS);

/// Putting a new answer in the place of one that stands.
pub const CORRECT: ActDef = journalled("recommendations.correct", ANSWERERS);

/// Reminding those who answer before the promised date: the program's own.
pub const REMIND: ActDef = journalled("recommendations.remind", &[]);

/// Saying to everybody that the promised date has passed: the program's own.
pub const OVERDUE: ActDef = journalled("recommendations.overdue", &[]);

/// All of them.
pub const ACTS: &[&ActDef] = &[&WRITE, &SUGGEST, &ACCEPT, &DECLINE, &WITHDRAW, &SOURCE, &STANCE, &SUBMIT, &ANSWER, &CORRECT, &REMIND, &OVERDUE];

/// Writes a new recommendation with the next number, or a new version of the draft `id`; `note` says why it was changed.
///
/// # Errors
/// [`Error::Refused`] where it has been submitted meanwhile or nothing new is begun any more, or when the database fails.
pub async fn write(act: &mut Act<'_>, id: Option<Uuid>, texts: &Texts, note: &str) -> Result<Uuid> {
    let (space, author, at) = (act.space().id, act.person()?, act.at());
    act.screen(&[("title", &texts.title), ("text", &texts.text), ("reason", &texts.reason), ("note", note)]).await?;
    store::lock(act.sql(), space).await?;
    let id = match id {
        Some(id) => {
            let draft = store::one(act.sql(), space, id).await?;
            save(act, &draft, texts, Origin { note, ..Origin::default() }).await?;
            id
        }
        None => {
            let within = act.space().clone();
            must_take_more(act.sql(), &within).await?;
            let (id, number) = (act.new_id(), store::next_number(act.sql(), space).await?);
            store::insert(act.sql(), &store::New { id, space, number, texts, author, at }).await?;
            draft_store::insert_version(act.sql(), id, 1, texts, Origin::default(), author, at).await?;
            act.record("recommendation", id, serde_json::json!({ "title": texts.title, "number": number })).await?;
            id
        }
    };
    act.contributed("recommendation").await?;
    Ok(id)
}

/// Whether a new one can be begun in the space.
pub(crate) async fn takes_more(sql: &mut Sql, space: &Space) -> Result<bool> {
    let (drafts, sent) = store::counted(sql, space.id).await?;
    Ok(!is_handed_over(space.stage, drafts, sent))
}

/// Nothing new is begun after the handover.
pub(crate) async fn must_take_more(sql: &mut Sql, space: &Space) -> Result<()> {
    if takes_more(sql, space).await? { Ok(()) } else { Err(Error::Refused("recommendations-handed-over")) }
}

/// Gives a draft its next version.
pub(crate) async fn save(act: &mut Act<'_>, draft: &Recommendation, texts: &Texts, origin: Origin<'_>) -> Result<()> {
    let (author, at, version) = (act.person()?, act.at(), draft.version + 1);
    if !store::update(act.sql(), draft.id, texts, version).await? {
        return Err(Error::Refused("recommendations-not-draft"));
    }
    draft_store::insert_version(act.sql(), draft.id, version, texts, origin, author, at).await?;
    act.record("recommendation", draft.id, serde_json::json!({ "title": texts.title, "number": draft.number, "version": version })).await
}

/// Whether there is somebody for the council to answer; in a recipe without that role the secretary does.
pub(crate) async fn can_be_answered(sql: &mut Sql, app: &App, space: &Space) -> Result<bool> {
    let has_role = app.recipe_of(space).is_none_or(|recipe| recipe.roles.contains(&Role::Council));
    Ok(!has_role || !space::with_role(sql, space.id, Role::Council).await?.is_empty())
}

/// Gives the answer that the standing committee the mandate names has decided on today (see [`decided`]).
///
/// # Errors
/// As [`decided`].
pub async fn answer(act: &mut Act<'_>, id: Uuid, answer: &Answer) -> Result<()> {
    let by = Decided { body: act.space().belongs_to.clone(), on: act.today() };
    decided(act, id, answer, &by).await
}

/// Gives the council's answer to a submitted recommendation, says who decided it and when, and tells everyone who took part.
///
/// # Errors
/// [`Error::Refused`] where it has been answered or is still a draft, [`Error::BadRequest`] without a reason, or when
/// the database fails.
pub async fn decided(act: &mut Act<'_>, id: Uuid, answer: &Answer, decided: &Decided) -> Result<()> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    must_have_reason(&answer.reason)?;
    act.screen(&[("reason", &answer.reason), ("meeting", &answer.meeting), ("body", &decided.body)]).await?;
    store::lock(act.sql(), space).await?;
    let recommendation = store::one(act.sql(), space, id).await?;
    must_wait(&recommendation)?;
    store::answer(act.sql(), id, answer, decided, person, at).await?;
    act.record("recommendation", id, answered(&recommendation, answer)).await?;
    let notice = notice(act, answer.outcome.mail(), &recommendation, recommendation.id).with("reason", &answer.reason);
    act.tell_contributors(&notice).await
}

/// Puts a new answer in the place of the one that stands, which is kept and shown; `why` says what was wrong with it.
///
/// # Errors
/// [`Error::Refused`] where there is no answer yet, [`Error::BadRequest`] without reasons, or when the database fails.
pub async fn correct(act: &mut Act<'_>, id: Uuid, answer: &Answer, decided: &Decided, why: &str) -> Result<()> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    must_have_reason(&answer.reason)?;
    must_have_reason(why)?;
    act.screen(&[("reason", &answer.reason), ("meeting", &answer.meeting), ("body", &decided.body), ("correction", why)]).await?;
    store::lock(act.sql(), space).await?;
    let recommendation = store::one(act.sql(), space, id).await?;
    must_be_answered(&recommendation)?;
    store::correct(act.sql(), id, answer, decided, why, person, at).await?;
    act.record("recommendation", id, answered(&recommendation, answer)).await?;
    let about = act.new_id();
    let notice =
        notice(act, "mail-answer-corrected", &recommendation, about).with("outcome", answer.outcome.key()).with("reason", &answer.reason).with("why", why);
    act.tell_contributors(&notice).await
}

fn must_have_reason(text: &str) -> Result<()> {
    if text.trim().is_empty() { Err(Error::BadRequest("error-form")) } else { Ok(()) }
}

fn answered(r: &Recommendation, answer: &Answer) -> serde_json::Value {
    serde_json::json!({ "title": r.title, "number": r.number, "outcome": answer.outcome.key() })
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

/// Only an answer that is there can be corrected.
pub(crate) fn must_be_answered(recommendation: &Recommendation) -> Result<()> {
    if recommendation.outcome().is_some() { Ok(()) } else { Err(Error::Refused("recommendations-not-answered")) }
}

/// What is told of a recommendation; `about` is what a person hears of once.
pub(crate) fn notice(act: &Act<'_>, word: &'static str, r: &Recommendation, about: Uuid) -> Notice {
    let link = format!("/forloeb/{}/anbefalinger/{}", act.space().slug, r.id);
    Notice::new(word, link, about).with("number", r.number).with("title", &r.title)
}
