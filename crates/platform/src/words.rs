//! Every word the program says, in Danish and English, from the Fluent files in `locales/`.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

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

/// All words in both languages.
pub struct Words {
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
        let mut plain = HashMap::new();
        let mut bundle = |lang: Lang| {
            let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(match lang {
                Lang::Da => |v, _| grouped(v, '.'),
                Lang::En => |v, _| grouped(v, ','),
            }));
            for file in files {
                let text = if lang == Lang::Da { file.da } else { file.en };
                let resource = match FluentResource::try_new(text.to_owned()) {
                    Ok(resource) => resource,
                    Err((_, errors)) => {
                        panic!("locales/{}/{}.ftl: {errors:?}", lang.tag(), file.name)
                    }
                };
                for key in keys(text) {
                    plain.insert((lang, key.to_owned()), String::new());
                }
                if let Err(errors) = bundle.add_resource(resource) {
                    panic!("locales/{}/{}.ftl: {errors:?}", lang.tag(), file.name);
                }
            }
            bundle
        };
        let (da, en) = (bundle(Lang::Da), bundle(Lang::En));
        let mut words = Self { da, en, plain: HashMap::new() };
        for (lang, key) in plain.into_keys() {
            let mut errors = vec![];
            let bundle = words.bundle(lang);
            let Some(pattern) = bundle.get_message(&key).and_then(|m| m.value()) else {
                continue;
            };
            let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                words.plain.insert((lang, key), text);
            }
        }
        words
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang).has_message(key)
    }

    /// A message; an unknown key shows itself in brackets (a test finds it first).
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str, args: &[(&str, &dyn Arg)]) -> String {
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
