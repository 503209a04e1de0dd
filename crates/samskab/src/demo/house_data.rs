//! The parts of a house's file in `demo/spaces/` that its tools are filled from: association, till, handover, reciprocity, season.

use serde::Deserialize;

/// The association of a house.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssociationEntry {
    /// The day the members were written in.
    pub(super) day: i64,
    pub(super) chair: String,
    /// Who speaks for the municipality.
    pub(super) counterpart: String,
    /// People of the demonstration.
    pub(super) member: Vec<String>,
    /// Names the board writes in for those without an account.
    pub(super) on_paper: Vec<String>,
    /// Where those live, the number of the house left out.
    pub(super) street: String,
    /// Who asks to become a member, and when.
    pub(super) asks: Option<(String, i64)>,
    pub(super) dues: DuesEntry,
    pub(super) with_children: Vec<String>,
    /// Those of them whose certificate the board has seen.
    pub(super) certificate: Vec<String>,
    pub(super) paper: Vec<PaperEntry>,
    pub(super) meeting: Vec<AssemblyEntry>,
}

/// The dues of a season. `{year}` in the name is the year of its day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DuesEntry {
    pub(super) day: i64,
    pub(super) name: String,
    pub(super) kroner: i64,
    pub(super) due_day: i64,
    /// Days on which payments are written down.
    pub(super) paid_day: Vec<i64>,
    /// Keys and names of those who have not paid.
    pub(super) unpaid: Vec<String>,
}

/// A version of the bylaws or the agreement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperEntry {
    pub(super) kind: String,
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) change_note: String,
    #[serde(default)]
    pub(super) notice: String,
    pub(super) review_day: Option<i64>,
    /// When each side acknowledges it.
    pub(super) association_day: Option<i64>,
    pub(super) municipality_day: Option<i64>,
}

/// A general meeting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssemblyEntry {
    pub(super) day: i64,
    pub(super) called_day: i64,
    pub(super) time: String,
    pub(super) place: String,
    pub(super) agenda: Vec<String>,
    /// What happened there, where it has been held.
    pub(super) held: Option<HeldEntry>,
}

/// What happened at a general meeting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldEntry {
    pub(super) voters: i64,
    pub(super) guests: i64,
    pub(super) chaired_by: String,
    pub(super) election: Vec<ElectionEntry>,
    pub(super) resolution: Vec<ResolutionEntry>,
    pub(super) minutes: String,
}

/// An election: without votes nobody stands against anybody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElectionEntry {
    pub(super) post: String,
    /// For how many years, to the end of the last.
    pub(super) years: i32,
    /// By name.
    pub(super) candidates: Vec<String>,
    #[serde(default)]
    pub(super) seats: Option<i64>,
    /// What each got, in the order of their names.
    #[serde(default)]
    pub(super) votes: Vec<i64>,
}

/// A resolution by show of hands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResolutionEntry {
    pub(super) title: String,
    /// For, against, neither.
    pub(super) votes: (i64, i64, i64),
}

/// The money of a house.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TillEntry {
    pub(super) day: i64,
    pub(super) treasurer: String,
    pub(super) chair: String,
    /// Name and kroner.
    pub(super) fee: Vec<(String, i64)>,
    /// Account and kroner.
    pub(super) budget: Vec<(i64, i64)>,
    pub(super) fund_kroner: i64,
    pub(super) entry: Vec<BookEntry>,
    /// What is sold at the counter: how many of each fee.
    pub(super) sold: Vec<SoldEntry>,
    /// What is sold where an activity is held, on each day of the last fortnight it was.
    pub(super) held: Vec<HeldFee>,
    pub(super) application: Vec<FundEntry>,
    /// A difference the treasurer finds when the first month is closed: øre and the word about it.
    pub(super) difference: (i64, String),
}

/// A line of the book.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BookEntry {
    pub(super) day: i64,
    pub(super) account: i64,
    pub(super) ore: i64,
    pub(super) text: String,
    #[serde(default)]
    pub(super) receipt: String,
}

/// A day at the counter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SoldEntry {
    pub(super) day: i64,
    pub(super) by: String,
    /// How many, in the order of the fees.
    pub(super) n: Vec<i64>,
}

/// What those pay who come to an activity.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldFee {
    /// Title of the activity, and name of the fee.
    pub(super) activity: String,
    pub(super) fee: String,
    pub(super) by: String,
    pub(super) n: i64,
}

/// An application to the activity fund.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FundEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) group: String,
    pub(super) purpose: String,
    pub(super) kroner: i64,
    pub(super) answered_day: Option<i64>,
    #[serde(default)]
    pub(super) granted_kroner: i64,
    #[serde(default)]
    pub(super) reason: String,
    /// When it is told what the money was spent on, and how.
    pub(super) reported: Option<(i64, String)>,
}

/// The tasks of the former employees, and what happens in the house in a week.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandoverEntry {
    pub(super) day: i64,
    pub(super) by: String,
    /// Visits and activities in a usual week before, and when that was.
    pub(super) was: (i64, i64, String),
    /// Those promised, and in which words.
    pub(super) promised: (i64, i64, String),
    /// Those of each week, that before last week last.
    pub(super) weeks: Vec<(i64, i64)>,
    pub(super) task: Vec<TaskEntry>,
}

/// A task.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskEntry {
    pub(super) title: String,
    pub(super) area: String,
    /// How many times in which period.
    pub(super) often: (i64, String),
    pub(super) minutes: i64,
    /// Any of `key`, `skill`, `certificate`.
    #[serde(default)]
    pub(super) needs: Vec<String>,
    /// What else it needs.
    #[serde(default)]
    pub(super) also: String,
    /// Who has it among the employees; missing: nobody.
    pub(super) holder: Option<String>,
    #[serde(default)]
    pub(super) guide: String,
    #[serde(default)]
    pub(super) contact: String,
    /// Who takes it over.
    pub(super) taker: Option<String>,
    #[serde(default)]
    pub(super) group: String,
    pub(super) by_day: Option<i64>,
    /// Who would like it, and when they said so.
    pub(super) wanted: Option<(String, i64)>,
    pub(super) agreed: Option<i64>,
    pub(super) trial: Option<i64>,
    pub(super) handed: Option<i64>,
    pub(super) back: Option<(i64, String)>,
    pub(super) kept: Option<(i64, String)>,
    pub(super) ended: Option<(i64, String)>,
}

/// What the municipality and the house give each other, new volunteers, and thanks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReciprocityEntry {
    pub(super) promise: Vec<PromiseEntry>,
    pub(super) given: Vec<GivenEntry>,
    /// The house's own list for new volunteers: when, by whom, and its steps.
    pub(super) list: (i64, String, Vec<String>),
    pub(super) welcome: Vec<WelcomeEntry>,
    pub(super) thanks: Vec<ThanksEntry>,
}

/// A promise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PromiseEntry {
    pub(super) key: String,
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) side: String,
    pub(super) kind: String,
    pub(super) what: String,
    /// Hours, hours of a room, or kroner.
    pub(super) amount: i64,
    pub(super) from_day: i64,
    pub(super) to_day: i64,
}

/// Something that was given. Side and kind are those of the promise it keeps.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenEntry {
    /// The promise's key.
    pub(super) keeps: String,
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) what: String,
    pub(super) amount: i64,
    /// Who of the other side answers, and when.
    pub(super) answered: Option<(String, i64)>,
    /// Why it is disputed; empty: it is confirmed.
    #[serde(default)]
    pub(super) reason: String,
    /// What its own side says to that.
    #[serde(default)]
    pub(super) reply: String,
}

/// A new volunteer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WelcomeEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) person: String,
    pub(super) buddy: String,
    /// So many steps are done, and when they are ticked off.
    pub(super) done: (i64, i64),
}

/// Thanks to a person or a group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThanksEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) to: Option<String>,
    #[serde(default)]
    pub(super) group: String,
    pub(super) text: String,
}

/// A season that is open for wishes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeasonEntry {
    pub(super) day: i64,
    pub(super) first_day: i64,
    pub(super) last_day: i64,
    pub(super) until_day: i64,
    pub(super) wish: Vec<WishEntry>,
}

/// A wish for time and room: weekday (1 is Monday), from and to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WishEntry {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) title: String,
    pub(super) carrier: String,
    pub(super) seats: i64,
    pub(super) first: (i64, String, String),
    pub(super) second: Option<(i64, String, String)>,
    /// Equipment, by name.
    #[serde(default)]
    pub(super) needs: Vec<String>,
}

/// The everyday of a house.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DailyEntry {
    pub(super) day: i64,
    pub(super) by: String,
    /// How many come on a Monday, a Tuesday, and so on.
    pub(super) usual: Vec<i64>,
    pub(super) rules: String,
    #[serde(default)]
    pub(super) message: Vec<String>,
    /// Names of those who stand on the kiosk.
    #[serde(default)]
    pub(super) regular: Vec<String>,
    #[serde(default)]
    pub(super) contact: Vec<DailyContact>,
    #[serde(default)]
    pub(super) key: Vec<DailyKey>,
    #[serde(default)]
    pub(super) duty: Vec<DailyDuty>,
}

/// Whom to ring.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DailyContact {
    pub(super) matter: String,
    pub(super) who: String,
    pub(super) phone: String,
    pub(super) note: String,
    pub(super) open: bool,
}

/// A key, and who has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DailyKey {
    pub(super) name: String,
    pub(super) opens: String,
    pub(super) holder: Option<String>,
    #[serde(default)]
    pub(super) signed: bool,
}

/// Who has a duty on a weekday: 1 is Monday.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DailyDuty {
    pub(super) weekday: i64,
    pub(super) kind: String,
    pub(super) person: String,
}

/// The programme of a house.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgrammeEntry {
    /// The day the house was set up.
    pub(super) day: i64,
    pub(super) by: String,
    /// From and to for Monday and the days after it; empty: closed.
    pub(super) hours: Vec<(String, String)>,
    pub(super) room: Vec<RoomEntry>,
    #[serde(default)]
    pub(super) closing: Vec<ClosingEntry>,
    pub(super) carried: Vec<CarriedEntry>,
    pub(super) activity: Vec<ActivityEntry>,
    pub(super) season: Option<SeasonEntry>,
}

/// A room, or equipment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoomEntry {
    pub(super) name: String,
    #[serde(default)]
    pub(super) equipment: bool,
    pub(super) seats: Option<i64>,
    #[serde(default)]
    pub(super) text: String,
}

/// Days a house is closed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosingEntry {
    pub(super) first_day: i64,
    pub(super) last_day: i64,
    pub(super) reason: String,
}

/// An activity group and who carries it, by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CarriedEntry {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) carriers: Vec<String>,
}

/// An activity with its series.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityEntry {
    pub(super) title: String,
    #[serde(default)]
    pub(super) text: String,
    /// The name of an activity group.
    pub(super) group: Option<String>,
    #[serde(default)]
    pub(super) carrier: String,
    pub(super) signup: String,
    pub(super) capacity: Option<i64>,
    pub(super) rooms: Vec<String>,
    /// A rule of RFC 5545 without its end; empty: it is held once.
    #[serde(default)]
    pub(super) rule: String,
    pub(super) first_day: i64,
    pub(super) last_day: i64,
    pub(super) from: String,
    pub(super) to: String,
    /// People of the demonstration who sign up themselves.
    #[serde(default)]
    pub(super) people: Vec<String>,
    /// Names somebody writes in for others.
    #[serde(default)]
    pub(super) names: Vec<String>,
    /// Why the next time is cancelled; empty: it is not.
    #[serde(default)]
    pub(super) cancelled: String,
    /// Who signs off again.
    pub(super) leaves: Option<String>,
}
