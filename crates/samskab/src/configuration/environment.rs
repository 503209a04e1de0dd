//! Settings from the environment: `SAMSKAB_MAIL__HOST` is `host` in the section `mail`.

use samskab_platform::{Error, Result};
use serde_json::Value as Json;
use toml::Value;

use super::shape::kind;
use super::{Origin, Said, Shape, nearest};

/// Before the name of every variable.
pub(super) const PREFIX: &str = "SAMSKAB_";

/// Not a setting but the way to them.
const FILE: &str = "SAMSKAB_CONFIG";

/// The values of the variables that are settings, and a note for each that is none.
pub(super) fn values(variables: &[(String, String)], shape: &Shape) -> Result<(Vec<Said>, Vec<String>)> {
    let (mut said, mut notes) = (vec![], vec![]);
    let top = shape.names();
    let mut variables: Vec<&(String, String)> = variables.iter().filter(|(name, _)| name.starts_with(PREFIX) && name != FILE).collect();
    variables.sort();
    for (name, text) in variables {
        let path: Vec<String> = name[PREFIX.len()..].to_lowercase().split("__").map(str::to_owned).collect();
        match shape.at(&path) {
            Some(of) => {
                let value = value(text, &of, shape).map_err(|what| Error::Startup(format!("{name}: {what}")))?;
                said.push((path, Origin::Environment(name.clone()), value));
            }
            // A first part that is no section: somebody else's variable, or one of another program's.
            None if !top.contains(&path[0]) => notes.push(match nearest(&path[0], top.iter().map(String::as_str)) {
                Some(meant) => format!("{name} is not a setting; did you mean {}?", variable(&[meant.to_owned()])),
                None => format!("{name} is not a setting"),
            }),
            None => {
                let (last, section) = path.split_last().map_or((String::new(), &path[..]), |(last, section)| (last.clone(), section));
                let known: Vec<String> = shape.at(section).map(|of| shape.entries(&of).into_iter().map(|e| e.name).collect()).unwrap_or_default();
                let meant = nearest(&last, known.iter().map(String::as_str));
                let meant = meant.map(|m| [section, &[m.to_owned()]].concat()).map_or(String::new(), |m| format!("; did you mean {}?", variable(&m)));
                return Err(Error::Startup(format!("{name} is not a setting{meant}")));
            }
        }
    }
    Ok((said, notes))
}

/// The variable of a setting.
pub(super) fn variable(path: &[String]) -> String {
    format!("{PREFIX}{}", path.join("__").to_uppercase())
}

fn value(text: &str, of: &Json, shape: &Shape) -> Result<Value, String> {
    match kind(of) {
        "integer" => text.trim().parse::<i64>().map(Value::from).map_err(|_| format!("'{text}' is not a whole number")),
        "number" => text.trim().parse::<f64>().map(Value::from).map_err(|_| format!("'{text}' is not a number")),
        "boolean" => match text.trim() {
            "true" => Ok(Value::from(true)),
            "false" => Ok(Value::from(false)),
            _ => Err(format!("'{text}' is neither true nor false")),
        },
        "array" if !text.trim_start().starts_with('[') => {
            let items = of.get("items").map_or(Json::Null, |i| shape.resolve(i).clone());
            text.split(',').map(str::trim).filter(|t| !t.is_empty()).map(|t| value(t, &items, shape)).collect::<Result<Vec<_>, _>>().map(Value::Array)
        }
        "array" | "object" => {
            let table: toml::Table = toml::from_str(&format!("value = {text}")).map_err(|e| format!("not TOML: {}", e.message()))?;
            table.get("value").cloned().ok_or_else(|| "not TOML".to_owned())
        }
        _ => Ok(Value::from(text)),
    }
}
