//! The general meeting: plan, call, proposals, votes, and what comes into force when it ends.

use chrono::NaiveDate;
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::board_store::{self, New};
use crate::meeting_store::{self, Candidate, Election, Meeting, Proposal, Resolution};
use crate::members::demand_member;
use crate::model::{Majority, Post, Tally, last_call, term_end};
use crate::{board, store};

fn own(act: &Act<'_>, meeting: Uuid) -> String {
    format!("/forloeb/{}/forening/moede/{meeting}", act.space().slug)
}

fn kind(meeting: &Meeting) -> &'static str {
    if meeting.extraordinary { "extraordinary" } else { "ordinary" }
}

async fn open(act: &mut Act<'_>, id: Uuid) -> Result<Meeting> {
    let space = act.space().id;
    let meeting = meeting_store::one(act.sql(), space, id).await?;
    if meeting.closed_at.is_some() { Err(Error::Refused("association-meeting-closed")) } else { Ok(meeting) }
}

/// What is planned of a general meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whether it is one more than the yearly one.
    pub extraordinary: bool,
    /// The day.
    pub held_on: NaiveDate,
    /// As people write it: `19.00`.
    pub at_time: String,
    /// Where.
    pub place: String,
    /// A point a line.
    pub agenda: String,
}

/// Plans a general meeting by the bylaws as they stand, or changes the plan until the members are called; gives its id.
///
/// # Errors
/// [`Error::Refused`] where they are, or when the database fails.
pub async fn plan(act: &mut Act<'_>, id: Option<Uuid>, plan: &Plan) -> Result<Uuid> {
    act.screen(&[("place", &plan.place), ("agenda", &plan.agenda)]).await?;
    let space = act.space().id;
    let rules = store::rules(act.sql(), space).await?;
    let meeting = Meeting {
        id: id.unwrap_or_else(|| act.new_id()),
        extraordinary: plan.extraordinary,
        held_on: plan.held_on,
        at_time: plan.at_time.clone(),
        place: plan.place.clone(),
        agenda: plan.agenda.clone(),
        notice_days: rules.notice_days,
        proposal_days: rules.proposal_days,
        paid_to_vote: rules.paid_to_vote,
        called_on: None,
        voters: None,
        guests: None,
        closed_at: None,
        minutes: String::new(),
        chaired_by: String::new(),
        approved_on: None,
    };
    act.record("assembly", meeting.id, serde_json::json!({ "assembly": kind(&meeting), "date": meeting.held_on })).await?;
    if id.is_none() {
        meeting_store::insert(act.sql(), space, &meeting).await?;
    } else if !meeting_store::change(act.sql(), space, &meeting).await? {
        return Err(Error::Refused("association-called-already"));
    }
    Ok(meeting.id)
}

/// Calls every member, each in the way they are reached.
///
/// # Errors
/// [`Error::Refused`] where it is too late or done, or when the database fails.
pub async fn call(act: &mut Act<'_>, id: Uuid) -> Result<usize> {
    let (space, today) = (act.space().id, act.today());
    let meeting = open(act, id).await?;
    if today > last_call(meeting.held_on, meeting.notice_days) {
        return Err(Error::Refused("association-too-late"));
    }
    let members = store::members(act.sql(), space).await?;
    act.record("assembly", id, serde_json::json!({ "assembly": kind(&meeting), "date": meeting.held_on, "n": members.len() })).await?;
    if !meeting_store::called(act.sql(), id, today).await? {
        return Err(Error::Refused("association-called-already"));
    }
    let place = format!("{}, {}", meeting.at_time, meeting.place);
    let notice = Notice::new("mail-association-call", own(act, id), id)
        .with("date", meeting.held_on)
        .with("place", place.trim_start_matches(", "))
        .with("deadline", last_call(meeting.held_on, meeting.proposal_days))
        .with("agenda", &meeting.agenda)
        .direct();
    for member in &members {
        act.tell(member.person_id, &notice).await?;
    }
    Ok(members.len())
}

/// A member proposes something; the board writes it down for one who came with a paper.
///
/// # Errors
/// [`Error::Refused`] after the last day or for somebody who is no member, or when the database fails.
pub async fn propose(act: &mut Act<'_>, id: Uuid, title: &str, text: &str) -> Result<()> {
    demand_member(act).await?;
    act.screen(&[("title", title), ("text", text)]).await?;
    let (new, person_id, at, today) = (act.new_id(), act.person()?, act.at(), act.today());
    let meeting = open(act, id).await?;
    if today > last_call(meeting.held_on, meeting.proposal_days) {
        return Err(Error::Refused("association-proposals-closed"));
    }
    let proposal = Proposal { id: new, person_id, name: String::new(), title: title.to_owned(), text: text.to_owned(), at };
    meeting_store::propose(act.sql(), id, &proposal).await?;
    act.contributed("proposal").await?;
    act.record("assembly", id, serde_json::json!({ "title": title })).await
}

/// Notes who came.
///
/// # Errors
/// [`Error::Refused`] where the meeting has ended, or when the database fails.
pub async fn attend(act: &mut Act<'_>, id: Uuid, voters: i64, guests: i64, chaired_by: &str) -> Result<()> {
    act.screen(&[("chaired_by", chaired_by)]).await?;
    open(act, id).await?;
    meeting_store::attended(act.sql(), id, voters, guests, chaired_by).await?;
    act.record("assembly", id, serde_json::json!({ "counted": "attendance", "n": voters })).await
}

/// Opens an election; gives its id.
///
/// # Errors
/// [`Error::Refused`] where the meeting has ended, or when the database fails.
pub async fn begin_election(act: &mut Act<'_>, meeting: Uuid, post: Post, seats: i64, until_on: NaiveDate) -> Result<Uuid> {
    let (id, at) = (act.new_id(), act.at());
    open(act, meeting).await?;
    act.record("assembly", meeting, serde_json::json!({ "counted": "election", "n": seats })).await?;
    meeting_store::insert_election(act.sql(), id, meeting, post, seats, until_on, at).await?;
    Ok(id)
}

/// An election that can still change.
async fn undecided(act: &mut Act<'_>, id: Uuid) -> Result<Election> {
    let space = act.space().id;
    let election = meeting_store::election(act.sql(), space, id).await?;
    open(act, election.meeting_id).await?;
    if election.state == "decided" { Err(Error::Refused("association-election-decided")) } else { Ok(election) }
}

/// Takes an election away that nobody has voted in.
///
/// # Errors
/// [`Error::Refused`] where somebody has, or when the database fails.
pub async fn drop_election(act: &mut Act<'_>, id: Uuid) -> Result<Uuid> {
    let election = undecided(act, id).await?;
    act.record("assembly", election.meeting_id, serde_json::json!({ "counted": "election-dropped", "n": election.seats })).await?;
    if election.rounds > 0 || !meeting_store::drop_election(act.sql(), id).await? {
        return Err(Error::Refused("association-election-decided"));
    }
    Ok(election.meeting_id)
}

/// Somebody stands.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is neither a member nor has a part in the space, [`Error::Refused`] once it is voted, or when the
/// database fails.
pub async fn stand(act: &mut Act<'_>, id: Uuid, person: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let election = undecided(act, id).await?;
    if election.rounds > 0 {
        return Err(Error::Refused("association-election-decided"));
    }
    if !board_store::named(act.sql(), space).await?.iter().any(|(id, _)| *id == person) {
        return Err(Error::NotFound);
    }
    act.record("assembly", election.meeting_id, serde_json::json!({ "counted": "candidate", "n": 1 })).await?;
    meeting_store::stand(act.sql(), id, person, at).await.map(|_| ())
}

/// A count as it was read out.
#[derive(Debug, Clone)]
pub struct Count {
    /// `hands` or `paper`.
    pub way: String,
    /// The numbers; the votes are those of the candidates who still stand, in their order.
    pub tally: Tally,
    /// Who counted.
    pub counted_by: String,
}

/// Those of an election the meeting still chooses between, and for how many seats.
pub(crate) fn standing(election: &Election, candidates: &[Candidate]) -> (Vec<Candidate>, usize) {
    let sure = candidates.iter().filter(|c| c.standing == "elected").count();
    let still = if election.state == "tied" { "tied" } else { "open" };
    (candidates.iter().filter(|c| c.standing == still).cloned().collect(), usize::try_from(election.seats).unwrap_or(0).saturating_sub(sure))
}

async fn settle(act: &mut Act<'_>, election: &Election, stands: &[Candidate], n: i64) -> Result<()> {
    let payload = serde_json::json!({ "counted": if election.state == "tied" { "tied" } else { "decided" }, "n": n, "ballots": election.ballots, "blank": election.blank,
        "invalid": election.invalid, "post": election.post.key(), "way": election.way });
    act.record("assembly", election.meeting_id, payload).await?;
    for candidate in stands {
        meeting_store::stands(act.sql(), election.id, candidate).await?;
    }
    meeting_store::counted(act.sql(), election).await
}

/// Nobody stands against anybody: those who stand are elected without a vote.
///
/// # Errors
/// [`Error::Refused`] where more stand than there are seats, or nobody does, or when the database fails.
pub async fn unopposed(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let mut election = undecided(act, id).await?;
    let candidates = meeting_store::candidates(act.sql(), id).await?;
    let (mut still, seats) = standing(&election, &candidates);
    if still.is_empty() || still.len() > seats || election.state != "open" {
        return Err(Error::Refused("association-election-opposed"));
    }
    still.iter_mut().for_each(|c| "elected".clone_into(&mut c.standing));
    election.state = "decided".to_owned();
    let n = i64::try_from(still.len()).unwrap_or(0);
    settle(act, &election, &still, n).await
}

/// Writes a count down and works out who is elected. A tie at the edge is left for a new vote or a lot.
///
/// # Errors
/// [`Error::BadRequest`] for numbers that cannot be true of each other, [`Error::Refused`] where it is decided, or when the database fails.
pub async fn count(act: &mut Act<'_>, id: Uuid, count: &Count) -> Result<bool> {
    act.screen(&[("counted_by", &count.counted_by)]).await?;
    let mut election = undecided(act, id).await?;
    let candidates = meeting_store::candidates(act.sql(), id).await?;
    let (mut still, seats) = standing(&election, &candidates);
    let tally = Tally { seats, ..count.tally.clone() };
    if still.len() != tally.votes.len() || tally.check().is_err() {
        return Err(Error::BadRequest("error-form"));
    }
    let outcome = tally.outcome();
    for (at, candidate) in still.iter_mut().enumerate() {
        candidate.votes = tally.votes.get(at).copied().unwrap_or(0);
        let standing = if outcome.elected.contains(&at) {
            "elected"
        } else if outcome.tied.contains(&at) {
            "tied"
        } else {
            "not"
        };
        standing.clone_into(&mut candidate.standing);
    }
    election.state = if outcome.tied.is_empty() { "decided" } else { "tied" }.to_owned();
    election.way.clone_from(&count.way);
    election.counted_by.clone_from(&count.counted_by);
    (election.ballots, election.blank, election.invalid) = (tally.ballots, tally.blank, tally.invalid);
    let n = i64::try_from(outcome.elected.len()).unwrap_or(0);
    settle(act, &election, &still, n).await?;
    Ok(outcome.tied.is_empty())
}

/// A tie is decided by a lot that was drawn at the meeting: who won it, and how it was drawn.
///
/// # Errors
/// [`Error::BadRequest`] for more or fewer winners than there are seats left, [`Error::Refused`] where there is no tie, or when the database
/// fails.
pub async fn lot(act: &mut Act<'_>, id: Uuid, winners: &[Uuid], note: &str) -> Result<()> {
    act.screen(&[("note", note)]).await?;
    let mut election = undecided(act, id).await?;
    let candidates = meeting_store::candidates(act.sql(), id).await?;
    let (mut still, seats) = standing(&election, &candidates);
    if election.state != "tied" {
        return Err(Error::Refused("association-no-tie"));
    }
    if winners.len() != seats || !winners.iter().all(|w| still.iter().any(|c| c.person_id == *w)) {
        return Err(Error::BadRequest("error-form"));
    }
    still.iter_mut().for_each(|c| if winners.contains(&c.person_id) { "elected" } else { "not" }.clone_into(&mut c.standing));
    election.state = "decided".to_owned();
    election.note = note.to_owned();
    let n = i64::try_from(winners.len()).unwrap_or(0);
    settle(act, &election, &still, n).await
}

/// Something the meeting has voted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// What was voted on.
    pub title: String,
    /// Its wording; may be empty.
    pub text: String,
    /// What it needs.
    pub majority: Majority,
    /// `hands` or `paper`.
    pub way: String,
    /// Votes for.
    pub ayes: i64,
    /// Votes against.
    pub noes: i64,
    /// Votes for neither.
    pub blank: i64,
    /// Who counted.
    pub counted_by: String,
}

/// Writes a resolution down; whether it was carried follows from the votes.
///
/// # Errors
/// [`Error::Refused`] where the meeting has ended, or when the database fails.
pub async fn resolve(act: &mut Act<'_>, meeting: Uuid, m: &Motion) -> Result<bool> {
    act.screen(&[("title", &m.title), ("text", &m.text), ("counted_by", &m.counted_by)]).await?;
    open(act, meeting).await?;
    let carried = m.majority.carries(m.ayes, m.noes);
    let payload = serde_json::json!({ "counted": if carried { "carried" } else { "lost" }, "title": m.title, "n": m.ayes, "ayes": m.ayes, "noes": m.noes,
        "blank": m.blank, "majority": m.majority.key(), "way": m.way });
    act.record("assembly", meeting, payload).await?;
    let resolution = Resolution {
        id: act.new_id(),
        title: m.title.clone(),
        text: m.text.clone(),
        majority: m.majority.key().to_owned(),
        way: m.way.clone(),
        ayes: m.ayes,
        noes: m.noes,
        blank: m.blank,
        carried,
        counted_by: m.counted_by.clone(),
        at: act.at(),
    };
    meeting_store::resolve(act.sql(), meeting, &resolution).await?;
    Ok(carried)
}

/// Ends the meeting: those who were up for election leave their seats, the elected take theirs, and the roles follow.
///
/// # Errors
/// [`Error::Refused`] before its day, while an election is not decided or nobody has counted who came, or when the database fails.
pub async fn close(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at, today) = (act.space().id, act.at(), act.today());
    let meeting = open(act, id).await?;
    if meeting.called_on.is_none() || meeting.held_on > today || meeting.voters.is_none() {
        return Err(Error::Refused("association-not-held"));
    }
    let elections = meeting_store::elections(act.sql(), id).await?;
    if elections.iter().any(|e| e.state != "decided") {
        return Err(Error::Refused("association-election-open"));
    }
    let elected = meeting_store::elected(act.sql(), id).await?;
    act.record("assembly", id, serde_json::json!({ "assembly": kind(&meeting), "date": meeting.held_on, "n": elected.len() })).await?;
    if !meeting_store::close(act.sql(), id, at).await? {
        return Err(Error::Refused("association-meeting-closed"));
    }
    let up = board_store::up(act.sql(), space, term_end(meeting.held_on, 0)).await?;
    let sole = |post: Post| matches!(post, Post::Chair | Post::Treasurer);
    let replaced = board_store::of_space(act.sql(), space).await?;
    let leaves = |seat: &board_store::Seat| {
        let voted = elections.iter().any(|e| e.post == seat.post);
        voted && (up.iter().any(|u| u.id == seat.id) || sole(seat.post) && elected.iter().any(|(post, ..)| post == seat.post.key()))
    };
    let leaving: Vec<_> = replaced.iter().filter(|s| s.left_on.is_none() && leaves(s)).collect();
    // First everybody sits down: who goes on keeps the role all the while.
    for (post, person, until_on) in &elected {
        let Some(post) = Post::of(post) else { continue };
        let new = New { id: act.new_id(), space, person: *person, post, elected_on: meeting.held_on, until_on: *until_on, meeting: Some(id) };
        board::sit(act, &new).await?;
        let notice =
            Notice::new("mail-association-elected", format!("/forloeb/{}/forening/bestyrelse", act.space().slug), new.id).with("date", *until_on).direct();
        act.tell(*person, &notice).await?;
    }
    for seat in leaving {
        board::end(act, seat, meeting.held_on).await?;
    }
    Ok(())
}

/// Writes the minutes, as often as it takes, until they are approved.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Refused`] where they are approved, or when the database fails.
pub async fn write_minutes(act: &mut Act<'_>, id: Uuid, text: &str) -> Result<()> {
    act.screen(&[("minutes", text)]).await?;
    let space = act.space().id;
    let meeting = meeting_store::one(act.sql(), space, id).await?;
    act.record("assembly", id, serde_json::json!({ "date": meeting.held_on })).await?;
    if meeting_store::write_minutes(act.sql(), id, text).await? { Ok(()) } else { Err(Error::Refused("association-minutes-approved")) }
}

/// Approves the minutes; from then on they cannot be changed.
///
/// # Errors
/// [`Error::Refused`] where there are none or the meeting has not ended, or when the database fails.
pub async fn approve(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, today) = (act.space().id, act.today());
    let meeting = meeting_store::one(act.sql(), space, id).await?;
    act.record("assembly", id, serde_json::json!({ "date": meeting.held_on })).await?;
    if meeting.closed_at.is_some() && meeting_store::approve(act.sql(), id, today).await? {
        Ok(())
    } else {
        Err(Error::Refused("association-minutes-not-ready"))
    }
}
