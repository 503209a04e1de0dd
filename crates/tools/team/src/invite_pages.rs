//! Inviting people: one, or a pasted list of them; sending an invitation again, and taking it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::access::Role;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::{self, INVITE, WITHDRAW, invitable};
use crate::model::{Invitee, NAME_MAX, read_lines, tidy};
use crate::pages::named;
use crate::store;

#[derive(Template)]
#[template(path = "team_invite.html")]
pub(crate) struct InvitePage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) roles: Vec<(String, String)>,
}

/// The longest list that is taken at once, in characters: some 500 people.
const LIST_MAX: usize = 20_000;

fn invite_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> InvitePage {
    let page = Page::of_space(app, visitor, view, "team-invite-title");
    InvitePage { roles: named(view, &page, &invitable(view.recipe())), form, page }
}

pub(crate) async fn write(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("hold");
    view.demand(&INVITE)?;
    page::html(&invite_page(&app, &visitor, &view, Form::default()))
}

/// Reads who is invited to what; errors stay in the form.
fn read(template: &mut InvitePage) -> (Vec<Invitee>, Option<Role>) {
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("role", "team-role"), ("name", "team-name"), ("email", "team-email"), ("many", "team-list")]);
    let role = Role::of(form.value("role")).filter(|r| template.roles.iter().any(|(key, _)| key == r.key()));
    if role.is_none() {
        form.wrong("role", page.t("team-choose-role"));
    }
    let list = form.optional(page, "many", LIST_MAX);
    let mut people = vec![];
    if list.is_empty() || !form.value("name").trim().is_empty() || !form.value("email").trim().is_empty() {
        let name = tidy(&form.required(page, "name", NAME_MAX));
        let email = form.email(page, "email");
        people.push(Invitee { line: 0, name, email });
    }
    // An address in the list is what an address is anywhere else in a form.
    let is_address = |text: &str| {
        let mut one = Form::filled([("email", text.to_owned())]);
        one.email(page, "email");
        one.ok()
    };
    // As it was typed: the numbers of the lines are those the visitor sees.
    let (listed, wrong) = read_lines(form.value("many"), is_address);
    for w in wrong {
        form.wrong("many", page.t2(w.word, "line", w.line, "text", w.text));
    }
    people.extend(listed);
    if let Some(again) = people.iter().skip(1).find(|p| p.line > 0 && people[0].line == 0 && p.email == people[0].email) {
        form.wrong("many", page.t2("team-line-twice", "line", again.line, "text", &again.email));
    }
    (people, role)
}

pub(crate) async fn send(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("hold");
    let mut act = Act::begin(&app, &visitor, view.space.id, &INVITE).await?;
    let mut template = invite_page(&app, &visitor, &view, form);
    let (people, role) = read(&mut template);
    let (Some(role), true) = (role, template.form.ok()) else {
        return page::not_accepted(&template);
    };
    for p in &people {
        if acts::invite(&mut act, &p.name, &p.email, role).await?.is_none() {
            let (page, form) = (&template.page, &mut template.form);
            match p.line {
                0 => form.wrong("email", page.t("team-has-role")),
                line => form.wrong("many", page.t2("team-line-has-role", "line", line, "text", &p.email)),
            }
        }
    }
    // One line that is not right, and none is sent: the act is undone.
    if !template.form.ok() {
        return page::not_accepted(&template);
    }
    act.commit().await?;
    Ok(page::go(&view.under("hold"), "invited"))
}

pub(crate) async fn send_again(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &INVITE).await?;
    let found = store::by_id(act.sql(), id).await?.filter(|i| i.space_id == view.space.id).ok_or(Error::NotFound)?;
    if found.answer.is_some() {
        return Err(Error::Refused("team-invitation-answered"));
    }
    if acts::invite(&mut act, &found.name, &found.email, found.role).await?.is_none() {
        return Err(Error::Refused("team-has-role"));
    }
    act.commit().await?;
    Ok(page::go(&view.under("hold"), "invited"))
}

pub(crate) async fn withdraw(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &WITHDRAW).await?;
    acts::withdraw(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&view.under("hold"), "withdrawn"))
}
