//! Providers of sign-in by OpenID Connect, as IT operations set them up: a broker of MitID for citizens, the
//! municipality's own directory for staff.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::access::Role;
use crate::assurance::Assurance;
use crate::error::{Error, Result};
use crate::words::Lang;

/// Whom a provider is for: citizens meet theirs first on the sign-in page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everyone.
    #[default]
    Citizens,
    /// Those who work for the municipality.
    Staff,
}

/// What something is called in both languages.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In Danish.
    pub da: String,
    /// In English; missing: the Danish name.
    pub en: Option<String>,
}

/// Which claim says how surely the provider knows who somebody is, and what its values mean.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AssuranceClaim {
    /// The claim; parts of an object are named with dots.
    pub claim: String,
    /// Values that mean substantial. The defaults are those of NSIS and eIDAS.
    pub substantial: Vec<String>,
    /// Values that mean high.
    pub high: Vec<String>,
}

impl Default for AssuranceClaim {
    fn default() -> Self {
        let both = |level: &str| {
            vec![
                format!("https://data.gov.dk/concept/core/nsis/loa/{level}"),
                format!("http://eidas.europa.eu/LoA/{}", level.to_lowercase()),
                level.to_owned(),
                level.to_lowercase(),
            ]
        };
        Self { claim: "acr".to_owned(), substantial: both("Substantial"), high: both("High") }
    }
}

/// A claim whose value gives a municipal role. The role is given and taken back at each sign-in.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleClaim {
    /// The claim; parts of an object are named with dots: `realm_access.roles`. It may be a text or a list.
    pub claim: String,
    /// The value that gives the role.
    pub value: String,
    /// The municipal role: `administrator`, `secretary`, `facilitator`, `council`, `politician`.
    pub role: String,
}

/// A provider of sign-in by OpenID Connect.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its name in addresses and in the database: small letters, digits and hyphens. Changing it makes everyone from there
    /// strangers.
    pub key: String,
    /// What the button says.
    pub name: Names,
    /// The issuer's address; its discovery document is found under it.
    pub issuer: String,
    /// Other servers of the provider that its discovery document names, by host name. The issuer's own is always asked.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// What the provider knows this installation by.
    pub client_id: String,
    /// The secret agreed with the provider.
    #[serde(default, skip_serializing)]
    pub client_secret: Option<String>,
    /// A file that holds the secret.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for; `openid` is always asked for.
    #[serde(default = "usual_scopes")]
    pub scopes: Vec<String>,
    /// Whom it is for.
    #[serde(default)]
    pub audience: Audience,
    /// How its level of assurance is read. Whoever it says nothing about has level low.
    #[serde(default)]
    pub assurance: AssuranceClaim,
    /// Claims that give municipal roles.
    #[serde(default)]
    pub role: Vec<RoleClaim>,
    /// Whether an address it calls verified is believed: only for a directory that gives out the addresses itself.
    #[serde(default)]
    pub trust_email: bool,
}

fn usual_scopes() -> Vec<String> {
    ["openid", "profile", "email"].map(str::to_owned).to_vec()
}

impl Provider {
    /// What it is called.
    #[must_use]
    pub fn name(&self, lang: &Lang) -> &str {
        match lang {
            Lang::Da => &self.name.da,
            Lang::En => self.name.en.as_deref().unwrap_or(&self.name.da),
        }
    }

    /// The highest level somebody can come in with.
    #[must_use]
    pub fn reaches(&self) -> Assurance {
        match (self.assurance.high.is_empty(), self.assurance.substantial.is_empty()) {
            (false, _) => Assurance::High,
            (true, false) => Assurance::Substantial,
            (true, true) => Assurance::Low,
        }
    }

    /// The level that these claims give.
    #[must_use]
    pub fn level(&self, claims: &Value) -> Assurance {
        let has = |wanted: &[String]| values(claims, &self.assurance.claim).iter().any(|v| wanted.iter().any(|w| w == v));
        if has(&self.assurance.high) {
            Assurance::High
        } else if has(&self.assurance.substantial) {
            Assurance::Substantial
        } else {
            Assurance::Low
        }
    }

    /// The municipal roles that these claims give.
    #[must_use]
    pub fn roles(&self, claims: &Value) -> Vec<Role> {
        let given = self.role.iter().filter(|r| values(claims, &r.claim).iter().any(|v| *v == r.value));
        let mut roles: Vec<Role> = given.filter_map(|r| Role::of(&r.role)).collect();
        roles.sort();
        roles.dedup();
        roles
    }

    /// The values that make a sign-in good enough, for a request that asks for a level.
    #[must_use]
    pub fn asks_for(&self, level: Assurance) -> Vec<&str> {
        let (substantial, high) = (self.assurance.substantial.iter(), self.assurance.high.iter());
        match level {
            Assurance::Low => vec![],
            Assurance::Substantial => substantial.chain(high).map(String::as_str).collect(),
            Assurance::High => high.map(String::as_str).collect(),
        }
    }

    /// Reads the secret's file, and says what cannot be used.
    ///
    /// # Errors
    /// [`Error::Startup`] with the provider, what is wrong and what to do.
    pub fn settle(&mut self) -> Result<()> {
        let wrong = |what: String| Err(Error::Startup(format!("provider '{}': {what}", self.key)));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.key.is_empty() || !self.key.chars().all(plain) {
            return wrong("key must be small letters, digits and hyphens".to_owned());
        }
        if RESERVED.contains(&self.key.as_str()) {
            return wrong("key is the name of another way in; choose a different one".to_owned());
        }
        if let Some(role) = self.role.iter().find(|r| Role::of(&r.role).is_none()) {
            return wrong(format!("'{}' is not a role; use administrator, secretary, facilitator, council or politician", role.role));
        }
        if let Some(file) = &self.client_secret_file {
            match std::fs::read_to_string(file) {
                Ok(secret) => self.client_secret = Some(secret.trim_end().to_owned()),
                Err(e) => return wrong(format!("cannot read client_secret_file {}: {e}", file.display())),
            }
        }
        Ok(())
    }
}

/// The other ways in, as sessions name them.
pub const RESERVED: [&str; 6] = ["mail", "passkey", "letter", "recovery", "invitation", "demo"];

/// The texts a claim holds; `path` names parts of objects with dots.
fn values<'a>(claims: &'a Value, path: &str) -> Vec<&'a str> {
    // A name that itself holds dots (many brokers use addresses as claims) is tried first.
    let found = claims.get(path).or_else(|| path.split('.').try_fold(claims, |at, part| at.get(part)));
    match found {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn provider() -> Provider {
        toml::from_str(
            "key = 'kommune'\nname = { da = 'Kommunen' }\nissuer = 'https://login.example'\nclient_id = 'samskab'\n
             [[role]]\nclaim = 'realm_access.roles'\nvalue = 'samskab-admin'\nrole = 'administrator'\n
             [[role]]\nclaim = 'groups'\nvalue = 'udvalg'\nrole = 'secretary'",
        )
        .unwrap()
    }

    #[test]
    fn levels_of_nsis_and_eidas_are_understood_and_everything_else_is_low() {
        let p = provider();
        assert_eq!(p.level(&json!({ "acr": "https://data.gov.dk/concept/core/nsis/loa/High" })), Assurance::High);
        assert_eq!(p.level(&json!({ "acr": "http://eidas.europa.eu/LoA/substantial" })), Assurance::Substantial);
        for acr in [json!("https://data.gov.dk/concept/core/nsis/loa/Low"), json!("HIGH!"), json!(3), json!(null)] {
            assert_eq!(p.level(&json!({ "acr": acr })), Assurance::Low, "{acr}");
        }
        assert_eq!(p.level(&json!({})), Assurance::Low);
    }

    #[test]
    fn roles_come_from_texts_lists_and_parts_of_objects() {
        let p = provider();
        assert_eq!(p.roles(&json!({ "realm_access": { "roles": ["x", "samskab-admin"] } })), [Role::Administrator]);
        assert_eq!(p.roles(&json!({ "realm_access.roles": "samskab-admin", "groups": "udvalg" })), [Role::Administrator, Role::Secretary]);
        assert!(p.roles(&json!({ "groups": ["udvalget"], "realm_access": "samskab-admin" })).is_empty(), "only the whole value counts");
    }

    #[test]
    fn a_provider_that_cannot_be_used_is_refused_with_what_to_do() {
        let mut p = provider();
        p.key = "mail".into();
        assert!(p.settle().unwrap_err().to_string().contains("another way in"));
        p = provider();
        p.role[0].role = "boss".into();
        assert!(p.settle().unwrap_err().to_string().contains("'boss' is not a role"));
        assert!(provider().settle().is_ok());
    }
}
