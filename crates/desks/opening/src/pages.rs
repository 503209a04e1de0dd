//! Asking for an opening, agreeing to one, and what became of one's own.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::access::ActDef;
use samskab_platform::notice::Notice;
use samskab_platform::opening::{self, Opening, TWO};
use samskab_platform::sealed::Plain;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, desk, page};
use uuid::Uuid;

use crate::PATH;
use crate::acts::{AGREE, ASK, REFUSE, WITHDRAW};

/// The shortest reason, in characters.
const REASON: usize = 20;
/// The longest.
const LONGEST: usize = 2_000;

#[derive(Template)]
#[template(path = "openings.html")]
pub(crate) struct Openings {
    pub(crate) page: Page,
    pub(crate) form: Form,
    /// Those who can be asked: id and name.
    pub(crate) colleagues: Vec<(String, String)>,
    pub(crate) own: Vec<Opening>,
}

#[derive(Template)]
#[template(path = "opening.html")]
pub(crate) struct Show {
    pub(crate) page: Page,
    pub(crate) opening: Opening,
    /// Why, where it can still be read.
    pub(crate) why: Option<Plain>,
    /// Whether the visitor is the one who must agree.
    pub(crate) second: bool,
}

impl Openings {
    /// What became of one, in words.
    pub(crate) fn state(&self, opening: &Opening) -> String {
        self.page.t(&format!("opening-state-{}", opening.state(self.page.now)))
    }
}

impl Show {
    pub(crate) fn state(&self) -> &'static str {
        self.opening.state(self.page.now)
    }
}

/// Who asks: nobody does this on another's behalf.
fn me(visitor: &Visitor) -> Result<Uuid> {
    if visitor.helper.is_some() {
        return Err(Error::Forbidden("opening"));
    }
    Ok(visitor.person.as_ref().ok_or(Error::SignIn)?.id)
}

fn titled(app: &App, visitor: &Visitor) -> Page {
    Page::new(app, visitor, app.words.say(visitor.lang, "opening-title", &[]))
}

async fn openings(app: &App, visitor: &Visitor, form: Form) -> Result<Openings> {
    let (me, page) = (me(visitor)?, titled(app, visitor));
    let mut sql = app.db.read().await?;
    let colleagues = opening::can_agree(&mut sql, me).await?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let own = opening::of_person(&mut sql, me, page.now).await?;
    Ok(Openings { page, form, colleagues, own })
}

pub(crate) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, TWO)?;
    page::html(&openings(&app, &visitor, Form::default()).await?)
}

pub(crate) async fn ask(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    desk::admit(&visitor, TWO)?;
    let mut template = openings(&app, &visitor, form).await?;
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("address", "opening-address"), ("reason", "opening-reason"), ("second", "opening-second")]);
    let address = opening::address_of(&form.required(page, "address", 300));
    let reason = form.required(page, "reason", LONGEST);
    if form.error("reason").is_none() && reason.chars().count() < REASON {
        form.wrong1(page, "reason", "opening-reason-short", "n", REASON);
    }
    let offered: Vec<Uuid> = template.colleagues.iter().filter_map(|(id, _)| id.parse().ok()).collect();
    let chosen = form.choice(page, "second", offered);
    let second = form.need(page, "second", chosen);
    if address.is_empty() && form.error("address").is_none() {
        form.wrong("address", page.t("form-required"));
    }
    let Some(second) = second.filter(|_| template.form.ok()) else { return page::not_accepted(&template) };
    let mut act = Act::begin_at_desk(&app, &visitor, &ASK).await?;
    let id = opening::ask(&mut act, &visitor, &address, second, &reason).await?;
    let name = visitor.person.as_ref().map(|p| p.name.clone()).unwrap_or_default();
    act.tell(second, &Notice::new("mail-opening-asked", format!("{PATH}/{id}"), id).with("who", name).direct()).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "opening-asked"))
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    desk::admit(&visitor, TWO)?;
    let (me, page) = (me(&visitor)?, titled(&app, &visitor));
    let mut sql = app.db.read().await?;
    let opening = opening::own(&mut sql, id, me, page.now).await?;
    let why = opening.why(&mut sql, &app).await?;
    page::html(&Show { page, second: opening.second_id == me, opening, why })
}

/// Opens an act on an opening where the visitor is the one it waits for.
async fn waiting_for<'a>(app: &'a App, visitor: &Visitor, id: Uuid, def: &'static ActDef, second: bool) -> Result<(Act<'a>, Opening)> {
    let me = me(visitor)?;
    let mut act = Act::begin_at_desk(app, visitor, def).await?;
    let at = act.at();
    let opening = opening::own(act.sql(), id, me, at).await?;
    let whose = if second { opening.second_id } else { opening.asked_by };
    // Two who have turned out to be one are one: nobody agrees with themselves.
    if whose != me || opening.asked_by == opening.second_id { Err(Error::NotFound) } else { Ok((act, opening)) }
}

pub(crate) async fn agree(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let (act, opening) = waiting_for(&app, &visitor, id, &AGREE, true).await?;
    opening::agree(act, &opening).await?;
    Ok(page::go(&format!("{PATH}/{id}"), "opening-agreed"))
}

pub(crate) async fn refuse(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let (mut act, opening) = waiting_for(&app, &visitor, id, &REFUSE, true).await?;
    opening::close(&mut act, id, "refused").await?;
    act.tell(opening.asked_by, &Notice::new("mail-opening-refused", format!("{PATH}/{id}"), id).direct()).await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "opening-refused"))
}

pub(crate) async fn withdraw(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let (mut act, _) = waiting_for(&app, &visitor, id, &WITHDRAW, false).await?;
    opening::close(&mut act, id, "withdrawn").await?;
    act.commit().await?;
    Ok(page::go(&format!("{PATH}/{id}"), "opening-withdrawn"))
}
