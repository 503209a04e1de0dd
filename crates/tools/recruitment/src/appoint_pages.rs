//! Giving the council's answers: one row for each who waits, looked at once more before anything is sent.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::APPOINT;
use crate::appointing::{self, Meeting, room};
use crate::candidate_pages::{Candidate, candidates};
use crate::lots::receipt;
use crate::model::{ALTERNATES, Decided, Problem, Reply, Room, from_lot, judge};
use crate::store::{self, Call, Profile};
use crate::{interest_store, lot_store};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/pladser/opslag/{id}/svar", get(choose).post(give))
}

/// Somebody who waits, and what can be answered.
pub(crate) struct Row {
    pub(crate) candidate: Candidate,
    pub(crate) field: String,
    pub(crate) options: Vec<(String, String)>,
}

/// How many get which answer, before it is sent.
pub(crate) struct Counted {
    pub(crate) word: String,
    pub(crate) names: Vec<String>,
}

#[derive(Template)]
#[template(path = "appoint.html")]
pub(crate) struct AppointPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) call: Call,
    pub(crate) rows: Vec<Row>,
    pub(crate) profiles: Vec<Profile>,
    /// Whether a lot has suggested answers.
    pub(crate) by_lot: bool,
}

#[derive(Template)]
#[template(path = "appoint_look.html")]
pub(crate) struct LookPage {
    pub(crate) page: Page,
    pub(crate) call: Call,
    pub(crate) counted: Vec<Counted>,
    pub(crate) undecided: Vec<String>,
    /// The form once more, hidden.
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) date: String,
    pub(crate) note: String,
}

fn options(page: &Page, profiles: &[Profile], candidate: &Candidate, groups: bool) -> Vec<(String, String)> {
    let mut out = vec![(String::new(), page.t("recruitment-decide-later"))];
    for p in profiles.iter().filter(|p| candidate.profiles.contains(&p.id)) {
        out.push((Decided::Seat(p.id).key(), page.t1("recruitment-decide-seat", "seat", &p.title)));
        for n in 1..=ALTERNATES {
            out.push((Decided::Alternate(p.id, n).key(), page.t2("recruitment-decide-alternate", "seat", &p.title, "n", p.last_place + n)));
        }
    }
    if groups {
        out.push((Decided::Group.key(), page.t("recruitment-decide-group")));
    }
    out.push((Decided::Declined.key(), page.t("recruitment-decide-declined")));
    out
}

/// What drawn lots suggest: interest and decision. Whoever has taken their interest back, or has an answer, is passed over.
async fn suggested(sql: &mut Sql, call: &Call, profiles: &[Profile], waiting: &[(Uuid, Uuid)]) -> Result<BTreeMap<Uuid, Decided>> {
    let mut all = BTreeMap::new();
    for draw in lot_store::of_call(sql, call.id).await? {
        let Some(profile) = profiles.iter().find(|p| p.id == draw.profile_id).filter(|_| draw.seed.is_some()) else { continue };
        let held = lot_store::held_by(sql, draw.id).await?;
        let person = |name: &String| held.iter().find(|(n, _)| n == name).map(|(_, person)| *person);
        let interest = |person: Uuid| waiting.iter().find(|(_, p)| *p == person).map(|(interest, _)| *interest);
        let order: Vec<Uuid> = receipt(sql, &draw).await?.order.iter().filter_map(person).filter_map(interest).filter(|i| !all.contains_key(i)).collect();
        all.extend(from_lot(profile.id, profile.free().min(draw.seats), &order));
    }
    Ok(all)
}

async fn appoint_page(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, sent: Option<Form>) -> Result<AppointPage> {
    let mut sql = app.db.read().await?;
    let call = store::call(&mut sql, view.space.id, id).await?;
    let page = Page::of_space(app, visitor, view, "recruitment-appoint-title");
    let profiles = store::profiles_of_call(&mut sql, id).await?;
    let waiting: Vec<Candidate> = candidates(&mut sql, &page, id, &profiles).await?.into_iter().filter(|c| c.interest.waits()).collect();
    let ids: Vec<(Uuid, Uuid)> = waiting.iter().map(|c| (c.interest.id, c.interest.person_id)).collect();
    let suggested = suggested(&mut sql, &call, &profiles, &ids).await?;
    let mut form = sent.clone().unwrap_or_default();
    if sent.is_none() {
        for (interest, decided) in &suggested {
            form.set(&field(*interest), decided.key());
        }
    }
    let row =
        |candidate: Candidate| Row { field: field(candidate.interest.id), options: options(&page, &profiles, &candidate, call.working_groups), candidate };
    let rows = waiting.into_iter().map(row).collect();
    Ok(AppointPage { by_lot: !suggested.is_empty(), rows, form, call, profiles, page })
}

fn field(interest: Uuid) -> String {
    format!("for-{interest}")
}

async fn choose(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    view.demand(&APPOINT)?;
    page::html(&appoint_page(&app, &visitor, &view, id, None).await?)
}

/// What the form decides; errors stay in it.
fn read(shown: &mut AppointPage) -> Option<(Meeting, Vec<(Uuid, Decided)>)> {
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("date", "recruitment-appoint-date"), ("note", "recruitment-appoint-note"), ("rows", "recruitment-appoint-rows")]);
    let on = form.date(page, "date");
    let on = form.need(page, "date", on);
    if on.is_some_and(|on| on > page.today()) {
        let text = page.t("recruitment-appoint-future");
        form.wrong("date", text);
    }
    let note = form.optional(page, "note", 200);
    let rest = form.is("rest", "yes");
    let mut decisions = vec![];
    for row in &shown.rows {
        let value = form.value(&row.field).to_owned();
        let offered = row.options.iter().any(|(key, _)| *key == value);
        match Decided::of(&value).filter(|_| offered) {
            Some(decided) => decisions.push((row.candidate.interest.id, decided)),
            // Everybody gets an answer; who also wanted to be in a working group is welcome there.
            None if rest && value.is_empty() => {
                let group = shown.call.working_groups && row.candidate.interest.working_group;
                decisions.push((row.candidate.interest.id, if group { Decided::Group } else { Decided::Declined }));
            }
            None => {}
        }
    }
    let rooms: Vec<Room> = shown.profiles.iter().map(room).collect();
    let name = |id: Uuid| shown.profiles.iter().find(|p| p.id == id).map(|p| p.title.clone()).unwrap_or_default();
    let made: Vec<Decided> = decisions.iter().map(|d| d.1).collect();
    let problem = match judge(&rooms, &made) {
        _ if decisions.is_empty() => Some(page.t("recruitment-appoint-nobody")),
        Ok(()) => None,
        Err(Problem::TooMany(profile, free)) => Some(page.t2("recruitment-appoint-too-many", "seat", name(profile), "n", free)),
        Err(Problem::SamePlace(profile, place)) => Some(page.t2("recruitment-appoint-same-place", "seat", name(profile), "n", place)),
        Err(Problem::Unknown) => Some(page.t("form-choice")),
    };
    if let Some(text) = problem {
        form.wrong("rows", text);
    }
    let on = on.filter(|_| form.ok())?;
    Some((Meeting { on, note }, decisions))
}

/// The page on which one looks once more before mails go out.
fn look(shown: AppointPage, meeting: &Meeting, decisions: &[(Uuid, Decided)]) -> LookPage {
    let page = shown.page;
    let name = |id: &Uuid| shown.rows.iter().find(|r| r.candidate.interest.id == *id).map(|r| r.candidate.interest.name.clone()).unwrap_or_default();
    let of = |reply: Reply| Counted {
        word: page.t(&format!("recruitment-look-{}", reply.key())),
        names: decisions.iter().filter(|(_, d)| d.reply() == reply).map(|(id, _)| name(id)).collect(),
    };
    let decided: Vec<&Uuid> = decisions.iter().map(|d| &d.0).collect();
    let mut fields: Vec<(String, String)> = decisions.iter().map(|(id, d)| (field(*id), d.key())).collect();
    fields.extend([("date".to_owned(), meeting.on.to_string()), ("note".to_owned(), meeting.note.clone())]);
    LookPage {
        counted: Reply::ALL.iter().map(|r| of(*r)).filter(|c| !c.names.is_empty()).collect(),
        undecided: shown.rows.iter().filter(|r| !decided.contains(&&r.candidate.interest.id)).map(|r| r.candidate.interest.name.clone()).collect(),
        fields,
        date: page.date(&meeting.on),
        note: meeting.note.clone(),
        call: shown.call,
        page,
    }
}

async fn give(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("pladser");
    let mut act = Act::begin(&app, &visitor, view.space.id, &APPOINT).await?;
    let sure = form.is("sure", "yes");
    let mut shown = appoint_page(&app, &visitor, &view, id, Some(form)).await?;
    let Some((meeting, decisions)) = read(&mut shown) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    if !sure {
        drop(act);
        return page::html(&look(shown, &meeting, &decisions));
    }
    appointing::appoint(&mut act, id, &meeting, &decisions).await?;
    act.commit().await?;
    let (_, waiting) = interest_store::count(&mut app.db.read().await?, id).await?;
    let done = if waiting == 0 { "appointed-all" } else { "appointed" };
    Ok(page::go(&view.under(&format!("pladser/opslag/{id}/interesserede")), done))
}
