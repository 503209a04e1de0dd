//! `samskab demo --scale`: a municipality as large as they come, on top of the demonstration, to measure with. Its people and
//! what they say are put together by a seed, so that the same numbers give the same database.
//!
//! It is the one place that writes rows without acts: half a million acts would take hours. The journal's chains are
//! made as acts make them, and `samskab verify journal` holds.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use samskab_platform::access::Role;
use samskab_platform::clock::{Clock, hex};
use samskab_platform::db::{Database, Statement};
use samskab_platform::journal::{self, Entry};
use samskab_platform::recipe::Stage;
use samskab_platform::{App, Error, Result, args, person, search};
use serde_json::{Value, json};
use uuid::Uuid;

use super::scale_store as store;
use super::scale_words::{ABOUT, FIRST, LAST, PLACE, PLACE_END, SAID, WHAT, WHOM};

/// The seed of the large municipality.
const SEED: u64 = 50_000;
/// Rows that go in with one statement.
const ROWS: usize = 2_000;
/// Spaces filled in one transaction.
const SPACES: usize = 50;

/// How large.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// People beside those of the demonstration.
    pub people: usize,
    /// Spaces beside those of the demonstration.
    pub spaces: usize,
    /// Entries of all their journals together.
    pub entries: usize,
    /// Recommendations of each space that has come so far.
    pub recommendations: usize,
}

impl Default for Size {
    fn default() -> Self {
        Self { people: 50_000, spaces: 2_000, entries: 500_000, recommendations: 3 }
    }
}

/// Rows waiting to be written, by statement.
#[derive(Default)]
struct Rows(BTreeMap<&'static str, Vec<Value>>);

impl Rows {
    fn add(&mut self, statement: &Statement, row: Value) {
        self.0.entry(statement.name).or_default().push(row);
    }

    async fn write(&mut self, db: &Database) -> Result<()> {
        let mut sql = db.write().await?;
        for statement in store::BULK {
            for part in self.0.remove(statement.name).unwrap_or_default().chunks(ROWS) {
                sql.run(statement, args![serde_json::to_string(part)?]).await?;
            }
        }
        sql.commit().await
    }
}

fn id(id: Uuid) -> Value {
    json!(id.simple().to_string())
}

/// As both databases keep a moment.
fn time(at: DateTime<Utc>) -> Value {
    json!(at.to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

struct Maker<'a> {
    app: &'a App,
    clock: Clock,
    now: DateTime<Utc>,
    root: Uuid,
    people: Vec<Uuid>,
    /// The demonstration's five, who are in many spaces.
    personas: Vec<Uuid>,
    /// The one of them who is a secretary.
    office: Option<Uuid>,
    areas: Vec<Uuid>,
}

impl Maker<'_> {
    fn below(&self, n: usize) -> usize {
        ((self.clock.chance() * n as f64) as usize).min(n.saturating_sub(1))
    }

    fn one<'w>(&self, of: &[&'w str]) -> &'w str {
        of[self.below(of.len())]
    }

    fn person(&self) -> Uuid {
        self.people[self.below(self.people.len())]
    }

    /// `Cykelklub`.
    fn compound(&self) -> String {
        let word = format!("{}{}", self.one(ABOUT), self.one(WHAT));
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
    }
}

/// Fills.
///
/// # Errors
/// When the database fails, or already holds a large municipality.
pub async fn fill(app: &App, size: Size) -> Result<()> {
    let now = app.clock.now();
    let mut sql = app.db.read().await?;
    if sql.count(&store::PEOPLE, args![]).await? > 1_000 {
        return Err(Error::Startup("this database is large already: give an empty folder with --data, or leave --scale out".to_owned()));
    }
    let known = person::personas(&mut sql).await?;
    let office = known.iter().find(|p| p.persona.as_deref() == Some("secretary")).map(|p| p.id);
    let personas = known.into_iter().map(|p| p.id).collect();
    let areas = person::areas(&mut sql).await?.into_iter().map(|a| a.id).collect();
    drop(sql);
    let root = app.municipality_space().await?.id;
    let clock = Clock::fixed(now - Duration::days(1_500), SEED);
    let mut maker = Maker { app, clock, now, root, people: vec![], personas, office, areas };
    let mut rows = Rows::default();
    people(&mut maker, &mut rows, size.people);
    areas_(&mut maker, &mut rows);
    rows.write(&app.db).await?;
    println!("  {} people", size.people);
    for n in 0..size.spaces {
        // Some spaces are busy and most are not: the first tenth has half of all entries.
        let busy = n % 10 == 0;
        let share = if busy { size.entries * 5 / size.spaces } else { size.entries * 5 / 9 / size.spaces };
        space(&maker, &mut rows, n, share.max(12), size.recommendations);
        if n % SPACES == SPACES - 1 || n + 1 == size.spaces {
            rows.write(&app.db).await?;
        }
    }
    println!("  {} spaces with about {} journal entries", size.spaces, size.entries);
    let mut sql = app.db.write().await?;
    sql.run(&store::ANALYZE, args![]).await?;
    sql.commit().await?;
    let documents = search::update(app).await?;
    // What a server would do in its first minutes is done: then only what is asked is measured.
    loop {
        let mut sql = app.db.write().await?;
        let indexed = person::index_some(&mut sql).await?;
        sql.commit().await?;
        if indexed == 0 {
            break;
        }
    }
    let mut sql = app.db.write().await?;
    sql.run(&store::ANALYZE, args![]).await?;
    sql.commit().await?;
    println!("  {documents} documents to search in");
    Ok(())
}

fn people(maker: &mut Maker<'_>, rows: &mut Rows, number: usize) {
    for n in 0..number {
        maker.clock.set(maker.now - Duration::days(1_400) + Duration::seconds((n as i64) * 1_800 % 100_000_000));
        let (person, first, last) = (maker.clock.id(), maker.one(FIRST), maker.one(LAST));
        let email = format!("{}.{n}@skala.example", samskab_platform::space::slug_of(&format!("{first} {last}")));
        rows.add(&store::PERSON, json!([id(person), format!("{first} {last}"), email, "da", time(maker.clock.now())]));
        maker.people.push(person);
    }
}

fn areas_(maker: &mut Maker<'_>, rows: &mut Rows) {
    for place in PLACE {
        for end in PLACE_END.iter().step_by(2) {
            let (area, name) = (maker.clock.id(), format!("{place}{end}"));
            rows.add(&store::AREA, json!([id(area), samskab_platform::space::slug_of(&name), name, "Et opdigtet lokalområde."]));
            maker.areas.push(area);
        }
    }
}

/// What a space's journal is made of before it is chained.
struct Chain {
    space: Uuid,
    drafts: Vec<(&'static str, Option<Uuid>, &'static str, Uuid, String)>,
}

impl Chain {
    fn note(&mut self, verb: &'static str, actor: Uuid, kind: &'static str, object: Uuid, payload: Value) {
        self.drafts.push((verb, Some(actor), kind, object, payload.to_string()));
    }

    /// Chains the entries over the time from the space's beginning until now; gives the number and hash of the last.
    fn write(self, maker: &Maker<'_>, rows: &mut Rows, from: DateTime<Utc>) -> (i64, Vec<u8>) {
        let mut before = journal::first_hash(self.space);
        let count = self.drafts.len();
        let step = (maker.now - from) / i32::try_from(count + 1).unwrap_or(i32::MAX);
        for (n, (verb, actor_id, kind, object_id, payload)) in self.drafts.into_iter().enumerate() {
            let mut salt = [0u8; 16];
            maker.clock.fill(&mut salt);
            let at = chrono::SubsecRound::trunc_subsecs(from + step * i32::try_from(n + 1).unwrap_or(i32::MAX), 6);
            let digest = journal::payload_digest(&salt, &payload);
            let mut entry = Entry {
                space_id: self.space,
                seq: n as i64 + 1,
                verb: verb.to_owned(),
                actor_id,
                object_kind: kind.to_owned(),
                object_id,
                at,
                payload: Some(payload),
                salt: Some(salt.to_vec()),
                payload_digest: digest,
                hash: vec![],
            };
            entry.hash = journal::entry_hash(&before, &entry);
            let row = json!([
                id(entry.space_id),
                entry.seq,
                entry.verb,
                actor_id.map(|a| a.simple().to_string()),
                entry.object_kind,
                id(entry.object_id),
                time(at),
                entry.payload,
                hex(&salt),
                hex(&entry.payload_digest),
                hex(&entry.hash)
            ]);
            rows.add(&store::JOURNAL, row);
            before = entry.hash;
        }
        (count as i64, before)
    }
}

/// The standing committees that the spaces work for; some work for none.
const BODIES: [&str; 5] = ["Teknikudvalget", "Børneudvalget", "Socialudvalget", "Kulturudvalget", ""];

fn space(maker: &Maker<'_>, rows: &mut Rows, n: usize, entries: usize, recommendations: usize) {
    let from = maker.now - Duration::days(30 + (maker.below(1_400)) as i64);
    maker.clock.set(from);
    let space = maker.clock.id();
    let title = format!("{} {}", maker.compound(), maker.one(WHOM));
    let recipe = if n.is_multiple_of(3) { "local_project" } else { "task_committee" };
    let stage = Stage::ALL[maker.below(6)];
    let visibility = ["public", "public", "public", "public", "public", "public", "public", "registered", "members", "members"][n % 10];
    // One of the committees is run by somebody who can be chosen in the demonstration: its archive can be taken out.
    let drawn = maker.person();
    let secretary = maker.office.filter(|_| n == 1).unwrap_or(drawn);
    let mut chain = Chain { space, drafts: vec![] };
    let team = team(maker, rows, &mut chain, space, secretary, n);
    let sentence = format!("Vi finder ud af, hvordan {} kan blive bedre {}.", maker.compound().to_lowercase(), maker.one(WHOM));
    let mandate = maker.clock.id();
    let text = |k: usize| (0..k).map(|_| maker.one(SAID)).collect::<Vec<_>>().join(" ");
    let row = json!([id(mandate), id(space), 1, sentence, text(2), text(3), text(1), text(1), text(1), "", "", "", "", "", "", "", id(secretary), time(from)]);
    rows.add(&store::MANDATE, row);
    chain.note("frame.write", secretary, "mandate", mandate, json!({ "title": sentence, "version": 1 }));
    if stage >= Stage::Dialogue && n.is_multiple_of(2) {
        dialogue(maker, rows, &mut chain, space, secretary, stage == Stage::Dialogue, n);
    }
    if stage >= Stage::Decision {
        decide(maker, rows, &mut chain, space, &team, from, recommendations);
    }
    meetings(maker, rows, space, secretary);
    seats(maker, rows, space, &team);
    for person in team.iter().filter(|_| maker.below(4) > 0) {
        rows.add(&store::ACKNOWLEDGEMENT, json!([id(space), id(*person), 1, time(from)]));
    }
    let deeds = commitments(maker, rows, &mut chain, space, &team, stage, from);
    // The rest of what happened: news of the commitments, day after day.
    while chain.drafts.len() < entries {
        let who = team[maker.below(team.len())];
        match deeds.get(maker.below(deeds.len().max(1))) {
            Some((deed, what)) => chain.note("commitment.report", who, "commitment", *deed, json!({ "title": what, "status": "started" })),
            None => chain.note("frame.acknowledge", who, "mandate", mandate, json!({ "version": 1 })),
        }
    }
    let (seq, hash) = chain.write(maker, rows, from);
    let slug = format!("{}-{n}", samskab_platform::space::slug_of(&title));
    // One in three promises has passed.
    let answer_by = (maker.now + Duration::days(maker.below(180) as i64 - 60)).date_naive();
    let area = if maker.below(4) == 0 { Value::Null } else { id(maker.areas[maker.below(maker.areas.len())]) };
    let row = json!([
        id(space),
        id(maker.root),
        slug,
        recipe,
        title,
        text(2),
        sentence,
        BODIES[n % BODIES.len()],
        area,
        visibility,
        stage.key(),
        time(from),
        seq,
        hex(&hash),
        answer_by.to_string()
    ]);
    rows.add(&store::SPACE, row);
    let tools = maker.app.recipes().get(recipe).map(|r| r.tools.clone()).unwrap_or_default();
    for (place, tool) in tools.iter().enumerate() {
        rows.add(&store::SPACE_TOOL, json!([id(space), tool, place]));
    }
}

fn team(maker: &Maker<'_>, rows: &mut Rows, chain: &mut Chain, space: Uuid, secretary: Uuid, n: usize) -> Vec<Uuid> {
    let mut team = vec![secretary];
    let at = maker.clock.now();
    rows.add(&store::SPACE_ROLE, json!([id(space), id(secretary), Role::Secretary.key(), time(at)]));
    // Each of the demonstration's five is in every fiftieth space.
    let mut others: Vec<Uuid> = maker.personas.get(n % 50).copied().into_iter().collect();
    others.extend((0..6 + maker.below(12)).map(|_| maker.person()));
    for (i, person) in others.into_iter().enumerate() {
        if team.contains(&person) {
            continue;
        }
        let role = [Role::Member, Role::Member, Role::Politician, Role::Facilitator, Role::Chair, Role::Council][i % 6];
        rows.add(&store::SPACE_ROLE, json!([id(space), id(person), role.key(), time(at)]));
        chain.note("team.accept", person, "person", person, json!({ "role": role.key() }));
        team.push(person);
    }
    let mut gave: Vec<Uuid> = (0..20 + maker.below(15)).map(|_| maker.person()).collect();
    gave.sort_unstable();
    gave.dedup();
    for person in gave {
        rows.add(&store::CONTRIBUTION, json!([id(space), id(person), "vote", time(at)]));
    }
    team
}

fn dialogue(maker: &Maker<'_>, rows: &mut Rows, chain: &mut Chain, space: Uuid, secretary: Uuid, open: bool, n: usize) {
    let (dialogue, at) = (maker.clock.id(), maker.clock.now());
    let question = format!("Hvad mangler {} {}?", maker.compound().to_lowercase(), maker.one(WHOM));
    let status = if open { "open" } else { "closed" };
    rows.add(&store::DIALOGUE, json!([id(dialogue), id(space), question, maker.one(SAID), "da", "", status, time(at), time(at), time(at)]));
    chain.note("dialogue.open", secretary, "dialogue", dialogue, json!({ "title": question }));
    let mut statements = vec![];
    for number in 1..=12 {
        let (statement, text) = (maker.clock.id(), format!("{}: {}", maker.compound(), maker.one(SAID)));
        rows.add(&store::STATEMENT, json!([id(statement), id(dialogue), number, text, true, "accepted", "", time(at)]));
        chain.note("dialogue.accept", secretary, "statement", statement, json!({ "title": text }));
        statements.push(statement);
    }
    if n.is_multiple_of(20) {
        let mut voters: Vec<Uuid> = (0..60).map(|_| maker.person()).collect();
        voters.sort_unstable();
        voters.dedup();
        for person in voters {
            let voter = maker.clock.id();
            rows.add(&store::VOTER, json!([id(voter), id(dialogue), id(person), time(at)]));
            for statement in &statements {
                rows.add(&store::VOTE, json!([id(dialogue), id(voter), id(*statement), maker.below(3) as i64 - 1, time(at)]));
            }
        }
    }
}

fn meetings(maker: &Maker<'_>, rows: &mut Rows, space: Uuid, secretary: Uuid) {
    for n in 0..6 {
        let starts = maker.now + Duration::days(n * 45 - 150 + maker.below(20) as i64);
        let row = json!([
            id(maker.clock.id()),
            id(space),
            "team",
            format!("Møde {}", n + 1),
            time(starts),
            time(starts + Duration::hours(2)),
            "Salen",
            "",
            "",
            0,
            time(starts),
            "",
            "draft",
            id(secretary),
            time(starts)
        ]);
        rows.add(&store::MEETING, row);
    }
}

fn seats(maker: &Maker<'_>, rows: &mut Rows, space: Uuid, team: &[Uuid]) {
    let profile = maker.clock.id();
    rows.add(&store::SEAT_PROFILE, json!([id(profile), id(space), 1, "Borger", maker.one(SAID), Role::Member.key(), team.len() + maker.below(3)]));
    for person in team {
        rows.add(&store::SEAT_HOLDING, json!([id(maker.clock.id()), id(profile), id(space), id(*person), maker.clock.now().date_naive().to_string()]));
    }
}

/// Recommendations: of ten, two wait for their answer and one is a draft; what was said yes to has become a commitment or two.
fn decide(maker: &Maker<'_>, rows: &mut Rows, chain: &mut Chain, space: Uuid, team: &[Uuid], from: DateTime<Utc>, all: usize) {
    for number in 1..=all {
        let (recommendation, author) = (maker.clock.id(), team[maker.below(team.len())]);
        let title = format!("{} {}", maker.compound(), maker.one(WHOM));
        let status = match number % 10 {
            0 => "draft",
            3 | 7 => "submitted",
            _ => "answered",
        };
        let outcome = if status == "answered" { ["approved", "approved", "partly", "noted", "rejected"][maker.below(5)] } else { "" };
        let sent = from + Duration::minutes(maker.below(20_000) as i64);
        let moved = if status == "answered" { sent + Duration::minutes(maker.below(100_000) as i64) } else { sent };
        let (sent_at, moved_at) = if status == "draft" { (Value::Null, Value::Null) } else { (time(sent), time(moved)) };
        let texts = (maker.one(SAID), maker.one(SAID));
        let row = json!([id(recommendation), id(space), number, title, texts.0, texts.1, status, id(author), time(from), sent_at, outcome, moved_at]);
        rows.add(&store::RECOMMENDATION, row);
        if status != "draft" {
            chain.note("recommendations.submit", author, "recommendation", recommendation, json!({ "title": title, "number": number }));
        }
        if status == "answered" {
            rows.add(&store::ANSWER, json!([id(recommendation), outcome, maker.one(SAID), "", id(author), time(moved)]));
        }
        if ["approved", "partly"].contains(&outcome) {
            for _ in 0..=maker.below(2) {
                commitment(maker, rows, chain, space, team, moved, Some((recommendation, &title)));
            }
        }
    }
}

fn commitments(maker: &Maker<'_>, rows: &mut Rows, chain: &mut Chain, space: Uuid, team: &[Uuid], stage: Stage, from: DateTime<Utc>) -> Vec<(Uuid, String)> {
    (0..(stage.number() * 3)).map(|_| commitment(maker, rows, chain, space, team, from, None)).collect()
}

/// A commitment and a report on it; gives its id and what it is.
fn commitment(
    maker: &Maker<'_>,
    rows: &mut Rows,
    chain: &mut Chain,
    space: Uuid,
    team: &[Uuid],
    from: DateTime<Utc>,
    of: Option<(Uuid, &str)>,
) -> (Uuid, String) {
    let (deed, doer, helper) = (maker.clock.id(), team[maker.below(team.len())], team[maker.below(team.len())]);
    let what = format!("{} {}", maker.compound(), maker.one(WHOM));
    let made = from + Duration::days(maker.below(25) as i64);
    let status = ["agreed", "started", "started", "done"][maker.below(4)];
    let started = if status == "agreed" { Value::Null } else { time(made) };
    let due = (made + Duration::days(maker.below(400) as i64)).date_naive();
    let (kind, source, title) = of.map_or((Value::Null, Value::Null, Value::Null), |(source, title)| (json!("recommendation"), id(source), json!(title)));
    let row = json!([
        id(deed),
        id(space),
        what,
        id(doer),
        id(helper),
        due.to_string(),
        maker.below(80),
        "",
        "",
        status,
        "",
        time(made),
        started,
        kind,
        source,
        title
    ]);
    rows.add(&store::COMMITMENT, row);
    rows.add(&store::PROGRESS, json!([id(maker.clock.id()), id(deed), id(doer), "started", maker.one(SAID), time(made)]));
    chain.note("commitment.make", doer, "commitment", deed, json!({ "title": what }));
    (deed, what)
}
