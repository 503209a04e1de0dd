//! What the municipality and the demonstration's house give each other, how new volunteers are welcomed, and thanks, by the acts a person
//! would do.

use std::collections::BTreeSet;

use samskab_platform::Result;
use samskab_platform::clock::plus_days;
use samskab_reciprocity::acts::{self, NewEntry, NewPromise};
use samskab_reciprocity::{Kind, Side, Verdict};
use uuid::Uuid;

use super::data::SpaceFile;
use super::fill::{Cast, internal, put};
use super::house_data::PromiseEntry;

/// Something that happens between the two; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ReciprocityEvent {
    Promise(usize),
    Give(usize),
    Answer(i64),
    List,
    Welcome(usize),
    Tick(usize),
    Thank(usize),
}

/// What happens between them, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, ReciprocityEvent)> {
    let Some(r) = &file.reciprocity else { return vec![] };
    let mut all = vec![(r.list.0, ReciprocityEvent::List)];
    all.extend(r.promise.iter().enumerate().map(|(i, p)| (p.day, ReciprocityEvent::Promise(i))));
    all.extend(r.given.iter().enumerate().map(|(i, g)| (g.day, ReciprocityEvent::Give(i))));
    let answered: BTreeSet<i64> = r.given.iter().filter_map(|g| Some(g.answered.as_ref()?.1)).collect();
    all.extend(answered.into_iter().map(|day| (day, ReciprocityEvent::Answer(day))));
    for (i, w) in r.welcome.iter().enumerate() {
        all.extend([(w.day, ReciprocityEvent::Welcome(i)), (w.done.1, ReciprocityEvent::Tick(i))]);
    }
    all.extend(r.thanks.iter().enumerate().map(|(i, t)| (t.day, ReciprocityEvent::Thank(i))));
    all
}

/// The ids of what was made, in the order of the file.
#[derive(Default)]
pub(super) struct Sides {
    promises: Vec<Uuid>,
    given: Vec<Uuid>,
    welcomes: Vec<Uuid>,
}

fn parts(p: &PromiseEntry) -> Result<(Side, Kind)> {
    let both = Side::of(&p.side).zip(Kind::of(&p.kind));
    both.ok_or_else(|| internal(format!("the promise '{}' has no side or kind", p.key)))
}

/// Kroner are kept as øre.
fn units(kind: Kind, amount: i64) -> i64 {
    if kind == Kind::Money { amount * 100 } else { amount }
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Sides, event: ReciprocityEvent) -> Result<()> {
    let Some(r) = &file.reciprocity else { return Ok(()) };
    match event {
        ReciprocityEvent::Promise(i) => {
            let p = &r.promise[i];
            let (side, kind) = parts(p)?;
            let (from_on, to_on) = (plus_days(cast.today, p.from_day), plus_days(cast.today, p.to_day));
            let mut act = cast.begin(&cast.visitor(&p.by).await?, space, &acts::PROMISE).await?;
            let id = acts::promise(&mut act, &NewPromise { side, kind, what: p.what.clone(), amount: units(kind, p.amount), from_on, to_on }).await?;
            put(&mut made.promises, i, id);
            act.commit().await
        }
        ReciprocityEvent::Give(i) => {
            let g = &r.given[i];
            let at = r.promise.iter().position(|p| p.key == g.keeps).ok_or_else(|| internal(format!("no promise '{}'", g.keeps)))?;
            let (side, kind) = parts(&r.promise[at])?;
            let mut act = cast.begin(&cast.visitor(&g.by).await?, space, &acts::ENTER).await?;
            let (given_on, promise) = (act.today(), made.promises.get(at).copied());
            let id = acts::enter(&mut act, &NewEntry { side, kind, what: g.what.clone(), amount: units(kind, g.amount), given_on, promise }).await?;
            put(&mut made.given, i, id);
            act.commit().await
        }
        ReciprocityEvent::Answer(day) => {
            for (i, g) in r.given.iter().enumerate() {
                let Some((who, _)) = g.answered.as_ref().filter(|(_, on)| *on == day) else { continue };
                let verdict = if g.reason.is_empty() { Verdict::Confirmed } else { Verdict::Disputed };
                let mut act = cast.begin(&cast.visitor(who).await?, space, &acts::JUDGE).await?;
                acts::judge(&mut act, made.given[i], verdict, &g.reason).await?;
                act.commit().await?;
                if !g.reply.is_empty() {
                    let mut act = cast.begin(&cast.visitor(&g.by).await?, space, &acts::REPLY).await?;
                    acts::reply(&mut act, made.given[i], &g.reply).await?;
                    act.commit().await?;
                }
            }
            Ok(())
        }
        ReciprocityEvent::List => {
            let mut act = cast.begin(&cast.visitor(&r.list.1).await?, space, &acts::LIST).await?;
            acts::list(&mut act, &r.list.2).await?;
            act.commit().await
        }
        ReciprocityEvent::Welcome(i) => {
            let w = &r.welcome[i];
            let mut act = cast.begin(&cast.visitor(&w.by).await?, space, &acts::WELCOME).await?;
            let id = acts::welcome(&mut act, cast.person(&w.person)?, cast.person(&w.buddy)?, &r.list.2).await?;
            put(&mut made.welcomes, i, id);
            act.commit().await
        }
        ReciprocityEvent::Tick(i) => {
            let w = &r.welcome[i];
            let mut act = cast.begin(&cast.visitor(&w.buddy).await?, space, &acts::TICK).await?;
            for position in 1..=w.done.0 {
                acts::tick(&mut act, made.welcomes[i], position, true).await?;
            }
            act.commit().await
        }
        ReciprocityEvent::Thank(i) => {
            let t = &r.thanks[i];
            let to = t.to.as_ref().map(|key| cast.person(key)).transpose()?;
            let mut act = cast.begin(&cast.visitor(&t.by).await?, space, &acts::THANK).await?;
            acts::thank(&mut act, to, &t.group, &t.text).await?;
            act.commit().await
        }
    }
}
