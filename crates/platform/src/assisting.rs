//! Acting on somebody's behalf: nobody is shut out by technology, and everybody can see who helped.
//!
//! A helper who has begun to help is, for the pages of spaces, the person they help: with that person's rights and none of
//! their own. What is done carries the helper's id in the journal. The helper sees neither the person's own pages nor
//! Administration, and gets no session of theirs: a signed cookie beside the helper's own session says whom they help,
//! and the right to help is asked for anew at every request.

use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::access::{Role, Visibility};
use crate::app::App;
use crate::clock::hex;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::journal::{self, FeedEntry};
use crate::person::{self, Person};
use crate::space::{self, MUNICIPALITY, Space};
use crate::visitor::{Visitor, set_cookie};
use crate::{args, attempt, statements};

/// Says whom somebody helps.
pub const COOKIE: &str = "hjaelper";

/// Helping ends by itself after a working day.
const HOURS: i64 = 8;

/// Pages that are nobody's but the person's own: what they keep for themselves, and every way of signing in.
const OWN: [&str; 5] = ["/min-side", "/administration", "/log-ind", "/log-ud/alle", "/kode"];

/// The roles whose holders may help those who take part.
pub const STAFF: [Role; 3] = [Role::Secretary, Role::Facilitator, Role::Administrator];

statements! {
    // A sealed space makes nobody staff: a neighbour who writes in somebody's plan is a neighbour.
    STAFF_ROLES = "SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id
        WHERE r.person_id = $1 AND r.role IN ('secretary', 'facilitator', 'administrator') AND s.visibility <> 'sealed'";
    MEETS = "SELECT COUNT(*) FROM space_role mine JOIN space s ON s.id = mine.space_id
        WHERE mine.person_id = $1 AND mine.role IN ('secretary', 'facilitator', 'administrator') AND s.visibility <> 'sealed'
        AND (EXISTS (SELECT 1 FROM space_role r WHERE r.space_id = mine.space_id AND r.person_id = $2)
        OR EXISTS (SELECT 1 FROM contribution c WHERE c.space_id = mine.space_id AND c.person_id = $2))";
    AGAIN = "UPDATE assisted SET times = times + 1, last_at = $5 WHERE person_id = $1 AND helper_id = $2 AND space_id = $3 AND act = $4 AND last_at > $6";
    FIRST = "INSERT INTO assisted (id, person_id, helper_id, space_id, act, times, first_at, last_at) VALUES ($1, $2, $3, $4, $5, 1, $6, $7)";
    QUIETLY = "SELECT a.last_at, COALESCE(h.name, ''), a.act, a.times, s.slug, s.title FROM assisted a JOIN space s ON s.id = a.space_id
        LEFT JOIN person h ON h.id = a.helper_id WHERE a.person_id = $1 ORDER BY a.last_at DESC, a.id DESC LIMIT $2";
    OPENLY = "SELECT j.at, j.verb, j.payload, s.slug, s.title FROM journal j JOIN space s ON s.id = j.space_id
        WHERE j.actor_id = $1 AND j.payload LIKE '%\"assisted_by\"%' ORDER BY j.at DESC, j.space_id DESC, j.seq DESC LIMIT $2";
}

/// Something that was done with help.
#[derive(Debug, Clone)]
pub struct Helped {
    /// When; of several times the last.
    pub at: DateTime<Utc>,
    /// Who helped; empty where they have left.
    pub helper: String,
    /// The name of what was done.
    pub act: String,
    /// How many times in one sitting.
    pub times: i64,
    /// The space's name in addresses.
    pub slug: String,
    /// The space's title.
    pub title: String,
    /// The journal's entry of it, where there is one.
    pub entry: Option<FeedEntry>,
}

/// Notes an act done with help that leaves no trace in the journal: that it was done, not what. The same within the hours that
/// helping can last is counted and not written again.
///
/// # Errors
/// When the database fails.
pub(crate) async fn note(sql: &mut Sql, app: &App, person: Uuid, helper: Uuid, space: Uuid, act: &'static str) -> Result<()> {
    let now = app.clock.now();
    if sql.run(&AGAIN, args![person, helper, space, act, now, now - Duration::hours(HOURS)]).await? == 0 {
        sql.run(&FIRST, args![app.clock.id(), person, helper, space, act, now, now]).await?;
    }
    Ok(())
}

/// What others have done on a person's behalf, the latest first: what the journal tells of, and what it does not.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, person: Uuid, name: &str, limit: usize) -> Result<Vec<Helped>> {
    type Quiet = (DateTime<Utc>, String, String, i64, String, String);
    type Open = (DateTime<Utc>, String, Option<String>, String, String);
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let quiet: Vec<Quiet> = sql.all(&QUIETLY, args![person, most]).await?;
    let mut all: Vec<Helped> =
        quiet.into_iter().map(|(at, helper, act, times, slug, title)| Helped { at, helper, act, times, slug, title, entry: None }).collect();
    let open: Vec<Open> = sql.all(&OPENLY, args![person, most]).await?;
    for (at, verb, payload, slug, title) in open {
        let helper = journal::helper(sql, payload.as_deref()).await?.unwrap_or_default();
        let entry = FeedEntry {
            verb: verb.clone(),
            actor: Some(name.to_owned()),
            object_kind: String::new(),
            object_id: Uuid::nil(),
            at,
            payload,
            space_slug: slug.clone(),
            space_title: title.clone(),
            helper: None,
        };
        all.push(Helped { at, helper, act: verb, times: 1, slug, title, entry: Some(entry) });
    }
    all.sort_by_key(|h| std::cmp::Reverse(h.at));
    all.truncate(limit);
    Ok(all)
}

/// Whether somebody is staff in the municipality: they may help everywhere that is open to everybody who has signed in.
///
/// # Errors
/// When the database fails.
pub async fn is_municipal_staff(sql: &mut Sql, helper: Uuid) -> Result<bool> {
    let municipality = space::by_slug(sql, MUNICIPALITY).await?.id;
    Ok(space::roles_of(sql, municipality, helper).await?.iter().any(|r| STAFF.contains(r)))
}

/// Whether somebody is staff anywhere.
///
/// # Errors
/// When the database fails.
pub async fn is_staff(sql: &mut Sql, person: Uuid) -> Result<bool> {
    Ok(sql.count(&STAFF_ROLES, args![person]).await? > 0)
}

/// Whether one may help the other at all: the helper the person has named; or staff, but never a colleague, whose rights
/// would come with it.
///
/// # Errors
/// When the database fails.
pub async fn may_help(sql: &mut Sql, helper: &Person, helped: &Person) -> Result<bool> {
    if helper.id == helped.id || !helped.is_here() || !helper.is_here() {
        return Ok(false);
    }
    if helped.helper_id == Some(helper.id) {
        return Ok(true);
    }
    if is_staff(sql, helped.id).await? {
        return Ok(false);
    }
    Ok(is_municipal_staff(sql, helper.id).await? || sql.count(&MEETS, args![helper.id, helped.id]).await? > 0)
}

/// Whether one may help the other in a space. Into one for its members staff of the municipality do not come by helping, and into a
/// sealed one nobody does: there whoever helps is let in as themselves.
///
/// # Errors
/// When the database fails.
pub async fn may_help_in(sql: &mut Sql, helper: &Person, helped: &Person, space: &Space) -> Result<bool> {
    if space.slug == MUNICIPALITY || space.visibility == Visibility::Sealed || !may_help(sql, helper, helped).await? {
        return Ok(false);
    }
    if helped.helper_id == Some(helper.id) || space::roles_of(sql, space.id, helper.id).await?.iter().any(|r| STAFF.contains(r)) {
        return Ok(true);
    }
    let open = matches!(space.visibility, Visibility::Public | Visibility::Registered);
    Ok(open && is_municipal_staff(sql, helper.id).await?)
}

/// Refuses where [`may_help_in`] says no.
///
/// # Errors
/// [`Error::Refused`]; [`Error::NotFound`] for a sealed space, which nobody learns of by helping; or when the database fails.
pub async fn demand(sql: &mut Sql, app: &App, visitor: &Visitor, helper: &Person, helped: &Person, space: &Space) -> Result<()> {
    if may_help_in(sql, helper, helped, space).await? {
        return Ok(());
    }
    if space.visibility == Visibility::Sealed {
        attempt::note(app, visitor, space);
        return Err(Error::NotFound);
    }
    Err(Error::Refused("error-assisting"))
}

fn seal(app: &App, helper: Uuid, helped: Uuid, until: i64) -> Hmac<Sha256> {
    // A key of any length is accepted by HMAC (RFC 2104).
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(b"assisting");
    mac.update(helper.as_bytes());
    mac.update(helped.as_bytes());
    mac.update(&until.to_be_bytes());
    mac
}

/// Lets the helper act for the person from the next request on.
pub fn begin(response: &mut Response, app: &App, helper: Uuid, helped: Uuid) {
    let until = (app.clock.now() + Duration::hours(HOURS)).timestamp();
    let mac = hex(&seal(app, helper, helped, until).finalize().into_bytes());
    set_cookie(response, app, COOKIE, &format!("{helped}.{until}.{mac}"), HOURS * 3600);
}

/// Ends it.
pub fn stop(response: &mut Response, app: &App) {
    set_cookie(response, app, COOKIE, "", 0);
}

/// Whom a cookie says this helper helps.
fn read(app: &App, cookie: &str, helper: Uuid) -> Option<Uuid> {
    let mut parts = cookie.splitn(3, '.');
    let (helped, until, mac) = (parts.next()?.parse::<Uuid>().ok()?, parts.next()?.parse::<i64>().ok()?, parts.next()?);
    let mac: Vec<u8> = (0..mac.len() / 2).map(|i| mac.get(i * 2..i * 2 + 2).and_then(|b| u8::from_str_radix(b, 16).ok())).collect::<Option<_>>()?;
    seal(app, helper, helped, until).verify_slice(&mac).ok()?;
    (DateTime::<Utc>::from_timestamp(until, 0)? > app.clock.now()).then_some(helped)
}

/// The visitor with this cookie beside their session: the person they help, with themselves as the helper.
///
/// # Errors
/// When the database fails.
pub async fn apply(app: &App, visitor: Visitor, cookie: &str) -> Result<Visitor> {
    let Some(helper) = visitor.person.clone() else { return Ok(visitor) };
    let Some(helped) = read(app, cookie, helper.id) else { return Ok(visitor) };
    let mut sql = app.db.read().await?;
    let helped = match person::find(&mut sql, helped).await {
        Ok(helped) => helped,
        Err(Error::NotFound) => return Ok(visitor),
        Err(error) => return Err(error),
    };
    if !may_help(&mut sql, &helper, &helped).await? {
        return Ok(visitor);
    }
    Ok(Visitor { person: Some(helped), helper: Some(helper), municipal_roles: vec![], session: None, voter_token: None, ..visitor })
}

/// Refuses the pages that are nobody's but the person's own, and the spaces where the helper has no business.
///
/// # Errors
/// [`Error::Refused`], or when the database fails.
pub async fn guard(app: &App, visitor: &Visitor) -> Result<()> {
    let (Some(helper), Some(helped)) = (&visitor.helper, &visitor.person) else { return Ok(()) };
    let path = visitor.path.split('?').next().unwrap_or("");
    if path == "/min-side/hjaelp" || path == "/min-side/hjaelp/stop" {
        return Ok(());
    }
    if OWN.iter().any(|own| path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))) {
        return Err(Error::Refused("error-assisting"));
    }
    let slug = ["/forloeb/", "/live/"].iter().find_map(|p| path.strip_prefix(p)).and_then(|rest| rest.split('/').next()).unwrap_or("");
    if slug.is_empty() {
        return Ok(());
    }
    let mut sql = app.db.read().await?;
    match space::by_slug(&mut sql, slug).await {
        Ok(space) => demand(&mut sql, app, visitor, helper, helped, &space).await,
        Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}
