//! What is handed to the council: a document that never changes, with everything in it, and the same on paper.

use chrono::{DateTime, NaiveDate, Utc};
use samskab_platform::clock::hex;
use samskab_platform::words::Lang;
use samskab_platform::{Error, Page, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::stance::{Stance, Tally};
use crate::texts::Texts;

/// The layout of the paper.
pub(crate) const LAYOUT: &str = include_str!("../templates/submission.typ");

/// A submission. Its fields are written in this order, so that the same submission always has the same digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Document {
    /// Says what the file is to whoever finds it: `samskab-submission`.
    pub(crate) format: String,
    /// Of the format.
    pub(crate) format_version: u32,
    pub(crate) municipality: String,
    pub(crate) space: SpacePart,
    pub(crate) number: i64,
    pub(crate) submitted_at: DateTime<Utc>,
    pub(crate) submitted_by: String,
    pub(crate) answer_by: Option<NaiveDate>,
    pub(crate) recommendations: Vec<Item>,
}

/// The space it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SpacePart {
    pub(crate) title: String,
    pub(crate) address: String,
    /// The frame in one sentence.
    pub(crate) frame: String,
    /// The body it works for.
    pub(crate) under: String,
}

/// A recommendation as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) version: i64,
    #[serde(flatten)]
    pub(crate) texts: Texts,
    pub(crate) sources: Vec<SourcePart>,
    pub(crate) stances: Vec<StancePart>,
    /// Members who have not said where they stand.
    pub(crate) silent: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SourcePart {
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) address: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StancePart {
    pub(crate) name: String,
    pub(crate) stance: String,
    pub(crate) statement: String,
}

impl StancePart {
    pub(crate) fn stance(&self) -> Stance {
        Stance::of(&self.stance).unwrap_or(Stance::Abstains)
    }
}

impl Item {
    pub(crate) fn tally(&self) -> Tally {
        Tally::of(self.stances.iter().map(StancePart::stance))
    }

    /// What was said by those who said something, the minority first.
    pub(crate) fn statements(&self) -> Vec<&StancePart> {
        let mut said: Vec<&StancePart> = self.stances.iter().filter(|s| !s.statement.is_empty()).collect();
        said.sort_by_key(|s| match s.stance() {
            Stance::Against => 0,
            Stance::Abstains => 1,
            Stance::For => 2,
        });
        said
    }
}

impl Document {
    /// The document as it is kept, and its SHA-256.
    pub(crate) fn sealed(&self) -> Result<(String, String)> {
        let text = serde_json::to_string_pretty(self)?;
        let digest = hex(&Sha256::digest(text.as_bytes()));
        Ok((text, digest))
    }

    /// Reads a document that is kept.
    pub(crate) fn read(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }

    /// The numbers in it.
    pub(crate) fn numbers(&self) -> Vec<i64> {
        self.recommendations.iter().map(|r| r.number).collect()
    }
}

/// `9 støtter, 1 støtter ikke, 2 undlader`.
pub(crate) fn tally_line(page: &Page, tally: &Tally) -> String {
    page.t3("stance-tally", "for", tally.favour, "against", tally.against, "abstain", tally.abstain)
}

/// What the paper says, in Danish whoever asks: it is for the council's files.
pub(crate) fn values(page: &Page, document: &Document, digest: &str) -> serde_json::Value {
    let mut page = page.clone();
    page.lang = Lang::Da;
    let items: Vec<_> = document
        .recommendations
        .iter()
        .map(|r| {
            let tally = r.tally();
            let statements: Vec<_> = r
                .statements()
                .iter()
                .map(|s| {
                    let word = if s.stance() == Stance::Against { "stance-minority" } else { "stance-said" };
                    serde_json::json!({ "head": page.t1(word, "name", &s.name), "stance": page.t(s.stance().word()), "text": s.statement, "minority": s.stance() == Stance::Against })
                })
                .collect();
            let names = |stance: Stance| r.stances.iter().filter(|s| s.stance() == stance).map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ");
            let sides: Vec<_> = Stance::ALL.into_iter().map(|s| (page.t(s.word()), names(s))).filter(|(_, names)| !names.is_empty()).collect();
            serde_json::json!({
                "number": r.number,
                "title": r.texts.title,
                "text": r.texts.text,
                "reason": r.texts.reason,
                "tally": if tally.all() == 0 { page.t("stance-none") } else { tally_line(&page, &tally) },
                "sides": sides,
                "silent": if tally.all() > 0 && r.silent > 0 { page.t1("stance-silent", "n", r.silent) } else { String::new() },
                "statements": statements,
                "sources": r.sources.iter().map(|s| serde_json::json!({ "kind": kind_word(&page, &s.kind), "title": s.title })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut facts = vec![
        (page.t("submission-handed"), page.date_of(&document.submitted_at)),
        (page.t("submission-by"), document.submitted_by.clone()),
        (page.t("submission-count"), document.recommendations.len().to_string()),
    ];
    if let Some(date) = document.answer_by {
        facts.push((page.t("submission-answer-by"), page.date(&date)));
    }
    serde_json::json!({
        "title": document.space.title,
        "subtitle": page.t1("submission-subtitle", "number", document.number),
        "sender": document.municipality,
        "under": if document.space.under.is_empty() { String::new() } else { page.t1("space-under", "name", &document.space.under) },
        "date": page.date_of(&document.submitted_at),
        "frame": document.space.frame,
        "frame_head": page.t("submission-frame"),
        "facts": facts,
        "contents": page.t("submission-contents"),
        "number_head": page.t("submission-number"),
        "item_head": page.t("recommendations-one"),
        "support_head": page.t("stance-title"),
        "text_head": page.t("recommendations-the-text"),
        "reason_head": page.t("recommendations-the-reason"),
        "sources_head": page.t("sources-title"),
        "items": items,
        "seal_head": page.t("submission-seal-title"),
        "seal": page.t("submission-seal"),
        "digest": digest,
        "address": document.space.address,
        "page": page.t("submission-page"),
        "of": page.t("submission-of"),
    })
}

/// What a kind of thing is called, where it has a word.
pub(crate) fn kind_word(page: &Page, kind: &str) -> String {
    let word = format!("search-kind-{kind}");
    if page.app().words.has(page.lang, &word) { page.t(&word) } else { String::new() }
}

/// The paper: PDF/A-2a and PDF/UA-1. It takes a moment of work, so it is done where blocking is allowed.
pub(crate) async fn paper(values: serde_json::Value, at: DateTime<Utc>) -> Result<Vec<u8>> {
    let made = tokio::task::spawn_blocking(move || samskab_print::pdf(LAYOUT, &values, at)).await;
    made.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| Error::Internal(e.to_string()))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn document(title: &str, statement: &str) -> Document {
        let stance = |name: &str, stance: Stance, statement: &str| StancePart { name: name.into(), stance: stance.key().into(), statement: statement.into() };
        Document {
            format: "samskab-submission".into(),
            format_version: 1,
            municipality: "Prøveby Kommune".into(),
            space: SpacePart {
                title: "Ungepolitik".into(),
                address: "https://a.example/forloeb/u".into(),
                frame: "Alt er åbent.".into(),
                under: String::new(),
            },
            number: 1,
            submitted_at: DateTime::UNIX_EPOCH,
            submitted_by: "Sille".into(),
            answer_by: None,
            recommendations: vec![Item {
                id: Uuid::nil(),
                number: 1,
                version: 2,
                texts: Texts::new(title, "Bussen kører oftere.", "Mange venter."),
                sources: vec![],
                stances: vec![stance("Mads", Stance::For, "Godt."), stance("Ida", Stance::Against, statement)],
                silent: 1,
            }],
        }
    }

    #[test]
    fn a_minority_is_heard_first() {
        let one = document("Bus 12", "Nej.");
        assert_eq!(one.recommendations[0].statements().iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Ida", "Mads"]);
        assert_eq!(one.recommendations[0].tally(), Tally { favour: 1, against: 1, abstain: 0 });
    }

    proptest! {
        #[test]
        fn a_document_is_read_back_whole_and_any_other_has_another_seal(title in ".{1,40}", other in ".{1,40}", said in ".{0,40}") {
            let one = document(&title, &said);
            let (text, digest) = one.sealed().expect("it can be written");
            prop_assert_eq!(Document::read(&text).expect("it can be read"), one);
            let (_, second) = document(&other, &said).sealed().expect("it can be written");
            prop_assert_eq!(digest == second, title == other);
        }
    }
}
