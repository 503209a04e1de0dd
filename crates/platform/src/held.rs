//! Submissions that wait for a colleague's look (see [`crate::screen`]).
//!
//! What the author sent is kept sealed, under a key of its own derived from the installation's secret. Letting it through
//! sends the very same form again, inside the program, as the author: every check is made anew, and the act that publishes
//! it settles the matter in its own transaction ([`settle`]) — so it is published once or not at all, and the journal says
//! in the same breath who let it through. The form is gone when it has been decided, and after thirty days.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, Request};
use axum::response::Response;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::BTreeSet;
use std::sync::Arc;
use tower::ServiceExt;
use uuid::Uuid;

use crate::access::{self, ActDef, ROLES, Reach, Role, Standing, Trace, Visibility};
use crate::act::Act;
use crate::app::App;
use crate::assurance::Assurance;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::outbox::Notice;
use crate::screen::Screened;
use crate::space::{self, MUNICIPALITY, Space};
use crate::view::SpaceView;
use crate::visitor::Visitor;
use crate::words::Lang;
use crate::{args, person, statements};

/// Letting a colleague look at what one wanted to publish.
pub const HOLD: ActDef = ActDef { name: "guard.hold", roles: &ROLES, reach: Reach::Everyone, trace: Trace::Quiet };
/// Letting a submission through; recorded by the act that publishes it.
pub const LET_THROUGH: ActDef = ActDef { name: "guard.let_through", roles: LOOKERS, reach: Reach::Roles, trace: Trace::Journal };
/// Sending a submission back, with a reason.
pub const SEND_BACK: ActDef = ActDef { name: "guard.send_back", roles: LOOKERS, reach: Reach::Roles, trace: Trace::Journal };

/// Those who may look.
const LOOKERS: &[Role] = &[Role::Administrator, Role::Secretary, Role::Facilitator, Role::Chair];
/// Those in the municipality who may, in every space that is not sealed.
pub const MUNICIPAL_LOOKERS: &[Role] = &[Role::Administrator, Role::Secretary];

/// Days after which a submission nobody has looked at is destroyed.
pub const DAYS: i64 = 30;

macro_rules! columns {
    () => {
        "SELECT h.id, h.space_id, s.slug, s.title AS space, h.author_id, COALESCE(p.name, '') AS author, h.helper_id, h.act, h.kinds, h.at, h.decided_at
         FROM held h JOIN space s ON s.id = h.space_id LEFT JOIN person p ON p.id = h.author_id "
    };
}

statements! {
    INSERT = "INSERT INTO held (id, space_id, author_id, helper_id, act, kinds, sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ONE = concat!(columns!(), "WHERE h.id = $1");
    SEALED = "SELECT sealed FROM held WHERE id = $1 AND decided_at IS NULL";
    OF_SPACE = concat!(columns!(), "WHERE h.space_id = $1 AND h.decided_at IS NULL ORDER BY h.at, h.id LIMIT 100");
    EVERYWHERE = concat!(columns!(), "WHERE h.decided_at IS NULL AND s.visibility <> 'sealed' ORDER BY h.at, h.id LIMIT 100");
    WAITING = "SELECT COUNT(*) FROM held h JOIN space s ON s.id = h.space_id WHERE h.decided_at IS NULL AND s.visibility <> 'sealed'";
    // Nobody looks at what they have written themselves, or have written for somebody.
    AWAITED = "SELECT COUNT(*) FROM held WHERE space_id = $1 AND decided_at IS NULL AND COALESCE(author_id, id) <> $2 AND COALESCE(helper_id, id) <> $2";
    OF_LOOKER = "SELECT s.slug, s.title, COUNT(*) FROM held h JOIN space s ON s.id = h.space_id
        WHERE h.decided_at IS NULL AND COALESCE(h.author_id, h.id) <> $1 AND COALESCE(h.helper_id, h.id) <> $1 AND s.parent_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = h.space_id AND r.person_id = $1 AND r.role IN ('secretary', 'facilitator', 'chair'))
        GROUP BY s.slug, s.title ORDER BY s.title, s.slug LIMIT 30";
    STORED = "SELECT COUNT(*) FROM held WHERE sealed IS NOT NULL";
    DECIDE = "UPDATE held SET sealed = NULL, decided_at = $2, decided_by = $3, outcome = $4 WHERE id = $1 AND decided_at IS NULL";
    EXPIRE = "UPDATE held SET sealed = NULL, decided_at = $2, outcome = 'expired' WHERE decided_at IS NULL AND at < $1";
    FORGET = "DELETE FROM held WHERE decided_at < $1";
}

/// A submission that waits.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Held {
    pub id: Uuid,
    pub space_id: Uuid,
    pub slug: String,
    pub space: String,
    pub author_id: Option<Uuid>,
    /// Empty for somebody without an account.
    pub author: String,
    pub helper_id: Option<Uuid>,
    pub act: String,
    pub kinds: String,
    pub at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
}

impl Held {
    /// The last part of the word key `screened-…`: what was found, or `several`.
    #[must_use]
    pub fn screened(&self) -> &str {
        if self.kinds.contains(',') { "several" } else { &self.kinds }
    }

    /// Where it is looked at.
    #[must_use]
    pub fn href(&self) -> String {
        if self.slug == MUNICIPALITY { format!("/administration/gennemsyn/{}", self.id) } else { format!("/forloeb/{}/gennemsyn/{}", self.slug, self.id) }
    }
}

/// What the author sent, and as whom.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Submission {
    /// Path and query.
    pub path: String,
    /// The form, URL-encoded.
    pub form: String,
    author: Option<Uuid>,
    helper: Option<Uuid>,
    assurance: String,
    lang: String,
    voter_token: Option<String>,
}

/// A submission a colleague has let through, on its way into the act that publishes it.
#[derive(Debug)]
pub struct Cleared {
    id: Uuid,
    space: Uuid,
    screened: String,
    by: Uuid,
}

/// Marks a request that the program makes itself, with the visitor it stands for. Nothing from outside can carry it.
#[derive(Clone)]
pub(crate) struct Replayed(pub(crate) Visitor);

fn cipher(app: &App) -> Result<XChaCha20Poly1305> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(|e| Error::Internal(e.to_string()))?;
    mac.update(b"samskab: held submissions, 1");
    Ok(XChaCha20Poly1305::new(&mac.finalize().into_bytes()))
}

fn seal(app: &App, id: Uuid, submission: &Submission) -> Result<Vec<u8>> {
    let mut nonce = [0u8; 24];
    app.clock.fill(&mut nonce);
    let text = serde_json::to_vec(submission)?;
    let sealed = cipher(app)?.encrypt(&XNonce::from(nonce), Payload { msg: &text, aad: id.as_bytes() });
    let sealed = sealed.map_err(|_| Error::Internal("a submission could not be sealed".to_owned()))?;
    Ok([&nonce[..], &sealed].concat())
}

fn unseal(app: &App, id: Uuid, sealed: &[u8]) -> Result<Submission> {
    let wrong = || Error::Internal("a held submission cannot be read: it was sealed with another secret, or changed".to_owned());
    let (nonce, sealed) = sealed.split_first_chunk::<24>().ok_or_else(wrong)?;
    let text = cipher(app)?.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: id.as_bytes() }).map_err(|_| wrong())?;
    Ok(serde_json::from_slice(&text)?)
}

/// Keeps what somebody sent, and tells those who may look.
///
/// # Errors
/// As [`Act::begin`].
pub(crate) async fn hold(app: &App, visitor: &Visitor, screened: &Screened, form: String) -> Result<Space> {
    let mut act = Act::begin(app, visitor, screened.space, &HOLD).await?;
    let (id, at, space, author) = (act.new_id(), act.at(), act.space().clone(), act.actor());
    let helper = visitor.helper.as_ref().map(|h| h.id);
    let submission = Submission {
        path: visitor.path.clone(),
        form,
        author,
        helper,
        assurance: visitor.assurance.key().to_owned(),
        lang: visitor.lang.tag().to_owned(),
        voter_token: visitor.voter_token.clone(),
    };
    let kinds: Vec<&str> = screened.kinds().into_iter().map(crate::screen::Kind::key).collect();
    let sealed = seal(app, id, &submission)?;
    act.sql().run(&INSERT, args![id, space.id, author, helper, screened.act, kinds.join(","), sealed, at]).await?;
    let held: Held = act.sql().one(&ONE, args![id]).await?;
    let mut lookers = BTreeSet::new();
    for role in LOOKERS {
        lookers.extend(space::with_role(act.sql(), space.id, *role).await?);
    }
    lookers.retain(|p| Some(*p) != author && Some(*p) != helper);
    let mut link = held.href();
    if lookers.is_empty() && space.visibility != Visibility::Sealed {
        let municipality = space::by_slug(act.sql(), MUNICIPALITY).await?.id;
        for role in MUNICIPAL_LOOKERS {
            lookers.extend(space::with_role(act.sql(), municipality, *role).await?);
        }
        lookers.retain(|p| Some(*p) != author && Some(*p) != helper);
        link = format!("/administration/gennemsyn/{id}");
    }
    for looker in lookers {
        act.tell(looker, &Notice::new("mail-held", link.clone(), id).pressing()).await?;
    }
    act.refresh_pages();
    act.commit().await?;
    Ok(space)
}

/// One submission, if this visitor may look at it: never their own.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`] also for what they may not look at, or when the database fails.
pub async fn find(sql: &mut Sql, visitor: &Visitor, id: Uuid) -> Result<Held> {
    let person = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    let held: Held = sql.one(&ONE, args![id]).await?;
    let own = [held.author_id, held.helper_id].contains(&Some(person)) || visitor.helper.is_some();
    if own || !may_look_in(sql, visitor, person, held.space_id).await? {
        return Err(Error::NotFound);
    }
    Ok(held)
}

async fn may_look_in(sql: &mut Sql, visitor: &Visitor, person: Uuid, space: Uuid) -> Result<bool> {
    let space = space::by_id(sql, space).await?;
    let roles = space::roles_of(sql, space.id, person).await?;
    let here = roles.iter().any(|r| access::may(Standing::Holds(*r), &LET_THROUGH, space.visibility));
    let municipal = space.visibility != Visibility::Sealed && visitor.municipal_roles.iter().any(|r| MUNICIPAL_LOOKERS.contains(r));
    Ok((here || municipal) && visitor.assurance >= space.assurance)
}

/// Whether this visitor may look at what waits in a space.
///
/// # Errors
/// [`Error::SignIn`], [`Error::Forbidden`], or when the database fails.
pub async fn demand(sql: &mut Sql, visitor: &Visitor, space: Uuid) -> Result<()> {
    let person = visitor.person.as_ref().ok_or(Error::SignIn)?.id;
    if visitor.helper.is_none() && may_look_in(sql, visitor, person, space).await? { Ok(()) } else { Err(Error::Forbidden(LET_THROUGH.name)) }
}

/// What waits in a space, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Held>> {
    sql.all(&OF_SPACE, args![space]).await
}

/// How much in a space waits for this visitor's look.
///
/// # Errors
/// When the database fails.
pub(crate) async fn awaited(sql: &mut Sql, visitor: &Visitor, view: &SpaceView) -> Result<i64> {
    let Some(person) = visitor.person.as_ref().filter(|_| visitor.helper.is_none()) else { return Ok(0) };
    let municipal = visitor.municipal_roles.iter().any(|r| MUNICIPAL_LOOKERS.contains(r));
    if !(view.may(&LET_THROUGH) || municipal) || !may_look_in(sql, visitor, person.id, view.space.id).await? {
        return Ok(0);
    }
    sql.count(&AWAITED, args![view.space.id, person.id]).await
}

/// The spaces in which something waits for somebody who has a role there: name in addresses, title, how much.
///
/// # Errors
/// When the database fails.
pub async fn of_looker(sql: &mut Sql, person: Uuid) -> Result<Vec<(String, String, i64)>> {
    sql.all(&OF_LOOKER, args![person]).await
}

/// What waits in the whole municipality, except in sealed spaces.
///
/// # Errors
/// When the database fails.
pub async fn everywhere(sql: &mut Sql) -> Result<Vec<Held>> {
    sql.all(&EVERYWHERE, args![]).await
}

/// How much waits.
///
/// # Errors
/// When the database fails.
pub async fn waiting(sql: &mut Sql) -> Result<i64> {
    sql.count(&WAITING, args![]).await
}

/// How many texts are kept for somebody to look at, everywhere.
///
/// # Errors
/// When the database fails.
pub async fn stored(sql: &mut Sql) -> Result<i64> {
    sql.count(&STORED, args![]).await
}

/// What the author sent.
///
/// # Errors
/// [`Error::Refused`] once it has been decided, or when the database fails.
pub async fn open(sql: &mut Sql, app: &App, id: Uuid) -> Result<Submission> {
    let row: Option<(Option<Vec<u8>>,)> = sql.maybe(&SEALED, args![id]).await?;
    let sealed = row.and_then(|r| r.0).ok_or(Error::Refused("error-held-decided"))?;
    unseal(app, id, &sealed)
}

/// Sends a submission again, as its author, with what was found cleared. The answer is that of the page it was sent to;
/// nothing happened unless it is a success.
///
/// # Errors
/// [`Error::Refused`] once it has been decided, or when the database fails.
pub async fn replay(app: &App, held: &Held, by: Uuid) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let submission = open(&mut sql, app, held.id).await?;
    let mut visitor = match submission.author {
        Some(author) => {
            let author = person::find(&mut sql, author).await?;
            let mut visitor = Visitor::of(author);
            visitor.municipal_roles = space::roles_of(&mut sql, app.municipality_space().await?.id, submission.author.unwrap_or_default()).await?;
            visitor
        }
        None => Visitor::stranger(Lang::of(&submission.lang)),
    };
    if let Some(helper) = submission.helper {
        visitor.helper = Some(person::find(&mut sql, helper).await?);
    }
    drop(sql);
    visitor.assurance = Assurance::of(&submission.assurance).unwrap_or_default();
    visitor.voter_token = submission.voter_token;
    visitor.lang = Lang::of(&submission.lang);
    visitor.path.clone_from(&submission.path);
    visitor.cleared = Some(Arc::new(Cleared { id: held.id, space: held.space_id, screened: held.screened().to_owned(), by }));
    let request = Request::builder()
        .method(Method::POST)
        .uri(&submission.path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(Replayed(visitor))
        .body(Body::from(submission.form))
        .map_err(|e| Error::Internal(e.to_string()))?;
    let router = app.router().ok_or_else(|| Error::Internal("the routes are not there yet".to_owned()))?;
    router.oneshot(request).await.map_err(|e| match e {})
}

/// Settles a submission in the transaction of the act that publishes it.
pub(crate) async fn settle(act: &mut Act<'_>, cleared: &Cleared) -> Result<()> {
    if act.space().id != cleared.space {
        return Err(Error::Internal("a held submission leads to another space".to_owned()));
    }
    decide(act, cleared.id, cleared.by, "through").await?;
    act.record_as(LET_THROUGH.name, cleared.by, cleared.id, serde_json::json!({ "title": "", "screened": cleared.screened })).await?;
    if let Some(author) = act.actor() {
        let link = space_href(act.space());
        act.tell(author, &Notice::new("mail-held-through", link, cleared.id)).await?;
    }
    Ok(())
}

/// Sends a submission back to its author, with a reason; its form is gone.
///
/// # Errors
/// [`Error::Refused`] once it has been decided, or when the database fails.
pub async fn send_back(app: &App, held: &Held, by: Uuid, reason: &str) -> Result<()> {
    let mut act = Act::begin_by_token(app, held.space_id, &SEND_BACK).await?;
    act.acts_as(by);
    decide(&mut act, held.id, by, "back").await?;
    act.record("held", held.id, serde_json::json!({ "title": "", "screened": held.screened() })).await?;
    if let Some(author) = held.author_id {
        let link = space_href(act.space());
        act.tell(author, &Notice::new("mail-held-back", link, held.id).with("reason", reason)).await?;
    }
    act.commit().await
}

async fn decide(act: &mut Act<'_>, id: Uuid, by: Uuid, outcome: &str) -> Result<()> {
    let at = act.at();
    if act.sql().run(&DECIDE, args![id, at, by, outcome]).await? == 0 {
        return Err(Error::Refused("error-held-decided"));
    }
    Ok(())
}

/// Where somebody stands after they have sent something in: at the thing it was about, else at the tool, else in the space.
pub(crate) fn place(app: &App, space: &Space, act: &str, path: &str) -> String {
    let home = space_href(space);
    let Some(tool) = app.tools.iter().find(|t| t.acts.iter().any(|a| a.name == act)) else { return home };
    let about = |pattern: &str| {
        let before = format!("{home}/{}", pattern.strip_suffix("{id}")?);
        let id: Uuid = path.strip_prefix(&before)?.split(['/', '?']).next()?.parse().ok()?;
        Some(format!("{before}{id}"))
    };
    tool.objects.iter().find_map(|(_, pattern)| about(pattern)).unwrap_or_else(|| format!("{home}/{}", tool.path))
}

/// Where somebody goes from there.
pub(crate) fn space_href(space: &Space) -> String {
    if space.slug == MUNICIPALITY { "/min-side".to_owned() } else { format!("/forloeb/{}", space.slug) }
}

/// Destroys what nobody has looked at in thirty days, and forgets what was decided as long ago.
///
/// # Errors
/// When the database fails.
pub async fn tidy(app: &App) -> Result<()> {
    let now = app.clock.now();
    let long_ago = now - Duration::days(DAYS);
    let mut sql = app.db.write().await?;
    sql.run(&EXPIRE, args![long_ago, now]).await?;
    sql.run(&FORGET, args![long_ago]).await?;
    sql.commit().await
}
