//! Writing down what stands on notes: one line a note, then a look at which say the same.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State as Program};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::db::Sql;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};
use uuid::Uuid;

use crate::acts::NOTE;
use crate::merging::Goes;
use crate::model::{self, NOTES, TITLE, Way, Wrong};
use crate::{hall_store, likeness, merging, similar};

/// Ideas offered for one note.
const OFFERED: usize = 3;
/// Two notes that share so much of what each says are offered as one.
const SAME: f64 = 0.6;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/forloeb/{slug}/ideer/sedler", get(empty).post(enter))
}

/// A note, and what may say the same: value and words of each choice.
pub(crate) struct Note {
    /// The name of its field.
    pub(crate) field: String,
    pub(crate) text: String,
    pub(crate) choices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "idea_notes.html")]
pub(crate) struct NotesPage {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) ways: Vec<(String, String)>,
    /// Empty while the sheet is written.
    pub(crate) notes: Vec<Note>,
}

impl NotesPage {
    /// How many notes may say the same as something else.
    pub(crate) fn alike(&self) -> usize {
        self.notes.iter().filter(|n| n.choices.len() > 2).count()
    }

    pub(crate) fn has_choice(&self, note: &Note) -> bool {
        note.choices.len() > 2
    }
}

fn notes_page(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> NotesPage {
    let page = Page::of_space(app, visitor, view, "ideas-notes-title");
    let ways = [(Way::Hall, "ideas-notes-from-hall"), (Way::Paper, "ideas-notes-from-paper")];
    NotesPage { ways: ways.map(|(way, word)| (way.key().to_owned(), page.t(word))).to_vec(), page, form, notes: vec![] }
}

async fn empty(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    view.demand(&NOTE)?;
    page::html(&notes_page(&app, &visitor, &view, Form::filled([("way", Way::Hall.key().to_owned())])))
}

/// The earlier note that says the same, if one does.
pub(crate) fn same_as(lines: &[String], n: usize) -> Option<usize> {
    let words = |text: &str| likeness::terms(text, "");
    let own = words(&lines[n]);
    (0..n).find(|i| {
        let other = words(&lines[*i]);
        let shared = own.keys().filter(|t| other.contains_key(*t)).count() as f64;
        shared > 0.0 && shared / own.len().max(other.len()) as f64 >= SAME
    })
}

/// Each note with what may say the same.
async fn looked_at(sql: &mut Sql, page: &Page, space: Uuid, lines: &[String]) -> Result<Vec<Note>> {
    let mut notes = vec![];
    for (n, text) in lines.iter().enumerate() {
        let mut choices = vec![("own".to_owned(), page.t("ideas-notes-own"))];
        if let Some(i) = same_as(lines, n) {
            choices.push((format!("note:{i}"), page.t2("ideas-notes-with", "n", i + 1, "text", &lines[i])));
        }
        for like in similar::alike(sql, space, text, OFFERED).await?.into_iter().filter(|l| l.idea.state.takes_others()) {
            choices.push((like.idea.root_id.to_string(), page.t1("ideas-notes-into", "title", &like.idea.title)));
        }
        choices.push(("drop".to_owned(), page.t("ideas-notes-drop")));
        notes.push(Note { field: format!("to-{n}"), text: text.clone(), choices });
    }
    Ok(notes)
}

async fn enter(Program(app): Program<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = view::find_visible(&app, &visitor, &slug).await?.at("ideer");
    let mut act = Act::begin(&app, &visitor, view.space.id, &NOTE).await?;
    let mut shown = notes_page(&app, &visitor, &view, form);
    let (page, form) = (&shown.page, &mut shown.form);
    form.called(page, &[("notes", "ideas-notes-field"), ("way", "ideas-notes-way")]);
    let way = Way::of(form.value("way")).filter(|w| [Way::Hall, Way::Paper].contains(w));
    let way = form.need(page, "way", way);
    let lines = match model::notes(form.value("notes")) {
        Ok(lines) => lines,
        Err(wrong) => {
            let text = match wrong {
                Wrong::Empty => page.t("form-required"),
                Wrong::TooMany(n) => page.t2("ideas-notes-too-many", "n", n, "most", NOTES),
                Wrong::TooLong(line, length) => page.t3("ideas-notes-too-long", "line", line, "length", length, "most", TITLE),
            };
            form.wrong("notes", text);
            vec![]
        }
    };
    let (Some(way), true) = (way, form.ok()) else {
        return page::not_accepted(&shown);
    };
    if !form.is("looked", "yes") {
        shown.notes = looked_at(act.sql(), page, view.space.id, &lines).await?;
        drop(act);
        return page::html(&shown);
    }
    let kept = kept(form, &lines);
    if kept.is_empty() {
        let text = page.t("ideas-notes-none");
        form.wrong("notes", text);
        drop(act);
        return page::not_accepted(&shown);
    }
    let now = act.at();
    let hall = hall_store::open_in(act.sql(), view.space.id, now).await?.filter(|_| way == Way::Hall).map(|h| h.id);
    merging::note(&mut act, &kept, way, hall).await?;
    act.commit().await?;
    Ok(page::go(&view.under("ideer"), "ideas-noted"))
}

/// The notes that are kept, with where each goes. A note that goes with one that is not kept stands alone.
fn kept(form: &Form, lines: &[String]) -> Vec<(String, Goes)> {
    let mut places: Vec<Option<usize>> = vec![];
    let mut kept = vec![];
    for (n, text) in lines.iter().enumerate() {
        let goes = match form.value(&format!("to-{n}")) {
            "drop" => None,
            value => Some(match (value.strip_prefix("note:"), value.parse()) {
                (Some(i), _) => i.parse().ok().and_then(|i: usize| places.get(i).copied().flatten()).map_or(Goes::Alone, Goes::With),
                (None, Ok(id)) => Goes::Into(id),
                _ => Goes::Alone,
            }),
        };
        places.push(goes.map(|_| kept.len()));
        kept.extend(goes.map(|goes| (text.clone(), goes)));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_say_the_same_are_seen_and_others_are_not() {
        let lines: Vec<String> = ["Flere bænke i parken", "Lys på stien", "Bænke i parker", "Bænken ved havnen"].map(str::to_owned).to_vec();
        assert_eq!((same_as(&lines, 1), same_as(&lines, 2), same_as(&lines, 3)), (None, Some(0), None));
    }

    #[test]
    fn a_note_goes_where_it_was_sent_and_never_to_one_that_was_dropped() {
        let lines: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let id = Uuid::from_u128(9);
        let form = Form::filled([("to-0", "drop".into()), ("to-1", id.to_string()), ("to-2", "note:1".into()), ("to-3", "note:0".into())]);
        let there = kept(&form, &lines);
        assert_eq!(there, [("b".to_owned(), Goes::Into(id)), ("c".to_owned(), Goes::With(0)), ("d".to_owned(), Goes::Alone)]);
    }
}
