//! What the municipality calls things, as one reads and writes it in the form: `{ -council-the }` stands there as `[byrådet]`.
//! A word in brackets follows the municipality's choice when that changes; a word without them stays as it is written.

use samskab_platform::App;
use samskab_platform::recipe::Recipe;
use samskab_platform::words::Lang;

/// A recipe as its form shows it.
pub(crate) fn shown(app: &App, recipe: &Recipe) -> Recipe {
    let terms = |lang| app.words.terms(lang);
    let (da, en) = (terms(Lang::Da), terms(Lang::En));
    recipe.reworded(|lang, text| show(if lang == Lang::Da { &da } else { &en }, text))
}

/// A recipe as it is kept, from what the form sent; `before` is the text it was.
pub(crate) fn kept(app: &App, recipe: &Recipe, before: &str) -> Recipe {
    let terms = |lang| {
        let mut terms = app.words.terms(lang);
        // *Byråd* is one and several: what the recipe said before is what is meant.
        terms.sort_by_key(|(name, _)| !before.contains(&written(name)));
        terms
    };
    let (da, en) = (terms(Lang::Da), terms(Lang::En));
    recipe.reworded(|lang, text| keep(if lang == Lang::Da { &da } else { &en }, text))
}

/// How a term is written in the text of a recipe.
fn written(name: &str) -> String {
    format!("{{ -{name} }}")
}

fn show(terms: &[(String, String)], text: &str) -> String {
    if !text.contains("{ -") {
        return text.to_owned();
    }
    terms.iter().fold(text.to_owned(), |text, (name, form)| text.replace(&written(name), &format!("[{form}]")))
}

fn keep(terms: &[(String, String)], text: &str) -> String {
    if !text.contains('[') {
        return text.to_owned();
    }
    terms.iter().fold(text.to_owned(), |text, (name, form)| text.replace(&format!("[{form}]"), &written(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Vec<(String, String)> {
        [("council", "byråd"), ("Council", "Byråd"), ("council-the", "byrådet"), ("Council-the", "Byrådet"), ("council-many", "byråd")]
            .map(|(name, form)| (name.to_owned(), form.to_owned()))
            .to_vec()
    }

    #[test]
    fn a_label_reads_as_the_municipality_says_it_and_comes_back_as_it_was() {
        let kept = "{ -Council-the } svarer, og { -council-the }s svar gælder.";
        let shown = show(&terms(), kept);
        assert_eq!(shown, "[Byrådet] svarer, og [byrådet]s svar gælder.");
        assert_eq!(keep(&terms(), &shown), kept);
    }

    #[test]
    fn a_word_without_brackets_and_a_bracket_around_another_word_stay_as_typed() {
        for text in ["Byrådet svarer.", "Se [bilag 2] og [", "]["] {
            assert_eq!(keep(&terms(), text), text);
            assert_eq!(show(&terms(), text), text);
        }
    }
}
