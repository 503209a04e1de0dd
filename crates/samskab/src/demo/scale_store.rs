//! The SQL that fills a large municipality: thousands of rows at a time, as a list in JSON; ids and bytes in it are hex.

use samskab_platform::db::Statement;

/// How a column is read from the list in SQLite.
macro_rules! lite {
    (uuid $i:literal) => {
        concat!("unhex(json_extract(e.value, '$[", $i, "]'))")
    };
    (bytes $i:literal) => {
        concat!("unhex(json_extract(e.value, '$[", $i, "]'))")
    };
    ($other:ident $i:literal) => {
        concat!("json_extract(e.value, '$[", $i, "]')")
    };
}
/// The same in PostgreSQL.
macro_rules! pg {
    (uuid $i:literal) => {
        concat!("(e ->> ", $i, ")::uuid")
    };
    (bytes $i:literal) => {
        concat!("decode(e ->> ", $i, ", 'hex')")
    };
    (int $i:literal) => {
        concat!("(e ->> ", $i, ")::bigint")
    };
    (time $i:literal) => {
        concat!("(e ->> ", $i, ")::timestamptz")
    };
    (date $i:literal) => {
        concat!("(e ->> ", $i, ")::date")
    };
    (bool $i:literal) => {
        concat!("(e ->> ", $i, ")::boolean")
    };
    (text $i:literal) => {
        concat!("e ->> ", $i)
    };
}
/// One statement that puts a list of rows into a table.
macro_rules! bulk {
    ($name:ident, $table:literal, $first:ident $ftype:ident 0 $(, $column:ident $type:ident $i:literal)*) => {
        pub(super) const $name: Statement = Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: concat!("INSERT INTO ", $table, " (", stringify!($first) $(, ", ", stringify!($column))*, ") SELECT ", lite!($ftype 0) $(, ", ", lite!($type $i))*, " FROM json_each($1) e"),
            postgres: Some(concat!("INSERT INTO ", $table, " (", stringify!($first) $(, ", ", stringify!($column))*, ") SELECT ", pg!($ftype 0) $(, ", ", pg!($type $i))*, " FROM json_array_elements($1::json) e")),
        };
    };
}

bulk!(AREA, "area", id uuid 0, slug text 1, name text 2, description text 3);
bulk!(PERSON, "person", id uuid 0, name text 1, email text 2, language text 3, created_at time 4);
bulk!(SPACE, "space", id uuid 0, parent_id uuid 1, slug text 2, recipe text 3, title text 4, summary text 5, sentence text 6, belongs_to text 7, area_id uuid 8,
    visibility text 9, stage text 10, created_at time 11, journal_seq int 12, journal_hash bytes 13, answer_by date 14);
bulk!(SPACE_TOOL, "space_tool", space_id uuid 0, tool text 1, place int 2);
bulk!(SPACE_ROLE, "space_role", space_id uuid 0, person_id uuid 1, role text 2, since time 3);
bulk!(CONTRIBUTION, "contribution", space_id uuid 0, person_id uuid 1, kind text 2, first_at time 3);
bulk!(JOURNAL, "journal", space_id uuid 0, seq int 1, verb text 2, actor_id uuid 3, object_kind text 4, object_id uuid 5, at time 6, payload text 7, salt bytes 8,
    payload_digest bytes 9, hash bytes 10);
bulk!(MANDATE, "mandate", id uuid 0, space_id uuid 1, version int 2, one_sentence text 3, background text 4, task text 5, fixed text 6, open text 7,
    deliverable text 8, composition text 9, timetable text 10, rooms text 11, staff text 12, legal_basis text 13, standing_committee text 14, change_note text 15,
    written_by uuid 16, written_at time 17);
bulk!(DIALOGUE, "dialogue", id uuid 0, space_id uuid 1, question text 2, description text 3, language text 4, attribution text 5, status text 6,
    created_at time 7, opened_at time 8, changed_at time 9);
bulk!(STATEMENT, "statement", id uuid 0, dialogue_id uuid 1, number int 2, text text 3, seed bool 4, state text 5, reason text 6, created_at time 7);
bulk!(VOTER, "voter", id uuid 0, dialogue_id uuid 1, person_id uuid 2, created_at time 3);
bulk!(VOTE, "vote", dialogue_id uuid 0, voter_id uuid 1, statement_id uuid 2, value int 3, at time 4);
bulk!(RECOMMENDATION, "recommendation", id uuid 0, space_id uuid 1, number int 2, title text 3, text text 4, reason text 5, status text 6, written_by uuid 7,
    created_at time 8, submitted_at time 9, outcome text 10, moved_at time 11);
bulk!(ANSWER, "council_answer", recommendation_id uuid 0, outcome text 1, reason text 2, meeting text 3, answered_by uuid 4, answered_at time 5);
bulk!(COMMITMENT, "commitment", id uuid 0, space_id uuid 1, what text 2, doer_id uuid 3, counterpart_id uuid 4, due_on date 5, hours int 6, rooms text 7,
    staff text 8, status text 9, waiting_for text 10, created_at time 11, started_at time 12, source_kind text 13, source_id uuid 14, source_title text 15);
bulk!(PROGRESS, "progress", id uuid 0, commitment_id uuid 1, person_id uuid 2, status text 3, text text 4, at time 5);

bulk!(ACKNOWLEDGEMENT, "acknowledgement", space_id uuid 0, person_id uuid 1, version int 2, at time 3);
bulk!(MEETING, "meeting", id uuid 0, space_id uuid 1, kind text 2, title text 3, starts_at time 4, ends_at time 5, place text 6, online text 7, bring text 8,
    sequence int 9, changed_at time 10, cancel_reason text 11, minutes_state text 12, created_by uuid 13, created_at time 14);
bulk!(SEAT_PROFILE, "seat_profile", id uuid 0, space_id uuid 1, place int 2, title text 3, description text 4, role text 5, seats int 6);
bulk!(SEAT_HOLDING, "seat_holding", id uuid 0, profile_id uuid 1, space_id uuid 2, person_id uuid 3, from_on date 4);

/// Every one of them, in the order the tables must be filled.
pub(super) const BULK: &[&Statement] = &[
    &AREA,
    &PERSON,
    &SPACE,
    &SPACE_TOOL,
    &SPACE_ROLE,
    &CONTRIBUTION,
    &JOURNAL,
    &MANDATE,
    &DIALOGUE,
    &STATEMENT,
    &VOTER,
    &VOTE,
    &RECOMMENDATION,
    &ANSWER,
    &COMMITMENT,
    &PROGRESS,
    &ACKNOWLEDGEMENT,
    &MEETING,
    &SEAT_PROFILE,
    &SEAT_HOLDING,
];

samskab_platform::statements! {
    // Statistics for the query planner: after a flood of rows it must not think that the tables are empty.
    ANALYZE = "ANALYZE";
    PEOPLE = "SELECT COUNT(*) FROM person";
}
