//! The link somebody is asked with: the ask's id, and a proof that is made of the circle's own key. Nothing of it is stored, and with the
//! key it stops to open anything.

use samskab_platform::access::Role;
use samskab_platform::clock::hex;
use samskab_platform::db::Sql;
use samskab_platform::sealed::{self, SpaceKey};
use samskab_platform::{App, Error, Result, space};
use uuid::Uuid;

use crate::ask_store::{self, Ask};
use crate::store;

/// Hex digits of the id and of the proof.
const ID: usize = 32;
const PROOF: usize = 20;

/// The page of somebody who was asked.
pub(crate) fn path(key: &SpaceKey, ask: Uuid) -> String {
    format!("/hjaelp/{}", token(key, ask))
}

pub(crate) fn token(key: &SpaceKey, ask: Uuid) -> String {
    format!("{}{}", ask.simple(), hex(&key.proof(ask)))
}

fn same(a: &str, b: &str) -> bool {
    // As long for a wrong proof as for a right one.
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (x, y)| all | (x ^ y)) == 0
}

/// Who was asked by this link, and the key of the circle. Whatever is wrong with it, it is not there.
pub(crate) async fn find(sql: &mut Sql, app: &App, token: &str) -> Result<(Ask, SpaceKey)> {
    let id = token.get(..ID).filter(|_| token.len() == ID + PROOF).and_then(|id| id.parse::<Uuid>().ok()).ok_or(Error::NotFound)?;
    let ask = ask_store::one(sql, id).await?;
    let key = match sealed::of(sql, app, ask.space_id).await {
        Ok(key) => key,
        Err(Error::Refused(_)) => return Err(Error::NotFound),
        Err(error) => return Err(error),
    };
    if same(token, &self::token(&key, id)) && helps(sql, &ask).await? { Ok((ask, key)) } else { Err(Error::NotFound) }
}

/// Whether they still help there: not where the family does not want them, nor where others have changed how they come in and nobody
/// has let them in again (see [`samskab_platform::held_roles`]).
pub(crate) async fn helps(sql: &mut Sql, ask: &Ask) -> Result<bool> {
    Ok(space::roles_of(sql, ask.space_id, ask.person_id).await?.contains(&Role::Helper) && !store::unwanted(sql, ask.space_id, ask.person_id).await?)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_the_whole_proof_is_the_same() {
        assert!(same("ab12", "ab12"));
        for wrong in ["ab13", "ab1", "", "ab123"] {
            assert!(!same("ab12", wrong), "{wrong}");
        }
    }
}
