//! SQL of merging ideas and of taking a merge back.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::{Result, args, statements};
use uuid::Uuid;

use crate::model::State;

statements! {
    INSERT = "INSERT INTO idea_merge (id, space_id, into_id, was_title, was_text, was_state, made_by, made_at) SELECT $1, space_id, id, title, text, state, $3, $4 FROM idea WHERE id = $2";
    REMEMBER = "INSERT INTO idea_merged (merge_id, idea_id, was_root, was_state) SELECT $1, id, root_id, state FROM idea WHERE root_id = $2";
    MOVE = "UPDATE idea SET root_id = $2, state = 'merged' WHERE root_id = $1";
    OF = "SELECT g.id, g.into_id, g.was_title, g.was_text, g.was_state, p.name AS made_by, g.made_at, (SELECT COUNT(*) FROM idea_merged d WHERE d.merge_id = g.id) AS ideas
        FROM idea_merge g JOIN person p ON p.id = g.made_by WHERE g.into_id = $1 AND g.undone_at IS NULL ORDER BY g.made_at DESC, g.id DESC LIMIT 100";
    LAST = "SELECT g.id, g.into_id, g.was_title, g.was_text, g.was_state, p.name AS made_by, g.made_at, (SELECT COUNT(*) FROM idea_merged d WHERE d.merge_id = g.id) AS ideas
        FROM idea_merge g JOIN person p ON p.id = g.made_by WHERE g.into_id = $1 AND g.undone_at IS NULL ORDER BY g.made_at DESC, g.id DESC LIMIT 1";
    PARTS = "SELECT d.idea_id, d.was_root, d.was_state FROM idea_merged d WHERE d.merge_id = $1";
    PUT_BACK = "UPDATE idea SET root_id = $2, state = $3 WHERE id = $1 AND root_id = $4";
    UNDO = "UPDATE idea_merge SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
}

/// A merge that stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Merge {
    pub(crate) id: Uuid,
    pub(crate) into_id: Uuid,
    pub(crate) was_title: String,
    pub(crate) was_text: String,
    #[sqlx(try_from = "String")]
    pub(crate) was_state: State,
    pub(crate) made_by: String,
    pub(crate) made_at: DateTime<Utc>,
    /// How many ideas came into it.
    pub(crate) ideas: i64,
}

/// Notes a merge, with what the idea said before.
pub(crate) async fn begin(sql: &mut Sql, id: Uuid, into: Uuid, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    sql.run(&INSERT, args![id, into, by, at]).await.map(|_| ())
}

/// Moves an idea with all that is merged in it into another.
pub(crate) async fn take_in(sql: &mut Sql, merge: Uuid, idea: Uuid, into: Uuid) -> Result<()> {
    sql.run(&REMEMBER, args![merge, idea]).await?;
    sql.run(&MOVE, args![idea, into]).await.map(|_| ())
}

/// The merges into an idea that stand, the latest first.
pub(crate) async fn of(sql: &mut Sql, into: Uuid) -> Result<Vec<Merge>> {
    sql.all(&OF, args![into]).await
}

/// The latest merge into an idea that stands.
pub(crate) async fn last(sql: &mut Sql, into: Uuid) -> Result<Option<Merge>> {
    sql.maybe(&LAST, args![into]).await
}

/// Takes a merge apart; gives the ideas that stand by themselves again.
pub(crate) async fn undo(sql: &mut Sql, merge: &Merge, at: DateTime<Utc>) -> Result<Vec<Uuid>> {
    let parts: Vec<(Uuid, Uuid, String)> = sql.all(&PARTS, args![merge.id]).await?;
    let mut own = vec![];
    for (idea, was_root, was_state) in parts {
        sql.run(&PUT_BACK, args![idea, was_root, was_state, merge.into_id]).await?;
        if idea == was_root {
            own.push(idea);
        }
    }
    sql.run(&UNDO, args![merge.id, at]).await?;
    Ok(own)
}
