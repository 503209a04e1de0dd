//! What of reciprocity can be searched for: what was promised. Thanks and welcomes are between people.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store;

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let href = format!("/forloeb/{}/gensidighed", space.slug);
    let document = |p: store::Promise| Document { kind: "promise", id: p.id, title: p.what, text: p.closed_note, href: href.clone() };
    Ok(store::promises(sql, space.id).await?.into_iter().map(document).collect())
}
