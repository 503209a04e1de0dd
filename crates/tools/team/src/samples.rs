//! The team's templates with samples.

use askama::Template;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::answer_pages::{ClosedPage, InvitationPage};
use crate::invite_pages::InvitePage;
use crate::pages::{Group, LeavePage, Member, RolePage, TeamPage, Waiting};

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let page = || page.clone();
    let roles = vec![("member".to_owned(), "Borgermedlem".to_owned()), ("politician".to_owned(), "Politiker".to_owned())];
    let member = |name: &str, about: &str| Member { name: name.into(), about: about.into() };
    let group = Group { role: "Borgermedlem".into(), members: vec![member("Ida <b>", "formand, Ungdomsrådet"), member("Bo", "")] };
    let waiting = Waiting { id: Uuid::nil(), name: "Eva".into(), email: "eva@eksempel.dk".into(), role: "Politiker".into(), sent: "1. maj".into() };
    let full = TeamPage { page: page(), groups: vec![group], all: 2, alone: false, waiting: vec![waiting], may_invite: true, may_give: true, on_team: true };
    let empty = TeamPage { page: page(), groups: vec![], all: 0, alone: true, waiting: vec![], may_invite: true, may_give: false, on_team: false };
    let looking = TeamPage { page: page(), groups: vec![], all: 0, alone: true, waiting: vec![], may_invite: false, may_give: false, on_team: false };
    let mut wrong = Form::filled([("many", "Ida".to_owned()), ("role", "member".to_owned())]);
    for field in ["role", "name", "email", "many", "person"] {
        wrong.wrong(field, "Linje 1: mailadressen mangler");
    }
    let people = vec![(Uuid::nil().to_string(), "Ida".to_owned())];
    let leave = |roles| LeavePage { page: page(), form: Form::default(), roles };
    let invitation = |sentence: &str, frame: Option<&str>| InvitationPage {
        page: page(),
        key: Uuid::nil().to_string(),
        kind: "Opgaveudvalg".into(),
        title: "Ungepolitik <b>".into(),
        sentence: sentence.into(),
        summary: "Kort".into(),
        role: "Borgermedlem".into(),
        inviter: "Line".into(),
        name: "Ida".into(),
        signs_in: frame.is_some(),
        frame: frame.map(str::to_owned),
    };
    let closed = |sign_in: Option<&str>| ClosedPage {
        page: page(),
        text: "Nej".into(),
        see_mine: sign_in.is_none(),
        anew: sign_in.is_none().then(|| "x".to_owned()),
        sign_in: sign_in.map(str::to_owned),
    };
    vec![
        ("team", full.render()),
        ("team, empty", empty.render()),
        ("team, empty, a stranger", looking.render()),
        ("team_invite", InvitePage { page: page(), form: Form::default(), roles: roles.clone() }.render()),
        ("team_invite, errors", InvitePage { page: page(), form: wrong.clone(), roles: roles.clone() }.render()),
        ("team_role", RolePage { page: page(), form: Form::default(), people: people.clone(), roles: roles.clone() }.render()),
        ("team_role, errors", RolePage { page: page(), form: wrong, people, roles: roles.clone() }.render()),
        ("team_leave", leave(roles[..1].to_vec()).render()),
        ("team_leave, several", leave(roles).render()),
        ("invitation", invitation("Sammen laver vi det", Some("/")).render()),
        ("invitation, no sentence", invitation("", None).render()),
        ("invitation_closed", closed(None).render()),
        ("invitation_closed, sign in", closed(Some("/forloeb/x")).render()),
    ]
}
