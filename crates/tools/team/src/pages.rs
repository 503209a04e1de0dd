//! The team's own pages: who is on it, giving somebody one more role, leaving.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::access::{self, Role};
use samskab_platform::space::{self, TeamMember};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, person, view};
use uuid::Uuid;

use crate::acts::{self, GIVE, INVITE, LEAVE, invitable};
use crate::model::{count, groups};
use crate::{answer_pages, invite_pages, store};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/hold", get(show))
        .route("/forloeb/{slug}/hold/rolle", get(choose_role).post(give))
        .route("/forloeb/{slug}/hold/forlad", get(ask_to_leave).post(leave))
        .route("/forloeb/{slug}/hold/inviter", get(invite_pages::write).post(invite_pages::send))
        .route("/forloeb/{slug}/hold/invitation/{id}/igen", post(invite_pages::send_again))
        .route("/forloeb/{slug}/hold/invitation/{id}/fortryd", post(invite_pages::withdraw))
        .route("/invitation/{key}", get(answer_pages::show))
        .route("/invitation/{key}/ja", post(answer_pages::yes))
        .route("/invitation/{key}/nej", post(answer_pages::no))
        .route("/invitation/{key}/ny", post(answer_pages::ask_anew))
}

/// Those with one role.
pub(crate) struct Group {
    pub(crate) role: String,
    pub(crate) members: Vec<Member>,
}

/// Somebody on the team, and what they are beside it.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) about: String,
}

/// An invitation nobody has answered yet.
pub(crate) struct Waiting {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) sent: String,
}

#[derive(Template)]
#[template(path = "team.html")]
pub(crate) struct TeamPage {
    pub(crate) page: Page,
    pub(crate) groups: Vec<Group>,
    pub(crate) all: usize,
    pub(crate) alone: bool,
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) may_invite: bool,
    pub(crate) may_give: bool,
    pub(crate) on_team: bool,
}

#[derive(Template)]
#[template(path = "team_role.html")]
pub(crate) struct RolePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) roles: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "team_leave.html")]
pub(crate) struct LeavePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) roles: Vec<(String, String)>,
}

/// Keys and names of roles, for a list to choose from.
pub(crate) fn named(view: &SpaceView, page: &Page, roles: &[Role]) -> Vec<(String, String)> {
    roles.iter().map(|r| (r.key().to_owned(), view.role_name(&page.lang, r).to_owned())).collect()
}

/// `formand for ungdomsrådet, Nørremarkens Ungdomsforening`.
pub(crate) fn about(member: &TeamMember) -> String {
    [&member.title, &member.organisation].into_iter().flatten().filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

async fn show(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("hold");
    let may_invite = view.may(&INVITE);
    let team = space::team(&mut sql, view.space.id).await?;
    let open = if may_invite { store::open(&mut sql, view.space.id).await? } else { vec![] };
    let page = Page::of_space(&app, &visitor, &view, "team-title");
    let order = view.recipe().map(|r| r.roles.clone()).unwrap_or_default();
    let name = |m: &&TeamMember| Member { name: m.name.clone(), about: about(m) };
    let group =
        |(role, members): (Role, Vec<&TeamMember>)| Group { role: view.role_name(&page.lang, &role).to_owned(), members: members.iter().map(name).collect() };
    let waiting = |i: store::Invitation| Waiting {
        id: i.id,
        role: view.role_name(&page.lang, &i.role).to_owned(),
        sent: page.t2("team-sent", "date", page.date_of(&i.created_at), "name", i.inviter),
        name: i.name,
        email: i.email,
    };
    let count = count(&team);
    page::html(&TeamPage {
        groups: groups(&team, &order).into_iter().map(group).collect(),
        all: count.all,
        alone: count.alone,
        waiting: open.into_iter().map(waiting).collect(),
        may_invite,
        may_give: view.may(&GIVE),
        on_team: !view.roles.is_empty(),
        page,
    })
}

async fn role_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<RolePage> {
    let page = Page::of_space(app, visitor, view, "team-give-title");
    let people = person::of_space(&mut app.db.read().await?, view.space.id).await?;
    let people = people.into_iter().map(|(id, name, _, _)| (id.to_string(), name)).collect();
    Ok(RolePage { people, roles: named(view, &page, &invitable(view.recipe())), form, page })
}

async fn choose_role(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("hold");
    view.demand(&GIVE)?;
    page::html(&role_page(&app, &visitor, &view, Form::default()).await?)
}

async fn give(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("hold");
    let mut act = Act::begin(&app, &visitor, view.space.id, &GIVE).await?;
    let mut template = role_page(&app, &visitor, &view, form).await?;
    let (page, form) = (&template.page, &mut template.form);
    let offered: Vec<Uuid> = template.people.iter().filter_map(|(id, _)| id.parse().ok()).collect();
    let person = form.choice(page, "person", offered);
    if person.is_none() && form.error("person").is_none() {
        form.wrong("person", page.t("team-choose-person"));
    }
    let role = Role::of(form.value("role")).filter(|r| template.roles.iter().any(|(key, _)| key == r.key()));
    if role.is_none() {
        form.wrong("role", page.t("team-choose-role"));
    }
    let (Some(person), Some(role)) = (person, role) else {
        return page::not_accepted(&template);
    };
    if !acts::give(&mut act, person, role).await? {
        let text = template.page.t("team-has-role");
        template.form.wrong("role", text);
        return page::not_accepted(&template);
    }
    act.commit().await?;
    Ok(page::go(&view.under("hold"), "role"))
}

async fn ask_to_leave(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("hold");
    view.demand(&LEAVE)?;
    let page = Page::of_space(&app, &visitor, &view, "team-leave-title");
    let roles = named(&view, &page, &view.roles);
    let form = Form::filled([("role", roles.first().map(|r| r.0.clone()).unwrap_or_default())]);
    page::html(&LeavePage { page, form, roles })
}

async fn leave(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &LEAVE).await?;
    let role = Role::of(form.value("role")).ok_or(Error::BadRequest("error-form"))?;
    acts::leave(&mut act, role).await?;
    act.commit().await?;
    // Without the role one may not be able to see the space any more.
    let left: Vec<Role> = view.roles.iter().copied().filter(|r| *r != role).collect();
    let sees = access::standings(true, &left).iter().any(|s| access::may_see(*s, view.space.visibility));
    Ok(page::go(&if sees { view.under("hold") } else { "/min-side".to_owned() }, "left"))
}
