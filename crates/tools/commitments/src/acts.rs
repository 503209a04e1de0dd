//! What can be done with commitments: make one, and tell how it goes. Who may is said in the platform, where the
//! commitments are.

use chrono::NaiveDate;
use samskab_platform::access::Role;
use samskab_platform::commitment::{self, NewCommitment, NewProgress, REPORT, Status};
use samskab_platform::growth::{self, Growth, Step};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result, person, space};
use uuid::Uuid;

use crate::model::{REPORTABLE, may_report};

/// A commitment to be made.
#[derive(Debug, Clone)]
pub struct New {
    /// What it is a result of: kind, id and title of something in the space.
    pub source: Option<(String, Uuid, String)>,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub doer: Uuid,
    /// The organisation they do it for, if any.
    pub organisation: Option<Uuid>,
    /// Who in the municipality helps.
    pub counterpart: Uuid,
    /// When it is done.
    pub due_on: NaiveDate,
    /// Hours promised.
    pub hours: Option<i64>,
    /// Money promised, in øre.
    pub money_ore: Option<i64>,
    /// Rooms promised; may be empty.
    pub rooms: String,
    /// Staff time promised; may be empty.
    pub staff: String,
}

/// Makes a commitment ([`commitment::MAKE`]): its doer and its counterpart get their roles in the space and are told.
///
/// # Errors
/// When the database fails.
pub async fn make(act: &mut Act<'_>, new: New) -> Result<Uuid> {
    act.screen(&[("what", &new.what), ("rooms", &new.rooms), ("staff", &new.staff)]).await?;
    let (space, id, at) = (act.space().clone(), act.new_id(), act.at());
    let row = NewCommitment {
        id,
        space: space.id,
        source: new.source.as_ref().map(|(kind, id, title)| (kind.as_str(), *id, title.as_str())),
        what: &new.what,
        doer: new.doer,
        organisation: new.organisation,
        counterpart: new.counterpart,
        due_on: new.due_on,
        hours: new.hours,
        money_ore: new.money_ore,
        rooms: &new.rooms,
        staff: &new.staff,
        at,
    };
    commitment::insert(act.sql(), &row).await?;
    space::give_role(act.sql(), space.id, new.doer, Role::Doer, at).await?;
    space::give_role(act.sql(), space.id, new.counterpart, Role::Counterpart, at).await?;
    act.contributed("commitment").await?;
    act.record("commitment", id, serde_json::json!({ "title": new.what })).await?;
    if let Some((kind, source, _)) = &new.source {
        growth::tell(act, Growth { source_kind: kind, source: *source, kind: "commitment", id, title: &new.what, step: Step::Made }).await?;
    }
    let doer = person::find(act.sql(), new.doer).await?.name;
    let counterpart = person::find(act.sql(), new.counterpart).await?.name;
    let link = format!("/forloeb/{}/aftaler/{id}", space.slug);
    let notice = |word| {
        let notice = Notice::new(word, link.as_str(), id).with("what", &new.what).with("date", new.due_on);
        notice.with("doer", &doer).with("counterpart", &counterpart).due_on(new.due_on)
    };
    if act.actor() != Some(new.doer) {
        act.tell(new.doer, &notice("mail-commitment-doer")).await?;
    }
    if act.actor() != Some(new.counterpart) && new.counterpart != new.doer {
        act.tell(new.counterpart, &notice("mail-commitment-counterpart")).await?;
    }
    Ok(id)
}

/// Tells how a commitment goes ([`REPORT`]): its doer or its counterpart does, and everyone who took part is told.
///
/// # Errors
/// [`Error::Forbidden`] for anybody else, [`Error::BadRequest`] without a text or with a status nobody can report,
/// [`Error::NotFound`], or when the database fails.
pub async fn report(
    act: &mut Act<'_>,
    commitment: Uuid,
    status: Status,
    text: &str,
    waiting_for: &str,
    hours: Option<i64>,
    money_ore: Option<i64>,
) -> Result<()> {
    let (space, at, id) = (act.space().clone(), act.at(), act.new_id());
    let found = commitment::one(act.sql(), space.id, commitment).await?;
    let person = act.person()?;
    if !may_report(&found, Some(person)) {
        return Err(Error::Forbidden(REPORT.name));
    }
    if text.trim().is_empty() || !REPORTABLE.contains(&status) {
        return Err(Error::BadRequest("error-form"));
    }
    act.screen(&[("text", text), ("waiting_for", waiting_for)]).await?;
    let waiting_for = if status == Status::Waiting { waiting_for } else { "" };
    let row = NewProgress { id, commitment, person, status, text, waiting_for, hours, money_ore, at };
    commitment::report(act.sql(), &row).await?;
    act.contributed("progress").await?;
    act.record("commitment", commitment, serde_json::json!({ "title": found.what, "status": status.key() })).await?;
    let step = match status {
        Status::Started => Some(Step::Started),
        Status::Done => Some(Step::Done),
        _ => None,
    };
    if let (Some(kind), Some(source), Some(step)) = (&found.source_kind, found.source_id, step) {
        growth::tell(act, Growth { source_kind: kind, source, kind: "commitment", id: commitment, title: &found.what, step }).await?;
    }
    let who = person::find(act.sql(), person).await?.name;
    let word = if status == Status::Done { "mail-done" } else { "mail-progress" };
    let link = format!("/forloeb/{}/aftaler/{commitment}", space.slug);
    let notice = Notice::new(word, link, id).with("what", found.what).with("text", text).with("who", who);
    act.tell_contributors(&notice).await
}
