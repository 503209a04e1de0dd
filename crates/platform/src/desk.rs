//! What a desk is: a part of the installation that belongs to no space — signing in, people, messages, recipes,
//! administration. One declaration, composed by the program, like a tool's.

use axum::Router;
use futures::future::BoxFuture;
use uuid::Uuid;

use crate::access::{ActDef, Role};
use crate::app::App;
use crate::db::{Sql, Statement};
use crate::error::{Error, Result};
use crate::network::{Candidate, Wanted};
use crate::page::Page;
use crate::personal::Personal;
use crate::tool::{Mine, Sample};
use crate::visitor::Visitor;
use crate::words::WordFile;

/// A desk's part of a page, once the database has answered.
type Part<'a, T> = BoxFuture<'a, Result<T>>;

/// A part of the installation outside the spaces.
pub struct Desk {
    /// Its name; also the file of its words.
    pub name: &'static str,
    /// Everything that can be done at it; done in the municipality's own space.
    pub acts: &'static [&'static ActDef],
    /// Every SQL text it uses, a list for each of its stores.
    pub statements: &'static [&'static [&'static Statement]],
    /// Its words.
    pub words: WordFile,
    /// Its pages.
    pub routes: fn() -> Router<App>,
    /// What it stores about people.
    pub personal: &'static [&'static Personal],
    /// Its pages under Administration.
    pub admin: &'static [AdminPage],
    /// Its pages under somebody's own page: word key of the link (with `-hint`), and the path.
    pub account: &'static [(&'static str, &'static str)],
    /// What waits for somebody on their own page.
    pub mine: for<'a> fn(&'a mut Sql, Uuid, &'a Page) -> Part<'a, Vec<Mine>>,
    /// What it knows that people have offered, of what is looked for (see [`crate::network`]).
    pub offers: for<'a> fn(&'a mut Sql, &'a App, &'a Wanted) -> Part<'a, Vec<Candidate>>,
    /// Work it does in the background, every few seconds.
    pub tick: for<'a> fn(&'a App) -> BoxFuture<'a, Result<()>>,
    /// Each of its templates rendered with samples.
    pub samples: fn(&App, &Page) -> Vec<Sample>,
}

impl Desk {
    /// A desk that has nothing yet: what one of them leaves out, `..Desk::NONE` says.
    pub const NONE: Desk = Desk {
        name: "",
        acts: &[],
        statements: &[],
        words: WordFile { name: "", da: "", en: "" },
        routes: Router::new,
        personal: &[],
        admin: &[],
        account: &[],
        mine: |_, _, _| Box::pin(async { Ok(vec![]) }),
        offers: |_, _, _| Box::pin(async { Ok(vec![]) }),
        tick: |_| Box::pin(async { Ok(()) }),
        samples: |_, _| vec![],
    };
}

/// What an administrator wants to do; the headings of the administration's front page, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Aim {
    Start,
    People,
    Reach,
    Spaces,
    Look,
    Trust,
    Run,
}

impl Aim {
    /// The aims in the order they are shown.
    pub const ALL: [Aim; 7] = [Aim::Start, Aim::People, Aim::Reach, Aim::Spaces, Aim::Look, Aim::Trust, Aim::Run];

    /// The word key of its heading.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Aim::Start => "aim-start",
            Aim::People => "aim-people",
            Aim::Reach => "aim-reach",
            Aim::Spaces => "aim-spaces",
            Aim::Look => "aim-look",
            Aim::Trust => "aim-trust",
            Aim::Run => "aim-run",
        }
    }
}

/// A page under Administration.
pub struct AdminPage {
    /// Under which heading.
    pub aim: Aim,
    /// Word key of the link, a sentence starting with a verb; `{word}-hint` says what it is for.
    pub word: &'static str,
    /// Where; under `/administration/`.
    pub href: &'static str,
    /// The municipal roles it is for.
    pub roles: &'static [Role],
    /// What needs attention there now, in a few words.
    pub attention: for<'a> fn(&'a mut Sql, &'a Page) -> BoxFuture<'a, Result<Option<String>>>,
}

/// The administration's pages under one heading that are for these roles, in the order of the desks.
#[must_use]
pub fn pages_for(app: &App, aim: Aim, roles: &[Role]) -> Vec<&'static AdminPage> {
    app.desks.iter().flat_map(|d| d.admin).filter(|p| p.aim == aim && p.roles.iter().any(|r| roles.contains(r))).collect()
}

/// Whether there is a page under Administration for any of these roles.
#[must_use]
pub fn administers(app: &App, roles: &[Role]) -> bool {
    app.desks.iter().flat_map(|d| d.admin).any(|p| p.roles.iter().any(|r| roles.contains(r)))
}

impl Page {
    /// What the visitor can do under Administration: heading, and under it words and address of each page.
    #[must_use]
    pub fn admin_menu(&self) -> Vec<(String, Vec<(String, &'static str)>)> {
        let under = |aim: &Aim| pages_for(self.app(), *aim, &self.municipal_roles).iter().map(|p| (self.t(p.word), p.href)).collect::<Vec<_>>();
        Aim::ALL.iter().map(|aim| (self.t(aim.word()), under(aim))).filter(|(_, links)| !links.is_empty()).collect()
    }

    /// Whether the visitor finds this page of Administration in its menu.
    #[must_use]
    pub fn administers_at(&self, href: &str) -> bool {
        self.app().desks.iter().flat_map(|d| d.admin).any(|p| p.href == href && p.roles.iter().any(|r| self.municipal_roles.contains(r)))
    }

    /// Whether this is a page under Administration.
    #[must_use]
    pub fn administering(&self) -> bool {
        self.is_under("/administration")
    }

    /// Whether this is the page of an address under Administration, or one under it that is not listed itself.
    #[must_use]
    pub fn is_at(&self, href: &str) -> bool {
        let nearer = |p: &AdminPage| p.href.len() > href.len() && self.is_under(p.href);
        self.is_under(href) && !self.app().desks.iter().flat_map(|d| d.admin).any(nearer)
    }

    fn is_under(&self, href: &str) -> bool {
        let path = self.path.split('?').next().unwrap_or("");
        path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// For pages that never need attention.
pub fn no_attention<'a>(_: &'a mut Sql, _: &'a Page) -> BoxFuture<'a, Result<Option<String>>> {
    Box::pin(async { Ok(None) })
}

/// Lets only those with one of these municipal roles on: for pages that only read. Acts ask [`crate::access`] themselves.
///
/// # Errors
/// [`Error::SignIn`] for strangers, [`Error::Forbidden`] for others.
pub fn admit(visitor: &Visitor, roles: &[Role]) -> Result<()> {
    if visitor.person.is_none() {
        return Err(Error::SignIn);
    }
    if visitor.municipal_roles.iter().any(|r| roles.contains(r)) { Ok(()) } else { Err(Error::Forbidden("administration")) }
}
