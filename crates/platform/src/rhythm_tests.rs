use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn wishes(rhythm: Rhythm) -> Wishes {
    Wishes { rhythm, way: Contact::Mail, muted: BTreeSet::new(), silent: false, last_digest: None }
}

fn ordinary(n: u128, created: &str) -> Waiting {
    Waiting { id: Uuid::from_u128(n), space: None, urgency: Urgency::Ordinary, changes_at: None, created_at: utc(created) }
}

#[test]
fn seven_in_the_morning_is_seven_on_both_sides_of_the_clock_change() {
    // 2026: summer time begins on 29 March and ends on 25 October, both at 01:00 UTC.
    for (after, morning) in [
        ("2026-03-28T05:59:59Z", "2026-03-28T06:00:00Z"),
        ("2026-03-28T06:00:00Z", "2026-03-29T05:00:00Z"),
        ("2026-03-29T00:30:00Z", "2026-03-29T05:00:00Z"),
        ("2026-10-24T05:00:00Z", "2026-10-25T06:00:00Z"),
        ("2026-10-25T00:30:00Z", "2026-10-25T06:00:00Z"),
        ("2026-12-31T23:30:00Z", "2027-01-01T06:00:00Z"),
    ] {
        assert_eq!(next_morning(utc(after)), utc(morning), "after {after}");
    }
    assert_eq!(next_monday(utc("2026-03-27T12:00:00Z")), utc("2026-03-30T05:00:00Z"));
}

#[test]
fn a_daily_reader_gets_everything_together_at_seven() {
    let waiting = [ordinary(1, "2026-03-02T08:00:00Z"), ordinary(2, "2026-03-02T20:00:00Z")];
    let evening = decide(utc("2026-03-02T20:00:00Z"), &wishes(Rhythm::Daily), &waiting);
    assert_eq!(evening.later.iter().map(|l| l.1).collect::<Vec<_>>(), [utc("2026-03-03T06:00:00Z"); 2]);
    let morning = decide(utc("2026-03-03T06:00:00Z"), &wishes(Rhythm::Daily), &waiting);
    assert_eq!(morning.digest.len(), 2);
    let had = Wishes { last_digest: Some(day(utc("2026-03-03T06:00:00Z"))), ..wishes(Rhythm::Daily) };
    assert!(decide(utc("2026-03-03T06:00:00Z"), &had, &waiting).digest.is_empty(), "not twice on one day");
}

#[test]
fn what_changes_within_48_hours_does_not_wait_and_what_changes_later_waits_until_then() {
    let mut notice = ordinary(1, "2026-03-02T08:00:00Z");
    for rhythm in Rhythm::ALL {
        notice.changes_at = Some(utc("2026-03-04T08:00:00Z"));
        assert_eq!(decide(utc("2026-03-02T08:00:00Z"), &wishes(rhythm), &[notice.clone()]).at_once, [notice.id], "{rhythm:?}");
    }
    notice.changes_at = Some(utc("2026-03-05T01:00:00Z"));
    let plan = decide(utc("2026-03-02T08:00:00Z"), &wishes(Rhythm::Weekly), &[notice.clone()]);
    assert_eq!(plan.later, [(notice.id, utc("2026-03-03T01:00:00Z"))], "looked at when it begins to press, before the morning");
    assert_eq!(decide(utc("2026-03-03T01:00:00Z"), &wishes(Rhythm::Important), &[notice.clone()]).at_once, [notice.id]);
}

#[test]
fn invitations_and_codes_go_even_to_those_who_want_nothing() {
    let silent = Wishes { silent: true, ..wishes(Rhythm::Weekly) };
    let mut notice = ordinary(1, "2026-03-02T23:00:00Z");
    assert_eq!(decide(utc("2026-03-02T23:00:00Z"), &silent, &[notice.clone()]).unwanted, [notice.id]);
    for urgency in [Urgency::Direct, Urgency::Secret] {
        notice.urgency = urgency;
        assert_eq!(decide(utc("2026-03-02T23:00:00Z"), &silent, &[notice.clone()]).at_once, [notice.id]);
    }
}

#[test]
fn no_text_message_comes_at_night_unless_the_morning_is_too_late() {
    let text = Wishes { way: Contact::Text, ..wishes(Rhythm::AtOnce) };
    let mut notice = ordinary(1, "2026-03-02T22:30:00Z");
    assert_eq!(decide(utc("2026-03-02T22:30:00Z"), &text, &[notice.clone()]).later, [(notice.id, utc("2026-03-03T06:00:00Z"))]);
    notice.changes_at = Some(utc("2026-03-03T07:00:00Z"));
    assert_eq!(decide(utc("2026-03-02T22:30:00Z"), &text, &[notice.clone()]).at_once, [notice.id]);
}

#[test]
fn a_way_that_is_not_open_gives_way_to_the_next() {
    assert_eq!(way(Contact::Text, |w| w != Contact::Text), Some(Contact::Mail));
    assert_eq!(way(Contact::Mail, |w| w == Contact::Phone), Some(Contact::Phone));
    assert_eq!(way(Contact::Mail, |_| false), None);
}

/// What happens in a run of the model, so many minutes after what happened before.
#[derive(Debug, Clone)]
enum Step {
    Told {
        urgency: Urgency,
        changes_in_hours: Option<i64>,
    },
    Chose(Rhythm),
    /// A node looks; it may die before or after its transaction.
    Look {
        dies: Option<bool>,
    },
}

fn step() -> impl Strategy<Value = (i64, Step)> {
    let urgency = prop::sample::select(Urgency::ALL.to_vec());
    let what = prop_oneof![
        4 => (urgency, prop::option::of(0i64..200)).prop_map(|(urgency, changes_in_hours)| Step::Told { urgency, changes_in_hours }),
        1 => prop::sample::select(Rhythm::ALL.to_vec()).prop_map(Step::Chose),
        6 => prop::option::of(any::<bool>()).prop_map(|dies| Step::Look { dies }),
    ];
    (0i64..900, what)
}

proptest! {
    /// Nothing is lost or sent twice, there is at most one digest a day and none at night, and nothing that presses waits:
    /// whatever is told, whatever people choose, whenever nodes look or die.
    #[test]
    fn every_notice_is_sent_once_or_unwanted(start in 0i64..525_600, way in prop::sample::select(Contact::ALL.to_vec()), steps in prop::collection::vec(step(), 1..120)) {
        let mut now = utc("2026-01-01T00:00:00Z") + Duration::minutes(start);
        let mut wants = Wishes { way, ..wishes(Rhythm::Daily) };
        // What the database holds: notices that wait with the moment they are looked at, and what became of the others.
        let mut waiting: BTreeMap<Uuid, (Waiting, DateTime<Utc>)> = BTreeMap::new();
        let mut became: BTreeMap<Uuid, u32> = BTreeMap::new();
        let (mut told, mut digests) = (0u128, BTreeSet::new());
        let end = [(0, Step::Chose(Rhythm::Daily))].into_iter().chain((0..9).map(|_| (24 * 60, Step::Look { dies: None })));
        // The last looks are a working day's noon each, so that digests have their time.
        for (minutes, step) in steps.into_iter().chain(end) {
            now += Duration::minutes(minutes);
            if minutes == 24 * 60 {
                now = next_morning(now) + Duration::hours(5);
            }
            match step {
                Step::Told { urgency, changes_in_hours } => {
                    told += 1;
                    let notice = Waiting { id: Uuid::from_u128(told), space: None, urgency, changes_at: changes_in_hours.map(|h| now + Duration::hours(h)), created_at: now };
                    waiting.insert(notice.id, (notice, now));
                }
                Step::Chose(rhythm) => wants.rhythm = rhythm,
                Step::Look { dies: Some(false) } => {} // died before its transaction was committed: nothing happened
                Step::Look { .. } => {
                    if !waiting.values().any(|(_, due)| *due <= now) {
                        continue;
                    }
                    let all: Vec<Waiting> = waiting.values().map(|(n, _)| n.clone()).collect();
                    let plan = decide(now, &wants, &all);
                    let parts = plan.at_once.len() + plan.digest.len() + plan.unwanted.len() + plan.later.len();
                    prop_assert_eq!(parts, all.len(), "each notice stands in one list");
                    for id in plan.at_once.iter().chain(&plan.digest).chain(&plan.unwanted) {
                        *became.entry(*id).or_default() += 1;
                        waiting.remove(id);
                    }
                    if !plan.digest.is_empty() {
                        prop_assert!(is_daytime(now), "no digest at night");
                        prop_assert!(digests.insert(day(now)), "one digest a day");
                        wants.last_digest = Some(day(now));
                    }
                    for (id, at) in plan.later {
                        prop_assert!(at > now && at - now <= Duration::hours(25));
                        if let Some(entry) = waiting.get_mut(&id) {
                            entry.1 = at;
                        }
                    }
                    for (notice, _) in waiting.values() {
                        let soon = notice.changes_at.is_some_and(|at| at >= now && at - now <= Duration::hours(SOON_HOURS));
                        let night = way == Contact::Text && !is_daytime(now);
                        prop_assert!(night || !(soon || notice.urgency == Urgency::Pressing), "what presses does not wait");
                    }
                }
            }
        }
        prop_assert!(waiting.is_empty(), "after nine days nothing waits: {waiting:?}");
        prop_assert_eq!(became.len() as u128, told, "nothing is lost");
        prop_assert!(became.values().all(|n| *n == 1), "nothing is sent twice");
    }
}
