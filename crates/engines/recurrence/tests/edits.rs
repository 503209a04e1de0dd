//! Ten thousand edits of random series, each held against a plain list of dated occurrences that was edited by hand.
#![allow(clippy::unwrap_used, missing_docs)]

use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;
use samskab_recurrence::{End, Occurrence, Place, Refusal, Rhythm, Rule, Series};

/// Random choices from a seed: the same in every run, and quick.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        // Knuth's MMIX generator; the high half is good enough to choose by.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn time(&mut self) -> NaiveTime {
        // Often within the hour that is skipped or comes twice.
        let minutes = if self.below(3) == 0 { 120 + self.below(60) } else { self.below(24 * 60) };
        NaiveTime::from_hms_opt(minutes as u32 / 60, minutes as u32 % 60, 0).unwrap()
    }

    fn minutes(&mut self) -> u32 {
        15 + self.below(300) as u32
    }

    fn date(&mut self) -> NaiveDate {
        // Around both changes of the clock and a leap day.
        let near = ["2027-03-01", "2027-10-04", "2028-02-10", "2028-02-29", "2026-12-20", "2028-01-31"][self.below(6) as usize];
        near.parse::<NaiveDate>().unwrap() + Duration::days(self.below(14) as i64)
    }

    fn rule(&mut self, from: NaiveDate) -> Rule {
        let day = |n: u64| Weekday::try_from(n as u8).unwrap();
        let rhythm = match self.below(6) {
            0 => Rhythm::Daily,
            1 => Rhythm::MonthlyOnDate,
            2 => Rhythm::MonthlyOnWeekday([1, 2, 3, 4, 5, -1][self.below(6) as usize], day(self.below(7))),
            3 if self.below(3) == 0 => Rhythm::Yearly,
            _ => Rhythm::Weekly((0..=self.below(3)).map(|_| day(self.below(7))).collect()),
        };
        let days = match rhythm {
            Rhythm::Daily => 25,
            Rhythm::Weekly(_) => 70,
            Rhythm::MonthlyOnDate | Rhythm::MonthlyOnWeekday(..) => 400,
            Rhythm::Yearly => 3_500,
        };
        let most = if rhythm == Rhythm::Yearly { 3 } else { 12 };
        let end = if self.below(2) == 0 { End::Count(1 + self.below(most) as u32) } else { End::Until(from + Duration::days(days)) };
        Rule::new(rhythm, 1 + self.below(3) as u16, end).unwrap()
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    series: usize,
    date: NaiveDate,
    place: Place,
    moved: bool,
    removed: bool,
}

/// The dates of a rule, found by looking at one day after the other.
fn walked(from: NaiveDate, rule: &Rule) -> Vec<NaiveDate> {
    let nth = |d: NaiveDate| (d.day() - 1) / 7 + 1;
    let last_of_kind = |d: NaiveDate| (d + Duration::days(7)).month() != d.month();
    let fits_day = |d: NaiveDate, first: NaiveDate| match rule.rhythm() {
        Rhythm::Daily => true,
        Rhythm::Weekly(days) => days.contains(&d.weekday()),
        Rhythm::MonthlyOnDate => d.day() == first.day(),
        Rhythm::MonthlyOnWeekday(-1, day) => d.weekday() == *day && last_of_kind(d),
        Rhythm::MonthlyOnWeekday(n, day) => d.weekday() == *day && nth(d) == *n as u32,
        Rhythm::Yearly => d.day() == first.day() && d.month() == first.month(),
    };
    let mut first = from;
    while !fits_day(first, first) {
        first += Duration::days(1);
    }
    let monday = |d: NaiveDate| d - Duration::days(i64::from(d.weekday().num_days_from_monday()));
    let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month());
    let steps = |d: NaiveDate| match rule.rhythm() {
        Rhythm::Daily => (d - first).num_days(),
        Rhythm::Weekly(_) => (monday(d) - monday(first)).num_days() / 7,
        Rhythm::MonthlyOnDate | Rhythm::MonthlyOnWeekday(..) => months(d) - months(first),
        Rhythm::Yearly => i64::from(d.year() - first.year()),
    };
    let mut out = vec![];
    let mut d = first;
    loop {
        let over = match rule.end() {
            End::Count(n) => out.len() == n as usize,
            End::Until(last) => d > last,
            End::Never => unreachable!(),
        };
        if over {
            return out;
        }
        if fits_day(d, first) && steps(d) % i64::from(rule.interval()) == 0 {
            out.push(d);
        }
        d += Duration::days(1);
    }
}

fn lines(n: usize, from: NaiveDate, time: NaiveTime, minutes: u32, rule: &Rule) -> Vec<Line> {
    let line = |date: NaiveDate| Line { series: n, date, place: Place { start: date.and_time(time), minutes }, moved: false, removed: false };
    walked(from, rule).into_iter().map(line).collect()
}

fn held_together(series: &[Series], list: &[Line], what: &str) {
    for (n, s) in series.iter().enumerate() {
        let mut wanted: Vec<Occurrence> =
            list.iter().filter(|l| l.series == n && !l.removed).map(|l| Occurrence { place: l.place, date: l.date, moved: l.moved }).collect();
        wanted.sort();
        let got = s.all();
        assert_eq!(got, wanted, "after {what}: {s:?}");
    }
}

/// One random edit of one series, and the same by hand in the list.
fn edit(chance: &mut Chance, series: &mut Vec<Series>, list: &mut Vec<Line>) -> String {
    let n = chance.below(series.len() as u64) as usize;
    let dates: Vec<NaiveDate> = list.iter().filter(|l| l.series == n).map(|l| l.date).collect();
    if dates.is_empty() {
        return "nothing".to_owned();
    }
    let date = dates[chance.below(dates.len() as u64) as usize];
    match chance.below(8) {
        0 => {
            series[n].remove(date).unwrap();
            for l in list.iter_mut().filter(|l| l.series == n && l.date == date) {
                (l.removed, l.moved) = (true, false);
            }
            format!("taking out {date}")
        }
        1 => {
            series[n].restore(date).unwrap();
            let (time, minutes) = (series[n].time(), series[n].minutes());
            for l in list.iter_mut().filter(|l| l.series == n && l.date == date) {
                (l.removed, l.moved, l.place) = (false, false, Place { start: date.and_time(time), minutes });
            }
            format!("putting back {date}")
        }
        2 | 3 => {
            let start = (date + Duration::days(chance.below(30) as i64 - 15)).and_time(chance.time());
            let place = Place { start, minutes: chance.minutes() };
            series[n].place(date, place).unwrap();
            for l in list.iter_mut().filter(|l| l.series == n && l.date == date) {
                (l.removed, l.moved, l.place) = (false, true, place);
            }
            format!("moving {date} to {start}")
        }
        scope => {
            // This and those that follow become a series of their own; all stays where it is.
            let all = scope >= 6;
            let (from, m) = if all { (dates[0], n) } else { (date, series.len()) };
            if !all {
                let (left, right) = series[n].split(date).unwrap();
                assert_eq!(left.is_none(), date == dates[0]);
                let m = if let Some(left) = left {
                    series[n] = left;
                    m
                } else {
                    n
                };
                if m == n {
                    series[n] = right
                } else {
                    series.push(right)
                }
                for l in list.iter_mut().filter(|l| l.series == n && l.date >= date) {
                    l.series = m;
                }
            }
            let m = m.min(series.len() - 1);
            let m = if !all && date == dates[0] { n } else { m };
            if chance.below(3) > 0 {
                let (time, minutes) = (chance.time(), chance.minutes());
                series[m].at_time(time, minutes).unwrap();
                for l in list.iter_mut().filter(|l| l.series == m && !l.moved) {
                    l.place = Place { start: l.date.and_time(time), minutes };
                }
                format!("another time for what follows {from}")
            } else {
                let rule = chance.rule(from);
                let (time, minutes) = (series[m].time(), series[m].minutes());
                let new = lines(m, from, time, minutes, &rule);
                match series[m].in_rhythm(from, rule) {
                    Ok(()) => {}
                    Err(Refusal::Never) => {
                        assert!(new.is_empty());
                        return "a rule that gives nothing".to_owned();
                    }
                    Err(other) => panic!("{other}"),
                }
                let old: Vec<Line> = list.iter().filter(|l| l.series == m).cloned().collect();
                list.retain(|l| l.series != m);
                list.extend(new.into_iter().map(|l| old.iter().find(|o| o.date == l.date && (o.moved || o.removed)).cloned().unwrap_or(l)));
                for l in list.iter_mut().filter(|l| l.removed) {
                    l.moved = false;
                }
                format!("another rule from {from}")
            }
        }
    }
}

#[test]
fn ten_thousand_edits_lose_nothing_and_double_nothing() {
    let mut chance = Chance(20_270_328);
    let (mut edits, mut clock_changes, mut leap_days) = (0, 0, 0);
    while edits < 10_000 {
        let (from, time, minutes) = (chance.date(), chance.time(), chance.minutes());
        let rule = chance.rule(from);
        let Ok(first) = Series::new(from, time, minutes, rule.clone()) else { continue };
        let (mut series, mut list) = (vec![first], lines(0, from, time, minutes, &rule));
        held_together(&series, &list, "the beginning");
        for _ in 0..10 {
            let what = edit(&mut chance, &mut series, &mut list);
            held_together(&series, &list, &what);
            edits += 1;
            let on = |list: &[Line], text: &str| list.iter().filter(|l| l.date == text.parse::<NaiveDate>().unwrap()).count();
            clock_changes += on(&list, "2027-03-28") + on(&list, "2027-10-31");
            leap_days += on(&list, "2028-02-29");
        }
    }
    assert!(clock_changes > 400 && leap_days > 400, "{clock_changes} occurrences on days the clock changes, {leap_days} on leap days");
}

#[test]
fn an_occurrence_that_is_not_there_cannot_be_edited() {
    let first: NaiveDate = "2027-03-02".parse().unwrap();
    let mut series = Series::new(first, NaiveTime::MIN, 60, Rule::parse("FREQ=WEEKLY;COUNT=3", first).unwrap()).unwrap();
    let before = series.clone();
    for text in ["2027-03-01", "2027-03-03", "2027-03-23", "2026-03-02"] {
        let date = text.parse().unwrap();
        let place = Place { start: first.and_time(NaiveTime::MIN), minutes: 30 };
        assert_eq!(series.remove(date), Err(Refusal::NotThere(date)));
        assert_eq!(series.restore(date), Err(Refusal::NotThere(date)));
        assert_eq!(series.place(date, place), Err(Refusal::NotThere(date)));
        assert_eq!(series.split(date).err(), Some(Refusal::NotThere(date)));
    }
    assert_eq!(series, before);
    assert_eq!(Series::new(first, NaiveTime::MIN, 60, Rule::parse("FREQ=DAILY;UNTIL=20270301", first).unwrap()), Err(Refusal::Never));
}

proptest! {
    #[test]
    fn a_series_at_two_in_the_afternoon_is_at_two_in_the_afternoon_all_year(day in 0i64..366, weekday in 0u8..7) {
        let from = "2027-01-01".parse::<NaiveDate>().unwrap() + Duration::days(day);
        let rule = Rule::new(Rhythm::Weekly(vec![Weekday::try_from(weekday).unwrap()]), 1, End::Never).unwrap();
        let series = Series::new(from, NaiveTime::from_hms_opt(14, 0, 0).unwrap(), 90, rule).unwrap();
        let all = series.occurrences(from, from + Duration::days(363));
        prop_assert_eq!(all.len(), 52);
        for o in all {
            prop_assert_eq!(samskab_recurrence::local(o.starts_at()).time(), series.time());
            prop_assert_eq!((o.ends_at() - o.starts_at()).num_minutes(), 90);
        }
    }
}
