//! What can stand in the settings: the JSON Schema that is derived from [`Settings`] and its doc comments.

use samskab_platform::settings::Settings;
use serde_json::Value as Json;

/// The schema of all settings.
pub(super) struct Shape(Json);

/// One setting, with what its type says and what the place says that uses it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// Its description.
    pub(super) about: String,
    /// Its type's schema.
    pub(super) of: Json,
    /// What holds when it is left out; `None`: nothing.
    pub(super) default: Option<Json>,
    /// Whether it must be given.
    pub(super) required: bool,
}

impl Shape {
    pub(super) fn of_settings() -> Self {
        Self(schemars::schema_for!(Settings).to_value())
    }

    pub(super) fn root(&self) -> &Json {
        &self.0
    }

    /// Follows references, and sees through `Option`.
    pub(super) fn resolve<'a>(&'a self, mut of: &'a Json) -> &'a Json {
        loop {
            let reference = of.get("$ref").and_then(Json::as_str).and_then(|r| r.strip_prefix("#/$defs/"));
            if let Some(named) = reference.and_then(|name| self.0.get("$defs")?.get(name)) {
                of = named;
            } else if let Some(some) = of.get("anyOf").and_then(Json::as_array).and_then(|a| a.iter().find(|s| s.get("type") != Some(&Json::from("null")))) {
                of = some;
            } else {
                return of;
            }
        }
    }

    /// The settings of a section.
    pub(super) fn entries(&self, section: &Json) -> Vec<Entry> {
        let section = self.resolve(section);
        let required: Vec<&str> = section.get("required").and_then(Json::as_array).map(|a| a.iter().filter_map(Json::as_str).collect()).unwrap_or_default();
        let Some(properties) = section.get("properties").and_then(Json::as_object) else { return vec![] };
        let text = |of: &Json| of.get("description").and_then(Json::as_str).map(|t| t.split_whitespace().collect::<Vec<_>>().join(" "));
        properties
            .iter()
            .map(|(name, of)| {
                let resolved = self.resolve(of);
                Entry {
                    name: name.clone(),
                    about: text(of).or_else(|| text(resolved)).unwrap_or_default(),
                    default: of.get("default").filter(|d| !d.is_null()).cloned(),
                    required: required.contains(&name.as_str()),
                    of: resolved.clone(),
                }
            })
            .collect()
    }

    /// The schema at a path; numbers count the entries of a list.
    pub(super) fn at(&self, path: &[String]) -> Option<Json> {
        path.iter().try_fold(self.0.clone(), |of, part| {
            let of = self.resolve(&of).clone();
            match of.get("items") {
                Some(items) if part.parse::<usize>().is_ok() => Some(self.resolve(items).clone()),
                _ => of.get("properties")?.get(part).map(|p| self.resolve(p).clone()),
            }
        })
    }

    /// The names at the top.
    pub(super) fn names(&self) -> Vec<String> {
        self.entries(&self.0).into_iter().map(|e| e.name).collect()
    }
}

/// The first type a schema names, save `null`.
pub(super) fn kind(of: &Json) -> &str {
    match of.get("type") {
        Some(Json::String(name)) => name,
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).find(|n| *n != "null").unwrap_or("string"),
        _ => "string",
    }
}

/// The words a setting can be, where it is one of a few.
pub(super) fn choices(of: &Json) -> Vec<String> {
    let word = |of: &Json| of.as_str().map(str::to_owned);
    if let Some(list) = of.get("enum").and_then(Json::as_array) {
        return list.iter().filter_map(word).collect();
    }
    let Some(list) = of.get("oneOf").and_then(Json::as_array) else { return vec![] };
    list.iter()
        .flat_map(|one| one.get("const").and_then(word).into_iter().chain(one.get("enum").and_then(Json::as_array).into_iter().flatten().filter_map(word)))
        .collect()
}
