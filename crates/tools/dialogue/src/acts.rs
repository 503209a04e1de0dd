//! What can be done in a conversation.

use std::collections::BTreeMap;

use samskab_opinion::Conversation;
use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::outbox::Notice;
use samskab_platform::session::token_hash;
use samskab_platform::{Act, Error, Result, Visitor};
use uuid::Uuid;

use crate::model::{Answer, Dialogue, Status, same_text};
use crate::store::{self, NewStatement};

const RUNNERS: &[Role] = &[Role::Secretary, Role::Facilitator, Role::Chair];

/// Writing a conversation's question and first statements.
pub const WRITE: ActDef = ActDef { name: "dialogue.write", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// Opening it.
pub const OPEN: ActDef = ActDef { name: "dialogue.open", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// Closing it.
pub const CLOSE: ActDef = ActDef { name: "dialogue.close", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// Bringing in a conversation from a Polis export.
pub const IMPORT: ActDef = ActDef { name: "dialogue.import", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// Voting: whoever sees the space may, and no vote leaves a trace in the journal.
pub const VOTE: ActDef = ActDef { name: "dialogue.vote", roles: &[], reach: Reach::Everyone, trace: Trace::Quiet };
/// Proposing a statement; it waits until somebody has looked at it, and is not journalled before that.
pub const STATE: ActDef = ActDef { name: "dialogue.state", roles: &[], reach: Reach::Everyone, trace: Trace::Quiet };
/// Letting a proposed statement in.
pub const ACCEPT: ActDef = ActDef { name: "dialogue.accept", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// Turning a proposed statement away, with a reason.
pub const REJECT: ActDef = ActDef { name: "dialogue.reject", roles: RUNNERS, reach: Reach::Roles, trace: Trace::Journal };
/// The program drawing the map anew.
pub const DRAW: ActDef = ActDef { name: "dialogue.draw", roles: &[], reach: Reach::Roles, trace: Trace::Quiet };
/// The program noting that the groups have changed.
pub const REGROUP: ActDef = ActDef { name: "dialogue.regroup", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// All of them.
pub const ACTS: &[&ActDef] = &[&WRITE, &OPEN, &CLOSE, &IMPORT, &VOTE, &STATE, &ACCEPT, &REJECT, &DRAW, &REGROUP];

/// A new conversation, with its first statements.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct New<'a> {
    pub question: &'a str,
    pub description: &'a str,
    /// `da` or `en`: the language of the statements.
    pub language: &'a str,
    /// Where it comes from and under which licence, if it is not our own.
    pub attribution: &'a str,
    pub seeds: &'a [String],
}

/// Writes a conversation; nobody can vote before it is opened.
///
/// # Errors
/// When the database fails.
pub async fn write(act: &mut Act<'_>, new: &New<'_>) -> Result<Uuid> {
    let seeds = new.seeds.join("\n");
    act.screen(&[("question", new.question), ("description", new.description), ("seeds", &seeds)]).await?;
    let id = insert(act, new, Status::Draft).await?;
    for text in new.seeds {
        seed(act, id, text).await?;
    }
    act.contributed("dialogue").await?;
    act.record("dialogue", id, serde_json::json!({ "title": new.question })).await?;
    Ok(id)
}

async fn insert(act: &mut Act<'_>, new: &New<'_>, status: Status) -> Result<Uuid> {
    let (id, at) = (act.new_id(), act.at());
    let row = Dialogue {
        id,
        space_id: act.space().id,
        question: new.question.to_owned(),
        description: new.description.to_owned(),
        language: new.language.to_owned(),
        attribution: new.attribution.to_owned(),
        status,
    };
    store::insert(act.sql(), &row, at).await?;
    Ok(id)
}

/// Adds a statement of the facilitator's own.
///
/// # Errors
/// When the database fails.
pub async fn seed(act: &mut Act<'_>, dialogue: Uuid, text: &str) -> Result<Uuid> {
    let (id, at, author) = (act.new_id(), act.at(), act.actor());
    store::insert_statement(act.sql(), &NewStatement { id, dialogue, text, author, voter: None, seed: true, state: "accepted", at }).await?;
    store::touch(act.sql(), dialogue, at).await?;
    Ok(id)
}

/// Opens or closes a conversation, and tells the team when it opens.
///
/// # Errors
/// [`Error::Refused`] where there is nothing to vote on yet, or when the database fails.
pub async fn set_open(act: &mut Act<'_>, dialogue: Uuid, open: bool) -> Result<()> {
    let (space, at) = (act.space().clone(), act.at());
    let row = store::one(act.sql(), space.id, dialogue).await?;
    if open && store::accepted(act.sql(), dialogue).await?.is_empty() {
        return Err(Error::Refused("error-dialogue-empty"));
    }
    store::set_status(act.sql(), dialogue, if open { Status::Open } else { Status::Closed }, at).await?;
    act.record("dialogue", dialogue, serde_json::json!({ "title": row.question })).await?;
    let word = if open { "mail-dialogue-open" } else { "mail-dialogue-closed" };
    let link = format!("/forloeb/{}/dialog/{dialogue}", space.slug);
    let about = act.new_id();
    act.tell_contributors(&Notice::new(word, link, about).with("question", row.question)).await
}

/// Who votes: a person, or a stranger with a cookie.
#[derive(Debug, Clone)]
pub enum Voter {
    /// Signed in.
    Person(Uuid),
    /// The cookie's token.
    Token(String),
}

impl Voter {
    /// The voter a visitor is; `None` for a stranger without a cookie.
    #[must_use]
    pub fn of(visitor: &Visitor) -> Option<Self> {
        visitor.person.as_ref().map(|p| Voter::Person(p.id)).or_else(|| visitor.voter_token.clone().map(Voter::Token))
    }
}

/// Stores a vote. `token` is the cookie of somebody who signed in after voting: those votes become theirs.
///
/// # Errors
/// [`Error::Refused`] when the conversation is closed, [`Error::NotFound`] where there is no such statement.
pub async fn vote(act: &mut Act<'_>, dialogue: Uuid, voter: &Voter, token: Option<&str>, statement: Uuid, answer: Answer) -> Result<Uuid> {
    let id = voter_id(act, dialogue, voter, token).await?;
    let at = act.at();
    if !store::vote(act.sql(), dialogue, id, statement, answer.value(), at).await? {
        return Err(Error::NotFound);
    }
    act.contributed("vote").await?;
    Ok(id)
}

/// The voter in an open conversation, new if need be; one query where they have voted before.
async fn voter_id(act: &mut Act<'_>, dialogue: Uuid, voter: &Voter, token: Option<&str>) -> Result<Uuid> {
    let space = act.space().id;
    let (status, known) = match voter {
        Voter::Person(person) => store::ballot_of_person(act.sql(), space, dialogue, *person).await?,
        Voter::Token(token) => store::ballot_of_token(act.sql(), space, dialogue, token_hash(token)).await?,
    };
    if status != Status::Open.key() {
        return Err(Error::Refused("error-dialogue-closed"));
    }
    if let Some(id) = known {
        return Ok(id);
    }
    if let (Voter::Person(person), Some(token)) = (voter, token)
        && store::adopt(act.sql(), dialogue, token_hash(token), *person).await?
        && let Some(id) = store::voter_of_person(act.sql(), dialogue, *person).await?
    {
        return Ok(id);
    }
    let (id, at) = (act.new_id(), act.at());
    let (person, token) = match voter {
        Voter::Person(person) => (Some(*person), None),
        Voter::Token(token) => (None, Some(token_hash(token))),
    };
    store::insert_voter(act.sql(), id, dialogue, person, token, None, at).await?;
    Ok(id)
}

/// What became of a proposed statement.
#[derive(Debug, PartialEq, Eq)]
pub enum Proposed {
    /// It waits for the facilitator.
    Waiting(Uuid),
    /// The same words are there already.
    There,
}

/// Proposes a statement.
///
/// # Errors
/// [`Error::Refused`] when the conversation is closed.
pub async fn propose(act: &mut Act<'_>, dialogue: Uuid, voter: &Voter, token: Option<&str>, text: &str) -> Result<Proposed> {
    let space = act.space().id;
    let row = store::one(act.sql(), space, dialogue).await?;
    act.screen(&[("text", text)]).await?;
    let voter = voter_id(act, dialogue, voter, token).await?;
    let every = store::every(act.sql(), dialogue).await?;
    if every.iter().any(|s| s.state != "rejected" && same_text(&s.text, text)) {
        return Ok(Proposed::There);
    }
    let (id, at, author) = (act.new_id(), act.at(), act.actor());
    store::insert_statement(act.sql(), &NewStatement { id, dialogue, text, author, voter: Some(voter), seed: false, state: "waiting", at }).await?;
    act.contributed("statement").await?;
    let link = format!("/forloeb/{}/dialog/{dialogue}/behandl", act.space().slug);
    let notice = Notice::new("mail-statement", link, id).with("question", row.question).with("text", text);
    let space = act.space().id;
    for facilitator in samskab_platform::space::with_role(act.sql(), space, Role::Facilitator).await? {
        if Some(facilitator) != act.actor() {
            act.tell(facilitator, &notice).await?;
        }
    }
    act.refresh_pages();
    Ok(Proposed::Waiting(id))
}

/// Lets a proposed statement in, or turns it away with a reason; its author is told if we know them.
///
/// # Errors
/// [`Error::NotFound`], or when the database fails.
pub async fn judge(act: &mut Act<'_>, dialogue: Uuid, statement: Uuid, accept: bool, reason: &str) -> Result<()> {
    let (space, at, by) = (act.space().clone(), act.at(), act.actor());
    store::one(act.sql(), space.id, dialogue).await?;
    let row = store::statement(act.sql(), dialogue, statement).await?;
    store::judge(act.sql(), statement, if accept { "accepted" } else { "rejected" }, reason, by).await?;
    store::touch(act.sql(), dialogue, at).await?;
    // A statement that was turned away is not quoted where everyone can read it.
    let title = if accept { row.text.clone() } else { String::new() };
    act.record("statement", statement, serde_json::json!({ "title": title })).await?;
    if let Some(author) = row.author_id.filter(|a| Some(*a) != by) {
        let word = if accept { "mail-statement-in" } else { "mail-statement-out" };
        let link = format!("/forloeb/{}/dialog/{dialogue}", space.slug);
        act.tell(author, &Notice::new(word, link, statement).with("text", row.text).with("reason", reason)).await?;
    }
    Ok(())
}

/// Brings in a conversation that was held elsewhere: statements, participants by their number, votes. It is closed.
///
/// # Errors
/// When the database fails.
pub async fn import(act: &mut Act<'_>, new: &New<'_>, conversation: &Conversation) -> Result<Uuid> {
    let statements: Vec<&str> = conversation.statements.iter().filter(|s| !s.moderated_out).map(|s| s.text.as_str()).collect();
    act.screen(&[("question", new.question), ("description", new.description), ("attribution", new.attribution), ("comments", &statements.join("\n"))]).await?;
    let dialogue = insert(act, new, Status::Closed).await?;
    let at = act.at();
    let mut statements = BTreeMap::new();
    for s in &conversation.statements {
        let id = act.new_id();
        let state = if s.moderated_out { "rejected" } else { "accepted" };
        store::insert_statement(act.sql(), &NewStatement { id, dialogue, text: &s.text, author: None, voter: None, seed: true, state, at }).await?;
        statements.insert(s.id.as_str(), id);
    }
    let mut voters: BTreeMap<&str, Uuid> = BTreeMap::new();
    let mut votes = Vec::with_capacity(conversation.votes.len());
    for vote in &conversation.votes {
        let voter = match voters.get(vote.participant.as_str()) {
            Some(id) => *id,
            None => {
                let id = act.new_id();
                store::insert_voter(act.sql(), id, dialogue, None, None, Some(&vote.participant), at).await?;
                voters.insert(&vote.participant, id);
                id
            }
        };
        if let Some(statement) = statements.get(vote.statement.as_str()) {
            votes.push((voter, *statement, vote.choice.value()));
        }
    }
    store::import_votes(act.sql(), dialogue, &votes, at).await?;
    act.record("dialogue", dialogue, serde_json::json!({ "title": new.question, "votes": conversation.votes.len(), "participants": voters.len() })).await?;
    Ok(dialogue)
}
