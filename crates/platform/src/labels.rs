//! What a municipality calls things: one says *byrådet*, another *kommunalbestyrelsen*, a third *Borgerrepræsentationen*.
//!
//! The words never name such a thing; they say `{ -council-the }`. What can be chosen from stands in
//! `locales/*/labels.ftl`: `label-council-1 = byråd / byrådet / byråd / byrådene` is what is said where nobody has chosen;
//! `label-council-2` is the next to choose from. A choice is kept under `label.da.council` as four forms like these.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::choices::Choices;
use crate::words::Lang;

/// The forms of a label: *byråd, byrådet, byråd, byrådene*; *council, the council, councils, the councils*.
pub type Forms = [String; 4];

/// What somebody has chosen to call things, in each language.
pub type Chosen = BTreeMap<(Lang, String), Forms>;

/// The endings of a term's name, in the order of [`Forms`].
const ENDINGS: [&str; 4] = ["", "-the", "-many", "-many-the"];

/// A thing that municipalities call by different names, and the names to choose from; the first is said where nobody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As in `{ -council-the }`, without ending.
    pub key: String,
    /// What can be chosen.
    pub offered: Vec<Forms>,
}

/// Four forms as they are written: separated by slashes, for *§ 17, stk. 4-udvalg* has a comma in it. Nothing when one is missing or holds what Fluent would read.
#[must_use]
pub fn parse(text: &str) -> Option<Forms> {
    let forms: Vec<String> = text.split('/').map(|f| f.trim().to_owned()).collect();
    let right = |f: &String| !f.is_empty() && f.chars().count() <= 60 && !f.contains(['{', '}', '\\', '"', '\n']);
    if forms.iter().all(right) { forms.try_into().ok() } else { None }
}

/// The municipality's labels among everything it has chosen.
#[must_use]
pub fn chosen(choices: &Choices) -> Chosen {
    let of = |(name, value): (&String, &String)| {
        let (lang, key) = name.strip_prefix("label.")?.split_once('.')?;
        Some(((Lang::of(lang), key.to_owned()), parse(value)?))
    };
    choices.iter().filter_map(of).collect()
}

/// Every label of some Fluent texts, in the order they are written.
pub fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Label> {
    let mut all: Vec<Label> = vec![];
    for line in texts.flat_map(str::lines) {
        let Some((name, forms)) = line.strip_prefix("label-").and_then(|l| l.split_once(" = ")) else { continue };
        let Some((key, number)) = name.rsplit_once('-') else { continue };
        let (Some(forms), true) = (parse(forms), number.bytes().all(|b| b.is_ascii_digit())) else { continue };
        match all.iter_mut().find(|l| l.key == key) {
            Some(label) => label.offered.push(forms),
            None => all.push(Label { key: key.to_owned(), offered: vec![forms] }),
        }
    }
    all
}

/// Every term with what it says: as it is, with a capital at the start (`-Council`), and with *a* in front (`-council-a`).
pub(crate) fn terms<'a>(chosen: &Chosen, texts: impl Iterator<Item = &'a str>, lang: Lang) -> Vec<(String, String)> {
    let mut all = vec![];
    for label in of_texts(texts) {
        let forms = chosen.get(&(lang, label.key.clone())).unwrap_or(&label.offered[0]);
        let with_article = format!("{} {}", article(lang, forms), forms[0]);
        for (ending, form) in ENDINGS.into_iter().zip(forms).chain([("-a", &with_article)]) {
            all.push((format!("{}{ending}", label.key), form.clone()));
            all.push((format!("{}{ending}", capital(&label.key)), capital(form)));
        }
    }
    all
}

/// The terms as a Fluent text.
pub(crate) fn as_fluent<'a>(chosen: &Chosen, texts: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    terms(chosen, texts, lang).into_iter().map(|(name, form)| format!("-{name} = {{ \"{form}\" }}\n")).collect()
}

/// A text with its terms put in.
pub(crate) fn fill<'a, 't>(chosen: &Chosen, texts: impl Iterator<Item = &'t str>, lang: Lang, text: &'a str) -> Cow<'a, str> {
    let filled = terms(chosen, texts, lang).into_iter().fold(text.to_owned(), |text, (name, form)| text.replace(&format!("{{ -{name} }}"), &form));
    Cow::Owned(filled)
}

/// The article that says *one of them*. Danish: a word whose definite form ends in *t* is neuter. English: by the first letter.
fn article(lang: Lang, forms: &Forms) -> &'static str {
    match lang {
        Lang::Da if forms[1].ends_with('t') => "et",
        Lang::Da => "en",
        Lang::En if forms[0].starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']) => "an",
        Lang::En => "a",
    }
}

/// With a capital letter at the start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{WordFile, Words};

    const FILE: WordFile = WordFile {
        name: "test",
        da: "label-council-1 = byråd / byrådet / byråd / byrådene\nlabel-council-2 = kommunalbestyrelse / kommunalbestyrelsen / kommunalbestyrelser / kommunalbestyrelserne\nanswer = { -Council-the } svarer, og { -council-the }s svar gælder. Det er { -council-a }. I { $n } kommuner.\nplain = Alle { -council-many-the }\n",
        en: "label-council-1 = council / the council / councils / the councils\nanswer = { -Council-the } answers, and { -council-the }'s answer holds. It is { -council-a }. In { $n } municipalities.\nplain = All { -council-many-the }\n",
    };

    fn choose(name: &str, value: &str) -> Choices {
        Choices::from([(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn a_label_that_is_chosen_is_said_everywhere_and_taken_back_again() {
        let words = Words::new(&[FILE]);
        assert_eq!(words.say(Lang::Da, "answer", &[("n", &3)]), "Byrådet svarer, og byrådets svar gælder. Det er et byråd. I 3 kommuner.");
        words.relabel(&choose("label.da.council", "kommunalbestyrelse / kommunalbestyrelsen / kommunalbestyrelser / kommunalbestyrelserne"));
        assert_eq!(
            words.say(Lang::Da, "answer", &[("n", &3)]),
            "Kommunalbestyrelsen svarer, og kommunalbestyrelsens svar gælder. Det er en kommunalbestyrelse. I 3 kommuner."
        );
        assert_eq!(words.say(Lang::Da, "plain", &[]), "Alle kommunalbestyrelserne", "also where the text was ready made");
        assert_eq!(words.say(Lang::En, "plain", &[]), "All the councils", "the other language keeps its own");
        words.relabel(&Choices::new());
        assert_eq!(words.say(Lang::Da, "plain", &[]), "Alle byrådene");
    }

    #[test]
    fn a_recipes_text_is_labelled_like_the_words() {
        let words = Words::new(&[FILE]);
        words.relabel(&choose("label.en.council", "assembly / the assembly / assemblies / the assemblies"));
        assert_eq!(words.labelled(Lang::En, "{ -Council-the } is { -council-a }."), "The assembly is an assembly.");
        assert_eq!(words.labelled(Lang::En, "No label { here }"), "No label { here }");
    }

    #[test]
    fn what_fluent_would_read_and_what_lacks_a_form_is_no_label() {
        assert_eq!(parse("byråd / byrådet / byråd"), None);
        assert_eq!(parse("byråd / byrådet / / byrådene"), None);
        assert_eq!(parse("{ $x } / b / c / d"), None);
        assert_eq!(parse("a\" / b / c / d"), None);
        assert_eq!(parse(&format!("{} / b / c / d", "x".repeat(61))), None);
        let words = Words::new(&[FILE]);
        words.relabel(&choose("label.da.council", "byråd"));
        assert_eq!(words.say(Lang::Da, "plain", &[]), "Alle byrådene");
    }

    #[test]
    fn the_offered_names_are_read_in_their_order() {
        let labels = of_texts([FILE.da].into_iter());
        assert_eq!(labels.len(), 1);
        assert_eq!(labels[0].offered.iter().map(|f| f[1].as_str()).collect::<Vec<_>>(), ["byrådet", "kommunalbestyrelsen"]);
    }
}
