//! What of the ideas can be searched for: all that stand, also as what a recommendation builds on.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store::{self, Idea};

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let document = |i: Idea| Document { kind: "idea", id: i.id, title: i.title, text: i.text, href: format!("/forloeb/{}/ideer/{}", space.slug, i.id) };
    Ok(store::all_listed(sql, space.id).await?.into_iter().map(document).collect())
}
