//! From notices to messages: what waits for a person is read under that person's lock, judged by [`crate::rhythm`], and
//! written to the outbox in the same transaction. So however many nodes look, each notice is in one message at most.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::app::App;
use crate::db::Sql;
use crate::error::Result;
use crate::message::{Line, Section, speaker};
use crate::notice::{Said, Spelled, spell};
use crate::outbox::{self, Draft, can_send, one_thing};
use crate::page::Page;
use crate::person::{Contact, Rhythm};
use crate::rhythm::{self, Urgency, Waiting, Wishes, day, decide};
use crate::space::MUNICIPALITY;
use crate::words::Lang;
use crate::{args, statements, text};

/// People looked after in one transaction.
const BATCH: i64 = 50;
/// Lines of a digest; the rest is counted, and stands on the person's own page.
const LINES: usize = 20;
/// Where the digest of a text message leads.
pub const OWN_NOTICES: &str = "/min-side/beskeder";

macro_rules! due_people {
    ($lock:literal) => {
        concat!(
            "SELECT id, name, email, phone, address, contact, helper_id, rhythm, language, left_at FROM person
            WHERE id IN (SELECT DISTINCT person_id FROM notice WHERE handled_at IS NULL AND due_at <= $1 LIMIT $2)",
            $lock
        )
    };
}

statements! {
    IS_DUE = "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE handled_at IS NULL AND due_at <= $1 LIMIT 1) AS due";
    // Not stronger than it must be: others may write rows that refer to the person meanwhile.
    DUE_PEOPLE = due_people!(""), postgres due_people!(" FOR NO KEY UPDATE SKIP LOCKED");
    WAITING = "SELECT n.id, n.space_id, s.title AS space, COALESCE(s.visibility, '') = 'sealed' AS sealed, n.word, n.args, n.link, n.urgency, n.changes_at, n.created_at, n.calendar, n.way
        FROM notice n LEFT JOIN space s ON s.id = n.space_id WHERE n.person_id = $1 AND n.handled_at IS NULL AND n.created_at <= $2 ORDER BY n.created_at DESC, n.id DESC LIMIT 500";
    MUTED = "SELECT m.space_id, s.slug FROM mute m JOIN space s ON s.id = m.space_id WHERE m.person_id = $1";
    LAST_DIGEST = "SELECT last_day FROM digest WHERE person_id = $1";
    DIGESTED = "INSERT INTO digest (person_id, last_day) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET last_day = excluded.last_day";
    HANDLED = "UPDATE notice SET handled_at = $2, outcome = $3, message_id = $4 WHERE id = $1 AND handled_at IS NULL";
    // What opens something by itself stands in the message alone, and there until it is sent.
    WIPE = "UPDATE notice SET link = '', args = '[]' WHERE id = $1";
    LATER = "UPDATE notice SET due_at = $2 WHERE id = $1";
    LOOK_NOW = "UPDATE notice SET due_at = $2 WHERE person_id = $1 AND handled_at IS NULL";
}

#[derive(sqlx::FromRow)]
struct Reached {
    id: Uuid,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    address: Option<String>,
    contact: String,
    helper_id: Option<Uuid>,
    rhythm: String,
    language: String,
    left_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    space_id: Option<Uuid>,
    space: Option<String>,
    sealed: bool,
    word: String,
    args: String,
    link: String,
    #[sqlx(try_from = "String")]
    urgency: Urgency,
    changes_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    calendar: String,
    way: Option<String>,
}

impl Reached {
    /// The address for a way, where there is one and the house can send there.
    fn address_for(&self, app: &App, way: Contact) -> Option<String> {
        let there = |text: &Option<String>| text.as_ref().filter(|t| !t.trim().is_empty()).cloned();
        match way {
            Contact::Mail => there(&self.email),
            Contact::Text if can_send(app, way) => self.phone.as_deref().and_then(text::e164),
            Contact::Text => None,
            Contact::Letter => there(&self.address),
            Contact::Phone => there(&self.phone).or_else(|| self.helper_id.map(|_| String::new())),
        }
    }

    fn wants(&self) -> Contact {
        Contact::of(&self.contact).unwrap_or(Contact::Mail)
    }
}

impl Row {
    fn spelled(&self, page: &Page, name: &str) -> Spelled {
        let args: Vec<(String, Said)> = serde_json::from_str(&self.args).unwrap_or_default();
        spell(page, &self.word, &args, self.space.as_deref(), name)
    }
}

/// Makes messages of the notices that are due; gives how many people were looked after.
///
/// # Errors
/// When the database fails.
pub async fn gather(app: &App) -> Result<usize> {
    let mut count = 0;
    loop {
        let now = app.clock.now();
        if app.db.read().await?.count(&IS_DUE, args![now]).await? == 0 {
            return Ok(count);
        }
        let mut sql = app.db.write().await?;
        let people: Vec<Reached> = sql.all(&DUE_PEOPLE, args![now, BATCH]).await?;
        for person in &people {
            look_after(&mut sql, app, person, now).await?;
        }
        sql.commit().await?;
        count += people.len();
        // Fewer than asked for: the others are in another node's hands.
        if people.len() < BATCH as usize {
            return Ok(count);
        }
    }
}

/// Looks at everything that waits for somebody now: they have chosen another rhythm, another way, or fewer spaces.
///
/// # Errors
/// When the database fails.
pub async fn look_again(sql: &mut Sql, app: &App, person: Uuid) -> Result<()> {
    sql.run(&LOOK_NOW, args![person, app.clock.now()]).await.map(|_| ())
}

async fn look_after(sql: &mut Sql, app: &App, person: &Reached, now: DateTime<Utc>) -> Result<()> {
    let rows: Vec<Row> = sql.all(&WAITING, args![person.id, now]).await?;
    let way = rhythm::way(person.wants(), |way| person.address_for(app, way).is_some());
    let Some(way) = way.filter(|_| person.left_at.is_none()) else {
        let outcome = if person.left_at.is_some() { "unwanted" } else { "unreachable" };
        for row in &rows {
            sql.run(&HANDLED, args![row.id, now, outcome, None::<Uuid>]).await?;
        }
        return Ok(());
    };
    let muted: Vec<(Uuid, String)> = sql.all(&MUTED, args![person.id]).await?;
    let wishes = Wishes {
        rhythm: Rhythm::of(&person.rhythm).unwrap_or(Rhythm::Daily),
        way,
        silent: muted.iter().any(|(_, slug)| slug == MUNICIPALITY),
        muted: muted.into_iter().map(|(id, _)| id).collect(),
        last_digest: sql.maybe::<(NaiveDate,)>(&LAST_DIGEST, args![person.id]).await?.map(|d| d.0),
    };
    let waiting: Vec<Waiting> =
        rows.iter().map(|r| Waiting { id: r.id, space: r.space_id, urgency: r.urgency, changes_at: r.changes_at, created_at: r.created_at }).collect();
    let plan = decide(now, &wishes, &waiting);
    let of: HashMap<Uuid, &Row> = rows.iter().map(|r| (r.id, r)).collect();
    let page = speaker(app, Lang::of(&person.language));
    for id in &plan.unwanted {
        sql.run(&HANDLED, args![*id, now, "unwanted", None::<Uuid>]).await?;
    }
    for (id, at) in &plan.later {
        sql.run(&LATER, args![*id, *at]).await?;
    }
    for row in plan.at_once.iter().filter_map(|id| of.get(id)) {
        let own = row.way.as_deref().and_then(Contact::of).filter(|way| person.address_for(app, *way).is_some());
        let message = alone(sql, app, &page, person, own.unwrap_or(way), row).await?;
        sql.run(&HANDLED, args![row.id, now, "sent", message]).await?;
        if row.urgency == Urgency::Secret {
            sql.run(&WIPE, args![row.id]).await?;
        }
    }
    if !plan.digest.is_empty() {
        sql.run(&DIGESTED, args![person.id, day(now)]).await?;
    }
    for rows in digests(plan.digest.iter().filter_map(|id| of.get(id).copied())) {
        let message = together(sql, app, &page, person, way, &rows, now).await?;
        for row in rows {
            sql.run(&HANDLED, args![row.id, now, "sent", message]).await?;
        }
    }
    Ok(())
}

/// What stands in one digest: a sealed space has one of its own, which belongs to it as its other messages do.
fn digests<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<Vec<&'a Row>> {
    let mut all: Vec<(Option<Uuid>, Vec<&Row>)> = vec![];
    for row in rows {
        let whose = row.space_id.filter(|_| row.sealed);
        match all.iter_mut().find(|(space, _)| *space == whose) {
            Some((_, rows)) => rows.push(row),
            None => all.push((whose, vec![row])),
        }
    }
    all.into_iter().map(|(_, rows)| rows).collect()
}

/// Whether somebody else reads the message before the one it is for: a letter is printed and a call is made in the town hall. Then a
/// sealed space is not named in it, and nothing of what happened there.
fn is_read_out(row: &Row, way: Contact) -> bool {
    row.sealed && matches!(way, Contact::Letter | Contact::Phone)
}

/// Where a message leads that says nothing.
const OWN_PAGE: &str = "/min-side";

/// A message about one thing.
async fn alone(sql: &mut Sql, app: &App, page: &Page, person: &Reached, way: Contact, row: &Row) -> Result<Option<Uuid>> {
    let quiet = is_read_out(row, way);
    let spelled = if quiet { spell(page, "mail-sealed-news", &[] as &[(&str, Said)], None, &person.name) } else { row.spelled(page, &person.name) };
    let (link, calendar) = if quiet { (OWN_PAGE, "") } else { (row.link.as_str(), row.calendar.as_str()) };
    let address = person.address_for(app, way).unwrap_or_default();
    let draft = Draft {
        dedup: format!("notice:{}", row.id),
        person: Some(person.id),
        space: row.space_id,
        way,
        sort: match row.urgency {
            Urgency::Secret => "secret",
            Urgency::Direct => "direct",
            _ => "notice",
        },
        name: &person.name,
        recipient: &address,
        helper: person.helper_id.filter(|_| way == Contact::Phone),
        subject: spelled.subject.clone(),
        intro: String::new(),
        sections: one_thing(app, spelled, link),
        link,
        at: row.created_at,
        stopped: false,
        calendar,
    };
    outbox::write(sql, app, page, draft).await
}

/// A digest: one line each, newest first, the space with the newest first.
async fn together(sql: &mut Sql, app: &App, page: &Page, person: &Reached, way: Contact, rows: &[&Row], now: DateTime<Utc>) -> Result<Option<Uuid>> {
    match rows {
        [only] => return alone(sql, app, page, person, way, only).await,
        // What says nothing is said once.
        [first, ..] if is_read_out(first, way) => return alone(sql, app, page, person, way, first).await,
        _ => {}
    }
    let mut sections: Vec<(Option<Uuid>, Section)> = vec![];
    for row in rows.iter().take(LINES) {
        let spelled = row.spelled(page, &person.name);
        let space = row.space.as_deref().unwrap_or(&page.municipality);
        let line = Line {
            title: without_space(&spelled.subject, space),
            text: spelled.body,
            action: spelled.action,
            href: format!("{}{}", app.settings.base_url, row.link),
        };
        match sections.iter_mut().find(|(id, _)| *id == row.space_id) {
            Some((_, section)) => section.lines.push(line),
            None => sections.push((row.space_id, Section { title: space.to_owned(), lines: vec![line] })),
        }
    }
    let n = rows.len();
    let titles: Vec<&str> = sections.iter().map(|(_, s)| s.title.as_str()).collect();
    let intro = if n > LINES { page.t2("digest-intro-more", "n", n, "shown", LINES) } else { page.t1("digest-intro", "n", n) };
    let address = person.address_for(app, way).unwrap_or_default();
    let draft = Draft {
        dedup: match rows.first() {
            Some(row) if row.sealed => format!("digest:{}:{}:{}", person.id, day(now), row.space_id.unwrap_or_default()),
            _ => format!("digest:{}:{}", person.id, day(now)),
        },
        person: Some(person.id),
        space: if let [(only, _)] = sections.as_slice() { *only } else { None },
        way,
        sort: "digest",
        name: &person.name,
        recipient: &address,
        helper: person.helper_id.filter(|_| way == Contact::Phone),
        subject: digest_subject(page, n, &titles),
        intro,
        sections: sections.into_iter().map(|(_, s)| s).collect(),
        link: OWN_NOTICES,
        at: now,
        stopped: false,
        calendar: "",
    };
    outbox::write(sql, app, page, draft).await
}

/// `3 nyheder fra Ungepolitik og Bakkehuset`, or from the municipality where that is too long for a list of mails.
fn digest_subject(page: &Page, n: usize, titles: &[&str]) -> String {
    let named = match titles {
        [one] => Some(page.t2("digest-subject", "n", n, "from", *one)),
        [one, other] => Some(page.t2("digest-subject", "n", n, "from", page.t2("digest-and", "one", *one, "other", *other))),
        _ => None,
    };
    named.filter(|s| s.chars().count() <= 60).unwrap_or_else(|| page.t2("digest-subject", "n", n, "from", &page.municipality))
}

/// A subject under the heading of its space does not name the space again.
fn without_space(subject: &str, space: &str) -> String {
    let rest = subject.strip_prefix(space).and_then(|r| r.strip_prefix(": ")).unwrap_or(subject);
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::without_space;

    #[test]
    fn the_space_is_not_named_twice() {
        assert_eq!(without_space("Ungepolitik: læs rammen", "Ungepolitik"), "Læs rammen");
        assert_eq!(without_space("ændret tid", "Ungepolitik"), "Ændret tid");
        assert_eq!(without_space("", "Ungepolitik"), "");
    }
}
