//! What of the commitments can be searched for: what was promised and by which organisation, but no person's name.

use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;
use samskab_platform::{Result, commitment};

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let document = |c: commitment::Commitment| {
        let parts = [c.source_title, c.organisation, Some(c.rooms), Some(c.staff), Some(c.waiting_for)];
        let text = parts.into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
        Document { kind: "commitment", id: c.id, title: c.what, text, href: format!("/forloeb/{}/aftaler/{}", c.space_slug, c.id) }
    };
    Ok(commitment::of_space(sql, space.id).await?.into_iter().map(document).collect())
}
