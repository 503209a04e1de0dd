//! What can be done at the desk.

use samskab_platform::access::{ActDef, Reach, Role, Trace};
use samskab_platform::screen::ALLOWED;
use samskab_platform::{Act, Result, choices};

/// Saying which numbers and addresses are the municipality's own.
pub const ALLOW: ActDef = ActDef { name: "guard.allow", roles: &[Role::Administrator, Role::Secretary], reach: Reach::Roles, trace: Trace::Journal };

/// Chooses the municipality's own numbers and addresses, one a line.
///
/// # Errors
/// When the database fails.
pub async fn allow(act: &mut Act<'_>, lines: &[String]) -> Result<()> {
    choices::choose(act, ALLOWED, &lines.join("\n")).await?;
    let space = act.space().id;
    act.record("choice", space, serde_json::json!({ "title": "", "lines": lines.len() })).await
}
