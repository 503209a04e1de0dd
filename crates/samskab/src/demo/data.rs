//! The files in `demo/`, as they stand there. `day` counts from today; negative is past.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use samskab_platform::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::house_data::{AssociationEntry, DailyEntry, HandoverEntry, ProgrammeEntry, ReciprocityEntry, TillEntry};
use super::plan_fill::PlanFile;

#[derive(RustEmbed)]
#[folder = "../../demo/"]
#[exclude = "*.md"]
struct Files;

/// The bytes of a file.
pub(super) fn bytes(path: &str) -> Result<Vec<u8>> {
    Ok(Files::get(path).ok_or_else(|| Error::Internal(format!("demo/{path} is missing")))?.data.into_owned())
}

/// The text of a file.
pub(super) fn text(path: &str) -> Result<String> {
    String::from_utf8(bytes(path)?).map_err(|e| Error::Internal(format!("demo/{path}: {e}")))
}

pub(super) fn parse<T: DeserializeOwned>(path: &str) -> Result<T> {
    toml::from_str(&text(path)?).map_err(|e| Error::Internal(format!("demo/{path}: {e}")))
}

/// Areas, organisations and people.
pub(super) fn municipality() -> Result<Municipality> {
    parse("municipality.toml")
}

/// What people offer each other.
pub(super) fn network() -> Result<Network> {
    parse("network.toml")
}

/// A plan that somebody has made.
pub(super) fn plan() -> Result<PlanFile> {
    parse("plan.toml")
}

/// The spaces, in the order of their file names.
pub(super) fn spaces() -> Result<Vec<SpaceFile>> {
    let mut paths: Vec<_> = Files::iter().filter(|p| p.starts_with("spaces/")).collect();
    paths.sort();
    paths.iter().map(|p| parse(p)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Municipality {
    pub(super) name: String,
    pub(super) area: Vec<Area>,
    pub(super) organisation: Vec<Organisation>,
    pub(super) person: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Area {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) inhabitants: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) area: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) title: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) municipal_role: Option<String>,
    pub(super) persona: Option<String>,
    /// How they are reached, where not by mail: text, letter, phone.
    pub(super) contact: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) address: Option<String>,
    /// Who is rung up for them.
    pub(super) helper: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Network {
    pub(super) offer: Vec<OfferEntry>,
}

/// An offer: `days` as `1-5`, Monday to Friday.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfferEntry {
    pub(super) person: String,
    pub(super) organisation: Option<String>,
    pub(super) area: String,
    #[serde(default)]
    pub(super) wide: bool,
    pub(super) can: Vec<String>,
    pub(super) days: String,
    pub(super) parts: Vec<String>,
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) most: i64,
    pub(super) fast: Option<String>,
    #[serde(default)]
    pub(super) licence: bool,
    #[serde(default)]
    pub(super) first_aid: bool,
    pub(super) certificate_day: Option<i64>,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    /// Told to a secretary: on paper or by phone.
    pub(super) how: Option<String>,
    /// Paused from today for so many days.
    pub(super) paused: Option<i64>,
    pub(super) day: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpaceFile {
    pub(super) recipe: String,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) area: Option<String>,
    pub(super) visibility: String,
    pub(super) stage: String,
    pub(super) created_day: i64,
    pub(super) created_by: String,
    #[serde(rename = "answer_by_day")]
    pub(super) _answer_by_day: Option<i64>,
    pub(super) role: Vec<RoleEntry>,
    #[serde(default)]
    pub(super) mandate: Vec<MandateEntry>,
    #[serde(default)]
    pub(super) acknowledgement: Vec<Acknowledgement>,
    #[serde(default)]
    pub(super) invitation: Vec<Invitation>,
    #[serde(default)]
    pub(super) dialogue: Vec<DialogueEntry>,
    #[serde(default)]
    pub(super) recommendation: Vec<Recommendation>,
    #[serde(default)]
    pub(super) commitment: Vec<CommitmentEntry>,
    #[serde(default)]
    pub(super) file: Vec<FileEntry>,
    #[serde(default)]
    pub(super) meeting: Vec<MeetingEntry>,
    #[serde(default)]
    pub(super) idea: Vec<IdeaEntry>,
    #[serde(default)]
    pub(super) seat: Vec<SeatEntry>,
    #[serde(default)]
    pub(super) call: Vec<CallEntry>,
    #[serde(default)]
    pub(super) group: Vec<GroupEntry>,
    pub(super) daily: Option<DailyEntry>,
    pub(super) programme: Option<ProgrammeEntry>,
    pub(super) association: Option<AssociationEntry>,
    pub(super) till: Option<TillEntry>,
    pub(super) handover: Option<HandoverEntry>,
    pub(super) reciprocity: Option<ReciprocityEntry>,
}

/// A working group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupEntry {
    pub(super) title: String,
    pub(super) task: String,
    pub(super) day: i64,
    pub(super) by: String,
    /// Somebody on the team.
    pub(super) leader: String,
    pub(super) member: Vec<String>,
    #[serde(default)]
    pub(super) meeting: Vec<MeetingEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleEntry {
    pub(super) person: String,
    pub(super) role: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MandateEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) one_sentence: String,
    pub(super) background: String,
    pub(super) task: String,
    pub(super) fixed: String,
    pub(super) open: String,
    pub(super) deliverable: String,
    pub(super) composition: String,
    pub(super) timetable: String,
    pub(super) hours: Option<i64>,
    pub(super) money_kr: Option<i64>,
    pub(super) rooms: String,
    pub(super) staff: String,
    pub(super) answer_by_day: Option<i64>,
    #[serde(default)]
    pub(super) legal_basis: String,
    #[serde(default)]
    pub(super) standing_committee: String,
    #[serde(default)]
    pub(super) change_note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Acknowledgement {
    pub(super) person: String,
    pub(super) version: i64,
    pub(super) day: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invitation {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
    pub(super) day: i64,
    pub(super) by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DialogueEntry {
    pub(super) question: String,
    pub(super) description: String,
    pub(super) opened_by: String,
    pub(super) opened_day: i64,
    pub(super) closed_day: Option<i64>,
    pub(super) import: Option<String>,
    #[serde(default)]
    pub(super) attribution: String,
    pub(super) language: Option<String>,
    #[serde(default)]
    pub(super) statement: Vec<StatementEntry>,
    pub(super) voters: Option<Voters>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementEntry {
    pub(super) text: String,
    pub(super) by: Option<String>,
    pub(super) state: String,
    #[serde(default)]
    pub(super) reason: String,
    pub(super) day: i64,
    /// The chance that somebody of each planted group agrees.
    #[serde(default)]
    pub(super) agree: Vec<f64>,
    /// The chance that somebody passes.
    #[serde(default)]
    pub(super) pass: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Voters {
    pub(super) number: usize,
    pub(super) weights: Vec<f64>,
    pub(super) fill: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recommendation {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) reason: String,
    pub(super) by: String,
    pub(super) day: i64,
    pub(super) submitted_day: Option<i64>,
    /// The key of the idea it builds on.
    pub(super) idea: Option<String>,
    #[serde(default)]
    pub(super) version: Vec<VersionEntry>,
    #[serde(default)]
    pub(super) suggestion: Vec<SuggestionEntry>,
    #[serde(default)]
    pub(super) stance: Vec<StanceEntry>,
    pub(super) answer: Option<AnswerEntry>,
}

/// A later version of a recommendation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VersionEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) text: String,
    pub(super) reason: Option<String>,
    pub(super) note: String,
}

/// A change somebody suggests, and what became of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SuggestionEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) text: String,
    pub(super) reason: Option<String>,
    pub(super) note: String,
    pub(super) settled_day: Option<i64>,
    pub(super) settled_by: Option<String>,
    /// Why not; empty: it was taken in.
    #[serde(default)]
    pub(super) declined: String,
}

/// Where a member stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StanceEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) stance: String,
    #[serde(default)]
    pub(super) statement: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerEntry {
    pub(super) outcome: String,
    pub(super) reason: String,
    pub(super) by: String,
    pub(super) day: i64,
    #[serde(default)]
    pub(super) meeting: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CommitmentEntry {
    pub(super) what: String,
    pub(super) recommendation: Option<usize>,
    /// The key of the idea it came of.
    pub(super) idea: Option<String>,
    pub(super) doer: String,
    pub(super) doer_organisation: Option<String>,
    pub(super) counterpart: String,
    pub(super) due_day: i64,
    pub(super) hours: Option<i64>,
    pub(super) money_kr: Option<i64>,
    #[serde(default)]
    pub(super) rooms: String,
    #[serde(default)]
    pub(super) staff: String,
    pub(super) by: String,
    pub(super) day: i64,
    #[serde(default)]
    pub(super) milestone: Vec<MilestoneEntry>,
    #[serde(default)]
    pub(super) progress: Vec<ProgressEntry>,
}

/// A step on the way; whoever carries the commitment writes it down the day after, and says when it is reached.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestoneEntry {
    pub(super) what: String,
    pub(super) due_day: i64,
    pub(super) reached_day: Option<i64>,
}

/// An idea, and what people thought of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdeaEntry {
    pub(super) key: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) text: String,
    /// Who wrote it; a note is written down by who runs the space.
    pub(super) by: Option<String>,
    pub(super) day: i64,
    #[serde(default)]
    pub(super) backs: Vec<String>,
    #[serde(default)]
    pub(super) helps: Vec<String>,
    /// The key of the idea it became part of.
    pub(super) into: Option<String>,
    /// When others were put into this one, and by whom.
    pub(super) merged_day: Option<i64>,
    pub(super) merged_by: Option<String>,
    pub(super) aside_day: Option<i64>,
    #[serde(default)]
    pub(super) aside: String,
}

/// A meeting; what happened at it is written down the day after.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingEntry {
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) planned_day: i64,
    pub(super) day: i64,
    /// Time of day in Denmark: `19.00`.
    pub(super) from: String,
    pub(super) to: String,
    pub(super) place: String,
    #[serde(default)]
    pub(super) online: String,
    #[serde(default)]
    pub(super) bring: String,
    pub(super) capacity: Option<i64>,
    pub(super) by: String,
    #[serde(default)]
    pub(super) item: Vec<AgendaEntry>,
    /// Those on the team who came, and those who could not.
    #[serde(default)]
    pub(super) came: Vec<String>,
    #[serde(default)]
    pub(super) declined: Vec<String>,
    /// What some of them have ticked off that they need.
    #[serde(default)]
    pub(super) needs: BTreeMap<String, Vec<String>>,
    /// Those without an account who rang.
    #[serde(default)]
    pub(super) guests: Vec<String>,
    /// What belongs to no item.
    #[serde(default)]
    pub(super) rest: String,
    /// The day the minutes were approved.
    pub(super) approved_day: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgendaEntry {
    pub(super) title: String,
    #[serde(default)]
    pub(super) presentation: String,
    #[serde(default)]
    pub(super) proposal: String,
    pub(super) minutes: Option<i64>,
    #[serde(default)]
    pub(super) presenter: String,
    #[serde(default)]
    pub(super) ground: String,
    /// What the minutes say.
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) decision: Vec<DecisionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionEntry {
    pub(super) text: String,
    #[serde(default)]
    pub(super) about: String,
    #[serde(rename = "for")]
    pub(super) votes_for: Option<i64>,
    pub(super) against: Option<i64>,
    pub(super) abstained: Option<i64>,
}

/// A file somebody put into the space; `name` is one of those in `demo/files/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileEntry {
    pub(super) name: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) alt: String,
    #[serde(default)]
    pub(super) cover: bool,
    pub(super) by: String,
    pub(super) day: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgressEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) status: String,
    pub(super) text: String,
    pub(super) hours: Option<i64>,
    pub(super) money_kr: Option<i64>,
    #[serde(default)]
    pub(super) waiting_for: String,
}

/// Seats of one kind, and the people on the team who sit on them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeatEntry {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) role: String,
    pub(super) seats: i64,
    pub(super) day: i64,
    pub(super) from_day: Option<i64>,
    pub(super) until_day: Option<i64>,
    #[serde(default)]
    pub(super) holder: Vec<String>,
    pub(super) filled_day: Option<i64>,
}

/// A call for some of the seats.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallEntry {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) period: String,
    pub(super) meetings: String,
    pub(super) preparation: String,
    pub(super) contact: String,
    pub(super) working_groups: bool,
    pub(super) seats: Vec<String>,
    pub(super) opened_day: i64,
    pub(super) deadline_day: i64,
    pub(super) closed_day: Option<i64>,
    #[serde(default)]
    pub(super) interest: Vec<InterestEntry>,
    pub(super) lot: Option<LotEntry>,
}

/// Somebody who comes forward: one of the people, or somebody else on paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InterestEntry {
    pub(super) person: Option<String>,
    #[serde(default)]
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    #[serde(default)]
    pub(super) seats: Vec<String>,
    #[serde(default)]
    pub(super) working_group: bool,
    pub(super) why: String,
    pub(super) day: i64,
}

/// A lot about some seats of a call.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LotEntry {
    pub(super) seat: String,
    pub(super) seats: i64,
    pub(super) listed_day: i64,
    pub(super) drawn_day: i64,
    pub(super) seed: String,
}
