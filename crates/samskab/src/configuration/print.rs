//! The settings in force as TOML, each with where it comes from; nothing secret is shown.

use std::fmt::Write;

use samskab_platform::{Error, Result};
use toml::{Table, Value};

use super::Configuration;

/// Every setting in force.
///
/// # Errors
/// [`Error::Internal`] where a setting cannot be written as TOML.
pub fn print(configuration: &Configuration) -> Result<String> {
    let table = Table::try_from(&configuration.settings).map_err(|e| Error::Internal(format!("settings: {e}")))?;
    let mut out = String::new();
    section(&mut out, configuration, &table, "", "");
    for note in &configuration.notes {
        let _ = writeln!(out, "\n# Note: {note}");
    }
    Ok(out)
}

/// `shown` is the heading as TOML writes it, `path` the place with the numbers of lists.
fn section(out: &mut String, configuration: &Configuration, table: &Table, shown: &str, path: &str) {
    let join = |a: &str, b: &str| if a.is_empty() { b.to_owned() } else { format!("{a}.{b}") };
    let is_list = |v: &Value| v.as_array().is_some_and(|list| list.iter().any(Value::is_table));
    for (name, value) in table.iter().filter(|(_, v)| !v.is_table() && !is_list(v)) {
        let line = format!("{name} = {}", mask(name, value));
        let origin = configuration.origins.get(&join(path, name)).map_or_else(|| "default".to_owned(), super::Origin::name);
        let _ = writeln!(out, "{line:<50} # {origin}");
    }
    for (name, value) in table {
        match value {
            Value::Table(inner) => {
                let _ = writeln!(out, "\n[{}]", join(shown, name));
                section(out, configuration, inner, &join(shown, name), &join(path, name));
            }
            Value::Array(list) if is_list(value) => {
                for (n, inner) in list.iter().enumerate() {
                    let _ = writeln!(out, "\n[[{}]]", join(shown, name));
                    if let Value::Table(inner) = inner {
                        section(out, configuration, inner, &join(shown, name), &join(path, &format!("{name}.{n}")));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a setting of this name holds a secret itself (a file that holds one is named plainly).
pub(super) fn is_secret(name: &str) -> bool {
    !name.ends_with("_file")
        && ["password", "secret", "token", "secret_access_key", "passphrase", "api_key", "authorization", "master_key", "previous_key"]
            .iter()
            .any(|s| name.ends_with(s))
}

fn mask(name: &str, value: &Value) -> Value {
    match value {
        _ if is_secret(name) => Value::from("***"),
        Value::String(text) => Value::from(without_password(text)),
        Value::Array(list) => Value::Array(list.iter().map(|v| mask("", v)).collect()),
        other => other.clone(),
    }
}

/// An address without the password in it.
#[must_use]
pub fn without_password(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else { return text.to_owned() };
    let end = rest.find('/').unwrap_or(rest.len());
    let Some(at) = rest[..end].rfind('@') else { return text.to_owned() };
    match rest[..at].split_once(':') {
        Some((user, _)) => format!("{scheme}://{user}:***{}", &rest[at..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_shown_in_an_address() {
        assert_eq!(without_password("postgres://u:p@w@db.example/x"), "postgres://u:***@db.example/x");
        assert_eq!(without_password("postgres://u@db.example/x"), "postgres://u@db.example/x");
        assert_eq!(without_password("https://example.dk/a:b@c"), "https://example.dk/a:b@c");
        assert!(is_secret("client_secret") && is_secret("secret_access_key") && !is_secret("password_file"));
    }
}
