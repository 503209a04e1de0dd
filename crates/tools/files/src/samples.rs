//! The files' templates with samples.

use askama::Template;
use samskab_platform::paging::Paging;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::change_pages::{EditPage, RemovePage};
use crate::overview::{Attached, Section};
use crate::pages::{FilePage, ListPage};
use crate::store::{File, Version};
use crate::upload_pages::UploadPage;

fn file(page: &Page, kind: &str, name: &str, media_type: &str) -> File {
    File {
        id: Uuid::nil(),
        kind: kind.into(),
        title: "Referat <3. marts>".into(),
        alt: if kind == "image" { "Tyve mennesker om et langbord".into() } else { String::new() },
        decorative: false,
        object_kind: None,
        object_id: None,
        sealed: false,
        version: 2,
        changed_at: page.now,
        name: name.into(),
        media_type: media_type.into(),
        width: (kind == "image").then_some(4_000),
        height: (kind == "image").then_some(3_000),
        uploaded_by: Uuid::nil(),
        uploader: "Ida".into(),
        bytes: 1_234_567,
    }
}

pub(crate) fn samples(_: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let picture = file(page, "image", "bord.jpg", "image/jpeg");
    let nobody = File { uploader: String::new(), bytes: 900, ..file(page, "document", "referat.docx", "application/x") };
    let files = vec![picture.clone(), nobody.clone()];
    let version = |n, uploader: &str| Version { version: n, name: "bord.jpg".into(), uploaded_at: page.now, uploader: uploader.into(), bytes: 12 };
    let mut wrong = Form::filled([("title", "Bord".to_owned()), ("til", "commitment:1".to_owned())]);
    wrong.wrong("file", "Vælg en fil");
    wrong.wrong("alt", "Beskriv billedet");
    let mut alt_only = Form::default();
    alt_only.wrong("alt", "Beskriv billedet");
    let upload = |form: &Form, file: Option<File>, open| {
        let belongs = file.is_none().then(|| ("Aftale".to_owned(), "/".to_owned()));
        UploadPage { page: page.clone(), form: form.clone(), file, belongs, action: "/".into(), most_mb: 20, open }.render()
    };
    let list = |files: Vec<File>, all| {
        let paging = Paging::new("/", &[], Some(2), usize::try_from(all).unwrap_or(0), 24);
        ListPage { page: page.clone(), files, all, paging, may_add: true }.render()
    };
    let one = |file: &File, versions, is_cover| {
        let belongs = Some(("Aftale".to_owned(), "/".to_owned()));
        FilePage { page: page.clone(), file: file.clone(), versions, belongs, may_change: true, may_cover: file.is_image(), is_cover }.render()
    };
    let mut all = vec![
        ("files", list(files.clone(), 50)),
        ("files, empty", list(vec![], 0)),
        ("file", one(&picture, vec![version(2, "Ida"), version(1, "")], true)),
        ("file, document", one(&nobody, vec![version(1, "Ida")], false)),
        ("file, decorative", one(&File { decorative: true, alt: String::new(), ..picture.clone() }, vec![], false)),
        ("file_upload", upload(&Form::default(), None, true)),
        ("file_upload, refused", upload(&wrong, None, false)),
        ("file_upload, replace", upload(&alt_only, Some(picture.clone()), false)),
        ("file_edit", EditPage { page: page.clone(), form: wrong.clone(), file: picture.clone() }.render()),
        ("file_edit, document", EditPage { page: page.clone(), form: Form::default(), file: nobody }.render()),
        ("file_remove", RemovePage { page: page.clone(), form: Form::default(), file: picture }.render()),
    ];
    if let Some(view) = &page.space {
        all.push(("files_section", Section { page, view, files: &files, more: true }.render()));
        all.push(("files_attached", Attached { page, view, files: &files, add: Some("/".into()) }.render()));
        all.push(("files_attached, empty", Attached { page, view, files: &[], add: Some("/".into()) }.render()));
    }
    all
}
