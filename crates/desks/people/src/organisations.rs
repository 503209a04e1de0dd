//! Associations, businesses, institutions, parts of the administration, the council: the pages and what is done there.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::desk::admit;
use samskab_platform::person;
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, page, reading};
use uuid::Uuid;

use crate::acts::{ORGANISATION, ORGANISATION_PEOPLE};
use crate::people_pages::OFFICE;
use crate::store::{self, Found, InOrganisation, Organisation};

/// The kinds, in the order they are offered.
const KINDS: [&str; 5] = ["association", "business", "institution", "administration", "council"];

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/organisationer/{id}", get(public))
        .route("/administration/organisationer", get(list))
        .route("/administration/organisationer/ny", get(new).post(add))
        .route("/administration/organisationer/{id}", get(show))
        .route("/administration/organisationer/{id}/ret", get(edit).post(change))
        .route("/administration/organisationer/{id}/folk", post(join))
        .route("/administration/organisationer/{id}/folk/fjern", post(part))
        .route("/administration/organisationer/{id}/kontakt", post(contact))
}

#[derive(Template)]
#[template(path = "organisations.html")]
struct List {
    page: Page,
    kinds: Vec<(String, Vec<Organisation>)>,
}

#[derive(Template)]
#[template(path = "organisation_form.html")]
struct Edit {
    page: Page,
    form: Form,
    action: String,
    cancel: String,
    kinds: Vec<(String, String)>,
    areas: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "organisation.html")]
struct Show {
    page: Page,
    form: Form,
    organisation: Organisation,
    people: Vec<InOrganisation>,
    found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "organisation_public.html")]
struct Public {
    page: Page,
    organisation: Organisation,
    /// Names and functions; only for those who have signed in.
    people: Vec<InOrganisation>,
    spaces: Vec<(String, String)>,
    office: bool,
}

async fn public(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let organisation: Organisation = sql.one(&store::ORGANISATION, args![id]).await?;
    let people = if visitor.person.is_some() { sql.all(&store::PEOPLE_OF, args![id]).await? } else { vec![] };
    let spaces = sql.all(&store::ORGANISATION_SPACES, args![id]).await?;
    let office = visitor.municipal_roles.iter().any(|r| OFFICE.contains(r));
    page::html(&Public { page: Page::new(&app, &visitor, organisation.name.clone()), organisation, people, spaces, office })
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "organisations-title", &[]));
    let all = store::organisations(&mut app.db.read().await?).await?;
    let of = |kind: &str| all.iter().filter(|o| o.kind == kind).cloned().collect::<Vec<_>>();
    let kinds = KINDS.iter().map(|k| (page.t(&format!("organisation-{k}-many")), of(k))).filter(|(_, list)| !list.is_empty()).collect();
    page::html(&List { page, kinds })
}

async fn edit_page(app: &App, visitor: &Visitor, organisation: Option<&Organisation>, form: Form) -> Result<Edit> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, if organisation.is_some() { "organisation-change" } else { "organisation-new" }, &[]));
    let (action, cancel) = match organisation {
        Some(o) => (format!("/administration/organisationer/{}/ret", o.id), format!("/administration/organisationer/{}", o.id)),
        None => ("/administration/organisationer/ny".to_owned(), "/administration/organisationer".to_owned()),
    };
    let kinds = KINDS.iter().map(|k| ((*k).to_owned(), page.t(&format!("organisation-{k}")))).collect();
    let areas = person::areas(&mut app.db.read().await?).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect();
    Ok(Edit { page, form, action, cancel, kinds, areas })
}

async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&edit_page(&app, &visitor, None, Form::default()).await?)
}

/// What a form says of an organisation.
struct Written {
    name: String,
    kind: String,
    area: Option<Uuid>,
    description: String,
}

async fn read(act: &mut Act<'_>, edit: &mut Edit, myself: Option<Uuid>) -> Result<Option<Written>> {
    let (page, form) = (&edit.page, &mut edit.form);
    form.called(page, &[("name", "field-name"), ("kind", "field-kind"), ("area", "field-area"), ("description", "field-description")]);
    let name = form.required(page, "name", 120);
    let kind = Some(form.value("kind").to_owned()).filter(|k| KINDS.contains(&k.as_str()));
    let kind = form.need(page, "kind", kind);
    let area = form.choice(page, "area", edit.areas.iter().filter_map(|(id, _)| id.parse().ok()));
    let description = form.optional(page, "description", 2_000);
    let there: Option<(Uuid,)> = act.sql().maybe(&store::ORGANISATION_NAMED, args![&name]).await?;
    if there.is_some_and(|(id,)| Some(id) != myself) {
        let text = page.t("organisation-there");
        form.wrong("name", text);
    }
    Ok(kind.filter(|_| form.ok()).map(|kind| Written { name, kind, area, description }))
}

async fn add(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ORGANISATION).await?;
    let mut template = edit_page(&app, &visitor, None, form).await?;
    let Some(w) = read(&mut act, &mut template, None).await? else {
        drop(act);
        return page::not_accepted(&template);
    };
    let id = act.new_id();
    act.screen(&[("name", &w.name), ("description", &w.description)]).await?;
    act.sql().run(&store::INSERT_ORGANISATION, args![id, &w.name, &w.kind, w.area, &w.description]).await?;
    act.record("organisation", id, serde_json::json!({ "title": w.name })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/organisationer/{id}"), "organisation"))
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let o: Organisation = app.db.read().await?.one(&store::ORGANISATION, args![id]).await?;
    let area = o.area_id.map(|a| a.to_string()).unwrap_or_default();
    let form = Form::filled([("name", o.name.clone()), ("kind", o.kind.clone()), ("area", area), ("description", o.description.clone())]);
    page::html(&edit_page(&app, &visitor, Some(&o), form).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ORGANISATION).await?;
    let o: Organisation = act.sql().one(&store::ORGANISATION, args![id]).await?;
    let mut template = edit_page(&app, &visitor, Some(&o), form).await?;
    let Some(w) = read(&mut act, &mut template, Some(id)).await? else {
        drop(act);
        return page::not_accepted(&template);
    };
    act.screen(&[("name", &w.name), ("description", &w.description)]).await?;
    act.sql().run(&store::CHANGE_ORGANISATION, args![id, &w.name, &w.kind, w.area, &w.description]).await?;
    act.record("organisation", id, serde_json::json!({ "title": w.name })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/organisationer/{id}"), "organisation"))
}

async fn show_page(app: &App, visitor: &Visitor, id: Uuid, form: Form) -> Result<Show> {
    let mut sql = app.db.read().await?;
    let organisation: Organisation = sql.one(&store::ORGANISATION, args![id]).await?;
    let people: Vec<InOrganisation> = sql.all(&store::PEOPLE_OF, args![id]).await?;
    let page = Page::new(app, visitor, organisation.name.clone());
    let query = form.value("q").trim().to_owned();
    let found = if query.is_empty() { vec![] } else { store::search(&mut sql, &query, 20, 0).await? };
    let found = found.into_iter().filter(|f| people.iter().all(|p| p.0 != f.id)).collect();
    Ok(Show { page, form, organisation, people, found })
}

#[derive(serde::Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, axum::extract::Query(asked): axum::extract::Query<Asked>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let template = show_page(&app, &visitor, id, Form::filled([("q", asked.q)])).await?;
    // Telephone numbers and addresses are shown: each of them sees that somebody looked.
    let reader = visitor.person.as_ref().map(|p| p.id);
    let mut sql = app.db.write().await?;
    for p in &template.people {
        reading::note(&mut sql, &app, reader, p.0, "reading-organisation").await?;
    }
    sql.commit().await?;
    page::html(&template)
}

async fn join(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ORGANISATION_PEOPLE).await?;
    let o: Organisation = act.sql().one(&store::ORGANISATION, args![id]).await?;
    let page = Page::new(&app, &visitor, String::new());
    let role = form.optional(&page, "role", 80);
    let person: Uuid = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    if !person::find(act.sql(), person).await?.is_here() {
        return Err(Error::Refused("error-has-left"));
    }
    let at = act.at();
    act.sql().run(&store::JOIN, args![id, person, role, at]).await?;
    act.record("organisation", id, serde_json::json!({ "title": o.name })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/organisationer/{id}"), "organisation-people"))
}

async fn part(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ORGANISATION_PEOPLE).await?;
    let o: Organisation = act.sql().one(&store::ORGANISATION, args![id]).await?;
    let person: Uuid = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    act.sql().run(&store::LEAVE_ORGANISATION, args![id, person]).await?;
    act.sql().run(&store::CLEAR_CONTACT, args![id, person]).await?;
    act.record("organisation", id, serde_json::json!({ "title": o.name })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/organisationer/{id}"), "organisation-people"))
}

async fn contact(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ORGANISATION_PEOPLE).await?;
    let o: Organisation = act.sql().one(&store::ORGANISATION, args![id]).await?;
    let person: Uuid = form.value("person").parse().map_err(|_| Error::BadRequest("error-form"))?;
    if act.sql().count(&store::SPEAKS_FOR, args![id, person]).await? == 0 {
        return Err(Error::BadRequest("error-form"));
    }
    act.sql().run(&store::SET_ORGANISATION_CONTACT, args![id, person]).await?;
    act.record("organisation", id, serde_json::json!({ "title": o.name })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/organisationer/{id}"), "organisation-people"))
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let organisation = Organisation {
        id: Uuid::nil(),
        name: "Sandhavn <Bådelaug>".into(),
        kind: "association".into(),
        description: "Både".into(),
        area_id: None,
        area: Some("Sandhavn".into()),
        contact_id: Some(Uuid::nil()),
        contact: Some("Ida".into()),
        people: 1,
    };
    let people: Vec<InOrganisation> = vec![
        (Uuid::nil(), "Ida <Holm>".into(), "Formand".into(), Some("ida@x.example".into()), None),
        (Uuid::from_u128(1), "Bo".into(), String::new(), None, Some("20123456".into())),
    ];
    let found = crate::people_pages::sample_found("Per");
    let mut wrong = Form::default();
    wrong.wrong("name", "Skriv et navn");
    let edit = Edit {
        page: page.clone(),
        form: wrong,
        action: "/".into(),
        cancel: "/".into(),
        kinds: vec![("association".into(), page.t("organisation-association"))],
        areas: vec![],
    };
    let show = |people: Vec<InOrganisation>, found: Vec<Found>, q: &str| Show {
        page: page.clone(),
        form: Form::filled([("q", q.to_owned())]),
        organisation: organisation.clone(),
        people,
        found,
    };
    vec![
        ("organisations", List { page: page.clone(), kinds: vec![(page.t("organisation-association-many"), vec![organisation.clone()])] }.render()),
        ("organisations, none", List { page: page.clone(), kinds: vec![] }.render()),
        ("organisation_form", edit.render()),
        ("organisation", show(people.clone(), vec![found], "per").render()),
        ("organisation, empty", show(vec![], vec![], "").render()),
        (
            "organisation_public",
            Public { page: page.clone(), organisation: organisation.clone(), people, spaces: vec![("x".into(), "Ungepolitik".into())], office: true }.render(),
        ),
        (
            "organisation_public, stranger",
            Public { page: page.clone(), organisation: organisation.clone(), people: vec![], spaces: vec![], office: false }.render(),
        ),
    ]
}
