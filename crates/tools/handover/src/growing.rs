//! What is told of a task's commitment where the commitments are: begun is a trial, done is handed over.

use samskab_platform::growth::{Growth, Step};
use samskab_platform::{Act, Error, Result};

use crate::model::State;
use crate::store::{self, NewMove};

pub(crate) async fn grown(act: &mut Act<'_>, growth: Growth<'_>) -> Result<()> {
    if growth.source_kind != "task" || growth.kind != "commitment" {
        return Ok(());
    }
    let space = act.space().id;
    store::lock(act.sql(), space).await?;
    let task = match store::one(act.sql(), space, growth.source).await {
        Ok(task) => task,
        // Nothing of this space: there is nothing to tell.
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let to = match growth.step {
        Step::Made if task.commitment_id.is_none() => return store::set_commitment(act.sql(), task.id, Some(growth.id)).await,
        Step::Undone if task.commitment_id == Some(growth.id) => return store::set_commitment(act.sql(), task.id, None).await,
        Step::Started => State::Trial,
        Step::Done => State::Handed,
        Step::Made | Step::Undone => return Ok(()),
    };
    if task.commitment_id != Some(growth.id) || !task.state.may_go(to) {
        return Ok(());
    }
    let new = NewMove { space, task: task.id, state: to, note: "", by: act.actor(), at: act.at() };
    store::go(act.sql(), &new).await
}
