//! One's own ways in: what one has, taking one away, ending sessions, codes for paper.

use samskab_platform::provider::Provider;
use samskab_platform::safety::{self, Change, Place};
use samskab_platform::{Act, Error, Result, person};
use uuid::Uuid;

use crate::{model, store};

/// Codes somebody gets at a time.
const RECOVERY_CODES: usize = 8;

/// How many ways in a person has that do not run out: an address for codes, passkeys, identities at providers.
async fn lasting(act: &mut Act<'_>, me: Uuid) -> Result<usize> {
    let mail = usize::from(person::find(act.sql(), me).await?.email.is_some());
    Ok(mail + store::passkeys(act.sql(), me).await?.len() + store::identities(act.sql(), me).await?.len())
}

/// The last way in cannot be taken away: one would stand outside one's own door.
async fn unless_last(act: &mut Act<'_>) -> Result<Uuid> {
    let me = act.person()?;
    store::hold_person(act.sql(), me).await?;
    if lasting(act, me).await? < 2 { Err(Error::Refused("error-last-way")) } else { Ok(me) }
}

/// Tells somebody that their ways in have changed.
pub(crate) async fn tell(act: &mut Act<'_>, person: Uuid, change: &Change<'_>) -> Result<()> {
    let person = person::find(act.sql(), person).await?;
    let addresses: Vec<&str> = person.email.as_deref().into_iter().collect();
    safety::tell(act, &person, &addresses, change).await
}

/// The same about an identity, by what its provider is called in the person's language.
pub(crate) async fn tell_of_identity(act: &mut Act<'_>, person: Uuid, word: &'static str, provider: &str, device: &str) -> Result<()> {
    let lang = person::find(act.sql(), person).await?.lang();
    let known: Option<&Provider> = act.app().settings.provider.iter().find(|p| p.key == provider);
    tell(act, person, &Change { word, name: known.map_or(provider, |p| p.name(&lang)), place: Place::Browser(device) }).await
}

/// Takes one of one's passkeys away.
///
/// # Errors
/// [`Error::Refused`] where it is the last way in, [`Error::NotFound`].
pub(crate) async fn remove_passkey(act: &mut Act<'_>, id: Uuid, device: &str) -> Result<()> {
    let me = unless_last(act).await?;
    let name = store::remove_passkey(act.sql(), me, id).await?.ok_or(Error::NotFound)?;
    tell(act, me, &Change { word: "safety-passkey-removed", name: &name, place: Place::Browser(device) }).await
}

/// Takes one of one's identities away; gives the provider it was of.
///
/// # Errors
/// [`Error::Refused`] where it is the last way in, [`Error::NotFound`].
pub(crate) async fn remove_identity(act: &mut Act<'_>, id: Uuid, device: &str) -> Result<String> {
    let me = unless_last(act).await?;
    let provider = store::remove_identity(act.sql(), me, id).await?.ok_or(Error::NotFound)?;
    tell_of_identity(act, me, "safety-identity-removed", &provider, device).await?;
    Ok(provider)
}

/// New codes for paper; the ones from before stop working.
pub(crate) async fn new_recovery_codes(act: &mut Act<'_>, device: &str) -> Result<Vec<String>> {
    let (app, me, at) = (act.app(), act.person()?, act.at());
    let replaced = store::clear_recovery(act.sql(), me).await?;
    let mut codes = vec![];
    for _ in 0..RECOVERY_CODES {
        let (id, code) = (act.new_id(), model::new_code(&app.clock));
        store::add_recovery(act.sql(), id, me, model::mac(&app.secret, &code), at).await?;
        codes.push(model::on_paper(&code));
    }
    let word = if replaced { "safety-codes-replaced" } else { "safety-codes-made" };
    tell(act, me, &Change { word, name: "", place: Place::Browser(device) }).await?;
    Ok(codes)
}
