//! The templates with samples.

use askama::Template;
use chrono::NaiveDate;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Page};

use crate::index::{Access, Document, FORMAT, Index, LeftOut, SpacePart};
use crate::pages::{ArchivePage, Group, IndexPage};

fn document(title: &str, kind: &str, media_type: &str, access: Access) -> Document {
    Document {
        path: format!("dokumenter/2026-03-14 {title}.pdf"),
        title: title.into(),
        kind: kind.into(),
        date: NaiveDate::default(),
        media_type: media_type.into(),
        bytes: 2_400_000,
        sha256: "9f".repeat(32),
        access,
        ground: String::new(),
        about: None,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let full = |last| ArchivePage {
        page: page.clone(),
        groups: vec![Group {
            word: "record-minutes",
            lines: vec![("<Møde 2> – referat".into(), "14. marts 2026".into(), false), ("Lukket".into(), "i dag".into(), true)],
        }],
        working_groups: vec!["<Bus>".into()],
        left_out: vec![("Møde 3 – referat".into(), "i dag".into(), "Det er et udkast.".into())],
        entries: 312,
        closed: 1,
        weight: "3 MB".into(),
        last,
    };
    let empty = ArchivePage {
        page: page.clone(),
        groups: vec![],
        working_groups: vec![],
        left_out: vec![],
        entries: 1,
        closed: 0,
        weight: String::new(),
        last: Some(("I dag".into(), "Sille".into(), None)),
    };
    let index = Index {
        format: FORMAT.into(),
        program: "Samskab".into(),
        municipality: page.municipality.clone(),
        made_at: page.now,
        made_by: "<Sille>".into(),
        space: SpacePart {
            id: uuid::Uuid::nil(),
            title: "Ungepolitik".into(),
            address: "https://a.example".into(),
            recipe: "task_committee".into(),
            created_at: page.now,
            closed_at: None,
        },
        journals: vec![],
        left_out: vec![LeftOut { title: "Møde 3".into(), kind: "minutes".into(), date: NaiveDate::default(), reason: "Det er et udkast.".into() }],
        documents: vec![
            document("Møde 2 – referat", "minutes", "application/pdf", Access::Open),
            document("Kort", "file", "image/png", Access::Open),
            document("Lukkede punkter", "closed", "application/pdf", Access::Closed),
        ],
    };
    vec![
        ("archive", full(Some(("I går".into(), "Sille".into(), Some("9f".repeat(32))))).render()),
        ("archive, never", full(None).render()),
        ("archive, empty", empty.render()),
        ("archive_index", IndexPage::of(page.clone(), &index, &["record-minutes"], &[("arbejdsgrupper/bus/", "Bussen <x>")]).render()),
    ]
}
