//! `Sådan logger du ind`: the ways in somebody has, where they are signed in, and codes for paper.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::session::{self, Browser, Session};
use samskab_platform::{Act, App, Error, Page, Result, Visitor, page};
use uuid::Uuid;

use crate::acts::{self, KEEP};
use crate::store::{self, Identity, PasskeyRow};
use crate::{account, passkeys};

#[derive(Template)]
#[template(path = "ways.html")]
pub(crate) struct WaysPage {
    pub(crate) page: Page,
    pub(crate) email: Option<String>,
    pub(crate) passkeys_possible: bool,
    pub(crate) passkeys: Vec<PasskeyRow>,
    /// An identity, and what its provider is called.
    pub(crate) identities: Vec<(Identity, String)>,
    /// Providers one has no identity at: name and key.
    pub(crate) others: Vec<(String, String)>,
    pub(crate) recovery_left: i64,
    pub(crate) sessions: Vec<Session>,
    pub(crate) here: Option<Uuid>,
}

impl WaysPage {
    /// Whether a way in may be taken away: there is another.
    fn several(&self) -> bool {
        usize::from(self.email.is_some()) + self.passkeys.len() + self.identities.len() > 1
    }

    /// By which way a session was opened, in words.
    fn way(&self, key: &str) -> String {
        match self.page.app().settings.provider.iter().find(|p| p.key == key) {
            Some(provider) => provider.name(&self.page.lang).to_owned(),
            None if samskab_platform::provider::RESERVED.contains(&key) => self.page.t(&format!("way-{key}")),
            None => key.to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "recovery_codes.html")]
pub(crate) struct CodesPage {
    pub(crate) page: Page,
    pub(crate) codes: Vec<String>,
    pub(crate) address: String,
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = visitor.person.as_ref().ok_or(Error::SignIn)?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "ways-title", &[]));
    let mut sql = app.db.read().await?;
    let named = |key: &str| app.settings.provider.iter().find(|p| p.key == key).map_or_else(|| key.to_owned(), |p| p.name(&visitor.lang).to_owned());
    let identities: Vec<(Identity, String)> = store::identities(&mut sql, me.id).await?.into_iter().map(|i| (i.clone(), named(&i.provider))).collect();
    let unknown = app.settings.provider.iter().filter(|p| identities.iter().all(|(i, _)| i.provider != p.key));
    let others = unknown.map(|p| (p.name(&visitor.lang).to_owned(), p.key.clone())).collect();
    page::html(&WaysPage {
        page,
        email: me.email.clone(),
        passkeys_possible: passkeys::possible(&app),
        passkeys: store::passkeys(&mut sql, me.id).await?,
        identities,
        others,
        recovery_left: store::recovery_left(&mut sql, me.id).await?,
        sessions: session::of_person(&mut sql, &app, me.id).await?,
        here: visitor.session,
    })
}

pub(crate) async fn remove_identity(State(app): State<App>, visitor: Visitor, browser: Browser, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    let me = act.person()?;
    let provider = account::remove_identity(&mut act, id, &browser.device).await?;
    act.commit().await?;
    // What the provider gave goes with it.
    acts::follow_roles(&app, &provider, me, &[]).await?;
    Ok(page::go("/min-side/log-ind", "way-removed"))
}

pub(crate) async fn end_session(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    let me = act.person()?;
    if !session::end_one(act.sql(), me, id).await? {
        return Err(Error::NotFound);
    }
    act.commit().await?;
    Ok(page::go("/min-side/log-ind", "session-ended"))
}

pub(crate) async fn end_all(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    let me = act.person()?;
    session::end_all(act.sql(), me).await?;
    act.commit().await?;
    let mut response = page::go("/", "signed-out-everywhere");
    session::take(&mut response, &app);
    Ok(response)
}

pub(crate) async fn new_codes(State(app): State<App>, visitor: Visitor, browser: Browser) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &KEEP).await?;
    let codes = account::new_recovery_codes(&mut act, &browser.device).await?;
    act.commit().await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "codes-title", &[]));
    let address = app.settings.base_url.split_once("://").map_or("", |(_, rest)| rest);
    page::html(&CodesPage { page, codes, address: format!("{address}/kode") })
}
