//! Letters with codes: for people without e-mail, and for somebody who has lost every other way in.

use chrono::{DateTime, Duration, Utc};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::held_roles;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::space::{self, Space};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, reading};
use uuid::Uuid;

use crate::store::{self, Letter, NewBundle};
use crate::{acts, model};

/// The most letters made at once: what one prints and folds in an afternoon.
pub(crate) const MOST: i64 = 200;

/// Days a letter to somebody who is here already is good for.
const AGAIN_DAYS: i64 = 30;

/// The roles a letter may give: those one can be asked to take, not the ones that come with a commitment or from the town hall.
pub(crate) fn roles(app: &App, space: &Space) -> Vec<Role> {
    let all = [Role::Member, Role::Chair, Role::Politician, Role::Facilitator];
    match app.recipe_of(space) {
        Some(recipe) => all.into_iter().filter(|r| recipe.roles.contains(r)).collect(),
        None => all.to_vec(),
    }
}

/// Whether people must get a role to be let into a space at all.
pub(crate) fn needs_role(space: &Space) -> bool {
    space.visibility == Visibility::Members
}

/// Makes letters to the act's space; gives their codes as they stand on paper. They are shown once: only a digest is kept.
pub(crate) async fn make(act: &mut Act<'_>, many: i64, role: Option<Role>, note: &str, days: i64) -> Result<Vec<String>> {
    let (app, id, space, by, at) = (act.app(), act.new_id(), act.space().id, act.person()?, act.at());
    let bundle = NewBundle { id, space, role, note, by, at, expires: at + Duration::days(days) };
    store::add_bundle(act.sql(), &bundle).await?;
    let mut codes = vec![];
    for _ in 0..many.clamp(1, MOST) {
        let (letter, code) = (act.new_id(), model::new_code(&app.clock));
        store::add_letter(act.sql(), letter, id, None, model::mac(&app.secret, &code)).await?;
        codes.push(model::on_paper(&code));
    }
    act.record("letters", id, serde_json::json!({ "n": codes.len(), "role": role.map_or("", Role::key) })).await?;
    Ok(codes)
}

/// Makes a letter that lets one person in again; gives its code, and when it stops working.
pub(crate) async fn make_again(act: &mut Act<'_>, person: Uuid) -> Result<(String, DateTime<Utc>)> {
    let (app, id, space, by, at, letter) = (act.app(), act.new_id(), act.space().id, act.person()?, act.at(), act.new_id());
    if !person::find(act.sql(), person).await?.is_here() {
        return Err(Error::NotFound);
    }
    // Whoever prints the letter could use it: it opens no sealed space.
    held_roles::hold(act.sql(), person, "letter").await?;
    let expires = at + Duration::days(AGAIN_DAYS);
    store::add_bundle(act.sql(), &NewBundle { id, space, role: None, note: "", by, at, expires }).await?;
    let code = model::new_code(&app.clock);
    store::add_letter(act.sql(), letter, id, Some(person), model::mac(&app.secret, &code)).await?;
    reading::note(act.sql(), app, Some(by), person, "reading-let-in-again").await?;
    act.record("person", person, serde_json::json!({})).await?;
    Ok((model::on_paper(&code), expires))
}

/// What a code on paper is good for.
pub(crate) enum Found {
    /// To join a space.
    Join(Letter, Box<Space>),
    /// To come in as this person.
    Again(Letter, Uuid),
    /// One of somebody's own codes, now used up.
    Own(Uuid),
}

/// Finds out what a code is good for; the code of a letter is not used by that.
///
/// # Errors
/// [`Error::Refused`] with the reason it is good for nothing.
pub(crate) async fn find(app: &App, code: &str) -> Result<Found> {
    let mac = model::mac(&app.secret, code);
    let mut act = acts::by_program(app, &acts::COME_IN).await?;
    let at = act.at();
    if let Some(letter) = store::letter(act.sql(), mac.clone()).await? {
        if letter.used_at.is_some() {
            return Err(Error::Refused("error-code-used"));
        }
        if letter.expires_at <= at {
            return Err(Error::Refused("error-code-late"));
        }
        if let Some(person) = letter.person_id {
            return Ok(Found::Again(letter, person));
        }
        let space = space::by_id(act.sql(), letter.space_id).await?;
        // Into a sealed space people are let in by name.
        if space.visibility == Visibility::Sealed {
            return Err(Error::Refused("error-code-late"));
        }
        return Ok(Found::Join(letter, Box::new(space)));
    }
    let person = store::use_recovery(act.sql(), mac, at).await?.ok_or(Error::Refused("error-code-unknown"))?;
    act.commit().await?;
    Ok(Found::Own(person))
}

/// Joins a space by a letter, as somebody who is here or as somebody new of this name; gives who they are.
///
/// # Errors
/// [`Error::Refused`] where somebody else was quicker with the same letter.
pub(crate) async fn join(act: &mut Act<'_>, letter: &Letter, here: Option<Uuid>, name: &str, lang: Lang) -> Result<Uuid> {
    let (at, new, space) = (act.at(), act.new_id(), act.space().id);
    let person = match here {
        Some(person) => person,
        None => {
            person::insert(act.sql(), new, at, &NewPerson { name, email: None, title: None, organisation: None, lang, persona: None }).await?;
            new
        }
    };
    if !store::use_letter(act.sql(), letter.id, person, at).await? {
        return Err(Error::Refused("error-code-used"));
    }
    act.acts_as(person);
    match letter.role.as_deref().and_then(Role::of) {
        Some(role) => space::give_role(act.sql(), space, person, role, at).await?,
        None => act.contributed("letter").await?,
    }
    act.record("person", person, serde_json::json!({ "role": letter.role.as_deref().unwrap_or("") })).await?;
    Ok(person)
}
