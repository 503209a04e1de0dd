//! The general meeting: one page that follows it from the plan to the approved minutes.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::NaiveDate;
use samskab_platform::rich_text::{self, Rich};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page};
use uuid::Uuid;

use crate::acts::{APPROVE, CALL, CLOSE, COUNT, MINUTES, PLAN, PROPOSE};
use crate::meeting_store::{self, Candidate, Election, Meeting, Proposal, Resolution};
use crate::meetings::{self, Motion, Plan};
use crate::model::{Majority, WAYS, first_meeting, last_call};
use crate::pages::{agenda, seen};
use crate::store;
use samskab_platform::questions::{Questions, options};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/moede", get(new).post(create))
        .route("/forloeb/{slug}/forening/moede/{id}", get(show))
        .route("/forloeb/{slug}/forening/moede/{id}/ret", get(edit).post(change))
        .route("/forloeb/{slug}/forening/moede/{id}/indkald", post(call))
        .route("/forloeb/{slug}/forening/moede/{id}/forslag", get(write_proposal).post(propose))
        .route("/forloeb/{slug}/forening/moede/{id}/fremmoede", get(who_came).post(attend))
        .route("/forloeb/{slug}/forening/moede/{id}/beslutning", get(write_resolution).post(resolve))
        .route("/forloeb/{slug}/forening/moede/{id}/luk", post(close))
        .route("/forloeb/{slug}/forening/moede/{id}/referat", get(write_minutes).post(minutes))
        .route("/forloeb/{slug}/forening/moede/{id}/godkend", post(approve))
}

/// A resolution in words.
pub(crate) struct Said {
    pub(crate) resolution: Resolution,
    pub(crate) majority: String,
    pub(crate) votes: String,
}

/// An election with those who stand.
pub(crate) struct Voted {
    pub(crate) election: Election,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) line: String,
}

#[derive(Template)]
#[template(path = "association_meeting.html")]
pub(crate) struct MeetingPage {
    pub(crate) page: Page,
    pub(crate) meeting: Meeting,
    pub(crate) title: String,
    pub(crate) points: Vec<String>,
    pub(crate) last_call: NaiveDate,
    /// Where it is too late to call: the first day on which it can be held.
    pub(crate) first_day: Option<NaiveDate>,
    pub(crate) deadline: NaiveDate,
    pub(crate) proposals: Vec<Proposal>,
    /// Whether names and numbers of votes are shown: to everybody who is part of the house.
    pub(crate) inside: bool,
    pub(crate) elections: Vec<Voted>,
    pub(crate) resolutions: Vec<Said>,
    pub(crate) minutes_rich: Rich,
    /// Members with a vote, and all members; for the board.
    pub(crate) voters: Option<(usize, usize)>,
    pub(crate) on_paper: usize,
    pub(crate) may_plan: bool,
    pub(crate) may_propose: bool,
    pub(crate) may_count: bool,
    pub(crate) may_write: bool,
    pub(crate) may_approve: bool,
    /// Whether it can end: the day has come, who came is counted, nothing is undecided.
    pub(crate) may_close: bool,
}

/// What a meeting is called: `Generalforsamling 17. marts 2027`.
pub(crate) fn title(page: &Page, meeting: &Meeting) -> String {
    let word = if meeting.extraordinary { "association-meeting-extraordinary" } else { "association-meeting-ordinary" };
    page.t1(word, "date", page.date(&meeting.held_on))
}

/// A count in words.
pub(crate) fn count_line(page: &Page, e: &Election) -> String {
    if e.rounds == 0 {
        return page.t("association-election-waits");
    }
    if e.way.is_empty() {
        return page.t("association-election-unopposed");
    }
    let way = page.t(&format!("association-vote-{}", e.way));
    let line =
        page.ta("association-election-line", &[("way", &way), ("ballots", &e.ballots), ("blank", &e.blank), ("invalid", &e.invalid), ("who", &e.counted_by)]);
    if e.note.is_empty() { line } else { format!("{line} {}", page.t1("association-election-lot", "note", &e.note)) }
}

pub(crate) fn said(page: &Page, r: Resolution) -> Said {
    let way = page.t(&format!("association-vote-{}", r.way));
    let votes = page.ta("association-resolution-votes", &[("ayes", &r.ayes), ("noes", &r.noes), ("blank", &r.blank), ("way", &way), ("who", &r.counted_by)]);
    Said { majority: page.t(&format!("association-majority-{}", r.majority)), votes, resolution: r }
}

/// The points of an agenda.
pub(crate) fn points(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let (mut sql, space) = (app.db.read().await?, view.space.id);
    let meeting = meeting_store::one(&mut sql, space, id).await?;
    let (page, today) = (Page::of_space(&app, &visitor, &view, "association-meeting"), app.clock.today());
    let member = match view.person {
        Some(person) => store::is_member(&mut sql, space, person).await?,
        None => false,
    };
    let mut elections = vec![];
    for election in meeting_store::elections(&mut sql, id).await? {
        let candidates = meeting_store::candidates(&mut sql, election.id).await?;
        elections.push(Voted { line: count_line(&page, &election), candidates, election });
    }
    let may_count = view.may(&COUNT) && meeting.closed_at.is_none();
    let voters = if view.may(&COUNT) {
        let all = meeting_store::voters(&mut sql, space, meeting.held_on).await?;
        Some((all.iter().filter(|v| !meeting.paid_to_vote || v.2 == 0).count(), all.len()))
    } else {
        None
    };
    let (last, deadline) = (last_call(meeting.held_on, meeting.notice_days), last_call(meeting.held_on, meeting.proposal_days));
    page::html(&MeetingPage {
        title: title(&page, &meeting),
        points: points(&meeting.agenda),
        last_call: last,
        first_day: (today > last && meeting.called_on.is_none()).then(|| first_meeting(today, meeting.notice_days)),
        deadline,
        proposals: meeting_store::proposals(&mut sql, id).await?,
        inside: member || !view.roles.is_empty(),
        may_close: may_count && meeting.voters.is_some() && meeting.held_on <= today && elections.iter().all(|v| v.election.state == "decided"),
        elections,
        resolutions: meeting_store::resolutions(&mut sql, id).await?.into_iter().map(|r| said(&page, r)).collect(),
        minutes_rich: rich_text::html(&meeting.minutes),
        voters,
        on_paper: if view.may(&CALL) { store::on_paper(&mut sql, space).await?.len() } else { 0 },
        may_plan: view.may(&PLAN) && meeting.closed_at.is_none(),
        may_propose: (member || view.may(&PLAN)) && meeting.closed_at.is_none() && today <= deadline,
        // What is counted is counted from the day of the meeting on.
        may_count: may_count && meeting.called_on.is_some() && meeting.held_on <= today,
        may_write: view.may(&MINUTES) && meeting.called_on.is_some() && meeting.held_on <= today && meeting.approved_on.is_none(),
        may_approve: view.may(&APPROVE) && meeting.closed_at.is_some() && meeting.approved_on.is_none() && !meeting.minutes.is_empty(),
        meeting,
        page,
    })
}

fn plan_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Option<Uuid>, days: i64, form: Form) -> Questions {
    let action = id.map_or("forening/moede".to_owned(), |id| format!("forening/moede/{id}/ret"));
    let word = if id.is_some() { "association-plan-change" } else { "association-plan" };
    let (back, back_word) = id.map_or_else(|| (view.under("forening"), "association-back"), |id| (at(view, id), "association-meeting-back"));
    let shown = Questions::new(app, visitor, view, word, &action, form).back(back, back_word);
    let first = first_meeting(app.clock.today(), days);
    let lead = shown.page.t2("association-plan-lead", "days", days, "date", shown.page.date(&first));
    let kinds = options(&shown.page, "association-kind-", &["ordinary", "extraordinary"]);
    shown
        .lead(lead)
        .choose("kind", "association-plan-kind", "radios", kinds)
        .ask("held_on", "association-plan-day", "date")
        .ask("at_time", "association-plan-time", "text")
        .ask("place", "association-plan-place", "text")
        .ask("agenda", "association-plan-agenda", "long")
}

async fn new(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&PLAN)?;
    let rules = store::rules(&mut app.db.read().await?, view.space.id).await?;
    let page = Page::of_space(&app, &visitor, &view, "association-plan");
    let form = Form::filled([("kind", "ordinary".to_owned()), ("at_time", "19.00".to_owned()), ("agenda", agenda(&page, &rules))]);
    page::html(&plan_form(&app, &visitor, &view, None, rules.notice_days, form))
}

/// Reads the plan; errors stay in the form.
fn read_plan(shown: &mut Questions, today: NaiveDate, days: i64) -> Option<Plan> {
    let kind = shown.pick("kind");
    let held_on = shown.date("held_on");
    let (at_time, place, agenda) = (shown.required("at_time", 40), shown.required("place", 160), shown.required("agenda", 4_000));
    if let Some(day) = held_on
        && today > last_call(day, days)
    {
        let (last, first) = (shown.page.date(&last_call(day, days)), shown.page.date(&first_meeting(today, days)));
        let text = shown.page.t2("association-plan-too-soon", "last", last, "first", first);
        shown.form.wrong("held_on", text);
    }
    match (kind, held_on, shown.ok()) {
        (Some(kind), Some(held_on), true) => Some(Plan { extraordinary: kind == "extraordinary", held_on, at_time, place, agenda }),
        _ => None,
    }
}

async fn create(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let rules = store::rules(act.sql(), view.space.id).await?;
    let mut shown = plan_form(&app, &visitor, &view, None, rules.notice_days, form);
    let Some(plan) = read_plan(&mut shown, act.today(), rules.notice_days) else { return page::not_accepted(&shown) };
    let id = meetings::plan(&mut act, None, &plan).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-planned"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&PLAN)?;
    let m = meeting_store::one(&mut app.db.read().await?, view.space.id, id).await?;
    if m.called_on.is_some() {
        return Err(Error::Refused("association-called-already"));
    }
    let form = Form::filled([
        ("kind", if m.extraordinary { "extraordinary" } else { "ordinary" }.to_owned()),
        ("held_on", m.held_on.to_string()),
        ("at_time", m.at_time),
        ("place", m.place),
        ("agenda", m.agenda),
    ]);
    page::html(&plan_form(&app, &visitor, &view, Some(id), m.notice_days, form))
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PLAN).await?;
    let before = meeting_store::one(act.sql(), view.space.id, id).await?;
    let mut shown = plan_form(&app, &visitor, &view, Some(id), before.notice_days, form);
    let Some(plan) = read_plan(&mut shown, act.today(), before.notice_days) else { return page::not_accepted(&shown) };
    meetings::plan(&mut act, Some(id), &plan).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-planned"))
}

/// The meeting's page.
pub(crate) fn at(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("forening/moede/{id}"))
}

async fn call(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CALL).await?;
    meetings::call(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-called"))
}

/// A form under the meeting.
pub(crate) fn under(app: &App, visitor: &Visitor, view: &SpaceView, word: &str, id: Uuid, last: &str, form: Form) -> Questions {
    Questions::new(app, visitor, view, word, &format!("forening/moede/{id}/{last}"), form).back(at(view, id), "association-meeting-back")
}

fn proposal_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Questions {
    under(app, visitor, view, "association-propose", id, "forslag", form)
        .ask("title", "association-propose-title", "text")
        .ask("text", "association-propose-text", "area")
        .button("association-propose-button")
}

async fn write_proposal(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&PROPOSE)?;
    let mut sql = app.db.read().await?;
    let meeting = meeting_store::one(&mut sql, view.space.id, id).await?;
    // Better now than after somebody has written a page.
    if app.clock.today() > last_call(meeting.held_on, meeting.proposal_days) || meeting.closed_at.is_some() {
        return Err(Error::Refused("association-proposals-closed"));
    }
    let member = match view.person {
        Some(person) => store::is_member(&mut sql, view.space.id, person).await?,
        None => false,
    };
    if !member && !view.may(&PLAN) {
        return Err(Error::Refused("association-members-only"));
    }
    drop(sql);
    page::html(&proposal_form(&app, &visitor, &view, id, Form::default()))
}

async fn propose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PROPOSE).await?;
    let mut shown = proposal_form(&app, &visitor, &view, id, form);
    let (title, text) = (shown.required("title", 120), shown.required("text", 4_000));
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    meetings::propose(&mut act, id, &title, &text).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-proposed"))
}

fn attend_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Questions {
    under(app, visitor, view, "association-attend", id, "fremmoede", form)
        .ask("voters", "association-attend-voters", "short")
        .ask("guests", "association-attend-guests", "short")
        .ask("chaired_by", "association-attend-chair", "text")
}

/// A meeting in which something can still be counted.
async fn open(app: &App, view: &SpaceView, id: Uuid) -> Result<Meeting> {
    let meeting = meeting_store::one(&mut app.db.read().await?, view.space.id, id).await?;
    if meeting.closed_at.is_some() { Err(Error::Refused("association-meeting-closed")) } else { Ok(meeting) }
}

async fn who_came(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    let m = open(&app, &view, id).await?;
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let form = Form::filled([("voters", number(m.voters)), ("guests", m.guests.unwrap_or(0).to_string()), ("chaired_by", m.chaired_by)]);
    let voters = meeting_store::voters(&mut app.db.read().await?, view.space.id, m.held_on).await?;
    let may = voters.iter().filter(|v| !m.paid_to_vote || v.2 == 0).count();
    let shown = attend_form(&app, &visitor, &view, id, form);
    let lead = shown.page.t2("association-voters-n", "n", may, "all", voters.len());
    page::html(&shown.lead(lead))
}

async fn attend(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let mut shown = attend_form(&app, &visitor, &view, id, form);
    let (voters, guests, chair) = (shown.number("voters", 0..=100_000), shown.number("guests", 0..=100_000), shown.required("chaired_by", 80));
    let (Some(voters), Some(guests), true) = (voters, guests, shown.ok()) else { return page::not_accepted(&shown) };
    meetings::attend(&mut act, id, voters, guests, &chair).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-counted"))
}

fn resolution_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Questions {
    let shown = under(app, visitor, view, "association-resolve", id, "beslutning", form);
    let majorities = Majority::ALL.map(Majority::key);
    let (majorities, ways) = (options(&shown.page, "association-majority-", &majorities), options(&shown.page, "association-vote-", &WAYS));
    shown
        .ask("title", "association-resolve-title", "text")
        .may_ask("text", "association-resolve-text", "area")
        .choose("majority", "association-resolve-majority", "radios", majorities)
        .choose("way", "association-count-way", "radios", ways)
        .ask("ayes", "association-resolve-ayes", "short")
        .ask("noes", "association-resolve-noes", "short")
        .ask("blank", "association-resolve-blank", "short")
        .ask("counted_by", "association-count-by", "text")
}

async fn write_resolution(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    open(&app, &view, id).await?;
    let form = Form::filled([("majority", "simple".to_owned()), ("way", "hands".to_owned()), ("blank", "0".to_owned())]);
    page::html(&resolution_form(&app, &visitor, &view, id, form))
}

async fn resolve(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let meeting = meeting_store::one(act.sql(), view.space.id, id).await?;
    let mut shown = resolution_form(&app, &visitor, &view, id, form);
    let (title, text) = (shown.required("title", 160), shown.optional("text", 4_000));
    let majority = shown.pick("majority").and_then(|key| Majority::of(&key));
    let way = shown.pick("way");
    let [ayes, noes, blank] = ["ayes", "noes", "blank"].map(|name| shown.number(name, 0..=100_000));
    let counted_by = shown.required("counted_by", 120);
    if let (Some(voters), Some(ayes), Some(noes), Some(blank)) = (meeting.voters, ayes, noes, blank)
        && ayes + noes + blank > voters
    {
        let text = shown.page.t2("association-too-many-votes", "n", ayes + noes + blank, "voters", voters);
        shown.form.wrong("ayes", text);
    }
    let (Some(majority), Some(way), Some(ayes), Some(noes), Some(blank), true) = (majority, way, ayes, noes, blank, shown.ok()) else {
        return page::not_accepted(&shown);
    };
    let carried = meetings::resolve(&mut act, id, &Motion { title, text, majority, way, ayes, noes, blank, counted_by }).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), if carried { "association-carried" } else { "association-lost" }))
}

async fn close(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CLOSE).await?;
    meetings::close(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-closed"))
}

fn minutes_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Questions {
    under(app, visitor, view, "association-minutes", id, "referat", form).ask("minutes", "association-minutes-text", "long")
}

async fn write_minutes(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&MINUTES)?;
    let m = meeting_store::one(&mut app.db.read().await?, view.space.id, id).await?;
    if m.approved_on.is_some() {
        return Err(Error::Refused("association-minutes-approved"));
    }
    let page = Page::of_space(&app, &visitor, &view, "association-minutes");
    // An empty page is hard to begin on: the agenda's points stand there as headings.
    let draft = points(&m.agenda).iter().map(|p| format!("## {p}\n\n")).collect::<String>();
    let head = page.t2("association-minutes-head", "chair", &m.chaired_by, "n", m.voters.unwrap_or(0));
    let text = if m.minutes.is_empty() { format!("{head}\n\n{draft}") } else { m.minutes };
    page::html(&minutes_form(&app, &visitor, &view, id, Form::filled([("minutes", text)])))
}

async fn minutes(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &MINUTES).await?;
    let mut shown = minutes_form(&app, &visitor, &view, id, form);
    let text = shown.required("minutes", 40_000);
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    meetings::write_minutes(&mut act, id, &text).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-minutes"))
}

async fn approve(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &APPROVE).await?;
    meetings::approve(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, id), "association-approved"))
}
