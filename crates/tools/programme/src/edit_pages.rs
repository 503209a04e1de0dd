//! Changing, cancelling and restoring what is planned: first one says whether it is this time, this and those that follow, or all.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use samskab_recurrence::{End, instant};
use serde::Deserialize;

use crate::acts::{CANCEL, MOVE, RESTORE};
use crate::model::{Clash, Scope};
use crate::pages::{home, id_of};
use crate::store::Occurrence;
use crate::times_form::{Times, fields, fill, is_weekly};
use crate::{editing, house_store, seen, store};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/program/gang/{id}/flyt", get(ask).post(change))
        .route("/forloeb/{slug}/program/gang/{id}/aflys", get(ask_to_cancel).post(cancel))
        .route("/forloeb/{slug}/program/gang/{id}/afhold", post(restore))
}

#[derive(Deserialize)]
struct Asked {
    hvad: Option<String>,
}

#[derive(Template)]
#[template(path = "programme_move.html")]
pub(crate) struct MovePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) o: Occurrence,
    pub(crate) when: String,
    /// What the change is about; missing: that is asked first.
    pub(crate) scope: Option<Scope>,
    pub(crate) times: Times,
    /// Whether there is more than this one.
    pub(crate) repeats: bool,
}

impl MovePage {
    pub(crate) fn weekly(&self) -> bool {
        is_weekly(&self.form)
    }
}

#[derive(Template)]
#[template(path = "programme_cancel.html")]
pub(crate) struct CancelPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) o: Occurrence,
    pub(crate) when: String,
    pub(crate) scopes: Vec<(&'static str, String)>,
}

async fn found(sql: &mut Sql, view: &SpaceView, id: &str) -> Result<Occurrence> {
    store::occurrence(sql, view.space.id, id_of(id)?).await
}

async fn move_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, o: Occurrence, scope: Option<Scope>, form: Option<Form>) -> Result<MovePage> {
    let page = Page::of_space(app, visitor, view, "programme-change");
    let row = store::series_row(sql, o.series_id).await?;
    let series = store::series(sql, &row).await?;
    let repeats = !series.rule().is_once() || store::series_of(sql, o.activity_id).await?.len() > 1;
    let scope = if repeats { scope } else { Some(Scope::This) };
    let form = match form {
        Some(form) => form,
        None => {
            let mut form = Form::default();
            // What one has moved by itself says nothing of the others.
            let own = scope == Some(Scope::This);
            let start = instant(series.original(o.day));
            let span = if own { o.span() } else { (start, start + chrono::Duration::minutes(i64::from(series.minutes()))) };
            for (name, value) in fields(&span) {
                form.set(name, value);
            }
            let booked = if own { store::booked_by(sql, o.id).await? } else { store::series_resources(sql, row.id).await? };
            for id in booked {
                form.add("resource".to_owned(), id.to_string());
            }
            // A series that was parted goes on in its last part.
            let last = match store::series_of(sql, o.activity_id).await?.last() {
                Some(last) => store::series(sql, last).await?,
                None => series.clone(),
            };
            let end = match last.rule().end() {
                End::Until(date) => date,
                End::Count(_) | End::Never => last.all().last().map_or(o.day, |l| l.date),
            };
            fill(&mut form, series.rule(), end);
            form
        }
    };
    let times = Times::new(&page, house_store::resources(sql, view.space.id).await?);
    Ok(MovePage { when: seen::when(&page, &o.span()), times, page, form, o, scope, repeats })
}

async fn ask(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&MOVE)?;
    let o = found(&mut sql, &view, &id).await?;
    let scope = asked.hvad.as_deref().and_then(Scope::of);
    page::html(&move_page(&mut sql, &app, &visitor, &view, o, scope, None).await?)
}

fn refused(form: &mut Form, page: &Page, clashes: &[Clash]) {
    for line in seen::clashes(page, clashes) {
        form.wrong("resource", line);
    }
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &MOVE).await?;
    let o = found(act.sql(), &view, &id).await?;
    let scope = Scope::of(form.value("scope")).ok_or(Error::BadRequest("error-form"))?;
    let (id, activity) = (o.id, o.activity_id);
    let mut shown = move_page(act.sql(), &app, &visitor, &view, o, Some(scope), Some(form)).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    let course = if scope == Scope::This { shown.times.once(page, form) } else { shown.times.judge(page, form) };
    let (Some(course), true) = (course, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    let tried = if scope == Scope::This {
        let start = instant(course.from.unwrap_or(shown.o.day).and_time(course.time));
        let span = (start, start + chrono::Duration::minutes(i64::from(course.minutes)));
        editing::move_one(&mut act, id, span, &course.resources).await?
    } else {
        // Of all that are still to come the first is where it is; the date only says what is meant by "the second Tuesday".
        let from = course.from.filter(|_| scope == Scope::Following);
        editing::change(&mut act, id, scope, &editing::Course { from, ..course }).await?
    };
    if let Err(clashes) = tried {
        drop(act);
        refused(&mut shown.form, &shown.page, &clashes);
        return page::not_accepted(&shown);
    }
    act.commit().await?;
    Ok(page::go(&home(&view, &activity), "programme-changed"))
}

async fn cancel_page(sql: &mut Sql, app: &App, visitor: &Visitor, view: &SpaceView, o: Occurrence, form: Form) -> Result<CancelPage> {
    let page = Page::of_space(app, visitor, view, "programme-cancel");
    let row = store::series_row(sql, o.series_id).await?;
    let once = store::series(sql, &row).await?.rule().is_once() && store::series_of(sql, o.activity_id).await?.len() == 1;
    let scopes: &[Scope] = if once { &[Scope::This] } else { &[Scope::This, Scope::Following] };
    let scopes = scopes.iter().map(|s| (s.key(), page.t(&format!("programme-cancel-{}", s.key())))).collect();
    Ok(CancelPage { when: seen::when(&page, &o.span()), page, form, o, scopes })
}

async fn ask_to_cancel(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("program");
    view.demand(&CANCEL)?;
    let o = found(&mut sql, &view, &id).await?;
    let form = Form::filled([("scope", Scope::This.key().to_owned())]);
    page::html(&cancel_page(&mut sql, &app, &visitor, &view, o, form).await?)
}

async fn cancel(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &CANCEL).await?;
    let o = found(act.sql(), &view, &id).await?;
    let (id, activity) = (o.id, o.activity_id);
    let mut shown = cancel_page(act.sql(), &app, &visitor, &view, o, form).await?;
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("scope", "programme-scope"), ("reason", "programme-reason")]);
    let scope = Scope::of(form.value("scope")).filter(|s| *s != Scope::All);
    let scope = form.need(page, "scope", scope);
    let reason = form.required(page, "reason", 200);
    let (Some(scope), true) = (scope, form.ok()) else {
        drop(act);
        return page::not_accepted(&shown);
    };
    if scope == Scope::This {
        editing::cancel_one(&mut act, id, &reason).await?;
    } else {
        editing::stop(&mut act, id, &reason).await?;
    }
    act.commit().await?;
    Ok(page::go(&home(&view, &activity), "programme-is-now-cancelled"))
}

async fn restore(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("program");
    let mut act = Act::begin(&app, &visitor, view.space.id, &RESTORE).await?;
    let o = found(act.sql(), &view, &id).await?;
    if editing::restore(&mut act, o.id).await?.is_err() {
        // Another room is found on the page that moves it.
        return Err(Error::Refused("programme-taken-meanwhile"));
    }
    act.commit().await?;
    Ok(page::go(&home(&view, &o.activity_id), "programme-restored"))
}
