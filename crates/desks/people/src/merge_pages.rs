//! Two persons that are one: choosing which to keep, by an administrator or by the person, who has shown that both are theirs.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::Duration;
use samskab_platform::access::Role;
use samskab_platform::desk::admit;
use samskab_platform::held_roles;
use samskab_platform::person::{self, Person};
use samskab_platform::safety::{self, Change, Place};
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, page, personal, reading};
use serde::Deserialize;
use uuid::Uuid;

use crate::about_pages::myself;
use crate::account;
use crate::acts::{CORRECT, MERGE, MERGE_OWN, UNDO_MERGE};
use crate::merge;
use crate::store::{self, Found, Merge};

/// Minutes in which an address that was proven can be used to make two one.
const MINUTES: i64 = 30;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/min-side/slaa-sammen", get(ask).post(send))
        .route("/min-side/slaa-sammen/{id}", get(own).post(merge_own))
        .route("/min-side/slaa-sammen/{id}/fortryd", post(undo_own))
        .route("/administration/personer/{id}/slaa-sammen", get(choose).post(merge_two))
        .route("/administration/personer/sammenlagt/{id}/fortryd", post(undo))
}

/// Where somebody goes whose new address belongs to another person.
pub(crate) fn own_address(change: Uuid) -> String {
    format!("/min-side/slaa-sammen/{change}")
}

/// One of two: who, and what there is of them.
#[derive(Debug, Clone)]
struct Side {
    person: Person,
    came: String,
    has: Vec<(String, i64)>,
}

#[derive(Template)]
#[template(path = "merge.html")]
struct Both {
    page: Page,
    action: String,
    cancel: String,
    own: bool,
    sides: [Side; 2],
}

#[derive(Template)]
#[template(path = "merge_find.html")]
struct Find {
    page: Page,
    person: Person,
    query: String,
    found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "merge_own.html")]
struct Own {
    page: Page,
    form: Form,
    merges: Vec<Merge>,
}

#[derive(Deserialize)]
struct With {
    #[serde(default)]
    med: String,
    #[serde(default)]
    q: String,
}

async fn side(app: &App, page: &Page, person: Person) -> Result<Side> {
    let mut sql = app.db.read().await?;
    let (came, _, _): store::Came = sql.one(&store::CAME, args![person.id]).await?;
    let traces = personal::open_traces(&mut sql, app, person.id).await?;
    let declared = personal::all(app);
    let word = |t: &str, c: &str| declared.iter().find(|p| p.table == t && p.column == c && !p.shows.is_empty()).map(|p| page.t(p.word));
    let has = traces.into_iter().filter_map(|(t, c, n)| Some((word(t, c)?, n))).collect();
    Ok(Side { came: page.when(&came), person, has })
}

async fn both(app: &App, page: Page, ids: [Uuid; 2], own: bool, action: String, cancel: String) -> Result<Both> {
    let mut sql = app.db.read().await?;
    let (a, b) = (person::find(&mut sql, ids[0]).await?, person::find(&mut sql, ids[1]).await?);
    drop(sql);
    let sides = [side(app, &page, a).await?, side(app, &page, b).await?];
    Ok(Both { page, action, cancel, own, sides })
}

fn title(app: &App, visitor: &Visitor) -> Page {
    Page::new(app, visitor, app.words.say(visitor.lang, "account-merge", &[]))
}

async fn choose(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, Query(with): Query<With>) -> Result<Response> {
    admit(&visitor, &[Role::Administrator])?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "person-merge", &[]));
    if let Ok(other) = with.med.parse::<Uuid>() {
        note(&app, &visitor, &[id, other]).await?;
        let (action, cancel) = (format!("/administration/personer/{id}/slaa-sammen"), format!("/administration/personer/{id}"));
        return page::html(&both(&app, page, [id, other], false, action, cancel).await?);
    }
    let mut sql = app.db.read().await?;
    let person = person::find(&mut sql, id).await?;
    // Without a search: those of the same name.
    let query = if with.q.trim().is_empty() { person.name.clone() } else { with.q };
    let found = store::search(&mut sql, &query, 20, 0).await?.into_iter().filter(|f| f.id != id).collect();
    page::html(&Find { page, person, query, found })
}

async fn note(app: &App, visitor: &Visitor, persons: &[Uuid]) -> Result<()> {
    let reader = visitor.person.as_ref().map(|p| p.id);
    let mut sql = app.db.write().await?;
    for person in persons {
        person::find(&mut sql, *person).await?;
        reading::note(&mut sql, app, reader, *person, "reading-person").await?;
    }
    sql.commit().await
}

/// The two ids of a form: the one to keep, and the other.
fn chosen(form: &Form, ids: [Uuid; 2]) -> Option<(Uuid, Uuid)> {
    let keep: Uuid = form.value("keep").parse().ok()?;
    match ids {
        [a, b] if keep == a => Some((a, b)),
        [a, b] if keep == b => Some((b, a)),
        _ => None,
    }
}

async fn merge_two(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &MERGE).await?;
    let other: Uuid = form.value("other").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let Some((kept, away)) = chosen(&form, [id, other]) else {
        return Err(Error::BadRequest("error-form"));
    };
    let (one, two) = (person::find(act.sql(), kept).await?, person::find(act.sql(), away).await?);
    // Two that the office makes one are not let into a sealed space by that: both are held back first, so that it can be taken back.
    for person in [kept, away] {
        held_roles::hold(act.sql(), person, "merge").await?;
    }
    let record = merge::merge(&mut act, kept, away).await?;
    // Whoever has the other person's ways in now has this one's things too.
    let addresses: Vec<&str> = [&one.email, &two.email].into_iter().filter_map(|e| e.as_deref()).collect();
    safety::tell(&mut act, &one, &addresses, &Change { word: "safety-merged-office", name: &two.name, place: Place::Office }).await?;
    act.record("merge", record, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{kept}"), "merged"))
}

async fn undo(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &UNDO_MERGE).await?;
    let record: Merge = act.sql().one(&store::ONE_MERGE, args![id]).await?;
    merge::undo(&mut act, id).await?;
    act.record("merge", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{}", record.kept_id), "unmerged"))
}

async fn own_page(app: &App, visitor: &Visitor, form: Form) -> Result<Own> {
    let me = myself(visitor)?;
    let now = app.clock.now();
    let merges: Vec<Merge> = app.db.read().await?.all(&store::MERGES_OF, args![me.id]).await?;
    let merges = merges.into_iter().filter(|m| merge::can_undo(m, now)).collect();
    Ok(Own { page: title(app, visitor), form, merges })
}

async fn ask(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    page::html(&own_page(&app, &visitor, Form::default()).await?)
}

async fn send(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &CORRECT).await?;
    let mut template = own_page(&app, &visitor, form).await?;
    let email = template.form.email(&template.page, "email");
    if me.email.as_deref() == Some(&email) {
        let text = template.page.t("merge-own-address");
        template.form.wrong("email", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    let id = match account::ask_address(&mut act, &email).await {
        Err(Error::TooMany) => {
            drop(act);
            let text = template.page.t("sign-in-too-many");
            template.form.wrong("email", text);
            return page::not_accepted(&template);
        }
        asked => asked?,
    };
    act.commit().await?;
    Ok(Redirect::to(&format!("/min-side/oplysninger/mail?id={id}")).into_response())
}

/// The other person: the one whose address the visitor has just proven to be theirs too.
async fn proven(app: &App, me: &Person, change: Uuid) -> Result<Uuid> {
    let mut sql = app.db.read().await?;
    let since = app.clock.now() - Duration::minutes(MINUTES);
    let (email,): (String,) = sql.one(&store::PROVEN_ADDRESS, args![change, me.id, since]).await?;
    let other = person::find_by_email(&mut sql, &email).await?.filter(|o| o.id != me.id);
    other.map(|o| o.id).ok_or(Error::NotFound)
}

async fn own(State(app): State<App>, visitor: Visitor, Path(change): Path<Uuid>) -> Result<Response> {
    let me = myself(&visitor)?;
    let other = proven(&app, me, change).await?;
    let (action, cancel) = (own_address(change), "/min-side".to_owned());
    page::html(&both(&app, title(&app, &visitor), [me.id, other], true, action, cancel).await?)
}

async fn merge_own(State(app): State<App>, visitor: Visitor, Path(change): Path<Uuid>, form: Form) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let other = proven(&app, &me, change).await?;
    let mut act = Act::begin_at_desk(&app, &visitor, &MERGE_OWN).await?;
    let Some((kept, away)) = chosen(&form, [me.id, other]) else {
        return Err(Error::BadRequest("error-form"));
    };
    merge::merge(&mut act, kept, away).await?;
    act.commit().await?;
    // The visitor's session follows to the person that is kept.
    Ok(page::go("/min-side/slaa-sammen", "merged-own"))
}

async fn undo_own(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &MERGE_OWN).await?;
    let record: Merge = act.sql().one(&store::ONE_MERGE, args![id]).await?;
    if record.kept_id != me.id {
        return Err(Error::NotFound);
    }
    merge::undo(&mut act, id).await?;
    act.commit().await?;
    // Whoever came in as the other person is that person again: their session went back with everything else.
    Ok(page::go("/min-side/slaa-sammen", "unmerged"))
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let person = crate::people_pages::sample_person;
    let side = |name: &str| Side { person: person(name), came: "i går".into(), has: vec![(page.t("stored-role"), 3)] };
    let both = |own: bool| Both { page: page.clone(), action: "/".into(), cancel: "/".into(), own, sides: [side("Ida <Holm>"), side("Ida")] };
    let found = crate::people_pages::sample_found("Ida");
    let mut wrong = Form::default();
    wrong.wrong("email", "Skriv en adresse");
    vec![
        ("merge", both(false).render()),
        ("merge, own", both(true).render()),
        ("merge_find", Find { page: page.clone(), person: person("Ida"), query: "Ida".into(), found: vec![found] }.render()),
        ("merge_find, empty", Find { page: page.clone(), person: person("Ida"), query: "Ida".into(), found: vec![] }.render()),
        ("merge_own", Own { page: page.clone(), form: wrong, merges: vec![crate::people_pages::sample_merge(page)] }.render()),
    ]
}
