//! What of the conversations can be searched for: questions, and the statements that may be voted on.

use samskab_platform::Result;
use samskab_platform::db::Sql;
use samskab_platform::space::Space;
use samskab_platform::tool::Document;

use crate::store;

pub(crate) async fn documents(sql: &mut Sql, space: &Space) -> Result<Vec<Document>> {
    let mut out = vec![];
    for dialogue in store::of_space(sql, space.id).await?.into_iter().filter(|d| !d.is_draft()) {
        let href = format!("/forloeb/{}/dialog/{}", space.slug, dialogue.id);
        for s in store::accepted(sql, dialogue.id).await? {
            out.push(Document { kind: "statement", id: s.id, title: s.text, text: String::new(), href: href.clone() });
        }
        out.push(Document { kind: "dialogue", id: dialogue.id, title: dialogue.question, text: dialogue.description, href });
    }
    Ok(out)
}
