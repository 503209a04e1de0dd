//! The opinion map: who votes alike, what each group stands for, what unites them, and which statement to show next.
//!
//! Participants vote agree, disagree or pass on short statements. [`polis_csv`] reads such votes in the form Polis exports
//! them; [`opinion_map`] turns a [`Conversation`] into an [`OpinionMap`], which is written as JSON with `serde_json`;
//! [`svg::draw`] draws it; [`route::next_statement`] chooses what to ask next.
//!
//! The crate is pure: no database, no clock, no randomness from outside. The same votes in any order, with the same options,
//! give the same map bit for bit, on any machine: ids are sorted first, sums run in a fixed order, and logarithms and
//! exponentials are the crate's own. Missing votes stay missing; the matrix of participants × statements is never formed.
//!
//! The statistics (shares, tests, representative statements, consensus, priorities) are those of Polis (Small et al. 2021,
//! *Polis: Scaling deliberation by mapping high dimensional opinion spaces*), given the votes and the groups. The groups are
//! found in another way, because Polis's depend on the order in which votes came in; the modules `groups` and `stability`
//! tell how.

mod arithmetic;
mod blocs;
mod clusters;
pub mod consensus;
pub mod conversation;
mod groups;
mod labels;
mod matrix;
mod opinion_map;
mod outline;
mod plane;
pub mod polis_csv;
mod rand_index;
pub mod repness;
pub mod route;
mod stability;
pub mod svg;
mod svg_text;
mod tallies;

pub use conversation::{Choice, Conversation, Statement, Vote, compare_ids};
pub use labels::{LabelWords, group_letter};
pub use opinion_map::{Consensus, Group, OpinionMap, Options, Representative, StatementResult, WorstGroup, map_with_groups, opinion_map};
pub use rand_index::adjusted_rand_index;
pub use repness::Direction;
pub use stability::{DROPPED, Stability, THRESHOLD};
pub use tallies::Tally;
