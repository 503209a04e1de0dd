//! How much there is where, as everybody may see it: counts, small ones hidden, and where there is little.

use std::collections::BTreeMap;

use samskab_platform::Page;
use samskab_platform::network::Kind;
use uuid::Uuid;

use crate::model::{Counted, SMALL, thin};
use crate::store::Area;

/// A count as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// What it counts.
    pub(crate) name: String,
    /// The number; fewer than five are not told apart.
    pub(crate) words: String,
    /// How long its bar is, of a hundred; a hidden count has none.
    pub(crate) bar: i64,
    /// Whether there is little.
    pub(crate) thin: bool,
}

/// An area.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) offers: Figure,
    /// Offers for each thousand who live there, where that is known and the count is shown.
    pub(crate) per_thousand: Option<String>,
    pub(crate) kinds: Vec<Figure>,
}

impl Place {
    /// How many kinds there is little of.
    pub(crate) fn thin_kinds(&self) -> usize {
        self.kinds.iter().filter(|k| k.thin).count()
    }
}

/// One decimal.
fn decimal(page: &Page, n: f64) -> String {
    let text = format!("{n:.1}");
    if page.lang == samskab_platform::words::Lang::Da { text.replace('.', ",") } else { text }
}

/// The areas, and last what is offered without an area, where that is enough to show.
pub(crate) fn places(page: &Page, areas: &[Area], counted: &[(Option<Uuid>, String, i64)]) -> Vec<Place> {
    let counts: BTreeMap<(Option<Uuid>, &str), i64> = counted.iter().map(|(area, kind, n)| ((*area, kind.as_str()), *n)).collect();
    let count = |area: Option<Uuid>, kind: &str| counts.get(&(area, kind)).copied().unwrap_or(0);
    let figures = |kind: &str| areas.iter().map(|a| Counted { offers: count(Some(a.0), kind), inhabitants: a.2 }).collect::<Vec<_>>();
    let little: BTreeMap<&str, Vec<bool>> = Kind::ALL.iter().map(|k| k.key()).chain([""]).map(|kind| (kind, thin(&figures(kind)))).collect();
    let longest = Kind::ALL.iter().flat_map(|k| areas.iter().map(|a| count(Some(a.0), k.key()))).max().unwrap_or(0).max(1);
    let figure = |name: String, n: i64, thin: bool| Figure {
        name,
        words: if n < SMALL { page.t1("network-few", "n", SMALL) } else { page.number(&n) },
        bar: if n < SMALL { 0 } else { (n * 100 / longest).min(100) },
        thin,
    };
    let mut places: Vec<Place> = vec![];
    for (i, (id, name, inhabitants)) in areas.iter().enumerate() {
        let is_thin = |kind: &str| little.get(kind).and_then(|all| all.get(i)).copied().unwrap_or(false);
        let all = count(Some(*id), "");
        places.push(Place {
            name: name.clone(),
            offers: figure(name.clone(), all, is_thin("")),
            per_thousand: Counted { offers: all, inhabitants: *inhabitants }.per_thousand().filter(|_| all >= SMALL).map(|n| decimal(page, n)),
            kinds: Kind::ALL.iter().map(|k| figure(page.t(&format!("network-kind-{}", k.key())), count(Some(*id), k.key()), is_thin(k.key()))).collect(),
        });
    }
    let everywhere = count(None, "");
    if everywhere >= SMALL {
        let name = page.t("whole-municipality");
        let kinds = Kind::ALL.iter().map(|k| figure(page.t(&format!("network-kind-{}", k.key())), count(None, k.key()), false)).collect();
        places.push(Place { offers: figure(name.clone(), everywhere, false), name, per_thousand: None, kinds });
    }
    places
}
