//! Texts with a little form: headings, lists, links, emphasis, written in Markdown (CommonMark).
//!
//! What is written is first turned into HTML without anything that was HTML already, then cleaned against a short list of
//! what may stay: two locks, so that a fault in one of them is not a hole. Pictures are left out: they would be fetched
//! from strangers' servers.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// HTML that is safe to show as it is. The only thing a template may pass to `|safe`; there is no other way to make one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rich(String);

impl Rich {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Rich {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What may stay.
static CLEAN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut clean = Builder::empty();
    clean
        .tags(HashSet::from(["p", "br", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "hr"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .clean_content_tags(HashSet::from(["script", "style"]))
        .link_rel(Some("noopener nofollow"));
    clean
});

/// Markdown as HTML. Headings become `h3` and `h4`: they stand inside a page that has its own; a single line break is one.
#[must_use]
pub fn html(text: &str) -> Rich {
    let events = Parser::new_ext(text, Options::empty()).filter_map(|event| match event {
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        // Tags somebody typed are shown as they were typed.
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading { level: inside(level), id: None, classes: vec![], attrs: vec![] })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(inside(level)))),
        Event::SoftBreak => Some(Event::HardBreak),
        event => Some(event),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    Rich(CLEAN.clean(&out).to_string())
}

fn inside(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H4,
    }
}

/// The words of a text without their form, for search and for the screening of what becomes public: a line for each paragraph
/// and each point of a list.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            // What was typed as a tag is text (see `html`).
            Event::Html(raw) | Event::InlineHtml(raw) => out.push_str(&raw),
            // The end of something inside a line is no gap between words.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::End(_) if !out.ends_with('\n') && !out.is_empty() => out.push('\n'),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{html, plain};
    use proptest::prelude::*;

    #[test]
    fn a_little_form_is_shown() {
        let shown = |text: &str| html(text).to_string();
        assert_eq!(shown("# Stor\n\n#### Lille"), "<h3>Stor</h3>\n<h4>Lille</h4>\n");
        assert_eq!(shown("a\nb"), "<p>a<br>\nb</p>\n");
        assert_eq!(shown("*let* og **fed**"), "<p><em>let</em> og <strong>fed</strong></p>\n");
        assert_eq!(shown("- en\n- to"), "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n");
        assert_eq!(shown("3. tre"), "<ol start=\"3\">\n<li>tre</li>\n</ol>\n");
        assert_eq!(shown("[by](https://by.dk)"), "<p><a href=\"https://by.dk\" rel=\"noopener nofollow\">by</a></p>\n");
        assert_eq!(shown("[her](/om)"), "<p><a href=\"/om\" rel=\"noopener nofollow\">her</a></p>\n");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn nothing_that_runs_or_is_fetched_gets_through() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![billede](https://spion.example/x.png)",
            "[klik](javascript:alert(1))",
            "[klik](JaVaScRiPt:alert(1))",
            "[klik](data:text/html;base64,PHNjcmlwdD4=)",
            "[klik](vbscript:x)",
            "<a href=\"javascript:alert(1)\" onclick=\"x()\">a</a>",
            "<div style=\"background:url(//spion)\">a</div>",
            "<svg/onload=alert(1)>",
            "<iframe src=//spion></iframe>",
            "# <b onmouseover=x>h</b>",
        ] {
            let shown = html(text).to_string();
            let tags: Vec<&str> = shown.split('<').skip(1).map(|t| t.split(['>', ' ']).next().unwrap_or("")).collect();
            assert!(tags.iter().all(|t| ["p", "/p", "h3", "/h3", "a", "/a", "br"].contains(t)), "{text}: {shown}");
            // What stands between real brackets; typed tags are text, with `&lt;`.
            let inside = shown.split('<').skip(1).filter_map(|t| t.split('>').next()).collect::<Vec<_>>().join(" ").to_lowercase();
            for bad in ["javascript", "vbscript", "data:", "onclick", "onerror", "onload", "style", "src"] {
                assert!(!inside.contains(bad), "{text}: {shown}");
            }
        }
        assert_eq!(html("<b>fed</b>").to_string(), "<p>&lt;b&gt;fed&lt;/b&gt;</p>\n", "tags are shown as they were typed");
    }

    #[test]
    fn plain_words_for_search() {
        assert_eq!(plain("# Stor\n\nen *let* [by](https://by.dk)\nto\n\n- tre\n- fire"), "Stor\nen let by\nto\ntre\nfire");
        assert_eq!(plain("20**12**34*56* og k&#97;ren@by.dk"), "20123456 og karen@by.dk", "as it is read, not as it is written");
        assert_eq!(plain("1. 20\n2. 30"), "20\n30");
        assert_eq!(plain("en <b>bænk</b>"), "en <b>bænk</b>");
    }

    /// The tags of some HTML: name, and attributes as written.
    fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
        let mut all = vec![];
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or("");
            let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
            let mut attributes = vec![];
            while let Some((attribute, after)) = rest.split_once("=\"") {
                let (value, after) = after.split_once('"').unwrap_or((after, ""));
                attributes.push((attribute.trim().to_owned(), value.to_owned()));
                rest = after;
            }
            assert!(rest.trim().is_empty(), "{html}: something beside attributes: {rest}");
            all.push((name.to_owned(), attributes));
        }
        all
    }

    /// Pieces that attacks are made of.
    const PIECES: [&str; 52] = [
        "[klik](",
        ")",
        "[",
        "]",
        "](",
        "![",
        "<",
        ">",
        "\"",
        "'",
        "\n",
        "\t",
        " ",
        "\0",
        "&#106;",
        "&colon;",
        "&#x0A;",
        "&Tab;",
        "&lt;",
        "javascript:",
        "JaVaScRiPt:",
        "java\nscript:",
        "vbscript:",
        "data:text/html;base64,",
        "blob:",
        "file:///",
        "ftp://",
        "//spion.example",
        "https://by.dk",
        "/om",
        "mailto:",
        "tel:",
        "alert(1)",
        "<script>",
        "</script>",
        "<img src=x onerror=",
        "<svg/onload=",
        "<a href=",
        "<iframe src=",
        "<style>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "onclick=\"x()\"",
        "style=\"x\"",
        "`",
        "~~~",
        "*",
        "# ",
        "- ",
        "[x]: javascript:alert(1)\n\n[x]",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_text_gets_a_script_a_handler_or_a_foreign_scheme_through(parts in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..14)) {
            let text = parts.concat();
            let shown = html(&text).to_string();
            for (name, attributes) in tags(&shown) {
                for (attribute, value) in attributes {
                    let place = (name.as_str(), attribute.as_str());
                    prop_assert!([("a", "href"), ("a", "rel"), ("ol", "start")].contains(&place), "{:?}: {}", text, shown);
                    if attribute == "href" {
                        // As a browser reads it: without signs it skips. A scheme is letters, digits, + - . before a colon (RFC 3986, 3.1).
                        let read: String = value.replace("&amp;", "&").chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
                        let is_scheme = |s: &str| s.starts_with(|c: char| c.is_ascii_alphabetic()) && s.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
                        let scheme = read.split_once(':').map(|(scheme, _)| scheme).filter(|s| is_scheme(s));
                        prop_assert!(scheme.is_none_or(|s| ["https", "http", "mailto", "tel"].contains(&s)), "{:?}: {}", text, shown);
                    }
                }
            }
        }

        #[test]
        fn only_listed_tags_come_out(text in "[a-z<>/\"'=()\\[\\]!#*`:\n &;-]{0,120}|.{0,120}") {
            let shown = html(&text).to_string();
            for tag in shown.split('<').skip(1) {
                let name = tag.trim_start_matches('/').split(['>', ' ']).next().unwrap_or("");
                prop_assert!(["p", "br", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "hr"].contains(&name), "{}", shown);
            }
        }
    }
}
