//! Who sees the circle, whom the family knows, who is not to be asked.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::access::Role;
use samskab_platform::{App, Error, Form, Page, Result, Visitor, page, person, space};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{self, Joining, OPENERS, PEOPLE};
use crate::ask_store::{self, Known};
use crate::store::{self, Stance};
use crate::whole::{self, Whole};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/kreds/folk", get(show).post(change))
}

/// Somebody who sees the circle.
pub(crate) struct Insider {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// In words.
    pub(crate) role: String,
    /// Whether it is the visitor.
    pub(crate) me: bool,
    /// Whether the visitor may take them out.
    pub(crate) goes: bool,
}

#[derive(Template)]
#[template(path = "circle_people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) inside: Vec<Insider>,
    pub(crate) stances: Vec<Stance>,
    /// Secretaries and facilitators who are not in it: id, name.
    pub(crate) colleagues: Vec<(String, String)>,
    pub(crate) query: String,
    pub(crate) found: Vec<Known>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
}

async fn people_page(app: &App, visitor: &Visitor, whole: &Whole, query: String, form: Form) -> Result<PeoplePage> {
    let mut sql = app.db.read().await?;
    let page = whole.page(app, visitor, "circle-people-title");
    let team = space::team(&mut sql, whole.view.space.id).await?;
    let root = app.municipality_space().await?.id;
    let mut colleagues = vec![];
    for role in OPENERS {
        for id in space::with_role(&mut sql, root, *role).await? {
            if !team.iter().any(|m| m.id == id) && !colleagues.iter().any(|(c, _)| *c == id.to_string()) {
                colleagues.push((id.to_string(), person::find(&mut sql, id).await?.name));
            }
        }
    }
    colleagues.sort_by(|a, b| a.1.cmp(&b.1));
    let mut inside: Vec<Insider> = vec![];
    let coordinators = acts::coordinators(&mut sql, whole.view.space.id).await?;
    for m in team {
        let role = whole.view.role_name(&page.lang, &m.role).to_owned();
        let me = whole.view.person == Some(m.id);
        // Whom it is around goes out when they want; and a circle is never without somebody who coordinates it.
        let goes = (me || m.role != Role::Owner) && coordinators != [m.id];
        match inside.iter_mut().find(|i| i.id == m.id) {
            Some(known) => {
                known.role = format!("{}, {role}", known.role);
                known.goes &= goes;
            }
            None => inside.push(Insider { id: m.id, name: m.name, role, me, goes }),
        }
    }
    let stances = store::stances(&mut sql, whole.view.space.id).await?;
    let found = match whole.coordinates() {
        true => ask_store::search(&mut sql, &query).await?,
        false => ask_store::search_offered(&mut sql, whole.view.space.id, &query).await?,
    };
    Ok(PeoplePage { page, form, inside, stances, colleagues, query, found })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, Query(sought): Query<Sought>) -> Result<Response> {
    let whole = whole::read(&app, &visitor, &slug, "circle-read-people").await?;
    page::html(&people_page(&app, &visitor, &whole, sought.q, Form::default()).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (mut act, whole) = whole::begin(&app, &visitor, &slug, &PEOPLE).await?;
    let mut template = people_page(&app, &visitor, &whole, String::new(), form).await?;
    let (page, form) = (&template.page, &mut template.form);
    let done = match form.value("do") {
        "owner" => {
            form.called(page, &[("name", "field-name"), ("email", "field-email")]);
            let (name, email) = (form.required(page, "name", 80), form.email(page, "email"));
            if !form.ok() {
                return whole::refused(&app, &visitor, act, "circle-read-people", &template).await;
            }
            acts::let_in(&mut act, &Joining::Owner { name, email }).await?;
            "circle-let-in"
        }
        "coordinator" => {
            form.called(page, &[("person", "circle-colleague")]);
            let chosen = form.choice(page, "person", template.colleagues.iter().filter_map(|(id, _)| id.parse().ok()));
            let Some(chosen) = form.need(page, "person", chosen) else {
                return whole::refused(&app, &visitor, act, "circle-read-people", &template).await;
            };
            acts::let_in(&mut act, &Joining::Coordinator(chosen)).await?;
            "circle-let-in"
        }
        "out" => {
            let out = form.value("person").parse::<Uuid>().ok().filter(|id| template.inside.iter().any(|i| i.id == *id)).ok_or(Error::NotFound)?;
            let me = whole.view.person == Some(out);
            if !me && space::roles_of(act.sql(), whole.view.space.id, out).await?.contains(&Role::Owner) {
                return Err(Error::Refused("circle-not-the-owner"));
            }
            acts::take_out(&mut act, out).await?;
            if me {
                act.commit().await?;
                return Ok(page::go("/min-side", "circle-gone-out"));
            }
            "circle-taken-out"
        }
        _ => return Err(Error::BadRequest("error-form")),
    };
    act.commit().await?;
    Ok(page::go(&whole.under("/folk"), done))
}
