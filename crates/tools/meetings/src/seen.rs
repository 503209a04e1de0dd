//! A meeting as one visitor sees it: what of the agenda is open to them, and words for times and places.

use chrono::Datelike;
use chrono_tz::Europe::Copenhagen;
use samskab_platform::db::Sql;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Error, Page, Result, SpaceView, tool};
use uuid::Uuid;

use crate::minutes_store::{self, Decision, Text};
use crate::model::{Minutes, NEEDS, Reply, Sight, sight};
use crate::store::{self, Item, Meeting, Recused, Registration, Somewhere};

/// An item of the agenda, as far as the visitor may see it.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) item: Item,
    pub(crate) sight: Sight,
    pub(crate) presentation: Rich,
    pub(crate) proposal: Rich,
    /// Who leaves it.
    pub(crate) recused: Vec<Recused>,
    /// What the minutes say; empty where they say nothing, or nothing yet to this visitor.
    pub(crate) minutes: Rich,
    pub(crate) decisions: Vec<Decision>,
}

impl Seen {
    /// Whether the visitor may read it.
    pub(crate) fn is_whole(&self) -> bool {
        self.sight == Sight::Whole
    }

    /// What it is called, to this visitor.
    pub(crate) fn title(&self, page: &Page) -> String {
        if self.is_whole() { self.item.title.clone() } else { page.t("meetings-closed-item") }
    }

    /// Why it is closed.
    pub(crate) fn ground(&self, page: &Page) -> String {
        page.t(&format!("meetings-ground-{}", self.item.ground))
    }

    /// `20 minutter · Line`.
    pub(crate) fn line(&self, page: &Page) -> String {
        let mut parts = vec![];
        parts.extend(self.item.minutes.map(|n| page.t1("meetings-minutes-long", "n", n)));
        if self.is_whole() && !self.item.presenter.is_empty() {
            parts.push(self.item.presenter.clone());
        }
        parts.join(" · ")
    }

    pub(crate) fn is_recused(&self, person: Option<Uuid>) -> bool {
        self.recused.iter().any(|r| Some(r.id) == person)
    }

    /// The names of those who leave it.
    pub(crate) fn recused_names(&self) -> String {
        self.recused.iter().map(|r| r.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The agenda of a meeting, as the visitor sees it.
pub(crate) async fn agenda(sql: &mut Sql, view: &SpaceView, meeting: &Meeting) -> Result<Vec<Seen>> {
    let items = store::items(sql, meeting.id).await?;
    let recused = store::recused(sql, meeting.id).await?;
    let closed = items.iter().any(Item::is_closed);
    let promised = match view.person {
        Some(person) if closed => store::has_promised(sql, view.space.id, person).await?,
        _ => false,
    };
    let texts = if may_read_minutes(view, meeting) { minutes_store::texts(sql, meeting.id).await? } else { vec![] };
    let decisions = minutes_store::of_meeting(sql, meeting.id).await?;
    Ok(items.into_iter().map(|item| seen(view, item, &recused, promised, &texts, &decisions)).collect())
}

fn seen(view: &SpaceView, item: Item, recused: &[Recused], promised: bool, texts: &[Text], decisions: &[Decision]) -> Seen {
    let left: Vec<Recused> = recused.iter().filter(|r| r.item_id == item.id).cloned().collect();
    let is_recused = left.iter().any(|r| Some(r.id) == view.person);
    let sight = sight(item.is_closed(), &view.roles, is_recused, promised);
    let whole = sight == Sight::Whole;
    let text = texts.iter().find(|t| whole && t.id == item.id);
    let read = |text: &str| if whole { rich_text::html(text) } else { Rich::default() };
    Seen {
        sight,
        presentation: read(&item.presentation),
        proposal: read(&item.proposal),
        recused: if whole { left } else { vec![] },
        minutes: text.map_or_else(Rich::default, |t| rich_text::html(&t.text)),
        decisions: decisions.iter().filter(|d| whole && d.item_id == Some(item.id)).cloned().collect(),
        item,
    }
}

/// How far a visitor sees an item of an agenda, or a decision about one.
pub(crate) async fn of_thing(sql: &mut Sql, view: &SpaceView, kind: &str, id: Uuid) -> Result<tool::Sight> {
    let item = match kind {
        "agenda_item" => store::item(sql, view.space.id, id).await,
        "decision" => match minutes_store::decision(sql, view.space.id, id).await {
            Ok(Decision { item_id: Some(item), .. }) => store::item(sql, view.space.id, item).await,
            Ok(_) => return Ok(tool::Sight::Open),
            Err(error) => Err(error),
        },
        _ => return Ok(tool::Sight::Open),
    };
    let item = match item {
        Ok(item) if item.is_closed() => item,
        Ok(_) => return Ok(tool::Sight::Open),
        // It is not there any more: what belonged to it is nobody's.
        Err(Error::NotFound) => return Ok(tool::Sight::Hidden),
        Err(error) => return Err(error),
    };
    let meeting = store::one(sql, view.space.id, item.meeting_id).await?;
    let whole = agenda(sql, view, &meeting).await?.iter().any(|s| s.item.id == item.id && s.is_whole());
    Ok(if whole { tool::Sight::Closed } else { tool::Sight::Hidden })
}

/// What can be ticked off that one needs: key and words.
pub(crate) fn needs(page: &Page) -> Vec<(&'static str, String)> {
    NEEDS.into_iter().map(|need| (need, page.t(&format!("meetings-need-kind-{need}")))).collect()
}

/// Who was at a meeting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Present {
    /// Those of the team, as it was then.
    pub(crate) there: Vec<String>,
    /// How many others.
    pub(crate) others: usize,
    /// Those of the team who had said that they would not come.
    pub(crate) absent: Vec<String>,
}

/// Who was at a meeting, named from what was noted there: whoever has left the team since is named all the same.
pub(crate) async fn present(sql: &mut Sql, page: &Page, meeting: Uuid) -> Result<Present> {
    let registrations = store::registrations(sql, meeting).await?;
    let name = |r: &&Registration| if r.name.is_empty() { page.t("former-participant") } else { r.name.clone() };
    let came: Vec<&Registration> = registrations.iter().filter(|r| r.attended).collect();
    let there: Vec<String> = came.iter().filter(|r| r.of_team).map(name).collect();
    let away = registrations.iter().filter(|r| !came.is_empty() && !r.attended && r.of_team && r.state == Reply::Declined);
    let absent = away.map(|r| name(&r)).collect();
    Ok(Present { others: came.len() - there.len(), there, absent })
}

/// Whether the minutes are for this visitor yet: the team reads what it writes, everybody what has been sent for approval.
pub(crate) fn may_read_minutes(view: &SpaceView, meeting: &Meeting) -> bool {
    meeting.minutes_state != Minutes::Draft || view.roles.iter().any(|r| crate::model::INNER.contains(r))
}

/// `onsdag den 3. maj 2027 kl. 19.00–21.30`.
pub(crate) fn when(page: &Page, m: &Meeting) -> String {
    span(page, m.starts_at, m.ends_at)
}

/// The same for a list that goes across spaces.
pub(crate) fn when_somewhere(page: &Page, m: &Somewhere) -> String {
    span(page, m.starts_at, m.ends_at)
}

fn span(page: &Page, from: chrono::DateTime<chrono::Utc>, to: chrono::DateTime<chrono::Utc>) -> String {
    let day = from.with_timezone(&Copenhagen).weekday().number_from_monday();
    let (weekday, date) = (page.t(&format!("meetings-weekday-{day}")), page.date_of(&from));
    page.ta("meetings-when", &[("weekday", &weekday), ("date", &date), ("from", &page.time_of(&from)), ("to", &page.time_of(&to))])
}

/// How many seats there still are, in words; nothing where there is room for all.
pub(crate) fn seats(page: &Page, m: &Meeting, taken: usize, waiting: usize) -> Option<String> {
    let free = (m.capacity? - taken as i64).max(0);
    Some(if free > 0 && waiting == 0 { page.t1("meetings-free", "n", free) } else { page.t("meetings-full") })
}

/// The address of a meeting.
pub(crate) fn home(view: &SpaceView, id: &Uuid) -> String {
    view.under(&format!("moeder/{id}"))
}

/// The address of an item of an agenda.
pub(crate) fn item_home(view: &SpaceView, id: &Uuid) -> String {
    view.under(&format!("moeder/punkt/{id}"))
}

/// `2026/7`: a decision's number.
pub(crate) fn number(d: &Decision) -> String {
    format!("{}/{}", d.year, d.number)
}

/// `9 for, 2 imod, 1 undlod at stemme`; empty where nobody voted.
pub(crate) fn votes(page: &Page, d: &Decision) -> String {
    let parts = [("meetings-votes-for", d.votes_for), ("meetings-votes-against", d.votes_against), ("meetings-votes-abstained", d.abstained)];
    parts.into_iter().filter_map(|(word, n)| Some(page.t1(word, "n", n?))).collect::<Vec<_>>().join(", ")
}
