//! Every template of the desk rendered with samples.

use askama::Template;
use samskab_platform::held::Held;
use samskab_platform::screen::{Allowed, find};
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page, screen_page};
use uuid::Uuid;

use crate::allowed_pages::AllowedPage;
use crate::held_pages::{Field, ListPage, LookPage, Waiting};

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let held = |author: &str, kinds: &str| Held {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        slug: "ungepolitik".into(),
        space: "Ungepolitik <3".into(),
        author_id: None,
        author: author.into(),
        helper_id: None,
        act: "dialogue.state".into(),
        kinds: kinds.into(),
        at: page.now,
        decided_at: None,
    };
    let crumb = || ("/forloeb/ungepolitik".to_owned(), "Ungepolitik".to_owned());
    let waiting = |author: &str, own| Waiting { held: held(author, "phone"), href: "/x".into(), own };
    let text = "Ring til <Karen> på 20 12 34 56";
    let hits = find(text, page.today(), &Allowed::default());
    let fields = || vec![Field { pieces: screen_page::whole(text, &hits), marked: true }, Field { pieces: vec![("Mere tekst".into(), None)], marked: false }];
    let look = |form: Form, kinds: &str| LookPage {
        page: page.clone(),
        held: held("Amina", kinds),
        fields: fields(),
        form,
        decisions: vec![("through".into(), "A".into()), ("back".into(), "B".into())],
        crumb: crumb(),
        until: page.today(),
    };
    let mut wrong = Form::default();
    wrong.wrong("decision", "Vælg");
    vec![
        (
            "held_list",
            ListPage { page: page.clone(), held: vec![waiting("Amina <b>", false), waiting("", false), waiting("Bo", true)], crumb: crumb() }.render(),
        ),
        ("held_list, empty", ListPage { page: page.clone(), held: vec![], crumb: crumb() }.render()),
        ("held_look", look(Form::default(), "cpr").render()),
        ("held_look, refused", look(wrong, "cpr,phone").render()),
        ("allowed", AllowedPage { page: page.clone(), form: Form::filled([("lines", "70 10 20 30".to_owned())]) }.render()),
    ]
}
