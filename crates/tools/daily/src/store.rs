//! SQL of those who come: who stands on the kiosk, whose card is whose, who came, and how many.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

statements! {
    LISTED = "SELECT r.id, r.person_id, p.name, r.listed FROM daily_regular r JOIN person p ON p.id = r.person_id
        WHERE r.space_id = $1 AND r.listed AND p.left_at IS NULL ORDER BY p.name, r.id LIMIT 1000";
    REGULARS = "SELECT r.id, r.person_id, p.name, r.listed FROM daily_regular r JOIN person p ON p.id = r.person_id
        WHERE r.space_id = $1 AND p.left_at IS NULL ORDER BY p.name, r.id LIMIT 1000";
    REGULAR = "SELECT r.id, r.person_id, p.name, r.listed FROM daily_regular r JOIN person p ON p.id = r.person_id WHERE r.id = $1 AND r.space_id = $2";
    REGULAR_OF = "SELECT r.id, r.person_id, p.name, r.listed FROM daily_regular r JOIN person p ON p.id = r.person_id WHERE r.person_id = $1 AND r.space_id = $2";
    STAND = "INSERT INTO daily_regular (id, space_id, person_id, listed, entered_by, added_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (space_id, person_id) DO UPDATE SET listed = excluded.listed";
    REMOVE = "DELETE FROM daily_regular WHERE id = $1 AND space_id = $2";
    CARDS = "SELECT c.id, c.code, c.person_id FROM daily_card c WHERE c.space_id = $1 ORDER BY c.given_at, c.id LIMIT 2000";
    CARD = "SELECT p.id, p.name FROM daily_card c JOIN person p ON p.id = c.person_id WHERE c.space_id = $1 AND c.code = $2 AND p.left_at IS NULL";
    GIVE_CARD = "INSERT INTO daily_card (id, space_id, code, person_id, given_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (space_id, code) DO UPDATE SET person_id = excluded.person_id, given_at = excluded.given_at";
    DROP_CARD = "DELETE FROM daily_card WHERE id = $1 AND space_id = $2";
    DROP_CARDS_OF = "DELETE FROM daily_card WHERE person_id = $1 AND space_id = $2";
    CHECK_IN = "INSERT INTO daily_checkin (id, space_id, device_id, client_id, day, at, way, heads, person_id, forget_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";
    SENT = "SELECT COUNT(*) FROM daily_checkin WHERE space_id = $1 AND client_id = $2";
    ADD = "INSERT INTO daily_day (space_id, day, kiosk, clicked, paper, told) VALUES ($1, $2, $3, $4, 0, -1)
        ON CONFLICT (space_id, day) DO UPDATE SET kiosk = daily_day.kiosk + excluded.kiosk, clicked = daily_day.clicked + excluded.clicked";
    TAKE_BACK = "UPDATE daily_day SET clicked = clicked - 1 WHERE space_id = $1 AND day = $2 AND clicked > 0";
    PAPER = "INSERT INTO daily_day (space_id, day, kiosk, clicked, paper, told) VALUES ($1, $2, 0, 0, $3, -1)
        ON CONFLICT (space_id, day) DO UPDATE SET paper = excluded.paper";
    DAYS = "SELECT day, kiosk, clicked, paper FROM daily_day WHERE space_id = $1 AND day >= $2 AND day <= $3 ORDER BY day";
    UNTOLD = "SELECT space_id, day, kiosk + clicked + paper FROM daily_day WHERE day < $1 AND kiosk + clicked + paper <> told ORDER BY day LIMIT 50";
    TELL = "UPDATE daily_day SET told = $3 WHERE space_id = $1 AND day = $2 AND told <> $3";
    OWN = "SELECT day, at FROM daily_checkin WHERE space_id = $1 AND person_id = $2 ORDER BY day DESC LIMIT 100";
    FORGET_OWN = "UPDATE daily_checkin SET person_id = NULL, forget_on = NULL WHERE space_id = $1 AND person_id = $2";
    KEEP_DAYS = "SELECT keep_days FROM daily_house WHERE space_id = $1";
    SET_KEEP_DAYS = "INSERT INTO daily_house (space_id, keep_days) VALUES ($1, $2) ON CONFLICT (space_id) DO UPDATE SET keep_days = excluded.keep_days";
    NAMED_DAYS = "SELECT DISTINCT day FROM daily_checkin WHERE space_id = $1 AND day >= $2 AND person_id IS NOT NULL";
    FORGET_FROM = "UPDATE daily_checkin SET forget_on = $3 WHERE space_id = $1 AND day = $2 AND person_id IS NOT NULL";
    TO_FORGET = "SELECT COUNT(*) FROM (SELECT id FROM daily_checkin WHERE forget_on <= $1 LIMIT 1) due";
    FORGET = "UPDATE daily_checkin SET person_id = NULL, forget_on = NULL WHERE forget_on <= $1";
}

/// How somebody checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By pressing their name.
    Name,
    /// By their card.
    Card,
    /// Without either.
    Guest,
}

impl Way {
    /// The name in the database.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Way::Name => "name",
            Way::Card => "card",
            Way::Guest => "guest",
        }
    }

    /// The way of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        [Way::Name, Way::Card, Way::Guest].into_iter().find(|w| w.key() == key)
    }
}

/// Somebody who comes to the house.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Regular {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) name: String,
    pub(crate) listed: bool,
}

/// Whose card is whose.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Card {
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) person_id: Uuid,
}

/// Somebody came.
#[derive(Debug, Clone)]
pub(crate) struct CheckIn {
    pub(crate) id: Uuid,
    pub(crate) space: Uuid,
    pub(crate) device: Uuid,
    pub(crate) client: Uuid,
    pub(crate) day: NaiveDate,
    pub(crate) at: DateTime<Utc>,
    pub(crate) way: Way,
    pub(crate) heads: i64,
    pub(crate) person: Option<Uuid>,
    pub(crate) forget_on: Option<NaiveDate>,
}

/// How many came on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Counted {
    pub(crate) day: NaiveDate,
    pub(crate) kiosk: i64,
    pub(crate) clicked: i64,
    pub(crate) paper: i64,
}

impl Counted {
    pub(crate) fn none(day: NaiveDate) -> Self {
        Self { day, kiosk: 0, clicked: 0, paper: 0 }
    }

    pub(crate) fn all(&self) -> i64 {
        self.kiosk + self.clicked + self.paper
    }
}

/// Those who stand on the kiosk, by name.
pub(crate) async fn listed(sql: &mut Sql, space: Uuid) -> Result<Vec<Regular>> {
    sql.all(&LISTED, args![space]).await
}

/// Everybody who comes, by name.
pub(crate) async fn regulars(sql: &mut Sql, space: Uuid) -> Result<Vec<Regular>> {
    sql.all(&REGULARS, args![space]).await
}

pub(crate) async fn regular(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<Option<Regular>> {
    sql.maybe(&REGULAR, args![id, space]).await
}

pub(crate) async fn regular_of(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Option<Regular>> {
    sql.maybe(&REGULAR_OF, args![person, space]).await
}

pub(crate) async fn stand(sql: &mut Sql, id: Uuid, space: Uuid, person: Uuid, listed: bool, by: Option<Uuid>, at: DateTime<Utc>) -> Result<()> {
    sql.run(&STAND, args![id, space, person, listed, by, at]).await.map(|_| ())
}

/// Takes somebody away from those who come, with their cards.
pub(crate) async fn remove(sql: &mut Sql, space: Uuid, regular: &Regular) -> Result<()> {
    sql.run(&DROP_CARDS_OF, args![regular.person_id, space]).await?;
    sql.run(&REMOVE, args![regular.id, space]).await.map(|_| ())
}

pub(crate) async fn cards(sql: &mut Sql, space: Uuid) -> Result<Vec<Card>> {
    sql.all(&CARDS, args![space]).await
}

/// Whose card a code is: id and name.
pub(crate) async fn card(sql: &mut Sql, space: Uuid, code: &str) -> Result<Option<(Uuid, String)>> {
    sql.maybe(&CARD, args![space, code]).await
}

/// Gives a card to somebody, whoever had it before.
pub(crate) async fn give_card(sql: &mut Sql, id: Uuid, space: Uuid, code: &str, person: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&GIVE_CARD, args![id, space, code, person, at]).await.map(|_| ())
}

pub(crate) async fn drop_card(sql: &mut Sql, space: Uuid, id: Uuid) -> Result<()> {
    sql.run(&DROP_CARD, args![id, space]).await.map(|_| ())
}

/// False where it was sent before, or the person was counted that day.
pub(crate) async fn check_in(sql: &mut Sql, c: &CheckIn) -> Result<bool> {
    let args = args![c.id, c.space, c.device, c.client, c.day, c.at, c.way.key(), c.heads, c.person, c.forget_on];
    Ok(sql.run(&CHECK_IN, args).await? > 0)
}

pub(crate) async fn was_sent(sql: &mut Sql, space: Uuid, client: Uuid) -> Result<bool> {
    Ok(sql.count(&SENT, args![space, client]).await? > 0)
}

/// Takes back one that was clicked by mistake.
pub(crate) async fn take_back(sql: &mut Sql, space: Uuid, day: NaiveDate) -> Result<()> {
    sql.run(&TAKE_BACK, args![space, day]).await.map(|_| ())
}

/// Adds to a day.
pub(crate) async fn add(sql: &mut Sql, space: Uuid, day: NaiveDate, kiosk: i64, clicked: i64) -> Result<()> {
    sql.run(&ADD, args![space, day, kiosk, clicked]).await.map(|_| ())
}

pub(crate) async fn set_paper(sql: &mut Sql, space: Uuid, day: NaiveDate, heads: i64) -> Result<()> {
    sql.run(&PAPER, args![space, day, heads]).await.map(|_| ())
}

/// The days of a span that were counted.
pub(crate) async fn days(sql: &mut Sql, space: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Vec<Counted>> {
    sql.all(&DAYS, args![space, from, to]).await
}

/// Days that are over and whose number the journal does not say: space, day, number.
pub(crate) async fn untold(sql: &mut Sql, today: NaiveDate) -> Result<Vec<(Uuid, NaiveDate, i64)>> {
    sql.all(&UNTOLD, args![today]).await
}

/// Notes that the journal says a day's number; false where it was said.
pub(crate) async fn tell(sql: &mut Sql, space: Uuid, day: NaiveDate, heads: i64) -> Result<bool> {
    Ok(sql.run(&TELL, args![space, day, heads]).await? > 0)
}

/// When somebody came, the latest first.
pub(crate) async fn own(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<Vec<(NaiveDate, DateTime<Utc>)>> {
    sql.all(&OWN, args![space, person]).await
}

/// Takes somebody's name off everything they did on the kiosk.
pub(crate) async fn forget_own(sql: &mut Sql, space: Uuid, person: Uuid) -> Result<()> {
    sql.run(&FORGET_OWN, args![space, person]).await.map(|_| ())
}

/// How many days a house keeps names, where it has chosen.
pub(crate) async fn keep_days(sql: &mut Sql, space: Uuid) -> Result<Option<i64>> {
    Ok(sql.maybe::<(i64,)>(&KEEP_DAYS, args![space]).await?.map(|row| row.0))
}

/// Keeps names for so many days, also those that are there.
pub(crate) async fn set_keep_days(sql: &mut Sql, space: Uuid, days: i64, since: NaiveDate) -> Result<()> {
    sql.run(&SET_KEEP_DAYS, args![space, days]).await?;
    for (day,) in sql.all::<(NaiveDate,)>(&NAMED_DAYS, args![space, since]).await? {
        sql.run(&FORGET_FROM, args![space, day, day + chrono::Duration::days(days)]).await?;
    }
    Ok(())
}

/// Whether there are names that have been kept long enough.
pub(crate) async fn has_to_forget(sql: &mut Sql, today: NaiveDate) -> Result<bool> {
    Ok(sql.count(&TO_FORGET, args![today]).await? > 0)
}

/// Takes off the names that have been kept long enough.
pub(crate) async fn forget(sql: &mut Sql, today: NaiveDate) -> Result<()> {
    sql.run(&FORGET, args![today]).await.map(|_| ())
}
