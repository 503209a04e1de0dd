//! Handing recommendations to the council: the texts are frozen as one document, and those who answer are told.

use std::collections::BTreeSet;

use samskab_platform::outbox::Notice;
use samskab_platform::person;
use samskab_platform::space;
use samskab_platform::{Act, Error, Result};
use uuid::Uuid;

use crate::acts::{ANSWERERS, VOICES, can_be_answered};
use crate::document::{Document, Item, SourcePart, SpacePart, StancePart};
use crate::draft_store;
use crate::model::{Recommendation, numbers};
use crate::store;
use crate::submission_store::{self, Submission};
use crate::waiting;

/// So many titles are named in the journal and in the message; the rest are counted.
const NAMED: usize = 3;

/// Hands drafts to the council as one submission, and tells those who answer. Gives the submission's id.
///
/// # Errors
/// [`Error::Refused`] where one of them is not a draft any more or nobody can answer, [`Error::BadRequest`] for none at all,
/// or when the database fails.
pub async fn submit(act: &mut Act<'_>, ids: &[Uuid]) -> Result<Uuid> {
    let (app, at, here, by) = (act.app(), act.at(), act.space().clone(), act.person()?);
    if ids.is_empty() {
        return Err(Error::BadRequest("error-form"));
    }
    if !can_be_answered(act.sql(), app, &here).await? {
        return Err(Error::Refused("recommendations-nobody-answers"));
    }
    store::lock(act.sql(), here.id).await?;
    let mut drafts = vec![];
    for id in ids.iter().collect::<BTreeSet<_>>() {
        drafts.push(store::one(act.sql(), here.id, *id).await?);
    }
    drafts.sort_by_key(|d| d.number);
    let (id, number) = (act.new_id(), submission_store::next_number(act.sql(), here.id).await?);
    let mut recommendations = vec![];
    for draft in &drafts {
        recommendations.push(item(act, draft).await?);
    }
    let document = Document {
        format: "samskab-submission".to_owned(),
        format_version: 1,
        municipality: app.municipality(),
        space: SpacePart {
            title: here.title.clone(),
            address: format!("{}/forloeb/{}", app.settings.base_url, here.slug),
            frame: here.sentence.clone(),
            under: here.belongs_to.clone(),
        },
        number,
        submitted_at: at,
        submitted_by: person::find(act.sql(), by).await?.name,
        answer_by: here.answer_by,
        recommendations,
    };
    let (text, digest) = document.sealed()?;
    submission_store::insert(act.sql(), id, here.id, &Submission { number, document: text, digest: digest.clone(), submitted_at: at }, by).await?;
    for draft in &drafts {
        if !store::submit(act.sql(), draft.id, at, id).await? {
            return Err(Error::Refused("recommendations-not-draft"));
        }
    }
    // Whoever is told today what has been handed over need not be reminded today of its date.
    if let Some((date, step)) = here.answer_by.and_then(|date| Some((date, waiting::step(date, act.today())?))) {
        submission_store::take_step(act.sql(), here.id, date, step, at).await?;
    }
    let list = numbers(&document.numbers());
    act.record("submission", id, serde_json::json!({ "title": titles(&drafts), "number": list, "submission": number, "digest": digest })).await?;
    let link = match drafts.as_slice() {
        [one] => one.id.to_string(),
        _ => format!("afleveringer/{id}"),
    };
    let notice = Notice::new("mail-submitted", format!("/forloeb/{}/anbefalinger/{link}", here.slug), id)
        .with("n", drafts.len() as i64)
        .with("number", list)
        .with("titles", drafts.iter().map(|d| format!("{}. {}", d.number, d.title)).collect::<Vec<_>>().join("\n"));
    let notice = here.answer_by.map_or_else(|| notice.clone(), |date| notice.clone().due_on(date));
    let mut recipients = BTreeSet::new();
    for role in ANSWERERS {
        recipients.extend(space::with_role(act.sql(), here.id, *role).await?);
    }
    recipients.remove(&by);
    for person in recipients {
        act.tell(person, &notice).await?;
    }
    Ok(id)
}

fn titles(drafts: &[Recommendation]) -> String {
    let named: Vec<&str> = drafts.iter().take(NAMED).map(|d| d.title.as_str()).collect();
    format!("{}{}", named.join(" · "), if drafts.len() > NAMED { " …" } else { "" })
}

/// A recommendation as it is handed over, with all that belongs to it.
async fn item(act: &mut Act<'_>, draft: &Recommendation) -> Result<Item> {
    let (app, space) = (act.app(), act.space().id);
    let sources = draft_store::sources(act.sql(), draft.id).await?;
    let voices: BTreeSet<Uuid> = space::team(act.sql(), space).await?.into_iter().filter(|m| VOICES.contains(&m.role)).map(|m| m.id).collect();
    let said = draft_store::stances(act.sql(), draft.id).await?;
    let silent = voices.iter().filter(|id| said.iter().all(|s| s.person_id != **id)).count();
    Ok(Item {
        id: draft.id,
        number: draft.number,
        version: draft.version,
        texts: draft.texts(),
        sources: sources.into_iter().map(|s| SourcePart { kind: s.kind, title: s.title, address: format!("{}{}", app.settings.base_url, s.href) }).collect(),
        stances: said.into_iter().map(|s| StancePart { name: s.name, stance: s.stance, statement: s.statement }).collect(),
        silent: silent as i64,
    })
}
