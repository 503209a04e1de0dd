//! The ideas' pages: the list, one of them, and what is like the words somebody types.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State as Program};
use axum::response::Response;
use axum::routing::get;
use chrono::{DateTime, Utc};
use samskab_platform::commitment::{self, Commitment, MAKE};
use samskab_platform::db::Sql;
use samskab_platform::paging::{Paging, encoded};
use samskab_platform::person::FORMER;
use samskab_platform::{App, Error, Form, Page, Result, SpaceView, Visitor, page, tool, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{MERGE, NOTE, OPEN_HALL, PART, SET_ASIDE, SUPPORT, TAKE_UP, WRITE, is_own};
use crate::merge_store::{self, Merge};
use crate::model::{self, Level, State, Way};
use crate::similar::{self, Like};
use crate::store::{self, Author, Idea, Support};

/// Ideas on a page of the list.
const PAGE: usize = 20;
/// Names that stand by themselves before `and n others`.
const NAMED: usize = 3;
/// Ideas shown to somebody who writes one.
pub(crate) const SIMILAR: usize = 5;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/ideer", get(list))
        .route("/forloeb/{slug}/ideer/lignende", get(similar_to))
        .route("/forloeb/{slug}/ideer/{id}", get(show))
}

/// An idea as a line of a list.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    /// The beginning of its text.
    pub(crate) text: String,
    pub(crate) href: String,
    pub(crate) tag: (&'static str, String),
    pub(crate) by: String,
    pub(crate) at: DateTime<Utc>,
    /// How many stand behind it; empty where nobody does.
    pub(crate) support: String,
    /// How long from idea to deed; empty where it has not begun.
    pub(crate) span: String,
}

/// A way of looking at the list.
pub(crate) struct Chip {
    pub(crate) words: String,
    pub(crate) n: i64,
    pub(crate) href: String,
    pub(crate) current: bool,
}

#[derive(Template)]
#[template(path = "ideas.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) chips: Vec<Chip>,
    pub(crate) form: Form,
    pub(crate) paging: Paging,
    /// Whether the list shows those first that few have supported.
    pub(crate) unseen: bool,
    pub(crate) median: Option<(i64, usize)>,
    pub(crate) may_write: bool,
    pub(crate) may_note: bool,
    pub(crate) may_hall: bool,
}

#[derive(Template)]
#[template(path = "idea.html")]
pub(crate) struct IdeaPage {
    pub(crate) page: Page,
    pub(crate) idea: Idea,
    pub(crate) tag: (&'static str, String),
    pub(crate) by: String,
    pub(crate) support: Support,
    pub(crate) helpers: Vec<String>,
    /// How the visitor stands behind it.
    pub(crate) mine: Option<Level>,
    /// Whether the visitor is one of those who wrote it.
    pub(crate) is_author: bool,
    /// What is merged in it, with who wrote each.
    pub(crate) parts: Vec<(Idea, String)>,
    pub(crate) merges: Vec<Merge>,
    /// The idea it is merged in: title and address.
    pub(crate) root: Option<(String, String)>,
    pub(crate) deeds: Vec<Commitment>,
    pub(crate) may: May,
    /// Where one makes a commitment of it, for whoever may.
    pub(crate) begin: Option<String>,
    /// What other tools show beside it.
    pub(crate) attached: String,
}

/// What the visitor can do with an idea.
#[derive(Default, Clone, Copy)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct May {
    pub(crate) support: bool,
    pub(crate) sign_in: bool,
    pub(crate) change: bool,
    pub(crate) merge: bool,
    pub(crate) part: bool,
    pub(crate) aside: bool,
    pub(crate) take_up: bool,
}

/// Ideas like what somebody writes; part of a page, and fetched by itself while they type.
#[derive(Template)]
#[template(path = "ideas_similar.html")]
pub(crate) struct Similar<'a> {
    pub(crate) page: &'a Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) may_support: bool,
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

pub(crate) fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("ideer/{id}"))
}

/// Class and words of where an idea stands.
pub(crate) fn stands(page: &Page, state: State, started: bool, done: bool) -> (&'static str, String) {
    let (class, word) = match state {
        State::Waiting => ("wait", "ideas-state-waiting"),
        State::Open => ("plain", "ideas-state-open"),
        State::Merged => ("plain", "ideas-state-merged"),
        State::Recommended => ("ok", "ideas-state-recommended"),
        State::Agreed if done => ("ok", "ideas-state-done"),
        State::Agreed if started => ("ok", "ideas-state-started"),
        State::Agreed => ("ok", "ideas-state-agreed"),
        State::Aside => ("plain", "ideas-state-aside"),
        State::Withdrawn => ("plain", "ideas-state-withdrawn"),
    };
    (class, page.t(word))
}

/// `Karen Thorup, Ali Demir og 2 andre`.
pub(crate) fn by(page: &Page, authors: &[Author], nameless: i64, way: Way) -> String {
    let mut people: Vec<&Author> = vec![];
    for author in authors {
        if people.iter().all(|p| p.person != author.person) {
            people.push(author);
        }
    }
    let name = |a: &&Author| if a.name == FORMER { page.t("former-participant") } else { a.name.clone() };
    let names: Vec<String> = people.iter().take(NAMED).map(name).collect();
    let others = i64::try_from(people.len().saturating_sub(NAMED)).unwrap_or(0) + nameless;
    match (names.is_empty(), others) {
        (true, 0 | 1) if way == Way::Paper => page.t("ideas-from-paper"),
        (true, 0 | 1) => page.t("ideas-from-hall"),
        (true, n) => page.t1("ideas-from-nameless", "n", n),
        (false, 0) => names.join(", "),
        (false, n) => page.t2("ideas-by-more", "names", names.join(", "), "n", n),
    }
}

fn support_line(page: &Page, support: Support) -> String {
    let mut parts = vec![];
    if support.all > 0 {
        parts.push(page.t1("ideas-backers", "n", support.all));
    }
    if support.helpers > 0 {
        parts.push(page.t1("ideas-helpers", "n", support.helpers));
    }
    parts.join(" · ")
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const SIGNS: usize = 180;
    if text.chars().count() <= SIGNS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SIGNS).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// The lines of some ideas.
pub(crate) async fn rows(sql: &mut Sql, page: &Page, view: &SpaceView, ideas: Vec<Idea>) -> Result<Vec<Row>> {
    let ids: Vec<Uuid> = ideas.iter().map(|i| i.id).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let (authors, families, support) = (store::authors(sql, &ids).await?, store::families(sql, &ids).await?, store::support(sql, &ids).await?);
    let row = |i: Idea| {
        let nameless = families.get(&i.id).map_or(0, |f| f.1);
        Row {
            tag: stands(page, i.state, i.started_at.is_some(), i.done_at.is_some()),
            by: by(page, authors.get(&i.id).map_or(&[], Vec::as_slice), nameless, i.way),
            support: support_line(page, support.get(&i.id).copied().unwrap_or_default()),
            span: i.started_at.map(|at| page.t1("ideas-span-started", "n", model::days(i.first_at, at))).unwrap_or_default(),
            href: path_of(view, i.id),
            text: beginning(&i.text),
            at: i.written_at,
            title: i.title,
            id: i.id,
        }
    };
    Ok(ideas.into_iter().map(row).collect())
}

/// How many days from idea to deed half of the space's ideas took at most, and of how many that is said.
pub(crate) async fn median(sql: &mut Sql, view: &SpaceView) -> Result<Option<(i64, usize)>> {
    let days: Vec<i64> = store::spans(sql, view.space.id).await?.into_iter().map(|(from, to)| model::days(from, to)).collect();
    let n = days.len();
    Ok(model::median(days).map(|m| (m, n)))
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    vis: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    side: String,
}

/// The ways of looking at the list, as in addresses, with the state each asks for.
const LOOKS: [(&str, &str, &str); 4] =
    [("", "", "ideas-look-all"), ("aabne", "open", "ideas-look-open"), ("blev", "became", "ideas-look-became"), ("til-side", "aside", "ideas-look-aside")];

async fn list(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    let page = Page::of_space(&app, &visitor, &view, "ideas-title");
    let counted: BTreeMap<&str, i64> = store::counted(&mut sql, view.space.id).await?.into_iter().map(|(s, n)| (s.key(), n)).collect();
    let n = |keys: &[&str]| keys.iter().filter_map(|k| counted.get(k)).sum::<i64>();
    let how_many = |stands: &str| match stands {
        "" => n(&["open", "recommended", "agreed", "aside"]),
        "became" => n(&["recommended", "agreed"]),
        state => n(&[state]),
    };
    let (look, stands, _) = *LOOKS.iter().find(|l| l.0 == asked.vis).unwrap_or(&LOOKS[0]);
    let words: String = asked.q.trim().chars().take(200).collect();
    let path = view.under("ideer");
    let query = [("vis", look), ("q", words.as_str())];
    let of = |items| Paging::new(&path, &query, asked.side.parse().ok(), items, PAGE);
    let unseen = stands == "open" && words.is_empty();
    let (paging, ideas) = if words.is_empty() {
        let paging = of(usize::try_from(how_many(stands)).unwrap_or(0));
        let skip = paging.skipped(PAGE);
        let ideas =
            if unseen { store::unseen(&mut sql, view.space.id, PAGE, skip).await? } else { store::newest(&mut sql, view.space.id, stands, PAGE, skip).await? };
        (paging, ideas)
    } else {
        let fits = |l: &Like| match stands {
            "" => true,
            "became" => matches!(l.idea.state, State::Recommended | State::Agreed),
            state => l.idea.state.key() == state,
        };
        let found: Vec<Uuid> = similar::found(&mut sql, view.space.id, &words).await?.into_iter().filter(fits).map(|l| l.idea.root_id).collect();
        let paging = of(found.len());
        let here: Vec<Uuid> = found.into_iter().skip(paging.skipped(PAGE)).take(PAGE).collect();
        let ideas = store::chosen(&mut sql, &here).await?;
        (paging, ideas)
    };
    let chip = |(key, stands, word): &(&str, &str, &str)| Chip {
        words: page.t(word),
        n: how_many(stands),
        href: Paging::new(&path, &[("vis", key), ("q", &words)], None, 0, 1).first(),
        current: *key == look,
    };
    page::html(&ListPage {
        rows: rows(&mut sql, &page, &view, ideas).await?,
        chips: if how_many("") > 0 { LOOKS.iter().map(chip).collect() } else { vec![] },
        form: Form::filled([("q", words.clone()), ("vis", look.to_owned())]),
        unseen,
        median: median(&mut sql, &view).await?,
        may_write: view.may(&WRITE),
        may_note: view.may(&NOTE),
        may_hall: view.may(&OPEN_HALL),
        paging,
        page,
    })
}

#[derive(Deserialize, Default)]
struct Typed {
    #[serde(default)]
    q: String,
}

/// What is like what somebody types: a piece of a page.
async fn similar_to(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    let page = Page::of_space(&app, &visitor, &view, "ideas-title");
    let words: String = typed.q.chars().take(model::TITLE).collect();
    let rows = similar_rows(&mut sql, &page, &view, &words).await?;
    page::html(&Similar { page: &page, rows, may_support: view.may(&SUPPORT) })
}

/// The lines of what is like a text.
pub(crate) async fn similar_rows(sql: &mut Sql, page: &Page, view: &SpaceView, text: &str) -> Result<Vec<Row>> {
    let ids: Vec<Uuid> = similar::alike(sql, view.space.id, text, SIMILAR).await?.into_iter().map(|l| l.idea.root_id).collect();
    let ideas = store::chosen(sql, &ids).await?;
    rows(sql, page, view, ideas).await
}

async fn show(Program(app): Program<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("ideer");
    page::html(&shown(&mut sql, &app, &visitor, &view, id_of(&id)?).await?)
}

/// The page of one idea. What waits for a look is not there yet.
async fn shown(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid) -> Result<IdeaPage> {
    let idea = store::one(sql, view.space.id, id).await?;
    if idea.state == State::Waiting {
        return Err(Error::NotFound);
    }
    let mut page = Page::of_space(app, visitor, view, "ideas-title");
    page.title = format!("{} · {}", idea.title, view.space.title);
    let whole = idea.root_id == idea.id && idea.state.is_listed();
    let authors = store::authors(sql, &[idea.root_id]).await?.remove(&idea.root_id).unwrap_or_default();
    let of = |part: Uuid| authors.iter().filter(|a| a.idea == part).cloned().collect::<Vec<_>>();
    let nameless = |part: Uuid| i64::from(authors.iter().all(|a| a.idea != part));
    let (mut parts, mut merges, mut root) = (vec![], vec![], None);
    let line = if idea.root_id == idea.id {
        for one in store::family(sql, id).await? {
            let line = by(&page, &of(one.id), nameless(one.id), one.way);
            parts.push((one, line));
        }
        merges = merge_store::of(sql, id).await?;
        let nobody = store::families(sql, &[id]).await?.get(&id).map_or(0, |f| f.1);
        by(&page, &authors, nobody, idea.way)
    } else {
        let whole = store::one(sql, view.space.id, idea.root_id).await?;
        root = Some((whole.title, path_of(view, idea.root_id)));
        by(&page, &of(id), nameless(id), idea.way)
    };
    let mut deeds = vec![];
    for g in store::growth(sql, id).await?.iter().filter(|g| g.kind == "commitment") {
        deeds.push(commitment::one(sql, view.space.id, g.object_id).await?);
    }
    let makes = view.tools.iter().any(|t| t.objects.iter().any(|(kind, _)| *kind == "commitment"));
    let begin = (whole && makes && view.may(&MAKE)).then(|| view.under(&format!("aftaler/ny?fra={id}&hvad={}", encoded(&idea.title))));
    let mine = match view.person {
        Some(person) => store::own_support(sql, idea.root_id, person).await?,
        None => None,
    };
    let support = store::support(sql, &[id]).await?.remove(&id).unwrap_or_default();
    let may = May {
        support: whole && idea.state.takes_support() && view.may(&SUPPORT),
        sign_in: whole && idea.state.takes_support() && view.person.is_none() && view.space.closed_at.is_none(),
        change: is_own(sql, &idea, view.person).await? && view.may(&WRITE),
        merge: whole && idea.state.takes_others() && view.may(&MERGE),
        part: view.may(&PART) && merges.first().is_some_and(|m| m.was_state == idea.state),
        aside: idea.state == State::Open && view.may(&SET_ASIDE),
        take_up: idea.state == State::Aside && view.may(&TAKE_UP),
    };
    Ok(IdeaPage {
        tag: stands(&page, idea.state, idea.started_at.is_some(), idea.done_at.is_some()),
        by: line,
        helpers: if view.roles.is_empty() || !whole { vec![] } else { store::helpers(sql, id).await? },
        is_author: view.person.is_some_and(|p| authors.iter().any(|a| a.person == p)),
        attached: if whole { tool::attached(sql, view, &page, "idea", id).await? } else { String::new() },
        support,
        mine,
        parts,
        merges,
        root,
        deeds,
        may,
        begin,
        idea,
        page,
    })
}

impl IdeaPage {
    /// How long it took; empty where nobody has promised anything yet.
    pub(crate) fn span(&self) -> String {
        match (self.idea.started_at, self.idea.agreed_at) {
            (Some(at), _) => self.page.t1("ideas-span-started", "n", model::days(self.idea.first_at, at)),
            (None, Some(at)) => self.page.t1("ideas-span-agreed", "n", model::days(self.idea.first_at, at)),
            _ => String::new(),
        }
    }

    /// How it came in, where that was not by its author's own hand.
    pub(crate) fn came(&self) -> String {
        match (self.idea.way, &self.idea.entered_by) {
            (Way::Online, _) => String::new(),
            (Way::Hall, _) => self.page.t("ideas-way-hall"),
            (Way::Paper, _) => self.page.t("ideas-way-paper"),
            (Way::Helped, Some(name)) => self.page.t1("ideas-way-helped", "name", name),
            (Way::Helped, None) => String::new(),
        }
    }

    pub(crate) fn helps(&self) -> bool {
        self.mine == Some(Level::Helps)
    }

    pub(crate) fn backs(&self) -> bool {
        self.mine == Some(Level::Backs)
    }

    pub(crate) fn is(&self, key: &str) -> bool {
        self.idea.state.key() == key
    }

    pub(crate) fn tag_of(&self, c: &Commitment) -> &'static str {
        c.tag(self.page.today())
    }
}
