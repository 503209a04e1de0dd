//! Where strangers' votes are handed in: those that arrive while others are being stored are stored together, in one act.
//!
//! A vote is answered only when its act has been committed to disk, so a crowd in a hall shares the wait for the disk
//! instead of queueing for it one by one. On an idle server a vote is an act of its own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result, Visitor};
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::acts::{self, VOTE, Voter};
use crate::model::Answer;

/// The most votes of one act: the last of them waits for all.
const MOST: usize = 64;

/// A vote by somebody without an account.
pub(crate) struct Vote {
    pub(crate) slug: String,
    pub(crate) dialogue: Uuid,
    pub(crate) token: String,
    pub(crate) statement: Uuid,
    pub(crate) answer: Answer,
}

type Waiting = (Vote, oneshot::Sender<Result<()>>);

/// The desk of one running program.
#[derive(Clone, Default)]
pub(crate) struct Desk(Arc<Mutex<Queue>>);

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    staffed: bool,
}

/// Leaves the desk also when storing panics, so that the next vote staffs it anew.
struct Shift {
    desk: Desk,
    over: bool,
}

impl Drop for Shift {
    fn drop(&mut self) {
        if !self.over {
            self.desk.queue().staffed = false;
        }
    }
}

impl Desk {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands in a vote; returns when it is stored for good.
    pub(crate) async fn hand_in(&self, app: &App, vote: Vote) -> Result<()> {
        let (done, stored) = oneshot::channel();
        let staff = {
            let mut queue = self.queue();
            queue.waiting.push((vote, done));
            !std::mem::replace(&mut queue.staffed, true)
        };
        if staff {
            // A task of its own: the visitor whose vote began it may go away.
            let (desk, app) = (self.clone(), app.clone());
            tokio::spawn(async move { desk.work(&app).await });
        }
        stored.await.map_err(|_| Error::Internal("a vote was not stored".to_owned()))?
    }

    async fn work(&self, app: &App) {
        let mut shift = Shift { desk: self.clone(), over: false };
        loop {
            let votes: Vec<Waiting> = {
                let mut queue = self.queue();
                if queue.waiting.is_empty() {
                    // Under the lock: a vote that comes now finds nobody here and staffs the desk again.
                    queue.staffed = false;
                    shift.over = true;
                    return;
                }
                let first = queue.waiting[0].0.slug.clone();
                let (mut now, mut later) = (vec![], vec![]);
                for waiting in std::mem::take(&mut queue.waiting) {
                    if now.len() < MOST && waiting.0.slug == first { now.push(waiting) } else { later.push(waiting) }
                }
                queue.waiting = later;
                now
            };
            store_all(app, votes).await;
        }
    }
}

/// Stores votes in one act; if one of them cannot be stored, each in its own.
async fn store_all(app: &App, votes: Vec<Waiting>) {
    let together: Vec<&Vote> = votes.iter().map(|(vote, _)| vote).collect();
    let mut stored = store(app, &together).await;
    let alone = votes.len() == 1;
    for (vote, done) in votes {
        let result = match &stored {
            Ok(()) => Ok(()),
            Err(_) if alone => std::mem::replace(&mut stored, Ok(())),
            Err(_) => store(app, &[&vote]).await,
        };
        // Nobody waits any more: the vote is stored all the same.
        let _ = done.send(result);
    }
}

async fn store(app: &App, votes: &[&Vote]) -> Result<()> {
    let Some(first) = votes.first() else { return Ok(()) };
    let mut act = Act::begin_at(app, &Visitor::stranger(Lang::Da), &first.slug, &VOTE).await?;
    for vote in votes {
        acts::vote(&mut act, vote.dialogue, &Voter::Token(vote.token.clone()), None, vote.statement, vote.answer).await?;
    }
    act.commit().await
}
