//! Passkeys (W3C Web Authentication, level 3), by webauthn-rs: making one, signing in with one.
//!
//! The device finds out itself which passkey belongs here, so nobody types a user name; it must check its owner each time
//! (a finger, a face, a code). The site's address decides which passkeys it is offered: they cannot be used on another.
//!
//! A passkey opens sessions of the level its owner's session had when it was made: whoever signed in by MitID and made one
//! then comes in as surely with it later; one made after a code by mail is worth what the mail was worth. One that the
//! device may copy to other devices (backup eligible) never counts as more than substantial, for nobody has seen where the
//! copies are.

use samskab_platform::assurance::Assurance;
use samskab_platform::session::{self, Browser, Opening};
use samskab_platform::{Act, App, Error, Result};
use serde_json::Value;
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    RequestChallengeResponse, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::store::NewPasskey;
use crate::{acts, ceremony, store};

/// Whether passkeys can be used at this installation's address: a name, over TLS or on one's own machine.
pub(crate) fn possible(app: &App) -> bool {
    let Ok(url) = Url::parse(&app.settings.base_url) else { return false };
    url.domain().is_some_and(|name| url.scheme() == "https" || name == "localhost")
}

fn relying_party(app: &App) -> Result<Webauthn> {
    let origin = Url::parse(&app.settings.base_url).map_err(|e| Error::Internal(format!("base_url: {e}")))?;
    let name = app.municipality();
    let id = origin.domain().ok_or(Error::Refused("error-passkey-address"))?.to_owned();
    WebauthnBuilder::new(&id, &origin).and_then(|builder| builder.rp_name(&name).build()).map_err(|e| Error::Internal(format!("passkeys: {e}")))
}

/// What a browser sends back did not hold: it is told plainly, and the log says why.
fn refused(error: &WebauthnError) -> Error {
    tracing::info!(%error, "a passkey was refused");
    Error::Refused("error-passkey")
}

/// Begins making a passkey: the ceremony's token, and what the browser is asked.
pub(crate) async fn begin_making(act: &mut Act<'_>, name: &str) -> Result<(String, Value)> {
    let (app, person) = (act.app(), act.person()?);
    let known: Vec<CredentialID> = store::credential_ids(act.sql(), person).await?;
    let (challenge, state) = relying_party(app)?.start_passkey_registration(person, name, name, Some(known)).map_err(|e| refused(&e))?;
    // Without a user name the device itself must know whose it is. The library's passkeys only may; the answer is the same.
    let mut challenge = serde_json::to_value(&challenge)?;
    challenge["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
    challenge["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
    let token = ceremony::begin(act.sql(), app, "passkey-make", Some(person), &state).await?;
    Ok((token, challenge))
}

/// Keeps a new passkey.
pub(crate) async fn make(act: &mut Act<'_>, token: &str, answer: &RegisterPublicKeyCredential, name: &str, level: Assurance) -> Result<()> {
    let (app, person, id, at) = (act.app(), act.person()?, act.new_id(), act.at());
    let (state, whose): (PasskeyRegistration, _) = ceremony::take(act.sql(), app, "passkey-make", token).await?;
    if whose != Some(person) {
        return Err(Error::Refused("error-way-late"));
    }
    let passkey = relying_party(app)?.finish_passkey_registration(answer, &state).map_err(|e| refused(&e))?;
    let credential = serde_json::to_value(&passkey)?;
    let part = |name: &str| credential["cred"][name].clone();
    let copied = part("backup_eligible").as_bool().unwrap_or(true);
    let new = NewPasskey {
        id,
        person,
        credential_id: passkey.cred_id().to_vec(),
        credential: &credential.to_string(),
        name,
        sign_count: part("counter").as_i64().unwrap_or(0),
        backed_up: part("backup_state").as_bool().unwrap_or(false),
        assurance: worth(level, copied),
        at,
    };
    store::add_passkey(act.sql(), &new).await
}

/// The level a passkey is worth that was made in a session of this level.
fn worth(session: Assurance, copied: bool) -> Assurance {
    if copied { session.min(Assurance::Substantial) } else { session }
}

/// Begins a sign-in by passkey: the ceremony's token, and what the browser is asked.
pub(crate) async fn begin_sign_in(app: &App) -> Result<(String, RequestChallengeResponse)> {
    let (challenge, state) = relying_party(app)?.start_discoverable_authentication().map_err(|e| refused(&e))?;
    let mut act = acts::by_program(app, &acts::COME_IN).await?;
    let token = ceremony::begin(act.sql(), app, "passkey-use", None, &state).await?;
    act.commit().await?;
    Ok((token, challenge))
}

/// Signs in by passkey; gives the session's token.
pub(crate) async fn sign_in(app: &App, token: &str, answer: &PublicKeyCredential, browser: &Browser) -> Result<String> {
    let party = relying_party(app)?;
    let (handle, id) = party.identify_discoverable_authentication(answer).map_err(|e| refused(&e))?;
    let mut act = acts::by_program(app, &acts::COME_IN).await?;
    let (state, _): (DiscoverableAuthentication, _) = ceremony::take(act.sql(), app, "passkey-use", token).await?;
    let known = store::passkey(act.sql(), id).await?.filter(|known| known.user_handle == handle);
    // A passkey that was removed here is still on the device: the answer says so, whoever asks.
    let known = known.ok_or(Error::Refused("error-passkey-unknown"))?;
    let mut passkey: Passkey = serde_json::from_str(&known.credential)?;
    let key = DiscoverableKey::from(&passkey);
    let result = party.finish_discoverable_authentication_v2(answer, state, &key).map_err(|e| refused(&e))?;
    passkey.update_credential(&result);
    let (at, credential) = (act.at(), serde_json::to_string(&passkey)?);
    store::used_passkey(act.sql(), known.id, &credential, i64::from(result.counter()), result.backup_state(), at).await?;
    let opening = Opening { person: known.person_id, way: "passkey", assurance: known.assurance, browser };
    let session = session::open(act.sql(), app, &opening).await?;
    act.commit().await?;
    Ok(session)
}

/// Gives a passkey another name.
pub(crate) async fn rename(act: &mut Act<'_>, id: Uuid, name: &str) -> Result<()> {
    let person = act.person()?;
    if store::rename_passkey(act.sql(), person, id, name).await? { Ok(()) } else { Err(Error::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::worth;
    use samskab_platform::assurance::Assurance::{High, Low, Substantial};

    #[test]
    fn a_passkey_is_worth_what_the_session_was_and_a_copied_one_never_high() {
        assert_eq!([Low, Substantial, High].map(|l| worth(l, false)), [Low, Substantial, High]);
        assert_eq!([Low, Substantial, High].map(|l| worth(l, true)), [Low, Substantial, Substantial]);
    }
}
