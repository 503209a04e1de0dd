//! What of the board can be searched for: the tasks and how they are done, but no person's name.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store::{self, Task};

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let document = |t: Task| {
        let text = [t.area, t.needs, t.taker_group, t.guide].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
        Document { kind: "task", id: t.id, title: t.title, text, href: format!("/forloeb/{}/overdragelse/{}", space.slug, t.id) }
    };
    Ok(store::of_space(sql, space.id).await?.into_iter().map(document).collect())
}
