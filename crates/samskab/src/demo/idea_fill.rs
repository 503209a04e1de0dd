//! The ideas of the demonstration: written, supported, put together and set aside by the acts a person would do.

use samskab_ideas::acts::{self, MERGE, NOTE, SET_ASIDE, SUPPORT, Said, WRITE};
use samskab_ideas::merging::{self, Goes};
use samskab_ideas::{Level, Way};
use samskab_platform::{Error, Result, Visitor};
use uuid::Uuid;

use super::data::{IdeaEntry, SpaceFile};
use super::fill::{Cast, internal, put};

/// Something that happens to the idea with this number; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IdeaEvent {
    Write(usize),
    Support(usize),
    Merge(usize),
    Aside(usize),
}

/// What happens to the ideas of a space, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, IdeaEvent)> {
    let mut all = vec![];
    for (i, idea) in file.idea.iter().enumerate() {
        all.push((idea.day, IdeaEvent::Write(i)));
        if !(idea.backs.is_empty() && idea.helps.is_empty()) {
            all.push(((idea.day + 1).min(0), IdeaEvent::Support(i)));
        }
        all.extend(idea.merged_day.map(|day| (day, IdeaEvent::Merge(i))));
        all.extend(idea.aside_day.map(|day| (day, IdeaEvent::Aside(i))));
    }
    all
}

/// The idea of a key.
pub(super) fn of_key(file: &SpaceFile, ideas: &[Uuid], key: &str) -> Result<(Uuid, String)> {
    let found = file.idea.iter().zip(ideas).find(|(i, _)| i.key == key);
    found.map(|(i, id)| (*id, i.title.clone())).ok_or_else(|| internal(format!("no idea '{key}'")))
}

/// Does it; `ideas` holds the ids in the order of the file, `runner` is who runs the space.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, ideas: &mut Vec<Uuid>, runner: &Visitor, event: IdeaEvent) -> Result<()> {
    match event {
        IdeaEvent::Write(i) => {
            put(ideas, i, write(cast, space, runner, &file.idea[i]).await?);
            Ok(())
        }
        IdeaEvent::Support(i) => {
            let entry = &file.idea[i];
            for (keys, level) in [(&entry.backs, Level::Backs), (&entry.helps, Level::Helps)] {
                for key in keys {
                    let mut act = cast.begin(&cast.visitor(key).await?, space, &SUPPORT).await?;
                    acts::support(&mut act, ideas[i], Some(level)).await?;
                    act.commit().await?;
                }
            }
            Ok(())
        }
        IdeaEvent::Merge(i) => {
            let entry = &file.idea[i];
            let parts: Vec<Uuid> = file.idea.iter().zip(ideas.iter()).filter(|(p, _)| p.into.as_ref() == Some(&entry.key)).map(|(_, id)| *id).collect();
            let by = match &entry.merged_by {
                Some(key) => cast.visitor(key).await?,
                None => runner.clone(),
            };
            let mut act = cast.begin(&by, space, &MERGE).await?;
            merging::merge(&mut act, ideas[i], &parts, Said { title: &entry.title, text: &entry.text }).await?;
            act.commit().await
        }
        IdeaEvent::Aside(i) => {
            let mut act = cast.begin(runner, space, &SET_ASIDE).await?;
            acts::set_aside(&mut act, ideas[i], &file.idea[i].aside).await?;
            act.commit().await
        }
    }
}

async fn write(cast: &Cast, space: Uuid, runner: &Visitor, entry: &IdeaEntry) -> Result<Uuid> {
    let Some(by) = &entry.by else {
        let mut act = cast.begin(runner, space, &NOTE).await?;
        let id = merging::note(&mut act, &[(entry.title.clone(), Goes::Alone)], Way::Hall, None).await?;
        act.commit().await?;
        return id.first().copied().ok_or(Error::NotFound);
    };
    let mut act = cast.begin(&cast.visitor(by).await?, space, &WRITE).await?;
    let id = acts::write(&mut act, Said { title: &entry.title, text: &entry.text }, false, None).await?;
    act.commit().await?;
    Ok(id)
}
