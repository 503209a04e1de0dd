//! The register of keys: which there are, who has them, handed out and back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::KEY;
use crate::day_pages::{id_of, ids, people};
use crate::house_store::{self, Earlier, Handed, Key};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/dagen/noegler", get(all).post(add)).route("/forloeb/{slug}/dagen/noegler/{id}", post(change))
}

#[derive(Template)]
#[template(path = "daily_keys.html")]
pub(crate) struct KeysPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) keys: Vec<Key>,
    pub(crate) earlier: Vec<Earlier>,
    pub(crate) people: Vec<(String, String)>,
}

async fn keys_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Result<KeysPage> {
    let mut sql = app.db.read().await?;
    Ok(KeysPage {
        page: Page::of_space(app, visitor, view, "daily-keys-title"),
        form,
        keys: house_store::keys(&mut sql, view.space.id).await?,
        earlier: house_store::earlier(&mut sql, view.space.id).await?,
        people: people(&mut sql, view.space.id).await?,
    })
}

async fn all(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    view.demand(&KEY)?;
    page::html(&keys_page(&app, &visitor, &view, Form::default()).await?)
}

async fn add(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("dagen");
    let mut act = Act::begin(&app, &visitor, view.space.id, &KEY).await?;
    let mut shown = keys_page(&app, &visitor, &view, form).await?;
    shown.form.called(&shown.page, &[("name", "daily-key-name"), ("opens", "daily-key-opens")]);
    let name = shown.form.required(&shown.page, "name", 60);
    let opens = shown.form.optional(&shown.page, "opens", 120);
    if !shown.form.ok() {
        drop(act);
        return page::not_accepted(&shown);
    }
    add_key(&mut act, &name, &opens).await?;
    act.commit().await?;
    Ok(page::go(&view.under("dagen/noegler"), "daily-key-added"))
}

/// Adds a key to the register; gives its id.
///
/// # Errors
/// When the database fails.
pub async fn add_key(act: &mut Act<'_>, name: &str, opens: &str) -> Result<Uuid> {
    let (id, space, at) = (act.new_id(), act.space().id, act.at());
    house_store::add_key(act.sql(), id, space, name, opens, at).await?;
    Ok(id)
}

/// Hands a key out; where nothing was signed on paper, the holder is asked to say that they have it.
///
/// # Errors
/// [`Error::Refused`] where somebody has it, [`Error::NotFound`] for a key of another house.
pub async fn hand_out(act: &mut Act<'_>, key: Uuid, person: Uuid, signed: bool) -> Result<()> {
    let (id, space, by, on, at) = (act.new_id(), act.space().id, act.person()?, act.today(), act.at());
    let key = house_store::key(act.sql(), space, key).await?;
    if key.person_id.is_some() {
        return Err(Error::Refused("daily-key-out"));
    }
    house_store::hand_out(act.sql(), &Handed { id, key: key.id, space, person, by, on, agreed_at: signed.then_some(at) }).await?;
    if !signed {
        let notice = Notice::new("mail-daily-key", format!("/forloeb/{}/dagen/mig", act.space().slug), id).with("key", &key.name);
        act.tell(person, &notice).await?;
    }
    Ok(())
}

async fn change(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &KEY).await?;
    let (space, id, today, at) = (view.space.id, id_of(&id)?, act.today(), act.at());
    let done = match form.value("do") {
        "out" => {
            let offered = ids(&people(act.sql(), space).await?);
            let person = form.value("person").parse().ok().filter(|p| offered.contains(p)).ok_or(Error::Refused("daily-key-whom"))?;
            hand_out(&mut act, id, person, form.is("signed", "yes")).await?;
            "daily-key-handed"
        }
        "back" => {
            if !house_store::back(act.sql(), space, id, today).await? {
                return Err(Error::Refused("daily-key-in"));
            }
            "daily-key-back"
        }
        "gone" => {
            house_store::back(act.sql(), space, id, today).await?;
            house_store::key_gone(act.sql(), space, id, at).await?;
            "daily-key-gone"
        }
        _ => return Err(Error::BadRequest("error-form")),
    };
    act.commit().await?;
    Ok(page::go(&view.under("dagen/noegler"), done))
}
