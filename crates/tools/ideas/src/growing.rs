//! What comes of an idea in other tools: a recommendation builds on it, or somebody promises to do it.

use samskab_platform::growth::{Growth, Step};
use samskab_platform::{Act, Error, Result};

use crate::acts::{locked, notice, tell_family};
use crate::model::State;
use crate::store::{self, Grown, Idea};

pub(crate) async fn grown(act: &mut Act<'_>, growth: Growth<'_>) -> Result<()> {
    if growth.source_kind != "idea" {
        return Ok(());
    }
    let (space, at) = (act.space().id, act.at());
    let idea = match locked(act, growth.source).await {
        Ok(idea) if idea.root_id == idea.id => idea,
        Ok(idea) => store::one(act.sql(), space, idea.root_id).await?,
        // Nothing of this space: there is nothing to tell.
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    match growth.step {
        Step::Made => made(act, &idea, growth).await,
        Step::Started => store::set_started(act.sql(), idea.id, at).await,
        Step::Done => {
            store::set_started(act.sql(), idea.id, at).await?;
            store::set_done(act.sql(), idea.id, at).await
        }
        Step::Undone => {
            store::take_growth(act.sql(), idea.id, growth.id).await?;
            settle(act, &idea).await
        }
    }
}

async fn made(act: &mut Act<'_>, idea: &Idea, growth: Growth<'_>) -> Result<()> {
    let at = act.at();
    let new = Grown { kind: growth.kind.to_owned(), object_id: growth.id, title: growth.title.to_owned(), at };
    if !store::add_growth(act.sql(), idea.id, &new).await? {
        return Ok(());
    }
    settle(act, idea).await?;
    let word = if growth.kind == "commitment" { "mail-idea-agreed" } else { "mail-idea-recommended" };
    let notice = notice(act, word, idea).with("what", growth.title);
    tell_family(act, idea.id, &notice, true).await
}

/// Gives an idea the state that what came of it says.
async fn settle(act: &mut Act<'_>, idea: &Idea) -> Result<()> {
    let all = store::growth(act.sql(), idea.id).await?;
    let agreed = all.iter().find(|g| g.kind == "commitment");
    let state = match (agreed, all.is_empty()) {
        (Some(_), _) => State::Agreed,
        (None, false) => State::Recommended,
        (None, true) if idea.state == State::Recommended => State::Open,
        (None, true) => idea.state,
    };
    store::set_grown(act.sql(), idea.id, state, agreed.map(|g| g.at)).await
}
