//! What the municipality chose to look like: read by every page. It is chosen at the desk of administration.

use crate::app::App;
use crate::page::Page;
use crate::words::Lang;

/// A logo as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its address, which changes with the picture.
    pub href: String,
    /// What stands in it, for those who do not see it; empty where the name beside it says it.
    pub alt: String,
    /// The name of the municipality is part of it, and does not stand beside it.
    pub alone: bool,
}

impl App {
    /// Where people can write about the program: as chosen in the browser, or as the settings say.
    #[must_use]
    pub fn contact(&self) -> String {
        self.choice("look.contact").unwrap_or_else(|| self.settings.contact.clone())
    }

    /// The address of the municipality's own stylesheet, where it has chosen colours; it changes with them.
    pub(crate) fn stylesheet(&self) -> Option<String> {
        let choices = self.choices();
        let (colour, accent) = (choices.get("look.colour"), choices.get("look.accent"));
        let version = |c: Option<&String>| c.map_or("", |c| c.trim_start_matches('#')).to_owned();
        (colour.is_some() || accent.is_some()).then(|| format!("/look.css?v={}{}", version(colour), version(accent)))
    }
}

impl Page {
    /// The municipality's logo.
    #[must_use]
    pub fn logo(&self) -> Option<Logo> {
        let choices = self.app().choices();
        let digest = choices.get("look.logo")?;
        let alt = choices.get("look.logo-alt").cloned().unwrap_or_default();
        Some(Logo { href: format!("/logo?v={digest}"), alt, alone: choices.contains_key("look.logo-alone") })
    }

    /// A number with one decimal: `4,5`, `4.5`.
    #[must_use]
    pub fn decimal(&self, number: &f64) -> String {
        let text = format!("{number:.1}");
        if self.lang == Lang::Da { text.replace('.', ",") } else { text }
    }
}
