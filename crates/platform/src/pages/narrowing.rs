//! Lists that can be narrowed down by kind, area and step: what stands in their addresses, and what is offered to choose from.

use serde::Deserialize;

use crate::form::Form;
use crate::page::Page;
use crate::paging::Paging;
use crate::person::Area;
use crate::recipe::Stage;

/// What stands in the address of such a list, as it came.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Words.
    pub q: String,
    /// A kind.
    pub slags: String,
    /// An area's name in addresses.
    pub omraade: String,
    /// A step of the loop.
    pub trin: String,
    /// The standing committee or body it works for, as it is called.
    pub udvalg: String,
    /// `ja`: only one's own.
    pub mine: String,
    /// `ja`: only where something is late.
    pub sent: String,
    /// The page, from 1.
    pub side: String,
}

impl Asked {
    /// The page of the list.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        self.side.parse().ok()
    }

    /// The area, if there is one of that name.
    #[must_use]
    pub fn area<'a>(&self, areas: &'a [Area]) -> Option<&'a Area> {
        areas.iter().find(|a| a.slug == self.omraade)
    }

    /// The step of the loop, if there is one of that name.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        Stage::of(&self.trin)
    }

    fn values(&self) -> [(&'static str, &str); 7] {
        [
            ("q", &self.q),
            ("slags", &self.slags),
            ("omraade", &self.omraade),
            ("trin", &self.trin),
            ("udvalg", &self.udvalg),
            ("mine", &self.mine),
            ("sent", &self.sent),
        ]
    }

    /// The form with what was asked for in it.
    #[must_use]
    pub fn form(&self) -> Form {
        Form::filled(self.values().map(|(name, value)| (name, value.to_owned())))
    }

    /// The pages of what was found.
    #[must_use]
    pub fn paging(&self, path: &str, items: usize, size: usize) -> Paging {
        Paging::new(path, &self.values(), self.number(), items, size)
    }
}

/// The steps to choose from.
#[must_use]
pub fn stages(page: &Page) -> Vec<(String, String)> {
    Stage::ALL.iter().map(|s| (s.key().to_owned(), page.t(&format!("stage-{}", s.key())))).collect()
}

/// The areas to choose from.
#[must_use]
pub fn areas(all: &[Area]) -> Vec<(String, String)> {
    all.iter().map(|a| (a.slug.clone(), a.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_a_narrowed_list_is_narrowed_the_same_way() {
        let asked = Asked { q: "bænk".into(), trin: "team".into(), side: "2".into(), ..Asked::default() };
        let paging = asked.paging("/soeg", 30, 10);
        assert_eq!(paging.next().as_deref(), Some("/soeg?q=b%C3%A6nk&trin=team&side=3"));
        assert_eq!(paging.previous().as_deref(), Some("/soeg?q=b%C3%A6nk&trin=team&side=1"));
        assert_eq!(asked.form().value("trin"), "team");
        let nonsense = Asked { side: "x".into(), trin: "x".into(), ..Asked::default() };
        assert_eq!((nonsense.paging("/forloeb", 30, 10).page, nonsense.stage()), (1, None));
    }
}
