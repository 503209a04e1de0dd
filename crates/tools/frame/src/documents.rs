//! What of the frame can be searched for: the latest version.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::rich_text;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store;

/// The mandate's fields in the order they are read.
const FIELDS: [&str; 9] = ["task", "background", "open", "fixed", "deliverable", "composition", "timetable", "rooms", "staff"];

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let Some(mandate) = store::latest(sql, space.id).await? else {
        return Ok(vec![]);
    };
    let text = FIELDS.iter().map(|f| rich_text::plain(mandate.text(f))).filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
    Ok(vec![Document { kind: "mandate", id: mandate.id, title: mandate.one_sentence, text, href: format!("/forloeb/{}/ramme", space.slug) }])
}
