//! What stands in a message, and how it is written as text and as HTML.

use askama::Template;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::page::Page;
use crate::visitor::Visitor;
use crate::words::Lang;

/// The colour of mails where the municipality has chosen none: the one of the pages.
const COLOUR: &str = "#0f5257";

/// The parts of a message.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// `Hej Ida`.
    pub hello: String,
    /// What a digest begins with.
    #[serde(default)]
    pub intro: String,
    /// One for each space; a message about one thing has one without a title.
    pub sections: Vec<Section>,
    /// What stands below the name of the municipality.
    pub why: String,
    /// The page where one leaves; empty where one cannot.
    #[serde(default)]
    pub leave: String,
}

/// A part of a message.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The space.
    pub title: String,
    /// What happened there, newest first.
    pub lines: Vec<Line>,
}

/// One thing that happened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// In a digest: the whole of it. In a message about one thing: empty.
    pub title: String,
    /// Paragraphs.
    pub text: String,
    /// The link's words.
    pub action: String,
    /// Its address; empty where there is none.
    pub href: String,
}

impl Content {
    /// As it is stored.
    #[must_use]
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was stored; empty once the text of a message has been removed.
    #[must_use]
    pub fn read(stored: &str) -> Self {
        serde_json::from_str(stored).unwrap_or_default()
    }

    /// Plain text.
    #[must_use]
    pub fn text(&self, page: &Page) -> String {
        let mut out = vec![self.hello.clone()];
        if !self.intro.is_empty() {
            out.push(self.intro.clone());
        }
        for section in &self.sections {
            if !section.title.is_empty() {
                out.push(format!("{}\n{}", section.title, "-".repeat(section.title.chars().count())));
            }
            for line in &section.lines {
                if line.title.is_empty() {
                    out.push(line.text.clone());
                    if !line.href.is_empty() {
                        out.push(format!("{}:\n{}", line.action, line.href));
                    }
                } else {
                    out.push(format!("* {}\n  {}", line.title, line.href));
                }
            }
        }
        out.push(format!("{}\n{}", page.t("mail-goodbye"), page.municipality));
        out.push(self.why.clone());
        if !self.leave.is_empty() {
            out.push(format!("{}:\n{}", page.t("mail-leave"), self.leave));
        }
        out.retain(|part| !part.is_empty());
        out.join("\n\n") + "\n"
    }

    /// HTML, for the other half of a mail.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn html(&self, page: &Page, subject: &str) -> Result<String, askama::Error> {
        let chosen = page.app().choice("look.colour");
        let colour = chosen.as_deref().filter(|c| is_colour(c)).unwrap_or(COLOUR);
        MessageMail { page, subject, colour, content: self }.render()
    }
}

#[derive(Template)]
#[template(path = "message_mail.html")]
struct MessageMail<'a> {
    page: &'a Page,
    subject: &'a str,
    colour: &'a str,
    content: &'a Content,
}

impl Line {
    /// The paragraphs of the text, each with its lines.
    fn paragraphs(&self) -> Vec<Vec<&str>> {
        self.text.split("\n\n").map(|p| p.lines().collect()).filter(|p: &Vec<&str>| !p.is_empty()).collect()
    }
}

/// A page to say words with, for nobody in particular.
pub(crate) fn speaker(app: &App, lang: Lang) -> Page {
    Page::new(app, &Visitor::stranger(lang), String::new())
}

/// `#0f5257`: nothing else from the settings may come into a style sheet.
fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|b| b.is_ascii_hexdigit())
}

/// The mail's template with samples.
pub(crate) fn samples(page: &Page) -> Vec<crate::tool::Sample> {
    let line = Line { title: String::new(), text: "Læs <rammen>.\n\nDen er kort.".into(), action: "Læs".into(), href: "http://127.0.0.1/x".into() };
    let one = Content {
        hello: "Hej Ida".into(),
        sections: vec![Section { title: String::new(), lines: vec![line.clone()] }],
        leave: "http://127.0.0.1/afmeld/x".into(),
        ..Content::default()
    };
    let lines = vec![Line { title: "Læs rammen".into(), ..line.clone() }, Line { title: "Dialogen er åben".into(), ..line }];
    let digest = Content { intro: "To nyheder".into(), sections: vec![Section { title: "Ungepolitik".into(), lines }], ..one.clone() };
    vec![("message_mail", one.html(page, "Læs rammen")), ("message_mail, digest", digest.html(page, "To nyheder"))]
}

#[cfg(test)]
mod tests {
    use super::is_colour;

    #[test]
    fn only_a_colour_comes_into_the_style_sheet() {
        assert!(is_colour("#0f5257"));
        for wrong in ["red", "#fff", "#0f5257;}", "#0f525g", "url(x)", ""] {
            assert!(!is_colour(wrong), "{wrong}");
        }
    }
}
