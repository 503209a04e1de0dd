//! What can be done with the programme, and what people are told of it.

use samskab_platform::access::{ActDef, ROLES, Reach, Role, TEAM, Trace};
use samskab_platform::outbox::{Notice, Said};
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::calls::Concerned;
use crate::model::{HOUSE, RUNS};
use crate::signup_store;
use crate::store::{self, About, Activity, Occurrence};

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

/// Setting up a room or equipment.
pub const ROOM: ActDef = journalled("programme.room", HOUSE);
/// Saying when the house is open.
pub const HOURS: ActDef = journalled("programme.hours", HOUSE);
/// Closing the house for some days.
pub const CLOSE: ActDef = journalled("programme.close", HOUSE);
/// Taking that back.
pub const REOPEN: ActDef = journalled("programme.reopen", HOUSE);
/// Setting up an activity group, and saying who carries it.
pub const GROUP: ActDef = journalled("programme.group", RUNS);
/// Planning an activity.
pub const PLAN: ActDef = journalled("programme.plan", RUNS);
/// Changing what is said of an activity.
pub const DESCRIBE: ActDef = journalled("programme.describe", RUNS);
/// Moving an occurrence, or changing a series.
pub const MOVE: ActDef = journalled("programme.move", RUNS);
/// Cancelling an occurrence, or ending a series.
pub const CANCEL: ActDef = journalled("programme.cancel", RUNS);
/// Holding an occurrence after all.
pub const RESTORE: ActDef = journalled("programme.restore", RUNS);
/// Signing up, or off.
pub const SIGN_UP: ActDef = ActDef { name: "programme.sign_up", roles: &ROLES, reach: Reach::SignedIn, trace: Trace::Quiet };
/// Looking after a list of participants: entering names of those who have rung or stand on a sheet, noting who came. Those who look after
/// the house do it for all, everybody else for what they carry: see [`crate::lists`].
pub const ENTER: ActDef = ActDef { name: "programme.enter", roles: TEAM, reach: Reach::Roles, trace: Trace::Quiet };
/// Noting that somebody was rung up: as [`ENTER`], and whoever looks after the house today.
pub const RING: ActDef = ActDef { name: "programme.ring", roles: TEAM, reach: Reach::Roles, trace: Trace::Quiet };
/// Saying whether those who carry activities see telephone numbers.
pub const PHONES: ActDef = journalled("programme.phones", HOUSE);

/// Opening a season for wishes.
pub const SEASON: ActDef = journalled("programme.season", HOUSE);
/// Wishing for time and room in a season.
pub const WISH: ActDef = ActDef { name: "programme.wish", roles: TEAM, reach: Reach::Roles, trace: Trace::Journal };
/// Settling a wish by hand.
pub const SETTLE: ActDef = ActDef { name: "programme.settle", roles: HOUSE, reach: Reach::Roles, trace: Trace::Quiet };
/// Publishing the season's plan.
pub const PUBLISH: ActDef = journalled("programme.publish", HOUSE);

/// All of them.
pub const ACTS: &[&ActDef] =
    &[&ROOM, &HOURS, &CLOSE, &REOPEN, &GROUP, &PLAN, &DESCRIBE, &MOVE, &CANCEL, &RESTORE, &SIGN_UP, &ENTER, &RING, &PHONES, &SEASON, &WISH, &SETTLE, &PUBLISH];

/// What everyone reads is looked through first.
pub(crate) async fn screen(act: &mut Act<'_>, a: &About) -> Result<()> {
    act.screen(&[("title", &a.title), ("text", &a.text)]).await
}

pub(crate) fn titled(title: &str) -> serde_json::Value {
    serde_json::json!({ "title": title })
}

/// An activity of the space that this act is about.
pub(crate) async fn activity(act: &mut Act<'_>, id: Uuid) -> Result<Activity> {
    let space = act.space().id;
    store::one(act.sql(), space, id).await
}

/// An occurrence that has not ended.
pub(crate) async fn coming(act: &mut Act<'_>, id: Uuid) -> Result<Occurrence> {
    let (space, at) = (act.space().id, act.at());
    let occurrence = store::occurrence(act.sql(), space, id).await?;
    if occurrence.ends_at <= at { Err(Error::Refused("programme-is-over")) } else { Ok(occurrence) }
}

/// Changes what is said of an activity.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn describe(act: &mut Act<'_>, id: Uuid, about: &About) -> Result<()> {
    let before = activity(act, id).await?;
    screen(act, about).await?;
    store::change(act.sql(), before.id, about).await?;
    act.record("activity", id, titled(&about.title)).await?;
    crate::signing::fill_all(act, id).await
}

/// What is told of an activity, and when what it tells of changes.
pub(crate) fn notice(act: &Act<'_>, word: &'static str, o: &Occurrence) -> Notice {
    // Not the occurrence's id: what is changed twice is told twice.
    Notice::new(word, format!("/forloeb/{}/program/{}", act.space().slug, o.activity_id), act.new_id())
        .with("title", &o.title)
        .with("when", Said::Time(o.starts_at))
        .before(o.starts_at)
        .direct()
}

/// Everyone who counts on an occurrence: those signed up, those who wait, and whoever carries it.
pub(crate) async fn concerned(act: &mut Act<'_>, o: &Occurrence) -> Result<Concerned> {
    let carrier = activity(act, o.activity_id).await?.carrier_id;
    let signed_up = signup_store::people_of(act.sql(), o.activity_id, o.id).await?;
    Ok(signed_up.and(Concerned { people: carrier.into_iter().collect(), names: vec![] }))
}
