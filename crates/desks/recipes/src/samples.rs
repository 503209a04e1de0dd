//! The recipes' templates with samples.

use askama::Template;
use samskab_platform::recipe::Recipe;
use samskab_platform::{App, Form, Page};

use crate::change_pages::{CopyPage, EditPage};
use crate::check_pages::{CheckPage, Shown, TextPage, Told};
use crate::difference::{self, Line};
use crate::fields::{Preview, Rows};
use crate::form::{rearrange, to_form};
use crate::import_pages::ImportPage;
use crate::pages::{ComparePage, ListPage, RecipePage, Row, VersionsPage};
use crate::store::Version;

fn row(own: bool, retired: bool) -> Row {
    let (key, name, description) = ("task_committee".to_owned(), "Opgave<udvalg>".to_owned(), "Når byrådet vil".to_owned());
    Row { key, name, description, version: 3, used: i64::from(own), group: retired, own, retired, lacking: retired }
}

/// A recipe with one of everything changed.
fn changed(old: &Recipe) -> Recipe {
    let mut new = old.clone();
    new.da.name.push('!');
    new.da.stages.insert("dialogue".into(), "Samtalen".into());
    new.en.roles.insert("chair".into(), "Chairman".into());
    new.visibility = samskab_platform::access::Visibility::Members;
    new.tools.reverse();
    new.tools.pop();
    new.tools.push("rota".into());
    new.roles.pop();
    rearrange(&mut new, "down-0");
    rearrange(&mut new, "remove-3");
    if let Some(q) = new.questions.first_mut() {
        q.required = !q.required;
        q.da.label.push('?');
        q.en.hint.push('.');
        q.default_da.push('x');
    }
    new
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<(&'static str, Result<String, askama::Error>)> {
    let recipes = app.recipes();
    let Some(old) = recipes.all().next() else { return vec![] };
    let new = changed(old);
    let line = |kind, text: &str| Line { kind, text: text.into() };
    let lines = || vec![line("same", "a"), line("old", "<b>"), line("new", "c"), line("gap", "")];
    let (forth, back) = (difference::in_words(page, old, &new), difference::in_words(page, &new, old));
    let version = |version, author: Option<&str>| Version { version, note: "Fordi".into(), written_at: page.now, author: author.map(str::to_owned) };
    let compare = |changes: Vec<String>, lines, back: Option<&str>| {
        let (from, to) = ("Udgave 1".to_owned(), "Udgave 2".to_owned());
        ComparePage { page: page.clone(), key: "x".into(), name: "X".into(), from, to, changes, lines, back: back.map(str::to_owned) }.render()
    };
    let mut form = to_form(&new);
    let rows = Rows::of(app, page, &mut form, &new);
    for field in rows.order() {
        form.wrong(&field, "Det mangler");
    }
    let mut wrong = Form::default();
    for field in ["file", "text", "note", "name_da"] {
        wrong.wrong(field, "Det mangler");
    }
    let told = vec![Told {
        line: 2,
        said: "Skriv et tal".into(),
        around: vec![Shown { number: 2, text: "version = \"<x>\"".into(), marked: true }, Shown { number: 3, text: "x".into(), marked: false }],
    }];
    let text = |key: Option<&str>, told| TextPage { page: page.clone(), form: wrong.clone(), key: key.map(str::to_owned), action: "/".into(), told }.render();
    let check = |key: Option<&str>, against: Option<&str>, by_form| {
        let (key, against) = (key.map(str::to_owned), against.map(str::to_owned));
        CheckPage {
            page: page.clone(),
            form: wrong.clone(),
            key,
            action: "/".into(),
            against,
            changes: forth.clone(),
            lines: lines(),
            preview: Preview::of(page, &new),
            by_form,
        }
        .render()
    };
    let empty = Recipe { questions: vec![], ..new.clone() };
    vec![
        ("recipes", ListPage { page: page.clone(), rows: vec![row(true, false), row(false, true)] }.render()),
        ("recipe", RecipePage { page: page.clone(), row: row(true, false), preview: Preview::of(page, &new), differs_from_program: true }.render()),
        ("recipe, retired", RecipePage { page: page.clone(), row: row(false, true), preview: Preview::of(page, &empty), differs_from_program: false }.render()),
        (
            "recipe_versions",
            VersionsPage {
                page: page.clone(),
                key: "x".into(),
                name: "X".into(),
                versions: vec![version(3, Some("Ida")), version(2, Some("")), version(1, None)],
                from_file: None,
            }
            .render(),
        ),
        ("recipe_versions, none", VersionsPage { page: page.clone(), key: "x".into(), name: "X".into(), versions: vec![], from_file: Some(1) }.render()),
        ("recipe_compare", compare(back, lines(), Some("1"))),
        ("recipe_compare, same", compare(vec![], vec![], None)),
        ("recipe_compare, only the text", compare(vec![], lines(), None)),
        ("recipe_copy", CopyPage { page: page.clone(), form: wrong.clone(), key: "x".into(), name: "X".into() }.render()),
        ("recipe_edit", EditPage { page: page.clone(), form, key: "x".into(), name: "X".into(), rows, used: 2 }.render()),
        ("recipe_text", text(Some("x"), told)),
        ("recipe_text, taken in", text(None, vec![])),
        ("recipe_check", check(Some("x"), Some("Opgaveudvalg, udgave 1"), true)),
        ("recipe_check, taken in", check(None, None, false)),
        ("recipe_import", ImportPage { page: page.clone(), form: wrong.clone() }.render()),
    ]
}
