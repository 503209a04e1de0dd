//! Reading the whole journal: by space, person, act and time; checking its chains; taking a copy.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use samskab_platform::access::{Trace, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::csv_safe::Table;
use samskab_platform::db::Sql;
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Form, Page, Result, Visitor, choices, desk, page, reading, space_acts};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ADMINISTRATOR, CHECK, EXPORT};
use crate::cleaning;
use crate::journal_store::{self, Check, Place, Row, Wanted};
use crate::store;

/// Entries a page.
const PAGE: i64 = 50;
/// Entries a copy; more are taken period by period.
const COPY: usize = 50_000;

/// What was asked for, as it stands in the address.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    forloeb: String,
    person: String,
    handling: String,
    fra: String,
    til: String,
    foer: String,
    format: String,
}

/// An entry as it is shown.
struct Line {
    at: DateTime<Utc>,
    /// What was done, in words.
    text: String,
    space: String,
    href: String,
    seq: i64,
    /// Why there is no content: word key.
    hidden: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage {
    page: Page,
    form: Form,
    verbs: Vec<(String, String)>,
    lines: Vec<Line>,
    /// The address of the page before (older entries).
    older: Option<String>,
    /// The address of a copy, without its format.
    copy: String,
    check: Option<Check>,
    checking: bool,
    faults: Vec<String>,
}

/// A moment at the beginning of a Danish day.
fn begins(day: NaiveDate) -> DateTime<Utc> {
    Copenhagen.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |t| t.to_utc())
}

/// Reads the filter; what is not understood is said at its field.
async fn understand(sql: &mut Sql, page: &Page, asked: &Asked, form: &mut Form) -> Result<(Wanted, Place)> {
    let mut wanted = Wanted { verb: asked.handling.trim().to_owned(), ..Wanted::default() };
    let space = asked.forloeb.trim();
    if !space.is_empty() {
        match store::spaces_shown(sql, space).await?.as_slice() {
            [] => form.wrong("forloeb", page.t1("journal-no-space", "text", space)),
            [(id, ..), ..] => wanted.space = Some(*id),
        }
    }
    let person = asked.person.trim();
    if !person.is_empty() {
        match store::people_called(sql, person).await?.as_slice() {
            [] => form.wrong("person", page.t1("journal-no-person", "text", person)),
            [(id, ..)] => wanted.person = Some(*id),
            many => {
                let addresses: Vec<&str> = many.iter().filter_map(|p| p.2.as_deref()).collect();
                form.wrong("person", page.t2("journal-many-people", "n", many.len(), "addresses", addresses.join(", ")));
            }
        }
    }
    wanted.from = form.date(page, "fra").map(begins);
    let until = form.date(page, "til").map(|day| begins(day + Duration::days(1)));
    let place = read_place(&asked.foer).unwrap_or_else(|| (until.unwrap_or(page.now + Duration::days(1)), Uuid::nil(), 0));
    Ok((wanted, place))
}

/// A place in the journal as it stands in an address: microseconds, space, number.
fn read_place(text: &str) -> Option<Place> {
    let mut parts = text.splitn(3, '.');
    let at = DateTime::from_timestamp_micros(parts.next()?.parse().ok()?)?;
    Some((at, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn write_place(row: &Row) -> String {
    format!("{}.{}.{}", row.at.timestamp_micros(), row.space_id, row.seq)
}

/// The filter as the end of an address.
fn query(asked: &Asked) -> String {
    let pairs = [("forloeb", &asked.forloeb), ("person", &asked.person), ("handling", &asked.handling), ("fra", &asked.fra), ("til", &asked.til)];
    pairs.iter().filter(|(_, v)| !v.trim().is_empty()).map(|(k, v)| format!("&{k}={}", encode(v.trim()))).collect()
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() || b == b'-' || b == b'_' { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// A sentence with nothing filled in but who acted: what stands for the rest is three dots.
fn without_content(page: &Page, verb: &str, who: &str) -> String {
    let said = page.t1(&format!("verb-{}", verb.replace(['.', '_'], "-")), "who", who);
    let mut out = String::new();
    let mut rest = said.as_str();
    while let Some((before, after)) = rest.split_once("{$") {
        out.push_str(before);
        out.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}

/// Who reads.
struct Reader {
    /// The spaces they have a role in.
    spaces: Vec<Uuid>,
    /// How surely one knows who it is.
    level: Assurance,
}

impl Reader {
    async fn of(sql: &mut Sql, visitor: &Visitor) -> Result<Self> {
        let spaces = match &visitor.person {
            Some(person) => journal_store::spaces_of(sql, person.id).await?,
            None => vec![],
        };
        Ok(Self { spaces, level: visitor.assurance })
    }

    /// Whether they may read what stands in an entry: not that of a closed space they have no role in, nor of one that asks for a
    /// surer sign-in than theirs.
    fn opens(&self, row: &Row) -> bool {
        match Visibility::of(&row.visibility) {
            Some(Visibility::Public) => true,
            Some(Visibility::Registered) => row.assurance <= self.level,
            _ => row.assurance <= self.level && self.spaces.contains(&row.space_id),
        }
    }
}

fn line(page: &Page, row: &Row, reader: &Reader) -> Line {
    let (open, erased) = (reader.opens(row), row.payload.is_none());
    let somebody = page.t("somebody");
    let who = row.actor.as_deref().filter(|n| !n.is_empty()).unwrap_or(&somebody);
    let text = if open && !erased {
        page.feed_line(&samskab_platform::journal::FeedEntry {
            verb: row.verb.clone(),
            actor: Some(who.to_owned()),
            object_kind: row.object_kind.clone(),
            object_id: row.object_id,
            at: row.at,
            payload: row.payload.clone(),
            space_slug: row.slug.clone(),
            space_title: row.title.clone(),
            helper: row.helper.clone(),
        })
    } else {
        without_content(page, &row.verb, who)
    };
    let hidden = if erased {
        Some("journal-erased")
    } else if open {
        None
    } else {
        Some("journal-closed")
    };
    let (space, href) = if open { (row.title.clone(), format!("/forloeb/{}", row.slug)) } else { (page.t("journal-closed-space"), String::new()) };
    let href = if row.slug == samskab_platform::space::MUNICIPALITY { String::new() } else { href };
    Line { at: row.at, text, space, href, seq: row.seq, hidden }
}

/// Every act that leaves an entry: its name, and its words without content.
fn verbs(app: &App, page: &Page) -> Vec<(String, String)> {
    let acts = space_acts::ACTS.iter().chain(app.tools.iter().flat_map(|t| t.acts)).chain(app.desks.iter().flat_map(|d| d.acts));
    let mut all: Vec<_> = acts.filter(|a| a.trace == Trace::Journal).map(|a| (a.name.to_owned(), without_content(page, a.name, "…"))).collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

fn form_of(page: &Page, asked: &Asked) -> Form {
    let fields = [("forloeb", &asked.forloeb), ("person", &asked.person), ("handling", &asked.handling), ("fra", &asked.fra), ("til", &asked.til)];
    let mut form = Form::filled(fields.map(|(name, value)| (name, value.clone())));
    form.called(page, &[("forloeb", "journal-space"), ("person", "journal-person"), ("fra", "journal-from"), ("til", "journal-to")]);
    form
}

/// Notes that somebody looked for everything one person did.
async fn note_reading(app: &App, visitor: &Visitor, wanted: &Wanted) -> Result<()> {
    if let Some(person) = wanted.person {
        let mut sql = app.db.write().await?;
        reading::note(&mut sql, app, visitor.person.as_ref().map(|p| p.id), person, "reading-journal").await?;
        sql.commit().await?;
    }
    Ok(())
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "journal-title", &[]));
    let mut form = form_of(&page, &asked);
    let mut sql = app.db.read().await?;
    let (wanted, place) = understand(&mut sql, &page, &asked, &mut form).await?;
    let reader = Reader::of(&mut sql, &visitor).await?;
    let rows = if form.ok() { journal_store::entries(&mut sql, &wanted, place, PAGE).await? } else { vec![] };
    let check = journal_store::last_check(&mut sql).await?;
    drop(sql);
    if form.ok() {
        note_reading(&app, &visitor, &wanted).await?;
    }
    let lines = rows.iter().map(|row| line(&page, row, &reader)).collect();
    let full = rows.len() as i64 == PAGE;
    let older = rows.last().filter(|_| full).map(|last| format!("/administration/journal?foer={}{}", write_place(last), query(&asked)));
    let copy = query(&asked);
    let faults = check.iter().flat_map(|c| c.faults.lines().map(str::to_owned)).collect();
    let checking = app.choice(cleaning::ASKED).is_some_and(|asked| check.as_ref().is_none_or(|c| cleaning::stamp(c.at) < asked));
    let ok = form.ok();
    let shown = JournalPage { verbs: verbs(&app, &page), page, form, lines, older, copy, check, checking, faults };
    if ok { page::html(&shown) } else { page::not_accepted(&shown) }
}

/// Asks for the chains to be checked; the background work does it.
pub(crate) async fn ask_check(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &CHECK).await?;
    let now = cleaning::stamp(act.at());
    choices::choose(&mut act, cleaning::ASKED, &now).await?;
    act.commit().await?;
    Ok(page::go("/administration/journal", "journal-check"))
}

/// A copy of what the filter finds, as CSV or JSON; the journal keeps that it was taken.
pub(crate) async fn copy(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &EXPORT).await?;
    let page = Page::new(&app, &visitor, String::new());
    let mut form = form_of(&page, &asked);
    let (wanted, mut place) = understand(act.sql(), &page, &asked, &mut form).await?;
    let reader = Reader::of(act.sql(), &visitor).await?;
    let mut rows: Vec<Row> = vec![];
    while form.ok() && rows.len() < COPY {
        let more = journal_store::entries(act.sql(), &wanted, place, 1000).await?;
        let Some(last) = more.last() else { break };
        place = (last.at, last.space_id, last.seq);
        rows.extend(more);
    }
    let (space, count) = (act.space().id, rows.len());
    act.record("journal", space, serde_json::json!({ "count": count })).await?;
    act.commit().await?;
    note_reading(&app, &visitor, &wanted).await?;
    let (kind, name, text) = if asked.format == "json" {
        ("application/json", "journal.json", as_json(&rows, &reader)?)
    } else {
        ("text/csv; charset=utf-8", "journal.csv", as_csv(&page, &rows, &reader))
    };
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))], text).into_response())
}

fn as_csv(page: &Page, rows: &[Row], reader: &Reader) -> String {
    let mut table = Table::for_spreadsheet();
    table.row(["journal-at", "journal-space", "journal-number", "journal-act", "journal-person", "journal-what", "journal-content"].map(|w| page.t(w)));
    for row in rows {
        let shown = line(page, row, reader);
        let content = if shown.hidden.is_none() { row.payload.clone().unwrap_or_default() } else { shown.hidden.map(|w| page.t(w)).unwrap_or_default() };
        table.row([page.iso(&row.at), shown.space, row.seq.to_string(), row.verb.clone(), row.actor.clone().unwrap_or_default(), shown.text, content]);
    }
    table.finish()
}

fn as_json(rows: &[Row], reader: &Reader) -> Result<String> {
    let entry = |row: &Row| {
        let open = reader.opens(row);
        let payload: Option<serde_json::Value> = row.payload.as_deref().filter(|_| open).and_then(|p| serde_json::from_str(p).ok());
        serde_json::json!({
            "space": row.space_id, "space_title": if open { row.title.as_str() } else { "" }, "number": row.seq, "at": row.at, "act": row.verb,
            "actor": row.actor_id, "object_kind": row.object_kind, "object": row.object_id,
            "payload": payload, "erased": row.payload.is_none(), "closed": !open,
        })
    };
    Ok(serde_json::to_string_pretty(&rows.iter().map(entry).collect::<Vec<_>>())?)
}

/// Something is wrong with the chains, or nobody has looked for two days.
pub(crate) async fn attention(sql: &mut Sql, page: &Page) -> Result<Option<String>> {
    Ok(match journal_store::last_check(sql).await? {
        Some(check) if !check.faults.is_empty() => Some(page.t1("journal-broken", "n", check.faults.lines().count())),
        Some(check) if check.at < page.now - Duration::days(2) => Some(page.t("journal-unchecked")),
        _ => None,
    })
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let row = |payload: Option<&str>, visibility: &str| Row {
        space_id: Uuid::nil(),
        seq: 3,
        verb: "space.create".into(),
        actor_id: None,
        actor: Some("Ida <b>".into()),
        object_kind: "space".into(),
        object_id: Uuid::nil(),
        at: page.now,
        payload: payload.map(str::to_owned),
        slug: "unge".into(),
        title: "Unge".into(),
        visibility: visibility.into(),
        assurance: Assurance::Low,
        helper: Some("Jytte".into()),
    };
    let rows = [row(Some("{\"title\":\"Unge\"}"), "public"), row(None, "public"), row(Some("{}"), "members")];
    let reader = Reader { spaces: vec![], level: Assurance::Low };
    let lines = rows.iter().map(|r| line(page, r, &reader)).collect();
    let check = Check { at: page.now, spaces: 2, entries: 3, erased: 1, faults: "unge 3: x".into() };
    let form = form_of(page, &Asked::default());
    let full = JournalPage {
        page: page.clone(),
        form: form.clone(),
        verbs: verbs(app, page),
        lines,
        older: Some("/administration/journal?foer=1".into()),
        copy: String::new(),
        check: Some(check),
        checking: false,
        faults: vec!["unge 3: x".into()],
    };
    let mut refused = form;
    refused.wrong("person", "Ingen hedder det");
    let empty = JournalPage {
        page: page.clone(),
        form: refused,
        verbs: vec![],
        lines: vec![],
        older: None,
        copy: String::new(),
        check: None,
        checking: true,
        faults: vec![],
    };
    vec![("journal", full.render()), ("journal, refused", empty.render())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let row = (Utc.timestamp_micros(1_700_000_000_123_456).single().expect("a moment"), Uuid::from_u128(7), 42);
        let text = format!("{}.{}.{}", row.0.timestamp_micros(), row.1, row.2);
        assert_eq!(read_place(&text), Some(row));
        for wrong in ["", "1", "x.y.z", "1.2.3", "9999999999999999999.a.1"] {
            assert_eq!(read_place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_narrowest_question_decides_the_index() {
        let way = |space, person, verb: &str| Wanted { space, person, verb: verb.to_owned(), from: None }.way().name;
        let id = Some(Uuid::nil());
        assert!(way(None, None, "").ends_with("::ALL"));
        assert!(way(None, None, "a").ends_with("::BY_VERB"));
        assert!(way(None, id, "a").ends_with("::BY_PERSON"));
        assert!(way(id, id, "a").ends_with("::BY_SPACE"));
    }
}
