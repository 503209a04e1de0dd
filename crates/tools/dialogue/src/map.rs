//! Keeping the opinion map up to date, and what the page shows of it.

use std::collections::BTreeMap;

use chrono::Duration;
use samskab_opinion::{Choice, Conversation, LabelWords, OpinionMap, Options, opinion_map};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, Visitor};
use uuid::Uuid;

use crate::acts::{DRAW, REGROUP};
use crate::store;

/// Draws anew every map that is out of date.
pub(crate) async fn refresh_all(app: &App) -> Result<()> {
    let stale = store::out_of_date(&mut app.db.read().await?).await?;
    for (dialogue, space) in stale {
        refresh(app, space, dialogue).await?;
    }
    Ok(())
}

/// Draws one map anew if its input changed. A change of the number of groups, or of whether they are stable, is an entry
/// in the journal with the digest of the input; every other change is only drawn.
///
/// # Errors
/// When the database fails.
pub async fn refresh(app: &App, space: Uuid, dialogue: Uuid) -> Result<()> {
    let mut sql = app.db.read().await?;
    // An act that began before this moment may commit after we have read: a little is read twice instead of lost.
    let covers_to = app.clock.now() - Duration::seconds(5);
    let row = store::one(&mut sql, space, dialogue).await?;
    let question = row.question;
    let say = |word: &str| app.words.say(Lang::of(&row.language), word, &[]);
    let words = LabelWords { agree: say("map-label-for"), disagree: say("map-label-against"), statement: say("map-label-statement"), group: say("map-group") };
    let options = Options { words, ..Options::default() };
    let statements = store::every(&mut sql, dialogue).await?;
    let votes = store::votes(&mut sql, dialogue).await?;
    let before = store::map(&mut sql, dialogue).await?;
    drop(sql);
    let conversation = Conversation {
        statements: statements
            .iter()
            .map(|s| samskab_opinion::Statement { id: s.id.to_string(), text: s.text.clone(), moderated_out: s.state != "accepted" })
            .collect(),
        votes: votes
            .iter()
            .filter_map(|(voter, statement, value)| {
                Some(samskab_opinion::Vote { participant: voter.to_string(), statement: statement.to_string(), choice: Choice::from_value(*value)? })
            })
            .collect(),
    };
    let began = std::time::Instant::now();
    let map = tokio::task::spawn_blocking(move || opinion_map(&conversation, &options)).await.map_err(|e| Error::Internal(format!("opinion map: {e}")))?;
    metrics::counter!("samskab_maps_total").increment(1);
    metrics::histogram!("samskab_map_seconds").record(began.elapsed());
    let program = Visitor::program();
    if before.as_ref().is_some_and(|(digest, _)| *digest == map.input_digest) {
        let mut act = Act::begin(app, &program, space, &DRAW).await?;
        store::covers(act.sql(), dialogue, covers_to).await?;
        return act.commit().await;
    }
    let old = before.and_then(|(_, result)| serde_json::from_str::<OpinionMap>(&result).ok());
    let shape = |m: &OpinionMap| if m.stable { m.groups.len() } else { 0 };
    let regrouped = old.as_ref().map_or(0, shape) != shape(&map);
    let mut act = Act::begin(app, &program, space, if regrouped { &REGROUP } else { &DRAW }).await?;
    let priorities: BTreeMap<&str, f64> = map.results.iter().filter(|r| !r.moderated_out).map(|r| (r.statement.as_str(), r.priority)).collect();
    store::set_map(act.sql(), dialogue, &map.input_digest, &serde_json::to_string(&map)?, &serde_json::to_string(&priorities)?, covers_to).await?;
    if regrouped {
        let payload =
            serde_json::json!({ "title": question, "groups": shape(&map), "participants": map.participants, "votes": map.votes, "digest": map.input_digest });
        act.record("dialogue", dialogue, payload).await?;
    }
    act.refresh_pages();
    act.commit().await
}
