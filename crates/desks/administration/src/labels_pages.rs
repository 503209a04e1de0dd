//! What the municipality calls things.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::labels::{self, Forms, Label};
use samskab_platform::tool::Sample;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, choices, desk, page};

use crate::acts::{ADMINISTRATOR, LABEL};

/// A label with what can be chosen, in both languages.
struct Choice {
    key: String,
    title: String,
    /// What it is called now: Danish, English.
    now: [Forms; 2],
    /// Names to choose from: value of the field, and words.
    offered: Vec<(String, String)>,
    form: Form,
    open: bool,
}

impl Choice {
    /// The id of a field: plain in the form that came back, which its errors lead to.
    fn field_id(&self, field: &str) -> String {
        if self.open { field.to_owned() } else { format!("{}-{field}", self.key) }
    }
}

#[derive(Template)]
#[template(path = "labels.html")]
struct Labels {
    page: Page,
    choices: Vec<Choice>,
}

/// The fields for one's own name: language and form.
const FIELDS: [[&str; 4]; 2] = [["da-0", "da-1", "da-2", "da-3"], ["en-0", "en-1", "en-2", "en-3"]];

/// The labels of a language, as the program's files of words have them.
fn all(app: &App, lang: Lang) -> Vec<Label> {
    app.words.labels(lang)
}

fn labels_page(app: &App, visitor: &Visitor, back: Option<(&str, Form)>) -> Labels {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "labels-title", &[]));
    let chosen = labels::chosen(&app.choices());
    let english = all(app, Lang::En);
    let choices = all(app, Lang::Da)
        .into_iter()
        .filter_map(|da| {
            let en = english.iter().find(|l| l.key == da.key)?;
            let now = [(Lang::Da, &da), (Lang::En, en)].map(|(lang, l)| chosen.get(&(lang, l.key.clone())).unwrap_or(&l.offered[0]).clone());
            let names = da.offered.iter().zip(&en.offered);
            let current = names.clone().position(|(d, e)| *d == now[0] && *e == now[1]);
            let mut offered: Vec<(String, String)> = names.enumerate().map(|(i, (d, e))| (i.to_string(), format!("{} ({})", d[0], e[0]))).collect();
            offered.push(("own".to_owned(), page.t("labels-own")));
            let mut form = Form::filled([("name", current.map_or("own".to_owned(), |i| i.to_string()))]);
            for (fields, forms) in FIELDS.iter().zip(&now) {
                for (field, text) in fields.iter().zip(forms) {
                    form.set(field, text.clone());
                }
            }
            let open = back.as_ref().is_some_and(|(key, _)| *key == da.key);
            if let Some((_, sent)) = back.as_ref().filter(|_| open) {
                form = sent.clone();
            }
            Some(Choice { title: page.t(&format!("label-{}", da.key)), key: da.key, now, offered, form, open })
        })
        .collect();
    Labels { page, choices }
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    page::html(&labels_page(&app, &visitor, None))
}

pub(crate) async fn save(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LABEL).await?;
    let (da, en) = (all(&app, Lang::Da), all(&app, Lang::En));
    let of = |labels: &[Label]| labels.iter().find(|l| l.key == key).map(|l| l.offered.clone()).ok_or(Error::NotFound);
    let offered = [of(&da)?, of(&en)?];
    let page = Page::new(&app, &visitor, String::new());
    let chosen: [String; 2] = match form.value("name").parse::<usize>() {
        Ok(i) if offered.iter().all(|o| i < o.len()) => offered.clone().map(|o| o[i].join(" / ")),
        _ if form.value("name") == "own" => own(&page, &mut form),
        _ => {
            form.wrong("name", page.t("form-choice"));
            <[String; 2]>::default()
        }
    };
    if !form.ok() {
        drop(act);
        return page::not_accepted(&labels_page(&app, &visitor, Some((&key, form))));
    }
    for ((lang, text), offered) in ["da", "en"].into_iter().zip(chosen).zip(&offered) {
        // What the program says anyway is not a choice: it follows along when the program gets better words.
        let value = if text == offered[0].join(" / ") { "" } else { &text };
        choices::choose(&mut act, &format!("label.{lang}.{key}"), value).await?;
    }
    let space = act.space().id;
    act.record("label", space, serde_json::json!({ "label": key })).await?;
    act.commit().await?;
    Ok(page::go("/administration/betegnelser", "label"))
}

/// One's own name in four forms and two languages.
fn own(page: &Page, form: &mut Form) -> [String; 2] {
    FIELDS.map(|fields| {
        let forms = fields.map(|field| {
            form.calls(field, &page.t(&format!("labels-form-{}", &field[3..])));
            let text = form.required(page, field, 60);
            if text.contains(['/', '{', '}', '\\', '"', '\n']) {
                form.wrong(field, page.t("labels-signs"));
            }
            text
        });
        forms.join(" / ")
    })
}

pub(crate) fn samples(app: &App, page: &Page) -> Vec<Sample> {
    let visitor = Visitor::stranger(page.lang);
    let mut form = Form::filled([("name", "own".to_owned()), ("da-0", "<råd>".to_owned())]);
    form.wrong("da-1", "Skriv noget");
    vec![("labels", labels_page(app, &visitor, None).render()), ("labels, refused", labels_page(app, &visitor, Some(("council", form))).render())]
}
