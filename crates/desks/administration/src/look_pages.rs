//! The page where the municipality chooses its name, logo and colours.

use askama::Template;
use axum::extract::{Query, Request, State};
use axum::response::Response;
use samskab_platform::clock::hex;
use samskab_platform::tool::Sample;
use samskab_platform::upload::{self, FileType, Refusal, Room};
use samskab_platform::{Act, App, Form, Page, Result, Visitor, choices, desk, page};
use sha2::{Digest, Sha256};

use crate::acts::{ADMINISTRATOR, LOOK};
use crate::contrast::{self, Colour, Reading};
use crate::look::{self, Colours, Trying};
use crate::store;

/// A logo is small; this is room for a photograph of one.
const LOGO: Room = Room { file: 512_000, files: 1, text: 10_000 };

/// How one of the two colours reads.
struct Judged {
    /// `colour` or `accent`.
    name: &'static str,
    colour: Colour,
    readings: Vec<Reading>,
    /// A colour that can be read, where this one cannot.
    instead: Option<Colour>,
}

#[derive(Template)]
#[template(path = "look.html")]
struct LookPage {
    page: Page,
    names: Form,
    colours: Form,
    logo: Form,
    judged: Vec<Judged>,
    trying: bool,
    has_logo: bool,
}

impl LookPage {
    /// The table of contrasts: each use, and how each colour reads in it.
    fn rows(&self) -> Vec<(&'static str, Vec<(&'static str, &Reading)>)> {
        let uses = self.judged.first().map(|j| j.readings.iter().map(|r| r.word).collect::<Vec<_>>()).unwrap_or_default();
        uses.into_iter().enumerate().map(|(i, word)| (word, self.judged.iter().map(|j| (j.name, &j.readings[i])).collect())).collect()
    }
}

/// Which of the forms on the page came back.
enum Came {
    None,
    Names(Form),
    Colours(Form),
    Logo(Form),
}

fn judge(colours: &Colours) -> Vec<Judged> {
    let of = |name, colour| Judged {
        name,
        colour,
        readings: contrast::readings(colour),
        instead: (!contrast::can_be_read(colour)).then(|| contrast::nearest_readable(colour)),
    };
    vec![of("colour", colours.colour), of("accent", colours.accent)]
}

fn look_page(app: &App, visitor: &Visitor, came: Came, trying: Option<Colours>) -> LookPage {
    let mut page = Page::new(app, visitor, app.words.say(visitor.lang, "look-title", &[]));
    let choices = app.choices();
    let chosen = |name: &str| choices.get(name).cloned().unwrap_or_default();
    let shown = trying.or_else(|| look::colours(&choices));
    let mut names = Form::filled([("name", app.municipality()), ("contact", app.contact())]);
    let mut colours = Form::default();
    for judged in shown.iter().flat_map(judge) {
        colours.set(judged.name, judged.colour.to_string());
    }
    let mut logo = Form::filled([("alt", chosen("look.logo-alt")), ("beside", if chosen("look.logo-alone").is_empty() { "yes" } else { "no" }.to_owned())]);
    match came {
        Came::None => {}
        Came::Names(form) => names = form,
        Came::Colours(form) => colours = form,
        Came::Logo(form) => logo = form,
    }
    if let Some(trying) = trying {
        page.stylesheet = Some(format!("/look.css?colour={}&accent={}", &trying.colour.to_string()[1..], &trying.accent.to_string()[1..]));
    }
    let judged = shown.as_ref().map(judge).unwrap_or_default();
    LookPage { page, names, colours, logo, judged, trying: trying.is_some(), has_logo: choices.contains_key("look.logo") }
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor, Query(trying): Query<Trying>) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    page::html(&look_page(&app, &visitor, Came::None, trying.colours()))
}

/// Name and contact.
pub(crate) async fn set_names(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LOOK).await?;
    let page = Page::new(&app, &visitor, String::new());
    form.called(&page, &[("name", "look-name"), ("contact", "look-contact")]);
    let name = form.required(&page, "name", 80);
    let contact = form.optional(&page, "contact", 200);
    if !form.ok() {
        drop(act);
        return page::not_accepted(&look_page(&app, &visitor, Came::Names(form), None));
    }
    choices::choose(&mut act, "look.name", &name).await?;
    choices::choose(&mut act, "look.contact", &contact).await?;
    store::rename(act.sql(), &name).await?;
    saved(act, "name").await
}

/// The colours: tried on or taken into use.
pub(crate) async fn set_colours(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LOOK).await?;
    let page = Page::new(&app, &visitor, String::new());
    form.called(&page, &[("colour", "look-colour"), ("accent", "look-accent")]);
    let mut read = |name: &str| {
        let colour = Colour::parse(form.value(name));
        if colour.is_none() {
            let text = form.value(name).to_owned();
            form.wrong1(&page, name, "look-not-a-colour", "text", text);
        }
        colour
    };
    let (colour, accent) = (read("colour"), read("accent"));
    let colours = colour.zip(accent).map(|(colour, accent)| Colours { colour, accent });
    if let (Some(colours), "try") = (colours, form.value("do")) {
        drop(act);
        let (colour, accent) = (colours.colour.to_string(), colours.accent.to_string());
        return Ok(page::go(&format!("/administration/udseende?colour={}&accent={}#farver", &colour[1..], &accent[1..]), ""));
    }
    for judged in colours.iter().flat_map(judge) {
        if let Some(instead) = judged.instead {
            form.wrong(judged.name, page.t2("look-too-faint", "colour", judged.colour.to_string(), "instead", instead.to_string()));
        }
    }
    let (Some(colours), true) = (colours, form.ok()) else {
        drop(act);
        return page::not_accepted(&look_page(&app, &visitor, Came::Colours(form), colours));
    };
    choices::choose(&mut act, "look.colour", &colours.colour.to_string()).await?;
    choices::choose(&mut act, "look.accent", &colours.accent.to_string()).await?;
    saved(act, "colour").await
}

/// The program's own colours again.
pub(crate) async fn own_colours(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LOOK).await?;
    choices::choose(&mut act, "look.colour", "").await?;
    choices::choose(&mut act, "look.accent", "").await?;
    saved(act, "colour").await
}

/// The logo, its text, and whether the name stands beside it.
pub(crate) async fn set_logo(State(app): State<App>, visitor: Visitor, request: Request) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    let (mut form, mut files) = upload::read(request, LOGO).await?;
    let mut act = Act::begin_at_desk(&app, &visitor, &LOOK).await?;
    let page = Page::new(&app, &visitor, String::new());
    form.called(&page, &[("logo", "look-logo"), ("alt", "look-logo-alt")]);
    let alone = form.value("beside") == "no";
    let alt = form.optional(&page, "alt", 120);
    if alone && alt.is_empty() {
        form.wrong("alt", page.t("look-logo-alt-needed"));
    }
    let file = files.pop();
    match &file {
        Some(file) => match file.kind {
            Ok(FileType::Png | FileType::Jpeg | FileType::Webp) => {}
            Ok(_) => form.wrong("logo", page.t("look-logo-kind")),
            Err(Refusal::Markup) => form.wrong("logo", page.t("look-logo-svg")),
            Err(refusal) => form.wrong("logo", refusal.say(&page)),
        },
        None if app.choice("look.logo").is_none() => form.wrong("logo", page.t("look-logo-none")),
        None => {}
    }
    if !form.ok() {
        drop(act);
        return page::not_accepted(&look_page(&app, &visitor, Came::Logo(form), None));
    }
    if let Some((file, kind)) = file.and_then(|f| f.kind.ok().map(|kind| (f, kind))) {
        let digest = hex(&Sha256::digest(&file.bytes))[..16].to_owned();
        let at = act.at();
        store::put_logo(act.sql(), &digest, kind.media_type(), file.bytes, at).await?;
        choices::choose(&mut act, "look.logo", &digest).await?;
    }
    choices::choose(&mut act, "look.logo-alt", &alt).await?;
    choices::choose(&mut act, "look.logo-alone", if alone { "yes" } else { "" }).await?;
    saved(act, "logo").await
}

/// No logo again.
pub(crate) async fn remove_logo(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LOOK).await?;
    for name in ["look.logo", "look.logo-alt", "look.logo-alone"] {
        choices::choose(&mut act, name, "").await?;
    }
    saved(act, "logo").await
}

async fn saved(mut act: Act<'_>, what: &str) -> Result<Response> {
    let space = act.space().id;
    act.record("look", space, serde_json::json!({ "changed": what })).await?;
    act.commit().await?;
    Ok(page::go("/administration/udseende", "look"))
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let visitor = Visitor::stranger(page.lang);
    let faint = Colour::parse("#ffcc00").map(|c| Colours { colour: c, accent: c });
    let mut form = Form::filled([("colour", "<rød>".to_owned()), ("accent", "#fff".to_owned())]);
    form.wrong("colour", "Det er ikke en farve");
    let mut logo = Form::default();
    logo.wrong("logo", "For stor");
    vec![
        ("look", look_page(app, &visitor, Came::None, None).render()),
        ("look, too faint", look_page(app, &visitor, Came::Colours(form), faint).render()),
        ("look, logo refused", look_page(app, &visitor, Came::Logo(logo), None).render()),
    ]
}
