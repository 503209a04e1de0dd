//! What is told when somebody's ways of signing in change: at once, by mail, whatever they have chosen to hear of. Whoever
//! did it themselves can forget it; whoever did not reads what to do while it can still be undone.

use crate::act::Act;
use crate::error::Result;
use crate::message::speaker;
use crate::notice::{Notice, Said};
use crate::outbox::{self, To};
use crate::person::{self, Person};

/// The choice: the telephone number of help with signing in.
pub const HELP_PHONE: &str = "sign-in.help-phone";

/// Where a change was made.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// In this browser, as sessions show it; may be empty.
    Browser(&'a str),
    /// In the municipality, by those who look after people's data.
    Office,
}

/// A change of somebody's ways of signing in.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Words for what happened, with `name`.
    pub word: &'static str,
    /// What it happened to: a passkey's name, a provider's, a new address.
    pub name: &'a str,
    /// Where it was made.
    pub place: Place<'a>,
}

/// Tells a person of a change: by mail to these addresses; with none of them, on the way they are reached.
///
/// # Errors
/// When the database fails.
pub async fn tell(act: &mut Act<'_>, person: &Person, addresses: &[&str], change: &Change<'_>) -> Result<()> {
    let (app, at, about) = (act.app(), act.at(), act.new_id());
    let page = speaker(app, person.lang());
    let device = match change.place {
        Place::Office => page.t("safety-office"),
        Place::Browser("") => page.t("safety-device"),
        Place::Browser(device) => device.to_owned(),
    };
    let help = app.choice(HELP_PHONE).filter(|phone| !phone.is_empty()).unwrap_or_else(|| app.contact());
    let notice = Notice::new("mail-safety", "/min-side/log-ind", about)
        .with("what", page.t1(change.word, "name", change.name))
        .with("when", Said::Time(at))
        .with("device", device)
        .with("help", help)
        .secret();
    if addresses.is_empty() {
        return act.tell(person.id, &notice).await;
    }
    let own = person::find(act.sql(), person.id).await?.email;
    for email in addresses {
        // That an address they have left no longer answers says nothing of how they are reached.
        let whose = (own.as_deref() == Some(email)).then_some(person.id);
        let to = To { name: &person.name, email, person: whose, lang: person.lang() };
        outbox::put(act.sql(), app, None, to, &notice, at).await?;
    }
    act.rings();
    Ok(())
}
