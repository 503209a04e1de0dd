//! Reading in a list of people: what will happen to each row, doing it, and taking it back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::csv_safe;
use samskab_platform::db::Sql;
use samskab_platform::notice::Notice;
use samskab_platform::person::{self, Details, Person};
use samskab_platform::screen::holds_personal_number;
use samskab_platform::space::{self, Space};
use samskab_platform::{Act, Error, Page, Result, args, clock, personal, session};
use serde_json::json;
use uuid::Uuid;

use crate::people_pages::way;
use crate::store::{self, Import, ImportRow};
use crate::table::{Entry, Fault, Field, Sheet, entry};

/// What will happen to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A new person.
    New,
    /// Somebody who is here, just like this.
    Same(Uuid),
    /// Somebody who is here, and gets what the list knows and they have not; the word keys of the fields.
    Updated(Uuid, Vec<&'static str>),
    /// Not read in.
    Bad(Fault),
}

/// A row with its fate.
#[derive(Debug, Clone)]
pub(crate) struct Planned {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    pub(crate) entry: Entry,
    pub(crate) organisation: Option<Uuid>,
    pub(crate) details: Details,
    pub(crate) fate: Fate,
}

/// Where the people are read in to, beside the municipality.
#[derive(Debug, Clone, Default)]
pub(crate) struct Target {
    pub(crate) space: Option<(Space, Role)>,
    pub(crate) organisation: Option<Uuid>,
    pub(crate) area: Option<Uuid>,
    /// Whether the new ones with an address are welcomed by mail.
    pub(crate) welcome: bool,
}

/// What of a list is known here already: it saves a question for each line that is new.
struct Known {
    emails: BTreeSet<String>,
    phones: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Known {
    async fn read(sql: &mut Sql, sheet: &Sheet, fields: &[Option<Field>], today: NaiveDate) -> Result<Self> {
        let entries: Vec<Entry> = sheet.rows.iter().filter_map(|(_, cells)| entry(cells, fields, today).ok()).collect();
        let emails: Vec<&String> = entries.iter().filter_map(|e| e.email.as_ref()).collect();
        let phones: Vec<&String> = entries.iter().filter_map(|e| e.phone.as_ref()).collect();
        let names: Vec<&String> = entries.iter().map(|e| &e.name).collect();
        let set = |rows: Vec<(String,)>| rows.into_iter().map(|(text,)| text).collect();
        Ok(Self {
            emails: set(sql.all(&store::KNOWN_EMAILS, args![json!(emails).to_string()]).await?),
            phones: set(sql.all(&store::KNOWN_PHONES, args![json!(phones).to_string()]).await?),
            names: set(sql.all(&store::KNOWN_NAMES, args![json!(names).to_string()]).await?),
        })
    }
}

/// Who a row speaks of: by address; without one by name together with number or postal address.
async fn find(sql: &mut Sql, known: &Known, e: &Entry) -> Result<Option<Person>> {
    if let Some(email) = e.email.as_ref().filter(|e| known.emails.contains(*e))
        && let Some(person) = person::find_by_email(sql, email).await?
    {
        return Ok(Some(person).filter(|p| p.left_at.is_none()));
    }
    let same_name = |p: &Person| p.name.to_lowercase() == e.name.to_lowercase();
    let no_other = |p: &Person| e.email.is_none() || p.email.is_none();
    if let Some(phone) = e.phone.as_ref().filter(|p| known.phones.contains(*p)) {
        let there: Vec<Person> = sql.all(&store::BY_PHONE, args![phone]).await?;
        if let Some(person) = there.into_iter().find(|p| same_name(p) && no_other(p)) {
            return Ok(Some(person));
        }
    }
    if e.address.is_some() && known.names.contains(&e.name) {
        let there: Vec<Person> = sql.all(&store::BY_NAME, args![&e.name]).await?;
        return Ok(there.into_iter().find(|p| p.address == e.address && no_other(p)));
    }
    Ok(None)
}

/// What a person is after the row: what they wrote themselves stays, blanks are filled.
fn joined(person: &Person, e: &Entry) -> (Details, Vec<&'static str>) {
    let mut d = Details::of(person);
    let mut filled = vec![];
    let mut fill = |mine: &mut Option<String>, theirs: &Option<String>, word: &'static str| {
        if mine.is_none() && theirs.is_some() {
            mine.clone_from(theirs);
            filled.push(word);
        }
    };
    fill(&mut d.email, &e.email, "field-email");
    fill(&mut d.phone, &e.phone, "field-phone");
    fill(&mut d.address, &e.address, "field-address");
    fill(&mut d.title, &e.title, "field-title");
    if d.name.is_empty() {
        d.name.clone_from(&e.name);
        filled.push("field-name");
    }
    (d, filled)
}

/// Says what will happen to each row. Nothing is written.
///
/// # Errors
/// When the database fails.
pub(crate) async fn plan(sql: &mut Sql, sheet: &Sheet, fields: &[Option<Field>], today: NaiveDate) -> Result<Vec<Planned>> {
    let organisations: BTreeMap<String, Uuid> = store::organisations(sql).await?.into_iter().map(|o| (o.name.to_lowercase(), o.id)).collect();
    let known = Known::read(sql, sheet, fields, today).await?;
    let mut addresses: BTreeMap<String, u64> = BTreeMap::new();
    let mut met: BTreeSet<Uuid> = BTreeSet::new();
    let mut planned = vec![];
    for (line, cells) in &sheet.rows {
        let mut row = Planned { line: *line, cells: cells.clone(), entry: Entry::default(), organisation: None, details: Details::default(), fate: Fate::New };
        row.fate = match entry(cells, fields, today) {
            Err(fault) => Fate::Bad(fault),
            Ok(e) => {
                let named = e.organisation.as_ref().map(|name| (name.clone(), organisations.get(&name.to_lowercase()).copied()));
                let first = e.email.clone().and_then(|email| addresses.insert(email, *line));
                row.entry = e;
                match (named, first) {
                    (Some((name, None)), _) => Fate::Bad(Fault { word: "import-bad-organisation", text: name }),
                    (_, Some(first)) => Fate::Bad(Fault { word: "import-bad-twice", text: first.to_string() }),
                    (named, None) => {
                        row.organisation = named.and_then(|n| n.1);
                        match find(sql, &known, &row.entry).await? {
                            None => {
                                let e = row.entry.clone();
                                row.details = Details { name: e.name, email: e.email, title: e.title, phone: e.phone, address: e.address };
                                Fate::New
                            }
                            Some(person) if !met.insert(person.id) => Fate::Bad(Fault { word: "import-bad-same-person", text: person.name }),
                            Some(person) => {
                                let (details, filled) = joined(&person, &row.entry);
                                row.details = details;
                                if filled.is_empty() { Fate::Same(person.id) } else { Fate::Updated(person.id, filled) }
                            }
                        }
                    }
                }
            }
        };
        planned.push(row);
    }
    Ok(planned)
}

/// Reads the people in; gives the id of the import.
///
/// # Errors
/// When the database fails; then nothing was read in.
pub(crate) async fn carry_out(act: &mut Act<'_>, page: &Page, sheet: &Sheet, planned: &[Planned], target: &Target) -> Result<Uuid> {
    let (id, at, by) = (act.new_id(), act.at(), act.person()?);
    let count = |f: fn(&Fate) -> bool| i64::try_from(planned.iter().filter(|p| f(&p.fate)).count()).unwrap_or(i64::MAX);
    let (added, updated, bad) = (count(|f| *f == Fate::New), count(|f| matches!(f, Fate::Updated(..))), count(|f| matches!(f, Fate::Bad(_))));
    let (space, role) = target.space.as_ref().map_or((None, None), |(s, r)| (Some(s.id), Some(r.key())));
    let values = args![id, by, at, space, role, target.organisation, added, updated, bad, bad_rows(page, sheet, planned)];
    act.sql().run(&store::INSERT_IMPORT, values).await?;
    let people: Vec<(Uuid, &Planned)> = planned
        .iter()
        .filter_map(|row| match &row.fate {
            Fate::Bad(_) => None,
            Fate::New => Some((act.new_id(), row)),
            Fate::Same(person) | Fate::Updated(person, _) => Some((*person, row)),
        })
        .collect();
    insert_new(act, &people, target).await?;
    let gave_role = give_role(act, &people, target, at).await?;
    let mut rows = vec![];
    for (person, row) in &people {
        let (what, before) = match &row.fate {
            Fate::Updated(..) => {
                let before = Details::of(&person::find(act.sql(), *person).await?);
                person::set_details(act.sql(), *person, &row.details).await?;
                ("updated", serde_json::to_string(&before)?)
            }
            Fate::New => ("new", "{}".to_owned()),
            _ => ("same", "{}".to_owned()),
        };
        let gave_place = join(act, *person, row, target, at).await?;
        let after = if what == "same" { "{}".to_owned() } else { serde_json::to_string(&row.details)? };
        rows.push(json!([row.line, person.simple().to_string(), what, before, after, gave_role.contains(person), gave_place]));
        if target.welcome && what == "new" && row.details.email.is_some() {
            act.tell(*person, &Notice::new("mail-welcome", "/log-ind", *person)).await?;
        }
    }
    act.sql().run(&store::INSERT_MANY_ROWS, args![json!(rows).to_string(), id]).await?;
    let title = target.space.as_ref().filter(|(s, _)| s.visibility == Visibility::Public).map_or("", |(s, _)| s.title.as_str());
    act.record("import", id, serde_json::json!({ "title": title, "added": added, "updated": updated })).await?;
    Ok(id)
}

/// Adds the new ones, and the words they are found by.
async fn insert_new(act: &mut Act<'_>, people: &[(Uuid, &Planned)], target: &Target) -> Result<()> {
    let (by, at) = (act.person()?, act.at());
    let hex = |id: Option<Uuid>| id.map(|i| i.simple().to_string());
    let (mut rows, mut words) = (vec![], vec![]);
    for (id, row) in people.iter().filter(|(_, row)| row.fate == Fate::New) {
        let d = &row.details;
        rows.push(json!([hex(Some(*id)), d.name, d.email, d.title, d.phone, d.address, hex(row.organisation), hex(target.area), way(d).key()]));
        let found_by = person::words_of(&d.name, d.email.as_deref(), d.phone.as_deref());
        words.extend(found_by.iter().map(|word| json!([hex(Some(*id)), clock::hex(word.as_bytes())])));
    }
    act.sql().run(&store::INSERT_MANY, args![json!(rows).to_string(), by, at]).await?;
    act.sql().run(&store::INSERT_MANY_WORDS, args![json!(words).to_string()]).await.map(|_| ())
}

/// Gives the role; tells who did not have it before.
async fn give_role(act: &mut Act<'_>, people: &[(Uuid, &Planned)], target: &Target, at: DateTime<Utc>) -> Result<BTreeSet<Uuid>> {
    let Some((space, role)) = &target.space else { return Ok(BTreeSet::new()) };
    let ids: Vec<String> = people.iter().map(|(id, _)| id.simple().to_string()).collect();
    let given: Vec<(Uuid,)> = act.sql().all(&store::GIVE_MANY, args![json!(ids).to_string(), space.id, role.key(), at]).await?;
    Ok(given.into_iter().map(|(id,)| id).collect())
}

async fn join(act: &mut Act<'_>, person: Uuid, row: &Planned, target: &Target, at: DateTime<Utc>) -> Result<bool> {
    let mut gave = false;
    for organisation in [target.organisation, row.organisation].into_iter().flatten() {
        if act.sql().count(&store::SPEAKS_FOR, args![organisation, person]).await? == 0 {
            let function = row.entry.title.clone().unwrap_or_default();
            act.sql().run(&store::JOIN, args![organisation, person, function, at]).await?;
            gave |= Some(organisation) == target.organisation;
        }
    }
    Ok(gave)
}

/// The rows that were not read in, as a table to correct and read in again: the same columns, and what is wrong.
fn bad_rows(page: &Page, sheet: &Sheet, planned: &[Planned]) -> String {
    let bad: Vec<&Planned> = planned.iter().filter(|p| matches!(p.fate, Fate::Bad(_))).collect();
    if bad.is_empty() {
        return String::new();
    }
    let mut table = csv_safe::Table::for_spreadsheet();
    table.row(sheet.headings.iter().cloned().chain([page.t("import-fault"), page.t("import-cure")]));
    for row in bad {
        if let Fate::Bad(fault) = &row.fate {
            // Personal numbers are not kept, not even in a list of faults.
            let cells = row.cells.iter().map(|c| if holds_personal_number(c, page.today()) { "XXXXXX-XXXX".to_owned() } else { c.clone() });
            let padded: Vec<String> = cells.chain(std::iter::repeat(String::new())).take(sheet.headings.len().max(row.cells.len())).collect();
            let (what, cure) = said(page, fault);
            table.row(padded.into_iter().chain([what, cure]));
        }
    }
    table.finish()
}

/// A fault in words, and what to do about it.
pub(crate) fn said(page: &Page, fault: &Fault) -> (String, String) {
    (page.t1(fault.word, "text", &fault.text), page.t(&format!("{}-cure", fault.word)))
}

/// What taking an import back left standing: name and word key of the reason.
pub(crate) type Left = Vec<(Uuid, String, &'static str)>;

/// What an import itself wrote about a person: no sign that they have been here.
const BY_IMPORT: [(&str, &str); 4] =
    [("person_import_row", "person_id"), ("person_word", "person_id"), ("space_role", "person_id"), ("organisation_person", "person_id")];

/// Takes an import back: those it added and who have done nothing since are removed, changed fields get their old values,
/// roles and places it gave are taken away. Gives what could not be undone.
///
/// # Errors
/// [`Error::Refused`] where that was done already.
pub(crate) async fn undo(act: &mut Act<'_>, id: Uuid) -> Result<Left> {
    let (at, by, app) = (act.at(), act.person()?, act.app());
    let import: Import = act.sql().one(&store::ONE_IMPORT, args![id]).await?;
    if act.sql().run(&store::UNDO_IMPORT, args![id, at, by]).await? == 0 {
        return Err(Error::Refused("error-import-undone"));
    }
    let (space, role, organisation): (Option<Uuid>, Option<String>, Option<Uuid>) = act.sql().one(&store::IMPORT_TARGET, args![id]).await?;
    let role = role.as_deref().and_then(Role::of);
    let rows: Vec<ImportRow> = act.sql().all(&store::IMPORT_ROWS, args![id]).await?;
    let added: Vec<Uuid> = rows.iter().filter(|row| row.what == "new").map(|row| row.person_id).collect();
    let traces = personal::traces_of(act.sql(), app, &added).await?;
    let mut left = vec![];
    for row in rows {
        if let (true, Some(space), Some(role)) = (row.gave_role, space, role) {
            space::take_role(act.sql(), space, row.person_id, role).await?;
        }
        if let (true, Some(organisation)) = (row.gave_place, organisation) {
            act.sql().run(&store::LEAVE_ORGANISATION, args![organisation, row.person_id]).await?;
        }
        match row.what.as_str() {
            "new" => {
                // A welcome that was sent cannot be called back.
                let reason = traces
                    .get(&row.person_id)
                    .into_iter()
                    .flatten()
                    .find(|(t, c, n)| !BY_IMPORT.contains(&(*t, *c)) || (*t == "person_import_row" && *n > 1))
                    .map(|(t, _, _)| match *t {
                        "outbox" | "notice" => "import-left-mail",
                        "person_import_row" => "import-left-again",
                        "session" | "journal" => "import-left-signed-in",
                        _ => "import-left-used",
                    });
                match reason {
                    Some(word) => left.push((row.person_id, row.name, word)),
                    None => {
                        personal::forget_in(act.sql(), app, row.person_id, &["person_word", "space_role", "organisation_person", "person_import_row"]).await?;
                        act.sql().run(&store::DELETE_PERSON, args![row.person_id]).await?;
                    }
                }
            }
            "updated" => {
                let (before, after): (Details, Details) = (serde_json::from_str(&row.before)?, serde_json::from_str(&row.after)?);
                let person = person::find(act.sql(), row.person_id).await?;
                if Details::of(&person) == after && person.is_here() {
                    person::set_details(act.sql(), row.person_id, &before).await?;
                    if before.email != after.email {
                        session::end_all(act.sql(), row.person_id).await?;
                    }
                } else {
                    left.push((row.person_id, row.name, "import-left-changed"));
                }
            }
            _ => {}
        }
    }
    act.record("import", id, serde_json::json!({ "added": import.added, "left": left.len() })).await?;
    Ok(left)
}
