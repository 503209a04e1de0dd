//! What people of the demonstration offer each other, told on their days.

use chrono::Duration;
use samskab_network::acts::{ENTER, TELL, TEND, pause, tell};
use samskab_network::{How, Offer};
use samskab_platform::clock::plus_days;
use samskab_platform::network::{Kind, Part, Times};
use samskab_platform::{Act, Error, Result};

use super::data::{Network, OfferEntry};
use super::fill::Cast;

/// Who writes down what others tell.
const SECRETARY: &str = "sekretaer";

fn offer(cast: &Cast, entry: &OfferEntry) -> Result<Offer> {
    let internal = |text: String| Error::Internal(format!("demo: {text}"));
    let can = entry.can.iter().map(|k| Kind::of(k).ok_or_else(|| internal(format!("no kind '{k}'")))).collect::<Result<_>>()?;
    let parts = entry.parts.iter().map(|p| Part::of(p).ok_or_else(|| internal(format!("no part of a day '{p}'")))).collect::<Result<Vec<_>>>()?;
    let days = entry.days.split_once('-').and_then(|(a, b)| Some(a.parse::<u32>().ok()?..=b.parse().ok()?));
    let days = days.ok_or_else(|| internal(format!("no days '{}'", entry.days)))?;
    Ok(Offer {
        organisation: entry.organisation.as_ref().map(|key| cast.organisation(key)).transpose()?,
        area: Some(cast.area(&entry.area)?),
        wide: entry.wide,
        can,
        own_words: entry.words.clone(),
        times: Times::crossed(|d| days.contains(&d), |p| parts.contains(&p)),
        per_month: entry.most,
        fast: entry.fast.clone().unwrap_or_else(|| "mail".to_owned()),
        certificate_on: entry.certificate_day.map(|d| plus_days(cast.today, d)),
        licence: entry.licence,
        first_aid: entry.first_aid,
        languages: entry.languages.clone(),
    })
}

/// Lets them tell.
pub(super) async fn fill(cast: &Cast, file: &Network) -> Result<()> {
    let app = &cast.app;
    for entry in &file.offer {
        app.clock.set(cast.start + Duration::days(entry.day));
        let (person, how) = (cast.person(&entry.person)?, entry.how.as_deref().and_then(|key| How::ALL.into_iter().find(|h| h.key() == key)));
        let teller = if how.is_some() { SECRETARY } else { entry.person.as_str() };
        let mut act = Act::begin_at_desk(app, &cast.visitor(teller).await?, if how.is_some() { &ENTER } else { &TELL }).await?;
        let id = tell(&mut act, person, &offer(cast, entry)?, how).await?;
        act.commit().await?;
        if let Some(days) = entry.paused {
            app.clock.set(cast.start);
            let mut act = Act::begin_at_desk(app, &cast.visitor(&entry.person).await?, &TEND).await?;
            pause(&mut act, id, Some(days)).await?;
            act.commit().await?;
        }
    }
    Ok(())
}
