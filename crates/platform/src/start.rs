//! The first start on an empty database: the municipality's own space and its first administrator.

use crate::access::{Role, Visibility};
use crate::assurance::Assurance;
use crate::clock::Clock;
use crate::db::Database;
use crate::error::{Error, Result};
use crate::person::{self, NewPerson};
use crate::settings::Settings;
use crate::space::{self, MUNICIPALITY, NewSpace};
use crate::words::Lang;

/// Gives the municipality's name; makes its space where there is none.
pub(crate) async fn municipality(db: &Database, clock: &Clock, settings: &Settings) -> Result<String> {
    match space::by_slug(&mut db.read().await?, MUNICIPALITY).await {
        Ok(space) => return Ok(space.title),
        Err(Error::NotFound) => {}
        Err(e) => return Err(e),
    }
    let mut sql = db.write().await?;
    let (id, at) = (clock.id(), clock.now());
    let new = NewSpace {
        id,
        parent: None,
        slug: MUNICIPALITY,
        recipe_version: 1,
        recipe: MUNICIPALITY,
        title: &settings.municipality,
        summary: "",
        area: None,
        visibility: Visibility::Public,
        assurance: Assurance::Low,
        tools: &[],
        at,
    };
    match space::insert(&mut sql, &new).await {
        // Another node was first.
        Err(Error::Taken(_)) => {
            return Ok(space::by_slug(&mut db.read().await?, MUNICIPALITY).await?.title);
        }
        made => made?,
    }
    if let Some(email) = &settings.administrator {
        let person = clock.id();
        let name = email.split('@').next().unwrap_or(email);
        person::insert(&mut sql, person, at, &NewPerson { name, email: Some(email), title: None, organisation: None, lang: Lang::Da, persona: None }).await?;
        for role in [Role::Administrator, Role::Secretary] {
            space::give_role(&mut sql, id, person, role, at).await?;
        }
    }
    sql.commit().await?;
    Ok(settings.municipality.clone())
}
