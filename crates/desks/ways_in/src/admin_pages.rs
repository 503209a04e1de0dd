//! Where an administrator sees which ways in are on, checks the providers, and says where people get help.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use samskab_platform::access::Role;
use samskab_platform::choices;
use samskab_platform::desk::admit;
use samskab_platform::provider::Audience;
pub(crate) use samskab_platform::safety::HELP_PHONE;
use samskab_platform::{Act, App, Form, Page, Result, Visitor, page};
use serde::Deserialize;

use crate::acts::SAY_HELP;
use crate::store::{self, Figures};
use crate::{openid, passkeys};

/// The choice: where to come by for help.
pub(crate) const HELP_PLACE: &str = "sign-in.help-place";

/// A provider as it is set up, and what its check said.
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) issuer: String,
    pub(crate) staff: bool,
    pub(crate) reaches: &'static str,
    pub(crate) roles: String,
    pub(crate) trusts_email: bool,
    pub(crate) people: i64,
    /// Missing: it was not checked now.
    pub(crate) check: Option<Result<bool, String>>,
}

#[derive(Template)]
#[template(path = "sign_in_admin.html")]
pub(crate) struct AdminPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) figures: Figures,
    pub(crate) mail: bool,
    pub(crate) passkeys: bool,
    pub(crate) base_url: String,
    pub(crate) return_address: String,
    pub(crate) invitation_days: i64,
    pub(crate) session_days: i64,
    pub(crate) providers: Vec<Shown>,
}

#[derive(Deserialize)]
pub(crate) struct Check {
    #[serde(default)]
    tjek: String,
}

async fn admin_page(app: &App, visitor: &Visitor, form: Form, check: bool) -> Result<AdminPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "ways-admin-title", &[]));
    let mut sql = app.db.read().await?;
    let figures = store::figures(&mut sql, app.clock.now()).await?;
    let people = store::identity_figures(&mut sql).await?;
    drop(sql);
    let found = futures::future::join_all(app.settings.provider.iter().map(|provider| async move {
        match check {
            true => Some(openid::discover(app, provider).await.map(|found| found.additional_metadata().end_session_endpoint.is_some())),
            false => None,
        }
    }));
    let providers = app.settings.provider.iter().zip(found.await).map(|(p, check)| Shown {
        name: p.name(&visitor.lang).to_owned(),
        issuer: p.issuer.clone(),
        staff: p.audience == Audience::Staff,
        reaches: p.reaches().key(),
        roles: p.role.iter().map(|r| format!("{} = {} → {}", r.claim, r.value, page.t(&format!("role-{}", r.role)))).collect::<Vec<_>>().join("\n"),
        trusts_email: p.trust_email,
        people: people.iter().find(|(key, _)| *key == p.key).map_or(0, |(_, n)| *n),
        check,
    });
    Ok(AdminPage {
        providers: providers.collect(),
        figures,
        mail: app.mailer.is_some(),
        passkeys: passkeys::possible(app),
        base_url: app.settings.base_url.clone(),
        return_address: openid::return_address(app),
        invitation_days: app.settings.sign_in.invitation_days,
        session_days: app.settings.sign_in.session_days,
        form,
        page,
    })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(query): Query<Check>) -> Result<Response> {
    admit(&visitor, &[Role::Administrator])?;
    let chosen = |name| app.choice(name).unwrap_or_default();
    let form = Form::filled([("phone", chosen(HELP_PHONE)), ("place", chosen(HELP_PLACE))]);
    page::html(&admin_page(&app, &visitor, form, !query.tjek.is_empty()).await?)
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &SAY_HELP).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "ways-admin-title", &[]));
    let mut form = form;
    form.called(&page, &[("phone", "sign-in-help-phone"), ("place", "sign-in-help-place")]);
    let (phone, place) = (form.optional(&page, "phone", 60), form.optional(&page, "place", 300));
    if !form.ok() {
        drop(act);
        return page::not_accepted(&admin_page(&app, &visitor, form, false).await?);
    }
    choices::choose(&mut act, HELP_PHONE, &phone).await?;
    choices::choose(&mut act, HELP_PLACE, &place).await?;
    let municipality = act.space().id;
    act.record("space", municipality, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go("/administration/log-ind", "help-said"))
}
