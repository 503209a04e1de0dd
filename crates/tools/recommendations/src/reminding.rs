//! The program's own work: what is said when a promised date comes near, and when it has passed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::clock::{days_between, plus_days};
use samskab_platform::outbox::Notice;
use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Result, Visitor, space};
use uuid::Uuid;

use crate::acts::{OVERDUE, REMIND, VOICES};
use crate::{store, submission_store, waiting};

/// Looks at every promised date that is near or past, and takes the step that is due, each step once.
pub(crate) async fn tick(app: &App) -> Result<()> {
    let today = app.clock.today();
    let promised = submission_store::promised(&mut app.db.read().await?, plus_days(today, waiting::AHEAD)).await?;
    for (space, answer_by, last) in promised {
        if let Some(step) = waiting::step(answer_by, today).filter(|step| last.is_none_or(|last| last < *step)) {
            say(app, space, answer_by, step).await?;
        }
    }
    Ok(())
}

async fn say(app: &App, space: Uuid, answer_by: NaiveDate, step: i64) -> Result<()> {
    let late = step > 0;
    let mut act = Act::begin(app, &Visitor::program(), space, if late { &OVERDUE } else { &REMIND }).await?;
    let (at, here) = (act.at(), act.space().clone());
    // Another node may have been first, and the council quicker than both.
    let n = store::waiting(act.sql(), space).await?;
    if n == 0 || !submission_store::take_step(act.sql(), space, answer_by, step, at).await? {
        return Ok(());
    }
    let days = days_between(act.today(), answer_by).abs();
    act.record("space", space, serde_json::json!({ "title": here.title, "n": n })).await?;
    let above = waiting::goes_above(step);
    let word = match (late, above) {
        (false, _) => "mail-answer-soon",
        (true, false) => "mail-answer-late",
        (true, true) => "mail-answer-long-late",
    };
    let about = act.new_id();
    let said = |word, link: &str| Notice::new(word, format!("/forloeb/{}/{link}", here.slug), about).with("n", n).with("days", days).with("date", answer_by);
    let notice = |link: &str| said(word, link);
    let mut answerers: BTreeSet<Uuid> = space::with_role(act.sql(), space, Role::Council).await?.into_iter().collect();
    if answerers.is_empty() {
        answerers.extend(space::with_role(act.sql(), space, Role::Secretary).await?);
    }
    let mut others = BTreeSet::new();
    if late {
        for role in [Role::Secretary, Role::Facilitator].iter().chain(VOICES) {
            others.extend(space::with_role(act.sql(), space, *role).await?);
        }
    }
    for person in &answerers {
        act.tell(*person, &notice("anbefalinger/svar").pressing()).await?;
    }
    for person in others.difference(&answerers) {
        act.tell(*person, &notice("anbefalinger")).await?;
    }
    // Of a sealed space nobody hears who is not in it.
    if above && here.visibility != Visibility::Sealed {
        let municipality = space::by_slug(act.sql(), MUNICIPALITY).await?.id;
        for person in space::with_role(act.sql(), municipality, Role::Administrator).await? {
            if !answerers.contains(&person) && !others.contains(&person) {
                act.tell(person, &said("mail-answer-escalated", "anbefalinger").pressing()).await?;
            }
        }
    }
    act.commit().await
}
