//! Emergency openings: a sealed space whose coordinators cannot be reached is opened by two named people with a reason. Those in it are
//! told, and the opening ends by itself. Whether there is such a space is told nobody before both have agreed: what is asked for one
//! that is not there is kept, shown and answered alike. See docs/decisions/0029.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::access::{ActDef, Reach, Role, Trace, Visibility};
use crate::act::Act;
use crate::app::App;
use crate::attempt;
use crate::db::Sql;
use crate::error::{Error, Result};
use crate::held_roles::{self, forsoeg, watchers};
use crate::notice::Notice;
use crate::sealed::{self, Place, Plain, SpaceKey};
use crate::space::{self, Space};
use crate::visitor::Visitor;
use crate::{args, person, statements};

/// The roles in the municipality whose holders can be one of the two.
pub const TWO: &[Role] = &[Role::Secretary, Role::Administrator];

/// Hours in which the second must agree.
pub const AGREE_HOURS: i64 = 24;
/// Hours it is open.
pub const OPEN_HOURS: i64 = 24;
/// Days one's own openings are shown, and those that opened nothing are kept.
pub const KEPT_DAYS: i64 = 30;
/// Openings one person may ask for in a day.
const A_DAY: i64 = 5;

/// Opening a sealed space: the agreement of the second opens it, not a role.
pub const OPEN: ActDef = ActDef { name: "opening.open", roles: &[], reach: Reach::Roles, trace: Trace::Journal };

/// Ending an opening before its time; the program does it when its time is up.
pub const END: ActDef = ActDef { name: "opening.end", roles: &[Role::Owner, Role::Secretary, Role::Facilitator], reach: Reach::Roles, trace: Trace::Journal };

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.address, o.space_id, o.asked_by, a.name AS asker, o.second_id, b.name AS second, o.reason, o.asked_at, o.outcome, o.decided_at, o.ends_at, o.ended_at
            FROM sealed_opening o JOIN person a ON a.id = o.asked_by JOIN person b ON b.id = o.second_id ",
            $rest
        )
    };
}

statements! {
    LIVING_KEY = "SELECT COUNT(*) FROM space_key WHERE space_id = $1 AND wrapped IS NOT NULL";
    ASKED_SINCE = "SELECT COUNT(*) FROM sealed_opening WHERE asked_by = $1 AND asked_at > $2";
    INSERT = "INSERT INTO sealed_opening (id, address, space_id, asked_by, second_id, reason, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ONE = columns!("WHERE o.id = $1 AND (o.asked_by = $2 OR o.second_id = $2)");
    OF_PERSON = columns!("WHERE (o.asked_by = $1 OR o.second_id = $1) AND o.asked_at > $2 ORDER BY o.asked_at DESC, o.id LIMIT 100");
    IN_SPACE = columns!("WHERE o.space_id = $1 AND o.outcome = 'agreed' ORDER BY o.decided_at DESC, o.id LIMIT 100");
    WAITING = "SELECT COUNT(*) FROM sealed_opening WHERE second_id = $1 AND outcome IS NULL AND asked_at > $2";
    DECIDE = "UPDATE sealed_opening SET outcome = $2, decided_at = $3, ends_at = $4 WHERE id = $1 AND outcome IS NULL AND asked_at > $5";
    DUE = "SELECT id, space_id FROM sealed_opening WHERE ended_at IS NULL AND ends_at <= $1 ORDER BY ends_at, id LIMIT 100";
    FINISH = "UPDATE sealed_opening SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL AND outcome = 'agreed'";
    BY_ID = columns!("WHERE o.id = $1");
    TIDY = "DELETE FROM sealed_opening WHERE asked_at < $1 AND (space_id IS NULL OR outcome IS NULL OR outcome <> 'agreed')";
    SINCE = "SELECT since FROM space_role WHERE space_id = $1 AND person_id = $2 AND role = 'facilitator'";
    CAN_AGREE = "SELECT DISTINCT p.id, p.name FROM space_role r JOIN space s ON s.id = r.space_id JOIN person p ON p.id = r.person_id
        WHERE s.slug = 'kommunen' AND r.role IN ('secretary', 'administrator') AND p.id <> $1 AND p.left_at IS NULL AND p.merged_into IS NULL ORDER BY p.name, p.id LIMIT 200";
}

/// An opening that was asked for.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Opening {
    /// Its id.
    pub id: Uuid,
    /// What was asked for: a name in addresses.
    pub address: String,
    space_id: Option<Uuid>,
    /// Who asked.
    pub asked_by: Uuid,
    /// Their name.
    pub asker: String,
    /// Who must agree.
    pub second_id: Uuid,
    /// Their name.
    pub second: String,
    reason: Vec<u8>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// `agreed`, `refused` or `withdrawn`; nothing while it waits.
    pub outcome: Option<String>,
    /// When that was.
    pub decided_at: Option<DateTime<Utc>>,
    /// Until when it is open.
    pub ends_at: Option<DateTime<Utc>>,
    /// When that was over.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Opening {
    /// What became of it, at this moment: `waiting`, `late`, `refused`, `withdrawn`, `open` or `over`.
    #[must_use]
    pub fn state(&self, now: DateTime<Utc>) -> &'static str {
        match self.outcome.as_deref() {
            None if now < self.agree_by() => "waiting",
            None => "late",
            Some("refused") => "refused",
            Some("withdrawn") => "withdrawn",
            Some(_) if self.ended_at.is_none() && self.ends_at.is_some_and(|at| now < at) => "open",
            Some(_) => "over",
        }
    }

    /// When the second can no longer agree.
    #[must_use]
    pub fn agree_by(&self) -> DateTime<Utc> {
        self.asked_at + Duration::hours(AGREE_HOURS)
    }

    fn place(id: Uuid) -> Place {
        Place { table: "sealed_opening", column: "reason", row: id }
    }

    /// Why, where that can still be read. Who may read it has been asked before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn why(&self, sql: &mut Sql, app: &App) -> Result<Option<Plain>> {
        let key = match self.space_id {
            None => Ok(sealed::of_nothing(app, self.id)),
            Some(space) => sealed::of(sql, app, space).await,
        };
        match key {
            Ok(key) => key.open(Self::place(self.id), &self.reason).map(Some),
            Err(Error::Refused(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(now: DateTime<Utc>, outcome: Option<&str>) -> Self {
        Self {
            id: Uuid::nil(),
            address: "kreds-bcd23fghj".to_owned(),
            space_id: None,
            asked_by: Uuid::nil(),
            asker: "Sille <S>".to_owned(),
            second_id: Uuid::from_u128(1),
            second: "Bo".to_owned(),
            reason: vec![],
            asked_at: now,
            outcome: outcome.map(str::to_owned),
            decided_at: outcome.map(|_| now),
            ends_at: outcome.filter(|o| *o == "agreed").map(|_| now + Duration::hours(1)),
            ended_at: None,
        }
    }
}

/// The name in addresses of what somebody typed: that name itself, a path or a whole address.
#[must_use]
pub fn address_of(typed: &str) -> String {
    let typed = typed.trim();
    let rest = typed.split_once("/forloeb/").map_or(typed, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or("").trim().to_lowercase()
}

/// Those who can be asked to agree: id and name.
///
/// # Errors
/// When the database fails.
pub async fn can_agree(sql: &mut Sql, but: Uuid) -> Result<Vec<(Uuid, String)>> {
    sql.all(&CAN_AGREE, args![but]).await
}

/// Somebody's own openings of the last month, asked for by them or of them, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(sql: &mut Sql, person: Uuid, now: DateTime<Utc>) -> Result<Vec<Opening>> {
    sql.all(&OF_PERSON, args![person, now - Duration::days(KEPT_DAYS)]).await
}

/// One of somebody's own openings.
///
/// # Errors
/// [`Error::NotFound`] for one that is not there or is others', or when the database fails.
pub async fn own(sql: &mut Sql, id: Uuid, person: Uuid, now: DateTime<Utc>) -> Result<Opening> {
    let found: Opening = sql.one(&ONE, args![id, person]).await?;
    if found.asked_at > now - Duration::days(KEPT_DAYS) { Ok(found) } else { Err(Error::NotFound) }
}

/// The openings of a space, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of_space(sql: &mut Sql, space: Uuid) -> Result<Vec<Opening>> {
    sql.all(&IN_SPACE, args![space]).await
}

/// How many wait for somebody's answer.
///
/// # Errors
/// When the database fails.
pub async fn waiting(sql: &mut Sql, person: Uuid, now: DateTime<Utc>) -> Result<i64> {
    sql.count(&WAITING, args![person, now - Duration::hours(AGREE_HOURS)]).await
}

/// Whether somebody is in a space: sees it, or did until their roles were held back. To help in it is not to be in it.
async fn is_inside(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<bool> {
    let sees = space::roles_of(sql, space, person).await?.iter().any(|r| *r != Role::Helper);
    Ok(sees || held_roles::is_held(sql, space, person).await?)
}

/// Asks for an opening, of the second; gives its id. The same is done, in the same time, whether or not there is such a space.
///
/// # Errors
/// [`Error::Refused`] where the asker is in that space, [`Error::TooMany`] after five in a day, or when the database fails.
pub async fn ask(act: &mut Act<'_>, visitor: &Visitor, address: &str, second: Uuid, reason: &str) -> Result<Uuid> {
    let (app, id, at, me) = (act.app(), act.new_id(), act.at(), act.person()?);
    if act.sql().count(&ASKED_SINCE, args![me, at - Duration::days(1)]).await? >= A_DAY {
        return Err(Error::TooMany);
    }
    let found = match space::by_slug(act.sql(), address).await {
        Ok(space) if space.visibility == Visibility::Sealed => Some(space),
        Ok(_) | Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    // What is asked of the database is the same for a space that is not there.
    let whose = found.as_ref().map_or(id, |s| s.id);
    let inside = is_inside(act.sql(), whose, me).await?;
    let living = act.sql().count(&LIVING_KEY, args![whose]).await? > 0;
    let kept = match living {
        true => sealed::of(act.sql(), app, whose).await.ok(),
        false => act.sql().count(&LIVING_KEY, args![whose]).await.map(|_| None)?,
    };
    if inside {
        return Err(Error::Refused("error-opening-inside"));
    }
    let nothing = sealed::of_nothing(app, id);
    let (key, space): (SpaceKey, Option<Space>) = match kept {
        Some(key) => (key, found),
        None => (nothing, None),
    };
    let reason = key.seal(Opening::place(id), reason)?;
    act.sql().run(&INSERT, args![id, address, space.as_ref().map(|s| s.id), me, second, reason, at]).await?;
    if let Some(space) = &space {
        // Those in the space see that somebody tried, whatever becomes of it.
        attempt::note(app, visitor, space);
    }
    Ok(id)
}

async fn decide(sql: &mut Sql, id: Uuid, outcome: &str, at: DateTime<Utc>, ends: Option<DateTime<Utc>>) -> Result<()> {
    match sql.run(&DECIDE, args![id, outcome, at, ends, at - Duration::hours(AGREE_HOURS)]).await? {
        0 => Err(Error::Refused("error-opening-late")),
        _ => Ok(()),
    }
}

/// Refuses, or takes back.
///
/// # Errors
/// [`Error::Refused`] where it no longer waits, or when the database fails.
pub async fn close(act: &mut Act<'_>, id: Uuid, outcome: &'static str) -> Result<()> {
    let at = act.at();
    decide(act.sql(), id, outcome, at, None).await
}

/// Agrees: where there is such a space it is opened, and those in it are told. `act` is the second's own at the desk.
///
/// # Errors
/// [`Error::Refused`] where it no longer waits, where one of the two is in the space or the first may not ask any more, or when the
/// database fails.
pub async fn agree(mut act: Act<'_>, opening: &Opening) -> Result<()> {
    let (app, at, me) = (act.app(), act.at(), act.person()?);
    let ends = at + Duration::hours(OPEN_HOURS);
    // Whoever asked may have left since, or have another task.
    let root = act.space().id;
    let roles = space::roles_of(act.sql(), root, opening.asked_by).await?;
    if !person::find(act.sql(), opening.asked_by).await?.is_here() || !roles.iter().any(|r| TWO.contains(r)) {
        return Err(Error::Refused("error-opening-cannot"));
    }
    let answer = Notice::new("mail-opening-agreed", format!("/administration/noedaabning/{}", opening.id), opening.id).direct();
    let Some(space) = opening.space_id else {
        decide(act.sql(), opening.id, "agreed", at, Some(ends)).await?;
        act.tell(opening.asked_by, &answer).await?;
        return act.commit().await;
    };
    // One transaction at a time: that of the desk has said who the second is.
    drop(act);
    let mut act = Act::begin(app, &Visitor::program(), space, &OPEN).await?;
    act.acts_as(me);
    for person in [opening.asked_by, opening.second_id] {
        if is_inside(act.sql(), space, person).await? {
            return Err(Error::Refused(if person == me { "error-opening-inside" } else { "error-opening-cannot" }));
        }
    }
    if act.sql().count(&LIVING_KEY, args![space]).await? == 0 {
        return Err(Error::Refused("error-opening-cannot"));
    }
    decide(act.sql(), opening.id, "agreed", at, Some(ends)).await?;
    // Those who are in it are told before the two are.
    let notice = Notice::new("mail-sealed-access", forsoeg(&act), opening.id).direct();
    watchers(&mut act, &notice).await?;
    for person in [opening.asked_by, opening.second_id] {
        space::give_role(act.sql(), space, person, Role::Facilitator, at).await?;
    }
    act.tell(opening.asked_by, &answer).await?;
    let payload = serde_json::json!({ "asked_by": opening.asked_by.to_string(), "agreed_by": opening.second_id.to_string() });
    act.record("opening", opening.id, payload).await?;
    act.commit().await
}

/// Ends an opening of the act's space. What it gave is taken; what the two have come to have beside it is held back until somebody in
/// the space lets them keep it.
///
/// # Errors
/// [`Error::NotFound`] for one that is not of this space or is over, or when the database fails.
pub async fn end(act: &mut Act<'_>, id: Uuid) -> Result<()> {
    let (space, at) = (act.space().id, act.at());
    let opening: Opening = act.sql().one(&BY_ID, args![id]).await?;
    if opening.space_id != Some(space) || act.sql().run(&FINISH, args![id, at]).await? == 0 {
        return Err(Error::NotFound);
    }
    let given = opening.decided_at.unwrap_or(at);
    for person in [opening.asked_by, opening.second_id] {
        let since: Option<(DateTime<Utc>,)> = act.sql().maybe(&SINCE, args![space, person]).await?;
        if since.is_some_and(|(since,)| since == given) {
            space::take_role(act.sql(), space, person, Role::Facilitator).await?;
        }
        held_roles::hold_in(act.sql(), space, person, "opening").await?;
        held_roles::forget_one(act.sql(), space, person, Role::Facilitator, given).await?;
    }
    act.record("opening", id, serde_json::json!({})).await
}

/// Ends what is over, and forgets what opened nothing.
///
/// # Errors
/// When the database fails.
pub async fn tick(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due: Vec<(Uuid, Option<Uuid>)> = app.db.read().await?.all(&DUE, args![now]).await?;
    for (id, space) in due {
        match space {
            Some(space) => {
                let mut act = Act::begin(app, &Visitor::program(), space, &END).await?;
                match end(&mut act, id).await {
                    Ok(()) => act.commit().await?,
                    // Another node, or somebody in the space, was quicker.
                    Err(Error::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
            None => {
                let mut sql = app.db.write().await?;
                sql.run(&FINISH, args![id, now]).await?;
                sql.commit().await?;
            }
        }
    }
    Ok(())
}

/// Forgets what opened nothing, once it is no longer shown.
///
/// # Errors
/// When the database fails.
pub async fn tidy(sql: &mut Sql, now: DateTime<Utc>) -> Result<u64> {
    sql.run(&TIDY, args![now - Duration::days(KEPT_DAYS)]).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_name_a_path_and_a_whole_address_are_the_same() {
        for typed in ["kreds-bcd23fghj", " Kreds-BCD23fghj ", "/forloeb/kreds-bcd23fghj/forsoeg", "https://x.example/forloeb/kreds-bcd23fghj?klar=1#top"] {
            assert_eq!(address_of(typed), "kreds-bcd23fghj", "{typed}");
        }
        assert_eq!(address_of("  "), "");
    }

    #[test]
    fn after_a_day_nobody_can_agree_and_after_another_it_is_over() {
        let asked = Utc.with_ymd_and_hms(2026, 3, 2, 8, 0, 0).unwrap();
        let at = |hours: i64| asked + Duration::hours(hours);
        let waiting = Opening::sample(asked, None);
        assert_eq!([0, 23, 24, 40].map(|h| waiting.state(at(h))), ["waiting", "waiting", "late", "late"]);
        let agreed = Opening { ends_at: Some(at(30)), ..Opening::sample(asked, Some("agreed")) };
        assert_eq!([1, 29, 30].map(|h| agreed.state(at(h))), ["open", "open", "over"]);
        assert_eq!(Opening { ended_at: Some(at(2)), ..agreed }.state(at(3)), "over");
        assert_eq!(Opening::sample(asked, Some("refused")).state(asked), "refused");
        assert_eq!(Opening::sample(asked, Some("withdrawn")).state(asked), "withdrawn");
    }
}
