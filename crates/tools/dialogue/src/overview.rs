//! What the dialogue shows on the space's page.

use samskab_platform::db::Sql;
use samskab_platform::recipe::Stage;
use samskab_platform::space::Space;
use samskab_platform::tool::{Need, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};

use crate::acts::{ACCEPT, VOTE, WRITE};
use crate::store;

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let dialogues = store::of_space(sql, view.space.id).await?;
    let public: Vec<_> = dialogues.iter().filter(|d| !d.is_draft()).collect();
    let Some(latest) = public.iter().find(|d| d.is_open()).or(public.first()) else {
        out.facts.push((Stage::Dialogue, page.t("dialogue-fact-none")));
        if view.may(&WRITE) && view.space.stage >= Stage::Team {
            match dialogues.first() {
                Some(draft) => out.todos.push(todo(page, 3, "dialogue-todo-open", view.under(&format!("dialog/{}", draft.id)))),
                None => out.todos.push(todo(page, 4, "dialogue-todo-write", view.under("dialog/ny"))),
            }
        }
        return Ok(out);
    };
    let (participants, accepted, waiting) = store::brief(sql, latest.id).await?;
    let word = if latest.is_open() { "dialogue-fact-open" } else { "dialogue-fact-closed" };
    out.facts.push((Stage::Dialogue, page.t1(word, "n", participants)));
    if latest.is_open() && view.may(&VOTE) {
        let mut vote = todo(page, 4, "dialogue-todo-vote", view.under(&format!("dialog/{}/stem", latest.id)));
        vote.text = page.t1("dialogue-todo-vote", "n", accepted);
        out.todos.push(vote);
    }
    if view.may(&ACCEPT) && waiting > 0 {
        let mut judge = todo(page, 2, "dialogue-todo-judge", view.under(&format!("dialog/{}/behandl", latest.id)));
        judge.text = page.t1("dialogue-todo-judge", "n", waiting);
        out.todos.push(judge);
    }
    out.todos.push(todo(page, 8, "dialogue-todo-map", view.under(&format!("dialog/{}", latest.id))));
    Ok(out)
}

fn todo(page: &Page, order: u8, word: &str, href: String) -> Todo {
    Todo { order, text: page.t(word), detail: page.t(&format!("{word}-detail")), href, button: page.t(&format!("{word}-button")) }
}

/// The open conversations.
pub(crate) async fn needs(sql: &mut Sql, spaces: &[Space], page: &Page) -> Result<Vec<Need>> {
    let open = store::open(sql).await?;
    let need = |d: &crate::model::Dialogue| {
        let space = spaces.iter().find(|s| s.id == d.space_id)?;
        let href = format!("/forloeb/{}/dialog/{}/stem", space.slug, d.id);
        Some(Need { space: space.title.clone(), text: d.question.clone(), detail: page.t("dialogue-need-detail"), href, foot: page.t("dialogue-is-open") })
    };
    Ok(open.iter().filter_map(need).collect())
}
