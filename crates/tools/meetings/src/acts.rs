//! What can be done with meetings, and planning, moving, cancelling and calling one.

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::calendar::Method;
use samskab_platform::outbox::Notice;
use samskab_platform::session::token_hash;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::model::{INNER, sequence_after};
use crate::store::{Meeting, Plan};
use crate::telling::{notice, tell};
use crate::{minutes_store, places, store};

/// Those who run the meetings.
pub(crate) const RUNS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair];

/// Those who see what people need to be able to come.
pub(crate) const STAFF: &[Role] = &[Role::Secretary, Role::Facilitator];

const fn journalled(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Journal }
}

const fn quiet(name: &'static str, roles: &'static [Role]) -> ActDef {
    ActDef { name, roles, reach: Reach::Roles, trace: Trace::Quiet }
}

/// Planning a meeting, or a year of them.
pub const PLAN: ActDef = journalled("meetings.plan", RUNS);

/// Changing time, place or anything else about a meeting.
pub const CHANGE: ActDef = journalled("meetings.change", RUNS);

/// Cancelling a meeting.
pub const CANCEL: ActDef = journalled("meetings.cancel", RUNS);

/// Sending the invitation.
pub const CALL: ActDef = journalled("meetings.call", RUNS);

/// Writing, changing or removing an item of the agenda.
pub const AGENDA: ActDef = journalled("meetings.agenda", RUNS);

/// Putting the items in another order.
pub const ORDER: ActDef = quiet("meetings.order", RUNS);

/// Saying whether one comes, and what one needs for it.
pub const REPLY: ActDef = ActDef { name: "meetings.reply", roles: INNER, reach: Reach::SignedIn, trace: Trace::Quiet };

/// Entering somebody who has rung or written, and striking them out.
pub const ENTER: ActDef = quiet("meetings.enter", STAFF);

/// Ticking off who came.
pub const ATTEND: ActDef = quiet("meetings.attend", RUNS);

/// Noting that somebody leaves an item for an interest of their own.
pub const RECUSE: ActDef = journalled("meetings.recuse", INNER);

/// Saying that one knows one's duty of confidentiality.
pub const PROMISE: ActDef = journalled("meetings.promise", INNER);

/// Writing the minutes, together.
pub const WRITE: ActDef = quiet("meetings.write", INNER);

/// Taking a decision out of the minutes, or taking it back.
pub const DECIDE: ActDef = journalled("meetings.decide", RUNS);

/// Sending the minutes for approval.
pub const SEND: ActDef = journalled("meetings.send", RUNS);

/// Taking the minutes back, to write on.
pub const TAKE_BACK: ActDef = journalled("meetings.take_back", RUNS);

/// Objecting to the minutes.
pub const OBJECT: ActDef = journalled("meetings.object", INNER);

/// Approving the minutes.
pub const APPROVE: ActDef = journalled("meetings.approve", RUNS);

/// Approving them because nobody has objected in time: the program's own.
pub const LAPSE: ActDef = journalled("meetings.lapse", &[]);

/// Adding a correction to minutes that are approved.
pub const CORRECT: ActDef = journalled("meetings.correct", RUNS);

/// Making, changing or stopping the address of one's own calendar feed.
pub const FEED: ActDef = ActDef { name: "meetings.feed", roles: &[], reach: Reach::SignedIn, trace: Trace::Quiet };

/// Letting the invitations follow the team: the program's own.
pub const FOLLOW: ActDef = quiet("meetings.follow", &[]);

/// Removing what is not needed any more: the program's own.
pub const TIDY: ActDef = quiet("meetings.tidy", &[]);

/// All of them.
pub const ACTS: &[&ActDef] = &[
    &PLAN, &CHANGE, &CANCEL, &CALL, &AGENDA, &ORDER, &REPLY, &ENTER, &ATTEND, &RECUSE, &PROMISE, &WRITE, &DECIDE, &SEND, &TAKE_BACK, &OBJECT, &APPROVE, &LAPSE,
    &CORRECT, &FEED, &FOLLOW, &TIDY,
];

async fn screen(act: &mut Act<'_>, p: &Plan) -> Result<()> {
    act.screen(&[("title", &p.title), ("place", &p.place), ("bring", &p.bring)]).await
}

/// Plans meetings; gives their ids.
///
/// # Errors
/// When the database fails.
pub async fn plan(act: &mut Act<'_>, plans: &[Plan]) -> Result<Vec<Uuid>> {
    let (space, by, at) = (act.space().id, act.person()?, act.at());
    let mut ids = vec![];
    for plan in plans {
        screen(act, plan).await?;
        let id = act.new_id();
        store::insert(act.sql(), id, space, plan, by, at).await?;
        // The text for everything that belongs to no item.
        minutes_store::begin(act.sql(), id, id, at).await?;
        act.record("meeting", id, serde_json::json!({ "title": plan.title })).await?;
        ids.push(id);
    }
    Ok(ids)
}

/// The meeting, while something can still be changed about it.
pub(crate) async fn open_meeting(act: &mut Act<'_>, id: Uuid) -> Result<Meeting> {
    let space = act.space().id;
    let meeting = store::take(act.sql(), space, id).await?;
    if meeting.cancelled_at.is_some() { Err(Error::Refused("meetings-is-cancelled")) } else { Ok(meeting) }
}

/// Changes a meeting. Everyone whose calendar holds it is told where time, place or title are others.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for a meeting that is cancelled, or when the database fails.
pub async fn change(act: &mut Act<'_>, id: Uuid, plan: &Plan) -> Result<()> {
    let before = open_meeting(act, id).await?;
    screen(act, plan).await?;
    let (space, at) = (act.space().id, act.at());
    let sequence = sequence_after(before.sequence, &before.shown(), &plan.shown());
    store::change(act.sql(), id, plan, sequence, at).await?;
    act.record("meeting", id, serde_json::json!({ "title": plan.title })).await?;
    let meeting = store::one(act.sql(), space, id).await?;
    places::fill(act, &meeting).await?;
    if sequence == before.sequence || meeting.is_held(at) {
        return Ok(());
    }
    let notice = notice(act, "mail-meeting-changed", &meeting);
    let team: Vec<Uuid> = store::team(act.sql(), space).await?.into_iter().map(|p| p.id).collect();
    for person in store::concerned(act.sql(), id).await? {
        // Whoever has just left the team is told that, and nothing else ([`crate::following`]).
        if !meeting.is_open() && !team.contains(&person.id) {
            continue;
        }
        tell(act, &person, &notice, &meeting, Method::Request).await?;
    }
    Ok(())
}

/// Cancels a meeting: it leaves the calendars it was in.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] for a meeting that is cancelled or over, or when the database fails.
pub async fn cancel(act: &mut Act<'_>, id: Uuid, reason: &str) -> Result<()> {
    act.screen(&[("reason", reason)]).await?;
    let (space, at) = (act.space().id, act.at());
    if open_meeting(act, id).await?.is_held(at) {
        return Err(Error::Refused("meetings-is-over"));
    }
    store::cancel(act.sql(), id, reason, at).await?;
    let meeting = store::one(act.sql(), space, id).await?;
    act.record("meeting", id, serde_json::json!({ "title": meeting.title, "reason": reason })).await?;
    let notice: Notice = notice(act, "mail-meeting-cancelled", &meeting).with("reason", reason);
    for person in store::concerned(act.sql(), id).await? {
        tell(act, &person, &notice, &meeting, Method::Cancel).await?;
    }
    Ok(())
}

/// Sends the invitation to everyone on the team who has not had it; gives how many that were.
///
/// # Errors
/// As [`cancel`].
pub async fn call(act: &mut Act<'_>, id: Uuid) -> Result<usize> {
    let (space, at) = (act.space().id, act.at());
    let meeting = open_meeting(act, id).await?;
    if meeting.is_held(at) {
        return Err(Error::Refused("meetings-is-over"));
    }
    let notice = notice(act, "mail-meeting-invitation", &meeting);
    let mut told = 0;
    for person in store::team(act.sql(), space).await? {
        if store::invite(act.sql(), id, person.id, at).await? {
            tell(act, &person, &notice, &meeting, Method::Request).await?;
            told += 1;
        }
    }
    if told > 0 {
        act.record("meeting", id, serde_json::json!({ "title": meeting.title })).await?;
    }
    Ok(told)
}

/// Gives the actor's calendar feed a new address, and its token; the old one stops working.
///
/// # Errors
/// When the database fails.
pub(crate) async fn renew_feed(act: &mut Act<'_>) -> Result<String> {
    let (person, at, token) = (act.person()?, act.at(), act.app().clock.token());
    store::set_feed(act.sql(), person, token_hash(&token), at).await?;
    Ok(token)
}
