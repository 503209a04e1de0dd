//! What of the recommendations is kept for good: each submission as it was handed over, and all recommendations with the council's
//! answers and what came of them.

use std::collections::BTreeMap;

use samskab_platform::db::Sql;
use samskab_platform::record::{Content, Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::document::{self, Document, LAYOUT};
use crate::draft_store::{self, Kept};
use crate::followup_store::{self, Deed};
use crate::model::{Outcome, Recommendation, Status};
use crate::{store, submission_store};

/// Everything around the recommendations of a space.
struct Around {
    versions: BTreeMap<Uuid, Vec<Kept>>,
    sources: BTreeMap<Uuid, Vec<(String, String)>>,
    earlier: BTreeMap<Uuid, Vec<crate::model::Earlier>>,
    deeds: BTreeMap<Uuid, Vec<Deed>>,
}

fn of<T>(map: &BTreeMap<Uuid, Vec<T>>, id: Uuid) -> &[T] {
    map.get(&id).map(Vec::as_slice).unwrap_or_default()
}

fn by<T>(rows: impl IntoIterator<Item = (Uuid, T)>) -> BTreeMap<Uuid, Vec<T>> {
    let mut out: BTreeMap<Uuid, Vec<T>> = BTreeMap::new();
    for (id, row) in rows {
        out.entry(id).or_default().push(row);
    }
    out
}

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let space = view.space.id;
    let mut out = vec![];
    for handed in submission_store::of_space(sql, space).await?.iter().rev() {
        let submission = submission_store::one(sql, space, handed.id).await?;
        let values = document::values(page, &Document::read(&submission.document)?, &submission.digest);
        out.push(Record {
            kind: "record-submission",
            title: page.t1("submission-subtitle", "number", submission.number),
            at: submission.submitted_at,
            about: Some(handed.id),
            closed: String::new(),
            closes: vec![],
            content: Content::Kept { layout: LAYOUT, values, data: submission.document },
        });
    }
    let all = store::every(sql, space).await?;
    if all.is_empty() {
        return Ok(out);
    }
    let around = Around {
        versions: by(draft_store::every_version(sql, space).await?.into_iter().map(|v| (v.recommendation_id, v))),
        sources: by(draft_store::every_source(sql, space).await?.into_iter().map(|(id, kind, title)| (id, (kind, title)))),
        earlier: by(store::every_earlier(sql, space).await?.into_iter().map(|e| (e.recommendation_id, e.earlier))),
        deeds: by(followup_store::every_deed(sql, space).await?.into_iter().filter_map(|d| Some((d.source_id?, d)))),
    };
    let moved = |r: &Recommendation| r.answered_at.or(r.submitted_at).unwrap_or(r.created_at);
    let at = all.iter().map(moved).max().unwrap_or(view.space.created_at);
    let mut paper = Paper::new(page.t("record-recommendations"), view.space.title.clone());
    let row = |r: &Recommendation| vec![r.number.to_string(), r.title.clone(), page.t(r.word()), r.answered_at.map(|at| page.date_of(&at)).unwrap_or_default()];
    let columns = [(page.t("submission-number"), 1), (page.t("recommendations-one"), 7), (page.t("record-standing"), 3), (page.t("recommendations-date"), 3)];
    paper.table(&columns, all.iter().map(row).collect());
    for r in &all {
        one(&mut paper, page, r, &around);
    }
    let data: Vec<Value> = all.iter().map(|r| data(r, &around)).collect();
    out.push(Record::paper("record-recommendations", at, paper, json!({ "recommendations": data })));
    Ok(out)
}

fn one(paper: &mut Paper, page: &Page, r: &Recommendation, around: &Around) {
    paper.heading(2, page.t2("recommendations-numbered", "number", r.number, "title", &r.title));
    paper.text(&r.text);
    paper.section(3, page.t("recommendations-the-reason"), &r.reason);
    let sources = of(&around.sources, r.id);
    if !sources.is_empty() {
        paper.heading(3, page.t("sources-title"));
        let source = |(kind, title): &(String, String)| match document::kind_word(page, kind) {
            kind if kind.is_empty() => title.clone(),
            kind => format!("{kind}: {title}"),
        };
        paper.list(sources.iter().map(source));
    }
    if let Some(outcome) = r.outcome() {
        paper.heading(3, page.t("recommendations-the-answer"));
        paper.strong(page.t(outcome.word()));
        paper.text(r.answer.as_deref().unwrap_or_default());
        paper.facts([
            (page.t("recommendations-decided-by"), r.body.clone().unwrap_or_default()),
            (page.t("recommendations-decided"), r.decided_on().map(|day| page.date(&day)).unwrap_or_default()),
            (page.t("recommendations-meeting"), r.meeting.clone().unwrap_or_default()),
            (page.t("recommendations-answered-by"), r.answered_by.clone().unwrap_or_default()),
            (page.t("followup-answered"), r.answered_at.map(|at| page.date_of(&at)).unwrap_or_default()),
            (page.t("recommendations-is-corrected"), r.correction.clone().unwrap_or_default()),
        ]);
        for e in of(&around.earlier, r.id) {
            paper.text(&page.t2("recommendations-earlier", "date", page.date_of(&e.answered_at), "outcome", page.t(e.word())));
            paper.text(&e.reason);
        }
    }
    let deeds = of(&around.deeds, r.id);
    if !deeds.is_empty() {
        paper.heading(3, page.t("recommendations-deeds"));
        let row = |d: &Deed| vec![d.what.clone(), d.who().to_owned(), page.date(&d.due_on), d.status(page).1];
        let columns = [(page.t("deed-what"), 6), (page.t("deed-who"), 4), (page.t("deed-when"), 3), (page.t("deed-status"), 3)];
        paper.table(&columns, deeds.iter().map(row).collect());
    }
}

fn data(r: &Recommendation, around: &Around) -> Value {
    let status = match r.status {
        Status::Draft => "draft",
        Status::Submitted => "submitted",
        Status::Answered => "answered",
    };
    let answer = r.outcome().map(Outcome::key).map(|outcome| {
        json!({ "outcome": outcome, "reason": r.answer, "meeting": r.meeting, "body": r.body, "decided_on": r.decided_on(), "answered_by": r.answered_by, "answered_at": r.answered_at, "correction": r.correction })
    });
    json!({
        "id": r.id, "number": r.number, "title": r.title, "text": r.text, "reason": r.reason, "status": status, "written_by": r.author,
        "created_at": r.created_at, "submitted_at": r.submitted_at, "submission": r.submission_id, "answer": answer,
        "earlier_answers": of(&around.earlier, r.id).iter().map(|e| json!({ "outcome": e.outcome, "reason": e.reason, "meeting": e.meeting, "body": e.body, "decided_on": e.decided_on,
            "answered_by": e.answered_by, "answered_at": e.answered_at, "correction": e.correction })).collect::<Vec<_>>(),
        "sources": of(&around.sources, r.id).iter().map(|(kind, title)| json!({ "kind": kind, "title": title })).collect::<Vec<_>>(),
        "versions": of(&around.versions, r.id).iter().map(|v| json!({ "version": v.version, "title": v.title, "text": v.text, "reason": v.reason,
            "note": v.note, "written_by": v.author, "written_at": v.written_at })).collect::<Vec<_>>(),
        "commitments": of(&around.deeds, r.id).iter().map(|d| d.id).collect::<Vec<_>>(),
    })
}
