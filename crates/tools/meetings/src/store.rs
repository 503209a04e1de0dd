//! The SQL of meetings, of their agenda and of who comes. The minutes' and decisions' is in `minutes_store.rs`.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::{Kind, Minutes, Needs, Reply, Shown};

macro_rules! meeting {
    () => {
        "SELECT m.id, m.kind, m.title, m.starts_at, m.ends_at, m.place, m.online, m.bring, m.capacity, m.sequence, m.changed_at, m.cancelled_at, m.cancel_reason,
         m.minutes_state, m.minutes_sent_at, m.objections_until, m.approved_at,
         (SELECT MIN(i.at) FROM meeting_invited i WHERE i.meeting_id = m.id) AS invited_at FROM meeting m "
    };
}
macro_rules! item {
    () => {
        "SELECT i.id, i.meeting_id, i.place, i.title, i.presentation, i.proposal, i.minutes, i.presenter, i.ground FROM agenda_item i "
    };
}
macro_rules! somewhere {
    () => {
        "SELECT m.id, m.title, m.starts_at, m.ends_at, m.place, m.online, m.capacity, m.sequence, m.changed_at, m.cancelled_at, m.bring,
         s.slug, s.title AS space FROM meeting m JOIN space s ON s.id = m.space_id "
    };
}
macro_rules! registration {
    () => {
        "SELECT r.id, r.person_id, CASE WHEN r.person_id IS NULL THEN r.name ELSE COALESCE(p.name, '') END AS name, r.state, r.attended, r.of_team, r.entered_by, r.at,
         COALESCE(n.text, '') AS needs, COALESCE(n.kinds, '') AS need_kinds FROM meeting_registration r LEFT JOIN person p ON p.id = r.person_id LEFT JOIN meeting_need n ON n.registration_id = r.id "
    };
}

/// Those on a list of meetings to come who are not on the team: space, meeting, person.
macro_rules! left {
    ($list:literal) => {
        concat!(
            "SELECT m.space_id, m.id, l.person_id FROM meeting m CROSS JOIN space s CROSS JOIN ",
            $list,
            " AND s.id = m.space_id AND m.kind IN ('team', 'dialogue') AND m.starts_at >= $1 AND m.cancelled_at IS NULL
             AND (m.kind = 'team' OR s.visibility NOT IN ('public', 'registered'))
             AND NOT EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = m.space_id AND r.person_id = l.person_id
             AND (r.role IN ('secretary', 'facilitator', 'chair', 'member', 'politician') OR m.kind = 'dialogue'))"
        )
    };
}

statements! {
    ONE = concat!(meeting!(), "WHERE m.id = $1 AND m.space_id = $2");
    COMING = concat!(meeting!(), "WHERE m.space_id = $1 AND m.ends_at >= $2 ORDER BY m.starts_at, m.id LIMIT $3");
    PLAN = "SELECT m.kind, m.starts_at FROM meeting m WHERE m.space_id = $1 AND m.cancelled_at IS NULL ORDER BY m.starts_at, m.id LIMIT 300";
    HELD = concat!(meeting!(), "WHERE m.space_id = $1 AND m.ends_at < $2 ORDER BY m.starts_at DESC, m.id DESC LIMIT $3 OFFSET $4");
    COUNT_HELD = "SELECT COUNT(*) FROM meeting m WHERE m.space_id = $1 AND m.ends_at < $2";
    ALL = concat!(meeting!(), "WHERE m.space_id = $1 ORDER BY m.starts_at DESC, m.id DESC LIMIT $2");
    NEXT = "SELECT m.space_id, m.id, m.starts_at FROM json_each($1) e CROSS JOIN meeting m WHERE m.space_id = unhex(e.value) AND m.cancelled_at IS NULL AND m.ends_at >= $2
        AND m.starts_at = (SELECT MIN(n.starts_at) FROM meeting n WHERE n.space_id = m.space_id AND n.ends_at >= $2 AND n.cancelled_at IS NULL)",
        postgres "SELECT e::uuid, x.id, x.starts_at FROM json_array_elements_text($1::json) e CROSS JOIN LATERAL (SELECT m.id, m.starts_at FROM meeting m
        WHERE m.space_id = e::uuid AND m.cancelled_at IS NULL AND m.ends_at >= $2 ORDER BY m.starts_at FETCH FIRST 1 ROW WITH TIES) x";
    // Of the meetings that are over, how many of the team were there.
    ATTENDED = "SELECT m.space_id, m.starts_at, m.ends_at, (SELECT COUNT(*) FROM meeting_registration r WHERE r.meeting_id = m.id AND r.attended AND r.of_team)
        FROM json_each($1) e CROSS JOIN meeting m WHERE m.space_id = unhex(e.value) AND m.ends_at <= $2 AND m.cancelled_at IS NULL",
        postgres "SELECT m.space_id, m.starts_at, m.ends_at, COUNT(*) FROM meeting m JOIN meeting_registration r ON r.meeting_id = m.id AND r.attended AND r.of_team
        WHERE m.space_id = ANY (ARRAY(SELECT e::uuid FROM json_array_elements_text($1::json) e)) AND m.ends_at <= $2 AND m.cancelled_at IS NULL GROUP BY m.id";
    // Who holds the row gives the seats, and merges what is written: one after another.
    LOCK = "SELECT sequence FROM meeting WHERE id = $1 AND space_id = $2", postgres "SELECT sequence FROM meeting WHERE id = $1 AND space_id = $2 FOR UPDATE";
    INSERT = "INSERT INTO meeting (id, space_id, kind, title, starts_at, ends_at, place, online, bring, capacity, sequence, changed_at, cancel_reason, minutes_state,
        created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $12, '', 'draft', $11, $12)";
    CHANGE = "UPDATE meeting SET kind = $2, title = $3, starts_at = $4, ends_at = $5, place = $6, online = $7, bring = $8, capacity = $9, sequence = $10, changed_at = $11 WHERE id = $1";
    CANCEL = "UPDATE meeting SET cancelled_at = $2, cancel_reason = $3, sequence = sequence + 1, changed_at = $2 WHERE id = $1 AND cancelled_at IS NULL";

    ITEMS = concat!(item!(), "WHERE i.meeting_id = $1 ORDER BY i.place, i.id LIMIT 200");
    ITEM = concat!(item!(), "JOIN meeting m ON m.id = i.meeting_id WHERE i.id = $1 AND m.space_id = $2");
    COUNT_ITEMS = "SELECT COUNT(*) FROM agenda_item i WHERE i.meeting_id = $1";
    LAST_PLACE = "SELECT CAST(COALESCE(MAX(place), 0) AS BIGINT) FROM agenda_item WHERE meeting_id = $1";
    INSERT_ITEM = "INSERT INTO agenda_item (id, meeting_id, place, title, presentation, proposal, minutes, presenter, ground) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CHANGE_ITEM = "UPDATE agenda_item SET title = $2, presentation = $3, proposal = $4, minutes = $5, presenter = $6, ground = $7 WHERE id = $1";
    SET_PLACE = "UPDATE agenda_item SET place = $2 WHERE id = $1";
    FORGET_RECUSALS = "DELETE FROM recusal WHERE item_id = $1";
    FORGET_TEXT = "DELETE FROM minutes_text WHERE id = $1";
    DELETE_ITEM = "DELETE FROM agenda_item WHERE id = $1";

    RECUSED = "SELECT p.id, p.name, r.item_id FROM recusal r JOIN person p ON p.id = r.person_id JOIN agenda_item i ON i.id = r.item_id WHERE i.meeting_id = $1 ORDER BY p.name, p.id";
    RECUSE = "INSERT INTO recusal (item_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNRECUSE = "DELETE FROM recusal WHERE item_id = $1 AND person_id = $2";
    HAS_PROMISED = "SELECT COUNT(*) FROM confidentiality WHERE space_id = $1 AND person_id = $2";
    PROMISE = "INSERT INTO confidentiality (space_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    TEAM = "SELECT DISTINCT p.id, p.name, p.email FROM space_role r JOIN person p ON p.id = r.person_id
        WHERE r.space_id = $1 AND r.role IN ('secretary', 'facilitator', 'chair', 'member', 'politician') ORDER BY p.name, p.id";
    INVITED = "SELECT p.id, p.name, p.email FROM meeting_invited i JOIN person p ON p.id = i.person_id WHERE i.meeting_id = $1 ORDER BY p.name, p.id";
    // Everyone whose calendar may hold it: the invited, and those who put themselves down.
    CONCERNED = "SELECT p.id, p.name, p.email FROM person p WHERE p.id IN (SELECT person_id FROM meeting_invited WHERE meeting_id = $1)
        OR p.id IN (SELECT person_id FROM meeting_registration WHERE meeting_id = $1 AND state IN ('coming', 'online', 'waiting')) ORDER BY p.name, p.id";
    INVITE = "INSERT INTO meeting_invited (meeting_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    UNINVITE = "DELETE FROM meeting_invited WHERE meeting_id = $1 AND person_id = $2";
    RENUMBER = "UPDATE meeting SET sequence = sequence + 1, changed_at = $2 WHERE id = $1";
    // On the list of a meeting of the team, or of one in a space that not everybody sees, and not on the team any more.
    LEFT = concat!(left!("meeting_invited l WHERE l.meeting_id = m.id"), " UNION ",
        left!("meeting_registration l WHERE l.meeting_id = m.id AND l.person_id IS NOT NULL AND l.state IN ('coming', 'online', 'waiting')"), " LIMIT 500");
    UNCALLED = "SELECT DISTINCT m.space_id, m.id, r.person_id FROM meeting m CROSS JOIN space s CROSS JOIN space_role r
        WHERE s.id = m.space_id AND r.space_id = m.space_id AND m.kind IN ('team', 'dialogue') AND m.starts_at >= $1 AND m.cancelled_at IS NULL AND s.closed_at IS NULL
        AND r.role IN ('secretary', 'facilitator', 'chair', 'member', 'politician')
        AND EXISTS (SELECT 1 FROM meeting_invited i WHERE i.meeting_id = m.id)
        AND NOT EXISTS (SELECT 1 FROM meeting_invited i WHERE i.meeting_id = m.id AND i.person_id = r.person_id) LIMIT 500";

    REGISTRATIONS = concat!(registration!(), "WHERE r.meeting_id = $1 ORDER BY r.at, r.id LIMIT 2000");
    OWN = concat!(registration!(), "WHERE r.meeting_id = $1 AND r.person_id = $2");
    REGISTRATION = concat!(registration!(), "WHERE r.id = $1 AND r.meeting_id = $2");
    TAKEN = "SELECT COUNT(*) FROM meeting_registration WHERE meeting_id = $1 AND state = $2";
    QUEUE = "SELECT id, person_id FROM meeting_registration WHERE meeting_id = $1 AND state = 'waiting' ORDER BY at, id";
    REGISTER = "INSERT INTO meeting_registration (id, meeting_id, person_id, name, state, attended, of_team, entered_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SET_REPLY = "UPDATE meeting_registration SET state = $2, at = $3, of_team = (of_team OR $4) WHERE id = $1";
    MOVE_UP = "UPDATE meeting_registration SET state = 'coming' WHERE id = $1";
    SET_ATTENDED = "UPDATE meeting_registration SET attended = $2, of_team = (of_team OR $3) WHERE id = $1";
    STRIKE = "DELETE FROM meeting_registration WHERE id = $1";
    NEED = "INSERT INTO meeting_need (registration_id, meeting_id, person_id, text, kinds) VALUES ($1, $2, $3, $4, $5)";
    NO_NEED = "DELETE FROM meeting_need WHERE registration_id = $1";
    OLD_NEEDS = "SELECT COUNT(*) FROM (SELECT n.registration_id FROM meeting_need n JOIN meeting m ON m.id = n.meeting_id WHERE m.ends_at < $1 LIMIT 1) AS old";
    REMOVE_NEEDS = "DELETE FROM meeting_need WHERE EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_need.meeting_id AND m.ends_at < $1)";

    OF_PERSON = concat!(somewhere!(), "WHERE m.ends_at >= $2 AND m.cancelled_at IS NULL
        AND m.id IN (SELECT meeting_id FROM meeting_invited WHERE person_id = $1
        UNION SELECT meeting_id FROM meeting_registration WHERE person_id = $1 AND state IN ('coming', 'online', 'waiting'))
        AND (s.visibility = 'public' OR s.visibility = 'registered' OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $1))
        ORDER BY m.starts_at, m.id LIMIT 50");
    REPLIES_OF = "SELECT meeting_id, state FROM meeting_registration WHERE person_id = $1 AND state <> 'silent' ORDER BY at DESC LIMIT 200";
    OPEN = concat!(somewhere!(), "WHERE m.kind = 'dialogue' AND m.starts_at >= $1 AND m.starts_at < $2 AND m.cancelled_at IS NULL ORDER BY m.starts_at, m.id LIMIT 60");
    // What somebody's own feed holds: their teams' meetings and those they put themselves down for, in spaces that ask for no more
    // than an ordinary sign-in: the feed's address is no surer than that.
    FEED_OF = concat!(somewhere!(), "WHERE s.assurance = 'low' AND m.ends_at >= $2 AND m.id IN (
        SELECT t.id FROM space_role o JOIN meeting t ON t.space_id = o.space_id
        WHERE o.person_id = $1 AND o.role IN ('secretary', 'facilitator', 'chair', 'member', 'politician') AND t.ends_at >= $2
        UNION SELECT meeting_id FROM meeting_registration WHERE person_id = $1 AND state IN ('coming', 'online', 'waiting')
        UNION SELECT meeting_id FROM meeting_invited WHERE person_id = $1)
        AND (s.visibility IN ('public', 'registered') OR EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = s.id AND r.person_id = $1))
        ORDER BY m.starts_at, m.id LIMIT 500");
    FEED_OWNER = "SELECT f.person_id FROM calendar_feed f JOIN person p ON p.id = f.person_id WHERE f.token_hash = $1 AND p.left_at IS NULL";
    HAS_FEED = "SELECT made_at FROM calendar_feed WHERE person_id = $1";
    SET_FEED = "INSERT INTO calendar_feed (person_id, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at";
    STOP_FEED = "DELETE FROM calendar_feed WHERE person_id = $1";
}

/// A meeting.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Meeting {
    pub id: Uuid,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: String,
    pub online: String,
    pub bring: String,
    pub capacity: Option<i64>,
    pub sequence: i64,
    pub changed_at: DateTime<Utc>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub cancel_reason: String,
    #[sqlx(try_from = "String")]
    pub minutes_state: Minutes,
    pub minutes_sent_at: Option<DateTime<Utc>>,
    pub objections_until: Option<NaiveDate>,
    pub approved_at: Option<DateTime<Utc>>,
    pub invited_at: Option<DateTime<Utc>>,
}

impl Meeting {
    /// Whether it is over.
    #[must_use]
    pub fn is_held(&self, now: DateTime<Utc>) -> bool {
        self.ends_at < now
    }

    /// The same, seen from a page.
    pub(crate) fn is_over(&self, page: &samskab_platform::Page) -> bool {
        self.is_held(page.now)
    }

    /// What a calendar shows of it.
    pub(crate) fn shown(&self) -> Shown {
        Shown { starts_at: self.starts_at, ends_at: self.ends_at, title: self.title.clone(), place: self.place.clone(), online: self.online.clone() }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.kind == Kind::Dialogue
    }
}

/// A meeting somewhere, for lists that go across spaces.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Somewhere {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) place: String,
    pub(crate) online: String,
    pub(crate) capacity: Option<i64>,
    pub(crate) sequence: i64,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) cancelled_at: Option<DateTime<Utc>>,
    pub(crate) bring: String,
    pub(crate) slug: String,
    pub(crate) space: String,
}

/// What one plans a meeting with.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Plan {
    pub kind: Kind,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: String,
    pub online: String,
    pub bring: String,
    pub capacity: Option<i64>,
}

impl Plan {
    pub(crate) fn shown(&self) -> Shown {
        Shown { starts_at: self.starts_at, ends_at: self.ends_at, title: self.title.clone(), place: self.place.clone(), online: self.online.clone() }
    }
}

/// An item of the agenda.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Item {
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub place: i64,
    pub title: String,
    pub presentation: String,
    pub proposal: String,
    pub minutes: Option<i64>,
    pub presenter: String,
    /// Why it is closed; empty: it is open.
    pub ground: String,
}

impl Item {
    /// Whether only the team may know what it is about.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        !self.ground.is_empty()
    }
}

/// What one writes an item with.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct ItemText {
    pub title: String,
    pub presentation: String,
    pub proposal: String,
    pub minutes: Option<i64>,
    pub presenter: String,
    pub ground: String,
}

/// Somebody, and how they are written to.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Somebody {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
}

/// Somebody who has left an item.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Recused {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) item_id: Uuid,
}

/// Somebody's place at a meeting.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Registration {
    pub id: Uuid,
    pub person_id: Option<Uuid>,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub state: Reply,
    pub attended: bool,
    /// Whether they were on the team then; whoever has left it since stays in the minutes.
    pub of_team: bool,
    pub entered_by: Option<Uuid>,
    pub at: DateTime<Utc>,
    /// Food, transport, an interpreter, somebody to mind the children.
    pub needs: String,
    /// What of that they have ticked off.
    pub need_kinds: String,
}

impl Registration {
    /// What they need.
    #[must_use]
    pub fn all_needs(&self) -> Needs {
        Needs::of(|need| self.need_kinds.split(' ').any(|kind| kind == need), &self.needs)
    }
}

pub(crate) async fn one(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Meeting> {
    sql.one(&ONE, args![id, space]).await
}

/// Takes the meeting until the act ends: seats are given, and minutes written and closed, by one after another.
pub(crate) async fn take(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Meeting> {
    sql.one::<(i64,)>(&LOCK, args![id, space]).await?;
    one(sql, space, id).await
}

/// The kinds and beginnings of all meetings that are not cancelled, in order.
pub(crate) async fn plan_of(sql: &mut Sql, space: Uuid) -> Result<Vec<(String, DateTime<Utc>)>> {
    sql.all(&PLAN, args![space]).await
}

pub(crate) async fn coming(sql: &mut Sql, space: Uuid, now: DateTime<Utc>, limit: i64) -> Result<Vec<Meeting>> {
    sql.all(&COMING, args![space, now, limit]).await
}

pub(crate) async fn held(sql: &mut Sql, space: Uuid, now: DateTime<Utc>, limit: i64, skip: i64) -> Result<Vec<Meeting>> {
    sql.all(&HELD, args![space, now, limit, skip]).await
}

pub(crate) async fn count_held(sql: &mut Sql, space: Uuid, now: DateTime<Utc>) -> Result<i64> {
    sql.count(&COUNT_HELD, args![space, now]).await
}

/// The next meeting of some spaces: space, meeting, when. Two that begin at the same moment are both there.
pub(crate) async fn next(sql: &mut Sql, ids: &str, now: DateTime<Utc>) -> Result<Vec<(Uuid, Uuid, DateTime<Utc>)>> {
    sql.all(&NEXT, args![ids, now]).await
}

/// The meetings of these spaces that are over: space, from, to, how many of the team were there.
pub(crate) async fn attended(sql: &mut Sql, ids: &str, now: DateTime<Utc>) -> Result<Vec<(Uuid, DateTime<Utc>, DateTime<Utc>, i64)>> {
    sql.all(&ATTENDED, args![ids, now]).await
}

/// The latest, for the space's feed and for what can be searched for.
pub(crate) async fn all(sql: &mut Sql, space: Uuid, limit: i64) -> Result<Vec<Meeting>> {
    sql.all(&ALL, args![space, limit]).await
}

pub(crate) async fn insert(sql: &mut Sql, id: Uuid, space: Uuid, p: &Plan, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    let values = args![id, space, p.kind.key(), &p.title, p.starts_at, p.ends_at, &p.place, &p.online, &p.bring, p.capacity, by, at];
    sql.run(&INSERT, values).await.map(|_| ())
}

pub(crate) async fn change(sql: &mut Sql, id: Uuid, p: &Plan, sequence: i64, at: DateTime<Utc>) -> Result<()> {
    let values = args![id, p.kind.key(), &p.title, p.starts_at, p.ends_at, &p.place, &p.online, &p.bring, p.capacity, sequence, at];
    sql.run(&CHANGE, values).await.map(|_| ())
}

/// False where it was cancelled before.
pub(crate) async fn cancel(sql: &mut Sql, id: Uuid, reason: &str, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&CANCEL, args![id, at, reason]).await? > 0)
}

pub(crate) async fn items(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Item>> {
    sql.all(&ITEMS, args![meeting]).await
}

pub(crate) async fn item(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Item> {
    sql.one(&ITEM, args![id, space]).await
}

pub(crate) async fn count_items(sql: &mut Sql, meeting: Uuid) -> Result<i64> {
    sql.count(&COUNT_ITEMS, args![meeting]).await
}

pub(crate) async fn last_place(sql: &mut Sql, meeting: Uuid) -> Result<i64> {
    sql.count(&LAST_PLACE, args![meeting]).await
}

pub(crate) async fn insert_item(sql: &mut Sql, id: Uuid, meeting: Uuid, place: i64, t: &ItemText) -> Result<()> {
    let values = args![id, meeting, place, &t.title, &t.presentation, &t.proposal, t.minutes, &t.presenter, &t.ground];
    sql.run(&INSERT_ITEM, values).await.map(|_| ())
}

pub(crate) async fn change_item(sql: &mut Sql, id: Uuid, t: &ItemText) -> Result<()> {
    let values = args![id, &t.title, &t.presentation, &t.proposal, t.minutes, &t.presenter, &t.ground];
    sql.run(&CHANGE_ITEM, values).await.map(|_| ())
}

pub(crate) async fn set_place(sql: &mut Sql, item: Uuid, place: i64) -> Result<()> {
    sql.run(&SET_PLACE, args![item, place]).await.map(|_| ())
}

pub(crate) async fn delete_item(sql: &mut Sql, id: Uuid) -> Result<()> {
    for statement in [&FORGET_RECUSALS, &FORGET_TEXT, &DELETE_ITEM] {
        sql.run(statement, args![id]).await?;
    }
    Ok(())
}

pub(crate) async fn recused(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Recused>> {
    sql.all(&RECUSED, args![meeting]).await
}

pub(crate) async fn recuse(sql: &mut Sql, item: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&RECUSE, args![item, person, at]).await? > 0)
}

pub(crate) async fn unrecuse(sql: &mut Sql, item: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&UNRECUSE, args![item, person]).await? > 0)
}

pub(crate) async fn has_promised(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.count(&HAS_PROMISED, args![space, person]).await? > 0)
}

pub(crate) async fn promise(sql: &mut Sql, space: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&PROMISE, args![space, person, at]).await? > 0)
}

/// Those who hold the meetings, each once.
pub(crate) async fn team(sql: &mut Sql, space: Uuid) -> Result<Vec<Somebody>> {
    sql.all(&TEAM, args![space]).await
}

pub(crate) async fn invited(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Somebody>> {
    sql.all(&INVITED, args![meeting]).await
}

pub(crate) async fn concerned(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Somebody>> {
    sql.all(&CONCERNED, args![meeting]).await
}

/// False where they were invited before.
pub(crate) async fn invite(sql: &mut Sql, meeting: Uuid, person: Uuid, at: DateTime<Utc>) -> Result<bool> {
    Ok(sql.run(&INVITE, args![meeting, person, at]).await? > 0)
}

pub(crate) async fn uninvite(sql: &mut Sql, meeting: Uuid, person: Uuid) -> Result<bool> {
    Ok(sql.run(&UNINVITE, args![meeting, person]).await? > 0)
}

/// Gives a meeting the next number a calendar knows it by.
pub(crate) async fn renumber(sql: &mut Sql, meeting: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&RENUMBER, args![meeting, at]).await.map(|_| ())
}

/// Who is on the list of a meeting to come and has left the team: space, meeting, person.
pub(crate) async fn left(sql: &mut Sql, now: DateTime<Utc>) -> Result<Vec<(Uuid, Uuid, Uuid)>> {
    sql.all(&LEFT, args![now]).await
}

/// Who is on the team and was not called to a meeting the others were called to: space, meeting, person.
pub(crate) async fn uncalled(sql: &mut Sql, now: DateTime<Utc>) -> Result<Vec<(Uuid, Uuid, Uuid)>> {
    sql.all(&UNCALLED, args![now]).await
}

pub(crate) async fn registrations(sql: &mut Sql, meeting: Uuid) -> Result<Vec<Registration>> {
    sql.all(&REGISTRATIONS, args![meeting]).await
}

pub(crate) async fn own(sql: &mut Sql, meeting: Uuid, person: Uuid) -> Result<Option<Registration>> {
    sql.maybe(&OWN, args![meeting, person]).await
}

pub(crate) async fn registration(sql: &mut Sql, meeting: Uuid, id: Uuid) -> Result<Registration> {
    sql.one(&REGISTRATION, args![id, meeting]).await
}

pub(crate) async fn taken(sql: &mut Sql, meeting: Uuid, state: Reply) -> Result<usize> {
    Ok(usize::try_from(sql.count(&TAKEN, args![meeting, state.key()]).await?).unwrap_or(0))
}

/// Those who wait, the first first.
pub(crate) async fn queue(sql: &mut Sql, meeting: Uuid) -> Result<Vec<(Uuid, Option<Uuid>)>> {
    sql.all(&QUEUE, args![meeting]).await
}

/// A new place at a meeting.
pub(crate) struct NewPlace<'a> {
    pub(crate) id: Uuid,
    pub(crate) meeting: Uuid,
    pub(crate) person: Option<Uuid>,
    pub(crate) name: &'a str,
    pub(crate) state: Reply,
    pub(crate) attended: bool,
    pub(crate) of_team: bool,
    pub(crate) entered_by: Option<Uuid>,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) async fn register(sql: &mut Sql, new: &NewPlace<'_>) -> Result<()> {
    let values = args![new.id, new.meeting, new.person, new.name, new.state.key(), new.attended, new.of_team, new.entered_by, new.at];
    sql.run(&REGISTER, values).await.map(|_| ())
}

pub(crate) async fn set_reply(sql: &mut Sql, id: Uuid, state: Reply, of_team: bool, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_REPLY, args![id, state.key(), at, of_team]).await.map(|_| ())
}

pub(crate) async fn move_up(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&MOVE_UP, args![id]).await.map(|_| ())
}

pub(crate) async fn set_attended(sql: &mut Sql, id: Uuid, attended: bool, of_team: bool) -> Result<()> {
    sql.run(&SET_ATTENDED, args![id, attended, of_team]).await.map(|_| ())
}

pub(crate) async fn strike(sql: &mut Sql, id: Uuid) -> Result<()> {
    sql.run(&NO_NEED, args![id]).await?;
    sql.run(&STRIKE, args![id]).await.map(|_| ())
}

/// Puts down what somebody needs, in the place of what they needed before; nothing where they need nothing.
pub(crate) async fn set_need(sql: &mut Sql, registration: Uuid, meeting: Uuid, person: Option<Uuid>, needs: &Needs) -> Result<()> {
    sql.run(&NO_NEED, args![registration]).await?;
    if needs.is_empty() {
        return Ok(());
    }
    sql.run(&NEED, args![registration, meeting, person, &needs.text, needs.kinds.join(" ")]).await.map(|_| ())
}

/// Whether needs for meetings that ended before then are still kept.
pub(crate) async fn has_old_needs(sql: &mut Sql, before: DateTime<Utc>) -> Result<bool> {
    Ok(sql.count(&OLD_NEEDS, args![before]).await? > 0)
}

pub(crate) async fn remove_needs(sql: &mut Sql, before: DateTime<Utc>) -> Result<()> {
    sql.run(&REMOVE_NEEDS, args![before]).await.map(|_| ())
}

/// The coming meetings somebody is invited to or has put themselves down for.
pub(crate) async fn of_person(sql: &mut Sql, person: Uuid, now: DateTime<Utc>) -> Result<Vec<Somewhere>> {
    sql.all(&OF_PERSON, args![person, now]).await
}

/// What somebody has answered, by meeting.
pub(crate) async fn replies_of(sql: &mut Sql, person: Uuid) -> Result<Vec<(Uuid, Reply)>> {
    let rows: Vec<(Uuid, String)> = sql.all(&REPLIES_OF, args![person]).await?;
    Ok(rows.into_iter().filter_map(|(id, state)| Some((id, Reply::of(&state)?))).collect())
}

/// Dialogue meetings that begin in a span of time, in all spaces.
pub(crate) async fn open(sql: &mut Sql, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Somewhere>> {
    sql.all(&OPEN, args![from, to]).await
}

pub(crate) async fn feed_of(sql: &mut Sql, person: Uuid, since: DateTime<Utc>) -> Result<Vec<Somewhere>> {
    sql.all(&FEED_OF, args![person, since]).await
}

pub(crate) async fn feed_owner(sql: &mut Sql, token_hash: Vec<u8>) -> Result<Uuid> {
    Ok(sql.one::<(Uuid,)>(&FEED_OWNER, args![token_hash]).await?.0)
}

pub(crate) async fn has_feed(sql: &mut Sql, person: Uuid) -> Result<Option<DateTime<Utc>>> {
    Ok(sql.maybe::<(DateTime<Utc>,)>(&HAS_FEED, args![person]).await?.map(|f| f.0))
}

pub(crate) async fn set_feed(sql: &mut Sql, person: Uuid, token_hash: Vec<u8>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&SET_FEED, args![person, token_hash, at]).await.map(|_| ())
}

pub(crate) async fn stop_feed(sql: &mut Sql, person: Uuid) -> Result<()> {
    sql.run(&STOP_FEED, args![person]).await.map(|_| ())
}
