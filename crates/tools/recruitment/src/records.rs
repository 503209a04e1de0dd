//! What of the recruitment is kept for good: the seats, who has held them, the calls, and each lot with its receipt. Who showed
//! interest, who is an alternate and why somebody left is the staff's and stays here.

use samskab_platform::db::Sql;
use samskab_platform::record::{Content, Paper, Record};
use samskab_platform::{Page, Result, SpaceView};
use serde_json::json;

use crate::lot_store::{self, Draw};
use crate::lots;
use crate::seat_pages::term;
use crate::store::{self, Call, Holding, Profile};

pub(crate) async fn records(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Vec<Record>> {
    let space = view.space.id;
    let profiles = store::profiles(sql, space).await?;
    let holdings = store::holdings(sql, space).await?;
    let calls: Vec<Call> = store::calls(sql, space).await?.into_iter().filter(Call::is_published).collect();
    let draws = lot_store::of_space(sql, space).await?;
    let mut out = vec![];
    if !profiles.is_empty() || !holdings.is_empty() {
        out.push(seats(view, page, &profiles, &holdings, &draws));
    }
    out.extend(calls.iter().map(|c| call(page, c)));
    for draw in &draws {
        out.push(lot(sql, page, draw).await?);
    }
    Ok(out)
}

fn seats(view: &SpaceView, page: &Page, profiles: &[Profile], holdings: &[Holding], draws: &[Draw]) -> Record {
    let mut paper = Paper::new(page.t("record-seats"), view.space.title.clone());
    for p in profiles {
        paper.heading(2, p.title.clone());
        paper.text(&p.description);
        paper.facts([
            (page.t("record-role"), view.role_name(&page.lang, &p.role).to_owned()),
            (page.t("recruitment-all"), page.t2("recruitment-filled", "filled", p.filled, "seats", p.seats)),
            (page.t("record-term"), term(page, p.from_on, p.until_on)),
        ]);
    }
    if !holdings.is_empty() {
        paper.heading(2, page.t("record-holders"));
        let row = |h: &Holding| vec![h.name.clone(), h.title.clone(), page.date(&h.from_on), h.left_on.map(|d| page.date(&d)).unwrap_or_default()];
        let columns = [(page.t("recruitment-who"), 4), (page.t("recruitment-seat"), 4), (page.t("recruitment-seat-from"), 3), (page.t("record-left"), 3)];
        paper.table(&columns, holdings.iter().rev().map(row).collect());
    }
    if !draws.is_empty() {
        paper.heading(2, page.t("recruitment-lots"));
        let row = |d: &Draw| {
            let what = match (&d.drawn_at, &d.called_off) {
                (Some(at), _) => page.t1("recruitment-lot-was", "date", page.date_of(at)),
                (None, Some(why)) => format!("{} {why}", page.t("recruitment-lot-off")),
                (None, None) => page.t("recruitment-lot-waits"),
            };
            vec![d.profile_name.clone(), what, d.seal.clone().unwrap_or_else(|| d.digest.clone())]
        };
        paper.table(&[(page.t("recruitment-seat"), 3), (page.t("record-what"), 3), (page.t("record-seal"), 5)], draws.iter().map(row).collect());
        paper.text(&page.t("record-lot-check"));
    }
    let at = holdings
        .iter()
        .filter_map(|h| h.left_on.or(Some(h.from_on)))
        .max()
        .and_then(|d| d.and_hms_opt(11, 0, 0))
        .map_or(view.space.created_at, |t| t.and_utc());
    let data = json!({
        "profiles": profiles.iter().map(|p| json!({ "id": p.id, "title": p.title, "description": p.description, "role": p.role.key(), "seats": p.seats,
            "filled": p.filled, "from": p.from_on, "until": p.until_on })).collect::<Vec<_>>(),
        "holders": holdings.iter().rev().map(|h| json!({ "name": h.name, "profile": h.title, "from": h.from_on, "until": h.until_on, "left": h.left_on })).collect::<Vec<_>>(),
    });
    Record::paper("record-seats", at.min(page.now), paper, data)
}

fn call(page: &Page, c: &Call) -> Record {
    let mut paper = Paper::new(c.title.clone(), page.t("recruitment-call"));
    paper.rich(&c.text, 2);
    paper.facts([
        (page.t("recruitment-call-period"), c.period.clone()),
        (page.t("recruitment-call-meetings"), c.meetings.clone()),
        (page.t("recruitment-call-preparation"), c.preparation.clone()),
        (page.t("recruitment-call-deadline"), page.date(&c.deadline)),
    ]);
    let data = json!({ "id": c.id, "title": c.title, "text": c.text, "period": c.period, "meetings": c.meetings, "preparation": c.preparation,
        "working_groups": c.working_groups, "deadline": c.deadline, "opened_at": c.opened_at, "closed_at": c.closed_at });
    Record::paper("record-call", c.opened_at.unwrap_or(page.now), paper, data).about(c.id)
}

async fn lot(sql: &mut Sql, page: &Page, draw: &Draw) -> Result<Record> {
    let receipt = lots::receipt(sql, draw).await?.write()?;
    Ok(Record {
        kind: "record-lot",
        title: page.t1("record-lot-of", "seat", &draw.profile_name),
        at: draw.drawn_at.unwrap_or(draw.closed_at),
        about: Some(draw.id),
        closed: String::new(),
        closes: vec![],
        content: Content::Data(receipt),
    })
}
