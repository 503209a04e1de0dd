//! Every template of the desk rendered with samples.

use askama::Template;
use samskab_platform::held::Held;
use samskab_platform::screen::{Allowed, find};
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page, screen_page};
use uuid::Uuid;

use crate::allowed_pages::AllowedPage;
use crate::held_pages::{Field, ListPage, Look, LookPage, SpaceListPage, SpaceLookPage, Waiting};

pub(crate) fn samples(_: &App, page: &Page) -> Vec<Sample> {
    let held = |author: &str, kinds: &str| Held {
        id: Uuid::nil(),
        space_id: Uuid::nil(),
        slug: "ungepolitik".into(),
        space: "Ungepolitik <3".into(),
        author_id: (!author.is_empty()).then(Uuid::nil),
        author: author.into(),
        helper_id: None,
        act: "dialogue.state".into(),
        kinds: kinds.into(),
        at: page.now,
        decided_at: None,
    };
    let waiting = |author: &str, own| Waiting { held: held(author, "phone"), href: "/x".into(), own };
    let text = "Ring til <Karen> på 20 12 34 56";
    let hits = find(text, page.today(), &Allowed::default());
    let fields = || vec![Field { pieces: screen_page::whole(text, &hits), marked: true }, Field { pieces: vec![("Mere tekst".into(), None)], marked: false }];
    let look = |form: Form, author: &str, kinds: &str| Look {
        held: held(author, kinds),
        fields: fields(),
        form,
        decisions: vec![("through".into(), "A".into()), ("back".into(), "B".into())],
        until: page.today(),
    };
    let list = || vec![waiting("Amina <b>", false), waiting("", false), waiting("Bo", true)];
    let mut wrong = Form::default();
    wrong.wrong("decision", "Vælg");
    vec![
        ("held_list", ListPage { page: page.clone(), held: list() }.render()),
        ("held_list, empty", ListPage { page: page.clone(), held: vec![] }.render()),
        ("held_list_here", SpaceListPage { page: page.clone(), held: list() }.render()),
        ("held_look", LookPage { page: page.clone(), look: look(Form::default(), "", "cpr") }.render()),
        ("held_look, refused", LookPage { page: page.clone(), look: look(wrong.clone(), "Amina", "cpr,phone") }.render()),
        ("held_look_here", SpaceLookPage { page: page.clone(), look: look(wrong, "Amina", "cpr") }.render()),
        ("allowed", AllowedPage { page: page.clone(), form: Form::filled([("lines", "70 10 20 30".to_owned())]) }.render()),
    ]
}
