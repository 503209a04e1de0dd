//! The plan on somebody's own page, and in what they take along of all that is stored about them.

use samskab_platform::db::Sql;
use samskab_platform::tool::{Mine, MinePart, Own};
use samskab_platform::{App, Error, Page, Result, Visitor, person};
use uuid::Uuid;

use crate::opened::{self, Content};
use crate::{papers, store};

/// As many plans of others as the own page shows.
const SHOWN: i64 = 20;

/// One's own plan, and those one has been let into.
pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |text: String, detail: &str, slug: &str| Mine {
        part: MinePart::Next,
        text,
        detail: page.t(detail),
        href: format!("/forloeb/{slug}/plan"),
        button: page.t("plan-open"),
        tag: None,
    };
    let mut all: Vec<Mine> = store::of_owner(sql, person).await?.iter().map(|(_, slug)| line(page.t("plan-mine"), "plan-mine-detail", slug)).collect();
    let guest = store::of_guest(sql, person, SHOWN).await?;
    all.extend(guest.iter().map(|(slug, owner)| line(page.t1("plan-of", "name", owner), "plan-of-detail", slug)));
    Ok(all)
}

fn lines(page: &Page, content: &Content) -> Vec<Vec<(String, String)>> {
    let note = |n: &opened::Note| vec![(page.t("plan-notes"), n.words.clone()), (page.t("field-at"), page.when(&n.at))];
    let mut all = vec![];
    if let Some(dream) = &content.dream {
        all.push(vec![(page.t("plan-dream"), dream.text.clone()), (page.t("field-at"), page.when(&dream.changed_at))]);
        all.extend(dream.notes.iter().map(note));
    }
    for step in &content.steps {
        let helpers = step.helpers.iter().map(|h| h.called.clone()).collect::<Vec<_>>().join(", ");
        let mut line = vec![(page.t("plan-step"), step.what.clone()), (page.t("plan-state"), page.t(&format!("plan-state-{}", step.state.key())))];
        line.extend(Some((page.t("plan-helpers"), helpers)).filter(|h| !h.1.is_empty()));
        all.push(line);
        all.extend(step.notes.iter().map(note));
    }
    all
}

/// The words of somebody's own plans, which only open with a key. One whose key is not here is left out.
pub(crate) async fn own(sql: &mut Sql, app: &App, person: Uuid, page: &Page) -> Result<Vec<Own>> {
    let mut all = vec![];
    let plans = store::of_owner(sql, person).await?;
    if plans.is_empty() {
        return Ok(all);
    }
    let visitor = Visitor::of(person::find(sql, person).await?).in_lang(page.lang);
    for (_, slug) in plans {
        let plan = match opened::open(sql, app, &visitor, &slug).await {
            Ok(plan) => plan,
            Err(Error::Refused(_) | Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let content = plan.content(sql).await?;
        let data = papers::data(sql, page, &plan, &content).await?;
        all.push(Own { word: "stored-plan-words", href: plan.view.under("plan"), lines: lines(page, &content), data });
    }
    Ok(all)
}
