//! What of the meetings is kept for good: each meeting's agenda and minutes with who was there and what was decided; closed items
//! by themselves; the list of decisions.

use chrono::{DateTime, Utc};
use samskab_platform::db::Sql;
use samskab_platform::record::{Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::{Value, json};

use crate::minutes_store::{self, Decision, Note, Text};
use crate::model::Minutes;
use crate::seen::{self, Present, Seen};
use crate::store::{self, Meeting};

/// More meetings than any space has.
const MEETINGS: i64 = 5_000;
/// More decisions than any space has.
const DECISIONS: i64 = 20_000;

/// A meeting with everything around it.
struct Held<'a> {
    page: &'a Page,
    m: &'a Meeting,
    agenda: Vec<Seen>,
    texts: Vec<Text>,
    /// Those that belong to no item.
    decisions: Vec<Decision>,
    notes: Vec<Note>,
    present: Present,
}

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let mut out = vec![];
    for m in store::all(sql, view.space.id, MEETINGS).await?.iter().rev() {
        let held = read(sql, view, page, m).await?;
        out.push(held.agenda_record());
        match m.minutes_state {
            Minutes::Draft if m.is_held(page.now) && m.cancelled_at.is_none() => {
                let title = page.t1("record-minutes-of", "meeting", &m.title);
                out.push(Record::left_out("record-minutes", title, m.starts_at, page.t("record-minutes-draft")));
            }
            Minutes::Draft => {}
            Minutes::Sent | Minutes::Approved => out.push(held.minutes_record()),
        }
        out.extend(held.closed_records());
    }
    out.extend(decisions(sql, view, page).await?);
    Ok(out)
}

async fn read<'a>(sql: &mut Sql, view: &SpaceView, page: &'a Page, m: &'a Meeting) -> Result<Held<'a>> {
    let agenda = seen::agenda(sql, view, m).await?;
    let present = seen::present(sql, page, m.id).await?;
    let written = m.minutes_state != Minutes::Draft;
    Ok(Held {
        page,
        m,
        agenda,
        texts: if written { minutes_store::texts(sql, m.id).await? } else { vec![] },
        decisions: minutes_store::of_meeting(sql, m.id).await?.into_iter().filter(|d| d.item_id.is_none()).collect(),
        notes: if written { minutes_store::notes(sql, m.id).await? } else { vec![] },
        present,
    })
}

impl Held<'_> {
    fn text_of(&self, id: uuid::Uuid) -> &str {
        self.texts.iter().find(|t| t.id == id).map_or("", |t| t.text.as_str())
    }

    fn start(&self, word: &str) -> Paper {
        let (page, m) = (self.page, self.m);
        let mut paper = Paper::new(page.t1(word, "meeting", &m.title), page.space.as_ref().map_or_else(String::new, |v| v.space.title.clone()));
        paper.facts([
            (page.t("meetings-when-label"), seen::when(page, m)),
            (page.t("meetings-place"), m.place.clone()),
            (page.t("meetings-kind"), page.t(&format!("meetings-kind-{}", m.kind.key()))),
            (page.t("meetings-bring"), m.bring.clone()),
            (page.t("meetings-cancelled"), if m.cancelled_at.is_some() { m.cancel_reason.clone() } else { String::new() }),
        ]);
        paper
    }

    fn data(&self) -> Value {
        let m = self.m;
        json!({
            "id": m.id, "kind": m.kind.key(), "title": m.title, "starts_at": m.starts_at, "ends_at": m.ends_at, "place": m.place, "bring": m.bring,
            "cancelled_at": m.cancelled_at, "cancel_reason": m.cancel_reason, "minutes": m.minutes_state.key(), "minutes_sent_at": m.minutes_sent_at,
            "approved_at": m.approved_at,
        })
    }

    fn agenda_record(&self) -> Record {
        let page = self.page;
        let mut paper = self.start("record-agenda-of");
        if self.agenda.is_empty() {
            paper.text(&page.t("meetings-agenda-empty"));
        }
        for seen in &self.agenda {
            if !heading(&mut paper, page, seen) {
                continue;
            }
            paper.text(&seen.line(page));
            body(&mut paper, page, seen);
        }
        let items: Vec<Value> = self.agenda.iter().map(item_data).collect();
        let mut data = self.data();
        data["agenda"] = items.into();
        Record::paper("record-agenda", self.m.starts_at, paper, data).about(self.m.id)
    }

    fn minutes_record(&self) -> Record {
        let (page, m) = (self.page, self.m);
        let mut paper = self.start("record-minutes-of");
        let state = page.t(&format!("meetings-state-{}", m.minutes_state.key()));
        let approved = m.approved_at.map(|at| format!("{state} {}", page.date_of(&at))).unwrap_or(state);
        let others = if self.present.others > 0 { page.t1("meetings-others", "n", self.present.others) } else { String::new() };
        let there = [self.present.there.join(", "), others].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        paper.facts([
            (page.t("meetings-minutes"), approved),
            (page.t("meetings-there"), there),
            (page.t("meetings-absent").trim_end_matches(':').to_owned(), self.present.absent.join(", ")),
        ]);
        for seen in &self.agenda {
            if heading(&mut paper, page, seen) {
                self.treated(&mut paper, seen);
            }
        }
        let rest = self.text_of(m.id);
        if !rest.trim().is_empty() {
            paper.heading(2, page.t("meetings-minutes-rest"));
            paper.rich(rest, 3);
        }
        if !self.decisions.is_empty() {
            paper.heading(2, page.t("meetings-decisions-other"));
            decided(&mut paper, page, &self.decisions);
        }
        if !self.notes.is_empty() {
            paper.heading(2, page.t("meetings-notes"));
        }
        for note in &self.notes {
            let word = page.t(if note.is_objection() { "meetings-objection" } else { "meetings-correction" });
            paper.heading(3, format!("{word}: {}, {}", note.author, page.date_of(&note.written_at)));
            paper.text(&note.text);
        }
        let mut data = self.data();
        data["items"] = self.agenda.iter().map(|s| self.treated_data(s)).collect::<Vec<_>>().into();
        data["rest"] = rest.into();
        data["decisions"] = self.decisions.iter().map(decision_data).collect::<Vec<_>>().into();
        data["notes"] =
            self.notes.iter().map(|n| json!({ "kind": n.kind, "text": n.text, "author": n.author, "written_at": n.written_at })).collect::<Vec<_>>().into();
        data["present"] = json!({ "team": self.present.there, "others": self.present.others, "absent": self.present.absent });
        Record::paper("record-minutes", m.starts_at, paper, data).about(m.id)
    }

    /// What the minutes say of an item, and what was decided.
    fn treated(&self, paper: &mut Paper, seen: &Seen) {
        let page = self.page;
        if !seen.recused.is_empty() {
            paper.text(&page.t1("meetings-left-for-interest", "names", seen.recused_names()));
        }
        if !seen.item.proposal.trim().is_empty() {
            paper.heading(3, page.t("meetings-proposal"));
            paper.rich(&seen.item.proposal, 4);
        }
        let written = self.text_of(seen.item.id);
        if written.trim().is_empty() {
            paper.text(&page.t("meetings-nothing-written"));
        } else {
            paper.heading(3, page.t("record-treatment"));
            paper.rich(written, 4);
        }
        decided(paper, page, &seen.decisions);
    }

    fn treated_data(&self, seen: &Seen) -> Value {
        let mut data = item_data(seen);
        if seen.is_whole() && !seen.item.is_closed() {
            data["minutes_text"] = self.text_of(seen.item.id).into();
            data["recused"] = seen.recused.iter().map(|r| r.name.clone()).collect::<Vec<_>>().into();
            data["decisions"] = seen.decisions.iter().map(decision_data).collect::<Vec<_>>().into();
        }
        data
    }

    /// The closed items by themselves: those this visitor may read in a document of their own, and that there are others.
    fn closed_records(&self) -> Vec<Record> {
        let (page, m) = (self.page, self.m);
        let (mine, others): (Vec<&Seen>, Vec<&Seen>) = self.agenda.iter().filter(|s| s.item.is_closed()).partition(|s| s.is_whole());
        let title = page.t1("record-closed-of", "meeting", &m.title);
        let mut out: Vec<Record> = others
            .iter()
            .map(|s| {
                let why = if s.sight == crate::model::Sight::First { page.t("record-closed-promise") } else { page.t("record-closed-unseen") };
                let mut left_out = Record::left_out("record-closed", format!("{title}, {}", s.item.place), m.starts_at, why);
                left_out.closed = s.ground(page);
                left_out.closes = vec![s.item.id];
                left_out
            })
            .collect();
        if mine.is_empty() {
            return out;
        }
        let mut paper = self.start("record-closed-of");
        let mut grounds: Vec<String> = vec![];
        for seen in &mine {
            let ground = seen.ground(page);
            paper.heading(2, format!("{}. {}", seen.item.place, seen.item.title));
            paper.strong(ground.clone());
            if !seen.item.presentation.trim().is_empty() {
                paper.heading(3, page.t("meetings-presentation"));
                paper.rich(&seen.item.presentation, 4);
            }
            if m.minutes_state == Minutes::Draft {
                paper.text(&page.t("record-minutes-draft"));
            } else {
                self.treated(&mut paper, seen);
            }
            if !grounds.contains(&ground) {
                grounds.push(ground);
            }
        }
        let items: Vec<Value> = mine.iter().map(|s| self.closed_data(s)).collect();
        let mut data = self.data();
        data["items"] = items.into();
        let mut record = Record::paper("record-closed", m.starts_at, paper, data).about(m.id);
        record.closed = grounds.join("; ");
        record.closes = mine.iter().flat_map(|s| s.decisions.iter().map(|d| d.id).chain([s.item.id])).collect();
        out.push(record);
        out
    }

    fn closed_data(&self, seen: &Seen) -> Value {
        let item = &seen.item;
        json!({
            "id": item.id, "place": item.place, "title": item.title, "presentation": item.presentation, "proposal": item.proposal, "ground": item.ground,
            "minutes_text": self.text_of(item.id), "recused": seen.recused.iter().map(|r| r.name.clone()).collect::<Vec<_>>(),
            "decisions": seen.decisions.iter().map(decision_data).collect::<Vec<_>>(),
        })
    }
}

/// The item's heading in what everyone may read; false for a closed one, of which only that it is closed and why is told.
fn heading(paper: &mut Paper, page: &Page, seen: &Seen) -> bool {
    if seen.item.is_closed() {
        paper.heading(2, format!("{}. {}", seen.item.place, page.t("meetings-closed-item")));
        paper.text(&seen.ground(page));
        return false;
    }
    paper.heading(2, format!("{}. {}", seen.item.place, seen.item.title));
    true
}

fn body(paper: &mut Paper, page: &Page, seen: &Seen) {
    for (word, text) in [("meetings-presentation", &seen.item.presentation), ("meetings-proposal", &seen.item.proposal)] {
        if !text.trim().is_empty() {
            paper.heading(3, page.t(word));
            paper.rich(text, 4);
        }
    }
}

fn decided(paper: &mut Paper, page: &Page, decisions: &[Decision]) {
    for d in decisions {
        paper.strong(page.t1("meetings-decision-n", "n", seen::number(d)));
        paper.text(&d.text);
        paper.text(&seen::votes(page, d));
    }
}

fn item_data(seen: &Seen) -> Value {
    let item = &seen.item;
    if item.is_closed() {
        return json!({ "place": item.place, "closed": true, "ground": item.ground });
    }
    json!({
        "id": item.id, "place": item.place, "closed": false, "title": item.title, "presentation": item.presentation, "proposal": item.proposal,
        "minutes": item.minutes, "presenter": item.presenter,
    })
}

fn decision_data(d: &Decision) -> Value {
    json!({
        "id": d.id, "number": seen::number(d), "about": d.about, "text": d.text, "votes_for": d.votes_for, "votes_against": d.votes_against,
        "abstained": d.abstained, "noted_at": d.noted_at,
    })
}

async fn decisions(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Option<Record>> {
    let mut all = minutes_store::of_space(sql, view.space.id, DECISIONS, 0).await?;
    all.reverse();
    let at: Option<DateTime<Utc>> = all.iter().map(|d| d.noted_at).max();
    let Some(at) = at else { return Ok(None) };
    let mut paper = Paper::new(page.t("meetings-decisions"), view.space.title.clone());
    let row = |d: &Decision| {
        let text = [d.about.clone(), d.text.clone(), seen::votes(page, d)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
        vec![seen::number(d), text, format!("{}\n{}", d.meeting, page.date_of(&d.starts_at))]
    };
    let columns = [(page.t("meetings-number"), 2), (page.t("meetings-decision"), 7), (page.t("meetings-meeting"), 4)];
    paper.table(&columns, all.iter().map(row).collect());
    let data: Vec<Value> = all
        .iter()
        .map(|d| {
            let mut data = decision_data(d);
            data["meeting"] = json!({ "id": d.meeting_id, "title": d.meeting, "starts_at": d.starts_at });
            data
        })
        .collect();
    Ok(Some(Record::paper("record-decisions", at, paper, json!({ "decisions": data }))))
}
