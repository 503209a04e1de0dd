//! What of the frame is kept for good: every version, and who has read which.

use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::model::{Mandate, TEXTS};
use crate::pages::answer;
use crate::store::{self, Acknowledged};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let versions = store::all(sql, view.space.id).await?;
    let Some(latest) = versions.first() else { return Ok(vec![]) };
    let (at, id) = (latest.written_at, latest.id);
    let read = store::acknowledged(sql, view.space.id).await?;
    let mut paper = Paper::new(page.t("frame-title"), view.space.title.clone());
    for mandate in &versions {
        version(&mut paper, view, page, mandate, &read);
    }
    let data = versions.iter().map(|m| data(m, &read)).collect::<Vec<_>>();
    Ok(vec![Record::paper("record-frame", at, paper, json!({ "versions": data })).about(id)])
}

fn version(paper: &mut Paper, view: &SpaceView, page: &Page, m: &Mandate, read: &[Acknowledged]) {
    paper.heading(2, page.t2("frame-version", "version", m.version, "date", page.date_of(&m.written_at)));
    paper.strong(m.one_sentence.clone());
    paper.facts([(page.t("record-written-by"), m.author.clone()), (page.t("frame-change-note"), m.change_note.clone())]);
    for question in view.recipe().map(|r| r.questions.as_slice()).unwrap_or_default() {
        let text = answer(page, m, &question.field);
        if text.is_empty() {
            continue;
        }
        paper.heading(3, question.words(page.lang).label.clone());
        if question.kind() == "area" { paper.rich(&text, 4) } else { paper.text(&text) }
    }
    let rows = read.iter().filter(|r| r.version == m.version).map(|r| vec![r.name.clone(), page.date_of(&r.at)]).collect::<Vec<_>>();
    if !rows.is_empty() {
        paper.heading(3, page.t("frame-has-read"));
        paper.table(&[(page.t("record-name"), 3), (page.t("record-date"), 2)], rows);
    }
}

fn data(m: &Mandate, read: &[Acknowledged]) -> serde_json::Value {
    let answers: serde_json::Map<String, serde_json::Value> = TEXTS.iter().map(|field| ((*field).to_owned(), m.text(field).into())).collect();
    let read: Vec<_> = read.iter().filter(|r| r.version == m.version).map(|r| json!({ "name": r.name, "at": r.at })).collect();
    json!({
        "version": m.version, "written_by": m.author, "written_at": m.written_at, "change_note": m.change_note, "one_sentence": m.one_sentence,
        "answers": answers, "hours": m.hours, "money_ore": m.money_ore, "answer_by": m.answer_by, "acknowledged": read,
    })
}
