//! What somebody whom a circle is around takes along of it, with all that is stored about them.

use samskab_platform::db::Sql;
use samskab_platform::sealed;
use samskab_platform::tool::Own;
use samskab_platform::{App, Error, Page, Result};
use serde_json::json;
use uuid::Uuid;

use crate::{slot_store, store, times};

/// The words of the circles around somebody, which only open with a key. One whose key is not here is left out.
pub(crate) async fn own(sql: &mut Sql, app: &App, person: Uuid, page: &Page) -> Result<Vec<Own>> {
    let mut all = vec![];
    for (space, slug) in store::of_owner(sql, person).await? {
        let key = match sealed::of(sql, app, space).await {
            Ok(key) => key,
            Err(Error::Refused(_)) => continue,
            Err(error) => return Err(error),
        };
        let name = sealed::words(sql, app, space).await?.map(|(name, _)| name.to_string()).unwrap_or_default();
        let details = store::details(&key, &store::one(sql, space).await?)?;
        let needs = store::needs(sql, &key).await?;
        let lines = times::lines(&slot_store::of_space(sql, space).await?, &needs);
        let about = [("circle-name", &name), ("circle-happened", &details.happened), ("circle-address", &details.address), ("circle-phone", &details.phone)];
        let mut shown = vec![about.into_iter().filter(|(_, text)| !text.is_empty()).map(|(word, text)| (page.t(word), text.clone())).collect::<Vec<_>>()];
        shown.extend(needs.iter().map(|n| {
            let parts = [("circle-what", &n.words.what), ("circle-place", &n.words.place), ("circle-note", &n.words.note)];
            parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(word, text)| (page.t(word), text.clone())).collect()
        }));
        let needs: Vec<_> = needs.iter().map(|n| json!({ "kind": n.kind.key(), "what": n.words.what, "place": n.words.place, "note": n.words.note })).collect();
        let slots: Vec<_> =
            lines.iter().map(|l| json!({ "starts_at": l.slot.starts_at, "ends_at": l.slot.ends_at, "what": l.what(page), "who": l.slot.name })).collect();
        let data = json!({ "name": name, "happened": details.happened, "address": details.address, "phone": details.phone, "needs": needs, "times": slots });
        all.push(Own { word: "stored-circle-words", href: format!("/forloeb/{slug}/kreds"), lines: shown, data });
    }
    Ok(all)
}
