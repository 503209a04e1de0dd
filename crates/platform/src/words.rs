//! Every word the program says, in Danish and English, from the Fluent files in `locales/`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::choices::Choices;
use crate::labels::{self, Chosen, Label};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Lang {
    Da,
    En,
}

impl Lang {
    /// Both languages, Danish first.
    pub const ALL: [Lang; 2] = [Lang::Da, Lang::En];

    /// The tag for `lang` attributes, cookies and the database.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `en` or `en-GB`; Danish for everything else.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        if tag.starts_with("en") { Lang::En } else { Lang::Da }
    }

    /// The other one, for the switch.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Lang::Da => Lang::En,
            Lang::En => Lang::Da,
        }
    }
}

/// A Fluent file of one part of the program: its name and its text in both languages.
#[derive(Clone, Copy, Debug)]
pub struct WordFile {
    /// The file's name without folder, for messages.
    pub name: &'static str,
    /// The Danish text.
    pub da: &'static str,
    /// The English text.
    pub en: &'static str,
}

/// Includes `locales/da/NAME.ftl` and `locales/en/NAME.ftl`; `$root` is the way from the source file to the repository.
#[macro_export]
macro_rules! words {
    ($root:literal, $name:literal) => {
        $crate::words::WordFile {
            name: $name,
            da: include_str!(concat!($root, "locales/da/", $name, ".ftl")),
            en: include_str!(concat!($root, "locales/en/", $name, ".ftl")),
        }
    };
}

/// A value put into a message.
pub trait Arg: Send + Sync {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'_>;
}

impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}
impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}
macro_rules! number_arg {
    ($($t:ty),*) => {$(impl Arg for $t { fn value(&self) -> FluentValue<'_> { FluentValue::from(*self) } })*};
}
number_arg!(i64, i32, u32, u64, usize);
impl<T: Arg + ?Sized> Arg for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}
impl Arg for std::borrow::Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(&**self)
    }
}

/// All words in both languages, with the municipality's own labels in them.
pub struct Words {
    files: Vec<WordFile>,
    set: RwLock<Set>,
}

/// The words as they read with one choice of labels.
struct Set {
    chosen: Chosen,
    da: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    /// Messages without placeholders, ready made.
    plain: HashMap<(Lang, String), String>,
}

impl Words {
    /// Reads the files.
    ///
    /// # Panics
    /// When a file of the program is not valid Fluent or two files use one key: found by the first test that starts.
    #[must_use]
    pub fn new(files: &[WordFile]) -> Self {
        Self { files: files.to_vec(), set: RwLock::new(Set::new(files, Chosen::default())) }
    }

    fn set(&self) -> RwLockReadGuard<'_, Set> {
        self.set.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the municipality's labels into use. Everything is read anew, once, and only when a label has changed: saying
    /// a word costs the same whatever it is called. True where something changed.
    pub fn relabel(&self, choices: &Choices) -> bool {
        let chosen = labels::chosen(choices);
        let other = self.set().chosen != chosen;
        if other {
            let set = Set::new(&self.files, chosen);
            *self.set.write().unwrap_or_else(PoisonError::into_inner) = set;
        }
        other
    }

    /// What municipalities call by different names, and the names to choose from.
    #[must_use]
    pub fn labels(&self, lang: Lang) -> Vec<Label> {
        labels::of_texts(self.texts(lang))
    }

    /// The files' texts in one language.
    fn texts(&self, lang: Lang) -> impl Iterator<Item = &'static str> + '_ {
        self.files.iter().map(move |f| if lang == Lang::Da { f.da } else { f.en })
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.set().bundle(lang).has_message(key)
    }

    /// A message; an unknown key shows itself in brackets (a test finds it first).
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str, args: &[(&str, &dyn Arg)]) -> String {
        self.set().say(lang, key, args)
    }

    /// What the municipality's labels are called in a text, with what each says: `council-the` is *byrådet*.
    #[must_use]
    pub fn terms(&self, lang: Lang) -> Vec<(String, String)> {
        labels::terms(&self.set().chosen, self.texts(lang), lang)
    }

    /// A text from outside the files of words — a recipe's — with the municipality's labels put in: `{ -council-the }`.
    #[must_use]
    pub fn labelled<'a>(&self, lang: Lang, text: &'a str) -> Cow<'a, str> {
        if !text.contains("{ -") {
            return Cow::Borrowed(text);
        }
        labels::fill(&self.set().chosen, self.texts(lang), lang, text)
    }
}

impl Set {
    fn new(files: &[WordFile], chosen: Chosen) -> Self {
        let mut all = HashSet::new();
        let mut bundle = |lang: Lang| {
            let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(match lang {
                Lang::Da => |v, _| grouped(v, '.'),
                Lang::En => |v, _| grouped(v, ','),
            }));
            let texts = files.iter().map(|f| if lang == Lang::Da { f.da } else { f.en });
            let terms = WordFile { name: "labels", da: "", en: "" };
            let own = labels::as_fluent(&chosen, texts.clone(), lang);
            for (file, text) in std::iter::once((&terms, own.as_str())).chain(files.iter().zip(texts)) {
                let resource = match FluentResource::try_new(text.to_owned()) {
                    Ok(resource) => resource,
                    Err((_, errors)) => {
                        panic!("locales/{}/{}.ftl: {errors:?}", lang.tag(), file.name)
                    }
                };
                all.extend(keys(text).map(|key| (lang, key.to_owned())));
                if let Err(errors) = bundle.add_resource(resource) {
                    panic!("locales/{}/{}.ftl: {errors:?}", lang.tag(), file.name);
                }
            }
            bundle
        };
        let (da, en) = (bundle(Lang::Da), bundle(Lang::En));
        let mut set = Self { chosen, da, en, plain: HashMap::new() };
        for (lang, key) in all {
            let mut errors = vec![];
            let bundle = set.bundle(lang);
            let Some(pattern) = bundle.get_message(&key).and_then(|m| m.value()) else {
                continue;
            };
            let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                set.plain.insert((lang, key), text);
            }
        }
        set
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }

    fn say(&self, lang: Lang, key: &str, args: &[(&str, &dyn Arg)]) -> String {
        if let Some(text) = self.plain.get(&(lang, key.to_owned())) {
            return text.clone();
        }
        let Some(pattern) = self.bundle(lang).get_message(key).and_then(|m| m.value()) else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.value());
        }
        let mut errors = vec![];
        self.bundle(lang).format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

/// The message keys of a Fluent text.
pub fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|l| l.split_once('=')).map(|(key, _)| key.trim())
}

fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) if value.fract() == 0.0 => Some(group_digits(*value as i64, separator)),
        _ => None,
    }
}

/// A whole number with a separator every three digits.
#[must_use]
pub fn group_digits(number: i64, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        assert_eq!(group_digits(1_234_567, '.'), "1.234.567");
        assert_eq!(group_digits(-1000, ','), "−1,000");
        assert_eq!(group_digits(999, '.'), "999");
    }
}
