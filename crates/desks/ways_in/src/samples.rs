//! Each template with samples.

use askama::Template;
use samskab_platform::assurance::Assurance;
use samskab_platform::session::Session;
use samskab_platform::tool::Sample;
use samskab_platform::{App, Form, Page};
use uuid::Uuid;

use crate::account_pages::{CodesPage, WaysPage};
use crate::admin_pages::{AdminPage, Shown};
use crate::again_pages::AgainPage;
use crate::code_pages::{CodePage, JoinPage};
use crate::letter_pages::{LettersPage, Sheet, print_page};
use crate::level_pages::LevelPage;
use crate::openid_pages::{ProveAddress, WhoAreYou};
use crate::sign_in_pages::{Ask, Code, SignedOut};
use crate::store::{Bundle, Identity, PasskeyRow, Somebody};

fn wrong(field: &str) -> Form {
    let mut form = Form::filled([(field, "<x>".to_owned())]);
    form.wrong(field, "Skriv noget");
    form
}

fn ask(page: &Page, full: bool) -> Ask {
    let buttons = |name: &str| if full { vec![(name.to_owned(), name.to_lowercase())] } else { vec![] };
    let text = |text: &str| if full { text.to_owned() } else { String::new() };
    Ask {
        page: page.clone(),
        form: if full { wrong("email") } else { Form::default() },
        passkeys: full,
        citizens: buttons("MitID"),
        staff: buttons("Kommunen"),
        help_phone: text("12 34 56 78"),
        help_place: text("Rådhuset\nTorvet 1"),
    }
}

fn ways(page: &Page, full: bool) -> WaysPage {
    let (id, now) = (Uuid::nil(), page.now);
    let session = |way: &str, assurance| Session { id, way: way.into(), assurance, device: "Firefox · Windows".into(), created_at: now, seen_at: Some(now) };
    let passkey = PasskeyRow { id, name: "<Telefon>".into(), backed_up: true, assurance: Assurance::Substantial, created_at: now, used_at: None };
    let identity = Identity { id, provider: "mitid".into(), label: "Ida".into(), used_at: now };
    WaysPage {
        page: page.clone(),
        email: full.then(|| "ida@borger.example".to_owned()),
        passkeys_possible: full,
        passkeys: if full { vec![passkey] } else { vec![] },
        identities: if full { vec![(identity, "MitID".into())] } else { vec![] },
        others: if full { vec![("Kommunen".into(), "kommune".into())] } else { vec![] },
        recovery_left: if full { 8 } else { 0 },
        sessions: ["mail", "passkey", "letter", "recovery", "invitation", "demo", "gone"].map(|way| session(way, Assurance::Low)).to_vec(),
        here: full.then_some(id),
    }
}

fn admin(page: &Page, full: bool) -> AdminPage {
    let shown = |check| Shown {
        name: "MitID".into(),
        issuer: "https://login.example".into(),
        staff: false,
        reaches: Assurance::High.key(),
        roles: "groups = admin → Administrator".into(),
        trusts_email: false,
        people: 3,
        check,
    };
    AdminPage {
        page: page.clone(),
        form: if full { wrong("phone") } else { Form::default() },
        figures: (4, 3, 2, 1, 0),
        mail: full,
        passkeys: full,
        base_url: "http://127.0.0.1:8080".into(),
        return_address: "http://127.0.0.1:8080/log-ind/retur".into(),
        invitation_days: 30,
        session_days: 30,
        providers: if full { vec![shown(None), shown(Some(Ok(true))), shown(Some(Ok(false))), shown(Some(Err("<nej>".into())))] } else { vec![] },
    }
}

/// Each template with samples, also the empty and the refused one.
pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let (id, now) = (Uuid::nil(), page.now);
    let bundle = Bundle {
        id,
        space: "<Ungepolitik>".into(),
        role: Some("member".into()),
        note: "Bakkehuset".into(),
        made_by: "Lise".into(),
        made_at: now,
        expires_at: now + chrono::Duration::days(9),
        letters: 10,
        used: 2,
    };
    let choice = |value: &str| vec![(value.to_owned(), value.to_owned())];
    let letters = |bundles: Vec<Bundle>, full: bool| LettersPage {
        page: page.clone(),
        form: if full { wrong("many") } else { Form::default() },
        spaces: if full { choice("x") } else { vec![] },
        roles: choice("none"),
        days: choice("60"),
        bundles,
    };
    let sheet = Sheet { code: "7KPM-2QXD-94TC".into(), picture: "<svg></svg>".into() };
    let print = print_page(app, page.clone(), vec![sheet], now);
    let who = |here: Option<&str>| WhoAreYou {
        page: page.clone(),
        form: wrong("email"),
        provider: "MitID".into(),
        name: "<Ida>".into(),
        here: here.map(str::to_owned),
    };
    let join = |here: Option<&str>| JoinPage {
        page: page.clone(),
        form: wrong("name"),
        title: "<Bakkehuset>".into(),
        sentence: "Et hus".into(),
        role: "Medlem".into(),
        here: here.map(str::to_owned),
    };
    let somebody = Somebody { id, name: "<Ida>".into(), created_at: now };
    vec![
        ("sign_in", ask(page, true).render()),
        ("sign_in, only mail", ask(page, false).render()),
        ("sign_in_code", Code { page: page.clone(), form: wrong("code") }.render()),
        ("signed_out", SignedOut { page: page.clone(), name: "MitID".into(), address: "https://login.example/ud".into() }.render()),
        ("who_are_you", who(None).render()),
        ("who_are_you, signed in", who(Some("Ida")).render()),
        ("prove_address", ProveAddress { page: page.clone(), form: wrong("code") }.render()),
        ("ways", ways(page, true).render()),
        ("ways, few", ways(page, false).render()),
        ("recovery_codes", CodesPage { page: page.clone(), codes: vec!["7KPM-2QXD-94TC".into()], address: "x.example/kode".into() }.render()),
        ("code", CodePage { page: page.clone(), form: wrong("code") }.render()),
        ("join", join(None).render()),
        ("join, signed in", join(Some("Ida")).render()),
        ("letters", letters(vec![bundle], true).render()),
        ("letters, no spaces", letters(vec![], false).render()),
        ("letters_print", print.render()),
        ("let_in_again", AgainPage { page: page.clone(), q: "ida".into(), found: vec![somebody] }.render()),
        ("let_in_again, nobody", AgainPage { page: page.clone(), q: "ida".into(), found: vec![] }.render()),
        ("sign_in_admin", admin(page, true).render()),
        ("sign_in_admin, bare", admin(page, false).render()),
        ("level", LevelPage { page: page.clone(), form: wrong("level"), levels: choice("low"), beyond: true }.render()),
    ]
}
