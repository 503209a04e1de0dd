//! The money of the demonstration's house: the book with its months closed, what is sold at the counter, budget and activity fund, by the
//! acts a person would do.

use chrono::{Datelike, Months, NaiveDate};
use samskab_accounts::book::{self, Entry};
use samskab_accounts::{acts, fund};
use samskab_platform::clock::plus_days;
use samskab_platform::{Act, Result};
use samskab_programme::plan_series;
use uuid::Uuid;

use super::data::SpaceFile;
use super::fill::{Cast, internal, put};
use super::house_data::TillEntry;

/// Sales beside activities go back so many days.
const FORTNIGHT: i64 = 13;

/// Something that happens at the till; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TillEvent {
    Open,
    Enter(usize),
    Sell(usize),
    /// Of what those pay who come to an activity, so many days ago.
    Held(usize, i64),
    Apply(usize),
    Answer(usize),
    Report(usize),
}

/// What happens at it, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, TillEvent)> {
    let Some(t) = &file.till else { return vec![] };
    let mut all = vec![(t.day, TillEvent::Open)];
    all.extend(t.entry.iter().enumerate().map(|(i, e)| (e.day, TillEvent::Enter(i))));
    all.extend(t.sold.iter().enumerate().map(|(i, s)| (s.day, TillEvent::Sell(i))));
    all.extend((0..t.held.len()).flat_map(|i| (1..=FORTNIGHT).map(move |ago| (-ago, TillEvent::Held(i, ago)))));
    for (i, a) in t.application.iter().enumerate() {
        all.push((a.day, TillEvent::Apply(i)));
        all.extend(a.answered_day.map(|day| (day, TillEvent::Answer(i))));
        all.extend(a.reported.as_ref().map(|(day, _)| (*day, TillEvent::Report(i))));
    }
    all
}

/// What later events need to know.
#[derive(Default)]
pub(super) struct Book {
    fees: Vec<Uuid>,
    applications: Vec<Uuid>,
    /// The next month to close, once there is an entry; whether any is closed.
    open: Option<NaiveDate>,
    closed: bool,
}

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Book, event: TillEvent) -> Result<()> {
    let Some(t) = &file.till else { return Ok(()) };
    let (treasurer, chair) = (cast.visitor(&t.treasurer).await?, cast.visitor(&t.chair).await?);
    if !matches!(event, TillEvent::Open | TillEvent::Apply(_) | TillEvent::Report(_)) {
        close_months(cast.begin(&treasurer, space, &acts::CLOSE).await?, t, made).await?;
    }
    match event {
        TillEvent::Open => {
            let mut act = cast.begin(&treasurer, space, &acts::ARRANGE).await?;
            for (name, kroner) in &t.fee {
                made.fees.push(book::add_fee(&mut act, name, kroner * 100).await?);
            }
            act.commit().await?;
            // A house that opened last year has a budget and a fund for this one too.
            let (then, now) = (cast.app.clock.today().year(), cast.today.year());
            for year in (then..=now).map(i64::from) {
                let mut act = cast.begin(&treasurer, space, &acts::BUDGET).await?;
                let lines: Vec<(i64, i64)> = t.budget.iter().map(|(account, kroner)| (*account, kroner * 100)).collect();
                book::write_budget(&mut act, year, &lines).await?;
                act.commit().await?;
                let mut act = cast.begin(&chair, space, &acts::ALLOT).await?;
                fund::allot(&mut act, year, t.fund_kroner * 100).await?;
                act.commit().await?;
            }
            Ok(())
        }
        TillEvent::Enter(i) => {
            let e = &t.entry[i];
            let mut act = cast.begin(&treasurer, space, &acts::ENTER).await?;
            let on_day = act.today();
            book::enter(&mut act, &Entry { on_day, text: e.text.clone(), amount_ore: e.ore, account: e.account, receipt: e.receipt.clone() }).await?;
            act.commit().await?;
            made.open.get_or_insert(month_of(on_day));
            Ok(())
        }
        TillEvent::Sell(i) => {
            let s = &t.sold[i];
            // Nobody stands at the counter at the weekend.
            if cast.app.clock.today().weekday().num_days_from_monday() > 4 {
                return Ok(());
            }
            let mut act = cast.begin(&cast.visitor(&s.by).await?, space, &acts::SELL).await?;
            let sold: Vec<(Uuid, i64)> = made.fees.iter().copied().zip(s.n.iter().copied()).collect();
            book::sell(&mut act, &sold).await?;
            act.commit().await
        }
        TillEvent::Held(i, ago) => {
            let h = &t.held[i];
            let day = plus_days(cast.today, -ago);
            let fee = t.fee.iter().position(|(name, _)| *name == h.fee).ok_or_else(|| internal(format!("no fee '{}'", h.fee)))?;
            if !is_held(cast, file, &h.activity, day)? {
                return Ok(());
            }
            let mut act = cast.begin(&cast.visitor(&h.by).await?, space, &acts::SELL).await?;
            book::sell(&mut act, &[(made.fees[fee], h.n)]).await?;
            act.commit().await
        }
        TillEvent::Apply(i) => {
            let a = &t.application[i];
            let mut act = cast.begin(&cast.visitor(&a.by).await?, space, &acts::APPLY).await?;
            let id = fund::apply(&mut act, &a.group, &a.purpose, a.kroner * 100).await?;
            act.commit().await?;
            put(&mut made.applications, i, id);
            Ok(())
        }
        TillEvent::Answer(i) => {
            let a = &t.application[i];
            let mut act = cast.begin(&chair, space, &acts::DECIDE).await?;
            fund::decide(&mut act, made.applications[i], a.granted_kroner * 100, &a.reason).await?;
            act.commit().await?;
            if a.granted_kroner > 0 {
                let mut act = cast.begin(&treasurer, space, &acts::PAY_OUT).await?;
                fund::pay_out(&mut act, made.applications[i]).await?;
                act.commit().await?;
            }
            Ok(())
        }
        TillEvent::Report(i) => {
            let a = &t.application[i];
            let Some((_, text)) = &a.reported else { return Ok(()) };
            let mut act = cast.begin(&cast.visitor(&a.by).await?, space, &acts::REPORT).await?;
            fund::report(&mut act, made.applications[i], text, a.granted_kroner * 100).await?;
            act.commit().await
        }
    }
}

/// Whether an activity of the programme is held on a day.
fn is_held(cast: &Cast, file: &SpaceFile, title: &str, day: NaiveDate) -> Result<bool> {
    let all = file.programme.iter().flat_map(|p| &p.activity);
    let a = all.into_iter().find(|a| a.title == title).ok_or_else(|| internal(format!("no activity '{title}'")))?;
    let (first, last) = (plus_days(cast.today, a.first_day), plus_days(cast.today, a.last_day));
    let series = plan_series(&a.rule, first, last, &a.from, &a.to).ok_or_else(|| internal(format!("the times of '{title}'")))?;
    Ok(series.all().iter().any(|o| o.date == day))
}

/// The treasurer closes the months that are over before anything is written in a new one.
async fn close_months(mut act: Act<'_>, t: &TillEntry, made: &mut Book) -> Result<()> {
    let this = month_of(act.today());
    if made.open.is_none_or(|month| month >= this) {
        return Ok(());
    }
    while let Some(month) = made.open.filter(|m| *m < this) {
        let (over, note) = if made.closed { (0, "") } else { (t.difference.0, t.difference.1.as_str()) };
        made.closed = true;
        made.open = month.checked_add_months(Months::new(1));
        let space = act.space().id;
        let counted = book::balance(act.sql(), space, made.open.unwrap_or(this)).await? + over;
        book::close(&mut act, month, counted, note).await?;
    }
    act.commit().await
}
