//! The list of meetings, and the page of one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::paging::Paging;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{AGENDA, CALL, CANCEL, CHANGE, PLAN, PROMISE, REPLY, RUNS, WRITE};
use crate::minutes_store::{self, Decision};
use crate::model::{INNER, Minutes, Needs, Reply, Sight};
use crate::seen::{self, Seen};
use crate::store::{Meeting, Registration};
use crate::{acts, agenda, places, store};

/// Meetings on a page of those that were held.
const A_PAGE: usize = 20;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/moeder", get(list))
        .route("/forloeb/{slug}/moeder/{id}", get(show))
        .route("/forloeb/{slug}/moeder/{id}/indkald", post(call))
        .route("/forloeb/{slug}/moeder/{id}/svar", post(reply))
        .route("/forloeb/{slug}/moeder/{id}/tavshed", post(promise))
}

/// A meeting as a line of a list.
pub(crate) struct Line {
    pub(crate) meeting: Meeting,
    pub(crate) when: String,
    pub(crate) href: String,
    /// The visitor's own answer.
    pub(crate) reply: Option<Reply>,
}

impl Line {
    pub(crate) fn of(page: &Page, view: &SpaceView, meeting: Meeting, replies: &[(Uuid, Reply)]) -> Self {
        let reply = replies.iter().find(|(id, _)| *id == meeting.id).map(|(_, reply)| *reply);
        Self { when: seen::when(page, &meeting), href: path_of(view, meeting.id), reply, meeting }
    }

    /// How it stands with it, in words, with the class of its tag.
    pub(crate) fn tag(&self, page: &Page) -> Option<(&'static str, String)> {
        let m = &self.meeting;
        if m.cancelled_at.is_some() {
            return Some(("late", page.t("meetings-cancelled")));
        }
        if m.is_held(page.now) {
            let class = match m.minutes_state {
                Minutes::Draft => return None,
                Minutes::Sent => "wait",
                Minutes::Approved => "ok",
            };
            return Some((class, page.t(&format!("meetings-state-{}", m.minutes_state.key()))));
        }
        let class = match self.reply? {
            Reply::Coming | Reply::Online => "ok",
            Reply::Waiting => "wait",
            Reply::Declined | Reply::Silent => "plain",
        };
        Some((class, page.t(&format!("meetings-you-{}", self.reply?.key()))))
    }
}

#[derive(Template)]
#[template(path = "meetings.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) coming: Vec<Line>,
    pub(crate) held: Vec<Line>,
    pub(crate) paging: Paging,
    pub(crate) may_plan: bool,
    /// Whether the space's own feed can be fetched without signing in.
    pub(crate) feed: bool,
    pub(crate) decisions: i64,
}

#[derive(Template)]
#[template(path = "meeting.html")]
pub(crate) struct MeetingPage {
    pub(crate) page: Page,
    pub(crate) m: Meeting,
    pub(crate) when: String,
    pub(crate) agenda: Vec<Seen>,
    /// Decisions that belong to no item.
    pub(crate) decisions: Vec<Decision>,
    pub(crate) form: Form,
    pub(crate) own: Option<Registration>,
    pub(crate) seats: Option<String>,
    pub(crate) waiting: usize,
    pub(crate) coming: usize,
    pub(crate) may: May,
    pub(crate) choices: Vec<(&'static str, String)>,
    /// What can be ticked off that one needs.
    pub(crate) needs: Vec<(&'static str, String)>,
}

/// What the visitor can do with a meeting.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct May {
    pub(crate) run: bool,
    pub(crate) call: bool,
    pub(crate) agenda: bool,
    pub(crate) reply: bool,
    /// A stranger could answer after signing in.
    pub(crate) sign_in: bool,
    pub(crate) write: bool,
    pub(crate) read_minutes: bool,
    pub(crate) promise: bool,
}

#[derive(Deserialize)]
struct Asked {
    side: Option<usize>,
}

pub(crate) fn path_of(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("moeder/{id}"))
}

async fn list(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let page = Page::of_space(&app, &visitor, &view, "meetings-title");
    let (space, now) = (view.space.id, page.now);
    let all = store::count_held(&mut sql, space, now).await?;
    let paging = Paging::new(&view.under("moeder"), &[], asked.side, usize::try_from(all).unwrap_or(0), A_PAGE);
    let replies = match view.person {
        Some(person) => store::replies_of(&mut sql, person).await?,
        None => vec![],
    };
    let lines = |meetings: Vec<Meeting>| meetings.into_iter().map(|m| Line::of(&page, &view, m, &replies)).collect();
    let held = store::held(&mut sql, space, now, A_PAGE as i64, paging.skipped(A_PAGE) as i64).await?;
    page::html(&ListPage {
        coming: lines(store::coming(&mut sql, space, now, 100).await?),
        held: lines(held),
        paging,
        may_plan: view.may(&PLAN),
        feed: is_public(&view),
        decisions: minutes_store::count_of_space(&mut sql, space).await?,
        page,
    })
}

/// Whether anybody may see the space: a calendar cannot sign in.
pub(crate) fn is_public(view: &SpaceView) -> bool {
    view.space.visibility == samskab_platform::access::Visibility::Public
}

pub(crate) fn inner(view: &SpaceView) -> bool {
    view.roles.iter().any(|r| INNER.contains(r))
}

async fn meeting_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, m: Meeting, form: Option<Form>) -> Result<MeetingPage> {
    let mut page = Page::of_space(app, visitor, view, "meetings-title");
    page.title = format!("{} · {}", m.title, view.space.title);
    let agenda = seen::agenda(sql, view, &m).await?;
    let own = match view.person {
        Some(person) => store::own(sql, m.id, person).await?,
        None => None,
    };
    let coming = store::taken(sql, m.id, Reply::Coming).await?;
    let waiting = store::taken(sql, m.id, Reply::Waiting).await?;
    let open = m.cancelled_at.is_none() && !m.is_held(page.now) && view.space.closed_at.is_none();
    let theirs = m.is_open() || inner(view);
    let may = May {
        run: view.may(&CHANGE) && view.may(&CANCEL),
        call: open && view.may(&CALL),
        agenda: m.cancelled_at.is_none() && m.minutes_state == Minutes::Draft && view.may(&AGENDA),
        reply: open && theirs && view.may(&REPLY),
        sign_in: open && m.is_open() && view.person.is_none(),
        write: m.cancelled_at.is_none() && m.minutes_state == Minutes::Draft && view.may(&WRITE),
        read_minutes: seen::may_read_minutes(view, &m),
        promise: view.may(&PROMISE) && agenda.iter().any(|i| i.sight == Sight::First),
    };
    let form = form.unwrap_or_else(|| {
        let wish = own.as_ref().map_or("", |r| if r.state == Reply::Waiting { "coming" } else { r.state.key() });
        let mut form = Form::filled([("wish", wish.to_owned()), ("needs", own.as_ref().map_or_else(String::new, |r| r.needs.clone()))]);
        for need in own.iter().flat_map(|r| r.all_needs().kinds) {
            form.add("need".to_owned(), need.to_owned());
        }
        form
    });
    let mut wishes = vec!["coming"];
    if !m.online.is_empty() {
        wishes.push("online");
    }
    wishes.push("declined");
    Ok(MeetingPage {
        when: seen::when(&page, &m),
        decisions: minutes_store::of_meeting(sql, m.id).await?.into_iter().filter(|d| d.item_id.is_none()).collect(),
        seats: seen::seats(&page, &m, coming, waiting),
        waiting,
        choices: wishes.into_iter().map(|w| (w, page.t(&format!("meetings-wish-{w}")))).collect(),
        coming,
        needs: seen::needs(&page),
        agenda,
        own,
        form,
        may,
        m,
        page,
    })
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("moeder");
    let meeting = store::one(&mut sql, view.space.id, id_of(&id)?).await?;
    page::html(&meeting_page(&mut sql, &app, &visitor, &view, meeting, None).await?)
}

pub(crate) fn id_of(text: &str) -> Result<Uuid> {
    text.parse().map_err(|_| Error::NotFound)
}

async fn call(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &CALL).await?;
    if acts::call(&mut act, id).await? == 0 {
        return Ok(page::go(&path_of(&view, id), "meetings-called-nobody"));
    }
    act.commit().await?;
    Ok(page::go(&path_of(&view, id), "meetings-called"))
}

async fn reply(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, mut form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("moeder");
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &REPLY).await?;
    let meeting = store::one(act.sql(), view.space.id, id).await?;
    let page = Page::of_space(&app, &visitor, &view, "meetings-title");
    form.called(&page, &[("wish", "meetings-do-you-come"), ("needs", "meetings-needs")]);
    let wish = Reply::of(form.value("wish")).filter(|w| matches!(w, Reply::Coming | Reply::Online | Reply::Declined));
    let wish = form.need(&page, "wish", wish);
    let needs = form.optional(&page, "needs", 1_000);
    let (Some(wish), true) = (wish, form.ok()) else {
        let shown = meeting_page(act.sql(), &app, &visitor, &view, meeting, Some(form)).await?;
        drop(act);
        return page::not_accepted(&shown);
    };
    let became = places::reply(&mut act, id, wish, Needs::of(|need| form.is("need", need), &needs)).await?;
    act.commit().await?;
    let done = match became {
        Reply::Waiting => "meetings-waiting",
        Reply::Declined => "meetings-declined",
        _ => "meetings-coming",
    };
    Ok(page::go(&path_of(&view, id), done))
}

async fn promise(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let id = id_of(&id)?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &PROMISE).await?;
    if agenda::promise(&mut act, id).await? {
        act.commit().await?;
    }
    Ok(Redirect::to(&format!("{}#dagsorden", path_of(&view, id))).into_response())
}

/// Whether the visitor runs the meetings.
pub(crate) fn runs(view: &SpaceView) -> bool {
    view.roles.iter().any(|r| RUNS.contains(r))
}
