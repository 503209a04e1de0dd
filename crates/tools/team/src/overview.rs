//! What the team shows on the space's page and on somebody's own page.

use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::tool::{Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{INVITE, role_name};
use crate::model::Count;
use crate::store;

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let (count, open) = store::count(sql, view.space.id).await?;
    let with_politicians = view.recipe().is_some_and(|r| r.roles.contains(&Role::Politician));
    out.facts.push((Stage::Team, fact(page, &count, open, with_politicians)));
    // Whoever begins a working group is its first participant.
    let few = if view.space.is_group() { count.citizens + count.politicians < 2 } else { count.alone };
    if few && view.may(&INVITE) {
        let waiting = open > 0;
        out.todos.push(Todo {
            order: 3,
            text: page.t("team-todo-invite"),
            detail: if waiting { page.t1("team-waiting", "n", open) } else { page.t("team-todo-invite-detail") },
            href: view.under(if waiting { "hold" } else { "hold/inviter" }),
            button: page.t(if waiting { "team-todo-see" } else { "team-todo-invite-button" }),
        });
    }
    Ok(out)
}

/// `10 borgere, 5 politikere`, or what can be said before there are any.
pub(crate) fn fact(page: &Page, count: &Count, open: i64, with_politicians: bool) -> String {
    if count.alone {
        return if open > 0 { page.t1("team-fact-invited", "n", open) } else { page.t("team-fact-none") };
    }
    if !with_politicians || count.citizens + count.politicians == 0 {
        return page.t1("team-fact-all", "n", count.all);
    }
    let parts = [("team-fact-citizens", count.citizens), ("team-fact-politicians", count.politicians)];
    parts.iter().filter(|(_, n)| *n > 0).map(|(word, n)| page.t1(word, "n", *n)).collect::<Vec<_>>().join(", ")
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let open = store::of_person(sql, person).await?;
    Ok(open
        .into_iter()
        .map(|(id, title, recipe, role, inviter)| {
            let role = Role::of(&role).map(|r| role_name(page.app(), page.app().recipe(&recipe).as_deref(), page.lang, r)).unwrap_or_default();
            Mine {
                part: MinePart::Invited,
                text: title,
                detail: page.t2("team-mine-invited", "role", role, "inviter", inviter),
                href: format!("/invitation/{id}"),
                button: page.t("team-mine-answer"),
                tag: None,
            }
        })
        .collect())
}
