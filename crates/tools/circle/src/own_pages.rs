//! What a circle shows on the coordinator's and on the helper's own page, and in the helper's calendar.

use samskab_platform::calendar::Appointment;
use samskab_platform::db::Sql;
use samskab_platform::tool::{Mine, MinePart};
use samskab_platform::words::Lang;
use samskab_platform::{App, Page, Result, person};
use uuid::Uuid;

use chrono::{DateTime, Utc};

use crate::helping::{OWN, appointment};
use crate::slot_store;
use crate::store;
use crate::times;

/// On somebody's own page: what they have promised, and the circles they coordinate.
pub(crate) async fn mine(sql: &mut Sql, who: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let slots = slot_store::of_person(sql, who, page.now).await?;
    let mut all: Vec<Mine> = slots
        .iter()
        .map(|s| Mine {
            part: MinePart::Promised,
            text: page.t("circle-mine-helps"),
            detail: times::moment(page, s),
            href: OWN.to_owned(),
            button: page.t("circle-mine-see"),
            tag: None,
        })
        .collect();
    for (slug, title) in store::of_coordinator(sql, who).await? {
        all.push(Mine {
            part: MinePart::Next,
            text: title,
            detail: page.t("circle-mine-circle"),
            href: format!("/forloeb/{slug}/kreds"),
            button: page.t("circle-mine-open"),
            tag: None,
        });
    }
    Ok(all)
}

/// What a helper has taken, for their calendar: when, and nothing else.
pub(crate) async fn calendar(sql: &mut Sql, app: &App, who: Uuid, from: DateTime<Utc>) -> Result<Vec<Appointment>> {
    let lang = person::find(sql, who).await.map_or(Lang::Da, |p| p.lang());
    Ok(slot_store::of_person(sql, who, from).await?.iter().map(|s| appointment(app, s, lang)).collect())
}
