//! The map as a picture: a dot for each participant in the colour and shape of their group, soft outlines, names, and, if
//! asked for, where one person stands.
//!
//! The picture has no `style` attribute and no `<style>` element (a strict content security policy forbids them): it carries
//! plain presentation attributes as defaults and class names — `om-dot`, `om-hull`, `om-label`, `om-me`, `om-note`, and
//! `om-g0`, `om-g1`, … or `om-none` — for the page's own style sheet. Where groups are not stable it draws dots only, all
//! alike, and says so.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::labels::group_letter;
use crate::opinion_map::OpinionMap;
use crate::outline::{convex_hull, without_strays};
use crate::svg_text::{escaped, text_width, wrapped};

/// Width and height of the picture in its own units; it is meant to be 360 pixels wide or more.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 400.0;
/// Free space left and right of the dots.
const SIDE: f64 = 22.0;
/// Free space above and below, enough for a name.
const BAND: f64 = 62.0;
/// Dots are put on a grid of this many units; all on the same grid point become one larger dot.
const GRID: f64 = 4.0;
/// Share of a group's people that its outline may leave out.
const STRAYS: f64 = 0.05;
/// Height of a line of text.
const LINE: f64 = 14.0;
/// Letters on a line of a group's name.
const LETTERS: usize = 24;
/// Default colours, told apart also by the colour-blind (Okabe and Ito 2008); the shape tells groups apart as well.
const COLOURS: [&str; 9] = ["#0072b2", "#d55e00", "#009e73", "#aa3377", "#8a6d00", "#56b4e9", "#444444", "#e69f00", "#7a4fbf"];

/// The words in the picture, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SvgWords {
    /// Short title, read out first.
    pub title: String,
    /// What there is to see, for those who do not see it.
    pub description: String,
    /// Before a group's letter: "Group".
    pub group: String,
    /// At the mark of the person who looks: "You".
    pub you: String,
    /// Shown instead of outlines and names where there are no stable groups.
    pub not_stable: String,
    /// Start of the ids inside the picture, unique on the page: letters, digits and hyphens (others are left out).
    pub id: String,
}

impl Default for SvgWords {
    fn default() -> Self {
        Self {
            title: "Opinion map".into(),
            description: "Each dot is a participant. Those who vote alike are close to each other.".into(),
            group: "Group".into(),
            you: "You".into(),
            not_stable: "No stable groups".into(),
            id: "opinion-map".into(),
        }
    }
}

/// Draws a map. `me` is the id of the participant who looks and wants to see herself; an unknown id shows nobody.
///
/// The result is one `<svg>` element with `role="img"`, a title and a description. Everything that comes from people is
/// escaped. Two thousand participants give well under 150 kB.
pub fn draw(map: &OpinionMap, words: &SvgWords, me: Option<&str>) -> String {
    let id: String = words.id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let frame = Frame::around(map);
    let mut svg = String::new();
    push(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"om\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\" font-family=\"sans-serif\" font-size=\"12\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            escaped(&words.title),
            escaped(&words.description),
        ),
    );
    let places = places_by_group(map, &frame);
    if map.stable {
        for (group, points) in places.iter().filter_map(|(group, points)| group.map(|group| (group, points))) {
            draw_outline(&mut svg, group, points);
        }
    }
    for (group, points) in &places {
        draw_dots(&mut svg, *group, points);
    }
    let mut taken: Vec<Rectangle> = Vec::new();
    let mine = me.and_then(|me| map.positions.get(me)).map(|place| frame.place(*place));
    if let Some(place) = mine {
        taken.push(Rectangle::around(place[0], place[1] - 7.0, text_width(&words.you).max(20.0), 36.0));
    }
    if map.stable {
        for group in &map.groups {
            let points = places.get(&Some(group.id)).map(Vec::as_slice).unwrap_or_default();
            let name = Name::new(words, group.id, &group.label, points);
            let place = name.settle(&places, &taken);
            taken.push(place);
            name.draw(&mut svg, place);
        }
    } else {
        push(
            &mut svg,
            format_args!(
                "<text class=\"om-note\" x=\"{}\" y=\"18\" text-anchor=\"middle\" fill=\"#333333\">{}</text>",
                WIDTH / 2.0,
                escaped(&words.not_stable),
            ),
        );
    }
    if let Some(place) = mine {
        draw_me(&mut svg, place, words);
    }
    svg.push_str("</svg>");
    svg
}

/// From positions on the map to units of the picture, the same scale on both axes.
struct Frame {
    middle: [f64; 2],
    scale: f64,
}

impl Frame {
    fn around(map: &OpinionMap) -> Self {
        let mut low = [f64::INFINITY; 2];
        let mut high = [f64::NEG_INFINITY; 2];
        for place in map.positions.values() {
            for axis in 0..2 {
                low[axis] = low[axis].min(place[axis]);
                high[axis] = high[axis].max(place[axis]);
            }
        }
        let room = [WIDTH - 2.0 * SIDE, HEIGHT - 2.0 * BAND];
        let fits = (0..2).map(|axis| room[axis] / (high[axis] - low[axis]).max(1e-9)).fold(f64::INFINITY, f64::min);
        if map.positions.is_empty() || !fits.is_finite() {
            return Self { middle: [0.0; 2], scale: 0.0 };
        }
        // A tiny spread is rounding, not opinion: it is not blown up.
        let scale = if fits > 1e6 { 0.0 } else { fits };
        Self { middle: [0, 1].map(|axis| (low[axis] + high[axis]) / 2.0), scale }
    }

    fn place(&self, position: [f64; 2]) -> [f64; 2] {
        let x = WIDTH / 2.0 + (position[0] - self.middle[0]) * self.scale;
        let y = HEIGHT / 2.0 - (position[1] - self.middle[1]) * self.scale;
        [x.clamp(0.0, WIDTH), y.clamp(0.0, HEIGHT)]
    }
}

type Places = BTreeMap<Option<usize>, Vec<[f64; 2]>>;

/// Where the dots of each group go; `None` for those without a group, and for everybody if groups are not stable.
fn places_by_group(map: &OpinionMap, frame: &Frame) -> Places {
    let mut places = Places::new();
    for (participant, position) in &map.positions {
        let group = map.group_of.get(participant).copied().flatten().filter(|_| map.stable);
        places.entry(group).or_default().push(frame.place(*position));
    }
    places
}

fn draw_outline(svg: &mut String, group: usize, points: &[[f64; 2]]) {
    let hull = convex_hull(&without_strays(points, STRAYS));
    let Some(([x, y], others)) = hull.split_first() else {
        return;
    };
    let mut path = format!("M{x:.0} {y:.0}");
    for [x, y] in others {
        push(&mut path, format_args!("L{x:.0} {y:.0}"));
    }
    let colour = COLOURS[group % COLOURS.len()];
    push(
        svg,
        format_args!(
            "<path class=\"om-hull om-g{group}\" d=\"{path}Z\" fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"18\" \
         stroke-linejoin=\"round\" opacity=\"0.13\"/>",
        ),
    );
}

/// All dots of a group as one path; people on the same grid point become one dot whose area grows with their number.
fn draw_dots(svg: &mut String, group: Option<usize>, points: &[[f64; 2]]) {
    let mut cells: BTreeMap<[i64; 2], u32> = BTreeMap::new();
    for point in points {
        *cells.entry(point.map(|value| (value / GRID).round() as i64)).or_default() += 1;
    }
    let mut path = String::new();
    for ([x, y], people) in &cells {
        let radius = (1.7 * f64::from(*people).sqrt()).min(7.0);
        push_dot(&mut path, group, *x as f64 * GRID, *y as f64 * GRID, radius);
    }
    let (class, colour) = match group {
        Some(group) => (format!("om-g{group}"), COLOURS[group % COLOURS.len()]),
        None => ("om-none".to_owned(), "#8c8c8c"),
    };
    push(svg, format_args!("<path class=\"om-dot {class}\" d=\"{path}\" fill=\"{colour}\" opacity=\"0.8\"/>"));
}

/// One dot: a circle, square, triangle, diamond, triangle on its head, cross, bar, post or bow tie.
fn push_dot(path: &mut String, group: Option<usize>, x: f64, y: f64, r: f64) {
    let corners: &[[f64; 2]] = match group.map(|group| group % COLOURS.len()) {
        None | Some(0) => {
            let (left, d) = (x - r, 2.0 * r);
            push(path, format_args!("M{left:.1} {y:.0}a{r:.1} {r:.1} 0 1 0 {d:.1} 0a{r:.1} {r:.1} 0 1 0 -{d:.1} 0z"));
            return;
        }
        Some(1) => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
        Some(2) => &[[0.0, -1.25], [1.15, 0.85], [-1.15, 0.85]],
        Some(3) => &[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]],
        Some(4) => &[[0.0, 1.25], [1.15, -0.85], [-1.15, -0.85]],
        Some(5) => &[
            [-0.4, -1.3],
            [0.4, -1.3],
            [0.4, -0.4],
            [1.3, -0.4],
            [1.3, 0.4],
            [0.4, 0.4],
            [0.4, 1.3],
            [-0.4, 1.3],
            [-0.4, 0.4],
            [-1.3, 0.4],
            [-1.3, -0.4],
            [-0.4, -0.4],
        ],
        Some(6) => &[[-1.4, -0.55], [1.4, -0.55], [1.4, 0.55], [-1.4, 0.55]],
        Some(7) => &[[-0.55, -1.4], [0.55, -1.4], [0.55, 1.4], [-0.55, 1.4]],
        _ => &[[-1.2, -1.0], [1.2, 1.0], [1.2, -1.0], [-1.2, 1.0]],
    };
    for (index, [across, down]) in corners.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        push(path, format_args!("{command}{:.1} {:.1}", x + across * r, y + down * r));
    }
    path.push('z');
}

#[derive(Clone, Copy)]
struct Rectangle {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Rectangle {
    fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { left: x - width / 2.0, top: y - height / 2.0, width, height }
    }

    fn inside(mut self) -> Self {
        self.left = self.left.clamp(2.0, (WIDTH - 2.0 - self.width).max(2.0));
        self.top = self.top.clamp(2.0, (HEIGHT - 2.0 - self.height).max(2.0));
        self
    }

    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        x > self.left && x < self.left + self.width && y > self.top && y < self.top + self.height
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.left + other.width && other.left < self.left + self.width && self.top < other.top + other.height && other.top < self.top + self.height
    }
}

/// A group's letter and what it says.
struct Name<'a> {
    group: usize,
    label: &'a str,
    lines: Vec<String>,
    /// The group's outline: left, right, top, bottom.
    edges: [f64; 4],
}

impl<'a> Name<'a> {
    fn new(words: &SvgWords, group: usize, label: &'a str, points: &[[f64; 2]]) -> Self {
        let mut lines = vec![format!("{} {}", words.group, group_letter(group))];
        if lines[0] != label {
            lines.extend(wrapped(label, LETTERS, 2));
        }
        let mut edges = [WIDTH, 0.0, HEIGHT, 0.0];
        for [x, y] in without_strays(points, STRAYS) {
            edges = [edges[0].min(x), edges[1].max(x), edges[2].min(y), edges[3].max(y)];
        }
        Self { group, label, lines, edges }
    }

    /// Above the outline, below it, or across it, where the name covers the fewest dots, those of other groups above all, and
    /// no other name.
    fn settle(&self, places: &Places, taken: &[Rectangle]) -> Rectangle {
        let widest = self.lines.iter().map(|line| text_width(line)).fold(0.0, f64::max) + 24.0;
        let height = LINE * self.lines.len() as f64 + 4.0;
        let [left, right, top, bottom] = self.edges;
        let (highest, lowest) = (top - 10.0 - height / 2.0, bottom + 10.0 + height / 2.0);
        let mut best: Option<(f64, Rectangle)> = None;
        for step in 0..=60 {
            let y = highest + (lowest - highest) * f64::from(step) / 60.0;
            let place = Rectangle::around((left + right) / 2.0, y, widest, height).inside();
            let mut cost = 0.0;
            for (group, points) in places {
                let weight = if *group == Some(self.group) { 1.0 } else { 3.0 };
                cost += weight * points.iter().filter(|point| place.holds(**point)).count() as f64;
            }
            cost += 1e6 * taken.iter().filter(|other| other.meets(&place)).count() as f64;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, place));
            }
        }
        best.map_or_else(|| Rectangle::around(WIDTH / 2.0, HEIGHT / 2.0, widest, height), |(_, place)| place)
    }

    fn draw(&self, svg: &mut String, place: Rectangle) {
        let group = self.group;
        let middle = place.left + place.width / 2.0;
        let mut mark = String::new();
        let beside = middle - text_width(&self.lines[0]) / 2.0 - 8.0;
        push_dot(&mut mark, Some(group), beside, (place.top + LINE - 5.0).round(), 4.5);
        let colour = COLOURS[group % COLOURS.len()];
        push(svg, format_args!("<path class=\"om-dot om-g{group}\" d=\"{mark}\" fill=\"{colour}\" stroke=\"#ffffff\"/>"));
        push(
            svg,
            format_args!(
                "<text class=\"om-label om-g{group}\" text-anchor=\"middle\" fill=\"#1a1a1a\" stroke=\"#ffffff\" stroke-width=\"3\" \
                 stroke-linejoin=\"round\" paint-order=\"stroke\"><title>{}</title>",
                escaped(self.label),
            ),
        );
        for (index, line) in self.lines.iter().enumerate() {
            let weight = if index == 0 { " font-weight=\"bold\"" } else { "" };
            let y = place.top + LINE * (index as f64 + 1.0) - 1.0;
            push(svg, format_args!("<tspan x=\"{middle:.0}\" y=\"{y:.0}\"{weight}>{}</tspan>", escaped(line)));
        }
        svg.push_str("</text>");
    }
}

fn draw_me(svg: &mut String, [x, y]: [f64; 2], words: &SvgWords) {
    let text_y = if y < 24.0 { y + 22.0 } else { y - 12.0 };
    let half = text_width(&words.you) / 2.0 + 3.0;
    let text_x = x.clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
    push(
        svg,
        format_args!(
            "<g class=\"om-me\"><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"5\"/>\
         <circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8\" fill=\"none\" stroke=\"#000000\" stroke-width=\"2\"/>\
         <circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#000000\"/>\
         <text x=\"{text_x:.0}\" y=\"{text_y:.0}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"#000000\" \
         stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text></g>",
            escaped(&words.you),
        ),
    );
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = text.write_fmt(arguments);
}
