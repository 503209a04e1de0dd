//! The SQL of general meetings.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::Post;

macro_rules! meeting {
    () => {
        "SELECT g.id, g.extraordinary, g.held_on, g.at_time, g.place, g.agenda, g.notice_days, g.proposal_days, g.paid_to_vote, g.called_on, g.voters, g.guests,
         g.closed_at, g.minutes, g.chaired_by, g.approved_on FROM general_meeting g "
    };
}
macro_rules! election {
    () => {
        "SELECT e.id, e.meeting_id, e.post, e.seats, e.until_on, e.state, e.way, e.ballots, e.blank, e.invalid, e.counted_by, e.rounds, e.note
         FROM general_meeting_election e JOIN general_meeting g ON g.id = e.meeting_id "
    };
}

statements! {
    OF_SPACE = concat!(meeting!(), "WHERE g.space_id = $1 ORDER BY g.held_on DESC, g.id DESC LIMIT 50");
    ONE = concat!(meeting!(), "WHERE g.id = $1 AND g.space_id = $2");
    NEXT = concat!(meeting!(), "WHERE g.space_id = $1 AND g.closed_at IS NULL ORDER BY g.held_on, g.id LIMIT 1");
    INSERT = "INSERT INTO general_meeting (id, space_id, extraordinary, held_on, at_time, place, agenda, notice_days, proposal_days, paid_to_vote, minutes, chaired_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '')";
    CHANGE = "UPDATE general_meeting SET extraordinary = $3, held_on = $4, at_time = $5, place = $6, agenda = $7 WHERE id = $1 AND space_id = $2 AND called_on IS NULL";
    CALLED = "UPDATE general_meeting SET called_on = $2 WHERE id = $1 AND called_on IS NULL";
    ATTENDED = "UPDATE general_meeting SET voters = $2, guests = $3, chaired_by = $4 WHERE id = $1";
    CLOSED = "UPDATE general_meeting SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    MINUTES = "UPDATE general_meeting SET minutes = $2 WHERE id = $1 AND approved_on IS NULL";
    APPROVED = "UPDATE general_meeting SET approved_on = $2 WHERE id = $1 AND approved_on IS NULL AND minutes <> ''";
    PROPOSALS = "SELECT o.id, o.person_id, p.name, o.title, o.text, o.at FROM general_meeting_proposal o JOIN person p ON p.id = o.person_id
        WHERE o.meeting_id = $1 ORDER BY o.at, o.id LIMIT 100";
    PROPOSE = "INSERT INTO general_meeting_proposal (id, meeting_id, person_id, title, text, at) VALUES ($1, $2, $3, $4, $5, $6)";
    VOTERS = "SELECT m.number, p.name, CAST((SELECT COUNT(*) FROM association_due d JOIN association_season s ON s.id = d.season_id
        WHERE d.person_id = m.person_id AND s.space_id = m.space_id AND d.paid_on IS NULL AND s.due_on <= $2) AS BIGINT)
        FROM association_member m JOIN person p ON p.id = m.person_id WHERE m.space_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL AND p.left_at IS NULL
        AND m.joined_on <= $2 ORDER BY p.name, m.id LIMIT 2000";
    ELECTIONS = concat!(election!(), "WHERE e.meeting_id = $1 ORDER BY e.made_at, e.id LIMIT 50");
    ELECTION = concat!(election!(), "WHERE e.id = $1 AND g.space_id = $2");
    INSERT_ELECTION = "INSERT INTO general_meeting_election (id, meeting_id, post, seats, until_on, state, way, ballots, blank, invalid, counted_by, rounds, note, made_at)
        VALUES ($1, $2, $3, $4, $5, 'open', '', 0, 0, 0, '', 0, '', $6)";
    DROP_CANDIDATES = "DELETE FROM general_meeting_candidate WHERE election_id = $1";
    DROP_ELECTION = "DELETE FROM general_meeting_election WHERE id = $1 AND state = 'open' AND rounds = 0";
    CANDIDATES = "SELECT c.person_id, p.name, c.votes, c.standing FROM general_meeting_candidate c JOIN person p ON p.id = c.person_id
        WHERE c.election_id = $1 ORDER BY c.added_at, p.name, c.person_id LIMIT 50";
    STAND = "INSERT INTO general_meeting_candidate (election_id, person_id, votes, standing, added_at) VALUES ($1, $2, 0, 'open', $3) ON CONFLICT DO NOTHING";
    COUNTED = "UPDATE general_meeting_election SET state = $2, way = $3, ballots = $4, blank = $5, invalid = $6, counted_by = $7, note = $8, rounds = rounds + 1 WHERE id = $1";
    STANDS = "UPDATE general_meeting_candidate SET votes = $3, standing = $4 WHERE election_id = $1 AND person_id = $2";
    RESOLUTIONS = "SELECT r.id, r.title, r.text, r.majority, r.way, r.ayes, r.noes, r.blank, r.carried, r.counted_by, r.at FROM general_meeting_resolution r
        WHERE r.meeting_id = $1 ORDER BY r.at, r.id LIMIT 100";
    RESOLVE = "INSERT INTO general_meeting_resolution (id, meeting_id, title, text, majority, way, ayes, noes, blank, carried, counted_by, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ELECTED = "SELECT e.post, c.person_id, e.until_on FROM general_meeting_election e JOIN general_meeting_candidate c ON c.election_id = e.id
        WHERE e.meeting_id = $1 AND c.standing = 'elected' ORDER BY e.made_at, c.added_at, c.person_id LIMIT 100";
    OF_MEMBER = "SELECT g.id, x.slug, x.title, g.held_on FROM association_member m JOIN general_meeting g ON g.space_id = m.space_id JOIN space x ON x.id = m.space_id
        WHERE m.person_id = $1 AND m.number IS NOT NULL AND m.left_on IS NULL AND g.called_on IS NOT NULL AND g.closed_at IS NULL AND g.held_on >= $2 ORDER BY g.held_on, g.id LIMIT 10";
}

/// A general meeting.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Meeting {
    pub(crate) id: Uuid,
    pub(crate) extraordinary: bool,
    pub(crate) held_on: NaiveDate,
    /// As people write it: `19.00`.
    pub(crate) at_time: String,
    pub(crate) place: String,
    /// A point a line.
    pub(crate) agenda: String,
    pub(crate) notice_days: i64,
    pub(crate) proposal_days: i64,
    pub(crate) paid_to_vote: bool,
    pub(crate) called_on: Option<NaiveDate>,
    /// How many came with a vote; missing: not counted yet.
    pub(crate) voters: Option<i64>,
    /// How many came without.
    pub(crate) guests: Option<i64>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) minutes: String,
    pub(crate) chaired_by: String,
    pub(crate) approved_on: Option<NaiveDate>,
}

/// Something a member proposes.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Proposal {
    pub(crate) id: Uuid,
    #[allow(dead_code)]
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) at: DateTime<Utc>,
}

/// An election and its count.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Election {
    pub(crate) id: Uuid,
    pub(crate) meeting_id: Uuid,
    #[sqlx(try_from = "String")]
    pub(crate) post: Post,
    pub(crate) seats: i64,
    pub(crate) until_on: NaiveDate,
    /// `open`, `tied`, `decided`.
    pub(crate) state: String,
    pub(crate) way: String,
    pub(crate) ballots: i64,
    pub(crate) blank: i64,
    pub(crate) invalid: i64,
    pub(crate) counted_by: String,
    pub(crate) rounds: i64,
    pub(crate) note: String,
}

/// Somebody who stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Candidate {
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) votes: i64,
    /// `open`, `tied`, `elected`, `not`.
    pub(crate) standing: String,
}

/// What the meeting said to a proposal.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Resolution {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) majority: String,
    pub(crate) way: String,
    pub(crate) ayes: i64,
    pub(crate) noes: i64,
    pub(crate) blank: i64,
    pub(crate) carried: bool,
    pub(crate) counted_by: String,
    pub(crate) at: DateTime<Utc>,
}

/// A member on the voters' list: number, name, how many dues they owe that were due.
pub(crate) type Voter = (Option<i64>, String, i64);

pub(crate) async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Meeting>> {
    sql.all(&OF_SPACE, args![space]).await
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Meeting> {
    sql.one(&ONE, args![id, space]).await
}

/// The next one that has not been held.
pub(crate) async fn next(sql: &mut Sql, space: Uuid) -> Result<Option<Meeting>> {
    sql.maybe(&NEXT, args![space]).await
}

pub(crate) async fn insert(sql: &mut Sql, space: Uuid, m: &Meeting) -> Result<()> {
    let args = args![m.id, space, m.extraordinary, m.held_on, &m.at_time, &m.place, &m.agenda, m.notice_days, m.proposal_days, m.paid_to_vote];
    sql.run(&INSERT, args).await.map(|_| ())
}

/// Changes the plan; false where the members have been called.
pub(crate) async fn change(sql: &mut Sql, space: Uuid, m: &Meeting) -> Result<bool> {
    Ok(sql.run(&CHANGE, args![m.id, space, m.extraordinary, m.held_on, &m.at_time, &m.place, &m.agenda]).await? > 0)
}

pub(crate) async fn called(sql: &mut Sql, id: Uuid, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&CALLED, args![id, on]).await? > 0)
}

pub(crate) async fn attended(sql: &mut Sql, id: Uuid, voters: i64, guests: i64, chaired_by: &str) -> Result<()> {
    sql.run(&ATTENDED, args![id, voters, guests, chaired_by]).await.map(|_| ())
}

pub(crate) async fn close(sql: &mut Sql, id: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CLOSED, args![id, at]).await? > 0)
}

pub(crate) async fn write_minutes(sql: &mut Sql, id: Uuid, text: &str) -> Result<bool> {
    Ok(sql.run(&MINUTES, args![id, text]).await? > 0)
}

pub(crate) async fn approve(sql: &mut Sql, id: Uuid, on: NaiveDate) -> Result<bool> {
    Ok(sql.run(&APPROVED, args![id, on]).await? > 0)
}

pub(crate) async fn proposals(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Proposal>> {
    sql.all(&PROPOSALS, args![meeting]).await
}

pub(crate) async fn propose(sql: &mut Sql, meeting: Uuid, p: &Proposal) -> Result<()> {
    sql.run(&PROPOSE, args![p.id, meeting, p.person_id, &p.title, &p.text, p.at]).await.map(|_| ())
}

/// The members of that day, and what they owe.
pub(crate) async fn voters(sql: &mut Sql, space: Uuid, on: NaiveDate) -> Result<Vec<Voter>> {
    sql.all(&VOTERS, args![space, on]).await
}

pub(crate) async fn elections(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Election>> {
    sql.all(&ELECTIONS, args![meeting]).await
}

pub(crate) async fn election(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Election> {
    sql.one(&ELECTION, args![id, space]).await
}

pub(crate) async fn insert_election(sql: &mut Sql, id: Uuid, meeting: Uuid, post: Post, seats: i64, until_on: NaiveDate, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT_ELECTION, args![id, meeting, post.key(), seats, until_on, at]).await.map(|_| ())
}

/// Takes an election away that nobody has voted in; false where somebody has.
pub(crate) async fn drop_election(sql: &mut Sql, id: Uuid) -> Result<bool> {
    sql.run(&DROP_CANDIDATES, args![id]).await?;
    Ok(sql.run(&DROP_ELECTION, args![id]).await? > 0)
}

pub(crate) async fn candidates(sql: &mut Sql, election: Uuid) -> Result<Vec<Candidate>> {
    sql.all(&CANDIDATES, args![election]).await
}

pub(crate) async fn stand(sql: &mut Sql, election: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&STAND, args![election, person, at]).await? > 0)
}

/// Writes a count down.
pub(crate) async fn counted(sql: &mut Sql, e: &Election) -> Result<()> {
    sql.run(&COUNTED, args![e.id, &e.state, &e.way, e.ballots, e.blank, e.invalid, &e.counted_by, &e.note]).await.map(|_| ())
}

pub(crate) async fn stands(sql: &mut Sql, election: Uuid, c: &Candidate) -> Result<()> {
    sql.run(&STANDS, args![election, c.person_id, c.votes, &c.standing]).await.map(|_| ())
}

pub(crate) async fn resolutions(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Resolution>> {
    sql.all(&RESOLUTIONS, args![meeting]).await
}

pub(crate) async fn resolve(sql: &mut Sql, meeting: Uuid, r: &Resolution) -> Result<()> {
    let args = args![r.id, meeting, &r.title, &r.text, &r.majority, &r.way, r.ayes, r.noes, r.blank, r.carried, &r.counted_by, r.at];
    sql.run(&RESOLVE, args).await.map(|_| ())
}

/// Who was elected: post, person, until when.
pub(crate) async fn elected(sql: &mut Sql, meeting: Uuid) -> Result<Vec<(String, Uuid, NaiveDate)>> {
    sql.all(&ELECTED, args![meeting]).await
}

/// Meetings somebody is called to: id, the space's slug and title, the day.
pub(crate) async fn of_member(sql: &mut Sql, person: Uuid, today: NaiveDate) -> Result<Vec<(Uuid, String, String, NaiveDate)>> {
    sql.all(&OF_MEMBER, args![person, today]).await
}
