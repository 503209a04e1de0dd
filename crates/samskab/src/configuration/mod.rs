//! Where the settings come from: defaults, then a TOML file, then the environment, then the command line. Each value
//! remembers which of them it was, so that `samskab config` can say.

mod environment;
mod print;
mod reference;
mod shape;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use samskab_platform::settings::Settings;
use samskab_platform::{Error, Result};
use serde::Deserialize;
use toml::{Table, Value};

pub use print::{print, without_password};
pub use reference::reference;
use shape::Shape;

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The settings file.
    File(PathBuf),
    /// This environment variable.
    Environment(String),
    /// This option.
    CommandLine(&'static str),
}

/// A value from the command line: its path in the settings, the option, the value.
pub type Given = (&'static str, &'static str, Value);

/// Everything that has a say.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The settings file.
    pub file: Option<PathBuf>,
    /// Environment variables.
    pub environment: Vec<(String, String)>,
    /// Options.
    pub options: Vec<Given>,
}

/// The settings, and where each comes from.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// In force.
    pub settings: Settings,
    /// Where the values come from that are not the defaults, by path: `mail.host`.
    pub origins: BTreeMap<String, Origin>,
    /// The file, if there is one.
    pub file: Option<PathBuf>,
    /// What was read and left alone: variables that are no setting.
    pub notes: Vec<String>,
}

impl Configuration {
    /// Reads every source.
    ///
    /// # Errors
    /// [`Error::Startup`] with file and line, variable or option, and what to do.
    pub fn read(sources: &Sources) -> Result<Self> {
        let shape = Shape::of_settings();
        let mut table = Table::new();
        let mut origins = BTreeMap::new();
        if let Some(file) = &sources.file {
            table = read_file(file, &shape)?;
            for path in leaves(&Value::Table(table.clone()), "") {
                origins.insert(path, Origin::File(file.clone()));
            }
        }
        let (mut said, notes) = environment::values(&sources.environment, &shape)?;
        said.extend(
            sources.options.iter().map(|(path, option, value)| (path.split('.').map(str::to_owned).collect(), Origin::CommandLine(option), value.clone())),
        );
        for (path, origin, value) in &said {
            set(&mut table, path, value.clone()).map_err(|what| Error::Startup(format!("{}: {what}", origin.name())))?;
            for leaf in leaves(value, &path.join(".")) {
                origins.insert(leaf, origin.clone());
            }
        }
        let settings = Settings::deserialize(Value::Table(table)).map_err(|e| Error::Startup(blame(sources, &said, &shape, &e)))?.settle()?;
        Ok(Self { settings, origins, file: sources.file.clone(), notes })
    }
}

impl Origin {
    /// As it is shown: the file's name, the variable, the option.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Origin::File(file) => file.display().to_string(),
            Origin::Environment(variable) => variable.clone(),
            Origin::CommandLine(option) => (*option).to_owned(),
        }
    }
}

type Said = (Vec<String>, Origin, Value);

/// What is wrong with the values together, naming the one that makes it so.
fn blame(sources: &Sources, said: &[Said], shape: &Shape, error: &toml::de::Error) -> String {
    let whole = friendly(error.message(), shape);
    for (path, origin, value) in said {
        let mut alone = Table::new();
        let wrong = set(&mut alone, path, value.clone()).and_then(|()| Settings::deserialize(Value::Table(alone)).map_err(|e| e.message().to_owned()));
        match wrong {
            Err(what) if !what.starts_with("missing field") => return format!("{}: {}", origin.name(), friendly(&what, shape)),
            _ => {}
        }
    }
    match &sources.file {
        Some(file) => format!("{}: {whole}; docs/settings.md lists what can stand there", file.display()),
        None => format!("settings: {whole}"),
    }
}

fn read_file(file: &Path, shape: &Shape) -> Result<Table> {
    let text = std::fs::read_to_string(file).map_err(|e| Error::Startup(format!("cannot read the settings file {}: {e}", file.display())))?;
    let wrong = |e: &toml::de::Error| {
        let line = e.span().map_or(1, |s| text[..s.start.min(text.len())].matches('\n').count() + 1);
        Error::Startup(format!("{}, line {line}: {}; docs/settings.md lists what can stand there", file.display(), friendly(e.message(), shape)))
    };
    let table: Table = toml::from_str(&text).map_err(|e| wrong(&e))?;
    match toml::from_str::<Settings>(&text) {
        // What is missing may come from the environment; if not, the values together tell.
        Err(e) if !e.message().starts_with("missing field") => Err(wrong(&e)),
        _ => Ok(table),
    }
}

/// «unknown field `mial`, expected one of …» with the name that was probably meant.
fn friendly(message: &str, shape: &Shape) -> String {
    let Some(rest) = message.strip_prefix("unknown field `") else { return message.to_owned() };
    let Some((name, rest)) = rest.split_once('`') else { return message.to_owned() };
    let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
    let top = shape.names();
    match nearest(name, known.iter().copied().chain(top.iter().map(String::as_str))) {
        Some(meant) => format!("'{name}' is not a setting here; did you mean '{meant}'?"),
        None => format!("'{name}' is not a setting here"),
    }
}

/// The name most like this one, if any is like it.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.map(|k| (strsim::jaro_winkler(name, k), k)).filter(|(likeness, _)| *likeness > 0.8).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, k)| k)
}

/// Puts a value in its place; a number in the path counts the entries of a list.
fn set(table: &mut Table, path: &[String], value: Value) -> Result<(), String> {
    let Some((first, rest)) = path.split_first() else { return Ok(()) };
    let Some(next) = rest.first() else {
        table.insert(first.clone(), value);
        return Ok(());
    };
    let into = table.entry(first.clone()).or_insert_with(|| if next.parse::<usize>().is_ok() { Value::Array(vec![]) } else { Value::Table(Table::new()) });
    match into {
        Value::Table(inner) => set(inner, rest, value),
        Value::Array(list) => {
            let Ok(n) = next.parse::<usize>() else { return Err(format!("{first} is a list: write {first}__0__{next}")) };
            if n > list.len() {
                return Err(format!("{first} has {} entries; the next is number {}", list.len(), list.len()));
            }
            if rest.len() == 1 {
                if n == list.len() {
                    list.push(value)
                } else {
                    list[n] = value
                }
                return Ok(());
            }
            if n == list.len() {
                list.push(Value::Table(Table::new()));
            }
            match &mut list[n] {
                Value::Table(inner) => set(inner, &rest[1..], value),
                _ => Err(format!("{first} is a list of plain values")),
            }
        }
        _ => Err(format!("{first} is not a section")),
    }
}

/// The paths of everything that is not a section.
fn leaves(value: &Value, path: &str) -> Vec<String> {
    let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Table(table) => table.iter().flat_map(|(name, inner)| leaves(inner, &under(name))).collect(),
        Value::Array(list) if list.iter().any(Value::is_table) => {
            list.iter().enumerate().flat_map(|(n, inner)| leaves(inner, &under(&n.to_string()))).collect()
        }
        _ => vec![path.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, environment: &[(&str, &str)], options: Vec<Given>) -> Result<Configuration> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("samskab.toml");
        std::fs::write(&path, file).unwrap();
        let environment = environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Configuration::read(&Sources { file: Some(path), environment, options })
    }

    fn wrong(file: &str, environment: &[(&str, &str)]) -> String {
        read(file, environment, vec![]).unwrap_err().to_string()
    }

    #[test]
    fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
        let file = "municipality = \"A\"\nbase_url = \"https://a.example\"\nlisten = \"127.0.0.1:1\"\n";
        let environment = [("SAMSKAB_MUNICIPALITY", "B"), ("SAMSKAB_LISTEN", "127.0.0.1:2")];
        let c = read(file, &environment, vec![("listen", "--listen", Value::from("127.0.0.1:3"))]).unwrap();
        assert_eq!(c.settings.base_url, "https://a.example");
        assert_eq!(c.settings.municipality, "B");
        assert_eq!(c.settings.listen.port(), 3);
        assert_eq!(c.origins["municipality"], Origin::Environment("SAMSKAB_MUNICIPALITY".to_owned()));
        assert_eq!(c.origins["listen"], Origin::CommandLine("--listen"));
        assert!(matches!(c.origins["base_url"], Origin::File(_)));
        assert!(!c.origins.contains_key("data"));
    }

    #[test]
    fn a_section_can_come_from_the_environment_alone_or_fill_what_the_file_leaves_out() {
        let variables = [("SAMSKAB_MAIL__HOST", "smtp.example.dk"), ("SAMSKAB_MAIL__FROM", "a@example.dk"), ("SAMSKAB_MAIL__PORT", "2525")];
        let mail = read("", &variables, vec![]).unwrap().settings.mail.unwrap();
        assert_eq!((mail.host.as_str(), mail.port), ("smtp.example.dk", Some(2525)));
        let mail = read("[mail]\nfrom = \"b@example.dk\"\n", &variables[..1], vec![]).unwrap().settings.mail.unwrap();
        assert_eq!(mail.from, "b@example.dk");
        let listed = read("", &[("SAMSKAB_BACKUP__RECIPIENTS", "age1a, age1b")], vec![]).unwrap().settings.backup.recipients;
        assert_eq!(listed, ["age1a", "age1b"]);
    }

    #[test]
    fn a_wrong_name_is_answered_with_line_and_the_name_that_was_meant() {
        let text = wrong("municipality = \"A\"\n\n[mial]\nhost = \"x\"\n", &[]);
        assert!(text.contains("line 3") && text.contains("did you mean 'mail'?"), "{text}");
        let text = wrong("[mail]\nhost = \"x\"\nfrom = \"a@b.dk\"\npasword = \"x\"\n", &[]);
        assert!(text.contains("line 4") && text.contains("did you mean 'password'?"), "{text}");
        let text = wrong("", &[("SAMSKAB_MAIL__HSOT", "x")]);
        assert!(text.contains("SAMSKAB_MAIL__HSOT") && text.contains("SAMSKAB_MAIL__HOST"), "{text}");
    }

    #[test]
    fn a_wrong_value_names_the_variable_or_the_line() {
        let text = wrong("", &[("SAMSKAB_LISTEN", "here")]);
        assert!(text.starts_with("SAMSKAB_LISTEN: "), "{text}");
        let text = wrong("", &[("SAMSKAB_MAIL__PORT", "many")]);
        assert!(text.starts_with("SAMSKAB_MAIL__PORT: "), "{text}");
        assert!(wrong("[mail]\nfrom = \"a@b.dk\"\n", &[]).contains("host"));
    }

    #[test]
    fn variables_that_are_no_setting_are_left_alone_and_mentioned() {
        let c = read("", &[("SAMSKAB_BIN", "/x"), ("SAMSKAB_LISTN", "127.0.0.1:9")], vec![]).unwrap();
        assert_eq!(c.notes.len(), 2);
        assert!(c.notes[1].contains("SAMSKAB_LISTEN"), "{}", c.notes[1]);
    }
}
