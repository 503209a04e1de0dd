//! People and roles: finding, adding, correcting, giving and taking roles.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::{OF_SEALED, ROLES, Role, Visibility};
use samskab_platform::db::Sql;
use samskab_platform::desk::admit;
use samskab_platform::hold::{self, Held, Hold};
use samskab_platform::person::{self, Area, Contact, Details, Person};
use samskab_platform::safety::{self, Change, Place};
use samskab_platform::space::{self, MUNICIPALITY};
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, page, reading, session};
use serde::Deserialize;
use uuid::Uuid;

use crate::acts::{ADD, CHANGE, END_SESSIONS, GIVE_ROLE, TAKE_ROLE};
use crate::store::{self, Came, Found, HeldRole, Merge};
use crate::{form, merge};

/// Whose pages these are.
pub(crate) const OFFICE: &[Role] = &[Role::Administrator, Role::Secretary];
/// Municipal roles.
const MUNICIPAL: [Role; 4] = [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council];
/// People on one page of the list.
const ON_PAGE: i64 = 50;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/personer", get(list))
        .route("/administration/personer/ny", get(new).post(add))
        .route("/administration/personer/{id}", get(show))
        .route("/administration/personer/{id}/ret", get(edit).post(change))
        .route("/administration/personer/{id}/rolle", post(give))
        .route("/administration/personer/{id}/rolle/fjern", post(take))
        .route("/administration/personer/{id}/log-ud", post(end_sessions))
}

/// Somebody on the list, with their roles in the municipality.
struct Listed {
    found: Found,
    roles: String,
}

#[derive(Template)]
#[template(path = "people.html")]
struct People {
    page: Page,
    query: String,
    people: Vec<Listed>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "person_form.html")]
struct PersonForm {
    page: Page,
    form: Form,
    action: String,
    cancel: String,
    heading: String,
    organisations: Vec<(String, String)>,
    areas: Vec<(String, String)>,
}

/// A role in words.
struct Held1 {
    space: Uuid,
    title: String,
    href: String,
    role: String,
    key: String,
    since: String,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    /// The municipality's own space.
    root: Uuid,
    person: Person,
    phone: String,
    came: Came,
    organisation: Option<String>,
    memberships: Vec<(Uuid, String, String)>,
    municipal: Vec<Held1>,
    spaces: Vec<Held1>,
    sessions: i64,
    merges: Vec<(Merge, bool)>,
    hold: Option<Hold>,
    helper: Option<(Uuid, String)>,
    form: Form,
    municipal_roles: Vec<(String, String)>,
    space_roles: Vec<(String, String)>,
    offered: Vec<(String, String)>,
    administrator: bool,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    side: Option<i64>,
}

async fn list(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "people-title", &[]));
    let number = asked.side.unwrap_or(1).clamp(1, 1_000);
    // One more than is shown tells whether there is a next page, without counting all.
    let mut sql = app.db.read().await?;
    let mut found = store::search(&mut sql, &asked.q, ON_PAGE + 1, (number - 1) * ON_PAGE).await?;
    let more = found.len() as i64 > ON_PAGE;
    found.truncate(ON_PAGE as usize);
    let held = store::municipal_roles(&mut sql, &found).await?;
    let roles = |id: Uuid| held.iter().filter(|h| h.0 == id).map(|h| page.t(&format!("role-{}", h.1))).collect::<Vec<_>>().join(", ");
    let people = found.into_iter().map(|found| Listed { roles: roles(found.id), found }).collect();
    let query = samskab_platform::paging::encoded(&asked.q);
    let at = |n: i64| format!("/administration/personer?q={query}&side={n}");
    let (previous, next) = ((number > 1).then(|| at(number - 1)), more.then(|| at(number + 1)));
    page::html(&People { page, query: asked.q, people, previous, next })
}

async fn choices(sql: &mut Sql) -> Result<(Vec<(String, String)>, Vec<(String, String)>)> {
    let organisations = store::organisations(sql).await?.into_iter().map(|o| (o.id.to_string(), o.name)).collect();
    let areas = person::areas(sql).await?.into_iter().map(|a: Area| (a.id.to_string(), a.name)).collect();
    Ok((organisations, areas))
}

async fn form_page(app: &App, visitor: &Visitor, person: Option<&Person>, form: Form) -> Result<PersonForm> {
    let (heading, action, cancel) = match person {
        None => ("person-new", "/administration/personer/ny".to_owned(), "/administration/personer".to_owned()),
        Some(p) => ("person-change", format!("/administration/personer/{}/ret", p.id), format!("/administration/personer/{}", p.id)),
    };
    let page = Page::new(app, visitor, app.words.say(visitor.lang, heading, &[]));
    let (organisations, areas) = choices(&mut app.db.read().await?).await?;
    Ok(PersonForm { heading: page.t(heading), page, form, action, cancel, organisations, areas })
}

async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&form_page(&app, &visitor, None, Form::default()).await?)
}

/// Where somebody belongs, as the form says.
fn belongs(template: &mut PersonForm) -> (Option<Uuid>, Option<Uuid>) {
    let ids = |list: &[(String, String)]| list.iter().filter_map(|(id, _)| id.parse().ok()).collect::<Vec<Uuid>>();
    let (organisations, areas) = (ids(&template.organisations), ids(&template.areas));
    (template.form.choice(&template.page, "organisation", organisations), template.form.choice(&template.page, "area", areas))
}

async fn add(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &ADD).await?;
    let mut template = form_page(&app, &visitor, None, form).await?;
    let new = form::read_details(&template.page, &mut template.form, false);
    let (organisation, area) = belongs(&mut template);
    if let Some(email) = &new.email
        && let Some(there) = person::find_by_email(act.sql(), email).await?
    {
        let text = template.page.t1("person-there", "name", &there.name);
        template.form.wrong("email", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    let (id, at, by) = (act.new_id(), act.at(), act.person()?);
    insert(act.sql(), id, at, by, &new, organisation, area).await?;
    act.record("person", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{id}"), "person-added"))
}

/// How somebody is reached who has not chosen: by the first of what is known.
pub(crate) fn way(d: &Details) -> Contact {
    match d {
        Details { email: Some(_), .. } => Contact::Mail,
        Details { phone: Some(_), .. } => Contact::Phone,
        _ => Contact::Letter,
    }
}

/// Adds a person entered by another.
///
/// # Errors
/// [`Error::Taken`] where the address already belongs to somebody.
pub(crate) async fn insert(
    sql: &mut Sql,
    id: Uuid,
    at: chrono::DateTime<chrono::Utc>,
    by: Uuid,
    new: &Details,
    organisation: Option<Uuid>,
    area: Option<Uuid>,
) -> Result<()> {
    let d = new.clone();
    let values = args![id, d.name, d.email, d.title, d.phone, d.address, organisation, area, way(new).key(), by, at];
    sql.run(&store::INSERT_WHOLE, values).await?;
    person::index(sql, id, &new.name, new.email.as_deref(), new.phone.as_deref()).await
}

async fn person_page(app: &App, visitor: &Visitor, id: Uuid, form: Form) -> Result<PersonPage> {
    let mut sql = app.db.write().await?;
    let person = person::find(&mut sql, id).await?;
    reading::note(&mut sql, app, visitor.person.as_ref().map(|p| p.id), id, "reading-person").await?;
    let page = Page::new(app, visitor, if person.name.is_empty() { app.words.say(visitor.lang, "no-name", &[]) } else { person.name.clone() });
    let organisation = match person.organisation_id {
        Some(id) => sql.maybe::<person::Organisation>(&person::ORGANISATION, args![id]).await?.map(|o| o.name),
        None => None,
    };
    let memberships: Vec<(Uuid, String, String, chrono::DateTime<chrono::Utc>)> = sql.all(&store::MEMBERSHIPS, args![id]).await?;
    let held: Vec<HeldRole> = sql.all(&store::ROLES, args![id]).await?;
    let now = app.clock.now();
    let in_words = |h: &HeldRole| {
        // A space that is closed to the reader is shown without its address.
        let open = Visibility::of(&h.visibility).is_some_and(|v| matches!(v, Visibility::Public | Visibility::Registered));
        Held1 {
            space: h.id,
            title: h.title.clone(),
            href: if open && h.slug != MUNICIPALITY { format!("/forloeb/{}", h.slug) } else { String::new() },
            role: page.t(&format!("role-{}", h.role)),
            key: h.role.clone(),
            since: page.when(&h.since),
        }
    };
    let (municipal, spaces): (Vec<HeldRole>, Vec<HeldRole>) = held.into_iter().partition(|h| h.slug == MUNICIPALITY);
    let merges: Vec<Merge> = sql.all(&store::MERGES_OF, args![id]).await?;
    let offered: Vec<(Uuid, String, String)> = sql.all(&store::SPACES, args![]).await?;
    let words = |r: &Role| (r.key().to_owned(), page.t(&format!("role-{}", r.key())));
    let template = PersonPage {
        root: space::by_slug(&mut sql, MUNICIPALITY).await?.id,
        phone: person.phone.as_deref().map(form::spaced).unwrap_or_default(),
        came: sql.one(&store::CAME, args![id]).await?,
        organisation,
        memberships: memberships.into_iter().map(|(id, name, role, _)| (id, name, role)).collect(),
        municipal: municipal.iter().map(in_words).collect(),
        spaces: spaces.iter().map(in_words).collect(),
        sessions: sql.count(&store::SESSIONS, args![id, now]).await?,
        merges: merges.into_iter().map(|m| (m.clone(), merge::can_undo(&m, now))).collect(),
        hold: hold::blocked(&mut sql, Held::Person(id), app.clock.today()).await?,
        helper: sql.maybe(&store::NAMED_HELPER, args![id]).await?,
        form,
        municipal_roles: MUNICIPAL.iter().map(words).collect(),
        space_roles: ROLES.iter().filter(|r| **r != Role::Administrator && !OF_SEALED.contains(r)).map(words).collect(),
        offered: offered.into_iter().map(|(id, _, title)| (id.to_string(), title)).collect(),
        administrator: visitor.municipal_roles.contains(&Role::Administrator),
        person,
        page,
    };
    sql.commit().await?;
    Ok(template)
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&person_page(&app, &visitor, id, Form::default()).await?)
}

async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let mut sql = app.db.write().await?;
    let person = person::find(&mut sql, id).await?;
    reading::note(&mut sql, &app, visitor.person.as_ref().map(|p| p.id), id, "reading-person").await?;
    let area: Option<(Option<Uuid>,)> = sql.maybe(&store::AREA_OF, args![id]).await?;
    sql.commit().await?;
    let mut form = form::details(&Details::of(&person));
    form.set("organisation", person.organisation_id.map(|o| o.to_string()).unwrap_or_default());
    form.set("area", area.and_then(|a| a.0).map(|a| a.to_string()).unwrap_or_default());
    page::html(&form_page(&app, &visitor, Some(&person), form).await?)
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &CHANGE).await?;
    let person = person::find(act.sql(), id).await?;
    if !person.is_here() {
        return Err(Error::Refused("error-has-left"));
    }
    let mut template = form_page(&app, &visitor, Some(&person), form).await?;
    let new = form::read_details(&template.page, &mut template.form, false);
    let (organisation, area) = belongs(&mut template);
    if let Some(email) = &new.email
        && let Some(there) = person::find_by_email(act.sql(), email).await?.filter(|p| p.id != id)
    {
        let text = template.page.t1("person-there", "name", &there.name);
        template.form.wrong("email", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    person::set_details(act.sql(), id, &new).await?;
    act.sql().run(&store::SET_FILLED, args![id, organisation, area, person.helper_id]).await?;
    // Another address is another way in: whoever signed in by the old one must show the new one.
    if new.email != person.email {
        session::end_all(act.sql(), id).await?;
        let addresses: Vec<&str> = [&person.email, &new.email].into_iter().filter_map(|e| e.as_deref()).collect();
        let name = new.email.as_deref().unwrap_or("–");
        safety::tell(&mut act, &person, &addresses, &Change { word: "safety-address-office", name, place: Place::Office }).await?;
    }
    act.record("person", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{id}"), "person-changed"))
}

/// The role and space a form speaks of.
async fn role_of(act: &mut Act<'_>, form: &Form) -> Result<(Role, space::Space)> {
    let role = Role::of(form.value("role")).ok_or(Error::BadRequest("error-form"))?;
    let space: Uuid = form.value("space").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let space = space::by_id(act.sql(), space).await?;
    // Nobody lets themselves or others into a sealed space from here, and nobody learns that it is there.
    if space.visibility == Visibility::Sealed {
        return Err(Error::NotFound);
    }
    let fits = if space.slug == MUNICIPALITY { MUNICIPAL.contains(&role) } else { role != Role::Administrator };
    if fits { Ok((role, space)) } else { Err(Error::BadRequest("error-form")) }
}

/// What the municipality's open journal says of a space: nothing of one that is closed.
fn shown(space: &space::Space) -> &str {
    if space.visibility == Visibility::Public { &space.title } else { "" }
}

async fn give(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &GIVE_ROLE).await?;
    if form.value("space").is_empty() || form.value("role").is_empty() {
        drop(act);
        let page = Page::new(&app, &visitor, String::new());
        let empty = if form.value("space").is_empty() { "space" } else { "role" };
        form.wrong(empty, page.t("form-required"));
        return page::not_accepted(&person_page(&app, &visitor, id, form).await?);
    }
    let person = person::find(act.sql(), id).await?;
    if !person.is_here() {
        return Err(Error::Refused("error-has-left"));
    }
    let (role, space) = role_of(&mut act, &form).await?;
    let at = act.at();
    space::give_role(act.sql(), space.id, id, role, at).await?;
    act.record("person", id, serde_json::json!({ "title": shown(&space), "role": role.key() })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{id}"), "role-given"))
}

async fn take(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &TAKE_ROLE).await?;
    let (role, space) = role_of(&mut act, &form).await?;
    if space.slug == MUNICIPALITY && role == Role::Administrator && store::is_last_administrator(act.sql(), id).await? {
        return Err(Error::Refused("error-last-administrator"));
    }
    space::take_role(act.sql(), space.id, id, role).await?;
    act.record("person", id, serde_json::json!({ "title": shown(&space), "role": role.key() })).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{id}"), "role-taken"))
}

async fn end_sessions(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &END_SESSIONS).await?;
    person::find(act.sql(), id).await?;
    session::end_all(act.sql(), id).await?;
    act.record("person", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/{id}"), "sessions-ended"))
}

/// Somebody for samples.
pub(crate) fn sample_person(name: &str) -> Person {
    Person {
        id: Uuid::nil(),
        name: name.into(),
        email: Some("ida@x.example".into()),
        title: Some("Formand".into()),
        organisation_id: None,
        language: "da".into(),
        persona: None,
        phone: Some("20123456".into()),
        address: Some("Vej 1\n1234 By".into()),
        contact: "mail".into(),
        helper_id: None,
        rhythm: "daily".into(),
        merged_into: None,
        left_at: None,
    }
}

/// Somebody in a list, for samples.
pub(crate) fn sample_found(name: &str) -> Found {
    Found { id: Uuid::nil(), name: name.into(), title: None, contact: "mail".into(), organisation: Some("Lauget".into()), area: Some("Sandhavn".into()) }
}

/// Two made one, for samples.
pub(crate) fn sample_merge(page: &Page) -> Merge {
    Merge {
        id: Uuid::nil(),
        kept_id: Uuid::nil(),
        away_id: Uuid::nil(),
        away: "Ida H.".into(),
        made_by: "Sille".into(),
        made_at: page.now,
        filled: "{}".into(),
        undone_at: None,
    }
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let listed = |name: &str, roles: &str| Listed { found: sample_found(name), roles: roles.into() };
    let list =
        |query: &str, people: Vec<Listed>| People { page: page.clone(), query: query.into(), previous: Some("/".into()), next: Some("/".into()), people };
    let held = |title: &str, href: &str| Held1 {
        space: Uuid::nil(),
        title: title.into(),
        href: href.into(),
        role: "Sekretær".into(),
        key: "secretary".into(),
        since: "i går".into(),
    };
    let merge = sample_merge(page);
    let hold = Hold { id: Uuid::nil(), space_id: None, person_id: Some(Uuid::nil()), reason: "Klagesag".into(), until: page.today(), placed_at: page.now };
    let person = |administrator: bool, gone: bool| PersonPage {
        page: page.clone(),
        root: Uuid::nil(),
        person: Person { left_at: gone.then_some(page.now), merged_into: None, ..sample_person("Ida <Holm>") },
        phone: "20 12 34 56".into(),
        came: (page.now, Some("Sille".into()), Some("Sandhavn".into())),
        organisation: Some("Lauget".into()),
        memberships: vec![(Uuid::nil(), "Lauget".into(), "Formand".into())],
        municipal: vec![held("Prøveby", "")],
        spaces: vec![held("Ungepolitik", "/forloeb/x"), held("Lukket", "")],
        sessions: 2,
        merges: vec![(merge.clone(), true), (Merge { undone_at: Some(page.now), ..merge.clone() }, false)],
        hold: Some(hold.clone()),
        helper: Some((Uuid::nil(), "Bodil".into())),
        form: Form::default(),
        municipal_roles: vec![("secretary".into(), "Sekretær".into())],
        space_roles: vec![("member".into(), "Medlem".into())],
        offered: vec![(Uuid::nil().to_string(), "Ungepolitik".into())],
        administrator,
    };
    let mut wrong = Form::default();
    wrong.wrong("name", "Skriv et navn");
    let heading = page.t("person-new");
    vec![
        ("people", list("", vec![listed("Ida <Holm>", "Sekretær"), listed("", "")]).render()),
        ("people, none", list("xyz", vec![]).render()),
        ("person", person(true, false).render()),
        ("person, secretary", person(false, true).render()),
        (
            "person_form",
            PersonForm { page: page.clone(), form: wrong, action: "/".into(), cancel: "/".into(), heading, organisations: vec![], areas: vec![] }.render(),
        ),
    ]
}
