//! What a tool is: one declaration, composed by the program. `docs/adding-a-tool.md` shows how to write one.

use std::collections::BTreeMap;
use std::ops::Range;

use axum::Router;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use futures::future::BoxFuture;
use uuid::Uuid;

use crate::access::ActDef;
use crate::act::Act;
use crate::app::App;
use crate::calendar::Appointment;
use crate::db::{Sql, Statement};
use crate::error::Result;
use crate::growth::Growth;
use crate::page::Page;
use crate::personal::Personal;
use crate::recipe::Stage;
use crate::record::Record;
use crate::space::{self, Space};
use crate::view::SpaceView;
use crate::visitor::Visitor;
use crate::words::WordFile;

/// A tool's part of a page, once the database has answered.
type Part<'a, T> = BoxFuture<'a, Result<T>>;

/// What of a tool stands in somebody's calendar from a moment on.
type Calendar = for<'a> fn(&'a mut Sql, &'a App, Uuid, DateTime<Utc>) -> Part<'a, Vec<Appointment>>;

/// A space, and by how many days the latest of its things is late.
pub type DaysLate = (Uuid, i64);

/// A thing, and when it was first said: an idea written, a decision noted.
pub type FirstSaid = (Uuid, DateTime<Utc>);

/// Name and HTML of a rendered sample.
pub type Sample = (&'static str, Result<String, askama::Error>);

/// What people use inside a space.
pub struct Tool {
    /// As in recipes and the database.
    pub name: &'static str,
    /// The last part of its address under a space.
    pub path: &'static str,
    /// Everything that can be done with it.
    pub acts: &'static [&'static ActDef],
    /// What of that is also for a space that is closed: what was promised there is carried on.
    pub goes_on: &'static [&'static ActDef],
    /// Every SQL text it uses, a list for each of its stores.
    pub statements: &'static [&'static [&'static Statement]],
    /// Its words. The key `{name}-tab` is what its tab is called.
    pub words: WordFile,
    /// Kinds of objects its journal entries are about, and the page under the space that shows them.
    pub objects: &'static [(&'static str, &'static str)],
    /// What it stores about people.
    pub personal: &'static [&'static Personal],
    /// Its pages.
    pub routes: fn() -> Router<App>,
    /// A space with this tool is its page and nothing else: no steps, no team, no feed, no working groups, no other tool's pages or acts. For a
    /// space where not everyone who is in it may see the same.
    pub home: bool,
    /// Its pages that stand under somebody's own page: word key of the link (with `-hint`), and the path.
    pub account: &'static [(&'static str, &'static str)],
    /// What it keeps for somebody that only opens with a key of a space, in words: for what is stored about them, and their export.
    pub own: for<'a> fn(&'a mut Sql, &'a App, Uuid, &'a Page) -> Part<'a, Vec<Own>>,
    /// What it shows on the space's own page.
    pub overview: for<'a> fn(&'a mut Sql, &'a SpaceView, &'a Page) -> Part<'a, Overview>,
    /// What it shows on somebody's own page.
    pub mine: for<'a> fn(&'a mut Sql, Uuid, &'a Page) -> Part<'a, Vec<Mine>>,
    /// What it puts into somebody's own calendar feed, from a moment on: of spaces they may see and that ask for no more than an
    /// ordinary sign-in, since the feed's address is no surer than that.
    pub calendar: Calendar,
    /// Where one is needed now, for the front page's board; the spaces are those the visitor may see, working groups among them.
    pub needs: for<'a> fn(&'a mut Sql, &'a [Space], &'a Page) -> Part<'a, Vec<Need>>,
    /// Work it does in the background, every few seconds.
    pub tick: for<'a> fn(&'a App) -> Part<'a, ()>,
    /// What can be searched for in a space: only what everyone who may see the space may see.
    pub documents: for<'a> fn(&'a mut Sql, &'a Space) -> Part<'a, Vec<Document>>,
    /// How far this visitor sees one of its things, which everyone who sees the space sees unless it says otherwise.
    pub sight: for<'a> fn(&'a mut Sql, &'a SpaceView, &'a str, Uuid) -> Part<'a, Sight>,
    /// What it does when something of another tool is closed, opened again or removed, in the same act: what it keeps of it follows.
    pub shut: for<'a, 'b> fn(&'a mut Act<'b>, &'a str, Uuid, Shut) -> Part<'a, ()>,
    /// What it shows beside something of another tool: kind and id, as in the journal. Ready-made HTML; empty for nothing.
    pub attached: for<'a> fn(&'a mut Sql, &'a SpaceView, &'a Page, &'a str, Uuid) -> Part<'a, String>,
    /// What its things in the space were built on: links beside other tools' lists of things of a kind, all at once.
    pub became: for<'a> fn(&'a mut Sql, &'a SpaceView, &'a Page, &'a str) -> Part<'a, Vec<Became>>,
    /// What of a space it keeps that both sides promise each other: frozen in each version of the frame.
    pub mandate: for<'a> fn(&'a mut Sql, &'a Space, &'a Page) -> Part<'a, Vec<MandatePart>>,
    /// What it does when something of another tool comes of something of its own, in the same act (see [`crate::growth`]).
    pub grown: for<'a, 'b> fn(&'a mut Act<'b>, Growth<'a>) -> Part<'a, ()>,
    /// When those of these things that are its own were first said, the ids as in [`list_of`]: from there it is counted how long it took
    /// before somebody began.
    pub said: for<'a> fn(&'a mut Sql, &'a str) -> Part<'a, Vec<FirstSaid>>,
    /// Word keys of its columns in the overview of all spaces; `{key}-defined` says what the figure is.
    pub columns: &'static [&'static str],
    /// What it sees of each of these spaces, for those columns.
    pub glance: for<'a> fn(&'a mut Sql, &'a [Space], &'a Page) -> Part<'a, Vec<Glance>>,
    /// What it knows to have been used until now of what the frames of these spaces promise, beside what is reported on commitments.
    pub used: for<'a> fn(&'a mut Sql, &'a [Space], &'a Page) -> Part<'a, Vec<Used>>,
    /// The spaces where something of it is past its day on this one, and by how many days at most. Bounded by the number of spaces.
    pub late: for<'a> fn(&'a mut Sql, NaiveDate) -> Part<'a, Vec<DaysLate>>,
    /// What of it is still open in these spaces together, a line for each kind: whoever closes them is told. What stands here can
    /// be carried on in a closed space (see `goes_on`).
    pub unfinished: for<'a> fn(&'a mut Sql, &'a [Space], &'a Page) -> Part<'a, Vec<String>>,
    /// What of it is kept for good, in the archive of a space: what everyone who sees the space may see, and what is closed as far
    /// as this visitor may see it. Never what only the staff sees of people.
    pub records: for<'a> fn(&'a mut Sql, &'a SpaceView, &'a Page) -> Part<'a, Vec<Record>>,
    /// What it knows to happen in a space on a day, for the screen in the hall: only what everyone who may see the space may see.
    pub today: for<'a> fn(&'a mut Sql, &'a Space, NaiveDate, &'a Page) -> Part<'a, Vec<Today>>,
    /// When the house of a space is open on a day, and when it next is closed; `None` from a tool that knows nothing of it.
    pub opening: for<'a> fn(&'a mut Sql, &'a Space, NaiveDate, &'a Page) -> Part<'a, Option<Opening>>,
    /// Who looks after the house of a space on a day, of those with an account.
    pub keepers: for<'a> fn(&'a mut Sql, Uuid, NaiveDate) -> Part<'a, Vec<Uuid>>,
    /// What it has counted of the life in a house, from one day to before another.
    pub level: for<'a> fn(&'a mut Sql, Uuid, Range<NaiveDate>) -> Part<'a, Level>,
    /// Whose card a code is in a space, by the letters and digits on it in small letters; `None` for no card of its own.
    pub card: for<'a> fn(&'a mut Sql, Uuid, &'a str) -> Part<'a, Option<Holder>>,
    /// Where it keeps the books of a space: money of another tool that came in or was noted by mistake is written there, in the same act.
    /// Gives the entry; `None` from a tool that keeps no books, or where there is nothing to write.
    pub books: for<'a, 'b> fn(&'a mut Act<'b>, Money<'a>) -> Part<'a, Option<Uuid>>,
    /// Each of its templates rendered with samples: name and HTML. A test goes through them in both languages.
    pub samples: fn(&App, &Page) -> Vec<Sample>,
}

impl Tool {
    /// A tool that has nothing yet: what one of them leaves out, `..Tool::NONE` says.
    pub const NONE: Tool = Tool {
        name: "",
        path: "",
        acts: &[],
        goes_on: &[],
        statements: &[],
        words: WordFile { name: "", da: "", en: "" },
        objects: &[],
        personal: &[],
        routes: Router::new,
        home: false,
        account: &[],
        own: |_, _, _, _| Box::pin(async { Ok(vec![]) }),
        overview: |_, _, _| Box::pin(async { Ok(Overview::default()) }),
        mine: |_, _, _| Box::pin(async { Ok(vec![]) }),
        calendar: |_, _, _, _| Box::pin(async { Ok(vec![]) }),
        needs: |_, _, _| Box::pin(async { Ok(vec![]) }),
        tick: |_| Box::pin(async { Ok(()) }),
        documents: |_, _| Box::pin(async { Ok(vec![]) }),
        sight: |_, _, _, _| Box::pin(async { Ok(Sight::Open) }),
        shut: |_, _, _, _| Box::pin(async { Ok(()) }),
        attached: |_, _, _, _, _| Box::pin(async { Ok(String::new()) }),
        became: |_, _, _, _| Box::pin(async { Ok(vec![]) }),
        mandate: |_, _, _| Box::pin(async { Ok(vec![]) }),
        grown: |_, _| Box::pin(async { Ok(()) }),
        said: |_, _| Box::pin(async { Ok(vec![]) }),
        columns: &[],
        glance: |_, _, _| Box::pin(async { Ok(vec![]) }),
        used: |_, _, _| Box::pin(async { Ok(vec![]) }),
        late: |_, _| Box::pin(async { Ok(vec![]) }),
        unfinished: |_, _, _| Box::pin(async { Ok(vec![]) }),
        records: |_, _, _| Box::pin(async { Ok(vec![]) }),
        today: |_, _, _, _| Box::pin(async { Ok(vec![]) }),
        opening: |_, _, _, _| Box::pin(async { Ok(None) }),
        keepers: |_, _, _| Box::pin(async { Ok(vec![]) }),
        level: |_, _, _| Box::pin(async { Ok(Level::default()) }),
        card: |_, _, _| Box::pin(async { Ok(None) }),
        books: |_, _| Box::pin(async { Ok(None) }),
        samples: |_, _| vec![],
    };
}

/// Something that is somebody's own and only opens with a key: for them alone.
#[derive(Debug, Clone)]
pub struct Own {
    /// Word key: what it is, `stored-…`.
    pub word: &'static str,
    /// Where it is shown.
    pub href: String,
    /// What it says: what each field is called, and what stands in it.
    pub lines: Vec<Vec<(String, String)>>,
    /// The same, to be worked with.
    pub data: serde_json::Value,
}

/// The tool that a space is the home of, if it is one's alone (see [`Tool::home`]).
#[must_use]
pub fn home(tools: &[&'static Tool]) -> Option<&'static Tool> {
    tools.iter().copied().find(|tool| tool.home)
}

/// What has been used in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Used {
    /// The space.
    pub space: Uuid,
    /// People's time, in minutes.
    pub minutes: i64,
}

impl Used {
    /// People's time in whole hours, to the nearest.
    #[must_use]
    pub fn hours(self) -> i64 {
        (self.minutes + 30) / 60
    }
}

/// How far a visitor sees a thing of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Everyone who sees the space sees it.
    Open,
    /// It is closed, and this visitor is among those who may see it.
    Closed,
    /// It is closed to this visitor.
    Hidden,
}

/// What happens to a thing that others keep something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// It is closed: no longer for everyone who sees the space.
    Closed,
    /// It is open again.
    Opened,
    /// It is removed, and with it what was closed with it.
    Gone,
}

/// Something that can be searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// As in the journal: `statement`, `recommendation`.
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
    /// What a result is called.
    pub title: String,
    /// Everything else worth finding, as plain text.
    pub text: String,
    /// Where it is shown.
    pub href: String,
}

/// Something that happens in a space on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// When it begins, in local time; `None` for what lasts the whole day.
    pub start: Option<NaiveTime>,
    /// When it is over, in local time.
    pub end: Option<NaiveTime>,
    /// What it is.
    pub text: String,
    /// In which room, or where else; empty for nowhere in particular.
    pub place: String,
    /// What is different today: moved, cancelled, full. Empty for nothing.
    pub note: String,
}

/// When the house of a space is open on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// From when to when, in local time, in order; empty when it is closed that day.
    pub hours: Vec<(NaiveTime, NaiveTime)>,
    /// Why it is closed, where it is: the name of the holiday. Empty on an ordinary day.
    pub closed: String,
    /// The next day after this one on which it is closed though it is open on that weekday otherwise, and why.
    pub next_closed: Option<(NaiveDate, String)>,
}

/// Whose card it is: the person, and what they are called.
pub type Holder = (Uuid, String);

/// Money that one tool has taken and another writes in its books.
#[derive(Debug, Clone, Copy)]
pub enum Money<'a> {
    /// It came in.
    In {
        /// Kind of what was paid, as in the journal: `dues`.
        kind: &'static str,
        /// What for, and how it was paid. Whoever reads the books reads it: no names.
        text: &'a str,
        /// What the payer has to show for it.
        receipt: &'a str,
        /// Øre.
        amount_ore: i64,
        /// The day it was paid.
        on_day: NaiveDate,
    },
    /// An entry that was written so is taken back.
    Back {
        /// The entry.
        entry: Uuid,
        /// Why.
        why: &'a str,
    },
}

/// What happened in a house in some days, as far as somebody has counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Level {
    /// People who came, counted once each day they came.
    pub visits: Option<i64>,
    /// Activities that were held.
    pub activities: Option<i64>,
}

/// The number of the section of the side column that takes the place of the space's own clock: whoever knows what has been
/// answered tells more than the date does.
pub const CLOCK: u8 = 0;

/// A tool's part of a space's own page.
#[derive(Default)]
pub struct Overview {
    /// One fact for each step of the loop it knows about.
    pub facts: Vec<(Stage, String)>,
    /// What the visitor can do now.
    pub todos: Vec<Todo>,
    /// Sections of the page's main column, ready-made HTML, in the order of their number.
    pub sections: Vec<(u8, String)>,
    /// Sections of the page's side column.
    pub aside: Vec<(u8, String)>,
    /// What the frame promises, in a few words each: they stand at the top, under the frame in one sentence.
    pub promised: Vec<String>,
}

/// Something the visitor can do now.
#[derive(Debug, Clone)]
pub struct Todo {
    /// The smaller, the higher.
    pub order: u8,
    /// What.
    pub text: String,
    /// How long it takes, or why.
    pub detail: String,
    /// Where.
    pub href: String,
    /// The button's words.
    pub button: String,
}

/// Somewhere one is needed now, on the front page's board.
#[derive(Debug, Clone)]
pub struct Need {
    /// The space's title.
    pub space: String,
    /// What.
    pub text: String,
    /// Why, or how long it takes.
    pub detail: String,
    /// Where.
    pub href: String,
    /// What makes it urgent or easy, in a few words.
    pub foot: String,
}

/// What a tool sees of one space, in one column of the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The space.
    pub space: Uuid,
    /// One of [`Tool::columns`].
    pub column: &'static str,
    /// A few words or a figure.
    pub text: String,
    /// The class of a tag (`ok`, `wait`, `late`, `plain`); empty: no tag.
    pub class: &'static str,
    /// Where more of it is.
    pub href: String,
}

/// What became of something of another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    /// The other tool's thing.
    pub id: Uuid,
    /// What it became, in a few words.
    pub text: String,
    /// Where that is.
    pub href: String,
}

/// A part of the mandate that a tool keeps: the seats, the meeting plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandatePart {
    /// The word key of what it is called; `{word}-line` says how many there are, with `$n`.
    pub word: &'static str,
    /// How many there are.
    pub n: i64,
    /// What is promised, a line for each, in the page's language.
    pub text: String,
}

/// The four parts of somebody's own page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum MinePart {
    Invited,
    Next,
    Promised,
    Outcome,
}

/// One line on somebody's own page.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Mine {
    pub part: MinePart,
    pub text: String,
    pub detail: String,
    pub href: String,
    pub button: String,
    /// Status in words, with its class (`ok`, `wait`, `late`, `plain`).
    pub tag: Option<(&'static str, String)>,
}

impl Mine {
    /// The name in addresses of the space it is about, where it leads into one.
    #[must_use]
    pub fn slug(&self) -> Option<&str> {
        self.href.strip_prefix("/forloeb/")?.split(['/', '?']).next()
    }
}

/// The ids of spaces as the one value of a statement that asks for all of them: `json_each($1)` with `unhex(e.value)` on
/// SQLite, `json_array_elements_text($1::json)` with `e::uuid` on PostgreSQL.
#[must_use]
pub fn ids_of(spaces: &[Space]) -> String {
    list_of(spaces.iter().map(|s| s.id))
}

/// Ids of anything as the one value of such a statement.
#[must_use]
pub fn list_of(ids: impl IntoIterator<Item = Uuid>) -> String {
    serde_json::json!(ids.into_iter().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string()
}

/// When these things of any tool were first said, where their tools know.
///
/// # Errors
/// When the database fails.
pub async fn said(sql: &mut Sql, app: &App, ids: &[Uuid]) -> Result<BTreeMap<Uuid, DateTime<Utc>>> {
    let mut all = BTreeMap::new();
    if !ids.is_empty() {
        let list = list_of(ids.iter().copied());
        for tool in &app.tools {
            all.extend((tool.said)(sql, &list).await?);
        }
    }
    Ok(all)
}

/// What became of the things of a kind in a space, as its tools know it.
///
/// # Errors
/// When the database fails.
pub async fn became(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str) -> Result<Vec<Became>> {
    let mut all = vec![];
    for tool in &view.tools {
        all.extend((tool.became)(sql, view, page, kind).await?);
    }
    Ok(all)
}

/// What a space's tools know to happen in it on a day: what lasts the whole day first, then by the clock.
///
/// # Errors
/// When the database fails.
pub async fn today(sql: &mut Sql, tools: &[&'static Tool], space: &Space, day: NaiveDate, page: &Page) -> Result<Vec<Today>> {
    let mut all = vec![];
    for tool in tools {
        all.extend((tool.today)(sql, space, day, page).await?);
    }
    all.sort_by(|a, b| (a.start, a.end, &a.text).cmp(&(b.start, b.end, &b.text)));
    Ok(all)
}

/// When the house of a space is open on a day, as the first of its tools that knows of it says.
///
/// # Errors
/// When the database fails.
pub async fn opening(sql: &mut Sql, tools: &[&'static Tool], space: &Space, day: NaiveDate, page: &Page) -> Result<Option<Opening>> {
    for tool in tools {
        if let Some(opening) = (tool.opening)(sql, space, day, page).await? {
            return Ok(Some(opening));
        }
    }
    Ok(None)
}

/// Who looks after the house of a space on a day, as its tools know it.
///
/// # Errors
/// When the database fails.
pub async fn keepers(sql: &mut Sql, tools: &[&'static Tool], space: Uuid, day: NaiveDate) -> Result<Vec<Uuid>> {
    let mut all = vec![];
    for tool in tools {
        all.extend((tool.keepers)(sql, space, day).await?);
    }
    Ok(all)
}

/// Writes money in the books of the space of an act, where one of its tools keeps them; gives the entry.
///
/// # Errors
/// What the books refuse, such as a day in a month that is closed, or when the database fails.
pub async fn book(act: &mut Act<'_>, money: Money<'_>) -> Result<Option<Uuid>> {
    let space = act.space().id;
    let there = space::tools(act.sql(), space).await?;
    for tool in act.app().tools.iter().filter(|t| there.iter().any(|name| name == t.name)) {
        if let Some(entry) = (tool.books)(act, money).await? {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}

/// What these tools keep of a space's mandate, as it stands now, in Danish: the language that binds.
///
/// # Errors
/// When the database fails.
pub async fn mandate(sql: &mut Sql, app: &App, space: &Space) -> Result<Vec<MandatePart>> {
    let page = Page::new(app, &Visitor::program(), String::new());
    let names = space::tools(sql, space.id).await?;
    let mut all = vec![];
    for tool in names.iter().filter_map(|name| app.tool(name)) {
        all.extend((tool.mandate)(sql, space, &page).await?);
    }
    Ok(all)
}

/// What all tools know to have been used in these spaces, beside what is reported on commitments.
///
/// # Errors
/// When the database fails.
pub async fn used(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<BTreeMap<Uuid, Used>> {
    let mut all: BTreeMap<Uuid, Used> = BTreeMap::new();
    for tool in &page.app().tools {
        for used in (tool.used)(sql, spaces, page).await? {
            let sum = all.entry(used.space).or_insert(Used { space: used.space, minutes: 0 });
            sum.minutes += used.minutes;
        }
    }
    Ok(all)
}

/// How far a visitor sees a thing of the space, by kind and id as in the journal.
///
/// # Errors
/// When the database fails.
pub async fn sight(sql: &mut Sql, view: &SpaceView, kind: &str, id: Uuid) -> Result<Sight> {
    match view.tools.iter().find(|tool| tool.objects.iter().any(|(of, _)| *of == kind)) {
        Some(tool) => (tool.sight)(sql, view, kind, id).await,
        None => Ok(Sight::Open),
    }
}

/// Tells the tools that a thing is closed, opened again or removed, inside the act.
///
/// # Errors
/// When the database fails.
pub async fn shut(act: &mut Act<'_>, kind: &str, id: Uuid, how: Shut) -> Result<()> {
    for tool in &act.app().tools {
        (tool.shut)(act, kind, id, how).await?;
    }
    Ok(())
}

/// What is still open in these spaces together, as these tools know it.
///
/// # Errors
/// When the database fails.
pub async fn unfinished(sql: &mut Sql, tools: &[&'static Tool], spaces: &[Space], page: &Page) -> Result<Vec<String>> {
    let mut all = vec![];
    for tool in tools {
        all.extend((tool.unfinished)(sql, spaces, page).await?);
    }
    Ok(all)
}

/// What the space's other tools show beside something: files that belong to it. Ready-made HTML.
///
/// # Errors
/// When the database fails.
pub async fn attached(sql: &mut Sql, view: &SpaceView, page: &Page, kind: &str, id: Uuid) -> Result<String> {
    let mut all = String::new();
    for tool in &view.tools {
        all.push_str(&(tool.attached)(sql, view, page, kind, id).await?);
    }
    Ok(all)
}
