//! The association and the till of the demonstration's house: members, dues, board, agreement, general meeting, and the money, by the acts a
//! person would do.

use samskab_accounts::book::{self, Entry};
use samskab_accounts::{acts as money, fund};
use samskab_association::meetings::{self, Plan};
use samskab_association::papers::{self, Version};
use samskab_association::{Post, acts, board, members};
use samskab_platform::clock::plus_days;
use samskab_platform::person::Details;
use samskab_platform::{Act, Error, Result, Visitor};
use uuid::Uuid;

use super::data::{AssociationEntry, SpaceFile, TillEntry};
use super::fill::Cast;

/// Something that happens in the association or at its till; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AssociationEvent {
    Begin,
    Paper(usize),
    Yes(usize, bool),
    Dues,
    Pay,
    Call,
    Open,
    Enter(usize),
    Apply(usize),
    Answer(usize),
}

/// What happens, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, AssociationEvent)> {
    let mut all = vec![];
    if let Some(a) = &file.association {
        all.push((a.day, AssociationEvent::Begin));
        for (i, p) in a.paper.iter().enumerate() {
            all.push((p.day, AssociationEvent::Paper(i)));
            all.extend(p.association_day.map(|day| (day, AssociationEvent::Yes(i, true))));
            all.extend(p.municipality_day.map(|day| (day, AssociationEvent::Yes(i, false))));
        }
        all.extend([(a.dues.day, AssociationEvent::Dues), (a.dues.day + 7, AssociationEvent::Pay), (a.meeting.called_day, AssociationEvent::Call)]);
    }
    if let Some(t) = &file.till {
        all.push((t.day, AssociationEvent::Open));
        all.extend(t.entry.iter().enumerate().map(|(i, e)| (e.day, AssociationEvent::Enter(i))));
        for (i, a) in t.application.iter().enumerate() {
            all.push((a.day, AssociationEvent::Apply(i)));
            all.extend(a.answered_day.map(|day| (day, AssociationEvent::Answer(i))));
        }
    }
    all
}

/// What later events need to know.
#[derive(Default)]
pub(super) struct Made {
    season: Uuid,
    applications: Vec<Uuid>,
}

fn missing() -> Error {
    Error::Internal("demo: the house has no association or till".to_owned())
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Made, event: AssociationEvent) -> Result<()> {
    match event {
        AssociationEvent::Open | AssociationEvent::Enter(_) | AssociationEvent::Apply(_) | AssociationEvent::Answer(_) => {
            at_the_till(cast, file.till.as_ref().ok_or_else(missing)?, space, made, event).await
        }
        _ => in_the_association(cast, file.association.as_ref().ok_or_else(missing)?, space, made, event).await,
    }
}

async fn in_the_association(cast: &Cast, a: &AssociationEntry, space: Uuid, made: &mut Made, event: AssociationEvent) -> Result<()> {
    let chair = cast.visitor(&a.chair).await?;
    let begin = async |who: &Visitor, def| Act::begin(&cast.app, who, space, def).await;
    match event {
        AssociationEvent::Begin => {
            for seat in &a.seat {
                let post = Post::of(&seat.post).ok_or_else(missing)?;
                let mut act = begin(&chair, &acts::SEAT).await?;
                let (from, until) = (plus_days(cast.today, seat.elected_day), plus_days(cast.today, seat.until_day));
                board::seat(&mut act, cast.person(&seat.person)?, post, from, until).await?;
                act.commit().await?;
            }
            for key in &a.member {
                let mut act = begin(&chair, &acts::ENTER).await?;
                members::enter_known(&mut act, cast.person(key)?).await?;
                act.commit().await?;
            }
            for name in &a.on_paper {
                let mut act = begin(&chair, &acts::ENTER).await?;
                let who = Details { name: name.clone(), address: Some(a.address.clone()), ..Details::default() };
                members::enter(&mut act, &who).await?;
                act.commit().await?;
            }
            for key in &a.with_children {
                let mut act = begin(&chair, &acts::CERTIFY).await?;
                let person = cast.person(key)?;
                papers::needs(&mut act, person, true).await?;
                if a.certificate.contains(key) {
                    papers::seen(&mut act, person, plus_days(cast.today, a.day - 3)).await?;
                }
                act.commit().await?;
            }
            Ok(())
        }
        AssociationEvent::Paper(i) => {
            let p = &a.paper[i];
            let mut act = begin(&cast.visitor(&p.by).await?, &acts::DRAFT).await?;
            let review_on = p.review_day.map(|day| plus_days(cast.today, day));
            let new = Version { text: p.text.clone(), change_note: p.change_note.clone(), notice: p.notice.clone(), notice_on: None, review_on };
            papers::write(&mut act, &p.kind, &new).await?;
            act.commit().await
        }
        AssociationEvent::Yes(i, association) => {
            let who = if association { chair } else { cast.visitor(&a.counterpart).await? };
            let mut act = begin(&who, &acts::ACKNOWLEDGE).await?;
            papers::acknowledge(&mut act, &a.paper[i].kind, association).await?;
            act.commit().await
        }
        AssociationEvent::Dues => {
            let mut act = begin(&chair, &acts::SEASON).await?;
            made.season = members::season(&mut act, &a.dues.name, a.dues.kroner * 100, plus_days(cast.today, a.dues.due_day)).await?;
            act.commit().await
        }
        AssociationEvent::Pay => {
            for (i, key) in a.dues.paid.iter().enumerate() {
                let mut act = begin(&chair, &acts::PAY).await?;
                let way = samskab_association::PAID[i % samskab_association::PAID.len()];
                let today = act.today();
                members::pay(&mut act, made.season, cast.person(key)?, today, way).await?;
                act.commit().await?;
            }
            Ok(())
        }
        _ => {
            let mut act = begin(&chair, &acts::PLAN).await?;
            let m = &a.meeting;
            let plan = Plan {
                extraordinary: false,
                held_on: plus_days(cast.today, m.day),
                at_time: m.time.clone(),
                place: m.place.clone(),
                agenda: m.agenda.join("\n"),
            };
            let id = meetings::plan(&mut act, None, &plan).await?;
            act.commit().await?;
            let mut act = begin(&chair, &acts::CALL).await?;
            meetings::call(&mut act, id).await?;
            act.commit().await
        }
    }
}

async fn at_the_till(cast: &Cast, t: &TillEntry, space: Uuid, made: &mut Made, event: AssociationEvent) -> Result<()> {
    let (treasurer, chair) = (cast.visitor(&t.treasurer).await?, cast.visitor(&t.chair).await?);
    let begin = async |who: &Visitor, def| Act::begin(&cast.app, who, space, def).await;
    let year = i64::from(chrono::Datelike::year(&cast.app.clock.today()));
    match event {
        AssociationEvent::Open => {
            for fee in &t.fee {
                let mut act = begin(&treasurer, &money::ARRANGE).await?;
                book::add_fee(&mut act, &fee.name, fee.kroner * 100).await?;
                act.commit().await?;
            }
            let mut act = begin(&treasurer, &money::BUDGET).await?;
            let lines: Vec<(i64, i64)> = t.budget.iter().map(|(account, kroner)| (*account, kroner * 100)).collect();
            book::write_budget(&mut act, i64::from(chrono::Datelike::year(&cast.today)), &lines).await?;
            act.commit().await?;
            let mut act = begin(&chair, &money::ALLOT).await?;
            fund::allot(&mut act, year, t.fund_kroner * 100).await?;
            act.commit().await
        }
        AssociationEvent::Enter(i) => {
            let e = &t.entry[i];
            let mut act = begin(&treasurer, &money::ENTER).await?;
            let on_day = act.today();
            book::enter(&mut act, &Entry { on_day, text: e.text.clone(), amount_ore: e.ore, account: e.account, receipt: e.receipt.clone() }).await?;
            act.commit().await
        }
        AssociationEvent::Apply(i) => {
            let a = &t.application[i];
            let mut act = begin(&cast.visitor(&a.by).await?, &money::APPLY).await?;
            let id = fund::apply(&mut act, &a.group, &a.purpose, a.kroner * 100).await?;
            made.applications.resize(t.application.len(), Uuid::nil());
            made.applications[i] = id;
            act.commit().await
        }
        AssociationEvent::Answer(i) => {
            let a = &t.application[i];
            let mut act = begin(&chair, &money::DECIDE).await?;
            fund::decide(&mut act, made.applications[i], a.granted_kroner * 100, &a.reason).await?;
            act.commit().await?;
            if a.granted_kroner > 0 {
                let mut act = begin(&treasurer, &money::PAY_OUT).await?;
                fund::pay_out(&mut act, made.applications[i]).await?;
                act.commit().await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
