//! What can be done with the frame.

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::outbox::Notice;
use samskab_platform::{Act, Result, space, tool};
use uuid::Uuid;

use crate::model::{Mandate, TEXTS};
use crate::store;

/// Writing a version of the frame.
pub const WRITE: ActDef = ActDef { name: "frame.write", roles: &[Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Saying that one has read it.
pub const ACKNOWLEDGE: ActDef = ActDef { name: "frame.acknowledge", roles: READERS, reach: Reach::Roles, trace: Trace::Journal };

/// Those who are asked to read the frame: it binds those who do the work, and those who answer for the municipality.
pub const READERS: &[Role] = &[Role::Chair, Role::Board, Role::Treasurer, Role::Member, Role::Politician, Role::Council];

/// Writes a version and asks everyone on the team to read it. What other tools keep of the mandate, the seats and the meeting
/// plan, is frozen in it as it stands.
///
/// # Errors
/// When the database fails.
pub async fn save(act: &mut Act<'_>, mandate: &Mandate) -> Result<()> {
    let (space, author) = (act.space().clone(), act.person()?);
    let mut texts = vec![("one_sentence", mandate.one_sentence.as_str()), ("change_note", &mandate.change_note)];
    texts.extend(TEXTS.iter().map(|field| (*field, mandate.text(field))));
    act.screen(&texts).await?;
    store::insert(act.sql(), space.id, mandate, author).await?;
    let app = act.app();
    let parts = tool::mandate(act.sql(), app, &space).await?;
    store::insert_parts(act.sql(), mandate.id, &parts).await?;
    space::set_frame(act.sql(), space.id, &mandate.one_sentence, &mandate.standing_committee, mandate.answer_by).await?;
    act.record("mandate", mandate.id, serde_json::json!({ "title": mandate.one_sentence, "version": mandate.version })).await?;
    let notice = Notice::new("mail-frame", format!("/forloeb/{}/ramme", space.slug), mandate.id)
        .with("version", mandate.version)
        .with("sentence", &mandate.one_sentence);
    for reader in store::readers(act.sql(), space.id, mandate.version).await? {
        if reader.id != author {
            act.tell(reader.id, &notice).await?;
        }
    }
    Ok(())
}

/// Notes that the actor has read a version; false when they already had.
///
/// # Errors
/// When the database fails.
pub async fn has_read(act: &mut Act<'_>, version: i64, mandate: Uuid) -> Result<bool> {
    let (space, person, at) = (act.space().id, act.person()?, act.at());
    let new = store::acknowledge(act.sql(), space, person, version, at).await?;
    if new {
        act.record("mandate", mandate, serde_json::json!({ "version": version })).await?;
    }
    Ok(new)
}
