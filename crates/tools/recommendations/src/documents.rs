//! What of the recommendations can be searched for: each with its reason and the council's answer.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store;

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let document = |r: crate::model::Recommendation| {
        let text = [r.text, r.reason, r.answer.unwrap_or_default()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
        Document { kind: "recommendation", id: r.id, title: r.title, text, href: format!("/forloeb/{}/anbefalinger/{}", space.slug, r.id) }
    };
    Ok(store::all(sql, space.id).await?.into_iter().map(document).collect())
}
