//! Colours and whether one can read with them, by the formulas of WCAG 2.2
//! (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).

use std::fmt;

/// Text must stand out at least this much (WCAG 2.2, success criterion 1.4.3, level AA).
pub const ENOUGH: f64 = 4.5;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Paper: cards and fields.
pub const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };
/// Ink.
pub const BLACK: Colour = Colour { red: 0, green: 0, blue: 0 };
/// The page behind the cards, `--ground` in `assets/samskab.css`.
pub const GROUND: Colour = Colour { red: 0xf7, green: 0xf4, blue: 0xed };
/// The darkest light surface that text and links stand on, `--sunk` in `assets/samskab.css`.
pub const SUNK: Colour = Colour { red: 0xef, green: 0xeb, blue: 0xe1 };

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Colour {
    /// A colour as people write it: `#7a1230`, `7A1230` or `#abc`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        let whole: String = if digits.chars().count() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
        if whole.len() != 6 || !whole.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&whole[at..at + 2], 16).ok();
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// Relative luminance: 0 for black, 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The nearest darker colour of the same hue that can be read on `on`; itself where it can be read already.
    ///
    /// Luminance is linear in linear light, so scaling all three parts by the same factor scales it by that factor: the
    /// factor that just suffices is known, and only rounding to whole steps has to be made up for.
    #[must_use]
    pub fn readable_on(self, on: Colour) -> Self {
        if contrast(self, on) >= ENOUGH {
            return self;
        }
        let wanted = (on.luminance() + 0.05) / ENOUGH - 0.05;
        let mut factor = (wanted / self.luminance()).clamp(0.0, 1.0);
        let scaled =
            |factor: f64| Self { red: step(linear(self.red) * factor), green: step(linear(self.green) * factor), blue: step(linear(self.blue) * factor) };
        while factor > 0.001 && contrast(scaled(factor), on) < ENOUGH {
            factor *= 0.99;
        }
        scaled(factor)
    }
}

/// One part of a colour in linear light, between 0 and 1.
fn linear(part: u8) -> f64 {
    let share = f64::from(part) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// The other way: rounded down, so that it never gets lighter.
fn step(light: f64) -> u8 {
    let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (share * 255.0).clamp(0.0, 255.0) as u8
}

/// How much two colours stand out from each other: 1 (not at all) to 21 (black on white).
#[must_use]
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How one use of a colour reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Word key of the use.
    pub word: &'static str,
    /// The ratio, rounded down to a tenth, so that 4.49 is never shown as 4.5.
    pub ratio: f64,
    /// Whether it is enough; `None` where it is only for information.
    pub enough: Option<bool>,
}

/// How a colour reads in each of its uses.
#[must_use]
pub fn readings(colour: Colour) -> Vec<Reading> {
    let of = |word, other, counts: bool| {
        let ratio = contrast(colour, other);
        Reading { word, ratio: (ratio * 10.0).floor() / 10.0, enough: counts.then_some(ratio >= ENOUGH) }
    };
    vec![of("look-on-buttons", WHITE, true), of("look-on-page", GROUND, true), of("look-on-sunk", SUNK, true), of("look-with-black", BLACK, false)]
}

/// Whether a colour can be used for text, links and buttons everywhere.
#[must_use]
pub fn can_be_read(colour: Colour) -> bool {
    readings(colour).iter().all(|r| r.enough != Some(false))
}

/// The nearest colour that can be used everywhere: what can be read on the darkest light surface can be read on all of them.
#[must_use]
pub fn nearest_readable(colour: Colour) -> Colour {
    colour.readable_on(SUNK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn known_pairs_have_their_known_contrast() {
        // Black on white is 21:1 by definition; #767676 is the lightest grey that is 4.5:1 on white, #777777 just fails.
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 1e-9);
        assert!((contrast(colour("#767676"), WHITE) - 4.54).abs() < 0.01);
        assert!((contrast(colour("#777777"), WHITE) - 4.48).abs() < 0.01);
        // Pure red, green and blue on white.
        assert!((contrast(colour("#ff0000"), WHITE) - 3.998).abs() < 0.01);
        assert!((contrast(colour("#00ff00"), WHITE) - 1.372).abs() < 0.01);
        assert!((contrast(colour("#0000ff"), WHITE) - 8.592).abs() < 0.01);
    }

    #[test]
    fn colours_are_read_as_people_write_them() {
        assert_eq!(colour(" 7A1230 ").to_string(), "#7a1230");
        assert_eq!(colour("#abc").to_string(), "#aabbcc");
        for wrong in ["", "#12", "#12345", "#gggggg", "red", "#1234567", "æøå", "#ø12"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_programs_own_colours_can_be_read() {
        assert!(can_be_read(colour("#0f5257")));
        assert!(can_be_read(colour("#a8401c")));
    }

    #[test]
    fn a_ratio_is_never_shown_as_more_than_it_is() {
        let shown = readings(colour("#777777"));
        assert_eq!(shown[0].enough, Some(false));
        assert!(shown[0].ratio < ENOUGH);
    }

    proptest! {
        #[test]
        fn the_suggestion_can_always_be_read_and_is_the_colour_itself_when_that_can(red: u8, green: u8, blue: u8) {
            let asked = Colour { red, green, blue };
            let suggested = nearest_readable(asked);
            prop_assert!(can_be_read(suggested), "{asked} became {suggested}");
            prop_assert_eq!(suggested == asked, can_be_read(asked));
            prop_assert!(suggested.luminance() <= asked.luminance());
        }

        #[test]
        fn the_suggestion_is_no_darker_than_it_needs_to_be(red: u8, green: u8, blue: u8) {
            let asked = Colour { red, green, blue };
            prop_assume!(!can_be_read(asked));
            // A whole step lighter in every part would be too light, give or take the rounding of each part.
            prop_assert!(contrast(nearest_readable(asked), SUNK) < ENOUGH + 0.4);
        }

        #[test]
        fn contrast_is_the_same_both_ways_and_between_1_and_21(a: (u8, u8, u8), b: (u8, u8, u8)) {
            let (a, b) = (Colour { red: a.0, green: a.1, blue: a.2 }, Colour { red: b.0, green: b.1, blue: b.2 });
            prop_assert_eq!(contrast(a, b), contrast(b, a));
            prop_assert!((1.0..=21.0 + 1e-9).contains(&contrast(a, b)));
        }
    }
}
