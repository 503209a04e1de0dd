//! Somebody comes back from a provider: which person are they?
//!
//! 1. Whom the provider has sent before is who they were.
//! 2. Otherwise, at a browser where somebody has signed in: that person is asked whether it is them.
//! 3. Otherwise, an address the provider is trusted to have verified makes them the person with that address, or a new one.
//! 4. Otherwise they may prove an address by a code, and are then the person with it; or go on as somebody new without one.
//!
//! An address nobody has proved never makes anybody somebody. In 4 the answer is the same whether it is known here or not.

use samskab_platform::access::Role;
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Sql;
use samskab_platform::person::{self, NewPerson};
use samskab_platform::provider::Provider;
use samskab_platform::session::{self, Browser, Opening};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{account, acts, ceremony, store};

/// Somebody at the door.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Arrival {
    pub(crate) provider: String,
    subject: String,
    /// As the provider says it; may be empty.
    pub(crate) name: String,
    /// In lower case; may be empty.
    pub(crate) email: String,
    trusted: bool,
    level: String,
    roles: Vec<String>,
    pub(crate) next: String,
}

impl Arrival {
    /// Read from verified claims.
    ///
    /// # Errors
    /// [`Error::Refused`] where they name nobody.
    pub(crate) fn read(provider: &Provider, claims: &Value, next: String) -> Result<Self> {
        let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or("").trim().to_owned();
        let subject = text("sub");
        if subject.is_empty() {
            return Err(Error::Refused("error-provider"));
        }
        let (name, parts) = (text("name"), format!("{} {}", text("given_name"), text("family_name")));
        let name: String = if name.is_empty() { parts.trim().to_owned() } else { name };
        // Some directories say it as text.
        let verified = claims.get("email_verified").is_some_and(|v| v == true || v == "true");
        Ok(Self {
            provider: provider.key.clone(),
            subject,
            name: name.chars().filter(|c| !c.is_control()).take(80).collect(),
            email: text("email").to_lowercase(),
            trusted: provider.trust_email && verified,
            level: provider.level(claims).key().to_owned(),
            roles: provider.roles(claims).iter().map(|r| r.key().to_owned()).collect(),
            next,
        })
    }

    fn label(&self) -> &str {
        if self.name.is_empty() { &self.email } else { &self.name }
    }
}

/// What comes next.
pub(crate) enum Door {
    /// In: the session's token, and whether nobody knows yet what they are called.
    Open(String, bool),
    /// They are asked who they are; the token of what is remembered.
    Ask(String),
}

/// Lets somebody in, or has them asked. `here` is the person who has signed in at this browser.
pub(crate) async fn arrive(app: &App, arrival: &Arrival, here: Option<Uuid>, lang: Lang, browser: &Browser) -> Result<Door> {
    let mut act = acts::by_program(app, &acts::COME_IN).await?;
    let (at, new) = (act.at(), act.new_id());
    let sql = act.sql();
    let known = store::identity(sql, &arrival.provider, &arrival.subject).await?;
    let person = match known {
        Some(person) => {
            store::used_identity(sql, &arrival.provider, &arrival.subject, arrival.label(), at).await?;
            person
        }
        None if here.is_none() && arrival.trusted && !arrival.email.is_empty() => {
            let person = person::find_or_insert(sql, new, at, &arrival.name, &arrival.email, lang).await?;
            link(&mut act, arrival, person, new, browser).await?;
            person
        }
        None => {
            let token = ceremony::begin(sql, app, "arrival", here, arrival).await?;
            act.commit().await?;
            return Ok(Door::Ask(token));
        }
    };
    let (token, nameless) = open(app, act.sql(), arrival, person, browser).await?;
    act.commit().await?;
    follow(app, arrival, person).await?;
    Ok(Door::Open(token, nameless))
}

/// Keeps an identity as a person's; whoever was here before it came hears of it.
async fn link(act: &mut Act<'_>, arrival: &Arrival, person: Uuid, new: Uuid, browser: &Browser) -> Result<()> {
    let (id, at) = (act.new_id(), act.at());
    store::add_identity(act.sql(), id, person, &arrival.provider, &arrival.subject, arrival.label(), at).await?;
    if person == new {
        return Ok(());
    }
    account::tell_of_identity(act, person, "safety-identity-added", &arrival.provider, &browser.device).await
}

async fn open(app: &App, sql: &mut Sql, arrival: &Arrival, person: Uuid, browser: &Browser) -> Result<(String, bool)> {
    let assurance = Assurance::of(&arrival.level).unwrap_or_default();
    let token = session::open(sql, app, &Opening { person, way: &arrival.provider, assurance, browser }).await?;
    Ok((token, person::find(sql, person).await?.name.is_empty()))
}

async fn follow(app: &App, arrival: &Arrival, person: Uuid) -> Result<()> {
    let roles: Vec<Role> = arrival.roles.iter().filter_map(|key| Role::of(key)).collect();
    acts::follow_roles(app, &arrival.provider, person, &roles).await
}

/// Who somebody says they are, when asked.
pub(crate) enum Answer {
    /// The person who has signed in here.
    Here(Uuid),
    /// Whoever has this address, which they have just proved.
    Proved(String),
    /// Somebody new, without an address.
    New,
}

/// Lets somebody in who was asked.
///
/// # Errors
/// [`Error::Refused`] where it took too long.
pub(crate) async fn settle(app: &App, token: &str, answer: Answer, lang: Lang, browser: &Browser) -> Result<(Arrival, String, bool)> {
    let mut act = acts::by_program(app, &acts::COME_IN).await?;
    let (at, new) = (act.at(), act.new_id());
    let sql = act.sql();
    let (arrival, asked): (Arrival, Option<Uuid>) = ceremony::take(sql, app, "arrival", token).await?;
    let person = match answer {
        // Whoever signed in at this browser meanwhile was not asked.
        Answer::Here(person) if asked == Some(person) => person,
        Answer::Here(_) => return Err(Error::Refused("error-way-late")),
        Answer::Proved(email) => person::find_or_insert(sql, new, at, &arrival.name, &email, lang).await?,
        Answer::New => {
            let row = NewPerson { name: &arrival.name, email: None, title: None, organisation: None, lang, persona: None };
            person::insert(sql, new, at, &row).await?;
            new
        }
    };
    link(&mut act, &arrival, person, new, browser).await?;
    let (session, nameless) = open(app, act.sql(), &arrival, person, browser).await?;
    act.commit().await?;
    follow(app, &arrival, person).await?;
    Ok((arrival, session, nameless))
}
