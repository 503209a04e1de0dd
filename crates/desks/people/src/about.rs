//! Everything stored about somebody: gathered once, shown as a page, and given along as JSON and as a page to keep.

use std::collections::{BTreeMap, BTreeSet};

use samskab_platform::assisting::{self, Helped};
use samskab_platform::db::{Sql, Value};
use samskab_platform::journal::FeedEntry;
use samskab_platform::network::Times;
use samskab_platform::person::Person;
use samskab_platform::personal::{self, ADDRESSED, OnLeave, Stored};
use samskab_platform::reading::{self, Reading};
use samskab_platform::tool::Own;
use samskab_platform::{App, Page, Result, args, person};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::store;

/// The version of the JSON; `docs/formats.md` describes it.
const FORMAT: &str = "samskab-person-1";

/// One thing that is stored: what each field is called and holds, and where it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) href: String,
}

/// Things of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) title: String,
    /// What becomes of it when the person leaves.
    pub(crate) after: String,
    pub(crate) total: usize,
    pub(crate) lines: Vec<Line>,
}

/// All of it, in words.
#[derive(Debug, Clone)]
pub(crate) struct About {
    pub(crate) who: Vec<(String, String)>,
    pub(crate) groups: Vec<Group>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) helped: Vec<Help>,
}

/// Something done with help, in words.
#[derive(Debug, Clone)]
pub(crate) struct Help {
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) space: String,
    /// Empty where there is no page to go to.
    pub(crate) href: String,
    pub(crate) at: chrono::DateTime<chrono::Utc>,
}

/// All of it, as stored.
pub(crate) struct Raw {
    person: Person,
    came: store::Came,
    organisation: Option<String>,
    helper: Option<String>,
    merged: Vec<Person>,
    stored: Vec<Stored>,
    readings: Vec<Reading>,
    helped: Vec<Helped>,
    spaces: BTreeMap<Uuid, (String, String)>,
    /// What only opens with a key, from the tools that keep it.
    own: Vec<Own>,
}

/// Gathers what is stored about a person and those merged into them; at most `limit` things of each kind.
pub(crate) async fn gather(sql: &mut Sql, app: &App, page: &Page, person: &Person, limit: usize) -> Result<Raw> {
    let merged = store::merged_into(sql, person.id).await?;
    let persons: Vec<Uuid> = std::iter::once(person.id).chain(merged.iter().map(|p| p.id)).collect();
    let addresses: Vec<String> = std::iter::once(person).chain(&merged).filter_map(|p| p.email.clone()).collect();
    let stored = personal::about(sql, app, &persons, &addresses, limit).await?;
    let mut spaces = BTreeMap::new();
    for id in spaces_of(&stored) {
        if let Some(named) = sql.maybe(&store::SPACE_NAME, args![id, person.id]).await? {
            spaces.insert(id, named);
        }
    }
    let organisation = match person.organisation_id {
        Some(id) => sql.maybe::<person::Organisation>(&person::ORGANISATION, args![id]).await?.map(|o| o.name),
        None => None,
    };
    let mut helped = vec![];
    for id in &persons {
        helped.extend(assisting::of_person(sql, *id, &person.name, limit).await?);
    }
    helped.sort_by_key(|h| std::cmp::Reverse(h.at));
    helped.truncate(limit);
    let mut own = vec![];
    for tool in &app.tools {
        for id in &persons {
            own.extend((tool.own)(sql, app, *id, page).await?);
        }
    }
    let helper: Option<(Uuid, String)> = sql.maybe(&store::NAMED_HELPER, args![person.id]).await?;
    Ok(Raw {
        person: person.clone(),
        came: sql.one(&store::CAME, args![person.id]).await?,
        organisation,
        helper: helper.map(|h| h.1),
        merged,
        stored,
        readings: reading::of_person(sql, person.id, i64::try_from(limit).unwrap_or(i64::MAX)).await?,
        helped,
        spaces,
        own,
    })
}

/// The spaces that something stored belongs to, each once.
fn spaces_of(stored: &[Stored]) -> BTreeSet<Uuid> {
    let mut ids = BTreeSet::new();
    for (column, value) in stored.iter().flat_map(|s| &s.rows).flatten() {
        if let (true, Value::Uuid(Some(id))) = (base(column) == "space_id", value) {
            ids.insert(*id);
        }
    }
    ids
}

fn base(column: &str) -> &str {
    column.rsplit('.').next().unwrap_or(column)
}

fn label(page: &Page, column: &str) -> String {
    let key = format!("field-{}", base(column).replace('_', "-"));
    if page.app().words.has(page.lang, &key) { page.t(&key) } else { base(column).replace('_', " ") }
}

/// What is stored by its key — a role, a status, an act — in words; any other text as it is.
fn in_plain_words(page: &Page, table: &str, column: &str, text: &str) -> String {
    let (app, key) = (page.app(), text.replace(['_', '.'], "-"));
    match column {
        "act" => return what_was_done(page, text),
        "can" | "languages" => {
            let word = if column == "can" { "network-kind" } else { "network-language" };
            return text.split(',').filter(|key| !key.is_empty()).map(|key| page.t(&format!("{word}-{key}"))).collect::<Vec<_>>().join(", ");
        }
        "week" => return Times::read(text).in_words(page),
        "kinds" => return text.split(',').map(|kind| page.t(&format!("screened-{kind}"))).collect::<Vec<_>>().join(", "),
        "provider" => return app.settings.provider.iter().find(|p| p.key == text).map_or_else(|| text.to_owned(), |p| p.name(&page.lang).to_owned()),
        "after" => return imported(page, text),
        "key" => return app.recipe(text).map_or_else(|| text.to_owned(), |recipe| recipe.words(page.lang).name.clone()),
        _ => {}
    }
    let keys = match column {
        "what" if text.starts_with("reading-") => vec![key],
        "way" => vec![format!("contact-{key}")],
        // The same key is not the same thing everywhere: the outcome of a text held back, and of an answer.
        column => vec![format!("{table}-{column}-{key}"), format!("{column}-{key}")],
    };
    let plain = |key: &&String| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && app.words.has(page.lang, key);
    keys.iter().find(plain).map_or_else(|| text.to_owned(), |key| page.t(key))
}

/// The plain name of an act.
fn what_was_done(page: &Page, act: &str) -> String {
    let key = format!("act-{}", act.replace(['_', '.'], "-"));
    page.t(if page.app().words.has(page.lang, &key) { &key } else { "act-other" })
}

/// What stood about somebody in a list that was read in; empty once it has been removed.
fn imported(page: &Page, json: &str) -> String {
    let Ok(details) = serde_json::from_str::<BTreeMap<String, Option<String>>>(json) else { return String::new() };
    let told = details.iter().filter_map(|(field, value)| value.as_ref().filter(|v| !v.is_empty()).map(|v| format!("{}: {v}", label(page, field))));
    told.collect::<Vec<_>>().join(" · ")
}

/// A value as a person reads it.
fn shown(page: &Page, table: &str, column: &str, value: &Value) -> String {
    match value {
        Value::Text(Some(text)) => in_plain_words(page, table, base(column), text),
        Value::Int(Some(n)) => {
            let key = format!("{}-{n}", base(column));
            if page.app().words.has(page.lang, &key) { page.t(&key) } else { page.number(n) }
        }
        Value::Bool(Some(yes)) => page.t(if *yes { "yes" } else { "no" }),
        Value::Time(Some(at)) => page.when(at),
        Value::Date(Some(date)) => page.date(date),
        _ => String::new(),
    }
}

/// What was done with help: as the journal says it, or the plain name of the act.
fn in_words(page: &Page, h: &Helped) -> Help {
    let what = match &h.entry {
        Some(entry) => page.feed_line(entry),
        None => what_was_done(page, &h.act),
    };
    Help {
        who: if h.helper.is_empty() { page.t("former-participant") } else { h.helper.clone() },
        what: if h.times > 1 { page.t2("helped-times", "what", what, "n", h.times) } else { what },
        space: h.title.clone(),
        href: if h.slug == samskab_platform::space::MUNICIPALITY { String::new() } else { format!("/forloeb/{}", h.slug) },
        at: h.at,
    }
}

fn after(page: &Page, stored: &Stored) -> String {
    let addressed = ADDRESSED.iter().any(|a| a.word == stored.word);
    let declared = personal::all(page.app()).into_iter().find(|p| p.table == stored.table && p.column == stored.column && p.word == stored.word);
    page.t(match declared.map(|p| p.on_leave) {
        _ if addressed => "after-delete",
        Some(OnLeave::Delete) => "after-delete",
        Some(OnLeave::Empty) => "after-empty",
        _ => "after-keep",
    })
}

impl Raw {
    fn who(&self, page: &Page) -> Vec<(String, String)> {
        let p = &self.person;
        let or_none = |v: &Option<String>| v.clone().filter(|t| !t.is_empty()).unwrap_or_else(|| page.t("none"));
        let came = match &self.came.1 {
            Some(name) => page.t2("came-by", "when", page.when(&self.came.0), "who", name),
            None => page.when(&self.came.0),
        };
        vec![
            (page.t("field-name"), p.name.clone()),
            (page.t("field-email"), or_none(&p.email)),
            (page.t("field-phone"), or_none(&p.phone)),
            (page.t("field-address"), or_none(&p.address)),
            (page.t("field-title"), or_none(&p.title)),
            (page.t("field-organisation"), or_none(&self.organisation)),
            (page.t("field-area"), or_none(&self.came.2)),
            (page.t("field-language"), page.t(&format!("language-{}", p.lang().tag()))),
            (page.t("field-contact"), page.t(&format!("contact-{}", p.contact().key()))),
            (page.t("field-rhythm"), page.t(&format!("rhythm-{}", p.rhythm().key().replace('_', "-")))),
            (page.t("field-helper"), or_none(&self.helper)),
            (page.t("field-came"), came),
        ]
    }

    /// In words.
    pub(crate) fn told(&self, page: &Page) -> About {
        let mut who = self.who(page);
        for merged in &self.merged {
            let parts = [Some(merged.name.clone()), merged.email.clone(), merged.phone.clone()];
            who.push((page.t("field-merged"), parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
        }
        let own = self.own.iter().map(|o| Group {
            title: page.t(o.word),
            after: page.t("after-delete"),
            total: o.lines.len(),
            lines: o.lines.iter().map(|fields| Line { fields: fields.clone(), href: o.href.clone() }).collect(),
        });
        let groups = self.stored.iter().map(|s| Group { title: page.t(s.word), after: after(page, s), total: s.total, lines: self.lines(page, s) });
        About { who, groups: own.chain(groups).collect(), readings: self.readings.clone(), helped: self.helped.iter().map(|h| in_words(page, h)).collect() }
    }

    fn lines(&self, page: &Page, stored: &Stored) -> Vec<Line> {
        stored.rows.iter().map(|row| if stored.table == "journal" { self.done(page, row) } else { self.line(page, stored.table, row) }).collect()
    }

    /// What the person did, as a feed says it.
    fn done(&self, page: &Page, row: &[(&'static str, Value)]) -> Line {
        let text = |name: &str| row.iter().find(|(c, _)| *c == name).and_then(|(_, v)| if let Value::Text(t) = v { t.clone() } else { None });
        let at = row.iter().find_map(|(_, v)| if let Value::Time(t) = v { *t } else { None });
        let mut line = self.line(page, "journal", &row.iter().filter(|(c, _)| *c == "space_id").cloned().collect::<Vec<_>>());
        let entry = FeedEntry {
            verb: text("verb").unwrap_or_default(),
            actor: Some(self.person.name.clone()),
            object_kind: String::new(),
            object_id: Uuid::nil(),
            at: at.unwrap_or(page.now),
            payload: text("payload"),
            space_slug: String::new(),
            space_title: String::new(),
            helper: None,
        };
        line.fields.push((page.t("field-verb"), page.feed_line(&entry)));
        line.fields.push((page.t("field-at"), page.when(&entry.at)));
        line
    }

    fn line(&self, page: &Page, table: &str, row: &[(&'static str, Value)]) -> Line {
        // A row may belong to the person through another table: its own comes first.
        let table = table.split_whitespace().next().unwrap_or(table).replace('_', "-");
        let mut line = Line { fields: vec![], href: String::new() };
        for (column, value) in row {
            if let (true, Value::Uuid(Some(id))) = (base(column) == "space_id", value) {
                if let Some((slug, title)) = self.spaces.get(id) {
                    line.fields.push((page.t("field-space"), title.clone()));
                    line.href = if slug == samskab_platform::space::MUNICIPALITY { String::new() } else { format!("/forloeb/{slug}") };
                }
                continue;
            }
            let text = shown(page, &table, column, value);
            if !text.is_empty() {
                line.fields.push((label(page, column), text));
            }
        }
        line
    }

    /// As JSON: every field by its name in the database, times in UTC.
    pub(crate) fn json(&self, page: &Page) -> Json {
        let p = &self.person;
        let person = |p: &Person| {
            json!({ "id": p.id, "name": p.name, "email": p.email, "phone": p.phone, "address": p.address, "title": p.title,
                "language": p.language, "contact": p.contact, "rhythm": p.rhythm })
        };
        let mut own = person(p);
        own["organisation"] = json!(self.organisation);
        own["helper"] = json!(self.helper);
        own["area"] = json!(self.came.2);
        own["created_at"] = json!(self.came.0);
        own["entered_by"] = json!(self.came.1);
        let space = |id: &Uuid| self.spaces.get(id).map(|(_, title)| title.clone());
        let stored: Vec<Json> = self
            .stored
            .iter()
            .map(|s| {
                let rows: Vec<Json> = s
                    .rows
                    .iter()
                    .map(|row| {
                        let mut fields: serde_json::Map<String, Json> = row.iter().map(|(c, v)| (base(c).to_owned(), personal::to_json(v))).collect();
                        if let Some((_, Value::Uuid(Some(id)))) = row.iter().find(|(c, _)| base(c) == "space_id") {
                            fields.insert("space".to_owned(), json!(space(id)));
                        }
                        Json::Object(fields)
                    })
                    .collect();
                json!({ "what": page.t(s.word), "table": s.table.split_whitespace().next(), "column": base(s.column), "total": s.total, "rows": rows })
            })
            .collect();
        let readings: Vec<Json> = self.readings.iter().map(|(at, who, what)| json!({ "at": at, "who": who, "what": page.t(what) })).collect();
        json!({ "format": FORMAT, "municipality": page.municipality, "made_at": page.now, "person": own,
            "merged": self.merged.iter().map(person).collect::<Vec<_>>(), "readings": readings, "stored": stored,
            "own": self.own.iter().map(|o| json!({ "what": page.t(o.word), "content": o.data })).collect::<Vec<_>>() })
    }
}
