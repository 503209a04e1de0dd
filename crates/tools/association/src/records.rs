//! What of the association is kept for good: the board through the years, general meetings with what they decided, and every version of
//! bylaws and agreement. Who is a member, who owes and who has shown a certificate is the board's and stays here.

use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::board_store::{self, Seat};
use crate::meeting_pages::{count_line, points, said, title};
use crate::meeting_store::{self, Meeting};
use crate::paper_store;

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let mut out = vec![];
    let seats = board_store::of_space(sql, view.space.id).await?;
    if !seats.is_empty() {
        out.push(board(view, page, &seats));
    }
    for m in meeting_store::of_space(sql, view.space.id).await?.into_iter().filter(|m| m.closed_at.is_some()) {
        out.push(meeting(sql, page, &m).await?);
    }
    for p in paper_store::of_space(sql, view.space.id).await? {
        let Some(at) = p.in_force_at() else { continue };
        let mut paper = Paper::new(page.t(&format!("association-{}", p.kind)), page.t1("association-version", "version", p.version));
        paper.facts([
            (page.t("association-paper-for-association"), p.association_at.map(|at| page.date_of(&at)).unwrap_or_default()),
            (page.t("association-paper-for-municipality"), p.municipality_at.map(|at| page.date_of(&at)).unwrap_or_default()),
            (page.t("association-paper-notice"), p.notice.clone()),
            (page.t("association-paper-review-on"), p.review_on.map(|d| page.date(&d)).unwrap_or_default()),
        ]);
        paper.rich(&p.text, 2);
        let data = json!({ "id": p.id, "kind": p.kind, "version": p.version, "text": p.text, "change_note": p.change_note, "notice": p.notice,
            "review_on": p.review_on, "association_at": p.association_at, "municipality_at": p.municipality_at });
        out.push(Record::paper("record-agreement", at, paper, data).about(p.id));
    }
    Ok(out)
}

fn board(view: &SpaceView, page: &Page, seats: &[Seat]) -> Record {
    let mut paper = Paper::new(page.t("association-board"), view.space.title.clone());
    let row = |s: &Seat| vec![s.name.clone(), page.t(s.post.word()), page.date(&s.elected_on), page.date(&s.left_on.unwrap_or(s.until_on))];
    let columns = [(page.t("association-name"), 4), (page.t("association-post"), 3), (page.t("association-elected-on"), 3), (page.t("association-until"), 3)];
    paper.table(&columns, seats.iter().rev().map(row).collect());
    let at = seats
        .iter()
        .filter_map(|s| s.left_on.or(Some(s.elected_on)))
        .max()
        .and_then(|d| d.and_hms_opt(11, 0, 0))
        .map_or(view.space.created_at, |t| t.and_utc());
    let data = json!(
        seats
            .iter()
            .rev()
            .map(|s| json!({ "name": s.name, "post": s.post.key(), "elected_on": s.elected_on, "until_on": s.until_on, "left_on": s.left_on }))
            .collect::<Vec<_>>()
    );
    Record::paper("record-board", at.min(page.now), paper, data)
}

async fn meeting(sql: &mut Sql, page: &Page, m: &Meeting) -> Result<Record> {
    let mut paper = Paper::new(title(page, m), m.place.clone());
    paper.facts([
        (page.t("association-called-on"), m.called_on.map(|d| page.date(&d)).unwrap_or_default()),
        (page.t("association-attend-voters"), m.voters.map(|n| n.to_string()).unwrap_or_default()),
        (page.t("association-attend-chair"), m.chaired_by.clone()),
        (page.t("association-approved-on"), m.approved_on.map(|d| page.date(&d)).unwrap_or_default()),
    ]);
    paper.heading(2, page.t("association-agenda"));
    paper.list(points(&m.agenda));
    let mut elections = vec![];
    for e in meeting_store::elections(sql, m.id).await? {
        let candidates = meeting_store::candidates(sql, e.id).await?;
        let elected = candidates.iter().filter(|c| c.standing == "elected").map(|c| c.name.clone()).collect::<Vec<_>>();
        paper.section(2, page.t1("association-election-of", "post", page.t(e.post.word())), &format!("{}\n\n{}", elected.join(", "), count_line(page, &e)));
        elections.push(
            json!({ "post": e.post.key(), "seats": e.seats, "elected": elected, "ballots": e.ballots, "blank": e.blank, "invalid": e.invalid, "way": e.way }),
        );
    }
    let mut resolutions = vec![];
    for r in meeting_store::resolutions(sql, m.id).await? {
        let r = said(page, r);
        let result = page.t(if r.resolution.carried { "association-carried" } else { "association-lost" });
        paper.section(2, r.resolution.title.clone(), &format!("{}\n\n{result}. {} {}", r.resolution.text, r.majority, r.votes));
        resolutions.push(json!({ "title": r.resolution.title, "text": r.resolution.text, "majority": r.resolution.majority, "ayes": r.resolution.ayes,
            "noes": r.resolution.noes, "blank": r.resolution.blank, "carried": r.resolution.carried }));
    }
    if m.approved_on.is_some() {
        paper.heading(2, page.t("association-minutes"));
        paper.rich(&m.minutes, 3);
    }
    let minutes = if m.approved_on.is_some() { m.minutes.as_str() } else { "" };
    let data = json!({ "id": m.id, "held_on": m.held_on, "place": m.place, "agenda": points(&m.agenda), "called_on": m.called_on, "voters": m.voters,
        "elections": elections, "resolutions": resolutions, "minutes": minutes, "approved_on": m.approved_on });
    Ok(Record::paper("record-general-meeting", m.closed_at.unwrap_or(page.now), paper, data).about(m.id))
}
