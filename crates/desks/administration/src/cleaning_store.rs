//! What the rules of retention look for, and how it is removed. The tables belong to other parts; how long each is kept
//! stands here, in one place, because one person answers for all of it.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::{Sql, Statement};
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::retention::Kind;

/// Nothing about a person who is held, or in a space that is held, is removed: `$2` is today.
macro_rules! free {
    (person $column:literal) => {
        concat!(" AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.lifted_at IS NULL AND h.until >= $2 AND h.person_id = ", $column, ")")
    };
    (space $column:literal) => {
        concat!(" AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.lifted_at IS NULL AND h.until >= $2 AND h.space_id = ", $column, ")")
    };
}

macro_rules! codes {
    () => {
        "FROM sign_in_code WHERE created_at < $1 AND NOT EXISTS (SELECT 1 FROM hold h JOIN person p ON p.id = h.person_id
         WHERE h.lifted_at IS NULL AND h.until >= $2 AND p.email = sign_in_code.email)"
    };
}
macro_rules! sessions {
    () => {
        concat!("FROM session WHERE expires_at < $1", free!(person "session.person_id"))
    };
}
macro_rules! messages {
    () => {
        concat!(
            "FROM outbox WHERE created_at < $1 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL OR stopped_at IS NOT NULL)",
            free!(person "outbox.person_id"),
            free!(space "outbox.space_id")
        )
    };
}
macro_rules! notices {
    () => {
        concat!("FROM notice WHERE created_at < $1 AND handled_at IS NOT NULL", free!(person "notice.person_id"), free!(space "notice.space_id"))
    };
}
macro_rules! readings {
    () => {
        concat!("FROM reading WHERE at < $1", free!(person "reading.person_id"), free!(person "reading.reader_id"))
    };
}
macro_rules! assisted {
    () => {
        concat!("FROM assisted WHERE last_at < $1", free!(person "assisted.person_id"), free!(space "assisted.space_id"))
    };
}
macro_rules! invitations {
    () => {
        concat!("FROM invitation WHERE space_id IN (SELECT id FROM space WHERE closed_at < $1)", free!(space "invitation.space_id"))
    };
}
// Interest in a seat, and who was behind the names of a lot, go some time after the call; who got a seat stays with the seat.
macro_rules! interests {
    () => {
        concat!("FROM interest WHERE call_id IN (SELECT id FROM seat_call WHERE closed_at < $1)", free!(person "interest.person_id"), free!(space "interest.space_id"))
    };
}
macro_rules! tickets {
    () => {
        concat!(
            "WHERE person_id IS NOT NULL AND draw_id IN (SELECT d.id FROM lot_draw d JOIN seat_call c ON c.id = d.call_id WHERE c.closed_at < $1",
            free!(space "d.space_id"),
            ")",
            free!(person "lot_ticket.person_id")
        )
    };
}
macro_rules! imports {
    () => {
        concat!("FROM person_import_row WHERE import_id IN (SELECT id FROM person_import WHERE made_at < $1)", free!(person "person_import_row.person_id"))
    };
}
macro_rules! people {
    () => {
        concat!(
            "FROM person p WHERE p.created_at < $1 AND p.left_at IS NULL AND p.merged_into IS NULL
             AND NOT EXISTS (SELECT 1 FROM contribution c WHERE c.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM space_role r WHERE r.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM space_helper h WHERE h.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM role_held h WHERE h.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM network_offer o WHERE o.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM commitment c WHERE c.doer_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM commitment c WHERE c.counterpart_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM seat_alternate a WHERE a.person_id = p.id AND a.answer IS NULL)
             AND NOT EXISTS (SELECT 1 FROM organisation_person o WHERE o.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id AND COALESCE(s.seen_at, s.created_at) >= $1)
             AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.actor_id = p.id AND j.at >= $1)
             AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.email = p.email AND i.answered_at IS NULL AND i.created_at >= $1)",
            free!(person "p.id")
        )
    };
}

statements! {
    COUNT_CODES = concat!("SELECT COUNT(*) ", codes!());
    REMOVE_CODES = concat!("DELETE ", codes!());
    COUNT_SESSIONS = concat!("SELECT COUNT(*) ", sessions!());
    REMOVE_SESSIONS = concat!("DELETE ", sessions!());
    COUNT_MESSAGES = concat!("SELECT COUNT(*) ", messages!());
    REMOVE_MESSAGES = concat!("DELETE ", messages!());
    COUNT_NOTICES = concat!("SELECT COUNT(*) ", notices!());
    REMOVE_NOTICES = concat!("DELETE ", notices!());
    COUNT_READINGS = concat!("SELECT COUNT(*) ", readings!());
    REMOVE_READINGS = concat!("DELETE ", readings!());
    COUNT_ASSISTED = concat!("SELECT COUNT(*) ", assisted!());
    REMOVE_ASSISTED = concat!("DELETE ", assisted!());
    COUNT_INVITATIONS = concat!("SELECT COUNT(*) ", invitations!());
    REMOVE_INVITATIONS = concat!("DELETE ", invitations!());
    COUNT_INTERESTS = concat!("SELECT COUNT(*) ", interests!());
    REMOVE_INTERESTS = concat!("DELETE ", interests!());
    COUNT_TICKETS = concat!("SELECT COUNT(*) FROM lot_ticket ", tickets!());
    REMOVE_TICKETS = concat!("UPDATE lot_ticket SET person_id = NULL ", tickets!());
    COUNT_IMPORTS = concat!("SELECT COUNT(*) ", imports!());
    REMOVE_IMPORTS = concat!("DELETE ", imports!());
    COUNT_PEOPLE = concat!("SELECT COUNT(*) ", people!());
    // A day takes so many; the next day goes on.
    PEOPLE = concat!("SELECT p.id, p.email ", people!(), " ORDER BY p.created_at, p.id LIMIT 500");
    // The rows that could not be read hold what stood in the file.
    FORGET_BAD_ROWS = "UPDATE person_import SET bad_rows = '[]' WHERE made_at < $1 AND bad_rows <> '[]'";
    NAMELESS = "UPDATE person SET name = '', email = NULL, phone = NULL, address = NULL, title = NULL, organisation_id = NULL, left_at = $2 WHERE id = $1";
}

/// How a kind is counted and removed, one pair of statements for each table.
pub(crate) fn statements_of(kind: Kind) -> &'static [(&'static Statement, &'static Statement)] {
    match kind {
        Kind::Codes => &[(&COUNT_CODES, &REMOVE_CODES)],
        Kind::Sessions => &[(&COUNT_SESSIONS, &REMOVE_SESSIONS)],
        Kind::Messages => &[(&COUNT_MESSAGES, &REMOVE_MESSAGES), (&COUNT_NOTICES, &REMOVE_NOTICES)],
        Kind::Readings => &[(&COUNT_READINGS, &REMOVE_READINGS), (&COUNT_ASSISTED, &REMOVE_ASSISTED)],
        Kind::Invitations => &[(&COUNT_INVITATIONS, &REMOVE_INVITATIONS)],
        Kind::Interests => &[(&COUNT_INTERESTS, &REMOVE_INTERESTS), (&COUNT_TICKETS, &REMOVE_TICKETS)],
        Kind::Imports => &[(&COUNT_IMPORTS, &REMOVE_IMPORTS)],
        // People are not a row that can be deleted: they leave (see `cleaning.rs`).
        Kind::People => &[],
        // What nobody has looked at is destroyed by the guard, within minutes of its day (see `held::tidy`).
        Kind::Held => &[],
    }
}

/// How much of a kind would be removed.
pub(crate) async fn count(sql: &mut Sql, kind: Kind, before: DateTime<Utc>, today: NaiveDate) -> Result<i64> {
    if kind == Kind::People {
        return sql.count(&COUNT_PEOPLE, args![before, today]).await;
    }
    let mut all = 0;
    for (count, _) in statements_of(kind) {
        all += sql.count(count, args![before, today]).await?;
    }
    Ok(all)
}

/// Removes what is old of a kind; gives how many rows.
pub(crate) async fn remove(sql: &mut Sql, kind: Kind, before: DateTime<Utc>, today: NaiveDate) -> Result<u64> {
    let mut all = 0;
    for (_, remove) in statements_of(kind) {
        all += sql.run(remove, args![before, today]).await?;
    }
    if kind == Kind::Imports {
        sql.run(&FORGET_BAD_ROWS, args![before]).await?;
    }
    Ok(all)
}

/// People who have not been here and gave nothing: id and address, those who came first.
pub(crate) async fn unused_people(sql: &mut Sql, before: DateTime<Utc>, today: NaiveDate) -> Result<Vec<(Uuid, Option<String>)>> {
    sql.all(&PEOPLE, args![before, today]).await
}

/// Takes name and addresses from a person who is gone.
pub(crate) async fn make_nameless(sql: &mut Sql, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&NAMELESS, args![person, at]).await.map(|_| ())
}
